"""An amount in brackets in the entity's own currency, behind one in another, is the same and not that of the year before."""

from __future__ import annotations

import pytest

from tests.tagging_example import ledger_of, profile_of


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Total assets were US$254 million at year end ($686 million).", ["2024-12-31", "2024-12-31"]),
        ("Total assets were US$254 million ($686 million) at the end of 2024.", ["2024-12-31", "2024-12-31"]),
        ("Total assets were $686 million (US$254 million).", ["2024-12-31", "2024-12-31"]),
        ("Total assets were $254 million at year end ($241 million).", ["2024-12-31", "2023-12-31"]),
        ("Total assets were US$254 million (US$241 million).", ["2024-12-31", "2023-12-31"]),
    ],
)
def test_a_bracket_in_another_currency_is_no_year_before(text: str, periods: list[str]) -> None:
    """Of one currency, the bracket holds what it was before; of two, the same once more."""
    rows = ledger_of(text, profile=profile_of(currency="XCD")).rows

    assert [row.period for row in rows if row.status == "fact"] == periods


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("The net interest margin was 2.1% and was 0.4 p.p. lower, as rates fell.", "-0.004"),
        ("The net interest margin was 2.1%, 0.4 p.p. more than in 2023.", "0.004"),
        ("The net interest margin rose by 0.4 p.p. Total assets were $5 million.", "0.004"),
    ],
)
def test_a_point_behind_a_unit_ends_a_sentence_but_before_a_comparison(text: str, change: str) -> None:
    """p.p. stands at the end of many sentences, and in the midst of others."""
    [found] = [row for row in ledger_of(text, profile=profile_of(currency="USD")).rows if "p.p" in row.text]

    assert (found.status, found.value) == ("fact", change)
