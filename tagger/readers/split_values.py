"""Puts together values that a text's lines part: a currency in a line of its own ($ / 41,396), a scale behind ($69 / billion)."""

from __future__ import annotations

from functools import cache
from itertools import chain

from tagger.readers.text_lines import TextLine, has_wide_gap
from tagger.readers.values import is_number
from tagger.words.folding import fold
from tagger.words.language import every_language

_LONGEST = 9


def joined_values(lines: list[TextLine]) -> list[TextLine]:
    """Return the lines with a currency and the number in the next line put together, and a number and its scale."""
    kept: list[TextLine] = []
    for line in lines:
        last = kept[-1] if kept else None
        if last is not None and _is_one_value(last, line):
            text = f"{last.text} {line.text}"
            kept[-1] = last._replace(
                end=line.end, text=text, width=last.width + 1 + line.width, bare=line.bare
            )
        else:
            kept.append(line)
    return kept


def _is_one_value(last: TextLine, line: TextLine) -> bool:
    """Return whether a line ends the value that the line before begins."""
    if len(last.text) <= _LONGEST and last.text in _currency_signs():
        return _is_printed(line.text)
    if len(line.text) > _LONGEST or line.after_blank or fold(line.text) not in _marks_behind():
        return False
    return _is_printed(last.text) and not last.text.isdecimal()  # 2024 / %: two headings


def _is_printed(text: str) -> bool:
    """Return whether a line is one number: 41,396, (157), $69."""
    return len(text) <= 2 * _LONGEST and is_number(text) and not has_wide_gap(text)


@cache
def _currency_signs() -> frozenset[str]:
    """Return the signs of currencies of all languages there are: $, HK$, £."""
    words = chain.from_iterable(language.currencies for language in every_language())
    return frozenset(
        form for word in words if word and not word[-1].isalpha() for form in (word, word.upper())
    )


@cache
def _marks_behind() -> frozenset[str]:
    """Return what alone in a line belongs to the number above it: billion, %, 億."""
    words = chain.from_iterable(language.scales for language in every_language())
    return frozenset((*filter(None, words), "%"))
