"""Tags short texts of the tests' own: a text in, the rows of its figures out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from tagger.ledger import Ledger, Row
from tagger.profile import Profile
from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from taxonomy.load import load_taxonomy
from taxonomy.model import Taxonomy

Reading = tuple[str, str, str, str | None]
"""Concept, members, period and value, without prefixes: as short as a person would write it."""


@cache
def bank_taxonomy() -> Taxonomy:
    """Return the shipped taxonomy, read once."""
    return load_taxonomy("bank-disclosure")


@cache
def taxonomy_in_data(name: str) -> Taxonomy:
    """Return an invented taxonomy of the folder `data`, read once."""
    return load_taxonomy(str(Path(__file__).parent / "data" / f"{name}.yaml"))


def profile_of(year_end: tuple[int, int] = (12, 31), currency: str = "CNY") -> Profile:
    """Return the profile of an invented bank."""
    return Profile(
        name="Hill Bank",
        scheme="http://example.org/registry",
        identifier="HILL1",
        currency=currency,
        fiscal_year_end=year_end,
        aliases=("本行", "本集團", "山海銀行", "Hill Bank"),
    )


def ledger_of(
    text: str,
    period: str = "2024",
    *,
    language: str | None = None,
    taxonomy: Taxonomy | None = None,
    profile: Profile | None = None,
    threshold: float = 0.5,
) -> Ledger:
    """Tag a text with the shipped taxonomy, or another."""
    entity = profile or profile_of()
    return tag_document(
        parse_document(text.encode(), "text"),
        taxonomy or bank_taxonomy(),
        entity,
        parse_reporting_period(period, entity.fiscal_year_end),
        language=language,
        threshold=threshold,
    )


def rows_of(text: str, period: str = "2024", *, language: str | None = None) -> tuple[Row, ...]:
    """Return the rows of a text."""
    return ledger_of(text, period, language=language).rows


def row_of(text: str, figure: str, period: str = "2024", *, language: str | None = None) -> Row:
    """Return the row of the one figure that is printed so."""
    rows = rows_of(text, period, language=language)
    found = [row for row in rows if row.text == figure]
    assert len(found) == 1, [row.text for row in rows]
    return found[0]


def local(name: str | None) -> str:
    """Return a QName without its prefix."""
    return str(name or "").rpartition(":")[2]


def members_of(row: Row) -> str:
    """Return the members of a row without prefix and ending, in order: "PersonalCustomers ForeignCurrency"."""
    return " ".join(local(member).removesuffix("Member") for _, member in row.dimensions)


def reading_of(row: Row) -> Reading:
    """Return what a row says; a figure that is no fact has its status and code in place of a concept."""
    if row.status != "fact":
        return (f"{row.status} {row.reason.code if row.reason else ''}", "", row.period or "", row.value)
    return local(row.concept), members_of(row), row.period or "", row.value


def fact_readings(text: str, period: str = "2024") -> list[Reading]:
    """Return what each fact of a text says, in order."""
    return [reading_of(row) for row in ledger_of(text, period).rows if row.status == "fact"]


def readings_of(text: str, period: str = "2024", *, language: str | None = None) -> list[Reading]:
    """Return what each row of a text says, in order."""
    return [reading_of(row) for row in rows_of(text, period, language=language)]


def said_in(rows: Iterable[Row], short: Iterable[tuple[str, str]], at: Callable[[str], str]) -> list[str]:
    """Return what each quantity says: concept, members each behind a plus, when, and value; "?" where it is left open.

    short: parts of a concept's name, each with what is written for it. at: how a period is written.
    """
    found = []
    for row in rows:
        if row.status == "not_a_fact":
            continue
        concept, _, when, value = reading_of(row)
        for long, written in short:
            concept = concept.replace(long, written)
        members = "".join(f"+{member}" for member in members_of(row).split())
        found.append(f"{concept}{members}{at(when)} {value}" if row.status == "fact" else "?")
    return found


def facts_with(taxonomy: Taxonomy, profile: Profile, text: str, period: str = "2025") -> list[str]:
    """Return the facts of a text as concept, members (- for none), period and value."""
    return [
        " ".join(
            (
                local(row.concept),
                "+".join(members_of(row).split()) or "-",
                row.period or "",
                row.value or "nil",
            )
        )
        for row in ledger_of(text, period, taxonomy=taxonomy, profile=profile).rows
        if row.status == "fact"
    ]
