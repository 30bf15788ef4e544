"""`tagwright taxonomy load`."""

from __future__ import annotations

from pathlib import Path

import click

from tagwright.commands.writing import write_whole
from tagwright.terminal import give, progress, say
from taxonomy.errors import TagwrightError


@click.command(
    epilog="""\b
Examples:
  tagwright taxonomy load "tifrs-20130331.zip#BASI/CR/tifrs-basi-cr-2013-03-31.xsd" -o tifrs.json
  tagwright taxonomy load "returns#rle/in-rbi-rle.xsd" -o rle.json
  tagwright tag report.html -o filing --taxonomy tifrs.json --entity bank.yaml --period 2024
"""
)
@click.argument("entry", metavar="ENTRY")
@click.option("-o", "--output", metavar="FILE", required=True, type=click.Path(path_type=Path),
              help="The file that the compiled taxonomy is written to (.json).")  # fmt: skip
@click.option("--package", "packages", metavar="ZIP", multiple=True, type=click.Path(path_type=Path),
              help="A taxonomy package that ENTRY rests on; may be given again.")  # fmt: skip
@click.option("--progress/--no-progress", "show_progress", default=None,
              help="Tell the steps on stderr; by default on a terminal.")  # fmt: skip
def load(entry: str, output: Path, packages: tuple[Path, ...], show_progress: bool | None) -> int:  # noqa: FBT001  click's signature
    """Load anybody's taxonomy and write it compiled, quick to load again.

    Beside FILE.json its taxonomy package is written as FILE.zip, which filings against it need.

    ENTRY is a schema (FILE.xsd), a taxonomy package (PACKAGE.zip), or a zip or folder that holds a taxonomy;
    with #ENTRY POINT behind where there are several: its address, its path within, or the end of either. It
    may be the source of an extension (.yaml), too.

    Arelle reads it, offline. Every address in it is checked before: none may lead out of the zip or folder.
    Exits with 1 where it was written though something is missing from it, such as a linkbase.
    """
    from taxonomy.compiled import encode  # noqa: PLC0415  --help need not pay for it
    from taxonomy.foreign import load_dts, said  # noqa: PLC0415  likewise
    from taxonomy.load import load_foreign  # noqa: PLC0415  likewise

    beside = output.with_suffix(".zip")
    if output.suffix.lower() != ".json":
        raise TagwrightError(f"{output}: is to be a compiled taxonomy: let its name end in .json")
    if beside.exists() and any(beside.samefile(path) for path in (Path(entry.partition("#")[0]), *packages)):
        raise TagwrightError(f"{beside}: is what is read and would be written: name another file with -o")
    progress(show_progress)("reading with Arelle")
    loaded = load_dts(entry, packages) if packages else load_foreign(entry)
    package = loaded.package()
    write_whole(beside, package.data)
    write_whole(output, encode(loaded.taxonomy, package.data).encode())
    for finding in loaded.findings:
        say(f"{said(finding)} ({finding.code})")
    found, dts = loaded.taxonomy, loaded.taxonomy.dts
    rest = ((len(dts.formulas), "formula"), (len(dts.tables), "table")) if dts else ()
    more = "".join(f", {count:,} {word}{'' if count == 1 else 's'}" for count, word in rest if count)
    give(
        f"{output}: {len(found.concepts):,} concepts, {len(found.headings):,} headings, "
        f"{len(found.axes) + len(found.typed_axes):,} axes, {len(found.member_by_qname):,} members, "
        f"{len(found.hypercubes):,} hypercubes{more}"
    )
    return 1 if loaded.findings else 0
