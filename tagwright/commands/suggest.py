"""`tagwright taxonomy suggest`."""

from __future__ import annotations

from pathlib import Path

import click

from tagwright.terminal import give

PATH = click.Path(path_type=Path)


@click.command(
    epilog="""\b
Examples:
  tagwright taxonomy suggest report.txt --taxonomy my.yaml --entity bank.yaml --period 2024
  tagwright taxonomy suggest q3.html --taxonomy bank-disclosure --entity bank.yaml --period 2024Q3 --limit 10
"""
)
@click.argument("document", type=PATH)
@click.option("--taxonomy", metavar="NAME|FILE|ZIP", required=True,
              help="bank-disclosure, a taxonomy source (.yaml) or a taxonomy package (.zip).")  # fmt: skip
@click.option("--entity", metavar="FILE", required=True, type=PATH, help="The entity profile (.yaml).")
@click.option("--period", required=True, help="The reporting period, as for `tagwright tag`.")
@click.option("--language", metavar="TAG", help="The document's language; else it is told from the text.")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True,
              help="How many phrases to show.")  # fmt: skip
def suggest(
    document: Path, taxonomy: str, entity: Path, period: str, language: str | None, limit: int
) -> int:
    """Suggest terms for the figures of DOCUMENT that the taxonomy has no words for.

    Prints the phrases beside unresolved figures that no term explains, those first that would give words to the
    most figures, each with the nearest concept or member, as a draft of taxonomy source (YAML). Comments say
    where each was seen. Nothing is changed: accept a line by pasting its terms over those in your source.
    """
    from tagger.profile_source import check_profile  # noqa: PLC0415  --help need not pay for it
    from tagger.reader import read_document  # noqa: PLC0415  likewise
    from tagger.reporting_period import parse_reporting_period  # noqa: PLC0415  likewise
    from tagger.suggest import suggest_terms  # noqa: PLC0415  likewise
    from tagwright.draft import draft_lines  # noqa: PLC0415  likewise
    from tagwright.entity import load_entity  # noqa: PLC0415  likewise
    from taxonomy.load import load_taxonomy  # noqa: PLC0415  likewise

    source = load_entity(entity)
    reporting_period = parse_reporting_period(period, source.profile.fiscal_year_end)
    read = read_document(document)
    known = load_taxonomy(taxonomy)
    check_profile(source, known)
    found = suggest_terms(read, known, source.profile, reporting_period, language=language, limit=limit)
    give("\n".join(draft_lines(found, known, read.text)))
    return 0
