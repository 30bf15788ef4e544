"""The part of the reporting period that a heading says its section is of: Second-quarter performance.

A report of the half-year speaks of its last quarter and of the whole half in turn, each under a heading. A title says as much of
all that follows and means it of little: a third-quarter report gives nine months. So what a title says, a heading says
of its section only where another heading stands against it.

In plain text all headings are of one level: one right above another heads what follows up to the next that says a time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tagger.document import Document
from tagger.reporting_period import ReportingPeriod
from tagger.words.periods import TimePhrase
from tagger.words.prose import Prose
from tagger.words.spans import Span


def times_of_headings(
    document: Document, prose: Prose, phrases: Sequence[TimePhrase], period: ReportingPeriod
) -> dict[int, TimePhrase]:
    """Return, by the number of its block, the time that a heading gives to its section; phrases: of the document, in order."""
    starts = [phrase.start for phrase in phrases]
    said: dict[int, TimePhrase] = {}
    titles: set[Span] = set()
    in_title = True
    held: tuple[int, TimePhrase] | None = (
        None  # with the level of the heading that says it, of those right below
    )
    for number, (block, (start, end)) in enumerate(zip(document.blocks, prose.lines, strict=True)):
        if block.kind != "heading":
            in_title = in_title and block.kind != "paragraph"
            continue
        within = phrases[bisect_left(starts, start) : bisect_left(starts, end)]
        times = {p.span: p for p in within if p.span is not None and not p.base}
        spans = [span for span in times if _is_part(span, period)]
        if in_title:
            titles.update(spans)
        elif len(times) == 1 and spans:
            said[number] = times[spans[0]]
            held = (block.level, said[number]) if _is_above_its_like(document, number) else None
        elif times or (held is not None and block.level < held[0]):
            held = None
        elif held is not None and block.level == held[0]:
            said[number] = held[1]
    spoken = {(phrase.span.start, phrase.span.end) for phrase in said.values() if phrase.span is not None}
    if len(spoken) > 1:
        return said
    named = {(span.start, span.end) for span in titles}
    return said if spoken - named else {}


def _is_above_its_like(document: Document, number: int) -> bool:
    """Return whether a heading stands right above another of its level: Fourth quarter results / Net interest income."""
    block, *below = document.blocks[number : number + 2]
    return bool(below) and below[0].kind == "heading" and below[0].level == block.level


def _is_part(span: Span, period: ReportingPeriod) -> bool:
    return span.start is not None and period.start <= span.start and span.end <= period.end
