"""Outlooks whose year begins before they are told, what the entity itself earned, and growths as they were reported."""

from __future__ import annotations

from functools import cache

import pytest

from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.test_tagger_english_sweeps import said

_BREWER = """
taxonomy:
  prefix: brewer
  namespace: http://example.org/brewer
  version: '1'
  entry_point: http://example.org/brewer.xsd
  label: {en: A brewer}
axes:
  Drink:
    label: {en: Drink}
    default: AllDrinks
    members:
      Stout: {label: {en: Stout}}
      Cider: {label: {en: Cider}}
  Plan:
    role: scenario
    label: {en: Scenario}
    default: Actual
    members:
      Forecast: {label: {en: Forecast}, scenario: forecast}
      Target: {label: {en: Target}, scenario: target}
  Against:
    role: comparison
    label: {en: Comparison}
    default: Usual
    members:
      Constant: {label: {en: At constant exchange rates}, comparison: constant_currency}
concepts:
  Sales: {type: monetary, period: duration, label: {en: Sales}, variants: [change, growth]}
  Waste: {type: percent, period: duration, label: {en: Waste rate}}
  Stock: {type: monetary, period: instant, label: {en: Stock of malt}, variants: [change, growth]}
  PreTax: {type: monetary, period: duration, label: {en: Profit before tax}, variants: [change, growth]}
  Dividends: {type: monetary, period: duration, label: {en: Dividends}}
  Net: {type: monetary, period: duration, label: {en: Net profit}, variants: [change, growth]}
hypercubes:
  brewer: {concepts: [Sales, Waste, Stock], axes: [Drink, Plan, Against]}
  profits: {concepts: [PreTax], axes: [Drink]}
"""


@cache
def _brewer() -> Taxonomy:
    return parse_source(_BREWER.encode(), "brewer.yaml")


_NEXT = "@2025-01-01/2025-12-31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We enter 2025 with full cellars. We expect a waste rate of 4%.", f"Waste+Forecast{_NEXT} 0.04"),
        (
            "Entering 2025, demand is strong.\n\nThe waste rate is likely to be 4%.",
            f"Waste+Forecast{_NEXT} 0.04",
        ),
        ("We begin the new year well. We expect sales to grow by 3%.", f"^Sales+Forecast{_NEXT} 0.03"),
        (
            "We start 2025 with a stock of malt of £40m. We forecast sales of £300m.",
            f"Stock 40000000; Sales+Forecast{_NEXT} 300000000",
        ),
        ("In the new financial year we expect a waste rate of 4%.", f"Waste+Forecast{_NEXT} 0.04"),
        ("In 2024 sales were £280m. We expect a waste rate of 4%.", "Sales 280000000; ?"),
        ("The year was a good one for us. We forecast a waste rate of 4%.", "?"),
        ("Sales of cider should grow by 3%.", "?"),
        ("The stock of malt will rise by 5%.", "?"),
        ("The new still will lower sales of stout by £4m a year.", "?"),
        ("Sales, which will be told by month next time, rose 5%.", "^Sales 0.05"),
        ("Dividends of £9m will be paid in May.", "Dividends 9000000"),
        ("Dividends of £9m were paid in May.", "Dividends@2024-05-01/2024-05-31 9000000"),
    ],
)
def test_a_forecast_is_of_a_time_to_come(text: str, expected: str) -> None:
    """The year that is over is none, whatever was told of it; the next may be told to begin."""
    assert said(text.replace("\\\n", "\n"), "2024", _brewer()) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Net profit rose by 5% to £21m, on sales of £280m. After earning £10m in the first half, we made £11m in the second.",
            "^Net 0.05; Net 21000000; Sales 280000000; Net@2024-01-01/2024-06-30 10000000; Net@2024-07-01/2024-12-31 11000000",
        ),
        ("We earned £21m in 2024.", "Net 21000000"),
        ("The Group earned £30m before tax and £21m after it.", "PreTax 30000000; Net 21000000"),
        ("Profit was £30m before tax, £21m after tax.", "PreTax 30000000; Net 21000000"),
        ("The Group turned in £21m, £2m more than in 2023.", "Net 21000000; ~Net 2000000"),
        ("Sales of cider rose by 4%. We made £31m.", "^Sales+Cider 0.04; Sales+Cider 31000000"),
        ("We made £3m of gifts.", "?"),
        ("We earned £3m from parking.", "?"),
        ("We made £3m available to village halls.", "?"),
    ],
)
def test_what_the_entity_earned(text: str, expected: str) -> None:
    """Is its net profit, where nothing else was spoken of that may be earned, or its profit before tax."""
    assert said(text, "2024", _brewer()) == expected.split("; ")


@pytest.mark.parametrize(
    "rest",
    [
        "; as reported, the increase was 8%.",
        " and 8% as reported.",
        "; the reported growth was 8%.",
        ", the reported increase being 8%.",
        "; in reported terms they were up 8%.",
    ],
)
def test_a_growth_as_reported_behind_one_at_constant_rates(rest: str) -> None:
    """It is measured at the rates of each year."""
    assert said(f"Sales of stout rose 12% at constant exchange rates{rest}", "2024", _brewer()) == [
        "^Sales+Constant+Stout 0.12",
        "^Sales+Stout 0.08",
    ]
