"""Amounts of Han prose that are a part of a change: 貸款增加500億元，其中住房貸款80億元; 新增貸款中，住房貸款佔80億元."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.figures.find import value_of
from tagger.links.candidate import Context, Frame, near
from tagger.words.alternation import alternation
from tagger.words.language import Language, load_language


def read_han_part_of_change(claim: Claim, context: Context, text: str, language: Language) -> None:
    """Read what is a part of a change as one too, unless its own words say that it is there at a day."""
    if claim.kind == "share":
        _share_of_change(claim, context)
        return
    named = claim.left_terms or any(token.meanings.members for token in claim.right)
    if claim.kind != "level" or claim.figure.kind not in ("money", "count") or not named:
        return
    if claim.is_before or claim.times or claim.base or claim.whole or claim.after_noun_verb:
        return
    if claim.verb is not None or _says_balance(claim, text, language):
        return
    change = _change_before(context)
    if change is None:
        _set_in_change(claim, context, text, language)
        return
    before = change.claim
    listed = before.part_of_change or before.of_which
    pointed = claim.of_which or _is_whole(change, claim, text, language)
    if not (pointed or listed) or before.figure.kind != claim.figure.kind:
        return
    if not pointed and not _goes_on(claim, change, text):
        return
    if pointed and not before.part_of_change and value_of(claim.figure)[0] > value_of(before.figure)[0]:
        return  # no part is larger
    claim.kind, claim.sign, claim.verb, claim.base = "change", before.sign, before.verb, before.base
    claim.part_of_change = True


def _share_of_change(claim: Claim, context: Context) -> None:
    """Leave a share that names no whole, behind what was new of a thing: 新增存款200億元，定期佔七成."""
    last = context.last
    if (
        last is None
        or claim.whole
        or last.candidate.kind != "change"
        or last.claim.sentence != claim.sentence
    ):
        return
    if last.claim.after_noun_verb and len(context.frames) == 1:
        claim.kind = "apart"


def _says_balance(claim: Claim, text: str, language: Language) -> bool:
    """Return whether its clause says that it is there at a day: 其中個人貸款餘額X."""
    said = text[claim.clause_start : claim.figure.start]
    return any(word in said for word in language.balances)


def _change_before(context: Context) -> Frame | None:
    """Return the change of the sentence that a part may be of, none where a level is told beside it."""
    found: Frame | None = None
    for frame in near(context.frames):
        kind = frame.candidate.kind
        if kind == "change" and (found is None or frame.claim.figure.kind == found.claim.figure.kind):
            found = found or frame
        elif kind == "level" and not frame.claim.is_before:
            return None
    return found


def _is_whole(change: Frame, claim: Claim, text: str, language: Language) -> bool:
    """Return whether a change opens its sentence as the whole of what follows: 新增的500億元貸款中，住房貸款80億元."""
    between = text[change.claim.figure.end : claim.clause_start].rstrip(language.clause_ends + " ")
    return between.endswith(tuple(closing for _, closing in language.share_within))


def _goes_on(claim: Claim, change: Frame, text: str) -> bool:
    """Return whether a list of parts goes on: 其中住房貸款80億元、綠色貸款120億元."""
    if ";" in text[change.claim.figure.end : claim.figure.start]:
        return False
    concept = change.candidate.concept
    own = {c for token in claim.left_terms for c in token.meanings.concepts}
    return not own or concept in own


def _set_in_change(claim: Claim, context: Context, text: str, language: Language) -> None:
    """Read an amount as one of what was new, in which its sentence is set: 新增貸款中，住房貸款佔80億元."""
    if any(frame.candidate.kind not in ("share", "change") for frame in context.frames):
        return
    found = _sets_in(language.tags).search(text, context.begins, claim.figure.start)
    if found is None or ";" in text[found.end() : claim.figure.start]:
        return
    closing = found.start(2)
    if any(token.is_term and token.start <= closing < token.end for token in (*claim.lead, *claim.left)):
        return  # 新增中長期貸款
    claim.kind, claim.sign, claim.part_of_change = "change", -1 if found[1] else 1, True


@cache
def _sets_in(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what a thing grew or fell by, as that in which a sentence is set: 新增貸款中; 貸款增量中."""
    language = load_language(*tags)
    closings = alternation({closing for _, closing in language.share_within}) or "(?!)"
    increments = alternation(language.extra["increments"]) or "(?!)"
    grown, fallen = (_verbs_of(target, language) for target in ("increase", "decrease"))
    new = alternation(language.extra["new_ones"]) or "(?!)"
    of = alternation(language.attributive) or "(?!)"
    ends = re.escape(language.clause_ends + language.sentence_ends)
    opens = rf"{increments}|(?:{new}|(?:{grown}|({fallen}))(?:{of}))[^{ends}]{{1,10}}?"
    return re.compile(rf"(?:{opens})({closings})")


def _verbs_of(target: str, language: Language) -> str:
    words = [word for word, verb in language.verbs.items() if verb == target and len(word) > 1]
    return alternation(words) or "(?!)"
