"""The two ends of a range: 8%至10%, 3-5 million."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.planning import is_moved_plan
from tagger.clauses.runs import BESIDE_AMOUNT
from tagger.figures.find import value_of
from tagger.words.language import Language

BLANKS = " \u3000¥￥$€£"
"""What may stand between figures and words beside them."""
_OPENER = 14
_OPENING = 24
"""How far before a range the word may stand that opens it, and how much between its ends."""


def mark_ranges(claims: list[Claim], text: str, language: Language) -> None:
    """Mark the two ends of a range: 8%至10%, 3-5 million."""
    for earlier, before, low, high in zip(
        (None, None, *claims), (None, *claims), claims, claims[1:], strict=False
    ):
        same = low.figure.kind == high.figure.kind and low.sentence == high.sentence
        same = same and (
            low.kind == "level"
            or (low.kind == "growth" and high.figure.kind == "percent")
            or _is_change_to_change(low, text)
        )
        if (
            not same
            or low.is_before
            or _is_above(low, high, text, language)
            or is_moved_plan(low, text, language)
        ):
            continue
        if _is_said_twice(before, low, text, language) or (
            low.is_latin and _is_measure(low, high, text, language)
        ):
            continue
        gap = _without_currency(text[low.figure.end : high.figure.start], language)
        opening, _, rest = gap.partition(" ")
        gap = opening if rest in language.before else gap  # 2.0 to about 2.2 billion
        opened = text[max(0, low.figure.start - _OPENING) : low.figure.start]
        between = gap in language.conjunctions and any(
            word in opened[-_OPENER:] for word in language.range_openers
        )
        if low.is_latin and gap in language.ranges and _is_moved_again(earlier, before, low, text, language):
            continue
        if gap in language.ranges or between:
            _take_change_behind(low, high)
            low.bound, high.bound, high.follows = "low", "high", low
            if low.is_latin and "at_most" in low.qualifiers:
                low.qualifiers = [word for word in low.qualifiers if word != "at_most"]  # within 150% to 180%
            high.kind, high.sign, high.verb, high.base, high.times = (
                low.kind,
                low.sign,
                low.verb,
                low.base or high.base,
                low.times or high.times,
            )
            low.times, low.base = high.times, high.base
            high.after_noun_verb = low.after_noun_verb  # 新增網點50至60家
            high.unread, high.scenario = [], low.scenario
            if low.is_latin and "about" in low.qualifiers and "about" not in high.qualifiers:
                high.qualifiers = [*high.qualifiers, "about"]  # approximately 32%-35%
            _share_whole(low, high, text, language)


def _is_change_to_change(low: Claim, text: str) -> bool:
    """Return whether a change without a unit begins a range in Han prose, whose other end says it: 收窄5至8個基點."""
    return low.kind == "change" and not low.is_latin and text[low.figure.end - 1].isdigit()


def _take_change_behind(low: Claim, high: Claim) -> None:
    """Give the low end of a range the change that is said behind the other: 12% to 13% growth in advances."""
    verb = high.verb
    behind = verb is not None and verb.start >= high.figure.end and high.kind in ("change", "growth")
    if not behind or low.kind != "level" or low.verb is not None or not low.is_latin:
        return
    low.kind, low.sign, low.verb = high.kind, high.sign, verb
    low.unread = []
    low.right, low.right_unread, low.right_end = high.right, high.right_unread, high.right_end


def _is_moved_again(
    earlier: Claim | None, before: Claim | None, low: Claim, text: str, language: Language
) -> bool:
    """Read an amount as the change that the verb of the clause before says: home loans grew $3m to $42m and cards $5m to $61m.

    Or by $5m to $61m.
    """
    if earlier is None or before is None or not earlier.sentence == before.sentence == low.sentence:
        return False
    verb, came = earlier.verb, before.verb
    if (
        earlier.kind != "change"
        or before.kind != "level"
        or verb is None
        or came is None
        or low.verb is not None
    ):
        return False
    alike = earlier.figure.kind == before.figure.kind == low.figure.kind and low.kind == "level"
    arrived = came.meanings.verb == "reach" and came.start >= earlier.figure.end and not before.is_before
    if not (alike and arrived and verb.start < earlier.figure.start and low.left_terms) or low.unread:
        return False
    last = next((t for t in reversed(low.left) if t.meanings.kinds.isdisjoint(BESIDE_AMOUNT)), None)
    by = last is not None and text[last.start : last.end] in language.by
    if last is None or not (last.is_term or by) or low.scenario:
        return False
    opening = text[before.figure.end : low.figure.start].lstrip(" ,").partition(" ")[0]
    if opening not in language.conjunctions:
        return False
    low.kind, low.sign, low.verb, low.unsure_sign = "change", earlier.sign, verb, earlier.unsure_sign
    low.base = low.base or earlier.base
    return True


def _share_whole(low: Claim, high: Claim, text: str, language: Language) -> None:
    """Give the low end of a range what stands behind the other: the whole of rates, whose each an amount is.

    Between 20 and 25 basis points of loans; $2.52 to $2.72 per share.
    """
    if not high.right:
        return
    first = high.right[0]
    if low.figure.kind == "money" and low.is_latin and "each" in first.meanings.kinds:
        low.right, low.right_unread, low.right_end = high.right, high.right_unread, high.right_end
        return  # $2.52 to $2.72 per share
    each = [token for token in high.right[:2] if "each" in token.meanings.kinds]
    if low.is_latin and each and low.figure.kind == "percent":
        low.left = [*each, *low.left]  # between 4% and 5% in each region
    if low.figure.kind not in ("percent", "basis_points"):
        return
    if low.kind == "growth" and low.is_latin and not any(t.is_term for t in (*low.left, *low.right)):
        low.right, low.right_unread = high.right, high.right_unread  # growth of 6% to 8% in loans
    elif text[first.start : first.end].partition(" ")[0] in language.genitives[:1]:
        low.right, low.right_unread, low.part_of = high.right, high.right_unread, high.part_of
        low.of_before, low.total_behind = high.of_before, high.total_behind
    elif low.kind == "level" and not (low.left_terms or high.left_terms or high.right_unread):
        low.right, low.right_unread, low.right_end = high.right, high.right_unread, high.right_end
        # a target range of 13% to 14% for the ratio


def _is_said_twice(before: Claim | None, low: Claim, text: str, language: Language) -> bool:
    """Return whether an amount says a growth once more, and begins no range: rose 12%, or $35 billion, to $338 billion."""
    if before is None or before.kind != "growth" or before.sentence != low.sentence or low.kind != "level":
        return False
    if before.bound and not low.is_latin:
        return False  # 增長3%至5%，或5億元至8億元
    gap = _without_currency(text[before.figure.end : low.figure.start], language)
    return gap.strip(" ,，") in language.restatements


def _is_measure(low: Claim, high: Claim, text: str, language: Language) -> bool:
    """Return whether a figure says by how much something came to the next, many times as large: by £4m to £92m."""
    return _is_by(low, text, language) and value_of(high.figure)[0] > _NO_RANGE * value_of(low.figure)[0]


def _is_by(low: Claim, text: str, language: Language) -> bool:
    """Return whether the last word before an amount is by, which opens a change."""
    last = next((t for t in reversed(low.left) if t.meanings.kinds.isdisjoint(BESIDE_AMOUNT)), None)
    return last is not None and text[last.start : last.end].rpartition(" ")[2] in language.by


_NO_RANGE = 4
"""How many times as large as the other the end of no range is."""


def opens_range(claim: Claim, text: str, language: Language) -> bool:
    """Return whether what looks like a value before a change begins a range: anywhere from $2 to $3 million."""
    return claim.is_latin and text[claim.clause_start : claim.amount_start].rstrip().endswith(
        language.range_openers
    )


def _is_above(low: Claim, high: Claim, text: str, language: Language) -> bool:
    """Return whether the first of two figures is the greater one; 8,000萬至1億元 is a range.

    In Latin letters, where a change may end at what follows (by 900 million to 1.05 billion), only where no word says by.
    """
    one, other = low.figure, high.figure
    if not (one.scale and other.scale) or (low.is_latin and _is_by(low, text, language)):
        return one.number > other.number
    return one.number.scaleb(one.scale) > other.number.scaleb(other.scale)


def _without_currency(gap: str, language: Language) -> str:
    gap = gap.strip(" \u3000")
    if len(gap) > _OPENING or not gap.endswith(tuple(language.currencies)):
        return gap
    word = max((w for w in language.currencies if gap.endswith(w) and gap != w), key=len, default="")
    return gap.removesuffix(word).strip(BLANKS) if word else gap
