"""A contradiction is told in numbers: the figures, what the arithmetic makes of them, what is printed, the gap."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from exports.page.contradictions import tell_contradictions
from tagger.ledger import Alternative, Ledger, Proof, Reason, Row
from taxonomy.model import Between
from tests.page_example import CHANGE, DEPOSITS, GROWTH, TAXONOMY, YEAR, fact_of, row_of


def figure(number: int, text: str, concept: str, value: str, decimals: int, period: str = "") -> Row:
    """Return a fact that is printed so."""
    row = row_of(number, text, text)
    return fact_of(row, concept, period or ("2024-12-31" if concept == DEPOSITS else YEAR), value, decimals)


LEVEL = figure(1, "1,234億元", DEPOSITS, "123400000000", -8)
BEFORE = figure(2, "1,114億元", DEPOSITS, "111400000000", -8, "2023-12-31")
FALL = figure(3, "120.0億元", CHANGE, "-12000000000", -7)
RISE = figure(4, "120億元", CHANGE, "12000000000", -8)
GREW = figure(5, "12.5%", GROWTH, "0.125", 3)


@pytest.mark.parametrize(
    ("kind", "rows", "said"),
    [
        ("same_fact", (LEVEL, BEFORE), "one fact is printed as 1,234億元 and 1,114億元: 12 billion apart"),
        (
            "level_change_growth",
            (LEVEL, RISE, GREW),
            "1,234億元 with a change of 120億元 makes a growth of 10.77%, but 12.5% is printed: 1.73 percentage points apart",
        ),
        (
            "level_change_growth",
            (LEVEL, BEFORE, GREW),
            "1,234億元 after 1,114億元 makes a growth of 10.77%, but 12.5% is printed: 1.73 percentage points apart",
        ),
        (
            "level_change_growth",
            (LEVEL, BEFORE, FALL),
            "1,234億元 less 1,114億元 makes a change of 12 billion, but −120.0億元 is printed: 24 billion apart",
        ),
        ("parts_of_whole", (LEVEL, BEFORE), "the part 1,234億元 exceeds its whole 1,114億元 by 12 billion"),
        ("total", (LEVEL, BEFORE, RISE), "1,114億元 and 120億元 do not make the total 1,234億元"),
        (
            "ratio",
            (GREW, RISE, LEVEL),
            "120億元 over 1,234億元 makes 9.72%, but 12.5% is printed: 2.78 percentage points apart",
        ),
        ("between", (GREW,), "12.5% lies above 10%, the most it can be, by 2.5 percentage points"),
    ],
    ids=[
        "same",
        "change and growth",
        "before and growth",
        "before and change",
        "part",
        "total",
        "ratio",
        "bound",
    ],
)
def test_every_kind_of_contradiction_names_its_figures_and_the_gap(
    kind: str, rows: tuple[Row, ...], said: str
) -> None:
    """The text of the figures as printed, and the distance in their own unit."""
    taxonomy = replace(TAXONOMY, relations=(Between(GROWTH, Decimal(0), Decimal("0.1")),))
    proof = Proof("p0001", kind, tuple(row.id for row in rows), "contradicts")

    told = tell_contradictions(Ledger("", rows, (proof,)), taxonomy)

    assert told["p0001"]["en"] == said
    assert set(told["p0001"]) == {"en", "zh-Hant", "zh-Hans"}


def test_a_withheld_figure_counts_as_what_it_would_be() -> None:
    """Once contradicted, a figure bears no concept; its first alternative is the one that was contradicted."""

    def withheld(row: Row) -> Row:
        reading = Alternative(row.concept or "", row.dimensions, row.period, row.unit, 0.9)
        return replace(
            row, status="unresolved", concept=None, dimensions=(), alternatives=(reading,),
            reason=Reason("contradicted", "does not hold"), proofs=("p0001",),
        )  # fmt: skip

    rows = tuple(map(withheld, (LEVEL, RISE, GREW)))
    proof = Proof("p0001", "level_change_growth", tuple(row.id for row in rows), "contradicts")

    told = tell_contradictions(Ledger("", rows, (proof,)), TAXONOMY)

    assert (
        told["p0001"]["zh-Hant"] == "1,234億元、變動120億元，推算增長10.77%，所載卻是12.5%，相差1.73個百分點"
    )


def test_a_numeral_of_hundreds_of_digits_is_told_too() -> None:
    """Hostile or not, it is what the text says."""
    long = figure(1, "9" * 380, DEPOSITS, "9" * 380, 0)
    rows = (long, figure(2, "1", DEPOSITS, "1", 0), figure(3, "2", DEPOSITS, "2", 0, "2023-12-31"), GREW)
    proofs = (
        Proof("p0001", "same_fact", ("r0001", "r0002"), "contradicts"),
        Proof("p0002", "level_change_growth", ("r0001", "r0003", "r0005"), "contradicts"),
    )

    assert set(tell_contradictions(Ledger("", rows, proofs), TAXONOMY)) == {"p0001", "p0002"}


@pytest.mark.parametrize(
    "proof",
    [
        Proof("p0001", "level_change_growth", ("r0001", "r0004", "r0005"), "agrees"),
        Proof("p0001", "something_new", ("r0001",), "contradicts"),
        Proof("p0001", "same_fact", ("r0001", "r9999"), "contradicts"),
        Proof("p0001", "level_change_growth", ("r0005",), "contradicts"),
        Proof("p0001", "between", ("r0005",), "contradicts"),
    ],
    ids=["agrees", "new kind", "no such row", "no level", "no bound"],
)
def test_what_cannot_be_told_in_numbers_is_left_to_the_check(proof: Proof) -> None:
    """Its own sentence stands then."""
    assert tell_contradictions(Ledger("", (LEVEL, RISE, GREW), (proof,)), TAXONOMY) == {}
