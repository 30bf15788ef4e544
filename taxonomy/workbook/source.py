"""From the cells of a workbook to the nodes of a source, and so to a taxonomy.

Each node has the place of its cell, so that what the reader of sources finds wrong names sheet and cell.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from taxonomy.errors import TagwrightError
from taxonomy.source import read_document
from taxonomy.source_files import Sections
from taxonomy.source_keys import ADDED_SECTIONS, ANCHOR, EXTENSION, REFERENCE_PARTS, SECTIONS
from taxonomy.source_links import Declared
from taxonomy.source_relations import read_relations
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
from taxonomy.workbook.sheets import EXTENDS, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from yaml.nodes import MappingNode, Node

    from taxonomy.errors import Finding
    from taxonomy.model import Taxonomy


def load_workbook(path: Path) -> Taxonomy:
    """Return the taxonomy of a workbook.

    Raises: WorkbookError with every mistake, each with sheet and cell; TagwrightError where it cannot be read.
    """
    kind, records, findings = read_records(path)
    if findings:
        raise WorkbookError(tuple(findings))
    if kind == "foreign":
        rows, walker = Rows(path, records, findings), Walker(str(path))
        foreign = ForeignBuilder(rows).taxonomy()
        known = Declared(foreign.prefix, (), (), (), (), foreign)
        relations = read_relations(walker, relation_nodes(rows), known)
        see_that_nothing_is_wrong(path, walker, findings)
        return replace(foreign, relations=relations)
    if kind == "extension":
        raise TagwrightError(f"{path}: extends a taxonomy, and is none by itself")
    root = _Builder(Rows(path, records, findings)).document()
    walker = Walker(str(path))
    taxonomy = read_document(walker, root)
    see_that_nothing_is_wrong(path, walker, findings)
    return taxonomy


def extension_sections(path: Path, walker: Walker) -> tuple[Sections, list[Finding]]:
    """Return the sections of an extension's workbook, and what is wrong with its cells.

    Raises: WorkbookError where its sheets cannot be told; TagwrightError where it cannot be read.
    """
    _, records, findings = read_records(path)
    if findings:
        raise WorkbookError(tuple(findings))
    root = _Builder(Rows(path, records, findings), is_extension=True).document()
    top = walker.record(root, "the workbook", EXTENSION)
    nodes = {
        section: entry.value for section, entry in top.items() if section in (*SECTIONS, *ADDED_SECTIONS)
    }
    return Sections(top.get("taxonomy"), top.get(EXTENDS), nodes), findings


def see_that_nothing_is_wrong(path: Path, walker: Walker, findings: list[Finding]) -> None:
    """Do nothing where there is no mistake.

    Raises: WorkbookError with those of cells and those that the walker noted at their nodes.
    """
    for item in walker.findings:
        _, _, sheet = item.file.rpartition("#")
        code = item.code.replace("source.", "workbook.")
        findings.append(placed(path, sheet, item.line or 1, item.column or 1, code, item.message))
    if findings:
        raise WorkbookError(tuple(dict.fromkeys(findings)))


class _Builder:
    """Builds the nodes of a source from the rows; those of an extension have more sections."""

    def __init__(self, rows: Rows, *, is_extension: bool = False) -> None:
        self._rows = rows
        self._is_extension = is_extension
        self._words = rows.by("Labels", "name")
        self._references = rows.by("References", "element")
        self._used: set[str] = set()

    def document(self) -> MappingNode:
        """Return the root node."""
        start = Cell("", "Taxonomy", 1, 1)
        links = LinkBuilder(self._rows)
        sections: list[tuple[str, Node | None]] = [
            *([(EXTENDS, self._extends(start))] if self._is_extension else []),
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
            *(self._added() if self._is_extension else ()),
        ]
        self._note_unused()
        pairs = [(scalar(start, text=name), node) for name, node in sections if node is not None]
        return mapping(start, pairs)

    def _extends(self, start: Cell) -> MappingNode | None:
        """Return what is extended, or None where no row says it."""
        for record in self._rows.of("Taxonomy", "key", "value"):
            if record["key"].text == EXTENDS:
                value = record["value"]
                return mapping(value, [(scalar(start, text="taxonomy"), scalar(value))])
        return None

    def _added(self) -> Iterator[tuple[str, Node | None]]:
        """Yield the sections that an extension alone has; words are those of names with a prefix."""
        words: Pairs = []
        for name, records in self._words.items():
            if ":" in name:
                cell = records[0]["name"]
                words.append((scalar(cell, plain=True), mapping(cell, self._words_of(cell))))
        axes: dict[str, tuple[Cell, Pairs]] = {}
        for record in self._rows.of("Added members", "axis", "name"):
            cell = record["name"]
            _, members = axes.setdefault(record["axis"].text, (record["axis"], []))
            said = self._words_of(cell)
            if "parent" in record:
                said.append((scalar(record["parent"], text="parent"), scalar(record["parent"])))
            members.append((scalar(cell, plain=True), mapping(cell, said)))
        added: Pairs = [(scalar(cell, plain=True), mapping(cell, pairs)) for cell, pairs in axes.values()]
        anchors = [
            mapping(
                record["wider"],
                [(scalar(record[end], text=end), scalar(record[end])) for end in ANCHOR.required],
            )
            for record in self._rows.of("Anchors", *ANCHOR.required)
        ]
        start = Cell("", "Labels", 1, 1)
        yield "words", mapping(start, words) if words else None
        yield "members", mapping(start, added) if added else None
        yield "anchors", listing(start, anchors) if anchors else None

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
            if self._is_extension and key.text == EXTENDS:
                continue
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
        reasons: list[tuple[str, Cell]] = []
        pairs.extend(self._words_of(name, reasons))
        references = [self._reference(row) for row in self._references.get(name.text, ())]
        if references:
            pairs.append((scalar(name, text="reference"), listing(name, references)))
        self._add_deprecation(pairs, record, reasons)
        return pairs

    def _words_of(self, name: Cell, reasons: list[tuple[str, Cell]] | None = None) -> Pairs:
        """Return the words of an element.

        reasons: takes the reasons why it is deprecated, which it may have where it is given.
        """
        self._used.add(name.text)
        pairs: Pairs = []
        for row in self._words.get(name.text, ()):
            kind = row.get("kind", row["name"])
            texts = texts_of(row, "name", "kind")
            if kind.text == "reason" and reasons is not None:
                reasons.extend(texts)
            elif kind.text not in WORDS:
                known = WORDS if reasons is None else (*WORDS, "reason")
                message = f'"{kind.text}" is no kind of label: expected one of {", ".join(known)}'
                self._rows.note(kind, "value", message)
            elif kind.text == "terms":
                pairs.append((scalar(kind), self._terms(kind, texts)))
            else:
                pairs.append((scalar(kind), languages(kind, texts)))
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
