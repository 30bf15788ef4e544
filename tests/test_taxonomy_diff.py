"""What changed between two versions: each kind of change found, judged and said; what did not change is not."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tagwright.cli import tagwright
from taxonomy.compile import compile_package
from taxonomy.diff import Diff, diff_taxonomies
from taxonomy.diff.change import KINDS, THINGS, VERDICTS
from taxonomy.diff.told import LANGUAGES, texts_of
from taxonomy.errors import TagwrightError
from taxonomy.load import load_taxonomy
from taxonomy.model import Concept, Taxonomy
from taxonomy.package import read_package
from taxonomy.source import parse_source

ROOT = Path(__file__).parent.parent
OLD = ROOT / "samples" / "versions" / "shop-2024.yaml"
NEW = ROOT / "samples" / "versions" / "shop-2025.yaml"
RICH = ROOT / "tests" / "data" / "all-keys.yaml"
LOST = frozenset({"removed", "merged", "split"})


def run(*arguments: str) -> Result:
    """Run `tagwright taxonomy diff`."""
    return CliRunner().invoke(tagwright, ["taxonomy", "diff", *arguments], standalone_mode=False)


def shop_diff() -> Diff:
    """Return what changed between the two samples."""
    return diff_taxonomies(load_taxonomy(str(OLD)), load_taxonomy(str(NEW)))


def changed(before: str, after: str) -> Diff:
    """Return what changed when a piece of the old sample is written otherwise."""
    text = OLD.read_text("utf-8")
    assert text.count(before) == 1, before
    new = parse_source(text.replace(before, after).encode(), "new.yaml")
    return diff_taxonomies(load_taxonomy(str(OLD)), new)


def told(diff: Diff) -> list[tuple[str, str, str, str]]:
    """Return (verdict, thing, kind, name) of every change."""
    return [(change.verdict, change.thing, change.kind, change.name) for change in diff.changes]


def test_everything_that_became_of_the_chain_of_shops_is_found() -> None:
    """The sample holds nearly every kind of change; breaking ones come first."""
    expected = [
        ("breaking", "concept", "removed", "shop:Complaints"),
        ("breaking", "member", "removed", "shop:WestMember"),
        ("breaking", "concept", "renamed", "shop:Turnover"),
        ("breaking", "member", "renamed", "shop:WebMember"),
        ("breaking", "concept", "split", "shop:Shops"),
        ("breaking", "concept", "merged", "shop:ShopStaff"),
        ("breaking", "concept", "by_dimension", "shop:FoodTurnover"),
        ("breaking", "concept", "type", "shop:ShopFloor"),
        ("breaking", "concept", "period", "shop:LoyaltyMembers"),
        ("breaking", "concept", "balance", "shop:VoucherLiability"),
        ("breaking", "axis", "axis_not_allowed", "shop:RegionAxis"),
        ("breaking", "axis", "axes_not_together", "shop:ChannelAxis"),
        ("look", "member", "parent", "shop:IslandsMember"),
        ("look", "calculation", "parts", "shop:GrossProfit"),
        ("look", "relation", "bounds", "shop:ReturnRate"),
        ("look", "member", "added", "shop:EastMember"),
        ("look", "concept", "redefined", "shop:CostOfGoods"),
        ("look", "concept", "redefined", "shop:LoyaltyMembers"),
        *[("look", "concept", "relabelled", "shop:Turnover")] * 3,
        ("harmless", "taxonomy", "namespace", "shop"),
        ("harmless", "taxonomy", "entry_point", "shop"),
        ("harmless", "taxonomy", "version", "shop"),
        ("harmless", "concept", "added", "shop:DeliveryCost"),
        ("harmless", "axis", "added", "shop:GoodsAxis"),
        ("harmless", "hypercube", "added", "Channels"),
        ("harmless", "hypercube", "added", "Returns"),
        ("harmless", "concept", "relabelled", "shop:CostOfGoods"),
        ("harmless", "concept", "terms_added", "shop:CostOfGoods"),
        *[("harmless", "concept", "terms_added", "shop:Staff")] * 3,
        ("harmless", "member", "terms_added", "shop:WebMember"),
        ("harmless", "concept", "references", "shop:Turnover"),
        ("harmless", "concept", "moved", "shop:VoucherLiability"),
        ("harmless", "group", "reordered", "Sales"),
    ]

    assert told(shop_diff()) == expected


def test_a_rename_is_said_with_why_and_takes_its_variants_along() -> None:
    """Turnover is Sales now: the definition and every term stayed; four variants are not four more renames."""
    renamed = next(change for change in shop_diff().changes if change.kind == "renamed")

    assert renamed.now == ("shop:Sales",)
    assert renamed.certain
    assert [why.code for why in renamed.evidence] == ["same_definition", "terms", "place"]
    assert renamed.variants == (
        "shop:IncreaseDecreaseInTurnover",
        "shop:GrowthRateOfTurnover",
        "shop:ShareOfTurnover",
        "shop:IncreaseDecreaseInShareOfTurnover",
    )


def test_a_concept_that_is_now_a_concept_and_a_member_is_found() -> None:
    """Food sales are sales of food, in each of the three languages."""
    change = next(change for change in shop_diff().changes if change.kind == "by_dimension")

    assert change.now == ("shop:Sales", "shop:GoodsAxis", "shop:FoodMember")
    assert change.certain
    assert {why.values[0][1] for why in change.evidence} == {"en", "zh-Hant", "zh-Hans"}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("zh-Hans: 毛利}", "zh-Hans: 毛利润}", ("harmless", "concept", "relabelled", "shop:GrossProfit")),
        ("{en: [turnover, sales]", "{en: [turnover]", ("harmless", "concept", "terms_removed", "shop:Turnover")),
        ("default: AllRegionsMember", "default: NorthMember", ("breaking", "axis", "default", "shop:RegionAxis")),
        ("over: RegionAxis, complete: true", "over: RegionAxis, complete: false",
         ("look", "relation", "bounds", "shop:Turnover")),
        ("CostOfGoods: -1}}", "CostOfGoods: -2}}", ("look", "calculation", "parts", "shop:GrossProfit")),
        ("calculation:\n  - {total: GrossProfit, parts: {Turnover: 1, CostOfGoods: -1}}\n", "",
         ("harmless", "calculation", "removed", "shop:GrossProfit")),
        ("[Shops, ShopFloor, Staff, ShopStaff], axes: [RegionAxis]",
         "[Shops, ShopFloor, Staff, ShopStaff], axes: [RegionAxis, ChannelAxis]",
         ("harmless", "axis", "axis_allowed", "shop:ChannelAxis")),
        ("unit: shop\n", "unit: member\n", ("breaking", "concept", "counted_unit", "shop:Shops")),
        ("group: {en: Sales,", "group: {en: Trade,", ("harmless", "group", "relabelled", "Sales")),
        ('number: "15"', 'number: "16"', ("harmless", "concept", "references", "shop:Turnover")),
        ("terms: {en: [web shop], zh-Hant: [網店]}", "terms: {en: [web shop, app], zh-Hant: [網店]}",
         ("harmless", "member", "terms_added", "shop:WebMember")),
        ("default: AllRegionsMember", "default: WholeLandMember",
         ("harmless", "member", "renamed", "shop:AllRegionsMember")),
        ("balance: credit\n    label: {en: Vouchers", "label: {en: Vouchers",
         ("look", "concept", "balance", "shop:VoucherLiability")),
        ("  Complaints:\n    type: count\n    period: duration\n", "  Complaints:\n    type: count\n    period: instant\n",
         ("breaking", "concept", "period", "shop:Complaints")),
    ],
)  # fmt: skip
def test_one_edit_is_one_change(before: str, after: str, expected: tuple[str, str, str, str]) -> None:
    """Nothing else is said to have changed, but for labels that are made from a name."""
    found = [item for item in told(changed(before, after)) if item[1:3] != ("member", "relabelled")]

    assert found == [expected]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Branch lines}\n            usable: false", "Branch lines}\n            usable: true",
         ("harmless", "member", "usable", "rail:BranchLinesMember")),
        ("definition: {en: From the city", "usable: false\n            definition: {en: From the city",
         ("breaking", "member", "not_usable", "rail:HillLineMember")),
        ("{en: Year of opening}, typed: year}", "{en: Year of opening}, typed: date}",
         ("breaking", "axis", "type", "rail:OpeningAxis")),
        ("From}, bound: low}", "From}, bound: low, deprecated: {date: 2025-06-01, successor: HighMember}}",
         ("harmless", "member", "deprecated", "rail:LowMember")),
    ],
)  # fmt: skip
def test_what_a_richer_source_says_is_compared_too(
    before: str, after: str, expected: tuple[str, str, str, str]
) -> None:
    """Typed axes, members that only hold others together, deprecation."""
    text = RICH.read_text("utf-8")
    assert text.count(before) == 1, before

    new = parse_source(text.replace(before, after).encode(), "new.yaml")

    assert told(diff_taxonomies(load_taxonomy(str(RICH)), new)) == [expected]


def test_a_concept_that_named_its_successor_went_into_it() -> None:
    """Deprecated with a successor in one version, gone in the next: nothing is guessed."""
    text = OLD.read_text("utf-8")
    entry = "  Complaints:\n    type: count\n    period: duration\n    label: {en: Complaints, zh-Hant: 投訴, zh-Hans: 投诉}\n"
    dated = f"{entry}    deprecated: {{date: 2024-06-01, successor: Letters}}\n"
    letters = entry.replace("Complaints", "Letters").replace("投訴", "來函").replace("投诉", "来函")
    both = text.replace(entry, dated + letters).replace("Complaints]", "Complaints, Letters]")
    after = text.replace(entry, letters).replace("Complaints]", "Letters]")

    diff = diff_taxonomies(parse_source(both.encode(), "old.yaml"), parse_source(after.encode(), "new.yaml"))

    assert told(diff) == [("breaking", "concept", "merged", "shop:Complaints")]
    assert diff.changes[0].now == ("shop:Letters",)
    assert diff.changes[0].certain
    assert [why.code for why in diff.changes[0].evidence] == ["successor"]


def test_a_version_that_only_moved_changed_nothing_else() -> None:
    """Namespace, entry point and version: three lines, not one for every name. Even with another prefix."""
    text = OLD.read_text("utf-8")
    moved = text.replace("/shop/2024", "/shop/2026").replace('"2024-12-31"', '"2026-12-31"')
    old = load_taxonomy(str(OLD))

    diff = diff_taxonomies(old, parse_source(moved.encode(), "new.yaml"))
    other = diff_taxonomies(
        old, parse_source(moved.replace("prefix: shop", "prefix: chain").encode(), "new.yaml")
    )

    assert [change.kind for change in diff.changes] == ["namespace", "entry_point", "version"]
    assert [change.kind for change in other.changes] == ["namespace", "prefix", "entry_point", "version"]
    assert not diff.breaks
    assert not other.breaks


def test_source_and_package_are_one_version() -> None:
    """A version compared with its own package did not change."""
    taxonomy = load_taxonomy(str(OLD))
    package = read_package(compile_package(taxonomy), "shop.zip")

    assert diff_taxonomies(taxonomy, package).changes == ()


@pytest.mark.parametrize("seed", range(3))
def test_renames_are_found_among_concepts_that_came_and_went(seed: int) -> None:
    """25 of the bank's concepts renamed, 15 gone, 15 of other fields added: every rename found, none made up."""
    old = load_taxonomy("bank-disclosure")
    chosen = random.Random(seed).sample(  # noqa: S311  nothing is kept secret
        [each for each in old.concepts if each.variant is None], 40
    )
    names = {each.qname: f"bank:Reported{each.qname.partition(':')[2]}" for each in chosen[:25]}
    gone = frozenset(each.qname for each in chosen[25:])
    new = with_concepts(old, names, gone)

    diff = diff_taxonomies(old, new)

    found = {change.name: change.now[0] for change in diff.changes if change.kind == "renamed"}
    assert found == names
    lost = {item.name for item in diff.changes if item.thing == "concept" and item.kind in LOST}
    assert lost.intersection(each.qname for each in old.concepts if not each.variant) == gone


def with_concepts(old: Taxonomy, names: dict[str, str], gone: frozenset[str]) -> Taxonomy:
    """Return the taxonomy with concepts renamed, gone, and added from the samples' other fields."""

    def is_kept(concept: Concept) -> bool:
        base: str | None = concept.qname
        while base is not None:
            if base in gone or (base in names and base != concept.qname):
                return False
            base = old.concept_by_qname[base].variant_of
        return True

    kept = [each for each in old.concepts if is_kept(each)]
    others = load_taxonomy(str(ROOT / "samples" / "utility" / "utility.yaml")).concepts
    added = [replace(each, qname=f"{each.qname}Z", unit=None) for each in others if not each.variant][:15]
    concepts = [*(replace(each, qname=names.get(each.qname, each.qname)) for each in kept), *added]
    known = frozenset(each.qname for each in concepts)

    def living(items: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for item in items if (name := names.get(item, item)) in known)

    return replace(
        old,
        concepts=tuple(concepts),
        hypercubes=tuple(replace(cube, concepts=living(cube.concepts)) for cube in old.hypercubes),
        groups=tuple(replace(group, items=living(group.items)) for group in old.groups),
        calculations=(),
        relations=(),
    )


def test_the_exit_status_says_whether_it_breaks() -> None:
    """0 nothing breaking, 1 something; the words stand on stdout."""
    breaking = run(str(OLD), str(NEW))
    same = run(str(OLD), str(OLD))

    assert breaking.return_value == 1
    assert same.return_value == 0
    assert "concept renamed: shop:Turnover → shop:Sales “Turnover”" in breaking.stdout
    assert same.stdout == "Retail chain disclosures: 2024-12-31 → 2024-12-31\nNothing changed.\n"


def test_json_holds_what_the_text_says() -> None:
    """A program reads whether a change breaks as true, false or null."""
    plain = json.loads(run(str(OLD), str(NEW), "--json").stdout)

    assert plain["summary"] == {"breaking": 12, "look": 9, "harmless": 16}
    renamed = next(item for item in plain["changes"] if item["kind"] == "renamed")
    assert (renamed["breaking"], renamed["name"], renamed["now"]) == (True, "shop:Turnover", ["shop:Sales"])
    assert {item["breaking"] for item in plain["changes"]} == {True, False, None}


def test_it_is_told_in_chinese() -> None:
    """The sentences and the labels are of the language asked for."""
    text = run(str(OLD), str(NEW), "--language", "zh-Hant").stdout

    assert "37 項變動：12 項破壞相容，9 項待確認，16 項無影響" in text
    assert "概念 更名: shop:Turnover → shop:Sales “營業額”" in text


def test_every_language_has_every_word() -> None:
    """Same keys, same placeholders; every kind, thing, verdict and reason of the program is there."""
    keys = [set(flat(language)) for language in LANGUAGES]
    assert keys[0] == keys[1] == keys[2]
    for key in keys[0]:
        holes = [set(re.findall(r"\{\w+\}", flat(language)[key])) for language in LANGUAGES]
        assert holes[0] == holes[1] == holes[2], key
    assert {f"kind.{kind}" for kind in KINDS} <= keys[0]
    assert {f"thing.{thing}" for thing in THINGS} <= keys[0]
    assert {f"verdict.{verdict}" for verdict in VERDICTS} <= keys[0]
    assert all(f"reason.{change.reason}" in keys[0] for change in shop_diff().changes)


def flat(language: str) -> dict[str, str]:
    """Return the words of a language by dotted key."""
    made: dict[str, str] = {}
    for group, found in texts_of(language).items():
        if isinstance(found, str):
            made[group] = found
        else:
            made.update({f"{group}.{key}": text for key, text in found.items()})
    return made


def test_a_taxonomy_that_is_not_there_is_a_sentence() -> None:
    """What, where and what to do; no traceback."""
    result = run(str(OLD), "nowhere.yaml")

    assert isinstance(result.exception, TagwrightError)
    assert "nowhere.yaml" in str(result.exception)
