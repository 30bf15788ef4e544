"""What all claims of a document share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tagger.links.scattered import Stems
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.profile import Profile
from tagger.reporting_period import ReportingPeriod
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.prose import Prose
from tagger.words.usual_part import UsualPart
from tagger.words.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Setting:
    """The prose of a document, and what it is read with."""

    prose: Prose
    language: Language
    index: TaxonomyIndex
    profile: Profile
    period: ReportingPeriod
    stems: Callable[[], Stems]  # made when a clause first asks for them
    vocabulary: Vocabulary
    usual: UsualPart  # what a time that is not said is
    growth_base: TimePhrase | None = None  # what the document says all its growths are measured on
