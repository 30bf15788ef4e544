"""A package alone is enough: it gives back the taxonomy it was made from, and unsafe ones are refused."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import get_args
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taxonomy.compile import compile_package, package_files, package_name
from taxonomy.compiled import decode, encode
from taxonomy.errors import TagwrightError
from taxonomy.item_types import QNAME_OF_SHORT_NAME
from taxonomy.labels import canonical_labels
from taxonomy.load import load_taxonomy
from taxonomy.model import (
    Axis,
    AxisRole,
    Balance,
    Between,
    Calculation,
    Concept,
    Deprecation,
    Domain,
    Group,
    Heading,
    Hypercube,
    Label,
    Member,
    OwnReferenceRole,
    PartsOfWhole,
    PeriodType,
    Reference,
    Relation,
    Taxonomy,
    TypedAxis,
    TypedDomainType,
    Unit,
    Variant,
    Version,
)
from taxonomy.package import read_package
from taxonomy.safe_zip import ZipError, read_zip

ROOT = Path(__file__).parent.parent
SOURCES = {
    "all keys": str(ROOT / "tests" / "data" / "all-keys.yaml"),
    "income": str(ROOT / "samples" / "calculation" / "income.yaml"),
    "bank-disclosure": "bank-disclosure",
}

texts = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("&<>\"'\t\n\r…"),
    min_size=1,
    max_size=12,
)
languages = st.sampled_from(("en", "zh-Hant", "zh-Hans", "de"))
roles = st.sampled_from(("standard", "verbose", "terse", "documentation", "term"))
label_lists = st.lists(st.builds(Label, languages, texts, roles), max_size=5).map(canonical_labels)
reasons = st.lists(st.builds(Label, languages, texts), max_size=2).map(canonical_labels)
standard_labels = st.lists(st.builds(Label, languages, texts), min_size=1, max_size=3).map(canonical_labels)
reference_roles: st.SearchStrategy[str] = st.sampled_from(get_args(OwnReferenceRole))
references = st.lists(
    st.builds(
        Reference,
        st.lists(st.tuples(st.sampled_from(("Name", "Number", "URI")), texts), min_size=1, max_size=3).map(
            tuple
        ),
        reference_roles,
    ),
    max_size=2,
).map(lambda items: tuple(dict.fromkeys(items)))
days = st.dates().map(lambda day: day.isoformat())
versions = st.sampled_from((None, "2023", "2024"))
axis_roles: st.SearchStrategy[AxisRole | None] = st.sampled_from(
    (None, "comparison", "basis", "scenario", "bound")
)
periods: st.SearchStrategy[PeriodType] = st.sampled_from(("instant", "duration"))
balances: st.SearchStrategy[Balance | None] = st.sampled_from((None, "debit", "credit"))
variants: st.SearchStrategy[Variant] = st.sampled_from(("change", "growth", "share"))
numbers = st.decimals(allow_nan=False, allow_infinity=False) | st.none()


def names(kind: str, most: int) -> st.SearchStrategy[list[str]]:
    """Return lists of distinct QNames of a kind."""
    local = st.from_regex(r"[A-Za-z_][A-Za-z0-9_-]{0,6}(\.[a-z])?", fullmatch=True)
    return st.lists(local.map(lambda name: f"p:{kind}{name}"), unique=True, max_size=most)


@st.composite
def some_members(draw: st.DrawFn, kind: str, role: AxisRole | None) -> list[Member]:
    """Return members of a tree, parents before parts."""
    members: list[Member] = []
    for name in draw(names(kind, 4)):
        parent = draw(st.sampled_from([None, *(member.qname for member in members)]))
        sense = draw(st.sampled_from((None, "low", "some_word"))) if role else None
        life = draw(references), draw(versions), draw(deprecations())
        members.append(Member(name, draw(label_lists), parent, sense, draw(st.booleans()), *life))
    return members


@st.composite
def deprecations(draw: st.DrawFn) -> Deprecation | None:
    """Return a deprecation whose successors are still to be drawn, or none."""
    return Deprecation(draw(days), (), draw(reasons)) if draw(st.booleans()) else None


@st.composite
def some_axes(draw: st.DrawFn) -> tuple[Axis, ...]:
    """Return axes in the one shape that a source gives them: the default first, parents before parts."""
    axes = []
    for qname in draw(names("A", 3)):
        role = draw(axis_roles)
        default = f"{qname}Default"
        members = [Member(default, draw(label_lists)), *draw(some_members(f"{qname[2:]}M", role))]
        life = draw(references), draw(versions), draw(deprecations())
        axes.append(Axis(qname, draw(label_lists), default, _depth_first(members), role, *life))
    return tuple(axes)


@st.composite
def some_typed_axes(draw: st.DrawFn) -> tuple[TypedAxis, ...]:
    """Return typed axes."""
    kinds: st.SearchStrategy[TypedDomainType] = st.sampled_from(get_args(TypedDomainType))
    return tuple(
        TypedAxis(
            qname,
            draw(label_lists),
            f"{qname}Domain",
            draw(kinds),
            draw(references),
            draw(versions),
            draw(deprecations()),
        )
        for qname in draw(names("T", 2))
    )


@st.composite
def some_domains(draw: st.DrawFn) -> tuple[Domain, ...]:
    """Return domains of enumerations."""
    return tuple(
        Domain(
            qname,
            draw(label_lists),
            _depth_first(draw(some_members(f"{qname[2:]}M", None))),
            draw(st.booleans()),
        )
        for qname in draw(names("D", 2))
    )


def _depth_first(members: list[Member]) -> tuple[Member, ...]:
    """Return the members in the order of their tree."""
    ordered: list[Member] = []

    def place(parent: str | None) -> None:
        for member in members:
            if member.parent == parent:
                ordered.append(member)
                place(member.qname)

    place(None)
    return tuple(ordered)


PLAIN_TYPES = (
    *(kind for kind in QNAME_OF_SHORT_NAME if kind not in {"per_unit", "enumeration", "enumeration_set"}),
    "dtr-types:ghgEmissionsItemType",
    "xbrli:gYearItemType",
)


@st.composite
def some_concepts(
    draw: st.DrawFn, units: tuple[Unit, ...], domains: tuple[Domain, ...]
) -> tuple[Concept, ...]:
    """Return concepts of any type, some of them variants of others."""
    concepts: list[Concept] = []
    kinds = [*PLAIN_TYPES, *(["per_unit"] if units else [])]
    kinds.extend(["enumeration", "enumeration_set"] if domains else [])
    for qname in draw(names("C", 5)):
        kind = draw(st.sampled_from(kinds))
        of_units = [item.qname for item in units]
        unit = draw(st.sampled_from([None, *of_units])) if kind == "count" else None
        unit = draw(st.sampled_from(of_units)) if kind == "per_unit" else unit
        domain = draw(st.sampled_from(domains)).qname if kind.startswith("enumeration") else None
        balance = draw(balances) if kind == "monetary" else None
        base = draw(st.sampled_from([None, *(item.qname for item in concepts)]))
        variant = draw(variants) if base else None
        concepts.append(
            Concept(
                qname,
                kind,
                draw(periods),
                draw(label_lists),
                balance,
                unit,
                variant,
                base,
                draw(references),
                domain,
                draw(versions),
                draw(deprecations()),
            )
        )
    succeeded = []
    for index, concept in enumerate(concepts):
        if concept.deprecated:
            after = [item.qname for item in concepts[index + 1 :]]
            successors = (
                tuple(draw(st.lists(st.sampled_from(after), unique=True, max_size=2))) if after else ()
            )
            succeeded.append(replace(concept, deprecated=replace(concept.deprecated, successors=successors)))
        else:
            succeeded.append(concept)
    return tuple(succeeded)


@st.composite
def some_groups(draw: st.DrawFn, presented: list[str]) -> tuple[Group, ...]:
    """Return groups, some of them trees."""
    groups = []
    for labels in draw(st.lists(standard_labels, max_size=3)) if presented else []:
        items = draw(st.lists(st.sampled_from(presented), unique=True, min_size=1))
        depths = [0]
        for _ in items[1:]:
            depths.append(draw(st.integers(0, depths[-1] + 1)))
        groups.append(Group(labels, tuple(items), tuple(depths) if any(depths) else ()))
    return tuple(groups)


@st.composite
def taxonomies(draw: st.DrawFn) -> Taxonomy:
    """Return any taxonomy."""
    units = tuple(Unit(name, draw(label_lists)) for name in draw(names("U", 2)))
    axes = draw(some_axes())
    typed_axes = draw(some_typed_axes())
    domains = draw(some_domains())
    concepts = draw(some_concepts(units, domains))
    headings = tuple(Heading(name, draw(label_lists)) for name in draw(names("B", 2)))
    of_concepts = [concept.qname for concept in concepts]
    some = st.lists(st.sampled_from(of_concepts), unique=True, min_size=1) if of_concepts else st.nothing()
    some_of_axes = (
        st.lists(st.sampled_from([axis.qname for axis in axes]), unique=True) if axes else st.just([])
    )
    of_axes = [*(axis.qname for axis in axes), *(axis.qname for axis in typed_axes)]
    any_axes = st.lists(st.sampled_from(of_axes), unique=True) if of_axes else st.just([])
    cubes = [name[2:] for name in draw(names("H", 2))] if of_concepts else []
    presented = [*of_concepts, *(heading.qname for heading in headings)]
    relations: dict[tuple[str, str], Relation] = {}
    sums: list[Calculation] = []
    for name in draw(some) if of_concepts else []:
        relations[name, ""] = Between(name, draw(numbers), draw(numbers))
        for axis in draw(some_of_axes):
            relations[name, axis] = PartsOfWhole(name, axis, complete=draw(st.booleans()))
        parts = [part for part in draw(some) if part != name]
        if parts:
            sums.append(Calculation(name, tuple((part, draw(st.sampled_from((1, -1, 3)))) for part in parts)))
    return Taxonomy(
        "p",
        draw(st.sampled_from(("http://example.org/p", "http://example.org/p/", "urn:example:p"))),
        "1.0",
        "https://example.org/p/2024/p.xsd",
        draw(standard_labels),
        units,
        axes,
        concepts,
        tuple(Hypercube(name, tuple(draw(some)), tuple(draw(any_axes))) for name in cubes),
        draw(some_groups(presented)),
        tuple(sums),
        tuple(relations.values()),
        typed_axes,
        domains,
        headings,
        draw(st.none() | days),
        tuple(
            Version(number, draw(days), draw(reasons))
            for number in ("2023", "2024")[: draw(st.integers(0, 2))]
        ),
    )


@given(taxonomies())
@settings(max_examples=60, deadline=None)
def test_a_package_gives_back_the_taxonomy_it_was_made_from(taxonomy: Taxonomy) -> None:
    """Nothing is lost and no order changes, whatever the labels hold."""
    assert taxonomy == read_package(compile_package(taxonomy), "p-1.0.zip")
    assert decode(encode(taxonomy, b"source").encode()) == (taxonomy, sha256(b"source").hexdigest())


@pytest.mark.parametrize("reference", SOURCES.values(), ids=SOURCES.keys())
def test_the_package_of_a_source_gives_back_the_same_taxonomy(reference: str) -> None:
    """So a package alone is enough to tag with."""
    taxonomy = load_taxonomy(reference)

    assert taxonomy == read_package(compile_package(taxonomy), package_name(taxonomy))


def test_bounds_keep_their_digits() -> None:
    """0.50 comes back as 0.50, not as 0.5, so that what is printed from it is the same."""
    taxonomy = load_taxonomy(SOURCES["all keys"])
    bounds = [
        item for item in read_package(compile_package(taxonomy), "x").relations if isinstance(item, Between)
    ]

    assert [str(item.low) for item in bounds] == ["0", "0.50"]
    assert bounds[1].low == Decimal("0.50")


def test_a_package_has_the_same_bytes_in_every_process() -> None:
    """No hash seed, time zone or clock goes into it."""
    code = (
        "import hashlib, sys; from taxonomy.load import load_taxonomy;"
        "from taxonomy.compile import compile_package;"
        "print(hashlib.sha256(compile_package(load_taxonomy(sys.argv[1]))).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code, SOURCES["all keys"]],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            cwd=ROOT,
            check=True,
            capture_output=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Hong_Kong"))
    }

    assert len(digests) == 1


def test_the_package_is_named_by_prefix_and_version() -> None:
    """And everything in it stands in a folder of that name."""
    taxonomy = load_taxonomy(SOURCES["all keys"])
    paths = read_zip(compile_package(taxonomy), "x")

    assert package_name(taxonomy) == "rail-2025-06-30.zip"
    assert {path.partition("/")[0] for path in paths} == {"rail-2025-06-30"}
    assert [path.partition("/")[2] for path in paths] == [path for path, _ in package_files(taxonomy)]


def rezipped(
    change: dict[str, bytes | None], *, extra: tuple[tuple[ZipInfo | str, bytes], ...] = ()
) -> bytes:
    """Return the railway's package with files replaced (or left out, for None) by the end of their path."""
    files = read_zip(compile_package(load_taxonomy(SOURCES["all keys"])), "x")
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for path, data in files.items():
            new = next((value for end, value in change.items() if path.endswith(end)), data)
            if new is not None:
                archive.writestr(path, new)
        for name, data in extra:
            archive.writestr(name, data)
    return buffer.getvalue()


def test_a_package_that_others_wrote_is_told_from_ours() -> None:
    """The sentence says what can be done with it."""
    files = dict(package_files(load_taxonomy(SOURCES["all keys"])))
    foreign = files["taxonomy/rail.xsd"].replace(b' tagwright:format="1"', b"")

    with pytest.raises(TagwrightError, match=r"not written by tagwright.*tagwright taxonomy load their\.zip"):
        read_package(rezipped({"rail.xsd": foreign}), "their.zip")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"taxonomyPackage.xml": None}, "no taxonomy package"),
        ({"catalog.xml": None}, r"entry point .*rail\.xsd of the taxonomy package is not in it"),
        ({"rail.xsd": None}, "is not in it"),
        ({"rail-definition.xml": None}, "was changed after tagwright wrote it"),
        ({"rail-definition.xml": b"<a/>"}, "was changed after tagwright wrote it"),
        ({"rail-reference.xml": b"<a/>", "rail.xsd": b"<a/>"}, "not written by tagwright"),
        ({"rail-definition.xml": b"<a"}, r"rail-definition\.xml:1:.* is no XML"),
        ({"rail.xsd": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, "DOCTYPE"),
    ],
)
def test_a_damaged_package_gets_one_sentence(change: dict[str, bytes | None], message: str) -> None:
    """Never a traceback, and never half a taxonomy."""
    with pytest.raises(TagwrightError, match=message):
        read_package(rezipped(change), "x.zip")


def test_a_package_that_speaks_of_a_concept_it_lost_is_refused() -> None:
    """Better no taxonomy than one that fails while tagging."""
    files = dict(package_files(load_taxonomy(SOURCES["all keys"])))
    schema = files["taxonomy/rail.xsd"].replace(b'name="Stations"', b'name="Stops"')

    with pytest.raises(TagwrightError, match="there is no rail:Stations"):
        read_package(rezipped({"rail.xsd": schema}), "x.zip")


def entry(name: str, mode: int = stat.S_IFREG | 0o644) -> ZipInfo:
    """Return a zip entry with a mode."""
    made = ZipInfo(name)
    made.external_attr = mode << 16
    return made


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (entry("../outside.xml"), r"\.\. step"),
        (entry("top/../../outside.xml"), r"\.\. step"),
        (entry("/etc/passwd"), "absolute"),
        (entry("top\\file.xml"), "backslash"),
        (entry("C:/file.xml"), "colon"),
        (entry("top//file.xml"), "empty"),
        (entry("top/link", stat.S_IFLNK | 0o777), "is a link"),
        (entry("rail-2025-06-30/taxonomy/RAIL.xsd"), "twice"),
    ],
    ids=lambda value: value.filename if isinstance(value, ZipInfo) else "",
)
def test_an_unsafe_name_in_a_zip_is_refused(name: ZipInfo, message: str) -> None:
    """Before anything is unpacked."""
    with pytest.raises(ZipError, match=message):
        read_package(rezipped({}, extra=((name, b"x"),)), "x.zip")


def test_a_zip_bomb_stops_at_the_limit() -> None:
    """Real bytes are counted, whatever the zip says of itself."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b"\0" * 5_000_000)

    with pytest.raises(ZipError, match="more than 1 MB"):
        read_zip(buffer.getvalue(), "bomb.zip", maximum_bytes=1_000_000)
    with pytest.raises(ZipError, match="more than 0: refused"):
        read_zip(buffer.getvalue(), "bomb.zip", maximum_files=0)


def test_an_encrypted_entry_is_refused() -> None:
    """Its flag is set by hand: Python writes none."""
    data = bytearray(rezipped({}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(ZipError, match="encrypted"):
        read_package(bytes(data), "x.zip")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip at all", b"\0" * 1000])
def test_bytes_that_are_no_zip_get_one_sentence(data: bytes) -> None:
    """And so does a zip that was cut off."""
    with pytest.raises(ZipError, match=r"x\.zip: this is no zip"):
        read_package(data, "x.zip")
    with pytest.raises(ZipError, match=r"x\.zip: this is no zip"):
        read_package(rezipped({})[:-500], "x.zip")
