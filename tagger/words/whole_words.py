"""Patterns of what a language lists under one key, where it stands as words of its own."""

from __future__ import annotations

import re
from functools import cache

from tagger.words.alternation import alternation
from tagger.words.language import load_language


@cache
def whole_words(tags: tuple[str, ...], key: str) -> re.Pattern[str]:
    """Return the pattern of any of the words under a key, in Latin prose and in no compound; tags: of the languages."""
    words = alternation(load_language(*tags).extra[key]) or "(?!)"
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")
