"""Whom a sentence is of below a heading that names a region, and what a pronoun stands for; in words of this project."""

from __future__ import annotations

import pytest

from tests.tagging_example import fact_readings

LOANS, DEPOSITS = "LoansAndAdvancesToCustomers", "DepositsFromCustomers"
DELTA, BAY = "YangtzeRiverDelta", "GreaterBayArea"


def said(text: str) -> list[str]:
    """Return the facts of a text: concept, member by its last words, value."""
    return [
        f"{concept} {member} {value}".replace("  ", " ")
        for concept, member, _, value in fact_readings(text, "2025")
    ]


def below(text: str) -> list[str]:
    """Return the facts of a paragraph below the heading of a region."""
    return said(f"Overview\n\nIt was a good year.\n\nMainland China\n\n{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "In the Yangtze River Delta, where demand held up, loans grew by 5%. Deposits stood at $9 billion.",
        "In the Yangtze River Delta, which had a slow start, loans grew by 5%. Deposits stood at $9 billion.",
        "The Yangtze River Delta grew its loans by 5%. Deposits stood at $9 billion.",
        "The Yangtze River Delta, our largest region, grew its loans by 5%. Deposits stood at $9 billion.",
        "The Yangtze River Delta had an excellent nine months. Loans grew by 5%. Deposits stood at $9 billion.",
    ],
)
def test_a_part_of_what_the_heading_names_is_gone_on_about(text: str) -> None:
    """The heading's own member gives way to the part that the paragraph has turned to."""
    assert below(text) == [f"GrowthRateOf{LOANS} {DELTA} 0.05", f"{DEPOSITS} {DELTA} 9000000000"]


def test_the_part_ends_where_another_opens_a_sentence_and_with_its_paragraph() -> None:
    """What the next sentence begins with is what its pronouns stand for; a new paragraph is the heading's again."""
    text = (
        "The Yangtze River Delta had a good year. Loans grew by 5%. The Greater Bay Area, long our weakest region,"
        " raised deposits by 4%; in spite of that, its loans fell by 2%.\n\nLoans and advances grew by 3%."
    )

    assert below(text) == [
        f"GrowthRateOf{LOANS} {DELTA} 0.05",
        f"GrowthRateOf{DEPOSITS} {BAY} 0.04",
        f"GrowthRateOf{LOANS} {BAY} -0.02",
        f"GrowthRateOf{LOANS} MainlandChina 0.03",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Loans were $12 billion, 9% higher than a year ago. Deposits did better still: they grew by $2 billion.",
            [f"{LOANS} 12000000000", f"GrowthRateOf{LOANS} 0.09", f"IncreaseDecreaseIn{DEPOSITS} 2000000000"],
        ),
        (
            "Loans were $12 billion. The picture for deposits was brighter, as they rose by 5%.",
            [f"{LOANS} 12000000000", f"GrowthRateOf{DEPOSITS} 0.05"],
        ),
        (
            "Loans were $12 billion. In spite of their cost, they rose by 5%.",
            [f"{LOANS} 12000000000", f"GrowthRateOf{LOANS} 0.05"],
        ),
    ],
)
def test_a_pronoun_stands_for_what_its_sentence_named(text: str, expected: list[str]) -> None:
    """Not for what the sentence before spoke of."""
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania had a good year. Its loans rose by 5%.",
        "Ruritania did well. Deposits there grew to $9 billion.",
        "The industry had a good year. Its deposits grew to $9 billion.",
        "Our farming arm recovered quickly. Its loans rose by 5%.",
        "In May we completed the acquisition of Larch Finance, a leasing company. It had 200 employees.",
    ],
)
def test_whom_no_term_names_leaves_the_next_sentence_open(text: str) -> None:
    """It is not the entity's."""
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Bank had a good year. Its loans rose by 5%.",
        "Much was achieved. Its loans rose by 5%.",
        "Our core business did well. Its loans rose by 5%.",
        "Growth returned. Its loans rose by 5%.",
        "Our customers had a good year. Loans to them rose by 5%.",
    ],
)
def test_the_entity_may_be_called_in_many_ways(text: str) -> None:
    """What no name and no part of a business stands for is the whole."""
    assert said(text) == [f"GrowthRateOf{LOANS} 0.05"]
