"""The package of an extension: its own schema and linkbases, which import the base and refer to its elements.

An element of the base goes by the name `PREFIX..Name` within the package, which no element of a source can have.

Spec: XBRL 2.1 section 5.1 (import), 5.2.4 and 5.2.6; Dimensions 1.0 section 2; ESEF's wider-narrower arcrole.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from taxonomy.compile.formula import Extended, formula_linkbase
from taxonomy.compile.labels import label_linkbases, reference_linkbase
from taxonomy.compile.linkbase import WIDER_NARROWER, Arc, ExtendedLink, linkbase
from taxonomy.compile.links import calculation_links, definition_links, presentation_links
from taxonomy.compile.names import DOMAIN_MEMBER, FOLDER, Names, Role, lasting, local, names_of
from taxonomy.compile.package import catalog, metadata
from taxonomy.compile.schema import Added, schema
from taxonomy.errors import TagwrightError
from taxonomy.relation import Between, PartsOfWhole, RatioOf, SumOf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from taxonomy.dts import Dts
    from taxonomy.extension.read import Extension
    from taxonomy.model import Taxonomy
    from taxonomy.relation import Relation, Term

_ALL: Final = "http://xbrl.org/int/dim/arcrole/all"
_HYPERCUBE_DIMENSION: Final = "http://xbrl.org/int/dim/arcrole/hypercube-dimension"
_DIMENSION_DOMAIN: Final = "http://xbrl.org/int/dim/arcrole/dimension-domain"


def extension_files(extension: Extension) -> tuple[tuple[str, bytes], ...]:
    """Return (path, bytes) of every file of the package, sorted, below its top folder.

    Raises: TagwrightError where the base cannot be imported.
    """
    base = extension.base
    dts = base.dts
    if dts is None or not dts.entry_namespace:
        raise TagwrightError(
            f"{base.entry_point}: an extension imports a schema, and this entry point is none: extend a schema"
        )
    own = _renamed(extension.own, extension.own.prefix)
    places = {cube.context_element for cube in base.hypercubes if cube.axes}
    names = replace(_names(own, dts), context_element="segment" if places == {"segment"} else "scenario")
    anchoring = Role(
        f"{own.namespace.rstrip('/')}/role/anchoring", "role.anchoring", "Anchoring", ("definitionLink",)
    )
    added = Added(
        ((dts.entry_namespace, base.entry_point),),
        (anchoring,) if extension.anchors else (),
        tuple(local(member.qname) for member in extension.members),
    )
    words = [(_key(name), labels) for name, labels in extension.words]
    words.extend((local(member.qname), member.labels) for member in extension.members)
    linkbases = [("label", file, text) for file, text in label_linkbases(own, names, tuple(words))]
    definition = (*definition_links(own, names), *_member_links(extension), _anchors(extension, anchoring))
    for kind, links in (
        ("presentation", tuple(presentation_links(own, names))),
        ("definition", definition),
        ("calculation", tuple(calculation_links(own, names))),
    ):
        if any(link.arcs for link in links):
            linkbases.append((kind, names.file(kind), linkbase(names, kind, links)))
    if any(item.references for item in lasting(own)):
        linkbases.append(("reference", names.file("reference"), reference_linkbase(own, names)))
    known = Extended(base.axes, tuple(pair for pair in dts.namespaces if pair[0] != extension.own.prefix))
    if formula := formula_linkbase(extension.own, names, known):
        linkbases.append(("formula", names.file("formula"), formula))
    files = {f"{FOLDER}/{file}": text for _, file, text in linkbases}
    refs = tuple((kind, file) for kind, file, _ in linkbases)
    files[f"{FOLDER}/{names.schema_file}"] = schema(own, names, refs, added)
    files["META-INF/taxonomyPackage.xml"] = metadata(own)
    files["META-INF/catalog.xml"] = catalog(own)
    return tuple((path, text.encode()) for path, text in sorted(files.items()))


def _key(qname: str) -> str:
    """Return the name that an element of the base goes by within the package."""
    return qname.replace(":", "..")


def _renamed(own: Taxonomy, prefix: str) -> Taxonomy:
    """Return the taxonomy with the base's elements under the names that they go by within the package."""

    def of(qname: str) -> str:
        return qname if qname.startswith(f"{prefix}:") else f"{prefix}:{_key(qname)}"

    return replace(
        own,
        hypercubes=tuple(
            replace(cube, concepts=tuple(map(of, cube.concepts)), axes=tuple(map(of, cube.axes)))
            for cube in own.hypercubes
        ),
        groups=tuple(replace(group, items=tuple(map(of, group.items))) for group in own.groups),
        calculations=tuple(
            replace(
                item, total=of(item.total), parts=tuple((of(name), weight) for name, weight in item.parts)
            )
            for item in own.calculations
        ),
        relations=tuple(_renamed_relation(item, of) for item in own.relations),
    )


def _renamed_relation(item: Relation, of: Callable[[str], str]) -> Relation:
    """Return a relation whose concepts and axis are renamed; members stay, whose QNames an attribute says."""

    def term(term: Term) -> Term:
        return replace(term, concept=of(term.concept))

    match item:
        case PartsOfWhole():
            return replace(item, concept=of(item.concept), over=of(item.over))
        case SumOf():
            return replace(item, concept=of(item.concept), parts=tuple(map(term, item.parts)))
        case RatioOf():
            ends = {"numerator": term(item.numerator), "denominator": term(item.denominator)}
            return replace(item, concept=of(item.concept), **ends)
        case Between():
            return replace(item, concept=of(item.concept))


def _names(own: Taxonomy, dts: Dts) -> Names:
    return replace(
        names_of(own),
        imported={_key(item.qname): item.address for item in dts.elements if item.address},
        imported_roles={role.uri: role.address for role in dts.roles if role.address},
        imported_axes={f"{own.prefix}:{_key(axis)}": role for axis, (role, _) in _domains(dts).items()},
    )


def _domains(dts: Dts) -> dict[str, tuple[str, str]]:
    """Return the role in which each axis of the base has the most members, and the head of its domain there."""
    sizes: dict[str, int] = {}
    for arc in dts.definitions:
        sizes[arc.role] = sizes.get(arc.role, 0) + (arc.arcrole == DOMAIN_MEMBER)
    found: dict[str, tuple[str, str]] = {}
    for arc in dts.definitions:
        if arc.arcrole == _DIMENSION_DOMAIN:
            known = found.get(arc.source)
            if known is None or sizes.get(arc.role, 0) > sizes.get(known[0], 0):
                found[arc.source] = (arc.role, arc.target)
    return found


def _member_links(extension: Extension) -> Iterator[ExtendedLink]:
    """Yield the arcs to added members, in each role in which a hypercube of the base allows the axis.

    Where a role has not the member that they are parts of, they are not in it; a role that forbids stays as it is.
    """
    dts = extension.base.dts
    arcs = dts.definitions if dts else ()
    allowed = {(arc.target_role or arc.role) for arc in arcs if arc.arcrole == _ALL}
    roles = {
        (arc.target, arc.target_role or arc.role)
        for arc in arcs
        if arc.arcrole == _HYPERCUBE_DIMENSION and arc.role in allowed
    }
    placed = {(arc.target, arc.target_role or arc.role) for arc in arcs if arc.arcrole == DOMAIN_MEMBER}
    made: dict[str, dict[Arc, None]] = {}
    for arc in arcs:
        if arc.arcrole != _DIMENSION_DOMAIN or (arc.source, arc.role) not in roles:
            continue
        role = arc.target_role or arc.role
        placed.add((arc.target, role))
        for member in extension.members:
            parent = member.parent or arc.target
            if member.axis == arc.source and (parent, role) in placed:
                new = Arc(DOMAIN_MEMBER, _end(extension, parent), local(member.qname))
                made.setdefault(role, {})[new] = None
                placed.add((member.qname, role))
    for role, found in made.items():
        yield ExtendedLink(Role(role, "", "", ()), tuple(found))


def _anchors(extension: Extension, role: Role) -> ExtendedLink:
    return ExtendedLink(
        role,
        tuple(
            Arc(WIDER_NARROWER, _end(extension, wider), _end(extension, narrower))
            for wider, narrower in extension.anchors
        ),
    )


def _end(extension: Extension, qname: str) -> str:
    return local(qname) if qname.startswith(f"{extension.own.prefix}:") else _key(qname)
