"""What an amount of Han prose came from, which is no name of it: 手續費收入80億元，其中12億元來自託管業務, 理財業務貢獻35億元.

The amount is of what the sentence speaks of, and of the one part of it that is called so, less what all such parts are.
"""

from __future__ import annotations

from operator import attrgetter

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context
from tagger.links.half_named import part_called
from tagger.links.setting import Setting
from tagger.words.language import Language
from tagger.words.word import Meaning, Token, Word

_LONGEST = 12
"""How long the name of a source is."""


def take_source(claim: Claim, context: Context, setting: Setting) -> None:
    """Let what an amount came from be the part that it is of, and name nothing else."""
    if claim.figure.kind != "money" or claim.kind != "level" or claim.is_before or claim.whole:
        return
    if claim.is_dealt:
        return  # 分別帶來X及Y的收入
    text, language, index = setting.prose.text, setting.language, setting.index
    span = _behind(claim, text, language) or _before(claim, text, language)
    if span is None:
        return
    start, end = span
    inside = [t for t in (*claim.left, *claim.right, *claim.part) if start <= t.start and t.end <= end]
    whole = _whole_of(claim, context, span)
    named = {concept for token in inside for concept in token.meanings.concepts}
    members = [pair for token in inside if token.is_term for pair in token.meanings.members]
    if not whole:
        if not named or any(index.is_flow(concept) for concept in named):
            return
    elif whole in named or (
        not named and any(index.permits(whole, frozenset((axis,))) for axis, _ in members)
    ):
        return
    found = part_called(text[start:end], whole, setting) if whole else None
    claim.left = [token for token in claim.left if token not in inside]
    claim.right = [token for token in claim.right if token not in inside]
    claim.unread = [hole for hole in claim.unread if not start <= hole[0] < end]
    claim.right_unread = [hole for hole in claim.right_unread if not start <= hole[0] < end]
    claim.part = []
    if found is not None:
        word = Word((Meaning("member", found[1], found[0]),))
        claim.part = [Token(start, end, word, is_term=True)]
    else:
        claim.of_unnamed = True


def read_inclusion(claim: Claim, context: Context, text: str, language: Language) -> None:
    """Read what a clause behind a figure says to be included in that as a part of it: 手續費收入80億元，包括理財35億元."""
    start = claim.clause_start
    word = max((w for w in language.extra["inclusions"] if text.startswith(w, start)), key=len, default="")
    last = context.last
    if not word or last is None or claim.in_bracket or last.claim.sentence != claim.sentence:
        return
    claim.of_which = True
    claim.left = [t for t in claim.left if t.start >= start + len(word) or "scope" not in t.meanings.kinds]
    claim.scope = [token for token in claim.scope if token.start >= start + len(word)]


def take_part_of_list(claim: Claim, context: Context, setting: Setting) -> None:
    """Let one more of a list of parts be a part too, where that is called so: 其中理財業務35億元、託管業務12億元.

    Its name may be that of another thing as well: 託管業務, of 託管資產規模.
    """
    last = context.last
    if claim.figure.kind != "money" or claim.kind != "level" or claim.is_before or claim.whole or claim.right:
        return
    if last is None or not last.candidate.dimensions or last.candidate.kind != "level" or claim.apart_from:
        return
    whole, index, named = last.candidate.concept, setting.index, claim.left_terms
    if last.claim.figure.kind != "money" or not (
        claim.is_listed or last.within_part or last.claim.half_named
    ):
        return
    if not named or any(whole in token.meanings.concepts for token in named):
        return
    if any(index.permits(whole, frozenset((axis,))) for token in named for axis, _ in token.meanings.members):
        return
    start = min([named[0].start, *(hole[0] for hole in claim.unread)])
    end = max([named[-1].end, *(hole[1] for hole in claim.unread)])
    found = part_called(setting.prose.text[start:end], whole, setting)
    if found is None or found[0] not in dict(last.candidate.dimensions):
        return
    word = Word((Meaning("member", found[1], found[0]),))
    kept = [token for token in claim.left if token.end <= start or token.start >= end]
    claim.left = sorted([*kept, Token(start, end, word, is_term=True)], key=_START)
    claim.unread, claim.half_named = [], True


_START = attrgetter("start")


def _whole_of(claim: Claim, context: Context, span: tuple[int, int]) -> str:
    """Return what the amount is a part of, as its clause, the figure before or the clause before says; "" for nothing."""
    last = context.last
    if last is not None and last.candidate.kind == "level" and last.claim.figure.kind == "money":
        return last.candidate.concept
    for token in (*reversed(claim.left), *reversed(claim.lead)):
        if token.meanings.concepts and not span[0] <= token.start < span[1]:
            return token.meanings.concepts[0]
    return ""


def _behind(claim: Claim, text: str, language: Language) -> tuple[int, int] | None:
    """Return where that stands which so much came from, right behind the amount: 12億元來自託管業務."""
    at = claim.figure.end
    word = max((w for w in language.extra["origins"] if text.startswith(w, at)), key=len, default="")
    if not word:
        return None
    start = at + len(word)
    ends = [
        text.find(mark, start, start + _LONGEST) for mark in language.clause_ends + language.sentence_ends
    ]
    end = min([place for place in ends if place >= 0], default=-1)
    if end <= start or any(owner in text[start:end] for owner in language.attributive):
        return None
    return start, end


def _before(claim: Claim, text: str, language: Language) -> tuple[int, int] | None:
    """Return where that stands which brought forth so much, right before its verb: 理財業務貢獻35億元, 來自託管的有12億元."""
    figure, verbs = claim.amount_start, language.extra["made"]
    verb = max((w for w in verbs if text.endswith(w, claim.clause_start, figure)), key=len, default="")
    first = next((t for t in claim.left if t.is_term), None)
    start = min(
        [*([first.start] if first is not None else []), *(a for a, _ in claim.unread)], default=figure
    )
    end = figure - len(verb)
    if verb and 0 < end - start <= _LONGEST:
        return start, end
    for word in language.extra["origins"]:
        at = text.find(word, claim.clause_start, figure)
        if at < 0:
            continue
        owner = min((p for o in language.attributive if (p := text.find(o, at, figure)) > 0), default=-1)
        if at < owner and all(t.start < at or t.end <= owner or not t.is_term for t in claim.left):
            return at + len(word), owner
    return None
