"""What a validation says, for programs and for people, and the way back from a message to the sentence.

"Valid" is a strong word: it is given only where Arelle finished, loaded the expected number of facts and
found no error. Whatever else happened is "invalid" (with findings) or "not validated" (with a reason).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from json import dumps
from typing import TYPE_CHECKING, Literal

from exports.evaluations import Evaluations, evaluations_in_words, evaluations_plain
from exports.filing import fact_id, mention_ids
from taxonomy.errors import Finding

if TYPE_CHECKING:
    from tagger.ledger import Ledger, Proof, Row

VerdictOutcome = Literal["valid", "invalid", "not_validated"]

_SENTENCE_END = re.compile(r"[。；！？;!?]|\n[ \t\u3000\r]*\n")
_BROKEN_LINE = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\r]*\n\s*|[ \t\r]*\n\s*(?=[\u3000-\u9fff\uff00-\uffef])"
)
_REACH = 300
"""Characters to each side within which a sentence is looked for."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What validation says of one file.

    facts: the number that Arelle loaded, None where it did not get that far.
    fact_ids: for each finding the ids of the facts that it is about.
    reason: why the file was not validated, else an empty string.
    evaluations: of the assertions of its taxonomy's formulas; none where there are none or they were not run.
    """

    file: str
    outcome: VerdictOutcome
    facts: int | None = None
    findings: tuple[Finding, ...] = ()
    fact_ids: tuple[tuple[str, ...], ...] = ()
    reason: str = ""
    evaluations: tuple[Evaluations, ...] = ()


def verdict_from_json(plain: dict[str, object]) -> Verdict:
    """Return the verdict that a child process sent.

    Raises: KeyError, TypeError or ValueError where it is none.
    """
    match plain:
        case {
            "file": str(file),
            "outcome": ("valid" | "invalid" | "not_validated") as outcome,
            "facts": (int() | None) as facts,
            "findings": list(findings),
            "fact_ids": list(fact_ids),
            "reason": str(reason),
        }:
            found = tuple(Finding(**{**item, "rows": tuple(item["rows"])}) for item in findings)
            ids = tuple(tuple(names) for names in fact_ids)
            evaluations = plain.get("evaluations", [])
            counted = (
                tuple(Evaluations(**item) for item in evaluations) if isinstance(evaluations, list) else ()
            )
            return Verdict(file, outcome, facts, found, ids, reason, counted)
        case _:
            raise ValueError("not a verdict")


def lead_back(verdicts: Iterable[Verdict], ledger: Ledger) -> tuple[Verdict, ...]:
    """Return the verdicts with the ledger rows and the sentence of each finding filled in."""
    rows_of: dict[str, list[Row]] = {}
    by_id = {row.id: row for row in ledger.rows}
    for row in ledger.facts():
        rows_of.setdefault(fact_id(row), []).append(row)
    for tag, row_id in mention_ids(ledger.facts()).items():
        rows_of.setdefault(tag, [by_id[row_id]])
    return tuple(
        replace(
            verdict,
            findings=tuple(
                _placed(finding, ids, rows_of, ledger.text)
                for finding, ids in zip(verdict.findings, verdict.fact_ids, strict=True)
            ),
        )
        for verdict in verdicts
    )


def findings_for_ledger(verdicts: Iterable[Verdict], ledger: Ledger) -> tuple[Finding, ...]:
    """Return all findings, each with the rows that it leads back to and the sentence of the first."""
    return tuple(finding for verdict in lead_back(verdicts, ledger) for finding in verdict.findings)


def _placed(finding: Finding, ids: Sequence[str], rows_of: dict[str, list[Row]], text: str) -> Finding:
    rows = list({row.id: row for name in ids for row in rows_of.get(name, ())}.values())
    if not rows:
        return finding
    sentence = sentence_around(text, rows[0].start, rows[0].end)
    return replace(finding, rows=tuple(row.id for row in rows), sentence=sentence)


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence that holds text[start:end] on one line, no breaks between Han characters."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    begin = low
    for mark in _SENTENCE_END.finditer(text, low, start):
        begin = mark.end()
    mark_after = _SENTENCE_END.search(text, end, high)
    stop = mark_after.end() if mark_after else high
    return " ".join(_BROKEN_LINE.sub("", text[begin:stop].strip()).split())


def validation_json(
    verdicts: Sequence[Verdict],
    ledger: Ledger,
    versions: Sequence[tuple[str, str]] = (),
    findings: Sequence[Finding] = (),
    told: Mapping[str, Mapping[str, str]] | None = None,
) -> bytes:
    """Return the text of validation.json: verdicts with findings, the ledger's proofs, and versions.

    findings: of no file of the filing, such as decisions that no longer match the document.
    told: of checks that contradict, by id and language, the sentence with the numbers, which becomes their text.

    Shape: {"versions": {…}, "outcome", "files": [{"file", "outcome", "facts", "reason", "findings": […],
    "formulas": null or {"satisfied", "unsatisfied", "not_evaluated", "assertions": [{"id", "satisfied", "unsatisfied"}]}}],
    "findings": [{"severity", "code", "message", "file", "line", "column", "rows", "sentence"}],
    "proofs": [{"id", "kind", "rows", "outcome", "slack", "text"}]}.
    """
    placed = lead_back(verdicts, ledger)
    plain = {
        "versions": dict(sorted(versions)),
        "outcome": overall(verdicts),
        "files": [_verdict_plain(verdict) for verdict in placed],
        "findings": [asdict(finding) for finding in findings],
        "proofs": [_proof_plain(proof, told or {}) for proof in ledger.proofs],
    }
    return (dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()


def verdicts_json(verdicts: Sequence[Verdict]) -> str:
    """Return the verdicts as JSON for other programs: {"outcome", "files": […]} as in validation.json."""
    plain = {"outcome": overall(verdicts), "files": [_verdict_plain(verdict) for verdict in verdicts]}
    return dumps(plain, ensure_ascii=False, indent=1)


def _verdict_plain(verdict: Verdict) -> dict[str, object]:
    plain = asdict(verdict)
    del plain["fact_ids"], plain["evaluations"]
    return plain | {"formulas": evaluations_plain(verdict.evaluations)}


def _proof_plain(proof: Proof, told: Mapping[str, Mapping[str, str]]) -> dict[str, object]:
    return asdict(proof) | ({"text": told[proof.id]["en"]} if proof.id in told else {})


def overall(verdicts: Iterable[Verdict]) -> VerdictOutcome:
    """Return the worst outcome; of no file at all, that nothing was validated."""
    outcomes = {verdict.outcome for verdict in verdicts}
    if "invalid" in outcomes:
        return "invalid"
    return "valid" if outcomes == {"valid"} else "not_validated"


def verdict_table(verdicts: Sequence[Verdict]) -> str:
    """Return a short table for people: a line for each file, below it what was found."""
    width = max((len(verdict.file) for verdict in verdicts), default=0)
    lines: list[str] = []
    for verdict in verdicts:
        facts = "" if verdict.facts is None else f"{verdict.facts:>9,} facts"
        facts += evaluations_in_words(verdict.evaluations)
        lines.append(f"{verdict.file:<{width}}  {verdict.outcome.replace('_', ' '):<13}{facts}".rstrip())
        if verdict.reason:
            lines.append(f"  {verdict.reason}")
        lines += [_finding_line(finding) for finding in verdict.findings]
    return "\n".join(lines) + "\n" if lines else ""


def _finding_line(finding: Finding) -> str:
    rows = f" [{', '.join(finding.rows)}]" if finding.rows else ""
    sentence = f"\n    {finding.sentence}" if finding.sentence else ""
    return f"  {finding.severity} {finding.code}{rows}: {finding.message}{sentence}"
