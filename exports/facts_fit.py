"""Facts of an instance held against the schemas of its taxonomy, one by one, while they are written anew.

Only what is certain is said: a name that the schemas have not, an abstract concept, the wrong kind of period, a unit
that the type forbids, a value that its type does not take. What rules a hypercube has, which facts contradict each other
and what the formulas say is Arelle's to find. Names of namespaces that the schemas do not declare are not judged.

A million facts share some thousand sets of concept and unit, so what follows from these is found once.

Spec: XBRL 2.1 sections 4.6, 4.7.2, 4.8.2 and 5.1.1; XML Schema 1.1 part 2; Dimensions 1.0 section 3.1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from exports.definitions import XS, Definitions
from exports.errors import InstanceError
from exports.measures import measures
from taxonomy.item_types import XBRLI as _XBRLI

if TYPE_CHECKING:
    from exports.report import Fact

_ITEM_TYPE = "ItemType"
_MONEY = "http://www.xbrl.org/2003/iso4217"

_INTEGER = re.compile(r"[+-]?[0-9]+").fullmatch
_DAY = re.compile(r"(-?[0-9]{4,}-[0-9]{2}-[0-9]{2})").match
_ZONE = r"(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?"
_TIME = r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?|24:00:00(?:\.0+)?)"
_MONTH = "(?:0[1-9]|1[0-2])"
_DATE = rf"-?[0-9]{{4,}}-[0-9]{{2}}-[0-9]{{2}}{_ZONE}"
_MOMENT = rf"-?[0-9]{{4,}}-[0-9]{{2}}-[0-9]{{2}}T{_TIME}{_ZONE}"
_FORMS: Mapping[str, Callable[[str], object]] = {
    "boolean": re.compile("true|false|0|1").fullmatch,
    "date": re.compile(_DATE).fullmatch,
    "dateTime": re.compile(_MOMENT).fullmatch,
    "dateTimeItemType": re.compile(f"{_DATE}|{_MOMENT}").fullmatch,
    "time": re.compile(f"{_TIME}{_ZONE}").fullmatch,
    "gYear": re.compile(f"-?[0-9]{{4,}}{_ZONE}").fullmatch,
    "gYearMonth": re.compile(f"-?[0-9]{{4,}}-{_MONTH}{_ZONE}").fullmatch,
    "gMonth": re.compile(f"--{_MONTH}{_ZONE}").fullmatch,
}
"""How values of these types are written."""

_DAYS = frozenset({"date", "dateTime"})

_RANGES: Mapping[str, tuple[int | None, int | None]] = {
    "integer": (None, None),
    "nonPositiveInteger": (None, 0),
    "negativeInteger": (None, -1),
    "nonNegativeInteger": (0, None),
    "positiveInteger": (1, None),
    **{
        name: (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
        for name, bits in (("long", 64), ("int", 32), ("short", 16), ("byte", 8))
    },
    **{
        name: (0, 2**bits - 1)
        for name, bits in (
            ("unsignedLong", 64),
            ("unsignedInt", 32),
            ("unsignedShort", 16),
            ("unsignedByte", 8),
        )
    },
}
"""Integers, from and to."""

_LONGEST = 40
"""Digits of the longest integer that is turned into a number."""

Misfit = Callable[[str], object]
"""Tells whether a value does not fit."""

Doubt = tuple[Misfit, str]
"""What tells a value that does not fit, and what it then is not."""


@dataclass(slots=True)
class FactsFit:
    """The facts of a file, each of which fits the schemas when it comes out the first time."""

    facts: Iterable[Fact]
    fit: Fit
    file: str
    _all_seen: bool = False

    def __iter__(self) -> Iterator[Fact]:
        """Yield the facts anew; what went by once, whole, is not looked at again.

        Raises: InstanceError where one does not fit: which, and why.
        """
        if self._all_seen:
            yield from self.facts
            return
        see = self.fit.see
        for fact in self.facts:
            try:
                see(fact)
            except ValueError as error:
                raise InstanceError(
                    f"{self.file}, fact {fact.id}: {error}; correct it in the file, or name another taxonomy."
                ) from None
            yield fact
        self._all_seen = True


class Fit:
    """Knows what the schemas declare, and what was seen of them.

    not_judged: namespaces of concepts that the schemas do not declare. nil_names: whether there was a nil fact of a QName
    type, which Arelle cannot load out of xBRL-JSON and xBRL-CSV.
    """

    def __init__(self, definitions: Definitions, namespaces: Mapping[str, str]) -> None:
        """Take the definitions, and the namespace of each prefix that names of facts have."""
        self.not_judged: set[str] = set()
        self.nil_names = False
        self._definitions = definitions
        self._namespaces = namespaces
        self._declared = frozenset(name[1:].partition("}")[0] for name in definitions.elements)
        self._known: dict[tuple[str, str | None, bool], Doubt | None] = {}
        self._seen: set[object] = {()}

    def see(self, fact: Fact) -> None:
        """See that a fact fits.

        Raises: ValueError with what is wrong.
        """
        key = (fact.concept, fact.unit, fact.period.start is None)
        if key not in self._known:
            self._known[key] = self._doubt(fact)
        if (doubt := self._known[key]) is not None:
            _see_value(fact.value, doubt)
            self.nil_names = self.nil_names or (fact.value is None and doubt is _NAMES)
        if fact.dimensions not in self._seen:
            self._see_members(fact.dimensions)
        if fact.typed not in self._seen:
            self._see_typed(fact.typed)

    def _name(self, qname: str) -> str:
        prefix, _, local = qname.partition(":")
        return f"{{{self._namespaces.get(prefix, '')}}}{local}"

    def _lacks(self, qname: str) -> bool:
        """Return whether the schemas declare the namespace of the name, and not the name."""
        name = self._name(qname)
        return name not in self._definitions.elements and name[1:].partition("}")[0] in self._declared

    def _doubt(self, fact: Fact) -> Doubt | None:
        """See that concept, period and unit fit each other; return what is to be seen of each value.

        Raises: ValueError with what is wrong.
        """
        name = self._name(fact.concept)
        declared = self._definitions.elements.get(name)
        if declared is None:
            if self._lacks(fact.concept):
                raise ValueError(f"{fact.concept} is no concept of the taxonomy")
            self.not_judged.add(name[1:].partition("}")[0])
            return None
        if declared.abstract:
            raise ValueError(f"{fact.concept} is abstract, so no fact can be of it")
        is_day = fact.period.start is None
        if declared.period and not fact.period.is_forever and (declared.period == "instant") != is_day:
            said, wanted = ("a day", "a time") if is_day else ("a time", "a day")
            raise ValueError(f"{fact.concept} is said of {said}, and the taxonomy has it of {wanted}")
        kind = self._definitions.kinds[name]
        if kind == "number":
            if fact.unit is None:
                return (lambda _: True, f"in a unit, and {fact.concept} is a number")
            self._see_unit(fact.concept, fact.unit, declared.base)
        elif fact.unit is not None and declared.base:
            raise ValueError(f"{fact.concept} is no number, and has the unit {fact.unit}")
        if kind == "qname":
            return _NAMES  # its reader has found the prefix declared
        if "/extensible-enumerations-" in declared.base:
            return (lambda value: any(map(self._lacks, value.split())), "of names that the taxonomy has")
        return _doubt_of(
            declared.base, f"a value of {fact.concept}, which is of the type {_local(declared.base)}"
        )

    def _see_unit(self, concept: str, unit: str, base: str) -> None:
        above, below = ([self._name(part) for part in parts] for parts in measures(unit))
        wanted = _UNITS.get(base)
        if wanted is not None and (below or len(above) != 1 or not above[0].startswith(wanted[0])):
            raise ValueError(f"{concept} is {wanted[1]}, and its unit is {unit}")
        for part in (*above, *below):
            if part.startswith(f"{{{_XBRLI}}}") and part not in _OF_XBRL:
                raise ValueError(f"the unit {unit} of {concept} is none: XBRL has pure and shares alone")

    def _see_members(self, dimensions: tuple[tuple[str, str], ...]) -> None:
        for axis, member in dimensions:
            if self._lacks(axis):
                raise ValueError(f"{axis} is no axis of the taxonomy")
            if self._name(axis) in self._definitions.typed_domains:
                raise ValueError(f"{axis} is a typed axis, and {member} stands on it as a member")
            if self._lacks(member):
                raise ValueError(f"{member}, on {axis}, is no member of the taxonomy")
        self._remember(dimensions)

    def _see_typed(self, typed: tuple[tuple[str, str | None], ...]) -> None:
        for axis, value in typed:
            if self._lacks(axis):
                raise ValueError(f"{axis} is no axis of the taxonomy")
            element = self._definitions.elements.get(
                self._definitions.typed_domains.get(self._name(axis), "")
            )
            doubt = element and _doubt_of(
                element.base, f"a value on {axis}, which takes {_local(element.base)}"
            )
            if doubt:
                _see_value(value, doubt)
        self._remember(typed)

    def _remember(self, aspects: object) -> None:
        if len(self._seen) >= _KEPT:
            self._seen.clear()
            self._seen.add(())
        self._seen.add(aspects)


_NAMES: Doubt = (lambda _: False, "a name")
"""Of values of QName types."""

_KEPT = 65_536
"""How many sets of dimensions are remembered."""

_UNITS: Mapping[str, tuple[str, str]] = {
    f"{{{_XBRLI}}}monetaryItemType": (f"{{{_MONEY}}}", "money"),
    f"{{{_XBRLI}}}pureItemType": (f"{{{_XBRLI}}}pure", "a pure number"),
    f"{{{_XBRLI}}}sharesItemType": (f"{{{_XBRLI}}}shares", "a number of shares"),
}
"""How the one measure of these types begins, and what they are."""

_OF_XBRL = frozenset({f"{{{_XBRLI}}}pure", f"{{{_XBRLI}}}shares"})


def _see_value(value: str | None, doubt: Doubt) -> None:
    misfit, what = doubt
    if value is not None and misfit(value):
        raise ValueError(f"{value[:40]!r} is not {what}")


def _local(base: str) -> str:
    return base.rpartition("}")[2].removesuffix(_ITEM_TYPE)


def _doubt_of(base: str, what: str) -> Doubt | None:
    """Return what tells a value that is none of the type's, None where every text, or every number, is one."""
    namespace, _, name = base[1:].partition("}")
    if namespace not in {_XBRLI, XS[1:-1]}:
        return None
    plain = name.removesuffix(_ITEM_TYPE)
    if plain in _RANGES:
        low, high = _RANGES[plain]
        return (lambda value: not _is_integer(value.strip(), low, high), what)
    form = _FORMS.get(name) or _FORMS.get(plain)  # a moment of XBRL's own may be a day
    if form is None:
        return None
    if plain in _DAYS:
        return (lambda value: not form(value.strip()) or not _is_day(value.strip()), what)
    return (lambda value: not form(value.strip()), what)


def _is_integer(value: str, low: int | None, high: int | None) -> bool:
    if not _INTEGER(value):
        return False
    digits, is_negative = value.lstrip("+-").lstrip("0") or "0", value[0] == "-"
    if len(digits) > _LONGEST:
        return low is None if is_negative else high is None
    number = -int(digits) if is_negative else int(digits)
    return (low is None or number >= low) and (high is None or number <= high)


def _is_day(value: str) -> bool:
    """Return whether the day is in the calendar, of the years that Python has; of others its form is all."""
    day = _DAY(value)
    if day is None or len(day[1]) != len("2024-12-31"):
        return day is not None
    try:
        date.fromisoformat(day[1])
    except ValueError:
        return False
    return True
