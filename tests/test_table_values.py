"""What a table's cell may print: numbers with their units in words, marks of footnotes, and what only looks like a number."""

from __future__ import annotations

import pytest

from tagger.readers.values import footnotes_of, is_value


@pytest.mark.parametrize(
    "printed",
    [
        "USD 95 billion", "US$1,204 million", "HKD95.1", "4,120 million", "95億港元", "人民幣95億元", "人民币95.2亿元",
        "12.4 percentage points", "15.2 per cent", "0.3個百分點", "(0.1) pp", "(7) bps", "(0.4)個百分點", "1,204 thousand",
        "4,120(1)", "(4,120)(2)", "4,120¹", "4,120*", "HK$95 billion(1)", "12 kWh",
    ],
)  # fmt: skip
def test_a_number_with_its_unit_in_words_or_with_a_footnote_is_a_value(printed: str) -> None:
    """Every word beside it is a unit of some language, however long."""
    assert is_value(printed)


@pytest.mark.parametrize(
    "printed",
    [
        "30 Jun",
        "31 Dec",
        "12 months",
        "12個月",
        "90 days",
        "CET1",
        "2Q25",
        "FY25",
        "Stage 1",
        "1 to 3 months",
        "2 branches",
        "US$000",
        "£000",
        "000",
    ],
)
def test_what_names_a_time_or_a_thing_is_none(printed: str) -> None:
    """It heads a column or a row."""
    assert not is_value(printed)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("4,120(1)", "4,120"),
        ("(4,120)(2)", "(4,120)"),
        ("4,120¹", "4,120"),
        ("(12)", "(12)"),
        ("RM(12)", "RM(12)"),
    ],
)
def test_marks_of_footnotes_end_where_the_value_does(printed: str, value: str) -> None:
    """A bracket that holds the whole number is its sign."""
    assert printed[: footnotes_of(printed)] == value
