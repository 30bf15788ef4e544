"""Headings of tables of pipes whose rows begin without the empty corner, and so stand one column too far to the left.

Converters leave out what is blank: | 2025 | 2024 | over | Net sales | 5,120 | 4,870 |.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import groupby, pairwise

from tagger.readers.change_heads import changes_in_place
from tagger.readers.grid_cell import GridCell
from tagger.readers.head_words import is_corner, is_head, is_stretch, is_time

_MOST_HEADS = 6


def in_place(cells: list[GridCell], values: int, said: Callable[[GridCell], str]) -> list[GridCell]:
    """Return the cells with the headings over the columns that they are of, where all of them lack the corner before them.

    values: the first row that holds a number. said: what a cell says.
    """
    rows = [list(group) for _, group in groupby(cells, key=lambda cell: cell.row)]
    heads = [row for row in rows if row[0].row < values][-_MOST_HEADS:]
    while len(heads) > 1 and len(heads[-1]) == 1 and not heads[-1][0].column:
        heads.pop()  # the name of a section
    stated = [row for row in rows if row[0].row >= values and len(row) > 1]
    if not heads or not stated:
        return cells
    count = Counter(len(row) - 1 for row in stated).most_common(1)[0][0]
    if count < 2:  # noqa: PLR2004
        return cells
    changes = changes_in_place(cells, values, count, said)
    if changes is not cells:
        return changes
    if len(heads) == 1 and len(heads[0]) == count + 1 and not is_head(said(heads[0][-1])):
        named = _is_headed(heads[0][:-1], count, said) and not _has_corner(heads[0][:-1], said)
        # behind them, the name of the section below
        moved = {cell.start: replace(cell, column=cell.column + 1) for cell in heads[0] if named}
        return [moved.get(cell.start, cell) for cell in cells]
    if not _is_headed(heads[-1], count, said):
        return cells
    placed: dict[int, GridCell] = {}
    for row in heads:
        over = _over(row, count, said)
        if over is None:
            return cells
        placed.update(zip((cell.start for cell in row), over, strict=True))
    return [placed.get(cell.start, cell) for cell in cells]


def _is_headed(row: list[GridCell], count: int, said: Callable[[GridCell], str]) -> bool:
    """Return whether a row is one heading for each column of values, the first where the names of rows stand."""
    columns = [cell.column for cell in row]
    return columns == list(range(count)) and all(is_head(said(cell)) for cell in row)


def _has_corner(row: list[GridCell], said: Callable[[GridCell], str]) -> bool:
    """Return whether a row of headings begins with what stands over the names of rows: Metric, before times alone."""
    first, *others = (said(cell) for cell in row)
    return is_corner(first) and not is_time(first) and any(map(is_time, others))


def _over(row: list[GridCell], count: int, said: Callable[[GridCell], str]) -> list[GridCell] | None:
    """Return headings over equal groups of columns; None where they are something else. One alone is a title."""
    groups = len(row)
    if groups == 1 and not is_stretch(said(row[0])):
        return row
    if count % groups or [cell.column for cell in row] != list(range(groups)):
        return None
    each = count // groups
    return [replace(cell, column=1 + each * at, columns=each) for at, cell in enumerate(row)]


def below_groups(cells: list[GridCell], values: int) -> list[GridCell]:
    """Return the cells with a row of headings right below groups of columns in place, where it lacks the corner before them.

    The blank corner above spans one row where it should span both: 2024 and 2023, over two each of amount, share, amount, share.
    """
    rows = [list(group) for _, group in groupby(cells, key=lambda cell: cell.row)]
    moved: dict[int, GridCell] = {}
    for above, below in pairwise([row for row in rows if row[0].row < values][:_MOST_HEADS]):
        groups = [cell for cell in above if cell.rows == 1]
        wide = [at for cell in groups for at in range(cell.column, cell.column + cell.columns)]
        columns = [cell.column for cell in below]
        grouped = any(cell.columns > 1 for cell in groups) and all(cell.columns == 1 for cell in below)
        if grouped and wide == list(range(1, len(below) + 1)) and columns == list(range(len(below))):
            moved.update({cell.start: replace(cell, column=cell.column + 1) for cell in below})
    return [moved.get(cell.start, cell) for cell in cells] if moved else cells
