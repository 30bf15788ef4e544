"""From the ledger of a document to the report that is filed: its facts, once each, with their footnotes.

Rows that share a `fact` say the same fact; the mention with the highest decimals stands for all of them.

Spec: OIM 1.0 section 3; the ledger's contract in docs/ledger.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from exports.errors import FilingError
from exports.report import Container, Entity, Fact, Footnote, Period, Report
from tagger.ledger import QUALIFIERS, Ledger, Row
from taxonomy.qualifiers import footnote_texts

if TYPE_CHECKING:
    from tagger.profile import Profile
    from taxonomy.model import Taxonomy

NAMESPACES = (
    ("iso4217", "http://www.xbrl.org/2003/iso4217"),
    ("xbrli", "http://www.xbrl.org/2003/instance"),
)
"""Namespaces that every report declares beside its taxonomy's own."""

RESERVED = frozenset(
    {"iso4217", "xbrli", "link", "xlink", "xbrldi", "xsi", "xml", "ix", "ixt", "xbrl", "scheme", "xmlns"}
)
"""Prefixes that the syntaxes use themselves."""

FOOTNOTES = footnote_texts()
"""What each qualifier says to a reader, by language; a language that is not here gets English."""

QUALIFIER_NOTE = "footnote_"
"""What stands before a part of a qualifier in the id of its footnote."""

_CURRENCY = re.compile("[A-Z]{3}")


def build_report(ledger: Ledger, taxonomy: Taxonomy, profile: Profile, language: str) -> Report:
    """Return the facts of the ledger as a report against the taxonomy's entry point.

    Raises: FilingError where a row says less than a fact needs, or the prefix is one XBRL uses itself.
    """
    if taxonomy.prefix in RESERVED:
        raise FilingError(
            f"The taxonomy's prefix {taxonomy.prefix!r} is used by XBRL itself: choose another."
        )
    rows = tuple(ledger.facts())
    facts = tuple(fact_of(row, taxonomy, profile) for row in standing_rows(rows))
    return Report(
        entry_point=taxonomy.entry_point,
        namespaces=_namespaces(taxonomy, facts),
        facts=facts,
        footnotes=_footnotes(rows, language),
        container=_container(taxonomy),
    )


def _container(taxonomy: Taxonomy) -> Container:
    """Return where the taxonomy's hypercubes want the dimensions; the scenario where they differ."""
    places = {cube.context_element for cube in taxonomy.hypercubes if cube.axes}
    return "segment" if places == {"segment"} else "scenario"


def _namespaces(taxonomy: Taxonomy, facts: tuple[Fact, ...]) -> tuple[tuple[str, str], ...]:
    """Return (prefix, namespace) of what every report declares, and of the taxonomy's that the facts name."""
    named = [
        name
        for fact in facts
        for name in (fact.concept, *(part for pair in fact.dimensions for part in pair))
    ]
    used = {taxonomy.prefix, *(name.partition(":")[0] for name in named)}
    known = taxonomy.dts.namespaces if taxonomy.dts else ()
    declared = {prefix: uri for prefix, uri in known if prefix in used}
    return tuple(sorted({**declared, **dict(NAMESPACES), taxonomy.prefix: taxonomy.namespace}.items()))


def standing_rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return one row for each fact, the first with the highest decimals, in the order of first mention."""
    best: dict[str, Row] = {}
    for row in rows:
        known = best.setdefault(fact_id(row), row)
        if _precision(row) > _precision(known):
            best[fact_id(row)] = row
    return tuple(best.values())


def fact_id(row: Row) -> str:
    """Return the id of the fact that the row says."""
    return row.fact or f"fact_{row.id}"


def mention_ids(rows: Iterable[Row]) -> dict[str, str]:
    """Return the row of each iXBRL tag, by the tag's id, in reading order.

    The mention that stands for the fact has the fact's own id, the others have it with -2, -3, … behind.
    """
    rows = tuple(rows)
    standing = {row.id for row in standing_rows(rows)}
    counts: dict[str, int] = {}
    ids: dict[str, str] = {}
    for row in rows:
        name = fact_id(row)
        if row.id not in standing:
            counts[name] = counts.get(name, 1) + 1
            name = f"{name}-{counts[name]}"
        ids[name] = row.id
    return ids


def fact_of(row: Row, taxonomy: Taxonomy, profile: Profile) -> Fact:
    """Return the fact as this row says it.

    Raises: FilingError where the row lacks its concept, period or unit, or its value is no number.
    """
    if row.concept is None or row.period is None or row.unit is None:
        raise FilingError(
            f"Row {row.id} ({row.text!r}) is a fact without concept, period or unit: tag the report again."
        )
    try:
        period = Period.parse(row.period)
        if row.value is not None and not Decimal(row.value).is_finite():
            raise InvalidOperation  # noqa: TRY301  NaN and Infinity parse as Decimal and are no figure
    except (ValueError, InvalidOperation):
        raise FilingError(
            f"Row {row.id} ({row.text!r}) has a period or value that is none: {row.period!r}, {row.value!r}."
        ) from None
    return Fact(
        id=fact_id(row),
        concept=row.concept,
        entity=Entity(profile.scheme, profile.identifier),
        period=period,
        dimensions=tuple(sorted(row.dimensions)),
        unit=_unit_qname(row, taxonomy),
        value=row.value,
        decimals=decimals_of(row),
        footnotes=footnote_ids(row),
    )


def decimals_of(row: Row) -> int | None:
    """Return the decimals of the row's value, None for INF and for nil."""
    return row.decimals if isinstance(row.decimals, int) and row.value is not None else None


def footnote_ids(row: Row) -> tuple[str, ...]:
    """Return the ids of the footnotes that the row's qualifier asks for."""
    return tuple(f"{QUALIFIER_NOTE}{part}" for part in _parts(row))


def _unit_qname(row: Row, taxonomy: Taxonomy) -> str:
    unit = row.unit or ""
    if ":" in unit:
        return unit
    if unit in ("pure", "shares"):
        return f"xbrli:{unit}"
    concept = taxonomy.concept_by_qname.get(row.concept or "")
    currency, slash, _ = unit.partition("/")
    if slash and _CURRENCY.fullmatch(currency):
        return f"iso4217:{currency}/{(concept.unit if concept else None) or 'xbrli:shares'}"
    if _CURRENCY.fullmatch(unit):
        return f"iso4217:{unit}"
    if concept is not None and concept.unit is not None and concept.unit.partition(":")[2] == unit:
        return concept.unit
    return f"{taxonomy.prefix}:{unit}"


def _precision(row: Row) -> float:
    return float("inf") if row.decimals == "INF" else float("-inf") if row.decimals is None else row.decimals


def _parts(row: Row) -> tuple[str, ...]:
    said = frozenset(row.qualifier.split("+")) if row.qualifier else frozenset()
    return tuple(part for part in QUALIFIERS if part in said)


def _footnotes(rows: Iterable[Row], language: str) -> tuple[Footnote, ...]:
    said = {part for row in rows for part in _parts(row)}
    return tuple(
        Footnote(
            id=f"{QUALIFIER_NOTE}{part}",
            language=language if language in FOOTNOTES[part] else "en",
            text=FOOTNOTES[part].get(language, FOOTNOTES[part]["en"]),
        )
        for part in QUALIFIERS
        if part in said
    )
