"""Things that a clause names together before one figure, which is of both of them: corporate and personal loans."""

from __future__ import annotations

from itertools import pairwise

from tagger.clauses.claim import Claim
from tagger.clauses.runs import SKIPPED
from tagger.links.candidate import Source
from tagger.words.language import Language
from tagger.words.vocabulary import Vocabulary
from tagger.words.word import ONLY_MEMBER, Token


def joined_terms(
    claim: Claim, text: str, vocabulary: Vocabulary, language: Language
) -> list[tuple[int, int]]:
    """Return the stretches of terms before a figure that a conjunction joins; a list dealt out has none left.

    In Han prose a list's mark alone joins them too: 公司貸款、住房貸款共X. None where the conjunction stands inside one
    name that the term before has begun: the yield of loans and advances.
    """
    joined: list[tuple[int, int]] = []
    terms = [token for token in claim.left if token.is_term]
    if claim.lead:
        terms.extend([token for token in claim.lead if token.is_term])
    if len(terms) < 2:  # noqa: PLR2004
        return joined
    terms.sort(key=lambda t: (t.start, -t.end))
    start, end, by_word, part = 0, -1, False, False
    for token in terms:
        if 0 <= token.end <= end:
            continue
        whose = part and bool(token.meanings.concepts)
        part = bool(token.meanings.members) and not token.meanings.concepts
        if whose and text[end : token.start] in ("", " "):
            end = token.end  # 公司 + 貸款, corporate + loans
            joined.extend([(start, end)] if by_word else [])
            continue
        mark = text[end : token.start].strip(SKIPPED) if end >= 0 else ""
        word = mark.strip(", " + language.enumeration)
        inside = claim.is_latin and bool(word) and _goes_on_with_name(start, end, token, text, vocabulary)
        if mark and (not word or word in language.conjunctions) and not inside:
            end, by_word = token.end, by_word or bool(word) or not claim.is_latin
            joined.extend([(start, end)] if by_word else [])
        else:
            start, end, by_word = token.start, token.end, False
    return joined


def _goes_on_with_name(start: int, end: int, token: Token, text: str, vocabulary: Vocabulary) -> bool:
    """Return whether words at the end of what stands before a conjunction begin a name that the next term ends."""
    begin = text.rfind(" ", start, end) + 1
    while begin > start:
        if text[begin : token.end] in vocabulary.terms:
            return True
        begin = text.rfind(" ", start, begin - 1) + 1
    return False


def complements_of(claim: Claim, text: str, language: Language) -> dict[int, bool]:
    """Return where the terms begin that are not what the figure is of, and whether the thing only came from them.

    A link makes them what the term before is of: provisions on impaired loans; income from loans; inflows into funds. Or they
    moved the thing: repricing of term deposits pushed the margin down. In Latin prose, where the head of a name stands first.
    """
    if not claim.is_latin:
        return {}
    terms = sorted((token for token in claim.left if token.is_term), key=lambda token: token.start)
    found: dict[int, bool] = {}
    for head, term in pairwise(terms):
        between = text[head.end : term.start].split()
        first = text[term.start : term.end].partition(" ")[0]
        inside = not between and first in language.links  # provisions + on impaired loans
        light = language.light_words.issuperset(text[head.start : head.end].split())  # the balance of loans
        linked = between and (between[0] in language.links or between[0] in language.extra["leading_links"])
        articles = all(word in language.linked_articles for word in between[1:])
        if (head.meanings.concepts and not light and (inside or (linked and articles))) or (
            head.start in found and not between
        ):
            found[term.start] = bool(between) and between[0] in language.extra["origins"]
        elif between and _moves(between, language):
            found.update((mover.start, False) for mover in terms if mover.end <= head.end)
    return found


def _moves(between: list[str], language: Language) -> bool:
    """Return whether the words between two names make the first what moved the second: (repricing) pushed down the (margin)."""
    verb = next((n for n, word in enumerate(between) if word in language.extra["movers"]), -1)
    rest = between[verb + 1 :]
    return verb >= 0 and all(
        word in language.linked_articles or word in language.verbs_behind for word in rest
    )


def joined_to_unread(claim: Claim, text: str, language: Language) -> frozenset[int]:
    """Return where the terms begin that a list of Han prose joins to words which nothing explains: 香港、內地及海外."""
    if claim.is_latin or claim.is_dealt or not claim.unread:
        return frozenset()
    terms = [token for token in claim.left if token.is_term]
    found: set[int] = set()
    for token in terms:
        mark = next(
            (w for w in (*language.enumeration, *language.conjunctions) if text.endswith(w, 0, token.start)),
            "",
        )
        end = token.start - len(mark)
        start = max(text.rfind(w, claim.clause_start, end) for w in (*language.enumeration, "\n"))
        part = range(max(start + 1, claim.clause_start), end)
        unread = any(hole[1] in (end, end + 1) for hole in claim.unread)
        joined = bool(mark) and unread and not any(other.end - 1 in part for other in terms)
        if joined or _is_joined_behind(token, claim, terms, text, language):
            found.add(token.start)
    return frozenset(found)


def _is_joined_behind(token: Token, claim: Claim, terms: list[Token], text: str, language: Language) -> bool:
    """Return whether what a conjunction joins to a member, before the name of what both have, says nothing: 珠三角及海西貸款."""
    if token.meanings.kinds != ONLY_MEMBER:
        return False
    mark = next((word for word in language.conjunctions if text.startswith(word, token.end)), "")
    end = next((hole[1] for hole in claim.unread if mark and hole[0] == token.end + len(mark)), -1)
    return any(other.start == end and other.meanings.concepts for other in terms)


def is_joint(claim: Claim, one: Token, other: Token) -> bool:
    """Return whether a clause joins two words: corporate and personal loans, loans and deposits."""
    return any(
        start <= one.start and one.end <= end and start <= other.start and other.end <= end
        for start, end in claim.joined
    )


def joins_parts(claim: Claim, tokens: list[Token]) -> bool:
    """Return whether a clause of Han prose joins two members of different axes, which nothing holds together: 涉農及小微貸款."""
    return any(
        (one.start, other.end) in claim.joined for one in tokens for other in tokens if one.end < other.start
    )


def is_joint_concept(claim: Claim, tokens: list[Token], source: Source, used: set[int]) -> bool:
    """Return whether a clause joins the concept with another: loans and deposits together came to 5 billion."""
    word = source.token
    return word is not None and any(
        token is not word
        and token not in word.nested
        and id(token) not in used
        and bool(token.meanings.concepts)
        and source.concept not in token.meanings.concepts
        and is_joint(claim, word, token)
        for token in tokens
    )
