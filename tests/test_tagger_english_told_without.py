"""What a thing is told without, in other words than its name: profit excluding impairment losses, of profit before them."""

from __future__ import annotations

import pytest

from tests.tagging_example import fact_readings, ledger_of

YEAR = "2024-01-01/2024-12-31"
BEFORE = "PreProvisionOperatingProfit"


@pytest.mark.parametrize(
    "name",
    [
        "Operating profit before impairment losses",
        "Operating profit excluding impairment losses",
        "Our operating profit excluding the impairment losses",
        "Operating profit prior to impairment losses",
        "Operating profit gross of impairment losses on loans and advances",
        "Operating profit before credit impairment losses",
    ],
)
def test_a_name_may_be_joined_in_other_words(name: str) -> None:
    """And what it is told without may be called by another name, or a longer one."""
    rows = fact_readings(f"{name} was RMB 61 million, up 4%.")
    assert rows == [(BEFORE, "", YEAR, "61000000"), (f"GrowthRateOf{BEFORE}", "", YEAR, "0.04")]


@pytest.mark.parametrize(
    "name",
    [
        "Operating profit after impairment losses",
        "Operating profit net of impairment losses",
        "Operating profit after loan impairment losses",
        "Operating profit less large impairment losses",
    ],
)
def test_what_was_taken_off_makes_another_measure(name: str) -> None:
    """Neither the profit before them, nor the losses."""
    assert not fact_readings(f"{name} was RMB 51 million.")
    assert ledger_of(f"{name} was RMB 51 million.").rows[0].status == "unresolved"


@pytest.mark.parametrize(
    "rule",
    [
        "as defined by the Banking Reform Act (BRA)",
        "calculated in accordance with the Bailiwick Banking Ordinance",
        "(as defined under the Banking Act)",
        "(Basel III basis, domestic standard)",
        "(Basel III)",
    ],
)
def test_a_law_behind_a_name_says_by_what_rules_it_is_made(rule: str) -> None:
    """And its short name in brackets nothing more."""
    assert fact_readings(
        f"The capital adequacy ratio {rule} was 14.9%, against 14.2% at the end of 2023."
    ) == [
        ("CapitalAdequacyRatio", "", "2024-12-31", "0.149"),
        ("CapitalAdequacyRatio", "", "2023-12-31", "0.142"),
    ]


@pytest.mark.parametrize("opener", ["the sum of", "i.e.", "comprising"])
def test_a_bracket_that_says_what_a_name_means_is_of_no_figure(opener: str) -> None:
    """The names in it are none that the figure is of."""
    text = f"Total assets ({opener} loans, deposits with banks and other assets) rose 5% to RMB 620 billion."
    assert fact_readings(text) == [
        ("GrowthRateOfTotalAssets", "", YEAR, "0.05"),
        ("TotalAssets", "", "2024-12-31", "620000000000"),
    ]
