"""Plans that English lists with their time behind the last, ranges before what grows, and shares of a pronoun."""

from __future__ import annotations

from functools import cache

import pytest

from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.test_tagger_english_sweeps import said

_FERRY = """
taxonomy:
  prefix: ferry
  namespace: http://example.org/ferry
  version: '1'
  entry_point: http://example.org/ferry.xsd
  label: {en: A ferry line}
units:
  guest: {label: {en: guest}, terms: {en: [guests]}}
axes:
  Source:
    label: {en: Source of income}
    default: AllSources
    members:
      Freight: {label: {en: Freight}}
      Cabins: {label: {en: Cabins}}
      Young: {label: {en: Young guests}, terms: {en: [young]}}
  Plan:
    role: scenario
    label: {en: Scenario}
    default: Actual
    members:
      Target: {label: {en: Target}, scenario: target}
  End:
    role: bound
    label: {en: End of a range}
    default: One
    members:
      Low: {label: {en: Lower end}, bound: low}
      High: {label: {en: Upper end}, bound: high}
concepts:
  Takings: {type: monetary, period: duration, label: {en: Takings}, variants: [change, growth, share]}
  Berths: {type: percent, period: duration, label: {en: Berth occupancy}, variants: [change]}
  Guests: {type: count, period: instant, unit: guest, label: {en: Registered guests}, terms: {en: [guests]}, variants: [change]}
  Fleet: {type: monetary, period: instant, label: {en: Fleet value}, variants: [change, growth]}
hypercubes:
  ferry: {concepts: [Takings, Berths, Guests, Fleet], axes: [Source, Plan, End]}
presentation:
  - group: {en: All}
    items: [Takings, Berths, Guests, Fleet]
"""


@cache
def _ferry() -> Taxonomy:
    return parse_source(_FERRY.encode(), "ferry.yaml")


_NEXT = "@2025-01-01/2025-12-31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We target a fleet value of £50m and berth occupancy of 80% for 2025.",
            f"Fleet+Target@2025-12-31 50000000; Berths+Target{_NEXT} 0.80",
        ),
        (
            "Our guidance is for berth occupancy of 80%, growth in takings of 6% and a fleet value of £50m in 2025.",
            f"Berths+Target{_NEXT} 0.80; ^Takings+Target{_NEXT} 0.06; Fleet+Target@2025-12-31 50000000",
        ),
        (
            "We reiterate our guidance of 6-8% growth in takings and a fleet value of £50m for 2025.",
            f"^Takings+Low+Target{_NEXT} 0.06; ^Takings+High+Target{_NEXT} 0.08; Fleet+Target@2025-12-31 50000000",
        ),
        (
            "For 2025 we target a 6% to 8% increase in takings.",
            f"^Takings+Low+Target{_NEXT} 0.06; ^Takings+High+Target{_NEXT} 0.08",
        ),
    ],
)
def test_plans_listed_with_one_time(text: str, expected: str) -> None:
    """Guidance is a target where the taxonomy knows no forecast; what grows may stand behind a range."""
    assert said(text, "2024", _ferry()) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Takings were £60m; freight, at £24m, formed 40% of them.", "%Takings+Freight 0.40"),
        ("Takings were £60m. Freight, at £24m, made up 40% of it.", "%Takings+Freight 0.40"),
        ("Takings were £60m. Freight brought in £24m, or 40% of them.", "%Takings+Freight 0.40"),
        (
            "Takings were £60m. Freight brought in £24m, or 40% of them, and cabins were 30% of the total.",
            "%Takings+Cabins 0.30",
        ),
        ("Takings were £60m. Of this, 40% came from freight.", "%Takings+Freight 0.40"),
        ("Takings were £60m. Of these, 40% came from bingo.", "?"),
        ("Takings were £60m; bingo, at £24m, formed 40% of them.", "?"),
        ("Takings were £60m, and 40% of them were seasonal.", "?"),
    ],
)
def test_a_pronoun_for_the_whole_of_a_share(text: str, last: str) -> None:
    """Where the part is told, and words of the taxonomy name it."""
    assert said(text, "2024", _ferry())[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "We had 1.84 million guests, a net gain of 61,000. Of these, 1.71 million were young guests.",
            "Guests+Young 1710000",
        ),
        (
            "We had 1.84 million guests, 61,000 more than a year ago. Of them, 1.71 million were young.",
            "Guests+Young 1710000",
        ),
        ("The number of guests rose by 61,000. Of these, 48,000 were young guests.", "~Guests+Young 48000"),
        ("We had 1.84 million guests, an increase of 61,000. Of these, 48,000 were young guests.", "?"),
    ],
)
def test_no_part_is_larger_than_what_it_is_of(text: str, last: str) -> None:
    """So behind a change it is of the level; where it could be of both it stays open."""
    assert said(text, "2024", _ferry())[-1] == last
