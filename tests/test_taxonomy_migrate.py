"""A report moved to another version: every fact is moved, dropped by a rule or left and listed, and Arelle agrees."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from exports import xbrl_xml
from exports.errors import InstanceError
from exports.migration import Migration, migrate
from exports.readers.read import read
from exports.report import Entity, Fact, Period, Report
from exports.validation import validate_in_child
from tagwright.cli import tagwright
from tagwright.exporting import export
from taxonomy.compile import compile_package, package_name
from taxonomy.diff import diff_taxonomies
from taxonomy.dts import Dts
from taxonomy.errors import TagwrightError
from taxonomy.load import load_taxonomy
from taxonomy.migration import NO_RULES, Rules, draft_rules, parse_rules
from taxonomy.model import Concept, Taxonomy
from taxonomy.source import parse_source
from taxonomy.yaml_nodes import SourceError

SAMPLES = Path(__file__).parent.parent / "samples" / "versions"
OLD, NEW, RULES = SAMPLES / "shop-2024.yaml", SAMPLES / "shop-2025.yaml", SAMPLES / "rules.yaml"
RICH = Path(__file__).parent / "data" / "all-keys.yaml"
YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))
DAY_BEFORE = Period(date(2023, 12, 31), date(2023, 12, 31))
WHO = Entity("http://example.org/companies", "CORNER")
SHOP = (
    ("iso4217", "http://www.xbrl.org/2003/iso4217"),
    ("shop", "http://example.org/taxonomy/shop/2024"),
    ("xbrli", "http://www.xbrl.org/2003/instance"),
)


def filed(tmp_path: Path, syntax: str = "xml") -> Path:
    """Return the sample's facts, filed against the version of 2024."""
    export(SAMPLES / "facts.csv", tmp_path / "old", to=[syntax], taxonomy=str(OLD),  # type: ignore[list-item]  # one of the syntaxes
           entity=SAMPLES / "entity.yaml", on_step=lambda _: None)  # fmt: skip
    name = {"xml": "facts.xbrl", "json": "facts.json", "csv": "facts-csv.json", "ixbrl": "facts.xbri"}[syntax]
    return tmp_path / "old" / name


def run(*arguments: object) -> Result:
    """Run `tagwright taxonomy migrate`."""
    return CliRunner().invoke(tagwright, ["taxonomy", "migrate", *map(str, arguments)], standalone_mode=False)


def shop(*facts: Fact) -> Report:
    """Return a report of the chain of shops."""
    return Report("http://example.org/taxonomy/shop/2024/shop.xsd", SHOP, facts)


def money(name: str, value: str, *, decimals: int = 0, **dimensions: str) -> Fact:
    """Return a fact in euro over the year."""
    members = tuple(sorted((f"shop:{axis}", f"shop:{member}") for axis, member in dimensions.items()))
    return Fact(f"{name}-{value}", f"shop:{name}", WHO, YEAR, members, "iso4217:EUR", value, decimals)


def moved(report: Report, rules: str, old: Taxonomy | None = None, new: Taxonomy | None = None) -> Migration:
    """Move a report of the shops by rules without their head."""
    before, after = old or load_taxonomy(str(OLD)), new or load_taxonomy(str(NEW))
    head = f"migration: {{from: {before.namespace!r}, to: {after.namespace!r}}}\n"
    return migrate(report, before, after, parse_rules((head + rules).encode(), "rules.yaml", before, after))


def left(migration: Migration) -> list[tuple[str, str]]:
    """Return (id, code) of what stayed behind."""
    return [(each.fact.id, each.code) for each in migration.left]


def renamed_shop(**replacements: str) -> Taxonomy:
    """Return the old sample with pieces written otherwise."""
    text = OLD.read_text("utf-8").replace("/shop/2024", "/shop/2026")
    for before, after in replacements.items():
        assert before in text
        text = text.replace(before, after)
    return parse_source(text.encode(), "new.yaml")


def test_every_fact_of_the_sample_is_accounted_for(tmp_path: Path) -> None:
    """Moved by rules, dropped by rules with the reason, or left with the reason: 20 of 20, in migration.json."""
    result = run(filed(tmp_path), "--from", OLD, "--to", NEW, "--rules", RULES, "-o", tmp_path / "new")

    assert result.return_value == 1
    found: dict[str, Any] = json.loads((tmp_path / "new" / "migration.json").read_text("utf-8"))
    assert found["counts"] == {"moved": 12, "dropped": 2, "left": 6}
    assert [(each["fact"]["id"], each["reason"]["code"]) for each in found["left"]] == [
        ("f04", "not_allowed"),
        ("f10", "no_rule_fits"),
        ("f13", "not_allowed"),
        ("f15", "changed"),
        ("f18", "no_concept"),
        ("f20", "changed"),
    ]
    assert {each["fact"]["id"]: each["reason"]["text"] for each in found["dropped"]} == {
        "f16": "The chain reports no complaints any more.",
        "f19": "member shop:WestMember: The shops in the west were sold.",
    }
    assert found["look"] == [
        {"concept": "shop:CostOfGoods", "why": "redefined"},
        {"concept": "shop:Sales", "why": "relabelled"},
    ]
    after = {each["from"]["id"]: each["to"] for each in found["moved"]}
    assert (after["f07"]["concept"], after["f07"]["dimensions"]) == (
        "shop:Sales",
        {"shop:GoodsAxis": "shop:FoodMember", "shop:RegionAxis": "shop:SouthMember"},
    )
    assert (after["f14"]["concept"], after["f14"]["value"]) == ("shop:VoucherLiability", "-640000")
    assert (after["f11"]["concept"], after["f11"]["unit"]) == ("shop:VillageShops", "shop:shop")
    assert after["f05"]["concept"] == "shop:GrowthRateOfSales"
    assert after["f03"]["dimensions"] == {"shop:ChannelAxis": "shop:OnlineMember"}


@pytest.mark.slow
@pytest.mark.parametrize("syntax", ["xml", "ixbrl", "json", "csv"])
def test_what_was_moved_is_valid_in_every_syntax(tmp_path: Path, syntax: str) -> None:
    """Read from any syntax, written in any; Arelle loads every moved fact and finds nothing."""
    run(filed(tmp_path, syntax), "--from", OLD, "--to", NEW, "--rules", RULES, "-o", tmp_path / "new",
        "--syntax", "xml,ixbrl,json,csv")  # fmt: skip

    folder = tmp_path / "new"
    instances = [
        folder / name for name in ("facts.xbrl", "facts.xhtml", "facts.json", "facts-csv.json", "facts.xbri")
    ]
    verdicts = validate_in_child(instances, [folder / "shop-2025-12-31.zip"])
    assert [(each.outcome, each.facts) for each in verdicts] == [("valid", 12)] * 5
    assert [finding for each in verdicts for finding in each.findings] == []


def test_a_version_that_only_moved_needs_no_rules() -> None:
    """Every fact goes along; names have the new namespace, values are as they were."""
    facts = (money("Turnover", "10"), money("CostOfGoods", "4", RegionAxis="NorthMember"))

    done = migrate(shop(*facts), load_taxonomy(str(OLD)), renamed_shop(), NO_RULES)

    assert done.left == done.dropped == ()
    assert done.report.held == facts
    assert dict(done.report.namespaces)["shop"] == "http://example.org/taxonomy/shop/2026"
    assert done.report.entry_point == "http://example.org/taxonomy/shop/2026/shop.xsd"


def test_another_prefix_and_one_that_is_taken() -> None:
    """Prefixes are the report's own: the old one may be any, and the new one must not take another's place."""
    namespaces = (
        ("chain", "http://example.org/else"),
        ("iso4217", "http://www.xbrl.org/2003/iso4217"),
        ("old", "http://example.org/taxonomy/shop/2024"),
    )
    fact = Fact(
        "a", "old:Turnover", WHO, YEAR, (("old:RegionAxis", "old:NorthMember"),), "iso4217:EUR", "1", 0
    )
    new = renamed_shop(**{"prefix: shop": "prefix: chain"})

    done = migrate(Report("x.xsd", namespaces, (fact,)), load_taxonomy(str(OLD)), new, NO_RULES)

    assert done.report.held[0].concept == "chain2:Turnover"
    assert done.report.held[0].dimensions == (("chain2:RegionAxis", "chain2:NorthMember"),)
    assert dict(done.report.namespaces)["chain"] == "http://example.org/else"
    assert "http://example.org/taxonomy/shop/2024" not in dict(done.report.namespaces).values()


def test_a_prefix_with_a_date_is_followed() -> None:
    """A taxonomy of others imports another one, whose prefix and namespace hold the year: names find each other."""

    def version(year: str) -> Taxonomy:
        def name(qname: str) -> str:
            return qname.replace("shop:Turnover", f"base_{year}:Turnover")

        taxonomy = load_taxonomy(str(OLD))
        return replace(
            taxonomy,
            concepts=tuple(replace(each, qname=name(each.qname)) for each in taxonomy.concepts if not each.variant),
            hypercubes=tuple(replace(cube, concepts=tuple(name(each) for each in cube.concepts if "In" not in each
                                                          and "Of" not in each.replace("CostOf", "")))
                             for cube in taxonomy.hypercubes),
            groups=(), calculations=(), relations=(),
            dts=Dts((("shop", taxonomy.namespace), (f"base_{year}", f"http://example.org/base/{year}")), (), (), ()),
        )  # fmt: skip

    namespaces = (*SHOP, ("b", "http://example.org/base/2024"))
    fact = Fact("a", "b:Turnover", WHO, YEAR, (), "iso4217:EUR", "1", 0)

    done = migrate(Report("x.xsd", namespaces, (fact,)), version("2024"), version("2025"), NO_RULES)

    assert done.report.held[0].concept == "base_2025:Turnover"
    assert dict(done.report.namespaces)["base_2025"] == "http://example.org/base/2025"


def test_what_an_axis_means_by_default_is_kept() -> None:
    """All regions was meant by silence and is no default any more: it is written out; the new default is not."""
    new = renamed_shop(
        **{
            "default: AllRegionsMember\n    members:\n      NorthMember: {label: {en: North, zh-Hant: 北部, zh-Hans: 北部}}":
            "default: NorthMember\n    members:\n      NorthMember: {label: {en: North}}\n"
            "      AllRegionsMember: {label: {en: All}}"
        }
    )  # fmt: skip
    facts = shop(money("Turnover", "10"), money("Turnover", "6", RegionAxis="NorthMember"))

    done = migrate(facts, load_taxonomy(str(OLD)), new, NO_RULES)

    assert [fact.dimensions for fact in done.report.held] == [
        (("shop:RegionAxis", "shop:AllRegionsMember"),),
        (),
    ]


def test_merging_that_contradicts_itself_moves_neither() -> None:
    """Two values for one fact are a question; equal ones, or one that rounds to the other, are none."""
    rules = "concepts: {Turnover: {to: Sales}, FoodTurnover: {to: Sales}}"

    apart = moved(
        shop(money("Turnover", "48"), money("FoodTurnover", "17"), money("CostOfGoods", "1")), rules
    )
    rounded = moved(shop(money("Turnover", "48"), money("FoodTurnover", "50", decimals=-1)), rules)

    assert left(apart) == [("Turnover-48", "two_values"), ("FoodTurnover-17", "two_values")]
    assert [fact.id for fact in apart.report.held] == ["CostOfGoods-1"]
    assert left(rounded) == []


def test_a_rule_changes_sign_scale_and_unit() -> None:
    """Values move by a power of ten, and so do the decimals; nothing is rounded; nil stays nil."""
    rules = """
concepts:
  CostOfGoods: {to: CostOfGoods, sign: reversed, scale: 3}
  GrossProfit: {to: GrossProfit, unit: "iso4217:USD"}
"""
    nil = Fact("nil", "shop:CostOfGoods", WHO, DAY_BEFORE, (), "iso4217:EUR", None, 0)

    facts = moved(
        shop(money("CostOfGoods", "12.50", decimals=2), money("GrossProfit", "7"), nil), rules
    ).report.held

    assert [(fact.value, fact.decimals, fact.unit) for fact in facts] == [
        ("-12500", -1, "iso4217:EUR"),
        ("7", 0, "iso4217:USD"),
        (None, -3, "iso4217:EUR"),
    ]


def test_a_dimension_becomes_a_concept() -> None:
    """The way back: what `where` names is taken from the fact, the other members stay."""
    old, new = load_taxonomy(str(NEW)), load_taxonomy(str(OLD))
    rules = """
concepts:
  Sales:
    - {where: {GoodsAxis: FoodMember}, to: FoodTurnover}
    - {where: {GoodsAxis: ClothesMember}, drop: Clothes were not reported.}
    - {to: Turnover}
"""
    namespaces = tuple((prefix, name.replace("2024", "2025")) for prefix, name in SHOP)
    facts = (
        money("Sales", "1"),
        money("Sales", "2", GoodsAxis="FoodMember", RegionAxis="NorthMember"),
        money("Sales", "3", GoodsAxis="ClothesMember"),
    )

    done = moved(Report("x.xsd", namespaces, facts), rules, old, new)

    assert [(fact.concept, fact.dimensions) for fact in done.report.held] == [
        ("shop:Turnover", ()),
        ("shop:FoodTurnover", (("shop:RegionAxis", "shop:NorthMember"),)),
    ]
    assert [(each.fact.id, each.text, each.line) for each in done.dropped] == [
        ("Sales-3", "Clothes were not reported.", 6)
    ]


@pytest.mark.slow
def test_typed_axes_and_named_values_move_along(tmp_path: Path) -> None:
    """A typed axis is called otherwise, the values of an enumeration too; Arelle finds the report valid."""
    old = load_taxonomy(str(RICH))
    text = RICH.read_text("utf-8").replace("/rail/2025", "/rail/2026")
    text = text.replace("OpeningAxis", "YearOpenedAxis").replace("AdverseMember", "NegativeMember")
    text = text.replace("HillLineMember", "MountainLineMember")
    new = parse_source(text.encode(), "new.yaml")
    rules = f"""
migration: {{from: {old.namespace!r}, to: {new.namespace!r}}}
axes: {{OpeningAxis: {{to: YearOpenedAxis}}}}
members: {{HillLineMember: {{to: MountainLineMember}}, AdverseMember: {{to: NegativeMember}}}}
"""
    typed = (("rail:OpeningAxis", "1912"), ("rail:StationAxis", "HB"))
    line = (("rail:LineAxis", "rail:HillLineMember"),)
    facts = (
        Fact("a", "rail:Journeys", WHO, YEAR, line, "rail:passenger", "120", None, typed=typed),
        Fact("b", "rail:AuditorsOpinion", WHO, YEAR, value="rail:AdverseMember", kind="enumeration"),
        Fact("c", "rail:AuditorsStatement", WHO, YEAR, value="Said & done", language="en"),
    )
    namespaces = (*SHOP[::2], ("rail", old.namespace))

    done = migrate(
        Report(old.entry_point, namespaces, facts), old, new, parse_rules(rules.encode(), "r", old, new)
    )

    assert left(done) == []
    assert done.report.held[0].typed == (("rail:StationAxis", "HB"), ("rail:YearOpenedAxis", "1912"))
    assert done.report.held[1].value == "rail:NegativeMember"
    package, instance = tmp_path / package_name(new), tmp_path / "report.xbrl"
    package.write_bytes(compile_package(new))
    with instance.open("wb") as stream:
        xbrl_xml.write(done.report, stream)
    (verdict,) = validate_in_child([instance], [package])
    assert (verdict.outcome, verdict.facts, list(verdict.findings)) == ("valid", 3, [])
    assert len(read(instance).held) == 3


def test_the_draft_is_a_file_of_rules_that_moves_what_is_certain(tmp_path: Path) -> None:
    """What diff is sure of stands in the draft, the rest is commented; a file of a person is never overwritten."""
    path = tmp_path / "rules.yaml"
    arguments = ["taxonomy", "diff", str(OLD), str(NEW), "--rules", str(path)]

    CliRunner().invoke(tagwright, arguments, standalone_mode=False)

    old, new = load_taxonomy(str(OLD)), load_taxonomy(str(NEW))
    rules: Rules = parse_rules(path.read_bytes(), str(path), old, new)
    assert sorted(rules.concepts) == [
        "shop:FoodTurnover",
        "shop:GrowthRateOfTurnover",
        "shop:IncreaseDecreaseInShareOfTurnover",
        "shop:IncreaseDecreaseInTurnover",
        "shop:ShareOfTurnover",
        "shop:Turnover",
    ]
    assert list(rules.members) == ["shop:WebMember"]
    text = path.read_text("utf-8")
    for commented in ("# VoucherLiability: {to: VoucherLiability, sign: reversed}", "# ShopStaff: {to: Staff}",
                      '# Complaints: {drop: "…"}', "#   - {where: {…: …}, to: CityShops}"):  # fmt: skip
        assert commented in text

    again = CliRunner().invoke(tagwright, arguments, standalone_mode=False)
    assert isinstance(again.exception, TagwrightError)
    assert "is there already" in str(again.exception)
    assert path.read_text("utf-8") == text


def test_what_is_deprecated_is_moved_and_said_so(tmp_path: Path) -> None:
    """Facts of a concept that is not to be used any more still move; the draft asks for the successor."""
    new = tmp_path / "new.yaml"
    text = OLD.read_text("utf-8").replace("/shop/2024", "/shop/2026")
    text = text.replace("  Staff:\n", "  Staff:\n    deprecated: {date: 2026-01-01, successor: ShopStaff}\n")
    new.write_text(text.replace('"2024-12-31"', '"2026-12-31"'), "utf-8")

    result = run(filed(tmp_path), "--from", OLD, "--to", new, "-o", tmp_path / "new")

    assert result.return_value == 0
    assert "look: shop:Staff: it is deprecated in the new version" in result.stderr
    before, after = load_taxonomy(str(OLD)), load_taxonomy(str(new))
    draft = draft_rules(diff_taxonomies(before, after), before, after)
    assert "  # Staff: {to: ShopStaff}   # deprecated: 2026-01-01 → shop:ShopStaff" in draft
    assert dict(parse_rules(draft.encode(), "r", before, after).concepts) == {}


def test_no_label_gets_out_of_its_comment() -> None:
    """A label of a foreign taxonomy with a line break or a mark of YAML stays where it is."""
    entry = "  Complaints:\n    type: count\n    period: duration\n    label: {en: Complaints, zh-Hant: 投訴, zh-Hans: 投诉}\n"
    old = renamed_shop(**{"en: Complaints,": '"en": "Complaints\\n\\u2028evil: {drop: x}",'})
    new = renamed_shop(**{entry: "", ", Complaints]": "]"})

    draft = draft_rules(diff_taxonomies(old, new), old, new)

    assert "evil" in draft
    assert dict(parse_rules(draft.encode(), "r", old, new).concepts) == {}


def test_every_mistake_of_the_rules_is_told_with_its_place() -> None:
    """One run, all mistakes, each with line, column and a near name."""
    old, new = load_taxonomy(str(OLD)), load_taxonomy(str(NEW))
    text = """\
migration: {from: http://example.org/taxonomy/shop/2023, to: http://example.org/taxonomy/shop/2025}
concepts:
  Turnovr: {to: Sales}
  Turnover: {to: Sale}
  Shops: {to: CityShops, drop: both}
  Staff: {too: Staff}
  CostOfGoods: {to: CostOfGoods, scale: many, unit: shop}
  GrossProfit: {drop: gone, sign: reversed}
  FoodTurnover:
    - {to: Sales}
    - {to: Sales, dimensions: {GoodsAxis: WebMember, PlaceAxis: X}}
members:
  WestMember: {drop: ""}
"""

    with pytest.raises(SourceError) as raised:
        parse_rules(text.encode(), "rules.yaml", old, new)

    lines = str(raised.value).splitlines()
    for place, piece in (
        ("1:19", "--from is http://example.org/taxonomy/shop/2024"),
        ("3:3", 'the old version has no concept "Turnovr" (did you mean "Turnover"?)'),
        ("4:18", 'the new version has no concept "Sale" (did you mean "Sales"?)'),
        ("5:10", 'either "to" or "drop"'),
        ("6:11", 'a rule has no key "too" (did you mean "to"?)'),
        ("7:41", "expected the scale as a whole number"),
        ("8:29", 'a fact that is dropped needs no "sign"'),
        ("10:7", "no rule after this one is ever tried"),
        ("11:43", 'the new version has no member of GoodsAxis "WebMember"'),
        ("11:54", 'the new version has no axis "PlaceAxis"'),
        ("13:22", "the reason to drop it"),
    ):
        assert any(line.startswith(f"rules.yaml:{place}: ") and piece in line for line in lines), (
            place,
            lines,
        )


def test_a_report_of_something_else_is_refused(tmp_path: Path) -> None:
    """The wrong version is a sentence, and nothing is written."""
    result = run(filed(tmp_path), "--from", NEW, "--to", OLD, "-o", tmp_path / "new")

    assert isinstance(result.exception, InstanceError)
    assert "give the version that it was written against (--from)" in str(result.exception)
    assert not (tmp_path / "new").exists()


def test_versions_of_two_taxonomies_move_nothing(tmp_path: Path) -> None:
    """No report without a fact is written."""
    result = run(filed(tmp_path), "--from", OLD, "--to", "bank-disclosure", "-o", tmp_path / "new")

    assert "none of the 20 facts can be moved" in str(result.exception)
    assert not (tmp_path / "new").exists()


def test_members_that_a_hypercube_of_others_does_not_take_stay_behind() -> None:
    """A hypercube that takes some members of an axis only, and one that forbids: facts outside are left, and told."""
    old = load_taxonomy(str(OLD))
    first, *others = old.hypercubes
    some = replace(first, members=(("shop:RegionAxis", ("shop:AllRegionsMember", "shop:NorthMember")),))
    forbidden = replace(first, name="None", role="r", excludes=True,
                        members=(("shop:RegionAxis", ("shop:SouthMember",)),))  # fmt: skip
    facts = shop(*(money("Turnover", str(n), RegionAxis=name) for n, name in enumerate(("NorthMember", "SouthMember"))),
                 money("Turnover", "7"))  # fmt: skip

    limited = replace(old, hypercubes=(some, *others))
    excluding = replace(old, hypercubes=(replace(first, role="r"), forbidden, *others))

    assert left(migrate(facts, old, limited, NO_RULES)) == [("Turnover-1", "not_allowed")]
    assert left(migrate(facts, old, excluding, NO_RULES)) == [("Turnover-1", "not_allowed")]
    (change,) = diff_taxonomies(old, limited).changes
    assert (change.kind, change.verdict, change.name) == (
        "members_not_allowed",
        "breaking",
        "shop:RegionAxis",
    )
    assert change.value("members") == "shop:IslandsMember, shop:SouthMember, shop:WestMember"


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    """Twice the same files, byte for byte."""
    instance = filed(tmp_path)

    for name in ("one", "two"):
        run(
            instance,
            "--from",
            OLD,
            "--to",
            NEW,
            "--rules",
            RULES,
            "-o",
            tmp_path / name,
            "--syntax",
            "xml,json,csv",
        )

    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert len(files) == 7
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.parametrize("seed", range(3))
def test_drafted_rules_move_every_fact_of_a_version_that_only_renamed(seed: int) -> None:
    """The bank taxonomy, 40 concepts, 4 axes and 20 members renamed: the draft alone moves a fact of each concept."""
    chance = random.Random(seed)  # noqa: S311  nothing is kept secret
    old = load_taxonomy("bank-disclosure")
    bases = [each.qname for each in old.concepts if not each.variant]
    members = [member.qname for axis in old.axes for member in axis.members if member.qname != axis.default]
    chosen = {
        *chance.sample(bases, 40),
        *chance.sample(list(old.axis_by_qname), 4),
        *chance.sample(members, 20),
    }
    new = with_names(old, {name: f"bank:Reported{name.partition(':')[2]}" for name in chosen})
    facts = []
    for number, concept in enumerate(old.concepts):
        axes = sorted(axis for axis in old.axes_of[concept.qname] if axis in old.axis_by_qname)
        axis = old.axis_by_qname[chance.choice(axes)] if axes else None
        usable = [member.qname for member in axis.members if member.qname != axis.default] if axis else []
        dimensions = ((axis.qname, chance.choice(usable)),) if axis and usable else ()
        period = YEAR if concept.period_type == "duration" else Period(None, YEAR.end)
        unit = {"monetary": "iso4217:CNY", "count": concept.unit or "xbrli:pure"}.get(
            concept.type, "xbrli:pure"
        )
        facts.append(Fact(f"f{number}", concept.qname, WHO, period, dimensions, unit, str(number), 0))
    report = Report(old.entry_point, (*SHOP[::2], ("bank", old.namespace)), tuple(facts))

    rules = parse_rules(draft_rules(diff_taxonomies(old, new), old, new).encode(), "rules.yaml", old, new)
    done = migrate(report, old, new, rules)

    assert [(each.fact.concept, each.fact.dimensions, each.text) for each in done.left] == []
    assert [each.after.value for each in done.moved] == [fact.value for fact in facts]
    for each, concept in zip(done.moved, new.concepts, strict=True):
        assert each.after.concept == concept.qname


def with_names(old: Taxonomy, names: dict[str, str]) -> Taxonomy:
    """Return the taxonomy with some things called otherwise, as a new version."""

    def new(name: str) -> str:
        return names.get(name, name)

    def renamed(concept: Concept) -> Concept:
        base = old.concept_by_qname[concept.variant_of].qname if concept.variant_of else None
        return replace(concept, qname=new(concept.qname), variant_of=new(base) if base else None)

    return replace(
        old,
        namespace=f"{old.namespace}/next",
        concepts=tuple(renamed(each) for each in old.concepts),
        axes=tuple(
            replace(
                axis,
                qname=new(axis.qname),
                members=tuple(
                    replace(each, qname=new(each.qname), parent=new(each.parent) if each.parent else None)
                    for each in axis.members
                ),
            )
            for axis in old.axes
        ),
        hypercubes=tuple(
            replace(cube, concepts=tuple(map(new, cube.concepts)), axes=tuple(map(new, cube.axes)))
            for cube in old.hypercubes
        ),
        groups=tuple(replace(group, items=tuple(map(new, group.items))) for group in old.groups),
        calculations=(),
        relations=(),
    )


def test_every_code_is_documented() -> None:
    """The list in the documentation is that of the program."""
    root = Path(__file__).parent.parent
    program = (root / "exports" / "migration" / "move.py").read_text("utf-8")
    table = (
        (root / "docs" / "taxonomy-versions.md")
        .read_text("utf-8")
        .partition("### Why a fact stays behind")[2]
    )

    codes = set(re.findall(r'_StaysError\(\s*"(\w+)"', program)) | {"two_values"}

    assert codes == set(
        re.findall(
            r"`([a-z_]+)`", "".join(line.split("|")[1] for line in table.splitlines() if "| `" in line)
        )
    )
