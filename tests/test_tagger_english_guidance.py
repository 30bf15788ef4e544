"""Guidance that a sentence without a figure gives, and the figures behind it, in the report of a half-year."""

from __future__ import annotations

import pytest

from tests.tagging_example import ledger_of, profile_of, said_in, taxonomy_in_data

_SHORT = (("GrowthRateOf", "%"), ("IncreaseDecreaseIn", "+"))
_TIMES = {
    "2026-01-01/2026-06-30": "",
    "2026-06-30": "",
    "2026-01-01/2026-12-31": "@2026",
    "2026-12-31": "@2026",
    "2028-01-01/2028-12-31": "@2028",
    "2028-12-31": "@2028",
}


def said(text: str) -> str:
    """Return what each figure of a report on the first half of 2026 says, its own time left out."""
    ledger = ledger_of(
        text,
        "2026-01-01/2026-06-30",
        taxonomy=taxonomy_in_data("inland-bank"),
        profile=profile_of(currency="KES"),
    )
    return "; ".join(said_in(ledger.rows, _SHORT, lambda when: _TIMES.get(when, f"@{when}")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "We are raising our guidance for the full year 2026. Loan growth should come in between 14% and 16%, "
                "the return on equity at around 8.3%, and the cost ratio below 48%."
            ),
            (
                "%Loans+Low+Forecast@2026 0.14; %Loans+High+Forecast@2026 0.16; Return+Forecast@2026 0.083; "
                "CostRatio+Forecast@2026 0.48"
            ),
        ),
        (
            "For the full year we stand by our outlook. Deposits are seen growing by 10% to 12%.",
            "%Deposits+Low+Forecast@2026 0.10; %Deposits+High+Forecast@2026 0.12",
        ),
        (
            (
                "What do we expect for the full year? Loan growth of 14%, a return on equity of around 8.3% and a cost ratio "
                "below 48%."
            ),
            "%Loans+Forecast@2026 0.14; Return+Forecast@2026 0.083; CostRatio+Forecast@2026 0.48",
        ),
        (
            (
                "Our targets for 2028 stay as they are. The cost ratio should be 45%, with return on equity above 25%. "
                "Deposits stood at KES 448 billion in June."
            ),
            "CostRatio+Target@2028 0.45; Return+Target@2028 0.25; Deposits 448000000000",
        ),
        (
            (
                "Our ambition for 2028 is clear. Customer loans will cross KES 500 billion and the network will count 60,000 "
                "agents. Today we have 48,300 agents."
            ),
            "Loans+Target@2028 500000000000; Agents+Target@2028 60000; Agents 48300",
        ),
        (
            "Our outlook for 2026 is unchanged. We look for loan growth of 14%. The cost ratio is seen at 48%.",
            "%Loans+Forecast@2026 0.14; CostRatio+Forecast@2026 0.48",
        ),
        # a heading gives it too
        (
            "Outlook for 2026\n\nThe cost ratio should land at 47%, return on equity at 24%.",
            "CostRatio+Forecast@2026 0.47; Return+Forecast@2026 0.24",
        ),
    ],
)
def test_what_is_to_come_behind_guidance_is_of_its_time(text: str, expected: str) -> None:
    """The verb of what is to come, or none at all, goes on with the guidance; it was what the half-year reports."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Our guidance for 2026 was raised in May. Loans grew 14% in the half-year, and the cost ratio was 48.4%.",
            "%Loans 0.14; CostRatio 0.484",
        ),
        (
            "Guidance for 2026 remains in place. Deposits of KES 448.2 billion were in line with it.",
            "Deposits 448200000000",
        ),
        (
            (
                "In May we raised our guidance for 2026. Half a year on, we are ahead of it. Profit before tax was KES 14.8 "
                "billion, return on equity 24.6%."
            ),
            "Profit 14800000000; Return 0.246",
        ),
    ],
)
def test_what_there_was_behind_guidance_is_no_plan(text: str, expected: str) -> None:
    """A verb of what there was tells of the time that is reported."""
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Loan growth should come in at 14%, the return on equity at around 8.3%, and the cost ratio below 48%.",
        "Loans should now grow by 15%, deposits by 9% and costs by 3%.",
    ],
)
def test_what_goes_on_with_what_is_to_come_without_a_time_is_open(text: str) -> None:
    """Nothing says for when; the margin and the ratio were those of the half-year, at .89."""
    assert said(text) == "?; ?; ?"
