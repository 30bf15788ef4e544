"""Whom a section is about: a subsidiary whose name in the profile opens a sentence there, until another's does.

Han prose names it once (瑞衡人壽堅持價值導向。實現保費收入X。新業務價值Y) and goes on for paragraphs and tables, up to the
next heading. A sentence that gives a figure of its own says nothing of the next (瑞衡資管管理資產X。託管規模Y), but where the
heading names the member as well. What opens with a name of the entity itself is of no subsidiary.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from operator import itemgetter

from tagger.clauses.claim import Line
from tagger.profile import Profile
from tagger.words.folding import fold
from tagger.words.language import Language
from tagger.words.word import Meaning, Token, Word

_HAN_FIRST = "\u2e80"
_LEADS = re.compile(r"\s?(?:[(（][^()（）]{0,30}[)）])?\s?[：:]")
"""Behind a name that heads a paragraph: 瑞衡理財：2022年開業，註冊資本X。理財產品餘額Y."""
_OPENING = 14
"""How much may stand before the name in a clause of its own: 前三季度，."""


@dataclass(slots=True)
class SectionSubject:
    """The subsidiary that a section is about, and those that sentences of a paragraph open with.

    members: by name, folded; None for the entity's own. pattern: of a sentence that one of them opens, None where no
    member has a Han name.
    """

    members: dict[str, Word | None]
    pattern: re.Pattern[str] | None
    apart: tuple[str, ...]  # what behind a name makes it one of several
    of_section: Token | None = None
    is_settled: bool = False  # the section has spoken of somebody, or given a figure of nobody
    opened: list[tuple[int, Token | None]] = field(default_factory=list)
    names: tuple[str, ...] = ()  # those of members
    named: frozenset[tuple[str, str]] = frozenset()  # the members that the heading names

    def enter(self, heading: list[Token]) -> None:
        """Begin a section; heading: its words."""
        self.of_section, self.is_settled, self.opened = None, False, []
        self.named = frozenset(pair for token in heading for pair in token.meanings.members)

    def read(self, line: Line, sentences: list[tuple[int, int]], text: str) -> None:
        """Take the names that open the sentences of a paragraph, and whom the section is about if they tell."""
        self.opened = [(line.start, self.of_section)]
        if self.pattern is None:
            return
        first = next((figure.start for figure in line.figures if not figure.reason), line.end)
        for start, end in sentences:
            found = self.pattern.match(text, start, end)
            if found is None or text.startswith(self.apart, found.end()):
                self.is_settled = self.is_settled or end > first
                said = text[start:end]
                if any(name in said for name in self.names):
                    self.opened.append((start, None))  # 理財產品餘額X，其中由瑞衡理財管理Y
                    self.of_section = None
                continue
            word = self.members[found[1]]
            gives = any(start <= figure.start < end and not figure.reason for figure in line.figures)
            leads = start == line.start and gives and _LEADS.match(text, found.end(1)) is not None
            holds = word is not None and (leads or not gives or not self.named.isdisjoint(word.members))
            token = Token(found.start(1), found.end(1), word, is_term=True) if word and holds else None
            self.opened.append((start, token))
            if leads:
                self.of_section, self.is_settled = None, True  # a paragraph of its own in a list of such
            elif not self.is_settled:
                self.of_section, self.is_settled = token, True
            elif self.of_section is not None and (
                word is None or word.members != self.of_section.meanings.members
            ):
                self.of_section = None  # the section is of several

    def at(self, place: int) -> list[Token]:
        """Return the name of whom a sentence that begins at a place is about."""
        at = bisect_right(self.opened, place, key=itemgetter(0)) - 1
        token = self.opened[at][1] if at >= 0 else None
        return [token] if token is not None else []


def section_subject_of(profile: Profile, language: Language) -> SectionSubject:
    """Return the subject of sections for the names of a profile."""
    members: dict[str, Word | None] = {fold(name): None for name in (profile.name, *profile.aliases)}
    members.update(
        {fold(name): Word((Meaning("member", member, axis),)) for name, axis, member in profile.members}
    )
    names = sorted((name for name in members if name[0] >= _HAN_FIRST), key=len, reverse=True)
    pattern = None
    if any(members[name] is not None for name in names):
        ends = re.escape(language.clause_ends + language.sentence_ends)
        opening = rf"\s*(?:[^{ends}]{{0,{_OPENING}}}[，,]\s*)?"
        pattern = re.compile(opening + "(" + "|".join(map(re.escape, names)) + ")")
    apart = (*language.conjunctions, *language.enumeration)
    of_members = tuple(name for name in names if members[name] is not None)
    return SectionSubject(
        members, pattern, tuple(word for word in apart if not word.isascii()), names=of_members
    )
