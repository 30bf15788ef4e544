"""Which sheets a workbook of a taxonomy has, and which columns each of them has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from taxonomy.source_keys import REFERENCE_PARTS


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: the columns that it must have and may have, and whether language tags head further ones.

    about: what a row says, for the first sheet of the workbook.
    """

    name: str
    about: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    languages: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the columns with a name of their own, in order."""
        return (*self.required, *self.optional)


_LIFE: Final = ("since", "deprecated", "successor")

SHEETS: Final = {
    sheet.name: sheet
    for sheet in (
        Sheet("Taxonomy", "The taxonomy itself: a key and its value a row.", ("key", "value")),
        Sheet("Versions", "A version before this one, with its date and notes.", ("version", "date"), (), languages=True),
        Sheet("Concepts", "A concept. Variants, several, are listed with commas.",
              ("name", "type", "period"), ("unit", "balance", "domain", "variants", *_LIFE)),
        Sheet("Labels", "The words of a concept, axis, member, domain, unit or heading, a column a language. kind: "
                        "label, verbose, terse, definition, terms (one a line within the cell) or reason (why it is "
                        "deprecated).", ("name", "kind"), (), languages=True),
        Sheet("Units", "A count unit.", ("name",)),
        Sheet("Axes", "An axis: with a default, or typed.", ("name",), ("default", "role", "typed", "element", *_LIFE)),
        Sheet("Members", "A member of an axis or of an enumeration's domain, below its parent or right under it.",
              ("axis", "name"), ("parent", "usable", "sense", *_LIFE)),
        Sheet("Domains", "The domain of enumerations.", ("name",), ("head_usable",)),
        Sheet("Headings", "An abstract concept of the presentation.", ("name",)),
        Sheet("Hypercubes", "An axis or a concept of a hypercube.", ("hypercube",), ("axis", "concept")),
        Sheet("Groups", "A group of the presentation, by a number, with its labels.", ("group",), (), languages=True),
        Sheet("Presentation", "A concept or heading of a group; depth: how far it stands below the group.",
              ("group", "item"), ("depth",)),
        Sheet("Calculation", "A part of a sum with its weight; sum: any number that tells sums apart.",
              ("sum", "total", "part", "weight")),
        Sheet("References", "A place in a standard. order: the columns in their order, where it is another one.",
              ("element",), ("role", *REFERENCE_PARTS, "order")),
        Sheet("Relations", "parts_of_whole or between, of a concept; a part of a sum_of (sum: a number that tells sums "
                           "apart); the end of a ratio_of (numerator, denominator). members: Axis=Member, with commas.",
              ("relation", "concept"),
              ("over", "complete", "low", "high", "sum", "end", "part", "weight", "members")),
    )
}  # fmt: skip
NEEDED: Final = ("Taxonomy", "Concepts", "Labels")
"""Sheets that must be there; without one of the others there is nothing of its kind."""

ADDED: Final = {
    sheet.name: sheet
    for sheet in (
        Sheet("Added members", "A member that is added to an axis of the taxonomy that is extended.",
              ("axis", "name"), ("parent",)),
        Sheet("Anchors", "A concept that is wider than another one: one of the two is the extension's own.",
              ("wider", "narrower")),
    )
}  # fmt: skip
"""Sheets of an extension alone. Words for elements of its base are rows of Labels, by QName."""

EXTENSION_SHEETS: Final = SHEETS | ADDED
EXTENSION_NEEDED: Final = ("Taxonomy", "Labels")
EXTENDS: Final = "extends"
"""The key in the sheet Taxonomy that names what is extended."""

GUIDE: Final = "Read me"
"""The sheet that says what the others are; it is not read."""

WORDS: Final = ("label", "verbose", "terse", "definition", "terms")
HEAD: Final = ("prefix", "namespace", "version", "entry_point", "date")
