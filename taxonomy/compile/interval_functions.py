"""The functions that formulas call, and what each kind of assertion tests with them.

Spec: Custom Function Implementation 1.0; Calculations 1.1 section 3 (intervals of rounded values); XPath 2.0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from taxonomy.qualifiers import footnote_texts

_FACT: Final = "item()"
_NUMBER: Final = "xs:decimal"
_TRUTH: Final = "xs:boolean"
_TEXT: Final = "xs:string"
_ZEROS: Final = "0" * 40
_BEYOND: Final = "1" + "0" * 36
"""Stands for an end that a figure does not have: xs:decimal knows no infinity, and no figure comes near it."""


def _sentences(*qualifiers: str) -> list[str]:
    """Return the sentences of the qualifiers, in every language, as XPath strings."""
    texts = [text for each in qualifiers for text in footnote_texts()[each].values()]
    return ["'" + text.replace("'", "''") + "'" for text in texts]


def _said(*qualifiers: str) -> str:
    """Return the condition that the footnotes of a figure say one of these."""
    return " or ".join(f"contains($notes, {sentence})" for sentence in _sentences(*qualifiers))


_NO_NOTES: Final = "empty(xfi:fact-footnotes($fact, (), (), (), ()))"
KNOWN_FOOTNOTES: Final = (
    "if (empty(xfi:fact-footnotes(., (), (), (), ()))) then true() else "
    "(every $note in xfi:fact-footnotes(., (), (), (), ()) satisfies "
    f"string($note) = ({', '.join(_sentences(*footnote_texts()))}))"
)
"""Of a fact: none of its footnotes is anybody else's, which may say anything."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function that tests call: inputs and steps as (name, type or expression)."""

    name: str
    inputs: tuple[tuple[str, str], ...]
    output_type: str
    output: str
    steps: tuple[tuple[str, str], ...] = ()


FUNCTIONS: Final = (
    # Half a unit of the last place that can be relied on, written out as digits: a power of ten would be a binary
    # number, and ends that touch would touch no more.
    Function(
        "half",
        (("fact", _FACT),),
        _NUMBER,
        "if (string($decimals) eq 'INF') then xs:decimal('0') else if (number($decimals) lt 0) then "
        f"xs:decimal(concat('5', substring('{_ZEROS}', 1, -1 - $decimals))) else "
        f"xs:decimal(concat('0.', substring('{_ZEROS}', 1, $decimals), '5'))",
        (("decimals", "xfi:decimals($fact)"),),
    ),
    Function(
        "notes",
        (("fact", _FACT),),
        _TEXT,
        "string-join(for $note in xfi:fact-footnotes($fact, (), (), (), ()) return string($note), ' ')",
    ),
    Function("is-least", (("notes", _TEXT),), _TRUTH, _said("exceeds", "at_least")),
    Function("is-most", (("notes", _TEXT),), _TRUTH, _said("nearly", "at_most")),
    # How far the true figure may lie from the number: half a unit of the last place, a whole one where it is "about".
    Function(
        "slack",
        (("fact", _FACT), ("notes", _TEXT)),
        _NUMBER,
        f"if ({_said('about')}) then interval:half($fact) + interval:half($fact) else interval:half($fact)",
    ),
    Function(
        "low",
        (("fact", _FACT),),
        _NUMBER,
        f"if ({_NO_NOTES}) then $fact - interval:half($fact) else interval:low-said($fact, interval:notes($fact))",
    ),
    Function(
        "high",
        (("fact", _FACT),),
        _NUMBER,
        f"if ({_NO_NOTES}) then $fact + interval:half($fact) else interval:high-said($fact, interval:notes($fact))",
    ),
    Function(
        "low-said",
        (("fact", _FACT), ("notes", _TEXT)),
        _NUMBER,
        f"if (interval:is-most($notes)) then xs:decimal('-{_BEYOND}') else if (interval:is-least($notes)) then $fact - "
        "(interval:slack($fact, $notes) - interval:half($fact)) else $fact - interval:slack($fact, $notes)",
    ),
    Function(
        "high-said",
        (("fact", _FACT), ("notes", _TEXT)),
        _NUMBER,
        "if (interval:is-most($notes)) then $fact + (interval:slack($fact, $notes) - interval:half($fact)) else if "
        f"(interval:is-least($notes)) then xs:decimal('{_BEYOND}') else $fact + interval:slack($fact, $notes)",
    ),
    Function(
        "is-bounded",
        (("fact", _FACT),),
        _TRUTH,
        f"if ({_NO_NOTES}) then true() else interval:is-said-to-be-bounded(interval:notes($fact))",
    ),
    Function(
        "is-said-to-be-bounded",
        (("notes", _TEXT),),
        _TRUTH,
        "not(interval:is-least($notes) or interval:is-most($notes))",
    ),
    Function(
        "is-change",
        (("change", _FACT), ("level", _FACT), ("before", _FACT)),
        _TRUTH,
        "interval:low($level) - interval:high($before) le interval:high($change) and "
        "interval:high($level) - interval:low($before) ge interval:low($change)",
    ),
    Function(
        "is-growth",
        (("growth", _FACT), ("change", _FACT), ("level", _FACT)),
        _TRUTH,
        "interval:is-rate($growth, interval:low($level) - interval:high($change), interval:high($level) - "
        "interval:low($change), interval:low($change), interval:high($change))",
    ),
    Function(
        "is-growth-of-levels",
        (("growth", _FACT), ("level", _FACT), ("before", _FACT)),
        _TRUTH,
        "interval:is-rate($growth, interval:low($before), interval:high($before), interval:low($level) - "
        "interval:high($before), interval:high($level) - interval:low($before))",
    ),
    # Whether the rate, times where it started from, meets what was moved: the quotient, without dividing.
    Function(
        "is-rate",
        (
            ("rate", _FACT),
            *((name, _NUMBER) for name in ("start-low", "start-high", "moved-low", "moved-high")),
        ),
        _TRUTH,
        "min($products) le $moved-high and max($products) ge $moved-low",
        (
            ("low", "interval:low($rate)"),
            ("high", "interval:high($rate)"),
            ("products", "($start-low * $low, $start-low * $high, $start-high * $low, $start-high * $high)"),
        ),
    ),
    Function("is-at-least", (("fact", _FACT), ("bound", _NUMBER)), _TRUTH, "interval:high($fact) ge $bound"),
    Function("is-at-most", (("fact", _FACT), ("bound", _NUMBER)), _TRUTH, "interval:low($fact) le $bound"),
    Function(
        "is-part", (("part", _FACT), ("whole", _FACT)), _TRUTH, "interval:low($part) le interval:high($whole)"
    ),
)

TESTS: Final = {
    "difference": "interval:is-change($change, $level, $before)",
    "growth": "interval:is-growth($growth, $change, $level)",
    "growth_of_levels": "interval:is-growth-of-levels($growth, $level, $before)",
    "part": "interval:is-part($part, $whole)",
    "ratio": "interval:is-rate($ratio, interval:low($denominator), interval:high($denominator), "
    "interval:low($numerator), interval:high($numerator))",
}
"""Short, and all else in the functions: processors spend more time on parsing tests than on anything else."""

NOT_ZERO: Final = {
    "growth": "interval:is-bounded($level) and interval:is-bounded($change) and "
    "(interval:low($level) gt interval:high($change) or interval:high($level) lt interval:low($change))",
    "growth_of_levels": "interval:is-bounded($level) and interval:is-bounded($before) and "
    "(interval:low($before) gt 0 or interval:high($before) lt 0)",
    "ratio": "interval:is-bounded($numerator) and interval:is-bounded($denominator) and "
    "(interval:low($denominator) gt 0 or interval:high($denominator) lt 0)",
}
"""A growth from, or a ratio to, what may be nothing, or may be anything, is not decided."""
