"""What other cells of a table tell of a bare one: a change in points, $ beside an amount; and headings of quarters."""

from __future__ import annotations

from tests.printed_tables import table_says


def test_ratios_whose_change_is_in_points() -> None:
    """A ratio without a sign is in per cent where changes beside it are in points; amounts are what their rows say."""
    text = """<html><body><table>
<tr><td></td><td>9M 2024</td><td>9M 2023</td><td>Change</td></tr>
<tr><td>Gross written premiums (billions)</td><td>$4.21</td><td>$3.90</td><td>8%</td></tr>
<tr><td>Combined ratio</td><td>91.8</td><td>94.5</td><td>(2.7) pts.</td></tr>
</table></body></html>"""
    assert table_says(text, "2024Q3", currency="USD", html=True) == [
        "Premiums 2024-01-01/2024-09-30 4210000000",
        "Premiums 2023-01-01/2023-09-30 3900000000",
        "GrowthRateOfPremiums 2024-01-01/2024-09-30 0.08",
        "CombinedRatio 2024-01-01/2024-09-30 0.918",
        "CombinedRatio 2023-01-01/2023-09-30 0.945",
        "IncreaseDecreaseInCombinedRatio 2024-01-01/2024-09-30 -0.027",
    ]


def test_ratios_that_nothing_tells() -> None:
    """Where no cell and no name says per cent, a ratio without a sign is left open."""
    text = """<html><body><table>
<tr><td>EUR million</td><td>2024</td><td>2023</td></tr>
<tr><td>Gross written premiums</td><td>4,210</td><td>3,900</td></tr>
<tr><td>Combined ratio</td><td>91.8</td><td>94.5</td></tr>
</table></body></html>"""
    assert table_says(text, currency="EUR", html=True)[2:] == ["?", "?"]


def test_a_stretch_over_aligned_days() -> None:
    """Quarter ended stands over both days, though its words end over a column each; an amount a share is in the table's money."""
    text = """
                                           Quarter ended       Change from
(in millions, except ratios)             Sep 30,    Jun 30,       Jun 30,
                                            2024       2024          2024
Net fee income                         $  20,366     20,689           (2)%
Net profit                                 5,114      4,910            4
Basic earnings per share                    1.42       1.33            7
"""
    assert table_says(text, "2024Q3", currency="USD") == [
        "FeeIncome 2024-07-01/2024-09-30 20366000000",
        "FeeIncome 2024-04-01/2024-06-30 20689000000",
        "GrowthRateOfFeeIncome+Preceding 2024-07-01/2024-09-30 -0.02",
        "NetProfit 2024-07-01/2024-09-30 5114000000",
        "NetProfit 2024-04-01/2024-06-30 4910000000",
        "GrowthRateOfNetProfit+Preceding 2024-07-01/2024-09-30 0.04",
        "BasicEarnings 2024-07-01/2024-09-30 1.42",
        "BasicEarnings 2024-04-01/2024-06-30 1.33",
        "GrowthRateOfBasicEarnings+Preceding 2024-07-01/2024-09-30 0.07",
    ]


def test_quarters_of_fiscal_years_between_single_blanks() -> None:
    """Q2 FY24 is one heading, and so is YoY %."""
    text = """
(EUR million) Q2 FY24 Q2 FY23 YoY % Q1 FY24 QoQ %
Net fee income 418 380 10.0% 407 2.7%
Net profit 96 88 9.1% 101 -5.0%
"""
    assert table_says(text, "2024Q2", currency="EUR")[:5] == [
        "FeeIncome 2024-04-01/2024-06-30 418000000",
        "FeeIncome 2023-04-01/2023-06-30 380000000",
        "GrowthRateOfFeeIncome 2024-04-01/2024-06-30 0.100",
        "FeeIncome 2024-01-01/2024-03-31 407000000",
        "GrowthRateOfFeeIncome+Preceding 2024-04-01/2024-06-30 0.027",
    ]
