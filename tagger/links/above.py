"""What stands above a paragraph: headings, what leads a list, and what the paragraphs before were about."""

from __future__ import annotations

from dataclasses import replace

from tagger.clauses.claim import Line
from tagger.clauses.claims import sentences_of
from tagger.clauses.led_lists import NOTHING_LED, Led, led_of
from tagger.clauses.line_words import LeadIn, cover_line
from tagger.clauses.list_leads import ends_in_lead, is_item, time_of_lead
from tagger.document import Document
from tagger.links.candidate import Context, Frame, Plan
from tagger.links.opened_parts import part_without_noun
from tagger.links.planned_years import year_begun
from tagger.links.plans import plan_of
from tagger.links.section_subject import section_subject_of
from tagger.links.setting import Setting
from tagger.links.topics import axes_of_businesses, name_of_business, not_joined, topic_of, unnamed_of
from tagger.tables.listed_units import ListedUnits
from tagger.tables.words import table_words
from tagger.words.cover import cover
from tagger.words.periods import TimePhrase, find_time_phrases
from tagger.words.vocabulary import Vocabulary
from tagger.words.word import Token

_OF_LIST = 99
"""The level of what leads a list, below all headings."""
_LONGEST = 160
"""How long a line is that leads a list as a whole."""
_SECTION_FRAMES = 2
"""How many paragraphs of a section hand on what they are about."""


class Above:
    """What stands above a paragraph: the words of its headings, and what the paragraphs before were about."""

    def __init__(
        self, document: Document, vocabulary: Vocabulary, setting: Setting, times: dict[int, TimePhrase]
    ) -> None:
        """Begin a document; times: by the number of a heading, of its section."""
        self.document, self.vocabulary, self.setting = document, vocabulary, setting
        self.subject = section_subject_of(setting.profile, setting.language)
        self.times = times
        self.headings: list[tuple[int, list[Token], Plan | None, TimePhrase | None]] = []
        self.topic: list[Token] = []
        self.topics: dict[int, list[Token]] = {}  # that of the last heading of each level
        self.title = ""
        self.unnamed: tuple[str, ...] = ()
        self.business_axes = axes_of_businesses(setting.index, setting.language)
        self.section: list[Frame] = []
        self.usual_base: TimePhrase | None = None
        self.planned: TimePhrase | None = None  # the next year, where the section has said that it begins
        self.led: TimePhrase | None = None  # the time of the list that is read
        self.led_as: Led = NOTHING_LED  # what its lead says that its figures are
        words = table_words(setting.language, setting.index.counted)
        self.units = ListedUnits(document, setting.prose, words, setting.language, setting.index)
        self.listed: Frame | None = (
            None  # the last figure above the list that is read, of which its items are parts
        )

    def take(self, line: Line) -> None:
        """Take a line for what comes after it: a heading, what leads a list, or whom a paragraph is about."""
        if not is_item(self.document, line.number):
            self.listed = self.led = None
            self.led_as = self._led_by(line)
            if self.headings and self.headings[-1][0] == _OF_LIST:
                self.headings.pop()
                self.topic = self.topics.get(self.headings[-1][0], []) if self.headings else []
        self.units.lead(line)
        if line.kind == "heading":
            self._enter(self.document.blocks[line.number].level, line)
            return
        bare = all(figure.reason for figure in line.figures)
        leads = bare and self._take_lead(line)
        if bare and line.phrases:
            self.planned = self.planned or year_begun(line, line.end, self.setting)
        if not leads and self.subject.pattern is not None:
            text = self.setting.prose.text
            self.subject.read(line, sentences_of(text, line.start, line.end, self.setting.language), text)

    def leave(self, line: Line, context: Context) -> None:
        """Take over what a paragraph was about, and what it says last of the list below it."""
        self.usual_base = context.usual_base
        if line.phrases:
            self.planned = self.planned or year_begun(line, line.end, self.setting)
        self.section = [*context.opened, *self.section][:_SECTION_FRAMES]
        if self._take_lead(line):
            points = self.led_as.parts and not any(t.meanings.concepts for t in self.headings[-1][1])
            self.listed = context.frames[0] if points and context.frames else None  # Its components were:
        elif ends_in_lead(self.document, line.number):
            self.listed = last = context.last
            time = last.time if last is not None and not last.claim.is_before else None
            self.led = time if time is not None and time.span is not None and not time.base else None

    def led_as_item(self, line: Line) -> Led:
        """Return what the lead of a list says that the figures of a line are, which may be an item of it."""
        return self.led_as if is_item(self.document, line.number) else NOTHING_LED

    def _led_by(self, line: Line) -> Led:
        """Return what a line says that the figures of the list below it are, if there is one."""
        leads = line.kind == "heading" or ends_in_lead(self.document, line.number)
        if not leads or not is_item(self.document, line.number + 1):
            return NOTHING_LED
        text, language = self.setting.prose.text, self.setting.language
        start = sentences_of(text, line.start, line.end, language)[-1][0]
        tokens = cover_line(self.vocabulary, self.setting.prose, replace(line, start=start))
        figures = any(figure.start >= start and not figure.reason for figure in line.figures)
        return led_of(text, start, line.end, tokens, language, figures=figures)

    def _take_lead(self, line: Line) -> bool:
        """Take a short line, or the last sentence of a long one, that leads a list; return whether it does."""
        if not ends_in_lead(self.document, line.number):
            return False
        text, language, period = self.setting.prose.text, self.setting.language, self.setting.period
        start, figures = line.start, [figure for figure in line.figures if not figure.reason]
        if figures or line.end - start > _LONGEST:
            start = sentences_of(text, start, line.end, language)[-1][0]
        if any(figure.end > start for figure in figures):
            return False
        ahead = [phrase for phrase in line.phrases if phrase.span and phrase.span.end > period.year_end]
        phrases = find_time_phrases(text, language, period, start, line.end)
        self._enter(_OF_LIST, replace(line, start=start, phrases=phrases), ahead[-1] if ahead else None)
        plan = self.headings[-1][2]
        self.led = time_of_lead(text[start : line.end], phrases, language) or (plan.time if plan else None)
        return True

    def _enter(self, level: int, line: Line, ahead: TimePhrase | None = None) -> None:
        """Put a heading in its place under those above it; it is the topic where it names a part and nothing else."""
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        prose, period = self.setting.prose, self.setting.period
        tokens = cover_line(self.vocabulary, prose, line)
        terms = [token for token in tokens if token.is_term]
        plan = plan_of(line, tokens, period, ahead, leads=level == _OF_LIST)
        named = not_joined(terms, prose.text, self.setting.language)
        self.headings.append((level, named, plan, self.times.get(line.number)))
        self.title = prose.text[line.start : line.end]
        self.topic = topic_of(self.title, tokens, line.start, self.setting.language) if named == terms else []
        part: Token | None = None
        if not self.topic and level != _OF_LIST:
            start, end = name_of_business(self.title, self.setting.language)
            part = part_without_noun(line.start + start, line.start + end, self.setting)
            self.topic = [part] if part is not None else []
        nested = len(self.headings) > 1 and level != _OF_LIST and part is None
        if nested and not any(t.meanings.members for t in terms):
            self.topic = self.topics.get(self.headings[-2][0], self.topic)  # 二、銀行業務 / （一）收益結構
        self.topics[level] = self.topic
        if level != _OF_LIST:
            self.unnamed = unnamed_of(self.title, self.topic, self.setting.language)
        if level != _OF_LIST or any(token.meanings.concepts for token in named):
            self.section = []  # By purpose, the largest items were: of what the paragraph was about
        if level != _OF_LIST:
            self.planned = None
        if "," not in self.title:
            self.usual_base = None  # Capital, funding and liquidity: one of several topics of one account
        self.subject.enter(named)

    def context(self, lead_in: LeadIn, run_in: tuple[int, int]) -> Context:
        """Return the context in which a paragraph begins; lead_in: the terms that head it, and whether they stand apart.

        run_in: where a heading stands that runs into it.
        """
        words, apart = lead_in
        prose, (start, end) = self.setting.prose, run_in
        if start < end and not words:
            words, apart = [t for t in cover(self.vocabulary, prose.text, start, end, []) if t.is_term], True
        headings = [token for _, tokens, _, _ in reversed(self.headings) for token in tokens]
        times = [time for _, _, _, time in self.headings if time is not None]
        return Context(
            section=self.section,
            headings=headings,
            title=prose.text[start:end] or self.title,
            topic=self.topic,
            unnamed_above=self.unnamed,
            business_axes=self.business_axes if self.unnamed else (),
            subject=self.subject,
            lead_in=words,
            lead_in_apart=apart,
            usual_base=self.usual_base,
            planned_before=self.planned,
            plan=self.headings[-1][2] if self.headings else None,
            led=self.led or (times[-1] if times else None),
            before=self.listed,
            listed=self.listed,
        )
