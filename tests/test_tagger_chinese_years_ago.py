"""What a year ago and the same time of last year are in Chinese prose, and programmes that are called plans and plan nothing."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings

DEPOSITS, INCOME, NPL = "DepositsFromCustomers", "OperatingIncome", "NonPerformingLoanRatio"
HALF, BEFORE, END = "2025-01-01/2025-06-30", "2024-01-01/2024-06-30", "2025-06-30"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "客戶存款為50億元，較一年前增加5%。",
            (f"GrowthRateOf{DEPOSITS}", "SamePeriodOfPreviousYear", "2024-07-01/2025-06-30", "0.05"),
        ),
        ("不良率1.2%，去年底為1.3%，一年前為1.4%。", (NPL, "", "2024-06-30", "0.014")),
        ("營業收入為5億元，一年前則為3億元。", (INCOME, "", BEFORE, "300000000")),
        # last year is the report's, whatever year was told between
        ("營業收入為5億元，二零二一年為4億元，去年同期為3億元。", (INCOME, "", BEFORE, "300000000")),
        (
            "客户存款为50亿元，2022年末为30亿元，上年同期为45亿元。",
            (DEPOSITS, "", "2024-06-30", "4500000000"),
        ),
    ],
)
def test_a_year_ago_is_the_part_of_the_year_that_is_reported(text: str, last: Reading) -> None:
    """In a report of half a year 一年前 is the same half, or its last day, a year before."""
    assert fact_readings(text, "2025H1")[-1] == last


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("年內透過股份回購計劃向股東返還3億元，客戶存款為72億元。", [(DEPOSITS, "", END, "7200000000")]),
        ("员工持股计划持有股份1,200万股，员工4,000人。", [("NumberOfEmployees", "", END, "4000")]),
        ("本行計劃將不良率控制在1.2%以內。", [(NPL, "Target", END, "0.012")]),
    ],
)
def test_a_programme_that_is_called_a_plan_plans_nothing(text: str, facts: list[Reading]) -> None:
    """股份回購計劃 is no target of what stands behind it; 本行計劃 is one."""
    assert fact_readings(text, "2025H1") == facts


def test_what_a_part_earns_is_no_share_of_how_many_there_are() -> None:
    """海外據點獲利占比 is a share of the profit."""
    assert fact_readings("海外據點獲利占比38%。", "2025H1") == []
