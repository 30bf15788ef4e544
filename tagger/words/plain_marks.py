"""Marks that an encoding, a typesetter or a hand gave another form, put in their ordinary one, character for character.

Pages converted from Big5 print the small forms of marks (39﹒2%, ﹙同比﹚); some print a raised decimal point (2‧05%), or
group digits by the comma of Han prose (1，234.5億元), as numbers of full-width digits do.
"""

from __future__ import annotations

import re

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


def with_plain_marks(text: str) -> str:
    """Return the text with its marks in their ordinary forms; the result has the same length."""
    if text.isascii():
        return text
    if _OTHER_FORM.search(text):
        # a raised point parts names and lists too: it is a decimal one where the document's rates have no other
        if _RAISED_RATE.search(text) and not _ORDINARY_RATE.search(text):
            text = _RAISED_POINT.sub(r"\1.", text)
        text = text.translate(_PLAIN)
    if _COMMA_OF_PROSE.search(text):
        text = _GROUPED.sub(lambda found: found.group().replace("，", ","), text)
    return text
