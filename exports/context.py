"""Contexts and units of an XBRL 2.1 instance: what several facts share, written once.

Spec: XBRL 2.1 sections 4.7 (contexts) and 4.8 (units), Dimensions 1.0 section 3.1 (members in the scenario).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from exports.markup import attribute, checked_qname, escape
from exports.report import Entity, Fact, Period

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

NEAR = 4096
"""How many contexts are found by the identity of their parts, three times as fast as by their values."""

ContextKey = tuple[Entity, Period, tuple[tuple[str, str], ...]]


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
    near: dict[tuple[int, int, int], tuple[str, Fact]] = field(default_factory=dict)

    def context(self, fact: Fact) -> str:
        """Return the id of the fact's context."""
        identity = (id(fact.entity), id(fact.period), id(fact.dimensions))
        found = self.near.get(identity)
        if found is not None:
            return found[0]
        key = (fact.entity, fact.period, fact.dimensions)
        known = self.contexts.get(key)
        if known is None:
            known = self.contexts[key] = f"c{len(self.contexts) + 1}"
            self.pending.append(self._context_xml(known, key))
        if len(self.near) >= NEAR:
            self.near.clear()
        self.near[identity] = (known, fact)  # with the fact kept, its parts keep their identity
        return known

    def unit(self, name: str) -> str:
        """Return the id of the unit."""
        known = self.units.get(name)
        if known is None:
            known = self.units[name] = f"u{len(self.units) + 1}"
            measure = checked_qname(name, self.prefixes)
            self.pending.append(
                f'<xbrli:unit id="{known}"><xbrli:measure>{measure}</xbrli:measure></xbrli:unit>\n'
            )
        return known

    def taken(self) -> str:
        """Return the XML of the contexts and units that are new since the last call."""
        text = "".join(self.pending)
        self.pending.clear()
        return text

    def _context_xml(self, name: str, key: ContextKey) -> str:
        entity, period, dimensions = key
        if period.start is None:
            time = f"<xbrli:instant>{period.end.isoformat()}</xbrli:instant>"
        else:
            time = (
                f"<xbrli:startDate>{period.start.isoformat()}</xbrli:startDate>"
                f"<xbrli:endDate>{period.end.isoformat()}</xbrli:endDate>"
            )
        members = "".join(
            f'<xbrldi:explicitMember dimension="{checked_qname(axis, self.prefixes)}">'
            f"{checked_qname(member, self.prefixes)}</xbrldi:explicitMember>"
            for axis, member in dimensions
        )
        scenario = f"<xbrli:scenario>{members}</xbrli:scenario>" if members else ""
        return (
            f'<xbrli:context id="{name}"><xbrli:entity>'
            f'<xbrli:identifier scheme="{attribute(entity.scheme)}">'
            f"{escape(entity.identifier)}</xbrli:identifier>"
            f"</xbrli:entity><xbrli:period>{time}</xbrli:period>{scenario}</xbrli:context>\n"
        )
