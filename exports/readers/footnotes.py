"""Footnotes of an XML instance: which facts each belongs to.

Markup in a footnote is reduced to its text.

Spec: XBRL 2.1 section 4.11 (footnote links), Inline XBRL 1.1 section 13 (ix:relationship).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from exports.context import FOOTNOTE_ARCROLE
from exports.errors import InstanceError
from exports.readers.names import language_tag
from exports.report import Footnote

if TYPE_CHECKING:
    from lxml import etree

LINK = "{http://www.xbrl.org/2003/linkbase}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(slots=True)
class Footnotes:
    """The footnotes met so far, by id, and the ids of each fact's."""

    file: str
    known: dict[str, Footnote] = field(default_factory=dict)
    of_fact: dict[str, list[str]] = field(default_factory=dict)

    def add_link(self, link: etree._Element) -> None:
        """Take an extended link of footnotes.

        Raises: InstanceError where an arc leads nowhere, or says something else than "has this footnote".
        """
        facts: dict[str, list[str]] = {}
        notes: dict[str, list[str]] = {}
        for element in link:
            label = element.get(f"{XLINK}label", "")
            if element.tag == f"{LINK}loc":
                facts.setdefault(label, []).append(element.get(f"{XLINK}href", "").rpartition("#")[2])
            elif element.tag == f"{LINK}footnote":
                name = element.get("id") or f"footnote-{len(self.known) + 1}"
                self.add(element, name)
                notes.setdefault(label, []).append(name)
        for arc in link.iterchildren(f"{LINK}footnoteArc"):
            start, end = arc.get(f"{XLINK}from", ""), arc.get(f"{XLINK}to", "")
            if start not in facts or end not in notes or arc.get(f"{XLINK}arcrole") != FOOTNOTE_ARCROLE:
                raise InstanceError(
                    f"{self.file}, line {arc.sourceline}: the footnote arc from {start!r} to {end!r} joins no"
                    " fact with a footnote of it; other links between facts are not read."
                )
            for fact in facts[start]:
                self.of_fact.setdefault(fact, []).extend(notes[end])

    def add(self, element: etree._Element, name: str) -> None:
        """Take one footnote.

        Raises: InstanceError where its id stands twice.
        """
        if name in self.known:
            raise InstanceError(
                f"{self.file}, line {element.sourceline}: the footnote {name!r} stands twice."
            )
        language = element.get(XML_LANG, "")
        text = "".join(str(part) for part in element.itertext())
        self.known[name] = Footnote(name, language_tag(language), text)

    def of(self, fact: str) -> tuple[str, ...]:
        """Return the ids of the fact's footnotes."""
        return tuple(self.of_fact.get(fact, ()))

    def notes(self) -> tuple[Footnote, ...]:
        """Return the footnotes in the order of the file."""
        return tuple(self.known.values())
