"""Numbers with decimal commas: read where the whole text, or a part of it, prints them so; in doubt a question."""

from __future__ import annotations

import pytest

from tagger.words.decimal_commas import with_decimal_points
from tests.printed_tables import table_says

STATEMENT = """Income statement (EUR million)
                                    2024         2023
Operating income                 {0}      {1}
Operating expenses                 {2}        {3}
"""


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        (("1.812,4", "1.790,0", "640,1", "622,7"), ("1812400000", "1790000000", "640100000", "622700000")),
        (("1 812,4", "1 790,0", "640,1", "622,7"), ("1812400000", "1790000000", "640100000", "622700000")),
        (("1,812.4", "1,790.0", "640.1", "622.7"), ("1812400000", "1790000000", "640100000", "622700000")),
    ],
)
def test_a_statement_with_decimal_commas(printed: tuple[str, ...], values: tuple[str, ...]) -> None:
    """With points or blanks between the groups; the usual form stays what it is."""
    said = table_says(STATEMENT.format(*printed), currency="EUR")
    assert [one.split()[-1] for one in said] == list(values)


def test_a_page_with_points_between_groups() -> None:
    """12.812.400 and 8,7 say how 901.000 is to be read."""
    page = (
        "<h3>Key figures (SEK thousand)</h3><table><tr><th></th><th>2024</th><th>2023</th><th>Change, %</th></tr>"
        "<tr><td>Operating income</td><td>12.812.400</td><td>11.790.000</td><td>8,7</td></tr>"
        "<tr><td>Net profit</td><td>901.000</td><td>899.800</td><td>0,1</td></tr></table>"
    )
    assert table_says(page, currency="SEK", html=True) == [
        "OperatingIncome 2024 12812400000",
        "OperatingIncome 2023 11790000000",
        "GrowthRateOfOperatingIncome 2024 0.087",
        "NetProfit 2024 901000000",
        "NetProfit 2023 899800000",
        "GrowthRateOfNetProfit 2024 0.001",
    ]


def test_points_that_may_do_either_leave_the_value_open() -> None:
    """1.812 beside 640 may be thousands, or have three decimals."""
    said = table_says(STATEMENT.format("1.812", "1.790", "640", "622"), currency="EUR")
    assert said == ["?", "?", "OperatingExpenses 2024 640000000", "OperatingExpenses 2023 622000000"]


@pytest.mark.parametrize(
    "text",
    [
        "Notes 1,2 and 3 and chapters 4,5 and 6,7 and 8",
        "Loans of 12,5 and 3,4 and 7,8 million, beside 1,234 others",
        "A profit of 5,6 million",
        "Deposits of 12.5 and 3,4 and 7,8 and 9,1 million",
    ],
)
def test_lists_single_numbers_and_mixed_texts_stay(text: str) -> None:
    """Nothing is put the other way round on the word of one figure."""
    assert with_decimal_points(text) == text


def test_a_part_of_a_text_speaks_for_itself() -> None:
    """A table of the other form among prose of the usual one."""
    text = "Revenue was 1,234.5 million.\n\nNet profit 1.234,5 and 99,8 and 1,25\n\nLoans of 12.5 million."
    assert with_decimal_points(text) == text.replace("1.234,5 and 99,8 and 1,25", "1,234.5 and 99.8 and 1.25")
