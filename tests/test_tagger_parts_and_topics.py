"""Parts called by less than their name, headings that say what all below is of, and tables that a paragraph introduces."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tagging_example import ledger_of, local, members_of, profile_of, row_of, rows_of


@pytest.mark.parametrize(
    ("text", "figure", "members"),
    [
        ("手續費及佣金淨收入35.2億元，其中代理業務收入8.15億元，銀行卡業務收入6.3億元。", "8.15億元", "AgencyFees"),
        ("手續費及佣金淨收入35.2億元，其中代理業務收入8.15億元，銀行卡業務收入6.3億元。", "6.3億元", "BankCardFees"),
        ("手续费及佣金净收入35.2亿元，同比增长3%，其中托管业务收入2.04亿元。", "2.04亿元", "CustodyFees"),
        (
            "Net fee and commission income was RMB842 million, of which income from bank cards was RMB305 million.",
            "305 million",
            "BankCardFees",
        ),
    ],
)  # fmt: skip
def test_a_part_is_told_by_what_its_name_does_not_share(text: str, figure: str, members: str) -> None:
    """代理業務收入 is the 代理手續費 of a breakdown of fees: what the whole or all the parts are called is left out of both."""
    assert members_of(row_of(text, figure)) == members


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("手續費及佣金淨收入35.2億元，其中雲端業務收入1.15億元。", "1.15億元"),
        ("手續費及佣金淨收入35.2億元，其中代理保管雜項收入0.91億元。", "0.91億元"),
        ("財富管理手續費收入22.1億元，其中代理業務收入8.15億元。", "8.15億元"),  # one kind is no part of another
        ("Net fee and commission income was RMB842 million, of which income from parking was RMB31 million.", "31 million"),
    ],
)  # fmt: skip
def test_a_part_that_no_member_is_called_stays_open(text: str, figure: str) -> None:
    """What is left of its name is no member's: neither the whole nor the part that is called most alike."""
    assert row_of(text, figure).status == "unresolved"


@pytest.mark.parametrize("heading", ["二、個人業務", "（三）個人業務情況", "2.1 個人業務", "個人客戶"])
def test_a_heading_that_is_one_part_and_nothing_else_holds_below(heading: str) -> None:
    """Its number and a word for business say nothing more."""
    text = f"{heading}\n\n報告期內本行調整網點佈局，服務效率提升。年末存款餘額3,120億元。\n"

    assert members_of(row_of(text, "3,120億元")) == "PersonalCustomers"


def test_what_names_a_part_itself_is_not_of_the_headings_part_too() -> None:
    """Deposits of companies under a heading of personal banking are the companies'; so are green loans nobody's."""
    text = "二、個人業務\n\n年末公司存款餘額3,120億元，綠色貸款餘額214億元。\n"

    assert members_of(row_of(text, "3,120億元")) == "CorporateCustomers"


def test_a_heading_that_says_more_is_no_topic() -> None:
    """個人業務 and what else it says are not all that stands below."""
    text = "二、個人業務的挑戰與機遇\n\n報告期內本行調整網點佈局。年末存款餘額3,120億元。\n"

    assert members_of(row_of(text, "3,120億元")) == ""


INTRODUCED = """\
下表列示本行貸款的行業分佈。

（人民幣百萬元，百分比除外）

| | 2024年12月31日 | | 2023年12月31日 | |
| --- | ---: | ---: | ---: | ---: |
| | 金額 | 佔比 | 金額 | 佔比 |
| 製造業 | 82,140 | 41.1% | 77,905 | 41.0% |
| 房地產業 | 51,066 | 25.5% | 52,310 | 27.5% |
| 批發和零售業 | 66,794 | 33.4% | 59,785 | 31.5% |
| 合計 | 200,000 | 100.0% | 190,000 | 100.0% |
"""


def test_the_paragraph_above_a_table_says_what_its_parts_are_of() -> None:
    """Neither heading nor caption says loans; the rows are industries, and what has industries is said above."""
    found = {row.text: (local(row.concept), members_of(row), row.period) for row in rows_of(INTRODUCED)}

    assert found["82,140"] == ("LoansAndAdvancesToCustomers", "Manufacturing", "2024-12-31")
    assert found["27.5%"] == ("ShareOfLoansAndAdvancesToCustomers", "RealEstate", "2023-12-31")
    assert found["200,000"] == ("LoansAndAdvancesToCustomers", "", "2024-12-31")


@pytest.mark.parametrize(
    "above",
    [
        "本行經營穩健，各項指標良好。",  # it names nothing
        "本行存款穩步增長。",  # deposits are not broken down by industry
        "本行貸款及不良貸款的行業分佈如下。",  # it may be either
    ],
)
def test_a_paragraph_that_names_none_or_several_introduces_nothing(above: str) -> None:
    """What the rows are of is for a person to say."""
    rows = rows_of(INTRODUCED.replace("下表列示本行貸款的行業分佈。", above))

    assert [row.status for row in rows if row.text == "82,140"] == ["unresolved"]


def test_a_column_of_growths_is_of_the_amounts_before_it() -> None:
    """The rows are parts, the column before names what they are parts of."""
    text = (
        "單位：人民幣百萬元\n\n| 客戶類別 | 客戶存款 | 同比增減(%) |\n| --- | ---: | ---: |\n"
        "| 公司客戶 | 8,214 | 5.3 |\n| 個人客戶 | 9,106 | 7.8 |\n"
    )
    found = {row.text: (local(row.concept), members_of(row)) for row in rows_of(text)}

    assert found["5.3"] == ("GrowthRateOfDepositsFromCustomers", "CorporateCustomers")
    assert found["7.8"] == ("GrowthRateOfDepositsFromCustomers", "PersonalCustomers")


CLASSES = """\
按五級分類，年末不良貸款餘額14.70億元，不良貸款率2.08%。

| 五級分類（單位：人民幣億元） | 2024年末 | 2023年末 |
| --- | ---: | ---: |
| 正常 | 678.95 | 618.37 |
| 關注 | 13.15 | 12.24 |
| 次級 | 6.22 | 5.73 |
| 可疑 | 5.91 | 5.60 |
| 損失 | 2.57 | 2.46 |
| 合計 | 706.80 | 644.40 |
"""


def test_rows_of_an_axis_that_one_concept_alone_may_carry_are_of_that_concept() -> None:
    """Nothing says loans; only loans have these classes. 損失 is the class called 損失類, among the others of its axis."""
    found = {row.text: (local(row.concept), members_of(row)) for row in rows_of(CLASSES)}

    assert found["618.37"] == ("LoansAndAdvancesToCustomers", "PassLoans")
    assert found["2.57"] == ("LoansAndAdvancesToCustomers", "LossLoans")
    assert found["706.80"] == ("LoansAndAdvancesToCustomers", "")


def test_a_word_alone_is_no_member_without_others_of_its_axis() -> None:
    """損失 among rows of other things may be any loss."""
    text = (
        CLASSES.replace("正常", "項目甲")
        .replace("關注", "項目乙")
        .replace("次級", "項目丙")
        .replace("可疑", "項目丁")
    )

    assert all(row.status != "fact" for row in rows_of(text) if row.text in {"2.57", "706.80"})


@pytest.mark.parametrize(
    "said", ["公司資產總額742.63億元", "公司實現淨利潤12.37億元", "公司計劃發放貸款1,450億元"]
)
def test_what_the_entity_calls_itself_is_no_part_of_its_business(said: str) -> None:
    """A company that calls itself 公司 says so; corporate loans are 公司貸款 all the same."""
    profile = replace(profile_of(), aliases=("公司", "本公司"))
    text = f"報告期末，{said}；年末貸款餘額706.80億元。公司貸款餘額31.2億元。"
    rows = {row.text: row for row in ledger_of(text, profile=profile).rows}

    assert members_of(rows["706.80億元"]) == ""
    assert members_of(rows["31.2億元"]) == "CorporateCustomers"


def test_a_unit_stands_in_a_bracket_beside_what_the_table_is_by() -> None:
    """（按行業，人民幣百萬元): the second is the unit, the first is how the table parts what it is of."""
    text = INTRODUCED.replace("（人民幣百萬元，百分比除外）", "貸款（按行業，人民幣百萬元）")
    row = next(row for row in rows_of(text) if row.text == "82,140")

    assert (row.value, row.unit, members_of(row)) == ("82140000000", "CNY", "Manufacturing")


TURNED = """\
2.1 Loans and advances

Demand from companies stayed weak in both years.

RMB million

|  | Manufacturing | Real estate |
| --- | ---: | ---: |
| 31 December 2024 | 82,140 | 51,066 |
| 31 December 2023 | 77,905 | 52,310 |
"""


def test_the_heading_of_a_section_says_what_columns_of_parts_are_of() -> None:
    """The industries are the columns, the days the rows; the heading above the paragraph names loans."""
    found = {row.text: (local(row.concept), members_of(row), row.period) for row in rows_of(TURNED)}

    assert found["82,140"] == ("LoansAndAdvancesToCustomers", "Manufacturing", "2024-12-31")
    assert found["52,310"] == ("LoansAndAdvancesToCustomers", "RealEstate", "2023-12-31")


def test_rates_by_classes_are_not_those_of_the_one_rate_that_has_such_classes() -> None:
    """How much of each class is provided for is no migration of loans, though that rate alone has classes."""
    text = CLASSES.replace("（單位：人民幣億元）", "").replace(
        "按五級分類，年末不良貸款餘額14.70億元，不良貸款率2.08%。\n\n", ""
    )
    for amount, rate in (
        ("678.95", "1.20%"),
        ("13.15", "12.5%"),
        ("6.22", "41.0%"),
        ("5.91", "80.3%"),
        ("2.57", "100%"),
    ):
        text = text.replace(f"| {amount} |", f"| {rate} |")

    assert [row.text for row in rows_of(text) if row.status == "fact" and row.text.endswith("%")] == []
