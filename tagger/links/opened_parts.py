"""Sentences of Han prose that open with a part which a concept of theirs has no axis for: 公司銀行表現良好，貸款增長5%."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context, Frame, Source
from tagger.links.ends_of_parts import is_of_other_part, is_of_unknown
from tagger.links.named_parts import in_order
from tagger.links.prices import TOO_UNSURE
from tagger.links.setting import Setting
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.alternation import alternation
from tagger.words.language import load_language
from tagger.words.word import Token

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


def take_opening(claim: Claim, context: Context, setting: Setting) -> None:
    """Take the part that a sentence opens with, in a clause of its own before the first figure: 公司銀行表現良好，."""
    context.opened_by = None
    first = _first_part(claim.lead, context.begins) or _take_without_noun(claim, context, setting)
    if first is None or _speaks_of_us(claim):
        return
    context.opened_by = (first, setting.prose.text[first.start : first.end][:_SAID])


def is_of_lacking(
    claim: Claim, frame: Frame | None, context: Context, source: Source, index: TaxonomyIndex
) -> bool:
    """Return whether a thing is of a part that it has no member for, or that was not understood; frame: of the figure before."""
    unknown = is_of_unknown(claim, frame, context, index)
    return unknown or _opens_with_lacking(claim, context, source, index)


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
    if context.opened_by is None:
        return False
    first, said = context.opened_by
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
        if token.start > at + 1:
            return None
        if token.is_term:
            return token if token.meanings.members and not token.meanings.concepts else None
        at = token.end
    return None
