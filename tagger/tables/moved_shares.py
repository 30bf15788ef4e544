"""Headings of how far shares have moved: 占比增減, change in mix, (百分點)."""

from __future__ import annotations

from tagger.tables.words import TableWords
from tagger.words.language import Language
from tagger.words.word import Token


def says_moved_share(said: str, tokens: list[Token], words: TableWords, language: Language) -> bool:
    """Return whether a heading that says a share speaks of its change too: 占比增減, change in mix; no 增減比例."""
    share = words.share.search(said)
    if share is None or share[0].strip() in language.tables.get("per_cents", ()):
        return False
    verbs = {m.target for t in tokens if not t.is_term for m in t.meanings if m.kind == "verb"}
    return bool("change" in verbs or words.change.search(said) or {"increase", "decrease"} <= verbs)
