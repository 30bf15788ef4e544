"""The JSON Schema for editors and the parser, held against each other on thousands of small changes of one source."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from taxonomy.source import parse_source
from taxonomy.source_shape import SHAPES
from taxonomy.yaml_nodes import SourceError
from tests.test_taxonomy_schema import SCHEMA, railway

if TYPE_CHECKING:
    from collections.abc import Iterator

VALIDATOR = Draft202012Validator(SCHEMA)
STRUCTURE = {f"tagwright:source.{code}" for code in ("type", "unknown-key", "missing-key", "name")}
"""What the parser says of a mistake that a schema can see: the others are about what stands elsewhere."""

PROBES: tuple[object, ...] = (
    None, True, 7, 0.5, "", " ", "word", "Two words", "2024-12-31", "2024-13-41", "http://example.org/x",
    [], ["word"], [7], [{}], {}, {"word": "x"}, {"en": "Text"}, {"en": 7}, {"en": ["a…b"]}, {"en": ["…a"]},
)  # fmt: skip
"""What is put in the place of each value."""

Path = tuple[str | int, ...]


def places(value: object, shape: str, path: Path = ()) -> Iterator[tuple[str, Path]]:
    """Yield (what it is, path) of every value in a source; what it is does not depend on the author's names."""
    known = SHAPES[shape]
    if isinstance(value, dict):
        for key, inner in value.items():
            name = key if key in known.order else "*"
            yield f"{shape}.{name}", (*path, key)
            yield from places(inner, known.parts.get(key, known.each), (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield f"{shape}.[]", (*path, number)
            yield from places(inner, known.each, (*path, number))


RAILWAY: dict[str, Any] = railway()
PLACES = dict(places(RAILWAY, "source"))
"""One path, the last of several, for each thing that a source says."""


def along(value: Any, shape: str, path: Path) -> Any:  # noqa: ANN401 - a document as JSON has it
    """Return a copy with nothing among its named things but what lies on the path, to keep it small."""
    known = SHAPES.get(shape, SHAPES[""])
    if isinstance(value, dict):
        named = shape.endswith("s") and not known.order and not known.by_language
        return {
            key: along(inner, known.parts.get(key, known.each), path[1:] if key in path[:1] else ())
            for key, inner in value.items()
            if not (named and path) or key == path[0]
        }
    if isinstance(value, list):
        return [
            along(inner, known.each, path[1:] if number in path[:1] else ())
            for number, inner in enumerate(value)
        ]
    return value


def document_for(path: Path) -> dict[str, Any]:
    """Return a source with the head, a concept, and what lies on a path."""
    document: dict[str, Any] = {"concepts": {"Strikes": RAILWAY["concepts"]["Strikes"]}}
    for section in {"taxonomy", str(path[0])} & set(RAILWAY):
        document[section] = along(RAILWAY[section], section, path[1:] if section == path[0] else ())
    return document


def changed(path: Path, value: object) -> dict[str, Any]:
    """Return such a source with the value at the path replaced, or left out for an ellipsis."""
    document = document_for(path)
    inner: Any = document
    for step in path[:-1]:
        inner = inner[step]
    if value is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return document


def findings(document: dict[str, Any]) -> Counter[tuple[str, str]]:
    """Return code and message of each mistake that the parser tells; a JSON document is a YAML one."""
    try:
        parse_source(json.dumps(document, ensure_ascii=False).encode(), "x.yaml")
    except SourceError as error:
        return Counter((finding.code, finding.message) for finding in error.findings)
    return Counter()


@cache
def findings_before(path: Path) -> Counter[tuple[str, str]]:
    """Return what the parser tells of the source for a path: names that it no longer declares."""
    found = findings(document_for(path))
    assert {code for code, _ in found} <= {"tagwright:source.reference", "tagwright:source.value"}, found
    assert VALIDATOR.is_valid(document_for(path))
    return found


def apart(path: Path, value: object) -> str:
    """Say how schema and parser differ on a change, or return an empty string."""
    document = changed(path, value)
    told = {code for code, _ in findings(document) - findings_before(path)}
    pleased = VALIDATOR.is_valid(document)
    if not told and not pleased:
        return f"{value!r}: the schema alone rejects it"
    if told & STRUCTURE and pleased:
        return f"{value!r}: the parser alone rejects it ({', '.join(sorted(told))})"
    return ""


@pytest.mark.parametrize("what", PLACES)
def test_the_schema_and_the_parser_agree(what: str) -> None:
    """No red mark in a source that builds, and one wherever the parser tells a mistake of structure."""
    assert [said for probe in PROBES if (said := apart(PLACES[what], probe))] == []


@pytest.mark.parametrize("what", [what for what in PLACES if not what.endswith("[]")])
def test_both_know_which_keys_are_needed(what: str) -> None:
    """And what they say of one that nobody knows."""
    path = PLACES[what]
    if what not in {
        "source.taxonomy",
        "axis.role",
    }:  # an included file has no head; a role is asked for by members
        assert apart(path, ...) == ""
    if len(path) > 2:
        assert apart((*path[:-1], "nobody_knows"), {}) == ""
