"""The workbook of a taxonomy that somebody else wrote: all of the model, sheet by sheet, and its rows.

It says what was loaded, not a source: elements by QName, trees by depth, networks by role. A text that is empty is
written as `""`, a label without a language in the column `und`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from taxonomy.workbook.relation_rows import by_qname, relation_rows
from taxonomy.workbook.sheets import SHEETS as OWN
from taxonomy.workbook.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from taxonomy.model import Concept, Group, Hypercube, Label, Member, Reference, Taxonomy

EMPTY: Final = '""'
NO_LANGUAGE: Final = "und"

SHEETS: Final = {
    sheet.name: sheet
    for sheet in (
        Sheet("Taxonomy", "The taxonomy itself: a key and its value a row.", ("key", "value")),
        Sheet("Concepts", "A concept that facts report.", ("name", "type", "period"),
              ("balance", "unit", "domain", "variant", "variant_of")),
        Sheet("Labels", "The labels of an element in a role (standard, verbose, terse, documentation, term, or a URI), a "
                        "column a language; several of one role stand in rows of their own.",
              ("name", "role"), (), languages=True),
        Sheet("References", "A part of a reference; reference: which one of the element's.",
              ("element", "reference"), ("role", "part", "text")),
        Sheet("Headings", "A heading, a tuple or the element of a hypercube.", ("name",)),
        Sheet("Units", "A count unit.", ("name",)),
        Sheet("Axes", "An explicit axis.", ("name",), ("default", "role")),
        Sheet("Typed axes", "A typed axis, with the element and the type of its values.", ("name", "domain"), ("type",)),
        Sheet("Domains", "The domain of enumerations.", ("name",), ("head_usable",)),
        Sheet("Members", "A member of an axis or domain.", ("axis", "name"), ("parent", "usable", "sense")),
        Sheet("Hypercubes", "A hypercube.", ("hypercube",), ("role", "element", "closed", "excludes", "context")),
        Sheet("Hypercube items", "A concept or an axis of a hypercube, or a member that it takes of an axis.",
              ("hypercube", "kind", "item"), ("axis",)),
        Sheet("Groups", "A group of the presentation, with its labels.", ("group",), ("role",), languages=True),
        Sheet("Presentation", "An item of a group; depth: how far below. label: the role it is shown with.",
              ("group", "item"), ("depth", "label")),
        Sheet("Calculation", "A part of a sum.", ("sum", "total", "part", "weight"), ("role", "version")),
        OWN["Relations"],
        Sheet("Elements", "An element as its schema declares it.", ("name",),
              ("type", "substitution", "period", "balance", "abstract", "nillable", "file", "line", "address")),
        Sheet("Definitions", "An arc of a definition link.", ("arcrole", "role", "source", "target"),
              ("target_role", "usable", "closed", "context")),
        Sheet("Roles", "A role.", ("uri",), ("definition", "address"), languages=True),
        Sheet("Namespaces", "The namespace of a prefix.", ("prefix", "namespace")),
        Sheet("Formulas", "An assertion or a formula, with its labels.", ("formula", "id", "kind"), ("test", "file", "line"),
              languages=True),
        Sheet("Formula messages", "What is said where a formula does not hold.", ("formula",), languages=True),
        Sheet("Formula concepts", "A concept that a formula names.", ("formula", "concept")),
        Sheet("Tables", "A table, with its labels.", ("table", "id"), ("file", "line"), languages=True),
    )
}  # fmt: skip
NEEDED: Final = ("Taxonomy", "Concepts", "Labels", "Elements", "Namespaces")

Row = dict[str, str]


def foreign_rows(taxonomy: Taxonomy) -> dict[str, list[Row]]:
    """Return the rows of each sheet, as mappings of column to text."""
    rows: dict[str, list[Row]] = {name: [] for name in SHEETS}
    dts = taxonomy.dts
    head = {
        "prefix": taxonomy.prefix,
        "namespace": taxonomy.namespace,
        "version": taxonomy.version,
        "entry_point": taxonomy.entry_point,
        "entry_namespace": dts.entry_namespace if dts else "",
        **{f"label {label.language or NO_LANGUAGE}": label.text for label in taxonomy.labels},
    }
    rows["Taxonomy"].extend({"key": key, "value": value or EMPTY} for key, value in head.items())
    _add_elements(rows, taxonomy)
    for cube in taxonomy.hypercubes:
        _add_hypercube(rows, cube)
    for number, group in enumerate(taxonomy.groups, 1):
        _add_group(rows, str(number), group)
    for number, item in enumerate(taxonomy.calculations, 1):
        rows["Calculation"].extend(
            {"sum": str(number), "total": item.total, "part": part, "weight": str(weight), "role": item.role,
             "version": item.version}
            for part, weight in item.parts
        )  # fmt: skip
    for number, relation in enumerate(taxonomy.relations, 1):
        rows["Relations"].extend(relation_rows(by_qname(relation), str(number)))
    _add_dts(rows, taxonomy)
    return rows


def _add_elements(rows: dict[str, list[Row]], taxonomy: Taxonomy) -> None:
    rows["Concepts"].extend(_concept_row(concept) for concept in taxonomy.concepts)
    rows["Headings"].extend({"name": heading.qname} for heading in taxonomy.headings)
    rows["Units"].extend({"name": unit.qname} for unit in taxonomy.units)
    rows["Typed axes"].extend(
        {"name": axis.qname, "domain": axis.domain, "type": axis.type} for axis in taxonomy.typed_axes
    )
    rows["Axes"].extend(
        {"name": axis.qname, "default": axis.default, "role": axis.role or ""} for axis in taxonomy.axes
    )
    rows["Domains"].extend(
        {"name": domain.qname, "head_usable": _truth(domain.head_usable)} for domain in taxonomy.domains
    )
    for axis in taxonomy.axes:
        rows["Members"].extend(_member_row(axis.qname, member) for member in axis.members)
    for domain in taxonomy.domains:
        rows["Members"].extend(_member_row(domain.qname, member) for member in domain.members)
    for name, labels in dict(_labelled(taxonomy)).items():
        rows["Labels"].extend(_label_rows({"name": name}, labels, "role"))
    for name, places in _referenced(taxonomy).items():
        rows["References"].extend(_reference_rows(name, places))


def _labelled(taxonomy: Taxonomy) -> Iterator[tuple[str, tuple[Label, ...]]]:
    for items in (
        taxonomy.concepts,
        taxonomy.headings,
        taxonomy.units,
        taxonomy.typed_axes,
        taxonomy.axes,
        taxonomy.domains,
        taxonomy.member_by_qname.values(),
    ):
        for item in items:
            yield item.qname, item.labels


def _referenced(taxonomy: Taxonomy) -> dict[str, tuple[Reference, ...]]:
    found: dict[str, tuple[Reference, ...]] = {}
    for items in (
        taxonomy.concepts,
        taxonomy.headings,
        taxonomy.typed_axes,
        taxonomy.axes,
        taxonomy.member_by_qname.values(),
    ):
        for item in items:
            found.setdefault(item.qname, item.references)
    return found


def _member_row(owner: str, member: Member) -> Row:
    return {
        "axis": owner,
        "name": member.qname,
        "parent": member.parent or "",
        "usable": _truth(member.usable),
        "sense": member.comparison or "",
    }


def _concept_row(concept: Concept) -> Row:
    return {
        "name": concept.qname,
        "type": concept.type,
        "period": concept.period_type,
        "balance": concept.balance or "",
        "unit": concept.unit or "",
        "domain": concept.domain or "",
        "variant": concept.variant or "",
        "variant_of": concept.variant_of or "",
    }


def _label_rows(start: Row, labels: Iterable[Label], role_column: str = "") -> Iterator[Row]:
    """Yield as many rows a role as its fullest language has labels."""
    made: dict[tuple[str, int], Row] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for label in labels:
        place = counts[label.role, label.language]
        counts[label.role, label.language] += 1
        row = made.setdefault(
            (label.role, place), {**start, **({role_column: label.role} if role_column else {})}
        )
        row[label.language or NO_LANGUAGE] = label.text or EMPTY
    yield from made.values()


def _reference_rows(name: str, references: Iterable[Reference]) -> Iterator[Row]:
    for number, reference in enumerate(references, 1):
        start = {"element": name, "reference": str(number), "role": reference.role}
        if not reference.parts:
            yield start
        for part, text in reference.parts:
            yield {**start, "part": part, "text": text or EMPTY}


def _add_hypercube(rows: dict[str, list[Row]], cube: Hypercube) -> None:
    rows["Hypercubes"].append(
        {"hypercube": cube.name, "role": cube.role, "element": cube.element, "closed": _truth(cube.closed),
         "excludes": _truth(cube.excludes), "context": cube.context_element}
    )  # fmt: skip
    items = [("axis", "", axis) for axis in cube.axes]
    items.extend(("concept", "", concept) for concept in cube.concepts)
    for axis, members in cube.members:
        items.extend(("member", axis, member) for member in members or (EMPTY,))
    rows["Hypercube items"].extend(
        {"hypercube": cube.name, "kind": kind, "axis": axis, "item": item} for kind, axis, item in items
    )


def _add_group(rows: dict[str, list[Row]], number: str, group: Group) -> None:
    start = {"group": number, "role": group.role}
    rows["Groups"].extend(_label_rows(start, group.labels) if group.labels else [start])
    for place, item in enumerate(group.items):
        depth = str(group.depths[place]) if group.depths else ""
        shown = group.preferred[place] if group.preferred else ""
        rows["Presentation"].append({"group": number, "item": item, "depth": depth, "label": shown})


def _add_dts(rows: dict[str, list[Row]], taxonomy: Taxonomy) -> None:
    dts = taxonomy.dts
    if dts is None:
        return
    rows["Namespaces"].extend({"prefix": prefix, "namespace": uri} for prefix, uri in dts.namespaces)
    rows["Elements"].extend(
        {"name": item.qname, "type": item.type, "substitution": item.substitution_group,
         "period": item.period_type or "", "balance": item.balance or "", "abstract": _truth(item.abstract),
         "nillable": _truth(item.nillable), "file": item.file, "line": "" if item.line is None else str(item.line),
         "address": item.address}
        for item in dts.elements
    )  # fmt: skip
    rows["Definitions"].extend(
        {"arcrole": arc.arcrole, "role": arc.role, "source": arc.source, "target": arc.target,
         "target_role": arc.target_role, "usable": _truth(arc.usable), "closed": _truth(arc.closed),
         "context": arc.context_element or ""}
        for arc in dts.definitions
    )  # fmt: skip
    for role in dts.roles:
        start = {"uri": role.uri, "definition": role.definition, "address": role.address}
        rows["Roles"].extend(_text_rows(start, "uri", role.labels))
    for number, formula in enumerate(dts.formulas, 1):
        key = {"formula": str(number)}
        start = {**key, "id": formula.id or EMPTY, "kind": formula.kind, "test": formula.test, "file": formula.file,
                 "line": "" if formula.line is None else str(formula.line)}  # fmt: skip
        rows["Formulas"].extend(_text_rows(start, "formula", formula.labels))
        rows["Formula messages"].extend(
            _text_rows(key, "formula", formula.messages) if formula.messages else ()
        )
        rows["Formula concepts"].extend({**key, "concept": name} for name in formula.concepts)
    for number, table in enumerate(dts.tables, 1):
        start = {"table": str(number), "id": table.id or EMPTY, "file": table.file,
                 "line": "" if table.line is None else str(table.line)}  # fmt: skip
        rows["Tables"].extend(_text_rows(start, "table", table.labels))


def _text_rows(start: Row, key: str, texts: Iterable[tuple[str, str]]) -> Iterator[Row]:
    """Yield as many rows as the fullest language has texts, the first with all that is to be said beside them."""
    seen: Counter[str] = Counter()
    made: dict[int, Row] = {0: {**start}}
    for language, text in texts:
        row = made.setdefault(seen[language], {key: start[key]})
        row[language or NO_LANGUAGE] = text or EMPTY
        seen[language] += 1
    yield from made.values()


def _truth(value: bool) -> str:  # noqa: FBT001 - what is written
    return "true" if value else "false"
