"""What xBRL-JSON and xBRL-CSV have in common: the documentInfo, and a fact's aspects as texts.

Spec: OIM common 1.0 (namespaces, SQNames, units, links), OIM 1.0 section 3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from exports.context import FOOTNOTE_ARCROLE
from exports.errors import FilingError, InstanceError
from exports.measures import PURE, measures, unit_name
from exports.readers.names import XBRLI, language_tag
from exports.readers.values import decimals, number_of, why_no_number
from exports.report import FOREVER, Entity, Fact, Footnote, Period, quick_fact
from taxonomy.xml_reading import SAFE

if TYPE_CHECKING:
    from exports.definitions import DefinedKind, Definitions
    from exports.report import Kind

XBRL = "https://xbrl.org/2021"
CORE = frozenset({"concept", "entity", "period", "unit", "language", "noteId"})
_OUR_SCHEME = re.compile("scheme[0-9]*")
_INFO = frozenset(
    {"documentType", "namespaces", "taxonomy", "linkTypes", "linkGroups", "features", "baseURL"}
)

_NAME = re.compile(r"([^\W\d][\w.\-]*):([^\W\d][\w.\-·]*)")


@dataclass(frozen=True, slots=True)
class Header:
    """What documentInfo says."""

    file: str
    namespaces: Mapping[str, str]
    entry_point: str
    footnote_types: frozenset[str]
    other_types: frozenset[str]

    def report_namespaces(self) -> tuple[tuple[str, str], ...]:
        """Return the prefixes that names of facts may have, xbrli among them, sorted."""
        kept = {
            prefix: namespace
            for prefix, namespace in self.namespaces.items()
            if namespace != XBRL and not _OUR_SCHEME.fullmatch(prefix)
        }
        return tuple(sorted({"xbrli": XBRLI, **kept}.items()))

    def is_note(self, concept: object) -> bool:
        """Return whether the concept is that of footnotes."""
        prefix, _, local = concept.partition(":") if isinstance(concept, str) else ("", "", "")
        return local == "note" and self.namespaces.get(prefix) == XBRL

    def clark(self, qname: str) -> str:
        """Return the QName as "{namespace}name".

        Raises: ValueError where it is none, or its prefix is not declared.
        """
        match = _NAME.fullmatch(qname)
        namespace = self.namespaces.get(match[1]) if match else None
        if match is None or namespace is None:
            raise ValueError(f"{qname[:60]!r} is no name of a declared namespace")
        return f"{{{namespace}}}{match[2]}"

    def typed_domains(self, definitions: Definitions) -> tuple[tuple[str, str], ...]:
        """Return the elements that hold the values of typed axes, of those whose namespaces have a prefix."""
        prefixes = {namespace: prefix for prefix, namespace in reversed(self.report_namespaces())}
        pairs = (
            (_qname(axis, prefixes), _qname(element, prefixes))
            for axis, element in definitions.typed_domains.items()
        )
        return tuple(sorted((axis, element) for axis, element in pairs if axis and element))


def _qname(clark: str, prefixes: Mapping[str, str]) -> str:
    namespace, _, local = clark[1:].partition("}")
    return f"{prefixes[namespace]}:{local}" if namespace in prefixes else ""


def header(info: object, file: str, document_types: frozenset[str]) -> Header:
    """Return what a documentInfo says.

    Raises: InstanceError where it is none, or of another kind of document.
    """
    plain = info if isinstance(info, dict) else {}
    kind = plain.get("documentType")
    if not isinstance(kind, str) or kind not in document_types:
        raise InstanceError(
            f"{file} is of the document type {kind!r}, not of {' or '.join(sorted(document_types))}."
        )
    unknown = sorted(key for key in plain if key not in _INFO and ":" not in key)
    if unknown:
        raise InstanceError(f"{file}: documentInfo has {unknown[0]!r}, which is not read; take it out.")
    match plain.get("taxonomy"):
        case [str(entry_point)]:
            pass
        case _:
            raise InstanceError(
                f"{file}: a report is against one entry point; correct taxonomy in documentInfo."
            )
    types = _texts(plain.get("linkTypes"), file)
    footnotes = frozenset(name for name, role in types.items() if role == FOOTNOTE_ARCROLE)
    return Header(
        file, _texts(plain.get("namespaces"), file), entry_point, footnotes, frozenset(types) - footnotes
    )


def _texts(plain: object, file: str) -> dict[str, str]:
    if plain is None:
        return {}
    if isinstance(plain, dict) and all(isinstance(value, str) for value in plain.values()):
        return dict(plain)
    raise InstanceError(f"{file}: an object of names and texts was expected in documentInfo.")


def facts_linked(links: object, head: Header) -> tuple[str, ...]:
    """Return the ids that a fact's links of footnotes lead to.

    Raises: ValueError where they are none, or of another type.
    """
    if links is None:
        return ()
    found: list[str] = []
    for kind, groups in (links if isinstance(links, dict) else {"": links}).items():
        if kind not in head.footnote_types or not isinstance(groups, dict):
            raise ValueError(f"links of the type {kind!r} are not those of footnotes, and are not read")
        for targets in groups.values():
            if not isinstance(targets, list):
                raise ValueError("links lead to a list of ids")  # noqa: TRY004  told with its place by the caller
            found += map(str, targets)
    return tuple(found)


def footnote_of(
    name: str, value: object, dimensions: Mapping[str, object], wrong: Callable[[str], InstanceError]
) -> Footnote:
    """Return a fact of the concept xbrl:note as a footnote; markup in it is reduced to its text.

    Raises: InstanceError where it is no XHTML.
    """
    parser = etree.XMLParser(**SAFE)
    try:
        tree = etree.fromstring(f"<body>{value}</body>", parser)
    except etree.XMLSyntaxError:
        raise wrong(f"the footnote {name!r} is no well-formed XHTML") from None
    text = "".join(str(part) for part in tree.itertext())
    return Footnote(name, language_tag(str(dimensions.get("language", ""))), text)


_Dimensions = tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str | None], ...]]


@dataclass(slots=True)
class AspectsOfOim:
    """Turns texts into aspects, equal texts into the same objects."""

    head: Header
    definitions: Definitions
    parse_period: Callable[[str], Period]
    entities: dict[str, Entity] = field(default_factory=dict)
    periods: dict[str | None, Period] = field(default_factory=lambda: {None: FOREVER})
    units: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, DefinedKind | None] = field(default_factory=dict)
    members: dict[tuple[tuple[str, object], ...], _Dimensions] = field(default_factory=dict)

    def fact(
        self,
        name: str,
        value: object,
        precise: object,
        dimensions: Mapping[str, object],
        footnotes: tuple[str, ...],
    ) -> Fact:
        """Return the fact.

        Raises: ValueError where an aspect is none, or the value does not fit.
        """
        concept = dimensions.get("concept")
        kind = self._kind(concept)
        unit = self._unit(dimensions.get("unit"), kind, precise)
        entity, period = self._entity(dimensions.get("entity")), self._period(dimensions.get("period"))
        explicit, typed = self._dimensions(dimensions)
        if value is not None and not isinstance(value, str):
            raise ValueError(f"the value {value!r} is not in quotes")
        value_kind: Kind = "plain"
        language, places = None, None
        if unit is not None:
            places = None if precise is None else decimals(str(precise))
            if value is not None:
                value = value if value.isdigit() and value.isascii() else self._number(value, concept)
        elif precise is not None:
            raise ValueError("decimals stand with what is no number")
        elif value is not None and (kind == "enumeration" or kind == "qname"):  # noqa: PLR1714  mypy narrows it so
            value, value_kind = self._names(value), kind
        elif value is not None and dimensions.get("language") is not None:
            language = language_tag(str(dimensions["language"]))
        return quick_fact(
            name,
            str(concept),
            entity,
            period,
            explicit,
            unit,
            value,
            places,
            language,
            footnotes,
            typed,
            value_kind,
        )

    def _number(self, value: str, concept: object) -> str:
        try:
            return number_of(value, lambda: self.definitions.is_floating(self.head.clark(str(concept))))
        except ValueError:
            raise ValueError(f"the value {value[:40]!r} is no number{why_no_number(value)}") from None

    def _names(self, value: str) -> str:
        names = sorted(value.split())
        for name in names:
            self.head.clark(name)
        return " ".join(names)

    def _kind(self, concept: object) -> DefinedKind | None:
        """Return what the taxonomy says of the concept, None where it is not at hand."""
        if not isinstance(concept, str):
            raise ValueError("there is no concept")  # noqa: TRY004  told with its place by the caller
        if concept in self.kinds:
            return self.kinds[concept]
        return self.kinds.setdefault(concept, self.definitions.kinds.get(self.head.clark(concept)))

    def _unit(self, unit: object, kind: DefinedKind | None, precise: object) -> str | None:
        """Return the unit; a number without one is pure, and what has decimals is a number."""
        if unit is None:
            return PURE if kind == "number" or (kind is None and precise is not None) else None
        known = self.units.get(unit) if isinstance(unit, str) else None
        if known is None:
            try:
                parts = measures(str(unit))
            except FilingError as error:
                raise ValueError(str(error)) from None
            for part in (*parts[0], *parts[1]):
                self.head.clark(part)
            known = self.units[str(unit)] = unit_name(*parts)
        return known

    def _entity(self, text: object) -> Entity:
        known = self.entities.get(text) if isinstance(text, str) else None
        if known is None:
            prefix, _, identifier = str(text or "").partition(":")
            scheme = self.head.namespaces.get(prefix)
            if scheme is None or not identifier:
                raise ValueError(f"the entity {text!r} is no identifier of a declared scheme")
            known = self.entities[str(text)] = Entity(scheme, identifier)
        return known

    def _period(self, text: object) -> Period:
        known = self.periods.get(text) if text is None or isinstance(text, str) else None
        if known is None:
            try:
                known = self.periods[str(text)] = self.parse_period(str(text))
            except (ValueError, OverflowError):
                raise ValueError(f"the period {text!r} is none, or ends before it begins") from None
        return known

    def _dimensions(self, dimensions: Mapping[str, object]) -> _Dimensions:
        key = tuple((axis, member) for axis, member in dimensions.items() if axis not in CORE)
        try:
            known = self.members.get(key)
        except TypeError:  # an object or a list, which cannot be looked up, is no member either
            known = None
        if known is None:
            explicit: list[tuple[str, str]] = []
            typed: list[tuple[str, str | None]] = []
            for axis, member in sorted(key, key=lambda pair: pair[0]):
                if member is not None and not isinstance(member, str):
                    raise ValueError(f"the member of {axis!r} is not in quotes")
                if self._is_typed(axis, member):
                    typed.append((axis, member))
                else:
                    explicit.append((axis, str(member)))
            known = self.members[key] = (tuple(explicit), tuple(typed))
        return known

    def _is_typed(self, axis: str, member: str | None) -> bool:
        """Tell by the taxonomy, or else by the value: a member is the name of something."""
        if self.head.clark(axis) in self.definitions.typed_domains or member is None:
            return True
        try:
            self.head.clark(member)
        except ValueError:
            return True
        return False
