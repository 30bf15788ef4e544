"""XML text and attributes, escaped so that every character survives being read again."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

LINK_NAMESPACES: Final = (
    ("xmlns:link", "http://www.xbrl.org/2003/linkbase"),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
)
"""What every schema and linkbase declares for its references and links."""
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'

_SPECIAL = re.compile(r'[&<>"\r\n\t]')
"""Most values hold none of these; looking first is faster than replacing."""


def escape_text(text: str) -> str:
    """Return the text as character data."""
    if not _SPECIAL.search(text):
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


@cache
def escape_name(name: str) -> str:
    """Return a name that stands in many attributes, such as a role or a file, as an attribute's value."""
    return _escape_attribute(name)


def attributes(*pairs: tuple[str, str]) -> str:
    """Return ` name="value"` for each pair."""
    return "".join([f' {name}="{_escape_attribute(value)}"' for name, value in pairs])


def _escape_attribute(value: str) -> str:
    if not _SPECIAL.search(value):
        return value
    return escape_text(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
