"""From the cells of a workbook to the nodes of a source, and so to a taxonomy.

Each node has the place of its cell, so that what the reader of sources finds wrong names sheet and cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taxonomy.source import read_document
from taxonomy.source_keys import REFERENCE_PARTS
from taxonomy.source_walk import Walker
from taxonomy.workbook.foreign_read import ForeignBuilder
from taxonomy.workbook.links import LinkBuilder
from taxonomy.workbook.nodes import (
    PLAIN,
    SEPARATED,
    Pairs,
    languages,
    listing,
    mapping,
    scalar,
    texts_of,
)
from taxonomy.workbook.read import Cell, Record, WorkbookError, placed, read_records
from taxonomy.workbook.relations import relation_nodes
from taxonomy.workbook.rows import Rows
from taxonomy.workbook.sheets import WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from yaml.nodes import MappingNode, Node

    from taxonomy.model import Taxonomy


def load_workbook(path: Path) -> Taxonomy:
    """Return the taxonomy of a workbook.

    Raises: WorkbookError with every mistake, each with sheet and cell; TagwrightError where it cannot be read.
    """
    kind, records, findings = read_records(path)
    if findings:
        raise WorkbookError(tuple(findings))
    if kind == "foreign":
        foreign = ForeignBuilder(Rows(path, records, findings)).taxonomy()
        if findings:
            raise WorkbookError(tuple(findings))
        return foreign
    root = _Builder(Rows(path, records, findings)).document()
    walker = Walker(str(path))
    taxonomy = read_document(walker, root)
    for item in walker.findings:
        _, _, sheet = item.file.rpartition("#")
        findings.append(
            placed(
                path,
                sheet,
                item.line or 1,
                item.column or 1,
                item.code.replace("source.", "workbook."),
                item.message,
            )
        )
    if findings:
        raise WorkbookError(tuple(dict.fromkeys(findings)))
    return taxonomy


class _Builder:
    """Builds the nodes of a source from the rows."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._words = rows.by("Labels", "name")
        self._references = rows.by("References", "element")
        self._used: set[str] = set()

    def document(self) -> MappingNode:
        """Return the root node."""
        start = Cell("", "Taxonomy", 1, 1)
        links = LinkBuilder(self._rows)
        sections: list[tuple[str, Node | None]] = [
            ("taxonomy", self._head(start)),
            ("units", self._named("Units")),
            ("axes", self._named("Axes")),
            ("domains", self._named("Domains")),
            ("concepts", self._named("Concepts")),
            ("headings", self._named("Headings")),
            ("hypercubes", links.hypercubes()),
            ("presentation", links.presentation()),
            ("calculation", links.calculation()),
            ("relations", relation_nodes(self._rows)),
        ]
        self._note_unused()
        pairs = [(scalar(start, text=name), node) for name, node in sections if node is not None]
        return mapping(start, pairs)

    def _note_unused(self) -> None:
        for words in (self._words, self._references):
            for name, records in words.items():
                if name not in self._used:
                    message = f'nothing is called "{name}": correct the name, or remove the row'
                    self._rows.note(records[0][""], "reference", message)

    def _head(self, start: Cell) -> MappingNode:
        pairs: Pairs = []
        labels: Pairs = []
        for record in self._rows.of("Taxonomy", "key", "value"):
            key, value = record["key"], record["value"]
            word, _, language = key.text.partition(" ")
            if word == "label":
                labels.append((scalar(key, text=language), scalar(value)))
            else:
                pairs.append((scalar(key), scalar(value)))
        if labels:
            pairs.append((scalar(start, text="label"), mapping(start, labels)))
        versions: list[Node] = []
        for record in self._rows.of("Versions", "version", "date"):
            said: Pairs = [
                (scalar(record[key], text=key), scalar(record[key])) for key in ("version", "date")
            ]
            notes = texts_of(record, "version", "date")
            if notes:
                said.append((scalar(record["version"], text="note"), languages(record["version"], notes)))
            versions.append(mapping(record["version"], said))
        if versions:
            pairs.append((scalar(start, text="versions"), listing(start, versions)))
        return mapping(start, pairs)

    def _named(self, sheet: str) -> MappingNode | None:
        records = self._rows.of(sheet, "name")
        if not records:
            return None
        members = self._members_of() if sheet in {"Axes", "Domains"} else {}
        pairs: Pairs = []
        for record in records:
            cell = record["name"]
            said = self._item(record)
            if cell.text in members:
                role = record.get("role")
                below = self._tree(members[cell.text], role.text if role else "sense")
                said.append((scalar(cell, text="members"), below))
            pairs.append((scalar(cell, plain=True), mapping(cell, said)))
        return mapping(records[0]["name"], pairs)

    def _item(self, record: Record, *left_out: str) -> Pairs:
        """Return the keys of an element: its cells, its words and references."""
        skipped = {"", "name", "deprecated", "successor", *left_out}
        pairs: Pairs = []
        for column, cell in record.items():
            if column == "variants":
                parts = [part.strip() for part in SEPARATED.split(cell.text) if part.strip()]
                pairs.append(
                    (scalar(cell, text=column), listing(cell, (scalar(cell, text=part) for part in parts)))
                )
            elif column not in skipped:
                pairs.append((scalar(cell, text=column), scalar(cell, plain=column in PLAIN)))
        name = record["name"]
        self._used.add(name.text)
        reasons: list[tuple[str, Cell]] = []
        for row in self._words.get(name.text, ()):
            kind = row.get("kind", row["name"])
            texts = texts_of(row, "name", "kind")
            if kind.text == "reason":
                reasons.extend(texts)
            elif kind.text not in WORDS:
                message = (
                    f'"{kind.text}" is no kind of label: expected one of {", ".join((*WORDS, "reason"))}'
                )
                self._rows.note(kind, "value", message)
            elif kind.text == "terms":
                pairs.append((scalar(kind), self._terms(kind, texts)))
            else:
                pairs.append((scalar(kind), languages(kind, texts)))
        references = [self._reference(row) for row in self._references.get(name.text, ())]
        if references:
            pairs.append((scalar(name, text="reference"), listing(name, references)))
        self._add_deprecation(pairs, record, reasons)
        return pairs

    def _add_deprecation(self, pairs: Pairs, record: Record, reasons: list[tuple[str, Cell]]) -> None:
        first = record.get("deprecated") or record.get("successor") or (reasons[0][1] if reasons else None)
        if first is None:
            return
        said: Pairs = []
        if "deprecated" in record:
            said.append((scalar(first, text="date"), scalar(record["deprecated"])))
        if cell := record.get("successor"):
            names = [part.strip() for part in SEPARATED.split(cell.text) if part.strip()]
            said.append(
                (
                    scalar(cell, text="successor"),
                    listing(cell, (scalar(cell, text=name) for name in names)),
                )
            )
        if reasons:
            said.append((scalar(reasons[0][1], text="reason"), languages(reasons[0][1], reasons)))
        pairs.append((scalar(first, text="deprecated"), mapping(first, said)))

    def _terms(self, kind: Cell, texts: list[tuple[str, Cell]]) -> MappingNode:
        pairs: Pairs = []
        for language, cell in texts:
            terms = [scalar(cell, text=term.strip()) for term in cell.text.split("\n") if term.strip()]
            pairs.append((scalar(cell, text=language), listing(cell, terms)))
        return mapping(kind, pairs)

    def _reference(self, record: Record) -> MappingNode:
        order = list(REFERENCE_PARTS)
        if cell := record.get("order"):
            order = [part.strip() for part in SEPARATED.split(cell.text)]
            for part in order:
                if part not in record:
                    message = f'"{part}" is no column that this row fills in: correct the order'
                    self._rows.note(cell, "value", message)
        keys = [key for key in ("role", *order, *REFERENCE_PARTS) if key in record]
        return mapping(
            record["element"],
            [(scalar(record[key], text=key), scalar(record[key])) for key in dict.fromkeys(keys)],
        )

    def _members_of(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = {}
        known = {
            record["name"].text for sheet in ("Axes", "Domains") for record in self._rows.of(sheet, "name")
        }
        for record in self._rows.of("Members", "axis", "name"):
            found.setdefault(record["axis"].text, []).append(record)
            if record["axis"].text not in known:
                message = (
                    f'there is no axis or domain "{record["axis"].text}": add it to its sheet, or correct it'
                )
                self._rows.note(record["axis"], "reference", message)
        return found

    def _tree(self, records: list[Record], role: str) -> MappingNode:
        names = {record["name"].text for record in records}
        below: dict[str, list[Record]] = {}
        for record in records:
            parent = record.get("parent")
            if parent is not None and parent.text not in names:
                message = (
                    f'the axis "{record["axis"].text}" has no member "{parent.text}": correct or remove it'
                )
                self._rows.note(parent, "reference", message)
            below.setdefault(parent.text if parent else "", []).append(record)
        placed_names: set[int] = set()
        made = self._level(records[0]["name"], below, "", role, placed_names)
        for record in records:
            parent = record.get("parent")
            if id(record) not in placed_names and parent is not None and parent.text in names:
                message = f'the member "{record["name"].text}" stands below itself: correct its parent'
                self._rows.note(parent, "cycle", message)
        return made

    def _level(
        self, start: Cell, below: dict[str, list[Record]], parent: str, role: str, placed_names: set[int]
    ) -> MappingNode:
        pairs: Pairs = []
        for record in below.get(parent, ()):
            cell = record["name"]
            if id(record) in placed_names:
                continue
            placed_names.add(id(record))
            said = self._item(record, "axis", "parent", "sense")
            if sense := record.get("sense"):
                said.append((scalar(sense, text=role), scalar(sense)))
            if cell.text in below and cell.text != parent:
                said.append(
                    (scalar(cell, text="members"), self._level(cell, below, cell.text, role, placed_names))
                )
            pairs.append((scalar(cell, plain=True), mapping(cell, said)))
        return mapping(start, pairs)
