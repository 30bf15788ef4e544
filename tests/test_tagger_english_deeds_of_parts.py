"""What parts and deeds are said by their verbs: households borrowed, panels power some of the shops, it was highest in cider."""

from __future__ import annotations

from functools import cache

import pytest

from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.test_tagger_english_sweeps import said

_CREDIT_UNION = """
taxonomy:
  prefix: union
  namespace: http://example.org/union
  version: '1'
  entry_point: http://example.org/union.xsd
  label: {en: A credit union}
units:
  shop: {label: {en: shop}, terms: {en: [shops]}}
  member: {label: {en: member}, terms: {en: [members]}}
  helper: {label: {en: helper}, terms: {en: [helpers]}}
axes:
  Borrower:
    label: {en: Type of borrower}
    default: AllBorrowers
    members:
      Households: {label: {en: Households}}
      Farms: {label: {en: Farms}, terms: {en: [farmers]}}
  Plan:
    role: scenario
    label: {en: Scenario}
    default: Actual
    members:
      Target: {label: {en: Target}, scenario: target}
concepts:
  NewLending: {type: monetary, period: duration, label: {en: New lending}, variants: [change, growth]}
  Loans: {type: monetary, period: instant, label: {en: Gross loans}, terms: {en: [loans]}, variants: [change, growth]}
  Green: {type: monetary, period: instant, label: {en: Green loans}, terms: {en: [green lending]}, variants: [change]}
  Savings: {type: monetary, period: instant, label: {en: Deposits}, variants: [change, growth]}
  Youth: {type: monetary, period: instant, label: {en: Youth deposits}, terms: {en: [youth accounts]}}
  Handed: {type: monetary, period: duration, label: {en: Grants handed out}, terms: {en: [handed out]}, variants: [change]}
  Arrears: {type: percent, period: instant, label: {en: Arrears rate}}
  Shops: {type: count, unit: shop, period: instant, label: {en: Shops}, variants: [change]}
  Members: {type: count, unit: member, period: instant, label: {en: Members}, variants: [change]}
  MemberLoans: {type: monetary, period: instant, label: {en: Balances of members}}
  Running: {type: monetary, period: duration, label: {en: Running costs}, terms: {en: [costs]}, variants: [change, growth]}
  Bought: {type: shares, period: duration, label: {en: Shares bought back}}
  BoughtFor: {type: monetary, period: duration, label: {en: Amount of share buybacks}, terms: {en: [share buybacks]}}
  ProfitEach: {type: per_unit, unit: helper, period: duration, label: {en: Profit per helper}}
  Women: {type: percent, period: instant, label: {en: Women among helpers}, terms: {en: [women]}}
  Helpers: {type: count, unit: helper, period: instant, label: {en: Helpers}}
hypercubes:
  parted: {concepts: [NewLending, Loans, Green, Savings, Youth, Handed, Arrears], axes: [Borrower, Plan]}
  whole: {concepts: [Shops, Members, MemberLoans, Running, Bought, BoughtFor, ProfitEach, Women, Helpers], axes: [Plan]}
"""


@cache
def _union() -> Taxonomy:
    return parse_source(_CREDIT_UNION.encode(), "union.yaml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We lent £31m in 2024.", "NewLending 31000000"),
        (
            "We lent £31m to farmers and £20m to households.",
            "NewLending+Farms 31000000; NewLending+Households 20000000",
        ),
        (
            "Households borrowed £20m from us, 5% more than in 2023.",
            "NewLending+Households 20000000; ^NewLending+Households 0.05",
        ),
        ("Households deposited £7m.", "?"),
        ("Accounts of households held £80m.", "Savings+Households 80000000"),
        ("Loans to farmers were £80m.", "Loans+Farms 80000000"),
        ("Members numbered 9,000, with balances of £60m.", "Members 9000; MemberLoans 60000000"),
        ("Under this scheme we bought back 9 million shares for £12m.", "Bought 9000000; BoughtFor 12000000"),
        ("We bought back 9 million shares at a cost of £12m.", "Bought 9000000; BoughtFor 12000000"),
        ("The profit per helper rose to £1.2 million.", "ProfitEach 1200000"),
    ],
)
def test_what_verbs_and_names_in_part_say(text: str, expected: str) -> None:
    """The taxonomy says it by a noun, or by another name of the same thing."""
    assert said(text, "2024", _union()) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("We handed out £9m to choirs mending their roofs.", "?"),
        ("We handed out £9m to small theatres.", "?"),
        ("We handed out £9m to farmers.", "Handed+Farms 9000000"),
        ("We handed out £9m to our members.", "Handed 9000000"),
        ("Video lockers now serve 40 shops.", "?"),
        ("The new leaflet reached 9,000 members.", "?"),
        ("Our cookery course reached 300 helpers.", "?"),
        ("We serve 9,000 members.", "Members 9000"),
        ("The network reached 40 shops.", "Shops 40"),
    ],
)
def test_what_is_not_all_of_a_thing(text: str, last: str) -> None:
    """Whom something was given to, or what does something to so many, is a part that no word explains."""
    assert said(text, "2024", _union())[-1] == last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The arrears rate was highest in farms, at 4.9%, and lowest in households, at 0.3%.",
            "Arrears+Farms 0.049; Arrears+Households 0.003",
        ),
        (
            "The arrears rate is strongest in farms (4.9%) and weakest in households (0.3%).",
            "Arrears+Farms 0.049; Arrears+Households 0.003",
        ),
        (
            "We have 300 helpers, 27% of whom are women; we aim to raise this to 30% by 2026.",
            "Helpers 300; Women 0.27; Women+Target@2026-12-31 0.30",
        ),
    ],
)
def test_parts_of_one_sentence(text: str, expected: str) -> None:
    """What is highest in a part is only of that part, and a share goes on behind what its own figure is of."""
    assert said(text, "2024", _union()) == expected.split("; ")


def test_the_subject_of_a_sentence_before_its_heading() -> None:
    """An aside may stand between a subject and its verb; the heading names something else."""
    text = "Running costs and green loans\n\nGreen loans, made mainly for sun, wind and warm walls, grew by £2m to £9m."
    assert said(text, "2024", _union()) == ["~Green 2000000", "Green 9000000"]
