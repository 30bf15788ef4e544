"""Arelle's word on taxonomies: ours are valid without a warning, broken ones are not, silence is no yes."""

from __future__ import annotations

import json
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from taxonomy.arelle_child import Word, ask_arelle
from taxonomy.check import check_taxonomy
from taxonomy.compile import compile_package
from taxonomy.errors import TagwrightError
from taxonomy.foreign import check_with_arelle, read_log
from taxonomy.safe_zip import read_zip
from taxonomy.source import load_source

ROOT = Path(__file__).parent.parent
ALL_KEYS = ROOT / "tests" / "data" / "all-keys.yaml"
INCOME = ROOT / "samples" / "calculation" / "income.yaml"

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
"""Arelle leaves the packages that it opens to be closed later."""


def changed_package(folder: Path, file: str, old: bytes, new: bytes) -> Path:
    """Write the railway's package with one thing changed in one file."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for path, data in read_zip(compile_package(load_source(ALL_KEYS)), "x").items():
            is_it = path.endswith(file)
            assert not is_it or old in data
            archive.writestr(path, data.replace(old, new, 1) if is_it else data)
    package = folder / "rail.zip"
    package.write_bytes(buffer.getvalue())
    return package


@pytest.mark.slow
@pytest.mark.parametrize(
    "reference", [str(ALL_KEYS), str(INCOME), "bank-disclosure"], ids=["all keys", "income", "bank"]
)
def test_arelle_finds_nothing_to_say_of_our_packages(reference: str) -> None:
    """No error, no warning, and validation really finished."""
    result = check_taxonomy(reference)

    assert [finding for finding in result.findings if not finding.code.startswith("TW-")] == []
    assert result.validated
    assert result.valid


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fr_FR.UTF-8", "es", "zh_HK.UTF-8"])
def test_the_language_of_the_user_changes_nothing(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """Arelle's log is translated for him, and so is the message that validation finished."""
    for name in ("LANGUAGE", "LC_ALL", "LANG"):
        monkeypatch.setenv(name, language)

    assert check_taxonomy(str(INCOME)).valid


@pytest.mark.slow
def test_a_broken_package_is_invalid_with_its_place(tmp_path: Path) -> None:
    """An arc that leads nowhere."""
    package = changed_package(
        tmp_path, "rail-definition.xml", b'xlink:to="CoastLineMember"', b'xlink:to="Nowhere"'
    )
    result = check_taxonomy(str(package))

    assert not result.valid
    assert [(finding.severity, finding.code) for finding in result.findings] == [
        ("error", "xbrl.3.5.3.9.3:arcResource")
    ]
    assert result.findings[0].file.endswith("rail-definition.xml")
    assert result.findings[0].line


@pytest.mark.slow
def test_a_package_whose_entry_point_leads_nowhere_is_not_validated(tmp_path: Path) -> None:
    """Nothing was loaded, so nothing was validated."""
    package = changed_package(tmp_path, "taxonomyPackage.xml", b"/2025/rail.xsd", b"/2025/other.xsd")
    findings, validated = check_with_arelle(package)

    assert not validated
    assert "tagwright:arelle.unfinished" in [finding.code for finding in findings]


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "../../outside.xsd",
        "/outside.xsd",
        "//host/x.xsd",
        "%2e%2e/%2e%2e/x.xsd",
        "..\\..\\x.xsd",
    ],
)
def test_an_address_that_leaves_the_package_is_an_error_before_arelle_sees_it(
    tmp_path: Path, address: str
) -> None:
    """Arelle would follow it in silence."""
    package = changed_package(tmp_path, "rail.xsd", b"rail-label-en.xml", address.encode())
    findings, validated = check_with_arelle(package)

    assert not validated
    assert [finding.code for finding in findings] == ["tagwright:package.address"]
    assert findings[0].file.endswith("rail.xsd")


def test_mistakes_of_a_source_are_findings(tmp_path: Path) -> None:
    """A check reports them all, as it does what Arelle finds."""
    source = tmp_path / "x.yaml"
    source.write_text(ALL_KEYS.read_text("utf-8").replace("unit: station", "unit: staton"), "utf-8")
    result = check_taxonomy(str(source))

    errors = [finding.code for finding in result.findings if finding.severity == "error"]

    assert not result.valid
    assert errors == ["tagwright:source.reference"]


def test_without_arelle_nothing_is_called_valid(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """And the sentence says what to install."""
    monkeypatch.setitem(sys.modules, "arelle.api.Session", None)
    package = tmp_path / "rail.zip"
    package.write_bytes(compile_package(load_source(ALL_KEYS)))
    findings, validated = check_with_arelle(package)

    assert not validated
    assert "pip install arelle-release" in findings[0].message


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("import os; os._exit(0)", "ended without an answer (status 0)"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "ended without an answer (status -9)"),
        ("print('validated')", "ended without an answer"),
        ("import arelle.nothing", "(status 1: ModuleNotFoundError: No module named 'arelle.nothing')"),
        ('print(\'{"refused": "", "validated": true}\')', "ended without an answer"),
        ("import time; time.sleep(60)", "did not finish within 3 seconds"),
    ],
    ids=["silence", "crash", "babble", "a broken Arelle", "half an answer", "no end"],
)
def test_whatever_befalls_arelle_is_not_validated(tmp_path: Path, script: str, said: str) -> None:
    """It runs in a process of its own; only its whole answer is believed."""
    child = (sys.executable, "-c", script)
    word = ask_arelle(str(tmp_path / "x.xsd"), "both", child, timeout_seconds=3)

    assert not word.validated
    assert [finding.code for finding in word.findings] == ["tagwright:arelle.process"]
    assert said in word.findings[0].message


def test_an_answer_that_something_is_valid_needs_a_good_end() -> None:
    """A process that failed after its answer is not believed."""
    answer = '{"refused": "", "validated": true, "findings": [], "taxonomy": ""}'
    good, bad = (f"print('{answer}'); raise SystemExit({status})" for status in (0, 3))

    assert ask_arelle("x.zip", "validate", (sys.executable, "-c", good)) == Word((), validated=True)
    assert ask_arelle("x.zip", "validate", (sys.executable, "-c", bad)) == Word((), validated=False)


@pytest.mark.parametrize("log", ["", "not json", "[]", "{}", json.dumps({"log": []})])
def test_an_empty_or_unreadable_log_is_not_valid(log: str) -> None:
    """Whatever Arelle's exit status was."""
    findings, validated = read_log(log, "x.xsd")

    assert not validated
    assert findings


def test_a_file_that_is_no_taxonomy_package_gets_one_sentence(tmp_path: Path) -> None:
    """So does one that is not there."""
    package = tmp_path / "x.zip"
    with ZipFile(package, "w") as archive:
        archive.writestr("a.txt", "a")

    with pytest.raises(TagwrightError, match="so it is no taxonomy"):
        check_taxonomy(str(package))
    with pytest.raises(TagwrightError, match="no such file"):
        check_taxonomy(str(tmp_path / "nothing.xsd"))


INSTANCE = """<?xml version="1.0" encoding="UTF-8"?>
<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"
  xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xbrldi="http://xbrl.org/2006/xbrldi"
  xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:inc="http://example.org/taxonomy/income/2024">
  <link:schemaRef xlink:type="simple" xlink:href="http://example.org/taxonomy/income/2024/income.xsd"/>
  <xbrli:context id="c"><xbrli:entity><xbrli:identifier scheme="http://example.org">e</xbrli:identifier></xbrli:entity>
    <xbrli:period><xbrli:startDate>2024-01-01</xbrli:startDate><xbrli:endDate>2024-12-31</xbrli:endDate></xbrli:period>
    {scenario}
  </xbrli:context>
  <xbrli:unit id="u"><xbrli:measure>iso4217:CNY</xbrli:measure></xbrli:unit>
  {facts}
</xbrli:xbrl>
"""
ONE_SEGMENT = (
    '<xbrli:scenario><xbrldi:explicitMember dimension="inc:SegmentAxis">inc:PersonalBankingMember'
    "</xbrldi:explicitMember></xbrli:scenario>"
)


def codes_of_instance(folder: Path, scenario: str, **values: str) -> list[str]:
    """Return what Arelle says of an instance against the sample with sums."""
    from arelle.api.Session import Session  # noqa: PLC0415 - half a second that other tests need not wait
    from arelle.RuntimeOptions import RuntimeOptions  # noqa: PLC0415

    package, instance = folder / "inc.zip", folder / "x.xbrl"
    package.write_bytes(compile_package(load_source(INCOME)))
    facts = "".join(
        f'<inc:{name} contextRef="c" unitRef="u" decimals="0">{value}</inc:{name}>'
        for name, value in values.items()
    )
    instance.write_text(INSTANCE.format(scenario=scenario, facts=facts), "utf-8")
    options = RuntimeOptions(
        entrypointFile=str(instance),
        validate=True,
        calcs="c11r",
        packages=[str(package)],
        internetConnectivity="offline",
        disablePersistentConfig=True,
        logFile="logToBuffer",
    )
    with Session() as session:
        session.run(options)
        entries = json.loads(session.get_logs("json"))["log"]
    return [entry["code"] for entry in entries if entry["level"] not in {"info", "debug"}]


@pytest.mark.slow
def test_a_sum_that_does_not_add_up_is_found(tmp_path: Path) -> None:
    """Calculations 1.1 through the package's own arcs; a sum that does is not complained of."""
    right = codes_of_instance(
        tmp_path, "", InterestIncome="100", InterestExpense="60", NetInterestIncome="40"
    )
    wrong = codes_of_instance(
        tmp_path, "", InterestIncome="100", InterestExpense="60", NetInterestIncome="45"
    )

    assert right == []
    assert wrong == ["calc11e:inconsistentCalculationUsingRounding"]


@pytest.mark.slow
def test_the_hypercubes_are_closed(tmp_path: Path) -> None:
    """An axis is allowed where it is listed, and nowhere else, not even on a concept in no hypercube."""
    listed = codes_of_instance(tmp_path, ONE_SEGMENT, InterestIncome="100")
    unlisted = codes_of_instance(tmp_path, ONE_SEGMENT, CostToIncomeRatio="1")

    assert listed == []
    assert "xbrldie:PrimaryItemDimensionallyInvalidError" in unlisted
