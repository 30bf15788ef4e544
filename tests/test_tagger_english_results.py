"""What English reports of results say beside their figures: bounds of a name, other subjects, targets, parts, wholes.

Each table crosses a form with other subjects, verbs and words; sentences that look alike and say something else are in it.
"""

from __future__ import annotations

import pytest

from tests.test_tagger_english_sweeps import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The capital adequacy ratio at December 31, 2024 was 17.4% with a CET1 ratio of 14.2%.",
            "CapitalAdequacyRatio 0.174; CommonEquityTier1Ratio 0.142",
        ),
        (
            "As at June 30, 2024, customer deposits were £41bn and the leverage ratio 5.1%.",
            "Deposits@2024-06-30 41000000000; LeverageRatio@2024-06-30 0.051",
        ),
        (
            "Net profit for the year ended Dec. 31, 2024 rose 6% to £412m.",
            "^NetProfit 0.06; NetProfit 412000000",
        ),
        (
            "Total assets stood at £31bn on September 30, 2024 and at £29bn on December 31, 2023.",
            "TotalAssets@2024-09-30 31000000000; TotalAssets@2023-12-31 29000000000",
        ),
    ],
)
def test_the_comma_of_a_date_parts_nothing(text: str, expected: str) -> None:
    """The subject before "December 31, 2024" is that of the figure behind it."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Net interest income after impairment losses rose 4% to £510m.", "?; ?"),
        ("Total assets net of goodwill came to £98bn.", "?"),
        ("Fee and commission income less fee and commission expense was £118m.", "?"),
        ("Net profit before net impairment losses and income tax expense was £118m.", "?"),
        (
            "Net profit rose to £301m after impairment losses of £40m.",
            "NetProfit 301000000; ImpairmentLosses 40000000",
        ),
        ("Net fee and commission income was £80m before tax.", "NetFeeAndCommissionIncome 80000000"),
        ("Operating profit before impairment losses was £640m.", "PreProvisionOperatingProfit 640000000"),
        ("Operating income before impairment charges was £640m.", "?"),
    ],
)
def test_with_or_without_another(text: str, expected: str) -> None:
    """What is before or after another thing is neither, unless a term says so."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Expected credit losses came to £44m.", "ImpairmentLosses 44000000"),
        ("Deposits of our target customers grew 4%.", "?"),
        ("Total loans should grow 5% in 2025.", "^Loans+Target@2025-01-01/2025-12-31 0.05"),
        (
            "We expect customer deposits to climb by 3% in 2025 and operating expenses to fall 2%.",
            "^Deposits+Forecast@2025-01-01/2025-12-31 0.03; ^OperatingExpenses+Forecast@2025-01-01/2025-12-31 -0.02",
        ),
        (
            "The cost-to-income ratio is forecast to ease to 48% in 2025.",
            "CostToIncomeRatio+Forecast@2025-01-01/2025-12-31 0.48",
        ),
    ],
)
def test_what_is_expected(text: str, expected: str) -> None:
    """Expected credit losses are no forecast; verbs of change stand behind "to"."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Net profit was £301m and house prices rose 3%.", "NetProfit 301000000; ?"),
        ("Net profit was £301m, while rates fell 75 basis points.", "NetProfit 301000000; ?"),
        ("Deposits were £41bn, and turnover dropped 6%.", "Deposits 41000000000; ?"),
        ("Staff costs were £380m as wages rose 3%.", "StaffCosts 380000000; ?"),
        ("Total assets were £31bn. Rents rose 3%.", "TotalAssets 31000000000; ?"),
        ("Total loans were £28bn and costs were £2bn.", "Loans 28000000000; ?"),
        (
            "Total assets were £31bn and the portfolio grew 2%.",
            "TotalAssets 31000000000; ^TotalAssets 0.02",
        ),
        (
            "Total assets were £31bn, having peaked at £33bn.",
            "TotalAssets 31000000000; TotalAssets 33000000000",
        ),
        ("Deposits were £41bn and again rose 3%.", "Deposits 41000000000; ^Deposits 0.03"),
    ],
)
def test_a_subject_that_nothing_explains(text: str, expected: str) -> None:
    """What a verb says of it is said of nothing before it."""
    found = said(text)
    assert found[:1] == expected.split("; ")[:1]
    assert found[-1] == expected.rsplit("; ", maxsplit=1)[-1] or "33" in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Impairment losses on loans were £44m, including £31m on corporate loans and £9m on residential mortgages.",
            (
                "ImpairmentLossesOnLoans 44000000; ImpairmentLossesOnLoans+CorporateCustomers 31000000; "
                "ImpairmentLossesOnLoans+ResidentialMortgageLoans 9000000"
            ),
        ),
        (
            "Impairment losses on loans were £44m, of which £31m on residential mortgages and £9m on credit card balances.",
            "ImpairmentLossesOnLoans 44000000; ImpairmentLossesOnLoans+ResidentialMortgageLoans 31000000; ?",
        ),
        (
            "Net profit was £301m, including £12m in Hong Kong.",
            "NetProfit 301000000; NetProfit+HongKong 12000000",
        ),
        (
            "Total loans were £28bn, including £3bn of residential mortgages.",
            "Loans 28000000000; Loans+ResidentialMortgageLoans 3000000000",
        ),
        ("We set aside £31m for bad loans.", "?"),
        ("The Bank earned £31m from loans and advances to customers.", "?"),
        ("We spent £31m on staff costs.", "StaffCosts 31000000"),
    ],
)
def test_laid_out_on_what_stands_behind(text: str, expected: str) -> None:
    """An amount on, for or from what is there at a day is not all there is of it."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The CET1 ratio of 14.2% was 120 basis points above our 13% target, and the leverage ratio was 5.1%.",
            "CommonEquityTier1Ratio 0.142; ?; CommonEquityTier1Ratio+Target 0.13; LeverageRatio 0.051",
        ),
        (
            "The liquidity coverage ratio, at 151%, was 51 percentage points above the 100% minimum.",
            "LiquidityCoverageRatio 1.51; ?; ?",
        ),
        (
            "Return on average equity was 11% against a 10% target and the cost-to-income ratio was 52%.",
            "ReturnOnAverageEquity 0.11; ReturnOnAverageEquity+Target 0.10; CostToIncomeRatio 0.52",
        ),
        ("The credit cost remained below 20 basis points.", "CreditCostRatio 0.0020"),
        (
            "We target a CET1 ratio above 13% and a cost-to-income ratio below 50%.",
            "?; ?",
        ),
        (
            "Net profit was £301m, 4% above last year's £290m.",
            "NetProfit 301000000; ^NetProfit 0.04; NetProfit@2023 290000000",
        ),
    ],
)
def test_held_against_a_target(text: str, expected: str) -> None:
    """How far something is from its target is no change, and what follows is no target."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Customer deposits generated £310m.", "?"),
        ("Customers moved £1.2bn into time deposits.", "?"),
        ("We placed £3bn in government bonds.", "?"),
        ("Total loans contributed £2bn to total assets.", "?"),
        ("Customers withdrew £0.4bn from savings deposits.", "?"),
        ("Customer deposits reached £41bn.", "Deposits 41000000000"),
        ("On 30 June 2024, customer deposits were £41bn.", "Deposits@2024-06-30 41000000000"),
    ],
)
def test_what_came_of_it_is_not_what_there_is(text: str, expected: str) -> None:
    """What deposits earned, or what was moved into them, are no deposits."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Net profit was £150m, or 51% of last year's total.", "NetProfit 150000000; ?"),
        (
            "Net interest income was £480m, equal to 104% of the previous year's level.",
            "NetInterestIncome 480000000; ?",
        ),
        (
            "Net profit was £150m, or £0.41 per share, for the second half.",
            "NetProfit@2024-07-01/2024-12-31 150000000; BasicEarningsPerShare@2024-07-01/2024-12-31 0.41",
        ),
        (
            "The net interest margin was 2.1% in the half-year to June 2024 and 2.2% in the half ended December 31, 2024.",
            "NetInterestMargin@2024-01-01/2024-06-30 0.021; NetInterestMargin@2024-07-01/2024-12-31 0.022",
        ),
        (
            "Staff costs were £95m in the quarter to end-March 2024.",
            "StaffCosts@2024-01-01/2024-03-31 95000000",
        ),
    ],
)
def test_whose_time_it_is(text: str, expected: str) -> None:
    """A time that owns what stands behind it is not when the amount before was."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Non-performing loans as a percentage of total loans were 1.4%.", "NonPerformingLoanRatio 0.014"),
        (
            "Non-performing loans as a share of total loans fell 5 basis points to 1.4%.",
            "~NonPerformingLoanRatio -0.0005; NonPerformingLoanRatio 0.014",
        ),
        (
            "Personal loans as a proportion of total loans rose from 31% to 33%.",
            "%Loans+PersonalCustomers@2023-12-31 0.31; %Loans+PersonalCustomers 0.33",
        ),
        ("Women as a % of employees were 51%.", "%NumberOfEmployees+FemaleEmployees 0.51"),
        (
            "Technology investment as a percentage of operating income was 4.2%.",
            "TechnologyInvestmentToOperatingIncomeRatio 0.042",
        ),
        ("Corporate loans as a percentage of our targets were 98%.", "?"),
        ("Net profit as a percentage of total assets was 0.9%.", "?"),
    ],
)
def test_as_a_percentage_of_a_whole(text: str, expected: str) -> None:
    """The part stands before, the whole behind, and the verb behind both."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Net profit for the first nine months was £36m, 6% up year on year.",
            "NetProfit@2024-01-01/2024-09-30 36000000; ^NetProfit@2024-01-01/2024-09-30 0.06",
        ),
        (
            "Staff costs came to £9m in the third quarter, 4% lower year on year.",
            "StaffCosts@2024-07-01/2024-09-30 9000000; ^StaffCosts@2024-07-01/2024-09-30 -0.04",
        ),
        (
            "In 2023, net profit was £36m, up 6% year on year.",
            "NetProfit@2023 36000000; ^NetProfit@2023 0.06",
        ),
        ("Net profit was £36m, up 6% year on year.", "NetProfit 36000000; ^NetProfit 0.06"),
    ],
)
def test_a_growth_is_of_the_part_of_the_year_before_it(text: str, expected: str) -> None:
    """A growth that goes on from an amount is of its time."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wealth management fees jumped 31%.", "^FeeAndCommissionIncome+WealthManagementFees 0.31"),
        (
            "Settlement and clearing fees amounted to RMB19m (2023: RMB18m).",
            (
                "FeeAndCommissionIncome+SettlementAndClearingFees 19000000; "
                "FeeAndCommissionIncome+SettlementAndClearingFees@2023 18000000"
            ),
        ),
        (
            "Net fee and commission income was £120m, of which custody fees were £19m.",
            "NetFeeAndCommissionIncome 120000000; NetFeeAndCommissionIncome+CustodyFees 19000000",
        ),
        ("Manufacturing grew 5%.", "?"),
        ("Corporate customers came to £5bn.", "?"),
    ],
)
def test_the_whole_that_an_axis_parts(text: str, expected: str) -> None:
    """A part alone is of what the taxonomy parts by its axis, where it is called so; the currency is no word of a name."""
    assert said(text) == expected.split("; ")


def test_a_name_without_ratio_may_end_in_a_number() -> None:
    """Common equity tier 1, of the common equity tier 1 ratio."""
    assert said("Common equity tier 1 was 14.2%.") == ["CommonEquityTier1Ratio 0.142"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Total loans were up 7.2% at £36bn, customer deposits 5.1% at £44bn.",
            "^Loans 0.072; Loans 36000000000; ^Deposits 0.051; Deposits 44000000000",
        ),
        (
            "Staff costs fell 7% to £36m and depreciation and amortisation 2% to £9m.",
            "^StaffCosts -0.07; StaffCosts 36000000; ^Depreciation -0.02; Depreciation 9000000",
        ),
        (
            "Staff costs fell 7% to £36m and the net interest margin 1.9%.",
            "^StaffCosts -0.07; StaffCosts 36000000; NetInterestMargin 0.019",
        ),
        ("We had 54 branches, four fewer than a year before.", "NumberOfOutlets 54; ~NumberOfOutlets -4"),
        ("We had 54 branches, and 12 more are planned.", "NumberOfOutlets 54; ?"),
        ("Our 5,400 colleagues served us well.", "NumberOfEmployees 5400"),
    ],
)
def test_a_verb_or_a_noun_is_understood(text: str, expected: str) -> None:
    """The verb of the clause before holds for what its growth came to; a number word goes on with its change."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Net profit was £42m, equal to £1.21 per share.", "NetProfit 42000000; BasicEarningsPerShare 1.21"),
        ("Net profit was £42m, or £1.21 a share.", "NetProfit 42000000; BasicEarningsPerShare 1.21"),
        ("Net profit rose 7% and equals £1.21 per share.", "^NetProfit 0.07; ?"),
        (
            "The Board proposes a dividend of 37 pence per share and expects net profit of £650m in 2025.",
            "DividendsPerShare 0.37; NetProfit+Forecast@2025-01-01/2025-12-31 650000000",
        ),
    ],
)
def test_what_it_comes_to_a_share(text: str, expected: str) -> None:
    """No word that says nothing names an amount a share, and "per share" is of the figure before it."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Total loans were £9bn, giving us an 8% share of the home market.",
            "Loans 9000000000; ?",
        ),
        ("Green loans made up 22% of corporate loans.", "?"),
        ("Green loans made up 22% of total loans.", "%Loans+GreenLoans 0.22"),
        ("Residential mortgages were 62% of green loans.", "?"),
    ],
)
def test_a_share_of_another_whole(text: str, expected: str) -> None:
    """A share of what nothing explains, or of another part, is no share of the whole."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We served 86 million personal and 1.4 million corporate customers.",
            "NumberOfCustomers+PersonalCustomers 86000000; NumberOfCustomers+CorporateCustomers 1400000",
        ),
        (
            "At year end there were 4,100 female and 3,900 male employees.",
            "NumberOfEmployees+FemaleEmployees 4100; NumberOfEmployees+MaleEmployees 3900",
        ),
        (
            "The Bank had 1,518 outlets, with 23 outlets opened in the year.",
            "NumberOfOutlets 1518; NumberOfOutletsOpened 23",
        ),
        ("We have 54 branches, with 3 branches renovated.", "NumberOfOutlets 54; ?"),
        (
            "Some 310 technology staff, or 5% of all employees, work in five centres.",
            "NumberOfEmployees+TechnologyStaff 310; %NumberOfEmployees+TechnologyStaff 0.05; ?",
        ),
    ],
)
def test_counts_of_parts_and_of_what_was_done(text: str, expected: str) -> None:
    """A noun stands behind the last of two counts; a deed right behind the noun is of so many."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Since I became chairman in 2019, total assets have doubled to £6bn.", "TotalAssets 6000000000"),
        (
            "Since we listed our shares in 2019, customer deposits have grown by 84%.",
            "^Deposits+SeveralYears@2020-01-01/2024-12-31 0.84",
        ),
        ("In 2019, customer deposits were £2bn.", "Deposits@2019-12-31 2000000000"),
        (
            "The leverage ratio improved 12 basis points to 7.1%.",
            "~LeverageRatio 0.0012; LeverageRatio 0.071",
        ),
    ],
)
def test_since_when(text: str, expected: str) -> None:
    """A clause with "since" is no time of what follows."""
    assert said(text) == expected.split("; ")
