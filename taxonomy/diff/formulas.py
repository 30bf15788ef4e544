"""What changed in the formulas and tables of a taxonomy that somebody else wrote.

Those of ours are made from variants and relations, whose changes are told already.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from taxonomy.diff.change import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from taxonomy.diff.pairing import Pairs
    from taxonomy.dts import Dts, Formula, Table


def formula_changes(pairs: Pairs) -> Iterator[Change]:
    """Yield the formulas and tables that came, went, or test something else, by their ids."""
    before, after = pairs.old.dts, pairs.new.dts
    old, new = _by_id(before.formulas if before else ()), _by_id(after.formulas if after else ())
    for name in dict.fromkeys((*old, *new)):
        if name not in new:
            yield Change(
                "formula", "removed", "harmless", name, "fewer_formulas", (), _told(old[name], "from")
            )
        elif name not in old:
            yield Change("formula", "added", "look", name, "more_formulas", (name,), _told(new[name], "to"))
        elif old[name].test != new[name].test:
            told = (("from", old[name].test), ("to", new[name].test))
            yield Change("formula", "test", "look", name, "other_test", (name,), told)
    tables, others = (_tables(dts) for dts in (before, after))
    for name in dict.fromkeys((*tables, *others)):
        if name not in others:
            yield Change("table", "removed", "harmless", name, "table")
        elif name not in tables:
            yield Change("table", "added", "harmless", name, "table", (name,))


def _by_id(formulas: Iterable[Formula]) -> dict[str, Formula]:
    """Return the formulas by id, the second of one id with its number behind."""
    seen: Counter[str] = Counter()
    found: dict[str, Formula] = {}
    for formula in formulas:
        seen[formula.id] += 1
        found[formula.id if seen[formula.id] == 1 else f"{formula.id}.{seen[formula.id]}"] = formula
    return found


def _tables(dts: Dts | None) -> dict[str, Table]:
    return {table.id: table for table in dts.tables} if dts else {}


def _told(formula: Formula, key: str) -> tuple[tuple[str, str], ...]:
    return ((key, formula.test),) if formula.test else ()
