"""A taxonomy as a tree to read in a terminal: groups of concepts, axes with their members, units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taxonomy.formulas import formulas_of, message_of
from taxonomy.model import Concept, Deprecation, Group, Label, Member, Taxonomy, Unit, label_of

if TYPE_CHECKING:
    from collections.abc import Iterator


_SHOWN = 6
"""How many concepts of a formula are named; the site names all."""


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
        yield from _group_lines(taxonomy, group, language, grouped)
    rest = [concept for concept in taxonomy.concepts if concept.qname not in grouped]
    if rest:
        yield ""
        yield "(in no group)"
        yield from (_concept_line(taxonomy, concept, language, 1) for concept in rest)
    yield from _axes_and_units(taxonomy, language)
    yield from _formulas_and_tables(taxonomy, language)


def _group_lines(taxonomy: Taxonomy, group: Group, language: str, grouped: set[str]) -> Iterator[str]:
    listed = {*group.items}
    labels = _labels_of(taxonomy)
    for name, depth in zip(group.items, group.depths or (0,) * len(group.items), strict=True):
        found = taxonomy.concept_by_qname.get(name)
        if found is None:
            yield f"{'  ' * (depth + 1)}{_named_labels(name, labels.get(name, ()), language)}"
            continue
        for concept, below in _with_variants(taxonomy, found, depth + 1):
            if concept.qname == name or concept.qname not in listed:
                grouped.add(concept.qname)
                yield _concept_line(taxonomy, concept, language, below)


def _labels_of(taxonomy: Taxonomy) -> dict[str, tuple[Label, ...]]:
    """Return the labels of what stands among the concepts of a group: headings, axes, members."""
    labels = {item.qname: item.labels for item in taxonomy.headings}
    labels.update((axis.qname, axis.labels) for axis in taxonomy.axes)
    labels.update((axis.qname, axis.labels) for axis in taxonomy.typed_axes)
    labels.update((name, member.labels) for name, member in taxonomy.member_by_qname.items())
    return labels


def _axes_and_units(taxonomy: Taxonomy, language: str) -> Iterator[str]:
    for axis in taxonomy.axes:
        yield ""
        role = f", {axis.role}" if axis.role else ""
        yield f"{label_of(axis.labels, language)}  [{axis.qname}{role}]{_end(axis.deprecated)}"
        yield from _members(axis.members, axis.default, language)
    for typed in taxonomy.typed_axes:
        yield ""
        yield f"{_named_labels(typed.qname, typed.labels, language)}  any {typed.type}{_end(typed.deprecated)}"
    for domain in taxonomy.domains:
        yield ""
        yield f"{label_of(domain.labels, language)}  [{domain.qname}, values of enumerations]"
        yield from _members(domain.members, None, language)
    if taxonomy.units:
        yield ""
        yield from (f"unit {_named(unit, language)}" for unit in taxonomy.units)


def _formulas_and_tables(taxonomy: Taxonomy, language: str) -> Iterator[str]:
    """Yield each formula with what it speaks of and says, then the tables."""
    formulas = formulas_of(taxonomy)
    if formulas:
        yield ""
    for formula in formulas:
        left = len(formula.concepts) - _SHOWN
        names = ", ".join(formula.concepts[:_SHOWN]) + (f" and {left} more" if left > 0 else "")
        yield f"formula {formula.id}  {formula.kind}{f' of {names}' if names else ''}"
        said = (message_of(formula, language), formula.test)
        yield from (f"  {text}" for text in dict.fromkeys(said) if text)
    tables = taxonomy.dts.tables if taxonomy.dts else ()
    if tables:
        yield ""
    for table in tables:
        label = label_of(tuple(Label(spoken, text) for spoken, text in table.labels), language)
        yield f"table {f'{label}  ' if label else ''}[{table.id}]"


def _with_variants(taxonomy: Taxonomy, concept: Concept, depth: int) -> Iterator[tuple[Concept, int]]:
    yield concept, depth
    for name in taxonomy.variants_of.get(concept.qname, ()):
        yield from _with_variants(taxonomy, taxonomy.concept_by_qname[name], depth + 1)


def _concept_line(taxonomy: Taxonomy, concept: Concept, language: str, depth: int) -> str:
    kind = concept.type
    if concept.unit:
        unit = taxonomy.unit_by_qname[concept.unit]
        kind = f"{kind} of {label_of(unit.labels, language) or unit.qname}"
    said = [kind, concept.period_type, *([concept.balance] if concept.balance else [])]
    axes = [
        name.partition(":")[2]
        for name in (*taxonomy.axis_by_qname, *taxonomy.typed_axis_by_qname)
        if name in taxonomy.axes_of[concept.qname]
    ]
    if concept.domain:
        said[0] = f"{kind} of {label_of(taxonomy.domain_by_qname[concept.domain].labels, language)}"
    by = f"  by {', '.join(axes)}" if axes and not concept.variant else ""
    named = _named_labels(concept.qname, concept.labels, language)
    return f"{'  ' * depth}{named}  {', '.join(said)}{by}{_end(concept.deprecated)}"


def _members(members: tuple[Member, ...], default: str | None, language: str) -> Iterator[str]:
    depth: dict[str | None, int] = {None: 0}
    for member in members:
        is_default = member.qname == default
        depth[member.qname] = depth[member.parent] + 1
        notes = [*(["default"] if is_default else []), *([member.comparison] if member.comparison else [])]
        notes.extend([] if member.usable else ["not usable"])
        said = f"  ({', '.join(notes)})" if notes else ""
        named = _named_labels(member.qname, member.labels, language)
        yield f"{'  ' * depth[member.qname]}{named}{said}{_end(member.deprecated)}"


def _end(deprecated: Deprecation | None) -> str:
    """Say since when something is deprecated, and what follows it."""
    if deprecated is None:
        return ""
    after = f": use {', '.join(deprecated.successors)}" if deprecated.successors else ""
    return f"  (deprecated {deprecated.date}{after})"


def _named(unit: Unit, language: str) -> str:
    return _named_labels(unit.qname, unit.labels, language)


def _named_labels(qname: str, labels: tuple[Label, ...], language: str) -> str:
    return f"{label_of(labels, language)}  [{qname}]"
