"""Headings of several lines over columns that single blanks part, told by their capitals: Sub- Credit above standard impaired.

A heading begins with a capital and goes on in small letters, a total needs no line but its own, and all of them end in the
last line. Where each column gets its words that way they are its heading; where one does not, nothing is said of any.
"""

from __future__ import annotations

from tagger.readers.head_words import is_time
from tagger.readers.text_lines import Word
from tagger.readers.values import ends_open, is_amounts_in, is_total, is_unit, mentions_unit

_LEAST = 2


def put_in_columns(lines: list[list[Word]], count: int) -> tuple[int, list[Word], list[list[Word]]] | None:
    """Return which line is the first of the headings, what stands over the names of rows, and the words of each column's.

    None where they are others. lines: the words of each line, from the top; those above the first headings may be groups of
    them, or titles. The unit of a column may stand below its name: Total, EGP'000.
    """
    corner = lines[-1][:1] if len(lines[-1]) > count and is_time(lines[-1][0].text) else []
    lines = [*lines[:-1], lines[-1][len(corner) :]]
    last = phrases(lines[-1])
    parted = len(last) != count  # in one line: Gross balance subject to ECL Allowance Net
    if parted:
        last = groups_in(lines[-1], count)
    units = sum(_is_unit(phrase) for phrase in last)
    if len(last) != count or count < _LEAST or units * 2 > count:
        return None
    if not all(_is_plain(phrase) or _is_unit(phrase) for phrase in last):
        return None
    columns = [[phrase] for phrase in last]
    first = len(lines) - 1
    while first:
        above = phrases(lines[first - 1])
        taken = _columns_below(above, columns)
        if not taken:
            break
        for number, phrase in zip(taken, above, strict=True):
            columns[number].insert(0, phrase)
        first -= 1
    if (first == len(lines) - 1 and not parted) or any(map(_is_open, columns)):
        return None
    return first, corner, [[word for phrase in column for word in phrase] for column in columns]


def _columns_below(above: list[list[Word]], columns: list[list[list[Word]]]) -> list[int]:
    """Return the columns whose headings go on from the phrases of a line, one each; none where the line is another."""
    if not all(map(_is_plain, above)):
        return []
    small = [number for number, column in enumerate(columns) if _is_open(column)]
    named = [number for number, column in enumerate(columns) if not _is_total(column)]
    ways = [list(range(len(columns))), small]
    if named[-1:] == [len(columns) - _LEAST]:
        ways.append(named)  # a total at the end, which is called so and no more
    return next((way for way in ways if way and len(way) == len(above)), [])


def _is_total(column: list[list[Word]]) -> bool:
    return len(column) == 1 and is_total(" ".join(word.text for word in column[0]))


def _is_open(column: list[list[Word]]) -> bool:
    """Return whether a heading begins in a line above: it is written small, opens a bracket, or is no more than a unit."""
    first = column[0]
    return first[0].text[0].islower() or first[0].text[0] in "(&/" or _is_unit(first)


def _is_unit(phrase: list[Word]) -> bool:
    return says_unit(" ".join(word.text for word in phrase))


def says_unit(said: str) -> bool:
    """Return whether a heading is no more than a unit: %, EUR million, EGP'000."""
    return is_unit(said) or is_amounts_in(said) or (said[-1].isdecimal() and mentions_unit(said))


def _is_plain(phrase: list[Word]) -> bool:
    """Return whether a phrase is a name in Latin letters, and neither a time nor a unit."""
    said = " ".join(word.text for word in phrase)
    return said.isascii() and any(map(str.isalpha, said)) and not (is_time(said) or says_unit(said))


def phrases(words: list[Word]) -> list[list[Word]]:
    """Return the words of a line with those together that belong to one heading: for ECL, Wealth and.

    A conjunction or preposition belongs to what is written small, or all in capitals, behind it, else to what stands before it.
    """
    found: list[list[Word]] = []
    joins = False
    for at, word in enumerate(words):
        before = found[-1] if found else None
        small = word.text.islower() and word.text.isalpha() and ends_open(f"a {word.text}")
        following = words[at + 1].text if at + 1 < len(words) else ""
        forward = small and bool(following) and (following[0].islower() or following.isupper())
        if before is not None and (joins or (small and not forward)):
            before.append(word)
        else:
            found.append([word])
        joins = forward
    return found


def groups_in(words: list[Word], count: int) -> list[list[Word]]:
    """Return the words of a line as so many headings, each of which begins with a capital, else none: Gross amount Allowance."""
    known = phrases(words)
    for joins in (_never, _is_small, _is_inner):
        found: list[list[Word]] = []
        for phrase in known:
            if found and joins(phrase[0].text):
                found[-1].extend(phrase)
            else:
                found.append(list(phrase))
        if len(found) == count:
            return found
    return []


def _never(_: str) -> bool:
    return False


def _is_small(word: str) -> bool:
    return word[0].islower()


def _is_inner(word: str) -> bool:
    """Return whether a word may stand inside a heading: written small, or an abbreviation."""
    return word[0].islower() or (word.isupper() and len(word) > 1)
