"""Currencies: the list against the Units Registry that Arelle brings, and codes that are none."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

from taxonomy import currency
from taxonomy.currency import currencies, currency_hint
from tests.tagging_example import ledger_of, profile_of

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


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("CYN", " (did you mean CNY?)"),
        ("RMB", " (did you mean CNY?)"),
        ("DUS", " (did you mean USD?)"),
        ("ZZZ", ""),
    ],
)
def test_a_code_that_is_none_brings_to_mind_the_one_that_was_meant(code: str, says: str) -> None:
    """Nothing where that is not plain: a currency is not guessed."""
    assert code not in currencies()
    assert currency_hint(code) == says


def test_whatever_is_written_for_a_currency_leads_to_one() -> None:
    """No hint names a code that is none itself."""
    text = (Path(currency.__file__).parent / "currencies.txt").read_text(encoding="utf-8")
    pairs = [entry.split("=") for entry in text.split() if "=" in entry]

    assert len(pairs) > 5
    assert all(meant in currencies() and written not in currencies() for written, meant in pairs)


@pytest.mark.parametrize(
    ("own", "said", "unit"),
    [
        ("CNY", "$4.5 billion", "USD"),
        ("GBP", "$4.5 billion", "USD"),
        ("HKD", "$4.5 billion", "HKD"),
        ("USD", "$4.5 billion", "USD"),
        ("CNY", "HK$4.5 billion", "HKD"),
        ("CNY", "4.5 billion", "CNY"),
    ],
)
def test_a_bare_dollar_sign_is_the_entitys_own_dollar_or_that_of_the_united_states(
    own: str, said: str, unit: str
) -> None:
    """A bank that reports in renminbi does not write them with a dollar sign."""
    rows = ledger_of(
        f"Customer deposits were {said} at the end of 2024.", profile=profile_of(currency=own)
    ).rows

    assert [row.unit for row in rows if row.status == "fact"] == [unit]
