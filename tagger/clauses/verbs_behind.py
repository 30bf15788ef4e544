"""Words of change right behind a figure: 2% lower, 18 fewer, a 5% increase, 14% above 2021."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.distances import (
    is_against_yardstick,
    is_of_pace,
    is_short_of_plan,
    read_distance_to_value,
)
from tagger.clauses.runs import (
    BESIDE_AMOUNT,
    IN_PER_CENT,
    NEXT_WORD,
    SKIPPED,
    UP_OR_DOWN,
    WORD_BEFORE_AMOUNT,
)
from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.word import Token, unnamed


def read_verb_behind(
    claim: Claim,
    tokens: list[Token],
    phrases: list[TimePhrase],
    text: str,
    at: int,
    limit: int,
    language: Language,
) -> None:
    """Read a word of change right behind the figure, or of a distance to something else: 2% lower, 3 points above peers.

    phrases: of time, behind the figure.
    """
    amount = claim.is_latin and claim.figure.kind in _AMOUNTS
    if amount and (is_short_of_plan(claim, text, language) or _is_taken_off(claim, text, language)):
        claim.kind, claim.is_difference = "apart", True
        return
    if amount and (
        _read_change_made(claim, text, limit, language) or read_distance_to_value(claim, text, language)
    ):
        return
    if claim.is_latin and claim.figure.kind in IN_PER_CENT and _moved_from(claim, text, language):
        return
    _read_change_behind(claim, tokens, phrases, text, at, limit, language)
    verb = claim.verb
    if verb is not None and verb.start >= claim.figure.end and claim.figure.kind in IN_PER_CENT:
        claim.is_difference = claim.is_latin and (
            is_against_yardstick(verb, text, language) or is_of_pace(verb, text, language)
        )


def _is_taken_off(claim: Claim, text: str, language: Language) -> bool:
    """Return whether an amount is what a thing took off another, which is named behind it: took $8m off the margin."""
    last, off = claim.last_word, NEXT_WORD.match(text, claim.figure.end)
    if last is None or off is None or text[last.start : last.end] not in language.extra["moved"]:
        return False
    behind = NEXT_WORD.match(text, off.end())
    moved = language.verbs_behind.get(off[1]) in UP_OR_DOWN and off[1] not in language.comparatives
    return (
        moved
        and behind is not None
        and behind[1] not in language.conjunctions
        and behind[1] not in language.than
    )


def _moved_from(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a word of change right behind a rate says what that was before, and no growth: 60% up from 40%."""
    figure = claim.figure
    found = _UP_FROM.match(text, figure.end)
    if found is None or language.verbs.get(found[2]) != "level_from":
        return False
    moved = language.verbs_behind.get(found[1]) or language.verbs.get(found[1])
    return moved in UP_OR_DOWN and text.startswith(text[figure.digits_end : figure.end], found.end())


_UP_FROM = re.compile(r"[ \n]([a-z]+)[ \n]([a-z]+)[ \n][0-9][0-9.,]*")
_AMOUNTS = ("", "count", "money")


def _read_change_made(claim: Claim, text: str, limit: int, language: Language) -> bool:
    """Read an amount as a change that it was a part of, or by which a balance shrank: contributed $6m to the increase.

    Or let $5m of deposits run off.
    """
    last = claim.last_word
    if last is not None and last.meanings.verb in ("share", "increase"):
        found = _TO_CHANGE.match(text, claim.figure.end, limit)
        if found is not None:
            for group in (1, 2):
                target = language.verbs_behind.get(found[group])
                if target and found[group] in language.extra["nouns_of_change"]:
                    claim.change_by(unnamed(*found.span(group)), target)
                    return True
    shrunk = _shrunk(tuple(language.extra["run_off"])).match(text, claim.figure.end, limit)
    if shrunk is None or claim.left_terms:
        return False
    claim.change_by(unnamed(*shrunk.span(1)), "decrease")
    return True


_TO_CHANGE = re.compile(r" to (?:the|this|that|its|our) ([a-z-]+)(?: ([a-z-]+))?")
"""What stands behind a part of a change: $6m to the (quarterly) increase."""


@cache
def _shrunk(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what shrank behind the amount by which it did: of brokered deposits to run off."""
    return re.compile(rf" of(?: [a-z-]+){{1,5}}? ({alternation(words) or '(?!)'})(?![a-z-])")


def _read_change_behind(
    claim: Claim,
    tokens: list[Token],
    phrases: list[TimePhrase],
    text: str,
    at: int,
    limit: int,
    language: Language,
) -> None:
    """Read a word of change right behind the figure: 2% lower, 18 fewer, a 5% increase, 14% above 2021."""
    if claim.is_latin and (
        _read_comparative(claim, text, limit, language) or _read_compared(claim, phrases, text, language)
    ):
        return
    for token in tokens:
        if token.start >= limit or text[at : token.start].strip(SKIPPED):
            return
        if token.is_term:
            return
        target = language.verbs_behind.get(text[token.start : token.end]) or token.meanings.verb
        if target in UP_OR_DOWN and claim.is_latin and _is_behind(token, text, limit):
            than = text[token.end : limit].lstrip(" ").startswith(language.than or "\0")
            adjacent = token.start <= claim.figure.end + 1  # stood $12bn higher
            compares = adjacent and text[token.start : token.end] in language.comparatives
            whole = claim.figure.kind == "money" and token.meanings.verb == target
            done = NEXT_WORD.match(text, token.end)
            acted = not claim.figure.kind and done is not None and done[1] in language.auxiliaries
            if acted or (whole and not (than or compares)):
                return  # 12 more are planned; $5bn increase: of what, its own clause says
            claim.kind = "growth" if claim.figure.kind == "percent" else "change"
            claim.sign, claim.verb = (-1 if target == "decrease" else 1), token
            return
        said = text[token.start : token.end]
        if claim.is_latin and (
            said in language.links or said in language.auxiliaries or said in language.finite_verbs
        ):
            return  # 58% of advances, 116% were above the minimum, 14% remains above our target
        at = token.end


def _read_comparative(claim: Claim, text: str, limit: int, language: Language) -> bool:
    """Read a comparative right behind a per cent, though a phrase of time holds it: 4.1% above December 2023."""
    found = _LATIN_WORDS.match(text, claim.figure.end)
    rate = claim.figure.kind in IN_PER_CENT
    if not found or (not rate and found[2] not in language.than):
        return False
    both = f"{found[1]} {found[2]}"
    for word in (
        (both,) if found[2] in language.by else (both, found[1])
    ):  # a ratio of 92% improved by 2 points
        target = language.verbs_behind.get(word)
        after = text[claim.figure.end + 1 + len(word) : limit].strip(SKIPPED)
        claim.unsure_sign = rate and language.verbs.get(word) in ("improve", "worsen")
        target = language.verbs[word] if claim.unsure_sign else target
        if target and after and claim.figure.end + len(word) < limit:
            claim.change_by(unnamed(claim.figure.end + 1, claim.figure.end + 1 + len(word)), target)
            return True
    claim.unsure_sign = claim.unsure_sign and found[2] not in language.by  # 70bps better
    return False


def _read_compared(claim: Claim, phrases: list[TimePhrase], text: str, language: Language) -> bool:
    """Read an amount as a change: was £5m above 2023, some £2m up on last year, a £140m increase in costs.

    One that a name or a word such as "of" leads to is a level, whatever it is compared with.
    """
    found = _COMPARED.match(text, claim.figure.end) if claim.figure.kind == "money" else None
    if found is None:
        return False
    both = f"{found[2]} {found[3]}"
    target = language.verbs_behind.get(both) or language.verbs_behind.get(found[2])
    if found[1] and language.verbs.get(both) == "level_from":
        return False  # $1.1bn, or 1.3% of loans, down from 1.5%
    if target is None or not (
        _is_one_change(claim, found, text, language)
        or (_stands_alone(claim, text, language) and _is_compared(found, both, phrases, text, language))
    ):
        return False
    claim.change_by(unnamed(*found.span(2)), target)
    if claim.base is None:
        then = _value_then(found, phrases, text, language)
        claim.base = then or next((p for p in phrases if p.base and p.start == found.start(2)), None)
    return True


_COMPARED = re.compile(r"( \([^()]{0,24}\)|, [a-z]{2} [^,;()]{1,16},)?[ \n]([a-z]+)(?:[ \n]([a-z]+))?")
"""What stands behind an amount that is compared, which a bracket or commas may say once more: £9m, or 3%, up on."""


_VALUE_THEN = re.compile(r" (?:the|its|their|our) ([a-z]+)(?: (?:of|at|in))? ")
"""What may stand between a word of comparison and a time: above (their level of) a year ago."""


@cache
def _what_then(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what may stand between a word of comparison and a time: short of (what it had made in) 2023."""
    return re.compile(rf" (?:{alternation(words) or '(?!)'}) (?:the )?([a-z]+)(?: [a-z]+){{0,4}} ")


def _opens_base(found: re.Match[str], both: str, text: str, language: Language) -> bool:
    """Return whether words behind an amount and what says it once more compare it: up on; above December; more than that of."""
    then = _VALUE_THEN.match(text, found.end(2))
    valued = then is not None and then[1] in language.extra["values_then"]
    is_month = found[2] in language.base_prefixes and found[3] in language.extra["months"]
    return both in language.base_prefixes or valued or is_month or found[3] in language.than


def _value_then(
    found: re.Match[str], phrases: list[TimePhrase], text: str, language: Language
) -> TimePhrase | None:
    """Return the time whose value words behind an amount compare it with: above (their level of) a year ago."""
    then = _VALUE_THEN.match(text, found.end(2))
    if then is None or then[1] not in language.extra["values_then"]:
        return _time_of_what(found, phrases, text, language)
    times = range(then.end(1), then.end() + 1)
    phrase = next((phrase for phrase in phrases if phrase.start in times), None)
    return replace(phrase, base=phrase.base or "date") if phrase is not None else None


def _time_of_what(
    found: re.Match[str], phrases: list[TimePhrase], text: str, language: Language
) -> TimePhrase | None:
    """Return the time behind what something had then, which an amount is compared with: short of (what it had made in) 2023."""
    what = _what_then(tuple(language.extra["what_was"]))
    if not found[3] or not phrases or not what.match(text, found.end(3)):
        return None
    who = language.subject_pronouns | language.subjects
    for phrase in phrases:
        then = what.fullmatch(text, found.end(3), phrase.start)
        if then is not None and then[1] in who:
            return replace(phrase, base=phrase.base or "date")
    return None


def _is_compared(
    found: re.Match[str], both: str, phrases: list[TimePhrase], text: str, language: Language
) -> bool:
    """Return whether a time to compare with stands in, or right behind, the words behind an amount."""
    at = found.start(2)
    if found[1] and _opens_base(found, both, text, language):
        return True
    if found[1] and any(phrase.base and phrase.start == at for phrase in phrases):
        return True  # $9m, or 3%, above December 2023
    if _value_then(found, phrases, text, language) is not None:
        return True
    if found[1]:
        return found[2] in language.comparatives and (
            not found[3] or found[3] in language.extra["standing_at"]
        )  # €240m, or 8%, higher
    return bool(phrases and phrases[0].base and at <= phrases[0].start <= found.end() + 1)


def _is_one_change(claim: Claim, found: re.Match[str], text: str, language: Language) -> bool:
    """Return whether an article makes an amount the measure of a change, and a link says of what."""
    before = WORD_BEFORE_AMOUNT.search(text, claim.clause_start, claim.figure.start)
    linked = found[3] in language.links and found[3] not in language.genitives
    return before is not None and before[1] in language.one and linked and not found[1]


def _stands_alone(claim: Claim, text: str, language: Language) -> bool:
    """Return whether nothing but an auxiliary leads to an amount: was some £5m, closed the year £5m, or none behind its comma."""
    words = [t for t in claim.left if t.meanings.kinds.isdisjoint(BESIDE_AMOUNT)]
    while words and (
        (said := text[words[-1].start : words[-1].end]) in language.linked_articles
        or said in language.extra["before_topics"]
    ):
        words.pop()  # the (year); $2m above March and $5m above December
    if not words or text[words[-1].start : words[-1].end] in language.auxiliaries:
        return True
    for stood in language.extra["stood"]:
        at = text.rfind(f" {stood} ", claim.clause_start, claim.figure.start)
        if at >= 0 and words[-1].start <= at + len(stood):
            return True
    return False


_LATIN_WORDS = re.compile(r"[ \n]([a-z]+)(?:[ \n]([a-z]+))?")


def _is_behind(token: Token, text: str, limit: int) -> bool:
    """Return whether a word of change belongs to the figure before it: in 5bn, up 3% it does not."""
    return bool(text[token.end : limit].strip(SKIPPED)) or limit >= len(text) or not text[limit].isdigit()


def read_comparative_behind_noun(claim: Claim, text: str, language: Language) -> None:
    """Read a count whose noun is compared right behind it as a change: two branches fewer than a year before."""
    found = _LATIN_WORDS.match(text, claim.noun_end) if claim.noun_end > claim.figure.end else None
    target = language.verbs_behind.get(found[1]) if found and found[2] in language.than else None
    if found is not None and target in UP_OR_DOWN:
        claim.change_by(unnamed(*found.span(1)), target)


def read_noun_behind(
    claim: Claim, tokens: list[Token], text: str, at: int, limit: int, language: Language
) -> None:
    """Read a figure that describes a change as one: 實現5%左右的增長, 錄得4.2%跌幅至18億元, 錄得26%增長, 12個基點的降幅."""
    word = next((w for w in language.attributive if text.startswith(w, at)), "")
    number = next((n for n, token in enumerate(tokens) if token.start == at + len(word)), -1)
    noun = tokens[number] if number >= 0 else None
    if noun is None or noun.is_term or claim.figure.kind not in _CHANGED or noun.end > limit:
        return
    said, meaning = text[noun.start : noun.end], noun.meanings.verb
    if meaning == "reach":  # 8%的增長至500億元
        said, meaning = _change_in(said, language)
    if meaning not in UP_OR_DOWN:
        return
    if not (word or said in language.growth_nouns or _is_had(claim, noun, text, language)):
        return
    behind = tokens[number + 1] if number + 1 < len(tokens) else None
    reached = behind is not None and behind.start == noun.end and behind.meanings.verb in ("reach", "level")
    whole = len(said) == noun.end - noun.start
    if whole and not reached and text[noun.end : noun.end + 1].isalpha():
        return
    claim.kind = "growth" if claim.figure.kind in ("percent", "times") else "change"
    claim.sign, claim.verb = -1 if meaning == "decrease" else 1, noun


def _is_had(claim: Claim, noun: Token, text: str, language: Language) -> bool:
    """Return whether a word of change right behind a per cent, which ends its clause, is what the subject had: 錄得26%增長.

    Not where the per cent has a verb of its own (佔26%增長), or is what something is compared with.
    """
    reaches = noun.meanings.verb == "reach"  # 錄得8%增長至500億元
    if claim.figure.kind != "percent" or (text[noun.end : noun.end + 1].isalnum() and not reaches):
        return False
    had = any(token.meanings.verb == "level" for token in claim.left)
    last = claim.last_word
    compared = last is not None and text[last.start : last.end] in language.attributive
    if not had and (compared or not claim.left_terms):
        return False  # 較六月底的262%下降, 較112年底之14.62%及12.41%提升
    return all(token.meanings.verb in ("", "level") for token in claim.left[-_VERBS:])


_VERBS = 3
"""How many words before a per cent may hold its own verb."""
_CHANGED = ("percent", "money", "times", "percentage_points", "basis_points")
"""The kinds of figures that a noun of change may say something of."""


def _change_in(said: str, language: Language) -> tuple[str, str]:
    """Return the verb of change that one of reaching begins with, and its meaning: 增長, of 增長至."""
    for cut in range(len(said) - 1, 0, -1):
        if language.verbs.get(said[cut:]) == "reach" and language.verbs.get(said[:cut]) in UP_OR_DOWN:
            return said[:cut], language.verbs[said[:cut]]
    return said, ""
