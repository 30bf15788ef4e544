"""xBRL-XML: what is written, and that Arelle finds nothing to say about it."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from exports import xbrl_xml
from exports.errors import FilingError
from exports.validation import validate_in_child

if TYPE_CHECKING:
    from exports.report import Report
    from tests.exports.conftest import Bank

MINI = "{http://example.org/taxonomy/mini/2024}"


def written(report: Report) -> bytes:
    """Return the instance."""
    stream = io.BytesIO()
    xbrl_xml.write(report, stream)
    return stream.getvalue()


@pytest.mark.slow
def test_arelle_finds_the_instance_valid_with_every_fact(bank: Bank, tmp_path: Path) -> None:
    """Six facts, one of them said twice and one nil, pass every check without a warning."""
    path = tmp_path / "sample.xbrl"
    path.write_bytes(written(bank.report))

    (verdict,) = validate_in_child([path], [bank.package], {"sample.xbrl": 6})

    assert (verdict.outcome, verdict.facts, verdict.findings) == ("valid", 6, ())


def test_a_fact_said_twice_is_written_once_with_the_sharper_value(bank: Bank) -> None:
    """1,234.56億元 stands for 約1,235億元 too, and carries no footnote of the blunter mention."""
    root = etree.fromstring(written(bank.report))

    loans = root.findall(f"{MINI}Loans")

    assert [(loan.text, loan.get("decimals")) for loan in loans] == [("123456000000", "-6")]
    assert "footnote_about" not in written(bank.report).decode()


def test_equal_contexts_and_units_are_shared(bank: Bank) -> None:
    """Six facts need five contexts and three units."""
    root = etree.fromstring(written(bank.report))

    assert len(root.findall("{http://www.xbrl.org/2003/instance}context")) == 5
    assert len(root.findall("{http://www.xbrl.org/2003/instance}unit")) == 3


def test_every_qualifier_is_one_footnote_in_the_language_of_the_report(bank: Bank) -> None:
    """突破 and 近 are explained once each, in Traditional Chinese."""
    root = etree.fromstring(written(bank.report))

    notes = root.findall(".//{http://www.xbrl.org/2003/linkbase}footnote")

    assert [note.get("id") for note in notes] == [
        "footnote_exceeds",
        "footnote_nearly",
        "footnote_cumulative",
    ]
    assert {note.get("{http://www.w3.org/XML/1998/namespace}lang") for note in notes} == {"zh-Hant"}


def test_hostile_text_stays_text(bank: Bank) -> None:
    """Markup in a value comes back as the same characters; a control character shows as U+FFFD."""
    fact = replace(bank.report.held[0], unit=None, value='<x a="1">&\x01\r', language="en")
    root = etree.fromstring(written(replace(bank.report, facts=(fact,))))

    element = root.find(f"{MINI}Loans")

    assert element is not None
    assert element.text == '<x a="1">&\ufffd\r'


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"concept": "mini:a b"}, "no QName"),
        ({"concept": "other:Loans"}, "not declared"),
        ({"id": "1 2"}, "cannot be an XML id"),
        ({"unit": 'x"y'}, "no QName"),
    ],
    ids=["broken name", "undeclared prefix", "broken id", "broken unit"],
)
def test_a_name_that_xml_cannot_hold_is_one_sentence(
    bank: Bank, change: dict[str, str], message: str
) -> None:
    """Nothing is written into markup that was not checked."""
    fact = replace(bank.report.held[0], **change)  # type: ignore[arg-type]

    with pytest.raises(FilingError, match=message):
        written(replace(bank.report, facts=(fact,)))


def test_values_survive_to_the_last_digit(bank: Bank) -> None:
    """A value of forty digits is written as it is."""
    value = "1234567890123456789012345678901234567890.12"
    fact = replace(bank.report.held[0], value=value, decimals=2)
    root = etree.fromstring(written(replace(bank.report, facts=(fact,))))

    assert Decimal(root.findtext(f"{MINI}Loans", "0")) == Decimal(value)
