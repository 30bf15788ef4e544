"""Levels that the words say are not so, or not yet: what may be, was thought, is allowed, is on the way."""

from __future__ import annotations

import pytest

from tests.tagging_example import reading_of, rows_of

UNSAID = [
    "Loans and advances to customers may rise to $60 billion.",
    "Loans and advances to customers can be as high as $60 billion.",
    "Loans and advances to customers are limited to $60 billion.",
    "Loans and advances to customers are required to reach $60 billion.",
    "Loans and advances to customers have the potential to reach $60 billion.",
    "Loans and advances to customers had been thought to be $60 billion.",
    "Loans and advances to customers are believed to be $60 billion.",
    "Loans and advances to customers were originally reported at $60 billion.",
    "Loans and advances to customers were once $60 billion.",
    "Loans and advances to customers are unlikely to exceed $60 billion.",
    "Loans and advances to customers are not expected to exceed $60 billion.",
    "Loans and advances to customers are set to reach $60 billion.",
    "Loans and advances to customers are expected to exceed $60 billion.",
    "Loans and advances to customers are likely to exceed $60 billion.",
    "Loans and advances to customers are heading for $60 billion.",
    "Loans and advances to customers are assumed at $60 billion.",
]


@pytest.mark.parametrize("text", UNSAID)
def test_what_is_not_so_is_no_fact(text: str) -> None:
    """Nor is what somebody expects without a time."""
    (row,) = rows_of(text, "2024")
    assert row.status == "unresolved"


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Loans and advances to customers fell short of $60 billion.", "at_most"),
        ("Loans and advances to customers failed to reach $60 billion.", "at_most"),
        ("Loans and advances to customers have yet to reach $60 billion.", "at_most"),
        ("Loans and advances to customers exceeded $60 billion.", "exceeds"),
    ],
)
def test_what_was_not_reached_is_a_bound(text: str, qualifier: str) -> None:
    """Of the level itself."""
    (row,) = rows_of(text, "2024")
    assert reading_of(row)[0] == "LoansAndAdvancesToCustomers"
    assert row.qualifier == qualifier


def test_what_is_expected_to_exceed_a_value_is_a_forecast() -> None:
    """Where its time is said."""
    row = rows_of("In 2025 loans and advances to customers are expected to exceed $60 billion.", "2024")[-1]
    assert "Forecast" in reading_of(row)[1]
    assert row.qualifier == "exceeds"
