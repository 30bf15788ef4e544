"""What a part brought to a change, and what a change came of, in English prose: a change of the part, and no level of it."""

from __future__ import annotations

import pytest

from tests.test_tagger_english_sweeps import said

ROSE = "~Loans 7000000000"
SMALL = "~Loans+SmallAndMicroEnterprises 2000000000"


@pytest.mark.parametrize(
    "behind",
    [
        ", with small and micro enterprises contributing £2bn.",
        ", to which small and micro enterprises contributed £2bn.",
        ", small and micro enterprises accounting for £2bn.",
        "; the increase came chiefly from small and micro enterprises (£2bn).",
        ", mainly in loans to small and micro enterprises (£2bn).",
        ", largely thanks to small and micro enterprises (£2bn).",
        ". Small and micro enterprises accounted for £2bn of this.",
        ". Small and micro enterprises contributed £2bn.",
        ". The rise was mostly from small and micro enterprises (£2bn).",
        ". Most of the rise was from small and micro enterprises, at £2bn.",
    ],
)
def test_what_a_part_brought_to_a_change(behind: str) -> None:
    """Whatever verb says so, in the same sentence or the next."""
    assert said(f"Loans to customers rose by £7bn{behind}") == [ROSE, SMALL]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Loans to customers rose to £70bn, with small and micro enterprises contributing £20bn.", "Loans"),
        ("Loans to customers rose by £7bn, with small and micro enterprises now at £20bn.", "Loans"),
        ("Loans to customers fell by £7bn, mainly in loans to small and micro enterprises (£20bn).", "Loans"),
    ],
)
def test_what_a_part_has_is_no_part_of_a_change(text: str, expected: str) -> None:
    """Behind what a thing came to, or where it is more than the change, it is what the part has."""
    assert said(text)[1] == f"{expected}+SmallAndMicroEnterprises 20000000000"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The fall in deposits came chiefly from corporate customers (£2bn).",
            ["~Deposits+CorporateCustomers -2000000000"],
        ),
        (
            "The growth in deposits was led by corporate customers (up £3bn) and personal customers (£2bn).",
            ["~Deposits+CorporateCustomers 3000000000", "~Deposits+PersonalCustomers 2000000000"],
        ),
        (
            "Deposits rose by £6bn, with personal customers providing £2bn and corporate customers £4bn.",
            [
                "~Deposits 6000000000",
                "~Deposits+PersonalCustomers 2000000000",
                "~Deposits+CorporateCustomers 4000000000",
            ],
        ),
        (
            "Growth in corporate deposits (£3bn) offset a fall in personal deposits (£1bn).",
            ["~Deposits+CorporateCustomers 3000000000", "~Deposits+PersonalCustomers -1000000000"],
        ),
        (
            "Mortgages made up £2bn of the £3bn increase in loans.",
            ["~Loans+ResidentialMortgageLoans 2000000000", "~Loans 3000000000"],
        ),
        (
            "Net profit fell by £60m owing to higher staff costs (£20m) and lower fee income (£30m).",
            ["~NetProfit -60000000", "~StaffCosts 20000000", "~FeeAndCommissionIncome -30000000"],
        ),
        (
            "Deposits rose by £6bn, partly offset by lower corporate deposits (£2bn).",
            ["~Deposits 6000000000", "~Deposits+CorporateCustomers -2000000000"],
        ),
    ],
)
def test_amounts_behind_nouns_of_change(text: str, expected: list[str]) -> None:
    """In brackets behind what grew, or what a change was led by, stands how much of it that was."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deposits rose by £6bn, with Lumo contributing £2bn.", ["~Deposits 6000000000", "?"]),
        ("Deposits rose 6%, with corporate customers contributing £2bn.", ["^Deposits 0.06", "?"]),
        ("Deposits grew by £6bn, most of it (£4bn) from companies.", ["~Deposits 6000000000", "?"]),
        ("Operating expenses rose £50m on higher staff costs of £20m.", ["~OperatingExpenses 50000000", "?"]),
        (
            "Wealth management supplied £30m of the £50m rise in fee income.",
            ["?", "~FeeAndCommissionIncome 50000000"],
        ),
        ("We attracted £8bn of savings deposits.", ["?"]),
        ("We raised £8bn of deposits.", ["?"]),
    ],
)
def test_what_no_word_tells_of_a_part_is_left_open(text: str, expected: list[str]) -> None:
    """Of a part without a name, of a level or a change, or of what was only brought in."""
    assert said(text) == expected


def test_an_amount_spread_over_several_parts_is_of_all_of_them() -> None:
    """The first of them is not its part."""
    assert said("Loans of £15bn were spread across personal customers, corporate customers and others.")[
        0
    ] in (
        "Loans 15000000000",
        "?",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rise in impairment losses came mainly from loan growth (£30m).", ["?"]),
        ("The rise in operating expenses was mainly due to staff costs (£20m).", ["~StaffCosts 20000000"]),
        (
            "The rise in deposits came mainly from growth in corporate deposits (£3bn).",
            ["~Deposits+CorporateCustomers 3000000000"],
        ),
    ],
)
def test_what_a_change_came_from_by_its_name(text: str, expected: list[str]) -> None:
    """Of the growth of another thing nobody can tell whether the amount is its own."""
    assert said(text) == expected
