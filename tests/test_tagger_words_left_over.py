"""Words that stand between a figure and its name: what says nothing new of it, and what makes it another's."""

from __future__ import annotations

from functools import cache

import pytest

from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.tagging_example import Reading, ledger_of, profile_of, reading_of, readings_of

YEAR, END = "2024-01-01/2024-12-31", "2024-12-31"
LOANS, LCR, CAR = "LoansAndAdvancesToCustomers", "LiquidityCoverageRatio", "CapitalAdequacyRatio"
OTHERS = "unresolved other_entity"

OF_A_BANK: list[tuple[str, list[Reading]]] = [
    # a conjunction inside a name joins no two things
    (
        "The average yield of loans and advances to customers was 3.12%.",
        [("AverageYieldOfLoans", "", YEAR, "0.0312")],
    ),
    (
        "The yield of loans and advances to customers fell by 12 basis points to 3.40%.",
        [
            ("IncreaseDecreaseInAverageYieldOfLoans", "", YEAR, "-0.0012"),
            ("AverageYieldOfLoans", "", YEAR, "0.0340"),
        ],
    ),
    (
        "Loans and deposits amounted to RMB500 billion.",
        [("unresolved low_confidence", "", END, "500000000000")],
    ),
    # what a level is held against is another's, and it is not
    (
        "The liquidity coverage ratio stood at 141% as against the regulatory minimum of 100%.",
        [(LCR, "", END, "1.41"), (OTHERS, "", "", "1.00")],
    ),
    (
        "The capital adequacy ratio was 15.2% versus a minimum requirement of 10.5%.",
        [(CAR, "", END, "0.152"), (OTHERS, "", "", "0.105")],
    ),
    (
        "Total assets grew by 8.2% against 6.1% for the industry.",
        [("GrowthRateOfTotalAssets", "", YEAR, "0.082"), (OTHERS, "", "", "0.061")],
    ),
    (
        "The non-performing loan ratio was 40 basis points lower than the industry average.",
        [(OTHERS, "", "", "0.0040")],
    ),
    # an average of another clause
    (
        "Net fee and commission income rose to RMB12.4 billion as average daily turnover doubled.",
        [("NetFeeAndCommissionIncome", "", YEAR, "12400000000")],
    ),
    # a rate that is said to be a year's, and growth that compounds
    (
        "The annualised net interest margin narrowed by 6 basis points to 1.71%.",
        [
            ("IncreaseDecreaseInNetInterestMargin", "", YEAR, "-0.0006"),
            ("NetInterestMargin", "", YEAR, "0.0171"),
        ],
    ),
    (
        "Annualized return on average assets was 0.92%, an increase of 0.04 percentage points.",
        [
            ("ReturnOnAverageAssets", "", YEAR, "0.0092"),
            ("IncreaseDecreaseInReturnOnAverageAssets", "", YEAR, "0.0004"),
        ],
    ),
    (
        "Over the past three years total assets have compounded at 9.4%.",
        [
            ("not_a_fact date", "", "", None),
            ("GrowthRateOfTotalAssets", "CompoundAnnual", "2022-01-01/2024-12-31", "0.094"),
        ],
    ),
    (
        "Since 2021 net profit has compounded at 6.5% a year.",
        [
            ("not_a_fact year", "", "", None),
            ("GrowthRateOfNetProfit", "CompoundAnnual", "2022-01-01/2024-12-31", "0.065"),
        ],
    ),
    # what is to come
    (
        "By the end of 2027 green loans should reach RMB30 billion.",
        [("not_a_fact year", "", "", None), (LOANS, "GreenLoans Target", "2027-12-31", "30000000000")],
    ),
    (
        "Loans to small and micro enterprises must exceed RMB80 billion by 2026.",
        [
            (LOANS, "SmallAndMicroEnterprises Target", "2026-12-31", "80000000000"),
            ("not_a_fact year", "", "", None),
        ],
    ),
    (
        "The capital adequacy ratio will be about 14% at the end of 2026.",
        [(CAR, "Forecast", "2026-12-31", "0.14"), ("not_a_fact year", "", "", None)],
    ),
    (
        "The capital adequacy ratio at the end of 2026 was 14%, the budget says.",
        [("not_a_fact year", "", "", None), ("unresolved ambiguous", "", "2026-12-31", "0.14")],
    ),
    # how fast something moved
    ("Retail loans grew faster, at 17.8%.", [(f"GrowthRateOf{LOANS}", "PersonalCustomers", YEAR, "0.178")]),
    (
        "Net fee and commission income rose more slowly, at 2.4%.",
        [("GrowthRateOfNetFeeAndCommissionIncome", "", YEAR, "0.024")],
    ),
    (
        "Total assets, by contrast, declined sharply, at 1.2%.",
        [("GrowthRateOfTotalAssets", "", YEAR, "-0.012")],
    ),
    (
        "The non-performing loan ratio rose further, at 1.42%.",
        [("NonPerformingLoanRatio", "", END, "0.0142")],
    ),
    ("The net interest margin narrowed, at 1.68%.", [("NetInterestMargin", "", YEAR, "0.0168")]),
    # new flows
    (
        "New loans granted to small and micro enterprises during the year came to RMB12 billion.",
        [("LoansGranted", "SmallAndMicroEnterprises", YEAR, "12000000000")],
    ),
    (
        "Newly issued green bonds amounted to RMB3 billion.",
        [("BondsIssued", "GreenBonds", YEAR, "3000000000")],
    ),
    ("New customers numbered 12,000.", [("unresolved left_over", "", END, "12000")]),
    # a concept that only begins the name of a member
    (
        "During the year the Bank issued RMB20 billion of tier 2 capital bonds and RMB10 billion of green bonds.",
        [
            ("BondsIssued", "TierTwoCapitalBonds", YEAR, "20000000000"),
            ("not_a_fact name", "", "", None),
            ("BondsIssued", "GreenBonds", YEAR, "10000000000"),
        ],
    ),
    (
        "The Bank invested RMB2.1 billion in information technology.",
        [("TechnologyInvestment", "", YEAR, "2100000000")],
    ),
    (
        "The Bank served 3.2 million corporate customers.",
        [("NumberOfCustomers", "CorporateCustomers", END, "3200000")],
    ),
    # a share of the same thing is no rate of it
    (
        "Personal loans accounted for 62% of loans and advances to customers.",
        [(f"ShareOf{LOANS}", "PersonalCustomers", END, "0.62")],
    ),
    # numbers that no code has
    (
        "Retail loans form 62% of loans and advances to customers.",
        [(f"ShareOf{LOANS}", "PersonalCustomers", END, "0.62")],
    ),
    ("Net profit was down $42 year over year.", [("IncreaseDecreaseInNetProfit", "", YEAR, "-42")]),
    ("Volunteers took part 3,420 times.", [("unresolved no_concept", "", "", "3420")]),
    ("See Part 3 for details.", [("not_a_fact reference", "", "", None)]),
    ("We filed form 83.", [("not_a_fact identifier", "", "", None)]),
]


@pytest.mark.parametrize(("text", "wanted"), OF_A_BANK, ids=[text for text, _ in OF_A_BANK])
def test_what_a_bank_says_beside_its_names(text: str, wanted: list[Reading]) -> None:
    """Words that add nothing cost nothing; those that make the figure another's keep it open."""
    assert wanted == readings_of(text)


NETWORK = """
taxonomy:
  prefix: net
  namespace: http://example.org/taxonomy/net/2024
  version: '2024-12-31'
  entry_point: http://example.org/taxonomy/net/2024/net.xsd
  label: {en: Networks}
units:
  home: {label: {en: home}, terms: {en: [homes]}}
  member: {label: {en: member}, terms: {en: [members]}}
  household: {label: {en: household}, terms: {en: [households]}}
  fund: {label: {en: fund}, terms: {en: [funds]}}
axes:
  UnitAxis:
    label: {en: Unit}
    default: AllUnitsMember
    members:
      AllUnitsMember:
        label: {en: All units}
        members:
          WholesaleMember: {label: {en: Wholesale}, terms: {en: [network]}}
          ClubMember: {label: {en: Travel club}, terms: {en: [club]}}
concepts:
  HomesPassed: {type: count, unit: home, period: instant, label: {en: Homes passed}, variants: [change, growth]}
  ClubMembers: {type: count, unit: member, period: instant, label: {en: Club members}, terms: {en: [members]}}
  AssistedHouseholds:
    {type: count, unit: household, period: instant, label: {en: Social tariff households}, terms: {en: [households]}}
  FundsManaged: {type: count, unit: fund, period: instant, label: {en: Funds managed}, terms: {en: [funds]}}
  PriceChange: {type: percent, period: duration, label: {en: Price change}, terms: {en: [prices]}}
  Revenue: {type: monetary, period: duration, balance: credit, label: {en: Revenue}, variants: [growth]}
  WomenAmongStaff: {type: percent, period: instant, label: {en: Women among employees}}
  SettlementEfficiency: {type: percent, period: duration, label: {en: Settlement efficiency}, variants: [change]}
  CostRatio: {type: percent, period: duration, label: {en: Efficiency ratio}, variants: [change]}
  PayoutRatio: {type: percent, period: duration, label: {en: Payout ratio}}
hypercubes:
  Units: {concepts: [Revenue], axes: [UnitAxis]}
  Whole:
    concepts:
      [HomesPassed, ClubMembers, AssistedHouseholds, FundsManaged, PriceChange, WomenAmongStaff, SettlementEfficiency, CostRatio]
"""

OF_A_NETWORK = [
    ("The network passed 9.1 million homes at the end of the year.", [("HomesPassed", "", END, "9100000")]),
    ("The network had revenue of $48 million.", [("Revenue", "Wholesale", YEAR, "48000000")]),
    ("The club had 1.2 million members at the end of the year.", [("ClubMembers", "", END, "1200000")]),
    ("86,500 households received help through a social tariff.", [("AssistedHouseholds", "", END, "86500")]),
    ("86,500 households use the new portal.", [("unresolved left_over", "", END, "86500")]),
    ("We managed 112 funds and strategies at the year end.", [("FundsManaged", "", END, "112")]),
    ("Prices decreased by 2.8%.", [("PriceChange", "", YEAR, "-0.028")]),
    ("Prices rose by 4.1% in the year.", [("PriceChange", "", YEAR, "0.041")]),
    ("Revenue fell by 4.1% in the year.", [("GrowthRateOfRevenue", "", YEAR, "-0.041")]),
    ("Women are 44% of employees.", [("WomenAmongStaff", "", END, "0.44")]),
    ("Women made up 41% of our employees.", [("WomenAmongStaff", "", END, "0.41")]),
    (
        "Settlement efficiency improved by 0.6 percentage points.",
        [("IncreaseDecreaseInSettlementEfficiency", "", YEAR, "0.006")],
    ),
    (
        "The efficiency ratio improved by 1.2 percentage points.",
        [("IncreaseDecreaseInCostRatio", "", YEAR, "-0.012")],
    ),
    ("The payout was 61%.", [("PayoutRatio", "", YEAR, "0.61")]),
    ("A payout of 61% is proposed.", [("PayoutRatio", "", YEAR, "0.61")]),
    ("The take-up was 61%.", [("unresolved no_concept", "", YEAR, "0.61")]),
]


@cache
def _network() -> Taxonomy:
    return parse_source(NETWORK.encode(), "net.yaml")


@pytest.mark.parametrize(("text", "wanted"), OF_A_NETWORK, ids=[text for text, _ in OF_A_NETWORK])
def test_what_is_said_apart_from_its_noun(text: str, wanted: list[Reading]) -> None:
    """All words of a name may stand around what is counted, and a word of the language is no part of it."""
    ledger = ledger_of(text, taxonomy=_network(), profile=profile_of(currency="USD"))
    assert wanted == [reading_of(row) for row in ledger.rows]


@pytest.mark.parametrize(
    "text",
    [
        "Corporate loans earnings fell 3%.",
        "Personal deposits margins narrowed to 1.2%.",
        "Total assets yields rose to 4.1%.",
        "Loan approvals rose 12%.",
        "Deposit sales came to $5 million.",
        "Personal loans' earnings decreased 8% to $602 million.",
    ],
)
def test_another_measure_of_what_is_named_is_not_that(text: str) -> None:
    """The earnings of loans are no loans."""
    assert {reading[0].partition(" ")[0] for reading in readings_of(text)} == {"unresolved"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Corporate loans outstanding fell to $5 million.", "5000000"),
        ("Corporate loans overall came to $5 million.", "5000000"),
    ],
)
def test_what_says_nothing_new_behind_a_name(text: str, value: str) -> None:
    """Loans that are outstanding are loans."""
    assert readings_of(text) == [(LOANS, "CorporateCustomers", END, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Total assets remained strong with $140 million of seed capital.",
        "Total assets grew, with $3 billion of escrow money.",
        "Deposits remained stable, with $2 billion of escrow money.",
    ],
)
def test_an_amount_of_something_else_beside_a_subject(text: str) -> None:
    """What goes with the assets is not all of them."""
    assert {reading[0].partition(" ")[0] for reading in readings_of(text)} == {"unresolved"}


@pytest.mark.parametrize(
    "text",
    [
        "On a fully taxable equivalent basis, the net interest margin was 3.51%.",
        "The net interest margin on a tax equivalent basis held steady at 3.51%.",
        "On Thursday the Bank announced a net interest margin of 3.51%.",
        "Under IFRS, the net interest margin was 3.51%.",
        "As per RBI norms, the net interest margin was 3.51%.",
    ],
)
def test_by_what_rules_and_on_which_day_it_was_told(text: str) -> None:
    """It says nothing of the figure."""
    assert readings_of(text)[-1] == ("NetInterestMargin", "", YEAR, "0.0351")
