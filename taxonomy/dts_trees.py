"""The presentation, the calculations and our relations of what Arelle discovered. Spec: XBRL 2.1 sections 5.2.4 and 5.2.5."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from taxonomy.dts import Role
from taxonomy.dts_reading import Arc, Discovered
from taxonomy.labels import in_order
from taxonomy.model import Calculation, Group, Label
from taxonomy.read_relations import RELATION_ARCROLES, RelationArc, readable_relations
from taxonomy.relation import Relation

_CALCULATION_1_1: Final = "https://xbrl.org/2023/arcrole/summation-item"


def groups_of(found: Discovered) -> Iterator[Group]:
    """Yield a group for each role with a presentation, its tree depth first.

    What stands under several parents is listed under each, with what is below it only the first time, so that
    each arc is one item.
    """
    definitions = {role.uri: role for role in found.roles}
    by_role: dict[str, list[Arc]] = {}
    for arc in found.presentation:
        by_role.setdefault(arc.role, []).append(arc)
    for uri in sorted(by_role, key=lambda uri: (_definition(definitions.get(uri)) or uri, uri)):
        items: list[str] = []
        depths: list[int] = []
        preferred: list[str] = []
        for name, depth, role in _tree(by_role[uri]):
            items.append(name)
            depths.append(depth)
            preferred.append(role)
        yield Group(
            _group_labels(definitions.get(uri), uri),
            tuple(items),
            tuple(depths),
            uri,
            tuple(preferred) if any(preferred) else (),
        )


def _definition(role: Role | None) -> str:
    return role.definition if role else ""


def _group_labels(role: Role | None, uri: str) -> tuple[Label, ...]:
    """Return the labels of a role; its definition, which has no language, stands for the English one."""
    labels = [Label(language, text) for language, text in role.labels] if role else []
    if any(label.language == "en" for label in labels):
        return in_order(labels)
    return in_order((*labels, Label("en", _definition(role) or uri)))


def _tree(arcs: list[Arc]) -> Iterator[tuple[str, int, str]]:
    """Yield (QName, depth, preferred label) of a network, its roots in the order in which they are first met."""
    below: dict[str, list[Arc]] = {}
    for arc in arcs:
        below.setdefault(arc.source, []).append(arc)
    targets = {arc.target for arc in arcs}
    roots = [name for name in below if name not in targets] or list(below)[:1]
    done: set[str] = set()
    for root in roots:
        waiting = [(root, 0, "")]
        while waiting:
            name, depth, role = waiting.pop()
            yield name, depth, role
            if name not in done:
                done.add(name)
                children = ((arc.target, depth + 1, arc.preferred) for arc in reversed(below.get(name, [])))
                waiting.extend(children)


def relations_of(
    found: Discovered, concepts: Collection[str], axes: Collection[str], members: Collection[str]
) -> Iterator[Relation]:
    """Yield the relations that a taxonomy of ours says, which another rests on; what makes no sense is left out."""
    arcs = (
        RelationArc(arc.arcrole, arc.role, arc.source, arc.target, dict(arc.said))
        for arc in found.definition
        if arc.arcrole in RELATION_ARCROLES
    )
    return readable_relations(arcs, {"concept": concepts, "axis": axes, "member": members})


def calculations_of(found: Discovered) -> Iterator[Calculation]:
    """Yield a calculation for each total of each role, its parts in order."""
    totals: dict[tuple[str, str, str], list[Arc]] = {}
    for arc in found.calculation:
        totals.setdefault((arc.arcrole, arc.role, arc.source), []).append(arc)
    for (arcrole, role, total), arcs in sorted(totals.items(), key=lambda item: item[0][:2]):
        parts = tuple(
            (arc.target, int(weight) if (weight := arc.weight or 0) == int(weight) else weight)
            for arc in arcs
        )
        yield Calculation(total, parts, role, "1.1" if arcrole == _CALCULATION_1_1 else "1.0")
