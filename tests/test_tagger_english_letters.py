"""What letters to members and shareholders tell: times past and left again, plans told on, the same said in another way."""

from __future__ import annotations

import pytest

from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.tagging_example import Reading, ledger_of, members_of, profile_of, reading_of, rows_of

YEAR, END = "2024-01-01/2024-12-31", "2024-12-31"
NEXT, NEXT_END = "2025-01-01/2025-12-31", "2025-12-31"
LOANS, DEPOSITS, OUTLETS = "LoansAndAdvancesToCustomers", "DepositsFromCustomers", "NumberOfOutlets"

READ: list[tuple[str, list[Reading]]] = [
    # a time past ends where the text speaks of the present, or is measured against a year ago
    (
        "In 2021 we lent too much. We have since raised our standards, and loans and advances to customers were $60 billion.",
        [(LOANS, "", END, "60000000000")],
    ),
    ("In 2021 we opened our first branch abroad. We now have 23 branches.", [(OUTLETS, "", END, "23")]),
    ("In 2021 we lent too much. Net profit has recovered to $5 billion.", [("NetProfit", "", YEAR, "5000000000")]),
    (
        "In 2021 rates were near zero. Customer deposits came to $41 billion, 4% more than a year ago.",
        [(DEPOSITS, "", END, "41000000000"), (f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.04")],
    ),
    ("2021年，本行開設首家境外分行。如今共有分行23家。", [(OUTLETS, "", END, "23")]),
    (
        "2021年，本行开设首家境外分行。贷款余额600亿元，同比增长4%。",
        [(LOANS, "", END, "60000000000"), (f"GrowthRateOf{LOANS}", "", YEAR, "0.04")],
    ),
    # a change told once more behind what it came to, if it comes out
    (
        "Customer deposits increased by $1.6 billion to $41.6 billion, which works out at 4.0%.",
        [
            (f"IncreaseDecreaseIn{DEPOSITS}", "", YEAR, "1600000000"),
            (DEPOSITS, "", END, "41600000000"),
            (f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.040"),
        ],
    ),
    (
        "Customer deposits fell by $1.6 billion to $38.4 billion, or 4.0%.",
        [
            (f"IncreaseDecreaseIn{DEPOSITS}", "", YEAR, "-1600000000"),
            (DEPOSITS, "", END, "38400000000"),
            (f"GrowthRateOf{DEPOSITS}", "", YEAR, "-0.040"),
        ],
    ),
    (
        "Customer deposits increased by $1.6 billion, which comes to 4.0%.",
        [(f"IncreaseDecreaseIn{DEPOSITS}", "", YEAR, "1600000000"), (f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.040")],
    ),
    # what is counted may number so many
    ("Our branches number 41.", [(OUTLETS, "", END, "41")]),
    ("Our branches now number 41, and 5,000 others take our cards.", [(OUTLETS, "", END, "41")]),
    # the year of a plan, said in the sentence before it
    (
        "In 2025 we expect net profit of $5 billion. By the end of the year we want to have 41 branches.",
        [("NetProfit", "Forecast", NEXT, "5000000000"), (OUTLETS, "Target", NEXT_END, "41")],
    ),
    (
        "In 2025 we expect net profit of $5 billion. We also aim to open 3 branches during the year.",
        [("NetProfit", "Forecast", NEXT, "5000000000"), ("NumberOfOutletsOpened", "Target", NEXT, "3")],
    ),
    (
        "We know that 2025 will be hard. Our budget assumes loan growth of 4% and a cost-to-income ratio of 50%.",
        [(f"GrowthRateOf{LOANS}", "Forecast", NEXT, "0.04"), ("CostToIncomeRatio", "Forecast", NEXT, "0.50")],
    ),
    (
        "By the end of 2025 I'd like to see 1.4 million customers.",
        [("NumberOfCustomers", "Target", NEXT_END, "1400000")],
    ),
    ("I would like to thank all 8,940 employees.", [("NumberOfEmployees", "", END, "8940")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ)
def test_what_a_letter_tells_is_read(text: str, expected: list[Reading]) -> None:
    """Nothing else becomes a fact."""
    assert expected == [reading_of(row) for row in ledger_of(text).rows if row.status == "fact"]


UNSAID = [
    # a verb in the past may be told of the time before as well
    ("In 2021 we lent too much. Loans and advances to customers were $60 billion.", "60 billion"),
    ("2021年，本行收購一家財務公司。貸款餘額600億元。", "600億元"),
    # a rate that does not come out, or says what it is of
    ("Customer deposits increased by $1.6 billion to $41.6 billion, or 64%.", "64%"),
    ("Customer deposits increased by $1.6 billion, which comes to 4.0% of total assets.", "4.0%"),
    ("Our branches number 41, and 5,000 others take our cards.", "5,000"),
    # for when a plan is must be the next year, and said last
    ("The bond falls due in 2026. Our budget assumes loan growth of 4%.", "4%"),
    (
        "By 2026 we aim for loans of $70 billion, with at least $10 billion going to small firms.",
        "10 billion",
    ),
    # a month that no phrase names
    ("On 14 August the app was down. In that month deposits rose by $2 billion.", "2 billion"),
]


@pytest.mark.parametrize(("text", "figure"), UNSAID)
def test_what_a_letter_leaves_unsaid_stays_open(text: str, figure: str) -> None:
    """No reading is better than one that the words do not say."""
    assert [row.status for row in rows_of(text) if row.text == figure] == ["unresolved"]


@pytest.mark.parametrize(
    ("text", "figure"), [("Branch number 41 opened in May.", "41"), ("We meet at 6:30 p.m.", "30 p")]
)
def test_numbers_of_things_and_hours_are_no_counts(text: str, figure: str) -> None:
    """One branch has a number, and p.m. is no pence."""
    assert [row.status for row in rows_of(text) if row.text == figure] == ["not_a_fact"]


LOSS = """
taxonomy: {prefix: l, namespace: http://l.example/1, version: "1", entry_point: http://l.example/1.xsd, label: {en: Loss}}
concepts:
  NetLoss:
    {type: monetary, period: duration, label: {en: Net loss}, terms: {en: [losses]}, variants: [change, growth]}
  Customers: {type: monetary, period: instant, label: {en: Deposits}, variants: [change]}
"""


@pytest.fixture(scope="module")
def losing() -> Taxonomy:
    """Return the taxonomy of who lost money."""
    return parse_source(LOSS.encode(), "loss.yaml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2024 we lost $58.4 million.", [("NetLoss", "", YEAR, "58400000")]),
        ("In 2023 we lost $96.7 million.", [("NetLoss", "", "2023-01-01/2023-12-31", "96700000")]),
        ("In the second half alone we lost $22.1 million.", [("NetLoss", "", "2024-07-01/2024-12-31", "22100000")]),
        (
            "We lost $58.4 million, $38.3 million less than the year before.",
            [("NetLoss", "", YEAR, "58400000"), ("IncreaseDecreaseInNetLoss", "", YEAR, "-38300000")],
        ),
    ],
)  # fmt: skip
def test_what_was_lost_is_the_loss_and_no_change_of_it(
    text: str, expected: list[Reading], losing: Taxonomy
) -> None:
    """The verb names the concept."""
    rows = ledger_of(text, taxonomy=losing).rows
    assert expected == [reading_of(row) for row in rows if row.status == "fact"]


SPENT = "The typical visitor spends $4,300 with us. "

ANEW: list[tuple[str, list[Reading]]] = [
    (f"{SPENT}What pays for it all, our net profit, was $5 billion.", [("NetProfit", "", YEAR, "5000000000")]),
    (f"{SPENT}As for the NPL ratio, it was 1.2%.", [("NonPerformingLoanRatio", "", END, "0.012")]),
    (f"{SPENT}One number that I watch, the NPL ratio, rose to 1.2%.", [("NonPerformingLoanRatio", "", END, "0.012")]),
    # two things that the figure may be of
    (f"{SPENT}Net profit rose because customer deposits grew, and it was $24 million.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ANEW)
def test_a_sentence_that_names_its_own_subject_is_read_whatever_was_before(
    text: str, expected: list[Reading]
) -> None:
    """What was not understood in the sentence before takes nothing from it."""
    assert expected == [reading_of(row) for row in rows_of(text) if row.status == "fact"]


def test_the_rate_at_which_an_amount_is_converted_makes_it_no_average() -> None:
    """One on average stays open."""
    rate = rows_of(
        "Loans and advances to customers were £71.2 billion, or $82.8 billion at the average rate."
    )
    average = rows_of("Loans and advances to customers were $82.8 billion on average.")

    assert [reading_of(row)[0] for row in rate] == [LOANS, LOANS]
    assert [row.status for row in average] == ["unresolved"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Net profit grew 11% in sterling, but only 9% in euros.",
            [("ConstantExchangeRate", "0.11"), ("", "0.09")],
        ),
        (
            "Net profit grew 11% in sterling and 9% in euros.",
            [("ConstantExchangeRate", "0.11"), ("", "0.09")],
        ),
        ("Net profit fell by 4% in pounds.", [("ConstantExchangeRate", "-0.04")]),
        ("Net profit grew 9% in euros.", [("", "0.09")]),
        ("Net profit grew 9% in 2024.", [("", "0.09")]),
    ],
)
def test_a_growth_in_another_currency_holds_nothing_of_rates_of_exchange(
    text: str, expected: list[tuple[str, str]]
) -> None:
    """It was the growth that is reported."""
    rows = ledger_of(text, profile=profile_of(currency="EUR")).rows
    assert expected == [(members_of(row), row.value) for row in rows if row.status == "fact"]
