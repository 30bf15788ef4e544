"""Parts of a whole in amounts with their share beside them, and the words behind both that name the part."""

from __future__ import annotations

import pytest

from tests.tagging_example import ledger_of, reading_of, taxonomy_in_data
from tests.test_tagger_english_sweeps import said

_PARTS: tuple[tuple[str, list[str]], ...] = (
    (
        (
            "Deposits stood at £382 billion. Of this, £267 billion was held by personal customers and £115 billion, or 30%, "
            "by corporate customers."
        ),
        [
            "Deposits 382000000000",
            "Deposits+PersonalCustomers 267000000000",
            "Deposits+CorporateCustomers 115000000000",
            "%Deposits+CorporateCustomers 0.30",
        ],
    ),
    (
        "Deposits stood at £382 billion, of which £267 billion, or 70%, was placed by personal customers.",
        [
            "Deposits 382000000000",
            "Deposits+PersonalCustomers 267000000000",
            "%Deposits+PersonalCustomers 0.70",
        ],
    ),
    (
        "Loans amounted to £700 billion. £310 billion (44%) was lent to corporate customers.",
        ["Loans 700000000000", "Loans+CorporateCustomers 310000000000", "%Loans+CorporateCustomers 0.44"],
    ),
    (
        "Loans amounted to £700 billion. £310 billion, or 44%, went to corporate customers.",
        ["Loans 700000000000", "Loans+CorporateCustomers 310000000000", "%Loans+CorporateCustomers 0.44"],
    ),
    (
        "Deposits rose by £5 billion, or 4%, on the back of mortgages.",
        ["~Deposits 5000000000", "^Deposits 0.04"],
    ),
    (
        "Deposits rose by £5 billion, or 4%, to £129 billion.",
        ["~Deposits 5000000000", "^Deposits 0.04", "Deposits 129000000000"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), _PARTS)
def test_a_part_behind_its_share(text: str, expected: list[str]) -> None:
    """The part stands behind the share that is beside its amount; what has moved is no part."""
    assert said(text) == expected


_GAPPED: tuple[tuple[str, list[str]], ...] = (
    (
        "Home loans closed the year at £46 billion, and personal loans, helped by higher prices, at £17 billion.",
        ["Loans+ResidentialMortgageLoans 46000000000", "Loans+PersonalCustomers 17000000000"],
    ),
    (
        "Corporate loans stood at £46 billion and personal loans, despite repayments, at £17 billion.",
        ["Loans+CorporateCustomers 46000000000", "Loans+PersonalCustomers 17000000000"],
    ),
    (
        "Corporate deposits stood at £46 billion and personal deposits, helped by higher rates, at £17 billion.",
        ["Deposits+CorporateCustomers 46000000000", "Deposits+PersonalCustomers 17000000000"],
    ),
    (
        "Total loans rose to £5 billion, driven by mortgages, at a yield of 4%.",
        ["Loans 5000000000", "AverageYieldOfLoans 0.04"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), _GAPPED)
def test_a_verb_left_out_behind_an_aside(text: str, expected: list[str]) -> None:
    """An aside parts the second thing from its value, whose verb the first has said."""
    assert said(text) == expected


_BRACKETS: tuple[tuple[str, list[str]], ...] = (
    (
        "Loans to customers were £812 billion (£402 billion corporate loans), an increase of 6%.",
        ["Loans 812000000000", "Loans+CorporateCustomers 402000000000", "^Loans 0.06"],
    ),
    (
        "Deposits reached £640 billion (210 billion demand deposits, 430 billion time deposits), up 3% on the year.",
        [
            "Deposits 640000000000",
            "Deposits+DemandDeposits 210000000000",
            "Deposits+TimeDeposits 430000000000",
            "^Deposits 0.03",
        ],
    ),
    (
        "Deposits reached £640 billion (£620 billion), up 3% on the year.",
        ["Deposits 640000000000", "Deposits@2023-12-31 620000000000", "^Deposits 0.03"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), _BRACKETS)
def test_a_part_in_a_bracket_behind_its_amount(text: str, expected: list[str]) -> None:
    """What stands behind the bracket goes on from what stands before it."""
    assert said(text) == expected


_BASES: tuple[tuple[str, list[tuple[str, str]]], ...] = (
    (
        "Net income was $96 million ($99 million excluding the levy), up 4%.",
        [("", "96000000"), ("WithoutLevy", "99000000"), ("", "0.04")],
    ),
    (
        "Net income was $96 million (excluding the levy: $99 million), down 4%.",
        [("", "96000000"), ("WithoutLevy", "99000000"), ("", "-0.04")],
    ),
    (
        "Net income increased 15% (8% excluding the levy) to $96 million.",
        [("", "0.15"), ("WithoutLevy", "0.08"), ("", "96000000")],
    ),
)


@pytest.mark.parametrize(("text", "expected"), _BASES)
def test_a_basis_in_a_bracket_is_of_its_amount_alone(text: str, expected: list[tuple[str, str]]) -> None:
    """A rate of growth there grows as the one before it does, and what follows is on the usual basis again."""
    rows = ledger_of(text, taxonomy=taxonomy_in_data("lender")).rows
    readings = [reading_of(row) for row in rows]
    assert [(members, value) for _, members, _, value in readings] == expected
