"""The rules of good practice: each fires on what breaks it, with its place, and on nothing else."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from taxonomy.errors import TagwrightError
from taxonomy.rules.catalogue import catalogue
from taxonomy.rules.places import SourcePlaces
from taxonomy.rules.registry import RULES, chosen_rules, remarks_of
from taxonomy.rules.remark import Remark
from taxonomy.rules.rule import Rule
from taxonomy.rules.subject import Subject
from taxonomy.source import examine_source
from taxonomy.yaml_nodes import SourceError
from tests.rule_samples import Json, examined, samples, source_of, taxonomy_of

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "taxonomy-rules.md"
ALL_KEYS = ROOT / "tests" / "data" / "all-keys.yaml"


def remarks_on(sample: dict[str, object], *codes: str) -> list[Remark]:
    """Return what the rules with the codes say of a sample."""
    return [remark for _, remark in remarks_of(Subject(taxonomy_of(sample)), chosen_rules(codes))]


def test_the_base_of_the_samples_keeps_every_rule() -> None:
    """So whatever a sample breaks, it breaks by what it changes."""
    assert examined({}).mistakes == ()
    assert remarks_on({}) == []


def test_every_rule_has_its_samples_and_no_sample_is_without_a_rule() -> None:
    """At least forty rules, each with a code of its own."""
    codes = [rule.code for rule in RULES]

    assert len(set(codes)) == len(codes)
    assert len(codes) >= 40
    assert list(samples()) == codes


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_fires_on_what_breaks_it_and_not_on_what_is_near(rule: Rule) -> None:
    """Both samples of each rule; the failing one has a place within the source."""
    sample = samples()[rule.code]
    broken = remarks_on(sample["fails"], rule.code)

    assert broken != []
    assert remarks_on(sample["passes"], rule.code) == []
    assert all(remark.message and not remark.message.endswith(".") for remark in broken)


def place_of(rule: str, text: str) -> tuple[str, int]:
    """Return the line that the first remark of a rule leads to, and the column in it."""
    sample = samples()[rule]["fails"]
    places = SourcePlaces(examined(sample).sections, "sample.yaml")
    subject = Subject(taxonomy_of(sample))
    remark = next(remark for _, remark in remarks_of(subject, chosen_rules((rule,))))
    base = subject.base_of(remark.at.name) if remark.at.kind == "concept" else ""
    place = places.of(remark.at, base)
    line = source_of(sample).decode().splitlines()[(place.line or 0) - 1]
    assert place.file == "sample.yaml"
    return line.strip(), line.find(text) + 1 - (place.column or 0)


@pytest.mark.parametrize(
    ("rule", "text", "key"),
    [
        ("TW-L025", "销售收入", "zh-Hant"),
        ("TW-W001", "Turnover", "-"),
        ("TW-H002", "http", "namespace"),
        ("TW-X005", "OldTownMember", "OldTownMember"),
        ("TW-C002", "1", "Costs"),
        ("TW-V002", "variants", "variants"),
        ("TW-V007", "'100'", "high"),
        ("TW-P004", "Trade", "en"),
        ("TW-X010", "concepts", "concepts"),
        ("TW-T011", "barrel", "barrel"),
    ],
)
def test_a_remark_leads_to_the_line_and_column_of_the_source(rule: str, text: str, key: str) -> None:
    """The label that is wrong, not the concept it belongs to; a variant leads to where it is asked for."""
    line, off = place_of(rule, text)

    assert line.startswith(key)
    assert off == 0


def spoilt(source: Json, random: Random) -> Json:
    """Return a source with a few of its nodes taken away or replaced, wherever they are."""
    junk: list[Json] = [
        None,
        [],
        {},
        "x",
        3,
        True,
        ["a", {"b": 1}],
        {"en": ""},
        "Nowhere",
        "instant",
        "enumeration",
        [[]],
    ]
    for _ in range(random.randint(1, 6)):
        node, key = source, random.choice(list(source))
        while isinstance(node[key], dict | list) and node[key] and random.random() < 0.8:
            node = node[key]
            key = random.choice(list(node)) if isinstance(node, dict) else random.randrange(len(node))
        if random.random() < 0.4:
            del node[key]
        else:
            node[key] = deepcopy(random.choice(junk))
        if not source:
            break
    return source


@given(st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_no_mistake_of_a_source_trips_a_rule(random: Random) -> None:
    """Whatever the loader had to leave out, every rule runs to its end, and every remark has a place."""
    data = yaml.safe_dump(spoilt(yaml.safe_load(ALL_KEYS.read_text("utf-8")), random), allow_unicode=True)
    try:
        found = examine_source(data.encode(), Path("spoilt.yaml"), from_disk=False)
    except SourceError:
        return
    places, subject = SourcePlaces(found.sections, "spoilt.yaml"), Subject(found.taxonomy)

    for _, remark in remarks_of(subject):
        place = places.of(remark.at, subject.base_of(remark.at.name))
        assert (place.file, bool(place.line), bool(place.column)) == ("spoilt.yaml", True, True)


def test_rules_are_chosen_by_code_and_by_the_beginning_of_codes() -> None:
    """What no rule has is refused with a hint."""
    labels = [rule.code for rule in chosen_rules(("TW-L",), ("TW-L002", "TW-L02"))]

    assert "TW-L001" in labels
    assert all(code.startswith("TW-L0") and code != "TW-L002" for code in labels)
    assert not any(code.startswith("TW-L02") for code in labels)
    assert chosen_rules() == RULES
    with pytest.raises(TagwrightError, match=r'no rule "TW-L099".*TW-'):
        chosen_rules((), ("TW-L099",))


def test_the_catalogue_in_the_documentation_is_that_of_the_program(update_golden: bool) -> None:
    """docs/taxonomy-rules.md is regenerated and compared; --update-golden rewrites it."""
    text = PAGE.read_text("utf-8")
    head, _, rest = text.partition("<!-- rules -->\n")
    fresh = f"{head}<!-- rules -->\n\n{catalogue()}\n<!-- end of rules -->{rest.partition('<!-- end of rules -->')[2]}"
    if update_golden:
        PAGE.write_text(fresh, "utf-8")

    assert PAGE.read_text("utf-8") == fresh
