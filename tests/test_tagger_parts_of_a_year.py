"""Times that are a part of the year, called with the year that they are of; and times that no fact can have."""

from __future__ import annotations

import pytest

from tests.tagging_example import ledger_of, profile_of, row_of


def period_of(text: str, figure: str, year_end: tuple[int, int] = (12, 31), period: str = "2025") -> str:
    """Return the period of a figure that is a fact, or why it is none."""
    rows = ledger_of(text, period, profile=profile_of(year_end)).rows
    row = next(row for row in rows if row.text == figure)
    return (
        (row.period or "")
        if row.status == "fact"
        else f"{row.status} {row.reason.code if row.reason else ''}"
    )


@pytest.mark.parametrize(
    ("when", "period"),
    [
        ("the first quarter of the year", "2025-01-01/2025-03-31"),
        ("the third quarter of the financial year", "2025-07-01/2025-09-30"),
        ("the closing quarter of the year", "2025-10-01/2025-12-31"),
        ("the last quarter of the year", "2025-10-01/2025-12-31"),
        ("the last three months of the year", "2025-10-01/2025-12-31"),
        ("the first nine months of the fiscal year", "2025-01-01/2025-09-30"),
        ("the opening quarter", "2025-01-01/2025-03-31"),
        ("2024's first half", "2024-01-01/2024-06-30"),
        ("2024’s second quarter", "2024-04-01/2024-06-30"),
        ("2023's fourth quarter", "2023-10-01/2023-12-31"),
        ("this year's third quarter", "2025-07-01/2025-09-30"),
        ("last year's third quarter", "2024-07-01/2024-09-30"),
        ("the second half of the year", "2025-07-01/2025-12-31"),
        ("the second quarter of the previous financial year", "2024-04-01/2024-06-30"),
        ("the final quarter of last year", "2024-10-01/2024-12-31"),
        ("the third quarter of fiscal 2024", "2024-07-01/2024-09-30"),
    ],
)
def test_a_part_of_the_year_is_not_the_whole_of_it(when: str, period: str) -> None:
    """The year behind it says whose part it is, and is no time of its own."""
    assert period_of(f"Loans granted in {when} were $9.2 billion.", "9.2 billion") == period


def test_the_last_quarter_of_a_year_s_report_is_its_own() -> None:
    """And not the quarter before it; the year may end in March."""
    text = "Loans granted came to $31.8 billion; the last quarter alone contributed $9.2 billion."

    assert period_of(text, "9.2 billion") == "2025-10-01/2025-12-31"
    assert period_of(text, "9.2 billion", (3, 31), "2024-04-01/2025-03-31") == "2025-01-01/2025-03-31"


@pytest.mark.parametrize(
    ("when", "period"),
    [
        ("at the end of the first quarter of the year", "2025-03-31"),
        ("by the end of the second quarter of 2025", "2025-06-30"),
        ("at the half-year stage", "2025-06-30"),
        ("at the close of the third quarter", "2025-09-30"),
        ("by September", "2025-09-30"),
        ("at the start of the second half", "2025-06-30"),
        ("on 30 June 2025", "2025-06-30"),
    ],
)
def test_the_end_of_a_part_of_the_year_is_a_day(when: str, period: str) -> None:
    """It is not the last day of the year."""
    assert period_of(f"Loans were $10 billion {when}.", "10 billion") == period


@pytest.mark.parametrize(
    "text",
    [
        "In the summer months, loans granted came to $10 billion.",
        "Since 2020 we have granted loans of $10 billion.",
        "Since the start of 2026, loans granted have come to $10 billion.",
        "After the reporting date, loans granted came to $10 billion.",
        "In the last decade loans granted came to $10 billion.",
        "In mid-July deposits reached $10 billion.",
        "On 15 March 2026 deposits were $10 billion.",
        "On 15 March, deposits were $10 billion.",
        "At one point deposits reached $10 billion.",
        "春节期间发放贷款$10 billion。",
    ],
)
def test_a_time_that_is_not_the_report_s_is_asked_about(text: str) -> None:
    """The period of the report would be wrong, and no other is said."""
    assert period_of(text, "10 billion") == "unresolved ambiguous"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("今年11月发放贷款100亿元。", "2025-11-01/2025-11-30"),
        ("去年11月发放贷款100亿元。", "2024-11-01/2024-11-30"),
        ("12月当月发放贷款100亿元。", "2025-12-01/2025-12-31"),
        ("年中贷款余额100亿元。", "2025-06-30"),
        ("五年前存款余额100亿元。", "2020-12-31"),
        ("夏季发放贷款100亿元。", "unresolved ambiguous"),
        ("单日发放贷款100亿元。", "unresolved ambiguous"),
        ("“十四五”期间累计发放贷款100亿元。", "unresolved ambiguous"),
        ("7月初存款余额100亿元。", "unresolved ambiguous"),
        ("期後發放貸款100億元。", "unresolved ambiguous"),
        ("截至本報告披露日，存款餘額100億元。", "unresolved ambiguous"),
    ],
)
def test_months_and_times_in_chinese(text: str, period: str) -> None:
    """A month is not the year; times without days are asked about."""
    figure = "100億元" if "億" in text else "100亿元"

    assert period_of(text, figure) == period


def test_what_moved_since_a_day_is_read_as_before() -> None:
    """Counter-examples: bases of comparison stay bases."""
    grown = row_of("Deposits were $10 billion, 5% up on 31 December 2023.", "5%")

    assert (grown.status, grown.concept) == ("fact", "bank:GrowthRateOfDepositsFromCustomers")
    assert period_of("Since the beginning of the year loans granted came to $10 billion.", "10 billion") == (
        "2025-01-01/2025-12-31"
    )
    assert period_of("On 15 March 2025 the bank issued bonds of $10 billion.", "10 billion") == (
        "2025-01-01/2025-12-31"
    )


def test_what_was_done_each_month_is_left_open() -> None:
    """It is no total of the report's time."""
    assert (
        row_of("Each month, loans granted came to $10 billion.", "10 billion", "2025").status == "unresolved"
    )
