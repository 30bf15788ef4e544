"""Rates that are said by their verb: time deposits cost 1.9%, of cost of time deposits."""

from __future__ import annotations

from collections.abc import Callable

from tagger.words.language import Language


def by_verb(term: str, language: Language, numbers: Callable[[str, Language], tuple[str, ...]]) -> set[str]:
    """Return the forms in which a term is said by the verb of its rate; numbers: yields the singular and plural of a word."""
    verbs: dict[str, tuple[str, ...]] = language.extra["rate_verbs"]
    first, _, rest = term.partition(" ")
    link, _, tail = rest.partition(" ")
    if first in verbs and link in language.links_alike:
        head, thing = first, tail
    else:
        thing, _, head = term.rpartition(" ")
    if not thing or head not in verbs:
        return set()
    before, blank, last = thing.rpartition(" ")
    return {f"{before}{blank}{word} {verb}" for word in numbers(last, language) for verb in verbs[head]}
