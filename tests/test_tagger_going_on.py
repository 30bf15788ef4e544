"""What goes on from a figure before, and what stands between a figure and its subject: asides, lists, brackets."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, facts_with, profile_of, readings_of, taxonomy_in_data

YEAR, END, BEFORE, LAST = "2024-01-01/2024-12-31", "2024-12-31", "2023-01-01/2023-12-31", "2023-12-31"
DEPOSITS, LOANS, OTHER = "DepositsFromCustomers", "LoansAndAdvancesToCustomers", "unresolved no_concept"
PERSONAL, CORPORATE = "PersonalCustomers", "CorporateCustomers"
NPL, COVERAGE = "NonPerformingLoanRatio", "ProvisionCoverageRatio"


def _of_port(text: str) -> str:
    """Return the facts of a text as concept, members and value; the time is said only of what is not of 2024."""
    facts = facts_with(taxonomy_in_data("port"), profile_of(currency="EUR"), text, "2024")
    told = (fact.replace(f" {YEAR}", "").replace(f" {END}", "").replace(" - ", " ", 1) for fact in facts)
    return "; ".join(told)


ASIDES: list[tuple[str, list[Reading]]] = [
    # what was done with the subject, all of it, and what a relative clause counts
    ("The provision coverage ratio, tested every month, stood at 212.4%.", [(COVERAGE, "", END, "2.124")]),
    (
        "Personal deposits, all of them insured, grew to $5 billion.",
        [(DEPOSITS, PERSONAL, END, "5000000000")],
    ),
    (
        "The NPL ratio, which is the average of the last 12 months, fell by 4 basis points to 1.31%.",
        [
            ("not_a_fact tenor", "", "", None),
            (f"IncreaseDecreaseIn{NPL}", "", YEAR, "-0.0004"),
            (NPL, "", END, "0.0131"),
        ],
    ),
    (
        "Green loans, of which 1,240 were granted in the year, amounted to $812 million, up 5%.",
        [
            (OTHER, "", YEAR, "1240"),
            (LOANS, "GreenLoans", END, "812000000"),
            (f"GrowthRateOf{LOANS}", "GreenLoans", YEAR, "0.05"),
        ],
    ),
    (
        "Outlets, served by 3 regional centres, numbered 1,204.",
        [("NumberOfTechnologyFinanceCentres", "", END, "3"), ("NumberOfOutlets", "", END, "1204")],
    ),
    (
        "Corporate loans, which we define as those of more than $2 million each, fell 3% to $8 billion.",
        [
            (OTHER, "", END, "2000000"),
            (f"GrowthRateOf{LOANS}", CORPORATE, YEAR, "-0.03"),
            (LOANS, CORPORATE, END, "8000000000"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), ASIDES, ids=[text for text, _ in ASIDES])
def test_a_subject_is_found_before_an_aside(text: str, wanted: list[Reading]) -> None:
    """Whatever the aside says of it, and whatever it counts."""
    assert readings_of(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Loans were $9 billion. The bill, restated for the merger, was $40 million.",
        "Loans were $9 billion. Goodwill, 5% of it written off, was $2 billion.",
    ],
)
def test_an_aside_makes_no_subject_of_what_nobody_knows(text: str) -> None:
    """Nor of what it alters."""
    assert readings_of(text)[-1][0].startswith("unresolved")


NAMES = [
    ("Property, plant and equipment was €12 million.", "Equipment 12000000"),
    (
        "Revenue was €9 million. Oil, gas and coal brought €5 million of it.",
        "Revenue 9000000; Revenue Fuel 5000000",
    ),
    (
        "Handling, storage and other fees rose by 4% to €3 million.",
        "GrowthRateOfHandlingFees 0.04; HandlingFees 3000000",
    ),
    (
        "In the year, handling, storage and other fees were €3 million, a 4% increase.",
        "HandlingFees 3000000; GrowthRateOfHandlingFees 0.04",
    ),
    (
        "Revenue fell 2%, and property, plant and equipment stood at €12 million.",
        "GrowthRateOfRevenue -0.02; Equipment 12000000",
    ),
    ("Grain, containers and timber stood at €12 million.", ""),
]


@pytest.mark.parametrize(("text", "wanted"), NAMES, ids=[text for text, _ in NAMES])
def test_a_mark_inside_a_name_parts_nothing(text: str, wanted: str) -> None:
    """Oil, gas and coal is one name; grain, containers and timber are three."""
    assert _of_port(text) == wanted


YARDSTICKS = [
    ("The NPL ratio was 1.14%, 50 basis points below the industry average.", OTHER),
    ("The NPL ratio was 1.14%, 50 basis points below the average of the banking sector.", OTHER),
    ("The LCR was 143%, 43 percentage points above the requirement.", OTHER),
    ("Deposits grew to $5 billion, 8% more than planned.", OTHER),
    ("The cost to income ratio was 41%, 2 percentage points lower than our target.", OTHER),
    ("The NPL ratio was 1.14%, 50 basis points below that of 2023.", f"IncreaseDecreaseIn{NPL}"),
    ("The NPL ratio was 1.14%, 5 basis points lower than a year ago.", f"IncreaseDecreaseIn{NPL}"),
    ("Deposits grew to $5 billion, 8% above their level a year ago.", f"GrowthRateOf{DEPOSITS}"),
    ("Deposits grew to $5 billion, an 8% increase in a market that shrank.", f"GrowthRateOf{DEPOSITS}"),
]


@pytest.mark.parametrize(("text", "wanted"), YARDSTICKS, ids=[text for text, _ in YARDSTICKS])
def test_a_distance_to_a_yardstick_is_no_change(text: str, wanted: str) -> None:
    """What lies above a requirement has not grown by as much."""
    assert readings_of(text)[1][0] == wanted


GOING_ON = [
    # a share in brackets is of another time
    (
        "Revenue was €9 million; grain made up 40% (44% a year before).",
        f"Revenue 9000000; ShareOfRevenue Grain 0.40; ShareOfRevenue Grain {BEFORE} 0.44",
    ),
    # half is a noun
    (
        "Revenue was €9 million. The North Quay had an unusually good half (€4 million).",
        "Revenue 9000000; Revenue North 4000000",
    ),
    # a part of the year's dividend, and all of it
    (
        "The Board recommends a final dividend of €0.30 per share, which makes €0.50 for the year (2023: €0.44).",
        f"FullYearDividend 0.50; FullYearDividend {BEFORE} 0.44",
    ),
    (
        "A final dividend of €0.30 per share takes the year's total to €0.50 (2023: €0.44).",
        f"FullYearDividend 0.50; FullYearDividend {BEFORE} 0.44",
    ),
    (
        "The Board proposes a final dividend of €0.30, bringing the total for the year to €0.50, up from €0.44.",
        f"FullYearDividend 0.50; FullYearDividend {BEFORE} 0.44",
    ),
    ("A final dividend of €0.30 will be paid in May and one of €0.20 was paid in October.", ""),
    # a share by its noun, and what it moved by and to
    (
        "Revenue rose 4%. The grain share improved by 2.9 percentage points to 43.9%.",
        "GrowthRateOfRevenue 0.04; IncreaseDecreaseInShareOfRevenue Grain 0.029; ShareOfRevenue Grain 0.439",
    ),
    (
        "Revenue of the North Quay and the South Quay was €4 million and €3 million, and the latter's share rose to 40%.",
        "Revenue North 4000000; Revenue South 3000000; ShareOfRevenue South 0.40",
    ),
    (
        "The North Quay made up 36% of revenue, an improvement of 2 percentage points.",
        "ShareOfRevenue North 0.36; IncreaseDecreaseInShareOfRevenue North 0.02",
    ),
    (
        "Containers made up 36% of revenue, a deterioration of 2 percentage points.",
        "ShareOfRevenue Box 0.36; IncreaseDecreaseInShareOfRevenue Box -0.02",
    ),
    (
        "Revenue rose 4%, and the container ratio thus strengthened by 0.9 percentage points to 31.8%.",
        "GrowthRateOfRevenue 0.04; IncreaseDecreaseInShareOfRevenue Box 0.009; ShareOfRevenue Box 0.318",
    ),
    (
        "Revenue rose 4%. Punctuality improved by 2 percentage points to 88%.",
        "GrowthRateOfRevenue 0.04; IncreaseDecreaseInPunctuality 0.02; Punctuality 0.88",
    ),
    ("Revenue rose 4%. The ratio improved by 2 percentage points.", "GrowthRateOfRevenue 0.04"),
    # another's figure in passing, and what goes on behind it
    (
        "Revenue grew 4%, slower than the system's 5%; the North Quay, at €4 million, was up 9%.",
        "GrowthRateOfRevenue 0.04; Revenue North 4000000; GrowthRateOfRevenue North 0.09",
    ),
    # another member beside the one before
    (
        "Revenue of the North Quay rose 5% to €4 million. The South Quay brought €3 million, 2% less.",
        "GrowthRateOfRevenue North 0.05; Revenue North 4000000; Revenue South 3000000; GrowthRateOfRevenue South -0.02",
    ),
    # what a stake is of is none of the port's shares
    (
        "Revenue of the North Quay was €4 million. The South Quay brought €3 million, including our 40% stake in a dock.",
        "Revenue North 4000000; Revenue South 3000000",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), GOING_ON, ids=[text for text, _ in GOING_ON])
def test_what_goes_on_from_the_figure_before(text: str, wanted: str) -> None:
    """Of the same concept, where nothing else is said."""
    assert _of_port(text) == wanted
