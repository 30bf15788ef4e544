"""The headlines of an invented bank, in three languages: the bank taxonomy has a concept for each, and the same one."""

from __future__ import annotations

from pathlib import Path

import pytest

import tagwright

FOLDER = Path(__file__).parent / "headlines"
YEAR, DAY = "2024-01-01/2024-12-31", "2024-12-31"
HEADLINES = """\
OperatingIncome 46320000000
GrowthRateOfOperatingIncome 0.031
NetInterestIncome 33850000000
NetFeeAndCommissionIncome 6410000000
OperatingExpenses 13290000000
ImpairmentLosses 11060000000
GrowthRateOfImpairmentLosses -0.048
ProfitBeforeTax 21720000000
NetProfit 18540000000
GrowthRateOfNetProfit 0.052
BasicEarningsPerShare 1.37
NetInterestMargin 0.0162
NetInterestSpread 0.0151
CostToIncomeRatio 0.2869
ReturnOnAverageEquity 0.1083
TotalAssets 2214600000000
GrowthRateOfTotalAssets 0.064
TotalLiabilities 2041800000000
TotalEquity 172800000000
LoansAndAdvancesToCustomers/SpecialMentionLoansMember 19840000000
OverdueLoans 17350000000
NonPerformingLoanRatio 0.0118
IncreaseDecreaseInNonPerformingLoanRatio -0.0003
AllowanceToLoansRatio 0.0291
LoansWrittenOff 6270000000
CommonEquityTier1Ratio 0.1042
Tier1CapitalRatio 0.1187
CapitalAdequacyRatio 0.1436
RiskWeightedAssets 1436500000000
LeverageRatio 0.0694
LiquidityCoverageRatio 1.417
NetStableFundingRatio 1.173
"""


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
def test_each_headline_is_its_concept_in_every_language(language: str) -> None:
    """Income, margin, balance sheet, loan quality, capital and liquidity: nothing is left, and nothing is taken for another."""
    tagged = tagwright.tag(
        FOLDER / f"{language}.txt", taxonomy="bank-disclosure", entity=FOLDER / "entity.yaml", period="2024"
    )

    rows = [row for row in tagged.ledger.rows if row.status != "not_a_fact"]
    said = [
        "/".join(name.partition(":")[2] for name in (row.concept or "", *dict(row.dimensions).values()))
        + f" {row.value}"
        for row in rows
    ]
    assert said == HEADLINES.splitlines()
    levels = {"TotalAssets", "TotalLiabilities", "TotalEquity", "OverdueLoans", "NonPerformingLoanRatio"}
    assert {row.period for row in rows if (row.concept or "").partition(":")[2] in levels} == {DAY}
    assert {
        row.period for row in rows if "OfNet" in (row.concept or "") or "Margin" in (row.concept or "")
    } == {YEAR}
