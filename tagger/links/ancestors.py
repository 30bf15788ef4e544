"""What members are parts of."""

from __future__ import annotations

from taxonomy.model import Taxonomy


def ancestors_of(taxonomy: Taxonomy) -> dict[str, frozenset[str]]:
    """Return by member all those that it is a part of."""
    parents = {member.qname: member.parent for axis in taxonomy.axes for member in axis.members}
    ancestors: dict[str, frozenset[str]] = {}
    for name, parent in parents.items():
        above, up = set(), parent
        while up:
            above.add(up)
            up = parents.get(up)
        ancestors[name] = frozenset(above)
    return ancestors
