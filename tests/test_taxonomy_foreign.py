"""Anybody's taxonomy: what is loaded of it, what is refused before Arelle sees it, and tagging with it."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from exports.validation import ValidationChild
from tagwright.cli import status_of, tagwright
from taxonomy.carrying import may_carry
from taxonomy.compiled import decode, encode
from taxonomy.diff import diff_taxonomies
from taxonomy.diff.told import tell_diff
from taxonomy.dts import Formula, Table
from taxonomy.errors import TagwrightError
from taxonomy.foreign import DtsError, load_dts
from taxonomy.load import load_taxonomy
from taxonomy.model import Label, Reference, Taxonomy
from taxonomy.show import show_taxonomy
from taxonomy.terms import add_terms
from taxonomy.workbook.read import WorkbookError
from taxonomy.workbook.write import write_workbook
from taxonomy.yaml_nodes import SourceError
from tests.filing_example import judged
from tests.foreign_example import changed, copied, zipped
from tests.tagging_example import ledger_of

# Arelle leaves zips open and lets the collector close them.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")

ENTITY = """\
name: Canal Authority
scheme: http://standards.iso.org/iso/17442
identifier: 5493002ERZU2K9PZDL40
currency: TWD
"""
TOLLS = "http://example.org/canal/role/tolls"


@pytest.fixture(scope="module")
def canal(tmp_path_factory: pytest.TempPathFactory) -> Taxonomy:
    """Return the example as it is loaded from its package."""
    package = zipped(tmp_path_factory.mktemp("canal") / "canal.zip")
    return load_taxonomy(f"{package}#all.xsd")


def test_types_go_by_what_they_derive_from(canal: Taxonomy) -> None:
    """A type of the taxonomy's own is money where money is what it restricts."""
    assert [
        (concept.qname, concept.type, concept.period_type, concept.balance) for concept in canal.concepts
    ] == [
        ("canal:Tolls", "monetary", "duration", "credit"),
        ("canal:TollsOnBarges", "monetary", "duration", "credit"),
        ("canal:TollsOnBoats", "monetary", "duration", "credit"),
        ("canal:Locks", "count", "instant", None),
        ("canal:State", "enumeration", "instant", None),
    ]
    assert canal.dts is not None
    assert {item.qname: item.type for item in canal.dts.elements}["canal:Tolls"] == "canal:tollItemType"
    fixed = {item.qname for item in canal.dts.elements if not item.nillable}
    assert fixed & {*canal.concept_by_qname} == {"canal:TollsOnBoats"}


def test_labels_have_all_roles_and_chinese_goes_by_script(canal: Taxonomy) -> None:
    """The publisher writes zh-tw and zh-cn; the tagger asks for scripts."""
    assert canal.concept_by_qname["canal:Tolls"].labels == (
        Label("en", "Tolls"),
        Label("zh-Hans", "通行费收入"),
        Label("zh-Hant", "通行費收入"),
        Label("en", "Tolls", "terse"),
        Label("en", "What boats and barges paid to pass.", "documentation"),
        Label("en", "Total tolls", "http://www.xbrl.org/2003/role/totalLabel"),
    )
    assert canal.concept_by_qname["canal:Locks"].labels[0] == Label("en-US", "Locks")
    assert canal.concept_by_qname["canal:Tolls"].references == (
        Reference((("Publisher", "Canal authority"), ("Number", "7")), "disclosure"),
    )


def test_tuples_abstract_concepts_and_tables_are_headings(canal: Taxonomy) -> None:
    """No figure is ever tagged with one."""
    assert {heading.qname for heading in canal.headings} == {
        "canal:TollsAbstract", "canal:Accident", "canal:Table", "canal:NotTable",
    }  # fmt: skip


def test_trees_keep_depth_and_preferred_labels(canal: Taxonomy) -> None:
    """As the publisher presents them."""
    group = canal.groups[0]

    assert group.role == TOLLS
    assert group.labels == (Label("en", "[100] Tolls"),)
    assert [(name.partition(":")[2], depth) for name, depth in zip(group.items, group.depths, strict=True)] == [
        ("TollsAbstract", 0), ("Accident", 1), ("Locks", 2), ("TollsOnBarges", 1), ("TollsOnBoats", 1), ("Tolls", 1),
    ]  # fmt: skip
    assert group.preferred == ("", "", "", "", "", "http://www.xbrl.org/2003/role/totalLabel")


def test_calculations_of_both_specifications_are_told_apart(canal: Taxonomy) -> None:
    """They check sums differently."""
    parts = (("canal:TollsOnBarges", 1), ("canal:TollsOnBoats", 1))

    assert [(item.total, item.parts, item.role, item.version) for item in canal.calculations] == [
        ("canal:Tolls", parts, TOLLS, "1.0"),
        ("canal:Tolls", parts, TOLLS, "1.1"),
    ]


def test_axes_have_the_members_of_all_roles_below_their_parents(canal: Taxonomy) -> None:
    """A role that lists a few of them does not tear the tree apart."""
    axis = canal.axes[0]

    assert axis.default == "canal:WholeCanal"
    assert [(item.qname.partition(":")[2], item.parent, item.usable) for item in axis.members] == [
        ("WholeCanal", None, True),
        ("UpperReach", "canal:WholeCanal", False),
        ("Summit", "canal:UpperReach", True),
        ("LowerReach", "canal:WholeCanal", True),
    ]
    assert [(item.qname, item.domain, item.type) for item in canal.typed_axes] == [
        ("canal:LockAxis", "canal:lockNumber", "xsd:positiveInteger")
    ]
    assert [(item.qname, [m.qname for m in item.members], item.head_usable) for item in canal.domains] == [
        ("canal:StateDomain", ["canal:Open", "canal:Drained"], False)
    ]


def test_formulas_and_tables_are_told_with_what_they_speak_of(canal: Taxonomy) -> None:
    """What is tested, of which concepts, what is said where it does not hold, and where it stands."""
    assert canal.dts is not None
    (formula,) = canal.dts.formulas
    (table,) = canal.dts.tables

    assert formula == Formula(
        "tollsOnBargesAreTolls",
        "value",
        "$barges le $tolls",
        ("canal:Tolls", "canal:TollsOnBarges"),
        (("en", "Barges pay no more than all"),),
        (
            ("en", "Barges paid {$barges}, which is more than all tolls, {$tolls}."),
            ("zh-Hant", "駁船通行費 {$barges} 高於全部通行費 {$tolls}。"),
        ),
        "formula.xml",
        15,
    )
    assert table == Table(
        "C01", (("en", "Tolls by boat"), ("zh-Hant", "按船隻劃分的通行費")), "table.xml", 12
    )
    shown = show_taxonomy(canal, "zh-Hant")
    assert "formula tollsOnBargesAreTolls  value of canal:Tolls, canal:TollsOnBarges\n" in shown
    assert "  駁船通行費 {barges} 高於全部通行費 {tolls}。\n  $barges le $tolls\n" in shown
    assert shown.endswith("table 按船隻劃分的通行費  [C01]\n")


def test_a_new_version_tells_of_its_formulas_and_tables(canal: Taxonomy) -> None:
    """What is tested anew may break an instance, which a person must judge; a table binds none."""
    assert canal.dts is not None
    (formula,), (table,) = canal.dts.formulas, canal.dts.tables
    weaker, stronger = replace(formula, test="true()"), replace(formula, id="other")
    later = replace(
        canal, dts=replace(canal.dts, formulas=(weaker, stronger), tables=(replace(table, id="C02"),))
    )

    changes = diff_taxonomies(canal, later).changes

    assert [(each.thing, each.kind, each.verdict, each.name) for each in changes] == [
        ("formula", "test", "look", "tollsOnBargesAreTolls"),
        ("formula", "added", "look", "other"),
        ("table", "removed", "harmless", "C01"),
        ("table", "added", "harmless", "C02"),
    ]
    assert "formula changed: tollsOnBargesAreTolls\n      $barges le $tolls → true()" in tell_diff(
        diff_taxonomies(canal, later), canal, later
    )


def test_what_a_new_version_forbids_is_told(canal: Taxonomy) -> None:
    """Of a notAll hypercube: of which concepts, with which members; what is free again breaks nothing."""
    free = replace(canal, hypercubes=tuple(cube for cube in canal.hypercubes if not cube.excludes))
    said = []
    for old, new in ((free, canal), (canal, free), (canal, canal)):
        changes = [each for each in diff_taxonomies(old, new).changes if "forbidden" in each.kind]
        said.append(
            [(each.kind, each.verdict, each.name, each.value("members"), each.also) for each in changes]
        )
    (cube,) = [cube for cube in canal.hypercubes if cube.excludes]

    told = ("canal:ReachAxis", "canal:ReachAxis: canal:Summit", cube.concepts)
    assert said == [
        [("forbidden", "breaking", *told)],
        [("not_forbidden", "harmless", *told)],
        [],
    ]


def test_hypercubes_say_what_a_fact_may_carry(canal: Taxonomy) -> None:
    """Inherited by the tree of concepts; a typed axis must be there, and what is forbidden is no permission."""
    allowed, locks, forbidden = canal.hypercubes

    assert allowed.concepts == ("canal:Tolls", "canal:TollsOnBarges", "canal:TollsOnBoats")
    assert (allowed.closed, allowed.excludes, allowed.context_element) == (True, False, "segment")
    assert (forbidden.closed, forbidden.excludes, forbidden.concepts) == (
        False,
        True,
        ("canal:TollsOnBarges",),
    )
    assert forbidden.members == (("canal:ReachAxis", ("canal:Summit",)),)
    assert locks.axes == ("canal:LockAxis",)
    assert canal.permits("canal:Tolls", frozenset({"canal:ReachAxis"}))
    assert canal.permits("canal:Tolls", frozenset())
    assert not canal.permits("canal:Tolls", frozenset({"canal:LockAxis"}))
    assert canal.permits("canal:Locks", frozenset({"canal:LockAxis"}))
    assert not canal.permits("canal:Locks", frozenset())


def test_members_decide_where_axes_alone_do_not(canal: Taxonomy) -> None:
    """What is forbidden at the summit, what needs a lock, what a fact without the axis means."""
    reach = "canal:ReachAxis"

    assert may_carry(canal, "canal:TollsOnBarges", {reach: "canal:LowerReach"})
    assert may_carry(canal, "canal:TollsOnBarges", {})
    assert not may_carry(canal, "canal:TollsOnBarges", {reach: "canal:Summit"})
    assert may_carry(canal, "canal:TollsOnBoats", {reach: "canal:Summit"})
    assert not may_carry(canal, "canal:TollsOnBoats", {"canal:LockAxis": "3"})
    assert may_carry(canal, "canal:Locks", {"canal:LockAxis": "3"})
    assert not may_carry(canal, "canal:Locks", {})
    assert not may_carry(canal, "canal:State", {reach: "canal:Summit"})


def test_a_figure_that_the_taxonomy_forbids_is_not_tagged_so(canal: Taxonomy) -> None:
    """It stays with a person: barges may not pass the summit."""
    allowed = ledger_of("2025年下游段駁船通行費為3億元。", "2025", taxonomy=canal)
    forbidden = ledger_of("2025年頂段駁船通行費為1億元。", "2025", taxonomy=canal)
    summit = (("canal:ReachAxis", "canal:Summit"),)

    assert [(row.concept, row.dimensions) for row in allowed.facts()] == [
        ("canal:TollsOnBarges", (("canal:ReachAxis", "canal:LowerReach"),))
    ]
    assert ("canal:TollsOnBarges", summit) not in [(row.concept, row.dimensions) for row in forbidden.facts()]
    assert [row.concept for row in forbidden.facts()] == []


def test_a_folder_and_a_zip_without_metadata_load_as_the_package_does(
    tmp_path: Path, canal: Taxonomy
) -> None:
    """What differs is the address, which only the package's metadata know."""
    folder = load_taxonomy(f"{copied(tmp_path / 'www')}#all.xsd")
    schema = load_taxonomy(str(tmp_path / "www" / "all.xsd"))
    metadata: dict[str, bytes | None] = {"META-INF/taxonomyPackage.xml": None, "META-INF/catalog.xml": None}
    bare = load_taxonomy(f"{zipped(tmp_path / 'bare.zip', metadata)}#all.xsd")

    assert folder.concepts == schema.concepts == bare.concepts == canal.concepts
    assert folder.hypercubes == schema.hypercubes == bare.hypercubes == canal.hypercubes
    assert canal.entry_point == "http://example.org/canal/2025/all.xsd"
    assert bare.entry_point == "http://tagwright.org/package/canal-2025/canal/www/all.xsd"


def test_the_compiled_form_is_the_same_whatever_the_run(tmp_path: Path) -> None:
    """Arelle's order must not come from hashes."""
    package = zipped(tmp_path / "canal.zip")
    code = (
        "import hashlib, sys; from taxonomy.foreign import load_dts; from taxonomy.compiled import encode;"
        "made = load_dts(sys.argv[1]); print(hashlib.sha256(encode(made.taxonomy, made.package().data).encode()).hexdigest())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code, f"{package}#all.xsd"],
            check=True,
            capture_output=True,
            text=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }

    assert len(said) == 1


def test_a_compiled_form_of_another_layout_is_refused(tmp_path: Path, canal: Taxonomy) -> None:
    """Fields that moved would be read as what they are not."""
    content = json.loads(encode(canal, b""))
    content["layout"] = "0" * 16
    path = tmp_path / "old.json"
    path.write_text(json.dumps(content), "utf-8")

    assert decode(path.read_bytes()) is None
    with pytest.raises(TagwrightError, match=r"old\.json: .*another version of tagwright.*taxonomy load"):
        load_taxonomy(str(path))


def test_a_workbook_of_it_gives_back_all_of_it(tmp_path: Path, canal: Taxonomy) -> None:
    """Trees, roles, arcs, labels of every role."""
    path = tmp_path / "canal.xlsx"
    path.write_bytes(write_workbook(canal))

    assert load_taxonomy(str(path)) == canal
    assert write_workbook(canal) == path.read_bytes()


def test_mistakes_in_its_workbook_are_told_with_sheet_and_cell(tmp_path: Path, canal: Taxonomy) -> None:
    """All of them in one run."""
    path = tmp_path / "canal.xlsx"
    path.write_bytes(write_workbook(canal))
    book = load_workbook(path)
    book["Concepts"].append(["canal:Toll", "monetary", "duration"])
    book["Concepts"].append(["canal:Tolls", "monetary", "duration"])
    book["Labels"].append(["canal:Barge", "standard", "Barge"])
    book["Members"].append(["canal:ReachAxis", "canal:Open", "canal:Drained"])
    book["Hypercube items"].append(["Tabel", "concept", "canal:Tolls"])
    book["Presentation"].append(["7", "canal:Tolls", "deep"])
    book["Calculation"].append(["1", "canal:Tolls", "canal:Locks", "one"])
    book["Elements"].append(["canal:New", "x:y", "xbrli:item", "sometimes"])
    book["Axes"].cell(2, 2).value = "canal:StateDomain"
    book.save(path)
    with pytest.raises(WorkbookError) as caught:
        load_taxonomy(str(path))
    said = str(caught.value)

    for message in (
        'sheet Concepts, cell A7: there is no element "canal:Toll" in the sheet Elements (did you mean "canal:Tolls"?)',
        'sheet Concepts, cell A8: "canal:Tolls" stands here twice: it is already in row 2',
        'sheet Labels, cell A19: there is no element "canal:Barge" in the sheet Elements',
        'sheet Members, cell C8: no row above this one has the member "canal:Drained"',
        'sheet Hypercube items, cell A11: there is no hypercube "Tabel"',
        'sheet Presentation, cell A8: there is no group "7"',
        'sheet Calculation, cell D6: "one" is no number',
        'sheet Axes, cell B2: the default "canal:StateDomain" is no member of the axis',
        'sheet Elements, cell D20: "sometimes" is none of instant, duration',
    ):
        assert message in said, said


def test_several_entry_points_are_listed(tmp_path: Path) -> None:
    """So that one can be copied."""
    package = zipped(tmp_path / "canal.zip")

    with pytest.raises(
        TagwrightError, match=r"2 entry points.*\n.*#http://example.org/canal/2025/all\.xsd\n"
    ):
        load_taxonomy(str(package))
    with pytest.raises(TagwrightError, match=r'no entry point "none\.xsd": choose one of'):
        load_taxonomy(f"{package}#none.xsd")


REFUSED = {
    "a file address": ("www/all.xsd", '"core.xsd"', '"file:///etc/core.xsd"', "outside", 11),
    "out of the package": ("www/all.xsd", '"core.xsd"', '"../../../core.xsd"', "outside", 11),
    "a schema that is not there": ("www/all.xsd", '"core.xsd"', '"cores.xsd"', "missing", 11),
    "an address that nothing leads to": (
        "www/all.xsd", '"core.xsd"', '"http://example.org/else/core.xsd"', "missing", 11,
    ),
    "what is no address": ("www/all.xsd", '"core.xsd"', '"http://[core.xsd"', "address", 11),
    "a name that no file can have": ("www/all.xsd", '"core.xsd"', '"core%00.xsd"', "address", 11),
    "a name that is too long": ("www/all.xsd", '"core.xsd"', f'"{"a" * 1900}.xsd"', "missing", 11),
    "xml:base": ("www/label.xml", "<link:labelLink ", '<link:labelLink xml:base="/etc/" ', "base", 3),
    "broken XML": ("www/core.xsd", "</xs:schema>", "", "xml", None),
    "a DOCTYPE": ("www/core.xsd", "<xs:schema ", "<!DOCTYPE x><xs:schema ", "xml", None),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_arelle_must_not_see_is_refused_with_its_place(case: str, tmp_path: Path) -> None:
    """Arelle would follow it, or read on in silence."""
    name, old, new, code, line = REFUSED[case]
    package = zipped(tmp_path / "canal.zip", changed(name, old, new))

    with pytest.raises(DtsError) as caught:
        load_dts(f"{package}#all.xsd")
    finding = next(item for item in caught.value.findings if item.code == f"tagwright:dts.{code}")

    assert name in f"{finding.file} {finding.message}"
    assert finding.line == line
    assert finding.severity == "error"


def test_an_address_in_a_folder_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    """A folder is asked for a file of that name, and the system refuses."""
    folder = copied(tmp_path / "www")
    schema = folder / "all.xsd"
    schema.write_text(schema.read_text("utf-8").replace('"core.xsd"', f'"{"a" * 1900}.xsd"'), "utf-8")

    with pytest.raises(DtsError, match="there is no file aaa"):
        load_dts(f"{folder}#all.xsd")


def test_all_mistakes_of_a_set_are_told_at_once(tmp_path: Path) -> None:
    """Not one a run."""
    package = zipped(
        tmp_path / "canal.zip",
        {
            **changed("www/all.xsd", 'xlink:href="label.xml"', 'xlink:href="labels.xml"'),
            **changed("www/relations.xml", '"all.xsd#tolls"', '"/etc/passwd"'),
            **changed("www/core.xsd", "</xs:schema>", ""),
        },
    )

    with pytest.raises(DtsError) as caught:
        load_dts(f"{package}#all.xsd")

    assert [(item.code, item.severity) for item in caught.value.findings] == [
        ("tagwright:dts.missing", "warning"),
        ("tagwright:dts.outside", "error"),
        ("tagwright:dts.xml", "error"),
    ]


def test_a_catalogue_that_leads_out_is_refused(tmp_path: Path) -> None:
    """Before any address is looked up in it."""
    package = zipped(tmp_path / "canal.zip", changed("META-INF/catalog.xml", '"../www/"', '"../../../etc/"'))

    with pytest.raises(TagwrightError, match=r"catalog\.xml:3: the catalogue leads out of the package"):
        load_dts(f"{package}#all.xsd")


def test_a_link_out_of_a_folder_is_not_followed(tmp_path: Path) -> None:
    """It counts as missing."""
    folder = copied(tmp_path / "www")
    (tmp_path / "core.xsd").write_bytes((folder / "core.xsd").read_bytes())
    (folder / "core.xsd").unlink()
    (folder / "core.xsd").symlink_to(tmp_path / "core.xsd")

    with pytest.raises(DtsError, match=r"all\.xsd:11: there is no file core\.xsd"):
        load_dts(f"{folder}#all.xsd")


def test_nothing_is_written_of_what_cannot_be_loaded(tmp_path: Path) -> None:
    """Neither the compiled form nor its package."""
    package = zipped(tmp_path / "in.zip", changed("www/all.xsd", '"core.xsd"', '"cores.xsd"'))
    output = tmp_path / "out.json"
    arguments = ["taxonomy", "load", f"{package}#all.xsd", "-o", str(output)]

    assert status_of(lambda: tagwright.main(arguments, standalone_mode=False)) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.zip"]


def test_a_missing_linkbase_is_told_and_the_rest_written(tmp_path: Path) -> None:
    """With status 1: something needs a person."""
    package = zipped(
        tmp_path / "in.zip", changed("www/all.xsd", 'xlink:href="label.xml"', 'xlink:href="no.xml"')
    )
    output = tmp_path / "out.json"
    result = CliRunner().invoke(
        tagwright, ["taxonomy", "load", f"{package}#all.xsd", "-o", str(output)], standalone_mode=False
    )

    assert result.return_value == 1
    assert "www/all.xsd:5: there is no file no.xml" in result.stderr
    assert f"{output}: 5 concepts, 4 headings, 2 axes, 6 members, 3 hypercubes" in result.stdout
    assert load_taxonomy(str(output)).concepts[0].labels == ()


TERMS = """\
concepts:
  canal:Tolls: {zh-Hant: [過閘費, 為…收的過閘費], en: [passage money]}
  Locks: {zh-Hant: [船閘]}
members:
  canal:Summit: {zh-Hant: [山頂段]}
"""


def test_terms_beside_a_taxonomy_find_its_concepts(canal: Taxonomy) -> None:
    """A name without a prefix is one of its own."""
    known = add_terms(canal, TERMS.encode(), "terms.yaml")

    assert Label("zh-Hant", "為…收的過閘費", "term") in known.concept_by_qname["canal:Tolls"].labels
    assert Label("zh-Hant", "船閘", "term") in known.concept_by_qname["canal:Locks"].labels
    assert Label("zh-Hant", "山頂段", "term") in known.member_by_qname["canal:Summit"].labels
    assert known.hypercubes == canal.hypercubes


def test_every_mistake_of_a_file_of_terms_is_told_with_its_place(canal: Taxonomy) -> None:
    """In one run, with a name that is near."""
    text = """\
concepts:
  canal:Toll: {en: [tolls]}
  canal:Locks: {english: [locks]}
  Locks: {en: locks}
member:
  canal:Summit: {en: [top]}
units:
  canal:boat: {en: [boats]}
"""

    with pytest.raises(SourceError) as caught:
        add_terms(canal, text.encode(), "terms.yaml")

    said = [(item.line, item.column, item.message) for item in caught.value.findings]
    assert [(line, column) for line, column, _ in said] == [
        (5, 1),
        (2, 3),
        (3, 17),
        (4, 15),
        (4, 3),
        (8, 3),
    ] or said
    messages = "\n".join(message for _, _, message in said)
    assert 'no concept "canal:Toll" (did you mean "canal:Tolls"?)' in messages
    assert 'has no key "member" (did you mean "members"?)' in messages
    assert '"english" is no language tag' in messages
    assert 'no unit "canal:boat"; it has no units at all' in messages
    assert "stands here twice, with its prefix and without" in messages


@pytest.mark.slow
@pytest.mark.parametrize("form", ["package", "folder", "compiled", "workbook"])
def test_a_filing_against_a_foreign_taxonomy_is_valid(form: str, tmp_path: Path) -> None:
    """Tagged by its labels and the terms beside it; dimensions in the segment, where its hypercubes want them."""
    reference = f"{zipped(tmp_path / 'canal.zip')}#all.xsd"
    if form == "folder":
        reference = f"{copied(tmp_path / 'www')}#all.xsd"
    if form in {"compiled", "workbook"}:
        output = tmp_path / "compiled.json"
        CliRunner().invoke(
            tagwright, ["taxonomy", "load", reference, "-o", str(output)], catch_exceptions=False
        )
        reference = str(output)
    if form == "workbook":
        output.with_suffix(".xlsx").write_bytes(write_workbook(load_taxonomy(reference)))
        reference = str(output.with_suffix(".xlsx"))
    (tmp_path / "entity.yaml").write_text(ENTITY, "utf-8")
    (tmp_path / "terms.yaml").write_text(TERMS, "utf-8")
    (tmp_path / "report.txt").write_text("2025年通行費收入12億元，其中下游段過閘費3億元。\n", "utf-8")
    arguments = [
        "tag", f"{tmp_path}/report.txt", "-o", f"{tmp_path}/out", "--taxonomy", reference,
        "--terms", f"{tmp_path}/terms.yaml", "--entity", f"{tmp_path}/entity.yaml", "--period", "2025",
    ]  # fmt: skip
    status = status_of(lambda: tagwright.main(arguments, standalone_mode=False))
    rows = [json.loads(line) for line in (tmp_path / "out" / "ledger.jsonl").read_text("utf-8").splitlines()]
    facts = {row["text"]: (row["concept"], row["dimensions"]) for row in rows if row["status"] == "fact"}

    assert facts == {
        "12億元": ("canal:Tolls", {}),
        "3億元": ("canal:Tolls", {"canal:ReachAxis": "canal:LowerReach"}),
    }
    assert status == 0, (tmp_path / "out" / "validation.json").read_text("utf-8")
    assert "<xbrli:segment>" in (tmp_path / "out" / "report.xbrl").read_text("utf-8")
    with ValidationChild() as arelle:
        verdicts = arelle.validate([tmp_path / "out" / "report.xbri"], [], {"report.xbri": 2})
    assert [verdict.outcome for verdict in verdicts] == ["valid"]


@pytest.mark.slow
def test_the_formulas_of_a_foreign_taxonomy_are_run_on_a_filing(tmp_path: Path) -> None:
    """Loaded once, its package has them: what they find leads to the sentence, and is counted."""
    output = tmp_path / "canal.json"
    reference = f"{zipped(tmp_path / 'theirs.zip')}#all.xsd"
    loaded = CliRunner().invoke(
        tagwright, ["taxonomy", "load", reference, "-o", str(output)], catch_exceptions=False
    )
    (tmp_path / "entity.yaml").write_text(ENTITY, "utf-8")
    status, file = judged(tmp_path, output, "2025年通行費收入12億元。駁船通行費15億元。\n")

    assert "3 hypercubes, 1 formula, 1 table" in loaded.output
    assert status == 1
    (finding,) = [found for found in file["findings"] if found["code"].startswith("message:")]
    assert finding["code"] == "message:tollsOnBargesAreTolls"
    assert finding["message"] == "Barges paid 1500000000, which is more than all tolls, 1200000000."
    assert finding["sentence"] == "2025年通行費收入12億元。"
    assert file["formulas"]["assertions"] == [
        {"id": "tollsOnBargesAreTolls", "satisfied": 0, "unsatisfied": 1}
    ]


def test_a_compiled_form_without_its_package_cannot_be_filed_with(tmp_path: Path) -> None:
    """Which package that is is told before anything is tagged."""
    package = zipped(tmp_path / "canal.zip")
    output = tmp_path / "compiled.json"
    CliRunner().invoke(
        tagwright, ["taxonomy", "load", f"{package}#all.xsd", "-o", str(output)], catch_exceptions=False
    )
    (tmp_path / "compiled.zip").write_bytes(b"another")
    (tmp_path / "entity.yaml").write_text(ENTITY, "utf-8")
    (tmp_path / "report.txt").write_text("2025年通行費收入12億元。\n", "utf-8")
    result = CliRunner().invoke(
        tagwright,
        ["tag", f"{tmp_path}/report.txt", "-o", f"{tmp_path}/out", "--taxonomy", str(output),
         "--entity", f"{tmp_path}/entity.yaml", "--period", "2025", "--no-validate"],
    )  # fmt: skip

    assert isinstance(result.exception, TagwrightError)
    assert "compiled.zip: the package that belongs to compiled.json is not there" in str(result.exception)
    assert not (tmp_path / "out").exists()
