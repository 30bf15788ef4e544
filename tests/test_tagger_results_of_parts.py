"""What parts of an entity earned or lost, losses by the names of profits, and figures that stand for what was just said."""

from __future__ import annotations

from functools import cache

import pytest

from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.tagging_example import Reading, fact_readings, facts_with, profile_of, readings_of

YEAR, BEFORE, END = "2024-01-01/2024-12-31", "2023-01-01/2023-12-31", "2024-12-31"
FIRM = """
taxonomy:
  prefix: firm
  namespace: http://example.org/firm
  version: '1'
  entry_point: http://example.org/firm.xsd
  label: {en: A firm, zh-Hant: 公司, zh-Hans: 公司}
units:
  hour:
    label: {en: hour, zh-Hant: 小時, zh-Hans: 小时}
    terms: {en: [hours]}
axes:
  Arm:
    label: {en: Arm, zh-Hant: 部門, zh-Hans: 部门}
    default: AllArms
    members:
      AllArms: {label: {en: All arms, zh-Hant: 全部部門, zh-Hans: 全部部门}}
      Freight: {label: {en: Freight Services, zh-Hant: 貨運, zh-Hans: 货运}}
      Centre: {label: {en: Corporate Centre, zh-Hant: 總部, zh-Hans: 总部}}
  Staff:
    label: {en: Staff, zh-Hant: 員工, zh-Hans: 员工}
    default: AllStaff
    members:
      AllStaff: {label: {en: All staff, zh-Hant: 全部員工, zh-Hans: 全部员工}}
      Drivers: {label: {en: Drivers, zh-Hant: 司機, zh-Hans: 司机}}
concepts:
  Revenue: {type: monetary, period: duration, variants: [share], label: {en: Revenue, zh-Hant: 收入, zh-Hans: 收入}}
  Profit: {type: monetary, period: duration, label: {en: Profit before tax, zh-Hant: 稅前利潤, zh-Hans: 税前利润}}
  Margin: {type: percent, period: duration, label: {en: Profit margin, zh-Hant: 利潤率, zh-Hans: 利润率}}
  Training:
    {type: count, unit: hour, period: duration,
     label: {en: Training hours per head, zh-Hant: 人均培訓時數, zh-Hans: 人均培训时数}}
  Charity: {type: count, unit: hour, period: duration, label: {en: Hours of charity, zh-Hant: 公益時數, zh-Hans: 公益时数}}
hypercubes:
  ByArm: {axes: [Arm], concepts: [Revenue, Profit, Margin]}
  ByStaff: {axes: [Staff], concepts: [Training]}
"""


@cache
def firm() -> Taxonomy:
    """Return the taxonomy of an invented firm, read once."""
    return parse_source(FIRM.encode(), "firm.yaml")


RESULTS: list[tuple[str, list[str]]] = [
    ("Freight Services earned $192 million.", [f"Profit Freight {YEAR} 192000000"]),
    ("Corporate Centre recorded a net loss of $53 million.", [f"Profit Centre {YEAR} -53000000"]),
    ("Corporate Centre posted a loss of $6 million.", [f"Profit Centre {YEAR} -6000000"]),
    (
        "Revenue was $900 million. Freight Services made $75 million.",
        [f"Revenue - {YEAR} 900000000", f"Profit Freight {YEAR} 75000000"],
    ),
    (
        "Profit before tax was $9 million, after a loss of $3 million in 2023.",
        [f"Profit - {YEAR} 9000000", f"Profit - {BEFORE} -3000000"],
    ),
    ("Freight Services made a loss before tax of $4 million.", [f"Profit Freight {YEAR} -4000000"]),
    ("The loss before tax was $5 million.", [f"Profit - {YEAR} -5000000"]),
    # what was made of something else is no result, and a loss on something is not the year's
    ("Freight Services made $75 million of deliveries.", []),
    ("Revenue was $900 million, after a loss of $3 million on a sale.", [f"Revenue - {YEAR} 900000000"]),
]


@pytest.mark.parametrize(("text", "expected"), RESULTS, ids=[text[:40] for text, _ in RESULTS])
def test_a_part_earned_or_lost_its_result(text: str, expected: list[str]) -> None:
    """Where the taxonomy has one result of parts, that is what a part earned, or lost."""
    assert expected == facts_with(firm(), profile_of(currency="USD"), text, "2024")


LOSSES: list[tuple[str, list[Reading]]] = [
    ("The Bank reported a loss before tax of $7 million.", [("ProfitBeforeTax", "", YEAR, "-7000000")]),
    ("The Bank made an operating loss of $7 million.", [("OperatingProfit", "", YEAR, "-7000000")]),
    ("Basic loss per share was HK$0.12.", [("BasicEarningsPerShare", "", YEAR, "-0.12")]),
    (
        "After a loss before tax of $46 million in 2023, profit before tax was $8 million.",
        [("ProfitBeforeTax", "", BEFORE, "-46000000"), ("ProfitBeforeTax", "", YEAR, "8000000")],
    ),
    # losses of many kinds bear no name of a profit
    (
        "Impairment losses for the year amounted to $173 million.",
        [("ImpairmentLosses", "", YEAR, "173000000")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LOSSES, ids=[text[:40] for text, _ in LOSSES])
def test_a_loss_is_a_profit_below_zero(text: str, expected: list[Reading]) -> None:
    """A loss before tax is the profit before tax, and negative."""
    assert expected == fact_readings(text)


def test_the_figure_stands_for_what_was_just_said() -> None:
    """Of two things that are counted in hours, the figure for drivers is the one before."""
    text = "Training hours per head were 62; for drivers, the figure was 74 hours."
    expected = [f"Training - {YEAR} 62", f"Training Drivers {YEAR} 74"]
    assert expected == facts_with(firm(), profile_of(currency="USD"), text, "2024")


PLACES = [
    "Personal loans were offered at 190 schools.",
    "Credit cards were used in 40 countries.",
    "Training of employees was held at 12 colleges.",
]


@pytest.mark.parametrize("text", PLACES)
def test_places_where_something_is_are_none_of_it(text: str) -> None:
    """Offered at 190 schools: neither loans nor cards are counted."""
    assert fact_readings(text) == []


def test_a_number_with_decimals_before_a_name_is_a_headings() -> None:
    """Things are counted in whole numbers: 6.4 Customers and suppliers."""
    assert readings_of("6.4 Customers and suppliers\n\nTotal assets were $5 million.")[0][0] == (
        "not_a_fact heading_number"
    )
    assert fact_readings("2.4 million customers bank with us.")[0][3] == "2400000"


SHARES = [
    ("Revenue was $900 million. Freight Services owned 71% of it.", "ShareOfRevenue Freight"),
    ("Revenue was $900 million. Corporate Centre held 29% of the total.", "ShareOfRevenue Centre"),
    # a rate is still the part's
    ("Revenue was $900 million. Freight Services had a profit margin of 12%.", "Margin Freight"),
]


@pytest.mark.parametrize(("text", "said"), SHARES)
def test_so_much_of_it_is_a_share(text: str, said: str) -> None:
    """What a part owns of what was said before is its share, and no rate that has such parts."""
    assert facts_with(firm(), profile_of(currency="USD"), text, "2024")[-1].startswith(said)
