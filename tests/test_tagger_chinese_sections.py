"""What Chinese prose leaves out because it was said before: the subsidiary of a section, half of a name, the part of a rate."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tagger.ledger import Row
from taxonomy.load import load_taxonomy
from tests.tagging_example import Reading, ledger_of, profile_of, reading_of, readings_of

LOANS = "LoansAndAdvancesToCustomers"
YEAR, END, BEFORE = "2024-01-01/2024-12-31", "2024-12-31", "2023-12-31"
LEFT_OVER, NO_CONCEPT, AMBIGUOUS = "unresolved left_over", "unresolved no_concept", "unresolved ambiguous"
PRODUCTS, FUNDS = "WealthManagementSubsidiary", "FundManagementSubsidiary"
MEMBERS = (
    ("山海理財", "bank:ManagingEntityAxis", f"bank:{PRODUCTS}Member"),
    ("山海基金", "bank:ManagingEntityAxis", f"bank:{FUNDS}Member"),
)

IN_2024: dict[str, tuple[str, list[Reading]]] = {
    "a modifier before another name of the concept that ends a member's": (
        "海外據點由28處增為31處。境內設有網點940家，其中適老網點86家。",
        [
            ("NumberOfOutlets", "OverseasOutlets", BEFORE, "28"),
            ("NumberOfOutlets", "OverseasOutlets", END, "31"),
            ("NumberOfOutlets", "DomesticOutlets", END, "940"),
            ("NumberOfOutlets", "ElderlyFriendlyOutlets", END, "86"),
        ],
    ),
    "and behind the figure": (
        "本行設有6家境外分行。",
        [("NumberOfOutlets", "OverseasOutlets", END, "6")],
    ),
    "a modifier that no member has is left over": (
        "鄉村據點12處。",
        [(LEFT_OVER, "", END, "12")],
    ),
    "a rate behind a part is the part's own where there is one": (
        "信用卡透支餘額38.2億元，比上年末減少2.1億元；不良率1.84%，上升0.12個百分點。",
        [
            ("CreditCardOverdraftBalance", "", END, "3820000000"),
            ("IncreaseDecreaseInCreditCardOverdraftBalance", "", YEAR, "-210000000"),
            ("NonPerformingRatioOfCreditCardLoans", "", END, "0.0184"),
            ("IncreaseDecreaseInNonPerformingRatioOfCreditCardLoans", "", YEAR, "0.0012"),
        ],
    ),
    "a rate of its own is not made a part's": (
        "核心一級資本淨額620億元，資本充足率14.2%。",
        [
            ("CommonEquityTier1Capital", "", END, "62000000000"),
            ("CapitalAdequacyRatio", "", END, "0.142"),
        ],
    ),
    "a dividend that is a part of the year's is not the year's": (
        "董事會建議派發末期股息每股0.58元，連同中期股息每股0.31元，全年股息為每股0.89元。",
        [
            (NO_CONCEPT, "", YEAR, "0.58"),
            (NO_CONCEPT, "", YEAR, "0.31"),
            ("DividendsPerShare", "", YEAR, "0.89"),
        ],
    ),
    "a profit that is called a loss is below zero": (
        "除稅前虧損收窄至1.2億元（2023年：虧損4.6億元）。淨虧損0.9億元，上年淨利潤0.3億元。",
        [
            ("ProfitBeforeTax", "", YEAR, "-120000000"),
            ("not_a_fact year", "", "", None),
            ("ProfitBeforeTax", "", "2023-01-01/2023-12-31", "-460000000"),
            ("NetProfit", "", YEAR, "-90000000"),
            ("NetProfit", "", "2023-01-01/2023-12-31", "30000000"),
        ],
    ),
    "which way a loss changes is open": (
        "除稅前虧損減少20%至5億元。",
        [(AMBIGUOUS, "", YEAR, "-0.20"), ("ProfitBeforeTax", "", YEAR, "-500000000")],
    ),
    "an average of what is a total by its name": (
        "員工平均培訓時數為42小時。活躍用戶126萬名。",
        [(NO_CONCEPT, "", YEAR, "42"), (LEFT_OVER, "", END, "1260000")],
    ),
    "a concept's name that begins in the member's before it": (
        "資產託管規模3.2萬億元，其中公募基金1.1萬億元、保險資產0.4萬億元；實現託管手續費收入7.7億元。",
        [
            ("AssetsUnderCustody", "", END, "3200000000000"),
            ("AssetsUnderCustody", "MutualFunds", END, "1100000000000"),
            ("AssetsUnderCustody", "InsuranceAssets", END, "400000000000"),
            ("FeeAndCommissionIncome", "CustodyFees", YEAR, "770000000"),
        ],
    ),
    "a name with a word for all of it takes no part from before": (
        "市場風險加權資產41億元，操作風險加權資產287億元，風險加權資產合計5,236億元。",
        [
            ("RiskWeightedAssets", "MarketRisk", END, "4100000000"),
            ("RiskWeightedAssets", "OperationalRisk", END, "28700000000"),
            ("RiskWeightedAssets", "", END, "523600000000"),
        ],
    ),
    "but from what is named": (
        "零售貸款總額320億元，上述貸款總額佔比較高。公司貸款總額610億元。",
        [
            (LOANS, "PersonalCustomers", END, "32000000000"),
            (LOANS, "CorporateCustomers", END, "61000000000"),
        ],
    ),
    "behind a bracket the figure before it goes on": (
        "綠色貸款餘額836億元（人民銀行口徑為902億元），比上年末增加124億元。",
        [
            (LOANS, "GreenLoans", END, "83600000000"),
            (LOANS, "GreenLoans PeoplesBankOfChinaBasis", END, "90200000000"),
            (f"IncreaseDecreaseIn{LOANS}", "GreenLoans", YEAR, "12400000000"),
        ],
    ),
    "a term that begins with the member's, with a word of share behind it": (
        "關注類貸款佔比1.76%；逾期90天以上貸款佔比0.78%。",
        [
            (f"ShareOf{LOANS}", "SpecialMentionLoans", END, "0.0176"),
            ("not_a_fact tenor", "", "", None),
            ("OverdueLoanRatio", "OverdueMoreThanNinetyDays", END, "0.0078"),
        ],
    ),
    "when something came about in a clause before is no time of the figure": (
        "信用卡於3月推出新產品，累計發卡312萬張。於6月30日，貸款餘額30億元。",
        [
            ("not_a_fact date", "", "", None),
            ("NumberOfBankCardsIssued", "CreditCards", END, "3120000"),
            ("not_a_fact date", "", "", None),
            ("not_a_fact tenor", "", "", None),
            (LOANS, "", "2024-06-30", "3000000000"),
        ],
    ),
    "a verb of service before a name tells no part": (
        "服務核心企業1,386戶，較上年末增加204戶。",
        [
            ("NumberOfSupplyChainCoreEnterprises", "", END, "1386"),
            ("IncreaseDecreaseInNumberOfSupplyChainCoreEnterprises", "", YEAR, "204"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), IN_2024.values(), ids=IN_2024)
def test_what_was_said_before(text: str, expected: list[Reading]) -> None:
    """What the clause leaves out is in the names of the taxonomy, or in the clause before."""
    assert readings_of(text) == expected


def _rows(text: str) -> list[Row]:
    rows = ledger_of(text, profile=replace(profile_of(), members=MEMBERS)).rows
    return [row for row in rows if row.status != "not_a_fact"]


def test_a_section_is_about_the_subsidiary_that_opens_it() -> None:
    """Named in a sentence without a figure, it holds for the paragraphs of the section; the next heading ends it."""
    text = (
        "一、理財業務\n\n報告期內，山海理財堅持穩健經營，產品體系持續完善。期末理財產品餘額862億元，較上年末增長7.4%。\n\n"
        "理財產品餘額中，公募產品佔比較高。實現手續費收入4.3億元。\n\n二、託管業務\n\n手續費收入21億元。\n"
    )

    assert [reading_of(row) for row in _rows(text)] == [
        ("WealthManagementProductBalance", PRODUCTS, END, "86200000000"),
        ("GrowthRateOfWealthManagementProductBalance", PRODUCTS, YEAR, "0.074"),
        ("FeeAndCommissionIncome", PRODUCTS, YEAR, "430000000"),
        ("FeeAndCommissionIncome", "", YEAR, "2100000000"),
    ]


def test_a_sentence_that_names_the_subsidiary_as_a_part_is_of_the_whole() -> None:
    """What the subsidiary has of it is said by the way."""
    text = (
        "理財業務\n\n山海理財堅持低波動的產品定位，把回撤控制納入投資經理的年度考核。"
        "年末理財產品餘額964億元，其中由山海理財管理781億元。\n"
    )

    assert [reading_of(row) for row in _rows(text)] == [
        ("WealthManagementProductBalance", "", END, "96400000000"),
        ("WealthManagementProductBalance", PRODUCTS, END, "78100000000"),
    ]


def test_a_sentence_with_a_figure_of_a_subsidiary_says_nothing_of_the_next() -> None:
    """Nor does one that the entity itself opens, or several subsidiaries together."""
    text = (
        "一、資產管理\n\n山海基金管理資產320億元。手續費收入21億元。\n\n二、協同\n\n山海理財和山海基金在報告期內協同推進各項業務轉型，取得良好成效。"
        "理財產品餘額1,100億元。\n\n三、管理資產\n\n山海基金穩步發展。本行管理資產2,200億元。\n"
    )

    assert [reading_of(row) for row in _rows(text)] == [
        ("AssetsUnderManagement", FUNDS, END, "32000000000"),
        ("FeeAndCommissionIncome", "", YEAR, "2100000000"),
        ("WealthManagementProductBalance", "", END, "110000000000"),
        ("AssetsUnderManagement", "", END, "220000000000"),
    ]


LESSOR = """
taxonomy:
  prefix: les
  namespace: http://example.org/taxonomy/lessor/2024
  version: "2024-12-31"
  entry_point: http://example.org/taxonomy/lessor/2024/lessor.xsd
  label: {en: Lessor, zh-Hant: 租賃公司}
axes:
  IndustryAxis:
    label: {en: Industry, zh-Hant: 行業}
    default: AllIndustriesMember
    members:
      OtherIndustriesMember: {label: {en: Other industries, zh-Hant: 其他行業}, terms: {zh-Hant: [其他]}}
      StudentLoansMember: {label: {en: Student loans, zh-Hant: 助學貸款}}
      BondsMember: {label: {en: Bonds, zh-Hant: 債券}}
concepts:
  TotalRevenue: {type: monetary, period: duration, label: {en: Revenue, zh-Hant: 收入總額及其他收益}}
  BondsIssued: {type: monetary, period: duration, label: {en: Bonds issued, zh-Hant: 發行債券}}
  Borrowings: {type: monetary, period: instant, label: {en: Borrowings, zh-Hant: 借款}, terms: {zh-Hant: [債券借款]}}
  LendingRate:
    type: percent
    period: duration
    label: {en: Lending rate, zh-Hant: 新發放貸款平均利率}
    variants: [change]
hypercubes:
  All: {concepts: [TotalRevenue, BondsIssued, Borrowings, LendingRate], axes: [IndustryAxis]}
"""


def test_what_a_concepts_own_name_holds(tmp_path: Path) -> None:
    """A member within its label says no part of it, in another of its terms it does; a member may part it by its own head."""
    source = tmp_path / "lessor.yaml"
    source.write_text(LESSOR, encoding="utf-8")
    text = "收入總額及其他收益86億元。發行債券143億元。債券借款12億元。新發放助學貸款平均利率2.90%，同比下降40個基點。"

    assert [reading_of(row) for row in ledger_of(text, taxonomy=load_taxonomy(str(source))).rows] == [
        ("TotalRevenue", "", YEAR, "8600000000"),
        ("BondsIssued", "", YEAR, "14300000000"),
        ("Borrowings", "Bonds", END, "1200000000"),
        ("LendingRate", "StudentLoans", YEAR, "0.0290"),
        ("IncreaseDecreaseInLendingRate", "StudentLoans", YEAR, "-0.0040"),
    ]
