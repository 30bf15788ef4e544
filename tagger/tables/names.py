"""Which concept or member each row and column of one table names, where its heading is a whole label.

What several are called (Other, Secured) the table as a whole tells apart: it follows one group of the presentation,
in its order, under its headings.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from tagger.document import Span
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.whole_labels import Named, WholeLabels
from tagger.tables.headings import Heading

_ENOUGH = 3
"""Rows of a table that one group of the presentation must show before it is taken for the table's own."""
_SOME = 2
"""Rows that name nothing but members of one axis before those that name a concept too are taken for members."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row or column: where its heading stands, what that may name, the letters of it and of the headings above it."""

    span: Span
    said: str
    names: frozenset[Named]
    above: frozenset[str]


@dataclass(frozen=True, slots=True)
class TableNames:
    """names: what each heading names; several where that is open, none where no concept is left for it.

    supported: those of the presentation group that the table follows.
    """

    names: dict[Span, tuple[Named, ...]]
    supported: frozenset[Span]
    group: int | None = None


def put_lines(
    lines: dict[Span, Line],
    spans: tuple[Span, ...],
    above: tuple[Span, ...],
    heading: Callable[[Span], Heading],
    plain: Callable[[Span], str],
) -> None:
    """Add the headings of a row or column, the nearest first, to the lines of its table; `above`: of the rows over it.

    Where several name something, what all of them name is what they name together. plain: the letters of a heading.
    """
    named = [heading(span).named for span in spans]
    both = frozenset.intersection(*filter(None, named)) if sum(map(bool, named)) > 1 else frozenset()
    for at, span in enumerate(spans):
        if span not in lines:
            over = frozenset(map(plain, (*spans[at + 1 :], *above)))
            lines[span] = Line(span, plain(span), both if both and named[at] else named[at], over)


def names_of_table(
    lines: Sequence[Line], over: AbstractSet[Span], titles: Iterable[Heading], index: TaxonomyIndex
) -> TableNames:
    """Return what the headings of a table name, told apart by where the presentation shows it.

    over: the headings of its columns. A heading that names a concept and a member that this may have is of both.
    """
    labels, permits = index.labels, index.permits
    titled = {item.target for title in titles for item in title.named if not item.axis}
    lines = _members_below(lines, over, index)
    lines = _as_parts([_part_of(line, titled) for line in lines] if titled else lines)
    group = _group(lines, labels)
    found: dict[Span, tuple[Named, ...]] = {}
    supported: set[Span] = set()
    positions = [_positions(line.names, group, labels) for line in lines]
    anchors = [
        (number, at[0])
        for number, at in enumerate(positions)
        if len(at) == 1 and len({item.target for item in lines[number].names}) == 1
    ]
    rows = [number for number, _ in anchors]
    said: dict[str, tuple[Named, ...]] = {}
    taken = {item.target for line in lines if len(line.names) == 1 for item in line.names}
    for number, line in enumerate(lines):
        if not line.names:
            continue
        before = bisect_left(rows, number) - 1
        after = bisect_right(rows, number)
        low = anchors[before][1] if before >= 0 else -1
        high = anchors[after][1] if after < len(anchors) else -1
        chosen = list(line.names) if _is_both(line.names, permits) else None
        chosen = chosen or _told_apart(_without(line, taken), group, labels, (low, high))
        names = tuple(sorted(chosen, key=lambda item: (item.target, item.axis)))
        if line.said in line.above and said.get(line.said) == names:
            names = ()  # a part of the row above that is called the same, and the taxonomy has one concept for both
        said[line.said] = names
        found[line.span] = names
        if group is not None and any(_in_group(item.target, group, labels) for item in chosen):
            supported.add(line.span)
    return TableNames(found, frozenset(supported), group)


def _members_below(lines: Sequence[Line], over: AbstractSet[Span], index: TaxonomyIndex) -> Sequence[Line]:
    """Return the headings with rows called as a concept and a member as the member, where all columns may have it.

    First-time buyers, below Gross lending, are whom was lent to, and not how many of them there were.
    """
    measured = {item.target for line in lines if line.span in over for item in line.names if not item.axis}
    if not measured:
        return lines
    return [line if line.span in over else _measured(line, measured, index) for line in lines]


def _measured(line: Line, measured: AbstractSet[str], index: TaxonomyIndex) -> Line:
    outdone = (index.labels.outdone.get(item.target, frozenset()) for item in line.names)
    names = line.names.union(*outdone)
    members = frozenset(item for item in names if item.axis)
    if not members or len(members) == len(names) or any(item.target in measured for item in names):
        return line
    kept = [m for m in members if all(index.permits(one, frozenset((m.axis,))) for one in measured)]
    return replace(line, names=frozenset(kept)) if kept else line


def _is_both(names: frozenset[Named], permits: Callable[[str, frozenset[str]], bool]) -> bool:
    """Return whether a heading names one concept and one member that it may have: scope 1 emissions."""
    concepts, axes = [n.target for n in names if not n.axis], [n.axis for n in names if n.axis]
    return len(concepts) == 1 and len(axes) == 1 and permits(concepts[0], frozenset(axes))


def _part_of(line: Line, titled: AbstractSet[str]) -> Line:
    """Return a heading of the title's concept and a member as the member: savings deposits, over deposits from customers."""
    members = frozenset(item for item in line.names if item.axis)
    if members and any(item.target in titled for item in line.names):
        return replace(line, names=members)
    return line


def _as_parts(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the headings with those of a concept and a member as the member, where the table parts something by its axis.

    Deposits is a source of interest among others, and no level, where the rows beside it name nothing but such sources.
    """
    alone: Counter[str] = Counter()
    for line in lines:
        axes = {item.axis for item in line.names}
        alone.update(axes if len(axes) == 1 else ())
    axis, count = max(
        ((axis, n) for axis, n in alone.items() if axis), key=lambda found: found[1], default=("", 0)
    )
    if count < _SOME or count <= alone[""]:
        return lines
    return [
        replace(line, names=frozenset(item for item in line.names if item.axis == axis) or line.names)
        for line in lines
    ]


def _without(line: Line, taken: set[str]) -> Line:
    """Return a heading of several names without those that other headings of the table have to themselves."""
    left = frozenset(item for item in line.names if item.target not in taken)
    return replace(line, names=left) if left and len(line.names) > 1 else line


def _group(lines: Sequence[Line], labels: WholeLabels) -> int | None:
    """Return the group that shows the most of what the headings name, if it shows enough."""
    votes: Counter[int] = Counter()
    for line in lines:
        votes.update({group for item in line.names for group, _ in labels.places.get(item.target, ())})
    if not votes:
        return None
    best, count = min(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    return best if count >= _ENOUGH else None


def _positions(names: Iterable[Named], group: int | None, labels: WholeLabels) -> list[int]:
    return [at for item in names for number, at in labels.places.get(item.target, ()) if number == group]


def _in_group(target: str, group: int, labels: WholeLabels) -> bool:
    return any(number == group for number, _ in labels.places.get(target, ()))


def _told_apart(line: Line, group: int | None, labels: WholeLabels, between: tuple[int, int]) -> list[Named]:
    """Return what remains of a heading's names: shown in the table's group, under its headings, in its order."""
    left = list(line.names)
    if group is not None:
        left = [item for item in left if _in_group(item.target, group, labels)] or left
    elif len(left) > 1:
        left = [item for item in left if item.target in labels.places] or left
    if len(left) > 1 and line.above:
        under = Counter({item: len(line.above & labels.above.get(item.target, frozenset())) for item in left})
        most = max(under.values())
        left = [item for item in left if under[item] == most]
    if len(left) > 1 and group is not None:
        low, high = between
        inside = [
            item
            for item in left
            if any(low < at and (high < 0 or at < high) for at in _positions((item,), group, labels))
        ]
        left = inside if len(inside) == 1 else left
    return _part_or_total(line, left, labels) if len(left) > 1 else left


def _part_or_total(line: Line, left: list[Named], labels: WholeLabels) -> list[Named]:
    """Return the total of names that are a total and its part, the part where the row above is called the same."""
    parts = {part for item in left for part in labels.parts.get(item.target, ())}
    is_part = line.said in line.above
    chosen = [item for item in left if (item.target in parts) == is_part]
    return chosen or left
