"""Checks a taxonomy in any form: a source is compiled first, then Arelle has its say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from taxonomy.compile import compile_package, package_name
from taxonomy.errors import Finding
from taxonomy.foreign import check_with_arelle
from taxonomy.load import load_taxonomy
from taxonomy.yaml_nodes import SourceError


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found; `validated` says whether Arelle finished, whatever it found."""

    name: str
    findings: tuple[Finding, ...]
    validated: bool

    @property
    def valid(self) -> bool:
        """Return whether Arelle finished and nothing is an error."""
        return self.validated and all(finding.severity != "error" for finding in self.findings)


def check_taxonomy(reference: str) -> CheckResult:
    """Check a shipped name, a source, a taxonomy package (anybody's) or a schema.

    Raises: TagwrightError where it cannot be read at all; mistakes in a source are findings.
    """
    path = Path(reference)
    if path.suffix.lower() in {".zip", ".xsd"}:
        findings, validated = check_with_arelle(path)
        return CheckResult(path.name, findings, validated)
    try:
        taxonomy = load_taxonomy(reference)
    except SourceError as error:
        return CheckResult(path.name, error.findings, validated=False)
    with TemporaryDirectory(prefix="tagwright-") as folder:
        package = Path(folder) / package_name(taxonomy)
        package.write_bytes(compile_package(taxonomy))
        findings, validated = check_with_arelle(package)
    return CheckResult(
        package_name(taxonomy), tuple(_within_package(item, folder) for item in findings), validated
    )


def _within_package(finding: Finding, folder: str) -> Finding:
    """Return the finding without the temporary folder, which nobody can open any more."""
    start = f"{folder}/"
    return Finding(
        finding.severity,
        finding.code,
        finding.message.replace(start, ""),
        finding.file.replace(start, ""),
        finding.line,
        finding.column,
    )
