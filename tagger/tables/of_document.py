"""What decides the cells of a document, made ready before its lines are read."""

from __future__ import annotations

from tagger.document import Document
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.profile import Profile
from tagger.reporting_period import ReportingPeriod
from tagger.tables.cell_units import units_throughout
from tagger.tables.cells import Tables
from tagger.tables.headings import HeadingReader
from tagger.tables.joined import JoinedNames
from tagger.tables.words import table_words
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.prose import Prose
from tagger.words.vocabulary import Vocabulary


def tables_of_document(
    document: Document,
    prose: Prose,
    phrases: list[TimePhrase],
    vocabulary: Vocabulary,
    language: Language,
    index: TaxonomyIndex,
    profile: Profile,
    period: ReportingPeriod,
) -> Tables:
    """Return what decides the cells of a document."""
    words = table_words(language, index.counted)
    reader = HeadingReader(
        prose.text, phrases, [p.start for p in phrases], vocabulary, language, words, index.labels, period
    )
    starts = [block.start for block in document.blocks]
    throughout = units_throughout(document, prose, reader)
    return Tables(
        document,
        prose,
        reader,
        language,
        index,
        profile,
        period,
        starts,
        JoinedNames(reader, index.taxonomy),
        throughout=throughout,
    )
