"""`tagwright tag`."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, Unpack

import click

from tagwright.commands.outputs import split_outputs
from tagwright.commands.places import named
from tagwright.syntax import SYNTAXES, Output
from tagwright.terminal import give, progress, say


class Options(TypedDict):
    """The options as click gives them."""

    document: Path
    output: Path
    taxonomy: str
    entity: Path
    period: str
    language: str | None
    syntaxes: tuple[Output, ...]
    database: str | None
    threshold: float
    decisions: Path | None
    terms: Path | None
    strict: bool
    no_validate: bool
    as_json: bool
    show_progress: bool | None


PATH = click.Path(path_type=Path)


def share(_context: click.Context, parameter: click.Parameter, given: float) -> float:
    """Return a share between 0 and 1; "nan" is a float to Python and no share to anybody."""
    if not 0 <= given <= 1:
        raise click.BadParameter("is no number from 0 to 1", param=parameter)
    return given


@click.command(
    epilog="""\b
Examples:
  tagwright tag report.txt -o filing --taxonomy bank-disclosure --entity bank.yaml --period 2024
  tagwright tag q3.txt -o q3 --taxonomy my.yaml --entity bank.yaml --period 2024Q3 --to xml,json
  tagwright tag report.txt -o filing --taxonomy bank-2024.zip --entity bank.yaml --period 2024 --json
  tagwright tag report.txt -o filing --taxonomy my.yaml --entity bank.yaml --period 2024 --decisions decisions.yaml
"""
)
@click.argument("document", type=PATH)
@click.option("-o", "--output", metavar="DIR", required=True, callback=named, help="The folder to write to.")
@click.option("--taxonomy", metavar="TAXONOMY", required=True,
              help="bank-disclosure, a taxonomy source (.yaml), a package (.zip), or anybody's taxonomy: .xsd, "
                   "ZIP#ENTRY, or .json of `taxonomy load`.")  # fmt: skip
@click.option("--terms", metavar="FILE", type=PATH,
              help="Words beside the taxonomy's own that find its concepts and members (.yaml).")  # fmt: skip
@click.option("--entity", metavar="FILE", required=True, type=PATH, help="The entity profile (.yaml).")
@click.option("--period", required=True,
              help="2024 (the fiscal year that ends in 2024), 2024H1, 2024Q3, 2024-09-30 "
                   "or 2024-01-01/2024-12-31.")  # fmt: skip
@click.option(
    "--language",
    metavar="TAG",
    help="The document's language, such as zh-Hant; else it is told from the text.",
)
@click.option("--to", "syntaxes", metavar="LIST", default=",".join(SYNTAXES), show_default=True,
              callback=split_outputs,
              help="What to write: xml, ixbrl, json, csv; xbr (json in a report package); the tables xlsx, parquet, "
                   "duckdb; viewer.")  # fmt: skip
@click.option("--database", metavar="FILE|URL",
              help="A DuckDB file, or the URL of another database, to put the facts into beside those of "
                   "other reports.")  # fmt: skip
@click.option("--threshold", type=click.FloatRange(0, 1), default=0.5, show_default=True, callback=share,
              help="The confidence below which a figure stays unresolved.")  # fmt: skip
@click.option("--decisions", metavar="FILE", type=PATH,
              help="What a person said of figures (.yaml), as report.html writes it.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Exit with 1 where a figure is unresolved.")
@click.option(
    "--no-validate",
    is_flag=True,
    help="Do not have Arelle validate what is written; exits with 1, as nobody has judged it.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the summary and the list of files as JSON.")
@click.option("--progress/--no-progress", "show_progress", default=None,
              help="Tell the steps on stderr; by default on a terminal.")  # fmt: skip
def tag(**options: Unpack[Options]) -> int:
    """Tag the figures of DOCUMENT and write the filing into a folder.

    Every number of the text ends in ledger.jsonl: tagged, or with the reason why it is not. report.html is
    the page to look at; the instances, the report package, the taxonomy package and validation.json stand
    beside it, and manifest.json lists them. Files appear whole or not at all.

    Exits with 0 where all is well, with 1 where it was written and something needs a person (an error of
    validation, a contradiction, a decision that no longer matches, or not validated), with 2 where the call
    or an input is wrong and nothing was written.
    """
    from tagwright.run import tag_and_write  # noqa: PLC0415  --help need not pay for it
    from tagwright.summary import summary_json, summary_lines  # noqa: PLC0415  likewise

    tagged, written = tag_and_write(
        options["document"],
        options["output"],
        taxonomy=options["taxonomy"],
        entity=options["entity"],
        period=options["period"],
        language=options["language"],
        threshold=options["threshold"],
        decisions=options["decisions"],
        terms=options["terms"],
        to=options["syntaxes"],
        database=options["database"],
        validate=not options["no_validate"],
        on_step=progress(options["show_progress"]),
    )
    unresolved = options["strict"] and written.count("unresolved") > 0
    status = 1 if written.needs_a_person or unresolved else 0
    if options["as_json"]:
        give(summary_json(tagged, written, status), f"the filing is in {options['output']}")
    else:
        say("\n".join(summary_lines(tagged, written)))
    return status
