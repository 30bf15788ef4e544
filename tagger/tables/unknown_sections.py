"""Rows of a section that nothing explains, beside the same rows of a section that names a part: they are no whole's.

Segments below each other say the same lines each (interest income, expenses, profit). Where one of them is a member's,
another whose heading no word of the taxonomy explains is of a part as well, which the taxonomy does not have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from tagger.document import Document, Span
from tagger.tables.headings import Heading
from tagger.words.folding import fold

UNKNOWN_SECTION = ("left_over", "its section is called by words that are in no term of the taxonomy")


def rows_of_unknown_sections(
    document: Document, cells: range, heading: Callable[[Span], Heading]
) -> frozenset[int]:
    """Return the numbers of the rows that such a section holds; `cells`: the numbers of a table's blocks."""
    by_name: defaultdict[str, set[Span]] = defaultdict(set)
    rows: defaultdict[Span, set[int]] = defaultdict(set)
    for number in cells:
        cell = document.blocks[number].cell
        if cell is not None and not cell.heading and cell.above and cell.row_headings:
            by_name[fold("".join(document.text[slice(*span)] for span in cell.row_headings))].add(
                cell.above[0]
            )
            rows[cell.above[0]].add(cell.row)
    if len(rows) == 1:
        return frozenset()
    found: set[int] = set()
    for sections in by_name.values():
        if len(sections) > 1 and any(_names_part(heading(span)) for span in sections):
            for span in sections:
                found.update(rows[span] if _is_unknown(heading(span)) else ())
    return frozenset(found)


def _names_part(section: Heading) -> bool:
    """Return whether a section's heading names a member and no concept."""
    return section.has("member") and not section.has("concept")


def _is_unknown(section: Heading) -> bool:
    """Return whether a section's heading is not all explained, and no concept, total or time."""
    return bool(section.holes) and not (section.has("concept") or section.phrases or section.has("total"))
