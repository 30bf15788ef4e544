"""What linking asks of a taxonomy, computed once: which figures fit a concept, which axes go together."""

from __future__ import annotations

from dataclasses import dataclass, field

from tagger.figures.find import Figure
from tagger.links.whole_labels import WholeLabels, whole_labels_of
from tagger.words.folding import fold
from taxonomy.item_types import is_numeric
from taxonomy.model import Taxonomy

_RATES = frozenset(("percent", "per_mille", "basis_points"))


@dataclass(frozen=True)
class TaxonomyIndex:
    """A taxonomy with its words folded. unit_words: per count unit; counted: all of them together.

    unusable: (axis, member) pairs that no fact may carry.
    """

    taxonomy: Taxonomy
    unit_words: dict[str, frozenset[str]]
    counted: frozenset[str]
    ancestors: dict[str, frozenset[str]]
    role_axes: dict[str, str]
    role_members: dict[tuple[str, str], str]
    labels: WholeLabels
    unusable: frozenset[tuple[str, str]] = frozenset()
    _permits: dict[tuple[str, frozenset[str]], bool] = field(default_factory=dict)

    def permits(self, concept: str, axes: frozenset[str]) -> bool:
        """Return whether one hypercube of the concept allows all the axes."""
        key = (concept, axes)
        if key not in self._permits:
            self._permits[key] = self.taxonomy.permits(concept, axes)
        return self._permits[key]

    def takes(self, concept: str, dimensions: tuple[tuple[str, str], ...]) -> bool:
        """Return whether a fact of the concept may have these dimensions and no more, each member usable."""
        if not self.unusable.isdisjoint(dimensions):
            return False
        return self.permits(concept, frozenset(axis for axis, _ in dimensions))

    def related(self, one: str, other: str) -> bool:
        """Return whether one member is a part of the other."""
        return one in self.ancestors.get(other, ()) or other in self.ancestors.get(one, ())

    def is_default(self, axis: str, member: str) -> bool:
        """Return whether the member is what a fact without the axis means."""
        return self.taxonomy.axis_by_qname[axis].default == member

    def without_defaults(self, members: dict[str, str]) -> tuple[tuple[str, str], ...]:
        """Return the dimensions as an instance writes them: sorted, and no default member."""
        axes = self.taxonomy.axis_by_qname
        return tuple(
            sorted((axis, member) for axis, member in members.items() if axes[axis].default != member)
        )

    def variant(self, concept: str, kind: str) -> str | None:
        """Return the QName of a change, growth or share of a concept; the concept itself for a level."""
        if kind == "level":
            return concept
        if kind == "share_change":
            share = self.taxonomy.variants.get((concept, "share"))
            return self.taxonomy.variants.get((share, "change")) if share else None
        return self.taxonomy.variants.get((concept, kind))  # type: ignore[arg-type]  # kind is a Variant here

    def unit_price(self, concept: str, figure: Figure, kind: str) -> float | None:
        """Return the price of reading the figure as that kind of the concept, None where its unit forbids it."""
        item = self.taxonomy.concept_by_qname[concept]
        if kind == "growth":
            return 0.0 if figure.kind == "percent" else None
        if kind == "share":
            return 0.0 if figure.kind == "percent" else None
        if kind == "share_change" or figure.kind == "percentage_points":
            return (
                0.0
                if figure.kind in ("percentage_points", "basis_points")
                and (kind == "share_change" or item.type == "percent")
                else None
            )
        if item.type == "percent":
            if kind == "change" and figure.kind == "percent":
                return None
            return 0.0 if figure.kind in _RATES else None
        if figure.kind in _RATES:
            return 0.0 if item.type == "ratio" and kind == "level" else None
        return self._amount_price(item.type, item.unit, figure)

    def _amount_price(self, item_type: str, unit: str | None, figure: Figure) -> float | None:
        if item_type == "monetary":
            if figure.kind == "money":
                return 0.0
            return 0.25 if not figure.kind and figure.scale else None
        if figure.kind == "money":
            return 0.0 if item_type in ("per_share", "per_unit") else None
        if item_type == "count":
            return self._count_price(unit, figure)
        is_plain = item_type in ("decimal", "ratio", "shares") or (":" in item_type and is_numeric(item_type))
        return 0.1 if is_plain else None

    def _count_price(self, unit: str | None, figure: Figure) -> float | None:
        if not figure.kind:
            return 0.02 if figure.scale else 0.1
        own = self.unit_words.get(unit or "", frozenset())
        if figure.unit_word in own:
            return 0.0
        if not own or figure.unit_word not in self.counted:
            return 0.2
        return 0.9


def index_of(taxonomy: Taxonomy) -> TaxonomyIndex:
    """Return the index of a taxonomy."""
    unit_words = {
        unit.qname: frozenset(fold(label.text) for label in unit.labels if label.role in ("term", "standard"))
        for unit in taxonomy.units
    }
    parents = {member.qname: member.parent for axis in taxonomy.axes for member in axis.members}
    ancestors: dict[str, frozenset[str]] = {}
    for name, parent in parents.items():
        above, up = set(), parent
        while up:
            above.add(up)
            up = parents.get(up)
        ancestors[name] = frozenset(above)
    return TaxonomyIndex(
        taxonomy,
        unit_words,
        frozenset(word for words in unit_words.values() for word in words),
        ancestors,
        {axis.role: axis.qname for axis in taxonomy.axes if axis.role},
        {
            (axis.role, member.comparison): member.qname
            for axis in taxonomy.axes
            if axis.role
            for member in axis.members
            if member.comparison
        },
        whole_labels_of(taxonomy),
        frozenset(
            (axis.qname, member.qname)
            for axis in taxonomy.axes
            for member in axis.members
            if not member.usable
        ),
    )
