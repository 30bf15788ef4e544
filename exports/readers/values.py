"""Values of facts read from a file: numbers proven to be numbers, names told from text.

Spec: XBRL 2.1 section 4.6 (items), Extensible Enumerations 2.0 section 3.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from exports.values import canonical

if TYPE_CHECKING:
    from collections.abc import Callable

    from exports.definitions import DefinedKind
    from exports.readers.names import Names
    from exports.report import Kind

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_FLOAT = re.compile(r"[+-]?(?:[0-9]{1,40}(?:\.[0-9]{0,40})?|\.[0-9]{1,40})[eE][+-]?[0-9]{1,3}")
_BLANKS = " \t\r\n"
_DECIMALS = re.compile(r"[+-]?[0-9]{1,6}")


def number(text: str) -> str:
    """Return a number as a plain decimal.

    Raises: ValueError where it is none, or not finite, or has an exponent.
    """
    text = text.strip(_BLANKS)
    if _NUMBER.fullmatch(text):
        return text
    raise ValueError(text)


def number_of(text: str, is_floating: Callable[[], bool]) -> str:
    """Return a number as a plain decimal; those of the types double and float may have an exponent.

    is_floating: whether it is of these types; asked only where it is no plain number.

    Raises: ValueError where it is none, or not finite.
    """
    try:
        return number(text)
    except ValueError:
        text = text.strip(_BLANKS)
        if _FLOAT.fullmatch(text) is None or not is_floating():
            raise
        return canonical(format(Decimal(text), "f"))


def why_no_number(text: str) -> str:
    """Return what a person should know of a value that is no number, nothing where that is plain to see."""
    if _FLOAT.fullmatch(text.strip(_BLANKS)) is None:
        return ""
    return " (an exponent is for the types double and float, which a taxonomy must tell; write out all digits of the number)"


def decimals(text: str) -> int | None:
    """Return the decimals, None for INF.

    Raises: ValueError where they are none.
    """
    if text == "INF":
        return None
    if _DECIMALS.fullmatch(text):
        return int(text)
    raise ValueError(f"the decimals {text[:40]!r} are none: a whole number or INF was expected")


def expanded_members(text: str, names: Names) -> str | None:
    """Return members given as "namespace#name", as QNames; None where one is of no namespace of the file."""
    members = []
    for part in text.split():
        namespace, mark, local = part.rpartition("#")
        prefix = names.prefix_of.get(namespace)
        if not mark or prefix is None or not local:
            return None
        members.append(f"{prefix}:{local}")
    return " ".join(sorted(members))


def value_and_kind(text: str, kind: DefinedKind | None, names: Names) -> tuple[str, Kind] | None:
    """Return a value out of XML that is no number, and its kind; None where it does not fit the kind.

    kind: as the taxonomy has it, None where there is none at hand. Then a value that is nothing but members'
    names of the file's own namespaces is one of an enumeration: no other text looks like that.
    """
    if kind in {"plain", "number"} or (kind is None and "#" not in text):
        return text, "plain"
    if kind == "qname":
        return text.strip(), "qname"
    members = expanded_members(text, names)
    if kind is None:
        return (members, "enumeration") if members else (text, "plain")
    return None if members is None else (members, "enumeration")
