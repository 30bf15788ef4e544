"""Which keys stand where in the taxonomy source: the table that the loader and the JSON Schema share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, get_args

from taxonomy.model import AxisRole, Variant


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
AXIS_ROLES: Final[tuple[AxisRole, ...]] = get_args(AxisRole)
VARIANTS: Final[tuple[Variant, ...]] = get_args(Variant)

DOCUMENT: Final = Keys(
    ("taxonomy", "concepts"), ("units", "axes", "hypercubes", "presentation", "calculation", "relations")
)
TAXONOMY: Final = Keys(("prefix", "namespace", "version", "entry_point", "label"))
UNIT: Final = Keys(("label",), _WORDS)
AXIS: Final = Keys(("label", "default", "members"), ("role", *_WORDS))
MEMBER: Final = Keys(("label",), (*_WORDS, "members", *AXIS_ROLES))
CONCEPT: Final = Keys(("type", "period", "label"), ("unit", "balance", *_WORDS, "reference", "variants"))
HYPERCUBE: Final = Keys(("concepts",), ("axes",))
GROUP: Final = Keys(("group", "items"))
CALCULATION: Final = Keys(("total", "parts"))
PARTS_OF_WHOLE: Final = Keys(("parts_of_whole", "over"), ("complete",))
BETWEEN: Final = Keys(("between",), ("low", "high"))

REFERENCE_PARTS: Final = {
    "publisher": "Publisher", "name": "Name", "number": "Number", "issue_date": "IssueDate",
    "chapter": "Chapter", "article": "Article", "note": "Note", "section": "Section",
    "subsection": "Subsection", "paragraph": "Paragraph", "subparagraph": "Subparagraph",
    "clause": "Clause", "subclause": "Subclause", "appendix": "Appendix", "example": "Example",
    "page": "Page", "exhibit": "Exhibit", "footnote": "Footnote", "sentence": "Sentence", "uri": "URI",
    "uri_date": "URIDate",
}  # fmt: skip
"""Key of the source to local name of the ref:* element."""

REFERENCE: Final = Keys((), tuple(REFERENCE_PARTS))

HYPERCUBE_ENDINGS: Final = ("Table", "LineItems")
"""Elements of the package that a hypercube makes beside its name."""

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
