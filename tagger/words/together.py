"""Terms whose pieces do not stand together: in lists that share a head, parted by a member, or in another order."""

from __future__ import annotations

import re
from bisect import bisect_right

from tagger.words.forms import WORD_START
from tagger.words.vocabulary import Vocabulary
from tagger.words.word import ONLY_MEMBER, Meaning, Token, Word


def concepts_of_head(vocabulary: Vocabulary, head: str, said: str) -> tuple[str, ...]:
    """Return the concept that a head alone names, by what is said before it; none where several are."""
    entries = vocabulary.heads.get(head)
    if not entries:
        return ()
    named = {c for rest, concepts in entries if rest in said for c in concepts}
    return tuple(named) if len(named) == 1 else ()


_HALF_REACH, _HALF_PARTS = 40, 6
"""How long a part of a list may be that shares its head with the last, and how many parts are looked for."""
_PARTED_REACH = 24
_PIECE = 6
"""How many characters the beginning of a term may have that stands behind the rest of it."""
_NO_PART = re.compile("[，,。；;、（(）)]")


def read_together(
    tokens: list[Token], vocabulary: Vocabulary, text: str, taken: tuple[tuple[int, int], ...]
) -> list[Token]:
    """Return the words of a line with the terms added whose pieces do not stand together.

    In lists that share a head (demand and time deposits, 活期及定期存款), parted by a member (monthly active mobile
    banking customers), and in another order (股息每股).
    """
    found: list[Token] = []
    starts, ends = [first for first, _ in taken], [last for _, last in taken]
    free_from = done = 0
    for number, token in enumerate(tokens):
        if token.start < done:
            free_from = done = _with_shared_end(found, token, done)
            continue  # part of a term before
        if not token.is_term:
            found.append(token)
            continue
        at = bisect_right(ends, token.start)
        floor = max(free_from, ends[at - 1] if at else 0)
        following = tokens[number + 1] if number + 1 < len(tokens) else None
        limit = following.start if following is not None and following.is_term else len(text)
        limit = min(limit, starts[at] if at < len(starts) else limit, token.end + _PIECE)
        whole = token
        if not text[token.start].isascii() and limit - token.end > 1:
            whole = _turned(found, token, vocabulary, text, limit)
        elif token.start > floor:
            whole = _parted(token, vocabulary, text, floor)
        if whole is token and found and (token.meanings.concepts or text[token.start - 1] in _QUOTES):
            whole = _with_last(found, token, vocabulary, text, limit)
        _end_in_next(found, token, vocabulary, text)
        if whole is token and token.start > floor:
            for part in _sharing_head(token, vocabulary, text, floor):
                _put(found, part)
        _put(found, whole)
        free_from, done = whole.end, whole.end
    return found


def _end_in_next(found: list[Token], token: Token, vocabulary: Vocabulary, text: str) -> None:
    """Read a word before a member's as the name that it makes with the first word of that: loans (overdue) for over 90 days."""
    last = found[-1] if found and token.meanings.kinds == ONLY_MEMBER else None
    if last is None or not last.meanings.concepts or text[last.end : token.start] != " ":
        return
    first = text[token.start : token.end].partition(" ")[0]
    word = vocabulary.terms.get(f"{text[last.start : last.end]} {first}")
    if word is not None and word.concepts and not set(word.concepts) & set(last.meanings.concepts):
        found[-1] = Token(last.start, last.end, word, is_term=True)


def _with_shared_end(found: list[Token], token: Token, done: int) -> int:
    """Add a term that shares the end of the one before it (託管(手續費)收入), and return where the words end."""
    if not token.is_term or token.end <= done:
        return done
    found.append(token)
    return token.end


def _put(found: list[Token], term: Token) -> None:
    """Add a term; the words of the language that it covers give way."""
    behind: list[Token] = []
    while found and found[-1].end > term.start:
        last = found.pop()
        if last.start >= term.end:
            behind.append(last)
    found.append(term)
    found.extend(reversed(behind))


def _turned(found: list[Token], token: Token, vocabulary: Vocabulary, text: str, limit: int) -> Token:
    """Return the term whose beginning stands behind it: 股息每股, of 每股股息; but 貸款減值 are no 減值貸款."""
    if text[token.end] not in vocabulary.beginnings or not text.startswith(vocabulary.each, token.end):
        return _around(found, token, vocabulary, text, limit)
    for cut in range(limit, token.end + 1, -1):
        word = vocabulary.terms.get(text[token.end : cut] + text[token.start : token.end])
        if word is not None and word.concepts:
            return Token(token.start, cut, word, is_term=True)
    return _around(found, token, vocabulary, text, limit)


_HEAD = 2


def _around(found: list[Token], token: Token, vocabulary: Vocabulary, text: str, limit: int) -> Token:
    """Return the Han term that a member's word parts by its own head: 新發放(助學)貸款平均利率.

    Another member's word may stand before that one: 新發放(個人住房)貸款平均利率.
    """
    if token.meanings.kinds != ONLY_MEMBER:
        return token
    for end in range(limit, token.end + 1, -1):  # 新发放(普惠小微)贷款平均利率, where no term is called 贷款
        for begin in (token.end, token.end - 1):  # 新发放(消费[贷)款平均利率]
            for rest, concepts in vocabulary.heads.get(text[begin:end], ()):
                if text.endswith(rest, 0, token.start):
                    word = Word((*(Meaning("concept", concept) for concept in concepts), *token.meanings))
                    return Token(token.start - len(rest), end, word, is_term=True, parted=True)
    if token.end - token.start <= _HEAD:
        return token
    before = found[-1] if found else token
    owner = (before,) if before.end == token.start and before.meanings.members else ()
    starts = (token.start, *(one.start for one in owner))
    for end in range(limit, token.end + 1, -1):
        for rest, concepts in vocabulary.heads.get(text[token.end - _HEAD : end], ()):
            start = next((at for at in starts if text.endswith(rest, 0, at)), -1)
            if start >= 0:
                named = [
                    m for one in owner if start < token.start for m in one.meanings if m.kind == "member"
                ]
                word = Word((*(Meaning("concept", concept) for concept in concepts), *named, *token.meanings))
                return Token(start - len(rest), end, word, is_term=True, parted=True)
    return token


def _around_last(last: Token, token: Token, vocabulary: Vocabulary, text: str, limit: int) -> Token:
    """Return the Han term that the member right before a word of it parts: 新發放(普惠型小微企業)貸款平均利率."""
    if last.end != token.start or text[token.start].isascii() or not last.meanings.members:
        return token
    for end in range(limit, token.end, -1):
        for rest, concepts in vocabulary.heads.get(text[token.start : end], ()):
            if text.endswith(rest, 0, last.start):
                members = (m for m in last.meanings if m.kind == "member")
                word = Word((*(Meaning("concept", concept) for concept in concepts), *members))
                return Token(last.start - len(rest), end, word, is_term=True, parted=True)
    return token


def _parted(token: Token, vocabulary: Vocabulary, text: str, floor: int) -> Token:
    """Return a concept's term together with the member that parts it: monthly active (mobile banking) customers."""
    named = [m for m in token.meanings if m.kind == "member"]
    members = named or [m for part in token.nested for m in part.meanings if m.kind == "member"]
    before = token.start - (text[token.start - 1] == " ")
    floor = max(floor, token.start - _PARTED_REACH)
    if not members or before <= floor:
        return token
    part = _half(vocabulary, text, floor, before, text[token.start : token.end])
    if part is None or part.end != before or not part.meanings.concepts:
        return token
    if set(part.meanings.concepts) & set(token.meanings.concepts):
        return token
    if token.meanings.concepts and vocabulary.light.issuperset(text[part.start : before].split()):
        return token  # the balance of credit card loans is theirs, and no loan balance of cards
    concepts = [m for m in part.meanings if m.kind == "concept"]
    return Token(part.start, token.end, Word((*concepts, *members)), is_term=True, parted=True)


def _parted_by_last(found: list[Token], token: Token, vocabulary: Vocabulary, text: str) -> Token:
    """Return a concept's term together with the member right before its head: monthly active (mobile banking) users."""
    last = found[-1]
    if not last.is_term or not last.meanings.members or text[last.end : token.start].strip():
        return token
    before = last.start - text.endswith(" ", 0, last.start)
    floor = max([0, last.start - _PARTED_REACH, *(t.end for t in found[-4:-1] if t.is_term)])
    part = _whole_before(vocabulary, text, floor, before, text[token.start : token.end])
    if part is None or part.end != before or set(part.meanings.concepts) & set(token.meanings.concepts):
        return token
    concepts = [m for m in part.meanings if m.kind == "concept"]
    members = [m for m in last.meanings if m.kind == "member"]
    whole = Token(part.start, token.end, Word((*concepts, *members)), is_term=True, parted=True)
    return whole if concepts else token


def _with_last(found: list[Token], token: Token, vocabulary: Vocabulary, text: str, limit: int) -> Token:
    """Return the term that the words before a term make with it."""
    if text[token.start - 1] in _QUOTES:
        return _behind_quotes(found, token, vocabulary, text)
    if found[-1].end == token.start and not (found[-1].meanings.members or text[token.start].isascii()):
        token = _after_member(found, token, vocabulary, text)
    whole = _parted_by_last(found, token, vocabulary, text)
    if whole is token:
        return _begun_by_last(found[-1], token, vocabulary, text, limit)
    longer = _around_last(found[-1], token, vocabulary, text, limit)
    return longer if longer.end > whole.end else whole  # 新发放(对公)贷款|平均利率


def _after_member(found: list[Token], token: Token, vocabulary: Vocabulary, text: str) -> Token:
    """Return what is left of a Han term whose beginning is the end of a member's name: 机构客户|存款, not 机构|客户存款."""
    last = found[-1]
    for cut in range(token.start + 1, min(token.end - 1, token.start + _PIECE)):
        owner = vocabulary.terms.get(text[last.start : cut])
        word = vocabulary.terms.get(text[cut : token.end]) if owner is not None and owner.members else None
        if word is not None and owner is not None and set(word.concepts) & set(token.meanings.concepts):
            found[-1] = Token(last.start, cut, owner, is_term=True)
            return Token(cut, token.end, word, is_term=True)
    return token


_QUOTES = {'"': '"', "'": "'", "”": "“", "’": "‘", "」": "「", "』": "『"}
_QUOTED = 8
"""How many characters the beginning of a Han term may have that stands in quotation marks."""


def _behind_quotes(found: list[Token], token: Token, vocabulary: Vocabulary, text: str) -> Token:
    """Return the Han term of which the beginning stands in quotation marks: “专精特新”企业."""
    mark = token.start - 1
    opened = text.rfind(_QUOTES[text[mark]], max(0, mark - _QUOTED), mark)
    if opened < 0 or text[token.start].isascii():
        return token
    word = vocabulary.terms.get(text[opened + 1 : mark] + text[token.start : token.end])
    if word is None or (not word.members and any(t.meanings.members for t in found if t.start > opened)):
        return token  # 「轉數快」交易宗數: of a member
    return Token(opened + 1, token.end, word, is_term=True)


_SHARE = 2
"""How many characters a word of share has behind a term: 佔比."""


def _begun_by_last(last: Token, token: Token, vocabulary: Vocabulary, text: str, limit: int) -> Token:
    """Return a Han concept's term with the beginning of the member's word before it, if that is one: 逾期(90天以上)貸款.

    What the term names by itself stays within it.
    """
    if last.end != token.start or last.meanings.kinds != ONLY_MEMBER or text[last.start].isascii():
        return _around_last(last, token, vocabulary, text, limit)
    for cut in range(last.end - 1, last.start + 1, -1):
        for end in (token.end + _SHARE, token.end):  # 逾期(90天以上)貸款佔比
            word = vocabulary.terms.get(text[last.start : cut] + text[token.start : end])
            if word is not None and word.concepts and not word.members:
                return Token(token.start, end, word, is_term=True, nested=(token, *token.nested))
    return _around_last(last, token, vocabulary, text, limit)


def _whole_before(vocabulary: Vocabulary, text: str, floor: int, end: int, head: str) -> Token | None:
    """Return the term that the words right before `end` make with a whole head, the longest first."""
    latin = head[0].isascii()
    starts = [m.start() for m in WORD_START.finditer(text, floor, end)] if latin else range(floor, end)
    for begin in starts:
        word = vocabulary.terms.get(f"{text[begin:end]} {head}" if latin else text[begin:end] + head)
        if word is not None and word.concepts:
            return Token(begin, end, word, is_term=True)
    return None


def _sharing_head(token: Token, vocabulary: Vocabulary, text: str, floor: int) -> list[Token]:
    """Return the terms that share their head with the last of a list, in order: demand and time deposits."""
    whole = text[token.start : token.end]
    parts: list[Token] = []
    at = token.start
    while len(parts) < _HALF_PARTS and text[at - 1] in vocabulary.list_ends:
        mark = vocabulary.conjunctions.search(text, max(floor, at - 6), at)
        if mark is None or mark.start() <= floor:
            break
        if not parts and mark.group().strip() == "," and whole[0].isascii():
            break  # for the first time, deposits: what joins the last of a list is a word
        part = _half(vocabulary, text, max(floor, mark.start() - _HALF_REACH), mark.start(), whole)
        if part is None:
            break
        parts.append(part)
        at = part.start
    return parts[::-1]


def _half(vocabulary: Vocabulary, text: str, floor: int, end: int, whole: str) -> Token | None:
    """Return the term that the words right before `end` make with an ending of `whole`, the longest first."""
    latin = whole[0].isascii()
    stop = max((mark.end() for mark in _NO_PART.finditer(text, floor, end)), default=floor)
    starts = [m.start() for m in WORD_START.finditer(text, stop, end)] if latin else range(stop, end)
    cuts = [m.start() for m in WORD_START.finditer(whole)][1:] if latin else range(1, len(whole))
    for begin in starts:
        if text[begin] not in vocabulary.beginnings:
            continue
        said = text[begin:end].rstrip()
        for cut in cuts:
            word = vocabulary.terms.get(f"{said} {whole[cut:]}" if latin else said + whole[cut:])
            if word is not None and word.is_term:
                return Token(begin, begin + len(said), word, is_term=True)
    return None
