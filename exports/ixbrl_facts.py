"""iXBRL for facts that stand in no document: a plain page with a table of them, written as a stream.

The header with contexts and units may stand anywhere in the page, so it stands last and nothing but what is
shared is held. No language is set on the page: a fact without one would inherit it. Nothing runs or loads.

Spec: Inline XBRL 1.1 sections 7 (ix:footnote), 8 (ix:header), 10 (ix:nonFraction), 11 (ix:nonNumeric).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from exports.context import NAMESPACES, NEAR, NearKey, SharedAspects, batches, declarations, near_key
from exports.ixbrl import INLINE_NAMESPACES
from exports.markup import attribute, checked_id, checked_qname, escape
from exports.values import checked_number, expanded_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exports.report import Fact, Report

STYLE = """
body { margin: 0 auto; max-width: 80em; padding: 1.5em; color: #1b1b1b; background: #fff;
  font-family: Arial, sans-serif; font-size: .95rem; line-height: 1.5; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #d5d5d5; padding: .3em .7em; text-align: start; vertical-align: top; }
th { border-bottom: 2px solid #888; position: sticky; top: 0; background: #fff; }
td.n { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.t { white-space: pre-wrap; overflow-wrap: anywhere; }
td.m { color: #555; } .notes { margin-top: 2em; font-size: .9em; }
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
            "<table>\n<thead><tr><th>Concept</th><th>Period</th><th>Dimensions</th><th>Value</th>"
            "<th>Unit</th><th>Entity</th></tr></thead>\n<tbody>\n"
        ).encode()
    )
    page = _Page(report, dict(declared))
    count = page.write(report.facts, stream)
    stream.write((("" if count else _NOTHING) + "</tbody>\n</table>\n" + page.end()).encode())
    return count


_NOTHING = '<tr><td colspan="6">–</td></tr>\n'


class _Page:
    """Remembers what rows share: name and start of the row by concept, the rest by the other aspects."""

    def __init__(self, report: Report, namespaces: dict[str, str]) -> None:
        self.report = report
        self.namespaces = namespaces
        self.prefixes = frozenset(namespaces)
        self.shared = SharedAspects(
            self.prefixes, typed_domains=dict(report.typed_domains), container=report.container
        )
        self.noted: dict[str, list[str]] = {}
        self.concepts: dict[str, tuple[str, str]] = {}
        self.near: dict[NearKey, tuple[str, str, str]] = {}
        self.kept: list[Fact] = []

    def write(self, facts: Iterable[Fact], stream: BinaryIO) -> int:
        """Write a row for each fact; return their number. A plain whole number takes the short way."""
        concepts, near = self.concepts, self.near
        count = 0
        for batch in batches(facts):
            pieces: list[str] = []
            append = pieces.append
            for fact in batch:
                number, value = fact.id, fact.value
                try:
                    start, name = concepts[fact.concept]
                    before, middle, after = near[
                        id(fact.entity),
                        id(fact.period),
                        id(fact.dimensions),
                        id(fact.typed),
                        fact.unit,
                        fact.decimals,
                    ]
                    if (
                        value.isdigit()  # type: ignore[union-attr]  # of None it raises, which is meant
                        and number.isidentifier()
                        and number.isascii()
                        and value.isascii()  # type: ignore[union-attr]  # likewise
                        and not fact.footnotes
                    ):
                        append(f"{start}{before}{number}{name}{middle}{int(value):,}{after}")  # type: ignore[arg-type]
                        continue
                except (KeyError, AttributeError, ValueError):  # a number too long for int has a value, too
                    pass
                append(self.row(fact))
            count += len(pieces)
            stream.write("".join(pieces).encode())
        return count

    def row(self, fact: Fact) -> str:
        """Return the row of any fact."""
        start, name = self.concepts.get(fact.concept) or self._concept(fact.concept)
        attributes = f' contextRef="{self.shared.context(fact)}"'
        if fact.unit is not None:
            attributes += f' unitRef="{self.shared.unit(fact.unit)}"'
        for footnote in fact.footnotes:
            self.noted.setdefault(footnote, []).append(fact.id)
        name = f"{checked_id(fact.id)}{name}"
        before, after = self._cells(fact)
        if fact.value is None:
            element = "nonNumeric" if fact.unit is None else "nonFraction"
            return f'{start}{before}–<ix:{element} id="{name}{attributes} xsi:nil="true"/>{after}'
        if fact.unit is None:
            return f'{start}{before}<ix:nonNumeric id="{name}{attributes}{self._text(fact)}{after}'
        value = checked_number(fact)
        decimals = "INF" if fact.decimals is None else fact.decimals
        attributes += f' decimals="{decimals}" format="ixt:num-dot-decimal"'
        after = f"</ix:nonFraction>{after}"
        if value.startswith("-"):
            tag = f'-<ix:nonFraction id="{name}{attributes} sign="-">{grouped(value[1:])}'
            return f"{start}{before}{tag}{after}"
        before = f'{before}<ix:nonFraction id="'
        self._remember(fact, (before, f"{attributes}>", after))
        return f"{start}{before}{name}{attributes}>{grouped(value.removeprefix('+'))}{after}"

    def _concept(self, concept: str) -> tuple[str, str]:
        name = checked_qname(concept, self.prefixes)
        parts = (f"<tr><td>{name.partition(':')[2]}</td>", f'" name="{name}"')
        return self.concepts.setdefault(concept, parts)

    def _remember(self, fact: Fact, around: tuple[str, str, str]) -> None:
        """Keep the row by the identity of the aspects; the fact is kept, so that it stays theirs."""
        if len(self.near) >= NEAR:
            self.near.clear()
            self.kept.clear()
        self.near[near_key(fact)] = around
        self.kept.append(fact)

    def _cells(self, fact: Fact) -> tuple[str, str]:
        """Return the cells before the value, its own opened, and what follows the value."""
        period = fact.period
        time = "" if period.is_forever else f"{period.end}"
        if period.start is not None:
            time = f"{period.start} – {period.end}"
        members = [f"{axis}: {member}" for axis, member in fact.dimensions]
        members += [f"{axis}: {'–' if value is None else value}" for axis, value in fact.typed]
        kind = "t" if fact.unit is None else "n"
        unit = (fact.unit or "").removeprefix("iso4217:").removeprefix("xbrli:")
        shown = "<br/>".join(escape(member) for member in members)
        return (
            f'<td class="m">{time}</td><td class="m">{shown}</td><td class="{kind}">',
            f'</td><td>{escape(unit)}</td><td class="m">{escape(fact.entity.identifier)}</td></tr>\n',
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


def grouped(size: str) -> str:
    """Return the number without sign, thousands apart."""
    whole, _, rest = size.partition(".")
    shown = f"{int(whole or '0'):,}" if len(whole) <= _GROUPED else whole
    return f"{shown}.{rest}" if rest else shown
