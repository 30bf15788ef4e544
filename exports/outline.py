"""What a format must know of a report before its first fact, found in one pass where nobody has said it.

Spec: xBRL-JSON 1.0 section 3 (namespaces of entity schemes), xBRL-CSV 1.0 section 3 (columns).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.errors import FilingError
from exports.report import Outline

if TYPE_CHECKING:
    from exports.report import Fact, Report


def outline_of(report: Report) -> Outline:
    """Return the report's outline, by a pass over its facts where it has none.

    Raises: FilingError where the facts can be iterated only once.
    """
    if report.outline is not None:
        return report.outline
    if iter(report.facts) is report.facts:
        raise FilingError(
            "The facts can be read only once, so their schemes and axes must be said beforehand:"
            " give the report an outline, or facts that can be read again."
        )
    schemes: dict[str, None] = {}
    axes: dict[str, None] = {}
    seen: set[int] = set()
    kept: list[Fact] = []
    for fact in report.facts:
        if id(fact.entity) in seen and id(fact.dimensions) in seen and not fact.typed:
            continue
        seen.update((id(fact.entity), id(fact.dimensions)))
        kept.append(fact)  # with the fact kept, its parts keep their identity
        schemes.setdefault(fact.entity.scheme)
        axes.update(dict.fromkeys(axis for axis, _ in fact.dimensions))
        axes.update(dict.fromkeys(axis for axis, _ in fact.typed))
        if len(kept) >= _KEPT:
            kept.clear()
            seen.clear()
    return Outline(tuple(schemes), tuple(axes))


_KEPT = 4096
