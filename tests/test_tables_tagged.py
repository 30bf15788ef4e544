"""Tables of many layouts, tagged: each mechanism that reads what rows, columns and captions say has a table of its own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tagger.ledger import Row
from tagger.profile import Profile
from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from taxonomy.load import load_taxonomy
from taxonomy.model import Taxonomy

_TAXONOMY = Path(__file__).parent / "development" / "statements.yaml"


@cache
def _taxonomy() -> Taxonomy:
    return load_taxonomy(str(_TAXONOMY))


def rows_of(text: str, period: str = "2025", currency: str = "HKD", ending: str = ".txt") -> tuple[Row, ...]:
    """Tag a text with the taxonomy of statements."""
    profile = Profile("Hill Bank", "http://example.org/scheme", "H1", currency, aliases=())
    document = parse_document(text.encode(), "text", ending=ending)
    return tag_document(document, _taxonomy(), profile, parse_reporting_period(period, (12, 31))).rows


def facts_of(text: str, period: str = "2025", currency: str = "HKD", ending: str = ".txt") -> list[str]:
    """Return the facts as concept, members, period and value, without what every one of them has."""
    return [
        " ".join(
            filter(
                None,
                (
                    (row.concept or "").partition(":")[2],
                    "+".join(member.partition(":")[2].removesuffix("Member") for _, member in row.dimensions),
                    row.period or "",
                    row.value or "nil",
                ),
            )
        )
        for row in rows_of(text, period, currency, ending)
        if row.status == "fact"
    ]


def values_of(text: str, period: str = "2025", currency: str = "HKD", ending: str = ".txt") -> list[str]:
    """Return the values of the facts."""
    return [row.value or "nil" for row in rows_of(text, period, currency, ending) if row.status == "fact"]


def test_units_beside_the_figures_in_words() -> None:
    """A cell may hold its scale, its currency and its unit in words; a bracket before the unit is a sign."""
    text = (
        "| Indicator | 2025 | 2024 | Change |\n|---|---|---|---|\n"
        "| Total assets | USD 95 billion | USD 91 billion | 4.4% |\n"
        "| CET1 ratio | 15.2 per cent | 14.8 per cent | 0.4 percentage points |\n"
        "| Net interest margin | 2.31 percent | 2.38 percent | (7) bps |\n"
    )

    assert facts_of(text, currency="USD") == [
        "TotalAssets 2025-12-31 95000000000",
        "TotalAssets 2024-12-31 91000000000",
        "GrowthRateOfTotalAssets 2025-01-01/2025-12-31 0.044",
        "CommonEquityTier1Ratio 2025-12-31 0.152",
        "CommonEquityTier1Ratio 2024-12-31 0.148",
        "IncreaseDecreaseInCommonEquityTier1Ratio 2025-01-01/2025-12-31 0.004",
        "NetInterestMargin 2025-01-01/2025-12-31 0.0231",
        "NetInterestMargin 2024-01-01/2024-12-31 0.0238",
        "IncreaseDecreaseInNetInterestMargin 2025-01-01/2025-12-31 -0.0007",
    ]


@pytest.mark.parametrize("mark", ["(1)", "¹", "*", "†", "(a)"])
def test_footnotes_behind_values_are_no_part_of_them(mark: str) -> None:
    """4,120(1) is 4,120, and the 1 refers to a note."""
    text = f"| HK$ million | 2025 | 2024 |\n|---|---|---|\n| Total assets | 4,120{mark} | 3,980 |\n"

    assert values_of(text) == ["4120000000", "3980000000"]
    assert {row.reason.code for row in rows_of(text) if row.reason and row.text == "1"} <= {"reference"}
