"""Reads what a claim's own words make of the figure: change, growth, share or level, sign, qualifiers, scope.

Only words of the language are read here; what they are said of is a matter of `tagger.links.candidates`.
"""

from __future__ import annotations

from dataclasses import replace

from tagger.clauses.bases import (
    is_of_base,
    is_of_increase,
    is_since_base,
    owner_of,
    take_compared_with,
    take_past_change,
    without_annualised,
)
from tagger.clauses.change_nouns import read_addition, read_noun_of_change
from tagger.clauses.claim import Claim
from tagger.clauses.come_from import is_source
from tagger.clauses.days import is_on_a_day
from tagger.clauses.deeds import is_composed, is_required
from tagger.clauses.joined_levels import leave_moves
from tagger.clauses.measures import read_measure
from tagger.clauses.once import read_past
from tagger.clauses.other_bases import read_pronoun
from tagger.clauses.outdone import read_distance
from tagger.clauses.part_behind import opens_a_part
from tagger.clauses.planning import is_behind_figure, read_scenario
from tagger.clauses.printed_signs import read_printed_sign
from tagger.clauses.ranges import opens_range
from tagger.clauses.runs import (
    BESIDE_AMOUNT,
    IN_PER_CENT,
    SKIPPED,
    UP_OR_DOWN,
    leads_to_amount,
    pieces_of_run,
)
from tagger.clauses.shares_beside import is_of_before
from tagger.clauses.stretches import said_between
from tagger.clauses.subjects import leave_compared_before
from tagger.clauses.thresholds import is_measured, is_reached, read_threshold
from tagger.clauses.whole import read_share
from tagger.clauses.words_behind import is_of_another
from tagger.figures.figure import POINTS
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.word import Meaning, Token

_RUN_KINDS = frozenset(
    (
        "before",
        "verb",
        "function",
        "difference",
        "clause",
        "currency",
        "respectively",
        "target",
        "forecast",
        "of_which",
        "total",
        "scope",
        "negative",
    )
)


def read_claim(claim: Claim, text: str, phrases: list[TimePhrase], language: Language) -> None:
    """Read everything that the words of a claim say; `phrases`: of time, before the figure."""
    if claim.left or phrases:
        _read_run(claim, text, without_annualised(claim, phrases, text, language), language)
    if claim.left:
        _read_opening(claim, text, phrases, language)
        _read_sign_word(claim, text)
        if claim.is_latin:
            read_distance(claim, text, language)
        read_noun_of_change(claim, text, language)
    if "difference" in claim.marks and not claim.is_latin:
        leave_compared_before(claim)
    if claim.figure.kind in IN_PER_CENT:
        read_share(claim, text, language)
    read_printed_sign(claim, text)
    _read_base_of_verb(claim, text, language)
    read_addition(claim, text, language)
    _read_words(claim, text, language)
    read_pronoun(claim, text, language)
    if claim.is_latin and claim.kind == "level":
        read_past(claim, text, language)
    claim.brings = claim.is_latin and not claim.unread and _brings(claim, text, language)
    if claim.kind == "level":
        start, end = claim.clause_start, claim.figure.start
        claim.qualifiers.extend(said_between(language.clause, text, start, end, phrases))
        if text[start - 1 : start] == "," and claim.is_latin:
            opening = text[claim.near_from : start - 1].strip()  # to date, 5 billion has been granted
            claim.qualifiers.extend([language.clause[opening]] if opening in language.clause else [])


def _brings(claim: Claim, text: str, language: Language) -> bool:
    """Return whether nothing but a verb of having joins a figure to the last name before it: Treasury brought $5m."""
    for token in reversed(claim.left):
        if token.is_term:
            return True
        said = text[token.start : token.end]
        if said in language.extra["yields"] or token.meanings.verb in _HAVING:
            continue
        if said not in language.extra["articles"] and token.meanings.kinds.isdisjoint(BESIDE_AMOUNT):
            return False
    return False


_HAVING = ("level", "share", "reach")


def _read_run(claim: Claim, text: str, phrases: list[TimePhrase], language: Language) -> None:
    """Read the unbroken run of the language's words that ends at the figure: 比上年末增加約."""
    pieces, at = pieces_of_run(claim, phrases, text, language)
    verbs: list[tuple[Token, str]] = []
    bases: list[TimePhrase] = []
    bounds: list[Token] = []
    times: list[TimePhrase] = []
    while pieces:
        piece = pieces.pop()
        if piece.end > at or piece.end <= claim.clause_start:
            continue
        between = text[piece.end : at].strip(SKIPPED)
        if between and not (leads_to_amount(between, language) or _is_adverb(between, language)):
            break
        if isinstance(piece, TimePhrase):
            bases.extend([piece] if piece.base else [])
            times.extend([] if piece.base else [piece])
        elif times and "before" in piece.meanings.kinds and claim.figure.kind:
            claim.is_before, claim.times = True, times[:1]  # 高於去年同期的8.1萬元
            break
        elif not _read_word_of_run(claim, piece, verbs, text, language):
            claim.after_noun_verb = _verb_before_noun(piece, pieces, text, language)
            if piece.is_term and bounds and is_reached(claim, piece, bounds[-1], text, language):
                claim.qualifiers.remove("at_most")  # the ratio up to 47.5%: what it came to
            break
        elif text[piece.start : piece.end] in language.bound_or_reach:
            bounds.append(piece)
        at = piece.start
    read_threshold(claim, verbs, text, language)
    _decide_kind(claim, verbs, text, language)
    if claim.is_latin:
        read_measure(claim, text, language)
    _read_start_of_change(claim, verbs, bases, text, language)
    _read_growth_noun(claim, verbs, [*bases, *times], text, language)


def _is_adverb(said: str, language: Language) -> bool:
    """Return whether one word only says how: from an unusually low 12 basis points."""
    adverb = bool(language.adverb_endings) and said.endswith(language.adverb_endings)
    return adverb and " " not in said and said not in language.not_adverbs


def _read_word_of_run(
    claim: Claim, token: Token, verbs: list[tuple[Token, str]], text: str, language: Language
) -> bool:
    """Read one word of the run; return whether it is one that the run may hold."""
    meaning = _run_meaning(token)
    if meaning is None:
        return False
    if meaning.kind == "verb":
        verbs.append((token, meaning.target))
        if meaning.target in ("level", "reach"):  # 約為, to cross: a verb and a qualifier
            claim.qualifiers.extend(m.target for m in token.meanings if m.kind == "before")
    elif meaning.kind == "before" and not (verbs and is_measured(*verbs[-1], text, language)):
        claim.qualifiers.append(meaning.target)
    return True


def _read_start_of_change(
    claim: Claim, verbs: list[tuple[Token, str]], bases: list[TimePhrase], text: str, language: Language
) -> None:
    """Read a figure as the value that a change starts from: 由X增至Y, 較111年度2,310億元減少165億元."""
    start = next((token for token, target in verbs if target == "level_from"), None) if verbs else None
    owner = owner_of(claim, bases, text, language) if bases and claim.is_latin else None
    if owner is not None:
        claim.kind, claim.sign, claim.verb, claim.unsure_sign = "level", 1, None, False
        claim.is_before, claim.times, claim.base = True, [owner], None
    elif start is not None and claim.kind == "level":
        if is_composed(claim, text, language) or opens_range(claim, text, language):
            return
        if claim.is_latin and is_source(claim, start, text, language):
            return
        claim.is_before = True
        claim.over = next((p for p in reversed(claim.times) if p.span and p.start <= start.start), None)
        claim.times = [phrase for phrase in claim.times if phrase.start > start.start]
    elif not verbs and bases and claim.kind == "level" and bases[0].span is not None:
        claim.times, claim.base = [bases[0]], None
    elif claim.is_latin and is_on_a_day(claim, text, language):
        claim.times, claim.base = [replace(claim.base, base="")] if claim.base else [], None
    elif not verbs and claim.kind == "level" and is_of_base(claim, text, language):
        if claim.base is not None and claim.base.span is None:
            claim.is_before = True
        else:
            claim.times, claim.base = [claim.base] if claim.base else [], None
    elif not (verbs or claim.is_latin or claim.base) and claim.kind == "level":
        take_compared_with(claim, text, language)


def _read_growth_noun(
    claim: Claim, verbs: list[tuple[Token, str]], phrases: list[TimePhrase], text: str, language: Language
) -> None:
    """Read what is said of a rate of change itself: 降幅收窄至6.1% is one, 增速回落2.9個百分點 is of no concept.

    phrases: the bases and times of its run.
    """
    at = claim.figure.start
    if text[at - 1 : at] in language.attributive and (
        is_of_increase(claim, verbs, text, language)
        or take_past_change(claim, verbs, phrases, text, language)
    ):
        return
    if len(verbs) < 2 or verbs[0][1] not in _MOVES:  # noqa: PLR2004
        return
    nouns = [*language.growth_nouns, *language.extra["growths"]]
    noun = next((v for v in verbs[1:] if text[v[0].start : v[0].end] in nouns), None)
    if noun is None:
        return
    if claim.figure.kind == "percent" and verbs[0][1] in ("reach", "level_from"):
        claim.kind, claim.verb, claim.sign = "growth", noun[0], -1 if noun[1] == "decrease" else 1
    elif claim.figure.kind in POINTS:
        claim.is_difference = True


_MOVES = (*UP_OR_DOWN, "reach", "level_from", "improve")


def _read_sign_word(claim: Claim, text: str) -> None:
    """Read a word right before the figure that is its sign: minus $5 million, 負0.5%."""
    last = claim.last_word
    if last is not None and "negative" in last.meanings.kinds and not last.is_term:
        between = text[last.end : claim.figure.start].strip(SKIPPED)
        claim.sign_said = len(between) <= _CURRENCY_LETTERS
        claim.figure.negative |= claim.sign_said


_CURRENCY_LETTERS = 4


def _read_opening(claim: Claim, text: str, phrases: list[TimePhrase], language: Language) -> None:
    """Read what a time began with as the value before: assets began the period at £186.4bn."""
    last = claim.last_word
    if claim.kind != "level" or last is None or not language.opening_verbs:
        return
    opening = [token for token in claim.left if text[token.start : token.end] in language.opening_verbs]
    little = ("", *language.extra["articles"])
    if opening and any(text[opening[-1].end : p.start].strip() in little and not p.base for p in phrases):
        claim.is_before, claim.times = True, []  # we began the year with a ratio of 13.8%
        return
    if text[last.start : last.end] not in language.links_at:
        return
    if opening and not any(phrase.start >= last.end for phrase in claim.times):
        claim.is_before, claim.times = True, []


def _read_base_of_verb(claim: Claim, text: str, language: Language) -> None:
    """Take the comparison that some verbs of change imply: 年增."""
    if claim.verb is not None and claim.base is None:
        base = language.verb_bases.get(text[claim.verb.start : claim.verb.end])
        if base:
            claim.base = TimePhrase(claim.verb.start, claim.verb.end, None, base)


def _run_meaning(token: Token) -> Meaning | None:
    if token.is_term:
        return None
    if token.meanings.kinds.isdisjoint(_RUN_KINDS):
        return None
    for meaning in token.meanings:
        if meaning.kind in ("verb", "before"):
            return meaning
    return next(meaning for meaning in token.meanings if meaning.kind in _RUN_KINDS)


def _verb_before_noun(noun: Token, pieces: list[Token | TimePhrase], text: str, language: Language) -> int:
    """Return 1 or -1 where a verb of change stands right before the noun that the figure follows; not rising deposits."""
    describing = tuple(language.extra["describing_endings"]) or "\0"
    at = noun.start
    while pieces:
        piece = pieces.pop()
        if piece.end > at or text[piece.end : at].strip(SKIPPED) or not isinstance(piece, Token):
            return 0
        if not piece.is_term:
            if text.endswith(describing, piece.start, piece.end):
                return 0
            return {"increase": 1, "decrease": -1}.get(piece.meanings.verb, 0)
        at = piece.start
    return 0


def _decide_kind(claim: Claim, verbs: list[tuple[Token, str]], text: str, language: Language) -> None:
    if claim.verb is not None or claim.is_difference:
        return  # said behind the figure: fell $4m short of target
    percent = claim.figure.kind in ("percent", "times")
    if verbs and verbs[0][1] in ("reach", "level_from"):
        claim.verb = verbs[0][0]
        return  # 減少至X, from X: the value after the change, or before it
    if percent and len(verbs) > 1:
        verbs = leave_moves(claim, verbs, text, language)
    for index, (token, target) in enumerate(verbs):
        if target == "change":
            claim.kind = "growth" if percent else "change"
            claim.sign = -1 if claim.figure.negative else 1
            claim.verb = token
            return
        if target in ("improve", "worsen", "further"):
            claim.kind, claim.verb, claim.unsure_sign = ("growth" if percent else "change"), token, True
            claim.sign = -1 if target == "worsen" else 1
            return
        if target in UP_OR_DOWN:
            if index and verbs[0][1] == "level" and not percent and claim.figure.kind != "percentage_points":
                return  # 減少為X
            claim.change_by(token, target)
            return
        if target == "share" and percent:
            claim.kind, claim.verb = "share", token
            return


def _read_words(claim: Claim, text: str, language: Language) -> None:
    """Read the words that stand anywhere in the clause: scope, scenario, other entities, 其中."""
    rough = claim.figure.words and claim.qualifiers  # nearly two-thirds
    claim.qualifiers.extend(() if rough else claim.figure.qualifiers)
    if not claim.marks:
        claim.of_before = claim.figure.kind == "percent" and is_of_before(claim, text, language)
        return
    for token in claim.left:
        kinds = token.meanings.kinds
        if kinds.isdisjoint(_CLAUSE_KINDS):
            continue
        if "other_entity" in kinds:
            claim.other_entity = _other_named(token, claim, text, language)
        if not (claim.is_latin and is_behind_figure(token, claim, text)):
            claim.scenario = next((kind for kind in ("forecast", "target") if kind in kinds), claim.scenario)
        if claim.scenario and text[token.end : claim.figure.start] in language.attributive:
            claim.scenario, claim.kind = "", "apart" if claim.figure.kind in _PARTS else claim.kind
        claim.hypothetical |= "hypothetical" in kinds
        claim.back_reference |= "back_reference" in kinds
        if "difference" in kinds and not (claim.is_latin and _is_bound(token, claim, text, language)):
            claim.is_difference |= not is_since_base(token, claim, text)
        opens = not (claim.is_latin or claim.left_terms or claim.times or claim.unread) and all(
            other is token or "both" in other.meanings.kinds
            for other in claim.left[:_BEFORE_TOTAL]
            if other.start <= token.start
        )
        claim.total |= "total" in kinds and (opens or len(token.meanings) == 1)
    behind = next((t for t in claim.right if "other_entity" in t.meanings.kinds), None)
    behind = behind and _other_named(behind, claim, text, language)
    if behind is not None and is_of_another(behind, claim, text, language):
        claim.other_entity = behind  # 100%的法定要求
    if claim.in_bracket and not claim.is_latin:
        claim.other_entity = claim.other_entity or is_required(claim, text)
    read_scenario(claim, text, language)
    marked = "of_which" in claim.marks
    of_which = marked and _says_of_which(claim.left)
    lead = [t for t in claim.lead if not _is_of_number(t, claim, text)] if marked else []
    claim.of_which = of_which or _says_of_which(lead) or opens_a_part(claim, text, language)
    claim.of_before = claim.figure.kind == "percent" and (of_which or is_of_before(claim, text, language))


def _other_named(token: Token, claim: Claim, text: str, language: Language) -> Token | None:
    """Return the word for another entity, but for one that only says where all of what is counted is: 412 branches nationwide."""
    if claim.figure.kind or text[token.start : token.end] not in language.extra["part_links"]:
        return token
    return claim.other_entity if token.start > claim.figure.start else token


def _is_bound(token: Token, claim: Claim, text: str, language: Language) -> bool:
    """Return whether a word of comparison only bounds the figure: a cost of risk below 50 basis points."""
    between = text[token.end : claim.figure.start].split()
    return "before" in token.meanings.kinds and language.by.isdisjoint(between)


def _is_of_number(token: Token, claim: Claim, text: str) -> bool:
    """Return whether a word right behind a number says what that is of: 27% of whom are women; we aim for 30%."""
    return claim.is_latin and text[token.start - 2] not in ",;:.(\n"


def _says_of_which(tokens: list[Token]) -> bool:
    return any(["of_which" in token.meanings.kinds for token in tokens])  # noqa: C419  # no generator: half the time


_BEFORE_TOTAL = 3
_PARTS = ("percent", "times")
_CLAUSE_KINDS = frozenset(
    ("other_entity", "target", "forecast", "back_reference", "difference", "total", "hypothetical")
)
