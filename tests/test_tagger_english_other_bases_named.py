"""A basis that is named beside a figure is that figure's alone, and what a plan is for is so to the end of its time."""

from __future__ import annotations

from functools import cache

import pytest

from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.tagging_example import Reading, ledger_of, profile_of, reading_of

SOURCE = """
taxonomy: {prefix: crd, namespace: 'http://example.org/crd', version: '1', date: 2024-12-31,
  entry_point: 'http://example.org/crd/crd.xsd', label: {en: Card issuer}}
axes:
  MeasureAxis:
    role: basis
    label: {en: Measure}
    default: ReportedMember
    members:
      ReportedMember: {label: {en: Reported}}
      CoreMember: {label: {en: Core}, terms: {en: [as adjusted, excluding closure cost]}, basis: adjusted}
  PlanAxis:
    role: scenario
    label: {en: Scenario}
    default: ActualMember
    members:
      ActualMember: {label: {en: Actual}}
      OutlookMember: {label: {en: Outlook}, scenario: forecast}
concepts:
  CostRatio: {type: percent, period: duration, label: {en: Efficiency ratio}}
  Costs: {type: monetary, period: duration, label: {en: Operating expenses}, variants: [growth]}
  Receivables: {type: monetary, period: instant, label: {en: Loan receivables}, variants: [growth]}
hypercubes:
  All: {concepts: [CostRatio, Costs, Receivables], axes: [MeasureAxis, PlanAxis]}
"""

YEAR, BEFORE, AHEAD = "2024-01-01/2024-12-31", "2023-01-01/2023-12-31", "2025-01-01/2025-12-31"
SAID: list[tuple[str, list[Reading]]] = [
    (
        "The efficiency ratio was 47.1%, or 46.2% as adjusted, compared with 48.0% a year ago.",
        [
            ("CostRatio", "", YEAR, "0.471"),
            ("CostRatio", "Core", YEAR, "0.462"),
            ("CostRatio", "", BEFORE, "0.480"),
        ],
    ),
    (
        "Operating expenses rose 7%; excluding the closure costs, operating expenses rose 3%.",
        [("GrowthRateOfCosts", "", YEAR, "0.07"), ("GrowthRateOfCosts", "Core", YEAR, "0.03")],
    ),
    (
        "For 2025, we expect:\n• Period-end loan receivables of $64 billion\n• An efficiency ratio of about 45%",
        [
            ("not_a_fact year", "", "", None),
            ("Receivables", "Outlook", "2025-12-31", "64000000000"),
            ("CostRatio", "Outlook", AHEAD, "0.45"),
        ],
    ),
]


@cache
def _issuer() -> Taxonomy:
    return parse_source(SOURCE.encode(), "crd.yaml")


@pytest.mark.parametrize(("text", "wanted"), SAID, ids=[text[:40] for text, _ in SAID])
def test_what_a_basis_or_a_plan_holds_for(text: str, wanted: list[Reading]) -> None:
    """The figure before and the one behind are what is reported."""
    rows = ledger_of(text, taxonomy=_issuer(), profile=profile_of(currency="USD")).rows

    assert [reading_of(row) for row in rows] == wanted
