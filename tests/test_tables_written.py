"""Tables in text that a page shows as it is written: columns of blanks and tabs, units above, sentences that lead to them."""

from __future__ import annotations

import pytest

from tagger.reader import parse_document
from tests.steps import steps
from tests.test_tables_tagged import facts_of


def page(written: str, above: str = "") -> str:
    """Return a page with a line above a stretch of text in its own lines and columns."""
    return f"<html><body><p>Notes</p><div>{above}</div><pre>{written}</pre><p>End</p></body></html>"


@pytest.mark.parametrize(
    ("above", "written"),
    [
        (
            "單位：港幣仟元",
            (
                "\t\t  2025年12月31日    2024年12月31日\n"
                "                  ---------------   ---------------\n"
                "客戶存款\t  $ 582,755\t  $ 533,678\n"
                "資產總額\t    904,112\t    873,950\n"
            ),
        ),
        (
            "单位：人民币千元",
            (
                "\t\t  2025年12月31日    2024年12月31日\n"
                "吸收存款\t    582,755\t    533,678\n"
                "资产总额\t    904,112\t    873,950\n"
            ),
        ),
        (
            "Unit: HK$ thousand",
            (
                "                       31 Dec 2025     31 Dec 2024\n"
                "                      ------------    ------------\n"
                "Customer deposits        $ 582,755       $ 533,678\n"
                "Total assets               904,112         873,950\n"
            ),
        ),
    ],
)
def test_columns_of_text_as_it_is_written(above: str, written: str) -> None:
    """Lines and columns are kept, and the line above that is nothing but a unit holds."""
    assert facts_of(page(written, above), ending=".html") == [
        "Deposits 2025-12-31 582755000",
        "Deposits 2024-12-31 533678000",
        "TotalAssets 2025-12-31 904112000",
        "TotalAssets 2024-12-31 873950000",
    ]


@pytest.mark.parametrize(
    ("above", "written"),
    [
        (
            "單位：港幣千元",
            (
                "於2025年末零售銀行的情況如\n下：\n"
                "\t\t2025年      2024年\n"
                "淨利潤\t\t7,204      6,918\n"
                "經營收入\t\t9,118      9,052\n"
            ),
        ),
        (
            "单位：人民币千元",
            (
                "零售银行的情况如下：\n"
                "\t\t2025年      2024年\n"
                "净利润\t\t7,204      6,918\n"
                "营业收入\t\t9,118      9,052\n"
            ),
        ),
        (
            "Unit: HK$ thousand",
            (
                "Retail banking is as follows:\n"
                "                       2025       2024\n"
                "Net profit            7,204      6,918\n"
                "Operating income      9,118      9,052\n"
            ),
        ),
    ],
)
def test_what_leads_to_a_table_says_whose_it_is(above: str, written: str) -> None:
    """A sentence that ends in a colon and names one member is about all rows below, whatever these are called."""
    assert facts_of(page(written, above), ending=".html")[0] == (
        "NetProfit RetailBanking 2025-01-01/2025-12-31 7204000"
    )


def test_places_and_parts_of_lines_stay() -> None:
    """Elements inside such text, and what stands behind its last line, are where they were."""
    written = "Total <b>assets</b>    904,112    873,950\nNet profit       7,204      6,918"
    html = f"<html><body><pre>{written}</pre></body></html>"
    document = parse_document(html.encode(), "page", ending=".html")
    text = document.text

    assert "Total assets    904,112" in text
    at = text.index("904,112")
    assert document.place(at, at + 7)["path"] == "/html[1]/body[1]/pre[1]"
    assert [b.start for b in document.blocks] == sorted(b.start for b in document.blocks)


@pytest.mark.parametrize(
    "written", ["a  1,2  3,4\n" * 4_000, "\n" * 50_000, "<pre>" * 400 + "x  1,2\n" * 400]
)
def test_long_text_as_it_is_written_costs_little(written: str) -> None:
    """However long it is, and however such elements are nested."""
    assert steps([page(written)], ending=".html") < [4_000 + 150 * len(written)]
