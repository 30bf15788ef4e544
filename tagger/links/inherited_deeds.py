"""What English says was done with so many of the things told before, which are not all there are.

We serve 9.8 million customers. We won 120,000 of them in Italy; 41,000 were added in Romania; 410 MW were commissioned.
"""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.runs import LAST_WORD
from tagger.clauses.subjects import is_participle
from tagger.figures.figure import RATIOS
from tagger.links.candidate import Context
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language


def leave_what_was_done(
    claim: Claim, context: Context, text: str, index: TaxonomyIndex, language: Language
) -> None:
    """Take what was done with a part of what was told before as none of it, where that is what there is at a day."""
    frame = context.last or context.before
    if frame is None or claim.kind != "level" or claim.figure.kind in RATIOS or claim.scattered:
        return
    if index.is_flow(frame.candidate.concept) or claim.is_before or claim.is_stock:
        return
    if any(token.meanings.concepts for token in (*claim.left, *claim.right)):
        return
    named = claim.figure.kind == "money" and any(token.is_term for token in claim.right)
    # $3bn of them were lent to firms: so much is theirs
    claim.of_another |= _is_done(claim, text, language) or (not named and _was_done(claim, text, language))


def _is_done(claim: Claim, text: str, language: Language) -> bool:
    """Return whether the word right before a figure, but for bounds, says what was done: we hired another 120."""
    at = claim.amount_start
    for token in reversed(claim.left):
        if token.start < at and not token.is_term and "before" in token.meanings.kinds:
            at = token.start
    last = LAST_WORD.search(text, claim.clause_start, at)
    return last is not None and last[1] in language.dealings


def _was_done(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a verb behind a figure says what was done with so many: 900 of them were added, 120 of whom we won."""
    found = _done(language.tags).match(text, claim.figure.end)
    if found is None:
        return False
    if text.startswith(tuple(f"{words} " for words in language.extra["allocations"]), found.start("by")):
        return False  # $1bn of it was granted to small firms, which owe it
    deed, between = found["deed"], text[claim.figure.end : found.start("by")].split()
    if deed in language.extra["there_where"] or any(w in language.extra["causes"] for w in between):
        return False  # 9,800 were based in Italy; $41 billion after we won mandates
    holes = [text[slice(*hole)] for hole in claim.right_unread]
    done = deed in language.dealings or deed in language.deeds or deed in language.contributions
    return done or (deed in holes and is_participle(deed, language))


@cache
def _done(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what stands behind a figure up to what was done with so many, then."""
    language = load_language(*tags)
    past = alternation(language.extra["was_done"]) or "(?!)"
    who = alternation(language.first_person - language.possessed) or "(?!)"
    return re.compile(rf"(?: [a-z-]+){{0,4}}? (?P<by>{past}|{who}) (?:[a-z]+ly )?(?P<deed>[a-z-]+)\b")
