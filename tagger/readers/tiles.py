"""Tiles of key figures: a name, its value, and how it compares with another time, each in a line of its own.

Members / 412,000 / 2024: 401,000, or the value first: £1,566m / Profit before tax / +19% vs 2024. Each tile says what a
sentence says, and is read as one. What tells a tile is its last line, which no name and no heading of a column looks like.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from tagger.document import Block
from tagger.readers.grids import width
from tagger.readers.head_words import is_time
from tagger.readers.text_lines import LIST_MARK, SENTENCE, SHORT, TextLine
from tagger.readers.values import ends_open, is_value, is_year
from tagger.words.alternation import alternation
from tagger.words.folding import fold
from tagger.words.language import every_language

Tile = tuple[int, ...]
"""The lines of a tile, in order."""
_LEAST_TILES = 2
_LONGEST = 48
_LONGEST_NAME = 60
_MOST_NAME_LINES = 3
_MOST_COMPARED = 2
_HAN_FIRST = "\u2e80"
_SIGNED = re.compile(r"[+\-−–＋↑↓]\s?[^\W\d]{0,3}[$€£¥￥]?\s?[0-9]")
_SAID_OF = re.compile(r"(.{2,24}?)\s?[:：]\s?(?=.)|((?:19|20)\d\d)\s(?=[^\d])")
_OUTER = " ()（）[]"


def tiles_at(lines: Sequence[TextLine], cells: Sequence[bool], at: int, floor: int) -> list[Tile]:
    """Return the tiles whose first value stands in the line `at`, at least two; they begin at `floor` or later.

    cells: which of the lines may be a cell.
    """
    if not _is_amount(lines[at].text) or compares(lines[at].text):
        return []
    named_before = _compared(lines, cells, at + 1) > 0
    tiles = _names_first(lines, cells, at, floor) if named_before else _values_first(lines, cells, at)
    return tiles if len(tiles) >= _LEAST_TILES else []


def with_tiles(blocks: list[Block], text: str) -> list[Block]:
    """Return the blocks of a page that lie in no table, the lines of tiles among them put together."""
    said = [text[block.start : block.end] for block in blocks]
    lines = [
        TextLine(b.start, b.end, line, 0, after_blank=False, width=width(line))
        for b, line in zip(blocks, said, strict=True)
    ]
    cells = [
        block.cell is None and line.width < SHORT and not SENTENCE.search(line.text)
        for block, line in zip(blocks, lines, strict=True)
    ]
    found: list[Block] = []
    done = 0
    for at, line in enumerate(lines):
        if at < done or not (cells[at] and _is_amount(line.text)):
            continue
        tiles = tiles_at(lines, cells, at, done)
        if tiles:
            found.extend(blocks[done : tiles[0][0]])
            found.extend(block_of_tile([lines[one] for one in tile]) for tile in tiles)
            done = tiles[-1][-1] + 1
    return [*found, *blocks[done:]]


def block_of_tile(lines: Sequence[TextLine]) -> Block:
    """Return the lines of a tile as a paragraph, the value of another time in it as in brackets: 2024: £1,315m."""
    other = next((line.start for line in lines if _is_of_other_time(line.text)), -1)
    breaks = tuple((a.end, b.start) for a, b in pairwise(lines))
    return Block("paragraph", lines[0].start, lines[-1].end, 0, breaks, aside=other)


def _names_first(lines: Sequence[TextLine], cells: Sequence[bool], at: int, floor: int) -> list[Tile]:
    """Return the tiles of a name, a value and what that compares with."""
    first = at - 1
    if first < floor or not _may_name(lines, cells, first):
        return []
    while _goes_on(lines, cells, first - 1, floor) and at - first < _MOST_NAME_LINES:
        first -= 1
    tiles: list[Tile] = []
    while True:
        compared = _compared(lines, cells, at + 1)
        if not compared:
            return tiles
        tiles.append(tuple(range(first, at + 1 + compared)))
        first = at + 1 + compared
        at = first
        while at - first < _MOST_NAME_LINES and at < len(lines) and _may_name(lines, cells, at):
            at += 1
        if at == first or at >= len(lines) or not (cells[at] and _is_amount(lines[at].text)):
            return tiles


def _goes_on(lines: Sequence[TextLine], cells: Sequence[bool], at: int, floor: int) -> bool:
    """Return whether the name in the line behind `at` begins in it: Profit attributable to / equity holders."""
    if at < floor or lines[at + 1].after_blank or not _may_name(lines, cells, at):
        return False
    return ends_open(lines[at].text) or lines[at + 1].text[:1].islower()


def _values_first(lines: Sequence[TextLine], cells: Sequence[bool], at: int) -> list[Tile]:
    """Return the tiles of a value, its name and what it compares with."""
    tiles: list[Tile] = []
    while at < len(lines) and cells[at] and _is_amount(lines[at].text):
        name = at + 1
        while name - at <= _MOST_NAME_LINES and name < len(lines) and _may_name(lines, cells, name):
            name += 1
        compared = _compared(lines, cells, name) if name > at + 1 else 0
        if not compared:
            break
        tiles.append(tuple(range(at, name + compared)))
        at = name + compared
    return tiles


def _compared(lines: Sequence[TextLine], cells: Sequence[bool], at: int) -> int:
    """Return how many lines from `at` on say what a value compares with."""
    count = 0
    while count < _MOST_COMPARED and at + count < len(lines) and compares(lines[at + count].text):
        if not (cells[at + count] or is_value(lines[at + count].text)):
            break
        count += 1
    return count


def _is_amount(text: str) -> bool:
    return is_value(text) and not is_year(text) and any(character.isdecimal() for character in text)


def _may_name(lines: Sequence[TextLine], cells: Sequence[bool], at: int) -> bool:
    """Return whether a line may be the name in a tile."""
    text = lines[at].text
    return (
        cells[at]
        and len(text) <= _LONGEST_NAME
        and not is_value(text)
        and not compares(text)
        and not SENTENCE.search(text)
        and not LIST_MARK.match(text)
        and any(character.isalpha() for character in text)
    )


def compares(text: str) -> bool:
    """Return whether a line says what a value compares with, and no more: (2024: £1,315m), +19% vs 2024, 按年上升4.1%."""
    said = text.strip(_OUTER)
    if len(said) > _LONGEST or not any(character.isdecimal() for character in said):
        return False
    if _SIGNED.match(said):
        return True
    of = _SAID_OF.match(said)
    if of is not None and is_time(of[1] or of[2]):
        return _is_amount(said[of.end() :].strip(_OUTER))
    return _moves_or_compares().match(fold(said)) is not None or _is_before(said)


def _is_before(said: str) -> bool:
    """Return whether a value has its own time behind it, which is over: 91.2 minutes a year ago, $5m in the previous year."""
    found = _time_before().search(fold(said))
    return found is not None and _is_amount(said[: found.start()].strip(_OUTER))


def _is_of_other_time(text: str) -> bool:
    """Return whether the line of a tile is the value of a time that it names, and stands in no brackets: 2024: £1,315m."""
    of = _SAID_OF.match(text)
    return of is not None and is_time(of[1] or of[2]) and compares(text)


@cache
def _moves_or_compares() -> re.Pattern[str]:
    """Return the pattern of what begins with a change or with what is compared, in all languages there are: up 9%, 較去年."""
    words: set[str] = set()
    for language in every_language():
        words.update(word for word, kind in language.verbs.items() if kind in _WAYS)
        words.update(language.verb_bases)
        words.update(word for word, _ in language.bases if word[:1].isalpha() and "{" not in word)
        words.update(language.base_prefixes)
    latin = alternation(word for word in words if word and word[0] < _HAN_FIRST)
    han = alternation(word for word in words if word and word[0] >= _HAN_FIRST)
    return re.compile(rf"(?:(?:{latin})(?![a-z])|(?:{han}))[^.。;；]*[0-9]")


@cache
def _time_before() -> re.Pattern[str]:
    """Return the pattern of a time before the reported one that ends a line, in the Latin languages there are: last year."""
    times = {
        re.escape(said).replace(r"\|", "|").replace("<", "(?:").replace(">", ")")  # of several words any
        for language in every_language()
        for said, meaning in language.periods
        if meaning.startswith("previous_") and "{" not in said and said[:1] < _HAN_FIRST
    }
    links = alternation(word for language in every_language() for word in language.extra["times_at"])
    articles = alternation(word for language in every_language() for word in language.extra["articles"])
    over = "|".join(sorted(times, key=len, reverse=True))
    return re.compile(
        rf" (?:(?:{links}) (?:19|20)[0-9]{{2}}|(?:(?:{links}) )?(?:(?:{articles}) )?(?:{over}))\Z"
    )


_WAYS = frozenset(("increase", "decrease", "improve", "worsen"))
