"""Which languages a document is written in, by its script and its most telling characters."""

from __future__ import annotations

import re
from operator import ne

from tagger.words.language import available
from tagger.words.prose import Prose
from taxonomy.errors import TagwrightError

_HAN_FIRST, _HAN_LAST = "\u4e00", "\u9fff"
_SAMPLE = 1_500
_HAN = re.compile(f"[{_HAN_FIRST}-{_HAN_LAST}][{_HAN_FIRST}-{_HAN_LAST}]*")
_LATIN = re.compile("[A-Za-z][A-Za-z]*")


class LanguageError(TagwrightError):
    """A language that tagwright has no words for."""


def languages_of(prose: Prose, given: str | None = None) -> tuple[str, ...]:
    """Return the tags of the languages to read a document with, the main one first.

    Raises: LanguageError where the one given is not available, or the text is in none that is.
    """
    known = available()
    if given is not None and given not in known:
        raise LanguageError(f"language {given!r} is not known; use one of {', '.join(known)}")
    step = max(1, len(prose.printed) // _SAMPLE)  # every so many characters, from beginning to end
    sample = prose.printed[::step]
    han, latin = "".join(_HAN.findall(sample)), sum(map(len, _LATIN.findall(sample)))
    found = [given] if given else []
    if len(han) * 4 >= latin:
        found.append(_chinese(han, prose.text[::step], known))
    if latin and "en" in known and (latin > len(han) // 20 or not han):
        found.append("en")
    return tuple(dict.fromkeys(tag for tag in found if tag in known)) or known[:1]


def _chinese(han: str, folded: str, known: tuple[str, ...]) -> str:
    """Return zh-Hant where one Han character in ten folds to another, zh-Hans otherwise."""
    traditional = sum(map(ne, han, "".join(_HAN.findall(folded))))
    wanted = "zh-Hant" if traditional * 10 > len(han) else "zh-Hans"
    return wanted if wanted in known else "zh-Hant"
