"""Names of concepts in Han prose whose end stands apart from what they begin with: 海外分行(年底)資產總額, 海外分行之稅前盈餘."""

from __future__ import annotations

from tagger.words.together import concepts_of_head
from tagger.words.vocabulary import Vocabulary
from tagger.words.word import Token

_HAN_FIRST = "\u2e80"
_LETTERS = 14
_SHORTEST = 2
_MARKS = "，。；：,;:、（()）「」《》\n "


def parted_head(
    tokens: list[Token], places: tuple[int, int, int], vocabulary: Vocabulary, text: str
) -> tuple[int, int, tuple[str, ...]] | None:
    """Return where the end of a concept's name stands right before a figure, and the concept, None without one.

    The sentence says before what the name begins with. Small words may lie in the end: 總 in 資產總額, 前 in 稅前盈餘.
    places: where the sentence begins, where the figure before ends, and where the letters end that no term covers.
    """
    begin, previous, last = places
    if text[last - 1] < _HAN_FIRST:
        return None
    ends = [end for end in _ends_from(last, tokens) if text[end - 1] in vocabulary.head_ends]
    if not ends:
        return None
    terms = [token.end for token in tokens if token.is_term and token.end <= last]
    floor = max(begin, last - _LETTERS, *terms[-1:])
    for at in range(last - 1, floor - 1, -1):
        if text[at] in _MARKS:
            floor = at + 1
            break
    said = said_from(tokens, begin, previous, last)
    for end in reversed(ends):
        for at in range(floor, min(last, end - _SHORTEST + 1)):
            concepts = concepts_of_head(vocabulary, text[at:end], text[said:at])
            if concepts:
                return at, end, concepts
    return None


def said_from(tokens: list[Token], begin: int, previous: int, at: int) -> int:
    """Return from where on what was said may be of a figure: behind the one before, where the entity's own name follows that.

    分行資產X，本行稅前盈餘Y is not the branch's; but 信用卡業務方面，本行交易額X. previous: where the figure before ends.
    """
    for token in tokens:
        if previous <= token.start and token.end <= at and "own" in token.meanings.kinds:
            return max(begin, previous)
    return begin


def _ends_from(last: int, tokens: list[Token]) -> list[int]:
    """Return where a name may end that goes on behind `last` with words of the language, the shortest first."""
    ends = [last]
    for token in tokens:
        if token.start == ends[-1] and not token.is_term and "currency" not in token.meanings.kinds:
            ends.append(token.end)
        elif token.start > ends[-1]:
            break
    return ends


def beginning_of(head: str, begin: int, at: int, vocabulary: Vocabulary, text: str) -> tuple[int, int] | None:
    """Return where the sentence says what a name begins with whose end is `head`, the longest; begin, at: of both."""
    found = [
        (start, start + len(rest))
        for rest, _ in vocabulary.heads[head]
        if (start := text.rfind(rest, begin, at)) >= 0
    ]
    return max(found, key=lambda span: span[1] - span[0], default=None)
