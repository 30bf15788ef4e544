"""Amounts that are a part of a change, or of a total, said before: rose by $20 billion, of which mortgages $8 billion."""

from __future__ import annotations

from tagger.clauses.bounds import FIRST_WORD
from tagger.clauses.change_nouns import way_behind
from tagger.clauses.claim import Claim
from tagger.clauses.composed import is_most_of_it, led_to
from tagger.clauses.runs import UP_OR_DOWN
from tagger.figures.find import value_of
from tagger.links.candidate import Frame
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.words.language import Language


def part_added(claim: Claim, before: Frame | None) -> None:
    """Read what one more part adds to a total as what it has: Asia had $7bn of the total. Europe added $3bn."""
    if claim.adds and before is not None and before.claim.of_them and before.candidate.kind == "level":
        claim.kind, claim.sign, claim.verb, claim.adds = "level", 1, None, False


def _opens_with_whole(claim: Claim, before: Claim, text: str, language: Language) -> bool:
    """Return whether a change opens its sentence as the whole of what follows: of the $20 billion increase, $8 billion."""
    opening = FIRST_WORD.match(text, before.clause_start)
    opens = opening is not None and opening[1] in language.genitives[:1]
    last = claim.last_word
    bare = last is None or not last.is_term
    return opens and claim.verb is None and bare and text[claim.clause_start - 1 : claim.clause_start] == ","


def read_part_of_change(
    claim: Claim, last: Frame, index: TaxonomyIndex, text: str, language: Language
) -> None:
    """Read what is a part of a change as one too: rose by $20 billion, of which mortgages $8 billion and cards $2 billion."""
    before = last.claim
    if claim.kind != "level" or not claim.is_latin:
        return
    if is_most_of_it(claim, text, language) or _is_added(claim, last, index, text, language):
        claim.kind = "apart"
    elif (
        not _read_more_of(claim, before, text, language)
        and _may_be_of_change(claim, last)
        and _is_part_of(claim, before, text, language)
    ):
        claim.kind, claim.sign, claim.verb, claim.base = "change", before.sign, before.verb, before.base
        claim.part_of_change = True
        if not (claim.left_terms or claim.part):  # $3bn was in mortgages and $1bn in cards
            claim.part = [token for token in claim.right if token.meanings.members][:1]


def _may_be_of_change(claim: Claim, last: Frame) -> bool:
    """Return whether an amount stands behind a change of its unit, and says nothing of another time."""
    before = last.claim
    same = claim.figure.kind == before.figure.kind or (
        before.figure.kind == "money" and claim.figure.scale > 0
    )
    reached = claim.verb is not None and claim.verb.meanings.verb == "reach"
    changed = before.kind == "change" and last.candidate.kind != "level"
    return changed and same and not (claim.is_before or claim.times or reached)


def _is_part_of(claim: Claim, before: Claim, text: str, language: Language) -> bool:
    """Return whether an amount behind a change is that of a part of it; where nothing names the part it is none of the whole."""
    between = text[before.figure.end : claim.figure.start]
    named = claim.left_terms or claim.part or any(token.meanings.members for token in claim.right)
    named = named or (claim.in_bracket and any(token.is_term for token in claim.near_lead))
    listed = before.part_of_change or _in_brackets_both(claim, before, text)
    if listed and claim.verb is None and ";" not in between and named:
        return True
    opened = _opens_with_whole(claim, before, text, language)
    brought = _is_brought(claim, text, language)
    if not named and ((opened and not claim.of_which) or (brought and claim.unread)):
        claim.kind = "apart"  # of the $3bn increase, $1bn was due to inflation; with Lumo contributing $2bn
    fits = before.part_of_change or abs(value_of(claim.figure)[0]) <= abs(value_of(before.figure)[0])
    of_whole = claim.of_which or opened or brought or _is_most_of_it(claim, before, text, language)
    return bool(named) and of_whole and fits


def _in_brackets_both(claim: Claim, before: Claim, text: str) -> bool:
    """Return whether an amount stands alone in brackets like the change before it: companies (up $4bn) and cards ($2bn)."""
    return before.in_bracket and text[before.figure.end] == ")" and claim.is_alone_in_bracket(text)


def _is_brought(claim: Claim, text: str, language: Language) -> bool:
    """Return whether right before an amount stands that its part brought or made up so much: with cards contributing $8bn."""
    last = claim.last_word
    while last is not None and "before" in last.meanings.kinds:
        last = next((token for token in reversed(claim.left) if token.end <= last.start), None)
    if last is None or last.is_term:
        return False
    said = text[last.start : last.end]
    words = language.extra
    return last.meanings.verb == "share" or said in words["yields"] or said in words["made"]


def _read_more_of(claim: Claim, before: Claim, text: str, language: Language) -> bool:
    """Read an amount of what a change came of as a change: fell by $60m on higher staff costs ($20m); of … of $20m nobody knows.

    Return whether it is of such.
    """
    if claim.figure.kind != "money" or before.kind != "change" or before.figure.kind != "money":
        return False
    said = [t for t in (*claim.near_lead, *claim.left) if "currency" not in t.meanings.kinds]
    linked = bool(said) and text[said[-1].start : said[-1].end] in language.genitives[:1]
    alone = claim.is_alone_in_bracket(text)
    if linked:
        said.pop()
    begin = len(said)
    while begin and said[begin - 1].is_term:
        begin -= 1
    more = said[begin - 1] if 0 < begin < len(said) else None
    way = language.verbs_behind.get(text[more.start : more.end], "") if more is not None else ""
    compares = more is not None and text[more.start : more.end] in language.comparatives
    if not (linked or alone) or not compares or way not in UP_OR_DOWN or claim.times:
        return False
    claim.kind, claim.sign = "change" if alone else "apart", -1 if way == "decrease" else 1
    return True


def _is_added(claim: Claim, last: Frame, index: TaxonomyIndex, text: str, language: Language) -> bool:
    """Return whether a part is said to have brought an amount to a balance that grew by so many per cent, and not to have it.

    Loans grew by 6%, with mortgages contributing $2bn: of what is there, or of the growth.
    """
    if last.candidate.kind != "growth" or claim.figure.kind != "money":
        return False
    word = claim.last_word
    if word is None or word.is_term or word.meanings.verb != "share":
        return False
    return text[word.start : word.end] in language.extra["made"] and not index.is_flow(last.candidate.concept)


def _is_most_of_it(claim: Claim, before: Claim, text: str, language: Language) -> bool:
    """Return whether an amount is that of what most of the change before it came from: fell, mainly in cards ($2bn)."""
    return led_to(claim, text, language) >= before.figure.end


def _read_brought(claim: Claim, before: Frame, index: TaxonomyIndex) -> None:
    """Read what a part brought to a balance that the sentence before says to have changed, as its part of that change.

    Of a flow it is that only where words say so: loans rose by $9bn. Mortgages contributed $5bn; cards $2bn of this.
    """
    behind = next(iter(claim.right), None)
    of_it = behind is not None and "of_before" in behind.meanings.kinds
    fits = abs(value_of(claim.figure)[0]) <= abs(value_of(before.claim.figure)[0])
    of_stock = not index.is_flow(before.candidate.concept)
    if claim.left_terms and fits and not claim.times and (of_it or of_stock):
        claim.kind, claim.sign, claim.verb = "change", before.claim.sign, None
        claim.part_of_change, claim.of_before = True, False


def _way_told_before(claim: Claim, text: str, language: Language) -> str:
    """Return which way the change went that the words right before the comma of an amount call what it is a part of."""
    amount = text[claim.clause_start : claim.amount_start].strip()
    if amount or text[claim.clause_start - 1 : claim.clause_start] != ",":
        return ""
    said = text[claim.near_from : claim.clause_start - 1].split()[-3:]
    if len(said) < 3 or said[0] not in language.genitives[:1] or said[1] not in language.linked_articles:  # noqa: PLR2004
        return ""
    at = claim.clause_start - 2 - len(said[2])
    return way_behind(at, text, language)


def read_part_of_one_before(
    claim: Claim, before: Frame | None, index: TaxonomyIndex, text: str, language: Language
) -> None:
    """Read what is a part of the change that the sentence before tells as one: loans rose by $20bn. Of this, cards $2bn.

    Or of one that is named again: of the increase, $2 billion came from cards. before: the last figure of that sentence.
    """
    tokens = claim.lead or claim.left
    if before is None or not tokens or claim.kind != "level" or not claim.is_latin or claim.is_before:
        return
    bare = claim.figure.kind != "money" and not claim.figure.scale
    if bare and not (claim.counted or before.candidate.kind == "change"):
        return
    words = text[tokens[0].start : tokens[0].end].split()
    if claim.figure.kind != before.claim.figure.kind:
        return
    if words[0] not in language.genitives[:1]:
        way = _way_told_before(claim, text, language)
        if way:  # retail had most of the increase, $2 billion: what is said behind it is none of the whole
            claim.kind = "change" if any(token.meanings.members for token in claim.near_lead) else "apart"
            claim.sign, claim.verb = -1 if way == "decrease" else 1, None
            claim.part_of_change = claim.kind == "change"
        elif not bare and before.candidate.kind == "change" and _is_brought(claim, text, language):
            _read_brought(claim, before, index)
        return
    way = way_behind(tokens[0].end, text, language) if len(words) == 1 else ""
    fits = abs(value_of(claim.figure)[0]) <= abs(value_of(before.claim.figure)[0])
    if not way and before.candidate.kind == "change" and len(words) > 1 and fits:  # no part is larger
        way = "decrease" if before.claim.sign < 0 else "increase"
    named = claim.left_terms or claim.part or any(token.meanings.members for token in claim.right)
    if way and named and bare and len(words) > 1 and before.candidate.inherited:
        claim.kind = "apart"  # 1.84 million customers, 61,000 more. Of these, 48,000: of which of the two
    elif way and named:
        claim.kind, claim.sign, claim.verb = "change", -1 if way == "decrease" else 1, None
        claim.part_of_change = True
