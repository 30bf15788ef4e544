"""How many lines of the tagger run while it reads a text: what tests ask in place of a time, the same on any machine.

    TAGWRIGHT_NATIVE=0 python -m tests.steps text < TEXTS.json

Reads a list of texts, and prints a list of counts. The sources run as plain Python, since compiled ones are not traced.
Work inside one call of C (a search, a slice) counts as nothing: benchmarks/tagging.py holds that, with times.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).parents[1]


class Counter:
    """Counts the lines that run, comprehensions' rounds among them."""

    def __init__(self) -> None:
        """Begin with none."""
        self.lines = 0

    def __call__(self, _frame: FrameType, event: str, _argument: Any) -> Counter:  # noqa: ANN401  as sys.settrace says
        """Count one line; asked for each frame too, which is then traced."""
        self.lines += event == "line"
        return self


def count(text: str, ending: str) -> int:
    """Return the lines that run while a text is read."""
    from tagger.reader import parse_document  # noqa: PLC0415  imported before it counts

    counter = Counter()
    sys.settrace(counter)
    try:
        parse_document(text.encode(), "text", ending=ending)
    finally:
        sys.settrace(None)
    return counter.lines


def steps(texts: Iterable[str], *, ending: str = "") -> list[int]:
    """Return the lines that run for each of the texts, read one after the other in a process of its own.

    ending: of the file that each text is taken from, which tells its format, such as ".html".
    """
    done = subprocess.run(
        [sys.executable, "-m", "tests.steps", ending],
        input=json.dumps(list(texts)).encode(),
        env={**os.environ, "TAGWRIGHT_NATIVE": "0"},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    counts: list[int] = json.loads(done.stdout)
    return counts


if __name__ == "__main__":
    read: list[str] = json.load(sys.stdin)
    count(read[0], sys.argv[1])  # what is read once, such as the data of languages, counts for no text
    sys.stdout.write(json.dumps([count(text, sys.argv[1]) for text in read]))
