"""Other ways to write a label, for headings that write it so: allowance for ECL, gross/net amount, Tier 1 (T1) capital.

Each is only looked up as a whole label, so that what is no label of the taxonomy names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tagger.links.named_parts import in_order
from tagger.tables.movements import asides_said
from tagger.tables.words import inclusive
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language

_LONGEST = 160
_MOST = 24
_SHORT = 3
_ABBREVIATION = re.compile(r"\s*[(（\[]\s?['‘“\"「『]?([^\W_][\w .&-]{0,9})['’”\"」』]?\s?[)）\]]")
_WORD = re.compile(r"[a-z0-9]+")
_SLASH = re.compile(r"\s*[/／]\s*")
_HAN_FIRST = "\u2e80"


def wordings(said: str, language: Language) -> Iterator[str]:
    """Yield other ways to write a heading, which is folded; few, whatever it holds."""
    if len(said) > _LONGEST:
        return
    bare = _inclusive(language.tags).sub("", _without_abbreviations(said))
    known = {said}
    found = 0
    wholes = (bare, _singular(bare, language), _one_way(bare, language), *asides_said(bare, language))
    for whole in dict.fromkeys(wholes):
        for one in _with_conjunctions(whole, language):
            for other in (one, _words(language.tags, "dropped").sub("", one), *_inverted(one, language)):
                if other not in known and found < _MOST:
                    known.add(other)
                    found += 1
                    yield other


def _abbreviations(said: str) -> list[tuple[int, int]]:
    """Return where a folded text abbreviates, in brackets, the words before it: fair value (FV)."""
    return [
        found.span()
        for found in _ABBREVIATION.finditer(said)
        if _abbreviates(found[1], said[: found.start()])
    ]


def _without_abbreviations(said: str) -> str:
    for start, end in reversed(_abbreviations(said)):
        said = said[:start] + said[end:]
    return said.strip()


def _abbreviates(short: str, words: str) -> bool:
    """Return whether a text shortens words before it: their initials in order (but for an s of the plural), or some letters.

    The letters of a short one (FX) may stand anywhere in the words behind an initial.
    """
    letters = "".join(_WORD.findall(short))
    before = _WORD.findall(words)
    initials = "".join(word[0] for word in before)
    for wanted in (letters, letters.removesuffix("s")):
        if len(wanted) > 1 and in_order(wanted, initials):
            return True
    starts = [at for at, word in enumerate(before) if letters and word[0] == letters[0]]
    return 1 < len(letters) <= _SHORT and any(in_order(letters, "".join(before[at:])) for at in starts)


def _singular(said: str, language: Language) -> str:
    """Return a heading with its last word in the singular: at amortised costs."""
    for one, many in language.plurals:
        if many and said.endswith(many) and len(said) > len(many) + 1 and said[-1] < _HAN_FIRST:
            return said[: -len(many)] + one
    return said


def _one_way(said: str, language: Language) -> str:
    """Return a heading without the other way of the change that it ends in: increase, of increase/(decrease)."""
    found = _OTHER_WAY.search(said)
    if found is None or not any(language.verbs.get(word) in _WAYS for word in found.groups() if word):
        return said
    return said[: found.start()].rstrip()


_OTHER_WAY = re.compile(r"\s?(?:[/／]\s?[(（]?|[(（])\s?([^\W\d_]{1,12})\s?[)）]?\Z")
_WAYS = frozenset(("increase", "decrease"))


def _with_conjunctions(said: str, language: Language) -> Iterator[str]:
    """Yield a heading, and with each conjunction that its slashes may stand for: gross carrying/nominal amount."""
    yield said
    *listed, last = _SLASH.split(said)
    if listed:
        before = " ".join(listed)  # the marks between the others count for nothing
        for word in language.conjunctions:
            yield f"{before}{word}{last}" if word[0] >= _HAN_FIRST else f"{before} {word} {last}"
    yield from _enumerated(said, language)


def _enumerated(said: str, language: Language) -> Iterator[str]:
    """Yield a Han heading with another word or mark for "and" between what it lists last: 運輸及郵電業, of 運輸、郵電業."""
    han = [word for word in (*language.conjunctions, "、") if word[0] >= _HAN_FIRST]
    at, length = max(((said.rfind(word, 1, -1), len(word)) for word in han), default=(-1, 0))
    if at > 0:
        yield from (said[:at] + other + said[at + length :] for other in han)


def _inverted(said: str, language: Language) -> Iterator[str]:
    """Yield what a heading says of something with that before it: ECL allowance, of allowance for ECL."""
    found = _words(language.tags, "inverted").search(said)
    if found:
        yield f"{said[found.end() :].strip()} {said[: found.start()]}"


@cache
def _inclusive(tags: tuple[str, ...]) -> re.Pattern[str]:
    return inclusive(load_language(*tags).tables.get("inclusive", ()))


@cache
def _words(tags: tuple[str, ...], name: str) -> re.Pattern[str]:
    """Return the pattern of a language's words for headings that are `name`, with the blanks before them."""
    words = load_language(*tags).tables.get(name, ())
    before = "(?:\\s+|(?<=[\u2e80-\uffef]))"
    return re.compile(rf"{before}(?:{alternation(words)})(?![a-z])" if words else "(?!)")
