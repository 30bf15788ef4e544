"""The tags of an iXBRL document: one for each mention of a fact, with what stands visibly and what is hidden.

Spec: Inline XBRL 1.1 sections 10 (ix:nonFraction), 12 (ix:hidden); ESEF 2.4.1 for the `-ix-hidden` style.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Context, Decimal
from typing import TYPE_CHECKING

from exports.filing import decimals_of, fact_id, footnote_ids, mention_ids
from exports.ixbrl_numbers import Transformation, transformation
from exports.markup import attribute, checked_id, checked_qname, escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exports.context import SharedAspects
    from exports.report import Fact, Report
    from tagger.ledger import Row

_HALF = Decimal("0.5")
_EXACT = Context(prec=200)


@dataclass(frozen=True, slots=True)
class Tag:
    """One mention of a fact: `fact` is the fact as this row says it, under the tag's own id."""

    row: Row
    fact: Fact


def tags_of(report: Report, rows: Iterable[Row]) -> dict[str, Tag]:
    """Return the tag of each row, by the row's id.

    A mention that only bounds the fact (突破3萬億 of 3.9萬億) may lie outside the fact's rounding interval.
    It would be an inconsistent duplicate, so it gets no tag.
    """
    rows = tuple(rows)
    facts = {fact.id: fact for fact in report.facts}
    row_of = {row.id: row for row in rows}
    tags: dict[str, Tag] = {}
    spans: dict[str, tuple[Decimal, Decimal] | None] = {}
    ids = mention_ids(rows)
    for standing in (True, False):
        for name, row_id in ids.items():
            row = row_of[row_id]
            known = facts.get(fact_id(row))
            if known is None or (name == known.id) is not standing:
                continue
            notes = footnote_ids(row)
            fact = replace(known, id=name, value=row.value, decimals=decimals_of(row), footnotes=notes)
            if standing:
                spans[known.id] = _span(fact)
            elif not _narrows(spans, known.id, fact):
                continue
            tags[row_id] = Tag(row, fact)
    return {row.id: tags[row.id] for row in rows if row.id in tags}


def _span(fact: Fact) -> tuple[Decimal, Decimal] | None:
    if fact.value is None:
        return None
    value = Decimal(fact.value)
    half = Decimal(0) if fact.decimals is None else _HALF.scaleb(-fact.decimals)
    return _EXACT.subtract(value, half), _EXACT.add(value, half)


def _narrows(spans: dict[str, tuple[Decimal, Decimal] | None], name: str, fact: Fact) -> bool:
    known, span = spans[name], _span(fact)
    if known is None or span is None:
        return known is span
    low, high = max(known[0], span[0]), min(known[1], span[1])
    if low > high:
        return False
    spans[name] = (low, high)
    return True


class TagMarkup:
    """Writes tags: around the digits where a transformation can read them, else into the hidden part."""

    def __init__(self, shared: SharedAspects) -> None:
        """Begin with the contexts and units that are shared with the rest of the document."""
        self.shared = shared
        self.hidden: list[str] = []
        self.noted: dict[str, list[str]] = {}

    def visible(self, tag: Tag, joined: str) -> str:
        """Return the figure's text with its tag; `joined` is the text without breaks."""
        how = None if tag.fact.value is None else transformation(joined, Decimal(tag.fact.value))
        row = checked_id(tag.row.id)
        if how is None:
            return f'<span id="{row}" style="-ix-hidden:{self.hide(tag)}">{escape(joined)}</span>'
        self._note(tag.fact)
        before, digits, after = joined[: how.start], joined[how.start : how.end], joined[how.end :]
        element = self._element(tag.fact, digits, how)
        return f'<span id="{row}">{escape(before)}{element}{escape(after)}</span>'

    def hide(self, tag: Tag) -> str:
        """Put the tag into the hidden part; return its id."""
        self._note(tag.fact)
        value = tag.fact.value
        content = "" if value is None else format(Decimal(value).copy_abs(), "f")
        self.hidden.append(self._element(tag.fact, content, None))
        return tag.fact.id

    def _note(self, fact: Fact) -> None:
        for footnote in fact.footnotes:
            self.noted.setdefault(footnote, []).append(fact.id)

    def _element(self, fact: Fact, content: str, how: Transformation | None) -> str:
        name = checked_qname(fact.concept, self.shared.prefixes)
        parts = [f'id="{checked_id(fact.id)}" name="{name}" contextRef="{self.shared.context(fact)}"']
        if fact.unit is not None:
            parts.append(f'unitRef="{self.shared.unit(fact.unit)}"')
        if fact.value is None:
            return f'<ix:nonFraction {" ".join(parts)} xsi:nil="true"/>'
        parts.append(f'decimals="{"INF" if fact.decimals is None else fact.decimals}"')
        if Decimal(fact.value) < 0:
            parts.append('sign="-"')
        if how is not None:
            parts.append(f'format="{attribute(how.format)}"')
            if how.scale:
                parts.append(f'scale="{how.scale}"')
        return f"<ix:nonFraction {' '.join(parts)}>{escape(content)}</ix:nonFraction>"
