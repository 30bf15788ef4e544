"""All changes between two versions, folded and put in the order for a reader."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from taxonomy.diff.change import KINDS, THINGS, VERDICTS, Change, Diff, Values, Version
from taxonomy.diff.dimensions import dimension_changes
from taxonomy.diff.fates import find_fates
from taxonomy.diff.formulas import formula_changes
from taxonomy.diff.items import element_changes, labels_by
from taxonomy.diff.pairing import Pairs, pair_elements, pair_the_rest
from taxonomy.diff.relations import order_changes, relation_changes, sum_changes
from taxonomy.model import label_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from taxonomy.model import Concept, Taxonomy


def diff_taxonomies(old: Taxonomy, new: Taxonomy) -> Diff:
    """Return what changed from one version to the other."""
    pairs = pair_elements(old, new)
    fates = find_fates(pairs)
    pair_the_rest(pairs, fates.explained)
    changes = [
        *_of_the_whole(pairs),
        *element_changes(pairs, fates),
        *dimension_changes(pairs),
        *sum_changes(pairs),
        *relation_changes(pairs),
        *formula_changes(pairs),
        *order_changes(pairs),
    ]
    return Diff(_version(old), _version(new), tuple(_ordered(_folded(changes, pairs), pairs)))


def _version(taxonomy: Taxonomy) -> Version:
    label = label_of(taxonomy.labels, "en")
    return Version(label, taxonomy.prefix, taxonomy.namespace, taxonomy.version, taxonomy.entry_point)


def _of_the_whole(pairs: Pairs) -> Iterator[Change]:
    """Yield what changed of the taxonomy itself: a version that only moved changes nothing else."""
    old, new = pairs.old, pairs.new
    for kind, before, after in (
        ("namespace", old.namespace, new.namespace),
        ("entry_point", old.entry_point, new.entry_point),
        ("version", old.version, new.version),
    ):
        if before != after:
            told: Values = (("from", before), ("to", after))
            yield Change("taxonomy", kind, "harmless", new.prefix, "moves", (new.prefix,), told)  # type: ignore[arg-type]  # one of the three
    for (before, after), count in sorted(pairs.prefixes().items()):
        told = (("from", before), ("to", after), ("count", str(count)))
        yield Change("taxonomy", "prefix", "harmless", before, "moves", (after,), told)
    one, other = labels_by(old.labels), labels_by(new.labels)
    for role, language in sorted({*one, *other}):
        texts = [" / ".join(found.get((role, language), ["–"])) for found in (one, other)]
        if texts[0] != texts[1]:
            told = (("language", language), ("role", role), ("from", texts[0]), ("to", texts[1]))
            yield Change("taxonomy", "relabelled", "harmless", new.prefix, "label", (new.prefix,), told)


def _folded(changes: list[Change], pairs: Pairs) -> Iterator[Change]:
    """Yield the changes; those of a variant that its concept shares are told with the concept's."""
    same = {_key(change, change.name) for change in changes}
    along: dict[tuple[str, ...], list[str]] = {}
    left: list[Change] = []
    for change in changes:
        key = next((key for key in _keys_of_concept(change, pairs) if key in same), None)
        if key is None:
            left.append(change)
        else:
            along.setdefault(key, []).append(change.name)
    for change in left:
        variants = tuple(dict.fromkeys(along.get(_key(change, change.name), ())))
        also = tuple(_without_variants(change.also, pairs.new))
        yield replace(change, variants=variants, also=also)


def _keys_of_concept(change: Change, pairs: Pairs) -> Iterator[tuple[str, ...]]:
    """Yield what the change of a variant would be of the concepts it is derived from, the first one last.

    A variant's label and definition are made from the concept's label.
    """
    concept = _concept(change, pairs)
    found: list[tuple[str, ...]] = []
    while concept is not None and concept.variant_of is not None:
        found.append(_key(change, concept.variant_of))
        if change.kind == "redefined":
            found.append(
                _key(replace(change, kind="relabelled", values=_standard(change)), concept.variant_of)
            )
        concept = _by_name(concept.variant_of, pairs, is_old=change.kind != "added")
    yield from reversed(found)


def _standard(change: Change) -> tuple[tuple[str, str], ...]:
    return (("language", change.value("language")), ("role", "standard"))


def _key(change: Change, name: str) -> tuple[str, ...]:
    told = (change.value("language"), change.value("role")) if change.kind != "role" else ()
    # A concept that is now elsewhere takes its variants with it, whatever is found of them.
    kind = "gone" if change.kind in {"removed", "split", "merged", "by_dimension"} else change.kind
    return (change.thing, kind, name, *told)


def _concept(change: Change, pairs: Pairs) -> Concept | None:
    if change.thing != "concept" or change.kind in {"type", "period", "balance", "variant_of"}:
        return None
    return _by_name(change.name, pairs, is_old=change.kind != "added")


def _by_name(name: str, pairs: Pairs, *, is_old: bool) -> Concept | None:
    return (pairs.old if is_old else pairs.new).concept_by_qname.get(name)


def _without_variants(names: Iterable[str], new: Taxonomy) -> Iterator[str]:
    """Yield the names without the variants of others among them."""
    held = frozenset(names)
    for name in names:
        concept = new.concept_by_qname.get(name)
        base = concept.variant_of if concept else None
        while base is not None and base not in held:
            other = new.concept_by_qname.get(base)
            base = other.variant_of if other else None
        if base is None:
            yield name


def _ordered(changes: Iterable[Change], pairs: Pairs) -> list[Change]:
    places: dict[str, int] = {}
    for taxonomy in (pairs.old, pairs.new):
        for qname, _ in taxonomy.all_labels():
            places.setdefault(qname, len(places))

    def place(change: Change) -> tuple[int, int, int, int]:
        return (
            VERDICTS.index(change.verdict),
            KINDS.index(change.kind),
            THINGS.index(change.thing),
            places.get(change.name, -1),
        )

    return sorted(changes, key=place)
