"""What a figure is of: verbs left out behind colons, headings that tell more, whose things are, and rates paid on things."""

from __future__ import annotations

from functools import cache

import pytest

from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.test_tagger_english_sweeps import said

_ORCHARDS = """
taxonomy:
  prefix: orchard
  namespace: http://example.org/orchard
  version: '1'
  entry_point: http://example.org/orchard.xsd
  label: {en: A lender to orchards}
units:
  grower: {label: {en: grower}, terms: {en: [growers]}}
axes:
  Place:
    label: {en: Place}
    default: AllPlaces
    members:
      Valley: {label: {en: Applevale}}
      Coast: {label: {en: Pearcoast}}
  Kind:
    label: {en: Kind of savings}
    default: AllKinds
    members:
      Fixed: {label: {en: Fixed accounts}}
      Open: {label: {en: Open accounts}}
concepts:
  Savings: {type: monetary, period: instant, label: {en: Savings}, variants: [change, growth, share]}
  Loans: {type: monetary, period: instant, label: {en: Loans}, variants: [change, growth, share]}
  Income: {type: monetary, period: duration, label: {en: Income}, variants: [change, growth, share]}
  Costs: {type: monetary, period: duration, label: {en: Costs}, variants: [change, growth, share]}
  Growers: {type: count, unit: grower, period: instant, label: {en: Growers}, variants: [change, growth, share]}
hypercubes:
  parted: {concepts: [Loans, Income, Costs, Growers], axes: [Place]}
  kinds: {concepts: [Savings], axes: [Place, Kind]}
"""


@cache
def _orchards() -> Taxonomy:
    return parse_source(_ORCHARDS.encode(), "orchards.yaml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Savings grew by 4%: fixed accounts by 6%, open accounts by 2%.",
            "^Savings 0.04; ^Savings+Fixed 0.06; ^Savings+Open 0.02",
        ),
        (
            "Applevale's loans fell by 2%, its savings by 1%.",
            "^Loans+Valley -0.02; ^Savings+Valley -0.01",
        ),
        ("Loans grew by 4%; savings by 2%.", "^Loans 0.04; ^Savings 0.02"),
        ("Loans rose by £30m, savings £20m.", "~Loans 30000000; ~Savings 20000000"),
        (
            "Loans were £90m, up £30m since December, and savings £70m.",
            "Loans 90000000; ~Loans 30000000; Savings 70000000",
        ),
        ("Loans were £90m (up £30m) and savings £70m.", "Loans 90000000; ~Loans 30000000; Savings 70000000"),
        (
            "Loans rose by £30m: in Applevale by £10m and in Pearcoast by £20m.",
            "~Loans 30000000; ~Loans+Valley 10000000; ~Loans+Coast 20000000",
        ),
    ],
)
def test_a_verb_left_out_behind_any_mark(text: str, expected: str) -> None:
    """By how much another thing moved needs no verb again, whatever parts it from the one before, or whose it is."""
    assert said(text, "2025", _orchards()) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# Applevale: a year of drought\n\nIncome fell by 3% to £40m.",
            "^Income+Valley -0.03; Income+Valley 40000000",
        ),
        ("# Applevale – growing fast\n\nGrowers numbered 900.", "Growers+Valley 900"),
        ("# Income: a record year\n\nIncome rose by 8% to £46m.", "^Income 0.08; Income 46000000"),
        ("# Loans: Applevale leads\n\nLoans rose by 8%.", "^Loans 0.08"),
        ("Pearcoast – The fog was thick. Loans were £4m.", "Loans+Coast 4000000"),
    ],
)
def test_a_heading_that_tells_more_of_its_part(text: str, expected: str) -> None:
    """The part before a colon or a dash is the topic, where no other part is told behind it."""
    assert said(text, "2025", _orchards()) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The estate paid 30 growers, and its costs were £9m.", "?; ?"),
        ("The company paid 30% more for power, but its costs were £48m.", "?; Costs 48000000"),
        ("Growers paid 5.1% on their loans and earned 1.4% on their savings.", "?; ?"),
        ("Applevale took 5.1% of our loans.", "%Loans+Valley 0.051"),
        ("Per grower, income was £480.", "?"),
        ("On average, loans were £41,000.", "?"),
        (
            "Loans in Applevale were £5m and in Pearcoast £3m. Both grew by 3%.",
            "Loans+Valley 5000000; Loans+Coast 3000000; ?",
        ),
        (
            "Loans in Applevale were £5m and in Pearcoast £3m. Together they make up 40% of loans.",
            "Loans+Valley 5000000; Loans+Coast 3000000; ?",
        ),
        ("On average, each grower has savings of £26,000.", "?"),
    ],
)
def test_whose_it_is_and_one_s(text: str, expected: str) -> None:
    """Whoever was not understood has what is his; what is paid on a thing is no share of it, and one's no total."""
    assert said(text, "2025", _orchards()) == expected.split("; ")
