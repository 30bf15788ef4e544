"""Counts of only some of the things: with so many something was done, or they did it."""

from __future__ import annotations

import re

from tagger.clauses.claim import Claim
from tagger.clauses.come_from import is_given
from tagger.clauses.runs import LAST_WORD, MOVES, NEXT_WORD, SKIPPED
from tagger.clauses.subjects import is_participle
from tagger.words.language import Language
from tagger.words.word import Token


def acts_on(claim: Claim, text: str, language: Language) -> bool:
    """Return whether something that nothing explains does something to so many things: solar panels power 412 branches."""
    holes = [hole for hole in claim.unread if hole not in claim.light]
    if claim.left_terms or not holes or _is_ours(claim, text, language):
        return False
    last = LAST_WORD.search(text, claim.clause_start, claim.amount_start)
    acting = last is not None and (
        last[1] in language.extra["acting"] or last[1] in language.extra["parties"]
    )
    return acting and last is not None and holes[-1][0] <= last.start(1)


def _is_ours(claim: Claim, text: str, language: Language) -> bool:
    """Return whether who reports stands in a clause: we received."""
    us = language.subjects | (language.first_person - language.possessed)
    return any("own" in t.meanings.kinds or text[t.start : t.end] in us for t in claim.left)


def counts_some(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a count is of some of the things: we opened 46 branches, 3.2 million customers use our app."""
    noun = next((token for token in claim.right if token.is_term), None)
    first = NEXT_WORD.match(text, claim.figure.end)
    last = _word_before(claim, text, language)
    new = first is not None and first[1] in language.extra["newness"]
    further = last is not None and last[1] in language.extra["additions"]
    if claim.kind == "level" and (new or further or is_given(claim, last, text, language)):
        return True  # eight new branches, closed a further four
    ends = noun.end if noun is not None else max(claim.noun_end, claim.figure.end)
    done = NEXT_WORD.match(text, ends)
    beside = (
        last is not None and last[1] in language.extra["accompanied"] and (noun is not None or claim.counted)
    )
    if beside and done is not None and done[1] in language.dealings:
        return True  # with 23 branches opened
    if ends == claim.figure.end:
        return False
    if last is not None and (
        last[1] in language.dealings
        or _is_to_be_dealt(claim, last, text, language)
        or _is_done_to(claim, last, text, language)
    ):
        return True
    return _did_so(claim, ends, text, language, named=noun is not None)


def _word_before(claim: Claim, text: str, language: Language) -> re.Match[str] | None:
    """Return the word right before a count and what bounds or sums it up: trained a total of 300 staff."""
    at = claim.figure.start
    for token in reversed(claim.left):
        said = text[token.start : token.end]
        if token.end + 1 != at or not ("before" in token.meanings.kinds or said in language.possessed):
            break
        at = token.start
    return LAST_WORD.search(text, claim.clause_start, at)


def _is_done_to(claim: Claim, last: re.Match[str], text: str, language: Language) -> bool:
    """Return whether a word that nothing explains, right before a count, says what was done with so many: inspected 61 branches.

    Also to, for or by so many: wrote to 250,000 customers, was downloaded by 1.2 million. There are as many as something
    counts or spans.
    """
    holes = {end for _, end in claim.unread}
    if last[1] in language.extra["past_verbs"]:
        return True  # paid 300 growers
    if last.end(1) in holes:
        return claim.is_latin and last[1] not in language.extra["there_is"]
    if last[1] not in language.extra["done_for"]:
        return False
    word = LAST_WORD.search(text, claim.clause_start, last.start(1))
    if word is None or language.verbs.get(word[1]) in _MOVED or word[1] in language.moved_by:
        return False
    if word[1] in language.extra["past_verbs"] or word[1] in language.deeds:
        return True
    unknown = word.end(1) in holes and word[1] not in language.extra["there_is"]
    return unknown and is_participle(word[1], language)


_MOVED = (*MOVES, "reach")


def _has_object(at: int, text: str, language: Language) -> bool:
    """Return whether a verb is about something behind it, which has an article or a number: 212 machines handled 31 million."""
    word = NEXT_WORD.match(text, at)
    return text[at + 1 : at + 2].isdigit() or (word is not None and word[1] in language.extra["articles"])


def _did_so(claim: Claim, ends: int, text: str, language: Language, *, named: bool) -> bool:
    """Return whether what stands behind a count and its noun, which ends there, says what so many did, or was done to them.

    named: the noun is a term, and no unit alone.
    """
    verbs = [t for t in claim.left if t.meanings.verb and text[t.start : t.end] not in language.possessed]
    behind = next((token for token in claim.right if token.start >= ends), None)
    if claim.figure.words and behind is not None and behind.meanings.verb == "share":
        return True  # two borrowers accounted for $5m
    done = NEXT_WORD.match(text, ends)
    if done is not None and not verbs and done[1] in language.extra["past_verbs"]:
        return True  # 2,100 employees took part
    went = done is not None and (done[1] in language.extra["departures"] or done[1] in language.dealings)
    if done is not None and went and not claim.left and not _has_object(done.end(), text, language):
        return True  # 40 branches closed
    hole = next((hole for hole in claim.right_unread if hole[0] == ends + 1), None)
    said = text[slice(*hole)].partition(" ")[0] if hole is not None else ""
    if said and not verbs and said not in language.extra["there_is"] and is_participle(said, language):
        return True  # 30 branches refurbished
    if behind is not None and text[behind.start : behind.end] in language.auxiliaries:
        done = NEXT_WORD.match(text, behind.end)
        if done is not None and done[1] in language.dealings:
            return True  # thirteen branches were closed
    return (
        named
        and bool(claim.counted)
        and not verbs
        and any(hole[0] >= ends for hole in claim.right_unread)
        and behind is not None
        and (_is_deed(behind, ends, text, language) or "function" in behind.meanings.kinds)
        and not _only_places(text[behind.start : behind.end], language)
    )


def _is_to_be_dealt(claim: Claim, last: re.Match[str], text: str, language: Language) -> bool:
    """Return whether the word right before a count says what will be done with so many: we plan to open 12 branches."""
    before = text[claim.clause_start : last.start()].split()
    stem = next(
        (last[1].removesuffix(e) for e in language.extra["describing_endings"] if last[1].endswith(e)), ""
    )
    if stem and not language.dealings.isdisjoint((f"{stem}ed", f"{stem}d")):
        return True  # by closing 12 branches
    if not claim.scenario and not (before and before[-1] in language.extra["futures"]):
        return False
    return not language.dealings.isdisjoint((f"{last[1]}ed", f"{last[1]}d"))


def _only_places(said: str, language: Language) -> bool:
    """Return whether a word behind a noun says no deed: of, and (strategies), throughout (the country)."""
    return said in language.links or said in language.conjunctions or said in language.extra["part_links"]


def _is_deed(verb: Token, ends: int, text: str, language: Language) -> bool:
    """Return whether a verb right behind a noun, which ends there, says what some of the things did: nine employees took up …."""
    said = text[verb.start : verb.end]
    return bool(verb.meanings.verb) and verb.start == ends + 1 and said not in language.auxiliaries


def is_of_parties(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a count only tells whom a thing right before it went to or came from: complaints from 3,200 customers."""
    last = LAST_WORD.search(text, claim.clause_start, claim.figure.start)
    if last is None or last[1] not in language.extra["parties"] or not claim.counted:
        return False
    return any(token.is_term and token.end + 1 == last.start(1) for token in claim.left)


def go_on_with_some(claim: Claim, last: Claim, text: str, language: Language) -> None:
    """Read a count as one of some where the list before tells such, or an amount went to so many: $4m to 12,000 customers."""
    if claim.figure.kind or claim.kind != "level" or claim.is_stock or not claim.counted:
        return
    words = [t for t in claim.left if "before" not in t.meanings.kinds]
    said = [text[t.start : t.end] for t in words]
    if claim.unread or len(said) > 1 or _goes_on_behind(claim, text, language):
        return
    begins = last.noun_end if claim.figure.start > last.noun_end > last.figure.end else last.figure.end
    if words and text[begins : words[0].start].strip(SKIPPED + ","):
        return
    if said and said[0] in language.extra["parties"]:
        claim.is_acted_on |= last.figure.kind == "money" and last.kind == "level"
    elif not said or said[0] in language.conjunctions:
        some = not last.figure.kind and last.kind == "level"
        claim.is_acted_on |= some and last.is_acted_on
        claim.acts_on |= some and last.acts_on


def _goes_on_behind(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a count opens a clause with a verb of its own behind its noun: closed 12 branches, and 190 remain."""
    behind = NEXT_WORD.match(text, max(claim.noun_end, claim.figure.end))
    return behind is not None and not (
        behind[1] in language.conjunctions
        or behind[1] in language.links
        or behind[1] in language.extra["parties"]
        or behind[1] in language.extra["places_at"]
    )
