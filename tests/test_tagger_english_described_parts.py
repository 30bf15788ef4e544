"""What English calls a part right behind its name, and a part that a name of its own is described as."""

from __future__ import annotations

import pytest

from tests.test_tagger_english_guidance import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "In Moorland, our youngest subsidiary, loans passed KES 12 billion, deposits came in at KES 17.8 billion, and "
                "profit before tax was KES 0.6 billion."
            ),
            "Loans+Moorland 12000000000; Deposits+Moorland 17800000000; Profit+Moorland 600000000",
        ),
        (
            "Moorland, the largest of our foreign subsidiaries, lifted profit before tax by 36% to KES 1.9 billion.",
            "%Profit+Moorland 0.36; Profit+Moorland 1900000000",
        ),
        (
            "Profit before tax in Steppeland, our biggest foreign subsidiary, came to KES 1.9 billion.",
            "Profit+Steppeland 1900000000",
        ),
        (
            "Steppeland, our second subsidiary, had a good half-year. Profit before tax was KES 1.2 billion.",
            "Profit+Steppeland 1200000000",
        ),
        # what is described is the part that a name of its own has
        (
            (
                "Lumo, our phone loan, had another flying start to the year. We disbursed KES 61.3 billion through it, 34% more "
                "than in the first half of 2025."
            ),
            "Lent+Phone 61300000000; %Lent+Phone 0.34",
        ),
        (
            (
                "Lumo, our phone loan product, turned five in May. Loans disbursed came to KES 61.3 billion. Home loans were "
                "KES 127 billion."
            ),
            "Lent+Phone 61300000000; Loans+Home 127000000000",
        ),
        # the description is of a person, or goes on, or none stands there
        (
            "Sara Lind, our head of phone loans, left in May. Loans disbursed were KES 61 billion.",
            "Lent 61000000000",
        ),
        ("Lumo, our shop in the capital, did well. Loans disbursed were KES 61 billion.", "Lent 61000000000"),
        (
            "The foreign subsidiaries did well. Profit before tax was KES 3.7 billion.",
            "Profit+Abroad 3700000000",
        ),
    ],
)
def test_what_describes_a_part_says_no_other(text: str, expected: str) -> None:
    """The noun of the description beat the part that is named, at .89; without a part's name it says which is meant."""
    assert said(text) == expected
