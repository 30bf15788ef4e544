"""When English prose says a value was: times listed before it, those of the list before, extremes of a year, stretches before."""

from __future__ import annotations

import pytest

from tests.test_tagger_english_sweeps import said

YEAR_BEFORE = "@2023"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2024 and 2023, net profit was £5m and £4m.",
            ["NetProfit 5000000", f"NetProfit{YEAR_BEFORE} 4000000"],
        ),
        (
            "At 31 December 2024, 30 June 2024 and 31 December 2023, deposits came to £9bn, £8bn and £7bn.",
            ["Deposits 9000000000", "Deposits@2024-06-30 8000000000", "Deposits@2023-12-31 7000000000"],
        ),
        (
            "At 31 December 2024 and 30 June 2024, loans were £9bn and £8bn. Deposits on those dates were £7bn and £6bn.",
            [
                "Loans 9000000000",
                "Loans@2024-06-30 8000000000",
                "Deposits 7000000000",
                "Deposits@2024-06-30 6000000000",
            ],
        ),
        (
            "Loans were £9bn, against £8bn at the end of 2023. The corresponding figures for deposits were £7bn and £6bn.",
            [
                "Loans 9000000000",
                "Loans@2023-12-31 8000000000",
                "Deposits 7000000000",
                "Deposits@2023-12-31 6000000000",
            ],
        ),
    ],
)
def test_times_are_dealt_out(text: str, expected: list[str]) -> None:
    """As many figures as times before them have one each, with no word that deals out; so has a list that points back."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At its peak the liquidity coverage ratio was 180%.", ["?"]),
        ("At their low point, in March, deposits were £9bn.", ["Deposits@2024-03-31 9000000000"]),
        ("At their peak, on 30 April, deposits were £9bn.", ["Deposits@2024-04-30 9000000000"]),
        ("Deposits peaked at £9bn in October.", ["Deposits@2024-10-31 9000000000"]),
        ("Loans reached a new high, £9bn, in June 2023.", ["Loans@2023-06-30 9000000000"]),
        ("Loans reached their highest level ever, £9bn.", ["Loans 9000000000"]),
    ],
)
def test_extremes_of_a_year(text: str, expected: list[str]) -> None:
    """The highest or lowest of a year is not what it ends with: it is of the time that is said beside it, or open."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Net profit was £5m. For the twelve months before, it had been £4m.",
            f"NetProfit{YEAR_BEFORE} 4000000",
        ),
        ("Net profit was £5m, against £4m in the previous twelve months.", f"NetProfit{YEAR_BEFORE} 4000000"),
        ("Five years before, deposits were £9bn.", "Deposits@2019-12-31 9000000000"),
        ("Loans were £9bn, having stood at £8bn when the year began.", "Loans@2023-12-31 8000000000"),
        ("Loans were £9bn. At the outset of the year they had been £8bn.", "Loans@2023-12-31 8000000000"),
        ("Net profit was in line with that of 2023, which was £4m.", f"NetProfit{YEAR_BEFORE} 4000000"),
    ],
)
def test_times_before(text: str, expected: str) -> None:
    """What was before the time of the report is said in many ways."""
    assert said(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Through September, net profit was £5m.", ["NetProfit 5000000"]),
        (
            "In the third quarter net profit was £2m; through September, it was £5m.",
            ["NetProfit@2024-07-01/2024-09-30 2000000", "NetProfit 5000000"],
        ),
    ],
)
def test_the_year_up_to_a_month(text: str, expected: list[str]) -> None:
    """Through a month is from the beginning of the year."""
    assert said(text, "2024Q3") == expected
