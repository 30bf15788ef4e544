"""Quarters in the report of a year, as American banks write it: headings, linked quarters, months without a year."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings

Q4, Q3, Q4_BEFORE = "2024-10-01/2024-12-31", "2024-07-01/2024-09-30", "2023-10-01/2023-12-31"
YEAR = "2024-01-01/2024-12-31"
MARGIN, LOANS, DEPOSITS = "NetInterestMargin", "LoansAndAdvancesToCustomers", "DepositsFromCustomers"
BEFORE = "PrecedingPeriod"


def test_a_heading_of_a_quarter_right_above_its_like_heads_all_sections_up_to_the_next_time() -> None:
    """In plain text no level tells it; what a sentence says of another time is over with it."""
    text = (
        "Hill Bank\n\nOverview\n\nThe Bank had a good year.\n\nFourth quarter results\n\nMargin\n\n"
        "Net profit was $42.1 million in the fourth quarter. The net interest margin was 3.21%.\n\n"
        "Funding\n\nThe cost of deposits was 2.43%.\n\nFull year results\n\nThe net interest margin was 3.16%.\n"
    )

    assert fact_readings(text, "2024") == [
        ("NetProfit", "", Q4, "42100000"),
        (MARGIN, "", Q4, "0.0321"),
        ("AverageInterestRateOfDeposits", "", Q4, "0.0243"),
        (MARGIN, "", YEAR, "0.0316"),
    ]


def test_a_heading_of_a_quarter_over_its_own_text_is_of_that_alone() -> None:
    """What comes under the next heading is of the year again."""
    text = (
        "Hill Bank\n\nOverview\n\nThe Bank had a good year.\n\nFourth quarter\n\nThe net interest margin was 3.21%.\n\n"
        "Funding\n\nThe cost of deposits was 2.43%.\n\nFull year\n\nThe net interest margin was 3.16%.\n"
    )

    assert [reading[2] for reading in fact_readings(text, "2024")] == [Q4, YEAR, YEAR]


COMPARED: list[tuple[str, list[Reading]]] = [
    (
        "The net interest margin rose to 3.21% from 3.17% in the prior quarter and 3.15% in the year-ago quarter.",
        [(MARGIN, "", Q4, "0.0321"), (MARGIN, "", Q3, "0.0317"), (MARGIN, "", Q4_BEFORE, "0.0315")],
    ),
    (
        "Net profit was $41 million, compared with $38 million in the third quarter and $30 million in the year-ago quarter.",
        [
            ("NetProfit", "", Q4, "41000000"),
            ("NetProfit", "", Q3, "38000000"),
            ("NetProfit", "", Q4_BEFORE, "30000000"),
        ],
    ),
    (
        "The net interest margin was 3.21%, up 6 basis points linked quarter.",
        [(MARGIN, "", Q4, "0.0321"), (f"IncreaseDecreaseIn{MARGIN}", BEFORE, Q4, "0.0006")],
    ),
    (
        "Quarter on quarter, loans grew 2.1% and deposits fell 0.6%.",
        [(f"GrowthRateOf{LOANS}", BEFORE, Q4, "0.021"), (f"GrowthRateOf{DEPOSITS}", BEFORE, Q4, "-0.006")],
    ),
    (
        "Compared with the end of September, loans grew 2.1%, while deposits slipped 0.6%; custody assets rose 3%.",
        [
            (f"GrowthRateOf{LOANS}", BEFORE, Q4, "0.021"),
            (f"GrowthRateOf{DEPOSITS}", BEFORE, Q4, "-0.006"),
            ("GrowthRateOfAssetsUnderCustody", BEFORE, Q4, "0.03"),
        ],
    ),
    (
        "與9月末相比，客戶貸款增長2.1%，客戶存款下降0.6%。",
        [(f"GrowthRateOf{LOANS}", BEFORE, Q4, "0.021"), (f"GrowthRateOf{DEPOSITS}", BEFORE, Q4, "-0.006")],
    ),
    (
        "Against September, loans grew 2.1% and deposits fell 0.6%.",
        [(f"GrowthRateOf{LOANS}", BEFORE, Q4, "0.021"), (f"GrowthRateOf{DEPOSITS}", BEFORE, Q4, "-0.006")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), COMPARED)
def test_what_a_quarter_is_compared_with(text: str, expected: list[Reading]) -> None:
    """The quarter before and the one of the year before; what opens a sentence holds for all of it."""
    assert fact_readings(text, "2024") == expected


MONTHS: list[tuple[str, str, str]] = [
    ("Loans rose 2% over March.", "2025-04-01/2025-06-30", "PrecedingPeriod"),
    ("Deposits were 3% higher than in December.", "2025-01-01/2025-06-30", ""),
    ("Loans grew 2.1% from December.", "2025-01-01/2025-06-30", ""),
    ("Loans rose 5% from June 2024.", "2024-07-01/2025-06-30", "SamePeriodOfPreviousYear"),
    ("Loans rose 5% compared to June 30, 2024.", "2024-07-01/2025-06-30", "SamePeriodOfPreviousYear"),
]


@pytest.mark.parametrize(("text", "period", "member"), MONTHS)
def test_a_month_that_something_is_compared_with_is_its_last_end(text: str, period: str, member: str) -> None:
    """A day or a year behind it says which."""
    assert [(reading[2], reading[1]) for reading in fact_readings(text, "2025H1")] == [(period, member)]


def test_a_month_in_brackets_is_when_the_value_was() -> None:
    """And no name of a part."""
    text = "Customer deposits were $27.5 billion (December: $24.3 billion; June 2024: $25.0 billion)."

    assert fact_readings(text, "2025H1") == [
        (DEPOSITS, "", "2025-06-30", "27500000000"),
        (DEPOSITS, "", "2024-12-31", "24300000000"),
        (DEPOSITS, "", "2024-06-30", "25000000000"),
    ]
