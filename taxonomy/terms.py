"""Terms beside a taxonomy: a small file of words that find its concepts, members and units in a text.

    concepts:
      ifrs:Assets: {zh-Hant: [資產總計], en: [total assets]}
    members:
      ifrs:RetainedEarningsMember: {en: [retained earnings]}

So a taxonomy that somebody else wrote is tagged with by more than its labels. A name without a prefix is one of
the taxonomy's own. Every mistake is told with line and column.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from taxonomy.errors import TagwrightError
from taxonomy.labels import in_order
from taxonomy.model import Axis, Concept, Domain, Label, Member, Taxonomy, Unit
from taxonomy.source_keys import Keys
from taxonomy.source_labels import read_terms
from taxonomy.source_walk import Walker
from taxonomy.yaml_nodes import MAXIMUM_BYTES, SourceError, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from yaml.nodes import Node

_SECTIONS: Final = ("concepts", "members", "units")
_WHAT: Final = {"concepts": "concept", "members": "member", "units": "unit"}

_Found = dict[str, tuple[Label, ...]]
_Labelled = TypeVar("_Labelled", Concept, Member, Unit)


def with_terms(taxonomy: Taxonomy, path: Path) -> Taxonomy:
    """Return the taxonomy with the terms of a file added to its labels.

    Raises: TagwrightError where it cannot be read; SourceError with all mistakes where it is wrong.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAXIMUM_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise TagwrightError(f"{path}: the terms cannot be read ({reason}): check the path") from None
    return add_terms(taxonomy, data, str(path))


def add_terms(taxonomy: Taxonomy, data: bytes, file: str) -> Taxonomy:
    """Return the taxonomy with terms added; `file` names them in messages.

    Raises: SourceError with all mistakes.
    """
    walker = Walker(file)
    entries = walker.record(parse_yaml(data, file), "the file of terms", Keys((), _SECTIONS))
    known: dict[str, Mapping[str, object]] = {
        "concepts": taxonomy.concept_by_qname,
        "members": taxonomy.member_by_qname,
        "units": taxonomy.unit_by_qname,
    }
    found = {
        section: _section(walker, entries[section].value, taxonomy.prefix, known[section], _WHAT[section])
        for section in _SECTIONS
        if section in entries
    }
    if walker.findings:
        raise SourceError(tuple(walker.findings))
    return replace(
        taxonomy,
        concepts=_each(taxonomy.concepts, found.get("concepts", {})),
        units=_each(taxonomy.units, found.get("units", {})),
        axes=tuple(_axis(axis, found.get("members", {})) for axis in taxonomy.axes),
        domains=tuple(_domain(domain, found.get("members", {})) for domain in taxonomy.domains),
    )


def _section(walker: Walker, node: Node, prefix: str, known: Mapping[str, object], what: str) -> _Found:
    found: _Found = {}
    for key, entry in walker.mapping(node, f"the {what}s").items():
        name = key if ":" in key else f"{prefix}:{key}"
        terms = read_terms(walker, entry.value, f"the terms of {key}")
        if name not in known:
            hint = walker.hint(name, known)
            some = f"; it has {', '.join(list(known)[:3])}, …" if known else f"; it has no {what}s at all"
            message = f'the taxonomy has no {what} "{name}"{hint or some}: correct or remove it'
            walker.fail(entry.key, "reference", message)
        elif name in found:
            message = f'the {what} "{name}" stands here twice, with its prefix and without: keep one'
            walker.fail(entry.key, "duplicate", message)
        found[name] = tuple(terms)
    return found


def _each(items: tuple[_Labelled, ...], terms: _Found) -> tuple[_Labelled, ...]:
    return tuple(
        replace(item, labels=_joined(item.labels, terms[item.qname])) if item.qname in terms else item
        for item in items
    )


def _axis(axis: Axis, terms: _Found) -> Axis:
    return replace(axis, members=_each(axis.members, terms))


def _domain(domain: Domain, terms: _Found) -> Domain:
    return replace(domain, members=_each(domain.members, terms))


def _joined(labels: tuple[Label, ...], terms: tuple[Label, ...]) -> tuple[Label, ...]:
    return in_order((*labels, *(term for term in terms if term not in labels)))
