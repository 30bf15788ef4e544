"""Validation: "valid" only where Arelle really said so, and every message leads back to a sentence."""

from __future__ import annotations

import io
import json
import shutil
import sys
import zipfile
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import pytest

from exports import xbrl_json, xbrl_xml
from exports.filing import build_report
from exports.validation import ValidationChild, validate_in_child
from exports.verdict import (
    Verdict,
    findings_for_ledger,
    lead_back,
    overall,
    sentence_around,
    validation_json,
    verdict_table,
    verdicts_json,
)
from tagger.ledger import Proof
from taxonomy.errors import Finding
from tests.exports.conftest import PROFILE, Draft, mini_taxonomy

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exports.conftest import Bank

DAY = "2024-12-31"


@pytest.fixture
def instance(bank: Bank, tmp_path: Path) -> Path:
    """Return a valid instance as a file."""
    path = tmp_path / "sample.xbrl"
    with path.open("wb") as stream:
        xbrl_xml.write(bank.report, stream)
    return path


@pytest.mark.slow
def test_a_sum_that_does_not_add_up_leads_back_to_its_sentences(
    draft: Draft, package: Path, tmp_path: Path
) -> None:
    """Calculations 1.1: 10 + 20 are not 35, and the finding names the rows that say so."""
    draft.block(
        "paragraph",
        "本行規模擴大。總資產35億元；貸款10億元，存款20億元。其他不變。",
        ("35億元", f"Assets 3500000000 CNY -8 {DAY}"),
        ("10億元", f"Loans 1000000000 CNY -8 {DAY}"),
        ("20億元", f"Deposits 2000000000 CNY -8 {DAY}"),
    )
    path = tmp_path / "sum.xbrl"
    with path.open("wb") as stream:
        xbrl_xml.write(build_report(draft.ledger, mini_taxonomy(), PROFILE, "zh-Hant"), stream)

    (verdict,) = lead_back(validate_in_child([path], [package]), draft.ledger)

    assert verdict.outcome == "invalid"
    (finding,) = verdict.findings
    assert finding.code == "calc11e:inconsistentCalculationUsingRounding"
    assert finding.rows == ("r0001", "r0002", "r0003")
    assert finding.sentence == "總資產35億元；"


@pytest.mark.slow
def test_a_rounded_sum_is_never_accused(draft: Draft, package: Path, tmp_path: Path) -> None:
    """1 + 1 may print as 3."""
    draft.block(
        "paragraph",
        "總資產3億元，貸款1億元，存款1億元。",
        ("3億元", f"Assets 300000000 CNY -8 {DAY}"),
        ("1億元", f"Loans 100000000 CNY -8 {DAY}"),
        ("1億元", f"Deposits 100000000 CNY -8 {DAY}"),
    )
    path = tmp_path / "sum.xbrl"
    with path.open("wb") as stream:
        xbrl_xml.write(build_report(draft.ledger, mini_taxonomy(), PROFILE, "zh-Hant"), stream)

    assert validate_in_child([path], [package])[0].outcome == "valid"


@pytest.mark.slow
def test_every_kind_of_wrong_fact_is_found_in_every_syntax(bank: Bank, tmp_path: Path) -> None:
    """A member that the hypercube does not know, and two values for one fact."""
    facts = bank.report.held
    foreign = replace(facts[2], id="x1", dimensions=(("mini:TypeAxis", "mini:Loans"),))
    twice = replace(facts[2], id="x2", value="1")
    report = replace(bank.report, facts=(*facts, foreign, twice))
    paths = [tmp_path / "wrong.xbrl", tmp_path / "wrong.json"]
    for path, syntax in zip(paths, (xbrl_xml, xbrl_json), strict=True):
        with path.open("wb") as stream:
            syntax.write(report, stream)

    for verdict in validate_in_child(paths, [bank.package]):
        found = dict(zip((finding.code for finding in verdict.findings), verdict.fact_ids, strict=True))

        assert verdict.outcome == "invalid"
        assert "x1" in found["xbrldie:PrimaryItemDimensionallyInvalidError"]
        assert set(found["arelle:duplicateFacts"]) == {"f0003", "x2"}


def _inside(folder: Path, name: str, schema_ref: str) -> Path:
    path = folder / name
    path.write_text(
        '<xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"'
        ' xmlns:xlink="http://www.w3.org/1999/xlink">'
        f'<link:schemaRef xlink:type="simple" xlink:href="{schema_ref}"/></xbrl>'
    )
    return path


@pytest.mark.parametrize(
    "schema_ref",
    [
        "../outside.xsd",
        "file:///etc/passwd",
        "beside.xsd",
        "http://example.com/not-given.xsd",
        "http://example.org/taxonomy/mini/2024/../../../../etc/passwd",
        "http://www.xbrl.org/2003/%2e%2e/%2e%2e/x.xsd",
    ],
)
def test_a_reference_out_of_what_was_given_is_never_followed(
    tmp_path: Path, package: Path, schema_ref: str
) -> None:
    """Arelle does not see the file; the verdict names the reference."""
    (verdict,) = validate_in_child([_inside(tmp_path, "x.xbrl", schema_ref)], [package])

    assert verdict.outcome == "not_validated"
    assert schema_ref in verdict.reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<a><b></a>", "not well-formed"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "DOCTYPE"),
        (b'<a xml:base="file:///"/>', "xml:base"),
        (b"", "not well-formed"),
    ],
    ids=["broken", "doctype", "base", "empty"],
)
def test_xml_that_arelle_would_read_in_part_is_not_shown_to_it(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    """Arelle cuts broken XML off in silence."""
    path = tmp_path / "x.xbrl"
    path.write_bytes(content)

    (verdict,) = validate_in_child([path])

    assert verdict.outcome == "not_validated"
    assert reason in verdict.reason


def test_a_package_that_leads_out_of_itself_is_not_used(
    tmp_path: Path, instance: Path, package: Path
) -> None:
    """A schema inside a taxonomy package may point outside as well as an instance may."""
    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(package) as source, zipfile.ZipFile(bad, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(b"http://www.xbrl.org/2003/xbrl-", b"../../../xbrl-"))

    (verdict,) = validate_in_child([instance], [bad])

    assert verdict.outcome == "not_validated"
    assert "../../../xbrl-" in verdict.reason


@pytest.mark.slow
def test_a_mistake_in_the_taxonomy_is_found_with_every_file(
    instance: Path, package: Path, tmp_path: Path
) -> None:
    """The taxonomy is checked once for all files only where nothing was found in it."""
    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(package) as source, zipfile.ZipFile(bad, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b'weight="1', b'weight="0'))
    other = tmp_path / "other.xbrl"
    shutil.copy(instance, other)

    verdicts = validate_in_child([instance, other], [bad])

    assert [[finding.code for finding in verdict.findings] for verdict in verdicts] == [
        ["xbrl.5.2.5.2.1:zeroWeight"] * 2
    ] * 2


@pytest.mark.slow
def test_facts_are_checked_in_every_file_though_the_taxonomy_is_checked_once(
    bank: Bank, instance: Path, tmp_path: Path
) -> None:
    """A wrong fact in the last file is found after three good ones."""
    wrong = tmp_path / "wrong.xbrl"
    facts = (replace(bank.report.held[2], dimensions=(("mini:TypeAxis", "mini:Loans"),)),)
    with wrong.open("wb") as stream:
        xbrl_xml.write(replace(bank.report, facts=facts), stream)

    verdicts = validate_in_child([instance, instance, wrong], [bank.package])

    assert [verdict.outcome for verdict in verdicts] == ["valid", "valid", "invalid"]


@pytest.mark.slow
def test_missing_facts_are_not_valid(instance: Path, package: Path) -> None:
    """Arelle loading fewer facts than were written is no success."""
    (verdict,) = validate_in_child([instance], [package], {"sample.xbrl": 7})

    assert verdict.outcome == "not_validated"
    assert verdict.reason == "Arelle loaded 6 facts where the file holds 7."


MISSING = """
import sys, runpy
sys.modules["arelle"] = None
sys.modules["arelle.api"] = None
sys.modules["arelle.api.Session"] = None
runpy.run_module("exports.validation", run_name="__main__")
"""


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("import os; os.kill(os.getpid(), 9)", "killed (SIGKILL)"),
        ("pass", "ended by itself before it gave a verdict"),
        ("import sys; sys.exit(3)", "ended by itself with status 3"),
        ("import time; time.sleep(60)", "did not answer within 1 seconds"),
        ("print('{}'); print('not json'); print('[]')", "ended by itself before it gave a verdict"),
        (MISSING, "pip install arelle-release"),
    ],
    ids=["killed", "silent", "failed", "hangs", "talks nonsense", "missing"],
)
def test_whatever_befalls_arelle_the_file_is_not_validated(
    instance: Path, package: Path, script: str, reason: str
) -> None:
    """Killed, silent, hanging or missing: one clear sentence, never "valid"."""
    limit = 1 if "sleep" in script else 60
    command = [sys.executable, "-c", script]

    (verdict,) = validate_in_child([instance], [package], timeout_seconds=limit, command=command)

    assert verdict.outcome == "not_validated"
    assert reason in verdict.reason
    assert verdict.reason.endswith(".")


def test_verdicts_given_before_the_end_are_kept(instance: Path) -> None:
    """Killed at the second file, the first one's verdict stands."""
    verdict = {"index": 0, **asdict(Verdict("sample.xbrl", "valid", 6))}
    script = f"import os; print({json.dumps(json.dumps(verdict))}, flush=True); os.kill(os.getpid(), 9)"

    first, second = validate_in_child([instance, instance], command=[sys.executable, "-c", script])

    assert (first.outcome, second.outcome) == ("valid", "not_validated")
    assert "SIGKILL" in second.reason


def test_a_process_that_cannot_be_started_is_told(instance: Path) -> None:
    """Not even Python there."""
    (verdict,) = validate_in_child([instance], command=["/nonexistent/python"])

    assert verdict.outcome == "not_validated"
    assert "could not be started" in verdict.reason


STARVED = """
import resource, runpy
resource.setrlimit(resource.RLIMIT_AS, (64_000_000, 64_000_000))
runpy.run_module("exports.validation", run_name="__main__")
"""


@pytest.mark.slow
def test_out_of_memory_is_not_valid(instance: Path, package: Path) -> None:
    """With 64 MB of address space Arelle cannot even load; a child that starves to a standstill is stopped."""
    starved = [sys.executable, "-c", STARVED]
    (verdict,) = validate_in_child([instance], [package], timeout_seconds=60, command=starved)

    assert verdict.outcome == "not_validated"
    assert verdict.reason


@pytest.mark.slow
def test_a_child_started_early_answers_later_and_one_never_asked_goes_quietly(
    instance: Path, package: Path
) -> None:
    """Arelle is imported while the report is still being tagged."""
    with ValidationChild():
        pass
    with ValidationChild() as child:
        verdicts = child.validate([instance, instance.with_name("none.xbrl")], [package])

    assert [verdict.outcome for verdict in verdicts] == ["valid", "not_validated"]


@pytest.mark.slow
def test_messages_hold_no_path_of_this_machine(instance: Path, bank: Bank) -> None:
    """validation.json is the same wherever the run took place."""
    elsewhere = instance.parent / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(instance, elsewhere)
    first, second = (
        validation_json(validate_in_child([path], [bank.package], {path.name: 9}), bank.ledger)
        for path in (instance, elsewhere / instance.name)
    )

    assert first == second
    assert str(instance.parent).encode() not in first


def test_validation_json_holds_verdicts_findings_proofs_and_versions(bank: Bank) -> None:
    """For programs: everything that was checked, and the row and sentence of each finding."""
    finding = Finding("error", "x:y", "wrong", "sample.xhtml")
    verdicts = [Verdict("sample.xhtml", "invalid", 7, (finding,), (("f0001-2",),))]
    ledger = replace(bank.ledger, proofs=(Proof("p1", "between", ("r0002",), "agrees", "0.1", ""),))

    plain = json.loads(validation_json(verdicts, ledger, [("tagwright", "0.1.0")]))

    assert plain["outcome"] == "invalid"
    assert plain["versions"] == {"tagwright": "0.1.0"}
    assert plain["proofs"][0]["outcome"] == "agrees"
    (found,) = plain["files"][0]["findings"]
    assert found["rows"] == ["r0006"]
    assert found["sentence"] == "年內投放貸款減少（50億元），公司貸款約1,235億元，其他 -。"


def test_a_fact_of_the_other_syntaxes_leads_to_all_its_mentions(bank: Bank) -> None:
    """The instance says it once, the text twice."""
    verdict = Verdict("s.xbrl", "invalid", 6, (Finding("error", "x:y", "wrong"),), (("f0001", "c1"),))

    (finding,) = findings_for_ledger([verdict], bank.ledger)

    assert finding.rows == ("r0001", "r0006")


@pytest.mark.parametrize(
    ("text", "figure", "sentence"),
    [
        ("甲。貸款5億元，增長。乙。", "5億元", "貸款5億元，增長。"),
        ("甲；貸款\n5億元；乙", "5億元", "貸款5億元；"),
        ("heading\n\nLoans of 5\nmillion were", "5", "Loans of 5 million were"),
        ("5", "5", "5"),
    ],
    ids=["full stops", "semicolons and line breaks", "blank lines", "nothing around"],
)
def test_a_sentence_is_what_stands_between_its_ends(text: str, figure: str, sentence: str) -> None:
    """Lines that were broken between Han characters join without a blank."""
    start = text.index(figure)

    assert sentence_around(text, start, start + len(figure)) == sentence


def test_the_worst_outcome_counts() -> None:
    """One invalid file makes the run invalid; no file at all is not valid."""
    valid, invalid, unsure = (Verdict("f", outcome) for outcome in ("valid", "invalid", "not_validated"))

    assert overall([valid, valid]) == "valid"
    assert overall([valid, invalid, unsure]) == "invalid"
    assert overall([valid, unsure]) == "not_validated"
    assert overall([]) == "not_validated"


def test_the_table_shows_a_line_a_file_and_what_was_found() -> None:
    """For people: short, and with the sentence."""
    finding = Finding("error", "x:y", "wrong", rows=("r0001",), sentence="貸款5億元。")
    verdicts = [
        Verdict("a.xbrl", "valid", 1234),
        Verdict("b.xhtml", "invalid", 2, (finding,), ((),)),
        Verdict("c.json", "not_validated", reason="Arelle is not installed here."),
    ]

    assert verdict_table(verdicts).splitlines() == [
        "a.xbrl   valid            1,234 facts",
        "b.xhtml  invalid              2 facts",
        "  error x:y [r0001]: wrong",
        "    貸款5億元。",
        "c.json   not validated",
        "  Arelle is not installed here.",
    ]
    assert json.loads(verdicts_json(verdicts))["outcome"] == "invalid"


def test_a_zip_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    """300 kB may hold 600 MB."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a/x.xml", "w") as member,
    ):
        for _ in range(600):
            member.write(bytes(1_000_000))
    path = tmp_path / "bomb.xbri"
    path.write_bytes(stream.getvalue())

    (verdict,) = validate_in_child([path])

    assert verdict.outcome == "not_validated"
    assert "512 MB" in verdict.reason
