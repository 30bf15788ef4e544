"""iXBRL: the document as a page that a person reads, with every fact tagged where it stands.

The text is the document's, lines joined where a page or line broke them. Nothing in it runs or loads: no
script, no handler, no address. Each figure stands in an element whose id is its row in the ledger.

Spec: Inline XBRL 1.1, XHTML 1.1.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, BinaryIO

from exports.context import NAMESPACES, SharedAspects, declarations
from exports.ixbrl_figures import Tag, TagMarkup, tags_of
from exports.ixbrl_numbers import TRANSFORMATIONS
from exports.markup import attribute, checked_id, escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exports.report import Report
    from tagger.document import Block, Document
    from tagger.ledger import Ledger, Row

INLINE_NAMESPACES = (
    ("", "http://www.w3.org/1999/xhtml"),
    ("ix", "http://www.xbrl.org/2013/inlineXBRL"),
    ("ixt", TRANSFORMATIONS),
    ("xsi", "http://www.w3.org/2001/XMLSchema-instance"),
)

NOTES = {"en": "Notes", "zh-Hant": "註", "zh-Hans": "注"}
"""The heading of the footnotes, by language."""

STYLE = """
body { margin: 0 auto; max-width: 44em; padding: 2em 1.5em 4em; color: #1b1b1b; background: #fff;
  font-family: Georgia, serif;
  font-size: 1.06rem; line-height: 1.85; text-align: justify; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.4; text-align: start; margin: 1.8em 0 .6em; break-after: avoid;
  font-family: Arial, sans-serif; }
h1 { font-size: 1.6em; } h2 { font-size: 1.35em; } h3 { font-size: 1.15em; } h4 { font-size: 1em; }
p { margin: 0 0 .9em; orphans: 2; widows: 2; }
.caption { font-weight: bold; text-align: start; margin: 1.4em 0 .4em; break-after: avoid; }
.chart { white-space: pre-wrap; text-align: start; font-size: .92em; line-height: 1.6; color: #333;
  border-left: 3px solid #c9c9c9; padding: .3em 0 .3em 1em; margin: 0 0 1.2em; break-inside: avoid; }
table { border-collapse: collapse; margin: 0 0 1.2em; font-size: .95em; line-height: 1.5; }
td { border-bottom: 1px solid #d5d5d5; padding: .25em .8em; text-align: start; vertical-align: top; }
.notes { border-top: 1px solid #999; margin-top: 3em; font-size: .9em; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } @page { margin: 2cm; } }
"""

_WIDE = "\u2e80"
"""From here on characters are written without blanks between them (Han, kana, full-width forms)."""

_HEADINGS = 4
_MOST_EMPTY = 40

_RULES = "|｜│┃+:=-─━ \n\r\t"
"""What draws a table of plain text; the page draws its own."""


def write(
    report: Report, document: Document, ledger: Ledger, stream: BinaryIO, language: str = "zh-Hant"
) -> int:
    """Write the document as iXBRL; return the number of tags, which is what Arelle counts as facts.

    Raises: FilingError where a name or id in it is none.
    """
    declared = (*report.namespaces, *NAMESPACES, *INLINE_NAMESPACES)
    page = _Page(document, ledger, report, frozenset(prefix for prefix, _ in declared))
    body = list(page.body())
    body.append(page.notes(NOTES.get(language, NOTES["en"])))
    names = declarations(declared).replace("xmlns:=", "xmlns=")
    tongue = attribute(language)
    stream.write(
        (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<html{names} xml:lang="{tongue}">\n<head>\n'
            '<meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>\n'
            f"<title>{escape(document.name)}</title>\n"
            f'<style type="text/css">{STYLE}</style>\n</head>\n<body>\n{page.header()}'
        ).encode()
    )
    stream.write("".join(body).encode())
    stream.write(b"</body>\n</html>\n")
    return len(page.tags)


def _empty_cells(before: Block | None, block: Block) -> str:
    """Return the empty cells between a cell and the one before it in its row, or the row's beginning."""
    if block.cell is None:
        return ""
    last = before.cell.column if before is not None and before.cell is not None else 0
    return "<td></td>" * min(max(block.cell.column - last - 1, 0), _MOST_EMPTY)


def _same_table(one: Block, other: Block) -> bool:
    """Return whether two cells stand in one table; those of no known table stand in the one that is open."""
    return one.cell is None or other.cell is None or one.cell.table == other.cell.table


class _Page:
    """The page while it is written: where in the text we are, and which figures come next."""

    def __init__(self, document: Document, ledger: Ledger, report: Report, prefixes: frozenset[str]) -> None:
        self.text = document.text
        self.blocks = document.blocks
        self.report = report
        self.rows: Sequence[Row] = sorted(ledger.rows, key=lambda row: (row.start, row.end))
        self.tags: dict[str, Tag] = tags_of(report, ledger.facts())
        self.markup = TagMarkup(SharedAspects(prefixes, container=report.container))
        self.next_row = 0
        self.at = 0

    def body(self) -> Iterator[str]:
        """Yield the blocks as XHTML; what lies between blocks is not dropped."""
        before: Block | None = None  # the cell before, while a table is open
        for block in self.blocks:
            if block.start < self.at:
                continue  # the head of a page inside the paragraph before, which shows it
            cell = block.kind == "cell"
            new_row = "\n" in self.text[self.at : block.start]
            gap = self.inline(block.start, ()).strip()
            if before is not None and cell and _same_table(before, block):
                gap = gap.strip(_RULES)  # the bars and rules that drew the table
                new_row = before.cell.row != block.cell.row if before.cell and block.cell else new_row
            if before is not None and (not cell or gap or not _same_table(before, block)):
                yield "</tr></table>\n"
                before = None
            if gap.strip(_RULES):
                yield f"<p>{gap}</p>\n"
            if cell and before is None:
                yield "<table><tr>"
            elif cell and new_row:
                yield "</tr>\n<tr>"
                before = None
            yield _empty_cells(before, block)
            before = block if cell else None
            yield self.block(block)
        if before is not None:
            yield "</tr></table>\n"
        if (rest := self.inline(len(self.text), ()).strip()).strip(_RULES):
            yield f"<p>{rest}</p>\n"

    def block(self, block: Block) -> str:
        """Return one block."""
        content = self.inline(block.end, block.breaks)
        match block.kind:
            case "heading":
                level = min(max(block.level, 1), _HEADINGS)
                return f"<h{level}>{content.strip()}</h{level}>\n"
            case "cell":
                return f"<td>{content.strip()}</td>"
            case "chart":
                return f'<div class="chart">{content.rstrip()}</div>\n'
            case "caption":
                return f'<p class="caption">{content.strip()}</p>\n'
            case "page":
                return f'<p class="page">{content.strip()}</p>\n'
            case "paragraph":
                return f"<p>{content.strip()}</p>\n"

    def inline(self, end: int, breaks: tuple[tuple[int, int], ...]) -> str:
        """Return the text from where we are to `end`, figures marked, read across the breaks."""
        pieces: list[str] = []
        while self.next_row < len(self.rows) and self.rows[self.next_row].start < end:
            row = self.rows[self.next_row]
            self.next_row += 1
            tag = self.tags.get(row.id)
            if row.start < self.at:  # it overlaps the figure before: its place is taken
                if tag is not None:
                    self.markup.hide(tag)
                continue
            pieces.append(escape(self.joined(self.at, row.start, breaks)))
            self.at = row.end
            joined = self.joined(row.start, row.end, breaks, glue="")
            if tag is not None:
                pieces.append(self.markup.visible(tag, joined))
            else:
                pieces.append(f'<span id="{checked_id(row.id)}">{escape(joined)}</span>')
        if self.at < end:
            pieces.append(escape(self.joined(self.at, end, breaks)))
            self.at = end
        return "".join(pieces)

    def joined(self, start: int, end: int, breaks: tuple[tuple[int, int], ...], glue: str = " ") -> str:
        """Return text[start:end] without its breaks; between two Latin words the glue takes their place.

        The head of a page that a paragraph goes on over is shown, but inside a figure (without glue).
        """
        pieces: list[str] = []
        at = start
        for index in range(bisect_left(breaks, (start, start)), len(breaks)):
            low, high = breaks[index]
            if low >= end:
                break
            if glue and self.text[low:high].strip():
                continue
            pieces.append(self.text[at:low])
            at = min(high, end)
            before, after = self.text[low - 1 : low], self.text[high : high + 1]
            if glue and before and after and max(before, after) < _WIDE:
                pieces.append(glue)
        pieces.append(self.text[at:end])
        # White space that XML does not know (a form feed between pages) is white space all the same.
        return "".join(pieces).translate({0x0B: " ", 0x0C: " ", 0x85: " ", 0x2028: " "})

    def notes(self, heading: str) -> str:
        """Return the footnotes that some tag has, for the end of the page."""
        used = [note for note in self.report.footnotes if note.id in self.markup.noted]
        if not used:
            return ""
        items = "".join(
            f'<li><ix:footnote id="{checked_id(note.id)}" xml:lang="{attribute(note.language)}">'
            f"{escape(note.text)}</ix:footnote></li>\n"
            for note in used
        )
        return f'<div class="notes">\n<p>{escape(heading)}</p>\n<ol>\n{items}</ol>\n</div>\n'

    def header(self) -> str:
        """Return the header that no reader sees: hidden facts, entry point, contexts, units, links."""
        entry_point = attribute(self.report.entry_point)
        hidden = "\n".join(self.markup.hidden)
        relations = "".join(
            f'<ix:relationship fromRefs="{" ".join(facts)}" toRefs="{checked_id(note.id)}"/>\n'
            for note in self.report.footnotes
            if (facts := self.markup.noted.get(note.id))
        )
        resources = self.markup.shared.taken() + relations
        return (
            '<div style="display:none">\n<ix:header>\n'
            + (f"<ix:hidden>\n{hidden}\n</ix:hidden>\n" if hidden else "")
            + f'<ix:references>\n<link:schemaRef xlink:type="simple" xlink:href="{entry_point}"/>\n'
            f"</ix:references>\n<ix:resources>\n{resources}</ix:resources>\n</ix:header>\n</div>\n"
        )
