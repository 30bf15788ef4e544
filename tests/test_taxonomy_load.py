"""A taxonomy by shipped name, source or package, and the tree that shows it."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from taxonomy import shipped
from taxonomy.compile import compile_package
from taxonomy.compiled import decode, encode
from taxonomy.errors import TagwrightError
from taxonomy.load import load_taxonomy
from taxonomy.shipped import shipped_names
from taxonomy.show import show_taxonomy
from taxonomy.source import load_source, parse_source

ROOT = Path(__file__).parent.parent
ALL_KEYS = ROOT / "tests" / "data" / "all-keys.yaml"


def test_a_source_and_its_package_load_as_the_same_taxonomy(tmp_path: Path) -> None:
    """Whichever form is given to the command."""
    package = tmp_path / "rail.zip"
    package.write_bytes(compile_package(load_source(ALL_KEYS)))

    assert load_taxonomy(str(ALL_KEYS)) == load_taxonomy(str(package)) == load_source(ALL_KEYS)


def test_an_unknown_name_is_answered_with_the_shipped_ones() -> None:
    """So that the next try is right."""
    with pytest.raises(TagwrightError, match=r'no taxonomy "bank-disclosures".*bank-disclosure.*FILE\.yaml'):
        load_taxonomy("bank-disclosures")


@pytest.mark.parametrize("name", ["nothing.yaml", "nothing.zip"])
def test_a_missing_file_is_told_by_its_path(name: str) -> None:
    """Without a traceback."""
    with pytest.raises(TagwrightError, match=rf"{name}: the taxonomy (source|package) cannot be read"):
        load_taxonomy(name)


@pytest.mark.parametrize("name", shipped_names())
def test_the_compiled_form_of_a_shipped_taxonomy_is_current(name: str) -> None:
    """If this fails: python -m taxonomy.shipped."""
    taxonomy = load_source(ROOT / "taxonomy" / f"{name}.yaml")
    compiled = (ROOT / "taxonomy" / f"{name}.json").read_text("utf-8")

    assert encode(taxonomy, shipped.source_bytes(name)) == compiled


@pytest.mark.parametrize(
    "path", [ALL_KEYS, ROOT / "samples" / "calculation" / "income.yaml"], ids=lambda path: path.stem
)
def test_the_compiled_form_holds_the_whole_taxonomy(path: Path) -> None:
    """Every kind of thing that a taxonomy may hold."""
    data = path.read_bytes()
    taxonomy = load_source(path)

    assert decode(encode(taxonomy, data).encode()) == (taxonomy, sha256(data).hexdigest())


def test_a_stale_compiled_form_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever edits a shipped source gets what he wrote."""
    monkeypatch.setattr(shipped, "_FOLDER", tmp_path)
    source = tmp_path / "rail.yaml"
    source.write_bytes(ALL_KEYS.read_bytes())
    shipped.write_compiled("rail")
    assert shipped.load_shipped("rail").version == "2025-06-30"

    source.write_bytes(ALL_KEYS.read_bytes().replace(b'version: "2025-06-30"', b'version: "2026"'))
    assert shipped.load_shipped("rail").version == "2026"

    (tmp_path / "rail.json").write_text("{", "utf-8")
    assert shipped.load_shipped("rail").version == "2026"


def test_a_compiled_form_is_stale_where_an_included_file_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files that a shipped source includes stand in the folder of its name."""
    monkeypatch.setattr(shipped, "_FOLDER", tmp_path)
    part = tmp_path / "rail" / "headings.yaml"
    part.parent.mkdir()
    part.write_text("headings: {OneHeading: {label: {en: One}}}\n", "utf-8")
    (tmp_path / "rail.yaml").write_bytes(
        ALL_KEYS.read_bytes().replace(b"include: []", b"include: [rail/headings.yaml]")
    )
    shipped.write_compiled("rail")
    assert shipped.load_shipped("rail").heading_by_qname["rail:OneHeading"]

    part.write_text("headings: {TwoHeading: {label: {en: Two}}}\n", "utf-8")
    assert shipped.load_shipped("rail").heading_by_qname["rail:TwoHeading"]


def test_a_shipped_name_loads_without_yaml_lxml_or_arelle() -> None:
    """They cost more than everything else in a cold start."""
    code = (
        "import sys; from taxonomy.load import load_taxonomy; load_taxonomy('bank-disclosure');"
        "print([name for name in ('yaml', 'lxml', 'arelle', 'pydantic') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)

    assert done.stdout == "[]\n"


def test_the_tree_shows_groups_concepts_axes_members_and_units() -> None:
    """In the language asked for, in English where it has no label."""
    tree = show_taxonomy(load_source(ALL_KEYS), "zh-Hant").splitlines()

    assert tree[0] == "鐵路披露 (rail, 2025-06-30)"
    start = tree.index("運輸及收入")
    assert tree[start + 1 : start + 4] == [
        "  客運量  [rail:Journeys]  count of 人次, duration  by LineAxis, ComparisonAxis, BasisAxis, StationAxis, OpeningAxis",
        "    客運量增長率  [rail:GrowthRateOfJourneys]  percent, duration",
        "    客運量增減額  [rail:IncreaseDecreaseInJourneys]  count of 人次, duration",
    ]
    start = tree.index("路線  [rail:LineAxis]")
    assert tree[start + 1 : start + 5] == [
        "  全網  [rail:AllLinesMember]  (default)",
        "  海岸線  [rail:CoastLineMember]",
        "  山線  [rail:HillLineMember]",
        "    Summit branch  [rail:SummitBranchMember]  (deprecated 2025-01-01)",
    ]
    assert "unit 人次  [rail:passenger]" in tree


def test_the_tree_shows_headings_enumerations_typed_axes_and_what_is_deprecated() -> None:
    """Each where it stands, with what follows it."""
    tree = show_taxonomy(load_source(ALL_KEYS), "en").splitlines()

    start = tree.index("其他")
    assert tree[start + 1 : start + 3] == [
        "  Accounts  [rail:AccountsHeading]",
        "    Operating result  [rail:OperatingResult]  monetary, duration, credit  by ScenarioAxis, BoundAxis",
    ]
    assert (
        "      Auditor's opinion  [rail:AuditorsOpinion]  enumeration of Opinions of an auditor, duration"
        in tree
    )
    assert "Station  [rail:StationAxis]  any text  (deprecated 2026-01-01: use rail:LineAxis)" in tree
    start = tree.index("Opinions of an auditor  [rail:OpinionDomain, values of enumerations]")
    assert tree[start + 2 : start + 4] == [
        "  Modified  [rail:ModifiedMember]  (not usable)",
        "    Qualified  [rail:QualifiedMember]",
    ]


def test_the_tree_leaves_no_concept_out() -> None:
    """Those in no group stand at the end of the groups."""
    text = ALL_KEYS.read_text("utf-8").replace("      - IsListed\n", "")
    taxonomy = parse_source(text.encode(), "x.yaml")
    tree = show_taxonomy(taxonomy, "en")

    assert "(in no group)\n  Shares are listed  [rail:IsListed]  boolean, instant\n" in tree
    assert all(f"[{concept.qname}]" in tree for concept in taxonomy.concepts)
