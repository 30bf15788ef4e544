"""What an English paragraph turns to by the words it opens with: For Business Banking, … holds for the sentences after it."""

from __future__ import annotations

import pytest

from tests.tagging_example import ledger_of, profile_of, said_in, taxonomy_in_data

SHORT = (("GrowthRateOf", "%"), ("IncreaseDecreaseIn", "Δ"), ("ProfitBeforeTax", "Profit"))
SEGMENTS = [
    (
        "For Business Banking, the year was a good one. Profit before tax was $412 million, up 9%. The cost ratio was 41%.",
        [
            "Profit+BusinessBanking 412000000",
            "%Profit+BusinessBanking 0.09",
            "CostRatio+BusinessBanking 0.41",
        ],
    ),
    (
        "Turning to Trade and Treasury Services, demand held up. Net interest income reached $96 million.",
        ["NetInterestIncome+TradeServices 96000000"],
    ),
    (
        "In our Business Banking division, we hired more advisers. The cost ratio rose to 44%.",
        ["CostRatio+BusinessBanking 0.44"],
    ),
    (
        "As for Head Office, the cost ratio was 61%. Profit before tax was $12 million.",
        ["CostRatio+HeadOffice 0.61", "Profit+HeadOffice 12000000"],
    ),
    (
        "For Business Banking, profit before tax was $4 million. For Head Office, it was $7 million. The cost ratio was 46%.",
        ["Profit+BusinessBanking 4000000", "Profit+HeadOffice 7000000", "CostRatio+HeadOffice 0.46"],
    ),
    (
        "With regard to Head Office, little changed. In the fourth quarter, we moved. The cost ratio was 39%.",
        ["CostRatio+HeadOffice 0.39"],
    ),
    (
        "For Business Banking, the cost ratio was 61 basis points, down four basis points.",
        ["CostRatio+BusinessBanking 0.0061", "?"],
    ),
    # where the paragraph speaks of a place in passing, of the whole, or of another part
    (
        "In Business Banking, profit before tax was $71 million. The cost ratio was 46%.",
        ["Profit+BusinessBanking 71000000", "CostRatio 0.46"],
    ),
    (
        "For Business Banking, the year was good. Total profit before tax was $930 million.",
        ["Profit 930000000"],
    ),
    (
        "For Business Banking, the year was good. The Head Office cost ratio was 50%. Profit before tax was $9 million.",
        ["CostRatio+HeadOffice 0.50", "Profit 9000000"],
    ),
    (
        "For Business Banking, the year was good.\n\nProfit before tax was $930 million.",
        ["Profit 930000000"],
    ),
]


@pytest.mark.parametrize(("text", "said"), SEGMENTS, ids=[text for text, _ in SEGMENTS])
def test_a_paragraph_is_about_what_it_turns_to(text: str, said: list[str]) -> None:
    """The part holds until the paragraph names another, or speaks of all."""
    ledger = ledger_of(
        text, "2025", taxonomy=taxonomy_in_data("segments"), profile=profile_of(currency="USD")
    )

    assert said_in(ledger.rows, SHORT, lambda _: "") == said


def test_what_turns_to_a_part_without_a_name_is_left_open() -> None:
    """No term says what yacht loans are, and their figures are not those of all loans."""
    text = "Turning to yacht loans, the non-performing loan ratio was 1.2%. The provision coverage ratio was 190%."

    assert all(row.status == "unresolved" for row in ledger_of(text).rows)
