"""Columns of tables that only marks say are changes: + / (-) %, △%, ± %."""

from __future__ import annotations

import pytest

from tests.tagging_example import fact_readings

TABLE = """Loans and advances to customers by customer type (HK$ million)

                        31 Dec 2024     31 Dec 2023     {head}
Corporate customers         138,500         135,700         2
Personal customers           23,200          23,700       (2)
"""
YEAR = "2024-01-01/2024-12-31"


@pytest.mark.parametrize("head", ["+ / (-) %", "+/(-) %", "+/- %", "± %", "△%", "Δ %", "Change %"])
def test_marks_of_change(head: str) -> None:
    """What stands below them is growth and no share, below zero where it is in brackets."""
    growths = [fact for fact in fact_readings(TABLE.format(head=head)) if "GrowthRate" in fact[0]]
    assert growths == [
        ("GrowthRateOfLoansAndAdvancesToCustomers", "CorporateCustomers", YEAR, "0.02"),
        ("GrowthRateOfLoansAndAdvancesToCustomers", "PersonalCustomers", YEAR, "-0.02"),
    ]


@pytest.mark.parametrize("head", ["D %", "y %"])
def test_no_share_is_negative(head: str) -> None:
    """Below a heading that nobody knows a per cent below zero stays open."""
    facts = fact_readings(TABLE.format(head=head))
    assert not any(value.startswith("-") for _, _, _, value in facts if value)
