"""Which element of the new version is which of the old: by name first, then by everything else they are.

A name is the same where its local part is and its prefix is, or both have the prefix of their taxonomy. What
is left of both versions is held against each other; the most alike first, one to one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from taxonomy.diff.change import Why
from taxonomy.diff.likeness import Item, Likeness, best_pairs, fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taxonomy.model import Axis, Concept, Taxonomy, TypedAxis, Unit

_LEAST: Final = 0.62
_CERTAIN: Final = 0.85
_MARGIN: Final = 0.1


Candidate = tuple[Item, Item, Likeness]


@dataclass(frozen=True, slots=True)
class Rename:
    """Two names that are held to be one thing."""

    old: str
    new: str
    score: float
    evidence: tuple[Why, ...]
    certain: bool


@dataclass(slots=True)
class Matched:
    """The pairs of one kind of element: old name to new name, and which of them are renames."""

    pairs: dict[str, str]
    removed: list[str]
    added: list[str]
    renames: list[Rename] = field(default_factory=list)

    def take(self, renames: list[Rename]) -> None:
        """Make pairs of names of which each was alone."""
        self.renames.extend(renames)
        self.pairs.update((rename.old, rename.new) for rename in renames)
        olds, news = {rename.old for rename in renames}, {rename.new for rename in renames}
        self.removed = [name for name in self.removed if name not in olds]
        self.added = [name for name in self.added if name not in news]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The two taxonomies, and the pairs of each kind of element.

    candidates: concepts that are alike, the most alike first; which of them are one thing is found out in two steps.
    """

    old: Taxonomy
    new: Taxonomy
    concepts: Matched
    axes: Matched
    members: Matched
    units: Matched
    domains: Matched
    headings: Matched
    candidates: list[Candidate] = field(default_factory=list)

    @property
    def matched(self) -> tuple[Matched, ...]:
        """Return the pairs of every kind."""
        return (self.concepts, self.axes, self.members, self.units, self.domains, self.headings)

    def prefixes(self) -> Counter[tuple[str, str]]:
        """Return how many elements kept their local name and changed their prefix, by the two prefixes."""
        found: Counter[tuple[str, str]] = Counter()
        for matched in self.matched:
            for old, new in matched.pairs.items():
                (one, _, local), (other, _, same) = old.partition(":"), new.partition(":")
                if local == same and one != other:
                    found[one, other] += 1
        return found


def pair_elements(old: Taxonomy, new: Taxonomy) -> Pairs:
    """Return which element is which; of concepts only the most alike, see `pair_the_rest`."""
    prefixes = (old.prefix, new.prefix)
    names = zip(_names(old), _names(new), strict=True)
    concepts, axes, members, units, domains, headings = (_by_name(*each, prefixes) for each in names)
    pairs = Pairs(old, new, concepts, axes, members, units, domains, headings)
    _rename(pairs.units, _alike(pairs.units, *(_units(side.taxonomy) for side in _sides(pairs))))
    _rename(pairs.axes, _alike(pairs.axes, *(_axes(side) for side in _sides(pairs))))
    _rename(pairs.members, _alike(pairs.members, *(_members(side) for side in _sides(pairs))))
    pairs.candidates.extend(_alike(pairs.concepts, *(_concepts(side) for side in _sides(pairs))))
    _rename(pairs.concepts, pairs.candidates, only_near=True)
    _follow_variants(pairs)
    return pairs


def pair_the_rest(pairs: Pairs, explained: frozenset[str]) -> None:
    """Pair concepts that may be one thing, but for those of which is known what became of them."""
    left = frozenset((*pairs.concepts.removed, *pairs.concepts.added)) - explained
    _rename(pairs.concepts, [each for each in pairs.candidates if {each[0].qname, each[1].qname} <= left])
    _follow_variants(pairs)


def _names(taxonomy: Taxonomy) -> tuple[list[str], ...]:
    """Return the names of each kind of element, in the order of `Pairs`; axes are explicit and typed ones."""
    return (
        [item.qname for item in taxonomy.concepts],
        [*taxonomy.axis_by_qname, *taxonomy.typed_axis_by_qname],
        list(taxonomy.member_by_qname),
        [item.qname for item in taxonomy.units],
        [item.qname for item in taxonomy.domains],
        [item.qname for item in taxonomy.headings],
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the versions, and the names of the new version for those of its elements that both have."""

    taxonomy: Taxonomy
    concepts: dict[str, str]
    axes: dict[str, str]
    members: dict[str, str]
    units: dict[str, str]


def _sides(pairs: Pairs) -> tuple[_Side, _Side]:
    known = [dict(matched.pairs) for matched in pairs.matched]
    same = [{name: name for name in found.values()} for found in known]
    return _Side(pairs.old, *known[:4]), _Side(pairs.new, *same[:4])


def _by_name(olds: list[str], news: list[str], prefixes: tuple[str, str]) -> Matched:
    known = frozenset(news)
    pairs: dict[str, str] = {}
    own, others = f"{prefixes[0]}:", f"{prefixes[1]}:"
    for name in olds:
        moved = others + name.removeprefix(own) if name.startswith(own) else name
        if moved in known:
            pairs[name] = moved
    taken = frozenset(pairs.values())
    removed = [name for name in olds if name not in pairs]
    added = [name for name in news if name not in taken]
    # A foreign taxonomy has several prefixes, which may hold a date: the local name alone, where it is the only one.
    locals_of = Counter(name.partition(":")[2] for name in added)
    by_local = {name.partition(":")[2]: name for name in added}
    alone = Counter(name.partition(":")[2] for name in removed)
    for name in removed:
        local = name.partition(":")[2]
        if alone[local] == locals_of[local] == 1:
            pairs[name] = by_local[local]
    taken = frozenset(pairs.values())
    removed = [name for name in removed if name not in pairs]
    added = [name for name in added if name not in taken]
    return Matched(pairs, removed, added)


def _alike(matched: Matched, olds: dict[str, Item], news: dict[str, Item]) -> list[Candidate]:
    """Return what may be one thing of what is left, the most alike first."""
    removed = [olds[name] for name in matched.removed if name in olds]
    added = [news[name] for name in matched.added if name in news]
    return list(best_pairs(removed, added, _LEAST - _MARGIN))


def _rename(matched: Matched, candidates: list[Candidate], *, only_near: bool = False) -> None:
    """Pair what is alike, the most alike first, one to one."""
    scores: dict[str, list[float]] = {}
    for old, new, alike in candidates:
        scores.setdefault(f"old {old.qname}", []).append(alike.score)
        scores.setdefault(f"new {new.qname}", []).append(alike.score)
    taken: set[str] = set()
    renames: list[Rename] = []
    for old, new, alike in candidates:
        sides = (f"old {old.qname}", f"new {new.qname}")
        if alike.score < _LEAST or alike.kinds == 1 or not taken.isdisjoint(sides):
            continue
        taken.update(sides)
        rival = max((sorted(scores[side])[-2] for side in sides if len(scores[side]) > 1), default=0.0)
        is_near = alike.score >= _CERTAIN and alike.score - rival >= _MARGIN
        if is_near or not only_near:
            certain = is_near and alike.fits
            renames.append(Rename(old.qname, new.qname, alike.score, alike.evidence, certain))
    matched.take(renames)


def _follow_variants(pairs: Pairs) -> None:
    """Pair change, growth and share concepts: where X is now Y, "growth of X" is now "growth of Y"."""
    concepts, old, new = pairs.concepts, pairs.old, pairs.new
    rename_of = {rename.old: rename for rename in concepts.renames}
    waiting = [name for name in concepts.removed if old.concept_by_qname[name].variant_of]
    while waiting:
        added = frozenset(concepts.added)
        found: list[Rename] = []
        for name in waiting:
            concept = old.concept_by_qname[name]
            kind, of = concept.variant, concept.variant_of
            new_name = new.variants.get((concepts.pairs.get(of or "", ""), kind)) if kind else None
            if new_name is not None and new_name in added:
                base = rename_of.get(of or "")
                why = (Why("variant", (("of", of or ""),)),)
                found.append(Rename(name, new_name, 1.0, why, base is None or base.certain))
        if not found:
            return
        rename_of.update((rename.old, rename) for rename in found)
        concepts.take(found)
        waiting = [name for name in waiting if name not in rename_of]


def _units(taxonomy: Taxonomy) -> dict[str, Item]:
    return {unit.qname: _item(unit) for unit in taxonomy.units}


def _item(element: Unit | Axis | TypedAxis, place: Iterable[str] = (), *, heavy: bool = False) -> Item:
    return Item(element.qname, element.labels, (), frozenset(place), heavy)


def _axes(side: _Side) -> dict[str, Item]:
    return {
        axis.qname: _item(
            axis,
            (side.members[member.qname] for member in axis.members if member.qname in side.members),
            heavy=True,
        )
        for axis in side.taxonomy.axes
    } | {axis.qname: _item(axis) for axis in side.taxonomy.typed_axes}


def _members(side: _Side) -> dict[str, Item]:
    made: dict[str, Item] = {}
    for axis in side.taxonomy.axes:
        neighbours = _neighbours([member.qname for member in axis.members], side.members)
        for member in axis.members:
            around = {
                f"axis {side.axes.get(axis.qname)}",
                f"parent {side.members.get(member.parent or '', member.parent)}",
                *neighbours[member.qname],
            }
            traits = (("sense", member.comparison or ""), ("default", str(member.qname == axis.default)))
            made.setdefault(member.qname, Item(member.qname, member.labels, traits, frozenset(around)))
    for domain in side.taxonomy.domains:
        for member in domain.members:
            made.setdefault(member.qname, Item(member.qname, member.labels))
    return made


def _concepts(side: _Side) -> dict[str, Item]:
    """Return the concepts but for variants, which are what their concept is."""
    taxonomy = side.taxonomy
    around: dict[str, set[str]] = {concept.qname: set() for concept in taxonomy.concepts}
    for group in taxonomy.groups:
        label = next((fold(text.text) for text in group.labels), "")
        for name, found in _neighbours(list(group.items), side.concepts).items():
            around.setdefault(name, set()).update(found, (f"group {label}",))
    for name, allowed in taxonomy.axes_of.items():
        around[name].update(f"axis {side.axes[axis]}" for axis in allowed if axis in side.axes)
    return {
        concept.qname: Item(
            concept.qname, concept.labels, _traits(concept, side.units), frozenset(around[concept.qname])
        )
        for concept in taxonomy.concepts
        if concept.variant is None
    }


def _traits(concept: Concept, units: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return (
        ("type", concept.type),
        ("period", concept.period_type),
        ("balance", concept.balance or ""),
        ("unit", units.get(concept.unit or "", concept.unit or "")),
    )


def _neighbours(names: list[str], known: dict[str, str]) -> dict[str, set[str]]:
    """Return "after X" and "before Y" of each name, X and Y the nearest that both versions know."""
    found: dict[str, set[str]] = {name: set() for name in names}
    for word, ordered in (("after", names), ("before", names[::-1])):
        last = "the edge"
        for name in ordered:
            found[name].add(f"{word} {last}")
            last = known.get(name, last)
    return found
