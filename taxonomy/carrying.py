"""Whether a fact may carry its dimensions, by axes and members: what `Taxonomy.permits` asks of axes alone.

Spec: Dimensions 1.0 sections 2.3 (hypercubes: all, notAll, closed) and 2.7.1 (defaults), 3.1 (validity of a fact).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from taxonomy.model import Hypercube, Taxonomy


def depends_on_members(taxonomy: Taxonomy) -> bool:
    """Return whether some hypercube takes or forbids some members only, so that axes alone do not decide."""
    return any(cube.members or cube.excludes for cube in taxonomy.hypercubes)


def may_carry(taxonomy: Taxonomy, concept: str, dimensions: Mapping[str, str]) -> bool:
    """Return whether the hypercubes of some one role of the concept all hold for a fact with these dimensions."""
    roles = taxonomy.hypercubes_of.get(concept)
    if not roles:
        return not dimensions
    return any(
        all(_describes(taxonomy, cube, dimensions) is not cube.excludes for cube in cubes) for cubes in roles
    )


def _describes(taxonomy: Taxonomy, cube: Hypercube, dimensions: Mapping[str, str]) -> bool:
    """Return whether each axis of the hypercube has one of its members, and the fact no axis that it may not."""
    some = dict(cube.members)
    for name in cube.axes:
        axis = taxonomy.axis_by_qname.get(name)
        member = dimensions.get(name, axis.default if axis else "")
        if not member or (name in some and member not in some[name]):
            return False
    return not cube.closed or dimensions.keys() <= set(cube.axes)
