"""The samples, whole: as their gold says, as many facts as were counted, and the same bytes wherever it runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

import tagwright
from tagger.ledger import rows_to_jsonl
from tagwright.scoring import score_files
from taxonomy.compile import compile_package, package_name
from taxonomy.load import load_taxonomy

SAMPLES = Path(__file__).parent.parent / "samples"
PERIODS = {"harbour-bank": "2025", "river-bank": "2024H1"}
COUNTS = {
    "harbour-bank": ({"fact": 98, "not_a_fact": 54, "unresolved": 10}, 92),
    "river-bank": ({"fact": 30, "not_a_fact": 23, "unresolved": 2}, 29),
}
"""Rows by status, and facts that differ: a change here is looked at, and then written down."""

ELSEWHERE = [
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4294967295", "TZ": "America/Adak", "LANG": "tr_TR.UTF-8", "LC_ALL": "C.UTF-8"},
]
LEDGER_DIGEST = """
import sys
from hashlib import sha256
import tagwright
from tagger.ledger import rows_to_jsonl
document, entity, period = sys.argv[1:]
tagged = tagwright.tag(document, taxonomy="bank-disclosure", entity=entity, period=period)
print(sha256((rows_to_jsonl(tagged.ledger.rows) + repr(tagged.ledger.proofs)).encode()).hexdigest())
"""


@cache
def tagged_sample(sample: str, taxonomy: str = "bank-disclosure") -> tagwright.Tagged:
    """Tag a sample as the command does it."""
    folder = SAMPLES / sample
    return tagwright.tag(
        folder / "report.txt", taxonomy=taxonomy, entity=folder / "entity.yaml", period=PERIODS[sample]
    )


def digest_of(tagged: tagwright.Tagged) -> str:
    """Return the SHA-256 of a ledger and its proofs."""
    return sha256((rows_to_jsonl(tagged.ledger.rows) + repr(tagged.ledger.proofs)).encode()).hexdigest()


@pytest.mark.parametrize("sample", PERIODS)
def test_every_figure_of_a_sample_is_as_its_gold_says(sample: str, tmp_path: Path) -> None:
    """Nothing missed, nothing tagged that is none, every status right, every digit in a row."""
    tagged = tagged_sample(sample)
    (tmp_path / "text.txt").write_text(tagged.document.text, encoding="utf-8", newline="")
    ledger = tmp_path / "ledger.jsonl"
    ledger.write_text(rows_to_jsonl(tagged.ledger.rows), encoding="utf-8")

    found = score_files(ledger, SAMPLES / sample / "gold.csv")

    assert [f"{each.kind} {each.message}" for each in found.differences] == []
    assert found.is_full_match


@pytest.mark.parametrize("sample", PERIODS)
def test_the_counts_of_a_sample_are_those_that_were_written_down(sample: str) -> None:
    """A fact lost in silence is seen here, whatever gold says."""
    rows = tagged_sample(sample).ledger.rows

    assert (dict(Counter(row.status for row in rows)), len({row.fact for row in rows if row.fact})) == COUNTS[
        sample
    ]


@pytest.mark.parametrize("sample", PERIODS)
def test_the_checks_of_a_sample_agree(sample: str) -> None:
    """Invented figures that add up: no check contradicts, and level, change and growth were checked."""
    proofs = tagged_sample(sample).ledger.proofs

    assert {proof.outcome for proof in proofs} == {"agrees"}
    assert any(proof.kind == "level_change_growth" for proof in proofs)


@pytest.mark.parametrize("sample", PERIODS)
def test_another_place_and_hash_seed_give_the_same_bytes(sample: str) -> None:
    """Neither time zone nor locale nor the order of sets shows in a ledger."""
    folder = SAMPLES / sample
    arguments = [str(folder / "report.txt"), str(folder / "entity.yaml"), PERIODS[sample]]
    digests = [
        subprocess.run(
            [sys.executable, "-c", LEDGER_DIGEST, *arguments],
            env={**os.environ, **place},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for place in ELSEWHERE
    ]

    assert digests == [digest_of(tagged_sample(sample))] * len(ELSEWHERE)


@pytest.mark.parametrize("sample", PERIODS)
def test_the_package_alone_gives_the_ledger_of_the_source_byte_for_byte(sample: str, tmp_path: Path) -> None:
    """Terms, units, variants and roles are all in it."""
    taxonomy = load_taxonomy("bank-disclosure")
    package = tmp_path / package_name(taxonomy)
    package.write_bytes(compile_package(taxonomy))

    from_package = tagged_sample(sample, str(package))

    assert digest_of(from_package) == digest_of(tagged_sample(sample))


def test_what_the_ledger_says_of_a_sentence_can_be_read_in_the_file() -> None:
    """One row of the sample in full, as another program gets it."""
    rows = [
        json.loads(line) for line in rows_to_jsonl(tagged_sample("harbour-bank").ledger.rows).splitlines()
    ]
    (row,) = [row for row in rows if row["text"] == "1,698.06億元"]

    assert (row["concept"], row["dimensions"]) == ("bank:IncreaseDecreaseInLoansAndAdvancesToCustomers", {})
    assert (row["value"], row["unit"], row["decimals"], row["qualifier"]) == ("169806000000", "CNY", -6, "")
    assert (row["status"], row["reason"], row["period"]) == ("fact", None, "2025-01-01/2025-12-31")
    assert row["place"]["kind"] == "text"
    assert row["proofs"]
