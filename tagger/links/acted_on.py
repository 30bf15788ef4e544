"""What it costs to read an amount that something was done with as all there is of a thing."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.candidate import Frame
from tagger.links.prices import PRICE
from tagger.links.stems import stems_of, word_before
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language


def price_of_deed(concept: str, claim: Claim, index: TaxonomyIndex, *, goes_on: bool = False) -> float:
    """Return what it costs to read what was done with so much of a thing as all there is of it, where no name says so.

    goes_on: the thing is that of the figure before, of which something else may have been done: issued $2m and redeemed $1m.
    """
    if goes_on and claim.done and index.is_flow(concept):
        return PRICE["acted_on"] * (not index.is_called(concept, claim.done))
    stock = not index.is_flow(concept) and not index.is_called(concept, claim.done)
    return PRICE["acted_on"] * stock


def price_of_doing(concept: str, claim: Claim, index: TaxonomyIndex, where: str) -> float:
    """Return what it costs to read what was done as what is there, or what is there as what was done in the year.

    代销理财产品余额 are not what was sold, and £9m on cards are no balance. where: the name stands, "left" or "right".
    """
    done = claim.is_acted_on or (claim.is_on if where == "right" else claim.is_made)
    price = price_of_deed(concept, claim, index) if done else 0.0
    flows = bool(claim.balance) and index.is_flow(concept) and not index.is_called(concept, claim.balance)
    # the purchase added $2bn to deposits, whose change may be more
    part = claim.adds_part or (claim.acts_on and not index.is_flow(concept))
    part = part if where == "right" else claim.moved_part
    return price + PRICE["unread_telling"] * (flows + part)


def leave_what_it_went_to(claim: Claim, last: Frame | None, index: TaxonomyIndex) -> None:
    """Take what an amount went to as no name of it: fees rose by 9% and contributed $4m to income; deposits did so too.

    last: the figure before in the sentence, whose subject is the verb's too. Of a part the name tells what the part has.
    """
    if not (claim.is_made and claim.is_on) or claim.left_terms or last is None:
        return
    concept = last.candidate.concept
    named = [token for token in claim.right if token.meanings.concepts]
    if not named or concept in named[0].meanings.concepts:
        return
    axes = frozenset(axis for axis, _ in last.candidate.dimensions)
    if axes and any(index.permits(whole, axes) for whole in named[0].meanings.concepts):
        return
    if not index.is_flow(concept):
        claim.unread = sorted([*claim.unread, *((token.start, token.end) for token in named)])
    claim.right, claim.is_on, claim.noun_end = [], False, 0


def counts_all(claim: Claim, flow: str, index: TaxonomyIndex, kind: str) -> bool:
    """Return whether what was done by a day is all there is of what the figure counts: it had issued 6.1 million cards."""
    if not (claim.accumulated and index.is_flow(flow)):
        return False
    counted = (concept for token in claim.right for concept in token.meanings.concepts)
    return any(
        not index.is_flow(concept)
        and index.unit_price(concept, claim.figure, kind, claim.counted) is not None
        for concept in counted
    )


def is_told_behind(claim: Claim, concept: str, text: str, index: TaxonomyIndex, language: Language) -> bool:
    """Return whether words behind an amount that nothing explains say what it was: we paid $5m in dividends.

    concept: the one that the verb before it names, none of whose names holds them.
    """
    hole = next(iter(claim.right_unread), None)
    said = text[claim.figure.end : hole[0]].split() if hole is not None else []
    if hole is None or not said:
        return False
    of = tuple(f" {word} " for word in language.genitives)
    if text.startswith(of, hole[1]):
        return False  # in the course of the year
    opens = said[0] in language.genitives or said[0] in language.extra["currency_links"]
    between = all(word in language.linked_articles for word in said[1:])
    return opens and between and not index.named_parts.says(concept, text[slice(*hole)])


def price_of_part(claim: Claim, concept: str, index: TaxonomyIndex, *, unreleased: bool) -> float:
    """Return the price of reading as all of a thing what was not dealt out, went to somebody unknown, or is no release of it."""
    part = claim.goes_to_unread and index.is_flow(concept) and index.is_parted(concept)
    return PRICE["undealt"] * claim.is_undealt + PRICE["unread_telling"] * (part or unreleased)


def goes_to_unread(claim: Claim, text: str, language: Language) -> bool:
    """Return whether words right behind an amount say whom it was given to, and nothing explains them: $5m to farmers."""
    hole = next(iter(claim.right_unread), None)
    if hole is None or claim.part or claim.kind != "level":
        return False
    said = text[claim.figure.end : hole[0]].split()
    if not said or said[0] not in language.extra["given_to"]:
        return False
    if not language.relatives.isdisjoint(said) or not language.auxiliaries.isdisjoint(said):
        return False  # below the $5m to which we had guided
    return all(
        word in language.linked_articles or language.words.get(word) == "function" for word in said[1:]
    )


def adds_to_balance(claim: Claim, index: TaxonomyIndex) -> bool:
    """Return whether what is named behind an amount is a balance that it was added to: markets added $2bn to client assets."""
    named = [concept for token in claim.right for concept in token.meanings.concepts]
    return bool(named) and not any(index.is_flow(concept) for concept in named)


def names_it(claim: Claim, kind: str, used: frozenset[str], text: str, language: Language) -> bool:
    """Return whether a verb of change only says what something is, and changes nothing: we lost $5m, of net loss.

    used: the stems of the clause that are in the name.
    """
    verb = claim.verb
    if kind != "change" or verb is None or verb.end > claim.figure.start or claim.base is not None:
        return False
    last, said = word_before(text, claim.clause_start, claim.amount_start, language)
    return last == verb.start and stems_of(said, language) <= used
