"""The syntaxes of a filing, and what else can be made of it.

A module of its own, so that `--help` need not import what writes them.
"""

from __future__ import annotations

from typing import Literal, get_args

Syntax = Literal["xml", "ixbrl", "json"]
"""xBRL-XML (.xbrl), iXBRL (.xhtml, and its report package .xbri), xBRL-JSON (.json)."""

SYNTAXES: tuple[Syntax, ...] = get_args(Syntax)

Output = Literal["xml", "ixbrl", "json", "csv", "xbr", "xlsx", "parquet", "duckdb", "viewer"]
"""The syntaxes (csv is xBRL-CSV: NAME-csv.json with NAME.csv), xBRL-JSON in a report package (.xbr), tables for
people, and the viewer page."""

EXPORTS: tuple[Output, ...] = ("xml", "ixbrl", "json", "csv")
"""What `tagwright export` writes where nothing else is said."""

OUTPUTS: tuple[Output, ...] = get_args(Output)
