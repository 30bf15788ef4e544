"""What a run found, in a few lines for a person and as one object for a program."""

from __future__ import annotations

from collections import Counter
from json import dumps
from typing import TYPE_CHECKING

from exports.page.contradictions import tell_contradictions
from exports.verdict import verdict_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exports.verdict import Verdict
    from tagwright.filing import Written
    from tagwright.tagged import Tagged

_SHOWN_REASONS = 6
MOST_CONTRADICTIONS = 8
"""How many contradictions the summary spells out; the page has them all."""


def summary_lines(tagged: Tagged, written: Written) -> Iterator[str]:
    """Yield the summary for a person; the last line names the page to open."""
    name = tagged.document.name
    yield f"{name}: {len(tagged.ledger.rows)} figures in {len(tagged.document.text):,} characters"
    yield f"  {written.count('fact'):>5} tagged, {written.facts} facts without those said twice"
    yield f"  {written.count('not_a_fact'):>5} are no facts{_reasons(tagged, 'not_a_fact')}"
    yield f"  {written.count('unresolved'):>5} unresolved{_reasons(tagged, 'unresolved')}"
    outcomes = Counter(proof.outcome for proof in tagged.ledger.proofs)
    yield f"  {outcomes['agrees']:>5} checks agree, {outcomes['contradicts']} contradict"
    against = [proof for proof in tagged.ledger.proofs if proof.outcome == "contradicts"]
    told = tell_contradictions(tagged.ledger, tagged.taxonomy)
    for proof in against[:MOST_CONTRADICTIONS]:
        sentence = told[proof.id]["en"] if proof.id in told else proof.text or proof.kind
        yield f"        {', '.join(proof.rows)}: {sentence}"
    if len(against) > MOST_CONTRADICTIONS:
        yield f"        … and {len(against) - MOST_CONTRADICTIONS} more in report.html"
    if not written.facts:
        yield "  Nothing was tagged: see that the taxonomy, the period and the language fit the document."
    yield from _decisions(tagged)
    yield _judgement(written.verdicts)
    yield f"Open {written.folder / 'report.html'}"


def _decisions(tagged: Tagged) -> Iterator[str]:
    """Yield how many decisions were applied, and what became of the others."""
    given, open_ones = len(tagged.decisions.items), len(tagged.findings)
    if given:
        yield f"  {given - open_ones:>5} decisions of {given} applied ({tagged.decisions.file})"
    for finding in tagged.findings:
        rows = f" [{', '.join(finding.rows)}]" if finding.rows else ""
        yield f"        {finding.file}:{finding.line}:{finding.column}:{rows} {finding.message}"


def _judgement(verdicts: Sequence[Verdict]) -> str:
    """Return the table of verdicts, or one line where no file was validated, all for the same reason."""
    reasons = {verdict.reason for verdict in verdicts if verdict.outcome == "not_validated"}
    if len(reasons) == 1 and all(verdict.outcome == "not_validated" for verdict in verdicts):
        return f"Not validated: {', '.join(verdict.file for verdict in verdicts)}. {reasons.pop()}"
    return verdict_table(verdicts).rstrip("\n")


def _reasons(tagged: Tagged, status: str) -> str:
    codes = Counter(row.reason.code for row in tagged.rows(status) if row.reason)
    most = [f"{code} {count}" for code, count in codes.most_common(_SHOWN_REASONS)]
    if len(codes) > _SHOWN_REASONS:
        most.append("…")
    return f" ({', '.join(most)})" if most else ""


def summary_json(tagged: Tagged, written: Written, exit_status: int) -> str:
    """Return the summary for a program.

    Shape: {"document", "folder", "exit_status", "outcome", "figures": {"fact", "not_a_fact", "unresolved"},
    "facts", "contradictions", "decisions": {"given", "applied"}, "reasons": {code: count},
    "validation": [{"file", "outcome", "facts", "reason", "findings"}], "files": [name]}.
    """
    reasons = Counter(row.reason.code for row in tagged.ledger.rows if row.reason)
    plain = {
        "document": tagged.document.name,
        "folder": str(written.folder),
        "exit_status": exit_status,
        "outcome": written.outcome,
        "figures": {status: written.count(status) for status in ("fact", "not_a_fact", "unresolved")},
        "facts": written.facts,
        "contradictions": written.contradictions,
        "decisions": {
            "given": len(tagged.decisions.items),
            "applied": len(tagged.decisions.items) - len(tagged.findings),
        },
        "reasons": dict(sorted(reasons.items())),
        "validation": [
            {
                "file": verdict.file,
                "outcome": verdict.outcome,
                "facts": verdict.facts,
                "reason": verdict.reason,
                "findings": len(verdict.findings),
            }
            for verdict in written.verdicts
        ],
        "files": list(written.files),
    }
    return dumps(plain, ensure_ascii=False, indent=1)
