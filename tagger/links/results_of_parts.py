"""What a part of the entity earned or lost: the Other segment recorded a loss of $6 million, Corporate Clients earned $1,192m."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.stretches import outside
from tagger.links.candidate import Context
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.alternation import alternation
from tagger.words.language import Language


def result_of_part(
    claim: Claim, possible: list[str], text: str, index: TaxonomyIndex, language: Language
) -> str:
    """Return the one result that a part may have earned or lost in a clause that says no more of it; "" for none.

    possible: the concepts of its figure that may carry the part.
    """
    if claim.kind != "level" or claim.figure.kind != "money" or claim.of_another:
        return ""
    holes = _losses_in(claim, text, language)
    if not (_is_earned(claim, text, language) and not claim.unread) and (
        not holes or len(holes) < len(claim.unread)
    ):
        return ""
    results = [
        c for c in possible if index.is_flow(c) and index.is_called(c, tuple(language.extra["profits"]))
    ]
    if len(results) != 1:
        return ""
    for hole in holes:
        claim.unread = outside(claim.unread, *hole)
    return results[0]


def result_of_entity(
    claim: Claim, context: Context, text: str, index: TaxonomyIndex, language: Language
) -> str:
    """Return what who reports earned or lost; "" where the clause says no such thing."""
    if claim.unread:
        return _net_loss(claim, text, index, language)
    return _earned_by_us(claim, context, text, index, language)


def _earned_by_us(claim: Claim, context: Context, text: str, index: TaxonomyIndex, language: Language) -> str:
    """Return the one profit that who reports earned, or the other one behind one before tax; "" for none.

    After earning $2m, we made $3m; $9m before tax and $6m after it. None where the sentence before is of something else,
    which may have been earned.
    """
    if claim.kind != "level" or claim.figure.kind != "money" or claim.of_another:
        return ""
    if claim.left_terms or claim.of_which:
        return ""
    profits, nets = (tuple(language.extra[key]) for key in ("profits", "profit_names"))
    behind = _WORDS_BEHIND.match(text, claim.figure.end)
    said = behind[0].split() if behind is not None else []
    opposite = bool(said) and said[0] in language.extra["opposites"]
    last = context.last.candidate if opposite and context.last is not None else None
    joined = last is not None and not last.dimensions and _only_joins(claim, text, language)
    other = joined and last is not None and index.is_called(last.concept, profits)
    shared = not opposite and _is_shared_out(claim, text, index, language)
    earned = _is_earned(claim, text, language, ("earned", "yields", "made") if shared else ("earned",))
    if not other and not (earned and _is_of_us(claim, text, language)):
        return ""
    if said and not opposite and not _ends(said[0], claim, language):
        return ""
    tails = tuple(f" {' '.join(said)}{ending}" for ending in _TAXES) if opposite else ()
    deducts = opposite and said[0] in language.extra["told_after"]
    profitable = {
        concept: names
        for concept, names in index.named_parts.names.items()
        if index.is_flow(concept)
        and index.is_called(concept, profits)
        and index.unit_price(concept, claim.figure, "level", "") is not None
    }
    results = [c for c, names in profitable.items() if any(name.endswith(tails) for name in names)]
    if len(results) != 1 and (deducts or not opposite):
        results = [c for c, names in profitable.items() if any(name.startswith(nets) for name in names)]
    based = (
        said[0] in language.extra["basis_openers"] or said[0] in language.extra["told_with"] if said else True
    )
    if other and not based and len(results) != 1:
        claim.kind = "apart"  # $9m before tax, $6m after it, is of no profit before tax
    told = [frame.candidate.concept for frame in context.frames or context.earlier]
    told.extend(concept for token in context.headings[:1] for concept in token.meanings.concepts)
    if len(results) != 1 or (told and not (other or shared) and results[0] not in told):
        return ""
    return results[0]


_WORDS_BEHIND = re.compile(r" [a-z]+(?: [a-z]+)?")


def _is_shared_out(claim: Claim, text: str, index: TaxonomyIndex, language: Language) -> bool:
    """Return whether an amount is said again of one share: the quarter brought in $3.9 million, or $0.91 a share."""
    found = _shared(language.restatements, language.distributives).match(text, claim.figure.end)
    return found is not None and bool(index.each_called(frozenset(found[1].split()[-1:])))


@cache
def _shared(restatements: tuple[str, ...], distributives: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of an amount a share behind what it says once more: , or $0.91 per diluted share."""
    again, each = (alternation(words) or "(?!)" for words in (restatements, distributives))
    return re.compile(
        rf",? (?:{again}) [^\d,;()]{{0,8}}\d[\d.,]*(?: ?[a-z]{{1,6}})? ((?:{each})(?: [a-z]+){{0,2}})(?![a-z ])"
    )


_TAXES = ("", "ation", "es")
_NEAR = 20


def _only_joins(claim: Claim, text: str, language: Language) -> bool:
    """Return whether an amount is only joined to the one before it."""
    said = [text[t.start : t.end] for t in claim.left if "currency" not in t.meanings.kinds]
    return all(word in language.conjunctions or word in language.links for word in said)


def _is_of_us(claim: Claim, text: str, language: Language) -> bool:
    """Return whether who reports, or nobody else, stands before the verb of a clause: we earned; after earning."""
    said = [t for t in claim.left if "currency" not in t.meanings.kinds][:-1]
    return bool(said) and all(
        not t.meanings.kinds.isdisjoint(_OWN) or text[t.start : t.end] in language.subjects for t in said
    )


_OWN = frozenset(("own", "function"))


def _ends(word: str, claim: Claim, language: Language) -> bool:
    """Return whether a word behind an amount begins no more of what it is: a time, or another clause."""
    begun = any(claim.figure.end <= time.start <= claim.figure.end + _NEAR for time in claim.phrases)
    return begun or word in language.conjunctions or word in language.subordinators


def _is_earned(claim: Claim, text: str, language: Language, keys: tuple[str, ...] = ("earned",)) -> bool:
    """Return whether the word right before an amount says that it was earned; keys: where such words are listed."""
    words = text[claim.clause_start : claim.figure.start].split()
    while words and words[-1] in language.currencies:
        words.pop()
    return bool(words) and any(" ".join(words[-n:]) in language.extra[key] for n in (1, 2) for key in keys)


def _losses_in(claim: Claim, text: str, language: Language) -> list[tuple[int, int]]:
    """Return the unread words that are a loss whose amount follows: a (loss) of $6 million."""
    return [
        (start, end)
        for start, end in claim.unread
        if text[start:end] in language.extra["loss_names"]
        and any(text.startswith(word, start) or text.startswith(word, start - 2) for word in language.losses)
        and all(
            word in language.currencies or word in language.genitives
            for word in text[end : claim.figure.start].split()
        )
    ]


def _net_loss(claim: Claim, text: str, index: TaxonomyIndex, language: Language) -> str:
    """Return the concept called a net profit where a clause says no more than that it was a net loss; "" for none.

    None where words behind say what was lost on: a net loss of $6 million on the sale.
    """
    if claim.kind != "level" or claim.figure.kind != "money" or claim.of_another or len(claim.unread) != 1:
        return ""
    if any(t.meanings.concepts for t in (*claim.left, *claim.right)) or claim.right_unread:
        return ""
    nets, gains = language.tables["nets"], language.tables["gains"]
    holes = _losses_in(claim, text, language)
    if not holes or text[claim.clause_start : holes[0][0]].rstrip().rpartition(" ")[2] not in nets:
        return ""
    called = [
        concept
        for concept, names in index.named_parts.names.items()
        if any(
            len(words := name.split()) == _PAIR and words[0] in nets and words[1] in gains for name in names
        )
    ]
    found = [concept for concept in called if index.is_called(concept, tuple(language.extra["profits"]))]
    if len(found) == 1:
        claim.unread = []
    return found[0] if len(found) == 1 else ""


_PAIR = 2


def take_loss(claim: Claim, context: Context, text: str, index: TaxonomyIndex, language: Language) -> None:
    """Leave out that an amount was a loss where a profit was told before: pre-tax profit was $9m, after a loss of $3m in 2023."""
    frame = context.last or context.before
    if frame is None or not claim.unread or claim.kind != "level" or claim.figure.kind != "money":
        return
    holes = _losses_in(claim, text, language)
    if holes and index.is_called(frame.candidate.concept, tuple(language.extra["profits"])):
        claim.of_another = False
        for hole in holes:
            claim.unread = outside(claim.unread, *hole)
