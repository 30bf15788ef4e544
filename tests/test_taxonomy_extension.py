"""An extension imports somebody else's taxonomy, adds to it, and is tied to it by anchors."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from tagwright.cli import status_of, tagwright
from taxonomy.build import build_package
from taxonomy.check import check_taxonomy
from taxonomy.foreign import arelle_in_english, load_dts, read_log
from taxonomy.load import load_taxonomy
from taxonomy.model import Label, PartsOfWhole
from taxonomy.safe_zip import read_zip
from taxonomy.yaml_nodes import SourceError
from tests.filing_example import judged
from tests.foreign_example import zipped

# Arelle leaves zips open and lets the collector close them.
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")]

SOURCE = """\
extends: {taxonomy: "canal.zip#all.xsd"}
taxonomy:
  prefix: kayak
  namespace: http://example.org/kayak/2025
  version: "2025"
  entry_point: http://example.org/kayak/2025/kayak.xsd
  label: {en: Kayak club returns, zh-Hant: 皮艇會申報}
units:
  kayak: {label: {en: kayak, zh-Hant: 艘皮艇}, terms: {zh-Hant: [艘]}}
concepts:
  TollsOnKayaks:
    type: monetary
    period: duration
    balance: credit
    label: {en: Tolls on kayaks, zh-Hant: 皮艇通行費}
    reference: [{publisher: Kayak club, number: "3"}]
    variants: [growth]
  Kayaks: {type: count, unit: kayak, period: instant, label: {en: Kayaks, zh-Hant: 皮艇數}}
words:
  canal:Tolls: {label: {de: Kanalgebühren}, terms: {zh-Hant: [過閘費]}}
members:
  canal:ReachAxis:
    SlalomReach: {label: {en: Slalom course, zh-Hant: 激流段}, parent: "canal:UpperReach"}
    PondReach: {label: {en: Pond, zh-Hant: 池塘段}, terms: {zh-Hant: [池塘]}}
hypercubes:
  KayakTolls: {concepts: [TollsOnKayaks], axes: ["canal:ReachAxis"]}
presentation:
  - group: {en: Kayaks}
    items:
      - canal:TollsAbstract: [TollsOnKayaks, "canal:Tolls"]
      - Kayaks
calculation:
  - {total: "canal:TollsOnBoats", parts: {TollsOnKayaks: 1}}
anchors:
  - {wider: "canal:TollsOnBoats", narrower: TollsOnKayaks}
"""
ENTITY = """\
name: Kayak Club
scheme: http://standards.iso.org/iso/17442
identifier: 5493002ERZU2K9PZDL40
currency: TWD
"""
POND = """\
extends: {taxonomy: kayak.yaml}
taxonomy:
  prefix: pond
  namespace: http://example.org/pond/2025
  version: "2025"
  entry_point: http://example.org/pond/2025/pond.xsd
  label: {en: Pond returns}
concepts:
  TollsOnToyBoats: {type: monetary, period: duration, balance: credit, label: {en: Tolls on toy boats}}
anchors:
  - {wider: "kayak:TollsOnKayaks", narrower: TollsOnToyBoats}
"""
WIDER_NARROWER = "http://www.esma.europa.eu/xbrl/esef/arcrole/wider-narrower"


def written(folder: Path, source: str = SOURCE) -> Path:
    """Write the source beside the package that it extends."""
    folder.mkdir(exist_ok=True)
    zipped(folder / "canal.zip")
    path = folder / "kayak.yaml"
    path.write_text(source, "utf-8")
    return path


def test_the_extension_and_its_base_are_one_taxonomy(tmp_path: Path) -> None:
    """Everything that was added, everything that was there, read by Arelle."""
    taxonomy = load_taxonomy(str(written(tmp_path)))
    tolls = taxonomy.concept_by_qname["canal:Tolls"]
    growth = taxonomy.concept_by_qname["kayak:GrowthRateOfTollsOnKayaks"]
    places = {member.qname: member.parent for member in taxonomy.axis_by_qname["canal:ReachAxis"].members}
    assert taxonomy.dts is not None
    anchors = [(arc.source, arc.target) for arc in taxonomy.dts.definitions if arc.arcrole == WIDER_NARROWER]

    assert taxonomy.prefix == "kayak"
    assert taxonomy.entry_point == "http://example.org/kayak/2025/kayak.xsd"
    assert Label("zh-Hant", "過閘費", "term") in tolls.labels
    assert Label("de", "Kanalgebühren") in tolls.labels
    assert Label("zh-Hant", "通行費收入") in tolls.labels
    assert (growth.variant, growth.variant_of) == ("growth", "kayak:TollsOnKayaks")
    assert taxonomy.concept_by_qname["kayak:Kayaks"].unit == "kayak:kayak"
    assert taxonomy.unit_by_qname["kayak:kayak"].labels[-1] == Label("zh-Hant", "艘", "term")
    assert places["kayak:SlalomReach"] == "canal:UpperReach"
    assert places["kayak:PondReach"] == "canal:WholeCanal"
    assert taxonomy.permits("kayak:TollsOnKayaks", frozenset({"canal:ReachAxis"}))
    assert anchors == [("canal:TollsOnBoats", "kayak:TollsOnKayaks")]
    assert [item.total for item in taxonomy.calculations] == [
        "canal:Tolls",
        "canal:Tolls",
        "canal:TollsOnBoats",
    ]


def test_what_the_base_forbids_is_not_made_larger(tmp_path: Path) -> None:
    """A member that is added to an axis is added where it is allowed, not where it is forbidden."""
    taxonomy = load_taxonomy(str(written(tmp_path)))
    forbidden = next(cube for cube in taxonomy.hypercubes if cube.excludes)

    assert forbidden.members == (("canal:ReachAxis", ("canal:Summit",)),)


def test_the_package_holds_the_extension_alone_and_validates_beside_its_base(tmp_path: Path) -> None:
    """No message of Arelle's, and no file of the base in it."""
    from arelle.api.Session import Session  # noqa: PLC0415 - importing Arelle costs half a second
    from arelle.RuntimeOptions import RuntimeOptions  # noqa: PLC0415

    name, data = build_package(str(written(tmp_path)))
    (tmp_path / name).write_bytes(data)
    options = RuntimeOptions(
        entrypointFile="http://example.org/kayak/2025/kayak.xsd",
        packages=[str(tmp_path / name), str(tmp_path / "canal.zip")],
        validate=True,
        calcs="c11r",
        internetConnectivity="offline",
        disablePersistentConfig=True,
        keepOpen=True,
        logFile="logToBuffer",
    )
    with arelle_in_english(), Session() as session:
        session.run(options)
        findings, finished = read_log(session.get_logs("json"), "kayak.xsd")
        session.get_models()[0].fileSource.close()

    assert name == "kayak-2025.zip"
    assert (findings, finished) == ((), True)
    assert {path.rpartition("/")[2] for path in read_zip(data, name)} == {
        "taxonomyPackage.xml", "catalog.xml", "kayak.xsd", "kayak-definition.xml", "kayak-presentation.xml",
        "kayak-calculation.xml", "kayak-reference.xml", "kayak-label-de.xml", "kayak-label-en.xml",
        "kayak-label-zh-Hant.xml", "kayak-formula.xml",
    }  # fmt: skip
    assert (name, data) == build_package(str(tmp_path / "kayak.yaml"))
    loaded = load_dts(str(tmp_path / name), (tmp_path / "canal.zip",))
    assert loaded.findings == ()
    assert loaded.taxonomy.concepts == load_taxonomy(str(tmp_path / "kayak.yaml")).concepts


def test_an_extension_is_checked_with_its_base(tmp_path: Path) -> None:
    """The base need not be named again."""
    result = check_taxonomy(str(written(tmp_path)))
    said = [finding for finding in result.findings if not finding.code.startswith("TW-")]

    assert (said, result.validated) == ([], True)


def test_the_rules_are_held_against_what_is_the_extensions_own(tmp_path: Path) -> None:
    """With the place in its source: nothing is said of the base, nor of the variants that it makes."""
    path = written(tmp_path)
    result = check_taxonomy(str(path), arelle=False)
    found = {(finding.code, finding.line) for finding in result.findings}
    lines = [line.strip() for line in SOURCE.splitlines()]
    kayaks, slalom = (
        next(number for number, line in enumerate(lines, 1) if line.startswith(start))
        for start in ("Kayaks:", "SlalomReach:")
    )

    assert {finding.file for finding in result.findings} == {str(path)}
    assert ("TW-D001", kayaks) in found
    assert ("TW-N003", slalom) in found
    assert not any("canal:" in finding.message.split()[0] for finding in result.findings)
    assert not any("GrowthRateOf" in finding.message for finding in result.findings)


def test_a_filing_against_an_extension_is_valid(tmp_path: Path) -> None:
    """Base concepts by the words that were added, new concepts with new members; one package holds all."""
    source = written(tmp_path)
    (tmp_path / "entity.yaml").write_text(ENTITY, "utf-8")
    (tmp_path / "report.txt").write_text(
        "2025年過閘費12億元。\n\n皮艇通行費3億元，其中池塘段1億元。年末皮艇數為120艘。\n", "utf-8"
    )
    arguments = [
        "tag", f"{tmp_path}/report.txt", "-o", f"{tmp_path}/out", "--taxonomy", str(source),
        "--entity", f"{tmp_path}/entity.yaml", "--period", "2025",
    ]  # fmt: skip
    status = status_of(lambda: tagwright.main(arguments, standalone_mode=False))
    rows = [json.loads(line) for line in (tmp_path / "out" / "ledger.jsonl").read_text("utf-8").splitlines()]
    facts = {row["text"]: (row["concept"], row["dimensions"]) for row in rows if row["status"] == "fact"}

    assert facts["12億元"] == ("canal:Tolls", {})
    assert facts["3億元"] == ("kayak:TollsOnKayaks", {})
    assert facts["1億元"] == ("kayak:TollsOnKayaks", {"canal:ReachAxis": "kayak:PondReach"})
    assert facts["120艘"] == ("kayak:Kayaks", {})
    assert status == 0, (tmp_path / "out" / "validation.json").read_text("utf-8")


def test_every_mistake_of_an_extension_is_told_with_its_place(tmp_path: Path) -> None:
    """In one run, whatever section it is in."""
    source = (
        SOURCE.replace("canal:Tolls: {label", "canal:Tols: {label")
        .replace('parent: "canal:UpperReach"', 'parent: "canal:UperReach"')
        .replace(
            '"canal:TollsOnBoats", narrower: TollsOnKayaks', 'canal:Tolls, narrower: "canal:TollsOnBoats"'
        )
        .replace('axes: ["canal:ReachAxis"]', 'axes: ["canal:ReechAxis"]')
        .replace("canal:TollsAbstract: [", "canal:TolsAbstract: [")
    )
    with pytest.raises(SourceError) as caught:
        load_taxonomy(str(written(tmp_path, source)))
    said = str(caught.value)

    for place, message in (
        (
            "20:3",
            'the taxonomy that is extended has nothing called "canal:Tols" (did you mean "canal:Tolls"?)',
        ),
        (
            "23:69",
            'the axis canal:ReachAxis has no member "canal:UperReach" (did you mean "canal:UpperReach"?)',
        ),
        ("26:50", 'there is no axis "canal:ReechAxis" (did you mean "canal:ReachAxis"?)'),
        ("30:9", 'there is no concept "canal:TolsAbstract" (did you mean "canal:TollsAbstract"?)'),
        ("35:5", "both ends are the base's"),
    ):
        assert f"kayak.yaml:{place}: {message}" in said, said


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("nothing.zip", r"kayak\.yaml:1:21: nothing\.zip: .*cannot be read"),
        ("canal.zip", r"kayak\.yaml:1:21: .*canal\.zip: 2 entry points are meant: choose one of"),
    ],
    ids=["missing", "unclear"],
)  # fmt: skip
def test_a_base_that_cannot_be_extended_is_told_where_it_is_named(
    reference: str, message: str, tmp_path: Path
) -> None:
    """With what to do."""
    source = written(tmp_path, SOURCE.replace("canal.zip#all.xsd", reference))

    with pytest.raises(SourceError, match=message):
        load_taxonomy(str(source))


def test_extensions_that_extend_each_other_are_told(tmp_path: Path) -> None:
    """Instead of going round for ever."""
    source = written(tmp_path, SOURCE.replace("canal.zip#all.xsd", "other.yaml"))
    (tmp_path / "other.yaml").write_text(SOURCE.replace("canal.zip#all.xsd", "kayak.yaml"), "utf-8")

    with pytest.raises(SourceError, match=r"extends itself \(kayak\.yaml → other\.yaml → kayak\.yaml\)"):
        load_taxonomy(str(source))


def test_an_extension_may_extend_an_extension(tmp_path: Path) -> None:
    """A group's, and then a bank's."""
    written(tmp_path)
    second = tmp_path / "pond.yaml"
    second.write_text(POND, "utf-8")
    taxonomy = load_taxonomy(str(second))
    result = check_taxonomy(str(second))

    assert [finding for finding in result.findings if not finding.code.startswith("TW-")] == []
    assert {"canal:Tolls", "kayak:TollsOnKayaks", "pond:TollsOnToyBoats"} <= {*taxonomy.concept_by_qname}


def test_an_extension_is_compiled_like_any_taxonomy(tmp_path: Path) -> None:
    """So that Arelle is not needed again."""
    output = tmp_path / "kayak.json"
    CliRunner().invoke(
        tagwright, ["taxonomy", "load", str(written(tmp_path)), "-o", str(output)], catch_exceptions=False
    )

    assert load_taxonomy(str(output)) == load_taxonomy(str(tmp_path / "kayak.yaml"))


BRANCH = """\
extends: {taxonomy: bank-disclosure}
taxonomy:
  prefix: branch
  namespace: http://example.org/branch/2025
  version: "2025"
  entry_point: http://example.org/branch/2025/branch.xsd
  label: {en: Branch additions, zh-Hant: 分行補充}
include: [parts/green.yaml]
presentation:
  - group: {en: Deposits by purpose, zh-Hant: 專項存款}
    items: ["bank:DepositsFromCustomers", GreenDeposits]
"""
GREEN = """\
concepts:
  GreenDeposits:
    type: monetary
    period: instant
    balance: credit
    label: {en: Green deposits, zh-Hant: 綠色存款}
    variants: [change, growth]
words:
  bank:DepositsFromCustomers: {terms: {zh-Hant: [吸收存款總量]}}
members:
  bank:CustomerTypeAxis:
    SchoolCustomersMember: {label: {en: Schools, zh-Hant: 學校客戶}}
hypercubes:
  GreenDeposits: {concepts: [GreenDeposits], axes: ["bank:CustomerTypeAxis", "bank:ComparisonAxis"]}
relations:
  - {parts_of_whole: GreenDeposits, over: "bank:CustomerTypeAxis"}
anchors:
  - {wider: "bank:DepositsFromCustomers", narrower: GreenDeposits}
"""


def branch(folder: Path) -> Path:
    """Write an extension of the shipped taxonomy in two files."""
    (folder / "parts").mkdir()
    (folder / "parts" / "green.yaml").write_text(GREEN, "utf-8")
    (folder / "branch.yaml").write_text(BRANCH, "utf-8")
    (folder / "entity.yaml").write_text(ENTITY.replace("TWD", "CNY"), "utf-8")
    return folder / "branch.yaml"


def test_a_taxonomy_of_ours_is_extended_like_any_other(tmp_path: Path) -> None:
    """What the tagger uses of it is still there: roles of axes, senses of members, relations; Arelle says nothing."""
    path = branch(tmp_path)
    base = load_taxonomy("bank-disclosure")
    checked = check_taxonomy(str(path))
    taxonomy = load_taxonomy(str(path))

    assert checked.validated
    assert [item for item in checked.findings if not item.code.startswith("TW-")] == []
    assert {axis.qname: axis.role for axis in taxonomy.axes} == {axis.qname: axis.role for axis in base.axes}
    assert set(taxonomy.relations) - set(base.relations) == {
        PartsOfWhole("branch:GreenDeposits", "bank:CustomerTypeAxis", complete=False)
    }
    assert set(base.relations) < set(taxonomy.relations)
    assert len(taxonomy.concepts) == len(base.concepts) + 3
    assert taxonomy.permits("branch:GreenDeposits", frozenset({"bank:ComparisonAxis"}))
    assert "branch:SchoolCustomersMember" in taxonomy.member_by_qname


def test_formulas_of_the_base_and_of_the_extension_are_run_on_a_filing(tmp_path: Path) -> None:
    """Both taxonomies' own, each under its name."""
    path = branch(tmp_path)
    text = "客戶存款100億元，其中個人存款150億元。綠色存款50億元，其中學校客戶綠色存款80億元。\n"
    status, file = judged(tmp_path, path, text)

    assert status == 1
    assert sorted((item["code"], item["message"]) for item in file["findings"]) == [
        (
            "message:branch.part.CustomerTypeAxis",
            "Green deposits: the part 8000000000 exceeds the whole 5000000000.",
        ),
        (
            "message:part.CustomerTypeAxis",
            "Deposits from customers: the part 15000000000 exceeds the whole 10000000000.",
        ),
    ]


def test_an_extensions_package_is_replaced_unless_somebody_changed_it(tmp_path: Path) -> None:
    """Like that of any source."""
    path = branch(tmp_path)
    arguments = ["taxonomy", "build", str(path), "-o", str(tmp_path)]
    package = tmp_path / "branch-2025.zip"

    def build() -> int:
        return status_of(lambda: tagwright.main(arguments, standalone_mode=False))

    assert build() == 0
    before = package.read_bytes()
    (tmp_path / "parts" / "green.yaml").write_text(GREEN.replace("Schools", "Colleges"), "utf-8")
    assert build() == 0
    assert package.read_bytes() != before
    with ZipFile(package, "a") as archive:
        archive.writestr("branch-2025/notes.txt", "mine")
    assert build() == 2


def test_an_extension_is_formatted_without_its_base(tmp_path: Path) -> None:
    """In the same order and layout as any source, comments kept; the base need not be there."""
    untidy = SOURCE.replace("anchors:\n", "# what is what\nanchors:\n").replace(
        "taxonomy:\n  prefix: kayak\n", "taxonomy:\n", 1
    )
    untidy = untidy.replace("  version:", "  prefix: kayak\n  version:", 1)
    path = tmp_path / "kayak.yaml"
    path.write_text(untidy, "utf-8")

    assert status_of(lambda: tagwright.main(["taxonomy", "format", str(path)], standalone_mode=False)) == 0
    said = path.read_text("utf-8")
    assert said.startswith("extends: {taxonomy: canal.zip#all.xsd}\n\ntaxonomy:\n  prefix: kayak\n")
    assert "# what is what\nanchors:\n  - {wider: canal:TollsOnBoats, narrower: TollsOnKayaks}\n" in said
    zipped(tmp_path / "canal.zip")
    before = load_taxonomy(str(written(tmp_path / "again")))
    assert load_taxonomy(str(path)) == before


def test_mistakes_of_an_included_file_and_of_the_base_are_told_at_once(tmp_path: Path) -> None:
    """Names are not guessed at where the base cannot be read."""
    path = branch(tmp_path)
    path.write_text(
        BRANCH.replace("bank-disclosure", "nothing.zip").replace("entry_point", "entrypoint"), "utf-8"
    )
    part = tmp_path / "parts" / "green.yaml"
    part.write_text(GREEN.replace("period: instant", "period: now"), "utf-8")

    with pytest.raises(SourceError) as caught:
        load_taxonomy(str(path))

    said = [(Path(item.file).name, item.line, item.code.rpartition(".")[2]) for item in caught.value.findings]
    assert (
        said
        == [
            ("branch.yaml", 1, "extends"),
            ("branch.yaml", 2, "missing-key"),
            ("branch.yaml", 6, "unknown-key"),
            ("green.yaml", 4, "value"),
        ]
        or said
    )
