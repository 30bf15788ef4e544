"""What of Chinese prose is of all again, and what only looks so: rates behind a semicolon, products, whom the bank deals with."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings, facts_with, profile_of, taxonomy_in_data

YEAR, END = "2025-01-01/2025-12-31", "2025-12-31"
LOANS, DEPOSITS, NPL = "LoansAndAdvancesToCustomers", "DepositsFromCustomers", "NonPerformingLoanRatio"
PAID, YIELD, ISSUED = "AverageInterestRateOfDeposits", "AverageYieldOfLoans", "BondsIssued"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("活期存款420亿元，占比38%；吸收存款平均付息率1.75%。", (PAID, "", YEAR, "0.0175")),
        ("定期存款910億元，增長6%；客戶存款平均成本率1.52%。", (PAID, "", YEAR, "0.0152")),
        ("房貸餘額260億元，增長2%；放款平均利率2.15%。", (YIELD, "", YEAR, "0.0215")),
        ("制造业贷款余额210亿元；贷款平均收益率4.12%。", (YIELD, "", YEAR, "0.0412")),
        ("对公贷款平均收益率3.6%；贷款平均收益率3.9%。", (YIELD, "", YEAR, "0.039")),
        # and so is a thing that is said once more
        ("个人贷款余额890亿元；发放贷款和垫款1,500亿元。", (LOANS, "", END, "150000000000")),
        ("对公贷款增长3%；各项贷款1,500亿元。", (LOANS, "", END, "150000000000")),
        ("綠色貸款餘額200億元，較上年末增加30億元；貸款餘額1,500億元。", (LOANS, "", END, "150000000000")),
        ("对公贷款增长3%；贷款余额700亿元。", (LOANS, "CorporateCustomers", END, "70000000000")),
        # a rate that is called no shorter goes on about the part
        ("製造業貸款餘額210億元，增長9%；不良貸款率1.15%。", (NPL, "Manufacturing", END, "0.0115")),
        ("其中活期存款420亿元，付息率0.62%。", (PAID, "DemandDeposits", YEAR, "0.0062")),
    ],
)
def test_a_rate_that_says_again_what_it_is_of_is_of_all(text: str, last: Reading) -> None:
    """活期存款X；吸收存款平均付息率Y is of all deposits, where 付息率Y would go on about the part."""
    assert fact_readings(text, "2025")[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "年末與關聯方的貸款餘額為12億元。",
        "本行关键管理人员及其控制的企业授信额度为15亿元；已使用的授信额度为3亿元，贷款余额为2亿元。",
        "利害關係人放款餘額新臺幣35億元。",
        "本集团吸收以上关联企业的存款10亿元（上年末：11亿元）。",
    ],
)
def test_what_is_dealt_with_related_parties_is_not_all(text: str) -> None:
    """與關聯方的貸款餘額 are no loans of the whole; so is what the sentence goes on with."""
    assert fact_readings(text, "2025") == []


def test_the_next_sentence_is_of_all_again() -> None:
    """關聯人存款X。本行存款Y."""
    assert fact_readings("關聯人存款12億元。本行存款餘額500億元。", "2025") == [
        (DEPOSITS, "", END, "50000000000")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "「安居貸款」餘額30億元，客戶2萬戶。",
        "“云税贷”余额12亿元，客户数3万户，不良率0.5%。",
        "「青耘貸」放款餘額20億元，客戶數5,000戶。",
        "其中“金采贷”12亿元；客户数300户。",
        "推出“零钱包”服务，投放“零钱包”约7.08万个。",
    ],
)
def test_figures_of_a_product_in_quotation_marks_are_not_of_all(text: str) -> None:
    """「安居貸款」餘額X，客戶Y: the customers are that product's."""
    assert fact_readings(text, "2025") == []


def test_what_a_name_in_quotation_marks_only_calls_is_read() -> None:
    """For a storm that is called so the claims are what they are; an app has its functions, and the users are all."""
    text = "「岳山通」APP 3.0版上線智能選股等38項新功能，月活用戶216萬戶。"
    assert fact_readings(text, "2025") == [("NumberOfMonthlyActiveCustomers", "", END, "2160000")]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("本期債券發行規模為30億元。", []),
        ("2025年11月，本行发行二级资本债券，本次债券发行规模20亿元。", []),
        ("本期发行债券30亿元。", [(ISSUED, "", YEAR, "3000000000")]),
    ],
)
def test_one_issue_is_not_what_was_issued_in_the_year(text: str, facts: list[Reading]) -> None:
    """本期債券 are one issue of several, 本期發行 is the period."""
    assert fact_readings(text, "2025") == facts


@pytest.mark.parametrize(
    "text",
    [
        "带动存款余额35亿元。",
        "代發業務拓展順利，帶來客戶存款餘額35億元。",
        "撬動貸款12億元。",
        "化解不良贷款余额12亿元。",
        "歸屬於普通股股東的淨利潤為35億元。",
        "活期性存款比率58%。",
        "本行投放鄉鎮振興資金5億元，累計投放20億元。",
    ],
)
def test_what_is_only_a_part_or_another_measure_stays_open(text: str) -> None:
    """帶動存款餘額X is what came of something; what 累計 sums up is what the clause before left open."""
    assert fact_readings(text, "2025") == []


def test_a_new_topic_behind_a_semicolon_takes_over_nothing() -> None:
    """科技企業貸款X；綠色金融方面，貸款Y: these are no technology firms'."""
    text = "科技企业贷款余额300亿元；绿色金融方面，贷款余额260亿元。"
    assert fact_readings(text, "2025")[-1] == (LOANS, "GreenLoans", END, "26000000000")


def test_no_part_goes_on_from_another_that_is_told_beside_the_whole() -> None:
    """公司客戶佔當中X，活期存款最受歡迎，達Y: the demand deposits are not only theirs."""
    text = "客戶存款增至900億元。公司客戶佔當中500億元，活期存款最受歡迎，達400億元。"
    assert fact_readings(text, "2025")[-1] == (DEPOSITS, "DemandDeposits", END, "40000000000")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("1∼6月稅前淨利10億元。", "2025-01-01/2025-06-30"),
        ("1月〜6月稅前淨利10億元。", "2025-01-01/2025-06-30"),
        ("2025年1月-9月稅前淨利10億元。", "2025-01-01/2025-09-30"),
        ("7–9月稅前淨利10億元。", "2025-07-01/2025-09-30"),
    ],
)
def test_months_are_joined_by_any_dash(text: str, period: str) -> None:
    """1∼6月 is half a year, and not June."""
    assert fact_readings(text, "2025") == [("ProfitBeforeTax", "", period, "1000000000")]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("全年受理監管轉介投訴、信用卡中心渠道投訴及其他渠道投訴合計1,840件。", []),
        ("全年受理信用卡投訴620件。", [f"Complaints Cards {YEAR} 620"]),
        ("年內最高補助140萬元，共計2.5億元。", [f"HighestGrant - {YEAR} 1400000"]),
        (
            "全年補助金額2.5億元，最高補助140萬元。",
            [f"Grants - {YEAR} 250000000", f"HighestGrant - {YEAR} 1400000"],
        ),
    ],
)
def test_a_total_is_of_no_item_of_its_list_and_no_highest_amount(text: str, facts: list[str]) -> None:
    """A、信用卡投訴及B合計X are not those about cards; 最高補助X，共計Y is all that was paid, and not the most one got."""
    assert facts_with(taxonomy_in_data("farm-credit"), profile_of(currency="TWD"), text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("全年舉辦金融教育512場，3.6萬人次參與。", [f"Taught - {YEAR} 36000"]),
        ("全年金融教育3.6萬名。", [f"Taught - {YEAR} 36000"]),
        ("全年舉辦金融教育48場次。", []),
    ],
)
def test_a_counter_of_events_counts_no_people(text: str, facts: list[str]) -> None:
    """舉辦金融教育512場 is how often it was held; 3.6萬人次 is how many were there."""
    assert facts_with(taxonomy_in_data("farm-credit"), profile_of(currency="TWD"), text) == facts
