"""Nouns of Han prose that a part was told with, and that are said again without it: then the whole is meant.

活期存款佔比41.3%；存款平均付息率1.71% is of all deposits, 千兆寬帶用戶…，佔比26%，寬帶綜合ARPU of all of broadband.
"""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.clauses.runs import IN_PER_CENT
from tagger.links.candidate import Frame, near
from tagger.links.instalments import is_member_called
from tagger.links.setting import Setting
from tagger.words.word import Token

_NOUN = 2
"""How many characters at least a noun has that is said again."""
_NAMED = ("member", "inherited")
_SHARES = ("share", "share_change")


def says_noun_bare(claim: Claim, frames: list[Frame], setting: Setting) -> bool:
    """Return whether a claim behind a share of a part, or behind a semicolon, names without it what the part is a part of."""
    last, text = frames[-1], setting.prose.text
    told = last.candidate
    if not told.dimensions or not (told.kind in _SHARES or claim.apart_from):
        return False
    named = [token for token in claim.left if token.is_term]
    if not named or not named[0].meanings.concepts or any(token.meanings.members for token in named):
        return False
    first = named[0]
    since = (token for token in claim.lead if token.start >= claim.apart_from)
    if claim.apart_from and any(token.meanings.members for token in since):
        return False  # 科技企業貸款X；綠色金融方面，貸款Y
    if claim.apart_from and _is_of_all_again(first, claim, frames, setting):
        return True
    if told.kind not in _SHARES:
        return False
    noun = text[first.start : first.start + _NOUN]
    spans = [(start, end) for kind, start, end, _ in told.clues if kind in _NAMED and end <= first.start]
    if any(text.endswith(noun, start, end) or text.startswith(noun, end) for start, end in spans):
        return True
    # 分期繳占初年度保費63.7%，初年度等價保費X
    return any(text.startswith(noun, token.start) for token in last.claim.whole)


def _is_of_all_again(first: Token, claim: Claim, frames: list[Frame], setting: Setting) -> bool:
    """Return whether a rate says again what it is of, where its own name would do: 活期存款X；吸收存款平均付息率Y, not 付息率Y.

    Or a thing is said once more without the part: 對公貸款收益率X；貸款收益率Y; 個人貸款增長3%；各項貸款Y.
    """
    told = frames[-1].candidate
    if told.concept in first.meanings.concepts:
        if claim.kind != "level" or claim.times or claim.is_before or "cumulative" in claim.qualifiers:
            return False
        said = setting.prose.text[first.start : first.end]
        tail = next((word for word in setting.language.balances if said.endswith(word)), "")
        return len(said) - len(tail) > _NOUN or any(
            (f.candidate.concept, f.candidate.kind, f.candidate.dimensions)
            == (told.concept, "level", told.dimensions)
            for f in near(frames)
        )
    if claim.figure.kind not in IN_PER_CENT or claim.kind == "growth":
        return False
    said = setting.prose.text[first.start : first.end - _NOUN]
    if not any(said.startswith(name) for name in _bare_names(told.concept, setting)):
        return False
    ends = {end for kind, _, end, target in told.clues if kind in _NAMED and target != told.concept}
    return any(start in ends or end in ends for _, start, end, target in told.clues if target == told.concept)


def _bare_names(concept: str, setting: Setting) -> list[str]:
    """Return what a thing is called, without what says that it is there at a day: 貸款, of 貸款餘額."""
    balances = setting.language.balances
    found: list[str] = []
    for name in setting.index.named_parts.names.get(concept, ()):
        tail = next((word for word in balances if name.endswith(word)), "")
        bare = name[: len(name) - len(tail)]
        if len(bare) >= _NOUN:
            found.append(bare)
    return found


def is_of_all_instalments(claim: Claim, before: Frame | None, setting: Setting) -> bool:
    """Return whether a figure is the whole year's behind one of a part of it: 末期股息每股2角，即全年股息每股3角."""
    if before is None or not (before.candidate.dimensions and claim.is_of_year):
        return False
    here = any(phrase.start >= claim.clause_start for phrase in claim.times)
    if any(token.meanings.members for token in claim.left) or not (claim.left_terms or here):
        return False
    words = setting.language.instalments
    return any(is_member_called(before.candidate.dimensions, word, setting) for word in words)
