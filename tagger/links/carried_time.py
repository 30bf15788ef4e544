"""The phrase of time that holds for a claim: its own, or one that goes on from before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from tagger.clauses.claim import Claim, Line
from tagger.links.candidate import Frame
from tagger.links.decided import Decided, part_of_year
from tagger.links.open_time import opens_sentence
from tagger.links.present_told import is_back_in_present
from tagger.links.setting import Setting
from tagger.reporting_period import ReportingPeriod, months_through
from tagger.words.periods import TimePhrase
from tagger.words.spans import Span

_STARTS_SENTENCE = ("。", "！", "？", "；", ". ", "; ", "! ")
_STARTS_CLAUSE = (*_STARTS_SENTENCE, ": ")
_MONTH_DAYS = 31
_DIGIT = re.compile(r"\d")
_OPENING = 16
"""How far from a sentence's start a phrase of time may stand to open it."""


def a_year_before(
    claim: Claim, frame: Frame | None, time: TimePhrase | None, period: ReportingPeriod
) -> TimePhrase | None:
    """Return the phrase of a value before: of a quarter's figure, the same quarter a year before."""
    span = frame.time.span if frame is not None and frame.time is not None else None
    if frame is not None and (frame.claim.in_bracket or (frame.claim.is_before and frame.claim.times)):
        return time  # $22m in the third quarter and $11m in the year-ago quarter: of the quarter that is reported
    if span is not None and span.start is None and span.end <= period.previous_year_end:
        return _year_end_before(claim, span, period) or time
    if span is None or (span.end == period.end and span.start in (None, period.start)):
        return time
    own = claim.times[-1] if claim.times else None
    if claim.in_bracket and span.start is not None and own is not None:
        # EPS for the six months were $3.75 (2025: $3.03)
        moved = part_of_year(own.span, ReportingPeriod(span.start, span.end, period.fiscal_year_end))
        return time if moved is own.span else replace(own, span=moved)
    same = own is not None and own.span is not None and own.span.relative == "previous_same"
    if span.start is None:  # £20bn at 30 June, against £18bn a year earlier
        day = ReportingPeriod(span.end, span.end, period.fiscal_year_end).same_period_previous_year.end
        moved = Span(None, day, "previous_same")
        return (
            TimePhrase(claim.figure.start, claim.figure.start, moved) if same and not span.relative else time
        )
    changed = claim.is_before and own is None and claim.base is None and claim.over is None
    if not same and not changed:
        return time
    if span.relative.startswith(("previous", "preceding")):
        return time  # $39m in the prior quarter and $44m a year ago: of the quarter that is reported
    earlier = ReportingPeriod(span.start, span.end, period.fiscal_year_end).same_period_previous_year
    return TimePhrase(
        claim.figure.start, claim.figure.start, Span(earlier.start, earlier.end, "previous_same")
    )


def _year_end_before(claim: Claim, span: Span, period: ReportingPeriod) -> TimePhrase | None:
    """Return the end of the year before that of an earlier day's value: at 30 June 2023 it was 0.26%, up from 0.24%."""
    if not claim.is_before or claim.times or claim.base is not None:
        return None
    start = ReportingPeriod(span.end, span.end, period.fiscal_year_end).year_start
    return TimePhrase(claim.figure.start, claim.figure.start, Span(None, start - _DAY))


def is_current(frame: Frame, period: ReportingPeriod, *, alone: bool = False) -> bool:
    """Return whether a frame's own phrase of time ends where the report does: a change after it is of that time.

    So is one after the only amount before it, of a part of the report's year: $5m in the first nine months, 6% up year on year.
    In Han prose every one is, which stands right behind it: 8月獲利88億元，月減14%，年增9%；累計前8月X.
    """
    span = frame.time.span if frame.time else None
    if span is None or span.end == period.end:
        return span is not None
    told = alone and frame.claim.kind == "level"
    if not frame.claim.is_latin:  # 第四季獲利X，較第三季之Y減少Z
        told = frame.claim.kind != "share" and frame.time is not None and not frame.time.base
    return (
        told
        and not frame.claim.is_before
        and span.start is not None
        and span.start >= period.start
        and span.end < period.end
    )


def is_of(time: TimePhrase, period: ReportingPeriod) -> bool:
    """Return whether a phrase of time is the reporting period or its end."""
    span = time.span
    return span is not None and span.end == period.end and span.start in (None, period.start)


def is_past(time: TimePhrase, period: ReportingPeriod) -> bool:
    """Return whether a phrase of time ends before the reporting period begins: history, in a report of another year."""
    return time.span is not None and time.span.end < period.start


def time_handed_on(time: TimePhrase | None, item: Decided, setting: Setting) -> TimePhrase | None:
    """Return the time of a figure for what goes on from it: of a level in its last month, the end of that.

    Users numbered 2.7 million in December, 800,000 more: more than a year before.
    """
    span = time.span if time is not None else None
    if time is None or span is None or span.start is None or span.end != setting.period.end:
        return time
    best = item.best if span.start > setting.period.start else None
    if best is None or setting.index.is_flow(best.base_concept):
        return time
    return replace(time, span=Span(None, span.end)) if months_through(span.start, span.end) == 1 else time


def is_share_before(claim: Claim) -> bool:
    """Return whether a share is the one that a move starts from: their share widened to 51.5% from 49.5%."""
    return claim.is_before and claim.kind == "share"


_DAY = timedelta(days=1)


class CarriedTime:
    """The phrase of time that still holds: of this clause, else the last one before that was no aside."""

    def __init__(self, line: Line, setting: Setting, scope: TimePhrase | None = None) -> None:
        """Start at a line's beginning. scope: the time that what leads its list says."""
        # articles that open what is only said beside a figure and its time: in 2024, a ratio of 60%
        self.beside = tuple(f", {word} " for word in setting.language.one)
        self.setting, self.period = setting, setting.period
        self.is_latin = False  # the last claim
        self.whole_year = setting.period.is_fiscal_year
        self.of_whole = setting.usual.whole or self.whole_year
        # a part of the time is over with its sentence; a release in English goes on about a quarter
        self.drops = self.of_whole
        # the first figure was of the whole period, which no words said: operating profit was X
        self.of_all = False
        self.sentence = -1
        self.line_start = line.start
        self.phrases = [phrase for phrase in line.phrases if not phrase.base]
        self.text = setting.prose.text
        self.at = 0
        self.asides: set[int] = set()
        self.taken: dict[int, int] = {}  # by where a phrase starts, the sentence whose figure has it
        self.scope = self.led = scope
        self.ahead: TimePhrase | None = None  # a time to come that the sentence has spoken of
        self.last: tuple[Claim, TimePhrase | None] | None = None
        self.changed: Claim | None = None  # the last value that a change at a time that is said started from
        self.aside_from: tuple[TimePhrase | None] | None = None  # the time before that of a pronoun alone
        self.past: Claim | None = None  # the last change of Han prose whose sentence a time before opens

    def _lasts(self, phrase: TimePhrase) -> bool:
        """Return whether a phrase holds for what follows: of the report's own time, or one that opens a sentence.

        A part of that time in the middle of a sentence is said of a figure there, or else of its clause alone: 惟第二季已見
        回落。淨收入6.48億元.
        """
        span = phrase.span
        if phrase.start == phrase.end:
            return False  # no words say it
        if span is None or is_of(phrase, self.period):
            return True
        is_short = span.start is not None and (span.end - span.start).days < _MONTH_DAYS
        if span.end == self.period.end and phrase.start in self.taken and not (is_short and self.is_latin):
            return True  # the app had 2 million users in December, and costs rose: in the year
        if span.relative.startswith("previous"):
            return False
        if is_short:
            return False  # in April the bank issued a bond: an event
        if span.start is None and phrase.start not in self.taken and self.is_latin:
            # we said at the half-year that costs would fall
            return opens_sentence(phrase.start, self.setting)
        # things got better: in the second half, profit was $5m
        return self._opens(phrase, _STARTS_CLAUSE if span.start is not None else _STARTS_SENTENCE)

    def _opens(self, phrase: TimePhrase, marks: tuple[str, ...] = _STARTS_SENTENCE) -> bool:
        opening = self.text[max(self.line_start, phrase.start - _OPENING) : phrase.start]
        begins = phrase.start - self.line_start < _OPENING
        for mark in marks:
            _, found, after = opening.rpartition(mark)
            begins, opening = begins or bool(found), after
        # behind a figure, or in a second clause of Han prose, it opens nothing
        return begins and not _DIGIT.search(opening) and "，" not in opening

    def _is_aside(self, phrase: TimePhrase) -> bool:
        """Return whether a phrase in a year's report is of a part of the year, said by the way: in the final quarter."""
        span = phrase.span
        within = span is not None and span.start is not None and span.start > self.period.start
        if within and self.drops and not self.whole_year:
            return bool(
                _DIGIT.search(self.text, self.line_start, phrase.start)
            )  # 淨利潤X。第三季度淨利潤Y。費用Z
        return within and not self._opens(phrase)

    def _is_done(self, phrase: TimePhrase) -> bool:
        """Return whether a part of the year is that of a figure of a sentence before: paid $42m in the fourth quarter."""
        taken = self.drops and self.taken.get(phrase.start, self.sentence) != self.sentence
        return taken and self._is_aside(phrase)

    def time_of(self, claim: Claim, *, own_subject: bool, first: bool) -> TimePhrase | None:
        """Return the phrase that governs the claim."""
        time = self._time_of(claim, own_subject=own_subject, first=first)
        before, self.last = self.last, (claim, time)
        self.of_all = self.of_all or (before is None and time is None and claim.base is None)
        if before is None or claim.times or claim.is_before or claim.base or not claim.is_latin:
            return time
        earlier, its_time = before
        if its_time is None or earlier.in_bracket or earlier.is_before or not earlier.times:
            return time
        # in the year before there were 804 listings raising $189.6 billion
        goes_on = earlier.sentence == claim.sentence and earlier.times[-1].end <= earlier.figure.start
        if (
            earlier.sentence == claim.sentence
            and claim.kind == "level"
            and earlier.times[-1] is its_time
            and its_time.start > earlier.figure.end
            and self.text.startswith(self.beside, its_time.end)
        ):
            return its_time  # a dividend of 27 cents for 2024, a payout ratio of 60%
        between = self.text[earlier.figure.end : claim.figure.start]
        return its_time if goes_on and not any(mark in between for mark in ",;:()") else time

    def _take_time_of_change(self, claim: Claim) -> None:
        """Remember when a value changed into the next one: in 2023 it fell from X to Y."""
        before = self.changed
        if claim.over is None and before is not None and before.sentence == claim.sentence:
            claim.over = before.over  # and the coverage from X to Y
        over = claim.over
        if over is not None and self._lasts(over) and not claim.in_bracket:
            self.scope = over
        self.changed = claim if over is not None else self.changed

    def _time_of_change(self, claim: Claim) -> TimePhrase | None:
        """Return when the value before changed into this one, if it did."""
        before = self.last[0] if self.last is not None else None
        reached = claim.verb is not None and claim.verb.meanings.verb == "reach"
        changed = before is not None and before.is_before and before.sentence == claim.sentence and reached
        return before.over if before is not None and changed else None

    def _is_of_past(self, claim: Claim, own: TimePhrase) -> bool:
        """Return whether a change is told of a time before, which its sentence opens with: 去年收入增長7%."""
        past = own.span is not None and own.span.relative.startswith("previous")
        return past and not claim.is_latin and claim.kind in ("change", "growth") and self._opens(own)

    def _past_told(self, claim: Claim) -> TimePhrase | None:
        """Return the time before that the sentence of Han prose is told of: 去年收入增長7%至84億元，支出增長3%."""
        past = self.past
        if past is None or past.sentence != claim.sentence or past.line != claim.line:
            return None
        return past.times[-1]

    def _leave_past(self, claim: Claim) -> None:
        """Forget a time past that the text is no longer about."""
        past = self.scope
        if past is None or past is self.led or not is_past(past, self.period):
            return
        self.scope = self.led if is_back_in_present(past, claim, self.setting) else past

    def _time_of(self, claim: Claim, *, own_subject: bool, first: bool) -> TimePhrase | None:
        own = claim.times[-1] if claim.times else None
        self.is_latin = claim.is_latin
        if claim.sentence != self.sentence:
            self.sentence = claim.sentence
            self.ahead = None
            self.drops = self.of_whole or self.of_all or not claim.is_latin
            self._leave_aside(own_subject=own_subject)
        self.taken.update([(phrase.start, claim.sentence) for phrase in claim.times])
        while self.at < len(self.phrases) and self.phrases[self.at].end <= claim.figure.start:
            phrase = self.phrases[self.at]
            if phrase.span is not None and phrase.span.end > self.period.year_end:
                self.ahead = phrase
            if (
                self._lasts(phrase)
                and not claim.is_before
                and phrase.start not in self.asides
                and phrase.start not in claim.of_cause
                and not any(
                    phrase is time or (time.base and phrase.start == time.start) for time in claim.times
                )
                and not self._is_done(phrase)
            ):
                self.scope = phrase
            self.at += 1
        self._leave_past(claim)
        if claim.of_which or claim.in_bracket:
            self.asides.update(phrase.start for phrase in claim.times)
        if claim.is_before:
            self._take_time_of_change(claim)
            return own  # the value a change starts from: what the sentence is about comes after
        if own is None:
            return self._time_of_change(claim) or self._past_told(claim) or self.scope
        self.past = claim if self._is_of_past(claim, own) else None
        # 較2024年底的300億元增加: of what is compared with, and of no more
        aside = claim.in_bracket or claim.scenario or claim.of_which or (own.base and not claim.is_latin)
        over = self.scope is not None and is_of(own, self.period)
        if (own_subject or first or over) and self._lasts(own) and not aside:
            if claim.is_pronoun and not own_subject:
                self._tell_aside(own)
            self.scope = own
        return own

    def _tell_aside(self, own: TimePhrase) -> None:
        """Keep the time before that of a pronoun: income was $9m. In the first half it was $4m. Costs rose 3%."""
        if self.drops and not is_of(own, self.period):
            self.aside_from = self.aside_from or (self.scope,)

    def _leave_aside(self, *, own_subject: bool) -> None:
        """Leave the time that was told by the way, where a sentence begins that has a subject of its own."""
        if self.aside_from is not None and own_subject:
            self.scope, self.aside_from = self.aside_from[0], None
        if self.drops and self.scope is not None and self._is_aside(self.scope):
            self.scope = self.led


def time_of_claim(
    claim: Claim,
    frame: Frame | None,
    earlier: Frame | None,
    carried: CarriedTime,
    *,
    own: bool,
    count: int,
    period: ReportingPeriod,
) -> TimePhrase | None:
    """Return the phrase of time that governs a claim. own: its concept is said in its clause. earlier: see `now_of`.

    count: how many figures of the sentence are before it.
    """
    time = carried.time_of(claim, own_subject=own, first=not count)
    if frame and not own and not claim.times and claim.kind != "level" and not is_share_before(claim):
        time = frame.time if is_current(frame, period, alone=count == 1) else time
    if frame is not None and earlier is not None and _changes_behind(claim):
        if earlier is frame:
            return frame.time or time  # $12bn in 2023 (up 8%) and $14bn in 2024
        if frame.claim.is_before:
            return earlier.time  # 280 in 2024 against 71 in 2023 (a change of 209)
    if frame is not None and earlier is not None and _is_compared_with(frame, earlier, claim):
        return earlier.time or time
    time = a_year_before(claim, earlier, time, period)
    if claim.scenario and frame and frame.claim.scenario and time is carried.scope and not claim.times:
        return frame.time
    return time


def _is_compared_with(frame: Frame, earlier: Frame, claim: Claim) -> bool:
    """Return whether a change of Han prose stands behind the value that it is measured from: 與6月底的298萬張相比，年增7%."""
    if claim.is_latin or claim.times or claim.kind not in ("change", "growth") or earlier is frame:
        return False
    return frame.time is not None and bool(frame.time.base)


def _changes_behind(claim: Claim) -> bool:
    """Return whether a bracket says, with no time of its own, how what was compared before it has changed."""
    within = claim.in_bracket and claim.is_latin and claim.kind in ("change", "growth")
    return within and not any(phrase.end >= claim.clause_start - 1 for phrase in claim.times)  # (2024: 2%)
