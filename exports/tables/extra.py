"""What the base installation does not bring: imported when it is needed, missed in one clear sentence."""

from __future__ import annotations

from importlib.util import find_spec

from exports.errors import OutputError


def require(module: str, purpose: str) -> None:
    """See that a module of the extra `tables` is there.

    Raises: OutputError where it is not.
    """
    if find_spec(module) is None:
        raise OutputError(
            f"{purpose} needs {module}, which is not installed: run pip install 'tagwright[tables]'."
        )
