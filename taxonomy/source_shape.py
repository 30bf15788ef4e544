"""The shape of a taxonomy source: which keys stand in which order, and what stands in a block.

The formatter brings what a person wrote into this shape, and what is written from a taxonomy is made in it.
Order that means something is never changed: of concepts, members, terms, items, parts of a reference.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from taxonomy import source_keys as keys
from taxonomy.layout import Collection, hoist

if TYPE_CHECKING:
    from collections.abc import Mapping

    from taxonomy.layout import Style, Tree


@dataclass(frozen=True, slots=True)
class Shape:
    """How one kind of collection is laid out.

    order: its keys, in the order they are written; empty where the author's order stays. parts: the shapes of
    values by key. each: the shape of every other value. by_language: whether its keys are languages.
    """

    order: tuple[str, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)
    each: str = ""
    style: Style = "fit"
    by_language: bool = False


_TEXTS: Final = dict.fromkeys(("label", "verbose", "terse", "definition", "note", "reason", "group"), "texts")
_WORDS: Final = ("label", "verbose", "terse", "definition", "terms")
_LIFE: Final = ("reference", "since", "deprecated")
_COMMON: Final = {
    **_TEXTS,
    "terms": "terms",
    "reference": "references",
    "deprecated": "deprecated",
    "members": "members",
}

SHAPES: Final[dict[str, Shape]] = {
    "source": Shape(
        ("extends", *keys.DOCUMENT.known, *keys.ADDED_SECTIONS),
        {
            "taxonomy": "taxonomy",
            **{section: section for section in keys.SECTIONS},
            **{section: f"added_{section}" for section in keys.ADDED_SECTIONS},
        },
        style="block",
    ),
    "taxonomy": Shape(
        ("prefix", "namespace", "version", "date", "entry_point", "label", "versions"),
        {**_COMMON, "versions": "versions"},
        style="block",
    ),
    "versions": Shape(each="version", style="block"),
    "version": Shape(keys.VERSION.known, _COMMON),
    "units": Shape(each="unit", style="block"),
    "unit": Shape(keys.UNIT.known, _COMMON),
    "axes": Shape(each="axis", style="block"),
    "axis": Shape(("role", *_WORDS, *_LIFE, "default", "typed", "element", "members"), _COMMON),
    "domains": Shape(each="domain", style="block"),
    "domain": Shape((*_WORDS, "head_usable", "members"), _COMMON),
    "members": Shape(each="member", style="block"),
    "member": Shape((*_WORDS, *keys.AXIS_ROLES, "usable", *_LIFE, "members"), _COMMON),
    "concepts": Shape(each="concept", style="block"),
    "concept": Shape(("type", "unit", "domain", "period", "balance", *_WORDS, *_LIFE, "variants"), _COMMON),
    "deprecated": Shape(keys.DEPRECATED.known, _COMMON),
    "references": Shape(each="reference"),
    "reference": Shape(("role",)),
    "headings": Shape(each="heading", style="block"),
    "heading": Shape(keys.HEADING.known, _COMMON),
    "hypercubes": Shape(each="hypercube", style="block"),
    "hypercube": Shape(keys.HYPERCUBE.known),
    "presentation": Shape(each="group", style="block"),
    "group": Shape(keys.GROUP.known, {**_COMMON, "items": "items"}),
    "items": Shape(each="item"),
    "item": Shape(each="items", style="block"),
    "calculation": Shape(each="sum", style="block"),
    "sum": Shape(keys.CALCULATION.known),
    "relations": Shape(each="relation", style="block"),
    "relation": Shape(
        (*keys.PARTS_OF_WHOLE.known, *keys.BETWEEN.known, *keys.SUM_OF.known, *keys.RATIO_OF.known),
        {"parts": "summands", "numerator": "summand", "denominator": "summand"},
    ),
    "summands": Shape(each="summand"),
    "summand": Shape(keys.SUMMAND.known),
    "added_words": Shape(each="unit", style="block"),
    "added_members": Shape(each="added_axis", style="block"),
    "added_axis": Shape(each="added_member", style="block"),
    "added_member": Shape((*_WORDS, "parent"), _COMMON),
    "added_anchors": Shape(each="anchor", style="block"),
    "anchor": Shape(keys.ANCHOR.known),
    "texts": Shape(by_language=True),
    "terms": Shape(each="words", by_language=True),
    "words": Shape(style="line"),
    "": Shape(),
}


def shaped(tree: Collection) -> Collection:
    """Return a whole source in shape: its keys in order, and the style of each collection set.

    Languages are put in the order in which they first stand in it, which is that of the taxonomy's own label.
    """
    by_language: list[Collection] = []
    _shape(tree, "source", by_language)
    for item in tree.items:
        item.gap = True
    place: dict[str | None, int] = {}
    for texts in by_language:
        for item in texts.items:
            place.setdefault(item.key, len(place))
    for texts in by_language:
        texts.items.sort(key=lambda item: place[item.key])
    return tree


def _shape(tree: Tree, name: str, by_language: list[Collection]) -> None:
    """Bring a tree into its shape; add what is by language to a list, in the order in which it is written."""
    if isinstance(tree, str):
        return
    shape = SHAPES[name]
    tree.style = shape.style
    if tree.kind == "mapping" and shape.order:
        place = {key: number for number, key in enumerate(shape.order)}
        tree.items.sort(key=lambda item: place.get(item.key or "", len(place)))
    if tree.kind == "mapping" and shape.by_language:
        by_language.append(tree)
    for item in tree.items:
        _shape(item.value, shape.parts.get(item.key or "", shape.each), by_language)
        hoist(item)
