"""The time and the kind of figure that a table's column stands for, from its headings at all levels.

Two levels may name one time together (2024 over 第一季度). A column of changes is measured between the two columns of
levels beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import dropwhile, takewhile

from tagger.figures.find import Figure
from tagger.reporting_period import ReportingPeriod, first_of_months, months_through
from tagger.tables.change_times import as_long, comparison, from_to
from tagger.tables.dates import moved_to_year, year_beside_days
from tagger.tables.headings import Heading
from tagger.words.language import Language
from tagger.words.periods import TimePhrase, find_time_phrases
from tagger.words.spans import Span

_A_YEAR = range(363, 367)


@dataclass(frozen=True, slots=True)
class Column:
    """headings: the nearest first. time: None where they say none; `unclear` where they say it in no known way.

    of_unknown: a column of changes between columns whose headings are not understood. scenario: "target" or "forecast"
    where a heading says so that names nothing: 下季度末預測數.
    told: "growth" or "amount" where its rows compute what its changes are, `between` which times; "points" where they are of
    the shares before it. base: of a column of changes.
    flow: of flows, where a heading says a day and a stretch: 2025年6月30日/2025年1-6月.
    whose: "group" or "alone", where a heading says that and no more: Group, Bank.
    kind: "level", "change" or "share"; sign: -1 where a decrease is meant. whole: what the shares are of, if it says so.
    """

    headings: tuple[Heading, ...]
    time: TimePhrase | None = None
    base: TimePhrase | None = None
    unclear: bool = False
    kind: str = "level"
    sign: int = 1
    is_reference: bool = False
    of_unknown: bool = False
    scenario: str = ""
    told: str = ""
    between: tuple[TimePhrase, TimePhrase] | None = None
    whole: frozenset[str] = frozenset()
    whose: str = ""
    flow: TimePhrase | None = None

    @property
    def is_of_levels(self) -> bool:
        """Return whether it holds amounts: no changes, shares or references."""
        return self.kind == "level" and not self.is_reference


def column_of(
    headings: tuple[Heading, ...],
    text: str,
    language: Language,
    period: ReportingPeriod,
    *,
    is_reference: bool,
) -> Column:
    """Return what a column's headings say together; its base of comparison only if they say it themselves."""
    kinds = [h for h in headings if h.kind and not _measures_change(h, headings, text, language)]
    headings, constant = _at_constant_rates(headings, text, language) if kinds else (headings, None)
    if not kinds and any(phrase.span and not phrase.base for h in headings for phrase in h.phrases):
        headings = tuple(_as_stretch(heading, text, language, period) for heading in headings)
    bases = [phrase for h in headings for phrase in h.phrases if phrase.base]
    constant = constant or next((base for base in bases if base.base == "constant_currency"), None)
    base = constant or next(iter(bases), None)  # YoY change (at constant rates) is both
    flow = next((beside for h in headings if (beside := _stretch_beside(h, text))), None)
    time, unclear = time_of(
        [p for h in headings for p in h.phrases if not p.base and p is not flow and not _says_both(h)],
        text,
        language,
        period,
    )
    measured = from_to(headings, time, text, period) if kinds and not base else None
    if measured:
        time, base = measured
    kind, sign = (kinds[0].kind, kinds[0].sign) if kinds else ("level", 1)
    of_share = [token for h in kinds for token in h.tokens] if kind == "share" else []
    whole = frozenset(concept for token in of_share for concept in token.meanings.concepts)
    if base and not kinds:
        kind = "change"
    plans = [heading for heading in headings if not heading.has_term]
    scenario = next((said for h in plans for said in ("forecast", "target") if h.has(said)), "")
    unclear |= bool(scenario) and time is None  # for when a plan is nobody may guess
    whose = next(filter(None, (_whose(h, text, language) for h in headings)), "")
    in_points = kind == "share" and any(
        u.kind == "percentage_points" for h in headings for u in h.units.units
    )
    told = "points" if in_points or any(heading.moves_share for heading in kinds) else ""
    kind = "change" if in_points else kind
    return Column(
        headings, time, base, unclear, kind, sign, is_reference,
        scenario=scenario, told=told, whole=whole, whose=whose, flow=flow,
    )  # fmt: skip


def _as_stretch(heading: Heading, text: str, language: Language, period: ReportingPeriod) -> Heading:
    """Return a heading that says of levels over how long they are, not since when they changed: Year-to-Date, over 2026."""
    stretches = language.tables.get("stretches", ())
    to_date = [
        phrase
        for phrase in heading.phrases
        if phrase.base == "year_start"
        and phrase.span is None
        and text[phrase.start : phrase.end].strip(" ()（）") in stretches
    ]
    if not to_date:
        return heading
    span = Span(period.year_start, period.end)
    others = [phrase for phrase in heading.phrases if phrase not in to_date]
    return replace(heading, phrases=(*others, *(replace(phrase, base="", span=span) for phrase in to_date)))


def _measures_change(heading: Heading, headings: tuple[Heading, ...], text: str, language: Language) -> bool:
    """Return whether a heading only says in what the change is measured that another one names: 變動 over 百分比%."""
    if heading.kind != "share" or not any(other.kind == "change" for other in headings):
        return False
    said = text[heading.start : heading.end].strip(" ()（）%％")
    return said in language.tables.get("measured_in", ())


def _stretch_beside(heading: Heading, text: str) -> TimePhrase | None:
    """Return the stretch that a heading says beside a day, for the flows below it: 31 December 2024 / H1 2024."""
    said = [phrase for phrase in heading.phrases if not phrase.base and phrase.span]
    if len(said) != 2 or text[said[0].end : said[1].start].strip() not in _BESIDE:  # noqa: PLR2004
        return None
    stretches = [p for p in said if p.span and p.span.start and not p.span.relative]
    days = [p for p in said if p.span and not p.span.start and not p.span.relative]
    return stretches[0] if len(stretches) == len(days) == 1 else None


_BESIDE = frozenset("/／(（|、")


def _says_both(heading: Heading) -> bool:
    """Return whether a heading says that what is below it is of the report's time or of its end: 報告期末或報告期."""
    spans = [phrase.span for phrase in heading.phrases if not phrase.base and phrase.span]
    return len(spans) > 1 and len({s.end for s in spans}) == 1 and any(s.relative == "current" for s in spans)


def _whose(heading: Heading, text: str, language: Language) -> str:
    """Return whether a heading says that figures are of the whole group, or of its head alone, where it names no member so."""
    said = text[heading.start : heading.end].strip(" ()（）:：")
    ways = ("group",) if heading.has_term else ("group", "alone")
    return next((whose for whose in ways if said in language.tables.get(whose, ())), "")


def _at_constant_rates(
    headings: tuple[Heading, ...], text: str, language: Language
) -> tuple[tuple[Heading, ...], TimePhrase | None]:
    """Return the headings of a column of changes and what says in one word that rates of exchange are held: Growth (constant)."""
    words = language.tables.get("constant_rates", ())
    for at, heading in enumerate(headings):
        for hole in heading.holes:
            if text[slice(*hole)] in words:
                left = replace(heading, holes=tuple(other for other in heading.holes if other != hole))
                headings = (*headings[:at], left, *headings[at + 1 :])
                return headings, TimePhrase(*hole, None, "constant_currency")
    return headings, None


def time_of(
    phrases: Sequence[TimePhrase], text: str, language: Language, period: ReportingPeriod
) -> tuple[TimePhrase | None, bool]:
    """Return the time that phrases (the nearest first) name together, and whether that cannot be told."""
    if not phrases:
        return None, False
    nearest = phrases[0]
    spans = {phrase.span for phrase in phrases}
    if len(spans) == 1:
        return nearest, False
    stretch = _stretch_to_day([phrase.span for phrase in phrases if phrase.span])
    if stretch:
        return TimePhrase(nearest.start, nearest.end, stretch), False
    if nearest.span and is_whole_year(nearest.span):
        within = next((p.span for p in phrases[1:] if p.span and not is_whole_year(p.span)), None)
        year = year_beside_days(nearest, text)
        moved = moved_to_year(within, year) if within and year else None
        if moved:
            return TimePhrase(nearest.start, nearest.end, moved), False
    said = [text[phrase.start : phrase.end] for phrase in phrases[:2]]
    for joined in (
        f"{said[1]}{said[0]}",
        f"{said[0]} {said[1]}",
        f"{said[0]} of {said[1]}",
        f"{said[0]}{said[1]}",
    ):
        found = find_time_phrases(joined, language, period)
        if len(found) == 1 and found[0].end - found[0].start >= len(joined.strip()) and found[0].span:
            return TimePhrase(nearest.start, nearest.end, found[0].span), False
    if _has_year(said[0]):
        return nearest, _are_years_in_a_row(phrases, text)
    in_year = _within_year(nearest, phrases[1:])
    return in_year or nearest, in_year is None


def _are_years_in_a_row(phrases: Sequence[TimePhrase], text: str) -> bool:
    """Return whether one heading names times of several years with nothing between them, and not which: H1 2024 2023."""
    one, other = phrases[:2]
    if one.span is None or other.span is None or not is_whole_year(other.span):
        return False
    apart = text[one.end : other.start] if one.end < other.start else "-"
    return not apart.strip() and one.span.end.year != other.span.end.year


def _within_year(nearest: TimePhrase, farther: Sequence[TimePhrase]) -> TimePhrase | None:
    """Return a stretch in the year that stands over it: First Quarter, under Year Ended September 30, 2014."""
    year = next((p.span for p in farther if p.span and is_whole_year(p.span)), None)
    if year is None or nearest.span is None or nearest.span.start is None:
        return None
    moved = moved_to_year(nearest.span, year)
    return TimePhrase(nearest.start, nearest.end, moved) if moved else None


def _stretch_to_day(spans: Sequence[Span]) -> Span | None:
    """Return the stretch up to a day that two headings name together: 31 July 2025 over Quarter, 2024年6月30日 over 三個月."""
    day = next((span.end for span in spans if span.start is None and not span.relative), None)
    found = (span for span in spans if span.start is not None and span.relative == "current")
    long = next(found, None)
    if day is None or long is None or long.start is None:
        return None
    return Span(first_of_months(months_through(long.start, long.end), day), day)


def is_whole_year(span: Span) -> bool:
    """Return whether a span is twelve months."""
    return span.start is not None and (span.end - span.start).days in _A_YEAR


def _has_year(said: str) -> bool:
    return sum(character.isdigit() for character in said) >= 3  # noqa: PLR2004  # 2024, 113年


def beside_level(column: Column, before: Sequence[Column], text: str) -> Column:
    """Return a column of shares with what the amounts right before it say that it leaves open: time and concept.

    2024 佔比 2023 佔比; 貸款餘額 佔比 不良貸款餘額.
    """
    level = before[-1] if before else None
    if level is None or level.kind != "level" or level.unclear:
        return column
    if (column.time is None and not column.unclear) or _is_year_of(column.time, level.time):
        column = replace(column, time=level.time)
    return _called_as(column, before, text)


def _is_year_of(time: TimePhrase | None, day: TimePhrase | None) -> bool:
    """Return whether a time is the year that a day lies in: 2025年, over 6月30日 and its 佔比."""
    if time is None or day is None or time.span is None or day.span is None or day.span.start:
        return False
    return (
        is_whole_year(time.span)
        and time.span.start is not None
        and time.span.start <= day.span.end <= time.span.end
    )


def _called_as(column: Column, before: Sequence[Column], text: str) -> Column:
    """Return a column that names nothing with what the amounts right before it are called: 保費收入 同比增減(%).

    What it says of that again is left over in neither: 持股, of 持股比例 beside 持股數量.
    """
    level = next((other for other in reversed(before) if other.kind == "level"), None)
    if level is None or any(heading.has_term for heading in column.headings):
        return column
    named = tuple(h for h in level.headings if h.has_term and h not in column.headings)
    own = tuple(
        replace(h, holes=tuple(hole for hole in h.holes if not _says(named, text[slice(*hole)], text)))
        if named and h.holes
        else h
        for h in column.headings
    )
    return replace(column, headings=(*own, *named))


def _says(headings: Sequence[Heading], said: str, text: str) -> bool:
    return any(said in text[heading.start : heading.end] for heading in headings)


def compared(column: Column, levels: Sequence[Column], period: ReportingPeriod, text: str) -> Column:
    """Return a column of changes with its time and base: between the two nearest columns of levels.

    What the amounts before it are called it is called too, where it names nothing. Where it says itself what it compares
    with (同比增減), it is of the latest of the levels right before it; where one
    alone stands there, of the level farther to the left that is measured against it (2Q25, 1Q25, QoQ, 2Q24, YoY).
    """
    says_all = column.base is not None and any(heading.has_term for heading in column.headings)
    column = _called_as(column, levels, text)
    if _moves_shares(column, levels):
        column = replace(column, told="points")
    beside = list(dropwhile(lambda other: other.kind != "level", reversed(levels)))
    beside = list(takewhile(lambda other: other.kind == "level", beside))
    timed = [other for other in beside if other.time and other.time.span and not other.unclear]
    if not says_all and any(heading.holes for other in beside for heading in other.headings):
        column = replace(
            column, of_unknown=True
        )  # 營業收入比上年增減 says what it is of, whatever stands beside it
    if column.time is None and column.base is None and column.between:
        return _measured(column, *column.between, period)
    if column.time is not None or not timed:
        return column
    if len({other.time.span for other in timed if other.time}) == 1:
        measured = _measured_against(timed[0], column, levels, period)
        timed = [measured, *timed] if measured else timed
    if column.base is not None:
        return replace(column, time=max(timed, key=_end).time)
    if len(timed) < 2:  # noqa: PLR2004
        alone = sum(other.kind != "change" for other in levels) == 1
        return replace(column, time=timed[0].time) if alone else column  # 2025年末 比年初增加 增速
    one, two = (other.time for other in timed[:2])
    return _measured(column, one, two, period) if one and two else column


def _moves_shares(column: Column, before: Sequence[Column]) -> bool:
    """Return whether a column is by how many points the shares right before it have changed, other changes aside."""
    nearest = next((other for other in reversed(before) if other.kind != "change"), None)
    units = {unit.kind for heading in column.headings for unit in heading.units.units}
    return nearest is not None and nearest.kind == "share" and "percentage_points" in units


def _measured(column: Column, one: TimePhrase, other: TimePhrase, period: ReportingPeriod) -> Column:
    """Return a column of changes as it is measured between two times."""
    if one.span is None or other.span is None or one.span.end == other.span.end:
        return column
    earlier, later = (one, other) if one.span.end < other.span.end else (other, one)
    assert earlier.span is not None and later.span is not None  # noqa: S101, PT018
    meaning = comparison(earlier.span, later.span, period)
    base = TimePhrase(earlier.start, earlier.end, earlier.span, meaning)
    return replace(column, time=later, base=base)


def _measured_against(
    earlier: Column, change: Column, levels: Sequence[Column], period: ReportingPeriod
) -> Column | None:
    """Return the column of levels that a change from `earlier` may be of: of a stretch as long, ending later.

    Where it does not say what it is measured against, one of the year after goes first, else the nearest.
    """
    span = earlier.time.span if earlier.time else None
    nearest: Column | None = None
    for other in reversed(levels):
        found = other.time.span if other.time and other.kind == "level" and not other.unclear else None
        if span is None or found is None or found.end <= span.end:
            continue
        if (span.start is None) != (found.start is None) or not as_long(span, found):
            continue
        against = comparison(span, found, period)
        if against == (change.base.base if change.base else "previous_year"):
            return other
        nearest = nearest or (None if change.base else other)
    return nearest


def _end(column: Column) -> date:
    return column.time.span.end if column.time and column.time.span else date.min


def kind_of(rows: list[Heading], column: Column) -> tuple[str, int]:
    """Return what row and column make of a figure: a column of changes holds changes whatever the row says."""
    if column.kind != "level":
        return column.kind, column.sign
    for heading in rows:
        if heading.kind:
            return heading.kind, heading.sign
        if says_base_alone(heading):
            return "change", 1
    return "level", 1


def says_base_alone(heading: Heading) -> bool:
    """Return whether a heading says with what something is compared, and no more: 同比, YoY."""
    bare = not (heading.has_term or heading.holes or heading.named)
    return bare and bool(heading.phrases) and all(phrase.base for phrase in heading.phrases)


def kind_for(kind: str, figure: Figure) -> str:
    """Return the kind of a cell of a column of changes: a per cent is a growth."""
    return "growth" if kind == "change" and figure.kind == "percent" else kind
