"""The taxonomies that come with tagwright, and the compiled form that makes them quick to load.

Reading a large YAML source takes a tenth of a second; beside each shipped source stands a JSON file with
the same taxonomy and the SHA-256 of the source it was made from. Where that differs, the source is read.
`python -m taxonomy.shipped` writes the compiled forms anew.
"""

from __future__ import annotations

from dataclasses import astuple
from decimal import Decimal
from hashlib import sha256
from json import JSONDecodeError, dumps, loads
from pathlib import Path
from typing import Any, Final

from taxonomy.model import (
    Axis,
    AxisRole,
    Between,
    Calculation,
    Concept,
    Group,
    Hypercube,
    Label,
    LabelRole,
    Member,
    PartsOfWhole,
    PeriodType,
    Reference,
    Relation,
    Taxonomy,
    Unit,
)

_FOLDER: Final = Path(__file__).parent

_LabelItem = tuple[str, str, LabelRole]
_MemberItem = tuple[str, list[_LabelItem], str | None, str | None]


def shipped_names() -> tuple[str, ...]:
    """Return the names of the shipped taxonomies."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


def load_shipped(name: str) -> Taxonomy:
    """Return a shipped taxonomy, from its compiled form if that is current."""
    source = _FOLDER / f"{name}.yaml"
    compiled = _compiled_path(name)
    if compiled.is_file():
        taxonomy = decode(compiled.read_text("utf-8"), sha256(source.read_bytes()).hexdigest())
        if taxonomy is not None:
            return taxonomy
    from taxonomy.source import load_source  # noqa: PLC0415 - PyYAML and the loader cost more than the compiled form

    return load_source(source)


def encode(taxonomy: Taxonomy, source: bytes) -> str:
    """Return the compiled form of a taxonomy that was read from the source."""
    plain = astuple(taxonomy)
    relations = [
        ["between" if isinstance(item, Between) else "parts", *astuple(item)] for item in taxonomy.relations
    ]
    content = {"source_sha256": sha256(source).hexdigest(), "taxonomy": [*plain[:-1], relations]}
    return dumps(content, ensure_ascii=False, separators=(",", ":"), default=str) + "\n"


def decode(text: str, source_sha256: str) -> Taxonomy | None:
    """Return the taxonomy of a compiled form, or None if it was made from another source."""
    try:
        content = loads(text)
    except JSONDecodeError:
        return None
    if not isinstance(content, dict) or content.get("source_sha256") != source_sha256:
        return None
    prefix, namespace, version, entry_point, *lists = content["taxonomy"]
    labels, units, axes, concepts, hypercubes, groups, calculations, relations = lists
    return Taxonomy(
        prefix,
        namespace,
        version,
        entry_point,
        _labels(labels),
        tuple(Unit(qname, _labels(words)) for qname, words in units),
        tuple(_axis(*item) for item in axes),
        tuple(_concept(*item) for item in concepts),
        tuple(Hypercube(name, tuple(items), tuple(names)) for name, items, names in hypercubes),
        tuple(Group(_labels(words), tuple(items)) for words, items in groups),
        tuple(
            Calculation(total, tuple((part, weight) for part, weight in parts))
            for total, parts in calculations
        ),
        tuple(_relation(*item) for item in relations),
    )


def _labels(items: list[_LabelItem]) -> tuple[Label, ...]:
    return tuple(Label(*item) for item in items)


def _axis(
    qname: str, labels: list[_LabelItem], default: str, members: list[_MemberItem], role: AxisRole | None
) -> Axis:
    made = (Member(name, _labels(words), parent, sense) for name, words, parent, sense in members)
    return Axis(qname, _labels(labels), default, tuple(made), role)


def _concept(qname: str, kind: str, period: PeriodType, labels: list[_LabelItem], *rest: Any) -> Concept:  # noqa: ANN401 - the JSON is our own, written by `encode`
    balance, unit, variant, variant_of, references = rest
    made = (Reference(tuple((name, text) for name, text in parts)) for (parts,) in references)
    return Concept(qname, kind, period, _labels(labels), balance, unit, variant, variant_of, tuple(made))


def _relation(kind: str, concept: str, first: str | None, second: str | bool | None) -> Relation:  # noqa: FBT001 - a column of the JSON
    if kind == "parts":
        return PartsOfWhole(concept, str(first), second is True)
    low, high = (None if bound is None else Decimal(bound) for bound in (first, second))
    return Between(concept, low, high)


def write_compiled(name: str) -> Path:
    """Write the compiled form of a shipped taxonomy beside its source."""
    from taxonomy.source import parse_source  # noqa: PLC0415 - as above

    path = _FOLDER / f"{name}.yaml"
    source = path.read_bytes()
    compiled = _compiled_path(name)
    compiled.write_text(encode(parse_source(source, str(path)), source), "utf-8", newline="\n")
    return compiled


def _compiled_path(name: str) -> Path:
    return _FOLDER / f"{name}.json"


if __name__ == "__main__":
    for shipped in shipped_names():
        write_compiled(shipped)
