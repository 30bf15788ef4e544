"""Names of a report as names of a taxonomy, and back: prefixes are a report's own, namespaces are what counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taxonomy.model import Taxonomy


def namespaces_of(taxonomy: Taxonomy) -> dict[str, str]:
    """Return the namespace of each prefix in the names of a taxonomy."""
    others = taxonomy.dts.namespaces if taxonomy.dts is not None else ()
    return dict(others) | {taxonomy.prefix: taxonomy.namespace}


class TaxonomyNames:
    """Says a name of a report as its taxonomy says it."""

    def __init__(self, declared: Iterable[tuple[str, str]], taxonomy: Taxonomy) -> None:
        """Take what the report declares."""
        prefix_of = {namespace: prefix for prefix, namespace in namespaces_of(taxonomy).items()}
        self._prefixes = {
            prefix: prefix_of[namespace] for prefix, namespace in declared if namespace in prefix_of
        }

    def of(self, qname: str) -> str | None:
        """Return the name; None where its namespace is none of the taxonomy's."""
        prefix, _, local = qname.partition(":")
        known = self._prefixes.get(prefix)
        return None if known is None else f"{known}:{local}"

    @property
    def found(self) -> bool:
        """Return whether the report declares any namespace of the taxonomy."""
        return bool(self._prefixes)


class ReportNames:
    """Says a name of the new version as the new report says it."""

    def __init__(self, declared: Iterable[tuple[str, str]], old: Taxonomy, new: Taxonomy) -> None:
        """Choose prefixes: those of the new version, unless the report needs one for something else."""
        gone = frozenset(namespaces_of(old).values())
        self.namespaces = {prefix: namespace for prefix, namespace in declared if namespace not in gone}
        taken = {namespace: prefix for prefix, namespace in self.namespaces.items()}
        self._known = namespaces_of(new)
        self._prefixes: dict[str, str] = {
            prefix: taken[namespace] for prefix, namespace in self._known.items() if namespace in taken
        }

    def of(self, qname: str) -> str:
        """Return the name in the report, its namespace declared from now on."""
        prefix, _, local = qname.partition(":")
        if prefix not in self._prefixes:
            chosen, number = prefix, 1
            while chosen in self.namespaces:
                number += 1
                chosen = f"{prefix}{number}"
            self._prefixes[prefix] = chosen
            self.namespaces[chosen] = self._known[prefix]
        return f"{self._prefixes[prefix]}:{local}"

    def knows(self, qname: str) -> bool:
        """Return whether the prefix of a name is one of the new version's."""
        return qname.partition(":")[0] in self._known
