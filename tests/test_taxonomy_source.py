"""The taxonomy source: what each key means, and what a mistake is told."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from taxonomy.errors import TagwrightError
from taxonomy.model import Between, Concept, Label, PartsOfWhole, Taxonomy, label_of
from taxonomy.source import load_source, parse_source
from taxonomy.yaml_nodes import SourceError
from tests.source_mistakes import mistakes, see_that_it_is_told

ALL_KEYS = Path(__file__).parent / "data" / "all-keys.yaml"

SMALL = """\
taxonomy:
  prefix: t
  namespace: http://example.org/t
  version: "1"
  entry_point: http://example.org/t/t.xsd
  label: {en: Test}
units:
  card: {label: {en: card}}
axes:
  AAxis:
    label: {en: A}
    default: AllMember
    members:
      OneMember: {label: {en: One}}
concepts:
  Money: {type: monetary, period: instant, balance: debit, label: {en: Money}, variants: [change]}
  Flow: {type: monetary, period: duration, label: {en: Flow}}
  Cards: {type: count, unit: card, period: instant, label: {en: Cards}}
  Words: {type: text, period: instant, label: {en: Words}}
hypercubes:
  H: {concepts: [Money], axes: [AAxis]}
presentation:
  - {group: {en: G}, items: [Money]}
calculation: []
relations: []
"""


def railway() -> Taxonomy:
    """Return the taxonomy that uses every key."""
    return load_source(ALL_KEYS)


def concept(qname: str) -> Concept:
    """Return a concept of the railway."""
    return railway().concept_by_qname[f"rail:{qname}"]


def test_variants_follow_their_concept_in_the_order_asked_for() -> None:
    """A share brings its own change, and everything stands right behind the concept."""
    names = [item.qname.removeprefix("rail:") for item in railway().concepts]

    start = names.index("FareRevenue")
    assert names[start : start + 5] == [
        "FareRevenue",
        "IncreaseDecreaseInFareRevenue",
        "GrowthRateOfFareRevenue",
        "ShareOfFareRevenue",
        "IncreaseDecreaseInShareOfFareRevenue",
    ]
    start = names.index("Journeys")
    assert names[start : start + 3] == ["Journeys", "GrowthRateOfJourneys", "IncreaseDecreaseInJourneys"]


@pytest.mark.parametrize(
    ("name", "kind", "period", "balance", "unit"),
    [
        ("IncreaseDecreaseInFareRevenue", "monetary", "duration", "credit", None),
        ("GrowthRateOfFareRevenue", "percent", "duration", None, None),
        ("ShareOfFareRevenue", "percent", "duration", None, None),
        ("IncreaseDecreaseInShareOfFareRevenue", "percent", "duration", None, None),
        ("IncreaseDecreaseInJourneys", "count", "duration", None, "rail:passenger"),
        ("IncreaseDecreaseInPunctualityRate", "percent", "duration", None, None),
    ],
)
def test_a_variant_has_the_type_that_its_numbers_have(
    name: str, kind: str, period: str, balance: str | None, unit: str | None
) -> None:
    """A change is in the concept's own unit; growth and shares are pure."""
    made = concept(name)

    assert (kind, period, balance, unit) == (made.type, made.period_type, made.balance, made.unit)


def test_a_share_of_a_level_is_a_level() -> None:
    """The share has the level's period type, its change a duration."""
    text = SMALL.replace("variants: [change]", "variants: [share]")
    by_name = parse_source(text.encode(), "x.yaml").concept_by_qname

    assert by_name["t:ShareOfMoney"].period_type == "instant"
    assert by_name["t:IncreaseDecreaseInShareOfMoney"].period_type == "duration"
    assert by_name["t:IncreaseDecreaseInShareOfMoney"].variant_of == "t:ShareOfMoney"


def test_labels_of_variants_are_made_in_every_language_of_the_concept() -> None:
    """A language without a pattern of its own gets signs that need no words."""
    labels = concept("GrowthRateOfFareRevenue").labels

    assert label_of(labels, "en") == "Growth rate of fare revenue"
    assert label_of(labels, "zh-Hant") == "票務收入增長率"
    assert label_of(labels, "zh-Hans") == "票务收入增长率"
    assert label_of(labels, "de") == "Fahrgeldeinnahmen (+/− %)"
    assert not [label for label in labels if label.role == "term"]
    assert label_of(concept("IncreaseDecreaseInPunctualityRate").labels, "zh-Hant") == "準點率變動"


def test_labels_have_one_order_whatever_order_they_are_written_in() -> None:
    """By role, then language; terms as written, said once."""
    written = "{zh-Hant: 流量, en: Flow}, terms: {zh-Hant: [乙, 甲, 乙], en: [b, a]}"
    taxonomy = parse_source(SMALL.replace("{en: Flow}", written).encode(), "x")

    assert taxonomy.concept_by_qname["t:Flow"].labels == (
        Label("en", "Flow"),
        Label("zh-Hant", "流量"),
        Label("en", "b", "term"),
        Label("en", "a", "term"),
        Label("zh-Hant", "乙", "term"),
        Label("zh-Hant", "甲", "term"),
    )


def test_a_default_that_is_only_named_becomes_a_member_with_labels() -> None:
    """English from its name, Chinese from the axis."""
    axis = railway().axis_by_qname["rail:ComparisonAxis"]

    assert axis.members[0].qname == axis.default == "rail:UsualComparisonMember"
    assert axis.members[0].labels == (
        Label("en", "Usual comparison"),
        Label("zh-Hans", "通常比较基准"),
        Label("zh-Hant", "通常比較基準"),
    )


def test_the_default_comes_first_and_its_parts_stand_right_under_the_axis() -> None:
    """One shape for an axis, however it is written."""
    axis = railway().axis_by_qname["rail:LineAxis"]

    assert [(member.qname.removeprefix("rail:"), member.parent) for member in axis.members] == [
        ("AllLinesMember", None),
        ("CoastLineMember", None),
        ("HillLineMember", None),
        ("SummitBranchMember", "rail:HillLineMember"),
        ("BranchLinesMember", None),
        ("QuarryBranchMember", "rail:BranchLinesMember"),
    ]


def test_members_of_axes_with_a_role_say_their_sense() -> None:
    """Under the key that is named like the role."""
    senses = {
        axis.role: [member.comparison for member in axis.members if member.comparison]
        for axis in railway().axes
    }

    assert senses == {
        None: [],
        "comparison": [
            "preceding_period",
            "previous_year",
            "previous_full_year",
            "multi_year",
            "compound_annual",
            "constant_currency",
        ],
        "basis": ["regulator"],
        "scenario": ["target", "forecast"],
        "bound": ["low", "high"],
    }


def test_a_concept_in_a_hypercube_brings_its_variants() -> None:
    """So that a change may carry the axes of its level."""
    taxonomy = railway()

    assert taxonomy.permits("rail:IncreaseDecreaseInShareOfFareRevenue", frozenset({"rail:LineAxis"}))
    assert taxonomy.permits("rail:FareRevenue", frozenset({"rail:ScenarioAxis", "rail:BoundAxis"}))
    assert not taxonomy.permits("rail:FareRevenue", frozenset({"rail:ScenarioAxis", "rail:LineAxis"}))
    assert not taxonomy.permits("rail:TrackLength", frozenset({"rail:LineAxis"}))


def test_relations_keep_their_numbers_exactly() -> None:
    """A bound is a decimal, quoted or not, and a missing one is no bound."""
    assert railway().relations[:4] == (
        PartsOfWhole("rail:FareRevenue", "rail:LineAxis", complete=True),
        Between("rail:PunctualityRate", Decimal(0), Decimal(1)),
        PartsOfWhole("rail:Journeys", "rail:LineAxis", complete=False),
        Between("rail:TrackLength", Decimal("0.50"), None),
    )


def test_references_keep_the_order_and_spelling_of_their_parts() -> None:
    """A number need not be quoted here: it is text either way."""
    first, second = concept("FareRevenue").references

    assert first.parts[:4] == (
        ("Publisher", "IASB"),
        ("Name", "IFRS"),
        ("Number", "15"),
        ("IssueDate", "2014-05-28"),
    )
    assert second.parts == (("Name", "House accounting manual & rules"), ("Number", "12"))


@pytest.mark.parametrize(
    "word", ["yes", "no", "on", "off", "y", "2024-12-31", "12:30:45", "0o8", "1_000", "<<", "="]
)
def test_words_that_yaml_1_1_takes_for_something_else_stay_words(word: str) -> None:
    """By YAML 1.2 they are text."""
    taxonomy = parse_source(SMALL.replace("{en: Words}", f"{{en: {word}}}").encode(), "x.yaml")

    assert label_of(taxonomy.concept_by_qname["t:Words"].labels, "en") == word


def test_an_item_type_by_qname_is_the_short_name_where_there_is_one() -> None:
    """The same type has one name in a taxonomy."""
    taxonomy = parse_source(
        SMALL.replace("Words: {type: text", 'Words: {type: "xbrli:stringItemType"').encode(), "x"
    )

    assert taxonomy.concept_by_qname["t:Words"].type == "text"


MISTAKES = {
    "unknown key": ("balance: debit,", "▸balanse: debit,", 'did you mean "balance"?'),
    "unknown top key": ("relations: []", "▸relation: []", 'has no key "relation"'),
    "missing key": (
        "Flow: {type: monetary, period: duration, label: {en: Flow}}",
        "Flow: ▸{type: monetary, label: {en: Flow}}",
        'lacks the key "period"',
    ),
    "wrong type": ("items: [Money]", "items: ▸Money", "as a list ([a, b]), found text (Money)"),
    "number as text": ("{en: Words}", "{en: ▸2024}", 'write "2024" in quotes'),
    "true as text": ("{en: Words}", "{en: ▸true}", "found true or false"),
    "empty text": ("{en: Words}", "{en: ▸}", "found nothing"),
    "no label": ("{en: Words}", "▸{}", "at least one language"),
    "duplicate key": ("{en: Words}", "{en: Words, ▸en: More}", "stands here twice"),
    "duplicate name": ("  Words: {", "  ▸card: {", "is taken by the unit on line 8"),
    "name made by variants": ("  Words: {", "  ▸IncreaseDecreaseInMoney: {", "is taken by"),
    "no name": ("  Words: {", "  ▸Größe: {", "is no name"),
    "reserved name": ("  Words: {", "  ▸CountUnits: {", "is used by every package"),
    "unknown type": ("type: text", "type: ▸monetry", 'did you mean "monetary"?'),
    "unknown period": (
        "Words: {type: text, period: instant",
        "Words: {type: text, period: ▸moment",
        "instant, duration",
    ),
    "balance of a text": ("type: text,", "type: text, ▸balance: debit,", "only monetary concepts have one"),
    "unit of a text": ("type: text,", "type: text, ▸unit: card,", "only count and per_unit have one"),
    "unknown unit": ("unit: card", "unit: ▸cart", 'there is no unit "cart" (did you mean "card"?)'),
    "variants of a text": ("type: text,", "type: text, ▸variants: [change],", "only numbers have variants"),
    "unknown variant": ("variants: [change]", "variants: [▸grow]", "change, growth, share"),
    "unknown concept": ("concepts: [Money]", "concepts: [▸Mony]", 'did you mean "Money"?'),
    "unknown axis": ("axes: [AAxis]", "axes: [▸Money]", '"Money" is the concept on line 16'),
    "concept twice": ("concepts: [Money]", "concepts: [Money, ▸Money]", "in this list twice"),
    "unknown item": ("items: [Money]", "items: [▸Monny]", 'there is no concept "Monny"'),
    "unknown language": ("{en: Words}", "{▸zh_Hant: 字}", 'did you mean "zh-Hant"?'),
    "language that is none": ("{en: Words}", "{▸english: Words}", "is no language tag"),
    "bad prefix": ("prefix: t", "prefix: ▸xbrli", "none of XBRL's own prefixes"),
    "bad namespace": ("namespace: http://example.org/t", "namespace: ▸a b", "expected a URI"),
    "bad version": ('version: "1"', "version: ▸a/b", '"version" is "a/b"'),
    "version as number": ('version: "1"', "version: ▸1.0", 'write "1.0" in quotes'),
    "bad entry point": ("http://example.org/t/t.xsd", "▸http://example.org/t/t.xml", "ends in a file .xsd"),
    "sense without role": ("OneMember: {", "OneMember: {▸bound: low, ", "its axis has no role"),
    "unknown role": ("label: {en: A}", "label: {en: A}\n    role: ▸compare", 'did you mean "comparison"?'),
    "two gaps": ("{en: Words}", "{en: Words}, terms: {en: [▸a…b…c]}", "more than one gap"),
    "gap at an end": ("{en: Words}", "{en: Words}, terms: {en: [▸a…]}", "needs words on both sides"),
    "terms as text": ("{en: Words}", "{en: Words}, terms: {en: ▸word}", "as a list"),
    "unknown total": ("calculation: []", "calculation: [{total: ▸X, parts: {Flow: 1}}]", 'no concept "X"'),
    "zero weight": ("calculation: []", "calculation: [{total: Money, parts: {Flow: ▸0}}]", "other than 0"),
    "periods that never meet": (
        "calculation: []",
        "calculation: [{total: Money, parts: {▸Flow: 1}}]",
        "never meet",
    ),
    "units that differ": (
        "calculation: []",
        "calculation: [{total: Money, parts: {▸Cards: 1}}]",
        "another unit",
    ),
    "sum of a text": (
        "calculation: []",
        "calculation: [{total: Money, parts: {▸Words: 1}}]",
        "both be numbers",
    ),
    "part of itself": (
        "calculation: []",
        "calculation: [{total: Money, parts: {▸Money: 1}}]",
        "part of itself",
    ),
    "relation over no axis": (
        "relations: []",
        "relations: [{parts_of_whole: Money, over: ▸B}]",
        'no axis "B"',
    ),
    "relation of a text": ("relations: []", 'relations: [{between: ▸Words, low: "0"}]', "is no number"),
    "bounds exchanged": ("relations: []", "relations: [{between: Money, low: ▸2, high: 1}]", "exchange them"),
    "bound that is none": ("relations: []", "relations: [{between: Money, low: ▸x}]", "must be a number"),
    "relation that is none": (
        "relations: []",
        "relations: [▸{among: Money}]",
        'lacks the key "parts_of_whole"',
    ),
    "complete as text": (
        "relations: []",
        "relations: [{parts_of_whole: Money, over: AAxis, complete: ▸no}]",
        "true or false",
    ),
    "default inside a member": (
        "OneMember: {label: {en: One}}",
        "OneMember: {label: {en: One}, members: {▸AllMember: {label: {en: All}}}}",
        "move it to the top",
    ),
    "alias": ("{en: Words}", "▸&l {en: Words}}\n  More: {type: text, period: instant, label: *l", "an alias"),
    "tag": ("{en: Words}", "{en: ▸!!int Words}", "the tag"),
    "not yaml": ("items: [Money]}", "items: [Money▸}", "this is not YAML"),
    "control character": ("{en: Words}", '{en: ▸"a\\u0007"}', "XML cannot hold"),
}


@pytest.mark.parametrize(("old", "new", "message"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_with_its_place_and_what_was_expected(old: str, new: str, message: str) -> None:
    """Whoever reads it can go to the line and put it right; ▸ stands where the place should point."""
    see_that_it_is_told(SMALL, old, new, message)


def test_every_mistake_of_a_file_is_told_at_once() -> None:
    """Nobody mends a file one run at a time."""
    text = (
        SMALL.replace("unit: card", "unit: cart")
        .replace("items: [Money]", "items: [Mony, Nothing]")
        .replace("prefix: t", "prefix: 7")
    )

    assert [line for line, _, _ in mistakes(text.replace("prefix: t", "prefix: 7"))] == [2, 18, 23, 23]


def test_a_file_full_of_mistakes_is_told_of_in_time_and_in_bounds() -> None:
    """Looking for what was meant by each of 5,000 unknown names among 5,000 known ones would take minutes."""
    known = "".join(f"  Known{n}: {{type: text, period: instant, label: {{en: K}}}}\n" for n in range(5000))
    unknown = ", ".join(f"Unknown{n}" for n in range(5000))
    text = SMALL.replace("hypercubes:\n", f"{known}hypercubes:\n").replace(
        "[Money], axes", f"[{unknown}], axes"
    )

    with pytest.raises(SourceError) as caught:
        parse_source(text.encode(), "x.yaml")

    assert len(caught.value.findings) == 5000
    assert len(str(caught.value).splitlines()) == 51
    assert str(caught.value).endswith("… and 4950 more mistakes")


def test_the_exception_says_file_line_and_column() -> None:
    """Its text alone is enough for a person, and editors make it a link."""
    with pytest.raises(TagwrightError, match=r"^x\.yaml:18:30: there is no unit \"cart\""):
        parse_source(SMALL.replace("unit: card", "unit: cart").encode(), "x.yaml")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"# nothing\n", "the file is empty"),
        (b"just text", "as a mapping"),
        (b"- a\n- b\n", "as a mapping"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"a: \x00", "not allowed in YAML"),
        (b"a: 1\n---\nb: 2\n", "not YAML"),
        (b"[" * 100_000, "nested deeper"),
        (b"x" * 8_000_001, "larger than 8 MB"),
    ],
)
def test_a_file_that_is_no_source_gets_one_sentence(data: bytes, message: str) -> None:
    """Whatever the bytes are."""
    with pytest.raises(SourceError, match=message):
        parse_source(data, "x.yaml")


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    """Aliases are refused before anything is expanded."""
    layers = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))

    assert "an alias" in mistakes(f"a0: &a0 [x]\n{layers}\n")[0][2]


def test_a_missing_source_is_told_by_its_path(tmp_path: Path) -> None:
    """And so is a folder."""
    with pytest.raises(TagwrightError, match=r"nothing\.yaml: the taxonomy source cannot be read"):
        load_source(tmp_path / "nothing.yaml")
    with pytest.raises(TagwrightError, match="cannot be read"):
        load_source(tmp_path)
