"""Plans that were moved, what was planned before, and values that something is compared with, in English prose."""

from __future__ import annotations

import pytest

from tests.test_tagger_english_sweeps import said

_YEAR = "@2025-01-01/2025-12-31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Operating income was £38m, against the £37m announced in May.", ["OperatingIncome 38000000", "?"]),
        (
            "Operating income was £38m, against the £37m reported for 2023.",
            ["OperatingIncome 38000000", "OperatingIncome@2023 37000000"],
        ),
        (
            "We now expect loan growth of 4% in 2025, revised from 5%.",
            [f"^Loans+Forecast{_YEAR} 0.04", "?"],
        ),
        (
            "Loan growth is forecast at 4% in 2025, down from the 5% projected in November.",
            [f"^Loans+Forecast{_YEAR} 0.04", "?"],
        ),
        (
            "We expect loans to grow by 4% in 2025, after 5% in 2024.",
            [f"^Loans+Forecast{_YEAR} 0.04", "^Loans 0.05"],
        ),
        (
            "Management cut its 2025 guidance for the cost-income ratio from 50% to 48%.",
            ["?", f"CostToIncomeRatio+Forecast{_YEAR} 0.48"],
        ),
        (
            "We have increased our 2025 target for the cost-income ratio from 42% to 44%.",
            ["?", f"CostToIncomeRatio+Target{_YEAR} 0.44"],
        ),
        ("The target for the cost-income ratio was lowered from 50% to 45%.", ["?", "?"]),
        ("We raised our cost-income ratio target to 45% from 43%.", ["?", "?"]),
        ("Our target for the cost-income ratio is 45%.", ["?"]),
        (
            "The cost-income ratio was 44%, better than our target of 45%.",
            ["CostToIncomeRatio 0.44", "CostToIncomeRatio+Target 0.45"],
        ),
    ],
)
def test_what_was_planned_before_is_no_level_of_the_year_before(text: str, expected: list[str]) -> None:
    """A plan that was moved holds no longer, and one without a time is of none."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Operating income was lower than in 2023 (£50m).", "OperatingIncome@2023 50000000"),
        ("Net profit was higher than the year before (£12m).", "NetProfit@2023 12000000"),
        ("Deposits were 5% up on the 2023 level (£5bn).", "^Deposits 0.05; Deposits@2023-12-31 5000000000"),
        ("Net profit was £2m short of what it had made the year before.", "~NetProfit -2000000"),
        ("Staff costs were £4m more than what the Group had spent in 2023.", "~StaffCosts 4000000"),
        ("Net profit was £2m short of what we had hoped for.", "?"),
        ("Operating income climbed on higher fees of £2m to £40m.", "?; OperatingIncome 40000000"),
        ("Deposits rose, helped by inflows of £2bn, to £40bn.", "?; Deposits 40000000000"),
        ("Total assets rose on strong loan growth of 3% to £9bn.", "^Loans 0.03; ?"),
        ("Deposits grew on strong demand, by 5% to £4bn.", "^Deposits 0.05; Deposits 4000000000"),
        ("Profit was £5m before tax and £4m after tax.", "ProfitBeforeTax 5000000; NetProfit 4000000"),
        ("Profits were £5m before tax and £4m after.", "ProfitBeforeTax 5000000; ?"),
        ("No loans grew by more than 2%.", "?"),
        ("None of our loans grew by more than 2%.", "?"),
        (
            "Loans fell 3%, those to personal customers by 2%.",
            "^Loans -0.03; ^Loans+PersonalCustomers -0.02",
        ),
        ("Fee income fell 3%, that from bank cards by 2%.", "^FeeAndCommissionIncome -0.03; ?"),
        ("Loans fell 3%, compared with 2% in 2023.", "^Loans -0.03; ?"),
    ],
)
def test_what_is_told_of_another_time_or_thing(text: str, expected: str) -> None:
    """The value before, what was made then, what a thing came to behind its cause, and what went the same way."""
    assert said(text) == expected.split("; ")
