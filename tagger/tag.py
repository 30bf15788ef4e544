"""Tags a document: figures, what is no fact, claims, links, proofs, and the ledger of it all.

Every step is a function from values to values; this module only puts them in order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial

from tagger.clauses.claim import Claim, Line, Trace
from tagger.clauses.claims import claims_of, sentences_of
from tagger.clauses.counterparts import take_counterparts
from tagger.clauses.dateline import as_dateline
from tagger.clauses.heading_times import times_of_headings
from tagger.clauses.led_lists import Led, read_as_led
from tagger.clauses.line_words import (
    add_heads,
    cover_line,
    cover_sentences,
    lead_in_of,
    leave_told_inside,
    name_what_goes_on,
)
from tagger.clauses.lists import deal_out
from tagger.clauses.moved_alike import leave_moved_alike
from tagger.clauses.run_in import run_in_heading
from tagger.clauses.starts_of_changes import take_starts
from tagger.document import Document
from tagger.figures.dollars import settle_dollars
from tagger.figures.find import Figure, find_figures
from tagger.figures.non_facts import mark_non_facts
from tagger.ledger import Ledger
from tagger.links.above import Above
from tagger.links.decide import decide_line
from tagger.links.decided import Decided, carried_to_cell
from tagger.links.group_entities import companies_of, entities_of
from tagger.links.marked_names import with_marks
from tagger.links.own_names import settle_own_names
from tagger.links.scattered import Stems, stems_of_taxonomy
from tagger.links.section_subject import SectionSubject
from tagger.links.setting import Setting
from tagger.links.stated_base import stated_base
from tagger.links.taxonomy_index import TaxonomyIndex, index_of
from tagger.profile import Profile
from tagger.proofs.bases import settle_bases
from tagger.proofs.charts import Chart, anchors_of, resolve_chart
from tagger.proofs.check import Proven
from tagger.proofs.prove import prove
from tagger.proofs.signs import settle_signs
from tagger.reporting_period import ReportingPeriod
from tagger.rows import in_order, rows_of
from tagger.tables.broken_names import with_broken_names
from tagger.tables.cell_figures import Nil, add_nils, nils_of, settle_figures
from tagger.tables.cell_units import scale_prose
from tagger.tables.cells import Tables
from tagger.tables.changes_beside import parted_change
from tagger.tables.of_document import tables_of_document
from tagger.words.cover import leave_small_words
from tagger.words.cut_times import cut_at_terms
from tagger.words.language import Language, load_language, with_own_currency
from tagger.words.last_year import with_last_year
from tagger.words.periods import TimePhrase, find_time_phrases
from tagger.words.plain_marks import with_plain_marks
from tagger.words.plan_names import without_plan_names
from tagger.words.prose import Prose, prose_of
from tagger.words.same_again import with_same_again
from tagger.words.script import languages_of
from tagger.words.usual_part import usual_part
from tagger.words.vocabulary import Vocabulary, build_vocabulary
from taxonomy.collector import Uncollected
from taxonomy.model import Taxonomy


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
    with Uncollected():
        return _decide(document, taxonomy, profile, period, language, threshold, keep=False).ledger


@dataclass(frozen=True, slots=True)
class DecidedDocument:
    """A ledger with what it was made of: the decisions in order of their figures, and the prose they count in."""

    ledger: Ledger
    decided: tuple[Decided, ...]
    prose: Prose
    vocabulary: Vocabulary


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
    with Uncollected():
        return _decide(document, taxonomy, profile, period, language, threshold, keep=True)


def _decide(
    document: Document,
    taxonomy: Taxonomy,
    profile: Profile,
    period: ReportingPeriod,
    language: str | None,
    threshold: float,
    *,
    keep: bool,
) -> DecidedDocument:
    source, (document, prose) = document, _as_it_is_read(document)
    words = with_own_currency(load_language(*languages_of(prose, language)), profile.currency)
    period = replace(period, named_by_start=_is_named_by_start(words, profile))
    index, vocabulary, stems = _prepared(taxonomy, profile, words.tags)
    document, prose = with_broken_names(document, prose, index.labels)
    figures, phrases, prose = _figures(document, prose, words, period, index, vocabulary, profile.currency)
    decided: list[Decided] = []
    charts: list[Chart] = []
    setting = Setting(
        prose, words, index, profile, period, stems, vocabulary,
        usual_part(_of_paragraphs(document, prose, phrases), period), stated_base(prose.text, words, period),
    )  # fmt: skip
    above = Above(document, vocabulary, setting, times_of_headings(document, prose, phrases, period))
    sentence = 0
    caption: Line | None = None
    tables = tables_of_document(document, prose, phrases, vocabulary, words, index, profile, period)
    scale_prose(document, prose, figures, tables.throughout)
    for line in _lines(document, prose, figures, phrases, period):
        if line.kind == "cell" and tables.takes(line):
            decided.extend(_of_cell(tables, line, above.subject, keep=keep))
            continue
        if line.kind == "caption":
            caption = line
        if line.kind == "chart":
            charts.append(_chart(line, caption, vocabulary, prose))
            continue
        above.take(line)
        if all(figure.reason for figure in line.figures):
            continue
        sentences = sentences_of(prose.text, line.start, line.end, words)
        _cover(line, sentences, vocabulary, prose, words, above)
        claims = _claims(
            line, sentences, prose.text, words, index.counted, sentence, period, above.led_as_item(line)
        )
        settle_own_names(claims, index, prose.text, words)
        sentence += len(line.figures) + 1
        context = above.context(
            lead_in_of(vocabulary, prose, line, sentences, words),
            run_in_heading(prose, line, sentences, words),
        )
        decided.extend(decide_line(claims, line, sentences, context, setting))
        above.leave(line, context)
    decided.extend(_of_charts(charts, decided, setting))
    decided.sort(key=lambda item: item.figure.start)
    proven = _proven(decided, index, threshold, period)
    figures = in_order([figure for figure in figures if figure.reason != "word"], document, prose)
    kept = tuple(decided) if keep else ()
    decided.clear()
    ledger = Ledger(source.text, *rows_of(figures, proven, source, prose, index, profile, threshold))
    return DecidedDocument(ledger, kept, prose, vocabulary)


def _is_named_by_start(language: Language, profile: Profile) -> bool:
    """Return whether where an entity reports a fiscal year that is no calendar year is called after the one it begins in."""
    return (
        profile.fiscal_year_end != (12, 31) and profile.currency.lower() in language.extra["named_by_start"]
    )


def _as_it_is_read(document: Document) -> tuple[Document, Prose]:
    """Return the document with plain marks, and its prose; what it prints (39﹒2%) stays in the ledger."""
    text = with_plain_marks(document.text, page=document.is_page)
    if text is not document.text:
        document = replace(document, text=text)
    return document, prose_of(document)


def _claims(
    line: Line,
    sentences: list[tuple[int, int]],
    text: str,
    language: Language,
    counted: frozenset[str],
    sentence: int,
    period: ReportingPeriod,
    led: Led,
) -> list[Claim]:
    """Return the claims of a paragraph, its lists dealt out. sentence: the number of its first. led: what leads it says."""
    claims = claims_of(line, sentences, text, language, counted, sentence)
    read_as_led(claims, led, text)
    deal_out(claims, line, text, language)
    take_counterparts(claims, text, language, period)
    take_starts(claims, line, text, language, period)
    return claims


def _cover(
    line: Line,
    sentences: list[tuple[int, int]],
    vocabulary: Vocabulary,
    prose: Prose,
    language: Language,
    above: Above,
) -> None:
    """Give a paragraph its words, and the numbers of a list their unit."""
    line.tokens.extend(cover_sentences(vocabulary, prose, line, sentences))
    leave_small_words(line.tokens, prose.printed)
    leave_told_inside(line, prose.text, language)
    leave_moved_alike(line, sentences, prose.text, language)
    name_what_goes_on(line, prose.text, language)
    add_heads(line, sentences, vocabulary, prose.text, above.title)
    above.units.give(line, sentences)


def _of_cell(tables: Tables, line: Line, subject: SectionSubject, *, keep: bool) -> Iterator[Decided]:
    """Yield the decision on a cell, if there is one; keep: with its claim, which is a third of what a table takes."""
    value, change = parted_change(line, tables.prose.text)
    for item in (tables.decide(value), tables.decide(change, change=True) if change else None):
        if item is None:
            continue
        about = subject.of_section
        if about is not None:
            item.readings = [carried_to_cell(reading, about, tables.index) for reading in item.readings]
        if not keep and isinstance(item.claim, Claim):
            item.claim = Trace.of_cell(item.claim, tables.traces)
        yield item


def _of_charts(charts: list[Chart], decided: list[Decided], setting: Setting) -> list[Decided]:
    """Return the decisions on the numbers of the charts, by what the prose says."""
    anchors = anchors_of(decided, charts) if charts else {}
    prose, words, index = setting.prose, setting.language, setting.index
    return [
        item
        for chart in charts
        for item in resolve_chart(chart, anchors, prose, words, index, setting.profile, setting.period)
    ]


def _proven(
    decided: list[Decided], index: TaxonomyIndex, threshold: float, period: ReportingPeriod
) -> Proven:
    settle_signs(decided, index)
    settle_bases(decided, index, period)
    proven = prove([item for item in decided if not isinstance(item.figure, Nil)], index, threshold)
    add_nils(proven, [item for item in decided if isinstance(item.figure, Nil)], threshold)
    return proven


@lru_cache(maxsize=8)
def _prepared_by_id(key: tuple[int, int, tuple[str, ...]]) -> list[object]:
    del key
    return []


def _prepared(
    taxonomy: Taxonomy, profile: Profile, tags: tuple[str, ...]
) -> tuple[TaxonomyIndex, Vocabulary, Callable[[], Stems]]:
    """Return what is asked of a taxonomy, kept for the next document of the same taxonomy and profile."""
    slot = _prepared_by_id((id(taxonomy), hash(profile), tags))
    if not slot or slot[0] is not taxonomy:
        language = load_language(*tags)
        better = (language.better_high, language.better_low)
        shares = language.share_of  # net charge-offs to (average) loans
        averaged = tuple(
            f"{word} {average}" for word in shares if word.isascii() for average in language.averages
        )
        made = (
            index_of(taxonomy, language.measures, (*averaged, *shares), better),
            build_vocabulary(taxonomy, profile, language),
        )
        made[0].entities = entities_of(taxonomy, profile)
        made[0].joining = tuple(
            w for w in language.links_alike if w not in language.genitives and w.isascii()
        )
        made[0].companies = companies_of(taxonomy, language.extra["establishments"])
        slot[:] = [taxonomy, *made, cache(partial(stems_of_taxonomy, made[0], language))]
    return slot[1], slot[2], slot[3]  # type: ignore[return-value]  # what was just put there


def _phrases(
    document: Document, prose: Prose, figures: list[Figure], words: Language, period: ReportingPeriod
) -> Iterator[TimePhrase]:
    """Yield the phrases of time; those of paragraphs without a figure are not needed."""
    starts = [figure.start for figure in figures]
    for (start, end), block in zip(prose.lines, document.blocks, strict=True):
        if block.kind != "paragraph" or bisect_left(starts, start) < bisect_left(starts, end):
            yield from find_time_phrases(prose.text, words, period, start, end)


def _of_paragraphs(document: Document, prose: Prose, phrases: list[TimePhrase]) -> Iterator[TimePhrase]:
    """Yield the phrases of time that paragraphs say, not those of headings and tables."""
    at = 0
    for (_, end), block in zip(prose.lines, document.blocks, strict=True):
        while at < len(phrases) and phrases[at].start < end:
            if block.kind == "paragraph":
                yield phrases[at]
            at += 1


def _figures(
    document: Document,
    prose: Prose,
    words: Language,
    period: ReportingPeriod,
    index: TaxonomyIndex,
    vocabulary: Vocabulary,
    currency: str,
) -> tuple[list[Figure], list[TimePhrase], Prose]:
    """Return the figures, the phrases of time, and the prose with the marks of footnotes told from them."""
    figures = find_figures(prose.text, words, index.counted)
    found = list(_phrases(document, prose, figures, words, period))
    found = with_same_again(with_last_year(found, prose.text, words, period), prose.text, words, period)
    found = list(without_plan_names(found, prose, words))
    phrases = list(cut_at_terms(found, prose.text, vocabulary, words, period))
    starts: dict[int, str] = {
        start: block.kind for (start, _), block in zip(prose.lines, document.blocks, strict=True)
    }
    in_charts = [
        span
        for span, block in zip(prose.lines, document.blocks, strict=True)
        if block.kind in ("chart", "cell")
    ]
    chart_starts = [start for start, _ in in_charts]
    for figure in figures if in_charts else ():
        at = bisect_left(chart_starts, figure.start + 1) - 1
        if at >= 0 and figure.start < in_charts[at][1]:
            starts.setdefault(figure.start, "chart")
    mark_non_facts(figures, prose, phrases, words, starts, index.counted)
    _mark_pages(document, prose, figures)
    if any([block.cell for block in document.blocks]):  # noqa: C419  # no generator: half the time
        settle_figures(document, prose, figures)
        figures.extend(nils_of(document, prose))
        figures.sort(key=lambda figure: figure.start)
    settle_dollars(figures, prose.text, currency)
    return figures, phrases, with_marks(document, prose, figures, index.labels)


def _mark_pages(document: Document, prose: Prose, figures: list[Figure]) -> None:
    """Make the figures in heads and feet of pages what they are: numbers of pages, where they are no dates."""
    pages = [number for number, block in enumerate(document.blocks) if block.kind == "page"]
    starts = [figure.start for figure in figures] if pages else []
    for start, end in (prose.lines[number] for number in pages):
        for figure in figures[bisect_left(starts, start) : bisect_left(starts, end)]:
            figure.reason = figure.reason or "reference"


def _lines(
    document: Document,
    prose: Prose,
    figures: list[Figure],
    phrases: list[TimePhrase],
    period: ReportingPeriod,
) -> Iterator[Line]:
    at = phrase_at = 0
    starts, phrase_starts = [figure.start for figure in figures], [phrase.start for phrase in phrases]
    for number, ((start, end), block) in enumerate(zip(prose.lines, document.blocks, strict=True)):
        first, first_phrase = at, phrase_at
        at, phrase_at = bisect_left(starts, end, at), bisect_left(phrase_starts, end, phrase_at)
        within = phrases[first_phrase:phrase_at]
        if within and block.kind == "paragraph":
            within = as_dateline(within, prose.text, start, period)
        yield Line(number, start, end, block.kind, figures[first:at], [], within)


def _chart(line: Line, caption: Line | None, vocabulary: Vocabulary, prose: Prose) -> Chart:
    if caption is None or caption.number != line.number - 1:
        return Chart(line, (line.start, line.start), [])
    return Chart(
        line, (caption.start, caption.end), [t for t in cover_line(vocabulary, prose, caption) if t.is_term]
    )
