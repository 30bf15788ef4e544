"""Tables as pages print them: headings that lines break, words spaced out, columns that Han characters move, sums."""

from __future__ import annotations

from tests.tagging_example import rows_of
from tests.test_tables_tagged import facts_of, values_of
from tests.test_text_tables import grid


def test_a_time_and_a_base_that_two_lines_name() -> None:
    """Neither line of a heading names the time, or what a change is measured against; both together do."""
    text = (
        "                          Six months    Six months      Change\n"
        "                            ended 30      ended 30      v first\n"
        "HK$ million                June 2025     June 2024    half 2024\n"
        "                                                              %\n"
        "Net interest income            4,120         3,980          3.5\n"
        "Operating expenses            (2,104)       (2,050)         2.6\n"
    )

    assert facts_of(text, "2025H1") == [
        "NetInterestIncome 2025-01-01/2025-06-30 4120000000",
        "NetInterestIncome 2024-01-01/2024-06-30 3980000000",
        "GrowthRateOfNetInterestIncome 2025-01-01/2025-06-30 0.035",
        "OperatingExpenses 2025-01-01/2025-06-30 2104000000",
        "OperatingExpenses 2024-01-01/2024-06-30 2050000000",
        "GrowthRateOfOperatingExpenses 2025-01-01/2025-06-30 0.026",
    ]


def test_a_label_that_two_lines_hold() -> None:
    """Non-performing over loans is one concept; what a line below says again is not left over."""
    text = (
        "                    Non-performing   Non-performing\n"
        "HK$ million                  loans       loan ratio\n"
        "Manufacturing                  201             0.9%\n"
        "Real estate                    583             3.6%\n"
    )

    assert [fact.partition(" ")[0] for fact in facts_of(text)] == [
        "NonPerformingLoans",
        "NonPerformingLoanRatio",
        "NonPerformingLoans",
        "NonPerformingLoanRatio",
    ]


def test_a_currency_and_a_per_cent_sign_apart() -> None:
    """$ and % stand in columns of their own; the scale of the caption holds where $ is printed, too."""
    text = (
        "(dollars in thousands)\n"
        "\n"
        "                           2025         2024     Change\n"
        "Net interest income   $   61,204   $   57,332      6.8   %\n"
        "Net fee income             8,415        7,990      5.3\n"
    )

    assert facts_of(text, currency="USD") == [
        "NetInterestIncome 2025-01-01/2025-12-31 61204000",
        "NetInterestIncome 2024-01-01/2024-12-31 57332000",
        "GrowthRateOfNetInterestIncome 2025-01-01/2025-12-31 0.068",
        "NetFeeIncome 2025-01-01/2025-12-31 8415000",
        "NetFeeIncome 2024-01-01/2024-12-31 7990000",
        "GrowthRateOfNetFeeIncome 2025-01-01/2025-12-31 0.053",
    ]


def test_a_change_of_a_count_is_no_per_cent() -> None:
    """Where amounts have a growth in per cent, and a ratio its change, a count may have a bare change."""
    text = (
        "| HK$ million | 2025 | 2024 | Change |\n"
        "|---|---|---|---|\n"
        "| Net profit | 8,412 | 8,159 | +3.1% |\n"
        "| Number of branches | 142 | 145 | -3 |\n"
    )

    assert facts_of(text)[-1] == "IncreaseDecreaseInNumberOfBranches 2025-01-01/2025-12-31 -3"


def test_values_that_one_blank_parts() -> None:
    """A wide value may leave a single blank to its neighbour, where all others have two or more."""
    text = (
        "                     1H25      1H24    YoY(%)\n"
        "Net interest income  16,025    15,020     6.7\n"
        "Operating expenses  (13,912) (13,105)     6.2\n"
    )

    assert grid(text)["(13,105)"][1] == ["1H24"]


def test_words_spaced_out() -> None:
    """項 目 and 餘   額 are words of two characters."""
    text = (
        "                        2025年                 2024年\n"
        "   項   目\n"
        "                   餘 額       佔 比       餘 額       佔 比\n"
        "個人存款           2,391       43.4%       2,223       42.7%\n"
        "企業存款           3,120       56.6%       2,980       57.3%\n"
    )

    assert facts_of("人民幣億元\n\n" + text, currency="CNY")[:4] == [
        "Deposits Individuals 2025-12-31 239100000000",
        "ShareOfDeposits Individuals 2025-12-31 0.434",
        "Deposits Individuals 2024-12-31 222300000000",
        "ShareOfDeposits Individuals 2024-12-31 0.427",
    ]


def test_groups_that_repeat_their_headings() -> None:
    """A heading off the middle of its columns is over the group that the headings below it repeat."""
    text = (
        "               2025                   2024                 Change\n"
        "              Amount      Share      Amount      Share\n"
        "Retail           412       40.1         398       39.0        3.5\n"
        "Wholesale        616       59.9         622       61.0       -1.0\n"
    )

    assert grid(text)["40.1"][1] == ["Share", "2025"]
    assert grid(text)["398"][1] == ["Amount", "2024"]
    assert grid(text)["-1.0"][1] == ["Change"]


def test_a_page_gives_a_han_character_one_column() -> None:
    """What a page's layout gives a Han character is told by the columns: here one, in a terminal two."""
    text = (
        "            贷款余额    不良率    存款余额\n"
        "制造业                         2,283     1.10%      1,204\n"
        "批发和零售业                      1,317                 988\n"
        "房地产业                        2,101     2.22%        512\n"
    )

    assert [cells for cells in grid(text) if cells == "988"] == ["988"]
    assert grid(text)["988"][1] != ["不良率"]


def test_levels_that_add_up_to_a_flow_are_none() -> None:
    """Interest on deposits is called as the deposits are; the total of interest expense says what it is."""
    text = (
        "人民币百万元\n\n"
        "| 项目 | 2024年 | 2023年 |\n"
        "|---|---|---|\n"
        "| 向中央银行借款 | 1,941 | 2,778 |\n"
        "| 吸收存款 | 59,409 | 72,321 |\n"
        "| 已发行债务证券 | 12,125 | 16,568 |\n"
        "| 利息支出小计 | 73,475 | 91,667 |\n"
        "| 净利润 | 42,633 | 44,508 |\n"
    )

    assert [row.concept for row in rows_of(text, language="zh-Hans") if row.status == "fact"] == [
        "bank:InterestExpense",
        "bank:InterestExpense",
        "bank:NetProfit",
        "bank:NetProfit",
    ]


def test_what_a_column_gives_amounts_is_none_of_a_count_or_a_share() -> None:
    """HK$'000 over a column is the unit of its amounts; branches are counted, and earnings a share are in dollars."""
    text = (
        "| | 2025 HK$'000 | 2024 HK$'000 |\n"
        "|---|---|---|\n"
        "| Net profit | 4,210,640 | 3,495,112 |\n"
        "| Basic earnings per share | 1.68 | 1.40 |\n"
        "| Number of branches | 48 | 50 |\n"
    )

    assert values_of(text) == ["4210640000", "3495112000", "1.68", "1.40", "48", "50"]


def test_two_columns_called_alike_are_told_by_nothing() -> None:
    """One cell a line, and groups that no heading can be told for: no heading is better than another column's."""
    text = (
        "項目\n年初\n年末\n合計\n金額\n佔比\n金額\n佔比\n餘額\n"
        "個人存款\n2,391\n43.4\n2,223\n42.7\n4,614\n"
        "企業存款\n3,120\n56.6\n2,980\n57.3\n6,100\n"
    )

    assert grid(text)["2,391"][1] == []
