"""Finds the words that a taxonomy lacks: the phrases beside unresolved figures that none of its terms explains.

A phrase is suggested for the concept or member whose words are the most like it among those that could say such a
figure. It is a suggestion: nothing is tagged by it until a person puts it into the taxonomy's source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain

from tagger.clauses.claim import Claim
from tagger.document import Document
from tagger.ledger import Row
from tagger.links.decided import Decided
from tagger.profile import Profile
from tagger.reporting_period import ReportingPeriod
from tagger.tag import decide_document
from tagger.words.folding import fold
from tagger.words.script import languages_of
from tagger.words.word import Token
from taxonomy.model import Concept, Label, Taxonomy, Variant

WANTING = frozenset({"no_concept", "left_over", "low_confidence", "ambiguous"})
"""Why a figure may be unresolved for want of words."""

_LEAST_LIKE = 0.45
"""Below it the nearest name is no more like the phrase than any other."""
_LONGEST = 40
_SHORTEST = 2
_JOINTS = frozenset({"的", "之", "of", "for", "in", "under", "and", "to", "及", "和", "per", "on", "the"})
_HEAD_LENGTHS = (2, 3, 4)
_HAN_FIRST = "\u2e80"
_UNIT_TYPES = {
    "money": ("monetary",),
    "percent": ("percent",),
    "percentage_points": ("percent",),
    "basis_points": ("percent",),
    "per_mille": ("percent",),
}
_ASKED: dict[str, Variant] = {"growth": "growth", "share": "share"}


@dataclass(frozen=True, slots=True)
class Nearest:
    """The concept (axis is "") or member whose name or term is the most like a phrase, from 0 to 1."""

    qname: str
    axis: str
    words: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A phrase that no term explains, with the figures it would give words to, as rows of the ledger.

    nearest: None where nothing of the taxonomy is like it.
    """

    phrase: str
    language: str
    rows: tuple[Row, ...]
    nearest: Nearest | None


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What is suggested, the most useful first, of so many unresolved figures."""

    unresolved: int
    found: tuple[Suggestion, ...]


@dataclass(slots=True)
class _Seen:
    phrase: str
    rows: list[Row]
    claims: list[Claim]
    axes: set[str]  # that the concept of a figure beside it allows: the phrase may be a member's word


def suggest_terms(
    document: Document,
    taxonomy: Taxonomy,
    profile: Profile,
    period: ReportingPeriod,
    *,
    language: str | None = None,
    limit: int = 50,
) -> Suggestions:
    """Return the phrases beside unresolved figures that no term explains, by how many figures each would resolve."""
    made = decide_document(document, taxonomy, profile, period, language=language)
    rows = {row.start: row for row in made.ledger.rows if row.status == "unresolved"}
    endings = _endings(taxonomy)
    seen: dict[str, _Seen] = {}
    last: tuple[int, list[_Seen]] = (-1, [])
    wanting = 0
    for item in made.decided:
        row = rows.get(made.prose.origin(item.figure.start))
        claim = item.claim
        if (
            row is None
            or not isinstance(claim, Claim)
            or row.reason is None
            or row.reason.code not in WANTING
        ):
            continue
        wanting += 1
        phrases = list(_phrases(claim, made.prose.text, made.prose.printed, endings))
        if phrases:
            last = (claim.sentence, [_see(seen, phrase, row, item, taxonomy) for phrase in phrases])
        elif claim.sentence == last[0]:
            for one in last[1]:  # what follows in the sentence is about the same thing
                one.rows.append(row)
    tags = languages_of(made.prose, language)
    ranked = sorted(seen.values(), key=lambda one: (-len(one.rows), one.rows[0].start, one.phrase))[:limit]
    found = [_suggestion(one, taxonomy, tags) for one in ranked]
    found.sort(key=lambda one: (-len(one.rows), -(one.nearest.likeness if one.nearest else 0)))
    return Suggestions(wanting, tuple(found))


def _see(seen: dict[str, _Seen], phrase: str, row: Row, item: Decided, taxonomy: Taxonomy) -> _Seen:
    one = seen.setdefault(fold(phrase), _Seen(phrase, [], [], set()))
    one.rows.append(row)
    if isinstance(item.claim, Claim):
        one.claims.append(item.claim)
    if item.best is not None:
        one.axes |= taxonomy.axes_of[item.best.base_concept]
    return one


def _phrases(claim: Claim, text: str, printed: str, endings: frozenset[str]) -> Iterator[str]:
    """Yield the stretches of a claim that no word covers, with the terms that touch them."""
    tokens = sorted((*claim.left, *claim.right), key=lambda token: (token.start, token.end))
    holes = _joined([*claim.unread, *claim.right_unread], tokens, text)
    for start, end in dict.fromkeys(_widened(hole, tokens, claim, text, endings) for hole in holes):
        phrase = " ".join(printed[start:end].split())
        letters = sum(character.isalpha() for character in phrase)
        if _SHORTEST <= len(phrase) <= _LONGEST and letters >= _SHORTEST:
            yield phrase


def _joined(holes: list[tuple[int, int]], tokens: list[Token], text: str) -> list[tuple[int, int]]:
    """Return the stretches, those one that nothing but blanks and joints stand between: assets under custody."""
    joints = {(token.start, token.end) for token in tokens if text[token.start : token.end] in _JOINTS}
    found: list[tuple[int, int]] = []
    for start, end in sorted(holes):
        if found:
            first, last = found[-1]
            between = text[last:start].strip()
            at = last + text[last:start].find(between) if between else last
            if not between or (at, at + len(between)) in joints:
                found[-1] = (first, end)
                continue
        found.append((start, end))
    return found


def _widened(
    hole: tuple[int, int], tokens: list[Token], claim: Claim, text: str, endings: frozenset[str]
) -> tuple[int, int]:
    """Return the stretch with the concepts' words that touch it: 不良 and 率 are unread about 貸款, not of them."""
    start, end = hole
    blank = 1 if claim.is_latin else 0
    concepts = [token for token in tokens if any(meaning.kind == "concept" for meaning in token.meanings)]
    for token in concepts:
        if end <= token.start <= end + blank:
            end = token.end
    for token in reversed(concepts):
        if start - blank <= token.end <= start:
            start = token.start
    if not claim.is_latin:
        end = next(
            (token.start + _ending(token, text, endings) for token in tokens if token.start == end), end
        )
    return start, end


def _ending(token: Token, text: str, endings: frozenset[str]) -> int:
    """Return how much of a word that says little alone is the head of the noun before it: 規模 in 託管規模達."""
    if any(meaning.kind != "function" for meaning in token.meanings):
        return 0
    word = text[token.start : token.end]
    return next((length for length in range(len(word), 1, -1) if word[:length] in endings), 0)


def _endings(taxonomy: Taxonomy) -> frozenset[str]:
    """Return what the names of concepts end in."""
    names = [
        fold(label.text) for concept in taxonomy.concepts for label in concept.labels if label.role == "term"
    ]
    return frozenset(name[-length:] for name in names for length in _HEAD_LENGTHS if len(name) > length)


def _suggestion(seen: _Seen, taxonomy: Taxonomy, tags: tuple[str, ...]) -> Suggestion:
    is_han = any(character >= _HAN_FIRST for character in seen.phrase)
    fitting = [tag for tag in tags if (tag == "en") != is_han]
    language = fitting[0] if fitting else tags[0]
    return Suggestion(
        seen.phrase,
        language,
        tuple({row.id: row for row in seen.rows}.values()),
        _nearest(seen, taxonomy, language),
    )


def _nearest(seen: _Seen, taxonomy: Taxonomy, language: str) -> Nearest | None:
    """Return the best of the concepts that could say such figures and of the members that could stand beside them.

    A figure without a concept needs one first: then members are looked at only where no concept is like the phrase.
    """
    concepts = _concepts(seen, taxonomy, language)
    members = _members(seen, taxonomy, language)
    if seen.axes:
        return _most_like(seen.phrase, chain(members, concepts))
    return _most_like(seen.phrase, concepts) or _most_like(seen.phrase, members)


def _most_like(phrase: str, named: Iterable[tuple[str, str, str]]) -> Nearest | None:
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(fold(phrase))
    best: Nearest | None = None
    for qname, axis, words in named:
        matcher.set_seq1(fold(words))
        least = best.likeness if best else _LEAST_LIKE
        if matcher.real_quick_ratio() <= least or matcher.quick_ratio() <= least:
            continue
        likeness = matcher.ratio()
        if likeness > least:
            best = Nearest(qname, axis, words, likeness)
    return best


def _members(seen: _Seen, taxonomy: Taxonomy, language: str) -> Iterator[tuple[str, str, str]]:
    for axis in taxonomy.axes:
        if axis.role is None and (axis.qname in seen.axes or not seen.axes):
            for member in axis.members:
                if member.qname != axis.default:
                    yield from ((member.qname, axis.qname, text) for text in _names(member.labels, language))


def _concepts(seen: _Seen, taxonomy: Taxonomy, language: str) -> Iterator[tuple[str, str, str]]:
    for concept in taxonomy.concepts:
        if concept.variant is None and all(_can_say(concept, claim, taxonomy) for claim in seen.claims):
            yield from ((concept.qname, "", text) for text in _names(concept.labels, language))


def _names(labels: Iterable[Label], language: str) -> list[str]:
    return [
        label.text for label in labels if label.language == language and label.role in ("standard", "term")
    ]


def _can_say(concept: Concept, claim: Claim, taxonomy: Taxonomy) -> bool:
    """Return whether the concept, or the variant of it that the verb asks for, has figures of such a unit."""
    kind = claim.figure.kind
    if kind in _UNIT_TYPES and kind != "money" and claim.kind in ("growth", "share"):
        return (concept.qname, _ASKED[claim.kind]) in taxonomy.variants
    if kind == "count" and claim.figure.unit_word and concept.unit:
        return _counts(taxonomy, concept.unit, claim.figure.unit_word)
    return concept.type in _UNIT_TYPES.get(kind, ("count", "decimal"))


def _counts(taxonomy: Taxonomy, unit: str, word: str) -> bool:
    """Return whether the word counts in the unit; a unit without words takes any."""
    known = [
        fold(label.text)
        for label in taxonomy.unit_by_qname[unit].labels
        if label.role in ("standard", "term")
    ]
    return not known or word in known
