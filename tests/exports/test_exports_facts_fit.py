"""Facts that go through `export` are held against the schemas of their taxonomy, whatever syntax they come in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from exports import ixbrl_facts, xbrl_csv, xbrl_json, xbrl_xml
from exports.definitions import definitions_of_package
from exports.errors import InstanceError
from exports.facts_fit import FactsFit, Fit
from exports.readers.read import read
from exports.report import FOREVER, Entity, Fact, Period, Report
from tagwright.cli import tagwright
from taxonomy.errors import TagwrightError
from taxonomy.load import load_taxonomy
from tests.exports.rich import ENTRY_POINT, NAMESPACE, schema

if TYPE_CHECKING:
    from pathlib import Path

ENTITY = Entity("http://standards.iso.org/iso/17442", "529900T8BM49AURSDO55")
DAY = Period(None, date(2024, 12, 31))
YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))
MONEY = Fact("f1", "rich:Money", ENTITY, DAY, unit="iso4217:CNY", value="1000", decimals=-3)
TEXT = Fact("f1", "rich:Text", ENTITY, YEAR, value="words")
RETAIL = (("rich:CustomerAxis", "rich:Retail"),)
NAMESPACES = (
    ("iso4217", "http://www.xbrl.org/2003/iso4217"),
    ("other", "http://example.org/other"),
    ("rich", NAMESPACE),
    ("xbrli", "http://www.xbrl.org/2003/instance"),
)
BANK = load_taxonomy("bank-disclosure")
DEFINITIONS = definitions_of_package([("rich.xsd", schema().encode())])

WRONG: list[tuple[Fact, dict[str, Any], str]] = [
    (MONEY, {"concept": "rich:Moneys"}, "rich:Moneys is no concept of the taxonomy"),
    (TEXT, {"concept": "rich:Retail"}, "rich:Retail is abstract, so no fact can be of it"),
    (MONEY, {"period": YEAR}, "rich:Money is said of a time, and the taxonomy has it of a day"),
    (TEXT, {"period": DAY}, "rich:Text is said of a day, and the taxonomy has it of a time"),
    (MONEY, {"unit": "xbrli:pure"}, "rich:Money is money, and its unit is xbrli:pure"),
    (MONEY, {"unit": "iso4217:CNY/xbrli:shares"}, "rich:Money is money, and its unit is iso4217:CNY/xbrli:shares"),
    (MONEY, {"concept": "rich:Number", "unit": "xbrli:items"}, "XBRL has pure and shares alone"),
    (MONEY, {"dimensions": (("rich:CustomersAxis", "rich:Retail"),)}, "rich:CustomersAxis is no axis"),
    (MONEY, {"dimensions": (("rich:CustomerAxis", "rich:Retails"),)}, "on rich:CustomerAxis, is no member"),
    (TEXT, {"concept": "rich:Flag", "value": "yes"}, "'yes' is not a value of rich:Flag, which is of the type boolean"),
    (TEXT, {"concept": "rich:Day", "value": "31.12.2024"}, "'31.12.2024' is not a value of rich:Day"),
    (TEXT, {"concept": "rich:Day", "value": "2024-02-30"}, "'2024-02-30' is not a value of rich:Day"),
    (
        TEXT,
        {"concept": "rich:Choice", "kind": "enumeration", "value": "rich:Retails"},
        "'rich:Retails' is not of names that the taxonomy has",
    ),
]  # fmt: skip
FITTING: list[tuple[Fact, dict[str, Any]]] = [
    (MONEY, {}),
    (MONEY, {"value": None, "decimals": None}),
    (MONEY, {"dimensions": RETAIL, "typed": (("rich:BranchAxis", "Main Street"),)}),
    (MONEY, {"concept": "other:Anything", "period": YEAR}),
    (MONEY, {"concept": "rich:PerShare", "period": YEAR, "unit": "iso4217:CNY/xbrli:shares"}),
    (TEXT, {"concept": "rich:Flag", "value": "true"}),
    (TEXT, {"concept": "rich:Flag", "value": None}),
    (TEXT, {"concept": "rich:Day", "value": "2024-02-29"}),
    (TEXT, {"concept": "rich:Day", "value": "2024-02-29Z"}),
    (TEXT, {"concept": "rich:Choices", "kind": "enumeration", "value": "rich:Corporate rich:Retail"}),
    (TEXT, {"concept": "rich:Name", "kind": "qname", "value": "rich:Whatever"}),
    (TEXT, {"period": FOREVER}),
]


def instances(report: Report, folder: Path) -> list[Path]:
    """Write the report in all four syntaxes."""
    names = ("r.xbrl", "r.xhtml", "r.json", "r-csv.json")
    paths = [folder / name for name in names]
    with paths[0].open("wb") as stream:
        xbrl_xml.write(report, stream)
    with paths[1].open("wb") as stream:
        ixbrl_facts.write(report, stream)
    with paths[2].open("wb") as stream:
        xbrl_json.write(report, stream)
    with paths[3].open("wb") as stream, (folder / "r.csv").open("wb") as table:
        xbrl_csv.write(report, "r.csv", table, stream)
    return paths


@pytest.mark.parametrize(("fact", "change", "said"), WRONG, ids=[said for _, _, said in WRONG])
def test_what_does_not_fit_is_told_of_every_syntax(
    tmp_path: Path, fact: Fact, change: dict[str, Any], said: str
) -> None:
    """The file, the fact and what is wrong with it are said."""
    facts = (replace(MONEY, id="f0"), replace(fact, **change))
    typed = (("rich:BranchAxis", "rich:Branch"),)

    for path in instances(Report(ENTRY_POINT, NAMESPACES, facts, typed_domains=typed), tmp_path):
        report = read(path, DEFINITIONS)
        with pytest.raises(InstanceError) as caught:
            list(FactsFit(report.facts, Fit(DEFINITIONS, dict(report.namespaces)), path.name))

        assert str(caught.value).startswith(f"{path.name}, fact f1: ")
        assert said in str(caught.value)


def test_nothing_is_written_of_an_instance_that_does_not_fit(tmp_path: Path) -> None:
    """A deposit over a time, with the taxonomy named; without a taxonomy nobody can know."""
    facts = (replace(MONEY, concept="bank:DepositsFromCustomers", period=YEAR),)
    names = (("bank", BANK.namespace), *NAMESPACES)
    path, *_ = instances(Report(BANK.entry_point, names, facts), tmp_path)
    call = ["export", str(path), "-o", str(tmp_path / "out"), "--to", "json,csv"]

    refused = CliRunner().invoke(tagwright, [*call, "--taxonomy", "bank-disclosure"], standalone_mode=False)

    assert isinstance(refused.exception, TagwrightError)
    assert "r.xbrl, fact f1: bank:DepositsFromCustomers is said of a time" in str(refused.exception)
    assert not (tmp_path / "out").exists()
    assert CliRunner().invoke(tagwright, call, standalone_mode=False).return_value == 0


def test_concepts_of_another_taxonomy_are_told(tmp_path: Path) -> None:
    """They are written, and it is said that nothing was held against anything."""
    path, *_ = instances(Report(ENTRY_POINT, NAMESPACES, (MONEY,)), tmp_path)
    call = ["export", str(path), "-o", str(tmp_path / "out"), "--to", "json", "--taxonomy", "bank-disclosure"]

    result = CliRunner().invoke(tagwright, call, standalone_mode=False)

    assert result.return_value == 0
    assert f"not held against the taxonomy, which does not hold their namespace: {NAMESPACE}" in result.stderr


@pytest.mark.parametrize(("fact", "change"), FITTING)
def test_what_fits_goes_through(fact: Fact, change: dict[str, Any]) -> None:
    """Nil, moments, sets and names of other namespaces among it."""
    Fit(DEFINITIONS, dict(NAMESPACES)).see(replace(fact, **change))


def test_a_number_without_a_unit_is_no_text() -> None:
    """xBRL-XML that lacks the unit of an amount would be read as words."""
    with pytest.raises(ValueError, match="'1000' is not in a unit, and rich:Money is a number"):
        Fit(DEFINITIONS, dict(NAMESPACES)).see(replace(MONEY, unit=None, decimals=None))


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("integer", ["-12", "+5", "0" * 5000 + "1", "9" * 5000], ["1.5", "1,000", "", "１"]),
        ("nonNegativeInteger", ["0", "9" * 50], ["-1", "-" + "9" * 50, "1.0"]),
        ("negativeInteger", ["-1"], ["0", "1"]),
        ("int", ["2147483647", "-2147483648"], ["2147483648", "9" * 50]),
        ("unsignedByte", ["255"], ["256", "-1"]),
        ("gYear", ["2024"], ["24", "2024-01"]),
        ("gYearMonth", ["2024-12"], ["2024-13", "2024"]),
        ("dateTime", ["2024-12-31T24:00:00", "2024-12-31T10:00:00+08:00", "2024-12-31"], ["2024-12-31T25:00:00"]),
        ("time", ["23:59:59.5"], ["24:01:00"]),
        ("string", ["anything", ""], []),
    ],
)  # fmt: skip
def test_values_are_held_against_the_types_of_xml_schema(kind: str, good: list[str], bad: list[str]) -> None:
    """A concept of a type that leads back to it, and an axis with values of it."""
    text = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="{NAMESPACE}" targetNamespace="{NAMESPACE}"
      xmlns:xbrldt="http://xbrl.org/2005/xbrldt" xmlns:xbrli="http://www.xbrl.org/2003/instance">
      <xs:complexType name="own"><xs:simpleContent><xs:restriction base="xbrli:{kind}ItemType"/>
      </xs:simpleContent></xs:complexType>
      <xs:element name="C" type="t:own" xbrli:periodType="duration"/><xs:element id="v" name="V" type="xs:{kind}"/>
      <xs:element name="A" abstract="true" type="xbrli:stringItemType" xbrldt:typedDomainRef="#v"/></xs:schema>"""
    fit = Fit(definitions_of_package([("t.xsd", text.encode())]), {"t": NAMESPACE, **dict(NAMESPACES)})
    unit = "xbrli:pure" if "nteger" in kind or kind in {"int", "unsignedByte"} else None
    fact = Fact("f", "t:C", ENTITY, YEAR, unit=unit)

    for value in good:
        fit.see(replace(fact, value=value))
    for value in bad:
        with pytest.raises(ValueError, match="is not a value of t:C, which is of the type"):
            fit.see(replace(fact, value=value))
        with pytest.raises(ValueError, match="is not a value on t:A, which takes"):
            fit.see(replace(fact, value=good[0], typed=(("t:A", value),)))


def test_a_nil_name_is_told_where_arelle_will_not_load_it() -> None:
    """It is valid in xBRL-JSON and xBRL-CSV, and breaks Arelle off there."""
    fit, other = (Fit(DEFINITIONS, dict(NAMESPACES)) for _ in range(2))
    fit.see(replace(TEXT, concept="rich:Name", value=None))
    other.see(replace(TEXT, concept="rich:Name", kind="qname", value="rich:Whatever"))
    other.see(replace(TEXT, value=None))

    assert (fit.nil_names, other.nil_names) == (True, False)
