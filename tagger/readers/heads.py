"""The headings over columns that nothing but their order tells: names, years over groups of them, lines that break both.

金額 佔比 金額 佔比 below 2024年 2023年 增減; or a name a line, again for each year: 日均餘額 / 利息收入/ / 支出 / 收益率.
"""

from __future__ import annotations

from collections.abc import Iterator

from tagger.readers.groups import groups_of
from tagger.readers.head_words import (
    MOST_SPREAD,
    is_day,
    is_head,
    is_measure,
    is_time,
    letter_words,
    says_change,
)
from tagger.readers.text_lines import TextLine, Word
from tagger.readers.values import is_amounts_in, is_unit, is_unit_in_brackets
from tagger.readers.wrapped_heads import groups_in, put_in_columns
from tagger.words.folding import fold

_OPEN = ("/", "／", "及", "和", "與", "与", "、")
_HAN_FIRST = "\u4e00"


Placed = tuple[int, int, list[Word]]
"""A heading, of one line or more, with the column that it begins over and how many it takes."""


def word_of(line: TextLine) -> Word:
    """Return a line as one word."""
    return Word(line.start, line.end, line.text)


def as_one(words: list[Word]) -> Word:
    """Return words, one at least, as one that blanks part."""
    return Word(words[0].start, words[-1].end, " ".join(word.text for word in words))


def put_together(words: list[Word]) -> list[Word]:
    """Return the words of a line with the letters of a name put together that are spread over its column: 項 目 附 註.

    Before the first other word a run of letters is a name whatever it says; elsewhere only where it heads columns.
    """
    kept: list[Word] = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and len(words[end].text) == 1 and words[end].text >= _HAN_FIRST:
            end += 1
        if end - at > 1:
            kept.extend(_of_letters(words[at:end], first=at == 0))
            at = end
        else:
            kept.append(words[at])
            at += 1
    return kept


def _of_letters(letters: list[Word], *, first: bool) -> Iterator[Word]:
    """Yield the names that a run of letters is made of."""
    at = 0
    while at < len(letters):
        sizes = range(MOST_SPREAD, 1, -1)
        size = next((size for size in sizes if fold(_said(letters[at : at + size])) in letter_words()), 1)
        if size == 1 and first and at == 0:
            size = next((n for n in range(1, len(letters)) if _opens_word(letters[n:])), len(letters))
            size = min(size, MOST_SPREAD)
        name = letters[at : at + size]
        yield Word(name[0].start, name[-1].end, _said(name))
        at += size


def _opens_word(letters: list[Word]) -> bool:
    """Return whether letters begin with a word that heads columns."""
    return any(fold(_said(letters[:size])) in letter_words() for size in range(2, MOST_SPREAD + 1))


def _said(words: list[Word]) -> str:
    return "".join(word.text for word in words)


def heads_of(lines: list[list[Word]], count: int, *, told: bool = False) -> list[list[Placed]] | None:
    """Return lines of headings over `count` columns, each word in its place; None where they do not fit them.

    lines: the words of each line above the first row of values, none of a line that is no heading. told: stretches over
    them tell times apart that come again.
    """
    if not lines or not all(lines):
        return None
    for sections in (0, 1):
        head, below = lines[: len(lines) - sections], lines[len(lines) - sections :]
        if head and all(len(line) == 1 for line in below):
            placed = (
                _wrapped(head, count)
                or _names_in_a_line(head, count, told=told)
                or _names_a_line(head, count)
            )
            if placed is not None and below and _goes_on(head[-1][-1].text, below[0][0].text):
                placed[-1][-1][2].append(below[0][0])
                return placed
            if placed is not None:
                return [*placed, *([(0, 1, line)] for line in below)]
    return None


def _goes_on(last: str, below: str) -> bool:
    """Return whether the line below the headings is the rest of the last: 末增減, below 本年末比上年."""
    return not is_head(last) and is_head(last + below) and not is_time(below)


def _names_in_a_line(lines: list[list[Word]], count: int, *, told: bool) -> list[list[Placed]] | None:
    """Return headings whose last line names every column, or every column of the groups that the lines above name."""
    *above, last = lines
    above, last = _parted_below(above, last)
    corner = _is_over_names(last, count)
    names = last[corner:]
    if _are_of_a_title(names):
        return None
    whole = _with_days(above[-1], last, count) if above and all(is_day(word.text) for word in last) else None
    if whole is not None:
        return [*([(0, 1, line)] for line in above[:-1]), whole]
    bottom = [(number + 1 - corner, 1, [word]) for number, word in enumerate(last)]
    if not above:
        return [bottom] if len(names) == count and (told or not _come_again(names)) else None
    placed = _with_corner(above)
    if placed is None:
        return None
    top, groups, rest = placed
    known = [word.text for word in names] + [""] * (count - len(names))
    columns = groups_of(known, len(groups)) if len(names) <= count else None
    if columns is None and len(names) == count:
        columns = begun_again(known, len(groups))
    if columns is None and len(names) == count and not _is_title(above[0], known):
        columns = _as_wide_each(len(groups), count)
    if columns is None and len(names) == count == len(groups) and _each_over_one(groups, known):
        columns = [(at, at + 1) for at in range(count)]
    if columns is None or (len(names) < count and len(groups) != len(columns)):
        return None
    over = [(low + 1, high - low, [word]) for (low, high), word in zip(columns, groups, strict=True)]
    last_named = columns[-1][1]
    if rest and count - last_named == len(rest):
        over.extend(
            (last_named + 1 + at, 1, [word]) for at, word in enumerate(rest)
        )  # 不良率增減, behind both years
    else:
        over[-1][2].extend(rest)
    return [*top, over, bottom]


def _wrapped(lines: list[list[Word]], count: int) -> list[list[Placed]] | None:
    """Return headings of several lines each, told by their capitals, with those of their groups; None where they are others."""
    found = put_in_columns(lines, count)
    if found is None:
        return None
    first, corner, columns = found
    bottom = [(number, 1, words) for number, words in enumerate(columns, start=1)]
    bottom[:0] = [(0, 1, corner)] if corner else []
    names = [" ".join(word.text for word in words) for words in columns]
    groups = next(n for n in range(count, 0, -1) if not count % n and names == names[: count // n] * n)
    *titles, over = lines[:first] or [[]]
    if any(len(line) > 1 for line in titles) or (groups > 1) is not bool(len(over) > 1):
        return None  # several words higher up are a title, and no part of the table
    if groups == 1:
        return [*([(0, 1, line)] for line in lines[:first]), bottom]
    wide, heads = count // groups, groups_in(over, groups)
    placed = [(at * wide + 1, wide, words) for at, words in enumerate(heads)]
    return [*([(0, 1, line)] for line in titles), placed, bottom] if heads else None


def _are_of_a_title(names: list[Word]) -> bool:
    """Return whether words are a title's, or the rest of headings that nothing above begins: Loans by stage.

    A heading of a column begins with a capital, or all of them are written small.
    """
    small = [word.text[0].islower() for word in names]
    if not any(small) or all(small):
        return False
    return any(one and not _says_what(word.text) for word, one in zip(names, small, strict=True))


def _says_what(text: str) -> bool:
    """Return whether a heading says in what its column is or what of: change, bps, half-year."""
    return is_time(text) or is_unit(text) or is_measure(text) or says_change(text)


def _is_over_names(words: list[Word], count: int) -> bool:
    """Return whether the first word of a line stands over the names of rows: one more than columns, and no time among others.

    Of 2024 2023 Change %, over three columns, one heading has two words, and the line does not say which.
    """
    timed = is_time(words[0].text) and any(is_time(word.text) for word in words[1:])
    return len(words) == count + 1 and not timed


def _come_again(words: list[Word]) -> bool:
    """Return whether times come again, so that what stood over them must tell them apart."""
    times = [word.text for word in words if is_time(word.text) and not says_change(word.text)]
    return len(set(times)) < len(times)


def _each_over_one(above: list[Word], names: list[str]) -> bool:
    """Return whether each heading is over one below: June 30, March 31, over 2025 2025; 2025 2024 over units."""
    said = [word.text for word in above]
    if all(map(is_day, said)):
        return len(set(zip(said, names, strict=True))) == len(said)
    return not _come_again(above) and all(is_unit(name) or is_amounts_in(name) for name in names)


def _as_wide_each(groups: int, count: int) -> list[tuple[int, int]] | None:
    """Return the columns of groups that are as wide each, None where they cannot be or have one column."""
    wide, over = divmod(count, groups)
    fits = groups > 1 and wide > 1 and not over
    return [(at, at + wide) for at in range(0, count, wide)] if fits else None


def _is_title(words: list[Word], names: list[str]) -> bool:
    """Return whether a line over the names of columns is a title in words of its own, and names no groups of them.

    Per share (RMB), over times that do not come again; RMB million.
    """
    said = " ".join(word.text for word in words)
    if is_unit(said) or is_amounts_in(said):
        return True
    if len(set(names)) < len(names) or not all(map(is_time, names)):
        return False
    inner = any(word.text[0].islower() for word in words[1:])
    first, last = words[0].text, words[-1].text
    return (inner and first.isascii() and not is_time(first)) or (
        last[-1] in ")）" and is_unit_in_brackets(last[max(last.find("("), last.find("（")) :])
    )


def _with_days(years: list[Word], days: list[Word], count: int) -> list[Placed] | None:
    """Return headings with the days below their years, None where they are others.

    2024年 2023年 增減 over 9月30日 12月31日: what stands behind the years has no day.
    """
    corner = len(years) - count
    if (
        corner not in (0, 1)
        or len(days) > count
        or not all(is_time(w.text) for w in years[corner:][: len(days)])
    ):
        return None
    heads = [[word] for word in years]
    for head, day in zip(heads[corner:], days, strict=False):
        head.append(day)
    return [(number + 1 - corner, 1, words) for number, words in enumerate(heads)]


def begun_again(names: list[str], groups: int) -> list[tuple[int, int]] | None:
    """Return the columns under headings of groups whose times begin again with each: 本集團 本行 over 2024 2024 2023 2022.

    What stands before the first time (標準值) is of none.
    """
    first = next((at for at, name in enumerate(names) if is_time(name)), len(names))
    starts = [at for at in range(first, len(names)) if names[at] == names[first]]
    if groups < 2 or len(starts) != groups or not all(is_time(name) for name in names[first:]):  # noqa: PLR2004
        return None
    return list(zip(starts, [*starts[1:], len(names)], strict=True))


def _parted_below(above: list[list[Word]], last: list[Word]) -> tuple[list[list[Word]], list[Word]]:
    """Return headings with the rest of the last group's parted from the first name below that it stands before.

    本年同比 over 增減金額 占比 金額 占比: what comes again as 金額 is the name, and 增減 belongs to the line above.
    """
    first = last[0].text
    name = next((word.text for word in last[1:] if first.endswith(word.text) and len(word.text) > 1), "")
    if not above or len(above[-1]) < 2 or not 0 < len(name) < len(first):  # noqa: PLR2004
        return above, last
    middle = last[0].end - len(name)
    rest = Word(last[0].start, middle, first[: -len(name)])
    return [*above, [rest]], [Word(middle, last[0].end, name), *last[1:]]


def _with_corner(above: list[list[Word]]) -> tuple[list[list[Placed]], list[Word], list[Word]] | None:
    """Return the corner's own line, the headings of groups, and the further lines of the last of these."""
    top: list[list[Placed]] = []
    if len(above) > 1 and len(above[0]) == 1:
        top, above = [[(0, 1, above[0])]], above[1:]
    groups, *rest = above
    timed = [is_time(word.text) or is_day(word.text) for word in groups]
    before = timed.index(True) if True in timed else 0
    if before and all(timed[before:]):
        top, groups = [*top, [(0, 1, groups[:before])]], groups[before:]  # 項目 in the line of the years
    if len(groups) < 2 or any(len(line) > 1 for line in rest) or len(rest) > 1:  # noqa: PLR2004
        return None
    return top, groups, [line[0] for line in rest]


def _names_a_line(lines: list[list[Word]], count: int) -> list[list[Placed]] | None:
    """Return headings that name the columns of each group one below the other, some over two lines."""
    top: list[list[Placed]] = []
    if len(lines[0]) == 1:
        top, lines = [[(0, 1, lines[0])]], lines[1:]
    if len(lines) < 2 or len(lines[0]) < 2 or any(len(line) > 1 for line in lines[1:]):  # noqa: PLR2004
        return None
    groups, names = lines[0], [line[0] for line in lines[1:]]
    wide, over = divmod(count, len(groups))
    each, left = divmod(len(names), len(groups))
    texts = [word.text for word in names]
    if over or left or texts != texts[:each] * len(groups):
        return None
    columns: list[list[Word]] = []
    for word in names:
        if columns and columns[-1][-1].text.endswith(_OPEN):
            columns[-1].append(word)
        else:
            columns.append([word])
    if len(columns) != count:
        return None
    over_groups = [(number * wide + 1, wide, [word]) for number, word in enumerate(groups)]
    return [*top, over_groups, [(at + 1, 1, words) for at, words in enumerate(columns)]]
