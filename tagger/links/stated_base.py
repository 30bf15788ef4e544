"""What a document says once of all its growths: growth rates are shown at constant exchange rates unless otherwise stated."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tagger.clauses.claim import Claim
from tagger.links.candidate import Candidate, Context, near
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.reporting_period import QUARTER, ReportingPeriod, months_through
from tagger.words.language import Language
from tagger.words.periods import TimePhrase, find_time_phrases

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


def measure_as_stated(
    claim: Claim, candidates: list[Candidate], base: TimePhrase | None, index: TaxonomyIndex
) -> None:
    """Give a growth of money that does not say what it is measured on the base that the document has stated.

    Any change of a level, where it is the year before.
    """
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


_DAY = timedelta(days=1)
_RATE_CHANGES = ("percentage_points", "basis_points")


def measure_as_just_now(claim: Claim, context: Context, period: ReportingPeriod) -> None:
    """Give a change of a rate that says no base that of the change right before it: two points from June, and costs fell by one.

    In the report of a quarter alone, which is compared with the quarter before as often as with the year before.
    """
    if claim.base is not None or claim.times or claim.figure.kind not in _RATE_CHANGES:
        return
    base = _last_base(context) if _is_quarter_alone(period) else None
    if base is not None and (_is_of_quarter_before(base, period) or base.base.startswith("preceding")):
        claim.base = base


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
    base = _last_base(context)
    if base is not None and _is_of_quarter_before(base, period):
        at = claim.figure.start
        claim.times = [replace(base, base="", start=at, end=at)]


def _is_quarter_alone(period: ReportingPeriod) -> bool:
    """Return whether a report is of a quarter alone, and not of the year up to it."""
    return period.start != period.year_start and months_through(period.start, period.end) == QUARTER


def _last_base(context: Context) -> TimePhrase | None:
    """Return what the last change before was measured against, None where it does not say."""
    changes = (f for f in near([*context.earlier, *context.frames]) if f.claim.kind in ("change", "growth"))
    last = next(changes, None)
    return last.claim.base if last is not None else None


def _is_of_quarter_before(base: TimePhrase, period: ReportingPeriod) -> bool:
    """Return whether a base ends right before the report begins."""
    return base.span is not None and base.span.end + _DAY == period.start
