"""Parts of a period that a text names beside a figure: whose they are, and what they leave as it is."""

from __future__ import annotations

import pytest

from tests.tagging_example import reading_of, rows_of

YEAR, HALF = "2024-01-01/2024-12-31", "2024-01-01/2024-06-30"
SECOND_HALF, QUARTER = "2024-07-01/2024-12-31", "2024-04-01/2024-06-30"
LAST_QUARTER = "2024-10-01/2024-12-31"

PERIODS: list[tuple[str, str, list[str]]] = [
    # of what a change came of
    ("Operating income slipped 3% on weak bond trading in the fourth quarter.", "2024", [YEAR]),
    ("Net profit fell 8% after a fire in March, and operating expenses rose 5%.", "2024", [YEAR, YEAR]),
    ("Net profit rose 8% on the back of a strong second quarter.", "2024", [YEAR]),
    ("Net profit rose 5% in the second half.", "2024", [SECOND_HALF]),
    # of what a clause before tells, which has no figure
    ("The new branch opened its doors in May, and operating expenses were $41 million.", "2024", [YEAR]),
    (
        "In the fourth quarter, operating income was $300 million, and net profit was $90 million.",
        "2024",
        [LAST_QUARTER, LAST_QUARTER],
    ),
    # of a figure of the sentence before
    (
        "Operating expenses were $42 million in the fourth quarter. The cost-to-income ratio was 47%.",
        "2024",
        [LAST_QUARTER, YEAR],
    ),
    # of what is measured against the quarter before
    (
        "Net interest income rose 4% year on year and 1% quarter on quarter to $903 million. Net profit was $1 million.",
        "2024H1",
        [QUARTER, QUARTER, QUARTER, HALF],
    ),
    (
        "Net interest income rose 4% year on year to $903 million. Net profit was $1 million.",
        "2024H1",
        [HALF, HALF, HALF],
    ),
]


@pytest.mark.parametrize(("text", "period", "expected"), PERIODS)
def test_a_part_of_the_year_is_of_what_it_was_said_of(text: str, period: str, expected: list[str]) -> None:
    """Facts only: their periods, in order."""
    rows = [row for row in rows_of(text, period) if row.status == "fact"]
    assert [row.period for row in rows] == expected


def test_growth_in_constant_euros_is_against_the_year_before_at_its_rates() -> None:
    """Whatever the currency is called."""
    (row,) = rows_of("Operating income grew 7% in constant euros.", "2024")
    assert reading_of(row) == (
        "GrowthRateOfOperatingIncome",
        "ConstantExchangeRate",
        YEAR,
        "0.07",
    )
