"""A noun of change before what changed: growth in deposits of 4%, the increase in operating expenses was $3 million."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tagger.clauses.claim import Claim
from tagger.clauses.runs import BESIDE_AMOUNT, NEXT_WORD, SKIPPED, UP_OR_DOWN, leads_to_amount
from tagger.figures.figure import POINTS
from tagger.words.language import Language
from tagger.words.word import Meaning, Token, Word


def read_noun_of_change(claim: Claim, text: str, language: Language) -> None:
    """Read a figure as the change that a noun before its concept's name speaks of: growth in deposits of 4%."""
    if not claim.is_latin:
        _read_increment(claim, text, language)
        return
    nouns = language.extra["nouns_of_change"]
    if not nouns or claim.kind != "level" or claim.is_before:
        return
    if claim.figure.kind == "money" and _read_named_change(claim, text, nouns, language.extra["articles"]):
        return
    if claim.verb is not None:
        _read_held_change(claim, text, language)
        return
    for number, token in enumerate(claim.left[:-1]):
        target = "" if token.is_term else token.meanings.verb
        if target not in ("increase", "decrease", "change"):
            continue
        noun, _, link = text[token.start : token.end].partition(" ")
        if noun in nouns and _leads_to_figure(claim, number, link, text, language):
            claim.kind = "growth" if claim.figure.kind in ("percent", "times") else "change"
            claim.sign = -1 if target == "decrease" or claim.figure.negative else 1
            claim.verb = token
            return


def _read_named_change(claim: Claim, text: str, nouns: Sequence[str], articles: Sequence[str]) -> bool:
    """Read an amount as the change that a noun behind its concept's name, or alone, makes it: loan growth was $60 million."""
    for number, noun in enumerate(claim.left):
        if noun.is_term or text[noun.start : noun.end] not in nouns or noun.meanings.verb not in UP_OR_DOWN:
            continue
        name = claim.left[number - 1] if number else noun
        named = name.is_term and bool(name.meanings.concepts) and text[name.end : noun.start] == " "
        alone = text[max(0, noun.start - _ARTICLE) : noun.start].split()[-1:] in ([a] for a in articles)
        behind = claim.left[number + 1 :]
        if not (named or alone) or any(token.is_term for token in behind):
            continue
        if any(token.meanings.verb in ("level", "reach") for token in behind):
            claim.change_by(noun, noun.meanings.verb)
            return True
    return False


_ARTICLE = 6


def _read_held_change(claim: Claim, text: str, language: Language) -> None:
    """Read a growth that was held to so much: kept the growth of expenses to 3%; the rise in costs was limited to 2%."""
    if claim.figure.kind != "percent" or claim.verb is None or claim.verb.meanings.verb != "reach":
        return
    nouns, restraints = language.extra["nouns_of_change"], language.extra["restraints"]
    held = language.finite_verbs | language.auxiliaries | frozenset(restraints)
    for number, token in enumerate(claim.left[:-1]):
        noun, _, link = text[token.start : token.end].partition(" ")
        if token.is_term or token.meanings.verb not in UP_OR_DOWN or noun not in nouns:
            continue
        behind = [
            t for t in claim.left[number + 1 :] if text[t.start : t.end] not in language.extra["articles"]
        ]
        if not link and behind and text[behind[0].start : behind[0].end] in language.links:
            behind = behind[1:]
        elif not link:
            continue
        named = [t for t in behind if t.is_term]
        if not named or behind[0] is not named[0]:
            continue
        said = text[named[-1].end : claim.verb.start].split()
        before = text[claim.clause_start : token.start].split()[-_RESTRAINED:]
        if (said and all(word in held for word in said)) or (
            not said and any(w in restraints for w in before)
        ):
            claim.change_by(token, token.meanings.verb)
            claim.unread = [hole for hole in claim.unread if text[slice(*hole)] not in restraints]
            return


_RESTRAINED = 3
"""How many words before a noun of change may begin with what held it."""


def _read_increment(claim: Claim, text: str, language: Language) -> None:
    """Read a change of what a thing grew by as no change of the thing: 貸款新增額同比減少45億元 says nothing of the loans."""
    verb, nouns = claim.verb, tuple(language.extra["increments"])
    if claim.kind == "level" and claim.figure.kind == "money":
        for token in reversed(claim.left):
            if token.meanings.verb in UP_OR_DOWN and text.endswith(nouns, 0, token.end):
                claim.change_by(token, token.meanings.verb)  # 貸款增量為20億元
                claim.after_noun_verb = claim.sign
            if token.meanings.verb not in ("level", "reach") and token.meanings.kinds.isdisjoint(
                BESIDE_AMOUNT
            ):
                return
    if verb is None or claim.kind not in ("change", "growth"):
        return
    if claim.figure.kind in ("money", "count") and text.endswith(nouns, 0, verb.end):
        claim.after_noun_verb = claim.sign
    for token in claim.left:
        if token.end <= verb.start and text.endswith(nouns, 0, token.end):
            claim.verb, claim.unsure_sign = Token(token.start, verb.end, _FURTHER, is_term=False), True


_FURTHER = Word((Meaning("verb", "further"),))


def _leads_to_figure(claim: Claim, number: int, link: str, text: str, language: Language) -> bool:
    """Return whether a link joins what changed to the noun, and nothing but words of the language parts that from the figure."""
    articles = language.extra["articles"]
    at, linked, named = claim.left[number].end, link in language.links, False
    for token in claim.left[number + 1 :]:
        if text[at : token.start].strip(SKIPPED):
            return False
        said = text[token.start : token.end]
        if token.is_term:
            if not linked:
                return False
            named = named or bool(token.meanings.concepts)
        elif not named:
            linked = linked or said in language.links
            if said not in language.links and said not in articles:
                return False
        elif token.meanings.verb not in ("", "level") and said not in language.links:
            return False
        at = token.end
    return named and leads_to_amount(text[at : claim.figure.start], language)


def read_change_behind_name(claim: Claim, text: str, language: Language) -> None:
    """Read a figure as the change that a noun behind the name of its concept makes it: $5.8 billion of loan growth.

    Or one before it ($3 billion of growth in deposits); of a per cent it is the growth: on 5% loan growth.
    """
    rate = claim.figure.kind == "percent"
    if not (rate or claim.figure.kind == "money") or claim.is_before or claim.kind not in ("level", "growth"):
        return
    first = next((token for token in claim.right if token.is_term and token.meanings.concepts), None)
    nouns = language.extra["nouns_of_change"]
    if first is None or not nouns:
        return
    opening = text[claim.figure.end : first.start].split()
    said: tuple[str, ...] = ()
    behind = _NEXT.match(text, first.end)
    leads = bool(opening) and opening[0] in language.links and not rate
    if behind and _ends_there(behind[2], language) and (leads or (rate and not opening)):
        said = behind[1], behind[1].removesuffix("s")
    if len(opening) > 1 + leads and opening[-1] in language.links:
        said = (*said, opening[leads])  # 3% growth in deposits, $3bn of growth in deposits
        if rate and opening[0] in language.links and opening[0] not in language.genitives[:1]:
            said = (*said, *opening[1:3])  # a target of 10% for (the) growth in loans
    kind = next((language.verbs.get(word, "") for word in said if word in nouns), "")
    if kind in UP_OR_DOWN:
        claim.kind, claim.sign = "growth" if rate else "change", -1 if kind == "decrease" else 1
        fared = [token for token in claim.left if token.is_term and _fares(token, text, language)]
        claim.left = [token for token in claim.left if not token.is_term]
        if fared:
            claim.part = [*claim.part, *fared]
            verbs = language.finite_verbs  # customers enjoyed 9% growth in deposits
            claim.unread = [hole for hole in claim.unread if text[slice(*hole)] not in verbs]


def _fares(part: Token, text: str, language: Language) -> bool:
    """Return whether a part of the whole is said to have had a change: (Hong Kong) saw a 9% fall in deposits."""
    if part.meanings.concepts:
        return False
    at = part.end
    for _ in range(_FEW):  # Hong Kong (retail banking) saw
        behind = NEXT_WORD.match(text, at)
        if behind is None or behind[1] in language.links:
            return False
        if behind[1] in language.extra["fared"] or behind[1] in language.finite_verbs:
            return True
        at = behind.end()
    return False


def read_growth_reached(claim: Claim, claims: list[Claim], text: str, language: Language) -> None:
    """Read what a rate of change of Han prose came to by so many points as that rate: 增速加快1.2個百分點至9.1%."""
    before = claims[-1] if claims else None
    if before is None or not before.is_difference or before.figure.kind not in POINTS or claim.is_latin:
        return
    if claim.kind != "level" or claim.figure.kind != "percent" or before.sentence != claim.sentence:
        return
    if not claim.left or any(token.meanings.verb not in ("reach", "level") for token in claim.left):
        return
    nouns = [*language.growth_nouns, *language.extra["growths"]]
    noun = next((t for t in reversed(before.left) if text[t.start : t.end] in nouns), None)
    if noun is not None and not text[before.figure.end : claim.left[0].start].strip("，, "):
        claim.left = [*(token for token in before.left if token.end <= noun.start), *claim.left]
        claim.change_by(noun, noun.meanings.verb)
        claim.base = claim.base or before.base


def read_part_of_change(claim: Claim, claims: list[Claim], text: str, language: Language) -> None:
    """Read what made up so much of a change as a change itself: mortgages contributed $2 billion of the increase in loans.

    So is the whole behind it: $2 billion of the $3 billion increase. A share of a change is no figure of what changed.
    So are those of a list of which the last says so: Norway for $2 billion and Finland for $1 billion of the increase.
    claims: those before it.
    """
    begin = claim.figure.end
    last = claims[-1] if claims and claims[-1].sentence == claim.sentence else None
    near = last is not None and claim.figure.start - last.figure.end <= _WHOLE_REACH
    if near and last is not None and claim.figure.kind == last.figure.kind and _is_part_so(last):
        words = text[last.figure.end : claim.figure.start].split()
        whole = 1 < len(words) <= _FEW and words[0] in language.genitives[:1]
        way = way_behind(begin, text, language) if whole and words[1] in language.linked_articles else ""
        if way:
            _change_so(last, way)
            _change_so(claim, way)
            claim.is_whole = True
            concepts = (t for t in (*claim.left, *claim.right) if t.is_term and t.meanings.concepts)
            part = any(token.meanings.members for token in last.left)
            if part and not any(token.meanings.concepts for token in (*last.left, *last.right)):
                last.right = [
                    *last.right,
                    *list(concepts)[:1],
                ]  # cards made up $2bn of the $3bn growth in loans
            return
    if claim.kind not in ("level", "share") or claim.is_before:
        return
    link = _NEXT.match(text, begin)
    if link is None or link[1] not in language.genitives[:1]:
        return
    told = link[2] in language.linked_articles
    if not told and (claim.kind != "share" or link[2] in language.verbs_behind):
        return  # 60% of loan growth; but sustainable fuel made up 2% of uplift
    way = way_behind(link.end(2 if told else 1), text, language)
    if way and claim.figure.kind == "percent":
        claim.kind = "apart"
    elif way and _is_part_so(claim):
        _change_so(claim, way)
        named = next((n for n, token in enumerate(claim.right) if token.is_term), len(claim.right))
        claim.right, claim.of_another = claim.right[named:], False


def _is_part_so(claim: Claim) -> bool:
    """Return whether an amount may be a part of a change."""
    return (
        claim.kind == "level"
        and not claim.is_before
        and (claim.figure.kind == "money" or claim.figure.scale > 0)
    )


def _change_so(claim: Claim, way: str) -> None:
    """Read an amount as a change, or as what a flow that has none came to; way: which way it goes."""
    claim.kind, claim.sign = "change", -1 if way == "decrease" else 1
    claim.part_of_change = claim.adds = True


def way_behind(at: int, text: str, language: Language) -> str:
    """Return which way a noun of change goes that stands a few words behind: of the overall growth in; "" without one."""
    for _ in range(_FEW):
        word = _NEXT.match(text, at)
        if word is None:
            return ""
        way = language.verbs_behind.get(word[1], "") or (
            language.verbs.get(word[1], "") if word[1] in language.extra["nouns_of_change"] else ""
        )
        if way in UP_OR_DOWN and _ends_there(word[2], language):
            return way
        if word[1] in language.links:
            return ""
        at = word.end(1)
    return ""


_WHOLE_REACH = 24
"""How far behind a part its whole may stand: of the year's €."""
_FEW = 4
"""How many words may stand up to a noun of change."""
_NEXT = re.compile(r" ([a-z-]+(?:['’]s)?)(?:[ \n]([a-z-]+))?")


def _ends_there(word: str | None, language: Language) -> bool:
    """Return whether a noun of change is the last of its name: no loan growth incentives."""
    return word is None or word in language.clause_words or word in language.conjunctions


def read_addition(claim: Claim, text: str, language: Language) -> None:
    """Read what was added to something, by who reports or by something else: market movements added $2bn to loans."""
    if claim.kind != "change" or claim.verb is None:
        return
    claim.adds = text[claim.verb.start : claim.verb.end] in language.contributions
    claim.adds_to = claim.adds and _is_done_by_us(claim, claim.verb, text, language)
    if claim.adds and not claim.adds_to:
        link = NEXT_WORD.match(text, claim.figure.end)
        claim.adds_part = link is not None and link[1] in language.extra["arrivals"]


def _is_done_by_us(claim: Claim, verb: Token, text: str, language: Language) -> bool:
    """Return whether who reports stands right before a verb: we added, the Bank added."""
    who = next((token for token in reversed(claim.left) if token.end <= verb.start), None)
    word = text[who.start : who.end] if who is not None else ""
    own = who is not None and "own" in who.meanings.kinds
    return own or word in language.first_person or word in language.subjects
