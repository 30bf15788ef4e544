"""Headlines broken over lines, datelines below them, round numbers that are the scale of a table, titles with a bracket."""

from __future__ import annotations

from tests.tagging_example import fact_readings
from tests.test_tagger_english_sweeps import said

_RELEASE = """Hill Group First Half 2024 Net Profit
Up 9% to a Record £3.93 billion
Singapore, 2 August 2024 - Hill Bank Limited reported net profit of £3.93 billion for the first half of 2024.
"""


def test_a_headline_goes_on_in_the_line_below_and_a_dateline_is_no_time() -> None:
    """The day of the release is no figure's."""
    assert said(_RELEASE, "2024H1") == ["^NetProfit 0.09", "NetProfit 3930000000", "NetProfit 3930000000"]


def test_a_line_that_begins_otherwise_stays_apart() -> None:
    """Up to 20 branches: how many at most, and no move."""
    assert said("Total deposits\nUp to 20 branches will open in 2024\n") == ["?"]


def test_a_round_number_is_the_scale_of_a_table() -> None:
    """RMB100 million, in a heading and in a title."""
    text = (
        "Highlights\n\n"
        "Item                                             2024      2023   Change (%)\n"
        "Loans and advances to customers (RMB100 million)  5,462     4,498        21.4\n"
        "Deposits from customers (RMB 100 million)        13,015    11,386        14.3\n"
        "Number of employees (10,000)                      12.48     11.93         4.6\n"
    )
    assert [(concept, value) for concept, _, _, value in fact_readings(text)] == [
        ("LoansAndAdvancesToCustomers", "546200000000"),
        ("LoansAndAdvancesToCustomers", "449800000000"),
        ("GrowthRateOfLoansAndAdvancesToCustomers", "0.214"),
        ("DepositsFromCustomers", "1301500000000"),
        ("DepositsFromCustomers", "1138600000000"),
        ("GrowthRateOfDepositsFromCustomers", "0.143"),
        ("NumberOfEmployees", "124800"),
        ("NumberOfEmployees", "119300"),
        ("GrowthRateOfNumberOfEmployees", "0.046"),
    ]


def test_a_member_alone_in_the_brackets_of_a_title_holds_for_its_rows() -> None:
    """Capital ratios (bank-only basis): what the rows name is on that basis; the next table has its own title."""
    table = (
        "Ratio                             2024      2023\nCapital adequacy ratio (%)        15.1      14.8\n"
    )
    text = f"Capital at the year-end (bank-only basis)\n\n{table}\nCapital at the year-end\n\n{table}"
    assert [(members, value) for _, members, _, value in fact_readings(text)] == [
        ("ParentBankBasis", "0.151"),
        ("ParentBankBasis", "0.148"),
        ("", "0.151"),
        ("", "0.148"),
    ]
