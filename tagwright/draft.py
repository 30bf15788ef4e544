"""The draft of source lines that `tagwright taxonomy suggest` prints: YAML as a taxonomy source has it, to be accepted.

Each `terms` stands whole, the words there are and the new one last, so that it can be pasted over the one in the source.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tagger.ledger import Row
from tagger.suggest import Suggestion, Suggestions
from taxonomy.model import Label, Taxonomy

_PLAIN = re.compile(r"[^\W\d_](?:[\w /&'’().…+%-]*[\w)…%])?")
_NO_STRINGS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_PLACES = 3
_BEFORE = 12


@dataclass(slots=True)
class _Entry:
    """A concept or member in the source: its children by name, and the suggestions for its terms."""

    children: dict[str, _Entry] = field(default_factory=dict)
    suggestions: list[Suggestion] = field(default_factory=list)
    labels: tuple[Label, ...] = ()


def draft_lines(suggestions: Suggestions, taxonomy: Taxonomy, text: str) -> Iterator[str]:
    """Yield the lines of the draft; `text` is the document's, to show where a phrase was seen."""
    near = [one for one in suggestions.found if one.nearest]
    figures = {row.id for one in near for row in one.rows}
    yield f"# {_count(suggestions.unresolved, 'figure')} unresolved for want of words."
    if near:
        yield (
            f"# {_count(len(near), 'phrase')} would give words to {len(figures)} of them. "
            "Accept what is right: paste its terms over those in the source."
        )
    yield from _section("concepts", _concepts(near, taxonomy), text)
    yield from _section("axes", _axes(near, taxonomy), text)
    for one in suggestions.found:
        if one.nearest is None:
            yield f"# {one.phrase}: nothing in the taxonomy is like it; {_seen(one, text)}"


def _concepts(near: list[Suggestion], taxonomy: Taxonomy) -> dict[str, _Entry]:
    found: dict[str, _Entry] = {}
    for one in near:
        if one.nearest and not one.nearest.axis:
            labels = taxonomy.concept_by_qname[one.nearest.qname].labels
            entry = found.setdefault(_local(one.nearest.qname), _Entry(labels=labels))
            entry.suggestions.append(one)
    return found


def _axes(near: list[Suggestion], taxonomy: Taxonomy) -> dict[str, _Entry]:
    found: dict[str, _Entry] = {}
    for one in near:
        if one.nearest and one.nearest.axis:
            axis = found.setdefault(_local(one.nearest.axis), _Entry())
            entry = axis
            for member in _line_of(one.nearest.qname, taxonomy):
                entry = entry.children.setdefault(_local(member), _Entry())
            entry.suggestions.append(one)
            entry.labels = taxonomy.member_by_qname[one.nearest.qname].labels
    return found


def _line_of(qname: str, taxonomy: Taxonomy) -> list[str]:
    """Return the members from the one right under the axis to this one."""
    line = [qname]
    while parent := taxonomy.member_by_qname[line[0]].parent:
        line.insert(0, parent)
    return line


def _section(name: str, entries: dict[str, _Entry], text: str) -> Iterator[str]:
    if entries:
        yield f"{name}:"
        for child, entry in entries.items():
            yield from _entry(child, entry, text, "  ")


def _entry(name: str, entry: _Entry, text: str, indent: str) -> Iterator[str]:
    yield f"{indent}{name}:"
    for one in entry.suggestions:
        near = one.nearest
        like = f" (like {near.words}: {near.likeness:.2f})" if near else ""
        yield f"{indent}  # {one.phrase}{like}; {_seen(one, text)}"
    if entry.suggestions:
        yield f"{indent}  terms: {{{', '.join(_terms(entry))}}}"
    if entry.children:
        yield f"{indent}  members:"
        for child, below in entry.children.items():
            yield from _entry(child, below, text, indent + "    ")


def _terms(entry: _Entry) -> Iterator[str]:
    words: dict[str, list[str]] = {}
    for label in entry.labels:
        if label.role == "term":
            words.setdefault(label.language, []).append(label.text)
    for one in entry.suggestions:
        words.setdefault(one.language, []).append(one.phrase)
    for language, terms in words.items():
        yield f"{language}: [{', '.join(map(_scalar, dict.fromkeys(terms)))}]"


def _scalar(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and text.lower() not in _NO_STRINGS
    return text if plain else json.dumps(text, ensure_ascii=False)


def _seen(one: Suggestion, text: str) -> str:
    shown = "; ".join(_place(row, text) for row in one.rows[:_PLACES])
    more = len(one.rows) - _PLACES
    return f"{_count(len(one.rows), 'figure')}: {shown}" + (f"; and {more} more" if more > 0 else "")


def _place(row: Row, text: str) -> str:
    line = text.count("\n", 0, row.start) + 1
    column = row.start - text.rfind("\n", 0, row.start)
    before = " ".join(text[max(0, row.start - _BEFORE) : row.start].split())
    return f"line {line} column {column} …{before}{' '.join(row.text.split())}"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' if number != 1 else ''}"


def _local(qname: str) -> str:
    return qname.rpartition(":")[2]
