"""Quarterly reports of the mainland: 本報告期 is their last quarter, beside 年初至報告期末."""

from __future__ import annotations

import pytest

from tests.printed_tables import table_says

QUARTER, TO_DATE = "2024-07-01/2024-09-30", "2024-01-01/2024-09-30"


@pytest.mark.parametrize(
    "heads",
    [
        ("本报告期", "本报告期比上年同期增减(%)", "年初至报告期末", "年初至报告期末比上年同期增减(%)"),
        ("本报告期（7-9月）", "比上年同期增减(%)", "年初至报告期末（1-9月）", "比上年同期增减(%)"),
        ("本報告期", "本報告期比上年同期增減(%)", "年初至報告期末", "年初至報告期末比上年同期增減(%)"),
        ("本期", "比上年同期增减(%)", "年初至本报告期末", "比上年同期增减(%)"),
    ],
)
@pytest.mark.parametrize("html", [True, False])
def test_the_last_quarter_and_the_year_to_date(heads: tuple[str, ...], html: bool) -> None:
    """Both levels and both growths are of the time that their own head says."""
    rows = [("项目", *heads), ("营业收入（千元）", "5,112,004", "3.11", "15,880,121", "(4.02)")]
    text = "<table>" if html else ""
    for row in rows:
        cells = "</td><td>".join(row) if html else "     ".join(row)
        text += f"<tr><td>{cells}</td></tr>" if html else f"{cells}\n"
    assert table_says(text, "2024Q3", html=html) == [
        f"OperatingIncome {QUARTER} 5112004000",
        f"GrowthRateOfOperatingIncome {QUARTER} 0.0311",
        f"OperatingIncome {TO_DATE} 15880121000",
        f"GrowthRateOfOperatingIncome {TO_DATE} -0.0402",
    ]


def test_the_reporting_period_alone() -> None:
    """Where no head says from when on, it is the whole period; and so it is in prose."""
    table = "<table><tr><td>项目</td><td>本报告期</td></tr><tr><td>营业收入（千元）</td><td>5,112,004</td></tr></table>"
    assert table_says(table, "2024Q3", html=True) == [f"OperatingIncome {TO_DATE} 5112004000"]
    assert table_says("报告期内，本行实现净利润15.12亿元。", "2024Q3") == [f"NetProfit {TO_DATE} 1512000000"]
