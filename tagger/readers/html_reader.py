"""Reads an HTML page into a `Document`: its visible text, one block a line, and its tables.

libxml2's HTML parser calls back for each tag, so no tree is kept and depth costs nothing. Nothing is loaded and no
script runs. What a reader of the page does not see (scripts, styles, hidden elements) is left out, but counted: a
place is an element's path with an offset in the element's whole text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from heapq import merge

from lxml import etree

from tagger.document import Block, BlockKind, Document, Place
from tagger.readers.blank_heads import over_blanks
from tagger.readers.captions import captions_before
from tagger.readers.continued import Continued
from tagger.readers.cornerless import below_groups
from tagger.readers.grid_cell import GridCell
from tagger.readers.grids import blocks_of_grid
from tagger.readers.html_tables import HtmlTable
from tagger.readers.html_text import Elements, PageText, parts_words
from tagger.readers.html_verbatim import Verbatim, with_verbatim
from tagger.readers.parted_values import with_whole_values
from tagger.readers.tiles import with_tiles
from tagger.readers.values import is_number
from tagger.words.plain_marks import with_plain_marks

_UNSEEN = frozenset((
    "script", "title", "style", "head", "template", "noscript", "iframe", "object", "svg", "canvas", "audio", "video", "select",
    "textarea", "datalist", "ix:header",
))  # fmt: skip
_BLOCKS = frozenset(
    [
        "html",
        "body",
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "section",
        "article",
        "header",
        "footer",
        "nav",
        "main",
        "aside",
        "blockquote",
        "pre",
        "address",
        "figure",
        "figcaption",
        "form",
        "fieldset",
        "legend",
        "hr",
        "details",
        "summary",
        "center",
        "caption",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "colgroup",
    ]
)
_HEADING = re.compile("h[1-6]\\Z")
_HIDING = re.compile("display\\s*:\\s*none|visibility\\s*:\\s*(?:hidden|collapse)", re.IGNORECASE)
_INDENT = re.compile(
    "(?:padding-left|margin-left|text-indent)\\s*:\\s*(\\d{1,4})(?:\\.\\d*)?\\s*(px|pt|em|rem|ch|%)?",
    re.IGNORECASE,
)
_NARROW = {"px": 8, "pt": 6, "em": 1, "rem": 1, "ch": 1, "%": 1, "": 8}
_ENDS = "。！？；：.!?;:"
_WRAPPED = 36
"""A line of a broken paragraph is at least this long; a shorter one was ended on purpose."""
_FOOTNOTE = re.compile("[0-9,\\s]{1,9}\\Z")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""A raised digit is read as the character that it is shown as: the mark of a footnote is no digit of its figure."""
_RAISED = 3
"""How many elements, the innermost first, may raise a text: sup, with a link inside."""
_BOTH = 3
"""One element ends and another begins between two stretches of text."""
MAX_DEPTH = 512
"""Elements nested deeper count as text of the one that is this deep."""
_TABLES = ("table", "dl")
_MAX_TABLES = 24
_CHUNK = 1 << 16
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})")
_ENCODINGS = {
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "x-x-big5": "big5hkscs", "cp950": "cp950", "gb2312": "gb18030",
    "gbk": "gb18030", "gb18030": "gb18030", "shift_jis": "cp932", "euc-kr": "cp949", "euc-tw": "big5hkscs",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252",
}  # fmt: skip
_LATIN = re.compile("(?:windows-125[0-8]|iso-8859-(?:[2-9]|1[0-6]))\\Z")


def looks_like_html(data: bytes, ending: str) -> bool:
    """Return whether a file is a page: by its ending, or by how it begins."""
    if ending.lower() in (".html", ".htm", ".xhtml"):
        return True
    head = data[:2048].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")) or (head.startswith(b"<?xml") and b"<html" in head):
        return True
    # a part of a page, as a press portal or an editor hands it out, and no Markdown that begins with an anchor
    return (
        _PART.match(head) is not None and _CLOSING.search(data) is not None and _MARKDOWN.search(data) is None
    )


_PART = re.compile(
    rb"(?:<!--.{0,999}?-->\s*)?<(?:body|div|section|article|main|header|p|h[1-6]|table|ul|ol|dl|center)[\s>]",
    re.DOTALL,
)
_CLOSING = re.compile(rb"</(?:p|div|table|tr|td|li|h[1-6])>", re.IGNORECASE)
"""How a part of a page begins, without <html>: with an element that it may hold; and what ends one in it."""
_MARKDOWN = re.compile(rb"^(?:#{1,6} |\|.*\|[ \t]*\r?$)", re.MULTILINE)
"""A heading or a row of a table in Markdown."""


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page says it is in (meta or XML declaration), if it is one that pages have."""
    found = _CHARSET.search(data[:4096])
    name = found[1].decode("ascii").lower() if found else ""
    return _ENCODINGS.get(name) or (name if _LATIN.match(name) else None)


def read_html(text: str, name: str) -> Document:
    """Return the document that a page shows. What is broken in its markup is read as a browser would."""
    page = _Page()
    parser = etree.HTMLParser(target=page, encoding="utf-8", huge_tree=True, no_network=True)  # type: ignore[arg-type]  # HTML's names are str, the stubs allow bytes
    data = text.encode("utf-8", "replace")
    for at in range(0, len(data), _CHUNK):
        parser.feed(data[at : at + _CHUNK])
    parser.close()
    shown, elements = page.text, page.elements
    visible, blocks = page.finished()

    def place(start: int, _end: int) -> Place:
        return shown.place(start, elements)

    return Document(name, visible, blocks, place)


@dataclass(slots=True)
class _Open:
    """An element that is open: its name, number, where its text begins, its children's numbers by name."""

    name: str
    element: int
    start: int
    unseen: bool
    block: _Open | None
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
        self.done: list[HtmlTable] = []
        self.roots: dict[str, int] = {}
        self.written: list[
            tuple[int, int]
        ] = []  # where each open pre begins: its first block, and in the text
        self.verbatim: list[Verbatim] = []
        self.bounds = 0  # what inline tags stand right before: 1 an end, 2 a start, 3 both
        self.written_tables = 0

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """Take the start of an element."""
        name, attributes = tag, attrib
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
        opened = _Open(name, element, self.seen, unseen, None)
        opened.block = opened if _is_block(name) or parent is None else parent.block
        self.open.append(opened)

    def _start_seen(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "br":
            self._break()
        elif not _is_block(name):
            self.bounds |= 2
        else:
            self._end_block()
            if name == "pre":
                self.written.append((len(self.text.blocks), self.text.length))
            self._start_block(name, attributes)

    def _start_block(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in _TABLES:
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
            elif name in ("td", "th", "dt", "dd"):
                self._end_cell(table)
                if name == "dt":
                    table.start_row()  # a name, and beside it what it came to
                table.start_cell(name, attributes, len(self.text.blocks))
            if table.cell_start >= 0:
                table.cell_indent = max(table.cell_indent, _indent(attributes))

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        name = tag
        if self.too_deep:
            self.too_deep -= 1
            return
        opened = self.open.pop()
        if opened.unseen or not _is_block(name):
            self.bounds |= not opened.unseen
            return
        if name == "pre" and self.written:
            self._end_written()
        self._end_block(opened.name)
        if self.tables:
            table = self.tables[-1]
            if name in ("td", "th", "tr", "dt", "dd"):
                self._end_cell(table)
            elif name in _TABLES and table.depth == len(self.open):
                self._end_cell(table)
                self.tables.pop()
                self._end_table(table)

    def data(self, data: str | bytes) -> None:
        """Take a stretch of text."""
        said = data if isinstance(data, str) else data.decode()
        begin = self.seen
        self.seen += len(said)
        if not self.open or self.open[-1].unseen:
            return
        if any(opened.name == "sup" for opened in self.open[-_RAISED:]) and _FOOTNOTE.match(said):
            said = said.translate(_SUPERSCRIPT)
        opened = self.open[-1].block or self.open[-1]
        if self.bounds and parts_words(self.text.said(), said, both=self.bounds == _BOTH):
            self.text.blank = True
        self.bounds = 0
        if opened.name == "pre":
            self._put_lines(said, opened.element, begin - opened.start)
        else:
            self.text.put(said, opened.element, begin - opened.start)

    def _put_lines(self, said: str, element: int, offset: int) -> None:
        for line in said.splitlines(keepends=True):
            self.text.put_line(line, element, offset)
            offset += len(line)

    def _end_written(self) -> None:
        if self.text.pending:
            self.text.end_line()
        first, start = self.written.pop()
        self.verbatim.append(Verbatim(first, len(self.text.blocks), start, self.text.length))

    def comment(self, text: str | bytes) -> None:
        """Pass over a comment."""
        del text

    def pi(self, target: str | bytes, data: str | bytes | None = None) -> None:
        """Pass over a processing instruction."""
        del target, data

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
            text.broken = in_cell
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
        is_item = name == "li" or (bool(self.open) and self.open[-1].name == "li")
        indent = self.text.end_block(kind, level, is_item=is_item)
        if indent > 0 and self.tables and self.tables[-1].cell_start == len(self.text.blocks) - 1:
            self.tables[-1].cell_indent += indent

    def _end_cell(self, table: HtmlTable) -> None:
        if table.cell_start >= 0:
            table.end_cell(self.text.blocks, table.cell_start)

    def _end_table(self, table: HtmlTable) -> None:
        """Keep a table for the end, unless it only arranges the page."""
        table.last_block = len(self.text.blocks)
        if not table.holds_table and not table.is_layout and len(table.cells) > 2:  # noqa: PLR2004  # one row and its headings
            self.done.append(table)

    def finished(self) -> tuple[str, tuple[Block, ...]]:
        """Return the page's text, one block a line, and its blocks, those of tables as cells."""
        text = with_plain_marks("".join(self.text.parts), page=True)
        shown, blocks = self.text.blocks, list[Block]()
        at, continued = 0, Continued()
        for number, table in enumerate(sorted(self.done, key=lambda table: table.first_block), start=1):
            if not any(is_number(text[cell.start : cell.end]) for cell in table.cells):
                continue
            self.text.join_lines(table.split)
            blocks.extend(self._between(at, table.first_block, text))
            own = shown[table.first_block : table.last_block]
            beside = _outside_cells(own, table.cells)
            while beside and beside[0].start < table.cells[0].start:
                blocks.append(beside.pop(0))
            captions = captions_before(blocks, table.cells[0].start, text)
            stated = next((c.row for c in table.cells if is_number(text[c.start : c.end])), 0)
            whole = with_whole_values(table.cells, lambda cell: cell.said(text))
            whole = over_blanks(below_groups(whole, stated), stated, lambda cell: cell.said(text))
            heads, titles = continued.over(whole, blocks, text)
            cells = list(blocks_of_grid(number, whole, (*captions, *titles), text, heads))
            blocks.extend(merge(cells, beside, key=lambda block: block.start))
            continued.remember(cells, whole, len(blocks), text)
            at = table.last_block
        blocks.extend(self._between(at, len(shown), text))
        return "".join(self.text.parts), tuple(blocks)

    def _between(self, first: int, last: int, text: str) -> list[Block]:
        """Return the blocks [first, last), which lie in no table, with text that is shown as written read as such."""
        inside = [stretch for stretch in self.verbatim if first <= stretch.first and stretch.last <= last]
        before = len(self.done) + self.written_tables
        found = list(with_verbatim(self.text.blocks, first, last, inside, text, before))
        self.written_tables += len({block.cell.table for block in found if block.cell})
        return with_tiles(found, text)


def _outside_cells(blocks: list[Block], cells: list[GridCell]) -> list[Block]:
    """Return the blocks of a table that lie in none of its cells: its caption, text that markup left astray."""
    starts = [cell.start for cell in cells]
    found = []
    for block in blocks:
        at = bisect_right(starts, block.start) - 1
        if at < 0 or block.start >= cells[at].end:
            found.append(block)
    return found


def _is_block(name: str) -> bool:
    return name in _BLOCKS or bool(_HEADING.match(name))


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    return "hidden" in attributes or bool(_HIDING.search(attributes.get("style", "")))


def _indent(attributes: Mapping[str, str]) -> int:
    """Return how far in an element says that its text stands, in narrow characters."""
    found = _INDENT.search(attributes.get("style", ""))
    if not found:
        return 0
    unit = (found[2] or "").lower()
    amount = int(found[1])
    return amount * 2 if unit in ("em", "rem") else amount // _NARROW[unit]
