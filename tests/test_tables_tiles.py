"""Tiles of key figures: a name, its value and what that compares with, each in a line of its own."""

from __future__ import annotations

import pytest

from tagger.readers.tiles import compares
from tests.tagging_example import Reading, fact_readings

NOW, BEFORE = "2024-01-01/2024-12-31", "2023-01-01/2023-12-31"
END, END_BEFORE = "2024-12-31", "2023-12-31"
PROFIT: list[Reading] = [("NetProfit", "", NOW, "1566000000"), ("NetProfit", "", BEFORE, "1315000000")]
MARGIN: list[Reading] = [
    ("NetInterestMargin", "", NOW, "0.0162"),
    ("NetInterestMargin", "", BEFORE, "0.0170"),
]
GROWTH: list[Reading] = [
    ("NetProfit", "", NOW, "1566000000"),
    ("GrowthRateOfNetProfit", "", NOW, "0.19"),
    ("NetInterestMargin", "", NOW, "0.0162"),
    ("IncreaseDecreaseInNetInterestMargin", "", NOW, "-0.0008"),
]
PROSE = (
    "The Group continued to execute its strategy in a demanding environment, with a clear focus on customers, on the\n"
    "quality of its balance sheet and on disciplined investment, while colleagues kept serving customers well.\n\n"
)
HAN_PROSE = (
    "本集團堅持穩中求進，圍繞服務實體經濟、防控金融風險、深化改革創新各項任務，紮實推進各項經營管理工作。\n\n"
)


def _facts(tiles: str) -> list[Reading]:
    return fact_readings((HAN_PROSE if "利" in tiles else PROSE) + "2024\n\n" + tiles)


@pytest.mark.parametrize(
    "tiles",
    [
        "Net profit\nHK$1,566m\n2023: HK$1,315m\n\nNet interest margin\n1.62%\n2023: 1.70%\n",
        "Net profit\nHK$1,566m\n(2023: HK$1,315m)\nNet interest margin\n1.62%\n(2023: 1.70%)\n",
        "HK$1,566m\nNet profit\n(2023: HK$1,315m)\n\n1.62%\nNet interest margin\n(2023: 1.70%)\n",
        "HK$1,566m\nNet profit\nFY23: HK$1,315m\n\n1.62%\nNet interest margin\nFY23: 1.70%\n",
        "Net profit\n\nHK$1,566m\n\n2023: HK$1,315m\n\nNet interest margin\n\n1.62%\n\n2023: 1.70%\n",
        "淨利潤\n港幣15.66億元\n2023年：港幣13.15億元\n\n淨息差\n1.62%\n2023年：1.70%\n",
    ],
)
def test_tiles_with_the_value_of_another_year(tiles: str) -> None:
    """Each value is of what its tile names, and the one behind a year is of that."""
    assert _facts(tiles) == PROFIT + MARGIN


@pytest.mark.parametrize(
    "tiles",
    [
        "Net profit\nHK$1,566m\n+19% vs 2023\n\nNet interest margin\n1.62%\n-8bps vs 2023\n",
        "Net profit\nHK$1,566m\n▲ 19%\n\nNet interest margin\n1.62%\n▼ 8bps\n",
        "HK$1,566m\nNet profit\nup 19% on 2023\n\n1.62%\nNet interest margin\ndown 8bps on 2023\n",
        "HK$1,566m\nNet\nprofit\n↑ 19%\n\n1.62%\nNet interest margin\n↓ 8bps\n",
        "淨利潤\n港幣15.66億元\n按年上升19%\n\n淨息差\n1.62%\n較去年收窄8個基點\n",
        "净利润\n15.66亿元\n同比增长19%\n净息差\n1.62%\n同比下降0.08个百分点\n",
    ],
)
def test_tiles_with_a_change(tiles: str) -> None:
    """The change in the last line is of the value above it."""
    assert _facts(tiles) == GROWTH


def test_a_name_of_two_lines() -> None:
    """A name may go on in a second line, behind a tile or before the first."""
    text = (
        "Loans and advances to\ncustomers\nHK$84.2bn\n2023: HK$80.1bn\n"
        "Deposits from\ncustomers\nHK$97.5bn\n2023: HK$93.0bn\n"
    )
    assert fact_readings(PROSE + text) == [
        ("LoansAndAdvancesToCustomers", "", END, "84200000000"),
        ("LoansAndAdvancesToCustomers", "", END_BEFORE, "80100000000"),
        ("DepositsFromCustomers", "", END, "97500000000"),
        ("DepositsFromCustomers", "", END_BEFORE, "93000000000"),
    ]


def test_no_tiles_below_headings() -> None:
    """Headings of columns make a table, though its values of changes look like the last lines of tiles."""
    text = "HK$ million\n2024\nChange\nNet profit\n1,566\n+19%\nTotal assets\n128,400\n+4%\n"
    assert fact_readings(PROSE + text) == [
        ("NetProfit", "", NOW, "1566000000"),
        ("GrowthRateOfNetProfit", "", NOW, "0.19"),
        ("TotalAssets", "", END, "128400000000"),
        ("GrowthRateOfTotalAssets", "", NOW, "0.04"),
    ]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("2023: HK$1,315m", True),
        ("(H1 2023: 1.70%)", True),
        ("+0.4 ppts", True),
        ("較上年末增長5.2%", True),
        ("in 12 cities", False),
        ("Branches in 2023", False),
        ("2023 Annual Report", False),
        ("1,566", False),
        ("Tier 1 capital ratio", False),
        ("unchanged", False),
    ],
)
def test_what_compares(line: str, says: bool) -> None:
    """The value of another time, or how far something moved; no name, no title and no bare value."""
    assert compares(line) is says


@pytest.mark.parametrize(
    "page",
    [
        "<p>Net profit</p><p>HK$1,566m</p><p>2023: HK$1,315m</p><p>Net interest margin</p><p>1.62%</p><p>2023: 1.70%</p>",
        "<b>HK$1,566m</b><br>Net profit<br>(2023: HK$1,315m)<br><b>1.62%</b><br>Net interest margin<br>(2023: 1.70%)<br>",
        "<h4>Net profit</h4>HK$1,566m<p>FY23: HK$1,315m</p><h4>Net interest margin</h4><span>1.62%</span><p>FY23: 1.70%</p>",
    ],
)
def test_tiles_of_a_page(page: str) -> None:
    """The elements of a page make tiles as lines do."""
    assert fact_readings(
        f"<html><body><h2>Key figures</h2>{page}<p>Our people make the difference.</p></body></html>"
    ) == (PROFIT + MARGIN)
