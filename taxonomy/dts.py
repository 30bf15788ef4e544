"""What a taxonomy that somebody else wrote says beyond what our sources say, as values.

Spec: XBRL 2.1 section 5; Dimensions 1.0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ContextElement = Literal["scenario", "segment"]


@dataclass(frozen=True, slots=True)
class Element:
    """How a schema declares a concept, axis, member or heading; names are QNames.

    period_type: None for a tuple. file, line: where it is declared; the file's name alone. address: what others
    refer to it by, with its id; empty where it has none.
    Spec: XBRL 2.1 sections 4.9 (tuples) and 5.1.1.
    """

    qname: str
    type: str
    substitution_group: str
    period_type: Literal["instant", "duration"] | None
    balance: Literal["debit", "credit"] | None
    abstract: bool
    nillable: bool
    file: str = ""
    line: int | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A role that extended links have, with its definition, its labels as (language, text), and its address."""

    uri: str
    definition: str
    labels: tuple[tuple[str, str], ...] = ()
    address: str = ""


@dataclass(frozen=True, slots=True)
class DefinitionArc:
    """An arc of a definition link, its role's arcs in order. Spec: XBRL 2.1 section 5.2.6; Dimensions 1.0."""

    arcrole: str
    role: str
    source: str
    target: str
    target_role: str = ""
    usable: bool = True
    closed: bool = False
    context_element: ContextElement | None = None


@dataclass(frozen=True, slots=True)
class Dts:
    """What a taxonomy that somebody else wrote says beyond what ours say: the discovered set behind it.

    namespaces: (prefix, namespace) of every QName. definitions: the arcs that axes, domains and hypercubes
    were read from, and those of any other arcrole. entry_namespace: of the entry point's schema, where it is one.
    """

    namespaces: tuple[tuple[str, str], ...]
    elements: tuple[Element, ...]
    roles: tuple[Role, ...]
    definitions: tuple[DefinitionArc, ...]
    entry_namespace: str = ""
