"""A column of units behind the values speaks for its rows as one before them does."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.printed_tables import table_says

ROWS = [
    ("Indicator", "2024", "2023", "Unit"),
    ("Electricity consumption", "4,812", "4,551", "MWh"),
    ("Employees", "1,350", "1,323", "number"),
    ("Net profit", "135", "132", "€m"),
]
HAN = [
    ("指标", "2024年", "2023年", "单位"),
    ("客户数", "135", "132", "万户"),
    ("净利润", "135", "132", "亿元"),
]


@pytest.mark.parametrize("html", [True, False])
def test_each_row_has_its_unit(html: bool) -> None:
    """In a page and in columns of a plain text."""

    def table(rows: Sequence[Sequence[str]]) -> str:
        if html:
            return (
                "<table>" + "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows) + "</table>"
            )
        return "\n".join("".join(f"{cell:<32}" for cell in row).rstrip() for row in rows)

    assert table_says(table(ROWS), currency="EUR", html=html) == [
        "Electricity 2024 4812000",
        "Electricity 2023 4551000",
        "Employees 2024-12-31 1350",
        "Employees 2023-12-31 1323",
        "NetProfit 2024 135000000",
        "NetProfit 2023 132000000",
    ]
    assert table_says(table(HAN), html=html) == [
        "Customers 2024-12-31 1350000",
        "Customers 2023-12-31 1320000",
        "NetProfit 2024 13500000000",
        "NetProfit 2023 13200000000",
    ]
