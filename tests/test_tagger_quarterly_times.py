"""How American quarterly reports tell times: dealt out behind a list, carried from change to change, told by the levels."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, readings_of, rows_of

QUARTER, BEFORE, YEAR_AGO = "2025-07-01/2025-09-30", "2025-04-01/2025-06-30", "2024-07-01/2024-09-30"
NINE, LAST_NINE = "2025-01-01/2025-09-30", "2024-01-01/2024-09-30"
NOW, JUNE = "2025-09-30", "2025-06-30"
TWELVE = "2024-10-01/2025-09-30"

SAID: list[tuple[str, list[Reading]]] = [
    (
        (
            "Non-performing loans were $58.3 million, or 0.31% of total loans, at September 30, 2025, compared to "
            "$61.9 million, or 0.34%, at June 30, 2025."
        ),
        [
            ("NonPerformingLoans", "", NOW, "58300000"),
            ("NonPerformingLoanRatio", "", NOW, "0.0031"),
            ("NonPerformingLoans", "", JUNE, "61900000"),
            ("NonPerformingLoanRatio", "", JUNE, "0.0034"),
        ],
    ),
    (
        "Net interest income rose 9% and 3% from 3Q24 and 2Q25, respectively.",
        [
            ("GrowthRateOfNetInterestIncome", "", QUARTER, "0.09"),
            ("GrowthRateOfNetInterestIncome", "PrecedingPeriod", QUARTER, "0.03"),
        ],
    ),
    (
        (
            "Operating expenses were $98 million, compared with $95 million and $90 million in the second quarter of "
            "2025 and the third quarter of 2024, respectively."
        ),
        [
            ("OperatingExpenses", "", QUARTER, "98000000"),
            ("OperatingExpenses", "", BEFORE, "95000000"),
            ("OperatingExpenses", "", YEAR_AGO, "90000000"),
        ],
    ),
    (
        (
            "The net interest margin was 2.06%, a decrease of 3 and 29 basis points compared to the three months "
            "ended June 30, 2025 and September 30, 2024, respectively."
        ),
        [
            ("NetInterestMargin", "", QUARTER, "0.0206"),
            ("IncreaseDecreaseInNetInterestMargin", "PrecedingPeriod", QUARTER, "-0.0003"),
            ("IncreaseDecreaseInNetInterestMargin", "", QUARTER, "-0.0029"),
        ],
    ),
    (
        (
            "Net profit for the three and nine months ended September 30, 2025 was $48.4 million and $131.0 million, "
            "respectively."
        ),
        [
            ("NetProfit", "", QUARTER, "48400000"),
            ("NetProfit", "", NINE, "131000000"),
        ],
    ),
    (
        (
            "For the nine-month period ended September 30, 2025, net profit was $131.0 million, against $118.2 "
            "million in the same nine-month period a year ago."
        ),
        [
            ("NetProfit", "", NINE, "131000000"),
            ("NetProfit", "", LAST_NINE, "118200000"),
        ],
    ),
    (
        "The cost-to-income ratio was 56%, compared with 58% in the year-earlier quarter.",
        [
            ("CostToIncomeRatio", "", QUARTER, "0.56"),
            ("CostToIncomeRatio", "", YEAR_AGO, "0.58"),
        ],
    ),
    (
        (
            "The net interest margin was 2.1% and the cost-to-income ratio was 45%, compared with 2.2% and 46%, "
            "respectively, in the prior quarter."
        ),
        [
            ("NetInterestMargin", "", QUARTER, "0.021"),
            ("CostToIncomeRatio", "", QUARTER, "0.45"),
            ("NetInterestMargin", "", BEFORE, "0.022"),
            ("CostToIncomeRatio", "", BEFORE, "0.46"),
        ],
    ),
    (
        (
            "Operating expenses decreased by $2.4 million to $70.1 million for the third quarter of 2025 from $72.5 "
            "million for the prior quarter."
        ),
        [
            ("IncreaseDecreaseInOperatingExpenses", "PrecedingPeriod", QUARTER, "-2400000"),
            ("OperatingExpenses", "", QUARTER, "70100000"),
            ("OperatingExpenses", "", BEFORE, "72500000"),
        ],
    ),
    (
        (
            "Operating expenses rose $3.4 million to $70.1 million, compared with $66.7 million a year ago and $72.5 "
            "million in the second quarter."
        ),
        [
            ("IncreaseDecreaseInOperatingExpenses", "", QUARTER, "3400000"),
            ("OperatingExpenses", "", QUARTER, "70100000"),
            ("OperatingExpenses", "", YEAR_AGO, "66700000"),
            ("OperatingExpenses", "", BEFORE, "72500000"),
        ],
    ),
    (
        "Net interest income fell 3% from the second quarter. Operating expenses were down $2 million.",
        [
            ("GrowthRateOfNetInterestIncome", "PrecedingPeriod", QUARTER, "-0.03"),
            ("IncreaseDecreaseInOperatingExpenses", "PrecedingPeriod", QUARTER, "-2000000"),
        ],
    ),
    (
        (
            "Net interest income fell 3% from the second quarter and 2% from a year ago. Operating expenses were down"
            " $2 million."
        ),
        [
            ("GrowthRateOfNetInterestIncome", "PrecedingPeriod", QUARTER, "-0.03"),
            ("GrowthRateOfNetInterestIncome", "", QUARTER, "-0.02"),
            ("IncreaseDecreaseInOperatingExpenses", "", QUARTER, "-2000000"),
        ],
    ),
    (
        "Loans grew 2%, operating income fell 1% and deposits rose $3 billion, or 4%, from the second quarter.",
        [
            ("GrowthRateOfLoansAndAdvancesToCustomers", "PrecedingPeriod", QUARTER, "0.02"),
            ("GrowthRateOfOperatingIncome", "PrecedingPeriod", QUARTER, "-0.01"),
            ("IncreaseDecreaseInDepositsFromCustomers", "PrecedingPeriod", QUARTER, "3000000000"),
            ("GrowthRateOfDepositsFromCustomers", "PrecedingPeriod", QUARTER, "0.04"),
        ],
    ),
    (
        "Loans grew 2%, while deposits rose 4% compared to June 30, 2025.",
        [
            ("GrowthRateOfLoansAndAdvancesToCustomers", "", NINE, "0.02"),
            ("GrowthRateOfDepositsFromCustomers", "PrecedingPeriod", QUARTER, "0.04"),
        ],
    ),
    (
        "Operating income rose 11%, or 12% at constant exchange rates.",
        [
            ("GrowthRateOfOperatingIncome", "", QUARTER, "0.11"),
            ("GrowthRateOfOperatingIncome", "ConstantExchangeRate", QUARTER, "0.12"),
        ],
    ),
    # a per cent of a whole is a rate, though it is annualised, and annualised growth is none of a year
    (
        (
            "Non-performing loans were $5.7 million, or 0.20% of total loans on an annualized basis, compared with "
            "$4.9 million, or 0.18%, at June 30, 2025."
        ),
        [
            ("NonPerformingLoans", "", NOW, "5700000"),
            ("NonPerformingLoanRatio", "", NOW, "0.0020"),
            ("NonPerformingLoans", "", JUNE, "4900000"),
            ("NonPerformingLoanRatio", "", JUNE, "0.0018"),
        ],
    ),
    (
        "The annualized return on average assets was 1.22%.",
        [
            ("ReturnOnAverageAssets", "", QUARTER, "0.0122"),
        ],
    ),
    # what comes to a level is measured as that is said to be
    (
        "Operating expenses decreased $1.1 million, or 4.5%, to $23.4 million on a linked-quarter basis.",
        [
            ("IncreaseDecreaseInOperatingExpenses", "PrecedingPeriod", QUARTER, "-1100000"),
            ("GrowthRateOfOperatingExpenses", "PrecedingPeriod", QUARTER, "-0.045"),
            ("OperatingExpenses", "", QUARTER, "23400000"),
        ],
    ),
    (
        "Net interest income grew 5% year over year, or $211 million, to $4.5 billion.",
        [
            ("GrowthRateOfNetInterestIncome", "", QUARTER, "0.05"),
            ("IncreaseDecreaseInNetInterestIncome", "", QUARTER, "211000000"),
            ("NetInterestIncome", "", QUARTER, "4500000000"),
        ],
    ),
    (
        "Deposits increased $1.1 billion, or 2.7%, during the third quarter.",
        [
            ("IncreaseDecreaseInDepositsFromCustomers", "PrecedingPeriod", QUARTER, "1100000000"),
            ("GrowthRateOfDepositsFromCustomers", "PrecedingPeriod", QUARTER, "0.027"),
        ],
    ),
    # a base that a conjunction parts from a change is of what was said before
    (
        (
            "The net interest margin was 1.24%, unchanged from the prior quarter and down 6 basis points from 1.30% a"
            " year ago."
        ),
        [
            ("NetInterestMargin", "", QUARTER, "0.0124"),
            ("IncreaseDecreaseInNetInterestMargin", "", QUARTER, "-0.0006"),
            ("NetInterestMargin", "", YEAR_AGO, "0.0130"),
        ],
    ),
    # the year to date is a time, of which a sentence may go on
    (
        "Year-to-date net profit was $131.0 million, compared with $118.2 million in the same period last year.",
        [
            ("NetProfit", "", NINE, "131000000"),
            ("NetProfit", "", LAST_NINE, "118200000"),
        ],
    ),
    (
        "Net interest income is up 6% year-to-date.",
        [
            ("GrowthRateOfNetInterestIncome", "", NINE, "0.06"),
        ],
    ),
    (
        "Loans are up 6% year-to-date.",
        [
            ("GrowthRateOfLoansAndAdvancesToCustomers", "", NINE, "0.06"),
        ],
    ),
    # more names of the year before and of days
    (
        "Operating expenses increased 9% over the prior year's comparable quarter.",
        [
            ("GrowthRateOfOperatingExpenses", "", QUARTER, "0.09"),
        ],
    ),
    (
        "Net profit was down $18 million from the third quarter of fiscal 2024.",
        [
            ("IncreaseDecreaseInNetProfit", "", QUARTER, "-18000000"),
        ],
    ),
    (
        "Operating expenses of $103 million were flat to 2Q25 and 3% higher than 3Q24.",
        [
            ("OperatingExpenses", "", QUARTER, "103000000"),
            ("GrowthRateOfOperatingExpenses", "", QUARTER, "0.03"),
        ],
    ),
    (
        "Loans rose 5.2% from the end of the third quarter of 2024.",
        [
            ("GrowthRateOfLoansAndAdvancesToCustomers", "SamePeriodOfPreviousYear", TWELVE, "0.052"),
        ],
    ),
    (
        "Basic earnings per share were $3.31 for the nine-month period, compared with $2.86.",
        [
            ("BasicEarningsPerShare", "", NINE, "3.31"),
            ("BasicEarningsPerShare", "", LAST_NINE, "2.86"),
        ],
    ),
    # the rest of a thing is not all of it
    (
        "Personal loans grew 3% and other loans fell 2%.",
        [
            ("GrowthRateOfLoansAndAdvancesToCustomers", "PersonalCustomers", NINE, "0.03"),
            ("unresolved left_over", "", NINE, "-0.02"),
        ],
    ),
    # what describes a cause behind a change names nothing of the figure's
    (
        "Net interest income of $3.7 billion was up 6% from the year-ago quarter and up 2% sequentially on higher loans.",
        [
            ("NetInterestIncome", "", QUARTER, "3700000000"),
            ("GrowthRateOfNetInterestIncome", "", QUARTER, "0.06"),
            ("GrowthRateOfNetInterestIncome", "PrecedingPeriod", QUARTER, "0.02"),
        ],
    ),
    (
        "Operating expenses fell 2% sequentially and rose 3% from a year ago on increased deposits.",
        [
            ("GrowthRateOfOperatingExpenses", "PrecedingPeriod", QUARTER, "-0.02"),
            ("GrowthRateOfOperatingExpenses", "", QUARTER, "0.03"),
        ],
    ),
    # growths of two times with one verb
    (
        "Operating expenses rose 8% in the quarter and 9% in the first nine months.",
        [
            ("GrowthRateOfOperatingExpenses", "", QUARTER, "0.08"),
            ("GrowthRateOfOperatingExpenses", "", NINE, "0.09"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "readings"), SAID, ids=[text[:48] for text, _ in SAID])
def test_a_quarterly_report_says_of_which_time_its_figures_are(text: str, readings: list[Reading]) -> None:
    """The figures of a quarter's report, but for those that are no facts."""
    found = [reading for reading in readings_of(text, QUARTER) if not reading[0].startswith("not_a_fact")]

    assert readings == found


TO_DATE: list[tuple[str, list[Reading]]] = [
    (
        (
            "The net interest margin of 3.58% was up 7 basis points compared to 2Q25 and 22 basis points compared to "
            "3Q24."
        ),
        [
            ("NetInterestMargin", "", QUARTER, "0.0358"),
            ("IncreaseDecreaseInNetInterestMargin", "PrecedingPeriod", QUARTER, "0.0007"),
            ("IncreaseDecreaseInNetInterestMargin", "", QUARTER, "0.0022"),
        ],
    ),
    (
        "Operating expenses were $98.7 million, 2% lower than last year and 1% lower than last quarter.",
        [
            ("OperatingExpenses", "", QUARTER, "98700000"),
            ("GrowthRateOfOperatingExpenses", "", QUARTER, "-0.02"),
            ("GrowthRateOfOperatingExpenses", "PrecedingPeriod", QUARTER, "-0.01"),
        ],
    ),
    (
        "Net profit rose 4.1% from the linked quarter and 9.7% year over year to $17.6 million.",
        [
            ("GrowthRateOfNetProfit", "PrecedingPeriod", QUARTER, "0.041"),
            ("GrowthRateOfNetProfit", "", QUARTER, "0.097"),
            ("NetProfit", "", QUARTER, "17600000"),
        ],
    ),
    (
        "Net profit was $98.7 million, 2% lower than last year.",
        [
            ("NetProfit", "", NINE, "98700000"),
            ("GrowthRateOfNetProfit", "", NINE, "-0.02"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "readings"), TO_DATE, ids=[text[:48] for text, _ in TO_DATE])
def test_what_is_measured_against_the_quarter_before_is_a_quarters(
    text: str, readings: list[Reading]
) -> None:
    """In a report of the year to date all figures are the quarter's that are compared with the one before it."""
    found = [reading for reading in readings_of(text, "2025Q3") if not reading[0].startswith("not_a_fact")]

    assert readings == found


NINE, THIRD, THIRD_BEFORE = "2025-01-01/2025-09-30", "2025-07-01/2025-09-30", "2024-07-01/2024-09-30"


@pytest.mark.parametrize(
    "base",
    [
        "the same quarter last year",
        "the year-ago quarter",
        "the corresponding quarter of the previous year",
    ],
)
def test_a_growth_against_a_quarter_of_the_year_before_is_a_quarter_s(base: str) -> None:
    """In nine months too, and so is the level compared with one."""
    assert _periods(f"Operating income rose 3% compared to {base}.") == [THIRD]
    assert _periods(f"Net profit was $5 million, compared with $4 million in {base}.") == [
        THIRD,
        THIRD_BEFORE,
    ]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "Net profit was $15 million. In the third quarter net profit was $5 million. Operating expenses were $9 million.",
            [NINE, THIRD, NINE],
        ),
        (
            "Operating income rose 9%. Net profit for the third quarter was $5 million. Operating expenses fell 2%.",
            [NINE, THIRD, NINE],
        ),
        (
            "Net profit in the third quarter was $5 million. Operating expenses were $9 million.",
            [THIRD, THIRD],
        ),
    ],
)
def test_a_quarter_told_by_the_way_is_over_with_its_sentence(text: str, periods: list[str]) -> None:
    """Where a paragraph begins with all of the period; one that begins with the quarter goes on about it."""
    assert _periods(text) == periods


def _periods(text: str) -> list[str | None]:
    return [row.period for row in rows_of(text, "2025Q3") if row.status == "fact"]
