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


NOUNS: list[tuple[str, list[str]]] = [
    ("Following the 2022 merger with a savings bank, net profit rose by 4%.", [YEAR]),
    ("Owing to the 2023 flood claims, net profit was only up 4% at $96 million.", [YEAR, YEAR]),
    ("With the 2023 impairment out of the way, net profit reached $96 million.", [YEAR]),
    ("After last year's move to a new platform, operating expenses fell by 3% to $41 million.", [YEAR, YEAR]),
    ("Helped by the autumn 2023 campaign, net interest income grew by 5%.", [YEAR]),
    ("As a result of the 2021 rule change, operating expenses rose to $41 million.", [YEAR]),
    ("承接2023年的強勁勢頭，淨利息收入增長6%至82億元。", [YEAR, YEAR]),
    # … and where it is the time of the figure
    ("In the 2023 financial year, net profit was $92 million.", ["2023-01-01/2023-12-31"]),
    ("For the 2023 comparison year, net profit was $92 million.", ["2023-01-01/2023-12-31"]),
    ("During last year's fourth quarter, net profit was $23 million.", ["2023-10-01/2023-12-31"]),
    ("In the first half of the 2023 fiscal year, net profit was $43 million.", ["2023-01-01/2023-06-30"]),
    ("In the last quarter of fiscal 2023, net profit was $23 million.", ["2023-10-01/2023-12-31"]),
]


@pytest.mark.parametrize(("text", "expected"), NOUNS)
def test_a_time_that_tells_apart_the_noun_behind_it(text: str, expected: list[str]) -> None:
    """In what opens a sentence it is of that noun (the 2022 merger), but where it is said when something was."""
    assert [row.period for row in rows_of(text, "2024") if row.status == "fact"] == expected
