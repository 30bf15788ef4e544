"""From a report of one version of a taxonomy to a report of another: what `tagwright taxonomy migrate` does."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from importlib.metadata import version
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exports.definitions import definitions_of_package
from exports.migration import Left, Migration, Moved, migrate
from exports.migration.names import TaxonomyNames
from exports.output_folder import OutputFolder
from tagwright.exporting import Taxonomy, digest_of, name_of, read_report, write_syntax
from taxonomy.compile.package import compile_package, package_files, package_name
from taxonomy.diff import diff_taxonomies
from taxonomy.load import load_to_file
from taxonomy.migration import NO_RULES, load_rules
from taxonomy.published import Published

if TYPE_CHECKING:
    from exports.report import Fact
    from tagwright.syntax import Output
    from tagwright.tagged import OnStep
    from taxonomy.model import Taxonomy as Model

LIST = "migration.json"


@dataclass(frozen=True, slots=True)
class Migrated:
    """What became of the facts, and the files that were written.

    look: (concept, why) where facts were moved though their words changed, or the concept is not to be used any more.
    """

    migration: Migration
    look: tuple[tuple[str, str], ...]
    files: tuple[str, ...]


def migrate_report(
    report: Path,
    folder: Path,
    *,
    old: str,
    new: str,
    rules: Path | None,
    to: Iterable[Output],
    on_step: OnStep,
) -> Migrated:
    """Move a report and write it, its taxonomy package and the list of what became of each fact.

    Raises: TagwrightError where an input is wrong or the folder cannot be written; it is then as it was.
    """
    on_step(f"reading {old} and {new}")
    before, package = load_to_file(old)
    definitions = definitions_of_package(package.files if package else package_files(before))
    after, package = (before, package) if new == old else load_to_file(new)
    if package is None:
        files = package_files(after)
        package = Published(package_name(after), compile_package(after, files), files)
    known = NO_RULES if rules is None else load_rules(rules, before, after)
    with ExitStack() as stack:
        on_step(f"reading {report.name}")
        facts, _ = read_report(report, Taxonomy((), definitions, before), None, stack)
        migration = migrate(facts, before, after, known)
        look = to_look_at(migration, before, after)
        with OutputFolder(folder) as output:
            for syntax in to:
                on_step(f"writing {syntax}")
                write_syntax(migration.report, name_of(report), syntax, output, package.files)
            output.write(package.name, package.data)
            output.write(LIST, listing(migration, look, known.file).encode())
            inputs = [("facts", report.name, digest_of(report))]
            if rules is not None:
                inputs.append(("rules", rules.name, digest_of(rules)))
            written = output.publish(inputs, (("tagwright", version("tagwright")),))
    return Migrated(migration, look, written)


def to_look_at(migration: Migration, old: Model, new: Model) -> tuple[tuple[str, str], ...]:
    """Return (concept, why) of moved facts that a person must look at: "redefined", "relabelled", "deprecated"."""
    names = TaxonomyNames(migration.report.namespaces, new)
    used = frozenset(names.of(each.after.concept) for each in migration.moved)
    facts = [fact for each in migration.moved for fact in (each.before, each.after)]
    alike = frozenset(
        fact.concept.partition(":")[2] for fact in facts
    )  # whatever prefix the report has for them
    found: list[tuple[str, str]] = [
        (change.now[0], change.kind)
        for change in diff_taxonomies(_only(old, alike), _only(new, alike)).changes
        if change.thing == "concept"
        and change.verdict == "look"
        and change.kind in {"redefined", "relabelled"}
    ]
    found.extend((concept.qname, "deprecated") for concept in new.concepts if concept.deprecated is not None)
    return tuple(each for each in dict.fromkeys(found) if each[0] in used)


def _only(taxonomy: Model, local_names: frozenset[str]) -> Model:
    """Return a taxonomy of some concepts alone: all that their words can be compared in."""
    concepts = tuple(each for each in taxonomy.concepts if each.qname.partition(":")[2] in local_names)
    return replace(
        taxonomy,
        axes=(),
        concepts=concepts,
        hypercubes=(),
        groups=(),
        calculations=(),
        relations=(),
        typed_axes=(),
        domains=(),
        headings=(),
        dts=None,
    )


def listing(migration: Migration, look: tuple[tuple[str, str], ...], rules: str) -> str:
    """Return what became of each fact, as JSON: in the order of the report."""
    content = {
        "rules": Path(rules).name if rules else None,
        "counts": {
            "moved": len(migration.moved),
            "dropped": len(migration.dropped),
            "left": len(migration.left),
        },
        "look": [{"concept": concept, "why": why} for concept, why in look],
        "left": [_stayed(each) for each in migration.left],
        "dropped": [_stayed(each) for each in migration.dropped],
        "moved": [_moved(each) for each in migration.moved],
    }
    return dumps(content, ensure_ascii=False, indent=1) + "\n"


def _stayed(left: Left) -> dict[str, Any]:
    return {"reason": {"code": left.code, "text": left.text}, "rule": left.line, "fact": _fact(left.fact)}


def _moved(moved: Moved) -> dict[str, Any]:
    return {"rules": list(moved.lines), "from": _fact(moved.before), "to": _fact(moved.after)}


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "concept": fact.concept,
        "period": fact.period.oim() if not fact.period.is_forever else None,
        "dimensions": {**dict(fact.dimensions), **dict(fact.typed)},
        "unit": fact.unit,
        "value": fact.value,
        "decimals": fact.decimals,
    }
