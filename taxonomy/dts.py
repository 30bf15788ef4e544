"""What a taxonomy that somebody else wrote says beyond what our sources say, as values.

Spec: XBRL 2.1 section 5; Dimensions 1.0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ContextElement = Literal["scenario", "segment"]
FormulaKind = Literal["value", "existence", "consistency", "formula"]
"""Three kinds of assertions, and formulas that compute facts."""


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
class Formula:
    """An assertion, or a formula that computes facts, of a formula linkbase.

    test: its XPath: the test of an assertion, the value of a formula, the radius of a consistency assertion; empty
    where an existence assertion has none. concepts: QNames of those that it names. labels, messages: as (language,
    text), the messages of what is not satisfied as they are written, placeholders and all. file: its name alone.

    Spec: Formula 1.0; Assertions 1.0; Generic Messages 1.0.
    """

    id: str
    kind: FormulaKind
    test: str = ""
    concepts: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    messages: tuple[tuple[str, str], ...] = ()
    file: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a table linkbase, with its labels as (language, text). Spec: Table Linkbase 1.0."""

    id: str
    labels: tuple[tuple[str, str], ...] = ()
    file: str = ""
    line: int | None = None


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
    formulas: tuple[Formula, ...] = ()
    tables: tuple[Table, ...] = ()
