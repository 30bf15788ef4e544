"""What releases of quarters and halves say, and letters: whose time is whose, and what a clause leaves unsaid."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from taxonomy.load import load_taxonomy
from tests.tagging_example import Reading, ledger_of, local, members_of, profile_of, reading_of, readings_of

SAMPLES = Path(__file__).parent.parent / "samples"
Q1, Q2, Q3 = "2024-01-01/2024-03-31", "2024-04-01/2024-06-30", "2024-07-01/2024-09-30"
YEAR, Q3_BEFORE, END, NINE = (
    "2024-01-01/2024-12-31",
    "2023-07-01/2023-09-30",
    "2024-09-30",
    "2024-01-01/2024-09-30",
)
DEPOSITS, LOANS = "DepositsFromCustomers", "LoansAndAdvancesToCustomers"

IN_SEPTEMBER: list[tuple[str, list[Reading]]] = [
    (
        "Net profit was $142 million in the third quarter, $131 million in the second quarter and $120 million a year earlier.",
        [
            ("NetProfit", "", Q3, "142000000"),
            ("NetProfit", "", Q2, "131000000"),
            ("NetProfit", "", Q3_BEFORE, "120000000"),
        ],
    ),
    (
        "Net profit for the quarter was $142 million. Year to date, net profit totaled $398 million.",
        [("NetProfit", "", Q3, "142000000"), ("NetProfit", "", NINE, "398000000")],
    ),
    (
        "Net profit was $38 million, against $33 million in the second quarter.",
        [("NetProfit", "", Q3, "38000000"), ("NetProfit", "", Q2, "33000000")],
    ),
    (
        "Net interest income for the quarter was $486 million, up 2% sequentially and 7% from the third quarter of 2023.",
        [
            ("NetInterestIncome", "", Q3, "486000000"),
            ("GrowthRateOfNetInterestIncome", "PrecedingPeriod", Q3, "0.02"),
            ("GrowthRateOfNetInterestIncome", "", Q3, "0.07"),
        ],
    ),
    (
        "In the quarter net interest income fell $9 million, or 6%, on a linked-quarter basis, to $141 million.",
        [
            ("IncreaseDecreaseInNetInterestIncome", "PrecedingPeriod", Q3, "-9000000"),
            ("GrowthRateOfNetInterestIncome", "PrecedingPeriod", Q3, "-0.06"),
            ("NetInterestIncome", "", Q3, "141000000"),
        ],
    ),
    (
        "Loans were $41.6 billion, up $0.5 billion since June 30 and $1.9 billion since December.",
        [
            (LOANS, "", END, "41600000000"),
            (f"IncreaseDecreaseIn{LOANS}", "PrecedingPeriod", Q3, "500000000"),
            (f"IncreaseDecreaseIn{LOANS}", "", NINE, "1900000000"),
        ],
    ),
    (
        "Deposits were $52.3 billion, flat with the prior quarter; compared with September 30, 2023 they rose 3%.",
        [
            (DEPOSITS, "", END, "52300000000"),
            (f"GrowthRateOf{DEPOSITS}", "SamePeriodOfPreviousYear", "2023-10-01/2024-09-30", "0.03"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), IN_SEPTEMBER, ids=[text for text, _ in IN_SEPTEMBER])
def test_what_a_quarterly_release_says(text: str, wanted: list[Reading]) -> None:
    """Each value has the time that a reader gives it."""
    assert _facts(readings_of(text, "2024Q3")) == wanted


IN_A_YEAR: list[tuple[str, str, list[Reading]]] = [
    (
        "Net profit was $816 million. Five years ago it was $540 million.",
        "2024",
        [
            ("NetProfit", "", "2024-01-01/2024-12-31", "816000000"),
            ("NetProfit", "", "2019-01-01/2019-12-31", "540000000"),
        ],
    ),
    (
        "The Board declared an interim dividend of HK$0.62 per share.",
        "2024H1",
        [("DividendsPerShare", "", "2024-01-01/2024-06-30", "0.62")],
    ),
    (
        "Retail loans make up 58% of advances.",
        "2024",
        [(f"ShareOf{LOANS}", "PersonalCustomers", "2024-12-31", "0.58")],
    ),
    (
        "Credit card spending of $38.4 billion was 11% higher than in 2023, when it had grown by 15%.",
        "2024",
        [
            ("CardSpendingVolume", "CreditCards", YEAR, "38400000000"),
            ("GrowthRateOfCardSpendingVolume", "CreditCards", YEAR, "0.11"),
            ("GrowthRateOfCardSpendingVolume", "CreditCards", "2023-01-01/2023-12-31", "0.15"),
        ],
    ),
    (
        "Deposits were $90 billion. Since 2019 they have grown at a compound annual rate of 8%.",
        "2024",
        [
            (DEPOSITS, "", "2024-12-31", "90000000000"),
            (f"GrowthRateOf{DEPOSITS}", "CompoundAnnual", "2020-01-01/2024-12-31", "0.08"),
        ],
    ),
    (
        "Net profit was $90 million, a growth of 35% over $67 million.",
        "2024",
        [
            ("NetProfit", "", YEAR, "90000000"),
            ("GrowthRateOfNetProfit", "", YEAR, "0.35"),
            ("NetProfit", "", "2023-01-01/2023-12-31", "67000000"),
        ],
    ),
    (
        "Personal deposits accounted for 62% of total customer deposits (2023: 60%).",
        "2024",
        [
            (f"ShareOf{DEPOSITS}", "PersonalCustomers", "2024-12-31", "0.62"),
            (f"ShareOf{DEPOSITS}", "PersonalCustomers", "2023-12-31", "0.60"),
        ],
    ),
    (
        "Profit before tax for the half was $312 million (H2 2023: $298 million).",
        "2024H1",
        [
            ("ProfitBeforeTax", "", "2024-01-01/2024-06-30", "312000000"),
            ("ProfitBeforeTax", "", "2023-07-01/2023-12-31", "298000000"),
        ],
    ),
    (
        "Non-performing loans were $131 million, or 0.6% of loans, compared with $118 million three months earlier.",
        "2024",
        [
            ("NonPerformingLoans", "", "2024-12-31", "131000000"),
            ("NonPerformingLoanRatio", "", "2024-12-31", "0.006"),
            ("NonPerformingLoans", "", "2024-09-30", "118000000"),
        ],
    ),
    (
        "Net income was $88.4 million, or $1.32 per diluted share, against $94.1 million, or $1.39 per diluted share, for 2023.",
        "2024",
        [
            ("NetProfit", "", YEAR, "88400000"),
            ("DilutedEarningsPerShare", "", YEAR, "1.32"),
            ("NetProfit", "", "2023-01-01/2023-12-31", "94100000"),
            ("DilutedEarningsPerShare", "", "2023-01-01/2023-12-31", "1.39"),
        ],
    ),
    (
        "The network now comprises a total of 2,412 branches.",
        "2024",
        [("NumberOfOutlets", "", "2024-12-31", "2412")],
    ),
    ("The Bank opened 46 branches.", "2024", [("NumberOfOutletsOpened", "", YEAR, "46")]),
    ("We opened 310,000 new current accounts.", "2024", []),
    ("Some 3.2 million customers now use our app.", "2024", []),
    (
        "Deposits grew to $58.9 billion, with $0.9 billion of that growth coming from Asia.",
        "2024",
        [(DEPOSITS, "", "2024-12-31", "58900000000")],
    ),
    (
        "The non-performing loan ratio improved by 46 basis points to 3.64% (31 December 2023: 4.10%).",
        "2024",
        [
            ("IncreaseDecreaseInNonPerformingLoanRatio", "", YEAR, "-0.0046"),
            ("NonPerformingLoanRatio", "", "2024-12-31", "0.0364"),
            ("NonPerformingLoanRatio", "", "2023-12-31", "0.0410"),
        ],
    ),
    (
        "成本收入比41.1%，上年為42.3%。成本收入比改善1.2個百分點。",
        "2024",
        [
            ("CostToIncomeRatio", "", YEAR, "0.411"),
            ("CostToIncomeRatio", "", "2023-01-01/2023-12-31", "0.423"),
            ("IncreaseDecreaseInCostToIncomeRatio", "", YEAR, "-0.012"),
        ],
    ),
    (
        "The cost-to-income ratio improved by 1.2 points to 41.1%.",
        "2024",
        [
            ("IncreaseDecreaseInCostToIncomeRatio", "", YEAR, "-0.012"),
            ("CostToIncomeRatio", "", YEAR, "0.411"),
        ],
    ),
    (
        "The non-performing loan ratio was 0.94%. For mortgages the figure was 0.62%.",
        "2024",
        [
            ("NonPerformingLoanRatio", "", "2024-12-31", "0.0094"),
            ("NonPerformingLoanRatio", "ResidentialMortgageLoans", "2024-12-31", "0.0062"),
        ],
    ),
    (
        "Customer deposits, on the other hand, grew by $50 billion.",
        "2024",
        [(f"IncreaseDecreaseIn{DEPOSITS}", "", YEAR, "50000000000")],
    ),
    (
        "Deposits were 2.3% higher than at 31 December 2023 and 4.9% up on June last year.",
        "2024H1",
        [
            (f"GrowthRateOf{DEPOSITS}", "", "2024-01-01/2024-06-30", "0.023"),
            (f"GrowthRateOf{DEPOSITS}", "SamePeriodOfPreviousYear", "2023-07-01/2024-06-30", "0.049"),
        ],
    ),
    (
        "Deposits rose 2.1% from September 30, 2024 and 11.4% from year-end 2023.",
        "2024",
        [
            (f"GrowthRateOf{DEPOSITS}", "PrecedingPeriod", "2024-10-01/2024-12-31", "0.021"),
            (f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.114"),
        ],
    ),
    (
        "Financial education reached 86,000 people, against a full-year target of 150,000.",
        "2024H1",
        [
            ("NumberOfPeopleReachedByFinancialEducation", "", "2024-01-01/2024-06-30", "86000"),
            ("NumberOfPeopleReachedByFinancialEducation", "Target", YEAR, "150000"),
        ],
    ),
    (
        "The cost-to-income ratio was 47.1%. Gross NPA declined to 1.71% from 1.92%.",
        "2024",
        [
            ("CostToIncomeRatio", "", YEAR, "0.471"),
            ("NonPerformingLoanRatio", "", "2024-12-31", "0.0171"),
            ("NonPerformingLoanRatio", "", "2023-12-31", "0.0192"),
        ],
    ),
    (
        "成本收入比47.1%。不良貸款降至1.71%。",
        "2024",
        [("CostToIncomeRatio", "", YEAR, "0.471"), ("NonPerformingLoanRatio", "", "2024-12-31", "0.0171")],
    ),
    (
        "The cost-to-income ratio was 47.1%. Operating expenses were 1.71%.",
        "2024",
        [("CostToIncomeRatio", "", YEAR, "0.471")],
    ),
    ("We refinanced loans of $410 million.", "2024", []),
    ("Loans of $410 million were repaid.", "2024", []),
    ("Volunteers gave 22,700 hours.", "2024", [("VolunteerHours", "", YEAR, "22700")]),
    (
        "The cost-to-income ratio fell 2.4 points to 43.1%.",
        "2024",
        [
            ("IncreaseDecreaseInCostToIncomeRatio", "", "2024-01-01/2024-12-31", "-0.024"),
            ("CostToIncomeRatio", "", "2024-01-01/2024-12-31", "0.431"),
        ],
    ),
    (
        "Scope 1 emissions were 410 tonnes of CO2e.",
        "2024",
        [("GreenhouseGasEmissions", "ScopeOneEmissions", "2024-01-01/2024-12-31", "410")],
    ),
    (
        "Corporate deposits were $10.9 billion; the total was $38.5 billion.",
        "2024",
        [
            (DEPOSITS, "CorporateCustomers", "2024-12-31", "10900000000"),
            (DEPOSITS, "", "2024-12-31", "38500000000"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "period", "wanted"), IN_A_YEAR, ids=[text for text, _, _ in IN_A_YEAR])
def test_what_letters_and_reviews_say(text: str, period: str, wanted: list[Reading]) -> None:
    """Pronouns, amounts each, what was done with a part, nouns that count other things, and members that name the concept."""
    assert _facts(readings_of(text, period)) == wanted


def test_a_change_behind_its_level_is_no_second_of_a_list() -> None:
    """£88m more is the change of what the sentence is set in, and not the figure of a second part."""
    taxonomy = load_taxonomy(str(SAMPLES / "insurer" / "insurer.yaml"))
    text = "In motor, claims paid were £1,012m, £88m more than in 2023."
    rows = ledger_of(text, taxonomy=taxonomy, profile=profile_of(currency="GBP")).rows

    assert [reading_of(row)[:2] for row in rows if row.status == "fact"] == [
        ("ClaimsPaid", "MotorInsurance"),
        ("IncreaseDecreaseInClaimsPaid", "MotorInsurance"),
    ]


def test_an_amount_between_commas_is_of_the_words_before_it() -> None:
    """Mainland China, at $604 million: the region is that amount's, whatever was said before; so is a part behind its share."""
    taxonomy = load_taxonomy(str(SAMPLES / "insurer" / "insurer.yaml"))
    text = (
        "Annualised new premiums were $1,935 million. Hong Kong contributed $812 million, while Mainland China, at $604 "
        "million, was up 9%. Agency accounted for 71% of value of new business and bancassurance for the remaining 29%."
    )
    rows = ledger_of(text, taxonomy=taxonomy, profile=profile_of(currency="USD")).rows

    assert [members_of(row) for row in rows if row.status == "fact"] == [
        "",
        "HongKong",
        "MainlandChina",
        "MainlandChina",
        "AgencyChannel",
        "BancassuranceChannel",
    ]


def test_whoever_does_it_may_be_a_name_of_the_entity() -> None:
    """We, as a name that the profile gives, does to loans what the verb says all the same."""
    profile = replace(profile_of(), aliases=("Hill Bank", "we"))
    rows = ledger_of("We refinanced loans of $410 million.", profile=profile).rows

    assert [row.status for row in rows] == ["unresolved"]


def test_a_half_by_its_last_month() -> None:
    """The June half of a fiscal year that ends in June is its second, and half is no figure in it."""
    ledger = ledger_of(
        "Net interest margin was 1.88%. In the June half it was 1.84%.",
        taxonomy=None,
        profile=profile_of((6, 30), "AUD"),
    )

    assert [reading_of(row)[2:] for row in ledger.rows if row.status == "fact"] == [
        ("2023-07-01/2024-06-30", "0.0188"),
        ("2024-01-01/2024-06-30", "0.0184"),
    ]


def _facts(readings: list[Reading]) -> list[Reading]:
    return [reading for reading in readings if not reading[0].startswith(("unresolved", "not_a_fact"))]


@pytest.mark.parametrize(
    ("second", "third"),
    [
        ("in the second quarter and $44.0 million, or $0.97 per diluted share,", "in the third quarter of 2023"),
        ("for the second quarter of 2024 and RMB44.0 million, or RMB0.97 per diluted share,", "for the third quarter of 2023"),
        ("in the prior quarter and $44.0 million, or $0.97 per diluted share,", "a year ago"),
    ],
)  # fmt: skip
def test_a_time_behind_each_amount_is_that_amounts(second: str, third: str) -> None:
    """What stands before the conjunction is of the amount before it; that of the next stands behind its aside."""
    text = (
        "Net profit was $41.6 million, or $0.92 per diluted share, for the third quarter of 2024, compared with "
        f"$38.9 million, or $0.86 per diluted share, {second} {third}."
    )
    rows = ledger_of(text, "2024-07-01/2024-09-30").rows
    found = {row.text: (local(row.concept), row.period) for row in rows if row.status == "fact"}

    assert found["38.9 million"] == ("NetProfit", "2024-04-01/2024-06-30")
    assert found["0.86"] == ("DilutedEarningsPerShare", "2024-04-01/2024-06-30")
    assert found["44.0 million"] == ("NetProfit", "2023-07-01/2023-09-30")
    assert found["0.97"] == ("DilutedEarningsPerShare", "2023-07-01/2023-09-30")


def test_a_day_over_a_column_of_a_quarters_report_is_the_end_of_a_quarter() -> None:
    """Profit under September 30 of the year before is that of the same three months, not of nine."""
    text = (
        "| $ million | September 30, 2024 | June 30, 2024 | September 30, 2023 |\n| --- | ---: | ---: | ---: |\n"
        "| Net profit | 41.6 | 38.9 | 44.0 |\n"
    )
    found = {row.text: row.period for row in ledger_of(text, "2024-07-01/2024-09-30").rows}

    assert (found["41.6"], found["38.9"], found["44.0"]) == (Q3, Q2, "2023-07-01/2023-09-30")
