"""English commentary on a half-year: what is said by the way before a verb, of some of those before, and since six months."""

from __future__ import annotations

import pytest

from tests.test_tagger_english_guidance import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a part's name may end in the name of a total that has no such parts
        (
            (
                "Fee income went up to KES 13.6 billion. Card fees contributed KES 5.2 billion; transfer fees slipped to KES 3.1 "
                "billion from KES 3.3 billion. All told, operating income was KES 41.5 billion."
            ),
            (
                "Fees 13600000000; Fees+CardFees 5200000000; Fees+TransferFees 3100000000; "
                "Fees+TransferFees@2025-01-01/2025-06-30 3300000000; Income 41500000000"
            ),
        ),
        (
            (
                "Fee income came to KES 13.6 billion. Card income, in a market that hardly moved, slipped to KES 3.1 billion "
                "from KES 3.3 billion."
            ),
            "Fees 13600000000; Fees+CardIncome 3100000000; Fees+CardIncome@2025-01-01/2025-06-30 3300000000",
        ),
        # what stands between a subject and its verb by the way
        (
            "Customer deposits, under pressure from rivals, fell to KES 448 billion.",
            "Deposits 448000000000",
        ),
        (
            "Operating costs, in spite of inflation, fell to KES 20 billion.",
            "Costs 20000000000",
        ),
        (
            "Loans in Moorland, at a time of drought, fell to KES 38 billion.",
            "Loans+Moorland 38000000000",
        ),
        (
            "In Moorland, in a market full of rivals, loans fell to KES 38 billion.",
            "Loans+Moorland 38000000000",
        ),
    ],
)
def test_the_subject_holds_past_what_is_said_by_the_way(text: str, expected: str) -> None:
    """The figure is that of the part before the comma; it was that of the part, or the total, told before."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Registered users reached 9.4 million by the end of June, an increase of 0.8 million since December, and 5.1 "
                "million of them used the app in June."
            ),
            "Users 9400000; +Users 800000; ?",
        ),
        (
            "Registered users rose by 0.8 million in the half-year and 0.5 million signed up in June.",
            "+Users 800000; ?",
        ),
        (
            "Loans rose by KES 24 billion in the half-year and KES 15 billion in the second quarter.",
            "+Loans 24000000000; +Loans+Preceding@2026-04-01/2026-06-30 15000000000",
        ),
    ],
)
def test_what_some_of_them_did_is_no_change(text: str, expected: str) -> None:
    """Only an amount with nothing but its time behind it goes on with the change before; the others were changes, at .886."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Our agents numbered 48,300 at mid-year. That is 4,200 more than six months ago and a rise of 9.5%.",
            "Agents 48300; +Agents 4200; %Agents 0.095",
        ),
        (
            "Customer loans were KES 338.6 billion, 7.8% more than six months earlier and 12.9% more than a year ago.",
            "Loans 338600000000; %Loans 0.078; %Loans+Year@2025-07-01/2026-06-30 0.129",
        ),
    ],
)
def test_six_months_ago_is_where_the_half_year_starts(text: str, expected: str) -> None:
    """A change of what is there at a day is measured from there unless something else is said: it is no other comparison."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Offices, by contrast, stay where they are. We run 268, of which 176 are in Moorland.",
            "Offices 268; Offices+Moorland 176",
        ),
        ("In the first half offices stayed where they were. We keep 268.", "Offices 268"),
        (
            "The foreign subsidiaries brought home profit before tax of KES 3.7 billion.",
            "Profit+Abroad 3700000000",
        ),
        (
            "The foreign subsidiaries chipped in profit before tax of KES 3.7 billion, and Moorland weighed in with 1.9 billion.",
            "Profit+Abroad 3700000000; Profit+Moorland 1900000000",
        ),
    ],
)
def test_verbs_of_having_lead_to_what_was_named(text: str, expected: str) -> None:
    """What we run or keep is so many of what the sentence before names; what a part brought home is its own."""
    assert said(text) == expected
