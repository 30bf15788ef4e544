"""What a conjunction joins to a verb of change as what is there: consumer loans fell and were 12% of the portfolio."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.runs import UP_OR_DOWN
from tagger.words.language import Language
from tagger.words.word import Token


def leave_moves(
    claim: Claim, verbs: list[tuple[Token, str]], text: str, language: Language
) -> list[tuple[Token, str]]:
    """Return the verbs of a run, the last first; none where the figure is what a move came to: the ratio was higher at 14.8%."""
    if _came_to(verbs[1][0], verbs[0][0], text, language) or _read_joined(claim, verbs, text, language):
        return []
    return verbs


def _came_to(compared: Token, at: Token, text: str, language: Language) -> bool:
    """Return whether a word of comparison only says how what something came to compares: was higher at, better at."""
    said = text[compared.start : compared.end]
    known = said in language.verbs_behind or said in language.comparatives
    return known and text[at.start : at.end] in language.extra["standing_at"] and at.start == compared.end + 1


def _read_joined(claim: Claim, verbs: list[tuple[Token, str]], text: str, language: Language) -> bool:
    """Read what a conjunction of Latin prose joins to a verb of change as what is there: consumer loans fell and were 12% of all.

    Of a growth that is named it is the growth: loan growth slowed and was 5%. Return whether it is joined so.
    """
    if verbs[0][1] != "level" or not claim.is_latin:
        return False
    at, (change, _) = next(((n, v) for n, v in enumerate(verbs) if v[1] != "level"), (0, verbs[0]))
    between = text[change.end : verbs[0][0].start].replace(",", "").split()
    if not any(word in language.conjunctions for word in between):
        return False
    nouns = language.extra["nouns_of_change"]
    noun = next((v for v in verbs[at + 1 :] if text[v[0].start : v[0].end] in nouns), None)
    if noun is not None and noun[1] in UP_OR_DOWN:
        claim.change_by(*noun)
    claim.verb = claim.verb or verbs[0][0]
    return True
