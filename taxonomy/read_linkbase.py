"""The linkbases of a package that tagwright wrote, as plain arcs and labels.

Spec: XBRL 2.1 section 3.5 (XLink in XBRL).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from taxonomy.compile.labels import ROLE_URI
from taxonomy.compile.names import ATTRIBUTES
from taxonomy.model import Label, Reference
from taxonomy.xml_reading import attribute, elements

if TYPE_CHECKING:
    from collections.abc import Iterator

LINK = "{http://www.xbrl.org/2003/linkbase}"
XLINK = "{http://www.w3.org/1999/xlink}"
OWN = f"{{{ATTRIBUTES}}}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LINKS_OF_ARCS = tuple(f"{LINK}{kind}Link" for kind in ("presentation", "definition", "calculation"))
_ROLE_OF_URI = {uri: role for role, uri in ROLE_URI.items()}


@dataclass(frozen=True, slots=True)
class ReadArc:
    """An arc between two elements, by local name; `extra` are attributes of our own and the weight."""

    role: str
    arcrole: str
    source: str
    target: str
    order: int
    extra: dict[str, str]


def read_arcs(root: etree._Element, prefix: str) -> Iterator[ReadArc]:
    """Yield the arcs of presentation, definition and calculation links, those of a link in their order."""
    for link in root.iterchildren(*_LINKS_OF_ARCS):
        role = link.get(f"{XLINK}role", "")
        places = _places(link, prefix)
        arcs = [_read_arc(arc, role, places) for arc in link if arc.get(f"{XLINK}type") == "arc"]
        yield from sorted(arcs, key=lambda arc: arc.order)


def _places(link: etree._Element, prefix: str) -> dict[str, str]:
    """Return locator label to local name of the element."""
    return {
        attribute(loc, f"{XLINK}label"): attribute(loc, f"{XLINK}href")
        .partition("#")[2]
        .removeprefix(f"{prefix}_")
        for loc in link.iterchildren(f"{LINK}loc")
    }


def _read_arc(arc: etree._Element, role: str, places: dict[str, str]) -> ReadArc:
    extra = {
        str(key).removeprefix(OWN): str(value)
        for key, value in arc.attrib.items()
        if str(key).startswith(OWN)
    }
    if weight := arc.get("weight"):
        extra["weight"] = weight
    return ReadArc(
        role,
        attribute(arc, f"{XLINK}arcrole"),
        places[attribute(arc, f"{XLINK}from")],
        places[attribute(arc, f"{XLINK}to")],
        int(arc.get("order", "1")),
        extra,
    )


def read_labels(root: etree._Element, prefix: str) -> Iterator[tuple[str, Label]]:
    """Yield (local name, label) of a label linkbase, in document order."""
    for link in elements(root, f"{LINK}labelLink"):
        owners = _owners(link, prefix)
        for label in link.iterchildren(f"{LINK}label"):
            role = _ROLE_OF_URI[attribute(label, f"{XLINK}role")]
            yield (
                owners[attribute(label, f"{XLINK}label")],
                Label(attribute(label, _LANGUAGE), label.text or "", role),
            )


def read_references(root: etree._Element, prefix: str) -> Iterator[tuple[str, Reference]]:
    """Yield (local name, reference) of a reference linkbase, in document order."""
    for link in elements(root, f"{LINK}referenceLink"):
        owners = _owners(link, prefix)
        for item in link.iterchildren(f"{LINK}reference"):
            parts = tuple((etree.QName(part).localname, part.text or "") for part in item)
            yield owners[attribute(item, f"{XLINK}label")], Reference(parts)


def _owners(link: etree._Element, prefix: str) -> dict[str, str]:
    """Return resource label to local name of the element that has it."""
    places = _places(link, prefix)
    return {
        attribute(arc, f"{XLINK}to"): places[attribute(arc, f"{XLINK}from")]
        for arc in link
        if arc.get(f"{XLINK}type") == "arc"
    }
