"""Finds what a page's head and foot repeat: its number, and the lines that come again beside it on page after page.

A number is one of a page where it rises with each and what stands beside it, in its line or in the lines around, comes
again: Annual Report 2024   53; 第三章 管理層討論與分析 / 28 / 海鷗銀行股份有限公司. A single page is told by its
word (Page 2 of 6), or by the name of the report beside a number that stands alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from tagger.readers.contents import contents_lines
from tagger.readers.footnotes import is_marked
from tagger.readers.head_pieces import are_alike
from tagger.readers.text_lines import SENTENCE, TextLine
from tagger.words.alternation import alternation
from tagger.words.folding import fold
from tagger.words.language import every_language

_NUMBER = r"[-–—•|]{0,2}\s?(?P<number>[0-9]{1,4})\s?[-–—•|]{0,2}"
_ALONE = re.compile(rf"(?:[A-Z]-)?{_NUMBER}\Z")
_LEADS = re.compile(rf"{_NUMBER}\s+(?P<rest>\D.*)\Z")
_ENDS = re.compile(rf"(?P<rest>.*\S)\s+{_NUMBER}\Z")
_LEAST_PAGES = 3
_AROUND = 3
"""Lines of a page's head or foot to either side of its number."""
_MOST_BESIDE = 8
"""So many where each says nothing but what the others say: an address, however its lines are broken."""
_SHARE = 0.6
"""How many of the pages repeat a line, at least; left and right pages have heads of their own."""
_WIDEST_STEP = 6
_LONGEST = 160
_SHORT_LINE = 100
_OPEN_RUNS = 8
"""Runs of numbers that are kept in mind at a time: the marks of footnotes count beside the pages."""
_MOST_MARK = 99
_YEARS = range(1900, 2101)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CHAPTER = re.compile(r"第[一二三四五六七八九十0-9]{1,3}[章節节部]|chapter\s+\d", re.IGNORECASE)
_WORD = re.compile(r"[^\s]+")

Numbered = tuple[int, int]
"""A line and the number of a page in it."""


def page_lines(lines: Sequence[TextLine]) -> frozenset[int]:
    """Return the numbers of the lines that are heads or feet of pages, or lines of a table of contents."""
    found: set[int] = set(contents_lines(lines))
    alone, beside = _numbers(lines)
    for rest, numbered in beside.items():
        apart = 1 if "|" in lines[numbered[0][0]].text or _names_report(rest) else _AROUND
        for run in _rising(numbered, apart):
            if len(run) >= _LEAST_PAGES and (apart == 1 or _far_apart(numbered)):
                found.update(_of_pages(lines, [at for at, _ in run]))
    for told in (*_said(lines), *_at_breaks(lines, alone)):
        found.update(_of_pages(lines, told))
    for run in _rising(alone, apart=_AROUND - 1):
        places = _of_pages(lines, [at for at, _ in run]) if len(run) >= _LEAST_PAGES else set()
        if len(places) > len(run) or (places and _count_pages(lines, run)):
            found.update(places)
    for at, number in alone:
        if at not in found and number not in _YEARS:
            found.update(_named(lines, at))
    if alone and _ends_page(lines, alone[-1]):
        found.add(alone[-1][0])
    found.update(_feet_alone(lines, beside))
    return frozenset(found)


def _feet_alone(lines: Sequence[TextLine], beside: dict[str, list[Numbered]]) -> Iterator[int]:
    """Yield the first or last line of a text where it is the head or foot of a page cut out: Annual Report 2024 31."""
    for rest, numbered in beside.items():
        at, number = numbered[0]
        if len(numbered) > 1 or at not in (0, len(lines) - 1) or number in _YEARS or not _may_name(rest):
            continue
        if _YEAR.match(rest, len(rest) - len("2024")) and _names_report(rest):
            yield at


def _ends_page(lines: Sequence[TextLine], last: Numbered) -> bool:
    """Return whether a number alone is all that stands below prose or rows of values at a text's end: a page cut out."""
    at, number = last
    above = lines[max(at - _PROSE_LINES, 0) : at]
    ends = at == len(lines) - 1 and number not in _YEARS and len(above) == _PROSE_LINES
    if ends and all(_VALUES.search(line.text) for line in above):
        return True
    full = [len(line.text) > _FULL and _GOES_ON.search(line.text) is not None for line in above]
    return ends and full[0] and (full[-1] or _STOPS.search(above[-1].text) is not None)


_PROSE_LINES, _FULL = 2, 24
_VALUES = re.compile(r"\S +[(]?\d[\d,.]*[)%]?(?: +[(]?(?:\d[\d,.]*|-)[)%]?){2,}\Z")
"""What a row of a table ends in: three values at least."""
_STOPS = re.compile("[。！？.!?]\\Z")
_GOES_ON = re.compile("[，。；、]|[.,;] [^\\W\\d]|(?: [a-z]+){4}")


def _numbers(lines: Sequence[TextLine]) -> tuple[list[Numbered], dict[str, list[Numbered]]]:
    """Return the numbers that stand alone in their line, and those that begin or end one, by the rest of it."""
    alone: list[Numbered] = []
    beside: defaultdict[str, list[Numbered]] = defaultdict(list)
    for at, line in enumerate(lines):
        text = line.text
        if not (text[0].isdigit() or text[-1].isdigit() or text[-1] in "-–—•|") or len(text) > _LONGEST:
            continue
        single = _ALONE.match(text)
        if single:
            alone.append((at, int(single["number"])))
            continue
        for pattern in (_LEADS, _ENDS):
            parted = pattern.match(text)
            if parted and any(character.isalpha() for character in parted["rest"]):
                beside[parted["rest"]].append((at, int(parted["number"])))
    return alone, beside


@cache
def _patterns() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """Return the words for a page as printed, the pattern of what tells its number, and that of a report's name."""
    languages = every_language()
    printed = {form for language in languages for form in language.extra["page_words"]}
    forms = set(map(fold, printed))
    names = frozenset(name for language in languages for name in language.extra["report_names"])
    number = r"[0-9]{1,4}(?![0-9.,]?[0-9])"
    said = "|".join(
        re.escape(form).replace(r"\ ", " ?").replace(r"\{n\}", f" ?{number} ?")
        for form in sorted(forms, key=lambda form: (-len(form), form))
    )
    total = "(?:[，,]? ?(?:of|/|共) ?[0-9]{1,4} ?[页]?)?"  # of 6, / 6, 共6頁 behind it
    shown = [max(reversed(form.split("{N}")), key=len).strip() for form in printed]
    words = frozenset(word for form in shown for word in (form, form.capitalize(), form.upper()))
    return words, re.compile(rf"(?<![a-z])(?:{said}){total}"), re.compile(alternation(names))


def is_page_number(text: str) -> bool:
    """Return whether a line is nothing but the number of a page: 45, - 45 -, Page 45 of 60, 第45頁."""
    said = text.strip(_MARKS + "*_")
    return len(said) <= _SHORT_LINE and (
        _ALONE.match(said) is not None or _patterns()[1].fullmatch(fold(said)) is not None
    )


_DIGITS = re.compile(r"[0-9]+")


def _said(lines: Sequence[TextLine]) -> Iterator[list[int]]:
    """Yield the lines that say the number of a page by its word: alone, or again and again with the same beside it."""
    found: defaultdict[str, list[Numbered]] = defaultdict(list)
    words, pattern, _ = _patterns()
    said = "\n".join([line.text for line in lines])
    told_by = [word for word in words if word in said]
    for at, line in enumerate(lines) if told_by else ():
        if not any([word in line.text for word in told_by]):  # noqa: C419  # no generator: half the time
            continue
        text = fold(line.text)
        for told in pattern.finditer(text):
            start, end = told.span()
            number = _DIGITS.search(told.group())
            if number and start < _LONGEST and len(text) - end < _LONGEST:
                rest = f"{text[:start].strip(_MARKS)} {text[end:].strip(_MARKS)}".strip()
                found[rest].append((at, int(number.group())))
    for rest, numbered in found.items():
        for run in _rising(numbered, apart=1):
            if len(run) > 1 or not any(character.isalpha() for character in rest):
                yield [at for at, _ in run]


_MARKS = "-–—•|()（） \n"


def _at_breaks(lines: Sequence[TextLine], alone: Sequence[Numbered]) -> Iterator[list[int]]:
    """Yield the numbers alone in their line that end pages, or begin them, where form feeds say that most of the pages do so."""
    begins = [at for at, line in enumerate(lines) if line.begins_page and at]
    numbers = {at for at, number in alone if number not in _YEARS}
    for places in ([at - 1 for at in begins], begins):
        told = [at for at in places if at in numbers]
        if told and len(told) >= _SHARE * len(places):
            yield told


def _rising(numbered: Sequence[Numbered], apart: int = _AROUND) -> list[list[Numbered]]:
    """Return the runs of numbers that rise by little from each to the next, more than `apart` lines from each other.

    Numbers that stand closer together than the heads of pages are those of a list or a table.
    """
    runs: list[list[Numbered]] = []
    for item in numbered:
        for run in reversed(runs[-_OPEN_RUNS:]):
            at, number = run[-1]
            if 0 < item[1] - number <= _WIDEST_STEP and item[0] - at > apart:
                run.append(item)
                break
        else:
            runs.append([item])
    return runs


def _count_pages(lines: Sequence[TextLine], run: Sequence[Numbered]) -> bool:
    """Return whether numbers between blank lines count one by one what nothing else tells, and are no marks of footnotes."""
    by_one = all(other[1] - one[1] == 1 for one, other in pairwise(run))
    return by_one and all(
        lines[at].after_blank
        and (at + 1 == len(lines) or lines[at + 1].after_blank)
        and (number > _MOST_MARK or not is_marked(lines, at, str(number)))
        for at, number in run
    )


def _far_apart(numbered: Sequence[Numbered]) -> bool:
    """Return whether more than a page's head lies between all the numbers."""
    return all(other[0] - one[0] > _AROUND for one, other in pairwise(numbered))


def _of_pages(lines: Sequence[TextLine], pages: list[int]) -> set[int]:
    """Return the lines with the numbers of pages, and the lines around them that come again on most of them."""
    found = set(pages)
    if len(pages) >= _LEAST_PAGES:
        found.update(_repeated(lines, pages))
    found.update(_said_again(lines, pages))
    return found


def _repeated(lines: Sequence[TextLine], pages: list[int]) -> Iterator[int]:
    """Yield the lines around the numbers of pages that come again at their place on most of them."""
    for step in range(-_AROUND, _AROUND + 1):
        places = [at + step for at in pages if 0 <= at + step < len(lines)]
        texts: defaultdict[str, list[int]] = defaultdict(list)
        for place in places if step else ():
            texts[lines[place].text].append(place)
        often = [same for same in texts.values() if len(same) >= _LEAST_PAGES]
        if sum(map(len, often)) >= _SHARE * len(pages):
            yield from (place for same in often for place in same if not are_alike(lines[place].text))


def _said_again(lines: Sequence[TextLine], pages: list[int]) -> Iterator[int]:
    """Yield the lines right before and behind numbers of pages that hold no word but what most of the pages repeat there."""
    if len(pages) < _LEAST_PAGES:
        return
    others = frozenset(pages)
    for step in (-1, 1):
        runs = [_beside(lines, at, step, others) for at in pages]
        counts = Counter(
            word
            for run in runs
            for word in {found for place in run for found in _WORD.findall(lines[place].text)}
        )
        least = _SHARE * len(pages)
        for run in runs:
            for place in run:
                words = _WORD.findall(lines[place].text)
                of_a_table = lines[place].bare or are_alike(lines[place].text)
                if of_a_table or not all(counts[word] >= least for word in words):
                    break
                yield place


def _beside(lines: Sequence[TextLine], at: int, step: int, others: frozenset[int]) -> list[int]:
    """Return the lines from a page's number on, as far as its head or foot may reach; others: the numbers of all pages."""
    found: list[int] = []
    for place in range(at + step, at + step * (_MOST_BESIDE + 1), step):
        if not 0 <= place < len(lines) or place in others or len(lines[place].text) > _LONGEST:
            break
        found.append(place)
    return found


def _named(lines: Sequence[TextLine], at: int) -> list[int]:
    """Return a number that stands alone with the lines from it to one that names the report, and a chapter's title behind.

    42 / 海鷗銀行股份有限公司 / 2024年年度報告 / 第三章 管理層討論與分析 is the head of a page.
    """
    for step in (1, -1):
        places = [at]
        for place in range(at + step, at + step * (_AROUND + 1), step):
            if not 0 <= place < len(lines) or not _may_name(lines[place].text):
                break
            places.append(place)
            if _names_report(lines[place].text):
                behind = place + step
                chapter = 0 <= behind < len(lines) and _CHAPTER.match(lines[behind].text)
                return [*places, behind] if chapter and _may_name(lines[behind].text) else places
    return []


def _may_name(text: str) -> bool:
    return len(text) <= _SHORT_LINE and not SENTENCE.search(text) and not _ALONE.match(text)


def _names_report(text: str) -> bool:
    """Return whether a line names a report with its year."""
    return bool(_YEAR.search(text)) and bool(_patterns()[2].search(fold(text)))
