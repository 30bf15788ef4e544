"""Text made safe for XML, and the names that XML allows.

Whatever a report says must come out as text: markup characters are escaped, and the characters that XML
forbids are shown as U+FFFD rather than dropped, so that a reader sees that something stood there.

Spec: XML 1.0 section 2.2 (characters), Namespaces in XML 1.0 section 4 (QNames).
"""

from __future__ import annotations

import re

from exports.errors import FilingError

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff"
    "\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff"
)
_NAME = rf"[{_START}][{_START}\-.0-9\u00b7\u0300-\u036f\u203f\u2040]*"
_NCNAME = re.compile(_NAME)
_QNAME = re.compile(rf"({_NAME}):({_NAME})")


def allowed(text: str) -> str:
    """Return the text with every character that XML forbids replaced by U+FFFD."""
    return text if text.isprintable() else _FORBIDDEN.sub("\ufffd", text)


def escape(text: str) -> str:
    """Return the text as XML character data.

    A carriage return is written as a reference: a parser would turn it into a line feed.
    """
    text = allowed(text)
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text.replace("\r", "&#13;") if "\r" in text else text


def attribute(text: str) -> str:
    """Return the text as the value of an attribute in double quotes."""
    return escape(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def is_ncname(text: str) -> bool:
    """Return whether the text may be an id or a local name."""
    return _NCNAME.fullmatch(text) is not None


def checked_id(text: str) -> str:
    """Return the id.

    Raises: FilingError where XML would not take it as one.
    """
    # A Python identifier is an NCName but for a few scripts; it is 20 times faster to test for.
    if (text.isascii() and text.isidentifier()) or is_ncname(text):
        return text
    raise FilingError(
        f"The fact id {text!r} cannot be an XML id: begin it with a letter, then letters and digits."
    )


def checked_qname(text: str, prefixes: frozenset[str]) -> str:
    """Return the QName.

    Raises: FilingError where it is none, or its prefix is not one of those declared.
    """
    match = _QNAME.fullmatch(text)
    if match is None:
        raise FilingError(f"{text!r} is no QName: write it as prefix:LocalName.")
    if match[1] not in prefixes:
        raise FilingError(
            f"The prefix of {text!r} is not declared: the report declares {', '.join(sorted(prefixes))}."
        )
    return text
