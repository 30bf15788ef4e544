"""What English says something only moved with, how a part fared or ranks, and what its book is called."""

from __future__ import annotations

import pytest

from tests.tagging_example import facts_with, profile_of, taxonomy_in_data

YEAR = "2025-01-01/2025-12-31"
DAY = "2025-12-31"
BOOK = f"Loans - {DAY} 9000000000"


def facts(text: str) -> list[str]:
    """Tag a text with the taxonomy of a group with loans, divisions and countries."""
    return facts_with(taxonomy_in_data("parts-gone-on"), profile_of(currency="EUR"), text, "2025")


@pytest.mark.parametrize(
    "said",
    [
        "grew in step with costs, by 6%,",
        "grew in line with costs by 6%",
        "rose alongside operating income, by 6%,",
        "grew like costs, by 6%,",
        "rose in line with inflation, by 6%,",
        "grew more slowly than costs, by 6%,",
        "kept pace with costs, growing 6%,",
        "mirrored costs, rising by 6%,",
    ],
)
def test_what_something_only_moved_with_has_no_figure(said: str) -> None:
    """The measure behind it is the subject's, and so is what follows."""
    assert facts(f"Loans {said} and ended the year at EUR 9 billion.\n") == [
        f"GrowthRateOfLoans - {YEAR} 0.06",
        BOOK,
    ]


def test_what_has_a_figure_of_its_own_is_told_of_itself() -> None:
    """An amount, or a clause about it, right behind the name is its own."""
    text = "Loans grew in line with costs, which rose by 6%.\n"

    assert facts(text) == [f"GrowthRateOfCosts - {YEAR} 0.06"]


@pytest.mark.parametrize(
    "aside", ["from a small base", "in a difficult market", "on the back of new rules", "by design"]
)
def test_how_something_came_about_parts_no_subject_from_its_verb(aside: str) -> None:
    """Between two commas, opened by a link: the part before it is the subject."""
    assert facts(f"Home loans, {aside}, rose by 6% to EUR 9 billion.\n") == [
        f"GrowthRateOfLoans Home {YEAR} 0.06",
        f"Loans Home {DAY} 9000000000",
    ]


@pytest.mark.parametrize(
    "said", ["was the star of the year and", "had a difficult year, and", "made good progress and"]
)
def test_how_a_part_fared_is_passed_over(said: str) -> None:
    """Its figure stands behind the next verb, and is of what was told before."""
    text = f"Loans were EUR 9 billion. Consumer loans {said} grew by 6%.\n"

    assert facts(text) == [BOOK, f"GrowthRateOfLoans Consumer {YEAR} 0.06"]


@pytest.mark.parametrize(
    "said",
    [
        "The home portfolio closed at EUR 4 billion",
        "The home book rose to EUR 4 billion",
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_part_s_book_is_called_without_the_noun_of_all_parts(said: str, gap: str) -> None:
    """Of the balance told before; its share of the total goes on from it."""
    text = f"Loans were EUR 9 billion.{gap}{said} and thus makes up 44% of the total.\n"

    assert facts(text) == [
        BOOK,
        f"Loans Home {DAY} 4000000000",
        f"ShareOfLoans Home {DAY} 0.44",
    ]


@pytest.mark.parametrize(
    "text", ["The farm portfolio closed at EUR 4 billion.", "Our own book was EUR 4 billion."]
)
def test_the_book_of_what_no_member_is_stays_open(text: str) -> None:
    """And one that nothing says whose it is."""
    assert facts(f"Loans were EUR 9 billion. {text}\n") == [BOOK]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Home loans have the lowest ratio, at 1.2%, consumer loans the highest of all at 5.7%.", ("Home", "Consumer")),
        ("The lowest was in home loans, at 1.2%; the highest was in consumer loans, with 5.7%.", ("Home", "Consumer")),
        ("Home loans had the lowest in the book, at 1.2%, and consumer loans the highest, at 5.7%.", ("Home", "Consumer")),
    ],
)  # fmt: skip
def test_how_a_part_ranks_is_passed_over(text: str, parts: tuple[str, str]) -> None:
    """Its figure is of the rate told before, of which it has most or least."""
    facts_told = facts(f"The bad loan ratio was 3.4%. {text}\n")

    assert facts_told == [
        f"BadLoanRatio - {DAY} 0.034",
        f"BadLoanRatio {parts[0]} {DAY} 0.012",
        f"BadLoanRatio {parts[1]} {DAY} 0.057",
    ]


def test_another_rate_is_not_the_one_told_before() -> None:
    """Lowest of what nothing explains."""
    text = "The bad loan ratio was 3.4%. Home loans have the lowest early loss rate at 1.2%.\n"

    assert facts(text) == [f"BadLoanRatio - {DAY} 0.034"]


@pytest.mark.parametrize(
    "since", ["introduced on 1 January 2025, which", "which took effect on 1 January 2025,"]
)
def test_the_day_something_was_introduced_is_no_base(since: str) -> None:
    """What it took a thing from is that of the year before."""
    text = f"The new levy, {since} took our operating costs from EUR 8 million to EUR 9 million.\n"

    assert facts(text.replace(",,", ",")) == [
        "Costs - 2024-01-01/2024-12-31 8000000",
        f"Costs - {YEAR} 9000000",
    ]


def test_a_lead_that_points_back_is_of_the_subject_of_the_sentence_before() -> None:
    """Its parts are: what a list below names members of."""
    text = "Loans rose to EUR 9 billion. Their components are:\n\n• Home loans: EUR 4 billion\n• Consumer loans: EUR 2 billion\n"

    assert facts(text)[1:] == [f"Loans Home {DAY} 4000000000", f"Loans Consumer {DAY} 2000000000"]


@pytest.mark.parametrize(("verb", "sign"), [("grew", ""), ("fell", "-")])
def test_what_comes_next_moved_as_the_first_did(verb: str, sign: str) -> None:
    """Followed by: of a growth it is a growth, and of a share a share."""
    text = f"Home loans {verb} by 12%, followed by consumer loans at 9%.\n"

    assert facts(f"Loans {verb} 6%. {text}")[1:] == [
        f"GrowthRateOfLoans Home {YEAR} {sign}0.12",
        f"GrowthRateOfLoans Consumer {YEAR} {sign}0.09",
    ]
    assert facts("Home loans made up 33% of loans, followed by consumer loans at 29%.\n") == [
        f"ShareOfLoans Home {DAY} 0.33",
        f"ShareOfLoans Consumer {DAY} 0.29",
    ]
