"""A name within a longer one that only says whose the thing is names nothing: deposits from customers are no customers."""

from __future__ import annotations

import pytest

from taxonomy.source import parse_source
from tests.tagging_example import ledger_of, profile_of

SOURCE = """
taxonomy:
  prefix: own
  namespace: http://example.org/taxonomy/own/2025
  version: "2025"
  entry_point: http://example.org/taxonomy/own/2025/own.xsd
  label: {en: Whose}
axes:
  KindAxis:
    label: {en: Kind}
    default: AllMember
    members:
      SavingsMember: {label: {en: Savings and term accounts}, terms: {en: [savings]}}
      DayMember: {label: {en: Current accounts}}
concepts:
  Deposits: {type: monetary, period: instant, balance: credit, label: {en: Deposits from customers}, variants: [change, growth]}
  Grants: {type: monetary, period: duration, balance: debit, label: {en: Grants to charities}, variants: [change, growth]}
  Customers: {type: count, unit: customer, period: instant, label: {en: Customers}, variants: [change, growth]}
  Charities: {type: count, unit: charity, period: instant, label: {en: Charities}, variants: [change, growth]}
units:
  customer: {label: {en: customers}}
  charity: {label: {en: charities}}
hypercubes:
  Parts: {concepts: [Deposits, Grants], axes: [KindAxis]}
  Counts: {concepts: [Customers, Charities], axes: []}
presentation:
  - {group: {en: Figures}, items: [Deposits, Grants, Customers, Charities]}
"""


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Savings\n\nDeposits from customers rose by 5.2%.", "GrowthRateOfDeposits"),
        ("Savings\n\nGrants to charities fell by 3%.", "GrowthRateOfGrants"),
        ("Savings\n\nThe number of customers rose by 4%.", "GrowthRateOfCustomers"),
    ],
)
def test_what_grew_is_the_head(text: str, concept: str) -> None:
    """Also below a heading whose part the head has, and the one that it is of has not."""
    [row] = ledger_of(
        text,
        "2025",
        taxonomy=parse_source(SOURCE.encode(), "own.yaml"),
        profile=profile_of(currency="EUR"),
    ).rows

    assert (row.status, row.concept) == ("fact", f"own:{concept}")
