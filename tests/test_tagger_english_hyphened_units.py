"""Units that a hyphen joins, totals behind what was added, days that a link of two words tells, and what we netted."""

from __future__ import annotations

from functools import cache

import pytest

from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.test_tagger_english_sweeps import said

_NURSERY = """
taxonomy:
  prefix: tree
  namespace: http://example.org/tree
  version: '1'
  entry_point: http://example.org/tree.xsd
  label: {en: A chain of garden centres}
units:
  centre: {label: {en: centre}, terms: {en: [centres]}}
axes:
  Plant:
    label: {en: Plant}
    default: AllPlants
    members:
      Roses: {label: {en: Roses}}
  Basis:
    role: basis
    label: {en: Basis}
    default: Plain
    members:
      WithPots: {label: {en: Including pots}, basis: with_pots}
  Comparison:
    role: comparison
    label: {en: Comparison}
    default: Usual
    members:
      Qoq: {label: {en: On the quarter before}, comparison: preceding_period}
concepts:
  Earned: {type: monetary, period: duration, label: {en: Net income}, terms: {en: [earnings]}, variants: [change, growth]}
  Sales: {type: monetary, period: duration, label: {en: Sales}, variants: [change, growth]}
  Stock: {type: monetary, period: instant, label: {en: Stock in hand}, terms: {en: [stock]}, variants: [change, growth]}
  Sold: {type: percent, period: duration, label: {en: Share of plants sold}, terms: {en: [sell-through]}, variants: [change]}
  Centres: {type: count, period: instant, unit: centre, label: {en: Garden centres}, terms: {en: [centres]}}
  Opened: {type: count, period: duration, unit: centre, label: {en: Centres opened}, terms: {en: [new centres]}}
hypercubes:
  all: {concepts: [Earned, Sales, Stock, Sold, Centres, Opened], axes: [Plant, Basis, Comparison]}
presentation:
  - group: {en: All}
    items: [Earned, Sales, Stock, Sold, Centres, Opened]
"""


@cache
def _nursery() -> Taxonomy:
    return parse_source(_NURSERY.encode(), "tree.yaml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales were £9m after a 6-percent increase.", "Sales 9000000; ^Sales 0.06"),
        ("Sales were £9m, a 6-per-cent increase.", "Sales 9000000; ^Sales 0.06"),
        ("We recorded a £3-million increase in sales.", "~Sales 3000000"),
        ("Sales came to £9-million.", "Sales 9000000"),
        ("Stock had a good summer, adding £2m to reach £9m.", "~Stock 2000000; Stock 9000000"),
        ("Stock had a poor summer, losing £2m to end at £9m.", "~Stock -2000000; Stock 9000000"),
        ("Stock was £9m, with a growth rate of 6%.", "Stock 9000000; ^Stock 0.06"),
        (
            "Stock of roses ran off by 6%, and was left to run off by £2m.",
            "^Stock+Roses -0.06; ~Stock+Roses -2000000",
        ),
    ],
)
def test_hyphens_and_what_moves(text: str, expected: str) -> None:
    """A unit is one behind a hyphen too; what adds or loses moves."""
    assert said(text, "2024", _nursery()) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("We opened seven centres for a total of 41.", "Centres 41"),
        ("We opened seven centres for a total of 41 nationwide.", "Centres 41"),
        ("We opened seven centres and now have 41.", "Centres 41"),
        ("We have 41 centres nationwide.", "Centres 41"),
        ("We spent £5m on a total of 41 tractors.", "?"),
        ("We enter 2025 with 41 centres.", "Centres 41"),
        ("We begin 2025 in good shape. We have 41 centres.", "Centres 41"),
    ],
)
def test_how_many_there_are(text: str, last: str) -> None:
    """Behind what was opened, across the country, or as a new year begins."""
    assert said(text, "2024", _nursery())[-1] == last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Stock fell to £9m as on December 31, 2024 from £8m as on September 30, 2024 and £7m as on December 31, 2023.",
            "Stock 9000000; Stock@2024-09-30 8000000; Stock@2023-12-31 7000000",
        ),
        ("Sell-through was 71%, or 74% including pots.", "Sold 0.71; Sold+WithPots 0.74"),
        ("Sell-through was 71%, and 74% including pots.", "Sold 0.71; Sold+WithPots 0.74"),
        (
            "In the fourth quarter we netted £3m, 8% more than in the third quarter.",
            "Earned@2024-10-01/2024-12-31 3000000; ^Earned+Qoq@2024-10-01/2024-12-31 0.08",
        ),
    ],
)
def test_days_bases_and_results(text: str, expected: str) -> None:
    """As on a day is no comparison; including opens what a basis is called; netted is earned."""
    assert said(text, "2024", _nursery()) == expected.split("; ")
