"""Facts of a table held against the taxonomy and against each other, while their row is still known.

Arelle would find the same in the instance, where nobody remembers the row. What is checked here is what people get
wrong in tables: names, the kind of period, members of another axis, a unit that is none, two values for one fact.

Spec: XBRL 2.1 sections 4.7.2 and 4.8.2, Dimensions 1.0 section 3.1.4; OIM 1.0 section 6 (consistent duplicates).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.contradictions import Said, aspects, value_in_words
from exports.errors import FilingError
from exports.markup import checked_qname
from exports.measures import measures

if TYPE_CHECKING:
    from collections.abc import Collection

    from exports.report import Fact
    from taxonomy.model import Taxonomy

_CURRENCY = "iso4217:"
_NO_MONEY = frozenset({"percent", "count", "ratio", "shares"})
"""Types that are never money; of others, somebody else's among them, Arelle knows."""


class FactsCheck:
    """Knows the taxonomy, and the facts that went by."""

    def __init__(self, taxonomy: Taxonomy, prefixes: Collection[str]) -> None:
        """Take the taxonomy, and the prefixes that units may have."""
        self._taxonomy = taxonomy
        self._prefixes = frozenset(prefixes)
        self._members = {axis.qname: {member.qname for member in axis.members} for axis in taxonomy.axes}
        self._said: dict[object, Said] = {}
        self._places: dict[str, str] = {}

    def check(self, fact: Fact, place: str) -> None:
        """See that a fact fits the taxonomy and what was said before; `place` tells it by.

        Raises: ValueError with what is wrong.
        """
        concept = self._taxonomy.concept_by_qname.get(fact.concept)
        if concept is None:
            raise ValueError(f"{fact.concept} is no concept of the taxonomy")
        if not fact.period.is_forever and (concept.period_type == "instant") != (fact.period.start is None):
            wanted = (
                "a day, such as 2024-12-31" if concept.period_type == "instant" else "a time, such as 2024"
            )
            raise ValueError(f"{fact.concept} is said of {wanted}, not of {_period(fact)}")
        self._check_unit(fact, concept.type)
        for axis, member in fact.dimensions:
            if axis not in self._members:
                raise ValueError(f"{axis} is no axis of the taxonomy")
            if member not in self._members[axis]:
                raise ValueError(f"{member} is no member of {axis}")
        for axis, _ in fact.typed:
            if axis not in self._taxonomy.typed_axis_by_qname:
                raise ValueError(f"{axis} is no axis of the taxonomy")
        self._check_against_others(fact, place)

    def _check_unit(self, fact: Fact, kind: str) -> None:
        if fact.unit is None:
            if kind == "monetary":
                raise ValueError(f"{fact.concept} is money, and there is no unit: write one such as CNY")
            return
        above, below = measures(fact.unit)
        try:
            for part in (*above, *below):
                checked_qname(part, self._prefixes)
        except FilingError as error:
            raise ValueError(f"the unit is none: {error}") from None
        is_currency = fact.unit.startswith(_CURRENCY) and not below
        if kind == "monetary" and not is_currency:
            raise ValueError(f"{fact.concept} is money, and its unit is {fact.unit}")
        if kind in _NO_MONEY and is_currency:
            raise ValueError(f"{fact.concept} is no money, and its unit is {fact.unit}")

    def _check_against_others(self, fact: Fact, place: str) -> None:
        known = self._said.setdefault(aspects(fact), Said()).contradicted_by(fact)
        if known is not None:
            raise ValueError(
                f"the same fact was {value_in_words(known)} at {self._places[known.id]} and is "
                f"{value_in_words(fact)} here: leave one out"
            )
        self._places[fact.id] = place


def _period(fact: Fact) -> str:
    start, end = fact.period.start, fact.period.end
    return f"{end}" if start is None else f"{start}/{end}"
