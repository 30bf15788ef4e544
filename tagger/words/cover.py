"""The words of a line: all that the automaton finds compete for its characters, and the longest win."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container

from tagger.native import listen
from tagger.words.abbreviated import with_abbreviations
from tagger.words.together import read_together
from tagger.words.vocabulary import CHARACTER, TERM_BONUS, TOKEN_COST, Vocabulary
from tagger.words.word import ONLY_MEMBER, Meaning, Token, Word
from tagger.words.wording import Span, wording_of

_GAP_ENDS = "，,；;。！？"

_SHORTEST_GLUED, _SHORTEST_PLURAL, _HAN_FIRST = 3, 3, "\u2e80"

_MAX_GAP = 40
"""How many characters the gap of a term may hold."""

KEPT = 4096
"""How many wordings' words are kept."""


def cover(
    vocabulary: Vocabulary,
    text: str,
    start: int,
    end: int,
    taken: list[tuple[int, int]],
    inside: Container[tuple[int, int]] = (),
) -> list[Token]:
    """Return the words of a line, longest first winning its characters, in order of place.

    taken: stretches that are spoken for already (figures, phrases of time), in order; no word is looked for in them.
    inside: those of them that a term may hold as a whole: 全年 in 全年股息.
    The words of a wording are kept: a report says much in the words of the last one.
    """
    listen()
    wording = wording_of(text, start, end, taken, inside)
    key = wording.line, wording.spans, wording.inside
    kept = vocabulary.kept.get(key)
    if kept is None:
        if len(vocabulary.kept) >= KEPT:
            vocabulary.kept.clear()
        kept = vocabulary.kept[key] = _cover(vocabulary, *key)
    return wording.in_text(kept)


def _cover(
    vocabulary: Vocabulary, line: str, taken: tuple[Span, ...], inside: frozenset[Span]
) -> list[Token]:
    found: list[_Found] = []
    patterns = vocabulary.patterns
    busy = _busy(taken, len(line)).find
    for index, first, last in vocabulary.automaton.find_matches_as_indexes(line, overlapping=True):
        weight, is_term, meanings, han, gaps = patterns[index]
        if han and line[last - 1 : last + 1] in vocabulary.unbroken and (is_term or last - first == 1):
            continue  # 金融業, in 企業金融業務; 內, in 內地
        if (
            han
            and last - first == 1
            and not is_term
            and line[max(first - 1, 0) : last] in vocabulary.unbroken
        ):
            continue  # 約, in 解約
        if not han and not _whole_words(line, first, last, is_term=is_term):
            continue
        if busy(1, first, last) >= 0 and not (is_term and inside and _holds(first, last, taken, inside)):
            continue
        if weight:
            found.append((weight, is_term, first, last, meanings, None))
        if gaps:
            found.extend(_gapped(line, first, last, gaps))
    tokens = _choose(found)
    _leave_modifiers(tokens, line, vocabulary)
    if any([word in line for word in vocabulary.negations]):  # noqa: C419  # no generator: half the time
        _negate(tokens, vocabulary, line)
    if any([word in line for word in vocabulary.no_plans]):  # noqa: C419
        # what is called expected credit losses is no forecast, and no part of what is forecast
        tokens = [
            token
            for token in tokens
            if token.is_term or not line.startswith(vocabulary.no_plans, token.start)
        ]
    tokens = read_together(tokens, vocabulary, line, taken)
    return with_abbreviations(tokens, vocabulary, line) if "(" in line or "（" in line else tokens


def _leave_modifiers(tokens: list[Token], line: str, vocabulary: Vocabulary) -> None:
    """Leave concepts out of longer names that only modify their heads there: client, in client deposits."""
    for token in tokens:
        if token.nested and line[token.start] < _HAN_FIRST:
            token.nested = tuple([t for t in token.nested if not _modifies(t, token, line, vocabulary)])


def _modifies(inner: Token, token: Token, line: str, vocabulary: Vocabulary) -> bool:
    """Return whether a concept's word inside a name stands before its head, and no link behind it makes it the head.

    Or is only the end of a compound, or whose the head is: customers, in deposits from customers.
    """
    if not inner.meanings.concepts:
        return False
    if line[inner.start - 1 : inner.start] == "-":
        return True  # asset, in multi-asset strategies
    before = line[token.start : inner.start].split()
    if before and before[-1] in vocabulary.whose_links:
        return True
    behind = _WORD_BEHIND.match(line, inner.end, token.end)
    return behind is not None and behind[1] not in vocabulary.behind_heads


_WORD_BEHIND = re.compile(r" ([a-z]+)")

_NEGATED = Word((Meaning("negated", "negated"),))


def _negate(tokens: list[Token], vocabulary: Vocabulary, text: str) -> None:
    """Make a term with a negation right before it a word for another thing: 非車險."""
    begun = 0
    for at, token in enumerate(tokens):
        if token.is_term and text.endswith(vocabulary.negations, begun, token.start):
            word = next(w for w in vocabulary.negations if text.endswith(w, begun, token.start))
            tokens[at] = Token(token.start - len(word), token.end, _NEGATED, is_term=False)
        begun = token.end


_Found = tuple[int, bool, int, int, Word, "tuple[int, int, int] | None"]
"""weight, is a term, first, last, meanings, gap."""


def _busy(taken: tuple[Span, ...], length: int) -> bytearray:
    """Return a one for each character of a line that is spoken for."""
    busy = bytearray(length)
    for first, last in taken:
        busy[first:last] = b"\1" * (last - first)
    return busy


def _holds(first: int, last: int, taken: tuple[Span, ...], inside: frozenset[Span]) -> bool:
    """Return whether a stretch is longer than all that is taken in it, which lies in it as a whole."""
    return all(
        first <= a and b <= last and b - a < last - first and (a, b) in inside
        for a, b in taken
        if a < last and first < b
    )


def _gapped(line: str, first: int, last: int, tails: tuple[tuple[str, Word], ...]) -> list[_Found]:
    """Return the terms with a gap that begin here; their weight is the words alone, not the gap."""
    found: list[_Found] = []
    for tail, meanings in tails:
        at = line.find(tail, last, last + _MAX_GAP + len(tail))
        if at >= 0 and not any(stop in line[last:at] for stop in _GAP_ENDS):
            weight = CHARACTER * (last - first) - TOKEN_COST + TERM_BONUS * (1 + len(tail))
            found.append((weight, True, first, last, meanings, (last, at, at + len(tail))))
    return found


def _choose(found: list[_Found]) -> list[Token]:
    """Return the words of the best cover, with the terms that lie inside them."""
    tokens = []
    for _, is_term, first, last, meanings, gap in _best_cover(found):
        token = Token(first, last, meanings, is_term)
        if gap:
            token.gap, token.reach = gap[:2], gap[2]
        tokens.append(token)
    _nest(tokens, found)
    return tokens


def _best_cover(found: list[_Found]) -> list[_Found]:
    """Return the words that do not overlap and are worth the most together; all are in order of their ends."""
    best: list[int] = [0]  # what the line is worth up to each character
    last_words: list[_Found | None] = [None]  # and the last word that makes it so
    far, most, last_word = 0, 0, None
    for item in found:
        weight, _, first, last, _, _ = item
        if last > far:
            best.extend([most] * (last - far))
            last_words.extend([last_word] * (last - far))
            far = last
        value = weight + best[first]
        if value > most:
            best[last], last_words[last] = value, item
            most, last_word = value, item
    chosen = []
    while last_word is not None:
        chosen.append(last_word)
        last_word = last_words[last_word[2]]
    chosen.reverse()
    return chosen


def _nest(tokens: list[Token], found: list[_Found]) -> None:
    """Put the terms that lie inside a longer term into it, the longest first."""
    starts = [token.start for token in tokens]
    shared: list[Token] = []
    for _, is_term, begin, end, meanings, gap in found:
        if not is_term or gap is not None:
            continue
        at = bisect_right(starts, begin) - 1
        if at < 0:
            if tokens and _begins(tokens, 0, meanings, begin, end):
                shared.append(Token(begin, end, meanings, is_term=True))
            continue
        token = tokens[at]
        if end <= token.end and token.is_term:
            if meanings is not token.meanings or end - begin < token.end - token.start:
                token.nested = (*token.nested, Token(begin, end, meanings, is_term=True))
        elif (
            token.is_term and begin < token.end < end and _shares(token, tokens[at + 1 :], meanings, end)
        ) or (at + 1 < len(tokens) and _begins(tokens, at + 1, meanings, begin, end)):
            shared.append(Token(begin, end, meanings, is_term=True))
    _order(tokens)
    for token in sorted(shared, key=_longest_first):
        tokens.insert(bisect_right([other.end for other in tokens], token.end), token)


def _order(tokens: list[Token]) -> None:
    for token in tokens:
        if len(token.nested) > 1:
            token.nested = tuple(sorted(token.nested, key=_longest_first))


def _longest_first(token: Token) -> tuple[int, int]:
    return token.start - token.end, token.start


def _begins(tokens: list[Token], at: int, meanings: Word, start: int, end: int) -> bool:
    """Return whether a member's word may share the beginning of a concept's: 銀行保險 in 銀行保險業務收入."""
    token = tokens[at]
    free = at == 0 or tokens[at - 1].end <= start or not tokens[at - 1].is_term
    names_concept = token.is_term and token.meanings.kinds == {"concept"}
    return free and names_concept and start < token.start < end <= token.end and meanings.kinds == ONLY_MEMBER


def _shares(token: Token, following: list[Token], meanings: Word, end: int) -> bool:
    """Return whether a term may share the end of a term of the other kind: 全球託管 and 託管規模 in 全球託管規模."""
    kinds, others = meanings.kinds, token.meanings.kinds
    return (
        "concept" in kinds
        and others == {"member"}
        and not any(t.is_term and t.start < end for t in following)
    )


_MARK = re.compile(r"[1-9]\d?(?=[\s,:;)]|\Z)")


def _whole_words(line: str, first: int, last: int, *, is_term: bool) -> bool:
    """Return whether a Latin word found is a whole one; Han words have no blanks between them.

    One may stand in the plural, but for the short words of the language: its is no plural.
    """
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
        if following == "-" and line.startswith("-to-", last):
            return False  # average loan, in average loan-to-value
        if following.isdecimal() and line[last - 1].isalpha() and last - first >= _SHORTEST_GLUED:
            if is_term and _MARK.match(line, last):
                return True  # revenue1 increased: the mark of a footnote
            return any(character >= _HAN_FIRST for character in line)  # EBITDA372.3億元
        if following.isascii() and following.isalnum():
            if following != "s" or line[last + 1 : last + 2].isalnum():
                return False
            return is_term or line[max(first, last - _SHORTEST_PLURAL) : last].isalpha()
    return True


def leave_small_words(tokens: list[Token], printed: str) -> None:
    """Read a short word of the language in small letters as no term of the same letters: clients entrusted us, in the US.

    Nor is what something is said to be a part of any term of the sentence: 員工費用為營業支出的最大組成部分，達78億元.
    """
    for number, token in enumerate(tokens):
        if token.is_term and token.end - token.start <= _SHORT and "function" in token.meanings.kinds:
            said = printed[token.start : token.end]
            if said.isascii() and said.islower():
                kinds = ("concept", "member", "own")
                token.meanings = Word(meaning for meaning in token.meanings if meaning.kind not in kinds)
                token.is_term, token.nested = False, ()
        elif "component" in token.meanings.kinds:
            _leave_whole(tokens[max(0, number - _WORDS_OF_WHOLE) : number])


def _leave_whole(before: list[Token]) -> None:
    """Leave the words between a verb and a word for a part without what they name; with no verb there, they are the subject."""
    verb = next((at for at in range(len(before) - 1, -1, -1) if before[at].meanings.verb), None)
    for token in before[verb + 1 :] if verb is not None else ():
        if token.is_term:
            token.meanings = Word((Meaning("function", ""),))
            token.is_term, token.nested = False, ()


_SHORT, _WORDS_OF_WHOLE = 3, 5
