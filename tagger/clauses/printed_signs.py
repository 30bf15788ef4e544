"""A printed sign before a rate, or a base of comparison beside it, that makes it a change: +12% YoY, 51.4% (-1.2pp)."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.figures.figure import POINTS


def read_printed_sign(claim: Claim, text: str) -> None:
    """Read a percentage with a printed sign, or beside a base of comparison, as a growth: +12% YoY, 同比-3%."""
    figure = claim.figure
    if claim.kind != "level" or claim.verb is not None or claim.sign_said:
        return
    if figure.kind in POINTS:
        _read_sign_of_points(claim, text)
    if figure.kind != "percent":
        return
    signed = figure.negative or text[figure.start - 1 : figure.start] == "+"
    base = claim.base
    if base is not None and base.base == "compound_annual" and claim.is_latin and not claim.left_terms:
        claim.kind, claim.sign = "growth", -1 if figure.negative else 1  # a compound annual rate of 11.3%
        return
    compared = base is not None and base.span is None and base.start >= claim.clause_start
    compared = compared and base is not None and base.base not in ("compound_annual", "constant_currency")
    if signed or compared:
        claim.kind, claim.sign = "growth", -1 if figure.negative else 1


def _read_sign_of_points(claim: Claim, text: str) -> None:
    """Read points with a printed sign behind their rate as a change: 51.4% (-1.2pp), 14.2% (+30 bps)."""
    figure = claim.figure
    if claim.left_terms:
        return
    if figure.negative or text[figure.start - 1 : figure.start] == "+":
        claim.kind, claim.sign = "change", -1 if figure.negative else 1
