"""What links the elements of somebody else's taxonomy: hypercubes, groups, sums, definition arcs and roles."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

from taxonomy.dts import DefinitionArc, Role
from taxonomy.labels import in_order
from taxonomy.model import Calculation, Group, Hypercube, Label
from taxonomy.workbook.foreign_cells import Cells, language_of, said_of, text_of
from taxonomy.workbook.foreign_sheets import EMPTY
from taxonomy.workbook.nodes import texts_of
from taxonomy.workbook.read import Record


class ForeignLinks:
    """Reads the sheets that link elements."""

    def __init__(self, cells: Cells) -> None:
        """Take the cells, which know the names of the elements."""
        self._cells = cells

    def hypercubes(self) -> tuple[Hypercube, ...]:
        """Return the hypercubes."""
        items: dict[str, list[Record]] = {}
        for record in self._cells.rows.of("Hypercube items", "hypercube", "kind", "item"):
            items.setdefault(record["hypercube"].text, []).append(record)
        made: list[Hypercube] = []
        for record in self._cells.rows.of("Hypercubes", "hypercube"):
            name = record["hypercube"].text
            found: dict[str, list[str]] = {"axis": [], "concept": []}
            members: dict[str, list[str]] = {}
            for item in items.pop(name, ()):
                kind = self._cells.choice(item, "kind", ("axis", "concept", "member"), "concept")
                known = item["item"].text == EMPTY or self._cells.is_known(item["item"])
                if kind == "member":
                    listed = members.setdefault(text_of(item, "axis"), [])
                    if item["item"].text != EMPTY:
                        listed.append(item["item"].text)
                elif known:
                    found[kind].append(item["item"].text)
            made.append(
                Hypercube(
                    name,
                    tuple(found["concept"]),
                    tuple(found["axis"]),
                    text_of(record, "role"),
                    text_of(record, "element"),
                    self._cells.truth(record, "closed", default=True),
                    self._cells.truth(record, "excludes", default=False),
                    cast("Any", self._cells.choice(record, "context", ("scenario", "segment"), "scenario")),
                    tuple((axis, tuple(names)) for axis, names in members.items()),
                )
            )
        for name, left in items.items():
            message = f'there is no hypercube "{name}" in the sheet Hypercubes: add it, or correct it'
            self._cells.rows.note(left[0]["hypercube"], "reference", message)
        return tuple(made)

    def groups(self) -> tuple[Group, ...]:
        """Return the groups of the presentation."""
        items: dict[str, list[Record]] = {}
        for record in self._cells.rows.of("Presentation", "group", "item"):
            if self._cells.is_known(record["item"]):
                items.setdefault(record["group"].text, []).append(record)
        rows: dict[str, list[Record]] = {}
        for record in self._cells.rows.of("Groups", "group"):
            rows.setdefault(record["group"].text, []).append(record)
        for name in items.keys() - rows.keys():
            message = f'there is no group "{name}" in the sheet Groups: add it, or correct it'
            self._cells.rows.note(items[name][0]["group"], "reference", message)
        made: list[Group] = []
        for name, records in rows.items():
            found = items.get(name, [])
            depths = tuple(self._cells.number(record, "depth", int) or 0 for record in found)
            shown = tuple(text_of(record, "label") for record in found)
            labels = in_order(
                Label(language_of(language), said_of(cell))
                for record in records
                for language, cell in texts_of(record, "group", "role")
            )
            made.append(
                Group(
                    labels,
                    tuple(record["item"].text for record in found),
                    depths if any("depth" in record for record in found) else (),
                    text_of(records[0], "role"),
                    shown if any(shown) else (),
                )
            )
        return tuple(made)

    def calculations(self) -> tuple[Calculation, ...]:
        """Return the sums."""
        sums: dict[str, tuple[Record, list[tuple[str, int | Decimal]]]] = {}
        for record in self._cells.rows.of("Calculation", "sum", "total", "part", "weight"):
            first, parts = sums.setdefault(record["sum"].text, (record, []))
            self._cells.is_known(record["total"])
            if self._cells.is_known(record["part"]):
                parts.append((record["part"].text, self._cells.number(record, "weight", _weight) or 0))
            if first["total"].text != record["total"].text:
                message = (
                    f'this sum has the total "{first["total"].text}" in row {first["total"].row}: correct one'
                )
                self._cells.rows.note(record["total"], "value", message)
        return tuple(
            Calculation(
                first["total"].text,
                tuple(parts),
                text_of(first, "role"),
                cast("Any", self._cells.choice(first, "version", ("1.1", "1.0"), "1.1")),
            )
            for first, parts in sums.values()
        )

    def arc(self, record: Record) -> DefinitionArc:
        """Return a definition arc."""
        for end in ("source", "target"):
            self._cells.is_known(record[end])
        context = self._cells.choice(record, "context", ("scenario", "segment"), "")
        return DefinitionArc(
            record["arcrole"].text,
            record["role"].text,
            record["source"].text,
            record["target"].text,
            text_of(record, "target_role"),
            self._cells.truth(record, "usable", default=True),
            self._cells.truth(record, "closed", default=False),
            cast("Any", context or None),
        )

    def roles(self) -> tuple[Role, ...]:
        """Return the roles."""
        found: dict[str, list[Record]] = {}
        for record in self._cells.rows.of("Roles", "uri"):
            found.setdefault(record["uri"].text, []).append(record)
        return tuple(
            Role(
                uri,
                text_of(records[0], "definition"),
                tuple(
                    sorted(
                        (
                            (language_of(language), said_of(cell))
                            for record in records
                            for language, cell in texts_of(record, "uri", "definition", "address")
                        ),
                        key=lambda label: label[0],
                    )
                ),
                text_of(records[0], "address"),
            )
            for uri, records in found.items()
        )


def _weight(text: str) -> int | Decimal:
    weight = Decimal(text)
    return int(weight) if weight == int(weight) else weight
