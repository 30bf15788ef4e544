"""What is planned or forecast: the time that a plan is for, from its heading or its sentence."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from tagger.clauses.claim import SCENARIOS, Claim, Line
from tagger.clauses.planning import is_moved_plan
from tagger.links.candidate import Context, Plan
from tagger.links.carried_time import is_of
from tagger.links.decided import Decided
from tagger.links.guided import goes_on_listing
from tagger.links.han_futures import is_to_come
from tagger.links.open_time import is_settled
from tagger.links.planned_years import in_year_ahead, is_definite, next_year_spoken_of, year_begun
from tagger.links.setting import Setting
from tagger.reporting_period import ReportingPeriod, months_through
from tagger.words.language import load_language
from tagger.words.periods import TimePhrase
from tagger.words.spans import SAME, Span
from tagger.words.word import Token


def plan_of(
    line: Line,
    tokens: list[Token],
    period: ReportingPeriod,
    ahead: TimePhrase | None = None,
    *,
    leads: bool = False,
) -> Plan | None:
    """Return the plan that a heading or the lead of a list speaks of: 2025年經營目標, in the report of 2024.

    ahead: the time to come that the paragraph speaks of which ends in the lead: For 2026, …. We expect:
    leads: a list; what it plans is planned though it does not say for when
    """
    kinds = [kind for token in tokens for kind in ("target", "forecast") if kind in token.meanings.kinds]
    known = period.end if kinds else period.year_end  # 2026 guidance, in the report of a part of 2026
    time = next((p for p in line.phrases if p.span and not p.base and p.span.end > known), None)
    if time is None and kinds:
        time = ahead  # not of: we have targets for 2026. Other highlights include:
    if time is None and not (leads and kinds):
        return None
    of_year = time is not None and time.span is not None and time.span.end <= period.year_end
    return Plan(time, kinds[0] if kinds else "", of_year)


def planned(
    claim: Claim,
    before: Claim | None,
    time: TimePhrase | None,
    context: Context,
    ahead: TimePhrase | None,
    line: Line,
    setting: Setting,
) -> TimePhrase | None:
    """Give a plan the time to come that its sentence or the heading above speaks of: 2025年，…，年底客戶達100萬戶.

    before: the claim before. ahead: the time to come that the sentence speaks of.
    """
    listed = claim.is_latin and not claim.times and goes_on_listing(claim, context, setting)
    claim.is_to_come = listed or (not claim.is_latin and is_to_come(claim, before, setting))
    if before is not None and before.scenario:
        _go_on_planning(claim, before, time, setting.period)
        if claim.scenario and _is_over(claim, before, time, context.planned, setting.period):
            claim.scenario = ""
    plan = context.plan
    if plan is not None and plan.is_of_year and not (claim.scenario or context.goes_on_planning):
        plan = None
    if plan is not None and _is_for(plan, time) and not claim.is_before:
        claim.scenario = claim.scenario or plan.scenario
        if plan.time is not None:
            return plan.time
    if context.goes_on_planning and not claim.is_before:
        claim.scenario = claim.scenario or context.guided or "forecast"
    goes_on = _goes_on_by_verb(claim, context, setting)
    if not claim.scenario:
        return time
    if not claim.times:
        goes_on = goes_on or (claim.is_latin and (claim.scenario == "forecast" or _is_to_be(claim, setting)))
        if goes_on and context.planned_before is None:
            begun = year_begun(line, claim.figure.start, setting)
            context.planned_before = begun or next_year_spoken_of(claim, line, setting.period)
        return context.planned or (context.planned_before if goes_on else None) or time
    before_it = context.planned_before if ahead is None and is_definite(time, setting) else None
    context.planned = in_year_ahead(time, ahead or before_it, setting.period)
    return context.planned


def _goes_on_by_verb(claim: Claim, context: Context, setting: Setting) -> bool:
    """Return whether a verb makes a figure a plan for the time planned for: In 2026 we expect X. Costs should be Y."""
    before = context.last or context.before
    if claim.scenario or claim.is_before or not claim.is_latin:
        return False
    if claim.times and not (context.guided and is_definite(claim.times[-1], setting)):
        return False  # guidance for 2026: profit for the year should be $5m
    planning = context.guided or (before.claim.scenario if before is not None else "forecast")
    if not planning or not (context.planned or context.planned_before):
        return False
    said = claim.is_to_come or bool(is_by_verb(claim, setting))
    claim.scenario = planning if said else ""
    return said


def _is_to_be(claim: Claim, setting: Setting) -> bool:
    """Return whether a verb says what is to come of a thing, for the time that was spoken of: is to be brought below 40%."""
    text, verbs = setting.prose.text, setting.language.extra["obligations"]
    said = (text[t.start : t.end] for t in claim.left if "target" in t.meanings.kinds)
    return any(words.startswith(tuple(verbs)) for words in said)


def goes_on_planning(claim: Claim, begins: int, context: Context, setting: Setting) -> bool:
    """Return whether a sentence without a verb goes on with what the one before forecasts: Net profit of about $825 million.

    claim: its first. begins: where it does.
    """
    before, plan = context.before, context.plan
    told = bool(context.guided) or (before is not None and before.claim.scenario == "forecast")
    headed = before is None and plan is not None and plan.is_of_year and plan.scenario == "forecast"
    if not claim.is_latin or claim.times or not (told or headed):
        return False
    text, language = setting.prose.text, setting.language
    terms = claim.left_terms
    if not terms or not any(token.meanings.concepts for token in terms):
        return False
    opening = text[begins : terms[0].start].split()
    unsaid = (*language.currencies, *language.growth_nouns)  # loan growth of 4%
    behind = [w for w in text[terms[-1].end : claim.figure.start].split() if w not in unsaid]
    if len(opening) > _OPENING or not all(w.strip(_MARKS) in _fragment_words(language.tags) for w in opening):
        return False
    if not behind or behind[0] not in language.links:
        return False
    return bool(claim.bound) or text[claim.figure.end : claim.figure.end + 1] in _ENDS


_OPENING = 3
_MARKS = "\"“”'"
_ENDS = (".", ",", ";", "", "\n", "-", "–")


@cache
def _fragment_words(tags: tuple[str, ...]) -> frozenset[str]:
    """Return what may stand before the name in a sentence without a verb: and an EPS of $0.60."""
    language = load_language(*tags)
    return frozenset((*language.extra["articles"], *language.conjunctions, *language.adjectives, ""))


def _is_for(plan: Plan, time: TimePhrase | None) -> bool:
    """Return whether a claim without a time, or of the plan's own, is planned: for 2026 we, below Outlook for 2026.

    The end of what is told of is that of the plan: For 2026 we expect period-end loans to grow by 4%.
    """
    if time is None or time is plan.time:
        return True
    if plan.time is None or time.span is None:
        return False
    return time.span == plan.time.span or (time.span.start is None and time.span.relative == "current")


def _go_on_planning(claim: Claim, before: Claim, time: TimePhrase | None, period: ReportingPeriod) -> None:
    """Let the plan before hold for what its sentence of Han prose says of another time to come.

    承諾到2030年排放下降40%；到2027年綠電佔比達到30%，管網漏損率降至8.5%以內.
    """
    if claim.scenario or claim.is_latin or claim.is_before or before.sentence != claim.sentence:
        return
    if claim.is_actual:
        return
    span = time.span if time is not None and time in claim.times else None
    if not (claim.times or claim.apart_from) or (span is not None and span.end > period.year_end):
        claim.scenario, claim.plans_all = before.scenario, before.plans_all


def _is_over(
    claim: Claim,
    before: Claim,
    time: TimePhrase | None,
    planned_for: TimePhrase | None,
    period: ReportingPeriod,
) -> bool:
    """Return whether a figure behind a plan is of a time of its own that is over, and no plan: 擬派息0.5元，2025年為0.4元.

    That of the report's year is, where the plan is for one to come.
    """
    own = time is not None and (time in claim.times or (claim.in_bracket and bool(claim.times)))
    span = time.span if time is not None and own else None
    if span is None or span.relative == "current" or before.sentence != claim.sentence:
        return False  # 2026年，…，年末達X
    words = (*claim.left, *claim.right)
    if claim.plans_all or any(not token.meanings.kinds.isdisjoint(SCENARIOS) for token in words):
        return False
    is_ahead = any(p and p.span and p.span.end > period.year_end for p in (*before.times, planned_for))
    return span.end <= period.end if is_ahead else span.end < period.fiscal_year(period.year)[0]


def plan_ahead(claim: Claim, before: Claim | None, time: TimePhrase | None, setting: Setting) -> None:
    """Read a figure of a time to come as the plan that its sentence speaks of: our target, set in 2023, of 15% in 2026.

    before: the claim before: in 2027 the ratio is to be 7% and costs no higher than $5m.
    """
    if before is not None and before.sentence == claim.sentence and claim.is_latin and not claim.is_before:
        ahead = time is not None and time.span is not None and time.span.end > setting.period.year_end
        if ahead and not (claim.scenario or claim.times or before.is_held_against):
            claim.scenario = before.scenario
    if claim.bound == "high" and claim.follows is not None and not claim.scenario:
        claim.scenario = claim.follows.scenario  # income will be between $1 and $2 million
    span = time.span if time is not None and time in claim.times else None
    if claim.is_latin and not claim.scenario and not claim.is_before and span is not None:
        claim.scenario = _of_rest_of_year(claim, span, setting)
    if claim.scenario or span is None or span.end <= setting.period.year_end:
        return
    kinds = [token.meanings.kinds for token in claim.lead]
    claim.scenario = next(
        (kind for said in reversed(kinds) for kind in ("target", "forecast") if kind in said), ""
    )
    if claim.is_latin and not claim.scenario:
        claim.scenario = is_by_verb(claim, setting)


def _of_rest_of_year(claim: Claim, span: Span, setting: Setting) -> str:
    """Return whether a verb forecasts the year of which a part is reported: the dividend for the year is to be $4."""
    period = setting.period
    of_year = span.start == period.fiscal_year(period.year)[0]
    if period.is_fiscal_year or not of_year or span.end < period.end:
        return ""
    return "forecast" if is_by_verb(claim, setting) else ""


def is_by_verb(claim: Claim, setting: Setting) -> str:
    """Return what a verb right behind the name makes of a time to come: loans should reach $5bn, the ratio is to be 14%.

    Behind a count, the verb stands behind what is counted: 350 branches are to be open.
    """
    term = claim.left_terms[-1:]
    extra, text = setting.language.extra, setting.prose.text
    words = text[term[0].end if term else claim.clause_start : claim.figure.start].split()
    behind = text[claim.noun_end : claim.right_end].split()[:_VERBS]
    words = [*words[:_VERBS], *words[-_VERBS - 1 :], *(() if term else behind)]
    words = [*words, *(" ".join(pair) for pair in pairwise(words))]
    kinds = (("target", extra["obligations"]), ("forecast", extra["futures"]))
    return next((kind for word in words for kind, listed in kinds if word in listed), "")


_VERBS = 3  # words that a verb of what is to come may be in: now also should


def why_unplanned(
    item: Decided, claim: Claim, time: TimePhrase | None, setting: Setting
) -> tuple[str, str] | None:
    """Return why a figure is left open: it is to come and no plan, or it is forecast for a time that is not said."""
    if _is_to_come(item, setting.period) and not (
        claim.scenario
        or _has_come(time, setting)
        or _is_told_since(item, claim, setting.period)
        or is_settled(claim, setting)
    ):
        return "ambiguous", "its time is to come, and whether it is a plan is not said"
    if _is_of_time_unsaid(item, claim, setting):
        claim.is_to_come = True  # so is what goes on without a verb
        return "ambiguous", "it is to come, and for when is not said"
    if is_moved_plan(claim, setting.prose.text, setting.language) or _is_superseded(claim, setting):
        return "ambiguous", "it is what was planned before, and is so no longer"
    aimed = claim.scenario == "target" and claim.is_latin and not (claim.is_held_against or claim.bound)
    was_planned = claim.is_held_against and not claim.is_planned_behind  # below the $5m we had expected
    ahead = aimed or (claim.scenario == "forecast" and not was_planned)
    if ahead and _is_untimed(claim, time, setting.period):
        return "ambiguous", f"for when it is {'aimed at' if aimed else 'forecast'} is not said"
    return None


def _is_untimed(claim: Claim, time: TimePhrase | None, period: ReportingPeriod) -> bool:
    """Return whether no time to come is said of a forecast; a year that is over by the time of its report is none."""
    if time is None or time.span is None:
        return True
    return claim.is_latin and period.is_fiscal_year and time not in claim.times and is_of(time, period)


def _is_of_time_unsaid(item: Decided, claim: Claim, setting: Setting) -> bool:
    """Return whether a verb says that a value is to come, of what is no amount a share: income will be $5 million."""
    if claim.bound == "high" and claim.follows is not None and not claim.scenario:
        claim = claim.follows
    if claim.scenario or item.best is None:
        return False
    if claim.is_to_come or not claim.is_latin:
        return claim.is_to_come and not _is_each(item.best.base_concept, setting)
    if claim.kind in ("change", "growth"):
        told = any(t.span is not None and t.span.end > setting.period.year_end for t in claim.times)
        return not told and _is_will(claim, setting)
    if claim.times or claim.kind != "level" or not claim.left_terms:
        return False  # I should like to thank all 8,940 employees
    return bool(is_by_verb(claim, setting)) and not _is_each(item.best.base_concept, setting)


def _is_each(concept: str, setting: Setting) -> bool:
    """Return whether a concept is called an amount of each: the dividend per share."""
    return setting.index.is_called(concept, tuple(setting.language.distributives))


def _is_will(claim: Claim, setting: Setting) -> bool:
    """Return whether a verb of what is expected leads that of a change: the new contract will lower costs by $4m a year."""
    verb, terms = claim.verb, claim.left_terms
    if verb is None:
        return False
    if (
        terms
        and verb.start == terms[-1].end + 1
        and setting.prose.text[verb.start : verb.end] in setting.language.growth_nouns
    ):
        return bool(is_by_verb(claim, setting))  # loan growth should be 4%
    said = setting.prose.text[claim.clause_start : max(verb.start, claim.clause_start)]
    extra = setting.language.extra
    words = said.rpartition(",")[2].split()
    return any(word in extra["futures"] or word in extra["obligations"] for word in words)


def _is_superseded(claim: Claim, setting: Setting) -> bool:
    """Return whether a figure is that of a plan before the one that holds: up from our prior guidance of about 30%."""
    if not (claim.scenario and claim.is_latin):
        return False
    text, words = setting.prose.text, setting.language.extra["superseded"]
    plan = next(
        (token for token in reversed(claim.left) if not token.meanings.kinds.isdisjoint(SCENARIOS)), None
    )
    if plan is None or plan.end < claim.near_from:
        return False
    said = text[max(claim.clause_start, plan.start - _SUPERSEDED) : plan.start].split()
    return any(word in words for word in said[-2:])


_SUPERSEDED = 24


def _is_to_come(item: Decided, period: ReportingPeriod) -> bool:
    """Return whether a figure is of a time after the report's year, of which a report can only tell plans."""
    best = item.best
    if best is None:
        return False
    timing = best.timing
    return (timing.start or timing.end) > period.year_end


def _has_come(time: TimePhrase | None, setting: Setting) -> bool:
    """Return whether a time is one by which what follows has come about: 截至2025年2月末."""
    words = setting.language.as_of
    return (
        time is not None
        and bool(words)
        and (
            setting.prose.text.endswith(words, 0, time.start)
            or setting.prose.text.startswith(words, time.start)
        )
    )


def _is_told_since(item: Decided, claim: Claim, period: ReportingPeriod) -> bool:
    """Return whether a growth is that of the first months after the report's year, against the same of the year before.

    與去年同期比較，2021年首兩個月的新業務價值增長15%: it was over when the report was written.
    """
    base, best = claim.base, item.best
    if best is None or best.kind not in ("change", "growth") or base is None:
        return False
    if base.base != "previous_year" and (base.span is None or base.span.relative != SAME):
        return False
    start, end = best.timing.start, best.timing.end
    begins = start is not None and (start - period.year_end).days == 1
    return begins and start is not None and months_through(start, end) <= _MONTHS_SINCE


_MONTHS_SINCE = 3


def is_so_on_basis(claim: Claim, setting: Setting) -> bool:
    """Return whether what would have been is so, on a basis that is said: excluding the levy, it would have been 64%.

    At constant rates of exchange too.
    """
    if claim.base is not None and claim.base.base == "constant_currency":
        return True
    axis = setting.index.role_axes.get("basis")
    said = [token for token in claim.left if "hypothetical" in token.meanings.kinds]
    text, words = setting.prose.text, setting.language.extra["on_a_basis"]
    return any(text[token.start : token.end] in words for token in said) and any(
        name == axis and not setting.index.is_default(name, member)
        for token in (*claim.lead, *claim.left, *claim.right)
        for name, member in token.meanings.members
    )
