"""Puts a person's decisions into a ledger: the rows they change, the proofs anew, and what no longer matches.

A decision holds where its sentence still stands with its figure, wherever that is. A sentence that was edited
is no match, however near: a word changed may be the word that mattered. The nearest is told to a person.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tagger.decisions.file import Decision, Decisions, fits, unit_problem
from tagger.decisions.period_text import dates_of
from tagger.decisions.reproof import ACCEPTED, prove_rows, with_reading
from tagger.decisions.sentences import FigureName, name_figures, without_blanks
from tagger.figures.find import find_figures, value_of
from tagger.ledger import Alternative, Evidence, Ledger, Row
from tagger.rows import value_text
from tagger.words.folding import fold
from tagger.words.language import load_language
from tagger.words.prose import prose_of
from tagger.words.script import languages_of
from taxonomy.errors import Finding
from taxonomy.item_types import unit_of

if TYPE_CHECKING:
    from tagger.document import Document
    from tagger.profile import Profile
    from taxonomy.model import Concept, Taxonomy

DECIDED = "decided by a person"

_LIFTED = frozenset({"contradicted", "low_confidence", "left_over", "ambiguous"})
"""Why a figure may be unresolved although its best reading can be accepted."""

_NEAR = 0.4
"""The share of pairs of characters from which on a sentence is worth showing as the nearest."""


class _CannotBeError(Exception):
    """A decision that the figure does not bear; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """What decisions are applied within."""

    document: Document
    taxonomy: Taxonomy
    profile: Profile
    language: str | None


def apply_decisions(
    ledger: Ledger,
    decisions: Decisions,
    document: Document,
    taxonomy: Taxonomy,
    profile: Profile,
    *,
    language: str | None = None,
) -> tuple[Ledger, tuple[Finding, ...]]:
    """Return the ledger as the decisions make it, and a finding for each that could not be applied."""
    if not decisions.items:
        return ledger, ()
    setting = _Setting(document, taxonomy, profile, language)
    names = name_figures(document, ledger.rows)
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        index[name.key].append(number)
    rows = list(ledger.rows)
    findings: list[Finding] = []
    taken: dict[int, int] = {}
    nearest = _Nearest(names, ledger.rows)
    for decision in decisions.items:
        try:
            at = _row_of(decision, index.get(decision.key, []), taken)
            if at is None:
                findings.append(_unmatched(decision, decisions.file, nearest))
            else:
                rows[at] = _applied(rows[at], decision, setting)
                taken[at] = decision.line
        except _CannotBeError as problem:
            found = [ledger.rows[at].id for at in index[decision.key]]
            findings.append(_finding(decision, decisions.file, "not-applied", str(problem), tuple(found)))
    proven, proofs = prove_rows(rows, taxonomy)
    return replace(ledger, rows=proven, proofs=proofs), tuple(findings)


def _row_of(decision: Decision, found: list[int], taken: dict[int, int]) -> int | None:
    """Return the number of the row that a decision means, None where its sentence is gone."""
    if not found:
        return None
    of = len(found)
    if decision.occurrence is None and of > 1:
        raise _CannotBeError(
            f"this figure stands {of} times in sentences of this text: "
            f"say which with occurrence: 1 of {of}, … {of} of {of}"
        )
    occurrence = decision.occurrence or 1
    if occurrence > of or (decision.of is not None and decision.of != of):
        was = f"one of {decision.of}" if decision.of else f"number {occurrence}"
        raise _CannotBeError(
            f"this figure was {was} in sentences of this text and there is now {of}: "
            f"look at it again and write which it is as occurrence: 1 of {of}"
        )
    if found[occurrence - 1] in taken:
        line = taken[found[occurrence - 1]]
        raise _CannotBeError(f"this figure is decided on line {line} already: remove one of the two")
    return found[occurrence - 1]


def _applied(row: Row, decision: Decision, setting: _Setting) -> Row:
    if decision.not_a_fact is not None:
        return Row(
            row.id, None, row.start, row.end, row.text, row.place, "not_a_fact", decision.not_a_fact,
            confidence=1.0, evidence=(_evidence(DECIDED, decision),),
        )  # fmt: skip
    if decision.fact is not None:
        row = _as_fact(row, decision, setting)
    if decision.accept:
        row = _as_printed(row, decision)
    return replace(row, confidence=1.0)


def _evidence(text: str, decision: Decision, target: str = "") -> Evidence:
    return Evidence("decision", f"{text}: {decision.note}" if decision.note else text, target)


def _as_printed(row: Row, decision: Decision) -> Row:
    if row.status == "unresolved":
        if row.reason is None or row.reason.code not in _LIFTED or not row.alternatives:
            why = f" ({row.reason.code})" if row.reason else ""
            raise _CannotBeError(
                f"there is no reading of this figure to accept{why}: say which fact it is, or that it is none"
            )
        row = with_reading(row, row.alternatives[0])
    return replace(row, evidence=(*row.evidence, _evidence(ACCEPTED, decision, row.concept or "")))


def _as_fact(row: Row, decision: Decision, setting: _Setting) -> Row:
    said = decision.fact
    assert said is not None  # noqa: S101  # only asked of decisions with a fact
    concept = setting.taxonomy.concept_by_qname[said.concept]
    if row.status == "not_a_fact":
        row = _read_again(row, setting)
    given = [] if row.concept is None else [_reading_of(row)]
    readings = (*given, *row.alternatives)
    period = said.period or _period(row, readings, concept)
    unit = said.unit or _unit(row, concept, setting.profile)
    others = tuple(
        other
        for other in readings
        if (other.concept, other.dimensions, other.period) != (said.concept, said.dimensions, period)
    )
    return replace(
        row, status="fact", reason=None, fact=None, concept=said.concept, dimensions=said.dimensions,
        period=period, unit=unit, alternatives=others[:4], proofs=(),
        evidence=(_evidence(DECIDED, decision, said.concept),),
    )  # fmt: skip


def _reading_of(row: Row) -> Alternative:
    return Alternative(row.concept or "", row.dimensions, row.period, row.unit, row.confidence or 0.0)


def _period(row: Row, readings: Sequence[Alternative], concept: Concept) -> str:
    """Return the period as read, of a reading of that concept if there is one."""
    read = [other.period for other in readings if other.concept == concept.qname]
    for period in (*read, row.period, *(other.period for other in readings)):
        if period and fits(period, concept):
            return period
    if row.period and concept.period_type == "instant":
        return dates_of(row.period)[1].isoformat()
    raise _CannotBeError(
        f"the time that this figure is of was not read as {concept.qname} needs it: add its period, "
        + ("such as 2024-12-31" if concept.period_type == "instant" else "such as 2024-01-01/2024-12-31")
    )


def _unit(row: Row, concept: Concept, profile: Profile) -> str:
    """Return the unit as read, where a fact of the concept can have it; a count in the concept's own unit."""
    read = row.unit or "count"
    expected = unit_of(concept)
    if expected is None or not unit_problem(read, concept):
        return read
    is_money = len(read) == len(profile.currency) and read.isupper()
    if expected.startswith("/") and is_money:
        return f"{read}{expected}"
    if expected and expected != "pure" and read != "pure" and not is_money and expected[0] != "/":
        return expected
    if expected == "pure" and concept.type != "percent" and not is_money:
        return expected
    wanted = f"{profile.currency}{expected}" if expected[:1] in {"", "/"} else expected
    raise _CannotBeError(
        f"this figure was read in {read}, and {concept.qname} is told in {expected or 'a currency'}: "
        f"choose another concept, or add unit: {wanted} if its value {row.value} is right"
    )


def _read_again(row: Row, setting: _Setting) -> Row:
    """Return a row that was passed over as no fact with the quantity that its text says."""
    words = load_language(*languages_of(prose_of(setting.document), setting.language))
    text = fold(row.text)
    figure = next((each for each in find_figures(text, words) if not each.reason), None)
    if figure is None:
        raise _CannotBeError("its digits form no number: it cannot be a fact")
    value, decimals = value_of(figure)
    kinds = {"money": figure.currency or setting.profile.currency, "count": "count", "": "count"}
    return replace(
        row, value=value_text(value, decimals), decimals="INF" if decimals is None else decimals,
        unit=kinds.get(figure.kind, "pure"), qualifier="+".join(figure.qualifiers),
    )  # fmt: skip


def _unmatched(decision: Decision, file: str, nearest: _Nearest) -> Finding:
    said = f"no figure matches this decision any longer ({decision.figure} in: {_short(decision.sentence)})"
    near = nearest.to(decision)
    if near is None:
        return _finding(decision, file, "no-match", f"{said}; no sentence is near: remove it or look for it")
    name, row = near
    message = (
        f"{said}; the nearest sentence is: {name.sentence}"
        f" Look at {row.text} there and, if it holds, write sentence and figure as they are now"
    )
    return _finding(decision, file, "no-match", message, (row.id,), name.sentence)


def _finding(
    decision: Decision, file: str, code: str, message: str, rows: tuple[str, ...] = (), sentence: str = ""
) -> Finding:
    return Finding(
        "error", f"tagwright:decisions.{code}", message, file, decision.line, decision.column, rows,
        sentence or decision.sentence,
    )  # fmt: skip


_SHOWN = 80


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


class _Nearest:
    """Finds the sentence that shares most pairs of characters with a given one; made when first asked."""

    def __init__(self, names: Sequence[FigureName], rows: Sequence[Row]) -> None:
        """Take the names of all figures and their rows."""
        self.names, self.rows = names, rows
        self._sizes: list[int] = []
        self._holders: dict[str, list[int]] = {}

    def to(self, decision: Decision) -> tuple[FigureName, Row] | None:
        """Return the nearest figure and its row, the one with the most alike text in the nearest sentence."""
        if not self._holders:
            self._build()
        pairs = _pairs(decision.key[0])
        shared: Counter[int] = Counter()
        for pair in pairs:
            shared.update(self._holders.get(pair, ()))
        scored = [
            (2 * count / (len(pairs) + self._sizes[number]), -number) for number, count in shared.items()
        ]
        best = max(scored, default=(0.0, 0))
        if best[0] < _NEAR:
            return None
        sentence = self.names[-best[1]].key[0]
        figure = _pairs(decision.key[1])
        same = [number for number, name in enumerate(self.names) if name.key[0] == sentence]
        number = max(same, key=lambda each: (len(figure & _pairs(self.names[each].key[1])), -each))
        return self.names[number], self.rows[number]

    def _build(self) -> None:
        seen: set[str] = set()
        self._sizes = [0] * len(self.names)
        holders: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self.names):
            sentence = without_blanks(name.sentence)
            if sentence in seen:
                continue
            seen.add(sentence)
            pairs = _pairs(sentence)
            self._sizes[number] = len(pairs)
            for pair in pairs:
                holders[pair].append(number)
        self._holders = holders


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(max(len(text) - 1, 1)))
