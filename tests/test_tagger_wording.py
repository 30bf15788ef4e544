"""What is kept of a line's words for the next line that says the same of other numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tagger.words import cover
from tagger.words.wording import wording_of
from tests.tagging_example import ledger_of

if TYPE_CHECKING:
    import pytest

    from tagger.ledger import Ledger

LINES = st.text("貸款存 a%12345.,", max_size=40)
SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda two: tuple(sorted(two))), max_size=4
)


@given(LINES, SPANS, st.integers(0, 10))
def test_every_character_of_a_wording_stands_for_its_own_in_the_text(
    text: str, taken: list[tuple[int, int]], start: int
) -> None:
    """But for numbers that are spoken for, which are zeros, and what is spoken for stays so."""
    start = min(start, len(text))
    wording = wording_of(text, start, len(text), sorted(taken))
    spoken_for = {at for first, last in taken for at in range(max(first, start), min(last, len(text)))}

    for at, character in enumerate(wording.line):
        origin = wording.origin(at)
        inside = any(first <= at < last for first, last in wording.spans)
        assert (origin in spoken_for) == inside
        assert character == text[origin] or (inside and character in "0," and text[origin] in "0123456789.,")
    assert wording.origin(len(wording.line)) == len(text)


def test_two_lines_that_differ_in_their_numbers_have_one_wording() -> None:
    """However long the numbers are; a number that is not spoken for is part of the words: Scope 3."""
    one = wording_of("Scope 3 loans were 5.25 million, 9 more", 0, 39, [(19, 31), (33, 34)])
    other = wording_of("Scope 3 loans were 118 million, 34 more", 0, 39, [(19, 30), (32, 34)])

    assert one.line == other.line == "Scope 3 loans were 0 million, 0 more"
    assert one.spans == other.spans


def _said(ledger: Ledger) -> list[tuple[object, ...]]:
    return [
        (row.concept, row.dimensions, row.confidence, [e.text for e in row.evidence]) for row in ledger.rows
    ]


TEXT = "Loans rose by {}% to {} million, and deposits by {}% to {} million."


def test_a_text_of_the_wording_of_one_before_is_read_as_if_it_were_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was kept changes nothing: neither what is found nor where the words of the evidence stand."""
    ledger_of(TEXT.format("3", "1,250", "11.75", "8"))
    kept = ledger_of(TEXT.format("12.5", "98", "4", "3,300.25"))
    monkeypatch.setattr(cover, "KEPT", 0)
    fresh = ledger_of("Other words.\n\n" + TEXT.format("12.5", "98", "4", "3,300.25"))

    assert _said(kept) == _said(fresh)
    assert all(row.concept for row in kept.rows)
