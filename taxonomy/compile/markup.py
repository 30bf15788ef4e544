"""XML text and attributes, escaped so that every character survives being read again."""

from __future__ import annotations

from typing import Final

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'

_TEXT = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("\r"): "&#13;"}
_ATTRIBUTE = {**_TEXT, ord('"'): "&quot;", ord("\n"): "&#10;", ord("\t"): "&#9;"}


def escape_text(text: str) -> str:
    """Return the text as character data."""
    return text.translate(_TEXT)


def attributes(*pairs: tuple[str, str]) -> str:
    """Return ` name="value"` for each pair."""
    return "".join(f' {name}="{value.translate(_ATTRIBUTE)}"' for name, value in pairs)
