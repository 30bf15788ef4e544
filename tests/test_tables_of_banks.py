"""Tables as banks' annual reports have them: averages and rates, compositions of income, balances that move, spread names."""

from __future__ import annotations

import pytest

from tagger.ledger import Row
from tests.tagging_example import rows_of
from tests.test_text_tables import grid

Told = tuple[str, str, str]
"""Concept, members and period, without prefixes."""


def told(text: str, period: str = "2024") -> dict[str, Told | str]:
    """Return what each value of a text is, or the code of why it is nothing."""
    return {row.text: _told(row) for row in rows_of(text, period) if row.status != "not_a_fact"}


def _told(row: Row) -> Told | str:
    if row.status != "fact" or row.concept is None:
        return row.reason.code if row.reason else row.status
    members = " ".join(member.partition(":")[2] for _, member in row.dimensions)
    return row.concept.partition(":")[2], members, str(row.period)


AVERAGES = """\
客戶存款的平均餘額及付息率
單位：人民幣百萬元

| 項　目 | 2024年平均餘額 | 2024年利息支出 | 2024年平均付息率 |
|---|---:|---:|---:|
| 公司存款 | 1,204,511 | 21,080 | 1.75% |
| 個人存款 | 880,315 | 17,166 | 1.95% |
| 合　計 | 2,084,826 | 38,246 | 1.83% |
"""


def test_row_and_column_name_one_concept_together() -> None:
    """公司存款 beside 平均付息率 is the rate on these deposits, and the total's row is of the same."""
    year = "2024-01-01/2024-12-31"

    found = told(AVERAGES)

    assert found["1,204,511"] == ("AverageBalanceOfDeposits", "CorporateCustomersMember", year)
    assert found["21,080"] == ("InterestExpenseOnDeposits", "CorporateCustomersMember", year)
    assert found["1.95%"] == ("AverageInterestRateOfDeposits", "PersonalCustomersMember", year)
    assert found["38,246"] == ("InterestExpenseOnDeposits", "", year)
    assert found["1.83%"] == ("AverageInterestRateOfDeposits", "", year)


def test_row_and_column_in_english() -> None:
    """The lines of a column's heading and the row are read as one name, in either order."""
    text = (
        "Average balances and rates\n\n(RMB million)\n"
        "                                   2024                    2023\n"
        "                    Average      Average     Average      Average\n"
        "                    balance      cost        balance      cost\n"
        "Corporate deposits  1,204,511    1.75%       1,150,220    1.95%\n"
        "Personal deposits     880,315    2.05%         801,437    2.14%\n"
    )

    found = told(text)

    assert found["1,204,511"] == (
        "AverageBalanceOfDeposits",
        "CorporateCustomersMember",
        "2024-01-01/2024-12-31",
    )
    assert found["2.14%"] == (
        "AverageInterestRateOfDeposits",
        "PersonalCustomersMember",
        "2023-01-01/2023-12-31",
    )


@pytest.mark.parametrize("average", ["日均餘額", "月均餘額", "平均餘額"])
def test_an_average_is_no_balance(average: str) -> None:
    """Where no concept is the average of a row, its balance is not taken for it."""
    text = (
        "| 項目 | 2024年" + average + " | 2023年" + average + " |\n|---|---|---|\n"
        "| 買入返售金融資產（人民幣百萬元） | 41,307 | 38,112 |\n"
        "| 固定資產（人民幣百萬元） | 9,871 | 9,402 |\n"
    )

    assert not [row for row in rows_of(text) if row.status == "fact"]


COMPOSITION = """\
營業收入的構成
單位：人民幣百萬元

| 項目 | 2024年金額 | 佔比 | 2023年金額 | 佔比 |
|---|---:|---:|---:|---:|
| 利息淨收入 | 52,310 | 71.2% | 50,118 | 70.4% |
| 存放中央銀行款項 | 2,204 | 3.0% | 2,310 | 3.2% |
| 手續費及佣金淨收入 | 21,177 | 28.8% | 21,066 | 29.6% |
| 營業收入 | 73,487 | 100.0% | 71,184 | 100.0% |
"""


def test_a_row_called_like_a_balance_in_a_breakdown_of_income() -> None:
    """It is the income from the balance: no fact of the balance, and the rows of income stay facts."""
    found = told(COMPOSITION)

    assert found["2,204"] == "ambiguous"
    assert found["2,310"] == "ambiguous"
    assert found["52,310"] == ("NetInterestIncome", "", "2024-01-01/2024-12-31")
    assert found["71,184"] == ("OperatingIncome", "", "2023-01-01/2023-12-31")


def test_levels_under_bare_years_stay_where_nothing_is_broken_down() -> None:
    """A table of key figures mixes flows and balances under 2024年."""
    text = (
        "主要財務數據\n單位：人民幣百萬元\n\n"
        "| 項目 | 2024年 | 2023年 |\n|---|---:|---:|\n"
        "| 營業收入 | 73,487 | 71,184 |\n| 總資產 | 2,904,112 | 2,730,950 |\n"
    )

    assert told(text)["2,904,112"] == ("TotalAssets", "", "2024-12-31")


def test_increases_and_decreases_in_columns_of_their_own() -> None:
    """What came in and what went out in a year are no change of the balance."""
    text = (
        "股東權益變動情況\n單位：人民幣百萬元\n\n"
        "| 項目 | 年初數 | 本年增加 | 本年減少 | 年末數 |\n|---|---:|---:|---:|---:|\n"
        "| 一般風險準備 | 68,262 | 1,216 | 310 | 69,168 |\n"
        "| 盈餘公積 | 10,781 | 402 | 77 | 11,106 |\n"
    )

    found = told(text)

    assert found["1,216"] == "left_over"
    assert found["310"] == "left_over"
    assert found["69,168"] == ("GeneralRiskReserve", "", "2024-12-31")


def test_names_spread_over_their_cell() -> None:
    """項   目 stands between the lines of headings, 合   計 is one name, and neither is left over."""
    text = (
        "貸款質量\n"
        "                  2024年末                  2023年末\n"
        "   項   目\n"
        "               金額        佔比          金額        佔比\n"
        "正常類      1,200,410     97.1%     1,101,300     97.0%\n"
        "關注類         21,030      1.7%        19,870      1.8%\n"
        "合   計     1,221,440     98.8%     1,121,170     98.8%\n"
    )

    found = grid(text)

    assert found["1.7%"] == (["關注類"], ["佔比", "2024年末"], [])
    assert found["1.8%"] == (["關注類"], ["佔比", "2023年末"], [])
    assert found["1,121,170"] == (["合   計"], ["金額", "2023年末"], [])


def test_groups_are_told_by_names_that_come_again() -> None:
    """Years that begin with their group, not over its middle, head all of its columns; the last column has its own."""
    text = (
        "                 2024年                2023年                增減\n"
        "                 金額       佔比       金額       佔比       幅度\n"
        "利息淨收入      52,310     71.2%     50,118     70.4%       4.4%\n"
        "非利息淨收入    21,177     28.8%     21,066     29.6%       0.5%\n"
    )

    found = grid(text)

    assert found["71.2%"][1] == ["佔比", "2024年"]
    assert found["29.6%"][1] == ["佔比", "2023年"]
    assert found["4.4%"][1] == ["幅度", "增減"]


def test_columns_of_one_character_are_no_spread_name() -> None:
    """男 and 女 over two columns are two headings."""
    text = (
        "                男         女      合計\n"
        "員工           120        130       250\n"
        "經理            20         18        38\n"
    )

    assert grid(text)["130"][1] == ["女"]


def test_a_title_with_its_number_and_what_it_parts_by() -> None:
    """（一）貸款五級分類 gives the concept: neither its number nor what stands before 分類 is left over."""
    text = (
        "（一）貸款五級分類\n\n單位：人民幣千元\n\n"
        "| 五級分類 | 2024年12月31日 | 2023年12月31日 |\n|---|---:|---:|\n"
        "| 正常類 | 480,310,672 | 441,902,118 |\n| 關注類 | 8,853,904 | 8,302,617 |\n"
    )

    found = told(text)

    assert found["480,310,672"] == ("LoansAndAdvancesToCustomers", "PassLoansMember", "2024-12-31")
    assert found["8,302,617"] == ("LoansAndAdvancesToCustomers", "SpecialMentionLoansMember", "2023-12-31")


def test_a_share_is_of_the_amounts_before_it() -> None:
    """佔比 behind 貸款餘額 is the share of the loans, not of what the next column holds."""
    text = (
        "行業情況\n\n單位：人民幣百萬元\n\n"
        "| 行業 | 2024年末貸款餘額 | 佔比 | 不良貸款餘額 |\n|---|---:|---:|---:|\n"
        "| 製造業 | 72,190 | 12.80% | 931 |\n| 房地產業 | 31,019 | 5.50% | 1,241 |\n"
    )

    found = told(text)

    assert found["12.80%"] == ("ShareOfLoansAndAdvancesToCustomers", "ManufacturingMember", "2024-12-31")
    assert found["5.50%"] == ("ShareOfLoansAndAdvancesToCustomers", "RealEstateMember", "2024-12-31")


SEGMENTS = """\
Key figures

| RMB million | 2024 | 2023 | Change |
|---|---:|---:|---:|
| Corporate banking | 31,420 | 29,806 | 5.4% |
| Personal banking | 28,117 | 27,930 | 0.7% |
| Treasury operations | 9,204 | {last} | |
| Operating income | 68,741 | 66,537 | 3.3% |
"""


def test_what_a_total_proves_its_parts_to_be_of() -> None:
    """Rows that name segments alone are of the concept of the row that adds them up, in every column."""
    found = told(SEGMENTS.format(last="8,801"))

    assert found["31,420"][0] == "OperatingIncome"
    assert found["31,420"][1]
    assert found["29,806"][::2] == ("OperatingIncome", "2023-01-01/2023-12-31")
    assert found["0.7%"][0] == "GrowthRateOfOperatingIncome"


def test_a_total_that_its_rows_do_not_give_proves_nothing() -> None:
    """One figure off in one column, and what the rows are of stays open."""
    found = told(SEGMENTS.format(last="8,811"))

    assert isinstance(found["31,420"], str)
    assert found["68,741"] == ("OperatingIncome", "", "2024-01-01/2024-12-31")


def test_what_the_regulator_demands_is_no_figure_of_the_entity() -> None:
    """≥100% in a column of regulatory minimums is a value, and of nobody's own."""
    text = (
        "指標         監管標準     2024年12月31日   2023年12月31日\n"
        "流動性覆蓋率      ≥100%        154.20%          147.93%\n"
        "淨穩定資金比例    ≥100%        118.06%          116.71%\n"
    )

    found = told(text)

    assert found["100%"] == "other_entity"
    assert found["147.93%"] == ("LiquidityCoverageRatio", "", "2023-12-31")


def test_single_blanks_with_headings_over_several_lines() -> None:
    """Years over groups, the last of them over two lines, names below; the corner's word stands on a line of its own."""
    text = (
        "（單位：人民幣百萬元）\n"
        "項 目\n"
        "2024 年 2023 年 本年同比\n"
        "增減\n"
        "金額 佔比 金額 佔比\n"
        "利息淨收入 52,310 71.2% 50,118 70.4% 4.4%\n"
        "非利息淨收入 21,177 28.8% 21,066 29.6% 0.5%\n"
    )

    found = grid(text)

    assert found["71.2%"] == (["利息淨收入"], ["佔比", "2024 年"], [])
    assert found["21,066"] == (["非利息淨收入"], ["金額", "2023 年"], [])
    assert found["0.5%"] == (["非利息淨收入"], ["本年同比\n增減"], [])
    assert told(text)["0.5%"] == ("GrowthRateOfNonInterestIncome", "", "2024-01-01/2024-12-31")


def test_single_blanks_with_a_name_a_line() -> None:
    """Names below each other, again for each year, some over two lines; a section stands over its rows."""
    text = (
        "單位：人民幣百萬元\n"
        "項 目\n2024 年 1-6 月 2023 年 1-6 月\n"
        "日均餘額\n利息收入/\n支出\n日均餘額\n利息收入/\n支出\n"
        "資產\n"
        "發放貸款和墊款 3,392,075 30,688 3,344,720 32,356\n"
        "金融投資 945,750 6,584 960,727 6,761\n"
        "負債\n"
        "吸收存款 3,555,204 13,204 3,628,025 14,579\n"
    )

    found = grid(text)

    assert found["32,356"] == (["發放貸款和墊款"], ["利息收入/\n支出", "2023 年 1-6 月"], ["資產"])
    assert found["3,628,025"] == (["吸收存款"], ["日均餘額", "2023 年 1-6 月"], ["負債"])
    assert told(text, "2024H1")["3,628,025"] == ("AverageBalanceOfDeposits", "", "2023-01-01/2023-06-30")


@pytest.mark.parametrize(
    "head",
    [
        "2024 年 2023 年 2022 年\n金額 佔比 金額 佔比\n",
        "2024 年 2023 年\n金額\n佔比\n金額\n",
    ],
)
def test_headings_that_do_not_fit_their_columns_give_none(head: str) -> None:
    """Years over columns that cannot be told leave the rows without headings, and without facts."""
    text = head + "利息淨收入 52,310 71.2% 50,118 70.4%\n非利息淨收入 21,177 28.8% 21,066 29.6%\n"

    assert not [row for row in rows_of(text) if row.status == "fact"]


def test_a_number_and_its_unit_in_a_row_are_one_value() -> None:
    """-0.05 個百分點 behind two rates is the change of the rate."""
    text = (
        "項 目 2024 年末 2023 年末 增減\n"
        "不良貸款率 1.21% 1.26% -0.05 個百分點\n"
        "撥備覆蓋率 243.86% 238.74% +5.12 個百分點\n"
    )

    assert told(text)["0.05 個百分點"][0] == "IncreaseDecreaseInNonPerformingLoanRatio"
    assert told(text)["238.74%"] == ("ProvisionCoverageRatio", "", "2023-12-31")


def test_the_unit_of_a_title_in_other_words() -> None:
    """金額單位均為 gives the unit of the table as 單位 does."""
    text = (
        "營業收入\n（除特別註明外，金額單位均為人民幣百萬元）\n\n"
        "| 項目 | 2024年 | 2023年 |\n|---|---:|---:|\n| 利息淨收入 | 52,310 | 50,118 |\n"
    )

    values = {row.text: str(row.value) for row in rows_of(text) if row.status == "fact"}

    assert values == {"52,310": "52310000000", "50,118": "50118000000"}


def test_a_bare_unit_takes_the_currency_of_the_table() -> None:
    """元 in a row of a table in 新台幣仟元 is no 元 of the entity's own currency."""
    text = (
        "單位：新台幣仟元\n\n| 項目 | 2024年 | 2023年 |\n|---|---:|---:|\n"
        "| 利息淨收益 | 5,231,044 | 5,011,820 |\n| 每股盈餘（元） | 1.52 | 1.44 |\n"
    )

    units = {row.text: row.unit for row in rows_of(text) if row.status == "fact"}

    assert units["5,231,044"] == "TWD"
    assert units["1.52"] == "TWD/shares"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("114.6.30", "113.12.31"),
        ("114/6/30", "113/12/31"),
        ("2025.06.30", "2024.12.31"),
        ("2025-06-30", "2024-12-31"),
        ("30.06.2025", "31.12.2024"),
    ],
)
def test_days_in_digits_head_columns(first: str, second: str) -> None:
    """A day with points is a heading and no value, in the Republic's calendar too."""
    text = (
        "單位：新台幣仟元\n\n"
        f"項目            {first}        {second}\n"
        "資產總額      904,112,330      873,095,118\n"
        "放款          504,112,330      473,095,118\n"
    )

    found = told(text, "2025H1")

    assert found["904,112,330"] == ("TotalAssets", "", "2025-06-30")
    assert found["473,095,118"] == ("LoansAndAdvancesToCustomers", "", "2024-12-31")
