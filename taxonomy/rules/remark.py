"""What a rule says: a remark, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "taxonomy",
    "unit",
    "axis",
    "member",
    "domain",
    "concept",
    "heading",
    "hypercube",
    "group",
    "calculation",
    "relation",
]


@dataclass(frozen=True, slots=True)
class At:
    """What a remark is about.

    name: the QName of a unit, axis, member or concept; the name of a hypercube; the number, from 0, of a group,
    calculation or relation; empty for the taxonomy itself.
    path: keys of the source below it, the most telling last, as far as they are known: ("label", "en").
    """

    kind: Kind
    name: str = ""
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """One breach of a rule: what it is about, and a sentence without its end that says what is wrong."""

    at: At
    message: str
