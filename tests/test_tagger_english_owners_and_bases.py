"""What English leaves to its reader: whose thing was moved, what a change goes on from, numbers in names, and times before."""

from __future__ import annotations

import pytest

from tagger.words.forms import add_short_forms
from tagger.words.language import load_language
from tagger.words.word import Meaning
from tests.tagging_example import taxonomy_in_data
from tests.test_tagger_english_sweeps import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Personal Banking lifted its net profit by 12% to £168 million.",
            "^NetProfit+PersonalBankingSegment 0.12; NetProfit+PersonalBankingSegment 168000000",
        ),
        ("Retail customers reduced their deposits by 3%.", "^Deposits+PersonalCustomers -0.03"),
        (
            "Treasury trimmed its operating expenses by £3m to £41m.",
            "~OperatingExpenses+TreasurySegment -3000000; OperatingExpenses+TreasurySegment 41000000",
        ),
        ("Deposits were raised by 5%.", "^Deposits 0.05"),
        ("Mortgages boosted total loans by 8%.", "?"),
        (
            "We wrote off £5m of personal loans, 8% more than in 2023.",
            "LoansWrittenOff+PersonalCustomers 5000000; ^LoansWrittenOff+PersonalCustomers 0.08",
        ),
        (
            "Impairment losses were £5m, or 0.5% of total loans, which grew by 3%.",
            "ImpairmentLosses 5000000; ?; ^Loans 0.03",
        ),
        (
            "Mortgages made up the majority of total loans: £31.2bn, or 78% (30 June 2023: 80%).",
            (
                "Loans+ResidentialMortgageLoans 31200000000; %Loans+ResidentialMortgageLoans 0.78; "
                "%Loans+ResidentialMortgageLoans@2023-06-30 0.80"
            ),
        ),
        (
            "Mortgages were £31bn, or 78% of total loans (31 December 2023: 80%).",
            (
                "Loans+ResidentialMortgageLoans 31000000000; %Loans+ResidentialMortgageLoans 0.78; "
                "%Loans+ResidentialMortgageLoans@2023-12-31 0.80"
            ),
        ),
        (
            "Net profit was £31m, or £1.06 per share, in the second half.",
            "NetProfit@2024-07-01/2024-12-31 31000000; BasicEarningsPerShare@2024-07-01/2024-12-31 1.06",
        ),
    ],
)
def test_whose_thing_moved_and_what_a_change_goes_on_from(text: str, expected: str) -> None:
    """Its and their say whose; a change is of the figure before, and a bracket's time is of what stands in it."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tier one capital ratio was 12.1%.", "Tier1CapitalRatio 0.121"),
        ("The core tier-one ratio was 10.2%.", "CommonEquityTier1Ratio 0.102"),
        (
            "The capital adequacy ratio and the common equity tier one ratio were 15.7% and 14.9%, respectively.",
            "CapitalAdequacyRatio 0.157; CommonEquityTier1Ratio 0.149",
        ),
        (
            "Tier-two capital was £5bn and common equity tier-1 capital £40bn.",
            "Tier2Capital 5000000000; CommonEquityTier1Capital 40000000000",
        ),
        ("At level three, deposits were £5bn.", "Deposits 5000000000"),
    ],
)
def test_the_number_of_a_name_is_a_word_or_a_digit(text: str, expected: str) -> None:
    """Tier one is tier 1, and one is no figure."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "period", "expected"),
    [
        (
            "Deposits were £5bn, 2% more than at the same point last year.",
            "2024H1",
            "Deposits 5000000000; ^Deposits+SamePeriodOfPreviousYear@2023-07-01/2024-06-30 0.02",
        ),
        (
            "Deposits were £5bn, 2% more than twelve months before.",
            "2024H1",
            "Deposits 5000000000; ^Deposits+SamePeriodOfPreviousYear@2023-07-01/2024-06-30 0.02",
        ),
        (
            "Deposits were £5bn, 2% less than six months earlier.",
            "2024H1",
            "Deposits 5000000000; ^Deposits -0.02",
        ),
        ("Deposits were £5bn in December, up 3%.", "2024", "Deposits 5000000000; ^Deposits 0.03"),
        (
            "Deposits rose by 3% in December.",
            "2024",
            "^Deposits+PrecedingPeriod@2024-12-01/2024-12-31 0.03",
        ),
        (
            "Net profit was £5m in December, up 3%.",
            "2024",
            "NetProfit@2024-12-01/2024-12-31 5000000; ^NetProfit@2024-12-01/2024-12-31 0.03",
        ),
        (
            "The Board will recommend a dividend of £0.40 per share to the AGM on 24 April 2025.",
            "2024",
            "DividendsPerShare 0.40",
        ),
        (
            "At the general meeting of 24 April 2025 the Board will propose a dividend of £0.40 per share.",
            "2024",
            "DividendsPerShare 0.40",
        ),
        (
            "Comparisons are with the six months ended 30 June 2023 unless otherwise stated.\n\nLoans rose 2% to £5bn.",
            "2024H1",
            "^Loans+SamePeriodOfPreviousYear@2023-07-01/2024-06-30 0.02; Loans 5000000000",
        ),
        (
            "Comparisons are with the first half of 2023.\n\nLoans rose 2% since December, and net profit 4%.",
            "2024H1",
            "^Loans 0.02; ^NetProfit 0.04",
        ),
        (
            "Loans were 3% higher than three months before.",
            "2024H1",
            "^Loans+PrecedingPeriod@2024-04-01/2024-06-30 0.03",
        ),
        (
            "Operating expenses rose 2% from the second quarter. The cost-to-income ratio improved to 41% from 43%.",
            "2024-07-01/2024-09-30",
            (
                "^OperatingExpenses+PrecedingPeriod 0.02; CostToIncomeRatio 0.41; "
                "CostToIncomeRatio@2024-04-01/2024-06-30 0.43"
            ),
        ),
        (
            "Operating expenses rose 2% from a year ago. The cost-to-income ratio improved to 41% from 43%.",
            "2024-07-01/2024-09-30",
            "^OperatingExpenses 0.02; CostToIncomeRatio 0.41; CostToIncomeRatio@2023-07-01/2023-09-30 0.43",
        ),
        (
            "Operating expenses fell 2% from the second quarter. The cost-to-income ratio was 41%, down from 43% a year ago.",
            "2024-07-01/2024-09-30",
            (
                "^OperatingExpenses+PrecedingPeriod -0.02; CostToIncomeRatio 0.41; "
                "CostToIncomeRatio@2023-07-01/2023-09-30 0.43"
            ),
        ),
    ],
)
def test_the_time_that_something_is_measured_from(text: str, period: str, expected: str) -> None:
    """Twelve, six and three months before; and in a quarter's report what the change right before was measured from."""
    assert said(text, period) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Bank wrote off £2m of loans and recovered £1m of them.", "LoansWrittenOff 2000000; ?"),
        (
            "We wrote off £2m of loans and recovered £1m.",
            "LoansWrittenOff 2000000; RecoveriesOfLoansWrittenOff 1000000",
        ),
        ("We collected £2m of loans written off before.", "?"),
        ("The Bank recovered £2m of loans written off.", "RecoveriesOfLoansWrittenOff 2000000"),
        ("We recovered £2m of impairment losses.", "?"),
        ("Loans were £5bn, of which we sold £1bn.", "Loans 5000000000; ?"),
        ("We opened 12 branches and closed 4.", "NumberOfOutletsOpened 12; NumberOfOutletsClosed 4"),
        (
            "Loans granted came to £5bn; in the fourth quarter we granted £1bn.",
            "LoansGranted 5000000000; LoansGranted@2024-10-01/2024-12-31 1000000000",
        ),
        ("We wrote off £2m of loans.", "LoansWrittenOff 2000000"),
    ],
)
def test_what_was_done_with_the_next_amount(text: str, expected: str) -> None:
    """What was recovered is not what was written off, and a deed before the next amount is none of this one's."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("term", "said_too", "not_said"),
    [
        ("net interest margin", "nim", "net"),
        ("return on equity", "roe", "return"),
        ("opex excluding depreciation and amortisation", "opex excluding d&a", "depreciation"),
        ("aum", "assets under management", "assets"),
        ("npl ratio", "non-performing loan ratio", "loan ratio"),
        ("common equity tier 1 ratio", "cet1 ratio", "tier 1 ratio"),
        ("nominal value", "nominal value", "nim value"),
    ],
)
def test_a_term_may_be_said_by_its_usual_short_form(term: str, said_too: str, not_said: str) -> None:
    """Net interest margin is NIM, and the other way round."""
    words = {term: {Meaning("concept", "x:It"): None}}
    add_short_forms(words, load_language("en"))

    assert said_too in words
    assert not_said not in words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Corporate loans rose to 60% of total loans, personal loans to 38%.",
            "%Loans+CorporateCustomers 0.60; %Loans+PersonalCustomers 0.38",
        ),
        (
            "Mortgages made up 27% of total loans, followed by personal consumption loans with 19%.",
            "%Loans+ResidentialMortgageLoans 0.27; %Loans+PersonalConsumptionLoans 0.19",
        ),
        (
            "Corporate loans were 60% of total loans, and the net interest margin was 1.9%.",
            "%Loans+CorporateCustomers 0.60; NetInterestMargin 0.019",
        ),
        (
            "The liquidity coverage ratio was 174%, 11 percentage points higher and within our target range of 150% to 180%.",
            (
                "LiquidityCoverageRatio 1.74; ~LiquidityCoverageRatio 0.11; "
                "LiquidityCoverageRatio+Low+Target 1.50; LiquidityCoverageRatio+High+Target 1.80"
            ),
        ),
        ("We are active in 17 hubs and had 96 branches.", "?; NumberOfOutlets 96"),
        ("The Bank operates in 12 provinces and employs 9,600 people.", "?; NumberOfEmployees 9600"),
        ("The Bank had 96 branches and 12 kiosks.", "NumberOfOutlets 96; ?"),
        (
            "The Bank had 96 branches, of which 12 rural.",
            "NumberOfOutlets 96; NumberOfOutlets+CountyOutlets 12",
        ),
        (
            "The shareholders approved a dividend of £0.44 per share for 2023, a payout ratio of 50%.",
            "DividendsPerShare@2023 0.44; DividendPayoutRatio@2023 0.50",
        ),
        (
            "Net profit was £5m in 2023, and the payout ratio 50%.",
            "NetProfit@2023 5000000; DividendPayoutRatio 0.50",
        ),
    ],
)
def test_what_goes_on_in_a_list(text: str, expected: str) -> None:
    """A share goes on to the next part, a noun that nothing explains ends its own count, an apposition has its time."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fund took in £4 million.", "NetFlows 4000000"),
        ("Bond funds drew in £3.8 million.", "NetFlows 3800000"),
        ("Our savers have gathered £2 million.", "NetFlows 2000000"),
        ("We took £4 million.", "?"),
    ],
)
def test_what_clients_brought_is_an_inflow(text: str, expected: str) -> None:
    """To take in is to have net inflows, of a taxonomy that knows them."""
    assert said(text, taxonomy=taxonomy_in_data("home-lender")) == expected.split("; ")


def test_a_short_form_that_leaves_out_the_head_is_not_said_in_full() -> None:
    """CET1 may be called the ratio, and common equity tier 1 without its head is none."""
    ratio = {Meaning("concept", "x:Ratio"): None}
    words = {"cet1": dict(ratio), "common equity tier 1 ratio": dict(ratio)}
    add_short_forms(words, load_language("en"))

    assert "common equity tier 1" not in words
    assert "cet1 ratio" in words
