"""Growths that English tells in another currency than the report's: premium in Ulster grew 11% in sterling, but 9% in euro.

Nothing that rates of exchange did is in them.
"""

from __future__ import annotations

from tagger.clauses.claim import Claim
from tagger.links.setting import Setting
from tagger.words.periods import TimePhrase

_USUAL = ("previous_year",)
_LINK_AND_MONEY = 2


def take_growth_in_currency(claim: Claim, setting: Setting) -> None:
    """Read a growth that is told in another currency right behind it as one at constant rates of exchange."""
    if claim.kind != "growth" or claim.figure.kind != "percent" or len(claim.right) < _LINK_AND_MONEY:
        return
    if claim.base is not None and (claim.base.base not in _USUAL or claim.base.span is not None):
        return
    text, language = setting.prose.text, setting.language
    link, money = claim.right[:_LINK_AND_MONEY]
    if (
        text[claim.figure.end : link.start].strip()
        or text[link.start : link.end] not in language.extra["currency_links"]
    ):
        return
    codes = {meaning.target for meaning in money.meanings if meaning.kind == "currency"}
    if link.end + 1 == money.start and codes and codes.isdisjoint(("", setting.profile.currency)):
        claim.base = TimePhrase(link.start, money.end, None, "constant_currency")
