"""Item types: the short names of the source, and the types of XBRL that go by their own QNames.

Spec: XBRL 2.1 section 5.1.1.3; Data Type Registry, types of 2024-01-31.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from taxonomy.model import Concept

XBRLI: Final = "http://www.xbrl.org/2003/instance"
DTR_TYPES: Final = "http://www.xbrl.org/dtr/type/2024-01-31"
DTR_TYPES_LOCATION: Final = "https://www.xbrl.org/dtr/type/2024-01-31/types.xsd"
ENUMERATIONS: Final = "http://xbrl.org/2020/extensible-enumerations-2.0"
ENUMERATIONS_LOCATION: Final = "https://www.xbrl.org/2020/extensible-enumerations-2.0.xsd"

QNAME_OF_SHORT_NAME: Final = {
    "monetary": "xbrli:monetaryItemType",
    "percent": "dtr-types:percentItemType",
    "count": "xbrli:integerItemType",
    "decimal": "xbrli:decimalItemType",
    "ratio": "xbrli:pureItemType",
    "shares": "xbrli:sharesItemType",
    "per_share": "dtr-types:perShareItemType",
    "per_unit": "xbrli:decimalItemType",
    "text": "xbrli:stringItemType",
    "text_block": "dtr-types:textBlockItemType",
    "date": "xbrli:dateItemType",
    "boolean": "xbrli:booleanItemType",
    "enumeration": "enum2:enumerationItemType",
    "enumeration_set": "enum2:enumerationSetItemType",
}
"""A count that names a unit has an item type of its own instead, and so has what is reported per unit."""

SHORT_NAME_OF_QNAME: Final = {
    qname: short for short, qname in QNAME_OF_SHORT_NAME.items() if short != "per_unit"
}

_NUMERIC_XBRLI = (
    "decimal float double monetary shares pure nonPositiveInteger negativeInteger long int short byte "
    "nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte positiveInteger integer"
)
_OTHER_XBRLI = (
    "string boolean hexBinary base64Binary anyURI QName duration dateTime time date gYearMonth gYear "
    "gMonthDay gDay gMonth normalizedString token language Name NCName"
)
_NUMERIC_DTR = (
    "percent perShare area volume mass weight energy power length memory noDecimalsMonetary "
    "nonNegativeMonetary nonNegativeNoDecimalsMonetary insolation temperature pressure frequency "
    "irradiance speed planeAngle voltage electricCurrent force electricCharge flow massFlow "
    "monetaryPerLength monetaryPerArea monetaryPerVolume monetaryPerDuration monetaryPerEnergy "
    "monetaryPerMass ghgEmissions energyPerMonetary ghgEmissionsPerMonetary volumePerMonetary"
)
_OTHER_DTR = "escaped xmlNodes xml textBlock noLangToken noLangString gYearList dateTime"


def _item_types(prefix: str, names: str) -> frozenset[str]:
    return frozenset(f"{prefix}:{name}ItemType" for name in names.split())


_NUMERIC = _item_types("xbrli", _NUMERIC_XBRLI) | _item_types("dtr-types", _NUMERIC_DTR)
_ENUMERATION = _item_types("enum2", "enumeration enumerationSet")
ITEM_TYPES: Final = (
    _NUMERIC | _item_types("xbrli", _OTHER_XBRLI) | _item_types("dtr-types", _OTHER_DTR) | _ENUMERATION
)
"""Every item type that may be named by QName."""

_MONETARY = frozenset(
    {
        "monetary",
        "dtr-types:noDecimalsMonetaryItemType",
        "dtr-types:nonNegativeMonetaryItemType",
        "dtr-types:nonNegativeNoDecimalsMonetaryItemType",
    }
)


def is_numeric(kind: str) -> bool:
    """Return whether facts of the type are numbers."""
    return QNAME_OF_SHORT_NAME.get(kind, kind) in _NUMERIC


def is_enumeration(kind: str) -> bool:
    """Return whether facts of the type name members of a domain."""
    return kind in {"enumeration", "enumeration_set"}


def is_monetary(kind: str) -> bool:
    """Return whether facts of the type are amounts of money, which alone have a balance."""
    return kind in _MONETARY


def unit_of(concept: Concept) -> str | None:
    """Return the unit of the concept's facts, "" for any currency, None for an item type that is not ours.

    What is money by the unit has a slash before the unit, which any currency goes before: "/shares".
    """
    if concept.type == "per_share":
        return "/shares"
    if concept.type == "per_unit" and concept.unit:
        return f"/{concept.unit.rpartition(':')[2]}"
    if concept.type == "shares":
        return "shares"
    if concept.unit:
        return concept.unit.rpartition(":")[2]
    if concept.type == "monetary":
        return ""
    return "pure" if concept.type in {"percent", "count", "decimal", "ratio"} else None
