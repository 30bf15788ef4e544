"""Linkbases: extended links of locators, arcs and resources, written as text.

Spec: XBRL 2.1 section 3.5 (XLink in XBRL), section 5.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from taxonomy.compile.markup import DECLARATION, LINK_NAMESPACES, attributes, escape_name
from taxonomy.compile.names import (
    ATTRIBUTES,
    DEPRECATED_ARCROLES,
    OWN_ARCROLES,
    STANDARD_LINK,
    SUCCESSION,
    SUMMATION_ITEM,
    Names,
    Role,
)
from taxonomy.model import ARCROLE

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDER_NARROWER: Final = "http://www.esma.europa.eu/xbrl/esef/arcrole/wider-narrower"
_ANCHORING: Final = "http://www.xbrl.org/lrr/arcrole/esma-arcrole-2018-11-21.xsd"
_DIMENSIONS: Final = "http://www.xbrl.org/2005/xbrldt-2005.xsd"
_CALCULATION_1_1: Final = "https://www.xbrl.org/2023/calculation-1.1.xsd"


@dataclass(frozen=True, slots=True)
class Arc:
    """An arc between two elements, by local name; `extra` are further attributes."""

    arcrole: str
    source: str
    target: str
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ExtendedLink:
    """The arcs of one role (the standard role for None)."""

    role: Role | None
    arcs: tuple[Arc, ...]


def linkbase(names: Names, kind: str, links: Iterable[ExtendedLink]) -> str:
    """Return the linkbase of presentation, definition or calculation links."""
    written = [link for link in links if link.arcs]
    refs = list(dict.fromkeys(_role_ref(names, link.role) for link in written if link.role))
    targets = dict.fromkeys(value for link in written for arc in link.arcs for _, value in arc.extra)
    roles = {link.role.uri for link in written if link.role}
    refs.extend(
        role_ref(uri, href)
        for uri, href in names.imported_roles.items()
        if uri in targets and uri not in roles
    )
    arcroles = dict.fromkeys(arc.arcrole for link in written for arc in link.arcs)
    refs.extend(_arcrole_ref(names, arcrole) for arcrole in arcroles)
    return document(refs, (_extended(names, kind, link) for link in written))


def document(refs: Iterable[str], links: Iterable[str]) -> str:
    """Return a linkbase document."""
    head = attributes(
        *LINK_NAMESPACES,
        ("xmlns:xbrldt", "http://xbrl.org/2005/xbrldt"),
        ("xmlns:tagwright", ATTRIBUTES),
    )
    return "".join((DECLARATION, f"<link:linkbase{head}>\n", *refs, *links, "</link:linkbase>\n"))


def locator(names: Names, local_name: str, label: str) -> str:
    """Return a locator of an element."""
    # Names of elements need no escaping; a large taxonomy has a million locators and arcs.
    href = names.imported.get(local_name) or f"{escape_name(names.schema_file)}#{names.prefix}_{local_name}"
    return f'    <link:loc xlink:type="locator" xlink:href="{href}" xlink:label="{label}"/>\n'


def _role_ref(names: Names, role: Role) -> str:
    return role_ref(role.uri, names.imported_roles.get(role.uri) or f"{names.schema_file}#{role.id}")


def role_ref(uri: str, href: str) -> str:
    """Return the reference to a role's definition."""
    return (
        f"  <link:roleRef{attributes(('roleURI', uri), ('xlink:type', 'simple'), ('xlink:href', href))}/>\n"
    )


def _arcrole_ref(names: Names, arcrole: str) -> str:
    """Return the reference to an arcrole's definition; XBRL 2.1's own need none."""
    name = arcrole.rpartition("/")[2]
    if arcrole in OWN_ARCROLES:
        href = f"{names.schema_file}#{arcrole_id(arcrole)}"
    elif arcrole == SUMMATION_ITEM:
        href = f"{_CALCULATION_1_1}#{name}"
    elif arcrole == WIDER_NARROWER:
        href = f"{_ANCHORING}#{name}"
    elif arcrole == SUCCESSION:
        href = f"{DEPRECATED_ARCROLES}#{name}"
    elif "/int/dim/" in arcrole:
        href = f"{_DIMENSIONS}#{name}"
    else:
        return ""
    pairs = (("arcroleURI", arcrole), ("xlink:type", "simple"), ("xlink:href", href))
    return f"  <link:arcroleRef{attributes(*pairs)}/>\n"


def arcrole_id(arcrole: str) -> str:
    """Return the id of an arcrole of our own in the schema."""
    return f"arcrole.{arcrole.removeprefix(ARCROLE)}"


def _extended(names: Names, kind: str, link: ExtendedLink) -> str:
    """Return one extended link.

    XLink allows one arc between two locators, so a second arc between the same elements gets a locator
    of its own.
    """
    locators: dict[str, str] = {}
    used: set[tuple[str, str]] = set()
    arcs: list[str] = []
    for order, arc in enumerate(link.arcs, 1):
        source, target, copy = arc.source, arc.target, 1
        locators.setdefault(source, source)
        while (source, target) in used:
            copy += 1
            target = f"{arc.target}..{copy}"
        used.add((source, target))
        locators[target] = arc.target
        extra = attributes(*arc.extra) if arc.extra else ""
        arcs.append(
            f'    <link:{kind}Arc xlink:type="arc" xlink:arcrole="{arc.arcrole}" xlink:from="{source}" '
            f'xlink:to="{target}" order="{order}"{extra}/>\n'
        )
    role = link.role.uri if link.role else STANDARD_LINK
    opening = f"  <link:{kind}Link{attributes(('xlink:type', 'extended'), ('xlink:role', role))}>\n"
    placed = (locator(names, local_name, label) for label, local_name in locators.items())
    return "".join((opening, *placed, *arcs, f"  </link:{kind}Link>\n"))
