"""iXBRL for facts that stand in no document: a plain page with a table of them, written as a stream.

The header with contexts and units may stand anywhere in the page, so it stands last and nothing but what is
shared is held. No language is set on the page: a fact without one would inherit it. Nothing runs or loads.

Spec: Inline XBRL 1.1 sections 7 (ix:footnote), 8 (ix:header), 10 (ix:nonFraction), 11 (ix:nonNumeric).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from exports.context import NAMESPACES, SharedAspects, declarations
from exports.fact_lines import AroundConcept, AroundValue, FactLines
from exports.ixbrl import INLINE_NAMESPACES
from exports.markup import attribute, checked_id, checked_qname, escape
from exports.values import are_plain, checked_number, expanded_names

if TYPE_CHECKING:
    from exports.report import Fact, Report

STYLE = """
body { margin: 0 auto; max-width: 80em; padding: 1.5em; color: #1b1b1b; background: #fff;
  font-family: Arial, sans-serif; font-size: .95rem; line-height: 1.5; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #d5d5d5; padding: .3em .7em; text-align: start; vertical-align: top; }
th { border-bottom: 2px solid #888; position: sticky; top: 0; background: #fff; }
td.n { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.t { white-space: pre-wrap; overflow-wrap: anywhere; }
td.m { color: #555; } th:nth-child(2) { text-align: end; } td:nth-child(4) { white-space: nowrap; }
td:nth-child(1), td:nth-child(5), td:nth-child(6) { overflow-wrap: anywhere; } .notes { margin-top: 2em; font-size: .9em; }
@media print { body { max-width: none; padding: 0; font-size: 9pt; } th { position: static; } }
"""


def write(report: Report, stream: BinaryIO, title: str = "Facts") -> int:
    """Write the facts as an iXBRL page; return their number.

    Raises: FilingError where a name, id or number in it is none.
    """
    declared = (*report.namespaces, *NAMESPACES, *INLINE_NAMESPACES)
    names = declarations(declared).replace("xmlns:=", "xmlns=")
    stream.write(
        (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<html{names}>\n<head>\n'
            '<meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>\n'
            f"<title>{escape(title)}</title>\n"
            f'<style type="text/css">{STYLE}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n'
            "<table>\n<thead><tr><th>Concept</th><th>Value</th><th>Unit</th><th>Period</th>"
            "<th>Dimensions</th><th>Entity</th></tr></thead>\n<tbody>\n"
        ).encode()
    )
    page = _Page(report, dict(declared))
    rows = FactLines(page)
    stream.writelines(text.encode() for text in rows.texts(report.facts))
    stream.write((("" if rows.count else _NOTHING) + "</tbody>\n</table>\n" + page.end()).encode())
    return rows.count


_NOTHING = '<tr><td colspan="6">–</td></tr>\n'


class _Page:
    """Facts as rows, and at the end what they share."""

    id_comes_first = False

    def __init__(self, report: Report, namespaces: dict[str, str]) -> None:
        self.report = report
        self.namespaces = namespaces
        self.prefixes = frozenset(namespaces)
        self.shared = SharedAspects(
            self.prefixes, typed_domains=dict(report.typed_domains), container=report.container
        )
        self.noted: dict[str, list[str]] = {}

    def taken(self) -> str:
        """Return nothing: contexts and units stand at the end."""
        return ""

    def around_concept(self, concept: str) -> AroundConcept:
        name = checked_qname(concept, self.prefixes)
        return f'<tr><td>{name.partition(":")[2]}</td><td class="n"><ix:nonFraction name="{name}" id="', ""

    def around_value(self, fact: Fact) -> AroundValue:
        decimals = "INF" if fact.decimals is None else fact.decimals
        attributes = f'{self.shared.references(fact)} decimals="{decimals}" format="ixt:num-dot-decimal"'
        return f'"{attributes}>', f"</ix:nonFraction>{self._cells(fact)}"

    def numbers(self, values: list[str], text: str) -> list[str] | None:
        """Return numbers with their thousands apart, None where one is no plain number."""
        if not are_plain(text):
            return None
        return [
            f"{int(value):,}" if value.isdigit() and len(value) <= _GROUPED else grouped(value)
            for value in values
        ]

    def negative(self, beside: str, before: str, value: str) -> tuple[str, str, str]:
        """Return the pieces of a negative number: its sign is an attribute, and stands before the tag to be seen."""
        start, tag, name = beside.rpartition("<ix:")
        return f"{start}-{tag}{name}", f'{before[:-1]} sign="-">', value[1:]

    def line(self, fact: Fact) -> str:
        name = checked_qname(fact.concept, self.prefixes)
        for footnote in fact.footnotes:
            self.noted.setdefault(footnote, []).append(fact.id)
        kind, element = ("t", "nonNumeric") if fact.unit is None else ("n", "nonFraction")
        start = f'<tr><td>{name.partition(":")[2]}</td><td class="{kind}">'
        tag = f'<ix:{element} name="{name}" id="{checked_id(fact.id)}"'
        if fact.value is None:
            shown = f'–{tag}{self.shared.references(fact)} xsi:nil="true"/>{self._cells(fact)}'
        elif fact.unit is None:
            shown = f"{tag}{self.shared.references(fact)}{self._text(fact)}{self._cells(fact)}"
        else:
            before, behind = self.around_value(fact)
            before = before.removeprefix('"')
            value = checked_number(fact)
            if value.startswith("-"):
                tag, before, value = self.negative(tag, before, value)
            shown = f"{tag}{before}{grouped(value.removeprefix('+'))}{behind}"
        return start + shown

    def _cells(self, fact: Fact) -> str:
        """Return what follows the value: the end of its cell, and the cells behind it."""
        period = fact.period
        time = "" if period.is_forever else f"{period.end}"
        if period.start is not None:
            time = f"{period.start} – {period.end}"
        members = [f"{axis}: {member}" for axis, member in fact.dimensions]
        members += [f"{axis}: {'–' if value is None else value}" for axis, value in fact.typed]
        unit = (fact.unit or "").removeprefix("iso4217:").removeprefix("xbrli:")
        shown = "<br/>".join(escape(member) for member in members)
        return (
            f'</td><td>{escape(unit)}</td><td class="m">{time}</td><td class="m">{shown}</td>'
            f'<td class="m">{escape(fact.entity.identifier)}</td></tr>\n'
        )

    def _text(self, fact: Fact) -> str:
        """Return the language and content of a tag that is no number, and its end."""
        if fact.kind != "plain":
            return f">{escape(expanded_names(fact, self.namespaces, self.prefixes))}</ix:nonNumeric>"
        language = "" if fact.language is None else f' xml:lang="{attribute(fact.language)}"'
        return f"{language}>{escape(fact.value or '')}</ix:nonNumeric>"

    def end(self) -> str:
        """Return the footnotes, and the header with all that the facts share."""
        used = [note for note in self.report.footnotes if note.id in self.noted]
        notes = "".join(
            f'<li><ix:footnote id="{checked_id(note.id)}" xml:lang="{attribute(note.language)}">'
            f"{escape(note.text)}</ix:footnote></li>\n"
            for note in used
        )
        relations = "".join(
            f'<ix:relationship fromRefs="{" ".join(self.noted[note.id])}" toRefs="{note.id}"/>\n'
            for note in used
        )
        return (
            (f'<ol class="notes">\n{notes}</ol>\n' if used else "")
            + '<div style="display:none">\n<ix:header>\n<ix:references>\n<link:schemaRef xlink:type="simple"'
            f' xlink:href="{attribute(self.report.entry_point)}"/>\n</ix:references>\n'
            f"<ix:resources>\n{self.shared.taken()}{relations}</ix:resources>\n"
            "</ix:header>\n</div>\n</body>\n</html>\n"
        )


_GROUPED = 300
"""Longer numbers are written without separators: Python converts no integer of any length."""


def grouped(number: str) -> str:
    """Return the number, thousands apart."""
    sign = "-" if number.startswith("-") else ""
    whole, _, rest = number.removeprefix(sign).partition(".")
    shown = f"{int(whole or '0'):,}" if len(whole) <= _GROUPED else whole
    return f"{sign}{shown}.{rest}" if rest else f"{sign}{shown}"
