"""Makes the ledger's rows: every figure a fact, no fact (why), or unresolved (why, and candidates)."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from tagger.document import Document, Place
from tagger.figures.find import Figure
from tagger.ledger import Alternative, Evidence, Proof, Reason, Row
from tagger.links.decided import Decided, Reading
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.native import listen
from tagger.profile import Profile
from tagger.proofs.check import Proven
from tagger.proofs.confidence import confidence_of
from tagger.tables.cell_figures import Nil
from tagger.words.prose import Prose

REASON_TEXT = {
    "year": "a year",
    "date": "part of a date",
    "heading_number": "the number of a heading",
    "product_name": "part of a name of a product, version or campaign",
    "index_name": "part of an index's name",
    "law_name": "part of the name of a law or notice",
    "rank": "a rank",
    "ordinal": "an ordinal",
    "reference": "a reference to a page, note, table or section",
    "identifier": "an identifier",
    "telephone": "a telephone number",
    "tenor": "a length of time",
    "enumeration": "counts the words that follow, not things reported",
    "name": "a number without a unit inside a name",
    "malformed": "digits that form no number",
}

_NOT_A_FACT = {code: Reason(code, text) for code, text in REASON_TEXT.items()}

_UNREPORTED_TEXT = {
    "concept": "nothing else in the document reports this concept",
    "member": "nothing else in the document is of one of its members",
}
_KEPT_EVIDENCE = 4096
Decimals = int | Literal["INF"] | None


@dataclass(frozen=True, slots=True)
class _Source:
    """What the columns of a row are read from; `facts`: the id of each fact, by its number, as rows name it.

    evidence: what was said of the rows before: the cells of a table share it.
    """

    proven: Proven
    document: Document
    prose: Prose
    index: TaxonomyIndex
    profile: Profile
    threshold: float
    facts: dict[int, str]
    evidence: dict[tuple[str, int, int, str], Evidence] = field(default_factory=dict)

    def said(self, kind: str, start: int, end: int, target: str) -> Evidence:
        """Return the evidence that stands in a stretch of the prose, the same value for all rows that rest on it."""
        key = (kind, start, end, target)
        found = self.evidence.get(key)
        if found is None:
            if len(self.evidence) > _KEPT_EVIDENCE:
                self.evidence.clear()
            first, last = self.prose.origin_span(start, end)
            found = self.evidence[key] = Evidence(kind, self.prose.printed[start:end], target, first, last)
        return found


def in_order(figures: list[Figure], document: Document, prose: Prose) -> list[Figure]:
    """Return the figures in the order of the document, which the head of a page inside a paragraph is not in.

    A figure that the page breaks (8.1 and its unit on the next) takes in the numbers of that head.
    """
    if all([block.kind != "page" for block in document.blocks]):  # noqa: C419  # no generator: half the time
        return figures
    kept: list[Figure] = []
    end = 0
    for figure in sorted(figures, key=lambda figure: prose.origin(figure.start)):
        start, stop = prose.origin_span(figure.start, figure.end)
        if start >= end:
            kept.append(figure)
            end = stop
    return kept


def rows_of(
    figures: list[Figure],
    proven: Proven,
    document: Document,
    prose: Prose,
    index: TaxonomyIndex,
    profile: Profile,
    threshold: float,
) -> tuple[tuple[Row, ...], tuple[Proof, ...]]:
    """Return the rows and proofs of the ledger; the figures and what was proven are used up."""
    decided = {id(item.figure): item for item in proven.items}
    proven.items.clear()  # each goes as its row is made: a large table's decisions and rows do not stand side by side
    ids = {id(figure): f"r{number:04}" for number, figure in enumerate(figures, start=1)}
    proofs = tuple(
        Proof(
            check.id,
            check.kind,
            tuple([ids[id(item.figure)] for item in check.items]),
            check.outcome,
            check.slack,
            check.text,
        )
        for check in proven.checks
    )
    proven.checks.clear()
    source = _Source(proven, document, prose, index, profile, threshold, {})
    rows = []
    figures.reverse()
    while figures:
        listen()
        figure = figures.pop()
        start, end = prose.origin_span(figure.start, figure.end)
        place, name = document.place(start, end), ids[id(figure)]
        item = decided.pop(id(figure), None)
        if item is None:
            reason = _NOT_A_FACT[figure.reason or "name"]
            rows.append(Row(name, None, start, end, document.text[start:end], place, "not_a_fact", reason))
            continue
        rows.append(_quantity(item, name, (start, end), place, source))
    return tuple(rows), proofs


def _quantity(item: Decided, name: str, span: tuple[int, int], place: Place, source: _Source) -> Row:
    start, end = span
    best, timing = item.best, item.timing
    confidence = confidence_of(item) if best else None
    reason = Reason(*item.reason) if item.reason else None
    if reason is None and confidence is not None and confidence < source.threshold:
        reason = Reason(*_why_low(item))
    is_fact = best is not None and reason is None
    number = source.proven.facts.get(id(item)) if is_fact else None
    fact = None
    if number is not None:
        fact = source.facts.get(number)
        if fact is None:
            fact = source.facts[number] = f"f{len(source.facts) + 1:04}"
    is_nil = isinstance(item.figure, Nil)
    decimals: Decimals = item.decimals if item.decimals is not None else "INF"
    shown = item.readings[:4] if not is_fact else item.readings[1:5]
    return Row(
        name, fact, start, end, source.document.text[start:end], place,
        "fact" if is_fact else "unresolved", reason,
        value=None if is_nil else value_text(item.value, item.decimals),
        unit=_unit(item, best, source.index, source.profile),
        decimals=None if is_nil else decimals,
        qualifier=item.qualifier,
        period=timing.text if timing else None,
        concept=best.concept if best and is_fact else None,
        dimensions=best.dimensions if best and is_fact else (),
        confidence=confidence,
        evidence=_evidence(item, best, source) if best else (),
        alternatives=tuple([_alternative(reading, item, source.index, source.profile) for reading in shown]),
        proofs=tuple(item.proofs),
    )  # fmt: skip


def _why_low(item: Decided) -> tuple[str, str]:
    best = item.best
    if best is not None and best.candidate.inherited:
        return "ambiguous", "what it is of is not said in its clause, and what was said before may not hold"
    if item.claim is not None and item.claim.is_left_over:
        return "left_over", "words of the clause that matter are in no term of the taxonomy"
    if len(item.readings) == 1:
        return "left_over", "the only reading leaves something out that the clause says"
    return "low_confidence", "the readings are too close to each other"


def value_text(value: Decimal, decimals: int | None) -> str:
    """Return a plain decimal string with exactly max(decimals, 0) digits after the point."""
    return f"{value:.{max(decimals or 0, 0)}f}"


def _unit(item: Decided, best: Reading | None, index: TaxonomyIndex, profile: Profile) -> str:
    if best is not None:
        unit = index.units[best.concept]
        if unit is None:
            return "pure"
        return f"{item.currency or profile.currency}{unit}" if unit[:1] in ("", "/") else unit
    kind = item.figure.kind
    if kind == "money":
        return item.currency or profile.currency
    return (
        "pure" if kind in ("percent", "percentage_points", "basis_points", "per_mille", "times") else "count"
    )


def _alternative(reading: Reading, item: Decided, index: TaxonomyIndex, profile: Profile) -> Alternative:
    return Alternative(
        reading.concept,
        reading.dimensions,
        reading.timing.text,
        _unit(item, reading, index, profile),
        confidence_of(item, reading),
    )


def _evidence(item: Decided, best: Reading, source: _Source) -> tuple[Evidence, ...]:
    found = [source.said(kind, start, end, target) for kind, start, end, target in best.candidate.clues]
    claim = item.claim
    if claim is not None:
        if claim.verb is not None:
            found.append(source.said(claim.kind, claim.verb.start, claim.verb.end, ""))
        phrases = claim.phrases
        if phrases:
            period = best.timing.text
            found.extend([source.said("period", p.start, p.end, period) for p in phrases])
    if item.unreported:
        found.append(Evidence("unreported", _UNREPORTED_TEXT[item.unreported], best.concept))
    return tuple(found)
