"""How English results calls speak: guidance that goes on without a verb, changes named behind their amount, new topics."""

from __future__ import annotations

import pytest

from tests.tagging_example import ledger_of, profile_of, said_in

SHORT = (
    ("GrowthRateOf", "%"),
    ("IncreaseDecreaseIn", "Δ"),
    ("LoansAndAdvancesToCustomers", "Loans"),
    ("DepositsFromCustomers", "Deposits"),
    ("NetInterestIncome", "NII"),
    ("NetInterestMargin", "NIM"),
    ("CostToIncomeRatio", "CIR"),
)
YEARS = {
    "2026-01-01/2026-12-31": " 2026",
    "2027-01-01/2027-12-31": " 2027",
    "2026-01-01/2026-06-30": "",
    "2026-06-30": "",
}
CALLS = [
    # guidance
    (
        "For the full year 2026, we expect NII of $4.8 billion. NetProfit of around $825 million. The CIR of about 45%.",
        ["NII+Forecast 2026 4800000000", "NetProfit+Forecast 2026 825000000", "CIR+Forecast 2026 0.45"],
    ),
    (
        "Full-year 2026 guidance\n\nWe now expect NII of about $4.8 billion. A CIR of about 45%. NIM of 2.1% to 2.2%.",
        [
            "NII+Forecast 2026 4800000000",
            "CIR+Forecast 2026 0.45",
            "NIM+Low+Forecast 2026 0.021",
            "NIM+High+Forecast 2026 0.022",
        ],
    ),
    (
        "Outlook for full-year 2026\n\nNetProfit of around $825 million. In the first half, NII was $1 billion.",
        ["NetProfit+Forecast 2026 825000000", "NII 1000000000"],
    ),
    (
        "We expect NII of $4 billion in 2026, implying growth of about 3%.",
        ["NII+Forecast 2026 4000000000", "%NII+Forecast 2026 0.03"],
    ),
    (
        "For 2027 we expect NetProfit of $3 billion. The CIR of 45% was a record.",
        ["NetProfit+Forecast 2027 3000000000", "CIR 0.45"],
    ),
    (
        "The NIM was 2.1%. We continue to expect a NIM above 2% for the foreseeable future.",
        ["NIM 0.021", "?"],
    ),
    ("We expect a CIR of 40% over the next three years.", ["?"]),
    (
        "For 2026 we now expect NetProfit of $4 billion. This is up from our prior guidance of approximately $3.5 billion.",
        ["NetProfit+Forecast 2026 4000000000", "?"],
    ),
    (
        "For 2026 we expect NII of $12 billion, against a previous forecast of $11 billion.",
        ["NII+Forecast 2026 12000000000", "?"],
    ),
    # changes
    (
        "This was driven by $5.8 billion of loan growth and roughly $800 million of growth in deposits.",
        ["ΔLoans 5800000000", "ΔDeposits 800000000"],
    ),
    ("We delivered 5% loan growth and 3% growth in deposits.", ["%Loans 0.05", "%Deposits 0.03"]),
    ("Net profit rose on 5% deposit growth.", ["%Deposits 0.05"]),
    ("There was $0.4 billion of decline in customer deposits.", ["ΔDeposits -400000000"]),
    ("We saw $1 billion in total deposit declines.", ["ΔDeposits -1000000000"]),
    ("We had $12 billion of deposits, and growth was modest.", ["Deposits 12000000000"]),
    ("38% of loan growth came from Asia.", ["?"]),
]


def _spelt(text: str) -> str:
    """Return a text with its names spelt out, as a report has them."""
    names = (
        ("NetProfit", "Net profit"),
        ("NII", "Net interest income"),
        ("NIM", "net interest margin"),
        ("CIR", "cost-to-income ratio"),
    )
    for short, long in names:
        text = text.replace(short, long)
    return text


@pytest.mark.parametrize(("text", "said"), CALLS, ids=[text for text, _ in CALLS])
def test_calls_are_read(text: str, said: list[str]) -> None:
    """A forecast holds for what goes on without a verb; a noun of change makes an amount a change; former plans are none."""
    ledger = ledger_of(_spelt(text), "2026Q2", profile=profile_of(currency="USD"))

    assert said_in(ledger.rows, SHORT, lambda when: YEARS.get(when, when)) == said


def test_both_ends_of_a_range_are_about() -> None:
    """The word before the first end holds for the other too."""
    rows = ledger_of("The net interest margin was approximately 2.1%-2.2%.").rows

    assert [row.qualifier for row in rows] == ["about", "about"]


HEADINGS = [
    "Retail Banking\n\nGood year.\n\nCapital, funding and liquidity\n\nThe liquidity coverage ratio was 140%.",
    "Retail Banking\n\nGood year.\n\nPrepared remarks, full-year 2024 results\n\nThe liquidity coverage ratio was 140%.",
]


@pytest.mark.parametrize("text", HEADINGS)
def test_a_heading_that_lists_is_one(text: str) -> None:
    """A line between blank lines that lists topics ends what the heading above it set."""
    (row,) = (row for row in ledger_of(text).rows if row.status == "fact")

    assert (row.concept, row.dimensions) == ("bank:LiquidityCoverageRatio", ())
