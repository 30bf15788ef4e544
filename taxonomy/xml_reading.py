"""XML from outside, read by lxml with everything dangerous off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypedDict

from lxml import etree

from taxonomy.errors import TagwrightError

if TYPE_CHECKING:
    from collections.abc import Iterator


class Settings(TypedDict):
    """Those settings of lxml's parsers that make XML from outside harmless."""

    resolve_entities: bool
    no_network: bool
    load_dtd: bool
    huge_tree: bool
    recover: bool
    remove_comments: bool
    remove_pis: bool


SAFE: Final[Settings] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "recover": False,
    "remove_comments": True,
    "remove_pis": True,
}
"""Nothing expanded, nothing fetched, nothing guessed. A DOCTYPE must be refused besides."""


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Return the root element; `name` names the file in messages.

    Raises: TagwrightError where it is not well-formed or has a DOCTYPE.
    """
    parser = etree.XMLParser(**SAFE)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        said = str(error.msg or "not well-formed")
        raise TagwrightError(
            f"{name}:{line}:{column}: this is no XML ({said}): make the file again"
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise TagwrightError(f"{name}:1:1: the file has a DOCTYPE, which is refused: remove it")
    return root


def elements(root: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """Yield the elements of the tags anywhere below, in document order."""
    for element in root.iter(*tags):
        if isinstance(element.tag, str):
            yield element


def attribute(element: etree._Element, name: str) -> str:
    """Return the value of an attribute that must be there.

    Raises: KeyError where it is not.
    """
    return str(element.attrib[name])
