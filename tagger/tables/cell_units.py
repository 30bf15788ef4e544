"""The units that a table's cell may have: of its headings, with what a caption does not speak for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from tagger.clauses.claims import sentences_of
from tagger.document import Document, Span
from tagger.figures.figure import RATES, Figure
from tagger.links.decided import Decided
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.tables.agreed_units import Agreed
from tagger.tables.cell_words import Said
from tagger.tables.columns import Column
from tagger.tables.headings import Heading, HeadingReader, concepts_of
from tagger.tables.joint_names import is_of_two
from tagger.tables.left_open import is_of_less
from tagger.tables.own_words import with_own_words
from tagger.tables.unit_currencies import either_unit, in_currency, of_column_in_currency, scaled_in_currency
from tagger.tables.units import TableUnit, take_unit, units_said
from tagger.tables.words import TableWords
from tagger.words.prose import Prose

_UNSCALED = frozenset(("per_share", "shares", "decimal", "ratio", "percent"))
_STATEMENT = 120
"""How long a paragraph may be that says in what the amounts of a whole document are."""
_PAGE_MARKS = " -–—•|"


def units_throughout(
    document: Document, prose: Prose, reader: HeadingReader
) -> tuple[tuple[int, tuple[TableUnit, ...]], ...]:
    """Return the units of money that sentences give for all that follows, with where each begins to hold."""
    found: list[tuple[int, tuple[TableUnit, ...]]] = []
    for block, (start, end) in zip(document.blocks, prose.lines, strict=True):
        if block.kind not in ("paragraph", "heading", "page"):
            continue
        if block.kind == "page":
            found.extend(_of_page(prose, reader, start, end))
            continue
        if not reader.words.throughout.search(prose.text, start, end):
            continue
        for first, last in sentences_of(prose.text, start, end, reader.language):
            begin = last - len(prose.text[first:last].lstrip())
            stop = begin + len(prose.text[begin:last].rstrip(" .。"))
            if reader.words.throughout.search(prose.text, begin, stop):
                found.extend(_stated(prose, reader, begin, stop))
    # the head of every page may say it: said once more it changes nothing
    return tuple(item for at, item in enumerate(found) if not at or item[1] != found[at - 1][1])


def _of_page(
    prose: Prose, reader: HeadingReader, start: int, end: int
) -> Iterator[tuple[int, tuple[TableUnit, ...]]]:
    """Yield the units that a line of a page's head or foot gives, with or without a word that they hold throughout."""
    if not prose.text[start:end].strip(_PAGE_MARKS).isdecimal():
        yield from _stated(prose, reader, start, end)


def _stated(
    prose: Prose, reader: HeadingReader, start: int, end: int
) -> Iterator[tuple[int, tuple[TableUnit, ...]]]:
    if end - start > _STATEMENT or reader.words.denial.search(prose.text, start, end):
        return
    units = units_said(prose.text, start, end, reader.words, reader.language).units
    amounts = tuple(_of_money(unit) for unit in units)
    if any(unit.kind == "money" for unit in amounts):
        yield start, amounts


def _of_money(unit: TableUnit) -> TableUnit:
    """Return a unit said for a whole document; a scale without a currency is that of its amounts."""
    return TableUnit(unit.scale, "money", "") if unit.scale and not unit.kind else unit


_PER_SHARE_PLACES = 2
"""Amounts of money with so many decimals are per share where all others are in millions: $1.98."""

_MOST = Decimal("0.6")


def scale_prose(
    document: Document,
    prose: Prose,
    figures: list[Figure],
    throughout: tuple[tuple[int, tuple[TableUnit, ...]], ...],
) -> None:
    """Give the amounts of prose the scale that a sentence gives for all that follows, where most are printed without one.

    All amounts are in millions: net income of $1,946.
    """
    if not throughout:
        return
    lines = [
        span
        for span, block in zip(prose.lines, document.blocks, strict=True)
        if block.kind in ("paragraph", "heading")  # a short last line looks like one
    ]
    starts = [figure.start for figure in figures]
    in_prose = [
        figure
        for start, end in lines
        for figure in figures[bisect_left(starts, start) : bisect_left(starts, end)]
        if figure.kind == "money"
    ]
    starts = [figure.start for figure in in_prose]
    for number, (start, units) in enumerate(throughout):
        unit = next((unit for unit in units if unit.kind == "money" and unit.scale), None)
        if unit is None:
            continue
        end = (
            bisect_left(starts, throughout[number + 1][0]) if number + 1 < len(throughout) else len(in_prose)
        )
        amounts = in_prose[bisect_left(starts, start + 1) : end]
        plain = [f for f in amounts if not f.scale and not f.unit_word]
        bare = [f for f in plain if f.places < _PER_SHARE_PLACES]
        same = [f for f in bare if not f.currency or not unit.currency or f.currency == unit.currency]
        scaled = sum(1 for figure in amounts if figure.scale > 0)
        if len(bare) > scaled and Decimal(len(bare)) >= _MOST * (len(bare) + scaled):
            for figure in same:
                figure.scale = unit.scale
            for figure in plain:
                figure.is_each = figure.places >= _PER_SHARE_PLACES


def units_for(
    said: Said,
    column: Column,
    before: tuple[TableUnit, ...],
    reader: HeadingReader,
    index: TaxonomyIndex,
    agreed: Agreed,
) -> tuple[TableUnit, ...]:
    """Return the units that a cell may have; an amount a share has no scale, a number of shares no currency.

    What a caption or a column says of amounts does not hold for these, unless the row says it. before: the units
    of the table right before, which hold where this one says none.
    """
    concepts = index.taxonomy.concept_by_qname
    types = {
        concepts[item.target].type
        for headings in (said.rows, said.columns)
        for h in headings
        for item in h.named
        if not item.axis
    } or _types_of_terms(said, index)
    either = either_unit(said, types)
    units = either or said.units(column)
    if units == (TableUnit(),):
        units = before if before != units else agreed.units()
    elif not either:
        agreed.note(units, column)
    if any(unit.kind == "money" and not unit.currency for unit in units):
        units = in_currency(units, said, before)
    if any(h.units.units for h in said.rows):
        return scaled_in_currency(units, said)
    of_column = not either and said.of_column()
    if of_column:
        units = of_column_in_currency(units, said)
    if of_column and any(unit.kind != "money" for unit in units):
        return units
    if types == {"per_share"} or any(map(reader.is_per_unit, (*said.rows, *said.columns))):
        return _each(units, types, agreed)
    if types == {"count"} and not (
        _are_money(units)
        and (_are_titled_amounts(said, reader, index) or (of_column and not _is_count(said, reader)))
    ):
        return tuple(unit for unit in units if unit.kind != "money" and unit.kind not in RATES) or (
            TableUnit(),
        )
    if of_column or not types or not types <= _UNSCALED:
        return units
    return tuple(unit for unit in units if unit.kind in RATES) or (
        agreed.rates if types == {"percent"} else (TableUnit(),)
    )


def _each(units: Sequence[TableUnit], types: set[str], agreed: Agreed) -> tuple[TableUnit, ...]:
    """Return the units of an amount a share, which has no scale; where the table gives none, that of others printed with it."""
    if types == {"per_share"} and not any(unit.kind for unit in units):
        return agreed.each
    return tuple(dict.fromkeys(TableUnit(min(unit.scale, 0), unit.kind, unit.currency) for unit in units))


def _are_money(units: Sequence[TableUnit]) -> bool:
    return all(unit.kind == "money" for unit in units)


def _are_titled_amounts(said: Said, reader: HeadingReader, index: TaxonomyIndex) -> bool:
    """Return whether titles say that all is an amount of theirs, and the row not that it is a number of things.

    Credit cards, in loans by product in $ million, are no number of cards.
    """
    concepts = index.taxonomy.concept_by_qname
    named = {concepts[name].type for name in concepts_of(said.captions)}
    if named != {"monetary"}:
        return False
    return not _says_number(said, reader)


def _says_number(said: Said, reader: HeadingReader) -> bool:
    numbers = reader.language.tables.get("numbers", ())
    return any(word in reader.text[h.start : h.end] for h in said.rows for word in numbers)


def _is_count(said: Said, reader: HeadingReader) -> bool:
    """Return whether a row's name is all that of a count, or says that it is one: customer accounts in US$000 are none."""
    return any(h.named for h in said.rows) or _says_number(said, reader)


def _types_of_terms(said: Said, index: TaxonomyIndex) -> set[str]:
    """Return the types of what the row's words name beside others, of members: loans overdue by 90 days to impaired loans."""
    concepts = index.taxonomy.concept_by_qname
    return {
        concepts[name].type
        for heading in said.rows
        for token in heading.tokens
        if token.is_term
        for name in token.meanings.concepts
    }


def held_on(
    document: Document, first: int, table: int, captions: tuple[Span, ...], read: Callable[[Span], Heading]
) -> tuple[Span, ...]:
    """Return the headings with a unit that stand over all values of a table, and its captions.

    None unless its last block is right before the block `first`.
    """
    cells = [block.cell for block in document.blocks[max(0, first - 2) : first]]
    if not cells or cells[-1] is None or cells[-1].table != table:
        return ()
    one, other = cells[0], cells[-1]
    if one is None or one.table != table:
        return captions
    over = set(one.column_headings).intersection(other.column_headings) if one is not other else ()
    return (*(s for s in sorted(over) if read(s).units.units and not read(s).phrases), *captions)


def first_of_table(document: Document, number: int) -> int:
    """Return the number of the first block of the table that block `number` is in."""
    here = document.blocks[number].cell
    while number and here and (cell := document.blocks[number - 1].cell) and cell.table == here.table:
        number -= 1
    return number


def first_of_row(document: Document, number: int) -> int:
    """Return the number of the first block of the table's row that block `number` is in."""
    here = document.blocks[number].cell
    while number and here and (cell := document.blocks[number - 1].cell):
        if (cell.table, cell.row) != (here.table, here.row):
            break
        number -= 1
    return number


def stub_columns(
    document: Document, prose: Prose, words: TableWords, first: int, last: int
) -> dict[int, str]:
    """Return the columns before the values, in the blocks [first, last), that hold no names: of a "unit" or a "note".

    Behind the first: 幣種 over the rows' names says by what they part the table.
    """
    found: dict[int, str] = {}
    columns = [block.cell.column for block in document.blocks[first:last] if block.cell]
    for block, (start, end) in zip(document.blocks[first:last], prose.lines[first:last], strict=True):
        said = prose.text[start:end].strip(" .:：") if block.cell and block.cell.heading else ""
        if block.cell and said in words.cues and block.cell.column > min(columns):
            found[block.cell.column] = "unit"
        elif block.cell and said in words.references:
            found[block.cell.column] = "note"
    return found


_NO_UNIT = ("no_unit", "whether the scale of the table's amounts holds for a count is not said")
_OF_AMOUNTS = (
    "ambiguous",
    "the title speaks of amounts of money, and nothing says that this is a number of things",
)
_NO_WHOLE = ("no_axis", "of what whole it is a share is not said by a member")
_LEFT_OVER = ("left_over", "words of the headings that matter are in no term of the taxonomy")
_NO_TIME = ("no_period", "the headings name times that do not go together")
_OF_OTHERS = ("other_entity", "the headings speak of what others have or demand")
_OF_TWO = ("ambiguous", "its row is of two things together")
_WITH_RELATED = ("no_axis", "it is what there is with somebody related, whom no member names")
_OF_ONE = ("no_axis", "it is of the head of the group alone, beside a column of the group")


def unread(
    said: Said,
    column: Column,
    beside: Sequence[Column],
    item: Decided,
    reader: HeadingReader,
    index: TaxonomyIndex,
    *,
    unclear: bool,
) -> tuple[str, str] | None:
    """Return what in the headings nobody understands, or no fact may have; `unclear`: their times.

    beside: all columns of the table. One of the group makes one of its head alone another's. item: what the cell reads as.
    """
    names, narrowing = index.named_parts, reader.words.narrowing
    gains = reader.words.gains if item.best and _is_income(item.best.base_concept, index) else frozenset()
    own = with_own_words(said, item, reader.text, names, narrowing, gains)
    if column.of_unknown or own.left_over() or is_of_less(said, item, reader, index):
        return _LEFT_OVER
    if unclear:
        return _NO_TIME
    if is_of_two(said, item, reader):
        return _OF_TWO
    if any(heading.holes for heading in said.section):
        return _WITH_RELATED
    if column.whose == "alone" and any(other.whose == "group" for other in beside):
        return _OF_ONE
    others = any(heading.has("other_entity") for heading in (*said.rows, *said.columns))
    return _OF_OTHERS if others else None


def _is_income(name: str, index: TaxonomyIndex) -> bool:
    concept = index.taxonomy.concept_by_qname[name]
    return concept.period_type == "duration" and concept.balance == "credit"


_DIGITS_OF_A_GROUP = 3
_BY_POINTS = ("ambiguous", "whether points group the digits of the table's numbers cannot be told")


def open_question(
    item: Decided, said: Said, kind: str, reader: HeadingReader, index: TaxonomyIndex, agreed: Agreed
) -> tuple[str, str] | None:
    """Return what the headings leave open: the scale of a count under a bare scale (in thousands), the whole of a share.

    Or what the table's numbers do: whether points group digits.
    """
    best, figure = item.best, item.figure
    if best is None:
        return None
    if agreed.by_points and figure.places == _DIGITS_OF_A_GROUP:
        return _BY_POINTS
    of_all = kind == "share" and not best.dimensions and best.concept != best.base_concept
    if of_all:
        return _NO_WHOLE
    of_titles = next((h.units.units for h in said.captions if h.units.units), ())
    counts = index.taxonomy.concept_by_qname[best.base_concept].type == "count"
    if counts and of_titles and _are_money(of_titles) and _are_titled_amounts(said, reader, index):
        return _OF_AMOUNTS
    if index.taxonomy.concept_by_qname[best.concept].type != "count" or not figure.scale or figure.places:
        return None
    if any(h.units.units for h in (*said.rows, *said.columns)):
        return None
    heading = next((h for h in (*said.above, *said.captions) if h.units.units), None)
    if heading is None or any(unit.kind == "count" for unit in heading.units.units):
        return None
    counted = any(
        index.taxonomy.concept_by_qname[m.target].type == "count"
        for h in (*said.above, *said.captions)
        for token in h.tokens
        for m in token.meanings
        if m.kind == "concept"
    )
    return None if counted else _NO_UNIT


def give_unit(figure: Figure, bare: Figure, unit: TableUnit, said: Said, kind: str) -> None:
    """Give the figure, which is printed as `bare`, a unit of its headings."""
    if bare is not figure:
        figure.kind, figure.scale, figure.currency = bare.kind, bare.scale, bare.currency
        figure.unit_word = bare.unit_word
    without = not figure.kind
    take_unit(figure, unit)
    of_a_rate = any(u.kind == "percent" for h in said.rows if not h.kind for u in h.units.units)
    if kind == "change" and of_a_rate and without and figure.kind == "percent":
        figure.kind = "percentage_points"  # what a ratio has changed by
