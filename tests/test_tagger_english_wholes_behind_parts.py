"""What English prose says is of all or of a part only: the whole behind its parts, what most of it is of, what a cause moved."""

from __future__ import annotations

import pytest

from tests.test_tagger_english_sweeps import said

PARTS = "Corporate loans were £5bn and personal loans £4bn"
SAID = ["Loans+CorporateCustomers 5000000000", "Loans+PersonalCustomers 4000000000"]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (", so that loans finished 5.4% up.", ["^Loans 0.054"]),
        (", and loans as a whole grew by 4.6%.", ["^Loans 0.046"]),
        (", which took loans to £12bn.", ["Loans 12000000000"]),
        (". For the Group as a whole the figure was £12.4bn.", ["Loans 12400000000"]),
        (". Taken together, loans were 3% higher.", ["^Loans 0.03"]),
        (". All told, loans came to £12bn.", ["Loans 12000000000"]),
    ],
)
def test_a_whole_named_behind_its_parts(behind: str, expected: list[str]) -> None:
    """A thing that is named anew, or all told, is of none of the parts before it."""
    assert said(PARTS + behind) == [*SAID, *expected]


@pytest.mark.parametrize(
    "text",
    [
        "Corporate loans rose to £5bn, taking loans to £12bn.",
        "Loans to corporate customers fell to £5bn, which brought loans to £12bn.",
        "Corporate loans came to £5bn, bringing loans to £12bn.",
    ],
)
def test_the_whole_that_one_part_brought_about(text: str) -> None:
    """Whether the part was named with the whole's name or without."""
    assert said(text) == ["Loans+CorporateCustomers 5000000000", "Loans 12000000000"]


@pytest.mark.parametrize(
    "again", [", i.e. £232 million", " or £232 million", ", equivalent to £232 million", " i.e. £232 million"]
)
def test_a_growth_said_again_as_an_amount(again: str) -> None:
    """Behind the name of what grew: a 9% rise in loans, or £232m; what it came to is another thing."""
    assert said(f"We recorded a 9% rise in loans{again}.") == ["^Loans 0.09", "~Loans 232000000"]
    assert said("We recorded a 9% rise in loans to £232 million.") == ["^Loans 0.09", "Loans 232000000"]


@pytest.mark.parametrize(
    "behind",
    [
        "The sum of the two, £9bn, was 2.7% above that of December.",
        "Combined, they rose by 3% to £9bn.",
        "These two added up to £9bn.",
        "The combined book grew by 4.5%.",
    ],
)
def test_some_parts_together_are_neither_one_nor_all(behind: str) -> None:
    """What several parts come to together is no fact where there are others."""
    assert [fact for fact in said(f"{PARTS}. {behind}")[2:] if fact != "?"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Loans were led by aviation at £5bn.", ["?"]),
        ("Loans were dominated by shipping, with £5bn.", ["?"]),
        ("Loans were mostly to shipowners, at £5bn.", ["?"]),
        ("Deposits were headed by escrow, at £5bn.", ["?"]),
        ("Loans were dominated by corporate loans, at £5bn.", ["Loans+CorporateCustomers 5000000000"]),
        ("Loans, led by shipping, rose to £5bn.", ["Loans 5000000000"]),
        ("Loans were 5% ahead of the prior year, at £5bn.", ["^Loans 0.05", "Loans 5000000000"]),
    ],
)
def test_what_most_of_a_thing_is_of(text: str, expected: list[str]) -> None:
    """The amount behind it is of what stands there: what no word names leaves it open."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wage rises alone raised operating expenses by £12m.", ["?"]),
        ("The strike by itself cut net profit by £12m.", ["?"]),
        ("A strike cut net profit by £12m.", ["?"]),
        ("We lowered operating expenses by £12m.", ["~OperatingExpenses -12000000"]),
        ("Repayments brought loans down by £12m, to £5bn.", ["~Loans -12000000", "Loans 5000000000"]),
        ("Inflation lifted operating expenses by 3%.", ["^OperatingExpenses 0.03"]),
    ],
)
def test_what_a_cause_moved_may_not_be_all(text: str, expected: list[str]) -> None:
    """One thing moved it so far; what it moved by in all is said where it came to something, or by whoever has it."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Corporate loans added £5bn, personal loans £4bn and mortgages £3bn.",
            ["~Loans+CorporateCustomers 5000000000", "~Loans+PersonalCustomers 4000000000"],
        ),
        (
            "Corporate deposits grew by 7%, whereas personal deposits recorded just 1.5%.",
            ["^Deposits+CorporateCustomers 0.07", "^Deposits+PersonalCustomers 0.015"],
        ),
        (
            "Corporate and personal loans were £5bn and £4bn. While the former grew by 6%, the latter managed 2%.",
            [*SAID, "^Loans+CorporateCustomers 0.06", "^Loans+PersonalCustomers 0.02"],
        ),
        ("Deposits fell by 4%; loans saw 3%.", ["^Deposits -0.04", "^Loans -0.03"]),
    ],
)
def test_a_change_that_goes_on(text: str, expected: list[str]) -> None:
    """What a verb of change says holds for the next of its list, and for what had as much of the same."""
    assert said(text)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Loans rose. The larger of two markets, Ruritania, fell by 2%.", ["?"]),
        ("Deposits rose. The second pillar, escrow balances, came to £9bn.", ["?"]),
        ("Loans rose. The main part, corporate loans, grew by 9%.", ["^Loans+CorporateCustomers 0.09"]),
        ("Our loan book, already large, grew by 4%.", ["^Loans 0.04"]),
    ],
)
def test_a_name_beside_what_ranks_it(text: str, expected: list[str]) -> None:
    """What stands between commas beside a rank is what the clause is about, known or not."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Loans were £5bn. Corporate customers accounted for £3bn.", "Loans+CorporateCustomers 3000000000"),
        ("The bank has 230 branches. Ruritania is home to 40 of these branches.", "?"),
        ("Secured loans came to £5bn and bridged loans to £3bn.", "?"),
        (
            "Deposits were £5bn. Savers held £3bn, or 60%, with corporate deposits down to £1bn.",
            "Deposits+CorporateCustomers 1000000000",
        ),
    ],
)
def test_what_the_last_figure_is_of(text: str, expected: str) -> None:
    """A verb of share names nothing, a noun pointed back at says a part, a name that leads to the next amount is of that."""
    assert said(text)[-1] == expected
