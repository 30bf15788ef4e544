"""What all tests share: the flag that rewrites golden files, and the word on tests that could not run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import tagger

# A busy machine is slow and not wrong: what is measured stands in benchmarks/, no test is timed. What must not grow out
# of proportion is counted in steps (tests/steps.py).
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

GOLDEN = Path(__file__).parent / "golden"
SHARED = Path(__file__).parents[2] / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the only way to rewrite golden files."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden/ from this run")


RAN = {
    "compiled": "compiled",
    "changed": "as plain Python, since a source has changed since it was compiled (make native)",
    "none": "as plain Python, since it is not compiled (make native)",
    "off": "as plain Python (NATIVE=0)",
}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how the tagger ran, and that the tests in tests/shared had nothing to run against: a line nobody overlooks."""
    terminalreporter.write_line(f"The tagger ran {RAN[tagger.STATE]}")
    if not (SHARED / "seed").is_dir():
        terminalreporter.write_line(
            "ATTENTION: there is no folder `shared` beside the checkout: tests/shared was SKIPPED, "
            "the real section was NOT tested",
            red=True,
            bold=True,
        )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Return whether this run rewrites golden files."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def golden(update_golden: bool) -> Callable[[str, bytes], None]:
    """Return a check that bytes equal the golden file of that name, byte for byte."""

    def check(name: str, actual: bytes) -> None:
        path = GOLDEN / name
        if update_golden:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(actual)
        assert path.is_file(), f"no golden file {name}: run pytest --update-golden and review the diff"
        assert path.read_bytes() == actual, f"{name} differs: review it, then pytest --update-golden"

    return check
