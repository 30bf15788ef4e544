"""What changed in the axes, and in which axes a concept may carry."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from taxonomy.diff.change import Change, Kind, Values, Verdict
from taxonomy.model import Axis, PartsOfWhole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taxonomy.diff.pairing import Pairs
    from taxonomy.model import Domain, Member, Taxonomy


def dimension_changes(pairs: Pairs) -> Iterator[Change]:
    """Yield the changes of axes, of domains, of the members in both, and of hypercubes."""
    old, new = pairs.old, pairs.new
    for old_name, new_name in pairs.axes.pairs.items():
        one, other = old.axis_by_qname.get(old_name), new.axis_by_qname.get(new_name)
        if one is not None and other is not None:
            yield from _axis(one, other, pairs)
        else:
            yield from _typed(old_name, new_name, pairs)
    for old_name, new_name in pairs.domains.pairs.items():
        yield from _members(old.domain_by_qname[old_name], new.domain_by_qname[new_name], pairs)
    yield from _allowed(pairs)
    yield from _members_allowed(pairs)
    yield from _forbidden(pairs)
    old_cubes = {cube.name for cube in old.hypercubes}
    new_cubes = {cube.name for cube in new.hypercubes}
    for cube in old.hypercubes:
        if cube.name not in new_cubes:
            yield Change("hypercube", "removed", "harmless", cube.name, "hypercube")
    for cube in new.hypercubes:
        if cube.name not in old_cubes:
            yield Change("hypercube", "added", "harmless", cube.name, "hypercube", (cube.name,))


def _typed(old_name: str, new_name: str, pairs: Pairs) -> Iterator[Change]:
    """Yield what changed of an axis that is typed in one of the versions at least."""
    kinds = [
        taxonomy.typed_axis_by_qname[name].type if name in taxonomy.typed_axis_by_qname else "–"
        for taxonomy, name in ((pairs.old, old_name), (pairs.new, new_name))
    ]
    if kinds[0] != kinds[1]:
        told: Values = (("from", kinds[0]), ("to", kinds[1]))
        yield Change("axis", "type", "breaking", old_name, "axis_type", (new_name,), told)


def _axis(old: Axis, new: Axis, pairs: Pairs) -> Iterator[Change]:
    now = (new.qname,)
    if pairs.members.pairs.get(old.default, "") != new.default:
        told: Values = (("from", old.default or "–"), ("to", new.default or "–"))
        verdict: Verdict = "breaking" if old.default else "harmless"
        reason = "default" if old.default else "first_default"
        yield Change("axis", "default", verdict, old.qname, reason, now, told)
    if old.role != new.role:
        told = (("from", old.role or "–"), ("to", new.role or "–"))
        yield Change("axis", "role", "look", old.qname, "role", now, told)
    yield from _members(old, new, pairs)


def _members(old: Axis | Domain, new: Axis | Domain, pairs: Pairs) -> Iterator[Change]:
    """Yield what changed in the members of an axis, or of the domain of an enumeration."""
    known = pairs.members.pairs
    old_members = {member.qname: member for member in old.members}
    new_members = {member.qname: member for member in new.members}
    at: Values = (("axis", old.qname),)
    for name, member in old_members.items():
        after = new_members.get(known.get(name, ""))
        if after is not None:
            yield from _member(member, after, at, known)
        elif not (isinstance(old, Axis) and name == old.default):
            # A default is never written in an instance; what it meant for facts is told of the axis.
            reason = "other_axis" if name in known else "no_member"
            yield Change("member", "removed", "breaking", name, reason, values=at)
    came = {known[name] for name in old_members if name in known}
    is_whole = any(
        isinstance(item, PartsOfWhole) and item.complete and item.over == new.qname
        for item in pairs.new.relations
    )
    for name in new_members:
        if name not in came and not (isinstance(new, Axis) and name == new.default):
            verdict: Verdict = "look" if is_whole else "harmless"
            reason = "completes" if is_whole else "new_member"
            yield Change("member", "added", verdict, name, reason, (name,), (("axis", new.qname),))


def _member(old: Member, new: Member, at: Values, known: dict[str, str]) -> Iterator[Change]:
    now = (new.qname,)
    if known.get(old.parent or "", old.parent) != new.parent:
        told = (*at, ("from", old.parent or "–"), ("to", new.parent or "–"))
        yield Change("member", "parent", "look", old.qname, "parent", now, told)
    if old.comparison != new.comparison:
        told = (*at, ("from", old.comparison or "–"), ("to", new.comparison or "–"))
        yield Change("member", "sense", "breaking", old.qname, "sense", now, told)
    if old.usable and not new.usable:
        yield Change("member", "not_usable", "breaking", old.qname, "not_usable", now, at)
    if new.usable and not old.usable:
        yield Change("member", "usable", "harmless", old.qname, "new_member", now, at)


def _allowed(pairs: Pairs) -> Iterator[Change]:
    """Yield by axis the concepts that may carry it now, or no longer; and axes that no longer go together."""
    found = _Allowed()
    old_cubes, new_cubes = _cubes(pairs.old), _cubes(pairs.new)
    for old_name, new_name in pairs.concepts.pairs.items():
        found.compare(new_name, old_cubes[old_name], new_cubes[new_name], pairs)
    old_of = {new: old for old, new in pairs.axes.pairs.items()}
    kinds: tuple[tuple[Kind, Verdict, dict[str, list[str]]], ...] = (
        ("axis_allowed", "harmless", found.allowed),
        ("must_carry", "breaking", found.required),
        ("axis_not_allowed", "breaking", found.refused),
    )
    for kind, verdict, by_axis in kinds:
        for axis, names in sorted(by_axis.items()):
            yield Change("axis", kind, verdict, old_of.get(axis, axis), kind, (axis,), also=tuple(names))
    for axes, concepts in sorted(found.apart.items()):
        told: Values = (("axes", ", ".join(axes)),)
        also = tuple(dict.fromkeys(concepts))
        yield Change("axis", "axes_not_together", "breaking", axes[0], "not_together", axes, told, also=also)


@dataclass(frozen=True, slots=True)
class _Allowed:
    """The concepts, by axis of the new version: it is allowed now, or needed, or no longer allowed."""

    allowed: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    required: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    refused: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    apart: defaultdict[tuple[str, ...], list[str]] = field(default_factory=lambda: defaultdict(list))

    def compare(self, name: str, old: list[frozenset[str]], new: list[frozenset[str]], pairs: Pairs) -> None:
        """Put one concept where it belongs; its hypercubes are given as sets of axes."""
        if not new and pairs.new.dts is not None:
            return  # in a taxonomy of others a concept without a hypercube may carry anything
        known = pairs.axes.pairs
        before = {known[axis] for cube in old for axis in cube if axis in known}
        after = {axis for cube in new for axis in cube}
        for axis in sorted(after - before):
            if axis in pairs.new.needed_axes and all(axis in cube for cube in new):
                self.required[axis].append(name)
            elif axis not in pairs.axes.added:
                self.allowed[axis].append(name)
        for axis in sorted(before - after):
            self.refused[axis].append(name)
        for cube in old:
            left = frozenset(known[axis] for axis in cube if axis in known) & after
            if len(left) > 1 and not any(left <= other for other in new):
                self.apart[tuple(sorted(left))].append(name)


def _cubes(taxonomy: Taxonomy) -> dict[str, list[frozenset[str]]]:
    """Return the sets of axes that each concept may carry at once."""
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    for cube in taxonomy.hypercubes:
        if not cube.excludes:
            for name in cube.concepts:
                found[name].append(frozenset(cube.axes))
    return found


def _members_allowed(pairs: Pairs) -> Iterator[Change]:
    """Yield the members of an axis that some concepts may carry now, or no longer, though the axis they may."""
    if not any(cube.members for cube in (*pairs.old.hypercubes, *pairs.new.hypercubes)):
        return
    old, new = _member_sets(pairs.old), _member_sets(pairs.new)
    known = pairs.members.pairs
    found: dict[tuple[Kind, str, tuple[str, ...]], list[str]] = defaultdict(list)
    there = {axis.qname: frozenset(member.qname for member in axis.members) for axis in pairs.new.axes}
    for old_name, new_name in pairs.concepts.pairs.items():
        for axis, members in old[old_name].items():
            after = new[new_name].get(pairs.axes.pairs.get(axis, ""))
            if after is None:
                continue
            before = frozenset(known[member] for member in members if member in known)
            now = pairs.axes.pairs[axis]
            if lost := tuple(sorted((before - after) & there[now])):
                found["members_not_allowed", axis, lost].append(new_name)
            if more := tuple(sorted((after - before) & frozenset(known.values()))):
                found["members_allowed", axis, more].append(new_name)
    for (kind, axis, names), concepts in found.items():
        verdict: Verdict = "breaking" if kind == "members_not_allowed" else "harmless"
        told: Values = (("members", ", ".join(names)),)
        yield Change("axis", kind, verdict, axis, kind, (pairs.axes.pairs[axis],), told, also=tuple(concepts))


_Combination = tuple[tuple[str, tuple[str, ...]], ...]
"""Axes with the members that a fact may not carry together, by names of the new version; no members: any of them."""


def _forbidden(pairs: Pairs) -> Iterator[Change]:
    """Yield the combinations of members that a notAll hypercube forbids now, or no longer, by concepts."""
    if not any(cube.excludes for cube in (*pairs.old.hypercubes, *pairs.new.hypercubes)):
        return
    both = frozenset(pairs.members.pairs.values())
    old = _combinations(pairs.old, pairs.axes.pairs, pairs.members.pairs)
    new = _combinations(
        pairs.new, {axis: axis for axis in pairs.axes.pairs.values()}, {name: name for name in both}
    )
    found: dict[tuple[Kind, _Combination], list[str]] = defaultdict(list)
    for old_name, new_name in pairs.concepts.pairs.items():
        before, after = old.get(old_name, frozenset()), new.get(new_name, frozenset())
        for kind, combinations in (("forbidden", after - before), ("not_forbidden", before - after)):
            for combination in combinations:
                found[kind, combination].append(new_name)  # type: ignore[index]  # one of the two
    old_of = {now: before for before, now in pairs.axes.pairs.items()}
    for (kind, combination), concepts in sorted(found.items()):
        verdict: Verdict = "breaking" if kind == "forbidden" else "harmless"
        axes = tuple(axis for axis, _ in combination)
        told = ("; ".join(f"{axis}: {', '.join(members) or '*'}" for axis, members in combination),)
        name = old_of.get(axes[0], axes[0])
        yield Change("axis", kind, verdict, name, kind, axes, (("members", told[0]),), also=tuple(concepts))


def _combinations(
    taxonomy: Taxonomy, axes: dict[str, str], members: dict[str, str]
) -> dict[str, frozenset[_Combination]]:
    """Return what is forbidden of each concept, of the axes and members that both versions have, by their new names."""
    found: defaultdict[str, set[_Combination]] = defaultdict(set)
    for cube in taxonomy.hypercubes:
        if not cube.excludes or not all(axis in axes for axis in cube.axes):
            continue
        some = dict(cube.members)
        made = tuple(
            sorted(
                (axes[axis], tuple(sorted(members[name] for name in some.get(axis, ()) if name in members)))
                for axis in cube.axes
            )
        )
        # What is forbidden of members that the other version has not is told with the members.
        if made and all(
            names or axis not in some
            for axis, (_, names) in zip(sorted(cube.axes, key=axes.__getitem__), made, strict=True)
        ):
            for name in cube.concepts:
                found[name].add(made)
    return {name: frozenset(combinations) for name, combinations in found.items()}


def _member_sets(taxonomy: Taxonomy) -> defaultdict[str, dict[str, frozenset[str]]]:
    """Return by concept and axis the members that some hypercube takes."""
    whole = {axis.qname: frozenset(member.qname for member in axis.members) for axis in taxonomy.axes}
    found: defaultdict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for cube in taxonomy.hypercubes:
        if cube.excludes:
            continue
        taken = whole | {axis: frozenset(members) for axis, members in cube.members}
        for name in cube.concepts:
            for axis in cube.axes:
                if axis in whole:
                    found[name][axis] = found[name].get(axis, frozenset()) | taken[axis]
    return found
