"""Parts of a whole whose names leave what the whole or the other parts are called: of which income from bank cards.

Fee income is broken down by kinds of fees. A part of it called 理財業務收入 or income from bank cards is the one kind whose
name says as much when all such words are left out of both: 理財 and bank card, of 理財業務手續費 and bank card fees.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context, Frame
from tagger.links.setting import Setting
from tagger.links.stems import stems_of
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language
from tagger.words.word import ONLY_FUNCTION, Meaning, Token, Word

Core = frozenset[str]
Cores = dict[Core, tuple[str, str] | None]

_SHORTEST = 2


def take_half_named(claim: Claim, context: Context, setting: Setting) -> None:
    """Give a part of the whole before it the one member whose name says the same, less what all such names say."""
    frame, index = _whole_of(claim, context), setting.index
    concept = frame.candidate.concept if frame is not None else _whole_listed(claim, context, setting)
    if not concept or claim.right or claim.whole:
        return
    if index.unit_price(concept, claim.figure, claim.kind, claim.counted) is None:
        return
    own = [token for token in claim.left if token.is_term]
    said = not claim.unread and _is_said(own, concept, claim, index)
    if said and (claim.is_latin or _is_of_whole(own, concept, index) or not _is_bare(claim, frame, context)):
        return
    spans = sorted([*claim.unread, *((token.start, token.end) for token in own)])
    if not (spans or claim.is_latin) and claim.kind == "share":  # 港元存款佔55%，美元佔25%
        spans = [(t.start, t.end) for t in claim.left if "currency" in t.meanings.kinds]
    if not spans:
        return
    if not claim.is_latin:
        spans = _joined(spans)
        spans = [_with_words(spans[0], claim)] if len(spans) == 1 else spans
    pieces = [setting.prose.text[start:end] for start, end in spans]
    bare = 2 if said else int(frame is None)
    found = _part_in_pieces(pieces, concept, setting, bare=bare, han=not claim.is_latin)
    if found and frame is not None and not claim.is_latin:
        found = _as_before(found, pieces, frame, index)
    if not found:
        return
    axis, member = found
    whole = dict(frame.candidate.dimensions).get(axis) if frame is not None else None
    if claim.of_which and whole is not None and not index.related(whole, member):
        return  # 財富管理手續費收入，其中代理保險業務收入: one kind is no part of another
    _put(claim, spans[0][0], max(end for _, end in spans), found)
    claim.unread, claim.telling, claim.half_named = [], (), True


def _as_before(
    found: tuple[str, str], pieces: list[str], frame: Frame, index: TaxonomyIndex
) -> tuple[str, str] | None:
    """Return the part that pieces name, of the kind that the part before is; None for another: 製造業佔22%，房地產佔8%."""
    axes = [axis for axis, _ in frame.candidate.dimensions]
    if not axes or found[0] in axes:
        return found
    begun = [
        pair
        for pair, names in index.named_parts.parts_called.items()
        if pair[0] in axes and any(name.startswith(pieces[0]) for name in names)
    ]
    return begun[0] if len(begun) == 1 and len(pieces) == 1 else None


def _part_in_pieces(
    pieces: list[str], concept: str, setting: Setting, *, bare: int, han: bool
) -> tuple[str, str] | None:
    """Return the one part that pieces of a clause name; bare: whether its name must begin so, 2 where it must be no more."""
    cores = _cores_of(concept, setting.index, setting.language, han=han)
    if bare:  # 手續費收入中，銀行卡X，託管Y: as such names begin, and no more
        found = cores.get(frozenset(pieces)) if len(pieces) == 1 else None
        if found or bare > 1 or not han or len(pieces) > 1:
            return found
        return cores.get(_core_said(pieces, concept, setting, han=True))
    found = cores.get(_core_said(pieces, concept, setting, han=han))
    return found or (_begun_by(pieces[0], concept, setting.index) if han and len(pieces) == 1 else None)


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches of Han words, those that touch as one: 理財|業務."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _with_words(span: tuple[int, int], claim: Claim) -> tuple[int, int]:
    """Return a stretch of Han words with those of the language right around it, which may be of its name: 財富|管理."""
    start, end = span
    for token in claim.left:
        if token.start == end and token.meanings.kinds == ONLY_FUNCTION and token.end <= claim.amount_start:
            end = token.end
    return start, end


def _put(claim: Claim, first: int, last: int, found: tuple[str, str]) -> None:
    """Let a stretch of a claim's words be a member."""
    kept = [token for token in claim.left if token.end <= first or token.start >= last]
    named = Token(first, last, Word((Meaning("member", found[1], found[0]),)), is_term=True)
    claim.left = sorted([*kept, named], key=lambda token: token.start)


def _whole_listed(claim: Claim, context: Context, setting: Setting) -> str:
    """Return what a figure of Han prose is one of several parts of: 手續費收入中，銀行卡X，託管Y; "" for nothing."""
    if claim.is_latin or claim.kind != "level" or claim.is_before:
        return ""
    last = context.last
    if last is not None and last.claim.sentence == claim.sentence:
        told = last.candidate
        alike = told.kind == "level" and last.claim.figure.kind == claim.figure.kind
        return told.concept if alike and told.dimensions and not claim.apart_from else ""
    near = [token for token in claim.near_lead if token.is_term]
    within = (*(word for _, word in setting.language.share_within), *setting.language.extra["inclusions"])
    if len(near) != 1 or len(near[0].meanings.concepts) != 1 or near[0].meanings.members:
        return ""
    parted = setting.prose.text[near[0].end : claim.clause_start].rstrip("，,：: ")
    return near[0].meanings.concepts[0] if parted in within else ""


def _is_of_whole(own: list[Token], concept: str, index: TaxonomyIndex) -> bool:
    """Return whether words name the whole itself, or a member that it may carry."""
    return any(
        concept in token.meanings.concepts
        or any(index.permits(concept, frozenset((axis,))) for axis, _ in token.meanings.members)
        for token in own
    )


def _is_bare(claim: Claim, frame: Frame | None, context: Context) -> bool:
    """Return whether a figure's words are one name alone, in a list of which no other says either what it is part of."""
    last = context.last
    opens = last is None or bool(last.candidate.inherited)
    listed = frame is not None or opens or claim.is_listed or claim.of_which
    return listed and len(claim.left_terms) == 1


def take_what_it_is_from(claim: Claim, setting: Setting) -> None:
    """Give a concept of Han prose the one member that says what it is from: 來自銀行卡的手續費收入, of 銀行卡手續費."""
    head = next((token for token in reversed(claim.left) if token.meanings.concepts), None)
    if head is None or claim.is_latin or claim.whole or len(head.meanings.concepts) != 1:
        return
    text, index, concept = setting.prose.text, setting.index, head.meanings.concepts[0]
    end = head.start - 1
    if not text.startswith(setting.language.attributive, end):
        return  # 公司資產總額 are the company's
    said = next((t for t in claim.left if t.end == end and t.is_term), None)
    spans = (
        [(said.start, said.end)] if said is not None else [hole for hole in claim.unread if hole[1] == end]
    )
    if not spans or (said is not None and _is_of_whole([said], concept, index)):
        return
    found = _cores_of(concept, index, setting.language, han=True).get(frozenset((text[slice(*spans[0])],)))
    if found:
        _put(claim, *spans[0], found)
        claim.unread = [hole for hole in claim.unread if hole != spans[0]]


def part_called(said: str, concept: str, setting: Setting) -> tuple[str, str] | None:
    """Return the (axis, member) of the one part of a thing that Han prose calls so, less what all such parts are called."""
    core = _core_said([said], concept, setting, han=True)
    found = _cores_of(concept, setting.index, setting.language, han=True).get(core)
    return found or _begun_by(said, concept, setting.index)


def name_part(claim: Claim, span: tuple[int, int], said: str, concept: str, setting: Setting) -> None:
    """Let a stretch of a claim of Latin prose be the one member of a thing that is called so, less what all are called."""
    found = _cores_of(concept, setting.index, setting.language, han=False).get(
        _core_said([said], concept, setting, han=False)
    )
    if found:
        _put(claim, *span, found)
        claim.unread, claim.telling, claim.half_named = [], (), True


def _begun_by(said: str, concept: str, index: TaxonomyIndex) -> tuple[str, str] | None:
    """Return the one part whose name goes on as the concept's begins: 公募基金, of 公募基金託管, where 託管規模 is the whole."""
    if len(said) <= _SHORTEST or not index.named_parts.may_begin(said):
        return None
    names = index.named_parts.names.get(concept, ())
    heads = tuple(name[:cut] for name in names for cut in range(_SHORTEST, len(name)))
    found = [p for p in index.named_parts.begun(said, heads) if index.permits(concept, frozenset((p[0],)))]
    return found[0] if len(found) == 1 else None


def take_half_named_behind(claim: Claim, context: Context, setting: Setting) -> None:
    """Give a concept the one member whose name says what a link joins to it: fee and commission income from custody.

    In Latin prose, where what stands there names no member.
    """
    text, language = setting.prose.text, setting.language
    if not claim.is_latin or claim.whole:
        return
    if claim.composed is None and claim.in_bracket and not claim.left_terms:
        claim.composed = _listed_before_bracket(claim, context, setting)
    if claim.composed is not None:
        _take_what_most_is_of(claim, claim.composed, context, setting)
        return
    head = next((token for token in claim.left if token.meanings.concepts), None)
    behind = [token for token in claim.left if head is not None and token.start >= head.end]
    if head is None or not behind or text[behind[0].start : behind[0].end] not in language.links:
        return
    first = behind[0].end + 1
    verb = next((t for t in behind[1:] if t.meanings.verb and not t.is_term), None)
    last = verb.start - 1 if verb is not None else claim.figure.start - 1
    inside = [hole for hole in claim.unread if first <= hole[0] and hole[1] <= last]
    others = [token for token in behind[1:] if token.is_term and token.start < last]
    if not (inside or others) or any(token.meanings.members for token in others):
        return
    for concept in head.meanings.concepts:
        core = _core_said([text[first:last]], concept, setting, han=False)
        found = _cores_of(concept, setting.index, language, han=False).get(core)
        if found and setting.index.unit_price(concept, claim.figure, claim.kind, claim.counted) is not None:
            _put(claim, first, last, found)
            claim.unread = [hole for hole in claim.unread if hole not in inside]
            claim.half_named = True
            claim.telling, claim.heads = (), ()
            return


def _listed_before_bracket(claim: Claim, context: Context, setting: Setting) -> tuple[int, int] | None:
    """Return where the next of a list of half-named parts stands, before the bracket that its amount stands in."""
    last, text = context.last, setting.prose.text
    if last is None or not (last.claim.half_named and last.claim.in_bracket):
        return None
    first = last.claim.figure.end
    opened = text.find("(", first, claim.figure.start)
    said = text[first:opened].strip(" ,)")
    joining = next((word for word in setting.language.conjunctions if said.startswith(f"{word} ")), "")
    said = said.removeprefix(joining).strip()
    start = text.find(said, first, opened) if said else -1
    return (start, start + len(said)) if start >= 0 else None


def _take_what_most_is_of(claim: Claim, where: tuple[int, int], context: Context, setting: Setting) -> None:
    """Give a claim the one member that is said to make up most of its thing: fee income was led by custody, at $5m."""
    first, last = where
    before = [t for t in (*claim.lead, *claim.left) if t.meanings.concepts and t.end < first]
    own = before[-1].meanings.concepts if before else ()
    for concept in (context.last.candidate.concept,) if context.last is not None else own:
        core = _core_said([setting.prose.text[first:last]], concept, setting, han=False)
        found = _cores_of(concept, setting.index, setting.language, han=False).get(core)
        if found and setting.index.unit_price(concept, claim.figure, claim.kind, claim.counted) is not None:
            _put(claim, first, last, found)
            claim.unread = [hole for hole in claim.unread if not first <= hole[0] < last]
            claim.composed, claim.half_named = None, True
            return


def _is_said(tokens: list[Token], concept: str, claim: Claim, index: TaxonomyIndex) -> bool:
    """Return whether words name a member that the concept may carry, or a concept that the figure may be of."""
    return any(
        index.permits(concept, frozenset((axis,))) for token in tokens for axis, _ in token.meanings.members
    ) or any(
        index.unit_price(name, claim.figure, claim.kind, claim.counted) is not None
        for token in tokens
        for name in token.meanings.concepts
    )


def _whole_of(claim: Claim, context: Context) -> Frame | None:
    """Return the figure before that a claim is a part of: of which; one more of its parts, or of the shares of a whole."""
    last = context.before_claim(claim)
    if last is None:
        return context.before if claim.of_which else None
    part = last.candidate.kind == claim.kind and (
        last.within_part or claim.kind == "share" or last.claim.half_named
    )
    return last if claim.of_which or (part and bool(last.candidate.dimensions)) else None


def _core_said(pieces: list[str], concept: str, setting: Setting, *, han: bool) -> Core:
    names = setting.index.named_parts.names.get(concept, ())
    if han:
        return _han_core("".join(pieces), _tails_of(setting.language), names)
    return stems_of(" ".join(pieces), setting.language) - _stems(names, setting.language)


def _cores_of(concept: str, index: TaxonomyIndex, language: Language, *, han: bool) -> Cores:
    """Return by what is left of the names of members that a concept may carry the member, None where several are called so.

    The axis that the fewest concepts may carry is the one that breaks this concept down: its members come before others.
    """
    kept = index.named_parts.cores.get((concept, han))
    if kept is not None:
        return kept
    axes = {axis for axis, _ in index.named_parts.parts_called if index.permits(concept, frozenset((axis,)))}
    cores = _cores_within(axes, index.named_parts.names.get(concept, ()), index, language, han=han)
    index.named_parts.cores[concept, han] = cores
    return cores


def members_alike(axis: str, index: TaxonomyIndex, language: Language, *, han: bool) -> Cores:
    """Return by what is left of the names of an axis's members the member, None where several are called so."""
    key = (axis, han)
    kept = index.named_parts.cores.get(key)
    if kept is not None:
        return kept
    cores = _cores_within({axis}, (), index, language, han=han)
    index.named_parts.cores[key] = cores
    return cores


def _cores_within(
    axes: set[str], names: tuple[str, ...], index: TaxonomyIndex, language: Language, *, han: bool
) -> Cores:
    """Return the cores of the members of axes: without `names` too, and of the axis that the fewest concepts may carry."""
    listed: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for (axis, member), called in index.named_parts.parts_called.items():
        if axis in axes and member not in index.companies:
            listed[axis].extend((member, name) for name in called if name.isascii() != han)
    found: dict[Core, list[tuple[str, str]]] = {}
    widths = {axis: _width(axis, index) for axis in listed}
    for axis in sorted(listed, key=lambda name: (widths[name], name)):
        for member, core in _of_axis(listed[axis], names, language, han=han):
            others = found.setdefault(core, [])
            if (axis, member) not in others and (not others or widths[others[0][0]] == widths[axis]):
                others.append((axis, member))
    return {core: pairs[0] if len(pairs) == 1 else None for core, pairs in found.items()}


def core_of(said: str, axis: str, index: TaxonomyIndex, language: Language) -> tuple[str, str] | None:
    """Return the (axis, member) that a name says but for what such members are called; None for none or several."""
    han = not said.isascii()
    core = _han_core(said, _tails_of(language), ()) if han else stems_of(said, language)
    return members_alike(axis, index, language, han=han).get(core) if core else None


def _width(axis: str, index: TaxonomyIndex) -> int:
    """Return how many concepts may carry an axis."""
    return sum(index.permits(concept, frozenset((axis,))) for concept in index.named_parts.names)


def _of_axis(
    listed: list[tuple[str, str]], names: tuple[str, ...], language: Language, *, han: bool
) -> Iterator[tuple[str, Core]]:
    """Yield each member of an axis with what is left of each of its names."""
    if han:
        endings = ((name[cut:], member) for member, name in listed for cut in range(1, len(name) - 1))
        tails = (*_tails_of(language), *_shared(endings))
        cores = ((member, _han_core(name, tails, ())) for member, name in listed)
    else:
        shared = _shared((name.rpartition(" ")[2], member) for member, name in listed)
        left_out = _stems((*names, *shared), language)
        cores = ((member, stems_of(name, language) - left_out) for member, name in listed)
    for member, core in cores:
        if core:
            yield member, core


def _shared(endings: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the endings that more than one member has, but for what more of them share a part of: 託手續費, of 手續費."""
    owners: dict[str, set[str]] = defaultdict(set)
    for ending, member in endings:
        owners[ending].add(member)
    counts = {ending: len(members) for ending, members in owners.items() if len(members) > 1}
    return tuple(
        ending
        for ending, count in counts.items()
        if all(counts.get(ending[cut:], 0) <= count for cut in range(1, len(ending) - 1))
    )


def _stems(names: Iterable[str], language: Language) -> frozenset[str]:
    return frozenset(stem for name in names for stem in stems_of(name, language))


def _tails_of(language: Language) -> tuple[str, ...]:
    return (*language.light_tails, *language.member_heads, *language.neutral_nouns)


def _han_core(name: str, tails: tuple[str, ...], whole: tuple[str, ...]) -> Core:
    """Return what is left of a Han name without the endings that it shares with the whole, and without tails; nothing short."""
    ending = max((_common_end(name, other) for other in whole), default=0)
    name = name[: len(name) - ending] if ending >= _SHORTEST else name
    while tail := max((t for t in tails if name.endswith(t)), key=len, default=""):
        name = name.removesuffix(tail)
    return frozenset((name,)) if len(name) >= _SHORTEST else frozenset()


def _common_end(one: str, other: str) -> int:
    length = 0
    while length < min(len(one), len(other)) and one[-1 - length] == other[-1 - length]:
        length += 1
    return length
