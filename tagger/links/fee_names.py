"""Fees that Han prose calls after what they are for: 信用卡手續費, 證券經紀佣金收入, of a concept 手續費及佣金淨收入."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.of_members import carrying, may_be
from tagger.links.setting import Setting
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.word import Meaning, Token, Word

_SHORTEST = 2
"""How short a fee's own name is: 服務費; 費 alone is one behind what it is for."""


def take_fee(claim: Claim, setting: Setting) -> None:
    """Give a claim of Han prose whose words nothing explains end in a word for fees the one concept of such income."""
    text, fees = setting.prose.text, setting.language.extra["fees"]
    ends = tuple(fees)
    for start, end in claim.unread:
        if not text.endswith(ends, claim.clause_start, end):
            continue
        word = max((w for w in fees if text.endswith(w, claim.clause_start, end)), key=len)
        begin = end - len(word)
        part = next((t for t in claim.left if t.meanings.members and begin <= t.end <= start), None)
        concept = _concept_of(word, part, claim, setting.index, ends)
        if begin > start or not concept:
            continue
        at = max(begin, part.end) if part is not None else begin
        named = Token(at, end, Word((Meaning("concept", concept),)), is_term=True)
        kept = [token for token in claim.left if token.is_term or token.end <= at or token.start >= end]
        claim.left = sorted([*kept, named], key=lambda token: token.start)
        claim.unread = [hole for hole in claim.unread if hole != (start, end)]
        return


def _concept_of(
    word: str, part: Token | None, claim: Claim, index: TaxonomyIndex, fees: tuple[str, ...]
) -> str:
    """Return the one income that is called so, or may carry what the fees are for and is called fees; "" without one."""
    if part is None and len(word) < _SHORTEST:
        return ""
    axes = {axis for axis, one in part.meanings.members if not index.is_default(axis, one)} if part else set()
    said = [fee for fee in fees if len(fee) >= _SHORTEST] if part else [word]
    named = index.named_parts.names
    found = [
        concept
        for concept in (carrying(axes, index) if part else named)
        if any(fee in name for name in named.get(concept, ()) for fee in said)
        and index.is_flow(concept)
        and index.taxonomy.concept_by_qname[concept].balance != "debit"
        and may_be(concept, claim, index)
    ]
    return found[0] if len(found) == 1 else ""
