"""A `Taxonomy` as the source that a person would have written: from a package back to readable YAML.

What the source makes by itself is left out of it again: variants, the labels of a default that is only named, the
name of a typed axis's element. The text is read back before it is given away, so that it says the very same.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Final

from taxonomy.errors import TagwrightError
from taxonomy.labels import default_member_labels
from taxonomy.layout import Collection, Item, Tree, lay_out, listing, mapping, quoted
from taxonomy.model import (
    Axis,
    Concept,
    Deprecation,
    Domain,
    Group,
    Hypercube,
    Label,
    LabelRole,
    Member,
    Reference,
    Taxonomy,
    TypedAxis,
    Version,
)
from taxonomy.relation import Between, PartsOfWhole, RatioOf, Relation, SumOf, Term
from taxonomy.source import parse_source
from taxonomy.source_keys import REFERENCE_PARTS
from taxonomy.source_shape import shaped
from taxonomy.yaml_nodes import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEY_OF_ROLE: Final[dict[LabelRole, str]] = {
    "standard": "label",
    "verbose": "verbose",
    "terse": "terse",
    "documentation": "definition",
}
_KEY_OF_PART: Final = {part: key for key, part in REFERENCE_PARTS.items()}

Entries = dict[str, Tree]


def write_source(taxonomy: Taxonomy) -> bytes:
    """Return a source that gives the taxonomy back.

    Raises: TagwrightError where a source cannot say all of it.
    """
    if taxonomy.dts is not None:
        raise TagwrightError(
            f"the taxonomy {taxonomy.prefix} {taxonomy.version} was not built from a source, and much of what others "
            "write has no place in one: import it into a taxonomy of your own instead"
        )
    try:
        data = lay_out(shaped(_Writer(taxonomy).document())).encode()
        differing = _differing(taxonomy, parse_source(data, "the source"))
    except SourceError as error:
        first = error.findings[0].message
        raise TagwrightError(
            f"the taxonomy {taxonomy.prefix} {taxonomy.version} says something that a source cannot say "
            f"({first}): build packages from sources that load"
        ) from None
    if differing:
        raise TagwrightError(
            f"the taxonomy {taxonomy.prefix} {taxonomy.version} has {differing} that a source cannot say as "
            "they are: only packages that tagwright built from a source have one"
        )
    return data


def _differing(one: Taxonomy, other: Taxonomy) -> str:
    return ", ".join(
        item.name for item in fields(Taxonomy) if getattr(one, item.name) != getattr(other, item.name)
    )


def _local(qname: str) -> str:
    return quoted(qname.partition(":")[2])


class _Writer:
    """Makes the tree of each part of a taxonomy."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self._variants: dict[str, list[Concept]] = {}
        for concept in taxonomy.concepts:
            if concept.variant_of:
                self._variants.setdefault(concept.variant_of, []).append(concept)

    def document(self) -> Collection:
        known = self._taxonomy
        sections: Entries = {
            "taxonomy": self._head(),
            "units": _named((unit.qname, mapping(_words(unit.labels))) for unit in known.units),
            "axes": _named(
                [
                    *((axis.qname, self._axis(axis)) for axis in known.axes),
                    *((axis.qname, self._typed_axis(axis)) for axis in known.typed_axes),
                ]
            ),
            "domains": _named((domain.qname, self._domain(domain)) for domain in known.domains),
            "concepts": _named(
                (concept.qname, self._concept(concept)) for concept in known.concepts if not concept.variant
            ),
            "headings": _named((item.qname, mapping(_words(item.labels))) for item in known.headings),
            "hypercubes": _named((f":{cube.name}", self._hypercube(cube)) for cube in known.hypercubes),
            "presentation": listing([_group(group) for group in known.groups]),
            "calculation": listing(
                [
                    mapping(
                        {
                            "total": _local(item.total),
                            "parts": mapping({_local(part): str(weight) for part, weight in item.parts}),
                        }
                    )
                    for item in known.calculations
                ]
            ),
            "relations": listing([_relation(relation) for relation in known.relations]),
        }
        return mapping(
            {
                name: section
                for name, section in sections.items()
                if name in {"taxonomy", "concepts"} or (not isinstance(section, str) and section.items)
            }
        )

    def _head(self) -> Tree:
        known = self._taxonomy
        head: Entries = {
            "prefix": quoted(known.prefix),
            "namespace": quoted(known.namespace),
            "version": quoted(known.version),
            "entry_point": quoted(known.entry_point),
            "label": _texts(known.labels),
        }
        if known.date:
            head["date"] = quoted(known.date)
        if known.versions:
            head["versions"] = listing([_version(version) for version in known.versions])
        return mapping(head)

    def _axis(self, axis: Axis) -> Tree:
        entries = {**_words(axis.labels), **_life(axis), "default": _local(axis.default)}
        if axis.role:
            entries["role"] = axis.role
        default, *others = axis.members
        made = default_member_labels(
            default.qname.partition(":")[2], axis.labels, has_role=axis.role is not None
        )
        is_made = default == Member(default.qname, made)
        entries["members"] = _members(others if is_made else axis.members, axis.role or "")
        return mapping(entries)

    def _typed_axis(self, axis: TypedAxis) -> Tree:
        entries: Entries = {**_words(axis.labels), **_life(axis), "typed": axis.type}
        if axis.domain != f"{axis.qname.removesuffix('Axis')}Domain":
            entries["element"] = _local(axis.domain)
        return mapping(entries)

    def _domain(self, domain: Domain) -> Tree:
        entries = {**_words(domain.labels), "members": _members(domain.members, "")}
        if domain.head_usable:
            entries["head_usable"] = "true"
        return mapping(entries)

    def _concept(self, concept: Concept) -> Tree:
        entries: Entries = {
            "type": quoted(concept.type),
            "period": concept.period_type,
            **_words(concept.labels),
            **_life(concept),
        }
        if concept.balance:
            entries["balance"] = concept.balance
        if concept.unit:
            entries["unit"] = _local(concept.unit)
        if concept.domain:
            entries["domain"] = _local(concept.domain)
        variants = [item.variant for item in self._variants.get(concept.qname, ()) if item.variant]
        if variants:
            entries["variants"] = listing([*variants])
        return mapping(entries)

    def _hypercube(self, cube: Hypercube) -> Tree:
        inside = {*cube.concepts}
        brings = {item.qname for name in inside for item in self._variants.get(name, ())}
        listed = [name for name in cube.concepts if name not in brings]
        brought = [item for name in listed for item in self._with_variants(name)]
        names = listed if tuple(brought) == cube.concepts else cube.concepts
        entries: Entries = {"concepts": listing([_local(name) for name in names])}
        if cube.axes:
            entries["axes"] = listing([_local(axis) for axis in cube.axes])
        return mapping(entries)

    def _with_variants(self, name: str) -> list[str]:
        found = [name]
        for variant in self._variants.get(name, ()):
            found.extend(self._with_variants(variant.qname))
        return found


def _named(entries: Iterable[tuple[str, Tree]]) -> Collection:
    return mapping({_local(qname): tree for qname, tree in entries})


def _texts(labels: Iterable[Label]) -> Tree:
    return mapping({quoted(label.language): quoted(label.text) for label in labels})


def _words(labels: tuple[Label, ...]) -> Entries:
    """Return the keys of words with their texts by language."""
    entries: Entries = {
        key: _texts(said)
        for role, key in _KEY_OF_ROLE.items()
        if (said := [label for label in labels if label.role == role])
    }
    terms: dict[str, list[Tree]] = {}
    for label in labels:
        if label.role == "term":
            terms.setdefault(quoted(label.language), []).append(quoted(label.text))
    if terms:
        entries["terms"] = mapping({language: listing(words) for language, words in terms.items()})
    return entries


def _life(item: Concept | Axis | TypedAxis | Member) -> Entries:
    entries: Entries = {}
    if item.references:
        entries["reference"] = listing([_reference(reference) for reference in item.references])
    if item.since:
        entries["since"] = quoted(item.since)
    if item.deprecated:
        entries["deprecated"] = _deprecation(item.deprecated)
    return entries


def _reference(reference: Reference) -> Tree:
    parts: Entries = {_KEY_OF_PART.get(part, part): quoted(text) for part, text in reference.parts}
    return mapping(parts if reference.role == "reference" else {"role": reference.role, **parts})


def _deprecation(deprecated: Deprecation) -> Tree:
    entries: Entries = {"date": quoted(deprecated.date)}
    if len(deprecated.successors) == 1:
        entries["successor"] = _local(deprecated.successors[0])
    elif deprecated.successors:
        entries["successor"] = listing([_local(name) for name in deprecated.successors])
    if deprecated.reasons:
        entries["reason"] = _texts(deprecated.reasons)
    return mapping(entries)


def _version(version: Version) -> Tree:
    entries: Entries = {"version": quoted(version.number), "date": quoted(version.date)}
    if version.notes:
        entries["note"] = _texts(version.notes)
    return mapping(entries)


def _members(members: Iterable[Member], role: str) -> Collection:
    """Return the members as a tree; each one's parts stand below it, after its own words."""
    inside: dict[str | None, Collection] = {None: mapping({})}
    trees: dict[str | None, Collection] = {}
    for member in members:
        entries = {**_words(member.labels), **_life(member)}
        if member.comparison:
            entries[role] = quoted(member.comparison)
        if not member.usable:
            entries["usable"] = "false"
        trees[member.qname] = mapping(entries)
        if member.parent not in inside:
            inside[member.parent] = mapping({})
            trees[member.parent].items.append(Item("members", inside[member.parent]))
        inside[member.parent].items.append(Item(_local(member.qname), trees[member.qname]))
    return inside[None]


def _group(group: Group) -> Tree:
    top = listing([])
    at_depth = [top]
    depths = group.depths or (0,) * len(group.items)
    for name, depth, following in zip(group.items, depths, (*depths[1:], 0), strict=True):
        del at_depth[depth + 1 :]
        value: Tree = _local(name)
        if following > depth:
            at_depth.append(listing([]))
            value = mapping({_local(name): at_depth[-1]})
        at_depth[depth].items.append(Item(None, value))
    return mapping({"group": _texts(group.labels), "items": top})


def _relation(relation: Relation) -> Tree:
    name = _local(relation.concept)
    match relation:
        case Between():
            bounds = (("low", relation.low), ("high", relation.high))
            said = {key: quoted(str(bound)) for key, bound in bounds if bound is not None}
            return mapping({"between": name, **said})
        case SumOf():
            return mapping({"sum_of": name, "parts": listing([_term(part) for part in relation.parts])})
        case RatioOf():
            ends = {"numerator": _term(relation.numerator), "denominator": _term(relation.denominator)}
            return mapping({"ratio_of": name, **ends})
        case PartsOfWhole():
            complete: Entries = {"complete": "true"} if relation.complete else {}
            return mapping({"parts_of_whole": name, "over": _local(relation.over), **complete})


def _term(term: Term) -> Tree:
    members: Entries = {_local(axis): _local(member) for axis, member in term.members}
    entries: Entries = {"members": mapping(members)} if members else {}
    if term.weight != 1:
        entries["weight"] = str(term.weight)
    return mapping({"concept": _local(term.concept), **entries}) if entries else _local(term.concept)
