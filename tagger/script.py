"""Which languages a document is written in, by its script and its most telling characters."""

from __future__ import annotations

from tagger.language import available
from tagger.prose import Prose
from taxonomy.errors import TagwrightError

_HAN_FIRST, _HAN_LAST = "\u4e00", "\u9fff"
_SAMPLE = 20_000


class LanguageError(TagwrightError):
    """A language that tagwright has no words for."""


def languages_of(prose: Prose, given: str | None = None) -> tuple[str, ...]:
    """Return the tags of the languages to read a document with, the main one first.

    Raises: LanguageError where the one given is not available, or the text is in none that is.
    """
    known = available()
    if given is not None and given not in known:
        raise LanguageError(f"language {given!r} is not known; use one of {', '.join(known)}")
    sample = prose.printed[:_SAMPLE]
    han = sum(_HAN_FIRST <= character <= _HAN_LAST for character in sample)
    latin = sum(character.isascii() and character.isalpha() for character in sample)
    found = [given] if given else []
    if han * 4 >= latin:
        found.append(_chinese(prose, sample, known))
    if latin and "en" in known and (latin > han // 20 or not han):
        found.append("en")
    return tuple(dict.fromkeys(tag for tag in found if tag in known)) or known[:1]


def _chinese(prose: Prose, sample: str, known: tuple[str, ...]) -> str:
    """Return zh-Hant where more characters fold to another than not, zh-Hans otherwise."""
    folded = prose.text[:_SAMPLE]
    traditional = sum(a != b for a, b in zip(sample, folded, strict=True) if _HAN_FIRST <= a <= _HAN_LAST)
    han = sum(_HAN_FIRST <= a <= _HAN_LAST for a in sample)
    wanted = "zh-Hant" if traditional * 10 > han else "zh-Hans"
    return wanted if wanted in known else "zh-Hant"
