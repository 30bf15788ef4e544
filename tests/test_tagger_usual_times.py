"""Times that are not said: the quarter that a report speaks of throughout, the same of the year before, what was paid when."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings, ledger_of, profile_of, reading_of

QUARTER, BEFORE, YEAR_AGO = "2025-07-01/2025-09-30", "2025-04-01/2025-06-30", "2024-07-01/2024-09-30"
NINE, LAST_NINE = "2025-01-01/2025-09-30", "2024-01-01/2024-09-30"

QUARTERLY = """Net interest income of $312 million was $7 million above that of the second quarter.

Operating expenses fell 1% from the second quarter and 3% from the third quarter of 2024.

On a linked-quarter basis net profit rose 2%.

For the first nine months of 2025 net profit was $310 million.

"""
"""Paragraphs that speak of a quarter throughout, and say where they mean more."""

WHOLE = """Net interest income of the first nine months was $912 million, against $880 million in the same period of 2024.

In the first nine months of 2025 operating expenses were $400 million. For the nine months, net profit rose 2%.

In the first nine months of 2024 net profit was $304 million.

"""


def test_a_report_that_speaks_of_its_quarter_means_it_where_it_says_no_time() -> None:
    """A heading cannot say it: there is one of each of the things reported."""
    said = QUARTERLY + "Impairment losses were $34 million. They had been $25 million a year ago.\n"
    assert fact_readings(said, "2025Q3")[-2:] == [
        ("ImpairmentLosses", "", QUARTER, "34000000"),
        ("ImpairmentLosses", "", YEAR_AGO, "25000000"),
    ]


def test_a_quarter_that_is_named_tells_nothing_of_what_says_no_time() -> None:
    """A report of nine months names the quarters of the figures that are not of all of them."""
    said = (
        "Net profit was $310 million. Net profit for the third quarter was $105 million, compared with $99 million in the "
        "second quarter. Third-quarter net interest income was $312 million, compared with $305 million in the second quarter."
        "\n\nImpairment losses were $34 million.\n"
    )
    assert fact_readings(said, "2025Q3")[-1] == ("ImpairmentLosses", "", NINE, "34000000")


def test_a_report_that_speaks_of_all_its_time_means_that() -> None:
    """The same sentences behind paragraphs of nine months."""
    said = WHOLE + "Impairment losses were $34 million. They had been $25 million a year ago.\n"
    assert fact_readings(said, "2025Q3")[-2:] == [
        ("ImpairmentLosses", "", NINE, "34000000"),
        ("ImpairmentLosses", "", LAST_NINE, "25000000"),
    ]


def test_a_quarter_told_by_the_way_ends_with_its_sentence_in_a_report_of_all() -> None:
    """Behind a figure it is of that figure; the next sentence is of the whole again."""
    said = WHOLE + "Of the charge $9 million fell into the third quarter. Net profit was $310 million.\n"
    assert fact_readings(said, "2025Q3")[-1] == ("NetProfit", "", NINE, "310000000")


SAID: list[tuple[str, str, list[Reading]]] = [
    (
        "2025Q3",
        (
            "Net profit was $12 million in the quarter and $35 million in the nine months, against $11 million and $30 million "
            "in the comparable periods."
        ),
        [
            ("NetProfit", "", QUARTER, "12000000"),
            ("NetProfit", "", NINE, "35000000"),
            ("NetProfit", "", YEAR_AGO, "11000000"),
            ("NetProfit", "", LAST_NINE, "30000000"),
        ],
    ),
    (
        "2025Q3",
        (
            "Net profit was $12 million for the quarter (linked quarter: $13 million) and $35 million for the year to date; in "
            "the corresponding periods of 2024 net profit was $11 million and $30 million."
        ),
        [
            ("NetProfit", "", QUARTER, "12000000"),
            ("NetProfit", "", BEFORE, "13000000"),
            ("NetProfit", "", NINE, "35000000"),
            ("NetProfit", "", YEAR_AGO, "11000000"),
            ("NetProfit", "", LAST_NINE, "30000000"),
        ],
    ),
    (
        "2025Q3",
        (
            "For the three and nine months ended September 30, 2025, net profit was $12 million and $35 million, respectively, "
            "as compared with $11 million and $30 million for the same periods of 2024."
        ),
        [
            ("NetProfit", "", QUARTER, "12000000"),
            ("NetProfit", "", NINE, "35000000"),
            ("NetProfit", "", YEAR_AGO, "11000000"),
            ("NetProfit", "", LAST_NINE, "30000000"),
        ],
    ),
    (
        "2025Q3",
        "The cost-to-income ratio was 41.1% in the quarter and 42.4% year to date.",
        [
            ("CostToIncomeRatio", "", QUARTER, "0.411"),
            ("CostToIncomeRatio", "", NINE, "0.424"),
        ],
    ),
    (
        "2025Q3",
        (
            "Nine-month net profit was $35 million. Non-performing loans rose by $6 million since year-end, when they stood at "
            "$40 million."
        ),
        [
            ("NetProfit", "", NINE, "35000000"),
            ("IncreaseDecreaseInNonPerformingLoans", "", NINE, "6000000"),
            ("NonPerformingLoans", "", "2024-12-31", "40000000"),
        ],
    ),
    (
        "2025H1",
        "Total assets rose by 5% to $60 billion, compared to $57 billion at the close of H1-2024.",
        [
            ("GrowthRateOfTotalAssets", "SamePeriodOfPreviousYear", "2024-07-01/2025-06-30", "0.05"),
            ("TotalAssets", "", "2025-06-30", "60000000000"),
            ("TotalAssets", "", "2024-06-30", "57000000000"),
        ],
    ),
    (
        "2025H1",
        "In July loans of $300 million were granted, and at 31 July deposits from customers were $8 billion.",
        [("DepositsFromCustomers", "", "2025-07-31", "8000000000")],
    ),
    (
        "2025",
        "Things got better late: in the second half, net interest income was $761 million. Net profit was $300 million.",
        [
            ("NetInterestIncome", "", "2025-07-01/2025-12-31", "761000000"),
            ("NetProfit", "", "2025-01-01/2025-12-31", "300000000"),
        ],
    ),
    (
        "2025",
        "In 2026 we expect net interest income of $1.5 billion. Operating expenses should not exceed $1.07 billion.",
        [
            ("NetInterestIncome", "Forecast", "2026-01-01/2026-12-31", "1500000000"),
            ("OperatingExpenses", "Forecast", "2026-01-01/2026-12-31", "1070000000"),
        ],
    ),
    (
        "2025",
        "Under Strategy 2028 net profit rose to $5 million.",
        [("NetProfit", "", "2025-01-01/2025-12-31", "5000000")],
    ),
    (
        "2025",
        "Dividends per share were $0.42, paid in September.",
        [("DividendsPerShare", "", "2025-01-01/2025-12-31", "0.42")],
    ),
    (
        "2025",
        (
            "Total assets at the end of the fiscal year stood at $6.8 billion, an increase of $0.2 billion from the end of the "
            "previous fiscal year."
        ),
        [
            ("TotalAssets", "", "2025-12-31", "6800000000"),
            ("IncreaseDecreaseInTotalAssets", "", "2025-01-01/2025-12-31", "200000000"),
        ],
    ),
]


@pytest.mark.parametrize(("period", "text", "expected"), SAID)
def test_what_time_it_is_of(period: str, text: str, expected: list[Reading]) -> None:
    """Each figure is of the time that its sentence, or that of the figure in its place, says."""
    said = fact_readings(text, period)
    assert [one for one in said if one in expected] == expected, said
    assert not [one for one in said if one[0] in {name for name, *_ in expected} and one not in expected]


@pytest.mark.parametrize(("currency", "start"), [("JPY", "2025-04-01"), ("INR", "2024-04-01")])
def test_a_fiscal_year_is_called_by_its_start_where_that_is_usual(currency: str, start: str) -> None:
    """FY2025 of a bank in Japan ends in March 2026, of one in India in March 2025."""
    profile = profile_of((3, 31), currency)
    rows = ledger_of("Net profit for FY2025 was 60 billion.", "2026", profile=profile).rows
    assert [reading_of(row)[2].partition("/")[0] for row in rows if row.status == "fact"] == [start]
