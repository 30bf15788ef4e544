"""Which ledger is held against which gold file, where folders are given.

Every `ledger.jsonl` below the one folder has its gold below the other, under the same name: the ledger of
`2024/harbour/ledger.jsonl` has `2024/harbour/gold.csv`, `2024/harbour.gold.csv` or `2024/harbour.csv`.
"""

from __future__ import annotations

from pathlib import Path

from tagwright.score_input import ScoreError

LEDGER = "ledger.jsonl"


def find_pairs(ledgers: Path, gold: Path) -> list[tuple[str, Path, Path]]:
    """Return (name, ledger, gold) of every ledger in a folder, by name.

    Raises: ScoreError where there is no ledger, or one has no gold file.
    """
    found = sorted(path for path in ledgers.rglob(LEDGER) if path.is_file())
    if not found:
        raise ScoreError(f"There is no {LEDGER} in {ledgers}: name the folder that the filings stand in.")
    if not gold.is_dir():
        raise ScoreError(
            f"{gold} is no folder: with a folder of ledgers, name the folder of their gold files."
        )
    return [(_name(path, ledgers), path, _gold_of(path, ledgers, gold)) for path in found]


def _name(path: Path, ledgers: Path) -> str:
    return path.parent.relative_to(ledgers).as_posix()


def _gold_of(path: Path, ledgers: Path, gold: Path) -> Path:
    folder = gold / path.parent.relative_to(ledgers)
    places = [
        folder / "gold.csv",
        folder.with_name(f"{folder.name}.gold.csv"),
        folder.with_name(f"{folder.name}.csv"),
    ]
    for place in places:
        if place.is_file():
            return place
    raise ScoreError(f"{path} has no gold file: put it at {places[0]} or {places[2]}.")
