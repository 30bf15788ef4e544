"""What English reviews of a quarter or a year say by the way: parts named before, ones before, years in brackets, what we did."""

from __future__ import annotations

from functools import cache

import pytest

from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.tagging_example import facts_with, profile_of

QUARTER, BEFORE = "2025-04-01/2025-06-30", "2025-01-01/2025-03-31"
HALF, HALF_BEFORE = "2025-01-01/2025-06-30", "2024-01-01/2024-06-30"

TEXTS: list[tuple[str, list[str]]] = [
    # a part that only one concept has, and then that concept by its own name
    (
        "Custody fees were little changed. Against the first quarter, fee income fell by $3 million.",
        [f"IncreaseDecreaseInFees Preceding {QUARTER} -3000000"],
    ),
    # the one before is the part of a year before
    (
        "Fee income came to $52 million in the quarter, versus $49 million in the preceding one.",
        [f"Fees - {QUARTER} 52000000", f"Fees - {BEFORE} 49000000"],
    ),
    (
        "Fee income was $52 million for the quarter, up from $49 million in the one before.",
        [f"Fees - {QUARTER} 52000000", f"Fees - {BEFORE} 49000000"],
    ),
    # a year in a bracket is the same part of that year as the figure's
    (
        "Fee income for the six months was $101 million (2024: $88 million).",
        [f"Fees - {HALF} 101000000", f"Fees - {HALF_BEFORE} 88000000"],
    ),
    (
        "In the first quarter, fee income was $49 million (2024: $45 million).",
        [f"Fees - {BEFORE} 49000000", "Fees - 2024-01-01/2024-03-31 45000000"],
    ),
    (
        "In 2024 as a whole, fee income was $189 million (2023: $170 million).",
        ["Fees - 2024-01-01/2024-12-31 189000000", "Fees - 2023-01-01/2023-12-31 170000000"],
    ),
    ("Fee income was $52 million (2024: $47 million).", [f"Fees - {QUARTER} 52000000", "Fees - 2024-04-01/2024-06-30 47000000"]),
    # what we did meanwhile names nothing
    ("Custody fees rose to $12 million as we moved our deposit desk.", [f"Fees Custody {QUARTER} 12000000"]),
    ("Custody fees were $12 million after we opened a desk for deposits.", [f"Fees Custody {QUARTER} 12000000"]),
    # a member's word that the name of the concept holds
    ("Our trading app had 8.2 million visits.", [f"Visits - {QUARTER} 8200000"]),
    # the best since something began is no total since then
    ("The recommendation score of 62 was the highest since we began to ask.", [f"Score - {QUARTER} 62"]),
    # a proportion is a share, and an objective a target
    ("The proportion of savings deposits rose to 41%.", ["ShareOfDeposits Savings 2025-06-30 0.41"]),
    ("Our objective for 2027 is a return on equity of at least 15%.", ["Return Aim 2027-01-01/2027-12-31 0.15"]),
    ("In line with our objectives, the return on equity was 15%.", [f"Return - {QUARTER} 0.15"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "facts"), TEXTS, ids=[text for text, _ in TEXTS])
def test_a_review_says_by_the_way(text: str, facts: list[str]) -> None:
    """Each figure is of the part and the time that its sentence means, with no qualifier that is none."""
    entity = profile_of(currency="USD")
    assert facts_with(_broker(), entity, text, QUARTER) == facts


@cache
def _broker() -> Taxonomy:
    return parse_source(_BROKER.encode(), "broker.yaml")


_BROKER = """
taxonomy:
  prefix: brk
  namespace: http://example.org/brk
  version: '1'
  entry_point: http://example.org/brk.xsd
  label: {en: A broker}
units:
  visit: {label: {en: visit}, terms: {en: [visits]}}
axes:
  Service:
    label: {en: Service}
    default: AllServices
    members:
      AllServices: {label: {en: All services}}
      Custody: {label: {en: Custody fees}}
      Advice: {label: {en: Advisory fees}}
  Channel:
    label: {en: Channel}
    default: AllChannels
    members:
      AllChannels: {label: {en: All channels}}
      App: {label: {en: Trading app}}
  Kind:
    label: {en: Kind of deposit}
    default: AllKinds
    members:
      AllKinds: {label: {en: All kinds}}
      Savings: {label: {en: Savings deposits}}
  Scenario:
    role: scenario
    label: {en: Scenario}
    default: Actual
    members:
      Actual: {label: {en: Actual}}
      Aim: {label: {en: Target}, scenario: target}
  Comparison:
    role: comparison
    label: {en: Comparison}
    default: Usual
    members:
      Usual: {label: {en: Usual}}
      Preceding: {label: {en: With the period before}, comparison: preceding_period}
concepts:
  Fees: {type: monetary, period: duration, label: {en: Fee income}, variants: [change, growth]}
  Deposits: {type: monetary, period: instant, label: {en: Deposits}, variants: [share]}
  Visits: {type: count, unit: visit, period: duration, label: {en: Visits to the trading app}, terms: {en: [visits]}}
  Orders: {type: count, unit: visit, period: duration, label: {en: Orders}}
  Score: {type: decimal, period: duration, label: {en: Recommendation score}}
  Return: {type: percent, period: duration, label: {en: Return on equity}}
hypercubes:
  Fee: {concepts: [Fees], axes: [Service, Comparison]}
  Order: {concepts: [Orders], axes: [Channel]}
  Deposit: {concepts: [Deposits], axes: [Kind]}
  Aims: {concepts: [Return], axes: [Scenario]}
presentation:
- group: {en: Figures}
  items: [Fees, Deposits, Visits, Orders, Score, Return]
"""
