"""The catalogue of the rules as a page of the documentation has it."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from taxonomy.rules.registry import RULES

_FAMILIES: Final = {
    "H": "The taxonomy itself",
    "L": "Labels",
    "D": "Definitions and references",
    "N": "Names",
    "T": "Types, periods and units",
    "E": "Enumerations and headings",
    "X": "Axes, members and hypercubes",
    "P": "Presentation",
    "C": "Calculation",
    "W": "Terms",
    "V": "Variants and relations",
    "Y": "Deprecation",
}


def catalogue() -> str:
    """Return all rules as Markdown: a table a family, in the order of the registry."""
    lines: list[str] = []
    for letter, rules in groupby(RULES, key=lambda rule: rule.code[3]):
        lines += [f"### {_FAMILIES[letter]}", "", "| code | severity | what | why | from | mend |"]
        lines.append("|---|---|---|---|---|---|")
        lines += [
            f"| `{rule.code}` | {rule.severity} | {rule.title} | {rule.reason} | {rule.origin} | {rule.mend} |"
            for rule in rules
        ]
        lines.append("")
    return "\n".join(lines)
