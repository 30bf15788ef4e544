"""Changes that are measured against no earlier time: plans, peers, what never was."""

from __future__ import annotations

import pytest

from tests.tagging_example import reading_of, rows_of

NONE = [
    "Net profit rose 6% against plan.",
    "Net profit rose 6% versus budget.",
    "Net profit rose 6% compared with the sector average.",
    "Net profit rose 6% relative to pro-forma.",
    "Net profit was 6% higher against consensus.",
    "Net profit was 6% higher than analysts had forecast.",
    "Net profit was $6 million more than we need.",
    "Net profit was $6 million less than if we had kept the unit.",
    "Net profit was $6 million higher than a typical lender of our size makes.",
    "Net profit fell $6 million short of target.",
    "Net profit fell $6 million short of the $60 million we had planned.",
    "Operating expenses were $6 million shy of consensus.",
    "Operating expenses were 3% below trend.",
    "Against budget, operating expenses were 4% higher.",
    "Compared with its peers, net profit rose 4%.",
    "Operating expenses rose 4% less than inflation.",
    # on another basis
    "Operating expenses were $12 million lower excluding acquisitions.",
    "Operating income grew 4% organically.",
    "Operating income grew 4% in real terms.",
    "Operating income rose 4% on a like-for-like basis.",
    # since a time that is not said
    "Net profit rose 6% since inception.",
    "Net profit fell 6% from the peak.",
    "Net profit rose 6% over the decade.",
]
CHANGES = [
    ("Net profit rose 6% against a market that shrank.", "0.06"),
    ("Net profit rose 6%, ahead of budget.", "0.06"),
    ("Net profit rose 6% against a plan of 4%.", "0.06"),
    ("Net profit rose 6% on the back of a better market.", "0.06"),
    ("Operating expenses rose 4% on inflation.", "0.04"),
    ("Net profit was $6 million higher than before.", "6000000"),
    ("Net profit was $6 million higher than it was.", "6000000"),
    ("Net profit was 6% higher than in the comparable period.", "0.06"),
    ("Net profit was 6% above the figure reported a year ago.", "0.06"),
    ("Deposits were $6 million more than at the start.", "6000000"),
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_measured_against_no_time_is_no_change(text: str) -> None:
    """It is a distance to a yardstick, or was never so."""
    rows = rows_of(text, "2024")
    assert rows[0].status == "unresolved"


@pytest.mark.parametrize(("text", "value"), CHANGES)
def test_what_only_stands_beside_a_yardstick_is_a_change(text: str, value: str) -> None:
    """A backdrop, a plan's own value, a cause, a time before."""
    (concept, _, _, told) = reading_of(rows_of(text, "2024")[0])[:4]
    assert concept.startswith(("GrowthRate", "IncreaseDecrease"))
    assert told == value


@pytest.mark.parametrize("said", ["on its 2019 level", "above their 2019 level", "versus our 2019 figure"])
def test_a_level_of_a_year_is_what_a_growth_is_measured_against(said: str) -> None:
    """It is not a growth of that year."""
    row = rows_of(f"Net profit rose 6% {said}.", "2024")[0]
    assert row.period is None or not row.period.startswith("2019")


@pytest.mark.parametrize(
    ("said", "qualifier"),
    [
        ("just short of", "nearly"),
        ("a shade under", "nearly"),
        ("close on", "nearly"),
        ("in the region of", "about"),
        ("on the order of", "about"),
    ],
)
def test_more_words_of_bounds(said: str, qualifier: str) -> None:
    """They say how exact the value is, and nothing more."""
    (row,) = rows_of(f"Net profit came to {said} $40 million.", "2024")
    assert (row.status, row.qualifier) == ("fact", qualifier)
