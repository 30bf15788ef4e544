"""Terms whose pieces do not stand together: in lists that share a head, parted by a member, or in another order."""

from __future__ import annotations

from bisect import bisect_right

from tagger.words.forms import WORD_START
from tagger.words.vocabulary import Vocabulary
from tagger.words.word import Token, Word


def concepts_of_head(vocabulary: Vocabulary, head: str, said: str) -> tuple[str, ...]:
    """Return the concept that a head alone names, by what is said before it; none where several are."""
    named = {c for rest, concepts in vocabulary.heads.get(head, ()) if rest in said for c in concepts}
    return tuple(named) if len(named) == 1 else ()


_PARTED = 24


def join_parted(
    tokens: list[Token], vocabulary: Vocabulary, text: str, start: int, taken: list[tuple[int, int]]
) -> None:
    """Read a concept's term that a member's parts: monthly active (mobile banking) customers."""
    ends = sorted(end for _, end in taken)
    for number, token in enumerate(tokens):
        named = [m for m in token.meanings if m.kind == "member"]
        members = named or [m for part in token.nested for m in part.meanings if m.kind == "member"]
        if not members or not token.is_term:
            continue
        at = bisect_right(ends, token.start)
        floor = max(start, token.start - _PARTED, ends[at - 1] if at else start)
        floor = max(floor, max((t.end for t in tokens[:number] if t.is_term), default=floor))
        before = token.start - (text[token.start - 1 : token.start] == " ")
        part = (
            _half(vocabulary, text, floor, before, text[token.start : token.end]) if before > floor else None
        )
        if part is None or part.end != before or not part.meanings.concepts:
            continue
        concepts = [m for m in part.meanings if m.kind == "concept"]
        if token.meanings.concepts and {m.target for m in concepts} & set(token.meanings.concepts):
            continue
        joined = Token(part.start, token.end, Word((*concepts, *members)), is_term=True)
        tokens[:] = [t for t in tokens if t.end <= part.start or t.start >= token.end]
        tokens.insert(bisect_right([t.end for t in tokens], joined.end), joined)
        return


_PIECE = 6
"""How many characters a piece of a term may have that stands behind the rest of it."""


def put_together(
    tokens: list[Token], vocabulary: Vocabulary, text: str, end: int, taken: list[tuple[int, int]]
) -> None:
    """Read a term whose beginning stands behind it: 股息每股, of 每股股息."""
    stops = sorted(start for start, _ in taken)
    for number, token in enumerate(tokens):
        if not token.is_term or text[token.start].isascii():
            continue
        following = tokens[number + 1 :]
        limit = min([end, *(t.start for t in following[:1] if t.is_term)])
        at = bisect_right(stops, token.end - 1)
        limit = min(limit, stops[at] if at < len(stops) else limit, token.end + _PIECE)
        for cut in range(limit, token.end + 1, -1):
            word = vocabulary.terms.get(text[token.end : cut] + text[token.start : token.end])
            if word is not None and word.concepts:
                tokens[number] = Token(token.start, cut, word, is_term=True)
                tokens[number + 1 :] = [t for t in following if t.start >= cut]
                break


_HALF_REACH, _HALF_PARTS = 40, 6
"""How long a part of a list may be that shares its head with the last, and how many parts are looked for."""


def add_half_said(
    tokens: list[Token], vocabulary: Vocabulary, text: str, start: int, taken: list[tuple[int, int]]
) -> None:
    """Add the terms that share their head with the last of a list: demand (deposits) and time deposits, 活期及定期存款."""
    added: list[Token] = []
    ends = sorted(end for _, end in taken)
    for number, token in enumerate(tokens):
        if not token.is_term:
            continue
        whole = text[token.start : token.end]
        at, previous_end = token.start, max((t.end for t in tokens[:number] if t.is_term), default=start)
        floor = max(
            previous_end,
            ends[bisect_right(ends, token.start) - 1] if ends and ends[0] <= token.start else start,
        )
        for _ in range(_HALF_PARTS):
            mark = vocabulary.conjunctions.search(text, max(floor, at - 6), at)
            if mark is None or mark.start() <= floor:
                break
            part = _half(vocabulary, text, max(floor, mark.start() - _HALF_REACH), mark.start(), whole)
            if part is None:
                break
            added.append(part)
            at = part.start
    for part in added:
        tokens[:] = [t for t in tokens if t.end <= part.start or t.start >= part.end]
        tokens.insert(bisect_right([t.end for t in tokens], part.end), part)


def _half(vocabulary: Vocabulary, text: str, floor: int, end: int, whole: str) -> Token | None:
    """Return the term that the words right before `end` make with an ending of `whole`, the longest first."""
    latin = whole[0].isascii()
    starts = [m.start() for m in WORD_START.finditer(text, floor, end)] if latin else list(range(floor, end))
    cuts = [m.start() for m in WORD_START.finditer(whole)][1:] if latin else range(1, len(whole))
    for begin in starts:
        said = text[begin:end].rstrip()
        if any(mark in said for mark in _NO_PART):
            continue
        for cut in cuts:
            word = vocabulary.terms.get(f"{said} {whole[cut:]}" if latin else said + whole[cut:])
            if word is not None and word.is_term:
                return Token(begin, begin + len(said), word, is_term=True)
    return None


_NO_PART = "，,。；;、（(）)"
