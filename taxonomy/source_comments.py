"""A YAML file as a tree of items with their comments: what the formatter rewrites.

A comment on lines of its own belongs to what begins below it; one deeper than that, or before a closing bracket,
to the collection that ends there; one behind something to what began on its line. What stands above everything
at the top of the file stays there.

Spec: YAML 1.2.2 section 6.6 (comments).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from taxonomy.layout import Collection, Item, Tree, quoted
from taxonomy.yaml_nodes import in_one_line, parse_yaml, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHITE: Final = " \t"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: where it stands, and whether nothing stands before it on its line."""

    index: int
    line: int
    column: int
    text: str
    is_alone: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """An item, where it begins, and the collection that it is in."""

    item: Item
    line: int
    index: int
    owner: _Owner


@dataclass(frozen=True, slots=True)
class _Owner:
    """A collection, where it stands, how deep, and in which item."""

    tree: Collection
    start: int
    end: int
    column: int
    is_flow: bool
    above: _Owner | None

    def chain(self) -> Iterator[_Owner]:
        """Yield the collection and those around it, from the inside out."""
        owner: _Owner | None = self
        while owner is not None:
            yield owner
            owner = owner.above


@dataclass(frozen=True, slots=True)
class CommentedFile:
    """A file as nodes and as a tree.

    head: comment lines at the top of the file, an empty one for a blank line. comments: all of them.
    """

    root: Node
    tree: Tree
    head: tuple[str, ...]
    comments: tuple[str, ...]


def read_commented(data: bytes, file: str) -> CommentedFile:
    """Return the tree of a YAML file with its comments.

    Raises: SourceError where it is no YAML.
    """
    plain = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    root = parse_yaml(plain, file)
    reader = _Reader(plain.decode("utf-8-sig"))
    tree = reader.tree(root, None)
    head = tuple(reader.attach())
    return CommentedFile(root, tree, head, tuple(comment.text for comment in reader.comments))


class _Reader:
    """Turns nodes into a tree, notes where every item begins, and then hands the comments out."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = text.split("\n")
        self._breaks = [found.start() for found in re.finditer("\n", text)]
        self._places: list[_Place] = []
        self._owner_of: dict[int, _Owner] = {}
        self._scalars: list[tuple[int, int]] = []
        self._first_line: dict[int, int] = {}
        self.comments: list[Comment] = []

    def tree(self, node: Node, above: _Owner | None) -> Tree:
        """Return a node as a tree."""
        if isinstance(node, ScalarNode):
            self._note_scalar(node)
            return _written(node)
        assert isinstance(node, MappingNode | SequenceNode)  # noqa: S101 - there is no other kind
        tree = Collection("mapping" if isinstance(node, MappingNode) else "list")
        start, end = node.start_mark, node.end_mark
        owner = _Owner(tree, start.index, end.index, start.column, bool(node.flow_style), above)
        self._owner_of[id(tree)] = owner
        if isinstance(node, MappingNode):
            for key, value in node.value:
                self._note_scalar(key)
                self._add(Item(_written(key), ""), key, value, owner)
        else:
            for value in node.value:
                self._add(Item(None, ""), value, value, owner)
        return tree

    def _add(self, item: Item, start: Node, value: Node, owner: _Owner) -> None:
        index = start.start_mark.index
        self._places.append(_Place(item, self._line_of(index), index, owner))
        owner.tree.items.append(item)
        item.value = self.tree(value, owner)

    def _line_of(self, index: int) -> int:
        return bisect_left(self._breaks, index)

    def _note_scalar(self, node: ScalarNode) -> None:
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in {"|", ">"}:  # a comment may stand behind the sign
            start = max(start, self._text.find("\n", start, end))
        if end > start:
            self._scalars.append((start, end))

    def attach(self) -> list[str]:
        """Give every comment to what it belongs to; return those at the top of the file."""
        self.comments = list(self._find(sorted(self._scalars)))
        starts = [place.index for place in self._places]
        head: list[str] = []
        last = -1
        previous: Comment | None = None
        for comment in self.comments:
            following = bisect_right(starts, comment.index)
            if not following and comment.is_alone and self._flow_around(comment, following) is None:
                self._extend(head, comment, previous)
                last = comment.line
            elif comment.is_alone:
                self._attach_alone(comment, previous, following)
            else:
                self._attach_beside(comment, following)
            previous = comment
        if head and self._is_blank(last + 1):
            head.append("")
        self._note_gaps()
        return head

    def _find(self, scalars: list[tuple[int, int]]) -> Iterator[Comment]:
        """Yield the comments: what follows a # that stands in no scalar and behind no other character."""
        starts = [start for start, _ in scalars]
        text = self._text
        position = text.find("#")
        while position >= 0:
            number = bisect_right(starts, position) - 1
            if number >= 0 and position < scalars[number][1]:
                position = text.find("#", scalars[number][1])
                continue
            line = self._line_of(position)
            start = self._breaks[line - 1] + 1 if line else 0
            before = text[start:position]
            if before and before[-1] not in _WHITE:
                position = text.find("#", position + 1)
                continue
            whole = self._lines[line][position - start :].rstrip()
            yield Comment(position, line, position - start, whole, not before.strip(_WHITE))
            position = text.find("#", position + len(whole))

    def _attach_alone(self, comment: Comment, previous: Comment | None, following: int) -> None:
        place = self._places[following] if following < len(self._places) else None
        closing = self._ending(comment, place, following)
        if closing is not None:
            self._extend(closing.tree.after, comment, previous)
        elif place is not None:
            self._first_line.setdefault(id(place.item), comment.line)
            self._extend(place.item.above, comment, previous)

    def _ending(self, comment: Comment, place: _Place | None, following: int) -> _Owner | None:
        """Return the collection that the comment ends, or None where it stands above an item of its own."""
        around = self._flow_around(comment, following)
        if around is not None:
            return around if place is None or place.index >= around.end else None
        if place is not None and comment.column <= place.owner.column:
            return None
        blocks = [owner for owner in self._open(following) if not owner.is_flow]
        if place is None and not comment.column:
            return self._open(following)[-1]
        inner = next((owner for owner in blocks if owner.column <= comment.column), None)
        if place is None:
            return inner or self._open(following)[-1]
        return None if inner is place.owner else inner

    def _open(self, following: int) -> list[_Owner]:
        """Return the collections that the item before is in, itself if it is one, from the inside out."""
        if not following:
            return list(self._owner_of.values())[:1]
        before = self._places[following - 1]
        own = self._owner_of.get(id(before.item.value))
        return [*([own] if own is not None else []), *before.owner.chain()]

    def _flow_around(self, comment: Comment, following: int) -> _Owner | None:
        """Return the innermost bracket that the comment stands in."""
        for owner in self._open(following):
            if owner.is_flow and owner.start < comment.index < owner.end:
                return owner
        return None

    def _attach_beside(self, comment: Comment, following: int) -> None:
        around = self._flow_around(comment, following)
        for number in range(following - 1, -1, -1):
            place = self._places[number]
            if (place.owner is around) if around is not None else not place.owner.is_flow:
                if place.item.beside:
                    place.item.above.append(comment.text)
                else:
                    place.item.beside = comment.text
                return
            if around is not None and place.index < around.start:
                break
        if around is not None and not around.tree.items:
            around.tree.after.append(comment.text)
        elif around is not None:  # behind an opening bracket
            around.tree.items[0].above.append(comment.text)

    def _note_gaps(self) -> None:
        """Note before which items of blocks a blank line stands, above their comments if they have some."""
        for place in self._places:
            if not place.owner.is_flow:
                place.item.gap = self._is_blank(self._first_line.get(id(place.item), place.line) - 1)
                if id(place.item) in self._first_line and self._is_blank(place.line - 1):
                    place.item.above.append("")

    def _is_blank(self, line: int) -> bool:
        return 0 <= line < len(self._lines) and not self._lines[line].strip()

    def _extend(self, lines: list[str], comment: Comment, previous: Comment | None) -> None:
        """Add a comment line, after a blank one where one stands between it and the comment before."""
        if lines and previous is not None:
            between = range(previous.line + 1, comment.line)
            if any(self._is_blank(line) for line in between):
                lines.append("")
        lines.append(comment.text)


def _written(node: ScalarNode) -> str:
    """Return a scalar as it is to be written: a number as it stands, a text plain or quoted, white space made one."""
    if isinstance(resolve(node), str):
        return quoted(in_one_line(node.value))
    return str(node.value)
