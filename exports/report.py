"""A report: the facts of a filing, whatever made them, in the terms of the Open Information Model.

Every writer takes a `Report` and nothing else; every fact is a value with all its aspects.

Spec: OIM 1.0 section 3 (reports, facts, dimensions), XBRL 2.1 section 4.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """An instant (start is None: the end of that day) or a duration, both days included."""

    start: date | None
    end: date

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read "2024-12-31" or "2024-01-01/2024-12-31".

        Raises: ValueError where it is neither.
        """
        first, slash, last = text.partition("/")
        if slash:
            return cls(date.fromisoformat(first), date.fromisoformat(last))
        return cls(None, date.fromisoformat(first))

    def oim(self) -> str:
        """Return the period as xBRL-JSON writes it, midnight to midnight. Spec: OIM 1.0 section 3.4."""
        end = f"{(self.end + timedelta(days=1)).isoformat()}T00:00:00"
        return end if self.start is None else f"{self.start.isoformat()}T00:00:00/{end}"


@dataclass(frozen=True, slots=True)
class Entity:
    """Who reports: an identifier and the scheme it is of."""

    scheme: str
    identifier: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with all its aspects.

    concept, dimensions, unit: QNames ("bank:X"); the unit is "iso4217:CNY", "xbrli:pure" or "bank:customer", None if not numeric.
    value: the lexical value in base units, None for nil. decimals: None for INF (and for what is not numeric).
    footnotes: ids of footnotes of the report. language: of a text fact.
    """

    id: str
    concept: str
    entity: Entity
    period: Period
    dimensions: tuple[tuple[str, str], ...] = ()
    unit: str | None = None
    value: str | None = None
    decimals: int | None = None
    language: str | None = None
    footnotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote that facts point at; `text` is plain text."""

    id: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """Facts against one entry point. `namespaces`: prefix to namespace of every QName used."""

    entry_point: str
    namespaces: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]
    footnotes: tuple[Footnote, ...] = ()
