"""What a pronoun of the next sentence stands for: Private Banking had a good year. Its deposits were $3 billion.

It points back in so many words, and so takes the members of its antecedent along; without one they end with their sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from operator import attrgetter

from tagger.clauses.claim import Claim, Line
from tagger.clauses.stretches import tokens_between
from tagger.links.candidate import Context
from tagger.links.deeds_of_parts import is_held
from tagger.links.pointed_back import take_pointed_back
from tagger.links.setting import Setting
from tagger.links.unread_before import goes_on_about_unread
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
    if before and not claim.is_latin:
        at = sentence + (setting.prose.text[sentence] in " \n")
        if claim.back_reference:
            context.meant = _named_last(line, sentence, before[0], setting)
        elif setting.prose.text.startswith(tuple(language.extra["its"]), at):
            context.meant = _owner_meant(line, at, before[0], setting)
            outside = _outside_named(before[0], setting)
            if outside:
                context.another, context.another_in = outside, claim.sentence
        return
    if before and language.pronouns:
        _take_latin(claim, line, sentence, before[0], context, setting)


def _take_latin(
    claim: Claim, line: Line, sentence: int, before: tuple[int, int], context: Context, setting: Setting
) -> None:
    """Give an English sentence what it goes on about; before: the sentence before."""
    text, language = setting.prose.text, setting.language
    take_pointed_back(claim, sentence, before, context, setting)
    if goes_on_about_unread(claim, sentence, before, setting):
        context.unread_scene = True
        return
    if _points_at_those_before(claim, text, language):
        last = context.before
        context.points_back = last is not None and last.claim.figure.start >= before[0]
        return
    start, end = before
    found = _pronoun(language.pronouns).search(text, sentence, min(claim.figure.start, sentence + _REACH))
    if found is None and _is_said_of_place(claim, text, language):
        _take_part_named(before, context, setting)
        return
    if found is None or _has_subject(line, sentence, found.start(), text, language):
        return
    plural = found.group() in language.extra["plural_pronouns"]
    subject = _subject_of(start, end, setting)
    if subject is None and plural and found.start() == sentence + _opening_blanks(text, sentence):
        subject = _only_part_in(start, end, line, setting)
    if subject is not None and subject.meanings.members and not subject.meanings.concepts:
        context.meant = [subject]
    elif found.group() in language.extra["its"] and not plural:
        _take_part_named(before, context, setting)
    elif not plural:
        context.meant = _held_in(before, setting)
    else:
        has = any(token.start == found.end() + 1 for token in claim.left_terms)
        if has and subject is not None and _counts_some(subject, setting):
            context.unread_scene = True  # student customers love our app. Their deposits are not all
            return
        opens = found.start() == sentence + _opening_blanks(text, sentence)
        _take_several(start, context, opens=opens and subject is None)


def _take_several(start: int, context: Context, *, opens: bool) -> None:
    """Let a plural pronoun stand for what the sentence before counts, or its several parts; start: where that begins.

    opens: it opens its sentence, and the one before has no subject that it may stand for.
    """
    last = context.before
    context.points_back = (
        last is not None
        and last.claim.figure.start >= start
        and (not last.claim.figure.kind or (opens and bool(last.candidate.dimensions)))
    )


def _held_in(sentence: tuple[int, int], setting: Setting) -> list[Token]:
    """Return the one part of which a sentence says that there is something: we cut our exposure to property. It was $5m."""
    text, language = setting.prose.text, setting.language
    parts = [t for t in cover(setting.vocabulary, text, *sentence, []) if t.is_term]
    if len({t.meanings.members for t in parts}) != 1 or parts[0].meanings.concepts:
        return []
    return parts[:1] if is_held(parts[0], text, language) is not None else []


def _counts_some(subject: Token, setting: Setting) -> bool:
    """Return whether a name is of things that are counted by themselves, beside all that are called so: student customers."""
    index = setting.index
    counts = (c for c in subject.meanings.concepts if index.taxonomy.concept_by_qname[c].type == "count")
    said = setting.prose.text[subject.start : subject.end]
    return any(counts) and not subject.meanings.members and said not in index.counted


def _is_said_of_place(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a word right behind a name says that it is of the place named before: operating profit there was $61m."""
    if any(token.meanings.members for token in claim.left):
        return False
    pattern = _of_place(tuple(language.extra["of_place_before"]))
    return any(pattern.match(text, t.end) for t in claim.left if t.is_term and t.meanings.concepts)


@cache
def _of_place(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf" (?:{alternation(words) or '(?!)'})\b")


def _take_part_named(before: tuple[int, int], context: Context, setting: Setting) -> None:
    """Give a sentence the part that the one before names, whose things it tells: premiums in Spain rose. Its profit was $5m.

    Or that the last figure of that is of, which may only point back itself. None where that sentence names the entity too,
    or several parts by one axis.
    """
    text, language = setting.prose.text, setting.language
    tokens = cover(setting.vocabulary, text, *before, [])
    if any("own" in t.meanings.kinds or text[t.start : t.end] in language.subjects for t in tokens):
        return
    parts: dict[tuple[tuple[str, str], ...], Token] = {}
    for token in tokens:
        if token.meanings.members and not token.meanings.concepts:
            parts.setdefault(tuple(token.meanings.members), token)
    axes = [axis for members in parts for axis, _ in members]
    if parts:
        context.meant = list(parts.values()) if len(axes) == len(set(axes)) else []
        return
    told = {frame.candidate.dimensions for frame in context.earlier if frame.claim.figure.start >= before[0]}
    context.points_back = len(told) == 1 and () not in told


def _points_at_those_before(claim: Claim, text: str, language: Language) -> bool:
    """Return whether words behind a name say that it is of what was spoken of before: the arrears rate of these loans."""
    for token in claim.left:
        if "of_before" in token.meanings.kinds:
            last = text[token.start : token.end].rpartition(" ")[2]
            return last in language.extra["demonstratives"] and bool(claim.left_terms)
    return False


def _owner_meant(line: Line, at: int, before: tuple[int, int], setting: Setting) -> list[Token]:
    """Return the part that a sentence of Han prose is about, whose own things the next is of: 住宅按揭為X。其不良率為Y.

    at: where that begins. before: the sentence before.
    """
    text, language = setting.prose.text, setting.language
    its = next(word for word in language.extra["its"] if text.startswith(word, at))
    starts = [*(token.start for token in line.tokens), *(phrase.start for phrase in line.phrases)]
    if at + len(its) not in starts:
        return []
    named: Token | None = None
    for token in cover(setting.vocabulary, text, *before, []):
        if named is not None:
            joined = token.start == named.end and text[token.start : token.end] in language.conjunctions
            return [] if joined or text.startswith(language.enumeration, named.end) else [named]
        if token.is_term:
            if token.meanings.concepts or not token.meanings.members:
                return []
            named = token
    return [named] if named is not None else []


def _outside_named(before: tuple[int, int], setting: Setting) -> str:
    """Return what of the world outside a sentence speaks of: 香港經濟復甦。其貸款餘額X goes on about no part of the entity."""
    text, language = setting.prose.text, setting.language
    for token in cover(setting.vocabulary, text, *before, []):
        word = next((w for w in language.extra["outside"] if text.startswith(w, token.end)), "")
        if token.is_term and word:
            return text[token.start : token.end] + word
    return ""


def _named_last(line: Line, sentence: int, before: tuple[int, int], setting: Setting) -> list[Token]:
    """Return the one part that a sentence names behind its last figure: 存款增長5%至X，主要來自定期存款。該類存款增加9%.

    sentence: where the next begins, which points back. before: that sentence.
    """
    figures = line.figures[: bisect_left(line.figures, sentence, key=_START)]
    end = max((figure.end for figure in figures if not figure.reason), default=0)
    if end <= before[0]:
        return []
    tokens = cover(setting.vocabulary, setting.prose.text, end, before[1], [])
    parts = [token for token in tokens if token.meanings.members and not token.meanings.concepts]
    return parts if len({token.meanings.members for token in parts}) == 1 else []


def _opening_blanks(text: str, sentence: int) -> int:
    """Return whether a sentence begins with a blank, as 1 or 0."""
    return int(text[sentence : sentence + 1].isspace())


def _only_part_in(start: int, end: int, line: Line, setting: Setting) -> Token | None:
    """Return the one member that a sentence without a figure names: demand for term loans was strong. They made up 31%."""
    first, last = (bisect_left(line.figures, at, key=_START) for at in (start, end))
    if any(not figure.reason for figure in line.figures[first:last]):
        return None
    terms = [t for t in cover(setting.vocabulary, setting.prose.text, start, end, []) if t.is_term]
    only = terms[0] if len({t.meanings.members for t in terms}) == 1 else None
    return only if only is not None and only.meanings.members else None


_START = attrgetter("start")


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
    """Return the name that a sentence begins with, before its verb; None where that is the entity, none, or two."""
    text, language = setting.prose.text, setting.language
    named: Token | None = None
    ends = start
    for token in cover(setting.vocabulary, text, start, end, []):
        word = text[token.start : token.end]
        if named is not None:
            if token.is_term and token.start == ends + 1:
                ends = token.end
                continue  # corporate | loans
            return None if word in language.conjunctions and token.start == ends + 1 else named
        if "own" in token.meanings.kinds or word in language.subjects:
            return None
        if token.is_term:
            named, ends = token, token.end
            continue
        if token.meanings.verb or word not in language.extra["articles"]:
            return None
    return named
