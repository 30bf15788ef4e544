"""The presentation, definition and calculation links of a taxonomy.

Presentation is for readers. Definition holds what a program needs: closed hypercubes, the tree and default of
each axis (once, by targetRole), and under arcroles of our own variants, roles of axes, senses of members and
relations.

Spec: Dimensions 1.0 section 2; Calculations 1.1 section 2; XBRL 2.1 sections 5.2.4 to 5.2.6.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from taxonomy.compile.linkbase import Arc, ExtendedLink
from taxonomy.compile.names import (
    ALL,
    AXIS_ROLE_ARCROLE,
    BETWEEN,
    DENOMINATOR,
    DIMENSION_DEFAULT,
    DIMENSION_DOMAIN,
    DOMAIN_MEMBER,
    HYPERCUBE_DIMENSION,
    NO_AXES,
    NUMERATOR,
    PARENT_CHILD,
    PARTS_OF_WHOLE,
    SENSE,
    SUCCESSION,
    SUM_PART,
    SUMMATION_ITEM,
    VARIANT_ARCROLE,
    GroupNames,
    Names,
    lasting,
    line_items,
    local,
    table,
)
from taxonomy.model import Axis, Domain, Hypercube, Member, Taxonomy
from taxonomy.relation import Between, PartsOfWhole, RatioOf, Relation, SumOf, Term
from taxonomy.source_keys import UNITS_ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator


_LISTED: Final = (("tagwright:listed", "true"),)
"""A variant that the source itself lists below its concept; otherwise it stands there of its own accord."""

_NOT_USABLE: Final = (("xbrldt:usable", "false"),)


def unlisted(taxonomy: Taxonomy) -> Hypercube | None:
    """Return the closed hypercube without axes for concepts in no other, so that they really carry none."""
    if not taxonomy.axes:
        return None
    listed = {name for cube in taxonomy.hypercubes for name in cube.concepts}
    rest = tuple(concept.qname for concept in taxonomy.concepts if concept.qname not in listed)
    return Hypercube(NO_AXES.name, rest, ()) if rest else None


def presentation_links(taxonomy: Taxonomy, names: Names) -> Iterator[ExtendedLink]:
    """Yield one link a group, one a hypercube, and one for the count units."""
    for group in names.groups:
        yield ExtendedLink(group.role, tuple(_group_arcs(taxonomy, group)))
    for cube in taxonomy.hypercubes:
        yield ExtendedLink(names.hypercube_roles[cube.name], tuple(_table_arcs(taxonomy, cube)))
    units = tuple(Arc(PARENT_CHILD, UNITS_ROOT, local(unit.qname)) for unit in taxonomy.units)
    yield ExtendedLink(names.units, units)
    for domain in taxonomy.domains:
        yield ExtendedLink(names.domain_roles[domain.qname], tuple(_domain_arcs(domain, PARENT_CHILD)))


def _group_arcs(taxonomy: Taxonomy, names: GroupNames) -> Iterator[Arc]:
    """Yield the items of a group with their variants below them."""
    placed = set(names.group.items)
    variants = taxonomy.variants_of
    items = names.group.items
    for item, index in zip(items, names.group.parents(), strict=True):
        above = None if index is None else items[index]
        is_variant = above is not None and item in variants.get(above, ())
        source = names.root if above is None else local(above)
        yield Arc(PARENT_CHILD, source, local(item), _LISTED if is_variant else ())
    waiting = list(items)
    while waiting:
        parent = waiting.pop(0)
        for name in variants.get(parent, ()):
            if name not in placed:
                placed.add(name)
                waiting.append(name)
                yield Arc(PARENT_CHILD, local(parent), local(name))


def _table_arcs(taxonomy: Taxonomy, cube: Hypercube) -> Iterator[Arc]:
    for name in cube.axes:
        yield Arc(PARENT_CHILD, table(cube), local(name))
        axis = taxonomy.axis_by_qname.get(name)
        if axis is not None:
            yield Arc(PARENT_CHILD, local(name), local(axis.default))
            yield from _member_arcs(axis, PARENT_CHILD)
    yield Arc(PARENT_CHILD, table(cube), line_items(cube))
    for concept in cube.concepts:
        yield Arc(PARENT_CHILD, line_items(cube), local(concept))


def _member_arcs(axis: Axis, arcrole: str) -> Iterator[Arc]:
    """Yield the tree below the default, which is the root of the axis's domain."""
    for member in axis.members:
        if member.qname != axis.default:
            parent = local(member.parent or axis.default)
            yield Arc(arcrole, parent, local(member.qname), _usable(member, arcrole))


def _domain_arcs(domain: Domain, arcrole: str) -> Iterator[Arc]:
    """Yield the tree below the head of a domain."""
    for member in domain.members:
        parent = local(member.parent or domain.qname)
        yield Arc(arcrole, parent, local(member.qname), _usable(member, arcrole))


def _usable(member: Member, arcrole: str) -> tuple[tuple[str, str], ...]:
    return _NOT_USABLE if arcrole == DOMAIN_MEMBER and not member.usable else ()


def definition_links(taxonomy: Taxonomy, names: Names) -> Iterator[ExtendedLink]:
    """Yield hypercubes, axes, variants and relations."""
    for cube in taxonomy.hypercubes:
        yield ExtendedLink(names.hypercube_roles[cube.name], tuple(_cube_arcs(cube, names)))
    rest = unlisted(taxonomy)
    if rest:
        yield ExtendedLink(names.no_axes, tuple(_cube_arcs(rest, names)))
    for axis in taxonomy.axes:
        yield ExtendedLink(names.axis_roles[axis.qname], tuple(_axis_arcs(axis)))
    variants = tuple(
        Arc(VARIANT_ARCROLE[concept.variant], local(concept.qname), local(concept.variant_of))
        for concept in taxonomy.concepts
        if concept.variant and concept.variant_of
    )
    yield ExtendedLink(names.variants, variants)
    related = tuple(
        arc for number, item in enumerate(taxonomy.relations, 1) for arc in _relation_arcs(item, number)
    )
    yield ExtendedLink(names.relations, related)
    for domain in taxonomy.domains:
        yield ExtendedLink(names.domain_roles[domain.qname], tuple(_domain_arcs(domain, DOMAIN_MEMBER)))
    if names.successions:
        yield ExtendedLink(names.successions, tuple(_succession_arcs(taxonomy)))


def _succession_arcs(taxonomy: Taxonomy) -> Iterator[Arc]:
    """Yield an arc from each successor to what it follows."""
    for item in lasting(taxonomy):
        if item.deprecated:
            for successor in item.deprecated.successors:
                yield Arc(SUCCESSION, local(successor), local(item.qname))


def _cube_arcs(cube: Hypercube, names: Names) -> Iterator[Arc]:
    # Ours stand in the scenario, as OIM requires of what it can write; an extension follows what it extends.
    closed = (("xbrldt:contextElement", names.context_element), ("xbrldt:closed", "true"))
    yield Arc(ALL, line_items(cube), table(cube), closed)
    for axis in cube.axes:
        # A typed axis has no members, and so no role that they stand in.
        role = names.axis_roles.get(axis)
        uri = role.uri if role else names.imported_axes.get(axis, "")
        target = (("xbrldt:targetRole", uri),) if uri else ()
        yield Arc(HYPERCUBE_DIMENSION, table(cube), local(axis), target)
    for concept in cube.concepts:
        yield Arc(DOMAIN_MEMBER, line_items(cube), local(concept))


def _axis_arcs(axis: Axis) -> Iterator[Arc]:
    name, default = local(axis.qname), local(axis.default)
    yield Arc(DIMENSION_DOMAIN, name, default)
    yield from _member_arcs(axis, DOMAIN_MEMBER)
    yield Arc(DIMENSION_DEFAULT, name, default)
    if axis.role:
        yield Arc(AXIS_ROLE_ARCROLE[axis.role], name, default)
    for member in axis.members:
        if member.comparison:
            yield Arc(SENSE, name, local(member.qname), (("tagwright:sense", member.comparison),))


def _relation_arcs(relation: Relation, number: int) -> Iterator[Arc]:
    """Yield the arcs of a relation; number: tells sums apart."""
    concept = local(relation.concept)
    match relation:
        case PartsOfWhole():
            complete = (("tagwright:complete", "true" if relation.complete else "false"),)
            yield Arc(PARTS_OF_WHOLE, concept, local(relation.over), complete)
        case Between():
            bounds = (("tagwright:low", relation.low), ("tagwright:high", relation.high))
            said = tuple((key, str(value)) for key, value in bounds if value is not None)
            yield Arc(BETWEEN, concept, concept, said)
        case SumOf():
            for part in relation.parts:
                said = (("tagwright:sum", str(number)), ("tagwright:weight", str(part.weight)))
                yield _term_arc(SUM_PART, concept, part, said)
        case RatioOf():
            yield _term_arc(NUMERATOR, concept, relation.numerator)
            yield _term_arc(DENOMINATOR, concept, relation.denominator)


def _term_arc(arcrole: str, concept: str, term: Term, said: tuple[tuple[str, str], ...] = ()) -> Arc:
    members = " ".join(f"{axis}={member}" for axis, member in term.members)
    return Arc(
        arcrole,
        concept,
        local(term.concept),
        (*said, *((("tagwright:members", members),) if members else ())),
    )


def calculation_links(taxonomy: Taxonomy, names: Names) -> Iterator[ExtendedLink]:
    """Yield one link a sum, so that two ways to break one total down stay apart."""
    for role, item in zip(names.calculation_roles, taxonomy.calculations, strict=True):
        arcs = (
            Arc(SUMMATION_ITEM, local(item.total), local(part), (("weight", str(weight)),))
            for part, weight in item.parts
        )
        yield ExtendedLink(role, tuple(arcs))
