"""xBRL-JSON: the report as one JSON object, written as a stream, one fact a line.

Values are in the canonical form of XML Schema 1.1 (no needless zero, no exponent), so that equal numbers are
equal strings; how precise a value is stands in `decimals`. The feature `xbrl:canonicalValues` is not claimed:
it asks for the form of XML Schema 1.0, `1300.0` under one data type and `1300` under another. A footnote is a
fact of its own that others link to.

Spec: xBRL-JSON 1.0, OIM common 1.0 (links), OIM 1.0 section 3.
"""

from __future__ import annotations

from decimal import Decimal
from json import dumps
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, BinaryIO

from exports.context import FOOTNOTE_ARCROLE, LINK_ROLE, NEAR
from exports.errors import FilingError
from exports.markup import allowed, checked_id, checked_qname, escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exports.context import ContextKey
    from exports.report import Fact, Footnote, Report

DOCUMENT_TYPE = "https://xbrl.org/2021/xbrl-json"
XBRL_NAMESPACE = "https://xbrl.org/2021"
PURE = "xbrli:pure"
BATCH = 4096


def write(report: Report, stream: BinaryIO) -> int:
    """Write the report as xBRL-JSON; return the number of facts.

    Every fact's entity is of one scheme, the first fact's: its namespace stands before the facts.

    Raises: FilingError where a name or id is none, or a second scheme turns up.
    """
    facts = iter(report.facts)
    first = next(facts, None)
    scheme = first.entity.scheme if first else ""
    namespaces = {prefix: name for prefix, name in report.namespaces if prefix != "xbrli"}
    namespaces["xbrl"] = XBRL_NAMESPACE
    if scheme:
        namespaces["scheme"] = scheme
    info: dict[str, object] = {
        "documentType": DOCUMENT_TYPE,
        "namespaces": dict(sorted(namespaces.items())),
        "taxonomy": [report.entry_point],
    }
    if report.footnotes:
        info["linkTypes"] = {"footnote": FOOTNOTE_ARCROLE}
        info["linkGroups"] = {"_": LINK_ROLE}
    head = dumps(info, ensure_ascii=False, indent=1).replace("\n", "\n ")
    stream.write(f'{{\n "documentInfo": {head},\n "facts": {{'.encode())
    writer = _Writer(frozenset(namespaces), scheme)
    if first is not None:
        stream.write(writer.line(first, "\n").encode())
    noted = writer.write(facts, stream)
    noted.update(first.footnotes if first else ())
    stream.write("".join(_note(note) for note in report.footnotes if note.id in noted).encode())
    stream.write(b"\n }\n}\n")
    return writer.count + (first is not None)


class _Writer:
    """Remembers the JSON of what facts share: their names, and entity, period and dimensions together."""

    def __init__(self, prefixes: frozenset[str], scheme: str) -> None:
        self.prefixes = prefixes
        self.scheme = scheme
        self.count = 0
        self.names: dict[str, str] = {}
        self.contexts: dict[ContextKey, tuple[str, str]] = {}
        self.near: dict[tuple[int, int, int], tuple[tuple[str, str], Fact]] = {}
        self.units: dict[str | None, str] = {None: "", PURE: ""}

    def write(self, facts: Iterable[Fact], stream: BinaryIO) -> set[str]:
        """Write the lines; return the ids of the footnotes that the facts have."""
        noted: set[str] = set()
        lines: list[str] = []
        for self.count, fact in enumerate(facts, 1):
            lines.append(self.line(fact, ",\n"))
            if fact.footnotes:
                noted.update(fact.footnotes)
            if len(lines) >= BATCH:
                stream.write("".join(lines).encode())
                lines.clear()
        stream.write("".join(lines).encode())
        return noted

    def line(self, fact: Fact, before: str) -> str:
        """Return the fact as a member of "facts", on a line of its own."""
        name = self.names.get(fact.concept) or self._name(fact.concept)
        unit = self.units.get(fact.unit)
        if unit is None:
            unit = self.units[fact.unit] = f',"unit":"{checked_qname(fact.unit or "", self.prefixes)}"'
        found = self.near.get((id(fact.entity), id(fact.period), id(fact.dimensions)))
        aspects = found[0] if found else self._context(fact)
        value = fact.value
        if value is None:
            shown = '"value":null'
        elif fact.unit is None:
            shown = f'"value":{encode_basestring(value)}'
        else:
            number = value if value.isdigit() and value[0] != "0" else canonical(value)
            shown = (
                f'"value":"{number}"'
                if fact.decimals is None
                else f'"value":"{number}","decimals":{fact.decimals}'
            )
        language = "" if fact.language is None else f',"language":{encode_basestring(fact.language.lower())}'
        links = f',"links":{{"footnote":{{"_":{dumps(fact.footnotes)}}}}}' if fact.footnotes else ""
        return (
            f'{before}  "{checked_id(fact.id)}":{{{shown},"dimensions":{{"concept":"{name}",'
            f"{aspects[0]}{unit}{language}{aspects[1]}}}{links}}}"
        )

    def _name(self, qname: str) -> str:
        return self.names.setdefault(qname, checked_qname(qname, self.prefixes))

    def _context(self, fact: Fact) -> tuple[str, str]:
        key = (fact.entity, fact.period, fact.dimensions)
        aspects = self.contexts.get(key)
        if aspects is None:
            aspects = self.contexts[key] = self._aspects(key)
        if len(self.near) >= NEAR:
            self.near.clear()
        # With the fact kept, its parts keep their identity.
        self.near[(id(fact.entity), id(fact.period), id(fact.dimensions))] = (aspects, fact)
        return aspects

    def _aspects(self, key: ContextKey) -> tuple[str, str]:
        entity, period, dimensions = key
        if entity.scheme != self.scheme:
            raise FilingError(
                f"The entity {entity.identifier!r} is of the scheme {entity.scheme!r}, other facts are of"
                f" {self.scheme!r}: write one report for each scheme."
            )
        members = "".join(f',"{self._name(axis)}":"{self._name(member)}"' for axis, member in dimensions)
        identifier = encode_basestring(f"scheme:{entity.identifier}")
        return f'"entity":{identifier},"period":"{period.oim()}"', members


def canonical(value: str) -> str:
    """Return the number as XML Schema 1.1 writes it: no sign but a minus, no needless zero."""
    text = format(Decimal(value), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _note(note: Footnote) -> str:
    name = checked_id(note.id)
    value = encode_basestring(escape(allowed(note.text)))
    return (
        f',\n  "{name}":{{"value":{value},"dimensions":{{"concept":"xbrl:note","noteId":"{name}",'
        f'"language":{encode_basestring(note.language.lower())}}}}}'
    )
