"""`tagwright export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tagwright.commands.outputs import split_outputs
from tagwright.commands.places import named
from tagwright.syntax import EXPORTS
from tagwright.terminal import give, progress, say

if TYPE_CHECKING:
    from tagwright.syntax import Output

PATH = click.Path(path_type=Path)


class Options(TypedDict):
    """The options as click gives them."""

    facts: Path
    output: Path
    syntaxes: tuple[Output, ...]
    taxonomy: str | None
    entity: Path | None
    database: str | None
    language: str
    keep_contradictions: bool
    show_progress: bool | None


@click.command(
    epilog="""\b
Examples:
  tagwright export report.xbrl --to json,csv -o converted
  tagwright export report.xbri --to xml -o converted
  tagwright export facts.csv --taxonomy bank-disclosure --entity bank.yaml -o filing
  tagwright export report.xbri --to xlsx,viewer --database all.duckdb --language zh-Hant -o tables

\b
facts.csv:
  concept,period,value,unit,decimals,CustomerTypeAxis
  DepositsFromCustomers,2024-12-31,17482223000000,CNY,-6,CorporateCustomersMember
  GrowthRateOfDepositsFromCustomers,2024,0.083,pure,3,
"""
)
@click.argument("facts", type=PATH)
@click.option("-o", "--output", metavar="DIR", required=True, callback=named, help="The folder to write to.")
@click.option("--to", "syntaxes", metavar="LIST", default=",".join(EXPORTS), show_default=True,
              callback=split_outputs,
              help="What to write: xml, ixbrl, json, csv; xbr (json in a report package); the tables xlsx, parquet, "
                   "duckdb; viewer.")  # fmt: skip
@click.option("--taxonomy", metavar="NAME|FILE|ZIP",
              help="The taxonomy of the facts; xBRL-JSON and xBRL-CSV need it where facts have typed axes, "
                   "members as values, or pure numbers without decimals.")  # fmt: skip
@click.option("--entity", metavar="FILE", type=PATH,
              help="The entity profile (.yaml) of facts whose table names no entity.")  # fmt: skip
@click.option("--database", metavar="FILE|URL",
              help="A DuckDB file, or the URL of another database, to put the facts into beside those of "
                   "other reports.")  # fmt: skip
@click.option("--language", metavar="TAG", default="en", show_default=True,
              help="The language of labels in tables, database and viewer, such as zh-Hant.")  # fmt: skip
@click.option("--keep-contradictions", is_flag=True,
              help="Write facts of an instance that contradict each other too, and tell how many; by default they are "
                   "refused.")  # fmt: skip
@click.option("--progress/--no-progress", "show_progress", default=None,
              help="Tell the steps on stderr; by default on a terminal.")  # fmt: skip
def export(**options: Unpack[Options]) -> int:
    """Write FACTS in the syntaxes of XBRL, as tables, into a database, as a viewer page.

    FACTS is an instance in any syntax (.xbrl, .xhtml, .json), a report package (.xbri, .xbr, .zip), a table of
    facts (.csv, .xlsx) or a JSON list of them. With a taxonomy at hand each fact must fit its schemas; the rules
    beyond these are checked by `tagwright validate`. Files appear whole or not at all.

    A table has the columns concept and value, and as needed id, unit, decimals, period, entity, language,
    footnote and one for each axis. #nil is the value of a fact that is nil.
    """
    from tagwright.exporting import export as export_facts  # noqa: PLC0415  --help need not pay for it

    written = export_facts(
        options["facts"],
        options["output"],
        to=options["syntaxes"],
        taxonomy=options["taxonomy"],
        entity=options["entity"],
        database=options["database"],
        language=options["language"],
        keep_contradictions=options["keep_contradictions"],
        on_step=progress(options["show_progress"]),
    )
    for remark in written.remarks:
        say(remark)
    give(f"{written.facts} facts: {', '.join(written.files)}", f"the files are in {options['output']}")
    return 0
