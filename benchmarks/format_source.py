"""The formatter on the shipped bank taxonomy, in one file: its CPU time to that of reading it into a taxonomy.

    python benchmarks/format_source.py

With ruamel.yaml installed (no dependency of ours), also to that library reading and writing the file with its
comments, and nothing else. Each runs several times in turn and the fastest counts. Exits with 1 above the limit.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from time import process_time

from taxonomy.format_source import format_source
from taxonomy.load import load_taxonomy
from taxonomy.source import parse_source
from taxonomy.write_source import write_source

TAXONOMY = "bank-disclosure"
LIMIT = 8.0
TURNS = 5


def rewrite_with_ruamel(data: bytes) -> None:
    """Read and write the file as that library does by default."""
    yaml = import_module("ruamel.yaml").YAML()
    yaml.width = 10_000
    yaml.dump(yaml.load(data), BytesIO())


def main() -> int:
    """Measure in turns and print seconds and ratios."""
    taxonomy = load_taxonomy(TAXONOMY)
    data = write_source(taxonomy)
    jobs: dict[str, Callable[[], object]] = {
        "reading": lambda: parse_source(data, TAXONOMY),
        "formatting": lambda: format_source(data, TAXONOMY),
        "writing a source": lambda: write_source(taxonomy),
    }
    if find_spec("ruamel") is not None:
        jobs["ruamel.yaml"] = lambda: rewrite_with_ruamel(data)
    seconds = dict.fromkeys(jobs, float("inf"))
    for _ in range(TURNS):
        for name, job in jobs.items():
            start = process_time()
            job()
            seconds[name] = min(seconds[name], process_time() - start)
    for name, taken in seconds.items():
        print(f"{name}: {taken:.2f} s, {taken / seconds['reading']:.1f} times reading")
    return int(seconds["formatting"] / seconds["reading"] > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
