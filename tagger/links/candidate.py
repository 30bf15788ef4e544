"""A candidate reading of a claim, and what earlier claims hand on to later ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from tagger.clauses.claim import Claim
from tagger.links.section_subject import SectionSubject
from tagger.words.periods import TimePhrase
from tagger.words.word import Token

Dimensions = tuple[tuple[str, str], ...]
Clue = tuple[str, int, int, str]
"""kind, start, end in the prose, target: one piece of evidence."""


@dataclass(slots=True)
class Candidate:
    """A reading of a figure: base concept, what of it (kind), dimensions, and what it costs to believe."""

    concept: str
    kind: str
    dimensions: Dimensions
    price: float
    clues: list[Clue] = field(default_factory=list)
    inherited: str = ""  # "", "sentence", "paragraph", "heading"
    by_arithmetic: bool = False  # of a chart, held by numbers of the prose


@dataclass(slots=True)
class Frame:
    """A claim with the candidate it was given and its phrase of time: what later figures may inherit."""

    claim: Claim
    candidate: Candidate
    time: TimePhrase | None = None
    below_zero: bool = False  # words made it negative: a loss of $61m
    within_part: bool = False  # of a part (其中), or going on from one: 其中千兆用戶X，佔比Y


@dataclass(frozen=True, slots=True)
class Plan:
    """What a heading says of all below it: a time to come, and whether it is a target or a forecast ("" for neither).

    is_of_year: the time is the rest of the year that is reported, of which what is told below may be past.
    """

    time: TimePhrase | None
    scenario: str
    is_of_year: bool = False


@dataclass(slots=True)
class Context:
    """What stands before a claim: frames of its sentence and paragraph, words of the headings above."""

    frames: list[Frame] = field(default_factory=list)
    before: Frame | None = None  # the last frame of an earlier sentence of the paragraph
    section: list[Frame] = field(default_factory=list)  # of the paragraphs before under the same heading
    headings: list[Token] = field(default_factory=list)
    title: str = ""  # the text of the nearest heading
    topic: list[Token] = field(default_factory=list)  # the nearest heading, if it is nothing but terms
    unnamed_above: tuple[str, ...] = ()  # the names of the businesses that it speaks of, and no member is
    business_axes: Sequence[str] = ()  # the axes whose members are businesses: 公司金融業務
    subject: SectionSubject | None = None
    about: list[Token] = field(default_factory=list)  # the name of the subsidiary that the sentence is about
    lead_in: list[Token] = field(default_factory=list)
    listed: Frame | None = None  # the last figure above the list of which the paragraph is an item
    lead_in_apart: bool = False  # the words that head the paragraph are a sentence of their own: 綠色金融。
    opened: list[Frame] = field(default_factory=list)  # the first frame of the paragraph, once there is one
    usual_base: TimePhrase | None = (
        None  # what the changes of levels before were measured against, in so many words
    )
    scene: list[Token] = field(
        default_factory=list
    )  # the members that the sentence is set in: In Hong Kong, …
    meant: list[Token] = field(
        default_factory=list
    )  # the name that a pronoun of the sentence stands for: Its deposits
    points_back: bool = (
        False  # a pronoun stands for what the sentence before counts: 5 million customers. Their deposits
    )
    unread_scene: bool = False  # it is set in what nothing explains: In Ruritania, …
    plan: Plan | None = None  # of the heading above: targets for 2025
    led: TimePhrase | None = None  # the time of the list that the paragraph is an item of
    said: list[Token] = field(default_factory=list)  # terms of the sentence before, if it holds no figure
    earlier: list[Frame] = field(default_factory=list)  # of the sentence before
    begins: int = 0  # where the sentence does
    ended: int = 0  # where the last figure does
    opening: list[Token] = field(default_factory=list)  # the members that the sentence's first figure names
    opened_by: tuple[Token, Token | None, str] | None = (
        None  # the part that a sentence of Han prose opens with, those it is done with, and how its name begins
    )
    led_twin: tuple[Token, Token | None] | None = (
        None  # what the paragraph is about, and those it is done with
    )
    since: list[Token] = field(
        default_factory=list
    )  # those that figures not understood name since the last frame
    another: str = ""  # the other organisation whose figures the sentence gives
    another_in: int = -1  # the sentence that names it last
    planned: TimePhrase | None = None  # the time of the plan that the sentence speaks of
    goes_on_planning: bool = False  # the sentence has no verb, and that before told a forecast: EPS of $0.60
    planned_before: TimePhrase | None = None  # that of a sentence before in the paragraph
    guided: str = (
        ""  # what a sentence without a figure right before says of what is to come: our guidance for 2026
    )
    stranger: bool = (
        False  # the sentence speaks of somebody by a name that nothing explains: 淡馬租賃總資產X，淨利潤Y
    )
    broken_kinds: frozenset[str] = frozenset()  # of the figures not understood
    instalment: bool = False  # what was not understood is a part of the year's: a final dividend
    only_another: bool = False  # what was not understood is another entity's: an industry average
    share_unsaid: bool = False  # a share before has no concept: what is told in points may be of it
    parts_to: int = -1  # where the last figure of a list of parts ends: 其中銀行卡X、託管Y
    broken: bool = False  # the figure before was not understood: what came before it is no longer meant

    _of_claim: dict[int, Frame] = field(
        default_factory=dict
    )  # by the claim's id, the frames of both sentences

    def hand_on(self, frame: Frame) -> None:
        """Make a frame the last one of the sentence."""
        self.frames.append(frame)
        self._of_claim[id(frame.claim)] = frame

    def end_sentence(self, begins: int, marks: frozenset[str]) -> None:
        """Make the sentence the one before; begins, marks: where the next one does, and of what kinds its words are."""
        self.about, self.begins = [], begins
        if self.subject is not None and "own" not in marks:
            self.about = self.subject.at(begins)
        self.before = self.last or self.before
        self.earlier, self.frames = self.frames, []
        self.stranger, self.opened_by = False, None
        self.planned_before = self.planned or self.planned_before
        self.planned = None
        self._of_claim = {id(frame.claim): frame for frame in self.earlier}

    def before_claim(self, claim: Claim) -> Frame | None:
        """Return the frame that a claim takes over: of the figure it follows in a list, else the last one."""
        last = self.frames[-1] if self.frames else None
        if claim.follows is not None:
            return self._of_claim.get(id(claim.follows), last)
        if claim.is_before and claim.is_latin and last is not None:
            return self._in_its_place(claim) or last
        if (
            last is not None
            and last.claim.in_bracket
            and not claim.in_bracket
            and (not claim.is_latin or (last.candidate.dimensions and claim.kind in ("change", "growth")))
        ):
            # 餘額X（人行口徑為Y），比上年末增加Z; costs of $16.8 billion (adjusted: $16.2 billion), down 5%
            return next((frame for frame in near(self.frames) if not frame.claim.in_bracket), last)
        if last is not None and last.claim.says_again and claim.kind == "growth":
            # $7.3 million, or $0.70 per share, an increase of 28%
            return next((frame for frame in near(self.frames) if not frame.claim.says_again), last)
        return last

    def _in_its_place(self, claim: Claim) -> Frame | None:
        """Return the last frame of a value's kind: $5m, or $0.70 a share, against $4m, or $0.60; None without one."""
        alike = [frame for frame in near(self.frames) if frame.claim.figure.kind == claim.figure.kind]
        again = (frame for frame in alike if frame.claim.says_again == claim.says_again)
        return next(again, alike[0] if alike else None)

    def now_of(self, frame: Frame | None, end: date) -> Frame | None:
        """Return the figure of the time that the report ends with: $142m, $131m in the second quarter and $120m a year before.

        One of Han prose whose time is not said is of that, behind one of an earlier year.
        """
        ended = _ends(frame) if frame is not None else None
        if frame is None or ended in (None, end):
            return frame
        # 收入5億元，二零一一年為4億元，去年同期為3億元
        unsaid = not frame.claim.is_latin and ended is not None and (end - ended).days >= _LONG_BEFORE
        now = (
            f
            for f in near(self.frames)
            if (_ends(f) == end or (unsaid and f.time is None))
            and f.candidate.concept == frame.candidate.concept
        )
        return next(now, frame)

    @property
    def last(self) -> Frame | None:
        """Return the frame of the figure before in the sentence."""
        return self.frames[-1] if self.frames else None


def _ends(frame: Frame) -> date | None:
    return frame.time.span.end if frame.time is not None and frame.time.span is not None else None


_LONG_BEFORE = 180
"""How many days before the report's end a time is of another year, behind which a year before is the report's again."""
_NEAR = 200
"""How many figures back one may be that is taken up in passing; a sentence may be as long as its document."""


def near(frames: list[Frame]) -> Iterator[Frame]:
    """Yield frames from the last one back, as far as anybody looks for one that fits."""
    return islice(reversed(frames), _NEAR)


@dataclass(slots=True)
class Source:
    """Where a candidate's concept comes from."""

    concept: str
    price: float
    token: Token | None
    where: str  # "left", "right", "lead", "frame", "before", "heading"
    frame: Frame | None = None
    near: Frame | None = None  # the figure right before, whose members hold though its concept does not fit
