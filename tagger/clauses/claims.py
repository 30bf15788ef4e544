"""What a clause says of a figure: the words that are its own, and what they make of it.

A figure's own words stand to its left up to the boundary before it (a clause's end, the figure before), or, where it
stands before a noun, to its right. What comes earlier in the sentence is its lead. No taxonomy is known here: the
words are tokens, and only what the language says of them is used.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache

from tagger.clauses.aims import read_aims
from tagger.clauses.bases import (
    end_move,
    share_opening_base,
    take_base_of_change,
)
from tagger.clauses.bounds import FIRST_WORD, clause_of, stays_inside
from tagger.clauses.causes import leave_cause, leave_earner
from tagger.clauses.change_nouns import read_growth_reached
from tagger.clauses.claim import MARKS, Claim, Line
from tagger.clauses.composed import leave_most_of_it, read_most_of_change, take_part_before_bracket
from tagger.clauses.dashes import take_subject_across_aside
from tagger.clauses.deeds import deed_of, places_counted, read_deed
from tagger.clauses.effects import leave_effect
from tagger.clauses.latin_relations import relate_latin
from tagger.clauses.left_over import take_left_over
from tagger.clauses.measured_parts import measures_parts
from tagger.clauses.next_names import bare_noun_end, leave_name_of_next, leave_what_goes_with
from tagger.clauses.off_yardstick import leave_off_yardstick
from tagger.clauses.other_bases import leave_on_another_basis, take_opening
from tagger.clauses.part_behind import (
    drop_timed,
    is_of_stranger,
    leave_several,
    read_laid_on,
    take_part,
    take_part_told,
)
from tagger.clauses.places import take_place
from tagger.clauses.planning import go_on_planning, plan_list
from tagger.clauses.readings import read_claim
from tagger.clauses.runs import COUNTED
from tagger.clauses.shared_nouns import (
    go_on_with,
)
from tagger.clauses.shares_beside import FURTHER, words_behind
from tagger.clauses.stretches import REACH, phrases_between, tokens_between
from tagger.clauses.subjects import without_standards
from tagger.clauses.things_behind import take_part_of_predicate
from tagger.clauses.times import take_times
from tagger.clauses.translations import take_translation
from tagger.clauses.whole import go_on_in_part, read_as_whole, read_whole_behind
from tagger.clauses.whose import leave_others
from tagger.clauses.words_behind import (
    take_noun,
    take_right,
    take_subject_behind,
)
from tagger.figures.figure import THINGS, Figure
from tagger.native import listen
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.word import Token

__all__ = ["Claim", "Line", "claims_of", "sentences_of"]

_LATIN_LETTERS, _HAN_LETTERS = re.compile("[a-z][a-z]*"), re.compile("[\u3400-\u9fff][\u3400-\u9fff]*")
Span = tuple[int, int]


@cache
def _sentence_end(marks: str) -> re.Pattern[str]:
    # a point between digits ends none
    return re.compile(rf"[{re.escape(marks)}.](?:(?<!\d\.)|(?!\d))")


_LAST_WORD = re.compile(r"[a-z.]+\Z")

_NEXT_WORD = re.compile(r"[ \n]([a-z]+)")
_ABBREVIATION_REACH = 8
_BLANKS, _CLOSING = ("", " ", "\n"), ('"', "”", "’")
_FOOTNOTE = re.compile(r"\d{1,2}(?:,\d{1,2})*(?: [a-z]|\Z)")
"""A footnote's mark right behind a sentence: held a year before.1 Term deposits."""


def _full_stop(text: str, at: int, language: Language) -> bool:
    """Return whether a point ends a sentence: 2.5 and No. 5 hold one that does not; a quotation may close behind it."""
    word = _LAST_WORD.search(text, max(0, at - _ABBREVIATION_REACH), at)
    if word is not None and word.group() in language.abbreviations:
        return False  # Rs.5 billion, No. 5
    if word is not None and word.group() in language.units:
        following = _NEXT_WORD.match(text, at + 1)
        if following is not None and following[1] in language.verbs_behind:
            return False  # was 0.4 p.p. lower
    behind = text[at + 1 : at + 3]
    if behind[:1] not in _BLANKS and not (behind[:1] in _CLOSING and behind[1:] in _BLANKS):
        return text[at - 1 : at].isalpha() and _FOOTNOTE.match(text, at + 1) is not None
    return True


def sentences_of(text: str, start: int, end: int, language: Language) -> list[Span]:
    """Return the sentences of a line as (start, end), the closing mark included."""
    found, begin = [], start
    for end_mark in _sentence_end(language.sentence_ends).finditer(text, start, end):
        if end_mark.group() == "." and not _full_stop(text, end_mark.start(), language):
            continue
        found.append((begin, end_mark.end()))
        begin = end_mark.end()
    if begin < end:
        found.append((begin, end))
    return found


def claims_of(
    line: Line,
    sentences: list[Span],
    text: str,
    language: Language,
    counted: frozenset[str],
    first_sentence: int,
) -> list[Claim]:
    """Return the claims of a line's quantities in order; `sentences`: those of the line.

    counted: the words of the taxonomy's count units.
    """
    claims: list[Claim] = []
    starts = [token.start for token in line.tokens]
    phrase_starts = [phrase.start for phrase in line.phrases]
    figures = line.figures
    figure_starts = [figure.start for figure in figures]
    for number, (start, end) in enumerate(sentences):
        low, high = bisect_left(figure_starts, start), bisect_left(figure_starts, end)
        if low == high:
            continue
        previous: Figure | None = None
        done, begun = start, len(claims)
        quantities = [figure for figure in figures[low:high] if not figure.reason]
        marks = _marks(line.tokens[bisect_left(starts, start) : bisect_left(starts, end)])
        for at, figure in enumerate(quantities):
            limit = quantities[at + 1].start if at + 1 < len(quantities) else end
            floor = max(previous.end if previous and done > figure.start else done, figure.start - REACH)
            clause, in_bracket = clause_of(line, starts, figure, floor, previous, text, language)
            claim = Claim(
                figure, line.number, first_sentence + number, clause,
                left=tokens_between(line.tokens, starts, clause, figure.start),
                right=[], lead=tokens_between(line.tokens, starts, floor, clause), unread=[], right_unread=[],
                in_bracket=in_bracket or (previous is not None and stays_inside(claims[-1], text, figure.start)),
                marks=marks,
            )  # fmt: skip
            aside = take_subject_across_aside(claim, line, starts, (start, floor, previous), text, language)
            phrases = [
                phrase
                for phrase in phrases_between(line.phrases, phrase_starts, floor, figure.start)
                if not aside or phrase.end <= aside.start or phrase.start >= aside.end
            ]
            _settle_beginning(claim, line, starts, (start, limit), text, language)
            around = words_behind(claim, quantities[at + 1 : at + FURTHER], end, text, language, counted)
            _read_behind(claim, line, (starts, phrase_starts), around, text, language, counted)
            others = _spoken_for(line, phrase_starts, figure_starts, claim.clause_start, figure.start)
            take_left_over(claim, [*others, aside] if aside else others, text, floor, language)
            phrases = [phrase for phrase in phrases if phrase.start >= claim.told_from]
            take_times(claim, phrases, line.phrases, phrase_starts, text, limit, language)
            read_claim(claim, text, phrases, language)
            go_on_with(claims[-1] if previous else None, claim, text, language)
            if previous and in_bracket:
                take_translation(claims[-1], claim, line.phrases, phrase_starts, text, limit, language)
            _read_doings(claim, floor, previous, text, language)
            if claim.is_latin:
                _read_latin(claim, line, starts, (start, limit), text, language)
            _relate(claim, claims, previous, text, language)
            claims.append(claim)
            if figure.words and not (figure.kind or figure.scale or claim.counted):
                continue  # one, two: it parts nothing
            previous = figure
            done = max(
                _end_of(claim, text, limit, language), claims[-2].noun_end if len(claims) > begun + 1 else 0
            )
        share_opening_base(claims[begun:], start, text)
    return claims


def _settle_beginning(
    claim: Claim, line: Line, starts: list[int], around: tuple[int, int], text: str, language: Language
) -> None:
    """Let a clause begin where it speaks of its figure; around: where the sentence begins, and the next figure."""
    claim.is_latin = _is_latin(text, claim.clause_start, around[1])
    if claim.is_latin:
        take_opening(claim, line, starts, around[0], text, language)
        take_place(claim, line, starts, text, language)
        leave_cause(claim, text, language)
        if len(claim.left) > 1:
            leave_earner(claim, text, language)


def _read_latin(
    claim: Claim, line: Line, starts: list[int], around: tuple[int, int], text: str, language: Language
) -> None:
    """Read what English says beside: a subject behind, a basis, a yardstick; around: the sentence's start, the next figure."""
    take_subject_behind(claim, line, starts, text, around, language)
    leave_on_another_basis(claim, line, starts, around[0], text, language)
    leave_off_yardstick(claim, line.phrases, *around, text, language)
    leave_others(claim, around[0], text, language)
    leave_effect(claim, text, language)


def _read_behind(
    claim: Claim,
    line: Line,
    starts: tuple[list[int], list[int]],
    around: tuple[int, int],
    text: str,
    language: Language,
    counted: frozenset[str],
) -> None:
    """Read what is said right behind a figure of it: 35 branches, $5 million of loans.

    starts: of the line's words and phrases. around: where that may begin, and the next figure.
    """
    begin, limit = around
    phrases = phrases_between(line.phrases, starts[1], begin, min(limit, begin + REACH))
    take_right(claim, line.tokens, starts[0], phrases, text, around, language)
    if not claim.is_latin:
        return
    leave_name_of_next(claim, limit, text, language)
    if not claim.figure.kind:
        take_noun(claim, text, limit, language, counted)
    leave_several(claim, text, language)
    read_laid_on(claim, text, language)
    if not (claim.counted or any(t.meanings.members for t in claim.left)) or measures_parts(
        claim, text, language
    ):
        take_part(claim, phrases, text, language)
        take_part_of_predicate(claim, text, language)


def _end_of(claim: Claim, text: str, limit: int, language: Language) -> int:
    """Return where what belongs to a claim ends behind its figure, and before the next one, which begins at `limit`."""
    noun = bare_noun_end(claim, text, language) if claim.is_latin else claim.figure.end
    ends = [noun, claim.noun_end, claim.annualised_end]
    if claim.scope:
        ends.extend([token.end for token in claim.scope])
    verb = claim.verb if claim.is_latin else None
    if verb is not None and claim.figure.end < verb.start <= claim.right_end:
        parts = text[verb.start : verb.end] not in language.base_prefixes  # 9% above the £5m
        ends.extend([verb.end] if parts else [])  # 30 basis points higher at 14.2%, a 4.3% advance on
    if claim.is_latin:
        ends.extend([phrase.end for phrase in (claim.base, *claim.times) if phrase and phrase.end <= limit])
    return max(ends)


def _marks(tokens: list[Token]) -> frozenset[str]:
    """Return the kinds out of the usual that words have."""
    found: set[str] = set()
    for token in tokens:
        found |= token.meanings.kinds
    return MARKS & found


def _read_doings(claim: Claim, floor: int, previous: Figure | None, text: str, language: Language) -> None:
    """Read what was done with things that a claim counts, and whether what stands before it is of the figure before.

    Of Han prose, of how many shares an amount is.
    """
    if not claim.is_latin:
        if claim.figure.kind == "money" and not claim.figure.scale:
            claim.of_shares = _of_shares(claim.figure.start, text, language)
            if claim.of_shares and claim.scenario == "target" and not claim.times:
                claim.scenario = ""  # 拟每10股派发3.60元 is proposed to the shareholders, and no target
        if claim.right:
            take_part_told(claim, text, language)
        if claim.kind == "level" and claim.figure.kind in THINGS:
            deed = deed_of(claim, text, language)
            claim.is_acted_on, claim.done = bool(deed), (deed,) if deed else ()
        said = {text[token.start : token.end] for token in claim.left}
        claim.of_all = claim.kind != "share" and not (
            claim.whole or said.isdisjoint(language.extra["entire"])
        )
        return
    if "difference" in claim.marks:
        claim.lead = without_standards(claim.lead, text, language)
    drop_timed(claim, text, language)
    if claim.figure.kind in COUNTED:
        claim.of_another |= is_of_stranger(claim, text, language)
    read_whole_behind(claim, text, language)
    word = FIRST_WORD.match(text, previous.end) if previous is not None else None
    # 0.31% of total loans, at September 30, against $5m: a clause between that names nothing parts nothing
    near = claim.near_from <= floor or not any(token.is_term for token in claim.near_lead)
    claim.lead_is_behind = word is not None and near and word[1] in language.behind_figures
    rate = previous is not None and previous.kind in ("percent", "basis_points")
    claim.lead_is_whole = claim.lead_is_behind and rate and not _is_of_lead(claim, text, language)
    base = claim.base
    named = base is not None and base.span is not None and base.span.relative in ("current", "whole")
    if named and base is not None and claim.scenario and claim.kind == "level" and not claim.times:
        claim.times, claim.base = [replace(base, base="")], None  # against a full-year target of 150,000
    read_aims(claim, floor, text, language)
    leave_what_goes_with(claim, text, language)
    if (
        claim.of_another and claim.figure.kind == "percent"
    ):  # only what opens its clause is surely of what stands behind
        claim.of_another = not (claim.left or claim.unread)
    own = (
        next((token for token in claim.left if "own" in token.meanings.kinds), None)
        if claim.is_latin
        else None
    )
    claim.of_all = (
        own is not None
        and text.startswith(language.possessives or "\0", own.end)
        and any(token.is_term and token.start > own.end for token in claim.left)
    )
    read_deed(claim, text, language)
    leave_most_of_it(claim, text, language)
    read_most_of_change(claim, text, language)
    take_part_before_bracket(claim, text, language)
    claim.within = places_counted(claim, text, language)


def _is_of_lead(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a clause is about what stands right before it: 0.5% of total loans, which grew by 3%."""
    word = FIRST_WORD.match(text, claim.clause_start, claim.figure.start)
    return claim.kind not in ("change", "growth") or (word is not None and word[1] in language.relatives)


def _of_shares(at: int, text: str, language: Language) -> str:
    """Return the word in the clause before an amount that says of how many shares it is, the longest; "" without one."""
    said = _CLAUSE.split(text[max(0, at - _SHARES_REACH) : at])[-1].replace(" ", "")
    return max((word for word in language.extra["shares"] if word in said), key=len, default="")


_CLAUSE = re.compile("[，,。；;：:（()）]")
_SHARES_REACH = 40


def _spoken_for(
    line: Line, phrase_starts: list[int], figure_starts: list[int], start: int, end: int
) -> list[TimePhrase | Figure]:
    """Return the phrases of time and figures that stand in a clause or reach into it."""
    first_phrase = max(bisect_left(phrase_starts, start) - 1, 0)
    first_figure = max(bisect_left(figure_starts, start) - 1, 0)
    return [
        *line.phrases[first_phrase : bisect_left(phrase_starts, end)],
        *line.figures[first_figure : bisect_left(figure_starts, end)],
    ]


def _relate(
    claim: Claim, claims: list[Claim], previous: Figure | None, text: str, language: Language
) -> None:
    """Read what the figures before make of a claim."""
    listen()
    if claim.is_latin:
        relate_latin(claim, claims, text, language)
    if previous is not None and not claim.is_latin:
        between = text[previous.end : claim.figure.start]
        at = max(between.rfind("；"), between.rfind(";"))
        claim.apart_from = previous.end + at + 1 if at >= 0 else 0
        claim.is_listed = bool(between) and between[0] in language.enumeration
        go_on_in_part(claim, claims[-1])
    go_on_planning(claim, claims, text, language)
    if claim.is_planned_behind and not claim.is_latin:
        plan_list(claim, claims, text, language)
    end_move(claim, claims, text)
    read_growth_reached(claim, claims, text, language)
    take_base_of_change(claim, claims, text, language)
    if claim.is_stock:
        claim.unread = []
    if previous is not None and claims[-1].is_number and claims[-1].sentence == claim.sentence:
        claim.is_number |= claim.figure.kind != "money" and not claim.left_terms
    read_as_whole(claim, claims[-1:], previous, text, language)


_LETTERS_BEFORE = 40


def _is_latin(text: str, start: int, end: int) -> bool:
    """Return whether the words around a figure are written in Latin letters."""
    around = text[start : min(end, start + REACH)]
    if not _LATIN_LETTERS.search(around):
        if _HAN_LETTERS.search(around):
            return False
        around = text[max(0, start - _LETTERS_BEFORE) : start]  # (2023: 60%)
    latin = len("".join(_LATIN_LETTERS.findall(around)))
    return latin > 0 and latin > len("".join(_HAN_LETTERS.findall(around)))
