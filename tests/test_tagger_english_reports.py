"""What English annual reports and releases say in their own ways: sections of a quarter, years behind a list, shares."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, ledger_of, profile_of, reading_of, readings_of, row_of

YEAR, END, BEFORE = "2024-01-01/2024-12-31", "2024-12-31", "2023-12-31"
HALF, QUARTER = "2024-01-01/2024-06-30", "2024-04-01/2024-06-30"
LOANS, DEPOSITS, NII = "LoansAndAdvancesToCustomers", "DepositsFromCustomers", "NetInterestIncome"

SECTIONS = """Harbour Holdings reports first-half net profit of RMB 5.1 billion

Second-quarter performance

Net interest income rose 4% from a year ago to RMB 1.21 billion.

Operating expenses increased 3% to RMB 0.61 billion.

First-half performance

Net interest income rose 6% to RMB 2.37 billion.
"""


def test_a_heading_gives_its_section_its_part_of_the_period() -> None:
    """A half-year's release tells the quarter and the half in turn."""
    assert readings_of(SECTIONS, "2024H1")[1:] == [
        (f"GrowthRateOf{NII}", "", QUARTER, "0.04"),
        (NII, "", QUARTER, "1210000000"),
        ("GrowthRateOfOperatingExpenses", "", QUARTER, "0.03"),
        ("OperatingExpenses", "", QUARTER, "610000000"),
        (f"GrowthRateOf{NII}", "", HALF, "0.06"),
        (NII, "", HALF, "2370000000"),
    ]


def test_a_title_alone_gives_no_part_of_the_period() -> None:
    """A third-quarter report gives nine months, whatever its title says."""
    text = "Third quarter 2024 results\n\nNet profit was RMB 4.2 billion.\n"
    assert readings_of(text, "2024Q3")[-1][2] == "2024-01-01/2024-09-30"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Net profit was $73.0 million, $51.5 million and $45.3 million for the years ended December 31, 2024, 2023 and 2022.",
            [
                ("NetProfit", "", YEAR, "73000000"),
                ("NetProfit", "", "2023-01-01/2023-12-31", "51500000"),
                ("NetProfit", "", "2022-01-01/2022-12-31", "45300000"),
            ],
        ),
        (
            "Total assets were $12.1 billion, $11.5 billion and $10.9 billion at December 31, 2024, 2023, and 2022.",
            [
                ("TotalAssets", "", END, "12100000000"),
                ("TotalAssets", "", BEFORE, "11500000000"),
                ("TotalAssets", "", "2022-12-31", "10900000000"),
            ],
        ),
        (
            "Return on average assets was 1.12% and 0.95% and return on average equity was 12.1% and 9.8% in 2024 and 2023.",
            [
                ("ReturnOnAverageAssets", "", YEAR, "0.0112"),
                ("ReturnOnAverageAssets", "", "2023-01-01/2023-12-31", "0.0095"),
                ("ReturnOnAverageEquity", "", YEAR, "0.121"),
                ("ReturnOnAverageEquity", "", "2023-01-01/2023-12-31", "0.098"),
            ],
        ),
        (
            "Operating income was $410 million and $395 million for the three months ended December 31, 2024 and 2023.",
            [
                ("OperatingIncome", "", "2024-10-01/2024-12-31", "410000000"),
                ("OperatingIncome", "", "2023-10-01/2023-12-31", "395000000"),
            ],
        ),
    ],
)
def test_times_behind_a_list_are_dealt_out(text: str, expected: list[Reading]) -> None:
    """A year alone goes on from the days that the first time names."""
    assert [reading for reading in readings_of(text) if "not_a_fact" not in reading[0]] == expected


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Net interest margin widened two basis points.", "two basis points", "0.0002"),
        (
            "The non-performing loan ratio rose by three percentage points.",
            "three percentage points",
            "0.03",
        ),
        ("The cost-to-income ratio fell by twenty-five bps.", "twenty-five bps", "-0.0025"),
    ],
)
def test_rates_in_number_words(text: str, figure: str, expected: str) -> None:
    """A number word before a unit of rates is a figure."""
    row = row_of(text, figure)
    assert (row.status, row.value, row.unit) == ("fact", expected, "pure")


@pytest.mark.parametrize(
    "text",
    [
        "Demand deposits were RMB5.2 billion, accounting for 41.4% of corporate deposits.",
        "Residential mortgage loans accounted for 41.4% of personal loans.",
        "Loans to small and micro enterprises represented 41.4% of our corporate loans.",
    ],
)
def test_a_share_of_a_part_is_none_of_the_whole(text: str) -> None:
    """The share of a concept is of all of it."""
    assert reading_of(row_of(text, "41.4%"))[0] == "unresolved no_concept"


def test_a_share_of_the_whole_stays_one() -> None:
    """What names all of it, or the concept itself, is the whole."""
    text = "Personal loans amounted to RMB30.1 billion, or 21.2% of total loans."
    assert reading_of(row_of(text, "21.2%")) == (f"ShareOf{LOANS}", "PersonalCustomers", END, "0.212")


def test_parts_are_dealt_out_though_a_word_hides_a_conjunction() -> None:
    """The loans for clean energy: its "for" parts nothing."""
    text = (
        "Of these, the loans for infrastructure upgrade, clean energy, and energy conservation and environmental protection were "
        "RMB152 billion, RMB74 billion and RMB48 billion."
    )
    members = ["GreenInfrastructureUpgradeLoans", "CleanEnergyLoans", "EnergyConservationLoans"]
    text = text.replace("infrastructure upgrade", "green infrastructure upgrade")
    assert [reading[:2] for reading in readings_of(text)] == [(LOANS, member) for member in members]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Customer deposits grew 7% to RMB518 billion driven by a shift from net interest income into loans.",
            (DEPOSITS, "", END, "518000000000"),
        ),
        (
            "Operating income increased 11% to RMB11.0 billion from growth in net interest income.",
            ("OperatingIncome", "", YEAR, "11000000000"),
        ),
        (
            "The size of assets under custody of the Bank reached RMB2.16 trillion.",
            ("AssetsUnderCustody", "", END, "2160000000000"),
        ),
        (
            "The liquidity coverage ratio was 12.3 percentage points higher than that at the end of last year.",
            ("IncreaseDecreaseInLiquidityCoverageRatio", "", YEAR, "0.123"),
        ),
        (
            "New loans of RMB97.3 billion were granted to small and micro enterprises.",
            ("LoansGranted", "SmallAndMicroEnterprises", YEAR, "97300000000"),
        ),
        (
            "The Bank underwrote 398 debt financing instruments of non-financial enterprises.",
            ("NumberOfBondsUnderwritten", "NonFinancialEnterpriseDebtInstruments", YEAR, "398"),
        ),
        (
            "The Bank served 3,184 core enterprises of supply chains.",
            ("NumberOfSupplyChainCoreEnterprises", "", END, "3184"),
        ),
        (
            "Operating income was 5% higher than in 2022.",
            ("GrowthRateOfOperatingIncome", "SeveralYears", YEAR, "0.05"),
        ),
    ],
)
def test_what_stands_around_an_amount(text: str, expected: Reading) -> None:
    """Causes, light nouns, who was lent to, what it is measured against."""
    assert [reading for reading in readings_of(text) if "not_a_fact" not in reading[0]][-1] == expected


def test_an_increase_of_a_count_keeps_its_own_unit() -> None:
    """An increase of 2,508 or 13.04%: customers, and no per cent."""
    text = "The number of customers reached 21,736, an increase of 2,508 or 13.04%."
    assert [reading[0::3] for reading in readings_of(text)] == [
        ("NumberOfCustomers", "21736"),
        ("IncreaseDecreaseInNumberOfCustomers", "2508"),
        ("GrowthRateOfNumberOfCustomers", "0.1304"),
    ]


def test_the_last_quarter_of_a_year() -> None:
    """In a year's report it is the fourth, and a growth goes on over it."""
    text = "Total loans grew by 9.5% year on year and by 3.1% in the last quarter."
    assert readings_of(text) == [
        (f"GrowthRateOf{LOANS}", "", YEAR, "0.095"),
        (f"GrowthRateOf{LOANS}", "PrecedingPeriod", "2024-10-01/2024-12-31", "0.031"),
    ]


def test_rupees_are_of_whoever_reports_in_them() -> None:
    """Two entities in one process."""
    text = "Customer deposits stood at Rs. 1,992 million."
    for currency, expected in (("PKR", "PKR"), ("USD", "INR"), ("LKR", "LKR")):
        rows = ledger_of(text, profile=profile_of(currency=currency)).rows
        assert [row.unit for row in rows] == [expected]


RELEASE = """The Bank reported net profit of $46.4 million, or $0.85 per diluted share, for the third quarter of 2024.
That compares with $38.5 million, or $0.70 per diluted share, for the second quarter of 2024 and $40.4 million, or $0.74
per diluted share, for the third quarter of 2023.
"""


def test_a_release_of_a_quarter_tells_three_of_them() -> None:
    """The time stands behind what each amount is of, and a sentence of its own tells the values before."""
    quarters = ["2024-07-01/2024-09-30"] * 2 + ["2024-04-01/2024-06-30"] * 2 + ["2023-07-01/2023-09-30"] * 2
    found = [
        reading for reading in readings_of(RELEASE, "2024-07-01/2024-09-30") if "not_a_fact" not in reading[0]
    ]
    assert [reading[0] for reading in found] == ["NetProfit", "DilutedEarningsPerShare"] * 3
    assert [reading[2] for reading in found] == quarters


def test_a_change_of_a_rate_is_measured_as_the_one_before_in_a_report_of_a_quarter() -> None:
    """Points from the second quarter, and then points."""
    text = "Net interest margin rose 3 basis points from the second quarter. The average yield of loans rose 4 basis points."
    members = [members for _, members, _, _ in readings_of(text, "2024-07-01/2024-09-30")]
    assert members == ["PrecedingPeriod", "PrecedingPeriod"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Total loans were RMB486 million, up 2.0% in the year.",
            [(LOANS, "", END, "486000000"), (f"GrowthRateOf{LOANS}", "", YEAR, "0.020")],
        ),
        (
            "Deposits grew RMB168 million, or 1.5% (6.0% annualized), in the year.",
            [
                (f"IncreaseDecreaseIn{DEPOSITS}", "", YEAR, "168000000"),
                (f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.015"),
                (f"GrowthRateOf{DEPOSITS}", "CompoundAnnual", YEAR, "0.060"),
            ],
        ),
        (
            "Total loans grew 1% or RMB5 billion in constant-currency terms over the year.",
            [
                (f"GrowthRateOf{LOANS}", "ConstantExchangeRate", YEAR, "0.01"),
                (f"IncreaseDecreaseIn{LOANS}", "ConstantExchangeRate", YEAR, "5000000000"),
            ],
        ),
        (
            "Liquidity coverage ratio of 148% and net stable funding ratio of 116% were above regulatory requirements of 100%.",
            [
                ("LiquidityCoverageRatio", "", END, "1.48"),
                ("NetStableFundingRatio", "", END, "1.16"),
                ("unresolved other_entity", "", "", "1.00"),
            ],
        ),
        (
            "Corporate deposits, personal deposits and demand deposits came to €742 million, 418 million and 326 million.",
            [
                (DEPOSITS, "CorporateCustomers", END, "742000000"),
                (DEPOSITS, "PersonalCustomers", END, "418000000"),
                (DEPOSITS, "DemandDeposits", END, "326000000"),
            ],
        ),
        (
            "The number of outlets was 94 at the year-end, twelve outlets fewer than a year before.",
            [("NumberOfOutlets", "", END, "94"), ("IncreaseDecreaseInNumberOfOutlets", "", YEAR, "-12")],
        ),
        (
            "For 2025 we expect operating income to grow by 12% to 14% at constant currency.",
            [
                (
                    "GrowthRateOfOperatingIncome",
                    "Low ConstantExchangeRate Forecast",
                    "2025-01-01/2025-12-31",
                    "0.12",
                ),
                (
                    "GrowthRateOfOperatingIncome",
                    "High ConstantExchangeRate Forecast",
                    "2025-01-01/2025-12-31",
                    "0.14",
                ),
            ],
        ),
        ("Operating income1 increased 7.2%.", [("GrowthRateOfOperatingIncome", "", YEAR, "0.072")]),
        (
            "Total assets grew from RMB96.2 billion as at 1 January 2024 to RMB119.6 billion.",
            [("TotalAssets", "", BEFORE, "96200000000"), ("TotalAssets", "", END, "119600000000")],
        ),
    ],
)
def test_sentences_of_reports(text: str, expected: list[Reading]) -> None:
    """What a list, an aside, a minimum, a mark or a day that opens the year makes of the figures beside it."""
    assert [reading for reading in readings_of(text) if "not_a_fact" not in reading[0]] == expected


def test_a_symbol_is_money_of_who_reports_in_it() -> None:
    """R184.3 billion is rand in a report in rand; in another the letter is no symbol."""
    text = "Total assets stood at R184.3 billion, of which K9 dogs guard R12."
    rand = ledger_of(text, profile=profile_of(currency="ZAR")).rows
    assert [(row.text, row.unit) for row in rand][::2] == [("184.3 billion", "ZAR"), ("12", "ZAR")]
    assert ledger_of(text).rows[-1].status == "not_a_fact"


def test_a_final_dividend_is_none_of_the_year() -> None:
    """Though the term goes on behind the figure."""
    text = "The Board recommends a final dividend of 11.3 cents per share."
    assert reading_of(row_of(text, "11.3 cents"))[0] == "unresolved no_concept"


def test_a_year_with_its_unit_heads_a_column() -> None:
    """2024 £m over the values."""
    text = """Operating income by source
                      2024 £m   2023 £m
Net interest income    171.5     163.8
Total                  212.8     198.4
"""
    rows = [row for row in ledger_of(text, profile=profile_of(currency="GBP")).rows if row.status == "fact"]
    assert [(row.text, row.period, row.value) for row in rows[:2]] == [
        ("171.5", YEAR, "171500000"),
        ("163.8", "2023-01-01/2023-12-31", "163800000"),
    ]


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        (
            "Inflows swelled total deposits to RMB 5.1 billion.",
            "5.1 billion",
            (DEPOSITS, "", END, "5100000000"),
        ),
        (
            "Good harvests helped total deposits expand by 4.2%.",
            "4.2%",
            (f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.042"),
        ),
        (
            "Competition let total deposits shrink by 4.2%.",
            "4.2%",
            (f"GrowthRateOf{DEPOSITS}", "", YEAR, "-0.042"),
        ),
    ],
)
def test_verbs_that_name_what_they_move_behind_them(text: str, figure: str, expected: Reading) -> None:
    """What was moved to a level has that level; an infinitive moves as the verb does."""
    assert reading_of(row_of(text, figure)) == expected


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        (
            "Deposits grew on strong demand, by 5.1% to RMB 4.2 billion.",
            "4.2 billion",
            (DEPOSITS, "", END, "4200000000"),
        ),
        (
            "Demand deposits grew on strong demand to RMB 4.2 billion.",
            "4.2 billion",
            (DEPOSITS, "DemandDeposits", END, "4200000000"),
        ),
    ],
)
def test_everyday_words_name_no_member_alone(text: str, figure: str, expected: Reading) -> None:
    """Strong demand is no demand deposit."""
    assert reading_of(row_of(text, figure)) == expected
