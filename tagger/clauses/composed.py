"""What most of a thing is of, with an amount right behind it: fees were led by custody at $5m; came mainly from cards, with $2m.

The amount is of what stands there, and not of all that the thing comes to.
"""

from __future__ import annotations

import re

from tagger.clauses.claim import Claim
from tagger.clauses.left_over import holes_of
from tagger.clauses.runs import SYMBOLS, UP_OR_DOWN
from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.word import Token

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


def led_to(claim: Claim, text: str, language: Language) -> int:
    """Return where it begins to say what most of a thing is of, of which the amount is: mainly in cards ($2bn); -1 without."""
    start = claim.figure.start
    if not language.extra["composed_by"] or not _is_led_to(claim, text, language):
        return -1
    found = _composed(language).search(text, max(start - _REACH, 0), start)
    return found.start("led") if found is not None else -1


def take_part_before_bracket(claim: Claim, text: str, language: Language) -> None:
    """Give an amount alone in brackets the part that a link joins to the name right before them: loans to SMEs ($2bn)."""
    if claim.part or len(claim.near_lead) < len(_LINKED) or not claim.is_alone_in_bracket(text):
        return
    whole, link, part = claim.near_lead[-len(_LINKED) :]
    named = whole.is_term and whole.meanings.concepts and part.meanings.members and not part.meanings.concepts
    linked = text[link.start : link.end] in language.links and whole.end + 1 == link.start
    if named and linked and text[link.end : part.start] == " " and text[part.end : part.end + 2] == " (":
        claim.part = [part]


_LINKED = ("loans", "to", "companies")


def read_most_of_change(claim: Claim, text: str, language: Language) -> None:
    """Read what most of a change came from as a change too: the rise in deposits came mainly from companies ($4bn)."""
    if claim.figure.kind != "money" or claim.kind != "level":
        return
    words = [*claim.lead, *claim.left]
    nouns = language.extra["nouns_of_change"]
    changes = [
        token
        for token in words
        if token.meanings.verb in UP_OR_DOWN and text[token.start : token.end].partition(" ")[0] in nouns
    ]
    if not changes:
        return
    led = led_to(claim, text, language)
    if 0 <= led <= changes[-1].start and text[changes[-1].end : claim.amount_start].rstrip(SYMBOLS) == " (":
        claim.kind = "apart"  # the rise in provisions came mainly from loan growth ($3m): of which of the two
        return
    noun = next((token for token in reversed(changes) if token.end <= led), None)
    between = [t for t in words if noun is not None and noun.end <= t.start and t.end + 1 < led]
    if noun is None or any(t.meanings.verb == "reach" for t in between):
        noun = _noun_of_bracket(changes[-1], claim, text, language)
    if noun is not None:
        claim.change_by(noun, noun.meanings.verb)
        claim.part_of_change = True


def _noun_of_bracket(noun: Token, claim: Claim, text: str, language: Language) -> Token | None:
    """Return a noun of change that is of the name right before a bracket with an amount alone: growth in loans ($5bn)."""
    if not claim.is_alone_in_bracket(text):
        return None
    link = text[noun.start : noun.end].partition(" ")[2]
    behind = [token for token in claim.lead if token.start >= noun.end]
    while behind:
        said = text[behind[0].start : behind[0].end]
        if said not in language.links and said not in language.linked_articles:
            break
        link = link or said
        behind.pop(0)
    named = bool(behind) and all(token.is_term for token in behind) and link in language.links
    bracket = text[behind[-1].end : claim.amount_start].rstrip(SYMBOLS) if named else ""
    return noun if bracket == " (" else None


def is_most_of_it(claim: Claim, text: str, language: Language) -> bool:
    """Return whether an amount in brackets only says how much most of the one before is: most of it ($4bn) from companies."""
    if not claim.is_alone_in_bracket(text):
        return False
    before = text[: claim.amount_start].rstrip(SYMBOLS)
    of, _, pronoun = before[-_MOST:].rstrip(" (").rpartition(" ")
    most = tuple(f"{word} {link}" for word in language.extra["most_of"] for link in language.genitives[:1])
    return pronoun in language.subject_pronouns | language.relatives and of.endswith(most)


_MOST = 40


def _is_led_to(claim: Claim, text: str, language: Language) -> bool:
    """Return whether the word right before an amount may lead to it from what it is of: with $5m, at $5m; or a mark does."""
    last = claim.last_word
    said = text[last.start : last.end] if last is not None else ""
    if said in language.links_at or said in language.extra["accompanied"]:
        return True
    at = claim.amount_start
    while at > claim.clause_start and text[at - 1] in SYMBOLS:
        at -= 1
    return text[at - 1 : at] == "(" or text[at - 2 : at] == ": "


def _composed(language: Language) -> re.Pattern[str]:
    """Return the pattern of what most of a thing is of, up to its amount."""
    found = _COMPILED.get(language.tags)
    if found is None:
        extra = language.extra
        links = alternation((*language.links, *extra["arrivals"]))
        mainly = alternation(word for word in extra["told_mainly"] if word.isalpha())
        opened = (opening for opening, _ in language.asides if opening not in extra["contrary"])
        causes = alternation((*language.links, *extra["arrivals"], *opened))
        most = rf"(?:{alternation(extra['most_of'])}) of [a-z][a-z &'’-]{{2,60}}? (?:{links})"
        opening = rf"(?:{alternation(extra['composed_by'])}|(?:{mainly}) (?:{causes})|{most})"
        at = alternation((*language.links_at, *extra["accompanied"]))
        beside = alternation(extra["accompanied"]) or "(?!)"
        name, money = r"[a-z][a-z &'’-]{2,50}?", r"(?:[^\d\s]{1,4} ?)?"
        led = rf"{opening} (?P<led>{name})(?:,? (?:{at}) |: | \(){money}"
        after = rf"(?:{alternation(extra['followed_by']) or '(?!)'}) (?P<after>{name}) (?:{beside}) {money}"
        found = _COMPILED[language.tags] = re.compile(rf"(?<![\w-])(?:{led}|{after})\Z")
    return found
