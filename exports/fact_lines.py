"""The loop that all writers share: the line of each fact, and what is remembered to make it fast.

A million facts must cost little more than a bare loop over a template. In every syntax the line of a number is
five pieces: its id, its value, and what follows from its concept and from its other aspects. The latter two are
kept, so that a fact costs two look-ups; the values of some hundred facts are checked and written as one text. A
fact of any other kind is left to its syntax.

Aspects are found by their values, in a key of plain ones: a dataclass takes ten times as long to tell its hash.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from exports.markup import checked_id

if TYPE_CHECKING:
    from exports.report import Entity, Fact

NEAR = 4096
"""How many sets of an entity and typed dimensions are remembered."""

KNOWN = 65_536
"""How many aspects are remembered."""

BATCH = 512
"""How many facts become one write: few enough to stay in the processor's cache."""

AroundConcept = tuple[str, str]
"""What a concept puts beside the id, and at the end of the line."""

AroundValue = tuple[str, str]
"""What the other aspects put before the value, and behind it, where the concept puts nothing."""


Numbers = Callable[[list[str], str], list[str] | None]
"""Takes values, and all of them as one text with a blank behind each; gives them as they are written, or None
where one of them is no plain number."""

Negative = Callable[[str, str, str], tuple[str, str, str]]
"""Takes what the concept and the aspects put before a number, and the number; gives them as they are written."""


class Syntax(Protocol):
    """How a syntax says a number: id, concept and aspects, then the value, then the end of the line."""

    id_comes_first: bool
    """Whether the id stands before what the concept puts beside it."""

    @property
    def numbers(self) -> Numbers:
        """Return what writes plain numbers."""
        ...

    @property
    def negative(self) -> Negative | None:
        """Return what writes the pieces before a negative number, where its minus stands before other things."""
        ...

    def around_concept(self, concept: str) -> AroundConcept:
        """Return what a concept puts around a number, its name checked."""
        ...

    def around_value(self, fact: Fact) -> AroundValue:
        """Return what the aspects of a number put around it, each of them checked."""
        ...

    def line(self, fact: Fact) -> str:
        """Return the line of any fact, checked."""
        ...

    def taken(self) -> str:
        """Return what must stand before the next line, once."""
        ...


_Known = dict[tuple[date | None, date, tuple[tuple[str, str], ...]], AroundValue]
"""By the days of the period and the dimensions."""

_ByUnit = dict[str | None, dict[int | None, _Known]]
"""By the unit, and therein by the decimals."""

_Group = tuple[str, str, tuple[tuple[str, str | None], ...]]
"""The scheme and identifier of an entity, and typed dimensions."""


class FactLines:
    """Makes the lines of facts, some hundred at a time, and counts them."""

    def __init__(self, syntax: Syntax) -> None:
        """Remember nothing yet."""
        self.count = 0
        self._syntax = syntax
        self._concepts: dict[str, AroundConcept] = {}
        self._groups: dict[_Group, _ByUnit] = {}
        self._known = 0

    def texts(self, facts: Iterable[Fact]) -> Iterator[str]:
        """Yield the lines of all facts, those of a batch in one text.

        Raises: FilingError where a name, id or number is none.
        """
        rest = iter(facts)
        while batch := list(islice(rest, BATCH)):
            text = "".join(self._pieces(batch))
            if not text.isascii():
                self._check_marks(batch)
            self.count += len(batch)
            yield text

    def _numbers(self, batch: list[Fact]) -> list[str]:
        """Return the value of each fact as its line has it, empty where it needs more than that.

        A pass over one long text takes half the time of one over each value.
        """
        numbers = self._syntax.numbers
        values = [fact.value or "" for fact in batch]
        text = " ".join(values) + " "
        if text.count(" ") == len(values) and (written := numbers(values, text)) is not None:
            return written
        return [(numbers([value], f"{value} ") or [""])[0] if " " not in value else "" for value in values]

    def _pieces(self, batch: list[Fact]) -> list[str]:
        concepts, groups, syntax = self._concepts, self._groups, self._syntax
        id_first, negative = syntax.id_comes_first, syntax.negative
        pieces: list[str] = []
        entity: Entity | None = None
        typed: object = None
        unit: str | None = None
        decimals: int | None = None
        for fact, value in zip(batch, self._numbers(batch), strict=True):
            name = fact.id
            try:
                if fact.entity is not entity or fact.typed is not typed:
                    by_unit = groups[fact.entity.scheme, fact.entity.identifier, fact.typed]
                    known = by_unit[fact.unit][fact.decimals]
                    entity, typed, unit, decimals = fact.entity, fact.typed, fact.unit, fact.decimals
                elif fact.unit is not unit or fact.decimals != decimals:
                    known = by_unit[fact.unit][fact.decimals]
                    unit, decimals = fact.unit, fact.decimals
                beside, end = concepts[fact.concept]
                period = fact.period
                before, behind = known[period.start, period.end, fact.dimensions]
                if value and name.isidentifier() and not fact.footnotes:
                    if negative and value[0] == "-":
                        beside, before, value = negative(beside, before, value)  # noqa: PLW2901
                    if id_first:
                        pieces += (name, beside, before, value, end or behind)
                    else:
                        pieces += (beside, name, before, value, end or behind)
                    continue
            except KeyError:  # aspects not met yet, among them the unit of what is no number
                pass
            entity = None  # what is remembered may change: it is looked up anew
            pieces.append(self._any(fact, value))
        return pieces

    def _check_marks(self, batch: list[Fact]) -> None:
        """See that no id has letters that Python knows and XML does not."""
        for fact in batch:
            checked_id(fact.id)

    def _any(self, fact: Fact, value: str) -> str:
        """Return the line of any fact, what must stand before it in front."""
        syntax = self._syntax
        if not value or fact.unit is None or fact.footnotes or not fact.id.isidentifier():
            line = syntax.line(fact)
            return syntax.taken() + line
        beside, end = self._concepts.get(fact.concept) or self._remember_concept(fact.concept)
        before, behind = self._remember_aspects(fact)
        if syntax.negative and value[0] == "-":
            beside, before, value = syntax.negative(beside, before, value)
        name = checked_id(fact.id)
        start = name + beside if syntax.id_comes_first else beside + name
        return f"{syntax.taken()}{start}{before}{value}{end or behind}"

    def _remember_concept(self, concept: str) -> AroundConcept:
        return self._concepts.setdefault(concept, self._syntax.around_concept(concept))

    def _remember_aspects(self, fact: Fact) -> AroundValue:
        if len(self._groups) >= NEAR or self._known >= KNOWN:
            self._groups.clear()
            self._known = 0
        by_unit = self._groups.setdefault((fact.entity.scheme, fact.entity.identifier, fact.typed), {})
        known = by_unit.setdefault(fact.unit, {}).setdefault(fact.decimals, {})
        key = (fact.period.start, fact.period.end, fact.dimensions)
        around = known.get(key)
        if around is None:
            around = known[key] = self._syntax.around_value(fact)
            self._known += 1
        return around
