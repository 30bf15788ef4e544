"""Decides the claims of a line one after the other: the best candidates of each, with period, sign and comparison.

What a figure is given is the frame of those after it. Arithmetic (`tagger.proofs.prove`) has the last word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from tagger.clauses.claims import Claim, Line
from tagger.figures.find import Figure, value_of
from tagger.ledger import QUALIFIERS
from tagger.links.candidates import Candidate, Context, Frame, candidates_of
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.prices import PRICE
from tagger.links.timing import Timing, timing_of
from tagger.number import Interval, interval_of
from tagger.profile import Profile
from tagger.reporting_period import ReportingPeriod
from tagger.words.language import Language
from tagger.words.periods import Span, TimePhrase

_HAN_FIRST = "\u2e80"
TOO_UNSURE = 0.75
"""The price from which a reading hands nothing on: what follows it would only repeat the guess."""
_STARTS_SENTENCE = ("。", "！", "？", "；", ". ", "; ", "! ")
_NEAR = 8
"""How far from the value before the change from it may stand."""
_LOSS_REACH = 16
_OPENING = 16
"""How far from a sentence's start a phrase of time may stand to open it."""


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
    claim: Claim | None = None
    reason: tuple[str, str] | None = None
    currency: str = ""
    proofs: list[str] = field(default_factory=list)
    scale: int = 0  # a power of ten that a caption gives
    confirmed: bool = False  # arithmetic agrees with the best reading
    whole_label: bool = False  # the headings of its cell are labels of the taxonomy, as a whole

    @property
    def best(self) -> Reading | None:
        """Return the best reading."""
        return self.readings[0] if self.readings else None

    @property
    def interval(self) -> Interval:
        """Return the true values that would be printed this way."""
        return interval_of(self.value, self.decimals, self.qualifier)


def decide_line(
    claims: list[Claim],
    line: Line,
    context: Context,
    index: TaxonomyIndex,
    profile: Profile,
    period: ReportingPeriod,
    text: str,
    printed: str,
    language: Language,
) -> list[Decided]:
    """Return the decisions on a line's claims, in order; `printed`: the text that is not folded."""
    decided: list[Decided] = []
    carried = _Carried(line, text, period.end)
    sentence = -1
    for claim in claims:
        if claim.sentence != sentence:
            sentence = claim.sentence
            if context.frames:
                context.before = context.frames[-1]
            context.frames = []
        _repeat_change(claim, context, text, language)
        _base_of_value_before(claim, context, text)
        _growth_before(claim, context)
        _share_again(claim, context)
        candidates = candidates_of(claim, context, index)
        own = bool(candidates) and not candidates[0].inherited
        time = carried.time_of(claim, own_subject=own, first=not context.frames)
        frame = context.before_claim(claim)
        if frame and not own and not claim.times and claim.kind != "level" and _is_current(frame, period):
            time = frame.time
        time = _a_year_before(claim, frame, time, period)
        if claim.scenario and frame and frame.claim.scenario and time is carried.scope and not claim.times:
            time = frame.time
        if claim.base is None and claim.kind in ("change", "growth") and frame and not own:
            claim.base = frame.claim.base
        if claim.figure.words and not claim.figure.kind and (not candidates or candidates[0].inherited):
            claim.figure.reason = (
                "word"  # one, two: a number word that counts nothing the taxonomy knows is prose
            )
            continue
        if _is_bare(claim) and _in_han(claim, text) and _from_afar(candidates):
            claim.figure.reason = "name"  # Han prose counts with counters: a bare number is part of a name
            continue
        if _is_bare(claim) and _from_afar(candidates) and _is_named(claim, text, printed):
            claim.figure.reason = "product_name"  # Loyalty Saver 2
            continue
        item = _decide(claim, candidates, time, index, profile, period, text, language)
        decided.append(item)
        unsure = item.best is None or item.best.price - _sign_price(claim) > TOO_UNSURE
        context.broken = unsure or (context.broken and not own)
        if item.best:
            context.frames.append(Frame(claim, item.best.candidate, time))
            if not unsure and own:
                context.opened = context.opened or [context.frames[-1]]
    return decided


def _a_year_before(
    claim: Claim, frame: Frame | None, time: TimePhrase | None, period: ReportingPeriod
) -> TimePhrase | None:
    """Return the phrase of a value before: of a quarter's figure, the same quarter a year before."""
    span = frame.time.span if frame is not None and frame.time is not None else None
    if span is None or span.start is None or (span.start, span.end) == (period.start, period.end):
        return time
    own = claim.times[-1] if claim.times else None
    same = own is not None and own.span is not None and own.span.relative == "previous_same"
    if not same and not (claim.is_before and own is None and claim.base is None):
        return time
    if span.relative.startswith("previous"):
        return time
    earlier = ReportingPeriod(span.start, span.end, period.fiscal_year_end).same_period_previous_year
    return TimePhrase(
        claim.figure.start, claim.figure.start, Span(earlier.start, earlier.end, "previous_same")
    )


def _share_again(claim: Claim, context: Context) -> None:
    """Read a per cent of another part, after a share, as a share too: auto 29%, credit cards 5%."""
    last = context.last
    if (
        claim.figure.kind == "percent"
        and claim.kind == "level"
        and claim.verb is None
        and last is not None
        and last.candidate.kind == "share"
        and not any(token.meanings.concepts for token in claim.left)
        and any(token.meanings.members for token in (*claim.left, *claim.right))
    ):
        claim.kind = "share"


def _growth_before(claim: Claim, context: Context) -> None:
    """Read a per cent that a growth is compared with as the growth of the time before: growth of 5.5%, against 3.8%."""
    last = context.last
    if (
        claim.is_before
        and claim.kind == "level"
        and last is not None
        and last.claim.kind == "growth"
        and claim.figure.kind == last.claim.figure.kind
        and not any(token.is_term for token in claim.left)
    ):
        claim.kind, claim.sign = "growth", -1 if claim.figure.negative else 1


def _base_of_value_before(claim: Claim, context: Context, text: str) -> None:
    """Take the base of the value that a change starts from: 較6月30日的865.2億元回升2.2%."""
    last = context.last
    if (
        claim.base is None
        and claim.kind in ("change", "growth")
        and last is not None
        and last.claim.is_before
        and last.claim.times
        and len(text[last.claim.figure.end : claim.figure.start]) <= _NEAR
        and not any(mark in text[last.claim.figure.end : claim.figure.start] for mark in "，,；;")
    ):
        phrase = last.claim.times[-1]
        claim.base = replace(phrase, base=phrase.base or "date")


def _sign_price(claim: Claim) -> float:
    """Return what a reading pays for its sign alone, which says nothing of its concept."""
    return PRICE["sign_unsure"] if claim.unsure_sign else 0.0


def _is_current(frame: Frame, period: ReportingPeriod) -> bool:
    """Return whether a frame's own phrase of time ends where the report does: a change after it is of that time."""
    span = frame.time.span if frame.time else None
    return span is not None and span.end == period.end


def _repeat_change(claim: Claim, context: Context, text: str, language: Language) -> None:
    """Read a figure that says the change before it once more: 上升1,874百萬港元，或2.0%; up 3.5% (HK$5 million)."""
    last = context.last
    if last is None or last.claim.kind not in ("change", "growth") or last.claim.verb is None:
        return
    if claim.unread or claim.of_before or any(token.is_term for token in (*claim.left, *claim.lead)):
        return
    percent = claim.figure.kind == "percent"
    if percent == (last.claim.kind == "growth"):
        return
    gap = text[last.claim.figure.end : claim.figure.start].strip(" ,，")
    bracket = gap.endswith(("(", "（")) or gap.startswith(("(", "（"))
    said_again = bracket or any(gap.startswith(w) or gap.endswith(" " + w) for w in language.restatements)
    said_again = said_again and not claim.times
    open_sign = claim.kind == "growth" and claim.verb is None and not claim.figure.negative
    if (
        (percent and claim.kind == "level" and claim.verb is None)
        or open_sign
        or (said_again and claim.verb is None)
    ):
        claim.kind = "growth" if percent else "change"
        claim.sign, claim.verb = last.claim.sign, last.claim.verb
        claim.base = claim.base or last.claim.base


def _is_bare(claim: Claim) -> bool:
    return not (claim.figure.kind or claim.figure.scale or claim.figure.places or claim.counted)


def _from_afar(candidates: list[Candidate]) -> bool:
    """Return whether nothing in the sentence says what a figure is of."""
    return not candidates or candidates[0].inherited in ("paragraph", "heading")


_CAPITALISED = re.compile(r"(?:^|[^.!?:\s])\s+(?:the |our |a )?\(?[A-Z][A-Za-z'’&-]*[ -]\Z")
_NAME_REACH, _NAME_DIGITS = 32, 4


def _is_named(claim: Claim, text: str, printed: str) -> bool:
    """Return whether a bare number follows a word in capitals inside a sentence: the Multiplier 8 account."""
    figure = claim.figure
    if figure.digits_end - figure.start > _NAME_DIGITS or "," in text[figure.start : figure.digits_end]:
        return False
    return bool(_CAPITALISED.search(printed, max(0, figure.start - _NAME_REACH), figure.start))


def _in_han(claim: Claim, text: str) -> bool:
    around = text[max(0, claim.figure.start - 12) : claim.figure.end + 4]
    return any(character >= _HAN_FIRST for character in around)


class _Carried:
    """The phrase of time that still holds: of this clause, else the last one before that was no aside."""

    def __init__(self, line: Line, text: str, end: date) -> None:
        self.end = end
        self.line_start = line.start
        self.phrases = [phrase for phrase in line.phrases if not phrase.base]
        self.text = text
        self.at = 0
        self.asides: set[int] = set()
        self.scope: TimePhrase | None = None

    def _lasts(self, phrase: TimePhrase) -> bool:
        """Return whether a phrase holds for what follows: one of the report's own end, or one that opens a sentence."""
        span = phrase.span
        if span is None or span.end == self.end:
            return True
        if span.relative.startswith("previous"):
            return False
        opening = self.text[max(self.line_start, phrase.start - _OPENING) : phrase.start]
        return phrase.start - self.line_start < _OPENING or any(mark in opening for mark in _STARTS_SENTENCE)

    def time_of(self, claim: Claim, *, own_subject: bool, first: bool) -> TimePhrase | None:
        """Return the phrase that governs the claim."""
        own = claim.times[-1] if claim.times else None
        while self.at < len(self.phrases) and self.phrases[self.at].end <= claim.figure.start:
            phrase = self.phrases[self.at]
            if (
                self._lasts(phrase)
                and not claim.is_before
                and phrase.start not in self.asides
                and not any(phrase is time for time in claim.times)
            ):
                self.scope = phrase
            self.at += 1
        if claim.of_which or claim.in_bracket:
            self.asides.update(phrase.start for phrase in claim.times)
        if claim.is_before:
            return own  # the value a change starts from: what the sentence is about comes after
        if own is None:
            return self.scope
        aside = claim.in_bracket or claim.scenario or claim.of_which
        if (own_subject or first) and self._lasts(own) and not aside:
            self.scope = own
        return own


def _decide(
    claim: Claim,
    candidates: list[Candidate],
    time: TimePhrase | None,
    index: TaxonomyIndex,
    profile: Profile,
    period: ReportingPeriod,
    text: str,
    language: Language,
) -> Decided:
    value, decimals = value_of(_qualified(claim))
    item = Decided(
        claim.figure,
        value,
        decimals,
        _qualifier(claim),
        [],
        claim,
        currency=claim.figure.currency or profile.currency,
    )
    if claim.other_entity is not None:
        item.reason = ("other_entity", "the clause speaks of another entity")
        return item
    blocked: tuple[str, str] | None = None
    for candidate in candidates:
        reading, why = read_candidate(candidate, claim, time, index, period)
        if reading:
            item.readings.append(reading)
        else:
            blocked = blocked or why
    if item.readings:
        best = item.readings[0]
        if best.kind in ("change", "growth", "share_change"):
            item.value *= claim.sign
        elif claim.figure.negative or (
            best.kind == "level" and _is_loss(claim, best.base_concept, index, text, language)
        ):
            item.value = -item.value
        if best.kind == "share" and not 0 <= item.value <= 1:
            item.reason = ("ambiguous", "read as a share of a whole, and no share exceeds it")
        if blocked and candidates[0] is not best.candidate:
            item.reason = blocked
    else:
        item.reason = blocked or ("no_concept", "no concept of the taxonomy covers what the clause says")
    return item


def _is_loss(claim: Claim, concept: str, index: TaxonomyIndex, text: str, language: Language) -> bool:
    """Return whether the clause calls a loss what stands under a concept that is no loss by its name: 虧損0.58億元."""
    if claim.figure.kind != "money":
        return False
    said = text[max(claim.clause_start, claim.figure.start - _LOSS_REACH) : claim.figure.start]
    words = tuple(word for word, meaning in language.words.items() if meaning == "loss")
    return any(word in said for word in words) and not index.names_loss(concept, words)


def _qualified(claim: Claim) -> Figure:
    claim.figure.qualifiers = tuple(dict.fromkeys(claim.qualifiers))
    return claim.figure


def _qualifier(claim: Claim) -> str:
    return "+".join(word for word in QUALIFIERS if word in claim.qualifiers)


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
    span = _expected(claim, time, period)
    if concept.period_type == "duration" and claim.in_bracket:
        span = _part_of_year(span, period)
    timing = timing_of(
        concept.period_type, candidate.kind, span, claim.base, period, is_before=claim.is_before
    )
    extra, missing = _role_dimensions(claim, timing, index)
    if missing:
        return None, missing
    dimensions = tuple(sorted({**dict(candidate.dimensions), **extra}.items()))
    if extra and not index.permits(name, frozenset(dict(dimensions))):
        return None, ("no_axis", f"{name} may not carry the axis that this comparison or scenario needs")
    if not index.takes(name, dimensions):
        return None, ("no_axis", f"{name} needs a typed axis, or a member that it names is not usable")
    return Reading(name, candidate.concept, candidate.kind, dimensions, timing, candidate.price, candidate), (
        "",
        "",
    )


def _part_of_year(span: Span | None, period: ReportingPeriod) -> Span | None:
    """Return the same part of a year named alone in brackets: （2023年：X） in a report of nine months."""
    if span is None or span.start is None or (period.start, period.end) == period.fiscal_year(period.year):
        return span
    moved = period
    for _ in range(_YEARS_BACK):
        moved = moved.same_period_previous_year
        if (span.start, span.end) == moved.fiscal_year(moved.year):
            return Span(moved.start, moved.end)
    return span


_YEARS_BACK = 5


def _expected(claim: Claim, time: TimePhrase | None, period: ReportingPeriod) -> Span | None:
    """Return the span of a phrase; what is expected of the year is of the whole year, however far the report goes."""
    span = time.span if time else None
    if claim.scenario and span is not None and span.relative == "current" and span.start is not None:
        return Span(period.year_start, period.year_end)
    if not claim.scenario and span is not None and span.start == period.year_start and span.end > period.end:
        return Span(period.start, period.end, "current")  # the year of a report that ends inside it
    return span


def _role_dimensions(
    claim: Claim, timing: Timing, index: TaxonomyIndex
) -> tuple[dict[str, str], tuple[str, str] | None]:
    """Return the members that comparison and scenario ask for, or why there are none."""
    extra: dict[str, str] = {}
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
