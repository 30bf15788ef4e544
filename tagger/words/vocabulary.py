"""One automaton over two vocabularies: the words of the language and the terms of the taxonomy.

All occurrences are found in one pass, overlaps kept; then the longest win the characters of a line, so that no cue
fires inside a term. A term of the taxonomy inside a longer one is kept as nested (客戶 in 私人銀行客戶).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick, MatchKind

from tagger.profile import Profile
from tagger.words.folding import fold
from tagger.words.language import Language
from taxonomy.model import Label, Taxonomy

GAP = "…"
_GAP_ENDS = "，,；;。！？"
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
    reach: int = 0  # where a term with a gap ends, behind its gap


@dataclass(frozen=True)
class Vocabulary:
    """The automaton, and what each of its patterns means."""

    automaton: AhoCorasick
    meanings: tuple[tuple[Meaning, ...], ...]
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

    for text, meaning in _terms(taxonomy, profile, language):
        add(text, meaning)
    _add_endings(words, language)
    _add_language(add, language)
    patterns = list(dict.fromkeys((*words, *gaps)))
    return Vocabulary(
        AhoCorasick(patterns, matchkind=MatchKind.Standard),
        tuple(tuple(words.get(pattern, ())) for pattern in patterns),
        {
            index: tuple((tail, (meaning,)) for tail, meaning in gaps[pattern])
            for index, pattern in enumerate(patterns)
            if pattern in gaps
        },
    )


def _terms(taxonomy: Taxonomy, profile: Profile, language: Language) -> Iterator[tuple[str, Meaning]]:
    """Yield the terms of concepts and members, and the names of the profile."""
    for concept in taxonomy.concepts:
        if concept.variant is None:
            for text in _names(concept.labels, language):
                yield text, Meaning("concept", concept.qname)
    for axis in taxonomy.axes:
        if axis.role in ("comparison", "scenario", "bound"):
            continue  # what the language says of time, plans and ranges leads there
        for member in axis.members:
            for text in _names(member.labels, language):
                yield text, Meaning("member", member.qname, axis.qname)
    for name, axis_name, member_name in profile.members:
        yield name, Meaning("member", member_name, axis_name)
    for name in (profile.name, *profile.aliases):
        yield name, Meaning("own", name)


def _add_endings(words: dict[str, dict[Meaning, None]], language: Language) -> None:
    """Let a term end in any word that the language holds for the same: 覆蓋率, 覆蓋比率. What is a term stays."""
    made: dict[str, dict[Meaning, None]] = {}
    for group in language.heads:
        for word, meanings in words.items():
            ending = max((e for e in group if word.endswith(e) and len(word) > len(e)), key=len, default=None)
            if ending:
                for other in group:
                    made.setdefault(word[: -len(ending)] + other, {}).update(meanings)
    for word, meanings in made.items():
        words.setdefault(word, meanings)


def _names(labels: tuple[Label, ...], language: Language) -> list[str]:
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


def _add_language(put: Callable[[str, Meaning], None], language: Language) -> None:
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


def cover(
    vocabulary: Vocabulary, text: str, start: int, end: int, taken: list[tuple[int, int]]
) -> list[Token]:
    """Return the words of a line, longest first winning its characters, in order of place.

    taken: stretches that are spoken for already (figures, phrases of time), in which no word is looked for.
    """
    line = text[start:end]
    found: list[_Found] = []
    for index, first, last in vocabulary.automaton.find_matches_as_indexes(line, overlapping=True):
        if not _whole_words(line, first, last):
            continue
        meanings = vocabulary.meanings[index]
        if meanings:
            is_term = any(m.kind in _TERMS for m in meanings)
            found.append((_weight(last - first, is_term=is_term), is_term, first, last, meanings, None))
        if index in vocabulary.gap_heads:
            found.extend(_gapped(line, first, last, vocabulary.gap_heads[index]))
    return _choose(found, start, len(line), taken)


_TERMS = ("concept", "member", "own")
_Found = tuple[int, bool, int, int, tuple[Meaning, ...], "tuple[int, int, int] | None"]
"""weight, is a term, first, last, meanings, gap."""
_TOKEN_COST = 4
_TERM_BONUS = 1
_CHARACTER = 10
"""A cover is worth its characters; of equal ones that with fewer words wins, then that with terms in it."""


def _gapped(
    line: str, first: int, last: int, tails: tuple[tuple[str, tuple[Meaning, ...]], ...]
) -> list[_Found]:
    """Return the terms with a gap that begin here; their weight is the words alone, not the gap."""
    found: list[_Found] = []
    for tail, meanings in tails:
        at = line.find(tail, last, last + _MAX_GAP + len(tail))
        if at >= 0 and not any(stop in line[last:at] for stop in _GAP_ENDS):
            weight = _weight(last - first, is_term=True) + len(tail)
            found.append((weight, True, first, last, meanings, (last, at, at + len(tail))))
    return found


def _weight(length: int, *, is_term: bool) -> int:
    return _CHARACTER * length - _TOKEN_COST + (_TERM_BONUS if is_term else 0)


def _choose(found: list[_Found], start: int, length: int, taken: list[tuple[int, int]]) -> list[Token]:
    """Return the words of the best cover, with the terms that lie inside them."""
    busy = bytearray(length + 1)
    for a, b in taken:
        for index in range(max(a - start, 0), min(b - start, length)):
            busy[index] = 1
    free = [item for item in found if not any(busy[item[2] : item[3]])]
    chosen = _best_cover(free, length)
    tokens = []
    for _, is_term, first, last, meanings, gap in chosen:
        token = Token(first + start, last + start, meanings, is_term)
        if gap:
            token.gap = (gap[0] + start, gap[1] + start)
            token.reach = gap[2] + start
        tokens.append(token)
    _nest(tokens, free, start)
    return tokens


def _best_cover(found: list[_Found], length: int) -> list[_Found]:
    """Return the words that do not overlap and are worth the most together, in order of place."""
    by_end: dict[int, list[_Found]] = {}
    for item in found:
        by_end.setdefault(item[3], []).append(item)
    best = [0] * (length + 1)
    choice: list[_Found | None] = [None] * (length + 1)
    for end in range(1, length + 1):
        best[end] = best[end - 1]
        for item in by_end.get(end, ()):
            value = best[item[2]] + item[0]
            if value > best[end]:
                best[end], choice[end] = value, item
    chosen = []
    end = length
    while end:
        taken = choice[end]
        if taken is None:
            end -= 1
        else:
            chosen.append(taken)
            end = taken[2]
    chosen.reverse()
    return chosen


def _nest(tokens: list[Token], found: list[_Found], start: int) -> None:
    """Put the terms that lie inside a longer term into it, the longest first."""
    starts = [token.start for token in tokens]
    shared: list[Token] = []
    inner = [item for item in found if item[1] and item[5] is None]
    inner.sort(key=lambda item: (item[2] - item[3], item[2]))
    for _, _, first, last, meanings, _ in inner:
        at = bisect_right(starts, first + start) - 1
        if at < 0:
            if tokens and _begins(tokens, 0, meanings, first + start, last + start):
                shared.append(Token(first + start, last + start, meanings, is_term=True))
            continue
        token = tokens[at]
        inside = last + start <= token.end and token.is_term
        if inside and (last - first < token.end - token.start or meanings is not token.meanings):
            token.nested.append(Token(first + start, last + start, meanings, is_term=True))
        elif (
            token.is_term
            and first + start < token.end < last + start
            and _shares(token, tokens[at + 1 :], meanings, last + start)
        ) or (at + 1 < len(tokens) and _begins(tokens, at + 1, meanings, first + start, last + start)):
            shared.append(Token(first + start, last + start, meanings, is_term=True))
    for token in shared:
        tokens.insert(bisect_right([other.end for other in tokens], token.end), token)


def _begins(tokens: list[Token], at: int, meanings: tuple[Meaning, ...], start: int, end: int) -> bool:
    """Return whether a member's word may share the beginning of a concept's: 銀行保險 in 銀行保險業務收入."""
    token = tokens[at]
    free = at == 0 or tokens[at - 1].end <= start or not tokens[at - 1].is_term
    names_concept = token.is_term and {m.kind for m in token.meanings} == {"concept"}
    return (
        free
        and names_concept
        and start < token.start < end <= token.end
        and {m.kind for m in meanings} == {"member"}
    )


def _shares(token: Token, following: list[Token], meanings: tuple[Meaning, ...], end: int) -> bool:
    """Return whether a term may share the end of a term of the other kind: 全球託管 and 託管規模 in 全球託管規模."""
    kinds, others = {m.kind for m in meanings}, {m.kind for m in token.meanings}
    return (
        "concept" in kinds
        and others == {"member"}
        and not any(t.is_term and t.start < end for t in following)
    )


def _whole_words(line: str, first: int, last: int) -> bool:
    """Return whether a Latin word found is a whole one; Han words have no blanks between them."""
    if (
        line[first].isascii()
        and line[first].isalnum()
        and first
        and line[first - 1].isascii()
        and line[first - 1].isalnum()
    ):
        return False
    if last < len(line) and line[last - 1].isascii() and line[last - 1].isalnum():
        following = line[last]
        if following.isascii() and following.isalnum():
            return following == "s" and not line[last + 1 : last + 2].isalnum()
    return True
