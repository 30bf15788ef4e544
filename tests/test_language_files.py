"""The language files as they stand: a key that stands twice would silently lose what it held first."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import tagger

FILES = sorted((Path(tagger.__file__).parent / "languages").glob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_no_key_of_a_language_stands_twice(file: Path) -> None:
    """YAML keeps the last of them, and the words of the first are read by nobody."""
    twice: list[str] = []
    open_nodes = [yaml.compose(file.read_text(encoding="utf-8"))]
    while open_nodes:
        node = open_nodes.pop()
        if isinstance(node, yaml.MappingNode):
            names = [key.value for key, _ in node.value]
            twice.extend(sorted({str(name) for name in names if names.count(name) > 1}))
            open_nodes.extend(value for _, value in node.value)

    assert FILES
    assert not twice
