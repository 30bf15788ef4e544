"""The formula linkbase: Arelle evaluates every assertion, each can fail, and our own proofs say the same."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING

import pytest

import tagwright
from exports import xbrl_json, xbrl_xml
from exports.filing import build_report
from exports.validation import validate_in_child
from tagger.decisions.reproof import prove_rows
from tagger.ledger import Ledger, Row
from tagger.profile import Profile
from taxonomy.assertions import Assertion, assertions_of
from taxonomy.compile import compile_package, package_files, package_name
from taxonomy.load import load_taxonomy
from taxonomy.package import read_package

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import BinaryIO

    from exports.report import Report
    from exports.verdict import Verdict
    from taxonomy.model import Taxonomy
    from taxonomy.relation import Term

UNIT_OF_TYPE = {
    "monetary": "CNY",
    "percent": "pure",
    "ratio": "pure",
    "per_share": "CNY/shares",
    "shares": "shares",
}
PROFILE = Profile("Harbour Bank", "http://standards.iso.org/iso/17442", "529900T8BM49AURSDO55", "CNY")
KIND_OF_PROOF = {
    "difference": "level_change_growth",
    "growth": "level_change_growth",
    "growth_of_levels": "level_change_growth",
    "between": "between",
    "part": "parts_of_whole",
    "total": "total",
    "sum": "total",
    "ratio": "ratio",
}


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    """Return the bank taxonomy."""
    return load_taxonomy("bank-disclosure")


class Facts:
    """Facts of one instance as rows of a ledger, a later value of a fact in place of an earlier one."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        """Begin with nothing."""
        self.taxonomy = taxonomy
        self.values: dict[tuple[str, str, tuple[tuple[str, str], ...]], tuple[Decimal, int | None, str]] = {}

    def say(
        self,
        concept: str,
        year: int,
        value: Decimal | int | str,
        *dimensions: tuple[str, str],
        decimals: int | None = None,
        qualifier: str = "",
    ) -> None:
        """Report a value of a year, or of its last day."""
        instant = self.taxonomy.concept_by_qname[concept].period_type == "instant"
        period = f"{year}-12-31" if instant else f"{year}-01-01/{year}-12-31"
        self.values[concept, period, tuple(sorted(dimensions))] = (Decimal(value), decimals, qualifier)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows, each its own fact."""
        return tuple(
            self._row(number, *key, *value) for number, (key, value) in enumerate(self.values.items(), 1)
        )

    def _row(
        self,
        number: int,
        concept: str,
        period: str,
        dimensions: tuple[tuple[str, str], ...],
        value: Decimal,
        decimals: int | None,
        qualifier: str,
    ) -> Row:
        known = self.taxonomy.concept_by_qname[concept]
        counted = (known.unit or "bank:count").partition(":")[2]
        return Row(
            f"r{number:04}",
            f"f{number:04}",
            0,
            0,
            "",
            {"kind": "text", "line": 1, "column": 1},
            "fact",
            value=f"{value:f}",
            unit=UNIT_OF_TYPE.get(known.type, counted),
            decimals="INF" if decimals is None else decimals,
            qualifier=qualifier,
            period=period,
            concept=concept,
            dimensions=dimensions,
        )


def run_formulas(folder: Path, *facts: Facts) -> tuple[Verdict, ...]:
    """Return the verdicts on an instance of each, in one process."""
    taxonomy = facts[0].taxonomy
    package = folder / package_name(taxonomy)
    package.write_bytes(compile_package(taxonomy))
    paths = []
    for number, each in enumerate(facts):
        paths.append(folder / f"{number}.xbrl")
        with paths[-1].open("wb") as stream:
            xbrl_xml.write(build_report(Ledger("", each.rows), taxonomy, PROFILE, "en"), stream)
    return validate_in_child(paths, [package])


def scale_of(taxonomy: Taxonomy, concept: str) -> Decimal:
    """Return what a concept's level is counted in: percentages lie between nothing and one."""
    return Decimal("0.001") if taxonomy.concept_by_qname[concept].type == "percent" else Decimal(1)


def levels_of(assertion: Assertion) -> tuple[tuple[str, str, str], ...]:
    """Return what an assertion is said of: each concept with its change and growth, empty where it has none."""
    none = ("",) * len(assertion.concepts)
    return tuple(zip(assertion.concepts, assertion.changes or none, assertion.growths or none, strict=True))


def last_year(taxonomy: Taxonomy, concept: str) -> int:
    """Return the last of three years that are a concept's own, so that no sum or ratio ties it to others."""
    return 1003 + 4 * list(taxonomy.concept_by_qname).index(concept)


def all_hold(taxonomy: Taxonomy) -> Facts:
    """Return facts that every assertion is evaluated for on each of its concepts, and that satisfy it."""
    facts = Facts(taxonomy)
    said_of_one_concept = [assertion for assertion in assertions_of(taxonomy) if not assertion.terms]
    for assertion in said_of_one_concept:
        for concept, change, growth in levels_of(assertion):
            scale, year = scale_of(taxonomy, concept), last_year(taxonomy, concept)
            for back, level in enumerate((110, 100, 80)):
                facts.say(concept, year - back, level * scale)
            if change:
                facts.say(change, year, 10 * scale)
            if growth:
                facts.say(growth, year, "0.1")
                facts.say(growth, year - 1, "0.25")
            if assertion.kind == "part":
                facts.say(concept, year, scale, (assertion.over, a_member(taxonomy, assertion)))
    _say_totals(facts)
    for year, assertion in sums_and_ratios(taxonomy).items():
        say_terms(facts, assertion, year)
    return facts


def _say_totals(facts: Facts) -> None:
    """Report members that add up to the 110 of the last year."""
    taxonomy = facts.taxonomy
    for assertion in assertions_of(taxonomy):
        for concept in assertion.concepts if assertion.kind == "total" else ():
            scale, year = scale_of(taxonomy, concept), last_year(taxonomy, concept)
            for member in assertion.members:
                facts.say(concept, year, scale, (assertion.over, member))
            rest = (110 - len(assertion.members) + 1) * scale
            facts.say(concept, year, rest, (assertion.over, assertion.members[0]))


def sums_and_ratios(taxonomy: Taxonomy) -> dict[int, Assertion]:
    """Return the sums and ratios by a year of their own, in which nothing else is said."""
    found = [item for item in assertions_of(taxonomy) if item.terms]
    return dict(enumerate(found, 9000))


def say_terms(facts: Facts, assertion: Assertion, year: int, wrong: int = 0) -> None:
    """Report a sum, or a ratio of one to two; wrong: what is added to the total or taken off the ratio, in tenths."""
    taxonomy = facts.taxonomy
    own, *parts = assertion.terms
    for number, part in enumerate(parts, 1):
        told = number if assertion.kind == "ratio" else 10 if part.weight > 0 else 1
        facts.say(part.concept, year, told * scale_of(taxonomy, part.concept), *members_of(taxonomy, part))
    total = Decimal(10 + wrong) / 10 * sum(part.weight * (10 if part.weight > 0 else 1) for part in parts)
    value = Decimal("0.5") - wrong * Decimal("0.1") if assertion.kind == "ratio" else total
    scale = scale_of(taxonomy, own.concept) if assertion.kind == "sum" else 1
    facts.say(own.concept, year, value * scale, *members_of(taxonomy, own))


def members_of(taxonomy: Taxonomy, term: Term) -> tuple[tuple[str, str], ...]:
    """Return the dimensions of a term as an instance has them: without defaults."""
    return tuple(pair for pair in term.members if taxonomy.axis_by_qname[pair[0]].default != pair[1])


def a_member(taxonomy: Taxonomy, assertion: Assertion) -> str:
    """Return a member that is a part."""
    axis = taxonomy.axis_by_qname[assertion.over]
    return next(member.qname for member in axis.members if member.usable and member.qname != axis.default)


def growths_fail(taxonomy: Taxonomy) -> Facts:
    """Return facts with wrong growth rates, bounds that are broken, and parts above their whole."""
    facts = all_hold(taxonomy)
    for assertion in assertions_of(taxonomy):
        for concept, _, growth in levels_of(assertion):
            year = last_year(taxonomy, concept)
            if growth:
                facts.say(growth, year, "0.2")
                facts.say(growth, year - 1, "0.2")
            if assertion.kind == "between":
                low, high = assertion.low, assertion.high
                facts.say(concept, year - 2, low - 1 if low is not None else (high or 0) + 1)
            if assertion.kind == "part":
                facts.say(concept, year, 1000, (assertion.over, a_member(taxonomy, assertion)))
            if assertion.kind == "total":
                for member in assertion.members:
                    facts.say(concept, year, 1000, (assertion.over, member))
    for year, assertion in sums_and_ratios(taxonomy).items():
        say_terms(facts, assertion, year, wrong=1)
    return facts


def changes_fail(taxonomy: Taxonomy) -> Facts:
    """Return facts whose changes are not the difference of the levels."""
    facts = all_hold(taxonomy)
    for assertion in assertions_of(taxonomy):
        for concept, change, _ in levels_of(assertion):
            if change:
                facts.say(change, last_year(taxonomy, concept), 20 * scale_of(taxonomy, concept))
    return facts


def failures(verdict: Verdict, facts: Facts) -> set[tuple[str, str]]:
    """Return (assertion, concept of a fact in it) of everything that an instance does not satisfy."""
    concepts = {row.fact: row.concept for row in facts.rows}
    return {
        (finding.code.partition(":")[2], concepts[name] or "")
        for finding, ids in zip(verdict.findings, verdict.fact_ids, strict=True)
        for name in ids
    }


@pytest.mark.slow
def test_every_assertion_of_the_bank_taxonomy_is_evaluated_and_can_fail(
    taxonomy: Taxonomy, tmp_path: Path
) -> None:
    """All are satisfied where all holds; each fails for each of its concepts on an instance made to break it."""
    assertions = assertions_of(taxonomy)
    no_growth, no_change = growths_fail(taxonomy), changes_fail(taxonomy)

    right, growth, change = run_formulas(tmp_path, all_hold(taxonomy), no_growth, no_change)

    assert (right.outcome, right.findings) == ("valid", ())
    satisfied = {item.assertion: item.satisfied for item in right.evaluations}
    assert set(satisfied) == {assertion.id for assertion in assertions}
    assert all(satisfied[assertion.id] >= len(assertion.concepts) for assertion in assertions)
    every = {(assertion.id, concept) for assertion in assertions for concept in assertion.concepts}
    assert every <= failures(growth, no_growth) | failures(change, no_change)
    assert len(every) > len(assertions)
    differences = {pair for pair in every if pair[0].startswith("difference.")}
    assert differences <= failures(change, no_change)
    assert {growth.outcome, change.outcome} == {"invalid"}
    assert {finding.code.partition(":")[0] for finding in growth.findings} == {"message"}


def test_the_linkbase_hardly_grows_with_the_taxonomy(taxonomy: Taxonomy) -> None:
    """A processor compiles a test an assertion: there are as many as kinds, bounds and axes, not as concepts."""
    assertions = assertions_of(taxonomy)
    axes = {assertion.over for assertion in assertions if assertion.over}
    bounds = sum(assertion.kind == "between" for assertion in assertions)

    said_of_one = sum(assertion.kind in {"sum", "ratio"} for assertion in assertions)

    assert len(assertions) <= 6 + bounds + 2 * len(axes) + said_of_one


@pytest.mark.slow
def test_our_own_proofs_and_the_formulas_say_the_same(taxonomy: Taxonomy, tmp_path: Path) -> None:
    """On figures printed to different places, half of them off by one in the last: the same facts contradict."""
    facts = Facts(taxonomy)
    chance = random.Random(6)  # noqa: S311  a seed that repeats is the point
    level, axis = "bank:DepositsFromCustomers", "bank:CustomerTypeAxis"
    members = [
        member.qname
        for member in taxonomy.axis_by_qname[axis].members
        if member.qname != taxonomy.axis_by_qname[axis].default and member.usable
    ]
    for member in members:
        for year in range(2000, 2024, 2):
            say_rounded(facts, chance, level, year, (axis, member))
            if chance.random() < 0.5:
                facts.say(level, year, Decimal(chance.randint(1, 2 * 10**9)), decimals=-4)

    (verdict,) = run_formulas(tmp_path, facts)

    _, proofs = prove_rows(facts.rows, taxonomy)
    wrong = {(proof.kind, frozenset(proof.rows)) for proof in proofs if proof.outcome == "contradicts"}
    found = {
        (
            KIND_OF_PROOF[finding.code.split(":")[1].partition(".")[0]],
            frozenset(f"r{name[1:]}" for name in ids),
        )
        for finding, ids in zip(verdict.findings, verdict.fact_ids, strict=True)
    }
    assert found == wrong
    assert len(wrong) > 20
    agree = Counter(proof.kind for proof in proofs if proof.outcome == "agrees")
    satisfied = Counter[str]()
    for item in verdict.evaluations:
        satisfied[KIND_OF_PROOF[item.assertion.partition(".")[0]]] += item.satisfied
    assert {kind: satisfied[kind] for kind in agree} == dict(agree)
    assert agree["level_change_growth"] > 20


def say_rounded(
    facts: Facts, chance: random.Random, level: str, year: int, *dimensions: tuple[str, str]
) -> None:
    """Report a level with some of its change, its growth and the level before, rounded, and at times off by one."""
    change, growth = (facts.taxonomy.variants[level, kind] for kind in ("change", "growth"))
    now, before = Decimal(chance.randint(10**6, 10**9)), Decimal(chance.randint(10**6, 10**9))
    said = (
        (level, year, now),
        (change, year, now - before),
        (growth, year, now / before - 1),
        (level, year - 1, before),
    )
    left_out = chance.choice((None, change, growth, (level, year - 1)))
    for concept, of_year, value in said:
        if left_out in {concept, (concept, of_year)}:
            continue
        places = chance.choice((0, -2, -4)) if concept != growth else chance.choice((2, 3, 4))
        unit = Decimal(1).scaleb(-places)
        printed = value.quantize(unit, ROUND_HALF_EVEN) + chance.choice((0, 0, 0, 1)) * unit
        qualifier = chance.choice(
            ("", "", "", "exceeds", "nearly", "about", "at_least", "at_most", "cumulative")
        )
        facts.say(concept, of_year, printed, *dimensions, decimals=places, qualifier=qualifier)


LEVEL = "bank:DepositsFromCustomers"
CHANGE = "bank:IncreaseDecreaseInDepositsFromCustomers"


def moved(taxonomy: Taxonomy, qualifier: str, change: int) -> Facts:
    """Return a level of 100 with what is said of it, the 90 before, and a change."""
    facts = Facts(taxonomy)
    facts.say(LEVEL, 2024, 100, decimals=0, qualifier=qualifier)
    facts.say(LEVEL, 2023, 90, decimals=0)
    facts.say(CHANGE, 2024, change, decimals=0)
    return facts


@pytest.mark.slow
def test_a_figure_is_held_to_the_bound_that_its_footnote_says(taxonomy: Taxonomy, tmp_path: Path) -> None:
    """More than 100 may be 108 and never 92; about 100 may be 99; a total since inception is a number like any."""
    cases = [
        ("exceeds", 18), ("exceeds", 2), ("at_least", 18), ("at_least", 2), ("nearly", 2), ("nearly", 18),
        ("at_most", 2), ("at_most", 18), ("about", 9), ("about", 7), ("cumulative", 10), ("cumulative", 8),
    ]  # fmt: skip

    verdicts = run_formulas(tmp_path, *(moved(taxonomy, *case) for case in cases))

    assert [verdict.outcome for verdict in verdicts] == ["valid", "invalid"] * 6
    for case, verdict in zip(cases, verdicts, strict=True):
        _, proofs = prove_rows(moved(taxonomy, *case).rows, taxonomy)
        assert [proof.outcome == "agrees" for proof in proofs] == [verdict.outcome == "valid"], case


@pytest.mark.slow
@pytest.mark.parametrize(("write", "ending"), [(xbrl_xml.write, "xbrl"), (xbrl_json.write, "json")])
def test_footnotes_are_known_in_each_syntax_and_language(
    write: Callable[[Report, BinaryIO], int], ending: str, taxonomy: Taxonomy, tmp_path: Path
) -> None:
    """Arelle gives a formula the text of a footnote; a text that is not one of ours may say anything."""
    package = tmp_path / package_name(taxonomy)
    package.write_bytes(compile_package(taxonomy))
    paths = []
    for number, language in enumerate(("en", "zh-Hant", "zh-Hans", "none")):
        ledger = Ledger("", moved(taxonomy, "exceeds", 2).rows)
        report = build_report(ledger, taxonomy, PROFILE, language)
        if language == "none":
            notes = tuple(replace(note, text="Restated; more than is said.") for note in report.footnotes)
            report = replace(report, footnotes=notes)
        paths.append(tmp_path / f"{number}.{ending}")
        with paths[-1].open("wb") as stream:
            write(report, stream)

    verdicts = validate_in_child(paths, [package])

    assert [verdict.outcome for verdict in verdicts] == ["invalid"] * 3 + ["valid"]
    assert not any(item.satisfied for item in verdicts[-1].evaluations)


@pytest.mark.slow
def test_what_is_said_of_another_scope_is_no_contradiction(taxonomy: Taxonomy, tmp_path: Path) -> None:
    """A target is held against no actual figure."""
    facts = Facts(taxonomy)
    scenario = next(axis for axis in taxonomy.axes if axis.role == "scenario")
    target = next(member.qname for member in scenario.members if member.comparison == "target")
    facts.say(LEVEL, 2023, "90", decimals=0)
    facts.say("bank:GrowthRateOfDepositsFromCustomers", 2023, "0.5", (scenario.qname, target), decimals=2)
    facts.say(LEVEL, 2022, "80", decimals=0)

    (verdict,) = run_formulas(tmp_path, facts)

    assert (verdict.outcome, verdict.findings) == ("valid", ())
    assert not any(item.satisfied for item in verdict.evaluations)


@pytest.mark.slow
def test_what_is_not_satisfied_leads_back_to_the_sentence_once(tmp_path: Path) -> None:
    """A part above its whole, from the text on: an error of the first file that is validated, with its rows."""
    text, profile = tmp_path / "report.txt", tmp_path / "bank.yaml"
    text.write_text("業務概況。客戶存款100億元，其中個人存款150億元。其他不變。\n", encoding="utf-8")
    profile.write_text(
        f"name: {PROFILE.name}\nscheme: {PROFILE.scheme}\nidentifier: {PROFILE.identifier}\ncurrency: CNY\n",
        encoding="utf-8",
    )
    tagged = tagwright.tag(text, taxonomy="bank-disclosure", entity=profile, period="2024")

    written = tagwright.write(tagged, tmp_path / "filing", to=("xml", "json"))

    said = json.loads((tmp_path / "filing" / "validation.json").read_text(encoding="utf-8"))
    first, second = said["files"]
    (finding,) = first["findings"]
    assert (finding["code"], finding["rows"]) == ("message:part.CustomerTypeAxis", ["r0001", "r0002"])
    assert finding["message"] == (
        "Deposits from customers: the part 15000000000 exceeds the whole 10000000000."
    )
    assert finding["sentence"] == "客戶存款100億元，其中個人存款150億元。"
    assert (first["formulas"]["satisfied"], first["formulas"]["unsatisfied"]) == (0, 1)
    assert (second["findings"], second["formulas"]) == ([], None)
    assert (said["outcome"], written.needs_a_person) == ("invalid", True)


def test_the_linkbase_does_not_depend_on_the_run_and_the_package_gives_the_taxonomy_back(
    taxonomy: Taxonomy,
) -> None:
    """Source, package, source: the formulas are made from what the package says anyway."""
    first, second = (dict(package_files(taxonomy)) for _ in range(2))

    assert first == second
    assert any(path.endswith("-formula.xml") for path in first)
    assert read_package(compile_package(taxonomy), "bank.zip") == taxonomy


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
def test_there_is_a_message_in_each_language_of_the_taxonomy(taxonomy: Taxonomy, language: str) -> None:
    """Both outcomes of every kind of assertion, in a language that the taxonomy has labels in."""
    linkbase = next(data.decode() for path, data in package_files(taxonomy) if path.endswith("-formula.xml"))
    kinds = {assertion.kind for assertion in assertions_of(taxonomy)}
    start = f'xml:lang="{language}">'

    for kind in kinds:
        for outcome in ("satisfied", "unsatisfied"):
            lines = [
                line
                for line in linkbase.splitlines()
                if f'xlink:label="message.{outcome}.{kind}' in line and start in line
            ]
            assert lines, (kind, outcome)
            assert all("{$" in line for line in lines), (kind, outcome)
