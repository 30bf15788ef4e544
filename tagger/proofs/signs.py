"""The sign of what improved: up or down, as the levels of the same thing say that stand about it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal

from tagger.links.decided import Decided, Reading
from tagger.links.prices import PRICE
from tagger.links.taxonomy_index import TaxonomyIndex

Key = tuple[str, tuple[tuple[str, str], ...]]
_MOST = 12
"""How many levels of one thing are looked at."""


def settle_signs(items: list[Decided], index: TaxonomyIndex) -> None:
    """Give a change whose words leave its sign open (improved by 46 basis points) that of the levels it lies between.

    The level at its end and an earlier one must differ by just so much. So too a change in a table that prints expenses in
    brackets, where those about their changes may say one thing or the other.
    """
    unsure = [item for item in items if item.claim is not None and item.claim.unsure_sign and _changes(item)]
    if not unsure:
        return
    levels: dict[Key, list[Decided]] = defaultdict(list)
    for item in items:
        if item.readings and not item.reason and item.readings[0].kind == "level":
            levels[key_of(item.readings[0], index)].append(item)
    for item in unsure:
        best = item.readings[0]
        at = item.figure.start
        known = levels[key_of(best, index)]
        if len(known) > _MOST:
            known = sorted(known, key=lambda other: abs(other.figure.start - at))[:_MOST]
        now = [other for other in known if other.readings[0].timing.end == best.timing.end]
        before = [other for other in known if other.readings[0].timing.end < best.timing.end]
        signs = {sign for one in now for other in before for sign in _sign_between(item, one, other)}
        if len(signs) == 1:
            item.value = abs(item.value) * signs.pop()
            if best.price >= PRICE["sign_unsure"]:
                item.readings[0] = replace(best, price=best.price - PRICE["sign_unsure"])


def _changes(item: Decided) -> bool:
    return bool(item.readings) and not item.reason and item.readings[0].kind in ("change", "growth")


def key_of(reading: Reading, index: TaxonomyIndex) -> Key:
    """Return what a reading is of: the concept and the members, that of the comparison left out."""
    comparison = index.role_axes.get("comparison")
    return reading.base_concept, tuple(pair for pair in reading.dimensions if pair[0] != comparison)


def _sign_between(item: Decided, now: Decided, before: Decided) -> tuple[int, ...]:
    """Return the sign of the difference of two levels where it is as large as the change or growth, else nothing."""
    difference = now.value - before.value
    change, slack = abs(item.value), _half(now) + _half(before)
    if item.readings[0].kind == "growth":
        change *= abs(before.value)
        slack *= 1 + abs(item.value)
        slack += _half(item) * abs(before.value)
    else:
        slack += _half(item)
    if not difference or abs(abs(difference) - change) > slack:
        return ()
    return (1,) if difference > 0 else (-1,)


def _half(item: Decided) -> Decimal:
    return Decimal(0) if item.decimals is None else Decimal(1).scaleb(-item.decimals) / 2
