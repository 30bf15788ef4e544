"""Heads and feet of pages in the text of a PDF: their numbers are no figures, and no sentence or table takes them in."""

from __future__ import annotations

import pytest

from tagger.reader import parse_document
from tests.steps import steps
from tests.tagging_example import rows_of

BODY = (
    "Hill Bank continued to grow in a year of change, and its customers stayed with it throughout.\n"
    "The Bank had {count} employees at the end of the year, who served its customers in every region.\n"
    "Accounts were opened in all branches, and the bank looked after them with its usual care.\n"
    "Nothing in this report is meant to say more than that, and much could be said besides of it.\n"
)


def report(foot: str, pages: int = 4, first: int = 51) -> str:
    """Return pages of prose with a head or foot between them; {page} in it is the page's number."""
    return "\n\n".join(
        BODY.format(count=f"{8_000 + number:,}") + "\n" + foot.format(page=first + number)
        for number in range(pages)
    )


@pytest.mark.parametrize(
    "foot",
    [
        "Hill Bank Limited Annual Report and Accounts 2024        {page}",
        "{page}    Hill Bank Limited Annual Report and Accounts 2024",
        "Hill Bank Limited Annual Report 2024 {page}",
        "Chapter 3 Management discussion of accounts\n{page}\nHill Bank Limited\nAnnual Report 2024",
        "- {page} -\nHill Bank number of accounts",
    ],
)
def test_page_numbers_are_references(foot: str) -> None:
    """However a page says its number, it counts no accounts and is no fact."""
    text = report(foot)

    numbers = {str(51 + number) for number in range(4)}
    found = {row.text: row for row in rows_of(text) if row.text in numbers}

    assert found.keys() == numbers
    assert {(row.status, row.reason.code if row.reason else "") for row in found.values()} == {
        ("not_a_fact", "reference")
    }


@pytest.mark.parametrize(
    "contents",
    [
        "Overview of accounts .......... 4\nCustomers and branches ......... 12\nStaff . . . . . . . 31\n",
        "一、概覽…………………………4\n二、客戶及網點·········12\n三、員工...................31\n",
        "4    Foreword\n6    Our customers\n6    Our branches\n12    Staff\n31    Accounts\n31  1  Basis\n33  2  Loans\n",
    ],
)
def test_tables_of_contents(contents: str) -> None:
    """The pages of a table of contents count nothing."""
    rows = rows_of(contents)

    assert {row.text for row in rows} >= {"4", "12", "31"}
    assert all(row.status == "not_a_fact" for row in rows)


def test_a_numbered_list_is_no_table_of_contents() -> None:
    """Numbers that count the lines leave them what they are."""
    text = "".join(f"{number}    Item of a list\n" for number in range(1, 9))

    assert all(block.kind != "page" for block in parse_document(text.encode(), "text").blocks)


def test_left_and_right_pages() -> None:
    """Left pages have their number first, right pages last."""
    feet = ["{page}    Hill Bank Annual Report 2024", "Notes on the accounts        {page}"]
    text = "\n\n".join(report(feet[number % 2], pages=1, first=20 + number) for number in range(8))

    rows = [row for row in rows_of(text) if row.text in {str(number) for number in range(20, 28)}]

    assert len(rows) == 8
    assert all(row.reason and row.reason.code == "reference" for row in rows)


def test_what_pages_say_is_still_read() -> None:
    """The sentences between are tagged as without pages."""
    facts = [
        row for row in rows_of(report("Hill Bank Annual Report 2024     {page}")) if row.status == "fact"
    ]

    assert {row.concept for row in facts} <= {"bank:NumberOfEmployees"}


@pytest.mark.parametrize(
    "text",
    [
        "1    Loans\n2    Deposits\n3    Custody\n4    Cards\n",  # a list
        "Branches        51\nBranches        51\nBranches        51\n",  # the same number again
        "Branches     12\nStaff       340\nBranches     13\nStaff       345\nBranches     14\nStaff       360\n",
        "1\nLoans\n2\nDeposits\n3\nCards\n",
    ],
)
def test_lists_and_tables_are_no_pages(text: str) -> None:
    """Numbers that stand close together, or do not rise, are none of pages."""
    assert all(block.kind != "page" for block in parse_document(text.encode(), "text").blocks)


@pytest.mark.parametrize(
    "page", ["1\n\f", "{n}\n\na\n\nb\n\nc\n\n", "Hill Bank Annual Report 2024 | {n}\n\na\n\n"]
)
def test_texts_of_many_pages_take_linear_time(page: str) -> None:
    """What stands around each number is looked at once."""
    few, many = steps("".join(page.format(n=number) for number in range(pages)) for pages in (500, 2_000))

    assert many < 4.1 * few


def test_thousands_in_a_unit() -> None:
    """EGP000 gives a unit."""
    row = next(
        row for row in rows_of("Total income for the year (all amounts in EGP000) rose.") if row.text == "000"
    )

    assert row.status == "not_a_fact"


def test_the_number_below_a_page_cut_out_is_its_own() -> None:
    """Below lines of prose, at the end of all, a number alone is the page's, even where a sentence goes on behind it."""
    text = (
        "2025年末，本行客户存款余额120亿元，较上年末增长5.0%，服务渠道不断完善，网点布局持续优化。\n"
        "本行结合客群需求提供多样的解决方案，提振消费、让利客户；通过分层经营，为各类客户提供更周到的服\n"
        "41"
    )
    last = rows_of(text, "2025")[-1]
    assert (last.text, last.status) == ("41", "not_a_fact")


def test_the_last_value_of_a_table_is_no_page() -> None:
    """One cell a line, the last number is a value."""
    text = "RMB million\n2024\nTotal loans and advances to customers\n512\nTotal deposits from customers of the Bank\n641\n"
    assert [row.status for row in rows_of(text, "2024") if row.text in ("512", "641")] == ["fact", "fact"]


def test_a_page_cut_out_may_end_with_a_short_line() -> None:
    """The last line of prose may be the short end of a sentence."""
    text = (
        "The Bank had 8,120 employees at the end of the year, who were asked twice what they thought of it, and\n"
        "share their concerns.\n"
        "9"
    )
    assert [row.status for row in rows_of(text) if row.text == "9"] == ["not_a_fact"]


def test_a_page_cut_out_may_end_with_rows_of_a_table() -> None:
    """Below rows of three values and more a number alone is the page's."""
    text = (
        "机构名称 网点数 资产规模（百万元） 员工人数\n"
        "东湖分行 东湖市湖滨路12号 12 36,510 301\n"
        "南山分行 南山市山前路78号 10 35,120 288\n"
        "81"
    )
    assert rows_of(text, "2025")[-1].status == "not_a_fact"
