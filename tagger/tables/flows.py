"""Tables that break a flow down, and those that follow a balance from one day to another.

營業收入構成 (金額 佔比) has rows that are called like balances (存放央行款項): they are the income from these. Where one
column holds the increases of a year and another its decreases, neither is the change.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tagger.links.candidate import Candidate
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.whole_labels import Named
from tagger.tables.cell_words import Said
from tagger.tables.columns import Column
from tagger.tables.headings import Heading, concepts_of
from tagger.words.periods import TimePhrase
from taxonomy.model import Taxonomy

BARE_YEAR = re.compile(r"(?:民国 ?)?\d{2,4} ?年?|[〇○零一二三四五六七八九]{4}年")


def parts_a_flow(
    columns: Iterable[Column],
    names: Iterable[Iterable[Named]],
    captions: Iterable[Heading],
    taxonomy: Taxonomy,
) -> bool:
    """Return whether a table breaks a flow down: its titles name nothing else, or it has shares and a row that names one."""
    titles = set(concepts_of(captions))
    if titles and all(_is_flow(name, taxonomy) for name in titles):
        return True
    if not any(column.kind == "share" for column in columns):
        return False
    return any(_is_flow(item.target, taxonomy) for items in names for item in items)


def parts_a_level(captions: Iterable[Heading], rows: Iterable[Heading], taxonomy: Taxonomy) -> bool:
    """Return whether a table breaks down what is there at a day: its titles name nothing else, or two rows name one such thing.

    Loans by product; Corporate loans, over Personal loans.
    """
    named = set(concepts_of(captions))
    if not named:
        counts = Counter(name for row in rows for name in set(concepts_of((row,))))
        named = {name for name, count in counts.most_common(1) if count > 1}
    found = [taxonomy.concept_by_qname[name] for name in named]
    return bool(found) and all(c.period_type == "instant" and c.type == "monetary" for c in found)


_OF_FLOWS = ("ambiguous", "it is called like a level, in a table that breaks a flow down")
_OF_A_DAY = ("ambiguous", "its row is of the end of a time, and what it is called is of all of it")
_OF_ANOTHER_WHOLE = ("no_axis", "it is a share of something else, of which its row is no member")

_OF_A_RATE = ("ambiguous", "its column is of a rate, and what its row is called is an amount")
_OF_GROWTH = ("no_variant", "the taxonomy has no concept for how much a rate has grown")


def why_not(
    candidate: Candidate,
    said: Said,
    column: Column,
    time: TimePhrase | None,
    index: TaxonomyIndex,
    *,
    of_flows: bool,
    of_a_day: bool,
) -> tuple[str, str] | None:
    """Return why a cell is not what its words name. of_flows: its table breaks a flow down. of_a_day: its row says so."""
    if of_flows and is_level_among_flows(candidate.concept, time, index):
        return _OF_FLOWS
    if of_a_day and index.is_flow(candidate.concept):
        return _OF_A_DAY
    if candidate.kind == "share" and _is_of_another(candidate, said, column, index):
        return _OF_ANOTHER_WHOLE
    if _type(candidate.concept, index) == "monetary" and _is_of_rates(column, index):
        return _OF_A_RATE
    if column.kind == "change" and candidate.kind == "level":
        is_rate = _type(candidate.concept, index) == "percent"
        return _OF_GROWTH if is_rate else None
    return None


def _is_of_another(candidate: Candidate, said: Said, column: Column, index: TaxonomyIndex) -> bool:
    whole = _whole(said, column, index)
    return bool(whole) and candidate.concept not in whole


def _whole(said: Said, column: Column, index: TaxonomyIndex) -> frozenset[str]:
    """Return of what a column's shares are: what it says, else what the titles of the table name, if it names nothing."""
    if column.whole or any(concepts_of(column.headings)):
        return column.whole
    return frozenset(
        name for name in concepts_of(said.captions) if _type(name, index) in ("monetary", "count")
    )


def _is_of_rates(column: Column, index: TaxonomyIndex) -> bool:
    """Return whether a column's heading names concepts that are all rates: average interest rate."""
    named = list(concepts_of(column.headings))
    return bool(named) and column.kind == "level" and all(_type(name, index) == "percent" for name in named)


def _type(concept: str, index: TaxonomyIndex) -> str:
    return index.taxonomy.concept_by_qname[concept].type


def is_level_among_flows(concept: str, time: TimePhrase | None, index: TaxonomyIndex) -> bool:
    """Return whether a concept is a level, or a change of one, and its column is of no day, which it may not say."""
    if time is not None and (time.span is None or time.span.start is None):
        return False
    return not index.is_flow(index.taxonomy.concept_by_qname[concept].variant_of or concept)


def among_flows(said: Said, column: Column, text: str, index: TaxonomyIndex, parted: bool) -> bool:  # noqa: FBT001  # the call is a line
    """Return whether a cell's row is a part of the flow that its table, or a section that ends in a colon, breaks down.

    parted: the table does.
    """
    section = set(concepts_of(said.above[:1])) if said.above and said.above[0].leads else set()
    parted = parted or (bool(section) and all(_is_flow(name, index.taxonomy) for name in section))
    return parted and not any(_says_it_is_none(row, column, text) for row in said.rows)


def _says_it_is_none(row: Heading, column: Column, text: str) -> bool:
    """Return whether a row says itself that it is no part of the flow that its table breaks down.

    A change of a balance, an opening balance, or a row of the presentation that the table follows, in a column that does
    not say that it is of a stretch (2024年度).
    """
    if row.of_change or row.kind == "change" or any(item.edge for item in row.named):
        return True
    return row.supported and not _says_stretch(column.time, text)


def _says_stretch(time: TimePhrase | None, text: str) -> bool:
    if time is None or time.span is None or time.span.start is None:
        return False
    return not BARE_YEAR.fullmatch(text, time.start, time.end)


def _is_flow(name: str, taxonomy: Taxonomy) -> bool:
    """Return whether a concept is an amount over a stretch of time; rates are as much of levels as of flows."""
    concept = taxonomy.concept_by_qname.get(name)
    return concept is not None and concept.period_type == "duration" and concept.type == "monetary"


def of_one_side(column: Column, beside: Sequence[Column]) -> Column:
    """Return a column of increases alone, or of decreases alone, as none of changes where the other stands beside it."""
    signs = {other.sign for other in (column, *beside) if other.kind == "change" and other.base is None}
    return replace(column, of_unknown=True) if len(signs) > 1 else column
