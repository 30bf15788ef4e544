"""What releases print beside their figures: datelines, brackets, abbreviations, verbs said once, deeds and places counted."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, ledger_of, readings_of

YEAR, END, HALF = "2025-01-01/2025-12-31", "2025-12-31", "2025-01-01/2025-06-30"
TIER, LOANS, DEPOSITS = "CommonEquityTier1Ratio", "LoansAndAdvancesToCustomers", "DepositsFromCustomers"
OUTLETS, EMPLOYEES = "NumberOfOutlets", "NumberOfEmployees"


def facts_of(text: str, period: str = "2025") -> list[Reading]:
    """Return what each figure of a text says that is no day, year or name."""
    return [reading for reading in readings_of(text, period) if not reading[0].startswith("not_a_fact")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "3 August 2025 HARBOUR BANK LIMITED 2025 INTERIM RESULTS. Operating profit down 6% to HK$64m.",
            "OperatingProfit",
        ),
        (
            "12 August 2025 ORCHARD BANK LIMITED 2025 INTERIM RESULTS. Net profit down 6% to HK$64m.",
            "NetProfit",
        ),
    ],
)
def test_the_day_a_release_is_of_is_not_the_time_of_its_figures(text: str, name: str) -> None:
    """It stands at the head without a dash."""
    assert facts_of(text, "2025H1") == [
        (f"GrowthRateOf{name}", "", HALF, "-0.06"),
        (name, "", HALF, "64000000"),
    ]


def test_the_last_day_of_the_half_at_the_head_is_the_time_of_the_figure() -> None:
    """A day that the report reaches is no date of a release."""
    assert facts_of("30 June 2025 Total assets HK$64 million.", "2025H1") == [
        ("TotalAssets", "", "2025-06-30", "64000000")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Capital was ample (CET1 ratio of 16.9%, tier 1 ratio of 18.7%, total capital ratio of 20.8% at 31 December 2024).",
        "Capital remained strong (CET1 ratio of 13.2% and total capital ratio of 17.1% as at 31 December 2024).",
    ],
)
def test_a_day_at_the_end_of_a_bracket_is_that_of_all_in_it(text: str) -> None:
    """Not only of the last one."""
    assert {reading[2] for reading in facts_of(text, "2025H1")} == {"2024-12-31"}


def test_a_bracket_without_a_day_is_of_the_report() -> None:
    """The ratios are those of its last day."""
    text = "Capital remained strong (CET1 ratio of 13.2% and total capital ratio of 17.1%)."
    assert {reading[2] for reading in facts_of(text, "2025H1")} == {"2025-06-30"}


@pytest.mark.parametrize(
    "text",
    [
        "The Bank had a common equity tier 1 ('CET1') capital adequacy ratio of 16.3%.",
        "The common equity tier 1 (“CET1”) ratio was 16.3%.",
        "核心一級（CET1）資本充足率為16.3%。",
        "核心一级（CET1）资本充足率为16.3%。",
    ],
)
def test_an_abbreviation_in_brackets_does_not_part_a_name(text: str) -> None:
    """What stands around the brackets is one name."""
    assert facts_of(text) == [(TIER, "", END, "0.163")]


def test_an_abbreviation_of_something_else_is_no_part_of_the_name() -> None:
    """The brackets name assets under management."""
    ((name, *_),) = facts_of("Loans (AUM) to customers were RMB5 million.")
    assert name != LOANS


@pytest.mark.parametrize(
    "text", ["Total assets rose to cross RMB60 billion.", "Total assets went on to cross RMB60 billion."]
)
def test_to_cross_an_amount_is_to_be_more_than_it(text: str) -> None:
    """The level has a qualifier."""
    (row,) = ledger_of(text, "2025").rows
    assert (row.status, row.value, row.qualifier) == ("fact", "60000000000", "exceeds")


@pytest.mark.parametrize(
    "text",
    [
        "We have one of the industry's lowest NPL ratios at 1.7%.",
        "The Bank kept one of the industry's lowest NPL ratios at 1.7%.",
    ],
)
def test_one_of_the_lowest_of_the_industry_is_our_own(text: str) -> None:
    """The industry is only what it is measured with."""
    assert facts_of(text) == [("NonPerformingLoanRatio", "", END, "0.017")]


def test_what_the_industry_has_is_not_our_own() -> None:
    """The same words without ours among them."""
    assert facts_of("The industry's NPL ratio was 1.7%.")[0][0] == "unresolved other_entity"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Bank will strive to achieve an ROE of 38% in 2026.", "ReturnOnAverageEquity"),
        ("In 2026 we will strive to achieve a cost-to-income ratio of 38%.", "CostToIncomeRatio"),
    ],
)
def test_what_is_striven_for_is_a_target(text: str, name: str) -> None:
    """Whatever the verb behind it would say."""
    assert facts_of(text) == [(name, "Target", "2026-01-01/2026-12-31", "0.38")]


def test_what_was_achieved_is_no_target() -> None:
    """It has happened."""
    assert facts_of("The Bank achieved an ROE of 12%.") == [("ReturnOnAverageEquity", "", YEAR, "0.12")]


GAPPED = [
    ("Customer deposits grew 5% and loans and advances to customers 4%.", "2025", LOANS, YEAR),
    ("Loans and advances to customers grew 5% over the half and customer deposits 4%.", "2025H1", DEPOSITS, HALF),
    ("Customer deposits rose by 5%, loans and advances to customers by 4%.", "2025", LOANS, YEAR),
    (
        "Growth was broad, with customer deposits growing by 5%, loans and advances to customers by 4%.",
        "2025",
        LOANS,
        YEAR,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "period", "name", "time"), GAPPED)
def test_a_verb_said_once_holds_for_the_next_name(text: str, period: str, name: str, time: str) -> None:
    """Behind a comma or a conjunction, with its time."""
    assert facts_of(text, period)[1:] == [(f"GrowthRateOf{name}", "", time, "0.04")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Customer deposits grew 5% and net interest margin 1.9%.", "NetInterestMargin"),
        ("Customer deposits grew 5% and NPL ratio 1.9%.", "NonPerformingLoanRatio"),
    ],
)
def test_a_rate_behind_a_growth_has_grown_by_nothing(text: str, name: str) -> None:
    """What is itself in per cent is a level there."""
    assert facts_of(text)[-1][0] == name


@pytest.mark.parametrize("name", ["Customer deposits", "Loans and advances to customers"])
def test_over_the_half_counts_nothing(name: str) -> None:
    """It is a time, and the only figure is the growth."""
    (row,) = ledger_of(f"{name} rose by 3% over the half.", "2025H1").rows
    assert (row.value, row.period) == ("0.03", HALF)


@pytest.mark.parametrize(
    "text", ["The year was a rewarding one for our customers.", "It was a difficult one for our employees."]
)
def test_one_that_stands_for_a_noun_counts_nothing(text: str) -> None:
    """Customers and employees are not counted."""
    assert facts_of(text) == []


def test_half_of_something_is_still_a_share() -> None:
    """Half of the loans."""
    assert [reading[3] for reading in facts_of("Half of the loans are mortgages.")] == ["0.50"]


@pytest.mark.parametrize("behind", ["", " in 2025"])
def test_merger_loans_granted_are_loans_granted_of_that_kind(behind: str) -> None:
    """The verb behind the amount says what was done."""
    text = f"Merger and acquisition loans of RMB4.1 billion were granted{behind}."
    assert facts_of(text) == [("LoansGranted", "MergerAndAcquisitionLoans", YEAR, "4100000000")]


def test_merger_loans_that_there_are_are_a_balance() -> None:
    """Where nothing was done with them."""
    assert facts_of("Merger and acquisition loans were RMB4.1 billion.") == [
        (LOANS, "MergerAndAcquisitionLoans", END, "4100000000")
    ]


def test_an_increase_that_is_planned_is_a_change() -> None:
    """By no less than an amount: not the level; without a time it is open."""
    text = "The Bank plans to increase loans to customers by no less than RMB25 billion"
    assert facts_of(f"{text}.")[0][0] == "unresolved ambiguous"
    assert facts_of(f"{text} in 2025.") == [(f"IncreaseDecreaseIn{LOANS}", "Target", YEAR, "25000000000")]


@pytest.mark.parametrize(
    "text",
    [
        "Workshops were held at 190 branches.",
        "Solar panels are on the roofs of 22 branches.",
        "Heat pumps are on the roofs of 31 branches.",
        "Nine employees took up the longer leave.",
        "Seven employees took up the sabbatical.",
        "A concert was held in 46 branches.",
        "年內增聘22名客戶關係經理。",
        "年内增聘22名客户关系经理。",
    ],
)
def test_places_and_people_counted_for_a_deed_are_not_all_there_are(text: str) -> None:
    """Something took place there, or some did something."""
    assert [reading[0] for reading in facts_of(text)] == ["unresolved left_over"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Bank has a network of 190 branches.", OUTLETS),
        ("We serve customers through 190 branches.", OUTLETS),
        ("The Bank has 190 employees.", EMPLOYEES),
        ("本行設有190家分行。", OUTLETS),
    ],
)
def test_a_network_is_all_there_are(text: str, name: str) -> None:
    """Where the count is what is told."""
    assert facts_of(text) == [(name, "", END, "190")]


@pytest.mark.parametrize(
    "text",
    [
        "People want to know that there is a door they can walk through: we have 58 branches.",
        "Many wish to be sure that somebody they have met will listen: we have 58 branches.",
    ],
)
def test_what_people_want_far_before_a_colon_is_no_target_of_ours(text: str) -> None:
    """Others want something else, and what we have stands behind the colon."""
    assert facts_of(text) == [(OUTLETS, "", END, "58")]


def test_a_target_right_before_a_colon_is_one() -> None:
    """Where nothing stands between."""
    assert facts_of("Our target for 2026: an ROE of 12%.") == [
        ("ReturnOnAverageEquity", "Target", "2026-01-01/2026-12-31", "0.12")
    ]
