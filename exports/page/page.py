"""One self-contained file to look at: the text with every figure marked, and all that is known of each.

The file asks for nothing outside itself and its policy forbids it to: no address is loaded, only the one
script and the one style sheet whose hashes stand in it run, and no text can become markup.

Spec: Content Security Policy Level 3, section 6; HTML, section 4.12.1.3 (what a script element may hold).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Protocol

from exports.page.choices import describe_choices, name_the_rest
from exports.page.contradictions import tell_contradictions
from exports.page.coverage import count_coverage, mark_rows
from exports.page.markup import render_text
from exports.page.overview import render_filters, render_overview
from exports.page.payload import (
    describe_findings,
    describe_proofs,
    describe_rows,
    describe_series,
    name_everything,
    say_everything,
)
from exports.page.sentences import say_sentences
from exports.page.series import level_series
from exports.page.words import LANGUAGES, interface_language, words_of
from tagger.decisions.file import NO_DECISIONS, Decisions
from taxonomy.offline_page import Json, fill, policy, script_json

if TYPE_CHECKING:
    from tagger.document import Document
    from tagger.ledger import Ledger
    from tagger.profile import Profile
    from taxonomy.errors import Finding
    from taxonomy.model import Taxonomy

_SCRIPTS = ("page.js", "choices.js", "deciding.js", "detail.js", "charts.js", "start.js")


class FileVerdict(Protocol):
    """The judgement of one file, as validation gives it."""

    @property
    def file(self) -> str:
        """Return the file's name."""

    @property
    def outcome(self) -> str:
        """Return "valid", "invalid" or "not_validated"."""

    @property
    def facts(self) -> int | None:
        """Return how many facts were loaded from it, None where nobody knows."""

    @property
    def findings(self) -> Sequence[Finding]:
        """Return what was found wrong with it."""

    @property
    def reason(self) -> str | None:
        """Return why it was not validated, or is not valid."""


def write_page(
    ledger: Ledger,
    document: Document,
    taxonomy: Taxonomy,
    profile: Profile,
    findings: Sequence[Finding],
    verdicts: Sequence[FileVerdict],
    language: str,
    decisions: Decisions = NO_DECISIONS,
) -> bytes:
    """Return `report.html`.

    language: of the text, and of the interface at first. decisions: what a person said before, which the
    page's own file of decisions will hold again.
    """
    words = words_of(interface_language(language))
    marks = mark_rows(ledger)
    coverage = count_coverage(ledger, marks)
    undisputed = (row for row in ledger.facts() if marks[row.id] == "fact")
    names = name_everything(ledger, taxonomy)
    told = tell_contradictions(ledger, taxonomy)
    data: dict[str, Json] = {
        "language": words.language,
        "words": {each: _words(each) for each in LANGUAGES},
        "rows": describe_rows(ledger, document, marks, taxonomy, told),
        "names": names | name_the_rest(taxonomy, names, LANGUAGES),
        **describe_choices(ledger, document, taxonomy, profile, decisions),
        **say_everything(ledger, taxonomy, profile),
        "proofs": describe_proofs(ledger.proofs, told),
        "said": say_sentences(ledger, told, [each.reason for each in verdicts]),
        "findings": describe_findings(_distinct(findings, verdicts)),
        "verdicts": [
            {"file": each.file, "outcome": each.outcome, "facts": each.facts, "reason": each.reason}
            for each in verdicts
        ],
        "series": describe_series(level_series(undisputed, taxonomy), taxonomy),
    }
    style, script = _asset("page.css"), "\n".join(_asset(name) for name in _SCRIPTS)
    parts = {
        "language": words.language,
        "text-language": escape(language),
        "policy": policy(style, script),
        "name": escape(document.name),
        "entity": escape(profile.name),
        "identifier": escape(profile.identifier),
        "style": style,
        "languages": _language_buttons(words.language),
        "filters": render_filters(coverage, words),
        "overview": render_overview(coverage, verdicts, words),
        "text": render_text(document, ledger.rows, marks, coverage.strays),
        "data": script_json(data),
        "script": script,
    }
    # A lone surrogate, which JSON can carry but UTF-8 cannot, becomes one "?", so that offsets stand.
    return fill(_asset("template.html"), parts, words.texts).encode("utf-8", "replace")


def _distinct(findings: Sequence[Finding], verdicts: Sequence[FileVerdict]) -> list[Finding]:
    """Return each finding once; one that leads back to figures stands before its bare form."""
    found: dict[tuple[str, str, str, str], Finding] = {}
    for finding in (*findings, *(each for verdict in verdicts for each in verdict.findings)):
        key = (finding.severity, finding.code, finding.message, finding.file)
        if key not in found or (finding.rows and not found[key].rows):
            found[key] = finding
    return list(found.values())


def _words(language: str) -> dict[str, Json]:
    words = words_of(language)
    return {"name": words.name, **words.texts}


@cache
def _asset(name: str) -> str:
    return (files("exports.page") / name).read_text("utf-8")


def _language_buttons(chosen: str) -> str:
    return "".join(
        f'<button type="button" data-language="{each}" lang="{each}" '
        f'aria-pressed="{str(each == chosen).lower()}">'
        f"{escape(words_of(each).name)}</button>"
        for each in LANGUAGES
    )
