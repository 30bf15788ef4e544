"""The syntaxes of a filing: a module of its own, so that `--help` need not import what writes them."""

from __future__ import annotations

from typing import Literal, get_args

Syntax = Literal["xml", "ixbrl", "json"]
"""xBRL-XML (.xbrl), iXBRL (.xhtml, and its report package .xbri), xBRL-JSON (.json)."""

SYNTAXES: tuple[Syntax, ...] = get_args(Syntax)
