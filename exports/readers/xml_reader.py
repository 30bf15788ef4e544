"""xBRL-XML read as a stream: once for what facts share, then again for each look at the facts.

Contexts, units and footnotes may stand behind the facts that use them, so the file is read twice and nothing
but what is shared is held.

Spec: XBRL 2.1 section 4, OIM xBRL-XML 1.0 (no tuples, no fractions, no precision).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from exports.definitions import NONE, Definitions
from exports.errors import InstanceError
from exports.readers.aspects import TRUE, XSI_NIL, Aspects, X
from exports.readers.footnotes import LINK, Footnotes
from exports.readers.ids import SeenIds
from exports.readers.names import Names, language_tag
from exports.readers.values import decimals, number_of, value_and_kind, why_no_number
from exports.readers.xml_events import document_element, top_elements
from exports.report import Fact, Outline, Report, quick_fact

if TYPE_CHECKING:
    from lxml import etree

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HREF = "{http://www.w3.org/1999/xlink}href"
DOCUMENT = f"{X}xbrl"
_CONTEXT, _UNIT = f"{X}context", f"{X}unit"
_PASSED_OVER = frozenset({f"{LINK}linkbaseRef", f"{LINK}roleRef", f"{LINK}arcroleRef"})


def read(path: Path, definitions: Definitions = NONE) -> Report:
    """Return the instance's report; its facts are read from the file each time they are iterated.

    Raises: InstanceError where it is no instance that can be read, here or while the facts are iterated.
    """
    root = document_element(path)
    if root.tag != DOCUMENT:
        raise InstanceError(f"{path.name} is no xBRL-XML: its first element is <{root.tag}>, not xbrli:xbrl.")
    names = Names()
    names.declare(root.nsmap)
    shared = Aspects(names, path.name)
    footnotes = Footnotes(path.name)
    entry_points: list[str] = []
    seen: set[object] = set()
    for element in chain.from_iterable(top_elements(path, DOCUMENT)):
        tag = element.tag
        if tag in seen:
            continue
        if tag == _CONTEXT:
            shared.add_context(element)
        elif tag == _UNIT:
            shared.add_unit(element)
        elif tag == f"{LINK}schemaRef":
            entry_points.append(element.get(HREF, ""))
        elif tag == f"{LINK}footnoteLink":
            footnotes.add_link(element)
        else:
            seen.add(tag)
            if tag not in _PASSED_OVER:
                names.qname(str(tag))
    if len(entry_points) != 1:
        raise InstanceError(
            f"{path.name} has {len(entry_points)} schemaRef, but a report is against one entry point."
        )
    facts = _Facts(path, shared, footnotes, definitions, root.get(XML_LANG))
    return Report(
        entry_point=entry_points[0],
        namespaces=names.namespaces(),
        facts=facts,
        footnotes=footnotes.notes(),
        outline=Outline(tuple(shared.schemes), tuple(shared.axes)),
        typed_domains=tuple(sorted(shared.typed_domains.items())),
        container=shared.container,
    )


_PLAIN = 4
"""How many attributes a plain number has: id, contextRef, unitRef, decimals."""


def _concepts(qnames: Mapping[str, str]) -> dict[object, str]:
    """Return the names of the facts' elements: of all that were met, those that are no part of the syntax."""
    return {tag: name for tag, name in qnames.items() if tag not in {_CONTEXT, _UNIT}}


@dataclass(frozen=True, slots=True)
class _Facts:
    """The facts of the file, read anew each time."""

    path: Path
    shared: Aspects
    footnotes: Footnotes
    definitions: Definitions
    language: str | None

    def __iter__(self) -> Iterator[Fact]:
        """Yield each fact in the order of the file. A plain whole number takes the short way."""
        seen = SeenIds()
        add, hashes = seen.hashes.add, seen.hashes
        shared, noted = self.shared, self.footnotes.of_fact
        contexts, units = shared.contexts, shared.units
        concepts = _concepts(shared.names.qnames)
        places: dict[str, int | None] = {"INF": None}
        facts = 0
        for count, element in enumerate(chain.from_iterable(top_elements(self.path, DOCUMENT)), 1):
            concept = concepts.get(element.tag)
            if concept is None:
                continue
            given: dict[str, str] = dict(element.items())  # type: ignore[arg-type]  # bytes in the stubs only
            name = given.get("id") or f"fact-{count}"
            add(hash(name))
            facts += 1
            if len(hashes) != facts:
                raise shared.wrong(element, f"the id {name!r} stands twice")
            text = element.text
            if len(given) == _PLAIN and text and text.isdigit() and not len(element) and name not in noted:
                try:
                    context, unit = contexts[given["contextRef"]], units[given["unitRef"]]
                    precise = places[given["decimals"]]
                except KeyError:
                    pass
                else:
                    if text.isascii():
                        yield quick_fact(
                            name, concept, context.entity, context.period, context.dimensions, unit, text,
                            precise, None, (), context.typed,
                        )  # fmt: skip
                        continue
            fact = self._fact(element, concept, name)
            if fact.unit is not None and fact.value is not None:
                places[given["decimals"]] = fact.decimals
            yield fact

    def _fact(self, element: etree._Element, concept: str, name: str) -> Fact:
        shared = self.shared
        context = shared.contexts.get(element.get("contextRef", ""))
        if context is None:
            if element.get("contextRef") is None:
                raise shared.wrong(
                    element, f"{concept} has no context: OIM has no tuples, nor facts of nothing"
                )
            raise shared.wrong(
                element, f"the fact {name} is of a context that is not there ({element.get('contextRef')!r})"
            )
        if len(element) or element.get("precision") is not None:
            raise shared.wrong(
                element, f"{concept} is a tuple or fraction, or has a precision, which OIM has not"
            )
        unit_id = element.get("unitRef")
        unit = None if unit_id is None else shared.units.get(unit_id)
        if unit_id is not None and unit is None:
            raise shared.wrong(element, f"the fact {name} is in a unit that is not there ({unit_id!r})")
        notes = self.footnotes.of(name)
        if element.get(XSI_NIL) in TRUE:
            return Fact(
                name, concept, context.entity, context.period, context.dimensions, unit,
                footnotes=notes, typed=context.typed,
            )  # fmt: skip
        text = element.text or ""
        if unit is None:
            return self._text(element, concept, name, text)
        try:
            value = text
            if not (text.isdigit() and text.isascii()):
                value = number_of(text, lambda: self.definitions.is_floating(str(element.tag)))
            precise = decimals(element.get("decimals", ""))
        except ValueError:
            raise shared.wrong(
                element,
                f"the fact {name} has the value {text[:40]!r} and decimals {element.get('decimals')!r},"
                f" which are no number and its decimals{why_no_number(text)}",
            ) from None
        return quick_fact(
            name, concept, context.entity, context.period, context.dimensions, unit, value, precise,
            None, notes, context.typed,
        )  # fmt: skip

    def _text(self, element: etree._Element, concept: str, name: str, text: str) -> Fact:
        context = self.shared.contexts[element.get("contextRef", "")]
        kind = self.definitions.kinds.get(str(element.tag))
        found = value_and_kind(text, kind, self.shared.names)
        if found is None:
            raise self.shared.wrong(element, f"{text[:60]!r} names no member of a namespace of the file")
        value, kind = found
        if kind == "qname":
            value = self.shared.names.qname(self.shared.clark(element, value))
        language = element.get(XML_LANG, self.language)
        return Fact(
            name, concept, context.entity, context.period, context.dimensions,
            value=value,
            language=language_tag(language) if language and kind == "plain" else None,
            footnotes=self.footnotes.of(name),
            typed=context.typed,
            kind=kind,
        )  # fmt: skip
