"""English moves with their base behind them, sentences about several things before, and bounds that begin another clause."""

from __future__ import annotations

import pytest

from tests.tagging_example import (
    Reading,
    fact_readings,
    facts_with,
    ledger_of,
    members_of,
    profile_of,
    taxonomy_in_data,
)

YEAR, END, BEFORE = "2024-01-01/2024-12-31", "2024-12-31", "2023-12-31"
QUARTER, QUARTER_BEFORE = "2024-07-01/2024-09-30", "2024-04-01/2024-06-30"
NPL, CAR, NII, FEES = (
    "NonPerformingLoanRatio",
    "CapitalAdequacyRatio",
    "NetInterestIncome",
    "NetFeeAndCommissionIncome",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The non-performing loan ratio eased by 7 basis points to 1.41% from 1.48% q-o-q.",
            [(NPL, "2024-09-30", "0.0141"), (NPL, "2024-06-30", "0.0148")],
        ),
        (
            "The non-performing loan ratio fell from 1.48% to 1.41% quarter on quarter.",
            [(NPL, "2024-06-30", "0.0148"), (NPL, "2024-09-30", "0.0141")],
        ),
        (
            "The non-performing loan ratio fell from 1.63% to 1.41% year on year.",
            [(NPL, "2023-09-30", "0.0163"), (NPL, "2024-09-30", "0.0141")],
        ),
        (
            "Net interest income rose to RMB 812 million from RMB 794 million sequentially.",
            [(NII, QUARTER, "812000000"), (NII, QUARTER_BEFORE, "794000000")],
        ),
        (
            "Net interest income rose from RMB 794 million to RMB 812 million on the previous quarter.",
            [(NII, QUARTER_BEFORE, "794000000"), (NII, QUARTER, "812000000")],
        ),
    ],
)
def test_a_base_says_when_the_value_was_that_something_moved_from(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    """Behind either value, of the quarter before or the year before: both are of it, and a flow of quarters."""
    rows = fact_readings(text, "2024-07-01/2024-09-30")
    assert [(r[0], r[2], r[3]) for r in rows if not r[0].startswith("IncreaseDecrease")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In the fourth quarter net income fell 6% from $178 million in the third quarter.",
            [("Growth", "2024-10-01/2024-12-31", "Quarter"), ("", "2024-07-01/2024-09-30", "")],
        ),
        (
            "4Q24 net income was $167 million, up 29% from $130 million a year ago and down 6% from $178 million in 3Q24.",
            [
                ("", "2024-10-01/2024-12-31", ""),
                ("Growth", "2024-10-01/2024-12-31", ""),
                ("", "2023-10-01/2023-12-31", ""),
                ("Growth", "2024-10-01/2024-12-31", "Quarter"),
                ("", "2024-07-01/2024-09-30", ""),
            ],
        ),
        (
            "Loans rose 6%, from $178 million at 30 June.",
            [("Growth", "2024-07-01/2024-12-31", "Quarter"), ("", "2024-06-30", "")],
        ),
        (
            "Loans rose 6% from $178 million at the end of 2023.",
            [("Growth", YEAR, ""), ("", BEFORE, "")],
        ),
    ],
)
def test_a_growth_is_measured_against_the_value_it_started_from(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    """The time of that value says what it is compared with."""
    rows = [
        row for row in ledger_of(text, taxonomy=taxonomy_in_data("dividends")).rows if row.status == "fact"
    ]
    found = [("Growth" if "Growth" in str(r.concept) else "", r.period, members_of(r)) for r in rows]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Net profit was RMB 61 million, RMB 9 million or 17.3% higher than reported for the same period in 2023.",
        "Net profit was RMB 61 million, RMB 9 million or 17.3% more than was earned in 2023.",
    ],
)
def test_an_amount_said_beside_its_growth_is_measured_against_the_same_time(text: str) -> None:
    """The time behind is what both are measured against, and when neither was."""
    assert fact_readings(text)[:3] == [
        ("NetProfit", "", YEAR, "61000000"),
        ("IncreaseDecreaseInNetProfit", "", YEAR, "9000000"),
        ("GrowthRateOfNetProfit", "", YEAR, "0.173"),
    ]


@pytest.mark.parametrize(
    "second",
    [
        "These compared with 1.5% and 15.8% at the end of 2023.",
        "They had been 1.5% and 15.8% at the end of 2023.",
        "At the end of 2023 they were 1.5% and 15.8% respectively.",
        "This was little changed compared with 1.5% and 15.8% respectively at 31 December 2023.",
        "These ratios were 1.5% and 15.8% at 31 December 2023.",
    ],
)
def test_a_sentence_about_several_things_goes_on_with_each(second: str) -> None:
    """A pronoun stands for all that the sentence before gives, in their order."""
    first = "The non-performing loan ratio and the capital adequacy ratio were 1.4% and 16.2% respectively. "
    assert fact_readings(first + second) == [
        (NPL, "", END, "0.014"),
        (CAR, "", END, "0.162"),
        (NPL, "", BEFORE, "0.015"),
        (CAR, "", BEFORE, "0.158"),
    ]


def test_a_bracket_goes_on_with_each_of_them_too() -> None:
    """A third time in brackets, behind a second sentence."""
    text = (
        "Net interest income and net fee and commission income were RMB 80 million and RMB 30 million respectively. "
        "These compare with RMB 76 million and RMB 27 million respectively in 2023 "
        "(2022: RMB 70 million and RMB 25 million respectively)."
    )
    earlier = "2022-01-01/2022-12-31"
    assert [r for r in fact_readings(text) if r[2] == earlier] == [
        (NII, "", earlier, "70000000"),
        (FEES, "", earlier, "25000000"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # another's, and of what else
        "The non-performing loan ratio and the capital adequacy ratio were 1.4% and 16.2%. The sector stood at 1.9% and 15.0%.",
        "The non-performing loan ratio was 1.4% and the capital adequacy ratio 16.2%. We expect them at 1.3% and 17.0%.",
    ],
)
def test_figures_of_others_are_none_of_those_before(text: str) -> None:
    """Without a pronoun as its subject a sentence does not go on with them."""
    assert len([row for row in ledger_of(text).rows if row.status == "fact" and row.period == END]) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Net interest income rose by RMB 12 million or 6.4% and higher net fee and commission income of RMB 31 million.",
            [
                (f"IncreaseDecreaseIn{NII}", "", YEAR, "12000000"),
                (f"GrowthRateOf{NII}", "", YEAR, "0.064"),
                (FEES, "", YEAR, "31000000"),
            ],
        ),
        (
            "Net interest income grew 6.4% and more net fee and commission income was earned.",
            [(f"GrowthRateOf{NII}", "", YEAR, "0.064")],
        ),
    ],
)
def test_a_bound_that_begins_the_next_clause_is_none_of_the_figure(
    text: str, expected: list[Reading]
) -> None:
    """And higher: of the name behind it, where one stands right there."""
    assert fact_readings(text) == expected
    assert not any(row.qualifier for row in ledger_of(text).rows)


def test_a_bound_behind_an_amount_still_bounds_it() -> None:
    """Loans of so much and above."""
    rows = ledger_of("Loans to customers of RMB 50 million and above were few.").rows
    assert rows[0].qualifier == "at_least" or rows[0].status != "fact"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In the fourth quarter net profit was $21 million. A final dividend of 31 cents per share is proposed.",
            ["Profit - 2024-10-01/2024-12-31 21000000", "Dividend Final 2024-01-01/2024-12-31 0.31"],
        ),
        (
            "Fourth quarter net profit rose 9% from a year ago. Proposed final dividend increased to 31 cents per share.",
            ["GrowthRateOfProfit - 2024-10-01/2024-12-31 0.09", "Dividend Final 2024-01-01/2024-12-31 0.31"],
        ),
    ],
)
def test_a_part_of_the_years_dividend_takes_no_quarter_over(text: str, expected: list[str]) -> None:
    """The quarter is that of the profit before it."""
    assert facts_with(taxonomy_in_data("dividends"), profile_of(currency="USD"), text, "2024") == expected


def test_a_final_dividend_of_a_half_year_is_a_question() -> None:
    """It is of the year before, or of its second half: the report does not say."""
    taxonomy, profile = taxonomy_in_data("dividends"), profile_of(currency="USD")
    text = "The interim dividend is 14 cents a share, compared with a final dividend of 31 cents a share."
    assert facts_with(taxonomy, profile, text, "2024H1") == ["Dividend Interim 2024-01-01/2024-06-30 0.14"]
    dated = "The final dividend for 2023 was 31 cents a share."
    assert facts_with(taxonomy, profile, dated, "2024H1") == ["Dividend Final 2023-01-01/2023-12-31 0.31"]
