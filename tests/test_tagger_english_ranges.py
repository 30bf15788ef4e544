"""Ranges whose scale stands on their last amount, values that a plan starts from, and signs and words beside numbers."""

from __future__ import annotations

import pytest

from tests.tagging_example import ledger_of
from tests.test_tagger_english_sweeps import said


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("We expect loans of £3.10 to 3.25 billion.", ["3100000000", "3250000000"]),
        ("We expect loans of £3.10-3.25 billion.", ["3100000000", "3250000000"]),
        ("Loans should come to between £3.10 and 3.25 billion.", ["3100000000", "3250000000"]),
        ("Loans went from £3.1 to 3.25 billion.", ["3100000000", "3250000000"]),
        ("Loans should be £310 up to £325 million.", ["310000000", "325000000"]),
        ("Loans were £310, 325 and 340 million.", ["310000000", "325000000", "340000000"]),
        # an amount that is printed in full has no scale but its own
        ("Loans grew by £950,000 to £2.4 million.", ["950000", "2400000"]),
        ("Earnings were £2.47, or £2.5 billion in all.", ["2.47", "2500000000"]),
        ("The fee is £2 to 3 million customers.", ["2", "3000000"]),
    ],
)
def test_the_scale_of_a_range_stands_on_its_end(text: str, values: list[str]) -> None:
    """An amount without a scale has that of the one it goes on to, where their numbers are alike."""
    assert [row.value for row in ledger_of(text).rows] == values


def test_a_range_may_begin_as_a_change_does() -> None:
    """A word before from says so; of the value that a plan starts from it is none, and the plan is what it goes to."""
    assert said("Loans ranged from £3.1 to £3.2 billion.") == [
        "Loans+Low 3100000000",
        "Loans+High 3200000000",
    ]
    assert said("In 2025 we expect loans to rise from £3.1 billion to £3.2 billion.") == [
        "Loans 3100000000",
        "Loans+Forecast@2025-12-31 3200000000",
    ]


def test_a_verb_that_money_is_called_too_is_no_currency() -> None:
    """We won 14 branches is no amount of Korea's, but 14 million won is one."""
    assert [row.unit for row in ledger_of("We won 14 branches.").rows] == ["outlet"]
    assert [row.unit for row in ledger_of("Loans were 14 million won.").rows] == ["KRW"]


def test_a_word_of_direction_stands_for_the_roughness_of_a_fraction() -> None:
    """Two-thirds is only about 67%; nearly two-thirds is nearly that."""
    texts = ("two-thirds", "nearly two-thirds", "more than two-thirds")
    rows = [ledger_of(f"Corporate loans made up {text} of loans.").rows[0] for text in texts]
    assert [row.qualifier for row in rows] == ["about", "nearly", "exceeds"]


@pytest.mark.parametrize("text", ["The score was +9 (2023: +6).", "The score was +9 (+6).", "From +6 to +9."])
def test_a_plus_before_a_score_is_a_sign(text: str) -> None:
    """Behind a colon and alone in a bracket too."""
    rows = [row for row in ledger_of(text).rows if row.text != "2023"]
    assert all(row.status != "not_a_fact" for row in rows)
