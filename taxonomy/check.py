"""Checks a taxonomy in any form: the mistakes of a source, the rules of good practice, and Arelle's word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from taxonomy.arelle_child import Word, ask_arelle
from taxonomy.compile import compile_package, package_name
from taxonomy.compiled import read_compiled
from taxonomy.errors import Finding, TagwrightError
from taxonomy.extension.read import WORKBOOK, is_extension
from taxonomy.files import read_package_bytes
from taxonomy.load import load_to_file
from taxonomy.package import ForeignPackageError, read_package
from taxonomy.rules.places import Place, SourcePlaces
from taxonomy.rules.registry import RULES, remarks_of
from taxonomy.rules.subject import Subject
from taxonomy.shipped import shipped_names, source_of
from taxonomy.source import examine_source
from taxonomy.source_files import read_source_bytes
from taxonomy.yaml_nodes import SourceError

if TYPE_CHECKING:
    from taxonomy.model import Taxonomy
    from taxonomy.rules.remark import At
    from taxonomy.rules.rule import Rule

_ORDER: Final = {"error": 0, "warning": 1, "advice": 2, "info": 3}
_Places = Callable[["At", str], Place]


@dataclass(frozen=True, slots=True)
class RuleFinding(Finding):
    """A breach of a rule of good practice. element: what it is about, by QName or name."""

    element: str = ""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found, errors first.

    validated: whether Arelle finished, whatever it found. asked: whether it was asked at all.
    rules: how many rules were held against the taxonomy; none where it could not be read that far.
    """

    name: str
    findings: tuple[Finding, ...]
    validated: bool
    asked: bool = True
    rules: int = 0

    @property
    def valid(self) -> bool:
        """Return whether Arelle finished and nothing is an error."""
        return self.validated and self.count("error") == 0

    def count(self, severity: str) -> int:
        """Return how many findings have the severity."""
        return sum(finding.severity == severity for finding in self.findings)


def check_taxonomy(reference: str, rules: tuple[Rule, ...] = RULES, *, arelle: bool = True) -> CheckResult:
    """Check a shipped name, a source, a taxonomy package (anybody's) or a schema.

    Raises: TagwrightError where it cannot be read at all; mistakes in a source are findings.
    """
    path = source_of(reference) if reference in shipped_names() else Path(reference.partition("#")[0])
    ending = path.suffix.lower()
    if ending == ".zip" and reference == str(path):
        return _check_package(path, rules, arelle=arelle)
    if ending in {".zip", ".xsd", ".xml"} or path.is_dir():
        return _check_dts(reference, rules, arelle=arelle)
    if ending == ".json":
        taxonomy, _ = read_compiled(read_package_bytes(path), str(path))
        return _check_compiled(taxonomy, path, rules, arelle=arelle)
    if ending == ".xlsx":
        return _check_workbook(path, rules, arelle=arelle)
    if ending in {".yaml", ".yml"}:
        result = _check_source(path, rules, arelle=arelle)
        if reference not in shipped_names():
            return result
        findings = tuple(_within(item, f"{path.parent}") for item in result.findings)
        return replace(result, findings=findings)
    names = ", ".join(shipped_names())
    raise TagwrightError(
        f'there is no taxonomy "{reference}": give a shipped one ({names}), a FILE.yaml, a PACKAGE.zip, '
        "a FILE.xsd, or what `tagwright taxonomy load` wrote (FILE.json)"
    )


def _check_extension(path: Path, rules: tuple[Rule, ...], *, arelle: bool) -> CheckResult:
    """Check an extension with what it extends beside it; the rules are held against what is its own."""
    from taxonomy.extension.load import with_base  # noqa: PLC0415 - only an extension pays for it
    from taxonomy.extension.read import read_extension  # noqa: PLC0415 - likewise

    try:
        extension = read_extension(path, load_to_file)
    except SourceError as error:
        return CheckResult(path.name, error.findings, validated=False, asked=arelle)
    made = with_base(extension)
    with TemporaryDirectory(prefix="tagwright-") as folder:
        package = Path(folder) / made.name
        package.write_bytes(made.data)
        word = ask_arelle(f"{package}#{extension.own.entry_point}", "both" if arelle else "load")
    breaches: list[Finding] = []
    if word.taxonomy is not None:
        own = {concept.qname for concept in extension.own.concepts if concept.variant is None}
        own.update(member.qname for member in extension.members)
        places: _Places = SourcePlaces(extension.sections, str(path)).of
        if path.suffix.lower() == WORKBOOK:
            places = _in_cells(path, places)
        found = _breaches(word.taxonomy, rules, places)
        breaches = [finding for finding in found if finding.element in own]
    findings = _sorted((*breaches, *(_within(item, folder) for item in word.findings)))
    held = len(rules) if word.taxonomy is not None else 0
    return CheckResult(path.name, findings, word.validated, asked=arelle, rules=held)


def _check_source(path: Path, rules: tuple[Rule, ...], *, arelle: bool) -> CheckResult:
    if is_extension(path):
        return _check_extension(path, rules, arelle=arelle)
    try:
        examined = examine_source(read_source_bytes(path), path, from_disk=True)
    except SourceError as error:
        return CheckResult(path.name, error.findings, validated=False, asked=arelle)
    taxonomy, mistakes = examined.taxonomy, examined.mistakes
    if not examined.sections.is_whole:  # the rest cannot be judged without the file that could not be read
        return CheckResult(path.name, _sorted(mistakes), validated=False, asked=arelle)
    places = SourcePlaces(examined.sections, str(path))
    said = {(finding.file, finding.line) for finding in mistakes}
    breaches = [
        finding
        for finding in _breaches(taxonomy, rules, places.of)
        if (finding.file, finding.line) not in said
    ]
    word = _word_on(taxonomy) if arelle and not mistakes else Word((), validated=False)
    findings = _sorted((*mistakes, *breaches, *word.findings))
    return CheckResult(path.name, findings, word.validated, asked=arelle, rules=len(rules))


def _check_workbook(path: Path, rules: tuple[Rule, ...], *, arelle: bool) -> CheckResult:
    from taxonomy.workbook.source import load_workbook  # noqa: PLC0415 - only a workbook pays for it

    if is_extension(path):
        return _check_extension(path, rules, arelle=arelle)
    try:
        taxonomy = load_workbook(path)
    except SourceError as error:
        return CheckResult(path.name, error.findings, validated=False)
    return _check_compiled(taxonomy, path, rules, arelle=arelle)


def _check_compiled(taxonomy: Taxonomy, path: Path, rules: tuple[Rule, ...], *, arelle: bool) -> CheckResult:
    """Check a compiled form: of somebody else's taxonomy the files are not there, and Arelle is not asked."""
    asked = arelle and taxonomy.dts is None
    word = _word_on(taxonomy) if asked else Word((), validated=False)
    breaches = _breaches(taxonomy, rules, _in_dts(taxonomy, path.name))
    findings = _sorted((*breaches, *word.findings))
    return CheckResult(path.name, findings, word.validated, asked=asked, rules=len(rules))


def _word_on(taxonomy: Taxonomy) -> Word:
    """Return Arelle's word on the package of a taxonomy of ours."""
    with TemporaryDirectory(prefix="tagwright-") as folder:
        package = Path(folder) / package_name(taxonomy)
        package.write_bytes(compile_package(taxonomy))
        word = ask_arelle(str(package))
    return replace(word, findings=tuple(_within(item, folder) for item in word.findings))


def _check_package(path: Path, rules: tuple[Rule, ...], *, arelle: bool) -> CheckResult:
    try:
        taxonomy = read_package(read_package_bytes(path), str(path))
    except ForeignPackageError:
        return _check_dts(str(path), rules, arelle=arelle)
    except TagwrightError as error:  # ours, but changed since: Arelle may say where
        word = ask_arelle(str(path)) if arelle else Word((), validated=False)
        changed = Finding("warning", "tagwright:package.changed", str(error), path.name)
        return CheckResult(path.name, _sorted(word.findings or (changed,)), word.validated, asked=arelle)
    word = ask_arelle(str(path)) if arelle else Word((), validated=False)
    breaches = _breaches(taxonomy, rules, lambda _at, _base: Place(path.name))
    findings = _sorted((*breaches, *word.findings))
    return CheckResult(path.name, findings, word.validated, asked=arelle, rules=len(rules))


def _check_dts(reference: str, rules: tuple[Rule, ...], *, arelle: bool) -> CheckResult:
    """Check one entry point of somebody else's taxonomy; Arelle reads it, whether it validates it or not."""
    word = ask_arelle(reference, "both" if arelle else "load")
    breaches: Iterable[Finding] = ()
    if word.taxonomy is not None:
        breaches = _breaches(word.taxonomy, rules, _in_dts(word.taxonomy, reference))
    findings = _sorted((*breaches, *word.findings))
    held = len(rules) if word.taxonomy is not None else 0
    return CheckResult(reference, findings, word.validated, asked=arelle, rules=held)


def _in_cells(path: Path, places: _Places) -> _Places:
    """Return the places of a workbook, whose nodes know sheet and cell, in words."""
    from taxonomy.workbook.read import cell_in_words  # noqa: PLC0415 - only a workbook pays for it

    def of(at: At, base: str) -> Place:
        place = places(at, base)
        sheet = place.file.rpartition("#")[2]
        return Place(cell_in_words(path.name, sheet, place.line or 1, place.column or 1))

    return of


def _in_dts(taxonomy: Taxonomy, name: str) -> _Places:
    """Return the places of a taxonomy without a source: the schema that declares the element."""
    elements = taxonomy.dts.elements if taxonomy.dts else ()
    places = {element.qname: Place(element.file, element.line) for element in elements if element.file}
    return lambda at, _base: places.get(at.name, Place(name))


def _breaches(taxonomy: Taxonomy, rules: tuple[Rule, ...], places: _Places) -> Iterable[RuleFinding]:
    subject = Subject(taxonomy)
    for rule, remark in remarks_of(subject, rules):
        base = subject.base_of(remark.at.name) if remark.at.kind == "concept" else ""
        place = places(remark.at, base)
        yield RuleFinding(
            rule.severity,
            rule.code,
            remark.message,
            place.file,
            place.line,
            place.column,
            element=remark.at.name or remark.at.kind,
        )


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings by severity, then by code and place."""
    return tuple(
        sorted(
            findings, key=lambda item: (_ORDER[item.severity], item.code, item.line or 0, item.column or 0)
        )
    )


def _within(finding: Finding, folder: str) -> Finding:
    """Return the finding without a folder that means nothing to the caller."""
    start = f"{folder}/"
    return replace(finding, message=finding.message.replace(start, ""), file=finding.file.replace(start, ""))
