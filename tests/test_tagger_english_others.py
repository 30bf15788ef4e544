"""Whose a figure is in English: others', one of many's, a whole market's, of what was sold."""

from __future__ import annotations

import pytest

from tests.tagging_example import rows_of

OTHERS = [
    "The country's banks hold deposits from customers of $40 billion.",
    "Our parent has loans and advances to customers of $400 billion.",
    "Our partner has 420 branches.",
    "Lenders in Northland cut 4,000 branches.",
    "Our suppliers have 12,000 employees.",
    "Our competitors' net profit was $40 million.",
    "The debtor's net profit fell 6%.",
    "Our largest customer has loans and advances to customers of $900 million.",
    "The typical saver holds deposits from customers of $8,000.",
    "Nationally, deposits from customers rose 6%.",
    "Across the sector, operating expenses rose 12%.",
    "We sold our subsidiary, with 40 branches.",
    "The business that we sold had 40 branches.",
    "We disposed of the leasing arm, which had loans and advances to customers of $3 billion.",
    # nor are those that there will be at no time that is said
    "We will have 420 branches.",
]
OURS = [
    "Nationally, we run 420 branches.",
    "Across the country, we have 420 branches.",
    "Suppliers raised prices and operating expenses rose 4%.",
    "The economy grew 3% and our net profit rose 4%.",
    "The two banks ran 420 branches.",
    "The average rate paid on deposits was 2%.",
    "Households borrowed more, and net profit rose 4%.",
    "We sold our leasing arm, and net profit fell 4%.",
    "The enlarged Group has 420 branches.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_what_others_have_is_no_figure_of_the_entity(text: str) -> None:
    """Whoever they are."""
    assert rows_of(text, "2024")[-1].status == "unresolved"


@pytest.mark.parametrize("text", OURS)
def test_what_others_did_leaves_the_rest_to_the_entity(text: str) -> None:
    """Of its last figure."""
    assert rows_of(text, "2024")[-1].status == "fact"
