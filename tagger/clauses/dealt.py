"""Whether a word deals a run of figures out over a list: 分別增長3.5%及8.3%, 各達X及Y; 151% and 111% respectively."""

from __future__ import annotations

import re

from tagger.clauses.claim import Claim


def is_dealt(first: Claim, text: str, respectively: tuple[str, ...]) -> bool:
    """Return whether the word that deals out stands before a run of figures: 分別增長3.5%及8.3%."""
    start = max(first.clause_start, first.figure.start - _OPENING)
    opening = text[start : first.figure.start]
    if any(map(opening.__contains__, respectively)):
        found = [word for word in respectively if word in opening]
        return any(
            len(word) > 1 or _opens_what_is_dealt(first, start + opening.rindex(word) + 1) for word in found
        )
    said = "" if first.is_latin else text[first.near_from : first.figure.start].lstrip(" ,，、\n")
    return said.startswith(
        tuple(word for word in respectively if len(word) > 1)
    )  # 分別較2024年全年、2025年第一季下降


def is_dealt_behind(last: Claim, text: str, respectively: tuple[str, ...]) -> bool:
    """Return whether the word that deals out stands behind the last figure: 151%, 111% and 85% respectively."""
    if not last.is_latin:
        return False
    behind = _UP_TO_FIGURE.match(text, last.figure.end, last.figure.end + _BEHIND)
    return behind is not None and any(word in behind.group().partition(". ")[0] for word in respectively)


def _opens_what_is_dealt(first: Claim, at: int) -> bool:
    """Return whether a word of one character that deals out ends at a place, and begins no other: 各達X及Y, but 各項存款X."""
    if at == first.figure.start or any(phrase.start == at for phrase in first.phrases):
        return True
    behind = next((token for token in first.left if token.start == at), None)
    return behind is not None and not behind.is_term


_OPENING = 24
"""How far before a run its 分別 may stand."""
_UP_TO_FIGURE = re.compile(r"\D*")
_BEHIND = 64
"""How far behind the last figure of a run the word that deals it out may stand: 210 and 655 shares of its stock, respectively."""
