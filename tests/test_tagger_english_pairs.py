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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two things of another kind each, and the former or the latter behind what is counted of it
        ("Mortgages have been overtaken by corporate loans. The latter came to £128m.", "Loans+CorporateCustomers 128000000"),
        ("Mortgages outgrew corporate loans. The former came to £128m.", "Loans+ResidentialMortgageLoans 128000000"),
        ("We lend to farms and to shops. Loans to the latter were £128m.", "?"),
        # why something moved, before what it came to
        ("Fee income rose on higher card spending to £518m.", "FeeAndCommissionIncome 518000000"),
        ("Deposits rose 4%, on strong demand for time deposits, to £7bn.", "^Deposits 0.04; Deposits 7000000000"),
        ("Deposits grew 4% as time deposits soared, to £7bn.", "^Deposits 0.04; Deposits 7000000000"),
        ("Deposits rose 4% and loans to £9bn.", "^Deposits 0.04; Loans 9000000000"),
        # what made up so much of a change, which stands behind its name, is no share of the thing
        ("Corporate loans accounted for 60% of loan growth.", "?"),
        ("Corporate customers contributed 45% of deposit growth.", "?"),
        ("Corporate customers contributed 45% of deposits.", "%Deposits+CorporateCustomers 0.45"),
        # the part that had a change, with the end of its name
        ("Corporate customers saw a 9% fall in deposits.", "^Deposits+CorporateCustomers -0.09"),
        ("Personal customers together saw a 9% fall in deposits.", "^Deposits+PersonalCustomers -0.09"),
        ("A cut of £5m in loans helped.", "~Loans -5000000"),
        ("A pickup of £5m in deposits helped.", "~Deposits 5000000"),
        # a plan that something is better or worse than
        ("The cost-to-income ratio was better than our target of 40%.", "CostToIncomeRatio+Target 0.40"),
        ("The NPL ratio was worse than the target of 2%.", "NonPerformingLoanRatio+Target 0.02"),
        ("Up from £6bn, deposits reached £7bn.", "Deposits@2023-12-31 6000000000; Deposits 7000000000"),
        # so much that nothing has moved
        ("Deposits did not grow by more than 2%.", "?"),
        ("Neither deposits nor loans grew by more than 2%.", "?"),
        ("Deposits, which are not insured, grew by 2%.", "^Deposits 0.02"),
        # the share of so many is told behind them
        (
            "52% of our 3,900 employees are women.",
            "%NumberOfEmployees+FemaleEmployees 0.52; NumberOfEmployees 3900",
        ),
        ("40% of the £9bn of deposits are corporate.", "%Deposits+CorporateCustomers 0.40; Deposits 9000000000"),
        # what will be done with so many
        ("We plan to open 12 branches in 2025.", "NumberOfOutletsOpened+Target@2025-01-01/2025-12-31 12"),
        ("By the end of 2025 we plan to operate 420 branches.", "NumberOfOutlets+Target@2025-12-31 420"),
    ],
)  # fmt: skip
def test_what_is_said_of_one_of_two_things(text: str, expected: str) -> None:
    """Each of them in other words than the next, and with what it is not."""
    assert said(text) == expected.split("; ")
