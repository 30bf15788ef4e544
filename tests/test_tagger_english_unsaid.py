"""What an English sentence says of a figure without the words that a term has: what was passed, parts of those before, scores."""

from __future__ import annotations

from functools import cache

import pytest

from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.tagging_example import Reading, ledger_of, profile_of, reading_of, readings_of

YEAR, END, BEFORE = "2024-01-01/2024-12-31", "2024-12-31", "2023-12-31"
DEPOSITS, LOANS, NPL, STAFF = (
    "DepositsFromCustomers",
    "LoansAndAdvancesToCustomers",
    "NonPerformingLoanRatio",
    "NumberOfEmployees",
)

OF_A_BANK: list[tuple[str, list[Reading]]] = [
    (
        "The non-performing loan ratio fell below 1.5% to 1.31%, from 1.70% at the end of 2023.",
        [(NPL, "", END, "0.015"), (NPL, "", END, "0.0131"), (NPL, "", BEFORE, "0.0170")],
    ),
    (
        "The number of employees climbed past 30,000 and reached 31,240.",
        [(STAFF, "", END, "30000"), (STAFF, "", END, "31240")],
    ),
    (
        "Total deposits crossed the milestone of RMB 1 trillion and closed at RMB 1,054.5 billion.",
        [(DEPOSITS, "", END, "1000000000000"), (DEPOSITS, "", END, "1054500000000")],
    ),
    ("Total loans grew by less than 3%.", [(f"GrowthRateOf{LOANS}", "", YEAR, "0.03")]),
    (
        "Net interest income grew 4.1% to RMB6.72 billion as loans expanded and the cost of deposits eased.",
        [("GrowthRateOfNetInterestIncome", "", YEAR, "0.041"), ("NetInterestIncome", "", YEAR, "6720000000")],
    ),
    ("We had RMB6.72 billion of loans as customers borrowed more.", [(LOANS, "", END, "6720000000")]),
    (
        "Net profit was $5.2 billion, 11% ahead.",
        [("NetProfit", "", YEAR, "5200000000"), ("GrowthRateOfNetProfit", "", YEAR, "0.11")],
    ),
    (
        "Total assets decreased to HK$56.7 billion from HK$58.8 billion at 31 December 2023, or 3.6%.",
        [
            ("TotalAssets", "", END, "56700000000"),
            ("TotalAssets", "", BEFORE, "58800000000"),
            ("GrowthRateOfTotalAssets", "", YEAR, "-0.036"),
        ],
    ),
    (
        "Operating income increased by 7.9% to RMB2,316 million, or by 6.5% at constant exchange rates.",
        [
            ("GrowthRateOfOperatingIncome", "", YEAR, "0.079"),
            ("OperatingIncome", "", YEAR, "2316000000"),
            ("GrowthRateOfOperatingIncome", "ConstantExchangeRate", YEAR, "0.065"),
        ],
    ),
    (
        "Total loans grew by 9.7% and total deposits by about 3%.",
        [(f"GrowthRateOf{LOANS}", "", YEAR, "0.097"), (f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.03")],
    ),
    (
        "At constant exchange rates total loans would have grown by 10.4% instead of 6.7%.",
        [
            (f"GrowthRateOf{LOANS}", "ConstantExchangeRate", YEAR, "0.104"),
            (f"GrowthRateOf{LOANS}", "", YEAR, "0.067"),
        ],
    ),
    ("Without the sale, total loans would have grown by 10.4%.", []),
    (
        "The Bank had 13,460 employees at year-end, and 38 branches; 3,120 of them work in Hong Kong.",
        [
            (STAFF, "", END, "13460"),
            ("NumberOfOutlets", "", END, "38"),
            (STAFF, "HongKong", END, "3120"),
        ],
    ),
    (
        "There were 12.1 million customers, 8.4 million of them personal and 3.7 million corporate.",
        [
            ("NumberOfCustomers", "", END, "12100000"),
            ("NumberOfCustomers", "PersonalCustomers", END, "8400000"),
            ("NumberOfCustomers", "CorporateCustomers", END, "3700000"),
        ],
    ),
    ("The Bank had 13,460 employees, 3,120 of them engineers.", [(STAFF, "", END, "13460")]),
    (
        "CASA deposits were INR 1,428 billion, i.e. 38.1% of the total, down from 39.4% a year earlier.",
        [
            (DEPOSITS, "DemandDeposits", END, "1428000000000"),
            (f"ShareOf{DEPOSITS}", "DemandDeposits", END, "0.381"),
            (f"ShareOf{DEPOSITS}", "DemandDeposits", BEFORE, "0.394"),
        ],
    ),
    (
        "By December 2025 we want a non-performing loan ratio of no more than 2%.",
        [(NPL, "Target", "2025-12-31", "0.02")],
    ),
    (
        "Net profit was $38 million, much better than the $121 million we lost in 2023.",
        [
            ("NetProfit", "", YEAR, "38000000"),
            ("NetProfit", "", "2023-01-01/2023-12-31", "-121000000"),
        ],
    ),
    (
        "We ended the year with 2,412 employees, a net addition of 186.",
        [(STAFF, "", END, "2412"), (f"IncreaseDecreaseIn{STAFF}", "", YEAR, "186")],
    ),
    (
        "The Bank invested RMB1.94 billion in technology, equivalent to 4.08% of its operating income.",
        [
            ("TechnologyInvestment", "", YEAR, "1940000000"),
            ("TechnologyInvestmentToOperatingIncomeRatio", "", YEAR, "0.0408"),
        ],
    ),
    (
        "Advances rose to INR 186.42 billion from INR 161.90 billion a year ago.",
        [(LOANS, "", END, "186420000000"), (LOANS, "", BEFORE, "161900000000")],
    ),
    (
        "Each employee received 29 hours of training on average.",
        [("TrainingHoursPerEmployee", "", YEAR, "29")],
    ),
    ("Each branch serves 3,000 customers on average.", []),
    ("Customers made 3.2 million payment transactions.", [("NumberOfPaymentTransactions", "", YEAR, "3200000")]),
    (
        "Payment transactions numbered 3.2 million, worth RMB5 billion.",
        [("NumberOfPaymentTransactions", "", YEAR, "3200000"), ("PaymentVolume", "", YEAR, "5000000000")],
    ),
    (
        "As Bank Rate came down, net interest income decreased by RMB14 million.",
        [("IncreaseDecreaseInNetInterestIncome", "", YEAR, "-14000000")],
    ),
    ("We kept every one of our 38 branches open.", [("NumberOfOutlets", "", END, "38")]),
    (
        "We intend to bring the non-performing loan ratio to 1.0% by the end of 2026.",
        [(NPL, "Target", "2026-12-31", "0.010")],
    ),
    (
        "Total loans were RMB5 billion. Mortgages rose by 12.4% to RMB1.36 billion, and they represent 27% of all loans.",
        [
            (LOANS, "", END, "5000000000"),
            (f"GrowthRateOf{LOANS}", "ResidentialMortgageLoans", YEAR, "0.124"),
            (LOANS, "ResidentialMortgageLoans", END, "1360000000"),
            (f"ShareOf{LOANS}", "ResidentialMortgageLoans", END, "0.27"),
        ],
    ),
    ("We slowed the pace of hiring and ended the year with 2,412 employees.", [(STAFF, "", END, "2412")]),
    ("Ruritania contributed RMB392 million and Syldavia RMB151 million to profit before tax.", []),
    (
        "Non-performing loans were RMB5.1 billion, a ratio of 1.31%.",
        [("NonPerformingLoans", "", END, "5100000000"), (NPL, "", END, "0.0131")],
    ),
    (
        "Demand deposits, nearly all held by families, came to RMB4.4 billion.",
        [(DEPOSITS, "DemandDeposits", END, "4400000000")],
    ),
    (
        "Operating income was $2.7 billion, an increase of 11%, or 12% on a constant-dollar basis.",
        [
            ("OperatingIncome", "", YEAR, "2700000000"),
            ("GrowthRateOfOperatingIncome", "", YEAR, "0.11"),
            ("GrowthRateOfOperatingIncome", "ConstantExchangeRate", YEAR, "0.12"),
        ],
    ),
    (
        "Deposits from customers stood RMB12 billion higher at RMB410 billion.",
        [(f"IncreaseDecreaseIn{DEPOSITS}", "", YEAR, "12000000000"), (DEPOSITS, "", END, "410000000000")],
    ),
    ("Net profit was RMB5 billion, higher than in 2023.", [("NetProfit", "", YEAR, "5000000000")]),
    (
        "The cost-to-income ratio came down by 1.3 percentage points and now stands at 41.2%.",
        [("IncreaseDecreaseInCostToIncomeRatio", "", YEAR, "-0.013"), ("CostToIncomeRatio", "", YEAR, "0.412")],
    ),
    ("Two in five customers use mobile banking.", [("ShareOfNumberOfCustomers", "MobileBankingServices", END, "0.40")]),
    ("Three out of four loans are mortgages.", [(f"ShareOf{LOANS}", "ResidentialMortgageLoans", END, "0.75")]),
    (
        "Scope 1 emissions were 1,240 tonnes; scope 2 emissions, 8,310 tonnes.",
        [
            ("GreenhouseGasEmissions", "ScopeOneEmissions", YEAR, "1240"),
            ("GreenhouseGasEmissions", "ScopeTwoEmissions", YEAR, "8310"),
        ],
    ),
    (
        "We opened three branches and closed five.",
        [("NumberOfOutletsOpened", "", YEAR, "3"), ("NumberOfOutletsClosed", "", YEAR, "5")],
    ),
    ("Employees received 38 hours of training each.", [("TrainingHoursPerEmployee", "", YEAR, "38")]),
    (
        "Our net interest margin, at 1.71%, was 11 basis points narrower than in 2023.",
        [("NetInterestMargin", "", YEAR, "0.0171"), ("IncreaseDecreaseInNetInterestMargin", "", YEAR, "-0.0011")],
    ),
    (
        "Total deposits were RMB410 billion, up a quarter.",
        [(DEPOSITS, "", END, "410000000000"), (f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.25")],
    ),
    (
        "At year end, RMB14.9 billion was in green loans, or 19% of total loans.",
        [(LOANS, "GreenLoans", END, "14900000000"), (f"ShareOf{LOANS}", "GreenLoans", END, "0.19")],
    ),
    ("At year end, RMB14.9 billion was in copper, or 19% of total loans.", []),
    (
        "At year end, 12 million credit cards of ours were in issue and the credit card overdraft balance was RMB15 billion.",
        [
            ("NumberOfBankCardsIssued", "CreditCards", END, "12000000"),
            ("CreditCardOverdraftBalance", "", END, "15000000000"),
        ],
    ),
    (
        "The personal banking segment and the treasury segment contributed 40.3% and 12.6% of operating income, respectively.",
        [
            ("ShareOfOperatingIncome", "PersonalBankingSegment", YEAR, "0.403"),
            ("ShareOfOperatingIncome", "TreasurySegment", YEAR, "0.126"),
        ],
    ),
    (
        "Total deposits were RMB15 trillion and total loans RMB9 trillion, of which:\n\n(i) residential mortgages fell by 2%.",
        [
            (DEPOSITS, "", END, "15000000000000"),
            (LOANS, "", END, "9000000000000"),
            (f"GrowthRateOf{LOANS}", "ResidentialMortgageLoans", YEAR, "-0.02"),
        ],
    ),
    (
        "In 2024, the Bank aims to increase loans and advances to customers by around 8%.",
        [(f"GrowthRateOf{LOANS}", "Target", YEAR, "0.08")],
    ),
    (
        "The Bank reduced operating expenses by about 3%, and cut staff costs by 2%.",
        [("GrowthRateOfOperatingExpenses", "", YEAR, "-0.03"), ("GrowthRateOfStaffCosts", "", YEAR, "-0.02")],
    ),
    (
        "Loans overdue for more than 90 days were RMB7.8 billion.",
        [("OverdueLoans", "OverdueMoreThanNinetyDays", END, "7800000000")],
    ),
    ("Loans of RMB68.3 billion were granted.", [("LoansGranted", "", YEAR, "68300000000")]),
    ("Loans of RMB8.3 billion were written off.", [("LoansWrittenOff", "", YEAR, "8300000000")]),
    ("Loans of RMB68.3 billion were outstanding.", [(LOANS, "", END, "68300000000")]),
    ("Fee and commission income from Ruritania was RMB2.4 billion.", []),
    ("Employees' bicycles accounted for 12% of the total.", []),
    (
        "The operating income of retail finance was RMB7.2 billion. Among this, net interest income was RMB4.9 billion.",
        [
            ("OperatingIncome", "PersonalBankingSegment", YEAR, "7200000000"),
            ("NetInterestIncome", "PersonalBankingSegment", YEAR, "4900000000"),
        ],
    ),
    ("The balance of credit card loans was RMB214.8 billion.", [("CreditCardOverdraftBalance", "", END, "214800000000")]),
    (
        "Employees totalled 52,370, 11.6% more than a year before.",
        [(STAFF, "", END, "52370"), (f"GrowthRateOf{STAFF}", "", YEAR, "0.116")],
    ),
    ("Net profit was $40 million (2023 first half: $21 million).", [
        ("NetProfit", "", YEAR, "40000000"),
        ("NetProfit", "", "2023-01-01/2023-06-30", "21000000"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), OF_A_BANK, ids=[text for text, _ in OF_A_BANK])
def test_what_a_bank_says_in_other_words(text: str, wanted: list[Reading]) -> None:
    """Thresholds, elided verbs, parts of those before, what would have been; and what none of that may touch."""
    assert _facts(readings_of(text)) == wanted


@cache
def _carrier() -> Taxonomy:
    return parse_source(_CARRIER.encode(), "carrier.yaml")


_CARRIER = """
taxonomy:
  prefix: air
  namespace: http://example.org/air
  version: '1'
  entry_point: http://example.org/air.xsd
  label: {en: An airline, zh-Hant: 航空, zh-Hans: 航空}
units:
  aircraft:
    label: {en: aircraft, zh-Hant: 飛機, zh-Hans: 飞机}
    terms: {en: [planes]}
  guest:
    label: {en: guest, zh-Hant: 旅客, zh-Hans: 旅客}
    terms: {en: [guests, passengers]}
axes:
  Region:
    label: {en: Region, zh-Hant: 地區, zh-Hans: 地区}
    default: AllRegions
    members:
      AllRegions: {label: {en: All regions, zh-Hant: 全部地區, zh-Hans: 全部地区}}
      Asia: {label: {en: Asia, zh-Hant: 亞洲, zh-Hans: 亚洲}}
      Europe: {label: {en: Europe, zh-Hant: 歐洲, zh-Hans: 欧洲}}
  Service:
    label: {en: Service, zh-Hant: 服務, zh-Hans: 服务}
    default: AllServices
    members:
      AllServices: {label: {en: All services, zh-Hant: 全部服務, zh-Hans: 全部服务}}
      Cargo:
        label: {en: Cargo and mail, zh-Hant: 貨運, zh-Hans: 货运}
        terms: {en: [cargo, scheduled cargo flights]}
      Lounges: {label: {en: Lounges, zh-Hant: 貴賓室, zh-Hans: 贵宾室}}
  Claim:
    label: {en: Claim, zh-Hant: 權益, zh-Hans: 权益}
    default: AllClaims
    members:
      AllClaims: {label: {en: All claims, zh-Hant: 全部權益, zh-Hans: 全部权益}}
      Vouchers: {label: {en: Vouchers, zh-Hant: 代金券, zh-Hans: 代金券}}
      Miles: {label: {en: Miles, zh-Hant: 里程, zh-Hans: 里程}}
concepts:
  Deferred: {type: monetary, period: instant, label: {en: Deferred balances, zh-Hant: 遞延餘額, zh-Hans: 递延余额}}
  Redeemed: {type: monetary, period: duration, label: {en: Redemptions, zh-Hant: 兌換, zh-Hans: 兑换}}
  Repairs: {type: monetary, period: duration, label: {en: Repairs of planes, zh-Hant: 飛機維修, zh-Hans: 飞机维修}}
  Dividend:
    type: per_share
    period: duration
    label: {en: Dividends declared per share, zh-Hant: 每股股息, zh-Hans: 每股股息}
    variants: [growth]
  Earnings:
    type: per_share
    period: duration
    label: {en: Earnings per share, zh-Hant: 每股盈利, zh-Hans: 每股盈利}
    variants: [growth]
  Coverage: {type: percent, period: instant, label: {en: City coverage, zh-Hant: 城市覆蓋, zh-Hans: 城市覆盖}}
  Hedges: {type: monetary, period: duration, label: {en: Fuel hedging gains, zh-Hant: 套保收益, zh-Hans: 套保收益}}
  Guests:
    type: count
    unit: guest
    period: duration
    label: {en: Guests carried, zh-Hant: 載客量, zh-Hans: 载客量}
    variants: [change, growth]
  Revenue: {type: monetary, period: duration, label: {en: Revenue, zh-Hant: 收入, zh-Hans: 收入}, variants: [growth, share]}
  Fleet: {type: count, unit: aircraft, period: instant, label: {en: Fleet, zh-Hant: 機隊, zh-Hans: 机队}, variants: [change]}
  Deliveries:
    type: count
    unit: aircraft
    period: duration
    label: {en: Aircraft delivered, zh-Hant: 交付飛機, zh-Hans: 交付飞机}
    terms: {en: [aircraft]}
  Score:
    type: decimal
    period: duration
    label: {en: Net promoter score, zh-Hant: 淨推薦值, zh-Hans: 净推荐值}
    variants: [change]
  LoadFactor:
    type: percent
    period: duration
    label: {en: Load factor, zh-Hant: 載客率, zh-Hans: 载客率}
    variants: [change]
  FrequentGuests:
    type: count
    unit: guest
    period: instant
    label: {en: Frequent flyer guests, zh-Hant: 常客, zh-Hans: 常客}
  GuestSpending:
    type: monetary
    period: duration
    label: {en: Guest spending on board, zh-Hant: 機上消費, zh-Hans: 机上消费}
    variants: [growth]
  LoungeUpkeep: {type: monetary, period: duration, label: {en: Lounge upkeep, zh-Hant: 貴賓室維護, zh-Hans: 贵宾室维护}}
  Systems: {type: monetary, period: duration, label: {en: Technology investment, zh-Hant: 科技投入, zh-Hans: 科技投入}}
  Holdings: {type: monetary, period: instant, label: {en: Financial investments, zh-Hant: 金融投資, zh-Hans: 金融投资}}
  NetDebt: {type: monetary, period: instant, label: {en: Net debt, zh-Hant: 淨負債, zh-Hans: 净负债}}
  Ebitda: {type: monetary, period: duration, label: {en: EBITDA, zh-Hant: EBITDA, zh-Hans: EBITDA}}
  Leverage: {type: decimal, period: instant, label: {en: Net debt to EBITDA, zh-Hant: 淨負債比率, zh-Hans: 净负债比率}}
hypercubes:
  ByRegion: {concepts: [Guests, Revenue], axes: [Region]}
  ByService: {concepts: [Revenue], axes: [Service, Region]}
  ByClaim: {concepts: [Deferred, Redeemed], axes: [Claim]}
"""

OF_A_CARRIER: list[tuple[str, list[Reading]]] = [
    (
        "Cargo and mail rose by 8.3% to EUR 121.4 million.",
        [("GrowthRateOfRevenue", "Cargo", YEAR, "0.083"), ("Revenue", "Cargo", YEAR, "121400000")],
    ),
    ("The cargo and mail industry grew by 8.3%.", []),
    ("Voucher balances were EUR 30 million.", [("Deferred", "Vouchers", END, "30000000")]),
    ("Vouchers were worth EUR 30 million.", []),
    ("Fuel hedging gains added EUR 12 million.", [("Hedges", "", YEAR, "12000000")]),
    ("Net debt added EUR 12 million.", []),
    (
        "Asia contributed EUR 392 million and Europe EUR 151 million to revenue.",
        [("Revenue", "Asia", YEAR, "392000000"), ("Revenue", "Europe", YEAR, "151000000")],
    ),
    ("We repaired 21 planes at a total cost of EUR 58 million.", [("Repairs", "", YEAR, "58000000")]),
    ("We painted 21 planes at a total cost of EUR 58 million.", []),
    ("Dividends of EUR 2.94 per share were paid.", [("Dividend", "", YEAR, "2.94")]),
    ("We paid out profits, with dividends of EUR 2.94 per share.", [("Dividend", "", YEAR, "2.94")]),
    ("Our flights now cover 82% of large cities.", [("Coverage", "", END, "0.82")]),
    (
        "The net promoter score rose by 4 points to 46.",
        [("IncreaseDecreaseInScore", "", YEAR, "4"), ("Score", "", YEAR, "46")],
    ),
    (
        "The net promoter score improved by 4 points to 46.",
        [("IncreaseDecreaseInScore", "", YEAR, "4"), ("Score", "", YEAR, "46")],
    ),
    (
        "We carried 88.4 million guests and their spending on board was EUR 312 million, down 8.9%.",
        [
            ("Guests", "", YEAR, "88400000"),
            ("GuestSpending", "", YEAR, "312000000"),
            ("GrowthRateOfGuestSpending", "", YEAR, "-0.089"),
        ],
    ),
    (
        "We carried 88.4 million guests, and 1.6 million of them are frequent flyers.",
        [("Guests", "", YEAR, "88400000"), ("FrequentGuests", "", END, "1600000")],
    ),
    (
        "We carried 88.4 million guests, and 1.6 million of them are happy.",
        [("Guests", "", YEAR, "88400000")],
    ),
    (
        "Revenue in Asia was EUR 392 million, or 28% of the Group's total.",
        [("Revenue", "Asia", YEAR, "392000000"), ("ShareOfRevenue", "Asia", YEAR, "0.28")],
    ),
    (
        "Earnings per share were EUR 5.10. Dividends of EUR 2.94 per share were paid, 16% more.",
        [
            ("Earnings", "", YEAR, "5.10"),
            ("Dividend", "", YEAR, "2.94"),
            ("GrowthRateOfDividend", "", YEAR, "0.16"),
        ],
    ),
    (
        "The load factor, at 86%, is 140 basis points below its level of a year ago.",
        [("LoadFactor", "", YEAR, "0.86"), ("IncreaseDecreaseInLoadFactor", "", YEAR, "-0.0140")],
    ),
    ("Scheduled cargo brought revenue of EUR 121 million.", [("Revenue", "Cargo", YEAR, "121000000")]),
    (
        "We carried 88.4 million guests and their luggage was worth EUR 312 million.",
        [("Guests", "", YEAR, "88400000")],
    ),
    ("Lounges came to EUR 12.1 million.", []),
    ("We invested EUR 27.9 million in financial technology.", [("Systems", "", YEAR, "27900000")]),
    (
        "The load factor rose by 4 points to 86%.",
        [("IncreaseDecreaseInLoadFactor", "", YEAR, "0.04"), ("LoadFactor", "", YEAR, "0.86")],
    ),
    (
        "Net debt stood at EUR 4.9 billion, equivalent to 2.4x EBITDA.",
        [("NetDebt", "", END, "4900000000"), ("Leverage", "", END, "2.4")],
    ),
    ("At year-end the fleet consisted of 171 aircraft.", [("Fleet", "", END, "171")]),
    (
        "Guests in Asia accounted for 28% of revenue.",
        [("ShareOfRevenue", "Asia", YEAR, "0.28")],
    ),
    ("We raised the load factor by 1.4 percentage points.", [("IncreaseDecreaseInLoadFactor", "", YEAR, "0.014")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), OF_A_CARRIER, ids=[text for text, _ in OF_A_CARRIER])
def test_what_an_airline_says_in_other_words(text: str, wanted: list[Reading]) -> None:
    """Points of a score, multiples, counts in the unit of their subject, and the whole behind a share."""
    rows = ledger_of(text, taxonomy=_carrier(), profile=profile_of(currency="EUR")).rows

    assert _facts([reading_of(row) for row in rows]) == wanted


def test_what_was_passed_is_a_bound() -> None:
    """Below and past are qualifiers of the figure that was passed, and not of the one that was reached."""
    rows = ledger_of("The non-performing loan ratio fell below 1.5% to 1.31%.").rows

    assert [row.qualifier for row in rows] == ["at_most", ""]
    rows = ledger_of("At year-end the fleet was 171 aircraft or more.", taxonomy=_carrier()).rows
    assert [row.qualifier for row in rows] == ["at_least"]


def test_words_joined_that_say_nothing_one_by_one_may_matter() -> None:
    """New-to-bank deposits are fewer than deposits, though new, to and bank alone tell nothing of them."""
    some, all_of_them = (
        ledger_of(f"{subject} were RMB410 billion.").rows[0]
        for subject in ("New-to-bank deposits", "Total deposits")
    )

    assert (some.confidence or 0) < 0.75 < (all_of_them.confidence or 0)


def _facts(readings: list[Reading]) -> list[Reading]:
    return [reading for reading in readings if not reading[0].startswith(("unresolved", "not_a_fact"))]
