"""What a run of figures is dealt out over, or is of, beyond the list of its own clause.

存款及貸款均增長5%，分別達67億元及53億元; 45%, 40% and 12% of income.
"""

from __future__ import annotations

from bisect import bisect_left

from tagger.clauses.claim import Claim, Line
from tagger.clauses.list_parts import Bounds, head_of, parts_before
from tagger.words.language import Language
from tagger.words.periods import TimePhrase
from tagger.words.word import Token


def parts_of_joint(
    run: list[Claim], claims: list[Claim], line: Line, text: str, marks: Bounds
) -> list[list[Token | TimePhrase]]:
    """Return the parts of the list that the figure right before a run is of, all together: 存款及貸款均增長5%，分別達X及Y."""
    at = bisect_left(claims, run[0].figure.start, key=lambda claim: claim.figure.start) - 1
    joint = claims[at] if at >= 0 else None
    moved = joint is not None and joint.kind in ("change", "growth")
    if joint is None or not moved or joint.is_dealt or joint.sentence != run[0].sentence:
        return []
    if any(claim.figure.kind == joint.figure.kind for claim in run):
        return []
    parts = parts_before(joint, line, text, marks, len(run))
    heads = [head_of(pieces) for pieces in parts]
    return parts if len({id(head) for head in heads}) == len(run) or None in heads[:-1] else []


def whole_behind(last: Claim, text: str, language: Language) -> list[Token]:
    """Return the words behind the last share of a list that say what all are shares of: 45%, 40% and 12% of income."""
    if not last.is_latin or last.figure.kind != "percent" or not last.right or last.right_unread:
        return []
    opens = text[last.right[0].start : last.right[0].end] in language.links
    return last.right if opens and any(token.meanings.concepts for token in last.right) else []


def head_behind(last: Claim, text: str, language: Language) -> Token | None:
    """Return what a list of Han prose is of all over, where that stands behind its last figure: 分別帶來X及Y的保費收入."""
    if last.is_latin or last.figure.kind not in ("money", "count") or last.right_unread:
        return None
    head = next((token for token in last.right if token.meanings.concepts), None)
    between = text[last.figure.end : head.start] if head is not None else "."
    return head if not between or between in language.attributive else None
