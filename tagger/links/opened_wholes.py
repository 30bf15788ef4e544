"""Sentences that open with what their amounts are parts of: of these losses, $6 million arose in mortgages."""

from __future__ import annotations

from functools import cache

from tagger.clauses.claim import Claim
from tagger.links.setting import Setting
from tagger.words.language import load_language

_REACH = 120
"""How far behind its beginning a sentence may name the whole."""


def read_opened_whole(claim: Claim, begins: int, setting: Setting) -> None:
    """Read an amount as a part of the whole that its sentence opens with, right before the amount; begins: where that does.

    What the amount is in stands behind it. Of net charge-offs of $10 million, $6 million were in commercial loans.
    """
    text, at = setting.prose.text, claim.clause_start
    if claim.figure.kind != "money" or claim.left_terms or not begins < at < begins + _REACH:
        return
    opening = text[begins : at - 1].lstrip()
    if not text.startswith(",", at - 1) or ", " in opening:
        return
    claim.of_which |= opening.startswith(_of_words(setting.language.tags))


@cache
def _of_words(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words, each with a blank behind it, that phrases like "of this" begin with."""
    words = load_language(*tags).words.items()
    return tuple(sorted({f"{word.partition(' ')[0]} " for word, kind in words if kind == "of_before"}))
