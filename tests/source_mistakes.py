"""Sources that are spoilt at one place, for the tests of what a mistake is told."""

from __future__ import annotations

import pytest

from taxonomy.source import parse_source
from taxonomy.yaml_nodes import SourceError

Mistakes = list[tuple[int | None, int | None, str]]
"""Line, column and message of each."""


def mistakes(text: str) -> Mistakes:
    """Return the mistakes of a source, which must have some."""
    with pytest.raises(SourceError) as caught:
        parse_source(text.encode(), "x.yaml")
    return [(finding.line, finding.column, finding.message) for finding in caught.value.findings]


def see_that_it_is_told(source: str, old: str, new: str, message: str) -> None:
    """Spoil a source and see that the mistake is told once, where ▸ stands in the new text."""
    assert old in source
    marked = source.replace(old, new, 1)
    before = marked[: marked.index("▸")]
    place = (before.count("\n") + 1, len(before) - before.rfind("\n"))

    found = mistakes(marked.replace("▸", ""))

    assert [(line, column) for line, column, said in found if message in said] == [place], found
