"""Names that a colon parts from their figures in Chinese, sections that name a business, and plans for the year under way."""

from __future__ import annotations

from functools import cache

import pytest

from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests import test_tagger_english_sweeps as sweeps

_HOUSE = """
taxonomy:
  prefix: house
  namespace: http://example.org/house
  version: '1'
  entry_point: http://example.org/house.xsd
  label: {en: A house with three businesses}
axes:
  Business:
    label: {en: Business}
    default: AllBusinesses
    members:
      Bank: {label: {en: Bank, zh-Hant: 銀行}}
      Trust: {label: {en: Trusts, zh-Hant: 信託}}
  Fee:
    label: {en: Fee}
    default: AllFees
    members:
      Cards: {label: {en: Card fees, zh-Hant: 卡片}}
      Custody: {label: {en: Custody fees, zh-Hant: 保管}}
      Loaned: {label: {en: Loan-related, zh-Hant: 授信相關}}
  Plan:
    role: scenario
    label: {en: Scenario}
    default: Actual
    members:
      Target: {label: {en: Target}, scenario: target}
      Forecast: {label: {en: Forecast}, scenario: forecast}
concepts:
  Fees: {type: monetary, period: duration, balance: credit, label: {en: Fee income, zh-Hant: 手續費收入}, variants: [growth]}
  Credit: {type: monetary, period: instant, balance: debit, label: {en: Credit, zh-Hant: 授信}, variants: [growth]}
  Surplus:
    type: monetary
    period: duration
    balance: credit
    label: {en: Surplus, zh-Hant: 盈餘}
    definition: {en: Surplus attributable to the members.}
    variants: [growth]
  Takings:
    type: monetary
    period: duration
    balance: credit
    label: {en: Takings}
    terms: {en: [receipts attributable to partners, receipts]}
    variants: [growth]
  Yield: {type: percent, period: duration, label: {en: Yield}}
  Payout: {type: per_share, period: duration, label: {en: Payout per share}, terms: {en: [payout]}}
hypercubes:
  All: {concepts: [Fees], axes: [Business, Fee]}
  One: {concepts: [Credit], axes: [Business]}
  Two: {concepts: [Surplus, Takings, Yield, Payout], axes: [Business, Plan]}
"""


@cache
def house() -> Taxonomy:
    """Return the taxonomy of a house with three businesses."""
    return parse_source(_HOUSE.encode(), "house.yaml")


def said(text: str, period: str = "2024") -> str:
    """Return what each quantity of a text says, read with the taxonomy of the house."""
    return "; ".join(sweeps.said(text, period, house()))


LISTED = (
    "Fees 900000000; Fees+Cards 500000000; ^Fees+Cards 0.05; Fees+Custody 300000000; Fees+Loaned 100000000"
)


@pytest.mark.parametrize("mark", ["• ", "‧", " ‧", "－", "(1)"])
@pytest.mark.parametrize("colon", ["：", ":", ""])
def test_items_name_parts_of_what_leads_them(mark: str, colon: str) -> None:
    """With a colon behind the name or none, however many items stand before."""
    text = (
        "手續費收入9億英鎊，其中：\n"
        f"{mark}卡片{colon}5億英鎊（年增5%）\n"
        f"{mark}保管{colon}3億英鎊\n"
        f"{mark}授信相關{colon}1億英鎊\n"
    )
    assert said(text) == LISTED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("授信：9億英鎊，年增5%；盈餘：2億英鎊", "Credit 900000000; ^Credit 0.05; Surplus 200000000"),
        ("盈餘：約2億英鎊", "Surplus 200000000"),
        (
            "授信：9億英鎊\n盈餘：2億英鎊\n手續費收入：1億英鎊",
            "Credit 900000000; Surplus 200000000; Fees 100000000",
        ),
    ],
)
def test_a_label_is_what_its_figure_is_of(text: str, expected: str) -> None:
    """It opens its line, or stands behind a semicolon."""
    assert said(text) == expected


@pytest.mark.parametrize(
    "lead", ["上半年手續費收入9億英鎊，其中：", "上半年手續費收入9億英鎊，年增4%，包括："]
)
def test_items_are_of_the_time_of_what_leads_them(lead: str) -> None:
    """The list is over with its last item."""
    text = f"第三季盈餘1億英鎊。\n\n{lead}\n• 卡片：5億英鎊\n• 保管：3億英鎊\n"
    half = "@2024-01-01/2024-06-30"
    assert said(text).endswith(f"Fees+Cards{half} 500000000; Fees+Custody{half} 300000000")


@pytest.mark.parametrize("number", ["二、", "貳、", "（二）", "2. "])
@pytest.mark.parametrize(("name", "member"), [("銀行業務", "Bank"), ("信託業務", "Trust"), ("銀行", "Bank")])
def test_a_section_named_after_a_business_is_of_it(number: str, name: str, member: str) -> None:
    """Whatever numbers the headings, and though the words for its business are words of the language as well."""
    assert said(f"{number}{name}\n\n授信餘額9億英鎊。\n") == f"Credit+{member} 900000000"


def test_a_section_holds_for_what_is_below_its_subsections() -> None:
    """Up to the next of its own rank."""
    text = "二、銀行業務\n\n（一）授信\n\n授信餘額9億英鎊。\n\n（二）收入\n\n手續費收入2億英鎊。\n\n三、其他\n\n盈餘1億英鎊。\n"
    assert said(text) == "Credit+Bank 900000000; Fees+Bank 200000000; Surplus 100000000"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Surplus attributable to the members was £5m.", "Surplus 5000000"),
        ("Takings attributable to partners rose 4% to £5m.", "^Takings 0.04; Takings 5000000"),
        ("Fee income attributable to partners was £5m.", "?"),
    ],
)
def test_one_name_of_a_thing_says_whose_it_is(text: str, expected: str) -> None:
    """Or its definition does: then all its names may say so."""
    assert said(text) == expected


@pytest.mark.parametrize("verb", ["is to be", "will be", "should come to"])
@pytest.mark.parametrize("year", ["for the year", "for the full year", "for fiscal 2024"])
def test_a_verb_forecasts_the_year_of_which_a_part_is_told(verb: str, year: str) -> None:
    """In the report of its first nine months."""
    text = f"The surplus {year} {verb} £5m."
    told = said(text, "2024-01-01/2024-09-30")
    assert told == "Surplus+Forecast@2024-01-01/2024-12-31 5000000"


@pytest.mark.parametrize("said_of", ["the last year of our plan", "the last year of the eighth programme"])
def test_the_last_year_of_a_plan_is_not_last_year(said_of: str) -> None:
    """And what a verb plans of one thing is planned of the next."""
    text = f"In 2027, {said_of}, the yield is to be 7% and takings £5m."
    when = "2027-01-01/2027-12-31"
    assert said(text) == f"Yield+Target@{when} 0.07; Takings+Target@{when} 5000000"
