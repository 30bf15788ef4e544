"""What a heading that is a whole label of the taxonomy names, and where the taxonomy presents it.

A row that reads exactly as a label is stronger evidence than words found in it. Labels are compared by their letters
and digits alone, in any language and role; two of them side by side (現金 Cash) are one name in two languages. What
several concepts are called is told apart by where they stand in the presentation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from tagger.words.alternation import alternation
from tagger.words.folding import fold
from tagger.words.language import every_language
from taxonomy.item_types import is_numeric
from taxonomy.model import Label, Taxonomy

_HAN_FIRST = "\u2e80"
_START, _END = "periodstart", "periodend"
_MAX_PARTS = 24
_SIBLINGS = 4
_FEW = 2
"""At most one in two of those side by side is deducted from the others."""


@dataclass(frozen=True, slots=True)
class Named:
    """A concept, or a member of an axis, that a label is a name of.

    edge: "start" where the label is that of the opening balance, "end" of the closing one.
    """

    target: str
    axis: str = ""
    edge: str = ""


Place = tuple[int, int]
"""A presentation group's number, and the position in it."""


@dataclass(frozen=True)
class WholeLabels:
    """by_label: what each label names, by its letters and digits. places: where the presentation shows a target.

    above: the labels of what stands above a target: headings in the presentation, members it is a part of.
    deducted: concepts that their total subtracts (an allowance): brackets about one say so, not that it is negative.
    parts: what a total is the sum of. terms: labels that somebody has said reports use: they outdo a translation.
    axes: what axes are called. called: all that a target is called. charges: the concepts that are expenses over time.
    outdone: by concepts, the members whose label is a term of theirs.
    in_order: the labels, and the labels read backwards, each in order: made where they are first asked for.
    """

    by_label: dict[str, frozenset[Named]] = field(default_factory=dict)
    places: dict[str, tuple[Place, ...]] = field(default_factory=dict)
    above: dict[str, frozenset[str]] = field(default_factory=dict)
    deducted: frozenset[str] = frozenset()
    parts: dict[str, frozenset[str]] = field(default_factory=dict)
    terms: frozenset[str] = frozenset()
    axes: tuple[str, ...] = ()
    called: dict[str, frozenset[str]] = field(default_factory=dict)
    charges: frozenset[str] = frozenset()
    outdone: dict[str, frozenset[Named]] = field(default_factory=dict)
    in_order: list[list[str]] = field(default_factory=list)

    def edged_by(self, bare: str) -> Iterator[str]:
        """Yield the labels that begin or end with what letters and digits say."""
        if not self.in_order:
            self.in_order.append(sorted(self.by_label))
            self.in_order.append(sorted([label[::-1] for label in self.by_label]))
        forwards, backwards = self.in_order
        for at in range(bisect_left(forwards, bare), len(forwards)):
            if not forwards[at].startswith(bare):
                break
            yield forwards[at]
        last = bare[::-1]
        for at in range(bisect_left(backwards, last), len(backwards)):
            if not backwards[at].startswith(last):
                break
            yield backwards[at][::-1]

    def names_axis(self, said: str) -> bool:
        """Return whether words say by what a table parts something: an axis is called so, or ends so."""
        bare = plain(said)
        return len(bare) > 1 and any(name.endswith(bare) for name in self.axes)

    def qualifies(self, one: str, other: str) -> bool:
        """Return whether a concept is called as another is with words before: average value at risk, value at risk."""
        names = self.called.get(other, frozenset())
        return one != other and any(
            label != name and label.endswith(name) for label in self.called.get(one, ()) for name in names
        )

    def named(self, said: str) -> frozenset[Named]:
        """Return what a heading names as a whole; none where it is no label, all of both where two do not agree.

        A label with something in another script beside it is one whose translation the taxonomy words otherwise.
        """
        bare = plain(said)
        found = self.by_label.get(bare)
        if found is not None:
            return found
        short = _ABBREVIATED.fullmatch(said)
        if short is not None:  # 零售客戶資產（AUM）: the code says nothing of whose they are
            return self.by_label.get(plain(short[1]), frozenset())
        return self._in_two_languages(bare)

    def _in_two_languages(self, bare: str) -> frozenset[Named]:
        tried = 0
        for at in range(1, len(bare)):
            if bare[at].isascii() == bare[at - 1].isascii():
                continue
            tried += 1
            if tried > _MAX_PARTS:
                break
            first, second = bare[:at], bare[at:]
            if first.isascii() == second.isascii():
                continue
            one, other = self.by_label.get(first), self.by_label.get(second)
            if one and other:
                if (first in self.terms) != (second in self.terms):
                    return one if first in self.terms else other
                return _agreed(one, other) or one | other
            unknown = second if one else first
            if (one or other) and min(len(first), len(second)) > 1 and not unknown.isdecimal():
                return one or other or frozenset()  # 新業務價值 over 2024: a year translates nothing
        return frozenset()


_ABBREVIATED = re.compile(r"\s*([^\x00-\x7f]{3,}?)\s?[(（]\s?[A-Za-z]{2,5}\s?[)）]\s*")


def _agreed(one: frozenset[Named], other: frozenset[Named]) -> frozenset[Named]:
    """Return what two labels name alike; that one says more of its edge does not part them."""
    edges = {(item.target, item.axis): item.edge for item in one}
    return frozenset(
        Named(item.target, item.axis, item.edge or edges[item.target, item.axis])
        for item in other
        if (item.target, item.axis) in edges
    )


def plain(said: str) -> str:
    """Return the letters and digits of a text, folded."""
    return "".join(character for character in fold(said) if character.isalnum())


def whole_labels_of(taxonomy: Taxonomy) -> WholeLabels:
    """Return the labels of a taxonomy's concepts and members, and where these are presented."""
    places, above = _presented(taxonomy)
    by_label, by_term = _by_label(taxonomy)
    called: dict[str, set[str]] = {}
    for bare, names in (*by_label.items(), *by_term.items()):
        for item in names:
            called.setdefault(item.target, set()).add(bare)
    return WholeLabels(
        {
            label: _plainest(names | _on_other_axes(by_label.get(label, set()), names))
            for label, names in {**by_label, **by_term}.items()
        },
        places,
        above,
        frozenset((*_subtracted(taxonomy), *_against_their_siblings(taxonomy))),
        _parts(taxonomy),
        frozenset(by_term),
        tuple(
            sorted(
                {
                    plain(label.text)
                    for axis in taxonomy.axes
                    for label in axis.labels
                    if label.role != "documentation"
                }
            )
        ),
        {target: frozenset(labels) for target, labels in called.items()},
        frozenset(c.qname for c in taxonomy.concepts if c.period_type == "duration" and c.balance == "debit"),
        _outdone(by_label, by_term),
    )


def _outdone(by_label: dict[str, set[Named]], by_term: dict[str, set[Named]]) -> dict[str, frozenset[Named]]:
    """Return by concepts the members whose label is a term of theirs, which outdoes it: first-time buyers, a count of them."""
    found: dict[str, set[Named]] = {}
    for label, names in by_term.items():
        members = {item for item in by_label.get(label, ()) if item.axis}
        for item in names if members else ():
            if not item.axis:
                found.setdefault(item.target, set()).update(members)
    return {concept: frozenset(members) for concept, members in found.items()}


def _by_label(taxonomy: Taxonomy) -> tuple[dict[str, set[Named]], dict[str, set[Named]]]:
    """Return what labels and what terms name; what somebody has said that reports call it outdoes other labels."""
    by_label: dict[str, set[Named]] = {}
    by_term: dict[str, set[Named]] = {}
    for target, axis, labels in _labelled(taxonomy):
        for label in labels:
            bare = plain(label.text)
            if label.role != "documentation" and bare and not bare.isdigit():
                words = by_term if label.role == "term" else by_label
                words.setdefault(bare, set()).add(Named(target, axis, _edge(label.role)))
    for words in (by_label, by_term):
        for bare, names in list(words.items()):
            without = _dropped().sub("", bare)
            if without != bare and without not in by_label and without not in by_term:
                words[without] = set(names)
    return by_label, by_term


def _on_other_axes(labelled: set[Named], said: set[Named]) -> set[Named]:
    """Return the members that a label names on axes where what reports call so is none: a segment, a type of customer."""
    axes = {item.axis for item in said}
    return set() if "" in axes else {item for item in labelled if item.axis and item.axis not in axes}


@cache
def _dropped() -> re.Pattern[str]:
    """Return the pattern of what may be left out between Han characters: 佔資本淨額的比率, 佔資本淨額比率."""
    words = {word for language in every_language() for word in language.tables.get("dropped", ())}
    han = [word for word in words if word[0] >= _HAN_FIRST]
    return re.compile(f"(?<=[\u2e80-\uffef])(?:{alternation(han)})(?=[\u2e80-\uffef])")


def _presented(taxonomy: Taxonomy) -> tuple[dict[str, tuple[Place, ...]], dict[str, frozenset[str]]]:
    """Return where the groups show each target, and the labels of what stands above it there or among members."""
    places: dict[str, list[Place]] = {}
    above: dict[str, set[str]] = {}
    texts = {qname: _plain_labels(labels) for qname, labels in _all_labels(taxonomy)}
    for number, group in enumerate(taxonomy.groups):
        opened: list[tuple[int, str]] = []
        depths = group.depths or (0,) * len(group.items)
        for position, (item, depth) in enumerate(zip(group.items, depths, strict=True)):
            while opened and opened[-1][0] >= depth:
                opened.pop()
            places.setdefault(item, []).append((number, position))
            for _, parent in opened:
                above.setdefault(item, set()).update(texts.get(parent, ()))
            opened.append((depth, item))
    for axis in taxonomy.axes:
        parents = {member.qname: member.parent for member in axis.members}
        for name, holder in parents.items():
            up = holder
            while up:
                above.setdefault(name, set()).update(texts.get(up, ()))
                up = parents.get(up)
    return (
        {item: tuple(found) for item, found in places.items()},
        {item: frozenset(found) for item, found in above.items()},
    )


def _parts(taxonomy: Taxonomy) -> dict[str, frozenset[str]]:
    parts: dict[str, set[str]] = {}
    for calculation in taxonomy.calculations:
        parts.setdefault(calculation.total, set()).update(part for part, _ in calculation.parts)
    return {total: frozenset(found) for total, found in parts.items()}


def _subtracted(taxonomy: Taxonomy) -> Iterator[str]:
    """Yield the concepts that every total they are a part of subtracts."""
    weights: dict[str, list[bool]] = {}
    for calculation in taxonomy.calculations:
        for part, weight in calculation.parts:
            weights.setdefault(part, []).append(weight < 0)
    return (part for part, negative in weights.items() if all(negative))


def _against_their_siblings(taxonomy: Taxonomy) -> Iterator[str]:
    """Yield the levels whose balance is the other one than that of nearly all that stands beside them."""
    concepts = taxonomy.concept_by_qname
    for group in taxonomy.groups:
        beside: dict[str, list[str]] = {}
        opened: list[tuple[int, str]] = []
        for item, depth in zip(group.items, group.depths, strict=False):
            while opened and opened[-1][0] >= depth:
                opened.pop()
            beside.setdefault(opened[-1][1] if opened else "", []).append(item)
            opened.append((depth, item))
        for items in beside.values():
            levels = [
                concepts[item]
                for item in items
                if item in concepts and concepts[item].period_type == "instant" and concepts[item].balance
            ]
            for balance in ("debit", "credit"):
                against = [concept for concept in levels if concept.balance == balance]
                if len(levels) >= _SIBLINGS and len(against) * _FEW <= len(levels):
                    yield from (concept.qname for concept in against)


def _labelled(taxonomy: Taxonomy) -> Iterator[tuple[str, str, tuple[Label, ...]]]:
    """Yield what a heading may name: (QName, axis of a member, labels)."""
    for concept in taxonomy.concepts:
        if concept.variant is None and is_numeric(concept.type):
            yield concept.qname, "", concept.labels
    for axis in taxonomy.axes:
        if axis.role not in ("comparison", "scenario", "bound"):
            for member in axis.members:
                yield member.qname, axis.qname, member.labels


def _all_labels(taxonomy: Taxonomy) -> Iterator[tuple[str, tuple[Label, ...]]]:
    for concept in taxonomy.concepts:
        yield concept.qname, concept.labels
    for heading in taxonomy.headings:
        yield heading.qname, heading.labels
    for axis in taxonomy.axes:
        for member in axis.members:
            yield member.qname, member.labels


def _plain_labels(labels: tuple[Label, ...]) -> frozenset[str]:
    return frozenset(plain(label.text) for label in labels if label.role != "documentation")


def _edge(role: str) -> str:
    """Return which end of a period a label's role speaks of. Spec: XBRL 2.1 section 5.2.2.2.2 (periodStartLabel)."""
    name = role.rpartition("/")[2].lower()
    return "start" if _START in name else "end" if _END in name else ""


def _plainest(names: set[Named]) -> frozenset[Named]:
    """Return the names, each target once: a label that it has in general says nothing of an edge."""
    in_general = {(item.target, item.axis) for item in names if not item.edge}
    edges: dict[tuple[str, str], set[str]] = {}
    for item in names:
        edges.setdefault((item.target, item.axis), set()).add(item.edge)
    return frozenset(
        Named(target, axis, "" if (target, axis) in in_general or len(said) > 1 else next(iter(said)))
        for (target, axis), said in edges.items()
    )
