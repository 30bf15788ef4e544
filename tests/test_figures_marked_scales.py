"""Amounts whose scale a footnote's mark or a glued word hides; a scale that is not read would cost a factor of a million."""

from __future__ import annotations

import pytest

from tests.tagging_example import fact_readings, rows_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Net profit rose to €210m².", "210000000"),
        ("Net profit rose to €210m1.", "210000000"),
        ("Net profit rose to €210bn² in a good year.", "210000000000"),
        ("Net profit rose to EUR 210 million2, as planned.", "210000000"),
        ("Net profit rose to €210m2,3 in a good year.", "210000000"),
        ("Net profit rose to €210k1.", "210000"),
    ],
)
def test_a_mark_stuck_to_a_scale_leaves_it_a_scale(text: str, value: str) -> None:
    """The mark is no part of the amount, and no figure of its own."""
    assert [said for concept, _, _, said in fact_readings(text, "2025") if concept == "NetProfit"] == [value]
    assert sum(row.status == "fact" for row in rows_of(text, "2025")) == 1


@pytest.mark.parametrize(
    "text", ["Deposits were US$5bl.", "Deposits were $5bnand more.", "Deposits were RMB5亿元."]
)
def test_an_amount_is_not_read_without_the_letters_stuck_to_it(text: str) -> None:
    """Nobody has deposits of five dollars."""
    assert not any(row.status == "fact" for row in rows_of(text, "2025"))


def test_square_metres_are_no_millions() -> None:
    """Without a currency the raised digit is the unit's."""
    assert not any(
        "million" in row.text or row.status == "fact" for row in rows_of("We let 210m² of offices.")
    )


@pytest.mark.parametrize(
    "text", ["Loans grew by 5%1.", "Loans grew by 5%2, as planned.", "Loans grew by 5%3; it was a good year."]
)
def test_a_mark_behind_a_per_cent_is_a_reference(text: str) -> None:
    """It counts nothing."""
    assert [(row.status, row.reason.code if row.reason else "") for row in rows_of(text, "2025")] == [
        ("fact", ""),
        ("not_a_fact", "reference"),
    ]


@pytest.mark.parametrize("text", ["Deposits were €1.2 milliard.", "Deposits stood at R$1.2 bi."])
def test_a_scale_that_is_not_understood_leaves_the_amount_open(text: str) -> None:
    """A tenth of a euro is no amount that anybody gives; a scale on the last of two, or of the page, is another matter."""
    assert not any(row.status == "fact" for row in rows_of(text, "2025"))
    [row] = rows_of("Deposits rose by $1.5 to $9.2 billion.", "2025")[:1]
    assert row.value == "1500000000"
