"""One automaton over two vocabularies: the words of the language and the terms of the taxonomy.

All occurrences are found in one pass, overlaps kept; then the longest win the characters of a line, so that no cue
fires inside a term. A term of the taxonomy inside a longer one is kept as nested (客戶 in 私人銀行客戶).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick, MatchKind

from tagger.profile import Profile
from tagger.words.folding import fold
from tagger.words.forms import (
    add_bare_heads,
    add_endings,
    add_forms,
    add_light_stems,
    add_short_forms,
    conjunctions_of,
    distinguishing_words,
    heads_of,
)
from tagger.words.language import Language
from tagger.words.losses import add_losses
from tagger.words.owned_names import add_owned
from tagger.words.word import Meaning, Token, Word
from tagger.words.wording import Span
from taxonomy.model import Label, Taxonomy

GAP = "…"
_HAN_FIRST = "\u2e80"


Pattern = tuple[int, bool, Word, bool, tuple[tuple[str, Word], ...]]
"""What the words are worth in a cover (0: they mean nothing alone), whether they are a term, what they mean, whether
they begin and end in Han, and the (tail, meaning) of the terms with a gap that they begin."""

TOKEN_COST, TERM_BONUS, CHARACTER = 256, 64, 640
"""A cover is worth its characters; of equal ones that with fewer words wins, then that with terms in it."""

_LONG_TERM = TERM_BONUS - 1
"""Then that with the longer term, of Han words: 非利息收入占比|為, and not 非利息收入|占比為."""


@dataclass(frozen=True)
class Vocabulary:
    """The automaton, and what each of its patterns means.

    kept: the words of the lines before, by their wording and what is spoken for in them.
    sizes: how long the terms are that begin with a character, the longest first; those of one character left out.
    """

    automaton: AhoCorasick
    patterns: tuple[Pattern, ...]
    terms: dict[str, Word]
    heads: dict[
        str, tuple[tuple[str, tuple[str, ...]], ...]
    ]  # ending of a concept's term: (beginning, concepts)
    head_ends: frozenset[str]  # the last characters of these endings
    conjunctions: re.Pattern[str]
    beginnings: frozenset[str]  # the first characters of the terms
    list_ends: frozenset[str]  # the last characters of what joins a list
    negations: tuple[str, ...] = ()  # what makes another thing of the term that it stands right before
    no_plans: tuple[str, ...] = ()  # beginnings of names whose first word plans or expects nothing
    unbroken: frozenset[str] = frozenset()  # words of two characters between which no term ends
    light: frozenset[str] = frozenset()  # what says little of a thing: balance, of
    each: tuple[str, ...] = ()  # what may stand behind the name that begins with it: 股息每股
    behind_heads: frozenset[str] = (
        frozenset()
    )  # what may follow the head of a name in it: loans to, loan book
    whose_links: frozenset[str] = frozenset()  # what joins to a head whose it is, or for what: from, to
    sizes: dict[str, list[int]] = field(default_factory=dict)
    kept: dict[tuple[str, tuple[Span, ...], frozenset[Span]], list[Token]] = field(default_factory=dict)


def build_vocabulary(taxonomy: Taxonomy, profile: Profile, language: Language) -> Vocabulary:
    """Return the vocabulary of a taxonomy and a profile in a language."""
    words: dict[str, dict[Meaning, None]] = {}
    gaps: dict[str, dict[tuple[str, Meaning], None]] = {}

    def add(text: str, meaning: Meaning) -> None:
        folded = fold(text).strip()
        if GAP in folded:
            head, _, tail = (part.strip() for part in folded.partition(GAP))
            if head and tail:
                gaps.setdefault(head, {})[(tail, meaning)] = None
        elif folded:
            words.setdefault(folded, {})[meaning] = None

    for text, meaning in _terms(taxonomy, profile, language):
        add(text, meaning)
    add_owned(words, taxonomy, language)
    add_endings(words, language)
    add_losses(words, language)
    types = {concept.qname: concept.type for concept in taxonomy.concepts}
    add_bare_heads(words, types, language)
    add_light_stems(words, types, language)
    made: dict[tuple[Meaning, ...], Word] = {}  # the forms of a term mean the same

    def word_of(meanings: dict[Meaning, None]) -> Word:
        key = tuple(meanings)
        return made.get(key) or made.setdefault(key, Word(key))

    plain = {word: word_of(meanings) for word, meanings in words.items()}
    add_short_forms(words, language)
    add_forms(words, language)
    half = {word: word_of(meanings) for word, meanings in words.items()}
    _add_language(add, language, _plans_told(taxonomy, language))
    for word in distinguishing_words(plain):
        if word not in half and word not in language.clause_words:
            words.get(word, {}).pop(Meaning("function", "function"), None)
    _name_businesses(words, plain, language)
    patterns = list(dict.fromkeys((*words, *gaps)))
    heads = heads_of(plain, language)
    return Vocabulary(
        AhoCorasick(patterns, matchkind=MatchKind.Standard),
        tuple(
            _pattern(pattern, word_of(words.get(pattern, {})), gaps.get(pattern, {})) for pattern in patterns
        ),
        half,
        heads,
        frozenset([head[-1] for head in heads]),
        conjunctions_of(language),
        frozenset(word[0] for word in half),
        frozenset((*(word[-1] for word in language.conjunctions), *language.enumeration, ",", " ")),
        language.negations,
        tuple(language.extra["no_plans"]),
        language.unbroken,
        language.light_words | language.clause_words,
        (*language.extra["shares"], *language.distributives),
        frozenset((*language.links, *language.conjunctions, *language.wholes, *language.light_words)),
        frozenset(language.links).difference(language.genitives),
        _sizes(half),
    )


def _name_businesses(
    words: dict[str, dict[Meaning, None]], names: dict[str, Word], language: Language
) -> None:
    """Let words for a field of business mean the member that it is called by: 銀行業務, where a member is called 銀行."""
    tails = [fold(word) for word in language.extra["businesses"]]
    for name, word in names.items():
        for said in [name + tail for tail in tails if word.members]:
            if Meaning("function", "function") in words.get(said, {}):
                words[said] = dict.fromkeys(word)


def _sizes(terms: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, set[int]] = {}
    for term in terms:
        if len(term) > 1:
            found.setdefault(term[0], set()).add(len(term))
    return {first: sorted(sizes, reverse=True) for first, sizes in found.items()}


def _pattern(text: str, word: Word, gaps: dict[tuple[str, Meaning], None]) -> Pattern:
    worth = CHARACTER * len(text) - TOKEN_COST + word.is_term * TERM_BONUS if word else 0
    han = text[0] >= _HAN_FIRST and text[-1] >= _HAN_FIRST
    if han and word.is_term:
        worth += min(len(text), _LONG_TERM)
    return worth, word.is_term, word, han, tuple((tail, Word((meaning,))) for tail, meaning in gaps)


def _terms(taxonomy: Taxonomy, profile: Profile, language: Language) -> Iterator[tuple[str, Meaning]]:
    """Yield the terms of concepts and members, and the names of the profile."""
    for concept in taxonomy.concepts:
        if concept.variant is None:
            for text in names_in(concept.labels, language):
                yield text, Meaning("concept", concept.qname)
    for axis in taxonomy.axes:
        if axis.role in ("comparison", "scenario", "bound"):
            continue  # what the language says of time, plans and ranges leads there
        for member in axis.members:
            for text in names_in(member.labels, language):
                yield text, Meaning("member", member.qname, axis.qname)
    for name, axis_name, member_name in profile.members:
        yield name, Meaning("member", member_name, axis_name)
    for name in (profile.name, *profile.aliases):
        yield name, Meaning("own", name)


def names_in(labels: tuple[Label, ...], language: Language) -> list[str]:
    """Return the terms and standard labels of the languages at hand."""
    han = any(tag.startswith("zh") for tag in language.tags)
    return [
        label.text
        for label in labels
        if label.role in ("term", "standard")
        and (
            label.language in language.tags
            or label.language.partition("-")[0] in language.tags  # en-US in an English text
            or (han and label.language.startswith("zh"))
        )
    ]


def _plans_told(taxonomy: Taxonomy, language: Language) -> dict[str, str]:
    """Return what words of planning say that may be a target or a forecast, where the taxonomy knows but one of the two."""
    axes = (axis for axis in taxonomy.axes if axis.role == "scenario")
    known = {member.comparison for axis in axes for member in axis.members} & {"target", "forecast"}
    return dict.fromkeys(language.extra["guidance"], known.pop() or "") if len(known) == 1 else {}


def _add_language(put: Callable[[str, Meaning], None], language: Language, told: dict[str, str]) -> None:
    for kind, words in (
        ("verb", language.verbs),
        ("before", language.before),
        ("after", language.after),
        ("clause", language.clause),
    ):
        for word, meaning in words.items():
            put(word, Meaning(kind, meaning))
    for word, meaning in language.words.items():
        said = told.get(word, meaning)
        put(word, Meaning(said, said))
    for word, code in language.currencies.items():
        if code and (word not in language.local_symbols or word in language.local):
            put(word, Meaning("currency", code))
