"""Facts that somebody made by hand or another program wrote: a table (.csv, .xlsx) or a list in JSON.

The first row names the columns: `concept` and `value`, and where they say something `id`, `unit`, `decimals`,
`period`, `entity`, `language`, `footnote`; every other column is the QName of an axis. A name without a prefix
is one of the taxonomy's. JSON is a list of objects with the same keys.

Spec: none; periods as in xBRL-CSV (2024, 2024Q3, 2024-01-01..2024-06-30, 2024-12-31@end) or ISO 8601.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from exports.errors import InstanceError
from exports.facts_check import FactsCheck
from exports.facts_fit import Fit
from exports.readers.csv_periods import parse_csv_period
from exports.readers.json_reader import opened
from exports.readers.names import language_tag
from exports.readers.values import decimals, number_of, why_no_number
from exports.report import Entity, Fact, Footnote, Kind, Period, Report

if TYPE_CHECKING:
    from exports.definitions import DefinedKind, Definitions
    from taxonomy.model import Taxonomy

COLUMNS = frozenset(
    {"id", "concept", "value", "unit", "decimals", "period", "entity", "language", "footnote"}
)
ENDINGS = frozenset({".csv", ".xlsx", ".json"})
NIL = "#nil"
MAXIMUM_ROWS = 5_000_000

_CURRENCY = re.compile("[A-Z]{3}")
_GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]*)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class Against:
    """What the table does not say: the taxonomy, the namespaces of names, the entity."""

    taxonomy: Taxonomy
    namespaces: tuple[tuple[str, str], ...]
    entity: Entity | None
    definitions: Definitions

    @property
    def prefix(self) -> str:
        """Return the prefix of a name that is written without."""
        return self.taxonomy.prefix


def is_facts(path: Path) -> bool:
    """Return whether the file is a table or list of facts rather than an instance.

    Raises: InstanceError where it cannot be read.
    """
    match path.suffix.lower():
        case ".csv" | ".xlsx":
            return True
        case ".json":
            with opened(path) as stream:
                return stream.begins_with("[")
        case _:
            return False


def read(path: Path, against: Against) -> Report:
    """Return the facts as a report.

    Raises: InstanceError where a row is no fact: which row, and what is wrong with it.
    """
    made: list[Fact] = []
    notes: dict[str, Footnote] = {}
    seen: set[str] = set()
    check = FactsCheck(against.taxonomy, dict(against.namespaces)).check
    fit = Fit(against.definitions, dict(against.namespaces))
    for place, row in _rows(path):
        try:
            fact = _fact(row, len(made) + 1, against, notes)
            check(fact, place)
            fit.see(fact)
        except ValueError as error:
            raise InstanceError(f"{path.name}, {place}: {error}; correct it in the file.") from None
        if fact.id in seen:
            raise InstanceError(
                f"{path.name}, {place}: the id {fact.id!r} stands twice; leave ids out or make them differ."
            )
        seen.add(fact.id)
        made.append(fact)
    prefixes = {namespace: prefix for prefix, namespace in against.namespaces}
    domains = (
        (_qname(axis, prefixes), _qname(element, prefixes))
        for axis, element in against.definitions.typed_domains.items()
    )
    return Report(
        entry_point=against.taxonomy.entry_point,
        namespaces=against.namespaces,
        facts=tuple(made),
        footnotes=tuple(notes.values()),
        typed_domains=tuple(sorted((axis, element) for axis, element in domains if axis and element)),
    )


def _qname(clark: str, prefixes: Mapping[str, str]) -> str:
    namespace, _, local = clark[1:].partition("}")
    return f"{prefixes[namespace]}:{local}" if namespace in prefixes else ""


def _rows(path: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield (place, cells by column) of each row that is not empty."""
    match path.suffix.lower():
        case ".csv":
            yield from _csv_rows(path)
        case ".xlsx":
            from exports.facts_workbook import workbook_rows  # noqa: PLC0415  openpyxl takes its time

            yield from _tabular(path, workbook_rows(path))
        case _:
            with opened(path) as stream:
                plain = stream.value()
                stream.end()
            for number_, item in enumerate(plain if isinstance(plain, list) else [], 1):
                if not isinstance(item, dict):
                    raise InstanceError(
                        f"{path.name}, item {number_}: a fact is an object of keys and texts."
                    )
                nested = item.get("dimensions")
                flat = {**item, **(nested if isinstance(nested, dict) else {})}
                flat.pop("dimensions", None)
                cells = {
                    str(key): NIL if value is None and key == "value" else _shown(value)
                    for key, value in flat.items()
                }
                yield f"item {number_}", cells


def _shown(value: object) -> str:
    """Return a value of JSON as a cell would have it: every digit of a number, no exponent."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")
        case _:
            return str(value)


def _csv_rows(path: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            head = stream.readline()
            stream.seek(0)
            delimiter = max(",;\t", key=head.count)
            rows = csv.reader(stream, delimiter=delimiter, strict=True)
            yield from _tabular(path, ((f"line {rows.line_num}", row) for row in rows))
    except UnicodeDecodeError:
        raise InstanceError(f"{path.name}: this is not UTF-8; save it as CSV in UTF-8.") from None
    except csv.Error as error:
        raise InstanceError(f"{path.name}, line {rows.line_num}: this is no CSV ({error}).") from None
    except OSError as error:
        raise InstanceError(f"{path.name} cannot be read ({error.strerror or error}).") from None


def _tabular(path: Path, rows: Iterator[tuple[str, list[str]]]) -> Iterator[tuple[str, Mapping[str, str]]]:
    _, header = next(rows, ("", []))
    names = [name.strip() for name in header]
    if not {"concept", "value"} <= set(names) or len(set(names) - {""}) != sum(map(bool, names)):
        raise InstanceError(
            f"{path.name}, line 1: a row of different column names was expected, concept and value among them."
        )
    for place, row in rows:
        if len(row) > len(names) and any(row[len(names) :]):
            raise InstanceError(
                f"{path.name}, {place}: the row has {len(row)} cells, the header {len(names)}."
            )
        if any(row):
            yield place, dict(zip(names, row, strict=False))


def _fact(row: Mapping[str, str], count: int, against: Against, notes: dict[str, Footnote]) -> Fact:
    """Return the fact of a row.

    Raises: ValueError with what is wrong.
    """
    said = {key: text.strip() for key, text in row.items() if key != "value"}
    concept = _name(said.get("concept", ""), against)
    kind = against.definitions.kinds.get(_clark(concept, against))
    text: str | None = row.get("value", "")
    if text == NIL:
        text = None
    unit = _unit(said.get("unit", ""), said.get("decimals", ""), kind, against)
    places, value_kind, language = None, "plain", None
    if unit is not None and text is not None:
        try:
            plain = text.replace(",", "") if _GROUPED.fullmatch(text.strip()) else text
            text = number_of(plain, lambda: against.definitions.is_floating(_clark(concept, against)))
            places = decimals(said.get("decimals") or "INF")
        except ValueError:
            precise = f" with decimals {said['decimals']!r}" if said.get("decimals") else ""
            raise ValueError(f"{text!r}{precise} is no number{why_no_number(text)}") from None
    elif text is not None and kind in {"enumeration", "qname"}:
        value_kind = str(kind)
        text = " ".join(sorted(_name(part, against) for part in text.split()))
    elif text is not None and said.get("language"):
        language = language_tag(said["language"])
    explicit, typed = _axes(said, against)
    return Fact(
        said.get("id") or f"f{count:04}",
        concept,
        _entity(said.get("entity", ""), against),
        _period(said.get("period", "")),
        explicit,
        unit,
        text,
        places,
        language,
        _noted(said.get("footnote", ""), said.get("language") or "en", notes),
        typed,
        _KINDS[value_kind],
    )


_KINDS: Mapping[str, Kind] = {"plain": "plain", "enumeration": "enumeration", "qname": "qname"}


def _clark(qname: str, against: Against) -> str:
    prefix, _, local = qname.partition(":")
    return f"{{{dict(against.namespaces)[prefix]}}}{local}"


def _name(text: str, against: Against) -> str:
    name = text if ":" in text else f"{against.prefix}:{text}"
    prefix, _, local = name.partition(":")
    if not local or prefix not in dict(against.namespaces):
        raise ValueError(f"{text!r} is no name of the taxonomy's (prefix {against.prefix})")
    return name


def _unit(text: str, precise: str, kind: DefinedKind | None, against: Against) -> str | None:
    if not text:
        return "xbrli:pure" if kind == "number" or (kind is None and precise) else None
    if text == "pure":
        return "xbrli:pure"
    if _CURRENCY.fullmatch(text):
        return f"iso4217:{text}"
    return text if ":" in text else _name(text, against)


def _entity(text: str, against: Against) -> Entity:
    if text:
        scheme, mark, identifier = text.rpartition("#")
        if mark and scheme:
            return Entity(scheme, identifier)
        if against.entity is not None:
            return Entity(against.entity.scheme, text)
    elif against.entity is not None:
        return against.entity
    raise ValueError("there is no entity: give --entity, or write scheme#identifier in the column entity")


def _period(text: str) -> Period:
    try:
        if "/" in text and "T" not in text:
            return Period.parse(text)
        return Period(None, Period.parse(text).end) if _DAY.fullmatch(text) else parse_csv_period(text)
    except (ValueError, OverflowError):
        raise ValueError(
            f"{text!r} is no period, or ends before it begins: write 2024-12-31, 2024, 2024Q3 or 2024-01-01/2024-06-30"
        ) from None


def _axes(
    said: Mapping[str, str], against: Against
) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str | None], ...]]:
    explicit: list[tuple[str, str]] = []
    typed: list[tuple[str, str | None]] = []
    for column, text in sorted(said.items()):
        if column in COLUMNS or not column or not text:
            continue
        axis = _name(column, against)
        if _clark(axis, against) in against.definitions.typed_domains:
            typed.append((axis, None if text == NIL else text))
        else:
            explicit.append((axis, _name(text, against)))
    return tuple(sorted(explicit)), tuple(sorted(typed, key=lambda pair: pair[0]))


def _noted(text: str, language: str, notes: dict[str, Footnote]) -> tuple[str, ...]:
    if not text:
        return ()
    key = f"{language} {text}"
    note = notes.setdefault(key, Footnote(f"footnote{len(notes) + 1}", language_tag(language), text))
    return (note.id,)
