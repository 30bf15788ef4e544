"""Parts of the whole that no term names: in Han prose the largest of the things, a branch by its name; and a currency's word.

In English what is joined to a figure by its capital, or behind what a thing is made of: $7m in Oldtown, comprises $6m on rentals.
"""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.runs import NEXT_WORD, SKIPPED
from tagger.links.decided import Reading
from tagger.links.setting import Setting
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language
from tagger.words.word import ONLY_FUNCTION, Token

_SHORTEST = 2
"""How short a name is."""


def take_unnamed_parts(claim: Claim, setting: Setting) -> None:
    """Read what the words of a clause of Han prose say that no term names: a part of the whole, or nothing at all."""
    if claim.figure.kind == "money":
        if claim.left:
            _leave_out_currency(claim, setting)
        if claim.scope and all(_says_currency(token, claim, setting) for token in claim.scope):
            claim.scope = []  # 312億元（新臺幣，下同）
    if "superlative" in claim.marks:
        _take_superlatives(claim, setting)
    if claim.unread or _opens_with_unit(claim, setting):
        _take_establishments(claim, setting)


def place_alone(claim: Claim, setting: Setting) -> list[tuple[int, int]]:
    """Return all that stands before a count of things that have parts, where nothing explains it: where they are.

    內地12間網點; but for a verb, 澳門設有12間網點. What is told of a part that is named may be a verb as well: 做強186家科技支行.
    """
    start, end = claim.unread[0]
    noun = next((token for token in claim.right if token.is_term), None)
    if noun is None or len(claim.unread) > 1 or claim.left_terms or claim.figure.kind != "count":
        return []
    if any(token.meanings.members for token in claim.right) or end - start < _SHORTEST:
        return []
    behind = [token for token in claim.left if token.start >= end]
    if any(token.meanings.verb == "level_from" for token in behind):
        return []  # 團隊由212名員工組成
    known = sum(token.end - token.start for token in behind)
    text, index, language = setting.prose.text, setting.index, setting.language
    before = text[max(claim.clause_start - 1, 0)]
    opens = claim.clause_start == 0 or before in language.clause_ends + language.sentence_ends + "\n "
    parted = any(index.is_parted(concept) for concept in noun.meanings.concepts)
    opens = opens and start - claim.clause_start <= 1
    return [(start, end)] if opens and parted and end + known == claim.figure.start else []


def _leave_out_currency(claim: Claim, setting: Setting) -> None:
    """Leave out the word of an amount's currency that is a member's too, right behind a concept's name: 淨收益新臺幣312億元.

    Behind a word of conversion too: 外幣存款折合新臺幣5億元. Where it stands alone it tells a part apart: 其中新臺幣8,905億元.
    A bracket may say that it holds for what follows: 新臺幣（以下同）312億元.
    """
    at = len(claim.left) - 1
    while at > 0 and claim.left[at].meanings.kinds == ONLY_FUNCTION:
        at -= 1
    last, behind = claim.left[at], claim.left[at + 1 :]
    if not last.meanings.members:
        return
    if (behind[-1] if behind else last).end < claim.figure.start - 1:
        return
    before = next((token.meanings for token in claim.left if token.end == last.start), None)
    text, language = setting.prose.text, setting.language
    own = setting.profile.currency if behind else ""
    if language.currencies.get(text[last.start : last.end]) != (claim.figure.currency or own):
        return
    named = before is not None and bool(before.concepts or before.verb)
    if named or text.endswith(tuple(language.extra["converted"]), claim.clause_start, last.start):
        claim.left = [token for token in claim.left if token is not last]


def _says_currency(token: Token, claim: Claim, setting: Setting) -> bool:
    """Return whether a word in a bracket only says in what currency an amount is given."""
    said = setting.language.currencies.get(setting.prose.text[token.start : token.end])
    own = claim.figure.currency or setting.profile.currency
    return token.meanings.kinds == ONLY_FUNCTION or said == own


def is_part_unnamed_behind(claim: Claim, best: Reading, setting: Setting) -> bool:
    """Return whether words joined to an English figure say a part of its thing that no member is: fees were $7m in Oldtown."""
    if (
        not (claim.is_latin and claim.right_unread)
        or claim.part
        or best.kind not in ("level", "share", "change", "growth")
    ):
        return False
    clues = best.candidate.clues
    if any(kind == "member" for kind, *_ in clues) or any(start > claim.figure.end for _, start, *_ in clues):
        return False
    text, language = setting.prose.text, setting.language
    start, end = claim.right_unread[0]
    at = max(claim.right_from, claim.noun_end)
    behind = [time.end for time in (claim.base, *claim.times) if time is not None and time.start == at + 1]
    first = NEXT_WORD.match(text, max([at, *behind]))
    said = text[first.start(1) : start].split() if first is not None else []
    if first is None or not said or first.end() > start or text[end : end + 2].strip(SKIPPED)[:1].isdigit():
        return False  # to RM4m
    if any(token.is_term for token in claim.right if token.end <= start and token.start > first.start()):
        return False
    named = (
        all(word in language.linked_articles for word in said[1:])
        and text[start:end] not in language.extra["months"]
    )
    if named and said[0] in language.extra["in_places"] and setting.prose.printed[start].isupper():
        return True
    joins = said[0] in language.links or said[0] in language.extra["part_links"]
    return joins and bool(
        _made_of(tuple(language.extra["made_of"])).search(text, claim.clause_start, claim.figure.start)
    )


def makes_up_part(claim: Claim, best: Reading, setting: Setting) -> bool:
    """Return whether a clause says that so much of a thing was something's, which no member is: two loans made up $5m of it."""
    last = claim.last_word if claim.is_latin and claim.figure.kind == "money" else None
    if last is None or last.meanings.verb != "share" or best.kind != "level":
        return False
    clues, text, language = best.candidate.clues, setting.prose.text, setting.language
    if any(kind == "member" for kind, *_ in clues) or not any(
        start > claim.figure.end for _, start, *_ in clues
    ):
        return False
    link = NEXT_WORD.match(text, claim.figure.end)
    whole = NEXT_WORD.match(text, link.end()) if link is not None else None
    told = link is not None and link[1] in language.genitives[:1]
    return told and whole is not None and whole[1] in language.linked_articles


def is_of_unnamed_unit(claim: Claim, best: Reading, setting: Setting) -> bool:
    """Return whether an English clause is about a business that no member is: our ferry business grew income by 6%."""
    words = tuple(setting.language.extra["units_of_business"])
    if not (claim.is_latin and words) or any(kind == "member" for kind, *_ in best.candidate.clues):
        return False
    text, language = setting.prose.text, setting.language
    begin = max(claim.figure.start - _UNIT_REACH, claim.near_from)
    found = _unit(language.tags, words).search(text, begin, claim.figure.start)
    if found is None:
        return False
    start, end = found.span("name")
    tokens = [token for token in (*claim.lead, *claim.left) if start <= token.start < end]
    known = sum(token.end - token.start for token in tokens)
    before = text[max(found.start() - 2, 0) : found.start()].strip(" \n")[-1:]
    opens = before in language.clause_ends or before in language.sentence_ends or before == "."
    named = text[start:end].strip() not in language.extra["whole_businesses"]
    if not (opens and named) or known >= end - start - 1 or any(token.is_term for token in tokens):
        return False
    behind = NEXT_WORD.match(text, found.end())
    does = behind is not None and (
        behind[1] in language.finite_verbs or behind[1] in language.auxiliaries or behind[1] in language.verbs
    )
    return text.startswith(", ", found.end()) if found["placed"] else does


_UNIT_REACH = 160


@cache
def _unit(tags: tuple[str, ...], words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of the name of a business that opens a clause, or of a place that is one: in our ferry business."""
    language = load_language(*tags)
    whose = alternation((*language.linked_articles, *language.extra["articles"]))
    placed = alternation(language.extra["in_places"]) or "(?!)"
    name = rf"(?P<name>(?:[a-z&-]+ ){{1,3}}?)(?:{alternation(words) or '(?!)'})"
    return re.compile(rf"(?<![a-z-])(?:(?P<placed>{placed}) )?(?:{whose}) {name}(?![a-z-])")


@cache
def _made_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what leads from a thing to the amount of a part of it: comprises $."""
    amount = r" [^a-z0-9 ]{0,3}[a-z]{0,3}[^a-z0-9 ]{0,2}"
    return re.compile(rf"(?<![a-z])(?:{alternation(words) or '(?!)'}){amount}\Z")


def take_rest(claim: Claim, word: Token) -> None:
    """Take the word for the rest of the things right before their name as not understood: 其他貸款."""
    found = (word.start, word.end)
    claim.left = [token for token in claim.left if token is not word]
    claim.leave_apart([found])


def _take_superlatives(claim: Claim, setting: Setting) -> None:
    """Take the words that leave only some of the things behind them as not understood: 前十大客戶貸款餘額."""
    text, index = setting.prose.text, setting.index
    concepts = {concept for token in claim.left for concept in token.meanings.concepts}
    found = [
        (token.start, token.end)
        for token in claim.left
        if "superlative" in token.meanings.kinds
        and not token.is_term
        and not any(index.is_called(concept, (text[token.start : token.end],)) for concept in concepts)
    ]
    claim.left = [token for token in claim.left if (token.start, token.end) not in found]
    claim.leave_apart(found)


def _take_establishments(claim: Claim, setting: Setting) -> None:
    """Take a branch or a subsidiary that nothing names as not understood, with its name: 深圳分行貸款餘額.

    A count may be of branches: 深圳分行12家. Of 高雄分行 the first character is a word.
    """
    text, words = setting.prose.text, tuple(setting.language.extra["establishments"])
    found = [hole for hole in claim.unread if text.endswith(words, hole[0] + _SHORTEST, hole[1])]
    start, end = claim.unread[0] if claim.unread else (claim.figure.start, claim.figure.start)
    behind = next((t.end for t in claim.left if t.start == end and not t.is_term), end)  # 機構|條線
    if claim.unread and start - claim.clause_start <= 1:
        found.extend(
            (start, last) for last in {end, behind} if _business(text, start, last, setting.language)
        )
    for token in claim.left:
        if text[token.start : token.end] in words and not token.meanings.members:
            start = _name_before(token.start, claim)
            if start <= token.start - _SHORTEST:
                found.append((start, token.end))
    unit = _opens_with_unit(claim, setting)
    if unit:
        found.append(unit)
    if claim.figure.kind == "count":
        named = [token.start for token in claim.left if token.meanings.concepts]
        found = [span for span in found if named and named[-1] >= span[1]]
    if found:
        claim.left = [t for t in claim.left if not any(a <= t.start < b for a, b in found)]
        holes = (hole for hole in claim.unread if not any(a <= hole[0] < b for a, b in found))
        claim.unread = sorted((*holes, *found))
        claim.of_unit, claim.apart = True, [*claim.apart, *found]


def _opens_with_unit(claim: Claim, setting: Setting) -> tuple[int, int] | None:
    """Return where a word for establishments stands that opens a clause alone: 子公司淨利潤10億元; no count is of them."""
    text, words = setting.prose.text, setting.language.extra["establishments"]
    start = claim.clause_start + (text[claim.clause_start : claim.clause_start + 1] in " \n,，")
    word = max((w for w in words if text.startswith(w, start, claim.figure.start)), key=len, default="")
    if not word or claim.figure.kind == "count":
        return None
    end = start + len(word)
    if any(token.meanings.members and start <= token.start < end for token in claim.left):
        return None
    return start, end


def is_under_unnamed(claim: Claim, start: int, setting: Setting) -> bool:
    """Return whether a figure of Han prose stands behind a business that no term names, and a colon: 國際業務：收入上升3%.

    start: where the figure before ends, or the sentence begins.
    """
    text, colon = setting.prose.text, claim.clause_start - 1
    found = _LABEL.search(text, max(start, colon - _LONGEST_LABEL), colon)
    if found is None or any(token.meanings.members and token.end <= colon for token in claim.lead):
        return False
    name = _business(text, *found.span(), setting.language)
    # 託管業務：託管資產X, 金融市場業務：金融投資X
    return bool(name) and name[:_SHORTEST] not in text[colon : claim.figure.start]


def opens_with_unnamed(claim: Claim, start: int, setting: Setting) -> bool:
    """Return whether a sentence of Han prose opens with a business that no term names: 財富管理業務發展迅速，手續費收入X.

    Or with a branch or subsidiary. start: where the sentence begins. What its name begins with may be in that of the thing:
    託管業務增長，託管資產X.
    """
    text = setting.prose.text
    at = start + (text[start : start + 1] in " \n")
    found = _opening_business(setting.language.tags).match(text, at, claim.clause_start)
    if found is None or found["name"] in setting.language.extra["whole_businesses"]:
        return False
    if len(found["name"]) < _SHORTEST and (found["name"] or found["unit"] is None):
        return False
    if any(token.is_term and token.start < found.end("name") for token in claim.lead):
        return False
    said = text[claim.clause_start : claim.figure.start]
    if found["unit"] is not None:
        return found["unit"] not in said and not any(
            token.meanings.members and token.start < found.end() for token in claim.lead
        )
    if any(token.is_term and token.start < found.end() for token in claim.lead):
        return False
    return found["name"][:_SHORTEST] not in said


@cache
def _opening_business(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of the name of a business, or of an establishment, that opens a sentence: 國際業務, 中山支行."""
    extra = load_language(*tags).extra
    units, words = (alternation(extra[key]) or "(?!)" for key in ("establishments", "businesses"))
    return re.compile(rf"(?P<name>[^\W\d_]{{0,4}}?)(?:(?P<unit>{units})|{words})")


_LONGEST_LABEL = 12
_LABEL = re.compile(r"[^\W\d_]{2,}\Z")


def _business(text: str, start: int, end: int, language: Language) -> str:
    """Return the name of a business in a stretch of words that nothing explains: 國際, of 國際業務; none of 各項業務."""
    words = tuple(language.extra["businesses"])
    if not text.endswith(words, start + _SHORTEST, end):
        return ""
    word = max((word for word in words if text.endswith(word, start, end)), key=len)
    name = text[start : end - len(word)]
    return name if name not in language.extra["whole_businesses"] else ""


def _name_before(end: int, claim: Claim) -> int:
    """Return where a name begins that ends there: words that nothing explains, with characters that are words by chance."""
    start, known = end, False
    while True:
        hole = next((a for a, b in claim.unread if b == start), None)
        token = next(
            (t for t in claim.left if t.end == start and t.end - t.start == 1 and not t.is_term), None
        )
        if hole is None and token is None:
            return start if known else end
        known |= hole is not None
        start = hole if hole is not None else start - 1
