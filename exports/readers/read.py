"""Any instance, whatever its syntax: the ending and the first element or document type tell which it is.

Spec: OIM common 1.0 (document types), XBRL 2.1, Inline XBRL 1.1.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from exports.definitions import NONE, Definitions
from exports.errors import InstanceError
from exports.readers import csv_reader, inline_reader, json_reader, xml_reader
from exports.readers.aspects import X
from exports.readers.csv_metadata import DOCUMENT_TYPES
from exports.readers.json_reader import opened
from exports.readers.xml_events import document_element

if TYPE_CHECKING:
    from collections.abc import Callable

    from exports.report import Report

JSON_ENDINGS = frozenset({".json"})
XML_ENDINGS = frozenset({".xbrl", ".xml", ".xhtml", ".html", ".htm"})
ENDINGS = JSON_ENDINGS | XML_ENDINGS


def read(path: Path, definitions: Definitions = NONE) -> Report:
    """Return the report of an instance in any of the four syntaxes.

    Raises: InstanceError where it is none, or cannot be read.
    """
    ending = path.suffix.lower()
    if ending in JSON_ENDINGS:
        return _reader_of_json(path)(path, definitions)
    if ending in XML_ENDINGS:
        is_instance = document_element(path).tag == f"{X}xbrl"
        return xml_reader.read(path, definitions) if is_instance else inline_reader.read(path, definitions)
    hint = " Give the metadata, NAME-csv.json, instead of the table." if ending == ".csv" else ""
    raise InstanceError(
        f"{path.name} is no instance: its ending is none of {', '.join(sorted(ENDINGS))}.{hint}"
    )


def _reader_of_json(path: Path) -> Callable[[Path, Definitions], Report]:
    with opened(path) as stream:
        for key in stream.members():
            if key == "documentInfo":
                info = stream.value()
                kind = info.get("documentType") if isinstance(info, dict) else None
                is_csv = isinstance(kind, str) and kind in DOCUMENT_TYPES
                return csv_reader.read if is_csv else json_reader.read
            if key == "facts":
                return json_reader.read
            stream.value()
    raise InstanceError(f"{path.name} is no OIM report: it has no documentInfo.")
