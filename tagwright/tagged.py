"""From a document, a taxonomy, an entity and a period to tagged figures: everything read, nothing written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TYPE_CHECKING

from exports.filing import build_report
from tagger.decisions.applied import apply_decisions
from tagger.decisions.file import NO_DECISIONS, Decisions, load_decisions
from tagger.profile_source import check_profile
from tagger.reader import parse_document, read_bytes
from tagger.reporting_period import ReportingPeriod, parse_reporting_period
from tagger.tag import tag_document
from tagger.words.prose import prose_of
from tagger.words.script import languages_of
from tagwright.entity import load_entity
from taxonomy.errors import Finding, TagwrightError
from taxonomy.load import load_to_file

if TYPE_CHECKING:
    from exports.report import Report
    from tagger.document import Document
    from tagger.ledger import Ledger, Row
    from tagger.profile import Profile
    from taxonomy.model import Taxonomy
    from taxonomy.published import Published

OnStep = Callable[[str], None]
"""Is told each step as it starts."""


def silent(_step: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Tagged:
    """A document whose figures are tagged, with all that this rests on.

    inputs: (what it is, name, SHA-256) of the files that were read, for the manifest. The taxonomy is told
    by its package instead, which is the same whether it was read from a source or a package.
    package: the taxonomy's, where somebody else wrote it.
    decisions: what a person said of figures. findings: what of that does not match the document any longer.
    """

    document: Document
    ledger: Ledger
    report: Report
    taxonomy: Taxonomy
    profile: Profile
    reporting_period: ReportingPeriod
    language: str
    inputs: tuple[tuple[str, str, str], ...]
    decisions: Decisions = NO_DECISIONS
    findings: tuple[Finding, ...] = ()
    package: Published | None = None

    def rows(self, status: str) -> tuple[Row, ...]:
        """Return the ledger's rows of one status: "fact", "not_a_fact" or "unresolved"."""
        return tuple(row for row in self.ledger.rows if row.status == status)


def tag(  # noqa: PLR0913 - the public call: each argument is one of the command's options
    document: Path | str,
    *,
    taxonomy: Path | str,
    entity: Path | str,
    period: str,
    language: str | None = None,
    threshold: float = 0.5,
    decisions: Path | str | None = None,
    terms: Path | str | None = None,
    on_step: OnStep = silent,
) -> Tagged:
    """Tag the figures of a document.

    taxonomy: "bank-disclosure", a source (.yaml), a taxonomy package (.zip) or anybody's taxonomy, as
    `load_taxonomy` takes it. terms: a file (.yaml) of words beside it. entity: a profile (.yaml).
    period: "2024", "2024H1", "2024Q3", "2024-09-30" or "2024-01-01/2024-12-31".
    decisions: a file (.yaml) of what a person said of figures; it has the last word.

    Raises: TagwrightError where an input is wrong.
    """
    if not 0 <= threshold <= 1:
        raise TagwrightError(f"The threshold {threshold} is no number from 0 to 1.")
    on_step("reading the document, the taxonomy and the entity profile")
    source = load_entity(Path(entity))
    reporting_period = parse_reporting_period(period, source.profile.fiscal_year_end)
    data = read_bytes(Path(document))
    read = parse_document(data, Path(document).stem, str(document), Path(document).suffix)
    known, package = load_to_file(str(taxonomy))
    if terms is not None:
        from taxonomy.terms import with_terms  # noqa: PLC0415 - who gives no terms need not pay for YAML

        known = with_terms(known, Path(terms))
    check_profile(source, known)
    said = load_decisions(Path(decisions), known) if decisions is not None else NO_DECISIONS
    on_step(f"tagging {len(read.text):,} characters")
    ledger = tag_document(
        read, known, source.profile, reporting_period, language=language, threshold=threshold
    )
    ledger, findings = apply_decisions(ledger, said, read, known, source.profile, language=language)
    spoken = languages_of(prose_of(read), language)[0]
    return Tagged(
        document=read,
        ledger=ledger,
        report=build_report(ledger, known, source.profile, spoken),
        taxonomy=known,
        profile=source.profile,
        reporting_period=reporting_period,
        language=spoken,
        inputs=(
            ("document", Path(document).name, sha256(data).hexdigest()),
            ("entity", Path(entity).name, _digest(Path(entity))),
            *((("terms", Path(terms).name, _digest(Path(terms))),) if terms is not None else ()),
            *((("decisions", said.file, _digest(Path(decisions))),) if decisions is not None else ()),
        ),
        decisions=said,
        findings=findings,
        package=package,
    )


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
