"""Hold a ledger against gold figures: what was missed, what differs, what was tagged that is no fact.

A figure of the ledger and a gold row are the same figure where their first digits are (a figure without a
digit, 七成, where they start). Names are compared without their prefix, values as decimals.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Literal

from tagwright.score_input import COLUMNS, STATUS_OF_KIND, Json, read_gold, read_ledger, read_text

_DIGIT = re.compile(r"[0-9０-９]")
_AROUND = 10

DifferenceKind = Literal["missed", "differs", "no fact", "status", "no row"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as gold has it; `at` is an offset in the text."""

    kind: DifferenceKind
    at: int
    message: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many facts gold has, how many were tagged there, and how many of those are right."""

    gold: int
    tagged: int
    whole: int

    @property
    def precision(self) -> float:
        """Return the share of the tagged figures that are right."""
        return self.whole / self.tagged if self.tagged else 0.0

    @property
    def recall(self) -> float:
        """Return the share of the gold facts that are right."""
        return self.whole / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Confusion:
    """What stands in a column where gold has something else, and how often; "" is nothing: missed, or no fact."""

    column: str
    got: str
    wanted: str
    count: int


@dataclass(frozen=True)
class Score(Tally):
    """How one or more ledgers agree with gold. `right` counts the found facts that are right, by column.

    phenomena: the same counts for the gold rows that name a phenomenon. `differences` are of one ledger alone.
    """

    found: int
    right: tuple[tuple[str, int], ...]
    differences: tuple[Difference, ...]
    confusions: tuple[Confusion, ...] = ()
    phenomena: tuple[tuple[str, Tally], ...] = ()

    def of_column(self, name: str) -> Tally:
        """Return the counts of one column by itself."""
        return Tally(self.gold, self.tagged, dict(self.right)[name])

    @property
    def is_full_match(self) -> bool:
        """Return whether nothing differs: every fact, every status, every digit."""
        return not self.differences and self.whole == self.gold

    def count(self, kind: DifferenceKind) -> int:
        """Return the number of differences of one kind."""
        return sum(difference.kind == kind for difference in self.differences)


def score_files(ledger: Path | str, gold: Path | str, text: Path | str | None = None) -> Score:
    """Score a ledger file against a gold file; the text is text.txt beside the ledger if it is not given.

    Raises: ScoreError where a file cannot be read or is not what it should be.
    """
    whole = read_text(Path(ledger), None if text is None else Path(text))
    return score(read_ledger(Path(ledger), len(whole)), read_gold(Path(gold), len(whole)), whole)


def score(ledger: list[Json], gold: list[Json], text: str) -> Score:
    """Score ledger rows against gold rows."""
    by_place = {_first_digit(text, row["start"], row["end"]): row for row in ledger}
    facts = {at: row for at, row in by_place.items() if row["status"] == "fact"}
    wanted = {_first_digit(text, int(row["start"]), int(row["end"])): row for row in gold}
    gold_facts = {at: row for at, row in wanted.items() if row["kind"] == "fact"}
    wrong = {at: _wrong_columns(gold_facts[at], facts[at]) for at in sorted(gold_facts) if at in facts}
    differences = (
        *_fact_differences(gold_facts, wrong),
        *_false_facts(facts, gold_facts),
        *_wrong_statuses(wanted, by_place),
        *_bare_digits(text, ledger),
    )
    return Score(
        gold=len(gold_facts),
        tagged=len(facts),
        found=len(wrong),
        whole=sum(not columns for columns in wrong.values()),
        right=tuple((name, sum(name not in columns for columns in wrong.values())) for name in COLUMNS),
        differences=differences,
        confusions=_confusions(gold_facts, facts, wrong),
        phenomena=_phenomena(wanted, facts, wrong),
    )


def sum_of(scores: Iterable[Score]) -> Score:
    """Return the counts of several documents together, without their differences' places."""
    every = list(scores)
    right: Counter[str] = Counter()
    confused: Counter[tuple[str, str, str]] = Counter()
    tallies: dict[str, list[Tally]] = {}
    for one in every:
        right.update(dict(one.right))
        confused.update({(each.column, each.got, each.wanted): each.count for each in one.confusions})
        for name, tally in one.phenomena:
            tallies.setdefault(name, []).append(tally)
    return Score(
        gold=sum(one.gold for one in every),
        tagged=sum(one.tagged for one in every),
        found=sum(one.found for one in every),
        whole=sum(one.whole for one in every),
        right=tuple((name, right[name]) for name in COLUMNS),
        differences=tuple(difference for one in every for difference in one.differences),
        confusions=_ranked(confused),
        phenomena=tuple((name, _summed(tallies[name])) for name in sorted(tallies)),
    )


def _summed(tallies: list[Tally]) -> Tally:
    return Tally(*(sum(getattr(one, name) for one in tallies) for name in ("gold", "tagged", "whole")))


def _confusions(
    gold: Mapping[int, Json], facts: Mapping[int, Json], wrong: Mapping[int, dict[str, str]]
) -> tuple[Confusion, ...]:
    found: Counter[tuple[str, str, str]] = Counter()
    for at, columns in wrong.items():
        found.update(
            (name, _shown(name, facts[at].get(name)), _shown(name, gold[at][name])) for name in columns
        )
    found.update(("concept", "", _local(row["concept"])) for at, row in gold.items() if at not in facts)
    found.update(("concept", _local(row.get("concept")), "") for at, row in facts.items() if at not in gold)
    return _ranked(found)


def _ranked(found: Counter[tuple[str, str, str]]) -> tuple[Confusion, ...]:
    """Return the confusions by column, the most frequent first."""
    order = {name: number for number, name in enumerate(COLUMNS)}
    ranked = sorted(found.items(), key=lambda item: (order[item[0][0]], -item[1], item[0]))
    return tuple(Confusion(*key, count) for key, count in ranked)


def _shown(column: str, given: object) -> str:
    if column == "dimensions":
        return ";".join(sorted(f"{axis}={member}" for axis, member in _dimensions(given)))
    return _local(given) if column in ("concept", "unit") else _plain(given)


def _phenomena(
    gold: Mapping[int, Json], facts: Mapping[int, Json], wrong: Mapping[int, dict[str, str]]
) -> tuple[tuple[str, Tally], ...]:
    rows: dict[str, list[int]] = {}
    for at, row in gold.items():
        for name in re.split(r"[;,]\s*", (row.get("phenomena") or "").strip()):
            if name:
                rows.setdefault(name, []).append(at)
    return tuple(
        (
            name,
            Tally(
                sum(gold[at]["kind"] == "fact" for at in rows[name]),
                sum(at in facts for at in rows[name]),
                sum(at in wrong and not wrong[at] for at in rows[name]),
            ),
        )
        for name in sorted(rows)
    )


def _first_digit(text: str, start: int, end: int) -> int:
    digit = _DIGIT.search(text, start, end)
    return digit.start() if digit else start


def _local(name: object) -> str:
    return str(name or "").rpartition(":")[2]


def _dimensions(given: object) -> frozenset[tuple[str, str]]:
    pairs = given.items() if isinstance(given, Mapping) else _written_dimensions(str(given or ""))
    return frozenset((_local(axis), _local(member)) for axis, member in pairs)


def _written_dimensions(given: str) -> Iterator[tuple[str, str]]:
    for pair in filter(None, given.split(";")):
        axis, _, member = pair.partition("=")
        yield axis, member


def _number(given: object) -> object:
    text = "" if given is None else str(given)
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return number if number.is_finite() else text  # NaN is equal to nothing, a signalling one raises


def _plain(given: object) -> str:
    return "" if given is None else str(given)


_COMPARED: dict[str, Callable[[object], object]] = {
    "concept": _local,
    "unit": _local,
    "dimensions": _dimensions,
    "value": _number,
    "period": _plain,
    "decimals": _plain,
    "qualifier": _plain,
}


def _wrong_columns(wanted: Json, fact: Json) -> dict[str, str]:
    """Return what is wrong, by column: a phrase that says what stands there and what should."""
    return {
        name: f"{name} {fact.get(name)!r}, not {wanted[name]!r}"
        for name in COLUMNS
        if _COMPARED[name](wanted[name]) != _COMPARED[name](fact.get(name))
    }


def _fact_differences(gold: Mapping[int, Json], wrong: Mapping[int, dict[str, str]]) -> Iterator[Difference]:
    for at, row in sorted(gold.items()):
        if at not in wrong:
            yield Difference("missed", at, f"{row['text']!r}: {row['concept']}")
        elif wrong[at]:
            yield Difference("differs", at, f"{row['text']!r}: {'; '.join(wrong[at].values())}")


def _false_facts(facts: Mapping[int, Json], gold: Mapping[int, Json]) -> Iterator[Difference]:
    for at in sorted(set(facts) - set(gold)):
        yield Difference("no fact", at, f"{facts[at].get('text')!r} is tagged {facts[at].get('concept')}")


def _wrong_statuses(wanted: Mapping[int, Json], ledger: Mapping[int, Json]) -> Iterator[Difference]:
    """Yield gold rows that are no fact and have another status; a fact there is told by `_false_facts`."""
    for at, row in sorted(wanted.items()):
        if row["kind"] == "fact":
            continue
        status = ledger[at]["status"] if at in ledger else "in no row"
        if status not in (STATUS_OF_KIND[row["kind"]], "fact"):
            note = f": {row['note']}" if row.get("note") else ""
            yield Difference(
                "status", at, f"{row['text']!r} is {status}, not {STATUS_OF_KIND[row['kind']]}{note}"
            )


def _bare_digits(text: str, ledger: list[Json]) -> Iterator[Difference]:
    covered = bytearray(len(text))
    for row in ledger:
        covered[row["start"] : row["end"]] = b"\1" * (row["end"] - row["start"])
    for digit in _DIGIT.finditer(text):
        if not covered[digit.start()]:
            at = digit.start()
            yield Difference("no row", at, f"a digit in {text[max(0, at - _AROUND) : at + _AROUND]!r}")
