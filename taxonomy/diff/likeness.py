"""How alike two elements are, and what speaks for it: labels, definition, terms, name, place.

Each kind of evidence that both elements have gives a likeness between 0 and 1; the score is their weighted
mean. What neither has says nothing; traits that differ (type, period type, balance, unit) take from the score.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from taxonomy.diff.change import Why

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from taxonomy.model import Label

_WORDS: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_LABEL, _DEFINITION, _TERMS, _NAME, _PLACE = 4.0, 2.0, 2.0, 1.5, 1.5
_AXIS_PLACE: Final = 5.0
_DIFFERENT_TRAIT: Final = 0.85
_ALIKE: Final = 0.7
"""From here on a piece of evidence is worth telling."""

_SAME_DEFINITION: Final = 0.8
_SAME_DEFINITION_AND_MORE: Final = 0.9
"""A definition that was kept word for word outweighs a label that was not."""

_AT_LENGTH: Final = 30

_COMMON: Final = 60
"""What more elements share than this finds no candidates."""

_CANDIDATES: Final = 12


@dataclass(frozen=True)
class Item:
    """An element as it is compared. traits: (what, value). place: where it stands, in names of the new version."""

    qname: str
    labels: tuple[Label, ...]
    traits: tuple[tuple[str, str], ...] = ()
    place: frozenset[str] = frozenset()
    heavy_place: bool = False

    @cached_property
    def standard(self) -> dict[str, str]:
        """Return the standard labels by language, folded."""
        return {label.language: fold(label.text) for label in self.labels if label.role == "standard"}

    @cached_property
    def definitions(self) -> dict[str, str]:
        """Return the definitions by language, folded."""
        return {label.language: fold(label.text) for label in self.labels if label.role == "documentation"}

    @cached_property
    def terms(self) -> frozenset[tuple[str, str]]:
        """Return (language, term), folded."""
        return frozenset((label.language, fold(label.text)) for label in self.labels if label.role == "term")

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the words of the name: "DepositsFromCustomers" has three."""
        return frozenset(
            word.casefold() for word in _WORDS.findall(self.qname.partition(":")[2] or self.qname)
        )

    @cached_property
    def pairs(self) -> dict[tuple[str, str], frozenset[str]]:
        """Return the pairs of neighbouring characters by ("label" or "definition", language)."""
        texts = (("label", self.standard), ("definition", self.definitions))
        return {(kind, language): _pairs(text) for kind, found in texts for language, text in found.items()}

    def features(self) -> Iterator[tuple[str, ...]]:
        """Yield what an element that is alike would share with this one."""
        for language, text in self.standard.items():
            yield "label", language, text
            for pair in self.pairs["label", language]:
                yield "pair", language, pair
        for language, text in self.definitions.items():
            yield "definition", language, text
        for language, text in self.terms:
            yield "term", language, text
        for word in self.words:
            yield "word", word
        for place in self.place:
            yield "place", place


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike, and why; kinds: how many kinds of evidence there were.

    fits: whether nothing speaks against it: all traits agree, and the definition or every label was kept.
    """

    score: float
    evidence: tuple[Why, ...]
    kinds: int
    fits: bool


def fold(text: str) -> str:
    """Return a text as two versions of it are compared: case and blanks do not count."""
    return " ".join(text.casefold().split())


def text_likeness(one: str, other: str) -> float:
    """Return how many pairs of neighbouring characters two folded texts share, from 0 to 1."""
    if one == other:
        return 1.0
    return _dice(_pairs(one), _pairs(other))


def likeness(old: Item, new: Item) -> Likeness:
    """Return how alike two elements are."""
    parts: list[tuple[float, float]] = []
    evidence: list[Why] = []
    for weight, value, why in _evidence(old, new):
        parts.append((weight, value))
        if value >= _ALIKE:
            evidence.append(why)
    total = sum(weight for weight, _ in parts)
    score = sum(weight * value for weight, value in parts) / total if total else 0.0
    if _definition_was_kept(old, new):
        is_sure = any(why.code in {"terms", "same_label"} for why in evidence)
        score = max(score, _SAME_DEFINITION_AND_MORE if is_sure else _SAME_DEFINITION)
    new_traits = dict(new.traits)
    different = sum(value != new_traits.get(name, value) for name, value in old.traits)
    fits = different == 0 and (_definition_was_kept(old, new) or _labels_were_kept(old, new))
    return Likeness(score * _DIFFERENT_TRAIT**different, tuple(evidence), len(parts), fits)


def _definition_was_kept(old: Item, new: Item) -> bool:
    """Return whether a definition is the same in some language, and says enough for that to be no chance."""
    return any(
        len(text.encode()) >= _AT_LENGTH and new.definitions.get(language) == text
        for language, text in old.definitions.items()
    )


def _labels_were_kept(old: Item, new: Item) -> bool:
    """Return whether the labels are the same in every language that both have: one word more may be "net"."""
    shared = [language for language in old.standard if language in new.standard]
    return bool(shared) and all(old.standard[language] == new.standard[language] for language in shared)


def _evidence(old: Item, new: Item) -> Iterator[tuple[float, float, Why]]:
    for weight, code, one, other in (
        (_LABEL, "label", old.standard, new.standard),
        (_DEFINITION, "definition", old.definitions, new.definitions),
    ):
        shared = [language for language in one if language in other]
        for language in shared:
            key = (code, language)
            value = 1.0 if one[language] == other[language] else _dice(old.pairs[key], new.pairs[key])
            what = f"same_{code}" if value == 1 else f"like_{code}"
            yield weight / len(shared), value, Why(what, (("language", language),))
    if old.terms and new.terms:
        both = len(old.terms & new.terms)
        told = (("shared", str(both)), ("all", str(len(old.terms))))
        yield _TERMS, both / min(len(old.terms), len(new.terms)), Why("terms", told)
    yield _NAME, _dice(old.words, new.words), Why("name")
    if old.place and new.place:
        weight = _AXIS_PLACE if old.heavy_place else _PLACE
        yield weight, _dice(old.place, new.place), Why("members" if old.heavy_place else "place")


def best_pairs(
    olds: Iterable[Item], news: Iterable[Item], least: float
) -> Iterator[tuple[Item, Item, Likeness]]:
    """Yield every (old, new, likeness) of at least that score, the most alike first.

    Only elements that share something uncommon are held against each other, so that it stays linear.
    """
    known = list(news)
    sharing: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, item in enumerate(known):
        for feature in item.features():
            sharing[feature].append(index)
    found: list[tuple[Item, Item, Likeness]] = []
    for old in olds:
        votes: Counter[int] = Counter()
        for feature in old.features():
            with_it = sharing.get(feature, ())
            if len(with_it) <= _COMMON:
                votes.update(with_it)
        for index, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:_CANDIDATES]:
            measured = likeness(old, known[index])
            if measured.score >= least:
                found.append((old, known[index], measured))
    found.sort(key=lambda pair: (-pair[2].score, pair[0].qname, pair[1].qname))
    yield from found


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[index : index + 2] for index in range(max(len(text) - 1, 1)))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0
