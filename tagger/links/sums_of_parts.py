"""The whole that a clause of Latin prose comes to behind its parts: so that loans finished 5% up; together they rose by 4%.

A thing named anew behind several of its parts, with no part of its own, is all of it. What several parts have together is
all of it only where they are all the parts there are; else no fact says it.
"""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context, Frame, near
from tagger.links.listed_totals import is_sum
from tagger.links.setting import Setting
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language
from tagger.words.whole_words import whole_words

_FEWEST = 2


def take_sum(claim: Claim, context: Context, setting: Setting) -> None:
    """Note of a claim that it is of all, or of several parts together, behind figures of these parts."""
    opens = not context.frames
    frames = context.earlier if opens else context.frames
    if len(frames) < _FEWEST or claim.follows is not None or claim.of_which or claim.total:
        return
    named = [token for token in claim.left if token.is_term]
    if any(token.meanings.members for token in (*named, *claim.part)):
        return
    concept = frames[-1].candidate.concept
    if named and not any(concept in token.meanings.concepts for token in named):
        frames, concept = frames[:-1], frames[-2].candidate.concept  # cards $1bn, and loans
        if not any(concept in token.meanings.concepts for token in named):
            return
    parts = _parts_before(frames, concept)
    if not parts:
        return
    text, language = setting.prose.text, setting.language
    if _says_together(claim, context, text, language):
        claim.total = bool(named) or _are_all(parts, setting.index) or is_sum(claim, context.frames)
        claim.is_undealt |= not claim.total
    elif opens:
        claim.total = any("total" in token.meanings.kinds for token in claim.lead)
    elif not (named or claim.is_before) and claim.kind == "level" and is_sum(claim, frames):
        claim.total = True  # …, a total of $5 billion
    else:
        anew = bool(named) and named[0].start >= context.ended
        claim.total = anew and _is_named_anew(claim, text, language)


def _parts_before(frames: list[Frame], concept: str) -> set[tuple[str, str]]:
    """Return the members that figures in a row have each of its own, on one axis; none where they are not several."""
    found: set[tuple[str, str]] = set()
    axes: set[str] = set()
    for frame in near(frames):
        if frame.candidate.concept != concept or len(frame.candidate.dimensions) != 1:
            break
        axes.add(frame.candidate.dimensions[0][0])
        found.add(frame.candidate.dimensions[0])
    return found if len(axes) == 1 and len(found) >= _FEWEST else set()


def _are_all(parts: set[tuple[str, str]], index: TaxonomyIndex) -> bool:
    """Return whether no part of an axis but its default is missing."""
    name = next(iter(parts))[0]
    axis = next(axis for axis in index.taxonomy.axes if axis.qname == name)
    members = {member.qname for member in axis.members if not index.is_default(name, member.qname)}
    return members == {member for _, member in parts}


def _says_together(claim: Claim, context: Context, text: str, language: Language) -> bool:
    """Return whether words between the figures before and this one say that it is of several together."""
    start = max(context.begins, context.ended) if context.frames else context.begins
    return whole_words(language.tags, "together").search(text, start, claim.figure.start) is not None


def _is_named_anew(claim: Claim, text: str, language: Language) -> bool:
    """Return whether nothing points back at the parts before, right before the name of their thing: and these loans."""
    first = next(token for token in claim.left if token.is_term)
    before = text[claim.clause_start : first.start].split()
    back = language.pronouns | language.extra["plural_pronouns"].keys()
    return not before or before[-1] not in back
