"""Columns of tables that only marks say are changes: + / (-) %, △%, ± %."""

from __future__ import annotations

import pytest

from tests.tagging_example import fact_readings, ledger_of

TABLE = """Loans and advances to customers by customer type (HK$ million)

                        31 Dec 2024     31 Dec 2023     {head}
Corporate customers         138,500         135,700         2
Personal customers           23,200          23,700       (2)
"""
YEAR = "2024-01-01/2024-12-31"


@pytest.mark.parametrize("head", ["+ / (-) %", "+/(-) %", "+/- %", "± %", "△%", "Δ %", "Change %"])
def test_marks_of_change(head: str) -> None:
    """What stands below them is growth and no share, below zero where it is in brackets."""
    growths = [fact for fact in fact_readings(TABLE.format(head=head)) if "GrowthRate" in fact[0]]
    assert growths == [
        ("GrowthRateOfLoansAndAdvancesToCustomers", "CorporateCustomers", YEAR, "0.02"),
        ("GrowthRateOfLoansAndAdvancesToCustomers", "PersonalCustomers", YEAR, "-0.02"),
    ]


@pytest.mark.parametrize("head", ["D %", "y %"])
def test_no_share_is_negative(head: str) -> None:
    """Below a heading that nobody knows a per cent below zero stays open."""
    facts = fact_readings(TABLE.format(head=head))
    assert not any(value.startswith("-") for _, _, _, value in facts if value)


MARKED = """| HK$ million | 2024 | 2023 | Change |
|---|---|---|---|
| Net profit | 1,566 | 1,315 | {up} |
| Operating expenses | 204 | 288 | {down} |
"""


@pytest.mark.parametrize(
    ("up", "down"),
    [
        ("▲ 19%", "▼ 29%"),
        ("▲19%", "▼29%"),
        ("↑ 19%", "↓ 29%"),
        ("19% ▲", "29% ▼"),
        ("🔺19%", "🔻29%"),
        ("⬆ 19%", "⬇ 29%"),
    ],
)
def test_arrows(up: str, down: str) -> None:
    """What points up grew and what points down fell, before the number or behind it."""
    growths = [fact for fact in fact_readings(MARKED.format(up=up, down=down)) if "GrowthRate" in fact[0]]
    assert [value for *_, value in growths] == ["0.19", "-0.29"]


@pytest.mark.parametrize(("up", "down"), [("△ 251", "△ 84"), ("▲ 251", "▲ 84"), ("△251", "▲84")])
def test_triangles_that_are_minus_signs(up: str, down: str) -> None:
    """Where none points down, hollow ones and those before bare amounts are minus signs, as some countries print them."""
    text = MARKED.replace("1,566 | 1,315", "1,064 | 1,315").format(up=up, down=down)
    changes = [fact for fact in fact_readings(text) if "IncreaseDecrease" in fact[0]]
    assert [value for *_, value in changes] == ["-251000000", "-84000000"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Net profit rose to HK$1,566m (▲19%) and deposits from customers fell to HK$97.5bn (▼2%).",
            ["0.19", "-0.02"],
        ),
        ("淨利潤為港幣15.66億元（▲19%），客戶存款為港幣975億元（▼2%）。", ["0.19", "-0.02"]),
        ("• 淨利潤 港幣15.66億元 ▲ 19%\n• 客戶存款 港幣975億元 ▼ 2%\n", ["0.19", "-0.02"]),
        ("Deposits from customers HK$97.5bn +4% vs 2023", ["0.04"]),
    ],
)
def test_arrows_in_sentences(text: str, values: list[str]) -> None:
    """They say so in prose and in items of lists; a plus sign before a change does not say more than of the level."""
    rows = [row for row in ledger_of(text).rows if row.status == "fact"]
    assert [row.value for row in rows if "GrowthRate" in str(row.concept)] == values
    assert not any(row.qualifier for row in rows)


PER_CENTS = """SEK m                      Q1 2024  Q4 2023     %   Q1 2023     %
Net interest income          5,104    5,230    -2     5,481    -7
Net profit                   1,902    1,960    -3     1,811     5
Operating expenses           3,106    3,290    -6     2,980     4
"""


def test_per_cents_of_two_comparisons() -> None:
    """The second column of per cents compares the first amounts with those right before it, as its rows compute."""
    growths = [f for f in fact_readings(PER_CENTS, "2024Q1") if "GrowthRate" in f[0]]
    assert [(members, value) for _, members, _, value in growths] == [
        ("PrecedingPeriod", "-0.02"), ("", "-0.07"),
        ("PrecedingPeriod", "-0.03"), ("", "0.05"),
        ("PrecedingPeriod", "-0.06"), ("", "0.04"),
    ]  # fmt: skip


def test_per_cents_that_nothing_computes() -> None:
    """Where the rows compute no such growth, the columns stay open."""
    facts = fact_readings(PER_CENTS.replace("-7", "31").replace("     5\n", "    44\n"), "2024Q1")
    assert not any(value in {"0.31", "0.44"} for *_, value in facts)
