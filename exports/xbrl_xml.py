"""xBRL-XML: an XBRL 2.1 instance, written as a stream.

A million facts must cost little more than a bare loop over a template, so the document is never built as a
tree: contexts and units stand right before the first fact that needs them (their order is free), and the
footnote link, which points back at facts, stands last.

Spec: XBRL 2.1 section 4, OIM xBRL-XML 1.0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from exports.context import (
    FOOTNOTE_ARCROLE,
    FOOTNOTE_ROLE,
    LINK_ROLE,
    NAMESPACES,
    XSI,
    SharedAspects,
    declarations,
)
from exports.fact_lines import AroundConcept, AroundValue, FactLines
from exports.markup import attribute, checked_id, checked_qname, escape
from exports.values import checked_number, expanded_names, plain_numbers

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
    elements = _Elements(report, dict(namespaces))
    lines = FactLines(elements)
    stream.writelines(text.encode() for text in lines.texts(report.facts))
    stream.write((footnote_link(report.footnotes, elements.noted) + "</xbrli:xbrl>\n").encode())
    return lines.count


class _Elements:
    """Facts as elements, behind the contexts and units that are new with them."""

    id_comes_first = False
    numbers = staticmethod(plain_numbers)
    negative = None

    def __init__(self, report: Report, namespaces: dict[str, str]) -> None:
        self.namespaces = namespaces
        self.prefixes = frozenset(namespaces)
        self.shared = SharedAspects(
            self.prefixes, typed_domains=dict(report.typed_domains), container=report.container
        )
        self.noted: dict[str, list[str]] = {}
        self.taken = self.shared.taken

    def around_concept(self, concept: str) -> AroundConcept:
        name = checked_qname(concept, self.prefixes)
        return f'<{name} id="', f"</{name}>\n"

    def around_value(self, fact: Fact) -> AroundValue:
        decimals = "INF" if fact.decimals is None else fact.decimals
        return f'"{self.shared.references(fact)} decimals="{decimals}">', ""

    def line(self, fact: Fact) -> str:
        name = checked_qname(fact.concept, self.prefixes)
        for footnote in fact.footnotes:
            self.noted.setdefault(footnote, []).append(fact.id)
        start = f'<{name} id="{checked_id(fact.id)}'
        if fact.value is None:
            return f'{start}"{self.shared.references(fact)} xsi:nil="true" xmlns:xsi="{XSI}"/>\n'
        if fact.unit is not None:
            return f"{start}{self.around_value(fact)[0]}{checked_number(fact)}</{name}>\n"
        if fact.kind == "plain":
            content = escape(fact.value)
            language = "" if fact.language is None else f' xml:lang="{attribute(fact.language)}"'
        else:
            content = escape(expanded_names(fact, self.namespaces, self.prefixes))
            language = ""
        return f'{start}"{self.shared.references(fact)}{language}>{content}</{name}>\n'


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
