"""Two real filings without their tags, tagged again by the labels of the exchange's taxonomy alone.

They were filed with a version of 2025; the version here is of 2013. A figure counts where its concept, and the members
it carries, are in that version, and where it stands in no tuple, which facts have no place for. Most rows carry a label
of the filed concept; some carry the label of another concept of 2013, which later versions put in its place: these are
the rest, and no label can lead to what was filed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
import yaml

from tagger.document import Document
from tagger.ledger import Row
from tagger.profile import Profile
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from taxonomy.load import load_taxonomy
from taxonomy.model import Concept, Label, Taxonomy
from tests.shared.conftest import SHARED
from tests.shared.ixbrl_gold import Tagged, carries, local, of_row, plain, read_stripped, stripped

ARCHIVE = SHARED / "data" / "taxonomies" / "tifrs-2013" / "tifrs-20130331.zip"
FILINGS = SHARED / "data" / "filings" / "twse-ixbrl-banks"
ENTRIES = {"2801": "BASI/CR/tifrs-basi-cr-2013-03-31.xsd", "2882": "FH/tifrs-fh-2013-03-31.xsd"}
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")]
TERMS = Path(__file__).with_name("tifrs-terms.yaml")


@cache
def taxonomy_of(issuer: str, *, with_terms: bool) -> Taxonomy:
    """Return the taxonomy of a bank or a holding, with the words of the file of terms beside it."""
    loaded = load_taxonomy(f"{ARCHIVE}#{ENTRIES[issuer]}")
    if not with_terms:
        return loaded
    terms = yaml.safe_load(TERMS.read_text(encoding="utf-8"))
    return replace(loaded, concepts=tuple(_with_terms(concept, terms) for concept in loaded.concepts))


def _with_terms(concept: Concept, terms: dict[str, list[str]]) -> Concept:
    words = terms.get(local(concept.qname), ())
    added = (Label("en" if word.isascii() else "zh-Hant", word, "term") for word in words)
    return replace(concept, labels=(*concept.labels, *added)) if words else concept


class Compared:
    """One filing's figures, each with its ledger row: what was counted, and the facts that are wrong."""

    def __init__(self, issuer: str, *, with_terms: bool = False) -> None:
        """Tag the filing and compare."""
        self.taxonomy = taxonomy_of(issuer, with_terms=with_terms)
        self.concepts = {local(concept.qname): concept for concept in self.taxonomy.concepts}
        self.members = {local(member.qname) for axis in self.taxonomy.axes for member in axis.members}
        self.defaults = {local(axis.default) for axis in self.taxonomy.axes}
        page = (FILINGS / f"twse_ixbrl_{issuer}_2026Q1_C.html").read_bytes().decode("utf-8")
        document, places = read_stripped(*stripped(page))
        profile = Profile("A filer", "http://example.org/scheme", issuer, "TWD", aliases=())
        period = parse_reporting_period("2026Q1", (12, 31))
        self.counts: Counter[str] = Counter()
        self.headings = _headings(document)
        for row in tag_document(document, self.taxonomy, profile, period).rows:
            filed = of_row(row, places)
            if filed is not None:
                self._compare(row, filed)

    def _compare(self, row: Row, filed: Tagged) -> None:
        self.counts["figures"] += 1
        concept = self.concepts.get(filed.concept)
        if filed.in_tuple:
            self.counts["in a tuple"] += 1
        elif concept is None or any(member not in self.members for _, member in filed.dimensions):
            self.counts["not in this version"] += 1
        else:
            labels = frozenset(plain(label.text) for label in concept.labels if label.role != "documentation")
            said = self.headings(row.start)
            kind = "labelled" if any(carries(heading, labels) for heading in said) else "rest"
            self._count(kind, row, filed, concept)

    def _count(self, kind: str, row: Row, filed: Tagged, concept: Concept) -> None:
        self.counts[kind] += 1
        if row.status != "fact" or row.concept is None:
            return
        right = local(row.concept) == filed.concept
        self.counts[f"{kind} tagged"] += 1
        self.counts[f"{kind} right"] += right
        if row.confidence is not None and row.confidence >= 0.9:
            self.counts["sure"] += 1
            self.counts["sure and wrong"] += not right
        if right:
            members = tuple((local(axis), local(member)) for axis, member in row.dimensions)
            filed_members = tuple(pair for pair in filed.dimensions if pair[1] not in self.defaults)
            self.counts["period"] += self._same_period(row.period or "", filed.period, concept)
            self.counts["value"] += row.value is not None and float(row.value) == float(filed.value or 0)
            self.counts["unit"] += row.unit == filed.unit
            self.counts["dimensions"] += sorted(members) == sorted(filed_members)

    def _same_period(self, said: str, filed: str, concept: Concept) -> bool:
        """Return whether a period is the filed one.

        Filers of this exchange date an opening balance on the first day, not on the day before; and some flows of
        today's version are levels in that of 2013, whose facts can only have a day.
        """
        if said == filed or (concept.period_type == "instant" and filed.endswith(f"/{said}")):
            return True
        opening = date.fromisoformat(filed) - timedelta(days=1) if "/" not in filed else None
        return opening is not None and opening.month == 12 and said == opening.isoformat()


def _headings(document: Document) -> Callable[[int], list[str]]:
    cells = [block for block in document.blocks if block.cell]
    starts = [block.start for block in cells]

    def said(start: int) -> list[str]:
        cell = cells[max(bisect_right(starts, start) - 1, 0)].cell
        spans = (*cell.row_headings, *cell.column_headings) if cell else ()
        return [document.text[a:b] for a, b in spans]

    return said


@cache
def compared(issuer: str, *, with_terms: bool = False) -> Counter[str]:
    """Return what was counted of a filing."""
    return Compared(issuer, with_terms=with_terms).counts


@pytest.mark.parametrize("issuer", ENTRIES)
def test_every_figure_of_the_filing_is_in_the_ledger(issuer: str) -> None:
    """Nothing that the filer tagged is passed over."""
    assert compared(issuer)["figures"] == {"2801": 1315, "2882": 1205}[issuer]


@pytest.mark.parametrize("issuer", ENTRIES)
def test_rows_that_carry_the_label_get_the_concept(issuer: str) -> None:
    """By labels alone: 0.965 of the figures whose heading is a label of what was filed.

    Equity before and after a restatement, both filed for the first of January, is asked about since that day's opening is
    read as the close of the day before: 2 of 345.
    """
    counts = compared(issuer)

    assert counts["labelled"] > 300
    assert counts["labelled right"] / counts["labelled"] >= 0.965


@pytest.mark.parametrize("issuer", ENTRIES)
def test_period_value_unit_and_dimensions_are_right(issuer: str) -> None:
    """Of the figures with the right concept 0.99 each; the value has its sign and scale."""
    counts = compared(issuer)
    right = counts["labelled right"] + counts["rest right"]

    for aspect in ("period", "value", "unit", "dimensions"):
        assert counts[aspect] / right >= 0.99, aspect


@pytest.mark.parametrize("issuer", ENTRIES)
def test_what_is_sure_is_right(issuer: str) -> None:
    """At a confidence of 0.9 or more at most one in a hundred is wrong."""
    counts = compared(issuer)

    assert counts["sure and wrong"] <= 0.01 * counts["sure"]


@pytest.mark.parametrize("issuer", ENTRIES)
def test_a_file_of_terms_finds_the_rest(issuer: str) -> None:
    """With words for what this version calls otherwise 0.9 of the other figures get their concept too."""
    bare, counts = compared(issuer), compared(issuer, with_terms=True)
    found = counts["labelled right"] + counts["rest right"] - bare["labelled right"]

    assert found / bare["rest"] >= 0.9
