"""A taxonomy as a tree to read in a terminal: groups of concepts, axes with their members, units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taxonomy.model import Axis, Concept, Label, Taxonomy, Unit, label_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def show_taxonomy(taxonomy: Taxonomy, language: str) -> str:
    """Return the tree, with labels in the language (or in English where there is none)."""
    return "\n".join(_lines(taxonomy, language)) + "\n"


def _lines(taxonomy: Taxonomy, language: str) -> Iterator[str]:
    yield f"{label_of(taxonomy.labels, language)} ({taxonomy.prefix}, {taxonomy.version})"
    yield f"{taxonomy.entry_point}"
    grouped: set[str] = set()
    for group in taxonomy.groups:
        yield ""
        yield label_of(group.labels, language)
        for name in group.items:
            for concept, depth in _with_variants(taxonomy, taxonomy.concept_by_qname[name], 1):
                grouped.add(concept.qname)
                yield _concept_line(taxonomy, concept, language, depth)
    rest = [concept for concept in taxonomy.concepts if concept.qname not in grouped]
    if rest:
        yield ""
        yield "(in no group)"
        yield from (_concept_line(taxonomy, concept, language, 1) for concept in rest)
    yield from _axes_and_units(taxonomy, language)


def _axes_and_units(taxonomy: Taxonomy, language: str) -> Iterator[str]:
    for axis in taxonomy.axes:
        yield ""
        role = f", {axis.role}" if axis.role else ""
        yield f"{label_of(axis.labels, language)}  [{axis.qname}{role}]"
        yield from _members(axis, language)
    if taxonomy.units:
        yield ""
        yield from (f"unit {_named(unit, language)}" for unit in taxonomy.units)


def _with_variants(taxonomy: Taxonomy, concept: Concept, depth: int) -> Iterator[tuple[Concept, int]]:
    yield concept, depth
    for other in taxonomy.concepts:
        if other.variant_of == concept.qname:
            yield from _with_variants(taxonomy, other, depth + 1)


def _concept_line(taxonomy: Taxonomy, concept: Concept, language: str, depth: int) -> str:
    kind = concept.type
    if concept.unit:
        unit = taxonomy.unit_by_qname[concept.unit]
        kind = f"{kind} of {label_of(unit.labels, language) or unit.qname}"
    said = [kind, concept.period_type, *([concept.balance] if concept.balance else [])]
    axes = [
        axis.qname.partition(":")[2]
        for axis in taxonomy.axes
        if axis.qname in taxonomy.axes_of[concept.qname]
    ]
    by = f"  by {', '.join(axes)}" if axes and not concept.variant else ""
    return f"{'  ' * depth}{label_of(concept.labels, language)}  [{concept.qname}]  {', '.join(said)}{by}"


def _members(axis: Axis, language: str) -> Iterator[str]:
    depth: dict[str | None, int] = {None: 0}
    for member in axis.members:
        is_default = member.qname == axis.default
        depth[member.qname] = depth[member.parent] + 1
        notes = [*(["default"] if is_default else []), *([member.comparison] if member.comparison else [])]
        said = f"  ({', '.join(notes)})" if notes else ""
        yield f"{'  ' * depth[member.qname]}{_named_labels(member.qname, member.labels, language)}{said}"


def _named(unit: Unit, language: str) -> str:
    return _named_labels(unit.qname, unit.labels, language)


def _named_labels(qname: str, labels: tuple[Label, ...], language: str) -> str:
    return f"{label_of(labels, language)}  [{qname}]"
