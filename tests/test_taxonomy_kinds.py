"""What kinds of axes, members and types mean for tagging: nothing invalid is filed."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports import xbrl_xml
from exports.filing import build_report
from exports.validation import validate_in_child
from tagger.decisions.applied import apply_decisions
from tagger.decisions.file import load_decisions, unit_problem
from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from taxonomy.compile import compile_package
from taxonomy.source import parse_source
from tests.tagging_example import ledger_of, profile_of

PER_UNIT = b"""\
taxonomy:
  prefix: t
  namespace: http://example.org/t
  version: "1"
  entry_point: http://example.org/t/t.xsd
  label: {en: Test}
units:
  employee: {label: {en: employee}, terms: {en: [employees]}}
concepts:
  EarningsPerShare: {type: per_share, period: duration, label: {en: Basic earnings per share}}
  ProfitPerEmployee: {type: per_unit, unit: employee, period: duration, label: {en: Profit per employee}}
  Profit: {type: monetary, period: duration, label: {en: Profit}}
"""
PER_UNIT_TEXT = (
    "In 2024, profit was RMB 5.2 billion. Basic earnings per share were RMB 0.95. "
    "Profit per employee was RMB 312,000."
)

SOURCE = b"""\
taxonomy:
  prefix: t
  namespace: http://example.org/t
  version: "1"
  entry_point: http://example.org/t/t.xsd
  label: {en: Test}
axes:
  RegionAxis:
    label: {en: Region}
    default: AllMember
    members:
      CitiesMember: {label: {en: cities}, usable: false, members: {PortMember: {label: {en: Port}}}}
  BranchAxis: {label: {en: Branch}, typed: text}
concepts:
  Deposits: {type: monetary, period: instant, label: {en: Deposits}}
  BranchDeposits: {type: monetary, period: instant, label: {en: Branch deposits}}
hypercubes:
  ByRegion: {concepts: [Deposits], axes: [RegionAxis]}
  ByBranch: {concepts: [BranchDeposits, Deposits], axes: [RegionAxis, BranchAxis]}
"""


def test_a_hypercube_with_a_typed_axis_allows_only_what_carries_it() -> None:
    """A typed axis has no default, so nothing stands for its absence."""
    taxonomy = parse_source(SOURCE, "t.yaml")

    assert taxonomy.permits("t:Deposits", frozenset())
    assert not taxonomy.permits("t:BranchDeposits", frozenset())
    assert not taxonomy.permits("t:BranchDeposits", frozenset({"t:RegionAxis"}))
    assert taxonomy.permits("t:BranchDeposits", frozenset({"t:BranchAxis"}))


def test_the_tagger_leaves_a_figure_alone_that_would_need_a_typed_axis() -> None:
    """A missing figure is better than an instance that Arelle rejects."""
    taxonomy = parse_source(SOURCE, "t.yaml")
    text = "At the end of 2024, deposits were RMB 12.5 billion and branch deposits were RMB 3.2 billion."
    deposits, branch = ledger_of(text, language="en", taxonomy=taxonomy).rows[1:]

    assert (deposits.concept, deposits.status) == ("t:Deposits", "fact")
    assert (branch.concept, branch.status) == (None, "unresolved")
    assert branch.reason is not None
    assert branch.reason.code == "no_axis"


def test_the_tagger_names_no_member_that_is_not_usable() -> None:
    """The part below it may be named, it itself may not."""
    taxonomy = parse_source(SOURCE, "t.yaml")
    text = "At the end of 2024, Port deposits were RMB 12.5 billion. Cities deposits were RMB 99.1 billion."
    port, cities = ledger_of(text, language="en", taxonomy=taxonomy).rows[1:]

    assert port.dimensions == (("t:RegionAxis", "t:PortMember"),)
    assert cities.status == "unresolved"


def test_money_by_the_unit_is_tagged_filed_and_valid(tmp_path: Path) -> None:
    """The ledger says a currency over the unit, the instance divides the measures, Arelle has nothing to say."""
    taxonomy = parse_source(PER_UNIT, "t.yaml")
    ledger = ledger_of(PER_UNIT_TEXT, language="en", taxonomy=taxonomy)
    report = build_report(ledger, taxonomy, profile_of(), "en")
    package = tmp_path / "t.zip"
    package.write_bytes(compile_package(taxonomy))
    path = tmp_path / "t.xbrl"
    with path.open("wb") as stream:
        xbrl_xml.write(report, stream)
    (verdict,) = validate_in_child([path], [package], {path.name: 3})

    assert [(row.concept, row.value, row.unit) for row in ledger.facts()] == [
        ("t:Profit", "5200000000", "CNY"),
        ("t:EarningsPerShare", "0.95", "CNY/shares"),
        ("t:ProfitPerEmployee", "312000", "CNY/employee"),
    ]
    assert [fact.unit for fact in report.facts] == [
        "iso4217:CNY",
        "iso4217:CNY/xbrli:shares",
        "iso4217:CNY/t:employee",
    ]
    assert (verdict.outcome, verdict.findings) == ("valid", ())


@pytest.mark.parametrize(
    ("unit", "concept", "problem"),
    [
        ("CNY/shares", "t:EarningsPerShare", ""),
        ("CNY/employee", "t:ProfitPerEmployee", ""),
        ("CNY", "t:EarningsPerShare", "a currency over it such as CNY/shares, not CNY"),
        ("CNY/shares", "t:ProfitPerEmployee", "a currency over it such as CNY/employee, not CNY/shares"),
        ("shares", "t:EarningsPerShare", "a currency over it such as CNY/shares, not shares"),
    ],
)
def test_a_person_is_told_what_unit_money_by_the_unit_has(unit: str, concept: str, problem: str) -> None:
    """Instead of a fact that no processor takes."""
    known = parse_source(PER_UNIT, "t.yaml").concept_by_qname[concept]

    assert unit_problem(unit, known).endswith(problem)
    assert bool(unit_problem(unit, known)) is bool(problem)


def test_a_figure_decided_to_be_money_by_the_unit_gets_its_currency(tmp_path: Path) -> None:
    """It was read as money and no more; what it is over, the concept says."""
    taxonomy = parse_source(PER_UNIT, "t.yaml")
    document = parse_document(b"In 2024, the payout was RMB 0.31.", "text")
    period = parse_reporting_period("2024", (12, 31))
    ledger = tag_document(document, taxonomy, profile_of(), period, language="en")
    file = tmp_path / "decisions.yaml"
    file.write_text(
        'decisions:\n  - sentence: In 2024, the payout was RMB 0.31.\n    figure: "0.31"\n'
        "    fact: {concept: t:EarningsPerShare, period: 2024-01-01/2024-12-31}\n",
        "utf-8",
    )
    decided, findings = apply_decisions(
        ledger, load_decisions(file, taxonomy), document, taxonomy, profile_of(), language="en"
    )

    assert findings == ()
    assert [(row.concept, row.unit) for row in decided.facts()] == [("t:EarningsPerShare", "CNY/shares")]
