"""What a clause says of a cause alone: 因利率回落而減少, 受客戶流失影響減少, 因產品組合改變較上年下降."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.runs import UP_OR_DOWN
from tagger.clauses.stretches import outside
from tagger.words.alternation import alternation
from tagger.words.language import Language

_ASIDE = 40
"""How long a cause may be that stands between a subject and its figure."""


@cache
def _asides(pairs: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """Return the pattern of what opens a cause."""
    return re.compile("|".join(re.escape(opening) for opening, _ in pairs) or r"(?!)")


def leave_out_asides(claim: Claim, text: str, start: int, language: Language) -> None:
    """Take out of a claim what only gives a cause: 因利率回落而減少, 因壓降結構性存款，較年初減少."""
    end = claim.figure.start
    if not _asides(language.asides).search(text, start, end):
        return
    for opening, closing in language.asides:
        begin = text.rfind(opening, start, end)
        stop = text.find(closing, begin + len(opening), min(end, begin + _ASIDE)) if begin >= 0 else -1
        if stop >= 0 and not _is_of_subject(begin, stop, claim, text, language):
            claim.unread = outside(claim.unread, begin, stop)
            claim.lead = [token for token in claim.lead if token.end <= begin or token.start >= stop]
            if not claim.is_latin:  # 因代理業務收縮同比減少3億元
                claim.left = [t for t in claim.left if not t.is_term or t.end <= begin or t.start >= stop]


def leave_out_reason(claim: Claim, text: str, start: int, language: Language) -> None:
    """Take out of a claim why a thing moved, before what it came to: rose on higher card spending to $518 million.

    So also behind how far it moved: rose 4% as term deposits grew, to $7bn. start: where the figure before ends.
    """
    to = claim.last_word if claim.is_latin else None
    if to is None or to.meanings.verb != "reach" or not (claim.lead or len(claim.left_terms) > 1):
        return
    if claim.lead and not claim.left_terms:
        if text[start - 1 : start].isspace() or not _reasons(language)[0].match(text, start):
            return
        claim.lead, claim.unread = [], outside(claim.unread, start, to.start)
        return
    moved = next((n for n, token in enumerate(claim.left) if token.meanings.verb in UP_OR_DOWN), 0)
    found = _reasons(language)[1].search(text, claim.left[moved].end, to.start) if moved else None
    if found is not None and any(token.is_term for token in claim.left[:moved]):
        claim.left = [t for t in claim.left if not t.is_term or t.end <= found.start()]
        claim.unread = outside(claim.unread, found.start(), to.start)


def _is_of_subject(begin: int, stop: int, claim: Claim, text: str, language: Language) -> bool:
    """Return whether what a cause seems to hold is what a Han figure is of: 因存款(較上年)增加5億元, 因應市況，存款(較)."""
    if claim.is_latin or text[stop] in language.clause_ends:
        return False
    said = [word for word, meaning in language.bases if meaning == "previous_year"]
    compared = text.startswith((*language.base_prefixes, *language.verb_bases, *said), stop)
    ends = compared and any(token.is_term and token.end == stop for token in (*claim.left, *claim.lead))
    return ends or any(mark in text[begin:stop] for mark in language.clause_ends)


_DESCRIBED: dict[tuple[str, ...], re.Pattern[str]] = {}


def described_causes(language: Language) -> re.Pattern[str]:
    """Return the pattern of a cause that is described, behind a change: up 2% sequentially on higher loan balances."""
    found = _DESCRIBED.get(language.tags)
    if found is None:
        moved = (word for word, kind in language.verbs.items() if kind in UP_OR_DOWN and word.isalpha())
        described = alternation((*language.extra["cause_words"], *language.verbs_behind, *moved)) or "(?!)"
        openings = alternation((*language.extra["causes"], *language.extra["from_causes"])) or "(?!)"
        found = re.compile(rf"(?<![a-z])(?:{openings}) (?:{described})(?![a-z])")
        _DESCRIBED[language.tags] = found
    return found


_REASONS: dict[tuple[str, ...], tuple[re.Pattern[str], re.Pattern[str]]] = {}


def _reasons(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what opens a reason: right behind a figure, and behind a verb of change."""
    found = _REASONS.get(language.tags)
    if found is None:
        asides = [opening for opening, _ in language.asides]
        opened = alternation((*language.extra["causes"], *language.extra["from_causes"], *asides)) or "(?!)"
        told = rf"{described_causes(language).pattern}|(?<![a-z])(?:{alternation(asides) or '(?!)'})(?![a-z])"
        found = _REASONS[language.tags] = re.compile(rf",? ?(?:{opened}) "), re.compile(told)
    return found
