"""Names that verbs, headings and brackets say in part: loans yielded 5.4%, Income Taxes. The effective rate was 22%."""

from __future__ import annotations

from functools import cache

import pytest

from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.tagging_example import facts_with, profile_of

SOURCE = """
taxonomy:
  prefix: elm
  namespace: http://example.org/taxonomy/elm/2025
  version: "2025-12-31"
  entry_point: http://example.org/taxonomy/elm/2025/elm.xsd
  label: {en: Figures of a lender and fund house}
axes:
  FeeAxis:
    label: {en: Kind of fee income}
    default: AllFeesMember
    members:
      AccountsMember: {label: {en: Charges on current accounts}}
      CardsMember: {label: {en: Card fees}}
      TrustMember: {label: {en: Trust fees}}
  LoanAxis:
    label: {en: Kind of loan}
    default: AllLoansMember
    members:
      FarmMember: {label: {en: Farm loans}}
  FundAxis:
    label: {en: Kind of fund}
    default: AllFundsMember
    members:
      BondFundsMember: {label: {en: Bond funds}}
      ShareFundsMember: {label: {en: Share funds}}
concepts:
  Loans: {type: monetary, period: instant, label: {en: Total loans}, terms: {en: [loans]}, variants: [change, growth, share]}
  LoanYield: {type: percent, period: duration, label: {en: Yield on loans}, variants: [change]}
  Provision: {type: monetary, period: duration, balance: debit, label: {en: Provision for loan losses}, terms: {en: [provision]}}
  Allowance: {type: monetary, period: instant, label: {en: Allowance for loan losses}}
  AllowanceRatio: {type: percent, period: instant, label: {en: Allowance to total loans}}
  ChargeOffs: {type: monetary, period: duration, label: {en: Net charge-offs}, variants: [change, growth]}
  ChargeOffRatio: {type: percent, period: duration, label: {en: Net charge-off ratio}}
  Repurchases: {type: monetary, period: duration, label: {en: Share repurchases}, terms: {en: [stock buybacks]}}
  EffectiveTaxRate: {type: percent, period: duration, label: {en: Effective tax rate}}
  FeeIncome: {type: monetary, period: duration, label: {en: Fee income}, variants: [change, growth]}
  Margin: {type: percent, period: duration, label: {en: Net interest margin}}
  DepositCost: {type: percent, period: duration, label: {en: Cost of deposits}}
  EarningsPerShare: {type: per_share, period: duration, label: {en: Earnings per share}}
  OperatingExpense: {type: monetary, period: duration, label: {en: Operating expense}, variants: [change, growth]}
  NetFlows: {type: monetary, period: duration, label: {en: Net flows}, terms: {en: [net inflows, net outflows]}}
hypercubes:
  Lending: {concepts: [Loans], axes: [LoanAxis]}
  Fees: {concepts: [FeeIncome], axes: [FeeAxis]}
  Funds: {concepts: [NetFlows], axes: [FundAxis]}
presentation:
  - group: {en: Figures}
    items: [Loans, LoanYield, Provision, Allowance, AllowanceRatio, ChargeOffs, ChargeOffRatio, Repurchases]
  - group: {en: More}
    items: [EffectiveTaxRate, Margin, DepositCost, FeeIncome, EarningsPerShare, OperatingExpense, NetFlows]
"""

YEAR, END = "2025-01-01/2025-12-31", "2025-12-31"


@cache
def taxonomy() -> Taxonomy:
    """Return the invented taxonomy, read once."""
    return parse_source(SOURCE.encode(), "elm.yaml")


SAID = {
    "Loans yielded 5.4% in 2025.": [f"LoanYield - {YEAR} 0.054"],
    "We provided $7 million for loan losses.": [f"Provision - {YEAR} 7000000"],
    "We provided $7 million to schools and libraries.": [],
    "The Company bought back $31 million of its stock.": [f"Repurchases - {YEAR} 31000000"],
    "We bought back $31 million of our own shares.": [f"Repurchases - {YEAR} 31000000"],
    "We bought back $31 million of senior notes.": [],
    "The allowance for loan losses was $80 million and covered 1.1% of loans.": [
        f"Allowance - {END} 80000000",
        f"AllowanceRatio - {END} 0.011",
    ],
    "Net charge-offs were $6 million (0.21%), compared with $5 million in 2024.": [
        f"ChargeOffs - {YEAR} 6000000",
        f"ChargeOffRatio - {YEAR} 0.0021",
        "ChargeOffs - 2024-01-01/2024-12-31 5000000",
    ],
    "Net charge-offs were $6 million, or 0.21%. In 2024 the ratio was 0.18%.": [
        f"ChargeOffs - {YEAR} 6000000",
        f"ChargeOffRatio - {YEAR} 0.0021",
        "ChargeOffRatio - 2024-01-01/2024-12-31 0.0018",
    ],
    "Total loans were $9 billion (62%).": [f"Loans - {END} 9000000000"],
    "Bond funds had net outflows. The $2 million withdrawn was small.": [
        f"NetFlows BondFunds {YEAR} -2000000"
    ],
    "Clients have entrusted us with a net $4 million.": [f"NetFlows - {YEAR} 4000000"],
    "Clients withdrew $9 million.": [],
    "The $4 million that came in from Ruritania was the most.": [],
}


@pytest.mark.parametrize(("text", "facts"), SAID.items(), ids=SAID)
def test_what_a_verb_or_a_bracket_says_is_the_concept_of_that_name(text: str, facts: list[str]) -> None:
    """A verb says what a label says by a noun, a rate in brackets what the amount before it comes to; no more than that."""
    assert facts == facts_with(taxonomy(), profile_of(currency="USD"), text)


UNDER = {
    "Income Taxes. The effective rate was 22.0%.": [f"EffectiveTaxRate - {YEAR} 0.220"],
    "Income taxes\n\nThe effective rate was 22.0%.": [f"EffectiveTaxRate - {YEAR} 0.220"],
    "Income Taxes. The statutory rate was 25.0%.": [],
    "Operating Expense. Expense for the year totaled $40 million, 3% more than in 2024.": [
        f"OperatingExpense - {YEAR} 40000000",
        f"GrowthRateOfOperatingExpense - {YEAR} 0.03",
    ],
    "Operating Expense. Income for the year totaled $40 million.": [],
    "Net Charge-offs. The ratio was 0.21% in the fourth quarter and 0.19% year to date.": [
        "ChargeOffRatio - 2025-10-01/2025-12-31 0.0021",
        f"ChargeOffRatio - {YEAR} 0.0019",
    ],
}


@pytest.mark.parametrize(("text", "facts"), UNDER.items(), ids=UNDER)
def test_a_heading_says_the_rest_of_a_name(text: str, facts: list[str]) -> None:
    """The noun of a clause and the heading of its paragraph say a name together, and no other name."""
    assert facts == facts_with(taxonomy(), profile_of(currency="USD"), text)


def test_a_row_that_says_a_name_in_another_order_is_that_part() -> None:
    """The unit of all tables may be told once, and a row may say a part's name as a compound."""
    text = """Dollar amounts in the tables are in millions.

Fee Income. The table below gives its parts.

                               2025       2024
Current account charges         9.4        8.8
Card fees                       7.1        7.0
Trust fees                      8.2        7.3
Total fee income               24.7       23.1
"""
    facts = facts_with(taxonomy(), profile_of(currency="USD"), text)

    assert facts[:2] == [
        f"FeeIncome Accounts {YEAR} 9400000",
        "FeeIncome Accounts 2024-01-01/2024-12-31 8800000",
    ]
    assert facts[-2:] == [f"FeeIncome - {YEAR} 24700000", "FeeIncome - 2024-01-01/2024-12-31 23100000"]


CHANGES = {
    "Total loans were $9 billion. This is $90 million, or 1.0%, above December 31, 2024.": [
        f"Loans - {END} 9000000000",
        f"IncreaseDecreaseInLoans - {YEAR} 90000000",
        f"GrowthRateOfLoans - {YEAR} 0.010",
    ],
    "Total loans stood at $9.1 billion, $300 million, or 3.4%, more than at the end of 2024.": [
        f"Loans - {END} 9100000000",
        f"IncreaseDecreaseInLoans - {YEAR} 300000000",
        f"GrowthRateOfLoans - {YEAR} 0.034",
    ],
    "Fee income was $24 million, which is $3 million, or 14.3 per cent, more than that of 2024.": [
        f"FeeIncome - {YEAR} 24000000",
        f"IncreaseDecreaseInFeeIncome - {YEAR} 3000000",
        f"GrowthRateOfFeeIncome - {YEAR} 0.143",
    ],
    "Farm loans of $210 million, or 8% of the book, were more than those to traders.": [
        f"Loans Farm {END} 210000000",
        f"ShareOfLoans Farm {END} 0.08",
    ],
    "Total loans grew $90 million. Farm loans contributed $20 million to the increase.": [
        f"IncreaseDecreaseInLoans - {YEAR} 90000000",
        f"IncreaseDecreaseInLoans Farm {YEAR} 20000000",
    ],
    "In 2025 we allowed $30 million of farm loans to run off, leaving $210 million.": [
        f"IncreaseDecreaseInLoans Farm {YEAR} -30000000",
        f"Loans Farm {END} 210000000",
    ],
    "Fee income was $24 million, an increase of 8% attributable to a 5% dip in operating expense.": [
        f"FeeIncome - {YEAR} 24000000",
        f"GrowthRateOfFeeIncome - {YEAR} 0.08",
        f"GrowthRateOfOperatingExpense - {YEAR} -0.05",
    ],
    "Operating expense benefited from a 5% dip in headcount.": [],
    "Total loans are now $90 million, or 1.0%, above their level of a year ago.": [
        f"IncreaseDecreaseInLoans - {YEAR} 90000000",
        f"GrowthRateOfLoans - {YEAR} 0.010",
    ],
    "Farm loans of $30 million were allowed to run off.": [],
    "The net interest margin narrowed to 3.4% as deposits cost 2.3%.": [
        f"Margin - {YEAR} 0.034",
        f"DepositCost - {YEAR} 0.023",
    ],
    "Farm loans of $210 million were virtually flat.": [f"Loans Farm {END} 210000000"],
    "Farm loans of $210 million were subsequently sold.": [],
    "Earnings per common share were $1.20.": [f"EarningsPerShare - {YEAR} 1.20"],
}


@pytest.mark.parametrize(("text", "facts"), CHANGES.items(), ids=CHANGES)
def test_a_change_is_told_by_what_stands_behind_it(text: str, facts: list[str]) -> None:
    """Above a day, to the increase, to run off, a dip in: words behind an amount make it a change, and say of what."""
    assert facts == facts_with(taxonomy(), profile_of(currency="USD"), text)
