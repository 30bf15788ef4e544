"""When a value was that a change started from, and what is so now behind what was done then; in words of this project."""

from __future__ import annotations

import pytest

from tests.tagging_example import fact_readings

ASSETS, PROFIT, MARGIN = "AssetsUnderManagement", "NetProfit", "NetInterestMargin"


def times_in(text: str, concept: str) -> list[str]:
    """Return when each fact of a concept was, by its last day."""
    return [when.rpartition("/")[2] for name, _, when, _ in fact_readings(text, "2025") if name == concept]


@pytest.mark.parametrize(
    ("text", "concept", "ends"),
    [
        (
            "Assets under management rose from $1 billion to $2 billion in 2021.",
            ASSETS,
            ["2020-12-31", "2021-12-31"],
        ),
        ("Net profit rose from $1 billion to $2 billion in 2021.", PROFIT, ["2020-12-31", "2021-12-31"]),
        (
            "Assets under management went from $1 billion to $2 billion since 2021.",
            ASSETS,
            ["2021-12-31", "2025-12-31"],
        ),
        (
            "Assets under management grew from $1 billion to $2 billion over the last five years.",
            ASSETS,
            ["2020-12-31", "2025-12-31"],
        ),
        (
            "In three years, assets under management have grown from $1 billion to $2 billion.",
            ASSETS,
            ["2022-12-31", "2025-12-31"],
        ),
        (
            "Assets under management climbed from $1 billion to $2 billion in the fourth quarter.",
            ASSETS,
            ["2025-09-30", "2025-12-31"],
        ),
        (
            "Between 2021 and 2025, net profit doubled from $1 billion to $2 billion.",
            PROFIT,
            ["2021-12-31", "2025-12-31"],
        ),
        (
            "Net profit fell from $2 billion to $1 billion from 2022 to 2024.",
            PROFIT,
            ["2022-12-31", "2024-12-31"],
        ),
        (
            "Assets under management rose from $1 billion to $2 billion in the course of the year.",
            ASSETS,
            ["2024-12-31", "2025-12-31"],
        ),
        # whether from the quarter before or from that of a year before, nothing says; a profit of which of five years
        ("The net interest margin widened from 1.5% to 1.6% in the fourth quarter.", MARGIN, ["2025-12-31"]),
        ("The net interest margin widened from 1.5% to 1.6% in the second half.", MARGIN, ["2025-12-31"]),
        ("Net profit has grown from $1 billion to $2 billion over five years.", PROFIT, ["2025-12-31"]),
    ],
)
def test_the_time_behind_a_pair_tells_when_its_first_value_was(
    text: str, concept: str, ends: list[str]
) -> None:
    """It was read as last year's, whatever stood behind the second."""
    assert times_in(text, concept) == ends


@pytest.mark.parametrize(
    "text",
    [
        "The app was launched in 2021 and has 3 million customers.",
        "The app was launched in May 2021 and now has 3 million customers.",
        "We entered Ruritania in 2021 and today serve 3 million customers.",
    ],
)
def test_what_is_so_now_is_not_of_the_time_of_what_was_done(text: str) -> None:
    """The figure is the report's, or is left open."""
    assert times_in(text, "NumberOfCustomers") in (["2025-12-31"], [])


@pytest.mark.parametrize(
    "text",
    [
        "For the first time in ten years, loans fell by 5%.",
        "Loans grew by 5%, the fastest growth in ten years.",
        "Loans grew by 5%.",
    ],
)
def test_years_of_a_record_are_not_those_of_a_growth(text: str) -> None:
    """No member says that it is of several years."""
    [(concept, members, when, _)] = fact_readings(text, "2025")

    assert (concept, members, when) == (
        "GrowthRateOfLoansAndAdvancesToCustomers",
        "",
        "2025-01-01/2025-12-31",
    )


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("We employed 1,350 people (1,200), of whom 54% were women (53%).", ["2025-12-31", "2024-12-31"]),
        ("Female employees make up 54% of the workforce (51%).", ["2025-12-31", "2024-12-31"]),
        ("Female employees make up 54% of the workforce (2024: 53%).", ["2025-12-31", "2024-12-31"]),
    ],
)
def test_a_bracket_behind_what_a_share_is_of_holds_the_one_before(text: str, ends: list[str]) -> None:
    """As one right behind the share does."""
    assert times_in(text, "ShareOfNumberOfEmployees") == ends
