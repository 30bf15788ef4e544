"""Words of a clause that no term covers and that a member's name holds: they say that it speaks of a part of the whole."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache

from tagger.clauses.claim import Claim
from tagger.links.bases_ended import end_basis
from tagger.links.beside_names import take_beside
from tagger.links.candidate import Context
from tagger.links.setting import Setting
from tagger.links.told_with import leave_mover, leave_without
from tagger.links.unnamed_parts import place_alone, take_rest, take_unnamed_parts
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language
from tagger.words.word import ONLY_FUNCTION, ONLY_MEMBER, Meaning, Token, Word


def take_telling(claim: Claim, context: Context, setting: Setting) -> None:
    """Tell a claim its unread words that are part of a member's name, but for those that stand behind one: 香港業務."""
    text = setting.prose.text
    if not claim.is_latin:
        if claim.back_reference:
            _leave_out_noun(claim)
        _take_han_words(claim, context, setting)
    elif len(claim.left) > 1:
        _take_rest(claim, setting)
    if claim.unread:
        _take_measure(claim, text, setting)
    glued = [span for span in _glued_to_names(claim) if setting.index.may_name_part(text[slice(*span)])]
    glued = [span for span in glued if not _take_member(claim, span, setting)]
    if glued:
        claim.unread = sorted((*claim.unread, *glued))
    if not (claim.unread or claim.whole_unread):
        return
    named = {token.end for token in claim.left if token.meanings.members}
    claim.telling = [
        (start, end)
        for start, end in (*claim.unread, *claim.whole_unread)
        if start not in named and start - 1 not in named and _tells_apart(text[start:end], setting)
    ]
    deeds = tuple(setting.language.extra["deed_nouns"])
    done = [hole for hole in claim.unread if _is_deed(hole, claim, text, deeds)]
    if done:
        claim.apart = [*claim.apart, *done]
    if claim.is_latin and claim.unread:
        take_beside(claim, setting)
    if claim.is_latin:
        leave_without(claim, text, setting.language)


def _is_deed(hole: tuple[int, int], claim: Claim, text: str, deeds: tuple[str, ...]) -> bool:
    """Return whether unread words beside a name say what was done to the thing: loan repayments, redemption volume of funds."""
    start, end = hole
    if not (text[start:end] in deeds if claim.is_latin else text.startswith(deeds, start)):
        return False
    if any(token.is_term and start - 1 <= token.end <= start for token in claim.left):
        return True
    return claim.is_latin and any(light[0] == end + 1 for light in claim.light)


def _take_han_words(claim: Claim, context: Context, setting: Setting) -> None:
    """Read what words of a clause of Han prose make of the part that it is of."""
    text, movers = setting.prose.text, setting.language.extra["movers"]
    in_brackets = claim.scope or text[claim.figure.start - 1] in ")）"  # 新臺幣（下同）312億元
    money = claim.figure.kind == "money"
    if claim.unread or money or in_brackets or "superlative" in claim.marks:
        take_unnamed_parts(claim, setting)
    _take_rest(claim, setting)
    for token in reversed(claim.left):
        if token.meanings.kinds == ONLY_FUNCTION and text[token.start : token.end] in movers:
            leave_mover(claim, token)
            context.opening = [word for word in context.opening if word.start > token.start]
            break
    if claim.unread:
        _take_segment(claim, setting)
    _take_modifiers(claim, setting)
    end_basis(claim, context, setting)
    dimensions = context.frames[-1].candidate.dimensions if context.frames else ()
    subsidiaries = _pairs(setting.profile.members) if dimensions else frozenset()
    if subsidiaries and subsidiaries.issuperset(dimensions):  # 瑞衡人壽稅後淨利X，資產總額Y
        claim.of_all |= _is_of_group(claim, setting)
    elif claim.lead and not claim.of_all and _turns_to_group(claim, setting):
        claim.of_all = True
    else:
        claim.is_whole |= _names_whole(claim, setting)
    if "narrowing" in claim.marks:
        _leave_out_narrowing(claim, setting)


def _measure(hole: tuple[int, int], text: str, words: tuple[str, ...]) -> str:
    """Return the word that nothing explains and that says what is measured of the thing before it, "" without one."""
    start, end = hole
    if not text.endswith(words, start, end):
        return ""
    return max((word for word in words if text.endswith(word, start, end)), key=len)


def _take_measure(claim: Claim, text: str, setting: Setting) -> None:
    """Tell a claim what it is that is measured, in words that nothing explains; in Han prose, all such words, and places."""
    words = setting.language.extra["measures_of"]
    if claim.is_latin:
        claim.measure = _latin_measure(claim, text, words)
        if claim.measure and _is_apart_behind(claim, text, setting.language):
            claim.right = []  # a surplus of $3bn before the sale of a part
        return
    claim.unread_said = {(start, end): text[start:end] for start, end in claim.unread}
    claim.measure = _measure(claim.unread[-1], text, tuple(words))
    if claim.right:
        places = tuple(setting.language.extra["locatives"])
        found = [hole for hole in claim.unread if _is_place(hole, places, text)]
        claim.places = found or place_alone(claim, setting)


def _is_apart_behind(claim: Claim, text: str, language: Language) -> bool:
    """Return whether only before or after what stands behind it there was an amount: a surplus of $3bn before the sale."""
    first = claim.right[0] if claim.right else None
    leads = text[claim.unread[-1][1] : claim.figure.start].split()[:1] == [*language.genitives[:1]]
    return leads and first is not None and text[first.start : first.end] in language.extra["opposites"]


def _latin_measure(claim: Claim, text: str, words: Collection[str]) -> str:
    """Return the last word of a clause that nothing explains where it says what is measured: (home loans') earnings.

    A part of it may be a word of the language by chance: earning.
    """
    found = _WORD_AT_END.search(text, claim.clause_start, claim.unread[-1][1])
    return found[0] if found is not None and found[0] in words else ""


_WORD_AT_END = re.compile(r"[a-z-]+\Z")


def _take_rest(claim: Claim, setting: Setting) -> None:
    """Take the word for the rest of the things before their name as not understood: 其他貸款, other noninterest income."""
    text, others, gap = setting.prose.text, setting.language.extra["others"], int(claim.is_latin)
    before: Token | None = None
    for token in claim.left:
        named = bool(token.meanings.concepts) if claim.is_latin else token.is_term
        beside = before is not None and named and before.end + gap == token.start and not before.is_term
        if beside and before is not None and text[before.start : before.end] in others:
            take_rest(claim, before)
            break
        before = token


@lru_cache(maxsize=8)
def _pairs(members: tuple[tuple[str, str, str], ...]) -> frozenset[tuple[str, str]]:
    """Return the subsidiaries of a profile as (axis, member)."""
    return frozenset((axis, member) for _, axis, member in members)


_PLACE = 4


def _is_place(hole: tuple[int, int], places: tuple[str, ...], text: str) -> bool:
    """Return whether what nothing explains is the name of a place: 於香港; 中 is a word that 中亞 begins with.

    What describes places is long and tells none apart: 在科技資源富集地區.
    """
    start, end = hole
    begun = end - start == 1 and text.endswith(places, 0, start - 1)
    return end - start <= _PLACE and (begun or text.endswith(places, 0, start))


def _leave_out_narrowing(claim: Claim, setting: Setting) -> None:
    """Leave out a word that narrows where the name of the concept begins with it, or holds it: 新發放…貸款平均利率.

    Or where it is of a term that ends inside that name: 不良贷款, before 贷款拨备.
    """
    head = next((token for token in reversed(claim.left) if token.meanings.concepts), None)
    if head is None:
        return
    text, named = setting.prose.text, setting.index.named_parts.names
    names = [name for concept in head.meanings.concepts for name in named.get(concept, ())]
    terms = setting.vocabulary.terms
    claim.left = [
        token
        for token in claim.left
        if "narrowing" not in token.meanings.kinds
        or token.is_term
        or not (
            any(name.startswith(text[token.start : token.end + _SHORTEST]) for name in names)
            or any(text[token.start : head.end] in name for name in names)
            or any(text[token.start : end] in terms for end in range(head.start + 1, head.end))
        )
    ]


def _names_whole(claim: Claim, setting: Setting) -> bool:
    """Return whether the concept is said with a word for all of it: 貸款總額, 僱員總數; of a subsidiary it may be the same."""
    names = [token for token in claim.left if token.meanings.concepts]
    if not names or claim.back_reference:
        return False
    text, language, end = setting.prose.text, setting.language, names[-1].end
    tails = tuple(language.extra["whole_tails"])
    behind = next((token for token in claim.left if token.start == end), None)
    sums = behind is not None and "total" in behind.meanings.kinds  # 承銷規模合計: of all that were said
    if not (text.endswith(tails, 0, end) or (text.startswith(tails, end) and not sums)):
        return False
    subsidiaries = _pairs(setting.profile.members)
    return not any(not subsidiaries.isdisjoint(token.meanings.members) for token in claim.lead)


def _take_segment(claim: Claim, setting: Setting) -> None:
    """Read the word for a segment that opens a clause as pointing at the one spoken of: 分部除稅前溢利, 本分部收入."""
    text, words = setting.prose.text, setting.language.extra["segments"]
    start, end = claim.unread[0]
    before = text[claim.clause_start : start].strip(" \n")
    said = before + text[start:end]
    if said in words and any(token.start == end and token.is_term for token in claim.left):
        claim.unread = claim.unread[1:]
        claim.back_reference = True


def _is_of_group(claim: Claim, setting: Setting) -> bool:
    """Return whether a clause opens with the group or the entity itself: 瑞衡人壽稅後淨利X，集團合併總資產Y."""
    if claim.kind == "share":
        return False
    if any("own" in token.meanings.kinds for token in claim.left):
        return True
    opening = setting.prose.text[claim.clause_start : claim.figure.start]
    at = claim.clause_start + len(opening) - len(opening.lstrip(" \n"))
    groups = setting.language.extra["of_group"]
    word = max((w for w in groups if opening.lstrip(" \n").startswith(w)), key=len, default="")
    name = next((token for token in claim.left if token.start == at and token.is_term), None)
    if not word or name is None:
        return bool(word)
    rest = setting.prose.text[at + len(word) : name.end]  # 集團資本適足率, and no 合併成本率
    called = setting.index.named_parts.names
    return any(rest in called.get(concept, ()) for concept in name.meanings.concepts)


def _turns_to_group(claim: Claim, setting: Setting) -> bool:
    """Return whether a clause leaves the part before it for the whole group: 泰國業務續保率有所改善，而本集團的續保率為X.

    It does not behind a clause that only says what is spoken of: 綠色金融方面，本集團貸款餘額X.
    """
    text, language = setting.prose.text, setting.language
    if claim.kind == "share" or not _group(language.tags).match(text, claim.clause_start):
        return False
    named = [token for token in claim.near_lead if token.is_term]
    if not any(token.meanings.members for token in named):
        return False
    return _topical(language.tags).fullmatch(text, named[-1].end, claim.clause_start - 1) is None


@cache
def _topical(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what may stand behind the name of a part that is only what is spoken of: 業務方面."""
    return re.compile(rf"(?:{alternation(load_language(*tags).topic_nouns) or '(?!)'})*")


@cache
def _group(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a clause of Han prose that opens with the group: 而本集團."""
    language = load_language(*tags)
    before, words = (alternation(language.extra[key]) or "(?!)" for key in ("before_topics", "of_group"))
    return re.compile(rf"[ \n]?(?:{before})?(?:{words})")


def _leave_out_noun(claim: Claim) -> None:
    """Leave out the noun of what points back, which says nothing new: 該類產品, 上述企業."""
    ends = {token.end for token in claim.left if "back_reference" in token.meanings.kinds}
    claim.unread = [hole for hole in claim.unread if hole[0] not in ends]
    claim.left = [t for t in claim.left if t.start not in ends or t.meanings.kinds != ONLY_MEMBER]


def _take_modifiers(claim: Claim, setting: Setting) -> None:
    """Give a claim the members that words which nothing explains name with a name of the concept behind them.

    海外據點, where 海外機構 are a member and 機構 another name of 據點; also with a verb between them: 境內設有網點. Nothing
    explains a member's word either that the concept may not carry.
    """
    for tokens, holes in ((claim.left, claim.unread), (claim.right, claim.right_unread)):
        begun = len(tokens)
        for start, end in list(holes):
            head = _head_behind(end, tokens, claim)
            word = _member_called((start, end), head, setting) if head is not None else None
            if word is not None:
                holes.remove((start, end))
                tokens.append(Token(start, end, word, is_term=True))
        for at, token in enumerate(tokens):
            if token.meanings.kinds != ONLY_MEMBER:
                continue
            head = next((t for t in token.nested if t.end == token.end and t.meanings.concepts), None)
            head = head or _head_behind(token.end, tokens, claim)
            if head is None or _may_carry(head, token, setting):
                continue
            span = token.start, head.start if head in token.nested else token.end
            word = _member_called(span, head, setting)
            if word is not None:
                tokens[at] = Token(token.start, token.end, word, is_term=True, nested=token.nested)
        if len(tokens) > begun:
            tokens.sort(key=lambda token: token.start)


def _may_carry(head: Token, token: Token, setting: Setting) -> bool:
    """Return whether a concept's word may carry what a member's word names."""
    axes = [frozenset((axis,)) for axis, _ in token.meanings.members]
    return any(setting.index.permits(concept, axis) for concept in head.meanings.concepts for axis in axes)


def _head_behind(end: int, tokens: list[Token], claim: Claim) -> Token | None:
    """Return the concept's word that stands behind a place, with nothing between them but words that mean little.

    What is counted may stand behind its count: 在境內設有986家網點.
    """
    for token in tokens:
        if token.start < end:
            continue
        if token.start > end or not (token.is_term or "function" in token.meanings.kinds):
            return None
        if token.is_term:
            return token if token.meanings.concepts else None
        end = token.end
    if tokens is claim.left and end == claim.figure.start and claim.right:
        behind = claim.right[0]
        return behind if behind.start <= claim.figure.end + 1 and behind.meanings.concepts else None
    return None


def _member_called(span: tuple[int, int], head: Token, setting: Setting) -> Word | None:
    """Return the one member that is called like this before another name of a concept, and which the concept may carry."""
    named, tails = setting.index.named_parts, ("", *setting.language.extra["modifier_tails"])
    said = setting.prose.text[slice(*span)]
    if len(said) < _SHORTEST or not named.may_begin(said):
        return None
    text = setting.prose.text
    cuts = range(head.start + _SHORTEST, head.end) if len(said) > _SHORTEST else ()  # 绿色|债券投资
    begun = tuple(text[head.start : cut] for cut in cuts)
    for concept in head.meanings.concepts:
        # 公募基金托管规模, where 公募基金托管 is a member and 托管规模 the concept
        names = (*(f"{tail}{name}" for name in named.names[concept] for tail in tails), *begun)
        found = [
            (axis, member)
            for axis, member in named.begun(said, names)
            if setting.index.permits(concept, frozenset((axis,)))
        ]
        if len(found) == 1:
            return Word((Meaning("member", found[0][1], found[0][0]),))
    return None


_SHORTEST = 2


def _take_member(claim: Claim, span: tuple[int, int], setting: Setting) -> bool:
    """Give a claim the one member that is called so but for what such members are: 公司, of 公司客戶, in 公司貸款.

    Return whether there is one, which the concept right behind it may carry.
    """
    start, end = span
    word = setting.index.named_parts.begun_by(setting.prose.text[start:end], setting.language.member_heads)
    if word is None:
        return False
    axes = frozenset(axis for axis, _ in word.members)
    behind = (concept for t in claim.left if t.start == end for concept in t.meanings.concepts)
    if not any(setting.index.permits(concept, axes) for concept in behind):
        return False
    kept = [token for token in claim.left if token.end <= start or token.start >= end]
    claim.left = sorted([*kept, Token(start, end, word, is_term=True)], key=lambda token: token.start)
    return True


def _glued_to_names(claim: Claim) -> list[tuple[int, int]]:
    """Return the words that mean little by themselves but stand right before a name: 公司貸款, where 公司客戶 are a member."""
    if claim.is_latin:
        return []
    little = [token for token in claim.left if not token.is_term and token.meanings.kinds == ONLY_FUNCTION]
    if not little:
        return []
    starts = {token.start for token in claim.left if token.meanings.concepts}
    named = {token.end for token in claim.left if token.meanings.members}
    return [
        (token.start, token.end)
        for token in little
        if token.end in starts and token.start not in named  # 交通領域貸款
    ]


def _tells_apart(said: str, setting: Setting) -> bool:
    """Return whether a member's name holds the words, or what a negation makes another thing of, or they measure otherwise."""
    if said.rpartition(" ")[2] in setting.language.extra["measured_otherwise"]:
        return True  # adjusted profit
    bare = next(
        (said.removeprefix(word) for word in setting.language.negations if said.startswith(word)), said
    )
    neutral = bare in setting.language.neutral_nouns and bare in setting.index.named_parts.kinds
    return not neutral and setting.index.tells_apart(bare)
