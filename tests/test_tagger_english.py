"""What English prose says of its figures: verbs left out, brackets, clauses about clauses, times of something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from taxonomy.load import load_taxonomy
from tests.tagging_example import Reading, ledger_of, local, readings_of, row_of

UTILITY = Path(__file__).parent.parent / "samples" / "utility" / "utility.yaml"
YEAR, END, BEFORE = "2024-01-01/2024-12-31", "2024-12-31", "2023-01-01/2023-12-31"
DEPOSITS, LOANS = "DepositsFromCustomers", "LoansAndAdvancesToCustomers"

IN_2024: list[tuple[str, list[Reading]]] = [
    ("Volume of payments came to $5.2 billion.", [("PaymentVolume", "", YEAR, "5200000000")]),
    (
        "Deposits grew 6% to $97.6 billion and loans 9% to $10.5 billion.",
        [
            (f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.06"),
            (DEPOSITS, "", END, "97600000000"),
            (f"GrowthRateOf{LOANS}", "", YEAR, "0.09"),
            (LOANS, "", END, "10500000000"),
        ],
    ),
    (
        "Deposits of $98 million were $18 million higher than a year earlier.",
        [(DEPOSITS, "", END, "98000000"), (f"IncreaseDecreaseIn{DEPOSITS}", "", YEAR, "18000000")],
    ),
    (
        "The cost-to-income ratio was 47.5% (46.6%).",
        [("CostToIncomeRatio", "", YEAR, "0.475"), ("CostToIncomeRatio", "", BEFORE, "0.466")],
    ),
    (
        "Operating income was $503 million, 4.5% above the previous year's $481 million.",
        [
            ("OperatingIncome", "", YEAR, "503000000"),
            ("GrowthRateOfOperatingIncome", "", YEAR, "0.045"),
            ("OperatingIncome", "", BEFORE, "481000000"),
        ],
    ),
    ("Net interest income improved by 10%.", [("GrowthRateOfNetInterestIncome", "", YEAR, "0.10")]),
    (
        "Deposits, however, declined 2% to $41 billion.",
        [(f"GrowthRateOf{DEPOSITS}", "", YEAR, "-0.02"), (DEPOSITS, "", END, "41000000000")],
    ),
    (
        "Deposits began the year at $186 million and ended it at $190 million.",
        [(DEPOSITS, "", "2023-12-31", "186000000"), (DEPOSITS, "", END, "190000000")],
    ),
    (
        "A fall in rates would take $21 million off net interest income.",
        [("unresolved ambiguous", "", "", "21000000")],
    ),
    (
        "I should like to thank all 8,940 employees who made this possible.",
        [("NumberOfEmployees", "", END, "8940")],
    ),
    (
        "In April the Bank issued bonds of $400 million. Deposits were $9.9 billion.",
        [
            ("BondsIssued", "", "2024-04-01/2024-04-30", "400000000"),
            (DEPOSITS, "", END, "9900000000"),
        ],
    ),
    (
        "Expected credit losses were a less happy story. The charge rose by $687 million to $3,904 million.",
        [
            ("IncreaseDecreaseInImpairmentLosses", "", YEAR, "687000000"),
            ("ImpairmentLosses", "", YEAR, "3904000000"),
        ],
    ),
    (
        "Higher spending pushed the cost-to-income ratio up to 47.5%.",
        [("CostToIncomeRatio", "", YEAR, "0.475")],
    ),
    (
        "Falling rates in the final quarter took their toll on margins. Operating income was $5.1 million.",
        [("OperatingIncome", "", YEAR, "5100000")],
    ),
]


@pytest.mark.parametrize(("text", "readings"), IN_2024, ids=[text[:40] for text, _ in IN_2024])
def test_what_a_sentence_says(text: str, readings: list[Reading]) -> None:
    """Concept, members, period and value of each figure."""
    assert readings_of(text) == readings


def test_a_plan_may_be_told_before_its_figure() -> None:
    """The year to come makes the figure the plan that the sentence speaks of."""
    found = readings_of("We plan, as set out in 2023, for deposits of $15 billion in 2026.")

    assert (DEPOSITS, "Target", "2026-12-31", "15000000000") in found


def test_a_part_of_a_year_is_told_beside_the_same_part_of_the_year_before() -> None:
    """The prior year of a report of nine months is its first nine months."""
    found = readings_of("Net profit was $3.1 billion, up 3% from $3.0 billion in the prior year.", "2024Q3")

    assert found[-1] == ("NetProfit", "", "2023-01-01/2023-09-30", "3000000000")


def test_a_growth_is_measured_like_the_one_before_it() -> None:
    """In a report of half a year a level may be compared with two days: the one that was named goes on."""
    found = readings_of("Loans grew 6% year on year. Deposits grew 9%.", "2024H1")

    assert [(reading[1], reading[2]) for reading in found] == [
        ("SamePeriodOfPreviousYear", "2023-07-01/2024-06-30")
    ] * 2


@pytest.mark.parametrize("said", ["nine months ended September 2024", "nine months to 30 September 2024"])
def test_months_up_to_a_month(said: str) -> None:
    """A period may be told by the month it ends in."""
    assert readings_of(f"For the {said} net profit was $11.9 billion.", "2024")[-1] == (
        "NetProfit",
        "",
        "2024-01-01/2024-09-30",
        "11900000000",
    )


def test_cents_are_hundredths() -> None:
    """An amount per share in cents is one of money, a hundred times as small."""
    found = readings_of("Basic earnings per share were 56.2 cents.")

    assert found == [("BasicEarningsPerShare", "", YEAR, "0.562")]


MILLIONS = "All amounts are in millions of dollars.\n\n"


def test_a_scale_for_the_whole_document_holds_in_its_prose() -> None:
    """Bare amounts are in millions; an amount per share is not, and neither is one that says its own scale."""
    text = "Net profit was $1,946 and basic earnings per share were $1.98. Deposits were $88,120 and loans $70.2 billion."
    found = readings_of(MILLIONS + text)

    assert [reading[3] for reading in found] == ["1946000000", "1.98", "88120000000", "70200000000"]


def test_bare_amounts_stay_where_most_say_their_scale() -> None:
    """A statement about tables does not make $500 of a text with millions in words half a billion."""
    text = "Deposits were $88 million and loans $70 million. Net profit was $5 million; a fee of $500 applies to each."
    found = readings_of(MILLIONS + text)

    assert "500" in [reading[3] for reading in found]


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("We supplied 120 million cubic metres of water.", "WaterSupplied"),
        ("In the year we sold 4.1 million kWh of electricity.", "ElectricitySold"),
        ("The stations generated 98 million kWh of power.", "ElectricityGenerated"),
    ],
)
def test_words_of_a_term_may_stand_apart(text: str, concept: str) -> None:
    """All words of a term in one clause name its concept, whatever their order and endings."""
    utility = load_taxonomy(str(UTILITY))

    (row,) = ledger_of(text, taxonomy=utility).rows

    assert local(row.concept) == concept


@pytest.mark.parametrize(
    ("text", "figure", "value"),
    [
        ("Total assets were $12.", "12", "12000000"),  # the last line looks like a heading
        ("Operating income was $40. Basic earnings per share were $1.25.", "1.25", "1.25"),
        ("Operating income was $40, operating expenses $30 and interest expense $45.50.", "45.50", None),
        (
            "Operating income was $40, operating expenses $30 and interest expense $45.50 million.",
            "45.50 million",
            "45500000",
        ),
    ],
)
def test_what_is_printed_to_the_cent_among_millions_is_no_total(
    text: str, figure: str, value: str | None
) -> None:
    """$45.50 is either 45.5 million or an amount a share: as a total it is left to a person."""
    row = row_of(MILLIONS + text, figure)

    assert (row.value if row.status == "fact" else None) == value


@pytest.mark.parametrize("each", ["branch", "head", "square metre"])
def test_an_amount_for_each_of_something_is_not_the_whole(each: str) -> None:
    """Total deposits per branch are no total deposits."""
    assert row_of(f"Total deposits per {each} were $3 million.", "3 million").status == "unresolved"


def test_a_rate_a_year_is_a_rate() -> None:
    """5% per annum: the words behind the rate take nothing from it."""
    assert row_of("Total deposits rose by 5% per annum.", "5%").status == "fact"


@pytest.mark.parametrize(
    ("name", "concept"),
    [
        ("Net interest income", "NetInterestIncome"),
        ("Net fee and commission income", "NetFeeAndCommissionIncome"),
        ("Non-interest income", "NonInterestIncome"),
        ("Interest income", "InterestIncome"),
    ],
)
@pytest.mark.parametrize(
    "said",
    [
        "{}, having risen by 5%, was $40 million.",
        "{} developed well. It was $40 million, having risen by 5%.",
    ],
)
def test_what_was_said_before_is_meant_whole(said: str, name: str, concept: str) -> None:
    """A clause that goes on from a longer name goes on from all of it, not from the shorter name inside."""
    found = {reading[0] for reading in readings_of(said.format(name))}

    assert found == {concept, f"GrowthRateOf{concept}"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Net profit was -$5 million.", "-5000000"),
        ("Net profit of −USD 5 million was reported.", "-5000000"),
        ("Net profit (-$5 million) was reported.", "-5000000"),
        ("Net profit was $-5 million.", "-5000000"),
        ("Net profit – $5 million – was reported.", "5000000"),
        ("Net profit was $5 million.", "5000000"),
    ],
)
def test_a_minus_may_stand_before_the_currency(text: str, value: str) -> None:
    """-$5 million is as negative as $-5 million; a dash with blanks about it is none."""
    assert [reading[::3] for reading in readings_of(text)] == [("NetProfit", value)]


def test_a_hyphen_between_two_amounts_is_no_minus() -> None:
    """$3-$5 million is a range."""
    assert [reading[3] for reading in readings_of("Loans were $3-$5 million.")] == ["3000000", "5000000"]


@pytest.mark.parametrize(
    "text", ["貸款為3億元-5億元。", "貸款為人民幣3億元-人民幣5億元。", "貸款為3億元–5億元。"]
)
def test_a_hyphen_behind_a_unit_is_no_minus_either(text: str) -> None:
    """3億元-5億元 is a range, whose upper end is no amount below zero."""
    assert [reading[3] for reading in readings_of(text)] == ["300000000", "500000000"]


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Operating income was minus $5 million.", [("OperatingIncome", "", YEAR, "-5000000")]),
        ("Net interest margin was negative 0.5%.", [("NetInterestMargin", "", YEAR, "-0.005")]),
        ("營業收入為負5億元。", [("OperatingIncome", "", YEAR, "-500000000")]),
        (
            "Total deposits, excluding corporate deposits, were USD 5 million.",
            [("unresolved ambiguous", "", END, "5000000")],
        ),
    ],
)
def test_a_sign_and_a_scope_are_not_passed_over(text: str, readings: list[Reading]) -> None:
    """A word may be the sign, and what is excluded is not what the figure is of."""
    assert readings_of(text) == readings
