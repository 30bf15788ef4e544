"""Facts of every type that a taxonomy source can give a concept, validated by Arelle against its own package."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports.definitions import definitions_of_package
from exports.readers.read import read
from exports.report import Entity, Fact, Period, Report
from exports.validation import validate_in_child
from taxonomy.compile import compile_package, package_files
from taxonomy.model import Taxonomy
from taxonomy.source import load_source
from tests.exports.test_exports_round_trip import SYNTAXES, said, write

ALL_KEYS = Path(__file__).parent.parent / "data" / "all-keys.yaml"
NAMESPACES = (
    ("iso4217", "http://www.xbrl.org/2003/iso4217"),
    ("rail", "http://example.org/taxonomy/rail/2025"),
    ("utr", "http://www.xbrl.org/2009/utr"),
    ("xbrli", "http://www.xbrl.org/2003/instance"),
)
OWNER = Entity("http://example.org/railways", "HILL1")
YEAR, END = Period.parse("2024-07-01/2025-06-30"), Period.parse("2025-06-30")


def fact(name: str, value: str | None, period: Period = YEAR, **more: object) -> Fact:
    """Return a fact of the railway."""
    name_of = f"f-{name}-{len(more)}-{value and len(value)}"
    return Fact(name_of, f"rail:{name}", OWNER, period, value=value, **more)  # type: ignore[arg-type]


RIGHT = (
    fact("FareRevenue", "12500000", unit="iso4217:HKD", decimals=-5),
    fact("PunctualityRate", "0.987", unit="xbrli:pure", decimals=3),
    fact("Strikes", "2", unit="xbrli:pure"),
    fact("TrackLength", "250.5", END, unit="xbrli:pure", decimals=1),
    fact("EarningsPerShare", "1.25", unit="iso4217:HKD/xbrli:shares", decimals=2),
    fact("SharesInIssue", "3000000", END, unit="xbrli:shares"),
    fact("RevenuePerPassenger", "7.75", unit="iso4217:HKD/rail:passenger", decimals=2),
    fact("OperatingRatio", "0.81", unit="xbrli:pure", decimals=2),
    fact("Emissions", "5.5", unit="utr:tCO2e", decimals=1),
    fact("AuditorsOpinion", "rail:QualifiedMember", kind="enumeration"),
    fact("NetworksServed", "rail:CoastLineMember rail:NetworkDomain", END, kind="enumeration"),
    fact("NetworksServed", "", Period.parse("2024-06-30"), kind="enumeration"),
    fact("AuditorsStatement", "無保留意見", language="zh-Hant"),
    fact("AccountingPolicies", "<p>Revenue &amp; <b>fares</b>.</p>", language="en"),
    fact("LicenceExpiry", "2031-12-31", END),
    fact("IsListed", "true", END),
    fact(
        "Journeys",
        "812345",
        unit="rail:passenger",
        dimensions=(("rail:LineAxis", "rail:HillLineMember"),),
        typed=(("rail:OpeningAxis", "1911"), ("rail:StationAxis", "HK & 1")),
    ),
)
WRONG = {
    "member that is not usable": fact("AuditorsOpinion", "rail:ModifiedMember", kind="enumeration"),
    "member of another domain": fact("AuditorsOpinion", "rail:CoastLineMember", kind="enumeration"),
    "head that is not usable": fact("AuditorsOpinion", "rail:OpinionDomain", kind="enumeration"),
    "axis's member that is not usable": fact(
        "FareRevenue", "1", unit="iso4217:HKD", dimensions=(("rail:LineAxis", "rail:BranchLinesMember"),)
    ),
    "typed axis left out": fact("TicketSales", "1", unit="iso4217:HKD"),
    "year that is none": fact(
        "TicketSales",
        "1",
        unit="iso4217:HKD",
        typed=(("rail:OpeningAxis", "early"), ("rail:StationAxis", "A")),
    ),
}


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    """Return the railway."""
    return load_source(ALL_KEYS)


@pytest.fixture(scope="module")
def package(taxonomy: Taxonomy, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return its package."""
    path = tmp_path_factory.mktemp("package") / "rail.zip"
    path.write_bytes(compile_package(taxonomy))
    return path


def report(taxonomy: Taxonomy, *facts: Fact) -> Report:
    """Return facts against the railway's entry point."""
    typed = tuple((axis.qname, axis.domain) for axis in taxonomy.typed_axes)
    return Report(taxonomy.entry_point, NAMESPACES, facts, typed_domains=tuple(sorted(typed)))


@pytest.mark.slow
@pytest.mark.parametrize("syntax", SYNTAXES)
def test_facts_of_every_type_are_written_read_and_valid(
    taxonomy: Taxonomy, package: Path, tmp_path: Path, syntax: str
) -> None:
    """In every syntax, without a message of Arelle; and what the package says of the types reads them back."""
    everything = report(taxonomy, *RIGHT)
    path = write(everything, syntax, tmp_path)
    (verdict,) = validate_in_child([path], [package], {path.name: len(RIGHT)})

    assert (verdict.outcome, verdict.findings, verdict.reason) == ("valid", (), "")
    assert said(read(path, definitions_of_package(package_files(taxonomy)))) == said(everything)


@pytest.mark.slow
def test_arelle_rejects_what_the_source_forbids(taxonomy: Taxonomy, package: Path, tmp_path: Path) -> None:
    """Usable members, domains and typed values are rules in the package, and not only words."""
    paths = []
    for number, wrong in enumerate(WRONG.values()):
        folder = tmp_path / str(number)
        folder.mkdir()
        paths.append(write(report(taxonomy, wrong), "xml", folder))

    verdicts = validate_in_child(paths, [package])

    assert {name: verdict.outcome for name, verdict in zip(WRONG, verdicts, strict=True)} == dict.fromkeys(
        WRONG, "invalid"
    )
