"""YAML as nodes with places: bounded, without tags, aliases and YAML 1.1's surprises.

Every value of the taxonomy source must be able to say where it stands, so nothing here becomes a plain
dict. Scalars are resolved by the core schema of YAML 1.2: `yes`, `no` and `on` are words, `2024-12-31` too.

Spec: YAML 1.2.2 section 10.3 (core schema).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import StringIO

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from taxonomy.errors import Finding, TagwrightError

MAXIMUM_BYTES = 8_000_000
MAXIMUM_DEPTH = 40
SHOWN_MISTAKES = 50

Scalar = str | int | float | bool | None

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INTEGER = re.compile(r"[-+]?[0-9]{1,400}|0o[0-7]{1,400}|0x[0-9a-fA-F]{1,400}")
_FLOAT = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
_TAGS: dict[type[Node], str] = {
    ScalarNode: "tag:yaml.org,2002:str",
    SequenceNode: "tag:yaml.org,2002:seq",
    MappingNode: "tag:yaml.org,2002:map",
}
_PLAIN_TAGS = frozenset(_TAGS.values())
_SPACE = re.compile(r"[ \t\r\n]+")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class SourceError(TagwrightError):
    """A YAML file has mistakes; `findings` holds every one of them with its place."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Say every mistake once, in a sentence of its own."""
        findings = tuple(dict.fromkeys(findings))
        shown = [
            f"{item.file}:{item.line}:{item.column}: {item.message}" for item in findings[:SHOWN_MISTAKES]
        ]
        if len(findings) > SHOWN_MISTAKES:
            shown.append(f"… and {len(findings) - SHOWN_MISTAKES} more mistakes")
        super().__init__("\n".join(shown))
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping and its value, each with its place."""

    key: ScalarNode
    value: Node


class _TooDeepError(Exception):
    """Nesting passed the limit at a line and column."""


class _Loader(yaml.CSafeLoader):
    """libyaml's composer that leaves every plain scalar as it is written, and stops at deep nesting.

    libyaml calls these three methods at every node; composing recurses in C, so a hostile file would
    otherwise end the process.
    """

    _depth = 0

    def descend_resolver(self, current_node: Node | None, current_index: object) -> None:
        """Count one level down."""
        del current_index
        self._depth += 1
        if self._depth > MAXIMUM_DEPTH + 1:
            mark = current_node.start_mark if current_node is not None else None
            raise _TooDeepError(mark.line + 1 if mark else 1, mark.column + 1 if mark else 1)

    def ascend_resolver(self) -> None:
        """Count one level up."""
        self._depth -= 1

    def resolve(self, kind: type[Node], value: object, implicit: object) -> str:
        """Return the tag of a node without one: a plain scalar is text until `resolve` below looks at it."""
        del value, implicit
        return _TAGS[kind]


def mistake(file: str, node: Node | None, code: str, message: str) -> Finding:
    """Return the finding for a mistake at the node (at the file's beginning for None)."""
    if node is None:
        return Finding("error", f"tagwright:source.{code}", message, file, 1, 1)
    mark = node.start_mark
    return Finding("error", f"tagwright:source.{code}", message, mark.name, mark.line + 1, mark.column + 1)


class _Named(StringIO):
    """Text with the name of its file, which libyaml puts into every place."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.name = name


def parse_yaml(data: bytes, file: str) -> Node:
    """Return the root node of the one document in the file.

    Raises: SourceError where it is too large, no UTF-8, no YAML, empty, too deep, or has tags or aliases.
    """
    text = _decode(data, file)
    try:
        root = yaml.compose(_Named(text, file), Loader=_Loader)
    except _TooDeepError as error:
        raise SourceError((_too_deep(file, *error.args),)) from None
    except yaml.MarkedYAMLError as error:
        raise SourceError((_syntax_mistake(error, file),)) from None
    except yaml.reader.ReaderError as error:
        line, column = _line_and_column(text, error.position)
        message = f"character U+{_code_point(error.character):04X} is not allowed in YAML: remove it"
        raise SourceError(
            (Finding("error", "tagwright:source.syntax", message, file, line, column),)
        ) from None
    if root is None:
        raise SourceError((mistake(file, None, "syntax", "the file is empty: expected a mapping of keys"),))
    if refused := _refused(root, file):
        raise SourceError(tuple(refused))
    return root


def resolve(node: ScalarNode) -> Scalar:
    """Return the value of a scalar by the core schema of YAML 1.2."""
    text: str = node.value
    if node.style not in (None, ""):
        return text
    if text in _NULL:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if _INTEGER.fullmatch(text):
        return int(text, 0) if text[:2] in {"0o", "0x"} else int(text)
    if _FLOAT.fullmatch(text):
        return float(
            text.replace(".inf", "inf").replace(".nan", "nan").replace(".INF", "inf").replace(".NaN", "nan")
        )
    return text


def in_one_line(text: str) -> str:
    """Return a text with its white space made single spaces, none at its ends."""
    return _SPACE.sub(" ", text).strip(" ")


def is_xml_text(text: str) -> bool:
    """Return whether XML 1.0 can hold every character of the text."""
    return _NOT_XML.search(text) is None


def _decode(data: bytes, file: str) -> str:
    if len(data) > MAXIMUM_BYTES:
        limit = MAXIMUM_BYTES // 1_000_000
        raise SourceError(
            (mistake(file, None, "size", f"the file is larger than {limit} MB: split the taxonomy"),)
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _line_and_column(data[: error.start].decode("utf-8", "replace"), error.start)
        message = "the file is not UTF-8: save it as UTF-8"
        raise SourceError(
            (Finding("error", "tagwright:source.syntax", message, file, line, column),)
        ) from None


def _line_and_column(text: str, position: int) -> tuple[int, int]:
    before = text[:position]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _code_point(character: object) -> int:
    if isinstance(character, int):
        return character
    return ord(str(character)[:1] or "\0")


def _too_deep(file: str, line: int, column: int) -> Finding:
    message = f"nested deeper than {MAXIMUM_DEPTH} levels: write it flatter"
    return Finding("error", "tagwright:source.syntax", message, file, line, column)


def _syntax_mistake(error: yaml.MarkedYAMLError, file: str) -> Finding:
    mark = error.problem_mark or error.context_mark
    said = " ".join(part for part in (error.problem, error.context) if part)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if "nesting depth" in said:  # libyaml 0.2.6 stops by itself, looking ahead
        return _too_deep(file, line, column)
    message = f"this is not YAML: {said}; check the indentation, brackets and quotes here and just above"
    return Finding("error", "tagwright:source.syntax", message, file, line, column)


def _refused(root: Node, file: str) -> list[Finding]:
    """Return what a source must not use: aliases (a node seen twice) and tags."""
    found: list[Finding] = []
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            found.append(
                mistake(
                    file, node, "syntax", "an alias (*…) points here: write the value out where it is used"
                )
            )
            continue
        seen.add(id(node))
        if node.tag not in _PLAIN_TAGS:
            found.append(mistake(file, node, "syntax", f"the tag {node.tag} is not allowed: remove it"))
        waiting.extend(_children(node))
    return found


def _children(node: Node) -> list[Node]:
    if isinstance(node, MappingNode):
        return [part for pair in node.value for part in pair]
    return list(node.value) if isinstance(node, SequenceNode) else []
