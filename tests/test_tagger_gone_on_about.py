"""What goes on about a subject, in its sentence or by a pronoun in the next, and parts of a year that an ordinal names."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, fact_readings, local, rows_of

YEAR, END = "2024-01-01/2024-12-31", "2024-12-31"
PROFIT, NPAT, INCOME = "ProfitBeforeTax", "NetProfit", "OperatingIncome"
DEPOSITS, CUSTOMERS, STAFF = "DepositsFromCustomers", "NumberOfCustomers", "NumberOfEmployees"
OVERSEAS, PRIVATE = "OverseasInstitutions", "PrivateBankingCustomers"

ABOUT: list[tuple[str, list[Reading]]] = [
    # a count that its clause adds about the subject
    (
        "The mobile banking service had 348 million users at the end of the year and 162 million monthly active customers.",
        [
            (CUSTOMERS, "MobileBankingServices", END, "348000000"),
            ("NumberOfMonthlyActiveCustomers", "MobileBankingServices", END, "162000000"),
        ],
    ),
    (
        "Overseas institutions made a profit before tax of $3 billion, down 4% on 2023, and had 3,400 employees.",
        [
            (PROFIT, OVERSEAS, YEAR, "3000000000"),
            ("GrowthRateOfProfitBeforeTax", OVERSEAS, YEAR, "-0.04"),
            (STAFF, OVERSEAS, END, "3400"),
        ],
    ),
    (
        "Private Banking had deposits of $30 billion and 1,200 customers.",
        [(DEPOSITS, PRIVATE, END, "30000000000"), (CUSTOMERS, PRIVATE, END, "1200")],
    ),
    (
        "Overseas institutions contributed operating income of $3.4 billion, 6% more than in 2023, with 3,400 employees.",
        [
            (INCOME, OVERSEAS, YEAR, "3400000000"),
            ("GrowthRateOfOperatingIncome", OVERSEAS, YEAR, "0.06"),
            (STAFF, OVERSEAS, END, "3400"),
        ],
    ),
    (
        "Loans to manufacturing grew by 4% to $5 billion and reached 3,200 borrowers.",
        [
            ("GrowthRateOfLoansAndAdvancesToCustomers", "Manufacturing", YEAR, "0.04"),
            ("LoansAndAdvancesToCustomers", "Manufacturing", END, "5000000000"),
            ("NumberOfBorrowers", "Manufacturing", END, "3200"),
        ],
    ),
    # … and not what another does, or what is named behind a figure alone
    (
        "Loans to manufacturing were $5 billion, and the Bank served 1.4 million customers.",
        [
            ("LoansAndAdvancesToCustomers", "Manufacturing", END, "5000000000"),
            (CUSTOMERS, "", END, "1400000"),
        ],
    ),
    (
        "There were 21 overseas branches, and 6,114 ATMs.",
        [
            ("NumberOfOutlets", "OverseasOutlets", END, "21"),
            ("NumberOfAutomatedTellerMachines", "", END, "6114"),
        ],
    ),
    # a pronoun of the next sentence
    (
        "The Bank served 421 million personal customers. Their deposits stood at $12.86 billion, up 4%.",
        [
            (CUSTOMERS, "PersonalCustomers", END, "421000000"),
            (DEPOSITS, "PersonalCustomers", END, "12860000000"),
            ("GrowthRateOfDepositsFromCustomers", "PersonalCustomers", YEAR, "0.04"),
        ],
    ),
    (
        "Overseas institutions covered 34 countries and regions. Their total assets were $214.8 billion.",
        [("TotalAssets", OVERSEAS, END, "214800000000")],
    ),
    (
        "The mobile banking app was upgraded to version 8.0 in March. It had 9.12 million users.",
        [(CUSTOMERS, "MobileBankingServices", END, "9120000")],
    ),
    (
        "Private Banking had a good year. Its deposits were $3 billion.",
        [(DEPOSITS, PRIVATE, END, "3000000000")],
    ),
    (
        "Private Banking had a good year. Deposits of its customers came to $3 billion.",
        [(DEPOSITS, PRIVATE, END, "3000000000")],
    ),
    (
        "Overseas institutions did well. They earned a profit before tax of $3 billion.",
        [(PROFIT, OVERSEAS, YEAR, "3000000000")],
    ),
    # … without one too, where the sentence is about it; where the entity is meant, the member ends with its sentence
    ("Private Banking had a good year. Deposits were $3 billion.", [(DEPOSITS, PRIVATE, END, "3000000000")]),
    ("We saw demand for private banking. Deposits were $3 billion.", [(DEPOSITS, "", END, "3000000000")]),
    (
        "Hill Bank has focused on private banking. Its deposits were $3 billion.",
        [(DEPOSITS, "", END, "3000000000")],
    ),
    # what was set up is there
    (
        "The Bank set up 22 technology finance centres.",
        [("NumberOfTechnologyFinanceCentres", "", END, "22")],
    ),
    ("Outlets were up 12.", [("IncreaseDecreaseInNumberOfOutlets", "", YEAR, "12")]),
]


@pytest.mark.parametrize(("text", "expected"), ABOUT)
def test_what_goes_on_about_a_subject_is_of_it(text: str, expected: list[Reading]) -> None:
    """And nothing else is."""
    assert fact_readings(text, "2024") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The number of customers with a balance was 127.3 thousand.",
        "Customers with outstanding complaints reached 12,000.",
        "Outlets with extended hours were 12.",
        "Branches having a counter numbered 12.",
    ],
)
def test_what_tells_some_of_counted_things_apart_leaves_no_whole(text: str) -> None:
    """All customers are more."""
    assert not fact_readings(text, "2024")


LAST, THIRD, SECOND = "2024-10-01/2024-12-31", "2024-07-01/2024-09-30", "2024-04-01/2024-06-30"
NIM = "NetInterestMargin"

ORDINALS: list[tuple[str, list[Reading]]] = [
    (
        "In the fourth quarter net profit was $3 billion, 18% more than in the third.",
        [(NPAT, "", LAST, "3000000000"), ("GrowthRateOfNetProfit", "PrecedingPeriod", LAST, "0.18")],
    ),
    (
        "In the fourth quarter the net interest margin was 2.89%, up 4 basis points on the third.",
        [(NIM, "", LAST, "0.0289"), (f"IncreaseDecreaseIn{NIM}", "PrecedingPeriod", LAST, "0.0004")],
    ),
    (
        "The second half was better. Net profit came to $1,291 million, 5.6% more than in the first and 10.9% year on year.",
        [
            (NPAT, "", "2024-07-01/2024-12-31", "1291000000"),
            ("GrowthRateOfNetProfit", "PrecedingPeriod", "2024-07-01/2024-12-31", "0.056"),
            ("GrowthRateOfNetProfit", "", "2024-07-01/2024-12-31", "0.109"),
        ],
    ),
    (
        "Net profit was $3 billion in the third quarter and $4 billion in the fourth.",
        [(NPAT, "", THIRD, "3000000000"), (NPAT, "", LAST, "4000000000")],
    ),
    (
        "Operating income fell to $2 billion in the second quarter after $3 billion in the first.",
        [(INCOME, "", SECOND, "2000000000"), (INCOME, "", "2024-01-01/2024-03-31", "3000000000")],
    ),
    (
        "In the first quarter net profit rose to $4 billion from $3 billion in the fourth.",
        [
            (NPAT, "", "2024-01-01/2024-03-31", "4000000000"),
            (NPAT, "", "2023-10-01/2023-12-31", "3000000000"),
        ],
    ),
    (
        "Net profit of the third quarter was $3 billion, 4% higher than that of the second.",
        [(NPAT, "", THIRD, "3000000000"), ("GrowthRateOfNetProfit", "PrecedingPeriod", THIRD, "0.04")],
    ),
    (
        "Operating income was $4 billion in the third quarter, 6.8% below the exceptional second quarter.",
        [
            (INCOME, "", THIRD, "4000000000"),
            ("GrowthRateOfOperatingIncome", "PrecedingPeriod", THIRD, "-0.068"),
        ],
    ),
    # what an ordinal names is no part of a year where its noun stands behind it
    (
        "In the third quarter we opened outlets in the first district. Total assets were $3 billion at 31 December.",
        [("TotalAssets", "", END, "3000000000")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ORDINALS)
def test_an_ordinal_alone_names_a_part_of_the_year(text: str, expected: list[Reading]) -> None:
    """It is as long as the part that was named before it."""
    assert fact_readings(text, "2024") == expected


def test_a_flow_against_a_part_of_the_year_that_is_not_the_one_before_is_of_no_usual_comparison() -> None:
    """The fourth quarter against the second: no growth over the year before."""
    text = "Operating income was $4 billion in the fourth quarter, 6.8% below the second quarter."
    assert [row.status for row in rows_of(text, "2024")] == ["fact", "unresolved"]


CHANGE_OF_DEPOSITS, CHANGE_OF_LOANS = (
    "IncreaseDecreaseInDepositsFromCustomers",
    "IncreaseDecreaseInLoansAndAdvancesToCustomers",
)

PARTS_OF_CHANGES: list[tuple[str, list[Reading]]] = [
    (
        "Customer loans rose by $20.3 billion, of which mortgages contributed $7.9 billion and personal loans $9.4 billion.",
        [
            (CHANGE_OF_LOANS, "", YEAR, "20300000000"),
            (CHANGE_OF_LOANS, "ResidentialMortgageLoans", YEAR, "7900000000"),
            (CHANGE_OF_LOANS, "PersonalCustomers", YEAR, "9400000000"),
        ],
    ),
    (
        "Operating expenses grew by $132 million, of which staff costs were $73 million.",
        [
            ("IncreaseDecreaseInOperatingExpenses", "", YEAR, "132000000"),
            ("IncreaseDecreaseInStaffCosts", "", YEAR, "73000000"),
        ],
    ),
    (
        "Loans to customers fell by $3 billion, of which $1 billion was in manufacturing.",
        [
            (CHANGE_OF_LOANS, "", YEAR, "-3000000000"),
            (CHANGE_OF_LOANS, "Manufacturing", YEAR, "-1000000000"),
        ],
    ),
    # what is more than the change, or of what it came to, is no part of the change
    (
        "Deposits rose by $5 billion, of which time deposits were $40 billion.",
        [
            (CHANGE_OF_DEPOSITS, "", YEAR, "5000000000"),
            (DEPOSITS, "TimeDeposits", END, "40000000000"),
        ],
    ),
    (
        "Deposits rose by $5 billion to $40 billion, of which time deposits were $4 billion.",
        [
            (CHANGE_OF_DEPOSITS, "", YEAR, "5000000000"),
            (DEPOSITS, "", END, "40000000000"),
            (DEPOSITS, "TimeDeposits", END, "4000000000"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS_OF_CHANGES)
def test_a_part_of_a_change_is_a_change(text: str, expected: list[Reading]) -> None:
    """It is said right behind the change, and is no more than that."""
    assert fact_readings(text, "2024") == expected


@pytest.mark.parametrize(
    "currency",
    ["AED", "Rp", "CHF", "PHP", "USD", "EUR", "SGD", "SEK", "INR", "Rs.", "Rs. ", "KShs.", "RM", "₦", "RMB"],
)
def test_a_currency_that_touches_its_amount_parts_it_from_no_verb(currency: str) -> None:
    """Whatever letters it has."""
    rows = rows_of(
        f"Customer deposits rose by {currency}5 billion and net profit was up about {currency}2 billion."
    )
    assert [(local(row.concept), row.value) for row in rows] == [
        (CHANGE_OF_DEPOSITS, "5000000000"),
        ("IncreaseDecreaseInNetProfit", "2000000000"),
    ]
