"""A change that is said once more: as an amount and as a growth, with another scope, or of two values: up 6%, or $5 million."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tagger.clauses.claim import Claim
from tagger.figures.figure import POINTS
from tagger.figures.find import value_of
from tagger.links.candidate import Context, Frame
from tagger.words.language import Language
from tagger.words.periods import TimePhrase


def repeat_change(claim: Claim, last: Frame, context: Context, text: str, language: Language) -> None:
    """Read a figure that says the change before it once more: 上升1,874百萬港元，或2.0%; up 3.5% (HK$5 million)."""
    if _repeats_two(claim, last, context, text, language) or last.claim.kind not in ("change", "growth"):
        return
    if last.claim.verb is None:
        return
    if _is_that_of_growth(claim, last, text, language):
        _go_on_as("change", claim, last)
        return
    if claim.unread or claim.of_before or any(token.is_term for token in (*claim.left, *claim.lead)):
        return
    percent = claim.figure.kind == "percent"
    if percent == (last.claim.kind == "growth"):
        if percent:
            _grow_otherwise(claim, last, text, language)
        return
    points = last.claim.figure.kind in POINTS
    if percent and points and claim.kind == "level" and (claim.is_latin or claim.times):
        return  # slid 30 basis points, closing the year at 14.2%; 收窄9個基點，上年為1.67%
    phrases = (*last.claim.times, *([last.claim.base] if last.claim.base is not None else ()))
    ends = [phrase.end for phrase in phrases if phrase.end < claim.figure.start]
    begin = max([last.claim.figure.end, *ends])  # 5% year over year, or $211 million
    gap = text[begin : claim.figure.start].strip(" ,，")
    said = max((w for w in language.restatements if _opens(gap, w, claim)), key=len, default="")
    again = begin + text[begin : claim.figure.start].find(gap) + len(said)  # that is, which corresponds to
    if claim.is_latin and any(
        text[t.start : t.end] in language.finite_verbs for t in claim.left if t.end > again
    ):
        return  # came down by 1.3 points and now stands at 41.2%
    bracket = gap.endswith(("(", "（")) or gap.startswith(("(", "（"))
    said_again = bracket or bool(said) or any(gap.endswith(" " + w) for w in language.restatements)
    said_again = said_again and all(_is_stretch(time, claim) for time in claim.times)
    bare = claim.verb is None
    named = any(token.meanings.concepts for token in claim.right)
    of_named = named and claim.is_latin and percent and text.startswith(_of(language), claim.figure.end)
    inside = claim.verb is not None and claim.kind == "level" and claim.verb.end <= again and not named
    open_sign = claim.kind == "growth" and bare and not claim.figure.negative
    if not of_named and (  # equivalent to 3% of total assets
        (percent and claim.kind == "level" and bare)
        or open_sign
        or (said_again and (bare or (bool(said) and inside)))
    ):
        _go_on_as("growth" if percent else "change", claim, last)


def _repeats_two(claim: Claim, last: Frame, context: Context, text: str, language: Language) -> bool:
    """Read a rate that says again how the two figures before it differ; return whether it stands behind two such."""
    if claim.figure.kind != "percent" or claim.kind != "level":
        return False
    before = last.claim.kind == "level" and len(context.frames) > 1 and context.frames[-2].claim.is_before
    if last.claim.is_before or (before and claim.is_latin):
        _growth_of_two(claim, context, text, language)
        return True
    if claim.is_latin and _is_growth_of_change(claim, context, text, language):
        _go_on_as("growth", claim, context.frames[-2])
        return True
    return False


def _is_growth_of_change(claim: Claim, context: Context, text: str, language: Language) -> bool:
    """Return whether a rate behind a change and what it came to says the change again: up by $125m to $2,140m, or 6.2%.

    It must be what the one is of the other before it, which a share of something else hardly is.
    """
    if claim.figure.kind != "percent" or claim.kind != "level" or len(context.frames) < _TWO:
        return False
    change, level = context.frames[-2:]
    gap = text[_end_of(level.claim) : claim.figure.start].strip(" ,")
    if change.claim.kind != "change" or level.candidate.kind != "level" or level.claim.is_before:
        return False
    if change.claim.sentence != claim.sentence or any(token.is_term for token in claim.left):
        return False
    if not any(_opens(gap, words, claim) for words in language.restatements):
        return False
    moved, now = value_of(change.claim.figure)[0] * change.claim.sign, value_of(level.claim.figure)[0]
    then, rate = now - moved, value_of(claim.figure)[0]
    return then > 0 and abs(abs(moved) / then - rate) <= _ABOUT * rate


_TWO = 2
_ABOUT = Decimal("0.05")
"""By how small a part of itself a rate may be off that two rounded amounts make."""


def _of(language: Language) -> tuple[str, ...]:
    return tuple(f" {word} " for word in language.genitives[:1])


def _opens(gap: str, words: str, claim: Claim) -> bool:
    """Return whether what stands between two figures opens with words that say the first once more."""
    return gap.startswith(words) and not (claim.is_latin and gap[len(words) : len(words) + 1].isalnum())


def _is_stretch(time: TimePhrase, claim: Claim) -> bool:
    """Return whether a time behind a figure is one in which something grew, and no day: or $5bn, during the year."""
    return (
        claim.is_latin
        and time.start >= claim.figure.end
        and time.span is not None
        and time.span.start is not None
    )


def _go_on_as(kind: str, claim: Claim, last: Frame) -> None:
    """Read a figure as the change before it, which it says in another way."""
    claim.kind, claim.sign, claim.verb = kind, last.claim.sign, last.claim.verb
    claim.base = claim.base or last.claim.base


def _is_that_of_growth(claim: Claim, last: Frame, text: str, language: Language) -> bool:
    """Return whether an amount says a growth once more, behind the name of what grew: a 19% increase in deposits, or $232m."""
    verb = last.claim.verb
    if (
        last.claim.kind != "growth"
        or verb is None
        or verb.start < last.claim.figure.end
        or claim.kind != "level"
    ):
        return False
    between = [token for token in claim.left if "currency" not in token.meanings.kinds]
    told = max((n for n, token in enumerate(between, 1) if token.is_term), default=0)
    again = told < len(between) and text[between[told].start : between[-1].end] in language.restatements
    words = (*last.claim.right, *between)
    named = any(t.is_term and last.candidate.concept in t.meanings.concepts for t in words)
    return again and named and claim.figure.kind == "money"


def _grow_otherwise(claim: Claim, last: Frame, text: str, language: Language) -> None:
    """Read a growth of another scope, or told once more, as the one before it: up 6%, or 4% excluding notable items."""
    if _is_of_next_time(claim, last, text, language):
        _go_on_as("growth", claim, last)
        return
    begin, base = last.claim.figure.end, last.claim.base
    if base is not None and base.base == "constant_currency" and begin < base.end < claim.figure.start:
        begin = base.end  # 12% in local currency and 4% in dirhams
    gap = text[begin : claim.figure.start].strip(" ,，").split()
    again = (
        0 < len(gap) <= _FEW and gap[0] in language.restatements and not set(gap[1:]) - set(language.links)
    )
    _take_money_told_in(claim, last, text, language)
    rates = claim.base is not None and claim.base.base in _RATES_OF_EXCHANGE
    if (
        rates
        and gap
        and gap[0] in {*language.subordinators, *language.conjunctions, *language.extra["contrasts"]}
        and len(gap) <= _FEW + 1
        and all(_only_joins(word, language) for word in gap[1:])
    ):
        again = claim.kind == "level" and claim.verb is None
        if again:
            _go_on_as("growth", claim, last)
        return
    if (
        again
        and claim.kind == "level"
        and claim.verb is None
        and claim.is_latin
        and (claim.part or claim.scope)
    ):
        _go_on_as("growth", claim, last)
        claim.is_aside = True


def _only_joins(word: str, language: Language) -> bool:
    """Return whether a word between two growths says nothing of either: but by only 3%."""
    return word in language.before or language.words.get(word) == "function"


def _take_money_told_in(claim: Claim, last: Frame, text: str, language: Language) -> None:
    """Read a growth that is told in a currency, behind another, as the reported one: 12% in local currency and 4% in dirhams."""
    if claim.base is not None or last.claim.kind != "growth" or len(claim.right) < 2:  # noqa: PLR2004
        return
    link, money = claim.right[:2]
    told = text[link.start : link.end] in language.links and "currency" in money.meanings.kinds
    if told and not text[claim.figure.end : link.start].strip() and not claim.right_unread:
        claim.base = TimePhrase(link.start, money.end, None, "actual_currency")


def _is_of_next_time(claim: Claim, last: Frame, text: str, language: Language) -> bool:
    """Return whether a per cent is the growth of another time, joined to the last: rose 8% in the quarter and 9% in the half."""
    before = last.claim.times[-1] if last.claim.times else None
    if before is None or not claim.times or claim.kind != "level" or claim.verb is not None:
        return False
    if not claim.is_latin or before.start < last.claim.figure.end or any(t.is_term for t in claim.right):
        return False
    behind = claim.times[-1].start >= claim.figure.end
    return behind and text[before.end : claim.figure.start].strip() in language.conjunctions


_RATES_OF_EXCHANGE = ("constant_currency", "actual_currency")
_FEW = 2
"""How many words join a growth to the one before it: or of, or by."""


def _growth_of_two(claim: Claim, context: Context, text: str, language: Language) -> None:
    """Read a per cent that says once more how two figures before differ: $38.9bn, up from $31.5bn, or 23%."""
    now, before = context.frames[-2:] if len(context.frames) > 1 else (None, None)
    if now is None or before is None or now.candidate.concept != before.candidate.concept:
        return
    gap = text[_end_of(before.claim) : claim.figure.start].strip(" ,，")
    if now.claim.is_before and not before.claim.is_before:  # from €19.9bn to €21.4bn, or by 7.7%
        now, before = before, now
        gap = text[_end_of(now.claim) : claim.figure.start].strip(" ,，")
    between = text[now.claim.figure.end : before.claim.figure.start]
    if any(kind == "percent" and word in between for word, kind in language.units.items()):
        return  # $131m, or 0.59% of loans, against $118m, or 0.53%
    if claim.verb is None and any(gap.startswith(word) for word in language.restatements):
        (first, _), (second, _) = value_of(now.claim.figure), value_of(before.claim.figure)
        claim.kind, claim.sign = "growth", 1 if first >= second else -1
        claim.base = before.claim.times[-1] if before.claim.times else None
        claim.base = replace(claim.base, base=claim.base.base or "date") if claim.base else None


def _end_of(claim: Claim) -> int:
    """Return where a figure ends, with the phrases of time right behind it: $58.8bn at 31 December 2023."""
    return max([claim.figure.end, *(phrase.end for phrase in claim.times)])


def growth_on_basis(claim: Claim, last: Frame, text: str) -> None:
    """Read a rate in the bracket behind a growth, with what it is of, as a growth too: up 15% (8% adjusted)."""
    before = last.claim
    if (
        before.kind != "growth"
        or before.figure.kind != claim.figure.kind
        or not (claim.in_bracket and claim.part)
    ):
        return
    if text[before.figure.end : claim.figure.start] in (" (", "(") and claim.verb is None and not claim.times:
        claim.kind, claim.sign, claim.verb, claim.base = "growth", before.sign, before.verb, before.base
        claim.is_aside = True


def growth_that_was(claim: Claim, last: Frame, text: str, language: Language) -> None:
    """Read what was behind what would have been as a growth like it: would have grown by 10.4% instead of 6.7%."""
    if last.claim.kind != "growth" or claim.figure.kind != last.claim.figure.kind or not language.actuals:
        return
    if text[last.claim.figure.end : claim.figure.start].strip(" ,").endswith(language.actuals):
        claim.kind, claim.sign, claim.hypothetical = "growth", last.claim.sign, False
        claim.base = claim.base or TimePhrase(claim.figure.end, claim.figure.end, None)
