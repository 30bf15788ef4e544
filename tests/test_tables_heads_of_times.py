"""Tables whose cells single blanks part, below headings of times that take several words, titles, units and notes."""

from __future__ import annotations

import pytest

from tests.printed_tables import table_says

_HIGHLIGHTS = """
Results (RMB’000)
January to June 2024 2023 2022
Operating income 812,440 1,604,115 1,520,930
Profit before tax
301,220 590,114 544,870
Scale (RMB’000)
June 30,2024 December 31,2023 December 31,2022
Total assets 52,118,300 49,870,115 47,220,640
Total liabilities 47,902,110 45,931,870 43,650,220
Per share (RMB)
January to June 2024 2023 2022
Basic earnings per share 0.21 0.43 0.40
Diluted earnings per share 0.20* 0.42 0.39
"""


def test_days_elsewhere_say_that_years_behind_a_part_of_one_are_whole() -> None:
    """January to June 2024 2023 2022, and below it June 30,2024 December 31,2023 December 31,2022."""
    assert table_says(_HIGHLIGHTS, "2024H1", bank=True) == [
        "OperatingIncome 2024-01-01/2024-06-30 812440000",
        "OperatingIncome 2023 1604115000",
        "OperatingIncome 2022 1520930000",
        "ProfitBeforeTax 2024-01-01/2024-06-30 301220000",
        "ProfitBeforeTax 2023 590114000",
        "ProfitBeforeTax 2022 544870000",
        "TotalAssets 2024-06-30 52118300000",
        "TotalAssets 2023-12-31 49870115000",
        "TotalAssets 2022-12-31 47220640000",
        "TotalLiabilities 2024-06-30 47902110000",
        "TotalLiabilities 2023-12-31 45931870000",
        "TotalLiabilities 2022-12-31 43650220000",
        "BasicEarningsPerShare 2024-01-01/2024-06-30 0.21",
        "BasicEarningsPerShare 2023 0.43",
        "BasicEarningsPerShare 2022 0.40",
        "DilutedEarningsPerShare 2024-01-01/2024-06-30 0.20",
        "DilutedEarningsPerShare 2023 0.42",
        "DilutedEarningsPerShare 2022 0.39",
    ]


def test_years_behind_a_part_of_one_are_open_where_nothing_tells() -> None:
    """H1 of each of the years, or whole years: nobody knows."""
    per_share = _HIGHLIGHTS[_HIGHLIGHTS.index("Per share") :]
    assert table_says(per_share, "2024H1", bank=True) == [
        "BasicEarningsPerShare 2024-01-01/2024-06-30 0.21",
        "?",
        "?",
        "DilutedEarningsPerShare 2024-01-01/2024-06-30 0.20",
        "?",
        "?",
    ]


def test_one_year_behind_a_part_of_another_leaves_both_open() -> None:
    """H1 2024 2023."""
    assert table_says(
        """
Per share (RMB)
H1 2024 2023
Basic earnings per share 0.21 0.43
Diluted earnings per share 0.20 0.42
""",
        "2024H1",
        bank=True,
    ) == ["?", "?", "?", "?"]


def test_a_stretch_before_days_is_of_all_years() -> None:
    """Six months ended 30 June 2024 2023."""
    assert table_says(
        """
RMB million
Six months ended 30 June 2024 2023
Interest income 3,118 2,940
Interest expense (1,206) (1,118)
""",
        "2024H1",
        bank=True,
    ) == [
        "InterestIncome 2024-01-01/2024-06-30 3118000000",
        "InterestIncome 2023-01-01/2023-06-30 2940000000",
        "InterestExpense 2024-01-01/2024-06-30 1206000000",
        "InterestExpense 2023-01-01/2023-06-30 1118000000",
    ]


@pytest.mark.parametrize(
    ("heads", "one", "other"),
    [
        ("Jan-Jun 2024 Jan-Jun 2023", "2024-01-01/2024-06-30", "2023-01-01/2023-06-30"),
        ("Half year 2024 Full year 2023", "2024-01-01/2024-06-30", "2023"),
        ("First half of 2024 Second half of 2023", "2024-01-01/2024-06-30", "2023-07-01/2023-12-31"),
    ],
)
def test_headings_of_several_words(heads: str, one: str, other: str) -> None:
    """A phrase of time is one heading, whatever its words."""
    assert table_says(
        f"RMB million\n{heads}\nInterest income 3,118 2,940\nInterest expense 1,206 1,118\n",
        "2024H1",
        bank=True,
    ) == [
        f"InterestIncome {one} 3118000000",
        f"InterestIncome {other} 2940000000",
        f"InterestExpense {one} 1206000000",
        f"InterestExpense {other} 1118000000",
    ]


def test_a_unit_over_all_columns_is_over_no_group_of_them() -> None:
    """RMB million, over two days, a change and its rate."""
    assert table_says(
        """
RMB million
31 December 2024 31 December 2023 Change Change %
Total assets 8,120 7,940 180 2.3
Total liabilities 7,400 7,260 140 1.9
""",
        bank=True,
    ) == [
        "TotalAssets 2024-12-31 8120000000",
        "TotalAssets 2023-12-31 7940000000",
        "IncreaseDecreaseInTotalAssets 2024 180000000",
        "GrowthRateOfTotalAssets 2024 0.023",
        "TotalLiabilities 2024-12-31 7400000000",
        "TotalLiabilities 2023-12-31 7260000000",
        "IncreaseDecreaseInTotalLiabilities 2024 140000000",
        "GrowthRateOfTotalLiabilities 2024 0.019",
    ]


def test_units_again_and_again_below_years() -> None:
    """RMB million RMB million RMB million, with a section below them."""
    assert table_says(
        """
Summary of three years
2024 2023 2022
RMB million RMB million RMB million
For the year
Operating income 964 930 900
Net profit 500 450 440
""",
        bank=True,
    ) == [
        "OperatingIncome 2024 964000000",
        "OperatingIncome 2023 930000000",
        "OperatingIncome 2022 900000000",
        "NetProfit 2024 500000000",
        "NetProfit 2023 450000000",
        "NetProfit 2022 440000000",
    ]


def test_rows_with_the_number_of_a_note_and_without() -> None:
    """Note heads what stands before the values of some rows."""
    assert table_says(
        """
RMB million
Note 2024 2023
Interest income 4 3,118 2,940
Interest expense 4.1 (1,206) (1,118)
Net interest income 1,912 1,822
Operating expenses 5(a) (611) (590)
""",
        bank=True,
    ) == [
        "InterestIncome 2024 3118000000",
        "InterestIncome 2023 2940000000",
        "InterestExpense 2024 1206000000",
        "InterestExpense 2023 1118000000",
        "NetInterestIncome 2024 1912000000",
        "NetInterestIncome 2023 1822000000",
        "OperatingExpenses 2024 611000000",
        "OperatingExpenses 2023 590000000",
    ]


def test_notes_in_the_line_over_groups() -> None:
    """項目 附註 113年度 112年度 over 金額 % 金額 %, below a title that names both years."""
    assert table_says(
        """
綜合損益表
民國113年及112年1月1日至12月31日 單位:新臺幣仟元
項目 附註 113年度 112年度
金額 % 金額 %
利息收入 六(十二) 4,118,220 151 3,905,114 148
減:利息費用 六(十二) (1,390,110) (51) (1,270,640) (48)
利息淨收益 2,728,110 100 2,634,474 100
""",
        currency="TWD",
        bank=True,
    )[::2] == [
        "InterestIncome 2024 4118220000",
        "InterestIncome 2023 3905114000",
        "InterestExpense 2024 1390110000",
        "InterestExpense 2023 1270640000",
        "NetInterestIncome 2024 2728110000",
        "NetInterestIncome 2023 2634474000",
    ]


def test_the_beginning_of_a_name_that_ends_open_is_no_section() -> None:
    """歸屬於本行股東的 / 淨利潤; Profit attributable to 512 480 / shareholders of the Bank."""
    assert table_says(
        "人民幣百萬元 2024 2023\n歸屬於本行股東的\n淨利潤 512 480\n資產總額 8,120 7,940\n", bank=True
    )[:2] == [
        "NetProfitAttributableToShareholders 2024 512000000",
        "NetProfitAttributableToShareholders 2023 480000000",
    ]
    assert table_says(
        "RMB million 2024 2023\nNet profit attributable to 512 480\nshareholders of the Bank\nTotal assets 8,120 7,940\n",
        bank=True,
    )[:2] == [
        "NetProfitAttributableToShareholders 2024 512000000",
        "NetProfitAttributableToShareholders 2023 480000000",
    ]


@pytest.mark.parametrize(
    "heads",
    [
        "Three months ended Nine months ended\n30 September 30 September\n2024 2023 2024 2023",
        "Quarter ended Nine months ended\nSep 30, 2024 Sep 30, 2023 Sep 30, 2024 Sep 30, 2023",
        "For the three months ended September 30, For the nine months ended September 30,\n2024 2023 2024 2023",
        "截至9月30日止三個月 截至9月30日止九個月\n2024年 2023年 2024年 2023年",
    ],
)
def test_stretches_side_by_side(heads: str) -> None:
    """Each stretch is over as many times."""
    units = "RMB million RMB million RMB million RMB million\n"
    assert table_says(
        f"{heads}\n{units}Interest income 3,118 2,940 9,240 8,810\nInterest expense 1,206 1,118 3,610 3,340\n",
        "2024Q3",
        bank=True,
    ) == [
        "InterestIncome 2024-07-01/2024-09-30 3118000000",
        "InterestIncome 2023-07-01/2023-09-30 2940000000",
        "InterestIncome 2024-01-01/2024-09-30 9240000000",
        "InterestIncome 2023-01-01/2023-09-30 8810000000",
        "InterestExpense 2024-07-01/2024-09-30 1206000000",
        "InterestExpense 2023-07-01/2023-09-30 1118000000",
        "InterestExpense 2024-01-01/2024-09-30 3610000000",
        "InterestExpense 2023-01-01/2023-09-30 3340000000",
    ]


def test_stretches_over_unlike_numbers_of_times() -> None:
    """The first stretch is over three days, the second over two: its times begin again."""
    assert table_says(
        """
RMB million
Quarter ended Nine months ended
Sep 30, 2024 Jun 30, 2024 Sep 30, 2023 Sep 30, 2024 Sep 30, 2023
Interest income 3,118 3,040 2,940 9,240 8,810
Interest expense 1,206 1,190 1,118 3,610 3,340
""",
        "2024Q3",
        bank=True,
    )[:5] == [
        "InterestIncome 2024-07-01/2024-09-30 3118000000",
        "InterestIncome 2024-04-01/2024-06-30 3040000000",
        "InterestIncome 2023-07-01/2023-09-30 2940000000",
        "InterestIncome 2024-01-01/2024-09-30 9240000000",
        "InterestIncome 2023-01-01/2023-09-30 8810000000",
    ]


def test_units_of_two_kinds_below_times() -> None:
    """HK$ million HK$ million %; Note USD'000 USD'000."""
    assert table_says(
        """
Year ended 31 December
2024 2023 Variance
HK$ million HK$ million %
Interest income 3,118 2,940 6.1
Interest expense (1,206) (1,118) 7.9
""",
        bank=True,
    ) == [
        "InterestIncome 2024 3118000000",
        "InterestIncome 2023 2940000000",
        "GrowthRateOfInterestIncome 2024 0.061",
        "InterestExpense 2024 1206000000",
        "InterestExpense 2023 1118000000",
        "GrowthRateOfInterestExpense 2024 0.079",
    ]
    assert table_says(
        "2024 2023\nNote USD'000 USD'000\nTotal assets 8,120 7,940\nTotal liabilities 12 7,400 7,260\n",
        bank=True,
    ) == [
        "TotalAssets 2024-12-31 8120000",
        "TotalAssets 2023-12-31 7940000",
        "TotalLiabilities 2024-12-31 7400000",
        "TotalLiabilities 2023-12-31 7260000",
    ]
