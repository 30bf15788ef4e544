"""The parts of the list before a run of figures, one for each: things, the times they are of, or the places told of."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from tagger.clauses.claim import Claim, Line
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.word import Token

_Marks = tuple[re.Pattern[str], tuple[str, ...]]
"""What stands between two of a list, and the words that deal out."""


Bounds = tuple[re.Pattern[str], re.Pattern[str], tuple[str, ...]]
"""What stands between two of a list, behind another list, and the words that deal out."""


def parts_before(
    first: Claim, line: Line, text: str, marks: Bounds, wanted: int
) -> list[list[Token | TimePhrase]]:
    """Return the parts of the list that stands before the run, if it has as many.

    marks: between two of them, behind another list, and the words that deal out.
    Else those of its own clause: driven by loan rates, margin and spread were 1.6% and 1.5%.
    """
    if wanted < 2:  # noqa: PLR2004
        return []
    named = [token for token in first.lead if names(token)]
    parts = _parts_of(first, named, line, text, marks, wanted)
    return parts or (_parts_of(first, [], line, text, marks, wanted) if named and first.is_latin else [])


def _parts_of(
    first: Claim,
    lead: list[Token],
    line: Line,
    text: str,
    marks: Bounds,
    wanted: int,
) -> list[list[Token | TimePhrase]]:
    """Return the parts that a run's own clause lists behind what is named before it, if they are as many."""
    part, closed, respectively = marks
    tokens: list[Token | TimePhrase] = [*lead, *(token for token in first.left if names(token))]
    start = min([first.clause_start, *(token.start for token in tokens)])
    tokens.extend(
        phrase for phrase in line.phrases if start <= phrase.start < first.figure.start and not phrase.base
    )
    tokens.sort(key=lambda token: token.start)
    parts: list[list[Token | TimePhrase]] = []
    at = 0
    for token in tokens:
        gap = text[at : token.start] if parts else ""
        if closed.search(gap):
            return []  # In Hong Kong and Macau, deposits were: what opens the sentence is a list of its own
        if not parts or (token.start >= at and part.search(gap)):
            parts.append([])
        elif parts and token.start >= at and re.search("[，；,;]", gap):
            parts = [[]]  # another clause: the list begins anew
        parts[-1].append(token)
        at = max(at, token.end)
    if len(parts) == wanted + 1 and all(isinstance(token, TimePhrase) for token in parts[0]):
        parts = parts[1:]
    if len(parts) == wanted + 1 and _is_head_dealt(parts, text, respectively):
        parts = [*parts[:-2], [*parts[-2], *parts[-1]]]
    return parts if len(parts) == wanted else []


def _is_head_dealt(parts: list[list[Token | TimePhrase]], text: str, respectively: tuple[str, ...]) -> bool:
    """Return whether the last of the parts, behind the word that deals out, is what all others have: 代理及銀保分別貢獻保費."""
    said = [piece.meanings.kinds if isinstance(piece, Token) else frozenset() for piece in parts[-1]]
    if not all("concept" in kinds for kinds in said) or any(
        isinstance(piece, TimePhrase) or piece.meanings.concepts for part in parts[:-1] for piece in part
    ):
        return False
    between = text[max(piece.end for piece in parts[-2]) : parts[-1][0].start]
    return any(word in between for word in respectively if not word.isascii())


def end_of_part(
    claim: Claim, end: int, following: list[Token | TimePhrase], text: str, mark: re.Pattern[str]
) -> int:
    """Return where a part of a list ends with what stands behind its name, before the next: 代理渠道, in 代理渠道及銀保渠道."""
    if claim.is_latin or not following:
        return end
    found = mark.search(text, end, min(piece.start for piece in following))
    return found.start() if found is not None else end


def names(token: Token) -> bool:
    """Return whether a word names a concept or a member; the entity's own name is part of no list."""
    return token.is_term and not token.meanings.kinds.isdisjoint(("concept", "member"))


def names_anything(claim: Claim) -> bool:
    """Return whether a figure has a concept or a member of its own: loans were $5m, 35 branches."""
    for token in claim.left:
        if token.is_term:
            return True
    counts = claim.figure.kind == "count" or (claim.is_latin and not claim.figure.kind)
    return counts and any(token.is_term for token in claim.right)


def places_before(
    first: Claim, text: str, part: re.Pattern[str], wanted: int
) -> list[list[Token | TimePhrase]]:
    """Return the members that the clause before a run lists, each with what its own names: In A and B, loans grew 3% and 5%."""
    own = [token for token in first.left if names(token)]
    listed = [token for token in first.lead if names(token)]
    if len(listed) != wanted or not own or any(token.meanings.concepts for token in listed):
        return []
    apart = all(part.search(text[one.end : other.start]) for one, other in pairwise(listed))
    ends = text[listed[-1].end : first.clause_start].strip(" ") in _COMMAS
    return [[token, *own] for token in listed] if apart and ends else []


_COMMAS = ("", ",", "，")


def take_unread_parts(run: list[Claim], text: str, marks: _Marks) -> None:
    """Give each figure of a run of Han prose its part of a list of names that no term is: 集合、单一、专项分别占X、Y和Z.

    Without such a list, with as many names, what the run is dealt over is not told.
    """
    first = run[0]
    spans = [] if first.is_latin else _names_listed(first, text, marks)
    if len(spans) != len(run):
        for claim in run:
            claim.is_undealt = claim.follows is None
        return
    verbs = [token for token in first.left if token.start >= spans[-1][1]]
    for claim, span in zip(run, spans, strict=True):
        claim.left, claim.right, claim.unread, claim.is_dealt = verbs, [], [span], True
        claim.kind, claim.sign, claim.verb = first.kind, first.sign, first.verb
        claim.times, claim.base = claim.times or first.times, claim.base or first.base


def is_unnamed(own: list[Token], parts: list[list[Token | TimePhrase]]) -> bool:
    """Return whether the member of a part is not known and that of another is: 内地及印度的收入, without 印度."""
    if any(token.meanings.members for token in own):
        return False
    return any(isinstance(piece, Token) and piece.meanings.members for part in parts for piece in part)


def follow_in_scope(
    run: list[Claim], previous: list[Claim], named: list[Token], text: str, marks: _Marks
) -> None:
    """Let a run go on from the figures before, in the scope that its clause names, or each in its part of a list of such."""
    owned = [] if run[0].is_latin else _parts_half_read(run, named, text, marks)
    for n, (claim, followed) in enumerate(zip(run, previous, strict=True)):
        claim.follows, claim.left = followed, owned[n] if owned else named
        claim.is_undealt = bool(owned) and not owned[n]


def _parts_half_read(run: list[Claim], named: list[Token], text: str, marks: _Marks) -> list[list[Token]]:
    """Return what is named in each part of a list of which terms explain some: 内地及印度分别上升X及Y, without 印度."""
    spans = _spans_listed(run[0], text, marks)
    owned = [[token for token in named if start <= token.start < end] for start, end in spans]
    known = sum(map(bool, owned))
    return owned if len(owned) == len(run) and 0 < known < len(run) else []


def _names_listed(first: Claim, text: str, marks: _Marks) -> list[tuple[int, int]]:
    """Return where the names stand of a list, where no term explains the first of them."""
    spans = _spans_listed(first, text, marks)
    if not spans:
        return []
    explained = any(token.start <= spans[0][0] < token.end for token in first.lead if token.is_term)
    return spans if not explained else []


def _spans_listed(first: Claim, text: str, marks: _Marks) -> list[tuple[int, int]]:
    """Return where the names stand of the list of Han prose before the word that deals a run out: 其中集合、单一、专项分别占.

    marks: between two of a list, and the words that deal out.
    """
    part, respectively = marks
    begin = max(0, first.figure.start - _LIST_REACH)
    end = max(text.rfind(word, begin, first.figure.start) for word in respectively)
    if end < 0:
        return []
    begin = max([begin, *(text.rfind(mark, begin, end) + 1 for mark in _CLAUSE_MARKS)])
    begin = max([begin, *(token.end for token in first.lead if "of_which" in token.meanings.kinds)])
    spans: list[tuple[int, int]] = []
    for mark in part.finditer(text, begin, end):
        spans.append((begin, mark.start()))
        begin = mark.end()
    spans.append((begin, end))
    fit = all(1 < last - start <= _NAME and text[start:last].isalpha() for start, last in spans)
    return spans if fit and len(spans) > 1 else []


_CLAUSE_MARKS = "，；。：,;:\n"
_LIST_REACH = 48
_NAME = 8
"""How long the names of a list are that no term explains."""


def head_of(pieces: list[Token | TimePhrase], *, within: bool = True) -> Token | None:
    """Return the last word of a part that names a concept; within: inside the name of a member too."""
    for piece in reversed(pieces):
        if isinstance(piece, Token):
            for token in (piece, *piece.nested) if within else (piece,):
                if token.meanings.concepts:
                    return token
    return None


def nouns_behind(parts: list[list[Token | TimePhrase]]) -> list[Token | None]:
    """Return for each part of a list of Han prose the head of the next that has one: 公司、零售貸款及票據 share 貸款.

    Of the last, where that is a name of its own, only its noun: 存款, of 公司、零售及同業存款.
    """
    found: list[Token | None] = []
    behind: Token | None = None
    for pieces in reversed(parts):
        found.append(behind)
        head = head_of(pieces)
        if head is not None and pieces == [head] and not head.meanings.members:
            ends = (token for token in head.nested if token.end == head.end and token.meanings.concepts)
            head = next(ends, head)
        behind = head or behind
    return found[::-1]


def lacks_head(
    claim: Claim,
    pieces: list[Token | TimePhrase],
    last: list[Token | TimePhrase],
    text: str,
    language: Language,
) -> bool:
    """Return whether a part of a list names nothing but whose it is, and so is of what the last one names."""
    head = head_of(pieces)
    if head is None or _shares_head(pieces, last):
        return True
    # 公司客戶及個人客戶存款
    whose = head not in pieces and text[head.start : head.end] in language.member_heads
    return whose and claim.figure.kind == "money"


def _shares_head(pieces: list[Token | TimePhrase], last: list[Token | TimePhrase]) -> bool:
    """Return whether a part names what the last one does before the head of that, which it shares: 公司貸款和個人貸款不良率."""
    own, head = head_of(pieces), head_of(last)
    if pieces is last or own is None or head is None or own.meanings.concepts == head.meanings.concepts:
        return False
    other = head_of([piece for piece in last if piece.end <= head.start])
    return other is not None and own.meanings.concepts == other.meanings.concepts


def opening_members(parts: list[list[Token | TimePhrase]]) -> list[Token]:
    """Return the members that open a list of Han prose whose parts else only name measures, each another.

    They own all of it: 壽險(核心和綜合償付能力充足率), 公司(存款和貸款)分別為X和Y. The whole beside its part is not
    theirs: 房地產貸款和貸款總額.
    """
    first = [piece for piece in parts[0] if isinstance(piece, Token)]
    opening = [token for token in first if token.meanings.members and not token.meanings.concepts]
    if not opening or opening != first[: len(opening)]:
        return []
    measured: set[str] = set()
    for pieces in parts:
        said = [piece for piece in pieces if isinstance(piece, Token) and piece not in opening]
        concepts = {concept for token in said for concept in token.meanings.concepts}
        if not said or concepts & measured or any(token.meanings.members for token in said):
            return []
        measured |= concepts
    return opening


def parts_told(before: list[Claim], claims: list[Claim], run: list[Claim], named: list[Token]) -> list[Claim]:
    """Return the figures right before a run if each names a part, and its clause only what is told of them all.

    公司貸款X、個人貸款Y，不良率分別為…. before: as many figures that name something.
    """
    if not before or not named or any(token.meanings.members for token in named):
        return []
    at = next(number for number, claim in enumerate(claims) if claim is run[0])
    parts = [any(token.meanings.members for token in claim.left) for claim in before]
    alike = len({claim.figure.kind for claim in before}) == 1
    return before if before == claims[at - len(run) : at] and alike and all(parts) else []


def counted_alike(claims: list[Claim], run: list[Claim]) -> list[Claim]:
    """Return the figures right before a run if it counts in their words: 培訓512場、3.6萬人次，分別增加38場和5%.

    A rate among them is one of change; without a count there is nothing to tell by.
    """
    at = next(number for number, claim in enumerate(claims) if claim is run[0])
    before = claims[max(at - len(run), 0) : at]
    if len(before) < len(run) or before[0].sentence != run[0].sentence:
        return []
    words = [(claim.figure.kind, claim.figure.unit_word) for claim in before]
    counts = [
        one for one in run if one.figure.kind == "count" and words.count(("count", one.figure.unit_word)) == 1
    ]
    alike = all(
        one.figure.kind in ("percent", "times") or (one.figure.kind, one.figure.unit_word) == said
        for said, one in zip(words, run, strict=True)
    )
    return before if counts and alike and run[0].kind in ("change", "growth") else []


def follow(run: list[Claim], told: list[Claim]) -> None:
    """Let each figure of a run go on from the one in its place of those before, whatever its clause calls them."""
    for claim, followed in zip(run, told, strict=False):
        claim.follows, claim.left, claim.unread = followed, [], []


def is_moved(claim: Claim, last: Claim) -> bool:
    """Return whether a figure says how the one before moved: was 61 basis points, down four basis points."""
    moved = claim.kind == "change" and last.kind == "level" and claim.is_latin
    return moved and claim.verb is not None and claim.verb.start >= last.figure.end


def is_each(claim: Claim) -> bool:
    """Return whether a word right behind says that an amount is one's: $1.32 per share is in no list with $88 million."""
    return "each" in claim.marks and bool(claim.right) and "each" in claim.right[0].meanings.kinds


def says_both(claim: Claim) -> bool:
    """Return whether a word says that what follows is of the things before: 兩者消費額分別為X與Y."""
    return "both" in claim.marks and any("both" in token.meanings.kinds for token in claim.left)


_SENTENCE_REACH = 60  # figures that may stand before a run that is dealt out over them


def _is_counted(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a count of Han prose says at least what numbers it is of: 貸款餘額X，戶數Y."""
    word = claim.left[-1] if claim.left and claim.figure.kind == "count" and not claim.is_latin else None
    return word is not None and text[word.start : word.end] in language.light_tails


def told_before(
    claims: list[Claim], first: Claim, wanted: int, text: str, language: Language, *, dealt: bool
) -> list[Claim]:
    """Return the figures of the sentence before a run that name something of their own, if they are as many.

    dealt: a word says that the run is dealt out (分別); then the last as many are meant.
    """
    at = bisect_left(claims, first.figure.start, key=lambda claim: claim.figure.start)
    before = claims[max(0, at - _SENTENCE_REACH) : at]
    said = [c for c in before if c.sentence == first.sentence and c.other_entity is None]
    if not (first.is_latin or first.in_bracket):
        # 財富客戶（資產50萬元及以上）X，私行客戶（600萬元及以上）Y，分別增長V和W
        said = [claim for claim in said if not claim.stands_in_bracket(text)] or said
    worth = [n for n, c in enumerate(said) if n and _comes_to(said[n - 1], c)] if dealt else []
    named = [
        c for n, c in enumerate(said) if names_anything(c) or n in worth or _is_counted(c, text, language)
    ]
    if not named and says_both(first):  # …集合計劃X，單一計劃Y。兩者佔比分別為…
        named = [c for c in before if c.sentence == before[-1].sentence and names_anything(c)]
    if len(named) >= wanted and says_first(first, text, language):
        return named[:wanted]
    if dealt and len(named) >= wanted:
        return named[-wanted:]
    return named if len(named) == wanted else []


def says_first(first: Claim, text: str, language: Language) -> bool:
    """Return whether the clause of a run points back at the first of the things before: 前兩項分別下降X及Y."""
    words = language.extra["firsts"]
    return bool(words) and any(word in text[first.clause_start : first.figure.start] for word in words)


def _comes_to(count: Claim, amount: Claim) -> bool:
    """Return whether an amount is that of the things counted right before it: 4 billion transactions worth $380 billion."""
    beside = not count.figure.kind and amount.figure.kind == "money" and amount.kind == "level"
    return beside and amount.is_latin and not (amount.in_bracket or amount.is_before or amount.left_terms)


def sign_in_run(claim: Claim, first: Claim) -> int:
    """Return which way a figure of a run goes: as the first, unless its verb leaves that to the signs: 分别变动-2.1%、12.6%."""
    printed = first.verb is None or first.verb.meanings.verb == "change"
    return (-1 if claim.figure.negative else 1) if printed else first.sign
