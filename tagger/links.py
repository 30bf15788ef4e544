"""Links a claim to the taxonomy: which concept, which members, at what price.

A candidate's price grows with what it has to assume (inherited words), with what it leaves unsaid (words of the clause
that nothing explains), and with what does not quite fit (a counter of another unit). exp(-price) orders candidates;
`tagger.confidence` turns it into a measured share of right answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tagger.claims import Claim
from tagger.periods import TimePhrase
from tagger.taxonomy_index import TaxonomyIndex
from tagger.vocabulary import Token

Dimensions = tuple[tuple[str, str], ...]
Clue = tuple[str, int, int, str]
"""kind, start, end in the prose, target: one piece of evidence."""

PRICE = {
    "not_the_head": 0.3,  # a nearer concept was passed over
    "right": 0.05,  # the noun stands after the figure
    "right_though_left": 0.45,
    "lead": 0.35,  # concept in an earlier clause of the sentence
    "frame": 0.12,  # concept of the figure before, nothing else said
    "frame_members": 0.15,  # … with members of its own
    "of_which": 0.05,
    "frame_words": 0.08,  # another concept of the same words, because the unit is another
    "frame_beyond": 0.55,  # the sentence before
    "frame_beyond_each": 0.15,
    "frame_beyond_expected": 0.35,  # a change or 其中 looks for what came before
    "heading": 0.4,
    "unread_after": 0.55,
    "unread_after_each": 0.12,
    "unread_attached": 0.22,
    "unread_attached_each": 0.1,
    "unread_loose_each": 0.02,
    "unread_inheriting_each": 0.3,
    "unused_member": 0.8,
    "unused_concept": 0.25,
    "same_axis_twice": 0.3,
    "carried_member": 0.06,
    "lead_member": 0.25,
    "lead_dropped": 0.45,
    "carried_dropped": 0.4,
    "heading_member": 0.25,
    "topic": 0.3,  # a heading that is nothing but terms
    "noun_verb": 0.35,
    "sign_unsure": 0.8,  # improved: up or down, as the thing is
}
MAX_CANDIDATES = 6


@dataclass(slots=True)
class Candidate:
    """A reading of a figure: base concept, what of it (kind), dimensions, and what it costs to believe."""

    concept: str
    kind: str
    dimensions: Dimensions
    price: float
    clues: list[Clue] = field(default_factory=list)
    inherited: str = ""  # "", "sentence", "paragraph", "heading"


@dataclass(slots=True)
class Frame:
    """A claim with the candidate it was given and its phrase of time: what later figures may inherit."""

    claim: Claim
    candidate: Candidate
    time: TimePhrase | None = None


@dataclass(slots=True)
class Context:
    """What stands before a claim: frames of its sentence and paragraph, words of the headings above."""

    frames: list[Frame] = field(default_factory=list)
    before: Frame | None = None  # the last frame of an earlier sentence of the paragraph
    headings: list[Token] = field(default_factory=list)
    topic: list[Token] = field(default_factory=list)  # the nearest heading, if it is nothing but terms
    lead_in: list[Token] = field(default_factory=list)
    caption_money: bool = False

    def before_claim(self, claim: Claim) -> Frame | None:
        """Return the frame that a claim takes over: of the figure it follows in a list, else the last one."""
        if claim.follows is not None:
            return next((frame for frame in self.frames if frame.claim is claim.follows), self.last)
        return self.last

    @property
    def last(self) -> Frame | None:
        """Return the frame of the figure before in the sentence."""
        return self.frames[-1] if self.frames else None


@dataclass(slots=True)
class _Source:
    """Where a candidate's concept comes from."""

    concept: str
    price: float
    token: Token | None
    where: str  # "left", "right", "lead", "frame", "before", "heading"
    frame: Frame | None = None


def candidates_of(claim: Claim, context: Context, index: TaxonomyIndex) -> list[Candidate]:
    """Return the few best candidates of a claim, the cheapest first."""
    best: dict[tuple[str, str, Dimensions], Candidate] = {}
    for kind, kind_price in _kinds(claim):
        for source in _sources(claim, context, index, kind):
            unit_price = index.unit_price(source.concept, claim.figure, kind)
            if unit_price is None:
                continue
            for dimensions, price, clues in _dimensions(claim, context, index, source):
                total = kind_price + source.price + unit_price + price
                key = (source.concept, kind, dimensions)
                if key not in best or total < best[key].price:
                    best[key] = Candidate(
                        source.concept,
                        kind,
                        dimensions,
                        total,
                        _clues(source, clues),
                        _inherited(source.where),
                    )
    return sorted(best.values(), key=lambda c: (c.price, c.concept, c.kind, c.dimensions))[:MAX_CANDIDATES]


def _inherited(where: str) -> str:
    return {"frame": "sentence", "lead": "sentence", "before": "paragraph", "heading": "heading"}.get(
        where, ""
    )


def _clues(source: _Source, clues: list[Clue]) -> list[Clue]:
    if source.token:
        kind = "concept" if source.where in ("left", "right") else "inherited"
        return [(kind, source.token.start, source.token.end, source.concept), *clues]
    first = source.frame.candidate.clues[:1] if source.frame else []
    return [*(("inherited", a, b, target) for _, a, b, target in first), *clues]


def _kinds(claim: Claim) -> Iterator[tuple[str, float]]:
    """Yield what the figure may say of a concept, with a price."""
    unit = claim.figure.kind
    if claim.is_difference and unit in ("percentage_points", "basis_points"):
        return  # a distance between two rates is no rate of its own
    if unit in ("percentage_points", "basis_points"):
        is_level = unit == "basis_points" and claim.kind == "level" and claim.verb is None
        if unit == "basis_points":
            yield ("level", 0.0 if is_level else 0.6)
        unsure = PRICE["sign_unsure"] if claim.unsure_sign else 0.0
        yield ("change", 0.3 if is_level else unsure)
        yield ("share_change", 0.1 + unsure)
        return
    if claim.kind == "level" and claim.after_noun_verb and unit != "percent":
        yield ("change", PRICE["noun_verb"])
        yield ("level", PRICE["noun_verb"])
        return
    yield (claim.kind, PRICE["sign_unsure"] if claim.unsure_sign else 0.0)
    if unit == "percent" and claim.kind == "level":
        yield ("share", 0.5)


def _concepts(token: Token) -> Iterator[tuple[str, Token]]:
    for meaning in token.meanings:
        if meaning.kind == "concept":
            yield meaning.target, token
    for nested in token.nested:
        for meaning in nested.meanings:
            if meaning.kind == "concept":
                yield meaning.target, nested


def _sources(claim: Claim, context: Context, index: TaxonomyIndex, kind: str) -> list[_Source]:
    """Return where the concept may come from: the figure's own words, else what was said before."""
    own = [*_own(claim.left, claim, index, kind, "left"), *_own(claim.right, claim, index, kind, "right")]
    if claim.whole:
        return _of_whole(claim, context, index, own)
    if own:
        return own
    unread = sum(_length(a, b, claim) for a, b in claim.unread) * PRICE["unread_inheriting_each"]
    found = []
    for step, token in enumerate(reversed(claim.lead)):
        for concept, word in _concepts(token):
            found.append(_Source(concept, PRICE["lead"] + 0.05 * step + unread, word, "lead"))  # noqa: PERF401
    frame = context.before_claim(claim)
    if frame:
        found.extend(_of_frame(claim, frame, _frame_price(claim) + unread, "frame", index, kind))
    elif context.before:
        distance = claim.sentence - context.before.claim.sentence
        price = PRICE["frame_beyond"] + PRICE["frame_beyond_each"] * (distance - 1) + unread
        if claim.of_which or claim.kind in ("change", "growth"):
            price -= PRICE["frame_beyond_expected"]
        found.extend(_of_frame(claim, context.before, price, "before", index, kind))
    if not claim.of_which:
        for token in (*reversed(context.lead_in), *context.headings):
            for concept, word in _concepts(token):
                found.append(_Source(concept, PRICE["heading"] + unread, word, "heading"))  # noqa: PERF401
    return found


def _frame_price(claim: Claim) -> float:
    if claim.of_which:
        return PRICE["of_which"]
    has_members = any(m.kind == "member" for t in claim.left for m in t.meanings)
    return PRICE["frame_members"] if has_members else PRICE["frame"]


def _of_frame(claim: Claim, frame: Frame, price: float, where: str, index: TaxonomyIndex, kind: str) -> Iterator[_Source]:
    """Yield the concept of a figure before, and the others that its words may name (承銷債券35隻、金額286億元)."""
    price += frame.candidate.price * 0.5
    yield _Source(frame.candidate.concept, price, None, where, frame)
    if index.unit_price(frame.candidate.concept, claim.figure, kind) is None:
        for token in (*frame.claim.left, *frame.claim.right):
            for concept, _ in _concepts(token):
                yield _Source(concept, price + PRICE["frame_words"], None, where, frame)


def _of_whole(claim: Claim, context: Context, index: TaxonomyIndex, own: list[_Source]) -> list[_Source]:
    """Return the concepts of a share whose whole is named: 佔吸收存款的41%. The whole must be whole, not a part of one."""
    if any(not index.is_default(axis, member) for axis, member, _ in _members(claim.whole)):
        return []
    wholes = {concept for token in claim.whole for concept, _ in _concepts(token)}
    same = [source for source in own if source.concept in wholes]
    if same or own:
        return same
    frame = context.before_claim(claim) or context.before
    if frame and frame.candidate.concept in wholes:
        unread = sum(_length(a, b, claim) for a, b in claim.unread) * PRICE["unread_inheriting_each"]
        price = PRICE["of_which"] + frame.candidate.price * 0.5 + unread
        return [_Source(frame.candidate.concept, price, None, "frame", frame)]
    return []


def _own(tokens: list[Token], claim: Claim, index: TaxonomyIndex, kind: str, where: str) -> list[_Source]:
    """Return the concepts that the figure's own words name, the head (the last one) the cheapest."""
    found: list[_Source] = []
    passed = 0
    ordered = list(reversed(tokens)) if where == "left" else tokens
    for token in ordered:
        fitting = False
        for concept, word in _concepts(token):
            if index.unit_price(concept, claim.figure, kind) is None:
                continue
            fitting = True
            price = PRICE["not_the_head"] * passed + _unread_price(claim, word, where)
            if word is not token and not any(m.kind == "member" for m in token.meanings):
                price += PRICE["not_the_head"]  # inside a longer concept's name
            if word.gap and word.gap[1] >= claim.figure.end:
                found.append(
                    _Source(concept, 0.05 * passed, word, "right")
                )  # the figure stands in the term's gap
                continue
            if where == "right":
                counted = claim.is_latin and not claim.figure.kind  # 312 branches: English counts before the noun
                left = _has_term(claim.left) and not counted
                price += PRICE["right_though_left"] * 0.5 if left else PRICE["right"]
            elif claim.is_latin and not claim.figure.kind and _has_term(claim.right):
                price += PRICE["right_though_left"]
            found.append(_Source(concept, price, word, where))
        passed += fitting
    return found


def _has_term(tokens: Iterable[Token]) -> bool:
    return any(token.is_term for token in tokens)


_LATIN_LETTER = 0.2
"""What a letter of a Latin word weighs where a Han character weighs 1."""


def _length(start: int, end: int, claim: Claim) -> float:
    return (end - start) * (_LATIN_LETTER if claim.is_latin else 1.0)


def _unread_price(claim: Claim, word: Token, where: str) -> float:
    """Return the price of the words that nothing explains, by where they stand about the concept's word."""
    if where == "right":
        return min(0.6, sum(0.02 * _length(a, b, claim) for a, b in claim.unread)) + sum(
            PRICE["unread_attached"] + 0.05 * _length(a, b, claim) for a, b in claim.right_unread if b <= word.start
        )
    start = _phrase_start(claim.left, word)
    last = word.gap[1] if word.gap else word.end
    price = 0.0
    for a, b in claim.unread:
        if a >= last:
            price += PRICE["unread_after"] + PRICE["unread_after_each"] * _length(a, b, claim)
        elif start - 1 <= b <= word.end or a >= start:
            price += PRICE["unread_attached"] + PRICE["unread_attached_each"] * _length(a, b, claim)
        else:
            price += min(0.3, PRICE["unread_loose_each"] * _length(a, b, claim))
    return price


def _phrase_start(tokens: list[Token], word: Token) -> int:
    """Return where the run of words without a hole that ends at the word begins."""
    start = word.start
    for token in reversed(tokens):
        if token.end <= start and start - token.end <= 1 and token.is_term:
            start = token.start
        elif token.start < start < token.end:
            start = token.start
    return start


def _members(tokens: Iterable[Token]) -> Iterator[tuple[str, str, Token]]:
    """Yield (axis, member, token) of the members that tokens name, those inside a concept's name too."""
    for token in tokens:
        own = [(m.axis, m.target, token) for m in token.meanings if m.kind == "member"]
        yield from own
        if not own and any(m.kind == "concept" for m in token.meanings):
            for nested in token.nested:
                for meaning in nested.meanings:
                    if meaning.kind == "member":
                        yield meaning.axis, meaning.target, nested


def _dimensions(
    claim: Claim, context: Context, index: TaxonomyIndex, source: _Source
) -> Iterator[tuple[Dimensions, float, list[Clue]]]:
    """Yield the dimensions the concept may have here, each with its price and evidence."""
    own_tokens = [*claim.left, *claim.right] if source.where == "right" else claim.left
    own_tokens = [*own_tokens, *claim.scope]
    chosen: dict[str, tuple[str, Token]] = {}
    unused: list[Token] = []
    price = 0.0
    for axis, member, token in _members(own_tokens):
        if not index.permits(source.concept, frozenset((*chosen, axis))):
            if source.token is None or not (source.token.start <= token.start and token.end <= source.token.end):
                unused.append(token)
            continue
        earlier = chosen.get(axis)
        if earlier and earlier[0] != member:
            if earlier[1].start <= token.start < earlier[1].end:
                continue  # another meaning of the same word
            if not index.related(earlier[0], member):
                price += PRICE["same_axis_twice"]
        chosen[axis] = (member, token)
    used = {id(token) for _, token in chosen.values()}
    price += PRICE["unused_member"] * len({id(token) for token in unused} - used)
    price += PRICE["unused_concept"] * _unused_concepts(own_tokens, source, used)
    clues: list[Clue] = [("member", t.start, t.end, m) for m, t in chosen.values()]
    own = {axis: member for axis, (member, _) in chosen.items()}
    yield from _carried(claim, context, index, source, own, price, clues)


def _unused_concepts(tokens: list[Token], source: _Source, used: set[int]) -> int:
    count = 0
    for token in tokens:
        if token is source.token or id(token) in used or source.token in token.nested:
            continue
        if any(m.kind == "concept" and m.target != source.concept for m in token.meanings):
            count += not any(m.kind == "concept" and m.target == source.concept for m in token.meanings)
    return count


def _carried(
    claim: Claim,
    context: Context,
    index: TaxonomyIndex,
    source: _Source,
    own: dict[str, str],
    price: float,
    clues: list[Clue],
) -> Iterator[tuple[Dimensions, float, list[Clue]]]:
    """Yield the own members together with those carried over, and without them."""
    carry, carry_price, carry_clues = _carry(claim, context, index, source, own)
    both = {**carry, **own}
    if carry and index.permits(source.concept, frozenset(both)):
        yield index.without_defaults(both), price + carry_price, [*clues, *carry_clues]
        if source.where in ("left", "right"):
            yield index.without_defaults(own), price + PRICE["carried_dropped"], clues
    else:
        yield index.without_defaults(own), price, clues


def _carry(
    claim: Claim, context: Context, index: TaxonomyIndex, source: _Source, own: dict[str, str]
) -> tuple[dict[str, str], float, list[Clue]]:
    """Return the members that the claim takes over from before, their price and evidence."""
    frame = source.frame or context.before_claim(claim) or (context.before if claim.of_which else None)
    basis = index.role_axes.get("basis")
    named = [axis for axis in own if axis != basis]  # a scope says nothing of what is carried
    if source.frame is None and named and not claim.of_which:
        return _scope_of_lead(claim, index, source, own)
    if source.frame is not None:
        keep = not named or claim.of_which or claim.kind in ("change", "growth")
        taken = dict(source.frame.candidate.dimensions) if keep else {}
        return _permitted(taken, own, source, index), 0.0, _frame_clues(source.frame)
    if claim.total:
        return {}, 0.0, []
    if frame is not None:
        taken = _permitted(dict(frame.candidate.dimensions), own, source, index)
        return taken, PRICE["carried_member"], _frame_clues(frame)
    back = context.before
    own_words = source.where in ("left", "right")
    if back is not None and (claim.back_reference or (not own_words and _under(back, context))):
        taken = _permitted(dict(back.candidate.dimensions), own, source, index)
        return taken, PRICE["lead_member"] if taken else 0.0, _frame_clues(back)
    for tokens, price in (
        ([token for token in claim.lead if token.start >= claim.near_from], PRICE["lead_member"]),
        (context.lead_in, PRICE["lead_member"]),
        (context.topic, PRICE["topic"]),
        (context.headings[::-1] if source.where == "heading" else [], PRICE["heading_member"]),
    ):
        found = {axis: (member, token) for axis, member, token in _members(tokens)}
        names = _permitted({axis: member for axis, (member, _) in found.items()}, own, source, index)
        if names:
            return (
                names,
                price,
                [("inherited", found[a][1].start, found[a][1].end, m) for a, m in names.items()],
            )
    return {}, 0.0, []


def _under(frame: Frame, context: Context) -> bool:
    """Return whether a heading or lead-in above names a member of the frame: the section is about it."""
    about = {member for _, member, _ in _members((*context.lead_in, *context.headings))}
    return any(member in about for _, member in frame.candidate.dimensions)


def _scope_of_lead(
    claim: Claim, index: TaxonomyIndex, source: _Source, own: dict[str, str]
) -> tuple[dict[str, str], float, list[Clue]]:
    """Return the scope that an earlier clause sets (按監管口徑，…): it holds whatever else the clause says."""
    axis = index.role_axes.get("basis")
    found = [(member, token) for name, member, token in _members(claim.lead) if name == axis]
    if not found or axis is None:
        return {}, 0.0, []
    member, token = found[-1]
    return (
        _permitted({axis: member}, own, source, index),
        PRICE["carried_member"],
        [("inherited", token.start, token.end, member)],
    )


def _permitted(
    taken: dict[str, str], own: dict[str, str], source: _Source, index: TaxonomyIndex
) -> dict[str, str]:
    return {
        axis: member
        for axis, member in taken.items()
        if axis not in own and index.permits(source.concept, frozenset((*own, axis)))
    }


def _frame_clues(frame: Frame) -> list[Clue]:
    return [
        ("inherited", start, end, target)
        for kind, start, end, target in frame.candidate.clues
        if kind in ("member", "inherited")
    ]
