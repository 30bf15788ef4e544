"""A part that a noun for its kind points back at: institutional clients left, but inflows from the channel were £7bn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tagger.clauses.claim import Claim
from tagger.links.candidate import Context
from tagger.links.channels import leave_out_channel
from tagger.links.ends_of_parts import sums_up
from tagger.links.setting import Setting
from tagger.links.sums_of_parts import take_sum
from tagger.words.folding import fold
from tagger.words.forms import singulars
from tagger.words.language import Language
from tagger.words.word import Meaning, Token, Word


def take_axis_noun(claim: Claim, context: Context, setting: Setting) -> None:
    """Give a clause of Latin prose the part said before that a noun for its kind points at: the channel, that region."""
    text, language = setting.prose.text, setting.language
    claim.total |= sums_up(claim, context.last, setting)
    take_sum(claim, context, setting)
    if claim.unread:
        leave_out_channel(claim, setting)
    _leave_out_kind(claim, setting)
    for hole in claim.unread:
        said = _WORD_BEFORE.search(text, claim.clause_start, hole[0])
        if said is None or said[1] not in language.extra["demonstratives"]:
            continue
        if any(token.is_term and token.start == hole[1] + 1 for token in claim.left):
            continue  # the channel income
        axis = next(_axes_called(text[slice(*hole)], setting), "")
        member = _said_last(axis, claim, context) if axis else ""
        if not member or setting.index.is_default(axis, member):
            continue
        word = Word((Meaning("member", member, axis),))
        claim.left = sorted([*claim.left, Token(*hole, word, is_term=True)], key=_start)
        _leave_out(hole, claim)
        return


def _leave_out_kind(claim: Claim, setting: Setting) -> None:
    """Take out a noun for the kind of a part right behind its name, which adds nothing to it: the partner channel had $5m."""
    for hole in claim.unread:
        part = next((t for t in claim.left if t.end + 1 == hole[0] and t.is_term), None)
        if (
            part is None
            or part.meanings.concepts
            or any(t.start == hole[1] + 1 and t.is_term for t in claim.left)
        ):
            continue
        axes = set(_axes_called(setting.prose.text[slice(*hole)], setting))
        if not axes.isdisjoint([axis for axis, _ in part.meanings.members]):
            _leave_out(hole, claim)
            return


def _leave_out(hole: tuple[int, int], claim: Claim) -> None:
    claim.unread, claim.of_what, claim.heads, claim.apart = (
        [other for other in holes if other != hole]
        for holes in (claim.unread, claim.of_what, claim.heads, claim.apart)
    )


_WORD_BEFORE = re.compile(r"(?:^|[ \n,(])([a-z]+)[ \n]\Z")


def _start(token: Token) -> int:
    return token.start


def _axes_called(noun: str, setting: Setting) -> Iterator[str]:
    """Yield the axes whose name is about a noun: region, of Region of client."""
    for axis in setting.index.taxonomy.axes:
        if axis.role is None and any(
            label.role == "standard" and noun in _heads(fold(label.text), setting.language)
            for label in axis.labels
        ):
            yield axis.qname


def _heads(name: str, language: Language) -> list[str]:
    """Return the noun that a name is about, as it is said and alone."""
    words = name.split()
    link = next((at for at, word in enumerate(words) if at and word in language.links), len(words))
    return [words[link - 1], *singulars(words[link - 1], language)] if words else []


def _said_last(axis: str, claim: Claim, context: Context) -> str:
    """Return the member of an axis that was said last: in the clauses before, of the figure before, of the paragraph's first."""
    tokens = [*claim.lead, *context.since, *context.opening, *context.meant]
    frames = [frame for frame in (context.last, context.before) if frame is not None]
    said = [pair for frame in frames[:1] for pair in frame.candidate.dimensions]
    pairs = [*(pair for token in reversed(tokens) for pair in token.meanings.members), *said]
    pairs.extend(pair for frame in (*frames[1:], *context.opened) for pair in frame.candidate.dimensions)
    return next((member for named, member in pairs if named == axis), "")
