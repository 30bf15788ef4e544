"""The root of every exception that a user's mistake may raise, and the finding that a wrong filing yields.

A wrong call or input is an exception of this root and ends the run with one clear sentence. A wrong filing
or taxonomy is a `Finding`: collected, never raised.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "advice", "info"]


class TagwrightError(Exception):
    """A mistake of the caller: the message says what, where and what to do."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong, or may be, in a taxonomy or a filing.

    code: stable; Arelle's own ("calc11e:inconsistentCalculation") or ours ("tagwright:…").
    rows: ids of the ledger rows it leads back to; sentence: the sentence of the first of them.
    """

    severity: Severity
    code: str
    message: str
    file: str = ""
    line: int | None = None
    column: int | None = None
    rows: tuple[str, ...] = ()
    sentence: str = ""
