"""From tagged figures to the files of a filing: staged, validated, and only then published.

Every file is made aside first and validated there, so that the output folder never holds a filing without its
verdict, and a full disk or a killed run leaves it as it was.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from exports import ixbrl, report_package, xbrl_csv, xbrl_json, xbrl_xml
from exports.errors import OutputError
from exports.output_folder import OutputFolder
from exports.page.contradictions import tell_contradictions
from exports.page.page import write_page
from exports.validation import ValidationChild, arelle_version
from exports.verdict import Verdict, findings_for_ledger, overall, validation_json
from tagger.ledger import rows_to_jsonl
from tagwright.syntax import OUTPUTS, SYNTAXES, Output
from tagwright.tables import in_database, table_source, write_for_people
from tagwright.tagged import OnStep, silent
from taxonomy.compile.package import compile_package, package_files, package_name
from taxonomy.published import Published

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exports.verdict import VerdictOutcome
    from tagwright.tagged import Tagged
    from taxonomy.model import Taxonomy

_RESERVED = frozenset({"manifest.json", "validation.json", "ledger.jsonl", "text.txt", "report.html"})
_NOT_ASKED = "Validation was not asked for (--no-validate)."


@dataclass(frozen=True)
class Written:
    """A filing in its folder, and what was found on the way.

    files: names in the folder, in the order in which they were made, manifest.json last.
    findings: how many decisions of a person could not be applied.
    """

    folder: Path
    files: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    statuses: tuple[tuple[str, int], ...]
    facts: int
    contradictions: int
    findings: int = 0

    @property
    def outcome(self) -> VerdictOutcome:
        """Return the worst verdict."""
        return overall(self.verdicts)

    @property
    def needs_a_person(self) -> bool:
        """Return whether something is invalid, contradicted, not validated, or a decision does not match."""
        return self.outcome != "valid" or self.contradictions > 0 or self.findings > 0

    def count(self, status: str) -> int:
        """Return the number of figures of a status."""
        return dict(self.statuses).get(status, 0)


def write(
    tagged: Tagged,
    folder: Path | str,
    *,
    to: Iterable[Output] = SYNTAXES,
    database: str | None = None,
    validate: bool = True,
    child: ValidationChild | None = None,
    on_step: OnStep = silent,
) -> Written:
    """Write the filing of tagged figures into a folder, validated by Arelle.

    child: a process that has Arelle ready, started while the figures were tagged.
    database: a DuckDB file or the URL of a database in which the report is replaced.

    Raises: OutputError where the folder or the database cannot be written; both are then as they were.
    """
    wanted = known_outputs(to)
    if not str(folder):
        raise OutputError("The output folder is an empty name: name a folder.")
    with OutputFolder(Path(folder)) as output:
        on_step("writing the filing")
        made = tagged.package or _compiled(tagged.taxonomy)
        members, taxonomy = made.files, made.data
        package = output.write(made.name, taxonomy)
        expected = _write_instances(tagged, output, wanted, members)
        verdicts = tuple(Verdict(path.name, "not_validated", reason=_NOT_ASKED) for path in expected)
        if validate:
            on_step(f"validating {len(expected)} files with Arelle")
            verdicts = _verdicts(expected, package, child)
        _write_account(tagged, output, verdicts)
        source = table_source(tagged)
        write_for_people(source, output, wanted, partial(_write_page, tagged), [package])
        made_from = ("taxonomy", package.name, sha256(taxonomy).hexdigest())
        with in_database(source, database):
            on_step(f"publishing to {folder}")
            files = output.publish((*tagged.inputs, made_from), _versions())
    statuses = Counter(row.status for row in tagged.ledger.rows)
    return Written(
        folder=Path(folder),
        files=files,
        verdicts=verdicts,
        statuses=tuple(sorted(statuses.items())),
        facts=len(tagged.report.held),
        contradictions=sum(proof.outcome == "contradicts" for proof in tagged.ledger.proofs),
        findings=len(tagged.findings),
    )


def known_outputs(to: Iterable[str]) -> tuple[Output, ...]:
    """Return the syntaxes, tables and pages that are asked for.

    Raises: OutputError where one of them is none.
    """
    wanted = tuple(to)
    for name in wanted:
        if name not in OUTPUTS:
            raise OutputError(f"{name!r} is none of {', '.join(OUTPUTS)}.")
    return tuple(name for name in OUTPUTS if name in wanted)


def _compiled(taxonomy: Taxonomy) -> Published:
    files = package_files(taxonomy)
    return Published(package_name(taxonomy), compile_package(taxonomy, files), files)


def _write_instances(
    tagged: Tagged, output: OutputFolder, syntaxes: tuple[Output, ...], members: tuple[tuple[str, bytes], ...]
) -> dict[Path, int]:
    """Write the instances and the report package; return how many facts each of them holds."""
    name, report = checked_name(tagged.document.name), tagged.report
    expected: dict[Path, int] = {}
    if "xml" in syntaxes:
        expected[output.write(f"{name}.xbrl", partial(xbrl_xml.write, report))] = len(report.held)
    if "ixbrl" in syntaxes:
        stream = BytesIO()
        tags = _write_page(tagged, stream)
        page = stream.getvalue()
        expected[output.write(f"{name}.xhtml", page)] = tags
        expected[output.write(f"{name}.xbri", partial(report_package.write, name, page, members))] = tags
    if "json" in syntaxes:
        expected[output.write(f"{name}.json", partial(xbrl_json.write, report))] = len(report.held)
    if "csv" in syntaxes:
        writer = xbrl_csv.CsvWriter(report, xbrl_csv.table_file(name))
        output.write(writer.table_name, writer.write_table)
        expected[output.write(f"{name}-csv.json", writer.write_metadata)] = len(report.held)
    if "xbr" in syntaxes:
        as_json = partial(xbrl_json.write, report)
        package = output.write(f"{name}.xbr", partial(report_package.write_json, name, as_json, members))
        expected[package] = len(report.held)
    return expected


def _write_page(tagged: Tagged, stream: BinaryIO) -> int:
    return ixbrl.write(tagged.report, tagged.document, tagged.ledger, stream, tagged.language)


def _verdicts(expected: dict[Path, int], package: Path, child: ValidationChild | None) -> tuple[Verdict, ...]:
    counts = {path.name: count for path, count in expected.items()}
    with child or ValidationChild() as arelle:
        # All files hold the same facts, so that their formulas need running on one of them only.
        return arelle.validate(list(expected), [package], counts, formulas="once")


def _versions() -> tuple[tuple[str, str], ...]:
    return (("arelle", arelle_version()), ("tagwright", version("tagwright")))


def _write_account(tagged: Tagged, output: OutputFolder, verdicts: tuple[Verdict, ...]) -> None:
    """Write what people and programs read about the filing: ledger, text, verdicts, page."""
    ledger = tagged.ledger
    output.write("ledger.jsonl", rows_to_jsonl(ledger.rows).encode())
    output.write("text.txt", ledger.text.encode())
    told = tell_contradictions(ledger, tagged.taxonomy)
    output.write("validation.json", validation_json(verdicts, ledger, _versions(), tagged.findings, told))
    page = write_page(
        ledger,
        tagged.document,
        tagged.taxonomy,
        tagged.profile,
        (*tagged.findings, *findings_for_ledger(verdicts, ledger)),
        verdicts,
        tagged.language,
        tagged.decisions,
    )
    output.write("report.html", page)


def checked_name(name: str) -> str:
    """Return the document's name, which the instances are called after.

    Raises: OutputError where a file of the filing would have two meanings.
    """
    for ending in (".xbrl", ".xhtml", ".json", ".xbri"):
        if f"{name}{ending}".lower() in _RESERVED:
            raise OutputError(
                f"A document called {name!r} would give {name}{ending} two meanings: rename it."
            )
    return name
