"""Plans that say what they start from: what there is now, or what was planned before the plan itself was changed."""

from __future__ import annotations

import pytest

from tests.tagging_example import fact_readings

RATIO, TARGET = "CostToIncomeRatio", "Target"


@pytest.mark.parametrize(
    "text",
    [
        "本行計劃於2027年將成本收入比由52%降至50%。",
        "本行计划于2027年将成本收入比从52%压降至50%。",
        "本行目標是在2027年把成本收入比由52%降低到50%。",
    ],
)
def test_the_time_of_a_plan_is_that_of_what_it_is_to_come_to(text: str) -> None:
    """And what it starts from is no plan for the year before."""
    assert fact_readings(text, "2025") == [(RATIO, TARGET, "2027-01-01/2027-12-31", "0.50")]


def test_what_it_starts_from_may_have_a_time_of_its_own() -> None:
    """Then it is what was then."""
    assert fact_readings("本行計劃將成本收入比由2024年的52%降至2027年的50%。", "2025") == [
        (RATIO, "", "2024-01-01/2024-12-31", "0.52"),
        (RATIO, TARGET, "2027-01-01/2027-12-31", "0.50"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The 2025 target for the cost-to-income ratio was raised from 50% to 52%.",
        "We raised our 2025 target for the cost-to-income ratio from 50% to 52%.",
        "成本收入比目標由50%上調至52%。",
        "成本收入比目标从50%上调至52%。",
    ],
)
def test_of_a_plan_that_was_changed_the_new_one_holds(text: str) -> None:
    """The one before is left open; it is no end of a range."""
    assert fact_readings(text, "2025") == [(RATIO, TARGET, "2025-01-01/2025-12-31", "0.52")]


def test_a_range_that_is_aimed_at_has_two_ends() -> None:
    """Nothing was changed."""
    text = "Our target range for the cost-to-income ratio is from 50% to 52%."
    assert [reading[1] for reading in fact_readings(text, "2025")] == ["Low Target", "High Target"]


GROWTH, LOANS = "GrowthRateOfLoansAndAdvancesToCustomers", "LoansAndAdvancesToCustomers"


@pytest.mark.parametrize(
    ("text", "actual"),
    [
        ("董事會將全年貸款增長目標設定為6%，去年為5%。", (GROWTH, "", "2024-01-01/2024-12-31", "0.05")),
        ("2026年計劃貸款增長6%，2025年為5%。", (GROWTH, "", "2025-01-01/2025-12-31", "0.05")),
        ("We plan loan growth of 6% in 2026, against 5% in 2025.", (GROWTH, "", "2025-01-01/2025-12-31", "0.05")),
        (
            "We aim for loans of $9 billion at the end of 2026 (end of 2025: $8 billion).",
            (LOANS, "", "2025-12-31", "8000000000"),
        ),
    ],
)  # fmt: skip
def test_what_stands_behind_a_plan_with_a_time_that_is_over_is_none(
    text: str, actual: tuple[str, str, str, str]
) -> None:
    """It is what was then."""
    planned, told = fact_readings(text, "2025")
    assert planned[1] == TARGET
    assert told == actual


def test_a_plan_is_held_against_what_there_is() -> None:
    """The growth between the two is planned as well, for the plan's time."""
    assert fact_readings("2026年末貸款目標為900億元，比2025年末的850億元增長5.9%。", "2025") == [
        (LOANS, TARGET, "2026-12-31", "90000000000"),
        (LOANS, "", "2025-12-31", "85000000000"),
        (GROWTH, TARGET, "2026-01-01/2026-12-31", "0.059"),
    ]
