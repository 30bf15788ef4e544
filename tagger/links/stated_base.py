"""What a document says once of all its growths: growth rates are shown at constant exchange rates unless otherwise stated."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from tagger.clauses.claim import Claim
from tagger.figures.figure import POINTS
from tagger.links.candidate import Candidate, Context, Frame, near
from tagger.links.carried_time import is_of
from tagger.links.decided import Decided
from tagger.links.setting import Setting
from tagger.reporting_period import QUARTER, ReportingPeriod, first_of_months, months_through
from tagger.words.language import Language
from tagger.words.periods import TimePhrase, find_time_phrases
from tagger.words.spans import Span
from tagger.words.time_phrase import base_of

_SENTENCE = 200
_ENDS = (". ", "\n", "。")
_OPEN = ("(", "（")
_RATES = ("monetary", "per_share", "per_unit")


def stated_base(text: str, language: Language, period: ReportingPeriod) -> TimePhrase | None:
    """Return the base that a sentence without a figure says all growths are measured on, None where none does.

    It starts where it begins to hold: in brackets it is a heading's, for what follows.
    """
    for opening in language.growths_stated:
        at = text.find(opening)
        while at >= 0:
            ends = [end for mark in _ENDS if (end := text.find(mark, at)) >= 0]
            end = min([*ends, at + _SENTENCE, len(text)])
            first = max(at - _SENTENCE, 0)
            begin = max([first, *(text.rfind(m, first, at) + len(m) for m in _ENDS if m in text[first:at])])
            if "%" not in text[begin:end]:
                phrases = find_time_phrases(text, language, period, begin, end)
                base = next((phrase for phrase in phrases if phrase.base == "constant_currency"), None)
                base = base or _year_before(phrases, period)
                if base is not None:
                    inside = text[:at].rstrip().endswith(_OPEN)
                    return base if inside else replace(base, start=0, end=0)
            at = text.find(opening, at + 1)
    return None


def _year_before(phrases: list[TimePhrase], period: ReportingPeriod) -> TimePhrase | None:
    """Return the year before as the base of a part of a year: comparisons are with the first half of 2023."""
    earlier = period.same_period_previous_year
    if period.is_fiscal_year:
        return None
    same = (
        p
        for p in phrases
        if p.span is not None and (p.span.start, p.span.end) == (earlier.start, earlier.end)
    )
    phrase = next(same, None)
    return replace(phrase, span=None, base="previous_year") if phrase is not None else None


def measure_as_stated(claim: Claim, candidates: list[Candidate], setting: Setting) -> None:
    """Give a growth of money that does not say what it is measured on the base that the document has stated.

    Any change of a level, where it is the year before. What says since when is measured from then.
    """
    base, index = setting.growth_base, setting.index
    if claim.since or (claim.base is not None and claim.base.base == "compound_annual"):
        _measure_since(claim, candidates, setting)
    if base is None or claim.figure.start < base.start or not candidates:
        return
    if base.base == "previous_year":
        changes = claim.kind in ("change", "growth") and candidates[0].kind == claim.kind
        # up 14 basis points from 12.14% at 30 September says its own
        changes = changes and not any(token.meanings.verb == "level_from" for token in claim.right[:1])
        if changes and claim.base is None and not claim.times and not index.is_flow(candidates[0].concept):
            claim.base = replace(base, start=claim.figure.start, end=claim.figure.start)
        return
    if claim.kind != "growth" or candidates[0].kind != "growth":
        return
    said = claim.base
    usual = said is None or (said.base == "previous_year" and (said.span is None or bool(said.span.relative)))
    if usual and index.taxonomy.concept_by_qname[candidates[0].concept].type in _RATES:
        claim.base = replace(base, start=claim.figure.start, end=claim.figure.start)


def _measure_since(claim: Claim, candidates: list[Candidate], setting: Setting) -> None:
    """Measure a change of Han prose from the time since when it is told: 自2022年底以來增長31%.

    A flow only at a rate of so many years: 由2022年起計，年均複合增長率為7%, 2022年至2025年的年均複合增長率7%.
    """
    base = claim.base
    if claim.is_latin or claim.kind not in ("change", "growth"):
        return
    if base is not None and base.base == "compound_annual" and not (base.years or base.span):
        first = _first_of_years(claim.times, setting)
        claim.base = replace(base, span=first.span) if first is not None else base
    since = claim.since[-1] if claim.since else None
    if since is None or since.span is None:
        return
    after = setting.prose.text.startswith(setting.language.since_after, since.end)
    if not after or not candidates or since.span.end >= setting.period.end:
        return
    base = claim.base
    if base is not None and base.base == "compound_annual" and not (base.years or base.span):
        claim.base, claim.since = replace(base, span=since.span), []
    elif base is None and since.span.start is None and not setting.index.is_flow(candidates[0].concept):
        claim.base, claim.since = replace(since, base=base_of(since.span, setting.period)), []


def _first_of_years(times: list[TimePhrase], setting: Setting) -> TimePhrase | None:
    """Return the time that the last one is joined to as the end of a range: 2022年至2025年, 2022-2025年."""
    last = times[-1] if times else None
    if last is None or last.span is None:
        return None
    text, ranges = setting.prose.text, setting.language.ranges
    bare = _BARE_YEAR.search(text, max(0, last.start - _YEAR_AND_LINK), last.start)
    if bare is not None and bare[2] in ranges:
        span = Span(*setting.period.fiscal_year(int(bare[1])))
        return TimePhrase(*bare.span(1), span) if span.end < last.span.end else None
    first = times[-2] if len(times) > 1 else last
    before = first.span is not None and first.span.end < last.span.end
    return first if before and text[first.end : last.start].strip() in ranges else None


_BARE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d) ?([^\d ]) ?\Z")
_YEAR_AND_LINK = 9
"""How much a year without its word may take before the one it is joined to."""


_DAY = timedelta(days=1)
_COMPARED = ("previous_year", "date")


def measure_as_just_now(
    claim: Claim, candidates: list[Candidate], context: Context, setting: Setting
) -> None:
    """Give a change that says no base that of the changes right before it: fees fell 3% from June, and cards by 1%.

    In the report of a part of a year, which is compared with the quarter before as often as with the year before; any
    other base holds for the levels of its own sentence alone.
    """
    period = setting.period
    if claim.base is not None or claim.times:
        return
    if period.is_fiscal_year:
        _measure_on_quarter(claim, candidates, context, period)
        return
    alone = _is_quarter_alone(period)
    if claim.figure.kind in POINTS and alone:
        base = _last_base(context.frames or context.earlier)
        if base is not None and _is_sequential(base, period):
            claim.base = base
            return
    if not (claim.is_latin and claim.kind in ("change", "growth")) or not candidates:
        return
    here = _only_base(context.frames)
    base = here or _only_base(context.earlier)
    if base is None or candidates[0].kind != claim.kind:
        return
    sequential = _is_sequential(base, period) and (alone or base.span is not None)
    # against last June the book is 10% larger. Loans to shops rose by $2m: that is since the year began
    same = here is not None and here.base in _COMPARED and not setting.index.is_flow(candidates[0].concept)
    if sequential or same:
        claim.base = base


def _measure_on_quarter(
    claim: Claim, candidates: list[Candidate], context: Context, period: ReportingPeriod
) -> None:
    """Measure a change in a year's report on the quarter before, where its sentence does so: down 1% qoq, with fees down 4%."""
    if not (claim.is_latin and candidates and claim.kind in ("change", "growth")):
        return
    base = _only_base(context.frames)
    if base is not None and candidates[0].kind == claim.kind and _is_sequential(base, period):
        claim.base = base


def _only_base(frames: list[Frame]) -> TimePhrase | None:
    """Return what all changes of a sentence that say so are measured against, None where they say several things."""
    bases = [f.claim.base for f in near(frames) if f.claim.kind in ("change", "growth") and f.claim.base]
    return bases[0] if len({(base.base, base.span) for base in bases}) == 1 else None


def start_as_just_now(claim: Claim, context: Context, period: ReportingPeriod) -> None:
    """Give the level that a rate starts from the time of the change right before: costs rose 2% from June, and it fell from 58%.

    In such a report too.
    """
    if (
        not (claim.is_before and claim.is_latin)
        or claim.kind != "level"
        or claim.times
        or claim.base is not None
    ):
        return
    if claim.figure.kind != "percent" or not _is_quarter_alone(period):
        return
    base = _last_base([*context.earlier, *context.frames])
    if base is not None and _is_of_quarter_before(base, period):
        at = claim.figure.start
        claim.times = [replace(base, base="", start=at, end=at)]


def _is_quarter_alone(period: ReportingPeriod) -> bool:
    """Return whether a report is of a quarter alone, and not of the year up to it."""
    return period.start != period.year_start and months_through(period.start, period.end) == QUARTER


def _last_base(frames: list[Frame]) -> TimePhrase | None:
    """Return what the last change before was measured against, None where it does not say."""
    changes = (f for f in near(frames) if f.claim.kind in ("change", "growth"))
    last = next(changes, None)
    return last.claim.base if last is not None else None


def _is_sequential(base: TimePhrase, period: ReportingPeriod) -> bool:
    """Return whether a base is the quarter before the report, or its end."""
    return base.base.startswith("preceding") or _is_of_quarter_before(base, period)


def _is_of_quarter_before(base: TimePhrase, period: ReportingPeriod) -> bool:
    """Return whether a base ends right before the last quarter of the report begins."""
    return base.span is not None and base.span.end + _DAY == first_of_months(QUARTER, period.end)


def learn_base(item: Decided, base: TimePhrase | None, context: Context, setting: Setting) -> None:
    """Remember what a change was measured against in so many words."""
    best = item.best
    if base is None or best is None or best.kind not in ("change", "growth"):
        return
    if base.span is not None and not base.span.relative:
        return  # that day, for once
    if setting.index.is_flow(best.base_concept):
        return  # profit is compared with the year before, however levels are
    if base.base in ("previous_year", "year_start"):
        context.usual_base = base.undated() if base.span else base


def take_base_before(claim: Claim, frame: Frame, setting: Setting) -> None:
    """Let a change that goes on from the figure before be measured as that one, where it is of the same time.

    One that names the time of the report is not of all the years before it: 五年年均複合增長29%；當年新增412億元.
    """
    if claim.base is not None or claim.kind not in ("change", "growth"):
        return
    base, period = frame.claim.base, setting.period
    if base is not None and base.base == "constant_currency" and _is_as_reported(claim, frame, setting):
        return
    if not claim.times or (is_of(claim.times[-1], period) and not _is_across_years(base, period)):
        claim.base = base


def _is_as_reported(claim: Claim, frame: Frame, setting: Setting) -> bool:
    """Return whether words behind a growth at constant rates say that the next is no such: the reported increase was 8%."""
    said = setting.prose.text[frame.claim.figure.end : claim.figure.start]
    return any(word in setting.language.extra["reported"] for word in _WORDS.findall(said))


_WORDS = re.compile(r"[a-z-]+")


def _is_across_years(base: TimePhrase | None, period: ReportingPeriod) -> bool:
    """Return whether a base of comparison lies more than the report's year back."""
    if base is None or base.base in ("compound_annual", "multi_year"):
        return base is not None
    span = base.span if base.base == "date" else None
    return span is not None and span.end < period.same_period_previous_year.start
