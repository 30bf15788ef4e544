"""What the figures before make of a claim of Latin prose, by words alone: parts of a change, nouns shared, bases gone on with."""

from __future__ import annotations

from tagger.clauses.bases import read_last_again, take_compared_time
from tagger.clauses.causes import read_reached_past_cause
from tagger.clauses.change_nouns import read_change_behind_name, read_part_of_change
from tagger.clauses.claim import Claim
from tagger.clauses.descriptions import leave_descriptions
from tagger.clauses.distances import is_against_another, measure_by_time_behind, take_base_of_bracket
from tagger.clauses.held_beside import read_held_beside
from tagger.clauses.next_parts import take_next_part
from tagger.clauses.part_behind import leave_described
from tagger.clauses.shared_nouns import (
    share_counted_noun,
    share_noun_behind,
    share_whole_across,
    share_whole_behind,
)
from tagger.clauses.some_counted import go_on_with_some
from tagger.clauses.subjects import goes_on_about_subject
from tagger.clauses.things_behind import take_doer
from tagger.clauses.told_apart import take_some
from tagger.clauses.words_behind import take_part_of_them
from tagger.words.language import Language


def relate_latin(claim: Claim, claims: list[Claim], text: str, language: Language) -> None:
    """Read what the figures before make of a claim; claims: all those before it."""
    last = claims[-1] if claims and claims[-1].sentence == claim.sentence else None
    leave_descriptions(claim, text, language)
    measure_by_time_behind(claim, text, language)
    take_base_of_bracket(claim, last, text, language)
    read_part_of_change(claim, claims, text, language)
    if claim.right:
        take_part_of_them(claim, last, text, language)
        take_next_part(claim, last, text, language)
        take_compared_time(claim, text, language)
        claim.goes_on = last is not None and goes_on_about_subject(claim, text, language)
        before = (one for one in claims[-_SUBJECTS:] if one.sentence == claim.sentence)
        claim.is_difference |= claim.verb is not None and is_against_another(claim, before, text, language)
        read_change_behind_name(claim, text, language)
    read_held_beside(claim, last, text, language)
    leave_described(claim, last, text, language)
    if last is not None:
        take_some(claim, last, text, language)
        go_on_with_some(claim, last, text, language)
        read_reached_past_cause(claim, last, text, language)
        read_last_again(claim, last, text, language)
        take_doer(claim, last, text, language)
    if claim.right and claims:
        share_noun_behind(claims[-1], claim, text, language)
        share_counted_noun(claims[-1], claim, text, language)
        share_whole_behind(claims[-1], claim, text, language)
        share_whole_across(claims[-1], claim, text, language)


_SUBJECTS = 4
"""How many figures back the subject of a sentence is looked for."""
