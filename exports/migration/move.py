"""One fact after the other: its concept, dimensions, unit and value as the new version has them.

Every step either gives the next or says why the fact stays behind. What the version changed in the meaning of a
concept (type, period, balance, unit) needs a rule, be it only one that says "to itself".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from exports.errors import FilingError, InstanceError
from exports.migration.agree import contradicting
from exports.migration.names import ReportNames, TaxonomyNames, namespaces_of
from exports.migration.place import is_allowed
from taxonomy.diff.pairing import pair_elements
from taxonomy.item_types import is_numeric

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exports.report import Container, Fact, Report
    from taxonomy.migration.rules import ConceptRule, NameRule, Rules
    from taxonomy.model import Concept, Taxonomy


@dataclass(frozen=True, slots=True)
class Moved:
    """A fact before and after, and the lines of the rules that moved it; none where nothing but names moved."""

    before: Fact
    after: Fact
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """A fact that was not moved, and why: `code` is of a closed list, see docs/taxonomy-versions.md."""

    fact: Fact
    code: str
    text: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Migration:
    """The new report, and what became of every fact of the old one."""

    report: Report
    moved: tuple[Moved, ...]
    dropped: tuple[Left, ...]
    left: tuple[Left, ...]


class _StaysError(Exception):
    """The fact is not moved. dropped: a rule says so."""

    def __init__(self, code: str, text: str, line: int | None = None, *, dropped: bool = False) -> None:
        super().__init__(text)
        self.code, self.text, self.line, self.dropped = code, text, line, dropped


def migrate(report: Report, old: Taxonomy, new: Taxonomy, rules: Rules) -> Migration:
    """Move a report.

    Raises: InstanceError where the report is none of the old version's, FilingError where no fact can be moved.
    """
    mover = _Mover(report, old, new, rules)
    if not mover.old_names.found:
        raise InstanceError(
            f"the report holds no name of {old.namespace}: give the version that it was written against (--from)"
        )
    moved: list[Moved] = []
    dropped: list[Left] = []
    left: list[Left] = []
    order: dict[str, int] = {}
    for number, fact in enumerate(report.facts):
        order[fact.id] = number
        try:
            moved.append(mover.move(fact))
        except _StaysError as why:
            (dropped if why.dropped else left).append(Left(fact, why.code, why.text, why.line))
    against = contradicting([each.after for each in moved])
    left.extend(
        Left(each.before, "two_values", f"another fact says otherwise there: {against[each.after.id]}")
        for each in moved
        if each.after.id in against
    )
    kept = tuple(each for each in moved if each.after.id not in against)
    if not kept:
        first = f"the first because {left[0].text}" if left else "the rules drop them all"
        raise FilingError(
            f"none of the {len(order)} facts can be moved, {first}: "
            "see that --from and --to are versions of one taxonomy, and what the rules say"
        )
    left.sort(key=lambda each: order[each.fact.id])
    return Migration(mover.report(tuple(each.after for each in kept)), kept, tuple(dropped), tuple(left))


class _Mover:
    """What both versions and the rules say, by the names that facts go by."""

    def __init__(self, report: Report, old: Taxonomy, new: Taxonomy, rules: Rules) -> None:
        self.old, self.new, self.rules = old, new, rules
        self.old_names = TaxonomyNames(report.namespaces, old)
        self.new_names = ReportNames(report.namespaces, old, new)
        self._report = report
        self._members = {axis.qname: {each.qname: each for each in axis.members} for axis in new.axes}
        self._prefixes = _prefixes(old, new)

    def report(self, facts: tuple[Fact, ...]) -> Report:
        """Return the new report of the facts."""
        used = {note for fact in facts for note in fact.footnotes}
        cubes = self.new.hypercubes if self.new.dts is not None else ()
        container: Container = next((cube.context_element for cube in cubes), "scenario")
        domains = tuple(
            (self.new_names.of(axis.qname), self.new_names.of(axis.domain)) for axis in self.new.typed_axes
            if self.new_names.knows(axis.domain)
        )  # fmt: skip
        return replace(
            self._report,
            entry_point=self.new.entry_point,
            namespaces=tuple(sorted(self.new_names.namespaces.items())),
            facts=facts,
            footnotes=tuple(note for note in self._report.footnotes if note.id in used),
            outline=None,
            typed_domains=domains,
            container=container,
        )

    def move(self, fact: Fact) -> Moved:
        """Return the fact in the new version.

        Raises: _StaysError where it is not moved.
        """
        name = self.old_names.of(fact.concept)
        if name is None or name not in self.old.concept_by_qname:
            raise _StaysError("not_of_the_version", f"the old version has no concept {fact.concept}")
        old_dimensions = self._old_dimensions(fact)
        lines: list[int] = []
        rule = self._rule(name, old_dimensions, lines)
        concept = self._concept(name, rule)
        dimensions, typed = self._dimensions(fact, old_dimensions, rule, lines)
        self._keep_defaults(name, concept, old_dimensions, dimensions)
        self._check_place(concept, dimensions, typed)
        self._check_period(fact, concept)
        unit = self._unit(fact, concept, rule, lines)
        after = replace(
            fact,
            concept=self.new_names.of(concept.qname),
            dimensions=tuple(
                sorted(
                    (self.new_names.of(axis), self.new_names.of(member))
                    for axis, member in dimensions.items()
                )
            ),
            typed=tuple(sorted((self.new_names.of(axis), value) for axis, value in typed.items())),
            unit=unit,
            value=self._value(fact, rule),
            decimals=None if fact.decimals is None else fact.decimals - (rule.scale if rule else 0),
        )
        return Moved(fact, after, tuple(dict.fromkeys(lines)))

    def _old_dimensions(self, fact: Fact) -> dict[str, str]:
        found: dict[str, str] = {}
        for axis, member in fact.dimensions:
            names = self.old_names.of(axis), self.old_names.of(member)
            if names[0] is None or names[1] is None:
                raise _StaysError("not_of_the_version", f"the old version has no {axis} = {member}")
            found[names[0]] = names[1]
        return found

    def _rule(self, name: str, dimensions: dict[str, str], lines: list[int]) -> ConceptRule | None:
        rules = self.rules.concepts.get(name, ())
        for rule in rules:
            if all(dimensions.get(axis) == member for axis, member in rule.where):
                lines.append(rule.line)
                if rule.to is None:
                    raise _StaysError("dropped", rule.reason, rule.line, dropped=True)
                return rule
        if rules:
            raise _StaysError("no_rule_fits", f"no rule for {name} fits the members that it carries")
        return None

    def _concept(self, name: str, rule: ConceptRule | None) -> Concept:
        old = self.old.concept_by_qname[name]
        if rule is not None and rule.to is not None:
            return self.new.concept_by_qname[rule.to]
        found = self.new.concept_by_qname.get(self._same(name))
        if found is None:
            raise _StaysError("no_concept", f"the new version has no {name}, and no rule says what it became")
        unit = self._same(old.unit) if old.unit else None
        for what, before, after in (
            ("type", old.type, found.type),
            ("period type", old.period_type, found.period_type),
            ("balance", old.balance, found.balance),
            ("unit", self._unit_rule(unit, old.unit), found.unit),
        ):
            if before != after:
                told = f"its {what} was {before or 'none'} and is {after or 'none'}: a rule must say how it moves"
                raise _StaysError("changed", told)
        return found

    def _unit_rule(self, same: str | None, unit: str | None) -> str | None:
        rule = self.rules.units.get(unit or "")
        return rule.to if rule is not None else same

    def _same(self, name: str) -> str:
        """Return the name that the same thing has in the new version."""
        prefix, _, local = name.partition(":")
        return f"{self._prefixes.get(prefix, prefix)}:{local}"

    def _dimensions(
        self, fact: Fact, before: dict[str, str], rule: ConceptRule | None, lines: list[int]
    ) -> tuple[dict[str, str], dict[str, str | None]]:
        """Return the explicit and the typed dimensions of the fact, by names of the new version."""
        taken = dict(rule.where) if rule else {}
        found: dict[str, str] = {}
        for axis, member in before.items():
            if axis not in taken:
                moved = self._name(self.rules.axes, axis, "axis", lines)
                found[moved] = self._name(self.rules.members, member, "member", lines)
        for axis, member in rule.dimensions if rule else ():
            if found.setdefault(axis, member) != member:
                raise _StaysError("carries_already", f"it carries {axis} already, with {found[axis]}")
        typed: dict[str, str | None] = {}
        for axis, value in fact.typed:
            name = self.old_names.of(axis)
            if name is None:
                raise _StaysError("not_of_the_version", f"the old version has no axis {axis}")
            typed[self._name(self.rules.axes, name, "axis", lines)] = value
        return found, typed

    def _renamed(self, rules: Mapping[str, NameRule], name: str) -> str:
        """Return the new name of what no fact carries: a rule that drops it says nothing here."""
        rule = rules.get(name)
        return rule.to if rule is not None and rule.to is not None else self._same(name)

    def _name(self, rules: Mapping[str, NameRule], name: str, what: str, lines: list[int]) -> str:
        rule = rules.get(name)
        if rule is None:
            return self._same(name)
        lines.append(rule.line)
        if rule.to is None:
            raise _StaysError("dropped", f"{what} {name}: {rule.reason}", rule.line, dropped=True)
        return rule.to

    def _keep_defaults(
        self, name: str, concept: Concept, before: dict[str, str], dimensions: dict[str, str]
    ) -> None:
        """Leave out the members that are defaults now, and write out those that are none any more."""
        allowed = self.new.axes_of[concept.qname]
        for axis in self.old.axes_of[name]:
            old_axis = self.old.axis_by_qname.get(axis)
            if old_axis is None or axis in before or not old_axis.default:
                continue
            now = self._renamed(self.rules.axes, axis)
            default = self._renamed(self.rules.members, old_axis.default)
            if now in allowed and now in self._members and now not in dimensions:
                dimensions[now] = default
        for axis in [axis for axis in dimensions if axis in self._members]:
            if dimensions[axis] == self.new.axis_by_qname[axis].default:
                del dimensions[axis]

    def _check_place(
        self, concept: Concept, dimensions: dict[str, str], typed: dict[str, str | None]
    ) -> None:
        for axis, member in dimensions.items():
            if axis not in self._members:
                raise _StaysError(
                    "no_axis", f"the new version has no axis {axis}, and no rule says what it became"
                )
            found = self._members[axis].get(member)
            if found is None or not found.usable:
                raise _StaysError("no_member", f"the new version has no member {member} on {axis}")
        if not is_allowed(self.new, concept.qname, dimensions, typed):
            members = [*(f"{axis} = {member}" for axis, member in sorted(dimensions.items())), *sorted(typed)]
            told = ", ".join(members) or "no axis"
            raise _StaysError(
                "not_allowed", f"no hypercube of the new version allows {concept.qname} with {told}"
            )

    def _check_period(self, fact: Fact, concept: Concept) -> None:
        is_instant = fact.period.start is None and not fact.period.is_forever
        if is_instant != (concept.period_type == "instant"):
            told = "at a day" if is_instant else "over a time"
            raise _StaysError(
                "period", f"{concept.qname} is of type {concept.period_type}, and the fact is {told}"
            )

    def _unit(self, fact: Fact, concept: Concept, rule: ConceptRule | None, lines: list[int]) -> str | None:
        if is_numeric(concept.type) != (fact.unit is not None):
            what = "a number" if is_numeric(concept.type) else "no number"
            raise _StaysError(
                "type", f"{concept.qname} is {what}, and the fact {'has a' if fact.unit else 'has no'} unit"
            )
        if fact.unit is None:
            return None
        given = rule.unit if rule is not None else None
        unit = self._moved_unit(fact.unit, lines) if given is None else self._written(given)
        if concept.type == "monetary" and not unit.startswith("iso4217:"):
            raise _StaysError("unit", f"{concept.qname} is money, and the fact is in {unit}")
        if concept.type == "count" and concept.unit and unit != self.new_names.of(concept.unit):
            raise _StaysError("unit", f"{concept.qname} is counted in {concept.unit}, and the fact in {unit}")
        return unit

    def _written(self, unit: str) -> str:
        return self.new_names.of(unit) if self.new_names.knows(unit) else unit

    def _moved_unit(self, unit: str, lines: list[int]) -> str:
        name = self.old_names.of(unit)  # of one measure; those of several are of other vocabularies
        if name is None or name not in self.old.unit_by_qname:
            return unit
        moved = self._name(self.rules.units, name, "unit", lines)
        if moved not in self.new.unit_by_qname:
            raise _StaysError("unit", f"the new version has no unit {moved}, and no rule says what it became")
        return self.new_names.of(moved)

    def _value(self, fact: Fact, rule: ConceptRule | None) -> str | None:
        if fact.value is None:
            return None
        if fact.kind != "plain":
            return " ".join(self._named_value(name) for name in fact.value.split())
        if rule is None or not (rule.reversed or rule.scale):
            return fact.value
        if fact.unit is None:
            raise _StaysError("type", "a rule changes its sign or scale, and it is no number")
        number = Decimal(fact.value).scaleb(rule.scale)
        return f"{-number if rule.reversed and number else number:f}"

    def _named_value(self, name: str) -> str:
        known = self.old_names.of(name)
        if known is None:
            return name
        moved = self._name(self.rules.members, known, "member", [])
        if moved not in self.new.member_by_qname:
            raise _StaysError("no_member", f"the new version has no member {moved}, which is its value")
        return self.new_names.of(moved)


def _prefixes(old: Taxonomy, new: Taxonomy) -> dict[str, str]:
    """Return the prefix in the new version of each prefix that only the old one has: with a date in it, say."""
    found = {old.prefix: new.prefix}
    gone = frozenset(namespaces_of(old)) - frozenset(namespaces_of(new)) - {old.prefix}
    if gone:
        for (before, after), _ in reversed(pair_elements(old, new).prefixes().most_common()):
            if before in gone:
                found[before] = after
    return found
