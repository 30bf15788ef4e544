"""Plans for a time named without its year, parts of a currency before their number, and how far something is from then."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings, ledger_of, profile_of

NPL, TIER, DEPOSITS = "NonPerformingLoanRatio", "CommonEquityTier1Ratio", "DepositsFromCustomers"


@pytest.mark.parametrize(
    ("text", "period", "when"),
    [
        ("We aim to bring the NPL ratio below 3.5% by December.", "2024Q3", "2024-12-31"),
        ("By March we want the NPL ratio to be below 3.5%.", "2024Q3", "2025-03-31"),
        ("The NPL ratio should fall below 3.5% by the end of December.", "2024", "2025-12-31"),
        ("Before 30 June the NPL ratio is to be brought below 3.5%.", "2024", "2025-06-30"),
        ("The target is to cut the NPL ratio to 3.5% no later than June.", "2024", "2025-06-30"),
        ("We target an NPL ratio of 3.5% by year-end.", "2024", "2025-12-31"),
        ("In the first half we expect the NPL ratio to fall to 3.5%.", "2024", "2025-06-30"),
        (
            "The NPL ratio was 3.1%, better than our target of 3.5% at the end of December.",
            "2024",
            "2024-12-31",
        ),
        ("By the end of the year the NPL ratio should reach 3.5%.", "2024Q3", "2024-12-31"),
        ("We expect the fourth quarter to be weaker, with an NPL ratio of 3.5%.", "2024Q3", "2024-12-31"),
        ("We aim to bring the NPL ratio to 3.5% by June 2024.", "2024Q3", "2024-06-30"),
        ("The NPL ratio fell to 3.5% by June.", "2024Q3", "2024-06-30"),
    ],
)
def test_a_plan_is_for_the_next_time_by_its_name(text: str, period: str, when: str) -> None:
    """What is over has no plans; a year that is said holds, and so does what there is."""
    told = fact_readings(text, period)
    assert [reading[2] for reading in told if reading[3] == "0.035"] == [when]


@pytest.mark.parametrize(
    ("text", "currency", "value", "unit"),
    [
        ("Earnings per share were US cents 3.18.", "USD", "0.0318", "USD/shares"),
        ("Basic earnings per share of HK cents 52 were paid.", "HKD", "0.52", "HKD/shares"),
        ("Earnings per share rose to EUR cents 44.", "EUR", "0.44", "EUR/shares"),
        ("Earnings per share rose to 44 EUR cents.", "GBP", "0.44", "EUR/shares"),
        ("Earnings per share: Sen 21.5.", "MYR", "0.215", "MYR/shares"),
        ("Earnings per share were 82 kobo.", "NGN", "0.82", "NGN/shares"),
        ("Earnings per share were 38 fils.", "KWD", "0.038", "KWD/shares"),
        ("Earnings per share were 38 fils.", "AED", "0.38", "AED/shares"),
        ("每股盈利為港仙52。", "HKD", "0.52", "HKD/shares"),
    ],
)
def test_a_part_of_a_currency_before_or_behind_its_number(
    text: str, currency: str, value: str, unit: str
) -> None:
    """Cents are hundredths wherever they stand, the fils of Kuwait thousandths."""
    row = next(row for row in ledger_of(text, profile=profile_of(currency=currency)).rows if row.concept)
    assert (row.value, row.unit) == (value, unit)


def test_what_ends_a_rate_is_no_cent() -> None:
    """A number behind five per cent is no amount of money."""
    rows = ledger_of("Deposits grew by five per cent 12 months ago.").rows
    assert all(row.unit == "pure" for row in rows if row.status == "fact")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Deposits were above the level of 2023 by $3bn.",
            [("IncreaseDecreaseInDepositsFromCustomers", "3000000000")],
        ),
        ("Net profit was below the prior year by $7m.", [("IncreaseDecreaseInNetProfit", "-7000000")]),
        (
            "Operating expenses were higher than a year ago by nearly 4%.",
            [("GrowthRateOfOperatingExpenses", "0.04")],
        ),
        ("Net profit was up on last year by $7m.", [("IncreaseDecreaseInNetProfit", "7000000")]),
        (
            "Net profit improved too, by $4m to $31m.",
            [("IncreaseDecreaseInNetProfit", "4000000"), ("NetProfit", "31000000")],
        ),
        (
            "The NPL ratio worsened all the same, by 20 basis points to 1.3%.",
            [("IncreaseDecreaseInNonPerformingLoanRatio", "0.0020"), ("NonPerformingLoanRatio", "0.013")],
        ),
        (
            "Headcount rose for once, by 120 to 4,300.",
            [("IncreaseDecreaseInNumberOfEmployees", "120"), ("NumberOfEmployees", "4300")],
        ),
        (
            "Loans shrank for the third year in a row, by 4% to $9bn.",
            [
                ("GrowthRateOfLoansAndAdvancesToCustomers", "-0.04"),
                ("LoansAndAdvancesToCustomers", "9000000000"),
            ],
        ),
        ("Deposits will rise above $5bn in 2025.", [(DEPOSITS, "5000000000")]),
        ("We expect the NPL ratio to fall below 2% in 2025.", [(NPL, "0.02")]),
        ("Costs apart, deposits climbed above the $5bn mark in 2023.", [(DEPOSITS, "5000000000")]),
    ],
)
def test_how_far_something_moved_and_what_it_passed(text: str, wanted: list[tuple[str, str]]) -> None:
    """Behind a comparison "by" opens the change; words before a comma only say how it moved; a verb passes a level."""
    told: list[Reading] = fact_readings(text, "2024")
    assert [(concept, value) for concept, _, _, value in told] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("None of it could have been done without our 4,210 employees.", [("NumberOfEmployees", "4210")]),
        ("I would like to thank our 4,210 employees, wherever they work.", [("NumberOfEmployees", "4210")]),
        ("We would have needed 4,400 employees.", []),
        (
            "We are often asked why we hold on to our branches in small towns. We ended the year with 118, 6 fewer than in 2023.",
            [("NumberOfOutlets", "118"), ("IncreaseDecreaseInNumberOfOutlets", "-6")],
        ),
        ("We are often asked why we hold on to our branches in small towns. We have 118 reasons.", []),
        (
            "The Board has set a target range of 13% to 14% for the CET1 ratio.",
            [("CommonEquityTier1Ratio", "0.13"), ("CommonEquityTier1Ratio", "0.14")],
        ),
        ("The liquidity coverage ratio will be kept in a corridor of 130% to 150%.", []),
    ],
)
def test_what_is_there_whatever_would_be(text: str, wanted: list[tuple[str, str]]) -> None:
    """Our employees are there; a number alone counts the one thing that was named; both ends of a range are of the same."""
    told: list[Reading] = fact_readings(text, "2024")
    assert [(concept, value) for concept, _, _, value in told] == wanted
