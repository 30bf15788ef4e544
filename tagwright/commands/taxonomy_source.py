"""`tagwright taxonomy format|source`."""

from __future__ import annotations

from pathlib import Path

import click

from tagwright.commands.writing import write_whole
from tagwright.terminal import give, say
from taxonomy.errors import TagwrightError


@click.command(
    name="format",
    epilog="""\b
Examples:
  tagwright taxonomy format my-taxonomy.yaml
  tagwright taxonomy format my-taxonomy.yaml parts/axes.yaml --check
""",
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where a file would change.")
def format_sources(files: tuple[Path, ...], check: bool) -> int:  # noqa: FBT001  click's signature
    """Rewrite taxonomy sources in their one canonical order and layout.

    Comments stay with what they belong to. The taxonomy is the same before and after, and so is what the next
    run makes of it. Each file is written whole or not at all, and none where one of them has a mistake. Prints
    the files that change.

    Exits with 0, with 1 where --check finds a file that would change, with 2 where nothing was written.
    """
    from taxonomy.format_source import format_file  # noqa: PLC0415  --help need not pay for it

    made: dict[Path, bytes] = {}
    mistakes: list[str] = []
    for path in files:
        try:
            before, after = format_file(path)
        except TagwrightError as error:
            mistakes.append(str(error))
        else:
            if before != after:
                made[path] = after
    if mistakes:
        raise TagwrightError("\n".join(mistakes))
    for path, data in made.items():
        if not check:
            write_whole(path.resolve(), data)
    for path in made:
        give(str(path), "" if check else "the files are formatted")
    if check and made:
        say(f"{len(made)} of {len(files)} would change: run it without --check")
    return 1 if check and made else 0


@click.command(
    epilog="""\b
Examples:
  tagwright taxonomy source bank-2024-12-31.zip -o bank.yaml
  tagwright taxonomy source bank-disclosure | less
"""
)
@click.argument("reference", metavar="TAXONOMY")
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path),
              help="The file to write; without it the source is printed. A file that is there is left alone.")  # fmt: skip
def source(reference: str, output: Path | None) -> int:
    """Write the source of a taxonomy package that tagwright built, or of a workbook, as a person would have written it.

    Building it gives the same package, byte for byte. Comments and files that the first source had are not in a
    package: they are the one thing that is lost. Of an extension its workbook and its source are taken, no package.
    """
    from taxonomy.extension.read import is_extension  # noqa: PLC0415  --help need not pay for it
    from taxonomy.load import load_taxonomy, load_to_file  # noqa: PLC0415  likewise
    from taxonomy.write_source import write_source  # noqa: PLC0415  likewise

    path = Path(reference)
    if is_extension(path):
        from taxonomy.extension.read import read_extension  # noqa: PLC0415  only an extension pays for Arelle
        from taxonomy.extension.write import extension_source  # noqa: PLC0415  likewise

        to = output or Path.cwd() / "source.yaml"
        data = extension_source(read_extension(path, load_to_file), path, to)
    else:
        data = write_source(load_taxonomy(reference))
    if output is None:
        give(data.decode().rstrip("\n"))
        return 0
    if output.is_symlink() or output.exists():
        raise TagwrightError(f"{output}: is there already: move it away or name another file with -o")
    write_whole(output, data)
    give(str(output), f"the source is {output}")
    return 0
