"""What Chinese prose says of its figures: words that narrow a name, rates of change as things of their own, wholes in 在…中."""

from __future__ import annotations

from pathlib import Path

import pytest

from taxonomy.load import load_taxonomy
from tests.tagging_example import Reading, ledger_of, local, readings_of

SAMPLES = Path(__file__).parent.parent / "samples"
UTILITY, INSURER = SAMPLES / "utility" / "utility.yaml", SAMPLES / "insurer" / "insurer.yaml"
YEAR, END, BEFORE = "2024-01-01/2024-12-31", "2024-12-31", "2023-12-31"
DEPOSITS, LOANS = "DepositsFromCustomers", "LoansAndAdvancesToCustomers"
LEFT_OVER, NO_CONCEPT, AMBIGUOUS = "unresolved left_over", "unresolved no_concept", "unresolved ambiguous"

IN_2024: dict[str, tuple[str, list[Reading]]] = {
    "an amount for each is not the total": (
        "戶均貸款32.5萬元，人均營業收入185萬元。潛在客戶500萬戶。",
        [
            (NO_CONCEPT, "", END, "325000"),
            (NO_CONCEPT, "", YEAR, "1850000"),
            (LEFT_OVER, "", END, "5000000"),
        ],
    ),
    "nor is its growth the total's": (
        "戶均貸款32.5萬元，增長5%。人均營業收入增長8%。",
        [
            (NO_CONCEPT, "", END, "325000"),
            (AMBIGUOUS, "", YEAR, "0.05"),
            (NO_CONCEPT, "", YEAR, "0.08"),
        ],
    ),
    "a word that narrows is part of a term that holds it": (
        "日均存款1,250億元，月活客戶1,482萬戶。",
        [
            ("AverageBalanceOfDeposits", "", YEAR, "125000000000"),
            ("NumberOfMonthlyActiveCustomers", "", END, "14820000"),
        ],
    ),
    "of which, at the head of a sentence, holds for all of its figures": (
        "零售金融業務營業收入712億元。其中，淨利息收入489億元，非利息淨收入223億元。",
        [
            ("OperatingIncome", "PersonalBankingSegment", YEAR, "71200000000"),
            ("NetInterestIncome", "PersonalBankingSegment", YEAR, "48900000000"),
            ("NonInterestIncome", "PersonalBankingSegment", YEAR, "22300000000"),
        ],
    ),
    "an amount of so many shares is not all that was paid": (
        "每10股派發現金股利3.62元（含稅），合計派發現金股利70.25億元。每股派息0.45元。",
        [
            (LEFT_OVER, "", YEAR, "3.62"),
            ("CashDividends", "", YEAR, "7025000000"),
            ("DividendsPerShare", "", YEAR, "0.45"),
        ],
    ),
    "no name ends within a word": (
        "製造業業績向好，製造業務貸款餘額520億元。",
        [(LEFT_OVER, "", END, "52000000000")],
    ),
    "a rate of change that moves is of no concept": (
        "個人貸款餘額5,208億元，增長3.7%，增速同比回落2.9個百分點。",
        [
            (LOANS, "PersonalCustomers", END, "520800000000"),
            (f"GrowthRateOf{LOANS}", "PersonalCustomers", YEAR, "0.037"),
            (NO_CONCEPT, "", YEAR, "0.029"),
        ],
    ),
    "a change behind a growth is not one of a share": (
        "個人貸款餘額5,208億元，增長3.7%，比上年提高2.9個百分點。",
        [
            (LOANS, "PersonalCustomers", END, "520800000000"),
            (f"GrowthRateOf{LOANS}", "PersonalCustomers", YEAR, "0.037"),
            (NO_CONCEPT, "", YEAR, "0.029"),
        ],
    ),
    "a rate of change that comes to a value is one": (
        "信用卡消費額4,126億元，降幅收窄至6.1%。",
        [
            ("CardSpendingVolume", "CreditCards", YEAR, "412600000000"),
            ("GrowthRateOfCardSpendingVolume", "CreditCards", YEAR, "-0.061"),
        ],
    ),
    "the whole stands before its share": (
        "個人存款餘額7,015億元，在全部存款中佔比達52.6%，提高1.4個百分點。",
        [
            (DEPOSITS, "PersonalCustomers", END, "701500000000"),
            (f"ShareOf{DEPOSITS}", "PersonalCustomers", END, "0.526"),
            (f"IncreaseDecreaseInShareOf{DEPOSITS}", "PersonalCustomers", YEAR, "0.014"),
        ],
    ),
    "a share of something else's whole is none": (
        "手續費及佣金淨收入28.6億元，在營業收入中佔比9.9%。",
        [("NetFeeAndCommissionIncome", "", YEAR, "2860000000"), (NO_CONCEPT, "", "", "0.099")],
    ),
    "a rate of the whole is not one of a part with a name of its own": (
        "信用卡貸款餘額3,412億元，增長4.2%，撥備覆蓋率232%。",
        [
            ("CreditCardOverdraftBalance", "", END, "341200000000"),
            ("GrowthRateOfCreditCardOverdraftBalance", "", YEAR, "0.042"),
            (LEFT_OVER, "", END, "2.32"),
        ],
    ),
    "nor where the part is said without a figure": (
        "信用卡貸款穩步增長，不良率1.32%。",
        [(LEFT_OVER, "", END, "0.0132")],
    ),
    "nor where it is a member that the rate cannot carry": (
        "外幣貸款餘額3,412億元，撥貸比2.5%。",
        [(LOANS, "ForeignCurrencies", END, "341200000000"), (LEFT_OVER, "", END, "0.025")],
    ),
    "what follows its part's own name is told": (
        "不良貸款餘額28億元，不良率1.47%，撥備覆蓋率241%。",
        [
            ("NonPerformingLoans", "", END, "2800000000"),
            ("NonPerformingLoanRatio", "", END, "0.0147"),
            ("ProvisionCoverageRatio", "", END, "2.41"),
        ],
    ),
    "a count of owners counts nothing of its own": (
        "全年完成3家支行的改造，全行共有860家網點。",
        [(NO_CONCEPT, "", "", "3"), ("NumberOfOutlets", "", END, "860")],
    ),
    "a flow of one month is of that month": (
        "本行於2024年9月發行綠色金融債券50億元。",
        [("BondsIssued", "GreenBonds", "2024-09-01/2024-09-30", "5000000000")],
    ),
    "up to a month it is of the year to it": (
        "截至2024年9月，發行綠色金融債券50億元。",
        [("BondsIssued", "GreenBonds", "2024-01-01/2024-09-30", "5000000000")],
    ),
    "all of a list are what others ask for": (
        "資本充足率和一級資本充足率分別為13.4%和11.2%，均高於10.5%和8.5%的監管要求。",
        [
            ("CapitalAdequacyRatio", "", END, "0.134"),
            ("Tier1CapitalRatio", "", END, "0.112"),
            ("unresolved other_entity", "", "", "0.105"),
            ("unresolved other_entity", "", "", "0.085"),
        ],
    ),
    "a share's amount may say so behind": (
        "董事會宣派全年股息每股0.62元。",
        [("DividendsPerShare", "", YEAR, "0.62")],
    ),
    "what is new is not all there is": (
        "新客戶50萬戶，期內新開設5家網點。",
        [(LEFT_OVER, "", END, "500000"), (LEFT_OVER, "", END, "5")],
    ),
    "a new thing with a term of its own": (
        "新發放貸款500億元，新設網點12家。",
        [("LoansGranted", "", YEAR, "50000000000"), ("NumberOfOutletsOpened", "", YEAR, "12")],
    ),
    "a share of another whole may be a rate called so": (
        "非利息淨收入74.75億元，佔營業收入的27.9%，同比提升1.7個百分點。科技投入32億元，佔營業收入的3.1%。",
        [
            ("NonInterestIncome", "", YEAR, "7475000000"),
            ("NonInterestIncomeToOperatingIncomeRatio", "", YEAR, "0.279"),
            ("IncreaseDecreaseInNonInterestIncomeToOperatingIncomeRatio", "", YEAR, "0.017"),
            ("TechnologyInvestment", "", YEAR, "3200000000"),
            ("TechnologyInvestmentToOperatingIncomeRatio", "", YEAR, "0.031"),
        ],
    ),
    "members alone have their shares of a whole": (
        "淨利潤12億元。製造業、建築業和採礦業分別佔貸款總額的7.8%、3.2%和4.6%。",
        [
            ("NetProfit", "", YEAR, "1200000000"),
            (f"ShareOf{LOANS}", "Manufacturing", END, "0.078"),
            (f"ShareOf{LOANS}", "Construction", END, "0.032"),
            (f"ShareOf{LOANS}", "Mining", END, "0.046"),
        ],
    ),
    "a list dealt out in two units": (
        "主承銷債券426隻，承銷規模2,318億元，分別同比增加38隻和5.7%。",
        [
            ("NumberOfBondsUnderwritten", "", YEAR, "426"),
            ("BondUnderwritingAmount", "", YEAR, "231800000000"),
            ("IncreaseDecreaseInNumberOfBondsUnderwritten", "", YEAR, "38"),
            ("GrowthRateOfBondUnderwritingAmount", "", YEAR, "0.057"),
        ],
    ),
    "what a scope leaves out is not what the figure is of": (
        "公司貸款（不含票據貼現）餘額8,214億元。",
        [(LOANS, "CorporateCustomers ExcludingDiscountedBills", END, "821400000000")],
    ),
    "since a year is no time of a flow": (
        "自2020年起，投放貸款500億元。貸款餘額2,600億元。未來五年計劃投放貸款900億元。",
        [
            (AMBIGUOUS, "", YEAR, "50000000000"),
            (LOANS, "", END, "260000000000"),
            (AMBIGUOUS, "", YEAR, "90000000000"),
        ],
    ),
    "since a year says nothing of a balance": (
        "自2005年開辦以來，助學貸款餘額突破2,600億元。",
        [(LOANS, "StudentLoans", END, "260000000000")],
    ),
    "a figure that describes a growth is one": (
        "2025年，貸款力爭實現5%左右的增長。",
        [(f"GrowthRateOf{LOANS}", "Target", "2025-01-01/2025-12-31", "0.05")],
    ),
    "a time inside a term is part of the name": (
        "本年利潤12億元，期內溢利12億元。",
        [("NetProfit", "", YEAR, "1200000000"), ("NetProfit", "", YEAR, "1200000000")],
    ),
    "a member named since the figure before is meant": (
        "公司貸款餘額800億元，增長5%；農戶客群穩步擴大，餘額120億元。",
        [
            (LOANS, "CorporateCustomers", END, "80000000000"),
            (f"GrowthRateOf{LOANS}", "CorporateCustomers", YEAR, "0.05"),
            (LOANS, "RuralHouseholds", END, "12000000000"),
        ],
    ),
    "a part is over with what goes on from it": (
        "個人客戶8,926萬戶，其中私人銀行客戶3.85萬戶，佔比0.04%；個人存款餘額7,015億元。",
        [
            ("NumberOfCustomers", "PersonalCustomers", END, "89260000"),
            ("NumberOfCustomers", "PrivateBankingCustomers", END, "38500"),
            ("ShareOfNumberOfCustomers", "PrivateBankingCustomers", END, "0.0004"),
            (DEPOSITS, "PersonalCustomers", END, "701500000000"),
        ],
    ),
    "below a heading of a year to come stand its targets": (
        "四、2025年經營目標\n\n存款餘額達2,250億元，不良貸款率維持於0.2%以下。",
        [
            (DEPOSITS, "Target", "2025-12-31", "225000000000"),
            ("NonPerformingLoanRatio", "Target", "2025-12-31", "0.002"),
        ],
    ),
    "a target said behind its figure": (
        "全年以貸款增長5%為目標。",
        [(f"GrowthRateOf{LOANS}", "Target", YEAR, "0.05")],
    ),
    "the end of the year that a plan speaks of": (
        "我們預期2025年下半年達到收支平衡，並以年底客戶100萬戶為目標。",
        [("NumberOfCustomers", "Target", "2025-12-31", "1000000")],
    ),
    "what is left out is not what grows": (
        "撇除信用卡貸款，貸款增長3.8%。",
        [(LEFT_OVER, "", YEAR, "0.038")],
    ),
    "a growth behind two values is between their days": (
        "管理資產由2020年末的0.96萬億元增至2024年末的1.77萬億元，年均複合增長16.5%，累計增長84%。",
        [
            ("AssetsUnderManagement", "", "2020-12-31", "960000000000"),
            ("AssetsUnderManagement", "", END, "1770000000000"),
            ("GrowthRateOfAssetsUnderManagement", "CompoundAnnual", "2021-01-01/2024-12-31", "0.165"),
            ("GrowthRateOfAssetsUnderManagement", "SeveralYears", "2021-01-01/2024-12-31", "0.84"),
        ],
    ),
    "the year as a whole ends what was said of a quarter": (
        "第四季度，信用卡消費額78億元，全年合計295億元。管理資產1,210億元，增長16%。",
        [
            ("CardSpendingVolume", "CreditCards", "2024-10-01/2024-12-31", "7800000000"),
            ("CardSpendingVolume", "CreditCards", YEAR, "29500000000"),
            ("AssetsUnderManagement", "", END, "121000000000"),
            ("GrowthRateOfAssetsUnderManagement", "", YEAR, "0.16"),
        ],
    ),
    "another bank's by its place in the clause": (
        "山海銀行不良率1.2%，而東湖銀行不良率為1.6%。另一家銀行的不良率為2.1%。參股的東湖證券實現淨利潤12.5億元。",
        [
            ("NonPerformingLoanRatio", "", END, "0.012"),
            ("unresolved other_entity", "", "", "0.016"),
            ("unresolved other_entity", "", "", "0.021"),
            ("unresolved other_entity", "", "", "1250000000"),
        ],
    ),
    "what goes on about a name that nothing explains": (
        "東湖融租總資產350億元，淨利潤4.2億元。淨利潤12億元。",
        [
            (LEFT_OVER, "", END, "35000000000"),
            (LEFT_OVER, "", YEAR, "420000000"),
            ("NetProfit", "", YEAR, "1200000000"),
        ],
    ),
    "a list that begins with words unknown is not its last part": (
        "本集團於香港、內地及海外共聘用6,842名員工。",
        [(LEFT_OVER, "", END, "6842")],
    ),
    "a name parted by a member keeps its whole head": (
        "期內零售銀行業務除稅前溢利31.2億元。",
        [("ProfitBeforeTax", "PersonalBankingSegment", YEAR, "3120000000")],
    ),
    "a heading of two parts is of neither alone": (
        "公司及個人貸款\n\n不良率1.2%，貸款餘額5,000億元。",
        [("NonPerformingLoanRatio", "", END, "0.012"), (LOANS, "", END, "500000000000")],
    ),
    "a part of the staff that no term names": (
        "員工412名，另有兼職員工約260名。",
        [("NumberOfEmployees", "", END, "412"), (LEFT_OVER, "", END, "260")],
    ),
    "a share beside a part is one of the part": (
        "公司存款餘額1,060億元，其中活期存款佔比46.2%。個人存款佔比52.6%。",
        [
            (DEPOSITS, "CorporateCustomers", END, "106000000000"),
            ("unresolved low_confidence", "", END, "0.462"),
            (f"ShareOf{DEPOSITS}", "PersonalCustomers", END, "0.526"),
        ],
    ),
    "words between a member and its head say no part": (
        "製造業領域貸款餘額500億元。",
        [(LOANS, "Manufacturing", END, "50000000000")],
    ),
    "the first quarter is one by its name": (
        "全年淨利潤12億元，首季為3億元。",
        [("NetProfit", "", YEAR, "1200000000"), ("NetProfit", "", "2024-01-01/2024-03-31", "300000000")],
    ),
    "the day before a quarter said to be equal": (
        "不良貸款率1.23%，與上季末持平，較年初下降0.05個百分點。",
        [
            ("NonPerformingLoanRatio", "", END, "0.0123"),
            ("IncreaseDecreaseInNonPerformingLoanRatio", "", YEAR, "-0.0005"),
        ],
    ),
    "a growth a year ends in 率": (
        "放款餘額1兆5,236億元，較上年底增加1,128億元，年增率8.0%。",
        [
            (LOANS, "", END, "1523600000000"),
            (f"IncreaseDecreaseIn{LOANS}", "", YEAR, "112800000000"),
            (f"GrowthRateOf{LOANS}", "", YEAR, "0.080"),
        ],
    ),
}


def told(text: str, period: str = "2024") -> list[Reading]:
    """Return the readings of a text but for its dates."""
    return [reading for reading in readings_of(text, period) if not reading[0].startswith("not_a_fact")]


@pytest.mark.parametrize(("text", "expected"), IN_2024.values(), ids=IN_2024)
def test_readings_of_2024(text: str, expected: list[Reading]) -> None:
    """Each text gives its figures these facts, or leaves them open for this reason."""
    assert told(text) == expected


def test_levels_do_not_learn_from_flows_what_they_are_compared_with() -> None:
    """Profit is compared with the first half before; deposits at its end are, unsaid, compared with the year's beginning."""
    text = "經營收入100億元，較去年同期上升1.5%。客戶存款增加218億元或3.1%至7,256億元。"

    assert told(text, "2024H1")[2:4] == [
        (f"IncreaseDecreaseIn{DEPOSITS}", "", "2024-01-01/2024-06-30", "21800000000"),
        (f"GrowthRateOf{DEPOSITS}", "", "2024-01-01/2024-06-30", "0.031"),
    ]


def test_a_value_with_its_day_is_the_base_of_the_growth_behind_it() -> None:
    """The day stands before the value alone, and holds for the change from it."""
    text = "於2024年9月30日，客戶存款884.5億元，較6月30日的865.2億元回升2.2%。"

    assert told(text, "2024-01-01/2024-09-30")[1:] == [
        (DEPOSITS, "", "2024-06-30", "86520000000"),
        (f"GrowthRateOf{DEPOSITS}", "PrecedingPeriod", "2024-07-01/2024-09-30", "0.022"),
    ]


def test_a_term_may_stand_without_a_light_tail() -> None:
    """賠付 is 賠付金額, where no other amount is called so; 保費 is several things."""
    text = "健康險賠付52.9億元，理賠案件268萬件。"

    rows = ledger_of(text, taxonomy=load_taxonomy(str(INSURER))).rows
    assert [(row.status, local(row.concept)) for row in rows] == [
        ("fact", "ClaimsPaid"),
        ("fact", "NumberOfClaimsSettled"),
    ]


def test_a_measure_is_no_counter() -> None:
    """0.42 kg is none of a unit in grams, and 13公噸 are 13噸."""
    text = "發電碳強度為0.42公斤。廢棄物產生量13公噸。"

    rows = ledger_of(text, taxonomy=load_taxonomy(str(UTILITY))).rows
    assert [row.status for row in rows] == ["unresolved", "fact"]


def test_the_years_end_of_a_plan_is_the_fiscal_years() -> None:
    """In the report of a half-year 年末 is its end, but for a plan, which looks to the end of the year."""
    assert told("力爭年末不良貸款率不超過1.35%。", "2024H1") == [
        ("NonPerformingLoanRatio", "Target", END, "0.0135")
    ]


def test_a_plan_for_the_year_holds_for_all_of_its_sentence() -> None:
    """全年 is said of the first figure, and means the whole year for the next, however far the report goes."""
    assert told("預期全年貸款增長8%，手續費收入增長25%以上。", "2024-01-01/2024-09-30") == [
        (f"GrowthRateOf{LOANS}", "Forecast", YEAR, "0.08"),
        ("GrowthRateOfFeeAndCommissionIncome", "Forecast", YEAR, "0.25"),
    ]


def test_the_quarter_before_is_one_in_taiwan_too() -> None:
    """前季 is the quarter before, and neither the year before nor the first quarters."""
    assert told("第三季稅後淨利86.4億元，較前季減少12.5%，較去年同期成長31.7%。", "2024Q3")[1:] == [
        ("GrowthRateOfNetProfit", "PrecedingPeriod", "2024-07-01/2024-09-30", "-0.125"),
        ("GrowthRateOfNetProfit", "", "2024-07-01/2024-09-30", "0.317"),
    ]


def test_what_had_come_by_a_day_after_the_year_is_no_plan() -> None:
    """截至 says that it is so: a report of 2024 may tell what it was by February."""
    assert told("截至2025年2月末，客戶已超2,600萬戶。") == [
        ("NumberOfCustomers", "", "2025-02-28", "26000000")
    ]
    assert told("2025年末，客戶2,600萬戶。")[0][0] == "unresolved ambiguous"
