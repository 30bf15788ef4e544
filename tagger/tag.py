"""Tags a document: figures, what is no fact, claims, links, proofs, and the ledger of it all.

Every step is a function from values to values; this module only puts them in order.
"""

from __future__ import annotations

import gc
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from tagger.clauses.claims import Claim, Line, claims_of, sentences_of
from tagger.clauses.lists import deal_out
from tagger.document import Document
from tagger.figures.find import Figure, find_figures
from tagger.figures.non_facts import mark_non_facts
from tagger.ledger import Ledger
from tagger.links.candidates import Context, Frame
from tagger.links.decided import Decided, decide_line
from tagger.links.taxonomy_index import TaxonomyIndex, index_of
from tagger.profile import Profile
from tagger.proofs.charts import Chart, anchors_of, resolve_chart
from tagger.proofs.prove import prove
from tagger.reporting_period import ReportingPeriod
from tagger.rows import rows_of
from tagger.tables.cell_figures import Nil, add_nils, nils_of, settle_figures
from tagger.tables.cells import tables_of_document
from tagger.words.language import Language, load_language
from tagger.words.periods import TimePhrase, find_time_phrases
from tagger.words.prose import Prose, prose_of
from tagger.words.script import languages_of
from tagger.words.vocabulary import (
    Meaning,
    Token,
    Vocabulary,
    Word,
    build_vocabulary,
    concepts_of_head,
    cover,
)
from taxonomy.model import Taxonomy

_SECTION_FRAMES = 2
"""How many paragraphs of a section hand on what they are about."""
_COLON = re.compile("[：:](?![0-9])")
_LEAD_IN = 24
"""How long a sentence may be that heads its paragraph."""


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the cyclic garbage collector from walking a ledger that only grows: nothing here makes cycles.

    Measured: a third of the time of a text a hundred times as long, and the reason why time grew faster than the text.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def tag_document(
    document: Document,
    taxonomy: Taxonomy,
    profile: Profile,
    period: ReportingPeriod,
    *,
    language: str | None = None,
    threshold: float = 0.5,
) -> Ledger:
    """Return the ledger of a document: a row for each of its figures.

    language: a BCP 47 tag of `tagger.words.language.available()`; None finds it by the script.
    threshold: a fact needs at least this confidence; below it the row is unresolved.
    """
    return decide_document(document, taxonomy, profile, period, language=language, threshold=threshold).ledger


@dataclass(frozen=True, slots=True)
class DecidedDocument:
    """A ledger with what it was made of: the decisions in order of their figures, and the prose they count in."""

    ledger: Ledger
    decided: tuple[Decided, ...]
    prose: Prose
    vocabulary: Vocabulary


@_collector_at_rest()
def decide_document(
    document: Document,
    taxonomy: Taxonomy,
    profile: Profile,
    period: ReportingPeriod,
    *,
    language: str | None = None,
    threshold: float = 0.5,
) -> DecidedDocument:
    """Return what `tag_document` returns, and the claims that it rests on."""
    prose = prose_of(document)
    words = load_language(*languages_of(prose, language))
    index, vocabulary = _prepared(taxonomy, profile, words.tags)
    figures, phrases = _figures(document, prose, words, period, index.counted)
    decided: list[Decided] = []
    charts: list[Chart] = []
    context_above: list[tuple[int, list[Token]]] = []
    topic: list[Token] = []
    section: list[Frame] = []
    sentence = 0
    caption: Line | None = None
    tables = tables_of_document(document, prose, phrases, vocabulary, words, index, profile, period)
    for line in _lines(document, prose, figures, phrases):
        if line.kind == "cell" and tables.takes(line):
            decided.extend(item for item in (tables.decide(line),) if item)
            continue
        if line.kind == "caption":
            caption = line
        if line.kind == "chart":
            charts.append(_chart(line, caption, vocabulary, prose))
            continue
        has_quantity = any(not figure.reason for figure in line.figures)
        if line.kind == "heading":
            section = []
            topic = _enter_heading(context_above, document.blocks[line.number].level, vocabulary, prose, line)
        if not has_quantity:
            continue
        sentences = sentences_of(prose.text, line.start, line.end, words)
        line.tokens.extend(_cover_sentences(vocabulary, prose, line, sentences))
        _add_heads(line, sentences, vocabulary, prose.text)
        claims = claims_of(line, sentences, prose.text, words, index.counted, sentence)
        deal_out(claims, line, prose.text, words)
        sentence += len(line.figures) + 1
        context = Context(
            section=section,
            headings=[t for _, tokens in reversed(context_above) for t in tokens],
            topic=topic,
            lead_in=_lead_in(vocabulary, prose, line, sentences),
        )
        decided.extend(
            decide_line(claims, line, context, index, profile, period, prose.text, prose.printed, words)
        )
        section = [*context.opened, *(frame for frame in section if frame not in context.opened)][
            :_SECTION_FRAMES
        ]
    anchors = anchors_of(decided) if charts else {}
    for chart in charts:
        decided.extend(resolve_chart(chart, anchors, prose, words, index, profile, period))
    decided.sort(key=lambda item: item.figure.start)
    proven = prove([item for item in decided if not isinstance(item.figure, Nil)], index, threshold)
    add_nils(proven, [item for item in decided if isinstance(item.figure, Nil)], threshold)
    figures = [figure for figure in figures if figure.reason != "word"]
    ledger = Ledger(document.text, *rows_of(figures, proven, document, prose, index, profile, threshold))
    return DecidedDocument(ledger, tuple(decided), prose, vocabulary)


@lru_cache(maxsize=8)
def _prepared_by_id(key: tuple[int, int, tuple[str, ...]]) -> list[object]:
    del key
    return []


def _prepared(
    taxonomy: Taxonomy, profile: Profile, tags: tuple[str, ...]
) -> tuple[TaxonomyIndex, Vocabulary]:
    """Return index and vocabulary, kept for the next document of the same taxonomy and profile."""
    slot = _prepared_by_id((id(taxonomy), hash(profile), tags))
    if not slot or slot[0] is not taxonomy:
        slot[:] = [taxonomy, index_of(taxonomy), build_vocabulary(taxonomy, profile, load_language(*tags))]
    return slot[1], slot[2]  # type: ignore[return-value]  # what was just put there


def _phrases(
    document: Document, prose: Prose, figures: list[Figure], words: Language, period: ReportingPeriod
) -> Iterator[TimePhrase]:
    """Yield the phrases of time; those of paragraphs without a figure are not needed."""
    starts = [figure.start for figure in figures]
    for (start, end), block in zip(prose.lines, document.blocks, strict=True):
        if block.kind != "paragraph" or bisect_left(starts, start) < bisect_left(starts, end):
            yield from find_time_phrases(prose.text, words, period, start, end)


def _figures(
    document: Document, prose: Prose, words: Language, period: ReportingPeriod, counted: frozenset[str]
) -> tuple[list[Figure], list[TimePhrase]]:
    figures = find_figures(prose.text, words, counted)
    phrases = list(_phrases(document, prose, figures, words, period))
    starts: dict[int, str] = {
        start: block.kind for (start, _), block in zip(prose.lines, document.blocks, strict=True)
    }
    in_charts = [
        span
        for span, block in zip(prose.lines, document.blocks, strict=True)
        if block.kind in ("chart", "cell")
    ]
    chart_starts = [start for start, _ in in_charts]
    for figure in figures:
        at = bisect_left(chart_starts, figure.start + 1) - 1
        if at >= 0 and figure.start < in_charts[at][1]:
            starts.setdefault(figure.start, "chart")
    mark_non_facts(figures, prose, phrases, words, starts, counted)
    settle_figures(document, prose, figures)
    figures.extend(nils_of(document, prose))
    figures.sort(key=lambda figure: figure.start)
    return figures, phrases


def _lines(
    document: Document, prose: Prose, figures: list[Figure], phrases: list[TimePhrase]
) -> Iterator[Line]:
    at = phrase_at = 0
    for number, ((start, end), block) in enumerate(zip(prose.lines, document.blocks, strict=True)):
        first = at
        while at < len(figures) and figures[at].start < end:
            at += 1
        first_phrase = phrase_at
        while phrase_at < len(phrases) and phrases[phrase_at].start < end:
            phrase_at += 1
        yield Line(number, start, end, block.kind, figures[first:at], [], phrases[first_phrase:phrase_at])


def _cover(vocabulary: Vocabulary, prose: Prose, line: Line) -> list[Token]:
    taken = [(figure.start, figure.end) for figure in line.figures]
    taken.extend((phrase.start, phrase.end) for phrase in line.phrases)
    return cover(vocabulary, prose.text, line.start, line.end, taken)


def _cover_sentences(
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
    taken.extend((phrase.start, phrase.end) for phrase in line.phrases if phrase.span is not None)
    taken.sort()
    taken_starts = [start for start, _ in taken]
    quantities = [figure.start for figure in line.figures if not figure.reason]
    found: list[Token] = []
    for start, end in sentences:
        if bisect_left(quantities, start) < bisect_left(quantities, end):
            inside = taken[bisect_left(taken_starts, start) : bisect_left(taken_starts, end)]
            found.extend(cover(vocabulary, prose.text, start, end, inside))
    _give_to_names(line, [token for token in found if token.is_term])
    return found


_HEAD_LETTERS = 14


def _add_heads(line: Line, sentences: list[tuple[int, int]], vocabulary: Vocabulary, text: str) -> None:
    """Add the heads that stand alone right before a figure, where the paragraph said the rest before: 利潤率, margin."""
    starts = [token.start for token in line.tokens]
    for figure in line.figures:
        if figure.reason:
            continue
        begin = max((start for start, end in sentences if start <= figure.start < end), default=line.start)
        stretch = _uncovered_before(line, starts, figure.start, begin, text)
        if stretch is None:
            continue
        first, last = stretch
        for at in range(max(first, last - _HEAD_LETTERS), last - 1):
            concepts = concepts_of_head(vocabulary, text[at:last], text[line.start : at])
            if concepts:
                word = Word(Meaning("concept", concept) for concept in concepts)
                line.tokens.insert(bisect_right(starts, at), Token(at, last, word, is_term=True))
                starts.insert(bisect_right(starts, at), at)
                break


def _uncovered_before(
    line: Line, starts: list[int], end: int, begin: int, text: str
) -> tuple[int, int] | None:
    """Return the stretch of letters right before a figure that no term covers, words of the language left out."""
    at = bisect_left(starts, end) - 1
    while at >= 0 and line.tokens[at].start >= begin:
        token = line.tokens[at]
        if text[token.end : end].strip(" ,，、：:"):
            return max(token.end, begin), end - len(text[token.end : end]) + len(
                text[token.end : end].rstrip(" ,，、：:")
            )
        if token.is_term:
            return None
        end = token.start
        at -= 1
    return None


_SHORT_NUMBER = 2


def _may_be_name(figure: Figure) -> bool:
    """Return whether a figure may be part of a term: 範圍3, Scope 3."""
    return not figure.kind and not figure.scale and figure.digits_end - figure.start <= _SHORT_NUMBER


def _give_to_names(line: Line, terms: list[Token]) -> None:
    """Let figures and words of comparison that lie inside a term be part of the name."""
    starts = [term.start for term in terms]

    def inside(start: int, end: int) -> bool:
        at = bisect_right(starts, start) - 1
        return at >= 0 and end <= terms[at].end

    for figure in line.figures:
        if not figure.reason and _may_be_name(figure) and inside(figure.start, figure.end):
            figure.reason = "name"
    if any(phrase.span is None for phrase in line.phrases):
        line.phrases[:] = [p for p in line.phrases if p.span is not None or not inside(p.start, p.end)]


def _lead_in(
    vocabulary: Vocabulary, prose: Prose, line: Line, sentences: list[tuple[int, int]]
) -> list[Token]:
    """Return the terms of a short first sentence without a figure (綠色金融方面。), which heads its paragraph."""
    first = sentences[0] if sentences else (0, 0)
    colon = _COLON.search(prose.text, first[0], min(first[1], first[0] + _LEAD_IN))
    if colon:
        first = first[0], colon.end()  # 香港及澳門：…
    figured = any(first[0] <= figure.start < first[1] for figure in line.figures)
    if figured or first[1] - first[0] > _LEAD_IN or first[1] == line.end:
        return []
    return [token for token in cover(vocabulary, prose.text, *first, []) if token.is_term]


def _chart(line: Line, caption: Line | None, vocabulary: Vocabulary, prose: Prose) -> Chart:
    if caption is None or caption.number != line.number - 1:
        return Chart(line, (line.start, line.start), [])
    return Chart(
        line, (caption.start, caption.end), [t for t in _cover(vocabulary, prose, caption) if t.is_term]
    )


def _enter_heading(
    above: list[tuple[int, list[Token]]], level: int, vocabulary: Vocabulary, prose: Prose, line: Line
) -> list[Token]:
    """Put the heading in its place under those above it; return its terms where it is nothing but terms."""
    while above and above[-1][0] >= level:
        above.pop()
    tokens = _cover(vocabulary, prose, line)
    terms = [token for token in tokens if token.is_term]
    above.append((level, terms))
    covered = sum(token.end - token.start for token in tokens)
    letters = sum(character.isalpha() for character in prose.text[line.start : line.end])
    return terms if covered >= letters else []


def first_claims(claims: list[Claim]) -> list[Claim]:
    """Return the claims that open their sentence."""
    return [
        claim
        for number, claim in enumerate(claims)
        if not number or claims[number - 1].sentence != claim.sentence
    ]
