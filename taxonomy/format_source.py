"""The formatter: a source in its one canonical order and layout, with every comment where it belongs.

Nothing is given back before it is proved: the text that was made says the same, has every comment, and is left as it
is when formatted again.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from yaml.nodes import MappingNode, Node, ScalarNode

from taxonomy.errors import TagwrightError
from taxonomy.layout import Collection, lay_out
from taxonomy.source import load_source, mistakes_of_extension, mistakes_of_part
from taxonomy.source_comments import CommentedFile, read_commented
from taxonomy.source_files import read_source_bytes
from taxonomy.source_shape import SHAPES, shaped
from taxonomy.yaml_nodes import SourceError, in_one_line, parse_yaml, resolve

if TYPE_CHECKING:
    from collections.abc import Hashable


def format_file(path: Path) -> tuple[bytes, bytes]:
    """Return a source file, a main or an included one, as it is and as it should be.

    Raises: SourceError with every mistake of the source, TagwrightError where it cannot be read.
    """
    data = read_source_bytes(path)
    root = parse_yaml(data, str(path))
    keys = [key for key, _ in root.value] if isinstance(root, MappingNode) else []
    names = {key.value for key in keys if isinstance(key, ScalarNode)}
    if "extends" in names:
        mistakes = mistakes_of_extension(data, path)
        if mistakes:
            raise SourceError(mistakes)
    elif "taxonomy" in names:
        load_source(path)
    elif findings := mistakes_of_part(root, str(path)):
        raise SourceError(findings)
    return data, format_source(data, str(path))


def format_source(data: bytes, file: str) -> bytes:
    """Return a source in canonical form; `file` names it in messages.

    Raises: SourceError where it is no YAML, TagwrightError where something of it would be lost.
    """
    before = read_commented(data, file)
    made = _laid_out(before, file)
    after = read_commented(made, file)
    if (
        sorted(before.comments) != sorted(after.comments)
        or _meaning(before.root) != _meaning(after.root)
        or _laid_out(after, file) != made
    ):
        raise TagwrightError(
            f"{file}: the formatter would not keep all of it, which is a mistake of tagwright: nothing was changed"
        )
    return made


def _laid_out(read: CommentedFile, file: str) -> bytes:
    if not isinstance(read.tree, Collection):
        raise TagwrightError(
            f"{file}: a taxonomy source is a mapping of sections: see docs/taxonomy-source.md"
        )
    text = "".join(f"{line}\n" for line in read.head) + lay_out(shaped(read.tree))
    return text.encode()


def _meaning(node: Node, name: str = "source") -> Hashable:
    """Return what a node says: the order of fixed keys and of languages says nothing, every other does."""
    if isinstance(node, ScalarNode):
        value = resolve(node)
        return in_one_line(value) if isinstance(value, str) else (type(value).__name__, node.value)
    shape = SHAPES[name]
    if not isinstance(node, MappingNode):
        return tuple(_meaning(value, shape.each) for value in node.value)
    pairs = [
        (key.value, _meaning(value, shape.parts.get(key.value, shape.each))) for key, value in node.value
    ]
    return frozenset(pairs) if shape.order or shape.by_language else tuple(pairs)
