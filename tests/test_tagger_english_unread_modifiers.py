"""English words that nothing explains right before a name, and amounts that were added to what a name behind them says.

Each table crosses a form with other names and words; sentences that look alike and say something else are in it.
"""

from __future__ import annotations

import pytest

from tagger.readers.layout import blocks_of
from tests.tagging_example import ledger_of, profile_of
from tests.test_tagger_english_sweeps import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cement loans were £463m.", "?"),
        ("At year-end, our rupee deposits totalled £463m.", "?"),
        ("Farming loans fell 4% to £463m.", "?; ?"),
        ("Leveraged loans were £463m.", "?"),
        ("The volume of coffee loans came to £463m.", "?"),
        ("We had £463m of cement loans.", "?"),
        ("The bank holds £463m in unhedged loans.", "?"),
        ("Ruritanian operating income was £463m.", "?"),
        ("We run 120 mountain branches.", "?"),
        ("The bank announced net profit of £463m.", "NetProfit 463000000"),
        ("Announced profit before tax of £463m.", "ProfitBeforeTax 463000000"),
        ("This meant operating income of £463m.", "OperatingIncome 463000000"),
        ("Record-breaking net profit of £463m.", "NetProfit 463000000"),
        ("An outsized net profit of £463m.", "NetProfit 463000000"),
        ("A disappointing net profit of £463m.", "NetProfit 463000000"),
        ("Total loans were £463m.", "Loans 463000000"),
    ],
)
def test_a_word_that_nothing_explains_right_before_a_name_narrows_it(text: str, expected: str) -> None:
    """Not the verb of the clause, nor what only praises or blames."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The purchase closed in May, adding £6bn to customer deposits.", "?"),
        ("The purchase added £6bn to customer deposits.", "?"),
        ("The new bank will add £6bn to customer deposits.", "?"),
        ("The takeover brought us £6bn in loans.", "?"),
        ("The sale took £6bn from total assets.", "?"),
        ("We added £6bn to customer deposits.", "~Deposits 6000000000"),
        ("The takeover brought loans to £6bn.", "Loans 6000000000"),
    ],
)
def test_what_was_added_to_a_balance_is_neither_the_balance_nor_all_its_change(
    text: str, expected: str
) -> None:
    """Of all its change only who reports may tell so."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We paid £1.2bn in dividends.", "?"),
        ("The bank paid £40 million in taxes.", "?"),
        ("We issued £40 million of bonds.", "BondsIssued 40000000"),
    ],
)
def test_an_amount_is_of_what_stands_behind_it_and_not_of_its_verb(text: str, expected: str) -> None:
    """Payments are what customers pay."""
    assert said(text) == expected.split("; ")


def test_a_letter_before_an_amount_is_the_peso_where_that_is_the_banks_own() -> None:
    """P15 billion; elsewhere it stands for nothing that is sure, and 15p are pence."""
    text = "Net profit rose to P15 billion."
    rows = ledger_of(text, profile=profile_of(currency="PHP")).rows
    assert [(row.value, row.unit) for row in rows] == [("15000000000", "PHP")]


def test_items_with_and_without_marks_each_say_a_thing_of_their_own() -> None:
    """A long one ends at its line where the first word of the next would have had room."""
    lines = (
        "Managed funds up 8% to $78bn",
        "o Gross sales of $10bn",
        "o Outflows of $13bn",
        "o Purchase of Elm Trust and the fund of funds business of Oak Partners, which adds $6bn to funds",
        "Adjusted profit up 9% to $280m",
        "Reported profit up 4% to $163m after amortisation of $45m, impairment of goodwill of $41m and other items of $31m",
    )
    found = blocks_of("\n".join(lines))
    assert len(found) == len(lines)
