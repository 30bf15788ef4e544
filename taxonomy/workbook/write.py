"""From a taxonomy to the cells of a workbook, and from them to the file.

The same taxonomy gives the same bytes. A text that a program would take for a formula (= + - @ in front) is
written as text and marked as such.

Spec: ECMA-376 (written by openpyxl).
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from taxonomy.errors import TagwrightError
from taxonomy.source_keys import AXIS_ROLES, REFERENCE_PARTS
from taxonomy.workbook.foreign_sheets import SHEETS as FOREIGN_SHEETS
from taxonomy.workbook.foreign_sheets import foreign_rows
from taxonomy.workbook.relation_rows import relation_rows
from taxonomy.workbook.sheets import EXTENDS, EXTENSION_SHEETS, GUIDE, HEAD, SHEETS, WORDS, Sheet
from taxonomy.write_source import write_source
from taxonomy.yaml_nodes import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from openpyxl.worksheet.worksheet import Worksheet

    from taxonomy.model import Taxonomy

MISSING: Final = "Workbooks need openpyxl: run `pip install 'tagwright[tables]'`"
_EPOCH: Final = datetime(1980, 1, 1)  # noqa: DTZ001 - openpyxl takes a time without a zone
_ZIP_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_RISKY: Final = ("=", "+", "-", "@")
_LONGEST: Final = 32_767
_WIDE: Final = 44

Row = dict[str, str]
Plain = Any  # text, or lists and mappings of it: the nodes of a source without their places


def write_workbook(taxonomy: Taxonomy) -> bytes:
    """Return the workbook of a taxonomy.

    Raises: TagwrightError where a text is too long for a cell, or openpyxl is missing.
    """
    if taxonomy.dts is None:
        return _write(SHEETS, sheet_rows(plain(parse_yaml(write_source(taxonomy), "the source"))))
    return _write(FOREIGN_SHEETS, foreign_rows(taxonomy))


def write_rows(source: Plain, base: str) -> bytes:
    """Return the workbook of an extension's source, whose base goes by a reference.

    Raises: as `write_workbook`.
    """
    rows = sheet_rows(source, EXTENSION_SHEETS)
    rows["Taxonomy"].insert(0, {"key": EXTENDS, "value": base})
    return _write(EXTENSION_SHEETS, rows)


def _write(sheets: dict[str, Sheet], rows: dict[str, list[Row]]) -> bytes:
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - only a workbook pays for it
    except ImportError:
        raise TagwrightError(MISSING) from None
    book = Workbook()
    book.properties.creator = "tagwright"
    book.properties.created = _EPOCH
    guide = book.active
    assert guide is not None  # noqa: S101 - a new workbook has a sheet
    guide.title = GUIDE
    _fill(guide, ("sheet", "a row is"), [{"sheet": s.name, "a row is": s.about} for s in sheets.values()])
    for name, found in rows.items():
        languages = [column for row in found for column in row if column not in sheets[name].columns]
        columns = (*sheets[name].columns, *dict.fromkeys(languages))
        _fill(book.create_sheet(name), columns, found)
    buffer = BytesIO()
    book.save(buffer)
    return _with_fixed_times(buffer)


def plain(node: Node) -> Plain:
    """Return what the nodes of a source say, without their places."""
    if isinstance(node, MappingNode):
        return {key.value: plain(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.value]
    return node.value if isinstance(node, ScalarNode) else ""


def _fill(sheet: Worksheet, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - only a workbook pays for it
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - likewise

    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    widths = [len(column) + 4 for column in columns]
    for number, row in enumerate([{column: column for column in columns}, *rows], 1):
        for place, column in enumerate(columns, 1):
            text = row.get(column, "")
            if not text:
                continue
            if len(text) > _LONGEST:
                raise TagwrightError(
                    f"a text of {len(text):,} characters ({text[:40]}…) is too long for a cell, which holds "
                    f"{_LONGEST:,}: shorten it"
                )
            cell = sheet.cell(number, place)
            cell.value = text
            cell.data_type = "s"  # said outright: "=…" would be a formula
            cell.number_format = "@"  # and a date or number stays what it is when a person edits it
            cell.alignment = wrapped
            cell.quotePrefix = text.startswith(_RISKY)
            if number == 1:
                cell.font = bold
            widths[place - 1] = max(widths[place - 1], min(_WIDE, max(map(len, text.split("\n"))) + 2))
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{max(sheet.max_row, 2)}"


def _with_fixed_times(made: BytesIO) -> bytes:
    """Return the file without the clock: openpyxl writes the time of saving into it."""
    buffer = BytesIO()
    with ZipFile(made) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            data = old.read(name)
            if name == "docProps/core.xml":
                start, end = data.index(b"<dcterms:modified"), data.index(b"</dcterms:modified>")
                data = data[:start] + data[end + len(b"</dcterms:modified>") :]
            new.writestr(ZipInfo(name, _ZIP_EPOCH), data, ZIP_DEFLATED)
    return buffer.getvalue()


def sheet_rows(source: Plain, sheets: dict[str, Sheet] = SHEETS) -> dict[str, list[Row]]:
    """Return the rows of each sheet for a source, as mappings of column to text."""
    rows: dict[str, list[Row]] = {name: [] for name in sheets}
    said: set[str] = set()
    head = source["taxonomy"]
    rows["Taxonomy"].extend({"key": key, "value": head[key]} for key in HEAD if key in head)
    rows["Taxonomy"].extend(
        {"key": f"label {language}", "value": text} for language, text in head["label"].items()
    )
    rows["Versions"].extend(
        {"version": item["version"], "date": item["date"], **item.get("note", {})}
        for item in head.get("versions", ())
    )
    for section, sheet in (
        ("units", "Units"),
        ("headings", "Headings"),
        ("domains", "Domains"),
        ("concepts", "Concepts"),
    ):
        for name, item in source.get(section, {}).items():
            rows[sheet].append({"name": name, **_cells(item, SHEETS[sheet].columns), **_life(item)})
            _said(rows, said, name, item)
            _members(rows, said, name, "", item.get("members", {}))
    for name, item in source.get("axes", {}).items():
        rows["Axes"].append({"name": name, **_cells(item, SHEETS["Axes"].columns), **_life(item)})
        _said(rows, said, name, item)
        _members(rows, said, name, "", item.get("members", {}))
    _add_links(rows, source)
    _add_of_extension(rows, said, source)
    return rows


def _add_of_extension(rows: dict[str, list[Row]], said: set[str], source: Plain) -> None:
    """Add what an extension says of its base."""
    for name, item in source.get("words", {}).items():
        _said(rows, said, name, item)
    for axis, members in source.get("members", {}).items():
        for name, item in members.items():
            rows["Added members"].append({"axis": axis, "name": name, "parent": item.get("parent", "")})
            _said(rows, said, name, item)
    for item in source.get("anchors", ()):
        rows["Anchors"].append(item)


def _cells(item: dict[str, Plain], columns: tuple[str, ...]) -> Row:
    return {
        key: ", ".join(value) if isinstance(value, list) else value
        for key, value in item.items()
        if key in columns and not isinstance(value, dict)
    }


def _life(item: dict[str, Plain]) -> Row:
    deprecated = item.get("deprecated")
    if not deprecated:
        return {}
    after = deprecated.get("successor", "")
    return {
        "deprecated": deprecated["date"],
        "successor": ", ".join(after) if isinstance(after, list) else after,
    }


def _said(rows: dict[str, list[Row]], said: set[str], name: str, item: dict[str, Plain]) -> None:
    """Add the words and references of an element, once for a member of several axes."""
    if name in said:
        return
    said.add(name)
    for kind in WORDS:
        texts = item.get(kind, {})
        if texts:
            joined = {
                language: "\n".join(text) if isinstance(text, list) else text
                for language, text in texts.items()
            }
            rows["Labels"].append({"name": name, "kind": kind, **joined})
    reasons = (item.get("deprecated") or {}).get("reason")
    if reasons:
        rows["Labels"].append({"name": name, "kind": "reason", **reasons})
    for reference in item.get("reference", ()):
        order = [key for key in reference if key != "role"]
        usual = [key for key in REFERENCE_PARTS if key in order]
        rows["References"].append(
            {"element": name, **reference, **({"order": ", ".join(order)} if order != usual else {})}
        )


def _members(
    rows: dict[str, list[Row]], said: set[str], axis: str, parent: str, members: dict[str, Plain]
) -> None:
    for name, item in members.items():
        sense = next((item[role] for role in AXIS_ROLES if role in item), "")
        usable = {"usable": item["usable"]} if "usable" in item else {}
        since = {"since": item["since"]} if "since" in item else {}
        rows["Members"].append(
            {"axis": axis, "name": name, "parent": parent, **usable, "sense": sense, **since, **_life(item)}
        )
        _said(rows, said, name, item)
        _members(rows, said, axis, name, item.get("members", {}))


def _add_links(rows: dict[str, list[Row]], source: Plain) -> None:
    for name, cube in source.get("hypercubes", {}).items():
        rows["Hypercubes"].extend({"hypercube": name, "axis": axis} for axis in cube.get("axes", ()))
        rows["Hypercubes"].extend({"hypercube": name, "concept": concept} for concept in cube["concepts"])
    for number, group in enumerate(source.get("presentation", ()), 1):
        rows["Groups"].append({"group": str(number), **group["group"]})
        rows["Presentation"].extend(
            {"group": str(number), "item": item, "depth": str(depth)}
            for item, depth in _items(group.get("items", ()), 0)
        )
    for number, item in enumerate(source.get("calculation", ()), 1):
        rows["Calculation"].extend(
            {"sum": str(number), "total": item["total"], "part": part, "weight": weight}
            for part, weight in item["parts"].items()
        )
    for number, item in enumerate(source.get("relations", ()), 1):
        rows["Relations"].extend(relation_rows(item, str(number)))


def _items(items: Iterable[Plain], depth: int) -> Iterator[tuple[str, int]]:
    for item in items:
        if isinstance(item, dict):
            for name, below in item.items():
                yield name, depth
                yield from _items(below, depth + 1)
        else:
            yield item, depth
