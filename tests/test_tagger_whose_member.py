"""Members and times that stand about a figure: those that are its own, and those that are of the next or of the name."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, members_of, readings_of, row_of, rows_of

YEAR, END = "2024-01-01/2024-12-31", "2024-12-31"
DEPOSITS, CUSTOMERS = "DepositsFromCustomers", "NumberOfCustomers"

READ: list[tuple[str, list[Reading]]] = [
    # a sentence is set in a place, whatever an aside says of it
    (
        "In Hong Kong, where we sell through agents, deposits were $3 billion.",
        [(DEPOSITS, "HongKong", END, "3000000000")],
    ),
    # so is what a clause behind a semicolon or a conjunction opens with
    (
        "The NPL ratio improved to 1.1%; in Hong Kong, where commercial real estate remains weak, it was 2.3%.",
        [("NonPerformingLoanRatio", "", END, "0.011"), ("NonPerformingLoanRatio", "HongKong", END, "0.023")],
    ),
    (
        "Deposits reached $41 billion; in Hong Kong, which we entered in 2019, they came to $3 billion.",
        [(DEPOSITS, "", END, "41000000000"), (DEPOSITS, "HongKong", END, "3000000000")],
    ),
    (
        "Loans grew 4%, and in Hong Kong, where demand was strongest, they grew 9%.",
        [
            ("GrowthRateOfLoansAndAdvancesToCustomers", m, YEAR, v)
            for m, v in (("", "0.04"), ("HongKong", "0.09"))
        ],
    ),
    (
        "Loans grew 4%, but in Hong Kong, a market we know well, they reached $9 billion.",
        [
            ("GrowthRateOfLoansAndAdvancesToCustomers", "", YEAR, "0.04"),
            ("LoansAndAdvancesToCustomers", "HongKong", END, "9000000000"),
        ],
    ),
    (
        "Net profit was $812 million, and in a tough market, operating expenses fell by 2%.",
        [("NetProfit", "", YEAR, "812000000"), ("GrowthRateOfOperatingExpenses", "", YEAR, "-0.02")],
    ),
    # the next name of a list, and the part that a link joins
    (
        "The Bank served 5,000 corporate customers and personal customers 8,000.",
        [(CUSTOMERS, "CorporateCustomers", END, "5000"), (CUSTOMERS, "PersonalCustomers", END, "8000")],
    ),
    ("Staff turnover was 7% among women.", [("EmployeeTurnoverRate", "FemaleEmployees", YEAR, "0.07")]),
    # a subject before an aside
    ("Deposits, in particular those of pensioners, were $3 billion.", [(DEPOSITS, "", END, "3000000000")]),
    (
        "Overseas branches, through which we reach exporters, had deposits of $3 billion.",
        [(DEPOSITS, "OverseasInstitutions", END, "3000000000")],
    ),
    # a plan whose time begins like the report's
    (
        "We remain confident of reaching a cost-to-income ratio of at most 40% in the year to December 2026.",
        [("CostToIncomeRatio", "Target", "2026-01-01/2026-12-31", "0.40")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_members_and_times_about_a_figure_are_whose_they_are(text: str, expected: list[Reading]) -> None:
    """In the year's report."""
    assert [reading for reading in readings_of(text, "2024") if "not_a_fact" not in reading[0]] == expected


def test_what_is_reported_today_is_of_the_time_that_is_named() -> None:
    """The quarter behind the amount, and not the report's nine months."""
    text = "Hill Bank today reported net profit of $6 million for the quarter ended 30 September 2024."
    (row,) = (row for row in rows_of(text, "2024Q3") if row.status == "fact")
    assert row.period == "2024-07-01/2024-09-30"


def test_a_part_of_the_dividend_is_not_the_years() -> None:
    """The total of the year is."""
    text = "The Board recommends a final dividend of $0.30 per share. Dividends per share for the year are $0.50."
    assert [(row.value, row.status) for row in rows_of(text, "2024")] == [
        ("0.30", "unresolved"),
        ("0.50", "fact"),
    ]


def test_one_mention_that_two_others_outvote_is_withheld_alone() -> None:
    """Two against each other are both withheld."""
    outvoted = rows_of(
        "Deposits were $50 billion. Customer deposits were $50.0 billion. Deposits were $52 billion."
    )
    assert [row.status for row in outvoted] == ["fact", "fact", "unresolved"]
    split = rows_of("Deposits were $50 billion. Deposits were $52 billion.")
    assert [row.status for row in split] == ["unresolved", "unresolved"]


OPEN = (
    # what something would come of, or is measured in
    "An upward shift of 200 basis points would lower net interest income.",
    "The 312 km road to the port was finished.",
    "The ten largest customers left.",
    "In Hong Kong, we hired two employees.",
    # of a part, once more on another basis, and the coupon of what falls due
    "The Bank issued 4.60% notes due 2032.",
)


@pytest.mark.parametrize("text", OPEN)
def test_a_figure_that_describes_something_else_stays_open(text: str) -> None:
    """No fact comes of it."""
    assert not [row for row in rows_of(text, "2024") if row.status == "fact"]


def test_a_rate_said_once_more_on_another_basis_leaves_the_first_alone() -> None:
    """The two do not contradict each other."""
    text = "The liquidity coverage ratio rose to 134%, or 229% after taking collateral into account."
    assert [(row.text, row.status) for row in rows_of(text, "2024")] == [
        ("134%", "fact"),
        ("229%", "unresolved"),
    ]


def test_a_number_of_things_is_no_amount_of_money() -> None:
    """Though a word of the clause names one."""
    rows = rows_of("The number of customers with loans was 127.3 thousand.", "2024")
    assert not [row for row in rows if (row.concept or "").endswith("LoansAndAdvancesToCustomers")]


def test_a_target_that_something_is_held_against_is_of_its_time() -> None:
    """And not of the year before."""
    text = "Operating income was $139 million, against a target of $150 million."
    assert [row.period for row in rows_of(text, "2024") if row.status == "fact"] == [YEAR, YEAR]


def test_times_of_day_frequencies_and_codes_of_exchanges_are_no_figures() -> None:
    """None of them is a quantity."""
    text = "The meeting is at 2.30 pm. We hold spectrum in the 900 MHz band. Scrip code: 532218. HKAS 34 applies."
    assert {row.status for row in rows_of(text, "2024")} == {"not_a_fact"}


@pytest.mark.parametrize(
    ("text", "member"),
    [
        ("Corporate customers saw a 9% rise in deposits.", "CorporateCustomers"),
        ("Personal customers recorded a 9% increase in deposits.", "PersonalCustomers"),
        ("Corporate customers reported a 9% fall in loans.", "CorporateCustomers"),
        ("Personal customers enjoyed 9% growth in deposits.", "PersonalCustomers"),
        ("Corporate customers contributed 9% growth in loans.", "CorporateCustomers"),
        ("Personal customers posted a 9% decline in deposits.", "PersonalCustomers"),
        # the year had it, and nobody of a name
        ("The year saw a 9% rise in deposits.", ""),
        ("Management achieved 9% growth in loans.", ""),
    ],
)
def test_whoever_has_had_a_change_has_it(text: str, member: str) -> None:
    """A change in deposits that a part of the customers saw is no change in all of them."""
    row = row_of(text, "9%")

    assert row.status == "fact"
    assert members_of(row) == member


def test_the_current_year_is_no_current_account() -> None:
    """What a phrase of time holds names no member."""
    text = "Deposits grew by 10% from $255 billion to $280 billion in the current year."

    assert members_of(row_of(text, "280 billion")) == ""


@pytest.mark.parametrize(
    ("clause", "figure"),
    [
        ("as the Bank kept a lid on operating expenses but missed its aims", "127 million"),
        ("as we held operating expenses down", "127 million"),
        ("as it put operating expenses under review", "127 million"),
    ],
)
def test_what_a_clause_behind_tells_of_its_doer(clause: str, figure: str) -> None:
    """An amount that was reached is of what reached it."""
    row = row_of(f"Net profit rose 10% to {figure} {clause}.", figure)

    assert row.concept == "bank:NetProfit"


@pytest.mark.parametrize(
    "text",
    [
        "We had an estimated IGD surplus of $33 million before the loss of net profit.",
        "There was a hedging surplus of $33 million after operating expenses.",
    ],
)
def test_an_amount_of_what_nothing_explains_is_not_of_what_stands_behind(text: str) -> None:
    """What leads to it by a genitive says what it is of."""
    assert row_of(text, "33 million").status == "unresolved"
