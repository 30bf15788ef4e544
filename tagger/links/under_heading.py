"""Names that a heading says in part, and the clause the rest of: Income taxes. The effective rate was 20.1%."""

from __future__ import annotations

from functools import cache

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context
from tagger.links.pointed_back import head_of
from tagger.links.scattered import Stems, has_level
from tagger.links.setting import Setting
from tagger.links.stems import WORD, stems_of
from tagger.words.language import Language, load_language


def take_named_under(claim: Claim, context: Context, setting: Setting) -> None:
    """Give a claim without a concept the one whose name its subject says in part, and the heading above it the rest."""
    if claim.scattered or not setting.language.stemmer:
        return
    claim.scattered = _named_under(claim, context, setting)
    if claim.scattered:
        claim.unread = []


def _named_under(claim: Claim, context: Context, setting: Setting) -> str:
    """Return the concept whose name the subject of a clause begins or ends, and the heading above it says the rest of.

    The subject says no more than that, with the noun that the name is about; "" where no concept or several are called so.
    """
    text, language, index = setting.prose.text, setting.language, setting.index
    span = _subject_of(claim, text, language) if context.title and not claim.in_bracket else None
    words = WORD.findall(text, *span) if span is not None else []
    said = stems_of(" ".join(words), language) if words else _NOTHING
    stems = setting.stems()
    if not said or any(stem not in stems.holding for stem in said):
        return ""
    if any(has_level(concept, claim, index) for token in claim.left for concept in token.meanings.concepts):
        return ""
    title = stems_of(context.title, language)
    found: dict[str, frozenset[str]] = {}
    for name, concept in min((stems.holding[stem] for stem in said), key=len):
        if not said < name <= said | title or len(name) <= len(found.get(concept, ())):
            continue
        if index.unit_price(concept, claim.figure, claim.kind, claim.counted) is not None and (
            _is_about(concept, name, words[-1], setting) and _is_under(name, title, stems)
        ):
            found[concept] = name
    longest = max(found.values(), key=len, default=_NOTHING)
    best = [concept for concept, name in found.items() if name == longest]
    return best[0] if len(best) == 1 and all(name <= longest for name in found.values()) else ""


def _is_under(name: frozenset[str], title: frozenset[str], stems: Stems) -> bool:
    """Return whether a heading that names a concept names it by this name, or by a part of it: no income under Expense."""
    if name <= title:
        return True
    above = [part for stem in title for part, _ in stems.holding.get(stem, ()) if part <= title]
    return not above or any(part <= name for part in above)


_NOTHING: frozenset[str] = frozenset()


def _subject_of(claim: Claim, text: str, language: Language) -> tuple[int, int] | None:
    """Return where the noun phrase stands that is all of a clause's subject, without its article; None for none.

    (The effective rate) was; (expense) for the quarter totaled. It has words that nothing explains, or the head of a name.
    """
    if claim.of_which:
        return None
    start = claim.unread[0][0] if claim.unread else 0
    for token in claim.left:
        if start and token.start > start:
            break
        said = text[token.start : token.end]
        if said in _heads(language.tags) or token.meanings.concepts:
            start = token.start
            break
        if token.meanings.members or not _opens_name(said, language):
            return None
    verbs = [token for token in claim.left if token.meanings.verb and token.start > start]
    verb = verbs[0].start if verbs else claim.amount_start
    if verbs and text[verbs[0].start : verbs[0].end] in language.links:
        times = range(verbs[0].end, verbs[0].end + _NEAR)
        if not any(phrase.start in times for phrase in claim.times):
            return None  # income from bank cards
    verb = min([verb, *(phrase.start for phrase in claim.times if phrase.start > start)])
    if not start or (claim.unread and claim.unread[-1][1] >= verb) or verb - start > _LONGEST:
        return None
    return None if "," in text[start:verb] else (start, verb)


_LONGEST, _NEAR = 48, 6


@cache
def _heads(tags: tuple[str, ...]) -> frozenset[str]:
    """Return the nouns that names of rates end in: rate, ratio."""
    return frozenset(head for group in load_language(*tags).heads for head in group)


def _opens_name(said: str, language: Language) -> bool:
    """Return whether a word before a noun tells it not apart: (the) rate, but not (statutory) rate."""
    return (
        said in language.linked_articles
        or said in language.extra["articles"]
        or said in language.extra["demonstratives"]
        or said in language.first_person
        or said in language.light_words
        or said in language.averages
        or said in language.conjunctions
        or said in language.links
    )


def _is_about(concept: str, stems: frozenset[str], noun: str, setting: Setting) -> bool:
    """Return whether a name of a concept, which has those stems, is about a noun."""
    language = setting.language
    called = setting.index.named_parts.names.get(concept, ())
    heads = (head_of(name, language) for name in called if stems_of(name, language) == stems)
    return stems_of(noun, language) in [stems_of(head, language) for head in heads]
