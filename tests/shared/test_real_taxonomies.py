"""Taxonomies that others wrote, loaded with the counts that Arelle has of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from taxonomy.check import check_taxonomy
from taxonomy.compiled import decode, encode
from taxonomy.foreign import Loaded, arelle_in_english, load_dts
from taxonomy.load import load_taxonomy
from taxonomy.model import Taxonomy
from taxonomy.workbook.write import write_workbook
from tests.shared.conftest import SHARED

# Arelle leaves zips open and lets the collector close them.
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")]

TAXONOMIES = SHARED / "data" / "taxonomies"
TIFRS = f"{TAXONOMIES}/tifrs-2013/tifrs-20130331.zip"
ENTRIES = f"{TIFRS}/tifrs-20130331/XBRL_TW_Entry_Points"
DBA = f"{TAXONOMIES}/dk-dba-2016/dk-dba-20161001-package.zip"
DBA_ENTRY = "http://archprod.service.eogs.dk/taxonomy/20161001/entryAll.xsd"
RETURNS = f"{TAXONOMIES}/rbi-bank-returns/rbi"
EXAMPLES = f"{TAXONOMIES}/formula-examples"
FOUNDATIONS = ("http://www.xbrl.org/2003/instance", "http://xbrl.org/2005/xbrldt")
SUMMATION = (
    "http://www.xbrl.org/2003/arcrole/summation-item",
    "https://xbrl.org/2023/arcrole/summation-item",
)


FORMULAS = (
    "{http://xbrl.org/2008/formula}formula",
    "{http://xbrl.org/2008/assertion/value}valueAssertion",
    "{http://xbrl.org/2008/assertion/existence}existenceAssertion",
    "{http://xbrl.org/2008/assertion/consistency}consistencyAssertion",
)


@dataclass(frozen=True)
class Case:
    """A taxonomy: how tagwright is asked for it, how Arelle is, and how many elements its README counts."""

    reference: str
    arelle: str
    elements: int
    package: str | None = None


CASES = {
    "TIFRS banks": Case(
        f"{TIFRS}#BASI/CR/tifrs-basi-cr-2013-03-31.xsd",
        f"{ENTRIES}/BASI/CR/tifrs-basi-cr-2013-03-31.xsd",
        3592,
    ),
    "TIFRS holdings": Case(
        f"{TIFRS}#FH/tifrs-fh-2013-03-31.xsd", f"{ENTRIES}/FH/tifrs-fh-2013-03-31.xsd", 3312
    ),
    "TIFRS general": Case(
        f"{TIFRS}#CI/CR/tifrs-ci-cr-2013-03-31.xsd", f"{ENTRIES}/CI/CR/tifrs-ci-cr-2013-03-31.xsd", 3926
    ),
    "DBA": Case(f"{DBA}#entryAll.xsd", DBA_ENTRY, 1991, DBA),
    "RBI rle": Case(f"{RETURNS}#rle/in-rbi-rle.xsd", f"{RETURNS}/rle/in-rbi-rle.xsd", 9352),
    "RBI ros": Case(f"{RETURNS}#ros/in-rbi-ros.xsd", f"{RETURNS}/ros/in-rbi-ros.xsd", 9352),
    "RBI pci": Case(f"{RETURNS}#pci/in-rbi-pci.xsd", f"{RETURNS}/pci/in-rbi-pci.xsd", 9352),
    "dimensions": Case(
        f"{EXAMPLES}#0005-Aggregate-across-dimension/concepts.xsd",
        f"{EXAMPLES}/examples/0005-Aggregate-across-dimension/concepts.xsd",
        0,
    ),
}


@cache
def loaded(name: str) -> Loaded:
    """Return what tagwright loaded."""
    return load_dts(CASES[name].reference)


@cache
def counted_by_arelle(name: str) -> Counter[str]:
    """Return how many elements, labels and relationships Arelle has, the latter by arcrole."""
    from arelle.api.Session import Session  # noqa: PLC0415 - importing Arelle costs half a second
    from arelle.RuntimeOptions import RuntimeOptions  # noqa: PLC0415

    case = CASES[name]
    options = RuntimeOptions(
        entrypointFile=case.arelle,
        packages=[case.package] if case.package else None,
        internetConnectivity="offline",
        disablePersistentConfig=True,
        keepOpen=True,
        logFile="logToBuffer",
    )
    with arelle_in_english(), Session() as session:
        session.run(options)
        model: Any = session.get_models()[0]
        found: Counter[str] = Counter()
        concepts: list[Any] = [item for item in model.qnameConcepts.values() if item.isItem or item.isTuple]
        found["elements"] = sum(item.qname.namespaceURI not in FOUNDATIONS for item in concepts)
        for arcrole, role, link, arc in model.baseSets:
            if role is link is arc is None and arcrole.startswith("http"):
                found[arcrole] = len(model.relationshipSet(arcrole).modelRelationships)
        for relationship in model.relationshipSet(
            "http://www.xbrl.org/2003/arcrole/concept-label"
        ).modelRelationships:
            found[f"label {relationship.toModelObject.role}"] += 1
        for document in model.urlDocs.values():
            for element in document.xmlRootElement.iter("{*}*") if document.inDTS else ():
                found[element.tag] += 1
        found["formulas"] = sum(found[tag] for tag in FORMULAS)
        found["tables"] = found["{http://xbrl.org/2014/table}table"]
        return found


def elements_of(taxonomy: Taxonomy) -> dict[str, Any]:
    """Return every concept, axis, member and heading by its name."""
    listed: tuple[Any, ...] = (
        *taxonomy.axes,
        *taxonomy.typed_axes,
        *taxonomy.domains,
        *taxonomy.headings,
        *taxonomy.concepts,
    )
    return {**taxonomy.member_by_qname, **{item.qname: item for item in listed}}


@pytest.mark.parametrize("name", CASES)
def test_elements_labels_and_relationships_are_as_many_as_arelle_has(name: str) -> None:
    """Nothing is lost on the way from Arelle's model into ours."""
    taxonomy, counts = loaded(name).taxonomy, counted_by_arelle(name)
    elements = elements_of(taxonomy)
    assert taxonomy.dts is not None
    arcs = Counter(arc.arcrole for arc in taxonomy.dts.definitions)
    standard = sum(label.role == "standard" for item in elements.values() for label in item.labels)
    expected = {
        arcrole: count
        for arcrole, count in counts.items()
        if "/int/dim/" in arcrole
        or arcrole.endswith(("/general-special", "/essence-alias", "/requires-element"))
    }

    assert counts["elements"] == CASES[name].elements or not CASES[name].elements
    assert counts["elements"] == len(elements) == len(taxonomy.dts.elements)
    assert counts["http://www.xbrl.org/2003/arcrole/concept-label"] == sum(
        len(item.labels) for item in elements.values()
    )
    assert counts["label http://www.xbrl.org/2003/role/label"] == standard
    assert counts["http://www.xbrl.org/2003/arcrole/concept-reference"] == sum(
        len(item.references) for item in elements.values()
    )
    assert counts["http://www.xbrl.org/2003/arcrole/parent-child"] == sum(
        depth > 0 for group in taxonomy.groups for depth in group.depths
    )
    assert sum(counts[arcrole] for arcrole in SUMMATION) == sum(
        len(item.parts) for item in taxonomy.calculations
    )
    assert expected == {arcrole: arcs[arcrole] for arcrole in expected}
    assert (counts["formulas"], counts["tables"]) == (
        len(taxonomy.dts.formulas),
        len(taxonomy.dts.tables),
    )


@pytest.mark.parametrize("name", ["TIFRS holdings", "DBA", "RBI rle"])
def test_the_workbook_of_a_real_taxonomy_holds_all_of_it(name: str, tmp_path: Path) -> None:
    """A person may look through it, and what comes back is what went in."""
    path = tmp_path / "x.xlsx"
    path.write_bytes(write_workbook(loaded(name).taxonomy))

    assert load_taxonomy(str(path)) == loaded(name).taxonomy


@pytest.mark.parametrize("name", CASES)
def test_the_compiled_form_of_a_real_taxonomy_holds_all_of_it(name: str) -> None:
    """Whoever loads it once need not have Arelle read it again."""
    taxonomy = loaded(name).taxonomy

    found = decode(encode(taxonomy, b"").encode())
    assert found is not None
    assert taxonomy == found[0]


def test_labels_in_zh_tw_are_traditional_and_tuples_are_headings() -> None:
    """Both are in the real taxonomy of Taiwan's exchange."""
    taxonomy = loaded("TIFRS banks").taxonomy
    languages = Counter(label.language for item in elements_of(taxonomy).values() for label in item.labels)
    assert taxonomy.dts is not None
    tuples = [item.qname for item in taxonomy.dts.elements if item.substitution_group == "xbrli:tuple"]

    assert languages == {"zh-Hant": 4100, "en": 5557}
    assert len(tuples) == 56
    assert all(name in taxonomy.heading_by_qname for name in tuples)


def test_a_missing_label_linkbase_is_told_and_the_rest_is_loaded() -> None:
    """The one of the returns is missing at its source."""
    findings = loaded("RBI rle").findings

    assert [(item.severity, item.line) for item in findings] == [("warning", 8)]
    assert findings[0].file.endswith("core/in-rbi-rep.xsd")
    assert "in-rbi-rep-label.xml" in findings[0].message


EXTENSION = """\
extends: {{taxonomy: "{reference}"}}
taxonomy:
  prefix: ours
  namespace: http://example.org/ours/2025
  version: "2025"
  entry_point: http://example.org/ours/2025/ours.xsd
  label: {{en: Our additions}}
concepts:
  GreenAssets: {{type: monetary, period: instant, balance: debit, label: {{en: Green assets, zh-Hant: 綠色資產}}}}
words:
  {assets}: {{terms: {{zh-Hant: [資產合計]}}}}
presentation:
  - group: {{en: Green assets}}
    items: ["{assets}", GreenAssets]
anchors:
  - {{wider: "{assets}", narrower: GreenAssets}}
{more}"""
MEMBER = """\
members:
  {axis}: {{OurMember: {{label: {{en: Ours}}}}}}
hypercubes:
  Green: {{concepts: [GreenAssets], axes: ["{axis}"]}}
"""


@pytest.mark.parametrize(
    ("name", "assets", "axis"),
    [
        ("TIFRS banks", "ifrs:Assets", ""),
        ("DBA", "fsa:Assets", "cmn:ConsolidatedSoloDimension"),
        ("RBI rle", "in-rbi-rep:AggregateAssets", ""),
    ],
    ids=["TIFRS banks", "DBA", "RBI rle"],
)
def test_a_real_taxonomy_is_extended_with_no_word_from_arelle(
    name: str, assets: str, axis: str, tmp_path: Path
) -> None:
    """But for what the base itself has: assertions with no instance, and the linkbase that is missing at its source."""
    base = loaded(name)
    names = {concept.qname for concept in base.taxonomy.concepts}
    assert assets in names, sorted(item for item in names if "ssets" in item)[:20]
    source = tmp_path / "ours.yaml"
    more = MEMBER.format(axis=axis) if axis else ""
    text = EXTENSION.format(reference=CASES[name].reference, assets=assets, more=more)
    source.write_text(text, "utf-8")
    result = check_taxonomy(str(source))
    taxonomy = load_taxonomy(str(source))

    said = [item for item in result.findings if not item.code.startswith("TW-")]
    assert [item for item in said if "ours" in item.file and "/base/" not in item.file] == []
    assert result.validated
    assert len(taxonomy.concepts) == len(base.taxonomy.concepts) + 1
    assert any(label.text == "資產合計" for label in taxonomy.concept_by_qname[assets].labels)
    if axis:
        members = {member.qname for member in taxonomy.axis_by_qname[axis].members}
        assert "ours:OurMember" in members
        assert taxonomy.permits("ours:GreenAssets", frozenset({axis}))
