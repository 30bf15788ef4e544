"""Reads the entity profile of a run: the profile's own mistakes, and a currency that is none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from yaml.nodes import MappingNode

from tagger.profile_source import load_profile_source
from taxonomy.currency import currencies, currency_hint
from taxonomy.yaml_nodes import SourceError, mistake, parse_yaml

if TYPE_CHECKING:
    from tagger.profile_source import ProfileSource
    from taxonomy.errors import Finding


def load_entity(path: Path) -> ProfileSource:
    """Read an entity profile.

    Raises: SourceError (all mistakes), TagwrightError (the file cannot be read).
    """
    try:
        source = load_profile_source(path)
    except SourceError as error:
        raise SourceError((*error.findings, *_no_currency(path))) from None
    if source.profile.currency not in currencies():
        raise SourceError(_no_currency(path))
    return source


def _no_currency(path: Path) -> tuple[Finding, ...]:
    """Return the mistake where the profile's currency has the form of a code and is none."""
    try:
        root = parse_yaml(path.read_bytes(), str(path))
    except SourceError:
        return ()
    for key, value in root.value if isinstance(root, MappingNode) else ():
        code = str(value.value)
        if key.value == "currency" and re.fullmatch("[A-Z]{3}", code) and code not in currencies():
            message = (
                f'currency "{code}" is no currency of ISO 4217{currency_hint(code)}: write one such as CNY'
            )
            return (mistake(str(path), value, "value", message),)
    return ()
