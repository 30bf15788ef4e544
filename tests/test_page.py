"""The page is one file that holds the whole text, marks every figure, and lets no text become markup."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from json import loads
from typing import Any

import pytest
from lxml import html

from exports.page.coverage import count_coverage, mark_rows
from tagger.document import Block
from tagger.ledger import Ledger, Proof, Row
from taxonomy.offline_page import script_json
from tests.page_example import (
    HOSTILE,
    TEXT,
    Example,
    document_of,
    example,
    hostile_example,
    row_of,
)


def nodes(page: str, path: str) -> list[Any]:
    """Return the elements of the page that an XPath finds."""
    found = html.fromstring(page.encode()).xpath(path)
    assert isinstance(found, list)
    return found


def data_of(page: str) -> Any:  # noqa: ANN401 - parsed JSON, of whatever shape
    """Return the data that the script reads."""
    (script,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    return loads(script)


def slices(page: str) -> list[tuple[int, str]]:
    """Return each stretch of the text that the page shows, with the offset that it says it starts at."""
    return [(int(node.get("data-s")), node.text_content()) for node in nodes(page, "//*[@data-s]")]


def test_every_block_holds_its_slice_of_the_text() -> None:
    """Offsets can be found again on the page, because nothing is added to the text or left out."""
    given = example()

    expected = [(block.start, TEXT[block.start : block.end]) for block in given.document.blocks]

    assert expected == slices(given.html())


def test_text_that_no_block_covers_is_shown_too() -> None:
    """A reader that forgets a stretch hides nothing from the person who looks."""
    text = "甲5家 乙6家 丙7家"
    given = Example(Ledger(text, (row_of(1, text, "7家"),)), document_of(text, Block("paragraph", 4, 7)))

    assert text == "".join(words for _, words in slices(given.html()))


def test_overlapping_blocks_show_their_text_once() -> None:
    """Text said twice on the page would be figures counted twice by a reader."""
    text = "甲5家乙6家"
    blocks = (Block("paragraph", 0, 4), Block("paragraph", 2, 6))
    given = Example(Ledger(text, ()), document_of(text, *blocks))

    assert text == "".join(words for _, words in slices(given.html()))


def test_a_break_inside_a_chinese_paragraph_is_hidden() -> None:
    """A line that the page of the source broke reads on without a gap."""
    (hidden,) = nodes(example().html(), "//*[@class='b']")

    assert hidden.text_content() == "\n"
    assert hidden.getparent().get("class") == "k paragraph"


def test_a_break_between_english_words_stays_a_space() -> None:
    """Two words never run together."""
    text = "Deposits of\nthe bank"
    document = document_of(text, Block("paragraph", 0, len(text), breaks=((11, 12),)))

    assert not nodes(Example(Ledger(text, ()), document).html(), "//*[@class='b']")


def test_a_figure_that_a_page_break_cut_is_one_link() -> None:
    """A figure is chosen as a whole, whatever broke it."""
    text = "基金6,541\n\n億元。"
    row = row_of(1, text, "6,541\n\n億元")
    given = Example(Ledger(text, (row,)), document_of(text, Block("paragraph", 0, len(text), 0, ((7, 9),))))

    (link,) = nodes(given.html(), "//a[@href='#r0001']")

    assert link.text_content() == row.text
    assert data_of(given.html())["rows"][0]["text"] == "6,541億元"


def test_every_figure_is_marked_with_its_status() -> None:
    """One link a figure, in reading order, and what it is said in words for those who cannot see colours."""
    links = nodes(example().html(), "//a[contains(@class, 'f ')]")

    assert [(link.get("id"), link.get("class"), link.text_content()) for link in links] == [
        ("r0001", "f not_a_fact", "1"),
        ("r0002", "f not_a_fact", "2024"),
        ("r0003", "f fact", "1,200.50億元"),
        ("r0004", "f fact", "100.50億元"),
        ("r0005", "f fact", "9.1%"),
        ("r0006", "f unresolved", "12類"),
        ("r0007", "f fact", "80家"),
        ("r0008", "f contradicted", "1,201億元"),
    ]
    assert all(nodes(example().html(), f"//*[@id='{link.get('aria-describedby')}']") for link in links)


def test_cells_of_one_line_are_one_row_of_a_table() -> None:
    """A table of the source reads as a table."""
    text = "存款\t5\n貸款\t6\n完"
    cells = [Block("cell", start, end) for start, end in ((0, 2), (3, 4), (5, 7), (8, 9))]
    page = Example(Ledger(text, ()), document_of(text, *cells, Block("paragraph", 10, 11))).html()

    rows = [[cell.text_content() for cell in row.xpath("td")] for row in nodes(page, "//table/tr|//tbody/tr")]

    assert rows == [["存款", "5"], ["貸款", "6"]]


def test_the_page_asks_for_nothing_outside_itself() -> None:
    """Every address on the page is a place in it, and the policy forbids all others."""
    page = example().html()

    addresses = {str(value) for value in nodes(page, "//@href | //@src | //@action | //@srcset")}
    (policy,) = nodes(page, "//meta[@http-equiv='Content-Security-Policy']/@content")

    assert all(address.startswith("#") or address == "data:," for address in addresses)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("directive", "opening"), [("script", '<script type="module">'), ("style", "<style>")]
)
def test_the_policy_lets_this_script_and_style_run_alone(directive: str, opening: str) -> None:
    """The hash in the policy is that of the text between the tags; a byte off and the page would be dead."""
    page = example().html()
    content = page.partition(opening)[2].partition(f"</{directive}>")[0]

    digest = b64encode(sha256(content.encode()).digest()).decode()

    assert f"{directive}-src 'sha256-{digest}'" in page


def test_hostile_text_stays_text() -> None:
    """What the document says can neither end the script nor begin an element."""
    page = hostile_example().html()

    assert not nodes(page, "//img")
    assert page.count("</script>") == 2
    assert "<!--" not in page
    assert "\u2028" not in data_of_text(page)
    assert data_of(page)["findings"][0]["message"] == HOSTILE
    assert slices(page)[0][1] == hostile_example().document.text


def data_of_text(page: str) -> str:
    """Return the script tag of data as it stands in the file."""
    return page.partition('id="data">')[2].partition("</script>")[0]


@pytest.mark.parametrize("text", ["</script>", "<!--<script>", "\u2028\u2029", "&lt;", "\ud800", "]]>"])
def test_json_in_a_script_reads_back_the_same(text: str) -> None:
    """Escapes change how a text is written, never what it says."""
    written = script_json({"a": text})

    assert not set(written) & set("<>&\u2028\u2029")
    assert loads(written) == {"a": text}


def test_a_lone_surrogate_or_carriage_return_moves_no_offset() -> None:
    """Odd characters become one character, so that all later figures keep their place."""
    text = "\ud800\r\r\n5家"
    page = Example(Ledger(text, (row_of(1, text, "5家"),)), document_of(text)).html()

    assert "?&#13;&#13;\n<a" in page


def test_the_same_input_gives_the_same_bytes() -> None:
    """No clock, no random id, no order of a set."""
    assert example().bytes() == example().bytes()


def test_a_template_mark_in_the_text_is_not_filled() -> None:
    """A document that says {{data}} gets to see {{data}}."""
    text = "{{data}} {{t:ui.title}} 5家"

    assert slices(Example(Ledger(text, ()), document_of(text)).html()) == [(0, text)]


@pytest.mark.parametrize(
    ("language", "interface"),
    [("en", "en"), ("zh-Hant", "zh-Hant"), ("zh-HK", "zh-Hant"), ("zh-CN", "zh-Hans"), ("fr", "en")],
)
def test_the_interface_begins_in_the_language_asked_for(language: str, interface: str) -> None:
    """The text keeps its own language; the interface takes the nearest it has."""
    page = example().html(language)

    assert nodes(page, "/html/@lang") == [interface]
    assert nodes(page, "//*[@id='paper']/@lang") == [language]
    assert nodes(page, "//*[@data-language][@aria-pressed='true']/@data-language") == [interface]


def test_a_fact_is_told_with_all_its_aspects() -> None:
    """Whatever a person asks of a figure stands beside it, said as they would say it."""
    data = data_of(example().html())
    level = data["rows"][2]

    assert level["value"] == "120,050,000,000"
    assert level["dimensions"] == [["hill:CustomerAxis", "hill:PersonalMember"]]
    assert data["names"]["hill:Deposits"]["label"]["zh-Hans"] == "客户存款"
    assert data["names"]["hill:Deposits"]["definition"]["en"] == "What customers have placed with the bank."
    assert data["periods"]["2024-12-31"]["en"] == "at the end of 31 December 2024"
    assert data["decimals"]["-6"]["en"] == "to the nearest 1,000,000"
    assert data["units"]["CNY"]["zh-Hant"] == "人民幣元"
    assert data["units"]["outlet"]["zh-Hans"] == "网点"
    assert level["confidence"] == "97%"
    assert level["proofs"] == ["p0001", "p0002"]
    assert level["alternatives"][0]["confidence"] == "2%"
    assert data["rows"][4]["percent"] == "9.1%"
    assert data["rows"][7]["qualifier"] == ["about"]


def test_a_check_is_told_on_every_figure_that_takes_part() -> None:
    """A row that does not name the check itself is still led to it."""
    assert data_of(example().html())["rows"][4]["proofs"] == ["p0001"]


def test_a_finding_is_shown_once_and_leads_to_its_figure() -> None:
    """The same message, bare in the verdict and placed in the list, is one finding."""
    (finding,) = data_of(example().html())["findings"]

    assert finding["rows"] == ["r0003"]


def test_the_counts_add_up() -> None:
    """Every figure bears one mark, so the tiles sum to the total."""
    given = example()
    coverage = count_coverage(given.ledger, mark_rows(given.ledger))

    assert dict(coverage.marks) == {"fact": 4, "not_a_fact": 2, "unresolved": 1, "contradicted": 1}
    assert sum(count for _, count in coverage.marks) == coverage.figures == 8
    assert ("not_a_fact", "year", 1) in coverage.reasons
    assert coverage.digits == coverage.digits_accounted == 26


def test_a_digit_in_no_figure_is_counted_and_marked() -> None:
    """What nobody accounted for is seen at once."""
    text = "甲12家，乙３4家"
    given = Example(Ledger(text, (row_of(1, text, "12家"),)), document_of(text))
    coverage = count_coverage(given.ledger, mark_rows(given.ledger))

    assert (coverage.digits, coverage.digits_accounted) == (4, 2)
    assert [node.text_content() for node in nodes(given.html(), "//*[@class='stray']")] == ["３4"]


def test_a_fact_that_a_check_contradicts_is_marked_and_counted_as_filed() -> None:
    """It is the first thing to look at, and the page says that it is in the filing all the same."""
    given = example().ledger
    accused = replace(given, proofs=(*given.proofs, Proof("p0003", "chart", ("r0007",), "contradicts")))
    marks = mark_rows(accused)

    assert marks["r0007"] == "contradicted"
    assert count_coverage(accused, marks).still_filed == 1


def test_words_around_a_figure_end_at_its_block() -> None:
    """A list shows the sentence a figure stands in, not the heading before it."""
    rows = data_of(example().html())["rows"]

    assert rows[1]["context"] == ["", "年末，山海銀行個人存款1,200.50億元"[:18]]
    assert rows[3]["context"][0] == "銀行個人存款1,200.50億元，比上年末增加"[-18:]


@pytest.mark.parametrize("text", ["", "沒有數字的文件。"])
def test_a_document_without_figures_has_a_page(text: str) -> None:
    """Nothing found is a result too."""
    page = Example(
        Ledger(text, ()), document_of(text, *([Block("paragraph", 0, len(text))] if text else []))
    ).html()

    assert data_of(page)["rows"] == []


def test_five_thousand_figures_stay_one_element_each() -> None:
    """The text carries links and the data; everything else is made when a person asks for it."""
    text = "共5家，" * 5000
    place = example().document.place
    rows = tuple(
        Row(f"r{i:04}", None, 4 * i + 1, 4 * i + 3, "5家", place(0, 0), "unresolved") for i in range(5000)
    )
    page = Example(Ledger(text, rows), document_of(text)).html()

    assert len(nodes(page, "//*[@id='paper']//*")) == 5001
    assert len(page) < 5000 * 500
