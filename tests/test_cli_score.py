"""`tagwright score`: what counts as a difference, and its exit status."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tagwright.cli import status_of, tagwright
from tagwright.score_input import ScoreError
from tagwright.scoring import score_files

TEXT = "2024年末，客戶存款餘額1,234億元，增長8.3%，七成為個人存款；另有12類產品。\n"
HEADER = "start,end,text,concept,dimensions,period,value,unit,decimals,qualifier,note,kind"
GOLD = [
    "0,4,2024,,,,,,,,a year,not_a_fact",
    '13,20,"1,234億元",DepositsFromCustomers,,2024-12-31,123400000000,CNY,-8,,,fact',
    "23,27,8.3%,GrowthRateOfDeposits,Axis=Corporate;Other=X,2024-01-01/2024-12-31,0.083,pure,3,,,fact",
    "28,30,七成,ShareOfDeposits,Axis=Personal,2024-12-31,0.7,pure,1,,,fact",
    "38,41,12類,,,,,,,,no concept,no_concept",
]


def row(start: int, end: int, status: str, **columns: object) -> dict[str, object]:
    """Return a row of a ledger with as little in it as the contract of score asks for."""
    return {"start": start, "end": end, "status": status, "text": TEXT[start:end], **columns}


def right() -> list[dict[str, object]]:
    """Return a ledger that agrees with gold, written as another program might write it."""
    two = {"x:Other": "x:X", "x:Axis": "x:Corporate"}
    year = "2024-01-01/2024-12-31"
    return [
        row(0, 4, "not_a_fact"),
        row(13, 20, "fact", concept="bank:DepositsFromCustomers", dimensions={}, period="2024-12-31",
            value="123400000000", unit="iso4217:CNY", decimals=-8, qualifier=""),
        row(23, 27, "fact", concept="bank:GrowthRateOfDeposits", dimensions=two, period=year,
            value="0.0830", unit="pure", decimals=3, qualifier=""),
        row(28, 30, "fact", concept="bank:ShareOfDeposits", dimensions={"Axis": "Personal"},
            period="2024-12-31", value="0.7", unit="pure", decimals=1, qualifier=""),
        row(38, 41, "unresolved"),
    ]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with text, gold and a ledger that agrees."""
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold.csv").write_text("\n".join([HEADER, *GOLD]) + "\n", encoding="utf-8")
    write_ledger(tmp_path, right())
    return tmp_path


def write_ledger(folder: Path, rows: list[dict[str, object]]) -> None:
    """Write rows as ledger.jsonl."""
    lines = [json.dumps(each, ensure_ascii=False) + "\n" for each in rows]
    (folder / "ledger.jsonl").write_text("".join(lines), encoding="utf-8")


def run(folder: Path) -> Result:
    """Run the command on the folder's files, the text found beside the ledger."""
    return CliRunner().invoke(
        tagwright, ["score", f"{folder / 'ledger.jsonl'}", f"{folder / 'gold.csv'}"], standalone_mode=False
    )


def test_a_full_match_exits_with_0_and_counts_every_column(folder: Path) -> None:
    """Prefixes, trailing zeros and the order of dimensions are no differences."""
    result = run(folder)

    assert result.return_value == 0
    assert "found     3 of 3 facts" in result.output
    assert "concept 3, dimensions 3, period 3, value 3, unit 3, decimals 3, qualifier 3" in result.output
    assert "precision 1.000, recall 1.000, F1 1.000" in result.output


@pytest.mark.parametrize(
    ("index", "change", "says"),
    [
        (
            1,
            {"value": "1234"},
            "differs  line 1 column 14 (offset 13): '1,234億元': value '1234', not '123400000000'",
        ),
        (1, {"concept": "bank:Other"}, "concept 'bank:Other', not 'DepositsFromCustomers'"),
        (2, {"dimensions": {"Axis": "Corporate"}}, "differs  line 1 column 24"),
        (2, {"decimals": "INF"}, "decimals 'INF', not '3'"),
        (2, {"qualifier": "about"}, "qualifier 'about', not ''"),
        (3, {"status": "unresolved"}, "missed   line 1 column 29 (offset 28): '七成': ShareOfDeposits"),
        (
            0,
            {"status": "unresolved"},
            "status   line 1 column 1 (offset 0): '2024' is unresolved, not not_a_fact",
        ),
        (0, {"status": "fact"}, "no fact  line 1 column 1 (offset 0): '2024' is tagged None"),
        (4, {"status": "not_a_fact"}, "'12類' is not_a_fact, not unresolved: no concept"),
        (4, {"start": 40, "end": 41}, "no row   line 1 column 39 (offset 38): a digit in"),
    ],
)
def test_every_kind_of_difference_is_told_and_exits_with_1(
    folder: Path, index: int, change: dict[str, object], says: str
) -> None:
    """One change to a right ledger is one difference."""
    rows = right()
    rows[index] |= change
    write_ledger(folder, rows)

    result = run(folder)

    assert result.return_value == 1
    assert says in result.output


def test_precision_and_recall_count_whole_facts(folder: Path) -> None:
    """One fact wrong and one missed of three, one false: 1 of 3 tagged, 1 of 3 in gold."""
    rows = right()
    rows[1]["value"] = "1"
    rows[3]["status"] = "unresolved"
    rows[4]["status"] = "fact"
    write_ledger(folder, rows)

    found = score_files(folder / "ledger.jsonl", folder / "gold.csv")

    assert (found.whole, found.tagged, found.gold, found.found) == (1, 3, 3, 2)
    assert (found.precision, found.recall, found.f1) == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    assert not found.is_full_match


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("ledger.jsonl", "", "is empty"),
        ("ledger.jsonl", "{", "ledger.jsonl:1: The line is no JSON object"),
        ("ledger.jsonl", "[]", "ledger.jsonl:1: The row has no start and end"),
        ("ledger.jsonl", '{"start": 0, "end": 1, "status": "tagged"}', "The status 'tagged' is none of"),
        ("gold.csv", "start,end\n", "The gold file has no column concept, decimals"),
        ("gold.csv", HEADER + "\na,1,x,,,,,,,,,fact\n", "gold.csv:2: start and end are whole numbers"),
        ("gold.csv", HEADER + "\n0,1,x,,,,,,,,,maybe\n", "gold.csv:2: The kind 'maybe' is none of"),
        ("text.txt", None, "text.txt cannot be read (No such file or directory)"),
        ("ledger.jsonl", "[" * 100_000, "ledger.jsonl:1: The line is no JSON object"),
        ("ledger.jsonl", '{"start": true, "end": 2, "status": "fact"}', "has no start and end"),
        ("ledger.jsonl", f'{{"start": 0, "end": {10**30}, "status": "fact"}}', "which has 45 characters"),
        ("ledger.jsonl", '{"start": -1, "end": 2, "status": "fact"}', "are no stretch of the text"),
        ("ledger.jsonl", '{"start": 2, "end": 2, "status": "fact"}', "are no stretch of the text"),
        (
            "ledger.jsonl",
            '{"start": 2, "end": 4, "status": "fact"}\n{"start": 0, "end": 3, "status": "fact"}\n',
            "ledger.jsonl:1: The row lies on that of line 2",
        ),
        ("gold.csv", HEADER + "\n0,51,x,,,,,,,,,fact\n", "gold.csv:2: start and end are no stretch"),
        ("gold.csv", HEADER + f"\n{'1' * 5000},1,x,,,,,,,,,fact\n", "gold.csv:2: start and end are whole"),
        ("gold.csv", HEADER + f"\n0,1,{'x' * 200_000},,,,,,,,,fact\n", "gold.csv:2: The gold file is no CSV"),
        (
            "gold.csv",
            "\n".join([HEADER, GOLD[0], GOLD[0]]),
            "gold.csv:3: The figure of line 2 is there again",
        ),
    ],
)
def test_a_file_that_cannot_be_scored_is_told_with_its_place(
    folder: Path, name: str, content: str | None, says: str
) -> None:
    """The sentence names file and line."""
    (folder / name).unlink()
    if content is not None:
        (folder / name).write_text(content, encoding="utf-8")

    with pytest.raises(ScoreError, match=r".") as raised:
        score_files(folder / "ledger.jsonl", folder / "gold.csv")

    assert says in str(raised.value)


@pytest.mark.parametrize("value", ["sNaN", "NaN", "Infinity", "1e999999999", [], {"a": None}, True, None])
def test_a_value_that_is_no_number_is_a_difference(folder: Path, value: object) -> None:
    """Whatever stands in a column of a fact is compared, and told."""
    rows = right()
    rows[1]["value"] = value
    write_ledger(folder, rows)

    found = score_files(folder / "ledger.jsonl", folder / "gold.csv")

    assert [each.kind for each in found.differences] == ["differs"]
    assert "value" in found.differences[0].message


def test_a_wrong_file_exits_with_2(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence goes to stderr, and nothing to stdout."""
    arguments = ["score", str(folder / "none.jsonl"), str(folder / "gold.csv")]

    status = status_of(lambda: tagwright.main(arguments, standalone_mode=False))

    printed = capsys.readouterr()
    assert status == 2
    assert printed.out == ""
    assert printed.err.count("\n") == 1


def filings(folder: Path) -> tuple[Path, Path]:
    """Return a folder of two filings, the second with one wrong period, and the folder of their gold."""
    filed, gold = folder / "filings", folder / "gold"
    for name in ("east", "west"):
        (filed / name).mkdir(parents=True)
        (filed / name / "text.txt").write_text(TEXT, encoding="utf-8")
        write_ledger(filed / name, right())
    wrong = right()
    wrong[2]["period"] = "2023-01-01/2023-12-31"
    write_ledger(filed / "west", wrong)
    (gold / "east").mkdir(parents=True)
    (gold / "east" / "gold.csv").write_text("\n".join([HEADER, *GOLD]) + "\n", encoding="utf-8")
    named = [f"{line},{'growth;lists' if '8.3%' in line else 'levels'}" for line in GOLD]
    (gold / "west.csv").write_text("\n".join([f"{HEADER},phenomena", *named]) + "\n", encoding="utf-8")
    return filed, gold


def run_json(*arguments: Path) -> tuple[int, dict[str, Any]]:
    """Run the command with --json; return its status and what it prints."""
    result = CliRunner().invoke(tagwright, ["score", *map(str, arguments), "--json"], standalone_mode=False)
    return result.return_value, json.loads(result.output)


def test_many_documents_are_scored_together(folder: Path) -> None:
    """A line a document, then the counts of all of them; one wrong figure is no full match."""
    filed, gold = filings(folder)

    result = CliRunner().invoke(tagwright, ["score", str(filed), str(gold)], standalone_mode=False)

    assert result.return_value == 1
    assert "document  east: precision 1.000, recall 1.000, F1 1.000, 0 differences" in result.output
    assert "document  west: precision 0.667, recall 0.667, F1 0.667, 1 differences" in result.output
    assert "found     6 of 6 facts" in result.output
    assert "column    period: precision 0.833, recall 0.833, F1 0.833" in result.output
    assert "confused  period: 2023-01-01/2023-12-31 → 2024-01-01/2024-12-31 (1)" in result.output


def test_json_has_each_document_and_the_total(folder: Path) -> None:
    """What a program reads: counts, shares, confusions and phenomena, of each document and of all."""
    status, told = run_json(*filings(folder))

    east, west = told["documents"]
    assert status == 1
    assert (east["document"], east["full_match"], west["full_match"]) == ("east", True, False)
    assert west["differences"][0] | {"message": ""} == {
        "line": 1, "column": 24, "kind": "differs", "offset": 23, "message": "",
    }  # fmt: skip
    assert told["total"]["columns"]["period"]["right"] == 5
    assert told["total"]["phenomena"]["lists"] == {
        "gold": 1, "tagged": 1, "right": 0, "precision": 0.0, "recall": 0.0, "f1": 0.0,
    }  # fmt: skip
    assert told["total"]["phenomena"]["levels"]["f1"] == 1.0


def test_json_of_a_full_match_exits_with_0(folder: Path) -> None:
    """One ledger's score is one object."""
    status, told = run_json(folder / "ledger.jsonl", folder / "gold.csv")

    assert status == 0
    assert (told["full_match"], told["f1"], told["confusions"]) == (True, 1.0, {})


def test_what_is_missed_and_what_is_too_much_are_confused_with_nothing(folder: Path) -> None:
    """A confusion list shows what to mend: missed concepts and false ones stand in it too."""
    rows = right()
    rows[3]["status"] = "unresolved"
    rows[4] |= {"status": "fact", "concept": "bank:Products"}
    write_ledger(folder, rows)

    output = run(folder).output

    assert "confused  concept: nothing → ShareOfDeposits (1)" in output
    assert "confused  concept: Products → nothing (1)" in output


@pytest.mark.parametrize("given", ["no gold", "no ledger", "a file"])
def test_folders_that_do_not_pair_are_told(folder: Path, given: str) -> None:
    """The sentence says which file is missing and where it is looked for."""
    filed, gold = filings(folder)
    (gold / "west.csv").unlink()
    call = {"no gold": (filed, gold), "no ledger": (gold, gold), "a file": (filed, folder / "gold.csv")}[
        given
    ]
    says = {"no gold": "west/ledger.jsonl has no gold file", "no ledger": "There is no ledger.jsonl in",
            "a file": "gold.csv is no folder"}[given]  # fmt: skip

    with pytest.raises(ScoreError, match=says):
        CliRunner().invoke(
            tagwright, ["score", *map(str, call)], standalone_mode=False, catch_exceptions=False
        )
