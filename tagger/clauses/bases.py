"""What stands right behind a base of comparison: the value of that time, or how far something has moved since."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from tagger.clauses.claim import Claim
from tagger.clauses.outdone import read_distance_of_last
from tagger.clauses.runs import COUNTED, SKIPPED, UP_OR_DOWN, leads_to_amount
from tagger.clauses.subjects import is_participle
from tagger.words.language import Language, load_language
from tagger.words.periods import TimePhrase
from tagger.words.word import Token


def is_of_base(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a value is the one of the time that is compared with: 較2023年的虧損6.18億元, 較上半年的48億元."""
    base = claim.base
    if claim.is_latin or base is None or not language.attributive:
        return False
    if base.span is None and not base.base.startswith("preceding"):
        return False
    behind = [token for token in claim.left if token.start >= base.end]
    named = bool(behind) and text.startswith(language.attributive, base.end)
    if not named and base.start >= claim.clause_start and any(token.is_term for token in behind):
        # 較去年同期淨利20.8億元(，)增長16.8%
        moves = _moves(language.tags)
        named = text.startswith(moves, claim.figure.end + (text[claim.figure.end] in ",，"))
    return named and all(
        token.is_term
        or "currency" in token.meanings.kinds
        or text[token.start : token.end] in language.attributive
        for token in behind
    )


def take_compared_with(claim: Claim, text: str, language: Language) -> None:
    """Read a value of Han prose between a time and a word of comparison as the one of then: 與2023年的6.2億元相比，利潤增長5%."""
    time = claim.times[-1] if claim.times else None
    if time is None or time.span is None or not text.startswith(language.base_suffixes, claim.figure.end):
        return
    opens = text[max(claim.clause_start, time.start - 1) : time.start] in language.conjunctions
    behind = [token for token in claim.left if token.start >= time.end]
    if opens and text.startswith(language.attributive, time.end) and all(map(_is_light, behind)):
        claim.times = [replace(time, base="date")]


def _is_light(token: Token) -> bool:
    """Return whether a word names a thing or says little."""
    return token.is_term or not token.meanings.kinds.isdisjoint(("function", "currency"))


@cache
def _moves(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words for a change that Han prose sets before how much it was."""
    return tuple(word for word, meaning in load_language(*tags).verbs.items() if meaning in UP_OR_DOWN)


def take_past_change(
    claim: Claim, verbs: list[tuple[Token, str]], phrases: list[TimePhrase], text: str, language: Language
) -> bool:
    """Read a figure of Han prose that is a time's own, behind a noun of change: 降幅較上年的22個基點收窄, 增量是上年的1.4倍.

    The first is what the thing changed by then, the second no figure of the thing. Return whether it is one.
    """
    at = claim.figure.start
    phrase = next((p for p in phrases if text[p.end : at] in language.attributive), None)
    if phrase is None:
        return False
    if claim.figure.kind == "times":
        claim.kind = "apart"
        return True
    nouns = (*language.growth_nouns, *language.extra["increments"])
    said = next((v for v in verbs if v[0].end <= phrase.start and text[v[0].start : v[0].end] in nouns), None)
    if said is None or phrase.span is None:
        return False
    if claim.figure.kind == "percent" and text[said[0].start : said[0].end] in language.growth_nouns:
        claim.kind, claim.verb, claim.sign = "growth", said[0], -1 if said[1] == "decrease" else 1
        claim.is_before = True  # 增幅較上年的8.2%收窄至5.1%
    claim.times, claim.base = [replace(phrase, base="")], None
    return True


def is_of_increase(claim: Claim, verbs: list[tuple[Token, str]], text: str, language: Language) -> bool:
    """Return whether a rate of Han prose is of an increase, and none itself: 佔全部貸款增量的96%."""
    noun = verbs[0][0] if verbs and claim.figure.kind in ("percent", "times") else None
    if noun is None or text[noun.end : claim.figure.start] not in language.attributive:
        return False
    said = text[noun.start : noun.end]
    if said in language.growth_nouns or said in language.extra["increments"]:
        claim.kind = "apart"
        return True
    return False


def without_annualised(
    claim: Claim, phrases: list[TimePhrase], text: str, language: Language
) -> list[TimePhrase]:
    """Return the phrases of time, and give the claim no base, where that only says that a rate is a year's."""
    if not _is_annualised(claim, text, language):
        return phrases
    base, claim.base = claim.base, None
    claim.annualised_end = base.end if base is not None else 0
    return [phrase for phrase in phrases if phrase is not base]


def _is_annualised(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a base of comparison only says that a rate is a year's: the annualised margin, an annualised 5% of loans.

    Of a growth it does not: annualised loan growth was 9%, grew at an annualised 9%.
    """
    base = claim.base
    if not claim.is_latin or base is None or base.base != "compound_annual" or base.years or base.span:
        return False
    if any(token.is_term and token.start == base.end + 1 for token in claim.left):
        return not any(
            word in language.extra["nouns_of_change"] for word in text[base.end : claim.figure.start].split()
        )
    first = next(iter(claim.right), None)
    ends = base.end if base.start == claim.figure.end + 1 else claim.figure.end  # 0.2% (annualised) of loans
    of = first is not None and first.meanings.verb == "level" and first.start == ends + 1
    beside = base.end + 1 == claim.figure.start or claim.figure.end < base.start <= claim.right_end
    beside = beside and not any(token.meanings.verb in UP_OR_DOWN for token in claim.left)
    return of and beside and any(token.is_term for token in claim.right)


def is_since_base(token: Token, claim: Claim, text: str) -> bool:
    """Return whether a time right before says what a difference is measured from: 較一年前高出2.4個百分點."""
    base = claim.base
    return (
        base is not None
        and base.span is not None
        and base.end <= token.start
        and not text[base.end : token.start].strip(SKIPPED)
    )


def share_opening_base(claims: list[Claim], start: int, text: str) -> None:
    """Let the base that opens a sentence hold for all changes in it: Compared with June, loans grew 2% and deposits fell 1%.

    claims: of the sentence, which begins at `start`.
    """
    base = claims[0].base if len(claims) > 1 else None
    if base is None or not start <= base.start <= start + _OPENING or not _COMMA.match(text, base.end):
        return
    if any(token.is_term and token.start < base.start for token in (*claims[0].lead, *claims[0].left)):
        return  # deposits compared with June
    for before, claim in pairwise(claims):
        if any(mark in text[before.figure.end : claim.figure.start] for mark in ";；"):
            return
        if (
            claim.kind in ("change", "growth")
            and claim.base is None
            and not claim.times
            and not claim.is_before
        ):
            claim.base = base


_OPENING = 24
"""How far from its sentence's start a base may stand that opens it."""
_COMMA = re.compile("[^0-9,，]{0,4}[,，]")


def take_base_of_change(claim: Claim, claims: list[Claim], text: str, language: Language) -> None:
    """Read the value that stands right behind the time a change is measured against: above the previous year's $5m.

    With a noun that says little between them too: 44% above the 2022 total of $5m.
    """
    base = claims[-1].base if claims and claims[-1].sentence == claim.sentence else None
    if base is None or base.span is None or base.end > claim.figure.start or claim.kind != "level":
        return
    between = text[base.end : claim.figure.start]
    is_near = len(between) <= _POSSESSIVE
    if claim.times or not (is_near or _says_little(between, language)):
        return
    owned = not is_near or between.startswith(language.possessives or "\0")
    if owned or _OPENED.fullmatch(between):
        claim.is_before, claim.times, claim.base = True, [base], None


def owner_of(claim: Claim, bases: list[TimePhrase], text: str, language: Language) -> TimePhrase | None:
    """Return the time whose value a figure is, though a verb of change stands before it: fell short of last year's $5m."""
    for phrase in bases:
        between = text[phrase.end : claim.figure.start]
        owned = next((word for word in language.possessives if between.startswith(word)), "")
        if phrase.span is not None and owned:
            behind = between.removeprefix(owned).strip(SKIPPED)
            if not behind or leads_to_amount(behind, language):
                return phrase
    return None


def read_last_again(claim: Claim, last: Claim, text: str, language: Language) -> None:
    """Read what a figure of English says of the one before: how far it outdoes it, or that it is the amount of its growth."""
    read_distance_of_last(claim, last, text, language)
    _read_amount_of_change(claim, last, text, language)
    if claim.is_before:
        _read_base_of_last(claim, last, text, language)
    elif last.is_before:
        _read_base_of_move(claim, last)


def _read_base_of_move(claim: Claim, last: Claim) -> None:
    """Read the base behind what something came to as when it was what it moved from: fell from 1.2% to 0.9% year on year."""
    base, verb = claim.base, claim.verb
    if base is None or base.span is not None or base.base not in _OF_MOVES or base.start < claim.figure.end:
        return
    arrived = verb is not None and verb.meanings.verb == "reach" and verb.start >= last.figure.end
    if arrived and last.base is None and not last.times:
        last.base = base


def _read_base_of_last(claim: Claim, last: Claim, text: str, language: Language) -> None:
    """Read the time of the value that a change started from as what it is measured against: fell 6% from $17m in June."""
    time = claim.times[-1] if claim.times else None
    if last.kind not in ("change", "growth") or last.base is not None or time is None or time.base:
        return
    if time.start < claim.figure.end or time.span is None or time.span.relative.startswith("previous"):
        return
    words = text[last.figure.end : claim.figure.start].strip(" ,").split()
    started = bool(words) and language.verbs.get(words[0]) == "level_from"
    if started and all(word in language.currencies or not word.isalpha() for word in words[1:]):
        last.base = replace(time, base="date")


_OF_MOVES = ("previous_year", "preceding_period", "preceding_half", "preceding_month")
"""Bases that say of a move when the value was that it started from."""


def _read_amount_of_change(claim: Claim, last: Claim, text: str, language: Language) -> None:
    """Read the amount that the growth right behind it says once more as the change: HK$74 million or 16.7% lower than in June.

    With a comma between them the amount is what the thing came to, and the growth says how that compares.
    """
    verb = claim.verb
    if claim.kind != "growth" or verb is None or verb.start < claim.figure.end or last.kind != "level":
        return
    if last.figure.kind == claim.figure.kind or last.figure.kind not in COUNTED or claim.left_terms:
        return
    if text[last.figure.end : claim.figure.start].strip(" ") not in language.restatements or last.is_before:
        return
    last.change_by(verb, "increase" if claim.sign > 0 else "decrease")
    last.base, claim.base = (claim.base or last.base,) * 2
    if claim.base is not None:  # higher than reported for the same period
        last.times = [time for time in last.times if time.start != claim.base.start]


def take_compared_time(claim: Claim, text: str, language: Language) -> None:
    """Read the time of what a change is measured against, where that is named again: 4% above the net profit of 2024."""
    if claim.base is not None or claim.verb is None or claim.verb.start < claim.figure.end or not claim.times:
        return
    time = claim.times[-1]
    words = text[claim.figure.end : time.start].split()
    compared = next((n for n in (3, 2, 1) if " ".join(words[:n]) in language.base_prefixes), 0)
    compared = compared or 2 * (len(words) > 1 and words[1] in language.than)  # more than we earned
    if not compared or time.start < claim.verb.end or time.span is None:
        return
    own = {concept for token in claim.left for concept in token.meanings.concepts}
    named = [token for token in claim.right if token.is_term and token.end < time.start]
    if named:
        words = text[named[-1].end : time.start].split()
        again = not own or bool(own & set(named[-1].meanings.concepts))
    else:  # 4 basis points below the margin of 2024
        nouns = [w for w in words[compared:] if not (w in language.links or w in language.linked_articles)]
        said = text[max(0, claim.figure.start - _SUBJECT) : claim.figure.start].split()
        things = language.extra["things_then"] if len(nouns) > 1 else ()
        again = bool(nouns) and all(n in said or n in things or _is_done_then(n, language) for n in nouns)
        words = []
    joining = (*language.links, *language.links_at, *language.linked_articles)
    if again and all(word in joining for word in words):
        claim.base, claim.times = replace(time, base="date"), claim.times[:-1]


def _is_done_then(word: str, language: Language) -> bool:
    """Return whether a word only says what was done at a time that is compared with: below those incurred, than we earned."""
    return (
        word in language.extra["values_then"]
        or language.words.get(word) == "function"
        or word in language.participles
        or word in language.subjects
        or word in language.subject_pronouns
        or word in language.first_person
        or is_participle(word, language)
    )


_SUBJECT = 120
"""How far before a figure the noun is looked for that its comparison takes up."""


def _says_little(between: str, language: Language) -> bool:
    """Return whether words join a time and its value and say little of it: the 2022 (level of) $5m."""
    words = between.removeprefix(language.possessives[0].strip() if language.possessives else "").split()
    if words and (words[-1] in language.currencies or not words[-1].isalpha()):
        words.pop()  # its currency
    return (
        len(words) > 1
        and words[-1] in language.genitives[:1]
        and all(word in language.light_words or word in language.subject_pronouns for word in words[:-1])
    )


_OPENED = re.compile(r" ?[(（](?:[a-z]{0,3}[^\w\s()]?|[a-z]{3}) ?")
"""What stands between a time and its value in brackets, with the currency: than in 2023 (S$5.0 billion)."""


_POSSESSIVE = 8
"""How much may stand between a time and its value: 's S$."""


def end_move(claim: Claim, claims: list[Claim], text: str) -> None:
    """Read the rate behind one that a move starts from as what it came to, and no growth: 由1.62%降為1.18%."""
    before = claims[-1] if claims else None
    if before is None or claim.is_latin or claim.kind != "growth" or before.sentence != claim.sentence:
        return
    moved = [token for token in claim.left if token.start >= before.figure.end]
    covered = sum(token.end - token.start for token in moved)
    if not before.is_before or not moved:
        return
    if covered < len(text[before.figure.end : claim.figure.start].replace(" ", "")):
        return
    if moved[-1].meanings.verb == "level" and all(token.meanings.verb for token in moved):
        claim.kind, claim.sign, claim.unsure_sign = "level", 1, False
