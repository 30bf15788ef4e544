"""The linkbases of a package that tagwright wrote, as plain arcs and labels.

Spec: XBRL 2.1 section 3.5 (XLink in XBRL).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from taxonomy.compile.labels import DEPRECATED_DATE_LABEL, DEPRECATED_LABEL, REFERENCE_ROLE_URI, ROLE_URI
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
_ROLE_OF_REFERENCE = {uri: role for role, uri in REFERENCE_ROLE_URI.items()}


@dataclass(frozen=True, slots=True)
class ReadArc:
    """An arc between two elements, by local name.

    extra: attributes of our own, the weight, and whether the member it leads to is usable.
    """

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
    if usable := arc.get("{http://xbrl.org/2005/xbrldt}usable"):
        extra["usable"] = usable
    return ReadArc(
        role,
        attribute(arc, f"{XLINK}arcrole"),
        places[attribute(arc, f"{XLINK}from")],
        places[attribute(arc, f"{XLINK}to")],
        int(arc.get("order", "1")),
        extra,
    )


def read_labels(root: etree._Element, prefix: str) -> Iterator[tuple[str, Label]]:
    """Yield (local name, label) of a label linkbase, in document order; not what is said of deprecation."""
    for owner, role, language, text in _label_resources(root, prefix):
        if role in _ROLE_OF_URI:
            yield owner, Label(language, text, _ROLE_OF_URI[role])
        elif role not in {DEPRECATED_LABEL, DEPRECATED_DATE_LABEL}:
            raise ValueError(f"unknown label role {role}")


def read_deprecations(root: etree._Element, prefix: str) -> Iterator[tuple[str, str | Label]]:
    """Yield (local name, day or reason) of what is deprecated, in document order."""
    for owner, role, language, text in _label_resources(root, prefix):
        if role == DEPRECATED_DATE_LABEL:
            yield owner, text
        elif role == DEPRECATED_LABEL:
            yield owner, Label(language, text)


def _label_resources(root: etree._Element, prefix: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield (local name, role, language, text) of every label."""
    for link in elements(root, f"{LINK}labelLink"):
        owners = _owners(link, prefix)
        for label in link.iterchildren(f"{LINK}label"):
            yield (
                owners[attribute(label, f"{XLINK}label")],
                attribute(label, f"{XLINK}role"),
                attribute(label, _LANGUAGE),
                label.text or "",
            )


def read_references(root: etree._Element, prefix: str) -> Iterator[tuple[str, Reference]]:
    """Yield (local name, reference) of a reference linkbase, in document order."""
    for link in elements(root, f"{LINK}referenceLink"):
        owners = _owners(link, prefix)
        for item in link.iterchildren(f"{LINK}reference"):
            parts = tuple((etree.QName(part).localname, part.text or "") for part in item)
            role = _ROLE_OF_REFERENCE[attribute(item, f"{XLINK}role")]
            yield owners[attribute(item, f"{XLINK}label")], Reference(parts, role)


def _owners(link: etree._Element, prefix: str) -> dict[str, str]:
    """Return resource label to local name of the element that has it."""
    places = _places(link, prefix)
    return {
        attribute(arc, f"{XLINK}to"): places[attribute(arc, f"{XLINK}from")]
        for arc in link
        if arc.get(f"{XLINK}type") == "arc"
    }
