"""The members that are the businesses of a holding: subsidiaries that the profile names, or that bear the group's name.

In a holding each business is one subsidiary's: its brokers' share of the market is the group's, and a taxonomy gives such a
concept no axis of subsidiaries. A bank with a subsidiary or two has businesses of its own, which theirs are only parts of.
"""

from __future__ import annotations

from collections.abc import Iterable

from tagger.profile import Profile
from tagger.words.folding import fold
from taxonomy.model import Axis, Taxonomy

_HAN_FIRST = "\u2e80"
_SEVERAL = 3
_BRAND = 2
"""How many Han characters two names begin with that are called alike."""


def entities_of(taxonomy: Taxonomy, profile: Profile) -> frozenset[str]:
    """Return the members, of axes without a role, that are the businesses of a holding; none where there are fewer than three.

    Those that the profile ties to a name, and those called like the entity itself: 瑞峰證券, of 瑞峰金控.
    """
    own = {member for _, _, member in profile.members}
    names = [fold(name) for name in (profile.name, *profile.aliases)]
    for axis in taxonomy.axes:
        found = own & {member.qname for member in axis.members}
        found.update(() if axis.role else _called_alike(axis, names))
        if len(found) >= _SEVERAL:
            return frozenset(found)
    return frozenset()


def _called_alike(axis: Axis, names: list[str]) -> list[str]:
    """Return the members, but the default, with a label that begins with the two Han characters of one of the names."""
    brands = {name[:_BRAND] for name in names if name[0] >= _HAN_FIRST}
    return [
        member.qname
        for member in axis.members
        if member.qname != axis.default
        and any(fold(label.text)[:_BRAND] in brands for label in member.labels)
    ]


def companies_of(taxonomy: Taxonomy, organisations: Iterable[str]) -> frozenset[str]:
    """Return the members that are companies by their Han names, but for the default: 理財子公司, 村鎮銀行.

    organisations: the words that such names end in.
    """
    ends = tuple(word for word in organisations if word[:1] >= _HAN_FIRST)
    return frozenset(
        member.qname
        for axis in taxonomy.axes
        for member in (axis.members if not axis.role else ())
        if member.qname != axis.default
        and any(fold(label.text).endswith(ends) for label in member.labels if label.role == "standard")
    )
