"""Puts together values that a text's lines part: a currency in a line of its own ($ / 41,396), a scale behind ($69 / billion)."""

from __future__ import annotations

from functools import cache
from itertools import chain

from tagger.readers.text_lines import TextLine, has_wide_gap
from tagger.readers.values import currency_signs, is_nil, is_number, is_year
from tagger.words.folding import fold
from tagger.words.language import every_language

_LONGEST = 9
_BULLETS = frozenset("•●○◎◆◇■□▪▶►➢➤✓✔√★☆※❖‣")
"""A mark of a list in a line of its own goes with the item below it."""
_CLOSES = frozenset((")", ")%", "%)"))


def joined_values(lines: list[TextLine]) -> list[TextLine]:
    """Return the lines with what a line parts put together: a currency and its number, a bullet and its item."""
    kept: list[TextLine] = []
    for line in lines:
        last = kept[-1] if kept else None
        if last is None or len(last.text) > 2 * _LONGEST:
            kept.append(line)
        elif last.text in currency_signs() and is_nil(line.text):
            kept[-1] = line  # $ / —
        elif _is_one_value(last, line):
            text = f"{last.text} {line.text}"
            kept[-1] = last._replace(
                end=line.end, text=text, width=last.width + 1 + line.width, bare=line.bare
            )
        else:
            kept.append(line)
    return kept


def _is_one_value(last: TextLine, line: TextLine) -> bool:
    """Return whether a line ends the value that the line before begins."""
    if len(last.text) <= _LONGEST and last.text in currency_signs():
        return _is_printed(line.text)
    if last.text in _BULLETS:
        return not is_number(line.text)
    if len(line.text) > _LONGEST or not _is_printed(last.text) or is_year(last.text):
        return False  # 2024 / %: two headings
    if line.text in _CLOSES:
        return "(" in last.text and ")" not in last.text  # (108.8 / )
    return not line.after_blank and fold(line.text) in _marks_behind()


def _is_printed(text: str) -> bool:
    """Return whether a line is one number: 41,396, (157), $69."""
    return len(text) <= 2 * _LONGEST and is_number(text) and not has_wide_gap(text)


@cache
def _marks_behind() -> frozenset[str]:
    """Return what alone in a line belongs to the number above it: billion, %, 億."""
    words = chain.from_iterable(language.scales for language in every_language())
    return frozenset((*filter(None, words), "%"))
