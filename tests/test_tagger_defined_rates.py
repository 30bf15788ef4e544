"""Rates that their definition, or a relation of the taxonomy, says to be one thing over another, told as such in a text."""

from __future__ import annotations

import pytest

from tagger.ledger import Row
from tests.tagging_example import ledger_of, profile_of, taxonomy_in_data


def figure(text: str, printed: str, currency: str = "USD") -> Row:
    """Return the row of the figure that is printed so."""
    taxonomy = taxonomy_in_data("defined-rates")
    rows = ledger_of(text, "2025", taxonomy=taxonomy, profile=profile_of(currency=currency)).rows
    return next(row for row in rows if row.text == printed)


@pytest.mark.parametrize(
    ("text", "printed", "concept"),
    [
        ("Operating expenses came to $420 million, equivalent to 45.1% of total income.", "45.1%", "Efficiency"),
        ("Operating expenses took up 45% of operating income, after 47% in 2024.", "45%", "Efficiency"),
        ("Operating expenses took up 45% of operating income, after 47% in 2024.", "47%", "Efficiency"),
        ("Credit losses were $12 million, or 16 basis points of average loans.", "16 basis points", "LossRate"),
        ("Credit losses on home loans amounted to 9 basis points of average loans.", "9 basis points", "LossRate"),
        ("The dividends equal 40% of our net profit for the year.", "40%", "Payout"),
        ("Dividends of $60 million represent 40% of net profit.", "40%", "Payout"),
        ("Net profit of $150 million was 12.1% of average funds.", "12.1%", "ReturnOnFunds"),
        ("Loans stood at $90 billion at the year-end, equal to 82% of deposits.", "82%", "Funding"),
        ("全年營業費用4.2億元，佔營業收入的45.1%。", "45.1%", "Efficiency"),
        ("全年营业费用4.2亿元，占营业收入的45.1%。", "45.1%", "Efficiency"),
        ("信用减值损失1.2亿元，占贷款总额的0.16%。", "0.16%", "LossRate"),
    ],
)  # fmt: skip
def test_a_rate_is_known_by_what_it_is_of(text: str, printed: str, concept: str) -> None:
    """No name of these rates stands in the text: only what their definition sets over what."""
    row = figure(text, printed)

    assert (row.status, row.concept) == ("fact", f"dr:{concept}")


def test_a_rate_of_a_part_keeps_the_part() -> None:
    """What the numerator is of, the rate is of."""
    row = figure("Credit losses on home loans amounted to 9 basis points of average loans.", "9 basis points")

    assert row.dimensions == (("dr:BookAxis", "dr:HomeMember"),)
    assert row.value == "0.0009"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Deposits were 121% of loans.", "121%"),
        ("Total income was 210% of operating expenses.", "210%"),
        ("Members' funds were 12% of net profit.", "12%"),
        ("Customer deposits were 14% of those of all lenders.", "14%"),
        ("Net profit was $150 million. Fees were 20% of average funds.", "20%"),
        ("Loans grew by 5%, and grants were 2% of net profit.", "2%"),
        ("Net profit rose to $150 million and fees of $9 million were 20% of average funds.", "20%"),
    ],
)
def test_nothing_else_is_that_rate(text: str, printed: str) -> None:
    """Turned around, of another whole, or of another thing than the numerator, it is none."""
    assert figure(text, printed).status == "unresolved"
