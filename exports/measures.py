"""Units of one measure or of several, as OIM writes them: "iso4217:CNY/xbrli:shares", "(a:x*b:y)/c:z".

Spec: OIM common 1.0 section 4.2 (unit string representation), XBRL 2.1 section 4.8.
"""

from __future__ import annotations

from exports.errors import FilingError

PURE = "xbrli:pure"


def measures(unit: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the numerators and denominators of a unit.

    Raises: FilingError where a part is missing, or a measure stands above and below.
    """
    above, slash, below = unit.partition("/")
    parts = _terms(above, unit), _terms(below, unit) if slash else ()
    if not set(parts[0]).isdisjoint(parts[1]):
        raise FilingError(f"{unit!r} is no unit: a measure stands above and below the line.")
    return parts


def unit_name(numerators: tuple[str, ...], denominators: tuple[str, ...] = ()) -> str:
    """Return the unit of these measures, sorted."""
    above, below = "*".join(sorted(numerators)), "*".join(sorted(denominators))
    if not denominators:
        return above
    above = f"({above})" if len(numerators) > 1 else above
    return f"{above}/({below})" if len(denominators) > 1 else f"{above}/{below}"


def _terms(text: str, unit: str) -> tuple[str, ...]:
    inner = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    terms = tuple(inner.split("*"))
    if not all(terms):
        raise FilingError(f"{unit!r} is no unit: write measures as a:x, a:x*b:y or a:x/b:y.")
    return terms
