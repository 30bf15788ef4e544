"""Checked access to the nodes of a source: what is wrong is noted with its place, and reading goes on.

A `Walker` is the one thing that changes while a source is read. Each of its methods returns what it found, or
None (or nothing) after noting the mistake, so that one run reports every mistake of the file.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from taxonomy.source_keys import RESERVED_NAMES
from taxonomy.yaml_nodes import SHOWN_MISTAKES, Entry, Scalar, in_one_line, is_xml_text, mistake, resolve

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from taxonomy.errors import Finding
    from taxonomy.source_keys import Keys

NAME = re.compile(r"[A-Za-z_](?:[A-Za-z0-9_-]|\.(?!\.))*")
MAXIMUM_NAME = 200
_KINDS = {str: "text", int: "a whole number", float: "a number", bool: "true or false", type(None): "nothing"}


class Walker:
    """Reads nodes of one file and collects the mistakes."""

    def __init__(self, file: str) -> None:
        """Begin with no mistakes and no names."""
        self.file = file
        self.findings: list[Finding] = []
        self._declared: dict[str, tuple[str, Node]] = {}

    def fail(self, node: Node | None, code: str, message: str) -> None:
        """Note a mistake at the node."""
        self.findings.append(mistake(self.file, node, code, message))

    def hint(self, name: str, names: Iterable[str]) -> str:
        """Return a did-you-mean, or an empty string where nothing is near.

        Only for the first mistakes: comparing thousands of names with thousands takes minutes.
        """
        if len(self.findings) >= SHOWN_MISTAKES:
            return ""
        near = get_close_matches(name, list(names), n=1, cutoff=0.6)
        return f' (did you mean "{near[0]}"?)' if near else ""

    def mapping(self, node: Node, what: str) -> dict[str, Entry]:
        """Return the entries of a mapping by key, in order; `what` names it in messages."""
        if not isinstance(node, MappingNode):
            self.fail(node, "type", f"expected {what} as a mapping (key: value), found {describe(node)}")
            return {}
        entries: dict[str, Entry] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.fail(key, "type", f"expected a name as key of {what}, found {describe(key)}")
            elif key.value in entries:
                there = place(entries[key.value].key, key)
                message = f'the key "{key.value}" stands here twice: it is already on {there}'
                self.fail(key, "duplicate", message)
            else:
                entries[key.value] = Entry(key, value)
        return entries

    def record(self, node: Node, what: str, keys: Keys) -> dict[str, Entry]:
        """Return the known entries of a mapping that has fixed keys."""
        entries = self.mapping(node, what)
        for name in [name for name in entries if name not in keys.known]:
            entry = entries.pop(name)
            hint = self.hint(name, keys.known)
            self.fail(
                entry.key,
                "unknown-key",
                f'{what} has no key "{name}"{hint}; its keys are {", ".join(keys.known)}',
            )
        if isinstance(node, MappingNode):
            for name in keys.required:
                if name not in entries:
                    self.fail(node, "missing-key", f'{what} lacks the key "{name}"')
        return entries

    def listing(self, node: Node, what: str) -> list[Node]:
        """Return the nodes of a list."""
        if isinstance(node, SequenceNode):
            return list(node.value)
        self.fail(node, "type", f"expected {what} as a list ([a, b]), found {describe(node)}")
        return []

    def scalar(self, node: Node, what: str) -> ScalarNode | None:
        """Return the node if it is a single value."""
        if isinstance(node, ScalarNode):
            return node
        self.fail(node, "type", f"expected {what}, found {describe(node)}")
        return None

    def text(self, node: Node, what: str) -> str | None:
        """Return a text, its white space made single spaces; a number or true must be quoted to be text."""
        scalar = self.scalar(node, what)
        if scalar is None:
            return None
        value = resolve(scalar)
        if not isinstance(value, str):
            quoted = f': write "{scalar.value}" in quotes' if scalar.value else ""
            self.fail(node, "type", f"expected {what} as text, found {describe(node)}{quoted}")
            return None
        return self._clean(node, value, what)

    def any_text(self, node: Node, what: str) -> str | None:
        """Return a single value as it is written, a number too."""
        scalar = self.scalar(node, what)
        if scalar is not None and isinstance(resolve(scalar), bool | None):
            self.fail(node, "type", f"expected {what}, found {describe(node)}")
            return None
        return None if scalar is None else self._clean(node, scalar.value, what)

    def _clean(self, node: Node, value: str, what: str) -> str | None:
        text = in_one_line(value)
        if not text:
            self.fail(node, "value", f"expected {what}, found an empty text")
        elif not is_xml_text(text):
            self.fail(node, "value", f"{what} has a character that XML cannot hold: remove it")
        else:
            return text
        return None

    def choice(self, node: Node, what: str, options: Iterable[str]) -> str | None:
        """Return one of the listed words."""
        text = self.text(node, what)
        allowed = tuple(options)
        if text is None or text in allowed:
            return text
        hint = self.hint(text, allowed)
        self.fail(node, "value", f'{what} is "{text}"{hint}; expected one of {", ".join(allowed)}')
        return None

    def value(self, node: Node, what: str) -> Scalar:
        """Return a single value by its YAML type, or None."""
        scalar = self.scalar(node, what)
        return None if scalar is None else resolve(scalar)

    def name(self, node: Node, what: str) -> str | None:
        """Return the text of a node that must be a local name."""
        text = self.text(node, what)
        if text is None:
            return None
        if len(text) > MAXIMUM_NAME or not NAME.fullmatch(text):
            message = (
                f'{what} "{text[:60]}" is no name: expected letters, digits, "_", "-" or ".", a letter first'
            )
            self.fail(node, "name", message)
            return None
        return text

    def declare(self, node: Node, kind: str, name: str) -> bool:
        """Note that the name is taken; return whether it was free."""
        if name in RESERVED_NAMES:
            self.fail(
                node, "duplicate", f'the name "{name}" is used by every package: give the {kind} another'
            )
            return False
        if name in self._declared:
            other, owner = self._declared[name]
            self.fail(
                node,
                "duplicate",
                f'the name "{name}" of this {kind} is taken by the {other} on {place(owner, node)}: rename one',
            )
            return False
        self._declared[name] = (kind, node)
        return True

    def known(self, node: Node, what: str, names: Collection[str]) -> str | None:
        """Return the text of a node that must be one of the declared names (a dict where there are many)."""
        text = self.text(node, what)
        if text is None or text in names:
            return text
        self.undeclared(node, what, text, names)
        return None

    def is_declared(self, name: str, kind: str) -> bool:
        """Return whether the name is taken by something of the kind."""
        return name in self._declared and self._declared[name][0].startswith(kind)

    def undeclared(self, node: Node, what: str, text: str, names: Collection[str] | None = None) -> None:
        """Note that there is nothing of the name, and what there is instead."""
        elsewhere = self._declared.get(text)
        if names is None:
            names = [name for name, (kind, _) in self._declared.items() if kind.startswith(what)]
        said = (
            f' ("{text}" is the {elsewhere[0]} on {place(elsewhere[1], node)})'
            if elsewhere
            else self.hint(text, names)
        )
        self.fail(node, "reference", f'there is no {what} "{text}"{said}')

    def distinct(self, nodes: Iterable[Node], what: str, names: Collection[str]) -> Iterator[str]:
        """Yield the declared names that a list holds, each of which may stand there once."""
        seen: set[str] = set()
        for node in nodes:
            name = self.known(node, what, names)
            if name in seen:
                self.fail(node, "duplicate", f'the {what} "{name}" stands in this list twice: remove one')
            elif name is not None:
                seen.add(name)
                yield name


def place(node: Node, seen_from: Node) -> str:
    """Say where a node stands: its line, and its file where that is another one."""
    mark = node.start_mark
    line = f"line {mark.line + 1}"
    return line if mark.name == seen_from.start_mark.name else f"{line} of {mark.name}"


def describe(node: Node) -> str:
    """Say in a few words what stands at the node."""
    if isinstance(node, MappingNode):
        return "a mapping"
    if isinstance(node, SequenceNode):
        return "a list"
    value = resolve(node) if isinstance(node, ScalarNode) else None
    kind = _KINDS[type(value)]
    return kind if value is None else f"{kind} ({str(node.value)[:40]})"
