"""Cells and tiles whose values count something in words: 642 branches; 91.2 minutes a year ago."""

from __future__ import annotations

import pytest

from tagger.readers.counted_values import counts
from tagger.readers.tiles import compares
from tests.tagging_example import ledger_of, local, profile_of

_HTML = (
    "<table><tr><th>Key figure</th><th>2025</th><th>2024</th></tr>"
    "<tr><td>Branches</td><td>642 branches</td><td>650 branches</td></tr>"
    "<tr><td>Employees</td><td>1,200 employees</td><td>1,250 employees</td></tr></table>"
)
_PIPES = (
    "| Key figure | 2025 | 2024 |\n|---|---|---|\n"
    "| Branches | 642 branches | 650 branches |\n| Employees | 1,200 employees | 1,250 employees |\n"
)
_TILES = (
    "<div><div><div>1,200</div><div>Employees</div><div>1,250 last year</div></div>"
    "<div><div>642</div><div>Branches</div><div>650 in 2024</div></div></div>"
)


def _facts(text: str) -> list[tuple[str, str | None, str | None]]:
    ledger = ledger_of(text, "2025", profile=profile_of(currency="USD"))
    return sorted((local(row.concept), row.period, row.value) for row in ledger.rows if row.status == "fact")


@pytest.mark.parametrize("text", [_HTML, _PIPES, _TILES], ids=["html", "pipes", "tiles"])
def test_what_cells_count_is_read(text: str) -> None:
    """Such a cell heads no column, and its number is none of a name."""
    assert _facts(text) == [
        ("NumberOfEmployees", "2024-12-31", "1250"),
        ("NumberOfEmployees", "2025-12-31", "1200"),
        ("NumberOfOutlets", "2024-12-31", "650"),
        ("NumberOfOutlets", "2025-12-31", "642"),
    ]


@pytest.mark.parametrize(
    "text", ["642 branches", "3.1 million customers", "78.4 minutes", "540 full-time employees"]
)
def test_a_number_and_what_it_counts(text: str) -> None:
    """A length of time with tenths is measured."""
    assert counts(text)


@pytest.mark.parametrize(
    "text", ["12 months", "3 years", "31 december", "30 Days", "5 or more", "2 to", "Tier 1"]
)
def test_heads_and_names_count_nothing(text: str) -> None:
    """Whole lengths of time head columns, and so do days."""
    assert not counts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("91.2 minutes a year ago", True),
        ("$4.9bn in 2024", True),
        ("650 in the previous year", True),
        ("5.3 million customers", False),
        ("A year ago", False),
        ("Branches in 2024", False),
    ],
)
def test_the_value_of_a_time_before_closes_a_tile(text: str, expected: bool) -> None:
    """Without a number, or without a time that is over, nothing is compared."""
    assert compares(text) is expected
