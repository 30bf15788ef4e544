"""Rules on the text of labels: blanks, punctuation, length, scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from taxonomy.model import Label
from taxonomy.rules.remark import Remark
from taxonomy.rules.rule import Rule
from taxonomy.rules.subject import Named, Subject, said_role

LONGEST_LABEL: Final = 510
_BLANKS: Final = re.compile(r"^\s|\s$|\s\s")
_ENDS: Final = ".,;:!。，；：、！·-–—"
_ABBREVIATION: Final = re.compile(r"\b(?:[A-Za-z]\.)+$|\b[A-Z][a-z]{0,3}\.$")
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_LETTER: Final = re.compile(r"[A-Za-z]")
_BRACKETS: Final = {")": "(", "]": "[", "）": "（", "」": "「", "》": "《", "】": "【"}
_OPENING: Final = frozenset(_BRACKETS.values())
_ANY_BRACKET: Final = re.compile("[" + re.escape("".join((*_BRACKETS, *_BRACKETS.values()))) + "]")
_FREQUENT_BIG5: Final = range(0xA4, 0xC7)
"""Lead bytes of the characters that Big5 calls frequently used."""


def _labels(subject: Subject) -> Iterator[tuple[Named, Label]]:
    for named in subject.elements:
        for label in named.labels:
            yield named, label


def _what(named: Named, label: Label) -> str:
    return f"the {label.language} {said_role(label.role)} of {named.qname}"


def _blanks(subject: Subject) -> Iterator[Remark]:
    for named, label in _labels(subject):
        if _BLANKS.search(label.text):
            message = f'{_what(named, label)} has blanks at an end or several together: "{label.text}"'
            yield Remark(named.at_label(label), message)


def _ends_in_punctuation(subject: Subject) -> Iterator[Remark]:
    for named, label in _labels(subject):
        text = label.text.rstrip()
        if label.role == "documentation" or not text or text[-1] not in _ENDS:
            continue
        if not _ABBREVIATION.search(text):
            yield Remark(named.at_label(label), f'{_what(named, label)} ends in "{text[-1]}": "{text}"')


def _long(subject: Subject) -> Iterator[Remark]:
    for named, label in _labels(subject):
        if label.role != "documentation" and len(label.text) > LONGEST_LABEL:
            message = f"{_what(named, label)} has {len(label.text)} characters, more than {LONGEST_LABEL}"
            yield Remark(named.at_label(label), message)


def _markup(subject: Subject) -> Iterator[Remark]:
    for named, label in _labels(subject):
        if re.search(r"<[/A-Za-z]|&[a-z]+;|&#", label.text):
            yield Remark(named.at_label(label), f"{_what(named, label)} holds markup: {label.text[:60]}")


def _open_bracket(text: str) -> str:
    """Return the first bracket of a text that lacks its partner, or an empty string."""
    waiting: list[str] = []
    found: list[str] = _ANY_BRACKET.findall(text)
    for character in found:
        if character in _OPENING:
            waiting.append(character)
        elif character in _BRACKETS and (not waiting or waiting.pop() != _BRACKETS[character]):
            return character
    return waiting[0] if waiting else ""


def _brackets(subject: Subject) -> Iterator[Remark]:
    for named, label in _labels(subject):
        if bracket := _open_bracket(label.text):
            message = f'{_what(named, label)} has a "{bracket}" without its partner: "{label.text[:80]}"'
            yield Remark(named.at_label(label), message)


@lru_cache(maxsize=50_000)
def _script_of(character: str) -> str:
    """Return "Hant" or "Hans" for a character of that script alone, an empty string for one of both.

    What Big5 has among its frequent characters and GB 2312 has not is Traditional; what GB 2312 has and Big5 has
    not is Simplified. Against OpenCC's table of 3,558 characters this misses 16 of the Traditional ones in
    GB 2312 and the 1,200 rare ones, and takes no character of both scripts but those `words.yaml` lists.
    """
    try:
        lead = character.encode("big5")[0]
    except UnicodeEncodeError:
        lead = 0
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return "Hant" if lead in _FREQUENT_BIG5 else ""
    return "" if lead else "Hans"


_OTHER: Final = {
    "zh-Hant": "Hans",
    "zh-TW": "Hans",
    "zh-HK": "Hans",
    "zh-Hans": "Hant",
    "zh-CN": "Hant",
    "zh-SG": "Hant",
}
_SCRIPT_NAME: Final = {"Hant": "Traditional", "Hans": "Simplified"}


def _other_script(subject: Subject) -> Iterator[Remark]:
    for named, label in _labels(subject):
        wrong = _OTHER.get(label.language) or _OTHER.get(label.language[:3] + label.language[3:].upper())
        if wrong is None:
            continue
        found = [
            character
            for character in dict.fromkeys(_HAN.findall(label.text))
            if _script_of(character) == wrong and character not in subject.words.both_scripts
        ]
        if found:
            message = f'{_what(named, label)} has {_SCRIPT_NAME[wrong]} characters ({"".join(found[:10])}): "{label.text[:60]}"'
            yield Remark(named.at_label(label), message)


def _other_language(subject: Subject) -> Iterator[Remark]:
    for named, label in _labels(subject):
        if label.role == "term" or not label.text:
            continue
        is_chinese, han = label.language.startswith("zh"), bool(_HAN.search(label.text))
        if is_chinese and not han and len(_LETTER.findall(label.text)) > 6:  # noqa: PLR2004 - an acronym is shorter
            yield Remark(
                named.at_label(label), f'{_what(named, label)} has no Chinese character: "{label.text[:60]}"'
            )
        elif label.language.startswith("en") and han:
            yield Remark(
                named.at_label(label), f'{_what(named, label)} has Chinese characters: "{label.text[:60]}"'
            )


RULES: Final = (
    Rule(
        "TW-L020", "warning", "Blanks at an end, or several together",
        "They are invisible to the author, break searches and comparisons, and differ between processors.",
        "GFM 1.5.7 and 1.5.8 (as Arelle's EDINET rules quote them)",
        "Remove the blanks.",
        _blanks,
    ),
    Rule(
        "TW-L021", "warning", "Label ends in punctuation",
        "A label is a name, not a sentence; the mark shows up in every table and gets in the way of matching.",
        "tagwright: labels are matched in texts",
        "Remove the mark at the end.",
        _ends_in_punctuation,
    ),
    Rule(
        "TW-L022", "warning", "Label too long",
        "Several processors and filing systems refuse labels of 511 characters and more.",
        "GFM 1.5.6 (as Arelle's EDINET rules quote it)",
        "Shorten the label; what explains it belongs in the definition.",
        _long,
    ),
    Rule(
        "TW-L023", "warning", "Markup in a label",
        "Labels are plain text: tags and entities are shown as they stand.",
        "GFM 1.5.7 (as Arelle's EDINET rules quote it)",
        "Write plain text.",
        _markup,
    ),
    Rule(
        "TW-L024", "warning", "Bracket without its partner",
        "Part of the text was lost, or something was pasted that does not belong here.",
        "tagwright: what it has seen",
        "Close or remove the bracket.",
        _brackets,
    ),
    Rule(
        "TW-L025", "warning", "Characters of the other Chinese script",
        "A reader takes it for a misprint, and what is written properly does not match it.",
        "BCP 47 (the tag names the script)",
        "Write the text in the script that its language tag names.",
        _other_script,
    ),
    Rule(
        "TW-L026", "warning", "Label in another language than its tag says",
        "The readers whom the tag promises a text do not get it.",
        "BCP 47 (the tag names the language)",
        "Translate the label, or put it under its own language.",
        _other_language,
    ),
)  # fmt: skip
