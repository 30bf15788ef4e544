"""All syntaxes say the same: facts as Arelle loads them are equal, and the bytes depend on nothing else."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from exports import ixbrl, report_package, xbrl_json, xbrl_xml
from exports.errors import FilingError, PackageError
from exports.filing import build_report
from exports.report import Entity, Outline
from exports.validation import validate_in_child
from exports.values import canonical
from tests.exports.conftest import PROFILE, Draft, mini_taxonomy

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exports.conftest import Bank

LOADER = """
import json, sys
from arelle.api.Session import Session
from arelle.RuntimeOptions import RuntimeOptions
found = []
for name in sys.argv[2:]:
    with Session() as session:
        session.run(RuntimeOptions(entrypointFile=name, packages=[sys.argv[1]], logFile="logToBuffer",
            internetConnectivity="offline", disablePersistentConfig=True, keepOpen=True))
        facts = []
        for model in session.get_models():
            notes = model.relationshipSet("XBRL-footnotes")
            for fact in model.facts:
                context = fact.context
                facts.append([
                    str(fact.qname), fact.isNil, None if fact.isNil else str(fact.xValue.normalize()),
                    None if fact.isNil else fact.decimals,
                    [m.clarkNotation for m in fact.unit.measures[0]], list(context.entityIdentifier),
                    str(context.startDatetime), str(context.endDatetime),
                    sorted([str(d.dimensionQname), str(d.memberQname)] for d in context.qnameDims.values()),
                    sorted([r.toModelObject.viewText(), r.toModelObject.xmlLang.lower()]
                        for r in notes.fromModelObject(fact)),
                ])
        found.append(sorted(facts, key=repr))
print(json.dumps(found))
"""


def write_all(bank: Bank, folder: Path, name: str = "sample") -> tuple[list[Path], dict[str, int]]:
    """Write all syntaxes and the package; return the files, and the number of facts in each."""
    report = bank.report
    paths = [folder / f"{name}{ending}" for ending in (".xbrl", ".json", ".xhtml", ".xbri")]
    page, xml, plain, package = io.BytesIO(), io.BytesIO(), io.BytesIO(), io.BytesIO()
    tags = ixbrl.write(report, bank.document, bank.ledger, page)
    counts = (xbrl_xml.write(report, xml), xbrl_json.write(report, plain), tags, tags)
    files = report_package.files_of_package(bank.package.read_bytes(), bank.package.name)
    report_package.write(name, page.getvalue(), files, package)
    for path, stream in zip(paths, (xml, plain, page, package), strict=True):
        path.write_bytes(stream.getvalue())
    return paths, {path.name: count for path, count in zip(paths, counts, strict=True)}


@pytest.mark.slow
def test_arelle_loads_equal_facts_from_every_syntax(bank: Bank, tmp_path: Path) -> None:
    """Every aspect and footnote agrees; iXBRL repeats one fact."""
    paths, _ = write_all(bank, tmp_path)

    loaded = subprocess.run(
        [sys.executable, "-c", LOADER, str(bank.package), *map(str, paths)],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    xml, plain, page, package = json.loads(loaded.splitlines()[-1])

    assert len(xml) == 6
    assert plain == xml
    assert [fact for fact in page if fact in xml] == xml
    assert [fact[2:4] for fact in page if fact not in xml] == [["1.235E+11", "-8"]]
    assert package == page


@pytest.mark.slow
@pytest.mark.parametrize("name", ["sample", "工行 2024年報", "a b#c%20d&e'f?"], ids=["plain", "han", "marks"])
def test_every_file_is_valid_and_the_package_needs_nothing_else(
    bank: Bank, tmp_path: Path, name: str
) -> None:
    """The report package carries its taxonomy, whatever the document is called."""
    paths, counts = write_all(bank, tmp_path, name)

    verdicts = validate_in_child(paths[:3], [bank.package], counts)
    alone = validate_in_child(paths[3:], (), counts)

    assert [(verdict.outcome, verdict.findings, verdict.reason) for verdict in (*verdicts, *alone)] == [
        ("valid", (), "")
    ] * 4


@pytest.mark.slow
def test_a_report_without_facts_is_still_a_report(draft: Draft, package: Path, tmp_path: Path) -> None:
    """A text without any figure gives empty instances rather than none."""
    draft.block("paragraph", "沒有數字。")
    report = build_report(draft.ledger, mini_taxonomy(), PROFILE, "zh-Hant")
    paths = [tmp_path / "empty.xbrl", tmp_path / "empty.json", tmp_path / "empty.xhtml"]
    with paths[0].open("wb") as xml, paths[1].open("wb") as plain, paths[2].open("wb") as page:
        counts = (
            xbrl_xml.write(report, xml),
            xbrl_json.write(report, plain),
            ixbrl.write(report, draft.document, draft.ledger, page),
        )

    assert counts == (0, 0, 0)
    verdicts = validate_in_child(paths, [package], {path.name: 0 for path in paths})
    assert [(verdict.outcome, verdict.reason) for verdict in verdicts] == [("valid", "")] * 3


def test_the_same_report_gives_the_same_bytes(bank: Bank, tmp_path: Path) -> None:
    """No clock, no random id, no order of a set."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, _ = write_all(bank, tmp_path / "a")
    second, _ = write_all(bank, tmp_path / "b")

    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_report_package_names_its_kind(bank: Bank, tmp_path: Path) -> None:
    """Report Package 1.0 wants the document type in META-INF and the report in reports/."""
    paths, _ = write_all(bank, tmp_path)
    with zipfile.ZipFile(paths[3]) as archive:
        kind = json.loads(archive.read("sample/META-INF/reportPackage.json"))
        names = archive.namelist()
        dates = {entry.date_time for entry in archive.infolist()}

    assert kind == {"documentInfo": {"documentType": "https://xbrl.org/report-package/2023/xbri"}}
    assert "sample/reports/sample.xhtml" in names
    assert names == sorted(names)
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_a_package_without_its_metadata_is_refused() -> None:
    """One sentence, not a file that no processor accepts."""
    with pytest.raises(PackageError, match=r"taxonomyPackage\.xml"):
        report_package.write("x", b"", [("taxonomy/x.xsd", b"")], io.BytesIO())
    stream = io.BytesIO()
    report_package.write_zip({"a/x": b"", "b/x": b""}, stream)

    with pytest.raises(PackageError, match="single folder"):
        report_package.files_of_package(stream.getvalue(), "x.zip")


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ("0.0330", "0.033"),
        ("1300", "1300"),
        ("-5.00", "-5"),
        ("-0.0", "0"),
        ("007", "7"),
        ("0", "0"),
        ("100", "100"),
    ],
)
def test_json_writes_a_number_in_one_way_only(value: str, plain: str) -> None:
    """How many digits were printed stands in decimals."""
    assert canonical(value) == plain


def test_json_keeps_strange_text_as_text(bank: Bank) -> None:
    """Quotes, line breaks, control characters and characters beyond the plane come back as they were."""
    text = '"\\\n\x01𠮷</script>'
    fact = replace(bank.report.held[0], unit=None, value=text, language="zh-Hant")
    stream = io.BytesIO()
    xbrl_json.write(replace(bank.report, facts=(fact,)), stream)

    written = json.loads(stream.getvalue())["facts"]["f0001"]

    assert written["value"] == text
    assert written["dimensions"]["language"] == "zh-hant"


def test_json_declares_each_scheme(bank: Bank) -> None:
    """Entities of several schemes stand in one report."""
    other = replace(bank.report.held[1], entity=Entity("http://example.org/other", "1"))

    stream = io.BytesIO()
    xbrl_json.write(replace(bank.report, facts=(bank.report.held[0], other)), stream)

    written = json.loads(stream.getvalue())
    assert written["documentInfo"]["namespaces"]["scheme2"] == "http://example.org/other"
    assert written["facts"][other.id]["dimensions"]["entity"] == "scheme2:1"


def test_a_scheme_that_the_outline_lacks_is_told(bank: Bank) -> None:
    """Nothing is written under a prefix that stands nowhere."""
    report = replace(bank.report, outline=Outline(("http://example.org/other",), ()))

    with pytest.raises(FilingError, match="outline does not name"):
        xbrl_json.write(report, io.BytesIO())


def test_facts_that_come_only_once_need_an_outline(bank: Bank) -> None:
    """A generator cannot be asked first for its schemes and then for its facts."""
    with pytest.raises(FilingError, match="give the report an outline"):
        xbrl_json.write(replace(bank.report, facts=iter(bank.report.held)), io.BytesIO())
