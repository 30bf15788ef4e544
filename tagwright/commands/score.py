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
  tagwright score filings gold --json
"""
)
@click.argument("ledger", type=click.Path(path_type=Path))
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("text", type=click.Path(path_type=Path), required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the score as JSON.")
def score(ledger: Path, gold: Path, text: Path | None, as_json: bool) -> int:  # noqa: FBT001  click's signature
    """Hold a LEDGER (ledger.jsonl) against GOLD figures (CSV), or folders of both.

    TEXT is the text that the offsets count in; without it, text.txt beside the ledger. GOLD has the columns
    start, end, text, concept, dimensions, period, value, unit, decimals, qualifier, note and kind (fact,
    not_a_fact or no_concept); a column phenomena (names between semicolons) is counted by name. Of folders,
    the ledger in LEDGER/NAME has its figures in GOLD/NAME/gold.csv or GOLD/NAME.csv.

    Prints a line for each difference, then the counts by column, precision, recall and F1; where something is
    wrong, also those of each column and phenomenon, and what stands where something else should. Exits with 0
    only where every gold fact is matched in every column, nothing else is tagged, every other row has the
    status that gold gives it, and every digit of the text lies in a row of the ledger; else with 1.
    """
    from tagwright.score_input import read_text  # noqa: PLC0415  likewise
    from tagwright.score_pairs import find_pairs  # noqa: PLC0415  --help need not pay for it
    from tagwright.score_report import many_lines, score_json, score_lines  # noqa: PLC0415  likewise
    from tagwright.scoring import score_files, sum_of  # noqa: PLC0415  likewise

    if ledger.is_dir():
        if text is not None:
            raise click.UsageError("TEXT goes with one ledger; in a folder each has its text.txt beside it")
        pairs = find_pairs(ledger, gold)
        scores = [(name, score_files(one, its_gold), read_text(one, None)) for name, one, its_gold in pairs]
        whole = sum_of(found for _, found, _ in scores)
        lines = many_lines([(name, found) for name, found, _ in scores], whole)
        give(score_json(scores, whole) if as_json else "\n".join(lines))
        return 0 if whole.is_full_match else 1
    found, read = score_files(ledger, gold, text), read_text(ledger, text)
    give(score_json([(ledger.name, found, read)]) if as_json else "\n".join(score_lines(found, read)))
    return 0 if found.is_full_match else 1
