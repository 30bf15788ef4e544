"""What English sentences are set in by the words they open with: In Hong Kong, …; and paragraphs: For student loans."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from tagger.clauses.claim import Claim, Line
from tagger.clauses.left_over import holes_of
from tagger.links.candidate import Context
from tagger.links.setting import Setting
from tagger.words.alternation import alternation
from tagger.words.cover import cover
from tagger.words.language import load_language
from tagger.words.word import Token

_REACH = 40


def scene_of(claim: Claim, line: Line, start: int, setting: Setting) -> tuple[list[Token], bool]:
    """Return the members that the sentence opens with, which hold for all of it (In Hong Kong, …), and whether a name does.

    A name is a word in capitals that nothing explains. start: of the sentence.
    """
    text = setting.prose.text
    comma = text.find(", ", start, min(start + _REACH, claim.figure.start))
    if comma < 0 or not claim.is_latin:
        return [], False
    words = text[start:comma].split()
    if not words or words[0] not in setting.language.links_at_start:
        return [], False
    found = [token for token in line.tokens if start <= token.start and token.end <= comma]
    taken = [(token.start, token.end) for token in found]
    taken.extend((phrase.start, phrase.end) for phrase in line.phrases if start <= phrase.start < comma)
    holes = holes_of(text, start, comma, taken)
    unread = any(setting.prose.printed[first].isupper() for first, _ in holes)
    terms = [token for token in found if token.is_term]
    is_set = terms and all(t.meanings.members and not t.meanings.concepts for t in terms)
    return (terms, False) if is_set else ([], unread)


@dataclass(slots=True)
class Topics:
    """The part that a paragraph has turned to: For student loans, the rate was 0.6%. It was down.

    read: how many of its sentences were looked at.
    """

    line: Line
    sentences: list[tuple[int, int]]
    setting: Setting
    read: int = 0
    topic: list[Token] = field(default_factory=list)
    is_unread: bool = False  # it has turned to a part that no term names: Turning to auto loans, …

    def enter(self, number: int, context: Context) -> None:
        """Take the topic that holds for the sentence of a number, which the context then has as what heads its paragraph."""
        opener = _opener(self.setting.language.tags)
        if opener is None:
            return
        text, before = self.setting.prose.text, self.topic
        for start, end in self.sentences[self.read : number + 1]:
            if self.topic and self._names_another(self.sentences[self.read - 1]):
                self.topic = []
            found = opener.match(text, start, min(end, start + _REACH))
            if found is not None:
                self.topic = self._topic(found, end)
            self.read += 1
        context.unread_scene = context.unread_scene or self.is_unread
        if self.topic is not before:
            context.lead_in, context.lead_in_apart = self.topic, True

    def _names_another(self, sentence: tuple[int, int]) -> bool:
        """Return whether a sentence names another part than the topic: Lending revenue was $5m."""
        start, end = sentence
        axes = {axis: member for token in self.topic for axis, member in token.meanings.members}
        return any(
            axes.get(axis, member) != member
            for token in self.line.tokens
            if start <= token.start < end
            for axis, member in token.meanings.members
        )

    def _topic(self, found: re.Match[str], end: int) -> list[Token]:
        """Return the members that an opening names and nothing else; what was the topic, where it tells a time alone.

        found: the opening up to its comma. end: of its sentence.
        """
        start, last = found.span("what")
        language, text = self.setting.language, self.setting.prose.text
        words = cover(self.setting.vocabulary, text, start, last, [])
        terms = [token for token in words if token.is_term]
        taken = [(token.start, token.end) for token in words]
        taken.extend((phrase.start, phrase.end) for phrase in self.line.phrases)
        holes = holes_of(text, start, last, [(a, b) for a, b in taken if start < b and a < last])
        if not terms and (found["place"] or not holes):
            return self.topic
        self.is_unread = bool(terms) and not found["place"] and holes[-1:] == [(start, terms[0].start - 1)]
        tells = any(found.start() <= figure.start < end and not figure.reason for figure in self.line.figures)
        if (found["place"] and tells) or any(t.meanings.concepts or not t.meanings.members for t in terms):
            return []
        light = language.extra["tail_nouns"]
        read = all(
            text[slice(*hole)] in light or text[slice(*hole)] in language.topic_nouns for hole in holes
        )
        return terms if read else []


@cache
def _opener(tags: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return the pattern of an opening up to its comma; place: what also opens a sentence about where something is."""
    language = load_language(*tags)
    if not language.extra["topic_openers"]:
        return None
    topics = alternation(language.extra["topic_openers"])
    places = alternation(language.links_at_start - set(language.extra["topic_openers"]))
    before, articles = (
        alternation(words) or "(?!)"
        for words in (language.extra["before_topics"], (*language.extra["articles"], *language.first_person))
    )
    return re.compile(
        rf' ?["“]?(?:(?:{before}) )?(?:(?:{topics})|(?P<place>{places})) (?:(?:{articles}) )?(?P<what>[^,.;:]+), '
    )
