"""Which keys stand where in the taxonomy source: the table that the loader and the JSON Schema share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, get_args

from taxonomy.model import AxisRole, OwnReferenceRole, ReferenceRole, TypedDomainType, Variant


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a mapping: those it must have and those it may have, in the order they are written."""

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()

    @property
    def known(self) -> tuple[str, ...]:
        """Return every key."""
        return (*self.required, *self.optional)


_WORDS = ("verbose", "terse", "definition", "terms")
_LIFE = ("reference", "since", "deprecated")
AXIS_ROLES: Final[tuple[AxisRole, ...]] = get_args(AxisRole)
VARIANTS: Final[tuple[Variant, ...]] = get_args(Variant)
REFERENCE_ROLES: Final[tuple[ReferenceRole, ...]] = get_args(OwnReferenceRole)
TYPED_DOMAIN_TYPES: Final[tuple[TypedDomainType, ...]] = get_args(TypedDomainType)

SECTIONS: Final = (
    "units",
    "axes",
    "domains",
    "concepts",
    "headings",
    "hypercubes",
    "presentation",
    "calculation",
    "relations",
)
DOCUMENT: Final = Keys(("taxonomy",), ("include", *SECTIONS))
"""The main file; its concepts may all stand in files that it includes."""

PART: Final = Keys((), ("include", *SECTIONS))
"""A file that another one includes."""

ADDED_SECTIONS: Final = ("words", "members", "anchors")
"""What an extension says of the taxonomy that it extends."""

EXTENSION: Final = Keys(("extends", "taxonomy"), ("include", *SECTIONS, *ADDED_SECTIONS))
"""The main file of an extension."""

EXTENSION_PART: Final = Keys((), ("include", *SECTIONS, *ADDED_SECTIONS))
"""A file that the main file of an extension includes."""

EXTENDS: Final = Keys(("taxonomy",))
ADDED_WORDS: Final = Keys((), ("label", *_WORDS))
ADDED_MEMBER: Final = Keys(("label",), (*_WORDS, "parent"))
ANCHOR: Final = Keys(("wider", "narrower"))
TAXONOMY: Final = Keys(("prefix", "namespace", "version", "entry_point", "label"), ("date", "versions"))
VERSION: Final = Keys(("version", "date"), ("note",))
UNIT: Final = Keys(("label",), _WORDS)
AXIS: Final = Keys(("label", "default", "members"), ("role", *_WORDS, *_LIFE))
TYPED_AXIS: Final = Keys(("label", "typed"), ("element", *_WORDS, *_LIFE))
DOMAIN: Final = Keys(("label", "members"), ("head_usable", *_WORDS))
MEMBER: Final = Keys(("label",), (*_WORDS, "usable", *_LIFE, "members", *AXIS_ROLES))
CONCEPT: Final = Keys(("type", "period", "label"), ("unit", "domain", "balance", *_WORDS, *_LIFE, "variants"))
DEPRECATED: Final = Keys(("date",), ("successor", "reason"))
HEADING: Final = Keys(("label",), _WORDS)
HYPERCUBE: Final = Keys(("concepts",), ("axes",))
GROUP: Final = Keys(("group", "items"))
CALCULATION: Final = Keys(("total", "parts"))
PARTS_OF_WHOLE: Final = Keys(("parts_of_whole", "over"), ("complete",))
BETWEEN: Final = Keys(("between",), ("low", "high"))
SUM_OF: Final = Keys(("sum_of", "parts"))
RATIO_OF: Final = Keys(("ratio_of", "numerator", "denominator"))
SUMMAND: Final = Keys(("concept",), ("members", "weight"))
"""A part of a sum that is more than the name of a concept."""

RATIO_END: Final = Keys(("concept",), ("members",))
"""A numerator or denominator that is more than the name of a concept."""

REFERENCE_PARTS: Final = {
    "publisher": "Publisher", "name": "Name", "number": "Number", "issue_date": "IssueDate",
    "chapter": "Chapter", "article": "Article", "note": "Note", "section": "Section",
    "subsection": "Subsection", "paragraph": "Paragraph", "subparagraph": "Subparagraph",
    "clause": "Clause", "subclause": "Subclause", "appendix": "Appendix", "example": "Example",
    "page": "Page", "exhibit": "Exhibit", "footnote": "Footnote", "sentence": "Sentence", "uri": "URI",
    "uri_date": "URIDate",
}  # fmt: skip
"""Key of the source to local name of the ref:* element."""

REFERENCE: Final = Keys((), ("role", *REFERENCE_PARTS))

HYPERCUBE_ENDINGS: Final = ("Table", "LineItems")
"""Elements of the package that a hypercube makes beside its name."""

PER_UNIT_ENDING: Final = ".perUnit"
"""No unit's name may end like this: item types are told apart by it."""

UNITS_ROOT: Final = "CountUnits"
RESERVED_NAMES: Final = (UNITS_ROOT, *(f"NoAxes{ending}" for ending in HYPERCUBE_ENDINGS))
"""Elements that every package may hold; no source may use the names."""

SENSES: Final[dict[AxisRole, tuple[str, ...]]] = {
    "comparison": (
        "preceding_period",
        "previous_year",
        "previous_full_year",
        "multi_year",
        "compound_annual",
        "constant_currency",
    ),
    "scenario": ("target", "forecast"),
    "bound": ("low", "high"),
    "basis": (),
}
"""What a member of an axis with a role may say of itself; a basis is any word."""
