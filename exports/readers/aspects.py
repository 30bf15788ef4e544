"""Contexts and units of XBRL 2.1, read into the terms of a report.

Spec: XBRL 2.1 sections 4.7 and 4.8, Dimensions 1.0 section 3.1, OIM xBRL-XML 1.0 (what has no meaning in OIM).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from exports.errors import InstanceError
from exports.measures import unit_name
from exports.readers.names import XBRLI
from exports.report import FOREVER, Container, Entity, Period

if TYPE_CHECKING:
    from lxml import etree

    from exports.readers.names import Names

X = f"{{{XBRLI}}}"
DI = "{http://xbrl.org/2006/xbrldi}"
XSI_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
TRUE = frozenset({"true", "1"})


@dataclass(frozen=True, slots=True)
class Context:
    """What a context gives its facts."""

    entity: Entity
    period: Period
    dimensions: tuple[tuple[str, str], ...]
    typed: tuple[tuple[str, str | None], ...]


@dataclass(slots=True)
class Aspects:
    """The contexts and units of a file by id, and what was learnt on the way."""

    names: Names
    file: str
    contexts: dict[str, Context] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    schemes: dict[str, None] = field(default_factory=dict)
    axes: dict[str, None] = field(default_factory=dict)
    typed_domains: dict[str, str] = field(default_factory=dict)
    container: Container = "scenario"
    entities: dict[Entity, Entity] = field(default_factory=dict)
    periods: dict[Period, Period] = field(default_factory=dict)

    def add_context(self, element: etree._Element) -> None:
        """Take a context.

        Raises: InstanceError where it is not whole, or holds what is no dimension.
        """
        name = element.get("id", "")
        identifier = element.find(f"{X}entity/{X}identifier")
        period = element.find(f"{X}period")
        if not name or identifier is None or period is None or name in self.contexts:
            raise self.wrong(element, f"the context {name!r} is not whole, or stands twice")
        entity = Entity(identifier.get("scheme", ""), (identifier.text or "").strip())
        entity = self.entities.setdefault(entity, entity)
        self.schemes.setdefault(entity.scheme)
        when = self._period(period)
        when = self.periods.setdefault(when, when)
        explicit: dict[str, str] = {}
        typed: dict[str, str | None] = {}
        for holder in (element.find(f"{X}entity/{X}segment"), element.find(f"{X}scenario")):
            if holder is not None:
                self.container = "segment" if holder.tag == f"{X}segment" else "scenario"
                for member in holder:
                    self._member(member, explicit, typed)
        self.axes.update(dict.fromkeys((*sorted(explicit), *sorted(typed))))
        self.contexts[name] = Context(
            entity,
            when,
            tuple(sorted(explicit.items())),
            tuple(sorted(typed.items(), key=lambda pair: pair[0])),
        )

    def _member(self, member: etree._Element, explicit: dict[str, str], typed: dict[str, str | None]) -> None:
        axis = self.names.qname(self.clark(member, member.get("dimension", "")))
        if axis in explicit or axis in typed:
            raise self.wrong(member, f"the axis {axis} stands twice in one context")
        if member.tag == f"{DI}explicitMember":
            explicit[axis] = self.names.qname(self.clark(member, (member.text or "").strip()))
        elif member.tag == f"{DI}typedMember" and len(member) == 1:
            value = member[0]
            if len(value):
                raise self.wrong(
                    value, f"the typed axis {axis} has a value with elements in it, which OIM has not"
                )
            domain = self.names.qname(str(value.tag))
            if self.typed_domains.setdefault(axis, domain) != domain:
                raise self.wrong(value, f"the typed axis {axis} has values in two different elements")
            typed[axis] = None if value.get(XSI_NIL) in TRUE else value.text or ""
        else:
            raise self.wrong(member, "a context holds something else than dimensions, which OIM has not")

    def _period(self, period: etree._Element) -> Period:
        try:
            match [(str(part.tag).removeprefix(X), (part.text or "").strip()) for part in period]:
                case [("instant", text)]:
                    return Period(None, _end(text))
                case [("startDate", first), ("endDate", last)]:
                    return Period(_start(first), _end(last)).in_order()
                case [("forever", _)]:
                    return FOREVER
        except (ValueError, OverflowError):
            pass
        raise self.wrong(period, "the period is none, or ends before it begins")

    def add_unit(self, element: etree._Element) -> None:
        """Take a unit.

        Raises: InstanceError where it is not whole.
        """
        name = element.get("id", "")
        divide = element.find(f"{X}divide")
        above = element if divide is None else divide.find(f"{X}unitNumerator")
        below = None if divide is None else divide.find(f"{X}unitDenominator")
        numerators, denominators = self._measures(above), self._measures(below)
        if not name or name in self.units or not numerators or (divide is not None and not denominators):
            raise self.wrong(element, f"the unit {name!r} is not whole, or stands twice")
        if not set(numerators).isdisjoint(denominators):
            raise self.wrong(element, f"the unit {name!r} has a measure above and below the line")
        self.units[name] = unit_name(numerators, denominators)

    def _measures(self, holder: etree._Element | None) -> tuple[str, ...]:
        if holder is None:
            return ()
        return tuple(
            self.names.qname(self.clark(measure, (measure.text or "").strip()))
            for measure in holder.iterchildren(f"{X}measure")
        )

    def clark(self, element: etree._Element, qname: str) -> str:
        """Return the QName that stands in an element as "{namespace}name".

        Raises: InstanceError where it is none, or its prefix is not declared.
        """
        prefix, colon, local = qname.rpartition(":")
        namespace = element.nsmap.get(prefix if colon else None)
        if not namespace or not local or any(mark.isspace() for mark in local):
            raise self.wrong(element, f"{qname[:60]!r} is no name of a declared namespace")
        return f"{{{namespace}}}{local}"

    def wrong(self, element: etree._Element, what: str) -> InstanceError:
        """Return the exception that says what is wrong, and where."""
        return InstanceError(f"{self.file}, line {element.sourceline}: {what}; correct it in the file.")


def _start(text: str) -> date:
    return _moment(text) if "T" in text else date.fromisoformat(text)


def _end(text: str) -> date:
    """Return the last day: a moment at midnight ends the day before."""
    if "T" not in text:
        return date.fromisoformat(text)
    moment = _moment(text)
    return moment if isinstance(moment, datetime) else moment - timedelta(days=1)


def _moment(text: str) -> date:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is not None:
        raise ValueError(text)
    midnight = not (moment.hour or moment.minute or moment.second or moment.microsecond)
    return moment.date() if midnight else moment
