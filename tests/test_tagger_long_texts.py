"""Texts that nobody writes: a sentence as long as its document, a line of years. They take their time, not more."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tagger.clauses.claim import Claim
from tagger.figures.find import Figure
from tagger.links.candidate import Candidate, Context, Frame, near
from tagger.reader import parse_document
from tests.tagging_example import ledger_of


def claim_at(start: int) -> Claim:
    """Return a claim that says nothing."""
    figure = Figure(start, start + 1, start + 1, Decimal(5), 0)
    return Claim(figure, 0, 0, start, [], [], [], [], [])


@pytest.mark.parametrize("line", ["2024 " * 60_000 + "loans", "-" * 300_000 + "x", "5" * 300_000 + "x"])
def test_a_line_that_is_no_row_of_numbers_after_all_is_one_block(line: str) -> None:
    """What is told at its last character is not tried again from every other one."""
    blocks = parse_document(f"Loans\n\n{line}\n".encode(), "text").blocks

    assert [(block.start, block.end) for block in blocks] == [(0, 5), (7, 7 + len(line))]


def test_a_sentence_of_thousands_of_figures_has_a_row_for_each() -> None:
    """What fits none of the figures before is looked for among those near, not among all."""
    rows = ledger_of("Deposits were 5 million, loans (46.6%)" + " (46.6%)" * 2_000).rows

    assert len(rows) == 2_002


def test_a_figure_takes_up_the_one_that_it_follows_however_far_that_is() -> None:
    """Two lists of a thousand: the last of the second goes on from the last of the first."""
    followed, between, follower = claim_at(0), claim_at(10), claim_at(20)
    follower.follows = followed
    context = Context()
    first = Frame(followed, Candidate("a:Loans", "level", (), 0.0))
    context.hand_on(first)
    for _ in range(1_000):
        context.hand_on(Frame(between, Candidate("a:Deposits", "level", (), 0.0)))

    assert context.before_claim(follower) is first
    assert first not in list(near(context.frames))
    context.end_sentence(0, frozenset())
    assert context.before_claim(follower) is first
    context.end_sentence(0, frozenset())
    assert context.before_claim(follower) is None


def test_amounts_said_of_the_whole_document_many_times_over() -> None:
    """Each statement holds up to the next, whatever their number."""
    statement = "All amounts are in millions of US dollars.\n\nTotal assets were $5, and loans $4.\n\n"
    facts = ledger_of(statement * 300).facts()

    assert {row.value for row in facts} == {"5000000", "4000000"}
