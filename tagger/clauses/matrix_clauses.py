"""What only introduces the clause of a figure: it gives me particular pleasure that | the SME book grew by 5%."""

from __future__ import annotations

from tagger.clauses.claim import MARKS, Line
from tagger.clauses.stretches import tokens_between
from tagger.words.language import Language

_LONGEST = 80
"""How long such an introduction may be."""


def behind_matrix(line: Line, starts: list[int], clause: int, end: int, text: str, language: Language) -> int:
    """Return where a clause begins behind the words that introduce it; `clause` where none do. end: of the clause.

    They name nothing of the taxonomy, and plan, suppose and deny nothing: we expect that, nobody believes that.
    """
    for word in language.extra["complementizers"]:
        at = text.find(f" {word} ", clause, min(end, clause + _LONGEST))
        if at < 0:
            continue
        begins = at + len(word) + 2
        tokens = tokens_between(line.tokens, starts, clause, end)
        term = next((token for token in tokens if token.is_term), None)
        if term is None or term.start < begins or not _opens_subject(text, begins, term.start, language):
            return clause
        before = [token for token in tokens if token.start < at]
        nots = (*language.extra["nots"], *language.extra["nones"], *language.extra["futures"])
        plain = all(token.meanings.kinds.isdisjoint(MARKS) for token in before)
        denied = any(said in nots for said in text[clause:at].split())
        return begins if plain and not denied else clause
    return clause


def _opens_subject(text: str, begins: int, term: int, language: Language) -> bool:
    """Return whether a subject begins there: its name, or a word before it; a verb does behind a relative, that serves farms."""
    said = text[begins:term].split()
    return not said or said[0] in language.extra["articles"] or said[0] in language.linked_articles
