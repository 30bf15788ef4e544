"""From facts in any form to instances in any syntax: what `tagwright export` does.

The facts are read while they are written, once for each syntax, so that a report of any size goes through. The
exceptions are tables and lists of facts and the report package, which are held.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from exports import facts_table, ixbrl_facts, report_package, xbrl_csv, xbrl_json, xbrl_xml
from exports.definitions import NONE, Definitions, definitions_of_package
from exports.errors import InstanceError, OutputError
from exports.output_folder import OutputFolder
from exports.readers.read import read
from exports.report import Entity, Fact, Report

if TYPE_CHECKING:
    from tagwright.syntax import Output
    from tagwright.tagged import OnStep

STEP = 100_000
"""After how many facts progress is told."""

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """A taxonomy as an export needs it: its files by path, below the package's top folder."""

    files: tuple[tuple[str, bytes], ...]
    definitions: Definitions
    entry_point: str = ""
    prefix: str = ""
    namespace: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: names of files, manifest.json last, and how many facts each instance holds."""

    files: tuple[str, ...]
    facts: int


def export(
    facts: Path,
    folder: Path,
    *,
    to: Iterable[Output],
    taxonomy: str | None = None,
    entity: Path | None = None,
    on_step: OnStep,
) -> Exported:
    """Write the facts of a table, a list, an instance or a report package into a folder.

    Raises: TagwrightError where an input is wrong or the folder cannot be written; it is then as it was.
    """
    with ExitStack() as stack:
        on_step(f"reading {facts.name}")
        known = None if taxonomy is None else _taxonomy(taxonomy)
        report, files = _report(facts, known, entity, stack)
        name = _name(facts)
        with OutputFolder(folder) as output:
            counted = _Counted(report.facts, on_step)
            report = replace(report, facts=counted)
            for syntax in to:
                on_step(f"writing {syntax}")
                _write(report, name, syntax, output, known.files if known else files)
            inputs = [("facts", facts.name, _digest(facts))]
            written = output.publish(inputs, (("tagwright", version("tagwright")),))
        return Exported(written, counted.count)


def _name(facts: Path) -> str:
    return facts.stem.removesuffix("-csv") if facts.suffix.lower() == ".json" else facts.stem


def _write(
    report: Report, name: str, syntax: str, output: OutputFolder, taxonomy: tuple[tuple[str, bytes], ...]
) -> None:
    match syntax:
        case "xml":
            output.write(f"{name}.xbrl", partial(xbrl_xml.write, report))
        case "json":
            output.write(f"{name}.json", partial(xbrl_json.write, report))
        case "csv":
            writer = xbrl_csv.CsvWriter(report, xbrl_csv.table_file(name))
            output.write(writer.table_name, writer.write_table)
            output.write(f"{name}-csv.json", writer.write_metadata)
        case _:
            page = output.write(f"{name}.xhtml", lambda stream: ixbrl_facts.write(report, stream, name))
            if taxonomy:
                content = page.read_bytes()
                output.write(f"{name}.xbri", partial(report_package.write, name, content, taxonomy))


def _report(
    facts: Path, known: Taxonomy | None, entity: Path | None, stack: ExitStack
) -> tuple[Report, tuple[tuple[str, bytes], ...]]:
    """Return the report, and the taxonomy's files where they came with it."""
    if not facts.is_file():
        raise InstanceError(f"{facts}: {'is a folder' if facts.is_dir() else 'no such file'}; check the path")
    if facts.suffix.lower() in report_package.DOCUMENT_TYPES:
        return _packaged(facts, stack)
    if not facts_table.is_facts(facts):
        return read(facts, known.definitions if known else NONE), ()
    if known is None or not known.prefix:
        raise InstanceError(f"{facts.name} holds facts and no taxonomy: name it with --taxonomy.")
    namespaces = (
        ("iso4217", "http://www.xbrl.org/2003/iso4217"),
        (known.prefix, known.namespace),
        ("xbrli", "http://www.xbrl.org/2003/instance"),
    )
    against = facts_table.Against(
        known.entry_point, tuple(sorted(namespaces)), known.prefix, _entity(entity), known.definitions
    )
    return facts_table.read(facts, against), ()


def _packaged(facts: Path, stack: ExitStack) -> tuple[Report, tuple[tuple[str, bytes], ...]]:
    """Unpack the reports into a folder of their own, which goes away with the stack."""
    package = report_package.read(facts.read_bytes(), facts.name)
    if len(package.reports) > 1:
        raise InstanceError(
            f"{facts.name} holds {len(package.reports)} reports: export one of them at a time."
        )
    folder = Path(stack.enter_context(TemporaryDirectory()))
    for path, data in package.files.items():
        if path.startswith("reports/"):
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
    files = tuple(
        (path, data)
        for path, data in package.files.items()
        if not path.startswith("reports/") and path != "META-INF/reportPackage.json"
    )
    has_taxonomy = any(path == "META-INF/taxonomyPackage.xml" for path, _ in files)
    return read(folder / package.reports[0], definitions_of_package(files)), files if has_taxonomy else ()


def _taxonomy(reference: str) -> Taxonomy:
    from taxonomy.compile.package import package_files  # noqa: PLC0415  each form pays for itself alone
    from taxonomy.load import load_taxonomy, read_package_bytes  # noqa: PLC0415  likewise

    known = load_taxonomy(reference)
    path = Path(reference)
    if path.suffix.lower() == ".zip":
        files = report_package.files_of_package(read_package_bytes(path), path.name)
    else:
        files = package_files(known)
    definitions = definitions_of_package(files)
    return Taxonomy(files, definitions, known.entry_point, known.prefix, known.namespace)


def _entity(profile: Path | None) -> Entity | None:
    if profile is None:
        return None
    from tagwright.entity import load_entity  # noqa: PLC0415  an instance needs none

    known = load_entity(profile).profile
    return Entity(known.scheme, known.identifier)


@dataclass(slots=True)
class _Counted:
    """Facts that tell how many of them have gone by."""

    facts: Iterable[Fact]
    on_step: OnStep
    count: int = 0

    def __iter__(self) -> Iterator[Fact]:
        """Yield the facts anew."""
        self.count = 0
        for fact in self.facts:
            self.count += 1
            if not self.count % STEP:
                self.on_step(f"{self.count:,} facts")
            yield fact


def _digest(path: Path) -> str:
    digest = sha256()
    try:
        with path.open("rb") as stream:
            while piece := stream.read(_PIECE):
                digest.update(piece)
    except OSError as error:
        raise OutputError(f"{path} cannot be read ({error.strerror or error}).") from None
    return digest.hexdigest()
