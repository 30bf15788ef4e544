"""Whether a taxonomy takes a concept with these dimensions, members asked too: what somebody else's hypercubes need.

Spec: Dimensions 1.0 section 3.1 (validation of primary items): the hypercubes of one role must all hold, one role
is enough; a concept without any hypercube may carry anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taxonomy.model import Hypercube, Taxonomy


def is_allowed(
    taxonomy: Taxonomy, concept: str, dimensions: Mapping[str, str], typed: Mapping[str, str | None]
) -> bool:
    """Return whether some role of the concept takes it with these members."""
    roles = taxonomy.hypercubes_of.get(concept)
    if not roles:
        return taxonomy.dts is not None or not (dimensions or typed)
    return any(
        all(_describes(cube, taxonomy, dimensions, typed) != cube.excludes for cube in cubes)
        for cubes in roles
    )


def _describes(
    cube: Hypercube, taxonomy: Taxonomy, dimensions: Mapping[str, str], typed: Mapping[str, str | None]
) -> bool:
    """Return whether the hypercube's axes and members are those of a fact, its defaults among them."""
    carried = frozenset((*dimensions, *typed))
    own = frozenset(cube.axes)
    if not own & taxonomy.needed_axes <= carried or (cube.closed and not carried <= own):
        return False
    return all(
        dimensions.get(axis, taxonomy.axis_by_qname[axis].default) in members
        for axis, members in cube.members
        if axis in taxonomy.axis_by_qname
    )
