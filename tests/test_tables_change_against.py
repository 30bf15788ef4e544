"""Tables of quarters with changes against some of them behind, each in money (or basis points) and in per cent."""

from __future__ import annotations

import pytest

from tests.printed_tables import table_says

HEADS = ["3Q24", "2Q24", "3Q23", "2Q24", "3Q23"]
MEASURES = ["$/bp", "%"] * 2
FEES = ["Net fee income", "418", "407", "380", "11", "3", "38", "10"]
PROFIT = ["Net profit", "96", "101", "88", "(5)", "(5)", "8", "9"]
SAID = [
    "FeeIncome 2024-07-01/2024-09-30 418000000",
    "FeeIncome 2024-04-01/2024-06-30 407000000",
    "FeeIncome 2023-07-01/2023-09-30 380000000",
    "IncreaseDecreaseInFeeIncome+Preceding 2024-07-01/2024-09-30 11000000",
    "GrowthRateOfFeeIncome+Preceding 2024-07-01/2024-09-30 0.03",
    "IncreaseDecreaseInFeeIncome 2024-07-01/2024-09-30 38000000",
    "GrowthRateOfFeeIncome 2024-07-01/2024-09-30 0.10",
    "NetProfit 2024-07-01/2024-09-30 96000000",
    "NetProfit 2024-04-01/2024-06-30 101000000",
    "NetProfit 2023-07-01/2023-09-30 88000000",
    "IncreaseDecreaseInNetProfit+Preceding 2024-07-01/2024-09-30 -5000000",
    "GrowthRateOfNetProfit+Preceding 2024-07-01/2024-09-30 -0.05",
    "IncreaseDecreaseInNetProfit 2024-07-01/2024-09-30 8000000",
    "GrowthRateOfNetProfit 2024-07-01/2024-09-30 0.09",
]


def _pipes(top: str) -> str:
    rows = [[top], ["($ in millions)", *HEADS], MEASURES, FEES, PROFIT]
    return "\n".join("| " + " | ".join(row) + " |" + "|" * (9 - len(row)) for row in rows)


def _a_line(top: str) -> str:
    return "\n".join(f"|{cell}" for cell in [top, "($ in millions)", *HEADS, *MEASURES, *FEES, *PROFIT])


def _single_blanks(top: str) -> str:
    rows = [[top], HEADS, MEASURES, ["SELECTED DATA"], FEES, PROFIT]
    return "(dollars in millions)\n" + "\n".join(" ".join(row) for row in rows)


@pytest.mark.parametrize("written", [_pipes, _a_line, _single_blanks])
@pytest.mark.parametrize("top", ["3Q24 Change vs.", "3Q24 Change"])
def test_changes_against_two_quarters(written: object, top: str) -> None:
    """A quarter that comes again is what the change is measured against, over as many columns as there are measures."""
    assert callable(written)
    assert table_says(written(top), "2024Q3", currency="USD") == SAID


def test_years_behind_the_quarters() -> None:
    """Behind them two years begin anew, with a change of their own, and a stretch above is theirs alone."""
    text = """
(dollars in millions)
QUARTERLY TRENDS FOR THE NINE MONTHS ENDED SEPTEMBER 30,
3Q24 Change 2024 Change
3Q24 2Q24 2Q24 2024 2023 2023
$ % $ %
Net fee income 418 407 11 3 1,230 1,145 85 7
Net profit 96 101 (5) (5) 290 271 19 7
"""
    assert table_says(text, "2024Q3", currency="USD") == [
        "FeeIncome 2024-07-01/2024-09-30 418000000",
        "FeeIncome 2024-04-01/2024-06-30 407000000",
        "IncreaseDecreaseInFeeIncome+Preceding 2024-07-01/2024-09-30 11000000",
        "GrowthRateOfFeeIncome+Preceding 2024-07-01/2024-09-30 0.03",
        "FeeIncome 2024-01-01/2024-09-30 1230000000",
        "FeeIncome 2023-01-01/2023-09-30 1145000000",
        "IncreaseDecreaseInFeeIncome 2024-01-01/2024-09-30 85000000",
        "GrowthRateOfFeeIncome 2024-01-01/2024-09-30 0.07",
        "NetProfit 2024-07-01/2024-09-30 96000000",
        "NetProfit 2024-04-01/2024-06-30 101000000",
        "IncreaseDecreaseInNetProfit+Preceding 2024-07-01/2024-09-30 -5000000",
        "GrowthRateOfNetProfit+Preceding 2024-07-01/2024-09-30 -0.05",
        "NetProfit 2024-01-01/2024-09-30 290000000",
        "NetProfit 2023-01-01/2023-09-30 271000000",
        "IncreaseDecreaseInNetProfit 2024-01-01/2024-09-30 19000000",
        "GrowthRateOfNetProfit 2024-01-01/2024-09-30 0.07",
    ]


def test_money_or_basis_points_in_a_column() -> None:
    """Under $/bps a change of an amount is in the table's millions, and one of a rate in basis points."""
    text = """<html><body><table>
<tr><td>($ in millions)</td><td></td><td></td><td colspan="2">3Q24 Change</td></tr>
<tr><td></td><td>3Q24</td><td>3Q23</td><td colspan="2">3Q23</td></tr>
<tr><td></td><td></td><td></td><td>$/bps</td><td>%</td></tr>
<tr><td>Net fee income</td><td>418</td><td>380</td><td>38</td><td>10</td></tr>
<tr><td>Net interest margin</td><td>3.41%</td><td>3.55%</td><td>(14)</td><td></td></tr>
</table></body></html>"""
    assert table_says(text, "2024Q3", currency="USD", html=True) == [
        "FeeIncome 2024-07-01/2024-09-30 418000000",
        "FeeIncome 2023-07-01/2023-09-30 380000000",
        "IncreaseDecreaseInFeeIncome 2024-07-01/2024-09-30 38000000",
        "GrowthRateOfFeeIncome 2024-07-01/2024-09-30 0.10",
        "NetInterestMargin 2024-07-01/2024-09-30 0.0341",
        "NetInterestMargin 2023-07-01/2023-09-30 0.0355",
        "IncreaseDecreaseInNetInterestMargin 2024-07-01/2024-09-30 -0.0014",
    ]


def test_currencies_in_cells_of_their_own() -> None:
    """A growth without a currency stands beside amounts with one: all are moved up to their headings."""
    text = """
Personal lines
Nine Months Ended September 30, |
||||||
---|---|---|---|---|---|---|
2024 | 2023 | Change | ||||
Gross written premiums (billions) | $ | 4.21 | $ | 3.90 | 8% | |
Claims incurred (billions) | $ | 2.86 | $ | 2.71 | 6% | |
"""
    assert table_says(text, "2024Q3", currency="USD") == [
        "Premiums 2024-01-01/2024-09-30 4210000000",
        "Premiums 2023-01-01/2023-09-30 3900000000",
        "GrowthRateOfPremiums 2024-01-01/2024-09-30 0.08",
        "Claims 2024-01-01/2024-09-30 2860000000",
        "Claims 2023-01-01/2023-09-30 2710000000",
        "GrowthRateOfClaims 2024-01-01/2024-09-30 0.06",
    ]


def test_a_corner_that_may_head_a_column() -> None:
    """Metric stands over the names, though what stands over the last column does not say that it heads one."""
    text = """
| Metric | Sep 30, 2024 | Jun 30, 2024 | Sep 30, 2023 | Change (YoY) |
|---|---|---|---|---|
| Total assets | $41.2 billion | $40.8 billion | $39.0 billion | +5.64% |
| Customer deposits | $30.1 billion | $30.4 billion | $28.2 billion | +6.74% |
"""
    assert table_says(text, "2024Q3", currency="USD")[:3] == [
        "TotalAssets 2024-09-30 41200000000",
        "TotalAssets 2024-06-30 40800000000",
        "TotalAssets 2023-09-30 39000000000",
    ]
