"""The ledger: one row for every figure of a document, in reading order.

A row is a fact, is not a fact (and why), or is unresolved (why, and what it might be). It is the contract
between the tagger and everything after it; `ledger.schema.json` beside this file is its JSON Schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from json import dumps, loads
from typing import Literal, get_args

Status = Literal["fact", "not_a_fact", "unresolved"]
Outcome = Literal["agrees", "contradicts", "not_decided"]

NotAFactCode = Literal[
    "year", "date", "heading_number", "product_name", "index_name", "law_name", "rank", "ordinal",
    "reference", "identifier", "telephone", "tenor", "enumeration", "name", "malformed", "decided",
]  # fmt: skip
UnresolvedCode = Literal[
    "no_concept", "ambiguous", "no_axis", "no_variant", "range", "other_entity", "contradicted",
    "incompatible_unit", "no_unit", "no_period", "left_over", "low_confidence", "chart",
]  # fmt: skip

NOT_A_FACT_CODES: tuple[str, ...] = get_args(NotAFactCode)
UNRESOLVED_CODES: tuple[str, ...] = get_args(UnresolvedCode)

QUALIFIERS = ("exceeds", "nearly", "about", "at_least", "at_most", "cumulative")
"""The parts of a qualifier in the order in which they are joined with `+`."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a figure is not a fact, or not resolved: a code of the closed list and a sentence."""

    code: str
    text: str


@dataclass(
    slots=True
)  # never changed once it is made; not frozen, for making it then takes four times as long
class Evidence:
    """One thing that led to the reading: what it is for, the words, and where they stand.

    kind: "concept", "member", "unit", "period", "change", "growth", "share", "level", "qualifier",
          "scope", "inherited", "heading", "caption", "arithmetic", "position", "unreported",
          "decision", …
    target: the QName or period it speaks for, or an empty string.
    start, end: offsets in text.txt, -1 where the words stand nowhere (a default).
    """

    kind: str
    text: str
    target: str = ""
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Alternative:
    """A runner-up."""

    concept: str
    dimensions: tuple[tuple[str, str], ...]
    period: str | None
    unit: str | None
    confidence: float


@dataclass(slots=True)  # as Evidence
class Row:
    """One figure of the document. The keys are those of the contract in docs/ledger.md.

    value: a plain decimal string in base units, None for nil. decimals: an integer or "INF".
    period: "2024-12-31" (end of that day) or "2024-01-01/2024-12-31" (both ends inclusive).
    """

    id: str
    fact: str | None
    start: int
    end: int
    text: str
    place: dict[str, str | int]
    status: Status
    reason: Reason | None = None
    value: str | None = None
    unit: str | None = None
    decimals: int | Literal["INF"] | None = None
    qualifier: str = ""
    period: str | None = None
    concept: str | None = None
    dimensions: tuple[tuple[str, str], ...] = ()
    confidence: float | None = None
    evidence: tuple[Evidence, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    proofs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """A check of rounded numbers against each other.

    kind: "level_change_growth", "same_fact", "parts_of_whole", "total", "between", "chart", …
    rows: ids of the rows it took part in. slack: how wide the check was, as a share of the value tested;
    an empty string where it has none.
    """

    id: str
    kind: str
    rows: tuple[str, ...]
    outcome: Outcome
    slack: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """All rows and proofs of one document, and the text that their offsets count in."""

    text: str
    rows: tuple[Row, ...]
    proofs: tuple[Proof, ...] = ()

    def facts(self) -> Iterator[Row]:
        """Yield the rows that are facts."""
        return (row for row in self.rows if row.status == "fact")


def row_to_json(row: Row) -> str:
    """Return the row as one line of ledger.jsonl, without the line end."""
    plain = asdict(row)
    plain["dimensions"] = dict(row.dimensions)
    for alternative in plain["alternatives"]:
        alternative["dimensions"] = dict(alternative["dimensions"])
    return dumps(plain, ensure_ascii=False)


def rows_to_jsonl(rows: Iterable[Row]) -> str:
    """Return the text of ledger.jsonl."""
    return "".join(row_to_json(row) + "\n" for row in rows)


def row_from_json(line: str) -> Row:
    """Return the row that one line of ledger.jsonl holds.

    Raises: ValueError or KeyError or TypeError where the line is no such row.
    """
    plain = loads(line)
    known = {field.name for field in fields(Row)}
    given = {key: value for key, value in plain.items() if key in known}
    given["dimensions"] = tuple(plain["dimensions"].items())
    given["reason"] = Reason(**plain["reason"]) if plain.get("reason") else None
    given["evidence"] = tuple(Evidence(**item) for item in plain.get("evidence", ()))
    given["alternatives"] = tuple(
        Alternative(**{**item, "dimensions": tuple(item["dimensions"].items())})
        for item in plain.get("alternatives", ())
    )
    given["proofs"] = tuple(plain.get("proofs", ()))
    return Row(**given)
