"""Whose a thing is, which one name of a concept says and the others leave out: profit attributable to owners of the parent."""

from __future__ import annotations

import re

from tagger.words.alternation import alternation
from tagger.words.folding import fold
from tagger.words.language import Language
from tagger.words.word import Meaning
from taxonomy.model import Concept, Taxonomy

_LONGEST_DEFINITION = 72


def add_owned(words: dict[str, dict[Meaning, None]], taxonomy: Taxonomy, language: Language) -> None:
    """Let all names of a concept say whose it is where one of them, or its definition, does.

    Net income attributable to owners of the parent, where a term is profit attributable to owners of the parent.
    """
    if not language.extra["allocations"]:
        return
    whose = re.compile(rf" (?:{alternation(language.extra['allocations'])}) .+")
    names: dict[str, list[str]] = {}
    for term, meanings in words.items():
        for meaning in meanings:
            if meaning.kind == "concept":
                names.setdefault(meaning.target, []).append(term)
    for concept in taxonomy.concepts:
        own = names.get(concept.qname, [])
        tails = [found[0] for name in own if (found := whose.search(name)) is not None]
        if own:
            tails.extend(_defined(concept, own, whose))
        for tail in dict.fromkeys(tails):
            for name in own:
                if whose.search(name) is None:
                    words.setdefault(name + tail, {Meaning("concept", concept.qname): None})


def _defined(concept: Concept, own: list[str], whose: re.Pattern[str]) -> list[str]:
    """Return what a definition says behind a name of the concept, where that is all of it: Net income attributable to owners."""
    found: list[str] = []
    for label in concept.labels:
        told = fold(label.text.strip(" .")) if label.role == "documentation" else ""
        if "," in told or len(told) > _LONGEST_DEFINITION:
            continue
        tail = whose.search(told)
        if tail is not None and told[: tail.start()] in own:
            found.append(tail[0])
    return found
