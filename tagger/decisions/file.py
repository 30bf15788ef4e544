"""A person's word about figures, from its YAML file: this is that fact, this is none, this stands as printed.

Every mistake is reported at its line and column, and what a decision says is held against the taxonomy.
Which figure is meant is told by its sentence (`tagger.decisions.sentences`); whether that sentence is still there is
found out later, in `tagger.decisions.applied`.

Spec: docs/decisions-file.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tagger.decisions.period_text import is_instant, period_problem
from tagger.decisions.sentences import without_blanks
from tagger.ledger import NOT_A_FACT_CODES, Reason
from taxonomy.errors import TagwrightError
from taxonomy.item_types import is_numeric, unit_of
from taxonomy.source_keys import Keys
from taxonomy.source_walk import Walker
from taxonomy.yaml_nodes import MAXIMUM_BYTES, Entry, SourceError, parse_yaml

if TYPE_CHECKING:
    from yaml.nodes import Node

    from taxonomy.model import Concept, Taxonomy

DECIDED = Reason("decided", "a person decided that it is none")

_DOCUMENT = Keys(("decisions",))
_DECISION = Keys(("sentence", "figure"), ("occurrence", "fact", "not_a_fact", "accept", "note"))
_FACT = Keys(("concept",), ("dimensions", "period", "unit"))
_NOT_A_FACT = Keys((), ("code", "text"))
_OCCURRENCE = re.compile(r"([1-9][0-9]{0,6})(?: of ([1-9][0-9]{0,6}))?")
_CURRENCY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class DecidedFact:
    """Which fact a figure states. period and unit None stay as the figure was read."""

    concept: str
    dimensions: tuple[tuple[str, str], ...] = ()
    period: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person says of one figure: which fact it is or why it is none, and whether it stands as printed.

    occurrence, of: which of several equal figures in equal sentences, and how many there were, if it is told.
    line, column: where the decision stands in its file.
    """

    sentence: str
    figure: str
    occurrence: int | None = None
    of: int | None = None
    fact: DecidedFact | None = None
    not_a_fact: Reason | None = None
    accept: bool = False
    note: str = ""
    line: int = 1
    column: int = 1

    @property
    def key(self) -> tuple[str, str]:
        """Return what is compared with the document: sentence and figure without blanks."""
        return without_blanks(self.sentence), without_blanks(self.figure)


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions of a file. `file`: its name, without folder."""

    file: str = ""
    items: tuple[Decision, ...] = ()


NO_DECISIONS = Decisions()


def load_decisions(path: Path, taxonomy: Taxonomy) -> Decisions:
    """Read a file of decisions and hold it against the taxonomy.

    Raises: SourceError (all mistakes), TagwrightError (the file cannot be read).
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAXIMUM_BYTES + 1)
    except OSError as error:
        raise TagwrightError(
            f"{path}: the decisions cannot be read ({error.strerror}): check the path"
        ) from None
    reader = _Reader(Walker(str(path)), taxonomy)
    items = tuple(reader.decisions(parse_yaml(data, str(path))))
    if reader.walker.findings:
        raise SourceError(tuple(reader.walker.findings))
    return Decisions(path.name, items)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the nodes of one file against a taxonomy; the walker collects the mistakes."""

    walker: Walker
    taxonomy: Taxonomy

    def decisions(self, root: Node) -> Iterator[Decision]:
        """Yield the decisions that could be read."""
        entries = self.walker.record(root, "the file of decisions", _DOCUMENT)
        seen: dict[tuple[tuple[str, str], int | None], int] = {}
        for node in self.walker.listing(entries["decisions"].value, "decisions") if entries else ():
            decision = self._decision(node)
            if decision is None:
                continue
            key = (decision.key, decision.occurrence)
            if key in seen:
                message = f"this figure is decided on line {seen[key]} already: remove one of the two"
                self.walker.fail(node, "duplicate", message)
            seen.setdefault(key, decision.line)
            yield decision

    def _decision(self, node: Node) -> Decision | None:
        walker = self.walker
        entries = walker.record(node, "a decision", _DECISION)
        texts = {key: self._text(entries.get(key), key) for key in ("sentence", "figure", "note")}
        occurrence, of = self._occurrence(entries.get("occurrence"))
        fact = self._fact(entries["fact"].value) if "fact" in entries else None
        reason = self._reason(entries["not_a_fact"].value) if "not_a_fact" in entries else None
        accept = "accept" in entries and self._accept(entries["accept"].value)
        self._one_word(node, entries)
        sentence, figure = texts["sentence"], texts["figure"]
        if not sentence or not figure:
            return None
        if without_blanks(figure) not in without_blanks(sentence):
            message = f'the sentence does not hold the figure "{figure}": write both as they are printed'
            walker.fail(entries["figure"].value, "value", message)
        mark = node.start_mark
        return Decision(
            sentence, figure, occurrence, of, fact, reason, accept, texts["note"] or "",
            mark.line + 1, mark.column + 1,
        )  # fmt: skip

    def _text(self, entry: Entry | None, what: str) -> str | None:
        return self.walker.any_text(entry.value, what) if entry else None

    def _one_word(self, node: Node, entries: dict[str, Entry]) -> None:
        said = [key for key in ("fact", "not_a_fact", "accept") if key in entries]
        if entries and not said:
            message = "the decision decides nothing: add one of fact, not_a_fact and accept"
            self.walker.fail(node, "missing-key", message)
        elif "not_a_fact" in said and len(said) > 1:
            message = (
                f"a figure that is no fact cannot have {said[0] if said[0] != 'not_a_fact' else said[1]} too"
            )
            self.walker.fail(entries["not_a_fact"].key, "value", message)

    def _occurrence(self, entry: Entry | None) -> tuple[int | None, int | None]:
        text = self._text(entry, "occurrence")
        if entry is None or text is None:
            return None, None
        match = _OCCURRENCE.fullmatch(text)
        number, of = (int(match[1]), int(match[2] or 0) or None) if match else (0, None)
        if not number or (of and number > of):
            message = (
                f'occurrence "{text}" is none: write the number of the figure and how many, such as 1 of 2'
            )
            self.walker.fail(entry.value, "value", message)
        return number, of

    def _accept(self, node: Node) -> bool:
        value = self.walker.value(node, "accept")
        if value is not True:
            self.walker.fail(node, "value", "accept can only be true: remove it where nothing is accepted")
        return value is True

    def _reason(self, node: Node) -> Reason | None:
        entries = self.walker.record(node, "not_a_fact", _NOT_A_FACT)
        code = DECIDED.code
        if "code" in entries:
            code = self.walker.choice(entries["code"].value, "code", NOT_A_FACT_CODES) or code
        return Reason(code, self._text(entries.get("text"), "text") or DECIDED.text)

    def _fact(self, node: Node) -> DecidedFact | None:
        entries = self.walker.record(node, "fact", _FACT)
        if "concept" not in entries:
            return None
        name = self.walker.text(entries["concept"].value, "concept")
        concept = self._concept(entries["concept"].value, name) if name else None
        dimensions = self._dimensions(entries.get("dimensions"), concept)
        period = self._text(entries.get("period"), "period")
        unit = self._text(entries.get("unit"), "unit")
        if concept is None:
            return None
        if period and (problem := period_problem(period, concept)):
            self.walker.fail(entries["period"].value, "value", problem)
        if unit and (problem := unit_problem(unit, concept)):
            self.walker.fail(entries["unit"].value, "value", problem)
        return DecidedFact(concept.qname, dimensions, period, unit.rpartition(":")[2] if unit else None)

    def _concept(self, node: Node, name: str) -> Concept | None:
        known = self.taxonomy.concept_by_qname.get(name)
        if known is None:
            hint = self.walker.hint(name, self.taxonomy.concept_by_qname)
            message = (
                f'the taxonomy {self.taxonomy.prefix} {self.taxonomy.version} has no concept "{name}"{hint}'
            )
            self.walker.fail(node, "reference", message)
        elif not is_numeric(known.type):
            self.walker.fail(node, "value", f"{name} is of type {known.type}: a figure cannot be its value")
        return known

    def _dimensions(self, entry: Entry | None, concept: Concept | None) -> tuple[tuple[str, str], ...]:
        found: dict[str, str] = {}
        for name, member in self.walker.mapping(entry.value, "dimensions").items() if entry else ():
            text = self.walker.text(member.value, f"the member of {name}")
            problem = self._member_problem(name, text) if text else ""
            if problem:
                self.walker.fail(member.value if name in self.taxonomy.axis_by_qname else member.key,
                                 "reference", problem)  # fmt: skip
            elif text:
                found[name] = text
        if entry and concept and not self.taxonomy.permits(concept.qname, frozenset(found)):
            allowed = ", ".join(sorted(self.taxonomy.axes_of[concept.qname])) or "none"
            axes = " and ".join(sorted(found))
            message = f"no hypercube lets {concept.qname} carry {axes}; the axes it may carry are: {allowed}"
            self.walker.fail(entry.value, "value", message)
        return tuple(sorted(found.items()))

    def _member_problem(self, axis: str, member: str) -> str:
        found = self.taxonomy.axis_by_qname.get(axis)
        if found is None:
            return f'the taxonomy has no axis "{axis}"{self.walker.hint(axis, self.taxonomy.axis_by_qname)}'
        if member == found.default:
            return f"{member} is what {axis} means without a word: leave the axis out"
        names = [each.qname for each in found.members if each.usable]
        return (
            ""
            if member in names
            else f'the axis {axis} has no member "{member}"{self.walker.hint(member, names)}'
        )


def unit_problem(unit: str, concept: Concept) -> str:
    """Return why a fact of the concept cannot have the unit, or an empty string."""
    expected = unit_of(concept)
    if expected == "":
        return "" if _CURRENCY.fullmatch(unit) else (
            f"{concept.qname} is an amount of money: its unit is a currency such as CNY, not {unit}"
        )  # fmt: skip
    if expected is not None and expected.startswith("/"):
        currency, slash, per = unit.partition("/")
        return "" if _CURRENCY.fullmatch(currency) and f"{slash}{per.rpartition(':')[2]}" == expected else (
            f"{concept.qname} is money by the unit: its unit is a currency over it such as CNY{expected}, not {unit}"
        )  # fmt: skip
    if expected is None or unit.rpartition(":")[2] == expected:
        return ""
    return f"the unit of {concept.qname} is {expected}, not {unit}"


def fits(period: str, concept: Concept) -> bool:
    """Return whether the period is of the concept's period type."""
    return is_instant(period) == (concept.period_type == "instant")
