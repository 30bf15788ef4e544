"""The formulas of any taxonomy, for whoever reads about it: those of others, and those that ours are compiled to."""

from __future__ import annotations

import re
from dataclasses import replace
from re import Match
from typing import TYPE_CHECKING, Final

from taxonomy.assertions import Assertion, assertions_of
from taxonomy.compile.formula import bounds_in_words, languages_of, messages_in, test_of
from taxonomy.dts import Formula

if TYPE_CHECKING:
    from taxonomy.model import Taxonomy

_PLACEHOLDERS: Final = (
    ("{label}", "\N{HORIZONTAL ELLIPSIS}"),
    ("{parts}", "\N{N-ARY SUMMATION}"),
    ("$", ""),
)
"""What stands for a concept's label, and for the sum of the parts, where a message is told of no fact."""

_EXPRESSION: Final = re.compile(r"\{([^{}]*)\}")
_SUM_OF_PARTS: Final = re.compile(r"-?(\d+ \* )?\$part\d+( [+-] (\d+ \* )?\$part\d+)+")


def formulas_of(taxonomy: Taxonomy) -> tuple[Formula, ...]:
    """Return the assertions and formulas of a taxonomy."""
    if taxonomy.dts is not None:
        return tuple(
            replace(formula, messages=_in_words(formula.messages)) for formula in taxonomy.dts.formulas
        )
    languages = languages_of(taxonomy)
    return tuple(_formula(assertion, languages) for assertion in assertions_of(taxonomy))


def _in_words(messages: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return messages with the expressions in them, which a processor evaluates, told as ours are."""
    return tuple((language, _EXPRESSION.sub(_told, text)) for language, text in messages)


def _told(found: Match[str]) -> str:
    expression = found[1].strip()
    if expression.startswith("xfi:concept-label("):
        return _PLACEHOLDERS[0][1]
    if _SUM_OF_PARTS.fullmatch(expression):
        return _PLACEHOLDERS[1][1]
    return f"{{{expression.replace('$', '')}}}"


def message_of(formula: Formula, language: str) -> str:
    """Return what is said where a formula does not hold (else its label, else its test), in the language if there is."""
    texts = formula.messages or formula.labels
    for wanted in (language, "en"):
        for spoken, text in texts:
            if spoken == wanted:
                return text
    return texts[0][1] if texts else formula.test


def _formula(assertion: Assertion, languages: tuple[str, ...]) -> Formula:
    growths = () if assertion.kind == "difference" else assertion.growths
    terms = (term.concept for term in assertion.terms)
    named = (*assertion.concepts, *assertion.changes, *growths, *terms)
    messages = tuple((language, _message(assertion, language)) for language in languages)
    return Formula(
        assertion.id,
        "value",
        test_of(assertion),
        tuple(dict.fromkeys(filter(None, named))),
        messages=messages,
    )


def _message(assertion: Assertion, language: str) -> str:
    text = messages_in(language)[assertion.kind]["unsatisfied"]
    for key, shown in (("{bounds}", bounds_in_words(assertion)), *_PLACEHOLDERS):
        text = text.replace(key, shown)
    return text
