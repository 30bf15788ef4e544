"""What stands above a list and ends in a colon says when, where and of what its items are; below the list it says nothing."""

from __future__ import annotations

import pytest

from tests.tagging_example import readings_of, rows_of
from tests.test_tables_tagged import facts_of

YEAR = "2025-01-01/2025-12-31"
QUARTER = "2025-10-01/2025-12-31"


@pytest.mark.parametrize(
    ("lead", "fact"),
    [
        ("In the fourth quarter:", f"NetProfit {QUARTER} 412000000"),
        ("Results of the fourth quarter of 2025:", f"NetProfit {QUARTER} 412000000"),
        ("Key figures for 2024:", "NetProfit 2024-01-01/2024-12-31 412000000"),
        ("In Singapore:", f"NetProfit Singapore {YEAR} 412000000"),
        ("Highlights:", f"NetProfit {YEAR} 412000000"),
        ("Achievements of 2023 and of 2024:", f"NetProfit {YEAR} 412000000"),
    ],
)
def test_a_lead_says_when_and_where(lead: str, fact: str) -> None:
    """One time and one part hold for each item; several times hold for none."""
    text = f"{lead}\n- Net profit was HK$412 million.\n- We opened a new head office in the centre of the city.\n"

    assert facts_of(text) == [fact]


@pytest.mark.parametrize("mark", ["-", "•", "*", "–"])
def test_a_lead_says_of_what_the_items_are(mark: str) -> None:
    """Each item names a part; a change in it is of the same."""
    text = (
        "Loans by region:\n"
        f"{mark} Hong Kong: HK$412 billion, up 3.5%\n"
        f"{mark} Singapore: HK$301 billion, down 1.2%\n"
    )

    assert facts_of(text) == [
        "Loans HongKong 2025-12-31 412000000000",
        f"GrowthRateOfLoans HongKong {YEAR} 0.035",
        "Loans Singapore 2025-12-31 301000000000",
        f"GrowthRateOfLoans Singapore {YEAR} -0.012",
    ]


def test_a_lead_in_chinese() -> None:
    """The colon of Chinese is one too."""
    text = "第四季度：\n• 淨利潤為4.12億港元。\n• 經營收入為9.31億港元。\n"

    assert facts_of(text) == [f"NetProfit {QUARTER} 412000000", f"OperatingIncome {QUARTER} 931000000"]


@pytest.mark.parametrize("lead", ["In Singapore:", "In the fourth quarter:", "Key figures for 2024:"])
def test_a_lead_holds_for_its_list_alone(lead: str) -> None:
    """What follows the list is of the report's own time and of the whole."""
    text = f"{lead}\n- Net profit was HK$412 million.\n\nIn all, operating income was HK$9,310 million, as expected.\n"

    assert facts_of(text)[-1] == f"OperatingIncome {YEAR} 9310000000"


@pytest.mark.parametrize("time", ["in the third quarter of 2025", "in 2023"])
def test_an_item_that_says_its_own_time_is_of_that(time: str) -> None:
    """The lead's time holds for those that say none."""
    text = f"In the fourth quarter of 2025:\n- Net profit was HK$412 million.\n- Net profit {time} was HK$380 million.\n"
    periods = [fact.split()[1] for fact in facts_of(text)]

    assert periods[0] == QUARTER
    assert QUARTER not in periods[1:]


AHEAD = "2026-01-01/2026-12-31"


@pytest.mark.parametrize(
    "lead",
    ["For 2026 we expect:", "Costs will weigh on 2026. We expect:", "Our forecast for 2026:"],
)
def test_a_lead_that_forecasts_makes_no_result_of_its_items(lead: str) -> None:
    """Each item is a forecast for the time that the lead, or what stands before it, speaks of."""
    text = f"{lead}\n- net profit of HK$412 million;\n- operating income of HK$931 million.\n"
    assert [
        reading for reading in readings_of(text, "2025") if reading[0] in ("NetProfit", "OperatingIncome")
    ] == [
        ("NetProfit", "Forecast", AHEAD, "412000000"),
        ("OperatingIncome", "Forecast", AHEAD, "931000000"),
    ]


def test_a_forecast_for_no_time_is_left_open() -> None:
    """For when it is forecast nobody may guess."""
    rows = rows_of("We expect:\n- net profit of HK$412 million;\n", "2025")
    assert [row.status for row in rows if row.text.endswith("million")] == ["unresolved"]


@pytest.mark.parametrize(
    "lead",
    [
        "We keep our targets of 12% for 2026. Other highlights include:",
        "A dividend of 12% is paid in March 2026. Our results in brief:",
    ],
)
def test_a_lead_that_plans_nothing_does_not_take_a_time_to_come(lead: str) -> None:
    """Though a sentence before it in the paragraph speaks of one."""
    text = f"{lead}\n- Net profit was HK$412 million.\n- Operating income rose 3%.\n"
    assert [reading[2] for reading in readings_of(text, "2025")][-2:] == ["2025-01-01/2025-12-31"] * 2


@pytest.mark.parametrize("item", ["<li>{}</li>", "<li><p>{}</p></li>"])
@pytest.mark.parametrize(("opened", "closed"), [("<ul>", "</ul>"), ("<ol>", "</ol>")])
def test_items_of_a_page_need_no_marks(item: str, opened: str, closed: str) -> None:
    """The markup says that they are items: what stands above them holds for each, and not below the list."""
    items = (
        "Net profit was HK$412 million.",
        "We opened a new head office in the centre of the city.",
        "Net fee income was HK$71 million.",
    )
    page = (
        f"<p>Key figures for 2024:</p>{opened}{''.join(item.format(said) for said in items)}{closed}"
        "<p>Net interest income was HK$9 million.</p>"
    )

    assert facts_of(page, ending=".html") == [
        "NetProfit 2024-01-01/2024-12-31 412000000",
        "NetFeeIncome 2024-01-01/2024-12-31 71000000",
        f"NetInterestIncome {YEAR} 9000000",
    ]
