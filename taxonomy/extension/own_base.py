"""A taxonomy of ours as the base of an extension: what Arelle would read of its package, without asking Arelle.

An extension refers to elements and roles by their addresses, and adds members where the arcs of hypercubes lead.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from taxonomy.compile.links import definition_links, unlisted
from taxonomy.compile.names import DOMAIN_MEMBER, line_items, local, names_of, table
from taxonomy.compile.package import compile_package, package_files, package_name
from taxonomy.compile.schema import DIMENSION_ITEM, DOMAIN_ITEM, HYPERCUBE_ITEM, ITEM, STRING_ITEM
from taxonomy.dts import DefinitionArc, Dts, Element, Role
from taxonomy.item_types import QNAME_OF_SHORT_NAME
from taxonomy.published import Published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taxonomy.model import Taxonomy

_DIMENSIONAL: Final = "http://xbrl.org/int/dim/arcrole/"


def published_base(taxonomy: Taxonomy) -> tuple[Taxonomy, Published]:
    """Return a taxonomy of ours with the discovered set of its package, and the package."""
    files = package_files(taxonomy)
    package = Published(package_name(taxonomy), compile_package(taxonomy, files), files)
    names = names_of(taxonomy)
    dts = Dts(
        ((taxonomy.prefix, taxonomy.namespace),),
        tuple(_elements(taxonomy)),
        tuple(
            Role(role.uri, role.definition, address=f"{taxonomy.entry_point}#{role.id}")
            for role in names.roles()
        ),
        tuple(_arcs(taxonomy)),
        taxonomy.namespace,
    )
    return replace(taxonomy, dts=dts), package


def _elements(taxonomy: Taxonomy) -> Iterator[Element]:
    def element(qname: str, kind: str, group: str, *, abstract: bool = True) -> Element:
        address = f"{taxonomy.entry_point}#{taxonomy.prefix}_{local(qname)}"
        return Element(qname, kind, group, "duration", None, abstract, nillable=True, address=address)

    for concept in taxonomy.concepts:
        kind = QNAME_OF_SHORT_NAME.get(concept.type, concept.type)
        made = element(concept.qname, kind, ITEM, abstract=False)
        yield replace(made, period_type=concept.period_type, balance=concept.balance)
    for unit in taxonomy.units:
        yield element(unit.qname, f"{unit.qname}ItemType", ITEM)
    for qname in (*taxonomy.axis_by_qname, *taxonomy.typed_axis_by_qname):
        yield element(qname, STRING_ITEM, DIMENSION_ITEM)
    for qname in dict.fromkeys((*taxonomy.member_by_qname, *taxonomy.domain_by_qname)):
        yield element(qname, DOMAIN_ITEM, ITEM)
    for heading in taxonomy.headings:
        yield element(heading.qname, STRING_ITEM, ITEM)
    for group in names_of(taxonomy).groups:
        yield element(f"{taxonomy.prefix}:{group.root}", STRING_ITEM, ITEM)
    rest = unlisted(taxonomy)
    for cube in (*taxonomy.hypercubes, *([rest] if rest else [])):
        yield element(f"{taxonomy.prefix}:{table(cube)}", STRING_ITEM, HYPERCUBE_ITEM)
        yield element(f"{taxonomy.prefix}:{line_items(cube)}", STRING_ITEM, ITEM)


def _arcs(taxonomy: Taxonomy) -> Iterator[DefinitionArc]:
    """Yield the arcs of hypercubes, axes and members, by QName."""
    for link in definition_links(taxonomy, names_of(taxonomy)):
        for arc in link.arcs:
            if arc.arcrole == DOMAIN_MEMBER or arc.arcrole.startswith(_DIMENSIONAL):
                said = dict(arc.extra)
                yield DefinitionArc(
                    arc.arcrole,
                    link.role.uri if link.role else "",
                    f"{taxonomy.prefix}:{arc.source}",
                    f"{taxonomy.prefix}:{arc.target}",
                    said.get("xbrldt:targetRole", ""),
                    said.get("xbrldt:usable") != "false",
                    said.get("xbrldt:closed") == "true",
                    "scenario" if "xbrldt:contextElement" in said else None,
                )
