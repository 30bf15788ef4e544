"""Shares of a group of people are of whom the text says: women are 61% of staff, which is not women in management."""

from __future__ import annotations

import pytest

from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.tagging_example import ledger_of, profile_of

SOURCE = """
taxonomy:
  prefix: grp
  namespace: http://example.org/taxonomy/grp/2025
  version: "2025"
  entry_point: http://example.org/taxonomy/grp/2025/grp.xsd
  label: {en: Groups}
concepts:
  Employees: {type: count, unit: employee, period: instant, label: {en: Employees}, terms: {en: [staff]}}
  Women: {type: percent, period: instant, label: {en: Women in ROLE}}
units:
  employee: {label: {en: employees}, terms: {en: [staff]}}
hypercubes:
  All: {concepts: [Employees, Women], axes: []}
presentation:
  - {group: {en: Figures}, items: [Employees, Women]}
"""


def taxonomy_of(role: str) -> Taxonomy:
    """Return a taxonomy with the share of women in a role alone."""
    return parse_source(SOURCE.replace("ROLE", role).encode(), "groups.yaml")


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("management", "Women hold 38% of management positions."),
        ("management", "Women make up 38% of our managers."),
        ("management", "In management, women make up 38%."),
        ("senior leadership", "Women hold 38% of senior leadership roles."),
        ("the workforce", "Women account for 38% of our staff."),
        ("the workforce", "Women make up 38% of employees."),
        ("management", "The share of women in management was 38%."),
    ],
)
def test_the_group_that_the_name_says(role: str, text: str) -> None:
    """In other words of the same stem, or another word for all who work there."""
    [row] = [r for r in ledger_of(text, "2025", taxonomy=taxonomy_of(role)).rows if r.status != "not_a_fact"]

    assert (row.status, row.concept, row.value) == ("fact", "grp:Women", "0.38")


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("management", "Women account for 61% of our staff."),
        ("management", "Women now make up 40% of the Board."),
        ("management", "Women make up 45% of apprentices."),
        ("the workforce", "Women hold 40% of the seats on the Board."),
    ],
)
def test_another_group_is_left_open(role: str, text: str) -> None:
    """Women are told of many groups, and a taxonomy has concepts for some."""
    rows = ledger_of(text, "2025", taxonomy=taxonomy_of(role), profile=profile_of(currency="USD")).rows

    assert [row.status for row in rows if row.status != "not_a_fact"] == ["unresolved"]
