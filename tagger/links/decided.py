"""A reading of a figure with everything that a fact needs, and a figure with its readings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal

from tagger.clauses.claim import Claim, Trace
from tagger.figures.find import Figure
from tagger.ledger import QUALIFIERS
from tagger.links.candidates import Candidate
from tagger.links.prices import PRICE, TOO_UNSURE
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.timing import Timing, opens_year, timing_of
from tagger.number import Interval, interval_of
from tagger.reporting_period import ReportingPeriod
from tagger.words.periods import TimePhrase
from tagger.words.spans import Span
from tagger.words.word import Token
from taxonomy.model import PeriodType


@dataclass(slots=True)
class Reading:
    """A candidate with everything a fact needs: variant concept, dimensions with the comparison, period."""

    concept: str
    base_concept: str
    kind: str
    dimensions: tuple[tuple[str, str], ...]
    timing: Timing
    price: float
    candidate: Candidate
    is_money: bool = False  # an amount, though its figure may leave the currency to the entity


@dataclass(slots=True)
class Decided:
    """A quantity with its value and its readings, the best first; none where nothing fits.

    reason: why it has none, or why the best is not taken: a code of the ledger and a sentence.
    """

    figure: Figure
    value: Decimal
    decimals: int | None
    qualifier: str
    readings: list[Reading]
    claim: Claim | Trace | None = None  # a trace where nobody asks for the words of a table's cell any more
    reason: tuple[str, str] | None = None
    currency: str = ""
    proofs: list[str] = field(default_factory=list)
    scale: int = 0  # a power of ten that a caption gives
    confirmed: bool = False  # arithmetic agrees with the best reading
    whole_label: bool = False  # the headings of its cell are labels of the taxonomy, as a whole
    unreported: str = ""  # "concept" or "member": nothing else of the document reports it
    undated: bool = False  # its period is the report's, for its clause and all that it goes on from say none
    unread: Timing | None = None  # where no reading fits: the period that is said all the same

    @property
    def best(self) -> Reading | None:
        """Return the best reading."""
        return self.readings[0] if self.readings else None

    @property
    def timing(self) -> Timing | None:
        """Return the period of the best reading, or what is said of it where none fits."""
        return self.readings[0].timing if self.readings else self.unread

    @property
    def interval(self) -> Interval:
        """Return the true values that would be printed this way."""
        return interval_of(self.value, self.decimals, self.qualifier)


def read_candidate(
    candidate: Candidate, claim: Claim, time: TimePhrase | None, index: TaxonomyIndex, period: ReportingPeriod
) -> tuple[Reading | None, tuple[str, str]]:
    """Return the reading of a candidate, or why the taxonomy has no place for it."""
    name = index.variant(candidate.concept, candidate.kind)
    if candidate.kind == "change" and name is None:
        return None, ("no_variant", f"{candidate.concept} has no concept for its change")
    if name is None:
        return None, (
            "no_variant",
            f"{candidate.concept} has no concept for its {candidate.kind.replace('_', ' of ')}",
        )
    concept = index.taxonomy.concept_by_qname[candidate.concept]
    timing = _timing(concept.period_type, candidate.kind, claim, time, period)
    if (
        timing.start == timing.end
        and timing.start is not None
        and candidate.kind == "level"
        and opens_year(timing.end, period)
    ):
        return None, ("no_period", "a flow has no amount yet on the first day of a year")
    extra, missing = _role_dimensions(claim, timing, index)
    if missing:
        return None, missing
    dimensions = candidate.dimensions
    if extra:
        dimensions = tuple(sorted({**dict(dimensions), **extra}.items()))
        if not index.permits(name, frozenset(dict(dimensions))):
            return None, ("no_axis", f"{name} may not carry the axis that this comparison or scenario needs")
    if not index.takes(name, dimensions):
        return None, ("no_axis", f"{name} needs a typed axis, or a member that it names is not usable")
    is_money = candidate.kind in ("level", "change") and concept.type in ("monetary", "per_share")
    reading = Reading(
        name, candidate.concept, candidate.kind, dimensions, timing, candidate.price, candidate, is_money
    )
    return reading, ("", "")


def compared_with(reading: Reading, claim: Claim, timing: Timing, index: TaxonomyIndex) -> Reading | None:
    """Return a reading of a change measured across another time; None where the taxonomy has no member for that comparison."""
    extra, missing = _role_dimensions(claim, timing, index)
    dimensions = tuple(sorted({**dict(reading.dimensions), **extra}.items()))
    if missing or not index.permits(reading.concept, frozenset(dict(dimensions))):
        return None
    return replace(reading, dimensions=dimensions, timing=timing)


def timing_unread(
    claim: Claim,
    time: TimePhrase | None,
    candidates: list[Candidate],
    index: TaxonomyIndex,
    period: ReportingPeriod,
) -> Timing | None:
    """Return the period of a figure that no reading fits, None where it hangs on what concept it would be.

    A person who decides on the figure need not say it again. A day or days that are named say it themselves; else
    it is a level at a day or a flow over days as what the taxonomy measures in that unit is.
    """
    kind = claim.kind
    if candidates:
        types = frozenset((index.taxonomy.concept_by_qname[candidates[0].concept].period_type,))
        kind = candidates[0].kind
    elif time is not None and time.span is not None and kind in ("level", "share"):
        types = frozenset(("instant" if time.span.start is None else "duration",))
    else:
        types = index.period_types(claim.figure, kind, claim.counted)
    timings = {_timing(each, kind, claim, time, period) for each in types}
    return timings.pop() if len(timings) == 1 else None


def _timing(
    period_type: PeriodType, kind: str, claim: Claim, time: TimePhrase | None, period: ReportingPeriod
) -> Timing:
    span = _expected(claim, time, period)
    if period_type == "duration" and claim.in_bracket and not period.is_fiscal_year:
        span = part_of_year(span, period)
    if claim.is_before and claim.over is not None and claim.base is None and span is None:
        span = _before_change(period_type, claim.over.span, period)
    # what a level is compared with says nothing of its own time
    base = claim.base if claim.is_before or kind not in ("level", "share") else None
    if base is None and _is_to_date(claim):
        span, base = None, claim.base  # year to date, net profit was X
    return timing_of(period_type, kind, span, base, period, is_before=claim.is_before)


def _before_change(period_type: PeriodType, over: Span | None, period: ReportingPeriod) -> Span | None:
    """Return when a value was that then changed: in 2023 it fell from X, of which the year before tells."""
    if over is None:
        return None
    if period_type == "instant":
        start = over.start or ReportingPeriod(over.end, over.end, period.fiscal_year_end).year_start
        return Span(None, start - timedelta(days=1))
    if over.start is None:
        return None
    earlier = ReportingPeriod(over.start, over.end, period.fiscal_year_end).same_period_previous_year
    return Span(earlier.start, earlier.end)


def _is_to_date(claim: Claim) -> bool:
    """Return whether a level is said to be of the year so far; its clause may not begin behind the phrase."""
    base = claim.base
    return base is not None and base.is_to_date and not claim.times and claim.is_latin


def part_of_year(span: Span | None, period: ReportingPeriod) -> Span | None:
    """Return the same part of a year named alone in brackets: （2023年：X） in a report of nine months."""
    if span is None or span.start is None or span.relative:
        return span
    moved = period
    for _ in range(_YEARS_BACK):
        moved = moved.same_period_previous_year
        if (span.start, span.end) == moved.fiscal_year(moved.year):
            return Span(moved.start, moved.end, "previous_same")
    return span


_YEARS_BACK = 5


def _expected(claim: Claim, time: TimePhrase | None, period: ReportingPeriod) -> Span | None:
    """Return the span of a phrase; what is expected of the year is of the whole year, however far the report goes."""
    span = time.span if time else None
    if span is None:
        return None
    if span.is_last and claim.scenario:  # we expect …, in the fourth quarter, by year-end
        if span.start is None:
            return Span(None, period.year_end)
        return Span(_year_later(span.start), _year_later(span.end + timedelta(days=1)) - timedelta(days=1))
    if not claim.scenario:
        if span.end > period.end and span.start == period.year_start and span.relative != "whole":
            return Span(period.start, period.end, "current")  # the year of a report that ends inside it
        return span
    if span.relative == "current" and span.start is not None:
        return Span(period.year_start, period.year_end)
    if span.relative == "current" and span.end == period.end:
        return Span(None, period.year_end)  # by the year's end, of which the report tells a part
    return span


def _year_later(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == _FEBRUARY else day.day)


_FEBRUARY = 2


def _role_dimensions(
    claim: Claim, timing: Timing, index: TaxonomyIndex
) -> tuple[dict[str, str], tuple[str, str] | None]:
    """Return the members that comparison and scenario ask for, or why there are none."""
    extra: dict[str, str] = {}
    if not (timing.comparison or claim.scenario or claim.bound):
        return extra, None
    for role, word in (
        ("comparison", timing.comparison),
        ("scenario", claim.scenario),
        ("bound", claim.bound),
    ):
        if not word:
            continue
        axis, member = index.role_axes.get(role), index.role_members.get((role, word))
        if role == "bound" and (axis is None or member is None):
            return {}, ("range", "the end of a range, and the taxonomy has no axis for bounds")
        if axis is None or member is None:
            return {}, (
                "no_axis",
                f"the taxonomy has no member for a {role} of the kind {word.replace('_', ' ')}",
            )
        extra[axis] = member
    return extra, None


def carried_to_cell(reading: Reading, subject: Token, index: TaxonomyIndex) -> Reading:
    """Return the reading of a cell with the member that its section is about, where the concept may carry it."""
    said = dict(reading.dimensions)
    for axis, member in subject.meanings.members:
        if axis not in said and index.permits(reading.concept, frozenset((*said, axis))):
            dimensions = tuple(sorted({**said, axis: member}.items()))
            return replace(reading, dimensions=dimensions, price=reading.price + PRICE["led_in"])
    return reading


def unplaced(item: Decided, claim: Claim, candidates: list[Candidate]) -> Candidate | None:
    """Return what a change is surely of that the taxonomy has no place for: 較2018年增加12%至3億元, whose level it may have."""
    code = item.reason[0] if item.reason is not None else ""
    if item.readings or claim.is_latin or code not in ("no_axis", "no_variant") or not candidates:
        return None
    best = candidates[0]
    sure = best.kind in ("change", "growth") and not best.inherited and best.price <= TOO_UNSURE
    return best if sure else None


def qualifier_of(claim: Claim) -> str:
    """Return the qualifiers of a claim as the ledger writes them: about+at_most."""
    return "+".join([word for word in QUALIFIERS if word in claim.qualifiers]) if claim.qualifiers else ""
