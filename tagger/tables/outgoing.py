"""Flows that are called by what goes out: write-offs, repayments, 核銷. Brackets about one say so, not that it is negative."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tagger.words.alternation import alternation
from tagger.words.folding import fold
from tagger.words.language import every_language
from taxonomy.model import Label

_KEPT = ("standard", "terse", "verbose")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of what goes out, and of words for what may be of either sign, in all languages there are."""
    tables = [language.tables for language in every_language()]
    out = {word for table in tables for word in table.get("outgoing", ())}
    either = {word for table in tables for key in ("gains", "losses", "nets") for word in table.get(key, ())}
    either -= out  # gross outflows go out, though outflows beside inflows may be of either sign
    return (
        re.compile(rf"(?<![a-z])(?:{alternation(out)})(?![a-z])"),
        re.compile(rf"(?<![a-z])(?:{alternation(either)})(?![a-z])"),
    )


@lru_cache(maxsize=4096)
def is_outgoing(labels: tuple[Label, ...]) -> bool:
    """Return whether the labels of a flow name what goes out, and none a gain, a loss or a net amount."""
    out, either = _patterns()
    said = [fold(label.text) for label in labels if label.role in _KEPT]
    return any(map(out.search, said)) and not any(map(either.search, said))
