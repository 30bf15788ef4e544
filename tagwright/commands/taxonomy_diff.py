"""`tagwright taxonomy diff`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tagwright.commands.writing import write_whole
from tagwright.terminal import give
from taxonomy.errors import TagwrightError

if TYPE_CHECKING:
    from taxonomy.diff import Diff
    from taxonomy.model import Taxonomy


@click.command(
    epilog="""\b
Examples:
  tagwright taxonomy diff bank-2024.yaml bank-2025.yaml
  tagwright taxonomy diff bank-2024.zip bank-2025.zip --language zh-Hant
  tagwright taxonomy diff bank-2024.zip bank-2025.yaml --json
  tagwright taxonomy diff bank-2024.zip bank-2025.zip --rules rules.yaml
"""
)
@click.argument("old")
@click.argument("new")
@click.option("--language", type=click.Choice(("en", "zh-Hant", "zh-Hans")), default="en", show_default=True,
              help="The language of the sentences and of the labels.")  # fmt: skip
@click.option("--rules", metavar="FILE", type=click.Path(path_type=Path),
              help="Write a first draft of the rules for `taxonomy migrate`, what is uncertain commented.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON, for a program.")
def diff(old: str, new: str, language: str, rules: Path | None, as_json: bool) -> int:  # noqa: FBT001  click's signature
    """Tell what changed from the taxonomy OLD to NEW, and what of it breaks.

    A change is breaking where an instance that was valid no longer is, or means something else, once its names
    are moved into the namespace of NEW. What was renamed, split or merged is found by labels, definitions,
    terms and place, and said with the reason.

    Exits with 0 where nothing breaks, with 1 where something does, with 2 where a taxonomy cannot be read.
    """
    from taxonomy.diff import diff_taxonomies  # noqa: PLC0415  --help need not pay for it
    from taxonomy.diff.told import diff_json, tell_diff  # noqa: PLC0415  likewise
    from taxonomy.load import load_taxonomy  # noqa: PLC0415  likewise

    before, after = load_taxonomy(old), load_taxonomy(new)
    found = diff_taxonomies(before, after)
    if rules is not None:
        draft(found, before, after, rules)
    told = diff_json(found) if as_json else tell_diff(found, before, after, language)
    give(told.rstrip("\n"))
    return 1 if found.breaks else 0


def draft(found: Diff, before: Taxonomy, after: Taxonomy, path: Path) -> None:
    """Write the draft of the rules, never over a file: a person may have worked on it.

    Raises: TagwrightError where there is a file already, or it cannot be written.
    """
    from taxonomy.migration import draft_rules  # noqa: PLC0415  most calls need none

    if path.exists():
        raise TagwrightError(f"{path} is there already, and may hold your own rules: name another file")
    write_whole(path, draft_rules(found, before, after).encode())
