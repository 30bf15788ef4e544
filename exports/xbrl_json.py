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

from exports.context import FOOTNOTE_ARCROLE, LINK_ROLE
from exports.errors import FilingError
from exports.fact_lines import AroundConcept, AroundValue, FactLines
from exports.markup import allowed, checked_id, checked_qname, escape
from exports.measures import PURE, measures
from exports.outline import outline_of
from exports.values import canonical_number, canonical_numbers, checked_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.context import ContextKey
    from exports.report import Entity, Fact, Report

DOCUMENT_TYPE = "https://xbrl.org/2021/xbrl-json"
XBRL_NAMESPACE = "https://xbrl.org/2021"

_START = ',\n  "'
"""What stands before the id of a member that is not the first."""


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
    members = _Members(frozenset(namespaces), schemes)
    lines = FactLines(members)
    before = _START.removeprefix(",")
    for text in chain(lines.texts(report.facts), _notes(report, members.noted)):
        stream.write(f"{before}{text.removesuffix(_START)}".encode())
        before = _START
    stream.write(b"\n }\n}\n")
    return lines.count


def scheme_prefixes(schemes: tuple[str, ...]) -> dict[str, str]:
    """Return the prefix of each scheme: scheme, scheme2, scheme3 and so on."""
    return {scheme: f"scheme{number if number > 1 else ''}" for number, scheme in enumerate(schemes, 1)}


class _Members:
    """Facts as members of "facts", each with the start of the next."""

    id_comes_first = True
    numbers = staticmethod(canonical_numbers)
    negative = None

    def __init__(self, prefixes: frozenset[str], schemes: dict[str, str]) -> None:
        self.prefixes = prefixes
        self.schemes = schemes
        self.noted: set[str] = set()
        self.contexts: dict[ContextKey, tuple[str, str]] = {}

    def taken(self) -> str:
        return ""

    def around_concept(self, concept: str) -> AroundConcept:
        name = checked_qname(concept, self.prefixes)
        return f'":{{"dimensions":{{"concept":"{name}"', f'"}}{_START}'

    def around_value(self, fact: Fact) -> AroundValue:
        decimals = "" if fact.decimals is None else f'"decimals":{fact.decimals},'
        return f'{self._aspects(fact)}}},{decimals}"value":"', ""

    def line(self, fact: Fact) -> str:
        self.noted.update(fact.footnotes)
        start = f"{checked_id(fact.id)}{self.around_concept(fact.concept)[0]}"
        links = f'"links":{{"footnote":{{"_":{dumps(fact.footnotes)}}}}},' if fact.footnotes else ""
        language = decimals = ""
        if fact.value is None:
            shown = "null"
        elif fact.unit is not None:
            shown = f'"{canonical_number(fact)}"'
            decimals = "" if fact.decimals is None else f'"decimals":{fact.decimals},'
        elif fact.kind != "plain":
            shown = encode_basestring(checked_names(fact, self.prefixes))
        else:
            shown = encode_basestring(fact.value)
            if fact.language is not None:
                language = f',"language":{encode_basestring(fact.language.lower())}'
        return f'{start}{self._aspects(fact)}{language}}},{links}{decimals}"value":{shown}}}{_START}'

    def _aspects(self, fact: Fact) -> str:
        """Return the dimensions behind the concept."""
        unit = ""
        if fact.unit is not None and fact.unit != PURE:
            for part in chain(*measures(fact.unit)):
                checked_qname(part, self.prefixes)
            unit = f',"unit":"{fact.unit}"'
        key = (fact.entity, fact.period, fact.dimensions, fact.typed)
        known = self.contexts.get(key)
        if known is None:
            known = self.contexts[key] = self._context(key)
        return f"{known[0]}{unit}{known[1]}"

    def _context(self, key: ContextKey) -> tuple[str, str]:
        entity, period, dimensions, typed = key
        prefix = self.schemes.get(entity.scheme)
        if prefix is None:
            raise FilingError(
                f"The entity {entity.identifier!r} is of the scheme {entity.scheme!r}, which the report's"
                " outline does not name: add it there."
            )
        identifier = encode_basestring(f"{prefix}:{checked_identifier(entity)}")
        members = [
            f',"{checked_qname(axis, self.prefixes)}":"{checked_qname(member, self.prefixes)}"'
            for axis, member in dimensions
        ]
        for axis, value in typed:
            shown = "null" if value is None else encode_basestring(value)
            members.append(f',"{checked_qname(axis, self.prefixes)}":{shown}')
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


def _notes(report: Report, noted: set[str]) -> Iterator[str]:
    """Yield the members of the footnotes that some fact has, once all facts have gone by."""
    for note in report.footnotes:
        if note.id in noted:
            name = checked_id(note.id)
            value = encode_basestring(escape(allowed(note.text)))
            yield (
                f'{name}":{{"dimensions":{{"concept":"xbrl:note","noteId":"{name}",'
                f'"language":{encode_basestring(note.language.lower())}}},"value":{value}}}'
            )
