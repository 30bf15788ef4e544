"""`tagwright taxonomy schema`."""

from __future__ import annotations

import json
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

import click

from tagwright.commands.writing import write_whole
from tagwright.terminal import give
from taxonomy.errors import TagwrightError


@click.command(
    epilog="""\b
Examples:
  tagwright taxonomy schema -o source.schema.json
  tagwright taxonomy schema | jq .properties.concepts
"""
)
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path),
              help="The file to write; without it the schema is printed. The schema of another version is replaced, "
                   "any other file left alone.")  # fmt: skip
def schema(output: Path | None) -> int:
    """Write the JSON Schema of taxonomy sources, by which an editor shows mistakes and offers keys.

    It is for any editor that takes a JSON Schema for YAML. The first line of a source names it:
    # yaml-language-server: $schema=source.schema.json
    """
    data = (files("taxonomy") / "source.schema.json").read_bytes()
    if output is None:
        give(data.decode().rstrip("\n"))
        return 0
    if (output.is_symlink() or output.exists()) and not _is_schema(output, json.loads(data)["$id"]):
        raise TagwrightError(f"{output}: is there already: move it away or name another file with -o")
    write_whole(output, data)
    give(str(output), f"the schema is {output}")
    return 0


def _is_schema(path: Path, of: str) -> bool:
    """Return whether a file is the schema of taxonomy sources, of whichever version."""
    with suppress(OSError, ValueError, RecursionError):
        held = json.loads(path.read_bytes())
        return not path.is_symlink() and isinstance(held, dict) and held.get("$id") == of
    return False
