"""Holds the tagger against short paragraphs on one thing each: `python -m tests.paragraphs.measure [CLOSED]`.

`time-*.txt` is on when a figure was, `what-*.txt` on what it is of. A block begins with a line `=== id | taxonomy | period |
fiscal year end | currency`; its figures are marked ⟦figure|concept|Axis=Member;…|period⟧, and ⟦figure|-⟧ where the taxonomy
has nothing for it. Concept, dimensions and period are compared, the columns that these paragraphs are about.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tagger.ledger import Row
from tagger.profile import Profile
from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from taxonomy.load import load_taxonomy
from taxonomy.model import Taxonomy
from tests.tagging_example import local

FOLDER = Path(__file__).parent
UNSEEN = FOLDER.parent / "unseen"
FILES = ("time-en", "time-zh", "what-en", "what-zh")
_MARK = re.compile(r"⟦([^|⟧]*)\|([^|⟧]*)(?:\|([^|⟧]*)\|([^|⟧]*))?⟧")
_OURS = ("the Group", "the Bank", "the Company", "本行", "本集團", "本集团", "本公司", "公司", "We")


@dataclass(frozen=True, slots=True)
class Figure:
    """A marked figure: where it stands, and what it is, "" where it is no fact."""

    start: int
    end: int
    fact: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of a file. is_closed: every other one, which nobody looked at while mechanisms were made."""

    name: str
    taxonomy: str
    period: str
    fiscal_year_end: tuple[int, int]
    currency: str
    text: str
    figures: tuple[Figure, ...]
    is_closed: bool


def paragraphs_of(file: str) -> Iterator[Paragraph]:
    """Yield the blocks of one of the FILES, with their marks taken out."""
    blocks = re.split(r"(?m)^=== ", (FOLDER / f"{file}.txt").read_text("utf-8"))[1:]
    for number, block in enumerate(blocks):
        head, _, body = block.partition("\n")
        name, taxonomy, period, year_end, currency = (part.strip() for part in head.split("|"))
        month, day = map(int, year_end.split("-"))
        text, figures = _without_marks(body.strip() + "\n")
        yield Paragraph(name, taxonomy, period, (month, day), currency, text, figures, number % 2 == 1)


def _without_marks(body: str) -> tuple[str, tuple[Figure, ...]]:
    parts: list[str] = []
    figures: list[Figure] = []
    at = length = 0
    for mark in _MARK.finditer(body):
        parts += body[at : mark.start()], mark[1]
        length += mark.start() - at
        members = ";".join(sorted(filter(None, (mark[3] or "").split(";"))))
        fact = "" if mark[2] == "-" else f"{mark[2]}|{members}|{mark[4]}"
        figures.append(Figure(length, length + len(mark[1]), fact))
        length += len(mark[1])
        at = mark.end()
    return "".join([*parts, body[at:]]), tuple(figures)


@cache
def _taxonomy(name: str) -> Taxonomy:
    return load_taxonomy(str(next(UNSEEN.glob(f"{name}-*")) / "taxonomy.yaml") if name.isdecimal() else name)


def counts_of(paragraphs: Iterator[Paragraph]) -> Counter[str]:
    """Count the facts that there are, what was tagged, and what of it is right."""
    counts: Counter[str] = Counter()
    for one in paragraphs:
        profile = Profile(
            "Hill Bank", "http://example.org/scheme", "H1", one.currency, one.fiscal_year_end, aliases=_OURS
        )
        rows = tag_document(
            parse_document(one.text.encode(), f"{one.name}.txt"),
            _taxonomy(one.taxonomy),
            profile,
            parse_reporting_period(one.period, one.fiscal_year_end),
        ).rows
        for figure in one.figures:
            said = next(
                (
                    _fact(r)
                    for r in rows
                    if r.start < figure.end and figure.start < r.end and r.status == "fact"
                ),
                "",
            )
            counts["fact"] += bool(figure.fact)
            counts["tagged"] += bool(said)
            counts["right"] += bool(said) and said == figure.fact
    return counts


def _fact(row: Row) -> str:
    members = sorted(f"{local(axis)}={local(member)}" for axis, member in row.dimensions)
    return f"{local(row.concept)}|{';'.join(members)}|{row.period}"


def main(part: str = "") -> None:
    """Print precision and recall of each file; part: "CLOSED" for the paragraphs that stay closed alone."""
    for file in FILES:
        counts = counts_of(one for one in paragraphs_of(file) if one.is_closed or not part)
        precision, recall = (counts["right"] / max(1, counts[key]) for key in ("tagged", "fact"))
        sys.stdout.write(f"{file}: {counts['fact']} facts, precision {precision:.3f}, recall {recall:.3f}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
