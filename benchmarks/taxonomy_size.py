"""What a taxonomy of 20,000 concepts costs: compiled to a package's files, and loaded from its compiled form.

    python benchmarks/taxonomy_size.py [CONCEPTS]

Compiling from the loaded model is held against bare templates: one f-string an element, label, locator and arc,
over the same model, with no escaping, no checks and no look-ups of names. Both write files of the same size (within
a few per cent, which is asserted). CPU seconds, in turns, the least of several runs.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from taxonomy.compile.package import package_files
from taxonomy.compiled import decode, encode
from taxonomy.labels import canonical_labels
from taxonomy.model import (
    Axis,
    Calculation,
    Concept,
    Group,
    Hypercube,
    Label,
    Member,
    PeriodType,
    Reference,
    Taxonomy,
    Unit,
)

LIMIT_RATIO = 3.0
LIMIT_SECONDS = 0.5
RUNS = 5
PER_CUBE = 50
LANGUAGES = ("en", "zh-Hant", "zh-Hans")


def labels_of(name: str) -> tuple[Label, ...]:
    """Return standard labels in three languages, a definition and two terms."""
    made = [Label(language, f"{name} in {language} & more") for language in LANGUAGES]
    made.append(
        Label("en", f"What {name} is, in a sentence that is as long as such sentences are.", "documentation")
    )
    made.extend(Label(language, f"term of {name}", "term") for language in LANGUAGES[:2])
    return canonical_labels(made)


def generated(concepts: int) -> Taxonomy:
    """Return a taxonomy of that many concepts, with what such taxonomies have beside them."""
    axes = tuple(
        Axis(
            f"x:Axis{number}",
            labels_of(f"Axis{number}"),
            f"x:All{number}Member",
            tuple(
                Member(f"x:{name}", labels_of(name))
                for name in (f"All{number}Member", *(f"M{number}x{place}Member" for place in range(30)))
            ),
        )
        for number in range(40)
    )
    made = tuple(_concept(number) for number in range(concepts))
    names = [concept.qname for concept in made]
    parts = [names[start : start + PER_CUBE] for start in range(0, concepts, PER_CUBE)]
    return Taxonomy(
        "x",
        "http://example.org/size",
        "1",
        "http://example.org/size/x.xsd",
        (Label("en", "A large taxonomy"),),
        (Unit("x:ship", labels_of("ship")),),
        axes,
        made,
        tuple(
            Hypercube(f"Cube{n}", tuple(part), (f"x:Axis{n % 40}", f"x:Axis{(n + 7) % 40}"))
            for n, part in enumerate(parts)
        ),
        tuple(Group((Label("en", f"Group {n}"),), tuple(part)) for n, part in enumerate(parts)),
        tuple(
            Calculation(part[0], tuple((name, 1) for name in part[2:11:2]))
            for part in parts
            if len(part) == PER_CUBE
        ),
    )


def _concept(number: int) -> Concept:
    name = f"Concept{number:05}OfTheTaxonomy"
    period: PeriodType = "instant" if number % 2 else "duration"
    reference = Reference(
        (("Publisher", "IASB"), ("Name", "IAS"), ("Number", "1"), ("Paragraph", str(number)))
    )
    return Concept(
        f"x:{name}", "monetary", period, labels_of(name), references=(reference,) if number % 2 else ()
    )


def bare(taxonomy: Taxonomy) -> list[str]:
    """Return the text of the files from bare templates."""
    return [
        _bare_schema(taxonomy),
        *_bare_labels(taxonomy),
        _bare_references(taxonomy),
        *_bare_arcs(taxonomy),
    ]


def _bare_schema(taxonomy: Taxonomy) -> str:
    out: list[str] = []
    for concept in taxonomy.concepts:
        name = concept.qname[2:]
        out.append(
            f'  <xsd:element name="{name}" id="x_{name}" type="xbrli:monetaryItemType" '
            f'substitutionGroup="xbrli:item" xbrli:periodType="{concept.period_type}" nillable="true"/>\n'
        )
    for name in taxonomy.member_by_qname:
        name = name[2:]  # noqa: PLW2901 - the prefix off
        out.append(
            f'  <xsd:element name="{name}" id="x_{name}" type="dtr-types:domainItemType" '
            'substitutionGroup="xbrli:item" xbrli:periodType="duration" abstract="true" nillable="true"/>\n'
        )
    return "".join(out)


def _bare_labels(taxonomy: Taxonomy) -> list[str]:
    files = []
    items = [(concept.qname[2:], concept.labels) for concept in taxonomy.concepts]
    items.extend((name[2:], member.labels) for name, member in taxonomy.member_by_qname.items())
    for language in LANGUAGES:
        out: list[str] = []
        for name, labels in items:
            out.append(
                f'    <link:loc xlink:type="locator" xlink:href="x.xsd#x_{name}" xlink:label="{name}"/>\n'
            )
            out.extend(
                f'    <link:label xlink:type="resource" xlink:label="{name}..label" '
                f'xlink:role="http://www.xbrl.org/2003/role/{label.role}" xml:lang="{language}">{label.text}</link:label>\n'
                for label in labels
                if label.language == language
            )
            out.append(
                '    <link:labelArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/concept-label" '
                f'xlink:from="{name}" xlink:to="{name}..label"/>\n'
            )
        files.append("".join(out))
    return files


def _bare_references(taxonomy: Taxonomy) -> str:
    out: list[str] = []
    for concept in taxonomy.concepts:
        name = concept.qname[2:]
        for reference in concept.references:
            parts = "".join(f"<ref:{part}>{text}</ref:{part}>" for part, text in reference.parts)
            out.append(
                f'    <link:loc xlink:type="locator" xlink:href="x.xsd#x_{name}" xlink:label="{name}"/>\n'
                f'    <link:reference xlink:type="resource" xlink:label="{name}..reference" '
                'xlink:role="http://www.xbrl.org/2003/role/reference" xmlns:ref="http://www.xbrl.org/2006/ref">'
                f"{parts}</link:reference>\n"
                '    <link:referenceArc xlink:type="arc" '
                'xlink:arcrole="http://www.xbrl.org/2003/arcrole/concept-reference" '
                f'xlink:from="{name}" xlink:to="{name}..reference"/>\n'
            )
    return "".join(out)


def _bare_arcs(taxonomy: Taxonomy) -> list[str]:
    groups = [("root", group.items) for group in taxonomy.groups]
    cubes = [(cube.name, cube.concepts) for cube in taxonomy.hypercubes]
    trees = [
        (f"x:{cube.name}", tuple(member.qname for member in taxonomy.axis_by_qname[axis].members))
        for cube in taxonomy.hypercubes
        for axis in cube.axes
    ]
    domains = [(axis.qname, tuple(member.qname for member in axis.members)) for axis in taxonomy.axes]
    sums = [(item.total, tuple(name for name, _ in item.parts)) for item in taxonomy.calculations]
    return [
        _bare_links("presentation", "parent-child", groups),
        _bare_links("presentation", "parent-child", [*cubes, *trees]),
        _bare_links("definition", "domain-member", [*cubes, *domains]),
        _bare_links("calculation", "summation-item", sums),
    ]


def _bare_links(kind: str, arcrole: str, links: list[tuple[str, tuple[str, ...]]]) -> str:
    out: list[str] = []
    for source, targets in links:
        out.append(
            f'  <link:{kind}Link xlink:type="extended" xlink:role="http://example.org/size/role/{source}">\n'
        )
        for qname in targets:
            name = qname[2:]
            out.append(
                f'    <link:loc xlink:type="locator" xlink:href="x.xsd#x_{name}" xlink:label="{name}"/>\n'
            )
        for order, qname in enumerate(targets, 1):
            out.append(
                f'    <link:{kind}Arc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/{arcrole}" '
                f'xlink:from="{source}" xlink:to="{qname[2:]}" order="{order}"/>\n'
            )
        out.append(f"  </link:{kind}Link>\n")
    return "".join(out)


def least(functions: list[Callable[[], object]]) -> list[float]:
    """Return the least CPU seconds of each function, run in turns."""
    best = [float("inf")] * len(functions)
    for _ in range(RUNS):
        for place, function in enumerate(functions):
            start = time.process_time()
            function()
            best[place] = min(best[place], time.process_time() - start)
    return best


def main() -> int:
    """Measure and say whether both limits hold."""
    concepts = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    taxonomy = generated(concepts)
    ours = sum(len(data) for _, data in package_files(taxonomy))
    theirs = sum(len(text.encode()) for text in bare(taxonomy))
    assert abs(ours - theirs) < 0.1 * ours, (ours, theirs)  # noqa: S101 - else the two do not write the same
    data = encode(taxonomy, b"").encode()

    def templates() -> object:
        return [text.encode() for text in bare(taxonomy)]

    compiling, writing, loading = least([lambda: package_files(taxonomy), templates, lambda: decode(data)])
    ratio = compiling / writing
    print(f"{concepts:,} concepts, {ours / 1e6:.1f} MB of files ({theirs / 1e6:.1f} MB from bare templates)")
    print(
        f"compiled from the model: {compiling:.2f} s CPU, bare templates {writing:.2f} s, {ratio:.1f} times"
    )
    print(f"loaded from its compiled form ({len(data) / 1e6:.1f} MB): {loading:.2f} s CPU")
    return 0 if ratio <= LIMIT_RATIO and loading < LIMIT_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
