"""Charts whose numbers arrive scrambled: which number is of which series and year.

A PDF's text layer gives a bar chart as bare numbers and years in any order. What the prose says of the same thing
(its level, and the year before by way of its change) anchors numbers by arithmetic. The rest follows only from the
rule that the numbers of one panel are one series: where exactly one number and one year are left, it is taken with a
lower confidence. Where more than one reading survives, nothing is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import permutations

from tagger.clauses.claims import Line
from tagger.figures.find import Figure
from tagger.links.candidates import Candidate, Clue
from tagger.links.decided import Decided, Reading
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.timing import Timing
from tagger.number import Interval, interval_of
from tagger.profile import Profile
from tagger.reporting_period import ReportingPeriod
from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.prose import Prose
from tagger.words.word import Token

POSITION_PRICE = 0.35
"""Of a number that only its place in its panel speaks for."""
_MAX_PANEL = 7
_DAY = timedelta(days=1)
Series = tuple[str, tuple[tuple[str, str], ...]]
Anchors = dict[tuple[Series, date], list[Interval]]
"""What the prose says of each level of a series, by the day it is of."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A block of bare numbers and years, and the tokens of the caption before it."""

    line: Line
    caption: tuple[int, int]
    tokens: list[Token]


@dataclass(slots=True)
class _Named:
    """A series that the caption names: concept, dimensions, and the words that say so."""

    series: Series
    clues: list[Clue]


def resolve_chart(
    chart: Chart,
    anchors: Anchors,
    prose: Prose,
    language: Language,
    index: TaxonomyIndex,
    profile: Profile,
    period: ReportingPeriod,
) -> list[Decided]:
    """Return the numbers of a chart, each with its reading or unresolved."""
    numbers = [figure for figure in chart.line.figures if not figure.reason]
    years = sorted({int(f.number) for f in chart.line.figures if f.reason == "year"})
    scale, currency = caption_unit(prose.text[slice(*chart.caption)], language)
    items = [_item(figure, scale, currency or profile.currency) for figure in numbers]
    named = list(_series(chart.tokens, index))
    if named and years and len(numbers) == len(named) * len(years) and len(years) <= _MAX_PANEL:
        panels = [items[at : at + len(years)] for at in range(0, len(items), len(years))]
        for assignment in _assign_panels(panels, named, years, anchors, index, period):
            for item, reading in assignment:
                item.readings, item.reason = [reading], None
    return items


def _item(figure: Figure, scale: int, currency: str) -> Decided:
    figure.scale, figure.kind = scale, "money" if scale or currency else figure.kind
    why = (
        "chart",
        "the numbers of this chart arrive without order, and more than one reading of them is left",
    )
    return Decided(figure, figure.number.scaleb(scale), figure.places - scale, "", [], None, why, currency)


@cache
def _unit_pattern(scales: tuple[str, ...], currencies: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"({alternation(currencies)})? ?({alternation(scales)})? ?({alternation(currencies)})")


def caption_unit(text: str, language: Language) -> tuple[int, str]:
    """Return the power of ten and the currency that a caption gives: 單位：人民幣百萬元."""
    found = _unit_pattern(tuple(language.scales), tuple(language.currencies)).search(text)
    if not found:
        return 0, ""
    codes = [language.currencies.get(word or "", "") for word in (found[1], found[3])]
    return language.scales.get(found[2] or "", 0), next((code for code in codes if code), "")


def _series(tokens: list[Token], index: TaxonomyIndex) -> Iterator[_Named]:
    """Yield the series that a caption's noun phrases name; a phrase ends at its concept."""
    members: dict[str, tuple[str, Token]] = {}
    seen: set[Series] = set()
    for token in tokens:
        for meaning in token.meanings:
            if meaning.kind == "member":
                members[meaning.axis] = (meaning.target, token)
        for inner in token.nested:
            for meaning in inner.meanings:
                if meaning.kind == "member":
                    members.setdefault(meaning.axis, (meaning.target, inner))
        concept = next(
            (m.target for t in (token, *token.nested) for m in t.meanings if m.kind == "concept"), None
        )
        if concept is None:
            continue
        kept = {
            axis: member
            for axis, (member, _) in members.items()
            if index.permits(concept, frozenset((axis,)))
        }
        if not index.permits(concept, frozenset(kept)):
            kept = {}
        series = (concept, index.without_defaults(kept))
        clues: list[Clue] = [("concept", token.start, token.end, concept)]
        clues.extend(("member", t.start, t.end, m) for m, t in members.values() if m in kept.values())
        members = {}
        if series not in seen:
            seen.add(series)
            yield _Named(series, clues)


def anchors_of(decided: list[Decided], charts: list[Chart]) -> Anchors:
    """Return what the prose says of each level that charts may show: printed, or the level after a change less the change."""
    words = [word for chart in charts for token in chart.tokens for word in (token, *token.nested)]
    shown = {concept for word in words for concept in word.meanings.concepts}
    anchors: Anchors = defaultdict(list)
    levels: dict[tuple[Series, date], Decided] = {}
    for item in decided:
        best = item.best
        if best and best.concept in shown and not item.reason and best.kind == "level":
            key = ((best.concept, best.dimensions), best.timing.end)
            anchors[key].append(item.interval)
            levels.setdefault(key, item)
    for item in decided:
        best = item.best
        if (
            best
            and best.base_concept in shown
            and not item.reason
            and best.kind == "change"
            and best.timing.start
        ):
            series = (best.base_concept, best.dimensions)
            level = levels.get((series, best.timing.end))
            if level:
                before = best.timing.start - _DAY
                anchors[series, before].append(level.interval.minus(item.interval))
    return anchors


def _assign_panels(
    panels: list[list[Decided]], named: list[_Named], years: list[int], anchors: Anchors,
    index: TaxonomyIndex, period: ReportingPeriod,
) -> Iterator[list[tuple[Decided, Reading]]]:  # fmt: skip
    """Yield the readings of each panel whose numbers fit exactly one series in exactly one way."""
    fits = [
        [
            (one, found)
            for one in named
            for found in [_orders(panel, one, years, anchors, index, period)]
            if found is not None
        ]
        for panel in panels
    ]
    for number, possible in enumerate(fits):
        if len(possible) != 1:
            continue
        one, readings = possible[0]
        elsewhere = any(
            len(other) == 1 and other[0][0] is one for at, other in enumerate(fits) if at != number
        )
        if not elsewhere:
            yield readings


def _orders(
    panel: list[Decided], one: _Named, years: list[int], anchors: Anchors,
    index: TaxonomyIndex, period: ReportingPeriod,
) -> list[tuple[Decided, Reading]] | None:  # fmt: skip
    """Return the one way in which the panel's numbers are the series' values, None where there are none or several.

    At least two numbers must be fixed by arithmetic, and at most one by elimination.
    """
    instant = index.taxonomy.concept_by_qname[one.series[0]].period_type == "instant"
    ends = [period.fiscal_year(year)[1] for year in years]
    known = [anchors.get((one.series, end), []) for end in ends]
    free = sum(not intervals for intervals in known)
    if free > 1 or len(years) - free < 2:  # noqa: PLR2004
        return None
    ways = [
        order
        for order in permutations(range(len(panel)))
        if all(_meets(panel[at], intervals) for at, intervals in zip(order, known, strict=True))
    ]
    if len(ways) != 1:
        return None
    found = []
    for at, intervals, year, end in zip(ways[0], known, years, ends, strict=True):
        start = None if instant else period.fiscal_year(year)[0]
        price = 0.0 if intervals else POSITION_PRICE
        clue: Clue = (
            "arithmetic" if intervals else "position",
            panel[at].figure.start,
            panel[at].figure.end,
            one.series[0],
        )
        candidate = Candidate(
            one.series[0], "level", one.series[1], price, [*one.clues, clue], by_arithmetic=bool(intervals)
        )
        found.append(
            (
                panel[at],
                Reading(
                    one.series[0], one.series[0], "level", one.series[1], Timing(start, end), price, candidate
                ),
            )
        )
    return found


def _meets(item: Decided, intervals: list[Interval]) -> bool:
    printed = interval_of(Decimal(item.value), item.decimals)
    return all(printed.meets(interval) for interval in intervals)
