"""Real iXBRL pages as gold: the page without its tags, and what its filer tagged each figure with.

Each `ix:nonFraction` becomes a bare `i` element, whose path finds the ledger row again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from html import unescape

from lxml import etree

from tagger.document import Document
from tagger.ledger import Row
from tagger.readers.html_reader import read_html
from tagger.words.folding import fold

_TAG = re.compile(r"<(/?)ix:(\w+)\b([^>]*)>")
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*[\"']([^\"']*)[\"']")
_HEADER = re.compile(r"<ix:header.*?</ix:header>", re.DOTALL)
_CONTEXT = re.compile(r"<xbrli:context\s+id=[\"']([^\"']+)[\"'].*?</xbrli:context>", re.DOTALL)
_DATE = re.compile(r"<xbrli:(startDate|endDate|instant)>\s*([\d-]{10})")
_MEMBER = re.compile(r"<xbrldi:explicitMember\s+dimension=[\"']([^\"']+)[\"']\s*>\s*([^<\s]+)")
_UNIT = re.compile(r"<xbrli:unit\s+id=[\"']([^\"']+)[\"'].*?</xbrli:unit>", re.DOTALL)
_MEASURE = re.compile(r"<xbrli:measure>\s*([^<\s]+)")


@dataclass(frozen=True, slots=True)
class Tagged:
    """What a filer says of one figure; names without their prefixes, which differ from version to version."""

    concept: str
    period: str
    dimensions: tuple[tuple[str, str], ...]
    unit: str
    value: Decimal | None
    text: str
    in_tuple: bool = False


def local(name: str) -> str:
    """Return a QName without its prefix."""
    return name.rpartition(":")[2]


def stripped(page: str) -> tuple[str, list[Tagged]]:
    """Return a page without its tags, each tagged figure in an `i` element, and the tags in the elements' order."""
    contexts = {found[1]: found[0] for found in _CONTEXT.finditer(page)}
    units = {found[1]: _unit(found[0]) for found in _UNIT.finditer(page)}
    page = _HEADER.sub("", page)
    parts: list[str] = []
    gold: list[Tagged] = []
    at = 0
    opened: tuple[str, int] | None = None
    tuples = 0
    for found in _TAG.finditer(page):
        parts.append(page[at : found.start()])
        at = found.end()
        if found[2] == "tuple":
            tuples += -1 if found[1] else not found[3].rstrip().endswith("/")
        if found[2] != "nonFraction":
            continue
        if not found[1]:
            parts.append("<i>")
            opened = found[3], found.end()
        elif opened:
            parts.append("</i>")
            attributes = dict(_ATTRIBUTE.findall(opened[0]))
            printed = unescape(re.sub(r"<[^>]*>", "", page[opened[1] : found.start()])).strip()
            gold.append(_tagged(attributes, contexts, units, printed, tuples))
            opened = None
    parts.append(page[at:])
    return "".join(parts), gold


def _tagged(
    attributes: Mapping[str, str],
    contexts: Mapping[str, str],
    units: Mapping[str, str],
    printed: str,
    tuples: int,
) -> Tagged:
    context = contexts[attributes["contextRef"]]
    dates = dict(_DATE.findall(context))
    period = dates.get("instant") or f"{dates['startDate']}/{dates['endDate']}"
    members = tuple(sorted((local(axis), local(member)) for axis, member in _MEMBER.findall(context)))
    digits = printed.replace(",", "").strip()
    value = Decimal(digits).scaleb(int(attributes.get("scale", "0"))) if digits else None
    if value is not None and attributes.get("sign") == "-":
        value = -value
    return Tagged(
        local(attributes["name"]),
        period,
        members,
        units[attributes["unitRef"]],
        value,
        printed,
        "tupleRef" in attributes or tuples > 0,
    )


def _unit(declared: str) -> str:
    return "/".join(local(measure) for measure in _MEASURE.findall(declared))


Places = dict[tuple[str, int], Tagged]
"""Gold by element and offset in the element's text, for every element around a figure."""


def read_stripped(page: str, gold: list[Tagged]) -> tuple[Document, Places]:
    """Return the document that a stripped page shows, and where its gold stands in the way of its places."""
    places: Places = {}
    walk = _Walk()
    parser = etree.HTMLParser(target=walk, encoding="utf-8", huge_tree=True, no_network=True)  # type: ignore[arg-type]  # HTML's names are str, the stubs allow bytes
    parser.feed(page.encode())
    parser.close()
    for around, item in zip(walk.found, gold, strict=True):
        places.update(dict.fromkeys(around, item))
    return read_html(page, "page"), places


class _Walk:
    """The elements that are open while a page is read: path, number of each name below, where its text begins."""

    def __init__(self) -> None:
        self.open: list[tuple[str, dict[str, int], int]] = []
        self.roots: dict[str, int] = {}
        self.seen = 0
        self.found: list[list[tuple[str, int]]] = []
        self.inside = False

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        counts = self.open[-1][1] if self.open else self.roots
        counts[tag] = counts.get(tag, 0) + 1
        above = self.open[-1][0] if self.open else ""
        if tag == "i":
            self._found()
        self.open.append((f"{above}/{tag}[{counts[tag]}]", {}, self.seen))
        self.inside = tag == "i"

    def _found(self) -> None:
        self.found.append([(path, self.seen - begin) for path, _, begin in self.open])

    def data(self, said: str) -> None:
        """Take a stretch of text; blanks before a figure are not part of it."""
        if self.inside and said.strip():
            blanks = len(said) - len(said.lstrip())
            self.found[-1] = [(path, offset + blanks) for path, offset in self.found[-1]]
            self.inside = False
        self.seen += len(said)

    def end(self, _tag: str) -> None:
        """Take the end of an element."""
        self.open.pop()
        self.inside = False

    def close(self) -> None:
        """Take the end of the page."""


def of_row(row: Row, places: Places) -> Tagged | None:
    """Return what the filer said of a ledger's row."""
    return places.get((str(row.place.get("path", "")), int(row.place.get("offset", 0))))


def plain(said: str) -> str:
    """Return a label's letters and digits alone, folded."""
    return "".join(character for character in fold(said) if character.isalnum())


def carries(heading: str, labels: frozenset[str]) -> bool:
    """Return whether a row's heading is one of the labels, or one and its translation side by side."""
    said = plain(heading)
    return said in labels or any(
        (said.startswith(label) and said[len(label) :].isascii() != label.isascii())
        or (said.endswith(label) and said[: -len(label)].isascii() != label.isascii())
        for label in labels
        if label
    )
