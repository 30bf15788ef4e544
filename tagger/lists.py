"""Lists that are dealt out: 個人及公司貸款分別增長3.5%及8.3%.

A run of figures with nothing between them but an enumeration takes the parts of the list before it, one each. Where
no list of that length stands before it, it takes over the parts of the run of the same length before.
"""

from __future__ import annotations

from tagger.claims import Claim, Line
from tagger.language import Language


def deal_out(claims: list[Claim], line: Line, text: str, language: Language) -> None:
    """Give the claims of each run of figures their parts of the list before it."""
    del claims, line, text, language
