"""A taxonomy with a concept of every kind, and the package that Arelle finds it in."""

from __future__ import annotations

import io

from exports.report_package import write_zip

NAMESPACE = "http://example.org/taxonomy/rich/2024"
ENTRY_POINT = f"{NAMESPACE}/rich.xsd"

CONCEPTS = (
    ("Money", "xbrli:monetaryItemType", "instant"),
    ("Flow", "xbrli:monetaryItemType", "duration"),
    ("Rate", "num:percentItemType", "duration"),
    ("PerShare", "num:perShareItemType", "duration"),
    ("Number", "xbrli:decimalItemType", "instant"),
    ("Text", "xbrli:stringItemType", "duration"),
    ("Token", "xbrli:tokenItemType", "instant"),
    ("Day", "xbrli:dateItemType", "duration"),
    ("Flag", "xbrli:booleanItemType", "duration"),
    ("Choice", "enum2:enumerationItemType", "duration"),
    ("Choices", "enum2:enumerationSetItemType", "duration"),
    ("Name", "xbrli:QNameItemType", "duration"),
)
MEMBERS = ("Retail", "Corporate", "Government")
ROLE = f"{NAMESPACE}/role/members"

_LOC = '<link:loc xlink:type="locator" xlink:href="#rich_{0}" xlink:label="{0}"/>'


def schema() -> str:
    """Return the schema, its definition linkbase inside."""
    enumeration = f' enum2:domain="rich:Domain" enum2:linkrole="{ROLE}"'
    items = "".join(
        f'<xs:element name="{name}" id="rich_{name}" type="{kind}" substitutionGroup="xbrli:item"'
        f' nillable="true" xbrli:periodType="{period}"{enumeration if "enum2" in kind else ""}/>\n'
        for name, kind, period in CONCEPTS
    )
    members = "".join(
        f'<xs:element name="{name}" id="rich_{name}" type="dom:domainItemType"'
        f' substitutionGroup="{group}" abstract="true" nillable="true" xbrli:periodType="duration"{more}/>\n'
        for name, group, more in (
            *((name, "xbrli:item", "") for name in ("Domain", *MEMBERS)),
            ("CustomerAxis", "xbrldt:dimensionItem", ""),
            ("BranchAxis", "xbrldt:dimensionItem", ' xbrldt:typedDomainRef="#rich_Branch"'),
        )
    ).replace(
        'type="dom:domainItemType" substitutionGroup="xbrldt',
        'type="xbrli:stringItemType" substitutionGroup="xbrldt',
    )
    locators = "".join(_LOC.format(name) for name in ("CustomerAxis", "Domain", *MEMBERS))
    arcs = "".join(
        f'<link:definitionArc xlink:type="arc" xlink:arcrole="http://xbrl.org/int/dim/arcrole/domain-member"'
        f' xlink:from="Domain" xlink:to="{name}" order="{number}"/>'
        for number, name in enumerate(MEMBERS, 1)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
 xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:xbrldt="http://xbrl.org/2005/xbrldt" xmlns:enum2="http://xbrl.org/2020/extensible-enumerations-2.0"
 xmlns:num="http://www.xbrl.org/dtr/type/2022-03-31" xmlns:dom="http://www.xbrl.org/dtr/type/2022-03-31"
 xmlns:rich="{NAMESPACE}" targetNamespace="{NAMESPACE}" elementFormDefault="qualified">
<xs:annotation><xs:appinfo>
<link:roleType id="members" roleURI="{ROLE}"><link:definition>Members</link:definition>
<link:usedOn>link:definitionLink</link:usedOn></link:roleType>
<link:linkbase>
<link:roleRef xlink:type="simple" roleURI="{ROLE}" xlink:href="#members"/>
<link:arcroleRef xlink:type="simple" arcroleURI="http://xbrl.org/int/dim/arcrole/domain-member"
 xlink:href="http://www.xbrl.org/2005/xbrldt-2005.xsd#domain-member"/>
<link:definitionLink xlink:type="extended" xlink:role="{ROLE}">{locators}{arcs}</link:definitionLink>
</link:linkbase>
</xs:appinfo></xs:annotation>
<xs:import namespace="http://www.xbrl.org/2003/instance"
 schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
<xs:import namespace="http://xbrl.org/2005/xbrldt" schemaLocation="http://www.xbrl.org/2005/xbrldt-2005.xsd"/>
<xs:import namespace="http://xbrl.org/2020/extensible-enumerations-2.0"
 schemaLocation="https://www.xbrl.org/2020/extensible-enumerations-2.0.xsd"/>
<xs:import namespace="http://www.xbrl.org/dtr/type/2022-03-31"
 schemaLocation="https://www.xbrl.org/dtr/type/2022-03-31/types.xsd"/>
<xs:element name="Branch" id="rich_Branch" type="xs:string" nillable="true"/>
{items}{members}</xs:schema>
"""


def package() -> bytes:
    """Return the taxonomy package."""
    stream = io.BytesIO()
    write_zip(
        {
            "rich/META-INF/taxonomyPackage.xml": f"""<?xml version="1.0" encoding="UTF-8"?>
<tp:taxonomyPackage xml:lang="en" xmlns:tp="http://xbrl.org/2016/taxonomy-package">
<tp:identifier>{NAMESPACE}</tp:identifier><tp:name>Rich</tp:name><tp:version>2024</tp:version>
<tp:entryPoints><tp:entryPoint><tp:name>Rich</tp:name>
<tp:entryPointDocument href="{ENTRY_POINT}"/></tp:entryPoint></tp:entryPoints>
</tp:taxonomyPackage>
""".encode(),
            "rich/META-INF/catalog.xml": f"""<?xml version="1.0" encoding="UTF-8"?>
<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
<rewriteURI uriStartString="{NAMESPACE}/" rewritePrefix="../taxonomy/"/></catalog>
""".encode(),
            "rich/taxonomy/rich.xsd": schema().encode(),
        },
        stream,
    )
    return stream.getvalue()
