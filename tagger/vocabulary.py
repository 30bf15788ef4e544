"""One automaton over two vocabularies: the words of the language and the terms of the taxonomy.

All occurrences are found in one pass, overlaps kept; then the longest win the characters of a line, so that no cue
fires inside a term. A term of the taxonomy inside a longer one is kept as nested (客戶 in 私人銀行客戶).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick, MatchKind

from tagger.folding import fold
from tagger.language import Language
from tagger.profile import Profile
from taxonomy.model import Label, Taxonomy

GAP = "…"
_MAX_GAP = 40
"""How many characters the gap of a term may hold."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word may mean: a concept, a member (of an axis), or a word of the language.

    kind: "concept", "member", "own" (the entity's own name), or "verb", "before", "after", "clause", "function",
    "of_which", … of the language. target: QName, or what the word of the language says. axis: of a member.
    """

    kind: str
    target: str
    axis: str = ""


@dataclass(slots=True)
class Token:
    """A word found in a line: offsets in the prose, and all it may mean; terms inside it are `nested`."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]
    is_term: bool
    nested: list[Token] = field(default_factory=list)
    gap: tuple[int, int] | None = None  # where the gap of a term with a gap stands


@dataclass(frozen=True)
class Vocabulary:
    """The automaton, and what each of its patterns means."""

    automaton: AhoCorasick
    meanings: tuple[tuple[Meaning, ...], ...]
    gaps: tuple[tuple[str, tuple[tuple[str, tuple[Meaning, ...]], ...]], ...]
    gap_heads: dict[int, tuple[tuple[str, tuple[Meaning, ...]], ...]]


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

    for concept in taxonomy.concepts:
        if concept.variant is None:
            for text in _names(concept.labels, language):
                add(text, Meaning("concept", concept.qname))
    for axis in taxonomy.axes:
        for member in axis.members:
            for text in _names(member.labels, language):
                add(text, Meaning("member", member.qname, axis.qname))
    for name, axis_name, member_name in profile.members:
        add(name, Meaning("member", member_name, axis_name))
    for name in (profile.name, *profile.aliases):
        add(name, Meaning("own", name))
    _add_language(add, language)
    patterns = list(dict.fromkeys((*words, *gaps)))
    return Vocabulary(
        AhoCorasick(patterns, matchkind=MatchKind.Standard),
        tuple(tuple(words.get(pattern, ())) for pattern in patterns),
        (),
        {
            index: tuple((tail, (meaning,)) for tail, meaning in gaps[pattern])
            for index, pattern in enumerate(patterns)
            if pattern in gaps
        },
    )


def _names(labels: tuple[Label, ...], language: Language) -> list[str]:
    """Return the terms and standard labels of the languages at hand."""
    han = any(tag.startswith("zh") for tag in language.tags)
    return [
        label.text
        for label in labels
        if label.role in ("term", "standard")
        and (label.language in language.tags or (han and label.language.startswith("zh")))
    ]


def _add_language(add: object, language: Language) -> None:
    put = add if callable(add) else None
    assert put is not None  # noqa: S101  # a callable by construction
    for kind, words in (
        ("verb", language.verbs),
        ("before", language.before),
        ("after", language.after),
        ("clause", language.clause),
    ):
        for word, meaning in words.items():
            put(word, Meaning(kind, meaning))
    for word, meaning in language.words.items():
        put(word, Meaning(meaning, meaning))
    for word, code in language.currencies.items():
        if code:
            put(word, Meaning("currency", code))


def cover(vocabulary: Vocabulary, text: str, start: int, end: int, taken: list[tuple[int, int]]) -> list[Token]:
    """Return the words of a line, longest first winning its characters, in order of place.

    taken: stretches that are spoken for already (figures, phrases of time), in which no word is looked for.
    """
    line = text[start:end]
    found = []
    for index, first, last in vocabulary.automaton.find_matches_as_indexes(line, overlapping=True):
        if not _whole_words(line, first, last):
            continue
        meanings = vocabulary.meanings[index]
        if meanings:
            is_term = any(m.kind in _TERMS for m in meanings)
            found.append((first - last, not is_term, first, last, meanings, None))
        if index in vocabulary.gap_heads:
            found.extend(_gapped(line, first, last, vocabulary.gap_heads[index]))
    found.sort(key=lambda item: item[:3])
    return _choose(found, start, len(line), taken)


_TERMS = ("concept", "member", "own")
_Found = tuple[int, bool, int, int, tuple[Meaning, ...], "tuple[int, int] | None"]


def _gapped(line: str, first: int, last: int, tails: tuple[tuple[str, tuple[Meaning, ...]], ...]) -> list[_Found]:
    """Return the terms with a gap that begin here; their weight is the words alone, not the gap."""
    found: list[_Found] = []
    for tail, meanings in tails:
        at = line.find(tail, last, last + _MAX_GAP + len(tail))
        if at >= 0 and not any(stop in line[last:at] for stop in "。；！？;"):
            weight = last - first + len(tail)
            found.append((-weight, False, first, last, meanings, (last, at)))
    return found


def _choose(found: list[_Found], start: int, length: int, taken: list[tuple[int, int]]) -> list[Token]:
    owner: list[Token | None] = [None] * length
    busy = Token(0, 0, (), is_term=False)
    for a, b in taken:
        for index in range(max(a - start, 0), min(b - start, length)):
            owner[index] = busy
    chosen: list[Token] = []
    for _, not_term, first, last, meanings, gap in found:
        at_first, at_last = owner[first], owner[last - 1]
        if at_first is None and at_last is None and not any(owner[first:last]):
            token = Token(first + start, last + start, meanings, not not_term)
            if gap:
                token.gap = (gap[0] + start, gap[1] + start)
            for index in range(first, last):
                owner[index] = token
            chosen.append(token)
        elif not not_term and at_first is at_last and at_first is not None and at_first.is_term and not gap:
            at_first.nested.append(Token(first + start, last + start, meanings, is_term=True))
    chosen.sort(key=lambda token: token.start)
    return chosen


def _whole_words(line: str, first: int, last: int) -> bool:
    """Return whether a Latin word found is a whole one; Han words have no blanks between them."""
    if line[first].isascii() and line[first].isalnum() and first and line[first - 1].isascii() and line[first - 1].isalnum():
        return False
    if last < len(line) and line[last - 1].isascii() and line[last - 1].isalnum():
        following = line[last]
        if following.isascii() and following.isalnum():
            return following == "s" and not line[last + 1 : last + 2].isalnum()
    return True
