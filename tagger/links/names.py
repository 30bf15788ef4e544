"""Numbers without a unit that are part of a name, told by what stands around them."""

from __future__ import annotations

import re

from tagger.clauses.claim import Claim
from tagger.links.candidate import Candidate
from tagger.links.setting import Setting
from tagger.words.language import Language

_HAN_FIRST = "\u2e80"


def name_of(claim: Claim, candidates: list[Candidate], setting: Setting) -> str:
    """Return the code of what a number is that is no quantity after all, "" for a quantity.

    "word" is a number word that counts nothing the taxonomy knows: prose, and no figure.
    """
    prose = setting.prose
    if claim.figure.words and not claim.figure.kind and (not candidates or candidates[0].inherited):
        goes_on = candidates and _goes_on_list(claim, candidates[0], prose.text, setting.language)
        return "" if goes_on else "word"
    if _is_bare(claim) and _in_han(claim, prose.text) and _from_afar(candidates):
        return "name"  # Han prose counts with counters: a bare number is part of a name
    if _is_named(claim, prose.text, prose.printed) and (claim.counted or _from_afar(candidates)):
        return "product_name"  # Loyalty Saver 2
    return ""


def _goes_on_list(claim: Claim, best: Candidate, text: str, language: Language) -> bool:
    """Return whether a number word with a part right behind it goes on a list of counts: 14 in Kowloon, five in Macau.

    Or one that is dealt out like those before: 96 branches, of which three are in Macau; the year before it was 90 and two.
    """
    if claim.kind == "change" and best.inherited == "sentence" and claim.verb is not None:
        # 54 branches, four fewer than a year ago
        return claim.verb.start == claim.figure.end + 1 and not (claim.unread or claim.left_terms)
    if claim.follows is not None and best.inherited == "sentence":
        return not claim.unread
    named = {pair for token in claim.part for pair in token.meanings.members}
    goes_on = best.inherited == "sentence" and not claim.left_terms and not named.isdisjoint(best.dimensions)
    return (
        goes_on
        and all(
            text[t.start : t.end] in language.conjunctions or "of_which" in t.meanings.kinds
            for t in claim.left
        )
        and not claim.unread
    )


def _is_bare(claim: Claim) -> bool:
    return not (claim.figure.kind or claim.figure.scale or claim.figure.places or claim.counted)


def _from_afar(candidates: list[Candidate]) -> bool:
    """Return whether nothing in the sentence says what a figure is of."""
    return not candidates or candidates[0].inherited in ("paragraph", "heading")


_CAPITALISED = re.compile(r"(?:^|[^.!?:\s])\s+(?:the |our |a )?\(?[A-Z][A-Za-z'’&-]*(?<!['’]s)[ -]\Z")

_TWO_CAPITALS = re.compile(r"(?:\bthe |\bour |\ba |\b[A-Z][A-Za-z'’&-]* )[A-Z][A-Za-z'’&-]*(?<!['’]s)[ -]\Z")

_NAME_REACH, _NAME_DIGITS = 32, 4


def _is_named(claim: Claim, text: str, printed: str) -> bool:
    """Return whether a bare number follows a word in capitals inside a sentence: the Multiplier 8 account."""
    figure = claim.figure
    if figure.kind or figure.scale or figure.places:
        return False
    last = claim.last_word
    part = last is not None and last.meanings.members and last.end == figure.start - 1
    if part and last is not None and not any(map(str.isalpha, text[claim.clause_start : last.start])):
        return False  # a clause that is nothing but the name of a part, and how many: • United States 610
    if figure.digits_end - figure.start > _NAME_DIGITS or "," in text[figure.start : figure.digits_end]:
        return False
    pattern = _TWO_CAPITALS if claim.counted else _CAPITALISED
    return bool(pattern.search(printed, max(0, figure.start - _NAME_REACH), figure.start))


def _in_han(claim: Claim, text: str) -> bool:
    around = text[max(0, claim.figure.start - 12) : claim.figure.end + 4]
    return any(character >= _HAN_FIRST for character in around)
