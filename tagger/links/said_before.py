"""What the figure before makes of a claim that says little itself: a change said once more, a share in a row."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import islice

from tagger.clauses.claim import Claim
from tagger.clauses.translations import says_own_currency
from tagger.links.candidate import Context, Frame, near
from tagger.links.changes_of_times import take_change_of_time
from tagger.links.parts_of_changes import part_added, read_part_of_change, read_part_of_one_before
from tagger.links.pronoun_growths import take_growth_in_bracket, take_growth_of_pronoun
from tagger.links.said_again import growth_on_basis, growth_that_was, repeat_change
from tagger.links.taxonomy_index import TaxonomyIndex
from tagger.links.verb_left_out import change_again
from tagger.links.years_of_rate import take_years_of_rate
from tagger.words.language import Language

_NEAR = 8
"""How far from the value before the change from it may stand."""


def read_again(claim: Claim, context: Context, index: TaxonomyIndex, text: str, language: Language) -> None:
    """Read a claim once more by the light of the figure before it in its sentence."""
    last = context.last
    if last is None:
        _share_aimed_at(claim, context.before)
        part_added(claim, context.before)
        read_part_of_one_before(claim, context.before, index, text, language)
        return
    repeat_change(claim, last, context, text, language)
    _level_to_date(claim, last, text)
    if claim.kind in ("change", "growth"):
        _base_of_value_before(claim, last, text)
        _between_two(claim, context)
    if claim.kind == "level":
        _growth_before(claim, last, text, language)
        growth_that_was(claim, last, text, language)
    if claim.kind == "level" and claim.is_latin:
        growth_on_basis(claim, last, text)
        _value_behind_growth(claim, last, text, language)
        _restate_level(claim, last, text, language)
    if claim.is_latin and (claim.kind == "level" or _has_open_sign(claim, text)):
        _change_goes_on(claim, last, context, text, language)
    take_change_of_time(claim, last, text, language)
    read_part_of_change(claim, last, index, text, language)
    _share_moves(claim, last)
    if claim.kind == "level":
        _share_again(claim, last, text)
    if claim.kind == "level":
        change_again(claim, context, index, text, language)
    if claim.kind in ("level", "share"):
        _before_in_bracket(claim, last, text, language)
    if not claim.is_latin:
        _flow_again(claim, last, text)
        _more_of_it(claim, last, index, text, language)
    take_years_of_rate(claim, context)


def _level_to_date(claim: Claim, last: Frame, text: str) -> None:
    """Read a rate behind one as what that was over the year so far: 60.1% in the quarter and 60.4% year to date."""
    base = claim.base
    if base is None or not base.is_to_date or base.start < claim.figure.end:
        return
    if claim.figure.kind != "percent" or claim.left_terms or claim.unread or not _has_open_sign(claim, text):
        return
    level = last.candidate.kind == last.claim.kind == "level" and last.claim.figure.kind == "percent"
    if claim.is_latin and level:
        claim.kind = "level"


def _share_aimed_at(claim: Claim, before: Frame | None) -> None:
    """Read a rate that says no more than that it is aimed at as the share before: made up 10%. Our ambition is to reach 15%."""
    if before is None or before.candidate.kind != "share" or claim.figure.kind != "percent":
        return
    points = bool(claim.scenario) or claim.back_reference
    words = (t.meanings for t in (*claim.left, *claim.lead, *claim.right))
    named = any(word.concepts or word.members for word in words)
    if points and claim.kind == "level" and not (named or claim.unread or claim.right_unread):
        claim.kind = "share"


def _flow_again(claim: Claim, last: Frame, text: str) -> None:
    """Read the verb of a flow once more as the flow, and no change of it: 新增開戶86萬戶，其中四季度新增41萬戶."""
    verb = claim.verb
    if verb is None or claim.kind != "change" or claim.base is not None:
        return
    said = text[last.claim.clause_start : last.claim.figure.start]
    is_level = last.claim.kind == last.candidate.kind == "level"
    if claim.of_which and is_level and text[verb.start : verb.end] in said and not claim.left_terms:
        claim.kind, claim.sign, claim.verb = "level", 1, None


_SHORTEST_DEED = 2


def _more_of_it(claim: Claim, last: Frame, index: TaxonomyIndex, text: str, language: Language) -> None:
    """Read more or less of what was done as its change: 處置不良貸款68億元，同比多處置7億元; 納稅X，比上年多納Y.

    Or of what its name says is done: 減值損失15億元，比上年少提5億元.
    """
    base = claim.base
    if claim.kind not in ("level", "change") or base is None:
        return
    said = text[base.end : claim.figure.start].strip(" ")
    word = next((word for word in language.more_of if said.startswith(word)), "")
    if not word or said in language.verbs or said in language.before:
        return
    done = said.removeprefix(word)
    done = done.removesuffix(next((c for c in language.currencies if c and done.endswith(c)), "")).rstrip(" ")
    if not done.isalpha() or done in language.before:
        return
    is_deed = _is_deed_of(done, last, index, language)
    if not (is_deed or _says_deed(done, last, text)):
        claim.of_another = True  # 處置不良貸款68億元，同比多投入2億元
    elif last.claim.kind == "level" and (claim.kind == "level" or is_deed or len(done) < _SHORTEST_DEED):
        claim.kind = "change" if claim.figure.kind != "percent" else "growth"
        claim.sign = -1 if language.more_of[word] == "decrease" else 1
        claim.left = [token for token in claim.left if token.end <= base.end]
        claim.unread = [hole for hole in claim.unread if hole[1] <= base.start]
        claim.qualifiers = [q for q in claim.qualifiers if q in claim.figure.qualifiers]


def _says_deed(done: str, last: Frame, text: str) -> bool:
    """Return whether the clause of the figure before says what was done: 減排二氧化碳X, of 減."""
    return bool(done) and done in text[last.claim.clause_start : last.claim.figure.start]


def _is_deed_of(done: str, last: Frame, index: TaxonomyIndex, language: Language) -> bool:
    """Return whether a flow comes of what was done, as its name says: 提, of 減值損失."""
    concept = last.candidate.concept
    if not index.is_flow(concept):
        return False
    names = index.named_parts.names.get(concept, ())
    deeds: dict[str, tuple[str, ...]] = language.extra["deeds_of"]
    return any(done in listed and any(word in name for name in names) for word, listed in deeds.items())


_SENTENCE_NEAR = 24
"""How far behind a value the bracket may stand that holds the one before: 17.40 cents per share (16.60 cents)."""


def _before_in_bracket(claim: Claim, last: Frame, text: str, language: Language) -> None:
    """Read a value alone in brackets behind one of its kind as the one of the time before: 18.6p (20.1p)."""
    figure = claim.figure
    closed = text[figure.end : figure.end + 1] in (")", "）")
    before = last.claim
    if not closed or claim.times or claim.base:
        return
    if figure.kind not in ("money", "percent") and not _is_near(figure.number, before.figure.number):
        return  # 3,412 (1): a note
    is_level = "level" in (before.kind, last.candidate.kind)  # equal to a ratio of 0.07% (0.16)
    apart = _WITHIN * abs(figure.number - before.figure.number)
    is_share = "share" in (before.kind, last.candidate.kind) and apart < figure.number
    same = (is_level or is_share) and before.figure.kind == figure.kind and not before.is_before
    between = text[before.figure.end : max(claim.amount_start, before.figure.end)]  # (Rs. 5 crore)
    for time in before.times:
        if before.figure.end <= time.start < figure.start:
            between = between.replace(
                text[time.start : time.end], "", 1
            )  # 121.0 at the end of December (114.6)
    opening = max(between.rfind("("), between.rfind("（")) + before.figure.end
    named = is_share or between[1:].startswith(language.distributives or "\0")
    if opening > before.figure.end and named:
        claim.left = [token for token in claim.left if token.start > opening]  # 7.10 per share (7.50)
        claim.unread = [hole for hole in claim.unread if hole[0] > opening]
    alone = all("currency" in token.meanings.kinds for token in claim.left) and not claim.unread
    opened = between.rstrip(" ").endswith(("(", "（")) or claim.in_bracket
    near = opened and len(between) <= _SENTENCE_NEAR and not any(mark in between for mark in ".,;:。，；：)")
    if not (same and alone and near):
        return
    if figure.currency == before.figure.currency or not (
        figure.currency or says_own_currency(claim, text, language)  # US$9m ($24m)
    ):
        claim.is_before = True


def _is_near(number: Decimal, other: Decimal) -> bool:
    """Return whether two counts may be of one thing at two times: 3,412 (3,390)."""
    return other < _TIMES * number and number < _TIMES * other


_TIMES = 3


_WITHIN = 4
"""By how small a part of itself a share may have moved in a year that stands in brackets: 54% women (53%)."""


def _has_open_sign(claim: Claim, text: str) -> bool:
    """Return whether only its base makes a per cent a growth, and no word or sign tells which way: and 4% year on year."""
    figure = claim.figure
    printed = figure.negative or text[figure.start - 1 : figure.start] == "+"
    return claim.kind == "growth" and claim.verb is None and not printed


def _change_goes_on(claim: Claim, last: Frame, context: Context, text: str, language: Language) -> None:
    """Read what a change goes on with against another base: up 2% sequentially and 7% from the third quarter of 2023.

    Or over another time: grew by 9.5% and by 3.1% in the last quarter.
    """
    base = claim.base
    joining = (*language.conjunctions, *language.links, *language.extra["contrasts"])
    beside = _BESIDE_RATE if claim.figure.kind == "percent" else _BESIDE_AMOUNT
    words = [token for token in claim.left if token.meanings.kinds.isdisjoint(beside)]
    while (
        words and words[-1].meanings.kinds == _DEGREE and text[words[-1].start : words[-1].end] not in joining
    ):
        words.pop()  # but by only 3%
    by = base is None and bool(words) and text[words[-1].start : words[-1].end] in language.by
    if claim.verb is not None or claim.is_before or (base is None and not by) or claim.left_terms:
        return
    reached = last.claim.verb is not None and last.claim.verb.meanings.verb == "reach"
    if last.claim.kind == "level" and reached and len(context.frames) > 1 and claim.figure.kind == "percent":
        last = context.frames[-2]  # by 7.9% to €2,316 million, or by 6.5% at constant rates
    if last.claim.kind not in ("change", "growth"):
        return
    if claim.unread or (base is not None and (base.start < claim.figure.end or base.base == "maturity")):
        return
    if any(text[token.start : token.end] not in joining for token in words):
        return  # though better by 2 basis points
    claim.kind = "growth" if claim.figure.kind == "percent" else "change"
    claim.sign, claim.verb, claim.unsure_sign = last.claim.sign, last.claim.verb, last.claim.unsure_sign


_DEGREE = frozenset(("function",))
_BESIDE_AMOUNT, _BESIDE_RATE = frozenset(("currency",)), frozenset(("before",))
"""The kinds of words that may stand before a change that goes on: and RMB5m on June; and around 7.2% over June."""


def _value_behind_growth(claim: Claim, last: Frame, text: str, language: Language) -> None:
    """Read the amount right behind a growth and a word of comparison as the value before: a growth of 35% over ₹8,870 crore."""
    if last.claim.kind != "growth" or claim.is_before:
        return
    words = text[last.claim.figure.end : claim.figure.start].split()
    money = claim.figure.kind == "money"
    if (
        money
        and words
        and words[0] in language.base_prefixes
        and all(w in language.currencies for w in words[1:])
    ):
        claim.is_before, claim.qualifiers = True, []


def _restate_level(claim: Claim, last: Frame, text: str, language: Language) -> None:
    """Give an amount that says the one before it once more the time of that: $94.1 million, or $1.39 per diluted share."""
    if last.claim.kind != "level" or claim.times:
        return
    between = text[last.claim.figure.end : claim.figure.start]
    gap = between.lstrip(" ,(")
    aside = bool(claim.part) and "(" in between and text[claim.noun_end : claim.noun_end + 1] == ")"
    again = aside or gap.startswith(language.restatements or "\0")
    if len(gap) <= _SENTENCE_NEAR and again and claim.verb is None:
        claim.times, claim.is_before = last.claim.times, last.claim.is_before
        # 5.21%, or (4.86% on a bank-only basis), because the cost of funds rose
        claim.is_aside = claim.figure.kind == last.claim.figure.kind and bool(claim.part or claim.scope)


def _is_reached_from(claim: Claim, last: Frame) -> bool:
    """Return whether a value is what the one before came to: fell from 38% to 35%."""
    return last.claim.is_before and claim.verb is not None and claim.verb.meanings.verb == "reach"


def _share_moves(claim: Claim, last: Frame) -> None:
    """Read what a share moved by, and what it moved to: 36% of the total, an improvement of 2 points; by 0.6 points to 54%."""
    if not claim.is_latin or last.candidate.kind not in ("share", "share_change"):
        return
    if claim.left_terms or claim.unread or claim.right_unread:
        return
    claim.says_share |= claim.unsure_sign
    reached = claim.verb is not None and claim.verb.meanings.verb == "reach"
    if reached and claim.figure.kind == "percent" and last.candidate.kind == "share_change":
        claim.kind = "share"


def _share_again(claim: Claim, last: Frame, text: str) -> None:
    """Read a per cent of another part, after a share, as a share too: auto 29%, credit cards 5%.

    Or what the share has come to: 個人存款佔比首次突破五成，達到51.2%.
    """
    if not claim.is_latin and last.candidate.kind == "share" and _is_reached_only(claim, last):
        claim.kind, claim.of_before = "share", last.claim.of_before
        claim.of_which |= last.claim.of_which
        return
    if (
        claim.figure.kind == "percent"
        and (claim.is_before or _is_reached_from(claim, last) or _is_growth_then(claim, last))
        and claim.is_latin
        and last.candidate.kind == "share"
    ):
        if not claim.left_terms and not claim.unread:
            claim.kind = "share"  # 38% of the total, down from 39%
        return
    in_bracket = claim.in_bracket or text[claim.figure.start - 1] == "("  # 16% (19% a year earlier)
    if (
        claim.figure.kind == "percent"
        and claim.verb is None
        and last.candidate.kind == "share"
        and not any(token.meanings.concepts for token in claim.left)
        and (
            any(token.meanings.members for token in (*claim.left, *claim.right))
            or (in_bracket and claim.is_latin and bool(claim.phrases) and not claim.left_terms)
        )
    ):
        claim.kind = "share"


def _is_reached_only(claim: Claim, last: Frame) -> bool:
    """Return whether a per cent of Han prose, right behind a share, says no more than that it is reached: 達到51.2%."""
    if claim.figure.kind != "percent" or claim.unread or claim.times:
        return False
    near = claim.figure.start - last.claim.figure.end <= _NEAR
    return near and bool(claim.left) and all(t.meanings.verb in ("level", "reach") for t in claim.left)


def _growth_before(claim: Claim, last: Frame, text: str, language: Language) -> None:
    """Read a per cent that a growth is compared with, or comes to, as a growth: growth of 5.5%, against 3.8%; 增速由5%升至8%."""
    if take_growth_of_pronoun(claim, last, text, language) or take_growth_in_bracket(claim, last, text):
        return
    if (
        last.claim.kind == "growth"
        and last.candidate.kind != "level"
        and (claim.is_before or _is_reached_from(claim, last) or _is_growth_then(claim, last))
        and claim.figure.kind == last.claim.figure.kind
        and not any(token.is_term for token in claim.left)
    ):
        verb = last.claim.verb  # 降幅由3.2%擴大至4.1%
        falls = (
            verb is not None and not claim.is_latin and text[verb.start : verb.end] in language.growth_nouns
        )
        claim.kind, claim.sign = (
            "growth",
            -1 if claim.figure.negative or (falls and last.claim.sign < 0) else 1,
        )
        claim.unsure_sign |= claim.is_latin and claim.is_before and last.claim.sign < 0  # fell 3%, against 2%


def _is_growth_then(claim: Claim, last: Frame) -> bool:
    """Return whether a rate of Han prose only says what a growth was then: 存款增長6.1%，上年為9.6%."""
    if claim.is_latin or not claim.times or claim.unread or claim.sentence != last.claim.sentence:
        return False
    if last.claim.sign < 0 or claim.kind != "level":
        return False  # 下降6.1%，上年為9.6%: it may have risen
    return all(token.meanings.verb == "level" for token in claim.left)


_CHANGES = 3
"""How many changes may stand between two values and one more."""


def _between_two(claim: Claim, context: Context) -> None:
    """Read a growth behind two values with their times as the one between them: 由2020年末X增至2024年末Y，累計增長Z."""
    if claim.is_latin or claim.times:
        return
    compound = claim.base is not None and claim.base.base in ("compound_annual", "multi_year")
    if claim.base is not None and not (compound and not claim.base.years):
        return
    found = [f for f in islice(near(context.frames), _CHANGES + 2) if f.claim.kind == "level"][:2]
    now, before = found if len(found) > 1 else (None, None)
    if now is None or before is None or not before.claim.is_before or not before.claim.times:
        return
    said = before.claim.times[-1]
    if said.span is None or before.candidate.concept != now.candidate.concept:
        return
    if any(token.is_term for token in claim.left):
        return
    if claim.base is None:
        usual = {"previous_end": "year_start"}.get(said.span.relative, "previous_year")
        claim.base = replace(said, base=said.base or (usual if said.span.relative else "date"))
    elif now.time is not None and now.time.span is not None:
        years = now.time.span.end.year - said.span.end.year
        claim.base = replace(claim.base, years=years) if years > 1 else claim.base


def _base_of_value_before(claim: Claim, last: Frame, text: str) -> None:
    """Take the base of the value that a change starts from: 較6月30日的865.2億元回升2.2%."""
    if (
        claim.base is None
        and last.claim.times
        and (last.claim.is_before or last.claim.times[-1].base)
        and len(text[last.claim.figure.end : claim.figure.start]) <= _NEAR
        and not any(mark in text[last.claim.figure.end : claim.figure.start] for mark in "，,；;")
    ):
        phrase = last.claim.times[-1]
        claim.base = replace(phrase, base=phrase.base or "date")
