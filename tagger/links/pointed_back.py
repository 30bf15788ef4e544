"""A thing that the sentence before names, pointed at by its last word: That return was 11.55%. Those expenses fell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.stretches import outside
from tagger.links.candidate import Context, Frame, near
from tagger.links.setting import Setting
from tagger.words.alternation import alternation
from tagger.words.cover import cover
from tagger.words.forms import singulars
from tagger.words.language import Language
from tagger.words.word import Meaning, Token, Word


def take_pointed_back(
    claim: Claim, sentence: int, before: tuple[int, int], context: Context, setting: Setting
) -> None:
    """Give the first figure of a sentence the concept that a noun behind a demonstrative points back at.

    sentence: where it begins. before: the sentence before. Its members hold where it is all that is spoken of.
    """
    text, language = setting.prose.text, setting.language
    span = _noun_of(claim, sentence, text, language)
    if span is None or text[slice(*span)] in language.extra["rate_nouns"]:
        _take_rate(claim, sentence, before, context, setting)
    if span is None:
        return
    start, end = span
    noun = _singular(text[start:end], language)
    tokens = [token for token in cover(setting.vocabulary, text, *before, []) if token.is_term]
    parts = [token for token in tokens if token.meanings.members and not token.meanings.concepts]
    named = dict.fromkeys(_named_so(claim, noun, tokens, setting))
    if parts and named:
        article = text[claim.clause_start : start].split()[0] in language.extra["articles"]
        if article or not _are_beside(parts, tokens):
            return
        context.meant = parts
    if not named:
        named = _of_figures(claim, noun, before, context, setting)
    if len(named) == 1:
        word = Word((Meaning("concept", next(iter(named))),))
        kept = [token for token in claim.left if token.end <= start or token.start >= end]
        claim.left = sorted([*kept, Token(start, end, word, is_term=True)], key=lambda token: token.start)
        claim.unread = outside(claim.unread, start, end)


def _of_figures(
    claim: Claim, noun: str, before: tuple[int, int], context: Context, setting: Setting
) -> dict[str, None]:
    """Return the concepts of figures of the sentence before that are called by a noun: the last one, else the others."""
    last, names = context.before, setting.index.named_parts.names
    for frames in ((last,) if last is not None else (), context.earlier):
        found = {
            frame.candidate.concept: None
            for frame in frames
            if before[0] <= frame.claim.figure.start < before[1]
            and any(
                head_of(name, setting.language) == noun for name in names.get(frame.candidate.concept, ())
            )
            and _fits(claim, frame.candidate.concept, setting)
        }
        if found:
            return found
    return {}


def _take_rate(
    claim: Claim, sentence: int, before: tuple[int, int], context: Context, setting: Setting
) -> None:
    """Give a per cent the rate of the sentence before where a noun for any rate is all that names it: the share over a year."""
    text, language, frame = setting.prose.text, setting.language, context.before
    if claim.figure.kind != "percent" or frame is None or frame.claim.figure.start < before[0]:
        return
    concept = frame.candidate.concept
    rate = (
        setting.index.taxonomy.concept_by_qname[concept].type == "percent" and frame.candidate.kind == "level"
    )
    if not rate or claim.clause_start > sentence + 1 or any(token.meanings.concepts for token in claim.left):
        return
    nouns = _rate_noun(tuple(language.extra["demonstratives"]), tuple(language.extra["rate_nouns"]))
    found = nouns.search(text, claim.clause_start, claim.figure.start)
    if (
        found is None
        or any(hole != found.span(1) for hole in claim.unread)
        or not _fits(claim, concept, setting)
    ):
        return
    known = [token for token in claim.left if token.end <= found.start(1) or token.start >= found.end(1)]
    words = [token for token in known if not token.is_term and token.start >= found.end(1)]
    if not any(_is_finite(token, text, language) for token in words[:1] + words[-2:]):
        return
    word = Word((Meaning("concept", concept),))
    claim.left = sorted([*known, Token(*found.span(1), word, is_term=True)], key=lambda token: token.start)
    claim.unread, context.points_back = [], True


def take_noun_of_whole(claim: Claim, before: Claim | None, context: Context, setting: Setting) -> None:
    """Read the last word of a name as what was said before where an amount is a part of that: $2m of the losses.

    Only behind a verb of share (loans accounted for $2m of the losses, and cards for $1m), or where the noun speaks of a
    cost or an income, which no balance is: home loans caused $2m of the charge. before: the claim before.
    """
    text, language = setting.prose.text, setting.language
    if claim.figure.kind != "money" or claim.kind not in ("level", "change") or not claim.is_latin:
        return
    pointing = (
        next((t for t in before.right if t.meanings == _OF_WHOLE), None) if before is not None else None
    )
    came_to = (
        claim.verb is not None and claim.verb.meanings.verb == "reach"
    )  # and reached $46m, all that it is
    if pointing is not None and before is not None and before.sentence == claim.sentence and not came_to:
        claim.lead, claim.marks = [pointing, *claim.lead], claim.marks | {"of_which"}
        claim.of_which |= before.kind == "change"
        return
    nouns = tuple(language.extra["nouns_of_change"]) if claim.kind == "change" else ()
    parts = _part_of_noun(
        tuple(language.genitives), tuple(language.extra["demonstratives"]), nouns, tuple(language.links)
    )
    found = parts.match(text, claim.figure.end)
    if found is None:
        return
    noun = _singular(found[1], language)
    side = next((side for side, key in _SIDES if noun in language.extra[key]), "")
    named = [concept for token in claim.left for concept in token.meanings.concepts]
    flow = any(setting.index.is_flow(concept) for concept in named)
    moved = (f for f in near(context.frames or context.earlier) if f.candidate.kind in ("change", "growth"))
    # losses rose by 5%. Home loans made up $3m of the rise; but staff costs made up $3m of that of expenses
    whole = next(moved, None) if noun in nouns and not flow else None
    whole = whole or _whole_called(noun, side, context, setting)
    if whole is None or not (side or any(token.meanings.verb == "share" for token in claim.left)):
        if side and not flow:
            claim.kind = "apart"  # loans caused $2m of the damage
        return
    if not context.frames:
        context.before = whole
    start, end = found.start() + 1, found.end()
    kept = [token for token in claim.right if token.end <= start or token.start >= end]
    claim.right = [Token(start, end, _OF_WHOLE, is_term=False), *kept]
    claim.right_unread = outside(claim.right_unread, start, end)
    claim.of_which, claim.of_another, claim.marks = True, False, claim.marks | {"of_which"}


def _whole_called(noun: str, side: str, context: Context, setting: Setting) -> Frame | None:
    """Return the figure before, or the one that the paragraph began with, which a noun is the last word of, or speaks of.

    side: the balance of a flow that the noun speaks of, whatever it is called, if it is such a word: the charge, the bill.
    """
    before = context.last or context.before
    opened = [] if context.frames else context.opened[:1]
    for frame in ([before] if before is not None else []) + opened:
        concept = setting.index.taxonomy.concept_by_qname[frame.candidate.concept]
        names = setting.index.named_parts.names.get(concept.qname, ())
        flow = concept.type == "monetary" and concept.period_type == "duration"
        if any(head_of(name, setting.language) == noun for name in names):
            return frame
        if side and flow and concept.balance == side and frame.candidate.kind == "level":
            return frame
    return None


_SIDES = (("debit", "costs_spoken_of"), ("credit", "income_spoken_of"))


_OF_WHOLE = Word((Meaning("of_which", ""),))
"""What such a word means."""


@cache
def _part_of_noun(
    genitives: tuple[str, ...], pointing: tuple[str, ...], changes: tuple[str, ...], links: tuple[str, ...]
) -> re.Pattern[str]:
    """Return the pattern of a noun right behind an amount that is a part of it, or of its change: of the (rise in) costs."""
    of, the, change, link = (alternation(words) or "(?!)" for words in (genitives, pointing, changes, links))
    moved = rf"(?:[a-z-]+ )?(?:{change}) (?:{link}) (?:(?:{the}) )?"
    moved = f"(?:{moved})?" if changes else ""
    return re.compile(rf" (?:{of}) (?:{the}) {moved}([a-z-]+)(?![\w-])")


@cache
def _rate_noun(words: tuple[str, ...], nouns: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a noun for any rate behind what points back."""
    return re.compile(rf"(?<![\w-])(?:{alternation(words)}) ({alternation(nouns)})(?= (?!of\b))")


def _noun_of(claim: Claim, sentence: int, text: str, language: Language) -> tuple[int, int] | None:
    """Return where a noun stands that is all of a clause's subject but for a demonstrative and a time: the year-end ratio was.

    sentence: where it begins; what stands before the clause names nothing.
    """
    at = max(sentence, claim.clause_start)
    pointing = _pointing(tuple(language.extra["demonstratives"]))
    opening = pointing.match(text, at, claim.figure.start)
    first = claim.times[0] if claim.times and opening is None else None
    if first is not None and first.start <= at + _OPENING:
        opening = pointing.match(text, first.end, claim.figure.start)  # six months ago that ratio was
    if opening is None or any(token.meanings.concepts for token in claim.lead):
        return None
    start = opening.end()
    start = next((phrase.end + 1 for phrase in claim.times if phrase.start == start), start)
    found = _NOUN.match(text, start, claim.figure.start)
    if found is None or not _is_verb(claim, found.end(), text, language):
        return None
    return found.span()


_NOUN = re.compile("[a-z-]+")
_OPENING = 12
"""How far into a clause a phrase of time may begin that opens it."""


def _named_so(claim: Claim, noun: str, tokens: list[Token], setting: Setting) -> Iterator[str]:
    """Yield the concepts that terms name with the noun, or whose names are about it, and which the figure fits."""
    text, language = setting.prose.text, setting.language
    for token in tokens:
        for concept in token.meanings.concepts:
            said = (text[token.start : token.end], *setting.index.named_parts.names.get(concept, ()))
            if any(head_of(name, language) == noun for name in said) and _fits(claim, concept, setting):
                yield concept


def _are_beside(parts: list[Token], tokens: list[Token]) -> bool:
    """Return whether the names of parts stand right before a name that they are parts of: corporate loans."""
    at = next((token.start for token in tokens if token.meanings.concepts), 0)
    for part in reversed(parts):
        if part.end != at - 1:
            return False
        at = part.start
    return True


def _fits(claim: Claim, concept: str, setting: Setting) -> bool:
    """Return whether a figure may be of a concept, and what opens the sentence a part of it: In Hong Kong, the ratio was."""
    index = setting.index
    if index.unit_price(concept, claim.figure, claim.kind, claim.counted) is None:
        return False
    axes = {axis for token in (*claim.lead, *claim.left) for axis, _ in token.meanings.members}
    return all(index.permits(concept, frozenset((axis,))) for axis in axes)


def _is_verb(claim: Claim, at: int, text: str, language: Language) -> bool:
    """Return whether a verb stands right behind a noun, which is then all of the subject."""
    token = next((token for token in claim.left if token.start == at + 1), None)
    return token is not None and _is_finite(token, text, language)


def _is_finite(token: Token, text: str, language: Language) -> bool:
    """Return whether a word is a verb of its clause."""
    said = text[token.start : token.end]
    return (
        token.meanings.verb not in ("", "level_from")
        or said in language.auxiliaries
        or said in language.finite_verbs
    )


def head_of(name: str, language: Language) -> str:
    """Return the noun that a name is about: return, of return on average equity."""
    words = name.split()
    linking = (*language.links, *language.distributives)
    link = next((at for at, word in enumerate(words) if at and word in linking), len(words))
    return _singular(words[link - 1], language)


def _singular(word: str, language: Language) -> str:
    return next(singulars(word, language), word)


@cache
def _pointing(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a demonstrative that opens a clause."""
    return re.compile(rf"\s*(?:{alternation(words)}) ")
