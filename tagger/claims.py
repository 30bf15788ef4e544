"""What a clause says of a figure: the words that are its own, and what they make of it.

A figure's own words stand to its left up to the boundary before it (a clause's end, the figure before), or, where it
stands before a noun, to its right. What comes earlier in the sentence is its lead. No taxonomy is known here: the
words are tokens, and only what the language says of them is used.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cache

from tagger.figures import Figure
from tagger.language import Language
from tagger.periods import TimePhrase
from tagger.vocabulary import Meaning, Token

_REACH = 160
"""How far back a clause or lead is looked for; hostile text costs no more."""
_SKIPPED = " \u3000\"'“”‘’「」『』*"
_PAIRS = {")": "(", "）": "（", "]": "[", "］": "［", "】": "【", "〕": "〔"}
_OPEN = frozenset(_PAIRS.values())
_RUN_KINDS = frozenset(
    (
        "before",
        "verb",
        "function",
        "difference",
        "clause",
        "currency",
        "respectively",
        "target",
        "forecast",
        "of_which",
        "total",
        "scope",
    )
)


@dataclass(slots=True)
class Claim:
    """A figure with what its clause says of it.

    left, right, lead: tokens of its own to the left, to the right, and earlier in the sentence.
    unread: stretches of `left` that no word covers. kind: "level", "change", "growth" or "share".
    sign: -1 for a decrease. time, base: the phrases that govern it, None where it has none of its own.
    part: (index, count) in a list that is dealt out. sentence, line: numbers in reading order.
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
    kind: str = "level"
    sign: int = 1
    verb: Token | None = None
    qualifiers: list[str] = field(default_factory=list)
    times: list[TimePhrase] = field(default_factory=list)
    base: TimePhrase | None = None
    of_which: bool = False
    total: bool = False
    back_reference: bool = False
    in_bracket: bool = False
    is_before: bool = False  # the value a change starts from: 由X增至Y
    after_noun_verb: int = 0  # +1 or -1: a verb of change stands before the noun (新增貸款X)
    scenario: str = ""
    other_entity: Token | None = None
    follows: Claim | None = None  # of the list before, the figure in the same place
    scope: list[Token] = field(default_factory=list)
    whole: list[Token] = field(default_factory=list)  # of a share: the words of the whole
    is_difference: bool = False  # between two rates: 高於各項貸款增速9.7個百分點
    near_from: int = 0  # where the clause right before the figure's own begins
    unsure_sign: bool = False  # improved by: whether that is more or less the clause does not say
    is_latin: bool = False  # a word of Latin letters weighs less by the letter
    bound: str = ""  # "low" or "high": the end of a range


@dataclass(frozen=True, slots=True)
class Line:
    """A block's stretch of the prose with all that was found in it."""

    number: int
    start: int
    end: int
    kind: str
    figures: list[Figure]
    tokens: list[Token]
    phrases: list[TimePhrase]


@cache
def _sentence_end(marks: str) -> re.Pattern[str]:
    return re.compile(rf"[{re.escape(marks)}]|(?<!\bno)(?<!\bp)\.(?=[ \n]|$)")


def sentences_of(text: str, start: int, end: int, language: Language) -> list[tuple[int, int]]:
    """Return the sentences of a line as (start, end), the closing mark included."""
    found, begin = [], start
    for end_mark in _sentence_end(language.sentence_ends).finditer(text, start, end):
        found.append((begin, end_mark.end()))
        begin = end_mark.end()
    if begin < end:
        found.append((begin, end))
    return found


def claims_of(line: Line, text: str, language: Language, first_sentence: int) -> list[Claim]:
    """Return the claims of a line's quantities in order."""
    claims: list[Claim] = []
    starts = [token.start for token in line.tokens]
    phrase_starts = [phrase.start for phrase in line.phrases]
    figures = line.figures
    figure_starts = [figure.start for figure in figures]
    for number, (start, end) in enumerate(sentences_of(text, line.start, line.end, language)):
        low, high = bisect_left(figure_starts, start), bisect_left(figure_starts, end)
        previous: Figure | None = None
        done = start
        for index in range(low, high):
            figure = figures[index]
            if figure.reason:
                continue
            following = next((f for f in figures[index + 1 : high] if not f.reason), None)
            limit = following.start if following else end
            floor = max(done, figure.start - _REACH)
            clause, in_bracket = _clause_start(text, figure.start, floor, previous, language)
            claim = Claim(
                figure, line.number, first_sentence + number, clause,
                left=_between(line.tokens, starts, clause, figure.start),
                right=[], lead=_between(line.tokens, starts, floor, clause), unread=[], right_unread=[],
                in_bracket=in_bracket,
            )  # fmt: skip
            claim.near_from = _clause_start(text, max(clause - 1, floor), floor, previous, language)[0]
            phrases = _phrases_between(line.phrases, phrase_starts, floor, figure.start)
            claim.is_latin = _is_latin(text, clause, limit)
            behind = _phrases_between(line.phrases, phrase_starts, figure.end, min(limit, figure.end + _REACH))
            _take_right(claim, line.tokens, starts, behind, text, limit, language)
            claim.unread = _unread(text, clause, figure.start, claim.left, line)
            _take_times(claim, phrases, line.phrases, phrase_starts, text, limit)
            _read_run(claim, text, phrases)
            _read_share(claim)
            _read_sign(claim, text)
            _read_base_of_verb(claim, text, language)
            _read_words(claim)
            said = text[clause : figure.start]
            if claim.kind == "level":
                claim.qualifiers.extend(meaning for word, meaning in language.clause.items() if word in said)
            claims.append(claim)
            previous = figure
            used = [claim.base, *claim.times] if claim.is_latin else []
            done = max([figure.end, *(token.end for token in claim.scope), *(p.end for p in used if p)])
    return claims


def _is_latin(text: str, start: int, end: int) -> bool:
    letters = [character for character in text[start:end] if character.isalpha()]
    return bool(letters) and sum(character.isascii() for character in letters) * 2 > len(letters)


def _between(tokens: list[Token], starts: list[int], start: int, end: int) -> list[Token]:
    return [
        token for token in tokens[bisect_left(starts, start) : bisect_left(starts, end)] if token.end <= end
    ]


def _phrases_between(phrases: list[TimePhrase], starts: list[int], start: int, end: int) -> list[TimePhrase]:
    return [
        phrase
        for phrase in phrases[bisect_left(starts, start) : bisect_left(starts, end)]
        if phrase.end <= end
    ]


def _clause_start(
    text: str, at: int, floor: int, previous: Figure | None, language: Language
) -> tuple[int, bool]:
    """Return where the figure's clause begins, and whether that is at a bracket which the figure stands in."""
    index = at - 1
    while index >= floor:
        character = text[index]
        if character in _PAIRS:
            opened = text.rfind(_PAIRS[character], floor, index)
            if opened >= 0:
                index = opened - 1
                continue
        elif character in _OPEN:
            if text[index + 1 : at].strip(_SKIPPED):
                return index + 1, True
            index -= 1
            continue
        if character in language.clause_ends and not _inside_number(text, index):
            return index + 1, _in_open_bracket(text, floor, index)
        if character in language.enumeration and previous and previous.end >= floor:
            return index + 1, False
        index -= 1
    return floor, False


def _in_open_bracket(text: str, floor: int, at: int) -> bool:
    """Return whether a bracket is open at the place: (2022: X)."""
    return max(text.rfind("(", floor, at), text.rfind("（", floor, at)) > max(
        text.rfind(")", floor, at), text.rfind("）", floor, at)
    )


def _inside_number(text: str, index: int) -> bool:
    return text[index] in ",:" and text[index - 1 : index].isdigit() and text[index + 1 : index + 2].isdigit()


def _take_right(
    claim: Claim,
    tokens: list[Token],
    starts: list[int],
    phrases: list[TimePhrase],
    text: str,
    limit: int,
    language: Language,
) -> None:
    """Give the claim the words that follow the figure in its clause, and the qualifier among them."""
    at = claim.figure.end
    claim.scope = _bracket_after(text, at, tokens, starts, limit)
    stops = language.clause_ends + language.enumeration + language.sentence_ends + "\n（(）)"
    first = bisect_left(starts, at)
    for token in tokens[first : first + 2]:
        if text[at : token.start].strip(_SKIPPED):
            break
        after = next((m.target for m in token.meanings if m.kind == "after"), None)
        if after is None or token.start >= limit:
            break
        claim.qualifiers.append(after)
        at = token.end
    _read_verb_behind(claim, tokens[first : first + 2], text, at, limit)
    end = at
    while end < min(limit, at + _REACH) and text[end] not in stops:
        end += 1
    if text[at:end].strip(_SKIPPED):
        claim.right = _between(tokens, starts, at, end)
        spoken_for = [(piece.start, piece.end) for piece in (*claim.right, *phrases)]
        claim.right_unread = _holes(text, at, end, spoken_for)


def _read_verb_behind(claim: Claim, tokens: list[Token], text: str, at: int, limit: int) -> None:
    """Read a word of change right behind the figure: 2% lower, 18 fewer, a 5% increase."""
    for token in tokens:
        if token.start >= limit or text[at : token.start].strip(_SKIPPED) or token.is_term:
            return
        target = next((m.target for m in token.meanings if m.kind == "verb" and m.target in ("increase", "decrease")), None)
        if target and claim.figure.kind != "money" and claim.is_latin:
            claim.kind = "growth" if claim.figure.kind == "percent" else "change"
            claim.sign, claim.verb = (-1 if target == "decrease" else 1), token
            return
        at = token.end


def _bracket_after(text: str, at: int, tokens: list[Token], starts: list[int], limit: int) -> list[Token]:
    """Return the words of a bracket right after the figure that holds no figure: its scope."""
    close = {"(": ")", "（": "）"}.get(text[at : at + 1])
    end = text.find(close, at, at + _REACH // 2) if close else -1
    if end < 0 or end >= limit:
        return []
    return _between(tokens, starts, at, end)


def _unread(text: str, start: int, end: int, tokens: list[Token], line: Line) -> list[tuple[int, int]]:
    covered = [(token.start, token.end) for token in tokens]
    for token in tokens:
        if token.gap:
            covered.append(token.gap)
            covered.append((token.gap[1], token.gap[1] + 8))
    covered.extend(
        (phrase.start, phrase.end) for phrase in line.phrases if phrase.end > start and phrase.start < end
    )
    covered.extend(
        (figure.start, figure.end) for figure in line.figures if figure.end > start and figure.start < end
    )
    return _holes(text, start, end, covered)


def _holes(text: str, start: int, end: int, covered: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches of letters that nothing covers."""
    holes: list[tuple[int, int]] = []
    at = start
    for first, last in [*sorted(covered), (end, end)]:
        a, b = min(max(first, start), end), min(last, end)
        begin = -1
        for index in range(at, a + 1):
            is_letter = index < a and text[index].isalnum()
            if is_letter and begin < 0:
                begin = index
            elif not is_letter and begin >= 0:
                holes.append((begin, index))
                begin = -1
        at = max(at, b)
    return holes


def _take_times(
    claim: Claim,
    before: list[TimePhrase],
    phrases: list[TimePhrase],
    starts: list[int],
    text: str,
    limit: int,
) -> None:
    claim.times = [phrase for phrase in before if not phrase.base]
    bases = [phrase for phrase in before if phrase.base]
    claim.base = bases[-1] if bases else None
    latin = text[claim.figure.end : claim.figure.end + 3].lstrip(" ")[:1]
    if latin.isascii() and (latin.isalpha() or not latin):
        # English says when and against what after the figure: 5.2 billion at 30 June, up 3% year on year
        end = claim.figure.end
        inside = {phrase.start: phrase.end for phrase in phrases[bisect_left(starts, end) : bisect_left(starts, limit)]}
        while (
            end < limit
            and text[end] not in "(;\n。"
            and not (text[end] == "," and text[end + 1 : end + 2] == " ")
        ):
            end = inside.get(end, end + 1)
        after = phrases[bisect_left(starts, claim.figure.end) : bisect_right(starts, end)]
        if not claim.times or claim.times[-1].end < claim.clause_start:
            claim.times.extend([phrase for phrase in after if not phrase.base and phrase.end <= end][:1])
        if claim.base is None:
            claim.base = next((phrase for phrase in after if phrase.base and phrase.end <= end), None)


def _read_run(claim: Claim, text: str, phrases: list[TimePhrase]) -> None:
    """Read the unbroken run of the language's words that ends at the figure: 比上年末增加約."""
    at = claim.figure.start
    pieces: list[Token | TimePhrase] = sorted([*claim.left, *phrases], key=lambda piece: piece.end)
    verbs: list[tuple[Token, str]] = []
    run_bases: list[TimePhrase] = []
    while pieces:
        piece = pieces.pop()
        if piece.end > at or piece.end <= claim.clause_start:
            continue
        if text[piece.end : at].strip(_SKIPPED + "(（￥¥$€£hkusrmbn"):
            break
        if isinstance(piece, Token):
            meaning = _run_meaning(piece)
            if meaning is None:
                claim.after_noun_verb = _verb_before_noun(piece, pieces, text)
                break
            if meaning.kind == "verb":
                verbs.append((piece, meaning.target))
            elif meaning.kind == "before":
                claim.qualifiers.append(meaning.target)
        elif piece.base:
            run_bases.append(piece)
        at = piece.start
    _decide_kind(claim, verbs)
    start = next((token for token, target in verbs if target == "level_from"), None)
    if start is not None and claim.kind == "level":
        claim.is_before = True
        claim.times = [phrase for phrase in claim.times if phrase.start > start.start]
    elif not verbs and run_bases and claim.kind == "level" and run_bases[0].span is not None:
        # 較111年度2,310億元減少165億元: the figure is the value of the base
        claim.times, claim.base = [run_bases[0]], None


def _read_share(claim: Claim) -> None:
    """Part a clause at its verb of share: what stands before it is the part, what stands after it the whole."""
    if claim.figure.kind != "percent" or claim.kind not in ("level", "share"):
        return
    for token in claim.left:
        if not token.is_term and any(m.kind == "verb" and m.target == "share" for m in token.meanings):
            claim.kind, claim.verb = "share", token
            if claim.is_latin:
                return  # a share of X in Y: the part stands behind the verb
            claim.whole = [other for other in claim.left if other.start >= token.end and other.is_term]
            if claim.whole:
                claim.left = [other for other in claim.left if other.end <= token.start]
                claim.unread = [hole for hole in claim.unread if hole[1] <= token.start]
            return


def _read_sign(claim: Claim, text: str) -> None:
    """Read a percentage with a printed sign, or beside a base of comparison, as a growth: +12% YoY, 同比-3%."""
    figure = claim.figure
    if figure.kind != "percent" or claim.kind != "level" or claim.verb is not None:
        return
    signed = figure.negative or text[figure.start - 1 : figure.start] == "+"
    compared = claim.base is not None and claim.base.span is None and claim.base.start >= claim.clause_start
    if signed or compared:
        claim.kind, claim.sign = "growth", -1 if figure.negative else 1


def _read_base_of_verb(claim: Claim, text: str, language: Language) -> None:
    """Take the comparison that some verbs of change imply: 年增."""
    if claim.verb is not None and claim.base is None:
        base = language.verb_bases.get(text[claim.verb.start : claim.verb.end])
        if base:
            claim.base = TimePhrase(claim.verb.start, claim.verb.end, None, base)


def _run_meaning(token: Token) -> Meaning | None:
    if token.is_term:
        return None
    for meaning in token.meanings:
        if meaning.kind in ("verb", "before"):
            return meaning
    return next((meaning for meaning in token.meanings if meaning.kind in _RUN_KINDS), None)


def _verb_before_noun(noun: Token, pieces: list[Token | TimePhrase], text: str) -> int:
    """Return 1 or -1 where a verb of change stands right before the noun that the figure follows."""
    at = noun.start
    while pieces:
        piece = pieces.pop()
        if piece.end > at or text[piece.end : at].strip(_SKIPPED) or not isinstance(piece, Token):
            return 0
        if not piece.is_term:
            targets = [m.target for m in piece.meanings if m.kind == "verb"]
            return 1 if "increase" in targets else -1 if "decrease" in targets else 0
        at = piece.start
    return 0


def _decide_kind(claim: Claim, verbs: list[tuple[Token, str]]) -> None:
    if claim.verb is not None:
        return  # said behind the figure
    percent = claim.figure.kind == "percent"
    if verbs and verbs[0][1] in ("reach", "level_from"):
        claim.verb = verbs[0][0]
        return  # 減少至X, from X: the value after the change, or before it
    for index, (token, target) in enumerate(verbs):
        if target == "change":
            claim.kind = "growth" if percent else "change"
            claim.sign = -1 if claim.figure.negative else 1
            claim.verb = token
            return
        if target == "improve":
            claim.kind, claim.verb, claim.unsure_sign = ("growth" if percent else "change"), token, True
            return
        if target in ("increase", "decrease"):
            if index and verbs[0][1] == "level" and not percent and claim.figure.kind != "percentage_points":
                return  # 減少為X
            claim.kind = "growth" if percent else "change"
            claim.sign = -1 if target == "decrease" else 1
            claim.verb = token
            return
        if target == "share" and percent:
            claim.kind, claim.verb = "share", token
            return


def _read_words(claim: Claim) -> None:
    for token in claim.left:
        for meaning in token.meanings:
            match meaning.kind:
                case "difference":
                    claim.is_difference = True
                case "total" if len(token.meanings) == 1:
                    claim.total = True
                case "back_reference":
                    claim.back_reference = True
                case "other_entity":
                    claim.other_entity = token
                case "target" | "forecast":
                    claim.scenario = meaning.kind
    for token in claim.right:
        for meaning in token.meanings:
            if meaning.kind in ("target", "forecast"):
                claim.scenario = meaning.kind
    claim.of_which = any(m.kind == "of_which" for t in (*claim.lead, *claim.left) for m in t.meanings)
    if claim.figure.qualifiers:
        claim.qualifiers.extend(claim.figure.qualifiers)
