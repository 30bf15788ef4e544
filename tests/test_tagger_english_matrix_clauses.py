"""Clauses that only introduce the one of a figure: it gives me particular pleasure that net profit grew by 5%."""

from __future__ import annotations

import pytest

from tests.test_tagger_english_sweeps import said


@pytest.mark.parametrize(
    "opening",
    [
        "It gives me particular pleasure that",
        "It bears repeating that",
        "It should be noted that",
        "My favourite figure is that",
        "What pleases the Board most is that",
        "Suffice it to say that",
    ],
)
def test_what_introduces_a_clause_says_nothing_of_its_figure(opening: str) -> None:
    """It was taken for a pronoun of what had been told before, or for words that nothing explains."""
    text = f"Total loans were £70bn. {opening} the net profit grew by 5% to £84m."
    assert said(text) == ["Loans 70000000000", "^NetProfit 0.05", "NetProfit 84000000"]


@pytest.mark.parametrize("opening", ["We expect that", "Nobody believes that"])
def test_what_plans_or_denies_holds_on(opening: str) -> None:
    """Where it says that the figure is none, or no fact yet, nothing is filed."""
    assert not any(
        one.startswith(("^NetProfit", "NetProfit")) for one in said(f"{opening} the net profit grew by 5%.")
    )
