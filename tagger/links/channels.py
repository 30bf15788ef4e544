"""Users of an app by its name, where what is counted is called after the channel: active users of the Hill app."""

from __future__ import annotations

import re
from functools import cache

from tagger.clauses.claim import Claim
from tagger.clauses.stretches import outside
from tagger.links.setting import Setting
from tagger.words.alternation import alternation


def leave_out_channel(claim: Claim, setting: Setting) -> None:
    """Take out of a clause what a channel is called behind a name that already says the channel: mobile users of the Hill app."""
    text, extra = setting.prose.text, setting.language.extra
    if not any(text[start:end] in extra["channel_nouns"] for start, end in claim.unread):
        return
    names = setting.index.named_parts.names
    for token in claim.left:
        found = _channel(
            setting.language.links, setting.language.linked_articles, tuple(extra["channel_nouns"])
        ).match(text, token.end, claim.figure.start)
        if found is None or not token.meanings.concepts:
            continue
        if any(other.is_term and token.end < other.start < found.end() for other in claim.left):
            return  # of the wallet app, where that is a part
        called = {
            word
            for concept in token.meanings.concepts
            for name in names.get(concept, ())
            for word in name.split()
        }
        if any(word in called for word in extra["channel_words"]):
            claim.unread = outside(claim.unread, *found.span())
            claim.of_what = outside(list(claim.of_what), *found.span())
            return


@cache
def _channel(links: tuple[str, ...], articles: tuple[str, ...], nouns: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a channel with its name behind a link: of the Hill Bank app."""
    between, before, ends = (alternation(words) or "(?!)" for words in (links, articles, nouns))
    return re.compile(rf" (?:{between}) (?:(?:{before}) )?(?:[a-z0-9'’+.-]+ ){{1,4}}(?:{ends})\b")
