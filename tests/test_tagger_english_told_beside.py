"""What English reports tell beside a figure: growths said twice, parts that nothing explains, when something was decided.

Each table crosses a form with other subjects and verbs; sentences that look alike and say something else are in it.
"""

from __future__ import annotations

import pytest

from tests.tagging_example import taxonomy_in_data
from tests.test_tagger_english_sweeps import said

_GROWTHS_SAID_WITH_THEIR_AMOUNT: tuple[tuple[str, list[str]], ...] = (
    (
        "Net profit was £5,376 million, £1,074 million or 16.7% lower than in 2023.",
        ["NetProfit 5376000000", "~NetProfit -1074000000", "^NetProfit -0.167"],
    ),
    (
        "Operating income was £250.5 million or 15.7% higher than in 2023.",
        ["~OperatingIncome 250500000", "^OperatingIncome 0.157"],
    ),
    (
        "Operating income was £250.5 million, or 15.7% higher than in 2023.",
        ["OperatingIncome 250500000", "^OperatingIncome 0.157"],
    ),
    (
        "Deposits stood at £12 billion, £300 million or 2.5% more than a year earlier.",
        ["Deposits 12000000000", "~Deposits 300000000", "^Deposits 0.025"],
    ),
    (
        "Net interest income came in £40 million or 8% below that of 2023.",
        ["~NetInterestIncome -40000000", "^NetInterestIncome -0.08"],
    ),
    (
        "Operating expenses were £31 million or 4% down on the previous year.",
        ["~OperatingExpenses -31000000", "^OperatingExpenses -0.04"],
    ),
    (
        "Total assets of £98 billion were £2 billion or 2% higher than at the end of 2023.",
        ["TotalAssets 98000000000", "~TotalAssets 2000000000", "^TotalAssets 0.02"],
    ),
    ("Staff costs were £90 million or 40% of operating expenses.", ["StaffCosts 90000000", "?"]),
)


@pytest.mark.parametrize(("text", "expected"), _GROWTHS_SAID_WITH_THEIR_AMOUNT)
def test_growths_said_with_their_amount(text: str, expected: list[str]) -> None:
    """An amount right before "or" and a growth that compares is the change; behind a comma it is not."""
    assert said(text) == expected


_PLANS_ON_ASSUMPTIONS: tuple[tuple[str, list[str]], ...] = (
    (
        "In 2025 we expect loans to grow by 4%. The cost-to-income ratio is to be brought below 40%.",
        ["^Loans+Forecast@2025-01-01/2025-12-31 0.04", "CostToIncomeRatio+Target@2025-01-01/2025-12-31 0.40"],
    ),
    (
        "Operating income in 2025 is pencilled in at £5.2 billion.",
        ["OperatingIncome+Forecast@2025-01-01/2025-12-31 5200000000"],
    ),
    ("Loan growth in 2025 is now seen at approximately 5%.", ["^Loans+Forecast@2025-01-01/2025-12-31 0.05"]),
    (
        "In our base case the net interest margin will be around 1.5% in 2025.",
        ["NetInterestMargin+Forecast@2025-01-01/2025-12-31 0.015"],
    ),
    (
        "On unchanged assumptions the cost-to-income ratio will fall to 41% in 2025.",
        ["CostToIncomeRatio+Forecast@2025-01-01/2025-12-31 0.41"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), _PLANS_ON_ASSUMPTIONS)
def test_plans_on_assumptions(text: str, expected: list[str]) -> None:
    """What is to be, is seen or holds on an assumption is planned, for the time that was spoken of."""
    assert said(text) == expected


_TIMES_RIGHT_BEFORE: tuple[tuple[str, list[str]], ...] = (
    (
        "Profits were weighted to the second half, where net profit was £300 million.",
        ["NetProfit@2024-07-01/2024-12-31 300000000"],
    ),
    (
        "Earnings came mostly in the first quarter, where operating income was £90 million.",
        ["OperatingIncome@2024-01-01/2024-03-31 90000000"],
    ),
    ("Loans grew in Hong Kong, where net profit was £5 million.", ["NetProfit+HongKong 5000000"]),
    (
        "Net profit was £5 million for the first quarter, a return on average assets of 1.2%.",
        ["NetProfit@2024-01-01/2024-03-31 5000000", "ReturnOnAverageAssets@2024-01-01/2024-03-31 0.012"],
    ),
    (
        "Deposits were £5 billion at the end of 2023, a loan-to-deposit ratio of 80%.",
        ["Deposits@2023-12-31 5000000000", "LoanToDepositRatio@2023-12-31 0.80"],
    ),
    (
        "Net profit was £90 million in 2023, and the cost-to-income ratio was 44%.",
        ["NetProfit@2023 90000000", "CostToIncomeRatio 0.44"],
    ),
    ("Net profit was as high as in 2022: £240 million.", ["NetProfit 240000000"]),
)


@pytest.mark.parametrize(("text", "expected"), _TIMES_RIGHT_BEFORE)
def test_times_right_before(text: str, expected: list[str]) -> None:
    """A clause of the time right before it, and what is only said beside a figure, are of that time."""
    assert said(text) == expected


_TIMES_OF_DECISIONS: tuple[tuple[str, list[str]], ...] = (
    ("In July, the Board declared a dividend of $0.31 per share.", ["Dividend 0.31"]),
    ("On 24 July the directors approved a dividend of $0.31 per share.", ["Dividend 0.31"]),
    (
        "The Annual General Meeting of April 2024 approved a dividend of $1.20 per share for the 2023 financial year.",
        ["Dividend@2023 1.20"],
    ),
    ("In April the Board recommended a dividend of $0.40 per share for 2023.", ["Dividend@2023 0.40"]),
    (
        "In the second quarter, diluted earnings per share were $0.71.",
        ["DilutedEarnings@2024-04-01/2024-06-30 0.71"],
    ),
    (
        "We recommend a final dividend of 11.3p per share, which brings the total for the year to 16.5p per share.",
        ["?", "Dividend 0.165"],
    ),
    ("The directors declared an interim dividend of 5.2p per share.", ["?"]),
    ("A dividend of 16.5p per share is proposed.", ["Dividend 0.165"]),
)


@pytest.mark.parametrize(("text", "expected"), _TIMES_OF_DECISIONS)
def test_times_of_decisions(text: str, expected: list[str]) -> None:
    """When an amount a share was decided on is not what it is for, and a final dividend is a part of the year's."""
    assert said(text, "2024", taxonomy_in_data("lender")) == expected


_PARTS_THAT_NOTHING_EXPLAINS: tuple[tuple[str, list[str]], ...] = (
    ("Fintech partners represented 12% of total deposits.", ["?"]),
    ("Ruritania accounted for £231 million of profit before tax.", ["?"]),
    ("Corporate customers accounted for 31% of total loans.", ["%Loans+CorporateCustomers 0.31"]),
    ("65% of our loans are now syndicated.", ["?"]),
    ("34% of employees were women.", ["%NumberOfEmployees+FemaleEmployees 0.34"]),
    ("62% of loans were to corporate customers.", ["%Loans+CorporateCustomers 0.62"]),
    ("For customers over 60, we opened 12 lounges.", ["?", "?"]),
    ("The number of employees was over 60.", ["NumberOfEmployees 60"]),
    ("The Bank put relationship managers into 46 technology parks.", ["?"]),
    ("The net interest margin was 5.2%, or 4.9% before hedging.", ["NetInterestMargin 0.052", "?"]),
)


@pytest.mark.parametrize(("text", "expected"), _PARTS_THAT_NOTHING_EXPLAINS)
def test_parts_that_nothing_explains(text: str, expected: list[str]) -> None:
    """A share of what nothing explains is open, and so is what describes or places people."""
    assert said(text) == expected


_DEEDS_AND_DOERS: tuple[tuple[str, list[str]], ...] = (
    (
        "During the year we wrote off £517 million and recovered £88 million of loans written off in earlier years.",
        ["LoansWrittenOff 517000000", "RecoveriesOfLoansWrittenOff 88000000"],
    ),
    ("In 2024 we wrote off £40 million of loans.", ["LoansWrittenOff 40000000"]),
    (
        "Customers carried out transactions of £33 billion on mobile banking.",
        ["PaymentVolume+MobileBankingServices 33000000000"],
    ),
    (
        "The Bank had 24.6 million personal customers and 612,000 corporate ones, up by 19,000.",
        [
            "NumberOfCustomers+PersonalCustomers 24600000",
            "NumberOfCustomers+CorporateCustomers 612000",
            "~NumberOfCustomers+CorporateCustomers 19000",
        ],
    ),
    (
        "We serve 3 million personal customers and 40,000 corporate ones.",
        ["NumberOfCustomers+PersonalCustomers 3000000", "NumberOfCustomers+CorporateCustomers 40000"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), _DEEDS_AND_DOERS)
def test_deeds_and_doers(text: str, expected: list[str]) -> None:
    """What was done with what a name behind the amount names, by those who are counted."""
    assert said(text) == expected


_ASIDES_ABOUT_THE_COUNTED: tuple[tuple[str, list[str]], ...] = (
    (
        "Private banking customers, served from One Pier Street in Central and 27 other centres, numbered 11,460.",
        ["?", "NumberOfCustomers+PrivateBankingCustomers 11460"],
    ),
    (
        "Private banking customers, for whom the threshold is assets of £6 million, numbered 21,736, an increase of 2,508.",
        [
            "AssetThresholdOfCustomerClass+PrivateBankingCustomers 6000000",
            "NumberOfCustomers+PrivateBankingCustomers 21736",
            "~NumberOfCustomers+PrivateBankingCustomers 2508",
        ],
    ),
    (
        "214,000 people, many of them migrants, attended financial education courses.",
        ["NumberOfPeopleReachedByFinancialEducation 214000"],
    ),
    (
        "1,200 people, most of them pupils, took part in financial education.",
        ["NumberOfPeopleReachedByFinancialEducation 1200"],
    ),
    (
        "Personal customers, of whom 40% are retired and 12% abroad, numbered 3 million.",
        ["?", "?", "NumberOfCustomers+PersonalCustomers 3000000"],
    ),
    (
        "Mobile banking customers, looked after by 12 teams in 3 towns, numbered 40,000.",
        ["?", "?", "NumberOfCustomers+MobileBankingServices 40000"],
    ),
    (
        "We are grateful to our 2,870 employees who worked in the lounges during the year.",
        ["NumberOfEmployees 2870"],
    ),
    ("12 people, some of them in Leeds, were unhappy.", ["?"]),
)


@pytest.mark.parametrize(("text", "expected"), _ASIDES_ABOUT_THE_COUNTED)
def test_asides_about_the_counted(text: str, expected: list[str]) -> None:
    """An aside with figures or about some of those counted parts nothing from its verb."""
    assert said(text) == expected


_TERMS_OF_THE_SHIPPED_TAXONOMY: tuple[tuple[str, list[str]], ...] = (
    ("Allowance coverage stood at 138%.", ["ProvisionCoverageRatio 1.38"]),
    ("Allowance to NPLs was 208.35%.", ["ProvisionCoverageRatio 2.0835"]),
    (
        "NPL coverage rose to 150% from 140%.",
        ["ProvisionCoverageRatio 1.50", "ProvisionCoverageRatio@2023-12-31 1.40"],
    ),
    (
        "The number of customers with outstanding loans reached 286,400, an increase of 21,700.",
        ["NumberOfBorrowers 286400", "~NumberOfBorrowers 21700"],
    ),
    (
        "Household loans were £143 billion and home mortgages £96 billion.",
        ["Loans+PersonalCustomers 143000000000", "Loans+ResidentialMortgageLoans 96000000000"],
    ),
    ("The Bank operates in 19 countries.", ["NumberOfCountriesOrRegionsWithPresence 19"]),
    (
        "The Bank has a network spanning nineteen countries and regions.",
        ["NumberOfCountriesOrRegionsWithPresence 19"],
    ),
    (
        "The Bank handled supply chain finance business of £186 billion during the year.",
        ["SupplyChainFinanceVolume 186000000000"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), _TERMS_OF_THE_SHIPPED_TAXONOMY)
def test_terms_of_the_shipped_taxonomy(text: str, expected: list[str]) -> None:
    """What reports call borrowers, coverage, households and places of presence."""
    assert said(text) == expected


_NAMES_BEHIND_THE_VERB_LEFT_OUT: tuple[tuple[str, list[str]], ...] = (
    (
        "We expect net interest income to grow by 9% to 10% in 2025 and operating expenses of £396 million to £400 million.",
        [
            "^NetInterestIncome+Low+Forecast@2025-01-01/2025-12-31 0.09",
            "^NetInterestIncome+High+Forecast@2025-01-01/2025-12-31 0.10",
            "OperatingExpenses+Low+Forecast@2025-01-01/2025-12-31 396000000",
            "OperatingExpenses+High+Forecast@2025-01-01/2025-12-31 400000000",
        ],
    ),
    (
        "In 2025 we expect loans to grow by 4% to 5% and fee income of £20 million to £25 million.",
        [
            "^Loans+Low+Forecast@2025-01-01/2025-12-31 0.04",
            "^Loans+High+Forecast@2025-01-01/2025-12-31 0.05",
            "FeeAndCommissionIncome+Low+Forecast@2025-01-01/2025-12-31 20000000",
            "FeeAndCommissionIncome+High+Forecast@2025-01-01/2025-12-31 25000000",
        ],
    ),
    (
        "Loans grew by 9% to £12 billion and deposits by 3% to £8 billion.",
        ["^Loans 0.09", "Loans 12000000000", "^Deposits 0.03", "Deposits 8000000000"],
    ),
    (
        "Operating expenses grew by £132 million, of which staff costs were 73 million.",
        ["~OperatingExpenses 132000000", "~StaffCosts 73000000"],
    ),
    (
        "Total assets rose by £20 billion, of which loans £8 billion.",
        ["~TotalAssets 20000000000", "~Loans 8000000000"],
    ),
    (
        "For 2025 we aim for a return on equity of 18% and cost to income of 30%.",
        [
            "ReturnOnAverageEquity+Target@2025-01-01/2025-12-31 0.18",
            "CostToIncomeRatio+Target@2025-01-01/2025-12-31 0.30",
        ],
    ),
)


@pytest.mark.parametrize(("text", "expected"), _NAMES_BEHIND_THE_VERB_LEFT_OUT)
def test_names_behind_the_verb_left_out(text: str, expected: list[str]) -> None:
    """A range of amounts behind another name is none of a change, and a part of a change is one."""
    assert said(text) == expected


_AMOUNTS_OF_WHAT_WAS_SAID_BEFORE: tuple[tuple[str, list[str]], ...] = (
    (
        "During the year the Bank issued £2.25 billion of bonds and A$800 million of bonds.",
        ["BondsIssued 2250000000", "BondsIssued 800000000"],
    ),
    ("We wrote off £40 million of loans and £3 million of leases.", ["LoansWrittenOff 40000000", "?"]),
    (
        "Loans written off were £5.7 million, of which £3.9 million related to personal customers.",
        ["LoansWrittenOff 5700000", "LoansWrittenOff+PersonalCustomers 3900000"],
    ),
    ("The new rules will cost us between 40 and 60 basis points of common equity tier 1.", ["?", "?"]),
    ("The reform cost 25 basis points of the common equity tier 1 ratio.", ["?"]),
    ("The cost of risk was 40 basis points of loans.", ["CreditCostRatio 0.0040"]),
)


@pytest.mark.parametrize(("text", "expected"), _AMOUNTS_OF_WHAT_WAS_SAID_BEFORE)
def test_amounts_of_what_was_said_before(text: str, expected: list[str]) -> None:
    """What an amount is of may be the same noun again, or a part that something related to."""
    assert said(text) == expected


_THOSE_WHO_WERE_BOUGHT: tuple[tuple[str, list[str]], ...] = (
    (
        "We completed the purchase of Pemberton Hale, a planning firm in Harrogate with total assets of £0.6 billion.",
        ["?"],
    ),
    (
        "The Bank agreed to acquire Cedar Prairie of Dubuque, which had total assets of £1.4 billion and 17 branches at June 30.",
        ["?", "?"],
    ),
    ("In May we acquired Elm Trust, with deposits of £2 billion.", ["?"]),
    ("In June we bought Elm Trust for £20 million. Net profit was £3 million.", ["?", "NetProfit 3000000"]),
    ("We bought Fernhill, whose 40 branches and 300,000 customers lie in the north.", ["?", "?"]),
    ("The Bank acquired new customers, with deposits of £2 billion.", ["Deposits 2000000000"]),
)


@pytest.mark.parametrize(("text", "expected"), _THOSE_WHO_WERE_BOUGHT)
def test_those_who_were_bought(text: str, expected: list[str]) -> None:
    """What is said of who was bought is another's figure."""
    assert said(text) == expected


_VALUES_THAT_ARE_SETTLED: tuple[tuple[str, list[str]], ...] = (
    (
        "For 2025 operating expenses have been fixed at £735 million.",
        ["OperatingExpenses@2025-01-01/2025-12-31 735000000"],
    ),
    (
        "For 2025 operating expenses have been increased by 8% to £735 million.",
        [
            "^OperatingExpenses@2025-01-01/2025-12-31 0.08",
            "OperatingExpenses@2025-01-01/2025-12-31 735000000",
        ],
    ),
    ("For 2025 operating expenses are £735 million.", ["?"]),
    (
        "The target for the cost-to-income ratio in 2026 has been raised to 45%.",
        ["CostToIncomeRatio+Target@2026-01-01/2026-12-31 0.45"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), _VALUES_THAT_ARE_SETTLED)
def test_values_that_are_settled(text: str, expected: list[str]) -> None:
    """What was fixed already for a time to come is no plan; what only is so then is open."""
    assert said(text) == expected
