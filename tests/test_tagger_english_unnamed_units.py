"""English: what a business does that no member is, is not done by all of the entity."""

from __future__ import annotations

import pytest

from tests.tagging_example import fact_readings

YEAR = "2024-01-01/2024-12-31"


@pytest.mark.parametrize(
    "text",
    [
        "Our ferry business recorded growth in net profit of 12%.",
        "The ferry unit saw net profit rise 8%.",
        "Thanks to good weather, the ferry division posted a 6% increase in net profit.",
        "In the ferry segment, net profit rose 4%.",
    ],
)
def test_a_business_that_no_member_is_has_its_own_figures(text: str) -> None:
    """They are left open."""
    assert fact_readings(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The entire business delivered a 4% rise in net profit.",
        "The whole group saw net profit rise 4%.",
        "Helped by the ferry business, net profit rose 4%.",
        "As the ferry business grew, net profit rose 4%.",
        "The ferry business did well. Net profit rose 4%.",
        "The ferry business won prizes.\n\nNet profit rose 4%.",
    ],
)
def test_what_is_told_of_all_stays(text: str) -> None:
    """A business that is all there is, a cause, a sentence before."""
    assert fact_readings(text) == [("GrowthRateOfNetProfit", "", YEAR, "0.04")]
