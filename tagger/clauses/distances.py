"""How far a figure is from something that is told with words: short of target, above its peers, less than was made then."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from tagger.clauses.claim import Claim
from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.word import Token, unnamed


def is_short_of_plan(claim: Claim, text: str, language: Language) -> bool:
    """Return whether an amount is how far something is from a yardstick: £12m above the budget, $8m short of target."""
    held, extra = tuple(language.extra["held_to"]), language.extra
    found = _beside_yardstick(held).match(text, claim.figure.end)
    if found is None:
        return False
    if any(word in extra["yardsticks"] for word in found[1].split()):
        return True
    planned = (*extra["targeted_then"], *extra["expected_then"])
    return _beside_plan(held, planned, tuple(extra["what_was"])).match(text, claim.figure.end) is not None


@cache
def _beside_plan(held: tuple[str, ...], planned: tuple[str, ...], what: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a word of comparison, and of what somebody planned: short of what we had hoped for."""
    then = rf" (?:{alternation(what) or '(?!)'}) (?:[a-z]+ ){{1,4}}?(?:{alternation(planned) or '(?!)'})"
    return re.compile(rf"[ \n](?:{alternation(held) or '(?!)'}){then}")


@cache
def _beside_yardstick(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a word of comparison right behind an amount, and what may be a yardstick behind it."""
    return re.compile(rf"[ \n](?:{alternation(words) or '(?!)'})((?:[ \n][a-z'’-]+){{1,3}})")


def read_distance_to_value(claim: Claim, text: str, language: Language) -> bool:
    """Read an amount by which something is off a value that follows as its change: was $4m below the $60m of 2024.

    From a value that was planned, is a yardstick's or another thing's it is a distance, and no figure.
    """
    pattern = _to_value(tuple(language.linked_articles), tuple(language.scales))
    found = pattern.match(text, claim.figure.end)
    if found is None or claim.verb is not None or claim.kind != "level":
        return False
    link = found[2]
    both = f"{found[1]} {link}"  # short of, down on
    way = language.verbs_behind.get(both) or language.verbs_behind.get(found[1])
    known = both in language.verbs_behind or both in language.base_prefixes
    if way is None or not (link is None or link in language.than or known):
        return False
    behind, extra = found[3].split(), language.extra
    off = (*extra["yardsticks"], *extra["targeted_then"], *extra["expected_then"])
    articles = (*extra["articles"], *language.possessed)
    another = (
        behind[:1] == [language.genitives[0]]
        and len(behind) > 1
        and behind[1].isalpha()
        and behind[1] not in articles
    )
    if another or any(word in off for word in behind):
        claim.kind, claim.is_difference = "apart", True
    else:
        claim.change_by(unnamed(*found.span(1)), way)
    return True


@cache
def _to_value(articles: tuple[str, ...], scales: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a word of comparison, a value that an article opens, and some words behind it."""
    number = (
        rf"[^ a-z0-9]{{0,3}}(?:[a-z]{{1,3}}[$ ]?)?[0-9][0-9.,]*(?: ?(?:{alternation(scales) or '(?!)'}))?"
    )
    opened = rf"(?:{alternation(articles) or '(?!)'}) {number}"
    return re.compile(rf"[ \n]([a-z]+)(?:[ \n]([a-z]+))?[ \n]{opened}((?:[ \n][a-z0-9'’-]+){{0,5}})")


def is_of_pace(verb: Token, text: str, language: Language) -> bool:
    """Return whether a comparison is one of two growths: grew 3 percentage points faster than the whole book."""
    found = _YARDSTICK.match(text, verb.end)
    compared = found is not None and found.group().split()[0] in language.than
    return compared and text[verb.start : verb.end] in language.extra["paces"]


def is_against_yardstick(verb: Token, text: str, language: Language) -> bool:
    """Return whether what follows a word of comparison is no time but a yardstick: above the average of its peers."""
    yardsticks = language.extra["yardsticks"]
    valued = _YARDSTICK_VALUE.match(text, verb.end)
    if valued is not None and any(word in yardsticks for word in valued[1].split()):
        return True  # 110 basis points above our 13.5% target
    found = _YARDSTICK.match(text, verb.end)
    words = found.group().split() if found else []
    if not words or not (words[0] in language.than or text[verb.start : verb.end] in language.thresholds):
        return False
    rates = language.extra["market_rates"]  # 170 basis points below the base rate
    return any(word in yardsticks for word in words) or any(
        f" {rate} " in f" {' '.join(words)} " for rate in rates
    )


def is_against_another(claim: Claim, before: Iterable[Claim], text: str, language: Language) -> bool:
    """Return whether a word of comparison leads to the name of another thing: $34 million more than operating expenses.

    before: the figures before it in its sentence, which say what it is of.
    """
    verb = claim.verb
    noun = next((token for token in claim.right if token.is_term), None)
    if verb is None or noun is None or verb.start < claim.figure.end or noun.start < verb.end:
        return False
    between = text[verb.end : noun.start].split()
    compares = between[:1] and between[0] in language.than
    if not (compares or text[verb.start : verb.end] in language.thresholds):
        return False
    that_of = next((n for n in (2, 1) if " ".join(between[-2:][:n]) in language.repeats), 0)
    between = between[: len(between) - that_of]  # faster than that of total loans
    if any(word not in language.than and word not in language.linked_articles for word in between):
        return False
    said = [token for one in (claim, *before) for token in (*one.lead, *one.left)]
    named = (*noun.meanings.concepts, *noun.meanings.members)
    own = {name for token in said for name in (*token.meanings.concepts, *token.meanings.members)}
    return not own.issuperset(named)


_YARDSTICK = re.compile(r"(?:[ \n][a-z'’]+){1,6}")
_YARDSTICK_VALUE = re.compile(
    r"(?:[ \n][a-z'’]+){1,3}[ \n][0-9][0-9.,]*(?:%| ?bps?| ?per cent)((?:[ \n][a-z'’-]+){1,3})"
)


def measure_by_time_behind(claim: Claim, text: str, language: Language) -> None:
    """Take the time of what a change behind its amount is measured by for its base: $5m less than what we had made in 2023."""
    verb, time = claim.verb, next(iter(claim.times), None)
    if (
        claim.kind != "change"
        or verb is None
        or time is None
        or not claim.figure.end < verb.start < time.start
    ):
        return
    between = text[verb.end : time.start].split()
    told = (*language.extra["perfects"], *language.extra["what_was"])
    if any(word in told for word in between):
        claim.base = claim.base or replace(time, base=time.base or "date")
        claim.times = claim.times[1:]


def take_base_of_bracket(claim: Claim, last: Claim | None, text: str, language: Language) -> None:
    """Read an amount alone in brackets right behind what a thing is compared with as of that time: lower than in 2024 ($5bn).

    last: the figure before in its sentence, which may be what is compared: 5% up on the 2024 level ($5bn).
    """
    if not claim.is_alone_in_bracket(text) or claim.times or claim.kind not in ("level", "growth"):
        return
    own = claim.base
    base = own if own is not None else last.base if last is not None else None
    if base is None or base.end >= claim.figure.start or (last is not None and claim.kind != "level"):
        return
    if last is not None and claim.figure.kind == "percent" and last.figure.kind == "money":
        return  # up $2bn on 2024 (5%)
    if text[base.start : base.end].split(maxsplit=1)[0] in language.extra["parts_of_year"]:
        return  # rose 5% year on year ($5bn)
    said = text[base.end : claim.figure.start].rpartition(" (")[0].split()
    if not all(word in language.extra["values_then"] for word in said):
        return
    if base.span is None:
        claim.is_before = True
    else:
        claim.times, claim.base = [replace(base, base="")], None
