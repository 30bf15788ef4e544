"""A taxonomy as the rules see it: what several of them need, each worked out once.

A subject may be a source with mistakes: names may lead nowhere, and no rule may stumble over that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from taxonomy.model import (
    Axis,
    Concept,
    Domain,
    Heading,
    Label,
    LabelRole,
    Member,
    Taxonomy,
    TypedAxis,
    Unit,
)
from taxonomy.rules.remark import At, Kind
from taxonomy.rules.words import Words, load_words

KEY_OF_ROLE: dict[LabelRole, str] = {
    "standard": "label",
    "verbose": "verbose",
    "terse": "terse",
    "documentation": "definition",
    "term": "terms",
}
"""The key of the source that a label stands under."""

Element = Unit | Axis | TypedAxis | Member | Domain | Concept | Heading


@dataclass(frozen=True, slots=True)
class Named:
    """An element of the taxonomy with its kind."""

    kind: Kind
    element: Element

    @property
    def qname(self) -> str:
        """Return its QName."""
        return self.element.qname

    @property
    def local_name(self) -> str:
        """Return its name without the prefix."""
        return self.element.qname.partition(":")[2]

    @property
    def labels(self) -> tuple[Label, ...]:
        """Return all its labels."""
        return self.element.labels

    def of_role(self, role: LabelRole) -> Iterator[Label]:
        """Yield its labels of a role."""
        return (label for label in self.element.labels if label.role == role)

    def at(self, *path: str) -> At:
        """Return it, or something below it, as what a remark is about."""
        return At(self.kind, self.element.qname, path)

    def at_label(self, label: Label) -> At:
        """Return one of its labels as what a remark is about."""
        path = (said_role(label.role), label.language)
        return self.at(*path, label.text) if label.role == "term" else self.at(*path)


@dataclass(frozen=True)
class Subject:
    """The taxonomy that is checked, and what is known of it as a whole."""

    taxonomy: Taxonomy

    @property
    def is_foreign(self) -> bool:
        """Return whether somebody else wrote it: not all that our sources say can be said in it."""
        return self.taxonomy.dts is not None

    @cached_property
    def words(self) -> Words:
        """Return the words of languages that rules look for."""
        return load_words()

    @cached_property
    def elements(self) -> tuple[Named, ...]:
        """Return all that has labels, members once each, and no concept that is a variant, in order."""
        found = [Named("unit", unit) for unit in self.taxonomy.units]
        found.extend(Named("axis", axis) for axis in self.taxonomy.axes)
        found.extend(Named("axis", axis) for axis in self.taxonomy.typed_axes)
        found.extend(Named("member", member) for member in self.taxonomy.member_by_qname.values())
        found.extend(Named("domain", domain) for domain in self.taxonomy.domains)
        return (*found, *self.concepts, *(Named("heading", heading) for heading in self.taxonomy.headings))

    @cached_property
    def reported(self) -> tuple[tuple[Named, Concept], ...]:
        """Return the concepts that are no variants, by name and as they are: their words are the author's."""
        written = (concept for concept in self.taxonomy.concepts if concept.variant is None)
        return tuple((Named("concept", concept), concept) for concept in written)

    @cached_property
    def concepts(self) -> tuple[Named, ...]:
        """Return the names of the concepts that are no variants."""
        return tuple(named for named, _ in self.reported)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Return the languages that the taxonomy is in: of its own label, or of half the elements' labels."""
        counted = Counter(
            language
            for named in self.elements
            for language in {label.language for label in named.of_role("standard")}
        )
        own = {label.language for label in self.taxonomy.labels}
        usual = {language for language, count in counted.items() if count * 2 >= len(self.elements)}
        return tuple(sorted(own | usual))

    @cached_property
    def cubes_of(self) -> dict[str, tuple[int, ...]]:
        """Return the numbers of the hypercubes that list a concept, by its QName."""
        found: dict[str, list[int]] = {}
        for number, cube in enumerate(self.taxonomy.hypercubes):
            for name in cube.concepts:
                found.setdefault(name, []).append(number)
        return {name: tuple(numbers) for name, numbers in found.items()}

    def axes_of(self, concept: str) -> frozenset[str]:
        """Return the axes that a concept may carry in any of its hypercubes."""
        cubes = self.taxonomy.hypercubes
        return frozenset(axis for number in self.cubes_of.get(concept, ()) for axis in cubes[number].axes)

    def base_of(self, qname: str) -> str:
        """Return the concept that a variant was made from, however far back, or the concept itself."""
        seen: set[str] = set()
        while (concept := self.taxonomy.concept_by_qname.get(qname)) and concept.variant_of:
            if qname in seen:
                return qname
            seen.add(qname)
            qname = concept.variant_of
        return qname


def said_role(role: LabelRole) -> str:
    """Return a label role as a source or a reader says it: "definition", "periodEndLabel"."""
    return KEY_OF_ROLE.get(role, role.rpartition("/")[2])


def local(qname: str) -> str:
    """Return a QName without its prefix."""
    return qname.partition(":")[2] or qname


def folded(text: str) -> str:
    """Return the letters, digits and signs of a text in lower case: what is left where two differ in looks alone."""
    return "".join(
        character for character in text.casefold() if character.isalnum() or character in "%+−±>-<≥≤"
    )
