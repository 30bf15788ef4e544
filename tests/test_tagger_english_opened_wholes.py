"""Parts of the whole that a sentence opens with, levels joined to moves, and streaks that are no quarters."""

from __future__ import annotations

from functools import cache

import pytest

from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.test_tagger_english_sweeps import said

_LENDER = """
taxonomy:
  prefix: lender
  namespace: http://example.org/lender
  version: '1'
  entry_point: http://example.org/lender.xsd
  label: {en: A lender}
axes:
  Kind:
    label: {en: Kind of lending}
    default: AllLending
    members:
      Boats: {label: {en: Boat loans}}
      Farms: {label: {en: Farm loans}}
concepts:
  Lending: {type: monetary, period: instant, label: {en: Loans}, terms: {en: [total loans]}, variants: [change, growth, share]}
  Losses: {type: monetary, period: duration, label: {en: Net charge-offs}, variants: [change, growth, share]}
  Watched: {type: percent, period: instant, label: {en: Problem loan ratio}, terms: {en: [watched loans]}, variants: [change]}
  Core: {type: percent, period: instant, label: {en: CET1 ratio}, terms: {en: [common equity ratio]}, variants: [change]}
  Tangible: {type: percent, period: instant, label: {en: Tangible common equity ratio}, variants: [change]}
hypercubes:
  lender: {concepts: [Lending, Losses, Watched, Core, Tangible], axes: [Kind]}
presentation:
  - group: {en: All}
    items: [Lending, Losses, Watched, Core, Tangible]
"""


@cache
def _lender() -> Taxonomy:
    return parse_source(_LENDER.encode(), "lender.yaml")


OPENED = [
    ("Net charge-offs were £10m. Of this, £6m {} boat loans and £4m {} farm loans.", "Losses 10000000"),
    ("Of net charge-offs of £10m, £6m {} boat loans and £4m {} farm loans.", "Losses 10000000"),
    ("Of the £10m in net charge-offs, £6m {} boat loans and £4m {} farm loans.", "Losses 10000000"),
]


@pytest.mark.parametrize("verb", ["came from", "arose in", "related to", "were in", "went to"])
@pytest.mark.parametrize(("text", "whole"), OPENED)
def test_amounts_are_parts_of_the_whole_that_their_sentence_opens_with(
    text: str, whole: str, verb: str
) -> None:
    """They were amounts of what they are in, at .89: loans of £6m."""
    sentence = text.format(verb, verb.rsplit(maxsplit=1)[-1])
    assert said(sentence, taxonomy=_lender()) == [whole, "Losses+Boats 6000000", "Losses+Farms 4000000"]


def test_a_clause_that_names_its_own_subject_is_of_that() -> None:
    """What stands before the amount is what it is of."""
    assert said("Of the losses, total loans cover £6m.", taxonomy=_lender()) == ["Lending 6000000"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farm loans fell and were 12% of total loans.", ["%Lending+Farms 0.12"]),
        ("The common equity ratio narrowed and stood at 11.6%.", ["Core 0.116"]),
        ("Loan growth slowed and was 5%.", ["^Lending 0.05"]),
        ("Farm loans rose and were up 12%.", ["^Lending+Farms 0.12"]),
        ("Farm loans grew and were 12% higher than a year ago.", ["^Lending+Farms 0.12"]),
    ],
)
def test_what_is_joined_to_a_move_is_what_is_there(text: str, expected: list[str]) -> None:
    """Fell and were 12% is no fall of 12%."""
    assert said(text, taxonomy=_lender()) == expected


@pytest.mark.parametrize(
    "streak",
    [
        "the second quarter in a row",
        "a third quarter running",
        "a fifth quarter running",
        "the fourth quarter in succession",
    ],
)
def test_a_streak_is_no_quarter(streak: str) -> None:
    """What is told behind it is of the end of the report's time."""
    assert said(f"Watched loans fell for {streak} and were 4.6%.", taxonomy=_lender()) == ["Watched 0.046"]


def test_a_place_in_an_order_is_no_fraction() -> None:
    """Grew for a third quarter is no growth of a third; by a third, quarter on quarter, it is."""
    assert said("Total loans grew for a third consecutive year.", taxonomy=_lender()) == []
    assert said("Total loans grew by a third year on year.", taxonomy=_lender()) == ["^Lending 0.33"]


def test_a_name_within_a_longer_one_takes_nothing_from_it() -> None:
    """Of which way the longer one improves nothing is known by its name alone where the shorter one's is."""
    assert said("The tangible common equity ratio improved 30 basis points to 8.6%.", taxonomy=_lender()) == [
        "~Tangible 0.0030",
        "Tangible 0.086",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The watched loans ratio weakened by 2 points to 6.6%.", "~Watched 0.02"),
        ("The CET1 ratio weakened by 30 basis points to 13.9%.", "~Core -0.0030"),
        ("The CET1 ratio strengthened by 30 basis points to 13.9%.", "~Core 0.0030"),
    ],
)
def test_a_verb_that_judges_goes_the_way_that_the_thing_is_better(text: str, expected: str) -> None:
    """What is better the lower it is rises as it weakens."""
    assert said(text, taxonomy=_lender())[0] == expected
