"""Units that name a currency alone, or none: in the scale and the currency of the headings around them."""

from __future__ import annotations

from dataclasses import replace

from tagger.figures.figure import RATES
from tagger.tables.cell_words import Said
from tagger.tables.units import TableUnit


def scaled_in_currency(units: tuple[TableUnit, ...], said: Said) -> tuple[TableUnit, ...]:
    """Return the unit of a row that is called by a currency alone, in the scale of the table's amounts: 美元, in NT$000.

    Where a currency's name is that of a member (新臺幣, of deposits by currency), the table says what its amounts are in.
    """
    of_member = all(h.names_member for h in said.rows)
    if any((h.tokens and not of_member) or h.holes or h.phrases for h in said.rows):
        return units
    if any(unit.scale for unit in units):
        return units
    over = [h.units.units for h in (*said.columns, *said.above, *said.captions) if h.units.units]
    amounts = [unit for said_once in over for unit in said_once if unit.kind == "money"]
    if of_member and over and (over[0][0].kind in RATES or (amounts and amounts[0].currency)):
        return over[0]
    scale = next((unit.scale for unit in amounts), 0)
    return tuple(replace(unit, scale=scale) if unit.kind == "money" else unit for unit in units)


def of_column_in_currency(units: tuple[TableUnit, ...], said: Said) -> tuple[TableUnit, ...]:
    """Return the unit of a column that is called by a currency alone: of the table where it names a member, in its scale else.

    HKD, USD and RMB, of deposits by currency in HK$ million; RMB beside US$, in millions.
    """
    heading = next(heading for heading in said.columns if heading.units.units)
    over = [
        u for h in (*said.above, *said.captions) for u in h.units.units if u.kind in ("money", "") and u.scale
    ]
    if not over or heading.holes or heading.phrases or units != heading.units.units:
        return units
    if any(unit.kind != "money" or unit.scale for unit in units):
        return units
    of_itself = bool(heading.kind) or not heading.tokens
    if not all(unit.currency for unit in units):  # Change ($), in $ million
        return (over[0],) if of_itself and over[0].kind == "money" else units
    if over[0].currency:
        return (over[0],) if heading.names_member else units
    if heading.tokens and not heading.names_member:
        return units
    return tuple(replace(unit, scale=over[0].scale) for unit in units)


def either_unit(said: Said, types: set[str]) -> tuple[TableUnit, ...] | None:
    """Return the units of a cell under a heading that gives money and a rate (Change, $/bps), by the types of what it is of.

    A rate's are the rate; those of amounts are the table's. None where the heading gives no such two, or nothing tells.
    """
    for heading in said.columns:
        kinds = {unit.kind for unit in heading.units.units}
        rates = tuple(unit for unit in heading.units.units if unit.kind in RATES)
        if "money" not in kinds or not rates or len(kinds) != 2:  # noqa: PLR2004
            continue
        if types == {"percent"}:
            return rates
        if not types or "percent" in types:
            return None
        around = (h.units.units for h in (*said.rows, *said.above, *said.captions) if h.units.units)
        amounts = tuple(unit for unit in heading.units.units if unit.kind == "money")
        return next(around, amounts)
    return None


def in_currency(
    units: tuple[TableUnit, ...], said: Said, before: tuple[TableUnit, ...]
) -> tuple[TableUnit, ...]:
    """Return the units with the currency that the nearest heading names where they name none: 元, in a table in NT$000."""
    nearest = [*said.rows, *said.columns, *said.above, *said.captions]
    named = (unit for units in (*(h.units.units for h in nearest), before) for unit in units)
    currency = next((unit.currency for unit in named if unit.kind == "money" and unit.currency), "")
    return tuple(
        replace(unit, currency=currency) if unit.kind == "money" and not unit.currency else unit
        for unit in units
    )
