"""Nouns for the part that a heading names: they say no more than it, also where a name of a member holds them."""

from __future__ import annotations

import pytest

from tagger.ledger import Row
from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.tagging_example import ledger_of, profile_of

SOURCE = """
taxonomy:
  prefix: seg
  namespace: http://example.org/taxonomy/seg/2025
  version: "2025"
  entry_point: http://example.org/taxonomy/seg/2025/seg.xsd
  label: {en: Segments}
axes:
  SegmentAxis:
    label: {en: Segment}
    default: AllMember
    members:
      RetailMember: {label: {en: Retail}, terms: {en: [retail segment, retail division]}}
      FirmMember: {label: {en: Corporate Banking}, terms: {en: [corporate segment, corporate business]}}
concepts:
  TotalIncome: {type: monetary, period: duration, balance: credit, label: {en: Total income}, variants: [change, growth]}
  CostOfRisk: {type: percent, period: duration, label: {en: Cost of risk}, variants: [change]}
hypercubes:
  All: {concepts: [TotalIncome, CostOfRisk], axes: [SegmentAxis]}
presentation:
  - {group: {en: Figures}, items: [TotalIncome, CostOfRisk]}
"""


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    """Return a taxonomy whose members are called with the nouns."""
    return parse_source(SOURCE.encode(), "segments.yaml")


def figures(text: str, taxonomy: Taxonomy) -> list[Row]:
    """Return the rows of the quantities of a text."""
    rows = ledger_of(text, "2025", taxonomy=taxonomy, profile=profile_of(currency="PLN")).rows
    return [row for row in rows if row.status != "not_a_fact"]


@pytest.mark.parametrize(
    "said",
    [
        "Total income of the segment amounted to PLN 418 million.",
        "The segment's total income was PLN 418 million.",
        "Total income of this segment was PLN 418 million.",
        "The segment closed the year with total income of PLN 418 million.",
        "In this division, total income was PLN 418 million.",
        "The cost of risk in the business fell to 66 bps.",
    ],
)
def test_the_segment_is_the_one_of_the_heading(said: str, taxonomy: Taxonomy) -> None:
    """A noun alone behind an article points at the heading."""
    [row] = figures(f"Corporate Banking\n\n{said}", taxonomy)

    assert row.status == "fact"
    assert row.dimensions == (("seg:SegmentAxis", "seg:FirmMember"),)


def test_another_segment_is_left_open(taxonomy: Taxonomy) -> None:
    """With a word before it that nothing explains, the noun is of a part that no member is."""
    said = "Total income of the maritime segment amounted to PLN 418 million."

    assert [row.status for row in figures(f"Corporate Banking\n\n{said}", taxonomy)] == ["unresolved"]
