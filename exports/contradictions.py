"""Facts that say two things of one: found while a report of any size streams by.

Of each fact eight bytes are kept, the hash of all its aspects. Only where a hash came twice are these facts looked at
again, some ten thousand at a time, with their values: so a report without duplicates, which is nearly every one, costs
eight bytes a fact and a tenth of reading it.

Spec: OIM 1.0 section 6 (duplicate facts: consistent are those that some number rounds to all of); XBRL 2.1 section 4.10.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from exports.errors import InstanceError

if TYPE_CHECKING:
    from exports.report import Fact

BUCKETS = 256
"""Into how many parts the hashes go: one of them at a time is searched for what came twice."""

AT_A_TIME = 20_000
"""How many facts that have a duplicate are held in a look at the file."""


@dataclass(slots=True)
class Said:
    """What was said of one fact, once for each precision; all of it agrees."""

    by_decimals: dict[int | None, Fact] = field(default_factory=dict)

    def contradicted_by(self, fact: Fact) -> Fact | None:
        """Take another fact of the same aspects; return one before that it contradicts, None where it agrees."""
        for known in self.by_decimals.values():
            if not _agree(known, fact):
                return known
        self.by_decimals.setdefault(fact.decimals, fact)
        return None


@dataclass(slots=True)
class Agreeing:
    """The facts of a file, which do not contradict each other: found out when they have come out whole once.

    kept: whether those that do come out all the same. found: how many they are, then, and the first of them in words.
    """

    facts: Iterable[Fact]
    file: str
    kept: bool = False
    found: int = 0
    first: str = ""
    _all_seen: bool = False

    def __iter__(self) -> Iterator[Fact]:
        """Yield the facts anew.

        Raises: InstanceError, behind the last of them, where one contradicts another: which, and how.
        """
        if self._all_seen:
            yield from self.facts
            return
        buckets = [array("q") for _ in range(BUCKETS)]
        for fact in self.facts:
            number = hash(aspects(fact))
            buckets[number % BUCKETS].append(number)
            yield fact
        self._look_again(_twice(buckets))
        self._all_seen = True

    def _look_again(self, twice: Iterator[int]) -> None:
        """Hold the facts whose hash came twice against each other, in as many passes as their number asks for."""
        while wanted := frozenset(islice(twice, AT_A_TIME)):
            said: dict[object, Said] = {}
            for fact in self.facts:
                key = aspects(fact)
                if hash(key) not in wanted:
                    continue
                known = said.setdefault(key, Said()).contradicted_by(fact)
                if known is not None:
                    self._take(known, fact)

    def _take(self, known: Fact, fact: Fact) -> None:
        self.found += 1
        if self.first:
            return
        self.first = f"{known.id} says {value_in_words(known)} and {fact.id} says {value_in_words(fact)} of {fact.concept}"
        if not self.kept:
            raise InstanceError(
                f"{self.file}: {self.first} with the same dimensions: leave one out, or give --keep-contradictions."
            )


def aspects(fact: Fact) -> tuple[object, ...]:
    """Return what two facts have in common that speak of the same: all but id, value, precision and footnotes."""
    entity, period = fact.entity, fact.period
    return (
        fact.concept, fact.unit, fact.dimensions, period.start, period.end,
        entity.scheme, entity.identifier, fact.typed, fact.language,
    )  # fmt: skip


def value_in_words(fact: Fact) -> str:
    """Return the value as a message says it."""
    return "nil" if fact.value is None else repr(fact.value[:40])


def _twice(buckets: list[array[int]]) -> Iterator[int]:
    """Yield each number that is there more than once; the buckets are emptied on the way."""
    for bucket in buckets:
        if len(set(bucket)) < len(bucket):
            before: set[int] = set()
            told: set[int] = set()
            for number in bucket:
                if number not in before:
                    before.add(number)
                elif number not in told:
                    told.add(number)
                    yield number
        del bucket[:]


def _agree(one: Fact, other: Fact) -> bool:
    """Return whether both may be said of one fact: equal, or equal as far as they were rounded."""
    if one.value == other.value:
        return True
    if one.value is None or other.value is None:
        return False
    if one.unit is None:
        return _plain(one.value) == _plain(other.value)
    if one.decimals == other.decimals:
        return Decimal(one.value) == Decimal(other.value)
    return abs(Decimal(one.value) - Decimal(other.value)) <= _half(one) + _half(other)


def _half(fact: Fact) -> Decimal:
    return Decimal(0) if fact.decimals is None else Decimal(5).scaleb(-fact.decimals - 1)


_TRUTH = {"1": "true", "0": "false"}


def _plain(value: str) -> str:
    """Return a value that is no number so that its ways to be written are one: blanks around it, 1 for true."""
    text = value.strip(" \t\r\n")
    return _TRUTH.get(text, text)
