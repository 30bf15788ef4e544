"""Digits grouped by blanks: read as one number in cells, tiles and columns; never two values that stand side by side."""

from __future__ import annotations

import pytest

from tagger.words.plain_marks import with_plain_marks
from tests.printed_tables import table_says

PAGE = (
    "<table><tr><th>SEK m</th><th>2024</th><th>2023</th></tr><tr><td>Operating income</td><td>{0}</td><td>{1}</td></tr>"
    "<tr><td>Net profit</td><td>512</td><td>498</td></tr></table>"
)


@pytest.mark.parametrize("blank", [" ", "&nbsp;", "&#8239;", "&thinsp;"])
def test_a_cell_of_a_page(blank: str) -> None:
    """With a blank of any kind between its groups a cell is one number; its sign may stand apart."""
    said = table_says(PAGE.format(f"4{blank}812", f"-{blank}1{blank}204"), currency="SEK", html=True)
    assert said == [
        "OperatingIncome 2024 4812000000",
        "OperatingIncome 2023 -1204000000",
        "NetProfit 2024 512000000",
        "NetProfit 2023 498000000",
    ]


@pytest.mark.parametrize(
    "cell", ["<td>410<br>398</td>", "<td><p>410</p><p>398</p></td>", "<td>410<br/>\n398</td>"]
)
def test_two_values_in_the_lines_of_a_cell(cell: str) -> None:
    """A broken line between digits groups none of them: 410 / 398."""
    said = table_says(PAGE.format("4 812", "4 551").replace("<td>512</td>", cell), currency="SEK", html=True)
    assert not any(one.endswith("410398000000") for one in said)


ALIGNED = """Income statement, SEK m
                                 2024        2023    Change, %
Operating income                4 812       4 551            6
Operating expenses             -2 790      -2 701            3
Net profit                      1 012         977            4
"""


@pytest.mark.parametrize("form", ["columns", "bars", "tabs"])
def test_columns_of_a_plain_text(form: str) -> None:
    """All numbers of a table say together that a blank groups their digits."""
    text = ALIGNED
    if form != "columns":
        mark = " | " if form == "bars" else "\t"
        rows = [mark.join(part for part in line.split("  ") if part) for line in text.splitlines()[1:]]
        rows[0] = mark + rows[0].strip()
        text = "Income statement, SEK m\n" + "\n".join(
            f"| {row.strip()} |" if form == "bars" else row for row in rows
        )
    said = table_says(text, currency="SEK")
    assert [one for one in said if "Growth" not in one] == [
        "OperatingIncome 2024 4812000000",
        "OperatingIncome 2023 4551000000",
        "OperatingExpenses 2024 2790000000",
        "OperatingExpenses 2023 2701000000",
        "NetProfit 2024 1012000000",
        "NetProfit 2023 977000000",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "SEK m             2024 2023     Change\nIncome            812 798      14\nNet profit        98 101       -3",
        "SEK m             2024 2023     Change\n\nIncome            812 798      14\nNet profit        98 101       -3",
        "Income            812 798      1,214\nNet profit        98 101       1,203",
        "Income            812 798      14\nNet profit        98 76       -3",
        "Income 812 798\nNet profit 198 101",
        "In 2024 210 people joined 3 125 times",
        "Tier 1 250 million",
    ],
)
def test_values_side_by_side_stay_apart(text: str) -> None:
    """Heads a blank apart, commas elsewhere, pairs of other digits and rows of single blanks: nothing is grouped."""
    assert with_plain_marks(text) == text


def test_a_label_and_its_value() -> None:
    """Behind a colon, and at the beginning of a page's line."""
    assert with_plain_marks("Employees: 1 350 (2023: 1 323)") == "Employees: 1,350 (2023: 1,323)"
    assert with_plain_marks("1 350 employees", page=True) == "1,350 employees"
    assert with_plain_marks("SEK 1\u00a0204\u00a0million", page=True) == "SEK 1,204\u00a0million"


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("Net interest income 4 812 4 551", "Net interest income 4,812 4,551"),
        ("Operating expenses -2 790 -701", "Operating expenses -2,790 -701"),
        ("Total assets 112 512 109 977", "Total assets 112,512 109,977"),
        ("Total assets 1 112 512 1 109 977", "Total assets 1,112,512 1,109,977"),
        ("Impairment (1 204) (988)", "Impairment (1,204) (988)"),
        ("Net profit 2 512 977", "Net profit 2,512 977"),
        ("Net profit 977 2 512", "Net profit 977 2,512"),
        ("Cost/income ratio 48.5 50.5", "Cost/income ratio 48.5 50.5"),
        ("Employees 512 498", "Employees 512 498"),
        ("Loans 11 512 498", "Loans 11 512 498"),
    ],
)
def test_rows_of_single_blanks_below_their_years(row: str, read: str) -> None:
    """As many numbers as years, where the groups can be put together in one way alone, or one keeps the values near."""
    others = "Income 3 812 3 551\n", "Income 3,812 3,551\n"
    assert with_plain_marks(f"SEK m 2024 2023\n{others[0]}{row}\n") == f"SEK m 2024 2023\n{others[1]}{read}\n"


@pytest.mark.parametrize(
    "rows",
    [
        "SEK m\nIncome 3 812 3 551\n",  # of how many values is not said
        "SEK m 2024 2023\nIncome 1 812 551\nNet profit 2 512 98\n",  # notes, or thousands
        "SEK m 2024 2023\nIncome 3 812 3 551\nCosts 4 1 812 1 551\nNet profit 5 512 498\n",  # notes
        "SEK m 2024 2023\nIncome 812 551\nNet profit 512 98\n",
        "2024 2023\nIncome 1,812 1,551\nNet profit 1 512 498\n",
    ],
)
def test_rows_that_may_be_anything(rows: str) -> None:
    """One word more than years in every row may be the number of a note."""
    assert with_plain_marks(rows) == rows
