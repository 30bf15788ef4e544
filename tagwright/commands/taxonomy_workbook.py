"""`tagwright taxonomy workbook`."""

from __future__ import annotations

from pathlib import Path

import click

from tagwright.commands.writing import write_whole
from tagwright.terminal import give
from taxonomy.errors import TagwrightError


@click.command(
    epilog="""\b
Examples:
  tagwright taxonomy workbook my-taxonomy.yaml -o my-taxonomy.xlsx
  tagwright taxonomy check my-taxonomy.xlsx
  tagwright taxonomy source my-taxonomy.xlsx -o my-taxonomy-2.yaml
"""
)
@click.argument("reference", metavar="TAXONOMY")
@click.option("-o", "--output", metavar="FILE", required=True, type=click.Path(path_type=Path),
              help="The workbook to write (.xlsx). A file that is there is left alone.")  # fmt: skip
def workbook(reference: str, output: Path) -> int:
    """Write a taxonomy as a workbook that a person edits.

    It says all that a source says, in sheets: concepts, labels and terms a column a language, axes, members,
    hypercubes, presentation, sums, references. Wherever a taxonomy is asked for, the workbook may be given.
    That of an extension says what the extension says, and names what it extends. Comments of a source are not in it.
    """
    from taxonomy.extension.read import is_extension  # noqa: PLC0415  --help need not pay for it
    from taxonomy.load import load_taxonomy, load_to_file  # noqa: PLC0415  likewise
    from taxonomy.workbook.write import write_workbook  # noqa: PLC0415  likewise

    if output.suffix.lower() != ".xlsx":
        raise TagwrightError(f"{output}: is to be a workbook: let its name end in .xlsx")
    if output.is_symlink() or output.exists():
        raise TagwrightError(f"{output}: is there already: move it away or name another file with -o")
    path = Path(reference)
    if is_extension(path):
        from taxonomy.extension.read import read_extension  # noqa: PLC0415  only an extension pays for Arelle
        from taxonomy.extension.write import extension_workbook  # noqa: PLC0415  likewise

        data = extension_workbook(read_extension(path, load_to_file), path, output)
    else:
        data = write_workbook(load_taxonomy(reference))
    write_whole(output, data)
    give(str(output), f"the workbook is {output}")
    return 0
