"""Cells that hold a value and its change: €210 million (+5%), 1,350 (▲2%), 1.9% ▼0.2pp."""

from __future__ import annotations

import pytest

from tests.printed_tables import table_says


def _page(*rows: tuple[str, ...]) -> str:
    return "<table>" + "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows) + "</table>"


@pytest.mark.parametrize(
    ("income", "ratio", "people"),
    [
        ("€210 million (+5%)", "1.9% (-0.2pp)", "1,350 (+2%)"),
        ("€210 million (▲5%)", "1.9% (▼0.2pp)", "1,350 (▲2%)"),
        ("€210 million ▲5%", "1.9% ▼0.2pp", "1,350 ▲2%"),
        ("€210m (↑ 5%)", "1.9% (↓ 0.2pp)", "1,350 (↑ 2%)"),
    ],
)
def test_a_value_and_its_change(income: str, ratio: str, people: str) -> None:
    """Both are facts; the arrow is the change's and makes no level negative."""
    page = _page(
        ("", "2024", "2023"),
        ("Operating income", income, "€200 million"),
        ("NPL ratio", ratio, "2.1%"),
        ("Employees", people, "1,323"),
    )
    assert table_says(page, currency="EUR", html=True) == [
        "OperatingIncome 2024 210000000",
        "GrowthRateOfOperatingIncome 2024 0.05",
        "OperatingIncome 2023 200000000",
        "NplRatio 2024-12-31 0.019",
        "IncreaseDecreaseInNplRatio 2024 -0.002",
        "NplRatio 2023-12-31 0.021",
        "Employees 2024-12-31 1350",
        "GrowthRateOfEmployees 2024 0.02",
        "Employees 2023-12-31 1323",
    ]


def test_han_brackets() -> None:
    """With the unit over the table: 210.4（+5.9%）."""
    page = _page(
        ("单位：亿元", "2024年", "2023年"),
        ("营业收入", "210.4（+5.9%）", "198.7"),
        ("净利润", "61.2（-1.9%）", "62.4"),
    )
    assert table_says(page, html=True) == [
        "OperatingIncome 2024 21040000000",
        "GrowthRateOfOperatingIncome 2024 0.059",
        "OperatingIncome 2023 19870000000",
        "NetProfit 2024 6120000000",
        "GrowthRateOfNetProfit 2024 -0.019",
        "NetProfit 2023 6240000000",
    ]


def test_of_a_part_of_a_year_and_without_a_sign() -> None:
    """Against which quarter is not said, nor that it is a change: 61 (29%) may be a share. The values are facts."""
    page = _page(("", "Q2 2024", "Q1 2024"), ("Operating income", "€210 million (+5%)", "€200 million (29%)"))
    assert table_says(page, "2024Q2", currency="EUR", html=True) == [
        "OperatingIncome 2024-04-01/2024-06-30 210000000",
        "?",
        "OperatingIncome 2024-01-01/2024-03-31 200000000",
        "?",
    ]
