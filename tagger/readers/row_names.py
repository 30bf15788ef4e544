"""What stands before the values of a row beside its name: a code before it, its unit or the numbers of its notes behind it.

41000 利息收入 六(二十七)及十一(三): codes of accounts, and notes, as statements print them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from tagger.readers.grid_cell import GridCell
from tagger.readers.head_words import heads_units
from tagger.readers.text_lines import Word
from tagger.readers.values import is_value, is_year, mentions_unit
from tagger.words.alternation import alternation
from tagger.words.language import every_language

_WORD = re.compile(r"\S+")
_CODE = re.compile(r"([0-9]{4,6})\s+(?=[^\W\d_])")
_LEAST_CODED = 2


def are_coded(names: list[str]) -> bool:
    """Return whether the names of rows begin with the codes of accounts: most of them, all codes as long."""
    codes = [found[1] for name in names if (found := _CODE.match(name))]
    return (
        len(codes) >= max(_LEAST_CODED, len(names) // 2)
        and len({len(code) for code in codes}) == 1
        and len(set(codes)) == len(codes)
    )


def are_code_and_name(code: str, name: str) -> bool:
    """Return whether a piece of a line is the code of an account, and the next its name."""
    if not code.isdecimal() or len(code) not in _LENGTHS or is_year(code):
        return False
    return name[0].isalpha() and not is_value(name)


_LENGTHS = range(4, 7)


def with_codes(cells: list[GridCell], names: dict[int, str]) -> list[GridCell]:
    """Return the cells of a table with the codes of accounts in a column of their own before the names, if they have some.

    names: what stands in the first column, by where it begins.
    """
    coded = are_coded([names[cell.start] for cell in cells if not cell.column and cell.start in names])
    if not coded:
        return cells
    placed: list[GridCell] = []
    for cell in cells:
        code = _CODE.match(names.get(cell.start, "")) if not cell.column else None
        if code is not None:
            placed.append(GridCell(cell.start, cell.start + code.end(1), cell.row, 0, indent=cell.indent))
            cell = replace(cell, start=cell.start + code.end(), indent=cell.indent + code.end())  # noqa: PLW2901
        placed.append(replace(cell, column=cell.column + 1))
    return placed


def is_note(text: str) -> bool:
    """Return whether a word may be the number of a note: 4, 6.1, 5(a), (15)."""
    return _NOTE.match(text) is not None


_NUMBER = r"[0-9]{1,2}(?:\.[0-9]{1,2})?[a-z]?"
_NOTE = re.compile(rf"(?:{_NUMBER}(?:[(（][0-9a-z]{{1,3}}[)）])*|[(（]{_NUMBER}[)）])\Z")


def without_code(text: str) -> str:
    """Return a line without the code of an account that it begins with."""
    found = _CODE.match(text)
    return text[found.end() :] if found else text


def names_of(name: Word, beside: Word | None, *, coded: bool) -> list[tuple[int, Word]]:
    """Return what stands before the values of a row with its columns. beside: what heads the column behind the names."""
    found: list[tuple[int, Word]] = []
    code = _CODE.match(name.text) if coded else None
    if code is not None:
        found.append((0, Word(name.start, name.start + code.end(1), code[1])))
        name = Word(name.start + code.end(), name.end, name.text[code.end() :])
    column = int(coded)
    parts = [name]
    if beside is not None:
        parts = _name_and_unit(name) if heads_units(beside.text) else _name_and_notes(name)
    return [*found, *enumerate(parts, start=column)]


def _parted(name: Word, end: int, start: int) -> list[Word]:
    return [
        Word(name.start, name.start + end, name.text[:end]),
        Word(name.start + start, name.end, name.text[start:]),
    ]


def _name_and_unit(name: Word) -> list[Word]:
    """Return the name of a row and the unit that it ends in, which may have its scale before it: 用電量 萬 千瓦時."""
    words = [found.span() for found in _WORD.finditer(name.text)]
    at = len(words) - 1
    while at > 1 and mentions_unit(name.text[slice(*words[at - 1])]):
        at -= 1
    return _parted(name, words[at - 1][1], words[at][0]) if at > 0 else [name]


def _name_and_notes(name: Word) -> list[Word]:
    """Return the name of a row and the numbers of its notes that it ends in: 六(一)及七, 4(a)."""
    found = _notes().search(name.text)
    return _parted(name, found.start(), found.start(1)) if found else [name]


@cache
def _notes() -> re.Pattern[str]:
    """Return the pattern of numbers of notes behind a name, in digits or in the numerals of all languages there are."""
    languages = every_language()
    digits = {word for one in languages for key in ("digits", "powers") for word in one.numerals.get(key, ())}
    numerals = "".join(sorted(word for word in digits if len(word) == 1))
    number = rf"(?:[{numerals}]{{1,3}}|[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?[a-z]?)"
    part = rf"{number}?(?:[(（](?:{number}|[a-z])[)）])*"
    joins = alternation(word for one in languages for word in one.conjunctions if word > "\u2e80")
    return re.compile(rf"(?<=\S) ((?=[^ ]*[0-9{numerals}]){part}(?:(?:{joins}|[、,，;；/])\s?{part})*)\Z")
