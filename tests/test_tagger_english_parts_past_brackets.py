"""English: the part of an amount stands behind a bracket with last year's, behind what joins it, or in the predicate."""

from __future__ import annotations

import pytest

from tests.tagging_example import fact_readings

YEAR, LAST_YEAR, END, LAST_END = "2024-01-01/2024-12-31", "2023-01-01/2023-12-31", "2024-12-31", "2023-12-31"
LOANS, DEPOSITS = "LoansAndAdvancesToCustomers", "DepositsFromCustomers"
PEOPLE, FIRMS = "PersonalCustomers", "CorporateCustomers"


@pytest.mark.parametrize(
    "text",
    [
        "Deposits comprised $66m (2023: $94m) from personal customers, and $17m (2023: $9m) from corporate customers.",
        "Deposits were made up of $66m (2023: $94m) of personal customers and $17m (2023: $9m) of corporate customers.",
        "Deposits consisted of $66m (end-2023: $94m) from personal customers and $17m (end-2023: $9m) from corporate customers.",
        "Deposits included $66m (2023: $94m) in respect of personal customers, $17m (2023: $9m) relating to corporate customers.",
    ],
)  # fmt: skip
def test_a_part_stands_behind_the_bracket_of_the_year_before(text: str) -> None:
    """Each amount and that of the year before are of the part behind the bracket, and none is of the part before."""
    assert fact_readings(text) == [
        (DEPOSITS, PEOPLE, END, "66000000"),
        (DEPOSITS, PEOPLE, LAST_END, "94000000"),
        (DEPOSITS, FIRMS, END, "17000000"),
        (DEPOSITS, FIRMS, LAST_END, "9000000"),
    ]


def test_what_an_amount_is_of_stands_there_too() -> None:
    """With a verb of its own for the next."""
    assert fact_readings(
        "We made $66m (2023: $94m) of net profit and took $17m (2023: $9m) of deposits."
    ) == [
        ("NetProfit", "", YEAR, "66000000"),
        ("NetProfit", "", LAST_YEAR, "94000000"),
        (DEPOSITS, "", END, "17000000"),
        (DEPOSITS, "", LAST_END, "9000000"),
    ]


def test_a_bracket_before_what_it_came_to_holds_no_part() -> None:
    """The change before the bracket, and the level behind it."""
    text = "Deposits rose by Rs 80 crore (US$9 million) to Rs 910 crore."
    assert (DEPOSITS, "", END, "9100000000") in fact_readings(text)


@pytest.mark.parametrize(
    "joined",
    [
        "in respect of", "with regard to", "in relation to", "in connection with", "pertaining to",
        "attributable to", "belonging to", "arising from",
    ],
)  # fmt: skip
def test_words_that_join_a_part_to_its_amount(joined: str) -> None:
    """Whatever they are, the amount is not all there is."""
    assert fact_readings(f"Loans comprise $3m {joined} personal customers.") == [
        (LOANS, PEOPLE, END, "3000000")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Loans of $7m were made to personal customers.",
        "Loans of $7m have been recognised in respect of personal customers.",
        "Loans of $7m (2023: $6m) were granted to personal customers.",
        "Loans totalling $7m were booked with personal customers.",
        "Loans of $7m to Hill Bank’s personal customers were renewed.",
        "Loans of $7m (2023: $6m) to our personal customers were renewed.",
    ],
)
def test_what_was_done_with_an_amount_says_its_part(text: str) -> None:
    """The predicate behind it names whose they are."""
    assert fact_readings(text)[0] == (LOANS, PEOPLE, END, "7000000")


@pytest.mark.parametrize(
    "text",
    [
        "Loans were $7m in Oldtown.",
        "Deposits of $7m from Oldtown were a record.",
        "Loans rose 4% in Oldtown.",
        "Loans comprised $5m on lease rentals and $6m on ferries.",
        "Loans consisted of $5m (2023: $4m) for ferries.",
    ],
)
def test_a_part_that_no_term_names_is_not_all_there_is(text: str) -> None:
    """A name in capitals behind the figure, and whatever a thing is made of."""
    assert fact_readings(text) == []
