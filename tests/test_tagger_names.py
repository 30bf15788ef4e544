"""What names of concepts and members say of one another, and what a Chinese clause leaves to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from taxonomy.load import load_taxonomy
from tests.tagging_example import Reading, ledger_of, reading_of, readings_of

HOUSE = Path(__file__).parent / "data" / "wealth-house.yaml"
YEAR, END, BEFORE = "2024-01-01/2024-12-31", "2024-12-31", "2023-01-01/2023-12-31"
DEPOSITS, LOANS = "DepositsFromCustomers", "LoansAndAdvancesToCustomers"
LEFT_OVER, NO_CONCEPT, AMBIGUOUS = "unresolved left_over", "unresolved no_concept", "unresolved ambiguous"

OF_A_BANK: dict[str, tuple[str, list[Reading]]] = {
    "a word that the next member's name begins with is none itself": (
        "個人住房貸款餘額812億元，個人經營性貸款餘額214億元。",
        [
            (LOANS, "ResidentialMortgageLoans", END, "81200000000"),
            (LOANS, "PersonalBusinessLoans", END, "21400000000"),
        ],
    ),
    "nor is it carried to a part whose name begins with it": (
        "個人貸款餘額812億元，其中個人住房貸款420億元、汽車貸款42億元。",
        [
            (LOANS, "PersonalCustomers", END, "81200000000"),
            (LOANS, "ResidentialMortgageLoans", END, "42000000000"),
            (LOANS, "AutomobileLoans", END, "4200000000"),
        ],
    ),
    "what names a part itself is not of a title's that is a sentence of its own": (
        "公司金融。年末公司存款2,890億元。綠色貸款餘額310億元。",
        [(DEPOSITS, "CorporateCustomers", END, "289000000000"), (LOANS, "GreenLoans", END, "31000000000")],
    ),
    "but of what a colon parts from it": (
        "公司類貸款：年末餘額3,120億元，其中綠色貸款餘額310億元。",
        [
            (LOANS, "CorporateCustomers", END, "312000000000"),
            (LOANS, "CorporateCustomers GreenLoans", END, "31000000000"),
        ],
    ),
    "a rate improves as its name says": (
        "不良貸款率1.2%，同比改善0.1個百分點；撥備覆蓋率301%，改善12個百分點。",
        [
            ("NonPerformingLoanRatio", "", END, "0.012"),
            ("IncreaseDecreaseInNonPerformingLoanRatio", "", YEAR, "-0.001"),
            ("ProvisionCoverageRatio", "", END, "3.01"),
            ("IncreaseDecreaseInProvisionCoverageRatio", "", YEAR, "0.12"),
        ],
    ),
    "a rate whose name does not say is left open": (
        "槓桿率6.8%，改善0.2個百分點。",
        [("LeverageRatio", "", END, "0.068"), (AMBIGUOUS, "", YEAR, "0.002")],
    ),
    "more of a change is no change": (
        "各項存款新增120億元，同比多增15億元。",
        [(f"IncreaseDecreaseIn{DEPOSITS}", "", YEAR, "12000000000"), (AMBIGUOUS, "", YEAR, "1500000000")],
    ),
    "more or less of what was done": (
        "全年處置不良貸款30億元，同比多處置2億元。核銷不良貸款8.2億元，同比少核銷1.1億元。",
        [
            ("NonPerformingLoansDisposed", "", YEAR, "3000000000"),
            ("IncreaseDecreaseInNonPerformingLoansDisposed", "", YEAR, "200000000"),
            ("LoansWrittenOff", "", YEAR, "820000000"),
            ("IncreaseDecreaseInLoansWrittenOff", "", YEAR, "-110000000"),
        ],
    ),
    "more of what was not spoken of is left open": (
        "全年處置不良貸款30億元，同比多投入2億元。",
        [("NonPerformingLoansDisposed", "", YEAR, "3000000000"), (AMBIGUOUS, "", YEAR, "200000000")],
    ),
    "a share of several together is not the last one's": (
        "製造業貸款、房地產業貸款分別佔全部貸款的12%和5%，合計佔比17%。",
        [
            (f"ShareOf{LOANS}", "Manufacturing", END, "0.12"),
            (f"ShareOf{LOANS}", "RealEstate", END, "0.05"),
            (AMBIGUOUS, "", END, "0.17"),
        ],
    ),
    "a flow goes on with its parts": (
        "全年發放貸款320億元，其中普惠型小微企業貸款88億元、個人貸款41億元。",
        [
            ("LoansGranted", "", YEAR, "32000000000"),
            ("LoansGranted", "InclusiveSmallAndMicroEnterprises", YEAR, "8800000000"),
            ("LoansGranted", "PersonalCustomers", YEAR, "4100000000"),
        ],
    ),
    "but a balance that says so is one": (
        "全年發放貸款320億元，其中個人貸款餘額41億元。",
        [("LoansGranted", "", YEAR, "32000000000"), (LOANS, "PersonalCustomers", END, "4100000000")],
    ),
    "what is done with a part is a flow": (
        "全年投放綠色貸款82億元，上年為61億元。",
        [
            ("LoansGranted", "GreenLoans", YEAR, "8200000000"),
            ("LoansGranted", "GreenLoans", BEFORE, "6100000000"),
        ],
    ),
    "parts beside one another share what the first one carries": (
        "海外貸款餘額300億元，其中公司貸款120億元、個人貸款30億元。",
        [
            (LOANS, "Overseas", END, "30000000000"),
            (LOANS, "CorporateCustomers Overseas", END, "12000000000"),
            (LOANS, "PersonalCustomers Overseas", END, "3000000000"),
        ],
    ),
    "the noun of what points back says nothing new": (
        "專精特新企業貸款1,126億元，上述企業存款230億元。",
        [
            (LOANS, "SpecializedAndSophisticatedEnterprises", END, "112600000000"),
            (DEPOSITS, "SpecializedAndSophisticatedEnterprises", END, "23000000000"),
        ],
    ),
    "a balance is no flow that was spoken of": (
        "全年承銷債券35隻，規模286億元，綠色債券餘額30億元。",
        [
            ("NumberOfBondsUnderwritten", "", YEAR, "35"),
            ("BondUnderwritingAmount", "", YEAR, "28600000000"),
            (AMBIGUOUS, "", YEAR, "3000000000"),
        ],
    ),
    "a blank behind a comma parts no number with a scale word": (
        "贷款余额 3, 218.07 亿元，存款余额2, 036.18 亿元。",
        [(LOANS, "", END, "321807000000"), (DEPOSITS, "", END, "203618000000")],
    ),
    "what an amount was done with stands right behind it": (
        "成功發行150億元二級資本債券，全年投放94億元綠色貸款。",
        [
            ("BondsIssued", "TierTwoCapitalBonds", YEAR, "15000000000"),
            ("LoansGranted", "GreenLoans", YEAR, "9400000000"),
        ],
    ),
    "what is flat against two days is measured against both": (
        "不良貸款率0.91%，與年初及6月末持平，其中個人貸款不良率1.43%。",
        [
            ("NonPerformingLoanRatio", "", END, "0.0091"),
            ("NonPerformingLoanRatio", "PersonalCustomers", END, "0.0143"),
        ],
    ),
    "how long loans are overdue stands within their name": (
        "年末逾期90天以上貸款31.8億元。",
        [("OverdueLoans", "OverdueMoreThanNinetyDays", END, "3180000000")],
    ),
    "and makes a part of them where no member is called so": (
        "年末逾期60天以內貸款12.4億元。",
        [(LEFT_OVER, "", END, "1240000000")],
    ),
    "the rest of a name is said by the title": (
        "信用卡業務。累計發卡612萬張，透支餘額402億元，比上年末減少18億元。",
        [
            ("NumberOfBankCardsIssued", "CreditCards", END, "6120000"),
            ("CreditCardOverdraftBalance", "", END, "40200000000"),
            ("IncreaseDecreaseInCreditCardOverdraftBalance", "", YEAR, "-1800000000"),
        ],
    ),
    "or by the heading above": (
        "三、信用卡業務\n\n年末流通卡量210萬張，透支餘額142億元。",
        [
            ("NumberOfBankCardsIssued", "", END, "2100000"),
            ("CreditCardOverdraftBalance", "", END, "14200000000"),
        ],
    ),
}


@pytest.mark.parametrize("case", OF_A_BANK)
def test_a_bank(case: str) -> None:
    """What the names of the shipped taxonomy make of a clause."""
    text, expected = OF_A_BANK[case]

    assert expected == [row for row in readings_of(text) if not row[0].startswith("not_a_fact")]


OF_A_HOUSE: dict[str, tuple[str, list[Reading]]] = {
    "a member within the concept's own name says nothing more": (
        "財管客戶資產6,240億元。存續理財產品824隻。",
        [("WealthAssets", "", END, "624000000000"), ("ProductsOutstanding", "", END, "824")],
    ),
    "but before another's it does": ("財管貸款餘額12億元。", [(LEFT_OVER, "", END, "1200000000")]),
    "a word that narrows and is a name is what is meant": (
        "月活客戶812萬戶，比上年末增加73萬戶。",
        [("ActiveClients", "", END, "8120000"), ("IncreaseDecreaseInActiveClients", "", YEAR, "730000")],
    ),
    "behind a count stands the amount of what was counted": (
        "全年承銷債券28筆，規模46億元。",
        [("BondsLed", "", YEAR, "28"), ("BondAmount", "", YEAR, "4600000000")],
    ),
    "but no other amount": (
        "全年承銷債券28筆，利潤46億元。",
        [("BondsLed", "", YEAR, "28"), (NO_CONCEPT, "", YEAR, "4600000000")],
    ),
    "a part's balance is the one that it may be of": (
        "房貸餘額3,412億元；車貸餘額205億元。",
        [("Loans", "House", END, "341200000000"), ("Loans", "Car", END, "20500000000")],
    ),
    "but not what is no balance": ("房貸規模3,412億元。", [(NO_CONCEPT, "", "", "341200000000")]),
    "half a member's name right before a concept's is enough": (
        "公司貸款餘額12億元，增長5%。",
        [("Loans", "Firm", END, "1200000000"), ("GrowthRateOfLoans", "Firm", YEAR, "0.05")],
    ),
    "but only where the concept may carry it": ("公司客戶資產12億元。", [(LEFT_OVER, "", END, "1200000000")]),
    "a counter that counts one thing alone says so of its parts": (
        "財富管理完成12筆。",
        [("BondsLed", "Wealth", YEAR, "12")],
    ),
    "what all members of an axis are called tells none of them apart": (
        "產品平均收益率2.91%。",
        [("AverageYield", "", YEAR, "0.0291")],
    ),
    "a count is called so without its number": (
        "全年新增開戶86萬戶，其中四季度新增41萬戶。",
        [("NewClients", "", YEAR, "860000"), ("NewClients", "", "2024-10-01/2024-12-31", "410000")],
    ),
}


@pytest.mark.parametrize("case", OF_A_HOUSE)
def test_a_house(case: str) -> None:
    """What the names of a small taxonomy make of a clause."""
    text, expected = OF_A_HOUSE[case]
    rows = ledger_of(text, taxonomy=load_taxonomy(str(HOUSE))).rows

    assert expected == [reading_of(row) for row in rows if row.status != "not_a_fact"]
