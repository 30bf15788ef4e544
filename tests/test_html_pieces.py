"""Pages whose figures stand in pieces: tiles of inline elements, lists of names and values, rows of marked headings."""

from __future__ import annotations

from tagger.document import Document
from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from taxonomy.load import load_taxonomy
from tests.tagging_example import profile_of


def page(body: str) -> Document:
    """Return the document of a page."""
    return parse_document(f"<html><body><h1>Review 2025</h1>{body}</body></html>".encode(), "page.html")


def facts(body: str) -> list[str]:
    """Return concept, period's last day and value of each fact of a page."""
    profile = profile_of(currency="EUR")
    period = parse_reporting_period("2025", profile.fiscal_year_end)
    rows = tag_document(page(body), load_taxonomy("bank-disclosure"), profile, period).rows
    return [
        f"{(row.concept or '').rpartition(':')[2]} {str(row.period)[-10:]} {row.value}"
        for row in rows
        if row.status == "fact"
    ]


def test_inline_elements_of_a_tile_are_read_apart() -> None:
    """A style sheet sets them apart, and no blank."""
    body = (
        '<div><span class="n">€90.4 billion</span><span class="l">Assets under management</span></div>'
        '<div><span class="n">1,350</span><span class="l">employees</span></div>'
    )

    assert facts(body) == [
        "AssetsUnderManagement 2025-12-31 90400000000",
        "NumberOfEmployees 2025-12-31 1350",
    ]


def test_pieces_of_one_number_or_word_stay_together() -> None:
    """Editors cut them anywhere."""
    body = (
        "<p>CET<span>1</span> ratio: <span>14</span><span>.2</span><span>%</span> on 30<sup>th</sup> June</p>"
    )

    assert "CET1 ratio: 14.2% on 30th June" in page(body).text


def test_a_list_of_names_and_values_is_a_table() -> None:
    """A dt names what its dd came to; no tile before it is its title."""
    body = (
        "<div>Assets under management: €90 billion (2024: €80 billion)</div>"
        "<dl><dt>Dividend per share</dt><dd>€1.20</dd><dt>CET1 ratio</dt><dd>14.2%</dd><dt>Employees</dt><dd>1,350</dd></dl>"
    )

    assert facts(body)[-3:] == [
        "DividendsPerShare 2025-12-31 1.20",
        "CommonEquityTier1Ratio 2025-12-31 0.142",
        "NumberOfEmployees 2025-12-31 1350",
    ]


def test_a_row_of_values_may_be_marked_as_headings() -> None:
    """Many pages print the total so."""
    row = "<tr><td>{}</td><td>{}</td><td>{}</td></tr>"
    body = (
        "<table><tr><th>€ billion</th><th>2025</th><th>2024</th></tr>"
        + row.format("Total deposits", "12.4", "12.0")
        + row.format("Total loans", "8.4", "8.5")
        + row.replace("td", "th").format("Total assets", "20.1", "19.0")
        + "</table>"
    )

    assert facts(body)[-2:] == ["TotalAssets 2025-12-31 20100000000", "TotalAssets 2024-12-31 19000000000"]


def test_a_value_with_its_change_in_the_first_row_heads_nothing() -> None:
    """The rows below it are read; what it says itself may stay open."""
    body = (
        "<table><tr><td>Net profit</td><td>€210 million (+5%)</td></tr><tr><td>CET1 ratio</td><td>14.2%</td></tr>"
        "<tr><td>Employees</td><td>1,350</td></tr></table>"
    )

    assert facts(body)[-2:] == [
        "CommonEquityTier1Ratio 2025-12-31 0.142",
        "NumberOfEmployees 2025-12-31 1350",
    ]
