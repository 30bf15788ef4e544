"""The syntaxes of a filing, and what else can be made of it.

A module of its own, so that `--help` need not import what writes them.
"""

from __future__ import annotations

from typing import Literal, get_args

Syntax = Literal["xml", "ixbrl", "json"]
"""xBRL-XML (.xbrl), iXBRL (.xhtml, and its report package .xbri), xBRL-JSON (.json)."""

SYNTAXES: tuple[Syntax, ...] = get_args(Syntax)

Output = Literal["xml", "ixbrl", "json", "xlsx", "parquet", "duckdb", "viewer"]
"""The syntaxes, tables for people and analysts, and the viewer page."""

OUTPUTS: tuple[Output, ...] = get_args(Output)
