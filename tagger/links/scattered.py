"""Concepts whose words stand apart in a clause: women make up 34% of the workforce, we generated 98 GWh of green power.

A last resort, where no term stands as it is. All words of a term that say something must be there, each by its stem;
of several terms the one with the most words wins, and two concepts that are as good name none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from tagger.clauses.claim import Claim
from tagger.clauses.deeds import deed_on_named
from tagger.clauses.stretches import before_amount
from tagger.links.acted_on import is_told_behind, names_it
from tagger.links.each import who_each
from tagger.links.stems import WORD, all_stems, stems_of, stems_of_share, word_before
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.folding import fold
from tagger.words.language import Language
from tagger.words.vocabulary import names_in
from tagger.words.word import Token

_ENOUGH = 2


@dataclass(frozen=True)
class Stems:
    """The stems of each term of a concept; `alone`: those of a rate whose one word is what the rate is a share of.

    counts: those of counts and amounts with one word. known: all of them. concepts: those of each name of a concept.
    holding: by a stem, the names that hold it. defined: those of a rate's numerator and denominator, and the rate.
    """

    terms: tuple[tuple[frozenset[str], str], ...] = ()
    alone: tuple[tuple[frozenset[str], str], ...] = ()
    counts: tuple[tuple[frozenset[str], str], ...] = ()
    by_stem: dict[str, frozenset[int]] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    concepts: dict[str, frozenset[frozenset[str]]] = field(default_factory=dict)
    holding: dict[str, tuple[tuple[frozenset[str], str], ...]] = field(default_factory=dict)
    defined: tuple[tuple[frozenset[str], frozenset[str], str], ...] = ()

    def named(
        self,
        said: frozenset[str],
        fits: Callable[[str], bool],
        *,
        share: bool,
        of_others: Callable[[frozenset[str]], bool] = lambda _: False,
        told: frozenset[str] = frozenset(),
    ) -> tuple[str, frozenset[str]]:
        """Return the concept whose term's stems are all said, and these stems; "" where none or several are.

        fits: whether a concept takes the figure's unit. share: the clause says a share, which a rate may be.
        of_others: whether some of the stems are said of something else. told: what the one of several as good holds.
        """
        best: dict[str, frozenset[str]] = {}
        size = 0
        for stems, concept in self._possible(said, share=share):
            if len(stems) < size or not stems <= said or not fits(concept) or of_others(stems):
                continue
            if len(stems) > size:
                best, size = {}, len(stems)
            best.setdefault(concept, stems)
        if told and len(best) > 1:
            best = {concept: stems for concept, stems in best.items() if told <= stems}
        return next(iter(best.items())) if len(best) == 1 else ("", frozenset())

    def counted_by(self, verb: frozenset[str], fits: Callable[[str], bool]) -> str:
        """Return the concept whose only word is of a verb, "" where none or several are."""
        found = {concept for stems, concept in self.counts if stems == verb and fits(concept)}
        return next(iter(found)) if len(found) == 1 else ""

    def beside(self, concept: str, fits: Callable[[str], bool]) -> str:
        """Return the concept that another name of the same words names: loans originated, beside their number."""
        own = self.concepts.get(concept, frozenset())
        found = [
            other
            for other, names in self.concepts.items()
            if other != concept and names & own and fits(other)
        ]
        return found[0] if len(found) == 1 else ""

    def called_after(self, what: frozenset[str]) -> Iterator[str]:
        """Yield the concepts whose name holds all of what something is called, and more."""
        for stems, concept in self.terms:
            if what < stems:
                yield concept

    def said_of(self, owner: frozenset[str], own: frozenset[str]) -> Iterator[str]:
        """Yield the concepts whose name holds all of what is said of something, and of its owner's name the rest."""
        for stems, concept in self._possible(own | owner, share=False):
            if own < stems <= own | owner:
                yield concept

    def _possible(self, said: frozenset[str], *, share: bool) -> Iterator[tuple[frozenset[str], str]]:
        numbers = {number for stem in said for number in self.by_stem.get(stem, ())}
        yield from (self.terms[number] for number in sorted(numbers))
        if share:
            yield from self.alone


def find_scattered(
    claim: Claim,
    setting_text: str,
    stems: Callable[[], Stems],
    index: TaxonomyIndex,
    language: Language,
    around: str = "",
) -> None:
    """Give a claim without a term of its own the concept whose words stand apart in its clause.

    around: its sentence and the heading above, where the words may stand that its own clause leaves unsaid.
    """
    if not language.stemmer or claim.scattered:
        return
    own = {concept for token in (*claim.left, *claim.right) for concept in token.meanings.concepts}
    each = who_each(claim, setting_text, language) if "each" in claim.marks else None
    said_whole = any([_may_be(concept, claim, index) for concept in own])  # noqa: C419  # no generator: half the time
    deed = _deed_said(claim, setting_text, stems, index, language) if said_whole else ""
    if said_whole and not (claim.is_acted_on or deed) and each is None:
        return
    before = before_amount(claim, setting_text, language)
    behind = claim.figure.end, claim.right_end
    text = f"{before} {setting_text[slice(*behind)]}"
    said = stems_of(text, language) - stems_of_share(claim, setting_text, language)
    share = claim.kind == "share"
    kind = "level" if share else claim.kind

    fits = partial(_may_be_scattered, claim=claim, index=index, kind=kind, own=own)
    of_others = partial(_is_of_others, claim=claim, text=text, setting_text=setting_text, language=language)
    concept, used = stems().named(said, fits, share=share, of_others=of_others)
    if not concept and not own:
        compared = [setting_text[t.start : t.end] for t in claim.left if t.meanings.verb == "level_from"]
        # profit before tax was $9m after $8m in 2023: of no profit after tax
        said -= stems_of(" ".join(compared), language)
        concept, used = _named_around(claim, said, around, stems(), fits, setting_text, language, index)
        claim.scattered_far = bool(concept)
    if not concept or of_others(used) or not stems_of(deed, language) <= used:
        return
    if each is not None and not stems_of(setting_text[each.start : each.end], language) <= used:
        return
    if not (claim.by_name and claim.kind == "level") and _within_name(claim, used, setting_text, language):
        claim.by_name = True  # investment management fees name no investment managers, if anything else
        return
    if each is not None:
        claim.left = [token for token in claim.left if token is not each]
        claim.unread = [hole for hole in claim.unread if hole[0] < each.end]  # received
    if names_it(claim, kind, used, setting_text, language) and has_level(concept, claim, index):
        kind, claim.sign, claim.verb = "level", 1, None
    claim.scattered, claim.kind, claim.whole = concept, kind, []
    if not language.particles.isdisjoint(before.split()):
        at, phrase = word_before(setting_text, claim.clause_start, claim.figure.start, language)
        claim.unread = [hole for hole in claim.unread if hole[0] < at or " " not in phrase]
    leave_out_said(claim, used, setting_text, index, language)


def _deed_said(
    claim: Claim, text: str, stems: Callable[[], Stems], index: TaxonomyIndex, language: Language
) -> str:
    """Return the word before a figure that its concept's name must hold, whatever its clause names, "" without one.

    What was done with what is named behind it, or what its subject bears: loans yielded 6%, of the yield on loans.
    """
    deed = deed_on_named(claim, text, language)
    if deed or claim.kind != "level" or (claim.left_terms and claim.figure.kind == "money"):
        return deed
    if claim.figure.kind == "money":
        said = word_before(text, claim.clause_start, claim.amount_start, language)[1]
        return said if said in language.extra["given_for"] else ""
    if claim.figure.kind != "percent":
        return ""
    if any(has_level(concept, claim, index) for token in claim.left for concept in token.meanings.concepts):
        return ""  # the margin yielded
    at, said = word_before(text, claim.clause_start, claim.figure.start, language)
    borne = frozenset() if any(token.end > at for token in claim.left_terms) else stems_of(said, language)
    return said if borne and borne <= stems().known else ""


def has_level(concept: str, claim: Claim, index: TaxonomyIndex) -> bool:
    """Return whether a figure may be the level of a concept."""
    return index.unit_price(concept, claim.figure, "level", claim.counted) is not None


def leave_out_said(
    claim: Claim, used: frozenset[str], text: str, index: TaxonomyIndex, language: Language
) -> None:
    """Take out of a claim what its scattered words have said: terms, members that the concept may not carry, bounds.

    The network passed 9 million homes, of homes passed, is of no network, and they are no more than that.
    """

    def is_said(token: Token) -> bool:
        said = text[token.start : token.end]
        return token.is_term and (
            is_of_none(token) or (stems_of(said, language) <= used and not is_part(token))
        )

    def is_part(token: Token) -> bool:  # 1.4 million credit cards were issued
        several = len(stems_of(text[token.start : token.end], language)) > 1
        axes = (frozenset((axis,)) for axis, _ in token.meanings.members if several)
        return any(index.permits(claim.scattered, axis) for axis in axes)

    def is_of_none(token: Token) -> bool:
        members = token.meanings.members
        if not members or any(index.permits(claim.scattered, frozenset((axis,))) for axis, _ in members):
            return False
        if token.end <= claim.figure.start:
            return "function" in token.meanings.kinds
        return bool(stems_of(text[token.start : token.end].rpartition(" ")[2], language) & used)

    claim.unread = _without(claim.unread, used, text, language)
    claim.right_unread = _without(claim.right_unread, used, text, language)
    if claim.of_another:  # issued $2bn of senior bonds: what it is of is a part of the name
        behind = stems_of(text[claim.figure.end : claim.right_end], language)
        claim.of_another = used.isdisjoint(behind) and not _is_in_name(claim, text, index, language)
    claim.right = [token for token in claim.right if not is_said(token)]
    claim.part = [token for token in claim.part if not is_said(token)]
    claim.left = [token for token in claim.left if not is_of_none(token)]
    bounds = [token for token in claim.left if "before" in token.meanings.kinds]
    for token in bounds if claim.qualifiers else ():
        target = next(m.target for m in token.meanings if m.kind == "before")
        if target in claim.qualifiers and stems_of(text[token.start : token.end], language) & used:
            claim.qualifiers.remove(target)


def _is_in_name(claim: Claim, text: str, index: TaxonomyIndex, language: Language) -> bool:
    """Return whether all that stands unexplained behind an amount is in its concept's names, if it says little: $8m of stock."""
    names = index.named_parts.names.get(claim.scattered, ())
    known = all_stems(" ".join(names), language)
    holes = [text[slice(*hole)] for hole in claim.right_unread]
    if not holes or not all(all_stems(hole, language) <= known for hole in holes):
        return False
    claim.right_unread = []
    return True


def _may_be_scattered(concept: str, *, claim: Claim, index: TaxonomyIndex, kind: str, own: set[str]) -> bool:
    """Return whether a figure may be of a concept whose words stand apart: 41,200 customers are no customer managers."""
    price = index.unit_price(concept, claim.figure, kind, claim.counted)
    if price is None or (price >= OTHER and claim.counted):
        return False
    if price == BARE and any(start == claim.figure.end + 1 for start, _ in claim.right_unread):
        return False  # 9 million shares are no money
    return concept not in own and (not claim.is_acted_on or index.is_flow(concept))


def _may_be(concept: str, claim: Claim, index: TaxonomyIndex) -> bool:
    """Return whether a figure may be of a concept that its clause names: 22,700 hours are no volunteers."""
    price = index.unit_price(concept, claim.figure, claim.kind, claim.counted)
    is_rate = claim.figure.kind == "percent"
    return (price is not None and price < OTHER) or (is_rate and index.variant(concept, "share") is not None)


BARE, OTHER = 0.25, 1.0  # prices of an amount without its currency, and from which other things are counted


def _within_name(claim: Claim, used: frozenset[str], text: str, language: Language) -> bool:
    """Return whether the words that are said all stand in the name of a member, also behind an increase in it."""
    verb = claim.verb
    behind = claim.right if verb is not None and verb.start >= claim.figure.end else ()
    named = [t for t in (*claim.left, *behind) if t.meanings.members]
    return any([used <= stems_of(text[t.start : t.end], language) for t in named])  # noqa: C419  # no generator: half the time


def _is_of_others(
    used: frozenset[str], claim: Claim, text: str, setting_text: str, language: Language
) -> bool:
    """Return whether words describe something else, or stand in a member's name, where nothing was done with what it names."""
    inside = claim.is_acted_on and _within_name(claim, used, setting_text, language)
    behind = setting_text[claim.figure.end : claim.right_end] if claim.figure.kind == "basis_points" else ""
    if behind.split(maxsplit=1)[:1] == list(language.genitives[:1]) and used <= stems_of(behind, language):
        return True  # 3 basis points of average loans
    return inside or _describe_others(used, text, language)


def _describe_others(used: frozenset[str], text: str, language: Language) -> bool:
    """Return whether an adjective that the name holds describes something else there: people in the new data centre."""
    for word, following in pairwise([*WORD.findall(text), ""]):
        if not following or word in language.averages:
            continue  # 62,100 agents were active, on average
        if word in language.adjectives and stems_of(word, language) <= used:
            return not stems_of(following, language) <= used
    return False


def _named_around(
    claim: Claim,
    said: frozenset[str],
    around: str,
    stems: Stems,
    fits: Callable[[str], bool],
    text: str,
    language: Language,
    index: TaxonomyIndex,
) -> tuple[str, frozenset[str]]:
    """Return the concept whose verb stands right before the figure, and the rest of whose name stands around its clause.

    Handled 9.7 million calls and answered 98% of them; under the heading Water: we supplied 412 million cubic metres.
    """
    last, said_last = word_before(text, claim.clause_start, claim.figure.start, language)
    verb = stems_of(said_last, language)
    if not verb or not verb <= stems.known or not verb <= said or claim.of_which or claim.has_unread_subject:
        return "", frozenset()
    behind = WORD.search(text, claim.figure.end, claim.figure.end + _PERSONS)
    if behind is not None and behind.group() in language.tables.get("counts", ()) and not claim.figure.kind:
        narrowed = any(token.is_term for token in claim.right) or any(
            a > behind.start() for a, _ in claim.right_unread
        )
        return ("" if narrowed else stems.counted_by(verb, fits)), verb  # we employ 1,150 people
    if any(a < last and not stems_of(text[a:b], language) <= verb for a, b in claim.unread):
        return "", frozenset()
    if claim.figure.kind == "money" and _is_done_by_us(claim, last, text, language):
        given = stems.counted_by(verb, lambda c: index.is_flow(c) and fits(c))
        if given and said_last not in language.extra["given_for"]:
            other = is_told_behind(claim, given, text, index, language)  # we paid $5m in dividends
            return ("" if other else given), verb  # we donated £1.2 million
    is_deed = claim.kind == "level" and not claim.left_terms  # opened 21 branches and closed 14
    concept, used = stems.named(
        said | stems_of(around, language), fits, share=False, told=verb if is_deed else frozenset()
    )
    return (concept, used) if verb <= used else ("", frozenset())


def _is_done_by_us(claim: Claim, verb: int, text: str, language: Language) -> bool:
    """Return whether who reports does what a verb says: the Bank donated, we donated."""
    said = [(t, text[t.start : t.end]) for t in claim.left if t.end <= verb]
    telling = [(t, word) for t, word in said if word not in language.clause_words]
    who, word = telling[-1] if telling else (None, "")
    us = word in language.subjects or word in language.first_person
    return who is not None and ("own" in who.meanings.kinds or us)


_PERSONS = 12


def _without(
    holes: list[tuple[int, int]], used: frozenset[str], text: str, language: Language
) -> list[tuple[int, int]]:
    return [
        hole
        for hole in holes
        if not (stems := stems_of(text[hole[0] : hole[1]], language)) or not stems <= used
    ]


def stems_of_taxonomy(index: TaxonomyIndex, language: Language) -> Stems:
    """Return the stems of the terms of a taxonomy's concepts, in a language that has a stemmer."""
    terms: dict[tuple[frozenset[str], str], None] = {}
    alone: dict[tuple[frozenset[str], str], None] = {}
    counts: dict[tuple[frozenset[str], str], None] = {}
    concepts: dict[str, set[frozenset[str]]] = {}
    holding: dict[str, dict[tuple[frozenset[str], str], None]] = {}
    new = stems_of(" ".join(language.extra["newness"]), language)
    for concept in index.taxonomy.concepts:
        if concept.variant is not None:
            continue
        for name in names_in(concept.labels, language):
            stems = stems_of(fold(name), language)
            if stems:
                concepts.setdefault(concept.qname, set()).add(stems)
                for stem in stems:
                    holding.setdefault(stem, {})[stems, concept.qname] = None
            if len(stems) >= _ENOUGH:
                terms[stems, concept.qname] = None
            elif stems and concept.type in ("percent", "count", "monetary"):
                (alone if concept.type == "percent" else counts)[stems, concept.qname] = None
            if concept.type == "monetary" and len(stems) > len(stems - new) == 1:
                counts[stems - new, concept.qname] = None  # we lent $3m, of new lending
    listed = tuple(terms)
    by_stem: dict[str, set[int]] = {}
    for number, (stems, _) in enumerate(listed):
        by_stem.setdefault(min(stems), set()).add(number)
    return Stems(
        listed,
        tuple(alone),
        tuple(counts),
        {stem: frozenset(found) for stem, found in by_stem.items()},
        frozenset(stem for stems, _ in (*listed, *counts) for stem in stems),
        {concept: frozenset(names) for concept, names in concepts.items()},
        {stem: tuple(found) for stem, found in holding.items()},
        tuple(
            (stems_of(over, language), stems_of(under, language), rate)
            for rate, pairs in index.named_parts.defined.items()
            for over, under in pairs
        ),
    )
