"""Holds the tagger against the texts that it had not seen: `python -m tests.unseen.measure [HELD_OUT]`.

The counts are those of `tests.development.measure`. Spec: the columns of docs/ledger.md.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from tagger.document import Document
from tagger.ledger import Ledger
from tagger.profile import Profile
from tagger.profile_source import load_profile
from tagger.reader import parse_document
from tagger.reporting_period import ReportingPeriod, parse_reporting_period
from tagger.tag import tag_document
from taxonomy.load import load_taxonomy
from taxonomy.model import Taxonomy
from tests.development.measure import line_of, measure
from tests.development.passages import Gold, Passage

FOLDER = Path(__file__).parent
HELD_OUT = frozenset(
    map(
        str,
        (
            22,
            108,
            133,
            135,
            154,
            162,
            167,
            174,
            192,
            194,
            204,
            217,
            224,
            228,
            230,
            231,
            *range(237, 245),
            246,
            247,
            250,
            251,
            254,
            255,
            257,
            259,
            263,
            267,
            268,
            272,
            274,
            275,
            278,
            283,
            284,
            288,
        ),
    )
)
"""The numbers of the documents that nobody looked at while mechanisms were made."""
_KINDS = {"fact": "fact", "not_a_fact": "not_a_fact", "no_concept": "unresolved"}


@dataclass(frozen=True)
class Unseen:
    """A document with what it is tagged with, and its gold as a passage."""

    passage: Passage
    document: Document
    taxonomy: Taxonomy
    profile: Profile
    period: ReportingPeriod

    @property
    def is_held_out(self) -> bool:
        """Return whether nobody looked at the document."""
        return self.passage.name.partition("-")[0] in HELD_OUT

    def tag(self, taxonomy: Taxonomy | None = None) -> Ledger:
        """Return the ledger, by default with the document's own taxonomy."""
        return tag_document(self.document, taxonomy or self.taxonomy, self.profile, self.period)


@cache
def load_unseen() -> tuple[Unseen, ...]:
    """Load every document, by name."""
    return tuple(_load(folder) for folder in sorted(FOLDER.iterdir()) if (folder / "gold.csv").is_file())


def _load(folder: Path) -> Unseen:
    meta = yaml.safe_load((folder / "meta.yaml").read_text(encoding="utf-8"))
    own = folder / "taxonomy.yaml"
    taxonomy = load_taxonomy(str(own) if own.is_file() else meta["taxonomy"])
    profile = load_profile(folder / "entity.yaml")
    path = next(folder.glob("text.*"))
    document = parse_document(path.read_bytes(), folder.name)
    period = parse_reporting_period(str(meta["period"]), profile.fiscal_year_end)
    month, day = profile.fiscal_year_end
    passage = Passage(
        name=folder.name,
        taxonomy=taxonomy.prefix,
        period=str(meta["period"]),
        currency=profile.currency,
        language=meta["language"],
        entity=profile.name,
        aliases=profile.aliases,
        fiscal_year_end=f"{month:02}-{day:02}",
        members=profile.members,
        phenomena=(),
        text=document.text,
        gold=tuple(_gold(folder / "gold.csv", document.text)),
    )
    return Unseen(passage, document, taxonomy, profile, period)


_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def _gold(path: Path, text: str) -> Iterator[Gold]:
    at = 0
    lowered = text.translate(_RAISED)  # a footnote's mark stands in gold by its digit
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            start, said = int(row["start"]), row["text"]
            if start < 0:  # figures of HTML stand in reading order
                start = lowered.index(said, at)
                said = text[start : start + len(said)]
            at = start + len(said)
            yield Gold(
                start=start,
                end=start + len(said),
                text=said,
                kind=_KINDS[row["kind"]],
                code=row["note"],
                concept=row["concept"],
                dimensions=tuple(_pair(pair) for pair in row["dimensions"].split(";") if pair),
                period=row["period"],
                value=row["value"],
                unit=row["unit"],
                decimals=row["decimals"],
                qualifier=row["qualifier"],
            )


def _pair(written: str) -> tuple[str, str]:
    axis, _, member = written.partition("=")
    return axis, member


def counts_of(documents: tuple[Unseen, ...]) -> dict[str, Counter[str]]:
    """Return the counts by group, as `tests.development.measure` names them."""
    by_name = {one.passage.name: one for one in documents}
    passages = tuple(one.passage for one in documents)
    return measure(lambda passage: by_name[passage.name].tag(), passages)


def main(part: str = "") -> None:
    """Print the counts, one group a line."""
    documents = tuple(one for one in load_unseen() if not part or one.is_held_out)
    for group, counts in sorted(counts_of(documents).items()):
        sys.stdout.write(line_of(group, counts) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
