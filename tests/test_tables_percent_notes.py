"""Notes that say of the per cents of a table that they are changes: in a title, above, below or in the last row."""

from __future__ import annotations

import pytest

from tests.printed_tables import table_says

ENGLISH = """{above}
                       Operating income           Net profit
                    $ million      %        $ million      %
Year 2024                 640    6.7              118  (5.6)
Year 2023                 600   (2.1)             125    4.0
{below}
"""
CHINESE = """{above}
                       营业收入                净利润
                    百万元      %          百万元      %
2024年                 640    6.7             118  (5.6)
2023年                 600   (2.1)            125    4.0
{below}
"""
GROWTHS = [
    "OperatingIncome 2024 640000000",
    "GrowthRateOfOperatingIncome 2024 0.067",
    "NetProfit 2024 118000000",
    "GrowthRateOfNetProfit 2024 -0.056",
    "OperatingIncome 2023 600000000",
    "GrowthRateOfOperatingIncome 2023 -0.021",
    "NetProfit 2023 125000000",
    "GrowthRateOfNetProfit 2023 0.040",
]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Group results", "(Note) Percentages indicate changes on the year before."),
        ("Group results (% changes are from the preceding year)\n", ""),
        ("Group results (percentages show the rate of increase or decrease)\n", ""),
        ("Group results\n", "\nNote: The % figures are year-on-year."),
    ],
)
def test_a_note_makes_growths_of_per_cents(above: str, below: str) -> None:
    """Beside amounts of years, in brackets where they fell."""
    assert table_says(ENGLISH.format(above=above, below=below), currency="USD") == GROWTHS


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("经营业绩（百分比为同比变动）", ""),
        ("经营业绩\n（%表示较上年增减）", ""),
        ("经营业绩", "\n注：百分比系与上年同期相比的增长率。"),
    ],
)
def test_a_note_in_chinese(above: str, below: str) -> None:
    """In a title, in a line of its own, and below the table."""
    assert table_says(CHINESE.format(above=above, below=below)) == GROWTHS


def test_a_note_says_what_growths_are_measured_against() -> None:
    """The comparison is that of the note, in the last row of a page's table."""
    page = (
        "<table><tr><th rowspan=2>Three months ended</th><th colspan=2>Net profit</th></tr>"
        "<tr><th>$m</th><th>%</th></tr><tr><td>30 June 2024</td><td>64</td><td>2.2</td></tr>"
        "<tr><td>31 March 2024</td><td>63</td><td>(1.4)</td></tr>"
        "<tr><td colspan=3>Note: % denotes the change from the previous quarter.</td></tr></table>"
    )
    assert table_says(page, currency="USD", html=True) == [
        "NetProfit 2024-04-01/2024-06-30 64000000",
        "GrowthRateOfNetProfit+Preceding 2024-04-01/2024-06-30 0.022",
        "NetProfit 2024-01-01/2024-03-31 63000000",
        "GrowthRateOfNetProfit+Preceding 2024-01-01/2024-03-31 -0.014",
    ]


def test_a_note_on_shares_makes_no_growths() -> None:
    """Percentages of the total stay shares, though another sentence speaks of growth."""
    table = """
Operating income by business line

                         Operating income
                       $ million        %
Retail banking               410     64.1
Wholesale banking            230     35.9

Note: percentages are of the total. Operating income has grown for three years.
"""
    said = table_says(table, currency="USD")
    assert said[0] == "OperatingIncome+RetailLine 2024 410000000"
    assert not any("GrowthRate" in one for one in said)


def test_a_stretch_in_the_corner_ends_at_the_days_of_the_rows() -> None:
    """三個月 over 2024年9月30日 and 2023年9月30日."""
    table = """经营业绩
截至下列日期止三个月       营业收入      净利润
                         百万元      百万元
2024年9月30日               160         31
2023年9月30日               150         30
"""
    assert table_says(table) == [
        "OperatingIncome 2024-07-01/2024-09-30 160000000",
        "NetProfit 2024-07-01/2024-09-30 31000000",
        "OperatingIncome 2023-07-01/2023-09-30 150000000",
        "NetProfit 2023-07-01/2023-09-30 30000000",
    ]


def test_headings_of_groups_over_two_lines_above_units_that_come_again() -> None:
    """One heading has two lines, the other one: both stand over an amount and a per cent."""
    table = """
                          Operating                Net
                           expenses              profit
    change              $m        %          $m        %
2024                   300      1.7         118      2.6
2023                   295      0.3         115      4.5

Note: percentages represent the change on the previous year.
""".replace("    change ", "           ")
    said = table_says(table, currency="USD")
    assert said[:4] == [
        "OperatingExpenses 2024 300000000",
        "GrowthRateOfOperatingExpenses 2024 0.017",
        "NetProfit 2024 118000000",
        "GrowthRateOfNetProfit 2024 0.026",
    ]


def test_a_note_in_a_title_is_no_part_of_its_name() -> None:
    """Nothing of it is left to explain."""
    table = """**Loans by region** (RM million; percentages in italics are changes from a year earlier)

| Region | 2024 | % | 2023 | % |
|---|---:|---:|---:|---:|
| North | 41,210 | *5.1* | 39,210 | *4.8* |
| South | 22,905 | *(1.2)* | 23,183 | *0.4* |
"""
    said = table_says(table, currency="MYR")
    assert said[0] == "Loans+North 2024-12-31 41210000000"
    assert said[1].startswith("GrowthRateOfLoans+North")
    assert said[5].endswith("-0.012")
