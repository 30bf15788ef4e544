"""What English prose holds figures against: budgets and other yardsticks, the change that they are a part of, other money.

Each table crosses a form with other subjects, verbs and words; sentences that look alike and say something else are in it.
"""

from __future__ import annotations

import pytest

from tagger.figures.find import find_figures
from tagger.words.language import load_language
from tests.test_tagger_english_sweeps import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Operating expenses exceeded the budget of £400m.", "?"),
        ("Operating expenses were within the envelope of £410m.", "?"),
        ("Net profit beat the estimate of £300m.", "?"),
        ("Fee income was ahead of the internal estimate of £200m.", "?"),
        ("Staff costs were below the allocation of £90m.", "?"),
        ("Net interest income was short of the consensus of £950m.", "?"),
        ("Operating expenses exceeded the budget of £400m by £12m.", "?; ?"),
        ("Fee income was £12m above the budget of £200m.", "?; ?"),
        ("Net profit was £12m ahead of plan.", "?"),
        ("Fee income came in £8m short of target.", "?"),
        ("Operating expenses were £5m under budget.", "?"),
        ("Net interest income finished £40m better than forecast.", "?"),
        ("Net profit was above £300m.", "NetProfit 300000000"),
        ("Total assets rose above the level of £90bn.", "TotalAssets 90000000000"),
        ("Net profit was £25m higher than in 2023.", "~NetProfit 25000000"),
        ("Operating expenses were £5m above those of 2023.", "~OperatingExpenses 5000000"),
    ],
)
def test_the_value_of_a_yardstick_is_its_own(text: str, expected: str) -> None:
    """What a budget or an estimate is, and how far a thing is from it, are no figures of the thing."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Customer deposits rose by £2.6bn; demand deposits were responsible for £1.9bn of that increase.",
            "~Deposits 2600000000; ~Deposits+DemandDeposits 1900000000",
        ),
        (
            "Total assets fell by £5.0bn. Gross loans accounted for £3.1bn of the decrease.",
            "~TotalAssets -5000000000; ~Loans -3100000000",
        ),
        (
            "Of the £2.4bn rise in gross loans, £1.5bn came from corporate loans.",
            "~Loans 2400000000; ~Loans+CorporateCustomers 1500000000",
        ),
        (
            "Personal loans provided £0.8bn of the £1.4bn growth in gross loans.",
            "~Loans+PersonalCustomers 800000000; ~Loans 1400000000",
        ),
        (
            "Personal loans provided £0.8bn of the year's growth in gross loans.",
            "~Loans+PersonalCustomers 800000000",
        ),
        ("Staff costs represented £31m of the increase in operating expenses.", "~StaffCosts 31000000"),
        ("Corporate loans made up 58% of the growth in gross loans.", "?"),
        (
            "Of the £60m rise in operating expenses, £22m was due to inflation.",
            "~OperatingExpenses 60000000; ?",
        ),
        ("The Bank issued £500m of tier 2 capital bonds.", "BondsIssued+TierTwoCapitalBonds 500000000"),
        (
            "Gross loans were £40bn, of which corporate loans £15bn.",
            "Loans 40000000000; Loans+CorporateCustomers 15000000000",
        ),
    ],
)
def test_what_made_up_so_much_of_a_change_is_a_change(text: str, expected: str) -> None:
    """A part of an increase is how much the part grew, and a share of it is no share of the thing."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The cost-to-income ratio was better at 48.2% (2023: 49.5%).",
            "CostToIncomeRatio 0.482; CostToIncomeRatio@2023 0.495",
        ),
        (
            "Our CET1 ratio was slightly lower at 14.1%, while the LCR was up at 162%.",
            "CommonEquityTier1Ratio 0.141; LiquidityCoverageRatio 1.62",
        ),
        ("The NPL ratio was wider at 1.2%.", "NonPerformingLoanRatio 0.012"),
        ("The net interest margin was higher at 2.31%.", "NetInterestMargin 0.0231"),
        ("The effective tax rate was down at 21%.", "EffectiveTaxRate 0.21"),
        ("The NPL ratio was again lower at 0.9%.", "NonPerformingLoanRatio 0.009"),
        ("Net profit was up 4% at £310m.", "^NetProfit 0.04; NetProfit 310000000"),
        ("Customer deposits were £1.3bn higher at £19.7bn.", "~Deposits 1300000000; Deposits 19700000000"),
        ("Net profit was higher by 4%.", "^NetProfit 0.04"),
    ],
)
def test_a_rate_that_was_higher_at_so_much_came_to_it(text: str, expected: str) -> None:
    """A word of comparison before "at" only says how the value compares."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Net interest income grew by 9% in local currency but by only 3% in sterling.",
            "^NetInterestIncome+ConstantExchangeRate 0.09; ^NetInterestIncome 0.03",
        ),
        (
            "Fee income rose 12% at constant exchange rates and just 4% in pounds.",
            "^FeeAndCommissionIncome+ConstantExchangeRate 0.12; ^FeeAndCommissionIncome 0.04",
        ),
        (
            "Net profit was up 12% in constant-currency terms, or 4% when translated into sterling.",
            "^NetProfit+ConstantExchangeRate 0.12; ^NetProfit 0.04",
        ),
        (
            "Gross loans increased 6%, on a constant-currency basis, to £40bn.",
            "^Loans+ConstantExchangeRate 0.06; Loans 40000000000",
        ),
        (
            "Operating expenses declined 2% in local currency but 5% in reported terms.",
            "^OperatingExpenses+ConstantExchangeRate -0.02; ^OperatingExpenses -0.05",
        ),
    ],
)
def test_a_growth_in_another_money_goes_on_from_the_one_before(text: str, expected: str) -> None:
    """Behind a growth at constant rates, one that is told in a currency is the reported one, and no share."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Net profit of £90m was 5% higher than both the previous quarter and a year ago.",
            "NetProfit 90000000; ^NetProfit+PrecedingPeriod 0.05",
        ),
        (
            "At £240m, fee income was 3% above both the second quarter and the same quarter of 2023.",
            "FeeAndCommissionIncome 240000000; ^FeeAndCommissionIncome+PrecedingPeriod 0.03",
        ),
        (
            "Net profit was 5% higher than in the previous quarter and 7% higher than a year ago.",
            "^NetProfit+PrecedingPeriod 0.05; ^NetProfit 0.07",
        ),
    ],
)
def test_a_change_against_both_of_two_times_has_its_own_time(text: str, expected: str) -> None:
    """The second of two bases is no time of the figure."""
    assert said(text, "2024-07-01/2024-09-30") == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ROE was 12.8%, above the 12% we had targeted.",
            "ReturnOnAverageEquity 0.128; ReturnOnAverageEquity+Target 0.12",
        ),
        (
            "Operating expenses of £1.02bn came in below the £1.05bn to which we had guided.",
            "OperatingExpenses 1020000000; OperatingExpenses+Forecast 1050000000",
        ),
        (
            "The net interest margin of 3.12% compares with the 3.05% that management had expected.",
            "NetInterestMargin 0.0312; NetInterestMargin+Forecast 0.0305",
        ),
        (
            "ROE was 12.8%, ahead of the 12% or so we guided to in February.",
            "ReturnOnAverageEquity 0.128; ReturnOnAverageEquity+Forecast 0.12",
        ),
        (
            "Gross loans of £60bn compare with the £57bn we reported in 2023.",
            "Loans 60000000000; Loans@2023-12-31 57000000000",
        ),
        (
            "Operating expenses were £1.02bn, up from the £0.98bn we incurred in 2023.",
            "OperatingExpenses 1020000000; OperatingExpenses@2023 980000000",
        ),
    ],
)
def test_what_somebody_had_planned_is_a_plan(text: str, expected: str) -> None:
    """The value that something is compared with is no year's where a clause behind it says that it was expected."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Irish subsidiary contributed profit before tax of £12m.", "?"),
        ("Our partnership with the Post Office generated fee income of £41m.", "?"),
        ("The fintech venture earned operating income of £20m.", "?"),
        ("The takeover also produced a net profit of £7m.", "?"),
        ("The new platform attracted customer deposits of £1.1bn.", "?"),
        ("The acquisition added gross loans of £3.1bn.", "?"),
        ("The year ended with customer deposits of £61bn.", "Deposits 61000000000"),
        ("Hill Bank generated operating income of £2.1bn.", "OperatingIncome 2100000000"),
        (
            "A strong second half produced fee income of £200m.",
            "FeeAndCommissionIncome@2024-07-01/2024-12-31 200000000",
        ),
    ],
)
def test_what_a_part_earned_is_not_all(text: str, expected: str) -> None:
    """A subsidiary, a venture or a sale that no term names has figures of its own."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dividends per share were 32 pence, seven pence higher than last year.",
            "DividendsPerShare 0.32; ~DividendsPerShare 0.07",
        ),
        (
            "Tangible net assets per share rose nine pence to 187 pence.",
            "~TangibleNetAssetsPerShare 0.09; TangibleNetAssetsPerShare 1.87",
        ),
    ],
)
def test_points_and_pence_are_said_in_words_too(text: str, expected: str) -> None:
    """A number word takes the unit behind it, and no figure before takes its points."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fee income of £60m in the fourth quarter took the total for the year to £230m.",
            "FeeAndCommissionIncome@2024-10-01/2024-12-31 60000000; FeeAndCommissionIncome 230000000",
        ),
        (
            "Growth of £2bn in the year took gross loans to £60bn.",
            "~Loans 2000000000; Loans 60000000000",
        ),
    ],
)
def test_a_time_behind_what_moves_the_next_figure_is_of_that(text: str, expected: str) -> None:
    """In "14p brings the total for the year to 26p" the year is the total's."""
    assert said(text) == expected.split("; ")


def test_points_behind_a_score_are_none_of_its_own() -> None:
    """In "is 31, 7 points up" the score takes no points, and one reading of such a figure says nothing of the next."""
    for text in (
        "The score is 31, 7 points up on last year.",
        "The score is 31, seven points up on last year.",
    ):
        figures = find_figures(text.lower(), load_language("en"))
        assert [(figure.kind, figure.is_points) for figure in figures] == [
            ("", False),
            ("percentage_points", True),
        ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Customer deposits rose by £2.6bn. Of this, £1.9bn came from personal customers.",
            "~Deposits 2600000000; ~Deposits+PersonalCustomers 1900000000",
        ),
        (
            "Gross loans fell by £4bn. Of that, corporate loans accounted for £3bn.",
            "~Loans -4000000000; ~Loans+CorporateCustomers -3000000000",
        ),
        (
            "Gross loans were £40bn. Of this, corporate loans accounted for £15bn.",
            "Loans 40000000000; Loans+CorporateCustomers 15000000000",
        ),
        ("Net profit was raised by half a billion pounds.", "~NetProfit 500000000"),
        (
            "The net interest margin fell by half a percentage point to 2.1%.",
            "~NetInterestMargin -0.005; NetInterestMargin 0.021",
        ),
        ("Half of our employees are women.", "%NumberOfEmployees+FemaleEmployees 0.50"),
        ("Half a year later customer deposits were £41bn.", "Deposits 41000000000"),
    ],
)
def test_of_this_is_of_the_change_before_and_half_a_penny_is_no_half(text: str, expected: str) -> None:
    """What the sentence before tells is a change, so its part is one; half of one of a unit is half a unit."""
    assert said(text) == expected.split("; ")
