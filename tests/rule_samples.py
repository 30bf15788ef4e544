"""The samples of the rules of good practice: sources laid over a base, and fields laid over the model."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from taxonomy.model import Label, Taxonomy
from taxonomy.source import Examined, examine_source

_FILE = Path(__file__).parent / "data" / "taxonomy-rules.yaml"

Json = Any
"""What YAML may hold; the samples are our own."""


@cache
def samples() -> dict[str, dict[str, Json]]:
    """Return the samples by the code of their rule."""
    return dict(_data()["samples"])


@cache
def _data() -> dict[str, Json]:
    return dict(yaml.safe_load(_FILE.read_text("utf-8")))


def source_of(sample: Json) -> bytes:
    """Return the source that a sample makes."""
    over = {key: value for key, value in sample.items() if key != "model"}
    return yaml.safe_dump(_merged(_data()["base"], over), allow_unicode=True, sort_keys=False).encode()


def examined(sample: Json) -> Examined:
    """Return what the loader makes of a sample."""
    return examine_source(source_of(sample), Path("sample.yaml"), from_disk=False)


def taxonomy_of(sample: Json) -> Taxonomy:
    """Return the taxonomy that a sample makes, whatever mistakes the loader finds."""
    taxonomy = examined(sample).taxonomy
    for key, changes in sample.get("model", {}).items():
        values = tuple(
            _changed(value, changes.get(getattr(value, "qname", number), {}))
            for number, value in enumerate(getattr(taxonomy, key))
        )
        new: dict[str, Json] = {key: values}
        taxonomy = replace(taxonomy, **new)
    return taxonomy


def _merged(base: Json, over: Json) -> Json:
    if not (isinstance(base, dict) and isinstance(over, dict)):
        return over
    merged = {key: _merged(value, over[key]) if key in over else value for key, value in base.items()}
    merged.update({key: value for key, value in over.items() if key not in base})
    return {key: value for key, value in merged.items() if value is not None}


def _changed(value: Json, changes: dict[str, Json]) -> Json:
    """Return a value of the model with some fields changed; members go by QName, items may come many times."""
    known = {field.name for field in fields(value)}
    new: dict[str, Json] = {}
    for name, content in changes.items():
        if name == "labels":
            new[name] = tuple(Label(*item) for item in content)
        elif name == "lets":
            new["members"] = tuple((axis, tuple(members)) for axis, members in content.items())
        elif name == "members":
            new[name] = tuple(_changed(member, content.get(member.qname, {})) for member in value.members)
        elif name == "items":
            new[name] = tuple(content) * changes.get("times", 1)
        elif name in known:
            new[name] = content
    return replace(value, **new)
