"""The pieces of lines over aligned columns, put right: a title and its number, rules about a unit, headings without a gap.

A note's number and title may stand in the line of its columns' headings (7   BALANCES   Note   2024   2023); a unit over
all columns stands between dashes; where columns are narrow, nothing or a single blank parts two headings that are alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tagger.readers.grids import TITLE_NUMBER, width
from tagger.readers.head_words import is_time
from tagger.readers.row_names import are_code_and_name
from tagger.readers.text_lines import Piece
from tagger.readers.values import is_value, month_names
from tagger.words.folding import fold

_NUMBER = re.compile(rf"{TITLE_NUMBER}\Z")
_BESIDE = 12
"""The widest gap between a title and its number."""
_RULE = "[-–—─=_<>|.←→]{3,}"
_RULES = re.compile(rf"(?:{_RULE}\s*)?(.*?)(?:\s*{_RULE})?\Z")
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+")
_STEP = re.compile(r"([-+−–－＋↑↓])\s?[0-9]{1,4}(?:\.[0-9]{1,2})?\s?(?:%|％|[^\W\d_]{1,4})?\Z")
_MOST_ALIKE = 6
_LONGEST = 160
_MOST_COLUMNS = 60


def prepared(row: list[Piece], line: str, start: int) -> list[Piece]:
    """Return the pieces of a line with the number of a title as a part of it, and units without the rules about them.

    line: the whole line, which begins at the offset `start`.
    """
    first = row[0]
    coded = len(row) > 2 and are_code_and_name(first.text, row[1].text)  # noqa: PLR2004
    if coded or (len(row) > 1 and _NUMBER.match(first.text) and _may_be_title(row[1], first.right)):
        second = row[1]
        row = [
            Piece(first.start, second.end, line[first.start - start : second.end - start], first.left, second.right),
            *row[2:],
        ]  # fmt: skip
    return [_without_rules(piece) if "--" in piece.text or "──" in piece.text else piece for piece in row]


def _may_be_title(piece: Piece, right: int) -> bool:
    return piece.left - right <= _BESIDE and piece.text[0].isalpha() and not is_value(piece.text)


def _without_rules(piece: Piece) -> Piece:
    """Return a piece without the dashes that lead from it to the edges of its columns: ----- Rupees in '000 -----."""
    found = _RULES.match(piece.text) if len(piece.text) <= _LONGEST else None
    if found is None or not found[1]:
        return piece
    low, high = found.span(1)
    return Piece(piece.start + low, piece.start + high, found[1], piece.left, piece.right)


def are_steps(row: list[Piece]) -> bool:
    """Return whether a row of headings holds steps up and down, whose effects the columns are: -50   +50, +100 bps."""
    signs = [found[1] for piece in row if (found := _STEP.match(piece.text))]
    return len(signs) == len(row) and "+" in fold("".join(signs)) and len(set(signs)) > 1


def parted(row: list[Piece], columns: list[tuple[int, int]]) -> list[Piece]:
    """Return the pieces over columns, those that stand over several parted where they say the same of each.

    The same but for digits and names of months: 31 March 2024 31 March 2023; Three monthsThree months.
    """
    if len(columns) > _MOST_COLUMNS:
        return row
    parts = [part for piece in row for part in _parts(piece, _count_below(piece, columns))]
    titled = not is_time(parts[0].text)
    if len(parts) - titled >= len(columns):
        return parts
    timed = [part for piece in parts for part in _times_apart(piece)]
    return timed if len(timed) - titled == len(columns) else parts


def _times_apart(piece: Piece) -> list[Piece]:
    """Return the words of a piece that each hold a year, as pieces of their own: 2025年上半年度 2024年度; else the piece."""
    words = piece.text.split() if " " in piece.text and len(piece.text) <= _LONGEST else []
    if len(words) < 2 or not all(_YEAR.search(word) for word in words):  # noqa: PLR2004
        return [piece]
    measure = len if piece.right - piece.left == len(piece.text) else width
    return [_part(piece, *found.span(), measure) for found in _WORD.finditer(piece.text)]


_YEAR = re.compile(r"(?:19|20)\d\d|\d{2,4}年")


def _part(piece: Piece, low: int, high: int, measure: Callable[[str], int]) -> Piece:
    left = piece.left + measure(piece.text[:low])
    said = piece.text[low:high]
    return Piece(piece.start + low, piece.start + high, said, left, left + measure(said))


def _count_below(piece: Piece, columns: list[tuple[int, int]]) -> int:
    return sum(left < piece.right and piece.left < right for left, right in columns)


def _parts(piece: Piece, count: int) -> Iterator[Piece]:
    """Yield the parts of a piece that stands over `count` columns, or the piece."""
    spans = _alike(piece.text, count) if 1 < count <= _MOST_ALIKE and len(piece.text) <= _LONGEST else []
    if not spans:
        yield piece
    measure = len if piece.right - piece.left == len(piece.text) else width
    for low, high in spans:
        yield _part(piece, low, high, measure)


def _alike(text: str, count: int) -> list[tuple[int, int]]:
    """Return where the parts of a text begin and end that differ in digits and months alone; none where it has none."""
    words = [found.span() for found in _WORD.finditer(text)]
    each, over = divmod(len(words), count)
    if each and not over:
        spans = [(words[at][0], words[at + each - 1][1]) for at in range(0, len(words), each)]
        if len({_shape(text[low:high]) for low, high in spans}) == 1:
            return spans
    length, over = divmod(len(text), count)
    if not over and length > 1 and text == text[:length] * count:
        return [(at, at + length) for at in range(0, len(text), length)]
    return []


def are_alike(text: str) -> bool:
    """Return whether the pieces of a line, two at least, differ in digits and months alone: heads of columns."""
    if len(text) > _LONGEST or not any(character.isdecimal() for character in text):
        return False
    pieces = _WIDE.split(text)
    if len(pieces) < 2:  # noqa: PLR2004
        return len(_alike(text, 2)) > 1
    return len(set(pieces)) > 1 and len(set(map(_shape, pieces))) == 1


_WIDE = re.compile(r"\s{2,}")


def _shape(text: str) -> str:
    """Return a text with every digit and every month as one."""
    months = month_names()
    said = _LETTERS.sub(lambda found: "M" if found[0].lower() in months else found[0].lower(), text)
    return "".join("0" if character.isdecimal() else character for character in said)
