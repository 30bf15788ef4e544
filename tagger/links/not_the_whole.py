"""Figures that are of the entity and its whole only by the look of their clause: another's, one of several's, a limit.

Words of the language and the capitals of the printed text tell; a concept that is itself an average or an amount each
takes what says so.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tagger.clauses.claim import Claim
from tagger.clauses.runs import COUNTED, SKIPPED
from tagger.figures.figure import POINTS
from tagger.links.appositions import is_described
from tagger.links.candidate import Frame
from tagger.links.decided import Reading
from tagger.links.instalments import Reason, why_instalment
from tagger.links.named_subjects import is_of_named_subject
from tagger.links.said_of_each import said_of
from tagger.links.setting import Setting
from tagger.links.unnamed_parts import is_of_unnamed_unit, is_part_unnamed_behind, makes_up_part
from tagger.links.unscaled import UNSCALED, is_unscaled
from tagger.links.used_up import USED_UP, is_used_up
from tagger.profile import Profile
from tagger.words.alternation import alternation
from tagger.words.folding import fold
from tagger.words.language import Language
from tagger.words.word import Token

_BOUNDS = frozenset(("at_most", "at_least", "exceeds"))


_SHARES_OF = (
    ("each", "one's, and not all of them"),
    ("average", "an average, which the concept is not"),
)


_OF_ALL = 4
"""The power of ten from which an amount is none on a few shares: 合计派发现金红利32.86亿元."""


def why_no_total(claim: Claim, best: Reading, setting: Setting) -> Reason | None:
    """Return why an amount is no total of its concept: it is each one's, or an average, which the concept is not."""
    if is_unscaled(claim, best.base_concept, setting):
        return UNSCALED
    return USED_UP if is_used_up(claim, best, setting.index) else _why_no_total(claim, best, setting)


def _why_no_total(claim: Claim, best: Reading, setting: Setting) -> Reason | None:
    concept = best.base_concept
    text, language = setting.prose.text, setting.language
    if claim.is_latin and _is_on_another_basis(claim, text, language):
        claim.is_aside = True
        return "no_concept", "it is said once more on another basis, which no member names"
    usual = (
        claim.base is None or claim.base.base == "previous_year"
    )  # availability averaged 93% over the year
    level_rate = (
        claim.kind == "level" or (claim.verb is None and usual)
    ) and claim.figure.kind not in COUNTED
    moved = claim.kind == "change" and claim.figure.kind in POINTS
    if claim.kind == "share" or claim.is_stock or ((level_rate or moved) and setting.index.is_flow(concept)):
        return None
    if claim.figure.scale >= _OF_ALL and setting.index.is_called(concept, tuple(language.extra["shares"])):
        return "no_concept", "so much is all that was paid, and not what is paid on so many shares"
    base = claim.base
    since = base is not None and base.span is not None and base.span.end < setting.period.start
    if since and "cumulative" in claim.qualifiers and not claim.is_before and setting.index.is_flow(concept):
        return "ambiguous", "it is what came together since a day before the reporting period"
    part = why_instalment(claim, best, setting)
    if part is not None:
        return part
    if setting.index.is_rate(concept):  # g/kWh, accidents per 100,000 hours
        return None
    for kind, why in _SHARES_OF:
        if kind not in claim.marks or (claim.kind == "growth" and base and base.base == "compound_annual"):
            continue  # has grown by 5% a year on average
        said = next(said_of(claim, kind, text, language), None)
        names = (*language.distributives, *language.averages)
        if said is not None and not (
            setting.index.is_called(concept, names) or _is_rate_of_exchange(said, claim, text, language)
        ):
            return "no_concept", f"{text[said.start : said.end]!r} says that it is {why}"
    return None


def _is_rate_of_exchange(said: Token, claim: Claim, text: str, language: Language) -> bool:
    """Return whether an average right behind an amount is that at which it was converted: €82 million at the average rate."""
    if claim.figure.kind != "money" or said.start <= claim.figure.end:
        return False
    between = text[claim.figure.end : said.start].split()
    rates = tuple(language.extra["average_rates"])
    known = (*language.extra["times_at"], *language.extra["articles"])
    return bool(between) and all(word in known for word in between) and text.startswith(rates, said.start)


def _is_on_another_basis(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a rate is said once more on another basis: 134%, or 229% after taking collateral into account."""
    first = next(iter(claim.right), None)
    if first is None or claim.figure.kind != "percent" or claim.base is not None or claim.times:
        return False
    if claim.part or claim.scope:
        return False  # which a member names: 4.86% on a bank-only basis
    said, behind = (
        text[claim.clause_start : claim.figure.start].strip(SKIPPED + ","),
        text[first.start : first.start + _BASIS],
    )
    if said not in language.restatements or text[claim.figure.end : first.start].strip(SKIPPED):
        return False
    return not first.is_term and behind.startswith(
        tuple(f"{word} " for word in language.extra["other_bases"])
    )


_BASIS = 16


def is_included(claim: Claim, best: Reading, setting: Setting) -> bool:
    """Return whether an amount is of what a thing includes, and the reading of that thing: deposits include $8m due to funds.

    So it is where a part that no member is stands behind it: fees were $7m in Oldtown.
    """
    if is_part_unnamed_behind(claim, best, setting) or is_of_unnamed_unit(claim, best, setting):
        return True
    if is_of_named_subject(claim, best, setting) or makes_up_part(claim, best, setting):
        return True
    if (
        not (claim.of_which and claim.is_latin)
        or best.kind not in ("level", "change")
        or best.candidate.inherited
    ):
        return False
    opens = next((t for t in reversed(claim.left) if "of_which" in t.meanings.kinds), None)
    clues = best.candidate.clues
    if opens is None or any(kind == "member" and start > opens.start for kind, start, *_ in clues):
        return False
    if not any(kind == "concept" and end <= opens.start for kind, _, end, _ in clues):
        return False
    text, language = setting.prose.text, setting.language
    verbs = [t for t in claim.left if t.start >= opens.end and t.meanings.verb]
    if best.kind == "change":
        return bool(verbs)  # net profit includes a gain of $30 million
    said = text[verbs[-1].start : verbs[-1].end].split()[0] if verbs else ""
    endings = tuple(language.extra["describing_endings"])
    return not said or said in language.links or (bool(endings) and said.endswith(endings))


def is_unnamed_part(claim: Claim, best: Reading, before: Frame | None) -> bool:
    """Return whether a figure is of a part of what was said before, and no term says of which: 58% of it is secured."""
    if claim.of_unnamed:
        return True
    if claim.is_some and best.kind == "level" and best.timing.start is None:
        return not any(kind == "member" for kind, *_ in best.candidate.clues)  # 61 of the outlets are modern
    said = claim.of_which or (claim.of_before and not claim.total_behind)
    if not said or not claim.is_latin or best.kind not in ("level", "share"):
        return False
    named = any(kind == "member" for kind, *_ in best.candidate.clues)
    if (
        named
        or not (best.candidate.inherited or (claim.scattered and not claim.left_terms))
        or claim.follows is not None
        or (best.kind == "level" and claim.times and _is_at_another_time(claim, best))
    ):
        return False
    return best.kind == "share" or (before is not None and before.candidate.concept == best.base_concept)


def _is_at_another_time(claim: Claim, best: Reading) -> bool:
    """Return whether a figure is of the same thing at a time of its own: of which $4m in the fourth quarter; (2023: $5m)."""
    return best.timing.start is not None or claim.in_bracket or claim.is_before


def is_limit(claim: Claim, text: str, language: Language) -> bool:
    """Return whether an amount is a bound on things and no amount of them: up to $500 each, loans below $500 are ….

    A bound right behind a noun describes it where a verb follows.
    """
    if claim.kind != "level" or claim.figure.kind not in COUNTED or claim.scenario:
        return False
    if _BOUNDS.isdisjoint(claim.qualifiers):
        return False
    if not claim.is_latin:
        inside = claim.figure.kind == "money" and claim.stands_in_bracket(text)
        return inside and _closes_behind(claim, text, language)
    words = [token for token in claim.left if "currency" not in token.meanings.kinds]
    last = text[words[-1].start : words[-1].end] if words else ""
    bounded = bool(words) and "before" in words[-1].meanings.kinds
    if (bounded and last in language.limits) or (last in language.extra["having"] and _is_had(words)):
        return True
    first = next((t for t in claim.right if "after" not in t.meanings.kinds), None)
    joint = words[-1 - bounded :][:1] if len(words) > bounded else []  # of, in loans of more than $5m
    if joint and text[joint[0].start : joint[0].end] in language.genitives[:1]:
        return _is_joined_bound(words[: -1 - bounded], first, text, language, bounded=bounded)
    noun = words[-2] if len(words) > 1 and bounded else None
    if noun is None or not noun.is_term or text[noun.end : words[-1].start].strip():
        return False
    if _is_age(claim) and "function" in words[-1].meanings.kinds:
        return True
    return (
        first is not None
        and _opens_predicate(first, text, language)
        and not text[claim.figure.end : first.start].strip()
    )


def _is_joined_bound(
    words: list[Token], first: Token | None, text: str, language: Language, *, bounded: bool
) -> bool:
    """Return whether a bound behind of tells which things are meant: loans of more than $5m grew; with loans of $5m or more.

    words: up to the thing. first: behind the figure. Loans of more than $5m were granted is so much of them.
    """
    if not (words and words[-1].is_term and first is not None):
        return False
    told = bounded and first.meanings.verb in ("increase", "decrease", "share")
    had = len(words) > 1 and text[words[-2].start : words[-2].end] in language.extra["having"]
    return told or (had and (bool(first.meanings.verb) or _opens_predicate(first, text, language)))


def _closes_behind(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a bracket of Han prose closes behind a bound: 財富客戶（資產50萬元及以上）X has clients of so much."""
    word = max((w for w in language.after if text.startswith(w, claim.figure.end)), key=len, default="")
    return bool(word) and text[claim.figure.end + len(word) :][:1] in _CLOSING


_CLOSING = (")", "）")


def _is_had(words: list[Token]) -> bool:
    """Return whether a word of having joins a bound to those that it tells apart: customers with $250,000 or more."""
    noun = words[-2] if len(words) > 1 else None
    return noun is not None and bool(noun.meanings.concepts) and noun.end + 1 == words[-1].start


def _is_age(claim: Claim) -> bool:
    """Return whether a bare number behind a noun and a bound may be a number of years: customers over 60."""
    figure = claim.figure
    return not (figure.kind or figure.scale or claim.counted or claim.right) and figure.number < _AGE


_AGE = 120


def _opens_predicate(token: Token, text: str, language: Language) -> bool:
    said, verb = text[token.start : token.end], token.meanings.verb
    finite = verb in ("share", "level") and "function" not in token.meanings.kinds  # stood at, and not of
    return said in language.auxiliaries or verb in ("increase", "decrease") or finite


_NAME = re.compile(r"[A-Z][\w&'’-]*(?: (?:of (?:the )?|and |& )?[A-Z][\w&'’-]*)*")
_POSSESSED = re.compile(r"['’]s?(?![a-z])")
_WORDS = re.compile(r"[^\W\d_]+")


def another_named(claim: Claim, start: int, setting: Setting) -> str:
    """Return the organisation, not the entity, whose figure this is by its place in the clause; "" for none.

    It owns what follows (Tamar Bank's profit), opens the clause, or is what a term right before is of. start: of the
    sentence, or where the figure before in it ends.
    """
    language = setting.language
    if not claim.is_latin:
        return _another_in_han(claim, setting)
    printed = setting.prose.printed
    for found in _NAME.finditer(printed, start, claim.figure.start):
        first, last = found.span()
        owned = _POSSESSED.search(printed, first, min(last, claim.figure.start))
        if owned is not None:
            last = owned.start()
        opening = fold(printed[start:first]).strip(SKIPPED + ",")
        opens = not opening or opening in language.name_openers
        first = _without_opener(printed, first, last, language)
        name = printed[first:last]
        if _is_acquired(claim, first, last, setting) or is_described(name, last, claim, setting):
            return name
        if not _is_organisation(name, setting.profile, language):
            continue
        if any(t.is_term and t.start < last and t.end > first for t in (*claim.lead, *claim.left)):
            continue  # a member
        if owned is not None or opens:
            return name
    return ""


def _is_acquired(claim: Claim, first: int, last: int, setting: Setting) -> bool:
    """Return whether a figure only describes who was bought: we acquired Elm Trust, with client assets of $2 billion."""
    text, language = setting.prose.text, setting.language
    bought = tuple(language.extra["acquisitions"])
    if not bought or not text.endswith(tuple(f" {word}" for word in bought), 0, max(first - 1, 0)):
        return False
    words = _WORDS.findall(text, last, claim.figure.start)
    if any(word in language.first_person for word in words):
        return False  # acquired Elm Trust, which brings our assets to $5 billion
    return any(word in language.relatives or word in language.extra["having"] for word in words)


def _another_in_han(claim: Claim, setting: Setting) -> str:
    """Return the organisation that opens a clause with letters which nothing explains: 淡馬銀行同期淨利潤."""
    text, language = setting.prose.text, setting.language
    party = _party_named(claim, setting)
    if party:
        return party
    terms = {token.start for token in claim.left if token.is_term}
    for start, end in claim.unread:
        found = _organisation_in(language.organisations).search(text, start, end + _HAN_KIND)
        if found is None or found.end() < end or found.start() - start < _SHORTEST_NAME:
            continue
        before = text[claim.clause_start : start].strip(SKIPPED)
        if before and not before.endswith(tuple(language.name_openers)):
            continue
        if not terms.isdisjoint(range(claim.clause_start, found.end())):
            continue  # a member, or of what a term before says
        if text.startswith(language.member_heads, found.end()):
            continue  # 商業銀行業務
        if text[start : found.end()] in language.extra["no_organisations"]:
            continue  # 手機銀行
        if not _is_own_in_han(text[start : found.end()], found.group(), setting.profile):
            return setting.prose.printed[start : found.end()]
    return ""


def _party_named(claim: Claim, setting: Setting) -> str:
    """Return whom the entity deals with where a clause says so and no term does: 與關聯方的貸款餘額."""
    text = setting.prose.text
    for found in _party_in(tuple(setting.language.extra["counterparties"])).finditer(
        text, claim.clause_start, claim.figure.start
    ):
        start, end = found.span()
        if not any(t.is_term and t.start <= start and end <= t.end for t in (*claim.lead, *claim.left)):
            return setting.prose.printed[start:end]
    return ""


@cache
def _party_in(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of those whom an entity deals with."""
    return re.compile(alternation(words) or r"(?!)")


def _is_own_in_han(name: str, kind: str, profile: Profile) -> bool:
    """Return whether a name is the entity's, or the beginning of one with the same kind: 漢水銀行, of 漢水農村商業銀行."""
    own = [fold(said) for said in (profile.name, *profile.aliases)]
    return any(name in said or (kind in said and name.removesuffix(kind) in said) for said in own)


_SHORTEST_NAME, _HAN_KIND = 2, 2


@cache
def _organisation_in(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words))) or r"(?!)")


def _without_opener(printed: str, first: int, last: int, language: Language) -> int:
    """Return where a name begins without the word that opens its sentence: At Tamar Bank, The Tamar Bank."""
    word, blank, _ = printed[first:last].partition(" ")
    known = fold(word) in language.name_openers or fold(word) in language.linked_articles
    return first + len(word) + 1 if blank and known else first


def _is_organisation(name: str, profile: Profile, language: Language) -> bool:
    words = set(_WORDS.findall(fold(name)))
    kinds = words & language.organisations
    told = {
        word
        for word in words - kinds - language.divisions - language.clause_words
        if language.words.get(word) != "function"  # Bank Rate
    }
    return bool(kinds) and bool(told) and told.isdisjoint(_own_words(profile))


@lru_cache(maxsize=8)
def _own_words(profile: Profile) -> frozenset[str]:
    return frozenset(word for name in profile.all_names for word in _WORDS.findall(fold(name)))


def goes_on_about(start: int, claim: Claim, setting: Setting) -> bool:
    """Return whether a sentence goes on about whom the one before named: Its deposits …."""
    word = _WORDS.search(setting.prose.text, start, claim.figure.start)
    return word is not None and word.group() in setting.language.pronouns


def speaks_of_us(claim: Claim, setting: Setting) -> bool:
    """Return whether a clause says that it is about the entity."""
    text, first_person = setting.prose.text, setting.language.first_person
    return any(
        "own" in token.meanings.kinds or text[token.start : token.end] in first_person for token in claim.left
    )
