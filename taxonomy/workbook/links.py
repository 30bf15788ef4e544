"""The rows that link elements: hypercubes, presentation and calculation, as nodes of a source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from taxonomy.workbook.nodes import Pairs, languages, listing, mapping, scalar, texts_of
from taxonomy.workbook.read import Cell, Record
from taxonomy.workbook.rows import Rows

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node, SequenceNode


@dataclass(slots=True)
class _Branch:
    """An item of a tree, with what stands below it."""

    cell: Cell
    below: list[_Branch]


class LinkBuilder:
    """Builds the nodes of the sections that link elements."""

    def __init__(self, rows: Rows) -> None:
        """Take the rows, which note mistakes too."""
        self._rows = rows

    def hypercubes(self) -> MappingNode | None:
        """Return the hypercubes, or None where there are none."""
        cubes: dict[str, tuple[Cell, list[Node], list[Node]]] = {}
        for record in self._rows.of("Hypercubes", "hypercube"):
            cell = record["hypercube"]
            _, concepts, axes = cubes.setdefault(cell.text, (cell, [], []))
            if "concept" in record:
                concepts.append(scalar(record["concept"]))
            if "axis" in record:
                axes.append(scalar(record["axis"]))
        pairs: Pairs = []
        for cell, concepts, axes in cubes.values():
            said: Pairs = [(scalar(cell, text="concepts"), listing(cell, concepts))]
            if axes:
                said.append((scalar(cell, text="axes"), listing(cell, axes)))
            pairs.append((scalar(cell, plain=True), mapping(cell, said)))
        return mapping(next(iter(cubes.values()))[0], pairs) if cubes else None

    def presentation(self) -> SequenceNode | None:
        """Return the groups with their items, or None where there are none."""
        groups = self._rows.of("Groups", "group")
        items: dict[str, list[Record]] = {}
        for record in self._rows.of("Presentation", "group", "item"):
            items.setdefault(record["group"].text, []).append(record)
        known = [record["group"].text for record in groups]
        for name, records in items.items():
            if name not in known:
                message = f'there is no group "{name}" in the sheet Groups: add it, or correct it'
                self._rows.note(records[0]["group"], "reference", message)
        nodes: list[Node] = []
        for place, record in enumerate(groups):
            cell = record["group"]
            if cell.text in known[:place]:
                message = f'the group "{cell.text}" stands here twice: give one another number'
                self._rows.note(cell, "duplicate", message)
                continue
            tree = self._branches(items.get(cell.text, []))
            said: Pairs = [
                (scalar(cell, text="group"), languages(cell, texts_of(record, "group"))),
                (scalar(cell, text="items"), listing(cell, _nested(tree))),
            ]
            nodes.append(mapping(cell, said))
        return listing(groups[0]["group"], nodes) if groups else None

    def _branches(self, records: list[Record]) -> list[_Branch]:
        top: list[_Branch] = []
        levels = [top]
        for record in records:
            said = record.get("depth")
            depth = int(said.text) if said is not None and said.text.isdecimal() else 0
            if said is not None and (not said.text.isdecimal() or depth >= len(levels)):
                message = (
                    f'the depth "{said.text}" is none here: expected a number from 0 to {len(levels) - 1}'
                )
                self._rows.note(said, "value", message)
                depth = 0
            branch = _Branch(record["item"], [])
            del levels[depth + 1 :]
            levels[depth].append(branch)
            levels.append(branch.below)
        return top

    def calculation(self) -> SequenceNode | None:
        """Return the sums, or None where there are none."""
        sums: dict[str, tuple[Record, Pairs]] = {}
        for record in self._rows.of("Calculation", "sum", "total", "part", "weight"):
            first, parts = sums.setdefault(record["sum"].text, (record, []))
            if first["total"].text != record["total"].text:
                message = (
                    f'the sum {record["sum"].text} has the total "{first["total"].text}" in row '
                    f"{first['total'].row}: give this row another number"
                )
                self._rows.note(record["total"], "value", message)
            weight = scalar(record["weight"], plain=True)
            parts.append((scalar(record["part"], plain=True), weight))
        nodes: list[Node] = [
            mapping(
                first["total"],
                [
                    (scalar(first["total"], text="total"), scalar(first["total"])),
                    (scalar(first["part"], text="parts"), mapping(first["part"], parts)),
                ],
            )
            for first, parts in sums.values()
        ]
        return listing(next(iter(sums.values()))[0][""], nodes) if nodes else None


def _nested(branches: list[_Branch]) -> list[Node]:
    """Return the items of a group: a name, or a mapping of the name to what stands below it."""
    return [
        mapping(branch.cell, [(scalar(branch.cell), listing(branch.cell, _nested(branch.below)))])
        if branch.below
        else scalar(branch.cell)
        for branch in branches
    ]
