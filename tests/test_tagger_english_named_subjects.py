"""Whose figures are told by a name that no term explains, and amounts that are a part of something, in English prose."""

from __future__ import annotations

import pytest

from tests.test_tagger_english_sweeps import said

DEPOSITS = ["^Deposits 0.05"]


@pytest.mark.parametrize(
    "text",
    [
        "HPX grew deposits 5%.",
        "HPX increased its deposits by 5%.",
        "In November, HPX grew its deposits by 5%.",
        "Retail Ferries grew deposits by 5%.",
        "Retail Ferries' deposits rose by 5%.",
        "America's deposits rose by 5%.",
        "Elm Two, our ferry bank, grew deposits by 5%.",
        "Lumo had deposits of £5bn.",
        "Elm Leasing, a lender, had deposits of £5bn.",
        "Deposits at Lumo rose by 5%.",
        "HPX: deposits up 5%.",
        "Our Harbour brand attracted deposits of £5bn.",
    ],
)
def test_whoever_is_named_by_no_term_is_not_the_entity(text: str) -> None:
    """An abbreviation, several words with capitals, or one where somebody only has something, or it is so."""
    assert said(text) == ["?"]


@pytest.mark.parametrize(
    "text",
    [
        "Hill Bank grew deposits by 5%.",
        "HB grew deposits by 5%.",
        "Strong demand lifted deposits by 5%.",
        "Mr Roe, our chairman, has said that deposits rose by 5%.",
        "Encouragingly, deposits rose by 5%.",
    ],
)
def test_names_that_have_no_figures_of_their_own(text: str) -> None:
    """The entity by its name or its letters, a cause, and who only says something."""
    assert said(text) == DEPOSITS


def test_what_goes_on_about_somebody_without_a_term() -> None:
    """Its deposits are whoever's the loans before were; ours are ours."""
    assert said("HPX recorded loans of £2bn and its deposits fell 3%.") == ["?", "?"]
    assert said("HPX recorded loans of £2bn. Our deposits fell 3%.") == ["?", "^Deposits -0.03"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two borrowers accounted for £15m of the impairment losses.", "?; ?"),
        (
            "Small and micro enterprises accounted for £4bn of the loan book.",
            "Loans+SmallAndMicroEnterprises 4000000000",
        ),
        ("Write-offs took £8m off non-performing loans.", "?"),
        ("The disposal took £5m off operating expenses.", "?"),
        ("We gathered £3bn of deposits during the year.", "?"),
        (
            "Stage three loans stood at £1.1bn, or 1.3% of loans, down from 1.5%.",
            "Loans+StageThree 1100000000; %Loans+StageThree 0.013; %Loans+StageThree@2023-12-31 0.015",
        ),
        ("The leverage ratio of 5.2% compares with a minimum of 3%.", "LeverageRatio 0.052; ?"),
        (
            "The leverage ratio of 5.2% compares with a level of 5% in 2023.",
            "LeverageRatio 0.052; LeverageRatio@2023-12-31 0.05",
        ),
        ("Loans grew between 4% and 5% in each region.", "?; ?"),
        ("Loan growth was 4% (2023: 6%).", "^Loans 0.04; ^Loans@2023 0.06"),
        ("Deposits fell 4% (2023: 6%).", "^Deposits -0.04; ?"),
        (
            "For 2025 we plan a dividend of 45 cents per share (2024: 40 cents).",
            "DividendsPerShare+Target@2025-01-01/2025-12-31 0.45; DividendsPerShare 0.40",
        ),
        (
            "For 2025 we expect a cost-income ratio of 45% (2024: 47%).",
            "CostToIncomeRatio+Forecast@2025-01-01/2025-12-31 0.45; CostToIncomeRatio 0.47",
        ),
    ],
)
def test_what_is_told_beside_a_figure(text: str, expected: str) -> None:
    """A part without a name, what was taken off something, a minimum, and the value of another time in a bracket."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruritania and Elmonia together brought in £9m of net profit.", "?"),
        ("Customers with balances above £1m hold £14bn of deposits.", "?; ?"),
        ("We saved £3m by closing 12 branches.", "?; NumberOfOutletsClosed 12"),
        ("We issued £2bn of senior bonds and redeemed £1.5bn.", "BondsIssued 2000000000; ?"),
        ("Loans of £5bn were granted and £4bn repaid.", "LoansGranted 5000000000; ?"),
        (
            "We granted £5bn of loans to customers in Hong Kong and granted £6bn on the Mainland.",
            "LoansGranted+HongKong 5000000000; LoansGranted+MainlandChina 6000000000",
        ),
    ],
)
def test_what_some_have_or_was_done_otherwise(text: str, expected: str) -> None:
    """Two names together, some of the customers, and what was done with another amount."""
    assert said(text) == expected.split("; ")
