"""Causes as subjects: (strong demand from exporters) lifted net fee income by 5% to $631 million."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.asides import described_causes
from tagger.clauses.claim import Claim
from tagger.clauses.left_over import holes_of
from tagger.clauses.runs import IN_PER_CENT, NEXT_WORD, UP_OR_DOWN, comes_to, leads_to_amount
from tagger.words.alternation import alternation
from tagger.words.language import Language
from tagger.words.word import Token

_UNSAID = frozenset(("hypothetical", "target", "forecast", "other_entity", "exclusion"))
"""What a cause may say that holds for all of its clause."""
_NEAR = 12
"""How far behind a figure what says it once more may open."""
_DIGIT = re.compile(r"\d")
_COMPILED: dict[tuple[str, ...], tuple[re.Pattern[str], re.Pattern[str]]] = {}


def leave_cause(claim: Claim, text: str, language: Language) -> None:
    """Let the clause of a figure begin with what was moved, where what moved it is a cause and nobody who has figures.

    Only what something came to is surely all of it, and a rate that moved by so much: a weak dollar lowered assets by $5m.
    """
    found = _moved(claim, text, language) if len(claim.left) > 1 else None
    if found is None:
        return
    moved, verb = found
    by = text[moved.end : claim.figure.start].split()
    measured = not language.by.isdisjoint(by) or not by
    told = verb.group() in language.moved_by or any(word in language.verbs_behind for word in by)
    if measured and not (told and _is_all_of_it(claim, text, language)):
        end = claim.figure.end
        part = claim.figure.kind == "money" and not comes_to(text, end + text.startswith(",", end), language)
        claim.moved_part = part and _is_of_nobody(claim, verb.start(), text, language)
        return
    if _is_cause(claim, moved, verb.start(), text, language):
        claim.clause_start = verb.start() if measured else verb.end()
        claim.left = [token for token in claim.left if token.start >= claim.clause_start]


def read_reached_past_cause(claim: Claim, last: Claim, text: str, language: Language) -> None:
    """Read what a thing came to behind a cause with an amount: income climbed on higher fees of $2m to $40m.

    Behind a growth nobody can tell of which of the two it is: assets rose on loan growth of 3% to $9bn.
    """
    if claim.kind != "level" or claim.left_terms or claim.unread:
        return
    words = [token for token in claim.left if "currency" not in token.meanings.kinds]
    if len(words) != 1 or text[words[0].start : words[0].end] not in language.extra["arrivals"]:
        return
    between = text[last.figure.end : words[0].start]
    said = [*last.lead, *last.left]
    openers = (*language.extra["causes"], *language.extra["accompanied"])
    for number, verb in enumerate(said[:-1]):
        opener = said[number + 1]
        moved = not verb.is_term and verb.meanings.verb in UP_OR_DOWN and number > 0
        if not moved or text[opener.start : opener.end] not in openers or opener.start > verb.end + len(", "):
            continue
        subject = [token for token in said[:number] if token.is_term]
        if not any(token.meanings.concepts for token in subject) or between.strip(" ,"):
            return
        if last.verb is not None and last.verb.start <= opener.start:
            return  # rose on strong demand, by 5% to $4bn
        if last.kind in ("change", "growth"):
            claim.kind = claim.kind if "," in between else "apart"
        elif last.unread:
            last.kind = "apart"
        claim.left = [*subject, *claim.left]
        return


def leave_earner(claim: Claim, text: str, language: Language) -> None:
    """Note that a clause is about a part of the entity, or a deed, that nothing explains: our fintech venture earned $2m.

    What it has, earned or brought is not all there is: the Irish subsidiary contributed profit before tax of $12 million.
    """
    earners = language.extra["earners"]
    if _earners(tuple(earners)).search(text, claim.clause_start, claim.figure.start) is None:
        return
    verb = next((t for t in claim.left if not t.is_term and _is_having(t, text, language)), None)
    thing = next((t for t in claim.left if t.is_term and t.meanings.concepts), None)
    if verb is None or thing is None or thing.start < verb.end:
        return
    subject = [token for token in claim.left if token.end <= verb.start]
    if any(t.is_term and (t.meanings.concepts or t.meanings.members) for t in subject):
        return
    words = text[claim.clause_start : verb.start].split()
    while words and (
        language.words.get(words[-1]) == "function" or words[-1].endswith(language.adverb_endings)
    ):
        words.pop()
    links = (*language.links, *language.extra["leading_links"], *language.genitives)
    link = next((n for n, word in enumerate(words) if n and word in links), len(words))
    if words and words[link - 1] in earners:
        told = holes_of(text, claim.clause_start, verb.start, [(token.start, token.end) for token in subject])
        claim.apart = [*claim.apart, *told]


@cache
def _earners(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a head of such a subject."""
    return re.compile(rf"(?<![a-z-])(?:{alternation(words) or '(?!)'})(?![a-z-])")


def _is_having(token: Token, text: str, language: Language) -> bool:
    """Return whether a word is a verb, or one that says no more than what came of its subject."""
    return bool(token.meanings.verb) or text[token.start : token.end] in language.extra["yields"]


def _moved(claim: Claim, text: str, language: Language) -> tuple[Token, re.Match[str]] | None:
    """Return the name before a figure that something moved to it, or by it, and the verb that says so, the last."""
    movers, ways = _patterns(language)
    last: tuple[Token, re.Match[str]] | None = None
    for mover in movers.finditer(text, claim.clause_start, claim.figure.start):
        thing = _thing_moved(claim.left, mover.end(), text, language)
        behind = text[thing.end : claim.figure.start] if thing is not None else ""
        if thing is not None and (ways.search(behind) or _is_measure(claim, behind, text, language)):
            last = thing, mover
    return last


def _is_all_of_it(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a measure is all that a thing moved: a rate, or what is said once more, or with what it came to."""
    if claim.figure.kind in IN_PER_CENT or comes_to(text, claim.figure.end, language):
        return True
    rest = text[claim.figure.end : claim.figure.end + _NEAR].lstrip(" ,")
    return rest.startswith(tuple(f"{word} " for word in language.restatements))  # or 4.1%


def _is_measure(claim: Claim, behind: str, text: str, language: Language) -> bool:
    """Return whether a rate stands right behind what was moved by it, and before what that came to: lifted fees 8% to $9bn."""
    rate = claim.figure.kind in IN_PER_CENT and leads_to_amount(behind, language)
    return rate and comes_to(text, claim.figure.end, language)


def end_before_mover(claim: Claim, text: str, end: int, language: Language) -> int:
    """Return where what stands right behind a figure ends, which moved something: a cut of $5m in loans lifted the ratio.

    end: where its clause ends.
    """
    names = [token for token in claim.right if token.is_term]
    first = _patterns(language)[0].match(text, claim.figure.end + 1) if names else None
    if first is not None and _thing_moved(claim.right, first.end(), text, language) is not None:
        claim.right = []  # a final dividend of 22 cents brings total dividends to 38 cents
        return claim.figure.end
    if len(names) < 2:  # noqa: PLR2004
        return end
    mover = _patterns(language)[0].search(text, names[0].end, names[-1].start)
    if mover is None or _thing_moved(claim.right, mover.end(), text, language) is None:
        return end
    claim.right = [token for token in claim.right if token.end <= mover.start()]
    return mover.start()


def _thing_moved(tokens: list[Token], at: int, text: str, language: Language) -> Token | None:
    """Return the name right behind a verb that moves something: lifted (our net fee income), lifted (consumer loans)."""
    part: Token | None = None
    for token in tokens:
        if token.start < at:
            continue
        if text[at : token.start].strip():
            return part
        if token.meanings.concepts:
            return token
        said = text[token.start : token.end]
        if not token.is_term and (said in language.links or said in language.pronouns or token.meanings.verb):
            return part  # its own
        at, part = token.end, token if token.is_term else part
    return part


def _is_cause(claim: Claim, moved: Token, verb: int, text: str, language: Language) -> bool:
    """Return whether what stands before a verb is no actor: demand from (companies), and not companies in Egypt.

    What only a member names may be who has the figure, and so may an organisation that nothing explains.
    """
    subject = [token for token in claim.left if token.end <= verb]
    if any(not token.meanings.kinds.isdisjoint(_UNSAID) for token in subject):
        return False
    words = text[claim.clause_start : verb].split()
    if not words or words[-1] in language.auxiliaries or words[-1] in language.extra["futures"]:
        return False
    links = (*language.links, *language.extra["leading_links"])
    link = next((n for n, word in enumerate(words) if n and word in links), len(words))
    if any(word in language.subjects or word in language.subject_pronouns for word in words[:link]):
        return False
    head = words[link - 1]
    how = (
        len(words) > 1 and words[0].endswith(language.adverb_endings) and words[0] not in language.not_adverbs
    )
    first = words[1 if how else 0]  # seasonally softer activity
    told = holes_of(text, claim.clause_start, verb, [(token.start, token.end) for token in subject])
    if head in language.extra["actors"] or head in language.organisations or head in language.pronouns:
        claim.apart = told if moved.meanings.concepts else claim.apart
        return False  # our associate in India lifted premiums
    if any(token.meanings.concepts for token in subject):
        return True
    linked = link < len(words)
    described = language.words.get(first) == "function" or first in language.verbs
    described = described or first in language.extra["cause_words"]
    return bool(told and (linked or described)) or (linked and head in language.verbs)


def _is_of_nobody(claim: Claim, verb: int, text: str, language: Language) -> bool:
    """Return whether one of several causes stands before a verb: (wage inflation alone) lifted costs by $5 million.

    What then moved them so far may not be all that did. So with a single item (the levy reduced profit by $2m) and what stands
    for one: severance of $4m, which reduced it by $3m.
    """
    subject = [token for token in claim.left if token.end <= verb]
    if any("own" in token.meanings.kinds or token.meanings.members for token in subject):
        return False
    if any(not token.meanings.kinds.isdisjoint(_UNSAID) for token in subject):
        return False
    words = text[claim.clause_start : verb].split()
    if words and (words[-1] in language.relatives or words[-1] in language.extra["demonstratives"]):
        return True
    alone = any(f" {word} " in text[claim.clause_start : verb] for word in language.extra["sole"])
    single = bool(words) and words[0] in language.extra["articles"]
    if not alone and not single:
        return False  # lower charges lifted profit by $5m
    who = language.subjects | language.subject_pronouns | language.pronouns | language.first_person
    if not words or not who.isdisjoint(words) or not language.auxiliaries.isdisjoint(words):
        return False
    told = holes_of(text, claim.clause_start, verb, [(token.start, token.end) for token in subject])
    return bool(told) or (alone and any(token.meanings.concepts for token in subject))


def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a verb that moves something, and of what stands before a measure."""
    found = _COMPILED.get(language.tags)
    if found is None:
        movers = {*language.extra["movers"], *language.moved_by}
        ways = {*language.by, *language.extra["arrivals"], *language.verbs_behind, *language.links_at}
        found = _COMPILED[language.tags] = (
            re.compile(rf"(?<![\w-])(?:{alternation(movers) or '(?!)'})(?= )"),
            re.compile(rf" (?:{alternation(ways) or '(?!)'})"),
        )
    return found


def before_cause(claim: Claim, text: str, at: int, end: int, language: Language) -> int:
    """Cut off what it came of: to $518 million driven by a shift from deposits, to $5.1 billion from higher card fees."""
    if not claim.is_latin:
        return end
    openings = language.extra["from_causes"]
    last = claim.last_word
    came_to = last is not None and last.meanings.verb == "reach" and claim.figure.kind in ("money", "percent")
    first = NEXT_WORD.match(text, at, end)
    if came_to and first is not None and first[1] in openings and not _DIGIT.search(text, at, end):
        after = NEXT_WORD.match(text, first.end(), end)
        if after is None or after[1] not in language.extra["months"]:
            return first.start()
    moved = any(token.meanings.verb in UP_OR_DOWN for token in claim.left)
    parted = claim.figure.kind == "money" and not moved  # $3m attributable to leases is a part
    if not (parted and text.startswith(tuple(language.extra["allocations"]), at + 1)):
        found = _causes(tuple(opening for opening, _ in language.asides)).search(text, at, end)
        end = found.start() if found else end
    if moved:
        described = described_causes(language).search(text, at, end)
        end = described.start() if described else end
    return end


@cache
def _causes(openings: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what opens a cause: driven by, thanks to."""
    return re.compile(rf"(?<![a-z])(?:{alternation(openings) or '(?!)'})(?![a-z])")
