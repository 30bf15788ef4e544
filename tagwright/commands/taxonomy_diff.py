"""`tagwright taxonomy diff`."""

from __future__ import annotations

import click

from tagwright.terminal import give


@click.command(
    epilog="""\b
Examples:
  tagwright taxonomy diff bank-2024.yaml bank-2025.yaml
  tagwright taxonomy diff bank-2024.zip bank-2025.zip --language zh-Hant
  tagwright taxonomy diff bank-2024.zip bank-2025.yaml --json
"""
)
@click.argument("old")
@click.argument("new")
@click.option("--language", type=click.Choice(("en", "zh-Hant", "zh-Hans")), default="en", show_default=True,
              help="The language of the sentences and of the labels.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON, for a program.")
def diff(old: str, new: str, language: str, as_json: bool) -> int:  # noqa: FBT001  click's signature
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
    told = diff_json(found) if as_json else tell_diff(found, before, after, language)
    give(told.rstrip("\n"))
    return 1 if found.breaks else 0
