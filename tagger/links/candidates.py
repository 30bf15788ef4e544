"""Links a claim to the taxonomy: which concept, which members, at what price.

A candidate's price grows with what it has to assume (inherited words), with what it leaves unsaid (words of the clause
that nothing explains), and with what does not quite fit (a counter of another unit). exp(-price) orders candidates;
`tagger.proofs.confidence` turns it into a measured share of right answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from tagger.clauses.claim import Claim
from tagger.clauses.runs import IN_PER_CENT
from tagger.figures.figure import POINTS
from tagger.links.acted_on import adds_to_balance, counts_all, price_of_deed, price_of_doing, price_of_part
from tagger.links.below_zero import may_release, released
from tagger.links.candidate import Candidate, Clue, Context, Dimensions, Frame, Source
from tagger.links.directions import direction_of, is_within_unsure
from tagger.links.members import dimensions_of
from tagger.links.narrowed import leave_out_narrowed
from tagger.links.of_whole import adds_up, are_parts_too, as_parts, is_of_before, of_whole, rates_themselves
from tagger.links.own_words import OwnWords
from tagger.links.prices import PRICE
from tagger.links.pronoun_growths import is_growth_again
from tagger.links.ratios import is_ruled_out, ratios, ratios_behind, whole_behind
from tagger.links.said_apart import adds_to_row, counted_so, ends_name_before, says_something_else
from tagger.links.sources_before import (
    beside_share,
    concepts_in,
    goes_on_past_rate,
    goes_on_sharing,
    inherited_from,
    inside_price,
    is_named_anew,
    is_not_of_last,
    is_rate_then,
    of_figures_before,
    of_flow,
    only_begins,
    says_share,
)
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.unread import (
    price_of_own,
    price_of_places,
    price_of_subject,
    unread_inheriting,
    unread_price,
)
from tagger.words.word import Token

__all__ = ["Candidate", "Clue", "Context", "Frame", "candidates_of"]

MAX_CANDIDATES = 6


def candidates_of(claim: Claim, context: Context, index: TaxonomyIndex) -> list[Candidate]:
    """Return the few best candidates of a claim, the cheapest first."""
    best: dict[tuple[str, str, Dimensions], Candidate] = {}
    words = OwnWords(claim)
    releases = released(claim)
    for kind, kind_price in _kinds(claim, context):
        for source in _sources(claim, context, index, kind):
            kind = _kind_of(kind, source, claim, context, index)  # noqa: PLW2901
            unit_price = index.unit_price(source.concept, claim.figure, kind, claim.counted)
            if unit_price is None or (kind == "share_change" and not says_share(claim, context, source)):
                continue
            if claim.is_latin and is_ruled_out(source, kind, claim, index):
                continue
            for dimensions, price, clues in dimensions_of(words, context, index, source, kind):
                total = kind_price + source.price + unit_price + price
                if releases or claim.is_undealt or claim.goes_to_unread:
                    kept = bool(releases) and not may_release(claim, source.concept, index)
                    total += price_of_part(claim, source.concept, index, unreleased=kept)
                if kind != "level":
                    total = _with_kind(total, claim, source, kind, dimensions, index)
                key = (source.concept, kind, dimensions)
                if key not in best or total < best[key].price:
                    said, where = _clues(source, clues), _INHERITED.get(source.where, "")
                    best[key] = Candidate(source.concept, kind, dimensions, total, said, where)
    found = sorted(best.values(), key=lambda c: (c.price, c.concept, c.kind, c.dimensions))
    return found[:MAX_CANDIDATES]


def _kind_of(kind: str, source: Source, claim: Claim, context: Context, index: TaxonomyIndex) -> str:
    """Return what is said of a concept: what a flow without a change added, or made up of a balance's change, it came to."""
    if (
        kind == "growth"
        and (claim.verb is None or claim.is_change_by_name)
        and index.variant(source.concept, "growth") is None
    ):
        return "level" if claim.base is None or claim.base.base != "constant_currency" else kind
    if not claim.adds or kind != "change" or source.where != "left":
        added = claim.adds_to and source.where == "right" and index.is_flow(source.concept)
        added = added or adds_to_row(claim, source, context, index)
        return "level" if added and kind == "change" else kind
    changed = (context.last or context.before) if claim.part_of_change else None
    beside = changed is not None and not index.is_flow(changed.candidate.concept)
    without = beside or index.variant(source.concept, "change") is None or adds_to_balance(claim, index)
    return (
        "level" if without and index.is_flow(source.concept) else kind
    )  # market movements added £3.4 billion


def _with_kind(
    price: float, claim: Claim, source: Source, kind: str, dimensions: Dimensions, index: TaxonomyIndex
) -> float:
    """Return a price with what it costs to read this of the concept, where it is no level."""
    concept = source.concept
    if claim.unsure_sign and direction_of(claim, concept, kind, index):
        price -= PRICE["sign_unsure"] * (not is_within_unsure(claim, source.token, kind, index))
    if (
        kind == "change"
        and claim.verb is None
        and claim.figure.kind != "percentage_points"
        and index.is_flow(concept)
    ):
        price += PRICE["new_flow"]
    if kind in ("share", "share_change") and (not dimensions or _is_part_by_itself(claim)):
        price += PRICE["share_of_all"]
    if kind == "share" and "total" in claim.marks and adds_up(claim):
        price += PRICE["joint"]  # 合計佔比: of all those before, and not of the last
    return price


def _is_part_by_itself(claim: Claim) -> bool:
    """Return whether the concept of Han prose is itself the part, of what was said before: 客戶資產X，其中存款佔Y."""
    named = [token.meanings for token in claim.left_terms]
    return (
        claim.of_which
        and not (claim.is_latin or claim.whole)
        and any(word.concepts for word in named)
        and not any(word.members for word in named)
        and not any(inner.meanings.members for token in claim.left_terms for inner in token.nested)
    )


_INHERITED = {"frame": "sentence", "lead": "sentence", "before": "paragraph", "heading": "heading"}


def _clues(source: Source, clues: list[Clue]) -> list[Clue]:
    if source.token:
        kind = "concept" if source.where in ("left", "right") else "inherited"
        return [(kind, source.token.start, source.token.end, source.concept), *clues]
    first = source.frame.candidate.clues[:1] if source.frame else []
    return [*(("inherited", a, b, target) for _, a, b, target in first), *clues]


def _kinds(claim: Claim, context: Context) -> Iterator[tuple[str, float]]:
    """Yield what the figure may say of a concept, with a price."""
    unit = claim.figure.kind
    behind = claim.verb is not None and claim.verb.start >= claim.figure.end
    if claim.kind == "apart" or (claim.is_difference and (unit in POINTS or behind)):
        return  # a distance between two rates is no rate of its own
    last = claim.last_word if claim.is_latin else None
    if unit in POINTS:
        is_level = unit == "basis_points" and claim.kind == "level"
        if unit == "basis_points" and not claim.unsure_sign:
            yield ("level", 0.0 if is_level else 0.6)
        if is_level and (claim.verb is not None or (last is not None and last.meanings.verb == "level")):
            return  # 由3.6個基點降至3.2個基點, amounted to 3.2 basis points
        unsaid = unit == "percentage_points" and claim.kind == "level" and claim.verb is None
        unsure = PRICE["sign_unsure"] if claim.unsure_sign or (unsaid and not claim.sign_said) else 0.0
        yield ("change", 0.3 if is_level else unsure)
        yield ("share_change", 0.1 + unsure)
        return
    reached = last is not None and last.meanings.verb == "reach"  # swelled deposits to 5 billion
    if claim.kind == "level" and claim.after_noun_verb and unit != "percent" and not reached:
        yield ("change", PRICE["noun_verb"])
        yield ("level", PRICE["noun_verb"])
        return
    price = PRICE["sign_unsure"] if claim.unsure_sign else 0.0
    if claim.after_noun_verb and claim.kind == "share":
        price += PRICE["noun_verb_share"]  # a share of the new ones is none of them all
    yield (claim.kind, price)
    if claim.kind == "share" and (claim.whole or claim.is_latin or is_rate_then(claim, context)):
        yield ("level", price)  # of a ratio that is called so
    yield from (("growth", 0.0),) * bool(claim.led_move)  # Deposits grew in all regions: Asia 12%
    said = claim.of_before or (unit == "percent" and (claim.led_part or goes_on_sharing(claim, context)))
    shares = unit == "percent" and claim.kind == "level" and not (claim.is_rate_on or claim.ranked)
    if not (said or claim.right) and is_growth_again(claim, context):
        return
    if shares and (said or not claim.tells_move):
        yield ("share", PRICE["share_of_before"] if said else PRICE["share_unsaid"])


def _sources(claim: Claim, context: Context, index: TaxonomyIndex, kind: str) -> list[Source]:
    """Return where the concept may come from: the figure's own words, else what was said before."""
    if kind == "share" and any(not index.is_default(axis, member) for axis, member in claim.part_of):
        return []  # the share of a concept is of all of it
    own = beside_share(_own(claim.left, claim, index, kind, "left"), claim, context)
    own.extend(_own(claim.right, claim, index, kind, "right") if claim.right else [])
    own = [] if kind == "share" and are_parts_too(own, index) else own
    if claim.whole:
        own = of_whole(claim, context, index, own) or rates_themselves(own, claim, index)
        return [*own, *ratios(claim, context, index, kind)]
    if claim.is_latin and claim.right:
        if kind == "level" and claim.figure.kind in _OF_A_WHOLE:
            own = [*ratios_behind(claim, context, index), *own]
        elif kind == "share" and own:
            whole_behind(claim, own)
    own = of_flow(claim, context, index, kind, own)
    own = counted_so(own, claim, context, index) if claim.figure.kind == "count" else own
    beside = is_of_before(claim, context.last) if claim.is_latin else kind == "share" and not claim.left_terms
    said = partial(_said_elsewhere, claim, context, index, kind) if own and beside else None
    if said and (parts := as_parts(own, claim, index, said)):
        return parts
    if own and not (claim.scattered and says_something_else(claim, own, index, kind)):
        return own
    if claim.scattered:
        price = PRICE["scattered"] + PRICE["scattered_far"] * claim.scattered_far + unread_inheriting(claim)
        price += price_of_deed(claim.scattered, claim, index) * (claim.is_acted_on or claim.is_made)
        return [Source(claim.scattered, price, None, "left")]
    return _of_axes(claim, index, kind) or _said_elsewhere(claim, context, index, kind)


_OF_A_WHOLE = ("percent", "basis_points", "times")


def _said_elsewhere(claim: Claim, context: Context, index: TaxonomyIndex, kind: str) -> list[Source]:
    """Return the concepts that were said before the clause, or above the paragraph."""
    unread = unread_inheriting(claim) + price_of_subject(claim)
    again = claim.is_before and claim.lead_is_behind and not claim.left_terms and bool(context.frames)
    broken = 0.0
    points = context.share_unsaid and claim.figure.kind in IN_PER_CENT and claim.kind != "growth"
    if (
        (context.broken or points)
        and not (context.only_another and claim.left_terms)
        and claim.follows is None
        and not (again and claim.figure.kind not in context.broken_kinds)
        and not goes_on_past_rate(claim, context)
        and not (context.instalment and claim.is_of_year)
    ):
        broken = PRICE["broken"]
        unread += broken
    goes_on = claim.is_on or (claim.is_pronoun and bool(context.frames))  # 2% of loans; it had been 3%
    again |= goes_on and claim.lead_is_behind  # £31m on home loans and £9m on cards
    lead = () if again or claim.lead_is_whole else claim.lead  # 0.59% of loans, against $118m
    if lead and not claim.is_latin:
        lead = [token for token in lead if token.is_term]  # 公司存款保持增長，較上年末增長6.91%
    # 每股計增長12%；股東應佔純利受市場波動影響，為X: named behind what was not understood
    own = broken * is_named_anew(claim, context) if broken else 0.0
    found = [
        Source(concept, PRICE["lead"] + PRICE["lead_each"] * step + unread - own + inside, word, "lead")
        for step, token in enumerate(reversed(lead))
        for concept, word, inside in inherited_from(token, claim, index, kind)
        if not is_not_of_last(concept, claim, context, index)
    ]
    if context.said and not context.frames:
        found.extend(
            Source(
                concept, PRICE["said_before"] + PRICE["lead_each"] * step + unread + inside, word, "before"
            )
            for step, token in enumerate(context.said)
            for concept, word, inside in inherited_from(token, claim, index, kind)
        )
    found.extend(of_figures_before(claim, context, index, kind, unread, lead=bool(found)))
    only = index.only_of_unit(claim.counted or claim.figure.unit_word)
    if only and not (claim.is_pronoun and any(source.where == "frame" for source in found)):
        done = PRICE["acted_on"] * claim.is_acted_on  # three outlets were merged: not all of them
        found.extend(
            Source(
                concept,
                # 412名員工: the noun is said here, whatever came before
                PRICE["unit_alone"]
                + unread
                - broken * (not claim.is_latin)
                + done * (not index.is_flow(concept))
                + price_of_places(concept, claim, index.named_parts),
                None,
                "right",
            )
            for concept in only
        )
    # (December: 24.3 billion); $236 million, 8% above a year ago
    beside = (claim.in_bracket or claim.kind in ("change", "growth")) and bool(context.frames)
    if not (claim.of_which or beside) and not any(
        (source.price < PRICE["heading"] + unread or (source.where in ("frame", "lead") and claim.is_latin))
        and index.unit_price(source.concept, claim.figure, kind, claim.counted) is not None
        for source in found
    ):
        found.extend(
            Source(concept, PRICE["heading"] + unread + inside, word, "heading")
            for token in (*reversed(context.lead_in), *context.headings)
            for concept, word, inside in inherited_from(token, claim, index, kind)
        )
    for source in (
        found if claim.is_acted_on else ()
    ):  # 融資餘額X。發行金融債券Y; granted loans and repaid $1m
        source.price += price_of_deed(source.concept, claim, index, goes_on=source.frame is not None)
    for source in found if claim.balance else ():
        source.price += PRICE["unread_telling"] * index.is_flow(source.concept)
    for source in found if claim.unread_said else ():
        source.price -= price_of_own(claim, source.concept, index.named_parts)
    return found


def _of_axes(claim: Claim, index: TaxonomyIndex, kind: str) -> list[Source]:
    """Return the concept that alone may carry a member of the clause, which its count fits: scope 1 was 410 tonnes of CO2e.

    In Han prose also the one that alone counts so and may carry it: IPO項目7單.
    """
    if claim.figure.kind in ("money", "percent") or kind != "level":
        return []
    axes = {axis for token in claim.left for axis, _ in token.meanings.members}
    said = claim.counted or claim.figure.unit_word
    if not axes or not said:
        return []
    concepts = {index.only_of_axis[axis] for axis in axes if axis in index.only_of_axis}
    if not concepts and not claim.is_latin:
        counting = index.counted_in.get(said, ())
        concepts = set(counting if len(counting) == 1 else ())
        concepts = {c for c in concepts if any(index.permits(c, frozenset((axis,))) for axis in axes)}
    price = PRICE["unit_alone"] + unread_inheriting(claim)
    return [
        Source(concept, price, None, "left")
        for concept in concepts
        if index.unit_price(concept, claim.figure, kind, claim.counted) is not None
    ]


def _own(tokens: list[Token], claim: Claim, index: TaxonomyIndex, kind: str, where: str) -> list[Source]:
    """Return the concepts that the figure's own words name, the head (the last one) the cheapest."""
    found: list[Source] = []
    tokens = [token for token in tokens if token.is_term]
    if not tokens:
        return found
    leave_out_narrowed(tokens, claim, index, kind)
    passed = 0
    if where == "left" and len(tokens) > 1:
        # a term with a gap ends where its last word does, and comes before that word: 新發放…貸款
        tokens.sort(key=lambda t: (max(t.reach, t.end), t.reach), reverse=True)
    for token in tokens:
        fitting = False
        aside = where == "left" and token.start in claim.complements
        for concept, word in concepts_in(token, claim, index):
            begins = claim.is_listed and word.end < token.end and only_begins(token, claim)
            if begins or index.unit_price(concept, claim.figure, kind, claim.counted) is None:
                continue
            fitting = True
            by_day = PRICE["right_though_left"] * (
                where == "left" and counts_all(claim, concept, index, kind)
            )
            price = PRICE["not_the_head"] * (passed + aside) + by_day
            price += PRICE["unread_telling"] * (aside and claim.complements[token.start])
            ends = where == "left" and ends_name_before(token, concept, tokens, claim, index)
            price += PRICE["unread_telling"] * ends
            is_parted = bool(claim.of_what) and index.is_parted(concept)
            price += unread_price(claim, word, where, concept, index.named_parts, is_parted=is_parted)
            if word is not token:
                price += inside_price(token, word, claim, index, kind)
            if word.gap and word.gap[1] >= claim.figure.end:
                found.append(
                    Source(concept, 0.05 * passed + by_day, word, "right")
                )  # the figure stands in the term's gap
                continue
            if claim.is_acted_on or claim.is_on or claim.is_made or claim.balance or claim.is_of_part:
                price += price_of_doing(concept, claim, index, where)
            if where == "right" or (claim.right and claim.is_latin and not _counts_in(concept, claim, index)):
                price += _place_price(claim, where, inside=word is not token)
            found.append(Source(concept, price, word, where))
        passed += fitting and not (aside or _is_object(token, tokens, index))
    return found


def _is_object(token: Token, tokens: list[Token], index: TaxonomyIndex) -> bool:
    """Return whether a member's word is what the flow right before it is of, though it holds a balance: 投放應急貸款."""
    return not token.meanings.concepts and any(
        other.end == token.start and any(index.is_flow(c) for c in other.meanings.concepts)
        for other in tokens
    )


def _place_price(claim: Claim, where: str, *, inside: bool) -> float:
    """Return the price of where a word stands; English counts before the noun: 312 branches."""
    counted = claim.is_latin and not claim.figure.kind
    if where != "right":
        return PRICE["right_though_left"] if counted and _has_term(claim.right) else 0.0
    # of which $288m were home loans: of what was said before; 其中2億元為定期存款 names it once more
    again = bool(claim.part) and not claim.is_latin
    price = PRICE["inside_another"] if inside and is_of_before(claim) and not again else 0.0
    left = _has_term(claim.left) and not counted
    return price + (PRICE["right_though_left"] * 0.5 if left else PRICE["right"])


def _counts_in(concept: str, claim: Claim, index: TaxonomyIndex) -> bool:
    """Return whether what stands behind a count is the unit of what the clause is about: the fleet consisted of 171 aircraft."""
    unit = index.taxonomy.concept_by_qname[concept].unit if claim.counted else None
    return unit is not None and claim.counted in index.unit_words.get(unit, ())


def _has_term(tokens: Iterable[Token]) -> bool:
    return any(token.is_term for token in tokens)
