"""From facts in any form to instances in any syntax, tables, a database: what `tagwright export` does.

The facts are read while they are written, once for each form, so that a report of any size goes through. The
exceptions are tables and lists of facts, the report package and the viewer, which are held.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from hashlib import file_digest
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from exports import facts_table, ixbrl_facts, report_package, xbrl_csv, xbrl_json, xbrl_xml
from exports.contradictions import Agreeing
from exports.definitions import NONE, Definitions, definitions_of_package
from exports.errors import InstanceError, OutputError
from exports.facts_fit import FactsFit, Fit
from exports.output_folder import OutputFolder
from exports.readers.read import read
from exports.report import Entity, Fact, Report
from exports.tables.rows import TableSource
from tagwright.tables import in_database, see_that_they_can_be_made, write_for_people
from taxonomy.errors import TagwrightError

if TYPE_CHECKING:
    from tagwright.syntax import Output
    from tagwright.tagged import OnStep
    from taxonomy.model import Taxonomy as Model

STEP = 100_000
"""After how many facts progress is told."""

Files = tuple[tuple[str, bytes], ...]
"""Files of a taxonomy package: path below its top folder, bytes."""


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """A taxonomy as an export needs it. model: None where its labels are not known (yet)."""

    files: Files = ()
    definitions: Definitions = NONE
    model: Model | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """Who reports, where it was said."""

    entity: Entity
    name: str


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: names of files, manifest.json last, and how many facts each of them holds.

    remarks: what a person should know of it.
    """

    files: tuple[str, ...]
    facts: int
    remarks: tuple[str, ...] = ()


def export(  # noqa: PLR0913  as many as the command has options
    facts: Path,
    folder: Path,
    *,
    to: Iterable[Output],
    taxonomy: str | None = None,
    entity: Path | None = None,
    database: str | None = None,
    language: str = "en",
    keep_contradictions: bool = False,
    on_step: OnStep,
) -> Exported:
    """Write the facts of a table, a list, an instance or a report package into a folder, and into a database.

    language: of the labels in tables, the database and the viewer. keep_contradictions: whether facts of an instance
    that contradict each other are written, and told, instead of refused.

    Raises: TagwrightError where an input is wrong, or folder or database cannot be written; they are then as
    they were.
    """
    to = tuple(to)
    see_that_they_can_be_made(to)
    with ExitStack() as stack:
        on_step(f"reading {facts.name}")
        known = Taxonomy() if taxonomy is None else _taxonomy(taxonomy)
        profile = None if entity is None else _profile(entity)
        report, known = read_report(facts, known, profile, stack)
        for_people = bool(_FOR_PEOPLE.intersection(to)) or database is not None
        known, remarks = _with_labels(known) if for_people else (known, ())
        name = name_of(facts)
        fit = Fit(known.definitions, dict(report.namespaces)) if known.definitions.elements else None
        if fit is not None:
            report = replace(report, facts=FactsFit(report.facts, fit, facts.name))
        agreeing = Agreeing(report.facts, facts.name, kept=keep_contradictions)
        if not facts_table.is_facts(facts):  # there it was told with the row
            report = replace(report, facts=agreeing)
        first = next(iter(report.facts), None)
        source = TableSource(
            report=report,
            name=name,
            language=language,
            taxonomy=known.model,
            entity_name=profile.name if profile else "",
            page="",
            identity=f"{first.entity.identifier.replace('/', '-')}/{name}" if first else name,
            entity=profile.entity if profile else None,
        )
        with OutputFolder(folder) as output:
            counted = _Counted(report.facts, on_step)
            source = replace(source, report=replace(report, facts=counted))
            for syntax in to:
                on_step(f"writing {syntax}")
                write_syntax(source.report, name, syntax, output, known.files)
            page = partial(ixbrl_facts.write, source.report, title=name)
            packages = _packages(known.files, stack) if "viewer" in to else ()
            write_for_people(source, output, to, page, packages)
            with in_database(source, database):
                inputs = [("facts", facts.name, digest_of(facts))]
                written = output.publish(inputs, (("tagwright", version("tagwright")),))
        return Exported(written, counted.count, (*remarks, *_remarks(fit, agreeing, to)))


def _remarks(fit: Fit | None, agreeing: Agreeing, to: Collection[Output]) -> Iterator[str]:
    """Yield what was seen of the facts on the way that a person should know."""
    if fit is not None and fit.not_judged:
        yield _NOT_JUDGED.format(", ".join(sorted(fit.not_judged)))
    if fit is not None and fit.nil_names and _OIM.intersection(to):
        yield _NIL_NAMES
    if agreeing.found:
        yield f"Contradictions of facts in the file: {agreeing.found:,}; the first: {agreeing.first}."


_OIM = frozenset({"json", "csv", "xbr"})
_NIL_NAMES = (
    "There are facts that are nil and of a type of names (QName): xBRL-JSON and xBRL-CSV may hold them, but Arelle "
    "cannot load them there, so validate the xBRL-XML."
)
_NOT_JUDGED = "These concepts were not held against the taxonomy, which does not hold their namespace: {}."
_FOR_PEOPLE = frozenset({"xlsx", "parquet", "duckdb"})


def _packages(files: Files, stack: ExitStack) -> tuple[Path, ...]:
    """Return the taxonomy package, in a folder that goes away with the stack; none where there is none."""
    if not files:
        return ()
    package = Path(stack.enter_context(TemporaryDirectory()), "taxonomy.zip")
    with package.open("wb") as stream:
        report_package.write_zip({f"taxonomy/{path}": data for path, data in files}, stream)
    return (package,)


def _with_labels(known: Taxonomy) -> tuple[Taxonomy, tuple[str, ...]]:
    """Return the taxonomy with its labels, where it came inside a report package."""
    from taxonomy.load import load_taxonomy  # noqa: PLC0415  each form pays for itself alone

    if known.model is not None or not known.files:
        return known, ()
    with ExitStack() as stack:
        (package,) = _packages(known.files, stack)
        try:
            return replace(known, model=load_taxonomy(str(package))), ()
        except TagwrightError as error:
            said = str(error).replace(str(package), "the taxonomy inside")
            return known, (f"The labels are local names: {said}",)


def name_of(facts: Path) -> str:
    """Return the name that the outputs of a file of facts have, without ending."""
    return facts.stem.removesuffix("-csv") if facts.suffix.lower() == ".json" else facts.stem


def write_syntax(report: Report, name: str, syntax: str, output: OutputFolder, taxonomy: Files) -> None:
    """Write a report in one syntax: with iXBRL goes the report package, where the taxonomy's files are at hand."""
    match syntax:
        case "xml":
            output.write(f"{name}.xbrl", partial(xbrl_xml.write, report))
        case "json":
            output.write(f"{name}.json", partial(xbrl_json.write, report))
        case "csv":
            writer = xbrl_csv.CsvWriter(report, xbrl_csv.table_file(name))
            output.write(writer.table_name, writer.write_table)
            output.write(f"{name}-csv.json", writer.write_metadata)
        case "xbr":
            if not taxonomy:
                raise OutputError(f"{name}.xbr holds the taxonomy too: name it with --taxonomy.")
            as_json = partial(xbrl_json.write, report)
            output.write(f"{name}.xbr", partial(report_package.write_json, name, as_json, taxonomy))
        case "ixbrl":
            page = output.write(f"{name}.xhtml", lambda stream: ixbrl_facts.write(report, stream, name))
            if taxonomy:
                content = page.read_bytes()
                output.write(f"{name}.xbri", partial(report_package.write, name, content, taxonomy))


def read_report(
    facts: Path, known: Taxonomy, profile: Profile | None, stack: ExitStack
) -> tuple[Report, Taxonomy]:
    """Return the report, and the taxonomy: that which came with it, else the one that was named."""
    if not facts.is_file():
        raise InstanceError(f"{facts}: {'is a folder' if facts.is_dir() else 'no such file'}; check the path")
    if facts.suffix.lower() in report_package.DOCUMENT_TYPES:
        return _packaged(facts, known, stack)
    if not facts_table.is_facts(facts):
        return _whole(read(facts, known.definitions), facts.name, ""), known
    if known.model is None:
        raise InstanceError(f"{facts.name} holds facts and no taxonomy: name it with --taxonomy.")
    namespaces = (
        ("iso4217", "http://www.xbrl.org/2003/iso4217"),
        (known.model.prefix, known.model.namespace),
        ("xbrli", "http://www.xbrl.org/2003/instance"),
    )
    against = facts_table.Against(
        known.model, tuple(sorted(namespaces)), profile.entity if profile else None, known.definitions
    )
    return facts_table.read(facts, against), known


def _packaged(facts: Path, known: Taxonomy, stack: ExitStack) -> tuple[Report, Taxonomy]:
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
    if any(path == "META-INF/taxonomyPackage.xml" for path, _ in files):
        known = Taxonomy(files, definitions_of_package(files))
    report = read(folder / package.reports[0], known.definitions)
    return _whole(report, facts.name, package.reports[0]), known


def _whole(report: Report, file: str, inside: str) -> Report:
    """Return the report, whose entry point must not lead out of the folder or package that it came in.

    inside: its path in a package.

    Raises: InstanceError where it does.
    """
    target = unquote(report.entry_point)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(inside), target))
    try:
        scheme = urlsplit(target).scheme
    except ValueError:  # "http://[": no address at all
        scheme = "none"
    if scheme not in {"http", "https"} and (scheme or path.startswith(("..", "/")) or "\\" in target):
        raise InstanceError(
            f"{file} is against {report.entry_point!r}, which lies outside of what was given: correct its schemaRef."
        )
    return report


def _taxonomy(reference: str) -> Taxonomy:
    from taxonomy.compile.package import package_files  # noqa: PLC0415  each form pays for itself alone
    from taxonomy.files import read_package_bytes  # noqa: PLC0415  likewise
    from taxonomy.load import load_to_file  # noqa: PLC0415  likewise

    known, package = load_to_file(reference)
    path = Path(reference)
    if package is not None:
        files = package.files
    elif path.suffix.lower() == ".zip":
        files = report_package.files_of_package(read_package_bytes(path), path.name)
    else:
        files = package_files(known)
    return Taxonomy(files, definitions_of_package(files), known)


def _profile(path: Path) -> Profile:
    from tagger.profile_source import load_profile_source  # noqa: PLC0415  an instance needs none

    known = load_profile_source(path).profile
    return Profile(Entity(known.scheme, known.identifier), known.name)


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


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file.

    Raises: OutputError where it cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise OutputError(f"{path} cannot be read ({error.strerror or error}).") from None
