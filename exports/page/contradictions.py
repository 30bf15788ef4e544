"""What a contradiction is about, in numbers: the figures that speak against each other, and how far apart.

A check of the ledger says that something does not hold. A person needs to see which figures, what the arithmetic
makes of them, what is printed and the gap between the two. What is computed is shown with one place more than
the figure that it is held against.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import TYPE_CHECKING

from exports.page.markup import one_line
from exports.page.words import LANGUAGES, Words, amount, words_of
from taxonomy.assertions import bounds_of

if TYPE_CHECKING:
    from tagger.ledger import Ledger, Proof, Row
    from taxonomy.model import Concept, Taxonomy

_WIDE = Context(prec=1000, rounding=ROUND_HALF_EVEN)
"""Wide enough for what two numerals of any text make."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure of a check, with the concept that it has, or would have if nothing spoke against it."""

    row: Row
    value: Decimal
    concept: Concept | None
    period: str

    @property
    def variant(self) -> str:
        """Return "change", "growth" or "share", an empty string for a level or flow."""
        return (self.concept.variant or "") if self.concept else ""

    @property
    def is_number(self) -> bool:
        """Return whether it is a share, rate or growth: what is read in per cent."""
        return self.row.unit == "pure" and (self.concept is None or self.concept.type == "percent")

    @property
    def printed(self) -> str:
        """Return the figure as it is printed, on one line, with a minus sign where the words say a decrease."""
        text = one_line(self.row.text)
        return f"\N{MINUS SIGN}{text}" if self.value < 0 and text[:1] not in "-\N{MINUS SIGN}(（" else text


def tell_contradictions(ledger: Ledger, taxonomy: Taxonomy) -> dict[str, dict[str, str]]:
    """Return {id of the check: {language: sentence}} of the checks that contradict, where there is one to say."""
    rows = {row.id: row for row in ledger.rows}
    told = {}
    for proof in ledger.proofs:
        if proof.outcome == "contradicts":
            figures = [_figure(rows[name], taxonomy) for name in proof.rows if name in rows]
            said = {name: _tell(proof, figures, taxonomy, words_of(name)) for name in LANGUAGES}
            if all(said.values()):
                told[proof.id] = said
    return told


def _figure(row: Row, taxonomy: Taxonomy) -> _Figure:
    first = row.alternatives[0] if row.concept is None and row.alternatives else None
    concept = taxonomy.concept_by_qname.get((first.concept if first else row.concept) or "")
    return _Figure(row, Decimal(row.value or 0), concept, (first.period if first else row.period) or "")


def _tell(proof: Proof, figures: Sequence[_Figure], taxonomy: Taxonomy, words: Words) -> str:
    if len(figures) != len(proof.rows) or not figures:
        return ""
    match proof.kind:
        case "same_fact":
            return _tell_same(figures, words)
        case "level_change_growth":
            return _tell_triple(figures, words)
        case "parts_of_whole" if len(figures) > 1:
            part, whole = figures[0], figures[1]
            gap = _amount(_WIDE.subtract(part.value, whole.value), whole, words)
            return words.say("against", "part", part=part.printed, whole=whole.printed, gap=gap)
        case "total" if len(figures) > 1:
            parts = words.say("against", "and").join(figure.printed for figure in figures[1:])
            return words.say("against", "total", parts=parts, whole=figures[0].printed)
        case "ratio" if len(figures) == 3:  # noqa: PLR2004 - a ratio, its numerator and its denominator
            ratio, over, under = figures
            ends = {"numerator": over.printed, "denominator": under.printed}
            return _tell_computed(words, "ratio", _rate(over.value, under.value), ratio, **ends)
        case "between":
            return _tell_bounds(figures[0], taxonomy, words)
        case _:
            return ""


def _tell_same(figures: Sequence[_Figure], words: Words) -> str:
    values = sorted({figure.value for figure in figures})
    printed = words.say("against", "and").join(dict.fromkeys(figure.printed for figure in figures))
    gap = _gap(_WIDE.subtract(values[-1], values[0]), figures[0], words)
    return words.say("against", "same", values=printed, gap=gap)


def _tell_triple(figures: Sequence[_Figure], words: Words) -> str:
    """Tell of level less change, or level and level before, against the growth; or of levels against the change."""
    by_variant = {figure.variant: figure for figure in figures}
    levels = sorted(
        (f for f in figures if f.variant not in ("change", "growth")), key=lambda f: f.period[-10:]
    )
    growth, change = by_variant.get("growth"), by_variant.get("change")
    if not levels:
        return ""
    level, before = levels[-1], levels[0] if len(levels) > 1 else None
    if growth and change:
        rate = _rate(change.value, _WIDE.subtract(level.value, change.value))
        return _tell_computed(words, "growth", rate, growth, level=level.printed, change=change.printed)
    if growth and before:
        rate = _rate(_WIDE.subtract(level.value, before.value), before.value)
        return _tell_computed(
            words, "growth_before", rate, growth, level=level.printed, before=before.printed
        )
    if change and before:
        moved = _WIDE.subtract(level.value, before.value)
        return _tell_computed(words, "change", moved, change, level=level.printed, before=before.printed)
    return ""


def _rate(moved: Decimal, start: Decimal) -> Decimal | None:
    return _WIDE.divide(moved, start) if start else None


def _tell_computed(words: Words, key: str, computed: Decimal | None, printed: _Figure, **named: str) -> str:
    if computed is None:
        return ""
    places = printed.row.decimals
    if isinstance(places, int):
        computed = _WIDE.quantize(computed, Decimal(1).scaleb(-places - 1))
    gap = _gap(abs(_WIDE.subtract(computed, printed.value)), printed, words)
    said = _amount(computed, printed, words)
    return words.say("against", key, computed=said, printed=printed.printed, gap=gap, **named)


def _tell_bounds(figure: _Figure, taxonomy: Taxonomy, words: Words) -> str:
    for relation in bounds_of(taxonomy):
        if figure.concept is None or relation.concept != figure.concept.qname:
            continue
        low, high = relation.low, relation.high
        if low is not None and figure.value < low:
            said = {"bound": _amount(low, figure, words), "gap": _gap(low - figure.value, figure, words)}
            return words.say("against", "below", value=figure.printed, **said)
        if high is not None and figure.value > high:
            said = {"bound": _amount(high, figure, words), "gap": _gap(figure.value - high, figure, words)}
            return words.say("against", "above", value=figure.printed, **said)
    return ""


def _amount(value: Decimal, like: _Figure, words: Words) -> str:
    return amount(value, words, is_percent=like.is_number)


def _gap(value: Decimal, like: _Figure, words: Words) -> str:
    """Return a distance: of percentages in percentage points."""
    said = _amount(value, like, words)
    return words.say("against", "points", n=said.removesuffix("%")) if like.is_number else said
