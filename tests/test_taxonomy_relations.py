"""Sums and ratios of a source: in every form of the taxonomy, run by Arelle, and proven by us with the same result."""

from __future__ import annotations

import random
from collections import Counter
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tagger.decisions.reproof import prove_rows
from taxonomy.compile import compile_package
from taxonomy.compiled import decode, encode
from taxonomy.diff.compare import diff_taxonomies
from taxonomy.formulas import formulas_of, message_of
from taxonomy.load import load_foreign
from taxonomy.package import read_package
from taxonomy.relation import RatioOf, SumOf, Term
from taxonomy.source import load_source, parse_source
from taxonomy.workbook.source import load_workbook
from taxonomy.workbook.write import write_workbook
from taxonomy.write_source import write_source
from taxonomy.yaml_nodes import SourceError
from tests.tagging_example import ledger_of
from tests.test_taxonomy_formula import Facts, run_formulas

if TYPE_CHECKING:
    from taxonomy.model import Taxonomy

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
MILL = Path(__file__).parent / "data" / "mill.yaml"
RIVER, OWNER = "mill:RiverAxis", "mill:OwnerAxis"
UPPER, LOWER = "mill:UpperMember", "mill:LowerMember"
TOWN = (OWNER, "mill:TownMember")


@pytest.fixture(scope="module")
def mill() -> Taxonomy:
    """Return the taxonomy of the mills."""
    return load_source(MILL)


def test_a_sum_says_members_and_weights(mill: Taxonomy) -> None:
    """What stands in the source stands in the model, a name alone for what weighs one."""
    first, second, ratio, share = mill.relations

    assert first == SumOf(
        "mill:Stock", (Term("mill:Flour"), Term("mill:Bran"), Term("mill:Allowance", weight=-1))
    )
    assert isinstance(second, SumOf)
    assert second.parts[-1] == Term("mill:Bran", ((RIVER, LOWER),), 2)
    assert ratio == RatioOf("mill:AllowanceRatio", Term("mill:Allowance"), Term("mill:Stock"))
    assert share == RatioOf("mill:UpperShare", Term("mill:Stock", ((RIVER, UPPER),)), Term("mill:Stock"))


def test_every_form_gives_the_relations_back(mill: Taxonomy, tmp_path: Path) -> None:
    """Package, source, workbook, and compiled form: nothing is lost on the way."""
    package = compile_package(mill)
    book = tmp_path / "mill.xlsx"
    book.write_bytes(write_workbook(mill))
    compiled = decode(encode(mill, b"").encode())

    assert read_package(package, "mill.zip") == mill
    assert compile_package(parse_source(write_source(mill), "mill.yaml")) == package
    assert load_workbook(book) == mill
    assert compiled is not None
    assert compiled[0] == mill


def summed(mill: Taxonomy) -> Facts:
    """Return facts in which every sum and ratio holds, for the whole and for the mills of the town."""
    facts = Facts(mill)
    for owner in ((), (TOWN,)):
        facts.say("mill:Stock", 2024, 100, *owner)
        facts.say("mill:Flour", 2024, 70, *owner)
        facts.say("mill:Bran", 2024, 35, *owner)
        facts.say("mill:Allowance", 2024, 5, *owner)
        facts.say("mill:Stock", 2024, 60, *owner, (RIVER, UPPER))
        facts.say("mill:Flour", 2024, 20, *owner, (RIVER, LOWER))
        facts.say("mill:Bran", 2024, 10, *owner, (RIVER, LOWER))
        facts.say("mill:AllowanceRatio", 2024, "0.05", *owner)
        facts.say("mill:UpperShare", 2024, "0.6", *owner)
    return facts


BROKEN: dict[str, tuple[str, int | str, tuple[tuple[str, str], ...]]] = {
    "sum.Stock": ("mill:Flour", 71, ()),
    "sum.Stock.2": ("mill:Bran", 11, ((RIVER, LOWER),)),
    "ratio.AllowanceRatio": ("mill:AllowanceRatio", "0.06", ()),
    "ratio.UpperShare": ("mill:UpperShare", "0.5", ()),
}


@pytest.mark.slow
def test_each_assertion_is_satisfied_and_fails_on_what_is_made_to_break_it(
    mill: Taxonomy, tmp_path: Path
) -> None:
    """Arelle evaluates each twice, of the whole and of the town, and finds the one figure that is wrong."""
    broken = []
    for concept, value, members in BROKEN.values():
        broken.append(summed(mill))
        broken[-1].say(concept, 2024, value, *members)

    right, *wrong = run_formulas(tmp_path, summed(mill), *broken)

    assert (right.outcome, right.findings) == ("valid", ())
    assert {item.assertion: item.satisfied for item in right.evaluations} == dict.fromkeys(BROKEN, 2)
    for name, verdict in zip(BROKEN, wrong, strict=True):
        assert [finding.code for finding in verdict.findings] == [f"message:{name}"]
    assert [verdict.findings[0].message for verdict in wrong] == [
        "Stock: the parts add up to 101, and the whole is reported as 100.",
        "Stock: the parts add up to 102, and the whole is reported as 100.",
        "Allowance ratio: 5 over 100 does not agree with 0.06.",
        "Share of the upper river: 60 over 100 does not agree with 0.5.",
    ]


TOLD = {
    "en": (
        "…: the parts add up to ∑, and the whole is reported as {whole}.",
        "…: {numerator} over {denominator} does not agree with {ratio}.",
    ),
    "zh-Hant": (
        "…：各部分之和為 ∑，而披露的整體為 {whole}。",
        "…：{numerator} 除以 {denominator}，與 {ratio} 不符。",
    ),
    "zh-Hans": (
        "…：各部分之和为 ∑，而披露的整体为 {whole}。",
        "…：{numerator} 除以 {denominator}，与 {ratio} 不符。",
    ),
}


@pytest.mark.parametrize(("language", "texts"), TOLD.items(), ids=TOLD)
def test_messages_are_told_in_each_language(mill: Taxonomy, language: str, texts: tuple[str, str]) -> None:
    """Whoever reads about the taxonomy reads what would be said, of two sums and two ratios."""
    told = [message_of(formula, language) for formula in formulas_of(mill)]

    assert told == [texts[0], texts[0], texts[1], texts[1]]


@pytest.mark.slow
def test_our_proofs_and_the_formulas_say_the_same(mill: Taxonomy, tmp_path: Path) -> None:
    """On rounded figures, some left out, some bounded, some off by one in the last place: the same facts contradict."""
    chance = random.Random(6)  # noqa: S311  a seed that repeats is the point
    facts = Facts(mill)
    for year in range(1960, 2020):
        for owner in ((), (TOWN,)):
            _say_rounded(facts, chance, year, *owner)

    (verdict,) = run_formulas(tmp_path, facts)

    _, proofs = prove_rows(facts.rows, mill)
    wrong = Counter(
        (_kind(proof.kind), frozenset(proof.rows)) for proof in proofs if proof.outcome == "contradicts"
    )
    found = Counter(
        (finding.code.split(":")[1].partition(".")[0], frozenset(f"r{name[1:]}" for name in ids))
        for finding, ids in zip(verdict.findings, verdict.fact_ids, strict=True)
    )
    assert found == wrong
    assert {kind for kind, _ in wrong} == {"sum", "ratio"}
    assert len(wrong) > 20
    satisfied = Counter[str]()
    for item in verdict.evaluations:
        satisfied[item.assertion.partition(".")[0]] += item.satisfied
    assert satisfied == Counter(_kind(proof.kind) for proof in proofs if proof.outcome == "agrees")
    assert min(satisfied.values()) > 20


def _kind(of_proof: str) -> str:
    return "sum" if of_proof == "total" else of_proof


def _say_rounded(facts: Facts, chance: random.Random, year: int, *owner: tuple[str, str]) -> None:
    """Report figures that belong together, rounded to different places; at times one is off, or not there."""
    upper, flour_below, bran_below = (Decimal(chance.randint(10**5, 10**6)) for _ in range(3))
    stock = upper + flour_below + 2 * bran_below
    allowance = Decimal(chance.randint(10**3, 10**5))
    bran = Decimal(chance.randint(10**4, 10**5))
    said = (
        ("mill:Stock", stock, ()),
        ("mill:Flour", stock + allowance - bran, ()),
        ("mill:Bran", bran, ()),
        ("mill:Allowance", allowance, ()),
        ("mill:AllowanceRatio", allowance / stock, ()),
        ("mill:UpperShare", upper / stock, ()),
        ("mill:Stock", upper, ((RIVER, UPPER),)),
        ("mill:Flour", flour_below, ((RIVER, LOWER),)),
        ("mill:Bran", bran_below, ((RIVER, LOWER),)),
    )
    left_out = chance.choice((None, None, *range(len(said))))
    for number, (concept, value, members) in enumerate(said):
        if number == left_out:
            continue
        places = chance.choice((3, 4)) if value < 1 else chance.choice((0, -2, -3))
        unit = Decimal(1).scaleb(-places)
        printed = value.quantize(unit, ROUND_HALF_EVEN) + chance.choice((0, 0, 0, 0, 1)) * unit
        qualifier = chance.choice(("", "", "", "", "", "exceeds", "nearly", "about"))
        facts.say(concept, year, printed, *owner, *members, decimals=places, qualifier=qualifier)


def test_a_text_is_held_to_sums_and_ratios_and_nothing_is_withheld(mill: Taxonomy) -> None:
    """A ratio that does not come out is told; which of the three figures is wrong, no arithmetic can say."""
    right = "年末存貨100億元，其中麵粉70億元，麩皮35億元。霉變準備5億元，準備率5.0%。"

    good, bad = (
        ledger_of(text, taxonomy=mill) for text in (right, right.replace("5.0%", "6.2%").replace("35", "38"))
    )

    assert {(proof.kind, proof.outcome) for proof in good.proofs} == {
        ("total", "agrees"),
        ("ratio", "agrees"),
    }
    assert {(proof.kind, proof.outcome) for proof in bad.proofs} == {
        ("total", "contradicts"),
        ("ratio", "contradicts"),
    }
    assert [row.status for row in bad.rows] == ["fact"] * 5


def test_a_sum_with_a_part_that_is_not_told_is_not_decided(mill: Taxonomy) -> None:
    """Somebody else's total may be made of more: without the bran nothing is said of it."""
    ledger = ledger_of("年末存貨100億元，其中麵粉10億元。霉變準備5億元。", taxonomy=mill)

    assert ledger.proofs == ()


MISTAKES = {
    "no part": ("{sum_of: Stock, parts: []}", "a sum needs at least one part, [Part]"),
    "part of itself": ("{sum_of: Stock, parts: [Stock]}", '"Stock" is a part of itself: remove it'),
    "unknown concept": (
        "{sum_of: Stock, parts: [Flower]}",
        'there is no concept "Flower" (did you mean "Flour"?)',
    ),
    "the wrong side": (
        "{sum_of: Stock, parts: [Flour, Allowance]}",
        '"Allowance" has the other balance as its total "Stock", so its weight must be negative, not 1',
    ),
    "weight 0": (
        "{sum_of: Stock, parts: [{concept: Flour, weight: 0}]}",
        'the weight of "Flour" must be a whole number other than 0, such as 1 or -1',
    ),
    "part twice": (
        "{sum_of: Stock, parts: [Flour, Flour]}",
        'the part "mill:Flour" stands in this sum twice: remove one',
    ),
    "no member": (
        "{sum_of: Stock, parts: [{concept: Flour, members: {RiverAxis: UperMember}}]}",
        'there is no member of RiverAxis "UperMember" (did you mean "UpperMember"?)',
    ),
    "members empty": (
        "{sum_of: Stock, parts: [{concept: Flour, members: {}}]}",
        'name a member, {Axis: Member}, or leave "members" out',
    ),
    "the default": (
        "{sum_of: Stock, parts: [{concept: Flour, members: {RiverAxis: AllRiverMember}}]}",
        '"AllRiverMember" is the default of RiverAxis, which a fact without the axis has: remove it',
    ),
    "another unit": (
        "{sum_of: Stock, parts: [Flour, AllowanceRatio]}",
        '"AllowanceRatio" is in another unit than its total "Stock": they cannot be added up',
    ),
    "a weight in a ratio": (
        "{ratio_of: AllowanceRatio, numerator: {concept: Bran, weight: 2}, denominator: Stock}",
        'the numerator has no key "weight"; its keys are concept, members',
    ),
    "no ratio": (
        "{ratio_of: Bran, numerator: Flour, denominator: Stock}",
        '"Bran" (monetary) is no number that a ratio is: expected the type percent, ratio, decimal',
    ),
    "always one": (
        "{ratio_of: AllowanceRatio, numerator: Stock, denominator: Stock}",
        "numerator and denominator are the same, and so the ratio always 1: correct one",
    ),
    "no denominator": (
        "{ratio_of: AllowanceRatio, numerator: Stock}",
        'a relation (ratio_of) lacks the key "denominator"',
    ),
    "units that differ": (
        "{ratio_of: AllowanceRatio, numerator: UpperShare, denominator: Stock}",
        '"mill:UpperShare" is in another unit than "mill:Stock": their ratio is no pure number',
    ),
}


@pytest.mark.parametrize(("relation", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_relation_that_makes_no_sense_is_a_mistake_with_its_place(relation: str, message: str) -> None:
    """At the line of the relation, in the words of an author."""
    source = MILL.read_text("utf-8").partition("\nrelations:")[0] + f"\nrelations:\n  - {relation}\n"

    with pytest.raises(SourceError) as caught:
        parse_source(source.encode(), "mill.yaml")

    assert [finding.message for finding in caught.value.findings] == [message]
    assert caught.value.findings[0].line == len(source.splitlines())


def test_a_sum_of_the_other_side_is_none_of_mixed_sides() -> None:
    """Assets are liabilities and equity: all parts are credits, and the total is a debit."""
    source = MILL.read_text("utf-8").partition("\nrelations:")[0]
    source += "\nrelations:\n  - {sum_of: Stock, parts: [Allowance]}\n"

    assert parse_source(source.encode(), "mill.yaml").relations == (
        SumOf("mill:Stock", (Term("mill:Allowance"),)),
    )


def test_the_same_said_twice_is_a_mistake_and_a_total_broken_down_in_two_ways_is_none() -> None:
    """One ratio a concept, one line a sum."""
    ratio = "\n  - {ratio_of: UpperShare, numerator: Bran, denominator: Stock}\n"
    with pytest.raises(SourceError, match="this was already said of mill:UpperShare"):
        parse_source((MILL.read_text("utf-8").rstrip() + ratio).encode(), "mill.yaml")


@pytest.mark.slow
def test_an_extension_relates_its_own_and_the_concepts_of_its_base(mill: Taxonomy, tmp_path: Path) -> None:
    """By QName, members too; Arelle compiles them, and the base's are still there."""
    (tmp_path / "mill.yaml").write_bytes(MILL.read_bytes())
    extension = tmp_path / "weir.yaml"
    extension.write_text(
        """
extends: {taxonomy: mill.yaml}
taxonomy:
  prefix: weir
  namespace: http://example.org/taxonomy/weir/2024
  version: "2024"
  entry_point: http://example.org/taxonomy/weir/2024/weir.xsd
  label: {en: Weirs}
concepts:
  Grain: {type: monetary, period: instant, balance: debit, label: {en: Grain}}
  GrainRatio: {type: percent, period: instant, label: {en: Grain ratio}}
hypercubes: {Weirs: {concepts: [Grain, GrainRatio], axes: ["mill:RiverAxis"]}}
presentation: [{group: {en: Weirs}, items: [Grain, GrainRatio]}]
relations:
  - sum_of: "mill:Stock"
    parts: [Grain, {concept: "mill:Flour", members: {"mill:RiverAxis": "mill:UpperMember"}}]
  - {ratio_of: GrainRatio, numerator: Grain, denominator: "mill:Stock"}
""",
        "utf-8",
    )

    loaded = load_foreign(str(extension))

    assert loaded.findings == ()
    own = [item for item in loaded.taxonomy.relations if item not in mill.relations]
    assert set(own) == {
        SumOf("mill:Stock", (Term("weir:Grain"), Term("mill:Flour", ((RIVER, UPPER),)))),
        RatioOf("weir:GrainRatio", Term("weir:Grain"), Term("mill:Stock")),
    }
    assert set(mill.relations) <= set(loaded.taxonomy.relations)
    book = tmp_path / "weir.xlsx"
    book.write_bytes(write_workbook(loaded.taxonomy))
    assert load_workbook(book) == loaded.taxonomy
    found = {formula.id: message_of(formula, "en") for formula in formulas_of(loaded.taxonomy)}
    assert set(found) == {*BROKEN, "weir.sum.Stock", "weir.ratio.GrainRatio"}
    assert (found["weir.sum.Stock"], found["sum.Stock.2"]) == (TOLD["en"][0], TOLD["en"][0])
    assert found["weir.ratio.GrainRatio"] == TOLD["en"][1]


def test_a_renamed_concept_changes_no_relation_and_another_denominator_does(mill: Taxonomy) -> None:
    """A difference is told where what is held to is another thing, not where it is called otherwise."""
    text = MILL.read_text("utf-8")
    renamed = parse_source(text.replace("Allowance", "MouldAllowance").encode(), "mill.yaml")
    over_flour = text.replace(
        "numerator: Allowance, denominator: Stock", "numerator: Allowance, denominator: Flour"
    )
    other = parse_source(over_flour.encode(), "mill.yaml")

    assert [change for change in diff_taxonomies(mill, renamed).changes if change.thing == "relation"] == []
    (change,) = [change for change in diff_taxonomies(mill, other).changes if change.thing == "relation"]
    said = {"from": "= mill:Allowance / mill:Stock", "to": "= mill:Allowance / mill:Flour"}
    assert dict(change.values) == said
    assert change.verdict == "look"
