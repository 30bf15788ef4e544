"""The line above a list says the unit of its figures, and whether they are changes, growths or shares."""

from __future__ import annotations

import pytest

from tests.test_tables_tagged import facts_of

YEAR = "2025-01-01/2025-12-31"
DAY = "2025-12-31"
PARTS = [f"Loans HongKong {DAY} 412000000", f"Loans Singapore {DAY} 301000000"]


@pytest.mark.parametrize(
    "lead",
    [
        "Loans by region (HK$ million):",
        "Loans reached a record. By region, in HK$ million:",
        "Loans grew in both regions. The split, in millions of Hong Kong dollars, was:",
        "Loans rose. Their composition by region (in HK$ million) is this:",
    ],
)
@pytest.mark.parametrize(
    "items", ["• Hong Kong: 412\n• Singapore: 301\n", "- Hong Kong 412\n- Singapore 301\n"]
)
def test_a_lead_says_the_unit(lead: str, items: str) -> None:
    """What the items name parts of is said in the lead, or right before it."""
    assert facts_of(f"{lead}\n\n{items}") == PARTS


def test_lines_without_a_mark_are_items_too() -> None:
    """Below a colon or a heading several short lines are a list, and what stands below it is none of it."""
    text = "Loans by region (HK$ million):\n\nHong Kong: 412 (+12%)\nSingapore: 301 (-3%)\n\nNet profit was HK$5 million.\n"

    assert facts_of(text) == [
        PARTS[0],
        f"GrowthRateOfLoans HongKong {YEAR} 0.12",
        PARTS[1],
        f"GrowthRateOfLoans Singapore {YEAR} -0.03",
        f"NetProfit {YEAR} 5000000",
    ]


def test_a_dash_parts_a_name_from_its_value() -> None:
    """A line of a name, a dash and a value is no row of two values."""
    text = "At the end of the year our loans by region were:\n\nHong Kong – HK$412 million\nSingapore – HK$301 million\n"

    assert facts_of(text) == PARTS


@pytest.mark.parametrize(
    "text",
    [
        "Loans were HK$713 million, of which (HK$m): Hong Kong 412 and Singapore 301.\n",
        "Loans of HK$713 million were made up of Hong Kong 412 and Singapore 301 (all HK$ million).\n",
        "Loans of HK$713 million (figures in HK$ million): Hong Kong (412) and Singapore (301).\n",
    ],
)
def test_a_sentence_says_the_unit_of_its_list_once(text: str) -> None:
    """In a bracket before or behind the numbers."""
    assert facts_of(text) == [f"Loans {DAY} 713000000", *PARTS]


def test_other_numbers_have_no_such_unit() -> None:
    """A number with a noun of its own, of what is no amount, or of a change nobody says the unit of."""
    text = (
        "Loans by region (HK$ million):\n\n• Hong Kong: 412, from 9 syndicates\n• Singapore: 301 (+17)\n"
        "• Employees: 1,210\n"
    )

    assert facts_of(text) == [*PARTS, f"NumberOfEmployees {DAY} 1210"]


def test_a_time_in_brackets_is_not_that_of_the_list() -> None:
    """The lead says when what stands in brackets was."""
    text = "Loans by region, in HK$ million (2024 in brackets):\n\n• Hong Kong 412 (368)\n• Singapore 301 (290)\n"

    assert facts_of(text) == [
        PARTS[0],
        "Loans HongKong 2024-12-31 368000000",
        PARTS[1],
        "Loans Singapore 2024-12-31 290000000",
    ]


@pytest.mark.parametrize(
    ("lead", "items", "facts"),
    [
        ("Increase in loans by region:", ("HK$22 million", "HK$6 million"), ("IncreaseDecreaseInLoans", "22000000", "6000000")),
        ("The changes in loans were:", ("HK$22 million", "-HK$6 million"), ("IncreaseDecreaseInLoans", "22000000", "-6000000")),
        ("Loans changed as follows:", ("+HK$22 million", "+HK$6 million"), ("IncreaseDecreaseInLoans", "22000000", "6000000")),
        ("Loans grew in all regions:", ("12%", "3%"), ("GrowthRateOfLoans", "0.12", "0.03")),
        ("Loans grew in both regions:", ("by 12%", "by 3%"), ("GrowthRateOfLoans", "0.12", "0.03")),
        ("Loan growth by region:", ("12%", "-3%"), ("GrowthRateOfLoans", "0.12", "-0.03")),
        ("Decrease in loans:", ("12%", "3%"), ("GrowthRateOfLoans", "-0.12", "-0.03")),
    ],
)  # fmt: skip
def test_a_lead_says_that_its_figures_are_changes(
    lead: str, items: tuple[str, str], facts: tuple[str, str, str]
) -> None:
    """By a noun of change, of amounts too; by a verb, of per cents."""
    text = f"{lead}\n\n• Hong Kong {items[0]}\n• Singapore {items[1]}\n"
    concept, one, other = facts

    assert facts_of(text) == [f"{concept} HongKong {YEAR} {one}", f"{concept} Singapore {YEAR} {other}"]


@pytest.mark.parametrize("verb", ["grew in all regions", "rose as follows"])
def test_an_amount_behind_a_verb_of_change_is_what_things_came_to(verb: str) -> None:
    """A verb says nothing of an amount without a sign."""
    assert facts_of(f"Loans {verb}:\n\n• Hong Kong: HK$412 million\n• Singapore: HK$301 million\n") == PARTS


@pytest.mark.parametrize(
    "lead",
    [
        "Loans of HK$713 million are split as follows:",
        "Loans were HK$713 million, made up of:",
        "Loans of HK$713 million consisted of:",
    ],
)
def test_a_lead_says_that_its_per_cents_are_shares(lead: str) -> None:
    """However many items there are."""
    text = f"{lead}\n\n• Hong Kong: 58%\n• Singapore: 42%\n"

    assert facts_of(text) == [
        f"Loans {DAY} 713000000",
        f"ShareOfLoans HongKong {DAY} 0.58",
        f"ShareOfLoans Singapore {DAY} 0.42",
    ]


def test_what_a_lead_tells_of_its_own_figure_is_not_told_of_the_items() -> None:
    """The increase is the lead's: the items say themselves what they are."""
    text = "The increase in loans of HK$9 million has two sources:\n\n• net profit, HK$5 million;\n• deposits, HK$4 million.\n"

    assert facts_of(text)[1:] == [f"NetProfit {YEAR} 5000000", f"Deposits {DAY} 4000000"]


def test_a_list_of_a_page() -> None:
    """Its items need no mark."""
    page = (
        "<html><body><h3>Loans by region (HK$ million)</h3><ul><li>Hong Kong: 412</li><li>Singapore: 301</li></ul>"
        "<p>Net profit was HK$5 million.</p></body></html>"
    )

    assert facts_of(page, ending=".html") == [*PARTS, f"NetProfit {YEAR} 5000000"]


@pytest.mark.parametrize("where", ["in all regions", "everywhere", "in most regions"])
def test_how_far_each_part_moved_stands_behind_a_comma(where: str) -> None:
    """The part behind the measure holds, whatever of all of them was said before."""
    text = f"Loans grew {where}, by 12% in Hong Kong and by 3% in Singapore.\n"

    assert facts_of(text) == [
        f"GrowthRateOfLoans HongKong {YEAR} 0.12",
        f"GrowthRateOfLoans Singapore {YEAR} 0.03",
    ]


def test_a_chinese_lead_says_the_unit() -> None:
    """In brackets, in Chinese too."""
    assert (
        facts_of("按地區劃分的貸款如下（百萬港元）：\n\n• 香港：412（+12%）\n• 新加坡：301\n")[::2] == PARTS
    )
