"""What points back at several things before: the former and the latter, and these, which compare with 9.6% and 13.7%."""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.list_parts import names_anything
from tagger.words.language import Language
from tagger.words.word import Token

BACK = ("former", "latter")


def refer_back(claims: list[Claim]) -> None:
    """Let 前者 and 後者 (the former, the latter) follow the last two figures before that name something."""
    if all([claim.marks.isdisjoint(BACK) for claim in claims]):  # noqa: C419  # no generator: half the time
        return
    named: list[Claim] = []
    for claim in claims:
        said = _said_back(claim)
        if len(named) > 1 and said:
            claim.follows = named[-2] if _is_former(said) else named[-1]
        elif names_anything(claim) or follows_elsewhere(claim):
            named = [*(other for other in named[-1:] if other.sentence == claim.sentence), claim]


def follows_elsewhere(claim: Claim) -> bool:
    """Return whether a figure goes on from one of another sentence: what it follows in its own has its place already."""
    return claim.follows is not None and claim.follows.sentence != claim.sentence


def told_in_last(
    run: list[Claim], claims: list[Claim], text: str, language: Language, *, dealt: bool
) -> list[Claim]:
    """Return the figures of the sentence before that the first of the next is about: These compare with 9.6% and 13.7%.

    They are as many and of the same kind each, all of them were named, and a pronoun stands for them. dealt: respectively.
    """
    first = run[0]
    if not first.is_latin or first.left_terms:
        return []
    said = {text[token.start : token.end] for token in first.left}
    many = not said.isdisjoint(language.extra["plural_pronouns"])
    if not many and (not dealt or said.isdisjoint(language.subject_pronouns)):
        return []
    before = [claim for claim in claims if first.sentence - 1 <= claim.sentence <= first.sentence]
    before = [claim for claim in before if claim.figure.start < first.figure.start]
    named = [claim for claim in before if names_anything(claim) and claim.other_entity is None]
    alike = [claim.figure.kind for claim in named] == [claim.figure.kind for claim in run]
    if not alike or before[-1].sentence == first.sentence:
        return []
    first.unread = []  # these ratios
    return named


def take_part_of_pair(claim: Claim, said: list[Token]) -> None:
    """Give the former or the latter one of the two parts that the sentence before names without a figure.

    said: the terms of that sentence. Group loans have been overtaken by business loans. The former came to $128m.
    """
    back = _said_back(claim)
    if not back:
        return
    pair = _pair_of(said)
    named = bool(claim.left_terms)
    if not pair or (named and any(token.meanings.concepts for thing in pair for token in thing)):
        if claim.follows is None:
            span = back[0].start, back[0].end
            claim.unread, claim.apart = [*claim.unread, span], [*claim.apart, span]
        return
    part = pair[0] if _is_former(back) else pair[1]
    claim.left = [*claim.left, *part] if named else [*part, *claim.left]  # loans to the latter; the latter
    claim.lead, claim.follows = [], None


def _pair_of(said: list[Token]) -> list[list[Token]]:
    """Return the last two parts of one kind that a sentence names, or the only two things; none where it has neither."""
    for at in range(len(said) - 1, 0, -1):
        last = said[at].meanings.members
        axes = {axis for axis, _ in last}
        for other in reversed(said[:at]):
            members = other.meanings.members
            if members != last and any(axis in axes for axis, _ in members):
                return [[other], [said[at]]]
    things: list[list[Token]] = []
    for token in said:
        if things and token.start <= things[-1][-1].end + 1:
            things[-1].append(token)  # corporate loans
        else:
            things.append([token])
    return things if len(things) == _TWO else []


_TWO = 2


def _said_back(claim: Claim) -> list[Token]:
    """Return the words before a figure that point back at one of two things: the former."""
    return [token for token in claim.left if not token.meanings.kinds.isdisjoint(BACK)]


def _is_former(said: list[Token]) -> bool:
    """Return whether it is the first of the two that words point back at."""
    return any("former" in token.meanings.kinds for token in said)
