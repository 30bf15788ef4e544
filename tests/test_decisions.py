"""A person's word: what the file may say, which figure it finds, and what becomes of rows, facts and proofs."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import tagwright
from tagger.decisions.applied import apply_decisions
from tagger.decisions.file import Decisions, load_decisions
from tagger.decisions.reproof import prove_rows
from tagger.decisions.sentences import REACH, name_figures
from tagger.document import Block, Cell, Document, text_places
from tagger.ledger import Ledger, Reason, Row, row_to_json
from taxonomy.errors import Finding, TagwrightError
from taxonomy.yaml_nodes import SourceError
from tests.page_example import (
    AGAIN,
    DEPOSITS,
    HEADING,
    PARAGRAPH,
    PROFILE,
    TAXONOMY,
    document_of,
    example,
    row_of,
)

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "river-bank"
LEVEL = PARAGRAPH.strip().replace("\n", "").partition("；")[0] + "；"
OTHER = PARAGRAPH.strip().partition("；")[2]


def written(folder: Path, text: str) -> Path:
    """Return a file of decisions with that text."""
    file = folder / "decisions.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def decision(sentence: str, figure: str, *lines: str) -> str:
    """Return a decision of a file."""
    told = "".join(f"    {line}\n" for line in lines)
    return f"  - sentence: {sentence}\n    figure: {figure}\n{told}"


def mistakes(folder: Path, text: str) -> list[str]:
    """Return what is wrong with a file, less its path."""
    file = written(folder, text)
    with pytest.raises(SourceError) as raised:
        load_decisions(file, TAXONOMY)
    return str(raised.value).replace(f"{file}:", "").split("\n")


@dataclass(frozen=True)
class Applied:
    """A ledger after decisions."""

    ledger: Ledger
    findings: tuple[Finding, ...]

    def row(self, name: str) -> Row:
        """Return a row by its id."""
        return next(row for row in self.ledger.rows if row.id == name)


def apply(
    folder: Path, *told: str, document: Document | None = None, ledger: Ledger | None = None
) -> Applied:
    """Apply decisions to the small report, or to another document with its ledger."""
    said = load_decisions(written(folder, "decisions:\n" + "".join(told)), TAXONOMY)
    made = example()
    return Applied(
        *apply_decisions(ledger or made.ledger, said, document or made.document, TAXONOMY, PROFILE)
    )


# --- the file ------------------------------------------------------------------------------------


def test_every_mistake_is_told_at_its_place_in_one_go(tmp_path: Path) -> None:
    """Unknown key, unknown concept, axis, member, default member, period, unit: all at once, each with a hint."""
    text = (
        "decisions:\n"
        + decision(AGAIN.strip(), "1,201億元", "concept: hill:Deposits", "accept: true")
        + decision(LEVEL, "1,200.50億元", "fact: {concept: hill:Deposit}")
        + decision(
            LEVEL,
            "100.50億元",
            "fact: {concept: hill:Deposits, dimensions: {hill:CustomAxis: hill:PersonalMember}}",
        )
        + decision(LEVEL, "9.1%", "fact: {concept: hill:Outlets, period: 2024-01-01/2024-12-31, unit: CNY}")
        + decision(
            OTHER,
            "80家",
            "fact: {concept: hill:Outlets, dimensions: {hill:CustomerAxis: hill:PersonalMember}}",
        )
        + decision(
            OTHER, "12類", "fact: {concept: hill:Deposits, dimensions: {hill:CustomerAxis: hill:AllMember}}"
        )
    )

    assert mistakes(tmp_path, text) == [
        (
            '4:5: a decision has no key "concept" (did you mean "accept"?); its keys are '
            "sentence, figure, occurrence, fact, not_a_fact, accept, note"
        ),
        '8:21: the taxonomy hill 1 has no concept "hill:Deposit" (did you mean "hill:Deposits"?)',
        '11:49: the taxonomy has no axis "hill:CustomAxis" (did you mean "hill:CustomerAxis"?)',
        "14:43: hill:Outlets is a level at the end of a day: write one day such as 2024-12-31, not 2024-01-01/2024-12-31",
        "14:72: the unit of hill:Outlets is outlet, not CNY",
        "17:47: no hypercube lets hill:Outlets carry hill:CustomerAxis; the axes it may carry are: none",
        "20:68: hill:AllMember is what hill:CustomerAxis means without a word: leave the axis out",
    ]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ((), "the decision decides nothing: add one of fact, not_a_fact and accept"),
        (("accept: false",), "accept can only be true: remove it where nothing is accepted"),
        (("accept: true", "not_a_fact: {code: year}"), "a figure that is no fact cannot have accept too"),
        (("not_a_fact: {code: yaer}",), 'code is "yaer" (did you mean "year"?); expected one of year, date'),
        (("accept: true", "occurrence: 3 of 2"), 'occurrence "3 of 2" is none'),
        (("fact: {concept: hill:Deposits, period: 2024-02-30}",), 'period "2024-02-30" is none'),
        (("fact: {concept: hill:Deposits, period: 2024-W01-1}",), 'period "2024-W01-1" is none'),
        (("fact: {concept: hill:Deposits, unit: yuan}",), "its unit is a currency such as CNY, not yuan"),
        (("fact: {}",), 'fact lacks the key "concept"'),
    ],
)
def test_a_decision_that_says_nothing_right_is_refused(
    tmp_path: Path, lines: tuple[str, ...], says: str
) -> None:
    """One sentence says what is wrong and what to write."""
    found = mistakes(tmp_path, "decisions:\n" + decision(AGAIN.strip(), "1,201億元", *lines))

    assert [says in line for line in found] == [True]


def test_a_figure_that_is_not_in_its_sentence_or_decided_twice_is_a_mistake(tmp_path: Path) -> None:
    """Whatever the line breaks are."""
    twice = decision(AGAIN.strip(), "1,201億元", "accept: true")
    broken = decision('"個人存款餘額為 1,201\\n 億元。"', "1,201億元", "accept: true")

    assert mistakes(tmp_path, "decisions:\n" + twice + broken) == [
        "5:5: this figure is decided on line 2 already: remove one of the two"
    ]
    assert "does not hold the figure" in mistakes(
        tmp_path, "decisions:\n" + decision(AGAIN.strip(), "1,202億元", "accept: true")
    )[0]  # fmt: skip


def test_a_file_that_is_none_is_one_sentence(tmp_path: Path) -> None:
    """No file, no YAML, another document altogether."""
    with pytest.raises(TagwrightError, match="the decisions cannot be read"):
        load_decisions(tmp_path / "none.yaml", TAXONOMY)
    assert "expected the file of decisions as a mapping" in mistakes(tmp_path, "- a\n")[0]
    assert "this is not YAML" in mistakes(tmp_path, "decisions: [\n")[0]


def test_no_decision_changes_nothing(tmp_path: Path) -> None:
    """An empty list is a file too."""
    made = example()
    said = load_decisions(written(tmp_path, "decisions: []\n"), TAXONOMY)

    assert apply_decisions(made.ledger, said, made.document, TAXONOMY, PROFILE) == (made.ledger, ())


# --- what becomes of a row -----------------------------------------------------------------------


def test_this_figure_is_that_concept(tmp_path: Path) -> None:
    """The row is a fact with the concept's unit and the value as read; the ledger's schema still holds."""
    applied = apply(tmp_path, decision(OTHER, "12類", "fact: {concept: hill:Outlets, period: 2023-12-31}", "note: so it is"),
                    ledger=with_values())  # fmt: skip
    row = applied.row("r0006")

    assert (row.status, row.concept, row.period, row.unit, row.value) == (
        "fact", "hill:Outlets", "2023-12-31", "outlet", "12",
    )  # fmt: skip
    assert [(item.kind, item.text) for item in row.evidence] == [
        ("decision", "decided by a person: so it is")
    ]
    assert (row.confidence, applied.findings) == (1.0, ())


def with_values() -> Ledger:
    """Return the small report's ledger with the count that has no concept as a quantity."""
    made = example().ledger
    rows = tuple(
        replace(row, value="12", unit="count", decimals="INF") if row.id == "r0006" else row
        for row in made.rows
    )
    return replace(made, rows=rows)


def test_this_is_no_fact_because(tmp_path: Path) -> None:
    """The row keeps its place and its reason is the person's."""
    row = apply(
        tmp_path, decision(LEVEL, "9.1%", "not_a_fact: {code: product_name, text: names a plan}")
    ).row("r0005")

    assert (row.status, row.reason, row.fact, row.concept, row.value) == (
        "not_a_fact", Reason("product_name", "names a plan"), None, None, None,
    )  # fmt: skip
    assert row.confidence == 1.0


def test_a_figure_passed_over_can_be_a_fact_after_all(tmp_path: Path) -> None:
    """Its value is read from its text; what cannot be told is asked for."""
    told = decision("1 零售業務", "1", "fact: {concept: hill:Outlets, period: 2023-12-31}")
    row = apply(tmp_path, told).row("r0001")

    assert (row.status, row.value, row.decimals, row.unit) == ("fact", "1", "INF", "outlet")


def test_a_fact_that_the_figure_cannot_be_is_reported_and_not_applied(tmp_path: Path) -> None:
    """A percentage is no money, and a time that nobody read must be said."""
    applied = apply(
        tmp_path,
        decision(LEVEL, "9.1%", "fact: {concept: hill:Deposits, period: 2024-12-31}"),
        decision(OTHER, "12類", "fact: {concept: hill:Outlets}"),
    )

    assert [finding.code for finding in applied.findings] == ["tagwright:decisions.not-applied"] * 2
    assert "was read in pure" in applied.findings[0].message
    assert "add its period, such as 2024-12-31" in applied.findings[1].message
    assert [(finding.line, finding.rows) for finding in applied.findings] == [
        (2, ("r0005",)),
        (5, ("r0006",)),
    ]
    assert applied.row("r0005").concept == "hill:GrowthRateOfDeposits"


# --- contradictions ------------------------------------------------------------------------------


def two_values(tmp_path: Path, *more: str) -> Applied:
    """Decide that the second mention is the same fact as the first, with another value."""
    fact = "fact: {concept: hill:Deposits, dimensions: {hill:CustomerAxis: hill:PersonalMember}, period: 2024-12-31}"
    made = example()
    rows = tuple(
        replace(row, value="120900000000", qualifier="") if row.id == "r0008" else row
        for row in made.ledger.rows
    )
    second = more[0] if more else ""
    told = [decision(AGAIN.strip(), "1,201億元", fact, *([second] if second else []))]
    if len(more) > 1:
        told.append(decision(LEVEL, "1,200.50億元", more[1]))
    return apply(tmp_path, *told, ledger=replace(made.ledger, rows=rows))


def test_two_values_for_one_fact_stay_withheld(tmp_path: Path) -> None:
    """A decision about what a figure is does not say that its value is right."""
    applied = two_values(tmp_path)

    for name in ("r0003", "r0008"):
        row = applied.row(name)
        assert (row.status, row.fact, row.concept) == ("unresolved", None, None)
        assert row.reason
        assert row.reason.code == "contradicted"
        assert row.alternatives[0].concept == DEPOSITS
    assert [proof.outcome for proof in applied.ledger.proofs if proof.kind == "same_fact"] == ["contradicts"]


def test_the_value_that_is_accepted_holds(tmp_path: Path) -> None:
    """One of two accepted is the fact, the other waits, and nothing contradicts any more."""
    applied = two_values(tmp_path, "accept: true")

    assert (applied.row("r0008").status, applied.row("r0003").status) == ("fact", "unresolved")
    same = next(proof for proof in applied.ledger.proofs if proof.kind == "same_fact")
    assert (same.outcome, "accepted as printed by a person" in same.text) == ("not_decided", True)


def test_two_values_both_accepted_are_two_facts(tmp_path: Path) -> None:
    """What the person wants filed is filed, and no value is dropped in silence."""
    applied = two_values(tmp_path, "accept: true", "accept: true")
    facts = [applied.row("r0003").fact, applied.row("r0008").fact]

    assert None not in facts
    assert len(set(facts)) == 2


def test_equal_values_share_their_fact(tmp_path: Path) -> None:
    """A mention that a decision makes the same fact gets that fact's id, and a check that agrees."""
    fact = "fact: {concept: hill:Deposits, dimensions: {hill:CustomerAxis: hill:PersonalMember}, period: 2024-12-31}"
    applied = apply(tmp_path, decision(AGAIN.strip(), "1,201億元", fact))

    assert applied.row("r0008").fact == applied.row("r0003").fact is not None
    same = next(proof for proof in applied.ledger.proofs if proof.kind == "same_fact")
    assert (same.outcome, same.rows) == ("agrees", ("r0003", "r0008"))
    assert same.id in applied.row("r0008").proofs


def test_a_figure_taken_out_frees_those_that_it_contradicted(tmp_path: Path) -> None:
    """Level and change were withheld for a misprinted growth; without it they are facts again."""
    made = example().ledger
    misprint = tuple(replace(row, value="0.191") if row.id == "r0005" else row for row in made.rows)
    rows, _ = prove_rows(misprint, TAXONOMY)
    assert {row.id for row in rows if row.reason and row.reason.code == "contradicted"} >= {
        "r0003",
        "r0004",
        "r0005",
    }

    applied = apply(
        tmp_path, decision(LEVEL, "9.1%", "not_a_fact: {text: a misprint}"), ledger=replace(made, rows=rows)
    )

    assert [applied.row(name).status for name in ("r0003", "r0004", "r0005")] == [
        "fact",
        "fact",
        "not_a_fact",
    ]
    assert all(proof.outcome != "contradicts" for proof in applied.ledger.proofs)


def test_accepting_needs_a_reading(tmp_path: Path) -> None:
    """Where nothing was read there is nothing to accept, and a year stays one."""
    applied = apply(
        tmp_path, decision(OTHER, "12類", "accept: true"), decision(LEVEL, "2024", "accept: true")
    )

    assert "there is no reading of this figure to accept (no_concept)" in applied.findings[0].message
    assert len(applied.findings) == 1
    assert applied.row("r0002").status == "not_a_fact"


# --- the next draft ------------------------------------------------------------------------------


def draft(text: str, word: str, after: int = 0) -> tuple[Document, Ledger]:
    """Return another document with one unresolved figure that a person might name."""
    row = replace(row_of(1, text, word, after), value="120100000000", unit="CNY", decimals=-8)
    return document_of(text), Ledger(text, (row,))


ACCEPT_AGAIN = ("fact: {concept: hill:Deposits, period: 2024-12-31}",)


@pytest.mark.parametrize(
    "text",
    [AGAIN, "全新的一段。" + AGAIN, "個人存款\n  餘額為1,2\n01億元。\n", "個人存款餘額為\u3000 1,201 億元。"],
    ids=["same", "moved", "wrapped anew", "spaced"],
)
def test_a_decision_holds_in_the_next_draft(tmp_path: Path, text: str) -> None:
    """Whatever moved or was wrapped anew, as long as the sentence says the same."""
    word = text[text.index("1") : text.index("元") + 1]
    document, ledger = draft(text, word)
    applied = apply(
        tmp_path, decision(AGAIN.strip(), "1,201億元", *ACCEPT_AGAIN), document=document, ledger=ledger
    )

    assert (applied.row("r0001").status, applied.findings) == ("fact", ())


@pytest.mark.parametrize(
    ("text", "word"), [("公司存款餘額為1,201億元。", "1,201億元"), ("個人存款餘額為1,301億元。", "1,301億元")]
)
def test_an_edited_sentence_is_no_match_and_the_nearest_is_told(tmp_path: Path, text: str, word: str) -> None:
    """One word changed may be the word that mattered: the decision is reported, never applied, never dropped."""
    document, ledger = draft(text, word)
    applied = apply(
        tmp_path, decision(AGAIN.strip(), "1,201億元", *ACCEPT_AGAIN), document=document, ledger=ledger
    )

    finding = applied.findings[0]
    assert applied.row("r0001").status == "unresolved"
    assert (finding.code, finding.rows, finding.sentence) == (
        "tagwright:decisions.no-match",
        ("r0001",),
        text,
    )
    assert f"the nearest sentence is: {text} Look at {word} there" in finding.message
    assert (finding.file, finding.line, finding.column) == ("decisions.yaml", 2, 5)


def test_where_no_sentence_is_near_that_is_said(tmp_path: Path) -> None:
    """Rather than an arbitrary one."""
    document, ledger = draft("The bank has 7 branches.", "7")
    applied = apply(
        tmp_path, decision(AGAIN.strip(), "1,201億元", *ACCEPT_AGAIN), document=document, ledger=ledger
    )

    assert "no sentence is near" in applied.findings[0].message
    assert applied.findings[0].rows == ()


def test_a_sentence_that_stands_twice_needs_an_occurrence_and_keeps_it(tmp_path: Path) -> None:
    """Without one it is asked for; with one it is that figure; when their number changes it is reported."""
    text = AGAIN + AGAIN
    rows = (draft(text, "1,201億元")[1].rows[0], replace(draft(text, "1,201億元", 12)[1].rows[0], id="r0002"))
    document, ledger = document_of(text), Ledger(text, rows)
    none, second, third = (
        apply(
            tmp_path,
            decision(AGAIN.strip(), "1,201億元", *ACCEPT_AGAIN, *more),
            document=document,
            ledger=ledger,
        )
        for more in ((), ("occurrence: 2 of 2",), ("occurrence: 2 of 3",))
    )

    assert "say which with occurrence: 1 of 2" in none.findings[0].message
    assert [second.row(name).status for name in ("r0001", "r0002")] == ["unresolved", "fact"]
    assert "was one of 3" in third.findings[0].message


@given(
    st.lists(
        st.sampled_from(["甲增1元。", "乙減1元；丙2元", "A fell 1%. B rose 1%.", "\n\n", "1", " "]),
        max_size=12,
    )
)
def test_every_figure_has_a_name_of_its_own_that_holds_it(parts: list[str]) -> None:
    """Names are unique, and sentence and figure are text of the document."""
    text = "".join(parts) + "1"
    places = [at for at, character in enumerate(text) if character == "1"]
    rows = [
        Row(f"r{at:04}", None, at, at + 1, "1", text_places(text)(at, at + 1), "unresolved") for at in places
    ]
    names = name_figures(document_of(text), rows)

    assert len({(name.key, name.occurrence) for name in names}) == len(rows)
    assert all(name.figure in name.sentence and name.occurrence <= name.of for name in names)


def test_a_chart_without_end_is_told_within_reach_of_the_figure() -> None:
    """A block of thousands of numbers gives no sentence of its own length."""
    text = " ".join(str(number) for number in range(1000, 3000))
    row = Row("r0001", None, 5000, 5004, text[5000:5004], text_places(text)(5000, 5004), "unresolved")
    name = name_figures(Document("c", text, (Block("chart", 0, len(text)),), text_places(text)), [row])[0]

    assert len(name.sentence.replace(" ", "")) <= 2 * REACH + 4


# --- whole reports -------------------------------------------------------------------------------


def test_proving_a_ledger_again_gives_the_same_ledger() -> None:
    """What no decision touches stays as it was, ids of facts and checks too."""
    tagged = river_bank()

    assert prove_rows(tagged.ledger.rows, tagged.taxonomy) == (tagged.ledger.rows, tagged.ledger.proofs)


def river_bank(decisions: Path | None = None) -> tagwright.Tagged:
    """Tag the sample."""
    return tagwright.tag(
        SAMPLE / "report.txt", taxonomy="bank-disclosure", entity=SAMPLE / "entity.yaml", period="2024H1",
        decisions=decisions,
    )  # fmt: skip


def test_every_figure_of_a_report_can_be_named_and_decided(tmp_path: Path) -> None:
    """A decision for each figure, written from its name, is applied to that figure and no other."""
    before = river_bank()
    names = name_figures(before.document, before.ledger.rows)
    told = [
        decision(f'"{name.sentence}"', f'"{name.figure}"', f"occurrence: {name.occurrence} of {name.of}",
                 f"not_a_fact: {{text: {row.id}}}")
        for name, row in zip(names, before.ledger.rows, strict=True)
    ]  # fmt: skip
    after = river_bank(written(tmp_path, "decisions:\n" + "".join(told)))

    assert after.findings == ()
    assert [row.reason and row.reason.text for row in after.ledger.rows] == [
        row.id for row in before.ledger.rows
    ]
    assert after.report.facts == ()


def test_decided_rows_are_as_the_schema_says(tmp_path: Path) -> None:
    """A program that reads the ledger is not surprised."""
    schema = json.loads((ROOT / "tagger" / "ledger.schema.json").read_text(encoding="utf-8"))
    fact = decision(OTHER, "12類", "fact: {concept: hill:Outlets, period: 2023-12-31}")
    none = decision(LEVEL, "9.1%", "not_a_fact: {text: none}")
    applied = apply(
        tmp_path, fact, none, decision(LEVEL, "1,200.50億元", "accept: true"), ledger=with_values()
    )
    rows = [row for row in applied.ledger.rows if any(item.kind == "decision" for item in row.evidence)]

    assert len(rows) == 3
    assert [
        error.message
        for row in rows
        for error in Draft202012Validator(schema).iter_errors(json.loads(row_to_json(row)))
    ] == []


def test_a_heading_is_a_sentence_of_its_own() -> None:
    """And no decision is a file of none."""
    made = example()

    assert name_figures(made.document, made.ledger.rows)[0].sentence == HEADING.strip()
    assert Decisions().items == ()


def test_a_cell_of_a_table_is_named_by_its_headings() -> None:
    """Equal numbers of a table have names of their own; no blank of the layout takes part."""
    text = "項目 2024 2023\n個人存款  100 90\n公司存款  100 80\n"
    at = {word: text.index(word) for word in ("2024", "2023", "個人存款", "公司存款", "90")}
    first, second = text.index("100"), text.rindex("100")
    year = (at["2024"], at["2024"] + 4)
    blocks = tuple(
        Block(
            "cell",
            start,
            start + 3,
            cell=Cell(1, line, 2, row_headings=((name, name + 4),), column_headings=(year,)),
        )
        for start, line, name in ((first, 2, at["個人存款"]), (second, 3, at["公司存款"]))
    )
    rows = [Row(f"r000{start}", None, start, start + 3, "100", {}, "unresolved") for start in (first, second)]
    names = name_figures(document_of(text, *blocks), rows)

    assert [name.sentence for name in names] == ["個人存款 | 2024 | 100", "公司存款 | 2024 | 100"]
    assert [name.of for name in names] == [1, 1]
