"""The elements of a taxonomy, of whatever kind, that have a QName and labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taxonomy.model import Axis, Concept, Domain, Heading, Member, TypedAxis, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taxonomy.model import Taxonomy

Element = Concept | Axis | TypedAxis | Member | Domain | Heading | Unit


def elements_of(taxonomy: Taxonomy) -> dict[str, Element]:
    """Return every element once, by QName; an element of two kinds (a concept that heads a group) is the first of them."""
    kinds: tuple[Iterable[Element], ...] = (
        taxonomy.concepts,
        taxonomy.axes,
        taxonomy.typed_axes,
        taxonomy.member_by_qname.values(),
        taxonomy.domains,
        taxonomy.headings,
        taxonomy.units,
    )
    found: dict[str, Element] = {}
    for items in kinds:
        for item in items:
            found.setdefault(item.qname, item)
    return found
