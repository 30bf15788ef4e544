"""The time that is meant: the usual one where none is said, and none where only a payment is dated."""

from __future__ import annotations

import re
from dataclasses import replace

from tagger.clauses.claim import Claim
from tagger.links.candidate import Candidate
from tagger.links.carried_time import is_past
from tagger.links.setting import Setting
from tagger.reporting_period import first_of_months, months_through
from tagger.words.periods import TimePhrase


def time_meant(
    time: TimePhrase | None, claim: Claim, candidates: list[Candidate], setting: Setting
) -> TimePhrase | None:
    """Return the time of a figure: not the day that it was paid on, and the usual quarter for a flow that says none."""
    concept = setting.index.taxonomy.concept_by_qname[candidates[0].concept] if candidates else None
    if concept is None or concept.period_type != "duration":
        return time
    if time is not None:
        if concept.type == "per_share" and (
            _is_of_payment(time, claim, setting) or _is_of_another(time, claim, candidates[0], setting)
        ):
            return None
        if concept.type == "monetary" and time in claim.times and _is_to_be_paid(time, claim, setting):
            return None
        return time if claim.is_before else _a_year_ago(time, setting)
    base = claim.base
    if setting.usual.quarter is None or claim.is_before:
        return None
    if base is not None and (base.span is not None or base.base not in _SAME):
        return None
    return TimePhrase(claim.figure.start, claim.figure.start, setting.usual.quarter)


def _a_year_ago(time: TimePhrase, setting: Setting) -> TimePhrase:
    """Return the time a year ago, which is that of the usual quarter where there is one."""
    quarter, span, period = setting.usual.quarter, time.span, setting.period
    if quarter is None or quarter.start is None or span is None or span.relative != "previous_same":
        return time
    earlier = period.same_period_previous_year
    if (span.start, span.end) != (earlier.start, earlier.end):
        return time
    start = first_of_months(months_through(quarter.start, quarter.end), span.end)
    return replace(time, span=replace(span, start=start))


def is_unsaid(time: TimePhrase | None, setting: Setting) -> bool:
    """Return whether a figure says no time, or is of the quarter that is meant throughout."""
    return time is None or (time.span is not None and time.span == setting.usual.quarter)


def why_of_past(
    time: TimePhrase | None, begins: int, led: TimePhrase | None, setting: Setting
) -> tuple[str, str] | None:
    """Return why a time of a sentence before is not a figure's: it is past; begins: where its own does."""
    if time is None or time.end > begins or time == led or not is_past(time, setting.period):
        return None
    return "ambiguous", "its time is not said, and a sentence before speaks of one past"


_SAME = ("previous_year", "preceding_period", "constant_currency")
"""The bases of a change of a flow that is of the quarter as well as it may be of the whole."""


def _is_of_payment(time: TimePhrase, claim: Claim, setting: Setting) -> bool:
    """Return whether a time only says when an amount a share was or will be paid: the dividend of 42 cents, paid in May."""
    span = time.span
    if (
        span is None
        or not claim.is_latin
        or (span.start is not None and (span.end - span.start).days > _MONTH)
    ):
        return False
    text, payments = setting.prose.text, setting.language.extra["payments"]
    words = _WORDS.findall(text, max(time.start - _REACH, 0), time.start)[-_WORDS_BEFORE:]
    if time.start >= claim.figure.end:  # we propose to pay a dividend of 42 cents in May
        words.extend(_WORDS.findall(text, claim.clause_start, claim.figure.start))
    return any(word in payments for word in words)


def _is_to_be_paid(time: TimePhrase, claim: Claim, setting: Setting) -> bool:
    """Return whether a time only says when an amount is still to be paid: dividends of $9m will be paid in May."""
    said = _WORDS.findall(setting.prose.text, claim.figure.end, max(time.start, claim.figure.end))
    extra = setting.language.extra
    to_come = any(word in extra["futures"] or word in extra["due"] for word in said)
    return to_come and _is_of_payment(time, claim, setting)


def _is_of_another(time: TimePhrase, claim: Claim, candidate: Candidate, setting: Setting) -> bool:
    """Return whether a part of the year is only that of figures before, and no instalment of the year's dividend is of it."""
    words, index, span = setting.language.instalments, setting.index, time.span
    if not words or claim.times or not setting.period.is_fiscal_year or span is None or span.start is None:
        return False
    if span.start <= setting.period.start or span.end > setting.period.end:
        return False
    members = [
        name for _, member in candidate.dimensions for name in index.named_parts.members.get(member, ())
    ]
    return index.is_called(candidate.concept, words) or any(
        word in name.split() for name in members for word in words
    )


_MONTH = 31
_REACH = 24
_WORDS = re.compile(r"[a-z]+")
_WORDS_BEFORE = 2
"""How many words stand between what is paid and when, with its own: paid on, to be paid in."""
