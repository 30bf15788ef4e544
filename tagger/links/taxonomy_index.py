"""What linking asks of a taxonomy, computed once: which figures fit a concept, which axes go together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tagger.figures.figure import POINTS, Figure
from tagger.links.ancestors import ancestors_of
from tagger.links.better import better_of
from tagger.links.named_parts import NamedParts, named_parts_of, named_ratios_of
from tagger.links.short_names import short_names_of
from tagger.links.unit_alone import only_of_units
from tagger.links.whole_labels import WholeLabels, whole_labels_of
from tagger.words.folding import fold
from taxonomy.assertions import bounds_of
from taxonomy.carrying import depends_on_members, may_carry
from taxonomy.item_types import is_numeric, unit_of
from taxonomy.model import Axis, Between, Concept, PeriodType, Taxonomy

_NO_LETTER = re.compile(r"[\W_]")
_RATES, _SCORES = frozenset(("percent", "per_mille", "basis_points")), ("decimal", "ratio")
_OTHER_COUNT = 1.3  # a count whose noun says that others are counted: 22,700 hours are no volunteers
_NAMES = ("standard", "term")
_KEPT = 65_536
"""How many answers of a kind are kept."""


@dataclass(eq=False)
class TaxonomyIndex:
    """A taxonomy with its words folded. unit_words: per count unit; counted: all of them together.

    unusable: (axis, member) pairs that no fact may carry. counted_in: by each word of a count unit the concepts counted in it.
    entities: the members that are subsidiaries of the group. companies: those that a Han name calls companies.
    """

    taxonomy: Taxonomy
    unit_words: dict[str, frozenset[str]]
    counted: frozenset[str]
    ancestors: dict[str, frozenset[str]]
    role_axes: dict[str, str]
    role_members: dict[tuple[str, str], str]
    labels: WholeLabels
    _only_of_unit: dict[str, tuple[str, ...]]
    unusable: frozenset[tuple[str, str]] = frozenset()
    measures: dict[str, tuple[str, ...]] = field(default_factory=dict)
    shares: tuple[str, ...] = ()
    better_words: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    entities: frozenset[str] = frozenset()
    companies: frozenset[str] = frozenset()
    joining: tuple[str, ...] = ()  # what may join to a Latin name what it is for: allowance for losses
    _permits: dict[tuple[str, frozenset[str]], bool] = field(default_factory=dict)
    carriers: dict[frozenset[str], list[str]] = field(default_factory=dict)  # by axes
    _parted: dict[str, bool] = field(default_factory=dict)
    _called: dict[tuple[str, tuple[str, ...]], bool] = field(default_factory=dict)
    _rates: dict[str, bool] = field(default_factory=dict)
    _uses: dict[str, bool] = field(default_factory=dict)
    _unit_prices: dict[tuple[str, str, str, int, int, str, str], float | None] = field(default_factory=dict)
    _period_types: dict[tuple[str, str, int, bool, str, str], frozenset[PeriodType]] = field(
        default_factory=dict
    )
    _kept_only_of_axis: dict[str, str] | None = None
    _kept_said: str | None = None
    _kept_said_of_parts: str | None = None
    _kept_named_ratios: dict[str, tuple[tuple[str, str], ...]] | None = None
    _kept_named_parts: NamedParts | None = None
    _kept_modifiers: dict[str, tuple[tuple[str, str], ...]] | None = None
    _kept_better: dict[str, int] | None = None
    units: dict[str, str | None] = field(init=False)
    bounds: tuple[Between, ...] = field(init=False)
    never_negative: frozenset[str] = field(init=False)
    base_concepts: frozenset[str] = field(init=False)  # those with numbers
    _depends_on_members: bool = field(init=False)
    counted_in: dict[str, tuple[str, ...]] = field(init=False)
    _each: list[tuple[str, tuple[frozenset[str], ...]]] = field(init=False)
    _by_parts: dict[frozenset[str], str] = field(init=False)
    _alike: dict[tuple[str, str | None, PeriodType], str] = field(init=False)

    def __post_init__(self) -> None:
        """Compute what costs little; the rest is computed when it is asked for."""
        concepts = [concept for concept in self.taxonomy.concepts if concept.variant is None]
        self.units = {concept.qname: unit_of(concept) for concept in self.taxonomy.concepts}
        self.bounds = tuple(bounds_of(self.taxonomy))
        self.never_negative = frozenset(b.concept for b in self.bounds if b.low is not None and b.low >= 0)
        self.base_concepts = frozenset(concept.qname for concept in concepts if is_numeric(concept.type))
        self._depends_on_members = depends_on_members(self.taxonomy)
        self._alike = {(c.type, c.unit, c.period_type): c.qname for c in concepts}
        self._each = [(c.qname, _name_words(c)) for c in concepts if c.type in ("per_share", "per_unit")]
        counting: dict[str, list[str]] = {}
        for concept in concepts:
            for word in self.unit_words.get(concept.unit or "", ()):
                counting.setdefault(word, []).append(concept.qname)
        self.counted_in = {word: tuple(names) for word, names in counting.items()}
        parts: dict[str, set[str]] = {}
        for axis in self.taxonomy.axes:
            for member in axis.members:
                if member.parent is not None:
                    parts.setdefault(member.parent, set()).add(member.qname)
        self._by_parts = {frozenset(names): parent for parent, names in parts.items() if len(names) > 1}

    def permits(self, concept: str, axes: frozenset[str]) -> bool:
        """Return whether one hypercube of the concept allows all the axes."""
        key = (concept, axes)
        found = self._permits.get(key)
        if found is None:
            found = self._permits[key] = self.taxonomy.permits(concept, axes)
        return found

    def is_parted(self, concept: str) -> bool:
        """Return whether the concept may have a member of an axis that parts it: of customers, products or places."""
        if concept not in self._parted:
            axes = [frozenset((axis.qname,)) for axis in self.taxonomy.axes if not axis.role]
            self._parted[concept] = any(self.permits(concept, axis) for axis in axes)
        return self._parted[concept]

    def takes(self, concept: str, dimensions: tuple[tuple[str, str], ...]) -> bool:
        """Return whether a fact of the concept may have these dimensions and no more, each member usable."""
        if not self.unusable.isdisjoint(dimensions):
            return False
        if self._depends_on_members:
            return may_carry(self.taxonomy, concept, dict(dimensions))
        return self.permits(concept, frozenset([axis for axis, _ in dimensions]))

    def related(self, one: str, other: str) -> bool:
        """Return whether one member is a part of the other."""
        return one in self.ancestors.get(other, ()) or other in self.ancestors.get(one, ())

    def is_default(self, axis: str, member: str) -> bool:
        """Return whether the member is what a fact without the axis means."""
        return self.taxonomy.axis_by_qname[axis].default == member

    def without_defaults(self, members: dict[str, str]) -> tuple[tuple[str, str], ...]:
        """Return the dimensions as an instance writes them: sorted, and no default member."""
        axes = self.taxonomy.axis_by_qname
        return tuple(sorted([pair for pair in members.items() if axes[pair[0]].default != pair[1]]))

    def only_of_unit(self, word: str) -> tuple[str, ...]:
        """Return the concept that counts what the word says, if it is the only one."""
        return self._only_of_unit.get(word, ())

    @property
    def only_of_axis(self) -> dict[str, str]:
        """Return by axis the concept that may carry it, where there is one alone: whoever says its member says the concept."""
        if self._kept_only_of_axis is None:
            concepts = [concept.qname for concept in self.taxonomy.concepts if concept.variant is None]
            found: dict[str, str] = {}
            for axis in self.taxonomy.axes:
                carrying = [name for name in concepts if self.permits(name, frozenset((axis.qname,)))]
                if len(carrying) == 1 and not axis.role:
                    found[axis.qname] = carrying[0]
            self._kept_only_of_axis = found
        return self._kept_only_of_axis

    def each_called(self, words: frozenset[str]) -> list[str]:
        """Return the amounts each whose name holds all the words: per diluted share."""
        return [c for c, names in self._each if any(words <= name for name in names)]

    @property
    def modifiers(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """Return the members by what their names leave without a noun that they share with others."""
        if self._kept_modifiers is None:
            self._kept_modifiers = short_names_of(self.taxonomy)
        return self._kept_modifiers

    @property
    def _said(self) -> str:
        """Return all that members are called, folded, each between two blanks; not what only tells a comparison: 同期."""
        if self._kept_said is None:
            self._kept_said = self._names_on(axis for axis in self.taxonomy.axes if axis.role != "comparison")
        return self._kept_said

    @property
    def _said_of_parts(self) -> str:
        """Return all that members of axes without a role are called: those that are parts of a whole."""
        if self._kept_said_of_parts is None:
            self._kept_said_of_parts = self._names_on(
                axis for axis in self.taxonomy.axes if axis.role is None
            )
        return self._kept_said_of_parts

    def _names_on(self, axes: Iterable[Axis]) -> str:
        # the default is the whole: 全體員工 tells no part of them
        members = (one.labels for axis in axes for one in axis.members if one.qname != axis.default)
        labels = (label for found in members for label in found if label.role in ("standard", "term"))
        return "  ".join(("", *dict.fromkeys(fold(label.text) for label in labels), ""))

    def may_name_part(self, said: str) -> bool:
        """Return whether the name of some part of a whole begins with a word."""
        return len(said) > 1 and f" {said}" in self._said_of_parts

    def tells_apart(self, said: str) -> bool:
        """Return whether some member's name holds these words, so that they tell a part from the whole."""
        found = self._uses.get(said)
        if found is None:
            if len(self._uses) >= _KEPT:
                self._uses.clear()  # words of texts: a long run meets new ones without end
            words = f" {said} " if said.isascii() else said
            found = self._uses[said] = len(said) > 1 and words in self._said
        return found

    def ratios_of(self, part: str, wholes: list[str]) -> list[tuple[str, bool]]:
        """Return the rates that are called the part's share of one of the wholes, and whether their names leave it unsaid."""
        found = self.named_ratios.get(part, ())
        of_others = {ratio for whole, ratio in found if whole} if wholes else ()
        alone = [(ratio, True) for whole, ratio in found if not whole and ratio not in of_others]
        named = [(ratio, False) for whole, ratio in found if whole and whole in wholes]
        return [*named, *(alone if part not in wholes else ())]

    @property
    def named_ratios(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """Return by a concept the rates that are called its share: (of what, the rate)."""
        if self._kept_named_ratios is None:
            self._kept_named_ratios = named_ratios_of(self.named_parts, self.shares, self.joining)
        return self._kept_named_ratios

    @property
    def named_parts(self) -> NamedParts:
        """Return which concepts are by their names a part of another's, and which rates are of it."""
        if self._kept_named_parts is None:
            self._kept_named_parts = named_parts_of(self.taxonomy, self.tells_apart)
        return self._kept_named_parts

    def is_flow(self, concept: str) -> bool:
        """Return whether a concept is measured over a period."""
        return self.taxonomy.concept_by_qname[concept].period_type == "duration"

    def better(self, concept: str) -> int:
        """Return 1 for what improves as it rises, -1 for what does as it falls, 0 where its names do not say."""
        return self._better.get(concept, 0)

    @property
    def _better(self) -> dict[str, int]:
        if self._kept_better is None:
            self._kept_better = better_of(self.taxonomy, self.named_parts.names, *self.better_words)
        return self._kept_better

    def is_called(self, concept: str, words: tuple[str, ...]) -> bool:
        """Return whether some name of a concept holds one of the words; a Latin word must stand there whole."""
        key = (concept, words)
        found = self._called.get(key)
        if found is None:
            labels = self.taxonomy.concept_by_qname[concept].labels
            names = "  ".join(fold(label.text) for label in labels if label.role in _NAMES)
            names = f" {_NO_LETTER.sub(' ', names)} "
            found = any((f" {word} " if word.isascii() else word) in names for word in words)
            self._called[key] = found
        return found

    def is_rate(self, concept: str) -> bool:
        """Return whether a concept is counted in a unit that is an amount each by its own words: g/kWh."""
        found = self._rates.get(concept)
        if found is None:
            item = self.taxonomy.concept_by_qname[concept]
            found = self._rates[concept] = item.type not in ("monetary", "count", "percent") or any(
                "/" in word or " per " in word or " a " in word
                for word in self.unit_words.get(item.unit or "", ())
            )
        return found

    def covering(self, members: frozenset[str]) -> str | None:
        """Return the member whose parts are just these, None where there is none."""
        return self._by_parts.get(members)

    def variant(self, concept: str, kind: str) -> str | None:
        """Return the QName of a change, growth or share of a concept; the concept itself for a level."""
        if kind == "level":
            return concept
        if kind == "share_change":
            share = self.taxonomy.variants.get((concept, "share"))
            return self.taxonomy.variants.get((share, "change")) if share else None
        return self.taxonomy.variants.get((concept, kind))  # type: ignore[arg-type]  # kind is a Variant here

    def period_types(self, figure: Figure, kind: str, counted: str) -> frozenset[PeriodType]:
        """Return the period types of all concepts that the figure's unit fits, as that kind of them."""
        key = (figure.kind, figure.unit_word, figure.scale, figure.is_each, kind, counted)
        found = self._period_types.get(key)
        if found is None:
            if len(self._period_types) >= _KEPT:
                self._period_types.clear()
            found = self._period_types[key] = frozenset(
                period_type
                for (_, _, period_type), concept in self._alike.items()
                if self.unit_price(concept, figure, kind, counted) is not None
            )
        return found

    def unit_price(self, concept: str, figure: Figure, kind: str, counted: str = "") -> float | None:
        """Return the price of reading the figure as that kind of the concept, None where its unit forbids it.

        counted: the word of a count unit that stands behind a figure of Latin prose.
        """
        each = figure.is_each + 2 * figure.is_points
        key = (concept, figure.kind, figure.unit_word, figure.scale, each, kind, counted)
        try:
            return self._unit_prices[key]
        except KeyError:
            if len(self._unit_prices) >= _KEPT:
                self._unit_prices.clear()
            price = self._unit_prices[key] = self._unit_price(concept, figure, kind, counted)
            return price

    def _unit_price(self, concept: str, figure: Figure, kind: str, counted: str) -> float | None:
        item = self.taxonomy.concept_by_qname[concept]
        if kind == "growth":
            return 0.0 if figure.kind in ("percent", "times") else None
        if kind == "share":
            return 0.0 if figure.kind == "percent" else None
        if figure.is_points and kind == "change" and item.type in _SCORES:
            return 0.0
        if kind == "share_change" or figure.kind == "percentage_points":
            return (
                0.0 if figure.kind in POINTS and (kind == "share_change" or item.type == "percent") else None
            )
        if item.type == "percent":
            if kind == "change" and figure.kind in ("percent", "times"):
                return None
            return 0.0 if figure.kind in _RATES else 0.1 if figure.kind == "times" else None
        if figure.kind in _RATES or figure.kind == "times":
            fits = item.type == "ratio" or (figure.kind == "times" and item.type == "decimal")
            return 0.0 if fits and kind == "level" else None
        return self._amount_price(item.type, item.unit, figure, counted)

    def _amount_price(self, item_type: str, unit: str | None, figure: Figure, counted: str) -> float | None:
        if item_type == "monetary":
            if figure.kind == "money":
                return None if figure.is_each else 0.0
            return 0.25 if not figure.kind and figure.scale and not counted else None
        if figure.kind == "money":
            is_each = item_type == "per_unit" or (item_type == "per_share" and figure.scale <= 0)
            return 0.0 if is_each else None
        if item_type == "count":
            return self._count_price(unit, figure, counted)
        is_plain = item_type in ("decimal", "ratio", "shares") or (":" in item_type and is_numeric(item_type))
        return 0.1 if is_plain else None

    def _count_price(self, unit: str | None, figure: Figure, counted: str) -> float | None:
        own = self.unit_words.get(unit or "", frozenset())
        alike = self.measures.get(figure.unit_word)
        if own and alike and not counted:
            begun = any(word.startswith(alike) for word in own)
            return None if not begun else 0.0 if not own.isdisjoint(alike) else 0.1
        said = counted or figure.unit_word
        if said and any(word.startswith(said) and word != said for word in own):
            return 0.0 if said in own else 0.1  # tonnes, where the unit is tonnes of CO2e
        if counted:
            return 0.0 if counted in own or not own else _OTHER_COUNT
        if not figure.kind:
            return 0.02 if figure.scale else 0.1
        if figure.unit_word in own:
            return 0.0
        if not own or figure.unit_word not in self.counted:
            return 0.2
        return 0.9


def _name_words(concept: Concept) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(fold(label.text).split()) for label in concept.labels if label.role in _NAMES)


def index_of(
    taxonomy: Taxonomy,
    measures: dict[str, tuple[str, ...]] | None = None,
    shares: tuple[str, ...] = (),
    better_words: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()),
) -> TaxonomyIndex:
    """Return the index of a taxonomy.

    Of the text's language, measures: by a word of measure, all that mean the same; shares: what opens a whole (佔);
    better_words: of rates that improve as they rise, and as they fall.
    """
    unit_words = {
        unit.qname: frozenset(fold(label.text) for label in unit.labels if label.role in ("term", "standard"))
        for unit in taxonomy.units
    }
    return TaxonomyIndex(
        taxonomy,
        unit_words,
        frozenset(word for words in unit_words.values() for word in words),
        ancestors_of(taxonomy),
        {axis.role: axis.qname for axis in taxonomy.axes if axis.role},
        {
            (axis.role, member.comparison): member.qname
            for axis in taxonomy.axes
            if axis.role
            for member in axis.members
            if member.comparison
        },
        whole_labels_of(taxonomy),
        only_of_units(taxonomy, unit_words),
        frozenset(
            (axis.qname, member.qname)
            for axis in taxonomy.axes
            for member in axis.members
            if not member.usable
        ),
        measures or {},
        shares,
        better_words,
    )
