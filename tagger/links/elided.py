"""Names that are said without a part: ratios without their head (不良貸款降至1.71%), and heads alone (房貸餘額, 規模)."""

from __future__ import annotations

import re

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context, Frame
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.forms import singulars
from tagger.words.language import Language
from tagger.words.vocabulary import Vocabulary
from tagger.words.word import ONLY_FUNCTION, Meaning, Token, Word


def take_elided_head(
    claim: Claim,
    last: Frame | None,
    text: str,
    vocabulary: Vocabulary,
    index: TaxonomyIndex,
    language: Language,
) -> None:
    """Give a level in per cent the ratio that its words name with one of the language's heads behind them.

    Only where nothing that the clause names is measured in per cent. last: the figure before.
    """
    if claim.figure.kind != "percent" or claim.kind != "level":
        return
    if not claim.is_latin and _is_of_rate_before(claim, last, text, vocabulary, index):
        return
    named = [token for token in claim.left if token.meanings.concepts]
    concepts = [concept for token in named for concept in token.meanings.concepts]
    if not named and claim.is_latin and claim.unread:
        _take_unread_before_head(claim, text, vocabulary, index, language)
        return
    again = not claim.is_latin and claim.of_which and last is not None and last.candidate.concept in concepts
    if not named or again or any(_fits(concept, claim, index) for concept in concepts):
        return  # 貸款餘額X，其中公司貸款3%
    token = named[-1]
    if not claim.is_latin and any(start == token.end for start, _ in claim.unread):
        return  # 貸款存款比率, which is no 存款利率
    if not claim.is_latin and text.startswith(_heads_of(language), token.end):
        return  # 活期性存款比率
    if text[token.end : claim.figure.start].strip() in language.attributive:
        return  # 新增貸款的62%
    word = _with_head(text[token.start : token.end], claim, vocabulary, index, language)
    if word is not None:
        whole = Token(token.start, token.end, word, is_term=True)
        claim.left = [whole if other is token else other for other in claim.left]
    elif claim.is_latin and claim.unread:
        _take_unread_before_head(claim, text, vocabulary, index, language)  # a cost to income of 30%


def _heads_of(language: Language) -> tuple[str, ...]:
    """Return the endings of rates that mean the same."""
    return tuple(head for group in language.heads for head in group)


def _take_unread_before_head(
    claim: Claim, text: str, vocabulary: Vocabulary, index: TaxonomyIndex, language: Language
) -> None:
    """Give a rate the term that words which nothing explains name but for its head: a payout of 61%, of payout ratio."""
    spans = sorted([*claim.unread, *((t.start, t.end) for t in claim.left)])
    begins, ends = claim.unread[0][0], claim.unread[-1][1]
    for first in (start for start, _ in spans if start <= begins):
        for last in (end for _, end in reversed(spans) if end >= ends):
            number = _NUMBER.match(text, last)
            last = number.end() if number is not None else last  # noqa: PLW2901  # common equity tier 1 was 12%
            word = _with_head(text[first:last], claim, vocabulary, index, language)
            if word is not None:
                kept = [t for t in claim.left if t.end <= first or t.start >= last]
                claim.left = sorted([*kept, Token(first, last, word, is_term=True)], key=lambda t: t.start)
                claim.unread = []
                return


_NUMBER = re.compile(r" [0-9](?= )")


def _with_head(
    said: str, claim: Claim, vocabulary: Vocabulary, index: TaxonomyIndex, language: Language
) -> Word | None:
    between = " " if said.isascii() else ""
    singular = next(singulars(said, language), said)
    for head in _heads_of(language):
        for start in (said, singular):
            word = vocabulary.terms.get(f"{start}{between}{head}")
            if word is not None and any(_fits(concept, claim, index) for concept in word.concepts):
                return word
    return None


def _fits(concept: str, claim: Claim, index: TaxonomyIndex) -> bool:
    kind = _OF_RATES.get(claim.figure.kind, "level")
    return index.unit_price(concept, claim.figure, kind, claim.counted) is not None


def take_head_alone(
    claim: Claim, last: Frame | None, text: str, index: TaxonomyIndex, language: Language
) -> None:
    """Give an amount of Han prose the concept whose head alone stands before it, if only one can be meant.

    Behind a member's word, the balance that may carry it: 房貸餘額. Behind a count, the amount of what was counted:
    承銷債券28隻，規模46億元.
    """
    if claim.is_latin or claim.figure.kind != "money" or claim.kind != "level" or not claim.left:
        return
    head = next((t for t in reversed(claim.left) if t.meanings.kinds == ONLY_FUNCTION), None)
    if head is None:
        return
    said = text[head.start : head.end]
    claim.balance = (said,) if said in language.balances else ()
    if any(t.meanings.concepts for t in claim.left) or claim.unread:
        return
    part = next((t for t in claim.left if t.end == head.start and t.meanings.members), None)
    found: list[str] = []
    if part is not None and claim.balance:
        axes = [axis for axis, _ in part.meanings.members]
        found = [
            concept
            for concept in index.named_parts.ending_in(language.balances)
            if _fits(concept, claim, index)
            and any(index.permits(concept, frozenset((axis,))) for axis in axes)
        ]
        if len(found) > 1:
            found = _called_as_part(found, part, said, index) or _plainest(found, index)
    elif claim.balance and last is not None and index.is_flow(last.candidate.concept):
        found = [] if claim.left_terms else _balance_of_flow(last, claim, index)
    elif last is not None and said in language.light_tails and not claim.left_terms:
        found = [
            concept
            for concept in index.named_parts.alike(last.candidate.concept, language.light_tails)
            if _fits(concept, claim, index)
        ]
        found = [] if _fits(last.candidate.concept, claim, index) else found
        claim.of_which |= bool(found) and last.within_part  # 其中綠色債券23隻，金額148億元
    if len(found) == 1:
        word = Word((Meaning("concept", found[0]),))
        claim.left = [Token(t.start, t.end, word, is_term=True) if t is head else t for t in claim.left]


def _called_as_part(found: list[str], part: Token, balance: str, index: TaxonomyIndex) -> list[str]:
    """Return the balances that are called as the end of a part's name: 贷款余额, of 房贷, which are 个人住房贷款."""
    names = index.named_parts
    called = [name for _, member in part.meanings.members for name in names.members.get(member, ())]
    ends = {name[cut:] + balance for name in called for cut in range(1, len(name) - 1)}
    return [concept for concept in found if not ends.isdisjoint(names.names.get(concept, ()))]


def _plainest(found: list[str], index: TaxonomyIndex) -> list[str]:
    """Return the balances that are not called as another with more before: 贷款余额, of it and 不良贷款余额."""
    return [one for one in found if not any(index.labels.qualifies(one, other) for other in found)]


def _balance_of_flow(last: Frame, claim: Claim, index: TaxonomyIndex) -> list[str]:
    """Return what is there at a day of what was done with it before, as its words name it: 投放贷款X，余额Y."""
    for token in reversed(last.claim.left):
        for inner in (token, *token.nested):
            found = [c for c in inner.meanings.concepts if _fits(c, claim, index) and not index.is_flow(c)]
            if found:
                return found
    names = index.named_parts.names
    called = names.get(last.candidate.concept, ())  # 发放贷款, with 贷款
    ends = tuple(name[cut:] for name in called for cut in range(1, len(name) - 1) if not name.isascii())
    return [
        concept
        for concept, own in names.items()
        if not index.is_flow(concept) and _fits(concept, claim, index) and any(name in ends for name in own)
    ]


def take_balance_beside(
    claim: Claim,
    context: Context,
    text: str,
    vocabulary: Vocabulary,
    index: TaxonomyIndex,
    language: Language,
) -> None:
    """Read a bare name of Han prose beside a balance as the balance that is called so: 公司贷款X，票据贴现Y, of 票据贴现余额."""
    last = context.before_claim(claim)
    if last is None or claim.times or claim.unread:
        return
    if (
        last.candidate.kind != "level"
        or last.claim.figure.kind != "money"
        or index.is_flow(last.candidate.concept)
    ):
        return
    named = [token for token in claim.left if token.is_term]
    if len(named) != 1 or any(t.meanings.verb not in ("", "level") for t in claim.left):
        return
    token = named[0]
    fitting = [concept for concept in token.meanings.concepts if _fits(concept, claim, index)]
    if not fitting or not all(map(index.is_flow, fitting)):
        return
    said = text[token.start : token.end]
    for word in filter(None, (vocabulary.terms.get(said + tail) for tail in language.balances)):
        if any(_fits(concept, claim, index) and not index.is_flow(concept) for concept in word.concepts):
            whole = Token(token.start, token.end, word, is_term=True)
            claim.left = [whole if other is token else other for other in claim.left]
            return


_OF_RATES = {"percent": "level", "percentage_points": "change", "basis_points": "change"}
"""What a figure of a rate is, by its kind."""


def take_rate_of_part(
    claim: Claim, context: Context, text: str, vocabulary: Vocabulary, index: TaxonomyIndex
) -> None:
    """Give a rate of Han prose behind a part of the whole that its name speaks of the part's own: 信用卡透支餘額X，不良率Y.

    Where the taxonomy has a rate that is called so with the beginning of the part's name, or with what heads the paragraph.
    """
    last = context.last
    if last is None or claim.is_latin or claim.kind != _OF_RATES.get(claim.figure.kind):
        return
    rate = next((token for token in reversed(claim.left) if token.is_term), None)
    if rate is None or any(t.is_term for t in claim.left if t is not rate):
        return
    part = last.candidate.concept
    if not any(index.named_parts.are_apart(part, concept) for concept in rate.meanings.concepts):
        return
    said = text[rate.start : rate.end]
    names = [text[t.start : t.end] for t in (*last.claim.left, *context.lead_in) if t.is_term]
    names.extend(index.named_parts.names[part])
    begun = (name[:cut] + said for name in names for cut in range(len(name), 1, -1))
    for word in filter(None, map(vocabulary.terms.get, begun)):
        if any(_fits(concept, claim, index) for concept in word.concepts) and word is not rate.meanings:
            whole = Token(rate.start, rate.end, word, is_term=True)
            claim.left = [whole if token is rate else token for token in claim.left]
            return


def _is_of_rate_before(
    claim: Claim, last: Frame | None, text: str, vocabulary: Vocabulary, index: TaxonomyIndex
) -> bool:
    """Return whether a per cent of Han prose that names no rate is of the one right before it: 不良率X，其中公司貸款Y.

    Or of the rate that is called after its own thing, which it is then given: 生息資產收益率X，其中貸款Y, of 貸款收益率.
    """
    terms = claim.left_terms
    if not terms or claim.unread or claim.whole:
        return False
    told = _rate_before(claim, last, index)
    if not told or any(_fits(concept, claim, index) for t in terms for concept in t.meanings.concepts):
        return False
    if any(index.permits(told, frozenset((axis,))) for t in terms for axis, _ in t.meanings.members):
        claim.left = [t for t in claim.left if t.meanings.members or not t.meanings.concepts]
        return True
    word = _rate_of_thing(terms[0], told, claim, text, vocabulary, index) if len(terms) == 1 else None
    if word is not None:
        whole = Token(terms[0].start, terms[0].end, word, is_term=True)
        claim.left = [whole if token is terms[0] else token for token in claim.left]
    return word is not None


def _rate_before(claim: Claim, last: Frame | None, index: TaxonomyIndex) -> str:
    """Return the rate that the figure before is, or that the clause before names where it holds none; "" without one."""
    if last is not None and last.claim.sentence == claim.sentence:
        rate = last.claim.figure.kind in _OF_RATES and last.candidate.kind in ("level", "change")
        return last.candidate.concept if rate else ""
    named = [concept for token in claim.near_lead for concept in token.meanings.concepts]
    return next((concept for concept in named if _fits(concept, claim, index)), "")


def _rate_of_thing(
    thing: Token, told: str, claim: Claim, text: str, vocabulary: Vocabulary, index: TaxonomyIndex
) -> Word | None:
    """Return the rate that is called after a thing and ends as another does; None for the same, and without one."""
    own = thing.meanings.concepts
    inner = (t.start for t in thing.nested if t.end == thing.end and t.meanings.concepts == own)
    names = [name for name in index.named_parts.names.get(told, ()) if not name.isascii()]
    tails = sorted({name[cut:] for name in names for cut in range(2, len(name) - 1)}, key=len, reverse=True)
    for start in sorted({thing.start, *inner}):
        for tail in tails:
            word = vocabulary.terms.get(text[start : thing.end] + tail)
            if word is None or (told in word.concepts and not word.members):
                continue
            if any(_fits(concept, claim, index) for concept in word.concepts):
                return word
    return None
