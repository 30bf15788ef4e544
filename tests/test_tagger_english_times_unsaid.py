"""Times in English that no report holds to the day, or that a clause tells for something else: the figure is left open."""

from __future__ import annotations

import pytest

from tagger.ledger import Row
from tests.tagging_example import local, row_of


def fact(text: str, figure: str) -> tuple[str, str | None, str | None]:
    """Return the concept, period and value of a figure of the report for 2025; nothing where it is no fact."""
    row: Row = row_of(text, figure, "2025", language="en")
    return (local(row.concept), row.period, row.value) if row.status == "fact" else ("", None, None)


@pytest.mark.parametrize(
    "when",
    [
        "In mid-March",
        "At the close of May",
        "In the final weeks of the year",
        "At the height of the pandemic",
        "At the end of last month",
        "As I write",
        "At the date of this report",
        "A decade earlier",
        "When we were founded in 1921",
        "Last spring",
        "Late in the year",
        "Towards the end of the year",
        "In the first weeks of the new year",
    ],
)
def test_a_time_not_of_the_report_is_no_time_of_its(when: str) -> None:
    """It holds neither for a flow nor for a level."""
    for text in (f"{when}, net profit was $61 million.", f"{when}, deposits were $61 million."):
        concept, period, _ = fact(text, "61 million")
        assert not concept or period in ("2025-05-31", "2025-01-01/2025-05-31"), (text, period)


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("At midyear", "2025-06-30"),
        ("At the half-year", "2025-06-30"),
        ("At the interim stage", "2025-06-30"),
        ("At the close of May", "2025-05-31"),
        ("At the June balance sheet date", "2025-06-30"),
        ("Going into the year", "2024-12-31"),
        ("As we entered the year", "2024-12-31"),
    ],
)
def test_days_named_by_what_they_were(when: str, day: str) -> None:
    """They need no date."""
    assert fact(f"{when} deposits were $61 billion.", "61 billion") == (
        "DepositsFromCustomers",
        day,
        "61000000000",
    )


@pytest.mark.parametrize(
    ("when", "period"),
    [
        ("In the last two quarters", "2025-07-01/2025-12-31"),
        ("In the year before last", "2023-01-01/2023-12-31"),
        ("In the year to June", "2024-07-01/2025-06-30"),
        ("This year", "2025-01-01/2025-12-31"),
    ],
)
def test_stretches_named_by_what_they_were(when: str, period: str) -> None:
    """They need no date."""
    assert fact(f"{when}, net profit was $61 million.", "61 million")[:2] == ("NetProfit", period)


@pytest.mark.parametrize(
    "when",
    ["since the merger", "since last spring", "since our last report", "since the half-year", "a year"],
)
def test_a_change_since_an_unknown_time_is_left_open(when: str) -> None:
    """It holds before the figure and behind it."""
    assert fact(f"Deposits grew by 5% {when}.", "5%") == ("", None, None)
    if when.startswith("since"):
        assert fact(f"S{when[1:]}, deposits have grown by 5%.", "5%") == ("", None, None)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Between 2020 and 2023 deposits grew by 15%.", "2021-01-01/2023-12-31"),
        ("Deposits grew by 15% between 2020 and 2023.", "2021-01-01/2023-12-31"),
        ("Deposits grew by 15% for the first time since 2019.", "2025-01-01/2025-12-31"),
        ("Deposits grew by 15% since 2019.", "2020-01-01/2025-12-31"),
        ("Deposits were up by 15% from a year ago.", "2025-01-01/2025-12-31"),
    ],
)
def test_a_change_between_two_times(text: str, period: str) -> None:
    """It is measured from the end of the first of them."""
    assert fact(text, "15%")[1] == period


def test_what_came_together_between_two_years_is_of_neither() -> None:
    """It holds neither for a flow nor for a level."""
    assert fact("Between 2022 and 2025 we granted loans of $5 billion.", "5 billion") == ("", None, None)
    assert fact("Between 2022 and 2025 we closed 40 branches.", "40") == ("", None, None)


@pytest.mark.parametrize("said", ["We said at the half-year that", "We promised at the end of June that"])
def test_when_something_was_said_is_not_when_a_figure_was(said: str) -> None:
    """A flow over several years is no fact of the report."""
    text = f"{said} costs would fall. We serve 16 million personal customers."
    assert fact(text, "16 million")[1] == "2025-12-31"


def test_a_vague_time_of_a_clause_before_leaves_the_time_of_the_own() -> None:
    """They need no date."""
    text = "Towards the end of the year the pressure eased, and in the fourth quarter deposits rose by 3% from the third."
    assert fact(text, "3%")[1] == "2025-10-01/2025-12-31"


def test_what_was_passed_at_a_time_is_passed_still() -> None:
    """They need no date."""
    text = "Deposits passed $50 billion during the summer."
    assert fact(text, "50 billion") == ("DepositsFromCustomers", "2025-12-31", "50000000000")
