"""Tables with one cell a line and blank lines between the cells, as the text layer of a PDF gives them without its layout.

Headings come first (項目, two days, a change), then a name and its values, row by row; headings of other periods may
come again further down, and there the name may stand behind its values. What counts alone leave open stays a chart:
a table is one where its headings say that they are some, and as many values as headings follow each name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tagger.readers.by_columns import by_columns
from tagger.readers.grid_cell import GridCell
from tagger.readers.head_words import is_corner, is_head, is_stretch, is_time, says_change
from tagger.readers.levels import two_levels
from tagger.readers.pairs import pairs_table, say_more
from tagger.readers.stack_heads import notes_before, stacked_levels
from tagger.readers.stacks import (
    MOST_COLUMNS,
    Segment,
    Stack,
    is_stated,
    names_before,
    parts_of,
    segments_from,
)
from tagger.readers.text_lines import TextLine, TextTable
from tagger.readers.values import is_unit_in_brackets, mentions_unit

_DIGIT = re.compile(r"\d")
_MOST_SECTIONS = 2
_APART = 100
_LEAST_ROWS = 2
_LEAST_IN_COLUMNS = 6
"""Two rows of three columns, one of them a change."""
_TOLD_BY_HEADS = 2
"""As many columns with headings make a table of one row."""


class Heads(NamedTuple):
    """The lines of a heading each, with the corner over the names; label: the first row's name, None where it stands behind.

    levels: of two levels, row, first column and width of each heading by its line, the corner's among them.
    turned: names of rows are what heads columns elsewhere: 2024年, 2023年, 變動. section: a name over the first row.
    notes: lines in brackets between the headings and the first row: (In thousands, except per share amounts).
    """

    corner: int | None
    columns: list[int]
    label: int | None
    levels: dict[int, tuple[int, int, int]] | None = None
    turned: bool = False
    section: int | None = None
    notes: tuple[int, ...] = ()

    @property
    def first(self) -> int:
        """Return the first line."""
        return self.columns[0] if self.corner is None else self.corner


def loose_table(lines: Sequence[TextLine], cells: Sequence[bool], at: int, floor: int) -> TextTable | None:
    """Return the table whose first value stands in the line `at`; it begins at `floor` or later.

    cells: which of the lines may be a cell.
    """
    before = names_before(lines, cells, at, floor)
    segments = segments_from(lines, cells, at)
    first = next(segments)
    count = len(first.values)
    if before and count >= _LEAST_IN_COLUMNS:
        proven = by_columns(lines, before, first.values)
        if proven is not None:
            return proven
    if count > MOST_COLUMNS:
        return None
    if not before:
        return pairs_table(lines, before, first, segments) if count == 1 else None
    heads = heads_of(lines, before, count)
    if heads is None or (count == 1 and _named_below(lines, first)):
        return pairs_table(lines, before, first, segments) if count == 1 else None
    table = Stack(lines, count)
    _read(table, heads, first, segments)
    alone = not _says_all(lines, heads)
    begun = heads.first > 0 and cells[heads.first - 1] and is_stated(lines[heads.first - 1])
    if table.stated < _LEAST_ROWS and (alone or begun or count < _TOLD_BY_HEADS or heads.turned):
        return None
    if count == 1 and say_more(lines[heads.first : table.last]):
        return None
    columns = tuple((_APART * column, _APART * column) for column in range(1, count + 1))
    return TextTable(heads.first, table.last, table.cells, columns, across=bool(heads.levels or heads.notes))


def _named_below(lines: Sequence[TextLine], first: Segment) -> bool:
    """Return whether a value stands apart from what is above it, and what is below it does not: its name."""
    return lines[first.values[0]].after_blank and bool(first.names) and not lines[first.names[0]].after_blank


def _says_all(lines: Sequence[TextLine], heads: Heads) -> bool:
    """Return whether each heading says by itself that it is one."""
    return all(is_head(lines[at].text) for at in heads.columns)


def may_open(lines: Sequence[TextLine], cells: Sequence[bool], at: int) -> bool:
    """Return whether the first of some values may stand in the line: one with no value right before it."""
    if not cells[at] or not (lines[at].bare or _DIGIT.search(lines[at].text)):
        return False
    return is_stated(lines[at]) and not (at and cells[at - 1] and is_stated(lines[at - 1]))


def _put_heads(table: Stack, heads: Heads) -> None:
    """Put the headings."""
    table.names_behind, table.turned = heads.label is None, heads.turned
    if heads.levels:
        _put_levels(table, heads.levels, heads.notes)
        _put_section(table, heads)
        return
    if heads.notes:  # they stand over the names
        table.put(heads.notes, 0, marked=True)
    if heads.corner is not None:
        table.put([heads.corner], 0, marked=True)
    for column, line in enumerate(heads.columns, start=1):
        table.put([line], column, marked=True)
    table.rows += 1
    _put_section(table, heads)


def _put_section(table: Stack, heads: Heads) -> None:
    """Put the name of a section over the first row, if there is one."""
    if heads.section is not None:
        table.put([heads.section], 0)
        table.rows += 1


def _put_levels(table: Stack, levels: dict[int, tuple[int, int, int]], notes: Sequence[int]) -> None:
    """Put headings of several levels, row by row; notes stand over the names, beside the last of them."""
    for line, (row, column, wide) in sorted(levels.items(), key=lambda item: (item[1][0], item[0])):
        start, end = table.lines[line].start, table.lines[line].end
        table.cells.append(GridCell(start, end, table.rows + row, column, columns=wide, marked=True))
    table.rows += max(row for row, _, _ in levels.values())
    if notes:
        table.put(notes, 0, marked=True)
    table.rows += 1


def heads_of(lines: Sequence[TextLine], names: list[int], count: int) -> Heads | None:
    """Return the headings over `count` columns among lines without a value, None where they are none that say so."""
    said = [lines[at].text for at in names]
    put_by = notes_before(said, count)
    notes = tuple(names[at] for at in put_by)
    bare = [line for at, line in enumerate(names) if at not in put_by] if notes else names
    said = [lines[at].text for at in bare]
    for behind in (1, 2):  # a section's name may stand before the first row's
        stacked = stacked_levels(said[:-behind], count) if len(said) > behind + count else None
        if stacked:
            placed = {bare[at]: place for at, place in stacked.items()}
            section = bare[-2] if behind > 1 else None
            return Heads(bare[min(stacked)], [], bare[-1], placed, section=section, notes=notes)
    found = _heads_of(lines, bare, count)
    if found is None or found.label is None:
        return _heads_of(lines, names, count) if notes else found
    return _under_stretch(lines, names, found)._replace(notes=notes)


def _under_stretch(lines: Sequence[TextLine], names: list[int], heads: Heads) -> Heads:
    """Return headings with the line above them that says over how long all of them are: Three Months Ended, over two days."""
    over = names.index(heads.first) - 1
    if over < 0 or heads.levels or heads.turned or not is_stretch(lines[names[over]].text):
        return heads
    placed = {names[over]: (0, 1, len(heads.columns))}
    placed.update({line: (1, column, 1) for column, line in enumerate(heads.columns, start=1)})
    if heads.corner is not None:
        placed[heads.corner] = (1, 0, 1)
    return heads._replace(corner=names[over], levels=placed)


def _heads_of(lines: Sequence[TextLine], names: list[int], count: int) -> Heads | None:
    said = [lines[at].text for at in names]
    levels = two_levels(said[:-1], count) if count > _TOLD_BY_HEADS else None
    if levels:
        first = min(levels)
        corner = first - 1 if first and is_corner(said[first - 1]) else None
        placed = {names[at]: place for at, place in levels.items()}
        if corner is not None:
            placed[names[corner]] = (0, 0, 1)
        return Heads(names[first if corner is None else corner], [], names[-1], placed)
    found = _under_units(said, names, count)
    if found is not None:
        return found
    for behind in (1, 0, 2):
        first = len(names) - behind - count
        if first < 0:
            continue
        told = [is_head(text) for text in said[first : first + count]]
        if first and is_time(said[first - 1]) and any(map(is_time, said[first : first + count])):
            continue  # more times than columns
        corner = names[first - 1] if first and is_corner(said[first - 1]) else None
        turned = behind == 1 and count > 1 and is_head(said[-1]) and not any(told)
        fits = all(told) and count > 1
        if behind == 2:  # noqa: PLR2004  # a section's name and the first row's
            dated = corner is not None and is_time(said[-2]) and not any(map(is_time, said[first:-2]))
            fits = ((fits and not is_head(said[-2])) or dated) and not is_head(said[-1])
        elif behind:
            fits = (all(told) or _mostly(told, corner)) and not is_head(said[-1])
        if (fits or turned) and _told_apart(said[first : first + count]):
            section = names[-2] if behind == 2 else None  # noqa: PLR2004
            label = names[-1] if behind else None
            return Heads(corner, names[first : first + count], label, turned=turned, section=section)
    return None


def _told_apart(heads: list[str]) -> bool:
    """Return whether headings differ, but for changes, which follow the levels that they are of: H1, H1, change, H2, change."""
    alike = {text for text in heads if heads.count(text) > 1} if len(set(heads)) < len(heads) else set()
    return all(says_change(text) and not is_time(text) for text in alike) and heads[-1:] != heads[-2:-1]


def _under_units(said: list[str], names: list[int], count: int) -> Heads | None:
    """Return headings that have a unit below each of them: 2024, 2023, RMB million, RMB million."""
    first = len(names) - 1 - 2 * count
    if first < 0 or count < _TOLD_BY_HEADS or is_head(said[-1]):
        return None
    above, units = said[first : first + count], said[first + count : -1]
    if not all(map(is_head, above)) or not all(map(mentions_unit, units)):
        return None
    placed = {names[first + at]: (at // count, at % count + 1, 1) for at in range(2 * count)}
    return Heads(names[first], [], names[-1], placed)


def _mostly(told: list[bool], corner: int | None) -> bool:
    """Return whether headings that do not all say so are some: most do, or what stands over the names says it."""
    return sum(told) * 2 > len(told) or corner is not None


def _read(table: Stack, heads: Heads, first: Segment, segments: Iterator[Segment]) -> None:
    """Read rows as long as each has as many values as the table has columns; headings may come again."""
    _put_heads(table, heads)
    name = [heads.label] if heads.label is not None else []
    here = first
    while True:
        behind = here.names[:1] if table.names_behind else []
        if table.names_behind and not behind:
            return
        _put_row(table, name, here.values, behind)
        following = next(segments)
        between = here.names[len(behind) :]
        if len(following.values) < table.count:
            between, following = _beyond_odd_rows(table, between, following, segments)
        if len(following.values) != table.count and not _and_a_sum(table, following):
            return
        again = heads_of(table.lines, between, table.count) if between else None
        if again is not None and (again.label is not None or following.names):
            _put_heads(table, again)
            name = [again.label] if again.label is not None else []
        elif again is not None or (table.names_behind and between):
            return
        elif not table.names_behind:
            parts = _named(table, between)
            if not parts:
                return
            for section in parts[:-1]:
                table.put(section, 0)
                table.rows += 1
            name = parts[-1]
        here = following


def _put_row(table: Stack, name: list[int], values: list[int], behind: list[int]) -> None:
    """Put a row, and one without a name where its values are those of two: what the rows above come to."""
    table.row(name, values[: table.count], behind)
    if len(values) > table.count:
        table.row([], values[table.count :], [])


def _and_a_sum(table: Stack, segment: Segment) -> bool:
    """Return whether values are those of a row, and of one without a name behind it."""
    return not (table.names_behind or table.turned) and len(segment.values) == 2 * table.count


def _beyond_odd_rows(
    table: Stack, between: list[int], odd: Segment, segments: Iterator[Segment]
) -> tuple[list[int], Segment]:
    """Return the names and values behind rows of fewer values among others, which stand in columns that nothing heads."""
    if table.names_behind or table.turned:
        return between, odd
    rows: list[tuple[list[list[int]], list[int]]] = []
    names, here = between, odd
    while len(rows) < _MOST_ODD_ROWS and 0 < len(here.values) < table.count and parts_of(table.lines, names):
        rows.append((parts_of(table.lines, names), here.values))
        names, here = here.names, next(segments)
    if len(here.values) != table.count:
        return between, odd
    for parts, values in rows:
        for section in parts[:-1]:
            table.put(section, 0)
            table.rows += 1
        table.put(parts[-1], 0)
        for column, line in enumerate(values, start=table.count + 1):
            table.put([line], column)
        table.rows += 1
    return names, here


_MOST_ODD_ROWS = 3


def _named(table: Stack, between: list[int]) -> list[list[int]]:
    """Return the lines of sections and, last, of the next row's name among lines without a value; none where they are more."""
    parts = parts_of(table.lines, between)
    notes = sum(is_unit_in_brackets(table.lines[part[0]].text) for part in parts[:-1])
    if len(parts) > (1 if table.turned else _MOST_SECTIONS + min(notes, 1)):
        return []
    return [] if table.turned and between and not is_head(table.lines[between[-1]].text) else parts
