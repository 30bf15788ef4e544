"""What releases of a part of a year say in a few words: of which stretch, against which, of which part, and changes as nouns."""

from __future__ import annotations

import pytest

from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from tests.tagging_example import Reading, bank_taxonomy, profile_of, reading_of, readings_of, row_of

DEPOSITS, LOANS, GREEN = "DepositsFromCustomers", "LoansAndAdvancesToCustomers", "GreenLoans"
NIM, BEFORE = "NetInterestMargin", "PrecedingPeriod"
QUARTER, NINE, LAST_NINE = "2025-07-01/2025-09-30", "2025-01-01/2025-09-30", "2024-01-01/2024-09-30"
YEAR = "2024-01-01/2024-12-31"

OF_A_QUARTER: list[tuple[str, list[Reading]]] = [
    # months that end with the report, whatever the report itself runs over
    (
        "For the nine months, net profit was $518 million, down 2.5% from $531 million.",
        [
            ("NetProfit", "", NINE, "518000000"),
            ("GrowthRateOfNetProfit", "", NINE, "-0.025"),
            ("NetProfit", "", LAST_NINE, "531000000"),
        ],
    ),
    ("Net profit for the three months was $102 million.", [("NetProfit", "", QUARTER, "102000000")]),
    (
        "Over the nine months to 30 June 2025, net profit was $518 million.",
        [("NetProfit", "", "2024-10-01/2025-06-30", "518000000")],
    ),
    # what changed over a quarter is measured from its beginning
    (
        "Customer loans grew 1.1% over the quarter.",
        [(f"GrowthRateOf{LOANS}", BEFORE, QUARTER, "0.011")],
    ),
    (
        "Customer deposits were $16 billion, $2 billion less than at the end of the second quarter.",
        [
            (DEPOSITS, "", "2025-09-30", "16000000000"),
            (f"IncreaseDecreaseIn{DEPOSITS}", BEFORE, QUARTER, "-2000000000"),
        ],
    ),
    # the day a release is given out is none of its figures'
    (
        "OSLO, 6 November 2025 – Hill Bank reported a net profit of $102 million for the third quarter.",
        [("NetProfit", "", QUARTER, "102000000")],
    ),
    (
        "At 30 June 2025 – its last day – deposits were $15 billion.",
        [(DEPOSITS, "", "2025-06-30", "15000000000")],
    ),
]


@pytest.mark.parametrize(("text", "readings"), OF_A_QUARTER, ids=[text[:40] for text, _ in OF_A_QUARTER])
def test_a_quarters_release_says_which_time_it_means(text: str, readings: list[Reading]) -> None:
    """The figures of a quarter's release, but for those that are no facts."""
    found = [reading for reading in readings_of(text, QUARTER) if not reading[0].startswith("not_a_fact")]

    assert readings == found


_MARGIN = """Key ratios (%)            3Q25     2Q25     3Q24
Net interest margin        1.94     2.00     2.16

The net interest margin narrowed by {change} basis points during the quarter."""


def test_the_levels_of_a_flow_tell_what_its_change_is_measured_against() -> None:
    """What the quarter before gives and the year before does not is against the quarter before; else it is the usual."""
    against_quarter = reading_of(row_of(_MARGIN.format(change=6), "6 basis points", QUARTER))
    against_year = reading_of(row_of(_MARGIN.format(change=22), "22 basis points", QUARTER))

    assert (f"IncreaseDecreaseIn{NIM}", BEFORE, QUARTER, "-0.0006") == against_quarter
    assert (f"IncreaseDecreaseIn{NIM}", "", QUARTER, "-0.0022") == against_year


def test_the_full_year_of_a_half_years_report_is_the_whole_year() -> None:
    """What a report of a half says of the full year goes on to its end; with the year's number it is that year."""
    whole = row_of("Operating income for the full year remains $5 billion.", "5 billion", "2025H1")
    earlier = row_of("Operating income for the full year 2023 was $4 billion.", "4 billion", "2025H1")

    assert (whole.period, earlier.period) == ("2025-01-01/2025-12-31", "2023-01-01/2023-12-31")


OF_A_YEAR: list[tuple[str, list[Reading]]] = [
    # a value alone in brackets behind the time that a change is measured against is that time's
    (
        "Green loans were $68 billion, 36% more than in 2023 ($50 billion).",
        [
            (LOANS, GREEN, "2024-12-31", "68000000000"),
            (f"GrowthRateOf{LOANS}", GREEN, YEAR, "0.36"),
            (LOANS, GREEN, "2023-12-31", "50000000000"),
        ],
    ),
    # a noun of change before what changed
    ("Growth in deposits of 4% was strong.", [(f"GrowthRateOf{DEPOSITS}", "", YEAR, "0.04")]),
    (
        "The decrease in net interest income was 3.1%, and the increase in deposits was $4.2 billion.",
        [
            ("GrowthRateOfNetInterestIncome", "", YEAR, "-0.031"),
            (f"IncreaseDecreaseIn{DEPOSITS}", "", YEAR, "4200000000"),
        ],
    ),
    (
        "We expect growth in operating income of 5% to 7% in 2025.",
        [
            ("GrowthRateOfOperatingIncome", "Low Forecast", "2025-01-01/2025-12-31", "0.05"),
            ("GrowthRateOfOperatingIncome", "High Forecast", "2025-01-01/2025-12-31", "0.07"),
        ],
    ),
    ("With growth in loans, the net interest margin was 1.9%.", [(NIM, "", YEAR, "0.019")]),
    ("The increase in loans to $40 billion was good.", [(LOANS, "", "2024-12-31", "40000000000")]),
    # what else somebody did before the figure's own verb is none of its words
    (
        "Hill Bank absorbed the cost of a merger and still earned a net profit of $684 million.",
        [("NetProfit", "", YEAR, "684000000")],
    ),
    (
        "Hill Bank closed the branches of a merger and net profit was $684 million.",
        [("unresolved left_over", "", YEAR, "684000000")],
    ),
    # the clause before says of which part an amount is that says nothing itself
    (
        "Loans were $9.7 billion, up 5%; residential mortgages remain the largest part, with $4.4 billion.",
        [
            (LOANS, "", "2024-12-31", "9700000000"),
            (f"GrowthRateOf{LOANS}", "", YEAR, "0.05"),
            (LOANS, "ResidentialMortgageLoans", "2024-12-31", "4400000000"),
        ],
    ),
    # what was done with an amount says of which part it is, or that it is of one which nothing names
    (
        "Of the green loans, $2.3 billion went to small and micro enterprises.",
        [(LOANS, f"SmallAndMicroEnterprises {GREEN}", "2024-12-31", "2300000000")],
    ),
    (
        "Sustainable financing was provided last year. $2.3 billion went to renewable energy.",
        [("unresolved ambiguous", "", YEAR, "2300000000")],
    ),
    # an amount included is a part, which takes nobody's place, and is told where a name stands behind it
    (
        "Loans were $1.6 billion, including $250 million from the new fund.",
        [(LOANS, "", "2024-12-31", "1600000000"), ("unresolved no_concept", "", "2024-12-31", "250000000")],
    ),
    (
        "Loans were $9 billion, including $2 billion of green loans.",
        [(LOANS, "", "2024-12-31", "9000000000"), (LOANS, GREEN, "2024-12-31", "2000000000")],
    ),
    # a commitment is a plan where it is one to do something
    (
        "Our commitment to green loans of $7 billion by 2030 stands.",
        [(LOANS, f"{GREEN} Target", "2030-12-31", "7000000000")],
    ),
]


@pytest.mark.parametrize(("text", "readings"), OF_A_YEAR, ids=[text[:40] for text, _ in OF_A_YEAR])
def test_what_a_sentence_says_in_passing_is_read(text: str, readings: list[Reading]) -> None:
    """The figures of a year's report, but for those that are no facts."""
    found = [reading for reading in readings_of(text) if not reading[0].startswith("not_a_fact")]

    assert readings == found


def test_what_the_group_has_is_of_no_part_that_a_heading_names() -> None:
    """Under a segment's heading a profit is the segment's, and the Group's own is not."""
    text = "Corporate banking\n\n{whose} operating income was $684 million in the year."

    of_segment = row_of(text.format(whose="The"), "684 million")
    of_group = row_of(text.format(whose="Hill Bank's"), "684 million")

    assert (of_segment.concept, bool(of_segment.dimensions)) == ("bank:OperatingIncome", True)
    assert (of_group.concept, of_group.dimensions) == ("bank:OperatingIncome", ())


_TABLE = """<html><body><table><caption>{caption}</caption>
<tr><th>USD million</th><th>{first}</th><th>{second}</th><th>{last}</th></tr>
<tr><td>Time deposits</td><td>1,842</td><td>1,763</td><td>{rate}</td></tr></table></body></html>"""


@pytest.mark.parametrize("heading", ["+/−", "+/-", "+/– "])
def test_a_column_called_by_both_signs_is_one_of_changes(heading: str) -> None:
    """Whichever minus is printed, the column is measured between those before it."""
    rows = _rows_of_table(caption="Deposits", first="2024", second="2023", last=heading, rate="+4.5%")

    assert rows[-1] == ("GrowthRateOfDepositsFromCustomers", "TimeDeposits", YEAR, "0.045")


def test_a_column_called_share_is_no_column_of_shares_in_a_company() -> None:
    """A heading that says Share alone is of shares in a whole, whatever member is called so."""
    rows = _rows_of_table(caption="Deposits", first="2024", second="2023", last="Share", rate="41.5%")

    assert rows[-1][0] == "ShareOfDepositsFromCustomers"


def _rows_of_table(**said: str) -> list[Reading]:
    profile = profile_of()
    ledger = tag_document(
        parse_document(_TABLE.format(**said).encode(), "table.html"),
        bank_taxonomy(),
        profile,
        parse_reporting_period("2024", profile.fiscal_year_end),
    )
    return [reading_of(row) for row in ledger.rows if row.status != "not_a_fact"]


def test_numbers_that_go_on_from_one_in_a_name_are_no_figures() -> None:
    """Stages 2 and 3 are named by both; what is said of them is not said of the first."""
    text = "Stage 2 loans were $9 billion. Stage 2 and 3 loans were $12 billion. Stage 1 and 38 branches."

    assert [reading[0] for reading in readings_of(text)] == [
        "not_a_fact name",
        LOANS,
        "not_a_fact name",
        "not_a_fact name",
        "unresolved left_over",
        "not_a_fact name",
        "unresolved left_over",
    ]


def test_a_per_cent_of_what_nothing_explains_is_of_nothing_said_before() -> None:
    """Who sits on a board is no part of the employees that the sentence before counts."""
    text = "Women make up 61% of our employees; 33% of the directors are women."

    assert reading_of(row_of(text, "33%"))[0] == "unresolved ambiguous"


def test_what_a_share_of_an_amount_says_once_more_does_not_take_its_growth() -> None:
    """Both grew, the profit by 28.1%; what stands behind the amount per share is the profit's."""
    text = (
        "Net profit was $7.3 million, or $0.70 per share, an increase of 28.0% compared to $5.7 million, or $0.54 per share, "
        "in the prior year."
    )
    found = [reading[0] for reading in readings_of(text)]

    assert found == [
        "NetProfit",
        "BasicEarningsPerShare",
        "GrowthRateOfNetProfit",
        "NetProfit",
        "BasicEarningsPerShare",
    ]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "Margins recovered in the fourth quarter, when net interest income came to $249 million.",
            "2024-10-01/2024-12-31",
        ),
        (
            "Volumes picked up in the second half, when net interest income was $249 million.",
            "2024-07-01/2024-12-31",
        ),
        ("The app was renewed in the first quarter, and net interest income was $249 million.", YEAR),
    ],
)
def test_a_clause_that_when_opens_is_of_the_part_of_the_year_before_it(text: str, when: str) -> None:
    """And what only came about in it leaves the rest of the sentence to the year."""
    assert readings_of(text)[-1] == ("NetInterestIncome", "", when, "249000000")


@pytest.mark.parametrize("short", ["q/q", "qoq", "quarter on quarter", "on the quarter", "sequentially"])
def test_short_words_for_what_a_growth_is_measured_against(short: str) -> None:
    """Two growths of one thing, against the year before and the quarter before."""
    found = readings_of(f"Net profit was up 17.4% y/y and 4.1% {short} to $48.6 million.")

    assert [reading[:2] for reading in found] == [
        ("GrowthRateOfNetProfit", ""),
        ("GrowthRateOfNetProfit", BEFORE),
        ("NetProfit", ""),
    ]
