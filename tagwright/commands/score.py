"""`tagwright score`."""

from __future__ import annotations

from pathlib import Path

import click

from tagwright.terminal import give


@click.command(
    epilog="""\b
Examples:
  tagwright score filing/ledger.jsonl gold.csv
  tagwright score ledger.jsonl gold.csv report.txt
"""
)
@click.argument("ledger", type=click.Path(path_type=Path))
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("text", type=click.Path(path_type=Path), required=False)
def score(ledger: Path, gold: Path, text: Path | None) -> int:
    """Hold a LEDGER (ledger.jsonl) against GOLD figures (CSV).

    TEXT is the text that the offsets count in; without it, text.txt beside the ledger. GOLD has the columns
    start, end, text, concept, dimensions, period, value, unit, decimals, qualifier, note and kind (fact,
    not_a_fact or no_concept).

    Prints a line for each difference, then the counts by column, precision, recall and F1. Exits with 0
    only where every gold fact is matched in every column, nothing else is tagged, every other row has the
    status that gold gives it, and every digit of the text lies in a row of the ledger; else with 1.
    """
    from tagwright.scoring import read_text, score_files, score_lines  # noqa: PLC0415  --help need not pay for it

    found = score_files(ledger, gold, text)
    give("\n".join(score_lines(found, read_text(ledger, text))))
    return 0 if found.is_full_match else 1
