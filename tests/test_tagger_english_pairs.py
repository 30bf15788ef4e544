"""Two things said together in English: lists with a clause before them, changes that share a verb, the former and the latter."""

from __future__ import annotations

import pytest

from tests.test_tagger_english_sweeps import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hit by weak loan demand, the net interest margin and the cost-to-income ratio came to 1.62% and 41.5%.",
            "NetInterestMargin 0.0162; CostToIncomeRatio 0.415",
        ),
        ("Helped by deposits, loans and total assets grew by 4% and 6%.", "^Loans 0.04; ^TotalAssets 0.06"),
        (
            "Net interest income and net fee income fell to £5.1bn and £2.2bn, £0.3bn and £0.1bn less than in 2023.",
            (
                "NetInterestIncome 5100000000; NetFeeAndCommissionIncome 2200000000; "
                "~NetInterestIncome -300000000; ~NetFeeAndCommissionIncome -100000000"
            ),
        ),
        (
            "Deposits and loans were £90bn and £61bn, £4bn and £2bn higher than a year earlier.",
            "Deposits 90000000000; Loans 61000000000; ~Deposits 4000000000; ~Loans 2000000000",
        ),
        (
            "The NPL ratio was 1.2% and the net interest margin 1.8%, 3 basis points and 5 basis points higher.",
            (
                "NonPerformingLoanRatio 0.012; NetInterestMargin 0.018; "
                "~NonPerformingLoanRatio 0.0003; ~NetInterestMargin 0.0005"
            ),
        ),
        (
            "Return on equity and the net interest margin reached 11.2% and 1.9%, 40 and 12 basis points above 2023.",
            (
                "ReturnOnAverageEquity 0.112; NetInterestMargin 0.019; "
                "~ReturnOnAverageEquity 0.0040; ~NetInterestMargin 0.0012"
            ),
        ),
        (
            "Deposits came to £95bn and £3bn more than at the end of 2023.",
            "Deposits 95000000000; ~Deposits 3000000000",
        ),
    ],
)
def test_two_levels_and_their_changes(text: str, expected: str) -> None:
    """A clause before the list is no part of it; the verb behind the last change is that of the one before."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Personal loans and corporate loans were in demand. The former reached £3bn, and the latter £7bn.",
            "Loans+PersonalCustomers 3000000000; Loans+CorporateCustomers 7000000000",
        ),
        (
            "Demand deposits are what most savers choose, but time deposits overtook them. The latter reached £15bn.",
            "Deposits+TimeDeposits 15000000000",
        ),
        (
            "Profit before tax and net profit rose. The former was £5m and the latter £4m.",
            "ProfitBeforeTax 5000000; NetProfit 4000000",
        ),
        (
            "Demand for mortgages stayed brisk. They were 31% of total loans.",
            "%Loans+ResidentialMortgageLoans 0.31",
        ),
        (
            "Appetite for time deposits was strong all year. They made up 38% of deposits from customers.",
            "%Deposits+TimeDeposits 0.38",
        ),
        ("Corporate loans and mortgages were in demand. They represented 31% of total loans.", "?"),
    ],
)
def test_what_a_sentence_without_figures_names(text: str, expected: str) -> None:
    """The former, the latter and they stand for what the sentence before names; they for one thing alone."""
    assert said(text) == expected.split("; ")
