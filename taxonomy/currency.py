"""Which codes of ISO 4217 are currencies that accounts are kept in.

A list of our own (`currencies.txt`): the libraries there are list today's codes alone, and a report of 2022 is
in a currency that may be gone; Arelle, which brings the Units Registry, need not be installed. A test holds the
list against that registry.

Spec: ISO 4217; Units Registry 1.0.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _entries() -> tuple[str, ...]:
    lines = (files("taxonomy") / "currencies.txt").read_text("utf-8").splitlines()
    return tuple(entry for line in lines if not line.startswith("#") for entry in line.split())


@cache
def currencies() -> frozenset[str]:
    """Return the codes."""
    return frozenset(entry for entry in _entries() if "=" not in entry)


def currency_hint(code: str) -> str:
    """Return which code was meant, as the end of a message; nothing where that is not plain.

    Plain is what is often written for a currency, and letters in another order; any other near code would be a
    guess at somebody's money.
    """
    written = dict(entry.split("=") for entry in _entries() if "=" in entry)
    same_letters = [known for known in sorted(currencies()) if sorted(known) == sorted(code)]
    meant = [written[code]] if code in written else same_letters
    return f" (did you mean {' or '.join(meant)}?)" if meant else ""
