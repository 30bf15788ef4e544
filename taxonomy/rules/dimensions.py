"""Rules on axes, members and hypercubes: what may be said is used, and what is used may be said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from taxonomy.model import Axis, Hypercube
from taxonomy.rules.remark import At, Remark
from taxonomy.rules.rule import Rule
from taxonomy.rules.subject import Named, Subject, local
from taxonomy.source_keys import SENSES


def _homeless_concept(subject: Subject) -> Iterator[Remark]:
    if not subject.taxonomy.hypercubes:
        return
    for named in subject.concepts:
        if named.qname not in subject.cubes_of:
            yield Remark(named.at(), f"{named.qname} is in no hypercube")


def _unused_axis(subject: Subject) -> Iterator[Remark]:
    used = {axis for cube in subject.taxonomy.hypercubes for axis in cube.axes}
    for named in subject.elements:
        if named.kind == "axis" and named.qname not in used:
            yield Remark(named.at(), f"no hypercube has the axis {named.qname}, so it can never be used")


def _used_axes(subject: Subject) -> Iterator[Axis]:
    """Yield the axes of hypercubes; what is wrong with the others does not matter before they are used."""
    used = {name for cube in subject.taxonomy.hypercubes for name in cube.axes}
    return (axis for axis in subject.taxonomy.axes if axis.qname in used)


def _lonely_default(subject: Subject) -> Iterator[Remark]:
    for axis in _used_axes(subject):
        if all(member.qname == axis.default for member in axis.members):
            yield Remark(
                Named("axis", axis).at("members"), f"the axis {axis.qname} has no member but its default"
            )


def _no_default(subject: Subject) -> Iterator[Remark]:
    for axis in _used_axes(subject):
        if axis.default not in {member.qname for member in axis.members}:
            yield Remark(Named("axis", axis).at("default"), f"the axis {axis.qname} has no default")


def _default_below(subject: Subject) -> Iterator[Remark]:
    for axis in subject.taxonomy.axes:
        for member in axis.members:
            if member.qname == axis.default and member.parent is not None:
                message = f"the default {member.qname} of {axis.qname} is a part of {member.parent}"
                yield Remark(Named("member", member).at(), message)


def _default_with_sense(subject: Subject) -> Iterator[Remark]:
    for axis in subject.taxonomy.axes:
        for member in axis.members:
            if member.qname == axis.default and member.comparison:
                message = f'the default {member.qname} of {axis.qname} says "{member.comparison}"'
                yield Remark(Named("member", member).at(axis.role or ""), message)


def _senseless(subject: Subject) -> Iterator[Remark]:
    for axis in subject.taxonomy.axes:
        if axis.role is None or not SENSES.get(axis.role):
            continue
        holders = {member.parent for member in axis.members}
        for member in axis.members:
            if not (member.comparison or member.qname == axis.default or member.qname in holders):
                message = f"{member.qname} does not say its {axis.role}, so the tagger never uses it"
                yield Remark(Named("member", member).at(), message)


def _lost_member(subject: Subject) -> Iterator[Remark]:
    for axis in subject.taxonomy.axes:
        parents = {member.qname: member.parent for member in axis.members}
        for member in axis.members:
            seen, above = {member.qname}, member.parent
            while above is not None and above in parents and above not in seen:
                seen.add(above)
                above = parents[above]
            if above is not None:
                said = "is above itself" if above in seen else f"is below {above}, which is not in the axis"
                yield Remark(Named("member", member).at(), f"{member.qname} of {axis.qname} {said}")


def _unusable(subject: Subject) -> Iterator[Remark]:
    families = [*((axis.qname, axis.members) for axis in subject.taxonomy.axes)]
    families += [(domain.qname, domain.members) for domain in subject.taxonomy.domains]
    for name, members in families:
        holders = {member.parent for member in members}
        for member in members:
            if not member.usable and member.qname not in holders:
                message = f"{member.qname} of {name} may not be used, and holds no others together"
                yield Remark(Named("member", member).at("usable"), message)


def _never_let(subject: Subject) -> Iterator[Remark]:
    """Of hypercubes that let some members of an axis only, which no source of ours can say."""
    let: dict[str, set[str]] = {}
    whole: set[str] = set()
    for cube in subject.taxonomy.hypercubes:
        some = dict(cube.members)
        for axis in cube.axes if not cube.excludes else ():
            if axis in some:
                let.setdefault(axis, set()).update(some[axis])
            else:
                whole.add(axis)
    for axis_of in subject.taxonomy.axes:
        if axis_of.qname in let and axis_of.qname not in whole:
            for member in axis_of.members:
                if member.usable and member.qname not in let[axis_of.qname] | {axis_of.default}:
                    message = f"no hypercube lets a fact carry {member.qname} of {axis_of.qname}"
                    yield Remark(Named("member", member).at(), message)


def _two_of_a_role(subject: Subject) -> Iterator[Remark]:
    first: dict[str, str] = {}
    for axis in subject.taxonomy.axes:
        if axis.role and first.setdefault(axis.role, axis.qname) != axis.qname:
            message = f"{axis.qname} and {first[axis.role]} both have the role {axis.role}"
            yield Remark(Named("axis", axis).at("role"), message)


def _at(cube: Hypercube, *path: str) -> At:
    return At("hypercube", cube.name, path)


def _empty_cube(subject: Subject) -> Iterator[Remark]:
    for cube in subject.taxonomy.hypercubes:
        if not cube.concepts:
            yield Remark(_at(cube, "concepts"), f"the hypercube {cube.name} has no concepts")


def _axisless_cubes(subject: Subject) -> Iterator[Remark]:
    bare = [cube for cube in subject.taxonomy.hypercubes if not cube.axes]
    for cube in bare[1:]:
        yield Remark(_at(cube), f"the hypercubes {cube.name} and {bare[0].name} both have no axes")


def _cubes_alike(subject: Subject) -> Iterator[Remark]:
    first: dict[tuple[object, ...], str] = {}
    for cube in subject.taxonomy.hypercubes:
        limits = (cube.closed, cube.excludes, frozenset(cube.members))
        key = (frozenset(cube.concepts), frozenset(cube.axes), *limits)
        other = first.setdefault(key, cube.name)
        if other != cube.name:
            yield Remark(_at(cube), f"the hypercubes {cube.name} and {other} have the same concepts and axes")


def _cube_within(subject: Subject) -> Iterator[Remark]:
    """Of the hypercubes of one concept only: what holds another holds its concepts too.

    Those of one role must all hold at once, and those that forbid or let some members only narrow indeed.
    """
    cubes = subject.taxonomy.hypercubes
    sets = [(frozenset(cube.concepts), frozenset(cube.axes)) for cube in cubes]
    for number, cube in enumerate(cubes):
        if cube.excludes or cube.members or not cube.closed:
            continue
        rarest = min(cube.concepts, key=lambda name: len(subject.cubes_of[name]), default=None)
        if rarest is None:
            continue
        for other in subject.cubes_of[rarest]:
            wider = cubes[other]
            if wider.excludes or wider.members or (wider.role and wider.role == cube.role):
                continue
            if sets[number] != sets[other] and all(map(frozenset.issubset, sets[number], sets[other])):
                yield Remark(
                    _at(cube), f"the hypercube {cube.name} allows nothing that {cubes[other].name} does not"
                )
                break


def _same_members(subject: Subject) -> Iterator[Remark]:
    said: set[tuple[str, str]] = set()
    axes = subject.taxonomy.axis_by_qname
    for cube in subject.taxonomy.hypercubes:
        holder: dict[str, str] = {}
        for name in cube.axes:
            for member in axes[name].members if name in axes else ():
                other = holder.setdefault(member.qname, name)
                if other != name and (other, name) not in said:
                    said.add((other, name))
                    message = f"the axes {local(other)} and {local(name)} of the hypercube {cube.name} share {member.qname}"
                    yield Remark(_at(cube, "axes"), message)


RULES: Final = (
    Rule(
        "TW-X001", "warning", "Concept in no hypercube",
        "Where hypercubes say what may be broken down, a concept in none was forgotten, or it is left open that it may not.",
        "ESEF 3.4.2 (extensionTaxonomyLineItemNotLinkedToAnyHypercube, as Arelle's ESEF rules quote it)",
        "List it in a hypercube; one without axes says that it carries none.",
        _homeless_concept,
    ),
    Rule(
        "TW-X002", "warning", "Axis in no hypercube",
        "None of its members can ever be used.",
        "Dimensions 1.0 (hypercubes and their primary items)",
        "List the axis in a hypercube, or remove it.",
        _unused_axis,
    ),
    Rule(
        "TW-X003", "warning", "Axis without a member to choose",
        "With nothing but its default, the axis says nothing of any fact.",
        "Dimensions 1.0 (dimension-default)",
        "Add members, or remove the axis.",
        _lonely_default,
    ),
    Rule(
        "TW-X004", "warning", "Axis without a default",
        "Every fact of its hypercubes must then carry the axis, totals too.",
        "ESEF 3.4.3 (as Arelle's ESEF rules quote it); Dimensions 1.0 (dimension-default)",
        "Make the member that stands for the whole the default.",
        _no_default,
    ),
    Rule(
        "TW-X005", "error", "Default is a part of another member",
        "The default stands for the whole: a fact without the axis would mean a part.",
        "Dimensions 1.0 (dimension-default)",
        "Make the member at the top the default.",
        _default_below,
    ),
    Rule(
        "TW-X006", "error", "Default that the tagger would have to write",
        "A default member never stands in an instance, so what it says can never be reported.",
        "Dimensions 1.0 (xbrldie:DefaultValueUsedInInstanceError)",
        "Move the word to a member of its own.",
        _default_with_sense,
    ),
    Rule(
        "TW-X007", "warning", "Member that the tagger can never use",
        "On an axis with a role the tagger chooses members by what they say, and this one says nothing.",
        "tagwright: docs/taxonomy-source.md, axes",
        "Say what it stands for under the key named like the role.",
        _senseless,
    ),
    Rule(
        "TW-X008", "error", "Member outside its axis",
        "A member whose parent is not in the axis, or which is above itself, hangs in the air.",
        "Dimensions 1.0 (domain-member)",
        "Put it below a member of the axis, or right under the axis.",
        _lost_member,
    ),
    Rule(
        "TW-X009", "warning", "Two axes of one role",
        "The tagger takes one of them, and nobody says which.",
        "tagwright: docs/taxonomy-source.md, axes",
        "Take the role from one of them, or make the two one axis.",
        _two_of_a_role,
    ),
    Rule(
        "TW-X010", "error", "Hypercube without concepts",
        "It allows nothing.",
        "Dimensions 1.0 (hypercubes and their primary items)",
        "List concepts, or remove it.",
        _empty_cube,
    ),
    Rule(
        "TW-X011", "advice", "Several hypercubes without axes",
        "One is enough to say of concepts that they carry no axis.",
        "tagwright: what it has seen",
        "Put the concepts into one.",
        _axisless_cubes,
    ),
    Rule(
        "TW-X012", "warning", "Two hypercubes alike",
        "The second adds nothing but a place to forget when the first changes.",
        "tagwright: what it has seen",
        "Remove one of the two.",
        _cubes_alike,
    ),
    Rule(
        "TW-X013", "warning", "Hypercube within another",
        "Whatever it allows, the other allows; the narrower one narrows nothing, as one that allows is enough.",
        "Dimensions 1.0 (a fact is valid where the hypercubes of one role allow it)",
        "Remove it, or take its concepts out of the wider one.",
        _cube_within,
    ),
    Rule(
        "TW-X014", "warning", "Two axes of one hypercube with a common member",
        "The same thing can be said in two ways, so two facts that are one will not be found to be one.",
        "tagwright: its proofs compare facts by their dimensions",
        "Let each member stand in one of the two.",
        _same_members,
    ),
    Rule(
        "TW-X015", "warning", "Member that is never usable",
        "No fact may carry it and no other member stands below it: it is there for nothing.",
        "Dimensions 1.0 (usable); GFM 1.8.11 (as Arelle's EDINET rules quote it)",
        "Let it be used, put members below it, or remove it.",
        _unusable,
    ),
    Rule(
        "TW-X016", "warning", "Member that no hypercube lets a fact carry",
        "It is declared usable, and every hypercube of its axis leaves it out.",
        "Dimensions 1.0 (domains of a hypercube's axes)",
        "Put it into the domain of a hypercube, or remove it.",
        _never_let,
    ),
)  # fmt: skip
