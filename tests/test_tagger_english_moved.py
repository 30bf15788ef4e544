"""What moved a thing, what a thing is told with or without, on what basis, and the marks that it passed.

Each table crosses a form with other subjects and verbs; sentences that look alike and say something else are in it.
"""

from __future__ import annotations

import pytest

from tests.tagging_example import rows_of
from tests.test_tagger_english_sweeps import _insurer, said

_CAUSES: tuple[tuple[str, list[str]], ...] = (
    (
        "Strong demand from exporters lifted net foreign exchange gains to £631 million from £498 million.",
        ["NetForeignExchangeGains 631000000", "NetForeignExchangeGains@2023 498000000"],
    ),
    (
        "The repricing of deposits lifted the net interest margin by 5 basis points to 1.62%.",
        ["~NetInterestMargin 0.0005", "NetInterestMargin 0.0162"],
    ),
    (
        "Growth in wealth management pushed net fee and commission income up 9% to £8.7 billion.",
        ["^NetFeeAndCommissionIncome 0.09", "NetFeeAndCommissionIncome 8700000000"],
    ),
    (
        "A reduction of £4.8 billion in risk-weighted assets lifted the capital adequacy ratio by 0.6 percentage points.",
        ["~RiskWeightedAssets -4800000000", "~CapitalAdequacyRatio 0.006"],
    ),
    (
        "Competition for mortgages squeezed the net interest margin by 11 basis points.",
        ["~NetInterestMargin -0.0011"],
    ),
    ("An unusually mild winter reduced electricity consumption by 6%.", ["^ElectricityConsumption -0.06"]),
    (
        "The sale of the card portfolio left total loans at £700 billion, 3% lower than a year earlier.",
        ["Loans 700000000000", "^Loans -0.03"],
    ),
    (
        "The first full year of the new prices boosted net interest income by £740 million, or 4.1%.",
        ["~NetInterestIncome 740000000", "^NetInterestIncome 0.041"],
    ),
    ("Closures in rural counties reduced the number of outlets to 412.", ["NumberOfOutlets 412"]),
    ("The weaker dollar lowered total assets by £9 billion.", ["?"]),
    ("Our Hong Kong subsidiary raised its loans by 8% to £41 billion.", ["?", "?"]),
    ("Exporters lifted total loans by 5%.", ["?"]),
    ("Rivals cut operating expenses by 4%.", ["?"]),
)


@pytest.mark.parametrize(("text", "expected"), _CAUSES)
def test_a_cause_as_subject(text: str, expected: list[str]) -> None:
    """Demand from exporters is no part of what it moved; whoever has figures is not read as a cause."""
    assert said(text) == expected


_CAUSES_OF_INSURERS: tuple[tuple[str, list[str]], ...] = (
    (
        "A mild hurricane season cut claims paid by 12% to £3.1 billion.",
        ["^ClaimsPaid -0.12", "ClaimsPaid 3100000000"],
    ),
    (
        "Growth in bancassurance pushed annualised new premiums up 18%, to £5.2 billion.",
        ["^AnnualisedNewPremiums 0.18", "AnnualisedNewPremiums 5200000000"],
    ),
    ("The departure of inactive sellers reduced the number of agents to 42,000.", ["NumberOfAgents 42000"]),
    (
        "Better risk selection improved the loss ratio by 1.2 percentage points to 61.3%.",
        ["~LossRatio -0.012", "LossRatio 0.613"],
    ),
    ("Our Indian associate lifted gross written premiums by 9%.", ["?"]),
)


@pytest.mark.parametrize(("text", "expected"), _CAUSES_OF_INSURERS)
def test_a_cause_as_subject_with_an_insurer(text: str, expected: list[str]) -> None:
    """A rate that improves moves the way it improves."""
    assert said(text, taxonomy=_insurer()) == expected


_TOLD_WITH: tuple[tuple[str, list[str]], ...] = (
    ("Total equity before the dividend was £23.2 billion.", ["TotalEquity 23200000000"]),
    ("Loans before loss allowances came to £640 billion.", ["Loans 640000000000"]),
    ("Operating expenses including staff costs were £9 billion.", ["OperatingExpenses 9000000000"]),
    ("Deposits, including bonds issued, reached £800 billion.", ["Deposits 800000000000"]),
    ("Net interest income after impairment losses amounted to £12 billion.", ["?"]),
    ("Operating income before impairment losses rose 4% to £41 billion.", ["?", "?"]),
    ("Total assets excluding goodwill were £900 billion.", ["?"]),
    ("Loans net of loss allowances came to £640 billion.", ["LoansNet 640000000000"]),
    ("Operating expenses, excluding depreciation and amortisation, rose 3%.", ["?"]),
    ("We earned £4 billion before tax in 2024.", ["ProfitBeforeTax 4000000000"]),
    (
        "The Bank opened 12 outlets before total assets passed £900 billion.",
        ["NumberOfOutletsOpened 12", "TotalAssets 900000000000"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), _TOLD_WITH)
def test_what_a_thing_is_told_with_or_without(text: str, expected: list[str]) -> None:
    """Income after impairment losses is neither the losses nor the income."""
    assert said(text) == expected


_BASES: tuple[str, ...] = (
    "Taking collateral into account, the provision coverage ratio was 271%.",
    "If collateral is included, the provision coverage ratio rises to 271%.",
    "Allowing for collateral held, the provision coverage ratio was 271%.",
    "Including collateral, the provision coverage ratio was 271%.",
    "On a fully loaded basis, the capital adequacy ratio was 11.8%.",
    "Adjusted for one-off items, the cost-to-income ratio was 31.0%.",
    "Without the £2 billion gain on the sale of the building, net profit was £9 billion.",
    "Leaving the levy aside, operating expenses fell by 2%.",
    "In underlying terms, operating income rose by 5%.",
    "Adjusting for the extra day, net interest income rose by 2%.",
)


@pytest.mark.parametrize("text", _BASES)
def test_another_basis_said_first(text: str) -> None:
    """What opens a sentence puts what follows on another basis, which no term names."""
    assert said(text)[-1] == "?"


def test_no_other_basis() -> None:
    """A time, a place and a cause say nothing of the basis; one that the taxonomy has is a member."""
    assert said("On the back of strong trade, net profit rose 5%.") == ["^NetProfit 0.05"]
    assert said("Including all subsidiaries, the Group has 4,100 employees.") == ["NumberOfEmployees 4100"]
    assert said("At constant exchange rates, total loans grew by 3%.") == ["^Loans+ConstantExchangeRate 0.03"]


@pytest.mark.parametrize(
    "text",
    [
        "Deposits from customers broke through the £1 trillion mark.",
        "Deposits from customers broke the £1 trillion barrier.",
        "Deposits from customers rose above the £1 trillion level.",
        "Deposits from customers moved through £1 trillion.",
        "Deposits from customers have overtaken £1 trillion.",
        "Deposits from customers went beyond £1 trillion.",
    ],
)
def test_a_mark_that_was_passed(text: str) -> None:
    """What was passed says that there is more."""
    row = rows_of(text)[0]
    assert (row.concept, row.value, row.qualifier) == (
        "bank:DepositsFromCustomers",
        "1000000000000",
        "exceeds",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Cumulatively, £21 billion of sustainable financing had been provided by the end of the year.",
        "To date, £21 billion of sustainable financing has been provided.",
        "In cumulative terms, the Bank has provided £21 billion of sustainable financing.",
        "Since inception, the Bank has provided £21 billion of sustainable financing.",
    ],
)
def test_all_that_was_done_so_far(text: str) -> None:
    """What opens the sentence holds for what follows its comma."""
    row = rows_of(text)[0]
    assert (row.concept, row.qualifier) == ("bank:SustainableFinancingProvided", "cumulative")


_HELD: tuple[tuple[str, list[str]], ...] = (
    ("We held the growth of operating expenses to 3.1%.", ["^OperatingExpenses 0.031"]),
    ("Growth in operating expenses was limited to 3.1%.", ["^OperatingExpenses 0.031"]),
    ("We contained the increase in staff costs to 2%.", ["^StaffCosts 0.02"]),
    ("The rise in total assets was kept to 3%.", ["^TotalAssets 0.03"]),
    (
        "For 2025 the Board has set a target of at least 10% for growth in loans.",
        ["^Loans+Target@2025-01-01/2025-12-31 0.10"],
    ),
    (
        "The Group has set itself a goal of 8% for the growth of total assets in 2025.",
        ["^TotalAssets+Target@2025-01-01/2025-12-31 0.08"],
    ),
    (
        "For 2025 we expect growth of 6% to 8% in loans.",
        [
            "^Loans+Low+Forecast@2025-01-01/2025-12-31 0.06",
            "^Loans+High+Forecast@2025-01-01/2025-12-31 0.08",
        ],
    ),
    ("The increase in deposits took the loan-to-deposit ratio to 80%.", ["LoanToDepositRatio 0.80"]),
    ("We kept the cost-to-income ratio to 31%.", ["CostToIncomeRatio 0.31"]),
)


@pytest.mark.parametrize(("text", "expected"), _HELD)
def test_a_growth_that_is_held(text: str, expected: list[str]) -> None:
    """What a growth is held to, or aimed at, is the growth."""
    assert said(text) == expected


_PAST: tuple[tuple[str, list[str]], ...] = (
    (
        "The credit cost ratio, which had been 97 basis points, ended the year at 69 basis points.",
        ["CreditCostRatio@2023 0.0097", "CreditCostRatio 0.0069"],
    ),
    (
        "Deposits, which had stood at £800 billion, grew to £861 billion.",
        ["Deposits@2023-12-31 800000000000", "Deposits 861000000000"],
    ),
    (
        "The provision coverage ratio, previously 212%, is now 240%.",
        ["ProvisionCoverageRatio@2023-12-31 2.12", "ProvisionCoverageRatio 2.40"],
    ),
    (
        "The net interest margin, having been 1.62%, was 1.60%.",
        ["NetInterestMargin@2023 0.0162", "NetInterestMargin 0.0160"],
    ),
    (
        "The cost-to-income ratio fell to 31.9%; it had been 33.4%.",
        ["CostToIncomeRatio 0.319", "CostToIncomeRatio@2023 0.334"],
    ),
    (
        "Fee and commission income, which used to be £3 billion, was £3.2 billion.",
        ["FeeAndCommissionIncome@2023 3000000000", "FeeAndCommissionIncome 3200000000"],
    ),
    (
        "For 2025 we expect loan growth of 8% (previously 6%).",
        ["^Loans+Forecast@2025-01-01/2025-12-31 0.08", "?"],
    ),
    ("At the end of June the number of outlets had been 430.", ["NumberOfOutlets@2024-06-30 430"]),
    ("By the end of the year total assets had reached £2 trillion.", ["TotalAssets 2000000000000"]),
)


@pytest.mark.parametrize(("text", "expected"), _PAST)
def test_what_had_been(text: str, expected: list[str]) -> None:
    """A verb of the past before the past makes a level the value before; a time that is said has the last word."""
    assert said(text) == expected


_LEFT_OUT: tuple[str, ...] = (
    "Excluding mortgages, total loans grew by 5%.",
    "Leaving mortgages aside, loans grew by 5%.",
    "Net of corporate deposits, deposits rose by 4%.",
    "Apart from mortgages, loans grew by 5%.",
    "With the exception of mortgages, loans grew by 5%.",
    "Excluding Hong Kong, the number of outlets was 380.",
    "Loans grew by 5%, excluding mortgages.",
    "Loans grew by 5% if mortgages are left out.",
    "Operating expenses rose 3% excluding one-off items.",
)


@pytest.mark.parametrize("text", _LEFT_OUT)
def test_a_part_that_is_left_out(text: str) -> None:
    """Loans without mortgages are neither all loans nor mortgages."""
    assert said(text) == ["?"]


_OPENINGS: tuple[tuple[str, list[str]], ...] = (
    (
        "Before tax, profit was £4,380 million, up 22.1%.",
        ["ProfitBeforeTax 4380000000", "^ProfitBeforeTax 0.221"],
    ),
    ("Before tax, we earned £4,380 million.", ["ProfitBeforeTax 4380000000"]),
    (
        "Before tax, the Group made a profit of £4.4 billion; after tax, £3.7 billion.",
        ["ProfitBeforeTax 4400000000", "?"],
    ),
    ("After a slow spring, total loans grew by 5%.", ["^Loans 0.05"]),
    ("After June, deposits grew by 4%.", ["^Deposits 0.04"]),
)


@pytest.mark.parametrize(("text", "expected"), _OPENINGS)
def test_what_opens_a_sentence_with_the_name(text: str, expected: list[str]) -> None:
    """Before tax, profit is the profit before tax."""
    assert said(text) == expected


_THEN: tuple[tuple[str, list[str]], ...] = (
    ("Net profit was 12% more than we earned in 2023.", ["^NetProfit 0.12"]),
    (
        "Operating expenses were £40 million less than the sum spent in 2023.",
        ["~OperatingExpenses -40000000"],
    ),
    (
        "Net trading income was 8% lower than the profit made in the previous year.",
        ["^NetTradingIncome -0.08"],
    ),
    ("Operating expenses were 1.2% below those incurred in 2023.", ["^OperatingExpenses -0.012"]),
    ("Fee and commission income was 3% above the amount booked in 2023.", ["^FeeAndCommissionIncome 0.03"]),
    ("Impairment losses were 14.9% lower than the charge taken in 2023.", ["^ImpairmentLosses -0.149"]),
)


@pytest.mark.parametrize(("text", "expected"), _THEN)
def test_what_was_done_at_the_time_compared_with(text: str, expected: list[str]) -> None:
    """The time of what was earned then is what the change is measured against, and not when it was."""
    assert said(text) == expected


_MEASURES_ALONE: tuple[tuple[str, list[str]], ...] = (
    (
        "The Bank cut operating expenses 2.1% and lifted operating income 4%.",
        ["^OperatingExpenses -0.021", "^OperatingIncome 0.04"],
    ),
    ("The Bank trimmed its operating expenses 3%.", ["^OperatingExpenses -0.03"]),
    ("Higher volumes boosted net interest income 6%.", ["^NetInterestIncome 0.06"]),
    ("We grew deposits 12%, compared with 8% in 2023.", ["^Deposits 0.12", "^Deposits@2023 0.08"]),
    ("It raised net profit 9% in the year.", ["^NetProfit 0.09"]),
    ("The Bank pared operating expenses 1.5%, despite inflation.", ["^OperatingExpenses -0.015"]),
    # a rate moves by points, and what is of something else is no growth
    ("The Bank kept the cost-to-income ratio 45%.", ["CostToIncomeRatio 0.45"]),
    ("We increased lending 5 percentage points.", ["?"]),
)


@pytest.mark.parametrize(("text", "expected"), _MEASURES_ALONE)
def test_a_measure_right_behind_what_was_moved(text: str, expected: list[str]) -> None:
    """No "by" is needed, nor what it came to."""
    assert said(text) == expected


_OWN_MEASURES: tuple[tuple[str, list[str]], ...] = (
    (
        "A cost-to-income ratio of 45.2% improved by 130 basis points.",
        ["CostToIncomeRatio 0.452", "~CostToIncomeRatio -0.0130"],
    ),
    (
        "Return on average equity of 12.1% improved by 90 basis points.",
        ["ReturnOnAverageEquity 0.121", "~ReturnOnAverageEquity 0.0090"],
    ),
    (
        "A non-performing loan ratio of 1.2% worsened by 20 basis points.",
        ["NonPerformingLoanRatio 0.012", "~NonPerformingLoanRatio 0.0020"],
    ),
    # right behind its measure the word tells the change
    ("The net interest margin was 4 basis points better than in 2023.", ["~NetInterestMargin 0.0004"]),
)


@pytest.mark.parametrize(("text", "expected"), _OWN_MEASURES)
def test_a_level_whose_change_has_a_measure_of_its_own(text: str, expected: list[str]) -> None:
    """What improved by so much is behind the level, and the level no change."""
    assert said(text) == expected


_GROWTHS: tuple[tuple[str, list[str]], ...] = (
    ("Loan growth improved to 9%.", ["^Loans 0.09"]),
    ("Deposit growth slowed to 4.5%, from 8% a year earlier.", ["^Deposits 0.045", "^Deposits@2023 0.08"]),
    (
        "Net trading income growth reached 12%, compared with 9% in 2023.",
        ["^NetTradingIncome 0.12", "^NetTradingIncome@2023 0.09"],
    ),
    ("Total income growth eased to 3%.", ["^OperatingIncome 0.03"]),
    ("The Bank increased its net profit growth to 6%.", ["^NetProfit 0.06"]),
    ("Operating expenses growth was contained to 3%.", ["^OperatingExpenses 0.03"]),
    # the growth of one thing has moved another
    ("Strong loan growth lifted net interest income to £5 billion.", ["NetInterestIncome 5000000000"]),
    ("Loan growth slowed, and the net interest margin fell to 2.1%.", ["NetInterestMargin 0.021"]),
)


@pytest.mark.parametrize(("text", "expected"), _GROWTHS)
def test_a_growth_that_comes_to_a_value(text: str, expected: list[str]) -> None:
    """It is the thing's growth, and no share of it."""
    assert said(text) == expected


@pytest.mark.parametrize(
    "cause",
    [
        "primarily from higher staff costs",
        "mainly from stronger sales",
        "from lower rents",
        "largely from higher fees",
    ],
)
def test_a_cause_behind_a_growth_is_not_what_grew(cause: str) -> None:
    """The name before it is."""
    assert said(f"Operating expenses rose 4%, {cause}.") == ["^OperatingExpenses 0.04"]
    assert said(f"Operating expenses rose 4% {cause}.") == ["^OperatingExpenses 0.04"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The non-performing loan ratio was up to 1.8% from 1.7%.",
            ["NonPerformingLoanRatio 0.018", "NonPerformingLoanRatio@2023-12-31 0.017"],
        ),
        (
            "Deposits are up to £5.1 billion from £4.8 billion.",
            ["Deposits 5100000000", "Deposits@2023-12-31 4800000000"],
        ),
    ],
)
def test_what_is_up_to_a_value_from_another_has_reached_it(text: str, expected: list[str]) -> None:
    """It is no bound."""
    assert said(text) == expected
    assert not any(row.qualifier for row in rows_of(text))


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Loan growth was £60.8 million, a solid result.", ["~Loans 60800000"]),
        ("Deposit growth totalled £11.2 million.", ["~Deposits 11200000"]),
        ("Total loan growth amounted to £61 million, ahead of plan.", ["~Loans 61000000"]),
        ("The deposit decline was £4 million.", ["~Deposits -4000000"]),
        ("Net interest income rose. The increase was £3 million.", ["~NetInterestIncome 3000000"]),
        ("Customer deposits fell, and the decrease was £4 million.", ["~Deposits -4000000"]),
        ("Total loans were £60.8 million.", ["Loans 60800000"]),
        ("Loan growth was 5%.", ["^Loans 0.05"]),
    ],
)
def test_a_noun_of_change_before_a_verb(text: str, readings: list[str]) -> None:
    """An amount that a growth is, was or totalled is a change, and no level; without the noun it is a level."""
    assert said(text) == readings
