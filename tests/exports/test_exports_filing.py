"""From the ledger to the report: units, the standing mention, footnotes, and rows that cannot be facts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from exports.errors import FilingError
from exports.filing import FOOTNOTES, build_report, mention_ids
from tagger.ledger import QUALIFIERS, Ledger

if TYPE_CHECKING:
    from tests.exports.conftest import Bank


def test_units_are_currencies_pure_numbers_and_the_taxonomys_own(bank: Bank) -> None:
    """CNY, pure and customer become QNames that a processor knows."""
    assert [fact.unit for fact in bank.report.facts][:4] == [
        "iso4217:CNY",
        "xbrli:pure",
        "iso4217:CNY",
        "mini:customer",
    ]


def test_what_is_no_fact_is_not_filed(bank: Bank) -> None:
    """Unresolved and rejected rows stay in the ledger."""
    first, second, *others = bank.ledger.rows
    rows = (replace(first, status="unresolved"), replace(second, status="not_a_fact"), *others)

    report = build_report(Ledger(bank.ledger.text, rows), bank.taxonomy, bank.profile, "en")

    assert [fact.id for fact in report.facts] == ["f0003", "f0004", "f0005", "f0001", "f0007"]


def test_the_sharpest_mention_stands_for_all_and_the_others_are_numbered(bank: Bank) -> None:
    """A tag's id tells which row it belongs to."""
    rows = (bank.ledger.rows[5], *bank.ledger.rows[:5], replace(bank.ledger.rows[0], id="r0009"))

    assert mention_ids(rows)["f0001"] == "r0001"
    assert mention_ids(rows)["f0001-2"] == "r0006"
    assert mention_ids(rows)["f0001-3"] == "r0009"


def test_an_exact_mention_is_sharper_than_any_rounded_one(bank: Bank) -> None:
    """INF beats every integer."""
    exact = replace(bank.ledger.rows[5], decimals="INF")
    rows = (bank.ledger.rows[0], exact)

    (fact,) = build_report(Ledger("", rows), bank.taxonomy, bank.profile, "en").facts

    assert (fact.value, fact.decimals) == ("123500000000", None)


def test_nil_has_neither_value_nor_decimals(bank: Bank) -> None:
    """A dash in a table."""
    assert [(fact.value, fact.decimals) for fact in bank.report.facts if fact.id == "f0007"] == [(None, None)]


@pytest.mark.parametrize("qualifier", QUALIFIERS)
@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "fr"])
def test_every_qualifier_is_explained_in_the_language_of_the_report(
    bank: Bank, qualifier: str, language: str
) -> None:
    """A language without a text of its own gets English, and says so."""
    rows = (replace(bank.ledger.rows[0], qualifier=qualifier),)

    (note,) = build_report(Ledger("", rows), bank.taxonomy, bank.profile, language).footnotes

    assert note.language == ("en" if language == "fr" else language)
    assert note.text == FOOTNOTES[qualifier][note.language]


@pytest.mark.parametrize(
    "change",
    [
        {"concept": None},
        {"period": None},
        {"unit": None},
        {"period": "2024"},
        {"value": "1e"},
        {"value": "NaN"},
    ],
    ids=lambda change: "-".join(f"{key}={value}" for key, value in change.items()),
)
def test_a_row_that_says_less_than_a_fact_needs_is_one_sentence(bank: Bank, change: dict[str, str]) -> None:
    """The message names the row."""
    rows = (replace(bank.ledger.rows[0], **change),)  # type: ignore[arg-type]

    with pytest.raises(FilingError, match="Row r0001"):
        build_report(Ledger("", rows), bank.taxonomy, bank.profile, "en")


def test_a_taxonomy_cannot_take_a_prefix_of_xbrls_own(bank: Bank) -> None:
    """Two namespaces under one prefix would be a broken file."""
    with pytest.raises(FilingError, match="choose another"):
        build_report(bank.ledger, replace(bank.taxonomy, prefix="ix"), bank.profile, "en")
