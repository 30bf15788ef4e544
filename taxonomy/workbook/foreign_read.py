"""From the rows of a workbook of somebody else's taxonomy back to the taxonomy, with every mistake and its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast, get_args

from taxonomy.dts import Dts, Element
from taxonomy.labels import in_order
from taxonomy.model import (
    Axis,
    AxisRole,
    Concept,
    Domain,
    Heading,
    Label,
    Member,
    Reference,
    Taxonomy,
    TypedAxis,
    Unit,
    Variant,
)
from taxonomy.workbook.foreign_cells import Cells, language_of, said_of, text_of
from taxonomy.workbook.foreign_formulas import formulas_in, tables_in
from taxonomy.workbook.foreign_links import ForeignLinks
from taxonomy.workbook.nodes import texts_of

if TYPE_CHECKING:
    from taxonomy.workbook.read import Record
    from taxonomy.workbook.rows import Rows

_HEAD = ("prefix", "namespace", "version", "entry_point")


class ForeignBuilder:
    """Builds the values of the model from the rows."""

    def __init__(self, rows: Rows) -> None:
        """Take the rows, which note mistakes too."""
        self._cells = Cells(rows)
        self._labels: dict[str, list[Label]] = {}
        self._references: dict[str, dict[str, tuple[str, list[tuple[str, str]]]]] = {}

    def taxonomy(self) -> Taxonomy:
        """Return the taxonomy; where mistakes were noted it is of no use."""
        elements = tuple(self._element(record) for record in self._cells.distinct("Elements"))
        self._cells.names = {element.qname for element in elements}
        self._read_labels()
        self._read_references()
        head = {
            record["key"].text: record["value"] for record in self._cells.rows.of("Taxonomy", "key", "value")
        }
        for key in _HEAD:
            if key not in head:
                for record in self._cells.rows.of("Taxonomy")[:1]:
                    self._cells.rows.note(
                        record[""], "empty", f'the key "{key}" is missing: add a row for it'
                    )
        members = self._members()
        links = ForeignLinks(self._cells)
        return Taxonomy(
            said_of(head.get("prefix")),
            said_of(head.get("namespace")),
            said_of(head.get("version")),
            said_of(head.get("entry_point")),
            in_order(
                Label(language_of(key.removeprefix("label ")), said_of(cell))
                for key, cell in head.items()
                if key.startswith("label ")
            ),
            tuple(Unit(name, self._words(name)) for name in self._cells.known("Units")),
            tuple(self._axis(record, members) for record in self._cells.known_rows("Axes")),
            tuple(self._concept(record) for record in self._cells.known_rows("Concepts")),
            links.hypercubes(),
            links.groups(),
            links.calculations(),
            typed_axes=tuple(self._typed_axis(record) for record in self._cells.known_rows("Typed axes")),
            domains=tuple(self._domain(record, members) for record in self._cells.distinct("Domains")),
            headings=tuple(
                Heading(name, self._words(name), self._places(name)) for name in self._cells.known("Headings")
            ),
            dts=Dts(
                tuple(
                    (record["prefix"].text, record["namespace"].text)
                    for record in self._cells.rows.of("Namespaces", "prefix", "namespace")
                ),
                elements,
                links.roles(),
                tuple(
                    links.arc(record)
                    for record in self._cells.rows.of("Definitions", "arcrole", "role", "source", "target")
                ),
                said_of(head.get("entry_namespace")),
                formulas_in(self._cells),
                tables_in(self._cells),
            ),
        )

    def _read_labels(self) -> None:
        for record in self._cells.rows.of("Labels", "name", "role"):
            if self._cells.is_known(record["name"]):
                self._labels.setdefault(record["name"].text, []).extend(
                    Label(language_of(language), said_of(cell), record["role"].text)
                    for language, cell in texts_of(record, "name", "role")
                )

    def _words(self, name: str) -> tuple[Label, ...]:
        return in_order(self._labels.get(name, ()))

    def _read_references(self) -> None:
        for record in self._cells.rows.of("References", "element", "reference"):
            if self._cells.is_known(record["element"]):
                found = self._references.setdefault(record["element"].text, {})
                role = record["role"].text if "role" in record else "reference"
                _, parts = found.setdefault(record["reference"].text, (role, []))
                if "part" in record:
                    parts.append((record["part"].text, said_of(record.get("text"))))

    def _places(self, name: str) -> tuple[Reference, ...]:
        return tuple(Reference(tuple(parts), role) for role, parts in self._references.get(name, {}).values())

    def _element(self, record: Record) -> Element:
        period = self._cells.choice(record, "period", ("instant", "duration"), "")
        balance = self._cells.choice(record, "balance", ("debit", "credit"), "")
        return Element(
            record["name"].text,
            text_of(record, "type"),
            text_of(record, "substitution"),
            cast("Any", period or None),
            cast("Any", balance or None),
            self._cells.truth(record, "abstract", default=False),
            self._cells.truth(record, "nillable", default=True),
            text_of(record, "file"),
            self._cells.number(record, "line", int),
            text_of(record, "address"),
        )

    def _concept(self, record: Record) -> Concept:
        name = record["name"].text
        for column in ("type", "period"):
            if column not in record:
                self._cells.rows.note(
                    record["name"], "empty", f'the concept "{name}" has no {column}: fill it in'
                )
        variant = self._cells.choice(record, "variant", get_args(Variant), "")
        return Concept(
            name,
            text_of(record, "type"),
            cast("Any", self._cells.choice(record, "period", ("instant", "duration"), "duration")),
            self._words(name),
            cast("Any", self._cells.choice(record, "balance", ("debit", "credit"), "") or None),
            self._cells.named(record, "unit"),
            cast("Any", variant or None),
            self._cells.named(record, "variant_of"),
            self._places(name),
            self._cells.named(record, "domain"),
        )

    def _axis(self, record: Record, members: dict[str, list[Member]]) -> Axis:
        name = record["name"].text
        role = self._cells.choice(record, "role", get_args(AxisRole), "")
        found = tuple(members.get(name, ()))
        default = self._cells.named(record, "default") or ""
        if default and default not in {member.qname for member in found}:
            message = f'the default "{default}" is no member of the axis: add it to the sheet Members'
            self._cells.rows.note(record["default"], "reference", message)
        return Axis(name, self._words(name), default, found, cast("Any", role or None), self._places(name))

    def _typed_axis(self, record: Record) -> TypedAxis:
        name = record["name"].text
        return TypedAxis(
            name, self._words(name), text_of(record, "domain"), text_of(record, "type"), self._places(name)
        )

    def _domain(self, record: Record, members: dict[str, list[Member]]) -> Domain:
        name = record["name"].text
        usable = self._cells.truth(record, "head_usable", default=False)
        return Domain(name, self._words(name), tuple(members.get(name, ())), usable)

    def _members(self) -> dict[str, list[Member]]:
        found: dict[str, list[Member]] = {}
        owners = {
            record["name"].text
            for sheet in ("Axes", "Domains")
            for record in self._cells.rows.of(sheet, "name")
        }
        for record in self._cells.rows.of("Members", "axis", "name"):
            if record["axis"].text not in owners:
                message = (
                    f'there is no axis or domain "{record["axis"].text}": add it to its sheet, or correct it'
                )
                self._cells.rows.note(record["axis"], "reference", message)
            if not self._cells.is_known(record["name"]):
                continue
            before = found.setdefault(record["axis"].text, [])
            parent = record.get("parent")
            if parent is not None and parent.text not in {member.qname for member in before}:
                message = (
                    f'no row above this one has the member "{parent.text}" of the axis: correct or move it'
                )
                self._cells.rows.note(parent, "reference", message)
            name = record["name"].text
            before.append(
                Member(
                    name,
                    self._words(name),
                    parent.text if parent else None,
                    text_of(record, "sense") or None,
                    self._cells.truth(record, "usable", default=True),
                    self._places(name),
                )
            )
        return found
