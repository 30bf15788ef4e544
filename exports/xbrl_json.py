"""xBRL-JSON: the report as one JSON object, written as a stream, one fact a line.

Values are in the canonical form of XML Schema 1.1 (no needless zero, no exponent), so that equal numbers are
equal strings; how precise a value is stands in `decimals`. The feature `xbrl:canonicalValues` is not claimed:
it asks for the form of XML Schema 1.0, `1300.0` under one data type and `1300` under another. A footnote is a
fact of its own that others link to.

Spec: xBRL-JSON 1.0, OIM common 1.0 (links), OIM 1.0 section 3.
"""

from __future__ import annotations

from itertools import chain
from json import dumps
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, BinaryIO

from exports.context import FOOTNOTE_ARCROLE, LINK_ROLE, NEAR, NearKey, batches, near_key
from exports.errors import FilingError
from exports.markup import allowed, checked_id, checked_qname, escape
from exports.measures import PURE, measures
from exports.outline import outline_of
from exports.values import canonical, checked_names, checked_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exports.context import ContextKey
    from exports.report import Entity, Fact, Footnote, Report

DOCUMENT_TYPE = "https://xbrl.org/2021/xbrl-json"
XBRL_NAMESPACE = "https://xbrl.org/2021"


def write(report: Report, stream: BinaryIO) -> int:
    """Write the report as xBRL-JSON; return the number of facts.

    The entities' schemes stand before the facts: they are taken from the report's outline.

    Raises: FilingError where a name, id or number is none, or a scheme turns up that the outline lacks.
    """
    schemes = scheme_prefixes(outline_of(report).schemes)
    namespaces = {
        **dict(report.namespaces),
        "xbrl": XBRL_NAMESPACE,
        **{prefix: scheme for scheme, prefix in schemes.items()},
    }
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
    writer = _Writer(frozenset(namespaces), schemes)
    noted = writer.write(report.facts, stream)
    before = ",\n" if writer.count else "\n"
    for note in report.footnotes:
        if note.id in noted:
            stream.write(f"{before}{_note(note)}".encode())
            before = ",\n"
    stream.write(b"\n }\n}\n")
    return writer.count


def scheme_prefixes(schemes: tuple[str, ...]) -> dict[str, str]:
    """Return the prefix of each scheme: scheme, scheme2, scheme3 and so on."""
    return {scheme: f"scheme{number if number > 1 else ''}" for number, scheme in enumerate(schemes, 1)}


class _Writer:
    """Remembers the JSON of what facts share: their names, and all other aspects and decimals together."""

    def __init__(self, prefixes: frozenset[str], schemes: dict[str, str]) -> None:
        self.prefixes = prefixes
        self.schemes = schemes
        self.count = 0
        self.names: dict[str, str] = {}
        self.contexts: dict[ContextKey, tuple[str, str]] = {}
        self.near: dict[NearKey, tuple[str, str]] = {}
        self.kept: list[Fact] = []
        self.units: dict[str | None, str] = {None: "", PURE: ""}

    def write(self, facts: Iterable[Fact], stream: BinaryIO) -> set[str]:
        """Write the lines; return the ids of the footnotes that the facts have."""
        noted: set[str] = set()
        names, near = self.names, self.near
        for batch in batches(facts):
            lines: list[str] = []
            append = lines.append
            for fact in batch:
                number, value = fact.id, fact.value
                try:
                    middle, end = near[
                        id(fact.entity),
                        id(fact.period),
                        id(fact.dimensions),
                        id(fact.typed),
                        fact.unit,
                        fact.decimals,
                    ]
                    line = f'  "{number}":{{"value":"{value}{middle}{names[fact.concept]}{end}'
                    if (
                        value.isdigit()  # type: ignore[union-attr]  # of None it raises, which is meant
                        and value >= "1"  # type: ignore[operator]  # likewise; no zero stands first
                        and number.isidentifier()
                        and line.isascii()
                        and not fact.footnotes
                    ):
                        append(line)
                        continue
                except (KeyError, AttributeError):
                    pass
                append(self.line(fact))
                noted.update(fact.footnotes)
            before = ",\n" if self.count else "\n"
            self.count += len(lines)
            stream.write((before + ",\n".join(lines)).encode())
        return noted

    def line(self, fact: Fact) -> str:
        """Return any fact as a member of "facts"."""
        name = self.names.get(fact.concept) or self._name(fact.concept)
        head, aspects, rest = self._beside(fact)
        start = f'  "{checked_id(fact.id)}":{{"value":'
        links = f',"links":{{"footnote":{{"_":{dumps(fact.footnotes)}}}}}' if fact.footnotes else ""
        if fact.unit is not None and fact.value is not None:
            shown = f'"{canonical(checked_number(fact))}'
            return f"{start}{shown}{head}{name}{aspects[:-1]}{links}}}"
        language = ""
        if fact.value is None:
            shown = "null"
        elif fact.kind != "plain":
            shown = encode_basestring(checked_names(fact, self.prefixes))
        else:
            shown = encode_basestring(fact.value)
            if fact.language is not None:
                language = f',"language":{encode_basestring(fact.language.lower())}'
        return f'{start}{shown},"dimensions":{{"concept":"{name}{rest}{language}}}{links}}}'

    def _name(self, qname: str) -> str:
        return self.names.setdefault(qname, checked_qname(qname, self.prefixes))

    def _beside(self, fact: Fact) -> tuple[str, str, str]:
        """Return what stands before a number's concept, behind it, and behind it without the end."""
        unit = self.units.get(fact.unit)
        if unit is None:
            name = fact.unit or ""
            for part in chain(*measures(name)):
                checked_qname(part, self.prefixes)
            unit = self.units[fact.unit] = f',"unit":"{name}"'
        key = (fact.entity, fact.period, fact.dimensions, fact.typed)
        aspects = self.contexts.get(key)
        if aspects is None:
            aspects = self.contexts[key] = self._aspects(key)
        rest = f'"{aspects[0]}{unit}{aspects[1]}'
        decimals = "" if fact.decimals is None else f',"decimals":{fact.decimals}'
        beside = (f'"{decimals},"dimensions":{{"concept":"', f"{rest}}}}}", rest)
        if fact.unit is not None:
            if len(self.near) >= NEAR:
                self.near.clear()
                self.kept.clear()
            self.near[near_key(fact)] = beside[:2]
            self.kept.append(fact)
        return beside

    def _aspects(self, key: ContextKey) -> tuple[str, str]:
        entity, period, dimensions, typed = key
        prefix = self.schemes.get(entity.scheme)
        if prefix is None:
            raise FilingError(
                f"The entity {entity.identifier!r} is of the scheme {entity.scheme!r}, which the report's"
                " outline does not name: add it there."
            )
        identifier = encode_basestring(f"{prefix}:{checked_identifier(entity)}")
        members = [f',"{self._name(axis)}":"{self._name(member)}"' for axis, member in dimensions]
        for axis, value in typed:
            shown = "null" if value is None else encode_basestring(value)
            members.append(f',"{self._name(axis)}":{shown}')
        time = "" if period.is_forever else f',"period":"{period.oim()}"'
        return f',"entity":{identifier}{time}', "".join(members)


def checked_identifier(entity: Entity) -> str:
    """Return the entity's identifier, which OIM writes behind a prefix.

    Raises: FilingError where there is a blank in it, or nothing.
    """
    if not entity.identifier or any(mark.isspace() for mark in entity.identifier):
        raise FilingError(
            f"The entity's identifier {entity.identifier!r} is empty or holds a blank: write it without."
        )
    return entity.identifier


def _note(note: Footnote) -> str:
    name = checked_id(note.id)
    value = encode_basestring(escape(allowed(note.text)))
    return (
        f'  "{name}":{{"value":{value},"dimensions":{{"concept":"xbrl:note","noteId":"{name}",'
        f'"language":{encode_basestring(note.language.lower())}}}}}'
    )
