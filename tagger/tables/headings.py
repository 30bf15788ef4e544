"""What one heading or caption of a table says: terms, time, unit, kind of figure, and what it leaves unexplained."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from tagger.tables.units import UnitsSaid, units_said
from tagger.tables.words import TableWords
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.vocabulary import Token, Vocabulary, cover

_LATIN_MARK = 1
_SKIPPED = frozenset(("level", "function"))


@dataclass(frozen=True, slots=True)
class Heading:
    """start, end: in the prose. tokens: its words, those of units and times left out. phrases: of time.

    holes: stretches of letters that no word explains. kind: "change", "share" or "" for what its words make of a
    figure; sign: -1 where they say a decrease only.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    phrases: tuple[TimePhrase, ...]
    units: UnitsSaid
    holes: tuple[tuple[int, int], ...]
    kind: str = ""
    sign: int = 1

    @property
    def has_term(self) -> bool:
        """Return whether a term of the taxonomy stands in it."""
        return any(m.kind in ("concept", "member") for token in self.tokens for m in token.meanings)

    def has(self, kind: str) -> bool:
        """Return whether a word of that kind stands in it: of_which, total."""
        return any(m.kind == kind for token in self.tokens for m in token.meanings)


@dataclass(frozen=True)
class HeadingReader:
    """Reads headings: the prose's text and all phrases of time in it, in order, with where they start."""

    text: str
    phrases: list[TimePhrase]
    phrase_starts: list[int]
    vocabulary: Vocabulary
    language: Language
    words: TableWords

    def read(self, start: int, end: int) -> Heading:
        """Return what the heading text[start:end] says."""
        low, high = bisect_left(self.phrase_starts, start), bisect_left(self.phrase_starts, end)
        phrases = [phrase for phrase in self.phrases[low:high] if phrase.end <= end]
        after = phrases[-1].end if phrases else None
        units = units_said(self.text, start, end, self.words, self.language, after)
        taken = [*((p.start, p.end) for p in phrases), *units.spans]
        tokens = cover(self.vocabulary, self.text, start, end, taken)
        said = self.text[start:end]
        share = self.words.share.search(said)
        change = None if share else self.words.change.search(said)
        kind, sign, cues = _kind(tokens)
        if share and not _inside_term(tokens, start + share.start(), start + share.end()):
            kind, sign = "share", 1
            cues = [*cues, (start + share.start(), start + share.end())]
        elif change and not _inside_term(tokens, start + change.start(), start + change.end()):
            kind, sign = "change", 1
            cues = [*cues, (start + change.start(), start + change.end())]
        taken.extend((start + m.start(), start + m.end()) for m in self.words.neutral_pattern.finditer(said))
        taken.extend(cues)
        taken.extend((token.start, token.end) for token in tokens)
        holes = tuple(_holes(self.text, start, end, taken))
        terms = tuple(token for token in tokens if token.is_term or not _is_verb(token))
        return Heading(start, end, terms, tuple(phrases), units, holes, kind, sign)

    def is_reference(self, heading: Heading) -> bool:
        """Return whether the heading is that of a column of references: 附註, Note."""
        return self.text[heading.start : heading.end].strip(" .:：") in self.words.references


def _is_verb(token: Token) -> bool:
    return any(m.kind == "verb" for m in token.meanings)


def _kind(tokens: list[Token]) -> tuple[str, int, list[tuple[int, int]]]:
    """Return what the verbs in a heading make of a figure: the sign is the printed one where both ways are named."""
    said: set[str] = set()
    cues: list[tuple[int, int]] = []
    for token in tokens:
        if not token.is_term:
            targets = {m.target for m in token.meanings if m.kind == "verb"}
            targets &= {"increase", "decrease", "change", "share"}
            if targets:
                said |= targets
                cues.append((token.start, token.end))
    if "share" in said:
        return "share", 1, cues
    if not said:
        return "", 1, cues
    return "change", -1 if said == {"decrease"} else 1, cues


def _inside_term(tokens: list[Token], start: int, end: int) -> bool:
    return any(token.is_term and token.start < end and start < token.end for token in tokens)


def _holes(text: str, start: int, end: int, covered: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches of letters that nothing covers; a number or a single Latin letter is a mark."""
    holes: list[tuple[int, int]] = []
    at = start
    for first, last in [*sorted(covered), (end, end)]:
        stop = min(max(first, start), end)
        begin = -1
        for index in range(at, stop + 1):
            is_letter = index < stop and text[index].isalnum()
            if is_letter and begin < 0:
                begin = index
            elif not is_letter and begin >= 0:
                if not _is_mark(text[begin:index]):
                    holes.append((begin, index))
                begin = -1
        at = max(at, min(last, end))
    return holes


def _is_mark(said: str) -> bool:
    return said.isdigit() or (len(said) == _LATIN_MARK and said.isascii()) or said in ("ii", "iii", "iv")
