"""What became of a concept that is gone and was not merely renamed.

Three things a taxonomist does: a concept becomes a concept and a member ("corporate deposits" is "deposits" of
"corporate customers"), one becomes several that each say more, several become one. The words tell: labels and
terms. What is found so is an offer for a person, except where every word of a label is accounted for.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from taxonomy.diff.change import Why
from taxonomy.diff.likeness import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taxonomy.diff.pairing import Pairs
    from taxonomy.model import Concept, Label, Taxonomy

_WORD: Final = re.compile(r"[^\W_]+")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_BETWEEN: Final = " -–—:：,，、()（）"
_SHORTEST: Final = 2
_MOST_PARTS: Final = 12


@dataclass(frozen=True, slots=True)
class Place:
    """Where the facts of a concept that is gone belong now: a concept, and members where it takes any."""

    concept: str
    dimensions: tuple[tuple[str, str], ...]
    evidence: tuple[Why, ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class Fates:
    """By names of the old version; merged: the new concept and the concepts of the old that went into it."""

    by_dimension: dict[str, Place]
    split: dict[str, tuple[str, ...]]
    merged: dict[str, tuple[str, ...]]
    succeeded: frozenset[str] = frozenset()

    @property
    def explained(self) -> frozenset[str]:
        """Return the names, of either version, that are told of by these."""
        parts = (name for names in self.split.values() for name in names)
        whole = (name for names in self.merged.values() for name in names)
        return frozenset((*self.by_dimension, *self.split, *parts, *self.merged, *whole))

    def merged_into(self, name: str) -> str | None:
        """Return the concept that a concept went into."""
        return next((new for new, olds in self.merged.items() if name in olds), None)


def find_fates(pairs: Pairs) -> Fates:
    """Return what became of the concepts that are gone."""
    gone = [pairs.old.concept_by_qname[name] for name in pairs.concepts.removed]
    gone = [concept for concept in gone if concept.variant is None]
    successors = dict(_successors(gone, pairs))
    gone = [concept for concept in gone if concept.qname not in successors]
    by_dimension = dict(_by_dimension(gone, pairs.new))
    gone = [concept for concept in gone if concept.qname not in by_dimension]
    split = dict(_split(gone, pairs))
    gone = [concept for concept in gone if concept.qname not in split]
    merged = _merged(gone, pairs)
    for name, news in successors.items():
        if len(news) > 1:
            split[name] = news
        else:
            merged[news[0]] = (*merged.get(news[0], ()), name)
    return Fates(by_dimension, split, merged, frozenset(successors))


def _successors(gone: list[Concept], pairs: Pairs) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what the old version itself named as successors, where the new version has them."""
    added = frozenset(pairs.concepts.added)
    own, other = f"{pairs.old.prefix}:", f"{pairs.new.prefix}:"
    for concept in gone:
        if concept.deprecated is not None:
            names = [
                pairs.concepts.pairs.get(name, other + name.removeprefix(own))
                for name in concept.deprecated.successors
            ]
            if names and all(name in added or name in pairs.new.concept_by_qname for name in names):
                yield concept.qname, tuple(names)


class _Composed:
    """The concepts and members of a taxonomy by what they are called, to take a label apart."""

    def __init__(self, new: Taxonomy) -> None:
        self.new = new
        self._concepts: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._members: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for concept in new.concepts:
            for label in _naming(concept.labels):
                self._concepts[label.language, fold(label.text)].append(concept.qname)
        for axis in new.axes:
            for member in axis.members:
                if member.qname != axis.default:
                    for label in _naming(member.labels):
                        self._members[label.language, fold(label.text)].append((axis.qname, member.qname))

    def of(self, label: Label) -> Iterator[tuple[str, str, str]]:
        """Yield every (concept, axis, member) whose names together are the label."""
        for part, rest in _cuts(fold(label.text)):
            for axis, member in self._members.get((label.language, part), ()):
                for concept in self._concepts.get((label.language, rest), ()):
                    if axis in self.new.axes_of[concept]:
                        yield concept, axis, member


def _by_dimension(gone: list[Concept], new: Taxonomy) -> Iterator[tuple[str, Place]]:
    """Yield what is now a concept of the new version and one member of an axis that it takes."""
    composed = _Composed(new)
    for old in gone:
        found: dict[tuple[str, str, str], list[Why]] = {}
        for label in _standard(old):
            why = Why("composed", (("language", label.language), ("label", label.text)))
            for key in dict.fromkeys(composed.of(label)):
                found.setdefault(key, []).append(why)
        if found:
            most = max(map(len, found.values()))
            best = [key for key, whys in found.items() if len(whys) == most]
            concept, axis, member = best[0]
            certain = len(best) == 1 and _same_kind(old, new.concept_by_qname[concept])
            yield old.qname, Place(concept, ((axis, member),), tuple(found[best[0]]), certain)


def _cuts(whole: str) -> Iterator[tuple[str, str]]:
    """Yield (beginning, rest) and (end, rest) of a label, cut between words or anywhere beside a Han character."""
    for at in range(1, len(whole)):
        before, after = whole[at - 1], whole[at]
        if _HAN.match(before) or _HAN.match(after) or not (before.isalnum() and after.isalnum()):
            first, last = whole[:at].strip(_BETWEEN), whole[at:].strip(_BETWEEN)
            yield first, last
            yield last, first


def _split(gone: list[Concept], pairs: Pairs) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield a concept and the new ones that say what it says and more."""
    added = [pairs.new.concept_by_qname[name] for name in pairs.concepts.added]
    holding = _Holding([concept for concept in added if concept.variant is None])
    for old in gone:
        parts = [
            new.qname
            for new in holding.of(old)
            if _same_kind(old, new) and any(_says_more(new, label) for label in _standard(old))
        ]
        if 1 < len(parts) <= _MOST_PARTS:
            yield old.qname, tuple(parts)


def _merged(gone: list[Concept], pairs: Pairs) -> dict[str, tuple[str, ...]]:
    """Return the concepts of the new version that took up the words of several, or of one beside its own."""
    merged = _by_words(gone, pairs)
    holding = _Holding(gone)
    left = {old.qname for old in gone} - {name for names in merged.values() for name in names}
    for name in pairs.concepts.added:
        new = pairs.new.concept_by_qname[name]
        if new.variant is None and name not in merged:
            parts = [
                old.qname
                for old in holding.of(new)
                if old.qname in left
                and _same_kind(old, new)
                and any(_says_more(old, label) for label in _standard(new))
            ]
            if 1 < len(parts) <= _MOST_PARTS:
                merged[name] = parts
                left.difference_update(parts)
    return {name: tuple(olds) for name, olds in sorted(merged.items())}


def _by_words(gone: list[Concept], pairs: Pairs) -> dict[str, list[str]]:
    """Return by concept of the new version the old ones whose labels and terms it goes by now."""
    old_of = {new: old for old, new in pairs.concepts.pairs.items()}
    words: dict[tuple[str, str], list[str]] = defaultdict(list)
    for concept in pairs.new.concepts:
        before = old_of.get(concept.qname)
        known = _all_words(pairs.old.concept_by_qname[before].labels) if before else frozenset()
        for word in sorted(_all_words(concept.labels) - known):
            words[word].append(concept.qname)
    merged: dict[str, list[str]] = defaultdict(list)
    for old in gone:
        votes = Counter(
            name
            for word in _all_words(old.labels)
            for name in words.get(word, ())
            if _same_kind(old, pairs.new.concept_by_qname[name])
        )
        if votes:
            merged[max(votes, key=lambda name: (votes[name], name))].append(old.qname)
    return dict(merged)


class _Holding:
    """Concepts by the words and characters of their labels, to find those whose label holds another's."""

    def __init__(self, concepts: list[Concept]) -> None:
        self._of: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._concepts = concepts
        for index, concept in enumerate(concepts):
            for label in _standard(concept):
                for part in _parts(label.text):
                    self._of[label.language, part].append(index)

    def of(self, concept: Concept) -> list[Concept]:
        """Return those whose label in some language holds every word of this one's label."""
        found: set[int] = set()
        for label in _standard(concept):
            holders = [self._of.get((label.language, part), []) for part in _parts(label.text)]
            if holders:
                found.update(set(holders[0]).intersection(*holders[1:]))
        return [self._concepts[index] for index in sorted(found)]


def _parts(text: str) -> frozenset[str]:
    folded = fold(text)
    if _HAN.search(folded):
        return frozenset(_HAN.findall(folded))
    return frozenset(_WORD.findall(folded))


def _says_more(longer: Concept, label: Label) -> bool:
    """Return whether the concept's label in that language holds the label, and more."""
    folded = fold(label.text)
    if len(folded) < _SHORTEST:
        return False
    for other in _standard(longer):
        if other.language == label.language:
            text = fold(other.text)
            return text != folded and (
                _parts(folded) < _parts(text) if not _HAN.search(folded) else folded in text
            )
    return False


def _standard(concept: Concept) -> list[Label]:
    return [label for label in concept.labels if label.role == "standard"]


def _naming(labels: tuple[Label, ...]) -> Iterator[Label]:
    """Yield the labels that name: standard ones and terms."""
    return (label for label in labels if label.role in {"standard", "terse", "term"})


def _all_words(labels: tuple[Label, ...]) -> frozenset[tuple[str, str]]:
    return frozenset((label.language, fold(label.text)) for label in _naming(labels))


def _same_kind(old: Concept, new: Concept) -> bool:
    return (old.type, old.period_type, old.balance) == (new.type, new.period_type, new.balance)
