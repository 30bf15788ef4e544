"""What a pronoun of the next sentence stands for: Private Banking had a good year. Its deposits were $3 billion.

It points back in so many words, and so takes the members of its antecedent along; without one they end with their sentence.
"""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim, Line
from tagger.clauses.stretches import tokens_between
from tagger.links.candidate import Context
from tagger.links.pointed_back import take_pointed_back
from tagger.links.setting import Setting
from tagger.words.alternation import alternation
from tagger.words.cover import cover
from tagger.words.language import Language
from tagger.words.word import Token

_REACH = 80
"""How far into its sentence a pronoun may stand that goes on about the sentence before."""


def take_antecedent(
    claim: Claim, line: Line, sentence: int, before: list[tuple[int, int]], context: Context, setting: Setting
) -> None:
    """Give a sentence the members that a pronoun before its first figure stands for.

    sentence: where it begins. before: the sentence before, none before the first of a paragraph.
    """
    context.meant, context.points_back = [], False
    language = setting.language
    if not (before and claim.is_latin and language.pronouns):
        return
    take_pointed_back(claim, sentence, before[0], context, setting)
    text = setting.prose.text
    found = _pronoun(language.pronouns).search(text, sentence, min(claim.figure.start, sentence + _REACH))
    if found is None or _has_subject(line, sentence, found.start(), text, language):
        return
    start, end = before[0]
    subject = _subject_of(start, end, setting)
    if subject is not None and subject.meanings.members and not subject.meanings.concepts:
        context.meant = [subject]
    elif found.group() in language.extra["plural_pronouns"]:
        last = context.before
        context.points_back = (
            last is not None and last.claim.figure.start >= start and not last.claim.figure.kind
        )


@cache
def _pronoun(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(words)})\b")


def _has_subject(line: Line, start: int, end: int, text: str, language: Language) -> bool:
    """Return whether a sentence names before its pronoun whom that may mean: the Bank and its customers."""
    starts = [token.start for token in line.tokens]
    return any(
        token.meanings.members
        or "own" in token.meanings.kinds
        or text[token.start : token.end] in language.subjects
        for token in tokens_between(line.tokens, starts, start, end)
    )


def _subject_of(start: int, end: int, setting: Setting) -> Token | None:
    """Return the name that a sentence begins with, before its verb; None where it begins with the entity, or with none."""
    text, language = setting.prose.text, setting.language
    for token in cover(setting.vocabulary, text, start, end, []):
        if "own" in token.meanings.kinds or text[token.start : token.end] in language.subjects:
            return None
        if token.is_term:
            return token
        if token.meanings.verb or text[token.start : token.end] not in language.extra["articles"]:
            return None
    return None
