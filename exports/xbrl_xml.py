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
    NEAR,
    XSI,
    NearKey,
    SharedAspects,
    batches,
    declarations,
    near_key,
)
from exports.markup import attribute, checked_id, checked_qname, escape
from exports.values import checked_number, expanded_names

if TYPE_CHECKING:
    from exports.report import Fact, Footnote, Report


def write(report: Report, stream: BinaryIO) -> int:
    """Write the report as an XBRL 2.1 instance; return the number of facts.

    Raises: FilingError where a name, id or number in it is none.
    """
    namespaces = (*report.namespaces, *NAMESPACES)
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<xbrli:xbrl{declarations(namespaces)}>\n"
        f'<link:schemaRef xlink:type="simple" xlink:href="{attribute(report.entry_point)}"/>\n'
    )
    stream.write(head.encode())
    writer = _Writer(report, dict(namespaces))
    count = writer.write(report.facts, stream)
    stream.write((footnote_link(report.footnotes, writer.noted) + "</xbrli:xbrl>\n").encode())
    return count


class _Writer:
    """Remembers what stands around the values: start and end by concept, attributes by other aspects."""

    def __init__(self, report: Report, namespaces: dict[str, str]) -> None:
        self.namespaces = namespaces
        self.prefixes = frozenset(namespaces)
        self.shared = SharedAspects(
            self.prefixes, typed_domains=dict(report.typed_domains), container=report.container
        )
        self.noted: dict[str, list[str]] = {}
        self.concepts: dict[str, tuple[str, str]] = {}
        self.near: dict[NearKey, str] = {}
        self.kept: list[Fact] = []

    def write(self, facts: Iterable[Fact], stream: BinaryIO) -> int:
        """Write the facts; return their number. A plain whole number takes the short way."""
        concepts, near = self.concepts, self.near
        count = 0
        for batch in batches(facts):
            pieces: list[str] = []
            append = pieces.append
            for fact in batch:
                name, value = fact.id, fact.value
                try:
                    start, end = concepts[fact.concept]
                    beside = near[
                        id(fact.entity),
                        id(fact.period),
                        id(fact.dimensions),
                        id(fact.typed),
                        fact.unit,
                        fact.decimals,
                    ]
                    piece = f"{start}{name}{beside}{value}{end}"
                    if (
                        value.isdigit()  # type: ignore[union-attr]  # of None it raises, which is meant
                        and name.isidentifier()
                        and piece.isascii()
                        and not fact.footnotes
                    ):
                        append(piece)
                        continue
                except (KeyError, AttributeError):
                    pass
                append(self.element(fact))
            count += len(pieces)
            stream.write("".join(pieces).encode())
        return count

    def element(self, fact: Fact) -> str:
        """Return any fact, behind the context and unit that are new with it."""
        start, end = self.concepts.get(fact.concept) or self._around(fact.concept)
        attributes = f' contextRef="{self.shared.context(fact)}"'
        if fact.unit is not None:
            attributes += f' unitRef="{self.shared.unit(fact.unit)}"'
        before = self.shared.taken()
        for footnote in fact.footnotes:
            self.noted.setdefault(footnote, []).append(fact.id)
        start = f'{before}{start}{checked_id(fact.id)}"'
        if fact.value is None:
            return f'{start}{attributes} xsi:nil="true" xmlns:xsi="{XSI}"/>\n'
        if fact.unit is not None:
            beside = f'{attributes} decimals="{"INF" if fact.decimals is None else fact.decimals}">'
            self._remember(fact, beside)
            return f"{start}{beside}{checked_number(fact)}{end}"
        if fact.kind != "plain":
            return f"{start}{attributes}>{escape(expanded_names(fact, self.namespaces, self.prefixes))}{end}"
        language = "" if fact.language is None else f' xml:lang="{attribute(fact.language)}"'
        return f"{start}{attributes}{language}>{escape(fact.value)}{end}"

    def _around(self, concept: str) -> tuple[str, str]:
        name = checked_qname(concept, self.prefixes)
        return self.concepts.setdefault(concept, (f'<{name} id="', f"</{name}>\n"))

    def _remember(self, fact: Fact, beside: str) -> None:
        """Keep the attributes by the identity of the aspects; the fact is kept, so that it stays theirs."""
        if len(self.near) >= NEAR:
            self.near.clear()
            self.kept.clear()
        self.near[near_key(fact)] = f'"{beside}'
        self.kept.append(fact)


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
