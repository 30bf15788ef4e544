"""Tables of many layouts, tagged: each mechanism that reads what rows, columns and captions say has a table of its own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tagger.ledger import Row
from tagger.profile import Profile
from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from taxonomy.load import load_taxonomy
from taxonomy.model import Taxonomy

_TAXONOMY = Path(__file__).parent / "development" / "statements.yaml"


@cache
def _taxonomy() -> Taxonomy:
    return load_taxonomy(str(_TAXONOMY))


def rows_of(text: str, period: str = "2025", currency: str = "HKD", ending: str = ".txt") -> tuple[Row, ...]:
    """Tag a text with the taxonomy of statements."""
    profile = Profile("Hill Bank", "http://example.org/scheme", "H1", currency, aliases=())
    document = parse_document(text.encode(), "text", ending=ending)
    return tag_document(document, _taxonomy(), profile, parse_reporting_period(period, (12, 31))).rows


def facts_of(text: str, period: str = "2025", currency: str = "HKD", ending: str = ".txt") -> list[str]:
    """Return the facts as concept, members, period and value, without what every one of them has."""
    return [
        " ".join(
            filter(
                None,
                (
                    (row.concept or "").partition(":")[2],
                    "+".join(member.partition(":")[2].removesuffix("Member") for _, member in row.dimensions),
                    row.period or "",
                    row.value or "nil",
                ),
            )
        )
        for row in rows_of(text, period, currency, ending)
        if row.status == "fact"
    ]


def values_of(text: str, period: str = "2025", currency: str = "HKD", ending: str = ".txt") -> list[str]:
    """Return the values of the facts."""
    return [row.value or "nil" for row in rows_of(text, period, currency, ending) if row.status == "fact"]


def test_units_beside_the_figures_in_words() -> None:
    """A cell may hold its scale, its currency and its unit in words; a bracket before the unit is a sign."""
    text = (
        "| Indicator | 2025 | 2024 | Change |\n|---|---|---|---|\n"
        "| Total assets | USD 95 billion | USD 91 billion | 4.4% |\n"
        "| CET1 ratio | 15.2 per cent | 14.8 per cent | 0.4 percentage points |\n"
        "| Net interest margin | 2.31 percent | 2.38 percent | (7) bps |\n"
    )

    assert facts_of(text, currency="USD") == [
        "TotalAssets 2025-12-31 95000000000",
        "TotalAssets 2024-12-31 91000000000",
        "GrowthRateOfTotalAssets 2025-01-01/2025-12-31 0.044",
        "CommonEquityTier1Ratio 2025-12-31 0.152",
        "CommonEquityTier1Ratio 2024-12-31 0.148",
        "IncreaseDecreaseInCommonEquityTier1Ratio 2025-01-01/2025-12-31 0.004",
        "NetInterestMargin 2025-01-01/2025-12-31 0.0231",
        "NetInterestMargin 2024-01-01/2024-12-31 0.0238",
        "IncreaseDecreaseInNetInterestMargin 2025-01-01/2025-12-31 -0.0007",
    ]


@pytest.mark.parametrize("mark", ["(1)", "¹", "*", "†", "(a)"])
def test_footnotes_behind_values_are_no_part_of_them(mark: str) -> None:
    """4,120(1) is 4,120, and the 1 refers to a note."""
    text = f"| HK$ million | 2025 | 2024 |\n|---|---|---|\n| Total assets | 4,120{mark} | 3,980 |\n"

    assert values_of(text) == ["4120000000", "3980000000"]
    assert {row.reason.code for row in rows_of(text) if row.reason and row.text == "1"} <= {"reference"}


@pytest.mark.parametrize(
    "label",
    ["Total assets(1)", "Total assets¹", "Total assets*", "Total assets (Note 5)", "Total assets [2]"],
)
def test_footnotes_behind_labels_are_no_words(label: str) -> None:
    """The label is what stands before its mark."""
    text = f"| HK$ million | 2025 |\n|---|---|\n| {label} | 4,120 |\n| Customer deposits | 3,010 |\n"

    assert facts_of(text) == ["TotalAssets 2025-12-31 4120000000", "Deposits 2025-12-31 3010000000"]


def test_footnotes_behind_chinese_labels() -> None:
    """(註1) names the word of the language for a note."""
    text = "| 港幣百萬元 | 2025年末 |\n|---|---|\n| 客戶貸款(註1) | 4,120 |\n| 客戶存款（附註12） | 3,010 |\n"

    assert facts_of(text) == ["Loans 2025-12-31 4120000000", "Deposits 2025-12-31 3010000000"]


@pytest.mark.parametrize(
    ("caption", "value"),
    [
        ("(HK$ million, except per share data, ratios and numbers)", "4120000000"),
        ("(in thousands of US dollars except per share amounts)", "4120000"),
        ("(Unless otherwise stated, in HK$ million)", "4120000000"),
        ("US$ million", "4120000000"),
        ("$’000", "4120000"),
        ("RMB’000", "4120000"),
        ("（人民幣百萬元，另有說明者除外）", "4120000000"),
        ("（除特別註明外，以港幣百萬元列示）", "4120000000"),
        ("（人民幣百萬元，百分比及每股數據除外）", "4120000000"),
        ("千港元", "4120000"),
    ],
)
def test_units_with_what_they_do_not_hold_for(caption: str, value: str) -> None:
    """What is excepted is no part of the unit."""
    words = ("Total assets", "2025") if caption.isascii() or "’" in caption else ("資產總額", "2025年末")
    text = f"{caption}\n\n| | {words[1]} |\n|---|---|\n| {words[0]} | 4,120 |\n"

    assert values_of(text) == [value]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("All figures are in thousands.", ["4120000"]),
        ("All dollar figures are in thousands unless otherwise stated.", ["4120000"]),
        ("Not all amounts are in millions.", []),
    ],
)
def test_a_scale_said_for_a_whole_document(sentence: str, values: list[str]) -> None:
    """Without a currency it is the entity's own; where the sentence denies it there is none."""
    text = f"{sentence}\n\nThe year was good.\n\n| Item | 2025 |\n|---|---|\n| Total assets | 4,120 |\n"

    assert values_of(text) == values


@pytest.mark.parametrize(
    ("unit", "label", "values"),
    [
        ("HK$ million", "Number of branches", ["4120000000", "142"]),
        ("港幣百萬元", "員工人數", ["4120000000", "142"]),
        ("in thousands, except per share data", "Number of branches", ["4120000"]),
    ],
)
def test_a_count_among_amounts_takes_no_scale_of_theirs(unit: str, label: str, values: list[str]) -> None:
    """A unit of money does not hold for it; whether a bare scale does is a question."""
    total = "Total assets" if label.isascii() else "資產總額"
    text = f"| {unit} | 2025 |\n|---|---|\n| {total} | 4,120 |\n| {label} | 142 |\n"

    assert values_of(text) == values


def test_expenses_in_brackets_are_deducted() -> None:
    """A debit that flows is an expense where the table prints most of them so; a loss is still one."""
    text = (
        "| HK$ million | 2025 | 2024 | Change (%) |\n|---|---|---|---|\n| Operating income | 9,120 | 8,700 | 4.8 |\n"
        "| Operating expenses | (4,120) | (4,010) | 2.7 |\n| Net profit | (310) | 402 | |\n"
    )

    assert values_of(text) == [
        "9120000000", "8700000000", "0.048", "4120000000", "4010000000", "0.027", "-310000000", "402000000",
    ]  # fmt: skip


def test_what_is_said_to_be_deducted_stands_in_brackets() -> None:
    """Less: allowances (31,220) are 31,220 of allowances."""
    text = "| US$’000 | 2025 |\n|---|---|\n| Gross loans | 2,498 |\n| Less: impairment allowances | (31) |\n"
    han = "| 千港元 | 2025年末 |\n|---|---|\n| 貸款總額 | 2,498 |\n| 減：減值準備 | (31) |\n"

    assert values_of(text, currency="USD") == ["2498000", "31000"]
    assert values_of(han) == ["2498000", "31000"]


def test_a_change_is_of_the_level_that_is_measured_against_the_one_before_it() -> None:
    """2Q25 1Q25 QoQ 2Q24 YoY: the last is the growth of 2Q25 over 2Q24, not of 2Q24."""
    text = (
        "| S$ million | 2Q25 | 1Q25 | QoQ (%) | 2Q24 | YoY (%) |\n|---|---|---|---|---|---|\n"
        "| Net profit | 1,530 | 1,562 | (2.0) | 1,498 | 2.1 |\n"
    )

    assert facts_of(text, "2025Q2", "SGD") == [
        "NetProfit 2025-04-01/2025-06-30 1530000000",
        "NetProfit 2025-01-01/2025-03-31 1562000000",
        "GrowthRateOfNetProfit PrecedingPeriod 2025-04-01/2025-06-30 -0.020",
        "NetProfit 2024-04-01/2024-06-30 1498000000",
        "GrowthRateOfNetProfit 2025-04-01/2025-06-30 0.021",
    ]


def test_a_share_of_what_is_not_said_is_no_fact() -> None:
    """6.4% of all loans are card loans; that is no share of card loans."""
    text = (
        "Loans (HK$ million)\n\n| | 2025 | % of total |\n|---|---|---|\n| Manufacturing | 880 | 14.6 |\n"
        "| Credit card advances | 380 | 6.4 |\n| Total loans | 6,040 | 100.0 |\n"
    )

    assert [fact for fact in facts_of(text) if "Share" in fact] == [
        "ShareOfLoans Manufacturing 2025-12-31 0.146"
    ]
