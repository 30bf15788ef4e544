"""A check of every form of a taxonomy: somebody's schema, a compiled form, a package that was changed, a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from taxonomy.check import check_taxonomy
from taxonomy.compile import compile_package
from taxonomy.compiled import encode
from taxonomy.errors import TagwrightError
from taxonomy.rules.registry import RULES
from tests.rule_samples import samples, taxonomy_of
from tests.test_taxonomy_check import changed_package

pytestmark = pytest.mark.slow

SCHEMA = """<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
  xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:own="http://example.org/own/2024" targetNamespace="http://example.org/own/2024" elementFormDefault="qualified">
  <xs:import namespace="http://www.xbrl.org/2003/instance" schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
  <xs:element name="Rent" type="xbrli:monetaryItemType" substitutionGroup="xbrli:item" xbrli:periodType="duration"/>
  <xs:element name="lease_term" type="xbrli:doubleItemType" substitutionGroup="xbrli:item" xbrli:periodType="duration"/>
</xs:schema>
"""


def test_a_schema_of_anybody_is_held_against_the_rules(tmp_path: Path) -> None:
    """Arelle finds it valid; the rules lead to the line that declares the element."""
    schema = tmp_path / "own.xsd"
    schema.write_text(SCHEMA, "utf-8")
    result = check_taxonomy(str(schema))
    found = [
        (finding.code, finding.file, finding.line)
        for finding in result.findings
        if finding.code in {"TW-L001", "TW-N001", "TW-T009"}
    ]

    assert result.valid is False
    assert result.validated
    assert result.rules == len(RULES)
    assert found == [
        ("TW-L001", "own.xsd", 6),
        ("TW-L001", "own.xsd", 7),
        ("TW-N001", "own.xsd", 7),
        ("TW-T009", "own.xsd", 7),
    ]


def test_a_schema_that_leads_out_of_its_folder_is_not_shown_to_arelle(tmp_path: Path) -> None:
    """Arelle would follow it in silence; nothing is called validated."""
    folder = tmp_path / "inner"
    folder.mkdir()
    (tmp_path / "outside.xsd").write_text(SCHEMA, "utf-8")
    (folder / "own.xsd").write_text(
        SCHEMA.replace("http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd", "../outside.xsd"), "utf-8"
    )
    result = check_taxonomy(str(folder / "own.xsd"))

    assert not result.validated
    assert result.rules == 0
    assert "tagwright:dts.outside" in [finding.code for finding in result.findings]


def test_a_compiled_form_of_ours_is_validated_and_one_of_others_is_not(tmp_path: Path) -> None:
    """Of others' taxonomies the files are not there; the rules are held against both."""
    sample = taxonomy_of(samples()["TW-W001"]["fails"])
    own = tmp_path / "own.json"
    own.write_text(encode(sample, b""), "utf-8")
    result = check_taxonomy(str(own))

    assert result.valid
    assert [finding.code for finding in result.findings] == ["TW-W001"]


def test_a_package_of_ours_that_was_changed_is_arelles_to_judge(tmp_path: Path) -> None:
    """It makes no sense to us any more, so no rule is held against it, and the result says so."""
    package = changed_package(tmp_path, "rail-reference.xml", b"<ref:Publisher>", b"<ref:Publisher> ")
    assert check_taxonomy(str(package), arelle=False).rules == len(RULES)

    broken = changed_package(
        tmp_path, "rail-definition.xml", b'xlink:to="CoastLineMember"', b'xlink:to="Nowhere"'
    )
    result = check_taxonomy(str(broken), arelle=False)

    assert result.rules == 0
    assert [finding.code for finding in result.findings] == ["tagwright:package.changed"]


def test_what_is_no_taxonomy_gets_one_sentence(tmp_path: Path) -> None:
    """A missing file, an empty folder, an ending that means nothing, a folder of several schemas."""
    for name in ("one.xsd", "two.xsd"):
        (tmp_path / name).write_text(SCHEMA, "utf-8")

    with pytest.raises(TagwrightError, match="no such file"):
        check_taxonomy(str(tmp_path / "none.xsd"))
    with pytest.raises(TagwrightError, match="choose one of"):
        check_taxonomy(str(tmp_path))
    with pytest.raises(TagwrightError, match="there is no taxonomy"):
        check_taxonomy("bank.docx")


def test_the_same_taxonomy_breaks_the_same_rules_as_source_and_package(tmp_path: Path) -> None:
    """What is said depends on the taxonomy, not on its form."""
    sample = taxonomy_of(samples()["TW-X007"]["fails"])
    package = tmp_path / "x.zip"
    package.write_bytes(compile_package(sample))

    assert {finding.code for finding in check_taxonomy(str(package), arelle=False).findings} == {"TW-X007"}
