"""1E3 is a number of the types double and float alone: of money it is a mistake, and not made into 1000 in silence.

Spec: XML Schema 1.1 part 2 sections 3.3.3 (decimal has no exponent) and 3.3.5 (double has one).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from exports.definitions import NONE, Definitions, definitions_of_package
from exports.errors import InstanceError
from exports.readers.read import read
from exports.report import Report
from tagwright.cli import tagwright
from taxonomy.errors import TagwrightError
from tests.exports.rich import ENTRY_POINT, NAMESPACE
from tests.exports.test_exports_facts_fit import DEFINITIONS, MONEY, NAMESPACES, instances

if TYPE_CHECKING:
    from pathlib import Path

DOUBLE = definitions_of_package(
    [("t.xsd", f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
      targetNamespace="{NAMESPACE}" xmlns:t="{NAMESPACE}">
      <xs:complexType name="own"><xs:simpleContent><xs:restriction base="xbrli:doubleItemType"/>
      </xs:simpleContent></xs:complexType>
      <xs:element name="Money" type="t:own" xbrli:periodType="instant"/></xs:schema>""".encode())]
)  # fmt: skip
"""A taxonomy in which Money is of a type made from double."""


def spoilt(folder: Path, value: str) -> list[Path]:
    """Return xBRL-XML, xBRL-JSON and xBRL-CSV whose one fact has that value."""
    paths = instances(Report(ENTRY_POINT, NAMESPACES, (MONEY,)), folder)
    for path in (*paths, folder / "r.csv"):
        text = path.read_text()
        for mark in (">1000<", '"1000"', ",1000\n"):
            text = text.replace(mark, mark.replace("1000", value))
        path.write_text(text)
    return [paths[0], *paths[2:]]


@pytest.mark.parametrize("definitions", [NONE, DEFINITIONS], ids=["no taxonomy", "money"])
@pytest.mark.parametrize("value", ["1E3", "1.5e-2", "-1e0"])
def test_an_exponent_is_refused_in_every_syntax(tmp_path: Path, value: str, definitions: Definitions) -> None:
    """With the value, and what to do."""
    for path in spoilt(tmp_path, value):
        with pytest.raises(InstanceError, match="write out all digits") as error:
            list(read(path, definitions).facts)

        assert repr(value) in str(error.value)


@pytest.mark.parametrize(("value", "plain"), [("1E3", "1000"), ("-1.50e-2", "-0.015"), ("12.5", "12.5")])
def test_a_double_is_written_out(tmp_path: Path, value: str, plain: str) -> None:
    """Where the taxonomy says that the concept is one."""
    for path in spoilt(tmp_path, value):
        (fact,) = read(path, DOUBLE).facts

        assert fact.value == plain


@pytest.mark.parametrize("value", ["INF", "NaN", "1E9999", "0x10", "1_000"])
def test_a_double_that_is_no_finite_number_is_refused(tmp_path: Path, value: str) -> None:
    """Nobody can file it, and no table can hold it."""
    for path in spoilt(tmp_path, value):
        with pytest.raises(InstanceError, match="no number"):
            list(read(path, DOUBLE).facts)


TABLE = "concept,period,value,unit,decimals\nDepositsFromCustomers,2024-12-31,{},CNY,-6\n"


@pytest.mark.parametrize("name", ["facts.csv", "facts.json"])
def test_a_spreadsheet_that_rounded_is_not_believed(tmp_path: Path, name: str) -> None:
    """Spreadsheet programs save long numbers as 1.74822E+13 into CSV: the digits are gone, and the row is told."""
    path = tmp_path / name
    row = {"concept": "DepositsFromCustomers", "period": "2024-12-31", "value": "1.74822E+13", "unit": "CNY"}
    path.write_text(TABLE.format("1.74822E+13") if name.endswith("csv") else json.dumps([row]))
    call = ["export", str(path), "-o", str(tmp_path / "out"), "--to", "json", "--taxonomy", "bank-disclosure"]
    profile = tmp_path / "bank.yaml"
    profile.write_text("name: Harbour Bank\nscheme: http://standards.iso.org/iso/17442\n"
                       "identifier: 529900T8BM49AURSDO55\ncurrency: CNY\n")  # fmt: skip

    result = CliRunner().invoke(tagwright, [*call, "--entity", str(profile)], standalone_mode=False)

    assert isinstance(result.exception, TagwrightError)
    assert ("line 2" if name.endswith("csv") else "item 1") in str(result.exception)
    assert "write out all digits" in str(result.exception)
    assert not (tmp_path / "out").exists()


def test_a_number_in_json_is_taken_with_every_digit(tmp_path: Path) -> None:
    """1.5e3 is a number there as any other, and means 1500; true is the boolean."""
    path = tmp_path / "facts.json"
    path.write_text('[{"concept": "DepositsFromCustomers", "period": "2024-12-31", "value": 1.5e3, "unit": "CNY",'
                    ' "entity": "http://x.example#b"},'
                    ' {"concept": "DepositsFromCustomers", "period": "2023-12-31", "value": 0.12345678901234567890123,'
                    ' "unit": "CNY", "entity": "http://x.example#b"}]')  # fmt: skip
    call = ["export", str(path), "-o", str(tmp_path / "out"), "--to", "json", "--taxonomy", "bank-disclosure"]

    result = CliRunner().invoke(tagwright, call, standalone_mode=False)

    assert result.exception is None
    facts = json.loads((tmp_path / "out" / "facts.json").read_text())["facts"]
    assert [fact["value"] for fact in facts.values()] == ["1500", "0.12345678901234567890123"]
