"""What a clause says of a cause alone: 因利率回落而減少, 受客戶流失影響減少, 因產品組合改變較上年下降."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.stretches import outside
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


def _is_of_subject(begin: int, stop: int, claim: Claim, text: str, language: Language) -> bool:
    """Return whether what a cause seems to hold is what a Han figure is of: 因存款(較上年)增加5億元, 因應市況，存款(較)."""
    if claim.is_latin or text[stop] in language.clause_ends:
        return False
    said = [word for word, meaning in language.bases if meaning == "previous_year"]
    compared = text.startswith((*language.base_prefixes, *language.verb_bases, *said), stop)
    ends = compared and any(token.is_term and token.end == stop for token in (*claim.left, *claim.lead))
    return ends or any(mark in text[begin:stop] for mark in language.clause_ends)
