"""The compiled form of a taxonomy: JSON that loads a hundred times as fast as a source or a DTS.

A dataclass is the list of its values in the order of its fields, without what equals its defaults at the end.
The readers are made from the annotations of `taxonomy.model`, so that a new field needs no code here. A
fingerprint of all fields stands in the file: what another version of the model wrote is refused, not misread.

Shape: {"tagwright": "taxonomy", "layout": fingerprint, "source_sha256": what it was made from, "taxonomy": […]}
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from functools import cache
from hashlib import sha256
from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from taxonomy import dts, model, relation
from taxonomy.collector import Uncollected
from taxonomy.errors import TagwrightError
from taxonomy.model import Taxonomy

_Read = Callable[[Any], Any]
"""From what JSON gives to the value; None in place of it where that is the value already."""

_KIND: Final = "taxonomy"


def encode(taxonomy: Taxonomy, source: bytes) -> str:
    """Return the compiled form of a taxonomy that was read from the source."""
    content = {
        "tagwright": _KIND,
        "layout": layout(),
        "source_sha256": sha256(source).hexdigest(),
        "taxonomy": _plain(taxonomy),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def decode(data: bytes) -> tuple[Taxonomy, str] | None:
    """Return the taxonomy and the SHA-256 of its source, or None if this version did not write the form."""
    try:
        with Uncollected():
            content = json.loads(data)
            if not isinstance(content, dict) or content.get("tagwright") != _KIND:
                return None
            if content.get("layout") != layout():
                return None
            read = _reader(Taxonomy)
            taxonomy = read(content["taxonomy"]) if read else None
            # Made in here: the first value made outside has all of the new ones looked through.
            return (taxonomy, str(content["source_sha256"])) if isinstance(taxonomy, Taxonomy) else None
    except (ValueError, KeyError, TypeError, ArithmeticError, RecursionError):
        return None


def read_compiled(data: bytes, name: str) -> tuple[Taxonomy, str]:
    """Return the taxonomy of a compiled form and the SHA-256 of its source; `name` names the file in messages.

    Raises: TagwrightError where it is no compiled form of this version's.
    """
    found = decode(data)
    if found is None:
        raise TagwrightError(
            f"{name}: this is no compiled taxonomy, or another version of tagwright wrote it: "
            "write it again with `tagwright taxonomy load`"
        )
    return found


@cache
def layout() -> str:
    """Return the fingerprint of all fields that a compiled form holds."""
    seen: dict[str, str] = {}
    _describe(Taxonomy, seen)
    return sha256(json.dumps(sorted(seen.items())).encode()).hexdigest()[:16]


def _describe(kind: Any, seen: dict[str, str]) -> None:  # noqa: ANN401 - an annotation
    for part in get_args(kind):
        _describe(part, seen)
    if is_dataclass(kind) and isinstance(kind, type) and kind.__name__ not in seen:
        hints = _hints(kind)
        seen[kind.__name__] = ", ".join(f"{name}: {hint}" for name, hint in hints.items())
        for hint in hints.values():
            _describe(hint, seen)


@cache
def _hints(kind: type) -> dict[str, Any]:
    names = {field.name for field in fields(kind)}
    known = {**vars(dts), **vars(relation), **vars(model), "Decimal": Decimal}
    return {name: hint for name, hint in get_type_hints(kind, known).items() if name in names}


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of the model
    """Return what JSON writes; a value of a union of dataclasses keeps its class's name in front."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return str(value)
    if not is_dataclass(value):
        return value
    row = [getattr(value, field.name) for field in fields(value)]
    for field in reversed(fields(value)):
        if field.default is MISSING or row[-1] != field.default:
            break
        row.pop()
    plain = [_plain(item) for item in row]
    return [type(value).__name__, *plain] if isinstance(value, model.Relation) else plain


@cache
def _reader(kind: Any) -> _Read | None:  # noqa: ANN401 - an annotation
    """Return the reader of an annotation, or None where JSON's value is the value."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _tuple_reader(parts)
    if origin in (Union, UnionType):
        return _union_reader(tuple(part for part in parts if part is not type(None)))
    if kind is Decimal:
        return Decimal
    if is_dataclass(kind) and isinstance(kind, type):
        return _row_reader(kind)
    if kind in (str, int, bool) or origin is Literal:
        return None
    raise TypeError(f"no compiled form for {kind}")


def _tuple_reader(parts: tuple[Any, ...]) -> _Read:
    if parts[-1] is Ellipsis:
        read = _reader(parts[0])
        return (lambda items: tuple(map(read, items))) if read else tuple
    reads = [_reader(part) for part in parts]
    if not any(reads):
        return tuple
    return lambda items: tuple(read(item) if read else item for read, item in zip(reads, items, strict=True))


def _union_reader(parts: tuple[Any, ...]) -> _Read | None:
    if all(is_dataclass(part) for part in parts) and len(parts) > 1:
        by_name = {part.__name__: _reader(part) for part in parts}
        return lambda row: by_name[row[0]](row[1:])  # type: ignore[misc]  # a dataclass always has a reader
    if set(parts) == {int, Decimal}:
        return lambda item: Decimal(item) if isinstance(item, str) else item
    read = _reader(parts[0])
    return (lambda item: None if item is None else read(item)) if read else None


def _row_reader(kind: type) -> _Read:
    hints = _hints(kind)
    reads = [(place, read) for place, hint in enumerate(hints.values()) if (read := _reader(hint))]

    def read_row(row: list[Any]) -> Any:  # noqa: ANN401 - the dataclass
        for place, read in reads:
            if place < len(row):
                row[place] = read(row[place])
        return kind(*row)

    return read_row if reads else lambda row: kind(*row)
