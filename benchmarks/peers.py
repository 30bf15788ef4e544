"""Other people's packages, each in an environment of its own, so that none of them is a dependency of ours."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from importlib.metadata import version
from json import loads
from pathlib import Path

PLACE = Path(tempfile.gettempdir()) / "tagwright-peers"


def python_of(package: str) -> Path | None:
    """Return the Python of an environment that holds the package, made where there is none.

    None where it cannot be installed; the reason stands on stderr.
    """
    folder = PLACE / package
    python = folder / "bin" / "python"
    mark = folder / "installed"
    if mark.is_file():
        return python
    commands: list[list[str | Path]] = [
        [sys.executable, "-m", "venv", folder],
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package],
    ]
    for command in commands:
        done = subprocess.run(command, capture_output=True, check=False, text=True)
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
            print(f"ATTENTION: {package} could not be installed and is NOT compared: {last}", file=sys.stderr)
            return None
    mark.touch()
    return python


def asked(package: str, program: str, *arguments: str) -> object:
    """Run a program in the package's environment; return what the last line of its output says in JSON.

    Raises: RuntimeError with its last words where it failed, LookupError where it is not installed.
    """
    python = python_of(package)
    if python is None:
        raise LookupError(package)
    command: list[str | Path] = [python, "-c", program, *arguments]
    with tempfile.TemporaryDirectory() as home:  # brel keeps taxonomies there, and would read yesterday's
        env = {**os.environ, "HOME": home}
        done = subprocess.run(command, capture_output=True, check=False, text=True, env=env)
    if done.returncode:
        raise RuntimeError((done.stderr.strip().splitlines() or ["no reason given"])[-1])
    return loads(done.stdout.strip().splitlines()[-1])


def version_of(package: str) -> str:
    """Return the version that is installed, ours or the peer's."""
    if package == "duckdb":
        return version(package)
    return str(asked(package, f"import importlib.metadata as m; print('\"' + m.version({package!r}) + '\"')"))
