"""`tagwright taxonomy docs`."""

from __future__ import annotations

from pathlib import Path

import click

from tagwright.commands.places import named
from tagwright.terminal import give, progress


@click.command(
    epilog="""\b
Examples:
  tagwright taxonomy docs my-taxonomy.yaml -o site
  tagwright taxonomy docs bank-2025.zip -o site --previous bank-2024.zip
"""
)
@click.argument("reference", metavar="TAXONOMY")
@click.option("-o", "--output", metavar="DIR", required=True, callback=named,
              help="The folder to write to.")  # fmt: skip
@click.option("--previous", metavar="TAXONOMY",
              help="The version before: what changed since is shown too.")  # fmt: skip
@click.option("--language", type=click.Choice(("en", "zh-Hant", "zh-Hans")),
              help="The language to begin with; else the reader's own.")  # fmt: skip
@click.option("--progress/--no-progress", "show_progress", default=None,
              help="Tell the steps on stderr; by default on a terminal.")  # fmt: skip
def docs(
    reference: str,
    output: Path,
    previous: str | None,
    language: str | None,
    show_progress: bool | None,  # noqa: FBT001  click's signature
) -> int:
    """Write a site to read, to search and to send: index.html.

    The page shows the taxonomy as a tree by presentation, by hypercube and by axis, searches labels, terms and
    names in every language, and tells all that is known of each element and where it is used. Every element
    has an address (index.html#bank:Deposits). It is one file and needs no server and no network.

    Files appear whole or not at all; what no earlier run wrote is never overwritten.
    """
    from exports.output_folder import publish  # noqa: PLC0415  --help need not pay for it
    from taxonomy.diff import diff_taxonomies  # noqa: PLC0415  likewise
    from taxonomy.load import load_taxonomy  # noqa: PLC0415  likewise
    from taxonomy.site import write_site  # noqa: PLC0415  likewise

    tell = progress(show_progress)
    tell(f"reading {reference}")
    known = load_taxonomy(reference)
    before = load_taxonomy(previous) if previous else None
    tell("writing the page")
    changes = diff_taxonomies(before, known) if before else None
    publish(output, {"index.html": write_site(known, before, changes, language or "")})
    give(str(output / "index.html"))
    return 0
