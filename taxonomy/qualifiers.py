"""What a text may say of a figure beside its number: more than, nearly, about, … Each is a footnote in a filing.

The sentences are data (`qualifiers.json`), for the filing that says them and for the formulas, which know by them on
which side a figure is bounded, as our own proofs do. Processors give a formula a footnote's text and nothing else.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from json import loads


@cache
def footnote_texts() -> dict[str, dict[str, str]]:
    """Return the sentence of each qualifier ("exceeds", "about", …) by language."""
    found: dict[str, dict[str, str]] = loads((files("taxonomy") / "qualifiers.json").read_text("utf-8"))
    return found
