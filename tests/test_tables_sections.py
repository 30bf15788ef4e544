"""Sections of a table: what ends them, what stands over them, and how their expenses are printed."""

from __future__ import annotations

import pytest

from tests.test_tables_tagged import facts_of
from tests.test_text_tables import grid

_TWO_DAYS = (
    "                                        HK$000       %\n"
    "{first}\n"
    "{section}\n"
    "- {one}                                 4,120    60.2\n"
    "- {other}                               2,724    39.8\n"
    "{total}                           6,844   100.0\n"
    "\n"
    "{second}\n"
    "{section}\n"
    "- {one}                                 3,980    61.0\n"
    "- {other}                               2,545    39.0\n"
    "{total}                           6,525   100.0\n"
)


@pytest.mark.parametrize(
    "words",
    [
        {
            "first": "At 31 December 2025",
            "second": "At 31 December 2024",
            "section": "Lending",
            "one": "homes",
            "other": "cards",
            "total": "Total lending",
        },
        {
            "first": "2025年12月31日",
            "second": "2024年12月31日",
            "section": "貸款",
            "one": "住宅",
            "other": "信用卡",
            "total": "貸款總額",
        },
        {
            "first": "2025年12月31日",
            "second": "2024年12月31日",
            "section": "贷款",
            "one": "住房",
            "other": "信用卡",
            "total": "贷款合计",
        },
    ],
    ids=["en", "hant", "hans"],
)
def test_a_day_holds_for_all_sections_below_it(words: dict[str, str]) -> None:
    """The second day opens the table's second half; items with a mark end where a row without one begins."""
    cells = grid(_TWO_DAYS.format(**words))

    assert cells["3,980"][2] == [words["section"], words["second"]]
    assert cells["6,525"][2] == [words["second"]]
    assert cells["3,980"][1] == ["HK$000"]
    assert cells["39.0"][1] == ["%"]


def test_a_section_right_below_another_is_a_part_of_it() -> None:
    """Both hold for the rows, until a total without a name has summed them up."""
    text = (
        "                                2025       2024\n"
        "Paid to others:\n"
        "Deposits:\n"
        "Banks                            666        407\n"
        "Customers                      5,810      4,604\n"
        "                               6,476      5,011\n"
        "Received                       8,120      7,704\n"
    )

    cells = grid(text)

    assert cells["666"][2] == ["Deposits:", "Paid to others:"]
    assert cells["8,120"][2] == []


def test_what_is_taken_off_a_total_is_of_its_section() -> None:
    """Less: stands below the total of the rows, and in their section."""
    text = (
        "                                2025       2024\n"
        "Financial assets:\n"
        "Trade                            666        407\n"
        "Other                          5,810      4,604\n"
        "                               6,476      5,011\n"
        "Less: allowance                 (120)      (104)\n"
        "                               6,356      4,907\n"
    )

    assert grid(text)["(120)"][2] == ["Financial assets:"]


def test_expenses_of_a_section_that_its_rows_do_not_name() -> None:
    """Brackets in a section of expenses say that they are subtracted from the income that stands bare."""
    text = (
        "5.Operating income\n\n"
        "                                        2025          2024\n"
        "                                       HK$’000       HK$’000\n"
        " Net interest income:\n"
        " Retail banking                         9,189         6,106\n"
        " Wholesale banking                     11,077         7,403\n"
        "                                       20,266        13,509\n"
        " Operating expenses:\n"
        " Retail banking                        (5,810)       (4,604)\n"
        " Wholesale banking                       (588)         (425)\n"
        "                                       (6,398)       (5,029)\n"
        " Net                                   13,868         8,480\n"
    )

    assert [fact for fact in facts_of(text) if "2025-01-01" in fact] == [
        "NetInterestIncome RetailBanking 2025-01-01/2025-12-31 9189000",
        "NetInterestIncome WholesaleBanking 2025-01-01/2025-12-31 11077000",
        "NetInterestIncome 2025-01-01/2025-12-31 20266000",
        "OperatingExpenses RetailBanking 2025-01-01/2025-12-31 5810000",
        "OperatingExpenses WholesaleBanking 2025-01-01/2025-12-31 588000",
        "OperatingExpenses 2025-01-01/2025-12-31 6398000",
        "OperatingIncome 2025-01-01/2025-12-31 13868000",
    ]


def test_net_of_a_table_with_one_section() -> None:
    """Net is of the whole table, though its section adds up to it."""
    text = (
        "5.Operating income\n\n"
        "                                        2025          2024\n"
        "                                       HK$’000       HK$’000\n"
        " Treasury\n"
        " Hong Kong                              9,189         6,106\n"
        " Singapore                             11,077         7,403\n"
        " Net                                   20,266        13,509\n"
    )

    assert facts_of(text)[-2:] == [
        "OperatingIncome 2025-01-01/2025-12-31 20266000",
        "OperatingIncome 2024-01-01/2024-12-31 13509000",
    ]


@pytest.mark.parametrize(
    ("title", "net", "unit"),
    [("營業收入", "淨額", "港幣千元"), ("营业收入", "净额", "人民币千元")],
    ids=["hant", "hans"],
)
def test_a_row_called_net_is_what_the_title_says(title: str, net: str, unit: str) -> None:
    """淨額 alone names nothing else than the table."""
    text = (
        f"{title}\n\n                    2025年        2024年\n                   {unit}     {unit}\n"
        f"香港                 9,189         6,106\n新加坡              11,077         7,403\n"
        f"{net}                20,266        13,509\n"
    )

    assert facts_of(text)[-2:] == [
        "OperatingIncome 2025-01-01/2025-12-31 20266000",
        "OperatingIncome 2024-01-01/2024-12-31 13509000",
    ]


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Total HK$m", "4120000000"),
        ("Amount HK$'000", "4120000"),
        ("31.12.2025 HK$m (restated)", "4120000000"),
        ("總額 港幣百萬元", "4120000000"),
        ("总额 人民币千元", "4120000"),
    ],
)
def test_a_unit_ends_the_heading_of_its_column(heading: str, value: str) -> None:
    """A symbol, or a currency with its scale, behind what the column is called."""
    text = f"| | {heading} |\n|---|---|\n| Total assets | 4,120 |\n| Customer deposits | 3,010 |\n"

    assert facts_of(text)[0] == f"TotalAssets 2025-12-31 {value}"


def test_headings_of_narrow_columns_that_end_off_their_values() -> None:
    """One blank parts headings, each over its own column; a member's name goes on before a concept's in the next line."""
    text = (
        "                                 Gross       Retail   Wholesale\n"
        "                                 loans banking loans banking loans\n"
        "At 31 Dec 2025                    HK$m         HK$m         HK$m\n"
        "Hong Kong                        1,993        1,408          585\n"
        "Singapore                          536          431          105\n"
    )

    assert [fact for fact in facts_of(text) if "HongKong" in fact][1:] == [
        "Loans HongKong+RetailBanking 2025-12-31 1408000000",
        "Loans HongKong+WholesaleBanking 2025-12-31 585000000",
    ]


def test_a_title_that_a_point_parts_from_its_number() -> None:
    """9.Net fee income is a title, and no end of a sentence."""
    text = (
        "9.Net fee and commission income\n\n                     2025      2024\n                   HK$m      HK$m\n"
        "Retail banking        418       396\nWholesale banking     207       198\n"
    )

    assert facts_of(text)[0] == "NetFeeIncome RetailBanking 2025-01-01/2025-12-31 418000000"


def test_a_share_heads_its_own_column() -> None:
    """As a % of total stands over the last column in several lines, beside an amount."""
    text = (
        "                                     Gross loans\n"
        "                                                     As a %\n"
        "                                                     of total\n"
        "At 31 Dec 2025                          US$000              %\n"
        "Individuals                          2,095,346           41.0\n"
        "Corporates                           3,014,817           59.0\n"
    )

    assert grid(text)["41.0"][1][:3] == ["%", "of total", "As a %"]
    assert grid(text)["2,095,346"][1] == ["US$000", "Gross loans"]
