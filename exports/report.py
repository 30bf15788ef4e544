"""A report: the facts of a filing, whatever made them, in the terms of the Open Information Model.

Every writer takes a `Report` and nothing else; every fact is a value with all its aspects. The facts need not
be held in memory: whatever can be iterated will do, and what a writer must know before the first fact (the
schemes, the axes) is the report's `Outline`.

Spec: OIM 1.0 section 3 (reports, facts, dimensions), XBRL 2.1 section 4.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, make_dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal, cast

Kind = Literal["plain", "enumeration", "qname"]
"""What a value is that is written differently in different syntaxes: names of members, or one QName."""

Container = Literal["scenario", "segment"]
"""Where an XBRL 2.1 context holds its dimensions; the taxonomy's hypercubes say which."""


@dataclass(frozen=True, slots=True)
class Period:
    """An instant (start is None: the end of that day) or a duration, both days included.

    Where a moment other than midnight is meant, it is a `datetime`.
    """

    start: date | None
    end: date

    @property
    def is_forever(self) -> bool:
        """Return whether this is the absence of a period."""
        return self.start is None and self.end == date.max

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read "2024-12-31" or "2024-01-01/2024-12-31".

        Raises: ValueError where it is neither.
        """
        first, slash, last = text.partition("/")
        if slash:
            return cls(date.fromisoformat(first), date.fromisoformat(last)).in_order()
        return cls(None, date.fromisoformat(first))

    def in_order(self) -> Period:
        """Return the period, which must not end before it begins.

        Raises: ValueError where it does. Spec: XBRL 2.1 section 4.7.2.
        """
        if self.start is not None:
            first, slash, last = self.oim().partition("/")
            if slash and first >= last:
                raise ValueError(f"{first} to {last}")
        return self

    def oim(self) -> str:
        """Return the period as xBRL-JSON writes it, midnight to midnight. Spec: OIM 1.0 section 3.4."""
        end = _moment(self.end, timedelta(days=1))
        return end if self.start is None else f"{_moment(self.start, timedelta())}/{end}"

    @classmethod
    def parse_oim(cls, text: str) -> Period:
        """Read "2025-01-01T00:00:00" or "2024-01-01T00:00:00/2025-01-01T00:00:00".

        Raises: ValueError where it is neither.
        """
        first, slash, last = text.partition("/")
        end = _day(_parsed(last if slash else first), timedelta(days=1))
        return cls(_day(_parsed(first), timedelta()) if slash else None, end).in_order()


FOREVER: Final = Period(None, date.max)
"""The period of a fact that has none."""


def _moment(day: date, later: timedelta) -> str:
    return day.isoformat() if isinstance(day, datetime) else f"{(day + later).isoformat()}T00:00:00"


def _parsed(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is not None or "T" not in text:
        raise ValueError(text)
    return moment


def _day(moment: datetime, later: timedelta) -> date:
    """Return the day where the moment is a midnight: the one that it begins, or that ends `later`."""
    midnight = not (moment.hour or moment.minute or moment.second or moment.microsecond)
    return (moment - later).date() if midnight else moment


@dataclass(frozen=True, slots=True)
class Entity:
    """Who reports: an identifier and the scheme it is of."""

    scheme: str
    identifier: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with all its aspects.

    concept, dimensions: QNames ("bank:X"). unit: "iso4217:CNY", "xbrli:pure" or "bank:customer", None if not
    numeric; one of several measures as OIM has it: "iso4217:CNY/xbrli:shares", "(a:x*b:y)/c:z", each sorted.
    value: the lexical value in base units, None for nil. decimals: None for INF (and if not numeric).
    footnotes: ids of footnotes of the report. language: of a text fact.
    typed: typed dimensions, (axis, value); the value is None for nil.
    kind: of a value that names members ("bank:A bank:B", none for an empty set) or is a QName.
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
    typed: tuple[tuple[str, str | None], ...] = ()
    kind: Kind = "plain"


_Open = make_dataclass("_Open", [part.name for part in fields(Fact)], slots=True)


def quick_fact(  # noqa: PLR0913, PLR0917  as many as the fields of a fact
    id: str,  # noqa: A002  as it is called there
    concept: str,
    entity: Entity,
    period: Period,
    dimensions: tuple[tuple[str, str], ...],
    unit: str | None,
    value: str | None,
    decimals: int | None,
    language: str | None,
    footnotes: tuple[str, ...],
    typed: tuple[tuple[str, str | None], ...],
    kind: Kind = "plain",
) -> Fact:
    """Return what `Fact(…)` returns, four times as fast: for readers of a million of them.

    A frozen class sets each field through a function, which takes longer than reading the fact from a file. So
    it is made open, and then closed: the two classes have the same slots.
    """
    fact = _Open(
        id, concept, entity, period, dimensions, unit, value, decimals, language, footnotes, typed, kind
    )
    fact.__class__ = Fact
    return cast("Fact", fact)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote that facts point at; `text` is plain text."""

    id: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Outline:
    """What some formats write before the first fact: schemes and axes, each in the order of first use."""

    schemes: tuple[str, ...] = ()
    axes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Facts against one entry point. `namespaces`: prefix to namespace of every QName used.

    facts: all of them, or what yields them anew each time it is iterated (a reader's file, read again), or,
    for xBRL-XML and iXBRL and with an outline for the others, what yields them once.
    typed_domains: (axis, element that holds its values) of the typed axes, as the taxonomy has them.
    """

    entry_point: str
    namespaces: tuple[tuple[str, str], ...]
    facts: Iterable[Fact]
    footnotes: tuple[Footnote, ...] = ()
    outline: Outline | None = None
    typed_domains: tuple[tuple[str, str], ...] = ()
    container: Container = "scenario"

    @property
    def held(self) -> tuple[Fact, ...]:
        """Return the facts, all in memory."""
        return self.facts if isinstance(self.facts, tuple) else tuple(self.facts)
