"""Whom an English sentence goes on about that no term names: our farming arm did well. Its loans rose; loans there rose.

Nothing tells whose the figures are then, and they are not the entity's.
"""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.links.setting import Setting
from tagger.words.alternation import alternation
from tagger.words.cover import cover
from tagger.words.language import Language, load_language

_REACH = 90
"""How far into its sentence the verb of a subject is looked for."""


def goes_on_about_unread(claim: Claim, sentence: int, before: tuple[int, int], setting: Setting) -> bool:
    """Return whether a sentence is of what the one before is about, by a name that nothing explains.

    claim: its first. sentence: where it begins. before: the sentence before.
    """
    text, language = setting.prose.text, setting.language
    at = sentence + (text[sentence] in " \n")
    opening = text[at : text.find(" ", at)]
    there = _there(tuple(language.extra["there"])).search(text, at, claim.figure.start) is not None
    if opening in language.pronouns and _is_of_acquired(before, setting):
        return True
    if not (there or opening in language.extra["its"]):
        return False
    begin = before[0] + (text[before[0]] in " \n")
    found = _subject(language.tags).match(text, begin, min(before[1], begin + _REACH))
    several = found is None or found["name"].endswith("s")  # demand was strong for loans. Their rate fell
    if opening in language.extra["plural_pronouns"] and not several:
        return False
    return found is not None and _is_unread(found, setting)


def _is_of_acquired(before: tuple[int, int], setting: Setting) -> bool:
    """Return whether a sentence tells of somebody who was bought, by a name: in May we bought Larch Finance."""
    prose = setting.prose
    bought = _bought(tuple(setting.language.extra["acquisitions"])).finditer(prose.text, *before)
    for found in bought:
        name = prose.printed[found.end() : before[1]].split(maxsplit=1)[:1]
        if name and name[0][0].isupper():
            tokens = cover(setting.vocabulary, prose.text, found.end(), before[1], [])
            return not any(token.start == found.end() and token.is_term for token in tokens)
    return False


def _is_unread(found: re.Match[str], setting: Setting) -> bool:
    """Return whether a subject is neither the entity nor what a term names, but a name, or a part: Ruritania, our farming arm."""
    text, language = setting.prose.text, setting.language
    start, end = found.span("name")
    for token in cover(setting.vocabulary, text, start, end, []):
        if (
            token.is_term
            or "own" in token.meanings.kinds
            or text[token.start : token.end] in language.subjects
        ):
            return False
    words = text[start:end].split()
    head = words[-1]
    if not found["whose"]:
        printed = setting.prose.printed[start:end].split()
        return all(word[0].isupper() for word in printed) and not any(_is_known(w, language) for w in words)
    if head in language.extra["not_ours"]:
        return True
    told = [word for word in words[:-1] if word not in language.extra["whole_businesses"]]
    return head in language.extra["units_of_business"] and bool(told)


def _is_known(word: str, language: Language) -> bool:
    """Return whether a word is one of the language, and no name: much, there, growth."""
    return (
        word in language.words or word in language.clause_words or word in language.extra["nouns_of_change"]
    )


@cache
def _subject(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of the subject that opens a sentence, up to its verb."""
    language = load_language(*tags)
    whose = alternation((*language.extra["articles"], *language.first_person)) or "(?!)"
    called = {*language.subjects, *language.pronouns, *language.organisations}
    helps = [word for word in language.auxiliaries if word not in called]
    verbs = alternation((*language.finite_verbs, *language.extra["fared"], *helps)) or "(?!)"
    endings = alternation(language.extra["participle_endings"]) or "(?!)"
    adverbs = alternation(language.adverb_endings) or "(?!)"
    return re.compile(
        rf"(?:(?P<whose>{whose}) )?(?P<name>[^\W\d_][\w&’'-]*(?: [^\W\d_][\w&’'-]*){{0,3}}?)"
        rf"(?: [a-z]+(?:{adverbs}))?(?: (?:{verbs})\b| [a-z]+(?:{endings})\b)"
    )


@cache
def _there(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{alternation(words) or '(?!)'})(?![a-z])")


@cache
def _bought(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{alternation(words) or '(?!)'}) ")
