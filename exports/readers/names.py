"""Names as the report has them: every namespace of a file gets one prefix, the file's own where it can.

Spec: Namespaces in XML 1.0; OIM common 1.0 section 2 (reserved prefixes).
"""

from __future__ import annotations

from collections.abc import Mapping

XBRLI = "http://www.xbrl.org/2003/instance"
SYNTAX = frozenset(
    {
        "http://www.xbrl.org/2003/linkbase",
        "http://xbrl.org/2006/xbrldi",
        "http://www.w3.org/1999/xlink",
        "http://www.w3.org/2001/XMLSchema-instance",
        "http://www.w3.org/XML/1998/namespace",
        "http://www.w3.org/1999/xhtml",
        "http://www.xbrl.org/2013/inlineXBRL",
        "https://xbrl.org/2021",
    }
)
"""Namespaces that the syntaxes are written with; no fact's name is of one of them."""

RESERVED = frozenset(
    {"link", "xbrldi", "xlink", "xsi", "xml", "xmlns", "ix", "ixt", "xbrl", "xbrli", "iso4217", "scheme"}
)
"""Prefixes that our writers use themselves, or that stand for one namespace by custom."""

_FIXED = {XBRLI: "xbrli", "http://www.xbrl.org/2003/iso4217": "iso4217"}
_TRANSFORMATIONS = "http://www.xbrl.org/inlineXBRL/transformation/"


class Names:
    """The prefixes of a file's namespaces; new ones may join while it is read."""

    def __init__(self) -> None:
        """Begin with what every report knows."""
        self.prefix_of: dict[str, str] = {XBRLI: "xbrli"}
        self.qnames: dict[str, str] = {}

    def declare(self, declared: Mapping[str | None, str]) -> None:
        """Take the prefixes that a file or element declares."""
        for prefix, namespace in sorted(declared.items(), key=lambda item: item[0] or ""):
            if namespace not in SYNTAX and not namespace.startswith(_TRANSFORMATIONS):
                self.prefix(namespace, prefix)

    def prefix(self, namespace: str, wanted: str | None = None) -> str:
        """Return the prefix of a namespace, a new one where it has none."""
        known = self.prefix_of.get(namespace)
        if known is not None:
            return known
        taken = RESERVED.union(self.prefix_of.values())
        name = _FIXED.get(namespace) or wanted
        number = 0
        while not name or (name in taken and namespace not in _FIXED) or name.startswith("scheme"):
            number += 1
            name = f"ns{number}"
        return self.prefix_of.setdefault(namespace, name)

    def qname(self, clark: str) -> str:
        """Return "{namespace}name" with its prefix."""
        known = self.qnames.get(clark)
        if known is None:
            namespace, _, local = clark[1:].partition("}")
            known = self.qnames[clark] = f"{self.prefix(namespace)}:{local}"
        return known

    def namespaces(self) -> tuple[tuple[str, str], ...]:
        """Return (prefix, namespace) of all, sorted."""
        return tuple(sorted((prefix, namespace) for namespace, prefix in self.prefix_of.items()))


def language_tag(text: str) -> str:
    """Return a language tag as it is usually written: zh-Hant-HK, whatever case it came in.

    Spec: BCP 47 section 2.1.1.
    """
    first, *rest = text.lower().split("-")
    parts = [first]
    for part in rest:
        if len(parts[-1]) == 1:  # after a singleton everything stays small
            parts += rest[len(parts) - 1 :]
            break
        parts.append(part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part)  # noqa: PLR2004  a script, a region
    return "-".join(parts)
