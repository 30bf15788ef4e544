"""Decides the claims of a line one after the other: the best candidates of each, with period, sign and comparison.

What a figure is given is the frame of those after it. Arithmetic (`tagger.proofs.prove`) has the last word.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import islice
from operator import attrgetter, itemgetter

from tagger.clauses.claim import Claim, Line
from tagger.clauses.former_latter import BACK, take_part_of_pair
from tagger.figures.find import Figure, value_of
from tagger.links.acted_on import leave_what_it_went_to
from tagger.links.aside_amounts import is_told_by_aside, take_part_behind_aside
from tagger.links.axis_nouns import take_axis_noun
from tagger.links.below_zero import CHANGE_OF_LOSS, is_below_zero, why_no_change
from tagger.links.books import take_book
from tagger.links.candidate import Candidate, Context, Frame
from tagger.links.candidates import candidates_of
from tagger.links.carried_time import CarriedTime, is_of, time_handed_on, time_of_claim
from tagger.links.compared_losses import goes_on_below_zero
from tagger.links.compared_times import take_time_of_comparison
from tagger.links.counted_names import take_counted_name
from tagger.links.decided import Decided, Reading, qualifier_of, read_candidate, timing_unread, unplaced
from tagger.links.defined_rates import find_defined, leave_other_whole
from tagger.links.directions import direction_of
from tagger.links.each import take_name_around
from tagger.links.elided import take_balance_beside, take_elided_head, take_head_alone, take_rate_of_part
from tagger.links.ends_of_parts import is_within_part
from tagger.links.fractions import why_fraction
from tagger.links.guided import take_guidance
from tagger.links.half_named import take_half_named, take_half_named_behind
from tagger.links.han_claims import read_han
from tagger.links.inherited_deeds import leave_what_was_done
from tagger.links.instalments import is_instalment
from tagger.links.joint import complements_of, joined_terms, joined_to_unread
from tagger.links.modifiers import leave_out_own_words, take_modifier
from tagger.links.names import name_of
from tagger.links.next_named import plan_for
from tagger.links.not_the_whole import (
    another_named,
    goes_on_about,
    is_limit,
    speaks_of_us,
    why_no_total,
)
from tagger.links.of_members import find_unsaid
from tagger.links.of_whole import leave_what_parts_hold
from tagger.links.open_time import why_no_time
from tagger.links.opened_wholes import read_opened_whole
from tagger.links.other_measures import leave_other_measures
from tagger.links.parts_unsaid import is_of_part_unsaid
from tagger.links.plans import goes_on_planning, is_so_on_basis, planned, why_unplanned
from tagger.links.pointed_back import take_noun_of_whole
from tagger.links.points import take_as_change, take_as_score
from tagger.links.points_to_heading import leave_heading_again
from tagger.links.predicates import leave_what_a_part_is
from tagger.links.prices import PRICE, TOO_UNSURE
from tagger.links.pronouns import take_antecedent
from tagger.links.quarters import take_base_as_time, take_quarter
from tagger.links.said_before import read_again
from tagger.links.said_just_before import said_just_before
from tagger.links.scenes import Topics, scene_behind, scene_of
from tagger.links.setting import Setting
from tagger.links.sources_before import goes_on_past_rate, is_named_anew
from tagger.links.stated_base import (
    learn_base,
    measure_as_just_now,
    measure_as_stated,
    start_as_just_now,
    take_base_before,
)
from tagger.links.stood_for import take_stood_for
from tagger.links.strangers import is_of_stranger
from tagger.links.telling import take_telling
from tagger.links.things import PLACES, take_things, why_not_things
from tagger.links.time_meant import is_unsaid, time_meant, why_of_past
from tagger.links.told_in_currency import take_growth_in_currency
from tagger.native import listen
from tagger.words.periods import TimePhrase


def decide_line(
    claims: list[Claim], line: Line, sentences: list[tuple[int, int]], context: Context, setting: Setting
) -> list[Decided]:
    """Return the decisions on a line's claims, in order; `sentences`: those of the line."""
    decided: list[Decided] = []
    topics = Topics(line, sentences, setting)
    carried = CarriedTime(line, setting, context.led)
    sentence = begins = number = -1
    for place, (before, claim, following) in enumerate(
        zip((None, *claims), claims, (*claims[1:], None), strict=False), 1
    ):
        take_time_of_comparison(claim, following, setting.period)
        if claim.sentence != sentence:
            sentence = claim.sentence
            number = bisect_right(sentences, claim.figure.start, key=itemgetter(0)) - 1
            begins = sentences[number][0] if number >= 0 else line.start
            _begin_sentence(claim, begins, number, topics, context)
        _begin_clause(claim, before, line, begins, context, setting)
        claim.another = _another(claim, line, begins, context, setting)
        _read_with(claim, context, setting, sentences[number] if number >= 0 else (line.start, line.end))
        candidates = _candidates(claim, islice(claims, place, place + _BEHIND), context, setting)
        own = bool(candidates) and not candidates[0].inherited
        frame = context.before_claim(claim)
        now = context.now_of(frame, setting.period.end)
        start_as_just_now(claim, context, setting.period)
        count = len(context.frames)
        time = time_of_claim(claim, frame, now, carried, own=own, count=count, period=setting.period)
        if frame and not own:
            take_base_before(claim, frame, setting)
        time = planned(
            claim, before, time_meant(time, claim, candidates, setting), context, carried.ahead, line, setting
        )
        said = claim.base
        _measure_as_usual(claim, time, context, candidates, setting)
        time = plan_for(claim, before, time, setting)
        claim.figure.reason = name_of(claim, candidates, setting)
        if claim.figure.reason:
            continue
        item = goes_on_below_zero(_decide(claim, candidates, time, setting), claim, frame, setting)
        item.undated = is_unsaid(time, setting) and claim.base is None and not claim.is_before
        best = item.best
        if is_of_part_unsaid(claim, best, frame, context, setting):
            item.reason = item.reason or ("no_concept", "it is of a part that no word of the taxonomy names")
        item.reason = item.reason or why_of_past(time, begins, context.led, setting)
        item.reason = item.reason or why_unplanned(item, claim, time, setting)
        learn_base(item, said, context, setting)
        decided.append(item)
        _hand_on(item, claim, (time, unplaced(item, claim, candidates)), context, setting, own=own)
    return decided


def _begin_sentence(claim: Claim, begins: int, number: int, topics: Topics, context: Context) -> None:
    """Turn the context to a new sentence; claim: its first. begins, number: where it does, and which of its paragraph it is."""
    line, setting = topics.line, topics.setting
    context.end_sentence(begins, claim.marks)
    context.scene, context.unread_scene = scene_of(claim, line, begins, setting)
    topics.enter(number, context)
    before = topics.sentences[max(number - 1, 0) : max(number, 0)]
    _look_back(claim, line, begins, before, context, setting)
    context.since = []
    aside = setting.prose.text.rfind("(", begins, claim.figure.start) if claim.in_bracket else -1
    context.opening = [
        token
        for token in (*claim.near_lead, *claim.left)
        if token.meanings.members and "currency" not in token.meanings.kinds and not 0 <= aside < token.start
    ]
    take_guidance(claim, line, topics.sentences[: max(number, 0)], context, setting)
    context.goes_on_planning = goes_on_planning(claim, begins, context, setting)


def _begin_clause(
    claim: Claim, before: Claim | None, line: Line, begins: int, context: Context, setting: Setting
) -> None:
    """Turn the context to what a clause says of all in it; begins: where its sentence does. before: the claim before."""
    scene_behind(claim, line, begins, context, setting)
    take_noun_of_whole(claim, before, context, setting)


_BEHIND = 3
"""How many figures behind one are looked at for what its change is measured against."""


def _candidates(claim: Claim, behind: Iterable[Claim], context: Context, setting: Setting) -> list[Candidate]:
    """Return the candidates of a claim, which may say that it is a quarter's; behind: the figures behind it."""
    candidates = candidates_of(claim, context, setting.index)
    last = context.frames[-1].claim if context.frames else None
    take_quarter(claim, (last, behind), candidates, setting.index, setting.period)
    take_base_as_time(claim, candidates, setting.index, setting.period)
    return candidates


def _read_with(claim: Claim, context: Context, setting: Setting, sentence: tuple[int, int]) -> None:
    """Read what the figures before and the names of the taxonomy make of a claim; sentence: where it stands."""
    listen()
    text, language = setting.prose.text, setting.language
    if claim.is_latin:
        take_growth_in_currency(claim, setting)
    if claim.is_latin and not claim.marks.isdisjoint(BACK):
        take_part_of_pair(claim, context.said)
    read_again(claim, context, setting.index, text, language)
    take_stood_for(claim, context, setting)
    take_elided_head(claim, context.last, text, setting.vocabulary, setting.index, language)
    take_head_alone(claim, context.last, text, setting.index, language)
    if not claim.is_latin and claim.kind == "level":
        take_counted_name(claim, context, text, setting.vocabulary, setting.index, language)
        if claim.figure.kind == "money" and context.frames:
            take_balance_beside(claim, context, text, setting.vocabulary, setting.index, language)
    take_rate_of_part(claim, context, text, setting.vocabulary, setting.index)
    take_name_around(claim, context, text, setting.vocabulary, setting.index, language)
    if claim.is_latin:
        _read_latin(claim, context, setting, sentence)
    else:
        read_han(claim, context, max(sentence[0], context.ended), setting)
    take_half_named(claim, context, setting)
    take_half_named_behind(claim, context, setting)
    take_telling(claim, context, setting)
    take_as_change(claim, context, setting)
    leave_what_parts_hold(claim, context, setting)
    claim.joined = joined_terms(claim, text, setting.vocabulary, language)
    claim.complements = complements_of(claim, text, language)
    claim.half_joined = joined_to_unread(claim, text, language)


def _read_latin(claim: Claim, context: Context, setting: Setting, sentence: tuple[int, int]) -> None:
    """Read what the words of an English clause leave out, and what they say of other things."""
    text, language = setting.prose.text, setting.language
    take_axis_noun(claim, context, setting)
    read_opened_whole(claim, sentence[0], setting)
    around = f"{context.title} {text[slice(*sentence)]}"
    leave_out_own_words(claim, text, setting.index, language)
    leave_other_measures(claim, text, language)
    leave_heading_again(claim, context, text, language)
    take_modifier(claim, context, text, setting.index, language)
    take_part_behind_aside(claim, sentence[0], context, setting)
    take_book(claim, context, setting)
    leave_what_a_part_is(claim, context, setting)
    leave_other_whole(claim, text, setting.index, language)
    find_defined(claim, text, setting.stems, setting.index, language, context)
    find_unsaid(claim, context, setting, around)
    take_things(claim, context, setting)
    leave_what_it_went_to(claim, context.last, setting.index)
    leave_what_was_done(claim, context, text, setting.index, language)


def _measure_as_usual(
    claim: Claim, time: TimePhrase | None, context: Context, candidates: list[Candidate], setting: Setting
) -> None:
    """Give a change that does not say what it is measured against the base of those before, where two are usual.

    In a report of a part of a year a level is compared with the last year's end or with the same day a year before.
    """
    period = setting.period
    measure_as_stated(claim, candidates, setting)
    measure_as_just_now(claim, candidates, context, setting)
    if claim.kind != "growth" or period.is_fiscal_year:
        return
    last = context.last
    said_again = last is not None and last.claim.kind == "change" and last.claim.sentence == claim.sentence
    if said_again and not any(token.is_term for token in claim.left):
        return  # 218億元或3.1%: against the same as the change
    if claim.base is None and not claim.times and (time is None or is_of(time, period)):
        claim.base = context.usual_base


def _another(claim: Claim, line: Line, start: int, context: Context, setting: Setting) -> str:
    """Return the other organisation whose figures the sentence gives, as far as it does; `start`: of the sentence."""
    if not (claim.is_latin or claim.unread or context.another):
        return ""
    before = bisect_left(line.figures, claim.figure.start, key=_START) - 1
    since = max(start, line.figures[before].end) if before >= 0 else start
    named = another_named(claim, since, setting)
    if named:
        context.another, context.another_in = named, claim.sentence
    elif context.another:
        goes_on = context.another_in == claim.sentence or (
            since == start and goes_on_about(start, claim, setting)
        )
        context.another = "" if speaks_of_us(claim, setting) or not goes_on else context.another
        context.another_in = claim.sentence
    return context.another


_START = attrgetter("start")


def _look_back(
    claim: Claim, line: Line, begins: int, before: list[tuple[int, int]], context: Context, setting: Setting
) -> None:
    """Take from the sentence before what a new one may go on about; begins: where it does. before: that one, if any."""
    context.said = said_just_before(claim, line, before, setting)
    take_antecedent(claim, line, begins, before, context, setting)


def _hand_on(
    item: Decided,
    claim: Claim,
    told: tuple[TimePhrase | None, Candidate | None],
    context: Context,
    setting: Setting,
    *,
    own: bool,
) -> None:
    """Make a decision the frame of the claims after it: what goes on from no total is none either.

    told: its time, and what it is of where the taxonomy has no place for it.
    """
    if item.reason == PLACES or (claim.is_difference and not item.readings):
        return  # a distance to a target, or to another rate, says nothing of what follows
    best = item.best
    time, placeless = time_handed_on(told[0], item, setting), told[1]
    # what it pays for its sign alone says nothing of its concept
    unsure = best is None or best.price - PRICE["sign_unsure"] * claim.unsure_sign > TOO_UNSURE
    unsure = unsure and placeless is None
    no_total = item.reason is not None and item.reason[0] == "no_concept" and not claim.is_aside
    context.stranger = is_of_stranger(claim, unsure=unsure, before=context.stranger)
    if context.broken and not (unsure or own):
        own = goes_on_past_rate(claim, context) or _is_named_before(claim, best, context)
    context.ended = claim.figure.end
    kinds = context.broken_kinds if context.broken and not own else frozenset()
    context.broken_kinds = kinds | {claim.figure.kind} if unsure else kinds
    another = claim.other_entity is not None and not item.readings
    context.only_another = another if unsure and not context.broken else context.only_another and not own
    # a final dividend of 6p, which makes 9p for the year; the system's 5%; business loans were 7bn, up 9%
    own = own or (context.instalment and claim.is_of_year)
    own = own or (context.only_another and not unsure and bool(claim.left_terms))
    context.instalment = is_instalment(item.reason)
    text, tags = setting.prose.text, setting.language.tags
    alone = unsure and (claim.is_share_alone or is_told_by_aside(claim, text, tags))
    context.share_unsaid = alone or (context.share_unsaid and not own)
    context.broken = ((unsure or no_total) and not alone) or (context.broken and not own)
    context.since = (
        []
        if best or placeless or claim.total
        else [t for t in claim.left if t.meanings.members] or context.since
    )
    if placeless is not None:
        context.hand_on(Frame(claim, placeless, time))
    if best and not (claim.is_aside or alone):
        inherited = bool(best.candidate.inherited)
        within_part = is_within_part(claim, context.last, setting, inherited=inherited)
        negative = item.value < 0 and best.kind == "level" and not claim.figure.negative
        lost = negative or item.reason == CHANGE_OF_LOSS
        context.hand_on(Frame(claim, best.candidate, time, lost, within_part))
        if not unsure and own:
            context.opened = context.opened or [context.frames[-1]]


def _is_named_before(claim: Claim, best: Reading | None, context: Context) -> bool:
    """Return whether a claim's concept is what a clause behind the figure before names: X，利潤受拖累，為Y."""
    if best is None or not best.candidate.clues or not is_named_anew(claim, context):
        return False
    return best.candidate.clues[0][1] >= claim.lead[0].start


def _decide(claim: Claim, candidates: list[Candidate], time: TimePhrase | None, setting: Setting) -> Decided:
    value, decimals = value_of(_qualified(claim))
    item = Decided(
        claim.figure, value, decimals, qualifier_of(claim), [], claim,
        currency=claim.figure.currency or setting.profile.currency,
    )  # fmt: skip
    item.reason = _not_said_here(claim, setting)
    if item.reason:
        return item
    blocked: tuple[str, str] | None = None
    for candidate in candidates:
        reading, why = read_candidate(candidate, claim, time, setting.index, setting.period)
        if reading:
            item.readings.append(reading)
        else:
            blocked = blocked or why
    if item.readings:
        best = item.readings[0]
        if claim.figure.is_points:
            take_as_score(item, setting.index)
        if best.kind in ("change", "growth", "share_change"):
            falls = claim.unsure_sign and direction_of(claim, best.base_concept, best.kind, setting.index) < 0
            item.value *= -claim.sign if falls else claim.sign
        elif claim.figure.negative or (
            best.kind == "level" and is_below_zero(claim, best.base_concept, best.candidate.clues, setting)
        ):
            item.value = -item.value
        if best.kind == "share" and not 0 <= item.value <= 1:
            item.reason = ("ambiguous", "read as a share of a whole, and no share exceeds it")
        if blocked and candidates[0] is not best.candidate:
            item.reason = blocked
        item.reason = item.reason or (why_not_things if claim.is_latin else why_fraction)(
            claim, best, setting
        )
        item.reason = item.reason or why_no_total(claim, best, setting)
        item.reason = item.reason or why_no_change(claim, best.base_concept, best.kind, setting)
        item.reason = item.reason or why_no_time(claim, best.base_concept, setting)
    else:
        item.reason = blocked or ("no_concept", "no concept of the taxonomy covers what the clause says")
        item.unread = timing_unread(claim, time, candidates, setting.index, setting.period)
    return item


def _not_said_here(claim: Claim, setting: Setting) -> tuple[str, str] | None:
    """Return why a figure says nothing of the entity: it is another's, only would be, or describes something else."""
    if claim.other_entity is not None:
        return ("other_entity", "the clause speaks of another entity")
    if claim.hypothetical and not (claim.scenario or claim.is_stock or is_so_on_basis(claim, setting)):
        return ("ambiguous", "the clause says what would be, not what is")
    if claim.another:
        return ("other_entity", f"the clause speaks of {claim.another}, which is no name of the entity")
    if claim.base is not None and claim.base.base == "maturity" and claim.figure.kind == "percent":
        return ("no_concept", "it is the coupon of what falls due")
    if claim.is_condition or is_limit(claim, setting.prose.text, setting.language):
        return ("no_concept", "the figure describes what else the clause speaks of")
    return None


def _qualified(claim: Claim) -> Figure:
    claim.figure.qualifiers = tuple(dict.fromkeys(claim.qualifiers)) if claim.qualifiers else ()
    return claim.figure
