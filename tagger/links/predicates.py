"""What English says a part is among its like, and what there is of it, which make no other thing of its figure.

Denmark was the star performer with $210m; Norway lagged behind at $90m: of what the sentence before speaks of. And nouns
for what there is of a thing: exposure to commercial real estate was cut by $0.9bn, Retail's contribution rose to $910m.
"""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context, Frame, near
from tagger.links.setting import Setting
from tagger.links.stems import stems_of
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language
from tagger.words.word import Token


def leave_what_a_part_is(claim: Claim, context: Context, setting: Setting) -> None:
    """Take out of what is left over in a clause what it only says of a part by which the figure before may be broken down."""
    text, language = setting.prose.text, setting.language
    near_frame = context.last or context.before
    frame = near_frame or next(iter(context.section), None)
    if claim.in_bracket or claim.of_which or claim.right_unread or _take_rank(claim, context, setting):
        return
    if frame is None:
        return
    part = _part_alone(claim, frame, setting.index)
    if part is None:
        return
    _leave_how_it_fared(part, claim, text, language)
    _take_growth(part, claim, near_frame, text, language)
    brought = near_frame is not None and _take_brought(part, claim, near_frame, setting)
    if not claim.unread:
        return
    if brought or _is_called_so(part, claim, text, language) or _is_held(part, claim, frame, setting):
        claim.unread = []
        claim.of_what = ()
        claim.has_unread_subject = False
        claim.brings = claim.kind in ("level", "share")


def _take_rank(claim: Claim, context: Context, setting: Setting) -> bool:
    """Return whether a clause says no more than that its part has most or least of what was told before, and how much.

    Cards have the lowest ratio, at 1.2%, mortgages the highest; the lowest was in cards, at 1.2%.
    """
    text, language, index = setting.prose.text, setting.language, setting.index
    named = claim.left_terms
    if len(named) != 1 or named[0].meanings.concepts or claim.kind != "level":
        return False
    part = named[0]
    behind, before, link = _rank(language.tags)
    found = behind.fullmatch(text, part.end, claim.amount_start)
    if found is None:
        said = before.search(text, max(claim.clause_start - 1, 0), part.start)
        found = said if said is not None and link.fullmatch(text, part.end, claim.amount_start) else None
    if found is None:
        return False
    axes = frozenset(axis for axis, _ in part.meanings.members)
    told = [
        f for f in (context.last, context.before, *near(context.earlier), *context.opened) if f is not None
    ]
    concepts = [frame.candidate.concept for frame in told]
    led = [concept for token in claim.lead for concept in token.meanings.concepts]
    at = next((n for n, one in enumerate((*led, *concepts)) if _may_be_of(one, claim, axes, index)), None)
    if at is None or (at > len(led) and not found["rate"]):
        return False
    claim.unread, claim.of_what, claim.has_unread_subject, claim.ranked = [], (), False, True
    claim.left = [token for token in claim.left if token is part or "currency" in token.meanings.kinds]
    return True


def _may_be_of(concept: str, claim: Claim, axes: frozenset[str], index: TaxonomyIndex) -> bool:
    """Return whether a part's figure may be of what was told before, and in its unit."""
    if index.unit_price(concept, claim.figure, "level", claim.counted) is None:
        return False
    return any(index.permits(concept, frozenset((axis,))) for axis in axes)


@cache
def _rank(tags: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of how a part ranks, behind its name up to its figure and before its name, and of the link to it."""
    keys = ("most", "possessing", "figure_links", "rate_nouns", "copulas", "in_places", "tail_nouns")
    extra = load_language(*tags).extra
    most, verbs, joined, rates, copulas, places, tails = (alternation(extra[key]) or "(?!)" for key in keys)
    ranked = rf"(?:the|its|our|their) (?:{most})(?: (?:(?P<rate>{rates})|{tails}))?"
    within = rf"(?: (?:of|{places})(?: [a-z][a-z'’-]*){{1,4}})?"
    return (
        re.compile(rf" (?:(?:{verbs}) )?{ranked}{within},? (?:{joined}) "),
        re.compile(rf"(?:\A|[ :;,]){ranked} ?(?:(?:{copulas}) )?(?:{places}) (?:the )?\Z"),
        re.compile(rf",? (?:{joined}) "),
    )


def _leave_how_it_fared(part: Token, claim: Claim, text: str, language: Language) -> None:
    """Take out of what is left over how a part fared, before the verb of its figure: cards had a good year and grew by 5%."""
    verb = claim.verb
    if verb is None or not claim.unread:
        return
    extra = language.extra
    pattern = _fared(
        (*extra["copulas"], *extra["fared"]), tuple(w for w in language.conjunctions if w.isascii())
    )
    if pattern.fullmatch(text, part.end, verb.start) is not None:
        claim.unread = [hole for hole in claim.unread if not part.end < hole[0] < verb.start]


@cache
def _fared(verbs: tuple[str, ...], conjunctions: tuple[str, ...]) -> re.Pattern[str]:
    words = r"(?: [a-z][a-z'’-]*){1,9}?"
    return re.compile(
        rf"(?: [a-z]+)? (?:{alternation(verbs) or '(?!)'}){words},? (?:{alternation(conjunctions) or '(?!)'}) "
    )


def _part_alone(claim: Claim, frame: Frame, index: TaxonomyIndex) -> Token | None:
    """Return the name of a part of what the figure before is of, which is all that a clause names; None where there is more."""
    named = claim.left_terms
    if len(named) != 1 or named[0].meanings.concepts or any(t.is_term for t in claim.right):
        return None
    axes = frozenset(axis for axis, _ in named[0].meanings.members)
    possible = any(index.permits(frame.candidate.concept, frozenset((axis,))) for axis in axes)
    return named[0] if possible else None


def _is_called_so(part: Token, claim: Claim, text: str, language: Language) -> bool:
    """Return whether a clause only says what its part is among its like, or how it came, and the figure behind a link.

    Denmark was (again) our best market, at $5m; cards came second with $4m; Norway lagged behind at $1m.
    """
    extra = language.extra
    pattern = _predicate(tuple(extra["copulas"]), tuple(extra["ranked"]), tuple(extra["figure_links"]))
    return pattern.fullmatch(text, part.end, claim.amount_start) is not None and all(
        hole[0] > part.end for hole in claim.unread
    )


def _take_brought(part: Token, claim: Claim, frame: Frame, setting: Setting) -> bool:
    """Return whether all that stands between a part and an amount is a verb for what came of it: motor wrote $2 billion.

    What a part laid out is no part of income told before: profit was $5 billion. Health paid $2 billion.
    """
    text, language, index, extra = setting.prose.text, setting.language, setting.index, setting.language.extra
    concept = index.taxonomy.concept_by_qname[frame.candidate.concept]
    words = text[part.end : claim.amount_start].split()
    if claim.figure.kind != "money" or claim.kind != "level" or not index.is_flow(concept.qname):
        return False
    spent = [word for word in words if word in extra["laid_out"]]
    verbs = [*spent, *(word for word in words if word in extra["taken_in"] or word in extra["got"])]
    if len(verbs) != 1 or any(language.words.get(w) != "function" for w in words if w not in verbs):
        return False
    if concept.balance == ("credit" if spent else "debit") and verbs[0] not in extra["got"]:
        claim.of_another |= bool(spent)
        return False
    return [text[slice(*hole)] for hole in claim.unread] == verbs


def _take_growth(part: Token, claim: Claim, frame: Frame | None, text: str, language: Language) -> None:
    """Read a per cent by which a part comes behind another's growth as its own: mortgages grew by 5%. Cards came next at 4%."""
    if (
        frame is None
        or frame.candidate.kind != "growth"
        or claim.kind != "level"
        or claim.figure.kind != "percent"
    ):
        return
    extra, verb = language.extra, frame.claim.verb
    pattern = _predicate((), tuple(extra["ranked"]), tuple(extra["figure_links"]))
    told = pattern.fullmatch(text, part.end, claim.amount_start) is not None
    if verb is not None and (told or _comes_next(part, claim, frame.claim, text, language)):
        claim.kind, claim.sign, claim.verb = "growth", frame.claim.sign, verb
        claim.unsure_sign, claim.base = frame.claim.unsure_sign, claim.base or frame.claim.base


def _comes_next(part: Token, claim: Claim, last: Claim, text: str, language: Language) -> bool:
    """Return whether a part is the next in an order, and its figure stands right behind it: 12%, followed by cards at 9%.

    Or is joined to the one that was, last: followed by cards at 9% and mortgages at 4%.
    """
    orders = language.extra["followed_by"]
    before = text[claim.clause_start : part.start].strip()
    opened = any(before.endswith(word) for word in orders)
    if not opened and before in language.conjunctions:
        told = text[last.clause_start : last.figure.start]
        opened = any(word in told for word in orders)
    return opened and text[part.end : claim.amount_start].strip() in language.extra["figure_links"]


@cache
def _predicate(copulas: tuple[str, ...], ranked: tuple[str, ...], links: tuple[str, ...]) -> re.Pattern[str]:
    words = r"(?: [a-z][a-z'’-]*){1,6}?"
    said = rf"(?:(?: [a-z]+)? (?:{alternation(copulas) or '(?!)'}){words}|(?: [a-z]+)? (?:{alternation(ranked) or '(?!)'}))"
    return re.compile(rf"{said},? (?:{alternation(links) or '(?!)'}) ")


def _is_held(part: Token, claim: Claim, frame: Frame, setting: Setting) -> bool:
    """Return whether all that nothing explains is a noun for what there is of the part: exposure to it, its contribution.

    None where another concept than that of the figure before is called so.
    """
    text, language = setting.prose.text, setting.language
    if len(claim.unread) != 1:
        return False
    start, end = claim.unread[0]
    noun = text[start:end]
    if noun not in language.extra["held_nouns"]:
        return False
    links = alternation((*language.links_alike, *language.extra["leading_links"], *language.links)) or "(?!)"
    articles = alternation(language.extra["articles"]) or "(?!)"
    before = re.compile(rf" (?:{links}) (?:(?:{articles}) )?").fullmatch(text, end, part.start)
    behind = re.compile(r"['’]?s? ").fullmatch(text, part.end, start)
    if before is None and behind is None:
        return False
    stems, known = setting.stems(), stems_of(noun, language)
    own = stems.concepts.get(frame.candidate.concept, frozenset())
    return known.isdisjoint(stems.known) or any(known <= name for name in own)


def may_share_again(claim: Claim, axes: set[str], context: Context, index: TaxonomyIndex) -> bool:
    """Return whether a part's per cent may go on from the share of another, or its own: two years ago mortgages were 51%."""
    before = context.last or context.before
    if before is None or before.candidate.kind != "share" or claim.kind != "level":
        return False
    told = before.candidate.concept
    may = (
        any(index.permits(told, frozenset((axis,))) for axis in axes)
        and index.variant(told, "share") is not None
    )
    return may and claim.figure.kind == before.claim.figure.kind
