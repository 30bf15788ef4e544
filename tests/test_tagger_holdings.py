"""A holding, each of whose businesses is a subsidiary's, and a bank that has a subsidiary or two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tagger.profile import Profile
from tests.tagging_example import Reading, ledger_of, profile_of, reading_of

END, YEAR = "2024-12-31", "2024-01-01/2024-12-31"


def group_of(**subsidiaries: str) -> Profile:
    """Return the profile of an invented group with subsidiaries, each a name in the text and a member."""
    own = tuple(
        (name, "bank:ManagingEntityAxis", f"bank:{member}SubsidiaryMember")
        for name, member in subsidiaries.items()
    )
    return replace(profile_of(), members=own)


HOLDING = group_of(
    山海理財="WealthManagement", 山海基金="FundManagement", 山海保險="Insurance", Hillcover="Insurance"
)
BANK = group_of(山海理財="WealthManagement", 山海基金="FundManagement")

SAID: list[tuple[str, list[Reading]]] = [
    (
        "山海理財信用卡流通卡量為12萬張，較上年末增加2萬張。",
        [
            ("NumberOfBankCardsIssued", "CreditCards", END, "120000"),
            ("IncreaseDecreaseInNumberOfBankCardsIssued", "CreditCards", YEAR, "20000"),
        ],
    ),
    ("Hillcover served 52,100 customers.", [("NumberOfCustomers", "", END, "52100")]),
    (
        "山海保險淨利潤12億元。",
        [("NetProfit", "InsuranceSubsidiary", YEAR, "1200000000")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_what_a_holding_has_of_one_subsidiary_alone_is_its_own(text: str, expected: list[Reading]) -> None:
    """Where the concept may carry no subsidiary; where it may, the fact has it."""
    rows = ledger_of(text, "2024", profile=HOLDING).rows

    assert [reading_of(row) for row in rows] == expected
    assert all(row.confidence is not None and row.confidence < 0.9 for row in rows)


def test_a_figure_of_all_is_surer() -> None:
    """That of a subsidiary is another one then."""
    rows = ledger_of("客戶共有310萬戶。山海理財客戶52.1萬戶。", "2024", profile=HOLDING).rows

    assert [(row.status, row.value) for row in rows] == [("fact", "3100000"), ("unresolved", "521000")]


@pytest.mark.parametrize(
    "text", ["山海理財信用卡流通卡量為12萬張。", "山海理財共有客戶52.1萬戶。", "海外客戶共有52.1萬戶。"]
)
def test_what_a_bank_s_subsidiary_has_is_a_part_of_the_bank_s(text: str) -> None:
    """Which no fact may say without it; nor is any other member left out."""
    rows = ledger_of(text, "2024", profile=BANK).rows

    assert [row.status for row in rows] == ["unresolved"]
