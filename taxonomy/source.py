"""The taxonomy source: a YAML file, or several, that a person reads, a diff shows, and everything else is made from.

`load_source` reads it into a `Taxonomy` or raises one `SourceError` with every mistake of all files, each
with its file, line and column. The format is explained key by key in docs/taxonomy-source.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from taxonomy.model import Label, Taxonomy, Version
from taxonomy.source_axes import DimensionReader
from taxonomy.source_files import Sections, gather, read_source_bytes
from taxonomy.source_items import ConceptReader, read_headings, read_units
from taxonomy.source_keys import DOCUMENT, EXTENSION_PART, SECTIONS, TAXONOMY
from taxonomy.source_labels import read_texts
from taxonomy.source_life import Lifetimes, is_version, read_date, read_versions
from taxonomy.source_links import Declared, read_calculations, read_groups, read_hypercubes
from taxonomy.source_relations import read_relations
from taxonomy.source_walk import Walker
from taxonomy.yaml_nodes import Entry, SourceError

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.nodes import Node

    from taxonomy.errors import Finding

_RESERVED = (
    "xml xmlns xsd xs xsi xlink link xl xbrli xbrldt xbrldi dtr-types num nonnum ref iso4217 "
    "enum2 utr ix ixt ixt-sec gen label tagwright oim oimce calc pure count"
)
RESERVED_PREFIXES: Final = frozenset(_RESERVED.split())
REFERENCE_CODE: Final = "tagwright:source.reference"
"""Of a name that nothing has."""
_PREFIX: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,39}")
_URI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+")
_ENTRY_POINT_FILE: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*\.xsd")


def load_source(path: Path) -> Taxonomy:
    """Read a taxonomy source with all it includes.

    Raises: SourceError (all mistakes), TagwrightError (the file cannot be read).
    """
    return _read(read_source_bytes(path), path, from_disk=True)


def parse_source(data: bytes, file: str) -> Taxonomy:
    """Return the taxonomy that the bytes of a source describe, which includes no other file.

    file: names it in messages.
    Raises: SourceError with every mistake.
    """
    return _read(data, Path(file), from_disk=False)


def read_document(walker: Walker, root: Node, base: Taxonomy | None = None) -> Taxonomy:
    """Return the taxonomy that the nodes of a source describe, which includes no other; the walker notes mistakes.

    base: a taxonomy that it extends, whose elements it may name by their QNames.
    """
    top = walker.record(root, "the source", DOCUMENT)
    nodes: dict[str, Node] = {section: top[section].value for section in SECTIONS if section in top}
    return _taxonomy(walker, Sections(top.get("taxonomy"), nodes=nodes), base)


@dataclass(frozen=True, slots=True)
class Examined:
    """A source as far as it can be read: with mistakes, what is wrong was left out of the taxonomy."""

    taxonomy: Taxonomy
    sections: Sections
    mistakes: tuple[Finding, ...]


def examine_source(data: bytes, path: Path, *, from_disk: bool) -> Examined:
    """Return what a source says, and all its mistakes, by file and place.

    from_disk: whether there is a folder to include from.
    Raises: SourceError where the main file is no YAML.
    """
    walker = Walker(str(path))
    sections = gather(walker, data, path, from_disk=from_disk)
    taxonomy = _taxonomy(walker, sections)
    return Examined(taxonomy, sections, in_order(walker, sections, path))


def read_sections(walker: Walker, sections: Sections, base: Taxonomy | None = None) -> Taxonomy:
    """Return the taxonomy that sections describe; the walker notes mistakes.

    base: a taxonomy that it extends, whose elements it may name by their QNames.
    """
    return _taxonomy(walker, sections, base)


def in_order(walker: Walker, sections: Sections, path: Path) -> tuple[Finding, ...]:
    """Return the mistakes by file and place, without names that may be declared in a file that could not be read."""
    if not sections.is_whole:
        walker.findings[:] = [item for item in walker.findings if item.code != REFERENCE_CODE]
    order = {str(path.parent / name): number for number, name in enumerate(sections.files)}
    return tuple(
        sorted(walker.findings, key=lambda item: (order.get(item.file, 0), item.line or 0, item.column or 0))
    )


def mistakes_of_extension(data: bytes, path: Path) -> tuple[Finding, ...]:
    """Return the mistakes of an extension and all it includes, less names: its base, which has them, is not read."""
    walker = Walker(str(path))
    sections = gather(walker, data, path, from_disk=True, is_extension=True)
    _taxonomy(walker, sections)
    sections.is_whole = False
    return in_order(walker, sections, path)


def mistakes_of_part(root: Node, file: str) -> tuple[Finding, ...]:
    """Return the mistakes of a file that another one includes, less names: those may be declared elsewhere.

    What extensions alone have is read where they are.
    """
    walker = Walker(file)
    entries = walker.record(root, "the included file", EXTENSION_PART)
    _taxonomy(walker, Sections(nodes={key: entry.value for key, entry in entries.items() if key in SECTIONS}))
    return tuple(item for item in walker.findings if item.code != REFERENCE_CODE)


def _read(data: bytes, path: Path, *, from_disk: bool) -> Taxonomy:
    examined = examine_source(data, path, from_disk=from_disk)
    if examined.mistakes:
        raise SourceError(examined.mistakes)
    return examined.taxonomy


def _taxonomy(walker: Walker, sections: Sections, base: Taxonomy | None = None) -> Taxonomy:
    nodes = sections.nodes
    head = _read_head(walker, sections.head)
    known = (*(version.number for version in head.versions), head.version)
    lifetimes = Lifetimes(walker, head.prefix, known)
    units = read_units(walker, nodes.get("units"), head.prefix)
    dimensions = DimensionReader(walker, head.prefix, lifetimes)
    axes, typed_axes = dimensions.read_axes(nodes.get("axes"))
    domains = dimensions.read_domains(nodes.get("domains"))
    concepts = ConceptReader(walker, head.prefix, lifetimes, units, domains).read(nodes.get("concepts"))
    headings = read_headings(walker, nodes.get("headings"), head.prefix)
    lifetimes.settle()
    declared = Declared(head.prefix, concepts, axes, typed_axes, headings, base)
    return Taxonomy(
        head.prefix,
        head.namespace,
        head.version,
        head.entry_point,
        head.labels,
        units,
        axes,
        concepts,
        hypercubes=read_hypercubes(walker, nodes.get("hypercubes"), declared),
        groups=read_groups(walker, nodes.get("presentation"), declared),
        calculations=read_calculations(walker, nodes.get("calculation"), declared),
        relations=read_relations(walker, nodes.get("relations"), declared),
        typed_axes=typed_axes,
        domains=domains,
        headings=headings,
        date=head.date,
        versions=head.versions,
    )


@dataclass(frozen=True, slots=True)
class _Head:
    """What the source says of the taxonomy itself."""

    prefix: str = "x"
    namespace: str = ""
    version: str = ""
    entry_point: str = ""
    labels: tuple[Label, ...] = ()
    date: str | None = None
    versions: tuple[Version, ...] = ()


def _read_head(walker: Walker, entry: Entry | None) -> _Head:
    if entry is None:
        return _Head()
    keys = walker.record(entry.value, '"taxonomy"', TAXONOMY)
    prefix = _checked(
        walker, keys, "prefix", _is_prefix, "a short name such as bank, and none of XBRL's own prefixes"
    )
    namespace = _checked(
        walker, keys, "namespace", _is_namespace, "a URI such as http://example.org/taxonomy/2024"
    )
    version = _checked(
        walker, keys, "version", is_version, "letters, digits, '.', '_' and '-' such as \"2024-12-31\""
    )
    entry_point = _checked(
        walker,
        keys,
        "entry_point",
        _is_entry_point,
        "a web address that ends in a file .xsd, without ? and #",
    )
    labels = read_texts(walker, keys["label"].value, "the taxonomy's label") if "label" in keys else ()
    day = read_date(walker, keys["date"].value, "the taxonomy's date") if "date" in keys else None
    versions = read_versions(walker, keys["versions"].value, version) if "versions" in keys else ()
    if day is not None and versions and versions[-1].date > day:
        message = (
            f"the taxonomy's date {day} is before that of its version {versions[-1].number}: exchange them"
        )
        walker.fail(keys["date"].value, "value", message)
    return _Head(prefix or "x", namespace, version, entry_point, labels, day, versions)


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


def _is_entry_point(text: str) -> bool:
    if not _URI.fullmatch(text):
        return False
    parts = urlsplit(text)
    file = parts.path.rpartition("/")[2]
    is_web = parts.scheme in {"http", "https"} and bool(parts.netloc)
    return is_web and not parts.query and not parts.fragment and _ENTRY_POINT_FILE.fullmatch(file) is not None
