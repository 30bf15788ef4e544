"""The JSON Schema of a ledger row says what the ledger writes, and refuses what it never writes."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tagger.ledger import (
    NOT_A_FACT_CODES,
    QUALIFIERS,
    UNRESOLVED_CODES,
    Alternative,
    Evidence,
    Reason,
    Row,
    row_from_json,
    row_to_json,
)

SCHEMA: dict[str, Any] = json.loads((files("tagger") / "ledger.schema.json").read_text(encoding="utf-8"))
PLACE: dict[str, str | int] = {"kind": "text", "line": 3, "column": 7}
FACT = Row(
    "r0001", "f0001", 7, 18, "174,822.23億元", PLACE, "fact",
    value="17482223000000", unit="CNY", decimals=-6, qualifier="exceeds+cumulative", period="2024-12-31",
    concept="bank:LoansToCustomers", dimensions=(("bank:CustomerTypeAxis", "bank:CorporateMember"),),
    confidence=0.97, evidence=(Evidence("concept", "貸款", "bank:LoansToCustomers", 2, 4),),
    alternatives=(Alternative("bank:Assets", (), None, None, 0.02),), proofs=("p1",),
)  # fmt: skip
YEAR = Row("r0002", None, 30, 34, "2024", PLACE, "not_a_fact", Reason("year", "A year."))
UNKNOWN = Row(
    "r0003", None, 40, 43, "12類", PLACE, "unresolved", Reason("no_concept", "No concept covers it."),
    value="12", unit="count", decimals="INF",
)  # fmt: skip


def problems(row: dict[str, Any]) -> list[str]:
    """Return what the schema says against a row."""
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(row)]


def test_the_schema_is_one() -> None:
    """It follows its own meta-schema."""
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("row", [FACT, YEAR, UNKNOWN], ids=["fact", "not_a_fact", "unresolved"])
def test_rows_of_every_status_are_valid_and_come_back_unchanged(row: Row) -> None:
    """What `row_to_json` writes, the schema accepts and `row_from_json` reads."""
    assert problems(json.loads(row_to_json(row))) == []
    assert row_from_json(row_to_json(row)) == row


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("reason", {"code": "year", "text": "A year."}),
        ("concept", None),
        ("period", None),
        ("period", "2024"),
        ("value", "1,000"),
        ("value", "1e3"),
        ("decimals", "inf"),
        ("qualifier", "cumulative+exceeds"),
        ("qualifier", "+exceeds"),
        ("status", "tagged"),
        ("place", {"kind": "text", "line": 0, "column": 1}),
        ("confidence", 1.5),
        ("dimensions", {"Axis": "bank:M"}),
        ("surprise", 1),
    ],
)
def test_a_fact_with_a_mistake_is_refused(key: str, value: object) -> None:
    """The schema catches what a careless change of the ledger would do."""
    assert problems({**json.loads(row_to_json(FACT)), key: value}) != []


def test_every_key_is_required() -> None:
    """A program that reads the ledger finds every key in every row."""
    whole = json.loads(row_to_json(FACT))

    for key in whole:
        assert problems({name: value for name, value in whole.items() if name != key}) != []


def test_codes_are_the_closed_lists_of_the_ledger() -> None:
    """A code that the ledger may write is in the schema, and no other."""
    assert tuple(SCHEMA["$defs"]["not_a_fact_code"]["enum"]) == NOT_A_FACT_CODES
    assert tuple(SCHEMA["$defs"]["unresolved_code"]["enum"]) == UNRESOLVED_CODES


@pytest.mark.parametrize("code", [*NOT_A_FACT_CODES, *UNRESOLVED_CODES])
def test_a_code_stands_only_under_its_status(code: str) -> None:
    """`year` never explains an unresolved figure, nor `no_concept` what is no figure."""
    for row, codes in ((YEAR, NOT_A_FACT_CODES), (UNKNOWN, UNRESOLVED_CODES)):
        plain = {**json.loads(row_to_json(row)), "reason": {"code": code, "text": "A sentence."}}
        assert (problems(plain) == []) is (code in codes)


@pytest.mark.parametrize("qualifier", QUALIFIERS)
def test_every_qualifier_is_allowed(qualifier: str) -> None:
    """Each part stands alone, too."""
    assert problems({**json.loads(row_to_json(FACT)), "qualifier": qualifier}) == []
