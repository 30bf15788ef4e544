"""What a page needs to work from a file, without a server and a network, whatever text it holds.

Spec: Content Security Policy Level 3, section 6; HTML, section 4.12.1.3 (what a script element may hold).
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from html import escape
from json import dumps
from typing import Final

Json = str | int | bool | Sequence["Json"] | Mapping[str, "Json"] | None

_UNSAFE_IN_SCRIPT: Final = "<>&\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
_HOLE: Final = re.compile(r"\{\{([a-z:._-]+)\}\}")


def script_json(value: Json) -> str:
    """Return JSON that no parser of HTML can read as markup."""
    text = dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in _UNSAFE_IN_SCRIPT:
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def policy(style: str, script: str) -> str:
    """Return a policy under which nothing is loaded and nothing runs but this script."""
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def fill(template: str, parts: Mapping[str, str], texts: Mapping[str, Mapping[str, str]]) -> str:
    """Fill `{{part}}` and `{{t:group.key}}` in one pass, so that nothing filled in is read as a template."""

    def replace(match: re.Match[str]) -> str:
        name = match[1]
        if name.startswith("t:"):
            group, _, key = name[2:].partition(".")
            return escape(texts[group][key])
        return parts[name]

    return _HOLE.sub(replace, template)


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
