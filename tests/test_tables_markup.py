"""Marks of Markdown and of pages in tables, signs in columns of their own, and heads that stand over the blanks behind them."""

from __future__ import annotations

import pytest

from tagger.readers.markup import across_markup
from tests.printed_tables import table_says

YEARS = [
    "NetInterestIncome 2025 245000000",
    "NetInterestIncome 2024 200000000",
    "OperatingExpenses 2025 75000000",
    "OperatingExpenses 2024 70000000",
]


@pytest.mark.parametrize(
    ("name", "cell", "year"),
    [
        ("**{}**", "**{}**", "**{}**"),
        ("*{}*", "_{}_", "***{}***"),
        ("__{}__", "{}", "**Year ended**<br>31st December, {}"),
        ("{}<br>", "<b>{}</b>", "Year ended<br/>**31 December {}**"),
        ("&nbsp;&nbsp;{}", "{}&nbsp;", "{}<br>US$m"),
        ("<strong>{}</strong>", "<span>{}</span>", "<sup></sup>{}"),
    ],
)
def test_marks_are_read_across(name: str, cell: str, year: str) -> None:
    """A bold total is a value, a head of two lines is one head, and no mark is a word that nothing explains."""
    table = f"""
(in millions)

| | {year.format(2025)} | {year.format(2024)} |
|---|---:|---:|
| {name.format("Net interest income")} | {cell.format(245)} | {cell.format(200)} |
| {name.format("Operating expenses")} | {cell.format("(75)")} | {cell.format("(70)")} |
"""
    assert table_says(table, "2025", currency="USD") == YEARS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("**(75)**", "(75)"),
        ("1,820.90*", "1,820.90*"),
        ("a_b_c", "a_b_c"),
        ("Profit* before tax*", "Profit* before tax*"),
        ("Fees &amp; commissions", "Fees & commissions"),
        ("**Net<br>income**", "Net income"),
        ("**", "**"),
        ("<br>", "<br>"),
    ],
)
def test_what_is_no_mark_stays(text: str, said: str) -> None:
    """Marks of footnotes and names with low lines are as they are printed; so is a cell that is nothing but a mark."""
    start, end, breaks = across_markup(text, 0)
    parts = [
        text[a:b]
        for a, b in zip((start, *(b for _, b in breaks)), (*(a for a, _ in breaks), end), strict=True)
    ]
    joined = " ".join(part.strip() for part in parts) if "<br" in text[start:end] else "".join(parts)
    assert joined == said


SIGNS = """
(in millions)

| | | Year ended December 31, | | | | |
| | | 2025 | | | 2024 | |
|---|---|---|---|---|---|---|
| Net interest income | $ | 245 | | $ | 200 | |
| Operating expenses | | (75 | ) | | (70 | ) |
| Return on average equity | | 14.1 | % | | 12.5 | % |
"""


def test_signs_in_columns_of_their_own() -> None:
    """A currency alone in a cell says nothing against the millions of the table, and % makes 14.1 a rate."""
    assert table_says(SIGNS, "2025", currency="USD", bank=True) == [
        *YEARS,
        "ReturnOnAverageEquity 2025 0.141",
        "ReturnOnAverageEquity 2024 0.125",
    ]


def test_signs_in_columns_of_a_page() -> None:
    """A page is read as its text is."""
    rows = [line.strip("|").split("|") for line in SIGNS.strip().splitlines()[2:] if "---" not in line]
    body = "".join("<tr>" + "".join(f"<td>{cell.strip()}</td>" for cell in row) + "</tr>" for row in rows)
    page = f"<html><body><p>(in millions)</p><table>{body}</table></body></html>"
    assert table_says(page, "2025", currency="USD")[:4] == YEARS


def test_a_column_of_units_stays() -> None:
    """A currency beside a name, before two values, heads no column of signs."""
    assert (
        table_says(
            """
| | | 2025 | 2024 |
|---|---|---|---|
| Net interest income | US$ million | 245 | 200 |
| Operating expenses | US$ million | 75 | 70 |
""",
            "2025",
            currency="USD",
        )
        == YEARS
    )


def test_a_head_stands_over_what_any_row_below_it_names() -> None:
    """The days stand over two of three columns, and the stretch over all that the years and the growth name."""
    assert table_says(
        """
| | Three months ended | | | Nine months ended | | |
| | 30 September | 30 September | | 30 September | 30 September | |
| US$ millions | 2025 | 2024 | YoY% | 2025 | 2024 | YoY% |
| Net interest income | 245 | 160 | 53% | 644 | 463 | 39% |
""",
        "2025Q3",
        currency="USD",
    ) == [
        "NetInterestIncome 2025-07-01/2025-09-30 245000000",
        "NetInterestIncome 2024-07-01/2024-09-30 160000000",
        "GrowthRateOfNetInterestIncome 2025-07-01/2025-09-30 0.53",
        "NetInterestIncome 2025-01-01/2025-09-30 644000000",
        "NetInterestIncome 2024-01-01/2024-09-30 463000000",
        "GrowthRateOfNetInterestIncome 2025-01-01/2025-09-30 0.39",
    ]


def test_stretches_that_end_on_days_in_digits() -> None:
    """The quarter ended 6/30/2025 is a quarter, also where the reporting period ends on that day."""
    assert table_says(
        """
($ in thousands)

| | For the Quarter Ended<br>6/30/2025 | Quarter Ended 3/31/2025 | Six months ended 30/06/2025 |
|---|---|---|---|
| Net interest income | $ 245,112 | $ 240,013 | $ 485,125 |
""",
        "2025H1",
        currency="USD",
    ) == [
        "NetInterestIncome 2025-04-01/2025-06-30 245112000",
        "NetInterestIncome 2025-01-01/2025-03-31 240013000",
        "NetInterestIncome 2025-01-01/2025-06-30 485125000",
    ]


def test_days_over_years_in_lines_of_single_blanks() -> None:
    """Each day goes with the year below it, and the title says that flows are of the quarters that end on them."""
    assert table_says(
        """
Quarter ended ($ million)
June 30, March 31, December 31,
2025 2025 2024
Net interest income 24.1 23.2 22.9
Operating expenses 9.1 8.1 7.4
""",
        "2025H1",
        currency="USD",
    ) == [
        "NetInterestIncome 2025-04-01/2025-06-30 24100000",
        "NetInterestIncome 2025-01-01/2025-03-31 23200000",
        "NetInterestIncome 2024-10-01/2024-12-31 22900000",
        "OperatingExpenses 2025-04-01/2025-06-30 9100000",
        "OperatingExpenses 2025-01-01/2025-03-31 8100000",
        "OperatingExpenses 2024-10-01/2024-12-31 7400000",
    ]


def test_a_level_under_a_bare_year_is_of_the_day_that_the_title_names() -> None:
    """The loans of 2024, in a table of half-years ended 30 June, are those of 30 June 2024."""
    assert table_says(
        """
$ million

| For the half-year ended 30 June | 2025 | 2024 |
|---|---|---|
| Net interest income | 245 | 200 |
| At period end | | |
| Loans and advances to customers | 24,510 | 23,180 |
""",
        "2025H1",
        currency="USD",
        bank=True,
    ) == [
        "NetInterestIncome 2025-01-01/2025-06-30 245000000",
        "NetInterestIncome 2024-01-01/2024-06-30 200000000",
        "LoansAndAdvancesToCustomers 2025-06-30 24510000000",
        "LoansAndAdvancesToCustomers 2024-06-30 23180000000",
    ]


def test_a_gap_behind_the_corner_or_a_name_parts_no_cells() -> None:
    """A page's text has a wide gap behind the corner and behind some names, and none behind a bracket."""
    assert table_says(
        """
Key figures

Quarter ended,
(unaudited, $ million)     June 30, March 31, December 31,
     2025 2025 2024
Net interest income 24.1 23.2 22.9
Operating expenses (GAAP)9.1 8.1 7.4
Return on average equity  14.1% 13.2% 12.5%
""",
        "2025H1",
        currency="USD",
        bank=True,
    ) == [
        "NetInterestIncome 2025-04-01/2025-06-30 24100000",
        "NetInterestIncome 2025-01-01/2025-03-31 23200000",
        "NetInterestIncome 2024-10-01/2024-12-31 22900000",
        "OperatingExpenses 2025-04-01/2025-06-30 9100000",
        "OperatingExpenses 2025-01-01/2025-03-31 8100000",
        "OperatingExpenses 2024-10-01/2024-12-31 7400000",
        "ReturnOnAverageEquity 2025-04-01/2025-06-30 0.141",
        "ReturnOnAverageEquity 2025-01-01/2025-03-31 0.132",
        "ReturnOnAverageEquity 2024-10-01/2024-12-31 0.125",
    ]


@pytest.mark.parametrize(
    "unit",
    ["RMB (million)", "RMB(million)", "人民幣（百萬元）", "US$ (millions)", "USD (m)", "NTD (million)"],
)
def test_a_scale_in_brackets_behind_its_currency(unit: str) -> None:
    """The scale is of the currency before it: 245 is no amount of single dollars."""
    assert (
        table_says(
            f"""
| | 2025 {unit} | 2024 {unit} |
|---|---|---|
| Net interest income | 245 | 200 |
| Operating expenses | 75 | 70 |
""",
            "2025",
        )
        == YEARS
    )
