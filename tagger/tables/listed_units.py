"""Units said once for a list: by the line that leads it, in a bracket of its sentence, or before its colon.

Its components were (AED million): / • Fees: 742 (+16.9%). Of which (US$m): property 412, marine 233. Property 412 and
marine 233 (all US$ million).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tagger.clauses.claim import Line
from tagger.clauses.claims import sentences_of
from tagger.clauses.list_leads import is_item
from tagger.document import Document
from tagger.figures.figure import Figure
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.tables.units import TableUnit, take_unit, units_said
from tagger.tables.words import TableWords
from tagger.words.language import Language
from tagger.words.prose import Prose

_COLON = re.compile("[:：](?![0-9])")
_BRACKET = re.compile("[(（]([^()（）]{1,60})[)）]")
_BREAKS = re.compile("[;；]")
_BEHIND = re.compile(r" ?(?:[-–/:：×]|([^\W\d_]+(?: [^\W\d_]+)?))")
_SIGNED = re.compile(r"[(（]\s?[+±−–-]\s?\Z")
_SIGN_REACH = 4


class ListedUnits:
    """The unit of the list that is read, while the lines of a document are read one after the other."""

    def __init__(
        self, document: Document, prose: Prose, words: TableWords, language: Language, index: TaxonomyIndex
    ) -> None:
        """Begin a document."""
        self.document, self.text, self.words, self.language = document, prose.text, words, language
        self.types = {name: concept.type for name, concept in index.taxonomy.concept_by_qname.items()}
        self.led: TableUnit | None = None

    def lead(self, line: Line) -> None:
        """Take from a line, of a paragraph from its last sentence, what it says of the list below it."""
        if line.kind not in ("heading", "paragraph") or is_item(self.document, line.number):
            return
        self.led = None
        if is_item(self.document, line.number + 1):
            start = sentences_of(self.text, line.start, line.end, self.language)[-1][0]
            self.led = self._unit_in(start, line.end)

    def give(self, line: Line, sentences: list[tuple[int, int]]) -> None:
        """Give the bare numbers of a line the unit that its list has, by its lead or in its own sentence."""
        bare = [f for f in line.figures if not (f.reason or f.kind or f.scale or f.words)]
        if not bare:
            return
        if self.led is not None and is_item(self.document, line.number):
            self._give(bare, self.led, line)
        for unit, first, last in self._run_in(sentences, bare):
            self._give([f for f in bare if first <= f.start < last], unit, line)

    def _unit_in(self, start: int, end: int) -> TableUnit | None:
        """Return the one unit of money or rate that a stretch gives for what follows it."""
        said = self.text[start:end]
        begin, stop = start + len(said) - len(said.lstrip()), start + len(said.rstrip(" :：.。"))
        units = units_said(self.text, begin, stop, self.words, self.language).units
        bracket = self.text.find("(", begin, stop)
        if not units and bracket > begin:  # in US$ million (2024 in brackets)
            units = units_said(self.text, begin, bracket, self.words, self.language).units
        return units[0] if len(units) == 1 and units[0].kind in ("money", "percent") else None

    def _run_in(
        self, sentences: list[tuple[int, int]], bare: list[Figure]
    ) -> Iterator[tuple[TableUnit, int, int]]:
        """Yield the units that a paragraph gives for a list in a sentence of it, and where those begin and end that have it."""
        for first, last in sentences:
            inside = [figure for figure in bare if first <= figure.start < last]
            for bracket in _BRACKET.finditer(self.text, first, last) if inside else ():
                unit = self._unit_in(*bracket.span(1))
                if unit is not None:
                    behind = any(figure.start > bracket.end() for figure in inside)
                    yield (unit, bracket.end(), last) if behind else (unit, first, bracket.start())
            for colon in _COLON.finditer(self.text, first, last) if inside else ():
                begin = max(
                    (mark.end() for mark in _BREAKS.finditer(self.text, first, colon.start())), default=first
                )
                unit = self._unit_in(begin, colon.start())
                if unit is not None:
                    yield unit, colon.end(), last
                    break

    def _give(self, bare: Iterable[Figure], unit: TableUnit, line: Line) -> None:
        """Give numbers a unit, but those of something else: 9 claims, employees: 1,210, and bare changes in brackets: (+17)."""
        for figure in bare:
            before = self.text[max(line.start, figure.start - _SIGN_REACH) : figure.start]
            if _SIGNED.search(before) or self._has_noun(figure):
                continue
            types = self._types_named(figure, line)
            if unit.kind == "percent":
                if not types or "percent" in types:
                    take_unit(figure, unit)
            elif not types or "monetary" in types:
                take_unit(figure, unit)
            elif types == {"per_share"} and unit.scale >= 0:
                take_unit(figure, TableUnit(0, unit.kind, unit.currency))

    def _types_named(self, figure: Figure, line: Line) -> set[str]:
        """Return the types of the concepts named right before a number, behind the number before it."""
        since = max((f.end for f in line.figures if f.start < figure.start), default=line.start)
        return {
            self.types[concept]
            for token in line.tokens
            if token.is_term and since <= token.start < figure.start
            for concept in token.meanings.concepts
        }

    def _has_noun(self, figure: Figure) -> bool:
        """Return whether a number is of what stands right behind it, or of a name that goes on: 9 claims, Tier 1: …."""
        found = _BEHIND.match(self.text, figure.digits_end)
        if found is None:
            return False
        said, language = found[1], self.language
        if said is None:
            return True
        first = said.partition(" ")[0]
        closes = first in language.clause_words or first in language.conjunctions or first in language.verbs
        return not (closes or said in language.verbs)
