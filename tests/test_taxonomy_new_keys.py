"""Domains, typed axes, headings, deprecation, versions: what they become, and what a mistake in them is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from taxonomy.model import Deprecation, Label, Reference, Taxonomy, Version
from taxonomy.source import load_source, mistakes_of_part, parse_source
from taxonomy.yaml_nodes import SourceError, parse_yaml
from tests.source_mistakes import mistakes, see_that_it_is_told

ALL_KEYS = Path(__file__).parent / "data" / "all-keys.yaml"

SMALL = """\
taxonomy:
  prefix: t
  namespace: http://example.org/t
  version: "2"
  date: 2025-01-31
  versions: [{version: "1", date: 2024-01-31}]
  entry_point: http://example.org/t/t.xsd
  label: {en: Test}
units: {card: {label: {en: card}}}
axes:
  AAxis:
    label: {en: A}
    default: AllMember
    members: {OneMember: {label: {en: One}, since: "1"}, TwoMember: {label: {en: Two}}}
  BAxis: {label: {en: B}, typed: text}
domains:
  DDomain: {label: {en: D}, members: {XMember: {label: {en: X}}}}
concepts:
  Money: {type: monetary, period: instant, label: {en: Money}, deprecated: {date: 2025-01-31, successor: Cash}}
  Cash: {type: monetary, period: instant, label: {en: Cash}}
  PerCard: {type: per_unit, unit: card, period: duration, label: {en: Per card}}
  Choice: {type: enumeration, domain: DDomain, period: duration, label: {en: Choice}}
headings:
  First: {label: {en: First}}
hypercubes:
  H: {concepts: [Money], axes: [AAxis, BAxis]}
presentation:
  - {group: {en: G}, items: [First: [Money, Cash], Choice]}
relations: []
"""

MISTAKES = {
    "type of a typed axis": ("typed: text", "typed: ▸txt", 'is "txt" (did you mean "text"?); expected one of text'),
    "typed axis with members": ("typed: text}", "typed: text, ▸members: {}}", 'has no key "members"'),
    "typed axis without label": ("{label: {en: B}, typed: text}", "▸{typed: text}", 'lacks the key "label"'),
    "element that is taken": (
        "typed: text", "typed: text, element: ▸AAxis",
        'the name "AAxis" of this element that holds the values of "BAxis" is taken by the axis on line 11',
    ),
    "element made that is taken": (
        "  DDomain: {label", "  ▸BDomain: {label", 'of this domain is taken by the element that holds the values of "BAxis"',
    ),
    "parts by a typed axis": (
        "relations: []", "relations: [{parts_of_whole: Cash, over: ▸BAxis}]", "is typed and has no members",
    ),
    "domain that is none": ("domain: DDomain", "domain: ▸DDoman", 'no domain "DDoman" (did you mean "DDomain"?)'),
    "enumeration of an axis": ("domain: DDomain", "domain: ▸AAxis", '("AAxis" is the axis on line 11)'),
    "enumeration without a domain": ("  Choice: {type: enumeration, domain: DDomain,", "  ▸Choice: {type: enumeration,",
        "names no domain: add domain:"),
    "domain of money": ("Cash: {type: monetary,", "Cash: {type: monetary, ▸domain: DDomain,", "only an enumeration has one"),
    "domain without a usable member": (
        "members: {XMember: {label: {en: X}}}", "members: ▸{XMember: {label: {en: X}, usable: false}}",
        "has no member that a fact may name",
    ),
    "usable as text": ("{label: {en: X}}", "{label: {en: X}, usable: ▸no}", "as true or false"),
    "default that is not usable": (
        "members: {OneMember", "members: {AllMember: {label: {en: All}, ▸usable: false}, OneMember", "must be usable",
    ),
    "member that is another elsewhere": (
        "members: {XMember", "members: {▸OneMember: {label: {en: One}}, XMember", 'another "reference", "since" or "deprecated"',
    ),
    "per unit without a unit": ("  PerCard: {type: per_unit, unit: card,", "  ▸PerCard: {type: per_unit,", "names no unit"),
    "unit of a ratio": ("type: per_unit, unit: card", "type: ratio, ▸unit: card", "only count and per_unit have one"),
    "unit with our ending": ("units: {card:", "units: {▸x.perUnit: {label: {en: x}}, card:", "ends in .perUnit"),
    "since that is no version": ('since: "1"', 'since: ▸"3"', "expected one of 1, 2, or list it"),
    "day that is none": ("deprecated: {date: 2025-01-31", "deprecated: {date: ▸2025-02-30", "expected a day such as 2024-12-31"),
    "deprecated as a day": (
        "deprecated: {date: 2025-01-31, successor: Cash}", "deprecated: ▸2025-01-31", "as a mapping",
    ),
    "deprecated without a day": ("{date: 2025-01-31, successor: Cash}", "▸{successor: Cash}", 'lacks the key "date"'),
    "successor that is none": ("successor: Cash", "successor: ▸Csh", 'there is no concept "Csh" (did you mean "Cash"?)'),
    "successor of another kind": ("successor: Cash", "successor: [Cash, ▸AAxis]", '("AAxis" is the axis on line 11)'),
    "successor of itself": ("successor: Cash", "successor: ▸Money", "is followed by it again"),
    "reason in no language": (
        "successor: Cash}", "successor: Cash, reason: {▸english: Old}}", '"english" is no language tag',
    ),
    "version that is none": ('{version: "1"', '{version: ▸"1/2"', "expected letters, digits"),
    "version of its own": ('[{version: "1"', '[{version: ▸"2"', "is the taxonomy's own: remove it"),
    "version twice": ("2024-01-31}]", '2024-01-31}, {version: ▸"1", date: 2024-02-01}]', "is listed twice"),
    "versions exchanged": ("2024-01-31}]", '2024-01-31}, {version: "0", date: ▸2023-01-31}]', "list the oldest first"),
    "date before the version before": ("date: 2025-01-31\n", "date: ▸2023-01-31\n", "exchange them"),
    "heading that is a concept": ("  First: {", "  ▸Cash: {", "is taken by the concept on line"),
    "item that is none": ("items: [First:", "items: [▸Frst:", 'no concept "Frst" (did you mean "First"?)'),
    "item twice": ("Choice]}", "Choice, ▸Cash]}", "stands in this group twice"),
    "items that are no list": ("First: [Money, Cash]", "First: ▸Cash", "as a list"),
    "role of a reference": (
        "Cash: {type: monetary,", "Cash: {reference: [{role: ▸disclose, name: IAS}], type: monetary,",
        '(did you mean "disclosure"?)',
    ),
    "part of a reference that is nothing": (
        "Cash: {type: monetary,", "Cash: {reference: [{number: ▸null}], type: monetary,", "found nothing",
    ),
    "heading with a type": ("First: {label", "First: {▸type: text, label", 'has no key "type"'),
}  # fmt: skip


def railway() -> Taxonomy:
    """Return the taxonomy that uses every key."""
    return load_source(ALL_KEYS)


def test_the_small_source_has_no_mistake() -> None:
    """So that each one below is the only one."""
    assert parse_source(SMALL.encode(), "x.yaml").headings


@pytest.mark.parametrize(("old", "new", "message"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_with_its_place_and_what_was_expected(old: str, new: str, message: str) -> None:
    """Whoever reads it can go to the line and put it right; ▸ stands where the place should point."""
    see_that_it_is_told(SMALL, old, new, message)


def test_a_long_circle_of_successors_is_told_at_each_of_its_places() -> None:
    """Nobody would ever come to an end of it."""
    text = SMALL.replace(
        "label: {en: Cash}}", "label: {en: Cash}, deprecated: {date: 2025-01-31, successor: PerCard}}"
    ).replace(
        "label: {en: Per card}}", "label: {en: Per card}, deprecated: {date: 2025-01-31, successor: Money}}"
    )

    assert [line for line, _, said in mistakes(text) if "followed by it again" in said] == [19, 20, 21]


def test_the_life_of_an_element_is_in_the_model() -> None:
    """References with their role, the version that brought it, what ended it."""
    known = railway()
    tickets, fares = (known.concept_by_qname[f"rail:{name}"] for name in ("TicketSales", "FareRevenue"))
    line, station = known.axis_by_qname["rail:LineAxis"], known.typed_axis_by_qname["rail:StationAxis"]

    assert tickets.since == "2023"
    assert tickets.deprecated == Deprecation(
        "2024-06-30",
        ("rail:FareRevenue",),
        (Label("en", "Passes count as well."), Label("zh-Hant", "通行證亦計入。")),
    )
    assert [reference.role for reference in fares.references] == ["disclosure", "reference"]
    assert line.references == (Reference((("Publisher", "Railway Board"), ("Name", "Register of lines"))),)
    assert (station.domain, station.type) == ("rail:StationCode", "text")
    assert known.typed_axis_by_qname["rail:OpeningAxis"].domain == "rail:OpeningDomain"
    assert known.date == "2025-07-01"
    assert known.versions[0] == Version("2023", "2023-06-30")


def test_the_variants_of_what_is_deprecated_are_deprecated_with_it() -> None:
    """Their successors are the same variants of its successors."""
    change = railway().concept_by_qname["rail:IncreaseDecreaseInTicketSales"]

    assert change.deprecated is not None
    assert change.deprecated.date == "2024-06-30"
    assert change.deprecated.successors == ("rail:IncreaseDecreaseInFareRevenue",)


def test_items_stand_under_one_another() -> None:
    """As deep as the source has them; a group without such items is flat."""
    flat, deep, _ = railway().groups

    assert flat.depths == ()
    assert [name.removeprefix("rail:") for name in deep.items[:5]] == [
        "AccountsHeading",
        "OperatingResult",
        "FareRevenue",
        "OperatingCost",
        "EarningsPerShare",
    ]
    assert deep.depths[:5] == (0, 1, 2, 2, 1)
    assert deep.parents()[:5] == (None, 0, 1, 1, 0)


def test_members_of_a_domain_may_be_unusable_or_stand_in_an_axis_too() -> None:
    """One element each, whatever it is used for."""
    known = railway()
    opinions, networks = known.domains

    assert [(member.qname[5:-6], member.usable) for member in opinions.members] == [
        ("Unmodified", True),
        ("Modified", False),
        ("Qualified", True),
        ("Adverse", True),
    ]
    assert networks.head_usable
    assert networks.members[0].qname in {
        member.qname for member in known.axis_by_qname["rail:LineAxis"].members
    }


DOCUMENTATION = Path(__file__).parent.parent / "docs" / "taxonomy-source.md"
FRAMES = {
    "    ": ("concepts:\n  X:\n    type: monetary\n    period: instant\n    label: {en: X}\n",),
    "  ": ("axes:\n", "concepts:\n", SMALL[: SMALL.index("  date:")]),
    "": ("",),
}
"""What an example stands in, by how far it is indented."""


@pytest.mark.parametrize(
    "example", re.findall("```yaml\n(.*?)```", DOCUMENTATION.read_text("utf-8"), re.DOTALL)
)
def test_the_examples_in_the_documentation_have_no_mistake(example: str) -> None:
    """Each by itself, less names that other examples declare."""
    frames = next(found for indent, found in FRAMES.items() if example.startswith(indent))

    assert any(not told(frame + example) for frame in frames), [told(frame + example) for frame in frames]


def told(text: str) -> list[str]:
    """Return the mistakes of an example; one of the head gets what it lacks."""
    if text.startswith("taxonomy:"):
        needed = ("  entry_point: http://example.org/t/t.xsd\n", "  label: {en: Test}\n")
        text += "".join(line for line in needed if line.partition(":")[0] not in text)
        text += "concepts:\n  X: {type: text, period: instant, label: {en: X}}\n"
        try:
            parse_source(text.encode(), "x.yaml")
        except SourceError as error:
            return [finding.message for finding in error.findings]
        return []
    return [finding.message for finding in mistakes_of_part(parse_yaml(text.encode(), "x.yaml"), "x.yaml")]
