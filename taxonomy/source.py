"""The taxonomy source: one YAML file that a person reads, a diff shows, and everything else is made from.

`load_source` reads it into a `Taxonomy` or raises one `SourceError` with every mistake of the file, each
with its line and column. The format is explained key by key in docs/taxonomy-source.md.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from taxonomy.errors import TagwrightError
from taxonomy.model import Label, Taxonomy
from taxonomy.source_items import read_axes, read_concepts, read_units
from taxonomy.source_keys import DOCUMENT, TAXONOMY
from taxonomy.source_labels import read_texts
from taxonomy.source_links import Declared, read_calculations, read_groups, read_hypercubes, read_relations
from taxonomy.source_walk import Walker
from taxonomy.yaml_nodes import MAXIMUM_BYTES, Entry, SourceError, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_RESERVED = (
    "xml xmlns xsd xs xsi xlink link xl xbrli xbrldt xbrldi dtr-types num nonnum ref iso4217 "
    "utr ix ixt ixt-sec gen label tagwright oim oimce calc pure count"
)
RESERVED_PREFIXES: Final = frozenset(_RESERVED.split())
_PREFIX: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,39}")
_VERSION: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_URI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+")
_ENTRY_POINT_FILE: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*\.xsd")


def load_source(path: Path) -> Taxonomy:
    """Read a taxonomy source.

    Raises: SourceError (all mistakes), TagwrightError (the file cannot be read).
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAXIMUM_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise TagwrightError(
            f"{path}: the taxonomy source cannot be read ({reason}): check the path"
        ) from None
    return parse_source(data, str(path))


def parse_source(data: bytes, file: str) -> Taxonomy:
    """Return the taxonomy that the bytes of a source describe; `file` names them in messages.

    Raises: SourceError with every mistake.
    """
    root = parse_yaml(data, file)
    walker = Walker(file)
    top = walker.record(root, "the source", DOCUMENT)
    nodes = {key: entry.value for key, entry in top.items()}
    prefix, namespace, version, entry_point, labels = _read_head(walker, top.get("taxonomy"))
    units = read_units(walker, nodes.get("units"), prefix)
    axes = read_axes(walker, nodes.get("axes"), prefix)
    concepts = read_concepts(walker, nodes.get("concepts"), prefix, units)
    declared = Declared(prefix, concepts, axes)
    taxonomy = Taxonomy(
        prefix,
        namespace,
        version,
        entry_point,
        labels,
        units,
        axes,
        concepts,
        hypercubes=read_hypercubes(walker, nodes.get("hypercubes"), declared),
        groups=read_groups(walker, nodes.get("presentation"), declared),
        calculations=read_calculations(walker, nodes.get("calculation"), declared),
        relations=read_relations(walker, nodes.get("relations"), declared),
    )
    if walker.findings:
        raise SourceError(tuple(sorted(walker.findings, key=lambda item: (item.line or 0, item.column or 0))))
    return taxonomy


def _read_head(walker: Walker, entry: Entry | None) -> tuple[str, str, str, str, tuple[Label, ...]]:
    if entry is None:
        return "x", "", "", "", ()
    keys = walker.record(entry.value, '"taxonomy"', TAXONOMY)
    prefix = _checked(
        walker, keys, "prefix", _is_prefix, "a short name such as bank, and none of XBRL's own prefixes"
    )
    namespace = _checked(
        walker, keys, "namespace", _is_namespace, "a URI such as http://example.org/taxonomy/2024"
    )
    version = _checked(
        walker, keys, "version", _is_version, "letters, digits, '.', '_' and '-' such as \"2024-12-31\""
    )
    entry_point = _checked(
        walker,
        keys,
        "entry_point",
        _is_entry_point,
        "a web address that ends in a file .xsd, without ? and #",
    )
    labels = read_texts(walker, keys["label"].value, "the taxonomy's label") if "label" in keys else ()
    return prefix or "x", namespace, version, entry_point, labels


def _checked(
    walker: Walker, keys: dict[str, Entry], key: str, is_right: Callable[[str], bool], expected: str
) -> str:
    if key not in keys:
        return ""
    text = walker.text(keys[key].value, f'"{key}"')
    if text is not None and is_right(text):
        return text
    if text is not None:
        walker.fail(keys[key].value, "value", f'"{key}" is "{text[:80]}"; expected {expected}')
    return ""


def _is_prefix(text: str) -> bool:
    return _PREFIX.fullmatch(text) is not None and text.lower() not in RESERVED_PREFIXES


def _is_namespace(text: str) -> bool:
    return _URI.fullmatch(text) is not None and "#" not in text and "//www.xbrl.org/" not in text


def _is_version(text: str) -> bool:
    return _VERSION.fullmatch(text) is not None and not text.endswith(".")


def _is_entry_point(text: str) -> bool:
    if not _URI.fullmatch(text):
        return False
    parts = urlsplit(text)
    file = parts.path.rpartition("/")[2]
    is_web = parts.scheme in {"http", "https"} and bool(parts.netloc)
    return is_web and not parts.query and not parts.fragment and _ENTRY_POINT_FILE.fullmatch(file) is not None
