"""What a profit or a gain is called below zero: 除稅前虧損, of 除稅前溢利; loss before tax, of profit before tax."""

from __future__ import annotations

from tagger.words.language import Language
from tagger.words.word import Meaning


def add_losses(words: dict[str, dict[Meaning, None]], language: Language) -> None:
    """Let a profit be called a loss: 除稅前虧損, of 除稅前溢利; loss before tax, of profit before tax."""
    ends = (("profits", language.losses), ("gains_lost", language.extra["loss_names"]))
    for word, meanings in list(words.items()):
        if not all(meaning.kind == "concept" for meaning in meanings):
            continue
        if word.isascii() and (name := _as_loss(word, language)):
            words.setdefault(name, dict(meanings))
        for key, lost in () if word.isascii() else ends:
            ending = max((e for e in language.extra[key] if word.endswith(e)), key=len, default="")
            if ending and len(word) > len(ending) + (key == "gains_lost"):  # 匯兌損失, but no 淨損失
                words.setdefault(word.removesuffix(ending) + next(iter(lost)), dict(meanings))


def _as_loss(name: str, language: Language) -> str:
    """Return what a Latin name of a profit is called below zero, "" where that is no name: a net loss may be one on a sale."""
    profit = next((e for e in language.extra["profits"] if f" {e} " in f" {name} "), "")
    gain = next((part for part in profit.split() if part in language.tables["gains"]), "")
    if not gain:
        return ""
    first, *others = name.split()
    says_little = first == gain or first in language.light_words or first in language.tables["nets"]
    if not others or (says_little and len(others) == 1) or (first == gain and others[0] in language.links):
        return ""  # losses for the year are of many kinds
    return name.replace(profit, profit.replace(gain, next(iter(language.extra["loss_names"]))))
