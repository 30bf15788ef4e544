"""Chinese prose and tables: words that only end like a cue, runs of figures, constant exchange rates, columns of shares."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, ledger_of, readings_of

YEAR, END, NINE_MONTHS = "2025-01-01/2025-12-31", "2025-12-31", "2025-01-01/2025-09-30"
DEPOSITS, INCOME, PROFIT = "DepositsFromCustomers", "OperatingIncome", "NetProfit"
LOANS = "LoansAndAdvancesToCustomers"


@pytest.mark.parametrize(
    "text",
    [
        "目前92.4%的个人客户使用手机银行。",
        "目前92.4%的個人客戶使用手機銀行。",
    ],
)
def test_at_present_is_no_rank(text: str) -> None:
    """目前 only ends in 前."""
    assert readings_of(text, "2025") == [
        ("ShareOfNumberOfCustomers", "PersonalCustomers MobileBankingServices", END, "0.924")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "目前41.7%的成本收入比率处于合理水平。",
        "目前41.7%的成本收入比率處於合理水平。",
        "本行录得税前12.9亿元的利润。",
        "本行錄得稅前12.9億元利潤。",
        "本行代表12家银行签署协议。",
        "本行代表12家銀行簽署協議。",
    ],
)
def test_words_that_only_end_like_a_cue_make_no_rank_and_no_reference(text: str) -> None:
    """稅前 and 代表 end in 前 and 表."""
    (row,) = ledger_of(text, "2025").rows
    assert row.status != "not_a_fact"


@pytest.mark.parametrize(
    "text",
    ["總資產排名行業前10%。", "总资产排名行业前10%。", "總資產排名第5位。", "总资产名列第5位。"],
)
def test_a_rank_is_still_one(text: str) -> None:
    """前 and 第 before a number, and 名列."""
    assert readings_of(text, "2025") == [("not_a_fact rank", "", "", None)]


@pytest.mark.parametrize(
    "text",
    [
        "營業收入33億元，季增2.6%、年增10.4%，淨利潤12億元，季增12.6%、年增17.7%。",
        "营业收入33亿元，季增2.6%、年增10.4%，净利润12亿元，季增12.6%、年增17.7%。",
    ],
)
def test_growths_with_verbs_of_their_own_are_of_what_was_said_last(text: str) -> None:
    """Nothing is dealt out over figures that each have a verb."""
    assert readings_of(text, "2025Q3") == [
        (INCOME, "", NINE_MONTHS, "3300000000"),
        (f"GrowthRateOf{INCOME}", "PrecedingPeriod", NINE_MONTHS, "0.026"),
        (f"GrowthRateOf{INCOME}", "", NINE_MONTHS, "0.104"),
        (PROFIT, "", NINE_MONTHS, "1200000000"),
        (f"GrowthRateOf{PROFIT}", "PrecedingPeriod", NINE_MONTHS, "0.126"),
        (f"GrowthRateOf{PROFIT}", "", NINE_MONTHS, "0.177"),
    ]


def test_growths_that_are_dealt_out_are_each_of_its_own() -> None:
    """分別 deals them out over the names."""
    assert readings_of("營業收入及淨利潤分別增長2.6%及10.4%。", "2025") == [
        (f"GrowthRateOf{INCOME}", "", YEAR, "0.026"),
        (f"GrowthRateOf{PROFIT}", "", YEAR, "0.104"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "按固定匯率基準列示的增長率如下。淨利潤增長8.1%，客戶存款增長5.3%。",
        "按固定汇率基准列示的增长率如下。净利润增长8.1%，客户存款增长5.3%。",
        "按固定匯率基準列示的增長率如下：\n\n淨利潤增長8.1%。\n\n客戶存款增長5.3%。",
    ],
)
def test_growths_that_follow_are_at_the_constant_rates_that_are_announced(text: str) -> None:
    """A sentence announces them, or a line before a colon."""
    assert readings_of(text, "2025") == [
        (f"GrowthRateOf{PROFIT}", "ConstantExchangeRate", YEAR, "0.081"),
        (f"GrowthRateOf{DEPOSITS}", "ConstantExchangeRate", YEAR, "0.053"),
    ]


def test_constant_rates_of_one_growth_are_not_those_of_the_next_sentence() -> None:
    """They are said of one figure."""
    assert readings_of("按固定匯率計算，淨利潤增長8.1%。客戶存款增長5.3%。", "2025") == [
        (f"GrowthRateOf{PROFIT}", "ConstantExchangeRate", YEAR, "0.081"),
        (f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.053"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "個人貸款佔客戶貸款總額的31.4%，較一年前高出2.4個百分點。",
        "个人贷款占客户贷款总额的31.4%，较一年前高出2.4个百分点。",
    ],
)
def test_a_share_higher_than_a_year_ago_has_changed_by_that_much(text: str) -> None:
    """The time stands between 較 and the difference."""
    assert readings_of(text, "2025") == [
        (f"ShareOf{LOANS}", "PersonalCustomers", END, "0.314"),
        (f"IncreaseDecreaseInShareOf{LOANS}", "PersonalCustomers", YEAR, "0.024"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        (
            "（人民幣百萬元，百分比除外）\n\n"
            "               2025年12月31日\n"
            "              金額   佔總額百分比\n"
            "個人存款       4,821     35.47\n"
            "公司存款       8,771     64.53\n"
            "客戶存款總額  13,592    100.00\n"
        ),
        (
            "（人民币百万元，百分比除外）\n\n"
            "               2025年12月31日\n"
            "              金额   占总额百分比\n"
            "个人存款       4,821     35.47\n"
            "公司存款       8,771     64.53\n"
            "客户存款总额  13,592    100.00\n"
        ),
    ],
)
def test_a_column_of_shares_among_millions_is_in_per_cent(text: str) -> None:
    """Its heading says so, and the caption excepts it from the millions."""
    wanted: list[Reading] = [
        (DEPOSITS, "PersonalCustomers", END, "4821000000"),
        (f"ShareOf{DEPOSITS}", "PersonalCustomers", END, "0.3547"),
        (DEPOSITS, "CorporateCustomers", END, "8771000000"),
        (f"ShareOf{DEPOSITS}", "CorporateCustomers", END, "0.6453"),
        (DEPOSITS, "", END, "13592000000"),
    ]
    found = [reading for reading in readings_of(text, "2025") if not reading[0].startswith("not_a_fact")]
    assert found[: len(wanted)] == wanted
