"""Subjects for generated texts: a concept and members of it, said with the words that a taxonomy gives them.

Only noun phrases that can mean nothing else are taken: a term that two concepts share, or a phrase in which the words
of a third concept or member stand too, would have no gold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from random import Random

from taxonomy.load import load_taxonomy
from taxonomy.model import Axis, Concept, Label, Taxonomy
from tests.development.vocabulary import SOURCES, vocabulary

Dimensions = tuple[tuple[str, str], ...]

_HAN_NOUN = re.compile(r".*[款額额量數数率戶户產产模品值潤润險险費费點点卡單单員员入出客資本價价力]$")
_NO_HAN_NOUN = re.compile(
    r"(投放|發放|发放|新發|新发|新增|累計|累计|成功|為|为|服務|服务|支持|提供|設|设|挽回|批准|意向|本行|自身)"
)
_NO_ENGLISH_NOUN = re.compile(
    r"(has|served|underwrote|sold|granted|presence|issued|reached|settled|recycled|per|net|total|cumulatively)\b"
    r"|.*\b(of|for|in|with|settled|recycled|accepted|granted|disposed|sold|underwrote)$"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A noun phrase and what it means; `head` is the concept's word alone, `modifier` the members' words."""

    text: str
    head: str
    modifier: str
    concept: str
    dimensions: Dimensions
    is_clear: bool = True
    """Whether the modifier holds no word of a concept: it may stand alone, or behind the head."""


def local(qname: str | None) -> str:
    """Return a name without its prefix."""
    return (qname or "").rpartition(":")[2]


class Subjects:
    """The subjects of one taxonomy in one language; every choice is the given lot's."""

    def __init__(self, taxonomy: str, language: str, joins: list[str]) -> None:
        """Collect the words of the taxonomy."""
        self.language, self.joins = language, joins
        self.taxonomy = _taxonomy(taxonomy)
        self.names = vocabulary(taxonomy)
        self.concepts = [concept for concept in self.taxonomy.concepts if not concept.variant]
        self.words = {item.qname: self._words(item.labels) for item in self.concepts}
        self.axes = [axis for axis in self.taxonomy.axes if axis.role is None]
        members = [(axis, member) for axis in self.axes for member in axis.members]
        self.member_words = {
            (axis.qname, member.qname): self._words(member.labels)
            for axis, member in members
            if member.qname != axis.default
        }
        self.owners: dict[str, set[str]] = {}
        for owner, words in [
            *self.words.items(),
            *((f"{a}={m}", words) for (a, m), words in self.member_words.items()),
        ]:
            for word in words:
                self.owners.setdefault(word.lower(), set()).add(owner)
        self.units = {
            unit.qname: [
                label.text for label in unit.labels if (label.language, label.role) == (language, "term")
            ]
            for unit in self.taxonomy.units
        }

    def _words(self, labels: tuple[Label, ...]) -> list[str]:
        return list(
            dict.fromkeys(
                label.text
                for label in labels
                if label.language == self.language
                and label.role in ("standard", "term")
                and "…" not in label.text
            )
        )

    def concept(self, lot: Random, *, types: tuple[str, ...]) -> Concept:
        """Return a concept of one of the types."""
        return lot.choice([concept for concept in self.concepts if concept.type in types])

    def counters(self, concept: Concept) -> list[str]:
        """Return the words that count the concept's things; those that are words of another concept are not clear."""
        others = {
            word.lower() for name, words in self.words.items() if name != concept.qname for word in words
        }
        return [word for word in self.units[concept.unit or ""] if word.lower() not in others]

    def axis(self, lot: Random, concept: Concept) -> Axis | None:
        """Return an axis that the concept may carry."""
        allowed = self.taxonomy.axes_of[concept.qname]
        fitting = [axis for axis in self.axes if axis.qname in allowed]
        return lot.choice(fitting) if fitting else None

    def plain(self, lot: Random, concept: Concept) -> Subject | None:
        """Return a subject without members."""
        nouns = [
            word
            for word in self.words[concept.qname]
            if self._is_noun(word) and not self._names_member(word, concept)
        ]
        if not nouns:
            return None
        head = self._said(lot.choice(nouns))
        return self._clear(Subject(head, head, "", concept.qname, ()), head, ())

    def of_axis(self, lot: Random, concept: Concept, axis: Axis, head: str) -> Subject | None:
        """Return a subject with one member of the axis."""
        found = [name for name in self.member_words if name[0] == axis.qname]
        if not found:
            return None
        name = lot.choice(found)
        if not self.member_words[name]:
            return None
        modifier = lot.choice(self.member_words[name])
        said = (modifier.lower(), head.lower())
        if any(word.lower() in said[0] for word in self.words[concept.qname]):
            return None
        others = (word for key, words in self.member_words.items() if key[0] == axis.qname for word in words)
        if any(word.lower() in said[1] for word in others):
            return None
        dimensions = ((local(name[0]), local(name[1])),)
        if not self.names.permits(local(concept.qname), dict(dimensions)):
            return None
        is_clear = not any(
            word.lower() in modifier.lower() for words in self.words.values() for word in words
        )
        text = self._joined(lot, modifier, head, is_clear=is_clear)
        subject = Subject(text, head, modifier, concept.qname, dimensions, is_clear)
        return self._clear(subject, head, (modifier,))

    def _joined(self, lot: Random, modifier: str, head: str, *, is_clear: bool) -> str:
        if self.language == "en":
            plural = modifier.endswith("s") and not modifier.endswith("ss")
            return f"{head} of {modifier}" if plural and is_clear else f"{modifier} {head}"
        overlap = next((n for n in (3, 2) if modifier[-n:] == head[:n]), 0)
        return str(lot.choice(self.joins)).format(m=modifier, c=head[overlap:])

    def _said(self, head: str) -> str:
        """Return a concept's word as it stands within a sentence."""
        sentence_case = self.language == "en" and head[:1].isupper() and head[1:2].islower()
        return head[:1].lower() + head[1:] if sentence_case else head

    def _is_noun(self, word: str) -> bool:
        if self.language == "en":
            return not _NO_ENGLISH_NOUN.match(word.lower()) and len(word) > 2
        return bool(_HAN_NOUN.match(word)) and not _NO_HAN_NOUN.match(word)

    def _names_member(self, word: str, concept: Concept) -> bool:
        """Return whether a member's word stands in the concept's: 個人金融資產 may mean both at once."""
        allowed = self.taxonomy.axes_of[concept.qname]
        folded = f" {word.lower()} " if self.language == "en" else word.lower()
        for (axis, _), words in self.member_words.items():
            said = (f" {each.lower()} " if self.language == "en" else each.lower() for each in words)
            if axis in allowed and any(each in folded for each in said):
                return True
        return False

    def _clear(self, subject: Subject, head: str, modifiers: tuple[str, ...]) -> Subject | None:
        """Return the subject if the words in it belong to what was meant alone."""
        meant = {
            subject.concept,
            *(f"{self.taxonomy.prefix}:{a}={self.taxonomy.prefix}:{m}" for a, m in subject.dimensions),
        }
        parts = [part.lower() for part in (head, *modifiers)]
        text = subject.text.lower()
        for word, owners in self.owners.items():
            if word not in text:
                continue
            inside = [part for part in parts if word in part and word != part]
            if not inside and not owners <= meant:
                return None
        return subject


@cache
def _taxonomy(name: str) -> Taxonomy:
    return load_taxonomy(str(SOURCES[name]))


@cache
def subjects(taxonomy: str, language: str, joins: tuple[str, ...]) -> Subjects:
    """Return the subjects of a taxonomy in a language, made once."""
    return Subjects(taxonomy, language, list(joins))
