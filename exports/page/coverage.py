"""What became of every figure and every digit: the counts at the top of the page.

A figure bears one of four marks. Three are the ledger's statuses; the fourth, `contradicted`, is any figure
that a check speaks against, whatever its status, because that is what a person must look at first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tagger.decisions.reproof import is_accepted

if TYPE_CHECKING:
    from tagger.ledger import Ledger, Row

Mark = Literal["fact", "not_a_fact", "unresolved", "contradicted"]
MARKS: tuple[Mark, ...] = ("fact", "not_a_fact", "unresolved", "contradicted")


@dataclass(frozen=True, slots=True)
class Coverage:
    """The counts. reasons: (mark, code, how many), by mark and then the most frequent first.

    still_filed: contradicted figures that are facts of the filing all the same.
    strays: stretches of digits that no figure of the ledger holds, as (start, end).
    """

    figures: int
    marks: tuple[tuple[Mark, int], ...]
    reasons: tuple[tuple[Mark, str, int], ...]
    distinct_facts: int
    still_filed: int
    digits: int
    strays: tuple[tuple[int, int], ...]

    @property
    def digits_accounted(self) -> int:
        """Return how many digits lie in a figure of the ledger."""
        return self.digits - sum(end - start for start, end in self.strays)


def mark_rows(ledger: Ledger) -> dict[str, Mark]:
    """Return the mark of each figure by its row's id."""
    accused = {name for proof in ledger.proofs if proof.outcome == "contradicts" for name in proof.rows}
    accused.difference_update(row.id for row in ledger.rows if is_accepted(row))
    accused.update(row.id for row in ledger.rows if row.reason and row.reason.code == "contradicted")
    return {row.id: "contradicted" if row.id in accused else row.status for row in ledger.rows}


def count_coverage(ledger: Ledger, marks: dict[str, Mark]) -> Coverage:
    """Count what became of the figures and digits of the ledger's text."""
    by_mark = Counter(marks.values())
    reasons = Counter((marks[row.id], row.reason.code) for row in ledger.rows if row.reason)
    ordered = sorted(reasons.items(), key=lambda item: (MARKS.index(item[0][0]), -item[1], item[0][1]))
    return Coverage(
        figures=len(ledger.rows),
        marks=tuple((mark, by_mark[mark]) for mark in MARKS),
        reasons=tuple((mark, code, number) for (mark, code), number in ordered),
        distinct_facts=len({row.fact or row.id for row in ledger.facts()}),
        still_filed=sum(marks[row.id] == "contradicted" for row in ledger.facts()),
        digits=sum(character.isdecimal() for character in ledger.text),
        strays=tuple(stray_digits(ledger.text, ledger.rows)),
    )


def stray_digits(text: str, rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Yield the runs of digits that lie in no row, as (start, end)."""
    position = 0
    for start, end in [*sorted((row.start, row.end) for row in rows), (len(text), len(text))]:
        yield from _digit_runs(text, position, start)
        position = max(position, end)


def _digit_runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = -1
    for index in range(start, end):
        if text[index].isdecimal():
            first = index if first < 0 else first
        elif first >= 0:
            yield first, index
            first = -1
    if first >= 0:
        yield first, end
