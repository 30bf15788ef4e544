"""Signs of currencies that are letters are no words of a clause, printed with a blank or without."""

from __future__ import annotations

import pytest

from tests.tagging_example import ledger_of, profile_of

SIGNS = [
    "RM",
    "RM ",
    "R",
    "R ",
    "Rs.",
    "Rs. ",
    "KSh",
    "kr",
    "kr ",
    "zł ",
    "Kč ",
    "Ft ",
    "CA$",
    "N",
    "P",
]
HOME = {
    "RM": "MYR",
    "R": "ZAR",
    "Rs.": "INR",
    "KSh": "KES",
    "kr": "NOK",
    "zł": "PLN",
    "Kč": "CZK",
    "Ft": "HUF",
    "CA$": "CAD",
}
HOME |= {"N": "NGN", "P": "PHP"}


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_of_letters_is_part_of_its_amount(sign: str) -> None:
    """From RM3 million to RM5 million left both open: RM was a word that nothing explains."""
    currency = HOME[sign.strip()]
    text = (
        f"Operating income rose from {sign}836 million to {sign}912 million. "
        f"Operating expenses were {sign}700 million ({sign}650 million)."
    )
    rows = ledger_of(text, "2024", profile=profile_of(currency=currency)).rows
    told = [(row.status, row.period, str(row.value), row.unit) for row in rows if row.status != "not_a_fact"]
    now, before = "2024-01-01/2024-12-31", "2023-01-01/2023-12-31"
    values = [(before, "836000000"), (now, "912000000"), (now, "700000000"), (before, "650000000")]
    assert told == [("fact", period, value, currency) for period, value in values]


@pytest.mark.parametrize(
    "text",
    [
        "Pre-tax profit was £912m after £836m in 2023.",
        "Pre-tax profit came to £912m, after £836m the year before.",
    ],
)
def test_a_word_of_comparison_is_none_of_a_name(text: str) -> None:
    """The second was profit after tax, at .73, by the words of the sentence."""
    rows = [
        row
        for row in ledger_of(text, "2024", profile=profile_of(currency="GBP")).rows
        if row.status == "fact"
    ]
    assert [str(row.value) for row in rows] == ["912000000", "836000000"]
    assert len({row.concept for row in rows}) == 1
