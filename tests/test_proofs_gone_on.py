"""Of two amounts of one sentence for one flow, the one that names nothing gives way to the one that is named."""

from __future__ import annotations

from tests.test_tagger_english_sweeps import said


def test_what_goes_on_gives_way_to_what_is_named() -> None:
    """The fund had income of £84m and closed at £70bn: the second is no income, and withheld the first too."""
    told = said("We had a net profit of £84m and closed at £70bn.")
    assert told == ["NetProfit 84000000", "?"]


def test_two_that_are_named_withhold_each_other() -> None:
    """Which of them is right, nobody knows."""
    assert said("The net profit was £84m and the net profit was £70bn.") == ["?", "?"]
