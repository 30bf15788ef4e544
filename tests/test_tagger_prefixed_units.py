"""Units with a prefix: so many times the taxonomy's own unit, in prose, cells, brackets and columns of units."""

from __future__ import annotations

import pytest

from tests.printed_tables import table_says


def _row(name: str, *cells: str) -> str:
    return "".join(("<tr><td>", "</td><td>".join((name, *cells)), "</td></tr>"))


@pytest.mark.parametrize(
    ("said", "fact"),
    [
        ("Electricity consumption was 4,812 MWh.", "Electricity 2024 4812000"),
        ("Electricity consumption came to 3.1 GWh.", "Electricity 2024 3100000"),
        ("Electricity consumption: 1.2 million MWh", "Electricity 2024 1200000000"),
        ("Electricity consumption was 4,812 kWh.", "Electricity 2024 4812"),
        ("Greenhouse gas emissions were 1.2 kt CO2e.", "Emissions 2024 1200"),
        ("Greenhouse gas emissions were 1.2 ktCO2e.", "Emissions 2024 1200"),
        ("Greenhouse gas emissions were 1,200 tCO2e.", "Emissions 2024 1200"),
        ("用电量为4,812兆瓦时。", "Electricity 2024 4812000"),
        ("用电量为3.1吉瓦时。", "Electricity 2024 3100000"),
        ("用电量为4,812MWh。", "Electricity 2024 4812000"),
        ("用电量为481.2万千瓦时。", "Electricity 2024 4812000"),
    ],
)
def test_a_prefix_in_prose(said: str, fact: str) -> None:
    """The power of ten between the unit that is printed and the taxonomy's own."""
    assert [" ".join((*one.split()[:-1], f"{float(one.split()[-1]):.0f}")) for one in table_says(said)] == [
        fact
    ]


def test_megatonnes_or_metric_tonnes() -> None:
    """Mt may be either: the figure is left open."""
    assert table_says("Greenhouse gas emissions were 1.2 Mt CO2e.") == ["?"]


def test_prefixes_in_tables() -> None:
    """In the cell, in a bracket behind the name, and in a column of units."""
    page = "<table>" + _row("Indicator", "Unit", "2024", "2023")
    page += _row("Electricity consumption", "MWh", "4,812", "4,551")
    page += _row("Greenhouse gas emissions", "kt CO2e", "12", "14")
    page += _row("Water consumption", "1,000 cubic metres", "12", "14")
    assert table_says(page + "</table>", html=True) == [
        "Electricity 2024 4812000",
        "Electricity 2023 4551000",
        "Emissions 2024 12000",
        "Emissions 2023 14000",
        "Water 2024 12000",
        "Water 2023 14000",
    ]
    page = "<table>" + _row("", "2024", "2023") + _row("Electricity consumption (MWh)", "4,812", "4,551")
    page += _row("Electricity generated", "12 GWh", "14 GWh")
    assert table_says(page + "</table>", html=True) == [
        "Electricity 2024 4812000",
        "Electricity 2023 4551000",
        "Generation 2024 12000000",
        "Generation 2023 14000000",
    ]


@pytest.mark.parametrize("unit", ["million gallons", "MJ", "Mt CO2e"])
def test_a_unit_that_is_not_understood(unit: str) -> None:
    """In a column of units it is not passed over: nobody knows of what size the row's values are."""
    page = "<table>" + _row("Indicator", "Unit", "2024", "2023") + _row("Employees", "persons", "12", "14")
    page += _row("Customers", "number", "120", "140") + _row("Greenhouse gas emissions", unit, "12", "14")
    said = table_says(page + _row("Branches", "number", "1", "2") + "</table>", html=True)
    assert [one.split()[0] for one in said] == [
        "Employees",
        "Employees",
        "Customers",
        "Customers",
        "?",
        "?",
    ] + ["Branches"] * 2
