"""A taxonomy package that tagwright wrote, read back into an equal `Taxonomy` (without Arelle).

The package alone is enough to tag with: labels, terms, types, hypercubes, variants, roles and relations are
all in it. Other people's packages are a matter for `taxonomy.foreign`, which has Arelle read them.

Spec: Taxonomy Packages 1.0 section 3 (files, catalogue).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import InvalidOperation
from typing import TYPE_CHECKING, Final

from taxonomy.compile.names import ATTRIBUTES, FORMAT
from taxonomy.errors import TagwrightError
from taxonomy.labels import canonical_labels
from taxonomy.model import Label, Reference, Taxonomy
from taxonomy.read_linkbase import (
    LINK,
    XLINK,
    ReadArc,
    read_arcs,
    read_deprecations,
    read_labels,
    read_references,
)
from taxonomy.read_schema import Elements, read_elements, role_ids
from taxonomy.rebuild import Package, rebuild
from taxonomy.safe_zip import read_zip
from taxonomy.xml_reading import attribute, elements, parse_xml

if TYPE_CHECKING:
    from lxml import etree

_TP: Final = "{http://xbrl.org/2016/taxonomy-package}"
_CATALOG: Final = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"


class ForeignPackageError(TagwrightError):
    """A zip that tagwright did not write; Arelle may be able to read it."""


@dataclass(frozen=True, slots=True)
class _Metadata:
    """What META-INF says: the taxonomy's name, version, date and entry point, and the schema's path in the zip."""

    labels: tuple[Label, ...]
    version: str
    date: str | None
    entry_point: str
    schema: str


def read_package(data: bytes, name: str) -> Taxonomy:
    """Return the taxonomy of a package that tagwright wrote; `name` names the zip in messages.

    Raises: TagwrightError where the zip is unsafe, no taxonomy package, or not written by tagwright.
    """
    files = read_zip(data, name)
    metadata = _read_metadata(files, name)
    schema = parse_xml(files[metadata.schema], f"{name}/{metadata.schema}")
    if schema.get(f"{{{ATTRIBUTES}}}format") != FORMAT:
        raise ForeignPackageError(
            f"{name}: the taxonomy package was not written by tagwright: load it with "
            f"`tagwright taxonomy load {name}`"
        )
    try:
        return _read(files, name, metadata, schema)
    except (KeyError, ValueError, IndexError, InvalidOperation) as error:
        raise TagwrightError(
            f"{name}: the taxonomy package was changed after tagwright wrote it and makes no sense any more "
            f"({error}): build it again from its source"
        ) from None


def _read_metadata(files: dict[str, bytes], name: str) -> _Metadata:
    paths = [path for path in files if path.split("/")[1:] == ["META-INF", "taxonomyPackage.xml"]]
    if not paths:
        raise ForeignPackageError(
            f"{name}: this zip is no taxonomy package: there is no META-INF/taxonomyPackage.xml in it"
        )
    root = parse_xml(files[paths[0]], f"{name}/{paths[0]}")
    top = paths[0].partition("/")[0]
    documents = [item.get("href", "") for item in elements(root, f"{_TP}entryPointDocument")]
    entry_point = documents[0] if documents else ""
    schema = _schema_path(files, name, top, entry_point)
    if schema not in files:
        raise ForeignPackageError(
            f"{name}: the entry point {entry_point or '(none)'} of the taxonomy package is not in it"
        )
    labels = [Label(item.get(_LANGUAGE, "en"), item.text or "") for item in root.iterchildren(f"{_TP}name")]
    version, day = root.findtext(f"{_TP}version"), root.findtext(f"{_TP}publicationDate")
    return _Metadata(canonical_labels(labels), version or "", day, entry_point, schema)


def _schema_path(files: dict[str, bytes], name: str, top: str, entry_point: str) -> str:
    """Return the path in the zip that the catalogue maps the entry point to."""
    path = f"{top}/META-INF/catalog.xml"
    if path not in files:
        return ""
    for rewrite in elements(parse_xml(files[path], f"{name}/{path}"), f"{_CATALOG}rewriteURI"):
        start, prefix = rewrite.get("uriStartString", ""), rewrite.get("rewritePrefix", "")
        if start and entry_point.startswith(start) and prefix.startswith("../"):
            return f"{top}/{prefix.removeprefix('../')}{entry_point.removeprefix(start)}"
    return ""


def _read(files: dict[str, bytes], name: str, metadata: _Metadata, schema: etree._Element) -> Taxonomy:
    found: Elements = read_elements(schema)
    labels: dict[str, list[Label]] = {}
    deprecations: dict[str, list[str | Label]] = {}
    references: dict[str, list[Reference]] = {}
    arcs: dict[str, list[ReadArc]] = {}
    folder = metadata.schema.rpartition("/")[0]
    for ref in elements(schema, f"{LINK}linkbaseRef"):
        path = f"{folder}/{attribute(ref, f'{XLINK}href')}"
        root = parse_xml(files[path], f"{name}/{path}")
        for owner, label in read_labels(root, found.prefix):
            labels.setdefault(owner, []).append(label)
        for owner, said in read_deprecations(root, found.prefix):
            deprecations.setdefault(owner, []).append(said)
        for owner, reference in read_references(root, found.prefix):
            references.setdefault(owner, []).append(reference)
        for arc in read_arcs(root, found.prefix):
            arcs.setdefault(arc.role, []).append(arc)
    return rebuild(
        Package(
            metadata.labels,
            metadata.version,
            metadata.date,
            metadata.entry_point,
            found,
            role_ids(schema),
            {owner: canonical_labels(items) for owner, items in labels.items()},
            {owner: tuple(items) for owner, items in deprecations.items()},
            {owner: tuple(items) for owner, items in references.items()},
            arcs,
        )
    )
