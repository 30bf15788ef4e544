"""xBRL-XML: an XBRL 2.1 instance, written as a stream.

A million facts must cost little more than a bare loop over a template, so the document is never built as a
tree: contexts and units stand right before the first fact that needs them (their order is free), and the
footnote link, which points back at facts, stands last.

Spec: XBRL 2.1 section 4, OIM xBRL-XML 1.0.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

from exports.context import (
    FOOTNOTE_ARCROLE,
    FOOTNOTE_ROLE,
    LINK_ROLE,
    NAMESPACES,
    SharedAspects,
    declarations,
)
from exports.markup import attribute, checked_id, checked_qname, escape

if TYPE_CHECKING:
    from exports.report import Fact, Footnote, Report

BATCH = 4096
"""Pieces that are joined into one write."""


def write(report: Report, stream: BinaryIO) -> int:
    """Write the report as an XBRL 2.1 instance; return the number of facts.

    Raises: FilingError where a name or id in it is none.
    """
    namespaces = (*report.namespaces, *NAMESPACES)
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<xbrli:xbrl{declarations(namespaces)}>\n"
        f'<link:schemaRef xlink:type="simple" xlink:href="{attribute(report.entry_point)}"/>\n'
    )
    stream.write(head.encode())
    count, noted = _write_facts(report.facts, frozenset(prefix for prefix, _ in namespaces), stream)
    stream.write((footnote_link(report.footnotes, noted) + "</xbrli:xbrl>\n").encode())
    return count


def _write_facts(
    facts: Iterable[Fact], prefixes: frozenset[str], stream: BinaryIO
) -> tuple[int, dict[str, list[str]]]:
    """Write the facts; return their number, and for each footnote the ids of its facts."""
    shared = SharedAspects(prefixes)
    concepts: dict[str, str] = {}
    noted: dict[str, list[str]] = {}
    pieces: list[str] = []
    count = 0
    for count, fact in enumerate(facts, 1):  # noqa: B007  the last number stays
        name = concepts.get(fact.concept)
        if name is None:
            name = concepts[fact.concept] = checked_qname(fact.concept, prefixes)
        context = shared.context(fact)
        unit = "" if fact.unit is None else f' unitRef="{shared.unit(fact.unit)}"'
        if shared.pending:
            pieces.append(shared.taken())
        pieces.append(_element(fact, name, context, unit))
        for footnote in fact.footnotes:
            noted.setdefault(footnote, []).append(fact.id)
        if len(pieces) >= BATCH:
            stream.write("".join(pieces).encode())
            pieces.clear()
    stream.write("".join(pieces).encode())
    return count, noted


def _element(fact: Fact, name: str, context: str, unit: str) -> str:
    start = f'<{name} id="{checked_id(fact.id)}" contextRef="{context}"{unit}'
    value = fact.value
    if value is None:
        return f'{start} xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>\n'
    if fact.unit is None:
        language = "" if fact.language is None else f' xml:lang="{attribute(fact.language)}"'
        return f"{start}{language}>{escape(value)}</{name}>\n"
    decimals = "INF" if fact.decimals is None else fact.decimals
    return f'{start} decimals="{decimals}">{value if value.isdigit() else escape(value)}</{name}>\n'


def footnote_link(footnotes: tuple[Footnote, ...], noted: dict[str, list[str]]) -> str:
    """Return the footnote link for the footnotes that some fact has, or nothing.

    Spec: XBRL 2.1 section 4.11.
    """
    used = [footnote for footnote in footnotes if footnote.id in noted]
    if not used:
        return ""
    lines = [f'<link:footnoteLink xlink:type="extended" xlink:role="{LINK_ROLE}">']
    located = dict.fromkeys(fact for footnote in used for fact in noted[footnote.id])
    lines += [
        f'<link:loc xlink:type="locator" xlink:href="#{fact}" xlink:label="{fact}"/>' for fact in located
    ]
    for footnote in used:
        name = checked_id(footnote.id)
        lines.append(
            f'<link:footnote xlink:type="resource" xlink:label="{name}" id="{name}"'
            f' xlink:role="{FOOTNOTE_ROLE}" xml:lang="{attribute(footnote.language)}">'
            f"{escape(footnote.text)}</link:footnote>"
        )
        lines += [
            f'<link:footnoteArc xlink:type="arc" xlink:arcrole="{FOOTNOTE_ARCROLE}"'
            f' xlink:from="{fact}" xlink:to="{name}"/>'
            for fact in noted[footnote.id]
        ]
    return "\n".join([*lines, "</link:footnoteLink>\n"])
