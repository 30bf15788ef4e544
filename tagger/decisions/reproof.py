"""Proves the rows of a ledger once more, after a person's word has changed some of them.

The same arithmetic as at the first time (`tagger.proofs.prove`); what is new is who has the last word: a figure
that a person accepted as printed stays, whatever speaks against it; the others of the contradiction wait.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import count as naturals

from tagger.decisions.period_text import dates_of
from tagger.figures.find import Figure
from tagger.ledger import Alternative, Proof, Reason, Row
from tagger.links.candidates import Candidate
from tagger.links.decided import Decided, Reading
from tagger.links.taxonomy_index import TaxonomyIndex, index_of
from tagger.links.timing import Timing
from tagger.number import Interval
from tagger.proofs.check import Check
from tagger.proofs.prove import prove
from tagger.proofs.relations import REPORTED
from taxonomy.model import Taxonomy

ACCEPTED = "accepted as printed"
"""The text of the evidence that a person accepted a figure as printed."""


@dataclass(frozen=True, slots=True)
class _Stated:
    """A row with the reading that it states, or would state if nothing spoke against it."""

    row: Row
    item: Decided


def is_accepted(row: Row) -> bool:
    """Return whether a person accepted the figure as printed."""
    return any(item.kind == "decision" and item.text.startswith(ACCEPTED) for item in row.evidence)


def prove_rows(rows: Sequence[Row], taxonomy: Taxonomy) -> tuple[tuple[Row, ...], tuple[Proof, ...]]:
    """Return the rows with their facts, contradictions and checks told anew, and the checks."""
    index = index_of(taxonomy)
    readable = (stated_again(row) for row in rows)
    stated = [_Stated(row, _item(row, index)) for row in readable if row.status == "fact" and row.value]
    checks = prove([each.item for each in stated], index, 0.0)
    row_of = {id(each.item): each.row for each in stated}
    proofs = tuple(_proof(check, row_of) for check in checks.checks)
    accepted = {row.id for row in rows if is_accepted(row)}
    withheld = {
        row_of[id(item)].id: check.text
        for check in checks.checks
        if check.outcome == "contradicts" and check.kind not in REPORTED
        for item in _withheld(check, [item for item in check.items if row_of[id(item)].id in accepted])
    }
    facts = _fact_ids(stated, checks.facts, withheld)
    of_row = {each.row.id: tuple(each.item.proofs) for each in stated}
    return tuple(
        _row(stated_again(row), withheld.get(row.id), facts.get(row.id), of_row.get(row.id, ()))
        for row in rows
    ), proofs


def stated_again(row: Row) -> Row:
    """Return a row that a contradiction withheld as the fact that it would be; any other as it is."""
    if row.status != "unresolved" or row.reason is None or row.reason.code != "contradicted":
        return row
    return with_reading(row, row.alternatives[0]) if row.alternatives else row


def with_reading(row: Row, reading: Alternative) -> Row:
    """Return the row as the fact that one of its alternatives says."""
    others = tuple(other for other in row.alternatives if other is not reading)
    return replace(
        row, status="fact", reason=None, concept=reading.concept, dimensions=reading.dimensions,
        period=reading.period, unit=reading.unit, confidence=reading.confidence, alternatives=others,
    )  # fmt: skip


def _row(row: Row, contradiction: str | None, fact: str | None, proofs: tuple[str, ...]) -> Row:
    if row.status != "fact":
        return row if row.proofs == proofs else replace(row, proofs=proofs)
    if contradiction is None:
        return replace(row, fact=fact, proofs=proofs)
    reading = Alternative(row.concept or "", row.dimensions, row.period, row.unit, row.confidence or 0.0)
    return replace(
        row, status="unresolved", reason=Reason("contradicted", contradiction), fact=None, concept=None,
        dimensions=(), alternatives=(reading, *row.alternatives), proofs=proofs,
    )  # fmt: skip


def _item(row: Row, index: TaxonomyIndex) -> Decided:
    """Return the row as the proofs know a figure."""
    concept = index.taxonomy.concept_by_qname[row.concept or ""]
    start, end = dates_of(row.period or "")
    value = Decimal(row.value or 0)
    decimals = row.decimals if isinstance(row.decimals, int) else None
    figure = Figure(row.start, row.end, row.end, value, 0, kind="money" if concept.type == "monetary" else "")
    candidate = Candidate(row.concept or "", "", (), 0.0)
    base = concept.variant_of or concept.qname
    reading = Reading(concept.qname, base, "", row.dimensions, Timing(start, end), 0.0, candidate)
    return Decided(figure, value, decimals, row.qualifier, [reading], currency=row.unit or "")


def _withheld(check: Check, accepted: list[Decided]) -> list[Decided]:
    """Return the figures that a contradiction withholds.

    Of several values for one fact the accepted one holds: mentions that agree with it stand beside it.
    """
    others = [item for item in check.items if all(item is not other for other in accepted)]
    if check.kind != "same_fact" or not accepted:
        return others
    return [item for item in others if not all(item.interval.meets(other.interval) for other in accepted)]


def _proof(check: Check, row_of: dict[int, Row]) -> Proof:
    """Return the check; a contradiction whose figures a person accepted as printed is none any more.

    Of several values for one fact it is enough that one was accepted: it is the one that holds.
    """
    rows = [row_of[id(item)] for item in check.items]
    names = tuple(row.id for row in rows)
    enough = any if check.kind == "same_fact" else all
    if check.outcome == "contradicts" and enough(map(is_accepted, rows)):
        text = f"{ACCEPTED} by a person: {check.text.removeprefix('contradicted: ')}"
        return Proof(check.id, check.kind, names, "not_decided", check.slack, text)
    return Proof(check.id, check.kind, names, check.outcome, check.slack, check.text)


def _fact_ids(stated: list[_Stated], numbers: dict[int, int], withheld: dict[str, str]) -> dict[str, str]:
    """Return the fact of each row: one for all that state it, one more for each value that does not agree."""
    ids: dict[str, str] = {}
    known: dict[int, list[tuple[str, list[Interval]]]] = {}
    count = naturals(1)
    for each in stated:
        if each.row.id in withheld:
            continue
        interval = each.item.interval
        values = known.setdefault(numbers[id(each.item)], [])
        same = next((value for value in values if all(map(interval.meets, value[1]))), None)
        if same is None:
            same = (f"f{next(count):04}", [])
            values.append(same)
        same[1].append(interval)
        ids[each.row.id] = same[0]
    return ids
