"""Holds a tagger against the development set: `python -m tests.development.measure [LANGUAGE]`.

A gold figure and a ledger row are the same where the gold's first digit (or, without one, its start) lies in
the row. Counts are kept for each passage, language, taxonomy and phenomenon, so that a rule that fits one
passage cannot hide in the sum. Spec: the columns of docs/ledger.md.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from tagger.ledger import Ledger, Row
from tagger.profile import Profile
from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from taxonomy.errors import TagwrightError
from taxonomy.load import load_taxonomy
from tests.development.passages import Gold, Passage, load_passages
from tests.development.vocabulary import SOURCES

if TYPE_CHECKING:
    from taxonomy.model import Taxonomy

SURE = 0.9
COLUMNS = ("value", "decimals", "qualifier", "unit", "period", "concept", "dimensions")
_DIGIT = re.compile(r"[0-9０-９]")


def measure(tagged: Callable[[Passage], Ledger], passages: tuple[Passage, ...]) -> dict[str, Counter[str]]:
    """Return counts by group: "all", a passage's name, "language …", "taxonomy …", "phenomenon …"."""
    counts: dict[str, Counter[str]] = {}
    for passage in passages:
        one = _counted(passage, tagged(passage))
        groups = ["all", passage.name, f"language {passage.language}", f"taxonomy {passage.taxonomy}"]
        for group in groups + [f"phenomenon {name}" for name in passage.phenomena]:
            counts.setdefault(group, Counter()).update(one)
    return counts


def profile_of(passage: Passage, taxonomy: Taxonomy) -> Profile:
    """Return the entity profile that the passage's head describes."""
    month, day = passage.fiscal_year_end.split("-")
    prefix = taxonomy.prefix
    members = tuple(
        (words, f"{prefix}:{axis}", f"{prefix}:{member}") for words, axis, member in passage.members
    )
    return Profile(
        name=passage.entity,
        scheme="http://example.org/scheme",
        identifier=passage.name,
        currency=passage.currency,
        fiscal_year_end=(int(month), int(day)),
        aliases=passage.aliases,
        members=members,
    )


def tag_passage(passage: Passage) -> Ledger:
    """Tag a passage with the project's own tagger; an empty ledger where it refuses the text."""
    taxonomy = _taxonomy(passage.taxonomy)
    profile = profile_of(passage, taxonomy)
    period = parse_reporting_period(passage.period, profile.fiscal_year_end)
    try:
        document = parse_document(passage.text.encode(), passage.name)
        return tag_document(document, taxonomy, profile, period)
    except TagwrightError:
        return Ledger(passage.text, ())


@cache
def _taxonomy(name: str) -> Taxonomy:
    return load_taxonomy(str(SOURCES[name]))


def _counted(passage: Passage, ledger: Ledger) -> Counter[str]:
    counts: Counter[str] = Counter()
    matched: set[str] = set()
    for gold, row in rows_by_gold(passage, ledger.rows):
        counts[gold.kind] += 1
        if row is None:
            continue
        matched.add(row.id)
        counts[f"{gold.kind}: found"] += 1
        counts.update(_fact_counts(gold, row) if gold.kind == "fact" else _other_counts(gold, row))
    counts["tagged"] = sum(row.status == "fact" for row in ledger.rows)
    counts["tagged, no gold"] = sum(row.status == "fact" and row.id not in matched for row in ledger.rows)
    return counts


def rows_by_gold(passage: Passage, rows: tuple[Row, ...]) -> Iterator[tuple[Gold, Row | None]]:
    """Yield each gold figure with the row that holds its first digit."""
    row_at = {at: row for row in rows for at in range(row.start, row.end)}
    for gold in passage.gold:
        yield gold, row_at.get(_first_digit(passage.text, gold))


def is_whole(gold: Gold, row: Row) -> bool:
    """Return whether the row is right in every column."""
    return all(_agreement(gold, row).values())


def _agreement(gold: Gold, row: Row) -> dict[str, bool]:
    return {
        "value": _number(row.value) == _number(gold.value),
        "decimals": str("" if row.decimals is None else row.decimals) == gold.decimals,
        "qualifier": row.qualifier == gold.qualifier,
        "unit": _local(row.unit) == gold.unit,
        "period": (row.period or "") == gold.period,
        "concept": _local(row.concept) == gold.concept,
        "dimensions": {(_local(a), _local(m)) for a, m in row.dimensions} == set(gold.dimensions),
    }


def _fact_counts(gold: Gold, row: Row) -> Iterator[str]:
    agree = _agreement(gold, row)
    yield from (column for column in COLUMNS if agree[column])
    if row.status != "fact":
        return
    whole = all(agree.values())
    yield "whole" if whole else "wrong"
    if row.confidence is not None and row.confidence >= SURE:
        yield "sure" if whole else "sure but wrong"


def _other_counts(gold: Gold, row: Row) -> Iterator[str]:
    if row.status == "fact":
        yield f"{gold.kind}: tagged"
        if row.confidence is not None and row.confidence >= SURE:
            yield "sure but wrong"
    elif row.status == gold.kind:
        yield f"{gold.kind}: right"


def _first_digit(text: str, gold: Gold) -> int:
    found = _DIGIT.search(text, gold.start, gold.end)
    return found.start() if found else gold.start


def _number(written: str | None) -> Decimal | None:
    return Decimal(written) if written else None


def _local(qname: str | None) -> str:
    return (qname or "").rpartition(":")[2]


def line_of(group: str, counts: Counter[str]) -> str:
    """Return one group's counts as a line for a person."""
    facts, tagged, whole = counts["fact"], counts["tagged"], counts["whole"]
    precision, recall = whole / tagged if tagged else 0, whole / facts if facts else 0
    columns = " ".join(f"{name} {counts[name] / facts if facts else 0:.3f}" for name in COLUMNS)
    sure = counts["sure"] + counts["sure but wrong"]
    return (
        f"{group}: {facts} facts, found {counts['fact: found']}; {columns}; "
        f"whole P {precision:.3f} R {recall:.3f}; "
        f"sure {sure}, wrong {counts['sure but wrong']}; no facts {counts['not_a_fact']}, "
        f"passed over {counts['not_a_fact: right']}, tagged {counts['not_a_fact: tagged']}; "
        f"unresolved {counts['unresolved']}, tagged {counts['unresolved: tagged']}"
    )


def main(language: str = "") -> None:
    """Print the counts of the project's own tagger, one group a line."""
    passages = tuple(passage for passage in load_passages() if passage.language.startswith(language))
    for group, counts in sorted(measure(tag_passage, passages).items()):
        sys.stdout.write(line_of(group, counts) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
