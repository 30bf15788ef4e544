"""Finds what a page's head and foot repeat: its number, and the lines that come again beside it on page after page.

A number is one of a page where it rises with each and what stands beside it, in its line or in the lines around, comes
again: Annual Report 2024   53; 第三章 管理層討論與分析 / 28 / 海鷗銀行股份有限公司.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tagger.readers.text_lines import TextLine

_NUMBER = r"[-–—•|]{0,2}\s?(?P<number>[0-9]{1,4})\s?[-–—•|]{0,2}"
_ALONE = re.compile(rf"{_NUMBER}\Z")
_LEADS = re.compile(rf"{_NUMBER}\s+(?P<rest>\D.*)\Z")
_ENDS = re.compile(rf"(?P<rest>.*\S)\s+{_NUMBER}\Z")
_LEADER = re.compile(r"(?:[.．·…‥]\s?){4,}\s*(?:[0-9]{1,4}|[ivxIVX]{1,6})\Z")
"""Overview ........ 24"""
_IN_CONTENTS = re.compile(r"(?P<number>[0-9]{1,4})\s+(?:[0-9]{1,2}\s+)?[^\W\d][^\d.;:。；：]*\Z")
_LEAST_CONTENTS = 6
_LEAST_PAGES = 3
_AROUND = 3
"""Lines of a page's head or foot to either side of its number."""
_SHARE = 0.6
"""How many of the pages repeat a line, at least; left and right pages have heads of their own."""
_WIDEST_STEP = 6
_LONGEST = 160


def page_lines(lines: Sequence[TextLine]) -> frozenset[int]:
    """Return the numbers of the lines that are heads or feet of pages, or lines of a table of contents."""
    found: set[int] = set(_contents(lines))
    alone: list[tuple[int, int]] = []
    beside: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
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
    for numbered in beside.values():
        for run in _rising(numbered):
            found.update(at for at, _ in run)
            found.update(_repeated(lines, [at for at, _ in run]))
    for run in _rising(alone):
        repeated = _repeated(lines, [at for at, _ in run])
        if repeated:
            found.update(at for at, _ in run)
            found.update(repeated)
    return frozenset(found)


def _contents(lines: Sequence[TextLine]) -> Iterator[int]:
    """Yield the lines of tables of contents: with dots up to a page's number, or below each other with it in front.

    Numbers that count the lines are those of a list.
    """
    run: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        if _LEADER.search(line.text):
            yield at
        listed = _IN_CONTENTS.match(line.text) if line.text[0].isdigit() else None
        number = int(listed["number"]) if listed else -1
        if run and (number < run[-1][1] or line.after_blank):
            yield from _pages_of(run)
            run = []
        if listed:
            run.append((at, number))
    yield from _pages_of(run)


def _pages_of(run: list[tuple[int, int]]) -> Iterator[int]:
    if len(run) >= _LEAST_CONTENTS and any(other[1] - one[1] != 1 for one, other in pairwise(run)):
        yield from (at for at, _ in run)


def _rising(numbered: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Return the runs of numbers, one a page at least, that rise by little from each to the next."""
    runs: list[list[tuple[int, int]]] = []
    for item in numbered:
        if runs and 0 < item[1] - runs[-1][-1][1] <= _WIDEST_STEP:
            runs[-1].append(item)
        else:
            runs.append([item])
    return [run for run in runs if len(run) >= _LEAST_PAGES and _far_apart(run)]


def _far_apart(run: list[tuple[int, int]]) -> bool:
    """Return whether more than a page's head lies between the numbers: those of a list or a table are neighbours."""
    return all(other[0] - one[0] > _AROUND for one, other in pairwise(run))


def _repeated(lines: Sequence[TextLine], pages: list[int]) -> set[int]:
    """Return the lines around the numbers of pages that come again there on most of them."""
    found: set[int] = set()
    for step in range(-_AROUND, _AROUND + 1):
        places = [at + step for at in pages if 0 <= at + step < len(lines)]
        texts: defaultdict[str, list[int]] = defaultdict(list)
        for place in places if step else ():
            texts[lines[place].text].append(place)
        often = [same for same in texts.values() if len(same) >= _LEAST_PAGES]
        if sum(map(len, often)) >= _SHARE * len(pages):
            found.update(place for same in often for place in same)
    return found
