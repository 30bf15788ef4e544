"""What the page holds of a taxonomy: small arrays that name elements by number.

Two parts, so that the tree stands before the rest is looked at: `core` has names, labels and structure, `more`
what is told of one element at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from taxonomy.diff.change import Change, Diff
from taxonomy.elements import Element, elements_of
from taxonomy.formulas import formulas_of
from taxonomy.model import Axis, Concept, Domain, Heading, Member, TypedAxis, Unit
from taxonomy.relation import Between, PartsOfWhole, RatioOf, SumOf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taxonomy.dts import Formula, Table
    from taxonomy.model import Deprecation, Hypercube, Label, Reference, Taxonomy
    from taxonomy.offline_page import Json
    from taxonomy.relation import Relation, Term

INTERFACE: Final = ("en", "zh-Hant", "zh-Hans")
"""The languages of the interface, which stand first among those of the labels."""

KINDS: Final[dict[type[Element], str]] = {
    Concept: "c",
    Axis: "a",
    TypedAxis: "y",
    Member: "m",
    Domain: "d",
    Heading: "h",
    Unit: "u",
}


def languages_of(taxonomy: Taxonomy) -> tuple[str, ...]:
    """Return the languages of the labels: those of the interface first, the others in order."""
    found = {label.language for _, label in taxonomy.all_labels()} | {
        label.language for label in taxonomy.labels
    }
    return (*(each for each in INTERFACE if each in found), *sorted(found.difference(INTERFACE)))


class Payload:
    """The elements of a taxonomy by number, and what is said of them.

    previous: the version before, for what is gone since.
    """

    def __init__(
        self, taxonomy: Taxonomy, previous: Taxonomy | None = None, diff: Diff | None = None
    ) -> None:
        """Give every element a number: in the order of the taxonomy, what is gone last."""
        self.taxonomy = taxonomy
        self.diff = diff
        self.languages = languages_of(taxonomy)
        self._place = {language: index for index, language in enumerate(self.languages)}
        self.elements: list[Element] = list(elements_of(taxonomy).values())
        self.number = {element.qname: index for index, element in enumerate(self.elements)}
        self.gone = len(self.elements)
        if previous is not None and diff is not None:
            before = elements_of(previous)
            for change in diff.changes:
                element = before.get(change.name)
                if element is not None and change.name not in self.number:
                    self.number[change.name] = len(self.elements)
                    self.elements.append(element)

    def core(self) -> dict[str, Json]:
        """Return names, labels and structure."""
        taxonomy = self.taxonomy
        return {
            "prefix": taxonomy.prefix,
            "namespace": taxonomy.namespace,
            "version": taxonomy.version,
            "entry": taxonomy.entry_point,
            "date": taxonomy.date,
            "label": self._standard(taxonomy.labels),
            "languages": list(self.languages),
            "gone": self.gone,
            "items": [[KINDS[type(item)], item.qname, self._standard(item.labels)] for item in self.elements],
            "variants": [
                [self.number[item.qname], self.number[item.variant_of]]
                for item in taxonomy.concepts
                if item.variant_of in self.number
            ],
            "groups": [
                [self._standard(group.labels), self._numbers(group.items), list(group.depths)]
                for group in taxonomy.groups
            ],
            "cubes": [
                [cube.name, self._numbers(cube.concepts), self._numbers(cube.axes), self._limits(cube)]
                for cube in taxonomy.hypercubes
            ],
            "axes": [
                [self.number[axis.qname], self.number.get(axis.default, -1), self._members(axis.members)]
                for axis in taxonomy.axes
            ],
            "domains": [
                [self.number[domain.qname], -1, self._members(domain.members)] for domain in taxonomy.domains
            ],
            "deprecated": [
                index
                for index, item in enumerate(self.elements[: self.gone])
                if not isinstance(item, Domain | Heading | Unit) and item.deprecated is not None
            ],
            "changed": self._changed(),
        }

    def more(self) -> dict[str, Json]:
        """Return what is told of one element at a time, and the changes since the version before."""
        return {
            "items": [self._told(item) for item in self.elements],
            "calculations": [
                [self.number[item.total], [[self.number[name], str(weight)] for name, weight in item.parts]]
                for item in self.taxonomy.calculations
            ],
            "relations": [self._related(item) for item in self.taxonomy.relations],
            "formulas": [
                [
                    formula.id,
                    formula.kind,
                    formula.test,
                    [self.number[name] for name in formula.concepts if name in self.number],
                    _pairs(formula.messages),
                    _pairs(formula.labels),
                    _place(formula),
                ]
                for formula in formulas_of(self.taxonomy)
            ],
            "tables": [
                [table.id, _pairs(table.labels), _place(table)]
                for table in (self.taxonomy.dts.tables if self.taxonomy.dts else ())
            ],
            "versions": [
                [version.number, version.date, self._texts(version.notes)]
                for version in self.taxonomy.versions
            ],
            "before": self.diff.old.version if self.diff else None,
            "changes": [_change(change) for change in self.diff.changes] if self.diff else [],
        }

    def _numbers(self, names: Iterable[str]) -> list[Json]:
        return [self.number[name] for name in names]

    def _limits(self, cube: Hypercube) -> Json:
        """Return what a hypercube of others says beyond its axes: nothing for ours."""
        found: dict[str, Json] = {}
        if cube.members:
            found["members"] = [[self.number[axis], self._numbers(names)] for axis, names in cube.members]
        if cube.excludes:
            found["excludes"] = True
        if not cube.closed:
            found["open"] = True
        return found

    def _standard(self, labels: tuple[Label, ...]) -> Json:
        """Return the standard labels in the order of the languages, empty where there is none."""
        found = [""] * len(self.languages)
        for label in labels:
            if (
                label.role == "standard"
                and label.language in self._place
                and not found[self._place[label.language]]
            ):
                found[self._place[label.language]] = label.text
        while found and not found[-1]:
            found.pop()
        return [*found]

    def _members(self, members: tuple[Member, ...]) -> list[Json]:
        """Return [number, how deep it stands, sense, whether it is usable] of each member, depth first."""
        depths: dict[str, int] = {}
        made: list[Json] = []
        for member in members:
            depth = depths[member.parent] + 1 if member.parent in depths else 0
            depths[member.qname] = depth
            made.append([self.number[member.qname], depth, member.comparison, member.usable])
        return made

    def _changed(self) -> list[Json]:
        """Return the numbers of the elements that changed, each once."""
        if self.diff is None:
            return []
        names = (
            name
            for change in self.diff.changes
            for name in (change.name, *change.now, *change.also, *change.variants)
        )
        return [number for name in dict.fromkeys(names) if (number := self.number.get(name)) is not None]

    def _related(self, item: Relation) -> Json:
        """Return a relation: of what, its kind, and what it says."""
        of = self.number[item.concept]
        match item:
            case PartsOfWhole():
                return [of, "parts", self.number[item.over], item.complete]
            case Between():
                bounds = (None if bound is None else f"{bound:f}" for bound in (item.low, item.high))
                return [of, "between", *bounds]
            case SumOf():
                return [of, "sum", [self._term(part) for part in item.parts], None]
            case RatioOf():
                return [of, "ratio", self._term(item.numerator), self._term(item.denominator)]

    def _term(self, term: Term) -> list[Json]:
        members = self._numbers(tuple(member for _, member in term.members))
        return [self.number[term.concept], str(term.weight), members]

    def _texts(self, labels: tuple[Label, ...]) -> list[Json]:
        return [[label.language, label.text] for label in labels]

    def _told(self, item: Element) -> Json:
        told: dict[str, Json] = {}
        others: list[Json] = [
            [label.role, label.language, label.text] for label in item.labels if label.role != "standard"
        ]
        if others:
            told["labels"] = others
        if isinstance(item, Concept):
            told |= self._told_concept(item)
        if isinstance(item, Axis) and item.role:
            told["role"] = item.role
        if isinstance(item, TypedAxis):
            told |= {"typed": item.type, "element": item.domain}
        if not isinstance(item, Domain | Heading | Unit) and item.references:
            told["references"] = _references(item.references)
        if not isinstance(item, Domain | Heading | Unit):
            if item.since:
                told["since"] = item.since
            if item.deprecated:
                told["deprecated"] = self._deprecation(item.deprecated)
        return told

    def _told_concept(self, item: Concept) -> dict[str, Json]:
        told: dict[str, Json] = {"type": item.type, "period": item.period_type}
        if item.balance:
            told["balance"] = item.balance
        if item.unit:
            told["unit"] = self.number.get(item.unit, -1)
        if item.variant and item.variant_of in self.number:
            told["variant"] = [item.variant, self.number[item.variant_of]]
        if item.domain in self.number:
            told["domain"] = self.number[item.domain]
        return told

    def _deprecation(self, found: Deprecation) -> Json:
        successors = [self.number[name] for name in found.successors if name in self.number]
        return [found.date, [*successors], self._texts(found.reasons)]


def _pairs(texts: tuple[tuple[str, str], ...]) -> list[Json]:
    return [[language, text] for language, text in texts]


def _place(item: Formula | Table) -> str:
    return f"{item.file}:{item.line}" if item.file and item.line else item.file


def _references(references: tuple[Reference, ...]) -> list[Json]:
    return [[reference.role, [[name, text] for name, text in reference.parts]] for reference in references]


def _change(change: Change) -> Json:
    return {
        "thing": change.thing,
        "kind": change.kind,
        "verdict": change.verdict,
        "name": change.name,
        "now": [*change.now],
        "values": dict(change.values),
        "reason": change.reason,
        "evidence": [[why.code, dict(why.values)] for why in change.evidence],
        "certain": change.certain,
        "variants": [*change.variants],
        "also": [*change.also],
    }
