"""The stretches of a clause that no word covers: what is left over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tagger.clauses.asides import leave_out_asides, leave_out_reason
from tagger.clauses.claim import SCENARIOS, Claim
from tagger.clauses.joined_predicates import leave_out_predicate
from tagger.clauses.market_rates import market_rates_in
from tagger.clauses.right_before import take_right_before
from tagger.clauses.runs import UP_OR_DOWN
from tagger.clauses.stretches import outside
from tagger.figures.figure import RATES, Figure
from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.word import Token

Span = tuple[int, int]


def take_left_over(
    claim: Claim, spoken_for: list[TimePhrase | Figure], text: str, floor: int, language: Language
) -> None:
    """Give a claim the stretches of its clause that neither a word nor what is spoken for covers."""
    figure = claim.figure
    holes = _left_over_in(text, claim.clause_start, figure.start, claim.left, spoken_for)
    if holes:
        claim.unread = [
            hole
            for hole in holes
            if not _is_symbol(hole, figure, text, language)
            and not _is_adverb(text[hole[0] : hole[1]], language)
            and not _is_tail(hole, claim.left, text, language)
            and not _is_weighting(hole, text, language)
            and not (not claim.marks.isdisjoint(SCENARIOS) and _is_planner(hole, claim.left, text, language))
        ]
        if claim.is_latin:
            claim.unread = [_of_organisations(hole, claim.left, text, language) for hole in claim.unread]
        else:
            told = [_with_tenor(hole, spoken_for, claim.left) for hole in claim.unread]
            claim.heads = [hole for hole in told if hole not in claim.unread]
            claim.unread = told
    take_right_before(claim, spoken_for, text, language)
    if claim.unread or claim.lead or (len(claim.left) > 2 and not claim.is_latin):  # noqa: PLR2004
        leave_out_asides(claim, text, floor, language)
    leave_out_reason(claim, text, floor, language)
    if claim.is_latin and claim.left and "-" in text[claim.clause_start : figure.start]:
        claim.unread = sorted({*claim.unread, *_compounds(claim, text)})
    if claim.is_latin and (figure.kind in RATES or figure.kind == "money"):
        named = (*_currencies(claim, text, language), *market_rates_in(claim, text, floor, language))
        claim.unread = sorted({*claim.unread, *named})
    if claim.is_latin and claim.unread:
        leave_out_predicate(claim, text, language)
        _leave_out_clause_before(claim, text, language)
        claim.unread = [hole for hole in claim.unread if not _is_most(hole, claim, text, language)]
        claim.light = [hole for hole in claim.unread if text[slice(*hole)] in language.light_words]
        claim.has_unread_subject = _has_unread_subject(claim, text, language)
    if claim.is_latin:
        reached = reaching_names(claim.unread, claim.left, text, language, claim.clause_start)
        claim.heads = [hole for hole in reached if hole not in claim.unread]
        claim.unread = reached
        claim.of_what = _of_what(claim, text, language)
        if not claim.figure.kind:
            _take_narrowed(claim, text, language)
    if claim.unread:
        claim.named_to = _end_of_quoted(text, claim.clause_start, figure.start, claim.unread)


def _has_unread_subject(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a verb is said of nothing but words that nothing explains: (deposits were 5 billion) and rents fell 3%."""
    if claim.left_terms:
        return False
    holes = (hole for hole in claim.unread if hole not in claim.light)
    extremes = language.extra["extremes"]  # the previous peak was 5 billion: of what was said before
    ends = {hole[1] + 1 for hole in holes if text[slice(*hole)].rsplit(maxsplit=1)[-1] not in extremes}
    for token in claim.left:
        said = text[token.start : token.end]
        if token.start in ends and (token.meanings.verb in UP_OR_DOWN or said in language.auxiliaries):
            return said not in language.extra["nouns_of_change"]
    return False


def _compounds(claim: Claim, text: str) -> Iterator[Span]:
    """Yield the words that hyphens join before a name and that only part by part say nothing: new-to-bank customers."""
    starts = {token.start for token in claim.left if token.is_term}
    for found in _COMPOUND.finditer(text, claim.clause_start, claim.figure.start):
        if found.end() not in starts:
            continue
        start, end = found.span(1)
        if not any(token.start <= start and end <= token.end for token in claim.left):
            yield start, end


_COMPOUND = re.compile(r"(?<![\w-])([a-z]+(?:-[a-z]+){2,4}) ")


def _is_tail(hole: Span, tokens: Sequence[Token], text: str, language: Language) -> bool:
    """Return whether a hole is a noun that adds nothing to the name it ends: the supply chain finance business of."""
    if text[slice(*hole)] not in language.extra["tail_nouns"]:
        return False
    ends = any(token.is_term and token.end == hole[0] - 1 for token in tokens)
    return ends and not any(token.is_term and token.start == hole[1] + 1 for token in tokens)


def _is_weighting(hole: Span, text: str, language: Language) -> bool:
    """Return whether a hole only says how an average is made, right before the word for one: 加權平均利率, of 平均利率."""
    start, end = hole
    return text[start:end] in language.extra["weightings"] and text.startswith(language.averages, end)


def _is_planner(hole: Span, tokens: Sequence[Token], text: str, language: Language) -> bool:
    """Return whether a hole is whoever plans or expects something: management (now) expects net interest income to grow."""
    if text[slice(*hole)] not in language.subjects:
        return False
    behind = [token for token in tokens if token.start >= hole[1]][:2]
    for token in behind:
        if not token.meanings.kinds.isdisjoint(SCENARIOS):
            return True
        if token.is_term or "function" not in token.meanings.kinds:
            return False
    return False


def _with_tenor(hole: Span, spoken_for: list[TimePhrase | Figure], tokens: Sequence[Token]) -> Span:
    """Return a hole that says how long or how high, with its bound, up to the name that it tells apart.

    逾期60天以內貸款, 金卡及以上客戶數.
    """
    bound = next(
        (t for t in tokens if hole[1] <= t.start <= hole[1] + 1 and "after" in t.meanings.kinds), None
    )
    if bound is None or not any(t.is_term and t.start == bound.end for t in tokens):
        return hole
    start = (f.start for f in spoken_for if isinstance(f, Figure) and f.reason and f.end == hole[0])
    return next(start, hole[0]), bound.end


def _leave_out_clause_before(claim: Claim, text: str, language: Language) -> None:
    """Take out what a clause before says that has its own verb: two million cards were in issue and the balance was 774."""
    if not claim.unread:  # the predicate was all of it
        return
    subject = next((token for token in reversed(claim.left_terms) if token.meanings.concepts), None)
    if subject is None or claim.unread[-1][1] > subject.start:
        return
    opened = max((t.end for t in claim.left if text[t.start : t.end] in language.conjunctions), default=-1)
    before = [text[t.start : t.end] for t in claim.left if t.end < opened]
    between = text[opened + 1 : subject.start].split()
    if opened < 0 or opened > subject.start or not language.finite_verbs.isdisjoint(between):
        return
    if all(word in language.extra["articles"] for word in between) and not language.finite_verbs.isdisjoint(
        before
    ):
        behind = text[subject.end : claim.figure.start].split()
        if not language.finite_verbs.isdisjoint(behind):
            claim.unread = [hole for hole in claim.unread if hole[0] > opened]


def _is_most(hole: Span, claim: Claim, text: str, language: Language) -> bool:
    """Return whether a word only says that no other part has more, or less: the ratio was highest in farming, at 4.9%."""
    if text[slice(*hole)] not in language.extra["most"]:
        return False
    before = next((t for t in reversed(claim.left) if t.end < hole[0]), None)
    behind = [t for t in claim.left if t.start > hole[1]][:2]
    said = text[before.start : before.end] if before is not None else ""
    opens = said in language.conjunctions or said in language.finite_verbs or said in language.auxiliaries
    return (
        opens
        and len(behind) > 1
        and text[behind[0].start : behind[0].end] in language.links
        and behind[0].start == hole[1] + 1
        and behind[1].is_term
    )


def reaching_names(
    holes: list[Span], tokens: Sequence[Token], text: str, language: Language, begin: int = 0
) -> list[Span]:
    """Return the holes, those that a link joins to a name up to it: the impairment of loans is no loan.

    The word that nothing explains is then what the clause is about, and the name only says of what. begin: where the clause does.
    """
    if not holes or not language.links_alike:
        return holes
    ends = {token.start: token for token in tokens}
    articles = tuple(language.extra["articles"])
    link = _link(language.links_alike, articles)
    opening = _link((*language.links_alike, *language.extra["leading_links"]), articles)
    reached = []
    for start, end in holes:
        is_light = language.light_words.issuperset(text[start:end].split())  # the amount of loans
        opens = all(word in articles for word in text[begin:start].split())  # provisions against loans were
        found = None if is_light else (opening if opens else link).match(text, end)
        token = ends.get(found.end()) if found else None
        if token is not None and not token.is_term and "function" in token.meanings.kinds:
            token = ends.get(token.end + 1)  # the rollout of our branches
        names = token is not None and token.is_term and bool(token.meanings.concepts)
        reached.append((start, token.start - 1) if token is not None and names else (start, end))
    return reached


def _of_what(claim: Claim, text: str, language: Language) -> list[Span]:
    """Return the holes that say what a name right before them is of, or whose it is: income from custody, customers' trades."""
    ends = {token.end for token in claim.left if token.is_term and token.meanings.concepts}
    if not claim.unread:
        return []
    owners = {token.end for token in claim.left if token.is_term and token.meanings.members}
    owned = [h for h in claim.unread if any(_OWNING.fullmatch(text, at, h[0]) for at in owners)]
    if not ends:
        return owned  # corporate customers' borrowing are no customers
    link = _link_before(
        (*language.links, *language.extra["leading_links"]), tuple(language.extra["articles"])
    )
    described: list[Span] = []
    if claim.figure.kind == "money":
        totals = {token.end for token in claim.left if "total" in token.meanings.kinds}
        described = [hole for hole in claim.unread if _describes(hole, ends, text, language)]
        starts = {token.start for token in claim.left if token.is_term}
        described.extend(
            h for h in claim.unread if h[0] - 1 in totals and h[1] + 1 in starts
        )  # total liquid assets
    return (
        owned
        + described
        + [
            hole
            for hole in claim.unread
            if (found := link.search(text, max(claim.clause_start, hole[0] - _LINK), hole[0])) is not None
            and found.start() in ends
            and text[slice(*hole)] not in language.extra["tail_nouns"]  # of the division
        ]
    )


_LINK = 16
_OWNING = re.compile(r"['’]s? ")


def _of_organisations(hole: Span, left: list[Token], text: str, language: Language) -> Span:
    """Return a hole that is the plural of a word for the entity as the whole of it: banks, in loans to banks, are others."""
    if hole[1] - hole[0] == 1 and text[hole[0]] == "s":
        token = next((token for token in left if token.end == hole[0] and not token.is_term), None)
        if token is not None and text[token.start : token.end] in language.organisations:
            return token.start, hole[1]
    return hole


def _describes(hole: Span, ends: set[int], text: str, language: Language) -> bool:
    """Return whether a participle right behind a name tells a part of it, by what follows: deposits maturing within a year."""
    said, endings = text[slice(*hole)], tuple(language.extra["describing_endings"])
    if hole[0] - 1 not in ends or not endings or not said.endswith(endings) or said in language.light_words:
        return False
    return _FOLLOWED.match(text, hole[1]) is not None  # loans outstanding are all of them


_FOLLOWED = re.compile(r" (?:[a-z]+|\d)")


def _take_narrowed(claim: Claim, text: str, language: Language) -> None:
    """Take as not understood what things are told apart by that are counted: customers with a balance were 1,200."""
    had = _had(tuple(language.extra["having"]), language.finite_verbs)
    for token in claim.left:
        if not (token.is_term and token.meanings.concepts):
            continue
        found = had.match(text, token.end, claim.figure.start)
        if found is None or any(
            t.meanings.members for t in claim.left if found.start(1) <= t.start < found.end(1)
        ):
            continue
        words = found[1].split()
        if any(word not in language.extra["articles"] for word in words):
            start, end = found.span(1)
            claim.unread = sorted([*outside(claim.unread, start, end), (start, end)])
            claim.apart = [(start, end)]


@cache
def _had(having: tuple[str, ...], verbs: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of what things have that are told apart by it, up to the verb: with a balance was."""
    return re.compile(rf" (?:{alternation(having)}) ([a-z’' -]+?) (?:{alternation(verbs)})\b")


@cache
def _link_before(links: tuple[str, ...], articles: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_linking(links, articles)}|['’]s? )\Z")


@cache
def _link(links: tuple[str, ...], articles: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_linking(links, articles))


def _linking(links: tuple[str, ...], articles: tuple[str, ...]) -> str:
    """Return the expression of a link between words, with an article or without."""
    said = "|".join(map(re.escape, articles)) or "(?!)"
    return rf" (?:{'|'.join(map(re.escape, links))}) (?:(?:{said}) )?"


def _is_symbol(hole: Span, figure: Figure, text: str, language: Language) -> bool:
    """Return whether a stretch that no word covers is the currency's sign right before a figure: RM204.9 million."""
    before = text[hole[0] : figure.start].rstrip()
    return figure.kind == "money" and before in language.currencies and hole[1] >= figure.start - 1


_SHORTEST_ADVERB = 5


def _is_adverb(word: str, language: Language) -> bool:
    """Return whether a word that nothing explains says how, and not what: resoundingly."""
    return (
        len(word) >= _SHORTEST_ADVERB
        and word.endswith(language.adverb_endings or "\0")
        and word not in language.not_adverbs
    )


def _end_of_quoted(text: str, start: int, end: int, unread: list[tuple[int, int]]) -> int:
    """Return where quotation marks of Han prose end that hold a stretch which no word covers (「海鷗貸」餘額), 0 without one."""
    for left, right in _QUOTES:
        opened, closed = text.find(left, start, end), text.rfind(right, start, end)
        if not 0 <= opened < closed or not any(opened < a and b <= closed for a, b in unread):
            continue
        if left == "「" or not (text[opened - 1].isalpha() and any(b == opened for _, b in unread)):
            return closed + 1  # but 颱風“山貓”賠款
    return 0


_QUOTES = (("「", "」"), ("“", "”"), ("『", "』"))


def _left_over_in(
    text: str, start: int, end: int, tokens: list[Token], others: list[TimePhrase | Figure]
) -> list[tuple[int, int]]:
    covered = [(piece.start, piece.end) for piece in others]
    for token in tokens:
        covered.append((token.start, token.end))
        if token.gap:
            covered.append((token.gap[1], token.reach))
    return holes_of(text, start, end, covered)


def holes_of(text: str, start: int, end: int, covered: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches of letters that nothing covers."""
    holes: list[tuple[int, int]] = []
    at = start
    for first, last in sorted(covered):
        if first > at:
            holes.extend([hole.span() for hole in _LETTERS.finditer(text, at, min(first, end))])
        at = max(at, last)
        if at >= end:
            return holes
    holes.extend([hole.span() for hole in _LETTERS.finditer(text, at, end)])
    return holes


def _currencies(claim: Claim, text: str, language: Language) -> Iterator[Span]:
    """Yield the currencies that tell a part where no term names it: deposits in Egyptian pounds, rupee deposits."""
    links = tuple([f" {word} " for word in language.extra["currency_links"] if claim.figure.kind in RATES])
    for number, token in enumerate(claim.left):
        if "currency" not in token.meanings.kinds or token.is_term:
            continue
        behind = claim.left[number + 1] if number + 1 < len(claim.left) else None
        named = behind is not None and behind.is_term and behind.start == token.end + 1
        if (links and text.endswith(links, 0, token.start)) or (named and text[token.start].isalpha()):
            yield token.start, token.end


_LETTERS = re.compile(r"[^\W_]+")
