"""iXBRL read as a stream: once for header, footnotes and continuations, then again for each look at the facts.

Facts of the default target are read; a file of other targets alone has none. Several documents that make one
report are not joined.

Spec: Inline XBRL 1.1 (sections 4 to 14).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from exports.definitions import NONE, Definitions
from exports.errors import InstanceError
from exports.markup import escape
from exports.readers.aspects import TRUE, XSI_NIL, Aspects, X
from exports.readers.footnotes import LINK, Footnotes
from exports.readers.ids import SeenIds
from exports.readers.names import Names, language_tag
from exports.readers.transformations import number_of, text_of
from exports.readers.values import decimals, value_and_kind
from exports.readers.xml_events import document_element, elements
from exports.report import Fact, Outline, Report, quick_fact

if TYPE_CHECKING:
    from lxml import etree

    from exports.readers.aspects import Context

IX = "{http://www.xbrl.org/2013/inlineXBRL}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HREF = "{http://www.w3.org/1999/xlink}href"
XHTML = "{http://www.w3.org/1999/xhtml}html"

NUMBER, TEXT = f"{IX}nonFraction", f"{IX}nonNumeric"
_REFUSED = frozenset({f"{IX}tuple", f"{IX}fraction"})
_SHARED = (
    f"{X}context",
    f"{X}unit",
    f"{IX}continuation",
    f"{IX}footnote",
    f"{IX}relationship",
    f"{LINK}schemaRef",
    *sorted(_REFUSED),
    NUMBER,
    TEXT,
)
_MAXIMUM_PARTS = 100_000


def read(path: Path, definitions: Definitions = NONE) -> Report:
    """Return the page's report; its facts are read from the file each time they are iterated.

    Raises: InstanceError where it is no iXBRL that can be read, here or while the facts are iterated.
    """
    root = document_element(path)
    if root.tag != XHTML:
        raise InstanceError(f"{path.name} is no iXBRL: its first element is <{root.tag}>, not html.")
    names = Names()
    names.declare(root.nsmap)
    page = _Page(path, Aspects(names, path.name), Footnotes(path.name), definitions)
    relations: list[tuple[list[str], list[str]]] = []
    for element in elements(path, _SHARED):
        page.learn(element, relations)
    for facts, notes in relations:
        for fact in facts:
            page.footnotes.of_fact.setdefault(fact, []).extend(
                note for note in notes if note in page.footnotes.known
            )
    if len(page.entry_points) != 1:
        raise InstanceError(
            f"{path.name} has {len(page.entry_points)} schemaRef, but a report is against one entry point."
        )
    return Report(
        entry_point=page.entry_points[0],
        namespaces=names.namespaces(),
        facts=page,
        footnotes=page.footnotes.notes(),
        outline=Outline(tuple(page.shared.schemes), tuple(page.shared.axes)),
        typed_domains=tuple(sorted(page.shared.typed_domains.items())),
        container=page.shared.container,
    )


@dataclass(slots=True)
class _Page:
    """What the page shares; iterated, it yields its facts, read anew."""

    path: Path
    shared: Aspects
    footnotes: Footnotes
    definitions: Definitions
    entry_points: list[str] = field(default_factory=list)
    continuations: dict[str, tuple[str, str | None]] = field(default_factory=dict)

    def learn(self, element: etree._Element, relations: list[tuple[list[str], list[str]]]) -> None:
        """Take what facts share."""
        tag = element.tag
        if tag == f"{X}context":
            self.shared.add_context(element)
        elif tag == f"{X}unit":
            self.shared.add_unit(element)
        elif tag == f"{LINK}schemaRef":
            self.entry_points.append(element.get(HREF, ""))
        elif tag == f"{IX}footnote":
            self.footnotes.add(element, element.get("id", ""))
        elif tag == f"{IX}relationship":
            relations.append((element.get("fromRefs", "").split(), element.get("toRefs", "").split()))
        elif tag == f"{IX}continuation":
            content = _content(element, escaped=False), element.get("continuedAt")
            self.continuations[element.get("id", "")] = content
        elif tag in _REFUSED:
            raise self.shared.wrong(element, "a tuple or fraction, which OIM has not, stands here")
        else:
            self.shared.names.qname(self.shared.clark(element, element.get("name", "")))

    def __iter__(self) -> Iterator[Fact]:
        """Yield each fact, at the end of its tag."""
        seen = SeenIds()
        count = 0
        for element in elements(self.path, (NUMBER, TEXT)):
            if element.get("target") is not None:
                continue
            count += 1
            name = element.get("id") or f"fact-{count}"
            if not seen.is_new(name):
                raise self.shared.wrong(element, f"the id {name!r} stands twice")
            context = self.shared.contexts.get(element.get("contextRef", ""))
            if context is None:
                raise self.shared.wrong(
                    element,
                    f"the tag {name} is of a context that is not there ({element.get('contextRef')!r})",
                )
            concept = self.shared.clark(element, element.get("name", ""))
            if element.tag == NUMBER:
                yield self._number(element, name, concept, context)
            else:
                yield self._text(element, name, concept, context)

    def _number(self, element: etree._Element, name: str, concept: str, context: Context) -> Fact:
        unit = self.shared.units.get(element.get("unitRef", ""))
        if unit is None:
            raise self.shared.wrong(
                element, f"the tag {name} is in a unit that is not there ({element.get('unitRef')!r})"
            )
        value = precise = None
        if element.get(XSI_NIL) not in TRUE:
            text = "".join(str(part) for part in element.itertext())
            try:
                value = number_of(
                    text,
                    _format(element),
                    int(element.get("scale", "0")),
                    negative=element.get("sign") == "-",
                )
                precise = decimals(element.get("decimals", ""))
            except KeyError as error:
                raise self._unknown_format(element, error) from None
            except ValueError:
                raise self.shared.wrong(
                    element,
                    f"the tag {name} holds {text[:40]!r} with the format {element.get('format')!r} and"
                    f" decimals {element.get('decimals')!r}, which make no number",
                ) from None
        return quick_fact(
            name, self.shared.names.qname(concept), context.entity, context.period, context.dimensions,
            unit, value, precise, None, self.footnotes.of(name), context.typed,
        )  # fmt: skip

    def _text(self, element: etree._Element, name: str, concept: str, context: Context) -> Fact:
        value: str | None = None
        kind = self.definitions.kinds.get(concept)
        language = None
        if element.get(XSI_NIL) in TRUE:
            kind = "plain"
        else:
            text = self._continued(element, _content(element, escaped=element.get("escape") in TRUE))
            try:
                found = value_and_kind(text_of(text, _format(element)), kind, self.shared.names)
            except KeyError as error:
                raise self._unknown_format(element, error) from None
            except ValueError:
                found = None
            if found is None:
                raise self.shared.wrong(
                    element, f"the tag {name} holds {text[:40]!r}, which its format or type does not read"
                )
            value, kind = found
            if kind == "qname":
                value = self.shared.names.qname(self.shared.clark(element, value))
            language = _language(element) if kind == "plain" else None
        return Fact(
            name, self.shared.names.qname(concept), context.entity, context.period, context.dimensions,
            value=value, language=language, footnotes=self.footnotes.of(name), typed=context.typed,
            kind=kind or "plain",
        )  # fmt: skip

    def _continued(self, element: etree._Element, text: str) -> str:
        pieces = [text]
        following = element.get("continuedAt")
        while following is not None:
            if following not in self.continuations or len(pieces) > _MAXIMUM_PARTS:
                raise self.shared.wrong(
                    element, f"the continuation {following!r} is not there, or goes in a circle"
                )
            piece, following = self.continuations[following]
            pieces.append(piece)
        return "".join(pieces)

    def _unknown_format(self, element: etree._Element, error: KeyError) -> InstanceError:
        return self.shared.wrong(element, f"the format {error.args[0]!r} is not one that is read here")


def _format(element: etree._Element) -> str | None:
    name = element.get("format")
    return None if name is None else name.rpartition(":")[2]


def _language(element: etree._Element) -> str | None:
    at: etree._Element | None = element
    while at is not None:
        found = at.get(XML_LANG)
        if found is not None:
            return language_tag(found) if found else None
        at = at.getparent()
    return None


def _content(element: etree._Element, *, escaped: bool) -> str:
    """Return the text of a tag, without what it excludes; escaped: with its markup, as XHTML."""
    pieces = [escape(element.text or "") if escaped else element.text or ""]
    for child in element:
        tag = str(child.tag)
        inner = "" if tag == f"{IX}exclude" else _content(child, escaped=escaped)
        if escaped and not tag.startswith(IX):
            local = tag.rpartition("}")[2]
            attributes = "".join(f' {name!s}="{escape(str(value))}"' for name, value in child.attrib.items())
            inner = f"<{local}{attributes}>{inner}</{local}>" if inner else f"<{local}{attributes}/>"
        pieces += [inner, escape(child.tail or "") if escaped else child.tail or ""]
    return "".join(pieces)
