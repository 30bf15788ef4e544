"""Rules on the endings in brackets by which labels say what an element is: [axis], [member], [text block]."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from taxonomy.model import Concept, Label
from taxonomy.rules.remark import Remark
from taxonomy.rules.rule import Rule
from taxonomy.rules.subject import Named, Subject

_ENDING: Final = re.compile(r"[\[［【]\s*([^\[\]［］【】]*?)\s*[\]］】]\s*$")
_TEXT_BLOCKS: Final = frozenset({"text_block", "dtr-types:escapedItemType"})
_OFTEN: Final = 10
"""How often an ending is met that another one is taken for a misprint of."""
_ALIKE: Final = 0.7

_KINDS: Final = {
    "axis": frozenset({"axis"}),
    "member": frozenset({"member", "domain"}),
    "domain": frozenset({"member", "domain"}),
    "heading": frozenset({"heading"}),
    "concept": frozenset({"text_block"}),
}
"""Which endings an element of each kind may have, by the names of `words.yaml`."""


def _endings(subject: Subject) -> Iterator[tuple[Named, Label, str]]:
    for named in subject.elements:
        for label in named.of_role("standard"):
            if found := _ENDING.search(label.text):
                yield named, label, found[1].casefold()


def _of_another_kind(subject: Subject) -> Iterator[Remark]:
    for named, label, ending in _endings(subject):
        said = next(
            (sense for sense, words in subject.words.of(label.language).endings.items() if ending in words),
            "",
        )
        if not said or (named.kind == "heading" and subject.is_foreign):
            continue  # in a taxonomy of others, what an entry point gives no place is a heading here
        fits = said in _KINDS.get(named.kind, frozenset())
        if isinstance(named.element, Concept):
            fits = said == "text_block" and named.element.type in _TEXT_BLOCKS
        if not fits:
            message = f"the {label.language} label of {named.qname} ends in [{ending}], which it is not: {label.text[:60]}"
            yield Remark(named.at_label(label), message)


def _misprinted(subject: Subject) -> Iterator[Remark]:
    found = list(_endings(subject))
    counts = Counter((named.kind, label.language, ending) for named, label, ending in found)
    usual: dict[tuple[str, str], list[str]] = {}
    for (kind, language, ending), count in counts.items():
        if count >= _OFTEN:
            usual.setdefault((kind, language), []).append(ending)
    for named, label, ending in found:
        if counts[named.kind, label.language, ending] > 1:
            continue
        for other in usual.get((named.kind, label.language), ()):
            if SequenceMatcher(None, ending, other).ratio() >= _ALIKE:
                message = (
                    f"the {label.language} label of {named.qname} ends in [{ending}], and "
                    f"{counts[named.kind, label.language, other]} others in [{other}]"
                )
                yield Remark(named.at_label(label), message)


RULES: Final = (
    Rule(
        "TW-L027", "warning", "Ending in brackets of another kind",
        "By an ending such as [member] or [text block] readers know what may be done with an element.",
        "XBRL US GAAP Taxonomies 1.0 Technical Guide, 2.5, figure 10 (the ending determines type and kind)",
        "Take the ending away, or make the element what it says.",
        _of_another_kind,
    ),
    Rule(
        "TW-L028", "warning", "Misprint in an ending in brackets",
        "Programs that know elements by their endings pass this one over.",
        "tagwright: what it has seen (TIFRS 2013)",
        "Write the ending as the other labels have it.",
        _misprinted,
    ),
)  # fmt: skip
