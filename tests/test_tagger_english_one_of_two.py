"""What was misread where two figures stated one fact: what only moved a thing, verbs like nouns, rates that nobody has."""

from __future__ import annotations

import pytest

from tests.tagging_example import ledger_of, reading_of, taxonomy_in_data
from tests.test_tagger_english_sweeps import said

_TEXTS: tuple[tuple[str, list[str]], ...] = (
    # an item moved a thing by so much, which others moved too
    ("The new levy reduced net profit by £12 million.", ["?"]),
    ("A stronger franc reduced net interest income by £31 million.", ["?"]),
    ("We booked a restructuring charge, which lowered net profit by £48 million.", ["?"]),
    ("This reduced operating expenses by £9 million.", ["?"]),
    (
        "The new levy reduced net profit by £12 million to £380 million.",
        ["~NetProfit -12000000", "NetProfit 380000000"],
    ),
    ("The Group reduced operating expenses by £31 million.", ["~OperatingExpenses -31000000"]),
    (
        "In a difficult year the Bank reduced operating expenses by £31 million.",
        ["~OperatingExpenses -31000000"],
    ),
    # to cost is no expense
    ("Operating expenses were £900 million. Bank levies cost £640 million.", ["OperatingExpenses 900000000", "?"]),
    ("Operating expenses were £900 million. The new headquarters cost £65 million.", ["OperatingExpenses 900000000", "?"]),
    # a rate that a central bank sets
    (
        "The net interest margin widened by 15 basis points to 2.81%. Bank Rate came down in four steps, from 4.75% to 3.75%.",
        ["~NetInterestMargin 0.0015", "NetInterestMargin 0.0281", "?", "?"],
    ),
    (
        "The net interest margin was 2.81%. The Bank's base rate fell from 4.75% to 3.75%.",
        ["NetInterestMargin 0.0281", "?", "?"],
    ),
    (
        "With the policy rate at 2.25%, the net interest margin was 2.05%.",
        ["?", "NetInterestMargin 0.0205"],
    ),
    (
        "The net interest margin was 2.05%, or 170 basis points below the base rate.",
        ["NetInterestMargin 0.0205", "?"],
    ),
    (
        "As base rates fell, the net interest margin narrowed from 2.20% to 2.05%.",
        ["NetInterestMargin@2023 0.0220", "NetInterestMargin 0.0205"],
    ),
    # a month that is only pointed at
    ("Loans fell in July. At the end of that month deposits were £65.9 billion.", ["?"]),
    (
        "In July we opened an office, and by the end of that month deposits had reached £65.9 billion.",
        ["Deposits@2024-07-31 65900000000"],
    ),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), _TEXTS, ids=[text for text, _ in _TEXTS])
def test_what_stood_for_a_fact_and_was_none(text: str, expected: list[str]) -> None:
    """It leaves the other figure standing."""
    assert said(text) == expected


_YEAR, _END = "2024-01-01/2024-12-31", "2024-12-31"


@pytest.mark.parametrize(
    ("behind", "parts"),
    [
        ("Coastal lending accounted for $121 million of the losses.", ["121000000"]),
        ("Coastal lending accounted for $121 million of the losses, inland lending for $58 million.", ["121000000", "58000000"]),
        ("Coastal lending accounted for $121 million.", ["121000000"]),
        ("Coastal lending represented $121 million and inland lending $58 million.", ["121000000", "58000000"]),
    ],
)  # fmt: skip
def test_what_an_amount_is_a_part_of_by_a_verb_of_share(behind: str, parts: list[str]) -> None:
    """Of the losses that the sentence before tells, not the loans that the part is called by."""
    ledger = ledger_of(
        f"Net credit losses were $179 million. {behind}", taxonomy=taxonomy_in_data("losses-of-parts")
    )
    members = ("Coastal", "Inland")
    expected = [("CreditLosses", "", _YEAR, "179000000")]
    expected.extend(
        ("CreditLosses", member, _YEAR, value) for member, value in zip(members, parts, strict=False)
    )
    assert [reading_of(row) for row in ledger.rows] == expected


def test_a_part_that_is_more_than_what_was_told_is_of_its_own() -> None:
    """So is one behind another verb, or behind a level."""
    for before, behind in (
        ("Net credit losses were $179 million.", "Coastal lending stood at $121 billion."),
        ("Loans were $179 billion.", "Coastal lending accounted for $121 billion of the loans."),
        ("Loans were $179 billion.", "Coastal lending accounted for $121 billion."),
    ):
        ledger = ledger_of(f"{before} {behind}", taxonomy=taxonomy_in_data("losses-of-parts"))
        assert reading_of(ledger.rows[-1]) == ("Loans", "Coastal", _END, "121000000000")
