"""What the sentence before names and says no figure of, which the next may tell: We believe in branches. We now have 132."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from tagger.clauses.claim import Claim, Line
from tagger.clauses.runs import NEXT_WORD
from tagger.links.setting import Setting
from tagger.words.cover import cover
from tagger.words.word import Token


def said_just_before(
    claim: Claim, line: Line, before: list[tuple[int, int]], setting: Setting
) -> list[Token]:
    """Return the terms of the sentence before a claim's, where it holds no figure and the claim names nothing itself.

    before: that sentence, none before the first. Of a bare number only what is counted, where that is one thing alone.
    """
    if not before or any(token.meanings.concepts for token in (*claim.left, *claim.right, *claim.lead)):
        return []
    bare = not (claim.figure.kind or claim.figure.scale or claim.counted)
    if bare and not _counts_what_was_said(claim, setting):
        return []
    for start, end in before:
        first, last = (bisect_left(line.figures, at, key=_START) for at in (start, end))
        if all(figure.reason for figure in line.figures[first:last]):
            terms = [t for t in cover(setting.vocabulary, setting.prose.text, start, end, []) if t.is_term]
            return _one_counted(terms, setting) if bare else terms
    return []


_START = attrgetter("start")


def _counts_what_was_said(claim: Claim, setting: Setting) -> bool:
    """Return whether a bare number has a verb of having before it and no noun behind: we ended the year with 132, 4 fewer."""
    figure, language, text = claim.figure, setting.language, setting.prose.text
    if not claim.is_latin or claim.unread or figure.places or claim.kind != "level":
        return False
    behind = NEXT_WORD.match(text, figure.end)
    dated = any(phrase.start == figure.end + 1 for phrase in claim.times)
    joined = behind is None or behind[1] in language.conjunctions or behind[1] in language.verbs_behind
    if not (dated or joined):
        return False  # 132 of the best, 132 in training
    words = text[claim.clause_start : figure.start].split()
    ours = any(word in language.subject_pronouns or word in language.first_person for word in words)
    have = language.extra["possessing"]  # we keep 132, of which 12 are new
    return ours and (
        any(t.meanings.verb == "level" for t in claim.left) or any(word in have for word in words)
    )


def _one_counted(terms: list[Token], setting: Setting) -> list[Token]:
    """Return the terms that name what is counted, none where those are several things."""
    known = setting.index.taxonomy.concept_by_qname
    counted = [
        token for token in terms if any(known[concept].type == "count" for concept in token.meanings.concepts)
    ]
    return counted if len({token.meanings.concepts for token in counted}) == 1 else []
