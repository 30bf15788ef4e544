"""Tags tables with the invented taxonomy `data/printed.yaml`: a table in, what each of its figures says out."""

from __future__ import annotations

from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from tests.tagging_example import bank_taxonomy, local, members_of, profile_of, taxonomy_in_data


def table_says(
    text: str, period: str = "2024", *, currency: str = "CNY", html: bool = False, bank: bool = False
) -> list[str]:
    """Return what each quantity of a table says: concept, members, when and value; "?" where it is left open.

    bank: with the shipped taxonomy.
    """
    profile = profile_of(currency=currency)
    ledger = tag_document(
        parse_document(text.encode(), "table.html" if html else "table.txt"),
        bank_taxonomy() if bank else taxonomy_in_data("printed"),
        profile,
        parse_reporting_period(period, profile.fiscal_year_end),
    )
    return [
        f"{'+'.join([local(row.concept), *members_of(row).split()])} {_when(row.period)} {row.value}"
        if row.status == "fact"
        else "?"
        for row in ledger.rows
        if row.status != "not_a_fact"
    ]


def _when(period: str | None) -> str:
    """Return a fiscal year as 2024, its last day as 2024-12-31."""
    begin, _, end = (period or "").partition("/")
    return begin[:4] if begin.endswith("-01-01") and end.endswith("-12-31") else period or ""
