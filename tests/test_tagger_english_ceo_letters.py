"""What chief executives write: verbs that no list holds, what was used up, and parts behind any preposition."""

from __future__ import annotations

import pytest

from tests.tagging_example import taxonomy_in_data
from tests.test_tagger_english_sweeps import said as said_of


def said(text: str) -> list[str]:
    """Return what each quantity of a text says, of the year 2025."""
    return said_of(text, "2025", taxonomy_in_data("letter-bank"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Loans galloped ahead by 13.5% to £168m.", "^Loans 0.135; Loans 168000000"),
        ("Farm loans motored forward 8%, to £4bn.", "^Loans+Farms 0.08; Loans+Farms 4000000000"),
        ("The net interest margin sagged downwards by 12 basis points to 2.11%.", "~Margin -0.0012; Margin 0.0211"),
        ("Deposits, which romped ahead by 9%, reached £4bn.", "^Deposits 0.09; Deposits 4000000000"),
        ("Deposits were £4bn and have steadily trotted ahead by 9%.", "Deposits 4000000000; ^Deposits 0.09"),
        ("Fee income tore ahead by £5m to £60m.", "~Income 5000000; Income 60000000"),
        (
            "The harbour is our youngest market. Loans there sprinted ahead by 26% to £138m.",
            "^Loans+Harbour 0.26; Loans+Harbour 138000000",
        ),
        (
            "Loans galloped ahead by 13.5% to £168m and deposits by 4% to £200m.",
            "^Loans 0.135; Loans 168000000; ^Deposits 0.04; Deposits 200000000",
        ),
        # which way: the levels about it tell
        ("Profit blossomed by 25% to £50m from £40m.", "^Profit 0.25; Profit 50000000; Profit@2023 40000000"),
        (
            "Credit losses melted away by 50% to £20m, against £40m in 2024.",
            "^Losses -0.50; Losses 20000000; Losses@2024-01-01/2024-12-31 40000000",
        ),
        ("Deposits roared back by 11% to £4.1bn.", "?; Deposits 4100000000"),
        ("Loans pottered by 1% to £3bn.", "?; Loans 3000000000"),
        # no verb of what is named
        ("Loans Kelmar galloped ahead by 8% to £3m.", "?; ?"),
        ("Deposits at Lumo galloped ahead by 8% to £3m.", "?; ?"),
        ("Rents galloped ahead by 8%.", "?"),
        ("Loans were originated by 5% of advisers.", "?"),
        ("Profit powered on by 9%.", "?"),
    ],
)  # fmt: skip
def test_a_verb_that_no_list_holds(text: str, expected: str) -> None:
    """Its particle says which way, or the amount behind it that something moved; what the levels do not tell is open."""
    assert said(text) == expected.replace("Profit@2023", "Profit@2024-01-01/2024-12-31").split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dividends added up to £1.08 per share, up 8p.", "Dividends 1.08; ~Dividends 0.08"),
        ("Gifts to charity tallied up to £2m.", "Donations 2000000"),
        ("Credit losses mounted up to £9m.", "Losses 9000000"),
        ("Switching our system gobbled up £1.1m before tax.", "Migration 1100000"),
        ("Switching our system swallowed £1.1m.", "Migration 1100000"),
        ("Operating expenses ate up £48m of our income.", "Costs 48000000"),
        ("Operating expenses crept up £2m.", "~Costs 2000000"),
        # of a balance, or of income, it is none
        ("Farm loans gobbled up £1.1m of capital.", "?"),
        ("Fee income devoured £3m.", "?"),
        ("Fee income was £5m. The harbour gobbled up £3m.", "Income 5000000; ?"),
        # moved by so much, or took so much
        ("Deposits swept up £5m.", "?"),
        ("Deposits swept up £5m to £60m.", "~Deposits 5000000; Deposits 60000000"),
        ("Deposits swept up by £5m.", "~Deposits 5000000"),
        ("Deposits swept up 5%.", "^Deposits 0.05"),
    ],
)
def test_what_came_to_so_much_with_up(text: str, expected: str) -> None:
    """A particle may belong to a verb that is none of change; of an unlisted one without more nobody knows."""
    assert said(text) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We have 19 branches: 9 in the uplands, 6 around the harbour and 4 along the delta.",
            "Branches 19; Branches+Uplands 9; Branches+Harbour 6; Branches+Delta 4",
        ),
        (
            "We have 19 branches, 9 in the uplands, 6 down by the harbour and 4 inside the delta.",
            "Branches 19; Branches+Uplands 9; Branches+Harbour 6; Branches+Delta 4",
        ),
        (
            "Loans were £4bn: £2bn around the harbour, £1.5bn out in the uplands and £0.5bn over in the delta.",
            "Loans 4000000000; Loans+Harbour 2000000000; Loans+Uplands 1500000000; Loans+Delta 500000000",
        ),
        (
            "We have 19 branches: 9 in the uplands and 6 outside the delta.",
            "Branches 19; Branches+Uplands 9; ?",
        ),
    ],
)
def test_parts_behind_any_preposition(text: str, expected: str) -> None:
    """Once one figure of a list has its part behind it, the next do too, whatever joins them but a verb."""
    assert said(text) == expected.split("; ")
