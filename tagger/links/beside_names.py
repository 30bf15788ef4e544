"""Words that nothing explains beside a name, by how they stand to it: in brackets, behind a link, an abbreviation before it.

What a bracket right behind a name adds says the same once more (CRAR (Basel III)); what a link joins to it (borrowings
from local banks) is one thing unknown, however many words it has; and an abbreviation before it makes a part of it
(NRI deposits), however few letters.
"""

from __future__ import annotations

import re

from tagger.clauses.claim import Claim
from tagger.links.setting import Setting
from tagger.words.alternation import alternation
from tagger.words.word import Token

Span = tuple[int, int]

_ABBREVIATION = re.compile(r"[A-Z]{2,6}s?")


def take_beside(claim: Claim, setting: Setting) -> None:
    """Tell a claim in Latin letters its unread words that stand so beside a name that how they stand tells what they are."""
    text, printed = setting.prose.text, setting.prose.printed
    names = [token for token in claim.left if token.meanings.concepts]
    beside, once_more = [], []
    ruled = _ruled(claim, text, setting)
    for hole in claim.unread:
        if _is_rule(hole, text, setting) or any(a <= hole[0] and hole[1] <= b for a, b in ruled):
            once_more.append(hole)
            continue
        if hole in claim.telling or hole in claim.heads:
            continue
        if _ABBREVIATION.fullmatch(printed, *hole) and any(t.start == hole[1] + 1 for t in names):
            if not printed[claim.clause_start : claim.figure.start].isupper():
                claim.telling = [*claim.telling, hole]
        elif _in_bracket(hole, claim, text, setting):
            once_more.append(hole)
        elif _behind_link(hole, claim, names, setting):
            beside.append(hole)
    claim.beside = beside
    if once_more:
        claim.unread = [hole for hole in claim.unread if hole not in once_more]
        claim.telling = [hole for hole in claim.telling if hole not in once_more]


def _is_rule(hole: Span, text: str, setting: Setting) -> bool:
    """Return whether words only name the rules that a figure is made by: the capital adequacy ratio under Basel III was."""
    language = setting.language
    words = text[max(hole[0] - _RULE_REACH, 0) : hole[1]].split()
    if words and _ROMAN.fullmatch(words[-1]):
        words.pop()
    law = words.pop() if words else ""
    while words and words[-1] in language.extra["articles"]:
        words.pop()
    is_law = law in language.cues_before.get("law_name", ())
    return is_law and bool(words) and words[-1] in language.extra["rule_links"]


def _ruled(claim: Claim, text: str, setting: Setting) -> list[Span]:
    """Return where a clause says by what law a figure is made, with its short name: as defined by the Banking Act (BA)."""
    found = _RULES.get(setting.language.tags)
    if found is None:
        language = setting.language
        links = alternation([link for link in language.extra["rule_links"] if " " in link]) or "(?!)"
        articles = alternation(language.extra["articles"]) or "(?!)"
        laws = (
            alternation([law for law in language.cues_before.get("law_name", ()) if law.isalpha()]) or "(?!)"
        )
        found = _RULES[language.tags] = re.compile(
            rf"(?<![a-z])(?:{links}) (?:(?:{articles}) )?(?:[a-z&'’-]+ ){{0,6}}?(?:{laws})s?(?![a-z])"
            r"(?: [ivx]{1,4}(?![a-z]))?(?: \([a-z]{2,8}\))?"
        )
    return [match.span() for match in found.finditer(text, claim.clause_start, claim.figure.start)]


_RULES: dict[tuple[str, ...], re.Pattern[str]] = {}
_ROMAN = re.compile(r"[ivx]{1,4}")
_RULE_REACH = 30


_OTHERS = frozenset(("scope", "exclusion"))


def _in_bracket(hole: Span, claim: Claim, text: str, setting: Setting) -> bool:
    """Return whether a bracket that is closed before the figure holds the words, and says no scope but the rules it names."""
    opened = text.rfind("(", claim.clause_start, hole[0])
    closed = text.find(")", hole[1], claim.figure.start)
    if opened < 0 or closed < 0 or ")" in text[opened : hole[0]]:
        return False
    inside = [t for t in claim.left if opened < t.start < closed]
    law = _FIRST.match(text, opened + 1)
    if law is not None and law.group() in setting.language.cues_before.get("law_name", ()):
        begun = {start for start, _ in claim.unread}
        if any(t.is_term and t.end + 1 not in begun for t in inside):
            return False
        claim.left = [t for t in claim.left if t not in inside]
        return True  # (Basel III basis, domestic standard)
    return not any(t.meanings.kinds & _OTHERS for t in inside)


_FIRST = re.compile(r"[a-z]+")


def _behind_link(hole: Span, claim: Claim, names: list[Token], setting: Setting) -> bool:
    """Return whether a link joins the words to the name before them, and nothing but such words stands between."""
    text, language = setting.prose.text, setting.language
    name = next((token for token in reversed(names) if token.end <= hole[0]), None)
    if name is None or setting.prose.printed[hole[0]].isupper():
        return False
    between = text[name.end : hole[0]].split()
    if (
        not between
        or between[0] not in language.links
        or any(mark in text[name.end : hole[0]] for mark in ",;:()")
    ):
        return False
    return not any(
        token.meanings.verb and text[token.start : token.end] not in language.links
        for token in claim.left
        if name.end <= token.start and token.end <= hole[0]
    )
