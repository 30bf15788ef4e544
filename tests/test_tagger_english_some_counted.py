"""Counts of some of the things only, by the word that governs them, and by what stands behind them."""

from __future__ import annotations

from functools import cache

import pytest

from taxonomy.model import Taxonomy
from taxonomy.source import parse_source
from tests.test_tagger_english_sweeps import said

_FERRIES = """
taxonomy:
  prefix: ferry
  namespace: http://example.org/ferry
  version: '1'
  entry_point: http://example.org/ferry.xsd
  label: {en: A ferry company that lends}
units:
  pier: {label: {en: pier}, terms: {en: [piers]}}
  client: {label: {en: client}, terms: {en: [clients]}}
  sailor: {label: {en: sailor}, terms: {en: [sailors, hands]}}
  grievance: {label: {en: grievance}, terms: {en: [grievances]}}
concepts:
  Piers: {type: count, unit: pier, period: instant, label: {en: Piers}, variants: [change, growth]}
  Clients: {type: count, unit: client, period: instant, label: {en: Clients}, variants: [change, growth]}
  Digital: {type: count, unit: client, period: instant, label: {en: Digitally active clients}, terms: {en: [digitally active]}}
  Sailors: {type: count, unit: sailor, period: instant, label: {en: Sailors}, variants: [change, growth]}
  Grievances: {type: count, unit: grievance, period: duration, label: {en: Grievances}, variants: [change, growth]}
  Granted: {type: monetary, period: duration, label: {en: Loans granted}, terms: {en: [loans]}}
hypercubes:
  whole: {concepts: [Piers, Clients, Digital, Sailors, Grievances, Granted], axes: []}
"""


@cache
def _ferries() -> Taxonomy:
    return parse_source(_FERRIES.encode(), "ferries.yaml")


@pytest.mark.parametrize(
    "text",
    [
        "Divers inspected 40 piers.",
        "The safety crew interviewed 300 sailors.",
        "We vaccinated 300 sailors.",
        "We tutored a total of 300 sailors.",
        "A total of 300 hands volunteered.",
        "Some 300 sailors took part in the regatta.",
        "Nearly 300 sailors rowed to work.",
        "We wrote to 9,000 clients.",
        "The timetable has been downloaded by 9,000 clients.",
        "Paper tickets were withdrawn for 9,000 clients.",
        "New lamps were fitted in 40 piers.",
        "We rented out 40 piers.",
        "Our shuttle boats stand in for 40 piers.",
        "The fund pays bonuses to 300 sailors.",
        "We dealt with grievances from 9,000 clients.",
        "Two-way radios went to 300 sailors.",
    ],
)
def test_with_some_something_was_done(text: str) -> None:
    """No word that the language knows says that there are so many; what governs the count says what was done."""
    assert said(text, "2025", _ferries())[-1] == "?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We vaccinated 300 sailors and 9,000 clients.", "?; ?"),
        ("We painted 12 piers and employ 300 sailors.", "?; Sailors 300"),
        ("We visited 12 piers and now have 40.", "?; Piers 40"),
        ("Since opening 12 piers we have 40 piers.", "?; Piers 40"),
        ("We lent £4m to 9,000 clients.", "?; ?"),
        ("Loans of £4m were granted to 9,000 clients.", "Granted 4000000; ?"),
    ],
)
def test_of_two_figures(text: str, expected: str) -> None:
    """A list goes on with some, whoever an amount went to are some, and a verb of its own ends that."""
    assert said(text, "2025", _ferries()) == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The company counts 40 piers and boasts 300 sailors.", "Piers 40; Sailors 300"),
        ("Our network spans 40 piers.", "Piers 40"),
        ("We had 40 piers, staffed by 300 sailors.", "Piers 40; Sailors 300"),
        ("The company supplies 9,000 clients.", "Clients 9000"),
        ("We offer berths to all 9,000 clients.", "Clients 9000"),
        ("We grew to 9,000 clients and 300 sailors.", "Clients 9000; Sailors 300"),
        ("The network shrank to 40 piers.", "Piers 40"),
        ("We serve 9,000 clients through 40 piers.", "Clients 9000; Piers 40"),
        ("Of the 9,000 clients we have, few complain.", "Clients 9000"),
        ("We received 12 grievances and settled them all.", "Grievances 12"),
    ],
)
def test_there_are_so_many(text: str, expected: str) -> None:
    """What has, counts or spans things, or serves whom it has, tells how many there are; what happens is all of a flow."""
    assert said(text, "2025", _ferries()) == expected.split("; ")


def test_an_undated_count_is_what_its_words_name_besides() -> None:
    """All clients were told with their day: those that say no time are the others that the sentence names."""
    text = "At the end of 2025 we had 9,000 clients.\n\nThe ferries are clean. 5,000 clients are digitally active."
    assert said(text, "2025", _ferries()) == ["Clients 9000", "Digital 5000"]
