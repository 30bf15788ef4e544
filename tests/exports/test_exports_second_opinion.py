"""Arelle's word on facts of every kind: each syntax is valid without a warning and holds the same facts."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, assume, given, seed, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture.providers import HypothesisProvider

from exports.report import Entity, Fact, Footnote, Period, Report
from exports.validation import validate_in_child
from tests.exports.rich import ENTRY_POINT, package
from tests.exports.test_exports_round_trip import SYNTAXES, write
from tests.strategies import ENTITIES, NAMESPACES, TYPED_DOMAINS, reports

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject

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
                context, unit = fact.context, fact.unit
                facts.append([
                    str(fact.qname), fact.isNil, None if fact.isNil else str(fact.xValue),
                    None if fact.isNil or unit is None else fact.decimals,
                    None if unit is None else [[m.clarkNotation for m in part] for part in unit.measures],
                    list(context.entityIdentifier), context.isForeverPeriod,
                    str(context.startDatetime), str(context.endDatetime),
                    sorted([str(d.dimensionQname), str(d.memberQname) if d.isExplicit else
                        (None if d.typedMember.get("{http://www.w3.org/2001/XMLSchema-instance}nil") else
                         d.typedMember.stringValue)] for d in context.qnameDims.values()),
                    (fact.xmlLang or "").lower() if "Text" in str(fact.qname) and not fact.isNil else "",
                    sorted([r.toModelObject.viewText(), (r.toModelObject.xmlLang or "").lower()]
                        for r in notes.fromModelObject(fact)),
                ])
        found.append(sorted(facts, key=repr))
print(json.dumps(found))
"""


def every_kind() -> Report:
    """Return a report with one fact of each kind."""
    year, end = Period.parse("2024-01-01/2024-12-31"), Period.parse("2024-12-31")
    entity, other = ENTITIES[:2]

    def fact(name: str, entity: Entity = entity, period: Period = year, **more: object) -> Fact:
        return Fact(f"f-{name}-{len(more)}", f"rich:{name}", entity, period, **more)  # type: ignore[arg-type]

    member = (("rich:CustomerAxis", "rich:Retail"),)
    return Report(
        ENTRY_POINT,
        NAMESPACES,
        (
            fact("Money", period=end, unit="iso4217:CNY", value="1234567", decimals=-3),
            fact("Money", other, end, unit="iso4217:HKD", value="-0.5", decimals=1, dimensions=member),
            fact("Flow", unit="iso4217:CNY", footnotes=("note0", "note1")),
            fact("Rate", unit="xbrli:pure", value="0.083", decimals=3, footnotes=("note0",)),
            fact("PerShare", unit="iso4217:CNY/xbrli:shares", value="1.25"),
            fact("Number", period=end, unit="xbrli:shares", value="300", typed=(("rich:BranchAxis", "港島 & 九龍"),)),
            fact("Text", value="第一行\n<b>&amp;</b>，#2", language="zh-Hant"),
            fact("Text", value="", language="en", dimensions=member, typed=(("rich:BranchAxis", None),)),
            fact("Day", value="2024-06-30"),
            fact("Flag", value="true"),
            fact("Choice", value="rich:Corporate", kind="enumeration"),
            fact("Choices", value="rich:Corporate rich:Retail", kind="enumeration", dimensions=member),
            fact("Choices", value="", kind="enumeration"),
            fact("Name", value="rich:Retail", kind="qname"),
            fact("Token", period=end, value=None),
        ),
        (Footnote("note0", "zh-Hant", "約數 <&>"), Footnote("note1", "en", "No figure")),
        typed_domains=TYPED_DOMAINS,
    )  # fmt: skip


def opinion(report: Report, folder: Path) -> None:
    """Have Arelle validate and load all syntaxes, and hold them against one another."""
    archive = folder / "rich.zip"
    archive.write_bytes(package())
    paths = []
    for syntax in SYNTAXES:
        (folder / syntax).mkdir(exist_ok=True)
        paths.append(write(report, syntax, folder / syntax))
    count = len(report.held)

    verdicts = validate_in_child(paths, [archive], {path.name: count for path in paths})
    shown = [(verdict.outcome, verdict.findings, verdict.reason) for verdict in verdicts]
    assert shown == [("valid", (), "")] * len(paths)

    loaded = subprocess.run(
        [sys.executable, "-c", LOADER, str(archive), *map(str, paths)],
        capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip
    xml, *others = json.loads(loaded.splitlines()[-1])
    assert len(xml) == count
    for syntax, facts in zip(SYNTAXES[1:], others, strict=True):
        assert facts == xml, syntax


@pytest.mark.slow
def test_arelle_agrees_on_every_kind_of_fact(tmp_path: Path) -> None:
    """Numbers, nil, text, dates, booleans, members, names, typed and explicit axes, footnotes, languages."""
    opinion(every_kind(), tmp_path)


ARELLE_CANNOT_LOAD = "rich:Name"
"""A nil fact of a QName type: Arelle 2.47 breaks off over it in xBRL-JSON and xBRL-CSV, where its value is null.

It is valid there (xBRL-JSON 1.0 section 3.2.2: null is nil, of any type that may be nil), so we write and read it.
"""


@pytest.fixture
def same_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have hypothesis draw the same wherever it runs.

    Else it takes constants out of whatever modules other tests have loaded, which no seed says.
    """
    monkeypatch.setattr(HypothesisProvider, "_maybe_draw_constant", lambda *_, **__: None)


@pytest.mark.slow
def test_arelle_cannot_load_nil_of_a_qname_type_out_of_json_and_that_is_said(tmp_path: Path) -> None:
    """Where this fails Arelle has mended it: take ARELLE_CANNOT_LOAD out, and what export and validate say of it."""
    report = replace(every_kind(), footnotes=())
    fact = replace(report.held[0], concept=ARELLE_CANNOT_LOAD, value=None, unit=None, decimals=None)
    fact = replace(fact, period=Period.parse("2024-01-01/2024-12-31"))
    report = replace(report, facts=(fact,))
    (tmp_path / "rich.zip").write_bytes(package())
    paths = [write(report, syntax, tmp_path) for syntax in ("json", "csv", "xml")]

    verdicts = validate_in_child(paths, [tmp_path / "rich.zip"])

    assert [verdict.outcome for verdict in verdicts] == ["not_validated", "not_validated", "valid"]
    assert all("nil" in verdict.reason and "xBRL-XML" in verdict.reason for verdict in verdicts[:2])
    for to, is_told in (("json", True), ("xml", False)):
        call = [
            sys.executable,
            "-m",
            "tagwright",
            "export",
            str(paths[2]),
            "-o",
            str(tmp_path / "out"),
            "--to",
            to,
        ]
        done = subprocess.run(
            [*call, "--taxonomy", str(tmp_path / "rich.zip")], capture_output=True, check=True, text=True
        )

        assert ("validate the xBRL-XML" in done.stderr) == is_told


@pytest.mark.slow
@pytest.mark.usefixtures("same_draws")
@seed(20241231)
@given(data=st.data())
@settings(
    max_examples=5, derandomize=True, deadline=None, phases=[Phase.generate], database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
def test_arelle_agrees_on_reports_nobody_thought_of(data: DataObject, tmp_path: Path) -> None:
    """A few reports out of the strategies, as a second opinion on our own readers."""
    report = data.draw(reports(max_size=12))
    # Arelle gives a typed value out of xBRL-JSON without the blanks at its ends; our own readers keep them
    typed = [value or "" for fact in report.facts for _, value in fact.typed]
    assume(all(value == value.strip() for value in typed))
    assume(all(fact.value is not None for fact in report.facts if fact.concept == ARELLE_CANNOT_LOAD))
    opinion(report, tmp_path)
