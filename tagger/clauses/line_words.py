"""The words of a line of prose: of its sentences that hold a quantity, of a lead-in, and heads that stand alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

from tagger.clauses.claim import Line
from tagger.clauses.parted_heads import beginning_of, parted_head, said_from
from tagger.figures.find import Figure
from tagger.words.bracketed import begins_term, outside_of, told_inside
from tagger.words.cover import cover
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.prose import Prose
from tagger.words.together import concepts_of_head
from tagger.words.vocabulary import Vocabulary
from tagger.words.word import Meaning, Token, Word

LeadIn = tuple[list[Token], bool]
"""The terms that head a paragraph, and whether they are a sentence of their own."""

_COLON = re.compile("[：:](?![0-9])| [–—] ")

_LATIN_BEFORE, _LATIN_BEHIND = re.compile(r"[a-zA-Z0-9] \Z"), re.compile(r" [a-zA-Z0-9]")
_LEAD_IN = 24
"""How long a sentence may be that heads its paragraph."""


def cover_line(vocabulary: Vocabulary, prose: Prose, line: Line) -> list[Token]:
    """Return the words of a whole line: of a heading or a caption."""
    taken = [(figure.start, figure.end) for figure in line.figures]
    taken.extend((phrase.start, phrase.end) for phrase in line.phrases)
    taken.sort()
    return cover(vocabulary, prose.text, line.start, line.end, taken)


def cover_sentences(
    vocabulary: Vocabulary, prose: Prose, line: Line, sentences: list[tuple[int, int]]
) -> list[Token]:
    """Return the words of the sentences that hold a quantity; the others are not needed.

    A term may hold a number that is no figure (13個月繼續率) and a word of comparison (annualised new premiums): what
    lies inside a term is part of the name.
    """
    taken = [
        (figure.start, figure.end)
        for figure in line.figures
        if not figure.reason and not _may_be_name(figure)
    ]
    times = {(phrase.start, phrase.end) for phrase in line.phrases if phrase.span is not None}
    taken.extend(times)
    taken.sort()
    taken_starts = [start for start, _ in taken]
    quantities = [figure.start for figure in line.figures if not figure.reason]
    found: list[Token] = []
    for start, end in sentences:
        if bisect_left(quantities, start) < bisect_left(quantities, end):
            inside = taken[bisect_left(taken_starts, start) : bisect_left(taken_starts, end)]
            found.extend(cover(vocabulary, prose.text, start, end, inside, times))
    _give_to_names(line, found)
    return found


def leave_told_inside(line: Line, text: str, language: Language) -> None:
    """Leave out of a paragraph's words what only says what is in a thing: deposits (including structured deposits)."""
    figures = [(figure.start, figure.end) for figure in line.figures if not figure.reason]
    for span in told_inside(text, line.start, line.end, language, figures):
        if not begins_term(line.tokens, span[0]):
            said = Token(*span, _SAID, is_term=False)
            line.tokens[:] = sorted([*outside_of(line.tokens, [span]), said], key=_START)


_SAID = Word((Meaning("function", "function"),))
_HEAD_LETTERS = 14


def add_heads(
    line: Line, sentences: list[tuple[int, int]], vocabulary: Vocabulary, text: str, title: str
) -> None:
    """Add the heads that stand alone right before a figure, where the paragraph said the rest before: 利潤率, margin.

    title: of the heading above, which may say the rest as well: 信用卡業務, of 交易額.
    """
    starts = [token.start for token in line.tokens]
    begins = [start for start, _ in sentences]
    done = line.start
    for figure in line.figures:
        if figure.reason:
            continue
        previous, done = done, figure.end
        at = bisect_right(begins, figure.start) - 1
        begin = begins[at] if at >= 0 and figure.start < sentences[at][1] else line.start
        stretch = _uncovered_before(line, starts, figure.start, begin, text)
        if stretch is None:
            continue
        first, last, whole = stretch
        ends = (whole, last) if whole > last else (last,)
        places = (
            (at, end)
            for end in ends
            if text[end - 1] in vocabulary.head_ends
            for at in range(max(first, end - _HEAD_LETTERS), last - (end == last))
        )
        for at, end in places:
            if text[at:end] not in vocabulary.heads or (text[at] < _HAN_FIRST and text[at - 1].isalnum()):
                continue  # outflows are no flows
            said = said_from(line.tokens, line.start, previous, at) if text[at] >= _HAN_FIRST else line.start
            concepts = concepts_of_head(vocabulary, text[at:end], title + text[said:at])
            if concepts:
                starts = _put_head(line, at, end, concepts)
                break
        else:
            parted = parted_head(line.tokens, (begin, previous, last), vocabulary, text)
            if parted is not None:
                _say_beginning(line, begin, parted, vocabulary, text)
                starts = _put_head(line, *parted)


def _say_beginning(
    line: Line, begin: int, parted: tuple[int, int, tuple[str, ...]], vocabulary: Vocabulary, text: str
) -> None:
    """Let what a name begins with whose end stands apart be explained by that; begin: of the sentence."""
    at, end, _ = parted
    span = beginning_of(text[at:end], begin, at, vocabulary, text)
    if span is None or any(t.is_term and t.start < span[1] and t.end > span[0] for t in line.tokens):
        return
    line.tokens[:] = sorted(
        [*outside_of(line.tokens, [span]), Token(*span, _SAID, is_term=False)], key=_START
    )


def _put_head(line: Line, at: int, end: int, concepts: tuple[str, ...]) -> list[int]:
    """Put a head in place of the words of a line there, and return where the words begin then."""
    word = Word(Meaning("concept", concept) for concept in concepts)
    line.tokens[:] = [t for t in line.tokens if t.end <= at or t.start >= end]
    line.tokens.insert(bisect_right(line.tokens, at, key=_START), Token(at, end, word, is_term=True))
    return [token.start for token in line.tokens]


_START = attrgetter("start")
_HAN_FIRST = "\u2e80"


def _uncovered_before(
    line: Line, starts: list[int], end: int, begin: int, text: str
) -> tuple[int, int, int] | None:
    """Return the stretch of letters right before a figure that no term covers, words of the language left out.

    The last is where the light words end that stand right behind it and may be a part of it: 額, of 交易額.
    """
    at = bisect_left(starts, end) - 1
    while at >= 0 and line.tokens[at].start >= begin:
        token = line.tokens[at]
        between = text[token.end : end].rstrip(_MARKS)
        if between:
            stop = whole = token.end + len(between)
            for number in range(at + 1, len(line.tokens)):
                behind = line.tokens[number]
                if behind.start != whole or "function" not in behind.meanings.kinds:
                    break
                whole = behind.end
            return max(token.end, begin), stop, whole
        if token.is_term:
            return None
        end = token.start
        at -= 1
    between = text[begin:end].rstrip(_MARKS)  # 年末資產總額, where no word stands before
    return (begin, begin + len(between), begin + len(between)) if between else None


_MARKS = " ,，、：:"
_SHORT_NUMBER = 2


def _may_be_name(figure: Figure) -> bool:
    """Return whether a figure may be part of a term: 範圍3, Scope 3, over one year."""
    short = figure.words or figure.digits_end - figure.start <= _SHORT_NUMBER
    return not figure.kind and not figure.scale and short


def _give_to_names(line: Line, tokens: list[Token]) -> None:
    """Let figures and words of comparison that lie inside a term be part of the name."""
    small = [figure for figure in line.figures if not figure.reason and _may_be_name(figure)]
    compared = any([_may_be_of_name(phrase) for phrase in line.phrases])  # noqa: C419  # no generator: half the time
    if not (small or compared):
        return
    terms = [token for token in tokens if token.is_term]
    starts = [term.start for term in terms]

    def inside(start: int, end: int) -> bool:
        at = bisect_right(starts, start) - 1
        return at >= 0 and end <= terms[at].end

    for figure in small:
        if inside(figure.start, figure.end):
            figure.reason = "name"
    if compared:
        line.phrases[:] = [p for p in line.phrases if not (_may_be_of_name(p) and inside(p.start, p.end))]


def _may_be_of_name(phrase: TimePhrase) -> bool:
    """Return whether a phrase says no time of its own inside a term: annualised premiums, prior year reserve releases."""
    return phrase.span is None or phrase.span.relative.startswith("previous")


def name_what_goes_on(line: Line, text: str, language: Language) -> None:
    """Let a small number that goes on from one in a name be part of a name too: Scope 1 and 2, Tiers 1 to 3.

    What the first of them names alone is not what the clause speaks of.
    """
    joined: list[int] = []
    for before, figure in pairwise(line.figures):
        if figure.reason or before.reason != "name" or not _goes_on(before, figure):
            continue
        between = text[before.digits_end : figure.start].strip(" ,")
        if not between or between in language.conjunctions or between in language.ranges or between == "/":
            figure.reason = "name"
            joined.append(before.start)
    if joined:
        line.tokens[:] = [t for t in line.tokens if not any(t.start <= at < t.end for at in joined)]


def _goes_on(before: Figure, figure: Figure) -> bool:
    """Return whether a bare digit is one of few and the next or a later of those that a name is counted by."""
    bare = not (figure.kind or figure.scale or figure.places or figure.words)
    single = figure.digits_end - figure.start == before.digits_end - before.start == 1
    return bare and single and before.number < figure.number


def lead_in_of(
    vocabulary: Vocabulary, prose: Prose, line: Line, sentences: list[tuple[int, int]], language: Language
) -> LeadIn:
    """Return the terms of a short first sentence without a figure (綠色金融方面。), which heads its paragraph.

    And whether it is a sentence of its own, and no colon parts it from the rest: 香港及澳門：….
    """
    first = sentences[0] if sentences else (0, 0)
    colon = _COLON.search(prose.text, first[0], min(first[1], first[0] + _LEAD_IN))
    if colon:
        first = first[0], colon.end()  # 香港及澳門：…
    if first[1] - first[0] > _LEAD_IN or first[1] == line.end:
        return [], False
    if any(first[0] <= figure.start < first[1] for figure in line.figures):
        return [], False
    names = list(_whole_names(cover(vocabulary, prose.text, *first, []), prose.text, *first))
    outside = tuple(language.extra["outside"])  # 香港經濟復甦。 heads no paragraph about a part
    if outside and any(prose.text.startswith(outside, name.end) for name in names):
        names = []
    return names, colon is None


def _whole_names(tokens: list[Token], text: str, start: int, end: int) -> Iterator[Token]:
    """Yield the terms but those that in Latin words are only part of a name: finance, in Green finance."""
    others = [token for token in tokens if not token.is_term]
    ends, starts = {token.end for token in others}, {token.start for token in others}
    for token in tokens:
        before = _LATIN_BEFORE.search(text, start, token.start) and token.start - 1 not in ends
        behind = _LATIN_BEHIND.match(text, token.end, end) and token.end + 1 not in starts
        if token.is_term and not before and not behind:
            yield token
