"""What English reports compare: with a time, with another thing, with a pace; and what is only the cause, or only planned.

Each table crosses a form with other subjects and verbs; sentences that look alike and say something else are in it.
"""

from __future__ import annotations

import pytest

from tests.test_tagger_english_sweeps import said

_SAID_AGAIN: tuple[tuple[str, list[str]], ...] = (
    (
        "Customer deposits fell 1.2%, or £9.4 billion, over the year.",
        ["^Deposits -0.012", "~Deposits -9400000000"],
    ),
    (
        "Total assets grew by 3%, or £16 billion, during the year.",
        ["^TotalAssets 0.03", "~TotalAssets 16000000000"],
    ),
    (
        "Net fee income was up 6%, or £22 million, in the fourth quarter.",
        [
            "^NetFeeAndCommissionIncome@2024-10-01/2024-12-31 0.06",
            "~NetFeeAndCommissionIncome@2024-10-01/2024-12-31 22000000",
        ],
    ),
    (
        "Loans to customers increased by £4 billion, or 2.5%, during the year.",
        ["~Loans 4000000000", "^Loans 0.025"],
    ),
    (
        "Operating expenses declined by 4%, or £31 million, in the second half.",
        [
            "^OperatingExpenses@2024-07-01/2024-12-31 -0.04",
            "~OperatingExpenses@2024-07-01/2024-12-31 -31000000",
        ],
    ),
    ("Total equity rose 2%, or £300 million, in 2024.", ["^TotalEquity 0.02", "~TotalEquity 300000000"]),
    (
        (
            "Personal loans and mortgage loans grew by £2 billion and £5 billion, or 4% and 6%, "
            "to £52 billion and £88 billion respectively."
        ),
        [
            "~Loans+PersonalCustomers 2000000000",
            "~Loans+ResidentialMortgageLoans 5000000000",
            "^Loans+PersonalCustomers 0.04",
            "^Loans+ResidentialMortgageLoans 0.06",
            "Loans+PersonalCustomers 52000000000",
            "Loans+ResidentialMortgageLoans 88000000000",
        ],
    ),
    (
        "Total deposits rose 3%, or £5 billion at the end of June.",
        ["^Deposits@2024-01-01/2024-06-30 0.03", "Deposits@2024-06-30 5000000000"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), _SAID_AGAIN)
def test_a_change_said_once_more(text: str, expected: list[str]) -> None:
    """A change said once more before its time, and one that is a value of a day."""
    assert said(text) == expected


_NAMED_AGAIN: tuple[tuple[str, list[str]], ...] = (
    (
        "Assets under management came to £15 billion, 14.2% above the figure of a year before.",
        ["AssetsUnderManagement 15000000000", "^AssetsUnderManagement 0.142"],
    ),
    (
        "Net profit was £92 million, 4% up on the result for the previous year.",
        ["NetProfit 92000000", "^NetProfit 0.04"],
    ),
    ("Operating income was 5% higher than the amount recorded in 2023.", ["^OperatingIncome 0.05"]),
    ("Total deposits were 3% lower than the level at the end of 2023.", ["^Deposits -0.03"]),
    (
        "Net profit was £92 million, 4% above the net profit of 2023.",
        ["NetProfit 92000000", "^NetProfit 0.04"],
    ),
    ("Total assets were £80 million higher than total assets at the end of 2023.", ["~TotalAssets 80000000"]),
    (
        "The net interest margin was 1.82%, 4 basis points below the margin of 2023.",
        ["NetInterestMargin 0.0182", "~NetInterestMargin -0.0004"],
    ),
    (
        "Operating income of £5 million was 4% short of the record of 2023.",
        ["OperatingIncome 5000000", "^OperatingIncome -0.04"],
    ),
    ("Net profit was £5 billion, 4% above operating expenses in 2024.", ["NetProfit 5000000000", "?"]),
)


@pytest.mark.parametrize(("text", "expected"), _NAMED_AGAIN)
def test_what_is_compared_is_named_again(text: str, expected: list[str]) -> None:
    """A value of a time that is named again: above the figure of a year before."""
    assert said(text) == expected


_DISTANCES: tuple[tuple[str, list[str]], ...] = (
    (
        "Operating expenses of £547.9 million exceeded those of the previous year by 3.5%.",
        ["OperatingExpenses 547900000", "^OperatingExpenses 0.035"],
    ),
    ("Net profit beat the previous year by 5%.", ["^NetProfit 0.05"]),
    ("Net fee income surpassed the 2023 figure by £5 million.", ["~NetFeeAndCommissionIncome 5000000"]),
    (
        "Total assets topped £5 trillion, exceeding the level at the end of 2023 by £300 billion.",
        ["TotalAssets 5000000000000", "~TotalAssets 300000000000"],
    ),
    ("Net profit missed the previous year by 4%.", ["^NetProfit -0.04"]),
    ("Deposits surpassed loans by £4 billion.", ["?"]),
    ("Deposits of £5 million exceeded loans by £1 million.", ["Deposits 5000000", "?"]),
    ("Loan growth outpaced deposit growth by 2 percentage points.", ["?"]),
    ("Net profit exceeded £5 billion.", ["NetProfit 5000000000"]),
)


@pytest.mark.parametrize(("text", "expected"), _DISTANCES)
def test_by_how_much_one_outdoes_another(text: str, expected: list[str]) -> None:
    """By how much one thing outdoes another, or its own value of another time."""
    assert said(text) == expected


_PACES: tuple[tuple[str, list[str]], ...] = (
    (
        "Green loans grew 22.8%, 13.7 percentage points faster than total loans.",
        ["^Loans+GreenLoans 0.228", "?"],
    ),
    (
        "Green loans were £1.5 billion, and their growth of 22.8% was 13.7 percentage points faster than that of total loans.",
        ["Loans+GreenLoans 1500000000", "^Loans+GreenLoans 0.228", "?"],
    ),
    (
        "Mortgage loans grew 5%, 2.1 percentage points above the growth rate of total loans.",
        ["^Loans+ResidentialMortgageLoans 0.05", "?"],
    ),
    (
        "Personal deposits grew 8%, 3 percentage points more than those of corporate customers.",
        ["^Deposits+PersonalCustomers 0.08", "?"],
    ),
    ("Total loans grew 5% slower than in 2023.", ["?"]),
    (
        "Mortgage loans were £20 billion, £3 billion more than those of a year ago.",
        ["Loans+ResidentialMortgageLoans 20000000000", "~Loans+ResidentialMortgageLoans 3000000000"],
    ),
    (
        "The capital adequacy ratio was 1.2 percentage points higher than that at the end of 2023.",
        ["~CapitalAdequacyRatio 0.012"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), _PACES)
def test_growth_against_growth(text: str, expected: list[str]) -> None:
    """Growth compared with another's growth."""
    assert said(text) == expected


_PLACES: tuple[tuple[str, list[str]], ...] = (
    (
        "In Hong Kong and the Chinese mainland, loans to customers increased by 11.2% and 9.8% respectively.",
        ["^Loans+HongKong 0.112", "^Loans+MainlandChina 0.098"],
    ),
    ("In Hong Kong and Macau, customer deposits were £10 billion and £2 billion respectively.", ["?", "?"]),
)


@pytest.mark.parametrize(("text", "expected"), _PLACES)
def test_places_listed_first(text: str, expected: list[str]) -> None:
    """Places listed before a sentence."""
    assert said(text) == expected


_BRACKETS: tuple[tuple[str, list[str]], ...] = (
    ("Deposits (£5 billion in 2023) rose by 4%.", ["Deposits@2023-12-31 5000000000", "^Deposits 0.04"]),
    (
        "Corporate loans (excluding mortgages of £3 billion) grew by 9% to £40 billion.",
        ["?", "^Loans+CorporateCustomers 0.09", "Loans+CorporateCustomers 40000000000"],
    ),
    (
        "The number of credit cards (with limits of £500,000 and above) rose by 16.1% to 184.6 thousand.",
        ["?", "^NumberOfBankCardsIssued+CreditCards 0.161", "NumberOfBankCardsIssued+CreditCards 184600"],
    ),
    (
        "Credit cards in force (including 2.1 million platinum cards) totalled 14.5 million.",
        ["?", "NumberOfBankCardsIssued+CreditCards 14500000"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), _BRACKETS)
def test_a_bracket_parts_subject_and_verb(text: str, expected: list[str]) -> None:
    """A bracket with a figure between a subject and its verb."""
    assert said(text) == expected


_WHEN: tuple[tuple[str, list[str]], ...] = (
    (
        (
            "Compared with the end of 2023, when they stood at £88.1 billion, assets under management increased "
            "by £10.3 billion or 11.7%. Net interest income was £5 billion."
        ),
        [
            "AssetsUnderManagement@2023-12-31 88100000000",
            "~AssetsUnderManagement 10300000000",
            "^AssetsUnderManagement 0.117",
            "NetInterestIncome 5000000000",
        ],
    ),
    (
        "Deposits rose 4% from June, when they were £8 billion.",
        ["^Deposits+PrecedingPeriod@2024-07-01/2024-12-31 0.04", "Deposits@2024-06-30 8000000000"],
    ),
    (
        (
            "Operating income for the fourth quarter was 5% lower than in the corresponding quarter of 2023, "
            "when it had been £2,694m."
        ),
        ["^OperatingIncome@2024-10-01/2024-12-31 -0.05", "OperatingIncome@2023-10-01/2023-12-31 2694000000"],
    ),
    (
        "Operating income for the fourth quarter was £3 million, compared with £2 million in the same quarter of 2023.",
        ["OperatingIncome@2024-10-01/2024-12-31 3000000", "OperatingIncome@2023-10-01/2023-12-31 2000000"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), _WHEN)
def test_a_clause_of_the_time_compared(text: str, expected: list[str]) -> None:
    """A clause of the time that is compared with."""
    assert said(text) == expected


_PLANS: tuple[tuple[str, list[str]], ...] = (
    (
        "The cost-to-income ratio is to be brought below 40% in 2026.",
        ["CostToIncomeRatio+Target@2026-01-01/2026-12-31 0.40"],
    ),
    ("Around 350 branches are to be open by the end of 2026.", ["NumberOfOutlets+Target@2026-12-31 350"]),
    (
        "Green loans, which now amount to £61.3bn, are to reach £80bn by the end of 2026.",
        ["Loans+GreenLoans 61300000000", "Loans+GreenLoans+Target@2026-12-31 80000000000"],
    ),
    (
        "Loans to SMEs are to grow by 8% in 2025.",
        ["^Loans+SmallAndMicroEnterprises+Target@2025-01-01/2025-12-31 0.08"],
    ),
    (
        "Operating expenses are to stay within £5bn in 2025.",
        ["OperatingExpenses+Target@2025-01-01/2025-12-31 5000000000"],
    ),
    (
        "The common equity tier 1 ratio must not fall below 13% in 2025.",
        ["CommonEquityTier1Ratio+Target@2025-12-31 0.13"],
    ),
    ("The Bank is to open 20 branches in 2025.", ["NumberOfOutlets+Target@2025-12-31 20"]),
    (
        "For 2025, the Bank expects operating expenses not to exceed £8.2bn.",
        ["OperatingExpenses+Forecast@2025-01-01/2025-12-31 8200000000"],
    ),
    ("The dividend is to be £3.20 per share.", ["DividendsPerShare 3.20"]),
    ("Three quarters of loans are to SMEs.", ["%Loans+SmallAndMicroEnterprises 0.75"]),
)


@pytest.mark.parametrize(("text", "expected"), _PLANS)
def test_what_is_to_be(text: str, expected: list[str]) -> None:
    """What is to come at a time ahead."""
    assert said(text) == expected


_CAUSES: tuple[tuple[str, list[str]], ...] = (
    (
        "Rising rates lifted net interest income 8% to £9 billion.",
        ["^NetInterestIncome 0.08", "NetInterestIncome 9000000000"],
    ),
    (
        "Lower rates cut the net interest margin by nine basis points to 1.51%.",
        ["~NetInterestMargin -0.0009", "NetInterestMargin 0.0151"],
    ),
    (
        "Loans to manufacturers brought corporate loans up 5% to £3 billion.",
        ["^Loans+CorporateCustomers 0.05", "Loans+CorporateCustomers 3000000000"],
    ),
    (
        "Strong fee growth raised operating income by 4% to £3 billion.",
        ["^OperatingIncome 0.04", "OperatingIncome 3000000000"],
    ),
    ("Fierce competition took 6 basis points off the net interest margin.", ["~NetInterestMargin -0.0006"]),
    ("Lower rates cut the net interest margin by nine basis points.", ["~NetInterestMargin -0.0009"]),
)


@pytest.mark.parametrize(("text", "expected"), _CAUSES)
def test_causes_as_subject(text: str, expected: list[str]) -> None:
    """What moved a thing may have moved not all of it: an amount that it did not come to is left open."""
    assert said(text) == expected


_SIGNS: tuple[tuple[str, list[str]], ...] = (
    (
        "There was a 2.1 percentage point improvement in the cost-to-income ratio.",
        ["~CostToIncomeRatio -0.021"],
    ),
    (
        "The non-performing loan ratio was 1.2%, a 10 basis point deterioration.",
        ["NonPerformingLoanRatio 0.012", "~NonPerformingLoanRatio 0.0010"],
    ),
    (
        "The net interest margin was 1.9%, a 3-basis-point improvement.",
        ["NetInterestMargin 0.019", "~NetInterestMargin 0.0003"],
    ),
    (
        "Growth was offset by a 17-basis point decline in the net interest margin to 3.96%.",
        ["~NetInterestMargin -0.0017", "NetInterestMargin 0.0396"],
    ),
    ("There was a 5% improvement in operating income.", ["^OperatingIncome 0.05"]),
)


@pytest.mark.parametrize(("text", "expected"), _SIGNS)
def test_measures_before_nouns_of_change(text: str, expected: list[str]) -> None:
    """Measures before a noun of change, hyphens in them, and their signs."""
    assert said(text) == expected


_OTHERS: tuple[tuple[str, list[str]], ...] = (
    (
        "The dividend per share was raised 10% to 44 pence, from 40 pence a year ago.",
        ["^DividendsPerShare 0.10", "DividendsPerShare 0.44", "DividendsPerShare@2023 0.40"],
    ),
    (
        "Figures in brackets refer to 2023.\nThe Board proposes an ordinary dividend of £7.10 per share (7.50).",
        ["DividendsPerShare 7.10", "DividendsPerShare@2023 7.50"],
    ),
    (
        "Total deposits were £15 million, or 2%, lower than a year earlier.",
        ["~Deposits -15000000", "^Deposits -0.02"],
    ),
    ("Net profit of £15 million, or 2% of income, was higher than expected.", ["NetProfit 15000000", "?"]),
    (
        "In Hong Kong, lending was up 2.9%, though 4.6% excluding currency effects.",
        ["^Loans+HongKong 0.029", "^Loans+ConstantExchangeRate+HongKong 0.046"],
    ),
    ("Debit cards number 1.21 million.", ["NumberOfBankCardsIssued+DebitCards 1210000"]),
    ("Employees numbered 1,234 at the end of the year.", ["NumberOfEmployees 1234"]),
)


@pytest.mark.parametrize(("text", "expected"), _OTHERS)
def test_short_forms(text: str, expected: list[str]) -> None:
    """Amounts a share, values said once more, and figures that look like ranks."""
    assert said(text) == expected


_PARTS: tuple[tuple[str, list[str]], ...] = (
    ("Net profit rose 4% from the fourth quarter of 2023.", ["^NetProfit@2024-10-01/2024-12-31 0.04"]),
    ("Net profit rose 4% from the third quarter.", ["^NetProfit+PrecedingPeriod@2024-10-01/2024-12-31 0.04"]),
    ("Net profit was up 3% on the first half.", ["^NetProfit+PrecedingPeriod@2024-07-01/2024-12-31 0.03"]),
    ("Net profit was up 3% on the second half of 2023.", ["^NetProfit@2024-07-01/2024-12-31 0.03"]),
    ("Net profit rose 4% from the second quarter of 2023.", ["?"]),
)


@pytest.mark.parametrize(("text", "expected"), _PARTS)
def test_a_change_against_a_part_of_the_year(text: str, expected: list[str]) -> None:
    """A change against a part of the year."""
    assert said(text) == expected
