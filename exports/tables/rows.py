"""One flat row a fact: what an analyst wants to know of it, labels in one language, and where it stands.

A report alone is enough; a taxonomy gives labels, a ledger the sentences. Facts are made into rows one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import TYPE_CHECKING

from exports.errors import FilingError
from exports.filing import QUALIFIER_NOTE, fact_id, standing_rows
from exports.verdict import sentence_around
from tagger.ledger import QUALIFIERS
from taxonomy.model import label_of

if TYPE_CHECKING:
    from exports.report import Entity, Fact, Footnote, Period, Report
    from tagger.ledger import Ledger, Row
    from taxonomy.model import Label, Taxonomy


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension of a fact; of a typed one `member` is its value, None for nil."""

    axis: str
    axis_label: str
    member: str | None
    member_label: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that says the fact. start, end: offsets in text.txt. link: into the page."""

    row: str
    text: str
    sentence: str
    start: int
    end: int
    link: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact as a row.

    value: of a numeric fact that is not nil. value_text: the lexical value of any fact that is not nil.
    decimals: None for INF and for what is not numeric. period: "2024-12-31" or "2024-01-01/2024-12-31", both
    ends inclusive, empty for forever; period_start and period_end are its days.
    is_share: the value is a share of one, which people read in percent.
    mentions: the first is the one that the fact is taken from; empty where no text is known.
    footnotes: all of them, those that a qualifier became among them.
    members: the labels of those that the value names, where it is one of an enumeration.
    """

    report: str
    fact: str
    entity_scheme: str
    entity: str
    entity_name: str
    concept: str
    label: str
    value: Decimal | None
    value_text: str | None
    unit: str | None
    unit_label: str
    decimals: int | None
    period: str
    period_start: date | None
    period_end: date | None
    language: str | None
    qualifier: str
    dimensions: tuple[Dimension, ...]
    mentions: tuple[Mention, ...]
    footnotes: tuple[Footnote, ...] = ()
    members: tuple[str, ...] = ()
    is_share: bool = False

    @property
    def remarks(self) -> tuple[Footnote, ...]:
        """Return the footnotes that say something else than the qualifier does."""
        said = {f"{QUALIFIER_NOTE}{part}" for part in self.qualifier.split("+")}
        return tuple(note for note in self.footnotes if note.id not in said)

    @property
    def mention(self) -> Mention | None:
        """Return the place that the fact is taken from."""
        return self.mentions[0] if self.mentions else None


@dataclass(frozen=True)
class TableSource:
    """A report to make tables of, with what is known beside it.

    name: of the document. language: of the labels. reporting_period: as it was asked for, such as "2024".
    entity_name: of `entity`, of every entity where that is None.
    page: what links lead to, empty for none. identity: what tells the report from all others in a database.
    """

    report: Report
    name: str
    language: str = "en"
    taxonomy: Taxonomy | None = None
    ledger: Ledger | None = None
    entity_name: str = ""
    reporting_period: str = ""
    page: str = "report.html"
    identity: str = ""
    entity: Entity | None = None

    @cached_property
    def key(self) -> str:
        """Return the identity: the entity, the reporting period, the name and the language where none is given."""
        if self.identity:
            return self.identity
        first = next(iter(self.report.facts), None)
        entity = first.entity.identifier if first else ""
        parts = (entity, self.reporting_period, self.name, self.language)
        return "/".join(part.replace("/", "-") for part in parts if part)


def fact_rows(source: TableSource) -> Iterator[FactRow]:
    """Yield a row for each fact, in the report's order.

    Raises: FilingError where the value of a numeric fact is no number.
    """
    labels = Labels(source.taxonomy, source.language, source.report.namespaces)
    mentions = _mentions(source)
    notes = {note.id: note for note in source.report.footnotes}
    for fact in source.report.facts:
        start, end = _days(fact.period)
        yield FactRow(
            report=source.key,
            fact=fact.id,
            entity_scheme=fact.entity.scheme,
            entity=fact.entity.identifier,
            entity_name=source.entity_name if source.entity in {None, fact.entity} else "",
            concept=fact.concept,
            label=labels.of(fact.concept),
            value=_number(fact),
            value_text=fact.value,
            unit=fact.unit,
            unit_label=labels.of_unit(fact.unit),
            decimals=fact.decimals,
            period=_period_text(fact.period),
            period_start=start,
            period_end=end,
            language=fact.language,
            qualifier="+".join(part for part in QUALIFIERS if f"{QUALIFIER_NOTE}{part}" in fact.footnotes),
            dimensions=_dimensions(fact, labels),
            mentions=mentions.get(fact.id, ()),
            footnotes=tuple(notes[name] for name in dict.fromkeys(fact.footnotes) if name in notes),
            members=tuple(map(labels.of, (fact.value or "").split())) if fact.kind == "enumeration" else (),
            is_share=fact.unit == "xbrli:pure" and labels.is_share(fact.concept),
        )


class Labels:
    """Labels in one language; where there is none, the local name tells."""

    def __init__(
        self, taxonomy: Taxonomy | None, language: str, namespaces: tuple[tuple[str, str], ...] = ()
    ) -> None:
        """Take the taxonomy, if there is one.

        namespaces: (prefix, namespace) of the names to come, where they may differ from the taxonomy's prefixes.
        """
        self._taxonomy = taxonomy
        self._language = language
        self._known: dict[str, str] = {}
        self._prefixes = _prefixes(taxonomy, namespaces)

    def of(self, qname: str) -> str:
        """Return the label of a concept, axis, member or unit."""
        if qname not in self._known:
            label = label_of(self._labels(qname), self._language)
            self._known[qname] = label or qname.rpartition(":")[2]
        return self._known[qname]

    def of_unit(self, unit: str | None) -> str:
        """Return the label of a unit; a pure number has none."""
        if unit is None or unit == "xbrli:pure":
            return ""
        if "/" in unit or "*" in unit:
            return unit
        return self.of(unit)

    def is_share(self, concept: str) -> bool:
        """Return whether the concept is a percentage."""
        known = self._taxonomy.concept_by_qname.get(self._name(concept)) if self._taxonomy else None
        return known is not None and known.type == "percent"

    def _labels(self, qname: str) -> tuple[Label, ...]:
        taxonomy = self._taxonomy
        if taxonomy is None:
            return ()
        qname = self._name(qname)
        item = (
            taxonomy.concept_by_qname.get(qname)
            or taxonomy.member_by_qname.get(qname)
            or taxonomy.axis_by_qname.get(qname)
            or taxonomy.typed_axis_by_qname.get(qname)
            or taxonomy.unit_by_qname.get(qname)
        )
        return item.labels if item else ()

    def _name(self, qname: str) -> str:
        """Return the name as the taxonomy has it."""
        prefix, colon, local = qname.partition(":")
        return f"{self._prefixes.get(prefix, prefix)}{colon}{local}"


def _prefixes(taxonomy: Taxonomy | None, namespaces: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return the taxonomy's prefix for each of ours; one of another namespace leads to nothing."""
    if taxonomy is None:
        return {}
    theirs = {taxonomy.namespace: taxonomy.prefix}
    if taxonomy.dts is not None:
        theirs |= {namespace: prefix for prefix, namespace in taxonomy.dts.namespaces}
    return {prefix: theirs.get(namespace, "") for prefix, namespace in namespaces}


def _mentions(source: TableSource) -> dict[str, tuple[Mention, ...]]:
    if source.ledger is None:
        return {}
    rows = tuple(source.ledger.facts())
    found: dict[str, list[Row]] = {fact_id(row): [row] for row in standing_rows(rows)}
    for row in rows:
        if found[fact_id(row)][0] is not row:
            found[fact_id(row)].append(row)
    text = source.ledger.text
    return {
        name: tuple(
            Mention(
                row=row.id,
                text=row.text,
                sentence=sentence_around(text, row.start, row.end),
                start=row.start,
                end=row.end,
                link=f"{source.page}#{row.id}" if source.page else "",
            )
            for row in said
        )
        for name, said in found.items()
    }


def _dimensions(fact: Fact, labels: Labels) -> tuple[Dimension, ...]:
    explicit = tuple(
        Dimension(axis, labels.of(axis), member, labels.of(member)) for axis, member in fact.dimensions
    )
    if not fact.typed:
        return explicit
    return (
        *explicit,
        *(Dimension(axis, labels.of(axis), value, value or "") for axis, value in fact.typed),
    )


def _number(fact: Fact) -> Decimal | None:
    if fact.unit is None or fact.value is None:
        return None
    try:
        value = Decimal(fact.value)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise FilingError(f"The fact {fact.id} has a unit but no number as its value ({fact.value[:60]!r}).")
    return value


def _days(period: Period) -> tuple[date | None, date | None]:
    if period.is_forever:
        return None, None
    return _day(period.start), _day(period.end)


def _day(moment: date | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment


def _period_text(period: Period) -> str:
    if period.is_forever:
        return ""
    end = period.end.isoformat()
    return end if period.start is None else f"{period.start.isoformat()}/{end}"
