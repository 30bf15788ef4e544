"""All rules, and how they are run."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from taxonomy.errors import TagwrightError
from taxonomy.rules import (
    calculation,
    definitions,
    deprecation,
    dimensions,
    enumerations,
    head,
    label_endings,
    label_text,
    labels,
    names,
    presentation,
    relations,
    terms,
    types,
)
from taxonomy.rules.remark import Remark
from taxonomy.rules.rule import Rule
from taxonomy.rules.subject import Subject

_FAMILIES: Final = (
    head, labels, label_text, label_endings, definitions, names, types, enumerations, dimensions, presentation, calculation,
    terms, relations, deprecation,
)  # fmt: skip

RULES: Final[tuple[Rule, ...]] = tuple(rule for family in _FAMILIES for rule in family.RULES)
"""Every rule, in the order of the catalogue."""


def chosen_rules(only: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> tuple[Rule, ...]:
    """Return the rules with the codes in `only` (all where there are none) without those in `ignore`.

    A code may be the beginning of several: "TW-L" is every rule on labels.

    Raises: TagwrightError where no rule has such a code.
    """
    for code in (*only, *ignore):
        if not any(rule.code.startswith(code) for rule in RULES):
            near = get_close_matches(code, [rule.code for rule in RULES], n=1)
            hint = f' (did you mean "{near[0]}"?)' if near else ""
            raise TagwrightError(
                f'there is no rule "{code}"{hint}: give a code such as {RULES[0].code}, or a beginning such as TW-L'
            )
    return tuple(
        rule
        for rule in RULES
        if (not only or rule.code.startswith(only)) and not (ignore and rule.code.startswith(ignore))
    )


def remarks_of(subject: Subject, rules: tuple[Rule, ...] = RULES) -> Iterator[tuple[Rule, Remark]]:
    """Yield what each rule has to say of the taxonomy, rule by rule."""
    for rule in rules:
        for remark in rule.remarks(subject):
            yield rule, remark
