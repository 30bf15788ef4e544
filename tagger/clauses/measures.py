"""By how much something changed, behind "by": raised its revenue by 5%, reduced operating expenses by about 3%."""

from __future__ import annotations

import re

from tagger.clauses.bounds import moves_so
from tagger.clauses.claim import Claim
from tagger.clauses.runs import IN_PER_CENT, MOVES, NEXT_WORD, UP_OR_DOWN, comes_to, leads_to_amount
from tagger.clauses.stretches import outside
from tagger.clauses.unlisted_verbs import leave_particle, read_unlisted_verb
from tagger.words.language import Language
from tagger.words.word import Token, unnamed


def read_measure(claim: Claim, text: str, language: Language) -> None:
    """Read how far something moved, where no verb right before the figure says it."""
    if claim.kind != "level":
        leave_particle(claim, text, language)
        return
    _read_by(claim, text, language)
    last = claim.last_word
    by = last is not None and text[last.start : last.end] in language.by  # in Networks by 5%: no share
    claim.tells_move = (
        claim.kind == "level"
        and claim.verb is None
        and (by or any(token.meanings.verb in UP_OR_DOWN and not token.is_term for token in claim.left))
    )
    read_unlisted_verb(claim, text, language)


def _read_by(claim: Claim, text: str, language: Language) -> None:
    """Read what stands behind "by" as the measure of a change that the clause has spoken of."""
    if claim.unread and claim.verb is not None and claim.verb.meanings.verb == "reach":
        _leave_out_mover(claim, text, language)
    before = list(claim.left)
    while before and (
        text[before[-1].start : before[-1].end] in language.before or "currency" in before[-1].meanings.kinds
    ):
        before.pop()  # by about 5%, by HK$5 billion
    last = before.pop() if before else None
    if last is None or text[last.start : last.end] not in language.by:
        if (
            claim.kind == "level"
            and language.moved_by
            and (comes_to(text, claim.figure.end, language) or _is_measure_alone(claim, last, text, language))
        ):
            _read_done_to(claim, last, text, language)
        if last is not None and claim.figure.kind == "percent":
            _read_pace(claim, last, before or claim.near_lead, text, language)
        return
    following = next((token.start for token in claim.left if token.start >= last.end), claim.figure.start)
    if not leads_to_amount(text[last.end : following], language):
        return
    change = _verb_of_change(claim, before, last, text, language)
    if change is not None and change.meanings.verb in MOVES and not change.is_term:
        of_cause = before and any(token.is_term and token.start == change.end + 1 for token in before)
        if not of_cause or not _read_deed(claim, change.end, before[-1].end, text, language):
            # lower charges raised profit by 5%: by what raised it
            claim.change_by(change, change.meanings.verb)
            claim.unsure_sign |= change.meanings.verb not in UP_OR_DOWN  # improved as well, by 20 points
    elif before and language.moved_by and not _read_at_pace(claim, before, last.start, text, language):
        said = text[claim.clause_start : last.start].split()
        alone = claim.counted and language.present.isdisjoint(said)  # the network was enlarged by 12 branches
        ends = last.start if alone else before[-1].end
        _read_deed(claim, claim.clause_start, ends, text, language)


def _verb_of_change(
    claim: Claim, before: list[Token], by: Token, text: str, language: Language
) -> Token | None:
    """Return the verb whose measure stands behind "by"; before a comma words may say how it moved: rose for once, by 120.

    Or before a colon, for all parts behind it: profit rose everywhere: in Networks by 3%, in Renewables by 5%.
    """
    tokens = before or claim.near_lead
    if before and text.endswith(":", 0, claim.clause_start) and not _moves(before):
        moved = _moves(claim.near_lead)
        return moved[-1] if moved else None
    verbs = [token for token in tokens if token.meanings.verb and not _is_degree(token, text, language)]
    if not text.endswith(", ", 0, by.start):
        return verbs[-1] if verbs else None
    change = next((token for token in reversed(verbs) if token.meanings.verb in MOVES), None)
    if change is not None and not any(token.is_term and token.start >= change.end for token in before):
        claim.unread = outside(claim.unread, change.end, by.start)
    elif change is not None:
        _leave_compared(claim, change.end, by.start, text, language)
    return change or (verbs[-1] if verbs else None)


def _moves(tokens: list[Token]) -> list[Token]:
    return [token for token in tokens if token.meanings.verb in MOVES and not token.is_term]


def _leave_compared(claim: Claim, start: int, end: int, text: str, language: Language) -> None:
    """Leave out what a change is only compared with, or came of, before a comma: grew more slowly than loans, by 3%."""
    openers = (*language.than, *language.extra["causes"], *language.subordinators)
    opener = next((word for word in _WORD.finditer(text, start, end) if word.group() in openers), None)
    if opener is not None:
        claim.left = [t for t in claim.left if not (t.is_term and opener.start() <= t.start < end)]
        claim.unread = outside(claim.unread, start, end)


def _leave_out_mover(claim: Claim, text: str, language: Language) -> None:
    """Leave out what only says how a thing came to what it reached, right before it: raise the balance to $5bn."""
    for start, end in claim.unread:
        thing = next((token for token in claim.left if token.start == end + 1), None)
        if thing is not None and text[start:end] in language.moved_by and not thing.is_term:
            claim.unread = outside(claim.unread, start, end)


def _read_at_pace(claim: Claim, before: list[Token], ends: int, text: str, language: Language) -> bool:
    """Read a verb that is one of change only with "by", which a pace parts from it: fees recovered strongly, by 5%."""
    by = next(iter(language.by), "")
    for token in reversed(before):
        target = language.verbs.get(f"{text[token.start : token.end]} {by}", "")
        paced = text[token.end : ends].strip(" ,")
        if target in UP_OR_DOWN and moves_so(paced, language):
            claim.change_by(unnamed(token.start, token.end), target)
            claim.unread = outside(claim.unread, token.end, ends)
            return True
    return False


def _read_done_to(claim: Claim, last: Token | None, text: str, language: Language) -> None:
    """Read how far something was moved up to what it came to, without "by": raised its dividend 10% to 44 cents."""
    if claim.figure.kind not in IN_PER_CENT:
        return
    word = _LAST_WORD.search(text, claim.clause_start, claim.figure.start)
    target = language.moved_by.get(word[1]) if word is not None else None
    if word is not None and target and any(token.is_term for token in (*claim.left, *claim.near_lead)):
        claim.change_by(unnamed(*word.span(1)), target)
        claim.unread = outside(claim.unread, *word.span(1))
    elif last is not None and last.is_term:
        _read_deed(claim, claim.clause_start, last.end, text, language)


def _is_measure_alone(claim: Claim, last: Token | None, text: str, language: Language) -> bool:
    """Return whether a per cent right behind a name ends what is said of it: cut operating costs 2.1% and lifted revenue 4%."""
    if claim.figure.kind != "percent" or claim.figure.bracketed or last is None or not last.is_term:
        return False
    if text[last.end : claim.figure.start].strip():
        return False
    behind = NEXT_WORD.match(text, claim.figure.end)
    if behind is None:
        return text[claim.figure.end : claim.figure.end + 2].rstrip() in _ENDS
    word = behind[1]
    goes_on = word in language.links and word not in language.genitives
    return goes_on or word in language.conjunctions or word in language.extra["causes"]


_ENDS = frozenset((".", ",", ";", ""))


_LAST_WORD = re.compile(r"([a-z]+) ?\Z")


def _read_pace(claim: Claim, last: Token, before: list[Token], text: str, language: Language) -> None:
    """Read how fast something moved as its growth, where a comma parts the two: deposits grew faster, at 17.8%."""
    if claim.kind == "level":
        _read_at_rate(claim, text, language)
    verb = next((token for token in reversed(before) if token.meanings.verb in UP_OR_DOWN), None)
    if verb is None or verb.is_term or text[last.start : last.end] not in language.links_at:
        return
    said, comma, behind = text[verb.end : last.start].partition(",")
    if (
        comma
        and not behind.strip()
        and (said.strip() in language.extra["paces"] or _is_compared(said, language))
    ):
        claim.kind, claim.sign, claim.verb = "growth", -1 if verb.meanings.verb == "decrease" else 1, verb
        claim.unread = [hole for hole in claim.unread if not verb.end <= hole[0] < last.start]


def _read_at_rate(claim: Claim, text: str, language: Language) -> None:
    """Read the pace at which something moved as its growth: lending grew at a measured pace of 6.3%."""
    verb = next((token for token in reversed(claim.left) if token.meanings.verb in UP_OR_DOWN), None)
    rates = language.extra["pace_nouns"]
    if verb is None or verb.is_term or not rates:
        return
    if claim.base is not None and claim.base.base == "compound_annual":
        return  # at an annualised rate of 6%
    words = text[verb.end : claim.figure.start].split()
    while words and words[-1] in language.before:
        words.pop()  # at a pace of about 6%
    if len(words) < _AT_A_RATE_OF or words[-1] not in language.genitives or words[-2] not in rates:
        return
    links = [at for at, word in enumerate(words) if word in language.links_at]
    if (
        len(links) == 1
        and words[links[0] + 1] in language.extra["articles"]
        and len(words) - links[0] <= _DESCRIBED
    ):
        claim.kind, claim.sign, claim.verb = "growth", -1 if verb.meanings.verb == "decrease" else 1, verb
        claim.unread = outside(claim.unread, verb.end, claim.figure.start)


_AT_A_RATE_OF = 4
_DESCRIBED = 7
"""How many words say at what pace, with three that describe it."""


def _is_compared(said: str, language: Language) -> bool:
    """Return whether words behind a verb of change only say that it was faster or slower than something else."""
    paces, at = language.extra["paces"], said.strip()
    than = any(at.startswith(tuple(f"{pace} {word} " for pace in paces)) for word in language.than)
    return than or any(f" {word} " in f" {at}" for word in language.extra["as_fast"])


def _read_deed(claim: Claim, begins: int, ends: int, text: str, language: Language) -> bool:
    """Read what was done to a thing as its change; begins, ends: where the deed may, and where the thing's name does."""
    things = (
        t for t in claim.left if t.is_term and "own" not in t.meanings.kinds
    )  # the bank raised its revenue
    # our network was extended by 12 branches: what is counted names the thing
    last = max(
        (token.start for token in things if token.end <= ends), default=ends if claim.counted else begins
    )
    deeds = [f for f in _WORD.finditer(text, begins, max(last, begins)) if f.group() in language.moved_by]
    if not deeds:
        return False
    before = [t.meanings for t in claim.left if t.is_term and t.end <= deeds[-1].start()]
    whose = text[deeds[-1].end() : last].split()[:1]
    by_part = bool(before) and all(word.members and not word.concepts for word in before)
    if claim.figure.kind == "percent" and by_part and not (whose and whose[0] in language.pronouns):
        return False  # mortgages boosted total loans by 8%: which of both grew is not said
    verb = unnamed(*deeds[-1].span())  # lower charges raised profit: not lower
    said = deeds[-1].group()
    better = language.verbs.get(said, "") in ("improve", "worsen")
    claim.change_by(verb, language.verbs[said] if better else language.moved_by[said])
    claim.unsure_sign = better  # improved the cost-to-income ratio by 2 points
    claim.unread = outside(claim.unread, verb.start, verb.end)
    claim.left = sorted([*claim.left, verb], key=lambda token: token.start)
    return True


_WORD = re.compile(r"[a-z]+")


def _is_degree(token: Token, text: str, language: Language) -> bool:
    """Return whether a word of change only says how far: fell more slowly, but not rose sharply."""
    if text[token.start : token.end] not in language.verbs_behind:
        return False
    word = _NEXT_WORD.match(text, token.end)
    return word is not None and bool(language.adverb_endings) and word[1].endswith(language.adverb_endings)


_NEXT_WORD = re.compile(r" ([a-z]+)")
