"""Names between two figures that are of the second: bills amounting to $5 million with a fair value of $6 million."""

from __future__ import annotations

import re

from tagger.clauses.claim import Claim
from tagger.clauses.runs import BESIDE_AMOUNT, leads_to_amount
from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.word import Token


def leave_name_of_next(claim: Claim, following: int, text: str, language: Language) -> None:
    """Leave a claim without the names behind its figure that lead to the next with a verb of their own.

    following: where that one begins.
    """
    _leave_out_what_leads(claim, following, text, language)
    opening, _, rest = text[claim.right_from : following].lstrip(" ,").partition(" ")
    if claim.figure.kind != "money" or opening not in language.extra["accompanied"]:
        return
    name = next((token for token in reversed(claim.right) if token.is_term), None)
    if name is None or not rest:
        return
    said = text[name.end : following].strip()
    verbs = (word for word, kind in language.verbs.items() if kind in _OF_NEXT and said.startswith(word))
    verb = max(verbs, key=len, default="")
    to = next((w for w in language.extra["arrivals"] if said[len(verb) :].startswith(f" {w} ")), "")
    if verb and leads_to_amount(said[len(verb) + (len(to) + 1) * bool(to) :], language):
        claim.right, claim.right_unread, claim.part = [], [], []


_OF_NEXT = ("level", "reach", "increase", "decrease")
"""What a verb says that leads from a name to the next amount: with deposits of, with deposits down to."""


def bare_noun_end(claim: Claim, text: str, language: Language) -> int:
    """Return where a figure ends, or the noun of a bare count that nothing explains: in 17 states and employs 900 people."""
    end = claim.figure.end
    if claim.figure.kind or claim.figure.scale or not claim.right_unread:
        return end
    start, ends = claim.right_unread[0]
    behind = text[ends : ends + _JOINED].split()
    joined = start == end + 1 and bool(behind) and behind[0] in language.conjunctions
    return ends if joined else end


_JOINED = 8


def _leave_out_what_leads(claim: Claim, following: int, text: str, language: Language) -> None:
    """Leave a claim without the noun phrase behind it whose own amount follows: $260m at an average price of $104."""
    if not claim.right_unread and not any(t.is_term or t.meanings.kinds & _TELLING for t in claim.right):
        return
    found = _leading(language).search(text, claim.figure.end, following)
    if found is None or not leads_to_amount(text[found.end() : following], language):
        return
    start = found.start()
    claim.right = [token for token in claim.right if token.end <= start]
    claim.part = [token for token in claim.part if token.end <= start]
    claim.right_unread = [hole for hole in claim.right_unread if hole[1] <= start]
    claim.right_end = min(claim.right_end, start)


_TELLING = frozenset(("average", "each"))


_COMPILED: dict[tuple[str, ...], re.Pattern[str]] = {}


def _leading(language: Language) -> re.Pattern[str]:
    """Return the pattern of a phrase that leads to the next amount: with an average price of; and recovered."""
    found = _COMPILED.get(language.tags)
    if found is None:
        extra = language.extra
        at = language.links_at.difference(extra["origins"])
        openers, one = alternation({*extra["accompanied"], *at}), alternation(language.one)
        named = rf"(?:{openers}) (?:{one}) [a-z][a-z -]* (?:{alternation(language.genitives[:1])})"
        deeds = alternation({*language.deeds, *language.dealings, *extra["recovered"]})
        done = rf"(?:{alternation(language.conjunctions)}) (?:{deeds})"
        found = _COMPILED[language.tags] = re.compile(rf"(?<=[ \n])(?:{named}|{done}) ")
    return found


def leave_what_goes_with(claim: Claim, text: str, language: Language) -> None:
    """Take an amount of something that nothing explains as none of the subject: assets grew, with $1bn of goodwill."""
    if not claim.of_another or claim.figure.kind != "money":
        return
    words = [token for token in claim.left if token.meanings.kinds.isdisjoint(BESIDE_AMOUNT)]
    if len(words) < 2:  # noqa: PLR2004
        return
    last = words[-1]
    if text[last.start : last.end] in language.extra["accompanied"] and not words[-2].is_term:
        claim.leave_apart(claim.right_unread[:1])


def begins_next(token: Token, behind: list[Token], claim: Claim, text: str, language: Language) -> bool:
    """Return whether a bound says of the name behind it how it moved: by 4% and higher income from fees."""
    if "after" not in token.meanings.kinds or claim.figure.kind in ("", "count"):
        return False
    joint = text[token.start : token.end].partition(" ")[0]
    joined = joint in language.conjunctions and joint not in language.restatements
    return joined and any(t.is_term and t.start == token.end + 1 for t in behind)
