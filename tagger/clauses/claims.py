"""What a clause says of a figure: the words that are its own, and what they make of it.

A figure's own words stand to its left up to the boundary before it (a clause's end, the figure before), or, where it
stands before a noun, to its right. What comes earlier in the sentence is its lead. No taxonomy is known here: the
words are tokens, and only what the language says of them is used.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from tagger.clauses.claim import Claim, Line
from tagger.clauses.readings import SKIPPED, read_claim, read_verb_behind
from tagger.figures.find import Figure
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.word import Token

__all__ = ["Claim", "Line", "claims_of", "sentences_of"]

_LATIN_LETTERS, _HAN_LETTERS = re.compile("[a-z]"), re.compile("[\u3400-\u9fff]")
_REACH = 160
"""How far back a clause or lead is looked for; hostile text costs no more."""
_PAIRS = {")": "(", "）": "（", "]": "[", "］": "［", "】": "【", "〕": "〔"}
_OPEN = frozenset(_PAIRS.values())
Span = tuple[int, int]


@cache
def _sentence_end(marks: str) -> re.Pattern[str]:
    return re.compile(rf"[{re.escape(marks)}.]")


_LAST_WORD = re.compile(r"[a-z.]+\Z")
_ABBREVIATION_REACH = 8


def _full_stop(text: str, at: int, language: Language) -> bool:
    """Return whether a point ends a sentence: 2.5 and No. 5 hold one that does not."""
    if text[at + 1 : at + 2] not in ("", " ", "\n"):
        return False
    word = _LAST_WORD.search(text, max(0, at - _ABBREVIATION_REACH), at)
    return word is None or word.group() not in language.abbreviations


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
        done = start
        quantities = [figure for figure in figures[low:high] if not figure.reason]
        for figure, following in zip_longest(quantities, quantities[1:]):
            limit = following.start if following else end
            floor = max(done, figure.start - _REACH)
            clause, in_bracket = _clause_start(text, figure.start, floor, previous, language)
            claim = Claim(
                figure, line.number, first_sentence + number, clause,
                left=_between(line.tokens, starts, clause, figure.start),
                right=[], lead=_between(line.tokens, starts, floor, clause), unread=[], right_unread=[],
                in_bracket=in_bracket,
            )  # fmt: skip
            claim.near_from = _clause_start(text, max(clause - 1, floor), floor, previous, language)[0]
            phrases = _phrases_between(line.phrases, phrase_starts, floor, figure.start)
            claim.is_latin = _is_latin(text, clause, limit)
            behind = _phrases_between(
                line.phrases, phrase_starts, figure.end, min(limit, figure.end + _REACH)
            )
            _take_right(claim, line.tokens, starts, behind, text, limit, language)
            if claim.is_latin and not figure.kind:
                _take_noun(claim, text, limit, language, counted)
            elif claim.is_latin and not any(token.meanings.members for token in claim.left):
                _take_part(claim, text, language)
            first_phrase = max(bisect_left(phrase_starts, clause) - 1, 0)
            between = line.phrases[first_phrase : bisect_left(phrase_starts, figure.start)]
            first_figure = max(bisect_left(figure_starts, clause) - 1, 0)
            others = figures[first_figure : bisect_left(figure_starts, figure.start)]
            claim.unread = _unread(text, clause, figure.start, claim.left, [*between, *others])
            claim.unread = [hole for hole in claim.unread if not _is_symbol(hole, figure, text, language)]
            _leave_out_asides(claim, text, floor, language)
            claim.is_named = _in_quotes(text, clause, figure.start, claim.unread)
            _take_times(claim, phrases, line.phrases, phrase_starts, text, limit)
            read_claim(claim, text, phrases, language)
            _go_on_planning(claim, claims, text)
            claims.append(claim)
            if figure.words and not (figure.kind or figure.scale or claim.counted):
                continue  # one, two: it parts nothing
            previous = figure
            used = [claim.base, *claim.times] if claim.is_latin else []
            done = max(
                [figure.end, claim.noun_end, *(t.end for t in claim.scope), *(p.end for p in used if p)]
            )
    return claims


def _go_on_planning(claim: Claim, claims: list[Claim], text: str) -> None:
    """Let a plan or forecast hold for the rest of its sentence: 預期淨利不少於X，並把比率控制在Y以內."""
    before = claims[-1] if claims else None
    if before is None or before.sentence != claim.sentence or not before.scenario or claim.scenario:
        return
    if (
        not any(mark in text[before.figure.end : claim.figure.start] for mark in ";；")
        and not claim.is_before
    ):
        claim.scenario = before.scenario


def _take_part(claim: Claim, text: str, language: Language) -> None:
    """Give a figure the member that a preposition joins to it: 22% in motor, £9.7bn of green bonds."""
    at = claim.figure.end
    joined = False
    for token in claim.right:
        if text[at : token.start].strip(SKIPPED):
            return
        said = text[token.start : token.end]
        if token.is_term:
            if joined and token.meanings.members and not token.meanings.concepts:
                claim.part, claim.noun_end = [token], token.end
            return
        joined = joined or said in language.links
        if said not in language.links and said not in language.linked_articles:
            return
        at = token.end


_LATIN_WORD = re.compile(r"[ \n]([a-z][a-z0-9'’-]*)")
_NOUN_WORDS = 5
"""How many words the noun phrase may have that a count counts."""


def _take_noun(claim: Claim, text: str, limit: int, language: Language, counted: frozenset[str]) -> None:
    """Give a bare count in Latin letters the unit and the end of the noun phrase behind it: 4,870 new homes."""
    at, first, words, open_phrase = claim.figure.end, claim.figure.end + 1, 0, True
    while words < _NOUN_WORDS and (found := _LATIN_WORD.match(text, at)):
        in_noun = open_phrase and found[1] not in language.clause_words
        if found.end() > limit or not (in_noun or claim.counted or not words):
            break
        words, end = words + 1, found.end()
        said = (text[first:end], found[1], found[1].removesuffix("s")) if in_noun else (text[first:end],)
        word = next((w for w in said if w in counted), "")
        if word:
            claim.counted, claim.noun_end = word, end  # the longest: tonnes of co2e
        open_phrase = in_noun
        at = end
    terms = [token for token in claim.right if token.is_term and token.start < at + 1 and token.end <= at + 1]
    claim.noun_end = max([claim.noun_end, *(token.end for token in terms)])


_ASIDE = 40
"""How long a cause may be that stands between a subject and its figure."""


@cache
def _asides(pairs: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """Return the pattern of what opens a cause."""
    return re.compile("|".join(re.escape(opening) for opening, _ in pairs) or r"(?!)")


def _leave_out_asides(claim: Claim, text: str, start: int, language: Language) -> None:
    """Take out of a claim what only gives a cause: 因利率回落而減少, 因壓降結構性存款，較年初減少."""
    end = claim.figure.start
    if not (claim.unread or claim.lead) or not _asides(language.asides).search(text, start, end):
        return
    for opening, closing in language.asides:
        begin = text.rfind(opening, start, end)
        stop = text.find(closing, begin + len(opening), min(end, begin + _ASIDE)) if begin >= 0 else -1
        if stop >= 0:
            claim.unread = [hole for hole in claim.unread if hole[1] <= begin or hole[0] >= stop]
            claim.lead = [token for token in claim.lead if token.end <= begin or token.start >= stop]


def _is_symbol(hole: Span, figure: Figure, text: str, language: Language) -> bool:
    """Return whether a stretch that no word covers is the currency's sign right before a figure: RM204.9 million."""
    return (
        hole[1] == figure.start and figure.kind == "money" and text[hole[0] : hole[1]] in language.currencies
    )


def _in_quotes(text: str, start: int, end: int, unread: list[tuple[int, int]]) -> bool:
    """Return whether a stretch that no word covers stands in quotation marks of Han prose: 「海鷗貸」餘額."""
    opened, closed = text.find("「", start, end), text.rfind("」", start, end)
    return 0 <= opened < closed and any(opened < a and b <= closed for a, b in unread)


def _is_latin(text: str, start: int, end: int) -> bool:
    """Return whether the words around a figure are written in Latin letters."""
    around = text[start : min(end, start + _REACH)]
    latin = len(_LATIN_LETTERS.findall(around))
    return latin > len(_HAN_LETTERS.findall(around)) and latin > 0


def _between(tokens: list[Token], starts: list[int], start: int, end: int) -> list[Token]:
    return [
        token for token in tokens[bisect_left(starts, start) : bisect_left(starts, end)] if token.end <= end
    ]


def _phrases_between(phrases: list[TimePhrase], starts: list[int], start: int, end: int) -> list[TimePhrase]:
    return [
        phrase
        for phrase in phrases[bisect_left(starts, start) : bisect_left(starts, end)]
        if phrase.end <= end
    ]


def _clause_start(
    text: str, at: int, floor: int, previous: Figure | None, language: Language
) -> tuple[int, bool]:
    """Return where the figure's clause begins, and whether that is at a bracket which the figure stands in."""
    index = at - 1
    while index >= floor:
        character = text[index]
        if character in _PAIRS:
            opened = text.rfind(_PAIRS[character], floor, index)
            if opened >= 0:
                index = opened - 1
                continue
        elif character in _OPEN:
            if text[index + 1 : at].strip(SKIPPED):
                return index + 1, True
            index -= 1
            continue
        if character in language.clause_ends and not _inside_number(text, index):
            return index + 1, _in_open_bracket(text, floor, index)
        if character in language.enumeration and previous and previous.end >= floor:
            return index + 1, False
        index -= 1
    return floor, False


def _in_open_bracket(text: str, floor: int, at: int) -> bool:
    """Return whether a bracket is open at the place: (2022: X)."""
    return max(text.rfind("(", floor, at), text.rfind("（", floor, at)) > max(
        text.rfind(")", floor, at), text.rfind("）", floor, at)
    )


def _inside_number(text: str, index: int) -> bool:
    return text[index] in ",:" and text[index - 1 : index].isdigit() and text[index + 1 : index + 2].isdigit()


def _take_right(
    claim: Claim,
    tokens: list[Token],
    starts: list[int],
    phrases: list[TimePhrase],
    text: str,
    limit: int,
    language: Language,
) -> None:
    """Give the claim the words that follow the figure in its clause, and the qualifier among them."""
    at = claim.figure.end
    claim.scope = _bracket_after(text, at, tokens, starts, limit)
    stops = language.clause_ends + language.enumeration + language.sentence_ends + "\n（(）)"
    first = bisect_left(starts, at)
    for token in tokens[first : first + 2]:
        if text[at : token.start].strip(SKIPPED):
            break
        after = (
            next(m.target for m in token.meanings if m.kind == "after")
            if "after" in token.meanings.kinds
            else None
        )
        if after is None or token.start >= limit:
            break
        claim.qualifiers.append(after)
        at = token.end
    read_verb_behind(claim, tokens[first : first + 2], text, at, limit, language)
    end = at
    while end < min(limit, at + _REACH) and text[end] not in stops:
        end += 1
    if text[at:end].strip(SKIPPED):
        claim.right = _between(tokens, starts, at, end)
        spoken_for = [(token.start, token.end) for token in claim.right]
        spoken_for.extend((phrase.start, phrase.end) for phrase in phrases)
        claim.right_unread = _holes(text, at, end, spoken_for)


def _bracket_after(text: str, at: int, tokens: list[Token], starts: list[int], limit: int) -> list[Token]:
    """Return the words of a bracket right after the figure that holds no figure: its scope."""
    close = {"(": ")", "（": "）"}.get(text[at : at + 1])
    end = text.find(close, at, at + _REACH // 2) if close else -1
    if end < 0 or end >= limit:
        return []
    return _between(tokens, starts, at, end)


def _unread(
    text: str, start: int, end: int, tokens: list[Token], others: list[TimePhrase | Figure]
) -> list[tuple[int, int]]:
    covered = [(token.start, token.end) for token in tokens]
    for token in tokens:
        if token.gap:
            covered.append(token.gap)
            covered.append((token.gap[1], token.gap[1] + 8))
    covered.extend((piece.start, piece.end) for piece in others)
    return _holes(text, start, end, covered)


def _holes(text: str, start: int, end: int, covered: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches of letters that nothing covers."""
    holes: list[tuple[int, int]] = []
    at = start
    for first, last in [*sorted(covered), (end, end)]:
        a, b = min(max(first, start), end), min(last, end)
        begin = -1
        for index in range(at, a + 1):
            is_letter = index < a and text[index].isalnum()
            if is_letter and begin < 0:
                begin = index
            elif not is_letter and begin >= 0:
                holes.append((begin, index))
                begin = -1
        at = max(at, b)
    return holes


_BEHIND = 48


def _part_behind(claim: Claim, phrases: list[TimePhrase], starts: list[int], text: str) -> list[TimePhrase]:
    """Return the part of a year that is said behind a change and what it comes to: grew 5m, or 1.7%, during the quarter."""
    end = claim.figure.end
    for phrase in phrases[bisect_left(starts, end) : bisect_left(starts, end + _BEHIND)]:
        if any(mark in text[end : phrase.start] for mark in (". ", ";", "\n", "。")):
            break
        span = phrase.span
        if span is not None and span.relative == "current" and span.start is not None and not phrase.base:
            return [phrase]
    return []


def _base_with_years(bases: list[TimePhrase]) -> TimePhrase | None:
    """Return the last base of comparison; how many years it spans may be said beside it: 近三年年均複合."""
    bases = [base for base in bases if base.base != "maturity"]
    if not bases:
        return None
    last = bases[-1]
    years = next((base.years for base in reversed(bases) if base.years), 0)
    if years and not last.years and last.base in ("compound_annual", "multi_year"):
        return replace(last, years=years)
    if last.base == "multi_year" and any(base.base == "compound_annual" for base in bases):
        return replace(last, base="compound_annual")
    return last


def _take_times(
    claim: Claim,
    before: list[TimePhrase],
    phrases: list[TimePhrase],
    starts: list[int],
    text: str,
    limit: int,
) -> None:
    claim.times = [phrase for phrase in before if not phrase.base]
    bases = [phrase for phrase in before if phrase.base]
    claim.base = _base_with_years(bases)
    latin = text[claim.figure.end : claim.figure.end + 3].lstrip(" ")[:1]
    if latin.isascii() and (latin.isalpha() or not latin):
        # English says when and against what after the figure: 5.2 billion at 30 June, up 3% year on year
        end = claim.figure.end
        inside = {
            phrase.start: phrase.end
            for phrase in phrases[bisect_left(starts, end) : bisect_left(starts, limit)]
        }
        while (
            end < limit
            and text[end] not in "(;\n。"
            and not (text[end] == "," and text[end + 1 : end + 2] == " ")
        ):
            end = inside.get(end, end + 1)
        after = phrases[bisect_left(starts, claim.figure.end) : bisect_right(starts, end)]
        if not claim.times and not after:
            after = _part_behind(claim, phrases, starts, text)
            end = after[-1].end if after else end
        if not claim.times or claim.times[-1].end < claim.clause_start:
            claim.times.extend([phrase for phrase in after if not phrase.base and phrase.end <= end][:1])
        behind = [phrase for phrase in after if phrase.base and phrase.end <= end]
        if claim.base is None:
            claim.base = behind[0] if len(behind) == 1 else _base_with_years(behind)
        elif claim.base.base == "compound_annual" and behind:
            claim.base = _base_with_years([*behind, claim.base])
