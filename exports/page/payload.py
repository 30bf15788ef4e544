"""The data behind the text: what the script shows of each figure, as JSON safe to stand in a script tag.

Whatever a person reads (periods, decimals, percentages, names) is said here in every language, so that the
script only chooses; what is empty is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from exports.page.markup import one_line
from exports.page.sentences import Told, check_sentence, reason_sentence
from exports.page.words import (
    LANGUAGES,
    compact,
    group_digits,
    percent,
    say_date,
    say_decimals,
    say_period,
    words_of,
)
from exports.report import Period
from taxonomy.model import Label, Taxonomy, label_of
from taxonomy.offline_page import Json

if TYPE_CHECKING:
    from exports.page.coverage import Mark
    from exports.page.series import Series
    from tagger.document import Document
    from tagger.ledger import Alternative, Ledger, Proof, Row
    from tagger.profile import Profile
    from taxonomy.errors import Finding

CONTEXT = 18
"""How many characters before and after a figure the lists show."""


def describe_rows(
    ledger: Ledger, document: Document, marks: dict[str, Mark], taxonomy: Taxonomy, told: Told
) -> list[Json]:
    """Return what is shown of each figure, in reading order.

    told: the numbers of each check that contradicts, by language.
    """
    proofs_of: dict[str, list[str]] = {}
    for proof in ledger.proofs:
        for name in proof.rows:
            proofs_of.setdefault(name, []).append(proof.id)
    contexts = _contexts(document, ledger.rows)
    return [
        _describe_row(
            row, marks[row.id], proofs_of.get(row.id, []), context, taxonomy, reason_sentence(row, told)
        )
        for row, context in zip(ledger.rows, contexts, strict=True)
    ]


def name_everything(ledger: Ledger, taxonomy: Taxonomy) -> dict[str, Json]:
    """Return the labels and definitions, by QName, of all that the figures mention."""
    labels: dict[str, tuple[Label, ...]] = {}
    labels.update((item.qname, item.labels) for item in taxonomy.concepts)
    labels.update((item.qname, item.labels) for item in taxonomy.axes)
    labels.update((item.qname, item.labels) for item in taxonomy.member_by_qname.values())
    wanted = sorted(set(_mentioned(ledger.rows)) & labels.keys())
    return {
        qname: _filled(
            {
                "label": _in_languages(labels[qname], "standard"),
                "definition": _in_languages(labels[qname], "documentation"),
            }
        )
        for qname in wanted
    }


def say_everything(ledger: Ledger, taxonomy: Taxonomy, profile: Profile) -> dict[str, Json]:
    """Return every period, decimals and unit that occurs, as a person reads it, by language."""
    periods = {row.period for row in ledger.rows}
    periods.update(other.period for row in ledger.rows for other in row.alternatives)
    steps = {row.decimals for row in ledger.rows if row.decimals is not None}
    units = {row.unit for row in ledger.rows if row.unit}
    words = [words_of(language) for language in LANGUAGES]
    return {
        "periods": {
            period: {each.language: say_period(period, profile.fiscal_year_end, each) for each in words}
            for period in sorted(filter(None, periods))
        },
        "decimals": {
            str(step): {each.language: say_decimals(step, each) for each in words}
            for step in sorted(steps, key=str)
        },
        "units": {unit: _name_unit(unit, taxonomy) for unit in sorted(units)},
    }


def describe_proofs(proofs: Iterable[Proof], told: Told) -> dict[str, Json]:
    """Return the checks by id."""
    return {
        proof.id: _filled(
            {
                "kind": proof.kind,
                "rows": list(proof.rows),
                "outcome": proof.outcome,
                "slack": _slack(proof.slack),
                "text": check_sentence(proof, told),
            }
        )
        for proof in proofs
    }


def describe_findings(findings: Iterable[Finding]) -> list[Json]:
    """Return the findings of the filing."""
    return [
        _filled(
            {
                "severity": finding.severity,
                "code": finding.code,
                "message": finding.message,
                "file": finding.file,
                "rows": list(finding.rows),
                "sentence": finding.sentence,
            }
        )
        for finding in findings
    ]


def is_percentage(unit: str | None, concept: str | None, taxonomy: Taxonomy) -> bool:
    """Return whether a person reads the value in per cent: a share, rate or growth."""
    known = taxonomy.concept_by_qname.get(concept or "")
    return unit == "pure" and (known is None or known.type == "percent")


def describe_series(all_series: Iterable[Series], taxonomy: Taxonomy) -> list[Json]:
    """Return the series with the height of each bar in thousandths of the tallest."""
    return [
        _describe_series(series, is_percent=is_percentage(series.unit, series.concept, taxonomy))
        for series in all_series
    ]


def _describe_series(series: Series, *, is_percent: bool) -> Json:
    tallest = max(abs(point.value) for point in series.points) or Decimal(1)
    words = [words_of(language) for language in LANGUAGES]
    return {
        "concept": series.concept,
        "dimensions": [list(pair) for pair in series.dimensions],
        "unit": series.unit,
        "points": [
            _filled(
                {
                    "instant": point.instant,
                    "date": {
                        each.language: say_date(Period.parse(point.instant).end, each) for each in words
                    },
                    "value": percent(f"{point.value:f}") if is_percent else group_digits(f"{point.value:f}"),
                    "short": {
                        each.language: percent(f"{point.value:f}")
                        if is_percent
                        else compact(point.value, each)
                        for each in words
                    },
                    "height": int(point.value * 1000 / tallest),
                    "rows": list(point.rows),
                    "derived": point.derived,
                }
            )
            for point in series.points
        ],
    }


def _describe_row(
    row: Row, mark: Mark, proofs: list[str], context: tuple[str, str], taxonomy: Taxonomy, reason: str
) -> Json:
    is_share = is_percentage(row.unit, row.concept, taxonomy)
    return _filled(
        {
            "id": row.id,
            "fact": row.fact,
            "start": row.start,
            "text": one_line(row.text),
            "context": list(context),
            "place": {key: str(value) for key, value in row.place.items()},
            "mark": mark,
            "reason": _filled({"code": row.reason.code, "text": reason}) if row.reason else None,
            "value": group_digits(row.value) if row.value is not None else None,
            "percent": percent(row.value) if is_share and row.value is not None else None,
            "nil": row.value is None and row.status == "fact",
            "unit": row.unit,
            "decimals": None if row.decimals is None else str(row.decimals),
            "qualifier": [part for part in row.qualifier.split("+") if part],
            "period": row.period,
            "concept": row.concept,
            "dimensions": [list(pair) for pair in row.dimensions],
            "confidence": _confidence(row.confidence),
            "evidence": [
                _filled(
                    {
                        "kind": item.kind,
                        "text": item.text,
                        "target": item.target,
                        "span": [item.start, item.end] if 0 <= item.start < item.end else None,
                    }
                )
                for item in row.evidence
            ],
            "alternatives": [_describe_alternative(other) for other in row.alternatives],
            "proofs": list(dict.fromkeys((*row.proofs, *proofs))),
        }
    )


def _describe_alternative(other: Alternative) -> Json:
    return _filled(
        {
            "concept": other.concept,
            "dimensions": [list(pair) for pair in other.dimensions],
            "period": other.period,
            "unit": other.unit,
            "confidence": _confidence(other.confidence),
        }
    )


def _contexts(document: Document, rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Yield the words before and after each figure, within its block, line breaks joined."""
    edges = sorted({edge for block in document.blocks for edge in (block.start, block.end)})
    ordered = iter(edges)
    low, high = 0, next(ordered, len(document.text))
    for row in rows:
        while high <= row.start:
            low, high = high, next(ordered, len(document.text) + 1)
        before = document.text[max(low, row.start - 2 * CONTEXT) : row.start]
        after = document.text[row.end : max(row.end, min(high, row.end + 2 * CONTEXT))]
        yield one_line(before)[-CONTEXT:], one_line(after)[:CONTEXT]


def _mentioned(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        for concept, dimensions in (
            (row.concept or "", row.dimensions),
            *((other.concept, other.dimensions) for other in row.alternatives),
        ):
            yield concept
            for pair in dimensions:
                yield from pair
        for item in row.evidence:
            yield item.target


def _name_unit(unit: str, taxonomy: Taxonomy) -> dict[str, str]:
    """Return what a unit is called: the taxonomy's label of a count unit, or our word for a currency."""
    local = unit.rpartition(":")[2]
    known = taxonomy.unit_by_qname.get(unit) or taxonomy.unit_by_qname.get(f"{taxonomy.prefix}:{unit}")
    if known is not None:
        return {language: label_of(known.labels, language) or local for language in LANGUAGES}
    return {language: words_of(language).say("unit", local) for language in LANGUAGES}


def _in_languages(labels: tuple[Label, ...], role: str) -> dict[str, str]:
    """Return the labels of a role by language; a language without one gets what `label_of` falls back to."""
    if role == "documentation":
        return {language: label_of(labels, language, "documentation") for language in LANGUAGES}
    return {language: label_of(labels, language) for language in LANGUAGES}


def _confidence(value: float | None) -> str | None:
    return None if value is None else percent(str(Decimal(str(value)).quantize(Decimal("0.01"))))


def _slack(value: str) -> str:
    """Return the slack as a percentage where it is a plain number, else as it is."""
    number = value.removeprefix("-").replace(".", "", 1)
    return percent(value) if number.isascii() and number.isdecimal() else value


def _filled(values: Mapping[str, Json]) -> dict[str, Json]:
    """Return the entries that say something."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {}, False)}
