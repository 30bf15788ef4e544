"""Headings of a column that lines break: each line is a cell of its own, and only together do they say what they say.

Three Months Ended / June 30, / 2025 is a stretch of days that none of the lines names; 不良 over 貸款 is the label of one
concept, and 2Q25 change vs / 1Q25 a base of comparison.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tagger.links.whole_labels import Named
from tagger.tables.dates import names_year, with_dates
from tagger.tables.heading_words import text_beside
from tagger.tables.headings import Heading, HeadingReader
from tagger.tables.units import UnitsSaid
from tagger.words.periods import TimePhrase, find_time_phrases

_HAN_FIRST = "\u2e80"
_LONGEST = 160
_MARK = re.compile("(?<=[a-z]{4})[1-9][0-9]?\\Z")
"""A footnote that is stuck to a word: Banking1."""


@dataclass(frozen=True, slots=True)
class _Joined:
    """The lines of a heading as one text, from the top; where each begins in it."""

    text: str
    starts: tuple[int, ...]

    def lines(self, start: int, end: int) -> range:
        """Return the lines that text[start:end] takes."""
        first = sum(begin <= start for begin in self.starts) - 1
        return range(first, sum(begin < end for begin in self.starts))


def read_together(headings: tuple[Heading, ...], reader: HeadingReader) -> tuple[Heading, ...]:
    """Return the headings of a column (the nearest first) with what only several lines of them say together.

    What a phrase of time or a label explains is left over in none of its lines.
    """
    if len(headings) < 2 or headings[0].end - headings[-1].start > 1 << 20:  # noqa: PLR2004
        return headings
    headings = _of_steps(headings, reader.text)
    lines = [headings[at] for at in range(len(headings) - 1, -1, -1)]
    lines = _words_across(_explained_together(lines, reader), reader)
    above = _label_together(lines, reader)  # over 5 / years may be a band, and no time
    lines = [*_times_together(lines[:above], reader), *lines[above:]]
    lines = [
        replace(line, holes=_not_repeated(line, lines[at + 1 :], reader.text))
        for at, line in enumerate(lines)
    ]
    return tuple(reversed(_with_tenors(lines, reader)))


def _of_steps(headings: tuple[Heading, ...], text: str) -> tuple[Heading, ...]:
    """Return the headings of a column with what stands right above a step as said of the step: (basis points) over -50.

    Where the taxonomy has a member for the step, it says no more than that.
    """
    nearest, above, *rest = headings
    if not _STEP.fullmatch(text, nearest.start, nearest.end) or above.phrases:
        return headings
    bare = replace(above, units=UnitsSaid((), above.units.spans))
    if nearest.names_member or nearest.has_term:
        bare = replace(bare, tokens=(), holes=(), kind="")
    return (nearest, bare, *rest)


_STEP = re.compile(r"[-+−–－＋]\s?[0-9]{1,4}(?:\.[0-9]{1,2})?\s?(?:%|[^\W\d_]{1,4})?")


def _with_tenors(lines: list[Heading], reader: HeadingReader) -> list[Heading]:
    """Return the lines with a hole where several of them say a length of time that names a part: 1 to 5 / years."""
    if any(line.named for line in lines) or not any(_ends_in_number(line, reader.text) for line in lines):
        return lines
    joined = _join([reader.text[line.start : line.end] for line in lines])
    for found in reader.words.tenor.finditer(joined.text[:_LONGEST]):
        over = joined.lines(*found.span())
        times = [phrase for at in over for phrase in lines[at].phrases]
        if len(over) > 1 and all(p.span and p.span.relative == "current" for p in times):  # year, of 1 / year
            at = over[-1]
            lines[at] = replace(lines[at], phrases=(), holes=((lines[at].start, lines[at].end),))
    return lines


def _times_together(lines: list[Heading], reader: HeadingReader) -> list[Heading]:
    """Return the lines with the phrases of time that several of them say together, each in the line it begins in."""
    if not any(_may_be_of_a_time(line, reader.text) for line in lines):
        return lines
    joined = _join([reader.text[line.start : line.end] for line in lines])
    if len(joined.text) > _LONGEST:
        return lines
    alone = find_time_phrases(joined.text, reader.language, reader.period)
    found = with_dates(joined.text, 0, len(joined.text), alone, reader.language, reader.period)
    over = {phrase: joined.lines(phrase.start, phrase.end) for phrase in found}
    broken = [phrase for phrase in found if len(over[phrase]) > 1]
    if not broken:
        return lines
    return [_with_broken(line, at, joined, [(p, over[p]) for p in broken]) for at, line in enumerate(lines)]


def _may_be_of_a_time(line: Heading, text: str) -> bool:
    return bool(line.phrases) or any(character.isdigit() for character in text[line.start : line.end])


def _with_broken(line: Heading, at: int, joined: _Joined, broken: list[tuple[TimePhrase, range]]) -> Heading:
    """Return a line with what it has of the phrases that go over several: the phrase where it begins, no hole in any."""
    shift = line.start - joined.starts[at]
    taken = [
        (max(p.start + shift, line.start), min(p.end + shift, line.end)) for p, over in broken if at in over
    ]
    begun = [
        replace(p, start=p.start + shift, end=min(p.end + shift, line.end))
        for p, over in broken
        if at == over.start
    ]
    kept = [
        p
        for p in line.phrases
        if not any(low < p.end and p.start < high for low, high in taken)
        and not (taken and any(_of_another_year(p, whole, joined.text, shift) for whole, _ in broken))
    ]
    holes = [hole for hole in line.holes if not any(low < hole[1] and hole[0] < high for low, high in taken)]
    phrases = sorted((*kept, *begun), key=lambda phrase: phrase.start)
    return replace(line, phrases=tuple(phrases), holes=tuple(holes))


def _of_another_year(phrase: TimePhrase, whole: TimePhrase, text: str, shift: int) -> bool:
    """Return whether a phrase that names no year says in another language the days of a whole one that names one.

    截至9月30日止九個月 Nine months ended 30 September, over 2024.
    """
    if phrase.base or phrase.span is None or whole.span is None or phrase.span == whole.span:
        return False
    if names_year(text, phrase.start - shift, phrase.end - shift):
        return False
    if _month_and_day(phrase.span.end) != _month_and_day(whole.span.end):
        return False
    start = whole.span.start
    return phrase.span.start is None or (
        start is not None and _month_and_day(phrase.span.start) == _month_and_day(start)
    )


def _month_and_day(day: date) -> tuple[int, int]:
    return day.month, day.day


def _ends_in_number(line: Heading, text: str) -> bool:
    return line.end > line.start and text[line.end - 1].isdigit()


def _explained_together(lines: list[Heading], reader: HeadingReader) -> list[Heading]:
    """Return the lines without those that explain together what another names: Stage 1 over 12-month / ECL.

    They may name a member themselves (lifetime ECL, of the second stage and of the third): the other knows better.
    """
    if len(lines) > _MOST_LINES or not any(line.names_member for line in lines):
        return lines
    for first in range(len(lines)):
        for last in range(len(lines), first, -1):
            others = [*lines[:first], *lines[last:]]
            if not any(line.names_member for line in others):
                continue
            said = _join([_bare(line, reader.text) for line in lines[first:last]]).text
            if reader.words.explained.fullmatch(said):
                return others
    return lines


_MOST_LINES = 8


def _words_across(lines: list[Heading], reader: HeadingReader) -> list[Heading]:
    """Return the lines without what is left over of a usual word that two of them say together: 占營業成本比 over 重."""
    for at in range(1, len(lines)):
        above, below = lines[at - 1], lines[at]
        if below.tokens or len(below.holes) != 1 or below.end - below.start > _LONGEST_REST:
            continue
        said = reader.text[below.start : below.end].strip()
        before = reader.text[max(above.start, above.end - _LONGEST_REST) : above.end].rstrip()
        joined = _join([before, said]).text
        edge = len(joined) - len(said)
        words = (reader.words.share, reader.words.change, reader.words.neutral_pattern)
        found = (word.span() for pattern in words for word in pattern.finditer(joined))
        if any(low < edge and high == len(joined) for low, high in found):
            lines = [
                *lines[: at - 1],
                _without_end(above, joined, reader.text),
                replace(below, holes=()),
                *lines[at + 1 :],
            ]
    return lines


_LONGEST_REST = 12


def _without_end(line: Heading, joined: str, text: str) -> Heading:
    """Return a line without what is left over at its end, a part of a word that goes on below it."""
    kept = tuple(hole for hole in line.holes if hole[1] < line.end or text[slice(*hole)] not in joined)
    return replace(line, holes=kept)


def _label_together(lines: list[Heading], reader: HeadingReader) -> int:
    """Read the longest label that the lines nearest to the values say together as that of the nearest.

    Return how many lines stand above it.
    """
    parts: list[tuple[int, str]] = []
    for at in range(len(lines) - 1, -1, -1):
        said = _MARK.sub("", _bare(lines[at], reader.text))
        if said:
            parts.insert(0, (at, said))
    above = _whole_label(lines, parts, reader)
    if above is None and len(parts) > 2 and _says_nothing(lines[parts[-1][0]]):  # noqa: PLR2004
        above = _whole_label(
            lines, parts[:-1], reader
        )  # Total, below the lines of a name over several columns
    if above is not None:
        return above
    for first in range(len(parts) - 1):
        if any(lines[at].holes for at, _ in parts[first:]) and _two_labels(lines, parts[first:], reader):
            return parts[first][0]
    return len(lines)


def _whole_label(lines: list[Heading], parts: list[tuple[int, str]], reader: HeadingReader) -> int | None:
    """Read the longest label that the last of some lines say together; return how many stand above it, None without one."""
    for first in range(len(parts) - 1):
        named = reader.name_of(_join([said for _, said in parts[first:]]).text)
        nearest = parts[-1][0]
        same = named == lines[nearest].named  # Gross / or nominal amount: its end is a name of it too
        if named and (not same or any(lines[at].holes for at, _ in parts[first:-1])):
            names = tuple(sorted(named, key=lambda item: (item.target, item.axis)))
            for at, _ in parts[first:-1]:
                lines[at] = replace(lines[at], tokens=(), phrases=(), holes=(), named=frozenset())
            lines[nearest] = replace(lines[nearest], phrases=()).as_named(names, supported=False)
            return parts[first][0]
    return None


def _two_labels(lines: list[Heading], parts: list[tuple[int, str]], reader: HeadingReader) -> bool:
    """Read lines as a member's label and a concept's, one behind the other: Upside / scenario ECL. Return whether they are."""
    joined = _join([said for _, said in parts])
    if len(joined.text) > _LONGEST_TWO:
        return False
    for found in _MAY_PART.finditer(joined.text):
        at = found.start()
        if at in joined.starts:  # each line says its own
            continue
        one, other = reader.name_of(joined.text[:at].rstrip()), reader.name_of(joined.text[at:].lstrip())
        if one and other and _are_member_and_concept(one, other):
            for number, _ in parts:
                lines[number] = replace(lines[number], tokens=(), phrases=(), holes=(), named=frozenset())
            for (number, _), names in zip((parts[0], parts[-1]), (one, other), strict=True):
                ordered = tuple(sorted(names, key=lambda item: (item.target, item.axis)))
                lines[number] = lines[number].as_named(ordered, supported=False)
            return True
    return False


_LONGEST_TWO = 80
_MAY_PART = re.compile(r"(?<=\w)(?=[ \u4e00-\u9fff])")


def _are_member_and_concept(one: frozenset[Named], other: frozenset[Named]) -> bool:
    kinds = [{bool(item.axis) for item in names} for names in (one, other)]
    return sorted(map(sorted, kinds)) == [[False], [True]]


def _says_nothing(line: Heading) -> bool:
    """Return whether a line names nothing, and nothing in it is left over: Total, Amount."""
    return not (line.holes or line.named or line.phrases or line.kind or line.has_term)


def _bare(line: Heading, text: str) -> str:
    """Return what a line says beside its unit."""
    return text_beside(text, line.start, line.end, line.units.spans).strip()


def _not_repeated(line: Heading, below: Sequence[Heading], text: str) -> tuple[tuple[int, int], ...]:
    """Return what is left over in a line that no line below says again: 不良 over 不良貸款率."""
    return tuple(
        hole
        for hole in line.holes
        if not any(text[slice(*hole)] in text[nearer.start : nearer.end] for nearer in below)
    )


def _join(parts: Sequence[str]) -> _Joined:
    """Return the parts as one text, with a blank between words that are not Han."""
    text, starts = "", []
    for part in parts:
        if text and text[-1] < _HAN_FIRST and part[:1] < _HAN_FIRST:
            text += " "
        starts.append(len(text))
        text += part
    return _Joined(text, tuple(starts))
