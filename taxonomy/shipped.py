"""The taxonomies that come with tagwright, and the compiled form that makes them quick to load.

Reading a large YAML source takes a tenth of a second; beside each shipped source stands a JSON file with
the same taxonomy and the SHA-256 of the source it was made from, the files that it includes with it. Where
that differs, the source is read.
`python -m taxonomy.shipped` writes the compiled forms anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, fields, is_dataclass
from decimal import Decimal
from hashlib import sha256
from json import JSONDecodeError, dumps, loads
from pathlib import Path
from typing import Any, Final

from taxonomy.model import (
    Axis,
    Between,
    Calculation,
    Concept,
    Deprecation,
    Domain,
    Group,
    Heading,
    Hypercube,
    Label,
    LabelRole,
    Member,
    PartsOfWhole,
    PeriodType,
    Reference,
    Relation,
    Taxonomy,
    TypedAxis,
    TypedDomainType,
    Unit,
    Version,
)

_FOLDER: Final = Path(__file__).parent

_FIELDS: Final = {item.name for item in fields(Taxonomy)}


_DEFAULTS: Final[tuple[Any, ...]] = (None, None, None, None, (), None)
"""Of a concept's columns from its balance to its domain."""

_LabelItem = tuple[str, str, LabelRole]
_ReferenceItem = list[Any]
_Life = tuple[tuple[Reference, ...], "str | None", "Deprecation | None"]


def shipped_names() -> tuple[str, ...]:
    """Return the names of the shipped taxonomies."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


def load_shipped(name: str) -> Taxonomy:
    """Return a shipped taxonomy, from its compiled form if that is current."""
    compiled = _compiled_path(name)
    if compiled.is_file():
        taxonomy = decode(compiled.read_text("utf-8"), sha256(source_bytes(name)).hexdigest())
        if taxonomy is not None:
            return taxonomy
    from taxonomy.source import load_source  # noqa: PLC0415 - PyYAML and the loader cost more than the compiled form

    return load_source(_FOLDER / f"{name}.yaml")


def source_bytes(name: str) -> bytes:
    """Return the bytes of a shipped source and of the files that it may include: those in the folder of its name."""
    parts = [_FOLDER / f"{name}.yaml", *sorted((_FOLDER / name).rglob("*.yaml"))]
    return b"".join(part.read_bytes() for part in parts)


def encode(taxonomy: Taxonomy, source: bytes) -> str:
    """Return the compiled form of a taxonomy that was read from the source: fields by name, values in order."""
    plain: dict[str, Any] = {item.name: _plain(getattr(taxonomy, item.name)) for item in fields(taxonomy)}
    plain["relations"] = [
        ["between" if isinstance(item, Between) else "parts", *astuple(item)] for item in taxonomy.relations
    ]
    content = {"source_sha256": sha256(source).hexdigest(), "taxonomy": plain}
    return dumps(content, ensure_ascii=False, separators=(",", ":"), default=str) + "\n"


def _plain(value: object) -> object:
    """Return a value as lists; what is at its default at the end of a list is left out."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if not is_dataclass(value):
        return value
    found = [(getattr(value, item.name), item.default) for item in fields(value)]
    while found and found[-1][0] == found[-1][1]:
        found.pop()
    return [_plain(item) for item, _ in found]


def decode(text: str, source_sha256: str) -> Taxonomy | None:
    """Return the taxonomy of a compiled form, or None if it was made from another source or form."""
    try:
        content = loads(text)
    except JSONDecodeError:
        return None
    if not isinstance(content, dict) or content.get("source_sha256") != source_sha256:
        return None
    plain = content["taxonomy"]
    return (
        None
        if plain.keys() != _FIELDS
        else Taxonomy(
            plain["prefix"],
            plain["namespace"],
            plain["version"],
            plain["entry_point"],
            _labels(plain["labels"]),
            tuple(Unit(qname, _labels(words)) for qname, words in plain["units"]),
            tuple(_axis(*item) for item in plain["axes"]),
            tuple(_concept(*item) for item in plain["concepts"]),
            tuple(Hypercube(name, tuple(items), tuple(names)) for name, items, names in plain["hypercubes"]),
            tuple(_group(*item) for item in plain["groups"]),
            tuple(
                Calculation(total, tuple((part, weight) for part, weight in parts))
                for total, parts in plain["calculations"]
            ),
            tuple(_relation(*item) for item in plain["relations"]),
            tuple(_typed_axis(*item) for item in plain["typed_axes"]),
            tuple(_domain(*item) for item in plain["domains"]),
            tuple(Heading(qname, _labels(words)) for qname, words in plain["headings"]),
            plain["date"],
            tuple(Version(number, day, _labels(*notes)) for number, day, *notes in plain["versions"]),
        )
    )


def _labels(items: Sequence[_LabelItem] = ()) -> tuple[Label, ...]:
    return tuple(Label(*item) for item in items)


def _references(items: Sequence[_ReferenceItem]) -> tuple[Reference, ...]:
    return tuple(Reference(tuple((name, text) for name, text in parts), *role) for parts, *role in items)


def _deprecation(item: list[Any] | None) -> Deprecation | None:
    if item is None:
        return None
    day, *rest = item
    return Deprecation(day, tuple(rest[0]) if rest else (), _labels(*rest[1:]))


def _life(
    references: Sequence[_ReferenceItem] = (), since: str | None = None, deprecated: list[Any] | None = None
) -> _Life:
    return _references(references), since, _deprecation(deprecated)


def _axis(
    qname: str,
    labels: list[_LabelItem],
    default: str,
    members: list[list[Any]],
    *rest: Any,  # noqa: ANN401 - the JSON is our own, written by `encode`
) -> Axis:
    role, life = (rest[0] if rest else None), _life(*rest[1:])
    return Axis(qname, _labels(labels), default, tuple(_member(*item) for item in members), role, *life)


def _member(
    qname: str,
    labels: Sequence[_LabelItem],
    parent: str | None = None,
    sense: str | None = None,
    usable: bool = True,  # noqa: FBT001, FBT002 - a column of the JSON
    *life: Any,  # noqa: ANN401 - as above
) -> Member:
    return Member(qname, _labels(labels), parent, sense, usable, *(_life(*life) if life else ()))


def _typed_axis(
    qname: str,
    labels: list[_LabelItem],
    domain: str,
    kind: TypedDomainType,
    *life: Any,  # noqa: ANN401 - as above
) -> TypedAxis:
    return TypedAxis(qname, _labels(labels), domain, kind, *_life(*life))


def _domain(qname: str, labels: list[_LabelItem], members: list[list[Any]], *usable: bool) -> Domain:
    return Domain(qname, _labels(labels), tuple(_member(*item) for item in members), *usable)


def _group(labels: list[_LabelItem], items: list[str], depths: Sequence[int] = ()) -> Group:
    return Group(_labels(labels), tuple(items), tuple(depths))


def _concept(qname: str, kind: str, period: PeriodType, labels: list[_LabelItem], *rest: Any) -> Concept:  # noqa: ANN401 - as above
    balance, unit, variant, variant_of, references, domain, *life = [*rest, *_DEFAULTS[len(rest) :]]
    made = _life(references, *life)
    return Concept(
        qname, kind, period, _labels(labels), balance, unit, variant, variant_of, made[0], domain, *made[1:]
    )


def _relation(kind: str, concept: str, first: str | None, second: str | bool | None) -> Relation:  # noqa: FBT001 - a column of the JSON
    if kind == "parts":
        return PartsOfWhole(concept, str(first), second is True)
    low, high = (None if bound is None else Decimal(bound) for bound in (first, second))
    return Between(concept, low, high)


def write_compiled(name: str) -> Path:
    """Write the compiled form of a shipped taxonomy beside its source."""
    from taxonomy.source import load_source  # noqa: PLC0415 - as above

    compiled = _compiled_path(name)
    taxonomy = load_source(_FOLDER / f"{name}.yaml")
    compiled.write_text(encode(taxonomy, source_bytes(name)), "utf-8", newline="\n")
    return compiled


def _compiled_path(name: str) -> Path:
    return _FOLDER / f"{name}.json"


if __name__ == "__main__":
    for shipped in shipped_names():
        write_compiled(shipped)
