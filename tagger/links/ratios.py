"""Rates that are called the part's share of a whole, where both stand in the clause or before it."""

from __future__ import annotations

from collections.abc import Iterator

from tagger.clauses.claim import Claim
from tagger.figures.find import value_of
from tagger.links.candidate import Context, Frame, Source
from tagger.links.prices import PRICE
from tagger.links.sources_before import concepts_in
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.unread import unread_inheriting
from tagger.words.word import Token


def ratios(claim: Claim, context: Context, index: TaxonomyIndex, kind: str) -> Iterator[Source]:
    """Yield the rates that are called a part's share of a whole: 研發投入…，佔營業收入的4%, of 研發投入佔營業收入比例."""
    if kind != "level" and not (claim.is_latin and kind == "change"):
        return
    unread = unread_inheriting(claim) + PRICE["unread_telling"] * len(claim.whole_unread)
    wholes = [
        concept
        for token in claim.whole
        for concept, word in concepts_in(token, claim, index)
        if word is token or not token.meanings.concepts  # 不良贷款, not the 贷款 in it
    ]
    parts = _parts_named(claim, index)
    frame = None if parts else context.before_claim(claim) or context.before
    if frame is not None:
        unread += _price_of(frame)
        parts = _parts_of(frame)
    for part, word in parts:
        found = list(index.ratios_of(part, wholes))
        if claim.is_latin and all(unsaid for _, unsaid in found):
            found.extend([(ratio, False) for ratio in _ratios_to(part, wholes, index)])
        for ratio, unsaid in found:
            price = unread + PRICE["whole_unsaid"] * unsaid
            yield Source(ratio, price, word, "left" if word else "frame", None if word else frame)


def ratios_behind(claim: Claim, context: Context, index: TaxonomyIndex) -> Iterator[Source]:
    """Yield the rates of a part whose whole stands right behind a figure: loans past due of $131 million, or 0.59% of loans."""
    first = next(iter(claim.right), None)
    if first is None or (claim.of_before and not _names_whole(claim)):
        return
    leads = claim.of_before or "function" in first.meanings.kinds
    if not leads and claim.figure.kind != "times":
        return  # 0.59% of loans, but 2.4x EBITDA
    whole = next((token for token in claim.right if token.meanings.concepts), None)
    if (
        whole is None
        or any(start < whole.start for start, _ in claim.right_unread)
        or whole.start - first.end > _NEAR
    ):
        return
    wholes = [concept for concept, _ in concepts_in(whole, claim, index)]
    named = any(token.meanings.concepts for token in claim.left)
    frame = None if named else context.before_claim(claim)
    if claim.is_pronoun and frame is None:
        frame = context.before  # that was equal to 0.67% of loans
    parts = _parts_named(claim, index)
    price = unread_inheriting(claim)
    if frame is not None:
        price += _price_of(frame)
        parts = _parts_of(frame)
    for part, word in parts:
        for ratio in _ratios_to(part, wholes, index):
            yield Source(ratio, price, word, "left" if word else "frame", None if word else frame)


def _names_whole(claim: Claim) -> bool:
    """Return whether what a per cent is of is named right behind the words for all of it: 1.3% of total loans and advances."""
    named = claim.right[1] if claim.total_behind and len(claim.right) > 1 else None
    return named is not None and bool(named.meanings.concepts) and named.start <= claim.right[0].end + 1


def whole_behind(claim: Claim, own: list[Source]) -> None:
    """Let the whole of a share be what stands right behind it: clients in Asia account for 28% of custody assets."""
    if claim.of_before or not (claim.kind == "share" or _is_of_what_follows(claim)):
        return
    whole: Token | None = None
    for token in claim.right:
        if token.meanings.concepts:
            whole = token
            break
        if token.is_term:
            return
    if whole is None or any(start < whole.start for start, _ in claim.right_unread):
        return
    if whole.start - claim.figure.end > _NEAR:
        return
    named = set(whole.meanings.concepts)
    for source in own:
        if source.where == "left" and source.concept not in named:
            source.price += PRICE["share_of_part"]


_NEAR = 16


def _is_of_what_follows(claim: Claim) -> bool:
    """Return whether a per cent is said to be of what stands behind it, whatever the verb: customers provided 64% of deposits."""
    first = claim.right[0] if claim.right and claim.figure.kind == "percent" else None
    return first is not None and first.start == claim.figure.end + 1 and first.meanings.verb == "level"


def _parts_named(claim: Claim, index: TaxonomyIndex) -> list[tuple[str, Token | None]]:
    """Return the concepts that the words before a figure name, each with its word."""
    return [(concept, word) for token in claim.left for concept, word in concepts_in(token, claim, index)]


def _parts_of(frame: Frame) -> list[tuple[str, Token | None]]:
    """Return what a figure before is of, of a share what it is a part: corporate clients are 41% of loans, 38% of deposits."""
    if frame.candidate.kind != "share":
        return [(frame.candidate.concept, None)]
    return [(concept, None) for token in frame.claim.left for concept in token.meanings.concepts]


def _price_of(frame: Frame) -> float:
    """Return the price of taking the part from the figure before."""
    return PRICE["of_which"] + max(frame.candidate.price, 0.0) * PRICE["frame_share"]


def _ratios_to(part: str, wholes: list[str], index: TaxonomyIndex) -> list[str]:
    """Return the rates that are called the part's share of a whole, or by the part alone that is a kind of the whole."""
    found = [ratio for ratio, unsaid in index.ratios_of(part, wholes) if not unsaid]
    if part in wholes:
        return found  # personal loans were 62% of loans: a share of them all
    if found or not any(index.named_parts.is_kind_of(part, whole) for whole in wholes):
        return found
    return list(index.named_parts.rates_called(part))


def is_itself_a_share(concept: str, index: TaxonomyIndex) -> bool:
    """Return whether a concept is a rate that has no share of its own: the largest depositors made up 21% of the total."""
    return index.taxonomy.concept_by_qname[concept].type == "percent" and not index.variant(concept, "share")


def _is_of_the_thing(source: Source, claim: Claim) -> bool:
    """Return whether a rate's name stands for what something else is so much of: cash was 142% of uninsured deposits."""
    first = claim.right[0] if claim.right else None
    said = claim.last_word
    if first is None or source.token is None or said is None or claim.figure.kind not in ("percent", "times"):
        return False
    if (
        first.start != claim.figure.end + 1
        or first.meanings.verb != "level"
        or first.end + 1 != source.token.start
    ):
        return False
    if said.is_term or said.meanings.verb not in ("level", "share", "reach"):
        return False
    value, _ = value_of(claim.figure)
    return value > 1 or bool(claim.unread) or claim.lead_is_behind


def is_ruled_out(source: Source, kind: str, claim: Claim, index: TaxonomyIndex) -> bool:
    """Return whether a share is of the ratio itself, a number an amount of money, or a cost of 40 basis points of a ratio it."""
    if kind == "share":
        return is_itself_a_share(source.concept, index)
    item_type = index.taxonomy.concept_by_qname[source.concept].type
    if claim.of_unread_whole:
        named = (concept for token in claim.left for concept in token.meanings.concepts)
        return any(
            index.taxonomy.concept_by_qname[concept].type != "percent" for concept in named
        )  # as a percentage of goodwill, impaired loans were
    if item_type == "percent" and source.where == "right" and _is_of_the_thing(source, claim):
        return True
    if kind == "level" and source.where == "right" and claim.figure.kind == "basis_points":
        return item_type == "percent" and not claim.left_terms
    return claim.is_number and item_type in ("monetary", "per_share")
