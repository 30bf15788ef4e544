"""Whose dollar a bare sign is: the entity's own, where its currency is a dollar or a peso, else that of the United States."""

from __future__ import annotations

from collections.abc import Iterable

from tagger.figures.figure import Figure

_WRITTEN_SO = frozenset(
    "ARS AUD BBD BMD BND BSD BZD CAD CLP COP CUP DOP FJD GYD HKD JMD KYD LRD MXN NAD NZD SBD SGD SRD TTD TWD USD UYU XCD".split()  # noqa: SIM905
)
"""The currencies of ISO 4217 that are written with a dollar sign."""


def settle_dollars(figures: Iterable[Figure], text: str, currency: str) -> None:
    """Give amounts behind a bare dollar sign the dollar of the United States, where the entity's currency is none.

    text: folded, in which the figures stand. currency: the entity's, a code of ISO 4217.
    """
    if currency in _WRITTEN_SO:
        return
    for figure in figures:
        if figure.kind == "money" and not figure.currency and text[figure.start - 1 : figure.start] == "$":
            figure.currency = "USD"
