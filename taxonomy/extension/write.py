"""The source of an extension written again: as one YAML file, or as a workbook.

What it says is taken from its nodes, not from what was made of them: an extension is a source beside its base.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from yaml.nodes import MappingNode, Node, ScalarNode

from taxonomy.layout import Collection, Item, Tree, lay_out, quoted
from taxonomy.source_keys import ADDED_SECTIONS, SECTIONS
from taxonomy.source_shape import shaped
from taxonomy.workbook.write import plain, write_rows
from taxonomy.yaml_nodes import in_one_line, resolve

if TYPE_CHECKING:
    from taxonomy.extension.read import Extension

_SECTIONS: Final = (*SECTIONS, *ADDED_SECTIONS)


def extension_source(extension: Extension, path: Path, to: Path) -> bytes:
    """Return the source of an extension as one file, without comments.

    path: of what was read. to: where it is going to stand, from which its base is seen.
    """
    head = extension.sections.head
    tree = Collection("mapping", [Item("extends", _extends(_base_seen_from(extension, path, to)))])
    if head is not None:
        tree.items.append(Item("taxonomy", _tree(head.value)))
    nodes = extension.sections.nodes
    tree.items.extend(Item(section, _tree(nodes[section])) for section in _SECTIONS if section in nodes)
    return lay_out(shaped(tree)).encode()


def extension_workbook(extension: Extension, path: Path, to: Path) -> bytes:
    """Return the workbook of an extension; path and to as above.

    Raises: TagwrightError where a text is too long for a cell, or openpyxl is missing.
    """
    head = extension.sections.head
    said = {section: plain(node) for section, node in extension.sections.nodes.items()}
    said["taxonomy"] = plain(head.value) if head is not None else {}
    return write_rows(said, _base_seen_from(extension, path, to))


def _base_seen_from(extension: Extension, path: Path, to: Path) -> str:
    """Return what is extended as seen from another folder, where it is a path from the source's own."""
    said = str(plain(extension.sections.extends.value)["taxonomy"]) if extension.sections.extends else ""
    place, mark, entry = said.partition("#")
    beside = path.parent / place
    if not beside.exists() or Path(place).is_absolute():
        return said
    seen = Path(os.path.relpath(beside.resolve(), to.parent.resolve())).as_posix()
    return f"{seen}{mark}{entry}"


def _extends(reference: str) -> Tree:
    return Collection("mapping", [Item("taxonomy", quoted(reference))])


def _tree(node: Node) -> Tree:
    if isinstance(node, ScalarNode):
        return quoted(in_one_line(node.value)) if isinstance(resolve(node), str) else str(node.value)
    if isinstance(node, MappingNode):
        return Collection("mapping", [Item(quoted(key.value), _tree(value)) for key, value in node.value])
    return Collection("list", [Item(None, _tree(value)) for value in node.value])
