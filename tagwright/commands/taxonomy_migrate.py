"""`tagwright taxonomy migrate`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tagwright.commands.places import named
from tagwright.syntax import EXPORTS
from tagwright.terminal import give, progress, say

if TYPE_CHECKING:
    from tagwright.syntax import Output

PATH = click.Path(path_type=Path)
SHOWN = 20
LOOK = {
    "redefined": "its definition has other words now: see that its facts mean the same",
    "relabelled": "it has quite another label now: see that its facts mean the same",
    "deprecated": "it is deprecated in the new version: see what is to be used instead",
}


def split_syntaxes(_context: click.Context, _parameter: click.Parameter, given: str) -> tuple[Output, ...]:
    """Return the syntaxes of `--syntax`, in the order in which they are listed in its help."""
    wanted = frozenset(name.strip() for name in given.split(",") if name.strip())
    for name in sorted(wanted.difference(EXPORTS)):
        raise click.BadParameter(f"{name!r} is none of {', '.join(EXPORTS)}")
    if not wanted:
        raise click.BadParameter(f"name at least one of {', '.join(EXPORTS)}")
    return tuple(name for name in EXPORTS if name in wanted)


@click.command(
    epilog="""\b
Examples:
  tagwright taxonomy diff shop-2024.yaml shop-2025.yaml --rules rules.yaml
  tagwright taxonomy migrate report.xbrl --from shop-2024.yaml --to shop-2025.yaml --rules rules.yaml -o moved
"""
)
@click.argument("report", type=PATH)
@click.option("--from", "old", metavar="TAXONOMY", required=True,
              help="The version that the report was written against.")  # fmt: skip
@click.option("--to", "new", metavar="TAXONOMY", required=True, help="The version to move it to.")
@click.option("--rules", metavar="FILE", type=PATH,
              help="What became of names that are no longer there (.yaml); `taxonomy diff --rules` drafts it.")  # fmt: skip
@click.option("-o", "--output", metavar="DIR", required=True, callback=named, help="The folder to write to.")
@click.option("--syntax", "syntaxes", metavar="LIST", default="xml", show_default=True, callback=split_syntaxes,
              help="The syntaxes to write: xml, ixbrl, json, csv.")  # fmt: skip
@click.option("--progress/--no-progress", "show_progress", default=None,
              help="Tell the steps on stderr; by default on a terminal.")  # fmt: skip
def migrate(
    report: Path,
    old: str,
    new: str,
    rules: Path | None,
    output: Path,
    syntaxes: tuple[Output, ...],
    show_progress: bool | None,  # noqa: FBT001  click's signature
) -> int:
    """Move the facts of REPORT to another version of its taxonomy.

    REPORT is an instance in any syntax or a report package. A fact is moved where its names and their meaning
    are the same in both versions, or a rule says what they became; a rule may drop it, with the reason. What
    no rule covers stays behind and is listed: migration.json tells what became of every fact.

    Exits with 0 where every fact was moved or dropped by a rule, with 1 where it was written and some stayed
    behind, with 2 where the call or an input is wrong and nothing was written.
    """
    from tagwright.migrating import migrate_report  # noqa: PLC0415  --help need not pay for it

    done = migrate_report(
        report, output, old=old, new=new, rules=rules, to=syntaxes, on_step=progress(show_progress)
    )
    found = done.migration
    for stayed in found.left[:SHOWN]:
        fact = stayed.fact
        dimensions = "".join(f", {axis} = {member}" for axis, member in (*fact.dimensions, *fact.typed))
        say(f"left: {fact.concept}{dimensions}, {fact.value}: {stayed.text} ({stayed.code})")
    if len(found.left) > SHOWN:
        say(f"… and {len(found.left) - SHOWN} more: see {output / 'migration.json'}")
    for name, why in done.look:
        say(f"look: {name}: {LOOK[why]}")
    give(
        f"{len(found.moved)} facts moved, {len(found.dropped)} dropped by a rule, {len(found.left)} left: "
        f"{', '.join(done.files)}"
    )
    return 1 if found.left else 0
