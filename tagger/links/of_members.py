"""Concepts that a clause leaves to its member: financial planning fees were £29.8 million, where only income has fees.

A subject that is a member alone says the one concept of the figure's unit that may carry it. Of several, a word beside
the member tells which: buy-to-let balances, of mortgage balances; assets booked in Luxembourg, of assets under management.
"""

from __future__ import annotations

from collections.abc import Iterator

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context, Frame
from tagger.links.deed_before import amount_led, find_deed_before, leave_amount_words, paid_for_them
from tagger.links.deeds_of_parts import is_held, of_deeds, of_held
from tagger.links.gapped import take_gapped_verb
from tagger.links.parted_balances import balance_of_kinds
from tagger.links.predicates import may_share_again
from tagger.links.results_of_parts import result_of_entity, result_of_part, take_loss
from tagger.links.scattered import find_scattered
from tagger.links.setting import Setting
from tagger.links.stems import stems_of, word_before
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.under_heading import take_named_under
from tagger.words.language import Language
from tagger.words.word import ONLY_FUNCTION
from taxonomy.model import PartsOfWhole

_KINDS = frozenset(("money", "percent"))
_READINGS = frozenset(("level", "change", "growth", "share"))


def find_unsaid(claim: Claim, context: Context, setting: Setting, around: str) -> None:
    """Give a claim that no term names the concept that its words, its member or the figure before say.

    around: its sentence and the heading above.
    """
    text, index, language = setting.prose.text, setting.index, setting.language
    leave_amount_words(claim, text, language)
    take_gapped_verb(claim, context, text, index, language)
    find_scattered(claim, text, setting.stems, index, language, around)
    if not claim.scattered:
        _find_by_member(claim, context, setting)
    if not claim.scattered and claim.figure.kind == "money":
        find_deed_before(claim, text, setting.stems, index, language)
    if not claim.scattered:
        _find_of_those_before(claim, context, setting)
    if not claim.scattered:
        _find_worth(claim, context, setting)
    if not claim.scattered:
        _find_counterpart(claim, context, setting)
    if not claim.scattered and claim.figure.kind == "percent":
        _find_rate_of(claim, context, setting)
    if not claim.scattered:
        claim.scattered = result_of_entity(claim, context, text, index, language)
    take_named_under(claim, context, setting)
    if not claim.scattered:
        take_loss(claim, context, text, index, language)
    gapped = bool(context.frames) and not context.broken  # brought in 1.2bn, asset managers 0.5bn
    if claim.by_name and not claim.scattered and not gapped:
        find_scattered(claim, text, setting.stems, index, language, around)


def _find_by_member(claim: Claim, context: Context, setting: Setting) -> None:
    """Give a claim whose subject is a member the concept that alone can be meant.

    None where another concept is called after what the member is: supply chain finance, beside its volume.
    """
    text, index, language = setting.prose.text, setting.index, setting.language
    if claim.figure.kind not in _KINDS or claim.kind not in _READINGS or not language.stemmer:
        return
    last = context.last if not context.broken else None
    if (last is not None and not claim.unread) or claim.in_bracket or claim.of_which or claim.is_before:
        return
    if _says_concept(claim) or (claim.of_before and claim.kind == "level"):
        return  # business funds owned 71% of them: a share of what was said before
    held = context.meant if claim.is_pronoun and not claim.left_terms else []
    parts = held if held and is_held(held[0], text, language) is not None else claim.left
    axes = {axis for t in parts for axis, m in t.meanings.members if not index.is_default(axis, m)}
    possible = [concept for concept in carrying(axes, index) if may_be(concept, claim, index)]
    if not possible or may_share_again(claim, axes, context, index):
        return
    result = result_of_part(claim, possible, text, index, language) if last is None else ""
    if result:
        claim.scattered = result
        return
    possible = _whole_of_kinds(claim, possible, axes, context, setting)
    before = context.last or context.before
    told = before.candidate.concept if before is not None else ""
    # loans were £9bn. Small firms borrowed £2bn: had by then
    stock = told in possible and not index.is_flow(told)
    verb = "" if stock else word_before(text, claim.clause_start, claim.amount_start, language)[1]
    possible = of_held(of_deeds(possible, verb, index, language), parts, claim, text, index, language)
    words = _words_beside(claim, text, verb, language)
    beside = frozenset(stem for word in words for stem in stems_of(word, language))
    said = {concept: _names_said(concept, beside, index, language) for concept in possible}
    named = [concept for concept in possible if said[concept]]
    # mortgage revenue fell, card income rose: the income spoken of, or else the only one
    if last is not None:
        named = [concept for concept in named if concept == last.candidate.concept] or named
    if len(named) > 1:  # loans to farmers, of gross loans, and not of loans disbursed
        full = [concept for concept in named if _says_name(concept, beside, index, language)]
        named = full if len(full) == 1 else named
    if len(named) == 1 and _explained(claim, said[named[0]], text, language):
        claim.unread = []
        claim.scattered = _of_which_it_is_a_kind(named[0], said[named[0]], possible, index, language)
    elif last is None and not claim.unread:
        claim.scattered = _alone_or_balance(claim, axes, possible, context, setting)


def _of_which_it_is_a_kind(
    concept: str, said: frozenset[str], possible: list[str], index: TaxonomyIndex, language: Language
) -> str:
    """Return what a concept is by its names a kind of, where nothing that narrows it is said: lending, of priority lending."""
    names = index.named_parts.names
    for other in possible:
        for tail in names[other] if other != concept else ():
            narrowed = [name for name in names[concept] if name.endswith(f" {tail}")]
            if narrowed and all(
                said.isdisjoint(stems_of(name.removesuffix(tail), language)) for name in narrowed
            ):
                return other
    return concept


def _alone_or_balance(
    claim: Claim, axes: set[str], possible: list[str], context: Context, setting: Setting
) -> str:
    """Return the only concept that may have the members of a claim, or the balance of such kinds; "" for neither."""
    text, index, language = setting.prose.text, setting.index, setting.language
    if len(possible) != 1 or _is_part_of_unread(claim, text, language):
        return balance_of_kinds(claim, axes, possible, context, index, language)
    members = [stems_of(text[t.start : t.end], language) for t in claim.left if t.meanings.members]
    called = {other for stem in members if stem for other in setting.stems().called_after(stem)}
    others = any(o not in possible and may_be(o, claim, index) for o in called)
    return possible[0] if claim.kind == "share" or not others else ""


def _whole_of_kinds(
    claim: Claim, possible: list[str], axes: set[str], context: Context, setting: Setting
) -> list[str]:
    """Return of several concepts the one that the taxonomy parts by the axis, where its names say what the member's does.

    Bank card fees are fee and commission income, of which bank cards are a part, and not that net of expense.
    """
    if len(possible) == 1 or context.last or context.before or context.section:
        return possible  # net fees rose. Card fees were 5 million: net ones
    text, language = setting.prose.text, setting.language
    wholes = {
        relation.concept
        for relation in setting.index.taxonomy.relations
        if isinstance(relation, PartsOfWhole) and relation.over in axes
    }
    parted = [concept for concept in possible if concept in wholes]
    if len(parted) != 1:
        return possible
    said = frozenset(
        stem
        for token in claim.left
        if token.meanings.members
        for stem in stems_of(text[token.start : token.end], language)
    )
    names = setting.index.named_parts.names.get(parted[0], ())
    return parted if any(said & stems_of(name, language) for name in names) else possible


def _is_part_of_unread(claim: Claim, text: str, language: Language) -> bool:
    """Return whether a per cent is of something that no word explains: mobile banking handled 88% of transactions."""
    behind = text[claim.figure.end : claim.figure.end + _OF].split()
    if claim.figure.kind != "percent" or not claim.right_unread or behind[:1] != list(language.genitives[:1]):
        return False
    return not any(word in language.possessed for word in behind[1:2])  # a quarter of our membership


_OF = 16


def _find_of_those_before(claim: Claim, context: Context, setting: Setting) -> None:
    """Give what is said of the things before the concept that both name.

    38 million cards, and their transaction volume, or with a volume of; 1.58 million of them are digitally active.
    """
    text, index, language = setting.prose.text, setting.index, setting.language
    last = context.last or context.before
    if last is None or context.broken or not language.stemmer:
        return
    if _says_concept(claim) or any(token.meanings.members for token in (*claim.left, *claim.right)):
        return
    own = _said_of_those_before(claim, text, language)
    if not own:
        return
    names = (stems_of(name, language) for name in index.named_parts.names.get(last.candidate.concept, ()))
    said = (concept for owner in names for concept in setting.stems().said_of(owner, own))
    found = {concept for concept in said if has_unit(concept, claim, index)}
    if len(found) == 1:
        claim.scattered, claim.unread, claim.right_unread, claim.of_which = next(iter(found)), [], [], False


def _said_of_those_before(claim: Claim, text: str, language: Language) -> frozenset[str]:
    """Return the stems of what a clause says of the things that a pronoun of it stands for; none where it has no such."""
    first = claim.right[0] if claim.of_which and claim.right else None
    if first is not None and "of_before" in first.meanings.kinds:
        return frozenset() if claim.unread else stems_of(text[first.end : claim.right_end], language)
    owners = language.pronouns & language.possessed
    whose = next((t for t in claim.left if text[t.start : t.end] in owners), None)
    opening = claim.left[0] if claim.left else None
    if (
        whose is None
        and opening is not None
        and text[opening.start : opening.end] in language.extra["having"]
    ):
        whose = opening if opening.start <= claim.clause_start + 1 else None  # accounts, with balances of
    if whose is None or any(hole[0] < whose.end for hole in claim.unread):
        return frozenset()
    said = stems_of(text[whose.end : claim.figure.start], language)
    return said - stems_of(" ".join(language.currencies), language)


def _find_counterpart(claim: Claim, context: Context, setting: Setting) -> None:
    """Give an amount that goes on from a count, or the other way round, what has the same words: 18,220 loans for $402m."""
    last = context.last
    if last is None or claim.kind != "level" or claim.figure.kind not in ("", "money") or claim.unread:
        return
    if claim.counterpart:
        return
    if last.candidate.kind != "level" or context.broken or claim.is_before:
        return
    if last.claim.says_again and any(
        has_unit(f.candidate.concept, claim, setting.index) for f in context.frames
    ):
        return  # $38m, or $0.70 a share, and $40m, or $0.74 a share
    if _says_concept(claim):
        return
    if not has_unit(last.candidate.concept, claim, setting.index):
        claim.counterpart = setting.stems().beside(
            last.candidate.concept, lambda concept: has_unit(concept, claim, setting.index)
        )


def _find_paid(claim: Claim, context: Context, setting: Setting) -> None:
    """Give what was paid for so many things the amount that is called after their number: repurchased 2m shares for $58m."""
    last, text, index = context.last, setting.prose.text, setting.index
    if (
        last is None
        or claim.figure.kind != "money"
        or claim.kind != "level"
        or last.candidate.kind != "level"
    ):
        return
    concept = last.candidate.concept
    if last.claim.figure.kind or last.claim.of_which or not index.is_flow(concept) or context.broken:
        return
    said, phrase = amount_led(text, last.claim.figure.end, claim.amount_start, setting.language)
    phrase = phrase or paid_for_them(claim, said, text, setting.language)
    things = [word.rstrip(",;") for word in said[: len(said) - len(phrase)].split()]
    if not phrase or len(things) > _NOUN or not all(word.isalpha() for word in things):
        return

    def fits(other: str) -> bool:
        is_amount = index.taxonomy.concept_by_qname[other].type == "monetary" and index.is_flow(other)
        return is_amount and has_unit(other, claim, index)

    stems = setting.stems()
    own = stems.concepts.get(concept, frozenset())
    thing = stems_of(" ".join(things), setting.language)
    if not any(thing <= name for name in own):
        return  # 12 green bonds, of all bonds
    longer = [
        other
        for other, names in stems.concepts.items()
        if other != concept
        and fits(other)
        and any(name < called or name == called | thing for name in own for called in names)
    ]
    found = stems.beside(concept, fits) or (longer[0] if len(longer) == 1 else "")
    if found:
        claim.counterpart, claim.unread = found, []


_NOUN = 3
"""How many words what is counted may have: ordinary shares outstanding."""


def _find_worth(claim: Claim, context: Context, setting: Setting) -> None:
    """Give what counted things are worth the amount that has their words: transactions were worth, or of, $4 million."""
    _find_paid(claim, context, setting)
    if claim.figure.kind != "money" or claim.kind != "level" or claim.unread or not claim.is_latin:
        return
    text = setting.prose.text
    last = claim.last_word
    known = (*setting.language.amounts_of, *setting.language.genitives)
    if last is None or text[last.start : last.end] not in known:
        return
    named = next((t.meanings.concepts for t in reversed(claim.left) if t.meanings.concepts), ())
    if len(named) == 1 and not has_unit(named[0], claim, setting.index):
        claim.scattered = setting.stems().beside(
            named[0], lambda concept: has_unit(concept, claim, setting.index)
        )


def _find_rate_of(claim: Claim, context: Context, setting: Setting) -> None:
    """Give a rate that only its head names the one called after the figure before: inflows of £1.2 billion, a rate of 5.1%."""
    text, index, language = setting.prose.text, setting.index, setting.language
    last = context.last
    if last is None or claim.unread or claim.left_terms or any(t.meanings.concepts for t in claim.right):
        return
    if _is_beside_amount(claim, last, text, index, language):
        rates = list(index.named_parts.rates_called(last.candidate.concept))
        claim.scattered = rates[0] if len(rates) == 1 and has_unit(rates[0], claim, index) else ""
        claim.times, claim.is_before = last.claim.times, last.claim.is_before
        return
    heads = {head for group in language.heads for head in group}
    if claim.kind not in ("level", "growth") or not any(text[t.start : t.end] in heads for t in claim.left):
        return
    rates = list(index.named_parts.rates_called(last.candidate.concept))
    if len(rates) == 1 and (claim.verb is None or claim.kind == "level"):
        claim.scattered, claim.kind, claim.base = rates[0], "level", None


def _is_beside_amount(claim: Claim, last: Frame, text: str, index: TaxonomyIndex, language: Language) -> bool:
    """Return whether a rate says nothing but what the amount right before it comes to: charge-offs of $9.7 million (0.13%).

    Where that has no share, which it might be.
    """
    concept = last.candidate.concept
    if last.candidate.kind != last.claim.kind or claim.kind != "level" or claim.base is not None:
        return False
    if last.claim.kind != "level" or last.claim.figure.kind != "money" or claim.right:
        return False
    if claim.times and claim.times != last.claim.times:
        return False
    if index.variant(concept, "share") is not None or claim.qualifiers:
        return False
    between = text[last.claim.figure.end : claim.figure.start]
    if between == " (":
        return text[claim.figure.end : claim.figure.end + 1] == ")"
    return between.strip(" ,") in language.restatements


def carrying(axes: set[str], index: TaxonomyIndex) -> list[str]:
    """Return the concepts that may carry one of the axes, but for their changes and shares; the list is kept."""
    key = frozenset(axes)
    found = index.carriers.get(key)
    if found is None:
        if len(index.carriers) >= _KEPT:
            index.carriers.clear()
        concepts = (concept.qname for concept in index.taxonomy.concepts if concept.variant is None and axes)
        found = [name for name in concepts if any(index.permits(name, frozenset((axis,))) for axis in axes)]
        index.carriers[key] = found
    return found


_KEPT = 512
"""Of how many sets of axes it is kept which concepts may carry one."""


def _says_concept(claim: Claim) -> bool:
    return any(token.meanings.concepts for token in (*claim.left, *claim.right))


def has_unit(concept: str, claim: Claim, index: TaxonomyIndex) -> bool:
    """Return whether a figure's unit fits a concept."""
    return index.unit_price(concept, claim.figure, claim.kind, claim.counted) is not None


def may_be(concept: str, claim: Claim, index: TaxonomyIndex) -> bool:
    """Return whether a figure's unit fits a concept, which has what the claim says of it: its change, its share."""
    return has_unit(concept, claim, index) and index.variant(concept, claim.kind) is not None


def _words_beside(claim: Claim, text: str, verb: str, language: Language) -> Iterator[str]:
    """Yield the words of a clause that are no members: those that nothing explains, and those that say little.

    Of its verb also what the entity did by it: households borrowed $2m, of new lending.
    """
    yield from (other for word, other in map(str.split, language.extra["mirrored"]) if word == verb)
    yield from (text[start:end] for start, end in claim.unread)
    for token in claim.left:
        if token.meanings.kinds == ONLY_FUNCTION:
            yield text[token.start : token.end]


def _names_said(
    concept: str, beside: frozenset[str], index: TaxonomyIndex, language: Language
) -> frozenset[str]:
    """Return which of the words beside the member a name of the concept holds, the most of any name."""
    names = (stems_of(name, language) for name in index.named_parts.names.get(concept, ()) if name.isascii())
    return max((beside & name for name in names), key=len, default=frozenset())


def _says_name(concept: str, beside: frozenset[str], index: TaxonomyIndex, language: Language) -> bool:
    """Return whether the words beside the member hold all that says something of some name of the concept."""
    names = (stems_of(name, language) for name in index.named_parts.names.get(concept, ()) if name.isascii())
    return any(bool(name) and name <= beside for name in names)


def _explained(claim: Claim, said: frozenset[str], text: str, language: Language) -> bool:
    """Return whether a name holds all that nothing explains."""
    return all(stems_of(text[start:end], language) <= said for start, end in claim.unread)
