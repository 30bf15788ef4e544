"""Sentences that go on over the foot and head of a page, in the text of a PDF without its layout and with it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tagger.document import Block
from tagger.reader import parse_document
from tests.tagging_example import ledger_of, local, rows_of

TRADITIONAL = (
    "2024年，本行堅持以客戶為中心，各項業務平穩發展，年末個人存款餘額為5,124億元，較上年末增長4.2%，公司\n\n{}\n\n"
    "存款餘額為7,310億元，較上年末增長3.1%。\n"
)
SIMPLIFIED = (
    "2024年，本行坚持以客户为中心，各项业务平稳发展，年末个人存款余额为5,124亿元，较上年末增长4.2%，公司\n\n{}\n\n"
    "存款余额为7,310亿元，较上年末增长3.1%。\n"
)


def blocks_of(text: str, kind: str) -> list[str]:
    """Return the texts of the blocks of a kind, what breaks them left out."""
    document = parse_document(text.encode(), "text")
    return [joined(document.text, block) for block in document.blocks if block.kind == kind]


def joined(text: str, block: Block) -> str:
    """Return a block's text without its breaks."""
    edges = [block.start, *(edge for span in block.breaks for edge in span), block.end]
    return " ".join(text[low:high] for low, high in zip(edges[::2], edges[1::2], strict=True))


@pytest.mark.parametrize(
    "feet",
    [
        [f"Hill Bank/Third-quarter results Page {n} of 4 Hill Bank Holdings" for n in (1, 2, 3)],
        [f"Annual Report 2024 {n}\nHill Bank Limited" for n in (31, 32, 33)],
        [f"{n}\n\nHill Bank Limited\n\nAnnual Report 2024" for n in (31, 32, 33)],
        [f"Page {n} of 3" for n in (1, 2, 3)],
        [f"{n} | Hill Bank plc" for n in (14, 15, 16)],
        [f"Hill Bank Annual Report 2024 | {n}" for n in (14, 15, 16)],
        ["14", "15", "16"],
        ["- 14 -", "- 15 -", "- 16 -"],
        ["F-14", "F-15", "F-16"],
        [
            "Hill Bank News Page 1 of 4\n\n7 Harbour Road Hill Tower\n\nTel: 2345.6789\n\nwww.hill.example",
            "Hill Bank News Page 2 of 4\n\n7 Harbour Road\n\nHill Tower Tel: 2345.6789\n\nwww.hill.example",
            "Hill Bank News Page 3 of 4\n\n7 Harbour Road Hill Tower\n\nwww.hill.example\n\nTel: 2345.6789",
        ],
    ],
    ids=[
        "said",
        "in the line",
        "alone",
        "nothing else",
        "first",
        "behind a bar",
        "bare",
        "dashes",
        "prefixed",
        "an address",
    ],
)
def test_a_sentence_goes_on_behind_the_foot(feet: list[str]) -> None:
    """What feet say lies between two halves of a sentence, however their lines are broken."""
    names = ["customer deposits", "loans to customers", "total assets"]
    concepts = ["DepositsFromCustomers", "LoansAndAdvancesToCustomers", "TotalAssets"]
    text = "\n\n".join(
        f"It did well in its {name} {also}, and at the end of the year the balance of all {name} rose\n\n{foot}\n\n"
        f"{number}% to RMB 512.{number} billion. Of {name} nobody had expected {also} to see anything else here."
        for number, (foot, name, also) in enumerate(
            zip(feet, names, ("so", "too", "again"), strict=True), start=4
        )
    )

    found = [row for row in rows_of(text) if row.text.startswith("512")]

    assert [(local(row.concept), row.value) for row in found] == [
        (concept, f"512{number}00000000") for number, concept in enumerate(concepts, start=4)
    ]


@pytest.mark.parametrize(
    "text",
    [
        TRADITIONAL.format("52\n\n海鷗銀行股份有限公司\n2024年年度報告\n\n第三章 管理層討論與分析"),
        SIMPLIFIED.format(
            "52\n\n海鸥银行股份有限公司                     第三章 管理层讨论与分析\n2024 年年度报告"
        ),
        TRADITIONAL.format("海鷗銀行 2024年報\n第52頁，共180頁"),
    ],
    ids=["alone", "layout", "said"],
)
def test_one_page_is_enough(text: str) -> None:
    """A number that stands alone beside the report's name is a page's, in a passage of two pages too."""
    rows = {row.text: row for row in rows_of(text)}

    assert rows["52"].reason is not None
    assert rows["52"].reason.code == "reference"
    assert (local(rows["7,310億元" if "億" in text else "7,310亿元"].concept)) == "DepositsFromCustomers"


def test_a_footnote_stands_between() -> None:
    """A note at the foot of a page, whose mark is stuck to a word above, does not part the sentence around it."""
    text = (
        "2024年末，本行零售客戶數1 12,789.63萬戶，較上年末增長1.9%，各項業務平穩發展，服務持續改善，公司\n\n"
        "1\n\n零售客戶數包含借記卡和信用卡客戶數量，並去重。\n\n42\n\n海鷗銀行股份有限公司\n2024年年度報告\n\n"
        "存款餘額為7,310億元，較上年末增長3.1%。\n"
    )
    rows = rows_of(text)

    assert [(row.text, row.status) for row in rows if row.text == "1"] == [("1", "not_a_fact")] * 2
    assert [row.value for row in rows if row.text == "7,310億元"] == ["731000000000"]
    assert "公司 存款餘額為7,310億元，較上年末增長3.1%。" in blocks_of(text, "paragraph")[0]


@pytest.mark.parametrize(
    ("figure", "code"), [("1 234", ""), ("1 12,789.63萬戶", "reference"), ("2 10.56萬戶", "reference")]
)
def test_marks_stuck_to_a_name(figure: str, code: str) -> None:
    """A mark before a number is none of its digits."""
    row = rows_of(f"2024年末，本行零售客戶數{figure}，較上年末增長1.9%。")[1]

    assert (row.reason.code if row.reason and row.status == "not_a_fact" else "") == code


def test_what_ends_before_the_foot_does_not_go_on() -> None:
    """A heading, a list and a table begin anew on the next page."""
    titles = ["Our people", "Our branches", "Capital and liquidity", "Outlook"]
    text = "\n\n".join(
        f"5.{number} The {title} of the Bank\n\nIt looked after {title} with care.\n\n{title}\n\n"
        f"Hill Bank Annual Report 2024 {number}"
        for number, title in enumerate(titles, start=20)
    )

    assert [found for found in blocks_of(text, "heading") if found in titles] == titles


def test_rows_stand_in_the_order_of_the_text() -> None:
    """Numbers of pages inside a paragraph have rows of their own, and a unit on the next page still counts."""
    text = (
        "At the end of the year, the customer deposits of the Bank had come to a total of RMB 512.4\n\n"
        "Hill Bank Annual Report 2024\n\n52\n\nbillion, and all was well.\n"
    )

    ledger = ledger_of(text)

    assert [row.start for row in ledger.rows] == sorted(row.start for row in ledger.rows)
    assert all(one.end <= other.start for one, other in pairwise(ledger.rows))
    assert [row.value for row in ledger.rows if row.start == text.index("512.4")] == ["512400000000"]
    digits = [at for at, character in enumerate(text) if character.isdigit()]
    assert digits == [at for row in ledger.rows for at in range(row.start, row.end) if text[at].isdigit()]


def test_form_feeds_tell_the_numbers_of_pages() -> None:
    """A number alone in the last line before a form feed, or the first behind one, is a page's."""
    first = (
        "2024年，本行堅持以客戶為中心，各項業務平穩發展，年末個人存款餘額為5,124億元，較上年末增長4.2%，公司"
    )
    rest = "存款餘額為7,310億元，較上年末增長3.1%。\n"

    for text in (f"{first}\n\n52\n\f{rest}", f"{first}\n\f53\n\n{rest}"):
        rows = rows_of(text)
        assert [row.reason.code for row in rows if row.text in ("52", "53") and row.reason] == ["reference"]
        assert [local(row.concept) for row in rows if row.text == "7,310億元"] == ["DepositsFromCustomers"]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("At the end of 2024, total assets2 RMB 904 billion.", "2"),
        ("2024年末，本行個人貸款[3] 4,124億元。", "3"),
    ],
)
def test_a_mark_before_an_amount(text: str, mark: str) -> None:
    """It has neither the currency of the amount behind it nor a thing of its own."""
    row = next(row for row in rows_of(text) if row.text == mark)

    assert (row.status, row.reason.code if row.reason else "") in {
        ("not_a_fact", "reference"),
        ("not_a_fact", "product_name"),
    }


def test_marks_of_footnotes_that_count_are_no_pages() -> None:
    """The notes of three pages are numbered through; what they say stays apart from the sentences above."""
    text = "\n\n".join(
        f"{name}{number} stood at RMB {number}00.5 million at the end of 2024, which is more than it had been before,"
        f" while others\n\n{number}\n\nIt is measured {how}.\n\nall else stayed {how}."
        for number, (name, how) in enumerate(
            [("Customer deposits", "at cost"), ("Total assets", "in full"), ("Net profit", "after tax")],
            start=1,
        )
    )

    assert blocks_of(text, "page") == []


def test_a_unit_on_the_next_page() -> None:
    """A short line that ends in a number goes on where the next page begins with its unit."""
    text = (
        "2024年，本行堅持以客戶為中心，各項業務平穩發展，資產質量持續改善，年末個人存款餘額為5,124億元，較上年末增長4.2%，\n"
        "總資產為9,041.5\n\n52\n\n海鷗銀行股份有限公司\n2024年年度報告\n\n億元，較上年末增長3.1%。\n"
    )

    assert [row.value for row in rows_of(text) if local(row.concept) == "TotalAssets"] == ["904150000000"]
