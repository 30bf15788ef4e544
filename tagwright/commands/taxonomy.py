"""`tagwright taxonomy build|load|check|show|diff|migrate|docs|format|source|schema|suggest|workbook`."""

from __future__ import annotations

from pathlib import Path

import click

from tagwright.commands.check import check
from tagwright.commands.load import load
from tagwright.commands.places import named
from tagwright.commands.suggest import suggest
from tagwright.commands.taxonomy_diff import diff
from tagwright.commands.taxonomy_docs import docs
from tagwright.commands.taxonomy_migrate import migrate
from tagwright.commands.taxonomy_schema import schema
from tagwright.commands.taxonomy_source import format_sources, source
from tagwright.commands.taxonomy_workbook import workbook
from tagwright.commands.writing import write_whole
from tagwright.terminal import give
from taxonomy.errors import TagwrightError

REFERENCE = "TAXONOMY"


@click.group()
def taxonomy() -> None:
    """Build, load, check, show, compare and document taxonomies; migrate reports.

    A TAXONOMY is the name of a shipped one (bank-disclosure), a source (.yaml), a workbook (.xlsx), a package
    (.zip), what `load` wrote (.json), or anybody's schema (.xsd), PACKAGE.zip#ENTRY or FOLDER#ENTRY.
    """


@taxonomy.command(
    epilog="""\b
Examples:
  tagwright taxonomy build my-taxonomy.yaml
  tagwright taxonomy build bank-disclosure -o packages
"""
)
@click.argument("reference", metavar=REFERENCE)
@click.option("-o", "--output", metavar="DIR|ZIP", default=".", show_default=True,
              callback=named,
              help="The folder that PREFIX-VERSION.zip is written to, or the name of the file.")  # fmt: skip
def build(reference: str, output: Path) -> int:
    """Compile a taxonomy into a taxonomy package.

    The package holds the schema and the label, presentation, definition, calculation and reference linkbases;
    it alone is enough to tag with. The same source gives the same bytes. Prints the path of the file.

    The package of an extension imports the taxonomy that it extends, whose package is needed beside it.

    A package that was built before is replaced. Any other file of that name is left alone, and so is a package
    that was changed since: move it away first.
    """
    from taxonomy.build import build_package  # noqa: PLC0415  --help need not pay for it

    name, data = build_package(reference)
    path = output if output.suffix.lower() == ".zip" else output / name
    see_that_nothing_is_lost(path, data)
    write_whole(path, data)
    give(str(path), f"the package is {path}")
    return 0


def see_that_nothing_is_lost(path: Path, data: bytes) -> None:
    """See that no file is there but a package that was built before, or the very same bytes.

    Raises: TagwrightError where something else is there.
    """
    from taxonomy.built import is_as_built  # noqa: PLC0415  --help need not pay for it
    from taxonomy.files import read_package_bytes  # noqa: PLC0415  likewise

    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise TagwrightError(f"{path}: is not a file: move it away or name another place with -o")
    if not path.exists():
        return
    held = read_package_bytes(path)
    if held != data and not is_as_built(held, str(path)):
        raise TagwrightError(
            f"{path}: is there already and is no package as this version of tagwright builds it (somebody "
            "else's, or changed since): move it away or name another place with -o"
        )


@taxonomy.command(
    epilog="""\b
Examples:
  tagwright taxonomy show bank-disclosure
  tagwright taxonomy show my-taxonomy.yaml --language zh-Hant
"""
)
@click.argument("reference", metavar=REFERENCE)
@click.option("--language", metavar="TAG", default="en", show_default=True,
              help="The language of the labels: en, zh-Hant or zh-Hans.")  # fmt: skip
def show(reference: str, language: str) -> int:
    """Print a taxonomy as a tree: groups, concepts with their variants, axes and members, units."""
    from taxonomy.load import load_taxonomy  # noqa: PLC0415  --help need not pay for it
    from taxonomy.show import show_taxonomy  # noqa: PLC0415  likewise

    give(show_taxonomy(load_taxonomy(reference), language).rstrip("\n"))
    return 0


taxonomy.add_command(diff)
taxonomy.add_command(format_sources)
taxonomy.add_command(source)
taxonomy.add_command(schema)
taxonomy.add_command(load)
taxonomy.add_command(check)
taxonomy.add_command(migrate)
taxonomy.add_command(docs)
taxonomy.add_command(suggest)
taxonomy.add_command(workbook)
