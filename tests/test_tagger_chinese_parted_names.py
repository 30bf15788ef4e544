"""Chinese reports: names whose end stands apart, sections about a branch, beginnings told in many words, what moved what when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from taxonomy.model import Label
from tests.tagging_example import fact_readings, facts_with, profile_of, taxonomy_in_data

YEAR, END, LAST = "2025-01-01/2025-12-31", "2025-12-31", "2024-12-31"
LOANS, FEES = "LoansAndAdvancesToCustomers", "FeeAndCommissionIncome"
ASSETS, PROFIT = f"TrustArmAssets - {END}", f"TrustArmProfit - {YEAR}"


def said(text: str) -> list[str]:
    """Return the facts of a text of the invented bank as concept, members, period and value."""
    return facts_with(taxonomy_in_data("reef"), profile_of(), text)


@pytest.mark.parametrize(
    "text",
    [
        "信託事業處年底資產總額為86億元，全年稅前盈餘1.2億元。",
        "信託事業處（TRU）年底資產總額86億元，稅前盈餘1.2億元。",
        "信託事業處之資產總額為86億元，稅前盈餘為1.2億元。",
        "信託事業處於年底的資產總額達86億元、稅前盈餘1.2億元。",
        "信託事業處表現平穩，資產總額達86億元，稅前盈餘1.2億元。",
    ],
)
def test_a_name_goes_on_behind_a_time_or_a_genitive(text: str) -> None:
    """信託事業處(年底)資產總額, 信託事業處之資產總額; what its second thing begins with is said before."""
    assert said(text) == [f"{ASSETS} 8600000000", f"{PROFIT} 120000000"]


@pytest.mark.parametrize(
    "text",
    ["信託事業處資產總額86億元，本行稅前盈餘92億元。", "信託事業處資產總額86億元。本行稅前盈餘92億元。"],
)
def test_what_the_entity_itself_has_is_not_its_arms(text: str) -> None:
    """分行資產總額X，本行稅前盈餘Y."""
    assert f"{PROFIT} 9200000000" not in said(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "海港分行\n\n海港分行保費收入3億元；墊款和存款分別為52億元及61億元。",
            [f"Advances HarbourBranch {END} 5200000000", f"Funding HarbourBranch {END} 6100000000"],
        ),
    ],
)
def test_what_is_dealt_out_is_of_what_its_section_is_about(text: str, expected: list[str]) -> None:
    """Under the heading 海港分行, 墊款和存款分別為 is the branch's where the figure before was."""
    assert [one for one in said(text) if one in expected] == expected


@pytest.mark.parametrize(
    "text",
    [
        "自2021年9月「晨曦計劃」試點啟動以來，手機銀行客戶達210萬戶。",
        "2021年9月試點啟動以來，手機銀行客戶達210萬戶。",
        "自2019年6月新系統分階段正式上線以來，手機銀行客戶達210萬戶。",
        "从2021年9月上线至今，手机银行客户达210万户。",
    ],
)
def test_since_when_something_is_there_is_no_time_of_it(text: str) -> None:
    """自2021年9月…試點啟動以來: however many words tell what began."""
    assert [period for _, _, period, _ in fact_readings(text, "2025")] == [END]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("市場氣氛在第四季轉好，帶動手續費及佣金收入增加12%。", YEAR),
        ("客戶活動於下半年回升，推動手續費及佣金收入增加12%。", YEAR),
        ("本行於下半年推出新產品，帶動手續費及佣金收入增加12%。", "2025-07-01/2025-12-31"),
        ("第四季手續費及佣金收入增加12%。", "2025-10-01/2025-12-31"),
    ],
)
def test_when_something_else_moved_is_no_time_of_what_it_moved(text: str, period: str) -> None:
    """市場氣氛在第四季轉好，帶動收入增加X."""
    assert [(c, p) for c, _, p, _ in fact_readings(text, "2025")] == [(f"GrowthRateOf{FEES}", period)]


@pytest.mark.parametrize(
    "text", ["貸款總額增加1.2%或36億元至3,128億元。", "貸款總額上升1.2%，即人民幣36億元至3,128億元。"]
)
def test_an_amount_that_says_a_growth_again_begins_no_range(text: str) -> None:
    """增加1.2%或36億元至3,128億元: a change and what it came to."""
    assert [(c, m, v) for c, m, _, v in fact_readings(text, "2025")] == [
        (f"GrowthRateOf{LOANS}", "", "0.012"),
        (f"IncreaseDecreaseIn{LOANS}", "", "3600000000"),
        (LOANS, "", "312800000000"),
    ]


@pytest.mark.parametrize(
    "text", ["本行牽頭安排17筆銀團貸款，涉及金額約236億元。", "年內批出1,200筆綠色建築貸款，金額36億元。"]
)
def test_the_amount_of_so_many_is_not_all_there_is(text: str) -> None:
    """安排17筆銀團貸款，金額X."""
    assert fact_readings(text, "2025") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "淨息差1.49%，因產品組合改變較上年下降1.5個基點。",
            ("IncreaseDecreaseInNetInterestMargin", "", "-0.00015"),
        ),
        (
            "手续费及佣金收入32亿元，主要因代理业务收缩同比减少3亿元。",
            (f"IncreaseDecreaseIn{FEES}", "", "-300000000"),
        ),
        ("貸款餘額912億元，由於企業客戶提前結清按年減少1.2%。", (f"GrowthRateOf{LOANS}", "", "-0.012")),
        ("貸款受公司客戶流失影響減少5%。", (f"GrowthRateOf{LOANS}", "", "-0.05")),
        # what stands right before the comparison is what changed
        ("因應市況，貸款較上年增加5億元。", (f"IncreaseDecreaseIn{LOANS}", "", "500000000")),
    ],
)
def test_a_cause_before_a_comparison_names_nothing(text: str, expected: tuple[str, str, str]) -> None:
    """因產品組合改變較上年下降X is of what was said before."""
    assert [(c, m, v) for c, m, _, v in fact_readings(text, "2025")][-1] == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("财富客户（资产50万元及以上）138.6万户，私行客户（600万元及以上）3.12万户。", ["1386000", "31200"]),
        ("高淨值客戶（1,000萬元以上）達3.12萬戶。", ["31200"]),
        ("財富客戶（50萬元及以上）9.6萬戶，私行客戶（600萬元及以上）1萬戶，分別升7%和12%。", ["96000", "10000", "0.07", "0.12"]),
        ("貸款總額（12億元）", ["1200000000"]),
    ],
)  # fmt: skip
def test_a_bound_in_brackets_tells_whose_customers(text: str, values: list[str]) -> None:
    """財富客戶（資產50萬元及以上）X: the bound is no amount of assets."""
    assert [value for _, _, _, value in fact_readings(text, "2025")] == values


def test_a_name_that_heads_a_paragraph_holds_for_all_of_it() -> None:
    """瑞衡信託：2022年開業，註冊資本X。年末資產總額Y: Y is its, though the sentence before has a figure."""
    profile = replace(profile_of(), members=(("瑞衡分行", "reef:UnitAxis", "reef:HarbourBranchMember"),))
    text = "瑞衡分行（二級行）：2022年6月開業，註冊資本50億元。年末存款86億元，墊款12億元。\n\n全年保費收入9億元。"

    assert facts_with(taxonomy_in_data("reef"), profile, text) == [
        f"Funding HarbourBranch {END} 8600000000",
        f"Advances HarbourBranch {END} 1200000000",
        f"Premiums - {YEAR} 900000000",
    ]


@pytest.mark.parametrize("noun", ["規模", "金額", "數量"])
def test_a_noun_before_its_verb_is_still_a_term(noun: str) -> None:
    """規模達X: where the taxonomy has a name 規模, the verb behind it hides nothing."""
    taxonomy = taxonomy_in_data("reef")
    label = Label("zh-Hant", noun, "term")
    concepts = tuple(
        replace(c, labels=(*c.labels, label)) if c.qname.endswith(":Funding") else c
        for c in taxonomy.concepts
    )
    verb = "達" if noun == "規模" else "為"
    changed = replace(taxonomy, concepts=concepts)

    assert facts_with(changed, profile_of(), f"年末{noun}{verb}86億元。") == [f"Funding - {END} 8600000000"]


@pytest.mark.parametrize("text", ["小额贷款余额12亿元。", "大額貸款餘額12億元。"])
def test_small_and_large_ones_are_not_all(text: str) -> None:
    """小額貸款 are not all loans."""
    assert fact_readings(text, "2025") == []
