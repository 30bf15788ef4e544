"""Chinese prose: numbers with blanks in them, amounts that are a power alone, shares within a whole, where a move ends."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings, facts_with, ledger_of, profile_of, taxonomy_in_data

END, BEFORE, YEAR = "2024-12-31", "2023-12-31", "2024-01-01/2024-12-31"
DEPOSITS, LOANS, CUSTOMERS = "DepositsFromCustomers", "LoansAndAdvancesToCustomers", "NumberOfCustomers"
BAD, ASSETS = "NonPerformingLoanRatio", "AssetsUnderManagement"


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "民國 113 年底客戶存款餘額 2 兆 7,450 億元，112 年底為 2 兆 5,100 億元。",
            [(DEPOSITS, "", END, "2745000000000"), (DEPOSITS, "", BEFORE, "2510000000000")],
        ),
        (
            "截至 113 年 12 月 31 日，貸款總額 1 兆 84 億元，較 112 年底之 9,900 億元增加 1.9%。",
            [
                (LOANS, "", END, "1008400000000"),
                (LOANS, "", BEFORE, "990000000000"),
                ("GrowthRateOf" + LOANS, "", YEAR, "0.019"),
            ],
        ),
        (
            "114 年度淨利潤目標為 500 億元。",
            [("NetProfit", "Target", "2025-01-01/2025-12-31", "50000000000")],
        ),
        ("113 年第 4 季淨利潤 100 億元。", [("NetProfit", "", "2024-10-01/2024-12-31", "10000000000")]),
    ],
)
def test_blanks_within_a_date_or_a_number_change_nothing(text: str, readings: list[Reading]) -> None:
    """As in Taiwan and in the text layers of PDFs."""
    assert fact_readings(text) == readings


def test_two_amounts_with_a_word_between_them_stay_two() -> None:
    """Only a blank may part a large number."""
    values = [row.value for row in ledger_of("貸款為 2 兆元，存款為 7,450 億元。").rows]
    assert values == ["2000000000000", "745000000000"]


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("客戶存款餘額首度突破千億元。", "100000000000", "exceeds"),
        ("客戶存款餘額逾兆元。", "1000000000000", "exceeds"),
        ("客户存款余额跨越万亿元大关。", "1000000000000", "exceeds"),
        ("客户存款余额近百亿元。", "10000000000", "nearly"),
        ("客戶存款餘額不足百億港元。", "10000000000", "at_most"),
    ],
)
def test_a_power_alone_behind_a_bound_is_an_amount(text: str, value: str, qualifier: str) -> None:
    """Its decimals are those of the power."""
    (row,) = ledger_of(text).rows
    assert (row.status, row.value, row.qualifier) == ("fact", value, qualifier)
    assert row.decimals == -len(value) + 1


@pytest.mark.parametrize(
    "text", ["本行成為百億元級機構。", "貸款以億元為單位。", "规模达到亿元以上的企业。", "存款单位为万元。"]
)
def test_a_power_alone_is_none_elsewhere(text: str) -> None:
    """Nothing bounds it."""
    assert ledger_of(text).rows == ()


@pytest.mark.parametrize(
    "verb",
    [
        "降為",
        "升為",
        "增為",
        "減為",
        "提升為",
        "下降為",
        "調升為",
        "擴大為",
        "改善為",
        "成長為",
        "降至",
        "跌至",
        "回升至",
    ],
)
def test_a_rate_behind_the_one_it_moved_from_is_what_it_came_to(verb: str) -> None:
    """由…升為… is no growth."""
    assert fact_readings(f"不良貸款率由1.62%{verb}1.18%。") == [
        (BAD, "", BEFORE, "0.0162"),
        (BAD, "", END, "0.0118"),
    ]


def test_growth_is_still_growth() -> None:
    """Nothing is said to have moved from anywhere."""
    assert fact_readings("客户存款同比增长为1.18%。") == [("GrowthRateOf" + DEPOSITS, "", YEAR, "0.0118")]


@pytest.mark.parametrize(
    "said",
    [
        "近三年年複合成長率約13%",
        "三年複合年均增長率為13%",
        "过去三年年均复合增长13%",
        "過去三年的年均複合成長率達13%",
    ],
)
def test_compound_growth_is_of_its_years(said: str) -> None:
    """However it is called."""
    assert fact_readings(f"管理資產規模1.42兆元，{said}。")[1:] == [
        ("GrowthRateOf" + ASSETS, "CompoundAnnual", "2022-01-01/2024-12-31", "0.13")
    ]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("客户贷款中62.1%为公司贷款。", ("ShareOf" + LOANS, "CorporateCustomers", END, "0.621")),
        ("客户贷款余额中62.1%是公司贷款。", ("ShareOf" + LOANS, "CorporateCustomers", END, "0.621")),
        ("於年底，客戶存款中54.3%來自個人客戶。", ("ShareOf" + DEPOSITS, "PersonalCustomers", END, "0.543")),
        ("年末客户存款中近六成是活期存款。", ("ShareOf" + DEPOSITS, "DemandDeposits", END, "0.6")),
        ("年內新增客戶中38.2%為個人客戶。", ("ShareOf" + CUSTOMERS, "PersonalCustomers", END, "0.382")),
    ],
)
def test_a_share_stands_between_its_whole_and_its_part(text: str, reading: Reading) -> None:
    """The whole is what a word says, not what is inside it: 客户存款 are deposits."""
    assert fact_readings(text) == [reading]


@pytest.mark.parametrize(
    "text", ["公司贷款中38.2%为绿色贷款。", "公司貸款中38.2%投向低碳領域。", "客户存款中三成属于此类。"]
)
def test_a_share_of_a_part_or_of_what_is_not_known_is_left_open(text: str) -> None:
    """It is no rate of interest either."""
    assert fact_readings(text) == []


@pytest.mark.parametrize("said", ["擬議", "決議擬配發", "擬分配"])
def test_what_is_proposed_of_a_dividend_is_no_target(said: str) -> None:
    """It is the year's."""
    assert fact_readings(f"董事會{said}每股現金股利1.20元。") == [("DividendsPerShare", "", YEAR, "1.20")]


def test_counts_of_a_member_say_their_concept() -> None:
    """Where one alone counts so and may carry it, whatever is called after the member besides."""
    text = "2024年末，本行财富客户149.15万户，较上年末增长2.4%，其中私行客户10.56万户。"
    assert facts_with(taxonomy_in_data("tiers"), profile_of(), text, "2024") == [
        f"RetailCustomers Wealth {END} 1491500",
        f"GrowthRateOfRetailCustomers Wealth {YEAR} 0.024",
        f"RetailCustomers PrivateBanking {END} 105600",
    ]


def test_the_mark_of_a_note_before_three_digits_is_told_by_the_note() -> None:
    """客户数3 239户 is no 3 239, where the note 3 stands below."""
    rows = ledger_of("2024年末，本行公司客户数3 239户。\n\n3\n\n按集团口径统计。\n").rows
    assert [(row.text, row.status) for row in rows][1:3] == [("3", "not_a_fact"), ("239户", "fact")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("113年年终奖金成本12亿元。", YEAR),
        ("113 年年終獎金成本 12 億元。", YEAR),
        ("2024年底层客户资产12亿元。", END),
    ],
)
def test_a_time_leaves_its_last_character_to_a_term(text: str, period: str) -> None:
    """113年初年度保費 is of 113年, not of its beginning."""
    (fact,) = facts_with(taxonomy_in_data("tiers"), profile_of(), text, "2024")
    assert period in fact


def test_a_time_keeps_its_last_character_where_no_term_begins() -> None:
    """2024年初 is the end of 2023."""
    assert fact_readings("2024年初客户存款余额100亿元。") == [(DEPOSITS, "", BEFORE, "10000000000")]
