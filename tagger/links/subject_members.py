"""The members that subjects name: of the figure before, of the clauses since, of a heading."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context, Frame, Source, near
from tagger.links.own_words import members_of
from tagger.links.prices import PRICE
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.word import ONLY_FUNCTION, Token


def of_subject(frame: Frame, context: Context) -> dict[str, str]:
    """Return the members of the figure before that its subject names, and no noun behind a figure: 21 overseas branches."""
    behind = {
        (token.start, token.end)
        for other in near(context.frames)
        for token in (*other.claim.right, *other.claim.part)
    }
    told = {target: (start, end) for _, start, end, target in frame.candidate.clues}
    return {
        axis: member
        for axis, member in frame.candidate.dimensions
        if member in told and told[member] not in behind
    }


def named_since(frame: Frame, claim: Claim, begins: int) -> list[Token]:
    """Return the words of the clauses between a figure and a claim: 澳洲業務轉虧為盈，盈利Y is of Australia.

    begins: where the claim's sentence does.
    """
    if frame.claim.sentence != claim.sentence:
        return [] if claim.is_latin else opening_part(claim, begins)
    if claim.is_latin:  # mortgages remain the largest part, with $4.4 billion
        since = [t for t in claim.lead if claim.is_pronoun and t.start >= frame.claim.figure.end]
        opening = since if since and since[0].is_term else claim.near_lead  # ; online, where …, it improved
        subject = next((token for token in opening if token.is_term), None)
        bare = not claim.left_terms and not claim.unread and subject is not None and not claim.is_before
        after = bare and subject is not None and subject.start >= frame.claim.figure.end
        behind = claim.part or (claim.goes_on and claim.lead_is_behind)
        if behind and subject in frame.claim.right:
            return []  # 46% was in real estate, 21% in mortgages: each names its own behind it
        return [subject] if after and subject is not None and not subject.meanings.concepts else []
    # 支持西部項目；公路貸款X: what stands before a semicolon is told by then
    begins = claim.apart_from or frame.claim.figure.end
    since = [token for token in claim.lead if token.start >= begins] if claim.lead else []
    if claim.kind != "level" and not _opens_clause(since, begins):
        return []  # 受房貸提前還款影響，同比下降5%
    own = frame.candidate.concept  # 1,012部自動櫃員機，員工X: the machines are what was counted
    return [token for token in since if own not in token.meanings.concepts]


def opening_part(claim: Claim, begins: int) -> list[Token]:
    """Return the words before a claim's clause where its sentence opens with a part: 其中以房貸為主，餘額X.

    begins: where the sentence does. A cause may stand before the clause of the part: 受惠於旅展，旅遊類表現最佳，增長Y.
    """
    if not claim.lead:
        return []
    for words, begin in ((claim.lead, begins), (claim.near_lead, claim.near_from)):
        if words and _opens_clause(*_behind_which(words, begin)):
            return words
    return []


def _behind_which(words: list[Token], begin: int) -> tuple[list[Token], int]:
    """Return the words behind 其中以, and where they begin: 其中以房貸為主."""
    which = len([token for token in words[:2] if "of_which" in token.meanings.kinds])
    if not which or len(words) <= which or words[which].meanings.kinds != ONLY_FUNCTION:
        return words, begin
    return words[which + 1 :], words[which].end


def _opens_clause(words: list[Token], end: int) -> bool:
    """Return whether the clause right behind a figure begins with the name of a part: X，(其中)基金受市場拖累，同比下降Y."""
    for token in words:
        if token.start > end + 1:
            return False
        if "of_which" not in token.meanings.kinds:
            return bool(token.meanings.members)
        end = token.end - 1
    return False


def of_one(heading: list[Token], index: TaxonomyIndex) -> list[Token]:
    """Return the words of a heading that say what all below it is of: 門診及住院服務 is of neither alone."""
    if len([token for token in heading if token.meanings.members]) < 2:  # noqa: PLR2004
        return heading
    members = {(axis, member) for axis, member, _ in members_of(heading)}
    several = any(
        axis == other and one != member and not index.related(one, member)
        for axis, one in members
        for other, member in members
    )
    return [] if several else heading


def price_of_several(lead_in: list[Token], index: TaxonomyIndex) -> float:
    """Return what it costs that what heads a paragraph names several parts: 零售及批發銀行盈利均上升。減值支出為X."""
    return 0.0 if of_one(lead_in, index) else PRICE["joint"]


def scope_of_lead(
    claim: Claim, index: TaxonomyIndex, source: Source, chosen: dict[str, tuple[str, Token]]
) -> None:
    """Add the scope that an earlier clause sets (按監管口徑，…): it holds whatever else the clause says."""
    axis = index.role_axes.get("basis")
    if axis is None or axis in chosen or not index.permits(source.concept, frozenset((*chosen, axis))):
        return
    for name, member, token in members_of(reversed(claim.lead)):
        if name == axis:
            chosen[axis] = (member, token)
            return


def may_be_set_in(context: Context, source: Source, index: TaxonomyIndex) -> bool:
    """Return whether a concept may carry what its sentence is set in: in Hong Kong, the cost-to-income ratio was 41%, of what."""
    return any(
        index.permits(source.concept, frozenset((axis,))) or member in index.entities
        for axis, member, _ in members_of(context.scene)
    )
