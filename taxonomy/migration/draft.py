"""The first draft of a file of rules, from what changed: what is certain stands there, the rest is commented.

A commented line is a question to a person; a rule that nobody has looked at moves no fact.
"""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING, Final

from taxonomy.diff.told import evidence_of
from taxonomy.elements import elements_of
from taxonomy.model import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from taxonomy.diff.change import Change, Diff, Thing
    from taxonomy.elements import Element
    from taxonomy.model import Taxonomy

_SECTIONS: Final[tuple[tuple[Thing, str], ...]] = (
    ("concept", "concepts"),
    ("axis", "axes"),
    ("member", "members"),
    ("unit", "units"),
)
_YAML_WORDS: Final = frozenset({"null", "true", "false"})

_HEAD: Final = """\
# Rules that move reports from version {old} to version {new}. A line that is commented is a question:
# take the mark away where it is right, say otherwise where it is not.
migration:
  from: {from_}
  to: {to}
"""


def draft_rules(diff: Diff, old: Taxonomy, new: Taxonomy) -> str:
    """Return the draft as YAML."""
    lines = [
        _HEAD.format(
            old=" ".join(diff.old.version.split()),
            new=" ".join(diff.new.version.split()),
            from_=_quoted(old.namespace),
            to=_quoted(new.namespace),
        )
    ]
    before = elements_of(old)
    for thing, section in _SECTIONS:
        entries = [line for change in diff.changes for line in _entries(change, thing, before, old, new)]
        if entries:
            has_rule = any(not line.startswith("  #") for line in entries)
            lines.append(f"{section}:" if has_rule else f"# {section}:")
            lines.extend(entries)
            lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _entries(
    change: Change, thing: Thing, before: Mapping[str, Element], old: Taxonomy, new: Taxonomy
) -> Iterator[str]:
    # A default that is called otherwise breaks nothing, but a rule must say that it is the same.
    if change.thing != thing or (
        change.verdict != "breaking" and change.kind not in {"renamed", "deprecated"}
    ):
        return
    name = _short(change.name, old)
    match change.kind:
        case "renamed" | "merged":
            yield from _moved(change, f"{{to: {_short(change.now[0], new)}}}", old)
            yield from _variants(change, change.now[0], "", old, new)
        case "by_dimension":
            axis, member = (_short(each, new) for each in change.now[1:])
            dimensions = f", dimensions: {{{axis}: {member}}}"
            yield from _moved(change, f"{{to: {_short(change.now[0], new)}{dimensions}}}", old)
            yield from _variants(change, change.now[0], dimensions, old, new)
        case "deprecated" if thing == "concept":
            deprecated = new.concept_by_qname[change.now[0]].deprecated
            for successor in deprecated.successors if deprecated else ():
                yield f"  # {name}: {{to: {_short(successor, new)}}}   # deprecated: {_one_line(change.value('to'))}"
        case "split":
            yield f"  # {name}: which of these, where? {_label(before, change.name)}"
            yield from (f"  #   - {{where: {{…: …}}, to: {_short(part, new)}}}" for part in change.now)
        case "removed":
            yield f'  # {name}: {{drop: "…"}}   # gone: {_label(before, change.name)}'
        case "balance":
            yield f"  # {name}: {{to: {_short(change.now[0], new)}, sign: reversed}}   # {_from_to(change)}"
        case "type" | "period" | "counted_unit" | "enumerated" | "variant_of" if thing == "concept":
            yield f"  # {name}: {{to: {_short(change.now[0], new)}}}   # {change.kind}: {_from_to(change)}"
        case _:
            return


def _moved(change: Change, rule: str, old: Taxonomy) -> Iterator[str]:
    mark = "" if change.certain else "# "
    said = ", ".join(evidence_of(change)) or "says what it said"
    yield f"  {mark}{_short(change.name, old)}: {rule}   # {_one_line(said)}"


def _variants(change: Change, now: str, more: str, old: Taxonomy, new: Taxonomy) -> Iterator[str]:
    """Yield the rules of the change, growth and share concepts that move with their concept."""
    to = {change.name: now}
    for name in change.variants:
        concept = old.concept_by_qname.get(name)
        if concept is None or concept.variant is None:
            continue
        base = to.get(concept.variant_of or "")
        found = new.variants.get((base, concept.variant)) if base else None
        if found is None:
            yield f'  # {_short(name, old)}: {{drop: "…"}}   # the new concept has no such variant'
            continue
        to[name] = found
        mark = "" if change.certain else "# "
        yield f"  {mark}{_short(name, old)}: {{to: {_short(found, new)}{more}}}"


def _from_to(change: Change) -> str:
    return _one_line(f"{change.value('from')} → {change.value('to')}")


def _label(elements: Mapping[str, Element], name: str) -> str:
    return _one_line(label_of(elements[name].labels, "en")) if name in elements else ""


def _one_line(text: str) -> str:
    """Return a text that can stand in a comment."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def _short(qname: str, taxonomy: Taxonomy) -> str:
    short = qname.removeprefix(f"{taxonomy.prefix}:")
    return _quoted(short) if ":" in short or short.lower() in _YAML_WORDS else short


def _quoted(text: str) -> str:
    return dumps(text, ensure_ascii=False)
