"""Tables of web pages that hold a cell a line: headings broken over lines, words below times, units and parts between rows."""

from __future__ import annotations

from tests.printed_tables import table_says


def _lines(*cells: str, bar: str = "") -> str:
    return "\n".join(f"{bar}{cell}" for cell in cells)


def test_quarters_broken_over_lines_below_their_year() -> None:
    """First / Quarter is one heading, and the quarter one of the year that stands over all of them."""
    text = _lines(
        "Year Ended December 31, 2023",
        *("First", "Quarter", "Second", "Quarter", "Third", "Quarter"),
        "(In thousands, except per share data)",
        *("Net fee income", "$", "4,180", "$", "4,070", "$", "3,905"),
        *("Basic earnings per share", "$", "0.39", "$", "0.38", "$", "0.36"),
        *("Dividend per share", "0.10", "0.10", "0.11"),
    )
    assert table_says(text, "2024", currency="USD") == [
        "FeeIncome 2023-01-01/2023-03-31 4180000",
        "FeeIncome 2023-04-01/2023-06-30 4070000",
        "FeeIncome 2023-07-01/2023-09-30 3905000",
        "BasicEarnings 2023-01-01/2023-03-31 0.39",
        "BasicEarnings 2023-04-01/2023-06-30 0.38",
        "BasicEarnings 2023-07-01/2023-09-30 0.36",
        "Dividend 2023-01-01/2023-03-31 0.10",
        "Dividend 2023-04-01/2023-06-30 0.10",
        "Dividend 2023-07-01/2023-09-30 0.11",
    ]


def test_months_one_quarter_after_the_other() -> None:
    """Columns of Sep, Jun and Mar hold a quarter each; a row of NA is one, and no heading of those below it."""
    text = _lines(
        "(in million)",
        *("Particulars", "Sep 2024", "Jun 2024", "Mar 2024"),
        *("Audited / Unaudited", "Unaudited", "Unaudited", "Audited"),
        *("Net fee income", "418.2", "407.5", "390.1"),
        *("Claims incurred", "NA", "NA", "NA"),
        *("Net profit", "96.9", "101.4", "88.0"),
        *("Customer deposits", "5,210.3", "5,118.8", "5,002.4"),
    )
    assert table_says(text, "2024Q3", currency="USD") == [
        "FeeIncome 2024-07-01/2024-09-30 418200000",
        "FeeIncome 2024-04-01/2024-06-30 407500000",
        "FeeIncome 2024-01-01/2024-03-31 390100000",
        "NetProfit 2024-07-01/2024-09-30 96900000",
        "NetProfit 2024-04-01/2024-06-30 101400000",
        "NetProfit 2024-01-01/2024-03-31 88000000",
        "Deposits 2024-09-30 5210300000",
        "Deposits 2024-06-30 5118800000",
        "Deposits 2024-03-31 5002400000",
    ]


def test_parts_below_a_stretch() -> None:
    """Names of parts stand over the columns where a stretch of time is right above them; ($-000's) are thousands."""
    text = _lines(
        "For the quarter ended June 30, 2024",
        *("Retail banking", "Wholesale banking", "Total"),
        "($-000's)",
        "Statement of operations",
        *("Operating income", "$", "20,329", "$", "7,303", "$", "27,632"),
        *("Profit before tax", "5,582", "(70", ")", "5,512"),
        bar="|",
    )
    assert table_says(text, "2024Q2", currency="USD") == [
        "OperatingIncome+RetailLine 2024-04-01/2024-06-30 20329000",
        "OperatingIncome+WholesaleLine 2024-04-01/2024-06-30 7303000",
        "OperatingIncome 2024-04-01/2024-06-30 27632000",
        "ProfitBeforeTax+RetailLine 2024-04-01/2024-06-30 5582000",
        "ProfitBeforeTax+WholesaleLine 2024-04-01/2024-06-30 -70000",
        "ProfitBeforeTax 2024-04-01/2024-06-30 5512000",
    ]


def test_changes_called_alike_behind_two_times() -> None:
    """Each is of the first time: against the one before it, and against the last."""
    text = _lines(
        *("Half-year to 30 Jun 2024 £m", "Half-year to 30 Jun 2023 £m", "Change %"),
        *("Half-year to 31 Dec 2023 £m", "Change %"),
        *("Net interest income", "6,338", "7,004", "(10)", "6,761", "(6)"),
        *("Operating income", "8,393", "9,186", "(9)", "8,746", "(4)"),
        bar="|",
    )
    assert table_says(text, "2024H1", currency="GBP")[:5] == [
        "NetInterestIncome 2024-01-01/2024-06-30 6338000000",
        "NetInterestIncome 2023-01-01/2023-06-30 7004000000",
        "GrowthRateOfNetInterestIncome 2024-01-01/2024-06-30 -0.10",
        "NetInterestIncome 2023-07-01/2023-12-31 6761000000",
        "GrowthRateOfNetInterestIncome+Preceding 2024-01-01/2024-06-30 -0.06",
    ]


def test_units_and_marks_that_other_rows_print() -> None:
    """A unit in brackets holds for the rows below it; a rate, or an amount a share, has the mark that others print."""
    text = _lines(
        *("Key figures", "3Q24", "2Q24"),
        "($ in billions)",
        *("Customer deposits", "$", "175.2", "$", "176.4"),
        "Financial metrics",
        "($ in millions)",
        *("Net profit", "382", "392"),
        *("Basic earnings per share", "$", "0.77", "$", "0.78"),
        *("Dividend per share", "0.42", "0.41"),
        *("Return on equity", "9.5", "%", "10.6", "%"),
        *("Net interest margin", "2.77", "2.87"),
        bar="|",
    )
    assert table_says(text, "2024Q3", currency="USD") == [
        "Deposits 2024-09-30 175200000000",
        "Deposits 2024-06-30 176400000000",
        "NetProfit 2024-07-01/2024-09-30 382000000",
        "NetProfit 2024-04-01/2024-06-30 392000000",
        "BasicEarnings 2024-07-01/2024-09-30 0.77",
        "BasicEarnings 2024-04-01/2024-06-30 0.78",
        "Dividend 2024-07-01/2024-09-30 0.42",
        "Dividend 2024-04-01/2024-06-30 0.41",
        "ReturnOnEquity 2024-07-01/2024-09-30 0.095",
        "ReturnOnEquity 2024-04-01/2024-06-30 0.106",
        "NetInterestMargin 2024-07-01/2024-09-30 0.0277",
        "NetInterestMargin 2024-04-01/2024-06-30 0.0287",
    ]
