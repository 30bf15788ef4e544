"""Names of Han prose that a word narrows: 月活客戶, whose head is no name of its own, and 公司貸款逾期餘額."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.setting import Setting
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.word import Token, Word


def leave_out_narrowed(tokens: list[Token], claim: Claim, index: TaxonomyIndex, kind: str) -> None:
    """Leave out the head that a term narrows which is the name of what is meant: 客戶, of 月活客戶."""
    if len(tokens) < _PAIR or "narrowing" not in claim.marks or claim.is_latin:
        return
    token, head = tokens[-_PAIR:]
    if token.end == head.start and "narrowing" in token.meanings.kinds:
        prices = (index.unit_price(c, claim.figure, kind, claim.counted) for c in token.meanings.concepts)
        if any(price is not None for price in prices):
            tokens.pop()


_PAIR = 2


def take_narrowed_behind(claim: Claim, setting: Setting) -> None:
    """Read a name with the word behind it that narrows it: 公司貸款逾期金額 are 逾期貸款, and 貸款重組金額 no 貸款.

    Where no term is made of both, the word is one that nothing explains.
    """
    if "narrowing" not in claim.marks:
        return
    text, joining = setting.prose.text, setting.language.extra["between_narrowed"]
    ends = {token.end: token for token in claim.left if token.is_term}
    begins = {token.start for token in claim.left if token.is_term}
    apart: list[tuple[int, int]] = []
    for token in claim.left:
        if "narrowing" not in token.meanings.kinds or token.is_term or token.end in begins:
            continue
        at = next((len(word) for word in joining if text.endswith(word, 0, token.start)), 0)
        name = ends.get(token.start) or ends.get(token.start - at)
        if name is None:
            continue
        word = _narrowed_name(name, token, claim, setting)
        if word is None:
            apart.append((token.start, token.end))
            continue
        kept = [
            other
            for other in claim.left
            if other is not token and (other is not name or name.meanings.members)
        ]
        claim.left = sorted([*kept, Token(token.start, token.end, word, is_term=True)], key=lambda t: t.start)
        return
    if apart:
        claim.leave_apart(apart)


def _narrowed_name(name: Token, narrowing: Token, claim: Claim, setting: Setting) -> Word | None:
    """Return the term that a word and a name before it make together, where the figure is of its kind."""
    text, index = setting.prose.text, setting.index
    said = text[narrowing.start : narrowing.end]
    for token in (name, *name.nested):
        if not token.meanings.concepts or token.end != name.end:
            continue
        word = setting.vocabulary.terms.get(said + text[token.start : token.end])
        if word is not None and any(
            index.unit_price(concept, claim.figure, claim.kind, claim.counted) is not None
            for concept in word.concepts
        ):
            return word
    return None
