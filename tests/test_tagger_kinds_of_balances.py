"""Kinds of a balance that stand for it (car leases grew by 4%), and how something moved, told before a comma."""

from __future__ import annotations

from functools import cache

import pytest

from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.tagging_example import facts_with, profile_of

YEAR, END, BEFORE = "2024-01-01/2024-12-31", "2024-12-31", "2023-01-01/2023-12-31"
HOUSE = """
taxonomy:
  prefix: house
  namespace: http://example.org/house
  version: '1'
  entry_point: http://example.org/house.xsd
  label: {en: A leasing house, zh-Hant: 租賃, zh-Hans: 租赁}
axes:
  Kind:
    label: {en: Kind, zh-Hant: 種類, zh-Hans: 种类}
    default: AllKinds
    members:
      AllKinds: {label: {en: All leases, zh-Hant: 全部租賃, zh-Hans: 全部租赁}}
      Cars: {label: {en: Car leases, zh-Hant: 汽車租賃, zh-Hans: 汽车租赁}}
      Machines:
        {label: {en: Machine leases, zh-Hant: 機器租賃, zh-Hans: 机器租赁},
         terms: {en: [equipment leases]}}
      Ships: {label: {en: Ship finance, zh-Hant: 船舶融資, zh-Hans: 船舶融资}}
  Arm:
    label: {en: Arm, zh-Hant: 部門, zh-Hans: 部门}
    default: AllArms
    members:
      AllArms: {label: {en: All arms, zh-Hant: 全部部門, zh-Hans: 全部部门}}
      North: {label: {en: Northern region, zh-Hant: 北區, zh-Hans: 北区}}
concepts:
  Book:
    {type: monetary, period: instant, variants: [change, growth],
     label: {en: Outstanding leases, zh-Hant: 租賃餘額, zh-Hans: 租赁余额}}
  Bad:
    {type: monetary, period: instant, variants: [change, growth],
     label: {en: Impaired leases, zh-Hant: 減值租賃, zh-Hans: 减值租赁}}
  Written:
    {type: monetary, period: duration, variants: [change, growth],
     label: {en: New leases, zh-Hant: 新增租賃, zh-Hans: 新增租赁}}
  Fees:
    {type: monetary, period: duration, variants: [change, growth],
     label: {en: Fee income, zh-Hant: 手續費, zh-Hans: 手续费}}
  OneOffs: {type: monetary, period: duration, label: {en: One-off items, zh-Hant: 一次性項目, zh-Hans: 一次性项目}}
  Profit:
    {type: monetary, period: duration, variants: [change, growth],
     label: {en: Profit before tax, zh-Hant: 稅前利潤, zh-Hans: 税前利润}}
hypercubes:
  Leases: {axes: [Kind, Arm], concepts: [Book, Bad, Written]}
  Results: {axes: [Arm], concepts: [Fees, OneOffs, Profit]}
"""


@cache
def house() -> Taxonomy:
    """Return the taxonomy of an invented house, read once."""
    return parse_source(HOUSE.encode(), "house.yaml")


KINDS: list[tuple[str, list[str]]] = [
    (
        "Demand held up. Car leases grew by 4% to $2.4 billion.",
        [f"GrowthRateOfBook Cars {YEAR} 0.04", f"Book Cars {END} 2400000000"],
    ),
    (
        "Machine leases shrank by $30 million, while ship finance rose 6%.",
        [f"IncreaseDecreaseInBook Machines {YEAR} -30000000", f"GrowthRateOfBook Ships {YEAR} 0.06"],
    ),
    ("Ship finance stood at $640 million at year-end.", [f"Book Ships {END} 640000000"]),
    (
        "Equipment leases, at $1.1 billion, were 2% higher.",
        [f"Book Machines {END} 1100000000", f"GrowthRateOfBook Machines {YEAR} 0.02"],
    ),
    (
        "Profit before tax was $50 million. Car leases went up by 3%.",
        [f"Profit - {YEAR} 50000000", f"GrowthRateOfBook Cars {YEAR} 0.03"],
    ),
    (
        "Outstanding leases were $5 billion, and new leases $2 billion. Ship finance declined by 7%.",
        [f"Book - {END} 5000000000", f"Written - {YEAR} 2000000000", f"GrowthRateOfBook Ships {YEAR} -0.07"],
    ),
    # what the sentence before speaks of may go on; a heading may name whose kinds they are
    (
        "New leases were $2 billion. Car leases were $1 billion.",
        [f"Written - {YEAR} 2000000000", f"Written Cars {YEAR} 1000000000"],
    ),
    ("Northern region\n\nShip finance was $90 million.", []),
    ("Northern region earned $9 million.", [f"Profit North {YEAR} 9000000"]),
]


@pytest.mark.parametrize(("text", "expected"), KINDS, ids=[text[:40] for text, _ in KINDS])
def test_a_kind_alone_is_how_much_there_is_of_it(text: str, expected: list[str]) -> None:
    """Of all that may be said of kinds of leases, that they grew or stood at something is said of the balance."""
    assert expected == facts_with(house(), profile_of(currency="USD"), text, "2024")


PACES: list[tuple[str, list[str]]] = [
    ("Fee income recovered strongly, by 12%.", [f"GrowthRateOfFees - {YEAR} 0.12"]),
    (
        "Fee income recovered a little, by 2% to $31 million.",
        [f"GrowthRateOfFees - {YEAR} 0.02", f"Fees - {YEAR} 31000000"],
    ),
    ("Outstanding leases widened gradually, to $5 billion.", [f"Book - {END} 5000000000"]),
    ("Car leases fell again, by 3%.", [f"GrowthRateOfBook Cars {YEAR} -0.03"]),
    ("New leases eased slightly, by $4 million.", [f"IncreaseDecreaseInWritten - {YEAR} -4000000"]),
    ("Impaired leases rose sharply, to $80 million.", [f"Bad - {END} 80000000"]),
    ("Ship finance came down further, to $70 million.", [f"Book Ships {END} 70000000"]),
    # a comma behind anything else still parts
    ("Car leases fell in the spring, and fee income was $3 million.", [f"Fees - {YEAR} 3000000"]),
]


@pytest.mark.parametrize(("text", "expected"), PACES, ids=[text[:40] for text, _ in PACES])
def test_how_something_moved_may_stand_before_a_comma(text: str, expected: list[str]) -> None:
    """Strongly, further and a little belong to the verb, and by how much or to what it moved stands behind the comma."""
    assert expected == facts_with(house(), profile_of(currency="USD"), text, "2024")


ASIDES: list[tuple[str, list[str]]] = [
    (
        "Profit before tax, after one-off items of $4 million (2023: $6 million), was $50 million.",
        [f"OneOffs - {YEAR} 4000000", f"OneOffs - {BEFORE} 6000000", f"Profit - {YEAR} 50000000"],
    ),
    ("Fee income, despite refunds of $2 million, came to $31 million.", [f"Fees - {YEAR} 31000000"]),
    (
        "Profit before tax, on fee income of $31 million, was $9 million.",
        [f"Fees - {YEAR} 31000000", f"Profit - {YEAR} 9000000"],
    ),
    (
        "Outstanding leases, following sales of $70 million, ended the year at $5 billion.",
        [f"Book - {END} 5000000000"],
    ),
    (
        "Profit before tax, given a charge of $8 million in May, fell 3%.",
        [f"GrowthRateOfProfit - {YEAR} -0.03"],
    ),
    (
        "Fee income, because of one-off items of $4 million, amounted to $31 million.",
        [f"OneOffs - {YEAR} 4000000", f"Fees - {YEAR} 31000000"],
    ),
    # behind a conjunction it goes on about what was said last
    (
        "Fee income was $31 million, after one-off items of $4 million.",
        [f"Fees - {YEAR} 31000000", f"OneOffs - {YEAR} 4000000"],
    ),
    (
        "Fee income and new leases were $31 million and $9 million.",
        [f"Fees - {YEAR} 31000000", f"Written - {YEAR} 9000000"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ASIDES, ids=[text[:40] for text, _ in ASIDES])
def test_amounts_in_an_aside_part_no_subject_from_its_verb(text: str, expected: list[str]) -> None:
    """Profit, after one-off items of $4 million, was what the profit was."""
    assert expected == facts_with(house(), profile_of(currency="USD"), text, "2024")
