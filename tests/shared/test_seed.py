"""The real section that the project is measured with: every figure right, and in Arelle's eyes too.

The text is the bank's and is not part of the project: these tests read it from the folder beside the checkout.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import tagwright
from tagger.ledger import Ledger, rows_to_jsonl
from tagger.profile_source import load_profile
from tagger.reader import parse_document
from tagger.reporting_period import parse_reporting_period
from tagger.tag import tag_document
from tagwright.scoring import Score, score
from taxonomy.format_source import format_source
from taxonomy.load import load_taxonomy
from taxonomy.source import parse_source
from taxonomy.write_source import write_source
from tests.shared.conftest import SHARED
from tests.shared.mutations import Gold, contradict, mutate, reorder

NAME = "icbc-2024-4.2"
TEXT, GOLD = SHARED / "seed" / f"{NAME}.txt", SHARED / "seed" / f"{NAME}.gold.csv"
FACTS, DISTINCT = 81, 79
PROFILE = """\
name: Industrial and Commercial Bank of China
scheme: http://standards.iso.org/iso/17442
identifier: 5493002ERZU2K9PZDL40
currency: CNY
aliases: [本行, 本集團, 工行, ICBC]
members:
  工銀理財: bank:ManagingEntityAxis=bank:WealthManagementSubsidiaryMember
"""


@pytest.fixture(scope="module")
def entity(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of the bank's profile."""
    path = tmp_path_factory.mktemp("profile") / "entity.yaml"
    path.write_text(PROFILE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def gold() -> Gold:
    """Return the section and the gold of its figures."""
    with GOLD.open(encoding="utf-8", newline="") as file:
        return Gold(TEXT.read_text(encoding="utf-8"), tuple(csv.DictReader(file)))


@pytest.fixture(scope="module")
def tagged(entity: Path) -> tagwright.Tagged:
    """Return the section, tagged as the command does it."""
    return tagwright.tag(TEXT, taxonomy="bank-disclosure", entity=entity, period="2024")


def tag_and_score(gold: Gold, entity: Path) -> tuple[Ledger, Score]:
    """Tag a text and hold it against its gold."""
    ledger = tag_document(
        parse_document(gold.text.encode(), NAME),
        load_taxonomy("bank-disclosure"),
        load_profile(entity),
        parse_reporting_period("2024"),
    )
    rows = [json.loads(line) for line in rows_to_jsonl(ledger.rows).splitlines()]
    return ledger, score(rows, list(gold.rows), gold.text)


def test_every_figure_is_right_in_the_words_of_the_shared_judge(
    tagged: tagwright.Tagged, tmp_path: Path
) -> None:
    """81 of 81 in every column, nothing else tagged, every digit accounted for: its exit status says so."""
    ledger, text = tmp_path / "ledger.jsonl", tmp_path / "text.txt"
    ledger.write_text(rows_to_jsonl(tagged.ledger.rows), encoding="utf-8")
    text.write_text(tagged.document.text, encoding="utf-8", newline="")

    judged = subprocess.run(
        [sys.executable, SHARED / "score.py", ledger, GOLD, text], capture_output=True, text=True, check=False
    )

    assert judged.returncode == 0, judged.stdout + judged.stderr
    assert f"{FACTS}" in judged.stdout
    assert tagwright.score(ledger, GOLD).is_full_match


def test_the_facts_are_as_many_as_they_should_be(tagged: tagwright.Tagged) -> None:
    """81 mentions of 79 facts, and no check that contradicts."""
    assert len(tagged.rows("fact")) == FACTS
    assert len({row.fact for row in tagged.rows("fact")}) == DISTINCT
    assert [proof for proof in tagged.ledger.proofs if proof.outcome == "contradicts"] == []
    assert sum(proof.kind == "level_change_growth" for proof in tagged.ledger.proofs) >= 7


def test_what_hangs_on_its_place_in_a_chart_is_least_sure(tagged: tagwright.Tagged) -> None:
    """The two values of 2022 stand in no sentence."""
    by_position = [row for row in tagged.rows("fact") if row.period == "2022-12-31"]
    by_arithmetic = [row for row in tagged.rows("fact") if row.text.count(",") and "元" not in row.text]

    assert len(by_position) == 2
    surest = max(row.confidence or 0 for row in by_position)
    assert all((row.confidence or 0) > surest for row in by_arithmetic if row not in by_position)


@pytest.mark.parametrize("seed", range(12))
def test_other_figures_in_another_order_are_read_as_well(gold: Gold, entity: Path, seed: int) -> None:
    """Nothing hangs on these values: changed consistently and with the sections shuffled, all are right."""
    changed = reorder(mutate(gold, seed), seed)
    assert changed.text != gold.text

    _, found = tag_and_score(changed, entity)

    assert [difference.message for difference in found.differences] == []
    assert (found.whole, found.tagged) == (FACTS, FACTS)


def test_one_changed_figure_is_found_where_arithmetic_can_find_it(gold: Gold, entity: Path) -> None:
    """Level, change or growth of a triple: contradicted and withheld; a number of a chart: its series unresolved.

    And wherever a figure is changed alone, nothing is tagged with what gold does not have.
    """
    facts = [row for row in gold.rows if row["kind"] == "fact"]
    triples = {_series(row) for row in facts if row["concept"].startswith("IncreaseDecrease")} & {
        _series(row) for row in facts if row["concept"].startswith("GrowthRate")
    }
    found = 0
    for index, row in enumerate(facts):
        ledger, scored = tag_and_score(contradict(gold, index), entity)
        assert scored.count("no fact") == scored.count("differs") == 0, row["text"]
        if "chart" in row["note"]:
            codes = [each.reason.code for each in ledger.rows if each.reason]
            assert codes.count("chart") == (0 if row["period"] == "2022-12-31" else 3), row["text"]
        elif _series(row) in triples and row["period"].endswith("2024-12-31"):
            found += 1
            outcomes = [proof.outcome for proof in ledger.proofs]
            assert "contradicts" in outcomes, row["text"]
            assert any(each.reason and each.reason.code == "contradicted" for each in ledger.rows)
    assert found >= 15


def _series(row: dict[str, str]) -> tuple[str, str]:
    concept = row["concept"].removeprefix("IncreaseDecreaseIn").removeprefix("GrowthRateOf")
    return concept, row["dimensions"]


def test_without_the_profile_s_names_nothing_wrong_is_tagged(gold: Gold, entity: Path) -> None:
    """Names are data: without them a figure is missed or less specific, and the others stay right."""
    profile = replace(load_profile(entity), members=())
    ledger = tag_document(
        parse_document(gold.text.encode(), NAME),
        load_taxonomy("bank-disclosure"),
        profile,
        parse_reporting_period("2024"),
    )
    rows = [json.loads(line) for line in rows_to_jsonl(ledger.rows).splitlines()]

    assert score(rows, list(gold.rows), gold.text).whole >= FACTS - 2


@pytest.mark.slow
def test_arelle_loads_every_fact_of_every_file_without_a_word(
    tagged: tagwright.Tagged, tmp_path: Path
) -> None:
    """79 in xBRL-XML and xBRL-JSON, 81 in iXBRL and the report package; no warning either."""
    written = tagwright.write(tagged, tmp_path / "filing")
    wanted = {".xbrl": DISTINCT, ".json": DISTINCT, ".xhtml": FACTS, ".xbri": FACTS}
    verdicts = {Path(verdict.file).suffix: verdict for verdict in written.verdicts}

    assert wanted.items() <= {suffix: verdict.facts for suffix, verdict in verdicts.items()}.items()
    assert {verdict.outcome for verdict in written.verdicts} == {"valid"}
    assert [finding for verdict in written.verdicts for finding in verdict.findings] == []
    (ran,) = [verdict.evaluations for verdict in written.verdicts if verdict.evaluations]
    assert sum(item.unsatisfied for item in ran) == 0
    evaluated = {item.assertion.partition(".")[0] for item in ran if item.satisfied}
    assert {"difference", "growth", "between", "part"} <= evaluated


@pytest.mark.slow
def test_the_report_package_alone_is_enough(tagged: tagwright.Tagged, tmp_path: Path) -> None:
    """In an empty folder, with no package given and no network."""
    tagwright.write(tagged, tmp_path / "filing", validate=False)
    alone = tmp_path / "alone" / f"{NAME}.xbri"
    alone.parent.mkdir()
    alone.write_bytes((tmp_path / "filing" / alone.name).read_bytes())

    (verdict,) = tagwright.validate([alone])

    assert (verdict.outcome, verdict.facts, verdict.findings) == ("valid", FACTS, ())


@pytest.mark.slow
def test_the_shared_example_of_a_taxonomy_compiles_and_validates(tmp_path: Path) -> None:
    """Every key of the source format, in a taxonomy that is not ours; its package gives the same taxonomy."""
    command = [sys.executable, "-m", "tagwright", "taxonomy"]
    source = SHARED / "example-taxonomy.yaml"

    checked = subprocess.run([*command, "check", source], capture_output=True, text=True, check=False)
    built = subprocess.run(
        [*command, "build", source, "-o", tmp_path], capture_output=True, text=True, check=False
    )

    assert (checked.returncode, ": valid" in checked.stdout) == (0, True), checked.stdout
    assert built.returncode == 0, built.stderr
    (package,) = tmp_path.glob("*.zip")
    assert load_taxonomy(str(package)) == load_taxonomy(str(source))
    again = write_source(load_taxonomy(str(package)))
    assert parse_source(again, "again.yaml") == load_taxonomy(str(source))
    assert parse_source(format_source(source.read_bytes(), "x.yaml"), "x.yaml") == load_taxonomy(str(source))
