"""The section that a table stands in, where its heading is the name of a part: 財產險業務, over a table of lines of business.

A line that says with whom the amounts below are is one too: 本行與子公司的主要交易如下, Balances with key management.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tagger.document import Document
from tagger.links.topics import topic_of
from tagger.tables.headings import Heading, HeadingReader
from tagger.tables.units import NONE_SAID
from tagger.words.alternation import alternation
from tagger.words.cover import cover
from tagger.words.language import Language, load_language
from tagger.words.prose import Prose
from tagger.words.word import Token

_REACH = 40
"""How many blocks above a table the heading of its section may stand."""
_LONGEST = 120
"""How long a line may be that says with whom amounts are."""
_ITEM = re.compile(
    r"\s*(?:[(（]?(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}|[a-z]|[一二三四五六七八九十]{1,3})[)）、.．])"
)
"""The number of an item: what stands above it is of others."""


def section_of(document: Document, prose: Prose, reader: HeadingReader, first: int) -> tuple[Heading, ...]:
    """Return the nearest heading above a table where it names members and no more, or with whom amounts are; else none.

    first: the number of the table's first block.
    """
    near, passed = True, False  # whether a line still speaks for the table, and another table lies between
    for number in range(first - 1, max(-1, first - 1 - _REACH), -1):
        kind = document.blocks[number].kind
        start, end = prose.lines[number]
        if kind == "cell":
            passed = True
        elif kind in ("caption", "paragraph", "heading"):
            terms = tuple(_dealt_with(prose.text, start, end, reader)) if near else ()
            if terms:
                return (Heading(start, end, terms, (), NONE_SAID, ()),)
            if near and _with_related(prose.text, start, end, reader):
                return (Heading(start, end, (), (), NONE_SAID, ((start, end),)),)
            if kind == "heading":
                return _topic(prose.text, start, end, reader)
            near = near and kind != "caption" and not passed and not _ITEM.match(prose.text, start, end)
    return ()


def _topic(text: str, start: int, end: int, reader: HeadingReader) -> tuple[Heading, ...]:
    tokens = cover(reader.vocabulary, text, start, end, [])
    terms = topic_of(text[start:end], tokens, start, reader.language)
    if not terms or any(term.meanings.concepts or not term.meanings.members for term in terms):
        return ()
    said = {text[token.start : token.end] for token in tokens if not token.is_term}
    if not said.isdisjoint(reader.language.conjunctions):
        return ()  # retail banking and the group
    return (Heading(start, end, tuple(terms), (), NONE_SAID, ()),)


def _dealt_with(text: str, start: int, end: int, reader: HeadingReader) -> Iterator[Token]:
    """Yield the member, one alone, with whom a line says that the dealings are."""
    dealings, party, _ = _patterns(reader.language)
    if end - start > _LONGEST or not dealings.search(text, start, end):
        return
    tokens = [t for t in cover(reader.vocabulary, text, start, end, []) if t.is_term]
    if any(token.meanings.concepts for token in tokens):
        return
    found = [
        t for t in tokens if t.meanings.members and party.search(text[max(start, t.start - _NEAR) : t.start])
    ]
    if len(found) != 1:
        return
    axes = {axis for axis, _ in found[0].meanings.members}
    if not any(axis in axes for t in tokens if t is not found[0] for axis, _ in t.meanings.members):
        yield found[0]


_NEAR = 24


def _with_related(text: str, start: int, end: int, reader: HeadingReader) -> bool:
    """Return whether a line says that the amounts below are with somebody related whom no member names: 與關聯方的交易."""
    dealings, _, related = _patterns(reader.language)
    if end - start > _LONGEST or not dealings.search(text, start, end):
        return False
    return related.search(text, start, end) is not None


@cache
def _patterns_of(tags: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    language = load_language(*tags)
    dealings, parties, related = (
        language.tables.get(name, ()) for name in ("dealings", "dealt_with", "related")
    )
    if not dealings or not parties:
        return _NEVER, _NEVER, _NEVER
    articles = alternation(language.extra["articles"]) if language.extra["articles"] else "(?!)"
    whom = rf"(?<![a-z])(?:{alternation(related)})"
    party = rf"(?<![a-z])(?:{alternation(parties)})\s?(?:(?:{articles})\s)?"
    return (
        re.compile(rf"(?<![a-z])(?:{alternation(dealings)})"),
        re.compile(rf"{party}\Z"),
        re.compile(rf"{party}[^,;，；。]{{0,12}}?{whom}|{whom}['’]?s?\s?(?:{alternation(dealings)})")
        if related
        else _NEVER,
    )


_NEVER = re.compile("(?!)")


def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what is dealt with somebody, of what stands before whom, and of that before somebody related."""
    return _patterns_of(language.tags)
