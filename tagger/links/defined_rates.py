"""Rates that a sentence tells as their definition does, where no term names them: dividends were 40% of net profit."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from tagger.clauses.claim import Claim
from tagger.figures.figure import RATIOS
from tagger.links.candidate import Context
from tagger.links.scattered import Stems, has_level, leave_out_said
from tagger.links.stems import all_stems, stems_of
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language


def find_defined(
    claim: Claim,
    text: str,
    stems: Callable[[], Stems],
    index: TaxonomyIndex,
    language: Language,
    context: Context,
) -> None:
    """Give a rate of what stands right behind it the one concept that is defined as what stands before it over that.

    The denominator may be told in fewer words, with its last: 12% of average equity, of shareholders' equity. A figure that
    goes on is told of the thing of the one before: losses were $120 million, or 16% of loans.
    """
    if not language.stemmer or claim.figure.kind not in RATIOS or claim.in_bracket:
        return
    if claim.kind not in ("level", "share"):
        return
    begins, ended = max(context.begins, context.ended - _REACH), context.ended
    whole = [stem for word in _whole_behind(claim, text, language) for stem in stems_of(word, language)]
    if not whole:
        return
    part = stems_of(text[claim.clause_start : claim.figure.start], language)
    goes_on = begins < ended and not (claim.left_terms or claim.unread)
    before = (
        stems_of(_between_clauses(language.tags).split(text[begins:ended])[-1], language) if goes_on else part
    )
    part = part | before
    found: dict[str, frozenset[str]] = {}
    size = 0
    for numerator, denominator, rate in stems().defined:
        if not numerator or not numerator <= part or not _is_called(whole, denominator):
            continue
        if len(numerator) < size or not has_level(rate, claim, index):
            continue
        if len(numerator) > size:
            found, size = {}, len(numerator)
        found[rate] = numerator | denominator
    if len(found) == 1 and not _is_named(claim, next(iter(found)), context, index):
        claim.scattered, used = next(iter(found.items()))
        claim.kind, claim.whole = "level", []
        leave_out_said(claim, used, text, index, language)


def leave_other_whole(claim: Claim, text: str, index: TaxonomyIndex, language: Language) -> None:
    """Take a group of people for no rate's name where the share is of others: women are 61% of staff, not women in management.

    A rate may be called by the group alone: women, in management, hold 43%.
    """
    if claim.figure.kind != "percent" or claim.kind not in ("level", "share"):
        return
    groups, staff = language.extra["groups_of_people"], language.extra["staff_nouns"]
    told = [t for t in claim.left if t.meanings.concepts and text[t.start : t.end] in groups]
    whole = _whole_behind(claim, text, language) if told else []
    for token in told if whole else ():
        names = " ".join(n for c in token.meanings.concepts for n in index.named_parts.names.get(c, ()))
        of_staff = whole[-1] in staff and any(word in staff for word in names.split())
        if not of_staff and all_stems(" ".join(whole), language).isdisjoint(all_stems(names, language)):
            claim.left = [other for other in claim.left if other is not token]
            claim.leave_apart([(token.start, token.end)])
            return


def _whole_behind(claim: Claim, text: str, language: Language) -> list[str]:
    """Return the words of what a rate is of: average equity, of "12% of the average equity in 2025"."""
    behind = _BEHIND.match(text, claim.figure.end, max(claim.right_end, claim.figure.end))
    words = behind.group().split() if behind is not None else []
    if words[:1] != list(language.genitives[:1]):
        return []
    little = language.clause_words
    begin = next(
        (n for n, w in enumerate(words) if w not in little and w not in language.averages), len(words)
    )
    ends = (at for at in range(begin, len(words)) if words[at] in little)
    return words[begin : next(ends, len(words))]


def _is_called(whole: list[str], denominator: frozenset[str]) -> bool:
    """Return whether the stems of what a rate is of are those of a denominator, or its last and none besides."""
    return (
        bool(whole) and whole[-1] in denominator and (denominator <= set(whole) or denominator >= set(whole))
    )


def _is_named(claim: Claim, rate: str, context: Context, index: TaxonomyIndex) -> bool:
    """Return whether the concepts that the text names say the rate already, as the numerator and the denominator."""
    wholes = {concept for token in claim.right for concept in token.meanings.concepts}
    parts = [concept for token in claim.left for concept in token.meanings.concepts]
    frame = context.before_claim(claim)
    if not parts and frame is not None:
        parts = [frame.candidate.concept]
    return any((whole, rate) in index.named_ratios.get(part, ()) for part in parts for whole in wholes)


@cache
def _between_clauses(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what parts a clause from the one before."""
    joins = alternation(load_language(*tags).extra["clause_joins"]) or "(?!)"
    return re.compile(rf"[,;:][ \n]|[ \n](?:{joins})[ \n]")


_REACH = 160
"""How far before the figure before the thing is looked for that it is told of."""
_BEHIND = re.compile(r"(?:[ \n][a-z'’-]+)+")
