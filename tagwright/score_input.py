"""Reads what is scored: a ledger, gold figures, and the text that their offsets count in.

A file from anywhere may be anything: whatever is not what it should be is one sentence with its line.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping
from io import StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any

from taxonomy.errors import TagwrightError

COLUMNS = ("concept", "dimensions", "period", "value", "unit", "decimals", "qualifier")
"""What a gold fact is compared in."""

STATUS_OF_KIND = {"fact": "fact", "not_a_fact": "not_a_fact", "no_concept": "unresolved"}
"""The status in the ledger that each kind of gold row asks for."""

_SHOWN = 60
"""How many characters of a wrong value a message repeats."""

Json = Mapping[str, Any]


class ScoreError(TagwrightError):
    """A ledger, gold file or text that cannot be scored."""


def read_text(ledger: Path, text: Path | None) -> str:
    """Return the text that the ledger's offsets count in.

    Raises: ScoreError where it cannot be read.
    """
    return _read(text or ledger.parent / "text.txt", "text")


def read_ledger(path: Path, length: int) -> list[Json]:
    """Return the rows of a ledger on a text of so many characters.

    Raises: ScoreError where it cannot be read, is none, or its rows lie outside the text or on one another.
    """
    rows: list[Json] = []
    lines: list[int] = []
    for number, line in enumerate(_read(path, "ledger").split("\n"), 1):
        if line.strip():
            rows.append(_ledger_row(path, number, line, length))
            lines.append(number)
    if not rows:
        raise ScoreError(f"The ledger {path} is empty: there is nothing to score.")
    order = sorted(range(len(rows)), key=lambda index: (rows[index]["start"], index))
    for before, after in pairwise(order):
        if rows[after]["start"] < rows[before]["end"]:
            raise ScoreError(
                f"{path}:{lines[after]}: The row lies on that of line {lines[before]}: a figure has one row."
            )
    return rows


def read_gold(path: Path, length: int) -> list[Json]:
    """Return the rows of a gold file on a text of so many characters.

    Raises: ScoreError where it cannot be read, lacks a column, or a row makes no sense.
    """
    reader = csv.DictReader(StringIO(_read(path, "gold file"), newline=""))
    rows: list[Json] = []
    seen: dict[int, int] = {}
    try:
        missing = {"start", "end", "text", *COLUMNS} - set(reader.fieldnames or ())
        if missing:
            raise ScoreError(f"{path}:1: The gold file has no column {', '.join(sorted(missing))}.")
        for row in reader:
            rows.append(_gold_row(path, reader.line_num, row, length))
            start = int(row["start"])
            if start in seen:
                raise ScoreError(
                    f"{path}:{reader.line_num}: The figure of line {seen[start]} is there again: keep one row."
                )
            seen[start] = reader.line_num
    except csv.Error as error:
        raise ScoreError(f"{path}:{reader.line_num + 1}: The gold file is no CSV here ({error}).") from None
    return rows


def _read(path: Path, what: str) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ScoreError(f"The {what} {path} cannot be read ({error.strerror}): check the path.") from None
    except UnicodeDecodeError as error:
        raise ScoreError(f"The {what} {path} is not UTF-8 at byte {error.start}: save it as UTF-8.") from None


def _ledger_row(path: Path, number: int, line: str, length: int) -> Json:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ScoreError(f"{path}:{number}: The line is no JSON object ({error}).") from None
    if not isinstance(row, dict) or not all(type(row.get(key)) is int for key in ("start", "end")):
        raise ScoreError(f"{path}:{number}: The row has no start and end, which are whole numbers.")
    if not 0 <= row["start"] < row["end"] <= length:
        raise ScoreError(f"{path}:{number}: {_outside(length)}")
    if row.get("status") not in STATUS_OF_KIND.values():
        raise ScoreError(
            f"{path}:{number}: The status {_short(row.get('status'))} is none of fact, not_a_fact and unresolved."
        )
    return row


def _gold_row(path: Path, number: int, row: dict[str, str], length: int) -> Json:
    kind = row.setdefault("kind", "fact")
    if kind not in STATUS_OF_KIND:
        raise ScoreError(
            f"{path}:{number}: The kind {_short(kind)} is none of fact, not_a_fact and no_concept."
        )
    if not (_is_whole(row["start"]) and _is_whole(row["end"])):
        raise ScoreError(f"{path}:{number}: start and end are whole numbers.")
    if not 0 <= int(row["start"]) < int(row["end"]) <= length:
        raise ScoreError(f"{path}:{number}: {_outside(length)}")
    return row


def _outside(length: int) -> str:
    return (
        f"start and end are no stretch of the text, which has {length:,} characters: "
        "see that ledger, gold and text are of the same document."
    )


def _is_whole(text: str | None) -> bool:
    return bool(text and re.fullmatch(r"[0-9]{1,18}", text))


def _short(value: object) -> str:
    said = repr(value)
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"
