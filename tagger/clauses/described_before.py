"""Values that something is compared with, of which a clause behind them says that they are no earlier ones.

Above the 10.5% that supervisors require; against the 10.5% we must hold. The 10.5% that we reported a year ago is one.
"""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.subjects import is_participle
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language

_REACH = 80
"""How far behind a figure the clause about it may go."""


def leave_described_value(claim: Claim, text: str, language: Language) -> None:
    """Leave a value before open of which a clause right behind it tells something else than that it was so then."""
    if not claim.is_latin or not claim.is_before or claim.kind != "level" or claim.scenario:
        return
    at = claim.figure.end
    if any(time.end > claim.figure.start for time in claim.times) or (claim.base and claim.base.start >= at):
        return  # the 10.5% of a year ago
    found = _clause(language.tags).match(text, at, at + _REACH)
    if found is None or not (found["that"] or text.endswith(_articles(language.tags), 0, claim.amount_start)):
        return
    words = found[0].split()
    opens = bool(found["that"] or found["who"]) or is_participle(words[0], language)
    told = language.extra["told_then"]
    if opens and not any(word in told for word in words):
        claim.kind = "apart"


@cache
def _articles(tags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {article} " for article in load_language(*tags).linked_articles)


@cache
def _clause(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a clause right behind a figure, to its end: that the supervisors require."""
    language = load_language(*tags)
    pointing = [word for word in language.extra["demonstratives"] if word in language.subject_pronouns]
    that = alternation([*language.relatives, *pointing]) or "(?!)"
    links = alternation([*language.links, *language.links_at]) or "(?!)"
    who = alternation([*language.first_person, *language.subject_pronouns]) or "(?!)"
    opens = rf"(?P<that>(?:(?:{links}) )?(?:{that}))|(?P<who>{who})|[a-z]+"
    return re.compile(rf" (?:{opens})(?: [a-z'’-]+){{0,9}}(?=[.,;:)\n])")
