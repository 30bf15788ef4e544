"""The part and the whole of a share: 公司存款佔吸收存款的41%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tagger.clauses.bounds import FIRST_WORD
from tagger.clauses.claim import Claim
from tagger.clauses.runs import BESIDE_AMOUNT, SKIPPED
from tagger.figures.figure import RATES, Figure
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language
from tagger.words.word import Token


def read_share(claim: Claim, text: str, language: Language) -> None:
    """Part a clause at its verb of share: what stands before it is the part, what stands after it the whole."""
    if claim.is_latin and claim.left:
        claim.says_share = _names_share(claim, text, language)
    is_rate = claim.is_latin and bool(claim.left) and claim.figure.kind in RATES
    if is_rate and (_read_share_opened(claim, text, language) or _read_share_of(claim, text, language)):
        return
    if claim.figure.kind != "percent" or claim.kind not in ("level", "share"):
        return
    if claim.says_share:
        claim.kind = "share"
    for token in claim.left:
        if not token.is_term and token.meanings.verb == "share":
            claim.kind, claim.verb = "share", token
            if not claim.is_latin:  # a share of X in Y: the part stands behind the verb
                _part_at(claim, token, text, language)
                _set_in_part(claim, text, language)
            return
    if not claim.is_latin and claim.kind == "level":
        _read_share_within(claim, text, language)


def _part_at(claim: Claim, verb: Token, text: str, language: Language) -> None:
    """Part a clause of Han prose at its verb of share; what is set in an increase is no share of the thing."""
    begin, end = _whole_of_share(claim, verb, text, language)
    behind = [other for other in claim.left if begin <= other.start < end and other.is_term]
    claim.whole = [other for other in behind if other.meanings.concepts or other.meanings.members]
    if behind:
        cut = min(begin, verb.start)
        claim.left = [other for other in claim.left if other.end <= cut]
        nouns, ends = _nouns_of_share(language.tags), behind[0].end  # 佔營業收入的比例為3.8%
        claim.whole_unread = [h for h in claim.unread if h[1] > cut and not text.endswith(nouns, ends, h[1])]
        claim.unread = [hole for hole in claim.unread if hole[1] <= cut]
        new = tuple(language.extra["new_ones"])
        if new and text.endswith(new, cut, behind[0].start):
            claim.kind = "apart"  # 佔全部新增貸款的16.3%
    elif _is_within_increase(claim, text, language):
        claim.kind = "apart"


@cache
def _nouns_of_share(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a verb of share may end in, parted from it by its whole: 比例, of 佔比例."""
    language = load_language(*tags)
    shares = [word for word, meaning in language.verbs.items() if meaning == "share"]
    nouns = [w.removeprefix(of) for w in shares for of in language.share_of if w.startswith(of)]
    return tuple([noun for noun in nouns if len(noun) > 1])


def _set_in_part(claim: Claim, text: str, language: Language) -> None:
    """Take the part of a thing in which a share is set for its whole, in Han prose: 個人貸款中，房貸佔65%."""
    words = [*claim.lead, *claim.left]
    if claim.kind != "share" or claim.whole or not words:
        return
    closings = {closing for _, closing in language.share_within}
    for at, closing in enumerate(words):
        run = _terms_before(words[:at])
        parted = text[closing.start : closing.end] in closings and run and run[-1].end == closing.start
        if parted and any(token.meanings.members for token in run):
            claim.whole = run
            claim.left = [token for token in claim.left if token.start > closing.start]
            return


def go_on_in_part(claim: Claim, before: Claim) -> None:
    """Let the share behind one that is set in a part be set in it as well: 個人貸款中，房貸佔65%，經營貸款佔12%."""
    if claim.kind != "share" or claim.whole or claim.is_latin or claim.of_which or claim.apart_from:
        return
    set_in = before.kind == "share" and before.whole and before.sentence == claim.sentence
    set_in = set_in and any(token.meanings.members for token in before.whole) and bool(claim.left)
    if set_in and before.left and before.whole[-1].end <= before.left[0].start:
        claim.whole = before.whole


def _terms_before(words: Sequence[Token]) -> list[Token]:
    """Return the terms that the last word ends which stand side by side."""
    run: list[Token] = []
    for token in reversed(words):
        if not token.is_term or (run and token.end != run[0].start):
            break
        run.insert(0, token)
    return run


def _is_within_increase(claim: Claim, text: str, language: Language) -> bool:
    """Return whether the sentence is set in what a thing grew by: 貸款增量中，按揭貸款佔12%，消費貸款佔46%."""
    said = text[max(0, claim.figure.start - _SET_IN) : claim.figure.start]
    said = said[max(said.rfind(mark) for mark in _SENTENCE_MARKS) + 1 :]
    words = language.extra["increments"]
    if any(f"{word}{closing}" in said for _, closing in language.share_within for word in words):
        return True
    if not claim.of_which and (found := _new_ones(language.tags).search(said)) is not None:
        at = claim.figure.start - len(said) + found.start()  # 新增貸款中製造業佔比35%
        return not any(t.is_term and t.start <= at < t.end for t in (*claim.lead, *claim.left))
    return False


@cache
def _new_ones(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what is new of a thing, as that in which something is set: 新增貸款中."""
    language = load_language(*tags)
    closings = alternation({closing for _, closing in language.share_within}) or "(?!)"
    ends = re.escape(language.clause_ends + language.sentence_ends)
    return re.compile(
        rf"(?:{alternation(language.extra['new_ones']) or '(?!)'})[^{ends}]{{1,10}}?(?:{closings})"
    )


_SET_IN = 120
_SENTENCE_MARKS = "。；\n"


def _read_share_of(claim: Claim, text: str, language: Language) -> bool:
    """Read a rate that is told as a part of a whole, both before its verb: bad loans as a percentage of total loans were 1.3%."""
    opening = _openings(language.share_of).search(text, claim.clause_start, claim.figure.start)
    if opening is None:
        return False
    start, end = opening.span(1)
    whole = [token for token in claim.left if token.is_term and token.start >= end]
    part = [token for token in claim.left if token.end <= start]
    if not (whole and whole[0].meanings.concepts and any(token.is_term for token in part)):
        return False
    claim.kind = "share" if claim.figure.kind == "percent" and claim.kind == "level" else claim.kind
    claim.says_share, claim.whole, claim.left = True, whole, part
    claim.whole_unread = [hole for hole in claim.unread if end <= hole[0] and hole[1] <= whole[-1].start]
    claim.unread = [hole for hole in claim.unread if hole[1] <= start]
    return True


def _read_share_opened(claim: Claim, text: str, language: Language) -> bool:
    """Read a rate whose whole opens the clause, before its part: as a percentage of average loans, they were 0.2%."""
    begins, end = claim.clause_start, claim.figure.start
    parted = text[begins - 1 : begins] == ","
    first, last = (claim.near_from, begins) if parted else (begins, end)
    opening = _opens_with(language.share_of).match(text, first, last)
    if opening is None:
        return False
    named = [token for token in (claim.lead if parted else claim.left) if token.start >= opening.end()]
    at = begins if parted else _subject_behind(named, opening.end(), text, language)
    whole = [token for token in named if token.is_term and token.end <= at]
    part = [token for token in claim.left if at >= 0 and token.start >= at]
    known = bool(whole) and bool(whole[0].meanings.concepts)
    if not any(
        token.is_term or (known and text[token.start : token.end] in language.subject_pronouns)
        for token in part
    ):
        return False
    before = [hole for hole in claim.unread if opening.end() <= hole[0] and hole[1] <= at]
    claim.left, claim.unread = part, [hole for hole in claim.unread if hole[0] >= at]
    claim.lead = [token for token in claim.lead if token.end <= opening.start()]
    claim.clause_start = at
    if known:
        claim.says_share, claim.whole, claim.whole_unread = True, whole, before
        claim.kind = "share" if claim.figure.kind == "percent" and claim.kind == "level" else claim.kind
    claim.of_unread_whole = not known
    claim.tells_move |= not known  # of what nothing explains: a rate that is named, and no share
    return True


def _subject_behind(named: list[Token], begin: int, text: str, language: Language) -> int:
    """Return where a subject begins behind a whole that no comma parts from it: at an article or a pronoun; -1 without one."""
    for token in named:
        said = text[token.start : token.end]
        if (said in language.subject_pronouns or said in language.linked_articles) and any(
            word not in language.linked_articles for word in text[begin : token.start].split()
        ):
            return token.start
    return -1


@cache
def _opens_with(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a clause that opens with what stands between a part and its whole: expressed as a percentage of."""
    said = alternation([word for word in words if " " in word]) or "(?!)"
    return re.compile(rf"\s*(?:{said})[ \n]")


@cache
def _openings(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what stands between a part and its whole, of several words: as a percentage of."""
    return re.compile(rf"[ \n]({alternation([word for word in words if ' ' in word]) or '(?!)'})[ \n]")


def _read_share_within(claim: Claim, text: str, language: Language) -> None:
    """Read a share that stands between its whole and its part: 客户贷款中62.1%为公司贷款, 新增贷款的62%投向製造業."""
    closings = {closing for _, closing in language.share_within}
    if text.startswith(tuple(language.extra["told_behind"]), claim.figure.end):
        closings.update(language.attributive)  # and no rate: 逾期贷款占贷款总额的1.58%, 以按揭貸款的4.65%最高
    whole = [token for token in claim.left if token.is_term]
    if not whole or text[whole[-1].end : claim.figure.start].strip(SKIPPED) not in closings:
        return
    claim.kind, claim.whole, claim.left = "share", whole, []
    part = next((token for token in claim.right if token.is_term), None)
    if part is None or not part.meanings.members or claim.after_noun_verb:
        return  # a share of the new ones is none of them all
    if not claim.right_unread or text[claim.figure.end : part.start] in language.extra["told_behind"]:
        claim.left = [token for token in claim.right if token.is_term]


_THESE = frozenset(("former", "latter"))


def _names_share(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a noun right behind a member's name alone makes it a share: the CASA ratio, the former's share."""
    nouns = language.extra["share_nouns"]
    owner = 0
    for token in claim.left if nouns else ():
        said = text[token.start : token.end]
        named = bool(token.meanings.members) and not token.meanings.concepts
        possessive = owner == token.start and f"{said} " in language.possessives
        if not (named or possessive or not token.meanings.kinds.isdisjoint(_THESE)):
            continue
        owner = token.end
        noun = _NEXT_WORD.match(text, owner, claim.figure.start)
        if noun is not None and noun[1] in nouns:
            claim.unread = [hole for hole in claim.unread if hole != noun.span(1)]
            return not any(other.is_term and other.start <= noun.start(1) < other.end for other in claim.left)
    return False


_NEXT_WORD = re.compile(r"[ \n]([a-z]+)")


def _whole_of_share(claim: Claim, verb: Token, text: str, language: Language) -> tuple[int, int]:
    """Return where the whole of a share stands: behind its verb, or 在 between two words 中 before it."""
    for opening, closing in language.share_within:
        if text.endswith(closing, claim.clause_start, verb.start):
            begin = text.rfind(opening, claim.clause_start, verb.start - len(closing))
            if begin >= 0:
                return begin, verb.start
    return verb.end, claim.figure.start


def behind_aside(claim: Claim, text: str, at: int, language: Language) -> int:
    """Return where the words behind a rate between commas go on with the whole: $38 million, or 39.6%, of revenue."""
    if claim.figure.kind != "percent" or text[at : at + 2] != ", ":
        return at
    said = text[claim.clause_start : claim.figure.start].strip()
    words = _NEXT_TWO.match(text, at + 1)
    if words is None or words[1] not in language.genitives[:1] or not said.startswith(language.restatements):
        return at
    return at if language.words.get(f"{words[1]} {words[2]}") == "of_which" else at + 1


_NEXT_TWO = re.compile(r" ([a-z]+)[ \n]([a-z]+)")


def read_whole_behind(claim: Claim, text: str, language: Language) -> None:
    """Read whether a share is of a part of a whole, which stands right behind it: accounting for 41% of corporate deposits."""
    first = next(iter(claim.right), None)
    if (
        first is None
        or claim.figure.kind != "percent"
        or text[claim.figure.end : first.start].strip(SKIPPED + ",")
    ):
        return
    words = text[first.start : first.end].split()  # of, share of
    if words[-1] not in language.genitives[:1] or (len(words) > 1 and first.meanings.verb != "share"):
        return
    for token in claim.right[1:]:
        between = text[first.end : token.start].split()
        if any(word in language.wholes or word not in language.linked_articles for word in between):
            return  # of all savings
        if token.is_term:
            # green mortgages made up 52% of mortgage lending: a part of a part
            part = {axis for other in claim.left for axis, _ in other.meanings.members}
            of_part = any(axis in part for axis, _ in token.meanings.members)
            claim.part_of = token.meanings.members if of_part or not token.meanings.concepts else ()
            return


def read_as_whole(
    claim: Claim, last: Sequence[Claim], previous: Figure | None, text: str, language: Language
) -> None:
    """Read whether a figure is the whole of the one before, and what is told behind it is told of that."""
    if previous is None:
        return
    claim.is_whole |= _is_whole(claim, previous, text, language)
    if claim.is_latin and claim.is_whole:
        _give_share_what_is_told(claim, last[0], text, language)


def _is_whole(claim: Claim, previous: Figure, text: str, language: Language) -> bool:
    """Return whether a figure is the whole that the one before is a part of: £118m of the year's investment of £412m.

    Or a share of: women make up 54% of our 1,900 employees.
    """
    word = FIRST_WORD.match(text, previous.end, claim.figure.start)
    if word is None or word[1] not in language.genitives:
        return False
    if previous.kind == "percent" != claim.figure.kind:
        if claim.is_latin and _is_amount_of_ours(claim, word.end(), text, language):
            return True
        last = claim.last_word  # of total deposits of $14bn; but they make up 45% of assets, at $9bn
        if last is None or text[last.start : last.end] not in language.genitives:
            return False
    elif claim.figure.kind != previous.kind or previous.kind == "percent":
        return False
    return not any(mark in text[previous.end : claim.figure.start] for mark in language.clause_ends) and any(
        token.meanings.concepts for token in claim.left
    )


def _give_share_what_is_told(claim: Claim, last: Claim, text: str, language: Language) -> None:
    """Give a share what is told behind the whole that it is of: 52% of our 3,900 employees are women."""
    if last.figure.kind != "percent" or last.left_terms or last.kind != "level":
        return
    named = next((at for at, token in enumerate(claim.right) if token.meanings.concepts), None)
    told = claim.right[named + 1 :] if named is not None else []
    if named is None or not told or text[told[0].start : told[0].end] not in language.auxiliaries:
        return
    end = claim.right[named].end
    last.right, last.right_unread = [*last.right, *claim.right], list(claim.right_unread)
    claim.right = claim.right[: named + 1]
    claim.right_unread = [hole for hole in claim.right_unread if hole[1] <= end]


def _is_amount_of_ours(claim: Claim, begin: int, text: str, language: Language) -> bool:
    """Return whether only a word for whose it is stands before an amount, from `begin`: 54% of our 1,900 employees.

    What was done with the share of it is not done with the amount: 12% of the bank's $14bn of deposits came from farms.
    """
    between = [
        token
        for token in claim.left
        if token.start >= begin and f"{text[token.start : token.end]} " not in language.possessives
    ]
    owners = [
        t
        for t in between
        if "own" in t.meanings.kinds
        or text[t.start : t.end] in language.possessed
        or text[t.start : t.end] in language.linked_articles
    ]
    amounts = [t for t in between if t.meanings.kinds & BESIDE_AMOUNT]
    if (
        not owners
        or len(owners) + len(amounts) < len(between)
        or any(hole[0] >= begin for hole in claim.unread)
    ):
        return False
    named = next((t for t in claim.right if t.meanings.concepts), None)
    part = next((t for t in claim.right if t.meanings.members and named and t.start > named.end), None)
    if named and part and text[named.end : part.start].strip() in language.extra["allocations"]:
        claim.right = [token for token in claim.right if token.end <= named.end]
    return True
