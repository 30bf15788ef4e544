"""Numbers that open a line: of headings and of the marks of footnotes."""

from __future__ import annotations

import re

from tagger.figures.find import Figure

MARK_DIGITS = 2
"""How many digits the mark of a footnote has at most."""


def numbers_a_heading(figure: Figure, text: str, printed: str, kind: str, counted: frozenset[str]) -> bool:
    """Return whether a number at the start of a line is that of a heading, or the mark of a footnote."""
    after = text[figure.digits_end : figure.digits_end + 2]
    if kind == "heading":
        # 1.2 個人金融: the counter is the first character of a word
        return (not figure.kind and not figure.scale) or after[:1] == " "
    if kind in ("cell", "chart"):
        return False
    if (
        not figure.kind
        and not figure.scale
        and figure.digits_end - figure.start <= MARK_DIGITS
        and after[:1] == " "
    ):
        word = _WORD.match(text, figure.digits_end)
        lower = printed[figure.digits_end + 1 : figure.digits_end + 2].islower()
        said = word is not None and word[1] in counted
        counts = (lower or said) if figure.digits_end - figure.start > 1 else lower and said
        return after[1:].isalpha() and not counts  # the mark of a footnote: 1 Excluding …, but 14 funds
    if figure.places and not (figure.kind or figure.scale) and after[:1] == " ":
        # 6.4 Customers and suppliers: things are counted in whole numbers
        return printed[figure.digits_end + 1 : figure.digits_end + 3].istitle()
    return bool(after) and after[0] in ".、)）" and not figure.kind


_WORD = re.compile(r" ([a-z]+)")
