"""Finds the blanks that group the digits of numbers where their place alone says that they do: | 4 812 |, Employees: 1 350.

Nordic, French, Polish or South African pages and tables print them so. In a page a line is a cell, a tile or a paragraph, and
what it begins with is one number; in the columns of a plain text two values may stand a blank apart, and all numbers of a part
between blank lines must say it together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

_Words = list[tuple[str, int]]
"""The words of numbers in a row, each with where it stands."""
_GROUPED = r"[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+"
_MAY_BE = re.compile(r"[1-9][ \u00a0\u2009\u202f]\d{3}(?!\d)|\d[1-9]?\d[ \u00a0\u2009\u202f]\d{3}(?!\d)")
_ENDS = r"(?![ \u00a0\u2002\u2009\u202f]?\d|[.,]\d{3}(?!\d)|,\d)"
"""No digit goes on behind it; a decimal comma puts its number the other way round by itself."""
_GAP = r"[ \u00a0\u2009\u202f]?"
_BEFORE = rf"[(（\[]?[-–—−－+]?{_GAP}(?:[A-Z]{{0,3}}[$€£¥]|[A-Z]{{3}}(?=[ \u00a0]))?{_GAP}[-–—−－]?{_GAP}"
_NARROW = re.compile(rf"(?<![\w.,/\u00a0\u2009\u202f])[1-9]\d{{0,2}}(?:[\u00a0\u2009\u202f]\d{{3}})+{_ENDS}")
"""Blanks at which no line breaks hold a number together wherever it stands."""
_LEADING = re.compile(rf"^{_BEFORE}({_GROUPED}){_ENDS}", re.MULTILINE)
_LABELLED = re.compile(rf"(?<=[^\W_][:：] )({_GROUPED}){_ENDS}")
_PIECE = re.compile(r"(?:(?!\t|\||  |\u3000)[^\n])+")
_WHOLE = re.compile(rf"{_BEFORE}({_GROUPED})(?:[.,]\d{{1,4}})?[ \u00a0]?[)）%]?\s*")
_SEVERAL = re.compile(r"[(（]?[-–—−]?[\d.,]*\d[)）%]?(?: [(（]?[-–—−]?[\d.,]*\d[)）%]?)+")
_COMMAS = re.compile(r"\d,\d{3}(?!\d)")
_YEARS = re.compile(r"(?:\A|  |[\t\n|])(?:19|20)\d\d (?:19|20)\d\d(?!\S)")
"""Heads a blank apart, and so the values below them, behind a blank line too."""
_PART_ENDS = re.compile(r"\n[ \t\r]*\n")
_BLANK = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d)")
_LEAST = 2


def blanks_in_numbers(text: str, *, page: bool) -> list[int]:
    """Return where such blanks stand, in order. page: the text is that of a page, a cell or a paragraph a line."""
    if _MAY_BE.search(text) is None:
        return []
    spans = [found.span(1) for found in _LABELLED.finditer(text)]
    if page:
        spans.extend(found.span() for found in _NARROW.finditer(text))
        spans.extend(found.span(1) for found in _LEADING.finditer(text))
    else:
        spans.extend(_in_rows(text))
        at, apart = 0, False
        for end in [*(found.end() for found in _PART_ENDS.finditer(text)), len(text)]:
            headed, apart = apart, _YEARS.search(text, at, end) is not None
            if not (headed or apart) and _MAY_BE.search(text, at, end):
                spans.extend((at + first, at + last) for first, last in _in_columns(text[at:end]))
            at = end
    return sorted({blank.start() for start, end in spans for blank in _BLANK.finditer(text, start, end)})


def _in_columns(part: str) -> list[tuple[int, int]]:
    """Return the numbers grouped so in the columns of a part, where nothing in it says that they are several values each."""
    if _COMMAS.search(part):
        return []
    spans: list[tuple[int, int]] = []
    at, together, short = 0, False, False
    for line in part.splitlines(keepends=True):
        pieces = [found for found in _PIECE.finditer(line) if found.group().strip()]
        found_in_line = 0
        for piece in pieces if len(pieces) > 1 else ():
            begins = piece.start() + len(piece.group()) - len(piece.group().lstrip())
            whole = _WHOLE.fullmatch(line, begins, piece.end())
            if whole is None:
                if _SEVERAL.fullmatch(piece.group().strip()):
                    return []
                continue
            found_in_line += 1
            short = short or whole.group(1)[1] in _BLANKS or whole.group(1)[2] in _BLANKS
            if "," not in whole.group():
                spans.append((at + whole.start(1), at + whole.end(1)))
        together = together or found_in_line >= _LEAST
        at += len(line)
    return spans if together or (short and len(spans) >= _LEAST) else []


def _in_rows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the numbers grouped so in rows that single blanks part, below as many years: 4 812 4 551, of 2024 2023."""
    at, count = 0, 0
    rows: list[_Words] = []
    for line in text.splitlines(keepends=True):
        years = _YEARS_LAST.search(line)
        ended = years or _COMMAS.search(line) or len(line) > _PROSE
        if ended:
            yield from _of_table(rows, count)
            rows = []
            count = len(_YEAR.findall(years.group())) if years else 0
        row = _ROW.match(line) if count and not ended else None
        if row:
            words = [(word.group(), at + word.start()) for word in _TOKEN.finditer(line, row.start(1))]
            rows.append(words[: _MOST_WORDS + 1])
        at += len(line)
    yield from _of_table(rows, count)


def _of_table(rows: list[_Words], count: int) -> Iterator[tuple[int, int]]:
    """Yield the numbers of several words in the rows of a table with so many values each.

    Some row must have two words more than values at least, and each be read in some way: one word more may be a note's.
    """
    longer = [row for row in rows if len(row) > count]
    if not any(len(row) > count + 1 for row in longer) or any(len(row) > _MOST_WORDS for row in longer):
        return
    read = [_ways(row, count) for row in longer]
    if not all(read):
        return
    for row, ways in zip(longer, read, strict=True):
        best = min(ways, key=lambda way: _apart(row, way))
        if len(ways) == 1 or _apart(row, best) <= _NEAR:
            for first, last in pairwise(best):
                if last - first > 1:
                    yield row[first][1], row[last - 1][1] + len(row[last - 1][0])


def _ways(words: _Words, count: int) -> list[tuple[int, ...]]:
    """Return in which ways words are so many numbers: where each of these begins, and the last ends."""
    ways = ((0, *cuts, len(words)) for cuts in combinations(range(1, len(words)), count - 1))
    return [way for way in ways if all(_is_number(words[first:last]) for first, last in pairwise(way))]


def _apart(words: _Words, way: tuple[int, ...]) -> float:
    """Return how many times as large as the smallest of its numbers the largest is."""
    said = (
        _NO_DIGITS.sub("", "".join([word for word, _ in words[first:last]])) for first, last in pairwise(way)
    )
    sizes = [float(number) or 1.0 for number in said]
    return max(sizes) / min(sizes)


def _is_number(words: _Words) -> bool:
    """Return whether words are the groups of one number, or one number alone."""
    return len(words) == 1 or _ONE_NUMBER.fullmatch(" ".join([word for word, _ in words])) is not None


_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARS_LAST = re.compile(r"(?:(?<=[ \n])|\A)(?:\S*(?:19|20)\d\d[ \t]+){1,5}\S*(?:19|20)\d\d[ \t\r]*(?=\n|\Z)")
_TOKEN = re.compile(r"[^ \n\r]+")
_WORD = r"[(（]?[-–—−]?\d+(?:\.\d+)?[)）%]?"
_ROW = re.compile(rf"[^\W\d_](?:(?!  )[^\n\t|])*?[^\s\d.,] ((?:{_WORD} ){{1,12}}{_WORD})[ \r]*(?=\n|\Z)")
_ONE_NUMBER = re.compile(r"[(（]?[-–—−]?[1-9]\d{0,2}(?: \d{3})+(?:\.\d{1,4})?[)）]?")
_MOST_WORDS, _PROSE = 12, 120
_NO_DIGITS = re.compile(r"[^\d.]")
_NEAR = 20.0
"""How many times as large as another the values of a row may be, where it may be read in several ways."""
_BLANKS = " \u00a0\u2009\u202f"
