"""What stands about a figure and names its part: a label before a colon, a scope in brackets, what it was."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings, rows_of

END, YEAR = "2024-12-31", "2024-01-01/2024-12-31"
LOANS, DEPOSITS = "LoansAndAdvancesToCustomers", "DepositsFromCustomers"

PARTS: list[tuple[str, list[Reading]]] = [
    (
        "Loans in Hong Kong totalled $180 billion (mainland China: $45 billion).",
        [(LOANS, "HongKong", END, "180000000000"), (LOANS, "MainlandChina", END, "45000000000")],
    ),
    (
        "Customer deposits were $352 billion (time deposits: $188 billion; demand deposits: $164 billion).",
        [
            (DEPOSITS, "", END, "352000000000"),
            (DEPOSITS, "TimeDeposits", END, "188000000000"),
            (DEPOSITS, "DemandDeposits", END, "164000000000"),
        ],
    ),
    ("Loans were $64 billion (corporate).", [(LOANS, "CorporateCustomers", END, "64000000000")]),
    (
        "Customer deposits grew by $4 billion in mainland China.",
        [(f"IncreaseDecreaseIn{DEPOSITS}", "MainlandChina", YEAR, "4000000000")],
    ),
    (
        "Of our loans, $12 billion were residential mortgages.",
        [(LOANS, "ResidentialMortgageLoans", END, "12000000000")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_a_label_or_scope_names_the_part(text: str, expected: list[Reading]) -> None:
    """Before a colon within brackets, in brackets behind, behind a link, and behind what it was."""
    assert fact_readings(text, "2024") == expected


def test_the_words_of_a_part_name_nothing_where_its_sentence_goes_on() -> None:
    """Custody customers hold no custody there: it is their loans."""
    text = "Personal customers borrowed $12 billion in loans, corporate customers $8 billion."

    assert [reading[0] for reading in fact_readings(text, "2024")] in ([LOANS], [LOANS, LOANS])


def test_a_part_that_no_word_names_is_left_open() -> None:
    """And does not take the part named before it."""
    text = "Loans in Hong Kong totalled $180 billion (mainland China: $45 billion; Ruritania: $12 billion)."

    assert [row.status for row in rows_of(text, "2024")] == ["fact", "fact", "unresolved"]


def test_a_label_that_is_a_time_gives_the_value_of_that_time() -> None:
    """As before."""
    text = "The net interest margin was 1.62% (prior year: 1.71%; first half: 1.65%)."

    assert [reading[2] for reading in fact_readings(text, "2024")] == [
        YEAR, "2023-01-01/2023-12-31", "2024-01-01/2024-06-30",
    ]  # fmt: skip


POINTS = [
    ("The non-performing loan ratio was .28% at the end of the year.", ".28%", "0.0028", 4),
    ("The net interest margin rose .12 percentage points.", ".12 percentage points", "0.0012", 4),
    ("The net interest margin fell (.12) percentage points.", ".12", "-0.0012", 4),
    ("Net profit was $.45 billion.", ".45 billion", "450000000", -7),
    ("Net profit was $0.45 billion.", "0.45 billion", "450000000", -7),
]


@pytest.mark.parametrize(("text", "figure", "value", "decimals"), POINTS)
def test_a_point_with_nothing_before_it_begins_a_decimal(
    text: str, figure: str, value: str, decimals: int
) -> None:
    """As American reports print what is less than one."""
    row = rows_of(text, "2024")[0]

    assert (row.text, row.value, row.decimals) == (figure, value, decimals)


@pytest.mark.parametrize("text", ["Net profit .......... 31", "Net profit…31", "See No.31", "It ended.31"])
def test_a_stop_or_a_leader_begins_no_decimal(text: str) -> None:
    """It is no part of the number."""
    assert [row.text for row in rows_of(text, "2024")] == ["31"]


@pytest.mark.parametrize(
    "caption", ["Components of customer deposits", "Movements in customer deposits", "Customer deposits"]
)
def test_what_a_caption_says_of_its_table_is_no_part(caption: str) -> None:
    """A list of components is of what they are of."""
    text = f"{caption}\n(dollars in millions)      2024     2023\nTime deposits             1,234    1,101\n"

    assert [reading[:2] for reading in fact_readings(text, "2024")] == [(DEPOSITS, "TimeDeposits")] * 2


@pytest.mark.parametrize("ratio", ["cost-to-income ratio", "capital adequacy ratio"])
def test_what_cannot_be_of_a_place_is_left_open_there(ratio: str) -> None:
    """A ratio of all, said of a part that it has no axis for, is not that of all."""
    assert [row.status for row in rows_of(f"In Hong Kong, the {ratio} was 41.2%.", "2024")] == ["unresolved"]
