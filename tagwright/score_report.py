"""How a score is told: lines for a person, JSON for a program, one document or many."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from tagwright.score_input import COLUMNS
from tagwright.scoring import Score, Tally

_LONGEST_LIST = 10
"""How many confusions of a column a person is shown."""


def score_lines(score: Score, text: str) -> Iterator[str]:
    """Yield the score for a person: one line a difference, then the figures."""
    for difference in score.differences:
        line, column = _place(text, difference.at)
        place = f"line {line} column {column} (offset {difference.at})"
        yield f"{difference.kind:8} {place}: {difference.message}"
    yield from figure_lines(score)


def figure_lines(score: Score) -> Iterator[str]:
    """Yield the figures of a score; where something is wrong, each column, phenomenon and confusion too."""
    yield f"found     {score.found} of {score.gold} facts"
    yield "right     " + ", ".join(f"{name} {count}" for name, count in score.right)
    yield (
        f"wrong     {score.count('no fact')} tagged that are no facts, "
        f"{score.count('status')} other rows with a wrong status, {score.count('no row')} digits in no row"
    )
    yield f"whole     {_shares(score)}"
    if score.is_full_match:
        return
    for name in COLUMNS:
        yield f"column    {name}: {_shares(score.of_column(name))}"
    for name, tally in score.phenomena:
        yield f"phenomenon {name}: {_shares(tally)} of {tally.gold}"
    for column, confusions in groupby(score.confusions, key=lambda each: each.column):
        listed = list(confusions)
        for each in listed[:_LONGEST_LIST]:
            yield f"confused  {column}: {each.got or 'nothing'} → {each.wanted or 'nothing'} ({each.count})"
        if len(listed) > _LONGEST_LIST:
            yield f"confused  {column}: {len(listed) - _LONGEST_LIST} more kinds"


def many_lines(scores: list[tuple[str, Score]], whole: Score) -> Iterator[str]:
    """Yield a line a document, then the figures of all."""
    for name, score in scores:
        yield f"document  {name}: {_shares(score)}, {len(score.differences)} differences"
    yield from figure_lines(whole)


def score_json(scores: list[tuple[str, Score, str]], whole: Score | None = None) -> str:
    """Return the score as JSON: of one document its own object, of several one with `documents` and `total`."""
    documents = [{"document": name, **_object(score, text)} for name, score, text in scores]
    told = documents[0] if whole is None else {"documents": documents, "total": _object(whole, None)}
    return json.dumps(told, ensure_ascii=False, indent=2)


def _object(score: Score, text: str | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "full_match": score.is_full_match,
        "found": score.found,
        **_tally(score),
        "columns": {name: _tally(score.of_column(name)) for name in COLUMNS},
        "phenomena": {name: _tally(tally) for name, tally in score.phenomena},
        "confusions": {
            column: [{"got": each.got, "wanted": each.wanted, "count": each.count} for each in confusions]
            for column, confusions in groupby(score.confusions, key=lambda each: each.column)
        },
    }
    if text is not None:
        told["differences"] = [
            dict(zip(("line", "column"), _place(text, each.at), strict=True))
            | {"kind": each.kind, "offset": each.at, "message": each.message}
            for each in score.differences
        ]
    return told


def _tally(tally: Tally) -> dict[str, int | float]:
    shares = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    return {"gold": tally.gold, "tagged": tally.tagged, "right": tally.whole} | {
        name: round(share, 6) for name, share in shares.items()
    }


def _shares(tally: Tally) -> str:
    return f"precision {tally.precision:.3f}, recall {tally.recall:.3f}, F1 {tally.f1:.3f}"


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
