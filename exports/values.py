"""Values as each syntax wants them: members by expanded name in XML, by QName elsewhere; numbers in one form.

Spec: Extensible Enumerations 2.0 section 3 (values), OIM xBRL-JSON 1.0 section 3.2.2, XML Schema 1.1 part 2.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from exports.errors import FilingError
from exports.markup import checked_qname

if TYPE_CHECKING:
    from exports.report import Fact


is_plain = re.compile(r"-?[0-9]+(?:\.[0-9]+)?").fullmatch
"""Tells the usual numbers among those that XML takes."""

are_plain = re.compile(r"(?:-?[0-9]++(?:\.[0-9]++)? )*+").fullmatch
"""Tells a text of such numbers, a blank behind each."""

is_canonical = re.compile(r"-?(?:[1-9][0-9]*(?:\.[0-9]*[1-9])?|0\.[0-9]*[1-9])|0").fullmatch
"""Tells a number in the form of `canonical`."""

are_canonical = re.compile(r"(?:(?:-?(?:[1-9][0-9]*+(?:\.[0-9]*[1-9])?|0\.[0-9]*[1-9])|0) )*+").fullmatch
"""Tells a text of such numbers, a blank behind each."""


def canonical(value: str) -> str:
    """Return the number as XML Schema 1.1 writes it: no sign but a minus, no needless zero."""
    text = format(Decimal(value), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def plain_numbers(values: list[str], text: str) -> list[str] | None:
    """Return plain numbers as they stand, None where one is none; `text` is all of them, a blank behind each."""
    return values if _are_whole(text) or are_plain(text) else None


def canonical_numbers(values: list[str], text: str) -> list[str] | None:
    """Return plain numbers in the form of `canonical`, None where one is none; `text` as above."""
    if (_are_whole(text) and " 0" not in text and text[0] != "0") or are_canonical(text):
        return values
    shorter = [
        value.rstrip("0").rstrip(".") if "." in value and value.count(".") == 1 else value for value in values
    ]
    if are_canonical(" ".join(shorter) + " "):
        return shorter
    return [canonical(value) for value in values] if are_plain(text) else None


def _are_whole(text: str) -> bool:
    """Return whether numbers, a blank behind each, have no sign and no fraction: five times as fast."""
    digits = text.replace(" ", "")
    return digits.isdigit() and digits.isascii() and "  " not in text and text[0] != " "


def checked_number(fact: Fact) -> str:
    """Return the value of a numeric fact, which must be a finite decimal number.

    Raises: FilingError where it is none.
    """
    value = fact.value or ""
    if is_plain(value):
        return value
    try:
        if value.isascii() and not any(mark in value for mark in "_eEnN ") and Decimal(value).is_finite():
            return value
    except InvalidOperation:
        pass
    raise FilingError(
        f"The fact {fact.id} has a unit, so its value must be a number such as -1234.5, not {value[:60]!r}."
    )


def canonical_number(fact: Fact) -> str:
    """Return the value of a numeric fact in the form of `canonical`.

    Raises: FilingError where it is no number.
    """
    if fact.value is not None and is_canonical(fact.value):
        return fact.value
    return canonical(checked_number(fact))


def checked_names(fact: Fact, prefixes: frozenset[str]) -> str:
    """Return the value of an enumeration or QName fact, each name checked, in their order by name.

    Raises: FilingError where one is no QName of a declared prefix.
    """
    names = sorted((fact.value or "").split())
    return " ".join(checked_qname(name, prefixes) for name in names)


def expanded_names(fact: Fact, namespaces: Mapping[str, str], prefixes: frozenset[str]) -> str:
    """Return the value as XML has it: members as "namespace#name", a QName as it is.

    Raises: FilingError where one is no QName of a declared prefix.
    """
    names = checked_names(fact, prefixes)
    if fact.kind == "qname":
        return names
    pairs = (name.partition(":") for name in names.split())
    return " ".join(sorted(f"{namespaces[prefix]}#{local}" for prefix, _, local in pairs))
