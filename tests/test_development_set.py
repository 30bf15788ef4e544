"""The development set and the two samples of other fields are large enough, varied enough, and not wrong."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from tests.development.arithmetic import contradictions
from tests.development.passages import (
    PHENOMENA,
    Gold,
    Passage,
    PassageError,
    load_passages,
    read_passage,
    row_mistakes,
)
from tests.development.vocabulary import vocabulary

SAMPLES = Path(__file__).parents[1] / "samples"
REPORTS = [("insurer", "en"), ("insurer", "zh-Hans"), ("utility", "en"), ("utility", "zh-Hant")]
HEAD = """\
# taxonomy: insurer
# period: 2024
# currency: CNY
# language: en
# entity: Example
---
"""


def test_it_holds_at_least_forty_passages_and_six_hundred_facts() -> None:
    """Nothing is lost in silence: the set keeps its size."""
    passages = load_passages()
    facts = [row for passage in passages for row in passage.gold if row.kind == "fact"]

    assert len(passages) >= 40
    assert len(facts) >= 1000
    assert min(len(passage.gold) for passage in passages) >= 10


def test_every_language_and_taxonomy_has_its_part() -> None:
    """Three languages with at least ten passages each, and other fields than banking."""
    languages = Counter(passage.language for passage in load_passages())
    taxonomies = Counter(passage.taxonomy for passage in load_passages())

    assert set(languages) == {"zh-Hant", "zh-Hans", "en"}
    assert min(languages.values()) >= 10
    assert taxonomies["insurer"] >= 6
    assert taxonomies["utility"] >= 6


@pytest.mark.parametrize("phenomenon", PHENOMENA)
def test_each_phenomenon_stands_in_three_passages(phenomenon: str) -> None:
    """One wording of a phenomenon is no measure of it."""
    assert sum(phenomenon in passage.phenomena for passage in load_passages()) >= 3


@pytest.mark.parametrize("passage", load_passages(), ids=lambda passage: passage.name)
def test_gold_agrees_with_itself(passage: Passage) -> None:
    """Levels, changes, growth and shares could all have been rounded from one truth."""
    assert contradictions(passage) == []


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("Premiums of 5 million.", "no mark"),
        ("⟦5 million|Premiums||2024-01-01/2024-12-31|5000000|CNY|-6|⟧", "no such concept"),
        ("⟦5 million|ClaimsPaid||2024-12-31|5000000|CNY|-6|⟧", "period"),
        ("⟦5 million|ClaimsPaid||2024-01-01/2024-12-31|5000000|claim|-6|⟧", "unit"),
        ("⟦5 million|ClaimsPaid||2024-01-01/2024-12-31|6000000|CNY|-6|⟧", "not what is printed"),
        ("⟦5.0%|SolvencyRatio||2024-12-31|0.05|pure|3|⟧", "does not have 3 decimals"),
        (
            "⟦5.0%|SolvencyRatio|ChannelAxis=OnlineChannelMember|2024-12-31|0.050|pure|3|⟧",
            "not permitted",
        ),
        ("⟦5.0%|SolvencyRatio||2024-12-31|0.050|pure|3|over⟧", "qualifier"),
        ("⟦2024|!decade⟧", "no such reason"),
    ],
)
def test_wrong_gold_is_refused(tmp_path: Path, body: str, complaint: str) -> None:
    """Each check of the loader has a passage that fails it."""
    path = tmp_path / "en-00-wrong.txt"
    path.write_text(HEAD + body, encoding="utf-8")

    with pytest.raises(PassageError, match=complaint):
        read_passage(path)


def test_a_contradiction_in_gold_is_found(tmp_path: Path) -> None:
    """A change that is not the difference of its two levels does not pass."""
    path = tmp_path / "en-00-wrong.txt"
    body = (
        "⟦50.0 million|EmbeddedValue||2024-12-31|50000000|CNY|-5|⟧, up "
        "⟦3.0 million|IncreaseDecreaseInEmbeddedValue||2024-01-01/2024-12-31|3000000|CNY|-5|⟧ from "
        "⟦45.0 million|EmbeddedValue||2023-12-31|45000000|CNY|-5|⟧"
    )
    path.write_text(HEAD + body, encoding="utf-8")

    assert len(contradictions(read_passage(path))) == 1


@pytest.mark.parametrize(("sample", "language"), REPORTS)
def test_the_gold_of_each_sample_report_fits_its_text_and_taxonomy(sample: str, language: str) -> None:
    """Offsets give the text, and every fact has names, unit, period and decimals that the source allows."""
    text = (SAMPLES / sample / f"report.{language}.txt").read_text(encoding="utf-8")
    rows = _sample_gold(sample, language)

    assert [text[row.start : row.end] for row in rows] == [row.text for row in rows]
    assert [line for row in rows for line in row_mistakes(row, vocabulary(sample))] == []
    assert sum(row.kind == "fact" for row in rows) >= 30


@pytest.mark.parametrize(
    ("sample", "languages"), [("insurer", ("en", "zh-Hans")), ("utility", ("en", "zh-Hant"))]
)
def test_both_language_editions_of_a_sample_report_the_same_facts(
    sample: str, languages: tuple[str, str]
) -> None:
    """The editions are translations: same concepts, dimensions, periods and values."""
    one, other = (
        {
            (row.concept, row.dimensions, row.period, row.value)
            for row in _sample_gold(sample, language)
            if row.kind == "fact"
        }
        for language in languages
    )

    assert one == other


def _sample_gold(sample: str, language: str) -> list[Gold]:
    path = SAMPLES / sample / f"report.{language}.gold.csv"
    kinds = {"fact": "fact", "not_a_fact": "not_a_fact", "no_concept": "unresolved"}
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Gold(
                start=int(row["start"]),
                end=int(row["end"]),
                text=row["text"],
                kind=kinds[row["kind"]],
                code=row["note"],
                concept=row["concept"],
                dimensions=_pairs(row["dimensions"]),
                period=row["period"],
                value=row["value"],
                unit=row["unit"],
                decimals=row["decimals"],
                qualifier=row["qualifier"],
            )
            for row in csv.DictReader(file)
        ]


def _pairs(written: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (axis, member) for axis, _, member in (pair.partition("=") for pair in written.split(";") if pair)
    )
