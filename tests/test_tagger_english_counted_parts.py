"""Counts and amounts of parts, of new things and of what was done with some; values of another time; verbs that end."""

from __future__ import annotations

import pytest

from tests.test_tagger_english_sweeps import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of our employees, 6,900 are women and 5,530 men.", "+FemaleEmployees 6900; +MaleEmployees 5530"),
        (
            "Of these employees, 210 are tellers and 80 relationship managers.",
            "+Tellers 210; +RelationshipManagers 80",
        ),
        ("Of our 12,400 employees, 6,900 are women.", " 12400; +FemaleEmployees 6900"),
        ("Among our employees, 40 are technology staff.", "+TechnologyStaff 40"),
        ("Among our employees, 120 are data scientists.", "?"),
        ("Of the employees, 300 were in Vietnam.", "?"),
        ("All 26 meeting rooms are used by our 1,200 employees.", "?; 1200"),
    ],
)
def test_a_part_that_a_count_is_said_to_be(text: str, expected: str) -> None:
    """What nothing explains is no whole: 120 are data scientists."""
    found = [one.replace("NumberOfEmployees", "") for one in said(text)]

    assert [one.strip() for one in found] == [one.strip() for one in expected.split(";")]


@pytest.mark.parametrize(
    "text",
    [
        "Eight new branches",
        "The Bank was joined by 410,000 new customers.",
        "Among them were 40 new ATMs.",
        "Some 200 ATMs replaced in 2024.",
        "More than 30 branches modernised",
        "Among our outlets, 212 are in Ruritania.",
        "Of deposits, £3bn were in Ruritania.",
    ],
)
def test_some_of_the_things_are_not_all(text: str) -> None:
    """New ones, those that something was done with, and those in a place that nothing explains are a part."""
    assert said(text) == ["?"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There are 3,200 ATMs installed across the city.", "NumberOfAutomatedTellerMachines 3200"),
        ("We have 342 branches located in many towns.", "NumberOfOutlets 342"),
        ("Twelve new branches were opened.", "NumberOfOutletsOpened 12"),
        (
            "Our network grew by eight new branches to 342.",
            "~NumberOfOutlets 8; NumberOfOutlets 342",
        ),
    ],
)
def test_all_that_there_are(text: str, expected: str) -> None:
    """What only says where they stand leaves none out, and a flow is of new ones."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Loans ended the year £31bn above their level at the end of 2023.", "~Loans 31000000000"),
        ("Deposits closed the year £6bn below their level at the end of 2023.", "~Deposits -6000000000"),
        ("Customer deposits stood £12bn above the level of a year before.", "~Deposits 12000000000"),
        ("Net profit came in £300m below that of 2023.", "~NetProfit -300000000"),
        ("Total assets finished 2024 £40bn higher than a year earlier.", "~TotalAssets 40000000000"),
        ("Loans ended the year at £31bn, above their level at the end of 2023.", "Loans 31000000000"),
        ("Total assets of £40bn were above those of 2023.", "TotalAssets 40000000000"),
    ],
)
def test_an_amount_that_is_compared_behind_a_verb_of_state(text: str, expected: str) -> None:
    """What it came to has a link before it."""
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Net profit fell short of the previous year's £39m.", "NetProfit@2023 39000000"),
        ("Operating expenses rose above the previous year's £18.4m.", "OperatingExpenses@2023 18400000"),
        ("The NPL ratio fell below last year's 1.05%.", "NonPerformingLoanRatio@2023-12-31 0.0105"),
        ("Card spending fell short of 2023's £215m.", "CardSpendingVolume@2023 215000000"),
        (
            "Net fee and commission income dropped below the prior year's £5m.",
            "NetFeeAndCommissionIncome@2023 5000000",
        ),
        ("Total assets grew beyond last year's £9bn.", "TotalAssets@2023-12-31 9000000000"),
        ("Deposits grew over the previous year's level by £5bn.", "~Deposits 5000000000"),
        ("Net profit fell £39m short of the previous year.", "~NetProfit -39000000"),
    ],
)
def test_what_a_time_owns_is_its_value(text: str, expected: str) -> None:
    """A verb of change before it says how this year's stands to it."""
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Loans written off were £310m, £40m less than in 2023, and recoveries £90m.",
            "RecoveriesOfLoansWrittenOff 90000000",
        ),
        (
            "Deposits were £352m, £17m up on the year, and total assets £1,300m.",
            "TotalAssets 1300000000",
        ),
        (
            "Staff costs were £9m, £1m more than in 2023, and other operating income £2m.",
            "OtherOperatingIncome 2000000",
        ),
        ("Loans rose by £5bn and deposits £3bn.", "~Deposits 3000000000"),
    ],
)
def test_a_comparative_does_not_go_on(text: str, expected: str) -> None:
    """Only a verb that stands before its figure is left out behind the next name."""
    assert said(text)[-1] == expected


def test_whose_part_stands_before_both_verbs() -> None:
    """What is behind the first figure is not what the second verb is about."""
    text = "Women hold 38% of senior management positions and make up 56% of our workforce."

    assert said(text) == ["?", "%NumberOfEmployees+FemaleEmployees 0.56"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The NPL ratio of corporate loans was 1.2% and that of personal loans 0.7%.",
            "NonPerformingLoanRatio+PersonalCustomers 0.007",
        ),
        (
            "The provision coverage ratio of corporate loans was 180% and that of personal loans 240%.",
            "ProvisionCoverageRatio+PersonalCustomers 2.40",
        ),
        (
            "Demand deposits grew by 4% and those of corporate customers by 6%.",
            "^Deposits+CorporateCustomers 0.06",
        ),
        (
            "Deposits of personal customers were £147m and those of corporate customers £205m.",
            "Deposits+CorporateCustomers 205000000",
        ),
        (
            "Net interest income grew by 5% and that of personal banking by 7%.",
            "^NetInterestIncome+PersonalBankingSegment 0.07",
        ),
        ("The share of green loans was 5% and that of short-term loans 34%.", "%Loans+ShortTermLoans 0.34"),
        ("The average balance of loans was £880m, and that of deposits £345m.", "?"),
        ("Interest income was £60m, that from loans £40m.", "?"),
        ("The growth of loans was 5% and that of deposits 7%.", "^Deposits 0.07"),
        (
            "The number of credit cards was 4.8 million and that of customers 6.1 million.",
            "NumberOfCustomers 6100000",
        ),
    ],
)
def test_what_a_pronoun_stands_for(text: str, expected: str) -> None:
    """The name behind it tells its part, and no figure of its own; a growth or a number is of what is named."""
    assert said(text)[-1] == expected


def test_what_an_amount_was_may_be_no_part() -> None:
    """An amount that was outstanding is all of it; one that is in a place that nothing explains is not."""
    assert (
        said("Personal loans were $5 billion. Mortgages fared better: $3 billion was outstanding.")[-1] != "?"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Bank had 96 branches in 17 countries.", "NumberOfOutlets 96; ?"),
        ("We have branches across 11 provinces.", "?"),
        (
            "Our 1,102 branches and 385 ATMs are spread over 23 states and 3 union territories.",
            "NumberOfOutlets 1102; NumberOfAutomatedTellerMachines 385; ?; ?",
        ),
        (
            "The Bank had 3,284 employees in 22 cities at the end of the year (2023: 3,231).",
            "NumberOfEmployees 3284; ?; NumberOfEmployees@2023-12-31 3231",
        ),
        ("We opened two branches, bringing the number to 96.", "NumberOfOutletsOpened 2; NumberOfOutlets 96"),
        ("We opened 12 branches, taking the total to 96.", "NumberOfOutletsOpened 12; NumberOfOutlets 96"),
        (
            "We closed 12 branches in 2024, leaving 84 at the end of the year.",
            "NumberOfOutletsClosed 12; NumberOfOutlets 84",
        ),
        ("We opened 12 branches, which took 8 months.", "NumberOfOutletsOpened 12"),
    ],
)
def test_places_are_not_what_is_counted_and_a_deed_leaves_so_many(text: str, expected: str) -> None:
    """What a count across places counts is none of the things; what a deed brings their number to is."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deposits were £590bn with an average balance of £2m.", "Deposits 590000000000; ?"),
        ("Total loans were £88bn with an average loan-to-value of 61%.", "Loans 88000000000; ?"),
        (
            "Deposits were £590bn at an average cost of 2.1%.",
            "Deposits 590000000000; AverageInterestRateOfDeposits 0.021",
        ),
        ("Deposits averaged £5bn.", "?"),
    ],
)
def test_what_leads_to_the_next_amount_says_nothing_of_the_one_before(text: str, expected: str) -> None:
    """An average that the next amount is does not make one of the amount before it."""
    assert said(text) == expected.split("; ")
