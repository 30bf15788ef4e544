"""What English reports say in many forms: changes of amounts, verbs left out, signs that go on, values behind a change.

Each table crosses a form with other subjects, verbs and words; sentences that look alike and say something else are in it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tagger.reporting_period import parse_reporting_period
from taxonomy.load import load_taxonomy
from taxonomy.model import Taxonomy
from tests.tagging_example import ledger_of, profile_of, said_in

_SAMPLES = Path(__file__).parent.parent / "samples"


@cache
def _insurer() -> Taxonomy:
    return load_taxonomy(str(_SAMPLES / "insurer" / "insurer.yaml"))


_SHORT = (
    ("GrowthRateOf", "^"),
    ("IncreaseDecreaseIn", "~"),
    ("ShareOf", "%"),
    ("LoansAndAdvancesToCustomers", "Loans"),
    ("DepositsFromCustomers", "Deposits"),
    ("DepreciationAndAmortisation", "Depreciation"),
    ("GrossWrittenPremiums", "Premiums"),
)


def said(text: str, period: str = "2024", taxonomy: Taxonomy | None = None) -> list[str]:
    """Return what each quantity of a text says: "^NetProfit -0.02" for a growth, "~" a change, "%" a share, "?" left open.

    Members stand behind a plus, and the period behind an at where it is not the report's own.
    """
    entity = profile_of(currency="GBP")
    own = parse_reporting_period(period, entity.fiscal_year_end)
    usual = (f"{own.start}/{own.end}", str(own.end))

    def at(when: str) -> str:
        return "" if when in usual else "@" + when.replace("2023-01-01/2023-12-31", "2023")

    return said_in(ledger_of(text, period, taxonomy=taxonomy, profile=entity).rows, _SHORT, at)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Staff costs of £380m were £11m below the previous year.",
            "StaffCosts 380000000; ~StaffCosts -11000000",
        ),
        (
            "Total assets of £98.4bn were some £4.3bn up on the previous year end.",
            "TotalAssets 98400000000; ~TotalAssets 4300000000",
        ),
        (
            "Non-interest income was £480m, £22m ahead of 2023.",
            "NonInterestIncome 480000000; ~NonInterestIncome 22000000",
        ),
        (
            "Income tax was £200m, £14m (or 8%) up on the prior year.",
            "IncomeTaxExpense 200000000; ~IncomeTaxExpense 14000000; ^IncomeTaxExpense 0.08",
        ),
        (
            "Goodwill was £310m, around £12m short of the 2023 level.",
            "Goodwill 310000000; ~Goodwill -12000000",
        ),
        ("Net trading income of £62m, up on the prior year, was a record.", "NetTradingIncome 62000000"),
        (
            "Trading income of £62m above last year's £58m was a record.",
            "NetTradingIncome 62000000; NetTradingIncome@2023 58000000",
        ),
    ],
)
def test_an_amount_compared_with_a_time_is_a_change(text: str, expected: str) -> None:
    """Not where a name or "of" leads to it: that is the level, whatever it is compared with."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lower write-backs led to a £24m rise in impairment losses.", "~ImpairmentLosses 24000000"),
        (
            "This was driven by a £30m increase in staff costs and a £9m fall in depreciation and amortisation.",
            "~StaffCosts 30000000; ~Depreciation -9000000",
        ),
        ("A £2.1bn increase in customer deposits was recorded.", "~Deposits 2100000000"),
        ("Net profit reflected a £30m reduction in operating expenses.", "~OperatingExpenses -30000000"),
        ("There was a £70m improvement in net interest income over 2023.", "~NetInterestIncome 70000000"),
        (
            "Profit before tax rose thanks to a 12% increase in fee and commission income.",
            "^FeeAndCommissionIncome 0.12",
        ),
        (
            "Operating expenses came to £5.2bn, a 4.3% advance on the year before.",
            "OperatingExpenses 5200000000; ^OperatingExpenses 0.043",
        ),
        ("Non-performing loans of £1.1bn increase provisioning needs.", "NonPerformingLoans 1100000000"),
        ("The Board approved a £200m increase to the share buyback.", "?"),
    ],
)
def test_one_change_is_of_what_stands_behind_it(text: str, expected: str) -> None:
    """A noun of change behind an article and its measure says of what it is."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Corporate loans grew 3%, personal loans 6%.",
            "^Loans+CorporateCustomers 0.03; ^Loans+PersonalCustomers 0.06",
        ),
        ("Interest income rose 8% and interest expense 12%.", "^InterestIncome 0.08; ^InterestExpense 0.12"),
        (
            "The CET1 ratio fell 20 basis points and the leverage ratio 10 basis points.",
            "~CommonEquityTier1Ratio -0.0020; ~LeverageRatio -0.0010",
        ),
        (
            "Gross non-performing loans dropped 9% and the NPL ratio 14bps.",
            "^NonPerformingLoans -0.09; ~NonPerformingLoanRatio -0.0014",
        ),
        (
            "Staff costs fell by £9m and depreciation and amortisation £4m.",
            "~StaffCosts -9000000; ~Depreciation -4000000",
        ),
        (
            "Staff costs rose by £9m to £380m and depreciation and amortisation by £4m to £92m.",
            "~StaffCosts 9000000; StaffCosts 380000000; ~Depreciation 4000000; Depreciation 92000000",
        ),
        (
            "Profit before tax rose 9% and the CET1 ratio was 14.2%.",
            "^ProfitBeforeTax 0.09; CommonEquityTier1Ratio 0.142",
        ),
        ("Profit before tax up 9%, CET1 ratio 14.2%.", "^ProfitBeforeTax 0.09; CommonEquityTier1Ratio 0.142"),
        (
            "Profit before tax was £36m, a decrease of £9m, and net profit £27m.",
            "ProfitBeforeTax 36000000; ~ProfitBeforeTax -9000000; NetProfit 27000000",
        ),
    ],
)
def test_a_verb_is_left_out(text: str, expected: str) -> None:
    """The next thing and its measure are all that is said; a rate's own name makes a per cent that rate."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Operating income for the quarter was £440m, down 3% year on year and 1% quarter on quarter.",
            "OperatingIncome@Q 440000000; ^OperatingIncome@Q -0.03; ^OperatingIncome+PrecedingPeriod@Q -0.01",
        ),
        (
            "Loans fell 2% over the quarter and 4% year on year.",
            "^Loans+PrecedingPeriod@Q -0.02; ^Loans+SamePeriodOfPreviousYear@2023-07-01/2024-06-30 -0.04",
        ),
        (
            "Operating expenses for the quarter fell 2% sequentially but rose 4% year on year.",
            "^OperatingExpenses+PrecedingPeriod@Q -0.02; ^OperatingExpenses@Q 0.04",
        ),
        (
            "Total assets grew 9% y-o-y and 4% y-t-d.",
            "^TotalAssets+SamePeriodOfPreviousYear@2023-07-01/2024-06-30 0.09; ^TotalAssets 0.04",
        ),
        (
            "Compared to a quarter ago, net profit was down 2% at £98m.",
            "^NetProfit+PrecedingPeriod@Q -0.02; NetProfit@Q 98000000",
        ),
        ("Cost-to-income ratio 51.4% (-1.2pp)", "CostToIncomeRatio 0.514; ~CostToIncomeRatio -0.012"),
        ("CET1 ratio 14.2% (+30bps)", "CommonEquityTier1Ratio 0.142; ~CommonEquityTier1Ratio 0.0030"),
    ],
)
def test_a_sign_goes_on(text: str, expected: str) -> None:
    """What is said against another base without a verb goes the same way; a printed sign is one for points as well."""
    assert said(text, "2024H1") == expected.replace("@Q", "@2024-04-01/2024-06-30").split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The liquidity coverage ratio was 12 percentage points lower at 148%.",
            "~LiquidityCoverageRatio -0.12; LiquidityCoverageRatio 1.48",
        ),
        (
            "Return on equity slid 80 basis points, ending the year at 10.1%.",
            "~ReturnOnAverageEquity -0.0080; ReturnOnAverageEquity 0.101",
        ),
        (
            "The cost-to-income ratio was 1.2 percentage points better at 51.4%.",
            "~CostToIncomeRatio -0.012; CostToIncomeRatio 0.514",
        ),
        (
            "Our leverage ratio of 5.4% remains above our target of 4.5%.",
            "LeverageRatio 0.054; LeverageRatio+Target 0.045",
        ),
        (
            "Net interest margin compressed by 12 basis points to 211 basis points.",
            "~NetInterestMargin -0.0012; NetInterestMargin 0.0211",
        ),
        (
            "Net interest margin rose sharply by 12 basis points to 2.31%.",
            "~NetInterestMargin 0.0012; NetInterestMargin 0.0231",
        ),
        ("Net interest margin fell by 0.2 of a percentage point.", "~NetInterestMargin -0.002"),
        (
            "The proportion of demand deposits fell from 38% to 35%.",
            "%Deposits+DemandDeposits@2023-12-31 0.38; %Deposits+DemandDeposits 0.35",
        ),
        (
            "Having risen by 3% in the previous year, net interest income fell by 6%.",
            "^NetInterestIncome@2023 0.03; ^NetInterestIncome -0.06",
        ),
        (
            "After falling by 3% in 2023, net interest income rose by 6% in 2024.",
            "^NetInterestIncome@2023 -0.03; ^NetInterestIncome 0.06",
        ),
        (
            "Over the past five years total assets have grown by 6% a year.",
            "^TotalAssets+CompoundAnnual@2020-01-01/2024-12-31 0.06",
        ),
        (
            "Over the past five years total assets have grown by 34%.",
            "^TotalAssets+SeveralYears@2020-01-01/2024-12-31 0.34",
        ),
    ],
)
def test_a_value_behind_its_change(text: str, expected: str) -> None:
    """What a rate came to behind points is no growth; a measure is no end of a range; each year's growth is compound."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The loss after tax narrowed to £12m from £31m.", "NetProfit -12000000; NetProfit@2023 -31000000"),
        ("The loss after tax was £12m (2023: £31m).", "NetProfit -12000000; NetProfit@2023 -31000000"),
        (
            "A loss after tax of £31m in 2023 became a profit after tax of £14m.",
            "NetProfit@2023 -31000000; NetProfit 14000000",
        ),
        ("The loss ratio was 64.0%.", "LossRatio 0.640"),
        (
            "Premiums through brokers totalled £640m, with a further £310m coming from the online channel.",
            "Premiums+BrokerChannel 640000000; Premiums+OnlineChannel 310000000",
        ),
        (
            "Motor premiums grew 11% and home premiums 4%.",
            "^Premiums+MotorInsurance 0.11; ^Premiums+HomeInsurance 0.04",
        ),
        (
            "Value of new business grew 19% to £310m on annualised new premiums of £612m.",
            "^ValueOfNewBusiness 0.19; ValueOfNewBusiness 310000000; AnnualisedNewPremiums 612000000",
        ),
    ],
)
def test_an_insurer_says_it(text: str, expected: str) -> None:
    """A name that calls a profit a loss is negative; what a link sets behind an amount is of the next."""
    assert said(text, taxonomy=_insurer()) == expected.split("; ")


@pytest.mark.parametrize("sign", ["+", ""])
@pytest.mark.parametrize("between", [" | ", "\t"])
def test_a_printed_plus_in_a_cell_of_changes(sign: str, between: str) -> None:
    """A whole number behind a plus is a growth in a column of changes, and no product's name."""
    rows = [
        ["£ million", "2024", "2023", "% change"],
        ["Net interest income", "1,240", "1,170", f"{sign}6"],
        ["Operating expenses", "640", "653", "-2"],
        ["Profit before tax", "812", "745", f"{sign}9"],
    ]
    text = "Results\n\nIt was a good year.\n\n" + "\n".join(between.join(row) for row in rows) + "\n"
    growths = [fact for fact in said(text) if fact.startswith("^")]
    assert growths == ["^NetInterestIncome 0.06", "^OperatingExpenses -0.02", "^ProfitBeforeTax 0.09"]
