"""What else is said of a subject before the verb of its figure: deposits held up well and rose by 5%."""

from __future__ import annotations

import pytest

from tests.test_tagger_english_sweeps import said


@pytest.mark.parametrize(
    "before",
    [
        "benefited from lower rates and",
        "held up well in a difficult market and",
        "weathered the storm and",
        "exceeded our own expectations and",
        "surprised even the sceptics but",
    ],
)
def test_another_verb_before_that_of_the_figure_says_nothing_of_it(before: str) -> None:
    """Its words were left over, and the figures open."""
    assert said(f"The net profit {before} reached £84m.") == ["NetProfit 84000000"]
    assert said(f"The net profit {before} grew by 5% to £84m.") == ["^NetProfit 0.05", "NetProfit 84000000"]


def test_its_time_is_its_own() -> None:
    """The mark was passed in May, the year closed in December."""
    assert said("Total loans passed the mark in May and closed the year at £70bn.") == ["Loans 70000000000"]


def test_participles_tell_of_a_part() -> None:
    """The verb of the sentence stands behind them."""
    assert said("Total loans placed by charities and held in vaults grew by 5%.") == ["?"]
