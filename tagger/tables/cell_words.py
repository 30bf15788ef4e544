"""The words that speak for a table's cell: of its row, its column, the rows it is a part of, and the captions.

Nearer words come first; farther ones are asked only for what the nearer leave open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tagger.document import Span
from tagger.figures.figure import RATES, Figure
from tagger.links.candidates import Candidate
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.tables.columns import Column
from tagger.tables.headings import Heading, concepts_of
from tagger.tables.implied import without_implied
from tagger.tables.units import TableUnit
from tagger.words.periods import TimePhrase
from tagger.words.word import Meaning, Token, Word


@dataclass(slots=True)
class Found:
    """left: a cell's own words in order of place. unread: what is left over in the heading that gives its concept.

    clash: row and column name different concepts. of_lead: its concept is what the paragraph above the table is of.
    candidates: the readings found for it, None before that.
    """

    left: list[Token]
    unread: list[tuple[int, int]]
    clash: bool
    of_lead: bool = False
    candidates: list[Candidate] | None = None


@dataclass(slots=True)
class Row:
    """The headings that all cells of a row share.

    totals: of the row that adds it up. lead: what the paragraph above the table may be of. section: the name of the
    part that the document's section is about. implied: members over the table that the names of its rows say.
    parted: concepts that rows of the table name with a member: loans, of personal loans.
    known: what was found for its cells, by all that it depends on.
    """

    number: int
    spans: tuple[Span, ...]
    rows: list[Heading]
    above: list[Heading]
    captions: list[Heading]
    totals: list[Heading] = field(default_factory=list)
    lead: tuple[Token, ...] = ()
    section: tuple[Heading, ...] = ()
    implied: frozenset[str] = frozenset()
    parted: frozenset[str] = frozenset()
    known: dict[tuple[object, ...], Found] = field(default_factory=dict)

    def of(self, column: Column) -> Said:
        """Return what speaks for the row's cell in a column."""
        return Said(
            self.rows,
            list(column.headings),
            self.above,
            self.captions,
            self.totals,
            self.lead,
            self.section,
            self.implied,
            self.parted,
            self.known,
        )


@dataclass(frozen=True, slots=True)
class Said:
    """The headings that speak for a cell, by how near they are."""

    rows: list[Heading]
    columns: list[Heading]
    above: list[Heading]
    captions: list[Heading]
    totals: list[Heading] = field(default_factory=list)
    lead: tuple[Token, ...] = ()
    section: tuple[Heading, ...] = ()
    implied: frozenset[str] = frozenset()
    parted: frozenset[str] = frozenset()
    known: dict[tuple[object, ...], Found] = field(default_factory=dict)

    @property
    def scenario(self) -> str:
        """Return "forecast" or "target" where the row's own heading says that it is one: Expected capital expenditure."""
        return next((plan for row in self.rows for plan in ("forecast", "target") if row.has(plan)), "")

    @property
    def base(self) -> TimePhrase | None:
        """Return what the row says that its changes are measured against: QoQ growth, 環比."""
        base = next((p for row in self.rows for p in row.phrases if p.base), None)
        return base.undated() if base and base.base in ("previous_year", "preceding_period") else base

    def found(self, figure: Figure, kind: str, index: TaxonomyIndex) -> Found:
        """Return the words and readings of a cell; the same for cells that differ in time and number alone."""
        words = tuple((token.start, token.end) for heading in self.columns for token in heading.tokens)
        key = (words, kind, figure.kind, figure.scale, figure.unit_word)
        found = self.known.get(key)
        if found is None:
            left, clash = self.tokens(figure, kind, index)
            lead = () if _concepts(left, figure, kind, index) else self.lead_of(figure, kind, index)
            left = [*lead, *left]
            found = self.known[key] = Found(left, self.caption_holes(left), clash, of_lead=bool(lead))
        return found

    def left_over(self) -> bool:
        """Return whether a word of the row's or the column's heading is explained by nothing."""
        named = any(heading.named for heading in self.rows)
        rows = [heading for heading in self.rows if not (named and heading.is_code)]
        return any(h.holes for h in rows) or any(h.holes for h in self.columns)

    def of_column(self) -> bool:
        """Return whether the column's heading gives a unit."""
        return any(heading.units.units for heading in self.columns)

    def units(self, column: Column) -> tuple[TableUnit, ...]:
        """Return the units that the cell may have, those of the nearest heading that gives any."""
        rates = [u for h in self.columns for u in h.units.units if u.kind in RATES]
        if rates and column.kind != "level":
            return (rates[0],)
        for headings in (self.rows, self.columns, self.above, self.captions):
            for heading in headings:
                if heading.units.units:
                    return heading.units.units
        return (TableUnit(),)

    def tokens(self, figure: Figure, kind: str, index: TaxonomyIndex) -> tuple[list[Token], bool]:
        """Return the cell's own words in order of place, and whether row and column name different concepts."""
        rows, columns, clash = self._own(figure, kind, index)
        left = [*columns, *rows]
        named = _concepts(left, figure, kind, index)
        shown = any(heading.supported for heading in self.rows)
        pending: list[Token] = []  # members of sections, while no concept is named
        for heading in (*self.above, *self.totals, *self.captions):
            concepts = _concepts(heading.tokens, figure, kind, index)
            qualified = heading not in self.above and _qualify(named, concepts, index)
            led = _is_of_one(heading)
            if shown and not (heading.supported or heading.is_section or qualified or led):
                left.extend(_beside(heading.bracketed, left, named, index))
                continue  # the presentation that the table follows has no such part
            said = list(self._beside_rows(heading.tokens, left, named or concepts, index))
            if not named:
                fresh = list(_without_axes(said, [*left, *pending], concepts=bool(concepts)))
                kept, pending = _kept(pending, fresh, concepts, rows, index)
                left.extend(self._beside_rows(kept, left, concepts, index))
                named = concepts
            elif heading in self.above or qualified or not named.isdisjoint(concepts) or _is_of_one(heading):
                said = [
                    t for t in said if not t.meanings.concepts or not named.isdisjoint(t.meanings.concepts)
                ]
                left.extend(_permitted(_without_axes(said, left, concepts=False), named, index))
            else:
                left.extend(_beside(heading.bracketed, left, named, index))
        left.extend(pending)
        left.extend(self._of_section(left, named, index))
        left = self._without_currencies(left, figure, kind, index)
        left.sort(key=lambda token: (token.start, token.end))
        return left, clash

    def _without_currencies(
        self, left: list[Token], figure: Figure, kind: str, index: TaxonomyIndex
    ) -> list[Token]:
        """Return words without those of a currency that is no more than the unit: RMB beside US$, of operating income."""
        units = [
            h
            for h in (*self.rows, *self.columns)
            if h.names_member and h.units.units and h.units.units[0].currency
        ]
        concepts = _concepts(left, figure, kind, index) if units else ()
        if not concepts:
            return left
        of_units = {h.start for h in units if not list(_permitted(h.tokens, concepts, index))}
        return [token for token in left if token.start not in of_units]

    def _own(self, figure: Figure, kind: str, index: TaxonomyIndex) -> tuple[list[Token], list[Token], bool]:
        """Return the words of the row and of the column that speak for the cell, and whether they name different concepts."""
        rows = [token for h in self.rows for token in h.tokens]
        columns = [token for h in self.columns for token in h.tokens]
        of_rows, of_columns = (_concepts(part, figure, kind, index) for part in (rows, columns))
        clash = False
        if of_rows and of_columns and of_rows.isdisjoint(of_columns):
            # the one whose words name members as well is a breakdown of what the other measures
            if _names_members(rows) and not _names_members(columns):
                rows = list(_members_only(rows))
            elif _names_members(columns) and not _names_members(rows):
                columns = list(_members_only(columns))
            elif of_rows <= self.parted and not of_columns <= self.parted:
                rows = list(_members_only(rows))  # 貸款總額, below loans by industry, beside 不良貸款
            else:
                clash = True
        if of_columns and not of_rows and self.parted and not _names_members(rows):
            others = {concept for token in rows for concept in token.meanings.concepts}
            clash = bool(others) and others.isdisjoint(
                self.parted | of_columns
            )  # card debts, beside bad loans
        if of_rows and not of_columns and not any(t.meanings.concepts for t in rows):
            above = {
                concept
                for heading in (*self.above, *self.captions, *self.totals)
                for token in heading.tokens
                for concept in token.meanings.concepts
                if index.unit_price(concept, figure, kind) is not None
            }
            if above and above.isdisjoint(of_rows):
                rows = list(_members_only(rows))  # private markets: a member's name may hold a concept's
        if of_rows and not of_columns and self._are_parts_of_a_kind(rows, of_rows, index):
            rows = list(_members_only(rows))
        return rows, columns, clash

    def _are_parts_of_a_kind(self, rows: list[Token], concepts: set[str], index: TaxonomyIndex) -> bool:
        """Return whether rows part what a title is of, a kind of what they are called: Corporate loans, of bad loans."""
        if not _names_members(rows):
            return False
        kinds = {
            concept
            for title in self.captions
            if title.parts
            for token in title.tokens
            for concept in token.meanings.concepts
        }
        return any(all(index.named_parts.is_kind_of(kind, whole) for whole in concepts) for kind in kinds)

    def _beside_rows(
        self, tokens: Sequence[Token], left: list[Token], concepts: set[str], index: TaxonomyIndex
    ) -> Iterable[Token]:
        """Return a farther heading's words without members that the names of the rows imply."""
        if not any(token.meanings.members for token in tokens):
            return tokens
        return list(without_implied(tokens, left, self.implied, concepts, index))

    def _of_section(self, left: list[Token], named: set[str], index: TaxonomyIndex) -> list[Token]:
        """Return the members that a title or the section is about, where all concepts that are named may have them."""
        titles = [heading for heading in self.captions if heading.names_member and not heading.holes]
        tokens = [token for heading in (titles or self.section) for token in heading.tokens] if named else []
        axes = frozenset(axis for token in (*tokens, *left) for axis, _ in token.meanings.members)
        if not tokens or not all(index.permits(concept, axes) for concept in named):
            return []
        return list(_without_axes(tokens, left, concepts=False))

    def lead_of(self, figure: Figure, kind: str, index: TaxonomyIndex) -> tuple[Token, ...]:
        """Return the one concept of the paragraph above that the figure may be of; none where several are."""
        fitting = _concepts(self.lead, figure, kind, index) if self.lead else set()
        return tuple(t for t in self.lead if len(fitting) == 1 and fitting.issuperset(t.meanings.concepts))

    def caption_holes(self, left: list[Token]) -> list[tuple[int, int]]:
        """Return what is left over in a caption or row above that gives the cell its concept."""
        return [
            hole
            for heading in (*self.above, *self.captions, *self.totals)
            if any(
                m.kind == "concept" and heading.start <= t.start < heading.end
                for t in left
                for m in t.meanings
            )
            for hole in heading.holes
        ]


def parted_by_rows(rows: Iterable[Heading]) -> frozenset[str]:
    """Return the concepts that rows name with a member: loans, of personal loans."""
    return frozenset(concepts_of(row for row in rows if any(t.meanings.members for t in row.tokens)))


def _beside(tokens: Sequence[Token], left: list[Token], named: set[str], index: TaxonomyIndex) -> list[Token]:
    """Return the members of a title's bracket that what the rows name may have: Capital structure (solo basis)."""
    return list(_permitted(_without_axes(tokens, left, concepts=False), named, index)) if tokens else []


def _is_of_one(heading: Heading) -> bool:
    """Return whether a heading leads to all that follows and names one member alone: the bank has committed."""
    return heading.leads and len({m for token in heading.tokens for m in token.meanings.members}) == 1


def _concepts(tokens: Iterable[Token], figure: Figure, kind: str, index: TaxonomyIndex) -> set[str]:
    """Return the concepts that words name and whose unit fits the figure."""
    named = {
        m.target for t in tokens for part in (t, *t.nested) for m in part.meanings if m.kind == "concept"
    }
    return {concept for concept in named if index.unit_price(concept, figure, kind) is not None}


def _qualify(named: set[str], concepts: set[str], index: TaxonomyIndex) -> bool:
    """Return whether a title names the level that the cell's own words are a measure of over time: Average, of value at risk."""
    flows = concepts and named and all(index.is_flow(concept) for concept in named)
    return bool(flows) and all(
        any(not index.is_flow(level) and index.labels.qualifies(concept, level) for level in concepts)
        for concept in named
    )


def _names_members(tokens: Iterable[Token]) -> bool:
    return any(m.kind == "member" for t in tokens for part in (t, *t.nested) for m in part.meanings)


def _member_meanings(token: Token) -> tuple[Meaning, ...]:
    own = tuple(m for m in token.meanings if m.kind == "member")
    return own or tuple(m for part in token.nested for m in part.meanings if m.kind == "member")


def _members_only(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        members = _member_meanings(token)
        if members:
            yield Token(token.start, token.end, Word(members), is_term=True)


def _without_axes(tokens: Iterable[Token], left: list[Token], *, concepts: bool) -> Iterator[Token]:
    """Yield a farther heading's terms; members only on axes that nearer words leave open."""
    taken = {m.axis for t in left for part in (t, *t.nested) for m in part.meanings if m.kind == "member"}
    for token in tokens:
        members = tuple(m for m in _member_meanings(token) if m.axis not in taken)
        own = tuple(m for m in token.meanings if m.kind == "concept") if concepts else ()
        nested = (
            [
                Token(n.start, n.end, Word(m for m in n.meanings if m.kind == "concept"), is_term=True)
                for n in token.nested
            ]
            if concepts
            else []
        )
        if members or own or any(n.meanings for n in nested):
            yield Token(
                token.start,
                token.end,
                Word((*own, *members)),
                is_term=True,
                nested=tuple(n for n in nested if n.meanings),
            )


def _kept(
    pending: list[Token], fresh: list[Token], concepts: set[str], rows: list[Token], index: TaxonomyIndex
) -> tuple[list[Token], list[Token]]:
    """Return what a heading adds, and what waits for one that names a concept: `pending` and its `fresh` words.

    Below the name of a concept a section's may be a member of another: Deposits, over Banks, in interest expense. What
    its rows name tells that, all of which the concept has.
    """
    if not concepts:
        return [], [*pending, *fresh]
    members = [token for token in rows if token.meanings.members]
    told = members and len(list(_permitted(members, concepts, index))) == len(members)
    return [*(_permitted(pending, concepts, index) if told else pending), *fresh], []


def _permitted(tokens: Iterable[Token], concepts: set[str], index: TaxonomyIndex) -> Iterator[Token]:
    for token in tokens:
        members = tuple(
            m
            for m in token.meanings
            if any(index.permits(concept, frozenset((m.axis,))) for concept in concepts)
        )
        if members:
            yield Token(token.start, token.end, Word(members), is_term=True)
