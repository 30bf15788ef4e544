"""The part that an amount or a rate is of: named right behind the figure, or said to be one by a word right before it."""

from __future__ import annotations

import re
from dataclasses import replace

from tagger.clauses.claim import Claim
from tagger.clauses.runs import COUNTED, LAST_WORD, NEXT_WORD, SKIPPED, WORD_BEFORE_AMOUNT
from tagger.clauses.subjects import is_participle
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.word import Token, Word


def read_laid_on(claim: Claim, text: str, language: Language) -> None:
    """Read whether so much was laid out on, or came from, what is named right behind an amount: £9m on card balances."""
    if claim.figure.kind not in ("money", "percent") or not claim.right:
        return
    link = claim.right[0]
    first = text[link.start : link.end].partition(" ")[0]
    if claim.figure.kind == "percent":
        beside = not text[claim.figure.end : link.start].strip(SKIPPED)
        named = any(token.is_term for token in claim.right[1:3])
        claim.is_rate_on = first in language.extra["rates_on"] and beside and named
        return
    claim.is_on = first in language.extra["laid_on"] and not text[claim.figure.end : link.start].strip(
        SKIPPED
    )


def take_part(claim: Claim, phrases: list[TimePhrase], text: str, language: Language) -> None:
    """Give a figure the member that a preposition joins to it: 22% in motor, £9.7bn of green bonds, 9% on the year in Asia.

    phrases: of time behind the figure.
    """
    at = begin = _behind_time(claim, phrases)
    joined = False
    of_this = any("of_before" in t.meanings.kinds for t in claim.lead)  # of this, 36% went to clubs
    shared = claim.figure.kind == "money" or (of_this and claim.figure.kind == "percent")
    if shared and (said := _allocation(at, text, language)):
        at, joined = at + 1 + len(said), True
        claim.says_share |= of_this
    start, passive = at, False
    if claim.right and not (joined or claim.counted) and _take_alone(claim, text, language):
        return
    for token in claim.right:
        if token.end <= start:
            continue
        said = text[token.start : token.end]
        between = text[at : token.start].strip(SKIPPED)
        if between and not (passive and is_participle(between, language)):
            break
        if token.is_term and not _is_owner(token, said, language):
            opens = said.partition(" ")[0]  # 4% excluding items, 10% on a cash basis
            joined |= (
                leaves_out(said, language) or opens in language.links or opens in language.extra["part_links"]
            )
            told = ("told_without", "told_with", "restating")  # outside Asia, 45% as adjusted
            joined |= at == token.start - 1 and any(opens in language.extra[key] for key in told)
            part = _as_part(token, claim, text, language, joined=joined)
            if part is not None:
                _take_joined(claim, part, allocated=start > begin)
            break
        # on the: one word of comparison; on a: (bank-only basis)
        words = [said] if said in language.extra["part_links"] else said.split()
        links = words[0] in language.links or words[0] in language.extra["part_links"]
        alone = claim.figure.kind in COUNTED and not claim.left_terms
        is_level = alone and token.meanings.verb == "level"
        if is_level and not joined and not links:  # of the retail book, $25bn are residential mortgages
            joined, passive, at = True, said in language.auxiliaries, token.end
            continue
        joined = joined or links
        done = passive and not links and (token.meanings.verb != "" or is_participle(said, language))
        held = said in language.extra["actors"] or _is_owner(token, said, language)
        done = done or (joined and not links and held)  # for clients in Asia, to the bank's employees
        if not done and any(word not in language.linked_articles for word in words[links:]):
            break
        at = token.end
    claim.of_another |= start > begin and not claim.part


def leave_several(claim: Claim, text: str, language: Language) -> None:
    """Take several parts behind an amount as no part of it, which is of all of them: $5bn, spread across retail and SMEs."""
    part = next((token for token in claim.right if token.meanings.members), None)
    if part is None or claim.figure.kind != "money":
        return
    last = LAST_WORD.search(text, claim.figure.end, part.start)
    if last is None or last[1] not in language.extra["spread"]:
        return
    joined = NEXT_WORD.match(text, part.end)
    listed = text.startswith((",", " ("), part.end)
    if listed or (joined is not None and joined[1] in language.conjunctions):
        claim.right = [token for token in claim.right if token.end <= part.start]


def _is_owner(token: Token, said: str, language: Language) -> bool:
    """Return whether a word is the entity, or what makes it the owner of the next: the bank's employees."""
    return "own" in token.meanings.kinds or f"{said} " in language.possessives


def _behind_time(claim: Claim, phrases: list[TimePhrase]) -> int:
    """Return where words behind a figure begin, and behind the time that opens them: 9% on the year in Asia."""
    at = claim.right_from or claim.figure.end
    return phrases[0].end if phrases and phrases[0].start == at + 1 else at


def _as_part(token: Token, claim: Claim, text: str, language: Language, *, joined: bool) -> Token | None:
    """Return a word as the part that it names; of one that counts things too, as whoever an amount of money goes to."""
    if not joined or not token.meanings.members:
        return None
    if not token.meanings.concepts:
        return token
    before = LAST_WORD.search(text, claim.figure.end, token.start)
    if claim.figure.kind != "money" or before is None or before[1] not in language.extra["parties"]:
        return None
    return replace(token, meanings=Word([m for m in token.meanings if m.kind == "member"]), nested=())


def take_part_told(claim: Claim, text: str, language: Language) -> None:
    """Give an amount of Han prose whose clause names nothing the member behind it: 其餘3億元來自保險代理, 9億元屬住宅按揭.

    A per cent of what its clause names is that member's share: 營業收入的六成來自零售銀行.
    """
    at = claim.figure.end
    part = next((token for token in claim.right if token.is_term), None)
    if part is None or claim.unread or claim.is_before or claim.base is not None:
        return
    if part.meanings.concepts or not part.meanings.members or claim.kind not in ("level", "share"):
        return
    if text[at : part.start].strip() not in language.extra["told_behind"]:
        return
    whole = claim.left_terms[-1] if claim.left_terms else None
    if whole is not None:
        is_share = claim.figure.kind == "percent" and text.startswith(language.attributive, whole.end)
        if not is_share or whole.meanings.members:
            return
        claim.kind = "share"
    claim.part = [part]
    claim.right_unread = [hole for hole in claim.right_unread if hole[0] >= part.end]


def _take_joined(claim: Claim, part: Token, *, allocated: bool) -> None:
    """Give a figure its part, and not what that is of: charge-offs, of which $4m related to consumer loans, are no loans."""
    claim.part, claim.noun_end = [part], part.end
    if allocated and any("of_which" in token.meanings.kinds for token in claim.left):
        claim.right = [t for t in claim.right if t.end <= part.end or t.start > part.end + 1]


def _take_alone(claim: Claim, text: str, language: Language) -> bool:
    """Give a figure the part that stands right behind it without a link, where its place says so; return whether it does."""
    return _take_closing(claim, text) or _take_stood_for(claim, text, language)


_BEHIND_PART = (")", ",", ";")
_BRACKET = 60
"""How far before a figure a bracket may open that holds its part, and others before it."""


def _take_closing(claim: Claim, text: str) -> bool:
    """Give a figure of a bracket the part, or basis, that stands between it and the next mark: ($14.5 billion FTE)."""
    first = claim.right[0]
    if claim.left_terms or first.start != claim.figure.end + 1:
        return False
    if (
        text[first.end : first.end + 1] not in _BEHIND_PART
        or first.meanings.concepts
        or not first.meanings.members
    ):
        return False
    opened = max(claim.figure.start - _BRACKET, 0)
    if not claim.in_bracket and text.rfind("(", opened, first.start) <= text.rfind(")", opened, first.start):
        return False
    claim.part, claim.noun_end, claim.in_bracket = [first], first.end, True
    return True


def _take_stood_for(claim: Claim, text: str, language: Language) -> bool:
    """Give a count the part before the word that stands for what the count before counts: and 612,000 corporate ones."""
    first = claim.right[0]
    if not first.is_term or first.meanings.concepts or first.start > claim.figure.end + 1:
        return False
    behind = NEXT_WORD.match(text, first.end)
    if behind is None or behind[1] not in language.extra["stand_ins"]:
        return False
    claim.part, claim.noun_end = [first], behind.end()
    claim.right_unread = [hole for hole in claim.right_unread if hole[0] >= behind.end()]
    return True


def is_of_stranger(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a count or amount that names nothing is said to be what nothing explains: 30 are in Shenzhen."""
    verb, hole = next(iter(claim.right), None), next(iter(claim.right_unread), None)
    if hole is not None and hole[0] == claim.figure.end + 1 and not (claim.figure.kind or claim.counted):
        last = LAST_WORD.search(text, claim.clause_start, claim.figure.start)
        if last is not None and last[1] in language.possessed:
            return True  # all 26 bathing waters
    if claim.of_which or claim.counted or claim.left_terms:
        return False
    if (
        claim.unread
        and claim.figure.kind == "money"
        and _is_amount_of(claim.unread[-1][1], claim, text, language)
    ):
        return True
    if verb is None:
        return False
    if text[verb.start : verb.end] not in language.auxiliaries or any(t.is_term for t in claim.right):
        return False
    at = verb.end
    while (word := NEXT_WORD.match(text, at)) is not None:
        token = next((t for t in claim.right if t.start <= word.start(1) < t.end), None)
        if token is None:
            linked = at > verb.end or not claim.figure.kind  # $3 billion was outstanding
            return linked and not text[claim.figure.end : verb.start].strip(SKIPPED)
        said = text[token.start : token.end]
        if not (
            said in language.links or said in language.linked_articles or said in language.extra["part_links"]
        ):
            return False
        at = token.end
    return False


def _is_amount_of(ends: int, claim: Claim, text: str, language: Language) -> bool:
    """Return whether an amount is of a cause that is told right before it: after a charge of $8m. ends: where that does."""
    first = NEXT_WORD.match(text, claim.clause_start)
    if first is None or first[1] not in language.extra["causes"]:
        return False
    between = text[ends : claim.figure.start].split()
    known = all(word in language.currencies or word in language.before for word in between[1:])
    return claim.kind == "level" and bool(between) and between[0] in language.genitives[:1] and known


def leaves_out(name: str, language: Language) -> bool:
    """Return whether a name begins with a word that leaves something out: excluding notable items."""
    return language.words.get(name.partition(" ")[0]) == "exclusion"


def _begins_with_link(name: str, language: Language) -> bool:
    """Return whether a name begins with what joins it to a thing: on impaired loans, of provisions."""
    first = name.partition(" ")[0]
    return first in language.links and first not in language.genitives


def counts_owner(claim: Claim, text: str, language: Language) -> bool:
    """Return whether what a count counts only says whose the thing is that the clause speaks of: 3家支行的改造."""
    noun = claim.right[0]
    if not noun.is_term or text[claim.figure.end : noun.start].strip(SKIPPED):
        return False
    word = next((w for w in language.attributive if text.startswith(w, noun.end)), "")
    return bool(word) and text[noun.end + len(word) :][:1].isalpha()


def describes_one(claim: Claim, text: str, language: Language) -> bool:
    """Return whether an amount behind an article only describes a thing that no term covers: a $1.1 billion mandate."""
    if claim.figure.kind == "percent":
        return _describes_part(claim, text, language)
    if claim.figure.kind != "money" or not claim.right_unread:
        return False
    before = WORD_BEFORE_AMOUNT.search(text, claim.clause_start, claim.figure.start)
    start, end = claim.right_unread[0]
    return (
        before is not None
        and before[1] in language.one
        and not text[claim.figure.end : start].strip(SKIPPED + "-")
        and text[start:end] not in language.losses
    )


def _describes_part(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a per cent only describes a thing that no term covers: our 40% stake, a new 15% top-up tax."""
    noun = _NOUN_BEHIND.match(text, claim.figure.end)
    if noun is None or any(token.is_term and token.start < noun.end() for token in claim.right):
        return False
    said, described = noun[0].strip(), language.extra["described_nouns"]
    other = noun[1] in language.verbs_behind or noun[1] in language.links or noun[1] in language.auxiliaries
    return noun[1] in described or said in described or (noun[2] in described and not other)


_NOUN_BEHIND = re.compile(r"[ \n]([a-z-]+)(?:[ \n]([a-z-]+))?")


def leave_described(claim: Claim, before: Claim | None, text: str, language: Language) -> None:
    """Take a figure that only describes what else is spoken of as no figure of the concept.

    before: the claim of the figure before, whose part the words may be.
    """
    if claim.right_unread and claim.figure.kind == "percent":
        claim.tells_no_part = _tells_no_part(claim, text, language)
    claim.is_condition |= _is_left_out(claim, before, text, language) or _is_bound_of_part(
        claim, text, language
    )


def _is_left_out(claim: Claim, before: Claim | None, text: str, language: Language) -> bool:
    """Return whether an amount is of what is left out: excluding restructuring costs of $54 million."""
    terms = [token for token in claim.left if token.is_term] or (before.part if before is not None else ())
    if not terms or not leaves_out(text[terms[-1].start : terms[-1].end], language):
        return False
    between = text[terms[-1].end : claim.figure.start].split()
    known = (*language.genitives, *language.linked_articles, *language.currencies)
    return bool(between) and between[0] in language.genitives and all(word in known for word in between)


def _is_bound_of_part(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a bound in brackets tells which things are meant: cards (with limits of $500 and above)."""
    bounded = claim.in_bracket and not _BOUNDS.isdisjoint((*claim.figure.qualifiers, *claim.qualifiers))
    first = claim.left[0] if bounded and claim.left else None
    return first is not None and text[first.start : first.end] in language.extra["having"]


_BOUNDS = frozenset(("at_least", "at_most", "exceeds"))


def drop_timed(claim: Claim, text: str, language: Language) -> None:
    """Leave out that an amount is of something else where only its time stands behind it: earned in the same period of 2021."""
    if claim.of_another and claim.right_unread:
        start, end = claim.right_unread[0]
        said = text[start:end]
        again = any(token.is_term and text[token.start : token.end] == said for token in claim.lead)
        if again and text[end : end + 1] in _ENDS:  # $2 billion of bonds and A$800 million of bonds
            claim.of_another, claim.right_unread = False, claim.right_unread[1:]
    behind = next((phrase for phrase in claim.times if phrase.start > claim.figure.end), None)
    if not claim.of_another or behind is None:
        return
    first, verb = (*claim.right, None)[:2]
    if first is not None and "of_before" in first.meanings.kinds and verb is not None and verb.meanings.verb:
        between = text[verb.end : behind.start].split()
        claim.of_another = any(w not in language.linked_articles and w not in language.links for w in between)
        return  # $5m of that fell in the second half
    if not _allocation(claim.figure.end, text, language):
        return
    if behind is not None and all(token.end <= behind.start for token in claim.right):
        claim.of_another = False


_ENDS = (".", ",", ";", "")


def _allocation(at: int, text: str, language: Language) -> str:
    """Return the words right behind an amount that say what was done with it: went to (renewable energy)."""
    words = tuple(language.extra["allocations"])
    if not words or not text.startswith(words, at + 1):
        return ""
    return max((word for word in words if text.startswith(word + " ", at + 1)), key=len, default="")


def _tells_no_part(claim: Claim, text: str, language: Language) -> bool:
    """Return whether nothing explains what a per cent of a whole is: 88% of our in-store sales are now contactless."""
    names = [token for token in claim.right if token.meanings.concepts or token.meanings.members]
    if not names or claim.left_terms:
        return False
    whole = [token for token in names if token.start <= names[0].end + 1]
    at, holes, verbs = whole[-1].end, {start for start, _ in claim.right_unread}, 0
    while (word := NEXT_WORD.match(text, at)) is not None and word.end() <= claim.right_end:
        if word.start(1) in holes:
            return bool(verbs)
        verbs += word[1] in language.auxiliaries
        if not verbs or any(t.is_term and t.start <= word.start(1) < t.end for t in claim.right):
            return False
        at = word.end()
    return False


def opens_a_part(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a word right before an amount makes it a part of the one before: $1.6bn, including $250m from."""
    if not claim.is_latin or claim.figure.kind not in COUNTED or "scope" not in claim.marks:
        return False
    named = [token for token in claim.right if token.is_term]
    link = NEXT_WORD.match(text, claim.figure.end)
    joined = link is not None and _begins_with_link(link[1], language)
    if named and (not joined or (not claim.is_on and any(token.meanings.concepts for token in named))):
        return False  # it is told of what: including $2bn of green loans, but not $2bn on impaired loans
    word = WORD_BEFORE_AMOUNT.search(text, max(0, claim.figure.start - _REACH), claim.figure.start)
    return word is not None and word[1] in language.extra["inclusions"]


_REACH = 24
