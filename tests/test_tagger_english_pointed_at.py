"""What English points at with a noun or a pronoun: the whole that opens a clause, kinds of parts, any rate, what left a fund."""

from __future__ import annotations

from functools import cache

import pytest

from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.test_tagger_english_sweeps import said

_MANAGER = """
taxonomy:
  prefix: fund
  namespace: http://example.org/fund
  version: '1'
  entry_point: http://example.org/fund.xsd
  label: {en: A fund manager that lends}
units:
  client: {label: {en: client}, terms: {en: [clients]}}
axes:
  Channel:
    label: {en: Client channel}
    default: AllChannels
    members:
      Institutions: {label: {en: Institutional clients}, terms: {en: [institutions, institutional]}}
      Advisers: {label: {en: Financial advisers}, terms: {en: [advisers]}}
  Strategy:
    label: {en: Strategy}
    default: AllStrategies
    members:
      Bonds: {label: {en: Bonds}, terms: {en: [bond funds]}}
      Shares: {label: {en: Shares}, terms: {en: [share funds]}}
      Property: {label: {en: Property}, terms: {en: [property funds]}}
  Horizon:
    label: {en: Horizon}
    default: NoHorizon
    members:
      OneYear: {label: {en: Over one year}, terms: {en: [one year]}}
      ThreeYears: {label: {en: Over three years}, terms: {en: [three years]}}
      FiveYears: {label: {en: Over five years}, terms: {en: [five years]}}
concepts:
  Assets: {type: monetary, period: instant, label: {en: Managed assets}, variants: [change, growth, share]}
  Flows: {type: monetary, period: duration, label: {en: Net flows}, terms: {en: [net inflows, net outflows]}}
  Sales: {type: monetary, period: duration, label: {en: Gross sales}, variants: [change, growth]}
  Ahead: {type: percent, period: instant, label: {en: Assets ahead of benchmark}, terms: {en: [beat their benchmark]}}
  Costs: {type: monetary, period: duration, label: {en: Operating costs}, variants: [change, growth]}
  CostRatio: {type: percent, period: duration, label: {en: Cost ratio}, variants: [change]}
  Margin: {type: percent, period: duration, label: {en: Operating margin}, variants: [change]}
  Fees: {type: monetary, period: duration, balance: credit, label: {en: Fee income}, variants: [change, growth]}
  Credits: {type: monetary, period: instant, label: {en: Loans}, terms: {en: [total loans]}, variants: [change, growth, share]}
  BadCredits: {type: monetary, period: instant, label: {en: Impaired loans}, variants: [change, growth]}
  BadRatio: {type: percent, period: instant, label: {en: Impaired loans to total loans}, variants: [change]}
  Uncovered: {type: percent, period: instant, label: {en: Unsecured loans to total loans}, terms: {en: [unsecured loans]}}
  CostOfFunds: {type: percent, period: duration, label: {en: Cost of term savings}, variants: [change]}
  LoanYield: {type: percent, period: duration, label: {en: Loan yield}, terms: {en: [yield on loans]}, variants: [change]}
  Bought: {type: shares, period: duration, label: {en: Shares bought back}, terms: {en: [bought back … shares]}}
  Spent: {type: monetary, period: duration, label: {en: Cost of shares bought back}}
hypercubes:
  funds:
    concepts: [Assets, Flows, Sales, Ahead, Costs, CostRatio, Margin, Fees]
    axes: [Channel, Strategy, Horizon]
  lending:
    concepts: [Credits, BadCredits, BadRatio, Uncovered, CostOfFunds, LoanYield, Bought, Spent]
    axes: []
presentation:
  - group: {en: All}
    items: [Assets, Flows, Sales, Ahead, Costs, CostRatio, Margin, Fees]
  - group: {en: Lending}
    items: [Credits, BadCredits, BadRatio, Uncovered, CostOfFunds, LoanYield, Bought, Spent]
"""


@cache
def _manager() -> Taxonomy:
    return parse_source(_MANAGER.encode(), "fund.yaml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Impaired loans fell to £88m. As a percentage of total loans, they were 0.7%, against 0.9% a year ago.",
            "BadCredits 88000000; BadRatio 0.007; BadRatio@2023-12-31 0.009",
        ),
        (
            "Impaired loans fell to £88m. Expressed as a share of total loans it was 0.7%.",
            "BadCredits 88000000; BadRatio 0.007",
        ),
        ("Relative to outstanding receivables the loan yield was 6.1%.", "LoanYield 0.061"),
        ("As a percentage of goodwill, impaired loans were 12%.", "?"),
        ("Term savings cost 2.4%, and loans yielded 6.1%.", "CostOfFunds 0.024; LoanYield 0.061"),
        ("Loans yielded £44m.", "?"),
        ("Cash of £5m was 140% of unsecured loans.", "?; ?"),
        ("Unsecured loans were 14% of total loans.", "Uncovered 0.14"),
    ],
)
def test_the_whole_that_opens_a_clause(text: str, expected: str) -> None:
    """A pronoun behind it is the figure before; a rate that stands for its thing is not what something else is so much of."""
    assert said(text, taxonomy=_manager()) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bonds attracted net inflows of £3bn while shares lost £4bn; property funds gained £1bn.",
            "Flows+Bonds 3000000000; Flows+Shares -4000000000; Flows+Property 1000000000",
        ),
        (
            "Bond funds took in £3bn, and share funds suffered withdrawals of £2bn.",
            "Flows+Bonds 3000000000; Flows+Shares -2000000000",
        ),
        ("Managed assets were £90bn. Shares lost £4bn.", "Assets 90000000000; ~Assets+Shares -4000000000"),
        (
            "Institutions left, yet gross sales into the channel of £6bn, compared with £5bn a year ago, were a record.",
            "Sales+Institutions 6000000000; Sales+Institutions@2023 5000000000",
        ),
        (
            "Managed assets of advisers were £20bn. The channel added gross sales of £2bn.",
            "Assets+Advisers 20000000000; Sales+Advisers 2000000000",
        ),
        ("Managed assets were £90bn. Gross sales into the channel were £2bn.", "Assets 90000000000; ?"),
        (
            (
                "Over three years, 71% of managed assets beat their benchmark (66% at 30 June 2024). "
                "Over five years the proportion was 78%, whereas over one year it was 58%."
            ),
            "Ahead+ThreeYears 0.71; Ahead+ThreeYears@2024-06-30 0.66; Ahead+FiveYears 0.78; Ahead+OneYear 0.58",
        ),
        ("Assets ahead of benchmark were 71%. The proportion of women was 40%.", "Ahead 0.71; ?"),
    ],
)
def test_parts_and_rates_that_are_pointed_at(text: str, expected: str) -> None:
    """A noun for a kind of part is the one said last, one for any rate that of the sentence before; what left goes out."""
    assert said(text, taxonomy=_manager()) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "The cost ratio improved to 70% from 72%, in bonds by as much as 4 percentage points to 66%, "
                "and the operating margin widened to 30%."
            ),
            "CostRatio 0.70; CostRatio@2023 0.72; ~CostRatio+Bonds -0.04; CostRatio+Bonds 0.66; Margin 0.30",
        ),
        (
            "Fee income rose 6%, in bonds 9% and in shares 2%, and operating costs were £70m.",
            "^Fees 0.06; ^Fees+Bonds 0.09; ^Fees+Shares 0.02; Costs 70000000",
        ),
        (
            "Fee income rose 6%, in bonds by 9%, where operating costs were £70m.",
            "^Fees 0.06; ^Fees+Bonds 0.09; Costs+Bonds 70000000",
        ),
        (
            "Fee income was £400m, of which bonds brought £90m, up 9%, and operating costs rose 3%.",
            "Fees 400000000; Fees+Bonds 90000000; ^Fees+Bonds 0.09; ^Costs 0.03",
        ),
        (
            "Fee income was £400m, of which bonds brought £90m, up 9%, and their operating costs rose 3%.",
            "Fees 400000000; Fees+Bonds 90000000; ^Fees+Bonds 0.09; ^Costs+Bonds 0.03",
        ),
        (
            "Seasonally softer mortgage activity held fee income to £98m, £3m less than in 2023.",
            "Fees 98000000; ~Fees -3000000",
        ),
        ("Our leasing unit held operating costs to £98m.", "?"),
        (
            "The company bought back 2 million shares at a cost of £9m, leaving £4m for the rest.",
            "Bought 2000000; Spent 9000000; ?",
        ),
    ],
)
def test_parts_told_beside_and_causes(text: str, expected: str) -> None:
    """What a part had is told beside the whole that the sentence goes on about; what held a thing down is no part of it."""
    assert said(text, taxonomy=_manager()) == expected.split("; ")
