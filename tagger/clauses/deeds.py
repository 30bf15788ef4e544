"""What was done with some of the things that a figure counts or measures, and places that it only counts for that."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.runs import LAST_WORD, NEXT_WORD, SKIPPED, SYMBOLS
from tagger.clauses.some_counted import acts_on, counts_some, is_of_parties
from tagger.clauses.stretches import said_between
from tagger.clauses.subjects import is_participle
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language
from tagger.words.word import Token


def read_deed(claim: Claim, text: str, language: Language) -> None:
    """Read what was done with the things that a clause of Latin prose names, and whether it came together up to a day."""
    counts = claim.kind == "change" and not claim.figure.kind and claim.verb is not None
    more = counts and _read_more_done(claim, text, language)
    claim.is_some = _is_of(claim, text, language) or _is_of_those(claim, text)
    claim.is_acted_on = more or _is_acted_on(claim, text, language)
    if claim.counted and claim.unread:
        claim.acts_on = acts_on(claim, text, language)
    if claim.figure.kind == "money" and claim.kind == "level":
        _read_made_or_moved(claim, text, language)
    claim.done = tuple(text[a:b] for a, b in claim.right_unread) if claim.is_acted_on else ()
    if claim.figure.kind == "money" and claim.kind == "level" and not (claim.done or claim.left_terms):
        deed = deed_on_named(claim, text, language, members=True)  # we attracted $8bn of savings
        deed = deed or _deed_alone(claim, text, language)
        claim.is_acted_on, claim.done = bool(deed) or claim.is_acted_on, (deed,) if deed else ()
    if claim.kind == "level":
        times = [*claim.times, *([claim.base] if claim.base is not None else [])]
        # 14 million cards on a cumulative basis, but not year to date
        behind = said_between(language.clause, text, claim.figure.end, claim.right_end, times)
        if behind and not _is_extreme(text[claim.figure.end : claim.right_end], language):
            claim.qualifiers.extend(behind)
        claim.accumulated = _is_accumulated(claim, text, language)


def _read_more_done(claim: Claim, text: str, language: Language) -> bool:
    """Read so many more of the things as what was done with them, and no change: closed 4 more branches, an additional 4."""
    verb = claim.verb
    if verb is None or text[verb.start : verb.end].rpartition(" ")[2] not in language.extra["additions"]:
        return False
    at = min(verb.start, claim.figure.start)
    deed = LAST_WORD.search(text, claim.clause_start, at)
    if deed is not None and deed[1] in language.extra["articles"]:
        deed = LAST_WORD.search(text, claim.clause_start, deed.start(1))
    if deed is None or deed[1] not in language.dealings:
        return False
    compared = any(text[token.start : token.end] in language.than for token in claim.right)
    claim.kind, claim.sign, claim.verb = "apart" if compared or claim.base is not None else "level", 1, None
    claim.right = [token for token in claim.right if token.start != verb.start]
    return True


def _is_of_those(claim: Claim, text: str) -> bool:
    """Return whether a count is of things that it points back at by their noun: 900 of these cases."""
    first = next(iter(claim.right), None)
    return (
        first is not None
        and bool(claim.counted)
        and "of_before" in first.meanings.kinds
        and text[claim.figure.end : first.start] == " "
    )


def _is_extreme(said: str, language: Language) -> bool:
    """Return whether what stands behind a figure compares it with all before: the highest since we began to ask."""
    return not set(language.extra["like_nothing"]).isdisjoint(said.split())


def _is_accumulated(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a deed is told as done by a day: by the end of 2025 the Bank had issued, or issued in all, 6m cards."""
    if "cumulative" in claim.qualifiers:
        return True
    if not any(phrase.span is not None and phrase.span.start is None for phrase in claim.times):
        return False
    for term in claim.left_terms:
        said = text[claim.clause_start : term.start].split()
        if said and said[-1].endswith(language.adverb_endings or "\0"):
            said.pop()
        if said and said[-1] in language.extra["perfects"]:
            return True
    return False


def _is_acted_on(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a verb that nothing explains says what was done with things: we wrote off loans, loans were sold."""
    term = next(iter(claim.left_terms), None)
    placed = term is not None and not any(token.meanings.concepts for token in claim.left)
    is_money = claim.figure.kind == "money"
    counts = claim.counted or (claim.noun_end > claim.figure.end and not claim.part)
    if counts and not is_money and (term is None or placed):  # in Macau we opened two branches
        return not claim.is_stock and not claim.figure.kind and counts_some(claim, text, language)
    if is_of_parties(claim, text, language):
        return True
    of_them = is_money or claim.is_some
    if term is None and not (of_them and any(token.is_term for token in claim.right)):
        return is_money and claim.kind == "level" and _did_with(claim, text, language)
    if term is not None and is_money and claim.kind == "level" and _is_dealt_in(term, claim, text, language):
        return True
    done_to = term.start if term is not None else claim.figure.start  # it disposed of $45m of loans
    for start, end in claim.unread:
        before = [token for token in claim.left if token.end <= start]
        subject = before[-1] if before else None
        if (
            end <= done_to
            and subject is not None
            and (text[subject.start : subject.end] in language.subjects or "own" in subject.meanings.kinds)
        ):
            return True
    ends = claim.figure.end
    if of_them and term is None:  # $1.2 billion of loans were sold, 61 of the outlets were renovated
        ends = next((token.end for token in claim.right if token.is_term), ends)
    departed = is_money and claim.kind == "level" and _departed(text, ends, language)
    return departed or _was_done(claim, ends, text, language)


def _deed_alone(claim: Claim, text: str, language: Language) -> str:
    """Return what was done with an amount that says no more, before it or behind: and redeemed $1m; and $1m repaid."""
    if any(token.is_term for token in claim.right):
        return ""
    before, behind = _word_before_amount(claim, text), NEXT_WORD.match(text, claim.figure.end)
    if behind is not None and behind[1] in language.auxiliaries:
        behind = NEXT_WORD.match(text, behind.end())  # and $90bn were granted
    return next((word[1] for word in (before, behind) if word is not None and word[1] in language.deeds), "")


def _was_done(claim: Claim, ends: int, text: str, language: Language) -> bool:
    """Return whether an auxiliary and a deed stand behind a figure or its name, which ends there: loans were sold."""
    first = next((token for token in claim.right if token.start >= ends), None)
    hole = next((hole for hole in claim.right_unread if hole[0] >= ends), None)
    if (
        first is None
        or text[first.start : first.end] not in language.auxiliaries
        or text[max(ends, claim.figure.end) : first.start].strip(SKIPPED)
    ):
        return False
    if text.startswith(tuple(f" {word}" for word in language.extra["conditions_of"]), first.end):
        return True  # loans of $4bn are in arrears
    if hole is not None and not text[first.end : hole[0]].strip(SKIPPED):
        return not _only_says_how(hole, text, language)
    deed = NEXT_WORD.match(text, first.end)
    while deed is not None and deed[1].endswith(language.adverb_endings or "\0"):
        deed = NEXT_WORD.match(text, deed.end())  # were subsequently sold
    return deed is not None and deed[1] in language.deeds


def _departed(text: str, at: int, language: Language) -> bool:
    """Return whether a verb behind an amount says where so much of something went: $5m of loans matured."""
    behind = text[at : at + _DEPARTURE]
    return behind.startswith(tuple(f" {word}" for word in language.extra["departures"]))


_DEPARTURE = 16


def _only_says_how(hole: tuple[int, int], text: str, language: Language) -> bool:
    """Return whether a word that nothing explains says how something is or what it consists of, and no deed: virtually flat."""
    said = text[slice(*hole)]
    if said in language.extra["composing"]:
        return True  # loans of $5bn are split as follows
    if not said.endswith(language.adverb_endings or "\0") or " " in said:
        return False
    done = NEXT_WORD.match(text, hole[1])
    return done is None or not (done[1] in language.deeds or is_participle(done[1], language))


def _is_dealt_in(term: Token, claim: Claim, text: str, language: Language) -> bool:
    """Return whether a word right beside the name of things says what was done with them: we issued bonds for $5m.

    Also by an auxiliary behind it: bonds were issued for $5m.
    """
    deed = LAST_WORD.search(text, claim.clause_start, term.start)
    while deed is not None and (deed[1] in language.extra["newness"] or deed[1] in language.linked_articles):
        deed = LAST_WORD.search(text, claim.clause_start, deed.start(1))
    link = NEXT_WORD.match(text, term.end, claim.figure.start)
    if deed is not None and deed[1] in language.deeds:
        if link is None or link[1] in language.genitives:
            return False  # raised deposits of $5m
        before = text[claim.clause_start : deed.start(1)].split()
        own = any("own" in token.meanings.kinds and token.end <= deed.start(1) for token in claim.left)
        return own or any(word in language.subjects or word in language.first_person for word in before)
    if link is None or link[1] not in language.auxiliaries:
        return False
    done = NEXT_WORD.match(text, link.end(), claim.figure.start)
    return done is not None and done[1] in language.deeds


def _read_made_or_moved(claim: Claim, text: str, language: Language) -> None:
    """Read an amount that things brought forth, or that was put among them: deposits earned $5m, moved $1m into savings."""
    _leave_verbs(claim, text, language)
    verb = claim.last_word
    used = language.extra["used_up"]
    last = _word_before_amount(claim, text)
    claim.is_used = (verb is not None and not verb.is_term and text[verb.start : verb.end] in used) or (
        last is not None and last[1] in used
    )
    if last is None:
        return
    behind = NEXT_WORD.match(text, claim.figure.end)
    into = behind is not None and behind[1] in language.extra["moved_to"]
    if last[1] in language.extra["made"]:  # private clients contributed 276 billion: of what was said before
        claim.is_made = not claim.left_terms or any(token.meanings.concepts for token in claim.left)
        claim.is_on |= claim.is_made and into
    elif last[1] in language.extra["moved"]:
        claim.is_on |= into


def _leave_verbs(claim: Claim, text: str, language: Language) -> None:
    """Take a verb as no name where it says what a thing that nothing explains made: bank levies cost $5m, or less than $5m."""
    made = language.extra["made"]
    for noun in claim.left:
        if not noun.is_term or text[noun.start : noun.end] not in made:
            continue
        behind = text[noun.end : claim.amount_start].split()
        while behind and behind[0].endswith(language.adverb_endings or "\0"):
            behind.pop(0)
        told = any(hole[1] <= noun.start for hole in claim.unread)
        if (behind and behind[0] in language.verbs_behind) or (told and not behind):
            claim.left = [token for token in claim.left if token is not noun]
            return


def _did_with(claim: Claim, text: str, language: Language) -> bool:
    """Return whether what was done with an amount stands right before it: granted loans and repaid $1m."""
    last = _word_before_amount(claim, text)
    return last is not None and last[1] in language.deeds


def _word_before_amount(claim: Claim, text: str) -> re.Match[str] | None:
    """Return the word right before an amount and its currency, which may be a sign that is no word: earned $5m."""
    at = claim.amount_start
    while at > claim.clause_start and text[at - 1] in SYMBOLS:
        at -= 1
    return LAST_WORD.search(text, claim.clause_start, at)


def deed_on_named(claim: Claim, text: str, language: Language, *, members: bool = False) -> str:
    """Return the word right before an amount that says what was done with what a name right behind it names, else "".

    Recovered $88 million of loans written off are recoveries. members: the name may be a part's alone.
    """
    if claim.figure.kind != "money" or claim.kind != "level" or claim.left_terms or len(claim.right) <= 1:
        return ""
    link, named = claim.right[:2]
    of = text[link.start : link.end].partition(" ")[0] in language.genitives
    if not (named.is_term and (members or named.meanings.concepts) and of):
        return ""
    last = claim.last_word
    said = text[last.start : last.end] if last is not None and not last.is_term else ""
    return said if said in language.deeds else ""


def _is_of(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a bare count is of things named behind it: 61 of the outlets."""
    first = NEXT_WORD.match(text, claim.figure.end)
    if claim.figure.kind or claim.figure.scale or first is None or first[1] not in language.genitives:
        return False
    article = NEXT_WORD.match(text, first.end())
    return article is not None and article[1] in language.linked_articles


def deed_of(claim: Claim, text: str, language: Language) -> str:
    """Return the word before a level of Han prose that says what was done with so much of something, "" without one.

    It stands right before its name, or before the amount: 核銷不良貸款6.2億元, 當年發放3,200億元. A balance of it is there
    all the same: 發放貸款餘額, but not of what came of something: 帶動存款餘額.
    """
    words = language.extra["done_with"]
    if not words:
        return ""
    pattern = _done_with(language.tags)
    if not pattern.search(text, max(claim.clause_start, claim.figure.start - _REACH), claim.figure.start):
        return ""
    at, named, there = claim.figure.start, False, False
    tails = (*language.balances, *language.extra["whole_tails"])
    for token in reversed(claim.left):
        said = text[token.start : token.end]
        if text[token.end : at].strip(SKIPPED) or said in words:
            break
        there = there or said in tails or (token.is_term and said.endswith(tails))
        if not token.is_term and (named or token.meanings.kinds.isdisjoint(_BESIDE_DEED)):
            break
        at, named = token.start, named or token.is_term
    found = pattern.search(text, max(claim.clause_start, at - _DEED), at)
    while found is not None and found.end() < at:
        found = pattern.search(text, found.start() + 1, at)
    if found is None or (there and found.group() not in language.extra["brought"]):
        return ""
    return found.group()


@cache
def _done_with(tags: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(alternation(load_language(*tags).extra["done_with"]))


_REACH = 40
_BESIDE_DEED = frozenset(("currency", "before", "function", "verb"))
_DEED = 6


def places_counted(claim: Claim, text: str, language: Language) -> tuple[str, ...]:
    """Return what nothing explains of places that a count is of: workshops held at 190 branches, lessons at 190 schools."""
    if claim.figure.kind or not (claim.unread or claim.right_unread):
        return ()
    last = LAST_WORD.search(text, claim.clause_start, claim.figure.start)
    if last is None or last[1] not in language.extra["places_at"]:
        return ()
    if claim.unread and claim.counted:
        within = last[1] not in language.genitives or claim.unread[-1][1] + 1 >= last.start()
        return tuple(text[a:b] for a, b in claim.unread) if within else ()  # a network of 190
    before = claim.left[-2:]
    behind = [hole for hole in claim.right_unread if hole[0] == claim.figure.end + 1]
    placed = (
        last[1] not in language.genitives
        and len(before) > 1
        and text[before[1].start : before[1].end] == last[1]
        and text[before[0].start : before[0].end] in language.extra["placed"]
    )
    return tuple(text[a:b] for a, b in behind) if placed else ()


def is_composed(claim: Claim, text: str, language: Language) -> bool:
    """Return whether something is made up of what a figure counts, and has not changed from it: 董事會由13名董事組成."""
    words = tuple(language.extra["composed"])
    behind = text[claim.figure.end : claim.figure.end + _COMPOSED]
    marks = (*language.clause_ends, *language.sentence_ends)
    ends = min((at for at in map(behind.find, marks) if at >= 0), default=len(behind))
    return any(word in behind[:ends] for word in words)


_COMPOSED = 16


def is_required(claim: Claim, text: str) -> Token | None:
    """Return the word right before a bracket that makes what stands in it another's figure: 符合監管要求（不低於100%）."""
    last = next(reversed(claim.lead), None)
    if last is None or "other_entity" not in last.meanings.kinds:
        return None
    return last if text[last.end : claim.clause_start].strip(SKIPPED) in ("(", "（", "") else None
