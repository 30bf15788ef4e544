"""A filing of the tests' own, tagged and validated by the command: what it says in the end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tagwright.cli import status_of, tagwright


def judged(folder: Path, taxonomy: Path, text: str) -> tuple[int, dict[str, Any]]:
    """Tag a text for 2025 by the `entity.yaml` of a folder; return the exit status and the verdict on the one file."""
    (folder / "report.txt").write_text(text, "utf-8")
    arguments = [
        "tag", f"{folder}/report.txt", "-o", f"{folder}/out", "--taxonomy", str(taxonomy),
        "--entity", f"{folder}/entity.yaml", "--period", "2025", "--to", "xml",
    ]  # fmt: skip
    status = status_of(lambda: tagwright.main(arguments, standalone_mode=False))
    (file,) = json.loads((folder / "out" / "validation.json").read_text("utf-8"))["files"]
    return status, file
