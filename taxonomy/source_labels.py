"""The words of a unit, axis, member or concept in the source: label, verbose, terse, definition and terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from yaml.nodes import MappingNode

from taxonomy.labels import canonical_labels, is_language
from taxonomy.model import Label, LabelRole
from taxonomy.source_walk import Walker

if TYPE_CHECKING:
    from yaml.nodes import Node

    from taxonomy.yaml_nodes import Entry

GAP: Final = "…"
"""Stands in a term for any few words within a clause."""

_ROLE_OF_KEY: Final[dict[str, LabelRole]] = {
    "label": "standard",
    "verbose": "verbose",
    "terse": "terse",
    "definition": "documentation",
}
_USUAL_LANGUAGES = ("en", "zh-Hant", "zh-Hans", "zh", "ja", "ko", "de", "fr", "es", "pt", "it", "nl", "da")


def read_labels(walker: Walker, entries: dict[str, Entry], what: str) -> tuple[Label, ...]:
    """Return all labels that the entries give, in canonical order."""
    labels: list[Label] = []
    for key, role in _ROLE_OF_KEY.items():
        if key in entries:
            labels.extend(read_texts(walker, entries[key].value, f"the {key} of {what}", role))
    if "terms" in entries:
        labels.extend(read_terms(walker, entries["terms"].value, f"the terms of {what}"))
    return canonical_labels(labels)


def read_texts(walker: Walker, node: Node, what: str, role: LabelRole = "standard") -> tuple[Label, ...]:
    """Return one label a language from a mapping {language: text}."""
    labels: list[Label] = []
    entries = walker.mapping(node, what)
    if isinstance(node, MappingNode) and not node.value:
        walker.fail(node, "value", f"{what} is empty: expected a text in at least one language, {{en: …}}")
    for language, entry in entries.items():
        _check_language(walker, entry.key, language)
        text = walker.text(entry.value, f"{what} in {language}")
        if text is not None:
            labels.append(Label(language, text, role))
    return canonical_labels(labels)


def read_terms(walker: Walker, node: Node, what: str) -> list[Label]:
    """Return the terms of a mapping {language: [term, …]}."""
    labels: list[Label] = []
    for language, entry in walker.mapping(node, what).items():
        _check_language(walker, entry.key, language)
        for item in walker.listing(entry.value, f"{what} in {language}"):
            text = walker.text(item, f"a term in {language}")
            if text is not None and _is_term(walker, item, text):
                labels.append(Label(language, text, "term"))
    return labels


def _is_term(walker: Walker, node: Node, text: str) -> bool:
    if text.count(GAP) > 1:
        walker.fail(node, "value", f'the term "{text}" has more than one gap ({GAP}): write it as two terms')
    elif text.startswith(GAP) or text.endswith(GAP):
        walker.fail(
            node, "value", f'the gap ({GAP}) of the term "{text}" needs words on both sides: remove it'
        )
    else:
        return True
    return False


def _check_language(walker: Walker, node: Node, language: str) -> None:
    if not is_language(language):
        hint = walker.hint(language.replace("_", "-"), _USUAL_LANGUAGES)
        walker.fail(
            node,
            "value",
            f'"{language}" is no language tag{hint}; expected one such as en, zh-Hant or zh-Hans',
        )
