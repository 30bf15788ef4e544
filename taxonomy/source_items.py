"""Units, concepts and headings of the source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast, get_args

from yaml.nodes import MappingNode

from taxonomy.item_types import (
    ITEM_TYPES,
    QNAME_OF_SHORT_NAME,
    SHORT_NAME_OF_QNAME,
    is_enumeration,
    is_monetary,
    is_numeric,
)
from taxonomy.model import Balance, Concept, Deprecation, Domain, Heading, PeriodType, Unit, Variant
from taxonomy.source_keys import CONCEPT, HEADING, PER_UNIT_ENDING, UNIT, VARIANTS
from taxonomy.source_labels import read_labels
from taxonomy.source_walk import Walker
from taxonomy.variants import variants_of

if TYPE_CHECKING:
    from yaml.nodes import Node

    from taxonomy.source_life import Lifetimes
    from taxonomy.yaml_nodes import Entry


def read_units(walker: Walker, node: Node | None, prefix: str) -> tuple[Unit, ...]:
    """Return the count units."""
    units: list[Unit] = []
    entries = walker.mapping(node, "units") if node else {}
    for name, entry in entries.items():
        if walker.name(entry.key, "the unit") is None or not walker.declare(entry.key, "unit", name):
            continue
        if name.endswith(PER_UNIT_ENDING):
            walker.fail(
                entry.key, "name", f'the unit "{name}" ends in {PER_UNIT_ENDING}: choose another name'
            )
        keys = walker.record(entry.value, f'the unit "{name}"', UNIT)
        units.append(Unit(f"{prefix}:{name}", read_labels(walker, keys, f'the unit "{name}"')))
    return tuple(units)


def read_headings(walker: Walker, node: Node | None, prefix: str) -> tuple[Heading, ...]:
    """Return the headings of the presentation."""
    headings: list[Heading] = []
    for name, entry in (walker.mapping(node, "headings") if node else {}).items():
        if walker.name(entry.key, "the heading") is None or not walker.declare(entry.key, "heading", name):
            continue
        keys = walker.record(entry.value, f'the heading "{name}"', HEADING)
        headings.append(Heading(f"{prefix}:{name}", read_labels(walker, keys, f'the heading "{name}"')))
    return tuple(headings)


class ConceptReader:
    """Reads concepts; units, domains and versions are known by then."""

    def __init__(
        self,
        walker: Walker,
        prefix: str,
        lifetimes: Lifetimes,
        units: tuple[Unit, ...],
        domains: tuple[Domain, ...],
    ) -> None:
        """Note what concepts may speak of."""
        self._walker = walker
        self._prefix = prefix
        self._lifetimes = lifetimes
        self._units = tuple(unit.qname.partition(":")[2] for unit in units)
        self._domains = tuple(domain.qname.partition(":")[2] for domain in domains)

    def read(self, node: Node | None) -> tuple[Concept, ...]:
        """Return the concepts, each followed by its variants."""
        walker = self._walker
        concepts: list[Concept] = []
        for name, entry in (walker.mapping(node, "concepts") if node else {}).items():
            if walker.name(entry.key, "the concept") is None:
                continue
            if not walker.declare(entry.key, "concept", name):
                continue
            concept, keys = self._read_concept(entry)
            concepts.append(concept)
            if "variants" in keys:
                concepts.extend(_read_variants(walker, keys["variants"], concept))
        if isinstance(node, MappingNode) and not node.value:
            walker.fail(node, "value", "there are no concepts: a taxonomy needs at least one")
        return _with_deprecated_variants(tuple(concepts))

    def _read_concept(self, entry: Entry) -> tuple[Concept, dict[str, Entry]]:
        walker, name = self._walker, entry.key.value
        what = f'the concept "{name}"'
        keys = walker.record(entry.value, what, CONCEPT)
        kind = _read_type(walker, keys["type"].value, what) if "type" in keys else None
        period = (
            walker.choice(keys["period"].value, f"the period of {what}", get_args(PeriodType))
            if "period" in keys
            else None
        )
        life = self._lifetimes.read(keys, "concept", name)
        concept = Concept(
            qname=f"{self._prefix}:{name}",
            type=kind or "monetary",
            period_type=cast("PeriodType", period or "instant"),
            labels=read_labels(walker, keys, what),
            balance=_read_balance(walker, keys, what, kind),
            unit=self._read_unit(keys, what, kind, entry.key),
            references=life.references,
            domain=self._read_domain(keys, what, kind, entry.key),
            since=life.since,
            deprecated=life.deprecated,
        )
        return concept, keys

    def _read_unit(self, keys: dict[str, Entry], what: str, kind: str | None, key: Node) -> str | None:
        walker = self._walker
        if "unit" not in keys:
            if kind == "per_unit":
                message = f"{what} is of type per_unit and names no unit: add unit: and a name of units"
                walker.fail(key, "missing-key", message)
            return None
        unit = walker.known(keys["unit"].value, "unit", self._units)
        if kind is not None and kind not in {"count", "per_unit"}:
            message = f"{what} has a unit but is of type {kind}: only count and per_unit have one, remove it"
            walker.fail(keys["unit"].key, "value", message)
            return None
        return None if unit is None else f"{self._prefix}:{unit}"

    def _read_domain(self, keys: dict[str, Entry], what: str, kind: str | None, key: Node) -> str | None:
        walker = self._walker
        if "domain" not in keys:
            if kind is not None and is_enumeration(kind):
                message = f"{what} is of type {kind} and names no domain: add domain: and a name of domains"
                walker.fail(key, "missing-key", message)
            return None
        domain = walker.known(keys["domain"].value, "domain", self._domains)
        if kind is not None and not is_enumeration(kind):
            message = f"{what} has a domain but is of type {kind}: only an enumeration has one, remove it"
            walker.fail(keys["domain"].key, "value", message)
            return None
        return None if domain is None else f"{self._prefix}:{domain}"


def _read_balance(walker: Walker, keys: dict[str, Entry], what: str, kind: str | None) -> Balance | None:
    if "balance" not in keys:
        return None
    balance = walker.choice(keys["balance"].value, f"the balance of {what}", get_args(Balance))
    if kind is not None and balance is not None and not is_monetary(kind):
        message = f"{what} has a balance but is of type {kind}: only monetary concepts have one, remove it"
        walker.fail(keys["balance"].key, "value", message)
    return cast("Balance | None", balance)


def _read_type(walker: Walker, node: Node, what: str) -> str | None:
    text = walker.text(node, f"the type of {what}")
    if text is None or text in QNAME_OF_SHORT_NAME:
        return text
    if text in ITEM_TYPES:
        return SHORT_NAME_OF_QNAME.get(text, text)
    hint = walker.hint(text, (*QNAME_OF_SHORT_NAME, *sorted(ITEM_TYPES)))
    expected = f"{', '.join(QNAME_OF_SHORT_NAME)}, or an item type such as dtr-types:perShareItemType"
    walker.fail(node, "value", f'the type of {what} is "{text}"{hint}; expected {expected}')
    return None


def _read_variants(walker: Walker, entry: Entry, concept: Concept) -> tuple[Concept, ...]:
    name = concept.qname.partition(":")[2]
    wanted: list[Variant] = []
    for node in walker.listing(entry.value, f'the variants of "{name}"'):
        variant = walker.choice(node, "the variant", VARIANTS)
        if variant in wanted:
            walker.fail(node, "duplicate", f'the variant "{variant}" stands in this list twice: remove one')
        elif variant is not None:
            wanted.append(cast("Variant", variant))
    if wanted and not is_numeric(concept.type):
        message = f'the concept "{name}" is of type {concept.type}: only numbers have variants, remove them'
        walker.fail(entry.key, "value", message)
        return ()
    made = variants_of(concept, tuple(wanted))
    kind = f'concept that the variants of "{name}" make'
    return tuple(item for item in made if walker.declare(entry.value, kind, item.qname.partition(":")[2]))


def _with_deprecated_variants(concepts: tuple[Concept, ...]) -> tuple[Concept, ...]:
    """Return the concepts, the variants of a deprecated one deprecated with it.

    Their successors are the same variants of its successors, where there are such.
    """
    variants = {
        (item.variant_of, item.variant): item.qname for item in concepts if item.variant and item.variant_of
    }
    made: dict[str, Concept] = {}
    for concept in concepts:
        base = made.get(concept.variant_of or "")
        said = base.deprecated if base is not None else None
        if said is not None and concept.variant is not None:
            successors = (variants.get((name, concept.variant)) for name in said.successors)
            found = tuple(name for name in successors if name is not None)
            concept = replace(concept, deprecated=Deprecation(said.date, found, said.reasons))  # noqa: PLW2901 - the same one, completed
        made[concept.qname] = concept
    return tuple(made.values())
