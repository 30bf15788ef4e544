"""Cells, column names and row ids of xBRL-CSV.

Spec: xBRL-CSV 1.0 sections 3.1.7 (special values), 3.1.9 (row identifiers); RFC 4180 (quoting).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from exports.markup import checked_id

RESERVED = frozenset({"id", "concept", "entity", "period", "unit", "language", "decimals", "value"})

_ENCODED = re.compile(r"\.|-(?=2[ED]-)")
_DECODED = re.compile(r"-2([ED])-")
_NO_IDENTIFIER = re.compile(r"[^\w\-]")
_ASCII_QUOTED = (",", '"', "\n", "\r")


def quoted(text: str) -> str:
    """Return the text as a cell, in quotes where it needs them (a blank at an end may get lost)."""
    if any(mark in text for mark in _ASCII_QUOTED) or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text


def cell(text: str) -> str:
    """Return any text as the cell of a value: an empty one and one that begins with # say so."""
    if not text:
        return "#empty"
    return quoted(f"#{text}" if text.startswith("#") else text)


def text_of(content: str) -> str | None:
    """Return what a value's cell says: "#nil" is None.

    Raises: ValueError for a special value that is none.
    """
    if not content.startswith("#"):
        return content
    if content.startswith("##"):
        return content[1:]
    match content:
        case "#empty":
            return ""
        case "#nil":
            return None
        case _:
            raise ValueError(
                f"{content[:60]!r} is no special value: a text that begins with # has a second one before it"
            )


def checked_row_id(name: str) -> str:
    """Return the fact's id as a row's, which may hold no dot.

    Raises: FilingError where it is no id.
    """
    return _ENCODED.sub(lambda match: "-2E-" if match[0] == "." else "-2D-", checked_id(name))


def id_of_row(row: str) -> str:
    """Return the fact's id that the row's was made from."""
    return row if "-" not in row else _DECODED.sub(lambda match: "." if match[1] == "E" else "-", row)


def axis_columns(axes: Sequence[str]) -> dict[str, str]:
    """Return the column of each axis: its local name, with its prefix where that is not enough."""
    columns: dict[str, str] = {}
    for axis in axes:
        prefix, _, local = axis.partition(":")
        name = _NO_IDENTIFIER.sub("_", local)
        taken = RESERVED.union(columns.values())
        number = 1
        while name in taken:
            number += 1
            plain = _NO_IDENTIFIER.sub("_", f"{prefix}_{local}")
            name = plain if number == 2 else f"{plain}_{number}"  # noqa: PLR2004  the second try
        columns[axis] = name
    return columns
