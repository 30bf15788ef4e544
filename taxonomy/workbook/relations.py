"""The rows of relations as nodes of a source: a row each, but for sums and ratios, which have one a term."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from taxonomy.source_keys import RATIO_OF
from taxonomy.workbook.nodes import PLAIN, SEPARATED, Pairs, listing, mapping, scalar

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node, SequenceNode

    from taxonomy.workbook.read import Cell, Record
    from taxonomy.workbook.rows import Rows

_ENDS: Final = RATIO_OF.required[1:]


def relation_nodes(rows: Rows) -> SequenceNode | None:
    """Return the relations, or None where there are none; the rows note mistakes."""
    records = rows.of("Relations", "relation", "concept")
    together: dict[tuple[str, ...], list[Record]] = {}
    for number, record in enumerate(records):
        kind, concept = record["relation"].text, record["concept"].text
        key: tuple[str, ...] = (kind, concept, str(number))
        if kind == "sum_of":
            key = (kind, concept, record["sum"].text if "sum" in record else "")
        elif kind == "ratio_of":
            key = (kind, concept)
        together.setdefault(key, []).append(record)
    nodes: list[Node] = []
    for key, found in together.items():
        head = (scalar(found[0]["relation"]), scalar(found[0]["concept"]))
        if key[0] == "sum_of":
            said = _parts(rows, found)
        elif key[0] == "ratio_of":
            said = _ends(rows, found)
        else:
            said = _cells(found[0])
        nodes.append(mapping(found[0]["relation"], [head, *said]))
    return listing(records[0][""], nodes) if nodes else None


def _cells(record: Record) -> Pairs:
    return [
        (scalar(cell, text=column), scalar(cell, plain=column in PLAIN))
        for column, cell in record.items()
        if column not in {"", "relation", "concept"}
    ]


def _parts(rows: Rows, records: list[Record]) -> Pairs:
    start = records[0]["concept"]
    parts = [_term(rows, record) for record in records if _is_filled(rows, record, "part")]
    others = [pair for record in records for pair in _others(record, "sum", "part", "weight", "members")]
    return [(scalar(start, text="parts"), listing(start, parts)), *others]


def _ends(rows: Rows, records: list[Record]) -> Pairs:
    pairs: Pairs = []
    for record in records:
        if not (_is_filled(rows, record, "end") and _is_filled(rows, record, "part")):
            continue
        end = record["end"]
        if end.text not in _ENDS:
            message = f'"{end.text}" is no end of a ratio: expected {" or ".join(_ENDS)}'
            rows.note(end, "value", message)
            continue
        pairs.append((scalar(end), _term(rows, record)))
        pairs.extend(_others(record, "end", "part", "weight", "members"))
    return pairs


def _others(record: Record, *known: str) -> Pairs:
    """Return the cells that such a relation has no key for, so that the reader of sources says so."""
    return [
        (scalar(cell, text=column), scalar(cell))
        for column, cell in record.items()
        if column not in {"", "relation", "concept", *known}
    ]


def _is_filled(rows: Rows, record: Record, column: str) -> bool:
    if column in record:
        return True
    message = f'the cell of the column "{column}" is empty in this row: fill it in'
    rows.note(record["relation"], "empty", message)
    return False


def _term(rows: Rows, record: Record) -> Node:
    part = record["part"]
    said: Pairs = []
    if "members" in record:
        said.append((scalar(record["members"], text="members"), _members(rows, record["members"])))
    if "weight" in record:
        said.append((scalar(record["weight"], text="weight"), scalar(record["weight"], plain=True)))
    return mapping(part, [(scalar(part, text="concept"), scalar(part)), *said]) if said else scalar(part)


def _members(rows: Rows, cell: Cell) -> MappingNode:
    pairs: Pairs = []
    for each in filter(None, (part.strip() for part in SEPARATED.split(cell.text))):
        axis, is_given, member = each.partition("=")
        if not is_given:
            rows.note(cell, "value", f'"{each}" is no member of an axis: write Axis=Member')
        else:
            pairs.append((scalar(cell, text=axis.strip()), scalar(cell, text=member.strip())))
    return mapping(cell, pairs)
