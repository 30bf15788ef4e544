"""Lines of headings that say the same kind of thing of every column: units below the times, stretches above them.

RMB million RMB million %, below 2024 2023 Variance; Three months ended Nine months ended, over 2024 2023 2024 2023.
"""

from __future__ import annotations

import re
from functools import cache

from tagger.readers.grids import NAMES_YEAR
from tagger.readers.head_words import heads_notes, is_stretch, is_time, says_stretch
from tagger.readers.heads import Placed, as_one, begun_again
from tagger.readers.spaced_heads import words_in
from tagger.readers.text_lines import TextLine, Word
from tagger.readers.values import is_amounts_in, is_unit, mentions_unit, said_in_tables
from tagger.words.alternation import alternation
from tagger.words.folding import fold

_LONGEST = 160
_MOST_WORDS = 3
"""Of a unit: in RMB million."""
_WORD = re.compile(r"\S+")
_ZEROS = re.compile(r"[^0-9]{1,6}000\Z")
"""RMB'000, US$000."""
_CORNER = re.compile(r"[(（][^()（）]{1,60}[)）]\s*")


def below_times(line: TextLine, count: int) -> tuple[list[Placed], Word | None]:
    """Return a line below the times of so many columns as their headings, with that over notes; none where it is no such line.

    Units; one unit over all columns, between dashes; or what they are, in brackets: Note (Un-audited) (Audited).
    """
    core = _RULED.fullmatch(line.text) if len(line.text) <= _LONGEST else None
    if core is not None and mentions_unit(core[1]):
        low, high = core.span(1)
        return [(1, count, [Word(line.start + low, line.start + high, core[1])])], None
    words, note = units_of(line)
    if not words:
        behind = _behind_a_corner(line, count)
        if behind:
            return behind, None
        words, note = _in_brackets(line)
    if len(words) != count:
        return [], None
    return [(at, 1, [word]) for at, word in enumerate(words, start=1)], note


def _behind_a_corner(line: TextLine, count: int) -> list[Placed]:
    """Return one unit, as often as there are columns, behind what stands over the names of rows; none where others stand there.

    Full year US$000 US$000 US$000
    """
    words = words_in(line, _WORD)
    units, corner = words[-count:], words[:-count]
    if len(line.text) > _LONGEST or not corner or count < _LEAST or len({word.text for word in units}) > 1:
        return []
    if not _is_one(units[:1], 1) or any(_is_one([word], 1) for word in corner):
        return []
    return [(0, 1, [as_one(corner)]), *((at, 1, [word]) for at, word in enumerate(units, start=1))]


_LEAST = 3

_RULED = re.compile(r"[-–—─=_]{3,}\s*([^-–—─=_\s](?:.*[^-–—─=_\s])?)\s*[-–—─=_]{3,}")


def _in_brackets(line: TextLine) -> tuple[list[Word], Word | None]:
    """Return the words of a line that are in brackets each, and what heads notes before them; none where others stand there."""
    found = [
        Word(line.start + one.start(), line.start + one.end(), one[0])
        for one in _BRACKETED.finditer(line.text)
    ]
    first = line.text[: found[0].start - line.start].strip() if found else ""
    rest = _BRACKETED.sub("", line.text[len(first) :]).strip()
    if not found or rest or (first and not heads_notes(first)):
        return [], None
    return found, Word(line.start, line.start + len(first), first) if first else None


_BRACKETED = re.compile(r"[(（][^()（）0-9]{2,24}[)）]")


def units_of(line: TextLine) -> tuple[list[Word], Word | None]:
    """Return the units that a line is made of, and what heads the numbers of notes before them; none where it is none."""
    if len(line.text) > _LONGEST or not mentions_unit(line.text):
        return [], None
    words = words_in(line, _WORD)
    note = words[0] if heads_notes(words[0].text) else None
    at, units = int(note is not None), list[Word]()
    while at < len(words):
        size = next((n for n in range(_MOST_WORDS, 0, -1) if _is_one(words[at : at + n], n)), 0)
        if not size:
            return [], None
        units.append(as_one(words[at : at + size]))
        at += size
    return units, note


def _is_one(words: list[Word], size: int) -> bool:
    """Return whether so many words are one unit."""
    said = " ".join(word.text for word in words)
    if len(words) < size:
        return False
    if size > 1:
        return is_amounts_in(said) or (said[0] in "%％" and fold(said) in said_in_tables("share"))
    return is_unit(said) or (_ZEROS.match(said) is not None and mentions_unit(said))


def stretches_over(line: TextLine, below: list[Word], count: int, *, dated: bool) -> list[Placed] | None:
    """Return a line of stretches of time over so many columns; none where it is none.

    below: the headings in the next line. dated: those below name years, so that a line that names one is a title. None:
    the line says several, and not over which columns.
    """
    if len(line.text) > _LONGEST or not says_stretch(line.text):
        return []
    corner = _CORNER.match(line.text)
    begins = corner.end() if corner else 0
    said = _stretches_in(line, begins)
    if len(said) < 2:  # noqa: PLR2004
        alone = is_stretch(line.text) and len(_ends_of_stretches(line.text, 0)) < 2  # noqa: PLR2004
        titled = dated and NAMES_YEAR.search(line.text) is not None
        return [(1, count, [Word(line.start, line.end, line.text)])] if alone and not titled else []
    each, over = divmod(count, len(said))
    columns = [(at, at + each) for at in range(0, count, max(each, 1))] if not over else None
    names = [word.text for word in below]
    if len(names) == count and all(map(is_time, names)):
        columns = begun_again(names, len(said))
    if not columns:
        return None
    over_names = line.text[:begins].rstrip()
    before: list[Placed] = [(0, 1, [Word(line.start, line.start + len(over_names), over_names)])]
    return [
        *(before if over_names else []),
        *((low + 1, high - low, [word]) for (low, high), word in zip(columns, said, strict=True)),
    ]


@cache
def _stretch_word() -> re.Pattern[str]:
    return re.compile(rf"(?=((?:{alternation(said_in_tables('stretches'))})(?![a-z])))")


def _ends_of_stretches(text: str, begins: int) -> list[tuple[int, int]]:
    """Return where the words of stretches begin and end, those that overlap as one: for the year, year ended."""
    found: list[tuple[int, int]] = []
    for word in _stretch_word().finditer(fold(text), begins):
        low, high = word.span(1)
        if found and low < found[-1][1]:
            found[-1] = found[-1][0], max(high, found[-1][1])
        else:
            found.append((low, high))
    return found


def _stretches_in(line: TextLine, begins: int) -> list[Word]:
    """Return the stretches that a line is made of, from a place on: each ends as the last one does, in a day or in nothing."""
    words = _ends_of_stretches(line.text, begins)
    if len(words) < 2:  # noqa: PLR2004
        return []
    tail = line.text[words[-1][1] :].strip()
    found: list[Word] = []
    at = begins
    for number, (_, end) in enumerate(words):
        behind = line.text.find(tail, end) + len(tail) if tail else end
        if number + 1 < len(words) and not end <= behind <= words[number + 1][0]:
            return []
        said = line.text[at:behind]
        lead = len(said) - len(said.lstrip())
        found.append(Word(line.start + at + lead, line.start + behind, said.lstrip()))
        at = behind
    return found
