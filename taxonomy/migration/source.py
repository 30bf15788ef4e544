"""Rules of a migration from their YAML file: every mistake is reported at its line and column.

What stands on the left must be in the old version, what stands on the right in the new one.
Spec: docs/taxonomy-versions.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from yaml.nodes import SequenceNode

from taxonomy.errors import TagwrightError
from taxonomy.migration.rules import ConceptRule, NameRule, Rules
from taxonomy.source_keys import Keys
from taxonomy.source_walk import Walker
from taxonomy.yaml_nodes import MAXIMUM_BYTES, Entry, SourceError, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from yaml.nodes import Node

    from taxonomy.model import Taxonomy

_DOCUMENT: Final = Keys(("migration",), ("concepts", "axes", "members", "units"))
_MIGRATION: Final = Keys(("from", "to"))
_CONCEPT: Final = Keys((), ("to", "drop", "where", "dimensions", "sign", "scale", "unit"))
_NAME: Final = Keys((), ("to", "drop"))
_LARGEST_SCALE: Final = 30
_UNIT: Final = re.compile(r"[A-Za-z_][\w.-]*:[A-Za-z_][\w.-]*")


def load_rules(path: Path, old: Taxonomy, new: Taxonomy) -> Rules:
    """Read a file of rules and hold it against both versions.

    Raises: SourceError (all mistakes), TagwrightError (the file cannot be read).
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAXIMUM_BYTES + 1)
    except OSError as error:
        raise TagwrightError(f"{path}: the rules cannot be read ({error.strerror}): check the path") from None
    return parse_rules(data, str(path), old, new)


def parse_rules(data: bytes, file: str, old: Taxonomy, new: Taxonomy) -> Rules:
    """Return the rules of a file.

    Raises: SourceError with all mistakes.
    """
    reader = _Reader(Walker(file), old, new)
    rules = reader.rules(parse_yaml(data, file))
    if reader.walker.findings:
        raise SourceError(tuple(reader.walker.findings))
    return rules


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the nodes of one file against both versions; the walker collects the mistakes."""

    walker: Walker
    old: Taxonomy
    new: Taxonomy

    def rules(self, root: Node) -> Rules:
        entries = self.walker.record(root, "the file of rules", _DOCUMENT)
        if "migration" in entries:
            self._versions(entries["migration"].value)
        old, new = self.old, self.new
        old_axes = {**old.axis_by_qname, **old.typed_axis_by_qname}
        new_axes = {**new.axis_by_qname, **new.typed_axis_by_qname}
        return Rules(
            dict(self._concepts(entries.get("concepts"))),
            dict(self._names(entries.get("axes"), "axis", old_axes, new_axes)),
            dict(self._names(entries.get("members"), "member", old.member_by_qname, new.member_by_qname)),
            dict(self._names(entries.get("units"), "unit", old.unit_by_qname, new.unit_by_qname)),
            self.walker.file,
        )

    def _versions(self, node: Node) -> None:
        """Note where the rules are for other versions than the two that are given."""
        entries = self.walker.record(node, "the migration", _MIGRATION)
        for key, taxonomy, option in (("from", self.old, "--from"), ("to", self.new, "--to")):
            if key not in entries:
                continue
            namespace = self.walker.text(entries[key].value, f'"{key}"')
            if namespace is not None and namespace != taxonomy.namespace:
                message = (
                    f"the rules are {key} {namespace}, and {option} is {taxonomy.namespace}: "
                    "give the version that the rules are for"
                )
                self.walker.fail(entries[key].value, "reference", message)

    def _concepts(self, entry: Entry | None) -> Iterator[tuple[str, tuple[ConceptRule, ...]]]:
        for name, found in self._left(entry, "concept", self.old.concept_by_qname):
            nodes = list(found.value) if isinstance(found, SequenceNode) else [found]
            rules = tuple(rule for node in nodes if (rule := self._concept(node)) is not None)
            if not nodes:
                self.walker.fail(found, "value", "expected a rule, found an empty list")
            for node, rule in zip(nodes, rules, strict=False):
                if not rule.where and rule is not rules[-1]:
                    message = 'no rule after this one is ever tried: give it a "where", or let it be the last'
                    self.walker.fail(node, "value", message)
            yield name, rules

    def _concept(self, node: Node) -> ConceptRule | None:
        walker = self.walker
        entries = walker.record(node, "a rule", _CONCEPT)
        to, reason = self._aim(node, entries, "concept", self.new.concept_by_qname)
        for key in ("dimensions", "sign", "scale", "unit"):
            if "drop" in entries and key in entries:
                walker.fail(entries[key].key, "value", f'a fact that is dropped needs no "{key}": remove it')
        where = tuple(self._dimensions(entries.get("where"), self.old))
        dimensions = tuple(self._dimensions(entries.get("dimensions"), self.new))
        sign = walker.choice(entries["sign"].value, "the sign", ("reversed",)) if "sign" in entries else None
        if to is None and not reason:
            return None
        return ConceptRule(
            to, where, dimensions, sign is not None, self._scale(entries.get("scale")),
            self._unit(entries.get("unit")), reason, node.start_mark.line + 1,
        )  # fmt: skip

    def _names(
        self, entry: Entry | None, what: str, olds: Collection[str], news: Collection[str]
    ) -> Iterator[tuple[str, NameRule]]:
        for name, node in self._left(entry, what, olds):
            entries = self.walker.record(node, "a rule", _NAME)
            to, reason = self._aim(node, entries, what, news)
            if to is not None or reason:
                yield name, NameRule(to, reason, node.start_mark.line + 1)

    def _aim(
        self, node: Node, entries: dict[str, Entry], what: str, names: Collection[str]
    ) -> tuple[str | None, str]:
        """Return what it becomes, or why it is dropped: exactly one of the two is said."""
        if ("to" in entries) == ("drop" in entries):
            self.walker.fail(node, "value", 'expected either "to" or "drop" (with the reason) in a rule')
            return None, ""
        if "drop" in entries:
            return None, self.walker.text(entries["drop"].value, "the reason to drop it") or ""
        return self._known(entries["to"].value, what, names, self.new), ""

    def _left(self, entry: Entry | None, what: str, names: Collection[str]) -> Iterator[tuple[str, Node]]:
        """Yield (QName of the old version, rule) of a mapping."""
        if entry is None:
            return
        for key, found in self.walker.mapping(entry.value, f"the rules for each {what}").items():
            qname = key if ":" in key else f"{self.old.prefix}:{key}"
            if qname in names:
                yield qname, found.value
            else:
                hint = self.walker.hint(key, [_short(name, self.old) for name in names])
                message = f'the old version has no {what} "{key}"{hint}'
                self.walker.fail(found.key, "reference", message)

    def _known(self, node: Node, what: str, names: Collection[str], taxonomy: Taxonomy) -> str | None:
        text = self.walker.text(node, f"the {what}")
        if text is None:
            return None
        qname = text if ":" in text else f"{taxonomy.prefix}:{text}"
        if qname in names:
            return qname
        hint = self.walker.hint(text, [_short(name, taxonomy) for name in names])
        version = "new" if taxonomy is self.new else "old"
        self.walker.fail(node, "reference", f'the {version} version has no {what} "{text}"{hint}')
        return None

    def _dimensions(self, entry: Entry | None, taxonomy: Taxonomy) -> Iterator[tuple[str, str]]:
        if entry is None:
            return
        for key, found in self.walker.mapping(entry.value, "the dimensions").items():
            axis = self._known(found.key, "axis", taxonomy.axis_by_qname, taxonomy)
            if axis is None:
                continue
            members = {member.qname for member in taxonomy.axis_by_qname[axis].members}
            member = self._known(found.value, f"member of {key}", members, taxonomy)
            if member is not None:
                yield axis, member

    def _scale(self, entry: Entry | None) -> int:
        if entry is None:
            return 0
        value = self.walker.value(entry.value, "the scale")
        if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _LARGEST_SCALE:
            message = (
                "expected the scale as a whole number, the power of ten that values are multiplied by "
                f"(3 for thousands), at most {_LARGEST_SCALE}"
            )
            self.walker.fail(entry.value, "value", message)
            return 0
        return value

    def _unit(self, entry: Entry | None) -> str | None:
        if entry is None:
            return None
        text = self.walker.text(entry.value, "the unit")
        if text is None:
            return None
        qname = text if ":" in text else f"{self.new.prefix}:{text}"
        is_own = qname.startswith(f"{self.new.prefix}:")
        if not _UNIT.fullmatch(qname) or (is_own and qname not in self.new.unit_by_qname):
            message = f'"{text}" is no unit: write iso4217:CNY, xbrli:pure or a unit of the new version'
            self.walker.fail(entry.value, "reference", message)
            return None
        return qname


def _short(qname: str, taxonomy: Taxonomy) -> str:
    return qname.removeprefix(f"{taxonomy.prefix}:")
