"""What English sentences are set in by the words they open with (In Hong Kong, …), and paragraphs: For student loans, ….

A sentence without a figure whose subject is a part says of what those behind it are: Retail Banking had a strong year.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import attrgetter

from tagger.clauses.claim import Claim, Line
from tagger.clauses.left_over import holes_of
from tagger.figures.figure import Figure
from tagger.links.candidate import Context
from tagger.links.described_parts import behind_description, described_subject
from tagger.links.setting import Setting
from tagger.profile import Profile
from tagger.words.alternation import alternation
from tagger.words.cover import cover
from tagger.words.folding import fold
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


def scene_behind(claim: Claim, line: Line, begins: int, context: Context, setting: Setting) -> None:
    """Turn to what the words are set in that open a clause behind a semicolon or conjunction.

    1.1%; in Hong Kong, where prices fell, it was 2.3%. grew by 4%, and in Norway, which is smaller, by 9%.
    begins: where the sentence does. What it is set in itself holds until then.
    """
    if not claim.is_latin:
        return
    text = setting.prose.text
    parted = [
        found.end()
        for found in _opened(setting.language.tags).finditer(
            text, max(begins, context.ended), claim.figure.start
        )
    ]
    if parted:
        found, is_unread = scene_of(claim, line, parted[-1], setting)
        place = text[parted[-1] : text.find(" ", parted[-1])] in setting.language.extra["in_places"]
        if found or (is_unread and place):
            context.scene, context.unread_scene = found, is_unread


@cache
def _opened(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what parts a clause from the one before, with the words that open it."""
    language = load_language(*tags)
    words = alternation((*language.conjunctions, *language.extra["contrasts"], *language.subordinators))
    return re.compile(rf"; (?:(?:{words}) )?|, (?:{words}) ")


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
    under: dict[str, str] = field(default_factory=dict)  # the members of the heading above, by axis

    def enter(self, number: int, context: Context) -> None:
        """Take the topic that holds for the sentence of a number, which the context then has as what heads its paragraph."""
        opener = _opener(self.setting.language.tags)
        text, before = self.setting.prose.text, self.topic
        beginnings = self.setting.vocabulary.beginnings
        self.under = {axis: m for token in context.topic for axis, m in token.meanings.members}
        for start, end in self.sentences[self.read : number + 1]:
            if self.topic and self._names_another(self.sentences[self.read - 1]):
                self.topic = []
            found = opener.match(text, start, min(end, start + _REACH)) if opener is not None else None
            if found is not None:
                self.topic = self._topic(found, end)
            elif text[start + (text[start] in " \n")] in beginnings and self._opens_with_name(start):
                if self.topic and self._names_another((start, end), first=True):
                    self.topic = []
                self._go_on(self._subject(start, end), anew=text[start] == "\n")
            elif text[start] < _HAN_FIRST:
                self._go_on(described_subject(start, end, self.setting), anew=text[start] == "\n")
            self.read += 1
            if self.topic and self._speaks_of_all(start, end):
                self.topic = []
        context.unread_scene = context.unread_scene or self.is_unread
        if self.topic is not before:
            context.lead_in, context.lead_in_apart = self.topic, True

    def _names_another(self, sentence: tuple[int, int], *, first: bool = False) -> bool:
        """Return whether a sentence, or the first term in it, names another part than the topic: Lending revenue was $5m."""
        start, end = sentence
        axes: dict[str, str] = {}
        for token in self.topic:
            axes.update(token.meanings.members)
        for token in self.line.tokens:
            if token.is_term and start <= token.start < end:
                for axis, member in token.meanings.members:
                    if axis in axes and axes[axis] != member:
                        return True
                if first:
                    break
        return False

    def _opens_with_name(self, at: int) -> bool:
        """Return whether the name of a part begins at a place, behind names of the entity and words that open one."""
        text, vocabulary = self.setting.prose.text, self.setting.vocabulary
        before = _before_names(self.setting.language.tags)
        at += text[at] in " \n"
        while text[at : at + 1] in vocabulary.beginnings:
            size = 0
            for letters in vocabulary.sizes.get(text[at], ()):
                if letters <= _LONGEST and text[at : at + letters] in vocabulary.terms:
                    size = letters
                    break
            if size:
                word = vocabulary.terms[text[at : at + size]]
                if "own" not in word.kinds:
                    return not word.concepts
                at += size
            elif text[at] < _HAN_FIRST and text[at : (blank := text.find(" ", at, at + _REACH))] in before:
                at = blank + 1  # our, the, in
            else:
                break
        return False

    def _go_on(self, subject: list[Token], *, anew: bool) -> None:
        """Turn to a part, beside what is said of other axes (in Hong Kong, where agents did well) but on a line anew."""
        if subject:
            axes = {axis for axis, _ in subject[0].meanings.members}
            kept = [t for t in self.topic if axes.isdisjoint([axis for axis, _ in t.meanings.members])]
            self.topic = [*([] if anew else kept), *subject]

    def _clause_end(self, start: int, end: int) -> int:
        """Return where the first clause of a sentence ends, all of it where it has no quantity; 0 where that clause has one."""
        text, figure = self.setting.prose.text, self._first_quantity(start, end)
        if figure is None:
            return end
        if start > self.line.start and text[start] != "\n":
            return 0  # in the midst of a paragraph, a part is only what this sentence is about
        found = _COMMA.search(text, start, figure.start)
        latin = text[figure.start - 1] < _HAN_FIRST and figure.kind in ("money", "percent")
        if found is None and len(self.sentences) > 1 and latin:
            return figure.start  # Norway had loans of $5m. Profit rose; but: clients numbered 2,000
        return found.start() if found is not None else 0

    def _first_quantity(self, start: int, end: int) -> Figure | None:
        """Return the first figure of a sentence that says how much or how many of what: no nine months."""
        figures = self.line.figures
        first, last = (bisect_left(figures, at, key=_START) for at in (start, end))
        for figure in figures[first:last]:
            if not (figure.reason or (figure.words and not figure.kind)):
                return figure
        return None

    def _is_part_of_heading(self, subject: list[Token]) -> bool:
        """Return whether a part is one of what the heading above names: Kenya, below East Africa."""
        parts = [pair for token in subject for pair in token.meanings.members]
        return bool(parts and self.under) and all(self.under.get(a, m) != m for a, m in parts)

    def _speaks_of_all(self, start: int, end: int) -> bool:
        """Return whether a sentence is about the whole entity again: the Group's profit, income for the Group, 集團利潤."""
        language, text = self.setting.language, self.setting.prose.text
        own = [
            (t.start, t.end) for t in self.line.tokens if start <= t.start < end and "own" in t.meanings.kinds
        ]
        called = [found.span("who") for found in _all(language.tags).finditer(text, max(start - 1, 0), end)]
        for first, last in (*own, *called):
            if text[first] >= _HAN_FIRST:
                if (first, last) in called:
                    return True
                continue
            before = text[start:first].split()[-1:]
            if text.startswith(language.possessives or "\0", last) or any(
                word in language.links for word in before
            ):
                return True
        return False

    def _subject(self, start: int, end: int) -> list[Token]:
        """Return the part that a sentence without a figure is about, as its first words say: Retail Banking had a strong year.

        Also 泰國業務表現理想; none where it is one of two, or where the name goes on (Retail Banking customers liked it).
        """
        language, text = self.setting.language, self.setting.prose.text
        first, told = start + (text[start] in " \n"), self._clause_end(start, end)
        quantity = self._first_quantity(start, end) if self.under else None
        end = quantity.start if quantity is not None else told
        if end <= first:
            return []
        tokens = cover(self.setting.vocabulary, text, first, min(end, first + _LONGEST), [])
        named = next((token for token in tokens if token.is_term and "own" not in token.meanings.kinds), None)
        if named is None or named.meanings.concepts or not named.meanings.members:
            return []
        if text[named.start : named.end] in _subsidiaries(self.setting.profile):
            return []  # whom a section is about is told elsewhere
        basis = self.setting.index.role_axes.get("basis")
        if text[first] >= _HAN_FIRST and all(axis == basis for axis, _ in named.meanings.members):
            return []  # 不計稅率變動，利潤增長5%。收入為X: the sentence behind is on the usual basis again
        own = max(
            (t.end for t in tokens if "own" in t.meanings.kinds and t.end <= named.start), default=first
        )
        if any(word not in _before_names(language.tags) for word in text[own : named.start].split()):
            return []
        is_latin = text[named.end - 1] < _HAN_FIRST
        if is_latin and text.startswith(", ", named.end) and self._is_part_of_heading([named]):
            others = (token for token in tokens if token.is_term and token.start > named.end)
            return [] if any(self._is_part_of_heading([token]) for token in others) else [named]
        told_from = behind_description(named.end, end, self.setting) if is_latin else named.end
        behind = _behind(language.tags, latin=is_latin).match(text, told_from, end)
        if behind is None or (
            is_latin and self._goes_on_as_name(behind["word"], tokens, behind.start("word"))
        ):
            return []
        return [named] if named.end < told or self._is_part_of_heading([named]) else []

    def _goes_on_as_name(self, word: str, tokens: list[Token], at: int) -> bool:
        """Return whether the word behind a name is no verb of which that is the subject: Retail Banking customers."""
        language = self.setting.language
        if word in language.finite_verbs or word in language.auxiliaries or word in language.extra["fared"]:
            return False
        if word.endswith(tuple(language.extra["participle_endings"])):
            return False
        return not any(token.start == at and token.meanings.verb for token in tokens)

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
        if any(t.meanings.concepts or not t.meanings.members for t in terms):
            return []
        opens = found.start() <= self.line.start + 1 and len(self.sentences) > 1
        if found["place"] and tells and not (opens or self._is_part_of_heading(terms)):
            return []  # in the midst of a paragraph, a place holds for its sentence alone
        light = language.extra["tail_nouns"]
        read = all(
            text[slice(*hole)] in light or text[slice(*hole)] in language.topic_nouns for hole in holes
        )
        return terms if read else []


_START = attrgetter("start")
_LONGEST = 48
"""How long a name is at most that is looked for where a sentence begins; of a longer one, the name that it begins with."""
_COMMA = re.compile("[,，](?![0-9])")
_HAN_FIRST = "\u2e80"


@cache
def _before_names(tags: tuple[str, ...]) -> frozenset[str]:
    """Return the words that may stand before the name of a part that opens a sentence: our, the, in."""
    language = load_language(*tags)
    words = (*language.extra["articles"], *language.first_person, *language.name_openers)
    return frozenset((*words, *language.linked_articles))


@cache
def _behind(tags: tuple[str, ...], *, latin: bool) -> re.Pattern[str]:
    """Return the pattern of what stands behind a name that opens a sentence.

    Of Latin words: nouns that add nothing to it, how something is done, and a word. Of Han prose: nothing that joins another.
    """
    language = load_language(*tags)
    if latin:
        light = alternation((*language.extra["tail_nouns"], *language.topic_nouns)) or "(?!)"
        ends = alternation(language.adverb_endings) or "(?!)"
        return re.compile(rf"(?: (?:{light}))*(?: [a-z]+(?:{ends}))? (?P<word>[a-z]+)")
    outside = language.extra["outside"]  # 香港經濟復甦。貸款餘額X: of nothing that the words name
    joined = alternation((*language.conjunctions, *language.enumeration, *outside)) or "(?!)"
    light = alternation(language.topic_nouns) or "(?!)"
    return re.compile(rf"(?:{light})?(?!{joined})(?P<word>)")


@lru_cache(maxsize=8)
def _subsidiaries(profile: Profile) -> frozenset[str]:
    """Return the names that the profile ties to a member, folded."""
    return frozenset(fold(name) for name, _, _ in profile.members)


@cache
def _all(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what calls the whole group, which in Han prose opens a clause: 而本集團."""
    language = load_language(*tags)
    words = alternation(language.extra["of_group"]) or "(?!)"
    before = alternation((*language.extra["before_topics"], *language.conjunctions)) or "(?!)"
    ends = re.escape(language.clause_ends + language.sentence_ends)
    return re.compile(rf"(?:[{ends}\n](?:{before})?|\b(?=[a-z]))(?P<who>{words})")


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
