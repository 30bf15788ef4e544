"""Reads an HTML page into a `Document`: its visible text, one block a line, and its tables.

libxml2's HTML parser calls back for each tag, so no tree is kept and depth costs nothing. Nothing is loaded and no
script runs. What a reader of the page does not see (scripts, styles, hidden elements) is left out, but counted: a
place is an element's path with an offset in the element's whole text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from tagger.captions import captions_before
from tagger.document import Block, BlockKind, Document, Place
from tagger.grids import blocks_of_grid, has_values
from tagger.html_tables import HtmlTable
from tagger.html_text import Elements, PageText
from tagger.layout import blocks_of

_UNSEEN = frozenset(
    "script style head template noscript iframe object svg canvas audio video select textarea datalist ix:header".split()
)
_BLOCKS = frozenset(
    "html body p div li ul ol dl dt dd section article header footer nav main aside blockquote pre address figure"
    " figcaption form fieldset legend hr details summary center caption table thead tbody tfoot tr td th colgroup".split()
)
_HEADING = re.compile("h[1-6]\\Z")
_HIDING = re.compile("display\\s*:\\s*none|visibility\\s*:\\s*(?:hidden|collapse)", re.IGNORECASE)
_INDENT = re.compile("(?:padding-left|margin-left|text-indent)\\s*:\\s*(\\d{1,4})(?:\\.\\d*)?\\s*(px|pt|em|rem|ch|%)?", re.I)
_NARROW = {"px": 8, "pt": 6, "em": 1, "rem": 1, "ch": 1, "%": 1, "": 8}
_ENDS = "。！？；：.!?;:"
_WRAPPED = 36
"""A line of a broken paragraph is at least this long; a shorter one was ended on purpose."""
MAX_DEPTH = 512
"""Elements nested deeper count as text of the one that is this deep."""
_MAX_TABLES = 24
_CHUNK = 1 << 16


def looks_like_html(data: bytes, ending: str) -> bool:
    """Return whether a file is a page: by its ending, or by how it begins."""
    if ending.lower() in (".html", ".htm", ".xhtml"):
        return True
    head = data[:2048].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return head.startswith((b"<!doctype html", b"<html")) or (head.startswith(b"<?xml") and b"<html" in head)


def read_html(text: str, name: str) -> Document:
    """Return the document that a page shows. What is broken in its markup is read as a browser would."""
    page = _Page()
    parser = etree.HTMLParser(target=page, encoding="utf-8", huge_tree=True, no_network=True)
    data = text.encode("utf-8", "replace")
    for at in range(0, len(data), _CHUNK):
        parser.feed(data[at : at + _CHUNK])
    parser.close()
    shown, elements = page.text, page.elements

    def place(start: int, _end: int) -> Place:
        return shown.place(start, elements)

    return Document(name, "".join(shown.parts), tuple(shown.blocks), place)


@dataclass(slots=True)
class _Open:
    """An element that is open: its name, number, where its text begins, its children's numbers by name."""

    name: str
    element: int
    start: int
    unseen: bool
    children: dict[str, int] = field(default_factory=dict)


class _Page:
    """What libxml2 calls: the elements that are open, and the text so far."""

    def __init__(self) -> None:
        self.text = PageText()
        self.elements = Elements()
        self.open: list[_Open] = []
        self.too_deep = 0
        self.seen = 0
        self.tables: list[HtmlTable] = []
        self.number = 0
        self.roots: dict[str, int] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        if self.too_deep or len(self.open) >= MAX_DEPTH:
            self.too_deep += 1
            return
        parent = self.open[-1] if self.open else None
        children = parent.children if parent else self.roots
        number = children[name] = children.get(name, 0) + 1
        unseen = (parent is not None and parent.unseen) or name in _UNSEEN or _is_hidden(attributes)
        element = self.elements.add(parent.element if parent else -1, name, number)
        if not unseen:
            self._start_seen(name, attributes)
        self.open.append(_Open(name, element, self.seen, unseen))

    def _start_seen(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "br":
            self._break()
        elif name in _BLOCKS or _HEADING.match(name):
            self._end_block()
            self._start_block(name, attributes)

    def _start_block(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table":
            for table in self.tables:
                table.holds_table = True
            if len(self.tables) < _MAX_TABLES:
                self.tables.append(HtmlTable(len(self.text.blocks), len(self.open)))
                self.tables[-1].is_layout = attributes.get("role") == "presentation"
        elif self.tables:
            table = self.tables[-1]
            if name == "tr":
                self._end_cell(table)
                table.start_row()
            elif name in ("td", "th"):
                self._end_cell(table)
                table.start_cell(name, attributes, len(self.text.blocks))
            if table.cell_start >= 0:
                table.cell_indent = max(table.cell_indent, _indent(attributes))

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if self.too_deep:
            self.too_deep -= 1
            return
        opened = self.open.pop()
        if opened.unseen or not (name in _BLOCKS or _HEADING.match(name)):
            return
        self._end_block(opened.name)
        if self.tables:
            table = self.tables[-1]
            if name in ("td", "th", "tr"):
                self._end_cell(table)
            elif name == "table" and table.depth == len(self.open):
                self._end_cell(table)
                self.tables.pop()
                self._end_table(table)

    def data(self, said: str) -> None:
        """Take a stretch of text."""
        begin = self.seen
        self.seen += len(said)
        if not self.open or self.open[-1].unseen:
            return
        opened = self._block_element()
        if opened.name == "pre":
            self._put_lines(said, opened.element, begin - opened.start)
        else:
            self.text.put(said, opened.element, begin - opened.start)

    def _block_element(self) -> _Open:
        """Return the nearest open element that is a block."""
        for opened in reversed(self.open):
            if opened.name in _BLOCKS or _HEADING.match(opened.name):
                return opened
        return self.open[0]

    def _put_lines(self, said: str, element: int, offset: int) -> None:
        for line in said.splitlines(keepends=True):
            self.text.put(line, element, offset)
            offset += len(line)
            if line.endswith(("\n", "\r")):
                self._end_block()

    def comment(self, _text: str) -> None:
        """Pass over a comment."""

    def pi(self, _target: str, _data: str | None = None) -> None:
        """Pass over a processing instruction."""

    def close(self) -> None:
        """Take the end of the page."""
        self._end_block()
        while self.tables:
            self._end_table(self.tables.pop())

    def _break(self) -> None:
        in_cell = bool(self.tables) and self.tables[-1].cell_start >= 0
        text = self.text
        if in_cell or (text.line_width >= _WRAPPED and text.said() not in _ENDS):
            text.blank = text.blank or in_cell or text.said().isascii()
            text.line_width = 0
        else:
            self._end_block()

    def _end_block(self, name: str = "") -> None:
        """End the block at hand; `name`: of the element that ends with it."""
        kind: BlockKind = "paragraph"
        level = 0
        for opened in (name, *(o.name for o in reversed(self.open[-4:]))):
            if _HEADING.match(opened):
                kind, level = "heading", int(opened[1])
                break
            if opened == "caption":
                kind = "caption"
                break
        indent = self.text.end_block(kind, level)
        if indent > 0 and self.tables and self.tables[-1].cell_start == len(self.text.blocks) - 1:
            self.tables[-1].cell_indent += indent

    def _end_cell(self, table: HtmlTable) -> None:
        if table.cell_start >= 0:
            blocks = self.text.blocks[table.cell_start :]
            table.end_cell([(blocks[0].start, blocks[-1].end)] if blocks else [])

    def _end_table(self, table: HtmlTable) -> None:
        """Make the blocks of a table cells, unless it only arranges the page."""
        blocks = self.text.blocks
        first = table.first_block
        if table.holds_table or table.is_layout or len(table.cells) < 3:  # noqa: PLR2004  # no headings: no table
            return
        text = _Slices(self.text, blocks[first].start if first < len(blocks) else self.text.length)
        if not has_values(table.cells, text):
            return
