"""Times of last year that English names by a month, a day or a quarter, and what points back to a time named before."""

from __future__ import annotations

from functools import cache

import pytest

from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.test_tagger_english_sweeps import said

_DAIRY = """
taxonomy:
  prefix: milk
  namespace: http://example.org/milk
  version: '1'
  entry_point: http://example.org/milk.xsd
  label: {en: A dairy}
axes:
  Product:
    label: {en: Product}
    default: AllProducts
    members:
      Cheese: {label: {en: Cheese}}
      Butter: {label: {en: Butter}}
  Comparison:
    role: comparison
    label: {en: Comparison}
    default: Usual
    members:
      Yoy: {label: {en: On the year before}, comparison: previous_year}
      Qoq: {label: {en: On the quarter before}, comparison: preceding_period}
concepts:
  Stock: {type: monetary, period: instant, label: {en: Stocks}, terms: {en: [stocks]}, variants: [change, growth]}
  Debt: {type: monetary, period: instant, label: {en: Bank debt}, variants: [change, growth]}
  Sales: {type: monetary, period: duration, label: {en: Sales}, variants: [change, growth]}
  Costs: {type: monetary, period: duration, label: {en: Costs}, terms: {en: [expenses]}, variants: [change, growth]}
  Margin: {type: percent, period: duration, label: {en: Milk margin}, variants: [change]}
hypercubes:
  dairy: {concepts: [Stock, Debt, Sales, Costs, Margin], axes: [Product, Comparison]}
presentation:
  - group: {en: All}
    items: [Stock, Debt, Sales, Costs, Margin]
"""


@cache
def _dairy() -> Taxonomy:
    return parse_source(_DAIRY.encode(), "milk.yaml")


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("in June last year", "2024-06-30"),
        ("in June a year earlier", "2024-06-30"),
        ("in May of the previous year", "2024-05-31"),
        ("at end-March of last year", "2024-03-31"),
        ("at the end of June of the prior financial year", "2024-06-30"),
        ("on 30 June last year", "2024-06-30"),
        ("as of May 31 of last year", "2024-05-31"),
        ("at the end of the first quarter of last year", "2024-03-31"),
        ("at the end of the first half last year", "2024-06-30"),
        ("in the middle of last year", "2024-06-30"),
        ("in the same month of last year", "2024-06-30"),
        ("last June", "2024-06-30"),
        ("at the end of last March", "2025-03-31"),
        ("at the turn of the year", "2024-12-31"),
    ],
)
def test_a_day_of_last_year(phrase: str, day: str) -> None:
    """Whatever names it: a month, a day or the end of a quarter; last March is the last that there was."""
    text = f"Stocks stood at £58m, compared with £51m {phrase}."
    assert said(text, "2025H1", _dairy()) == ["Stock 58000000", f"Stock@{day} 51000000"]
    assert f"Stock@{day} 51000000" in said(f"Stocks rose from £51m {phrase} to £58m.", "2025H1", _dairy())


def test_a_month_of_last_year_is_one_of_a_flow() -> None:
    """And no day."""
    assert said("Sales in June last year were £7m.", "2025H1", _dairy()) == [
        "Sales@2024-06-01/2024-06-30 7000000"
    ]


@pytest.mark.parametrize(
    "measure",
    [
        "a gain of 9% from the level a year ago",
        "a rise of 9% on the stock a year earlier",
        "a jump of 9% from the figure reported in June last year",
        "9% up from the position registered a year ago",
    ],
)
def test_the_level_of_then_is_what_a_growth_is_measured_on(measure: str) -> None:
    """With a word that links its time to it, or without."""
    assert said(f"Stocks reached £58m, {measure}.", "2025H1", _dairy())[1] == (
        "^Stock+Yoy@2024-07-01/2025-06-30 0.09"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Stocks were 8% larger than a year ago. Bank debt rose 3% over the same period.",
            "^Debt+Yoy@2024-07-01/2025-06-30 0.03",
        ),
        (
            "Stocks rose 8% from the end of March. Over that period bank debt grew 3%.",
            "^Debt+Qoq@2025-04-01/2025-06-30 0.03",
        ),
        (
            "In the second quarter sales were £9m. Costs were £3m in the same quarter.",
            "Costs@2025-04-01/2025-06-30 3000000",
        ),
        ("In 2023, sales were £9m. Costs were £3m in the same period.", "Costs@2023 3000000"),
        ("Stocks rose 8% in the first half. Bank debt grew 3% over the same period.", "^Debt 0.03"),
        (
            "Sales rose to £9m from £8m in the first half of 2024. Costs grew 3% over the same period.",
            "^Costs 0.03",
        ),
        ("Sales rose 4% on the same period last year.", "^Sales 0.04"),
    ],
)
def test_the_same_period_is_the_one_named_before(text: str, expected: str) -> None:
    """Or what was measured on the same; no time that something is only compared with."""
    assert said(text, "2025H1", _dairy())[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In the fourth quarter sales slipped 1.2% quarter-on-quarter, with the milk margin down 4 basis points.",
            "~Margin+Qoq@2024-10-01/2024-12-31 -0.0004",
        ),
        (
            "Sales slipped 1.2% quarter-on-quarter and costs fell 4%.",
            "^Costs+Qoq@2024-10-01/2024-12-31 -0.04",
        ),
        ("Sales slipped 1.2% from the third quarter. Costs fell 4%.", "^Costs -0.04"),
        ("Costs rose £3m from 3Q24 on year-end bonuses.", "~Costs+Qoq@2024-10-01/2024-12-31 3000000"),
        ("Stocks rose 3% on year-end levels.", "^Stock 0.03"),
    ],
)
def test_a_quarter_in_a_report_of_the_year(text: str, expected: str) -> None:
    """What a sentence measures on the quarter before is all of it; a time that describes a cause is none of the figure."""
    assert said(text, "2024", _dairy())[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales grew at a measured pace of 6%.", "^Sales 0.06"),
        ("Sales fell at the rather brisk rate of about 6%.", "^Sales -0.06"),
        ("Costs kept rising steadily at a clip of 6% to £3m.", "^Costs 0.06; Costs 3000000"),
        ("Wages grew at a pace of 6%.", "?"),
        ("Stocks grew 9% and ended September at £58m.", "^Stock 0.09; Stock@2024-09-30 58000000"),
        ("Stocks passed £55m and closed December at £58m.", "Stock>= 55000000; Stock 58000000"),
    ],
)
def test_a_pace_and_a_month_that_ended(text: str, expected: str) -> None:
    """The first is a growth, whatever describes it; the second a day."""
    assert said(text, "2024", _dairy())[-1] == expected.rsplit("; ", maxsplit=1)[-1]


@pytest.mark.parametrize(
    "text",
    [
        "Sales for the quarter and the nine months were £9m and £26m.",
        "Sales in the quarter and nine months were £9m and £26m, respectively.",
        "Sales were £9m and £26m in the quarter and in the nine months.",
    ],
)
def test_months_joined_to_the_quarter(text: str) -> None:
    """They end with it."""
    assert said(text, "2024-07-01/2024-09-30", _dairy()) == [
        "Sales 9000000",
        "Sales@2024-01-01/2024-09-30 26000000",
    ]
