"""What an option `--to` asks for."""

from __future__ import annotations

import click

from tagwright.syntax import OUTPUTS, Output


def split_outputs(_context: click.Context, _parameter: click.Parameter, given: str) -> tuple[Output, ...]:
    """Return what `--to` names, in the order in which they are listed in its help."""
    wanted = [name.strip() for name in given.split(",") if name.strip()]
    for name in wanted:
        if name not in OUTPUTS:
            raise click.BadParameter(f"{name!r} is none of {', '.join(OUTPUTS)}")
    if not wanted:
        raise click.BadParameter(f"name at least one of {', '.join(OUTPUTS)}")
    return tuple(name for name in OUTPUTS if name in wanted)
