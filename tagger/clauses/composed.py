"""What most of a thing is of, with an amount right behind it: fees were led by custody at $5m; came mainly from cards, with $2m.

The amount is of what stands there, and not of all that the thing comes to.
"""

from __future__ import annotations

import re

from tagger.clauses.claim import Claim
from tagger.clauses.left_over import holes_of
from tagger.words.alternation import alternation
from tagger.words.language import Language

_REACH = 120
"""How far before a figure what its thing is made up of may be said."""
_COMPILED: dict[tuple[str, ...], re.Pattern[str]] = {}


def leave_most_of_it(claim: Claim, text: str, language: Language) -> None:
    """Take what a thing is most made up of as what a claim is of, where no word names it: led by aviation at $5m."""
    start = claim.figure.start
    if claim.figure.kind not in ("money", "") or claim.kind != "level" or not language.extra["composed_by"]:
        return
    if not _is_led_to(claim, text, language):
        return
    found = _composed(language).search(text, max(start - _REACH, 0), start)
    if found is None or found.end() > start:
        return
    first, last = found.span("led") if found["led"] else found.span("after")
    tokens = [token for token in (*claim.lead, *claim.left) if first <= token.start < last]
    if any(token.is_term or token.meanings.verb == "reach" for token in tokens):
        return
    holes = holes_of(text, first, last, [(token.start, token.end) for token in tokens])
    if holes:
        claim.leave_apart([hole for hole in holes if hole not in claim.unread])
        claim.apart, claim.composed = [*claim.apart, *holes], (first, last)


def _is_led_to(claim: Claim, text: str, language: Language) -> bool:
    """Return whether the word right before an amount may lead to it from what it is of: with $5m, at $5m; or a mark does."""
    last = claim.last_word
    said = text[last.start : last.end] if last is not None else ""
    if said in language.links_at or said in language.extra["accompanied"]:
        return True
    at = claim.amount_start
    return text[at - 1 : at] == "(" or text[at - 2 : at] == ": "


def _composed(language: Language) -> re.Pattern[str]:
    """Return the pattern of what most of a thing is of, up to its amount."""
    found = _COMPILED.get(language.tags)
    if found is None:
        extra = language.extra
        links = alternation((*language.links, *extra["arrivals"]))
        mainly = alternation(word for word in extra["told_mainly"] if word.isalpha())
        opening = rf"(?:{alternation(extra['composed_by'])}|(?:{mainly}) (?:{links}))"
        at = alternation((*language.links_at, *extra["accompanied"]))
        beside = alternation(extra["accompanied"]) or "(?!)"
        name, money = r"[a-z][a-z &'’-]{2,50}?", r"(?:[^\d\s]{1,4} ?)?"
        led = rf"{opening} (?P<led>{name})(?:,? (?:{at}) |: | \(){money}"
        after = rf"(?:{alternation(extra['followed_by']) or '(?!)'}) (?P<after>{name}) (?:{beside}) {money}"
        found = _COMPILED[language.tags] = re.compile(rf"(?<![\w-])(?:{led}|{after})\Z")
    return found
