"""What one heading or caption of a table says: terms, time, unit, kind of figure, and what it leaves unexplained."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tagger.clauses.left_over import holes_of, reaching_names
from tagger.links.whole_labels import Named, WholeLabels
from tagger.reporting_period import ReportingPeriod
from tagger.tables.dates import with_dates
from tagger.tables.explained import explained, without_apart
from tagger.tables.heading_words import inside_term, is_mark, is_verb, kind_said, says_by_what, text_beside
from tagger.tables.moved_shares import says_moved_share
from tagger.tables.movements import charge_said, without_asides
from tagger.tables.sentence_titles import told_in_sentence
from tagger.tables.units import NONE_SAID, UnitsSaid, fills_bracket, units_of_cell, units_said
from tagger.tables.wordings import wordings
from tagger.tables.words import TableWords
from tagger.words.cover import cover
from tagger.words.language import Language
from tagger.words.periods import TimePhrase, find_time_phrases
from tagger.words.spans import Span
from tagger.words.vocabulary import Vocabulary
from tagger.words.word import Meaning, Token, Word

_LONGEST = 600
_NUMBER = re.compile(
    "\\s*[(（]?(?:[0-9]{1,2}|[a-z]|[一二三四五六七八九十]{1,3})[)）、.．](?![0-9])\\s*|[0-9]{1,2}(?:\\.[0-9]{1,2}){0,3}[a-z]?\\s{2,}"
)
"""The number of a row, or of a note and a wide gap: 六、 (一) 1. a) 21   Deposits"""
_BRACKET = re.compile(r"[()（）]")
_GLUED = re.compile("(?<=[a-z]{4})[0-9]{1,2}\\Z")
_CODE = re.compile("(?=[a-z]*[0-9])[a-z0-9]{1,8}\\Z")
_TWO_SCRIPTS = re.compile("(?<=[\u2e80-\uffef])[ \n/|]+(?=[a-z])|(?<=[a-z])[ \n/|]+(?=[\u2e80-\uffef])")
"""Between a heading and what it is in another language."""
_YEAR_FIRST = re.compile(r"\s*((?:19|20)\d\d)\s+")
_MARKED_YEAR = re.compile(r"(?<=[a-z.,] )(?:19|20)[0-9]{2}(?=[1-9](?![0-9,.]))")
_FORMULA = re.compile(r"[(（][^()（）]{0,60}\w ?[+＋] ?\w[^()（）]{0,60}[)）]")
"""What a row adds up, in brackets: Total capital (Tier 1 + Tier 2)."""


@dataclass(frozen=True, slots=True)
class Heading:
    """start, end: in the prose. tokens: its words, those of units and times left out. phrases: of time.

    holes: stretches of letters that no word explains. kind: "change", "share" or "" for what its words make of a
    figure; sign: -1 where they say a decrease only. named: what it is a whole label of. supported: where the table
    follows the presentation of what it names. is_code: it is letters and digits alone: A33100.
    is_deducted: it says that a total subtracts it: Less: allowances.
    of_change: it says both ways of a change: (Increase)/decrease in loans. is_section: it names a member, and stands
    over rows without a value of its own. stands_alone: so does one that names a concept.
    leads: it ends in a colon: what it is about is all that follows. parts: it says by what its rows part it.
    of_unit: it stands in a column of units, and one that is not understood is not passed over.
    bracketed: members alone in brackets (solo basis). moves_share: it is of the change of a share: 占比增減, change in mix.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    phrases: tuple[TimePhrase, ...]
    units: UnitsSaid
    holes: tuple[tuple[int, int], ...]
    kind: str = ""
    sign: int = 1
    named: frozenset[Named] = frozenset()
    supported: bool = False
    is_code: bool = False
    is_deducted: bool = False
    of_change: bool = False
    of_charges: bool = False
    is_section: bool = False
    stands_alone: bool = False
    leads: bool = False
    parts: bool = False
    bracketed: tuple[Token, ...] = ()
    moves_share: bool = False
    of_unit: bool = False

    def as_named(self, names: tuple[Named, ...], *, supported: bool) -> Heading:
        """Return the heading read as the whole label that it is: nothing in it is left to explain.

        Without a name it is one that nothing explains.
        """
        if not names:
            return replace(self, tokens=(), holes=((self.start, self.end),), named=frozenset())
        meanings = tuple(
            Meaning("member", item.target, item.axis) if item.axis else Meaning("concept", item.target)
            for item in names
        )
        nested = () if any(not item.axis for item in names) else self._terms_inside()
        token = Token(self.start, self.end, Word(meanings), is_term=True, nested=nested)
        return replace(
            self, tokens=(token,), holes=(), kind="", sign=1, named=frozenset(names), supported=supported
        )

    def _terms_inside(self) -> tuple[Token, ...]:
        """Return the terms in a member's name: 客戶, of which there is a number, in 個人客戶."""
        inside = [part for token in self.tokens if token.is_term for part in (token, *token.nested)]
        return tuple(
            Token(part.start, part.end, Word(m for m in part.meanings if m.kind == "concept"), is_term=True)
            for part in inside
            if any(m.kind == "concept" for m in part.meanings)
        )

    @property
    def names_member(self) -> bool:
        """Return whether it is a whole label of nothing but members."""
        return bool(self.named) and all(item.axis for item in self.named)

    @property
    def has_term(self) -> bool:
        """Return whether a term of the taxonomy stands in it."""
        return any(m.kind in ("concept", "member") for token in self.tokens for m in token.meanings)

    def has(self, kind: str) -> bool:
        """Return whether a word of that kind stands in it: of_which, total."""
        return any(m.kind == kind for token in self.tokens for m in token.meanings)


@dataclass(frozen=True)
class HeadingReader:
    """Reads headings: the prose's text and all phrases of time in it, in order, with where they start."""

    text: str
    phrases: list[TimePhrase]
    phrase_starts: list[int]
    vocabulary: Vocabulary
    language: Language
    words: TableWords
    labels: WholeLabels
    period: ReportingPeriod

    def read(self, start: int, end: int) -> Heading:
        """Return what the heading text[start:end] says; one as long as a page is none, and stays unexplained."""
        if end - start > _LONGEST:
            return Heading(start, end, (), (), NONE_SAID, ((start, end),))
        if self._only_parts_rows(start, end):
            return Heading(start, end, (), (), NONE_SAID, ())
        low, high = bisect_left(self.phrase_starts, start), bisect_left(self.phrase_starts, end)
        phrases = with_dates(
            self.text,
            start,
            end,
            [p for p in self.phrases[low:high] if p.end <= end],
            self.language,
            self.period,
        )
        marked = _MARKED_YEAR.search(self.text, start, end)
        if marked:
            phrases = self._before_mark(start, marked.end())
        phrases = self._without_tenors(phrases, start, end)
        named = self.labels.named(self.text[start:end])
        phrases = [] if named else phrases or self._year_before_unit(start, end)  # 期末餘額 is a name
        after = phrases[-1].end if phrases else None
        footnotes = tuple(self._footnotes(start, end, glued=not named))
        units = self._units(start, end, after, footnotes)
        if named and all(unit.kind == "count" for unit in units.units):
            units = NONE_SAID  # Net interest margin, FTE
        less = self.words.deducted.match(self.text, start, end)
        aside = [*footnotes, *self._asides(start, end), *([less.span()] if less else [])]
        taken = [*((p.start, p.end) for p in phrases), *units.spans, *aside]
        tokens = cover(self.vocabulary, self.text, start, end, taken)
        tokens = without_apart(tokens, self.text, start, end, self.language, known=bool(named))
        parted = self._parted_by(start, end, tokens)
        taken.extend(parted)
        tokens = [t for t in tokens if not any(a <= t.start and t.end <= b for a, b in parted)]
        said = self.text[start:end]
        kind, sign, cues, alone = self._said_of_figures(start, said, tokens, taken)
        moves_share = kind == "share" and says_moved_share(said, tokens, self.words, self.language)
        kind = "change" if moves_share else kind
        if alone:
            tokens, named = [], frozenset()  # Share, of a whole, where the taxonomy has shares
        taken.extend((start + m.start(), start + m.end()) for m in self.words.neutral_pattern.finditer(said))
        taken.extend(cues)
        taken.extend((token.start, token.end) for token in tokens if token.is_term)
        narrowed = self._narrowed(start, end, taken)
        taken.extend((token.start, token.end) for token in tokens)
        net = said.strip(" :：") in self.words.net
        holes = () if net else narrowed or self._left_over(start, end, taken, tokens)
        terms = tuple(token for token in tokens if token.is_term or not is_verb(token))
        said_beside = [*((p.start, p.end) for p in phrases), *units.spans, *aside]
        named = named or self._named_in(start, end, said_beside)
        return Heading(
            start, end, terms, tuple(phrases), units, holes, kind, sign, named,
            is_code=bool(_CODE.match(said)), is_deducted=less is not None,
            of_change=bool(self.words.increase.search(said) and self.words.decrease.search(said)),
            of_charges=bool(self.words.charged.search(said)),
            leads=said.rstrip().endswith((":", "：")), moves_share=moves_share,
            parts=bool(parted or self.words.parted.search(self.text, start, end)),
            bracketed=tuple(t for t in terms if t.meanings.members and fills_bracket(self.text, t.start, t.end)),
        )  # fmt: skip

    def _only_parts_rows(self, start: int, end: int) -> bool:
        """Return whether a heading says no more than by which axis rows part a concept (by age), or of which field they are."""
        said = self.text[start:end].strip(" :：")
        if said in self.words.fields and not self.labels.named(said):
            return True
        parted = self.words.parted_by.match(said)
        if parted is not None:
            return self.labels.names_axis(parted[1])
        return self.words.both.fullmatch(self.text, start, end) is not None

    def _left_over(
        self, start: int, end: int, taken: list[tuple[int, int]], tokens: list[Token]
    ) -> tuple[tuple[int, int], ...]:
        """Return what nothing explains; taken: what something does, the tokens among it."""
        holes = [
            hole
            for hole in holes_of(self.text, start, end, taken)
            if not is_mark(self.text[slice(*hole)])
            and not self.words.parted.match(self.text, hole[1], end)
            and not says_by_what(hole, end, tokens, self.text, self.labels.names_axis)
        ]
        return tuple(reaching_names(holes, tokens, self.text, self.language))

    def _said_of_figures(
        self, start: int, said: str, tokens: list[Token], taken: list[tuple[int, int]]
    ) -> tuple[str, int, list[tuple[int, int]], bool]:
        """Return what a heading makes of a figure, its sign, the words that say so, and whether it says a share and no more."""
        plain = without_asides(said, self.language)
        share, change = self.words.share.search(plain), self.words.change.search(plain)
        if share and change and change.start() <= share.start() and share.end() <= change.end():
            share = None  # percentage change
        each = self.words.per_unit.search(plain) if share else None
        if share and each and each.start() <= share.start() and share.end() <= each.end():
            share = None  # HK$ per share
        aside = [(first - start, last - start) for first, last in taken]
        alone = share is not None and not text_beside(said, 0, len(said), [share.span(), *aside]).strip(
            " ()（）:："
        )
        if plain != said:
            tokens = [t for t in tokens if not plain[t.start - start : t.end - start].isspace()]
        kind, sign, cues = kind_said([] if alone else tokens)
        if share:
            first = start + share.start()  # % of total loans: the term may begin within it
            if alone or not inside_term(tokens, first, first + 1):
                return "share", 1, [*cues, (first, start + share.end())], alone
        elif change and not inside_term(tokens, start + change.start(), start + change.end()):
            return "change", 1, [*cues, (start + change.start(), start + change.end())], alone
        return kind, sign, cues, alone

    def _units(
        self, start: int, end: int, after: int | None, footnotes: tuple[tuple[int, int], ...]
    ) -> UnitsSaid:
        units = units_said(self.text, start, end, self.words, self.language, after)
        inside = any(low < first and last < high for low, high in footnotes for first, last in units.spans)
        return NONE_SAID if inside else units  # (note 14(b)), which is of no billions

    def _asides(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield what is no part of a name: its number, that a total adds it, what it adds up, limits, explanations."""
        number, more = _NUMBER.match(self.text, start, end), self.words.added.match(self.text, start, end)
        yield from (m.span() for m in (number, more, _FORMULA.search(self.text, start, end)) if m)
        yield from (m.span() for m in self.words.inclusive.finditer(self.text, start, end))
        yield from explained(self.labels, self.words, self.text, start, end, self.language)
        yield from told_in_sentence(self.text, start, end, self.words.unit)

    def _footnotes(self, start: int, end: int, *, glued: bool) -> Iterator[tuple[int, int]]:
        """Yield the marks of footnotes; `glued`: a number stuck to the last word may be one (Customer accounts2)."""
        yield from (found.span() for found in self.words.footnote.finditer(self.text, start, end))
        effect = self.words.after.fullmatch(self.text, start, end)
        if effect and self._is_effect(effect[1] or effect[2], self.text[start:end]):
            yield start, end
        for pattern in (self.words.charged, self.words.net_change):
            yield from (found.span() for found in pattern.finditer(self.text, start, end))
        stuck = _GLUED.search(self.text, start, end) if glued else None
        if stuck and not any(t.end == end for t in cover(self.vocabulary, self.text, start, end, [])):
            yield stuck.span()

    def _is_effect(self, said: str, whole: str) -> bool:
        """Return whether a text names members, and what stands after it (After adjustment) is no member by that name."""
        named = self.labels.named(said.strip())
        return bool(named) and all(item.axis for item in named) and not self.labels.named(whole)

    def _narrowed(self, start: int, end: int, taken: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        """Return what in a heading says that it names only a part of its term: 90 days, 1至3年, other, 其他."""
        return tuple(
            found.span()
            for pattern in (self.words.tenor, self.words.narrowing)
            for found in pattern.finditer(self.text, start, end)
            if not any(first < found.end() and found.start() < last for first, last in taken)
        )

    def _before_mark(self, start: int, end: int) -> list[TimePhrase]:
        """Return the phrases of time before the mark of a footnote that is stuck to their year: 31 Dec 20241."""
        said = self.text[start:end]
        found = find_time_phrases(said, self.language, self.period)
        moved = [replace(p, start=p.start + start, end=p.end + start) for p in found]
        return with_dates(self.text, start, end, moved, self.language, self.period)

    def _without_tenors(self, phrases: list[TimePhrase], start: int, end: int) -> list[TimePhrase]:
        """Return phrases but those in how long something has to run: within 1 year; over 5 years, over a column of these."""
        tenors = (
            [found.span() for found in self.words.tenor.finditer(self.text, start, end)] if phrases else []
        )
        kept = (p for p in phrases if not any(first < p.start and p.end <= last for first, last in tenors))
        return [p for p in kept if p.base != "multi_year" or (p.start, p.end) != (start, end)]

    def _year_before_unit(self, start: int, end: int) -> list[TimePhrase]:
        """Return the year that stands before a unit and nothing else: 2024 RMB million, 2024 港幣百萬元."""
        said = _YEAR_FIRST.match(self.text, start, end)
        units = units_said(self.text, said.end(), end, self.words, self.language) if said else NONE_SAID
        if said is None or not units.spans or self.text[units.spans[0][1] : end].strip(" )）"):
            return []
        if self.text[said.end() : units.spans[0][0]].strip(" (（"):
            return []
        return [TimePhrase(said.start(1), said.end(1), Span(*self.period.fiscal_year(int(said[1]))))]

    def _parted_by(self, start: int, end: int, tokens: list[Token]) -> list[tuple[int, int]]:
        """Return the stretches that say by what a table parts a concept, which is no part of it: revenue by business."""
        first = self.words.parted_first.match(self.text, start, end)
        if first and any(t.meanings.concepts and t.start >= first.end() for t in tokens):
            return [first.span()]  # 按擔保方式劃分的貸款
        ends = {token.end for token in tokens if token.meanings.concepts}
        return [
            found.span()
            for found in self.words.breakdown.finditer(self.text, start, end)
            if len(self.text[start : found.start()].rstrip()) + start in ends
        ]

    def read_in(self, column: str, start: int, end: int) -> Heading:
        """Return what a cell says in a column of a "unit" or a "note": it names nothing, and leaves nothing open."""
        if not column:
            return self.read(start, end)
        if column == "note":
            return Heading(start, end, (), (), NONE_SAID, ())
        units = units_of_cell(self.text, start, end, self.words, self.language)
        return Heading(start, end, (), (), units, () if units.units else ((start, end),), of_unit=True)

    def is_per_unit(self, heading: Heading) -> bool:
        """Return whether a heading is of an amount a share or the like, which has no scale of the table."""
        return bool(self.words.per_unit.search(self.text, heading.start, heading.end))

    def _named_in(self, start: int, end: int, taken: list[tuple[int, int]]) -> frozenset[Named]:
        """Return what a heading names beside its time and unit, its number, and a word for a total."""
        bare = text_beside(self.text, start, end, taken)
        numbered = _NUMBER.match(bare)
        for said in dict.fromkeys((bare, bare[numbered.end() :] if numbered else bare)):
            named = self.labels.named(said) or self.labels.named(self.words.total.sub("", said))
            if not named and taken:
                named = self.labels.named(
                    self.words.neutral_edge.sub("", said)
                )  # agents at, of: agents at 30 June
            if named:
                return named
        said_so = self._named_twice(bare) or self.name_of(bare) or self._charge_in_brackets(start, end, taken)
        return said_so or self._currency_named(self.text[start:end])

    def _currency_named(self, said: str) -> frozenset[Named]:
        """Return the member that a heading names which is a unit to others: US dollars, 港元, of 港元業務."""
        currencies = self.language.currencies
        code = currencies.get(said.strip())
        if code is None:
            return frozenset()
        alike = [word for word, other in currencies.items() if other == code and len(word) > 1]
        names = (f"{word}{head}" for word in alike for head in ("", *self.language.member_heads))
        found = (self.labels.named(name) or self.name_of(name) for name in names)
        return next((named for named in found if named and all(item.axis for item in named)), frozenset())

    def _charge_in_brackets(self, start: int, end: int, taken: list[tuple[int, int]]) -> frozenset[Named]:
        """Return what a heading names with the charge that its brackets say: loan impairment (expense)."""
        charges = {found.span() for found in self.words.charged.finditer(self.text, start, end)}
        said = text_beside(self.text, start, end, [span for span in taken if span not in charges])
        return self.labels.named(_BRACKET.sub("", said)) if charges else frozenset()

    def name_of(self, said: str) -> frozenset[Named]:
        """Return what a folded text names as a whole label, or written otherwise."""
        named = self.labels.named(said)
        if named:
            return named
        others = map(self.labels.named, wordings(said, self.language))
        return next(filter(None, others), frozenset()) or self._charge_named(said)

    def _charge_named(self, said: str) -> frozenset[Named]:
        """Return the expenses that a text names by what moves: change in expected losses, of expected losses."""
        bare = charge_said(said, self.language)
        named = self.name_of(bare) if bare else frozenset()
        return named if all(item.target in self.labels.charges for item in named) else frozenset()

    def _named_twice(self, said: str) -> frozenset[Named]:
        """Return what a heading in two languages names where one of them adds a word for a total: 資產 Total assets."""
        halves = _TWO_SCRIPTS.split(said.strip())
        if len(halves) != 2:  # noqa: PLR2004
            return frozenset()
        one, other = (self.labels.named(self.words.total.sub("", half)) for half in halves)
        return one & other or (one if not other else other if not one else frozenset())

    def is_reference(self, heading: Heading) -> bool:
        """Return whether the heading is that of a column of references: 附註, Note."""
        return self.text[heading.start : heading.end].strip(" .:：") in self.words.references


def concepts_of(headings: Iterable[Heading]) -> Iterator[str]:
    """Yield the concepts that the words of headings name."""
    return (name for heading in headings for token in heading.tokens for name in token.meanings.concepts)
