"""XML from outside, element by element: strict, nothing fetched, nothing expanded, nothing kept.

Spec: XML 1.0; the file's encoding is told by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from exports.errors import InstanceError

_KEPT = 256


def top_elements(path: Path) -> Iterator[etree._Element]:
    """Yield each child of the document's element when it is complete; those before it are dropped.

    Raises: InstanceError where the file is no XML, is cut off, or has a DOCTYPE.
    """
    root: etree._Element | None = None
    done = 0
    for element in _events(path, ("end",)):
        parent = element.getparent()
        if parent is None:
            if root is None:  # a document without a child
                refuse_doctype(element, path)
            return
        if root is None:
            root = element.getroottree().getroot()
            refuse_doctype(root, path)
        if parent is root:
            yield element
            element.clear()
            done += 1
            if done > _KEPT:
                # The parser is ahead of us: what follows in the tree has not been yielded yet.
                del root[:_KEPT]
                done -= _KEPT


def document_element(path: Path) -> etree._Element:
    """Return the document's element as it starts: its name and namespaces.

    Raises: InstanceError as `top_elements` does.
    """
    for element in _events(path, ("start",)):
        refuse_doctype(element, path)
        return element
    raise InstanceError(f"{path.name} is empty: an XBRL instance was expected.")


def elements(path: Path, tags: Sequence[str]) -> Iterator[etree._Element]:
    """Yield every element of these tags when it is complete; what stands before it is dropped by then.

    Raises: InstanceError as `top_elements` does.
    """
    inside = 0
    for event, element in _walk(path, ("start", "end"), tags):
        if event == "start":
            inside += 1
            continue
        inside -= 1
        yield element
        if not inside:
            _drop_before(element)


def _drop_before(element: etree._Element) -> None:
    at: etree._Element | None = element
    while at is not None and (parent := at.getparent()) is not None:
        while at.getprevious() is not None:
            del parent[0]
        at = parent


def refuse_doctype(element: etree._Element, path: Path) -> None:
    """Refuse a document that brings a DOCTYPE.

    Raises: InstanceError.
    """
    if element.getroottree().docinfo.doctype:  # type: ignore[attr-defined]  # the stubs lack it
        raise InstanceError(f"{path.name} has a DOCTYPE, which may hide anything: take it out.")


def _events(path: Path, events: tuple[str, ...]) -> Iterator[etree._Element]:
    for _, element in _walk(path, events, None):
        yield element


def _walk(
    path: Path, events: tuple[str, ...], tags: Sequence[str] | None
) -> Iterator[tuple[str, etree._Element]]:
    try:
        with path.open("rb") as stream:
            yield from etree.iterparse(
                stream,
                events=events,
                tag=tags,
                remove_comments=True,
                remove_pis=True,
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
                huge_tree=False,
                recover=False,
            )
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise InstanceError(
            f"{path.name}, line {line}, column {column}: this is not well-formed XML ({error.msg});"
            " get the file anew."
        ) from None
    except OSError as error:
        raise InstanceError(f"{path.name} cannot be read ({error.strerror or error}).") from None
