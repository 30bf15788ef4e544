"""The names a taxonomy source offers, read from the YAML alone.

The development set must be checkable without the compiler under test, so this reads only what a gold row
can name: concepts with their variants, units, axes, members, and which axes a concept may carry.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
SOURCES = {
    "bank-disclosure": ROOT / "taxonomy" / "bank-disclosure.yaml",
    "insurer": ROOT / "samples" / "insurer" / "insurer.yaml",
    "utility": ROOT / "samples" / "utility" / "utility.yaml",
    "statements": ROOT / "tests" / "development" / "statements.yaml",
}


@dataclass(frozen=True, slots=True)
class Item:
    """A concept that a gold row may name: its type, its period type and its count unit."""

    type: str
    period: str
    unit: str
    axes: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All concepts (variants too) by name, and the members of each axis without its default."""

    concepts: dict[str, Item]
    members: dict[str, frozenset[str]]

    def permits(self, concept: str, dimensions: dict[str, str]) -> bool:
        """Return whether one hypercube of the concept has all the axes and each member is its axis's."""
        known = all(member in self.members.get(axis, ()) for axis, member in dimensions.items())
        cubes = self.concepts[concept].axes or (frozenset[str](),)
        return known and any(set(dimensions) <= cube for cube in cubes)


@cache
def vocabulary(taxonomy: str) -> Vocabulary:
    """Read the names of one of the SOURCES."""
    source = _with_included(SOURCES[taxonomy])
    cubes = source.get("hypercubes", {}).values()
    concepts: dict[str, Item] = {}
    for name, entry in source["concepts"].items():
        axes = tuple(frozenset(cube["axes"]) for cube in cubes if name in cube["concepts"])
        concepts.update(_with_variants(name, entry, axes))
    members = {
        name: frozenset(_member_names(axis["members"])) - {axis["default"]}
        for name, axis in source["axes"].items()
    }
    return Vocabulary(concepts, members)


def _with_included(path: Path) -> dict[str, Any]:
    """Return what a source says with the files that it includes (which include none themselves)."""
    source: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    for part in source.get("include", ()):
        for section, entries in yaml.safe_load((path.parent / part).read_text(encoding="utf-8")).items():
            if isinstance(entries, dict):
                source.setdefault(section, {}).update(entries)
    return source


def _with_variants(
    name: str, entry: dict[str, Any], axes: tuple[frozenset[str], ...]
) -> Iterator[tuple[str, Item]]:
    kind, period, unit = entry["type"], entry["period"], entry.get("unit", "")
    yield name, Item(kind, period, unit, axes)
    variants = entry.get("variants", [])
    if "change" in variants:
        yield f"IncreaseDecreaseIn{name}", Item(kind, "duration", unit, axes)
    if "growth" in variants:
        yield f"GrowthRateOf{name}", Item("percent", "duration", "", axes)
    if "share" in variants:
        yield f"ShareOf{name}", Item("percent", period, "", axes)
        yield f"IncreaseDecreaseInShareOf{name}", Item("percent", "duration", "", axes)


def _member_names(members: dict[str, Any]) -> Iterator[str]:
    for name, entry in members.items():
        yield name
        yield from _member_names((entry or {}).get("members", {}))
