"""One automaton over two vocabularies: the words of the language and the terms of the taxonomy.

All occurrences are found in one pass, overlaps kept; then the longest win the characters of a line, so that no cue
fires inside a term. A term of the taxonomy inside a longer one is kept as nested (客戶 in 私人銀行客戶).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice, product
from operator import itemgetter

from ahocorasick_rs import AhoCorasick, MatchKind

from tagger.profile import Profile
from tagger.words.folding import fold
from tagger.words.language import Language
from taxonomy.model import Label, Taxonomy

GAP = "…"
_GAP_ENDS = "，,；;。！？"
_TERMS = ("concept", "member", "own")
_MAX_WORDS, _MAX_FORMS, _SHORTEST = 5, 24, 4
"""Of the forms of a Latin term: how many words it may have, how many forms are made, how short a word has none."""
_SHORTEST_GLUED, _HAN_FIRST = 3, "\u2e80"
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


class Word(tuple[Meaning, ...]):
    """All that one word may mean, and what is asked of it again and again, computed once.

    concepts: QNames. members: (axis, member). verb: what its first meaning as a verb says, "" if it is none.
    """

    kinds: frozenset[str]
    concepts: tuple[str, ...]
    members: tuple[tuple[str, str], ...]
    verb: str
    is_term: bool

    def __new__(cls, meanings: Iterable[Meaning] = ()) -> Word:
        """Make the word of its meanings."""
        word = super().__new__(cls, meanings)
        word.kinds = frozenset(m.kind for m in word)
        word.concepts = tuple(m.target for m in word if m.kind == "concept")
        word.members = tuple((m.axis, m.target) for m in word if m.kind == "member")
        word.verb = next((m.target for m in word if m.kind == "verb"), "")
        word.is_term = not word.kinds.isdisjoint(_TERMS)
        return word


@dataclass(slots=True)
class Token:
    """A word found in a line: offsets in the prose, and all it may mean; terms inside it are `nested`."""

    start: int
    end: int
    meanings: Word
    is_term: bool
    nested: list[Token] = field(default_factory=list)
    gap: tuple[int, int] | None = None  # where the gap of a term with a gap stands
    reach: int = 0  # where a term with a gap ends, behind its gap


@dataclass(frozen=True)
class Vocabulary:
    """The automaton, and what each of its patterns means."""

    automaton: AhoCorasick
    meanings: tuple[Word, ...]
    gap_heads: dict[int, tuple[tuple[str, Word], ...]]
    terms: dict[str, Word]
    heads: dict[
        str, tuple[tuple[str, tuple[str, ...]], ...]
    ]  # ending of a concept's term: (beginning, concepts)
    conjunctions: re.Pattern[str]


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
    _add_forms(words, language)
    half = {word: Word(meanings) for word, meanings in words.items()}
    _add_language(add, language)
    for word in _distinguishing(half):
        if word not in half and word not in language.clause_words:
            words.get(word, {}).pop(Meaning("function", "function"), None)
    patterns = list(dict.fromkeys((*words, *gaps)))
    return Vocabulary(
        AhoCorasick(patterns, matchkind=MatchKind.Standard),
        tuple(Word(words.get(pattern, ())) for pattern in patterns),
        {
            index: tuple((tail, Word((meaning,))) for tail, meaning in gaps[pattern])
            for index, pattern in enumerate(patterns)
            if pattern in gaps
        },
        half,
        _heads(half),
        _conjunctions(language),
    )


def _heads(terms: dict[str, Word]) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Return the endings that concepts' terms may be called by, where the rest was said before: 利潤率, margin."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for term, word in terms.items():
        if not word.concepts:
            continue
        latin = term[0].isascii()
        cuts = [m.start() for m in _WORD_START.finditer(term)][1:] if latin else range(2, len(term) - 1)
        for cut in cuts:
            head, rest = term[cut:], term[:cut].rstrip()
            if head not in terms and len(rest) > 1:
                found.setdefault(head, []).append((rest, word.concepts))
    return {head: tuple(entries) for head, entries in found.items()}


def concepts_of_head(vocabulary: Vocabulary, head: str, said: str) -> tuple[str, ...]:
    """Return the concept that a head alone names, by what is said before it; none where several are."""
    named = {c for rest, concepts in vocabulary.heads.get(head, ()) if rest in said for c in concepts}
    return tuple(named) if len(named) == 1 else ()


def _distinguishing(terms: dict[str, Word]) -> set[str]:
    """Return the words by which a longer Latin term tells its concept from that of a shorter one: active customers."""
    found: set[str] = set()
    for term, word in terms.items():
        parts = term.split(" ")
        for cut in range(1, len(parts)):
            shorter = terms.get(" ".join(parts[cut:]))
            if shorter is not None and shorter.concepts and set(word.concepts) - set(shorter.concepts):
                found.update(parts[:cut])
    return found


def _conjunctions(language: Language) -> re.Pattern[str]:
    """Return the pattern of what stands between the parts of a list, at the end of a stretch."""
    words = "|".join(
        rf"(?<![a-z]){re.escape(word)} " if word[0].isascii() and word[0].isalpha() else re.escape(word)
        for word in sorted(language.conjunctions, key=len, reverse=True)
    )
    return re.compile(rf"(?:[{re.escape(language.enumeration)},] ?|{words})\Z")


def _add_forms(words: dict[str, dict[Meaning, None]], language: Language) -> None:
    """Let the words of a Latin term stand in the singular and in the plural, with an article, and joined by a hyphen."""
    if not language.plurals:
        return
    made: dict[str, dict[Meaning, None]] = {}
    for term, meanings in words.items():
        if not term.isascii() or term.count(" ") + term.count("-") > _MAX_WORDS:
            continue
        for form in _forms(term, language):
            if form not in words:
                made.setdefault(form, {}).update(meanings)
    words.update(made)


def _forms(term: str, language: Language) -> set[str]:
    parts = re.split(r"[ -]", term)
    choices = [_numbers(part, language) if part not in language.clause_words else (part,) for part in parts]
    forms = {" ".join(chosen) for chosen in islice(product(*choices), _MAX_FORMS)}
    hyphened = {form.replace(" ", "-", 1) for form in forms if " " in form} if len(parts) > 1 else set()
    linked = {
        f"{head} {link} {article} {tail}"
        for form in forms
        for link in language.links
        if f" {link} " in form
        for head, _, tail in (form.partition(f" {link} "),)
        for article in language.linked_articles
    }
    return forms | hyphened | linked


def _numbers(word: str, language: Language) -> tuple[str, ...]:
    """Return a word in the singular and the plural, as the language makes them."""
    if len(word) < _SHORTEST or not word.isalpha():
        return (word,)
    for singular, plural in language.plurals:
        if plural and word.endswith(plural) and not word.endswith(("ss", "us", "is")):
            return word, word.removesuffix(plural) + singular
        if singular and word.endswith(singular):
            return word, word.removesuffix(singular) + plural
    return (word, word + language.plurals[-1][1]) if not word.endswith("s") else (word,)


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
        and (label.language in language.tags or (han and label.language.startswith("zh")))
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
            is_term = meanings.is_term
            weight = _CHARACTER * (last - first) - _TOKEN_COST + (_TERM_BONUS if is_term else 0)
            found.append((weight, is_term, first, last, meanings, None))
        if index in vocabulary.gap_heads:
            found.extend(_gapped(line, first, last, vocabulary.gap_heads[index]))
    tokens = _choose(found, start, len(line), taken)
    _add_half_said(tokens, vocabulary, text, start, taken)
    _put_together(tokens, vocabulary, text, end, taken)
    _join_parted(tokens, vocabulary, text, start, taken)
    return tokens


_PARTED = 24


def _join_parted(
    tokens: list[Token], vocabulary: Vocabulary, text: str, start: int, taken: list[tuple[int, int]]
) -> None:
    """Read a concept's term that a member's parts: monthly active (mobile banking) customers."""
    ends = sorted(end for _, end in taken)
    for number, token in enumerate(tokens):
        named = [m for m in token.meanings if m.kind == "member"]
        members = named or [m for part in token.nested for m in part.meanings if m.kind == "member"]
        if not members or not token.is_term:
            continue
        at = bisect_right(ends, token.start)
        floor = max(start, token.start - _PARTED, ends[at - 1] if at else start)
        floor = max(floor, max((t.end for t in tokens[:number] if t.is_term), default=floor))
        before = token.start - (text[token.start - 1 : token.start] == " ")
        part = (
            _half(vocabulary, text, floor, before, text[token.start : token.end]) if before > floor else None
        )
        if part is None or part.end != before or not part.meanings.concepts:
            continue
        concepts = [m for m in part.meanings if m.kind == "concept"]
        if token.meanings.concepts and {m.target for m in concepts} & set(token.meanings.concepts):
            continue
        joined = Token(part.start, token.end, Word((*concepts, *members)), is_term=True)
        tokens[:] = [t for t in tokens if t.end <= part.start or t.start >= token.end]
        tokens.insert(bisect_right([t.end for t in tokens], joined.end), joined)
        return


_PIECE = 6
"""How many characters a piece of a term may have that stands behind the rest of it."""


def _put_together(
    tokens: list[Token], vocabulary: Vocabulary, text: str, end: int, taken: list[tuple[int, int]]
) -> None:
    """Read a term whose beginning stands behind it: 股息每股, of 每股股息."""
    stops = sorted(start for start, _ in taken)
    for number, token in enumerate(tokens):
        if not token.is_term or text[token.start].isascii():
            continue
        following = tokens[number + 1 :]
        limit = min([end, *(t.start for t in following[:1] if t.is_term)])
        at = bisect_right(stops, token.end - 1)
        limit = min(limit, stops[at] if at < len(stops) else limit, token.end + _PIECE)
        for cut in range(limit, token.end + 1, -1):
            word = vocabulary.terms.get(text[token.end : cut] + text[token.start : token.end])
            if word is not None and word.concepts:
                tokens[number] = Token(token.start, cut, word, is_term=True)
                tokens[number + 1 :] = [t for t in following if t.start >= cut]
                break


_HALF_REACH, _HALF_PARTS = 40, 6
"""How long a part of a list may be that shares its head with the last, and how many parts are looked for."""


def _add_half_said(
    tokens: list[Token], vocabulary: Vocabulary, text: str, start: int, taken: list[tuple[int, int]]
) -> None:
    """Add the terms that share their head with the last of a list: demand (deposits) and time deposits, 活期及定期存款."""
    added: list[Token] = []
    ends = sorted(end for _, end in taken)
    for number, token in enumerate(tokens):
        if not token.is_term:
            continue
        whole = text[token.start : token.end]
        at, previous_end = token.start, max((t.end for t in tokens[:number] if t.is_term), default=start)
        floor = max(
            previous_end,
            ends[bisect_right(ends, token.start) - 1] if ends and ends[0] <= token.start else start,
        )
        for _ in range(_HALF_PARTS):
            mark = vocabulary.conjunctions.search(text, max(floor, at - 6), at)
            if mark is None or mark.start() <= floor:
                break
            part = _half(vocabulary, text, max(floor, mark.start() - _HALF_REACH), mark.start(), whole)
            if part is None:
                break
            added.append(part)
            at = part.start
    for part in added:
        tokens[:] = [t for t in tokens if t.end <= part.start or t.start >= part.end]
        tokens.insert(bisect_right([t.end for t in tokens], part.end), part)


def _half(vocabulary: Vocabulary, text: str, floor: int, end: int, whole: str) -> Token | None:
    """Return the term that the words right before `end` make with an ending of `whole`, the longest first."""
    latin = whole[0].isascii()
    starts = [m.start() for m in _WORD_START.finditer(text, floor, end)] if latin else list(range(floor, end))
    cuts = [m.start() for m in _WORD_START.finditer(whole)][1:] if latin else range(1, len(whole))
    for begin in starts:
        said = text[begin:end].rstrip()
        if any(mark in said for mark in _NO_PART):
            continue
        for cut in cuts:
            word = vocabulary.terms.get(f"{said} {whole[cut:]}" if latin else said + whole[cut:])
            if word is not None and word.is_term:
                return Token(begin, begin + len(said), word, is_term=True)
    return None


_WORD_START = re.compile(r"(?<![a-z0-9-])[a-z0-9]")
_NO_PART = "，,。；;、（(）)"


_Found = tuple[int, bool, int, int, Word, "tuple[int, int, int] | None"]
"""weight, is a term, first, last, meanings, gap."""
_TOKEN_COST = 4
_TERM_BONUS = 1
_CHARACTER = 10
"""A cover is worth its characters; of equal ones that with fewer words wins, then that with terms in it."""


def _gapped(line: str, first: int, last: int, tails: tuple[tuple[str, Word], ...]) -> list[_Found]:
    """Return the terms with a gap that begin here; their weight is the words alone, not the gap."""
    found: list[_Found] = []
    for tail, meanings in tails:
        at = line.find(tail, last, last + _MAX_GAP + len(tail))
        if at >= 0 and not any(stop in line[last:at] for stop in _GAP_ENDS):
            weight = _CHARACTER * (last - first) - _TOKEN_COST + _TERM_BONUS + len(tail)
            found.append((weight, True, first, last, meanings, (last, at, at + len(tail))))
    return found


def _choose(found: list[_Found], start: int, length: int, taken: list[tuple[int, int]]) -> list[Token]:
    """Return the words of the best cover, with the terms that lie inside them."""
    busy = bytearray(length + 1)
    for a, b in taken:
        first, last = max(a - start, 0), min(b - start, length)
        busy[first:last] = b"\1" * (last - first)
    free = [item for item in found if busy.find(1, item[2], item[3]) < 0] if taken else found
    chosen = _best_cover(free)
    tokens = []
    for _, is_term, first, last, meanings, gap in chosen:
        token = Token(first + start, last + start, meanings, is_term)
        if gap:
            token.gap = (gap[0] + start, gap[1] + start)
            token.reach = gap[2] + start
        tokens.append(token)
    _nest(tokens, free, start)
    return tokens


def _best_cover(found: list[_Found]) -> list[_Found]:
    """Return the words that do not overlap and are worth the most together, in order of place."""
    ends, best, choices = (
        [0],
        [0],
        [-1],
    )  # what the line is worth up to each end, and the last word that makes it so
    ordered = sorted(found, key=_END)
    for number, item in enumerate(ordered):
        value = best[bisect_right(ends, item[2]) - 1] + item[0]
        if value <= best[-1]:
            continue
        if ends[-1] == item[3]:
            best[-1], choices[-1] = value, number
        else:
            ends.append(item[3])
            best.append(value)
            choices.append(number)
    chosen = []
    at = len(ends) - 1
    while at:
        item = ordered[choices[at]]
        chosen.append(item)
        at = bisect_right(ends, item[2]) - 1
    chosen.reverse()
    return chosen


_END = itemgetter(3)


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


def _begins(tokens: list[Token], at: int, meanings: Word, start: int, end: int) -> bool:
    """Return whether a member's word may share the beginning of a concept's: 銀行保險 in 銀行保險業務收入."""
    token = tokens[at]
    free = at == 0 or tokens[at - 1].end <= start or not tokens[at - 1].is_term
    names_concept = token.is_term and token.meanings.kinds == {"concept"}
    return free and names_concept and start < token.start < end <= token.end and meanings.kinds == {"member"}


def _shares(token: Token, following: list[Token], meanings: Word, end: int) -> bool:
    """Return whether a term may share the end of a term of the other kind: 全球託管 and 託管規模 in 全球託管規模."""
    kinds, others = meanings.kinds, token.meanings.kinds
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
        if following.isdigit() and line[last - 1].isalpha() and last - first >= _SHORTEST_GLUED:
            return any(character >= _HAN_FIRST for character in line)  # EBITDA372.3億元
        if following.isascii() and following.isalnum():
            return following == "s" and not line[last + 1 : last + 2].isalnum()
    return True
