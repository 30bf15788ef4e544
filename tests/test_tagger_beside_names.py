"""Words that no term has beside a name: what they leave a figure to be, by how they stand to the name."""

from __future__ import annotations

import pytest

from tests.tagging_example import Reading, readings_of, rows_of

YEAR, END = "2024-01-01/2024-12-31", "2024-12-31"
DEPOSITS, LOANS = "DepositsFromCustomers", "LoansAndAdvancesToCustomers"

TAKEN: list[tuple[str, list[Reading]]] = [
    (
        "The liquidity coverage ratio (Pillar Xanadu) was 154.2%.",
        [("LiquidityCoverageRatio", "", END, "1.542")],
    ),
    (
        "Net profit under the previous accounting approach was $3 million.",
        [("NetProfit", "", YEAR, "3000000")],
    ),
    (
        "The capital adequacy ratio under Basel III was 16.42% (16.95% a year earlier).",
        [("CapitalAdequacyRatio", "", END, "0.1642"), ("CapitalAdequacyRatio", "", "2023-12-31", "0.1695")],
    ),
    (
        "The liquidity coverage ratio in accordance with Basel III stood at 143%.",
        [("LiquidityCoverageRatio", "", END, "1.43")],
    ),
    ("Net profit under IFRS was $3 million.", [("NetProfit", "", YEAR, "3000000")]),
    ("Net profit under the IFRS fell to $3 million.", [("NetProfit", "", YEAR, "3000000")]),
    ("During the year we issued $2 billion of senior bonds.", [("BondsIssued", "", YEAR, "2000000000")]),
]

LEFT = (
    "NRE deposits were $3 billion.",
    "XYZ loans grew 12%.",
    "Loans other than personal loans were $12 billion.",
    "The NPL ratio (excluding overseas branches) was 1.2%.",
    "We recognised $70 million of amortisation.",
    "The capital adequacy ratio of Ruritania was 14%.",
    "The law under Basel was $14 million.",
    "Deposits from weavers and potters fell to $40 million.",
    "Loans to manufacturers of toys amounted to $22.1 billion.",
)


@pytest.mark.parametrize(("text", "expected"), TAKEN)
def test_words_that_say_the_same_once_more_or_whose_it_is_leave_a_name_whole(
    text: str, expected: list[Reading]
) -> None:
    """In brackets, behind a link, and of what was issued by a verb of the name."""
    assert readings_of(text, "2024") == expected


@pytest.mark.parametrize("text", LEFT)
def test_words_that_make_a_part_of_a_name_leave_its_figure_open(text: str) -> None:
    """An abbreviation, what is left out, and what no concept is."""
    assert [row.status for row in rows_of(text, "2024")] == ["unresolved"]
