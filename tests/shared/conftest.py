"""These tests need the folder `shared` beside the checkout; without it they are skipped, and `../conftest.py` says so."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared"
MISSING = not (SHARED / "seed").is_dir()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests of this folder where there is nothing to hold them against."""
    for item in items:
        if MISSING and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=f"there is no {SHARED.name} folder beside the checkout"))
