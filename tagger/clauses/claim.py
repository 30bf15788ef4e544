"""The claim: a figure with what its clause says of it, and the line of prose that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tagger.figures.find import Figure
from tagger.words.periods import TimePhrase
from tagger.words.word import Token

SCENARIOS = ("forecast", "target")
"""Kinds of words that say that a figure is no fact yet."""
MARKS = frozenset(
    (
        "average", "back_reference", "both", "difference", "each", "exclusion", "forecast", "former", "hypothetical", "latter",
        "narrowing", "negated", "of_which", "other_entity", "own", "release", "scope", "superlative", "target",
        "total",
    )
)  # fmt: skip
"""The kinds of words that make something out of the usual of a figure; few sentences hold any."""


@dataclass(slots=True)
class Claim:
    """A figure with what its clause says of it.

    left, right, lead: tokens of its own to the left, to the right, and earlier in the sentence.
    unread: stretches of `left` that no word covers. kind: "level", "change", "growth" or "share"; "apart": it is
    no figure of what is named, but how far that is from another.
    sign: -1 for a decrease. time, base: the phrases that govern it, None where it has none of its own.
    part: (index, count) in a list that is dealt out. sentence, line: numbers in reading order.
    marks: of `MARKS` those that words of its sentence have; nobody need look for what none of them is.
    """

    figure: Figure
    line: int
    sentence: int
    clause_start: int
    left: list[Token]
    right: list[Token]
    lead: list[Token]
    unread: list[tuple[int, int]]
    right_unread: list[tuple[int, int]]
    telling: Sequence[tuple[int, int]] = ()  # of the unread: what the taxonomy has a name for
    places: Sequence[
        tuple[int, int]
    ] = ()  # of the unread of Han prose, where what is counted is: 於香港設有68間分行
    beside: Sequence[tuple[int, int]] = ()  # of the unread: what a name needs not to be whole: (Basel III)
    apart: Sequence[
        tuple[int, int]
    ] = ()  # of the unread: what only some of the counted have: customers with a balance
    modifying: Sequence[
        tuple[int, int]
    ] = ()  # of the unread of Latin prose, what stands right before a name: steel loans
    of_what: Sequence[tuple[int, int]] = ()  # of the unread: what a name before is of: income from custody
    light: Sequence[tuple[int, int]] = ()  # of the unread: what says little of the thing: an amount of
    unread_said: dict[tuple[int, int], str] | None = None  # of Han prose, what the unread stretches say
    measure: str = ""  # the word the last of them ends in, of another measure of what is named: 代理保險收入
    heads: Sequence[
        tuple[int, int]
    ] = ()  # of the unread: what a name behind only describes (the impairment of loans), or how long it is: 60天以內貸款
    kind: str = "level"
    sign: int = 1
    verb: Token | None = None
    qualifiers: list[str] = field(default_factory=list)
    times: list[TimePhrase] = field(default_factory=list)
    base: TimePhrase | None = None
    of_two_bases: bool = False  # it is against two times at once: up 3% from 4Q23 and 3Q24
    of_which: bool = False
    part_of_change: bool = False  # rose by $20 billion, of which mortgages $8 billion
    total: bool = False
    back_reference: bool = False
    in_bracket: bool = False
    of_cause: Sequence[int] = ()  # where times stand that only say when its cause came about
    apart_from: int = (
        0  # where a semicolon of Han prose ends that parts it from the figure before, 0 without one
    )
    is_actual: bool = False  # of Han prose, what there was, behind what was planned: 目標35%，實際為33.8%
    is_before: bool = False  # the value a change starts from: 由X增至Y
    after_noun_verb: int = 0  # +1 or -1: a verb of change stands before the noun (新增貸款X)
    led_move: str = ""  # which way the lead of its list says that things moved: a per cent may be its growth
    led_part: bool = False  # … that they are what it names is made up of: a per cent may be its share
    scenario: str = ""
    is_to_come: bool = False  # 派息比率將維持在45%; costs should be $5m, and (it goes on) income $9m
    is_planned_behind: bool = False  # 以不良率不高於1%為目標: the word of planning stands behind it
    is_on: bool = (
        False  # so much was laid out on, or came from, what is named right behind it: £9m on card balances
    )
    is_rate_on: bool = False  # it is paid on what is named right behind it, and no share: 5.1% on their loans
    is_made: bool = False  # it is what came of the things named: deposits earned £5m
    has_unread_subject: bool = (
        False  # all that its verb is said of is a word that nothing explains: rents fell
    )
    is_held_against: bool = (
        False  # the value of a target that something is only compared with: above our 13.5% target
    )
    is_next_plan: bool = False  # another than the one before, which named its own part
    plans_all: bool = False  # said before a colon, for all that follows
    other_entity: Token | None = None
    follows: Claim | None = None  # of the list before, the figure in the same place
    scope: Sequence[Token] = ()
    whole: Sequence[Token] = ()  # of a share: the words of the whole
    whole_unread: Sequence[tuple[int, int]] = ()  # what nothing explains among these words
    is_condition: bool = False  # 資產30萬元以上的客戶: it describes what else is spoken of
    is_difference: bool = False  # between two rates: 高於各項貸款增速9.7個百分點
    told_from: int = 0  # where its own verb joins another of its subject: held up well and | rose by 5%
    near_from: int = 0  # where the clause right before the figure's own begins
    is_aside: bool = False  # or 4% excluding notable items: what follows goes on from the one before
    says_again: bool = False  # or $0.70 a share: what follows grows as the amount before it does
    unsure_sign: bool = False  # improved by: whether that is more or less the clause does not say
    named_to: int = (
        0  # where words in quotation marks end that no term explains, 0 without any: 「安居貸」餘額
    )
    is_latin: bool = False  # a word of Latin letters weighs less by the letter
    counted: str = ""  # the unit of the taxonomy that a count in Latin letters counts: 2,140 colleagues
    is_listed: bool = False  # the mark of a list stands right behind the figure before: 公司貸款X、個人貸款Y
    part: Sequence[Token] = ()  # the member right behind a figure: 22% in motor
    is_undealt: bool = False  # of a list dealt out (分別) over things that are not told
    noun_end: int = 0  # where the noun phrase ends that a count in Latin letters counts
    of_them: bool = False  # an amount of those before: 1,260 of them in Poland
    of_before: bool = False  # a per cent of what was said before: of which 41%, 28% of them
    total_behind: bool = False  # … of all of it: 38% of the total, which is what was said before
    part_of: Sequence[
        tuple[str, str]
    ] = ()  # axes and members of the whole of a share, behind it: 41% of corporate deposits
    is_whole: bool = (
        False  # the whole that the figure before is a part of: £118m of the year's investment of £412m
    )
    of_all: bool = False  # the entity has it, whatever part a heading names: the Group's solvency ratio
    ends_basis: bool = (
        False  # what the basis of the figure before left out is in it again: 計入該影響後，下降3%
    )
    sign_said: bool = False  # minus 0.5%: a word says the sign of what is no change
    hypothetical: bool = False  # would: what the clause says is not so
    of_shares: str = ""  # the word before it that says of how many shares an amount is: 每10股
    is_stock: bool = False  # all 8,940 colleagues: there are so many, whatever the clause says of them
    is_number: bool = False  # the number of things, and no amount of money
    tells_no_part: bool = (
        False  # a per cent of a whole, and nothing explains of which part: 88% of sales are contactless
    )
    of_another: bool = False  # words that nothing explains say right behind an amount what it is of
    right_from: int = 0  # where they begin, behind a qualifier
    right_end: int = 0  # where the words behind the figure end that may be its own
    joined: Sequence[
        tuple[int, int]
    ] = ()  # where words of the clause or its lead stand that a conjunction joins: loans and deposits
    goes_on: bool = False  # it adds what the subject before has: and served 2,000 customers
    lead_is_behind: bool = (
        False  # what stands before the clause is of the figure before: 0.59% of loans, against $118m
    )
    lead_is_whole: bool = False  # … the whole of its rate: 0.52% of total loans, an increase of $13 million, which is the part's
    balance: tuple[str, ...] = ()  # 餘額 by itself: what is there at a day, of what is named before it
    of_unnamed: bool = False  # of a part that no term names: 以越南最為突出，獲利X
    of_unit: bool = False  # of a branch or subsidiary whose name nothing explains: 深圳分行貸款餘額
    is_acted_on: bool = False  # something was done with the things: we wrote off loans of 410 million
    is_some: bool = False  # of things named behind a count: 61 of the outlets
    accumulated: bool = (
        False  # it was done by a day, and not within the year: had issued 6.1 million cards by June
    )
    done: tuple[str, ...] = ()  # the words that nothing explains of what was done with the things
    is_pronoun: bool = False  # a pronoun stands for what the figure is of: it was 540 million
    says_share: bool = (
        False  # it is of a share: the CASA ratio; represented 36% of the total, an improvement of 2 points
    )
    of_unread_whole: bool = (
        False  # it is told as a part of what nothing explains: as a percentage of goodwill
    )
    is_possessed: bool = False  # it is of what a pronoun says has it: its costs
    is_used: bool = False  # the things named used up so much: the move gobbled up $2m
    ranked: bool = (
        False  # it only says of its part that no other has more, or less: cards have the lowest, at 1.2%
    )
    brings: bool = False  # behind its last name only a verb of having stands: Treasury had, or brought, $5m
    annualised_end: int = (
        0  # where what ends that only says that a rate is a year's: 0.2% of loans annualised
    )
    is_dealt: bool = False  # it has its own part of a list that is dealt out
    complements: Mapping[int, bool] = field(
        default_factory=dict
    )  # where terms begin that only say what the one before is of (provisions on loans), and whether it came from them
    half_joined: frozenset[int] = frozenset()  # where terms begin that a list joins to unread words
    another: str = ""  # the other organisation whose figure it is
    scattered_far: bool = False  # some of its words stand around the clause
    is_change_by_name: bool = False  # of a rate that is a change: prices fell by 3%, of price change
    tells_move: bool = (
        False  # the clause tells of a rise or fall: growth was seen in loans (5%), which is no share
    )
    adds_to: bool = (
        False  # who reports added it to what stands behind it: we added $18m to loan loss provisions
    )
    adds_part: bool = False  # something else than who reports added it to what stands behind it: the purchase added $2bn to loans
    composed: tuple[int, int] | None = (
        None  # where that stands which most of its thing is of: led by custody, at $5m
    )
    half_named: bool = False  # its part is named without what the names of all such parts say: led by custody
    moved_part: bool = (
        False  # something moved what stands before it by so much: inflation lifted costs by $5m
    )
    adds: bool = False  # a change, or how much a flow came to: market movements added £3.4 billion
    counterpart: str = (
        ""  # the concept of the same words as the figure before, in its unit: 18,220 loans for $402m
    )
    acts_on: bool = (
        False  # something that nothing explains does something to so many: solar panels power 412 branches
    )
    goes_to_unread: bool = False  # whoever was given it, nothing explains: we disbursed $9m to farmers
    goes_out: bool = False  # clients took it away: the £0.9bn withdrawn
    by_name: bool = False  # the words that stand apart are all of a member's name
    scattered: str = ""  # the concept whose words stand apart in the clause
    since: Sequence[TimePhrase] = ()  # when what the clause speaks of began, or goes on to
    within: tuple[
        str, ...
    ] = ()  # what, in words that nothing explains, is in so many places: workshops held at 190 branches
    over: TimePhrase | None = None  # when it changed from this value: in 2023 it fell from X to Y
    bound: str = ""  # "low" or "high": the end of a range
    marks: frozenset[str] = MARKS

    @property
    def phrases(self) -> tuple[TimePhrase, ...]:
        """Return the phrases of time that tell its period: its own, and what its change is measured against."""
        times, base = self.times, self.base
        if base is None:
            return (times[-1],) if times else ()
        return (times[-1], base) if times else (base,)

    def change_by(self, verb: Token, target: str) -> None:
        """Read it as a change that a verb says, growth where it is in per cent or times; target: which way that goes."""
        self.kind = "growth" if self.figure.kind in ("percent", "times") else "change"
        self.sign, self.verb = -1 if target in ("decrease", "worsen") else 1, verb

    @property
    def tells_more(self) -> bool:
        """Return whether it may go on about whom the figure before was of: HPX had loans of $5m, and its deposits fell."""
        return self.is_possessed or self.goes_on or not self.is_latin

    @property
    def is_of_part(self) -> bool:
        """Return whether something else than who reports did something to so much of what is named."""
        return self.adds_part or self.moved_part or self.acts_on

    @property
    def is_left_over(self) -> bool:
        """Return whether nothing explains some of its words."""
        return bool(self.unread)

    @property
    def last_word(self) -> Token | None:
        """Return the last word before the figure that is no currency's: the one that its number hangs on."""
        for token in reversed(self.left):
            if "currency" not in token.meanings.kinds:
                return token
        return None

    @property
    def is_of_year(self) -> bool:
        """Return whether it is the year's, of which the one before may be a part: which makes 9 pence for the year."""
        whole = ("current", "whole")
        return self.total or any(p.span is not None and p.span.relative in whole for p in self.times)

    def stands_in_bracket(self, text: str) -> bool:
        """Return whether a bracket stands around what is said of it, or right before its amount."""
        at = self.amount_start
        return self.in_bracket or text[at - 1 : at] in ("(", "（")

    def is_alone_in_bracket(self, text: str) -> bool:
        """Return whether nothing but its amount stands in a bracket: mortgages ($2bn)."""
        alone = self.in_bracket and all("currency" in token.meanings.kinds for token in self.left)
        return alone and text[self.figure.end : self.figure.end + 1] == ")"

    def take_subject(self, subject: list[Token], begin: int) -> None:
        """Let it begin with its subject, which something parts from the rest of its clause. begin: where that stands."""
        self.left = [*subject, *self.left]
        self.lead = [token for token in self.lead if token.end <= begin]
        self.clause_start = begin

    def leave_apart(self, words: Iterable[tuple[int, int]]) -> None:
        """Take stretches of words as not understood: they tell its thing apart from what its name says."""
        words = list(words)
        self.unread, self.apart = sorted([*self.unread, *words]), [*self.apart, *words]

    @property
    def amount_start(self) -> int:
        """Return where its amount begins, the currency included."""
        return next((t.start for t in self.left if "currency" in t.meanings.kinds), self.figure.start)

    @property
    def is_share_alone(self) -> bool:
        """Return whether it only says what share of a whole the figure before is: 贷款X，占总资产的57%; 占比57%."""
        if self.is_latin or self.left_terms:
            return False
        verb = self.verb if self.kind == "share" else None
        return bool(self.whole) or (verb is not None and verb.start <= self.clause_start + 1)

    @property
    def left_terms(self) -> list[Token]:
        """Return the words before the figure in its clause that name a concept or a member."""
        return [token for token in self.left if token.meanings.concepts or token.meanings.members]

    @property
    def near_lead(self) -> list[Token]:
        """Return the words of the clause right before the figure's own."""
        lead, near_from = self.lead, self.near_from
        return [token for token in lead if token.start >= near_from] if lead else lead


@dataclass(frozen=True, slots=True)
class Trace:
    """What is asked of a claim once its figure is decided: all that is left of those of a table, whose cells share it."""

    kind: str
    phrases: tuple[TimePhrase, ...]
    is_left_over: bool
    verb: Token | None = None
    unsure_sign: bool = False

    @staticmethod
    def of_cell(claim: Claim, known: dict[Trace, Trace]) -> Trace:
        """Return the trace of a cell's claim, which has no verb; `known`: those of the cells before."""
        trace = Trace(claim.kind, claim.phrases, claim.is_left_over, unsure_sign=claim.unsure_sign)
        return known.setdefault(trace, trace)


@dataclass(slots=True)
class Line:
    """A block's stretch of the prose with all that was found in it."""

    number: int
    start: int
    end: int
    kind: str
    figures: list[Figure]
    tokens: list[Token]
    phrases: list[TimePhrase]
