"""Finds the blanks that group the digits of numbers where their place alone says that they do: | 4 812 |, Employees: 1 350.

Nordic, French, Polish or South African pages and tables print them so. In a page a line is a cell, a tile or a paragraph, and
what it begins with is one number; in the columns of a plain text two values may stand a blank apart, and all numbers of a part
between blank lines must say it together.
"""

from __future__ import annotations

import re

_GROUPED = r"[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+"
_MAY_BE = re.compile(r"[1-9][ \u00a0\u2009\u202f]\d{3}(?!\d)|\d[1-9]?\d[ \u00a0\u2009\u202f]\d{3}(?!\d)")
_ENDS = r"(?![ \u00a0\u2002\u2009\u202f]?\d|[.,]\d{3}(?!\d)|,\d)"
"""No digit goes on behind it; a decimal comma puts its number the other way round by itself."""
_GAP = r"[ \u00a0\u2009\u202f]?"
_BEFORE = rf"[(（\[]?[-–—−－+]?{_GAP}(?:[A-Z]{{0,3}}[$€£¥]|[A-Z]{{3}}(?=[ \u00a0]))?{_GAP}[-–—−－]?{_GAP}"
_NARROW = re.compile(rf"(?<![\w.,/\u00a0\u2009\u202f])[1-9]\d{{0,2}}(?:[\u00a0\u2009\u202f]\d{{3}})+{_ENDS}")
"""Blanks at which no line breaks hold a number together wherever it stands."""
_LEADING = re.compile(rf"^{_BEFORE}({_GROUPED}){_ENDS}", re.MULTILINE)
_LABELLED = re.compile(rf"(?<=[^\W_][:：] )({_GROUPED}){_ENDS}")
_PIECE = re.compile(r"(?:(?!\t|\||  |\u3000)[^\n])+")
_WHOLE = re.compile(rf"{_BEFORE}({_GROUPED})(?:[.,]\d{{1,4}})?[ \u00a0]?[)）%]?\s*")
_SEVERAL = re.compile(r"[(（]?[-–—−]?[\d.,]*\d[)）%]?(?: [(（]?[-–—−]?[\d.,]*\d[)）%]?)+")
_COMMAS = re.compile(r"\d,\d{3}(?!\d)")
_YEARS = re.compile(r"(?:\A|  |[\t\n|])(?:19|20)\d\d (?:19|20)\d\d(?!\S)")
"""Heads a blank apart, and so the values below them, behind a blank line too."""
_PART_ENDS = re.compile(r"\n[ \t\r]*\n")
_BLANK = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d)")
_LEAST = 2


def blanks_in_numbers(text: str, *, page: bool) -> list[int]:
    """Return where such blanks stand, in order. page: the text is that of a page, a cell or a paragraph a line."""
    if _MAY_BE.search(text) is None:
        return []
    spans = [found.span(1) for found in _LABELLED.finditer(text)]
    if page:
        spans.extend(found.span() for found in _NARROW.finditer(text))
        spans.extend(found.span(1) for found in _LEADING.finditer(text))
    else:
        at, apart = 0, False
        for end in [*(found.end() for found in _PART_ENDS.finditer(text)), len(text)]:
            headed, apart = apart, _YEARS.search(text, at, end) is not None
            if not (headed or apart) and _MAY_BE.search(text, at, end):
                spans.extend((at + first, at + last) for first, last in _in_columns(text[at:end]))
            at = end
    return sorted({blank.start() for start, end in spans for blank in _BLANK.finditer(text, start, end)})


def _in_columns(part: str) -> list[tuple[int, int]]:
    """Return the numbers grouped so in the columns of a part, where nothing in it says that they are several values each."""
    if _COMMAS.search(part):
        return []
    spans: list[tuple[int, int]] = []
    at, together, short = 0, False, False
    for line in part.splitlines(keepends=True):
        pieces = [found for found in _PIECE.finditer(line) if found.group().strip()]
        found_in_line = 0
        for piece in pieces if len(pieces) > 1 else ():
            begins = piece.start() + len(piece.group()) - len(piece.group().lstrip())
            whole = _WHOLE.fullmatch(line, begins, piece.end())
            if whole is None:
                if _SEVERAL.fullmatch(piece.group().strip()):
                    return []
                continue
            found_in_line += 1
            short = short or whole.group(1)[1] in _BLANKS or whole.group(1)[2] in _BLANKS
            if "," not in whole.group():
                spans.append((at + whole.start(1), at + whole.end(1)))
        together = together or found_in_line >= _LEAST
        at += len(line)
    return spans if together or (short and len(spans) >= _LEAST) else []


_BLANKS = " \u00a0\u2009\u202f"
