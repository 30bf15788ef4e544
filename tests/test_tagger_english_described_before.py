"""A value that something is compared with, and of which a clause tells what it is, is last year's only if that says so."""

from __future__ import annotations

import pytest

from tests.test_tagger_english_sweeps import said

LEVEL = "NonPerformingLoanRatio 0.021"


@pytest.mark.parametrize(
    "what",
    [
        "that supervisors allow",
        "which the new rules allow",
        "tolerated by our policy",
        "we must not pass",
        "our lenders insist on",
        "at which we would have to stop lending",
    ],
)
def test_a_yardstick_that_a_clause_describes_is_no_earlier_value(what: str) -> None:
    """It was the value of the year before, at .887."""
    assert said(f"The non-performing loan ratio was 2.1%, compared with the 5% {what}.") == [LEVEL, "?"]


@pytest.mark.parametrize(
    "what",
    [
        "that we reported a year ago",
        "we had in 2023",
        "with which we ended 2023",
        "recorded in 2023",
        "seen in 2023",
    ],
)
def test_an_earlier_value_that_a_clause_describes_is_one(what: str) -> None:
    """Words of the past, or a time, tell so."""
    text = f"The non-performing loan ratio was 2.1%, compared with the 5% {what}."
    assert said(text) == [LEVEL, "NonPerformingLoanRatio@2023-12-31 0.05"]
