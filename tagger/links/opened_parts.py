"""Sentences of Han prose that open with a part which a concept of theirs has no axis for: 公司銀行表現良好，貸款增長5%."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.links.candidate import Clue, Context, Frame, Source
from tagger.links.ends_of_parts import is_of_other_part, is_of_unknown, opening_holds
from tagger.links.named_parts import in_order
from tagger.links.prices import PRICE, TOO_UNSURE
from tagger.links.setting import Setting
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.alternation import alternation
from tagger.words.language import load_language
from tagger.words.word import ONLY_MEMBER, Token, Word

_OWN = ("left", "right")
_SAID = 2
"""How many characters of a part's name tell that it is in the name of a thing: 供應鏈金融, in 供應鏈融資發放額."""


def part_without_noun(start: int, end: int, setting: Setting) -> Token | None:
    """Return the one part that a stretch of Han prose names but for what such things are called: 普惠金融, of 普惠金融貸款."""
    said, parts = setting.prose.text[start:end], setting.index.named_parts
    if not _SAID <= len(said) <= _LONGEST or said in setting.vocabulary.terms or not parts.may_begin(said):
        return None
    word = parts.begun_by(said, parts.nouns)
    return Token(start, end, word, is_term=True) if word is not None else None


_LONGEST = 8


def _take_without_noun(claim: Claim, context: Context, setting: Setting) -> Token | None:
    """Return the part that a sentence is said to be about, whose noun its thing says alone: 普惠金融方面，貸款餘額X."""
    text, begins = setting.prose.text, context.begins
    found = _about(setting.language.tags).match(text, begins + (text[begins] in " \n"), claim.clause_start)
    if found is None or any(token.is_term and token.start < found.end("name") for token in claim.lead):
        return None
    first = part_without_noun(*found.span("name"), setting)
    if first is not None:
        rest = [token for token in claim.lead if token.start >= first.end]
        claim.lead, context.opening = [first, *rest], [first, *context.opening]
    return first


@cache
def _about(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what a sentence is said to be about: (普惠金融)方面."""
    words = alternation(load_language(*tags).topic_nouns) or "(?!)"
    return re.compile(rf"(?P<name>[^\W\d_]{{2,8}}?)(?:{words})")


def twin_of(part: Token, setting: Setting) -> Token | None:
    """Return what a business's name says of those it is done with: 公司, of 公司銀行業務; None where no member is called so."""
    said, tails = setting.prose.text[part.start : part.end], _tails(setting.language.tags)
    while tail := max((t for t in tails if said.endswith(t)), key=len, default=""):
        said = said.removesuffix(tail)
        word = setting.vocabulary.terms.get(said)
        if word is not None and word.members and not word.concepts:
            members = (meaning for meaning in word if meaning.kind == "member")
            return Token(part.start, part.start + len(said), Word(members), is_term=True)
    return None


def take_twin(claim: Claim, context: Context, setting: Setting) -> None:
    """Let a business right before a thing that has no member for it be those it is done with: 公司銀行貸款 is 公司貸款."""
    for at, token in enumerate(claim.left[:-1]):
        behind = claim.left[at + 1]
        if token.meanings.kinds != ONLY_MEMBER or behind.start != token.end or not behind.meanings.concepts:
            continue
        permitted, concepts = setting.index.permits, behind.meanings.concepts
        if any(permitted(c, frozenset((axis,))) for c in concepts for axis, _ in token.meanings.members):
            continue
        twin = twin_of(token, setting)
        if twin is not None and any(
            permitted(c, frozenset((axis,))) for c in concepts for axis, _ in twin.meanings.members
        ):
            both = Token(token.start, token.end, Word((*token.meanings, *twin.meanings)), is_term=True)
            claim.left = [both if one is token else one for one in claim.left]
            context.opening = [both if one is token else one for one in context.opening]


@cache
def _tails(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return what the name of a business ends in: 業務, 銀行業務, 銀行."""
    language = load_language(*tags)
    nouns, heads = (*language.topic_nouns, *language.extra["businesses"]), language.member_heads
    bare = (head.removesuffix(noun) for head in heads for noun in nouns if head.endswith(noun))
    return tuple(dict.fromkeys(word for word in (*nouns, *heads, *bare) if word))


Told = tuple[dict[str, str], float, list[Clue]]


def members_of_opening(
    claim: Claim, frame: Frame | None, context: Context, source: Source, index: TaxonomyIndex
) -> Told:
    """Return the members of those that the business is done with which a sentence is about, and the price.

    Only of a thing that has no member for the business: 公司銀行表現良好，貸款增長5% is the growth of 公司貸款. Without any,
    what it costs to speak of all of the thing. frame: of the figure before.
    """
    opened = context.opened_by[:2] if context.opened_by is not None else None
    told = ((opened, PRICE["lead_member"]), (context.led_twin, PRICE["topic"]))
    for pair, price in told:
        found = _of_twin(pair, claim, source, index) if pair is not None else {}
        if pair is not None and found:
            start, end = pair[0].start, pair[0].end
            return found, price, [("inherited", start, end, member) for member in found.values()]
    return {}, PRICE["cannot_carry"] * is_of_lacking(claim, frame, context, source, index), []


def members_after_opening(
    claim: Claim, context: Context, source: Source, index: TaxonomyIndex
) -> dict[str, str]:
    """Return those members behind a figure of the business itself: 公司銀行營業收入上升7%，貸款增長5%."""
    opened = context.opened_by
    if opened is None or not opening_holds([opened[0]], claim, context.frames):
        return {}
    return _of_twin(opened[:2], claim, source, index)


def _of_twin(
    pair: tuple[Token, Token | None], claim: Claim, source: Source, index: TaxonomyIndex
) -> dict[str, str]:
    part, twin = pair
    if twin is None or claim.is_latin or source.where not in _OWN or claim.of_all or claim.total:
        return {}
    if _speaks_of_us(claim) or _may_carry(part, source, index):
        return {}
    permitted = index.permits
    return {a: m for a, m in twin.meanings.members if permitted(source.concept, frozenset((a,)))}


def _may_carry(part: Token, source: Source, index: TaxonomyIndex) -> bool:
    return any(index.permits(source.concept, frozenset((axis,))) for axis, _ in part.meanings.members)


def take_opening(claim: Claim, context: Context, setting: Setting) -> None:
    """Take the part that a sentence opens with, in a clause of its own before the first figure: 公司銀行表現良好，."""
    led = context.lead_in[0] if len(context.lead_in) == 1 else None
    is_part = led is not None and bool(led.meanings.members) and not led.meanings.concepts
    context.led_twin = (led, twin_of(led, setting)) if led is not None and is_part else None
    words = claim.lead or claim.left
    text, at = setting.prose.text, context.begins
    first = _first_part(words, at + (text[at] in " \n"))
    first = first or (_take_without_noun(claim, context, setting) if claim.lead else None)
    if first is None or _speaks_of_us(claim):
        return
    context.opened_by = (first, twin_of(first, setting), text[first.start : first.end][:_SAID])


def is_of_lacking(
    claim: Claim, frame: Frame | None, context: Context, source: Source, index: TaxonomyIndex
) -> bool:
    """Return whether a thing is of a part that it has no member for, or that was not understood; frame: of the figure before."""
    unknown = is_of_unknown(claim, frame, context, index) or _is_rate_of_unknown(
        claim, context, source, index
    )
    return unknown or _opens_with_lacking(claim, context, source, index)


def _is_rate_of_unknown(claim: Claim, context: Context, source: Source, index: TaxonomyIndex) -> bool:
    """Return whether a rate of Han prose that says little goes on about what was not understood: 供應鏈融資X，不良率Y."""
    word = source.token
    if claim.is_latin or word is None or source.where != "left" or claim.figure.kind != "percent":
        return False
    if not context.broken or "money" not in context.broken_kinds or claim.apart_from:
        return False
    length, names = word.end - word.start, index.named_parts.names.get(source.concept, ())
    short = [name for name in names if len(name) == length <= _RATE]
    return any(in_order(name, other) for name in short for other in names if len(other) > length + 1)


_RATE = 3
"""How long the name of a rate is at most that does not say what it is of: 不良率, of 不良貸款率."""


def goes_on_of_lacking(
    frame: Frame, claim: Claim, context: Context, source: Source, index: TaxonomyIndex
) -> bool:
    """Return whether a thing is of the part that the figure before is of, or its sentence opens with, and lacks its member."""
    other = is_of_other_part(frame, claim, source, index)
    return other or _opens_with_lacking(claim, context, source, index)


def _opens_with_lacking(claim: Claim, context: Context, source: Source, index: TaxonomyIndex) -> bool:
    """Return whether a sentence opens with a part, and speaks of a thing of it that no member can say so of.

    All of the thing is another figure; one whose name holds that of the part is of it by itself.
    """
    if source.where not in _OWN or claim.of_all or claim.total or claim.is_latin:
        return False
    if any(frame.candidate.price < TOO_UNSURE for frame in context.frames):
        return False
    of_business = any(index.permits(source.concept, frozenset((axis,))) for axis in context.business_axes)
    if context.unnamed_above and of_business and not _speaks_of_us(claim):
        return not _is_of_business(source.concept, context.unnamed_above, index)
    if context.opened_by is None or not (claim.lead or context.frames):
        return False
    first, _, said = context.opened_by
    if not index.is_parted(source.concept) or index.named_parts.says(source.concept, said):
        return False
    roles = index.role_axes.values()
    return all(
        axis not in roles
        and not index.is_default(axis, member)
        and member not in index.entities
        and member not in index.companies
        and not index.permits(source.concept, frozenset((axis,)))
        for axis, member in first.meanings.members
    )


def _is_of_business(concept: str, businesses: tuple[str, ...], index: TaxonomyIndex) -> bool:
    """Return whether a name of a thing says that it is a business's: 託管資產, of 託管業務; 存款, of 存貸款業務."""
    names = index.named_parts.names.get(concept, ())
    return any(
        business[:_SAID] in name or in_order(name[:_SAID], business) or in_order(name[-_SAID:], business)
        for business in businesses
        for name in names
    )


def _speaks_of_us(claim: Claim) -> bool:
    return any("own" in token.meanings.kinds for token in (*claim.lead, *claim.left))


def _first_part(lead: list[Token], begins: int) -> Token | None:
    """Return the word that a sentence opens with, where it names a part and no concept, behind words of the language alone."""
    at = begins
    for token in lead:
        if token.start > at:
            return None
        if token.is_term:
            return token if token.meanings.members and not token.meanings.concepts else None
        at = token.end
    return None
