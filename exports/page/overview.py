"""The top of the page: what became of the figures and digits, and how each file was judged.

Every word carries its key in `data-t`, so that the script can say it in another language.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING, Protocol

from exports.page.words import Words, group_digits

if TYPE_CHECKING:
    from exports.page.coverage import Coverage, Mark

_SIGNS = {"valid": "✓", "invalid": "✕"}


class Judged(Protocol):
    """What the overview needs to know of a validated file."""

    @property
    def file(self) -> str:
        """Return the file's name."""

    @property
    def outcome(self) -> str:
        """Return "valid", "invalid" or "not_validated"."""

    @property
    def facts(self) -> int | None:
        """Return how many facts were loaded from it."""


def word(words: Words, key: str, **values: str) -> str:
    """Return a text of the interface in an element that the script can translate."""
    group, _, name = key.partition(".")
    filled = "".join(f' data-{name_}="{escape(value)}"' for name_, value in values.items())
    return f'<span data-t="{escape(key)}"{filled}>{escape(words.say(group, name, **values))}</span>'


def render_overview(coverage: Coverage, verdicts: Iterable[Judged], words: Words) -> str:
    """Return the tiles of the counts and the line of the files."""
    tiles = [_tile(words, "ui.figures", coverage.figures, "total")]
    tiles += [
        _tile(words, f"marks.{mark}", count, mark, *_notes(coverage, mark, words))
        for mark, count in coverage.marks
    ]
    strays = (
        word(words, "ui.strays", n=_count(len(coverage.strays)))
        if coverage.strays
        else word(words, "ui.strays_none")
    )
    digits = word(words, "ui.digits_of", n=_count(coverage.digits_accounted), all=_count(coverage.digits))
    kind = "contradicted" if coverage.strays else "total"
    tiles.append(
        f'<li class="tile {kind}"><span class="name">{word(words, "ui.digits")}</span>'
        f'<b class="count">{digits}</b><span class="note">{strays}</span></li>'
    )
    return f'<ul class="tiles">{"".join(tiles)}</ul>\n{_files(list(verdicts), words)}'


def render_filters(coverage: Coverage, words: Words) -> str:
    """Return the buttons that show the figures of one status alone."""
    all_button = _filter(words, "", "ui.all", coverage.figures, pressed=True)
    return all_button + "".join(
        _filter(words, mark, f"marks.{mark}", count, pressed=False) for mark, count in coverage.marks
    )


def _count(number: int) -> str:
    return group_digits(str(number))


def _tile(words: Words, key: str, count: int, kind: str, *notes: str) -> str:
    return (
        f'<li class="tile {kind}"><span class="name">{word(words, key)}</span>'
        f'<b class="count">{_count(count)}</b>{"".join(notes)}</li>'
    )


def _notes(coverage: Coverage, mark: Mark, words: Words) -> list[str]:
    if mark == "fact":
        return [f'<span class="note">{word(words, "ui.distinct", n=_count(coverage.distinct_facts))}</span>']
    reasons = [(code, count) for of, code, count in coverage.reasons if of == mark]
    notes = []
    if mark == "contradicted" and coverage.still_filed:
        notes.append(
            f'<span class="note">{word(words, "ui.still_filed", n=_count(coverage.still_filed))}</span>'
        )
    elif mark != "contradicted" and reasons:
        chips = "".join(
            f'<li><button type="button" data-mark="{mark}" data-reason="{escape(code)}">'
            f"{word(words, f'reason.{code}')} <b>{_count(count)}</b></button></li>"
            for code, count in reasons
        )
        notes.append(f'<ul class="reasons">{chips}</ul>')
    return notes


def _files(verdicts: list[Judged], words: Words) -> str:
    if not verdicts:
        return f'<p class="files">{word(words, "ui.no_files")}</p>'
    items = "".join(
        f'<li class="file {escape(verdict.outcome)}"><span class="sign" aria-hidden="true">'
        f"{_SIGNS.get(verdict.outcome, '–')}</span> <code>{escape(verdict.file)}</code> "
        f"{word(words, f'verdict.{verdict.outcome}')}"
        + (
            f" · {word(words, 'ui.facts_loaded', n=_count(verdict.facts))}"
            if verdict.facts is not None
            else ""
        )
        + "</li>"
        for verdict in verdicts
    )
    return f'<ul class="files">{items}</ul>'


def _filter(words: Words, mark: str, key: str, count: int, *, pressed: bool) -> str:
    return (
        f'<button type="button" class="filter {mark}" data-mark="{mark}" '
        f'aria-pressed="{str(pressed).lower()}">'
        f"{word(words, key)} <b>{_count(count)}</b></button>"
    )
