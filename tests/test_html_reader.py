"""Pages: what is shown is read, with its place; what is hidden, broken or hostile does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from tagger.document import Block, Document
from tagger.reader import DocumentError, parse_document, read_document
from tests.steps import steps


def page(html: str) -> Document:
    """Return the document of a page."""
    return parse_document(html.encode(), "page", ending=".html")


def said(document: Document, block: Block) -> str:
    """Return a block's text."""
    return document.text[block.start : block.end]


def lines(html: str) -> list[tuple[str, int, str]]:
    """Return kind, level and text of each block of a page."""
    document = page(html)
    return [(block.kind, block.level, said(document, block)) for block in document.blocks]


def headings(html: str, value: str) -> dict[str, list[str]]:
    """Return what a cell's block names as its headings, by kind."""
    document = page(html)
    cell = next(b.cell for b in document.blocks if b.cell and said(document, b) == value)

    def texts(spans: tuple[tuple[int, int], ...]) -> list[str]:
        return [document.text[start:end] for start, end in spans]

    return {
        "row": texts(cell.row_headings), "column": texts(cell.column_headings), "above": texts(cell.above),
        "captions": texts(cell.captions),
    }  # fmt: skip


def test_headings_paragraphs_and_items_are_blocks_of_their_own() -> None:
    """Each stands on a line, white space collapsed, inline elements joined."""
    html = "<h2>Our\n <i>bank</i></h2><p>Loans   were <b>5</b>%\n of all.</p><ul><li>one<li>two</ul>after"

    assert lines(html) == [
        ("heading", 2, "Our bank"), ("paragraph", 0, "Loans were 5% of all."),
        ("paragraph", 0, "one"), ("paragraph", 0, "two"), ("paragraph", 0, "after"),
    ]  # fmt: skip
    assert page(html).text == "Our bank\nLoans were 5% of all.\none\ntwo\nafter\n"


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a = 77;</script>", "<style>p { margin: 77px }</style>", "<div style='Display: none'>77</div>",
        "<p hidden>77</p>", "<!-- 77 -->", "<template>77</template>", "<noscript>77</noscript>",
        "<div style='visibility:hidden'><p>77<b>77</b></p></div>", "<title>77</title>", "<ix:header>77</ix:header>",
    ],
)  # fmt: skip
def test_what_is_not_seen_is_not_read(hidden: str) -> None:
    """Figures of scripts, styles and hidden elements are none of the report's."""
    assert page(f"<p>before</p>{hidden}<p>after</p>").text == "before\nafter\n"


def test_places_lead_back_to_element_and_offset() -> None:
    """The path names the element, the offset counts in its whole text, hidden and inline parts included."""
    html = "<html><body><p>x</p><div>a <span hidden>bb</span><b> c</b>  <i>1,234</i> d</div></body></html>"
    document = page(html)
    start = document.text.index("1,234")

    assert document.place(start, start + 5) == {
        "kind": "html",
        "path": "/html[1]/body[1]/div[1]",
        "offset": 8,
    }
    assert "a bb c  1,234 d"[8:13] == "1,234"


def test_cells_have_headings_of_several_levels() -> None:
    """A rowspan and a colspan put each heading over its columns; the caption and the lines before the table are named."""
    html = (
        "<h3>Deposits</h3><p>(RMB million)</p><table><caption>By customer</caption>"
        "<tr><th rowspan=2>Item<th colspan=2>Group<th colspan=2>Bank</tr><tr><th>2024<th>2023<th>2024<th>2023</tr>"
        "<tr><td>Corporate<td>11<td>12<td>13<td>14</tr></table>"
    )

    assert headings(html, "14") == {
        "row": ["Corporate"], "column": ["2023", "Bank"], "above": [],
        "captions": ["Item", "By customer", "(RMB million)", "Deposits"],
    }  # fmt: skip


def test_row_headings_may_span_rows_and_be_indented() -> None:
    """A name beside several rows holds for all; a row that stands in by style or blanks is part of the one above."""
    html = (
        "<table><tr><th><th><th>2024</tr><tr><td rowspan=2>North<td>Loans<td>11</tr><tr><td>Deposits<td>12</tr></table>"
        "<table><tr><th><th>2024</tr><tr><td>Loans<td>21</tr><tr><td style='padding-left: 16px'>Secured<td>22</tr>"
        "<tr><td>&nbsp;&nbsp;Pledged<td>23</tr><tr><td>Deposits<td>24</tr></table>"
    )

    assert headings(html, "12")["row"] == ["Deposits", "North"]
    assert headings(html, "22")["above"] == ["Loans"]
    assert headings(html, "23")["above"] == ["Loans"]
    assert headings(html, "24")["above"] == []


def test_row_without_values_heads_the_rows_below_it() -> None:
    """資產 alone in its row is what the rows after it are of."""
    html = (
        "<table><tr><th>項目<th>2024</tr><tr><td colspan=2>資產</tr><tr><td>現金<td>11</tr><tr><td colspan=2>負債</tr>"
        "<tr><td>存款<td>12</tr></table>"
    )

    assert headings(html, "11")["above"] == ["資產"]
    assert headings(html, "12")["above"] == ["負債"]


def test_cell_of_several_lines_is_one() -> None:
    """Paragraphs and breaks inside a cell are blanks."""
    html = "<table><tr><td><p>Time</p><p>deposits</p><td>2024<br>RMB m</tr><tr><td>Cash<td>5</tr></table>"

    assert [text for kind, _, text in lines(html) if kind == "cell"] == [
        "Time deposits",
        "2024 RMB m",
        "Cash",
        "5",
    ]


def test_table_that_arranges_the_page_is_prose() -> None:
    """Without values, or with a table inside, cells are paragraphs; the inner table is one."""
    html = "<table><tr><td>Menu<td><p>Loans grew 5%.</p><table><tr><td><td>2024<tr><td>Loans<td>7</table></tr></table>"

    assert [kind for kind, _, _ in lines(html)] == ["paragraph", "paragraph", "cell", "cell", "cell"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("<meta charset=big5><p>存款5億元".encode(), "存款5億元\n"),
        ("<meta charset=big5><p>存款5億元".encode("big5"), "存款5億元\n"),
        (
            "<meta http-equiv=Content-Type content='text/html; charset=gb2312'><p>存款5亿元".encode(
                "gb18030"
            ),
            "存款5亿元\n",
        ),
        ("<?xml version='1.0' encoding='utf-8'?><html><p>存款5億元".encode(), "存款5億元\n"),
        ("\ufeff<meta charset=gbk><p>存款5億元".encode("utf-16"), "存款5億元\n"),
        ("<meta charset=iso-8859-1><p>£5 — café".encode("cp1252"), "£5 — café\n"),
    ],
    ids=["utf-8 that says big5", "big5", "gb2312", "xml", "utf-16 by its mark", "latin"],
)
def test_encoding_is_what_the_bytes_are(data: bytes, expected: str) -> None:
    """UTF-8 first, whatever the page says; what it says only where its bytes are valid in that."""
    assert parse_document(data, "page", ending=".htm").text == expected


def test_content_tells_a_page_as_well_as_its_ending(tmp_path: Path) -> None:
    """A page in a file of another name is a page; a text that only speaks of tags is not."""
    (tmp_path / "report").write_text("\n<!DOCTYPE html>\n<p>Loans 5%")
    (tmp_path / "notes.txt").write_text("the tag <html> begins a page")

    assert read_document(tmp_path / "report").text == "Loans 5%\n"
    assert read_document(tmp_path / "notes.txt").text == "the tag <html> begins a page"


def test_page_without_text_is_refused() -> None:
    """A page that shows nothing gets a sentence."""
    with pytest.raises(DocumentError, match="shows no text"):
        page("<html><body><script>5</script></body></html>")


def test_document_types_bring_nothing_in(tmp_path: Path) -> None:
    """Entities that a page declares are not expanded, and no file is opened."""
    (tmp_path / "secret").write_text("secret")
    html = f'<!DOCTYPE html [<!ENTITY a SYSTEM "file://{tmp_path}/secret"><!ENTITY b "xxxxxxxxxx">]><p>&a;&b; 5%</p>'

    assert "secret\n" not in page(html).text.replace(f"{tmp_path}/secret", "")
    assert "xxxxxxxxxx" not in page(html).text.splitlines()[-1]


HOSTILE = {
    "divs without end": "<div>" * 100_000 + "mid 5%<p>tail",
    "inline without end": "<b>" * 100_000 + "mid 5%<p>tail",
    "tables in tables": "<table><tr><td>" * 20_000 + "mid 5%</table><p>tail",
    "ten thousand columns": "<table>"
    + ("<tr><td>Loans" + "<td>1,234" * 10_000) * 2
    + "</table>mid 5%<p>tail",
    "a colspan of a million": "<table>"
    + "<tr><td colspan=1000000 rowspan=999999>1,234<td>5" * 2_000
    + "</table>mid 5%<p>tail",
    "spans that are no numbers": "<table><tr><td colspan='-1'>Loans<td rowspan='9²'>5<tr><td>x<td>6</table>mid 5%<p>tail",
    "blanks": "<p>" + " \n" * 300_000 + "mid 5%<p>tail",
    "ends without beginnings": "</td></tr></table></p></div>" * 10_000 + "mid 5%<p>tail",
    "attributes": "<p style='" + "display:" * 50_000 + "'>mid 5%<p>tail",
    "half tags": "<p <<< >mid 5%</p/><p>tail<",
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_page_costs_little_and_loses_nothing(html: str) -> None:
    """Whatever the markup, what is shown after it is still read, in steps that its size explains."""
    document = page(html)

    assert steps([html], ending=".html") < [4_000 + 50 * len(html)]
    assert "tail" in document.text
    starts = [block.start for block in document.blocks]
    assert starts == sorted(starts)
    assert any("mid 5%" in said(document, block) for block in document.blocks)


def test_every_figure_of_a_huge_table_stays() -> None:
    """Beyond the last column that is kept apart cells still are cells."""
    document = page("<table><tr><td>a<td>1" + "<td colspan=1000>7" * 40 + "</table>")

    assert sum(said(document, block) == "7" for block in document.blocks) == 40
