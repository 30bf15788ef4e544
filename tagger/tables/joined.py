"""What a row and a column name together: 活期存款 beside 平均付息率 is the 存款平均付息率 of demand deposits.

Tried only where some name of the taxonomy begins or ends as the column's heading does; it holds only where one name
stands across both and nothing beside it is left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from tagger.clauses.left_over import holes_of
from tagger.links.whole_labels import plain
from tagger.tables.cell_words import Said
from tagger.tables.headings import Heading, HeadingReader, text_beside
from tagger.words.cover import cover
from tagger.words.word import Token, Word

_SLASH = re.compile("[/／]")
_HAN_FIRST = "\u4e00"
_LONGEST = 120


@dataclass(slots=True)
class JoinedNames:
    """Reads rows and columns together. edges: whether a longer name begins or ends as a column's heading does.

    of_columns: what the rows before name together with a column, by where that stands: a row that is only called a
    total is of the same. None where they name different things with it, or some name nothing.
    """

    reader: HeadingReader
    edges: dict[str, bool] = field(default_factory=dict)
    of_columns: dict[int, Token | None] = field(default_factory=dict)

    def of(self, said: Said) -> Said:
        """Return what speaks for a cell, read as one name where its row and its column have one together."""
        if not said.rows or not said.columns or said.columns[0].kind or _is_titled(said):
            return said
        for count in dict.fromkeys((len(said.columns), 1)):
            measures = [
                one for one in _alternatives(self._measure(said.columns[:count])) if self._is_edge(one)
            ]
            if not measures:
                continue
            name = self.reader.words.total.sub("", self._bare(said.rows[0])).strip()
            if len(name) + max(map(len, measures)) > _LONGEST:
                continue
            if not name:
                return self._of_total(said, count)
            read = self._read_one(name, measures, said.rows[0])
            if read is not None:
                return self._put(said, count, *read)
            self.of_columns[said.columns[0].start] = None
        return said

    def _read_one(
        self, name: str, measures: list[str], row: Heading
    ) -> tuple[Word, tuple[Token, ...]] | None:
        """Return what a row names together with the one measure of a heading that it has a name with."""
        found: list[tuple[Word, tuple[Token, ...]]] = []
        for measure in measures:
            reads = (self._read(*order, row) for order in _orders(name, measure))
            found.extend(islice((read for read in reads if read is not None), 1))
        return found[0] if len({concept.concepts for concept, _ in found}) == 1 else None

    def _put(self, said: Said, count: int, concept: Word, members: tuple[Token, ...]) -> Said:
        """Return what speaks for a cell with a concept in its column's heading and members in its row's."""
        column = said.columns[0]
        across = Token(column.start, column.end, concept, is_term=True)
        known = self.of_columns.get(column.start, across)
        same = known is not None and known.meanings.concepts == concept.concepts
        self.of_columns[column.start] = across if same else None
        row = replace(said.rows[0], tokens=members, holes=(), named=frozenset())
        lines = [replace(line, tokens=(), holes=(), named=frozenset()) for line in said.columns[1:count]]
        nearest = replace(column, tokens=(across,), holes=(), named=frozenset())
        return replace(said, rows=[row, *said.rows[1:]], columns=[nearest, *lines, *said.columns[count:]])

    def _of_total(self, said: Said, count: int) -> Said:
        """Return what speaks for a cell of a row that is only called a total."""
        known = self.of_columns.get(said.columns[0].start)
        return self._put(said, count, known.meanings, ()) if known else said

    def _measure(self, columns: list[Heading]) -> str:
        """Return what the lines of a column's heading say, from the top."""
        parts = [part for part in map(self._bare, reversed(columns)) if part]
        return ("" if parts and parts[0][-1] >= _HAN_FIRST else " ").join(parts)

    def _bare(self, heading: Heading) -> str:
        """Return what a heading says beside its unit and time."""
        taken = (*heading.units.spans, *((phrase.start, phrase.end) for phrase in heading.phrases))
        return text_beside(self.reader.text, heading.start, heading.end, taken).strip(" ()（）:：")

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
        self, first: str, second: str, between: str, row: Heading
    ) -> tuple[Word, tuple[Token, ...]] | None:
        """Return the concept and the members that row and column name together; None where no name stands across both."""
        joined = f"{first}{between}{second}"
        tokens = cover(self.reader.vocabulary, joined, 0, len(joined), [])
        named = [token for token in tokens if token.is_term and token.meanings.concepts]
        if len(named) != 1 or not named[0].start < len(first) <= len(joined) - len(second) < _last(named[0]):
            return None
        covered = [span for token in tokens for span in _spans(token)]
        covered.extend(found.span() for found in self.reader.words.neutral_pattern.finditer(joined))
        if holes_of(joined, 0, len(joined), covered):
            return None
        members = tuple(
            Token(row.start, row.end, token.meanings, is_term=True)
            for token in (*tokens, *named[0].nested)
            if token.meanings.members
        )
        return named[0].meanings, members


def _is_titled(said: Said) -> bool:
    """Return whether a column's heading says nothing (Balance), and a title what rows are parts of: bad loans by customer."""
    if said.columns[0].has_term or said.columns[0].holes:
        return False
    return any(title.parts and any(t.meanings.concepts for t in title.tokens) for title in said.captions)


def _alternatives(measure: str) -> Iterator[str]:
    """Yield what a heading may measure that gives alternatives: interest income, and interest expense, of 利息收入/支出."""
    first, *others = [part.strip() for part in _SLASH.split(measure)]
    if first:
        yield first
    for other in filter(None, others):
        yield other
        if other[0] >= _HAN_FIRST:
            if len(other) < len(first):
                yield first[: -len(other)] + other
        elif len(other.split()) < len(first.split()):
            yield " ".join([*first.split()[: -len(other.split())], other])


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
