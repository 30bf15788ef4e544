"""Tables of web pages as converters give them: bars in lines of their own, currencies in cells of their own, no corner."""

from __future__ import annotations

import pytest

from tests.printed_tables import table_says

QUARTERS = [
    "NetInterestIncome 2024-01-01/2024-03-31 56286000",
    "NetInterestIncome 2024-04-01/2024-06-30 53992000",
    "NetProfit 2024-01-01/2024-03-31 18147000",
    "NetProfit 2024-04-01/2024-06-30 -2391000",
]


@pytest.mark.parametrize("cell", ["|\n{}", "|{}\n|", "{} |", "{}\n"])
def test_a_cell_a_line(cell: str) -> None:
    """Bars alone in their lines, before a cell or behind it part nothing; $ and ) go with their numbers."""
    cells = [
        *("Three Months Ended", "March 31", "June 30", "2024", "(In thousands, except per share amounts)"),
        *("Net interest income", "$", "56,286", "$", "53,992"),
        *("Net profit", "18,147", "(2,391", ")"),
    ]
    assert table_says("\n".join(cell.format(said) for said in cells), currency="USD") == QUARTERS


def test_stretch_over_days_a_line_each() -> None:
    """Three Months Ended stands over both days: the second is the end of a quarter, and not of the half-year."""
    assert (
        table_says(
            """
(In thousands)

Three Months Ended

March 31, 2024

June 30, 2024

Net interest income

56,286

53,992

Net profit

18,147

(2,391)
""",
            currency="USD",
        )
        == QUARTERS
    )


def test_times_a_line_over_rows_in_a_line() -> None:
    """Stretches in one line and days in lines of their own stand over rows whose cells single blanks part."""
    assert table_says(
        """
Statements of Income (Unaudited) - USD ($)
$ in Thousands
3 Months Ended 9 Months Ended
Sep. 30, 2024
Sep. 30, 2023
Sep. 30, 2024
Sep. 30, 2023
Interest and similar income:
Net interest income $ 5,361 $ 5,265 $ 16,643 $ 14,614
Net profit 200 269 949 (611)
""",
        "2024Q3",
        currency="USD",
    ) == [
        "NetInterestIncome 2024-07-01/2024-09-30 5361000",
        "NetInterestIncome 2023-07-01/2023-09-30 5265000",
        "NetInterestIncome 2024-01-01/2024-09-30 16643000",
        "NetInterestIncome 2023-01-01/2023-09-30 14614000",
        "NetProfit 2024-07-01/2024-09-30 200000",
        "NetProfit 2023-07-01/2023-09-30 269000",
        "NetProfit 2024-01-01/2024-09-30 949000",
        "NetProfit 2023-01-01/2023-09-30 -611000",
    ]


def test_headings_without_a_corner() -> None:
    """Pipes without the empty corner put each year one column too far to the left; a currency has a cell of its own."""
    assert table_says(
        """
(in millions)

| Three Months Ended September 30, | Nine Months Ended September 30, | |||||||
| 2024 | 2023 | 2024 | 2023 | |||||
| Group | |||||||||
| Net interest income | $ | 5,361 | $ | 5,265 | $ | 16,643 | $ | 14,614 | |
| Net profit | (38 | ) | 269 | 949 | 611 | ||||
""",
        "2024Q3",
        currency="USD",
    ) == [
        "NetInterestIncome 2024-07-01/2024-09-30 5361000000",
        "NetInterestIncome 2023-07-01/2023-09-30 5265000000",
        "NetInterestIncome 2024-01-01/2024-09-30 16643000000",
        "NetInterestIncome 2023-01-01/2023-09-30 14614000000",
        "NetProfit 2024-07-01/2024-09-30 -38000000",
        "NetProfit 2023-07-01/2023-09-30 269000000",
        "NetProfit 2024-01-01/2024-09-30 949000000",
        "NetProfit 2023-01-01/2023-09-30 611000000",
    ]


def test_a_corner_that_is_there_stays() -> None:
    """A heading over the names of the rows is no year."""
    assert table_says(
        """
| £ million | 2024 | 2023 |
| Net interest income | 361 | 265 |
| Net profit | 49 | 61 |
""",
        currency="GBP",
    ) == [
        "NetInterestIncome 2024 361000000",
        "NetInterestIncome 2023 265000000",
        "NetProfit 2024 49000000",
        "NetProfit 2023 61000000",
    ]


def test_headings_in_lines_over_a_rule() -> None:
    """The headings over a rule of three cells are the three lines before it."""
    assert table_says(
        """
Five-year record, £m

As reported |
2024 |
2023 |
---|---|---|
Operating income | 705.0 | 660.5 |
Net profit | 79.9 | (2.6) |
""",
        currency="GBP",
    ) == [
        "OperatingIncome 2024 705000000",
        "OperatingIncome 2023 660500000",
        "NetProfit 2024 79900000",
        "NetProfit 2023 -2600000",
    ]


CHANGE = """
($ in millions, unless otherwise noted)
Three Months Ended March 31,
Increase (decrease)
Group figures
2024
2023
$
%
(Unaudited)
Operating income
$
163.3
$
141.5
$
21.8
15.4
%
Net profit
51.0
56.1
(5.1
)
(9.1
)%
"""


def test_measures_of_a_change_under_its_name() -> None:
    """$ and % under Increase (decrease) are the change in the table's unit and in per cent; the months are the years' alone."""
    assert table_says(CHANGE, "2024Q1", currency="USD") == [
        "OperatingIncome 2024-01-01/2024-03-31 163300000",
        "OperatingIncome 2023-01-01/2023-03-31 141500000",
        "IncreaseDecreaseInOperatingIncome 2024-01-01/2024-03-31 21800000",
        "GrowthRateOfOperatingIncome 2024-01-01/2024-03-31 0.154",
        "NetProfit 2024-01-01/2024-03-31 51000000",
        "NetProfit 2023-01-01/2023-03-31 56100000",
        "IncreaseDecreaseInNetProfit 2024-01-01/2024-03-31 -5100000",
        "GrowthRateOfNetProfit 2024-01-01/2024-03-31 -0.091",
    ]


def test_a_row_of_fewer_values_stays_open() -> None:
    """Which column its values are of is not said; the rows behind it are read on."""
    odd = "Cost-to-income ratio\n37\n%\n36\n%\nOperating expenses\n5,100\n5,000\n100\n2.0\n%\n"
    assert table_says(CHANGE + odd, "2024Q1", currency="USD")[8:] == [
        "?",
        "?",
        "OperatingExpenses 2024-01-01/2024-03-31 5100000000",
        "OperatingExpenses 2023-01-01/2023-03-31 5000000000",
        "IncreaseDecreaseInOperatingExpenses 2024-01-01/2024-03-31 100000000",
        "GrowthRateOfOperatingExpenses 2024-01-01/2024-03-31 0.020",
    ]


def test_a_currency_over_a_column_keeps_the_scale_of_the_table() -> None:
    """Change ($), in $ million."""
    assert table_says(
        """
| $ million | 2024 | 2023 | Change ($) | Change (%) |
|---|---|---|---|---|
| Net profit | 51 | 56 | (5) | (8.9) |
""",
        currency="USD",
    ) == [
        "NetProfit 2024 51000000",
        "NetProfit 2023 56000000",
        "IncreaseDecreaseInNetProfit 2024 -5000000",
        "GrowthRateOfNetProfit 2024 -0.089",
    ]


@pytest.mark.parametrize(
    "first", ["Customer deposits, beginning of period", "Customer deposits at start of the year"]
)
def test_what_a_period_begins_with(first: str) -> None:
    """A row that ends so is of the day before; a total of changes is of no row above it."""
    assert table_says(
        f"""
| $ million | 2024 | 2023 |
|---|---|---|
| {first} | 270 | 261 |
| Operating expenses | 56 | 53 |
| Total increase (decrease) | 20 | 9 |
| Customer deposits, end of period | 290 | 270 |
""",
        currency="USD",
    ) == [
        "Deposits 2023-12-31 270000000",
        "Deposits 2022-12-31 261000000",
        "OperatingExpenses 2024 56000000",
        "OperatingExpenses 2023 53000000",
        "?",
        "?",
        "Deposits 2024-12-31 290000000",
        "Deposits 2023-12-31 270000000",
    ]


def test_bullets_in_lines_of_their_own() -> None:
    """A mark of a list goes with the item below it: each is read by itself."""
    assert table_says(
        "•\nNet profit of $37.3 million, up 14.8%\n•\nOperating income of $64 million\n", currency="USD"
    ) == [
        "NetProfit 2024 37300000",
        "GrowthRateOfNetProfit 2024 0.148",
        "OperatingIncome 2024 64000000",
    ]


def test_stretches_over_days_in_numbers() -> None:
    """6/30/2024 is a day; each stretch stands over as many columns."""
    cells = "Three months ended,|Six months ended,|6/30/2024|6/30/2023|Variance|6/30/2024|6/30/2023|Variance"
    rows = "Net profit|$|1,887|$|3,349|$|(1,462|)|6,005|7,059|(1,054|)|Operating income|10|11|(1|)|20|23|(3|)"
    assert table_says(
        "(in thousands)\n" + "\n".join(f"|{cell}" for cell in f"{cells}|{rows}".split("|")),
        "2024H1",
        currency="USD",
    ) == [
        "NetProfit 2024-04-01/2024-06-30 1887000",
        "NetProfit 2023-04-01/2023-06-30 3349000",
        "IncreaseDecreaseInNetProfit 2024-04-01/2024-06-30 -1462000",
        "NetProfit 2024-01-01/2024-06-30 6005000",
        "NetProfit 2023-01-01/2023-06-30 7059000",
        "IncreaseDecreaseInNetProfit 2024-01-01/2024-06-30 -1054000",
        "OperatingIncome 2024-04-01/2024-06-30 10000",
        "OperatingIncome 2023-04-01/2023-06-30 11000",
        "IncreaseDecreaseInOperatingIncome 2024-04-01/2024-06-30 -1000",
        "OperatingIncome 2024-01-01/2024-06-30 20000",
        "OperatingIncome 2023-01-01/2023-06-30 23000",
        "IncreaseDecreaseInOperatingIncome 2024-01-01/2024-06-30 -3000",
    ]


def test_days_before_their_years() -> None:
    """June 30, / December 31, / 2024 / 2023, with an amount and a share below each; a row of two values stays open."""
    text = """
June 30,

December 31,

2024

2023

(dollars in thousands)

Amount

%

Amount

%

Loans and advances to customers

Home loans

$

5,116

30

$

4,499

20

Credit cards

328

333

Retail consumer loans

82,337

45

80,251

43
"""
    said = table_says(text, currency="USD")
    assert [said[at] for at in (0, 2, 4, 5, 6, 8)] == [
        "Loans+Home 2024-06-30 5116000",
        "Loans+Home 2023-12-31 4499000",
        "?",
        "?",
        "Loans+Consumer 2024-06-30 82337000",
        "Loans+Consumer 2023-12-31 80251000",
    ]


def test_a_heading_over_lines_and_a_sum_without_a_name() -> None:
    """|September / 30 / 2024 is one cell; a name may be long; a section comes before the first row."""
    text = """
|(in
thousands)
|
|September
30
2024
|
|December
31
2023
|
|Results:
|
|
|Net
profit
|
|$
|49,307
|
|$
|68,954
|
|Operating income of the group and of all its subsidiaries and joint ventures
|
|5
|
|6
|
|
|54,312
|
|68,960
|
|Total assets
|
|(8,991
|)
|(10,690
|)
"""
    said = table_says(text, "2024Q3", currency="USD")
    assert said[:2] == ["NetProfit 2024-01-01/2024-09-30 49307000", "NetProfit 2023 68954000"]
    assert said[4:6] == ["?", "?"]
    assert said[6:] == ["TotalAssets 2024-09-30 -8991000", "TotalAssets 2023-12-31 -10690000"]


@pytest.mark.parametrize("total", ["Total retail loans", "Retail loans, total"])
def test_a_total_closes_the_section_that_it_names(total: str) -> None:
    """What stands behind it is of no section; behind a row that is no total it is."""
    table = """
| $ million | 2024 | 2023 |
|---|---|---|
| Corporate: | | |
| Non-performing loans | 9 | 8 |
| Total corporate loans | 673 | 593 |
| Retail: | | |
| Non-performing loans | 7 | 6 |
| {total} | 369 | 384 |
| Total loans | 1,042 | 977 |
| Non-performing loans | 16 | 14 |
"""
    assert table_says(table.format(total=total), currency="USD")[6:] == [
        "Loans+RetailBorrower 2024-12-31 369000000",
        "Loans+RetailBorrower 2023-12-31 384000000",
        "Loans 2024-12-31 1042000000",
        "Loans 2023-12-31 977000000",
        "NonPerformingLoans 2024-12-31 16000000",
        "NonPerformingLoans 2023-12-31 14000000",
    ]


def test_items_of_a_list_without_marks() -> None:
    """A line that is too short to be broken, and one that begins as a sentence does, are two items."""
    text = (
        "Net profit of $61.4 million (2023: $84.4 million)\nReturn on equity of 9.3% in all lines of overseas business\n"
        "Operating income of $838.9 million, held back by lower premiums in the first weeks of the year in most branches\n"
    )
    assert table_says(text, currency="USD") == [
        "NetProfit 2024 61400000",
        "NetProfit 2023 84400000",
        "ReturnOnEquity 2024 0.093",
        "OperatingIncome 2024 838900000",
    ]


def test_nothing_behind_a_currency() -> None:
    """$ over a dash is one value, of none."""
    cells = "(in thousands)|2024|2023|Operating income|$|7|$|8|Net profit|$|—|$|53"
    assert table_says("\n".join(f"|{cell}\n|" for cell in cells.split("|")), currency="USD") == [
        "OperatingIncome 2024 7000",
        "OperatingIncome 2023 8000",
        "NetProfit 2024 None",
        "NetProfit 2023 53000",
    ]


def test_pages_behind_the_values_of_a_row() -> None:
    """A column of the pages of a report holds no values; a name among others may be long."""
    long = "Operating income of all business lines, segments and subsidiaries here and abroad, after (and before) their taxes"
    assert table_says(
        f"""
Group figures, £ million

Indicator Unit 2024 2023 Report Pages
Operating income £m 705.0 660.5 59
{long} £m 5.5 6.5 60
Net profit £m 79.9 72.6 61
""",
        currency="GBP",
    ) == [
        "OperatingIncome 2024 705000000",
        "OperatingIncome 2023 660500000",
        "?",
        "?",
        "NetProfit 2024 79900000",
        "NetProfit 2023 72600000",
    ]


def test_the_name_of_the_section_below_stands_behind_headings_without_a_corner() -> None:
    """2024/12 is the end of a month and not a fiscal year, and what stands behind the times heads no column."""
    table = """
Unit: millions

| 2024/12 | 2023/12 | Results |
| Net interest income | 56 | 53 |
| Net profit | 18 | 17 |
| Total assets | 950 | 900 | Capital |
| Total liabilities | 850 | 810 |
"""
    assert table_says(table)[:4] == [
        "NetInterestIncome 2024 56000000",
        "NetInterestIncome 2023 53000000",
        "NetProfit 2024 18000000",
        "NetProfit 2023 17000000",
    ]
