"""The wording of a line: what it says but for the size of its numbers, which in the next report are others."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass

from tagger.words.word import Token

Span = tuple[int, int]
_NUMBER = re.compile(r"[0-9][0-9]*(?:[.,][0-9]+)*")
_ZERO, _GROUPED = "0", "0,0"
"""What is put in place of a number: a comma in it ends the gap of a term."""


@dataclass(slots=True)
class Wording:
    """A line in which each number that is spoken for is zero, but for those that a term may hold.

    spans: what is spoken for, as (start, end) in `line`, in order; none overlap. inside: those that a term may hold.
    breaks: where in `line` a number ends; shifts: how far what lies before the first of them, behind it,
    behind the next, … stands from its place in the text.
    """

    line: str
    spans: tuple[Span, ...]
    inside: frozenset[Span]
    breaks: tuple[int, ...]
    shifts: tuple[int, ...]

    def origin(self, at: int) -> int:
        """Return where in the text a place in the line is."""
        return at + self.shifts[bisect_right(self.breaks, at)]

    def in_text(self, tokens: Sequence[Token]) -> list[Token]:
        """Return words of the line as words of the text."""
        breaks, shifts = self.breaks, self.shifts
        found: list[Token] = []
        for token in tokens:
            if token.gap or token.parted:
                found.append(self._parted_in_text(token))
                continue
            by = shifts[bisect_right(breaks, token.start)]  # no number that is spoken for stands in it
            nested = _moved(token.nested, by) if token.nested else ()
            found.append(Token(token.start + by, token.end + by, token.meanings, token.is_term, nested))
        return found

    def _parted_in_text(self, token: Token) -> Token:
        return Token(
            self.origin(token.start),
            self.origin(token.end - 1) + 1,
            token.meanings,
            token.is_term,
            tuple(self.in_text(token.nested)),
            (self.origin(token.gap[0]), self.origin(token.gap[1])) if token.gap else None,
            self.origin(token.reach) if token.reach else 0,
            token.parted,
        )


def _moved(tokens: tuple[Token, ...], by: int) -> tuple[Token, ...]:
    """Return words, and those inside them, moved."""
    return tuple(
        [
            Token(
                token.start + by,
                token.end + by,
                token.meanings,
                token.is_term,
                _moved(token.nested, by) if token.nested else (),
            )
            for token in tokens
        ]
    )


def wording_of(text: str, start: int, end: int, taken: list[Span], inside: Container[Span] = ()) -> Wording:
    """Return the wording of a stretch of a text.

    taken: what is spoken for in it, in order. inside: those of them that a term may hold as a whole.
    """
    parts: list[str] = []
    spans: list[Span] = []
    held: list[Span] = []
    breaks: list[int] = []
    shifts = [start]
    done, length = start, 0
    for first, last in taken:
        if first < done and held and held[-1] == spans[-1]:
            held.pop()  # another lies in it
        begins, stops = (first, last) if done <= first and last <= end else (max(first, done), min(last, end))
        if begins >= stops:
            continue
        parts.append(text[done:begins])
        length += begins - done
        opened, done = length, begins
        is_held = begins == first and (first, last) in inside
        for number in () if is_held else _NUMBER.finditer(text, begins, stops):
            at, behind = number.span()
            zero = _GROUPED if "," in text[at:behind] else _ZERO
            parts += text[done:at], zero
            length += at - done + len(zero)
            done = behind
            breaks.append(length)
            shifts.append(behind - length)
        parts.append(text[done:stops])
        length += stops - done
        spans.append((opened, length))
        if is_held:
            held.append((opened, length))
        done = stops
    parts.append(text[done:end])
    return Wording("".join(parts), tuple(spans), frozenset(held), tuple(breaks), tuple(shifts))
