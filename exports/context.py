"""Contexts and units of an XBRL 2.1 instance: what several facts share, written once.

Spec: XBRL 2.1 sections 4.7 (contexts) and 4.8 (units), Dimensions 1.0 section 3.1 (members in the scenario).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from exports.errors import FilingError
from exports.fact_lines import NEAR
from exports.markup import attribute, checked_qname, escape
from exports.measures import measures
from exports.report import Container, Entity, Fact, Period

NAMESPACES = (
    ("link", "http://www.xbrl.org/2003/linkbase"),
    ("xbrldi", "http://xbrl.org/2006/xbrldi"),
    ("xbrli", "http://www.xbrl.org/2003/instance"),
    ("xlink", "http://www.w3.org/1999/xlink"),
)
"""What contexts, units and footnotes are written with."""

FOOTNOTE_ARCROLE = "http://www.xbrl.org/2003/arcrole/fact-footnote"
FOOTNOTE_ROLE = "http://www.xbrl.org/2003/role/footnote"
LINK_ROLE = "http://www.xbrl.org/2003/role/link"

ContextKey = tuple[Entity, Period, tuple[tuple[str, str], ...], tuple[tuple[str, str | None], ...]]

XSI = "http://www.w3.org/2001/XMLSchema-instance"


def declarations(namespaces: tuple[tuple[str, str], ...]) -> str:
    """Return the xmlns attributes, sorted by prefix, each with a blank before it."""
    return "".join(f' xmlns:{prefix}="{attribute(name)}"' for prefix, name in sorted(set(namespaces)))


@dataclass(slots=True)
class SharedAspects:
    """The contexts and units met so far, and the XML of those that nobody has taken yet."""

    prefixes: frozenset[str]
    contexts: dict[ContextKey, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    pending: list[str] = field(default_factory=list)
    near: dict[tuple[int, int, int, int], tuple[str, Fact]] = field(default_factory=dict)
    typed_domains: Mapping[str, str] = field(default_factory=dict)
    container: Container = "scenario"

    def context(self, fact: Fact) -> str:
        """Return the id of the fact's context."""
        identity = (id(fact.entity), id(fact.period), id(fact.dimensions), id(fact.typed))
        found = self.near.get(identity)
        if found is not None:
            return found[0]
        key = (fact.entity, fact.period, fact.dimensions, fact.typed)
        known = self.contexts.get(key)
        if known is None:
            known = self.contexts[key] = f"c{len(self.contexts) + 1}"
            self.pending.append(self._context_xml(known, key))
        if len(self.near) >= NEAR:
            self.near.clear()
        self.near[identity] = (known, fact)  # with the fact kept, its parts keep their identity
        return known

    def references(self, fact: Fact) -> str:
        """Return the attributes that point at the fact's context and unit, a blank before each."""
        context = f' contextRef="{self.context(fact)}"'
        return context if fact.unit is None else f'{context} unitRef="{self.unit(fact.unit)}"'

    def unit(self, name: str) -> str:
        """Return the id of the unit."""
        known = self.units.get(name)
        if known is None:
            known = self.units[name] = f"u{len(self.units) + 1}"
            self.pending.append(self._unit_xml(known, name))
        return known

    def taken(self) -> str:
        """Return the XML of the contexts and units that are new since the last call."""
        text = "".join(self.pending)
        self.pending.clear()
        return text

    def _unit_xml(self, name: str, unit: str) -> str:
        above, below = measures(unit)
        upper, lower = (
            "".join(f"<xbrli:measure>{checked_qname(part, self.prefixes)}</xbrli:measure>" for part in parts)
            for parts in (above, below)
        )
        if below:
            upper = (
                f"<xbrli:divide><xbrli:unitNumerator>{upper}</xbrli:unitNumerator>"
                f"<xbrli:unitDenominator>{lower}</xbrli:unitDenominator></xbrli:divide>"
            )
        return f'<xbrli:unit id="{name}">{upper}</xbrli:unit>\n'

    def _context_xml(self, name: str, key: ContextKey) -> str:
        entity, period, dimensions, typed = key
        members = "".join(
            f'<xbrldi:explicitMember dimension="{checked_qname(axis, self.prefixes)}">'
            f"{checked_qname(member, self.prefixes)}</xbrldi:explicitMember>"
            for axis, member in dimensions
        ) + "".join(self._typed_member(axis, value) for axis, value in typed)
        segment = f"<xbrli:segment>{members}</xbrli:segment>" if self.container == "segment" else ""
        scenario = f"<xbrli:scenario>{members}</xbrli:scenario>" if not segment else ""
        return (
            f'<xbrli:context id="{name}"><xbrli:entity>'
            f'<xbrli:identifier scheme="{attribute(entity.scheme)}">'
            f"{escape(entity.identifier)}</xbrli:identifier>{segment if members else ''}"
            f"</xbrli:entity><xbrli:period>{_time(period)}</xbrli:period>"
            f"{scenario if members else ''}</xbrli:context>\n"
        )

    def _typed_member(self, axis: str, value: str | None) -> str:
        element = self.typed_domains.get(axis)
        if element is None:
            raise FilingError(
                f"The typed axis {axis} needs the element that holds its values: give the taxonomy package."
            )
        checked_qname(element, self.prefixes)
        content = f' xsi:nil="true" xmlns:xsi="{XSI}"/>' if value is None else f">{escape(value)}</{element}>"
        return (
            f'<xbrldi:typedMember dimension="{checked_qname(axis, self.prefixes)}">'
            f"<{element}{content}</xbrldi:typedMember>"
        )


def _time(period: Period) -> str:
    if period.is_forever:
        return "<xbrli:forever/>"
    if period.start is None:
        return f"<xbrli:instant>{period.end.isoformat()}</xbrli:instant>"
    return (
        f"<xbrli:startDate>{period.start.isoformat()}</xbrli:startDate>"
        f"<xbrli:endDate>{period.end.isoformat()}</xbrli:endDate>"
    )
