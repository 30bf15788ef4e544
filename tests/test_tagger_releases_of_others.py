"""What releases in other habits print: bare brackets, marks of notes, the ends of years, where income came from."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings, ledger_of, reading_of, readings_of

FIRST, END = "2025-01-01/2025-03-31", "2025-03-31"
BEFORE, YEAR_END = "2024-01-01/2024-03-31", "2024-12-31"
NPL, TIER = "NonPerformingLoanRatio", "CommonEquityTier1Ratio"


IN_MARCH: list[tuple[str, list[Reading]]] = [
    (
        "Net profit was RMB214 million (197). Return on average assets was 1.21 per cent (1.39).",
        [
            ("NetProfit", "", FIRST, "214000000"),
            ("NetProfit", "", BEFORE, "197000000"),
            ("ReturnOnAverageAssets", "", FIRST, "0.0121"),
            ("ReturnOnAverageAssets", "", BEFORE, "0.0139"),
        ],
    ),
    (
        "The NPL ratio was 1.84 per cent at the end of the quarter (1.87 at year-end).",
        [(NPL, "", END, "0.0184"), (NPL, "", YEAR_END, "0.0187")],
    ),
    (
        "The cost-to-income ratio was 41.2%, compared with 43.5% in the fourth quarter.",
        [
            ("CostToIncomeRatio", "", FIRST, "0.412"),
            ("CostToIncomeRatio", "", "2024-10-01/2024-12-31", "0.435"),
        ],
    ),
    (
        "We expect the NPL ratio to be 1.8% at year-end.",
        [(NPL, "Forecast", "2025-12-31", "0.018")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), IN_MARCH)
def test_a_first_quarter_is_told_beside_the_time_that_is_past(text: str, wanted: list[Reading]) -> None:
    """A bare number in brackets, the fourth quarter and the year-end are of the year before, but for plans."""
    assert readings_of(text, "2025Q1") == wanted


def test_a_small_number_in_brackets_behind_an_amount_is_not_the_value_before() -> None:
    """It may be the mark of a note."""
    rows = {row.text: row for row in ledger_of("Net profit was RMB214 million (1).", "2025Q1").rows}
    assert rows["214 million"].status == "fact"
    assert rows["1"].status != "fact"


def test_the_mark_of_a_note_in_brackets_at_a_word_counts_nothing() -> None:
    """It is a reference, and what stands around it is read without it."""
    rows = ledger_of("Net interest margin(1) of 1.66%; and net profit(12) of RMB9.6 million.", "2024").rows
    assert [(row.text, row.status, row.reason.code if row.reason else "") for row in rows] == [
        ("1", "not_a_fact", "reference"),
        ("1.66%", "fact", ""),
        ("12", "not_a_fact", "reference"),
        ("9.6 million", "fact", ""),
    ]


def test_the_time_behind_a_value_said_once_more_is_that_of_both() -> None:
    """The amount and the amount per share are of the quarter that stands behind both."""
    text = (
        "The Bank reported net profit of RMB9.6 million, or RMB1.06 basic earnings per share, for the third quarter of 2024. "
        "This compares to net profit of RMB7.1 million, or RMB0.79 basic earnings per share, for the second quarter of 2024."
    )
    assert [reading[2] for reading in fact_readings(text, "2024Q3")] == [
        "2024-07-01/2024-09-30",
        "2024-07-01/2024-09-30",
        "2024-04-01/2024-06-30",
        "2024-04-01/2024-06-30",
    ]


CAME_FROM: list[tuple[str, Reading]] = [
    (
        "Net fee and commission income from wealth management was RMB5,284 million.",
        ("NetFeeAndCommissionIncome", "WealthManagementFees", "2024-01-01/2024-12-31", "5284000000"),
    ),
    (
        "Fee and commission income from bank cards amounted to RMB2.4 billion.",
        ("FeeAndCommissionIncome", "BankCardFees", "2024-01-01/2024-12-31", "2400000000"),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CAME_FROM)
def test_income_from_a_business_is_that_kind_of_it(text: str, wanted: Reading) -> None:
    """The member is half named: its name less what the concept says."""
    assert readings_of(text) == [wanted]


def test_income_from_things_that_are_no_kind_of_it_is_neither_all_of_it_nor_they() -> None:
    """No concept is that part of the income."""
    (row,) = ledger_of("Interest income from loans and advances to customers was RMB5 billion.").rows
    assert row.status == "unresolved"


def test_of_two_values_the_one_said_in_words_that_nothing_explains_gives_way() -> None:
    """What is said plainly need not wait for a person."""
    text = (
        "Total assets were RMB60 billion at the end of the year.\n\n"
        "Total assets were RMB41 billion with the zebra carve-out and its quagga."
    )
    first, other = ledger_of(text).rows
    assert reading_of(first) == ("TotalAssets", "", "2024-12-31", "60000000000")
    assert other.status == "unresolved"


def test_the_latter_of_two_is_the_one_said_last() -> None:
    """Its change is no change of the other."""
    text = "截至2024年末，不良貸款率1.52%，撥備覆蓋率214%，後者較年初上升6.2個百分點。"
    assert readings_of(text)[-1] == (
        "IncreaseDecreaseInProvisionCoverageRatio",
        "",
        "2024-01-01/2024-12-31",
        "0.062",
    )


def test_a_time_that_opens_a_bracket_holds_for_all_in_it() -> None:
    """Each ratio of the bracket is of the day before them."""
    text = (
        "於2024年12月31日，核心一級資本充足率為11.4%，一級資本充足率為12.2%"
        "（於2023年12月31日，核心一級資本充足率為11.6%，一級資本充足率為12.8%）。"
    )
    assert [(reading[0], reading[2]) for reading in fact_readings(text)] == [
        (TIER, "2024-12-31"),
        ("Tier1CapitalRatio", "2024-12-31"),
        (TIER, "2023-12-31"),
        ("Tier1CapitalRatio", "2023-12-31"),
    ]


def test_units_in_the_middle_of_a_table_leave_its_times_standing() -> None:
    """Per cent below millions is still of the columns that name the days."""
    text = (
        "                      2024年        2023年\n"
        "                    12月31日      12月31日\n"
        "                  人民幣百萬元  人民幣百萬元\n"
        "總資產                 60,512        58,104\n"
        "                           %             %\n"
        "不良貸款率               1.52          1.61\n"
    )
    assert fact_readings(text) == [
        ("TotalAssets", "", "2024-12-31", "60512000000"),
        ("TotalAssets", "", "2023-12-31", "58104000000"),
        (NPL, "", "2024-12-31", "0.0152"),
        (NPL, "", "2023-12-31", "0.0161"),
    ]
