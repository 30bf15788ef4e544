"""Places as options take them."""

from __future__ import annotations

from pathlib import Path

import click


def named(_context: click.Context, parameter: click.Parameter, given: str) -> Path:
    """Return the place of an option; an empty word, as an unset shell variable gives, is no place."""
    if not given:
        raise click.BadParameter("is empty: name a folder", param=parameter)
    return Path(given)
