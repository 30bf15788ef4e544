"""Changes over several times, in English prose: what goes on over another time, or is compared with it, is a change too."""

from __future__ import annotations

import pytest

from tests.test_tagger_english_sweeps import said

THREE = "~Loans 3000000000"


@pytest.mark.parametrize(
    "text",
    [
        "Loans increased by £3bn in 2024 and £2bn in 2023.",
        "Loans increased by £3bn in 2024 (2023: £2bn).",
        "Loans increased by £3bn (2023: £2bn).",
        "Loans increased by £3bn, compared with £2bn in 2023.",
        "Loans increased by £3bn in the year, against £2bn in 2023.",
    ],
)
def test_an_amount_behind_a_change_of_another_time_is_one(text: str) -> None:
    """However the two are joined."""
    assert said(text) == [THREE, "~Loans@2023 2000000000"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Loans increased by £3bn, compared with £87bn in 2023.", f"{THREE}; Loans@2023-12-31 87000000000"),
        ("Loans increased by £3bn, compared with £20bn in 2023.", f"{THREE}; ?"),
        ("Loans fell by £3bn, after £2bn in 2023.", "~Loans -3000000000; ?"),
        (
            "Net profit rose by £20m to £90m, against £70m in 2023.",
            "~NetProfit 20000000; NetProfit 90000000; NetProfit@2023 70000000",
        ),
        (
            "Headcount fell by 200 in 2024 and 150 in 2023.",
            "~NumberOfEmployees -200; ~NumberOfEmployees@2023 -150",
        ),
        ("Loans increased 3% in 2024 (2023: 2%).", "^Loans 0.03; ^Loans@2023 0.02"),
        (
            "Loans were £12bn in 2023 (up 8%) and £14bn in 2024.",
            "Loans@2023-12-31 12000000000; ^Loans@2023 0.08; Loans 14000000000",
        ),
    ],
)
def test_what_else_may_stand_behind_a_change(text: str, expected: str) -> None:
    """What there was, by its size; which way the other went where the first fell; growths in brackets."""
    assert said(text) == expected.split("; ")
