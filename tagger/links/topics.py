"""What a heading makes the topic of all below it: one that names a member and nothing else, 二、財產險業務, Retail banking."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language
from tagger.words.word import Token

_NUMBER = re.compile(
    "\\s*(?:第?[(（]?(?:[0-9]{1,2}(?:\\.[0-9]{1,2}){0,3}|[a-z]|[一二三四五六七八九十壹贰叁参肆伍陆柒捌玖拾]{1,3})[)）、.．章節节]?)(?![0-9a-z%])\\s*"
)
"""The number of a heading: 六、 (一) 2.1 第三章."""


def topic_of(text: str, tokens: list[Token], start: int, language: Language) -> list[Token]:
    """Return the terms of a heading that is nothing but terms, its number, and words for a field of business; else none.

    Also before a colon or a dash, behind which it names no other part: Southland: a difficult year. text: the
    heading's, which stands from `start` on. tokens: its words.
    """
    terms = [token for token in tokens if token.is_term]
    if not terms:
        return terms
    mark = _TOLD_OF.search(text)
    if mark is not None:
        ends = start + mark.start()
        behind = [token for token in terms if token.end > ends]
        if any(token.meanings.members or token.start < ends for token in behind):
            return []
        text, terms = text[: mark.start()], [token for token in terms if token.end <= ends]
    number = _NUMBER.match(text)
    taken = {start + at for at in range(number.end() if number else 0)}
    taken.update(at for token in tokens for at in range(token.start, token.end))
    taken.update(start + at for found in _nouns(text, language.topic_nouns) for at in range(*found.span()))
    said = {start + at for at, character in enumerate(text) if character.isalpha()}
    return terms if said <= taken else []


_TOLD_OF = re.compile(r"[:：] ?(?=[^\W\d])| [–—-] (?=[^\W\d])")
"""What parts the topic of a heading from what is told of it."""


def axes_of_businesses(index: TaxonomyIndex, language: Language) -> list[str]:
    """Return the axes of which most members are called businesses: 公司金融業務."""
    words = tuple(language.extra["businesses"]) or ("\0",)
    kept = index.named_parts.axes_of_businesses
    if words not in kept:
        called = index.named_parts.parts_called.items()
        members, businesses = Counter(axis for (axis, _), _ in called), Counter[str]()
        for (axis, _), names in called:
            businesses[axis] += any(len(name) > _ALONE and name.endswith(words) for name in names)
        kept[words] = [axis for axis, count in members.items() if count < _ALONE * businesses[axis]]
    return kept[words]


_ALONE = 2


def name_of_business(text: str, language: Language) -> tuple[int, int]:
    """Return where what a heading names stands in it, without its number and words for a field of business."""
    number = _NUMBER.match(text)
    start, end = number.end() if number else 0, len(text.rstrip())
    while noun := next((noun for noun in language.topic_nouns if text.endswith(noun, start, end)), ""):
        end -= len(noun)
    return start, end


def unnamed_of(text: str, topic: list[Token], language: Language) -> tuple[str, ...]:
    """Return the names of the businesses that a heading of Han prose is, where no member is what they are.

    國際業務; 證券及投信業務, two of them. topic: what the heading names, where it names no more. None of 各項業務.
    """
    number = _NUMBER.match(text)
    said = text[number.end() if number else 0 :].strip()
    word = next((word for word in language.extra["businesses"] if said.endswith(word)), "")
    said = said.removesuffix(word)
    if not word or not said.isalpha() or said.isascii() or said in language.extra["whole_businesses"]:
        return ()
    if topic and len({token.meanings.members for token in topic}) == 1:
        return ()
    marks = [mark for mark in (*language.enumeration, *language.conjunctions) if mark in said]
    names = [said]
    for mark in marks:
        names = [part for name in names for part in name.split(mark)]
    return tuple([name for name in names if name])


def not_joined(terms: list[Token], text: str, language: Language) -> list[Token]:
    """Return the terms of a heading without members that English joins: Growth in savings and mortgages.

    And without those that Han prose joins to what nothing explains, or to a part of another kind: 財資及內地業務.
    """
    joined = {n for n, term in enumerate(terms) if _is_joined_in_han(term, terms, text, language)}
    members = [(n, t) for n, t in enumerate(terms) if t.meanings.members and not t.meanings.concepts]
    for (n, one), (m, other) in pairwise(members):
        between = text[one.end : other.start]
        said = between.strip(" ,")
        if m == n + 1 and between[:1] in " ," and (not said or said in language.conjunctions):
            joined.update((n, m))
    return [term for number, term in enumerate(terms) if number not in joined] if joined else terms


def _is_joined_in_han(term: Token, terms: list[Token], text: str, language: Language) -> bool:
    """Return whether a conjunction joins the name of a part to another thing in a heading of Han prose."""
    if not term.meanings.members or term.meanings.concepts or text[term.start].isascii():
        return False
    before, behind = text[term.start - 1 : term.start], text[term.end : term.end + 1]
    for mark, at, other in (
        (before, term.start - 2, next((t for t in terms if t.end == term.start - 1), None)),
        (behind, term.end + 1, next((t for t in terms if t.start == term.end + 1), None)),
    ):
        if mark not in language.conjunctions or not text[max(at, 0) : at + 1].isalpha():
            continue
        if other is None or {axis for axis, _ in other.meanings.members}.isdisjoint(
            [axis for axis, _ in term.meanings.members]
        ):
            return True
    return False


def _nouns(text: str, nouns: Iterable[str]) -> Iterable[re.Match[str]]:
    for noun in nouns:
        if noun not in text:
            continue
        pattern = rf"(?<![a-z]){re.escape(noun)}(?![a-z])" if noun.isascii() else re.escape(noun)
        yield from re.finditer(pattern, text)
