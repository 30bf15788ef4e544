"""Values of the time before in bare brackets behind those of now: SEK 214m (197), 12.1 per cent (13.9), SEK 4 023m (5 803)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise

from tagger.figures.figure import Figure
from tagger.words.language import Language

_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)?"
_CLOSED = re.compile(r"[)）]|(?: (?P<word>[a-z]+)(?: [a-z-]+){0,3}[)）])")
_ALIKE = Decimal(4)
"""How many times the one value may be the other."""
_SMALLEST = 10
"""A smaller number without decimals may be the mark of a footnote."""


def take_units_of_before(figures: list[Figure], text: str, language: Language) -> None:
    """Give a bare number in brackets the unit of the figure before them, where it is printed as exactly and is about as large."""
    between = _between(tuple(language.extra["months"]))
    before = None
    for earlier, figure in pairwise(figures):
        before = (
            earlier if earlier.kind or before is None else before
        )  # 268.4bn as at 31 December 2024 (258.9)
        scaled = figure.scale and figure.scale == before.scale  # SEK 536 million (527 million)
        if (figure.kind and not figure.bracketed) or (figure.scale and not scaled) or figure.words:
            continue  # what is bracketed may only seem to be an amount of cents: 12.1 per cent (13.9)
        if before.kind not in ("money", "percent"):
            continue
        if before.reason or before.words or not _alike(before, figure):
            continue
        closed = _CLOSED.match(text, figure.end if scaled else figure.digits_end)
        if closed is None or (closed["word"] and closed["word"] not in language.links_at):
            continue
        if between.fullmatch(text, before.end, figure.start):
            figure.kind, figure.scale, figure.currency = before.kind, before.scale, before.currency
            figure.negative = figure.bracketed = False


@cache
def _between(months: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what stands between a value and the bracket: when it was, in words and a date."""
    month = "|".join(map(re.escape, months)) or "(?!)"
    date = rf"(?:[0-9]{{1,2}} )?(?:{month})(?: [0-9]{{1,2}},)?(?: (?:19|20)[0-9][0-9])?|(?:19|20)[0-9][0-9]"
    return re.compile(rf"(?: {_WORD}){{0,8}}(?: (?:{date}))?(?: {_WORD}){{0,2}} [(（]")


def _alike(before: Figure, figure: Figure) -> bool:
    one, other = before.number, figure.number
    large = bool(figure.places) or other >= _SMALLEST
    return large and before.places == figure.places and one > 0 and one / _ALIKE <= other <= one * _ALIKE
