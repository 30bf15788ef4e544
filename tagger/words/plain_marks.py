"""Marks that an encoding, a typesetter or a hand gave another form, put in their ordinary one, character for character.

Pages converted from Big5 print the small forms of marks (39﹒2%, ﹙同比﹚); some print a raised decimal point (2‧05%), or
group digits by the comma of Han prose (1，234.5億元), as numbers of full-width digits do. Triangles and arrows beside a number
say which way it went (▲ 19%, 3.2%▼) in one of two forms, ↑ and ↓. Letters that a font of signs shows as the marks of a list's
items (n Net income of $5m) are such marks.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tagger.words.blanks_in_numbers import blanks_in_numbers
from tagger.words.decimal_commas import with_decimal_points

_SMALL = "﹐﹑﹒﹔﹕﹖﹗﹘﹙﹚﹛﹜﹝﹞﹟﹠﹡﹢﹣﹤﹥﹦﹨﹩﹪﹫｡､"
_ORDINARY = "，、.；：？！—（）{}〔〕#&*+-<>=\\$%@。、"
_RAISED = "·‧・･∙⋅"
_PLAIN = str.maketrans(_SMALL, _ORDINARY)
_OTHER_FORM = re.compile(f"[{re.escape(_SMALL + _RAISED)}]")
_RAISED_RATE = re.compile(rf"\d[{_RAISED}]\d{{1,4}} ?[%％﹪]")
_ORDINARY_RATE = re.compile(r"\d[.．]\d{1,4} ?[%％﹪]")
_RAISED_POINT = re.compile(
    rf"(?<![“\"「『《\d.{_RAISED}])(\d{{1,3}}(?:[,，]\d{{3}}){{0,6}})[{_RAISED}](?=\d{{1,4}}(?![\d.{_RAISED}]))"
)
"""Not one of several (2025·6·30), and not the day by which an event is called (“3·15”)."""
_COMMA_OF_PROSE = re.compile(r"，\d{3}(?!\d)")
_GROUPED = re.compile(
    r"(?<![\d.,，、])(?:\d{1,2}(?:，\d{3}){1,6}(?![\d，])|\d{3}(?:，\d{3}){1,6}(?=[.．]\d))"
    r"|(?<!\S)\d{3}(?:，\d{3}){1,6}(?!\S)|(?<![０-９])[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])"
)
"""Three digits, a comma and three, no decimals and no blanks around them, may be two of a list: 120，135億元."""
_UP, _DOWN = "▲▴△▵⬆⇧⇑↗🔺", "▼▾▽▿⬇⇩⇓↘🔻"
_HOLLOW = "△"
_ARROWS = str.maketrans(_UP + _DOWN, "↑" * len(_UP) + "↓" * len(_DOWN))
_MINUSES = str.maketrans(_UP, "-" * len(_UP))
_ARROW = re.compile(f"[{_UP}{_DOWN}]")
_OTHER_FORM_OR_ARROW = re.compile(f"[{re.escape(_SMALL + _RAISED)}{_UP}{_DOWN}]")
_ANY_DOWN = re.compile(f"[{_DOWN}↓]")
_NUMBER = r"[(（]?[A-Za-z]{0,3}[$£€¥￥₹]?\s?[0-9０-９][0-9０-９,.]{0,20}"
_BESIDE_NUMBER = re.compile(
    rf"[{_UP}{_DOWN}][\uFE0E\uFE0F]?[ \u00a0\u3000]{{0,2}}(?={_NUMBER})|(?<=[0-9%％])[ \u00a0]?[{_UP}{_DOWN}]"
    rf"|(?<=[a-z\u4e00-\u9fff])[ \u00a0]?[{_UP}{_DOWN}](?=[ \u00a0\u3000]{{0,9}}(?:[|)）\n]|\Z))"
)
_BARE_NUMBER = re.compile(rf"[{_UP}] ?[0-9０-９][0-9０-９,.]*(?![0-9０-９,.]| ?[^\W\d_]| ?[%％])")


def with_plain_marks(text: str, *, page: bool = False) -> str:
    """Return the text with its marks in their ordinary forms; the result has the same length. page: it is that of a page."""
    text = _with_marks_of_items(text)
    blanks = blanks_in_numbers(text, page=page)
    text = with_decimal_points(text)
    if blanks:
        ends = (*blanks, len(text))
        text = text[: blanks[0]] + "".join(f",{text[at + 1 : end]}" for at, end in pairwise(ends))
    if text.isascii():
        return text
    other = _OTHER_FORM_OR_ARROW.search(text) is not None
    if other and _OTHER_FORM.search(text):
        # a raised point parts names and lists too: it is a decimal one where the document's rates have no other
        if _RAISED_RATE.search(text) and not _ORDINARY_RATE.search(text):
            text = _RAISED_POINT.sub(r"\1.", text)
        text = text.translate(_PLAIN)
    if _COMMA_OF_PROSE.search(text):
        text = _GROUPED.sub(lambda found: found.group().replace("，", ","), text)
    return _with_plain_arrows(text) if other and _ARROW.search(text) else text


_LETTERS_OF_ITEMS = "nlquvw"
_LEAST_ITEMS = 3


def _with_marks_of_items(text: str) -> str:
    """Return the text with a letter that stands alone at the beginning of several lines as the mark of an item."""
    for letter in _LETTERS_OF_ITEMS:
        if f"\n{letter} " not in text:
            continue
        items = re.compile(rf"(?<![^\n]){letter}(?= +[A-Z0-9$£€¥#(])")
        if len(items.findall(text)) >= _LEAST_ITEMS:
            text = items.sub("•", text)
    return text


def _with_plain_arrows(text: str) -> str:
    """Return the text with the triangles and arrows beside its numbers in one form.

    Where it has none that points down, and some are hollow (△ 3.9%) or most stand before bare amounts (▲ 1,234), they are
    minus signs.
    """
    marked = _BESIDE_NUMBER.findall(text)
    minus = not _ANY_DOWN.search(text) and (
        any(_HOLLOW in said for said in marked) or 2 * len(_BARE_NUMBER.findall(text)) > len(marked)
    )
    plain = _MINUSES if minus else _ARROWS
    return _BESIDE_NUMBER.sub(lambda found: found.group().translate(plain), text)
