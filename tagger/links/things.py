"""The things that a count counts, where a concept is called by their number: 812,000 clients, of number of clients."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context, near
from tagger.links.decided import Reading
from tagger.links.setting import Setting

PLACES = ("no_concept", "it counts places where something is")


def take_things(claim: Claim, context: Context, setting: Setting) -> None:
    """Read the things right behind a count as the concept that is their number, where no word names another."""
    if context.frames and not (claim.figure.kind or claim.counted or claim.scattered):
        _take_outcome(claim, context, setting)
    said = (*claim.left, *claim.right, *claim.near_lead)
    if claim.scattered or not claim.counted or any(token.meanings.concepts for token in said):
        return
    text = setting.prose.text
    things = text[
        claim.figure.end : text.rfind(claim.counted, 0, claim.noun_end) + len(claim.counted)
    ].strip()
    for of in setting.language.extra["numbers_of"]:
        word = setting.vocabulary.terms.get(f"{of} {things}")
        if word is not None and len(word.concepts) == 1:
            claim.scattered = word.concepts[0]


def _take_outcome(claim: Claim, context: Context, setting: Setting) -> None:
    """Read what a deed came to as how many things there are: opened two branches, bringing the number to eight."""
    text, language = setting.prose.text, setting.language
    words = text[claim.clause_start : claim.figure.start].split()
    if len(words) > 1 and (words[0] in language.relatives or words[0] in language.conjunctions):
        words = words[1:]
    if claim.kind != "level" or not words or words[0] not in language.extra["outcomes"] or claim.left_terms:
        return
    if any(text[start:end] != words[0] for start, end in claim.unread):
        return
    for frame in near(context.frames):
        counted = frame.claim.counted
        named = setting.vocabulary.terms.get(counted) if counted else None
        for concept in named.concepts if named is not None else ():
            fits = setting.index.unit_price(concept, claim.figure, "level", counted) is not None
            if fits and not setting.index.is_flow(concept):
                claim.scattered, claim.counted, claim.unread = concept, counted, []
                return


def why_places(claim: Claim, setting: Setting) -> tuple[str, str] | None:
    """Return why a bare count is none of what a clause is about: it counts places that nothing explains, in 17 countries."""
    if not claim.is_latin or claim.figure.kind or claim.figure.scale or claim.counted or claim.scattered:
        return None
    hole = next(iter(claim.right_unread), None)
    if (
        hole is None
        or hole[0] != claim.figure.end + 1
        or any(token.meanings.concepts for token in claim.right)
    ):
        return None
    text, words = setting.prose.text, setting.language.extra["places_over"]
    for token in reversed(claim.left):
        if text[token.start : token.end] in words:
            return PLACES
        if "before" not in token.meanings.kinds:
            return None
    return None


UNDONE = ("no_concept", "it is what was recovered of it")


def why_recovered(claim: Claim, best: Reading, setting: Setting) -> tuple[str, str] | None:
    """Return why an amount is not what stands behind it: recovered $2 million of loans written off in earlier years."""
    if not claim.is_latin or claim.figure.kind != "money" or not claim.left or claim.scattered:
        return None
    last = claim.last_word
    text, words = setting.prose.text, setting.language.extra["recovered"]
    said = text[last.start : last.end] if last is not None else ""
    if said not in words or any(token.is_term for token in claim.left):
        return None
    named = any(best.base_concept in token.meanings.concepts for token in claim.right)
    return UNDONE if named and not setting.index.is_called(best.base_concept, tuple(words)) else None
