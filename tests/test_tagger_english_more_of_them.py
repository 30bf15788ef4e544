"""So many more of the things, what a network grew by, rows of what parts added, and yardsticks that are no values before."""

from __future__ import annotations

import pytest

from tests.tagging_example import fact_readings, ledger_of

OUTLETS, OPENED, CLOSED = "NumberOfOutlets", "NumberOfOutletsOpened", "NumberOfOutletsClosed"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We opened another 9 branches in the year.", [(OPENED, "9")]),
        ("We closed a further 6 branches.", [(CLOSED, "6")]),
        ("We closed 6 more branches.", [(CLOSED, "6")]),
        ("We opened an additional 9 branches.", [(OPENED, "9")]),
        ("We closed 6 more branches than in 2023.", []),
        ("We have a further 9 branches abroad.", []),
        ("We redecorated another 9 branches.", []),
        ("We have 9 more branches than in 2023.", [(f"IncreaseDecreaseIn{OUTLETS}", "9")]),
        (
            "The network was extended by 9 branches to 127.",
            [(f"IncreaseDecreaseIn{OUTLETS}", "9"), (OUTLETS, "127")],
        ),
        ("We enlarged our network by 9 branches.", [(f"IncreaseDecreaseIn{OUTLETS}", "9")]),
        ("Customers are served by 127 branches.", [(OUTLETS, "127")]),
        ("Our employees number 4,210.", [("NumberOfEmployees", "4210")]),
    ],
)
def test_so_many_more_are_not_all_of_them(text: str, wanted: list[tuple[str, str]]) -> None:
    """What was done with another few of the things is a deed, and what something was extended by a change."""
    assert [(concept, value) for concept, _, _, value in fact_readings(text, "2024")] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Retail banking earned operating income of $480m, and corporate banking added $310m.",
            [("OperatingIncome", "480000000"), ("OperatingIncome", "310000000")],
        ),
        (
            "Operating income of retail banking rose to $480m and corporate banking added $30m.",
            [("OperatingIncome", "480000000"), ("IncreaseDecreaseInOperatingIncome", "30000000")],
        ),
        (
            "Operating income rose by $90m. Retail banking added $50m.",
            [
                ("IncreaseDecreaseInOperatingIncome", "90000000"),
                ("IncreaseDecreaseInOperatingIncome", "50000000"),
            ],
        ),
    ],
)
def test_what_a_part_added_is_as_what_the_part_before_is_told(
    text: str, wanted: list[tuple[str, str]]
) -> None:
    """Behind what a part earned the next one's is a level, behind a change a change."""
    assert [(concept, value) for concept, _, _, value in fact_readings(text, "2024")] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The CET1 ratio of 14% compares with a minimum of 10%.",
        "The liquidity coverage ratio stood at 14%, against a floor of 10%.",
        "The NPL ratio was 14%, compared to an internal ceiling of 10%.",
    ],
)
def test_a_yardstick_is_no_value_of_last_year(text: str) -> None:
    """What a ratio is compared with is its own earlier value only where a time says so."""
    told = {row.text: row for row in ledger_of(text).rows}
    assert (told["14%"].status, told["10%"].status) == ("fact", "unresolved")


def test_what_is_done_to_meet_a_minimum_is_ones_own() -> None:
    """A purpose behind an amount names no other entity that has it."""
    (row,) = ledger_of("Deposits were raised to $14bn to meet the regulatory minimum.").rows
    assert row.reason is None or row.reason.code != "other_entity"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "From 127 branches we serve 1.3 million customers.",
            [(OUTLETS, "2024-12-31"), ("NumberOfCustomers", "2024-12-31")],
        ),
        ("The bank is run from 127 branches.", [(OUTLETS, "2024-12-31")]),
        ("From 133 branches the network shrank to 127.", [(OUTLETS, "2023-12-31"), (OUTLETS, "2024-12-31")]),
        (
            "Headcount fell from 4,330 employees to 4,210.",
            [("NumberOfEmployees", "2023-12-31"), ("NumberOfEmployees", "2024-12-31")],
        ),
        (
            "The cost of risk rose to 34 basis points from an unusually low 12 basis points.",
            [("CreditCostRatio", "2024-01-01/2024-12-31"), ("CreditCostRatio", "2023-01-01/2023-12-31")],
        ),
    ],
)
def test_where_something_is_done_from_is_no_value_before(text: str, wanted: list[tuple[str, str]]) -> None:
    """Only what moves, or comes to another number, has moved from there; an adverb before that changes nothing."""
    assert [(concept, when) for concept, _, when, _ in fact_readings(text, "2024")] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Non-performing loans were cut by $30m to $120m through write-offs.",
            [("IncreaseDecreaseInNonPerformingLoans", "-30000000"), ("NonPerformingLoans", "120000000")],
        ),
        (
            "Operating expenses rose less than operating income, by 3% to $90m.",
            [("GrowthRateOfOperatingExpenses", "0.03"), ("OperatingExpenses", "90000000")],
        ),
        (
            "Deposits rose as customers moved money, by 5% to $4bn.",
            [("GrowthRateOfDepositsFromCustomers", "0.05"), ("DepositsFromCustomers", "4000000000")],
        ),
    ],
)
def test_what_a_change_came_of_or_is_compared_with_is_no_name_of_it(
    text: str, wanted: list[tuple[str, str]]
) -> None:
    """The words between a verb and what it measures, or behind what the thing came to, tell of something else."""
    assert [(concept, value) for concept, _, _, value in fact_readings(text, "2024")] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Loans of $9bn break down into $5bn of personal loans and $4bn of corporate loans.",
            ["9000000000", "5000000000", "4000000000"],
        ),
        ("Our network consists of 127 branches.", ["127"]),
        ("Deposits divide into $5bn of sunflower accounts and $4bn of others.", []),
    ],
)
def test_what_a_thing_breaks_down_into_has_not_gone_down(text: str, wanted: list[str]) -> None:
    """Parts that nothing names are left open."""
    assert [value for *_, value in fact_readings(text, "2024")] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We missed the net profit target of $50m for 2024 by $4m.", ["50000000"]),
        ("Loans of $9bn exceeded deposits of $8bn by $1bn.", ["9000000000", "8000000000"]),
        ("Net profit of $56m exceeded that of 2023 by $4m.", ["56000000", "4000000"]),
        ("We bought Elm Bank with its 40 branches and 600 employees.", []),
        ("We offered early retirement to 300 employees.", []),
        ("The network was expanded to 127 branches.", ["127"]),
        ("Net profit needs to reach $60m.", []),
        ("Net profit was $4m below the $60m of 2023.", ["-4000000", "60000000"]),
        ("Headcount was 120 above the 4,210 of 2023.", ["120", "4210"]),
        ("Net profit was $56m, below the $60m of 2023.", ["56000000", "60000000"]),
    ],
)
def test_what_is_no_figure_of_ours(text: str, wanted: list[str]) -> None:
    """How far a plan was missed, what somebody bought has, whom something was offered to, and what must still come."""
    assert [value for *_, value in fact_readings(text, "2024")] == wanted


def test_a_month_of_payment_is_no_time_of_a_dividend() -> None:
    """What is proposed to be paid in May is that of the year."""
    told = fact_readings("We propose to pay a dividend of 45 cents per share in May.", "2024")
    assert [when for _, _, when, _ in told] == ["2024-01-01/2024-12-31"]
