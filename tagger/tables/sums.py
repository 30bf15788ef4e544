"""Which rows of a table its own sums prove to be parts of a total, whatever else is called as they are.

Interest on deposits may be printed as Deposits, above a total of interest expense: a level is no part of a flow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tagger.document import Cell, Document, Span
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.whole_labels import Named
from tagger.readers.values import is_number

_MOST_PARTS = 12
_LEAST_PARTS = 2
_LEAST = 1000
"""How many of its last place a total must be: what is printed in few digits may add up by chance."""
_DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A value of a column: its row, whether that names a flow (None where open), the last place that is printed."""

    row: int
    is_flow: bool | None
    value: Decimal
    place: Decimal


def parts_of_flows(
    document: Document, blocks: range, names: Mapping[Span, tuple[Named, ...]], index: TaxonomyIndex
) -> frozenset[int]:
    """Return the rows that name levels and add up, with the rows beside them, to a row that names a flow.

    blocks: those of the table. names: what its headings name.
    """
    of_flows = {
        span: is_flow for span, items in names.items() if (is_flow := _is_flow(items, index)) is not None
    }
    if len(set(of_flows.values())) < 2:  # noqa: PLR2004  # levels alone, or flows
        return frozenset()
    columns: dict[int, list[_Entry]] = {}
    for number in blocks:
        block = document.blocks[number]
        if block.cell and not block.cell.heading and block.cell.row_headings:
            entry = _entry(block.cell, document.text[block.start : block.end], of_flows)
            if entry:
                columns.setdefault(block.cell.column, []).append(entry)
    return frozenset(
        part.row
        for entries in columns.values()
        for parts in _sums(entries)
        for part in parts
        if part.is_flow is False
    )


def _is_flow(items: tuple[Named, ...], index: TaxonomyIndex) -> bool | None:
    """Return whether all that a heading names are flows, None where they are no concepts or of both kinds."""
    found = {index.is_flow(item.target) for item in items if not item.axis}
    return next(iter(found)) if len(found) == 1 else None


def _entry(cell: Cell, said: str, of_flows: dict[Span, bool]) -> _Entry | None:
    digits = _DIGITS.search(said)
    if digits is None or not is_number(said):
        return None
    value = Decimal(digits[0].replace(",", ""))
    exponent = value.as_tuple().exponent
    place = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    negative = any(mark in said[: digits.start()] for mark in "(（-−–—－")
    is_flow = next((of_flows[span] for span in cell.row_headings if span in of_flows), None)
    return _Entry(cell.row, is_flow, -value if negative else value, place)


def _sums(entries: list[_Entry]) -> Iterator[list[_Entry]]:
    """Yield the rows right before or right behind a flow that add up to it."""
    for at, total in enumerate(entries):
        if not total.is_flow or abs(total.value) < total.place * _LEAST:
            continue
        for beside in (entries[max(0, at - _MOST_PARTS) : at][::-1], entries[at + 1 : at + 1 + _MOST_PARTS]):
            reached = Decimal(0)
            for count, entry in enumerate(beside, start=1):
                reached += entry.value
                apart = abs(abs(reached) - abs(total.value))
                if count >= _LEAST_PARTS and apart <= total.place * _HALF * count:
                    yield beside[:count]
                    break
