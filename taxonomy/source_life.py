"""Where a concept, axis or member comes from and how long it lasts: references, since, deprecated.

A successor may stand further down in the source, so what is said of successors is checked at the end.

Spec: XBRL 2.1 section 5.2.3 (references); Link Role Registry, deprecated-2009-12-16.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from yaml.nodes import Node, SequenceNode

from taxonomy.model import Deprecation, Label, Reference, Version
from taxonomy.source_keys import DEPRECATED, REFERENCE, REFERENCE_PARTS, REFERENCE_ROLES, VERSION
from taxonomy.source_labels import read_texts

if TYPE_CHECKING:
    from taxonomy.source_walk import Walker
    from taxonomy.yaml_nodes import Entry

Kind = Literal["concept", "axis", "member"]

_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_VERSION: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


@dataclass(frozen=True, slots=True)
class Life:
    """What the source says of an element beside its words."""

    references: tuple[Reference, ...] = ()
    since: str | None = None
    deprecated: Deprecation | None = None


@dataclass(frozen=True, slots=True)
class _Succession:
    """That one element is followed by another, said at a node."""

    node: Node
    kind: Kind
    before: str
    after: str


class Lifetimes:
    """Reads the lives of all elements; the versions of the taxonomy are known by then, the successors are not."""

    def __init__(self, walker: Walker, prefix: str, versions: tuple[str, ...]) -> None:
        """Begin without successors. versions: those that `since` may name."""
        self._walker = walker
        self._prefix = prefix
        self._versions = versions
        self._successions: list[_Succession] = []

    def read(self, keys: dict[str, Entry], kind: Kind, name: str) -> Life:
        """Return what the keys `reference`, `since` and `deprecated` of an element say."""
        what = f'the {kind} "{name}"'
        references: tuple[Reference, ...] = ()
        if "reference" in keys:
            references = read_references(self._walker, keys["reference"].value, what)
        since = self._since(keys["since"].value, what) if "since" in keys else None
        deprecated = None
        if "deprecated" in keys:
            deprecated = self._deprecation(keys["deprecated"].value, kind, name)
        return Life(references, since, deprecated)

    def _since(self, node: Node, what: str) -> str | None:
        text = self._walker.any_text(node, f'the key "since" of {what}')
        if text is None or text in self._versions:
            return text
        known = ", ".join(self._versions)
        hint = self._walker.hint(text, self._versions)
        message = (
            f'{what} is there since "{text}", and there is no such version{hint}; expected one of {known}, '
            f'or list it under "versions"'
        )
        self._walker.fail(node, "reference", message)
        return None

    def _deprecation(self, node: Node, kind: Kind, name: str) -> Deprecation | None:
        what = f'"deprecated" of the {kind} "{name}"'
        keys = self._walker.record(node, what, DEPRECATED)
        day = read_date(self._walker, keys["date"].value, f"the date of {what}") if "date" in keys else None
        reasons: tuple[Label, ...] = ()
        if "reason" in keys:
            reasons = read_texts(self._walker, keys["reason"].value, f"the reason of {what}")
        successors: dict[str, None] = {}
        for item in _one_or_many(keys.get("successor")):
            successor = self._walker.name(item, f"the successor of {what}")
            if successor is not None:
                successors[f"{self._prefix}:{successor}"] = None
                self._successions.append(_Succession(item, kind, name, successor))
        return None if day is None else Deprecation(day, tuple(successors), reasons)

    def settle(self) -> None:
        """Note the successors that there are none of, and circles of succession."""
        after: dict[str, list[str]] = {}
        for said in self._successions:
            after.setdefault(said.before, []).append(said.after)
        for said in self._successions:
            if not self._walker.is_declared(said.after, said.kind):
                self._walker.undeclared(said.node, said.kind, said.after)
            elif _leads_to(after, said.after, said.before):
                message = (
                    f'the {said.kind} "{said.before}" is followed by "{said.after}", which is followed by it '
                    f"again: name one that is not deprecated, or leave the successor out"
                )
                self._walker.fail(said.node, "value", message)


def _one_or_many(entry: Entry | None) -> list[Node]:
    if entry is None:
        return []
    return list(entry.value.value) if isinstance(entry.value, SequenceNode) else [entry.value]


def _leads_to(after: dict[str, list[str]], start: str, end: str) -> bool:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name == end:
            return True
        if name not in seen:
            seen.add(name)
            waiting.extend(after.get(name, ()))
    return False


def read_date(walker: Walker, node: Node, what: str) -> str | None:
    """Return a day as it is written, "2024-12-31"."""
    text = walker.any_text(node, what)
    if text is None:
        return None
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    walker.fail(node, "value", f'{what} is "{text[:40]}": expected a day such as 2024-12-31')
    return None


def read_versions(walker: Walker, node: Node, current: str) -> tuple[Version, ...]:
    """Return the versions before the current one, as listed: the oldest first."""
    found: list[Version] = []
    for item in walker.listing(node, "the versions"):
        keys = walker.record(item, "a version", VERSION)
        number = walker.any_text(keys["version"].value, "the version") if "version" in keys else None
        day = read_date(walker, keys["date"].value, "the date of a version") if "date" in keys else None
        notes = read_texts(walker, keys["note"].value, "the note of a version") if "note" in keys else ()
        if number is None or day is None:
            continue
        if not is_version(number):
            message = f"the version is \"{number}\"; expected letters, digits, '.', '_' and '-'"
            walker.fail(keys["version"].value, "value", message)
        elif number == current or any(version.number == number for version in found):
            other = "the taxonomy's own" if number == current else "listed twice"
            walker.fail(keys["version"].value, "duplicate", f'the version "{number}" is {other}: remove it')
        elif found and found[-1].date > day:
            message = f"the version of {day} stands after that of {found[-1].date}: list the oldest first"
            walker.fail(keys["date"].value, "value", message)
        else:
            found.append(Version(number, day, notes))
    return tuple(found)


def is_version(text: str) -> bool:
    """Return whether the text can be the number of a version, which is part of a file's name."""
    return _VERSION.fullmatch(text) is not None and not text.endswith(".")


def read_references(walker: Walker, node: Node, what: str) -> tuple[Reference, ...]:
    """Return places in standards, said once each."""
    references: dict[Reference, None] = {}
    for item in walker.listing(node, f"the reference of {what}"):
        role: str | None = None
        parts: list[tuple[str, str]] = []
        for key, entry in walker.record(item, f"the reference of {what}", REFERENCE).items():
            if key == "role":
                role = walker.choice(entry.value, f"the role of a reference of {what}", REFERENCE_ROLES)
                continue
            text = walker.any_text(entry.value, f'the part "{key}" of a reference')
            if text is not None:
                parts.append((REFERENCE_PARTS[key], text))
        if parts:
            references[Reference(tuple(parts), role or "reference")] = None
    return tuple(references)
