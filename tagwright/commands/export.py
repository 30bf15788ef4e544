"""`tagwright export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tagwright.commands.places import named
from tagwright.syntax import EXPORTS
from tagwright.terminal import give, progress

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
    show_progress: bool | None


def split_exports(_context: click.Context, _parameter: click.Parameter, given: str) -> tuple[Output, ...]:
    """Return the syntaxes of `--to`, in the order in which they are listed in its help."""
    wanted = [name.strip() for name in given.split(",") if name.strip()]
    for name in wanted:
        if name not in EXPORTS:
            raise click.BadParameter(f"{name!r} is none of {', '.join(EXPORTS)}")
    if not wanted:
        raise click.BadParameter(f"name at least one of {', '.join(EXPORTS)}")
    return tuple(name for name in EXPORTS if name in wanted)


@click.command(
    epilog="""\b
Examples:
  tagwright export report.xbrl --to json,csv -o converted
  tagwright export report.xbri --to xml -o converted
  tagwright export facts.csv --taxonomy bank-disclosure --entity bank.yaml -o filing

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
              callback=split_exports, help="The syntaxes to write.")  # fmt: skip
@click.option("--taxonomy", metavar="NAME|FILE|ZIP",
              help="The taxonomy of the facts; xBRL-JSON and xBRL-CSV need it where facts have typed axes, "
                   "members as values, or pure numbers without decimals.")  # fmt: skip
@click.option("--entity", metavar="FILE", type=PATH,
              help="The entity profile (.yaml) of facts whose table names no entity.")  # fmt: skip
@click.option("--progress/--no-progress", "show_progress", default=None,
              help="Tell the steps on stderr; by default on a terminal.")  # fmt: skip
def export(**options: Unpack[Options]) -> int:
    """Write FACTS in the syntaxes of XBRL.

    FACTS is an instance in any syntax (.xbrl, .xhtml, .json), a report package (.xbri, .xbr, .zip), a table of
    facts (.csv, .xlsx) or a JSON list of them. The instances are not validated: `tagwright validate` does that.
    Files appear whole or not at all.

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
        on_step=progress(options["show_progress"]),
    )
    give(f"{written.facts} facts: {', '.join(written.files)}", f"the files are in {options['output']}")
    return 0
