"""Headings of times with changes against some of them behind, each in money and in per cent, over columns that order alone tells.

3Q24 Change vs. / 3Q24 / 2Q24 / 3Q23 / 2Q24 / 3Q23 / $/bp / % / $/bp / %: a time that comes again is what a change is
measured against, and has as many columns as there are measures for it. Years behind them begin anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain, groupby
from typing import NamedTuple

from tagger.readers.grid_cell import GridCell
from tagger.readers.head_words import is_measure, is_stretch, is_time, says_change
from tagger.readers.heads import Placed, as_one, word_of
from tagger.readers.text_lines import TextLine, Word
from tagger.readers.values import is_year, mentions_unit

Levels = dict[int, tuple[int, int, int]]
_MOST_TOPS = 5
"""Lines above the times that are looked at for what stands over some of them."""
_LONGEST_TIME = 24
_LEAST_TIMES = 3
"""Two times, and one of them again."""


class _Block(NamedTuple):
    """Times, and those of them that changes are measured against: their numbers among all times."""

    levels: list[int]
    bases: list[int]


def under_change(said: Sequence[str], count: int) -> Levels | None:
    """Return row, first column and width of each heading by its number, of lines that end in such headings; else None."""
    measures = _at_the_end(said, len(said), is_measure)
    times = _at_the_end(said, measures, _is_bare_time)
    blocks = _blocks(said[times:measures])
    each = _each(said[measures:], blocks)
    changed = [block for block in blocks if block.bases]
    if not each or sum(len(b.levels) + each * len(b.bases) for b in blocks) != count:
        return None
    above = range(max(times - _MOST_TOPS, 0), times)
    tops = [at for at in above if says_change(said[at]) and not is_stretch(said[at])]
    if len(tops) != len(changed):
        return None
    return _placed(said, times, measures, blocks, each, tops)


def _placed(
    said: Sequence[str], times: int, measures: int, blocks: list[_Block], each: int, tops: list[int]
) -> Levels:
    found: Levels = {}
    column, measure = 1, measures
    over = iter(tops)
    for block in blocks:
        begins = column
        for at in block.levels:
            found[times + at] = (1, column, 1)
            column += 1
        if block.bases:
            found[next(over)] = (0, column, each * len(block.bases))
        for at in block.bases:
            found[times + at] = (1, column, each)
            if measure < len(said):
                found.update({measure + nth: (2, column + nth, 1) for nth in range(each)})
                measure += each
            column += each
        stretch = next((at for at in range(times) if at >= times - _MOST_TOPS and is_stretch(said[at])), None)
        if stretch is not None and all(is_year(said[times + at]) for at in block.levels):
            found[stretch] = (-1, begins, column - begins)
    corner = next((at for at in range(min(tops), times) if _is_note(said[at])), None)
    if corner is not None:
        found[corner] = (1, 0, 1)
    least = min(row for row, _, _ in found.values())
    return {at: (row - least, column, wide) for at, (row, column, wide) in found.items()}


def _is_note(text: str) -> bool:
    return text[0] == "(" and mentions_unit(text)


def _at_the_end(said: Sequence[str], end: int, holds: Callable[[str], bool]) -> int:
    """Return where the last lines before `end` begin that are all of one kind."""
    at = end
    while at and holds(said[at - 1]):
        at -= 1
    return at


def _is_bare_time(text: str) -> bool:
    return len(text) <= _LONGEST_TIME and is_time(text) and not says_change(text) and not is_stretch(text)


def _blocks(times: Sequence[str]) -> list[_Block]:
    """Return times in blocks: each begins with times of levels, and goes on with some of them once more."""
    found: list[_Block] = []
    for at, time in enumerate(times):
        block = found[-1] if found else None
        if block and any(times[level] == time for level in block.levels):
            block.bases.append(at)
        elif block and not block.bases:
            block.levels.append(at)
        else:
            found.append(_Block([at], []))
    return found if len(times) >= _LEAST_TIMES else []


def _each(measures: Sequence[str], blocks: Sequence[_Block]) -> int:
    """Return how many columns each change has, 0 where the measures do not say the same of all."""
    bases = sum(len(block.bases) for block in blocks)
    if not bases or not measures:
        return min(bases, 1)
    each, over = divmod(len(measures), bases)
    return 0 if over or list(measures) != list(measures[:each]) * bases else each


def change_lines(
    lines: Sequence[TextLine], words: Sequence[list[Word]], count: int
) -> list[list[Placed]] | None:
    """Return such headings in lines, a level each, with names of sections behind them; None where they are none.

    The first of the lines must be the first of the headings.
    """
    rows: list[list[Word]] = []
    for line, said in zip(lines, words, strict=True):
        if rows and all(is_time(word.text) and not says_change(word.text) for word in said):
            rows.append(said)
        elif said and all(is_measure(word.text) for word in said):
            rows.append(said)
            break
        elif says_change(line.text) and not is_stretch(line.text):
            rows.append(list(_tops(said)))
        else:
            rows.append([word_of(line)])
    flat = list(chain.from_iterable(rows))
    levels = under_change([word.text for word in flat], count)
    if not levels or 0 not in levels:
        return None
    placed: list[list[Placed]] = [[] for _ in range(1 + max(row for row, _, _ in levels.values()))]
    for at, (row, column, wide) in sorted(levels.items(), key=lambda item: item[1]):
        placed[row].append((column, wide, [flat[at]]))
    sections = lines[len(rows) :]
    return [*placed, *([(0, 1, [word_of(one)])] for one in sections)]


def _tops(words: Sequence[Word]) -> list[Word]:
    """Return the words of a line as headings that each say a change: 3Q24 Change, 2024 Change."""
    found: list[list[Word]] = []
    for word in words:
        if found and not (is_time(word.text) and says_change(" ".join(one.text for one in found[-1]))):
            found[-1].append(word)
        else:
            found.append([word])
    return list(map(as_one, found))


def changes_in_place(
    cells: list[GridCell], values: int, count: int, said: Callable[[GridCell], str]
) -> list[GridCell]:
    """Return the cells of a table of pipes with such headings over their columns, where blanks before them are left out.

    values: the first row that holds a number. count: how many values most rows have.
    """
    heads = [cell for cell in cells if cell.row < values]
    rows = [list(group) for _, group in groupby(heads, key=lambda cell: cell.row)]
    while len(rows) > 1 and len(rows[-1]) == 1:
        rows.pop()  # the name of a section
    flat = list(chain.from_iterable(rows))
    levels = under_change([said(cell) for cell in flat], count)
    if not levels:
        return cells
    moved = {
        flat[at].start: replace(flat[at], column=column, columns=wide)
        for at, (_, column, wide) in levels.items()
    }
    return [moved.get(cell.start, cell) for cell in cells]
