"""The figures of tables' cells before anything is decided: dashes that mean no amount, codes, numbers of headings."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tagger.clauses.claim import Line
from tagger.document import Document
from tagger.figures.find import Figure
from tagger.links.decided import Decided
from tagger.proofs.check import Proven
from tagger.proofs.choice import fact_key
from tagger.proofs.confidence import confidence_of
from tagger.readers.values import footnotes_of, is_nil, is_value
from tagger.tables.columns import Column
from tagger.words.language import Language
from tagger.words.prose import Prose

_LONGEST_NIL = 3


class Nil(Figure):
    """A dash in a cell of figures: there is no such amount."""

    __slots__ = ()


def nils_of(document: Document, prose: Prose) -> Iterator[Nil]:
    """Yield a figure for each dash that stands in a table's cell in place of a value."""
    for (start, end), block in zip(prose.lines, document.blocks, strict=True):
        if (
            block.cell
            and not block.cell.heading
            and end - start <= _LONGEST_NIL
            and is_nil(prose.text[start:end])
        ):
            yield Nil(start, end, end, Decimal(0), 0)


def bounds_printed(text: str, line: Line, figure: Figure, language: Language) -> list[str]:
    """Return what the signs before a cell's number say of it: < 88%, ≥3.2%."""
    if figure.start == line.start:
        return _NO_BOUNDS
    return [language.before[sign] for sign in text[line.start : figure.start] if sign in _BOUNDS]


_BOUNDS = frozenset("<>≤≥≦≧⩽⩾")
_NO_BOUNDS: list[str] = []


def passes_over(column: Column, item: Decided) -> bool:
    """Return whether a dash, which has no unit of its own, was read as nothing that its column names: 不良率增減."""
    named = {
        concept for heading in column.headings for t in heading.tokens for concept in t.meanings.concepts
    }
    return bool(named) and item.best is not None and item.best.base_concept not in named


def add_nils(proven: Proven, nils: list[Decided], threshold: float) -> None:
    """Add the dashes that are facts to what is proven; no arithmetic speaks of them, and a doubtful one is dropped."""
    if not nils:
        return
    number = max(proven.facts.values(), default=0)
    stated = {fact_key(item) for item in proven.items if id(item) in proven.facts}
    for item in nils:
        if item.best is None or confidence_of(item) < threshold or fact_key(item) in stated:
            item.figure.reason = "word"
            continue
        number += 1
        stated.add(fact_key(item))
        proven.items.append(item)
        proven.facts[id(item)] = number


def settle_figures(document: Document, prose: Prose, figures: list[Figure]) -> None:
    """Say of the figures in cells what their place makes of them: no quantity in a heading, one below a heading."""
    at = 0
    titles = {span[0] for block in document.blocks if block.cell for span in block.cell.captions}
    for (start, end), block in zip(prose.lines, document.blocks, strict=True):
        first = at
        while at < len(figures) and figures[at].start < end:
            at += 1
        if block.cell is None and block.start in titles:
            _in_a_title(figures[first:at])
        if block.cell is None or first == at:
            continue
        if not block.cell.heading and (at - first > 1 or figures[first].reason == "reference"):
            _footnotes_behind(figures[first:at], prose.text, start, end)
        for figure in figures[first:at]:
            if block.cell.heading and not figure.reason:
                # a number alone beside the names is a code: 11000 | Cash
                figure.reason = "identifier" if is_value(prose.text[start:end]) else "name"
            elif figure.reason == "year" and block.cell.column_headings and not block.cell.heading:
                _below_a_year(figure, prose, start, end)


def _footnotes_behind(figures: list[Figure], text: str, start: int, end: int) -> None:
    """Say of the numbers of footnotes behind a cell's value that they are references, and the value none: (4,120)(2), 13(a)."""
    said = text[start:end]
    behind = start + footnotes_of(said)
    if behind < end and is_value(said):
        for figure in figures:
            figure.reason = "reference" if figure.start >= behind else figure.reason.replace("reference", "")


def _in_a_title(figures: list[Figure]) -> None:
    """Say of the bare figures in a table's title that they number something: 表4-2."""
    before = None
    for figure in figures:
        if not figure.reason and not figure.kind and not figure.scale:
            near = (
                before is not None and before.reason == "reference" and figure.start - before.digits_end <= 1
            )
            figure.reason = "reference" if near else "name"
        before = figure


def _below_a_year(figure: Figure, prose: Prose, start: int, end: int) -> None:
    # 1987 in a column of figures is one of them
    if is_value(prose.text[start:end]) and figure.digits_end - figure.start == len(
        prose.text[start:end].strip("()")
    ):
        figure.reason = ""
