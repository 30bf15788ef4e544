"""Days in digits in prose, and the stretches that end on them."""

from __future__ import annotations

import pytest

from tests.tagging_example import rows_of


@pytest.mark.parametrize(
    ("text", "figure", "period"),
    [
        ("As of 6/30/2024, deposits from customers were $1.2 billion.", "1.2", "2024-06-30"),
        ("At 31.12.2023 deposits from customers were $1.2 billion.", "1.2", "2023-12-31"),
        ("At 2023-12-31 deposits from customers stood at $1.2 billion.", "1.2", "2023-12-31"),
        ("Net profit for the quarter ended 3/31/2024 was $1.2 billion.", "1.2", "2024-01-01/2024-03-31"),
        ("Net profit for the six months to 30/06/2024 was $1.2 billion.", "1.2", "2024-01-01/2024-06-30"),
        ("At 31st December, 2023 deposits from customers were $1.2 billion.", "1.2", "2023-12-31"),
        ("At March 31st, 2024 total assets were $1.2 billion.", "1.2", "2024-03-31"),
        ("截至2023-12-31，客户存款余额15亿元。", "15", "2023-12-31"),
        ("截至2024/6/30止六個月，淨利潤12億元。", "12", "2024-01-01/2024-06-30"),
        ("At 31Dec23 deposits from customers were $1.2 billion.", "1.2", "2023-12-31"),
        ("At 30-Jun-23 deposits from customers were $1.2 billion.", "1.2", "2023-06-30"),
        ("Deposits from customers were $1.2 billion at 31 Mar 24.", "1.2", "2024-03-31"),
        ("Net profit for the quarter ended 31Mar2024 was $1.2 billion.", "1.2", "2024-01-01/2024-03-31"),
        ("At 31 Dec. '23, deposits from customers were $1.2 billion.", "1.2", "2023-12-31"),
        (
            "Net profit in the six months to June, 5 per cent more, was $1.2 billion.",
            "1.2",
            "2024-01-01/2024-06-30",
        ),
    ],
)
def test_the_day_is_the_time(text: str, figure: str, period: str) -> None:
    """The day is read as the language would write it; no number of it is a quantity."""
    rows = rows_of(text, "2024H1")
    row = next(row for row in rows if row.text.startswith(figure))
    assert (row.status, row.period) == ("fact", period)
    assert all(
        other.status == "not_a_fact" for other in rows if other is not row and "per cent" not in other.text
    )


@pytest.mark.parametrize("day", ["03/04/2024", "1.2.2024"])
def test_a_day_that_may_be_two_is_no_time_of_a_fact(day: str) -> None:
    """The third of April or the fourth of March: a person is asked."""
    rows = rows_of(f"At {day} deposits from customers were $1.2 billion.", "2024H1")
    assert [row.status for row in rows if row.text.startswith("1.2") and "billion" in row.text] == [
        "unresolved"
    ]


def test_what_is_counted_behind_a_day_is_no_year() -> None:
    """At 30 June there were 24 branches: only what nothing goes on from is a year cut short."""
    rows = rows_of("At 30 Jun 24 branches were open.", "2024H1")
    assert [(row.status, row.period, row.value) for row in rows if row.text == "24"] == [
        ("fact", "2024-06-30", "24")
    ]
