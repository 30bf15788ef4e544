"""The words of a line: all that the automaton finds compete for its characters, and the longest win."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from tagger.words.together import read_together
from tagger.words.vocabulary import Vocabulary
from tagger.words.word import Meaning, Token, Word

_GAP_ENDS = "，,；;。！？"

_SHORTEST_GLUED, _HAN_FIRST = 3, "\u2e80"

_MAX_GAP = 40
"""How many characters the gap of a term may hold."""


def cover(
    vocabulary: Vocabulary, text: str, start: int, end: int, taken: list[tuple[int, int]]
) -> list[Token]:
    """Return the words of a line, longest first winning its characters, in order of place.

    taken: stretches that are spoken for already (figures, phrases of time), in order; no word is looked for in them.
    """
    line = text[start:end]
    found: list[_Found] = []
    words, gap_heads = vocabulary.meanings, vocabulary.gap_heads
    for index, first, last in vocabulary.automaton.find_matches_as_indexes(line, overlapping=True):
        if (line[first] < _HAN_FIRST or line[last - 1] < _HAN_FIRST) and not _whole_words(line, first, last):
            continue
        meanings = words[index]
        if meanings:
            is_term = meanings.is_term
            weight = _CHARACTER * (last - first) - _TOKEN_COST + (_TERM_BONUS if is_term else 0)
            found.append((weight, is_term, first, last, meanings, None))
        if index in gap_heads:
            found.extend(_gapped(line, first, last, gap_heads[index]))
    tokens = _negate(_choose(found, start, len(line), taken), vocabulary, text)
    return read_together(tokens, vocabulary, text, start, end, taken)


_NEGATED = Word((Meaning("negated", "negated"),))


def _negate(tokens: list[Token], vocabulary: Vocabulary, text: str) -> list[Token]:
    """Return the words; a term with a negation right before it is a word for another thing: 非車險."""
    begun = 0
    for at, token in enumerate(tokens):
        if token.is_term and text.endswith(vocabulary.negations, begun, token.start):
            word = next(w for w in vocabulary.negations if text.endswith(w, begun, token.start))
            tokens[at] = Token(token.start - len(word), token.end, _NEGATED, is_term=False)
        begun = token.end
    return tokens


_Found = tuple[int, bool, int, int, Word, "tuple[int, int, int] | None"]
"""weight, is a term, first, last, meanings, gap."""

_TOKEN_COST = 4

_TERM_BONUS = 1

_CHARACTER = 10
"""A cover is worth its characters; of equal ones that with fewer words wins, then that with terms in it."""


def _gapped(line: str, first: int, last: int, tails: tuple[tuple[str, Word], ...]) -> list[_Found]:
    """Return the terms with a gap that begin here; their weight is the words alone, not the gap."""
    found: list[_Found] = []
    for tail, meanings in tails:
        at = line.find(tail, last, last + _MAX_GAP + len(tail))
        if at >= 0 and not any(stop in line[last:at] for stop in _GAP_ENDS):
            weight = _CHARACTER * (last - first) - _TOKEN_COST + _TERM_BONUS + len(tail)
            found.append((weight, True, first, last, meanings, (last, at, at + len(tail))))
    return found


def _choose(found: list[_Found], start: int, length: int, taken: list[tuple[int, int]]) -> list[Token]:
    """Return the words of the best cover, with the terms that lie inside them."""
    busy = bytearray(length + 1)
    for a, b in taken:
        first, last = max(a - start, 0), min(b - start, length)
        busy[first:last] = b"\1" * (last - first)
    free = [item for item in found if busy.find(1, item[2], item[3]) < 0] if taken else found
    chosen = _best_cover(free)
    tokens = []
    for _, is_term, first, last, meanings, gap in chosen:
        token = Token(first + start, last + start, meanings, is_term)
        if gap:
            token.gap = (gap[0] + start, gap[1] + start)
            token.reach = gap[2] + start
        tokens.append(token)
    _nest(tokens, free, start)
    return tokens


def _best_cover(found: list[_Found]) -> list[_Found]:
    """Return the words that do not overlap and are worth the most together, in order of place."""
    ends, best, choices = (
        [0],
        [0],
        [-1],
    )  # what the line is worth up to each end, and the last word that makes it so
    ordered = sorted(found, key=_END)
    for number, item in enumerate(ordered):
        first = item[2]
        value = (best[-1] if first >= ends[-1] else best[bisect_right(ends, first) - 1]) + item[0]
        if value <= best[-1]:
            continue
        if ends[-1] == item[3]:
            best[-1], choices[-1] = value, number
        else:
            ends.append(item[3])
            best.append(value)
            choices.append(number)
    chosen = []
    at = len(ends) - 1
    while at:
        item = ordered[choices[at]]
        chosen.append(item)
        at = bisect_right(ends, item[2]) - 1
    chosen.reverse()
    return chosen


_END = itemgetter(3)


def _nest(tokens: list[Token], found: list[_Found], start: int) -> None:
    """Put the terms that lie inside a longer term into it, the longest first."""
    starts = [token.start for token in tokens]
    shared: list[Token] = []
    inner = [item for item in found if item[1] and item[5] is None]
    inner.sort(key=_longest_first)
    for _, _, first, last, meanings, _ in inner:
        at = bisect_right(starts, first + start) - 1
        if at < 0:
            if tokens and _begins(tokens, 0, meanings, first + start, last + start):
                shared.append(Token(first + start, last + start, meanings, is_term=True))
            continue
        token = tokens[at]
        inside = last + start <= token.end and token.is_term
        if inside and (last - first < token.end - token.start or meanings is not token.meanings):
            token.nested.append(Token(first + start, last + start, meanings, is_term=True))
        elif (
            token.is_term
            and first + start < token.end < last + start
            and _shares(token, tokens[at + 1 :], meanings, last + start)
        ) or (at + 1 < len(tokens) and _begins(tokens, at + 1, meanings, first + start, last + start)):
            shared.append(Token(first + start, last + start, meanings, is_term=True))
    for token in shared:
        tokens.insert(bisect_right([other.end for other in tokens], token.end), token)


def _longest_first(item: _Found) -> tuple[int, int]:
    return item[2] - item[3], item[2]


def _begins(tokens: list[Token], at: int, meanings: Word, start: int, end: int) -> bool:
    """Return whether a member's word may share the beginning of a concept's: 銀行保險 in 銀行保險業務收入."""
    token = tokens[at]
    free = at == 0 or tokens[at - 1].end <= start or not tokens[at - 1].is_term
    names_concept = token.is_term and token.meanings.kinds == {"concept"}
    return free and names_concept and start < token.start < end <= token.end and meanings.kinds == {"member"}


def _shares(token: Token, following: list[Token], meanings: Word, end: int) -> bool:
    """Return whether a term may share the end of a term of the other kind: 全球託管 and 託管規模 in 全球託管規模."""
    kinds, others = meanings.kinds, token.meanings.kinds
    return (
        "concept" in kinds
        and others == {"member"}
        and not any(t.is_term and t.start < end for t in following)
    )


def _whole_words(line: str, first: int, last: int) -> bool:
    """Return whether a Latin word found is a whole one; Han words have no blanks between them."""
    if (
        line[first].isascii()
        and line[first].isalnum()
        and first
        and line[first - 1].isascii()
        and line[first - 1].isalnum()
    ):
        return False
    if last < len(line) and line[last - 1].isascii() and line[last - 1].isalnum():
        following = line[last]
        if following.isdigit() and line[last - 1].isalpha() and last - first >= _SHORTEST_GLUED:
            return any(character >= _HAN_FIRST for character in line)  # EBITDA372.3億元
        if following.isascii() and following.isalnum():
            return following == "s" and not line[last + 1 : last + 2].isalnum()
    return True
