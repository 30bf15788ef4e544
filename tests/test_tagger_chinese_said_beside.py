"""Chinese sentences that say beside a figure of which part it is, since when, and whose things they go on about."""

from __future__ import annotations

import pytest

from tests.tagging_example import ledger_of, members_of, rows_of, said_in, taxonomy_in_data

SHORT = (("GrowthRateOf", "growth "), ("IncreaseDecreaseIn", "change "), ("ShareOf", "share "))


def _no_time(_: str) -> str:
    """Return nothing: the times are those of the report."""
    return ""


def of_island(text: str) -> list[str]:
    """Return what the quantities of a text of the island's bank say."""
    return said_in(ledger_of(text, "2025", taxonomy=taxonomy_in_data("island-bank")).rows, SHORT, _no_time)


def of_bank(text: str) -> list[str]:
    """Return what the quantities of a text say in the shipped taxonomy."""
    return said_in(rows_of(text, "2025"), SHORT, _no_time)


OI, LOANS, DEPOSITS = "OperatingIncome", "LoansAndAdvancesToCustomers", "DepositsFromCustomers"
CUSTOMERS = "NumberOfCustomers"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("營業收入52億元，當中31億元來自零售金融業務，其餘21億元來自公司金融業務。",
         [f"{OI} 5200000000", f"{OI}+PersonalBankingSegment 3100000000", f"{OI}+CorporateBankingSegment 2100000000"]),
        ("贷款余额3,000亿元，其中1,200亿元属个人贷款，余下的1,800亿元为公司贷款。",
         [f"{LOANS} 300000000000", f"{LOANS}+PersonalCustomers 120000000000", f"{LOANS}+CorporateCustomers 180000000000"]),
        ("客户总数500万户，其中480万户为个人客户，20万户为公司客户。",
         [f"{CUSTOMERS} 5000000", f"{CUSTOMERS}+PersonalCustomers 4800000", f"{CUSTOMERS}+CorporateCustomers 200000"]),
        ("营业收入的六成来自零售金融业务，三成来自公司金融业务。",
         [f"share {OI}+PersonalBankingSegment 0.6", f"share {OI}+CorporateBankingSegment 0.3"]),
        ("活期存款在存款總額中所佔比例由35.2%上升至36.1%。",
         [f"share {DEPOSITS}+DemandDeposits 0.352", f"share {DEPOSITS}+DemandDeposits 0.361"]),
        ("營業收入52億元，增長9%，為零售金融業務帶來更多空間。", [f"{OI} 5200000000", f"growth {OI} 0.09"]),
    ],
)  # fmt: skip
def test_the_part_stands_behind_its_amount(text: str, said: list[str]) -> None:
    """來自, 屬, 為 right behind an amount whose clause names nothing."""
    assert of_bank(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("客戶放款900億元，其中184億元屬船舶融資，312億元為房屋放款。",
         ["Loans 90000000000", "Loans+Shipping 18400000000", "Loans+Housing 31200000000"]),
        ("除稅前盈利45億元，當中22億元來自零售銀行，其餘23億元來自批發銀行。",
         ["Profit 4500000000", "Profit+Retail 2200000000", "Profit+Wholesale 2300000000"]),
        ("船舶融資、貿易融資分別為184億元及116億元。", ["Loans+Shipping 18400000000", "Loans+Trade 11600000000"]),
        ("船舶融資、貿易融資合計300億元。", ["?"]),
        ("其他放款為20億元。", ["?"]),
        ("船舶融資184億元，其餘放款20億元。", ["Loans+Shipping 18400000000", "?"]),
    ],
)  # fmt: skip
def test_a_part_and_the_rest_of_the_parts(text: str, said: list[str]) -> None:
    """What is of two parts together, or of the rest, is of none that a member names."""
    assert of_island(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "公司贷款、个人贷款共2,900亿元。",
        "公司贷款和个人贷款余额合计2,900亿元。",
        "公司存款、個人存款餘額合計4,900億元。",
        "境内网点和境外网点共900家。",
        "Corporate loans and personal loans totalled $5 billion.",
        "Demand deposits and time deposits together stood at $9 billion.",
    ],
)
def test_two_parts_together_are_not_the_last_of_them(text: str) -> None:
    """However the list is joined, and where each names the thing again."""
    assert of_bank(text) == ["?"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("信用卡服務費上升6%至2.1億元。", ["growth Fees+Card 0.06", "Fees+Card 210000000"]),
        ("證券保管費為3.1億元，放款及透支服務費為0.9億元。", ["Fees+Safekeeping 310000000", "Fees+Lending 90000000"]),
        ("證券保管佣金收入達3億元。", ["Fees+Safekeeping 300000000"]),
        ("全年服務費為19億元。", ["Fees 1900000000"]),
        ("信用卡年費為0.2億元。", ["?"]),
        ("信用卡費用為1億元。", ["?"]),
        ("放款及透支服務費，因銀團放款淡靜，由2.9億元跌至2.6億元。", ["?", "?"]),
    ],
)  # fmt: skip
def test_fees_are_called_after_what_they_are_for(text: str, said: list[str]) -> None:
    """信用卡服務費, of 淨服務費及佣金收入."""
    assert of_island(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("船舶融資受惠於運價上升，增長8.4%至184億元。", ["growth Loans+Shipping 0.084", "Loans+Shipping 18400000000"]),
        ("逾期比率為1.2%。貿易融資隨著訂單回流，增加12%。", ["BadLoanRatio 0.012", "growth Loans+Trade 0.12"]),
        ("零售銀行\n\n在加息帶動下，分部除稅前盈利增長11%。", ["growth Profit+Retail 0.11"]),
        ("批發銀行表現平穩：分部減值支出由17億元降至13億元。", ["Charges+Wholesale 1700000000", "Charges+Wholesale 1300000000"]),
        ("業績\n\n分部除稅前盈利為22億元。", ["?"]),
        ("船舶融資餘額為184億元。其逾期比率為0.4%，下降0.1個百分點。",
         ["Loans+Shipping 18400000000", "BadLoanRatio+Shipping 0.004", "change BadLoanRatio+Shipping -0.001"]),
        ("零售銀行除稅前盈利為22億元。其減值支出為2億元。", ["Profit+Retail 2200000000", "Charges+Retail 200000000"]),
        ("船舶融資餘額為184億元。其後逾期比率為0.4%。", ["Loans+Shipping 18400000000", "BadLoanRatio 0.004"]),
        ("客戶放款增長2%，船舶融資是主要動力。該類放款增加8.4%至184億元。",
         ["growth Loans 0.02", "growth Loans+Shipping 0.084", "Loans+Shipping 18400000000"]),
        ("客戶放款增長2%，船舶融資及貿易融資是主要動力。該類放款增加8.4%。", ["growth Loans 0.02", "?"]),
    ],
)  # fmt: skip
def test_whose_things_a_sentence_goes_on_about(text: str, said: list[str]) -> None:
    """分部 is the segment spoken of, 其 the part that the sentence before is about, 該類 the last one named."""
    assert of_island(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("减值损失15亿元，比上年少提5亿元，降幅25%。",
         ["ImpairmentLosses 1500000000", "change ImpairmentLosses -500000000", "growth ImpairmentLosses -0.25"]),
        ("信用減值損失12億元，同比多計提2億元。", ["ImpairmentLosses 1200000000", "change ImpairmentLosses 200000000"]),
        ("业务及管理费20亿元，比上年多支出1亿元。", ["OperatingExpenses 2000000000", "change OperatingExpenses 100000000"]),
        ("利息净收入84亿元，同比多收3亿元。", ["NetInterestIncome 8400000000", "change NetInterestIncome 300000000"]),
        ("净息差1.58%，较上年收窄3个基本点。", ["NetInterestMargin 0.0158", "change NetInterestMargin -0.0003"]),
        ("不良贷款余额15亿元，比上年少提5亿元。", ["NonPerformingLoans 1500000000", "?"]),
        ("減值損失15億元，比上年多投入5億元。", ["ImpairmentLosses 1500000000", "?"]),
        ("美元存款折合人民币210亿元。", [f"{DEPOSITS}+USDollar 21000000000"]),
        ("外幣存款等值新臺幣2,010億元。", [f"{DEPOSITS}+ForeignCurrencies 201000000000"]),
        ("人民币存款210亿元。", [f"{DEPOSITS}+Renminbi 21000000000"]),
        ("个人贷款，由于房贷需求回升，由1,100亿元增至1,200亿元。",
         [f"{LOANS}+PersonalCustomers 110000000000", f"{LOANS}+PersonalCustomers 120000000000"]),
    ],
)  # fmt: skip
def test_what_was_done_more_and_what_an_amount_is_given_in(text: str, said: list[str]) -> None:
    """Less set aside is a smaller charge; 折合 only says in what money."""
    assert of_bank(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("制造业贷款余额512亿元，占公司贷款的28.4%，较年初增加41亿元。",
         [f"{LOANS}+Manufacturing 51200000000", "?", f"change {LOANS}+Manufacturing 4100000000"]),
        ("活期存款余额1,100亿元，占公司存款的37.9%，比上年末增长8%。",
         [f"{DEPOSITS}+DemandDeposits 110000000000", "?", f"growth {DEPOSITS}+DemandDeposits 0.08"]),
        ("手機銀行客戶412萬戶，佔個人客戶的51%，新增36萬戶。",
         [f"{CUSTOMERS}+MobileBankingServices 4120000", "?", f"change {CUSTOMERS}+MobileBankingServices 360000"]),
        ("绿色贷款余额312亿元，占公司贷款的17%，较上年末提高1.2个百分点。", [f"{LOANS}+GreenLoans 31200000000", "?", "?"]),
        ("關注類貸款佔公司貸款的2.1%，較上年末下降8%。", ["?", "?"]),
        ("個人住房貸款餘額963億元，佔個人貸款的比重由年初的50.3%降至48.6%。",
         [f"{LOANS}+ResidentialMortgageLoans 96300000000", "?", "?"]),
        ("活期存款余额1,100亿元，占公司存款的37.9%，上年末为36.2%。", [f"{DEPOSITS}+DemandDeposits 110000000000", "?", "?"]),
    ],
)  # fmt: skip
def test_a_share_that_no_concept_says_leaves_the_subject(text: str, said: list[str]) -> None:
    """What goes on behind it is still about what the sentence is about, but for a change of that share."""
    assert of_bank(text) == said


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("營業收入52億元，其中零售金融業務31億元、公司金融業務20億元、利息淨收入40億元。", "NetInterestIncome 4000000000"),
        ("公司客户12万户、个人客户812万户、员工3,412人。", "NumberOfEmployees 3412"),
        ("公司贷款1,801亿元、不良率1.1%、个人贷款1,101亿元、不良率0.9%。",
         "NonPerformingLoanRatio+PersonalCustomers 0.009"),
        ("個人住房貸款餘額963億元、不良貸款率0.4%。", "NonPerformingLoanRatio+ResidentialMortgageLoans 0.004"),
    ],
)  # fmt: skip
def test_one_more_thing_of_a_list_is_not_of_the_last_part(text: str, last: str) -> None:
    """But an attribute of each of the parts is."""
    assert of_bank(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("绿色贷款余额312亿元，较年初增加42亿元，完成全年目标的104%。", "?"),
        ("存款餘額5,000億元，達成年度計劃的約98%。", "?"),
        ("本行绿色贷款已达成2026年目标的81%。", "?"),
        ("绿色贷款余额312亿元，目标完成率94%。", "?"),
        ("2026年，本行的目標是貸款增長8%。", f"growth {LOANS}+Target 0.08"),
        ("本行目标是2026年不良贷款率降至1%。", "NonPerformingLoanRatio+Target 0.01"),
    ],
)
def test_how_much_of_a_target_has_been_reached_is_no_growth(text: str, said: str) -> None:
    """達成目標的81% is of no concept."""
    assert of_bank(text)[-1] == said


@pytest.mark.parametrize(
    ("text", "member", "period", "value"),
    [
        ("绿色贷款自2022年末以来增长31%。", "SeveralYears", "2023-01-01/2025-12-31", "0.31"),
        (
            "綠色貸款由2022年底起計，年均複合增長率達9.2%。",
            "CompoundAnnual",
            "2023-01-01/2025-12-31",
            "0.092",
        ),
        (
            "2022年至2025年，绿色贷款年均复合增长率为7.5%。",
            "CompoundAnnual",
            "2023-01-01/2025-12-31",
            "0.075",
        ),
        ("绿色贷款2022-2025年复合增长率6%。", "CompoundAnnual", "2023-01-01/2025-12-31", "0.06"),
        ("綠色貸款自2022年以來年均複合增長8%。", "CompoundAnnual", "2023-01-01/2025-12-31", "0.08"),
        ("綠色貸款自2024年底以來增長8%。", "", "2025-01-01/2025-12-31", "0.08"),
        ("绿色贷款自2023年推出以来增长31%。", None, "", ""),
        ("营业收入自2022年以来增长31%。", None, "", ""),
    ],
)
def test_since_when_something_has_grown(text: str, member: str | None, period: str, value: str) -> None:
    """A balance since a day, and a rate a year since a year or across several; not since something was begun."""
    (row,) = (row for row in rows_of(text, "2025") if row.status != "not_a_fact")
    if member is None:
        assert row.status == "unresolved"
    else:
        members = set(members_of(row).split()) - {"GreenLoans"}
        assert (row.status, " ".join(members), row.period, row.value) == ("fact", member, period, value)
