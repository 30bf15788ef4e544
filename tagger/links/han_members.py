"""Concepts that a clause of Han prose leaves to its member: 住宅按揭貸款增長3.1%, where the concept is called 貸款總額.

The concept is the one of the figure's unit that may carry the member; of several, the one whose name, without what says
little at its ends, is how the member's name ends.
"""

from __future__ import annotations

from collections.abc import Iterable

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context
from tagger.links.named_parts import Beside
from tagger.links.of_members import carrying, may_be
from tagger.links.setting import Setting
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.folding import fold
from tagger.words.language import Language
from tagger.words.word import Token

_KINDS = frozenset(("money", "percent"))
_READINGS = frozenset(("level", "change", "growth"))
_SHORTEST = 2


def find_by_han_member(claim: Claim, context: Context, setting: Setting) -> None:
    """Give a claim whose subject is a member alone the concept that alone can be meant."""
    index, language = setting.index, setting.language
    if claim.kind == "share":
        _find_share(claim, context, setting)
        return
    counted = claim.figure.kind == "count"
    if not (claim.figure.kind in _KINDS or counted) or claim.kind not in _READINGS:
        return
    if _find_deed(claim, setting) or claim.unread or _find_by_both_ends(claim, setting):
        return
    said = [token for token in claim.left if token.is_term]
    led = not said and (bool(claim.balance) or (not context.frames and _is_of_subject(claim, setting)))
    said = [token for token in claim.lead if token.is_term] if led else said  # 個人存款穩步增長，期末餘額X
    last = context.frames[-1].candidate.concept if context.frames else ""
    goes_on = bool(context.frames) and not context.broken and not led
    if goes_on and counted:  # 貸款餘額X，服務科技企業2.9萬戶
        goes_on = may_be(last, claim, index)
    beside = goes_on and _may_not_carry(last, said, index)
    if (goes_on and not beside) or claim.in_bracket or claim.of_which or claim.is_before:
        return
    if not said or any(t.meanings.concepts for t in (*said, *claim.right)) or claim.whole:
        return
    text, member = setting.prose.text, said[-1]
    name = text[member.start : member.end]
    if any(text[t.start : t.end] in language.light_tails for t in claim.left if t.start >= member.end):
        return  # 房貸規模: of what measure is not said
    borne, called, alike = _beside(name, member, index, language)
    possible = [concept for concept in borne if may_be(concept, claim, index)]
    if any(c not in possible and not (counted and not may_be(c, claim, index)) for c in called):
        return
    ending = [concept for concept in possible if concept in alike]
    found = ending if len(ending) == 1 or beside else possible
    if len(found) == 1 and not (claim.figure.kind == "percent" and _may_be_share(claim, borne, index)):
        claim.scattered = found[0]


def _may_not_carry(concept: str, said: list[Token], index: TaxonomyIndex) -> bool:
    """Return whether what is spoken of has no such part as words name: 對公存款X；製造業貸款Y."""
    axes = [axis for token in said for axis, _ in token.meanings.members]
    return bool(axes) and not any(index.permits(concept, frozenset((axis,))) for axis in axes)


def _may_be_share(claim: Claim, borne: Iterable[str], index: TaxonomyIndex) -> bool:
    """Return whether a per cent beside a part alone may be its share of something: 貸款投向…，建築業11.5%."""
    return claim.kind == "level" and any(index.variant(concept, "share") is not None for concept in borne)


def _is_of_subject(claim: Claim, setting: Setting) -> bool:
    """Return whether a change is that of the one part which opens its sentence: 貿易融資受惠於供應鏈重組，增長8%."""
    said = [token for token in claim.lead if token.is_term]
    if claim.kind == "level" or len(said) != 1 or not said[0].meanings.members:
        return False
    start = said[0].start
    before = setting.prose.text[max(0, start - 2) : start].strip(" ")[-1:]
    return not before or before in setting.language.sentence_ends + "\n"


def _find_deed(claim: Claim, setting: Setting) -> bool:
    """Give a claim that says what was done with so much of a part the one flow that is called so: 發行金融債券, of 發行規模.

    What was done may be all that nothing explains.
    """
    index, text = setting.index, setting.prose.text
    if not claim.is_acted_on or any(text[start:end] not in claim.done for start, end in claim.unread):
        return False
    if any(token.meanings.concepts for token in (*claim.left, *claim.right)):
        return False
    axes = {axis for t in claim.left for axis, one in t.meanings.members if not index.is_default(axis, one)}
    found = [
        concept
        for concept in carrying(axes, index)
        if index.is_flow(concept) and index.is_called(concept, claim.done) and may_be(concept, claim, index)
    ]
    if len(found) == 1:
        claim.scattered, claim.unread = found[0], []
    return len(found) == 1


def _find_by_both_ends(claim: Claim, setting: Setting) -> bool:
    """Give a claim the one concept whose name begins as its member ends, and ends as its clause.

    家族信託規模, of 信託資產規模.
    """
    index, text, language = setting.index, setting.prose.text, setting.language
    member = behind = None
    for token in claim.left:
        if token.meanings.concepts:
            return False
        if token.is_term:
            member, behind = token, None
        elif member is not None and token.start == member.end:
            behind = token
    if member is None or behind is None or claim.right or claim.whole:
        return False
    tail = text[behind.start : behind.end]
    if tail not in language.light_tails and tail not in language.balances:
        return False
    name, within = text[member.start : member.end], tuple(language.extra["inner_nouns"])
    axes = {axis for axis, one in member.meanings.members if not index.is_default(axis, one)}
    found = [
        concept
        for concept in carrying(axes, index)
        if any(_joins(name, called, tail, within) for called in index.named_parts.names.get(concept, ()))
        and may_be(concept, claim, index)
    ]
    claim.scattered = found[0] if len(found) == 1 else claim.scattered
    return len(found) == 1


def _joins(member: str, name: str, tail: str, within: tuple[str, ...]) -> bool:
    """Return whether a concept's name begins as a member's ends, and ends in a tail: 家族信託, 信託(資產)規模."""
    if not name.endswith(tail):
        return False
    bare = name.removesuffix(tail)
    begins = (bare, *(bare.removesuffix(word) for word in within if bare.endswith(word)))
    return any(len(begin) >= _SHORTEST and member.endswith(begin) for begin in begins)


def _find_share(claim: Claim, context: Context, setting: Setting) -> None:
    """Give a share of a part, whose clause says no more of its concept than the name begins with, that concept.

    關注類貸款佔比2.38%, of 貸款餘額.
    """
    index, text = setting.index, setting.prose.text
    part = next((token for token in reversed(claim.left) if token.meanings.members), None)
    if part is None or claim.whole or claim.verb is None or claim.verb.start < part.end:
        return
    if any(token.meanings.concepts for token in (*claim.left, *claim.right)) or claim.of_which:
        return
    axes = {axis for axis, one in part.meanings.members if not index.is_default(axis, one)}
    possible = [concept for concept in carrying(axes, index) if may_be(concept, claim, index)]
    last = context.frames[-1] if context.frames and not context.broken else None
    if last is not None and last.candidate.concept in possible:
        return
    rest = text[part.end : claim.verb.start]
    holes = [hole for hole in claim.unread if hole[0] >= part.end]
    if rest and holes != [(part.end, claim.verb.start)]:
        return
    named = [concept for concept in possible if not rest or _is_called(rest, concept, setting)]
    if len(named) > 1 and not rest:  # 自營貸款佔比
        name = text[part.start : part.end]
        named = [concept for concept in named if _ends_as(name, concept, index, setting.language)]
    if len(named) == 1:
        claim.scattered = named[0]
        claim.unread = [hole for hole in claim.unread if hole not in holes]


def _is_called(said: str, concept: str, setting: Setting) -> bool:
    """Return whether a name of a concept is what is said and a word for how much of it there is: 貸款(餘額)."""
    language = setting.language
    tails = ("", *language.balances, *language.light_tails, *language.extra["whole_tails"])
    names = setting.index.named_parts.names.get(concept, ())
    return any(name.startswith(said) and name[len(said) :] in tails for name in names)


def _beside(name: str, member: Token, index: TaxonomyIndex, language: Language) -> Beside:
    """Return the concepts that may carry a member, those called after it, and of the first those that its name ends as."""
    key = (name, language.tags)
    kept = index.named_parts.beside.get(key)
    if kept is None:
        axes = {axis for axis, one in member.meanings.members if not index.is_default(axis, one)}
        borne = tuple(carrying(axes, index))
        called = tuple(c for c in index.named_parts.names if _is_called_after(name, c, index))
        alike = tuple(c for c in borne if _ends_as(name, c, index, language))
        kept = index.named_parts.beside[key] = borne, called, alike
    return kept


def _is_called_after(name: str, concept: str, index: TaxonomyIndex) -> bool:
    """Return whether a concept's name holds that of a member and more: 供應鏈金融業務量."""
    return any(name in called and called != name for called in index.named_parts.names[concept])


def _ends_as(name: str, concept: str, index: TaxonomyIndex, language: Language) -> bool:
    """Return whether a member's name ends as a concept is called: 住宅按揭(貸款), of 貸款總額."""
    for called in index.named_parts.names.get(concept, ()):
        whole = fold(called)
        tails = (*language.light_tails, *language.balances, *language.wholes)
        for tail in ("", *(t for t in tails if whole.endswith(t))):  # 客户数 is 客户, and not 客, with 户数
            bare = whole.removesuffix(tail)
            head = max((t for t in language.light_words if bare.startswith(t)), key=len, default="")
            bare = bare.removeprefix(head)
            if len(bare) >= _SHORTEST and name.endswith(bare) and len(name) > len(bare):
                return True
    return False
