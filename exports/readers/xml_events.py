"""XML from outside, element by element: strict, nothing fetched, nothing expanded, nothing kept.

Spec: XML 1.0; the file's encoding is told by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

from exports.errors import InstanceError
from taxonomy.xml_reading import SAFE

_PIECE = 1 << 16
"""Bytes that are parsed at a time: some hundred facts."""


def top_elements(path: Path, document: str) -> Iterator[list[etree._Element]]:
    """Yield the children of the document's element, named `document`, some hundred complete ones at a time.

    They are dropped with the next.

    Raises: InstanceError where the file is no XML, is cut off, or has a DOCTYPE.
    """
    parser = etree.XMLPullParser(events=("start",), tag=document, **SAFE)
    root: etree._Element | None = None
    with _told(path), path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            parser.feed(piece)
            if root is None:
                root = _first(parser)
                if root is None:
                    continue
                refuse_doctype(root, path)
            complete = len(root) - 1  # the last may go on in the next piece
            if complete > 0:
                yield list(root[:complete])  # type: ignore[index]  # the stubs know no slices
                del root[:complete]
        parser.close()
        if root is not None:
            yield list(root)


def _first(parser: etree.XMLPullParser) -> etree._Element | None:
    for _, element in parser.read_events():
        if isinstance(element, etree._Element):  # noqa: SLF001  lxml's only name for it
            return element
    return None


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
    with _told(path), path.open("rb") as stream:
        yield from etree.iterparse(stream, events=events, tag=tags, **SAFE)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell what is wrong with the file as an InstanceError."""
    try:
        yield
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise InstanceError(
            f"{path.name}, line {line}, column {column}: this is not well-formed XML ({' '.join(error.msg.split())});"
            " get the file anew."
        ) from None
    except OSError as error:
        raise InstanceError(f"{path.name} cannot be read ({error.strerror or error}).") from None
