"""Currencies: the list against the Units Registry that Arelle brings, and codes that are none."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

from taxonomy.currency import currencies, currency_hint

NO_MONEY = frozenset(["XAU", "XAG", "XPT", "XPD", "XBA", "XBB", "XBC", "XBD", "XFU", "XTS", "XXX"])
"""Metals, bond market units, the gold franc, and the codes for tests and for no currency."""


def registered() -> frozenset[str]:
    """Return the currencies of the Units Registry in Arelle's wheel."""
    spec = find_spec("arelle")
    assert spec is not None
    assert spec.origin is not None
    registry = Path(spec.origin).parent / "resources/cache/http/www.xbrl.org/utr/utr.xml"
    units = etree.parse(registry).iterfind(".//{*}unit")
    return frozenset(
        str(unit.findtext("{*}unitId"))
        for unit in units
        if unit.findtext("{*}nsUnit") == "http://www.xbrl.org/2003/iso4217"
    )


def test_every_currency_of_the_units_registry_is_one_here() -> None:
    """What Arelle takes as the unit of money, an entity may report in."""
    assert len(registered()) > 150
    assert registered() - NO_MONEY <= currencies()
    assert not NO_MONEY & currencies()


@pytest.mark.parametrize(("code", "says"), [("CYN", "CNY"), ("HDK", "HKD"), ("QQQ", "")])
def test_a_code_that_is_none_brings_near_ones_to_mind(code: str, says: str) -> None:
    """Nothing where none is near."""
    assert code not in currencies()
    assert says in currency_hint(code)
    assert bool(currency_hint(code)) == bool(says)
