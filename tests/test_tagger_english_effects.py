"""Amounts that something cost or saved, what happened to only some, and fractions in one character."""

from __future__ import annotations

import pytest

from tests.tagging_example import reading_of, rows_of

NONE = [
    "The strike cost us $12 million of net profit.",
    "A cut of 50 basis points costs us $12 million of net interest income.",
    "Automation saved us $12 million in operating expenses.",
    "The programme saved operating expenses of $12 million.",
    "For each 1% change in rates, net profit changes by $4 million.",
    "Loans and advances to customers rose by $3 billion and $90 billion were granted.",
    "Loans and advances to customers of $4 billion are in arrears.",
    "400 employees left.",
    "Loans and advances to customers grew at a compound annual rate of 5%.",
    "Loans and advances to customers grew 5% compound.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_only_an_effect_or_a_part_stays_open(text: str) -> None:
    """The last figure of each."""
    assert rows_of(text, "2024")[-1].status == "unresolved"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Net profit was $4½ billion.", "4500000000"),
        ("Net profit was $4 ½ billion.", "4500000000"),
        ("Net profit rose 2¾%.", "0.0275"),
        ("Net profit rose half of one percent.", "0.005"),
        ("Loans and advances to customers have grown at a CAGR of 5% over five years.", "0.05"),
        ("The dividend cost us $12 million, and net profit was $40 million.", "40000000"),
        ("We cut operating expenses to $40 million.", "40000000"),
    ],
)
def test_what_is_told_in_full_is_read(text: str, value: str) -> None:
    """The last fact of each."""
    facts = [row for row in rows_of(text, "2024") if row.status == "fact"]
    assert reading_of(facts[-1])[3] == value


def test_what_closed_is_what_a_taxonomy_calls_so() -> None:
    """And none of what there is."""
    assert reading_of(rows_of("40 branches closed.", "2024")[0])[0] == "NumberOfOutletsClosed"


def test_a_fraction_without_an_end_is_no_number() -> None:
    """A third has no decimals."""
    assert all(row.status != "fact" for row in rows_of("Net profit was $4⅓ billion.", "2024"))
