"""xBRL-CSV: a table with a row a fact, and the metadata that says what its columns mean.

A person opens NAME.csv and reads: id, concept, entity, period, unit, a column for each axis, language,
decimals, value. Periods are inclusive days (`2024-01-01..2024-12-31`, `2024-12-31@end`). Footnotes are rows
whose concept is `xbrl:note`; which facts they belong to stands as links in NAME-csv.json, which is therefore
written after the table.

Spec: xBRL-CSV 1.0, OIM common 1.0 (links, units).
"""

from __future__ import annotations

from datetime import datetime
from itertools import chain
from json import dumps
from typing import TYPE_CHECKING, BinaryIO

from exports.context import FOOTNOTE_ARCROLE, LINK_ROLE
from exports.csv_cells import axis_columns, cell, checked_row_id, quoted
from exports.errors import FilingError
from exports.fact_lines import AroundConcept, AroundValue, FactLines
from exports.markup import allowed, checked_qname, escape
from exports.measures import PURE, measures
from exports.outline import outline_of
from exports.values import canonical_number, canonical_numbers, checked_names
from exports.xbrl_json import XBRL_NAMESPACE, checked_identifier, scheme_prefixes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.context import ContextKey
    from exports.report import Fact, Footnote, Period, Report

DOCUMENT_TYPE = "https://xbrl.org/2021/xbrl-csv"
TABLE = "facts"
VALUE = "value"

BEFORE = ("id", "concept", "entity", "period", "unit")
AFTER = ("language", "decimals", VALUE)
"""The columns, before and after those of the axes."""

_URL_MARKS = {ord(mark): "-" for mark in "#%?:"}


def write(report: Report, table_name: str, table: BinaryIO, metadata: BinaryIO) -> int:
    """Write the table and its metadata, which names the table's file; return the number of facts.

    Raises: FilingError where a name, id or number is none, or the outline lacks a scheme or axis.
    """
    writer = CsvWriter(report, table_name)
    count = writer.write_table(table)
    writer.write_metadata(metadata)
    return count


def table_file(name: str) -> str:
    """Return the table's file name for a report called so: the metadata names it, and URLs use some marks."""
    return f"{name.translate(_URL_MARKS)}.csv"


class CsvWriter:
    """Writes the table, and then the metadata."""

    id_comes_first = True
    numbers = staticmethod(canonical_numbers)
    negative = None

    def __init__(self, report: Report, table_name: str) -> None:
        """Take the report and the name of the table's file, which the metadata points at."""
        outline = outline_of(report)
        self.report = report
        self.table_name = table_name
        self.schemes = scheme_prefixes(outline.schemes)
        self.namespaces = {
            **dict(report.namespaces),
            "xbrl": XBRL_NAMESPACE,
            **{prefix: scheme for scheme, prefix in self.schemes.items()},
        }
        self.prefixes = frozenset(self.namespaces)
        self.columns = axis_columns([checked_qname(axis, self.prefixes) for axis in outline.axes])
        self.links: list[tuple[str, tuple[str, ...]]] = []
        self.contexts: dict[ContextKey, tuple[str, str]] = {}

    def write_table(self, stream: BinaryIO) -> int:
        """Write the table; return the number of facts in it."""
        stream.write((",".join((*BEFORE, *self.columns.values(), *AFTER)) + "\n").encode())
        lines = FactLines(self)
        stream.writelines(text.encode() for text in lines.texts(self.report.facts))
        noted = {name for _, names in self.links for name in names}
        stream.write("".join(self._note(note) for note in self.report.footnotes if note.id in noted).encode())
        return lines.count

    def taken(self) -> str:
        """Return nothing: no row needs another before it."""
        return ""

    def around_concept(self, concept: str) -> AroundConcept:
        """Return the cell of the concept, behind that of the id."""
        return f",{checked_qname(concept, self.prefixes)}", "\n"

    def around_value(self, fact: Fact) -> AroundValue:
        """Return the cells between concept and value, a comma on either side."""
        return self._beside(fact, ""), ""

    def line(self, fact: Fact) -> str:
        """Return any fact as a row."""
        row = checked_row_id(fact.id)
        name = checked_qname(fact.concept, self.prefixes)
        if fact.footnotes:
            self.links.append((fact.id, fact.footnotes))
        language = ""
        if fact.value is None:
            value = "#nil"
        elif fact.unit is not None:
            value = canonical_number(fact)
        elif fact.kind != "plain":
            value = cell(checked_names(fact, self.prefixes))
        else:
            language = cell(fact.language) if fact.language else ""
            value = cell(allowed(fact.value))
        return f"{row},{name}{self._beside(fact, language)}{value}\n"

    def _beside(self, fact: Fact, language: str) -> str:
        key = (fact.entity, fact.period, fact.dimensions, fact.typed)
        aspects = self.contexts.get(key)
        if aspects is None:
            aspects = self.contexts[key] = self._aspects(key)
        unit = ""
        if fact.unit is not None:
            for part in chain(*measures(fact.unit)):
                checked_qname(part, self.prefixes)
            unit = "" if fact.unit == PURE else fact.unit
        decimals = "" if fact.decimals is None or fact.value is None else fact.decimals
        return f",{aspects[0]},{unit},{aspects[1]}{language},{decimals},"

    def _aspects(self, key: ContextKey) -> tuple[str, str]:
        """Return entity and period, and the cells of the axes, each with a comma behind it."""
        entity, period, dimensions, typed = key
        prefix = self.schemes.get(entity.scheme)
        if prefix is None:
            raise FilingError(
                f"The entity {entity.identifier!r} is of the scheme {entity.scheme!r}, which the report's"
                " outline does not name: add it there."
            )
        values = {axis: checked_qname(member, self.prefixes) for axis, member in dimensions}
        values |= {axis: "#nil" if value is None else cell(value) for axis, value in typed}
        missing = sorted(values.keys() - self.columns.keys())
        if missing:
            raise FilingError(f"The report's outline does not name the axis {missing[0]}: add it there.")
        cells = "".join(f"{values.get(axis, '')}," for axis in self.columns)
        return f"{quoted(f'{prefix}:{checked_identifier(entity)}')},{period_cell(period)}", cells

    def _note(self, note: Footnote) -> str:
        row = checked_row_id(note.id)
        empty = "," * (3 + len(self.columns))
        return f"{row},xbrl:note{empty},{cell(note.language)},,{cell(escape(allowed(note.text)))}\n"

    def write_metadata(self, stream: BinaryIO) -> None:
        """Write what the columns mean, and the links from facts to footnotes that the table has shown."""
        columns: dict[str, object] = {name: {} for name in (*BEFORE, *self.columns.values(), *AFTER)}
        dimensions = {name: f"${name}" for name in (*BEFORE[1:], "language")}
        dimensions |= {axis: f"${name}" for axis, name in self.columns.items()}
        columns[VALUE] = {"dimensions": dimensions, "decimals": "$decimals"}
        info: dict[str, object] = {
            "documentType": DOCUMENT_TYPE,
            "namespaces": dict(sorted(self.namespaces.items())),
            "taxonomy": [self.report.entry_point],
        }
        if self.links:
            info["linkTypes"] = {"footnote": FOOTNOTE_ARCROLE}
            info["linkGroups"] = {"_": LINK_ROLE}
        plain = {
            "documentInfo": info,
            "tableTemplates": {TABLE: {"rowIdColumn": "id", "columns": columns}},
            "tables": {TABLE: {"url": self.table_name}},
        }
        stream.write(dumps(plain, ensure_ascii=False, indent=1)[:-2].encode())
        stream.write("".join(self._links()).encode())
        stream.write(b"\n}\n")

    def _links(self) -> Iterator[str]:
        if self.links:
            yield ',\n "links": {"footnote": {"_": {'
            before = "\n"
            for name, footnotes in self.links:
                targets = [_fact_id(footnote) for footnote in footnotes]
                yield f"{before}  {dumps(_fact_id(name), ensure_ascii=False)}: "
                yield dumps(targets, ensure_ascii=False)
                before = ",\n"
            yield "\n }}}"


def _fact_id(name: str) -> str:
    return f"{TABLE}.r_{checked_row_id(name)}.{VALUE}"


def period_cell(period: Period) -> str:
    """Return the period as a person reads it, days inclusive; moments as OIM writes them."""
    if period.is_forever:
        return ""
    if isinstance(period.end, datetime) or isinstance(period.start, datetime):
        return period.oim()
    if period.start is None:
        return f"{period.end.isoformat()}@end"
    return f"{period.start.isoformat()}..{period.end.isoformat()}"
