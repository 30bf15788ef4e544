"""What a row and a column name together: 活期存款 beside 平均付息率 is the 存款平均付息率 of demand deposits.

Tried only where some name of the taxonomy begins or ends as the column's heading does; it holds only where one name
stands across both and nothing beside it is left over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tagger.clauses.left_over import holes_of
from tagger.links.whole_labels import plain
from tagger.tables.cell_words import Said
from tagger.tables.headings import Heading, HeadingReader
from tagger.words.cover import cover
from tagger.words.word import Token

_HAN_FIRST = "\u4e00"
_LONGEST = 120


@dataclass(slots=True)
class JoinedNames:
    """Reads rows and columns together. edges: whether a longer name begins or ends as a column's heading does."""

    reader: HeadingReader
    edges: dict[str, bool] = field(default_factory=dict)

    def of(self, said: Said) -> Said:
        """Return what speaks for a cell, read as one name where its row and its column have one together."""
        if not said.rows or not said.columns or said.columns[0].kind:
            return said
        row, column = said.rows[0], said.columns[0]
        measure = self._bare(column)
        if not measure or not self._is_edge(measure):
            return said
        name = self.reader.words.total.sub("", self._bare(row)).strip()
        if not name or len(name) + len(measure) > _LONGEST:
            return said
        for first, second, between in _orders(name, measure):
            read = self._read(first, second, between, row, column)
            if read is not None:
                rows, columns = read
                return replace(said, rows=[rows, *said.rows[1:]], columns=[columns, *said.columns[1:]])
        return said

    def _bare(self, heading: Heading) -> str:
        """Return what a heading says beside its unit and time."""
        text, at, parts = self.reader.text, heading.start, []
        for first, last in sorted((*heading.units.spans, *((p.start, p.end) for p in heading.phrases))):
            parts.append(text[at : max(at, first)])
            at = max(at, last)
        return "".join((*parts, text[at : heading.end])).strip(" ()（）:：")

    def _is_edge(self, measure: str) -> bool:
        found = self.edges.get(measure)
        if found is None:
            bare = plain(measure)
            found = self.edges[measure] = any(
                len(label) > len(bare) > 1 and (label.endswith(bare) or label.startswith(bare))
                for label in self.reader.labels.by_label
            )
        return found

    def _read(
        self, first: str, second: str, between: str, row: Heading, column: Heading
    ) -> tuple[Heading, Heading] | None:
        """Return row and column with what they name together; None where no name stands across both."""
        joined = f"{first}{between}{second}"
        tokens = cover(self.reader.vocabulary, joined, 0, len(joined), [])
        named = [token for token in tokens if token.is_term and token.meanings.concepts]
        if len(named) != 1 or not named[0].start < len(first) <= len(joined) - len(second) < _last(named[0]):
            return None
        across, covered = named[0], [span for token in tokens for span in _spans(token)]
        covered.extend(found.span() for found in self.reader.words.neutral_pattern.finditer(joined))
        if holes_of(joined, 0, len(joined), covered):
            return None
        members = tuple(
            Token(row.start, row.end, token.meanings, is_term=True)
            for token in (*tokens, *across.nested)
            if token.meanings.members
        )
        concept = Token(column.start, column.end, across.meanings, is_term=True)
        return (
            replace(row, tokens=members, holes=(), named=frozenset()),
            replace(column, tokens=(concept,), holes=(), named=frozenset()),
        )


def _orders(name: str, measure: str) -> Iterator[tuple[str, str, str]]:
    """Yield how a name and what is measured of it may be said: first, second, and what stands between."""
    if measure[0] >= _HAN_FIRST and name[-1] >= _HAN_FIRST:
        yield name, measure, ""
        return
    yield name, measure, " "
    yield measure, name, " of "


def _last(token: Token) -> int:
    return max(token.end, token.reach)


def _spans(token: Token) -> Iterator[tuple[int, int]]:
    yield token.start, token.end
    if token.gap:
        yield token.gap[1], token.reach
