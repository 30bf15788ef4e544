"""A change whose verb is left out, because the one before has said it: loans grew 9% and deposits 3%."""

from __future__ import annotations

import re

from tagger.clauses.claim import Claim
from tagger.clauses.runs import BESIDE_AMOUNT, UP_OR_DOWN
from tagger.figures.figure import POINTS
from tagger.links.candidate import Context, near
from tagger.links.gapped import take_gapped_verb
from tagger.links.next_part import is_of_next_part
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language
from tagger.words.word import ONLY_FUNCTION, Token

_NUMBER_BEHIND = re.compile(r"\s[^\s\d]{0,6}\s?\d[\d,.]*\s?(%|)")


def change_again(claim: Claim, context: Context, index: TaxonomyIndex, text: str, language: Language) -> None:
    """Read what a change of the sentence goes on with, its verb left out: and personal loans 9% (to $10.5 billion)."""
    if not claim.is_latin:
        take_gapped_verb(claim, context, text, index, language)
        return
    verb = claim.verb
    if verb is not None or claim.is_before or claim.bound:
        return  # 11 points higher and within the range of 150% to 180%
    if (
        not _goes_on_by(claim, text, language)
        and not _names_next(claim, context, index, text, language)
        and not is_of_next_part(claim, context.last, text, language)
        and not _managed(claim, context, text, language)
    ):
        reach = next(iter(claim.right), None)
        if (
            claim.bound
            or reach is None
            or reach.meanings.verb != "reach"
            or text[claim.figure.end : reach.start].strip()
        ):
            return
        following = _NUMBER_BEHIND.match(text, reach.end)
        by = claim.last_word
        is_by = by is not None and text[by.start : by.end] in language.links and by.meanings.verb == "level"
        if following is None or (not is_by and (following[1] == "%") == (claim.figure.kind == "percent")):
            return  # 9% to retail customers, a range of 9% to 10%
    changed = next((f.claim for f in near(context.frames) if f.claim.kind in ("change", "growth")), None)
    level = next((f.claim for f in near(context.frames) if not f.claim.is_before), None)
    verb = _verb_of_level(level) if changed is None and level is not None else None
    if verb is not None:
        claim.change_by(verb, verb.meanings.verb)
        claim.unsure_sign = verb.meanings.verb not in UP_OR_DOWN
    elif changed is not None:
        claim.kind = "growth" if claim.figure.kind == "percent" else "change"
        claim.sign, claim.verb, claim.unsure_sign = changed.sign, changed.verb, changed.unsure_sign
        claim.base = claim.base or changed.base


def _verb_of_level(claim: Claim) -> Token | None:
    """Return the verb that says how a thing moved to what it came to: (fell) to 69%, in Asia by 3 points."""
    if claim.verb is None or claim.verb.meanings.verb != "reach":
        return None
    before = (token for token in reversed(claim.left) if token.end < claim.verb.end)
    return next((token for token in before if token.meanings.verb in _MOVES), None)


_MOVES = (*UP_OR_DOWN, "improve", "worsen")


def _goes_on_by(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a clause only names another thing and by how much: loans grew by 9% and deposits by (about) 3%."""
    said = [t for t in claim.left if t.meanings.kinds.isdisjoint(BESIDE_AMOUNT)]
    while said and said[-1].meanings.kinds == ONLY_FUNCTION and not said[-1].meanings.verb:
        said.pop()  # by as much as
    if claim.unread or not said or text[said[-1].start : said[-1].end] not in language.by:
        return False
    joined = text[said[0].start : said[0].end] in language.conjunctions
    parted = text[max(claim.clause_start - 2, 0) : claim.clause_start].rstrip()[-1:] in _PARTING
    first = text[said[0].start : said[0].end]
    linked = first in language.links_at_start  # , in Asia by 3 points
    owning = first in language.pronouns or first in language.linked_articles
    owned = owning and len(said) > 1 and said[1].is_term  # , its deposits by 1%
    listed = parted and (_is_named(said[0]) or linked or owned)
    return (
        (joined or listed)
        and any(_is_named(token) for token in said)
        and not any(token.meanings.verb and not token.is_term for token in said[linked:-1])
    )


def _is_named(token: Token) -> bool:
    """Return whether a word names something, or one of two that were named: the former rose by 4%, the latter by 11%."""
    return token.is_term or not token.meanings.kinds.isdisjoint(("former", "latter"))


_PARTING = (",", ";", ":", "–", "—", "(")


def _names_next(claim: Claim, context: Context, index: TaxonomyIndex, text: str, language: Language) -> bool:
    """Return whether nothing but the next thing and its measure goes on from a change: dropped 9% and the NPL ratio 14 bps.

    A per cent behind the name of a rate is that rate: profit rose 9% and the CET1 ratio 14.2%.
    """
    said = [t for t in claim.left if t.meanings.kinds.isdisjoint(BESIDE_AMOUNT)]
    last = context.last
    if last is None or not said or not said[-1].is_term or claim.unread or claim.times or claim.is_whole:
        return False
    if claim.of_before or claim.whole or claim.in_bracket or not _ends_there(claim, text, language):
        return False
    joined = text[said[0].start : said[0].end] in language.conjunctions
    parted = text[claim.clause_start - 1 : claim.clause_start] == ","
    places = language.links_at_start  # and in bonds 4%
    if not (joined or parted) or any(
        t.meanings.verb and not t.is_term for t in said if text[t.start : t.end] not in places
    ):
        return False
    kind, changed = claim.figure.kind, last.claim.kind in ("change", "growth")
    if not joined and kind != "percent":
        added = last.candidate.kind == "change" and last.claim.figure.kind == kind == "money"
        # Asia added $5bn, Europe $4bn; deposits rose by $5bn, loans $4bn
        return added and (_says_added(last.claim, text, language) or _is_by_verb(last.claim, text, language))
    if kind in POINTS:
        return changed or last.claim.figure.kind == kind
    named = [concept for token in said for concept in token.meanings.concepts]
    if kind == "percent":
        rate = any(index.unit_price(concept, claim.figure, "level") is not None for concept in named)
        return last.candidate.kind == "growth" and not rate
    nouns = text[last.claim.verb.start : last.claim.verb.end].split() if last.claim.verb else []
    near = text[last.claim.figure.end : claim.figure.start].lstrip(" ")[:1] != ","
    verb = last.claim.verb
    behind = verb is not None and verb.start >= last.claim.figure.end  # $5m, $1m less, and recoveries $2m
    same = last.candidate.kind == "change" and last.claim.figure.kind == kind and not behind
    near = (near and not _is_aside(last.claim, text)) or _says_added(last.claim, text, language)
    by_verb = near and not any(word in language.extra["nouns_of_change"] for word in nouns)
    return kind == "money" and same and by_verb


def _managed(claim: Claim, context: Context, text: str, language: Language) -> bool:
    """Return whether a verb says of another thing that it had as much of the same: loans grew 6% while cards managed only 2%."""
    last, words = context.last, [t for t in claim.left if t.meanings.kinds.isdisjoint(BESIDE_AMOUNT)]
    if last is None or last.claim.kind != "growth" or claim.figure.kind != "percent" or claim.unread:
        return False
    attained = language.extra["attained"]
    while words and words[-1].meanings.kinds == ONLY_FUNCTION and _said(words[-1], text) not in attained:
        words.pop()  # only
    if claim.whole or claim.of_before or claim.right_unread or any(t.is_term for t in claim.right):
        return False
    if len(words) < 2 or _said(words[-1], text) not in attained:  # noqa: PLR2004
        return False
    who = words[-2]
    return _is_named(who)


def _said(token: Token, text: str) -> str:
    return text[token.start : token.end]


def _says_added(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a verb before an amount says that its thing added it, as the things listed behind it do."""
    verb = claim.verb
    return (
        verb is not None
        and verb.start < claim.figure.start
        and text[verb.start : verb.end] in language.contributions
    )


def _is_by_verb(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a verb of its own says by how much its thing moved: rose by $5bn, but not: $9bn, up by $5bn."""
    by = claim.last_word
    return (
        claim.verb is not None
        and claim.verb.start < claim.figure.start
        and by is not None
        and text[by.start : by.end].rpartition(" ")[2] in language.by
        and not _is_aside(claim, text)
    )


def _is_aside(claim: Claim, text: str) -> bool:
    """Return whether a change is only told beside what something came to, and no verb of it all: $9bn, up $2bn since June."""
    at = claim.verb.start if claim.verb is not None else 0
    return text[max(at - 2, 0) : at].rstrip(" ").endswith((",", "("))


def _ends_there(claim: Claim, text: str, language: Language) -> bool:
    """Return whether the clause ends right behind a figure, or goes on with the next of a list or a time."""
    behind = text[claim.figure.end : claim.figure.end + _JOINING].lstrip(" ")
    return (
        not behind or behind[0] in ".,;" or behind.startswith(tuple(f"{w} " for w in language.conjunctions))
    )


_JOINING = 8
