"""What the names of concepts and members say of one another: parts and their whole, a member within a name.

Credit card loans are a part of loans. Where such a part has no member, nothing forbids a rate of the whole behind it:
信用卡貸款餘額X，不良率Y. It is not the whole's. A word that a name holds already says nothing more: 個人, of 個人住房貸款.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from tagger.links.defined_ratios import defined_ratios_of
from tagger.words.folding import fold
from tagger.words.word import Meaning, Word
from taxonomy.model import Concept, Taxonomy
from taxonomy.relation import RatioOf

_HAN_FIRST = "\u2e80"
Beside = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Of a member's word: the concepts that may carry it, those called after it, and those of the first that it ends as."""


@dataclass(frozen=True)
class NamedParts:
    """names: of each concept. parts: of a concept, the words that narrow it, and the name of the whole behind them.

    members: the names of each member. parts_called: those on axes without a role, by axis and member.
    cores: kept by `tagger.links.half_named`. beside: kept by `tagger.links.han_members`, by a word and the languages.
    axes_of_businesses: kept by `tagger.links.topics`, by what a language calls businesses.
    kinds_of_balances: kept by `tagger.links.parted_balances`, by axis and concept. told: by `tagger.links.told_with`.
    defined: of each rate, what it is by definition: (the numerator, the denominator). related: the same by the relations of
    the taxonomy, as concepts: (the numerator, the denominator, the rate).
    """

    names: dict[str, tuple[str, ...]]
    parts: dict[str, tuple[tuple[str, str], ...]]
    rates: frozenset[str]
    multiples: frozenset[str] = frozenset()  # decimals: net debt to EBITDA
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parts_called: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    defined: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    related: tuple[tuple[str, str, str], ...] = ()
    cores: dict[tuple[str, bool], dict[frozenset[str], tuple[str, str] | None]] = field(default_factory=dict)
    beside: dict[tuple[str, tuple[str, ...]], Beside] = field(default_factory=dict)
    kinds_of_balances: dict[tuple[str, str], bool] = field(default_factory=dict)
    told: dict[tuple[str, ...], dict[str, list[tuple[bool, str, str]]]] = field(default_factory=dict)
    axes_of_businesses: dict[tuple[str, ...], list[str]] = field(default_factory=dict)
    _held: dict[tuple[str, str], bool] = field(default_factory=dict)
    _kinds: list[frozenset[str]] = field(default_factory=list)
    _nouns: set[str] = field(default_factory=set)
    _beginnings: dict[str, list[str]] = field(default_factory=dict)
    _called: dict[str, list[tuple[int, tuple[str, str]]]] = field(default_factory=dict)

    @property
    def nouns(self) -> AbstractSet[str]:
        """Return the names of concepts in Han."""
        if not self._nouns:
            self._nouns.update(
                name for names in self.names.values() for name in names if name[0] >= _HAN_FIRST
            )
        return self._nouns

    def says(self, concept: str, word: str) -> bool:
        """Return whether a name of the concept holds a word."""
        return len(word) > 1 and any([word in name for name in self.names.get(concept, ())])  # noqa: C419  # half the time

    def says_member(self, concept: str, member: str, length: int) -> bool:
        """Return whether a name of the concept holds one of the member: 財富管理客戶資產, of 財富管理.

        length: of the member's word in the text, whose characters must stand there in their order (財管); 0 where it stands
        within the concept's own.
        """
        key = (concept, f"{member} {length}")
        if key not in self._held:
            names = [name for name in self.names.get(concept, ()) if name[0] >= _HAN_FIRST]
            called = self.members.get(member, ())
            said = [word for word in called if len(word) == length or not length]
            self._held[key] = any(
                any(len(word) > 1 and word in name for word in called)
                and any(in_order(word, name) for word in said)
                for name in names
            )
        return self._held[key]

    def begins_with(self, concept: str, member: str) -> bool:
        """Return whether a Latin name of the concept begins with one of the member: loyalty members, of loyalty."""
        key = (concept, f"{member} begins")
        if key not in self._held:
            begun = tuple(f"{word} " for word in self.members.get(member, ()) if word.isascii())
            self._held[key] = any(name.startswith(begun) for name in self.names.get(concept, ()))
        return self._held[key]

    def is_in_label(self, concept: str, member: str, length: int) -> bool:
        """Return whether a concept's own label holds a name of the member: 發行債券, with 債券. Then it says no part of it.

        length: of the name; 0 for any of two characters and more in Han.
        """
        key = (concept, f"{member} label {length}")
        if key not in self._held:
            called = [
                name
                for name in self.members.get(member, ())
                if len(name) == length or (not length and len(name) > 1 and name[0] >= _HAN_FIRST)
            ]
            self._held[key] = any(name in label for label in self.labels.get(concept, ()) for name in called)
        return self._held[key]

    def repeats(self, concept: Concept, member: str) -> bool:
        """Return whether the Latin label of a concept holds a member's name as a word: settlement instructions, of settlement."""
        key = (f"{concept.qname} ", member)
        if key not in self._held:
            labels = [fold(label.text) for label in concept.labels if label.role == "standard"]
            names = [f" {name} " for name in labels if name[0] < _HAN_FIRST]
            words = [f" {word}" for word in self.members.get(member, ()) if word[0] < _HAN_FIRST]
            self._held[key] = any(
                f"{word} " in name or f"{word}s " in name for word in words for name in names
            )
        return self._held[key]

    def holds(self, member: str, other: str) -> bool:
        """Return whether a name of a member begins with one of another: 個人住房貸款, with 個人."""
        key = (member, other)
        if key not in self._held:
            begun = tuple(name for name in self.members.get(other, ()) if len(name) > 1)
            self._held[key] = any(
                name.startswith(begun) and name not in begun for name in self.members.get(member, ())
            )
        return self._held[key]

    @property
    def kinds(self) -> frozenset[str]:
        """Return what the members of some axis are all called, with words before it: 產品, of 公募產品 and 私募產品."""
        if not self._kinds:
            self._kinds.append(_kinds_of(self.parts_called))
        return self._kinds[0]

    def begun_by(self, said: str, heads: Collection[str]) -> Word | None:
        """Return the word for the one part that is called so with one of the heads behind it, None for none or several."""
        found = self.begun(said, heads)
        return Word((Meaning("member", found[0][1], found[0][0]),)) if len(found) == 1 else None

    def begun(self, said: str, heads: Collection[str]) -> list[tuple[str, str]]:
        """Return the parts, by axis and member, that are called so with one of the heads behind it, in the order of the axes."""
        if not self.may_begin(said):
            return []
        if not self._called:
            for at, (pair, names) in enumerate(self.parts_called.items()):
                for name in names:
                    self._called.setdefault(name, []).append((at, pair))
        # few names begin so; the heads may be all names of all concepts
        called = [name for name in self._beginnings[said] if name[len(said) :] in heads]
        found = {at: pair for name in called for at, pair in self._called[name]}
        return [found[at] for at in sorted(found)]

    def may_begin(self, said: str) -> bool:
        """Return whether what a part is called begins so."""
        if not self._beginnings:
            for name in dict.fromkeys(name for names in self.parts_called.values() for name in names):
                for length in range(len(name) + 1):
                    self._beginnings.setdefault(name[:length], []).append(name)
        return said in self._beginnings

    def ending_in(self, words: tuple[str, ...]) -> list[str]:
        """Return the concepts that a name with such an ending names."""
        return [
            concept for concept, names in self.names.items() if any(name.endswith(words) for name in names)
        ]

    def alike(self, concept: str, tails: tuple[str, ...]) -> list[str]:
        """Return the other concepts whose name less a tail holds the same as this one's: 承銷債券筆數, 債券承銷規模."""
        own = {_less(name, tails) for name in self.names.get(concept, ())}
        return [
            other
            for other, names in self.names.items()
            if other != concept and any(_less(name, tails) in own for name in names if name.endswith(tails))
        ]

    def are_apart(self, concept: str, rate: str) -> bool:
        """Return whether a rate's names speak of the whole that the concept is a part of, and not of the part.

        A rate within another's name is no whole: 核心一級資本充足率X，一級資本充足率Y are two.
        """
        if rate not in self.rates or concept in self.rates or concept not in self.parts:
            return False
        names = self.names[rate]
        parts = self.parts[concept]
        said = any(word in name for name in names for word, _ in parts)
        return not said and any(whole in name for name in names for _, whole in parts)

    def is_of(self, rate: str, concept: str) -> bool:
        """Return whether a rate's names speak of a concept: the ratio of non-performing loans, of loans."""
        names = self.names[rate] if rate in self.rates and concept not in self.rates else ()
        return any(whole in name for name in names for whole in self.names.get(concept, ()))

    def is_kind_of(self, part: str, whole: str) -> bool:
        """Return whether a name of the part ends in one of the whole, or in its last word: non-performing loans, gross loans."""
        tails = tuple(
            f" {name.rpartition(' ')[2]}" if name.isascii() else name for name in self.names.get(whole, ())
        )
        return (
            part != whole and bool(tails) and any(name.endswith(tails) for name in self.names.get(part, ()))
        )

    def rates_called(self, part: str) -> Iterator[str]:
        """Yield the rates whose name is the part's and one word more: the non-performing loan ratio."""
        names = {name.removesuffix("s") for name in self.names.get(part, ()) if name.isascii()}
        for rate in sorted(self.rates):
            if any(name.rpartition(" ")[0].removesuffix("s") in names for name in self.names[rate]):
                yield rate


def _kinds_of(
    parts_called: dict[tuple[str, str], tuple[str, ...]],
) -> frozenset[str]:
    axes: dict[str, list[tuple[str, ...]]] = {}
    for (axis, _), names in parts_called.items():
        axes.setdefault(axis, []).append(names)
    return frozenset(
        head
        for several in axes.values()
        if len(several) > 1
        for head in set.intersection(*map(_heads_of, several))
    )


def _heads_of(names: tuple[str, ...]) -> set[str]:
    """Return the endings of Han names, of two characters and more, but for the names themselves."""
    return {name[cut:] for name in names if name[-1] >= _HAN_FIRST for cut in range(1, len(name) - 1)}


def _less(name: str, tails: tuple[str, ...]) -> str:
    """Return the characters of a name, less the longest of the tails that it ends in, in no order of their own."""
    tail = max((tail for tail in tails if name.endswith(tail)), key=len, default="")
    return "".join(sorted(name.removesuffix(tail)))


def in_order(parts: Sequence[str], whole: Sequence[str]) -> bool:
    """Return whether the characters of a word stand in a name, or its words in a text, in their order."""
    rest = iter(whole)
    return all(part in rest for part in parts)


def named_parts_of(taxonomy: Taxonomy, tells_apart: Callable[[str], bool]) -> NamedParts:
    """Return the concepts whose name is another's behind words that some member's name holds.

    tells_apart: whether a member's name holds the words.
    """
    concepts = [concept for concept in taxonomy.concepts if concept.variant is None]
    names = {
        concept.qname: tuple(
            fold(label.text) for label in concept.labels if label.role in ("standard", "term")
        )
        for concept in concepts
    }
    owners = {name: concept for concept, listed in names.items() for name in listed}
    parts: dict[str, tuple[tuple[str, str], ...]] = {}
    for concept, listed in names.items():
        found = {
            (name[:cut].strip(), name[cut:])
            for name in listed
            for cut in range(2, len(name) - 1)
            if owners.get(name[cut:], concept) != concept
            and (name[cut] >= _HAN_FIRST or name[cut - 1] == " ")
            and tells_apart(name[:cut].strip())
        }
        if found:
            parts[concept] = tuple(sorted(found))
    rates = frozenset(concept.qname for concept in concepts if concept.type == "percent")
    members = {
        member.qname: tuple(fold(label.text) for label in member.labels if label.role in ("standard", "term"))
        for axis in taxonomy.axes
        for member in axis.members
    }
    called = {
        (axis.qname, member.qname): members[member.qname]
        for axis in taxonomy.axes
        if axis.role is None
        for member in axis.members
        if member.qname != axis.default
    }
    multiples = frozenset(concept.qname for concept in concepts if concept.type in ("decimal", "ratio"))
    labels = {
        concept.qname: tuple(fold(label.text) for label in concept.labels if label.role == "standard")
        for concept in concepts
    }
    defined = defined_ratios_of(taxonomy)
    related = tuple(
        (relation.numerator.concept, relation.denominator.concept, relation.concept)
        for relation in taxonomy.relations
        if isinstance(relation, RatioOf) and not (relation.numerator.members or relation.denominator.members)
    )
    return NamedParts(names, parts, rates, multiples, members, called, labels, defined, related)


def named_ratios_of(
    parts: NamedParts, shares: tuple[str, ...], joining: tuple[str, ...]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return by a concept the rates whose names are its own, a word of share and a whole: 研發投入佔營業收入比例.

    Or which are so by their definition, or by a relation of the taxonomy. Each is (whole, rate); "" where the name ends in
    what follows the word: 非利息收入佔比. joining: what may join to a name what it is for, which its rate may leave unsaid:
    allowance to loans, of an allowance for credit losses.
    """
    owners = _owners_of(parts, joining)
    found: dict[str, dict[tuple[str, str], None]] = {}
    shares = tuple(f" {word} " if word.isascii() else word for word in shares)
    for rate in sorted(parts.rates | parts.multiples):
        for name in parts.names[rate]:
            share = next((word for word in shares if word in name), "")
            before, _, behind = name.partition(share) if share else ("", "", "")
            if not before:
                continue
            ends = range(len(behind), 1, -1)
            wholes = next((owners[behind[:end]] for end in ends if behind[:end] in owners), [])
            if not wholes and len(behind) > 1:
                continue
            for concept in owners.get(before.strip(), ()):
                found.setdefault(concept, {}).update(dict.fromkeys((whole, rate) for whole in wholes or [""]))
        for numerator, denominator in parts.defined.get(rate, ()):
            wholes = owners.get(denominator, [])
            for concept in _numerators(numerator, owners, joining) if wholes else ():
                found.setdefault(concept, {}).update(dict.fromkeys((whole, rate) for whole in wholes))
    for part, whole, rate in parts.related:
        found.setdefault(part, {})[whole, rate] = None
    return {concept: tuple(sorted(pairs)) for concept, pairs in found.items()}


def _numerators(said: str, owners: dict[str, list[str]], joining: tuple[str, ...]) -> list[str]:
    """Return the concepts that a numerator names, or what stands in it before a word that joins: allowances for loans."""
    heads = [said.partition(f" {word} ")[0] for word in joining]
    return next((owners[head] for head in (said, *heads) if head in owners), [])


def _owners_of(parts: NamedParts, joining: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the concepts by what they are called, but for what such a word joins to the name of one alone."""
    owners: dict[str, list[str]] = {}
    begun: dict[str, dict[str, None]] = {}
    for concept, names in parts.names.items():
        for name in names:
            owners.setdefault(name, []).append(concept)
            for word in joining if concept not in parts.rates else ():
                head, link, _ = name.partition(f" {word} ")
                if link:
                    begun.setdefault(head, {})[concept] = None
    for head, concepts in begun.items():
        if len(concepts) == 1 and head not in owners:
            owners[head] = list(concepts)
    return owners
