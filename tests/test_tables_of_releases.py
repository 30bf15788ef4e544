"""Tables of releases: years below a stretch of time, units in a bracket at a paragraph's end, rows that are plans."""

from __future__ import annotations

import pytest

from tagger.ledger import Row
from tests.tagging_example import ledger_of, local, members_of, profile_of

RELEASE = """\
<p><b>Porthaven</b>, 6 August 2026. Hill Bank has given out what it earned in the second quarter of 2026 and in the six months
to 30 June 2026, each beside the same months of the year before (dollars in millions, except per-share amounts):</p>
<table>
<tr><td></td><td colspan="2">Second Quarter</td><td colspan="2">Year-to-Date</td></tr>
<tr><td></td><td>2026</td><td>2025</td><td>2026</td><td>2025</td></tr>
<tr><td>Net profit</td><td>41</td><td>36</td><td>84</td><td>71</td></tr>
</table>
"""
PLAN = """\
| $ million | 2026 | 2027 | 2028 |
|---|---|---|---|
| Expected operating expenses | 615 | 640 | 655 |
"""


def rows_of(text: str) -> list[Row]:
    """Tag a text of a report of a half-year in dollars."""
    ledger = ledger_of(text, "2026H1", profile=profile_of(currency="USD"))
    return [row for row in ledger.rows if row.status != "not_a_fact"]


def test_years_below_a_stretch_are_that_stretch_of_them() -> None:
    """Year-to-Date over 2025 is no change since the year began; the bracket before the table tells the scale of its amounts."""
    assert [(local(row.concept), row.period, row.value) for row in rows_of(RELEASE)] == [
        ("NetProfit", "2026-04-01/2026-06-30", "41000000"),
        ("NetProfit", "2025-04-01/2025-06-30", "36000000"),
        ("NetProfit", "2026-01-01/2026-06-30", "84000000"),
        ("NetProfit", "2025-01-01/2025-06-30", "71000000"),
    ]


@pytest.mark.parametrize("begun", ["", "<!-- as sent -->\n", "<div>", "<table><tr><td>x</td></tr></table>"])
def test_a_part_of_a_page_is_read_as_one(begun: str) -> None:
    """What a portal hands out has no <html>; its tags are no text."""
    rows = rows_of(begun + RELEASE)

    assert [row.text for row in rows] == ["41", "36", "84", "71"]


def test_markdown_that_begins_with_an_element_is_no_page() -> None:
    """Tools that convert pages leave elements in Markdown; its tables are rows of bars, which a page does not have."""
    rows = rows_of(f'<div id="page-1"></div>\n\n## Plan\n\n{PLAN}')

    assert [row.text for row in rows] == ["615", "640", "655"]


def test_a_text_with_a_mark_less_than_is_no_page() -> None:
    """What only begins like a tag is text."""
    rows = ledger_of("<5% of loans are overdue. Net profit was RMB 3 million.").rows

    assert [row.value for row in rows if local(row.concept) == "NetProfit"] == ["3000000"]


def test_rows_that_are_expected_are_forecasts_of_whole_years() -> None:
    """In the report of a half-year a plan for 2027 is of the year, and is none of what was spent."""
    assert [(local(row.concept), row.period, members_of(row)) for row in rows_of(PLAN)] == [
        ("OperatingExpenses", f"{year}-01-01/{year}-12-31", "Forecast") for year in (2026, 2027, 2028)
    ]


@pytest.mark.parametrize("behind", ["per share", "a share"])
def test_both_ends_of_a_range_are_what_the_words_behind_it_say(behind: str) -> None:
    """Earnings of $2.52 to $2.72 per share: the lower end is an amount a share too, and no profit of two dollars."""
    rows = rows_of(f"We expect basic earnings of $2.52 to $2.72 {behind} in 2026.")

    assert [(local(row.concept), row.unit) for row in rows] == [("BasicEarningsPerShare", "USD/shares")] * 2


STATEMENT = """\
Statements of Income
Dollars in thousands, except per share data
Years Ended December 31,
2025 2024 2023
Operating Income
Net interest income 240,300 212,600 169,400
Fee and commission income 26,600 | 20,700 20,500
Operating expenses 90,700 57,100 13,600
NET PROFIT 86,400 91,200 98,300
"""


@pytest.mark.parametrize(
    ("text", "times"),
    [
        (STATEMENT, ["2025-01-01/2025-12-31", "2024-01-01/2024-12-31", "2023-01-01/2023-12-31"]),
        (
            STATEMENT.replace("Years Ended December 31,", "Three Months Ended September 30,"),
            ["2025-07-01/2025-09-30", "2024-07-01/2024-09-30", "2023-07-01/2023-09-30"],
        ),
        (
            STATEMENT.replace("Operating Income\n", ""),
            ["2025-01-01/2025-12-31", "2024-01-01/2024-12-31", "2023-01-01/2023-12-31"],
        ),
    ],
    ids=["years", "quarters", "no section"],
)
def test_a_stretch_over_years_and_a_section_head_rows_of_single_blanks(text: str, times: list[str]) -> None:
    """A statement as the text of its page: the years are columns, and a rule that a scan left parts no row."""
    rows = [row for row in ledger_of(text, "2025", profile=profile_of(currency="USD")).rows if row.concept]

    found = [(local(row.concept), row.period, row.value) for row in rows if local(row.concept) == "NetProfit"]
    assert found == [
        ("NetProfit", time, value)
        for time, value in zip(times, ("86400000", "91200000", "98300000"), strict=True)
    ]
    assert [row.value for row in rows if row.text == "20,700"] == ["20700000"]


QUARTERS = """\
| 2023年 | 第1季 | 第2季 | 第3季 | 第4季 | 合計 |
|---|---|---|---|---|---|
| 淨利潤（千元） | 592,000 | 610,000 | 629,000 | 641,000 | 2,472,000 |
"""


def test_the_year_in_a_corner_is_that_of_the_quarters_beside_it() -> None:
    """A table of the year before says so over the names of its rows alone; its first quarter is none of the report's year."""
    rows = [row for row in ledger_of(QUARTERS, "2024").rows if row.concept]

    assert [row.period for row in rows] == [
        "2023-01-01/2023-03-31",
        "2023-04-01/2023-06-30",
        "2023-07-01/2023-09-30",
        "2023-10-01/2023-12-31",
        "2023-01-01/2023-12-31",
    ]
