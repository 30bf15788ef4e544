"""The tables of pages in the development set: every figure of them as its gold says, and no fact beside."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tagger.profile import Profile
from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from taxonomy.load import load_taxonomy
from tests.development.passages import FOLDER, Gold, unmarked
from tests.development.vocabulary import SOURCES

PAGES = sorted(FOLDER.glob("*.html"))


def _local(name: str | None) -> str:
    return (name or "").rpartition(":")[2]


def _said(gold: Gold) -> tuple[object, ...]:
    value = Decimal(gold.value) if gold.value else None
    return gold.text, gold.concept, gold.dimensions, gold.period, value, gold.decimals


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_fact_of_a_page_is_its_gold(page: Path) -> None:
    """Gold stands inline as in the passages; the rows come in the order of the page."""
    head, _, body = page.read_text(encoding="utf-8").partition("\n---\n")
    fields = dict(line.removeprefix("# ").split(": ", 1) for line in head.splitlines())
    text, gold = unmarked(body)
    profile = Profile(fields["entity"], "http://example.org/scheme", "P1", fields["currency"], aliases=())
    document = parse_document(text.encode(), page.stem, ending=".html")
    taxonomy = load_taxonomy(str(SOURCES[fields["taxonomy"]]))
    ledger = tag_document(document, taxonomy, profile, parse_reporting_period(fields["period"], (12, 31)))
    found = [
        (
            row.text, _local(row.concept), tuple((_local(a), _local(m)) for a, m in row.dimensions), row.period,
            Decimal(row.value) if row.value else None, "" if row.decimals is None else str(row.decimals),
        )
        for row in ledger.rows
        if row.status == "fact"
    ]  # fmt: skip

    assert found == [_said(item) for item in gold if item.kind == "fact"]


def test_there_are_pages() -> None:
    """None is lost in silence."""
    assert len(PAGES) >= 2
