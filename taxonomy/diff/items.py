"""What changed in the elements themselves: concepts, axes, members and units, their words and their traits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from taxonomy.diff.change import Change, Kind, Thing, Values, Verdict, Why
from taxonomy.diff.likeness import fold, text_likeness
from taxonomy.model import (
    Axis,
    Concept,
    Deprecation,
    Domain,
    Heading,
    Label,
    Member,
    Reference,
    Taxonomy,
    TypedAxis,
    Unit,
    label_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taxonomy.diff.fates import Fates
    from taxonomy.diff.pairing import Matched, Pairs, Rename

Element = Concept | Axis | TypedAxis | Member | Unit | Domain | Heading

_UNLIKE: Final = 0.35
"""Labels that share less than this are other words."""

_NEVER_WRITTEN: Final = frozenset({"domain", "heading"})
"""Things whose names stand in no instance."""

_REASONS: Final[dict[Thing, tuple[str, str]]] = {
    "concept": ("no_place", "new_concept"),
    "axis": ("no_axis", "new_axis"),
    "member": ("no_member", "new_member"),
    "unit": ("no_unit", "new_unit"),
    "domain": ("no_domain", "hypercube"),
    "heading": ("presentation", "presentation"),
}
"""Why it breaks that a thing is gone, and why it does not that one is new."""


def element_changes(pairs: Pairs, fates: Fates) -> Iterator[Change]:
    """Yield what is new, gone, renamed, and what changed in what both versions have."""
    kinds: tuple[tuple[Thing, Matched], ...] = (
        ("concept", pairs.concepts),
        ("axis", pairs.axes),
        ("member", pairs.members),
        ("unit", pairs.units),
        ("domain", pairs.domains),
        ("heading", pairs.headings),
    )
    still = _only_defaults(pairs.new)
    defaults = {name for name in _only_defaults(pairs.old) if pairs.members.pairs.get(name) in still}
    olds, news = _elements(pairs.old), _elements(pairs.new)
    for thing, matched in kinds:
        gone, new = _REASONS[thing]
        renames = {rename.old: rename for rename in matched.renames}
        if thing != "member":  # they come and go with an axis
            yield from (_fate(thing, name, gone, fates) for name in matched.removed)
            yield from (
                Change(thing, "added", "harmless", name, new, (name,))
                for name in matched.added
                if name not in fates.explained
            )
        for old_name, new_name in matched.pairs.items():
            if old_name in renames:
                is_written = old_name not in defaults and thing not in _NEVER_WRITTEN
                yield _renamed(thing, renames[old_name], is_written=is_written)
            place = _Place(thing, old_name, new_name)
            one, other = olds[thing][old_name], news[thing][new_name]
            yield from _words(place, one.labels, other.labels)
            if not isinstance(one, Unit | Domain | Heading) and not isinstance(
                other, Unit | Domain | Heading
            ):
                yield from _life(place, one, other)
            if isinstance(one, Concept) and isinstance(other, Concept):
                yield from _traits(place, one, other, pairs)


@dataclass(frozen=True, slots=True)
class _Place:
    """One thing of both versions."""

    thing: Thing
    old: str
    new: str

    def change(self, kind: Kind, verdict: Verdict, reason: str, values: Values = ()) -> Change:
        return Change(self.thing, kind, verdict, self.old, reason, (self.new,), values)


def _fate(thing: Thing, name: str, reason: str, fates: Fates) -> Change:
    if thing == "concept":
        if place := fates.by_dimension.get(name):
            members = tuple(item for pair in place.dimensions for item in pair)
            values = (("members", " = ".join(members)),)
            return Change(
                thing, "by_dimension", "breaking", name, "by_dimension", (place.concept, *members), values,
                place.evidence, place.certain,
            )  # fmt: skip
        if parts := fates.split.get(name):
            why = (Why("successor" if name in fates.succeeded else "parts_say_more"),)
            return Change(thing, "split", "breaking", name, "split", parts, (), why, certain=False)
        if into := fates.merged_into(name):
            is_said = name in fates.succeeded
            why = (Why("successor" if is_said else "says_less"),)
            return Change(thing, "merged", "breaking", name, "merged", (into,), (), why, certain=is_said)
    if thing in _NEVER_WRITTEN:
        return Change(thing, "removed", "harmless", name, reason)
    return Change(thing, "removed", "breaking", name, reason)


def _renamed(thing: Thing, rename: Rename, *, is_written: bool) -> Change:
    verdict: Verdict = "breaking" if is_written else "harmless"
    reason = "other_name" if is_written else "default_name"
    return Change(
        thing, "renamed", verdict, rename.old, reason, (rename.new,), (), rename.evidence, rename.certain
    )


def _elements(taxonomy: Taxonomy) -> dict[Thing, dict[str, Element]]:
    return {
        "concept": {**taxonomy.concept_by_qname},
        "axis": {**taxonomy.axis_by_qname, **taxonomy.typed_axis_by_qname},
        "member": {**taxonomy.member_by_qname},
        "unit": {**taxonomy.unit_by_qname},
        "domain": {**taxonomy.domain_by_qname},
        "heading": {**taxonomy.heading_by_qname},
    }


def _life(
    place: _Place, old: Concept | Axis | TypedAxis | Member, new: Concept | Axis | TypedAxis | Member
) -> Iterator[Change]:
    """Yield what changed in references and in whether it is still to be used."""
    if old.references != new.references:
        gone = "; ".join(_said(item) for item in old.references if item not in new.references)
        more = "; ".join(_said(item) for item in new.references if item not in old.references)
        yield place.change("references", "harmless", "references", _from_to(gone or "–", more or "–"))
    before, after = old.deprecated, new.deprecated
    if after is not None and after != before:
        yield place.change("deprecated", "harmless", "deprecated", (("to", _deprecation(after)),))
    if before is not None and after is None:
        yield place.change("not_deprecated", "harmless", "not_deprecated")


def _said(reference: Reference) -> str:
    return " ".join(text for _, text in reference.parts)


def _deprecation(deprecated: Deprecation) -> str:
    successors = f" → {', '.join(deprecated.successors)}" if deprecated.successors else ""
    reason = label_of(deprecated.reasons, "en")
    return f"{deprecated.date}{successors}{f': {reason}' if reason else ''}"


def _only_defaults(taxonomy: Taxonomy) -> frozenset[str]:
    """Return the members that never stand in an instance: defaults of every axis that they are on."""
    defaults = {axis.default for axis in taxonomy.axes}
    others = {
        member.qname for axis in taxonomy.axes for member in axis.members if member.qname != axis.default
    } | {member.qname for domain in taxonomy.domains for member in domain.members}
    return frozenset(defaults - others)


def _traits(place: _Place, old: Concept, new: Concept, pairs: Pairs) -> Iterator[Change]:
    if old.type != new.type:
        yield place.change("type", "breaking", "type", _from_to(old.type, new.type))
    if old.period_type != new.period_type:
        yield place.change("period", "breaking", "period", _from_to(old.period_type, new.period_type))
    if old.balance != new.balance:
        # A balance that is new says what the sign means; one that is another turns the sign round.
        is_turned = old.balance is not None and new.balance is not None
        verdict: Verdict = "breaking" if is_turned else "look"
        reason = "balance_turned" if is_turned else "balance"
        yield place.change("balance", verdict, reason, _from_to(old.balance or "–", new.balance or "–"))
    unit = pairs.units.pairs.get(old.unit or "", old.unit)
    if unit != new.unit:
        yield place.change(
            "counted_unit", "breaking", "counted_unit", _from_to(old.unit or "–", new.unit or "–")
        )
    of = pairs.concepts.pairs.get(old.variant_of or "", old.variant_of)
    if (old.variant, of) != (new.variant, new.variant_of):
        told = _from_to(_variant(old), _variant(new))
        yield place.change("variant_of", "breaking", "variant_of", told)
    if pairs.domains.pairs.get(old.domain or "", old.domain) != new.domain:
        yield place.change(
            "enumerated", "breaking", "enumerated", _from_to(old.domain or "–", new.domain or "–")
        )


def _variant(concept: Concept) -> str:
    return f"{concept.variant} {concept.variant_of}" if concept.variant else "–"


def _words(place: _Place, old: tuple[Label, ...], new: tuple[Label, ...]) -> Iterator[Change]:
    """Yield what changed in the labels of a thing, by role and language."""
    one, other = labels_by(old), labels_by(new)
    verdict: Verdict = "look" if _is_other_word(one, other) else "harmless"
    for role, language in sorted({*one, *other}):
        before, after = one.get((role, language), []), other.get((role, language), [])
        if before == after:
            continue
        at = (("language", language), ("role", role))
        if role == "term":
            if gone := [text for text in before if text not in after]:
                yield place.change("terms_removed", "harmless", "terms", (*at, ("terms", ", ".join(gone))))
            if more := [text for text in after if text not in before]:
                yield place.change("terms_added", "harmless", "terms", (*at, ("terms", ", ".join(more))))
            continue
        values = (*at, *_from_to(" / ".join(before) or "–", " / ".join(after) or "–"))
        if role == "documentation":
            is_new = not before
            yield place.change(
                "redefined", "harmless" if is_new else "look", "defined" if is_new else "definition", values
            )
        else:
            is_look = verdict == "look" and role == "standard"
            reason = "other_word" if is_look else "label"
            yield place.change("relabelled", verdict if is_look else "harmless", reason, values)


def _is_other_word(old: dict[tuple[str, str], list[str]], new: dict[tuple[str, str], list[str]]) -> bool:
    """Return whether the standard label is quite another in every language that both versions have."""
    shared = [key for key in old if key[0] == "standard" and key in new]
    return bool(shared) and all(
        text_likeness(fold(old[key][0]), fold(new[key][0])) < _UNLIKE for key in shared
    )


def labels_by(labels: tuple[Label, ...]) -> dict[tuple[str, str], list[str]]:
    """Return the texts of labels by (role, language)."""
    made: dict[tuple[str, str], list[str]] = {}
    for label in labels:
        made.setdefault((label.role, label.language), []).append(label.text)
    return made


def _from_to(old: str, new: str) -> Values:
    return (("from", old), ("to", new))
