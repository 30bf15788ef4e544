"""What the tagger makes of paragraphs on the time of a figure, and on what it is of, does not get worse."""

from __future__ import annotations

import pytest

from tests.paragraphs.measure import FILES, counts_of, paragraphs_of

FACTS = 1227


def test_every_figure_is_there() -> None:
    """No block and no mark is lost, and every marked figure stands in its text."""
    blocks = [one for file in FILES for one in paragraphs_of(file)]
    assert len(blocks) == 280
    assert sum(bool(figure.fact) for one in blocks for figure in one.figures) == FACTS
    assert not any("⟦" in one.text or "⟧" in one.text for one in blocks)


@pytest.mark.parametrize(
    ("file", "precision", "recall"),
    [("time-en", 0.94, 0.83), ("time-zh", 0.98, 0.89), ("what-en", 0.9, 0.57), ("what-zh", 0.94, 0.78)],
)
def test_facts_of_paragraphs(file: str, precision: float, recall: float) -> None:
    """The floors are what was measured, less a little."""
    counts = counts_of(paragraphs_of(file))
    assert counts["right"] / counts["tagged"] >= precision
    assert counts["right"] / counts["fact"] >= recall
