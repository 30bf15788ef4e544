"""What a row and a column name together: 活期存款 beside 平均付息率 is the 存款平均付息率 of demand deposits.

Tried only where some name of the taxonomy begins or ends as the column's heading does; it holds only where one name
stands across both and nothing beside it is left over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from tagger.clauses.left_over import holes_of
from tagger.links.whole_labels import Named, plain
from tagger.tables.cell_words import Said
from tagger.tables.heading_words import text_beside
from tagger.tables.headings import Heading, HeadingReader, concepts_of
from tagger.tables.measures import alternatives, either_way, orders
from tagger.tables.titled_parts import part_called
from tagger.words.cover import cover
from tagger.words.word import Meaning, Token, Word
from taxonomy.model import Taxonomy

_HAN_FIRST = "\u4e00"
_LONGEST = 120
_FLOW, _LEVEL = ("monetary", "duration"), ("monetary", "instant")


@dataclass(slots=True)
class JoinedNames:
    """Reads rows and columns together. edges: whether a longer name begins or ends as a column's heading does.

    of_columns: what the rows before name together with a column, by where that stands: a row that is only called a
    total is of the same. None where they name different things with it, or some name nothing.
    known: what rows that are whole labels name with measures. parted: by concepts that rows name with a member, its axes.
    wholes: by where rows stand that name one of these without, these axes.
    kinds: the types and period types of what columns are of with their rows, by where these columns' headings stand.
    titled: the members that rows name with a word of the title, by where they stand.
    """

    reader: HeadingReader
    taxonomy: Taxonomy
    edges: dict[str, bool] = field(default_factory=dict)
    of_columns: dict[int, Token | None] = field(default_factory=dict)
    known: dict[tuple[str, ...], tuple[str, Named | None] | None] = field(default_factory=dict)
    parted: dict[str, set[str]] = field(default_factory=dict)
    wholes: dict[int, set[str]] = field(default_factory=dict)
    kinds: dict[int, set[tuple[str, str]]] = field(default_factory=dict)
    titled: dict[int, Named | None] = field(default_factory=dict)

    def of(self, said: Said, *, of_levels: bool) -> Said:
        """Return what speaks for a cell, read as one name where its row and its column have one together.

        of_levels: its table breaks down what is there at a day.
        """
        said = self._of_a_title(said)
        balance = self._at_a_day(said) if of_levels and said.rows else None
        if balance is not None:
            return balance
        if (
            not said.rows
            or not said.columns
            or any(column.kind for column in said.columns)
            or _is_titled(said)
        ):
            return said
        for count in dict.fromkeys((len(said.columns), 1)):
            measures = [
                one for one in self._alternatives(self._measure(said.columns[:count])) if self._is_edge(one)
            ]
            if not measures:
                continue
            name = self.reader.words.total.sub("", self._bare(said.rows[0])).strip()
            if len(name) + max(map(len, measures)) > _LONGEST:
                continue
            if not name:
                return self._of_total(said, count)
            whole = self._without_tail(name)
            read = next(filter(None, (self._read_one(one, measures, said.rows[0]) for one in whole)), None)
            read = read or self._called_otherwise(whole[-1], measures, said.rows[0], said.columns[:count])
            read = read or self._of_all(measures, said.rows[0]) or self._of_sections(measures, said)
            if read is not None:
                return self._put(said, count, *read)
            if self._stands_alone(said):
                return replace(said, columns=[replace(h, tokens=(), holes=()) for h in said.columns])
            self.of_columns[said.columns[0].start] = None
        return self._under_section(said)

    def _of_sections(self, measures: list[str], said: Said) -> tuple[Word, tuple[Token, ...]] | None:
        """Return what a column measures of a section's or title's concept, whose parts rows are: 活期, below 公司存款."""
        tokens = said.rows[0].tokens
        if said.rows[0].holes or not tokens or any(token.meanings.concepts for token in tokens):
            return None
        for heading in (*said.above, *said.captions):
            concepts = set(concepts_of([heading]))
            found = self._by_names_of(concepts, measures) if len(concepts) == 1 else None
            axes = [frozenset((axis,)) for token in tokens for axis, _ in token.meanings.members]
            if found and all(self.taxonomy.permits(found, axis) for axis in axes):
                return Word((Meaning("concept", found),)), tokens
            if concepts:
                return None
        return None

    def _under_section(self, said: Said) -> Said:
        """Return what speaks for a cell whose row is a name with the section over it: Tier 1, below Capital ratios."""
        if not said.above or any(t.meanings.concepts for column in said.columns for t in column.tokens):
            return said
        row, over = said.rows[0], self._bare(said.above[0])
        if not self._bare(row):
            return said
        one = next((s for s, many in self.reader.language.plurals if many and over.endswith(many)), "")
        many = next((m for _, m in self.reader.language.plurals if m and over.endswith(m)), "")
        over = over[: len(over) - len(many)] + one
        words = over.split()
        ends = [" ".join(words[at:]) for at in range(len(words))]
        said_so = (self.reader.labels.by_label.get(plain(self._bare(row) + end)) for end in ends)
        named = next(filter(None, said_so), frozenset[Named]())
        if len(named) != 1 or any(item.axis for item in named):
            return said
        token = Token(
            row.start, row.end, Word(Meaning("concept", item.target) for item in named), is_term=True
        )
        return replace(
            said, rows=[replace(row, tokens=(token,), holes=()), *said.rows[1:]], above=said.above[1:]
        )

    def _of_a_title(self, said: Said) -> Said:
        """Return what speaks for a cell whose row names a member with a word of what the title is of: 代理業務, of its 手續費.

        Bank cards, under fee and commission income, are the bank card fees; Time, under deposits, the time deposits.
        """
        row = said.rows[0] if said.rows else None
        if row is None or row.named or row.kind or row.phrases or not self._bare(row):
            return said
        if row.start not in self.titled:
            concepts = set(concepts_of(said.captions))
            concept = self.taxonomy.concept_by_qname[concepts.pop()] if len(concepts) == 1 else None
            self.titled[row.start] = (
                part_called(self._bare(row), concept, self.taxonomy, self.reader.labels, self.reader.language)
                if concept
                else None
            )
        item = self.titled[row.start]
        if item is None:
            return said
        token = Token(row.start, row.end, Word((Meaning("member", item.target, item.axis),)), is_term=True)
        return replace(said, rows=[replace(row, tokens=(token,), holes=()), *said.rows[1:]])

    def _at_a_day(self, said: Said) -> Said | None:
        """Return what speaks for a cell whose row is called like what is done, as of what is there: 票據貼現, its 餘額.

        None where no one concept is called by the row with a word for a balance.
        """
        if any(t.meanings.concepts for column in said.columns for t in column.tokens):
            return None
        row, words = said.rows[0], self.reader.language.tables.get("standing", ())
        concepts = set(concepts_of([row]))
        if not words or len(concepts) != 1 or not all(self._kind(c) == _FLOW for c in concepts):
            return None
        bare = plain(self._bare(row))
        called = {
            form
            for word in map(plain, words)
            for form in (f"{bare}{word}", f"{word}of{bare}", f"{word}{bare}")
        }
        labels = self.reader.labels.by_label
        found = {item.target for one in called for item in labels.get(one, ()) if not item.axis}
        found = {name for name in found if self._kind(name) == _LEVEL}
        if len(found) != 1:
            return None
        token = Token(row.start, row.end, Word((Meaning("concept", found.pop()),)), is_term=True)
        return replace(said, rows=[replace(row, tokens=(token,), named=frozenset()), *said.rows[1:]])

    def _without_tail(self, name: str) -> tuple[str, ...]:
        """Return a row's name, and what it is the whole of where it says that: 生息資產, of 生息資產總額."""
        tails = tuple(self.reader.language.extra["whole_tails"])
        tail = max((t for t in tails if name.endswith(t) and len(name) > len(t) + 1), key=len, default="")
        return (name, name[: -len(tail)]) if tail else (name,)

    def _called_otherwise(
        self, name: str, measures: list[str], row: Heading, columns: list[Heading]
    ) -> tuple[Word, tuple[Token, ...]] | None:
        """Return what a row that is a whole label names with a measure, by another name of it or as a member.

        發放貸款和墊款 beside 平均餘額, of 貸款平均餘額; 存放央行款項, of the 生息資產 whose 平均餘額 the taxonomy has. As a
        member only where the column says more than that it is of balances; of the concept that it names, if it does.
        """
        key = (name, *measures)
        if key not in self.known:
            own = set(concepts_of(columns))
            says = bool(own) or any(heading.holes for heading in columns)
            self.known[key] = next(filter(None, self._tried(name, measures, own, says=says)), None)
        found = self.known[key]
        if found is None:
            return None
        concept, item = found
        member = Word((Meaning("member", item.target, item.axis),)) if item else None
        tokens = (Token(row.start, row.end, member, is_term=True),) if member else ()
        return Word((Meaning("concept", concept),)), tokens

    def _permits(self, concepts: Iterable[str], token: Token) -> bool:
        """Return whether concepts may have a member that their own name holds: cards, in bad card loans."""
        axes = [frozenset((axis,)) for axis, _ in token.meanings.members]
        return any(self.taxonomy.permits(concept, axis) for concept in concepts for axis in axes)

    def _kind(self, concept: str) -> tuple[str, str]:
        found = self.taxonomy.concept_by_qname[concept]
        return found.type, found.period_type

    def _stands_alone(self, said: Said) -> bool:
        """Return whether a row is a whole label of what its column measures of others: net interest margin, among yields."""
        if any(token.meanings.concepts for column in said.columns for token in column.tokens):
            return False
        kinds, named = self.kinds.get(said.columns[0].start, set()), said.rows[0].named
        return bool(named) and all(not item.axis and self._kind(item.target) in kinds for item in named)

    def _of_all(self, measures: list[str], row: Heading) -> tuple[Word, tuple[Token, ...]] | None:
        """Return the one concept parted by rows before that a measure names, in a row that is the whole of these.

        生息資產總額 beside 利息收入, where its 平均餘額 is the concept of which rows before are members.
        """
        axes = self.wholes.get(row.start)
        if axes is None:
            return None
        said = (one for several in self._said_of(measures) for one in several)
        named = {item.target for one in said for item in self.reader.labels.named(one) if not item.axis}
        found = [name for name in named if not axes.isdisjoint(self.parted.get(name, ()))]
        return (Word((Meaning("concept", found[0]),)), ()) if len(found) == 1 else None

    def _said_of(self, measures: list[str]) -> Iterator[list[str]]:
        """Yield what a heading measures, and that with the words for either way of it: interest income, interest expense."""
        yield measures
        yield [way for measure in measures for way in self._ways(measure)]

    def _ways(self, measure: str) -> Iterator[str]:
        tables = self.reader.language.tables
        for word in (*tables.get("gains", ()), *tables.get("losses", ())):
            yield f"{measure}{word}" if word[0] >= _HAN_FIRST else f"{measure} {word}"

    def _alternatives(self, measure: str) -> Iterator[str]:
        """Yield what a heading may measure; either way where it says both: interest income, of interest earned or paid."""
        bare = either_way(measure, self.reader.language.tables.get("both_ways", ()))
        yield from alternatives(measure) if bare == measure else self._ways(bare)

    def _tried(
        self, name: str, measures: list[str], own: set[str], *, says: bool
    ) -> Iterator[tuple[str, Named | None] | None]:
        for said in self._said_of(measures):
            yield self._by_other_names(name, said)
            if says:
                yield self._as_member(name, said, own)

    def _by_other_names(self, name: str, measures: list[str]) -> tuple[str, None] | None:
        """Return the one concept that a measure of some other name of the row's concept is a whole label of."""
        concepts = {item.target for item in self.reader.labels.named(name) if not item.axis}
        found = self._by_names_of(concepts, measures)
        return (found, None) if found else None

    def _by_names_of(self, concepts: set[str], measures: list[str]) -> str | None:
        labels = self.reader.labels
        others = {other for concept in concepts for other in labels.called.get(concept, ())}
        links = ("", *(link for link in self.reader.language.links if link.isascii()))
        said = {
            joined
            for bare in map(plain, measures)
            for other in others
            for joined in (f"{other}{bare}", *(f"{bare}{link}{other}" for link in links))
        }
        found = {item.target for one in said for item in labels.by_label.get(one, ()) if not item.axis}
        found -= concepts
        return found.pop() if len(found) == 1 else None

    def _as_member(self, name: str, measures: list[str], own: set[str]) -> tuple[str, Named] | None:
        """Return the one concept called by a measure that may have a member called as the row, and that member.

        own: the concepts that the measure names by itself: it is of these, if there are any.
        """
        labels = self.reader.labels
        members = [item for item in labels.named(name) if item.axis]
        if not members:
            return None
        measured = {
            item.target
            for measure in measures
            for label in labels.edged_by(plain(measure))
            for item in labels.by_label[label]
            if not item.axis
        }
        found = [
            (concept, item)
            for concept in sorted(measured & own if own else measured)
            for item in members
            if self.taxonomy.permits(concept, frozenset((item.axis,)))
        ]
        return found[0] if len(found) == 1 else None

    def _read_one(
        self, name: str, measures: list[str], row: Heading
    ) -> tuple[Word, tuple[Token, ...]] | None:
        """Return what a row names together with the one measure of a heading that it has a name with."""
        found: list[tuple[Word, tuple[Token, ...]]] = []
        for measure in measures:
            reads = (self._read(*order, row) for order in orders(name, measure))
            found.extend(islice((read for read in reads if read is not None), 1))
        return found[0] if len({concept.concepts for concept, _ in found}) == 1 else None

    def _put(self, said: Said, count: int, concept: Word, members: tuple[Token, ...]) -> Said:
        """Return what speaks for a cell with a concept in its column's heading and members in its row's."""
        column = said.columns[0]
        axes = {axis for token in members for axis, _ in token.meanings.members}
        for name in concept.concepts:
            if axes:
                self.parted.setdefault(name, set()).update(axes)
            elif name in self.parted:
                self.wholes[said.rows[0].start] = self.parted[name]
        across = Token(column.start, column.end, concept, is_term=True)
        self.kinds.setdefault(column.start, set()).update(map(self._kind, concept.concepts))
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
        taken = [*heading.units.spans, *((phrase.start, phrase.end) for phrase in heading.phrases)]
        each = self.reader.words.per_unit.search(self.reader.text, heading.start, heading.end)
        if each is not None and heading.units.spans:
            return each.group()  # HK$ per share: of a share
        return text_beside(self.reader.text, heading.start, heading.end, taken).strip(" ()（）:：")

    def _is_edge(self, measure: str) -> bool:
        found = self.edges.get(measure)
        if found is None:
            bare = plain(measure)
            found = self.edges[measure] = len(bare) > 1 and any(
                label != bare for label in self.reader.labels.edged_by(bare)
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
        before = joined[: named[0].start]
        if self.reader.words.narrowing.search(before) or (
            row.named and before and not _members_in(tokens, before)
        ):
            return None  # net interest income is not of interest income in total
        covered = [span for token in tokens for span in _spans(token)]
        covered.extend(found.span() for found in self.reader.words.neutral_pattern.finditer(joined))
        if holes_of(joined, 0, len(joined), covered):
            return None
        concepts = named[0].meanings.concepts
        members = tuple(
            Token(row.start, row.end, token.meanings, is_term=True)
            for token in (*tokens, *named[0].nested)
            if token.meanings.members and (token not in named[0].nested or self._permits(concepts, token))
        )
        return named[0].meanings, members


def _is_titled(said: Said) -> bool:
    """Return whether a column's heading says nothing (Balance), and a title what rows are parts of: bad loans by customer."""
    if said.columns[0].has_term or said.columns[0].holes:
        return False
    return any(title.parts and any(t.meanings.concepts for t in title.tokens) for title in said.captions)


def _members_in(tokens: Iterable[Token], before: str) -> bool:
    return any(token.meanings.members and token.end <= len(before) for token in tokens)


def _last(token: Token) -> int:
    return max(token.end, token.reach)


def _spans(token: Token) -> Iterator[tuple[int, int]]:
    yield token.start, token.end
    if token.gap:
        yield token.gap[1], token.reach
