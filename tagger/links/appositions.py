"""Whom English describes by what they have, right behind their name: Vale Finance, a lender with 40 branches.

What they have is theirs, and not the entity's.
"""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.links.setting import Setting
from tagger.words.alternation import alternation
from tagger.words.folding import fold
from tagger.words.language import load_language


def is_described(name: str, end: int, claim: Claim, setting: Setting) -> bool:
    """Return whether a figure only describes who bears a name; end: where the name does. No time bears one: March, a month."""
    language = setting.language
    found = _description(language.tags).fullmatch(setting.prose.text, end, claim.figure.start)
    if found is None:
        return False
    start = end - len(name)
    if any(t.is_term and t.start <= start and end <= t.end for t in (*claim.lead, *claim.left)):
        return False  # Retail Banking, a division with 40 branches
    if not language.first_person.isdisjoint(found[1].split()):
        return False
    said = fold(name)
    own = [fold(one) for one in (*setting.profile.all_names, *language.extra["months"])]
    return not any(said in one or one in said for one in own)


@cache
def _description(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern from behind a name up to a figure that only describes it."""
    language = load_language(*tags)
    articles = alternation(language.extra["articles"]) or "(?!)"
    having = alternation(language.extra["having"]) or "(?!)"
    return re.compile(rf", ((?:{articles}) [^,.;:()]{{3,60}}? (?:{having})(?: [^,.;:()]*)?)")
