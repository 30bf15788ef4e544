"""Levels are drawn with the history that the text states, and what is only derived is marked as that."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from exports.page.payload import describe_series
from exports.page.series import Point, level_series
from taxonomy.model import Concept
from tests.page_example import CHANGE, DEPOSITS, TAXONOMY, TEXT, YEAR, fact_of, labels, row_of

if TYPE_CHECKING:
    from tagger.ledger import Row


def level(number: int, instant: str, value: str, decimals: int = -6) -> Row:
    """Return a fact that states the deposits of personal customers at an instant."""
    return fact_of(row_of(number, TEXT, "1"), DEPOSITS, instant, value, decimals)


def change(value: str) -> Row:
    """Return a fact that states their change over 2024."""
    return fact_of(row_of(9, TEXT, "1"), CHANGE, YEAR, value, -6)


def points(*rows: Row) -> list[Point]:
    """Return the points of the one series that the facts hold."""
    (series,) = level_series(rows, TAXONOMY)
    return list(series.points)


def test_a_level_at_two_dates_is_a_series_in_order_of_time() -> None:
    """Whatever order the text gives them in."""
    found = points(level(1, "2024-12-31", "300"), level(2, "2022-12-31", "100"))

    assert found == [
        Point("2022-12-31", Decimal(100), ("r0002",)),
        Point("2024-12-31", Decimal(300), ("r0001",)),
    ]


def test_a_level_less_its_change_is_the_level_before_and_marked_derived() -> None:
    """A decrease is negative, so the level before was higher."""
    found = points(level(1, "2024-12-31", "300"), change("-50"))

    assert found[0] == Point("2023-12-31", Decimal(350), ("r0001", "r0009"), derived=True)


def test_a_stated_level_is_never_replaced_by_a_derived_one() -> None:
    """What the text says stands, even where it does not fit."""
    found = points(level(1, "2024-12-31", "300"), level(2, "2023-12-31", "260"), change("50"))

    assert found[0] == Point("2023-12-31", Decimal(260), ("r0002",))


def test_nothing_is_derived_from_a_bound() -> None:
    """More than 300 less 50 is no level."""
    exceeding = replace(level(1, "2024-12-31", "300"), qualifier="exceeds")

    assert not level_series((exceeding, change("50")), TAXONOMY)


def test_one_level_alone_is_no_series() -> None:
    """A chart of one bar tells nothing."""
    assert not level_series((level(1, "2024-12-31", "300"), level(2, "2024-12-31", "300")), TAXONOMY)


def test_the_most_precise_mention_gives_the_value() -> None:
    """A fact said twice is one bar that leads to both mentions."""
    found = points(
        level(1, "2024-12-31", "300", -2), level(2, "2024-12-31", "312", 0), level(3, "2023-12-31", "250")
    )

    assert found[1] == Point("2024-12-31", Decimal(312), ("r0001", "r0002"))


def test_other_dimensions_or_units_are_another_series() -> None:
    """Personal and corporate deposits are never drawn as one history."""
    total = replace(level(2, "2023-12-31", "900"), dimensions=())
    dollars = replace(level(3, "2022-12-31", "40"), unit="USD")

    assert not level_series((level(1, "2024-12-31", "300"), total, dollars), TAXONOMY)


def test_bars_are_to_scale_from_zero() -> None:
    """A bar half as high says half as much; a negative level hangs below."""
    found = level_series((level(1, "2024-12-31", "400"), level(2, "2023-12-31", "-200")), TAXONOMY)

    (drawn,) = describe_series(found, TAXONOMY)

    assert isinstance(drawn, dict)
    assert [point["height"] for point in drawn["points"]] == [-500, 1000]


def test_a_series_of_zeros_is_drawn() -> None:
    """Nothing is divided by the tallest bar where there is none."""
    zeros = level_series((level(1, "2024-12-31", "0"), level(2, "2023-12-31", "0")), TAXONOMY)

    assert describe_series(zeros, TAXONOMY)


def test_ratios_are_drawn_in_per_cent() -> None:
    """Nobody reads 0.0135 as a rate; the places are those that are printed."""
    rate = Concept("hill:Rate", "percent", "instant", labels("Rate", "率", "率"))
    taxonomy = replace(TAXONOMY, concepts=(*TAXONOMY.concepts, rate))
    rates = (level(1, "2024-12-31", "0.0135"), level(2, "2023-12-31", "0.0140"))
    rows = tuple(replace(row, concept="hill:Rate", unit="pure", decimals=4) for row in rates)

    (drawn,) = describe_series(level_series(rows, taxonomy), taxonomy)

    assert isinstance(drawn, dict)
    assert [point["value"] for point in drawn["points"]] == ["1.40%", "1.35%"]
    assert [point["short"]["zh-Hant"] for point in drawn["points"]] == ["1.40%", "1.35%"]
