"""Sections of a table that nothing explains, beside those of parts: their rows are no whole's, though a change proves them."""

from __future__ import annotations

from tests.printed_tables import table_says


def test_rows_of_an_unknown_segment_stay_open() -> None:
    """Two segments say the same lines; of one no word of the taxonomy tells which it is, also in the lines it has alone."""
    assert table_says(
        """
單位：港幣百萬元

                            2025年        2024年      增減%
虛擬業務
  淨利息收入               6,204         5,980        3.7
  經營支出                 2,118         2,077        2.0
財資業務
  淨利息收入               1,204         1,980       -39.2
""",
        "2025",
        currency="HKD",
        bank=True,
    ) == [
        *["?"] * 6,
        "NetInterestIncome+TreasurySegment 2025 1204000000",
        "NetInterestIncome+TreasurySegment 2024 1980000000",
        "GrowthRateOfNetInterestIncome+TreasurySegment 2025 -0.392",
    ]


def test_a_heading_that_parts_nothing_leaves_its_rows_alone() -> None:
    """Where no section is a part's, words over rows only group them."""
    assert table_says(
        """
單位：港幣百萬元

                            2025年        2024年
損益摘要
  淨利息收入               6,204         5,980
財務狀況摘要
  資產總額               462,118       442,077
""",
        "2025",
        currency="HKD",
        bank=True,
    ) == [
        "NetInterestIncome 2025 6204000000",
        "NetInterestIncome 2024 5980000000",
        "TotalAssets 2025-12-31 462118000000",
        "TotalAssets 2024-12-31 442077000000",
    ]
