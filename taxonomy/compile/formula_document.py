"""The document of a formula linkbase: resources and arcs of one generic link, and what it is written in.

Spec: Generic Links 1.0; Formula 1.0 and its filters, for their schemas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from taxonomy.compile.markup import DECLARATION, LINK_NAMESPACES, attributes
from taxonomy.compile.names import STANDARD_LINK

if TYPE_CHECKING:
    from collections.abc import Iterable

_XBRL: Final = "http://www.xbrl.org"
_SCHEMAS: Final = {
    "variable": ("http://xbrl.org/2008/variable", f"{_XBRL}/2008/variable.xsd"),
    "gen": ("http://xbrl.org/2008/generic", f"{_XBRL}/2008/generic-link.xsd"),
    "va": ("http://xbrl.org/2008/assertion/value", f"{_XBRL}/2008/value-assertion.xsd"),
    "cf": ("http://xbrl.org/2008/filter/concept", f"{_XBRL}/2008/concept-filter.xsd"),
    "crf": (
        "http://xbrl.org/2010/filter/concept-relation",
        f"{_XBRL}/2010/concept-relation-filter.xsd",
    ),
    "pf": ("http://xbrl.org/2008/filter/period", f"{_XBRL}/2008/period-filter.xsd"),
    "df": ("http://xbrl.org/2008/filter/dimension", f"{_XBRL}/2008/dimension-filter.xsd"),
    "gf": ("http://xbrl.org/2008/filter/general", f"{_XBRL}/2008/general-filter.xsd"),
    "acf": ("http://xbrl.org/2010/filter/aspect-cover", f"{_XBRL}/2010/aspect-cover-filter.xsd"),
    "cfi": ("http://xbrl.org/2010/custom-function", f"{_XBRL}/2010/custom-function-implementation.xsd"),
    "msg": ("http://xbrl.org/2010/message", f"{_XBRL}/2010/generic-message.xsd"),
}
"""Prefix, namespace and place of what the linkbase is written in."""

_OTHERS: Final = (
    *LINK_NAMESPACES,
    ("xmlns:xs", "http://www.w3.org/2001/XMLSchema"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ("xmlns:xfi", "http://www.xbrl.org/2008/function/instance"),
)
FUNCTIONS: Final = "http://tagwright.org/function/interval"
MESSAGE_ROLE: Final = f"{_XBRL}/2010/role/message"
VARIABLE_SET: Final = "http://xbrl.org/arcrole/2008/variable-set"
VARIABLE_FILTER: Final = "http://xbrl.org/arcrole/2008/variable-filter"
SET_FILTER: Final = "http://xbrl.org/arcrole/2008/variable-set-filter"
PRECONDITION: Final = "http://xbrl.org/arcrole/2008/variable-set-precondition"
IMPLEMENTATION: Final = "http://xbrl.org/arcrole/2010/function-implementation"
MESSAGE_ARCROLE: Final = "http://xbrl.org/arcrole/2010/assertion-{}-message"
_ARCROLES: Final = {
    VARIABLE_SET: f"{_XBRL}/2008/variable.xsd#variable-set",
    VARIABLE_FILTER: f"{_XBRL}/2008/variable.xsd#variable-filter",
    SET_FILTER: f"{_XBRL}/2008/variable.xsd#variable-set-filter",
    PRECONDITION: f"{_XBRL}/2008/variable.xsd#variable-set-precondition",
    IMPLEMENTATION: f"{_XBRL}/2010/custom-function-implementation.xsd#cfi-implementation",
    MESSAGE_ARCROLE.format("satisfied"): f"{_XBRL}/2010/validation-message.xsd#assertion-satisfied-message",
    MESSAGE_ARCROLE.format(
        "unsatisfied"
    ): f"{_XBRL}/2010/validation-message.xsd#assertion-unsatisfied-message",
}


class Linkbase:
    """Resources and arcs in the order in which they are needed, each resource once."""

    def __init__(self) -> None:
        """Start empty."""
        self._resources: dict[tuple[str, int], str] = {}
        self._arcs: list[str] = []

    def __contains__(self, label: str) -> bool:
        """Return whether a resource of that label is written."""
        return (label, 0) in self._resources

    def resource(
        self,
        label: str,
        element: str,
        pairs: Iterable[tuple[str, str]] = (),
        content: str = "",
        copy: int = 0,
    ) -> str:
        """Write a resource if there is none of that label yet, and return the label; copies share one."""
        if (label, copy) not in self._resources:
            head = attributes(("xlink:type", "resource"), ("xlink:label", label), *pairs)
            self._resources[label, copy] = f"    <{element}{head}>{content}</{element}>\n"
        return label

    def arc(
        self, arcrole: str, source: str, target: str, *extra: tuple[str, str], element: str = "gen:arc"
    ) -> None:
        """Write an arc between two labels."""
        ends = (("xlink:arcrole", arcrole), ("xlink:from", source), ("xlink:to", target))
        self._arcs.append(f"    <{element}{attributes(('xlink:type', 'arc'), *ends, *extra)}/>\n")

    def text(self, namespaces: tuple[tuple[str, str], ...], functions: str) -> str:
        """Return the document.

        namespaces: (prefix, namespace) of names. functions: the namespace of those that tests call.
        """
        places = " ".join(f"{namespace} {place}" for namespace, place in _SCHEMAS.values())
        head = attributes(
            *_OTHERS,
            *((f"xmlns:{prefix}", namespace) for prefix, (namespace, _) in _SCHEMAS.items()),
            ("xmlns:interval", functions),
            *((f"xmlns:{_free(prefix)}", namespace) for prefix, namespace in namespaces),
            ("xsi:schemaLocation", places),
        )
        role = (("roleURI", MESSAGE_ROLE), ("xlink:type", "simple"))
        place = ("xlink:href", f"{_XBRL}/2010/generic-message.xsd#standard-message")
        refs = [f"  <link:roleRef{attributes(*role, place)}/>\n"]
        for arcrole, href in _ARCROLES.items():
            pairs = (("arcroleURI", arcrole), ("xlink:type", "simple"), ("xlink:href", href))
            refs.append(f"  <link:arcroleRef{attributes(*pairs)}/>\n")
        link = attributes(("xlink:type", "extended"), ("xlink:role", STANDARD_LINK))
        body = "".join((*self._resources.values(), *self._arcs))
        for prefix in (prefix for prefix, _ in namespaces if prefix != _free(prefix)):
            body = body.replace(f"qname>{prefix}:", f"qname>{_free(prefix)}:")
        parts = (DECLARATION, f"<link:linkbase{head}>\n", *refs, f"  <gen:link{link}>\n", body)
        return "".join((*parts, "  </gen:link>\n</link:linkbase>\n"))


def _free(prefix: str) -> str:
    """Return a prefix of somebody else's, or one like it where the document itself uses it."""
    taken = {*_SCHEMAS, *(name.partition(":")[2] for name, _ in _OTHERS), "interval"}
    return f"{prefix}-of-base" if prefix in taken else prefix
