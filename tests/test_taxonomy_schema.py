"""The JSON Schema for editors says what the loader says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from taxonomy import source_keys
from taxonomy.item_types import QNAME_OF_SHORT_NAME
from taxonomy.source_keys import Keys

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads((ROOT / "taxonomy" / "source.schema.json").read_text("utf-8"))
SOURCES = (
    ROOT / "tests" / "data" / "all-keys.yaml",
    ROOT / "tests" / "data" / "all-keys-extension.yaml",
    ROOT / "samples" / "calculation" / "income.yaml",
    ROOT / "taxonomy" / "bank-disclosure.yaml",
    *sorted((ROOT / "taxonomy" / "bank-disclosure").glob("*.yaml")),
)


def complaints(document: object) -> list[str]:
    """Return what the schema finds wrong."""
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(document)]


class CoreLoader(yaml.SafeLoader):
    """YAML as an editor's plug-in sees it: by YAML 1.2, where 2024-12-31 is a word."""


CoreLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str) -> dict[str, dict[str, dict[str, object]]]:
    """Return a document as an editor's plug-in sees it."""
    document: dict[str, dict[str, dict[str, object]]] = yaml.load(text, CoreLoader)  # noqa: S506 - it is a safe one
    return document


def railway() -> dict[str, dict[str, dict[str, object]]]:
    """Return the source that uses every key, as an editor's plug-in sees it."""
    return read(SOURCES[0].read_text("utf-8"))


def test_the_schema_is_one() -> None:
    """By its own rules."""
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_sources_that_load_please_the_schema(path: Path) -> None:
    """Nobody sees red marks in a file that builds."""
    assert complaints(read(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("definition", "keys"),
    [(None, source_keys.EXTENSION_PART)]
    + [
        (name.lower(), keys)
        for name, keys in vars(source_keys).items()
        if isinstance(keys, Keys) and name not in {"DOCUMENT", "PART", "EXTENSION", "EXTENSION_PART"}
    ],
    ids=str,
)
def test_the_schema_has_the_keys_of_the_loader(definition: str | None, keys: Keys) -> None:
    """The same ones, the same ones required, and no others."""
    part = SCHEMA["$defs"][definition] if definition else {**SCHEMA, "properties": {**SCHEMA["properties"]}}
    if definition is None:
        assert part["properties"].pop("taxonomy")  # which an included file has not
        assert part["properties"].pop("extends")  # nor this

    assert tuple(part["properties"]) == keys.known
    assert tuple(part.get("required", ())) == keys.required
    assert part["additionalProperties"] is False


def keys_in(value: object) -> set[str]:
    """Return every key of every mapping in a document."""
    if isinstance(value, dict):
        return {str(key) for key in value} | keys_in(list(value.values()))
    return {key for item in value for key in keys_in(item)} if isinstance(value, list) else set()


def test_the_source_of_all_keys_has_them_all() -> None:
    """Whoever adds a key adds an example that is compiled, read back and validated."""
    known = {key for keys in vars(source_keys).values() if isinstance(keys, Keys) for key in keys.known}

    assert known - keys_in(railway()) - keys_in(read(SOURCES[1].read_text("utf-8"))) == set()


@pytest.mark.parametrize(
    "key",
    sorted({key for keys in vars(source_keys).values() if isinstance(keys, Keys) for key in keys.known}),
)
def test_every_key_is_explained_in_the_documentation(key: str) -> None:
    """An author finds each one by searching the pages."""
    page = "".join(
        (ROOT / "docs" / name).read_text("utf-8") for name in ("taxonomy-source.md", "extension.md")
    )

    assert f"`{key}`" in page or f"{key}:" in page


def test_the_schema_knows_the_types_and_words_of_the_loader() -> None:
    """Item types, roles of axes, variants and senses."""
    defs = SCHEMA["$defs"]

    assert defs["concept"]["properties"]["type"]["anyOf"][0]["enum"] == list(QNAME_OF_SHORT_NAME)
    assert defs["concept"]["properties"]["variants"]["items"]["enum"] == list(source_keys.VARIANTS)
    assert defs["axis"]["properties"]["role"]["enum"] == list(source_keys.AXIS_ROLES)
    for role, senses in source_keys.SENSES.items():
        assert defs["member"]["properties"][role].get("enum", []) == list(senses)


@pytest.mark.parametrize(
    ("section", "name", "key", "value"),
    [
        ("concepts", "FareRevenue", "balanse", "debit"),
        ("concepts", "FareRevenue", "type", "money"),
        ("concepts", "FareRevenue", "variants", ["change", "change"]),
        ("concepts", "FareRevenue", "label", {}),
        ("concepts", "FareRevenue", "label", {"zh_Hant": "票"}),
        ("concepts", "FareRevenue", "label", {"en": 7}),
        ("concepts", "FareRevenue", "terms", {"en": "fares"}),
        ("concepts", "FareRevenue", "terms", {"en": ["a…b…c"]}),
        ("concepts", "FareRevenue", "terms", {"en": ["a…"]}),
        ("concepts", "FareRevenue", "reference", [{"publsher": "IASB"}]),
        ("axes", "LineAxis", "role", "compare"),
        ("axes", "BoundAxis", "members", {"LowMember": {"label": {"en": "Low"}, "bound": "least"}}),
        ("hypercubes", "Traffic", "concepts", []),
    ],
)
def test_a_mistake_shows_in_the_editor(section: str, name: str, key: str, value: object) -> None:
    """The schema finds it, and without it nothing."""
    document = railway()
    document[section][name][key] = value

    assert complaints(document)
