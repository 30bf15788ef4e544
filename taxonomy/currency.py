"""Which codes of ISO 4217 are currencies that accounts are kept in.

A list of our own (`currencies.txt`): the libraries there are list today's codes alone, and a report of 2022 is
in a currency that may be gone; Arelle, which brings the Units Registry, need not be installed. A test holds the
list against that registry.

Spec: ISO 4217; Units Registry 1.0.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from importlib.resources import files


@cache
def currencies() -> frozenset[str]:
    """Return the codes."""
    lines = (files("taxonomy") / "currencies.txt").read_text("utf-8").splitlines()
    return frozenset(code for line in lines if not line.startswith("#") for code in line.split())


def currency_hint(code: str) -> str:
    """Return which codes may have been meant, as the end of a message; nothing where none is near."""
    near = get_close_matches(code, sorted(currencies()), n=3, cutoff=0.6)
    return f" (did you mean {', '.join(near)}?)" if near else ""
